//! Loans against coins: loan to value, the prices of margin call and liquidation, what cures, and how likely the prices are touched.
//!
//! ```text
//! LTV = debt / (coins * price)         price at an LTV = debt / (LTV * coins)
//! cure in coin = debt / (target * price) - coins                      rounded up to a satoshi
//! cure in cash = debt - target * coins * price                        rounded up to a millionth of a dollar
//! ```

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{BarrierSide, FirstPassage, HitProbabilityRequest, hit_probability};
use hashinsight_units::{
    Amount, AssetPrice, Error, Fault, Fraction, Outcome, Price, Problem, Rate, Record, Volatility, Years,
};

use super::cash::{Cash, price_micros};
use super::scale::{BILLION, SAT, billionths};

/// Beliefs about the price while a loan runs.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct LoanOutlook {
    /// Horizon, in years of 365 days.
    #[record(example = 0.5)]
    pub years: Years,
    /// Drift of the price per year, continuously compounded.
    #[record(default = Rate::constant(0.0))]
    pub drift_per_year: Rate,
    /// Volatility of the price per square root of a year.
    #[record(example = 0.6)]
    pub volatility: Volatility,
}

/// Inputs of [`loan`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct LoanRequest {
    /// Debt with interest so far, in USD, at least 0.
    #[record(example = "1000000")]
    pub debt_usd: Cash,
    /// Coins pledged, in satoshis.
    #[record(example = 2000000000)]
    pub collateral_sat: Amount,
    /// Price of one bitcoin, in USD.
    #[record(example = 100000)]
    pub price_usd: Price,
    /// Loan to value that a cure restores, above 0.
    #[record(example = 0.5)]
    pub target_ltv: Fraction,
    /// Loan to value of a margin call, above that of the cure.
    #[record(example = 0.7)]
    pub margin_ltv: Fraction,
    /// Loan to value of liquidation, above that of a margin call.
    #[record(example = 0.8)]
    pub liquidation_ltv: Fraction,
    /// Beliefs about the price. Absent: no probabilities are told.
    pub outlook: Option<LoanOutlook>,
}

/// Cure of a loan: coins or cash that restore its target.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Cure {
    /// Coins to pledge besides, in satoshis; unbounded beyond all that exist.
    pub coins_sat: Outcome<Amount>,
    /// Debt to repay, in USD.
    pub cash_usd: Cash,
}

/// Result of [`loan`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct LoanReport {
    /// Loan to value; unbounded for a debt against nothing.
    pub ltv: Outcome,
    /// Price of one bitcoin at which a margin call comes, in USD; never without a debt, every price where nothing is pledged.
    pub margin_price_usd: Outcome,
    /// Price of one bitcoin at which the coins are liquidated, in USD; never without a debt, every price where nothing is pledged.
    pub liquidation_price_usd: Outcome,
    /// Cure at the price of now; nothing where the loan is within its target.
    pub cure: Cure,
    /// Cure at the price of the margin call. Absent: there is no such price.
    pub cure_at_margin: Option<Cure>,
    /// Probability that the margin call comes within the horizon. Absent: no outlook.
    pub margin_probability: Option<f64>,
    /// Probability that the coins are liquidated within the horizon, if nothing is cured. Absent: no outlook.
    pub liquidation_probability: Option<f64>,
}

impl LoanRequest {
    fn checked(&self) -> Result<(), Error> {
        let refuse = |field: &str, value: &dyn hashinsight_units::Shown, allowed: &str| -> Result<(), Error> {
            let fault = Fault::new(format!("treasury.{field}"), Problem::OutOfRange).at(field);
            Err(fault.got(value).allowed(allowed).into())
        };
        if self.debt_usd < Cash::ZERO {
            refuse("debt_usd", &self.debt_usd, "at least 0")?;
        }
        if price_micros(self.price_usd) < 1 {
            refuse("price_usd", &self.price_usd, "0.000001 to 1e12 USD")?;
        }
        if billionths(self.target_ltv.get()) < 1 {
            refuse("target_ltv", &self.target_ltv, "above 0")?;
        }
        if self.margin_ltv <= self.target_ltv {
            refuse("margin_ltv", &self.margin_ltv, "above the target")?;
        }
        if self.liquidation_ltv <= self.margin_ltv {
            refuse("liquidation_ltv", &self.liquidation_ltv, "above that of a margin call")?;
        }
        Ok(())
    }

    fn price_at(&self, ltv: Fraction) -> Outcome {
        match (self.debt_usd, self.collateral_sat) {
            (Cash::ZERO, _) => Outcome::Never,
            (_, Amount::ZERO) => Outcome::Every,
            (debt, coins) => Outcome::Value(debt.to_usd_f64() / (ltv.get() * coins.to_btc_f64())),
        }
    }

    /// What restores the target at a price in millionths of a dollar, of at least 1.
    fn cure(&self, price: i64) -> Result<Cure, Error> {
        let (debt, coins) = (self.debt_usd.to_micros(), self.collateral_sat.to_sat().cast_signed());
        let target = billionths(self.target_ltv.get());
        // Least coins with target * coins * price >= debt, all in whole numbers: at most 3e35.
        let over = i128::from(target) * i128::from(price);
        let least = (i128::from(debt) * i128::from(SAT) * i128::from(BILLION) + over - 1) / over;
        let missing = u64::try_from((least - i128::from(coins)).max(0)).ok();
        let coins_sat = match missing.and_then(|sat| Amount::from_sat(sat).ok()) {
            Some(missing) => Outcome::Value(missing),
            None => Outcome::Unbounded,
        };
        let value = i128::from(coins) * i128::from(price) / i128::from(SAT);
        let cash = i128::from(debt) - value * i128::from(target) / i128::from(BILLION);
        Ok(Cure { coins_sat, cash_usd: Cash::from_wide(cash.max(0))? })
    }

    fn probability(&self, level: Outcome, outlook: &LoanOutlook) -> Result<f64, Error> {
        let spot = self.price_usd.get();
        let Outcome::Value(level) = level else {
            return Ok(if level == Outcome::Every { 1.0 } else { 0.0 });
        };
        if level >= spot {
            return Ok(1.0);
        }
        let LoanOutlook { years, drift_per_year, volatility } = *outlook;
        let (spot, level) = (AssetPrice::new(spot)?, AssetPrice::new(level)?);
        let passage = FirstPassage::new(spot, level, BarrierSide::Down, years, drift_per_year, volatility);
        Ok(hit_probability(&HitProbabilityRequest::new(passage, Measure::RealWorld)).probability)
    }
}

/// Loan to value, margin call and liquidation of a loan against coins, what cures it, and how likely it comes to that.
///
/// ```
/// use hashinsight_treasury::coverage::{LoanRequest, loan};
/// use hashinsight_units::{Fraction, Outcome, Price};
/// let ltv = Fraction::new;
/// let (debt, coins, price) = ("1000000".parse()?, "20 BTC".parse()?, Price::new(100_000.0)?);
/// let report = loan(&LoanRequest::new(debt, coins, price, ltv(0.5)?, ltv(0.7)?, ltv(0.8)?))?;
/// assert_eq!((report.ltv, report.liquidation_price_usd), (Outcome::Value(0.5), Outcome::Value(62_500.0)));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `treasury.<field>.out_of_range` for a debt below 0, a price below a millionth of a dollar, and ratios that are not in order.
pub fn loan(request: &LoanRequest) -> Result<LoanReport, Error> {
    request.checked()?;
    let [margin, liquidation] = [request.margin_ltv, request.liquidation_ltv].map(|ltv| request.price_at(ltv));
    let value = request.collateral_sat.to_btc_f64() * request.price_usd.get();
    let ltv = match (request.debt_usd, request.collateral_sat) {
        (Cash::ZERO, _) => Outcome::Value(0.0),
        (_, Amount::ZERO) => Outcome::Unbounded,
        (debt, _) => Outcome::Value(debt.to_usd_f64() / value),
    };
    let at_margin =
        margin.value().and_then(|price| Price::new(price).ok()).map(price_micros).filter(|price| *price > 0);
    let probability = |level: Outcome| request.outlook.map(|outlook| request.probability(level, &outlook)).transpose();
    Ok(LoanReport {
        ltv,
        margin_price_usd: margin,
        liquidation_price_usd: liquidation,
        cure: request.cure(price_micros(request.price_usd))?,
        cure_at_margin: at_margin.map(|price| request.cure(price)).transpose()?,
        margin_probability: probability(margin)?,
        liquidation_probability: probability(liquidation)?,
    })
}
