// Generated from the operation table by `cargo xtask gen`.

import { feeds } from "../../../ts/src/generated/feeds.js";
import { type Loader, loader } from "../core.js";

export { type Fault, HashInsightError } from "../core.js";
export { feeds };

/** Loads the module of `feeds`, once, and answers its operations. */
const load: Loader<feeds.Operations> = loader(new URL("../web/feeds_bg.wasm", import.meta.url), ["feeds"], feeds);
export default load;
