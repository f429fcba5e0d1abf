// Generated from the operation table by `cargo xtask gen`.

import { type Columns, Stream } from "../core.js";

/** Types of the domain. */
export declare namespace signals {
  /** Inputs of `Ema`. */
  export interface EmaParams {
    /** Length of the average, in observations. [from 1 to 1000000] */
    readonly length: number;
  }

  /** Columns that `signals.ema` takes. */
  export interface EmaInput extends Columns {
    /** Value of the series, any finite number. */
    readonly value: Float64Array | readonly number[];
  }

  /** Columns that `signals.ema` answers. */
  export interface EmaColumns extends Columns {
    /** Exponential moving average, in the unit of the series; NaN before observation number `length`. */
    readonly ema: Float64Array;
  }

  /** One event of `signals.ema`. */
  export interface EmaEvent extends Columns {
    /** Value of the series, any finite number. */
    readonly value: number;
  }

  /** One output of `signals.ema`. */
  export interface EmaRow extends Columns {
    /** Exponential moving average, in the unit of the series; NaN before observation number `length`. */
    readonly ema: number;
  }

  /** The operations of `signals`. Each throws {@link HashInsightError} on what it refuses; one that answers a promise rejects it. */
  export interface Operations {
    /**
     * Exponential moving average, observation by observation: `e_t = (1 - w) e_(t-1) + w x_t` with `w = 2 / (n + 1)`, begun with the running
     * mean of the first `n` observations.
     */
    ema(params: EmaParams, state?: Uint8Array): Stream<EmaEvent, EmaRow, EmaInput, EmaColumns>;
  }
}

/** Operations of the domain. */
export const signals: signals.Operations = {
  ema: (params, state) => new Stream("signals.ema", [["value", "f64"]], ["ema"], params, state),
};
