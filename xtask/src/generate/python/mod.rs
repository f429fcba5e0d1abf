//! The Python package: keyword-only functions, frozen results, numpydoc docstrings, types inline. A domain is a module, or a package whose
//! private modules follow those of the crate; what several domains share stands in the module of the crate that declares it.

mod columns;
mod handles;
mod shown;
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

/// Cases of what may not exist.
const OUTCOME: [&str; 5] = ["Every", "Never", "Unbounded", "Undefined", "Value"];

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
            let whole = Part {
                types: content.types.iter().filter(|named| is_told(named)).collect(),
                operations: content.operations.iter().collect(),
            };
            let module = Module { model, domain, topic: None };
            files.push((Path::new(PACKAGE).join(format!("{}.py", module_of(domain))), module.text(&whole)?));
            continue;
        }
        let folder = Path::new(PACKAGE).join(domain);
        files.push((folder.join("__init__.py"), package(model, domain, &parts)));
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
    for named in content.types.iter().filter(|named| is_told(named)) {
        parts.entry(named.topic()).or_default().types.push(named);
    }
    for op in &content.operations {
        parts.entry(&op.request.topic).or_default().operations.push(op);
    }
    parts
}

/// Name of the module of a domain: what proves a binding is for its tests.
pub(super) fn module_of(domain: &str) -> &str {
    if domain == "border" { "_border" } else { domain }
}

/// Whether a type has a class: the reason of an outcome stands in the class of its case.
fn is_told(named: &Named) -> bool {
    named.name().to_string() != "units.OutcomeUndefined"
}

/// Name of the module of a topic. Private: a topic may be called as one of its functions.
fn private(topic: &str) -> String {
    if topic.is_empty() { "_root".to_owned() } else { format!("_{topic}") }
}

fn rooms(model: &Model) -> String {
    let domains: Vec<&str> = model.domains.keys().map(String::as_str).filter(|domain| *domain != "border").collect();
    let quoted: Vec<String> = domains.iter().map(|domain| format!("\"{domain}\"")).collect();
    let again: Vec<String> = domains.iter().map(|domain| format!("{domain} as {domain}")).collect();
    format!(
        "\"\"\"The domains. Generated from the operation table by ``cargo xtask gen``. Each is loaded when it is first used.\"\"\"\n\n\
         from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from . import _border as _border\n    from . import {}\n\n__all__ = [{}]\n",
        again.join(", "),
        quoted.join(", ")
    )
}

fn package(model: &Model, domain: &str, parts: &BTreeMap<&str, Part<'_>>) -> String {
    let mut out = format!(
        "{}\nfrom __future__ import annotations\n\nfrom typing import TYPE_CHECKING\n\nfrom .._keywords import unknown\n",
        overview(domain, parts)
    );
    let mut all: Vec<String> = Vec::new();
    let by_hand = || BY_HAND.iter().filter(|(of, ..)| *of == domain);
    for (_, name, module) in by_hand() {
        let _ = writeln!(out, "from ..{module} import {name}");
        all.push((*name).to_owned());
    }
    for (topic, part) in parts {
        let mut names = part.names(model);
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
    out.push_str("\n\nif not TYPE_CHECKING:\n    __getattr__ = unknown(__name__, __all__)\n");
    out
}

fn head(domain: &str) -> String {
    format!(
        "\"\"\"Operations and types of ``{domain}``. Generated from the operation table by ``cargo xtask gen``.\"\"\"\n"
    )
}

/// The docstring of a package: its functions and handles by topic.
fn overview(domain: &str, parts: &BTreeMap<&str, Part<'_>>) -> String {
    let mut out = head(domain).trim_end().trim_end_matches("\"\"\"").to_owned();
    for (topic, part) in parts.iter().filter(|(_, part)| !part.operations.is_empty()) {
        let _ = write!(out, "\n\n{0}\n{1}", topic, "-".repeat(topic.len()));
        for op in &part.operations {
            let doc = super::model::plain(op.operation.doc);
            let first = doc.split("\n\n").next().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
            let name = if let Shape::Stream { .. } = op.operation.shape { pascal(&op.name) } else { op.name.clone() };
            let first = first.replace('\\', "\\\\");
            let _ = write!(out, "\n{name}\n    {first}");
        }
    }
    out + "\n\"\"\"\n"
}

fn exported(out: &mut String, mut names: Vec<String>) {
    names.sort();
    out.push_str("__all__ = [\n");
    for name in &names {
        let _ = writeln!(out, "    \"{name}\",");
    }
    out.push_str("]\n\n\ndef __dir__() -> list[str]:\n    return __all__\n");
}

impl Part<'_> {
    /// What the module exports, in order.
    fn names(&self, model: &Model) -> Vec<String> {
        let mut names: Vec<String> = self.types.iter().map(|named| named.name().own.clone()).collect();
        for named in self.types.iter().filter(|named| model.accepted.contains(named.name())) {
            match named {
                Named::Struct(item) => names.push(format!("{}Dict", item.name.own)),
                Named::Choice(item) if !item.is_plain() => {
                    names.extend([format!("{}Dict", item.name.own), format!("{}Like", item.name.own)]);
                }
                Named::Choice(_) => {}
            }
        }
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
    fn used(&self, model: &Model) -> BTreeSet<Name> {
        let mut used = BTreeSet::new();
        for named in &self.types {
            if let Named::Choice(item) = named
                && types::is_nested(model, item)
            {
                let mut leaves = Vec::new();
                types::leaves(model, item, &mut leaves);
                used.extend(leaves.into_iter().flatten().filter_map(|ty| ty.name().cloned()));
            }
            used.extend(named.held().into_iter().filter_map(|ty| ty.name().cloned()));
            let kinds = model.held_by(named.name()).iter().map(Model::held_type);
            used.extend(kinds.filter_map(|ty| ty.name().cloned()));
        }
        for op in &self.operations {
            used.extend(op.request.fields.iter().filter_map(|field| field.ty.name().cloned()));
            used.extend(op.report.clone());
            if let Shape::Stream { .. } = op.operation.shape {
                used.extend(op.inputs.iter().chain(&op.outputs).filter_map(|column| column.ty.name().cloned()));
            }
        }
        // What may not exist is read by its own class.
        let held: Vec<Name> = used.iter().filter_map(|name| model.outcome(name)?.name().cloned()).collect();
        used.extend(held);
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
                Named::Struct(item) => types::structure(&mut body, self.model, item),
                Named::Choice(item) => types::choice(&mut body, self.model, item),
            }
        }
        for op in &part.operations {
            match op.operation.shape {
                Shape::Document { .. } => handles::document(&mut body, self.model, op),
                Shape::Columns { .. } => columns::columns(&mut body, self.model, op),
                Shape::Stream { .. } => handles::stream(&mut body, self.model, op),
                Shape::Job { .. } => handles::job(&mut body, self.model, op),
            }
        }
        if body.contains("_Frame") {
            body.insert_str(0, "\n_Frame = TypeVar(\"_Frame\")  # a pandas or polars DataFrame\n");
        }
        let mut names = part.names(self.model);
        let [above, below] = self.references(part, &names, &body)?;
        let mut out = format!("{}\n{}{above}\n", head(self.domain), self.imports(&body));
        if self.domain == "units" {
            names.extend(OUTCOME.map(str::to_owned));
        }
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
        let typing =
            ["Any", "ClassVar", "Literal", "NotRequired", "Self", "TypeAlias", "TypeVar", "TypedDict", "overload"];
        from(&mut out, body, "collections.abc", &["Sequence"]);
        from(&mut out, body, "decimal", &["Decimal"]);
        from(&mut out, body, "typing", &typing);
        out.push('\n');
        if says(body, "ArrayLike") {
            out.push_str("from numpy.typing import ArrayLike\n\n");
        }
        let documents = [
            "ColumnTable",
            "Document",
            "FrameLike",
            "Variant",
            "call",
            "day",
            "document",
            "each",
            "instant",
            "listed",
            "operation",
            "records",
            "rows",
            "wide",
        ];
        from(&mut out, body, up, &["_frames"]);
        from(&mut out, body, &format!("{up}_documents"), &documents);
        from(&mut out, body, &format!("{up}_frames"), &["Columns"]);
        from(&mut out, body, &format!("{up}_handles"), &["Job", "Progress", "Stream"]);
        from(&mut out, body, &format!("{up}_held"), &["held_value"]);
        if self.domain == "units" || body.contains("Value[") {
            let _ = writeln!(out, "from {up}_outcome import {}", OUTCOME.join(", "));
        }
        from(&mut out, body, &format!("{up}_outcome"), &["outcome"]);
        from(&mut out, body, &format!("{up}_plots"), &["Drawable", "WithPlot"]);
        from(&mut out, body, &format!("{up}_show"), &["Rows"]);
        out
    }

    /// Imports of types: of other domains for the head of the file, of other modules of this one for its end.
    fn references(&self, part: &Part<'_>, names: &[String], body: &str) -> Result<[String; 2]> {
        let mut modules: [BTreeMap<String, Vec<String>>; 2] = [BTreeMap::new(), BTreeMap::new()];
        let mut known: BTreeSet<&str> = names.iter().map(String::as_str).collect();
        let used = part.used(self.model);
        let told = used.iter().filter(|name| name.to_string() != "units.OutcomeUndefined");
        for name in told.filter(|name| name.domain != self.domain || !names.contains(&name.own)) {
            if !known.insert(&name.own) {
                let domain = self.domain;
                return Err(format!("{domain} uses two types that are called {}: rename one", name.own).into());
            }
            let up = if self.topic.is_some() { ".." } else { "." };
            let (place, module) = if name.domain == self.domain {
                let topic = self.model.named(name).map(Named::topic).unwrap_or_default();
                (1, format!(".{}", private(topic)))
            } else {
                (0, format!("{up}{}", module_of(&name.domain)))
            };
            let forms = [name.own.clone(), format!("{}Dict", name.own), format!("{}Like", name.own)];
            let is_class = forms[0].clone();
            let told = forms.into_iter().filter(|form| *form == is_class || says(body, form));
            modules[place].entry(module).or_default().extend(told);
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
