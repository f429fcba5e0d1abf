import { HashInsightError } from "./errors.js";

const DEPTH_LIMIT = 64;
/** A shorter list of plain numbers is quicker as text. */
const LONG = 256;

/** Numbers that stand beside the text: where list 3 belongs the text has `#3`, which is no JSON. */
export type Numbers = Float64Array | BigInt64Array;

/** A report with long lists beside its text: where list 3 belongs the text has `[null,3]`. */
export interface Letter {
  readonly text: string;
  readonly lists: readonly Float64Array[];
}

/** A request as text and, where it has long ones, lists; none at all is an empty request, so that the core names what is missing. */
export function encodeRequest(request: unknown): [text: string, lists?: Numbers[]] {
  const lists: Numbers[] = [];
  const text = request === undefined ? "{}" : encode(request, lists);
  return lists.length > 0 ? [text, lists] : [text];
}

/** Whether the memory of an array went to another thread: it looks empty, and cannot be read. */
export function isDetached({ byteLength, buffer }: ArrayBufferView): boolean {
  if (byteLength > 0) return false;
  try {
    new Uint8Array(buffer);
    return false;
  } catch {
    return true;
  }
}

/** The value that a report says. */
export function decodeReport(report: string | Letter): unknown {
  return typeof report === "string" ? JSON.parse(report) : restore(JSON.parse(report.text), report.lists);
}

/** The value with its lists in their places: a report has no other `null`. */
function restore(value: unknown, lists: readonly Float64Array[]): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value) && value[0] === null) return Array.from(lists[value[1] as number] ?? []);
  const places = value as Record<string, unknown>;
  for (const key of Object.keys(places)) places[key] = restore(places[key], lists);
  return value;
}

/** Values as JSON text, without losing anything: what has no exact JSON form is refused with its path. */
function encode(value: unknown, lists: Numbers[], path = "", depth = 0): string {
  if (depth > DEPTH_LIMIT) {
    throw new HashInsightError("border.depth.out_of_range", path, "a deeply nested or cyclic value", `at most ${DEPTH_LIMIT} levels`);
  }
  switch (typeof value) {
    case "number":
      return encodeNumber(value);
    case "bigint":
      return `"${value}"`;
    case "string":
      return encodeText(value, path);
    case "boolean":
      return String(value);
    case "object":
      return value === null ? "null" : encodeObject(value, lists, path, depth);
    default:
      throw refused(path, `a ${typeof value}`);
  }
}

function encodeText(value: string, path: string): string {
  if (/\p{Surrogate}/u.test(value)) {
    throw new HashInsightError("border.text.wrong_type", path, JSON.stringify(value), "text without lone surrogates");
  }
  return JSON.stringify(value);
}

/** Integers beyond 2^53 are written as floats, because that is what they are. NaN and infinities cross as words, for the core to refuse. */
function encodeNumber(value: number): string {
  if (!Number.isFinite(value)) return `"${value}"`;
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value);
}

function encodeObject(value: object, lists: Numbers[], path: string, depth: number): string {
  if (value instanceof Date) return encodeNumber(value.getTime());
  if (value instanceof Float64Array || value instanceof BigInt64Array) {
    if (isDetached(value)) throw refused(path, `a detached ${value.constructor.name}`);
    return beside(value, lists);
  }
  if (Array.isArray(value)) {
    if (value.length >= LONG && value.every((item) => typeof item === "number")) return beside(Float64Array.from(value), lists);
    const whole = integers(value);
    if (whole !== undefined) return beside(whole, lists);
    const items = Array.from(value as ArrayLike<unknown>, (item, index) => encode(item, lists, `${path}[${index}]`, depth + 1));
    return `[${items.join(",")}]`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw refused(path, `a value of ${value.constructor.name}`);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined) // undefined means absent: the key is left out
    .map(([key, item]) => `${encodeText(key, path)}:${encode(item, lists, path ? `${path}.${key}` : key, depth + 1)}`);
  return `{${entries.join(",")}}`;
}

/** A list in which bigints stand, alone or among numbers, as 64-bit integers; nothing where one of them is none. */
function integers(values: readonly unknown[]): BigInt64Array | undefined {
  const isWhole = (value: unknown) => (typeof value === "bigint" ? BigInt.asIntN(64, value) === value : Number.isSafeInteger(value));
  if (!values.some((value) => typeof value === "bigint") || !values.every(isWhole)) return undefined;
  return BigInt64Array.from(values as readonly (number | bigint)[], BigInt);
}

function beside(numbers: Numbers, lists: Numbers[]): string {
  return `#${lists.push(numbers) - 1}`;
}

function refused(path: string, value: string): HashInsightError {
  return new HashInsightError("border.value.wrong_type", path, value, "numbers, bigints, strings, booleans, Dates, plain objects and arrays");
}
