import { HashInsightError } from "./errors.js";

/** What a column holds. */
export type Kind = "f64" | "i64" | "words";
/** Name and kind of a column. */
export type Spec = readonly [name: string, kind: Kind];
/** A column that goes to the native side. */
export type Input = Float64Array | BigInt64Array;
/** A column that comes back. */
export type Output = Float64Array | BigInt64Array | Words;

/** Words of a short list: row `i` is `words[codes[i]]`. */
export interface Words {
  readonly codes: Uint8Array;
  readonly words: readonly string[];
}

/** Columns by name. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Columns {}

/** Names and typed arrays, as the native side takes them; unknown names go along, for it to refuse. */
export function pack(path: string, specs: readonly Spec[], columns: Columns): [names: string[], arrays: Input[]] {
  const entries = Object.entries(columns).filter(([, column]) => column !== undefined);
  const kinds = new Map(specs);
  return [entries.map(([name]) => name), entries.map(([name, column]) => typed(path, name, kinds.get(name) ?? "f64", column))];
}

/** The native side's answer, by name. */
export function unpack<C>(specs: readonly Spec[], outputs: readonly Output[]): C {
  return Object.fromEntries(specs.map(([name], index) => [name, outputs[index]])) as C;
}

/** One value of a column: a number, a bigint, or a word. */
export function cell(output: Output | undefined, row: number): unknown {
  if (output === undefined || !("codes" in output)) return output?.[row];
  return output.words[output.codes[row] ?? -1];
}

function typed(path: string, name: string, kind: Kind, column: unknown): Input {
  if (column instanceof BigInt64Array || (column instanceof Float64Array && kind === "f64")) return column;
  if (!Array.isArray(column) && !(column instanceof Float64Array)) {
    throw wrong(path, "wrong_type", name, typeof column, kind === "f64" ? "a Float64Array or number[]" : "a BigInt64Array, Float64Array or number[]");
  }
  const values: ArrayLike<unknown> = column;
  if (kind === "f64") return Float64Array.from(values, (value, row) => number(path, name, row, value));
  return BigInt64Array.from(Array.from(values, (value, row) => integer(path, name, row, value)));
}

function number(path: string, name: string, row: number, value: unknown): number {
  if (typeof value !== "number") throw wrong(path, "wrong_type", `${name}[${row}]`, String(value), "a number");
  return value;
}

function integer(path: string, name: string, row: number, value: unknown): bigint {
  if (typeof value === "bigint" && BigInt.asIntN(64, value) === value) return value;
  if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
  const problem = typeof value === "number" || typeof value === "bigint" ? "out_of_range" : "wrong_type";
  throw wrong(path, problem, `${name}[${row}]`, String(value), "a whole number below 2^53, or a bigint below 2^63");
}

function wrong(operation: string, problem: string, place: string, value: string, allowed: string): HashInsightError {
  const [domain] = operation.split(".");
  const [name] = place.split("[");
  return new HashInsightError(`${domain}.${name}.${problem}`, place, value, allowed);
}
