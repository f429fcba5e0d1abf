// Generated from the operation table by `cargo xtask gen`.

import { report } from "../../../ts/src/generated/report.js";
import { type Loader, loader } from "../core.js";

export { type Fault, HashInsightError } from "../core.js";
export { report };

/** Loads the module of `report`, once, and answers its operations. */
const load: Loader<report.Operations> = loader(new URL("../web/report_bg.wasm", import.meta.url), ["report"], report);
export default load;
