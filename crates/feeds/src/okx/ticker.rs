//! Best prices and 24 hours.

use hashinsight_market::Instrument;
use hashinsight_units::{Error, FieldPath, Record};

use super::contract::{Contract, Traded, about, at, get, one};
use crate::error::FeedError;
use crate::payload::Doubts;
use crate::read::{Maybe, Whole, wire};
use crate::venue::{self, Best, VenueTicker, said};
use crate::{Endpoint, Parsed, Payload, Request, plausible};

/// `GET /api/v5/market/ticker`: best prices and 24 hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "OkxTicker")]
#[non_exhaustive]
pub struct Ticker {
    /// Name of the pair or contract, like `BTC-USDT` or `BTC-USDT-SWAP`.
    #[record(example = "BTC-USDT")]
    pub instrument: Instrument,
}

wire! {
    struct TickerWire {
        inst_id: Instrument = "instId",
        inst_type: Option<String> = "instType",
        last: Maybe = default,
        bid_px: Maybe = default "bidPx",
        ask_px: Maybe = default "askPx",
        open_24h: Maybe = default "open24h",
        low_24h: Maybe = default "low24h",
        high_24h: Maybe = default "high24h",
        volume_24h: Maybe = default "vol24h",
        coins_24h: Maybe = default "volCcy24h",
        ts: Whole,
    }
}

impl Endpoint for Ticker {
    type Data = VenueTicker;

    fn request(&self) -> Result<Request, Error> {
        Contract::of(self.instrument)?;
        Ok(get("market/ticker").with("instId", self.instrument))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<VenueTicker>, FeedError> {
        let contract = Contract::of(self.instrument)?;
        let wire: TickerWire = one(payload)?;
        let mut doubts = Doubts::new(payload);
        let path = FieldPath::new("data").index(0);
        about(&path, wire.inst_id, wire.inst_type.as_deref(), &contract)?;
        let time_ms = doubts.live(at("ts"), wire.ts.0)?;
        let best = Best {
            bid: said("bidPx", wire.bid_px.0),
            ask: said("askPx", wire.ask_px.0),
            last: said("last", wire.last.0),
        };
        let quote = contract.market().quote(&path, time_ms, best, &mut doubts)?;
        // Of contracts one member counts them and the other coins; of a pair the other is in the quote currency.
        let (member, volume) = match contract.traded {
            Traded::Spot => ("vol24h", wire.volume_24h.0),
            _ => ("volCcy24h", wire.coins_24h.0),
        };
        if let (Traded::Spot, Some(volume), Some(turnover)) = (contract.traded, volume, wire.coins_24h.0)
            && let (Some(low), Some(high)) = (wire.low_24h.0, wire.high_24h.0)
        {
            plausible::turnover(&at(member), volume, turnover, (low, high), &mut doubts);
        }
        let volume_24h_base = venue::volume(&at(member), volume)?;
        let open = venue::volume(&at("open24h"), wire.open_24h.0)?.filter(|open| *open > 0.0);
        let change_24h = match (quote.last_price(), open) {
            (Some(last), Some(open)) => {
                plausible::near(&at("open24h"), Some(open), last, &mut doubts);
                Some(last / open - 1.0)
            }
            _ => None,
        };
        Ok(doubts.done(VenueTicker { quote, volume_24h_base, change_24h }))
    }
}
