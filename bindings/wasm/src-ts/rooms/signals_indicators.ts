// Generated from the operation table by `cargo xtask gen`.

import { signals } from "../../../ts/src/generated/signals.js";
import { part } from "../core.js";

export { type Fault, HashInsightError } from "../core.js";
export type { signals };

/** Loads a module with these operations of `signals` alone, once, and answers them. */
export default part(new URL("../web/signals_indicators_bg.wasm", import.meta.url), signals, [
  "indicatorBatch",
  "indicatorLanes",
  "indicator",
  "indicatorStart",
]);
