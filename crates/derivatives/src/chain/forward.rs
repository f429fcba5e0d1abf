//! The forward that calls and puts agree on.

use hashinsight_market::{OptionKind, OptionQuote};
use hashinsight_numerics::exp;

/// The premium in quote currency: the mark, else the middle of bid and ask.
pub(super) fn premium(quote: &OptionQuote) -> Option<f64> {
    let middle = || Some(0.5 * (quote.bid()? + quote.ask()?));
    let premium = quote.mark().or_else(middle)?;
    Some(if quote.premium_currency() == quote.quote_currency() { premium } else { premium * quote.underlying() })
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
    let forward = strike + exp(rate * years) * gap;
    (forward > 0.0 && forward.is_finite()).then_some(forward)
}
