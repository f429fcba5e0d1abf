// Generated from the operation table by `cargo xtask gen`.

import { feeds } from "../../../ts/src/generated/feeds.js";
import { part } from "../core.js";

export { type Fault, HashInsightError } from "../core.js";
export type { feeds };

/** Loads a module with these operations of `feeds` alone, once, and answers them. */
export default part(new URL("../web/feeds_exchanges_bg.wasm", import.meta.url), feeds, [
  "request",
  "parse",
  "bars",
  "bar",
  "quote",
  "quotes",
  "orderBook",
  "markPoint",
  "funding",
  "fundingHistory",
  "openInterest",
  "openInterestHistory",
  "optionQuote",
  "optionChain",
  "tierTable",
  "blockStats",
  "series",
  "difficulty",
  "hashrate",
  "height",
  "feesPerBlock",
  "refusal",
  "reconcile",
  "retain",
  "alert",
  "gaps",
  "daily",
  "freshness",
  "schedule",
]);
