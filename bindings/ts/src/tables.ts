import { type ColumnBuffer, cell } from "./columns.js";

/** What a table is made of: columns of an answer, or lists of a report that are as long as each other. */
export type Table = object;

/** A row of a table: a value of each column. */
export type RowOf<T> = { -readonly [Name in keyof T]: T[Name] extends ArrayLike<infer Item> ? Item : T[Name] extends { readonly words: readonly (infer Word)[] } ? Word : unknown };

/**
 * Row by row what stands column by column: the answer of a batch, or a table of a report, as `report.table` of `mining.forecast`. Words are
 * words, truths are truths.
 *
 * @throws RangeError where the columns are not as long as each other.
 */
export function rows<T extends Table>(table: T): RowOf<T>[] {
  const columns = Object.entries(table).filter(([, column]) => column !== undefined) as [string, readonly unknown[] | ColumnBuffer][];
  const lengths = new Set(columns.map(([, column]) => ("codes" in column ? column.codes.length : column.length)));
  if (lengths.size > 1) throw new RangeError(`columns of ${[...lengths].join(", ")} rows are not one table`);
  const [count = 0] = lengths;
  const value = (column: readonly unknown[] | ColumnBuffer, row: number) => (Array.isArray(column) ? column[row] : cell(column as ColumnBuffer, row));
  return Array.from({ length: count }, (_, row) => Object.fromEntries(columns.map(([name, column]) => [name, value(column, row)])) as RowOf<T>);
}

/** What may not exist, as numbers for a plot: NaN where there is none. */
export function numbers(values: readonly (number | string | { readonly value?: number | undefined })[]): Float64Array {
  return Float64Array.from(values, (item) => (typeof item === "number" ? item : typeof item === "string" ? NaN : (item.value ?? NaN)));
}
