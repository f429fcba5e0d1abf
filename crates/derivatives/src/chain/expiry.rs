//! A chain, expiry by expiry.

use hashinsight_market::{OptionChain, OptionQuote};
use hashinsight_units::{Error, Rate, Record, Timestamp};

use super::forward::implied_forward;
use super::gamma_exposure::gamma_exposure;
use super::max_pain::max_pain;
use super::plausible::suspicions;
use super::smile::{at_delta, at_the_money, smile};
use crate::refuse::insufficient;
use crate::{Measure, Suspicion};

/// Inputs of [`option_chain`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct OptionChainRequest {
    /// Options of the chain, sorted by expiry, strike, call before put.
    pub chain: OptionChain,
    /// Riskless rate per year, continuously compounded, for put-call parity of premiums in the quote currency; parity of premiums in coin
    /// has none.
    #[record(example = 0.04)]
    pub rate_per_year: Rate,
}

/// Figures of one expiry of a chain; absent where the chain does not determine them.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ExpirySummary {
    /// Instant of the expiry, in Unix milliseconds.
    pub expiry_ms: Timestamp,
    /// Time to expiry from the first quote, in years of 365 days.
    pub years: f64,
    /// Number of options of the expiry.
    pub options: u32,
    /// Forward price that was used, in quote currency: the implied one, else the venue's.
    pub forward: f64,
    /// Forward price by put-call parity, in quote currency; absent where no strike has premiums of both call and put.
    pub implied_forward: Option<f64>,
    /// Implied volatility at the forward, per square root of a year.
    pub at_the_money: Option<f64>,
    /// Implied volatility of the call of 25 delta, per square root of a year.
    pub call_25_delta: Option<f64>,
    /// Implied volatility of the put of 25 delta, per square root of a year.
    pub put_25_delta: Option<f64>,
    /// Risk reversal: call less put volatility at 25 delta.
    pub risk_reversal_25: Option<f64>,
    /// Butterfly: mean of call and put volatility at 25 delta, less the volatility at the money.
    pub butterfly_25: Option<f64>,
    /// Max pain: strike at which the options together would pay out least, in quote currency.
    pub max_pain: Option<f64>,
    /// Gamma exposure: gamma of calls less that of puts, in quote currency per 1 % move.
    pub gamma_exposure: Option<f64>,
    /// Strikes of the smile, in quote currency, ascending.
    pub smile_strikes: Vec<f64>,
    /// Implied volatilities at the strikes of the smile, per square root of a year.
    pub smile_volatilities: Vec<f64>,
    /// Forward deltas of the calls at the strikes of the smile.
    pub smile_deltas: Vec<f64>,
}

/// Result of [`option_chain`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct OptionChainReport {
    /// Measure of the numbers: always the risk-neutral one, as they come from prices.
    pub measure: Measure,
    /// Expiries of the chain, soonest first: the term structure.
    pub expiries: Vec<ExpirySummary>,
    /// Figures that are hard to believe or were not used, with their places; empty as a rule.
    pub suspicious: Vec<Suspicion>,
}

/// Forward, smile, skew, max pain and gamma exposure of every expiry in a chain.
///
/// ```
/// use hashinsight_derivatives::chain::{OptionChainRequest, option_chain};
/// use hashinsight_units::Rate;
/// let quote = |kind: &str, strike: f64, mark: f64, iv: f64| {
///     format!(
///         r#"{{"source":"deribit","quote_currency":"USD","premium_currency":"USD","instrument":"BTC-{strike}-{kind}",
///             "time_ms":1765541474086,"expiry_ms":1782460800000,"strike":{strike},"kind":"{kind}","underlying":95000.0,
///             "mark":{mark},"mark_iv":{iv},"open_interest_base":10.0}}"#
///     )
/// };
/// let quotes = [quote("call", 90000.0, 16000.0, 0.50), quote("put", 90000.0, 11000.0, 0.50), quote("call", 100000.0, 11000.0, 0.46)];
/// let chain = serde_json::from_str(&format!(r#"{{"quotes":[{}]}}"#, quotes.join(","))).unwrap();
/// let report = option_chain(&OptionChainRequest::new(chain, Rate::new(0.0)?))?;
/// let expiry = &report.expiries[0];
/// assert_eq!(expiry.implied_forward, Some(95_000.0)); // 90,000 + 16,000 - 11,000
/// assert!((expiry.at_the_money.unwrap() - 0.48).abs() < 1e-3);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.quotes.insufficient_data` for an empty chain; `derivatives.mark.out_of_range` (`bid`, `ask`) at `chain.quotes[17].mark` for
/// a premium that no option can have (`derivatives.strike.out_of_range` where the strike is over 200 times its underlying or below a 200th),
/// and `derivatives.premium_currency.unsupported` for one in a third currency.
pub fn option_chain(request: &OptionChainRequest) -> Result<OptionChainReport, Error> {
    let quotes = request.chain.quotes();
    if quotes.is_empty() {
        return Err(insufficient("quotes", 0, "one option").at("chain"));
    }
    let rate = request.rate_per_year.get();
    let suspicious = suspicions(quotes, rate)?;
    let expiries = quotes.chunk_by(|a, b| a.expiry_ms() == b.expiry_ms());
    let summaries = expiries.map(|quotes| summary(quotes, rate)).collect();
    Ok(OptionChainReport { measure: Measure::RiskNeutral, expiries: summaries, suspicious })
}

fn summary(quotes: &[OptionQuote], rate: f64) -> ExpirySummary {
    let first = &quotes[0]; // a chunk is never empty
    let years = first.years_to_expiry();
    let implied = implied_forward(quotes, rate, years);
    let forward = implied.unwrap_or(first.underlying());
    let points = smile(quotes, forward, years);
    let (at_the_money, call_25, put_25) = (at_the_money(&points), at_delta(&points, 0.25), at_delta(&points, 0.75));
    let column = |value: fn(&super::smile::SmilePoint) -> f64| points.iter().map(value).collect::<Vec<f64>>();
    ExpirySummary {
        expiry_ms: first.expiry_ms(),
        years,
        options: u32::try_from(quotes.len()).unwrap_or_else(|_| unreachable!("2^32 quotes of one expiry")),
        forward,
        implied_forward: implied,
        at_the_money,
        call_25_delta: call_25,
        put_25_delta: put_25,
        risk_reversal_25: call_25.zip(put_25).map(|(call, put)| call - put),
        butterfly_25: call_25.zip(put_25).zip(at_the_money).map(|((call, put), atm)| 0.5 * (call + put) - atm),
        max_pain: max_pain(quotes),
        gamma_exposure: gamma_exposure(quotes, forward, years),
        smile_strikes: column(|point| point.strike),
        smile_volatilities: column(|point| point.volatility),
        smile_deltas: column(|point| point.delta),
    }
}
