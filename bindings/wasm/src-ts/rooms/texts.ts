// Generated from the operation table by `cargo xtask gen`.

import { texts } from "../../../ts/src/generated/texts.js";
import { type Loader, loader } from "../core.js";

export { type Fault, HashInsightError } from "../core.js";
export { texts };

/** Loads the module of `texts`, once, and answers its operations. */
const load: Loader<texts.Operations> = loader(new URL("../web/texts_bg.wasm", import.meta.url), ["texts"], texts);
export default load;
