//! The TypeScript surface that Node and WASM share, a file per domain: `mining.ProfitReport` the type, `mining.profit` the function.

mod codes;
mod example;
mod types;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use hashinsight_surface::{ColumnKind, Held, Part, Shape};

use super::model::{Domain, Model, Op, camel, pascal, plain};
use types::{comment, reference};

/// The surface, a file per domain.
const SURFACE: &str = "bindings/ts/src/generated";
/// The entries of the WASM package that load the module of a room, or of a part of one.
const ROOMS: &str = "bindings/wasm/src-ts/rooms";
/// The folders whose every file is generated.
pub(crate) const FOLDERS: [&str; 2] = [SURFACE, ROOMS];

pub(crate) fn files(model: &Model) -> Vec<(PathBuf, String)> {
    let path = |folder: &str, name: &str| Path::new(folder).join(format!("{name}.ts"));
    let mut files = vec![(path(SURFACE, "index"), index(model)), (path(ROOMS, "index"), rooms())];
    files.push((path(SURFACE, "codes"), format!("{HEAD}{}", codes::types())));
    for (domain, content) in &model.domains {
        files.push((path(SURFACE, domain), module(model, domain, content)));
    }
    files.extend(hashinsight_surface::ROOMS.iter().map(|name| (path(ROOMS, name), room(name))));
    files.extend(hashinsight_surface::PARTS.iter().map(|named| (path(ROOMS, &named.module()), part(model, named))));
    files
}

const HEAD: &str = "// Generated from the operation table by `cargo xtask gen`.\n\n";

fn index(model: &Model) -> String {
    let mut out = String::from(HEAD);
    let is_room = |domain: &&String| !model.domains[*domain].operations.is_empty();
    let (rooms, shared): (Vec<_>, Vec<_>) = model.domains.keys().partition(is_room);
    for room in &rooms {
        let _ = writeln!(out, "import {{ {room} }} from \"./{room}.js\";");
    }
    out.push('\n');
    for domain in shared {
        let _ = writeln!(out, "export type {{ {domain} }} from \"./{domain}.js\";");
    }
    let names = rooms.iter().map(|room| room.as_str()).collect::<Vec<_>>().join(", ");
    let _ =
        writeln!(out, "export {{ {names} }};\n\n/** Every operation, by domain. */\nexport interface Operations {{");
    for room in &rooms {
        let _ = writeln!(out, "  readonly {room}: {room}.Operations;");
    }
    let _ =
        writeln!(out, "}}\n\n/** Every operation, by domain. */\nexport const domains: Operations = {{ {names} }};");
    let version = hashinsight_surface::VERSION;
    let _ = writeln!(out, "\n/** Version of the library. */\nexport const version = \"{version}\";");
    out.push_str("\n/** Paths of all operations. */\nexport const operations: readonly string[] = [\n");
    for operation in hashinsight_surface::operations() {
        let _ = writeln!(out, "  \"{}\",", operation.path);
    }
    out.push_str("];\n");
    out
}

/// What loads one room.
fn room(name: &str) -> String {
    format!(
        r#"{HEAD}import {{ {name} }} from "../../../ts/src/generated/{name}.js";
import {{ type Loader, loader }} from "../core.js";

export {{ type Fault, HashInsightError }} from "../core.js";
export {{ {name} }};

/** Loads the module of `{name}`, once, and answers its operations. */
const load: Loader<{name}.Operations> = loader(new URL("../web/{name}_bg.wasm", import.meta.url), ["{name}"], {name});
export default load;
"#
    )
}

/// What loads a part of a room.
fn part(model: &Model, part: &Part) -> String {
    let (room, module) = (part.room, part.module());
    let is_part = |op: &&Op| part.operations().any(|operation| operation.path == op.operation.path);
    let names = model.domains[room].operations.iter().filter(is_part).flat_map(|op| {
        let job = matches!(op.operation.shape, Shape::Job { .. }).then(|| format!("{}Job", camel(&op.name)));
        // What finds something in an answer goes with the operation that gives it.
        let held = op.report.as_ref().map(|report| model.held_by(report)).unwrap_or_default();
        std::iter::once(camel(&op.name)).chain(job).chain(held.iter().map(|held| camel(held.name)))
    });
    let names: Vec<String> = names.map(|name| format!("  \"{name}\",\n")).collect();
    let names = names.concat();
    format!(
        r#"{HEAD}import {{ {room} }} from "../../../ts/src/generated/{room}.js";
import {{ part }} from "../core.js";

export {{ type Fault, HashInsightError }} from "../core.js";
export type {{ {room} }};

/** Loads a module with these operations of `{room}` alone, once, and answers them. */
export default part(new URL("../web/{module}_bg.wasm", import.meta.url), {room}, [
{names}]);
"#
    )
}

/// Where the module of each room lies: written out, so that bundlers see it.
fn rooms() -> String {
    let mut out = format!("{HEAD}/** Addresses of the modules by room. */\nexport const addresses = {{\n");
    for name in hashinsight_surface::ROOMS {
        let _ = writeln!(out, "  {name}: new URL(\"../web/{name}_bg.wasm\", import.meta.url),");
    }
    out.push_str("};\n\n/** A room: a domain with operations. */\nexport type Room = keyof typeof addresses;\n");
    out
}

fn module(model: &Model, domain: &str, content: &Domain) -> String {
    let mut types = String::new();
    for named in &content.types {
        types::named(&mut types, domain, named, model);
    }
    for op in &content.operations {
        if content.types.iter().all(|named| *named.name() != op.request.name) {
            types::structure(&mut types, domain, &op.request, model);
        }
        types::columns(&mut types, domain, op);
    }
    let mut out = String::from(HEAD);
    let others = model.domains.keys().filter(|other| *other != domain && names_type_of(&types, other));
    let others: Vec<&String> = others.collect();
    if !content.operations.is_empty() {
        interface(&mut types, domain, content, model);
        let helpers = ["Columns", "Job", "JobOptions", "Stream", "Words", "document", "runColumns", "runJob"];
        let mut body = types.clone();
        binding(&mut body, domain, content, model);
        let types_only = ["Columns", "JobOptions", "Words"];
        let used = helpers.into_iter().filter(|name| says(&body, name));
        let used = used.map(|name| if types_only.contains(&name) { format!("type {name}") } else { name.to_owned() });
        let _ = writeln!(out, "import {{ {} }} from \"../core.js\";", used.collect::<Vec<_>>().join(", "));
        if !held(model, content).is_empty() {
            out.push_str("import { heldValue } from \"../held.js\";\n");
        }
    }
    for other in others {
        let _ = writeln!(out, "import type {{ {other} }} from \"./{other}.js\";");
    }
    let what = if content.operations.is_empty() { "Types that several domains share." } else { "Types of the domain." };
    let _ = writeln!(out, "\n/** {what} */\nexport declare namespace {domain} {{");
    for line in types.trim_start().lines() {
        let _ = if line.is_empty() { writeln!(out) } else { writeln!(out, "  {line}") };
    }
    out.push_str("}\n");
    if !content.operations.is_empty() {
        binding(&mut out, domain, content, model);
    }
    out
}

/// Whether a type of another domain is named, as `units.Outcome`: a sentence may end in the name of a domain.
fn names_type_of(code: &str, domain: &str) -> bool {
    let prefix = format!("{domain}.");
    code.match_indices(&prefix)
        .any(|(at, _)| code[at + prefix.len()..].starts_with(|letter: char| letter.is_ascii_uppercase()))
}

/// Whether a word stands in code by itself.
fn says(code: &str, word: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    code.match_indices(word).any(|(at, _)| {
        let (before, behind) = (&code[..at], &code[at + word.len()..]);
        !before.ends_with(is_part) && !behind.starts_with(is_part)
    })
}

fn signature(domain: &str, op: &Op) -> String {
    let (name, class) = (camel(&op.name), pascal(&op.name));
    let request = reference(domain, &op.request.name);
    let report = op.report.as_ref().map(|report| reference(domain, report)).unwrap_or_default();
    let given = if op.request.fields.iter().any(|field| field.required) { "" } else { "?" };
    match op.operation.shape {
        Shape::Document { .. } => format!("{name}(request{given}: {request}): {report}"),
        Shape::Columns { .. } => format!("{name}(columns: {class}Input, params{given}: {request}): {class}Columns"),
        Shape::Stream { .. } => {
            let stream = format!("Stream<{class}Event, {class}Row, {class}Input, {class}Columns>");
            format!("{name}(params{given}: {request}, state?: Uint8Array): {stream}")
        }
        Shape::Job { .. } => format!("{name}(params{given}: {request}, options?: JobOptions): Promise<{report}>"),
    }
}

fn interface(out: &mut String, domain: &str, content: &Domain, model: &Model) {
    let what = "Each throws {@link HashInsightError} on what it refuses; one that answers a promise rejects it.";
    let _ = writeln!(out, "\n/** The operations of `{domain}`. {what} */\nexport interface Operations {{");
    for op in &content.operations {
        comment(out, "  ", &format!("{}\n\n{}", plain(op.operation.doc).trim_end(), example::tag(domain, op)));
        let _ = writeln!(out, "  {};", signature(domain, op));
        if let Shape::Job { .. } = op.operation.shape {
            let name = camel(&op.name);
            comment(out, "  ", &format!("`{name}` in blocks: step, save, resume, split over workers, merge."));
            let report = op.report.as_ref().map(|report| reference(domain, report)).unwrap_or_default();
            let work = "work?: { blocks?: readonly [number, number]; state?: Uint8Array }";
            let params = reference(domain, &op.request.name);
            let _ = writeln!(out, "  {name}Job(params: {params}, {work}): Job<{report}>;");
        }
    }
    for held in held(model, content) {
        comment(out, "  ", &Model::held_doc(held));
        let (name, of) = (camel(held.name), types::type_name(domain, &Model::held_type(held)));
        let report = own(hashinsight_surface::HOLDER);
        let _ = writeln!(out, "  {name}(report: {report}, name?: string): {of};");
    }
    out.push_str("}\n");
}

/// The accessors of an answer of this domain.
fn held<'m>(model: &'m Model, content: &Domain) -> &'m [Held] {
    content.types.iter().map(|named| model.held_by(named.name())).find(|held| !held.is_empty()).unwrap_or_default()
}

/// `ParseReport` of `feeds.ParseReport`.
fn own(name: &str) -> &str {
    name.split_once('.').map_or(name, |(_, own)| own)
}

/// Names and kinds of the columns that come in; the kind of a column of words is its words.
fn inputs(op: &Op) -> String {
    let pair = |(name, kind): (&str, ColumnKind)| match kind {
        ColumnKind::Words(words) => {
            format!("[\"{name}\", [{}]]", words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", "))
        }
        kind => format!("[\"{name}\", \"{}\"]", kind.name()),
    };
    let pairs: Vec<String> = op.inputs.iter().map(|input| pair((input.spec.name, input.spec.kind))).collect();
    format!("[{}]", pairs.join(", "))
}

fn outputs(op: &Op) -> String {
    let names: Vec<String> = op.outputs.iter().map(|output| format!("\"{}\"", output.spec.name)).collect();
    format!("[{}]", names.join(", "))
}

fn binding(out: &mut String, domain: &str, content: &Domain, model: &Model) {
    let held = held(model, content);
    if !held.is_empty() {
        out.push_str("\n/** Where an answer holds what, by kind. */\nconst held: Readonly<Record<string, readonly string[]>> = {\n");
        for item in held {
            let places: Vec<String> = item.places.iter().map(|place| format!("\"{place}\"")).collect();
            let _ = writeln!(out, "  {}: [{}],", item.name, places.join(", "));
        }
        out.push_str("};\n");
    }
    let _ = writeln!(out, "\n/** Operations of the domain. */\nexport const {domain}: {domain}.Operations = {{");
    for op in &content.operations {
        let (name, path) = (camel(&op.name), op.operation.path);
        let (inputs, outputs) = (inputs(op), outputs(op));
        let _ = match op.operation.shape {
            Shape::Document { .. } => writeln!(out, "  {name}: (request) => document(\"{path}\", request),"),
            Shape::Columns { .. } => writeln!(
                out,
                "  {name}: (columns, params) => runColumns(\"{path}\", {inputs}, {outputs}, columns, params),"
            ),
            Shape::Stream { .. } => {
                writeln!(
                    out,
                    "  {name}: (params, state) => new Stream(\"{path}\", {inputs}, {outputs}, params, state),"
                )
            }
            Shape::Job { .. } => writeln!(
                out,
                "  {name}: async (params, options) => runJob(new Job(\"{path}\", params), options),\n  \
                 {name}Job: (params, work) => new Job(\"{path}\", params, work),"
            ),
        };
    }
    for item in held {
        let (name, field) = (item.name, hashinsight_surface::FIELD);
        let _ =
            writeln!(out, "  {}: (report, name) => heldValue(report.{field}, held, \"{name}\", name),", camel(name));
    }
    out.push_str("};\n");
}
