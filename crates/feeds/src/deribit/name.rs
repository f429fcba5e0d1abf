//! What a contract's name says: `BTC-27DEC24-100000-C`, `BTC_USDC-8AUG26-62000-P`, `XRP_USDC-30JUN23-0d625-C`,
//! `BTC-PERPETUAL`.

use hashinsight_market::{Instrument, OptionKind};
use hashinsight_units::{Currency, Date, Error, Record, Timestamp};

use crate::error::unsupported;
use crate::time::DAY_MS;

/// Options and futures expire at 08:00 UTC (Deribit, contract specifications).
const EXPIRY_HOUR_MS: i64 = 8 * 3_600_000;
const MONTHS: [&str; 12] = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/// Kind of a contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "DeribitContractKind")]
#[non_exhaustive]
pub enum ContractKind {
    /// Options.
    Option,
    /// Futures, the perpetual ones among them.
    Future,
}

/// What a name says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Contract {
    /// The coin.
    pub(super) base: Currency,
    /// Whether it is settled in the coin.
    pub(super) is_inverse: bool,
    /// The currency of strike, underlying and futures prices.
    pub(super) quote: Currency,
    /// The currency of option premiums.
    pub(super) premium: Currency,
    /// What is traded.
    pub(super) traded: Traded,
}

/// What is traded under a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Traded {
    /// An option: expiry, strike, kind.
    Option(Timestamp, f64, OptionKind),
    /// A future with an expiry.
    Future,
    /// A perpetual contract.
    Perpetual,
    /// A pair of coins (`BTC_USDC`).
    Spot,
    /// Several options or futures in one trade (`BTC-CS-26JUN26-60000_65000`, `BTC-FS-27DEC24_PERP`): its price is a
    /// premium in the coin or a difference of prices, and none of a future.
    Combo,
}

impl Contract {
    pub(super) const fn is_option(&self) -> bool {
        matches!(self.traded, Traded::Option(..))
    }

    /// Whether it is a future, with an expiry or perpetual.
    pub(super) const fn is_future(&self) -> bool {
        matches!(self.traded, Traded::Future | Traded::Perpetual)
    }

    /// Whether a question for this coin is answered with this contract: linear ones are settled in their quote
    /// currency and found under it too.
    pub(super) fn is_on(&self, coin: Currency) -> bool {
        self.base == coin || (!self.is_inverse && self.quote == coin)
    }
}

/// What the name of a question says, of an option, a future or a pair by itself.
pub(super) fn asked(name: Instrument) -> Result<Contract, Error> {
    let allowed = "the name of an option, a future or a pair, like BTC-27DEC24-100000-C, BTC-PERPETUAL or BTC_USDC";
    let single = read(name.as_str()).filter(|contract| contract.traded != Traded::Combo);
    single.ok_or_else(|| unsupported("instrument", name, allowed))
}

/// [`asked`], of a kind that a question is about.
pub(super) fn asked_of(name: Instrument, is: impl Fn(&Contract) -> bool, allowed: &str) -> Result<Contract, Error> {
    read(name.as_str()).filter(is).ok_or_else(|| unsupported("instrument", name, allowed))
}

/// What the names of one payload say, one after another: an option mostly has the coin and the date of the one before.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Coin and date with their dashes, of an option.
    last: Option<(String, Contract)>,
}

impl Names {
    /// `None` for the name of anything but an option, a future, or a combination of them.
    pub(super) fn read(&mut self, name: Instrument) -> Option<Contract> {
        if let Some(contract) = self.like_last(name.as_bytes()) {
            return Some(contract);
        }
        let (text, contract) = (name.as_str(), read(name.as_str())?);
        let strike = text.match_indices('-').nth(1).filter(|_| contract.is_option());
        self.last = strike.map(|(dash, _)| (text[..=dash].to_owned(), contract));
        Some(contract)
    }

    fn like_last(&self, name: &[u8]) -> Option<Contract> {
        let (coin_and_date, contract) = self.last.as_ref()?;
        let (strike, kind) = strike_and_kind(name.strip_prefix(coin_and_date.as_bytes())?)?;
        let Traded::Option(expiry, ..) = contract.traded else { return None };
        Some(Contract { traded: Traded::Option(expiry, strike, kind), ..*contract })
    }
}

/// `100000-C`
fn strike_and_kind(text: &[u8]) -> Option<(f64, OptionKind)> {
    let (strike, kind) = match text {
        [strike @ .., b'-', b'C'] => (strike, OptionKind::Call),
        [strike @ .., b'-', b'P'] => (strike, OptionKind::Put),
        _ => return None,
    };
    Some((decimal(strike)?, kind))
}

/// The coins that a name begins with: `BTC` of `BTC-PERPETUAL`, `BTC` and `USDC` of `BTC_USDC` and `BTC_USDC-PERPETUAL`.
pub(super) fn coins(name: &Instrument) -> impl Iterator<Item = &str> {
    name.as_str().split('-').take(1).flat_map(|coins| coins.split('_'))
}

fn read(name: &str) -> Option<Contract> {
    let (coins, rest) = name.split_once('-').unwrap_or((name, ""));
    let (base, quote) = coins.split_once('_').unwrap_or((coins, "USD"));
    let (base, quote): (Currency, Currency) = (base.parse().ok()?, quote.parse().ok()?);
    let is_inverse = !coins.contains('_');
    let traded = match rest.split_once('-') {
        Some((date, rest)) if date.starts_with(|c: char| c.is_ascii_digit()) => {
            let (strike, kind) = strike_and_kind(rest.as_bytes())?;
            Traded::Option(expiry(date)?, strike, kind)
        }
        Some((strategy, legs)) if is_word(strategy) && !legs.is_empty() => Traded::Combo,
        None if rest == "PERPETUAL" => Traded::Perpetual,
        None if expiry(rest).is_some() => Traded::Future,
        None if !is_inverse && !name.contains('-') => Traded::Spot,
        _ => return None,
    };
    Some(Contract { base, is_inverse, quote, premium: if is_inverse { base } else { quote }, traded })
}

/// `CS`, `FS`, `STRG`: what kind of combination.
fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_uppercase())
}

/// `27DEC24` and `8AUG26`, without leading zero.
fn expiry(text: &str) -> Option<Timestamp> {
    let letters = text.find(|c: char| !c.is_ascii_digit())?;
    let (day, rest) = text.split_at_checked(letters)?;
    let (month, year) = rest.split_at_checked(3)?;
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    if !(1..=2).contains(&day.len()) || year.len() != 2 || !year.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let date = Date::new(2000 + year.parse::<i16>().ok()?, u8::try_from(month).ok()?, day.parse().ok()?).ok()?;
    Timestamp::from_ms(date.unix_day() * DAY_MS + EXPIRY_HOUR_MS).ok()
}

/// `0d625` is 0.625.
fn decimal(text: &[u8]) -> Option<f64> {
    let digit = |number: u64, byte: &u8| byte.is_ascii_digit().then(|| 10 * number + u64::from(byte - b'0'));
    if let 1..=15 = text.len()
        && let Some(whole) = text.iter().try_fold(0, digit)
    {
        return Some(whole as f64); // exact below 2^53
    }
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let text = std::str::from_utf8(text).ok()?;
    let value = if plain(text) {
        hashinsight_units::json::float(text)?
    } else {
        let (whole, part) = text.split_once('d').filter(|(whole, part)| plain(whole) && plain(part))?;
        hashinsight_units::json::float(&format!("{whole}.{part}"))?
    };
    Some(value).filter(|value| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::{Names, OptionKind, Traded, decimal, expiry, read};

    proptest::proptest! {
        /// A name says the same whatever was read before it.
        #[test]
        fn names_in_a_row(names in proptest::collection::vec("(BTC|BTC_USDC|BTC-1)-(1JUN26|26JUN26|FS|1)-(1|0d5|1-1)(-C|-P|-X|)", 1..20)) {
            let mut row = Names::default();
            for name in names {
                let said = row.read(name.parse().unwrap());
                proptest::prop_assert_eq!(said, read(&name), "{}", name);
            }
        }
    }

    #[test]
    fn names() {
        let option = read("BTC-26JUN26-100000-C").unwrap();
        let Traded::Option(time, strike, kind) = option.traded else { panic!("{option:?}") };
        assert_eq!((time.to_ms(), strike, kind), (1_782_460_800_000, 100_000.0, OptionKind::Call));
        assert_eq!((option.is_inverse, option.quote.as_str(), option.premium.as_str()), (true, "USD", "BTC"));
        let linear = read("XRP_USDC-30JUN23-0d625-P").unwrap();
        assert_eq!((linear.is_inverse, linear.premium.as_str()), (false, "USDC"));
        assert!(matches!(linear.traded, Traded::Option(_, 0.625, OptionKind::Put)), "{linear:?}");
        for (text, strike) in [
            ("00123", 123.0),
            ("999999999999999", 999_999_999_999_999.0),
            ("12345678901234567891", 12345678901234567891.0),
        ] {
            assert_eq!(decimal(text.as_bytes()), Some(strike), "{text}");
        }
        assert_eq!(expiry("8AUG26").unwrap().to_string(), "2026-08-08T08:00:00Z");
        for (name, traded) in [
            ("BTC-PERPETUAL", Traded::Perpetual),
            ("BTC_USDC-PERPETUAL", Traded::Perpetual),
            ("BTC-27DEC24", Traded::Future),
            ("BTCDVOL_USDC-8AUG26", Traded::Future),
            ("BTC_USDC", Traded::Spot),
        ] {
            assert_eq!(read(name).unwrap().traded, traded, "{name}");
        }
        for combo in [
            "BTC-FS-27DEC24_PERP",
            "BTC-FS-25MAR22_31DEC21",
            "BTC-CS-26JUN26-60000_65000",
            "ETH-STRG-8AUG26-1500_2500",
            "BTC_USDC-PCAL-12MAR26_18MAR26-24000",
        ] {
            assert_eq!(read(combo).unwrap().traded, Traded::Combo, "{combo}");
        }
        for bad in [
            "",
            "BTC",
            "BTC-26JUN26-100000",
            "BTC-26JUN26-100000-X",
            "BTC-26JUN26-1e5-C",
            "btc-PERPETUAL",
            "BTC-26JUN26-d5-C",
            "BTC-26JUN26--C",
            "BTC-CS-",
            "BTC-PERP",
            "BTC-26JUM26",
            "BTC_USDC-",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
        for bad in ["31FEB26", "26JUM26", "026JUN26", "26JUN2026", "JUN26", "26JUN+1"] {
            assert_eq!(expiry(bad), None, "{bad}");
        }
    }
}
