// Generated from the operation table by `cargo xtask gen`.


/** Types that several domains share. */
export declare namespace units {
  /** An exact amount of one currency. */
  export interface Money {
    /** The number, as decimal text. (decimal text) */
    readonly amount: string;
    /** Currency of the amount, as USD. */
    readonly currency: string;
  }

  /**
   * What happens to the digits that a booking does not keep. There is no default: the contract or the tax law names it.
   * - `half_even`: To nearest, a tie to the even digit ("banker's").
   * - `half_away_from_zero`: To nearest, a tie away from zero (commercial).
   * - `toward_zero`: Toward zero.
   * - `away_from_zero`: Away from zero.
   * - `floor`: Toward minus infinity.
   * - `ceiling`: Toward plus infinity.
   */
  export type Rounding =
    | "half_even"
    | "half_away_from_zero"
    | "toward_zero"
    | "away_from_zero"
    | "floor"
    | "ceiling";

  /** Reason why a question has no answer. */
  export interface OutcomeUndefined {
    /** Reason why there is no answer. */
    readonly reason: string;
  }

  /**
   * A value, or the reason why there is none.
   * - `value`: The value.
   * - `never`: It does not happen: no value is good enough.
   * - `unbounded`: There is no limit: the number exceeds every bound.
   * - `every`: Every value is good enough.
   * - `undefined`: The question has no answer.
   */
  export type Outcome =
    | { readonly value: number }
    | ("never" & { readonly value?: undefined })
    | ("unbounded" & { readonly value?: undefined })
    | ("every" & { readonly value?: undefined })
    | { readonly undefined: OutcomeUndefined; readonly value?: undefined };

  /**
   * What a batch does with a row that cannot be used.
   * - `refuse`: The whole batch is refused with the first fault, by column, then by row.
   * - `report`: The row is marked `refused` in the status column and its results are NaN; the other rows are computed. It is about numbers: a word that is unknown or absent refuses the batch.
   */
  export type OnBadRow =
    | "refuse"
    | "report";

  /**
   * State of a row of a table.
   * - `ok`: Computed.
   * - `never`: There is no such value: it does not happen. The result is NaN.
   * - `unbounded`: Every bound is exceeded: there is no greatest value. The result is NaN.
   * - `every`: Every value is a solution. The result is NaN.
   * - `undefined`: The question has no answer for these values. The result is NaN.
   * - `refused`: A value is outside its range. The results are NaN.
   */
  export type RowStatus =
    | "ok"
    | "never"
    | "unbounded"
    | "every"
    | "undefined"
    | "refused";

  /**
   * The answer to a question whose evidence may be absent. Absent evidence is no "no".
   * - `yes`: The statement holds.
   * - `no`: The statement does not hold.
   * - `cannot_say`: What was told decides neither.
   */
  export type Verdict =
    | "yes"
    | "no"
    | "cannot_say";

  /**
   * A value, or the reason why there is none.
   * - `value`: The value.
   * - `never`: It does not happen: no value is good enough.
   * - `unbounded`: There is no limit: the number exceeds every bound.
   * - `every`: Every value is good enough.
   * - `undefined`: The question has no answer.
   */
  export type AmountOutcome =
    | { readonly value: number }
    | ("never" & { readonly value?: undefined })
    | ("unbounded" & { readonly value?: undefined })
    | ("every" & { readonly value?: undefined })
    | { readonly undefined: OutcomeUndefined; readonly value?: undefined };

  /**
   * A value, or the reason why there is none.
   * - `value`: The value.
   * - `never`: It does not happen: no value is good enough.
   * - `unbounded`: There is no limit: the number exceeds every bound.
   * - `every`: Every value is good enough.
   * - `undefined`: The question has no answer.
   */
  export type TimestampOutcome =
    | { readonly value: number }
    | ("never" & { readonly value?: undefined })
    | ("unbounded" & { readonly value?: undefined })
    | ("every" & { readonly value?: undefined })
    | { readonly undefined: OutcomeUndefined; readonly value?: undefined };

  /**
   * A value, or the reason why there is none.
   * - `value`: The value.
   * - `never`: It does not happen: no value is good enough.
   * - `unbounded`: There is no limit: the number exceeds every bound.
   * - `every`: Every value is good enough.
   * - `undefined`: The question has no answer.
   */
  export type uint32Outcome =
    | { readonly value: number }
    | ("never" & { readonly value?: undefined })
    | ("unbounded" & { readonly value?: undefined })
    | ("every" & { readonly value?: undefined })
    | { readonly undefined: OutcomeUndefined; readonly value?: undefined };
}
