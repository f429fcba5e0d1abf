import { type Backend, HashInsightError, type Operations, domains } from "../../ts/src/index.js";
import { type ModuleSource, loader, newGlue, startAtImport } from "./core.js";
import { type Room, addresses } from "./rooms/index.js";

export * from "../../ts/src/index.js";
export type { ModuleSource, Room };

const address = new URL("../web/hashinsight_bg.wasm", import.meta.url);
const whole = loader(address, Object.keys(domains), domains);
const loaders = new Map(Object.entries(addresses).map(([room, address]) => [room, loader(address, [room], domains[room as Room])]));

/** In Node the module with all rooms, for those who bring their own surface. */
export const backend: Backend | undefined = startAtImport(newGlue, address);

/**
 * Loads some rooms, a module each: a page that needs one room fetches no other. Declared first: a list would
 * pass for a `WebAssembly.Module`, whose type has no members.
 */
export default function load<const Rooms extends readonly Room[]>(rooms: Rooms): Promise<Pick<Operations, Rooms[number]>>;
/**
 * Loads every operation in one module, once.
 *
 * `source` says where the module is; by default `hashinsight_bg.wasm` lies beside this file, where bundlers find it by themselves.
 */
export default function load(source?: ModuleSource | Promise<ModuleSource>): Promise<Operations>;
export default async function load(given?: ModuleSource | Promise<ModuleSource> | readonly Room[]): Promise<Partial<Operations>> {
  if (typeof given === "string" && loaders.has(given)) throw new HashInsightError("border.room.unknown", "rooms", given, `a list of rooms, as ["${given}"]`);
  if (!Array.isArray(given)) return whole(given as ModuleSource | undefined);
  const loading = (given as readonly Room[]).map(async (room) => {
    const loader = loaders.get(room);
    if (loader === undefined) throw new HashInsightError("border.room.unknown", "rooms", String(room), [...loaders.keys()].join(", "));
    return [room, await loader()] as const;
  });
  return Object.fromEntries(await Promise.all(loading));
}
