import { isDetached } from "./encode.js";
import { type Code, HashInsightError, type Problem } from "./errors.js";

/** What a column holds: floats, integers, truths, or the words of its choice. */
export type Kind = "f64" | "i64" | "bool" | readonly string[];
/** Name and kind of a column. */
export type Spec = readonly [name: string, kind: Kind];
/** A column on its way to the native side and back; truths are 0 and 1. */
export type ColumnBuffer = Float64Array | BigInt64Array | Uint8Array | Words;

/** Words of a short list: row `i` is `words[codes[i]]`. */
export interface Words<W extends string = string> {
  readonly codes: Uint8Array;
  readonly words: readonly W[];
}

/** Columns by name. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Columns {}

/** Names and typed arrays, as the native side takes them; unknown names go along, for it to refuse. One value stands for every row. */
export function pack(path: string, specs: readonly Spec[], columns: Columns): [names: string[], arrays: ColumnBuffer[]] {
  const entries = Object.entries(columns).filter(([, column]) => column !== undefined);
  const kinds = new Map(specs);
  const kindOf = (name: string) => kinds.get(name) ?? "f64";
  const many = entries.find(([name, column]) => !isOne(kindOf(name), column))?.[1];
  const rows = isWords(many) ? many.codes.length : ((many as ArrayLike<unknown> | undefined)?.length ?? 1);
  const whole = (name: string, column: unknown): unknown => (isOne(kindOf(name), column) ? Array<unknown>(rows).fill(column) : column);
  return [entries.map(([name]) => name), entries.map(([name, column]) => typed(path, name, kindOf(name), whole(name, column)))];
}

/** Whether it is one value, which stands for every row. */
function isOne(kind: Kind, column: unknown): boolean {
  if (column instanceof Date) return kind === "i64";
  return typeof column === "number" || typeof column === "bigint" || typeof column === "boolean" || (typeof column === "string" && typeof kind !== "string");
}

/** The native side's answer, by name. */
export function unpack<C>(names: readonly string[], outputs: readonly ColumnBuffer[]): C {
  return Object.fromEntries(names.map((name, index) => [name, outputs[index]])) as C;
}

/** One value of a column: a number, a bigint, a truth, or a word. */
export function cell(output: ColumnBuffer | undefined, row: number): unknown {
  if (output instanceof Uint8Array) return row < output.length ? output[row] !== 0 : undefined;
  if (output === undefined || !("codes" in output)) return output?.[row];
  return output.words[output.codes[row] ?? -1];
}

const WANTED = { f64: "a Float64Array or number[]", i64: "a BigInt64Array, Float64Array or number[]", bool: "a Uint8Array of 0 and 1, or boolean[]" };

function typed(path: string, name: string, kind: Kind, column: unknown): ColumnBuffer {
  const array = isWords(column) ? column.codes : column;
  if (ArrayBuffer.isView(array) && isDetached(array)) {
    throw wrong(path, "wrong_type", name, `a detached ${shown(array)}`, "an array whose memory did not go to another thread");
  }
  if (typeof kind !== "string") return words(path, name, kind, column);
  if (kind === "bool") return truths(path, name, column);
  if (column instanceof BigInt64Array || (column instanceof Float64Array && kind === "f64")) return column;
  if (!Array.isArray(column) && !(column instanceof Float64Array)) throw wrong(path, "wrong_type", name, shown(column), WANTED[kind]);
  const values: ArrayLike<unknown> = column;
  if (kind === "f64") return Float64Array.from(values, (value, row) => number(path, name, row, value));
  return BigInt64Array.from(Array.from(values, (value, row) => integer(path, name, row, value)));
}

function truths(path: string, name: string, column: unknown): Uint8Array {
  const isTruth = (value: unknown) => typeof value === "boolean" || (column instanceof Uint8Array && (value === 0 || value === 1));
  if (!Array.isArray(column) && !(column instanceof Uint8Array)) throw wrong(path, "wrong_type", name, shown(column), WANTED.bool);
  const values: ArrayLike<unknown> = column;
  return Uint8Array.from(values, (value, row) => {
    if (!isTruth(value)) throw wrong(path, "wrong_type", `${name}[${row}]`, String(value), "true or false");
    return Number(value);
  });
}

/** Codes into the words of the choice; the first word that the choice does not have goes along, for the core to refuse. */
function words(path: string, name: string, known: readonly string[], column: unknown): Words {
  const allowed = `words (${known.join(", ")}), or their codes with the list`;
  if (isWords(column)) return column;
  if (!Array.isArray(column)) throw wrong(path, "wrong_type", name, shown(column), allowed);
  const places = new Map(known.map((word, code) => [word, code]));
  const strange: string[] = [];
  const codes = Uint8Array.from(column as readonly unknown[], (word, row) => {
    if (typeof word !== "string") throw wrong(path, "wrong_type", `${name}[${row}]`, String(word), allowed);
    const code = places.get(word);
    if (code === undefined && strange.length === 0) strange.push(word);
    return code ?? known.length;
  });
  return { codes, words: [...known, ...strange] };
}

function isWords(column: unknown): column is Words {
  if (typeof column !== "object" || column === null || !("codes" in column) || !("words" in column)) return false;
  const { codes, words } = column;
  return codes instanceof Uint8Array && Array.isArray(words) && words.every((word) => typeof word === "string");
}

function shown(column: unknown): string {
  return typeof column === "object" && column !== null ? column.constructor?.name ?? "an object" : typeof column;
}

function number(path: string, name: string, row: number, value: unknown): number {
  if (typeof value !== "number") throw wrong(path, "wrong_type", `${name}[${row}]`, String(value), "a number");
  return value;
}

function integer(path: string, name: string, row: number, value: unknown): bigint {
  if (typeof value === "bigint" && BigInt.asIntN(64, value) === value) return value;
  if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return BigInt(value.getTime());
  const problem = typeof value === "number" || typeof value === "bigint" ? "out_of_range" : "wrong_type";
  throw wrong(path, problem, `${name}[${row}]`, String(value), "a whole number below 2^53, or a bigint below 2^63");
}

function wrong(operation: string, problem: Problem, place: string, value: string, allowed: string): HashInsightError {
  const [domain] = operation.split(".");
  const [name] = place.split("[");
  return new HashInsightError(`${domain}.${name}.${problem}` as Code, place, value, allowed);
}
