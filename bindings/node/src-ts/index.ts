import { createRequire } from "node:module";

import { type Backend, use, version } from "../../ts/src/index.js";

export * from "../../ts/src/index.js";

const require = createRequire(import.meta.url);

/** The addon, or the module of `@hashinsight/wasm` where there is none for this machine: the same bits, two to eight times slower. */
function find(): Backend {
  try {
    return require("../../../hashinsight.node") as Backend;
  } catch (error) {
    const machine = `${process.platform}-${process.arch}`;
    let found: Backend;
    try {
      found = (require("@hashinsight/wasm") as { backend: Backend }).backend;
    } catch {
      throw new Error(`no addon for ${machine}: build it, or install @hashinsight/wasm, which stands in`, { cause: error });
    }
    if (found.version() === version) return found;
    throw new Error(`no addon for ${machine}, and @hashinsight/wasm is ${found.version()} instead of ${version}`, { cause: error });
  }
}

/** The native side, for those who bring their own surface. */
export const backend = find();
use(backend);
