//! What is known of a market over time: bars, and what else was observed.

use hashinsight_market::{Bars, Interval, OrderBook};
use hashinsight_units::{
    Amount, AssetPrice, At, Difficulty, Error, Fault, Hashrate, MeanAmount, Price, Problem, Record, Timestamp,
};

use super::observed::Observed;
use crate::modules::ClosedBar;
use crate::modules::derivatives_pressure::DerivativesHistory;
use crate::modules::miner_cycle::NetworkDay;
use crate::refuse::{insufficient, length, out_of_range};

/// Days of the bitcoin network as columns, oldest first, each known at the close of a daily bar.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct NetworkDays {
    /// Instants at which the days were over, those of the bars' closes, day after day, in Unix milliseconds.
    pub time_ms: Vec<Timestamp>,
    /// New coins per block at the ends of the days, in satoshis.
    pub subsidy_sat: Vec<Amount>,
    /// Difficulties of the days. NaN, or absent: not observed.
    pub difficulty: Option<Vec<Observed<Difficulty>>>,
    /// Mean hashrates of the network, in TH/s, as observed from its blocks. NaN, or absent: not observed.
    pub hashrate_ths: Option<Vec<Observed<Hashrate>>>,
    /// New coins of the days as counted, in satoshis. NaN, or absent: not counted.
    pub issuance_sat: Option<Vec<Observed<MeanAmount>>>,
    /// Transaction fees of the days as counted, in satoshis. NaN, or absent: not counted.
    pub fees_sat: Option<Vec<Observed<MeanAmount>>>,
}

impl NetworkDays {
    fn check(&self) -> Result<(), Error> {
        let rows = self.time_ms.len();
        let lengths = [
            ("subsidy_sat", Some(self.subsidy_sat.len())),
            ("difficulty", self.difficulty.as_ref().map(Vec::len)),
            ("hashrate_ths", self.hashrate_ths.as_ref().map(Vec::len)),
            ("issuance_sat", self.issuance_sat.as_ref().map(Vec::len)),
            ("fees_sat", self.fees_sat.as_ref().map(Vec::len)),
        ];
        match lengths.into_iter().find_map(|(name, len)| len.filter(|len| *len != rows).map(|len| (name, len))) {
            Some((name, len)) => Err(length(name, len, rows)),
            None => match not_rising(&self.time_ms) {
                Some((row, error)) => Err(error.in_row(row)),
                None => self.follow(),
            },
        }
    }

    /// Each day is the one after the row before it.
    fn follow(&self) -> Result<(), Error> {
        let next = |time: Timestamp| time.to_ms() + Interval::DAY.to_ms();
        match self.time_ms.windows(2).position(|pair| pair[1].to_ms() != next(pair[0])) {
            None => Ok(()),
            Some(index) => {
                let allowed = format!("one day after the row before it, {}", next(self.time_ms[index]));
                Err(out_of_range("time_ms", self.time_ms[index + 1].to_ms(), allowed).in_row(index + 1))
            }
        }
    }

    /// Days among the bars are over at their closes: one that none of them reads would be lost without a word.
    fn fit(&self, closes: &[Timestamp]) -> Result<(), Error> {
        let (Some(first), Some(last)) = (closes.first(), closes.last()) else { return Ok(()) };
        let is_read = |time: &Timestamp| closes.binary_search(time).is_ok();
        let is_lost = |time: &Timestamp| first <= time && time <= last && !is_read(time);
        let nothing_is_read = !self.time_ms.is_empty() && !self.time_ms.iter().any(is_read);
        let lost = self.time_ms.iter().position(is_lost).or_else(|| nothing_is_read.then_some(0));
        match lost {
            None => Ok(()),
            Some(row) => {
                let allowed = format!("closes of the bars, {} to {} by days", first.to_ms(), last.to_ms());
                Err(out_of_range("time_ms", self.time_ms[row].to_ms(), allowed).in_row(row))
            }
        }
    }

    /// The day that was over at an instant, with the price of then.
    fn at(&self, time: Timestamp, close: AssetPrice) -> Option<Result<NetworkDay, Error>> {
        let row = self.time_ms.binary_search(&time).ok()?;
        let price = Price::new(close.get()).at("close");
        Some(price.map(|price| NetworkDay {
            time_ms: time,
            btc_price_usd: price,
            subsidy_sat: self.subsidy_sat[row],
            issuance_sat: self.issuance_sat.as_ref().and_then(|column| column[row].0),
            fees_sat: self.fees_sat.as_ref().and_then(|column| column[row].0),
            difficulty: self.difficulty.as_ref().and_then(|column| column[row].0),
            hashrate_ths: self.hashrate_ths.as_ref().and_then(|column| column[row].0),
        }))
    }
}

/// The place of the first time that is not after the one before it, and its refusal.
fn not_rising(times: &[Timestamp]) -> Option<(usize, Error)> {
    let before = times.windows(2).position(|pair| pair[1] <= pair[0])?;
    let allowed = format!("after the row before it, {}", times[before].to_ms());
    Some((before + 1, out_of_range("time_ms", times[before + 1].to_ms(), allowed)))
}

/// History of a market: bars, and what else was observed. What is absent is not known, and the modules that need it say `no_data`.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MarketHistory {
    /// Bars of one interval, oldest first, closed, without gaps.
    pub bars: Bars,
    /// Days of the bitcoin network, for daily bars in US dollars or a coin that stands for them. Absent: not known.
    pub network: Option<NetworkDays>,
    /// Funding, open interest, futures and options. Absent: not known.
    pub derivatives: Option<DerivativesHistory>,
    /// Order books, oldest first. Absent: not known.
    pub book: Option<Vec<OrderBook>>,
}

/// What is known at the close of one bar.
#[derive(Clone, Debug)]
pub struct Tick {
    /// Bar that closed.
    pub bar: ClosedBar,
    /// Day of the network that was over with the bar.
    pub network: Option<NetworkDay>,
    /// What derivatives said.
    pub derivatives: Option<crate::modules::derivatives_pressure::DerivativesSnapshot>,
    /// Books since the bar before it, oldest first.
    pub books: Vec<OrderBook>,
}

impl Tick {
    /// Whether anything was observed but the bar.
    pub(super) fn has_others(&self) -> bool {
        self.network.is_some() || self.derivatives.is_some() || !self.books.is_empty()
    }
}

impl MarketHistory {
    fn gapless(&self) -> Result<(), Error> {
        let interval = self.bars.interval_ms();
        let mut expected = None;
        for (row, bar) in self.bars.iter().enumerate() {
            let opened = bar.open_time_ms().to_ms();
            if let Some(expected) = expected.filter(|expected| *expected != opened) {
                let allowed = format!("one interval of {interval} after the bar before it, {expected}");
                return Err(out_of_range("open_time_ms", opened, allowed).in_row(row).at("bars"));
            }
            expected = Some(interval.end_ms(opened));
        }
        Ok(())
    }

    /// The history bar by bar: nothing is in a tick that was not known at its close.
    ///
    /// # Errors
    /// `signals.bars.insufficient_data` for a history without bars; `signals.network.unsupported` for bars in another currency than dollars; `signals.open_time_ms.out_of_range` for a gap of the bars, `signals.time_ms.out_of_range` for days of the network or books out of order, and for days that no bar reads; `signals.<column>.length`; what [`snapshots`] refuses.
    ///
    /// [`snapshots`]: crate::modules::derivatives_pressure::snapshots
    pub fn ticks(&self) -> Result<Vec<Tick>, Error> {
        if self.bars.is_empty() {
            return Err(insufficient("bars", 0, "at least one bar"));
        }
        if let Some(network) = &self.network {
            network.check().at("network")?;
            let quote = self.bars.quote_currency();
            if !(quote.as_str().contains("USD") || quote.as_str() == "DAI") {
                let fault = Fault::new("signals.network", Problem::Unsupported).at("network").got(quote);
                return Err(fault.allowed("bars in US dollars, or in a coin that stands for them, like USDT").into());
            }
        }
        let books = self.book.as_deref().unwrap_or_default();
        if let Some((index, error)) = not_rising(&books.iter().map(OrderBook::time_ms).collect::<Vec<_>>()) {
            return Err(error).index(index).at("book");
        }
        let bars: Vec<ClosedBar> = self.bars.iter().map(|bar| ClosedBar::from(&bar)).collect();
        self.gapless()?;
        if let Some(network) = &self.network {
            if self.bars.interval_ms() != Interval::DAY {
                let fault = Fault::new("signals.network", Problem::Unsupported).at("network");
                return Err(fault.got(self.bars.interval_ms()).allowed("bars of one day").into());
            }
            network.fit(&bars.iter().map(|bar| bar.time_ms).collect::<Vec<_>>()).at("network")?;
        }
        let instants: Vec<_> = bars.iter().map(|bar| (bar.time_ms, bar.close)).collect();
        let mut derivatives = match &self.derivatives {
            None => vec![None; bars.len()],
            Some(history) => {
                let snapshots =
                    crate::modules::derivatives_pressure::snapshots(history, &instants).at("derivatives")?;
                snapshots.into_iter().map(Some).collect()
            }
        };
        let mut waiting = books.iter().peekable();
        let mut tick = |(index, bar): (usize, ClosedBar)| {
            let mut known = Vec::new();
            while let Some(book) = waiting.next_if(|book| book.time_ms() <= bar.time_ms) {
                known.push(book.clone());
            }
            let network = self.network.as_ref().and_then(|network| network.at(bar.time_ms, bar.close)).transpose();
            let network = network.map_err(|error| error.in_row(index).at("bars"))?;
            Ok(Tick { bar, network, derivatives: derivatives[index].take(), books: known })
        };
        bars.iter().copied().enumerate().map(&mut tick).collect()
    }
}
