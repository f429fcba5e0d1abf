// Generated from the operation table by `cargo xtask gen`.

import { mining } from "../../../ts/src/generated/mining.js";
import { part } from "../core.js";

export { type Fault, HashInsightError } from "../core.js";
export type { mining };

/** Loads a module with these operations of `mining` alone, once, and answers them. */
export default part(new URL("../web/mining_core_bg.wasm", import.meta.url), mining, [
  "decodeNbits",
  "retarget",
  "permittedTransition",
  "checkProofOfWork",
  "subsidy",
  "impliedHashrate",
  "expectedReward",
  "hashprice",
  "realizedHashprice",
  "profit",
  "profitBatch",
  "profitHeatMap",
  "hashpriceBatch",
]);
