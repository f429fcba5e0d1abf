//! The codes of refusals as types, and the names of integers that may exceed 2^53.

use std::collections::BTreeSet;

use hashinsight_surface::{Problem, ROOMS};

use crate::generate::model::{Model, Named, Struct, Type};

/// What begins a code, besides the rooms: the crates below them, and what stands around all operations.
const OTHERS: [&str; 6] = ["border", "job", "market", "numerics", "state", "units"];

pub(super) fn types() -> String {
    let union = |words: Vec<&str>| format!("\n  | \"{}\"", words.join("\"\n  | \""));
    let refusers = union(ROOMS.iter().chain(&OTHERS).copied().collect());
    let problems = union(Problem::ALL.iter().map(|problem| problem.name()).collect());
    format!(
        "/** Who refused: the first part of a code. */\nexport type Refuser ={refusers};\n\n\
         /** What is wrong: the last part of a code. */\nexport type Problem ={problems};\n\n\
         /** The code of a refusal, stable, as `mining.pool_fee.out_of_range`. */\n\
         export type Code = `${{Refuser}}.${{string}}.${{Problem}}`;\n"
    )
}

/// Names of the fields whose integers are text in JSON. Such a name means such an integer wherever it is taken, or no number at all.
pub(super) fn wide(model: &Model) -> String {
    let types = model.domains.values().flat_map(|domain| &domain.types);
    let structs = types.filter_map(|named| if let Named::Struct(item) = named { Some(item) } else { None });
    let requests = model.domains.values().flat_map(|domain| &domain.operations).map(|op| &op.request);
    let structs: Vec<&Struct> = structs.chain(requests).collect();
    let fields = || structs.iter().flat_map(|item| &item.fields);
    let names: BTreeSet<&str> = fields().filter(|field| field.ty == Type::Wide).map(|field| &*field.name).collect();
    let twin = fields()
        .find(|field| names.contains(&*field.name) && matches!(field.ty, Type::Number | Type::Integer | Type::Instant));
    assert!(
        twin.is_none(),
        "{} is an integer as text in one document and a number in another",
        twin.map_or("", |f| &f.name)
    );
    let names: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    format!(
        "/** Names of integers that may exceed 2^53: they cross as text. */\n\
         export const wide: ReadonlySet<string> = new Set([{}]);\n",
        names.join(", ")
    )
}
