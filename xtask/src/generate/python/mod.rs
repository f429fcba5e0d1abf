//! The Python package: keyword-only functions, frozen results, numpydoc docstrings, types inline. A domain is a module, or a package whose
//! private modules follow those of the crate; what several domains share stands in the module of the crate that declares it.

mod columns;
mod handles;
mod text;
mod types;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use hashinsight_surface::Shape;

use super::model::{Domain, Model, Name, Named, Op, pascal};
use crate::Result;

pub(crate) use text::example;

/// Where the package lies.
pub(crate) const PACKAGE: &str = "bindings/python/python/hashinsight";

/// What is written by hand and stands beside or in the place of what is generated: domain, name, module of the package. It calls the operations.
const BY_HAND: [(&str, &str, &str); 5] = [
    ("report", "SiteReport", "site_file"),
    ("report", "Svg", "site_file"),
    ("report", "difference", "site_file"),
    ("report", "site", "site_file"),
    ("report", "site_document", "site_file"),
];

/// What one file holds.
#[derive(Default)]
struct Part<'a> {
    types: Vec<&'a Named>,
    operations: Vec<&'a Op>,
}

pub(crate) fn files(model: &Model) -> Result<Vec<(PathBuf, String)>> {
    let mut files = vec![(Path::new(PACKAGE).join("_rooms.py"), rooms(model))];
    for (domain, content) in &model.domains {
        let parts = parts(content);
        if content.operations.is_empty() || parts.len() == 1 {
            let whole = Part { types: content.types.iter().collect(), operations: content.operations.iter().collect() };
            let module = Module { model, domain, topic: None };
            files.push((Path::new(PACKAGE).join(format!("{domain}.py")), module.text(&whole)?));
            continue;
        }
        let folder = Path::new(PACKAGE).join(domain);
        files.push((folder.join("__init__.py"), package(domain, &parts)));
        for (topic, part) in &parts {
            let module = Module { model, domain, topic: Some(topic) };
            files.push((folder.join(format!("{}.py", private(topic))), module.text(part)?));
        }
    }
    Ok(files)
}

/// The modules of a domain by topic.
fn parts(content: &Domain) -> BTreeMap<&str, Part<'_>> {
    let mut parts: BTreeMap<&str, Part<'_>> = BTreeMap::new();
    for named in &content.types {
        parts.entry(named.topic()).or_default().types.push(named);
    }
    for op in &content.operations {
        parts.entry(&op.request.topic).or_default().operations.push(op);
    }
    parts
}

/// Name of the module of a topic. Private: a topic may be called as one of its functions.
fn private(topic: &str) -> String {
    if topic.is_empty() { "_root".to_owned() } else { format!("_{topic}") }
}

fn rooms(model: &Model) -> String {
    let domains: Vec<&str> = model.domains.keys().map(String::as_str).collect();
    let quoted: Vec<String> = domains.iter().map(|domain| format!("\"{domain}\"")).collect();
    format!(
        "\"\"\"The domains. Generated from the operation table by ``cargo xtask gen``.\"\"\"\n\nfrom . import {}\n\n__all__ = [{}]\n",
        domains.join(", "),
        quoted.join(", ")
    )
}

fn package(domain: &str, parts: &BTreeMap<&str, Part<'_>>) -> String {
    let mut out = format!("{}\nfrom __future__ import annotations\n\n", head(domain));
    let mut all: Vec<String> = Vec::new();
    let by_hand = || BY_HAND.iter().filter(|(of, ..)| *of == domain);
    for (_, name, module) in by_hand() {
        let _ = writeln!(out, "from ..{module} import {name}");
        all.push((*name).to_owned());
    }
    for (topic, part) in parts {
        let mut names = part.names();
        names.retain(|name| by_hand().all(|(_, hand, _)| hand != name));
        if names.is_empty() {
            continue;
        }
        let _ = writeln!(out, "from .{} import (", private(topic));
        for name in &names {
            let _ = writeln!(out, "    {name},");
        }
        out.push_str(")\n");
        all.extend(names);
    }
    out.push('\n');
    exported(&mut out, all);
    out
}

fn head(domain: &str) -> String {
    format!(
        "\"\"\"Operations and types of ``{domain}``. Generated from the operation table by ``cargo xtask gen``.\"\"\"\n"
    )
}

fn exported(out: &mut String, mut names: Vec<String>) {
    names.sort();
    out.push_str("__all__ = [\n");
    for name in &names {
        let _ = writeln!(out, "    \"{name}\",");
    }
    out.push_str("]\n");
}

impl Part<'_> {
    /// What the module exports, in order.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.types.iter().map(|named| named.name().own.clone()).collect();
        for op in &self.operations {
            match op.operation.shape {
                Shape::Document { .. } => names.push(op.name.clone()),
                Shape::Columns { .. } => names.extend([op.name.clone(), columns::class(op)]),
                Shape::Stream { .. } => names.extend([pascal(&op.name), handles::row_class(op), columns::class(op)]),
                Shape::Job { .. } => names.extend([op.name.clone(), handles::job_class(op)]),
            }
        }
        names.sort();
        names
    }

    /// Types that its texts name.
    fn used(&self) -> BTreeSet<Name> {
        let mut used = BTreeSet::new();
        for named in &self.types {
            used.extend(named.held().into_iter().filter_map(|ty| ty.name().cloned()));
        }
        for op in &self.operations {
            used.extend(op.request.fields.iter().filter_map(|field| field.ty.name().cloned()));
            used.extend(op.report.clone());
            if let Shape::Stream { .. } = op.operation.shape {
                used.extend(op.inputs.iter().chain(&op.outputs).filter_map(|column| column.ty.name().cloned()));
            }
        }
        used
    }
}

struct Module<'a> {
    model: &'a Model,
    domain: &'a str,
    /// The topic, where the domain is a package.
    topic: Option<&'a str>,
}

impl Module<'_> {
    fn text(&self, part: &Part<'_>) -> Result<String> {
        let mut body = String::new();
        for named in &part.types {
            match named {
                Named::Struct(item) => types::structure(&mut body, item),
                Named::Choice(item) => types::choice(&mut body, item, self.model.accepted.contains(&item.name)),
            }
        }
        for op in &part.operations {
            match op.operation.shape {
                Shape::Document { .. } => handles::document(&mut body, op),
                Shape::Columns { .. } => columns::columns(&mut body, op),
                Shape::Stream { .. } => handles::stream(&mut body, op),
                Shape::Job { .. } => handles::job(&mut body, op),
            }
        }
        if body.contains("_Frame") {
            body.insert_str(0, "\n_Frame = TypeVar(\"_Frame\")  # a pandas or polars DataFrame\n");
        }
        let names = part.names();
        let [above, below] = self.references(part, &names)?;
        let mut out = format!("{}\n{}{above}\n", head(self.domain), self.imports(&body));
        exported(&mut out, names);
        out.push_str(&body);
        if !below.is_empty() {
            let _ = write!(out, "\n\n# Below, because the modules of a package name each other's types.\n{below}");
        }
        Ok(out)
    }

    /// What the standard library, NumPy and the hand-written modules give, as far as the body names it.
    fn imports(&self, body: &str) -> String {
        let up = if self.topic.is_some() { ".." } else { "." };
        let mut out = String::from("from __future__ import annotations\n\n");
        for module in ["dataclasses", "datetime"] {
            if says(body, module) {
                let _ = writeln!(out, "import {module}");
            }
        }
        let typing = ["Any", "ClassVar", "Literal", "Self", "TypeAlias", "TypeVar", "overload"];
        from(&mut out, body, "collections.abc", &["Mapping", "Sequence"]);
        from(&mut out, body, "decimal", &["Decimal"]);
        from(&mut out, body, "typing", &typing);
        out.push('\n');
        if says(body, "ArrayLike") {
            out.push_str("from numpy.typing import ArrayLike\n\n");
        }
        let documents = ["Document", "Variant", "call", "day", "filled", "instant", "wide"];
        from(&mut out, body, up, &["_frames"]);
        from(&mut out, body, &format!("{up}_documents"), &documents);
        from(&mut out, body, &format!("{up}_frames"), &["Columns"]);
        from(&mut out, body, &format!("{up}_handles"), &["Job", "Progress", "Stream"]);
        out
    }

    /// Imports of types: of other domains for the head of the file, of other modules of this one for its end.
    fn references(&self, part: &Part<'_>, names: &[String]) -> Result<[String; 2]> {
        let mut modules: [BTreeMap<String, Vec<String>>; 2] = [BTreeMap::new(), BTreeMap::new()];
        let mut known: BTreeSet<&str> = names.iter().map(String::as_str).collect();
        let used = part.used();
        for name in used.iter().filter(|name| name.domain != self.domain || !names.contains(&name.own)) {
            if !known.insert(&name.own) {
                let domain = self.domain;
                return Err(format!("{domain} uses two types that are called {}: rename one", name.own).into());
            }
            let up = if self.topic.is_some() { ".." } else { "." };
            let (place, module) = if name.domain == self.domain {
                let topic = self.model.named(name).map(Named::topic).unwrap_or_default();
                (1, format!(".{}", private(topic)))
            } else {
                (0, format!("{up}{}", name.domain))
            };
            modules[place].entry(module).or_default().push(name.own.clone());
        }
        let line = |(module, names): (String, Vec<String>)| format!("from {module} import {}\n", names.join(", "));
        Ok(modules.map(|modules| modules.into_iter().map(line).collect()))
    }
}

/// Adds the names of a module that the body says.
fn from(out: &mut String, body: &str, module: &str, names: &[&str]) {
    let names: Vec<&str> = names.iter().copied().filter(|name| says(body, name)).collect();
    if !names.is_empty() {
        let _ = writeln!(out, "from {module} import {}", names.join(", "));
    }
}

/// Whether a word stands in a text by itself.
fn says(text: &str, word: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(word).any(|(at, _)| {
        let (before, behind) = (&text[..at], &text[at + word.len()..]);
        !before.ends_with(|letter| is_part(letter) || letter == '.') && !behind.starts_with(is_part)
    })
}
