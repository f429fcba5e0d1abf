// Generated from the operation table by `cargo xtask gen`.


/** Types that several domains share. */
export declare namespace units {
  /** An exact amount of one currency. */
  export interface Money {
    /** The number, as decimal text. (decimal text) */
    readonly amount: string;
    /** The currency. */
    readonly currency: string;
  }
}
