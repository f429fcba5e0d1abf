import type { Backend } from "../../ts/src/core.js";
import type { Glue, ModuleSource } from "./loader.js";

/** Fetches and starts a module. */
export async function start(glue: Glue, source: ModuleSource | Promise<ModuleSource>): Promise<void> {
  await glue.init({ module_or_path: source });
}

/** A page waits for `load()`. */
export function startAtImport(_glue: () => Glue, _address: URL): Backend | undefined {
  return undefined;
}
