import { availableParallelism } from "node:os";
import { Worker, parentPort } from "node:worker_threads";

import type { Port } from "./threads.web.js";

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
