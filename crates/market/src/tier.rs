//! How much margin a position must keep, by its size.

use hashinsight_units::{Currency, Timestamp, wire::number};

use crate::row::{columns, row};
use crate::{Instrument, MarketError, Source, check};

row! {
    /// One row of a venue's margin table.
    ///
    /// A position of notional `N` in this tier must keep
    ///
    /// ```text
    /// maintenance = N * maintenance_rate - deduction
    /// ```
    ///
    /// The deduction (Binance: `cum`, Bybit: "deduction") undoes the jump of the rate at the floor, so that the maintenance margin is
    /// continuous in `N`: `deduction[n] = deduction[n-1] + floor[n] * (rate[n] - rate[n-1])`.
    /// (Binance, "Leverage and Margin of USDⓈ-M Futures"; the same formula at Bybit.) Tables change often: they are data, with the time
    /// at which they held.
    ///
    /// ```
    /// use hashinsight_market::{MarginTier, MarginTierFields};
    /// use hashinsight_units::Timestamp;
    /// let tier = MarginTier::new(MarginTierFields {
    ///     source: "binance_usdm".parse()?,
    ///     instrument: "BTCUSDT".parse()?,
    ///     margin_currency: "USDT".parse().unwrap(),
    ///     time_ms: Timestamp::from_ms(1_729_728_000_000).unwrap(),
    ///     notional_floor: 50_000.0,
    ///     notional_cap: 600_000.0,
    ///     maintenance_rate: 0.005,
    ///     deduction: 50.0,
    ///     max_leverage: 100.0,
    /// })?;
    /// assert_eq!(100_000.0 * tier.maintenance_rate() - tier.deduction(), 450.0);
    /// # Ok::<(), hashinsight_market::MarketError>(())
    /// ```
    MarginTier from MarginTierFields, checked by check_tier,
    {
        /// Who published it.
        source: Source,
        /// Of what contract.
        instrument: Instrument,
        /// The currency of notional and deduction; the coin itself for inverse contracts.
        margin_currency: Currency,
        /// When the table held.
        time_ms: Timestamp,
        /// Least notional of the tier.
        [deserialize_with = "number::deserialize"] notional_floor: f64,
        /// Greatest notional of the tier: above the floor.
        [deserialize_with = "number::deserialize"] notional_cap: f64,
        /// Fraction of the notional: above 0, at most 1.
        [deserialize_with = "number::deserialize"] maintenance_rate: f64,
        /// What is taken off, in margin currency.
        [deserialize_with = "number::deserialize"] deduction: f64,
        /// Greatest leverage at which a position of this size can be opened: at least 1.
        [deserialize_with = "number::deserialize"] max_leverage: f64,
    }
}

fn check_tier(tier: &mut MarginTierFields) -> Result<(), MarketError> {
    check::amount("notional_floor", &mut tier.notional_floor)?;
    check::amount("notional_cap", &mut tier.notional_cap)?;
    check::margin_rate("maintenance_rate", &mut tier.maintenance_rate)?;
    check::amount("deduction", &mut tier.deduction)?;
    check::leverage("max_leverage", &mut tier.max_leverage)?;
    if tier.notional_cap <= tier.notional_floor {
        let allowed = format!("above notional_floor {}", tier.notional_floor);
        return Err(MarketError::out_of_range("notional_cap", tier.notional_cap, allowed));
    }
    Ok(())
}

columns! {
    /// A venue's whole margin table, smallest positions first: it begins at 0, has no gap and no overlap, the rate rises, the leverage
    /// does not, and the deduction makes the maintenance margin continuous (to 1e-9 of the floor's margin, for tables that were rounded).
    ///
    /// ```
    /// use hashinsight_market::{TierTable, TierTableColumns};
    /// use hashinsight_units::{Faulty, Timestamp};
    ///
    /// let columns = TierTableColumns {
    ///     source: "binance_usdm".parse()?,
    ///     instrument: "BTCUSDT".parse()?,
    ///     margin_currency: "USDT".parse().unwrap(),
    ///     time_ms: Timestamp::from_ms(1_729_728_000_000).unwrap(),
    ///     notional_floor: vec![0.0, 50_000.0, 600_000.0],
    ///     notional_cap: vec![50_000.0, 600_000.0, 3_000_000.0],
    ///     maintenance_rate: vec![0.004, 0.005, 0.0065],
    ///     deduction: vec![0.0, 50.0, 950.0],
    ///     max_leverage: vec![125.0, 100.0, 75.0],
    /// };
    /// let table = TierTable::from_columns(columns.clone())?;
    /// assert_eq!(table.tier_at(100_000.0).map(|tier| tier.maintenance_rate()), Some(0.005));
    /// assert_eq!(table.tier_at(4e6), None);
    ///
    /// let jump = TierTableColumns { deduction: vec![0.0, 50.0, 900.0], ..columns };
    /// assert_eq!(TierTable::from_columns(jump).unwrap_err().fault().path().as_str(), "deduction[2]");
    /// # Ok::<(), hashinsight_market::MarketError>(())
    /// ```
    TierTable of MarginTier from MarginTierFields, unchecked TierTableColumns, next by tier_follows,
    same { source: Source, instrument: Instrument, margin_currency: Currency, time_ms: Timestamp },
    columns {
        notional_floor: f64,
        [deserialize_with = "number::column"] notional_cap: f64,
        [deserialize_with = "number::column"] maintenance_rate: f64,
        [deserialize_with = "number::column"] deduction: f64,
        [deserialize_with = "number::column"] max_leverage: f64,
    },
    optional {}
}

fn tier_follows(table: &TierTable, next: &MarginTier) -> Result<(), MarketError> {
    let last = table.last();
    let floor = last.map_or(0.0, |last| last.notional_cap);
    if next.notional_floor != floor {
        let allowed = format!("{floor}, where the tier before it ends");
        return Err(MarketError::out_of_range("notional_floor", next.notional_floor, allowed));
    }
    let (rate, leverage) = last.map_or((0.0, f64::INFINITY), |last| (last.maintenance_rate, last.max_leverage));
    if next.maintenance_rate <= rate {
        let allowed = format!("above the tier before it: {rate}");
        return Err(MarketError::out_of_range("maintenance_rate", next.maintenance_rate, allowed));
    }
    let deduction = table.deduction_of(next.maintenance_rate);
    if (next.deduction - deduction).abs() > 1e-9 * floor * next.maintenance_rate {
        let allowed = format!("{deduction}, which makes the maintenance margin continuous");
        return Err(MarketError::out_of_range("deduction", next.deduction, allowed));
    }
    if next.max_leverage > leverage {
        let allowed = format!("at most that of the tier before it: {leverage}");
        return Err(MarketError::out_of_range("max_leverage", next.max_leverage, allowed));
    }
    Ok(())
}

impl TierTable {
    /// The tier of a position, if the venue allows one of that size. A notional on a border belongs to the smaller tier; the maintenance
    /// margin is the same in both.
    pub fn tier_at(&self, notional: f64) -> Option<MarginTier> {
        if notional.is_nan() || notional < 0.0 {
            return None;
        }
        self.get(self.notional_cap.partition_point(|cap| *cap < notional))
    }

    /// The deduction that the next tier needs at this maintenance rate, for venues that do not publish it.
    pub fn deduction_of(&self, next_rate: f64) -> f64 {
        self.last().map_or(0.0, |last| last.deduction + last.notional_cap * (next_rate - last.maintenance_rate))
    }
}
