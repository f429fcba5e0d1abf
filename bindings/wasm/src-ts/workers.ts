import { type Port, cores, spawn } from "#threads";

import { type Operations, domains } from "../../ts/src/index.js";
import { HashInsightError, type Job, type JobOptions, type Stream, checkedOptions, encodeRequest } from "./core.js";
import { type Room, addresses } from "./rooms/index.js";
import type { Question } from "./workers-thread.js";

export { type Fault, HashInsightError } from "../../ts/src/errors.js";

type Open = Stream<never, unknown, never, unknown> | Job<unknown>;

/** The operations of a room as another thread has them: each answers a promise. Streams and open jobs stay with the thread that opened them. */
export type Remote<Of> = {
  readonly [Name in keyof Of as Of[Name] extends (...given: never[]) => Open ? never : Name]: Of[Name] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Promise<Awaited<Answer>>
    : never;
};

/** The rooms that were asked for, as other threads have them. */
export type Remotes<Rooms extends Room> = { readonly [Name in Rooms]: Remote<Operations[Name]> };

interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
  progress?: ((done: number) => void) | undefined;
}

let last = 0;

/** One thread, and what it still owes. */
class Thread {
  readonly waiting = new Map<number, Waiting>();
  readonly #port: Port = spawn();
  /** Why it answers no more. */
  #ended: unknown;

  constructor() {
    this.#port.listen(
      (message) => {
        const { id, value, error, done } = message as { id: number; value?: unknown; error?: { name: string; message: string }; done?: number };
        const waiting = this.waiting.get(id);
        if (done !== undefined) return waiting?.progress?.(done);
        this.waiting.delete(id);
        if (error === undefined) waiting?.resolve(value);
        else waiting?.reject(HashInsightError.from(error) ?? Object.assign(new Error(error.message), { name: error.name }));
      },
      (error) => this.#fail(error),
    );
  }

  ask(question: Question, options: { signal?: AbortSignal | undefined; progress?: (done: number) => void } = {}): Promise<unknown> {
    const id = ++last;
    const { signal, progress } = options;
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) throw this.#ended;
      signal?.throwIfAborted();
      const abort = (): void => {
        this.#port.post({ id, question: { ask: "abort" } });
        this.waiting.delete(id);
        reject(signal?.reason);
      };
      signal?.addEventListener("abort", abort, { once: true });
      const settled = (): void => signal?.removeEventListener("abort", abort);
      this.waiting.set(id, {
        resolve: (value) => (settled(), resolve(value)),
        reject: (error) => (settled(), reject(error)),
        progress,
      });
      try {
        this.#port.post({ id, question });
      } catch (error) {
        this.waiting.get(id)?.reject(refusedHere(question) ?? error);
        this.waiting.delete(id);
      }
    });
  }

  close(): void {
    this.#port.close();
    this.#fail(new HashInsightError("border.handle.missing", "", "", "workers that were not closed"));
  }

  #fail(error: unknown): void {
    this.#ended ??= error;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of waiting) reject(error);
  }
}

/** Why no thread takes what stands in this question, as it would have been refused on this one. */
function refusedHere(question: Question): unknown {
  try {
    for (const given of question.ask === "call" ? question.given : "params" in question ? [question.params] : []) encodeRequest(given);
  } catch (error) {
    return error;
  }
  return undefined;
}

/** Threads that run operations while this one stays free. */
export class Workers<Rooms extends Room = Room> {
  /** The operations of the rooms. */
  readonly operations: Remotes<Rooms>;
  readonly #threads: readonly Thread[];

  /** @internal */
  constructor(threads: readonly Thread[], rooms: readonly Rooms[]) {
    this.#threads = threads;
    const remotes = rooms.map((room) => [room, this.#remote(room)]);
    this.operations = Object.fromEntries(remotes) as Remotes<Rooms>;
  }

  /** Ends the threads; what still runs is rejected. */
  close(): void {
    for (const thread of this.#threads) thread.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #remote(room: Room): Record<string, (...given: unknown[]) => Promise<unknown>> {
    const names = Object.keys(domains[room]);
    const call = (name: string) => async (...given: unknown[]) => this.#idlest().ask({ ask: "call", room, name, given });
    const job = (name: string) => async (params: unknown, options?: unknown) => this.#job(room, name, params, options as JobOptions);
    const open = names.filter((name) => !(name.endsWith("Job") && names.includes(name.slice(0, -3))));
    return Object.fromEntries(open.map((name) => [name, names.includes(`${name}Job`) ? job(name) : call(name)]));
  }

  #idlest(): Thread {
    return this.#threads.reduce((best, thread) => (thread.waiting.size < best.waiting.size ? thread : best));
  }

  /** A job in as many shards as there are threads: the report has the bits of one thread. */
  async #job(room: Room, name: string, params: unknown, options?: JobOptions): Promise<unknown> {
    const { onProgress, signal } = checkedOptions(options);
    const first = this.#idlest();
    const total = (await first.ask({ ask: "total", room, name, params }, { signal })) as number;
    const shards = Math.max(1, Math.min(this.#threads.length, total));
    const edge = (shard: number): number => Math.floor((total * shard) / shards);
    const dones = new Array<number>(shards).fill(0);
    const stop = new AbortController();
    const stopped = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
    const run = this.#threads.slice(0, shards).map((thread, shard) => {
      const progress = (done: number): void => {
        dones[shard] = done;
        try {
          onProgress?.({ done: dones.reduce((sum, part) => sum + part, 0), total });
        } catch (error) {
          stop.abort(error);
        }
      };
      return thread.ask({ ask: "blocks", room, name, params, blocks: [edge(shard), edge(shard + 1)] }, { signal: stopped, progress });
    });
    try {
      const states = (await Promise.all(run)) as Uint8Array[];
      return await first.ask({ ask: "report", room, name, params, states }, { signal });
    } catch (error) {
      stop.abort();
      await Promise.allSettled(run);
      throw error;
    }
  }
}

/**
 * Starts threads that load some rooms, a module each, and run their operations: the page stays free. A job is divided over the threads.
 *
 * `workers` says how many threads there are; by default as many as run at the same time.
 */
export default async function startWorkers<const Rooms extends readonly Room[]>(
  rooms: Rooms,
  { workers = cores() }: { readonly workers?: number } = {},
): Promise<Workers<Rooms[number]>> {
  if (!Number.isInteger(workers) || workers < 1 || workers > 1024) {
    throw new HashInsightError("border.workers.out_of_range", "workers", String(workers), "a whole number from 1 to 1024");
  }
  if (!Array.isArray(rooms)) throw new HashInsightError("border.room.unknown", "rooms", String(rooms ?? ""), 'a list of rooms, as ["mining"]');
  for (const room of rooms) {
    if (!Object.hasOwn(addresses, room)) throw new HashInsightError("border.room.unknown", "rooms", String(room), Object.keys(addresses).join(", "));
  }
  const threads = Array.from({ length: workers }, () => new Thread());
  try {
    await Promise.all(threads.map((thread) => thread.ask({ ask: "load", rooms })));
  } catch (error) {
    for (const thread of threads) thread.close();
    throw error;
  }
  return new Workers(threads, rooms);
}
