//! Coming and past funding.

use hashinsight_market::{Funding, FundingFields, FundingHistory as FundingRows, Instrument, Interval};
use hashinsight_units::{Error, FieldPath, Record, Timestamp};

use super::contract::{Contract, about, at, get, one, open};
use super::host::SOURCE;
use crate::error::{FeedError, at_member, in_body, out_of_range};
use crate::payload::{Doubts, Window};
use crate::read::{Each, Maybe, MaybeWhole, Number, Whole, wire};
use crate::source::source;
use crate::{Endpoint, Parsed, Payload, Request, history, plausible};

/// `GET /api/v5/public/funding-rate`: the coming payment at the current rate, a forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "OkxFundingRate")]
#[non_exhaustive]
pub struct FundingRate {
    /// Name of the contract, like `BTC-USDT-SWAP`.
    #[record(example = "BTC-USDT-SWAP")]
    pub instrument: Instrument,
}

wire! {
    struct RateWire {
        inst_id: Instrument = "instId",
        inst_type: Option<String> = "instType",
        funding_rate: Number = "fundingRate",
        funding_time: Whole = "fundingTime",
        next_funding_time: Whole = "nextFundingTime",
        min_funding_rate: Maybe = default "minFundingRate",
        max_funding_rate: Maybe = default "maxFundingRate",
        ts: MaybeWhole = default,
    }
}

impl Endpoint for FundingRate {
    type Data = Funding;

    fn request(&self) -> Result<Request, Error> {
        Contract::perpetual(self.instrument)?;
        Ok(get("public/funding-rate").with("instId", self.instrument))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<Funding>, FeedError> {
        let contract = Contract::perpetual(self.instrument)?;
        let wire: RateWire = one(payload)?;
        let mut doubts = Doubts::new(payload);
        about(&FieldPath::new("data").index(0), wire.inst_id, wire.inst_type.as_deref(), &contract)?;
        let now = match wire.ts.0 {
            Some(ms) => doubts.live(at("ts"), ms)?,
            None => payload.received_ms,
        };
        let time_ms = Timestamp::from_ms(wire.funding_time.0).map_err(in_body(at("fundingTime")))?;
        let span = wire.next_funding_time.0.saturating_sub(wire.funding_time.0);
        let interval_ms = Interval::from_ms(span).map_err(in_body(at("nextFundingTime")))?;
        let ahead = time_ms.to_ms() - now.to_ms();
        if ahead < 0 || ahead > span {
            let expected = format!("within an interval, {interval_ms}, after {}", now.to_ms());
            doubts.note(at("fundingTime"), wire.funding_time.0, expected);
        }
        let rate = wire.funding_rate.0;
        let (low, high) = (wire.min_funding_rate.0.unwrap_or(-1.0), wire.max_funding_rate.0.unwrap_or(1.0));
        if !(low..=high).contains(&rate) {
            doubts.note(at("fundingRate"), rate, format!("{low} to {high}, as the answer says"));
        }
        let instrument = self.instrument;
        let fields =
            FundingFields { source: source(SOURCE), instrument, interval_ms, time_ms, rate_per_interval: rate };
        let funding = Funding::new(fields).map_err(|error| at_member(&error, |_| at("fundingRate")))?;
        plausible::funding(at("fundingRate").as_str(), rate, &mut doubts);
        plausible::on_grid(&at("nextFundingTime"), wire.next_funding_time.0, span, &mut doubts);
        Ok(doubts.done(funding))
    }
}

/// `GET /api/v5/public/funding-rate-history`: past funding, newest first; the last three months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "OkxFundingHistory")]
#[non_exhaustive]
pub struct FundingHistory {
    /// Name of the contract, like `BTC-USDT-SWAP`.
    #[record(example = "BTC-USDT-SWAP")]
    pub instrument: Instrument,
    /// Interval from one funding payment to the next, in milliseconds: 8 hours for most contracts. [`FundingRate`] says it.
    #[record(example = 28_800_000)]
    pub funding_interval_ms: Interval,
    /// First instant of the rows, in Unix milliseconds. Absent: the last rows.
    pub start_ms: Option<Timestamp>,
    /// Last instant of the rows, in Unix milliseconds.
    pub end_ms: Option<Timestamp>,
    /// Greatest number of rows, 1 to 400.
    pub limit: Option<u32>,
}

wire! {
    struct PaidWire {
        inst_id: Instrument = "instId",
        funding_rate: Number = "fundingRate",
        /// What was paid; the other is what had been foretold, and does not stand in for it.
        realized_rate: Number = "realizedRate",
        funding_time: Whole = "fundingTime",
    }
}

impl Endpoint for FundingHistory {
    type Data = FundingRows;

    fn request(&self) -> Result<Request, Error> {
        Contract::perpetual(self.instrument)?;
        Window::check(self.start_ms, self.end_ms)?;
        if let Some(limit) = self.limit.filter(|limit| !(1..=400).contains(limit)) {
            return Err(out_of_range("limit", limit, "1 to 400"));
        }
        let request = get("public/funding-rate-history").with("instId", self.instrument);
        let request = request.with_some("before", self.start_ms.map(|start| start.to_ms() - 1));
        Ok(request.with_some("after", self.end_ms.map(|end| end.to_ms() + 1)).with_some("limit", self.limit))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<FundingRows>, FeedError> {
        let contract = Contract::perpetual(self.instrument)?;
        let wire: Vec<Each<PaidWire>> = open(payload)?;
        let mut doubts = Doubts::new(payload);
        let list = FieldPath::new("data");
        let (source, instrument, interval_ms) = (source(SOURCE), self.instrument, self.funding_interval_ms);
        let window = Window { start: self.start_ms, end: self.end_ms, slack_ms: interval_ms.to_ms() };
        let rows = history::each(wire, &list, &mut doubts, |index, row, doubts| {
            let at = |member: &str| list.clone().index(index).field(member);
            about(&list.clone().index(index), row.inst_id, None, &contract)?;
            let time_ms = doubts.past(at("fundingTime"), row.funding_time.0)?;
            doubts.within(|| at("fundingTime"), row.funding_time.0, &window);
            let (member, rate) = ("realizedRate", row.realized_rate.0);
            if (rate - row.funding_rate.0).abs() > 0.01 {
                doubts.note(at("fundingRate"), row.funding_rate.0, format!("near what was paid, {rate}"));
            }
            let fields = FundingFields { source, instrument, interval_ms, time_ms, rate_per_interval: rate };
            let funding = Funding::new(fields).map_err(|error| at_member(&error, |_| at(member)))?;
            plausible::funding(at(member).as_str(), rate, doubts);
            plausible::on_grid(&at("fundingTime"), row.funding_time.0, interval_ms.to_ms(), doubts);
            Ok(funding)
        })?;
        Ok(doubts.finish(|doubts| history::funding((source, instrument, interval_ms), rows, &list, doubts))?)
    }
}
