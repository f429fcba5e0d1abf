//! Past funding.

use hashinsight_market::{Funding, FundingFields, FundingHistory as FundingRows, Instrument, Interval};
use hashinsight_units::{Error, FieldPath, Record, Timestamp};
use serde::Deserialize;

use super::market::{Market, same};
use crate::error::{FeedError, in_body};
use crate::payload::Doubts;
use crate::read::{self, Number, Whole};
use crate::source::source;
use crate::{Endpoint, Parsed, Payload, Request, history, plausible};

/// `GET .../fundingRate`: past funding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "BinanceFundingHistory")]
#[non_exhaustive]
pub struct FundingHistory {
    /// Market of the contract: USDⓈ-M or COIN-M.
    #[record(example = "usdm")]
    pub market: Market,
    /// Symbol of the instrument, like `BTCUSDT`.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Interval from one funding payment to the next, in milliseconds: 8 hours for most contracts.
    #[record(example = 28_800_000)]
    pub funding_interval_ms: Interval,
    /// First instant of the rows, in Unix milliseconds. Absent: the last rows.
    pub start_ms: Option<Timestamp>,
    /// Greatest number of rows, up to 1000.
    pub limit: Option<u32>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct FundingWire {
    symbol: Instrument,
    funding_rate: Number,
    funding_time: Whole,
}

impl Endpoint for FundingHistory {
    type Data = FundingRows;

    fn request(&self) -> Result<Request, Error> {
        let request = self.market.only(&[Market::Usdm, Market::Coinm])?.get("fundingRate", self.instrument);
        Ok(request.with_some("startTime", self.start_ms.map(Timestamp::to_ms)).with_some("limit", self.limit))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<FundingRows>, FeedError> {
        let market = self.market.only(&[Market::Usdm, Market::Coinm])?;
        let wire: Vec<FundingWire> = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let (source, instrument, interval_ms) = (source(market.word()), self.instrument, self.funding_interval_ms);
        let mut rows = Vec::with_capacity(wire.len());
        for (index, row) in wire.iter().enumerate() {
            let at = |field: &str| FieldPath::default().index(index).field(field);
            same(at("symbol"), row.symbol, instrument)?;
            plausible::funding(at("fundingRate").as_str(), row.funding_rate.0, &mut doubts);
            let time_ms = doubts.past(at("fundingTime"), row.funding_time.0)?;
            let fields =
                FundingFields { source, instrument, interval_ms, time_ms, rate_per_interval: row.funding_rate.0 };
            rows.push((index, Funding::new(fields).map_err(in_body(FieldPath::default().index(index)))?));
        }
        let by_time = |a: &Funding, b: &Funding| a.time_ms().cmp(&b.time_ms());
        history::ordered(&mut rows, by_time, Funding::rate_per_interval, &FieldPath::default(), &mut doubts);
        let mut history = FundingRows::new(source, instrument, interval_ms);
        for (index, row) in rows {
            history.push(row).map_err(in_body(FieldPath::default().index(index)))?;
        }
        Ok(doubts.done(history))
    }
}
