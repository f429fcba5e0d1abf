//! How much margin a position must keep, by its size.

use hashinsight_units::json::Told;
use hashinsight_units::{Currency, Error, Record, Timestamp};

use crate::refuse::out_of_range;
use crate::row::{columns, sealed};
use crate::{Instrument, Source, check};

/// One tier of a venue's margin table: bounds of the notional, maintenance rate, deduction and greatest leverage.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(name = "MarginTier")]
pub struct MarginTierFields {
    /// Exchange or service that published the margin table.
    #[record(example = "binance_usdm")]
    pub source: Source,
    /// Contract the margin table belongs to, in the words of its source.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Currency of notional and deduction; the coin itself for inverse contracts.
    #[record(example = "USDT")]
    pub margin_currency: Currency,
    /// Instant at which the margin table held, in Unix milliseconds.
    #[record(example = 1_729_728_000_000)]
    pub time_ms: Timestamp,
    /// Least notional of the tier, in margin currency.
    #[record(example = 50_000)]
    pub notional_floor: f64,
    /// Greatest notional of the tier, in margin currency: above the floor.
    #[record(example = 600_000)]
    pub notional_cap: f64,
    /// Maintenance margin rate as a fraction of the notional: above 0, at most 1.
    #[record(example = 0.005)]
    pub maintenance_rate: f64,
    /// Deduction from the maintenance margin, in margin currency.
    #[record(example = 50)]
    pub deduction: f64,
    /// Greatest leverage at which a position of the tier's size can be opened: at least 1.
    #[record(example = 100)]
    pub max_leverage: f64,
}

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
///     margin_currency: "USDT".parse()?,
///     time_ms: Timestamp::from_ms(1_729_728_000_000)?,
///     notional_floor: 50_000.0,
///     notional_cap: 600_000.0,
///     maintenance_rate: 0.005,
///     deduction: 50.0,
///     max_leverage: 100.0,
/// })?;
/// assert_eq!(100_000.0 * tier.maintenance_rate() - tier.deduction(), 450.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarginTier(MarginTierFields);

sealed! {
    MarginTier(MarginTierFields), checked by check_tier,
    reads {
        source: Source, instrument: Instrument, margin_currency: Currency, time_ms: Timestamp, notional_floor: f64,
        notional_cap: f64, maintenance_rate: f64, deduction: f64, max_leverage: f64,
    }
}

fn check_tier(tier: &mut MarginTierFields) -> Result<(), Error> {
    check::amount("notional_floor", &mut tier.notional_floor)?;
    check::amount("notional_cap", &mut tier.notional_cap)?;
    check::margin_rate("maintenance_rate", &mut tier.maintenance_rate)?;
    check::amount("deduction", &mut tier.deduction)?;
    check::leverage("max_leverage", &mut tier.max_leverage)?;
    if tier.notional_cap <= tier.notional_floor {
        let allowed = format!("above notional_floor {}", Told(tier.notional_floor));
        return Err(out_of_range("notional_cap", tier.notional_cap, allowed));
    }
    Ok(())
}

/// A venue's whole margin table as columns, smallest positions first: from notional 0, without gap and overlap, with a continuous
/// maintenance margin.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(name = "TierTable")]
pub struct TierTableColumns {
    /// Exchange or service that published the margin table.
    #[record(example = "binance_usdm")]
    pub source: Source,
    /// Contract the margin table belongs to, in the words of its source.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Currency of notionals and deductions; the coin itself for inverse contracts.
    #[record(example = "USDT")]
    pub margin_currency: Currency,
    /// Instant at which the margin table held, in Unix milliseconds.
    #[record(example = 1_729_728_000_000)]
    pub time_ms: Timestamp,
    /// Least notionals of the tiers, in margin currency.
    pub notional_floor: Vec<f64>,
    /// Greatest notionals of the tiers, in margin currency.
    pub notional_cap: Vec<f64>,
    /// Maintenance margin rates of the tiers as fractions of the notional: above 0, at most 1.
    pub maintenance_rate: Vec<f64>,
    /// Deductions from the maintenance margin, in margin currency.
    pub deduction: Vec<f64>,
    /// Greatest leverages at which positions of each tier's size can be opened: at least 1.
    pub max_leverage: Vec<f64>,
}

/// A venue's whole margin table, smallest positions first: it begins at 0, has no gap and no overlap, the rate rises, the leverage
/// does not, and the deduction makes the maintenance margin continuous (to 1e-9 of the floor's margin, for tables that were rounded).
///
/// ```
/// use hashinsight_market::{TierTable, TierTableColumns};
/// use hashinsight_units::Timestamp;
///
/// let columns = TierTableColumns {
///     source: "binance_usdm".parse()?,
///     instrument: "BTCUSDT".parse()?,
///     margin_currency: "USDT".parse()?,
///     time_ms: Timestamp::from_ms(1_729_728_000_000)?,
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
/// assert_eq!(TierTable::from_columns(jump).unwrap_err().path().as_str(), "deduction[2]");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct TierTable(TierTableColumns);

columns! {
    TierTable(TierTableColumns) of MarginTier(MarginTierFields), next by tier_follows,
    same { source: Source, instrument: Instrument, margin_currency: Currency, time_ms: Timestamp },
    columns { notional_floor: f64, notional_cap: f64, maintenance_rate: f64, deduction: f64, max_leverage: f64 },
    optional {}
}

fn tier_follows(table: &TierTable, next: &MarginTier) -> Result<(), Error> {
    let last = table.last();
    let floor = last.map_or(0.0, |last| last.notional_cap());
    if next.notional_floor() != floor {
        let allowed = format!("{}, where the tier before it ends", Told(floor));
        return Err(out_of_range("notional_floor", next.notional_floor(), allowed));
    }
    let (rate, leverage) = last.map_or((0.0, f64::INFINITY), |last| (last.maintenance_rate(), last.max_leverage()));
    if next.maintenance_rate() <= rate {
        let allowed = format!("above the tier before it: {}", Told(rate));
        return Err(out_of_range("maintenance_rate", next.maintenance_rate(), allowed));
    }
    let deduction = table.deduction_of(next.maintenance_rate());
    if (next.deduction() - deduction).abs() > 1e-9 * floor * next.maintenance_rate() {
        let allowed = format!("{}, which makes the maintenance margin continuous", Told(deduction));
        return Err(out_of_range("deduction", next.deduction(), allowed));
    }
    if next.max_leverage() > leverage {
        let allowed = format!("at most that of the tier before it: {}", Told(leverage));
        return Err(out_of_range("max_leverage", next.max_leverage(), allowed));
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
        self.get(self.notional_cap().partition_point(|cap| *cap < notional))
    }

    /// The deduction that the next tier needs at this maintenance rate, for venues that do not publish it.
    pub fn deduction_of(&self, next_rate: f64) -> f64 {
        self.last().map_or(0.0, |last| last.deduction() + last.notional_cap() * (next_rate - last.maintenance_rate()))
    }
}
