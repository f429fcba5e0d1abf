//! The sample days as the mark price of the covered contract, and the market on one of their mornings.

use hashinsight::derivatives::estimation::{RealizedVolatilityRequest, realized_volatility};
use hashinsight::insurance::cover::{PriceKind, PriceTrigger};
use hashinsight::insurance::quote::QuoteMarket;
use hashinsight::market::{Bars, BarsColumns, Interval};
use hashinsight::report::SAMPLE_DAYS;
use hashinsight::units::{
    AssetPrice, Currency, Date, Error, Fault, MS_PER_DAY, Problem, Rate, Timestamp, Volatility, Years,
};

/// Riskless rate per year of the desk.
const RATE: f64 = 0.04;
/// Days by which the volatility is estimated.
const WINDOW: usize = 90;

/// Price that decides: what the sample days stand for.
pub(crate) fn mark() -> Result<PriceTrigger, Error> {
    Ok(PriceTrigger::new("binance_usdm".parse()?, "BTCUSDT".parse()?, PriceKind::Mark))
}

struct Day {
    opens: i64,
    prices: [f64; 4],
}

/// The sample days.
pub(crate) struct Days(Vec<Day>);

/// What is known at midnight: the price, and how restless it has been.
pub(crate) struct Morning {
    pub(crate) market: QuoteMarket,
    pub(crate) volatility: Volatility,
}

fn day(line: &str) -> Result<Day, Error> {
    let fault = || Error::from(Fault::new("sample.line", Problem::Unknown).got(line).allowed("a line of sample days"));
    let cells: Vec<&str> = line.split(',').collect();
    let [date, open, high, low, close, ..] = cells[..] else { return Err(fault()) };
    let number = |text: &str| text.parse::<f64>().map_err(|_| fault());
    let prices = [number(open)?, number(high)?, number(low)?, number(close)?];
    Ok(Day { opens: date.parse::<Date>()?.unix_day() * MS_PER_DAY, prices })
}

impl Days {
    pub(crate) fn sample() -> Result<Self, Error> {
        SAMPLE_DAYS.lines().skip(1).map(day).collect::<Result<_, _>>().map(Self)
    }

    /// Midnight at which a day begins.
    pub(crate) fn start(&self, date: &str) -> Result<Timestamp, Error> {
        Timestamp::from_ms(self.0[self.row(date)?].opens)
    }

    fn row(&self, date: &str) -> Result<usize, Error> {
        let opens = date.parse::<Date>()?.unix_day() * MS_PER_DAY;
        let unknown = || Fault::new("sample.day", Problem::Unknown).got(date).allowed("a sample day").into();
        self.0.iter().position(|day| day.opens == opens).ok_or_else(unknown)
    }

    /// The market at the midnight at which a day begins: nothing of that day is known but its first price.
    pub(crate) fn market(&self, date: &str) -> Result<Morning, Error> {
        let row = self.row(date)?;
        let column = |k: usize| self.0[row - WINDOW..row].iter().map(move |day| AssetPrice::new(day.prices[k]));
        let [open, high, low, close] = [0, 1, 2, 3].map(|k| column(k).collect::<Result<Vec<_>, Error>>());
        let request = RealizedVolatilityRequest::new(open?, high?, low?, close?, Years::new(1.0 / 365.0)?);
        Ok(Morning {
            market: QuoteMarket::new(self.start(date)?, AssetPrice::new(self.0[row].prices[0])?, Rate::new(RATE)?),
            volatility: Volatility::new(realized_volatility(&request)?.ewma)?,
        })
    }

    /// The bars from one midnight to another, as marks of the contract.
    pub(crate) fn bars(&self, from: Timestamp, until: Timestamp) -> Result<Bars, Error> {
        let rows: Vec<&Day> = self.0.iter().filter(|day| (from.to_ms()..until.to_ms()).contains(&day.opens)).collect();
        let column = |k: usize| rows.iter().map(|day| day.prices[k]).collect::<Vec<f64>>();
        let mark = mark()?;
        Bars::from_columns(BarsColumns {
            source: mark.venue,
            instrument: mark.instrument,
            quote_currency: Currency::USD,
            interval_ms: Interval::DAY,
            open_time_ms: rows.iter().map(|day| day.opens).collect(),
            open: column(0),
            high: column(1),
            low: column(2),
            close: column(3),
            volume_base: None,
        })
    }
}
