//! Past funding.

use hashinsight_market::{Funding, FundingFields, FundingHistory as FundingRows, Instrument, Interval};
use hashinsight_units::{Error, Problem, Record, Timestamp};

use super::category::{Answer, Category, list, rows};
use crate::error::{FeedError, at_member, out_of_range, parameter, same};
use crate::payload::{Doubts, Window};
use crate::read::{Each, Number, Whole, wire};
use crate::{Endpoint, Parsed, Payload, Request, history, plausible};

/// `GET /v5/market/funding/history`: past funding, newest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "BybitFundingHistory")]
#[non_exhaustive]
pub struct FundingHistory {
    /// Market of the contract: linear or inverse.
    #[record(example = "linear")]
    pub category: Category,
    /// Symbol of the contract, like `BTCUSDT`.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Interval from one funding payment to the next, in milliseconds: 8 hours for most contracts; the ticker says it.
    #[record(example = 28_800_000)]
    pub funding_interval_ms: Interval,
    /// First instant of the rows, in Unix milliseconds: with `end_ms` alone. Absent: the last rows.
    pub start_ms: Option<Timestamp>,
    /// Last instant of the rows, in Unix milliseconds.
    pub end_ms: Option<Timestamp>,
    /// Greatest number of rows, 1 to 200.
    pub limit: Option<u32>,
}

wire! {
    struct FundingWire {
        symbol: Instrument,
        funding_rate: Number = "fundingRate",
        funding_rate_timestamp: Whole = "fundingRateTimestamp",
    }
}

impl Endpoint for FundingHistory {
    type Data = FundingRows;

    fn request(&self) -> Result<Request, Error> {
        Window::check(self.start_ms, self.end_ms)?;
        if self.start_ms.is_some() && self.end_ms.is_none() {
            let allowed = "an instant, where start_ms is given: Bybit refuses a start alone";
            return Err(parameter("end_ms", Problem::Missing, "absent", allowed));
        }
        if let Some(limit) = self.limit.filter(|limit| !(1..=200).contains(limit)) {
            return Err(out_of_range("limit", limit, "1 to 200"));
        }
        let request = self.category.contracts()?.get("funding/history", self.instrument)?;
        let request = request.with_some("startTime", self.start_ms.map(Timestamp::to_ms));
        Ok(request.with_some("endTime", self.end_ms.map(Timestamp::to_ms)).with_some("limit", self.limit))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<FundingRows>, FeedError> {
        let category = self.category.contracts()?;
        let Answer { result, .. } = list::<Each<FundingWire>>(payload, category, self.instrument)?;
        let mut doubts = Doubts::new(payload);
        let path = rows();
        let (source, instrument, interval_ms) = (category.source(), self.instrument, self.funding_interval_ms);
        let window = Window { start: self.start_ms, end: self.end_ms, slack_ms: interval_ms.to_ms() };
        let paid = history::each(result.rows, &path, &mut doubts, |index, row, doubts| {
            let at = |member: &str| path.clone().index(index).field(member);
            same(at("symbol"), row.symbol, instrument)?;
            let (ms, rate) = (row.funding_rate_timestamp.0, row.funding_rate.0);
            let time_ms = doubts.past(at("fundingRateTimestamp"), ms)?;
            doubts.within(|| at("fundingRateTimestamp"), ms, &window);
            let fields = FundingFields { source, instrument, interval_ms, time_ms, rate_per_interval: rate };
            let funding = Funding::new(fields).map_err(|error| at_member(&error, |_| at("fundingRate")))?;
            plausible::funding(at("fundingRate").as_str(), rate, doubts);
            plausible::on_grid(&at("fundingRateTimestamp"), ms, interval_ms.to_ms(), doubts);
            Ok(funding)
        })?;
        Ok(doubts.finish(|doubts| history::funding((source, instrument, interval_ms), paid, &path, doubts))?)
    }
}
