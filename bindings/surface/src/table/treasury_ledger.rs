//! Ledger.

use hashinsight::treasury::ledger::{
    EventRow, HistoryParams, HistoryTable, JournalReport, JournalRequest, LedgerReport, LedgerRequest,
    MinimumTaxReport, MinimumTaxRequest, RollForward, RollForwardRequest, Statement, StatementRequest, journal, ledger,
    ledger_history, minimum_tax, roll_forward, statement_events,
};

use crate::operation::operations;

operations! { treasury:
    /// Balances, lots, disposals and sums of a ledger: the fold of its events.
    ///
    /// First or last in, highest or lowest cost, average, specific identification, or the United Kingdom's same day, 30 days and section 104
    /// pool; one pool, or one per wallet from a date on. Coins are whole satoshis and money is exact: what leaves a lot and what stays are its
    /// cost, and `cash + cost - debt = contributions + realised + income - expenses` at two bases, that for tax and that of the books. The
    /// disposals have the columns of Form 8949. What needs a choice that the policy does not make is refused.
    document ledger: LedgerRequest => LedgerReport;
    /// What each event of a long history did, by the column: proceeds, cost, gain, and balances after it, as `ledger` has them.
    ///
    /// Money comes and goes in whole millionths of the currency.
    columns ledger_history: HistoryParams, EventRow => HistoryTable;
    /// The roll-forward of ASC 350-60: fair value of the coins from one date to another, through purchases, mining receipts, disposals, gains and losses.
    ///
    /// `closing = opening + additions - dispositions - written_off + gains - losses`, at the basis of the books.
    document roll_forward: RollForwardRequest => RollForward;
    /// The events of a ledger as journal entries, each balanced exactly, and the trial balance; at cost, or at fair value with each observed price.
    document journal: JournalRequest => JournalReport;
    /// The lots of a sale whose tax is least at two rates, beside the oldest, the newest and the dearest ones.
    ///
    /// The answer is the list of lots that the sale names; the method of the ledger is specific identification.
    document minimum_tax: MinimumTaxRequest => MinimumTaxReport;
    /// Events for `ledger` out of the lines of account statements, and the lines that led to none, with the reason.
    ///
    /// Legs of a trade with one reference are a purchase or a sale, coins that leave one source and reach another are a transfer. What a
    /// statement cannot know is left out and told, never guessed; a line that repeats another in every field counts once.
    document statement_events: StatementRequest => Statement;
}
