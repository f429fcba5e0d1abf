//! Mark price and coming funding.

use hashinsight_market::{Funding, FundingFields, Instrument, Interval, MarkPoint, MarkPointFields};
use hashinsight_units::{Currency, Error, Record, Timestamp};

use super::market::{Market, one};
use crate::error::{FeedError, at_member, in_body};
use crate::kind::parts;
use crate::payload::Doubts;
use crate::read::{Maybe, MaybeWhole, Number, Whole, wire};
use crate::venue::Market as Venue;
use crate::{Endpoint, Parsed, Payload, Request, plausible};

/// `GET .../premiumIndex`: mark price and coming funding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "BinancePremiumIndex")]
#[non_exhaustive]
pub struct PremiumIndex {
    /// Market of the contract: USDⓈ-M or COIN-M.
    #[record(example = "usdm")]
    pub market: Market,
    /// Symbol of the instrument, like `BTCUSDT`.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Currency of the price.
    #[record(example = "USDT")]
    pub quote_currency: Currency,
    /// Interval from one funding payment to the next, in milliseconds. Binance says it elsewhere (`fundingInfo`): 8 hours for most, 4 or 1
    /// for some.
    #[record(example = 28_800_000)]
    pub funding_interval_ms: Interval,
}

/// Mark price and coming funding of a contract.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct MarkAndFunding {
    /// Mark price and index price.
    pub mark: MarkPoint,
    /// Coming funding payment at the current rate: a forecast. Absent for delivery contracts.
    pub next_funding: Option<Funding>,
    /// Estimated settlement price in the quote currency, said in the last hour before settlement.
    pub estimated_settlement: Option<f64>,
}

parts! { MarkAndFunding { mark, next_funding } }

wire! {
    #[derive(PartialEq)]
    struct PremiumWire {
        symbol: Instrument,
        /// At COIN-M only.
        pair: Option<Instrument>,
        mark_price: Number = "markPrice",
        index_price: Maybe = default "indexPrice",
        estimated_settle_price: Maybe = default "estimatedSettlePrice",
        last_funding_rate: Maybe = default "lastFundingRate",
        next_funding_time: MaybeWhole = default "nextFundingTime",
        time: Whole,
    }
}

impl Endpoint for PremiumIndex {
    type Data = MarkAndFunding;

    fn request(&self) -> Result<Request, Error> {
        let market = self.market.only(&[Market::Usdm, Market::Coinm])?;
        market.venue(self.instrument, self.quote_currency)?;
        market.get("premiumIndex", self.instrument)
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<MarkAndFunding>, FeedError> {
        let market = self.market.only(&[Market::Usdm, Market::Coinm])?;
        let mut doubts = Doubts::new(payload);
        let (wire, path) = one(payload, self.instrument, |wire: &PremiumWire| wire.symbol, &mut doubts)?;
        let at = |member: &str| path.clone().field(member);
        market.check_pair(at("pair"), wire.pair)?;
        let Venue { source, instrument, quote_currency } = market.venue(self.instrument, self.quote_currency)?;
        let time_ms = doubts.live(at("time"), wire.time.0)?;
        let index = wire.index_price.0.filter(|price| *price != 0.0);
        let fields = MarkPointFields { source, instrument, quote_currency, time_ms, mark: wire.mark_price.0, index };
        let member = |field: &str| at(if field == "index" { "indexPrice" } else { "markPrice" });
        let mark = MarkPoint::new(fields).map_err(|error| at_member(&error, member))?;
        plausible::price(at("markPrice").as_str(), wire.mark_price.0, instrument, quote_currency, &mut doubts);
        plausible::near(&at("indexPrice"), index, wire.mark_price.0, &mut doubts);
        let next = wire.last_funding_rate.0.zip(wire.next_funding_time.0.filter(|ms| *ms != 0));
        let next_funding = match next {
            None => None,
            Some((rate, ms)) => {
                plausible::funding(at("lastFundingRate").as_str(), rate, &mut doubts);
                let time_ms = Timestamp::from_ms(ms).map_err(in_body(at("nextFundingTime")))?;
                let interval_ms = self.funding_interval_ms;
                // The payment comes, within one interval.
                let ahead = ms - wire.time.0;
                if ahead < 0 || ahead > interval_ms.to_ms() {
                    let expected = format!("within an interval, {interval_ms}, after {}", wire.time.0);
                    doubts.note(at("nextFundingTime"), ms, expected);
                }
                let fields = FundingFields { source, instrument, interval_ms, time_ms, rate_per_interval: rate };
                Some(Funding::new(fields).map_err(|error| at_member(&error, |_| at("lastFundingRate")))?)
            }
        };
        let estimated_settlement = wire.estimated_settle_price.0.filter(|price| *price != 0.0);
        plausible::near(&at("estimatedSettlePrice"), estimated_settlement, wire.mark_price.0, &mut doubts);
        let estimated_settlement = estimated_settlement.filter(|price| *price > 0.0);
        Ok(doubts.done(MarkAndFunding { mark, next_funding, estimated_settlement }))
    }
}
