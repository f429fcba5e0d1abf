// Generated from the operation table by `cargo xtask gen`.

import { crm } from "../../../ts/src/generated/crm.js";
import { type Loader, loader } from "../core.js";

export { type Fault, HashInsightError } from "../core.js";
export { crm };

/** Loads the module of `crm`, once, and answers its operations. */
const load: Loader<crm.Operations> = loader(new URL("../web/crm_bg.wasm", import.meta.url), ["crm"], crm);
export default load;
