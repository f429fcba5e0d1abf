//! How many contracts are open.

use hashinsight_units::{Timestamp, wire::number};

use crate::row::{columns, row};
use crate::{Instrument, MarketError, Source, check};

row! {
    /// Contracts that are open at one instant, each counted once (not once per side): in coins, in US dollars, or both.
    ///
    /// A source that counts contracts is converted by its parser, which knows the contract's size.
    ///
    /// ```
    /// use hashinsight_market::{OpenInterest, OpenInterestFields};
    /// use hashinsight_units::Timestamp;
    /// let open = OpenInterest::new(OpenInterestFields {
    ///     source: "deribit".parse()?,
    ///     instrument: "BTC-PERPETUAL".parse()?,
    ///     time_ms: Timestamp::from_ms(1_765_541_474_086).unwrap(),
    ///     open_base: None,
    ///     open_usd: Some(1_132_329_370.0),
    /// })?;
    /// assert_eq!(open.open_base(), None); // not said, not zero
    /// # Ok::<(), hashinsight_market::MarketError>(())
    /// ```
    OpenInterest from OpenInterestFields, checked by check_open_interest,
    {
        /// Who published it.
        source: Source,
        /// Of what.
        instrument: Instrument,
        /// When it held.
        time_ms: Timestamp,
        /// Units of base, coins.
        [default, deserialize_with = "number::present", skip_serializing_if = "Option::is_none"]
        open_base: Option<f64>,
        /// Their notional in US dollars.
        [default, deserialize_with = "number::present", skip_serializing_if = "Option::is_none"]
        open_usd: Option<f64>,
    }
}

fn check_open_interest(open: &mut OpenInterestFields) -> Result<(), MarketError> {
    check::optional("open_base", &mut open.open_base, check::amount)?;
    check::optional("open_usd", &mut open.open_usd, check::amount)?;
    if open.open_base.is_none() && open.open_usd.is_none() {
        return Err(MarketError::missing("open_base", "at least one of open_base and open_usd"));
    }
    Ok(())
}

columns! {
    /// Open interest of one instrument, oldest first.
    ///
    /// ```
    /// use hashinsight_market::OpenInterestHistory;
    /// let history = OpenInterestHistory::new("okx".parse()?, "BTC-USDT-SWAP".parse()?);
    /// assert_eq!(history.last(), None);
    /// # Ok::<(), hashinsight_market::MarketError>(())
    /// ```
    OpenInterestHistory of OpenInterest from OpenInterestFields, unchecked OpenInterestHistoryColumns, next by open_interest_follows,
    same { source: Source, instrument: Instrument },
    columns { time_ms: i64 },
    optional {
        [deserialize_with = "number::present_column"] open_base: f64,
        [deserialize_with = "number::present_column"] open_usd: f64,
    }
}

fn open_interest_follows(history: &OpenInterestHistory, next: &OpenInterest) -> Result<(), MarketError> {
    crate::row::after("time_ms", history.time_ms.last(), next.time_ms)
}
