// Generated from the operation table by `cargo xtask gen`.

import { treasury } from "../../../ts/src/generated/treasury.js";
import { part } from "../core.js";

export { type Fault, HashInsightError } from "../core.js";
export type { treasury };

/** Loads a module with these operations of `treasury` alone, once, and answers them. */
export default part(new URL("../web/treasury_policy_bg.wasm", import.meta.url), treasury, [
  "coverage",
  "netToGross",
  "runway",
  "cashForecast",
  "loan",
  "decide",
  "floor",
  "reverseStress",
  "optimalSales",
  "basis",
  "funding",
  "coveredCall",
  "collar",
  "executionSchedule",
  "forwardHedge",
]);
