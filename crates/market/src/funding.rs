//! What the holders of perpetual contracts pay each other.

use hashinsight_units::{Timestamp, wire::number};

use crate::row::{columns, row};
use crate::{Instrument, Interval, MarketError, Source, check};

row! {
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
    ///     time_ms: Timestamp::from_ms(1_713_571_200_000).unwrap(),
    ///     rate_per_interval: 0.000_1,
    /// })?;
    /// assert_eq!(funding.rate_per_year(), 0.109_5);
    /// # Ok::<(), hashinsight_market::MarketError>(())
    /// ```
    Funding from FundingFields, checked by check_funding,
    {
        /// Who published it.
        source: Source,
        /// Of what.
        instrument: Instrument,
        /// How often it is paid: mostly 8 h, some 1 h or 4 h.
        interval_ms: Interval,
        /// When it is paid.
        time_ms: Timestamp,
        /// Fraction of the notional, -1 to 1.
        [deserialize_with = "number::deserialize"] rate_per_interval: f64,
    }
}

fn check_funding(funding: &mut FundingFields) -> Result<(), MarketError> {
    check::signed_fraction("rate_per_interval", &mut funding.rate_per_interval)
}

impl Funding {
    /// `rate_per_interval` times the intervals of a year of 365 days, without compounding.
    pub fn rate_per_year(&self) -> f64 {
        self.rate_per_interval * self.interval_ms.per_year()
    }
}

columns! {
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
    /// # Ok::<(), hashinsight_market::MarketError>(())
    /// ```
    FundingHistory of Funding from FundingFields, unchecked FundingHistoryColumns, next by funding_follows,
    same { source: Source, instrument: Instrument, interval_ms: Interval },
    columns { time_ms: i64, [deserialize_with = "number::column"] rate_per_interval: f64 },
    optional {}
}

fn funding_follows(history: &FundingHistory, next: &Funding) -> Result<(), MarketError> {
    crate::row::after("time_ms", history.time_ms.last(), next.time_ms)
}
