//! Best prices and 24 hours.

use hashinsight_market::Instrument;
use hashinsight_units::{Currency, Error, Record};

use super::market::{Market, one};
use crate::decimal::of_percent;
use crate::error::FeedError;
use crate::payload::Doubts;
use crate::read::{Maybe, Number, Percent, Whole, wire};
use crate::venue::{self, Best, VenueTicker, said};
use crate::{Endpoint, Parsed, Payload, Request, plausible};

/// `GET .../ticker/24hr`: best prices (spot only) and 24 hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "BinanceTicker")]
#[non_exhaustive]
pub struct Ticker {
    /// Market of the instrument.
    #[record(example = "spot")]
    pub market: Market,
    /// Symbol of the instrument, like `BTCUSDT`.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Currency of the price.
    #[record(example = "USDT")]
    pub quote_currency: Currency,
}

wire! {
    #[derive(PartialEq)]
    struct TickerWire {
        symbol: Instrument,
        /// At COIN-M only.
        pair: Option<Instrument>,
        last_price: Number = "lastPrice",
        bid_price: Maybe = default "bidPrice",
        ask_price: Maybe = default "askPrice",
        volume: Number,
        base_volume: Maybe = default "baseVolume",
        price_change_percent: Percent = default "priceChangePercent",
        close_time: Whole = "closeTime",
        quote_volume: Maybe = default "quoteVolume",
        open_price: Maybe = default "openPrice",
        low_price: Maybe = default "lowPrice",
        high_price: Maybe = default "highPrice",
    }
}

impl Endpoint for Ticker {
    type Data = VenueTicker;

    fn request(&self) -> Result<Request, Error> {
        self.market.venue(self.instrument, self.quote_currency)?;
        self.market.get("ticker/24hr", self.instrument)
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<VenueTicker>, FeedError> {
        let mut doubts = Doubts::new(payload);
        let (wire, path) = one(payload, self.instrument, |wire: &TickerWire| wire.symbol, &mut doubts)?;
        self.market.check_pair(path.clone().field("pair"), wire.pair)?;
        // Contracts are counted beside coins, coins beside what they cost.
        let (foreign, value) = match self.market {
            Market::Coinm => ("quoteVolume", wire.quote_volume.0),
            _ => ("baseVolume", wire.base_volume.0),
        };
        self.market.without(path.clone().field(foreign), value)?;
        let time_ms = doubts.live(path.clone().field("closeTime"), wire.close_time.0)?;
        let best = Best {
            bid: said("bidPrice", wire.bid_price.0),
            ask: said("askPrice", wire.ask_price.0),
            last: said("lastPrice", Some(wire.last_price.0)),
        };
        let venue = self.market.venue(self.instrument, self.quote_currency)?;
        let quote = venue.quote(&path, time_ms, best, &mut doubts)?;
        let (member, volume) = match self.market {
            Market::Coinm => ("baseVolume", wire.base_volume.0),
            _ => ("volume", Some(wire.volume.0)),
        };
        let volume = venue::volume(&path.clone().field(member), volume)?;
        if let (Some(base), Some(turnover), Some(low), Some(high)) =
            (volume, wire.quote_volume.0, wire.low_price.0, wire.high_price.0)
        {
            plausible::turnover(&path.clone().field(member), base, turnover, (low, high), &mut doubts);
        }
        if let Some(base) = volume.filter(|_| self.market == Market::Coinm) {
            let path = path.clone().field(member);
            plausible::contracts(&path, base, wire.volume.0, wire.last_price.0, &mut doubts);
        }
        let change = wire.price_change_percent.0;
        if let (Some(percent), Some(open)) = (change, wire.open_price.0.filter(|open| *open > 0.0)) {
            let since = 100.0 * (wire.last_price.0 / open - 1.0);
            if (percent - since).abs() > 0.5 {
                doubts.note(
                    path.clone().field("priceChangePercent"),
                    percent,
                    format!("the change since openPrice, {since}"),
                );
            }
        }
        venue::change(&path.clone().field("priceChangePercent"), change, &mut doubts)?;
        Ok(doubts.done(VenueTicker { quote, volume_24h_base: volume, change_24h: change.map(of_percent) }))
    }
}
