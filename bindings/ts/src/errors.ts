import type { Code, Problem } from "./generated/codes.js";

export type { Code, Problem };

/** What was refused: the same four strings in every language. */
export interface Fault {
  /** Stable code, `<crate>.<field>.<problem>`. */
  readonly code: Code;
  /** The place of the culprit, like `fleet[3].power_w`; empty where it is the request itself. */
  readonly path: string;
  /** The value as received; empty where there is none. */
  readonly value: string;
  /** What would have been accepted. */
  readonly allowed: string;
}

/** A refusal as it crosses: the first fault, and what else is wrong with the same document. */
interface Refusal extends Fault {
  readonly others?: readonly Fault[];
}

/** A refusal, with its strings also as `cause`: of an error's own fields, `postMessage` and `structuredClone` keep no other. */
export class HashInsightError extends Error implements Fault {
  override readonly name = "HashInsightError";
  declare readonly cause: Refusal;

  constructor(
    /** Stable code, `<crate>.<field>.<problem>`. */
    readonly code: Code,
    /** The place of the culprit, like `fleet[3].power_w`. */
    readonly path = "",
    /** The value as received. */
    readonly value = "",
    /** What would have been accepted. */
    readonly allowed = "",
    /** What else is wrong with the same document, in field order. */
    readonly others: readonly Fault[] = [],
  ) {
    const fault = { code, path, value, allowed };
    super(message([fault, ...others]), { cause: others.length > 0 ? { ...fault, others } : fault });
  }

  /** What is wrong: the last part of the code, to branch on. */
  get problem(): Problem {
    return this.code.slice(this.code.lastIndexOf(".") + 1) as Problem;
  }

  /**
   * The refusal that another thread or process sent: of a clone of the error or of its JSON form the error again, `undefined` of
   * anything else.
   */
  static from(received: unknown): HashInsightError | undefined {
    if (received instanceof HashInsightError) return received;
    const fault = received instanceof Error ? received.cause : received;
    return isRefusal(fault) ? of(fault) : undefined;
  }

  /** The JSON form: the strings, name and message. */
  toJSON(): Refusal & { readonly name: string; readonly message: string } {
    return { name: this.name, message: this.message, ...this.cause };
  }
}

/** Faults that a message tells; all of them are in the error and its `others`. */
const TOLD = 10;

function message(faults: readonly Fault[]): string {
  const more = faults.length > TOLD ? `\nand ${faults.length - TOLD} more` : "";
  return faults.slice(0, TOLD).map(sentence).join("\n") + more;
}

function sentence({ code, path, value, allowed }: Fault): string {
  return code + (path && ` at ${path}`) + (value && `: got ${value}`) + (allowed && `; allowed: ${allowed}`);
}

function of({ code, path, value, allowed, others = [] }: Refusal): HashInsightError {
  return new HashInsightError(code, path, value, allowed, others);
}

function isFault(value: unknown): value is Fault {
  if (typeof value !== "object" || value === null) return false;
  const { code, path, value: got, allowed } = value as Record<string, unknown>;
  return [code, path, got, allowed].every((text) => typeof text === "string");
}

function isRefusal(value: unknown): value is Refusal {
  if (!isFault(value)) return false;
  const { others } = value as { others?: unknown };
  return others === undefined || (Array.isArray(others) && others.every(isFault));
}

/** Runs native code; the fault that it throws as JSON text becomes an error. */
export function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    throw fromThrown(thrown);
  }
}

function fromThrown(thrown: unknown): unknown {
  // By its message, whatever it is: where a test runner has a world of its own, the addon's errors are of another class `Error`.
  const text = typeof thrown === "object" && thrown !== null && "message" in thrown ? thrown.message : thrown;
  if (typeof text !== "string" || !text.startsWith('{"code":')) return thrown;
  return of(JSON.parse(text) as Refusal);
}
