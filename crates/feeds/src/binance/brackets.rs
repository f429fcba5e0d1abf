//! Margin tiers.

use hashinsight_market::{Instrument, MarginTier, MarginTierFields, TierTable};
use hashinsight_units::{Currency, Error, FieldPath, Problem, Record, Timestamp};
use serde::Deserialize;

use super::market::{Market, one};
use crate::error::{FeedError, in_body, refuse};
use crate::payload::Doubts;
use crate::read::Number;
use crate::source::source;
use crate::{Endpoint, Parsed, Payload, Request};

/// `GET .../leverageBracket`: margin tiers. A signed call: append `timestamp` and `signature` to the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "BinanceLeverageBrackets")]
#[non_exhaustive]
pub struct LeverageBrackets {
    /// Market of the contract: USDⓈ-M, or COIN-M (notional in coins).
    #[record(example = "usdm")]
    pub market: Market,
    /// Symbol of the contract, like `BTCUSDT`; the pair at COIN-M.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Currency of notional and margin.
    #[record(example = "USDT")]
    pub margin_currency: Currency,
    /// Instant at which the request is signed, in Unix milliseconds.
    #[record(example = 1_780_730_885_000)]
    pub sign_ms: Timestamp,
}

#[derive(PartialEq, Deserialize)]
struct BracketsWire {
    #[serde(alias = "pair")]
    symbol: Instrument,
    brackets: Vec<BracketWire>,
}

#[derive(PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct BracketWire {
    initial_leverage: Number,
    #[serde(alias = "qtyCap")]
    notional_cap: Number,
    // The misspelled key exists.
    #[serde(alias = "qtyFloor", alias = "qtylFloor")]
    notional_floor: Number,
    maint_margin_ratio: Number,
    cum: Number,
}

impl Endpoint for LeverageBrackets {
    type Data = TierTable;

    fn request(&self) -> Result<Request, Error> {
        let market = self.market.only(&[Market::Usdm, Market::Coinm])?;
        Ok(market.get("leverageBracket", self.instrument).with("timestamp", self.sign_ms.to_ms()))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<TierTable>, FeedError> {
        let market = self.market.only(&[Market::Usdm, Market::Coinm])?;
        let mut doubts = Doubts::new(payload);
        let wire: BracketsWire = one(payload, self.instrument, |wire: &BracketsWire| wire.symbol, &mut doubts)?;
        let (source, instrument) = (source(market.word()), self.instrument);
        let (margin_currency, time_ms) = (self.margin_currency, payload.received_ms);
        let mut tiers = Vec::with_capacity(wire.brackets.len());
        for (index, row) in wire.brackets.iter().enumerate() {
            let fields = MarginTierFields {
                source,
                instrument,
                margin_currency,
                time_ms,
                notional_floor: row.notional_floor.0,
                notional_cap: row.notional_cap.0,
                maintenance_rate: row.maint_margin_ratio.0,
                deduction: row.cum.0,
                max_leverage: row.initial_leverage.0,
            };
            let path = FieldPath::new("brackets").index(index);
            tiers.push((index, MarginTier::new(fields).map_err(in_body(path))?));
        }
        tiers.sort_by(|(_, a), (_, b)| a.notional_floor().total_cmp(&b.notional_floor()));
        let mut table = TierTable::new(source, instrument, margin_currency, time_ms);
        for (index, tier) in tiers {
            table.push(tier).map_err(in_body(FieldPath::new("brackets").index(index)))?;
        }
        if table.is_empty() {
            return Err(refuse(Problem::Length, "brackets", 0, "at least one bracket").into());
        }
        Ok(doubts.done(table))
    }
}
