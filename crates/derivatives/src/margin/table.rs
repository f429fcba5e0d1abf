//! What a venue's tier table is for: one contract, one currency, one venue, and notionals up to its last cap.

use hashinsight_market::{Instrument, TierTable};
use hashinsight_units::{Currency, Error};

use super::{MaintenanceSchedule, Venue};
use crate::refuse::{Plain, refuse, unsupported};

/// Sources whose tables are known to be a venue's own; a longer name that begins so (`bybit_linear`) is of the same house.
const HOUSES: [&str; 9] =
    ["binance_usdm", "binance_coinm", "binance", "bybit", "okx", "gate", "btse", "kraken", "deribit"];

/// A product of quantity and price is rounded: at the cap is not beyond it.
const ROUNDING: f64 = 1e-12;

impl MaintenanceSchedule {
    /// Refuses a tier table of another contract or currency than those of the position that it is applied to. A schedule that is no table
    /// names neither.
    ///
    /// ```
    /// use hashinsight_derivatives::margin::MaintenanceSchedule;
    /// use hashinsight_market::TierTable;
    /// let tiers: TierTable = serde_json::from_str(
    ///     r#"{"source": "binance_usdm", "instrument": "ETHUSDT", "margin_currency": "USDT", "time_ms": 1729728000000,
    ///         "notional_floor": [0], "notional_cap": [50000], "maintenance_rate": [0.004], "deduction": [0],
    ///         "max_leverage": [125]}"#,
    /// ).unwrap();
    /// let error = MaintenanceSchedule::Tiers(tiers).check_contract("BTCUSDT".parse()?, "USDT".parse()?).unwrap_err();
    /// assert_eq!(error.code(), "derivatives.instrument.unsupported");
    /// assert_eq!(error.path().as_str(), "tiers.instrument");
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// `derivatives.instrument.unsupported` at `tiers.instrument` and `derivatives.margin_currency.unsupported` at `tiers.margin_currency`.
    pub fn check_contract(&self, instrument: Instrument, margin_currency: Currency) -> Result<(), Error> {
        let Self::Tiers(table) = self else { return Ok(()) };
        if table.instrument() != instrument {
            let allowed = format!("{instrument}, the contract of the position");
            return Err(unsupported("instrument", table.instrument(), &allowed).at("tiers"));
        }
        if table.margin_currency() != margin_currency {
            let allowed = format!("{margin_currency}, in which the contract is margined");
            return Err(unsupported("margin_currency", table.margin_currency(), &allowed).at("tiers"));
        }
        Ok(())
    }

    /// Refuses a tier table that another venue published. A source that is no venue's name is the caller's own.
    ///
    /// # Errors
    /// `derivatives.source.unsupported` at `tiers.source`.
    pub fn check_venue(&self, venue: Venue) -> Result<(), Error> {
        let Self::Tiers(table) = self else { return Ok(()) };
        let source = table.source();
        let of_house = |house: &str| {
            source.as_str().strip_prefix(house).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
        };
        let published = venue.publishers();
        // Of the whole house without its market: the currency tells which.
        let whole = |house: &str| house.strip_prefix(source.as_str()).is_some_and(|rest| rest.starts_with('_'));
        if published.iter().any(|house| of_house(house) || whole(house)) || !HOUSES.into_iter().any(of_house) {
            return Ok(());
        }
        let allowed = format!("{}, whose rules apply", published[0]);
        Err(unsupported("source", source, &allowed).at("tiers"))
    }

    /// Refuses a position that is opened beyond the last tier: the venue has none there.
    ///
    /// # Errors
    /// `derivatives.notional_cap.out_of_range` at `tiers.notional_cap[3]`.
    pub fn check_notional(&self, notional: f64) -> Result<(), Error> {
        match self {
            Self::Tiers(table) if self.is_beyond(notional) => {
                let allowed = format!("at least {}, the notional of the position at entry", Plain(notional));
                Err(refuse("notional_cap", last_cap(table), allowed).in_row(table.len() - 1).at("tiers"))
            }
            _ => Ok(()),
        }
    }

    /// Whether a notional lies beyond the last tier, which is then taken further.
    pub(crate) fn is_beyond(&self, notional: f64) -> bool {
        match self {
            Self::Tiers(table) => notional > last_cap(table) * (1.0 + ROUNDING),
            _ => false,
        }
    }

    /// Greatest notional of a table; infinite without one.
    pub(crate) fn greatest_notional(&self) -> f64 {
        match self {
            Self::Tiers(table) => last_cap(table),
            _ => f64::INFINITY,
        }
    }
}

fn last_cap(table: &TierTable) -> f64 {
    table.notional_cap().last().copied().unwrap_or(f64::INFINITY)
}
