import { start } from "#environment";
import newGlue from "#glue";

import { type Backend, has, on, use } from "../../ts/src/core.js";
import { HashInsightError } from "../../ts/src/errors.js";

/** Where a module may come from: an address, an answer of `fetch`, bytes, or a compiled module that another thread sent. */
export type ModuleSource = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/** What stands around a module. */
export interface Glue extends Backend {
  /** Fetches and starts the module, once. */
  init(options: { module_or_path: unknown }): Promise<unknown>;
  /** Starts the module of these bytes, once. */
  initSync(options: { module: BufferSource | WebAssembly.Module }): unknown;
}

/** Loads one module, once, and answers what it brings. A failure is told and forgotten: the next call tries again. */
export type Loader<Of> = (source?: ModuleSource | Promise<ModuleSource>) => Promise<Of>;

/** Starts the module at an address, once. */
function starter(address: URL): (source?: ModuleSource | Promise<ModuleSource>) => Promise<Glue> {
  const glue = newGlue();
  let started: Promise<void> | undefined;
  return async (source) => {
    started ??= start(glue, source ?? address);
    try {
      await started;
    } catch (error) {
      started = undefined;
      throw error instanceof RangeError ? new HashInsightError("border.memory.out_of_range", "", "", "fewer modules at once, or fewer workers") : error;
    }
    return glue;
  };
}

/** The loader of the module at an address. Nothing is fetched where another module has brought these domains. */
export function loader<Of>(address: URL, domains: readonly string[], brings: Of): Loader<Of> {
  const started = starter(address);
  return async (source) => {
    if (!domains.every(has)) use(await started(source));
    return brings;
  };
}

/** The loader of a module that has these operations of a room. They run on it, whatever else is loaded. */
export function part<Of, const Names extends readonly (keyof Of)[]>(address: URL, room: Of, names: Names): Loader<Pick<Of, Names[number]>> {
  const started = starter(address);
  let brings: Pick<Of, Names[number]> | undefined;
  return async (source) => {
    const glue = await started(source);
    const bound = names.map((name) => [name, on(glue, room[name] as (...given: unknown[]) => unknown)]);
    return (brings ??= Object.fromEntries(bound) as Pick<Of, Names[number]>);
  };
}
