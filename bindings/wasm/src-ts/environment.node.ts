import { readFileSync } from "node:fs";

import { type Backend, use } from "../../ts/src/core.js";
import type { Glue, ModuleSource } from "./loader.js";

/** Starts a module, which here lies in a file. */
export async function start(glue: Glue, source: ModuleSource | Promise<ModuleSource>): Promise<void> {
  const given = await source;
  await glue.init({ module_or_path: given instanceof URL && given.protocol === "file:" ? readFileSync(given) : given });
}

/** In Node nothing needs to wait: operations work as soon as the package is imported. */
export function startAtImport(newGlue: () => Glue, address: URL): Backend | undefined {
  const glue = newGlue();
  glue.initSync({ module: readFileSync(address) });
  use(glue);
  return glue;
}
