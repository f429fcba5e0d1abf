// Generated from the operation table by `cargo xtask gen`.

import { border } from "./border.js";
import { derivatives } from "./derivatives.js";
import { feeds } from "./feeds.js";
import { mining } from "./mining.js";
import { signals } from "./signals.js";

export type { market } from "./market.js";
export type { units } from "./units.js";
export { border, derivatives, feeds, mining, signals };

/** Every operation, by domain. */
export interface Operations {
  readonly border: border.Operations;
  readonly derivatives: derivatives.Operations;
  readonly feeds: feeds.Operations;
  readonly mining: mining.Operations;
  readonly signals: signals.Operations;
}

/** Every operation, by domain. */
export const domains: Operations = { border, derivatives, feeds, mining, signals };
