// Generated from the operation table by `cargo xtask gen`.

import { border } from "./border.js";
import { signals } from "./signals.js";

export type { units } from "./units.js";
export { border, signals };

/** Every operation, by domain. */
export interface Operations {
  readonly border: border.Operations;
  readonly signals: signals.Operations;
}

/** Every operation, by domain. */
export const domains: Operations = { border, signals };
