import { createRequire } from "node:module";

import { type Backend, use } from "../../ts/src/index.js";

export * from "../../ts/src/index.js";

/** The native addon, for those who bring their own surface. */
export const backend = createRequire(import.meta.url)("../../../hashinsight.node") as Backend;
use(backend);
