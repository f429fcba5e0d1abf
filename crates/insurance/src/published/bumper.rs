//! Price protection of Bumper, by its published terms of 2023: a floor under coins that are deposited for a term.
//!
//! ```text
//! at or above the floor   the coins, less the premium        below it   the floor in stablecoins, less the premium
//! ```
//!
//! The premium accrues with the volatility that is measured during the term and with the nearness of the floor: it is known at the close and not
//! before, so that it is an input here and no answer.

use hashinsight_units::{Decimal, Error, Problem, Record};

use crate::cover::estimate;
use crate::refuse::tell;

/// Inputs of [`bumper_payout`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BumperRequest {
    /// Coins that are protected, as decimal text: above 0, at most 10^6, with at most 6 decimal places.
    #[record(example = "6.427")]
    pub coins: Decimal,
    /// Price of the coin when the position was opened, in dollars, as decimal text: above 0, at most 10^7, with at most 4 decimal places.
    #[record(example = "1555.93")]
    pub opened_price: Decimal,
    /// Floor, as a fraction of the price when the position was opened: above 0, at most 1, with at most 4 decimal places.
    #[record(example = "0.7")]
    pub floor: Decimal,
    /// Price of the coin when the position is closed, in dollars, as decimal text: at most 10^7, with at most 4 decimal places.
    #[record(example = "1000")]
    pub closed_price: Decimal,
    /// Premium that has accrued by the close, in dollars, as decimal text.
    #[record(example = "192.06")]
    pub premium_usd: Decimal,
    /// Premium of a put of the same strike and term, in dollars, as decimal text. Absent: not compared.
    #[record(example = "506.63")]
    pub put_premium_usd: Option<Decimal>,
}

/// Result of [`bumper_payout`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BumperReport {
    /// Price below which the floor is paid, in dollars, as decimal text.
    pub floor_price: Decimal,
    /// Whether the floor is paid in stablecoins; otherwise the coins go back.
    pub is_claimed: bool,
    /// Payout beyond what the coins are worth at the close, in dollars, as decimal text; 0 at or above the floor.
    pub payout_usd: Decimal,
    /// What the holder has at the close, less the premium, in dollars, as decimal text. Negative where the premium has used up all of it.
    pub received_usd: Decimal,
    /// Premium as a fraction of the deposit.
    pub premium_rate: f64,
    /// Fraction of the put's premium that was saved; negative where the put was cheaper. Absent: not compared.
    pub saving: Option<f64>,
}

/// What Bumper's protection pays and has cost.
///
/// ```
/// use hashinsight_insurance::published::{BumperRequest, bumper_payout};
/// let decimal = |text: &str| text.parse().unwrap();
/// let request =
///     BumperRequest::new(decimal("2"), decimal("1500"), decimal("0.9"), decimal("1200"), decimal("32.5"));
/// let report = bumper_payout(&request)?;
/// assert_eq!((report.floor_price, report.is_claimed), (decimal("1350"), true));
/// assert_eq!((report.payout_usd, report.received_usd), (decimal("300"), decimal("2667.5")));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insurance.coins.out_of_range`, `opened_price`, `floor`, `closed_price`, `premium_usd` and `put_premium_usd` likewise.
pub fn bumper_payout(request: &BumperRequest) -> Result<BumperReport, Error> {
    // So many digits that products of three are exact.
    let coins = within("coins", request.coins, 1_000_000, 6, false)?;
    let opened = within("opened_price", request.opened_price, 10_000_000, 4, false)?;
    let floor = within("floor", request.floor, 1, 4, false)?;
    let closed = within("closed_price", request.closed_price, 10_000_000, 4, true)?;
    let premium = within("premium_usd", request.premium_usd, 1_000_000_000, 6, true)?;
    let put = request.put_premium_usd.map(|put| within("put_premium_usd", put, 1_000_000_000, 6, false)).transpose()?;
    let floor_price = (opened * floor).normalize();
    let is_claimed = closed < floor_price;
    let payout = if is_claimed { coins * (floor_price - closed) } else { Decimal::ZERO };
    Ok(BumperReport {
        floor_price,
        is_claimed,
        payout_usd: payout.normalize(),
        received_usd: (coins * closed + payout - premium).normalize(),
        premium_rate: estimate(premium) / estimate(coins * opened),
        saving: put.map(|put| 1.0 - estimate(premium) / estimate(put)),
    })
}

fn within(field: &str, value: Decimal, most: i64, places: u32, may_be_zero: bool) -> Result<Decimal, Error> {
    let fits = value >= Decimal::ZERO && value <= Decimal::from(most) && value.normalize().scale() <= places;
    if fits && (may_be_zero || !value.is_zero()) {
        return Ok(value.normalize());
    }
    let least = if may_be_zero { "0 to" } else { "above 0, at most" };
    Err(tell(field, Problem::OutOfRange, value, format!("{least} {most}, with at most {places} decimal places")))
}
