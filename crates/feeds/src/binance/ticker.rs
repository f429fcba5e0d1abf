//! Best prices and 24 hours.

use hashinsight_market::Instrument;
use hashinsight_units::{Currency, Error, Problem, Record};
use serde::Deserialize;

use super::market::{Market, one};
use crate::error::{FeedError, refuse};
use crate::payload::Doubts;
use crate::read::{Maybe, Number, Whole};
use crate::venue::{Best, VenueTicker};
use crate::{Endpoint, Parsed, Payload, Request};

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

#[derive(PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct TickerWire {
    symbol: Instrument,
    last_price: Number,
    #[serde(default)]
    bid_price: Maybe,
    #[serde(default)]
    ask_price: Maybe,
    volume: Number,
    #[serde(default)]
    base_volume: Maybe,
    #[serde(default)]
    price_change_percent: Maybe,
    close_time: Whole,
}

impl Endpoint for Ticker {
    type Data = VenueTicker;

    fn request(&self) -> Result<Request, Error> {
        Ok(self.market.get("ticker/24hr", self.instrument))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<VenueTicker>, FeedError> {
        let mut doubts = Doubts::new(payload);
        let wire: TickerWire = one(payload, self.instrument, |wire: &TickerWire| wire.symbol, &mut doubts)?;
        let time_ms = doubts.past("closeTime", wire.close_time.0)?;
        let best = Best { bid: wire.bid_price.0, ask: wire.ask_price.0, last: Some(wire.last_price.0) };
        let venue = self.market.venue(self.instrument, self.quote_currency);
        let quote = venue.quote("lastPrice", time_ms, best, &mut doubts)?;
        let volume = if self.market == Market::Coinm { wire.base_volume.0 } else { Some(wire.volume.0) };
        if let Some(volume) = volume.filter(|volume| *volume < 0.0) {
            return Err(refuse(Problem::OutOfRange, "volume", volume, "at least 0").into());
        }
        let change = wire.price_change_percent.0;
        if let Some(percent) = change {
            doubts.range("priceChangePercent", percent, -80.0, 400.0, " percent");
        }
        Ok(doubts.done(VenueTicker {
            quote,
            volume_24h_base: volume,
            change_24h: change.map(|percent| percent / 100.0),
        }))
    }
}
