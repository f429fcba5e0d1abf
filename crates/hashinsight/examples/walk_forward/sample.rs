//! The sample days as a history of the market.

use hashinsight::market::{Bars, BarsColumns, Interval};
use hashinsight::mining::consensus::{Network, subsidy};
use hashinsight::signals::evaluate::{MarketHistory, NetworkDays};
use hashinsight::units::{Currency, Date, Difficulty, Error, Fault, Height, MS_PER_DAY, Problem, Timestamp};

use hashinsight::report::SAMPLE_DAYS;
/// A height of the sample: no halving lies within it (the fourth was on 2024-04-20, the fifth is due in 2028).
const HEIGHT: Height = Height::new(900_000);

struct Day {
    open_time_ms: i64,
    prices: [f64; 4],
    volume_base: f64,
    difficulty: Difficulty,
}

fn day(line: &str) -> Result<Day, Error> {
    let fault =
        || Error::from(Fault::new("sample.line", Problem::Unknown).got(line).allowed("a line of sample_days.csv"));
    let cells: Vec<&str> = line.split(',').collect();
    let [date, open, high, low, close, volume, difficulty, _] = cells[..] else { return Err(fault()) };
    let number = |text: &str| text.parse::<f64>().map_err(|_| fault());
    let prices = [number(open)?, number(high)?, number(low)?, number(close)?];
    let date: Date = date.parse()?;
    let open_time_ms = date.unix_day() * MS_PER_DAY;
    Ok(Day { open_time_ms, prices, volume_base: number(volume)?, difficulty: Difficulty::new(number(difficulty)?)? })
}

/// Bars and difficulty of the sample days; nothing else is known of them.
pub(crate) fn history() -> Result<MarketHistory, Error> {
    let days = SAMPLE_DAYS.lines().skip(1).map(day).collect::<Result<Vec<_>, Error>>()?;
    let column = |index: usize| days.iter().map(|day| day.prices[index]).collect::<Vec<f64>>();
    let bars = Bars::from_columns(BarsColumns {
        source: "sample_days".parse()?,
        instrument: "BTCUSD".parse()?,
        quote_currency: Currency::USD,
        interval_ms: Interval::DAY,
        open_time_ms: days.iter().map(|day| day.open_time_ms).collect(),
        open: column(0),
        high: column(1),
        low: column(2),
        close: column(3),
        volume_base: Some(days.iter().map(|day| day.volume_base).collect()),
    })?;
    let closes = days.iter().map(|day| Timestamp::from_ms(day.open_time_ms + MS_PER_DAY));
    let network = NetworkDays::new(
        closes.collect::<Result<Vec<_>, Error>>()?,
        vec![subsidy(HEIGHT, Network::Mainnet.params()); days.len()],
    );
    let network = network.difficulty(days.iter().map(|day| day.difficulty.into()).collect());
    Ok(MarketHistory::new(bars).network(network))
}
