// Generated from the operation table by `cargo xtask gen`.

import { derivatives } from "../../../ts/src/generated/derivatives.js";
import { type Loader, loader } from "../core.js";

export { type Fault, HashInsightError } from "../core.js";
export { derivatives };

/** Loads the module of `derivatives`, once, and answers its operations. */
const load: Loader<derivatives.Operations> = loader(new URL("../web/derivatives_bg.wasm", import.meta.url), ["derivatives"], derivatives);
export default load;
