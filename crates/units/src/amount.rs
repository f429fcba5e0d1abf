//! Bitcoin in whole satoshis.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::quantity::integer_serde;
use crate::{Error, wire};

const SAT_PER_BTC: i64 = 100_000_000;
const MAX_SAT: i64 = 21_000_000 * SAT_PER_BTC;

/// Bitcoin that someone has or is paid: 0 to 21 million BTC in whole satoshis.
///
/// ```
/// use hashinsight_units::Amount;
/// let subsidy: Amount = "3.125 BTC".parse()?;
/// assert_eq!(subsidy.to_sat(), 312_500_000);
/// assert_eq!(subsidy.to_string(), "3.125 BTC");
/// assert!("0.000000001 BTC".parse::<Amount>().is_err()); // a tenth of a satoshi: never rounded silently
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(u64);

/// Bitcoin that flows: -21 to 21 million BTC in whole satoshis.
///
/// ```
/// use hashinsight_units::{Amount, SignedAmount};
/// let paid = SignedAmount::from(Amount::from_sat(70)?);
/// let spent = SignedAmount::from_sat(-100)?;
/// assert_eq!(paid.checked_add(spent).map(SignedAmount::to_sat), Some(-30));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SignedAmount(i64);

impl Amount {
    const CODE: &'static str = "amount";
    const ALLOWED: &'static str = "a whole number of satoshis from 0 to 2100000000000000";
    /// No bitcoin.
    pub const ZERO: Self = Self(0);
    /// 21 million BTC.
    pub const MAX: Self = Self(MAX_SAT.cast_unsigned());

    /// From satoshis.
    ///
    /// # Errors
    /// `out_of_range` above 21 million BTC.
    pub fn from_sat(sat: u64) -> Result<Self, Error> {
        if sat > Self::MAX.0 {
            return Err(Error::out_of_range(Self::CODE, sat, Self::ALLOWED));
        }
        Ok(Self(sat))
    }

    /// From satoshis out of a signed column.
    ///
    /// # Errors
    /// `out_of_range` below 0 or above 21 million BTC.
    pub fn from_signed_sat(sat: i64) -> Result<Self, Error> {
        let unsigned = u64::try_from(sat);
        unsigned.map_err(|_| Error::out_of_range(Self::CODE, sat, Self::ALLOWED)).and_then(Self::from_sat)
    }

    /// From a decimal number of bitcoin, exactly.
    ///
    /// # Errors
    /// `out_of_range` where it is negative, above 21 million or no whole number of satoshis.
    pub fn from_btc(btc: Decimal) -> Result<Self, Error> {
        let sat = whole_sat(btc, SAT_PER_BTC).and_then(|sat| u64::try_from(sat).ok());
        sat.filter(|sat| *sat <= Self::MAX.0)
            .map(Self)
            .ok_or_else(|| Error::out_of_range(Self::CODE, btc, Self::ALLOWED))
    }

    /// From satoshis that are known when the program is written.
    ///
    /// # Panics
    /// Above 21 million BTC: at compile time, in a `const`.
    #[must_use]
    pub const fn constant(sat: u64) -> Self {
        assert!(sat <= Self::MAX.0, "above 21 million BTC");
        Self(sat)
    }

    /// Satoshis.
    pub const fn to_sat(self) -> u64 {
        self.0
    }

    /// Bitcoin, exactly.
    pub fn to_btc(self) -> Decimal {
        Decimal::new(self.0.cast_signed(), 8).normalize()
    }

    /// Bitcoin as an estimate: the nearest `f64`.
    pub fn to_btc_f64(self) -> f64 {
        self.0 as f64 / SAT_PER_BTC as f64
    }

    /// The sum; `None` above 21 million BTC.
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        let sat = self.0 + other.0; // both at most 2.1e15: no overflow
        if sat > Self::MAX.0 { None } else { Some(Self(sat)) }
    }

    /// The difference; `None` where it would be negative.
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        match self.0.checked_sub(other.0) {
            Some(sat) => Some(Self(sat)),
            None => None,
        }
    }
}

impl SignedAmount {
    const CODE: &'static str = "signed_amount";
    const ALLOWED: &'static str = "a whole number of satoshis from -2100000000000000 to 2100000000000000";
    /// Minus 21 million BTC.
    pub const MIN: Self = Self(-MAX_SAT);
    /// No bitcoin.
    pub const ZERO: Self = Self(0);
    /// 21 million BTC.
    pub const MAX: Self = Self(MAX_SAT);

    /// From satoshis.
    ///
    /// # Errors
    /// `out_of_range` beyond 21 million BTC either way.
    pub fn from_sat(sat: i64) -> Result<Self, Error> {
        if !(-MAX_SAT..=MAX_SAT).contains(&sat) {
            return Err(Error::out_of_range(Self::CODE, sat, Self::ALLOWED));
        }
        Ok(Self(sat))
    }

    /// From a decimal number of bitcoin, exactly.
    ///
    /// # Errors
    /// `out_of_range` where it is beyond 21 million either way or no whole number of satoshis.
    pub fn from_btc(btc: Decimal) -> Result<Self, Error> {
        let sat = whole_sat(btc, SAT_PER_BTC).filter(|sat| sat.abs() <= MAX_SAT);
        sat.map(Self).ok_or_else(|| Error::out_of_range(Self::CODE, btc, Self::ALLOWED))
    }

    /// Satoshis.
    pub const fn to_sat(self) -> i64 {
        self.0
    }

    /// Bitcoin, exactly.
    pub fn to_btc(self) -> Decimal {
        Decimal::new(self.0, 8).normalize()
    }

    /// Bitcoin as an estimate: the nearest `f64`.
    pub fn to_btc_f64(self) -> f64 {
        self.0 as f64 / SAT_PER_BTC as f64
    }

    /// The sum; `None` beyond 21 million BTC either way.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        Self::from_sat(self.0 + other.0).ok()
    }

    /// The difference; `None` beyond 21 million BTC either way.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        Self::from_sat(self.0 - other.0).ok()
    }
}

impl std::ops::Neg for SignedAmount {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl From<Amount> for SignedAmount {
    fn from(amount: Amount) -> Self {
        Self(amount.0.cast_signed())
    }
}

impl TryFrom<SignedAmount> for Amount {
    type Error = Error;

    fn try_from(amount: SignedAmount) -> Result<Self, Error> {
        let sat = u64::try_from(amount.0);
        sat.map(Self).map_err(|_| Error::out_of_range(Self::CODE, amount.0, Self::ALLOWED))
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} BTC", self.to_btc())
    }
}

impl fmt::Display for SignedAmount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} BTC", self.to_btc())
    }
}

/// Reads "3.125 BTC" or "70 sat" as satoshis. Beyond an `i64` of them there is no bitcoin: that is the caller's refusal too.
fn parse_sat(code: &'static str, allowed: &'static str, text: &str) -> Result<i64, Error> {
    let unknown = || Error::unknown(code, text, "a number and BTC or sat");
    let (number, sat_per_unit) = match text.trim().strip_suffix("BTC") {
        Some(btc) => (btc, SAT_PER_BTC),
        None => (text.trim().strip_suffix("sat").ok_or_else(unknown)?, 1),
    };
    let number = wire::decimal::parse(number.trim_end()).map_err(|_| unknown())?;
    whole_sat(number, sat_per_unit).ok_or_else(|| Error::out_of_range(code, text, allowed))
}

fn whole_sat(number: Decimal, sat_per_unit: i64) -> Option<i64> {
    // Normalized, so that trailing zeros do not take the room that the product needs.
    let sat = number.normalize().checked_mul(Decimal::from(sat_per_unit))?;
    if sat.is_zero() && !number.is_zero() || !sat.fract().is_zero() {
        return None;
    }
    sat.to_i64()
}

impl FromStr for Amount {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let sat = parse_sat(Self::CODE, Self::ALLOWED, text)?;
        u64::try_from(sat).map_err(|_| Error::out_of_range(Self::CODE, text, Self::ALLOWED)).and_then(Self::from_sat)
    }
}

impl FromStr for SignedAmount {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::from_sat(parse_sat(Self::CODE, Self::ALLOWED, text)?)
    }
}

integer_serde!(Amount, u64, Self::from_sat);
integer_serde!(SignedAmount, i64, Self::from_sat);
