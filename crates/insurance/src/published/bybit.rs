//! The mutual insurance of Bybit of 2020: protection of an inverse position.
//!
//! ```text
//! premium = amount / S * put(S, K)               Black and Scholes, without the factors of the pool, whose values are not published
//! payoff  = amount * (1 / S_T - 1 / K)           of a long, in coins, once S_T < K;      of a short the same with the other sign
//! ```

use hashinsight_derivatives::pricing::{EuropeanOption, Lognormal, vanilla};
use hashinsight_market::OptionKind;
use hashinsight_units::{AssetPrice, Collateral, Error, Record};

use crate::refuse::refuse;

/// Fee, as a part of the amount.
const FEE: f64 = 0.0005;

/// Inputs of [`bybit_protection`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BybitProtectionRequest {
    /// Amount of the position that is protected, in dollars; 500 to 200,000.
    #[record(example = 20000)]
    pub amount_usd: Collateral,
    /// Whether a long is protected, against a fall.
    #[record(example = true)]
    pub is_long: bool,
    /// Price of the index when the cover is bought.
    #[record(example = 8000)]
    pub spot: AssetPrice,
    /// Price from which the cover pays.
    #[record(example = 8000)]
    pub strike: AssetPrice,
    /// Price until expiry; without rate and yield in the published terms.
    #[record(flatten)]
    pub price: Lognormal,
    /// Price at which the cover is settled.
    #[record(example = 7000)]
    pub settled: AssetPrice,
}

/// Result of [`bybit_protection`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BybitProtectionReport {
    /// Premium in dollars, before the factors of the pool.
    pub premium_usd: f64,
    /// Premium in coins.
    pub premium_btc: f64,
    /// Fee in dollars.
    pub fee_usd: f64,
    /// Payoff at the settlement, in coins.
    pub payoff_btc: f64,
}

/// Premium and payoff of Bybit's protection.
///
/// ```
/// use hashinsight_derivatives::pricing::Lognormal;
/// use hashinsight_insurance::published::{BybitProtectionRequest, bybit_protection};
/// use hashinsight_units::{AssetPrice, Collateral, Rate, Volatility, Years};
/// let price = Lognormal::new(Years::new(0.5 / 365.0)?, Rate::new(0.0)?, Rate::new(0.0)?, Volatility::new(0.8)?);
/// let (spot, settled) = (AssetPrice::new(8000.0)?, AssetPrice::new(7000.0)?);
/// let report =
///     bybit_protection(&BybitProtectionRequest::new(Collateral::new(20_000.0)?, true, spot, spot, price, settled))?;
/// assert_eq!(format!("{:.6}", report.payoff_btc), "0.357143");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insurance.amount_usd.out_of_range` outside 500 to 200,000.
pub fn bybit_protection(request: &BybitProtectionRequest) -> Result<BybitProtectionReport, Error> {
    let BybitProtectionRequest { amount_usd, is_long, spot, strike, price, settled } = *request;
    let (amount, s) = (amount_usd.get(), spot.get());
    if !(500.0..=200_000.0).contains(&amount) {
        return Err(refuse("amount_usd", amount, "500 to 200,000"));
    }
    let kind = if is_long { OptionKind::Put } else { OptionKind::Call };
    let option = vanilla(&EuropeanOption::new(kind, spot, strike, price));
    let premium_usd = amount / s * option.price;
    let coins = amount * (1.0 / settled.get() - 1.0 / strike.get());
    let payoff = if is_long { coins } else { -coins };
    Ok(BybitProtectionReport {
        premium_usd,
        premium_btc: premium_usd / s,
        fee_usd: FEE * amount,
        payoff_btc: if payoff > 0.0 { payoff } else { 0.0 },
    })
}
