//! Booked fiat money: a decimal, its currency, and rounding that the caller names.

use std::fmt;
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::json::Node;
use crate::record::{Reader, Value, read_text};
use crate::{At, Error, Fault, Problem, Record, Timestamp, wire};

/// A currency code: 2 to 12 characters A-Z and 0-9, so that "USD", "EUR" and "USDT" fit.
///
/// ```
/// use hashinsight_units::Currency;
/// let euro: Currency = "EUR".parse()?;
/// assert_eq!(euro.as_str(), "EUR");
/// assert!("usd".parse::<Currency>().is_err());
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 12]);

impl Currency {
    const ALLOWED: &'static str = "2 to 12 characters A-Z and 0-9, like USD or USDT";

    /// US dollar.
    pub const USD: Self = Self(*b"USD\0\0\0\0\0\0\0\0\0");

    /// The code.
    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|b| *b == 0).unwrap_or(self.0.len());
        std::str::from_utf8(&self.0[..end]).unwrap_or_else(|_| unreachable!("a code is made of A-Z and 0-9"))
    }
}

impl FromStr for Currency {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let fits = (2..=12).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        if !fits {
            return Err(Error::unknown("currency", text, Self::ALLOWED));
        }
        let mut code = [0; 12];
        code[..text.len()].copy_from_slice(text.as_bytes());
        Ok(Self(code))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Value for Currency {
    fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        read_text(node, reader, Self::form, str::parse::<Self>)
    }

    fn form() -> String {
        Self::ALLOWED.to_owned()
    }
}

impl serde::Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> serde::Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        wire::text(deserializer, str::parse::<Self>)
    }
}

/// What happens to the digits that a booking does not keep. There is no default: the contract or the tax law names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Rounding {
    /// To nearest, a tie to the even digit ("banker's").
    HalfEven,
    /// To nearest, a tie away from zero (commercial).
    HalfAwayFromZero,
    /// Toward zero.
    TowardZero,
    /// Away from zero.
    AwayFromZero,
    /// Toward minus infinity.
    Floor,
    /// Toward plus infinity.
    Ceiling,
}

impl Rounding {
    fn strategy(self) -> RoundingStrategy {
        match self {
            Self::HalfEven => RoundingStrategy::MidpointNearestEven,
            Self::HalfAwayFromZero => RoundingStrategy::MidpointAwayFromZero,
            Self::TowardZero => RoundingStrategy::ToZero,
            Self::AwayFromZero => RoundingStrategy::AwayFromZero,
            Self::Floor => RoundingStrategy::ToNegativeInfinity,
            Self::Ceiling => RoundingStrategy::ToPositiveInfinity,
        }
    }
}

/// An exact amount of one currency.
///
/// ```
/// use hashinsight_units::{Currency, Decimal, Money, Rounding};
/// let premium: Money = "12.345 USD".parse()?;
/// assert_eq!(premium.round(2, Rounding::HalfEven).to_string(), "12.34 USD");
/// assert_eq!(premium.round(2, Rounding::Ceiling).to_string(), "12.35 USD");
/// assert!(premium.try_add("1 EUR".parse()?).is_err()); // never converted without a rate
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Record)]
#[record(check = Money::canonical)]
pub struct Money {
    /// The number, as decimal text.
    amount: Decimal,
    /// Currency of the amount, as USD.
    currency: Currency,
}

impl Money {
    const ALLOWED: &'static str = "a decimal of at most 28 digits and a currency, like 12.34 USD";

    /// An amount of a currency. A decimal's negative zero becomes zero.
    pub fn new(amount: Decimal, currency: Currency) -> Self {
        Self { amount: if amount.is_zero() { amount.abs() } else { amount }, currency }
    }

    #[expect(clippy::unnecessary_wraps, reason = "the form of a check")]
    fn canonical(read: Self) -> Result<Self, Error> {
        Ok(Self::new(read.amount, read.currency))
    }

    /// The number.
    pub const fn amount(self) -> Decimal {
        self.amount
    }

    /// The currency.
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// This money with so many decimal places, by the rule that the caller names.
    #[must_use]
    pub fn round(self, places: u32, rounding: Rounding) -> Self {
        Self::new(self.amount.round_dp_with_strategy(places, rounding.strategy()), self.currency)
    }

    /// The sum.
    ///
    /// # Errors
    /// `units.currency.unsupported` for another currency; `out_of_range` where the exact sum has more digits than a `Decimal` holds.
    pub fn try_add(self, other: Self) -> Result<Self, Error> {
        self.combine(other, Decimal::checked_add, u32::max)
    }

    /// The difference.
    ///
    /// # Errors
    /// As [`try_add`](Self::try_add).
    pub fn try_sub(self, other: Self) -> Result<Self, Error> {
        self.combine(other, Decimal::checked_sub, u32::max)
    }

    /// This money in another currency: `amount * rate`, rounded once, by the rule that the caller names.
    ///
    /// # Errors
    /// `units.currency.unsupported` for another currency where the rate converts from another currency; `out_of_range` where the exact product,
    /// before rounding, has more digits than a `Decimal` holds: a rate of 10 decimals always leaves room for 18 digits of money.
    pub fn convert(self, rate: &ExchangeRate, places: u32, rounding: Rounding) -> Result<Self, Error> {
        let unit = Self::new(rate.rate, rate.from);
        let product = self.combine(unit, Decimal::checked_mul, |a, b| a + b)?;
        Ok(Self::new(product.amount, rate.to).round(places, rounding))
    }

    /// `Decimal` rounds what does not fit, and does not tell; but then the result has fewer decimals than the operation `needs`.
    fn combine(
        self,
        other: Self,
        operation: impl Fn(Decimal, Decimal) -> Option<Decimal>,
        needs: impl Fn(u32, u32) -> u32,
    ) -> Result<Self, Error> {
        if self.currency != other.currency {
            return Err(Fault::new("units.currency", Problem::Unsupported)
                .got(other.currency)
                .allowed(self.currency.to_string())
                .into());
        }
        let [a, b] = [self.amount, other.amount].map(|amount| amount.normalize());
        let exact = |amount: &Decimal| a.is_zero() || b.is_zero() || amount.scale() >= needs(a.scale(), b.scale());
        let amount = operation(a, b)
            .filter(exact)
            .ok_or_else(|| Error::out_of_range("money", format_args!("{self} and {other}"), Self::ALLOWED))?;
        Ok(Self::new(amount, self.currency))
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount, self.currency)
    }
}

impl FromStr for Money {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let unknown = || Error::unknown("money", text, Self::ALLOWED);
        let (amount, currency) = text.trim().split_once(' ').ok_or_else(unknown)?;
        Ok(Self::new(wire::decimal::parse(amount).map_err(|_| unknown())?, currency.trim_start().parse()?))
    }
}

/// What one unit of a currency costs in another, and when that held.
///
/// ```
/// use hashinsight_units::{ExchangeRate, Decimal, Money, Rounding, Timestamp};
/// let noon = Timestamp::from_s(1_704_110_400)?;
/// let rate = ExchangeRate::new("EUR".parse()?, "USD".parse()?, Decimal::new(110_385, 5), noon)?;
/// let loss: Money = "1000.01 EUR".parse()?;
/// assert_eq!(loss.convert(&rate, 2, Rounding::HalfEven)?.to_string(), "1103.86 USD");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(check = ExchangeRate::checked)]
pub struct ExchangeRate {
    /// Currency that is given.
    from: Currency,
    /// Currency that is received.
    to: Currency,
    /// Units of `to` for one unit of `from`, above 0, as decimal text.
    rate: Decimal,
    /// Instant at which the rate held, in Unix milliseconds UTC.
    time_ms: Timestamp,
}

impl ExchangeRate {
    /// `rate` units of `to` for one unit of `from`, at `time`.
    ///
    /// # Errors
    /// `out_of_range` unless the rate is above 0.
    pub fn new(from: Currency, to: Currency, rate: Decimal, time: Timestamp) -> Result<Self, Error> {
        if rate <= Decimal::ZERO {
            return Err(Error::out_of_range("exchange_rate", rate, "above 0"));
        }
        Ok(Self { from, to, rate, time_ms: time })
    }

    fn checked(read: Self) -> Result<Self, Error> {
        Self::new(read.from, read.to, read.rate, read.time_ms).at("rate")
    }

    /// The currency that is given.
    pub const fn from(&self) -> Currency {
        self.from
    }

    /// The currency that is received.
    pub const fn to(&self) -> Currency {
        self.to
    }

    /// Units of [`to`](Self::to) for one unit of [`from`](Self::from).
    pub const fn rate(&self) -> Decimal {
        self.rate
    }

    /// When the rate held.
    pub const fn time(&self) -> Timestamp {
        self.time_ms
    }
}
