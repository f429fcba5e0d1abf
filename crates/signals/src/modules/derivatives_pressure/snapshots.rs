//! From market data to what was known of derivatives at an instant.

use hashinsight_derivatives::chain::{OptionChainRequest, option_chain};
use hashinsight_market::{FundingHistory, OpenInterestHistory, OptionChain};
use hashinsight_units::{AssetPrice, At, Days, Error, Finite, MS_PER_DAY, Rate, Record, Timestamp};

use super::figures::{ChainFigures, basis_per_year, chain_figures};
use super::pressure::DerivativesSnapshot;
use crate::refuse::{length, out_of_range};

/// Prices of one dated future as columns, oldest first.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FuturePrices {
    /// Instant of the future's expiry, in Unix milliseconds.
    #[record(example = 1_719_561_600_000)]
    pub expiry_ms: Timestamp,
    /// Instants of the prices, in Unix milliseconds.
    pub time_ms: Vec<Timestamp>,
    /// Prices of the future, in quote currency per unit of base.
    pub price: Vec<AssetPrice>,
}

/// Observations of derivatives over time; what is absent is not known.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DerivativesHistory {
    /// Funding payments of a perpetual. Absent: not known.
    pub funding: Option<FundingHistory>,
    /// Open interest in units of base. Absent: not known.
    pub open_interest: Option<OpenInterestHistory>,
    /// Prices of dated futures; the basis is that of the one with most days left. Absent: not known.
    pub futures: Option<Vec<FuturePrices>>,
    /// Chains of options, each at the instant of its latest quote, oldest first. Absent: not known.
    pub chains: Option<Vec<OptionChain>>,
    /// Riskless rate per year, continuously compounded, for the parity of premiums in the quote currency.
    #[record(default = Rate::constant(0.0))]
    pub rate_per_year: Rate,
    /// Greatest age at which an observation still counts, in milliseconds.
    #[record(default = 172_800_000, range = 0..=3_153_600_000_000_i64, example = 172_800_000)]
    pub max_age_ms: i64,
}

/// The snapshots at instants with their spot prices, each from the last observations that were known then and are not too old.
///
/// ```
/// use hashinsight_market::{FundingHistory, FundingHistoryColumns, Interval};
/// use hashinsight_signals::modules::derivatives_pressure::{DerivativesHistory, snapshots};
/// use hashinsight_units::{AssetPrice, Timestamp};
/// let funding = FundingHistory::from_columns(FundingHistoryColumns {
///     source: "binance_usdm".parse()?,
///     instrument: "BTCUSDT".parse()?,
///     interval_ms: Interval::from_ms(28_800_000)?,
///     time_ms: vec![1_713_571_200_000],
///     rate_per_interval: vec![0.0001],
/// })?;
/// let at = |ms| -> Result<_, hashinsight_units::Error> { Ok((Timestamp::from_ms(ms)?, AssetPrice::new(60_000.0)?)) };
/// let history = DerivativesHistory::new().funding(funding).max_age_ms(86_400_000);
/// let known = snapshots(&history, &[at(1_713_571_199_999)?, at(1_713_571_200_000)?, at(1_713_657_600_001)?])?;
/// let funding: Vec<_> = known.iter().map(|snapshot| snapshot.funding_per_year.map(|rate| rate.get())).collect();
/// assert_eq!(funding, [None, Some(0.1095), None]); // not yet, known, too old
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.max_age_ms`; `signals.futures` whose columns differ in length or whose times do not rise; `signals.chains` that are empty or out of
/// order, and what [`option_chain`] refuses.
pub fn snapshots(
    history: &DerivativesHistory,
    instants: &[(Timestamp, AssetPrice)],
) -> Result<Vec<DerivativesSnapshot>, Error> {
    history.check()?;
    let futures = history.futures.as_deref().unwrap_or_default();
    futures.iter().enumerate().try_for_each(|(index, future)| check_future(future).index(index).at("futures"))?;
    let chains = figures_of_chains(history)?;
    let chain_times: Vec<i64> = chains.iter().map(|(time, _)| *time).collect();
    let snapshot = |(time, spot): &(Timestamp, AssetPrice)| {
        let now = time.to_ms();
        let recent = |times: &[i64]| last_known(times, now, history.max_age_ms);
        let finite = |value: f64| Finite::new(value).ok();
        let mut snapshot = DerivativesSnapshot::new(*time, *spot);
        snapshot.funding_per_year = history.funding.as_ref().and_then(|funding| {
            let row = funding.get(recent(funding.time_ms())?)?;
            finite(row.rate_per_year())
        });
        snapshot.open_interest_base = history.open_interest.as_ref().and_then(|open| {
            let row = open.get(recent(open.time_ms())?)?;
            AssetPrice::new(row.open_base()?).ok() // none open: no change to compare with
        });
        let longest = futures.iter().filter(|future| future.expiry_ms > *time).filter_map(|future| {
            let times: Vec<i64> = future.time_ms.iter().map(|time| time.to_ms()).collect();
            let price = future.price[recent(&times)?];
            Some((future.expiry_ms.to_ms() - now, price))
        });
        snapshot.basis_per_year = longest.max_by_key(|(left, _)| *left).and_then(|(left, price)| {
            let days = Days::new(left as f64 / MS_PER_DAY as f64).ok()?;
            finite(basis_per_year(price, *spot, days).simple)
        });
        if let Some(figures) = recent(&chain_times).map(|index| chains[index].1) {
            snapshot.risk_reversal_25 = figures.risk_reversal_25.and_then(finite);
            snapshot.term_slope = figures.term_slope.and_then(finite);
            snapshot.put_call = figures.put_call.and_then(finite);
            snapshot.gamma_exposure = figures.gamma_exposure.and_then(finite);
        }
        snapshot
    };
    Ok(instants.iter().map(snapshot).collect())
}

/// Index of the last of rising instants that is not after `now` and not too old.
pub(crate) fn last_known(times: &[i64], now: i64, max_age_ms: i64) -> Option<usize> {
    let last = times.partition_point(|time| *time <= now).checked_sub(1)?;
    (now - times[last] <= max_age_ms).then_some(last)
}

fn check_future(future: &FuturePrices) -> Result<(), Error> {
    if future.price.len() != future.time_ms.len() {
        return Err(length("price", future.price.len(), future.time_ms.len()));
    }
    match future.time_ms.windows(2).position(|pair| pair[1] <= pair[0]) {
        None => Ok(()),
        Some(index) => {
            let allowed = format!("after the price before it, {}", future.time_ms[index].to_ms());
            Err(out_of_range("time_ms", future.time_ms[index + 1].to_ms(), allowed).in_row(index + 1))
        }
    }
}

/// The figures of each chain at the instant of its latest quote: before that it was not known as a whole.
fn figures_of_chains(history: &DerivativesHistory) -> Result<Vec<(i64, ChainFigures)>, Error> {
    let mut known: Vec<(i64, ChainFigures)> = Vec::new();
    for (index, chain) in history.chains.iter().flatten().enumerate() {
        let report = option_chain(&OptionChainRequest::new(chain.clone(), history.rate_per_year));
        let report = report.index(index).at("chains")?;
        let time = chain.quotes().iter().map(|quote| quote.time_ms().to_ms()).max().unwrap_or_default();
        if let Some((last, _)) = known.last().filter(|(last, _)| time <= *last) {
            let allowed = format!("chains whose latest quotes are in order, after {last}");
            return Err(out_of_range("chains", time, allowed).in_row(index));
        }
        known.push((time, chain_figures(&report, chain.quotes())));
    }
    Ok(known)
}
