// Generated from the operation table by `cargo xtask gen`.

import { treasury } from "../../../ts/src/generated/treasury.js";
import { type Loader, loader } from "../core.js";

export { type Fault, HashInsightError } from "../core.js";
export { treasury };

/** Loads the module of `treasury`, once, and answers its operations. */
const load: Loader<treasury.Operations> = loader(new URL("../web/treasury_bg.wasm", import.meta.url), ["treasury"], treasury);
export default load;
