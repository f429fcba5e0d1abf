//! The codes of refusals as types.

use hashinsight_surface::{Problem, ROOMS};

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
