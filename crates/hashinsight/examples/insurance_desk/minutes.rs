//! An invented minute path within day bars, for who wants to see a claim where bars leave it open. It is no evidence, and nothing is paid by it.

use hashinsight::insurance::claim::PriceSeries;
use hashinsight::market::Bars;
use hashinsight::numerics::{Philox, exp, ln_ratio};
use hashinsight::units::{AssetPrice, Error, Timestamp};

use crate::days::mark;

const MINUTE_MS: i64 = 60_000;
/// Minutes of a day.
const MINUTES: usize = 1440;

/// A path by minutes that goes from the open of each bar to its close, reaches its low and its high once each in an order and at minutes that are
/// drawn, and wanders between them as a Brownian bridge that is held inside the bar.
pub(crate) fn synthetic_minutes(bars: &Bars, seed: u64) -> Result<PriceSeries, Error> {
    let random = Philox::new(seed);
    let (mut times, mut prices) = (Vec::new(), Vec::new());
    for (row, opens) in bars.open_time_ms().iter().enumerate() {
        let stream = row as u64;
        let [open, high, low, close] = [bars.open()[row], bars.high()[row], bars.low()[row], bars.close()[row]];
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to minutes of a day")]
        let minute = |place: u64, from: usize, until: usize| {
            from + (random.uniform(stream, place) * (until - from) as f64) as usize
        };
        let (first, second) = (minute(0, 1, MINUTES / 2), minute(1, MINUTES / 2, MINUTES - 1));
        let extremes = if random.uniform(stream, 2) < 0.5 { [low, high] } else { [high, low] };
        let knots = [(0, open), (first, extremes[0]), (second, extremes[1]), (MINUTES - 1, close)];
        let mut path = vec![open];
        for pair in knots.windows(2) {
            let [(from, start), (to, end)] = pair else { continue };
            // A third of the range of the day, over the root of the day.
            let sigma = ln_ratio(high, low) / 3.0 / (MINUTES as f64).sqrt();
            let mut log = 0.0;
            for at in from + 1..*to {
                // What is left of the way, evenly, and a step of the bridge.
                let left = (to - at) as f64;
                log += (ln_ratio(*end, *start) - log) / (left + 1.0);
                log += sigma * (left / (left + 1.0)).sqrt() * random.normal(stream, 10 + at as u64);
                let price = start * exp(log);
                path.push(if price < low {
                    low
                } else if price > high {
                    high
                } else {
                    price
                });
            }
            path.push(*end);
        }
        for (after, price) in (0_i64..).zip(path) {
            times.push(Timestamp::from_ms(opens + after * MINUTE_MS)?);
            prices.push(AssetPrice::new(price)?);
        }
    }
    Ok(PriceSeries::new(mark()?, times, prices))
}
