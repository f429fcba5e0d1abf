//! Module H, microstructure: how to sell, never whether.
//!
//! A book says what can be sold now ([`walk`], [`microprice`], [`imbalance`]), prices and signed volumes say what trading costs ([`roll_spread`],
//! [`kyle_lambda`], [`square_root_impact`]), and a schedule spreads an order over time ([`twap`], [`vwap`], [`participation`], [`almgren_chriss`]).
//! [`Vpin`] says how lopsided the last volume was, and [`Microstructure`] how the best orders came and went.
//! [`execution_plan`] puts them together: slices in whole satoshis that add up to the order, expected cost in terms that add up to it, and
//! the deviation of the cost. Its score as a module of the ensemble is always 0: the plan and its readiness scale a size, they give no
//! direction.
//!
//! Pitfalls: a book is what is shown, not what is there; linear impact is a rule of thumb and the square-root law a regularity, which is
//! why both are printed; a spread by Roll's formula does not exist where prices trend.

mod almgren_chriss;
mod book;
mod impact;
mod plan;
mod schedule;
mod top_of_book;
mod trade_costs;
mod volume_clock;

pub use almgren_chriss::{AlmgrenChrissReport, AlmgrenChrissRequest, LinearImpact, almgren_chriss};
pub use book::{
    BookReport, BookRequest, BookWalk, OrderSide, imbalance, microprice, mid, quoted_spread, read_book, walk,
};
pub use impact::{KyleFit, bulk_buy_fraction, kyle_lambda, roll_spread, square_root_impact, vpin};
pub use plan::{ExecutionPlan, ExecutionPlanRequest, Schedule, execution_plan};
pub use schedule::{Participation, apportion, participation, twap, vwap};
pub use top_of_book::{
    Microstructure, MicrostructureOutput, MicrostructureParams, MicrostructureState, MicrostructureTable,
    MicrostructureTablePart, TopOfBook, TopOfBookColumns,
};
pub use trade_costs::{TradeCostsReport, TradeCostsRequest, trade_costs};
pub use volume_clock::{
    TradedVolume, TradedVolumeColumns, Vpin, VpinOutput, VpinParams, VpinState, VpinTable, VpinTablePart,
};
