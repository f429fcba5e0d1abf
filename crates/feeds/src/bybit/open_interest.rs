//! Open interest over time.

use hashinsight_market::{
    Instrument, Interval, OpenInterest as OpenInterestRow, OpenInterestFields, OpenInterestHistory as OpenInterestRows,
};
use hashinsight_units::{Error, Record, Timestamp};

use super::category::{Answer, Category, list, rows};
use crate::error::{FeedError, at_member, out_of_range, unsupported};
use crate::payload::{Doubts, Window};
use crate::read::{Each, Number, Whole, wire};
use crate::{Endpoint, Parsed, Payload, Request, history, plausible};

/// `GET /v5/market/open-interest`: open interest over time, newest first: in coins for linear contracts, in US dollars for
/// inverse ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "BybitOpenInterestHistory")]
#[non_exhaustive]
pub struct OpenInterestHistory {
    /// Market of the contract: linear or inverse.
    #[record(example = "linear")]
    pub category: Category,
    /// Symbol of the contract, like `BTCUSDT`.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Distance between rows, in milliseconds: 5, 15, 30 minutes, 1, 4 hours, a day.
    #[record(example = 3_600_000)]
    pub interval_ms: Interval,
    /// First instant of the rows, in Unix milliseconds. Absent: the last rows.
    pub start_ms: Option<Timestamp>,
    /// Last instant of the rows, in Unix milliseconds.
    pub end_ms: Option<Timestamp>,
    /// Greatest number of rows, 1 to 200.
    pub limit: Option<u32>,
}

wire! {
    struct OpenWire {
        open_interest: Number = "openInterest",
        timestamp: Whole,
    }
}

impl Endpoint for OpenInterestHistory {
    type Data = OpenInterestRows;

    fn request(&self) -> Result<Request, Error> {
        Window::check(self.start_ms, self.end_ms)?;
        if let Some(limit) = self.limit.filter(|limit| !(1..=200).contains(limit)) {
            return Err(out_of_range("limit", limit, "1 to 200"));
        }
        let ms = self.interval_ms.to_ms();
        let words = [(5, "5min"), (15, "15min"), (30, "30min"), (60, "1h"), (240, "4h"), (1440, "1d")];
        let Some((_, word)) = words.iter().find(|(minutes, _)| minutes * 60_000 == ms) else {
            return Err(unsupported("interval_ms", ms, "5, 15, 30, 60, 240 or 1440 minutes"));
        };
        let request = self.category.contracts()?.get("open-interest", self.instrument)?.with("intervalTime", word);
        let request = request.with_some("startTime", self.start_ms.map(Timestamp::to_ms));
        Ok(request.with_some("endTime", self.end_ms.map(Timestamp::to_ms)).with_some("limit", self.limit))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<OpenInterestRows>, FeedError> {
        let category = self.category.contracts()?;
        let Answer { result, .. } = list::<Each<OpenWire>>(payload, category, self.instrument)?;
        let mut doubts = Doubts::new(payload);
        let path = rows();
        let (source, instrument) = (category.source(), self.instrument);
        let window = Window { start: self.start_ms, end: self.end_ms, slack_ms: self.interval_ms.to_ms() };
        let counts = history::each(result.rows, &path, &mut doubts, |index, row, doubts| {
            let at = |member: &str| path.clone().index(index).field(member);
            let time_ms = doubts.past(at("timestamp"), row.timestamp.0)?;
            doubts.within(|| at("timestamp"), row.timestamp.0, &window);
            plausible::on_grid(&at("timestamp"), row.timestamp.0, self.interval_ms.to_ms(), doubts);
            let open = row.open_interest.0;
            let is_inverse = category == Category::Inverse;
            let (open_base, open_usd) = if is_inverse { (None, Some(open)) } else { (Some(open), None) };
            let fields = OpenInterestFields { source, instrument, time_ms, open_base, open_usd };
            OpenInterestRow::new(fields).map_err(|error| at_member(&error, |_| at("openInterest")))
        })?;
        Ok(doubts
            .finish(|doubts| history::open_interest((source, instrument, self.interval_ms), counts, &path, doubts))?)
    }
}
