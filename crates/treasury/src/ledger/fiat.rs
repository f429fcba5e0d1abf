//! Booked money inside the ledger: whole numbers of 10^-12 of its currency.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use hashinsight_units::{Decimal, Error, Fault, Problem};

/// Decimal places that are kept: a price of four places times a satoshi, which has eight.
const PLACES: u32 = 12;
const PER_UNIT: i128 = 10_i128.pow(PLACES);
const SAT_PER_BTC: u64 = 100_000_000;
/// Most money that moves through a ledger in its life, in units of its currency: every sum of it fits a `Decimal` with all its places.
const MOST: i128 = 10_i128.pow(16);

/// Booked money of a ledger's currency, exact to 10^-12.
///
/// ```
/// use hashinsight_treasury::ledger::Fiat;
/// use hashinsight_units::Decimal;
/// let cost = Fiat::from_decimal(Decimal::new(16_500_01, 2))?;
/// assert_eq!((cost + cost).to_decimal().to_string(), "33000.02");
/// assert!(Fiat::from_decimal(Decimal::new(1, 13)).is_err()); // never rounded silently
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fiat(pub(super) i128);

impl Fiat {
    /// No money.
    pub const ZERO: Self = Self(0);
    pub(super) const MOST: Self = Self(MOST * PER_UNIT);

    /// From a decimal, exactly.
    ///
    /// # Errors
    /// `treasury.money.out_of_range` beyond 10^16 either way, or with more than 12 decimal places.
    pub fn from_decimal(money: Decimal) -> Result<Self, Error> {
        let places = money.scale();
        let scaled = if places <= PLACES {
            money.mantissa().checked_mul(10_i128.pow(PLACES - places))
        } else {
            let surplus = 10_i128.pow(places - PLACES);
            (money.mantissa() % surplus == 0).then(|| money.mantissa() / surplus)
        };
        scaled.map(Self).filter(|money| money.magnitude() <= Self::MOST.0).ok_or_else(|| {
            let allowed = "-10^16 to 10^16 with at most 12 decimal places";
            Fault::new("treasury.money", Problem::OutOfRange).got(money).allowed(allowed).into()
        })
    }

    /// The same money as a decimal without trailing zeros.
    ///
    /// # Panics
    /// Never for money of a ledger: what moves through one stays below 10^16, and coins at their greatest price below 6.3 * 10^16.
    #[expect(clippy::expect_used, reason = "a ledger refuses what would lead further")]
    pub fn to_decimal(self) -> Decimal {
        Decimal::try_from_i128_with_scale(self.0, PLACES).expect("below 7.9 * 10^28").normalize()
    }

    /// The nearest float.
    pub(super) const fn to_f64(self) -> f64 {
        self.0 as f64 / 1e12
    }

    pub(super) const fn magnitude(self) -> i128 {
        self.0.abs()
    }

    /// `part / whole` of this money, a tie to the even unit. `part` is at most `whole`, which is not 0: so whoever takes a share and keeps
    /// the difference has split the money exactly.
    pub(super) fn share(self, part: u64, whole: u64) -> Self {
        if part == whole {
            return self;
        }
        let (wide_part, wide_whole) = (i128::from(part), i128::from(whole));
        // Bitcoin have at most 51 bits, so what is left of a division by `whole` can be multiplied again.
        let (quotient, rest) = if let Some(product) = self.0.checked_mul(wide_part) {
            (product.div_euclid(wide_whole), product.rem_euclid(wide_whole))
        } else {
            let (quotient, rest) = (self.0.div_euclid(wide_whole), self.0.rem_euclid(wide_whole));
            let product = rest * wide_part;
            (quotient * wide_part + product / wide_whole, product % wide_whole)
        };
        let up = 2 * rest > wide_whole || (2 * rest == wide_whole && quotient % 2 != 0);
        Self(quotient + i128::from(up))
    }

    /// Value of coins at this price of one bitcoin.
    pub(super) fn times_sat(self, sat: u64) -> Self {
        let (bitcoin, rest) = (sat / SAT_PER_BTC, sat % SAT_PER_BTC);
        Self(self.0 * i128::from(bitcoin)) + self.share(rest, SAT_PER_BTC)
    }
}

impl Add for Fiat {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Fiat {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Fiat {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl AddAssign for Fiat {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl SubAssign for Fiat {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Sum for Fiat {
    fn sum<I: Iterator<Item = Self>>(money: I) -> Self {
        money.fold(Self::ZERO, Add::add)
    }
}
