//! Where the options would pay out least.

use hashinsight_market::{OptionKind, OptionQuote};

/// The strike at which all open options together would pay out least, the lower of two equals; `None` without open interest.
pub(super) fn max_pain(quotes: &[OptionQuote]) -> Option<f64> {
    let open = |quote: &OptionQuote| quote.open_interest_base().filter(|open| *open > 0.0);
    if quotes.iter().all(|quote| open(quote).is_none()) {
        return None;
    }
    let paid = |price: f64| {
        quotes.iter().fold(0.0, |sum, quote| {
            let inside = match quote.kind() {
                OptionKind::Call => price - quote.strike(),
                OptionKind::Put => quote.strike() - price,
            };
            sum + if inside > 0.0 { inside * open(quote).unwrap_or(0.0) } else { 0.0 }
        })
    };
    let strikes = quotes.iter().map(OptionQuote::strike);
    strikes.map(|strike| (strike, paid(strike))).min_by(|a, b| a.1.total_cmp(&b.1)).map(|(strike, _)| strike)
}
