/** A JSON Schema (draft 2020-12), or a part of one. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean";
  /** A label. */
  readonly title?: string;
  readonly description?: string;
  /** The value where the field is left out. */
  readonly default?: unknown;
  /** Values to write. */
  readonly examples?: readonly unknown[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly const?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: "date";
  /** Unit, as `TH/s`; empty where it is a plain number. */
  readonly "x-unit"?: string;
  /** Kind of quantity, as `hashrate`. */
  readonly "x-quantity"?: string;
  /** Of a column: `f64`, `i64`, `bool` or `words`. */
  readonly "x-kind"?: string;
}

/** The schema of what an operation is asked, as its file has it, with what it answers beside. */
export interface OperationSchema extends Schema {
  readonly $schema: string;
  /** The path of the operation. */
  readonly title: string;
  readonly description: string;
  readonly $ref: string;
  readonly examples: readonly unknown[];
  /** How the operation is called. */
  readonly "x-shape": "document" | "columns" | "stream" | "job";
  /** Of the answer of a document or job. */
  readonly "x-report"?: Schema;
  /** Of the columns that come in. */
  readonly "x-columns"?: Schema;
  /** Of the columns that come out. */
  readonly "x-table"?: Schema;
  readonly $defs: { readonly [name: string]: Schema };
}

declare const schema: OperationSchema;
export default schema;
