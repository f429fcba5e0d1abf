export { MiningCalculator } from "./calculator.js";
export { type Fault, HashInsightError } from "./errors.js";
export { type Backend, type Columns, Job, type JobOptions, type Progress, Stream, type Words, runJob } from "./core.js";
export * from "./generated.js";
