/** A refusal: the same four strings in every language. */
export class HashInsightError extends Error {
  override readonly name = "HashInsightError";

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
    super(code + (path && ` at ${path}`) + (value && `: got ${value}`) + (allowed && `; allowed: ${allowed}`));
  }
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
