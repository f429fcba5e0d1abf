//! Units of figures, and how their numbers are written.

use hashinsight_units::Record;

/// Unit of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Unit {
    /// None: words, days, instants.
    None,
    /// A count, or a height of the chain.
    Count,
    /// A pure number with decimals.
    Number,
    /// A fraction of 1, written in percent.
    Fraction,
    /// A change as a fraction of 1, written in percent with its sign.
    Change,
    /// US dollars.
    Usd,
    /// US dollars per day.
    UsdPerDay,
    /// US dollars per kilowatt-hour.
    UsdPerKwh,
    /// US dollars per bitcoin.
    UsdPerBtc,
    /// US dollars per petahash per second and day.
    UsdPerPhsDay,
    /// US dollars per terahash per second.
    UsdPerThs,
    /// Bitcoin.
    Btc,
    /// Bitcoin per day.
    BtcPerDay,
    /// Satoshis.
    Sat,
    /// Satoshis per petahash per second and day.
    SatPerPhsDay,
    /// Terahashes per second.
    Ths,
    /// Petahashes per second.
    Phs,
    /// Exahashes per second.
    Ehs,
    /// Watts.
    W,
    /// Kilowatts.
    Kw,
    /// Joules per terahash.
    JPerTh,
    /// Difficulty, written in trillions.
    Difficulty,
    /// Seconds.
    Seconds,
    /// Hours.
    Hours,
    /// Days.
    Days,
}

impl Unit {
    /// What is written behind a number.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::None | Self::Count | Self::Number => "",
            Self::Fraction | Self::Change => "%",
            Self::Usd => "USD",
            Self::UsdPerDay => "USD/d",
            Self::UsdPerKwh => "USD/kWh",
            Self::UsdPerBtc => "USD/BTC",
            Self::UsdPerPhsDay => "USD/PH/d",
            Self::UsdPerThs => "USD/TH/s",
            Self::Btc => "BTC",
            Self::BtcPerDay => "BTC/d",
            Self::Sat => "sat",
            Self::SatPerPhsDay => "sat/PH/d",
            Self::Ths => "TH/s",
            Self::Phs => "PH/s",
            Self::Ehs => "EH/s",
            Self::W => "W",
            Self::Kw => "kW",
            Self::JPerTh => "J/TH",
            Self::Difficulty => "T",
            Self::Seconds => "s",
            Self::Hours => "h",
            Self::Days => "d",
        }
    }

    /// What a number is multiplied with before it is written.
    pub const fn scale(self) -> f64 {
        match self {
            Self::Fraction | Self::Change => 100.0,
            Self::Difficulty => 1e-12,
            _ => 1.0,
        }
    }

    /// Decimals that are written of a number.
    pub const fn places(self, number: f64) -> usize {
        match self {
            Self::None
            | Self::Count
            | Self::UsdPerBtc
            | Self::Sat
            | Self::SatPerPhsDay
            | Self::Ths
            | Self::W
            | Self::Hours => 0,
            Self::Seconds | Self::Days | Self::Kw | Self::Ehs | Self::JPerTh => 1,
            Self::Usd => {
                if number.abs() < 1e4 {
                    2
                } else {
                    0
                }
            }
            Self::UsdPerKwh | Self::Btc | Self::BtcPerDay => 4,
            _ => 2,
        }
    }
}
