import { createRequire } from "node:module";

import { type Backend, type Operations, domains, use } from "../../ts/src/index.js";
import { guarded } from "../../ts/src/errors.js";

export * from "../../ts/src/index.js";

/** The WASM module, for those who bring their own surface. */
export const backend = createRequire(import.meta.url)("../../../nodejs/hashinsight.cjs") as Backend;
use(backend);

/** Version of the library. */
export const version: string = backend.version();
/** Paths of all operations. */
export const operations: readonly string[] = backend.operations();
/** The worked example of an operation, as JSON text. */
export const example = (path: string): string => guarded(() => backend.example(path));
/** The same promise that the web build gives, so that one program runs on both. */
export default async function load(): Promise<Operations> {
  use(backend);
  return domains;
}
