// Generated from the operation table by `cargo xtask gen`.

import { insurance } from "../../../ts/src/generated/insurance.js";
import { part } from "../core.js";

export { type Fault, HashInsightError } from "../core.js";
export type { insurance };

/** Loads a module with these operations of `insurance` alone, once, and answers them. */
export default part(new URL("../web/insurance_quote_bg.wasm", import.meta.url), insurance, [
  "products",
  "frozenTerms",
  "quote",
  "verifyQuote",
  "earlyClose",
  "quoteBatch",
  "riskIndex",
]);
