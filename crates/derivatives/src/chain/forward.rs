//! The forward that calls and puts agree on.
//!
//! A premium in coin is `c = e^(-rT) E[(S_T - K)^+] / S_0`, and `S_0 = F e^(-rT)`: times the forward it is the undiscounted price. So
//! `F (c - p) = F - K` whatever the rate, while premiums in the quote currency are discounted: `e^(rT) (C - P) = F - K`.

use hashinsight_market::{OptionKind, OptionQuote};
use hashinsight_numerics::exp;

use super::plausible::is_in_coin;

/// The premium, or in coin the premium times the underlying: the mark, else the middle of bid and ask. A mark of 0 is that of an option
/// that nobody prices, or that is worth less than a tick: of neither does parity tell a forward.
fn premium(quote: &OptionQuote) -> Option<f64> {
    let middle = || Some(0.5 * (quote.bid()? + quote.ask()?));
    let premium = quote.mark().filter(|mark| *mark > 0.0).or_else(middle)?;
    Some(if is_in_coin(quote) { premium * quote.underlying() } else { premium })
}

/// Put-call parity at the strike where the two premiums are closest; `None` without a strike that has both.
pub(super) fn implied_forward(quotes: &[OptionQuote], rate: f64, years: f64) -> Option<f64> {
    let pairs = quotes.windows(2).filter_map(|pair| {
        let [call, put] = [&pair[0], &pair[1]];
        let matched = call.strike() == put.strike() && call.kind() == OptionKind::Call && put.kind() == OptionKind::Put;
        matched.then_some(())?;
        Some((call.strike(), premium(call)? - premium(put)?))
    });
    let (strike, gap) = pairs.min_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))?;
    let growth = if is_in_coin(quotes.first()?) { 1.0 } else { exp(rate * years) };
    let forward = strike + growth * gap;
    (forward > 0.0 && forward.is_finite()).then_some(forward)
}
