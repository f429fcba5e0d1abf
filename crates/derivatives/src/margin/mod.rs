//! Margin: when a leveraged position is liquidated.
//!
//! A position of quantity `q` and side `s` (+1 long, -1 short) has, at price `P` after entry at `E`,
//!
//! | | linear (margined in the quote currency) | inverse (margined in the coin, `q` contracts of one quote unit) |
//! |---|---|---|
//! | notional | `q P` | `q / P` |
//! | profit | `s q (P - E)` | `s q (1/E - 1/P)` |
//! | maintenance margin | `notional * rate - deduction` | the same, in coin |
//! | bankruptcy at leverage `L` | `E (1 - s/L)` | `E L / (L + s)` |
//!
//! and is liquidated where balance and profit no longer exceed maintenance margin and closing fee. In `v = P` (linear) or `v = 1/P`
//! (inverse, with the side turned) everything is linear between two tiers, so that the liquidation price is exact but for
//! rounding: the error of `q v` is below `2^-50` of margin and notional together. The rate and the
//! deduction are those of the tier **at the liquidation price**: a long leaves its tier downwards, a short upwards. The entry tier, which
//! most calculators use, is off by up to 17 USD in our reference rows.
//!
//! A position on cross margin shares its equity with the rest of the account. Balance and profit are then those of all positions, so is
//! maintenance, and margin ratio, leverage, margin call and bankruptcy are the account's: each of its positions, asked in turn, gives the
//! same ratio. Prices are those of the position in the request, while the others stay where they are.
//!
//! The account itself is asked with [`margin_account`]: its positions and its collateral are lists, it has one equity and one ratio, and the
//! price that liquidates it is asked for each contract with the others fixed and for each coin with all that follows it.
//!
//! A venue's table is that of one contract in one currency: one of another contract, currency or venue is refused. A position that was opened
//! beyond its last tier cannot exist and is refused, too; where a price takes an existing one beyond, the last tier goes on and the answer
//! says so.
//!
//! Venues differ in three ways, which [`Venue`] names: whether maintenance is taken at the mark or at entry, whether the closing fee
//! counts, and at which price.

mod account;
mod account_moves;
mod account_path;
mod batch;
mod contract;
mod contradictions;
mod crossing;
mod liquidation;
mod position;
mod schedule;
mod solve;
mod table;
mod venue;

pub use account::{
    AccountCollateral, AccountContract, AccountLevels, AccountPosition, MarginAccountReport, MarginAccountRequest,
    PositionAtMark, margin_account,
};
pub use account_moves::{AccountMoves, CoinPart};
pub use batch::{
    LiquidationBatchParams, LiquidationColumns, LiquidationLine, LiquidationRow, LiquidationTable,
    LiquidationTablePart, liquidation_batch,
};
pub use contract::{ContractKind, Side};
pub use liquidation::{AtMark, LiquidationReport, LiquidationRequest, TierUsed, liquidation};
pub use position::{MarginMode, Position};
pub use schedule::{MaintenanceSchedule, RateTiers};
pub use venue::Venue;
