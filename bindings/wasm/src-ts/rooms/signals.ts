// Generated from the operation table by `cargo xtask gen`.

import { signals } from "../../../ts/src/generated/signals.js";
import { type Loader, loader } from "../core.js";

export { type Fault, HashInsightError } from "../core.js";
export { signals };

/** Loads the module of `signals`, once, and answers its operations. */
const load: Loader<signals.Operations> = loader(new URL("../web/signals_bg.wasm", import.meta.url), ["signals"], signals);
export default load;
