import { type Backend, type Operations, bind } from "../../ts/src/index.js";

export * from "../../ts/src/index.js";

/** The glue that wasm-bindgen writes. */
interface Glue extends Backend {
  default(module?: { module_or_path: unknown }): Promise<unknown>;
}

/**
 * Loads the WASM module, once, and answers the operations.
 *
 * `source` says where the module is (a URL, a Response, bytes); by default it lies beside this file.
 */
export default async function load(source?: unknown): Promise<Operations> {
  const glue = (await import(/* @vite-ignore */ new URL("../../../web/hashinsight.js", import.meta.url).href)) as Glue;
  await (source === undefined ? glue.default() : glue.default({ module_or_path: source }));
  return bind(glue);
}
