//! What a contract's name says: `BTC-27DEC24-100000-C`, `BTC_USDC-8AUG26-62000-P`, `XRP_USDC-30JUN23-0d625-C`,
//! `BTC-PERPETUAL`.

use hashinsight_market::{Instrument, OptionKind};
use hashinsight_units::{Currency, Date, FieldPath, Timestamp};

use crate::error::{FeedError, PayloadProblem};

/// Options and futures expire at 08:00 UTC (Deribit, contract specifications).
const EXPIRY_HOUR_MS: i64 = 8 * 3_600_000;
const MONTHS: [&str; 12] = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/// What kind of contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "DeribitContractKind"))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ContractKind {
    /// Options.
    Option,
    /// Futures, the perpetual ones among them.
    Future,
}

impl ContractKind {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Option => "option",
            Self::Future => "future",
        }
    }
}

/// What a name says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Contract {
    /// Whether it is settled in the coin.
    pub(super) is_inverse: bool,
    /// The currency of strike, underlying and futures prices.
    pub(super) quote: Currency,
    /// The currency of option premiums.
    pub(super) premium: Currency,
    /// Strike, expiry and kind of an option.
    pub(super) option: Option<(Timestamp, f64, OptionKind)>,
}

impl Contract {
    pub(super) const fn is_option(&self) -> bool {
        self.option.is_some()
    }
}

pub(super) fn parse(path: impl FnOnce() -> FieldPath, name: Instrument) -> Result<Contract, FeedError> {
    read(name.as_str()).ok_or_else(|| {
        FeedError::payload(PayloadProblem::Unknown, path(), name, "a contract's name like BTC-27DEC24-100000-C")
    })
}

/// What the names of one payload say, one after another: an option mostly has the coin and the date of the one before.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Coin and date with their dashes, of an option.
    last: Option<(String, Contract)>,
}

impl Names {
    pub(super) fn parse(&mut self, path: impl FnOnce() -> FieldPath, name: Instrument) -> Result<Contract, FeedError> {
        let text = name.as_str();
        if let Some(contract) = self.like_last(text) {
            return Ok(contract);
        }
        let contract = parse(path, name)?;
        let strike = text.match_indices('-').nth(1).filter(|_| contract.is_option());
        self.last = strike.map(|(dash, _)| (text[..=dash].to_owned(), contract));
        Ok(contract)
    }

    fn like_last(&self, name: &str) -> Option<Contract> {
        let (coin_and_date, contract) = self.last.as_ref()?;
        let (strike, kind) = strike_and_kind(name.strip_prefix(coin_and_date.as_str())?)?;
        let (expiry, ..) = contract.option?;
        Some(Contract { option: Some((expiry, strike, kind)), ..*contract })
    }
}

/// `100000-C`
fn strike_and_kind(text: &str) -> Option<(f64, OptionKind)> {
    let (strike, kind) = match text.strip_suffix("-C") {
        Some(strike) => (strike, OptionKind::Call),
        None => (text.strip_suffix("-P")?, OptionKind::Put),
    };
    Some((decimal(strike)?, kind))
}

fn read(name: &str) -> Option<Contract> {
    let (coins, rest) = name.split_once('-')?;
    let (base, quote) = coins.split_once('_').unwrap_or((coins, "USD"));
    let (base, quote): (Currency, Currency) = (base.parse().ok()?, quote.parse().ok()?);
    let is_inverse = !coins.contains('_');
    let option = match rest.split_once('-') {
        Some((date, rest)) if date.starts_with(|c: char| c.is_ascii_digit()) => {
            let (strike, kind) = strike_and_kind(rest)?;
            Some((expiry(date)?, strike, kind))
        }
        _ => None,
    };
    Some(Contract { is_inverse, quote, premium: if is_inverse { base } else { quote }, option })
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
    Timestamp::from_ms(date.unix_day() * 86_400_000 + EXPIRY_HOUR_MS).ok()
}

/// `0d625` is 0.625.
fn decimal(text: &str) -> Option<f64> {
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let value = if plain(text) {
        text.parse::<f64>().ok()?
    } else {
        let (whole, part) = text.split_once('d').filter(|(whole, part)| plain(whole) && plain(part))?;
        format!("{whole}.{part}").parse::<f64>().ok()?
    };
    Some(value).filter(|value| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::{Names, OptionKind, expiry, read};

    proptest::proptest! {
        /// A name says the same whatever was read before it.
        #[test]
        fn names_in_a_row(names in proptest::collection::vec("(BTC|BTC_USDC|BTC-1)-(1JUN26|26JUN26|FS|1)-(1|0d5|1-1)(-C|-P|-X|)", 1..20)) {
            let mut row = Names::default();
            for name in names {
                let said = row.parse(|| "name".into(), name.parse().unwrap()).ok();
                proptest::prop_assert_eq!(said, read(&name), "{}", name);
            }
        }
    }

    #[test]
    fn names() {
        let option = read("BTC-26JUN26-100000-C").unwrap();
        let (time, strike, kind) = option.option.unwrap();
        assert_eq!((time.to_ms(), strike, kind), (1_782_460_800_000, 100_000.0, OptionKind::Call));
        assert_eq!((option.is_inverse, option.quote.as_str(), option.premium.as_str()), (true, "USD", "BTC"));
        let linear = read("XRP_USDC-30JUN23-0d625-P").unwrap();
        assert_eq!((linear.is_inverse, linear.premium.as_str(), linear.option.unwrap().1), (false, "USDC", 0.625));
        assert_eq!(expiry("8AUG26").unwrap().to_string(), "2026-08-08T08:00:00Z");
        for future in ["BTC-PERPETUAL", "BTC_USDC-PERPETUAL", "BTC-27DEC24", "BTC-FS-27DEC24_PERP"] {
            assert_eq!(read(future).unwrap().option, None, "{future}");
        }
        for bad in [
            "",
            "BTC",
            "BTC-26JUN26-100000",
            "BTC-26JUN26-100000-X",
            "BTC-26JUN26-1e5-C",
            "btc-PERPETUAL",
            "BTC-26JUN26-d5-C",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
        for bad in ["31FEB26", "26JUM26", "026JUN26", "26JUN2026", "JUN26", "26JUN+1"] {
            assert_eq!(expiry(bad), None, "{bad}");
        }
    }
}
