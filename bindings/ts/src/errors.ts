/** What was refused: the same four strings in every language. */
export interface Fault {
  /** Stable code, `<crate>.<field>.<problem>`. */
  readonly code: string;
  /** The place of the culprit, like `fleet[3].power_w`; empty where it is the request itself. */
  readonly path: string;
  /** The value as received; empty where there is none. */
  readonly value: string;
  /** What would have been accepted. */
  readonly allowed: string;
}

/** A refusal, with its four strings also as `cause`: of an error's own fields, `postMessage` and `structuredClone` keep no other. */
export class HashInsightError extends Error implements Fault {
  override readonly name = "HashInsightError";
  declare readonly cause: Fault;

  constructor(
    /** Stable code, `<crate>.<field>.<problem>`. */
    readonly code: string,
    /** The place of the culprit, like `fleet[3].power_w`. */
    readonly path = "",
    /** The value as received. */
    readonly value = "",
    /** What would have been accepted. */
    readonly allowed = "",
  ) {
    const message = code + (path && ` at ${path}`) + (value && `: got ${value}`) + (allowed && `; allowed: ${allowed}`);
    super(message, { cause: { code, path, value, allowed } });
  }

  /**
   * The refusal that another thread or process sent: of a clone of the error or of its JSON form the error again, `undefined` of
   * anything else.
   */
  static from(received: unknown): HashInsightError | undefined {
    if (received instanceof HashInsightError) return received;
    const fault = received instanceof Error ? received.cause : received;
    return isFault(fault) ? new HashInsightError(fault.code, fault.path, fault.value, fault.allowed) : undefined;
  }

  /** The JSON form: the four strings, name and message. */
  toJSON(): Fault & { readonly name: string; readonly message: string } {
    return { name: this.name, message: this.message, ...this.cause };
  }
}

function isFault(value: unknown): value is Fault {
  if (typeof value !== "object" || value === null) return false;
  const { code, path, value: got, allowed } = value as Record<string, unknown>;
  return [code, path, got, allowed].every((text) => typeof text === "string");
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
  const text = thrown instanceof Error ? thrown.message : thrown;
  if (typeof text !== "string" || !text.startsWith('{"code":')) return thrown;
  const { code, path, value, allowed } = JSON.parse(text) as Record<string, string>;
  return new HashInsightError(code ?? "", path, value, allowed);
}
