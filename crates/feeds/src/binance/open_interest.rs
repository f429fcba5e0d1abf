//! Open interest, now and over time.

use hashinsight_market::{
    Instrument, Interval, OpenInterest as OpenInterestRow, OpenInterestFields, OpenInterestHistory as OpenInterestRows,
};
use hashinsight_units::{Error, FieldPath, Record, Usd};

use super::market::{Market, check_limit, interval_word, one};
use crate::error::{FeedError, at_member, missing, same, unsupported};
use crate::payload::Doubts;
use crate::read::{self, Each, Number, Whole, wire};
use crate::source::source;
use crate::{Endpoint, Parsed, Payload, Request, history, plausible};

/// `GET .../openInterest`: open interest now.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(name = "BinanceOpenInterest")]
#[non_exhaustive]
pub struct OpenInterest {
    /// Market of the contract: USDⓈ-M or COIN-M.
    #[record(example = "usdm")]
    pub market: Market,
    /// Symbol of the instrument, like `BTCUSDT`.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Size of a contract in US dollars, needed at COIN-M, which counts contracts: 100 for bitcoin, 10 for the others.
    pub contract_usd: Option<Usd>,
}

wire! {
    #[derive(PartialEq)]
    struct OpenInterestWire {
        symbol: Instrument,
        /// At COIN-M only.
        pair: Option<Instrument>,
        open_interest: Number = "openInterest",
        time: Whole,
    }
}

impl Endpoint for OpenInterest {
    type Data = OpenInterestRow;

    fn request(&self) -> Result<Request, Error> {
        self.market.only(&[Market::Usdm, Market::Coinm])?.get("openInterest", self.instrument)
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<OpenInterestRow>, FeedError> {
        let market = self.market.only(&[Market::Usdm, Market::Coinm])?;
        let mut doubts = Doubts::new(payload);
        let (wire, path) = one(payload, self.instrument, |wire: &OpenInterestWire| wire.symbol, &mut doubts)?;
        market.check_pair(path.clone().field("pair"), wire.pair)?;
        market.check_name(self.instrument)?;
        let open = wire.open_interest.0;
        let (open_base, open_usd) = match market.contract(self.contract_usd)? {
            Some(contract) => (None, Some(open * contract.get())),
            None => (Some(open), None),
        };
        let fields = OpenInterestFields {
            source: source(market.word()),
            instrument: self.instrument,
            time_ms: doubts.live(path.clone().field("time"), wire.time.0)?,
            open_base,
            open_usd,
        };
        Ok(doubts
            .done(OpenInterestRow::new(fields).map_err(|error| at_member(&error, |_| path.field("openInterest")))?))
    }
}

/// `GET /futures/data/openInterestHist`: open interest over time; the last 30 days.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(name = "BinanceOpenInterestHistory")]
#[non_exhaustive]
pub struct OpenInterestHistory {
    /// Symbol of the instrument, like `BTCUSDT`.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Distance between rows, in milliseconds: 5, 15, 30 minutes, 1, 2, 4, 6, 12 hours, a day.
    #[record(example = 300_000)]
    pub interval_ms: Interval,
    /// Greatest number of rows, 1 to 500.
    pub limit: Option<u32>,
    /// Market of the contract: USDⓈ-M or COIN-M, where the instrument is that of a perpetual contract, like `BTCUSD_PERP`. Absent: USDⓈ-M.
    pub market: Option<Market>,
    /// Size of a contract in US dollars, needed at COIN-M, which counts contracts: 100 for bitcoin, 10 for the others.
    pub contract_usd: Option<Usd>,
}

/// Distances between rows that the history offers, in minutes.
const HISTORY_MINUTES: [i64; 9] = [5, 15, 30, 60, 120, 240, 360, 720, 1440];

impl OpenInterestHistory {
    fn of_futures(&self) -> Result<Market, Error> {
        self.market.unwrap_or(Market::Usdm).only(&[Market::Usdm, Market::Coinm])
    }

    /// What the answer of a market calls the contract: its symbol, at COIN-M the pair.
    fn named(&self, market: Market) -> Result<Instrument, Error> {
        market.check_name(self.instrument)?;
        if market == Market::Usdm {
            return Ok(self.instrument);
        }
        let name = self.instrument.as_str();
        let pair = name.strip_suffix("_PERP").and_then(|pair| pair.parse().ok());
        pair.ok_or_else(|| unsupported("instrument", name, "a perpetual contract, like BTCUSD_PERP"))
    }
}

wire! {
    struct OpenInterestRowWire {
        symbol: Option<Instrument>,
        /// At COIN-M only, in place of the symbol.
        pair: Option<Instrument>,
        /// At COIN-M only.
        contract_type: Option<String> = "contractType",
        sum_open_interest: Number = "sumOpenInterest",
        timestamp: Whole,
    }
}

impl Endpoint for OpenInterestHistory {
    type Data = OpenInterestRows;

    fn request(&self) -> Result<Request, Error> {
        check_limit(self.limit, 500)?;
        let ms = self.interval_ms.to_ms();
        if HISTORY_MINUTES.iter().all(|minutes| minutes * 60_000 != ms) {
            return Err(unsupported("interval_ms", ms, "5, 15, 30, 60, 120, 240, 360, 720 or 1440 minutes"));
        }
        let market = self.of_futures()?;
        let (request, named) = (Request::get(market.host(), "/futures/data/openInterestHist"), self.named(market)?);
        let request = match market.contract(self.contract_usd)? {
            None => request.with("symbol", named),
            Some(_) => request.with("pair", named).with("contractType", "PERPETUAL"),
        };
        Ok(request.with("period", interval_word(self.interval_ms)?).with_some("limit", self.limit))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<OpenInterestRows>, FeedError> {
        let (market, list) = (self.of_futures()?, FieldPath::default());
        let (contract, named) = (market.contract(self.contract_usd)?, self.named(market)?);
        let wire: Vec<Each<OpenInterestRowWire>> = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let (source, instrument) = (source(market.word()), self.instrument);
        let rows = history::each(wire, &list, &mut doubts, |index, row, doubts| {
            let at = |field: &str| FieldPath::default().index(index).field(field);
            let said = row.contract_type.as_deref().filter(|said| !said.is_empty());
            let name = if contract.is_some() { "pair" } else { "symbol" };
            if contract.is_none() {
                market.check_pair(at("pair"), row.pair)?;
                market.without(at("contractType"), said)?;
            }
            let stands = if contract.is_some() { row.pair } else { row.symbol };
            same(at(name), stands.ok_or_else(|| missing(at(name), named.as_str()))?, named)?;
            said.map_or(Ok(()), |said| same(at("contractType"), said, "PERPETUAL"))?;
            let time_ms = doubts.past(at("timestamp"), row.timestamp.0)?;
            plausible::on_grid(&at("timestamp"), row.timestamp.0, self.interval_ms.to_ms(), doubts);
            let open = row.sum_open_interest.0;
            let (open_base, open_usd) = match contract {
                Some(contract) => (None, Some(open * contract.get())),
                None => (Some(open), None),
            };
            let fields = OpenInterestFields { source, instrument, time_ms, open_base, open_usd };
            OpenInterestRow::new(fields).map_err(|error| at_member(&error, |_| at("sumOpenInterest")))
        })?;
        Ok(doubts
            .finish(|doubts| history::open_interest((source, instrument, self.interval_ms), rows, &list, doubts))?)
    }
}
