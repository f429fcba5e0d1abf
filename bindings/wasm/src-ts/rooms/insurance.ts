// Generated from the operation table by `cargo xtask gen`.

import { insurance } from "../../../ts/src/generated/insurance.js";
import { type Loader, loader } from "../core.js";

export { type Fault, HashInsightError } from "../core.js";
export { insurance };

/** Loads the module of `insurance`, once, and answers its operations. */
const load: Loader<insurance.Operations> = loader(new URL("../web/insurance_bg.wasm", import.meta.url), ["insurance"], insurance);
export default load;
