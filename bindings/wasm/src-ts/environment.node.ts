import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker, parentPort } from "node:worker_threads";

import { type Backend, use } from "../../ts/src/core.js";
import type { Port } from "./environment.web.js";
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

/** Another thread, which runs `workers-thread.js`. */
export function spawn(): Port {
  const worker = new Worker(new URL("./workers-thread.js", import.meta.url));
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    listen: (onMessage, onError) => {
      worker.on("message", onMessage);
      worker.on("error", (error) => onError?.(error));
    },
    close: () => void worker.terminate(),
  };
}

/** In such a thread: the way to the one that started it. */
export function parent(): Port {
  return {
    post: (message, transfer = []) => parentPort?.postMessage(message, transfer),
    listen: (onMessage) => parentPort?.on("message", onMessage),
    close: () => parentPort?.close(),
  };
}

/** Threads that run at the same time. */
export const cores = (): number => availableParallelism();
