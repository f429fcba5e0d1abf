//! Covers that others have sold, by their published terms: what they pay, and how often they may pay before they lose money.
//!
//! | seller | terms | function |
//! |---|---|---|
//! | CoinBene, 2020 to 2021 | twice a ratio of the loss, the ratio falling with the sum insured so far | [`coinbene_payout`] |
//! | BitNasdaq, 2026 | five times the premium once the loss reaches ten times the premium | [`bitnasdaq_payout`] |
//! | Bybit mutual insurance, 2020 | a put on an inverse position, with a fee | [`bybit_protection`] |
//! | Bumper, 2023 | a floor under coins for a term, its premium known at the close | [`bumper_payout`] |
//!
//! None of them asks how probable a claim is. Beside the touch probability of [`book_loss`](crate::book::book_loss) the break-even
//! probability shows who buys: at 100 times leverage a day's cover is claimed 87 times in 100.

mod bitnasdaq;
mod bumper;
mod bybit;
mod coinbene;

use hashinsight_units::{Decimal, Error, Problem};

pub use bitnasdaq::{BitnasdaqReport, BitnasdaqRequest, bitnasdaq_payout};
pub use bumper::{BumperReport, BumperRequest, bumper_payout};
pub use bybit::{BybitProtectionReport, BybitProtectionRequest, bybit_protection};
pub use coinbene::{CoinbeneReport, CoinbeneRequest, CoinbeneTier, coinbene_payout, coinbene_tiers};

use crate::refuse::tell;

/// Most that a published cover is reckoned with: products of these amounts are exact.
const MOST: i64 = 1_000_000_000;

/// An amount above 0, or from 0 on, with at most six decimal places.
fn amount(field: &str, value: Decimal, may_be_zero: bool) -> Result<Decimal, Error> {
    let fits = value >= Decimal::ZERO && value <= Decimal::from(MOST) && value.normalize().scale() <= 6;
    if fits && (may_be_zero || !value.is_zero()) {
        return Ok(value.normalize());
    }
    let allowed = if may_be_zero { "0 to 10^9" } else { "above 0, at most 10^9" };
    Err(tell(field, Problem::OutOfRange, value, format!("{allowed}, with at most 6 decimal places")))
}
