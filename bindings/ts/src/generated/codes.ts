// Generated from the operation table by `cargo xtask gen`.

/** Who refused: the first part of a code. */
export type Refuser =
  | "crm"
  | "derivatives"
  | "feeds"
  | "insurance"
  | "mining"
  | "report"
  | "signals"
  | "texts"
  | "treasury"
  | "border"
  | "job"
  | "market"
  | "numerics"
  | "state"
  | "units";

/** What is wrong: the last part of a code. */
export type Problem =
  | "out_of_range"
  | "not_finite"
  | "missing"
  | "unknown_field"
  | "wrong_type"
  | "length"
  | "unknown"
  | "unsupported"
  | "insufficient_data"
  | "none"
  | "several";

/** The code of a refusal, stable, as `mining.pool_fee.out_of_range`. */
export type Code = `${Refuser}.${string}.${Problem}`;
