import { HashInsightError } from "./errors.js";

const DEPTH_LIMIT = 64;

/** A request as JSON text; none at all is an empty one, so that the core names what is missing. */
export function encodeRequest(request: unknown): string {
  return request === undefined ? "{}" : encode(request);
}

/** Values as JSON text, without losing anything: what has no exact JSON form is refused with its path. */
function encode(value: unknown, path = "", depth = 0): string {
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
      return value === null ? "null" : encodeObject(value, path, depth);
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

function encodeObject(value: object, path: string, depth: number): string {
  if (value instanceof Date) return encodeNumber(value.getTime());
  if (Array.isArray(value) || value instanceof Float64Array) {
    const items = Array.from(value as ArrayLike<unknown>, (item, index) => encode(item, `${path}[${index}]`, depth + 1));
    return `[${items.join(",")}]`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw refused(path, `a value of ${value.constructor.name}`);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined) // undefined means absent: the key is left out
    .map(([key, item]) => `${encodeText(key, path)}:${encode(item, path ? `${path}.${key}` : key, depth + 1)}`);
  return `{${entries.join(",")}}`;
}

function refused(path: string, value: string): HashInsightError {
  return new HashInsightError("border.value.wrong_type", path, value, "numbers, bigints, strings, booleans, Dates, plain objects and arrays");
}
