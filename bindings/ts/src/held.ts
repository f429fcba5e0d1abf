import { HashInsightError } from "./errors.js";

/** Where an answer holds what, by kind: the words of its cases, and behind a slash the fields, with `[]` behind one that is a list. */
type Places = Readonly<Record<string, readonly string[]>>;

type Fields = Readonly<Record<string, unknown>>;

/** A value, and the words that tell it from others of its kind. */
interface Found {
  readonly value: unknown;
  readonly names: ReadonlySet<string>;
}

/** The one value of a kind, or the one with a name, found without unpacking the answer. */
export function heldValue<T>(data: unknown, places: Places, kind: string, name?: string): T {
  const all = found(data, places[kind] ?? []);
  const fitting = name === undefined ? all : all.filter(({ names }) => names.has(name));
  const [first] = fitting;
  if (first !== undefined && fitting.length === 1) return first.value as T;
  if (all.length === 0) {
    const held = Object.keys(places).filter((other) => found(data, places[other] ?? []).length > 0);
    throw new HashInsightError(`feeds.${kind}.none`, "data", held.join(", "), `an answer with ${kind}`);
  }
  const every = [...new Set(all.flatMap(({ names }) => [...names]))].sort();
  const own = every.filter((word) => all.filter(({ names }) => names.has(word)).length === 1);
  const problem = fitting.length > 0 ? "several" : "none";
  throw new HashInsightError(`feeds.${kind}.${problem}`, "data", name ?? "", `the name of one: ${own.join(", ")}`);
}

function found(data: unknown, places: readonly string[]): Found[] {
  return places.flatMap((place) => {
    const [cases = "", fields] = place.split("/");
    const value = cases.split(".").reduce<unknown>((inner, word) => (inner as Fields | undefined)?.[word], data);
    return walked(value, fields?.split(".") ?? []);
  });
}

/** The values at the end of these fields, each with its words: field, coin and its own. */
function walked(value: unknown, fields: readonly string[], field?: string, coin?: unknown): Found[] {
  if (value === undefined) return [];
  const [next, ...rest] = fields;
  if (next === undefined) {
    const words = [field, coin, ...own(value)].filter((word) => typeof word === "string");
    return [{ value, names: new Set(words) }];
  }
  const holder = value as Fields;
  const name = next.replace("[]", "");
  const inner = holder[name];
  const items = name === next ? [inner] : (inner as readonly unknown[]);
  return items.flatMap((item) => walked(item, rest, name, holder.coin ?? coin));
}

function own(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  const { instrument, quote_currency, quotes } = value as Fields;
  const [option] = Array.isArray(quotes) ? (quotes as readonly Fields[]) : []; // a chain: its options say what they are priced in
  return option === undefined ? [instrument, quote_currency] : [option.premium_currency, option.quote_currency];
}
