import init, * as glue from "../../../web/hashinsight.js";
import { type Operations, domains, use } from "../../ts/src/index.js";

export * from "../../ts/src/index.js";

/** Where the module may come from: an address, an answer of `fetch`, bytes, or a compiled module that another thread sent. */
export type ModuleSource = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/**
 * Loads the WASM module, once, and answers the operations.
 *
 * `source` says where the module is; by default `hashinsight_bg.wasm` lies beside the glue, where bundlers find it by themselves.
 */
export default async function load(source?: ModuleSource | Promise<ModuleSource>): Promise<Operations> {
  await (source === undefined ? init() : init({ module_or_path: source }));
  use(glue);
  return domains;
}
