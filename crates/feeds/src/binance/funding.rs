//! Past funding.

use hashinsight_market::{Funding, FundingFields, FundingHistory as FundingRows, Instrument, Interval};
use hashinsight_units::{Error, FieldPath, Record, Timestamp};

use super::market::{Market, check_limit};
use crate::error::{FeedError, at_member, same};
use crate::payload::{Doubts, Window};
use crate::read::{self, Each, Number, Whole, wire};
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
    /// Greatest number of rows, 1 to 1000.
    pub limit: Option<u32>,
}

wire! {
    struct FundingWire {
        symbol: Instrument,
        funding_rate: Number = "fundingRate",
        funding_time: Whole = "fundingTime",
    }
}

impl Endpoint for FundingHistory {
    type Data = FundingRows;

    fn request(&self) -> Result<Request, Error> {
        check_limit(self.limit, 1000)?;
        let request = self.market.only(&[Market::Usdm, Market::Coinm])?.get("fundingRate", self.instrument)?;
        Ok(request.with_some("startTime", self.start_ms.map(Timestamp::to_ms)).with_some("limit", self.limit))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<FundingRows>, FeedError> {
        let market = self.market.only(&[Market::Usdm, Market::Coinm])?;
        market.check_name(self.instrument)?;
        let wire: Vec<Each<FundingWire>> = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let list = FieldPath::default();
        let (source, instrument, interval_ms) = (source(market.word()), self.instrument, self.funding_interval_ms);
        let window = Window { start: self.start_ms, end: None, slack_ms: interval_ms.to_ms() };
        let rows = history::each(wire, &list, &mut doubts, |index, row, doubts| {
            let at = |field: &str| FieldPath::default().index(index).field(field);
            same(at("symbol"), row.symbol, instrument)?;
            let time_ms = doubts.past(at("fundingTime"), row.funding_time.0)?;
            doubts.within(|| at("fundingTime"), row.funding_time.0, &window);
            let fields =
                FundingFields { source, instrument, interval_ms, time_ms, rate_per_interval: row.funding_rate.0 };
            let funding = Funding::new(fields).map_err(|error| at_member(&error, |_| at("fundingRate")))?;
            plausible::funding(at("fundingRate").as_str(), row.funding_rate.0, doubts);
            plausible::on_grid(&at("fundingTime"), row.funding_time.0, interval_ms.to_ms(), doubts);
            Ok(funding)
        })?;
        Ok(doubts.finish(|doubts| history::funding((source, instrument, interval_ms), rows, &list, doubts))?)
    }
}
