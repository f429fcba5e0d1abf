// Generated from the operation table by `cargo xtask gen`.

/** Names of integers that may exceed 2^53: they cross as text. */
export const wide: ReadonlySet<string> = new Set(["count_u128", "count_u64", "seed"]);
