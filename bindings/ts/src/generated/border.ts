// Generated from the operation table by `cargo xtask gen`.

import { type Columns, type Words, document, runColumns } from "../core.js";
import type { units } from "./units.js";

/** Types of the domain. */
export declare namespace border {
  /**
   * A choice: a word, or a word with content.
   * - `nothing`: Nothing more to say.
   * - `number`: A number.
   */
  export type EchoChoice =
    | "nothing"
    | { readonly number: number };

  /** One field of each kind that crosses; all optional. */
  export interface EchoDocument {
    /** Any finite number. */
    readonly number?: number | undefined;
    /** List of finite numbers. */
    readonly numbers?: readonly (number)[] | undefined;
    /** A quantity, in TH/s. [TH/s, from 0.0 to 1e+24] */
    readonly hashrate_ths?: number | undefined;
    /** Bitcoin that someone has, in satoshis. [sat, from 0 to 2100000000000000] */
    readonly amount_sat?: number | undefined;
    /** Bitcoin that flows, in satoshis. [sat, from -2100000000000000 to 2100000000000000] */
    readonly flow_sat?: number | undefined;
    /** Height of a block. [blocks, from 0 to 4294967295] */
    readonly height?: number | undefined;
    /** An instant, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms?: number | undefined;
    /** A civil day. */
    readonly date?: string | undefined;
    /** Booked money. */
    readonly money?: units.Money | undefined;
    /** A 64-bit integer, as text. (answered as decimal text) */
    readonly count_u64?: bigint | string | undefined;
    /** A 128-bit integer, as text. (answered as decimal text) */
    readonly count_u128?: bigint | string | undefined;
    /** A truth value. */
    readonly flag?: boolean | undefined;
    /** Any text. */
    readonly text?: string | undefined;
    /** A choice. */
    readonly choice?: EchoChoice | undefined;
    /** A document of the same kind, inside. */
    readonly inner?: EchoDocument | undefined;
  }

  /**
   * Sign of a number.
   * - `negative`: Below 0.
   * - `zero`: Exactly 0.
   * - `positive`: Above 0.
   */
  export type Sign =
    | "negative"
    | "zero"
    | "positive";

  /** Columns are echoed without parameters. */
  export interface EchoParams {
  }

  /** Columns that `border.echo_columns` takes. */
  export interface EchoColumnsInput extends Columns {
    /** Any float. */
    readonly number: Float64Array | readonly number[] | number;
    /** Any integer. */
    readonly integer: BigInt64Array | Float64Array | readonly (number | bigint)[] | number | bigint;
    /** A truth value. */
    readonly flag: Uint8Array | readonly boolean[] | boolean;
    /** A word. */
    readonly word: readonly Sign[] | Words<Sign> | Sign;
  }

  /** Columns that `border.echo_columns` answers. */
  export interface EchoColumnsColumns extends Columns {
    /** The float. */
    readonly number: Float64Array;
    /** The integer. */
    readonly integer: BigInt64Array;
    /** The truth value. */
    readonly flag: Uint8Array;
    /** The word. */
    readonly word: Words<Sign>;
    /** Sign of the integer. */
    readonly sign: Words<Sign>;
  }

  /** The operations of `border`. Each throws {@link HashInsightError} on what it refuses; one that answers a promise rejects it. */
  export interface Operations {
    /**
     * Answers the document it was given, one field of each kind that crosses: to prove that a binding loses nothing.
     *
     * @example
     * ```ts
     * const answer = border.echo({
     *  number: 0.1,
     *  count_u64: "18446744073709551615",
     *  money: { amount: "12.34", currency: "USD" },
     *  time_ms: 1713571767000,
     * });
     * ```
     */
    echo(request?: EchoDocument): EchoDocument;
    /**
     * Answers the columns it was given, and the sign of each integer as a word: to prove that a binding loses no bit, NaN included.
     *
     * @example
     * ```ts
     * const columns = border.echoColumns({ number: [0.1, -2.5], integer: [9007199254740991, -1], flag: [true, false], word: ["zero", "positive"] });
     * ```
     */
    echoColumns(columns: EchoColumnsInput, params?: EchoParams): EchoColumnsColumns;
  }
}

/** Operations of the domain. */
export const border: border.Operations = {
  echo: (request) => document("border.echo", request),
  echoColumns: (columns, params) => runColumns("border.echo_columns", [["number", "f64"], ["integer", "i64"], ["flag", "bool"], ["word", ["negative", "zero", "positive"]]], ["number", "integer", "flag", "word", "sign"], columns, params),
};
