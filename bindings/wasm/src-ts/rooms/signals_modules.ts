// Generated from the operation table by `cargo xtask gen`.

import { signals } from "../../../ts/src/generated/signals.js";
import { part } from "../core.js";

export { type Fault, HashInsightError } from "../core.js";
export type { signals };

/** Loads a module with these operations of `signals` alone, once, and answers them. */
export default part(new URL("../web/signals_modules_bg.wasm", import.meta.url), signals, [
  "regime",
  "regimeFilter",
  "breakout",
  "confluence",
  "layers",
  "minerCycle",
  "pattern",
  "fitRegimes",
  "sellLadder",
  "derivativesPressure",
  "microstructure",
  "vpin",
  "orderBook",
  "tradeCosts",
  "almgrenChriss",
  "executionPlan",
  "banditSizing",
  "ensemble",
  "reliability",
  "evaluate",
  "calibrate",
  "walkForward",
  "forecast",
]);
