/// <reference lib="esnext.disposable" preserve="true" />
import { type ColumnBuffer, type Columns, type Spec, type Words, cell, pack, unpack } from "./columns.js";
import { type Letter, type Numbers, decodeReport, encodeRequest } from "./encode.js";
import { HashInsightError, guarded } from "./errors.js";

export type { Columns, Words };

/** An open stream on the native side. */
export interface NativeStream {
  update(names: string[], columns: ColumnBuffer[]): ColumnBuffer[];
  peek(names: string[], columns: ColumnBuffer[]): ColumnBuffer[];
  finish(): ColumnBuffer[];
  reset(): void;
  save(): Uint8Array;
  free(): void;
}

/** An open job on the native side. */
export interface NativeJob {
  progress(): ArrayLike<number>;
  step(blocks: number): ArrayLike<number>;
  /** The same on another thread, where the native side has one. */
  stepAway?(blocks: number): Promise<ArrayLike<number>>;
  merge(other: NativeJob): void;
  report(): string | Letter;
  save(): Uint8Array;
  free(): void;
}

/** The four ways across: what the Node addon and the WASM module both export. */
export interface Backend {
  version(): string;
  operations(): string[];
  example(path: string): string;
  call(path: string, request: string, lists?: Numbers[]): string | Letter;
  callColumns(path: string, params: string, names: string[], columns: ColumnBuffer[], lists?: Numbers[]): ColumnBuffer[];
  openStream(path: string, params: string, state?: Uint8Array, lists?: Numbers[]): NativeStream;
  openJob(path: string, params: string, blocks?: Float64Array, state?: Uint8Array, lists?: Numbers[]): NativeJob;
}

/** The backend of each domain. */
const backends = new Map<string, Backend>();

const domainOf = (path: string): string => path.slice(0, path.indexOf("."));

/** Has the operations that a backend knows run on it. The packages do it themselves: Node's at import, that for the browser in `load`. */
export function use(backend: Backend): void {
  for (const path of backend.operations()) backends.set(domainOf(path), backend);
}

/** Whether the operations of a domain have a backend. */
export function has(domain: string): boolean {
  return backends.has(domain);
}

/** The one backend that an operation is calling on, whatever its domain has. */
let only: Backend | undefined;

/** An operation that runs on this backend. */
export function on<Given extends unknown[], Answer>(backend: Backend, operation: (...given: Given) => Answer): (...given: Given) => Answer {
  return (...given) => {
    const outer = only;
    only = backend; // an operation finds its backend before it first waits
    try {
      return operation(...given);
    } finally {
      only = outer;
    }
  };
}

/** The backend of an operation. */
function native(path: string): Backend {
  const domain = domainOf(path);
  const backend = only ?? backends.get(domain);
  if (backend === undefined) throw new HashInsightError("border.module.missing", "", domain, `an operation after \`load()\` or \`load(["${domain}"])\``);
  return backend;
}

/** The worked example of an operation, as JSON text. */
export function example(path: string): string {
  const backend = backends.get(domainOf(path)) ?? backends.values().next().value;
  if (backend === undefined) throw new HashInsightError("border.module.missing", "", path, "an operation after `load()`");
  return guarded(() => backend.example(path));
}

/** A document operation. */
export function document<Report>(path: string, request: unknown): Report {
  const [text, lists] = encodeRequest(request);
  return decodeReport(guarded(() => native(path).call(path, text, lists))) as Report;
}

/** A columns operation. */
export function runColumns<C>(
  path: string,
  inputs: readonly Spec[],
  outputs: readonly string[],
  columns: Columns,
  params: unknown,
): C {
  const [text, lists] = encodeRequest(params);
  const [names, arrays] = pack(path, inputs, columns);
  return unpack(outputs, guarded(() => native(path).callColumns(path, text, names, arrays, lists)));
}

/** A calculation that is fed event by event. Free it, or declare it with `using`. */
export class Stream<Event extends Columns, Row, In extends Columns, Out> {
  readonly #native: NativeStream;
  readonly #path: string;
  readonly #inputs: readonly Spec[];
  readonly #outputs: readonly string[];
  #open = true;

  constructor(path: string, inputs: readonly Spec[], outputs: readonly string[], params: unknown, state?: Uint8Array) {
    const [text, lists] = encodeRequest(params);
    checkState(state);
    this.#native = guarded(() => native(path).openStream(path, text, state, lists));
    this.#path = path;
    this.#inputs = inputs;
    this.#outputs = outputs;
  }

  /** Takes the next event; a refused event changes nothing. */
  update(event: Event): Row {
    return this.#row(this.#run((native, names, arrays) => native.update(names, arrays), one(event)), 0) as Row;
  }

  /** What `update` would answer, without taking the event. */
  peek(event: Event): Row {
    return this.#row(this.#run((native, names, arrays) => native.peek(names, arrays), one(event)), 0) as Row;
  }

  /** Takes many events, all or none. */
  updateMany(events: In): Out {
    return unpack(this.#outputs, this.#run((native, names, arrays) => native.update(names, arrays), events));
  }

  /** Closes what is still open: its output, if there is one. */
  finish(): Row | undefined {
    return this.#row(guarded(() => this.#alive().finish()), 0);
  }

  /** Forgets every event. */
  reset(): void {
    this.#alive().reset();
  }

  /** The state as bytes, to open another stream with. */
  save(): Uint8Array {
    return guarded(() => this.#alive().save());
  }

  /** Gives the memory back. */
  free(): void {
    if (this.#open) this.#native.free();
    this.#open = false;
  }

  [Symbol.dispose](): void {
    this.free();
  }

  #alive(): NativeStream {
    return alive(this.#native, this.#open);
  }

  #run(run: (native: NativeStream, names: string[], arrays: ColumnBuffer[]) => ColumnBuffer[], events: Columns): ColumnBuffer[] {
    const [names, arrays] = pack(this.#path, this.#inputs, events);
    return guarded(() => run(this.#alive(), names, arrays));
  }

  #row(outputs: ColumnBuffer[], row: number): Row | undefined {
    const cells = this.#outputs.map((name, index) => [name, cell(outputs[index], row)] as const);
    return cells.some(([, value]) => value !== undefined) ? (Object.fromEntries(cells) as Row) : undefined;
  }
}

function one(event: Columns): Columns {
  const entries = Object.entries(event).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, [value]]));
}

function alive<T>(native: T, open: boolean): T {
  if (!open) throw new HashInsightError("border.handle.missing", "", "", "a handle that was not freed");
  return native;
}

/** State bytes, unless what is given is something else: the two backends would say so in words of their own. */
function checkState(state: Uint8Array | undefined): Uint8Array | undefined {
  if (state === undefined || state instanceof Uint8Array) return state;
  throw new HashInsightError("border.state.wrong_type", "state", `a ${typeof state}`, "a Uint8Array that `save` answered");
}

function packBlocks(blocks: readonly [number, number] | undefined): Float64Array | undefined {
  if (blocks === undefined) return undefined;
  const given: unknown = blocks;
  if (Array.isArray(given) && given.length === 2 && given.every((item) => typeof item === "number")) return Float64Array.from(blocks);
  throw new HashInsightError("border.blocks.wrong_type", "blocks", Array.isArray(given) ? JSON.stringify(given) : `a ${typeof given}`, "two numbers");
}

/** How far a job is, in blocks. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Blocks of work that can be interrupted, saved, split and merged. Free it, or declare it with `using`. */
export class Job<Report> {
  readonly #native: NativeJob;
  #open = true;

  constructor(path: string, params: unknown, work: { blocks?: readonly [number, number]; state?: Uint8Array } = {}) {
    const [text, lists] = encodeRequest(params);
    const [blocks, state] = [packBlocks(work.blocks), checkState(work.state)];
    this.#native = guarded(() => native(path).openJob(path, text, blocks, state, lists));
  }

  get progress(): Progress {
    return pair(this.#alive().progress());
  }

  /** Does up to so many blocks. */
  step(blocks = 1): Progress {
    return pair(this.#alive().step(countOf(blocks)));
  }

  /** Does up to so many blocks and lets the event loop do what waits: in Node meanwhile, because they are done on a thread of its pool. */
  async advance(blocks = 1): Promise<Progress> {
    const native = this.#alive();
    if (native.stepAway !== undefined) return pair(await native.stepAway(countOf(blocks)));
    const progress = this.step(blocks);
    await breath();
    return progress;
  }

  /** Takes over what another shard has to do and has done. */
  merge(other: Job<Report>): this {
    if (other === this) {
      throw new HashInsightError("job.merge.unsupported", "", "the job itself", "another shard with other blocks");
    }
    if (other.#native.constructor !== this.#native.constructor) {
      throw new HashInsightError("job.merge.unsupported", "", "a shard of another module", "a shard opened here with the other's `save()`");
    }
    guarded(() => this.#alive().merge(other.#alive()));
    return this;
  }

  /** The result, once every block of the whole job is done. */
  report(): Report {
    return decodeReport(guarded(() => this.#alive().report())) as Report;
  }

  /** The state as bytes, to open another job with. */
  save(): Uint8Array {
    return guarded(() => this.#alive().save());
  }

  /** Gives the memory back. */
  free(): void {
    if (this.#open) this.#native.free();
    this.#open = false;
  }

  [Symbol.dispose](): void {
    this.free();
  }

  #alive(): NativeJob {
    return alive(this.#native, this.#open);
  }
}

function countOf(blocks: number): number {
  if (Number.isInteger(blocks) && blocks >= 1 && blocks <= 0xffffffff) return blocks;
  throw new HashInsightError("border.blocks.out_of_range", "blocks", String(blocks), "a whole number from 1 to 2^32 - 1");
}

function pair(numbers: ArrayLike<number>): Progress {
  return { done: numbers[0] ?? 0, total: numbers[1] ?? 0 };
}

/** How to run a job to its end. */
export interface JobOptions {
  /** Called after each slice of work. */
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the job between slices; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Refuses options that are none, in the form of every refusal. A signal may be that of another realm, as of jsdom. */
export function checkedOptions(options: JobOptions = {}): JobOptions {
  const { onProgress, signal } = options;
  if (onProgress !== undefined && typeof onProgress !== "function") {
    throw new HashInsightError("border.progress.wrong_type", "onProgress", `a ${typeof onProgress}`, "a function of { done, total }");
  }
  if (signal !== undefined && typeof (signal as Partial<AbortSignal> | null)?.throwIfAborted !== "function") {
    throw new HashInsightError("border.signal.wrong_type", "signal", `a ${typeof signal}`, "an AbortSignal");
  }
  return options;
}

const SLICE_MS = 16;

/** Lets the event loop do what waits. Not by a timer: a hidden page waits a second or more for each. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Does all blocks of a job, in slices, and lets the event loop breathe between them. */
export async function finishJob(job: Job<unknown>, options?: JobOptions): Promise<void> {
  const { onProgress, signal } = checkedOptions(options);
  let blocks = 1;
  let progress = job.progress;
  while (progress.done < progress.total) {
    signal?.throwIfAborted();
    const start = performance.now();
    progress = await job.advance(blocks);
    const spent = Math.max(performance.now() - start, 1e-3);
    onProgress?.(progress);
    blocks = Math.max(1, Math.min(blocks * 4, Math.floor((blocks * SLICE_MS) / spent)));
  }
  signal?.throwIfAborted();
}

/** Runs a job to its end and frees it. */
export async function runJob<Report>(job: Job<Report>, options: JobOptions = {}): Promise<Report> {
  try {
    await finishJob(job, options);
    return job.report();
  } finally {
    job.free();
  }
}
