import { parent } from "#threads";

import { HashInsightError, type Job, type JobOptions, Stream, finishJob } from "./core.js";
import load, { domains } from "./index.js";
import type { Room } from "./rooms/index.js";

/** What a thread is asked, each with the number that its answer carries. */
export type Question =
  | { readonly ask: "load"; readonly rooms: readonly Room[] }
  | { readonly ask: "call"; readonly room: Room; readonly name: string; readonly given: readonly unknown[] }
  | { readonly ask: "total"; readonly room: Room; readonly name: string; readonly params: unknown }
  | { readonly ask: "blocks"; readonly room: Room; readonly name: string; readonly params: unknown; readonly blocks: readonly [number, number] }
  | { readonly ask: "report"; readonly room: Room; readonly name: string; readonly params: unknown; readonly states: readonly Uint8Array[] }
  | { readonly ask: "abort" };

type Open = (params: unknown, work?: { blocks?: readonly [number, number]; state?: Uint8Array }) => Job<unknown>;

const port = parent();
const running = new Map<number, AbortController>();

const operation = (room: Room, name: string): ((...given: unknown[]) => unknown) =>
  (domains as unknown as Record<string, Record<string, (...given: unknown[]) => unknown>>)[room]![name]!;
const opener = (room: Room, name: string): Open => operation(room, `${name}Job`) as Open;

async function answer(id: number, question: Exclude<Question, { ask: "abort" }>): Promise<unknown> {
  switch (question.ask) {
    case "load":
      return void (await load(question.rooms));
    case "call": {
      const value = await operation(question.room, question.name)(...question.given);
      if (!(value instanceof Stream)) return value;
      value.free();
      throw new HashInsightError("border.operation.unsupported", "", `${question.room}.${question.name}`, "an operation that is no stream");
    }
    case "total": {
      using job = opener(question.room, question.name)(question.params);
      return job.progress.total;
    }
    case "blocks": {
      using job = opener(question.room, question.name)(question.params, { blocks: question.blocks });
      const control = new AbortController();
      running.set(id, control);
      const options: JobOptions = { signal: control.signal, onProgress: ({ done }) => port.post({ id, done }) };
      await finishJob(job, options).finally(() => running.delete(id));
      return job.save();
    }
    case "report": {
      const [first, ...others] = question.states;
      using job = opener(question.room, question.name)(question.params, first === undefined ? {} : { state: first });
      for (const state of others) {
        using other = opener(question.room, question.name)(question.params, { state });
        job.merge(other);
      }
      return job.report();
    }
  }
}

/** The memory of every array in an answer: it moves to the other thread, no byte is copied. */
function memory(value: unknown, found: Set<ArrayBuffer> = new Set()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer);
  else if (typeof value === "object" && value !== null) for (const part of Object.values(value)) memory(part, found);
  return [...found];
}

port.listen(async (message) => {
  const { id, question } = message as { id: number; question: Question };
  if (question.ask === "abort") return running.get(id)?.abort();
  try {
    const value = await answer(id, question);
    port.post({ id, value }, memory(value));
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
    port.post({ id, error: error instanceof HashInsightError ? error.toJSON() : { name, message } });
  }
});
