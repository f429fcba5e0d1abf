//! Figures of futures, perpetuals and options that the module is made of.

use hashinsight_derivatives::chain::OptionChainReport;
use hashinsight_market::{OptionKind, OptionQuote};
use hashinsight_numerics::{exp, find_root, ln_ratio, normal_quantile, pow};
use hashinsight_units::{AssetPrice, Days, Error, Fraction};

use crate::refuse::refuse;

/// Log-moneyness at which the search for a strike ends: a hundred times the forward.
const FURTHEST: f64 = 4.6;
/// Days of a year.
const YEAR_DAYS: f64 = 365.0;

/// Annualised basis of a future over spot, see [`basis_per_year`].
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Basis {
    /// Without compounding, `(F / S - 1) 365 / days`.
    pub simple: f64,
    /// Compounded once a year, `(F / S)^(365 / days) - 1`.
    pub compound: f64,
    /// Continuously compounded, `ln(F / S) 365 / days`.
    pub logarithmic: f64,
}

/// Basis of a future over spot per year of 365 days, by the three ways of annualising.
///
/// ```
/// use hashinsight_signals::modules::derivatives_pressure::basis_per_year;
/// use hashinsight_units::{AssetPrice, Days};
/// let basis = basis_per_year(AssetPrice::new(61_000.0)?, AssetPrice::new(60_000.0)?, Days::new(45.0)?);
/// assert!((basis.simple - 0.135_185).abs() < 1e-6 && (basis.compound - 0.143_474).abs() < 1e-6);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn basis_per_year(future: AssetPrice, spot: AssetPrice, days: Days) -> Basis {
    let (future, spot, periods) = (future.get(), spot.get(), YEAR_DAYS / days.get());
    Basis {
        simple: (future - spot) / spot * periods,
        compound: pow(future / spot, periods) - 1.0,
        logarithmic: ln_ratio(future, spot) * periods,
    }
}

/// Funding per year of 365 days when each payment is reinvested, `(1 + rate)^periods - 1`; without reinvesting it is `rate * periods`
/// ([`hashinsight_market::Funding::rate_per_year`]).
///
/// ```
/// use hashinsight_signals::modules::derivatives_pressure::compound_funding_per_year;
/// assert!((compound_funding_per_year(0.0001, 3.0 * 365.0)? - 0.115_713_96).abs() < 1e-8);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.rate_per_interval` unless above -1, `signals.intervals_per_year` unless positive.
pub fn compound_funding_per_year(rate_per_interval: f64, intervals_per_year: f64) -> Result<f64, Error> {
    if !(rate_per_interval > -1.0 && rate_per_interval.is_finite()) {
        return Err(refuse("rate_per_interval", rate_per_interval, "a finite fraction above -1"));
    }
    if !(intervals_per_year > 0.0 && intervals_per_year.is_finite()) {
        return Err(refuse("intervals_per_year", intervals_per_year, "a finite number above 0"));
    }
    Ok(pow(1.0 + rate_per_interval, intervals_per_year) - 1.0)
}

/// Strike whose call has a forward delta, `N(d1) = delta`, on a smile of implied volatilities by strike; a put of 25 delta is the strike
/// of the call of 75.
///
/// ```
/// use hashinsight_numerics::ln;
/// use hashinsight_signals::modules::derivatives_pressure::strike_at_delta;
/// use hashinsight_units::{AssetPrice, Fraction};
/// let smile = |strike: f64| 0.6 - 0.25 * ln(strike / 60_000.0);
/// let strike = strike_at_delta(smile, AssetPrice::new(60_000.0)?, 30.0 / 365.0, Fraction::new(0.25)?)?;
/// assert!(strike > 60_000.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.years` unless positive; `numerics.root` and `numerics.p` for a smile or a delta without such a strike between a hundredth and a
/// hundred times the forward.
pub fn strike_at_delta(
    smile: impl Fn(f64) -> f64,
    forward: AssetPrice,
    years: f64,
    delta: Fraction,
) -> Result<f64, Error> {
    if !(years > 0.0 && years.is_finite()) {
        return Err(refuse("years", years, "a finite number above 0"));
    }
    let (forward, d1) = (forward.get(), normal_quantile(delta.get())?);
    // Of the log-moneyness k: d1 = -k / (sigma sqrt T) + sigma sqrt T / 2.
    let distance = |k: f64| {
        let deviation = smile(forward * exp(k)) * years.sqrt();
        0.5 * deviation - k / deviation - d1
    };
    // From the forward outward, so that the nearest strike is found and the smile is not asked where it ends.
    let is_above = distance(0.0) > 0.0;
    let mut edge = smile(forward) * years.sqrt() * if is_above { 1.0 } else { -1.0 };
    while (distance(edge) > 0.0) == is_above && edge.abs() < FURTHEST {
        edge *= 2.0;
    }
    let root = find_root(distance, if is_above { 0.0 } else { edge }, if is_above { edge } else { 0.0 }, 0.0)?;
    Ok(forward * exp(root))
}

/// What a chain of options says as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ChainFigures {
    /// Risk reversal of 25 delta at the expiry nearest to 30 days, call less put volatility.
    pub risk_reversal_25: Option<f64>,
    /// Volatility at the money of the expiry nearest to 90 days less that of the one nearest to 30, where they are two.
    pub term_slope: Option<f64>,
    /// Open interest of puts over that of calls.
    pub put_call: Option<f64>,
    /// Gamma exposure of all expiries, in quote currency per 1 % move: calls held and puts sold by dealers, a convention.
    pub gamma_exposure: Option<f64>,
}

/// The figures of a chain: see [`hashinsight_derivatives::chain`] for what is computed per expiry.
///
/// ```
/// use hashinsight_derivatives::chain::{OptionChainRequest, option_chain};
/// use hashinsight_signals::modules::derivatives_pressure::chain_figures;
/// use hashinsight_units::Rate;
/// let quote = |kind: &str, open: f64| format!(
///     r#"{{"source":"deribit","quote_currency":"USD","premium_currency":"BTC","instrument":"BTC-{kind}","time_ms":1765541474086,
///         "expiry_ms":1768133474086,"strike":90000,"kind":"{kind}","underlying":90000,"mark_iv":0.5,"open_interest_base":{open}}}"#);
/// let chain: hashinsight_market::OptionChain =
///     serde_json::from_str(&format!(r#"{{"quotes":[{},{}]}}"#, quote("call", 20.0), quote("put", 10.0))).unwrap();
/// let report = option_chain(&OptionChainRequest::new(chain.clone(), Rate::new(0.0)?))?;
/// assert_eq!(chain_figures(&report, chain.quotes()).put_call, Some(0.5));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn chain_figures(report: &OptionChainReport, quotes: &[OptionQuote]) -> ChainFigures {
    let distance = |years: f64, days: f64| (years * YEAR_DAYS - days).abs();
    let nearest = |days: f64, known: fn(&hashinsight_derivatives::chain::ExpirySummary) -> Option<f64>| {
        let expiries = report.expiries.iter().filter_map(|expiry| known(expiry).map(|value| (expiry.years, value)));
        expiries.reduce(|best, next| if distance(next.0, days) < distance(best.0, days) { next } else { best })
    };
    let (near, far) = (nearest(30.0, |expiry| expiry.at_the_money), nearest(90.0, |expiry| expiry.at_the_money));
    let open = |kind: OptionKind| {
        let of_kind = quotes.iter().filter(|quote| quote.kind() == kind);
        of_kind.filter_map(OptionQuote::open_interest_base).fold(0.0, |sum, open| sum + open)
    };
    let (calls, puts) = (open(OptionKind::Call), open(OptionKind::Put));
    let exposures = report.expiries.iter().filter_map(|expiry| expiry.gamma_exposure);
    ChainFigures {
        risk_reversal_25: nearest(30.0, |expiry| expiry.risk_reversal_25).map(|(_, value)| value),
        term_slope: near.zip(far).filter(|(near, far)| near.0 != far.0).map(|(near, far)| far.1 - near.1),
        put_call: (calls > 0.0).then(|| puts / calls),
        gamma_exposure: exposures.reduce(|sum, exposure| sum + exposure),
    }
}
