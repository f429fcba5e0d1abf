/** One end of what joins two threads. */
export interface Port {
  post(message: unknown, transfer?: ArrayBuffer[]): void;
  listen(onMessage: (message: unknown) => void, onError?: (error: unknown) => void): void;
  close(): void;
}

/** Another thread, which runs `workers-thread.js`. */
export function spawn(): Port {
  const worker = new Worker(new URL("./workers-thread.js", import.meta.url), { type: "module" });
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    listen: (onMessage, onError) => {
      worker.onmessage = ({ data }) => onMessage(data);
      worker.onerror = (event) => onError?.(new Error(event.message || "the worker could not be started"));
    },
    close: () => worker.terminate(),
  };
}

/** In such a thread: the way to the one that started it. */
export function parent(): Port {
  const scope = globalThis as unknown as Worker;
  return {
    post: (message, transfer = []) => scope.postMessage(message, transfer),
    listen: (onMessage) => (scope.onmessage = ({ data }) => onMessage(data)),
    close: () => {},
  };
}

/** Threads that run at the same time. */
export const cores = (): number => navigator.hardwareConcurrency || 1;
