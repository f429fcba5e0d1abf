import { createRequire } from "node:module";

import { type Backend, use } from "../../ts/src/index.js";
import { guarded } from "../../ts/src/errors.js";

export * from "../../ts/src/index.js";

/** The native addon, for those who bring their own surface. */
export const backend = createRequire(import.meta.url)("../../../hashinsight.node") as Backend;
use(backend);

/** Version of the library. */
export const version: string = backend.version();
/** Paths of all operations. */
export const operations: readonly string[] = backend.operations();
/** The worked example of an operation, as JSON text. */
export const example = (path: string): string => guarded(() => backend.example(path));
