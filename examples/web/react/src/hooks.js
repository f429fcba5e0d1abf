import loadMining from "@hashinsight/wasm/mining";
import startWorkers from "@hashinsight/wasm/workers";
import { useCallback, useEffect, useRef, useState } from "react";

/** The operations of mining on this thread, and those of mining and the report on others, as they become ready. */
export function useRooms() {
  const [rooms, setRooms] = useState({});
  useEffect(() => {
    const add = (part) => setRooms((rooms) => ({ ...rooms, ...part }));
    const fail = (error) => add({ error });
    loadMining().then((mining) => add({ mining }), fail);
    const starting = startWorkers(["mining", "report"], { workers: 2 });
    starting.then((threads) => add({ threads }), fail);
    return () => void starting.then((threads) => threads.close(), () => {});
  }, []);
  return rooms;
}

/**
 * What an operation answers to a request, or why it does not: of this thread at once, of another when it is there. An answer that a newer
 * request has overtaken is not shown.
 */
export function useOperation(operation, request) {
  const [state, setState] = useState({});
  const text = JSON.stringify(request);
  useEffect(() => {
    if (!operation || text === undefined) return undefined;
    let current = true;
    const show = (state) => current && setState(state);
    new Promise((resolve) => resolve(operation(JSON.parse(text)))).then((answer) => show({ answer }), (error) => show({ error }));
    return () => void (current = false);
  }, [operation, text]);
  return state;
}

/** A job on other threads: `run` starts it, `cancel` stops it, and so does leaving the page. */
export function useJob(operation) {
  const [state, setState] = useState({});
  const control = useRef();
  const cancel = useCallback(() => control.current?.abort(), []);
  const run = useCallback(
    async (request) => {
      cancel();
      const { signal } = (control.current = new AbortController());
      const show = (state) => control.current.signal === signal && setState(state);
      show({ progress: 0 });
      try {
        const onProgress = ({ done, total }) => signal.aborted || show({ progress: done / total });
        show({ answer: await operation(request, { signal, onProgress }) });
      } catch (error) {
        show(signal.aborted ? { cancelled: true } : { error });
      }
    },
    [operation, cancel],
  );
  useEffect(() => cancel, [cancel]);
  return { ...state, run, cancel };
}
