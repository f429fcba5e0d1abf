// Generated from the operation table by `cargo xtask gen`.

import { mining } from "../../../ts/src/generated/mining.js";
import { type Loader, loader } from "../core.js";

export { type Fault, HashInsightError } from "../core.js";
export { mining };

/** Loads the module of `mining`, once, and answers its operations. */
const load: Loader<mining.Operations> = loader(new URL("../web/mining_bg.wasm", import.meta.url), ["mining"], mining);
export default load;
