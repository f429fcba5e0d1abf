//! Lots, cash and cost basis: a ledger that follows exactly from its events.
//!
//! Bitcoin are whole satoshis; money is exact to 10^-12 of the ledger's currency (a price of four decimal places times one satoshi), and what is
//! finer is refused. Nothing is rounded but the cost of a part of a lot and a part of a sale's proceeds, see [`Lot`]: what leaves and what
//! stays are together exactly what there was.
//!
//! A [`LedgerPolicy`] names the [`Method`] and whatever else needs a choice; what it does not name is refused when it happens. A refused event
//! changes nothing, and a ledger is the fold of its events.
//!
//! # Example
//! ```
//! use hashinsight_treasury::ledger::{Cash, Entry, Event, Ledger, LedgerPolicy, Method, Purchase, Sale};
//! use hashinsight_units::{Amount, Currency, Timestamp};
//!
//! let day = |day: i64| Timestamp::from_s(1_704_067_200 + day * 86_400); // from 2024-01-01 on
//! let mut ledger = Ledger::new(LedgerPolicy::new(Currency::USD, Method::Hifo))?;
//! ledger.apply(&Event::new(day(0)?, Entry::Deposit(Cash::new("100000 USD".parse()?))))?;
//! ledger.apply(&Event::new(day(1)?, Entry::Buy(Purchase::new("1 BTC".parse()?, "42000 USD".parse()?))))?;
//! ledger.apply(&Event::new(day(2)?, Entry::Buy(Purchase::new("0.5 BTC".parse()?, "22500 USD".parse()?))))?;
//! let sold = ledger.apply(&Event::new(day(3)?, Entry::Sell(Sale::new("0.75 BTC".parse()?, "36000 USD".parse()?))))?;
//!
//! // The dearest coins first: all of the second lot, and a quarter of the first.
//! assert_eq!(sold.iter().map(|part| part.lot).collect::<Vec<_>>(), [Some(2), Some(1)]);
//! assert_eq!(sold[0].gain().to_decimal().to_string(), "1500");
//! assert_eq!(ledger.balance(), Amount::from_sat(75_000_000)?);
//! let too_much = Event::new(day(4)?, Entry::Sell(Sale::new("1 BTC".parse()?, "48000 USD".parse()?)));
//! assert_eq!(ledger.apply(&too_much).unwrap_err().code(), "treasury.amount_sat.out_of_range");
//! # Ok::<(), hashinsight_units::Error>(())
//! ```

mod checks;
mod disposals;
mod document;
mod entries;
mod event;
mod fiat;
mod history;
mod holding;
mod journal;
mod leaving;
mod lots;
mod minimum_tax;
mod policy;
mod pool;
mod roll_forward;
mod state;
mod statement;
mod totals;
mod zone;

pub use disposals::{Disposal, DisposalKind, Match, MatchRule};
pub use document::{
    LedgerReport, LedgerRequest, LotLine, Market, RollForwardRequest, StatementRequest, TotalsLine, WalletBalance,
    ledger, roll_forward, statement_events,
};
pub use event::{Cash, Contribution, Entry, Event, FeePaid, Loss, LotPick, Mark, Purchase, Receipt, Sale, Transfer};
pub use fiat::Fiat;
pub use history::{
    EventColumns, EventKind, EventRow, HistoryLine, HistoryParams, HistoryTable, HistoryTablePart, ledger_history,
};
pub use holding::{LongTerm, Term};
pub use journal::{Account, AccountBalance, JournalEntry, JournalLine, JournalReport, JournalRequest, journal};
pub use lots::Lot;
pub use minimum_tax::{MinimumTaxReport, MinimumTaxRequest, TaxedSale, minimum_tax};
pub use policy::{CoinFee, FeePolicy, LedgerPolicy, Method, MissingCoins, Shortfall};
pub use roll_forward::RollForward;
pub use state::Ledger;
pub use statement::{LeftOut, LeftOutReason, Statement, events};
pub use totals::{Basis, Totals};
pub use zone::{ClockChange, Zone};
