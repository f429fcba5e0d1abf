//! What the holders of perpetual contracts pay each other.

use hashinsight_units::{Error, Record, Timestamp};

use crate::row::{after, columns, sealed};
use crate::{Instrument, Interval, Source, check};

/// One funding payment of a perpetual contract: longs pay shorts where the rate is positive, shorts pay longs where it is negative.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(name = "Funding")]
pub struct FundingFields {
    /// Exchange or service that published the rate.
    #[record(example = "binance_usdm")]
    pub source: Source,
    /// Contract the rate belongs to, in the words of its source.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Interval from one payment to the next, in milliseconds: mostly 8 h, some 1 h or 4 h.
    #[record(example = 28_800_000)]
    pub interval_ms: Interval,
    /// Instant of the payment, in Unix milliseconds.
    #[record(example = 1_713_571_200_000)]
    pub time_ms: Timestamp,
    /// Rate of one payment as a fraction of the notional: -1 to 1.
    #[record(example = 0.0001)]
    pub rate_per_interval: f64,
}

/// One funding payment: longs pay shorts `rate * notional` where the rate is positive, shorts pay longs where it is negative.
///
/// A payment whose time lies in the future is the venue's forecast.
///
/// ```
/// use hashinsight_market::{Funding, FundingFields, Interval};
/// use hashinsight_units::Timestamp;
/// let funding = Funding::new(FundingFields {
///     source: "binance_usdm".parse()?,
///     instrument: "BTCUSDT".parse()?,
///     interval_ms: Interval::from_ms(8 * 3_600_000)?,
///     time_ms: Timestamp::from_ms(1_713_571_200_000)?,
///     rate_per_interval: 0.000_1,
/// })?;
/// assert_eq!(funding.rate_per_year(), 0.109_5);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Funding(FundingFields);

sealed! {
    Funding(FundingFields), checked by check_funding,
    reads { source: Source, instrument: Instrument, interval_ms: Interval, time_ms: Timestamp, rate_per_interval: f64 }
}

fn check_funding(funding: &mut FundingFields) -> Result<(), Error> {
    check::signed_fraction("rate_per_interval", &mut funding.rate_per_interval)
}

impl Funding {
    /// `rate_per_interval` times the intervals of a year of 365 days, without compounding.
    pub fn rate_per_year(&self) -> f64 {
        self.rate_per_interval() * self.interval_ms().per_year()
    }
}

/// Funding payments of one contract as columns, oldest first.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(name = "FundingHistory")]
pub struct FundingHistoryColumns {
    /// Exchange or service that published the rates.
    #[record(example = "binance_usdm")]
    pub source: Source,
    /// Contract the rates belong to, in the words of its source.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Interval from one payment to the next, in milliseconds.
    #[record(example = 28_800_000)]
    pub interval_ms: Interval,
    /// Instants of the payments, in Unix milliseconds.
    pub time_ms: Vec<i64>,
    /// Rates of each payment as fractions of the notional: -1 to 1.
    pub rate_per_interval: Vec<f64>,
}

/// Funding payments of one contract, oldest first.
///
/// ```
/// use hashinsight_market::{FundingHistory, FundingHistoryColumns, Interval};
/// let history = FundingHistory::from_columns(FundingHistoryColumns {
///     source: "deribit".parse()?,
///     instrument: "BTC-PERPETUAL".parse()?,
///     interval_ms: Interval::HOUR,
///     time_ms: vec![1_789_693_200_000],
///     rate_per_interval: vec![1.257_606_590_607_552e-6],
/// })?;
/// assert_eq!(history.len(), 1);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct FundingHistory(FundingHistoryColumns);

columns! {
    FundingHistory(FundingHistoryColumns) of Funding(FundingFields), next by funding_follows,
    same { source: Source, instrument: Instrument, interval_ms: Interval },
    columns { time_ms: i64, rate_per_interval: f64 },
    optional {}
}

fn funding_follows(history: &FundingHistory, next: &Funding) -> Result<(), Error> {
    after("time_ms", history.time_ms().last(), next.time_ms())
}
