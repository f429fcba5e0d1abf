//! Open interest, now and over time.

use hashinsight_market::{
    Instrument, Interval, OpenInterest as OpenInterestRow, OpenInterestFields, OpenInterestHistory as OpenInterestRows,
};
use hashinsight_units::{Error, FieldPath, Problem, Record, Usd};
use serde::Deserialize;

use super::host::USDM_HOST;
use super::market::{Market, interval_word, one, same};
use crate::error::{FeedError, in_body, parameter};
use crate::payload::Doubts;
use crate::read::{self, Number, Whole};
use crate::source::source;
use crate::{Endpoint, Parsed, Payload, Request, history};

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

#[derive(PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct OpenInterestWire {
    symbol: Instrument,
    open_interest: Number,
    time: Whole,
}

impl Endpoint for OpenInterest {
    type Data = OpenInterestRow;

    fn request(&self) -> Result<Request, Error> {
        Ok(self.market.only(&[Market::Usdm, Market::Coinm])?.get("openInterest", self.instrument))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<OpenInterestRow>, FeedError> {
        let market = self.market.only(&[Market::Usdm, Market::Coinm])?;
        let mut doubts = Doubts::new(payload);
        let wire: OpenInterestWire = one(payload, self.instrument, |wire: &OpenInterestWire| wire.symbol, &mut doubts)?;
        let open = wire.open_interest.0;
        let (open_base, open_usd) = match (market, self.contract_usd) {
            (Market::Coinm, Some(contract)) => (None, Some(open * contract.get())),
            (Market::Coinm, None) => {
                let allowed = "the size of a contract, because COIN-M counts contracts";
                return Err(parameter("contract_usd", Problem::Missing, "absent", allowed).into());
            }
            _ => (Some(open), None),
        };
        let fields = OpenInterestFields {
            source: source(market.word()),
            instrument: self.instrument,
            time_ms: doubts.past("time", wire.time.0)?,
            open_base,
            open_usd,
        };
        Ok(doubts.done(OpenInterestRow::new(fields).map_err(in_body("openInterest"))?))
    }
}

/// `GET /futures/data/openInterestHist`: open interest over time, at USDⓈ-M; the last 30 days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "BinanceOpenInterestHistory")]
#[non_exhaustive]
pub struct OpenInterestHistory {
    /// Symbol of the instrument, like `BTCUSDT`.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Distance between rows, in milliseconds: 5, 15, 30 minutes, 1, 2, 4, 6, 12 hours, a day.
    #[record(example = 300_000)]
    pub interval_ms: Interval,
    /// Greatest number of rows, up to 500.
    pub limit: Option<u32>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OpenInterestRowWire {
    symbol: Instrument,
    sum_open_interest: Number,
    timestamp: Whole,
}

impl Endpoint for OpenInterestHistory {
    type Data = OpenInterestRows;

    fn request(&self) -> Result<Request, Error> {
        let request = Request::get(USDM_HOST, "/futures/data/openInterestHist").with("symbol", self.instrument);
        Ok(request.with("period", interval_word(self.interval_ms)?).with_some("limit", self.limit))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<OpenInterestRows>, FeedError> {
        let wire: Vec<OpenInterestRowWire> = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let (source, instrument) = (source(Market::Usdm.word()), self.instrument);
        let mut rows = Vec::with_capacity(wire.len());
        for (index, row) in wire.iter().enumerate() {
            let at = |field: &str| FieldPath::default().index(index).field(field);
            same(at("symbol"), row.symbol, instrument)?;
            let time_ms = doubts.past(at("timestamp"), row.timestamp.0)?;
            let open_base = Some(row.sum_open_interest.0);
            let fields = OpenInterestFields { source, instrument, time_ms, open_base, open_usd: None };
            let row = OpenInterestRow::new(fields).map_err(in_body(FieldPath::default().index(index)))?;
            rows.push((index, row));
        }
        let by_time = |a: &OpenInterestRow, b: &OpenInterestRow| a.time_ms().cmp(&b.time_ms());
        let shown =
            |row: &OpenInterestRow| row.open_base().unwrap_or_else(|| unreachable!("given in every row, above"));
        history::ordered(&mut rows, by_time, shown, &FieldPath::default(), &mut doubts);
        let mut history = OpenInterestRows::new(source, instrument);
        for (index, row) in rows {
            history.push(row).map_err(in_body(FieldPath::default().index(index)))?;
        }
        Ok(doubts.done(history))
    }
}
