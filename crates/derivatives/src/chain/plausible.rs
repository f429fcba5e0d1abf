//! Units that were mistaken for others: percent for fractions, dollars for coins.

use hashinsight_market::{OptionKind, OptionQuote};
use hashinsight_numerics::{exp, ln_ratio, max, min};
use hashinsight_units::json::Told;
use hashinsight_units::{Currency, Error, FieldPath, Shown};

use crate::Suspicion;
use crate::pricing::{sign, undiscounted};
use crate::refuse::{Plain, refuse, unsupported};

/// Currencies that no option is on and that have no rate here: a premium in one of them is in the currency of the strikes or in none.
const MONEY: [&str; 30] = [
    "USD", "EUR", "GBP", "JPY", "CHF", "CNY", "CNH", "HKD", "KRW", "TWD", "SGD", "INR", "AUD", "CAD", "NZD", "BRL",
    "TRY", "AED", "USDT", "USDC", "USDE", "USDP", "FDUSD", "BUSD", "TUSD", "PYUSD", "DAI", "EURC", "EURT", "GUSD",
];

/// Below this part of the underlying two prices are alike, whatever their quotient.
const ALIKE: f64 = 0.01;

/// Beyond so many times its underlying, or below that part of it, a strike is in another unit: thousands, or another currency.
const FAR: f64 = 200.0;

/// A quote and its measures.
struct Row<'a> {
    quote: &'a OptionQuote,
    index: usize,
    /// Value of one unit of premium, in quote currency.
    unit: f64,
    /// Discount factor of parity and bounds: 1 for premiums in coin.
    discount: f64,
}

/// Refuses what no option can cost, in whatever market, and collects what is hard to believe.
pub(super) fn suspicions(quotes: &[OptionQuote], rate: f64) -> Result<Vec<Suspicion>, Error> {
    let mut found = Vec::new();
    for (index, quote) in quotes.iter().enumerate() {
        let in_coin = is_in_coin(quote);
        let (unit, discount) =
            if in_coin { (quote.underlying(), 1.0) } else { (1.0, exp(-rate * quote.years_to_expiry())) };
        let row = Row { quote, index, unit, discount };
        if in_coin {
            row.currency(&mut found)?;
        }
        row.strike(&mut found);
        row.premiums(&mut found)?;
        row.volatilities(&mut found);
    }
    Ok(found)
}

/// Whether a premium is in the coin that the option is on.
pub(super) fn is_in_coin(quote: &OptionQuote) -> bool {
    quote.premium_currency() != quote.quote_currency()
}

impl Row<'_> {
    fn place(&self) -> FieldPath {
        FieldPath::new("chain").field("quotes").index(self.index)
    }

    fn note(&self, found: &mut Vec<Suspicion>, field: &str, value: &impl Shown, expected: impl Into<String>) {
        found.push(Suspicion::new(&self.place().field(field), value, expected));
    }

    /// A premium that is not in the quote currency is in the coin: of that coin a name may tell.
    fn currency(&self, found: &mut Vec<Suspicion>) -> Result<(), Error> {
        let premium = self.quote.premium_currency();
        let instrument = self.quote.instrument();
        let named = instrument.as_str().split(['-', '_', '/', ':', '.']).next().unwrap_or_default();
        if named.starts_with(premium.as_str()) {
            return Ok(());
        }
        if MONEY.contains(&premium.as_str()) {
            let allowed = "the quote currency, or the coin that the options are on";
            return Err(unsupported("premium_currency", premium, allowed).at(self.place()));
        }
        let is_coin = named.parse::<Currency>().is_ok() && named.bytes().all(|letter| letter.is_ascii_uppercase());
        if is_coin && (named, premium.as_str()) != ("XBT", "BTC") {
            let expected = format!("{named}, as the instrument is called, or {}", self.quote.quote_currency());
            self.note(found, "premium_currency", &premium, expected);
        }
        Ok(())
    }

    fn has_far_strike(&self) -> bool {
        !(1.0 / FAR..=FAR).contains(&(self.quote.strike() / self.quote.underlying()))
    }

    fn strike(&self, found: &mut Vec<Suspicion>) {
        if self.has_far_strike() {
            self.note(found, "strike", &self.quote.strike(), self.near_strikes());
        }
    }

    fn near_strikes(&self) -> String {
        let forward = self.quote.underlying();
        format!(
            "{} to {}, in the unit of the underlying, {}",
            Plain(forward / FAR),
            Plain(forward * FAR),
            Told(forward)
        )
    }

    /// A premium that no option has; beside a strike that is hard to believe, it is the strike that is refused.
    fn impossible(&self, field: &str, price: f64, allowed: String) -> Error {
        let error = if self.has_far_strike() {
            let allowed = format!("{}: no option has a {field} of {} here", self.near_strikes(), Plain(price));
            refuse("strike", self.quote.strike(), allowed)
        } else {
            refuse(field, price, allowed)
        };
        error.at(self.place())
    }

    /// Without arbitrage a call is worth at most its underlying, a put at most its strike, and both at least what exercise gives. A buyer
    /// may offer less and a seller ask for more; the other way round they, and the venue's own value, are in another unit. Below, half of
    /// the exercise value is granted: the underlying may be older than the premium.
    fn premiums(&self, found: &mut Vec<Suspicion>) -> Result<(), Error> {
        let (quote, currency) = (self.quote, self.quote.premium_currency());
        let (forward, strike) = (quote.underlying(), quote.strike());
        let (word, most, exercise) = match quote.kind() {
            OptionKind::Call => ("call", forward, forward - strike),
            OptionKind::Put => ("put", strike, strike - forward),
        };
        let most = most * max(self.discount, 1.0) / self.unit;
        let least = (0.5 * exercise * min(self.discount, 1.0) - ALIKE * forward) / self.unit;
        let above_zero = |price: Option<f64>| price.filter(|price| *price > 0.0);
        for (field, price) in [("bid", quote.bid()), ("mark", quote.mark())] {
            if let Some(price) = price.filter(|price| *price > most) {
                let allowed = format!("at most {} {currency}, which no {word} exceeds", Told(most));
                return Err(self.impossible(field, price, allowed));
            }
        }
        for (field, price) in [("ask", quote.ask()), ("mark", above_zero(quote.mark()))] {
            if let Some(price) = price.filter(|price| *price < least) {
                let allowed = format!("at least {} {currency}, half of what exercise gives", Told(least));
                return Err(self.impossible(field, price, allowed));
            }
        }
        if let Some(ask) = quote.ask().filter(|ask| *ask > most) {
            self.note(found, "ask", &ask, format!("at most {} {currency}, which no {word} exceeds", Told(most)));
        }
        if quote.mark() == Some(0.0) {
            self.note(found, "mark", &0.0, "above 0: it is not taken for a premium");
        }
        Ok(())
    }

    fn volatilities(&self, found: &mut Vec<Suspicion>) {
        let quote = self.quote;
        for (field, volatility) in
            [("bid_iv", quote.bid_iv()), ("ask_iv", quote.ask_iv()), ("mark_iv", quote.mark_iv())]
        {
            let Some(volatility) = volatility else { continue };
            if volatility == 0.0 {
                self.note(found, field, &volatility, "above 0: it is not taken for a volatility");
            } else if !(0.01..=10.0).contains(&volatility) {
                self.note(found, field, &volatility, "0.01 to 10 (a fraction, not percent)");
            }
        }
        let (Some(mark), Some(volatility)) = (quote.mark(), quote.mark_iv()) else { return };
        if mark == 0.0 || volatility == 0.0 {
            return;
        }
        let (forward, strike) = (quote.underlying(), quote.strike());
        let deviation = volatility * quote.years_to_expiry().sqrt();
        let value = undiscounted(sign(quote.kind()), forward, strike, ln_ratio(forward, strike), deviation);
        let (value, mark) = (value * self.discount, mark * self.unit);
        if (value - mark).abs() > 0.5 * max(value, mark) + ALIKE * forward {
            let expected = format!("a volatility that gives the mark; this one gives {}", Told(value / self.unit));
            self.note(found, "mark_iv", &volatility, expected);
        }
    }
}
