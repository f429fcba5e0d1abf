export { MiningCalculator } from "./calculator.js";
export { tagOf } from "./choices.js";
export { type Code, type Fault, HashInsightError, type Problem } from "./errors.js";
export { type Backend, type Columns, Job, type JobOptions, type Progress, Stream, type Words, example, runJob, use } from "./core.js";
export { type RowOf, numbers, rows } from "./tables.js";
export * from "./generated/index.js";
export { zoneClock } from "./zones.js";
