// Generated from the operation table by `cargo xtask gen`.

import { border } from "./border.js";
import { crm } from "./crm.js";
import { derivatives } from "./derivatives.js";
import { feeds } from "./feeds.js";
import { insurance } from "./insurance.js";
import { mining } from "./mining.js";
import { signals } from "./signals.js";
import { texts } from "./texts.js";
import { treasury } from "./treasury.js";

export type { market } from "./market.js";
export type { units } from "./units.js";
export { border, crm, derivatives, feeds, insurance, mining, signals, texts, treasury };

/** Every operation, by domain. */
export interface Operations {
  readonly border: border.Operations;
  readonly crm: crm.Operations;
  readonly derivatives: derivatives.Operations;
  readonly feeds: feeds.Operations;
  readonly insurance: insurance.Operations;
  readonly mining: mining.Operations;
  readonly signals: signals.Operations;
  readonly texts: texts.Operations;
  readonly treasury: treasury.Operations;
}

/** Every operation, by domain. */
export const domains: Operations = { border, crm, derivatives, feeds, insurance, mining, signals, texts, treasury };
