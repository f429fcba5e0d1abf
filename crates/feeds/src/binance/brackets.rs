//! Margin tiers.

use hashinsight_market::{Instrument, MarginTier, MarginTierFields, TierTable};
use hashinsight_units::{Currency, Error, FieldPath, Order, Problem, Record, Timestamp};

use super::market::{Market, one};
use crate::error::{FeedError, at_member, missing, refuse};
use crate::payload::Doubts;
use crate::read::{Maybe, Number, wire};
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

wire! {
    #[derive(PartialEq)]
    struct BracketsWire {
        symbol: Instrument = "symbol" "pair",
        brackets: Vec<BracketWire>,
    }
}

wire! {
    #[derive(PartialEq)]
    struct BracketWire {
        initial_leverage: Number = "initialLeverage",
        notional_cap: Maybe = default "notionalCap",
        /// The same in coins, at COIN-M only.
        qty_cap: Maybe = default "qtyCap",
        // The misspelled key exists.
        notional_floor: Number = "notionalFloor" "qtyFloor" "qtylFloor",
        maint_margin_ratio: Number = "maintMarginRatio",
        cum: Number,
    }
}

/// Whether a name of COIN-M is that of a pair, `BTCUSD`, and not of one of its contracts, `BTCUSD_PERP`.
fn is_pair(instrument: Instrument) -> bool {
    !instrument.as_str().contains('_')
}

impl Endpoint for LeverageBrackets {
    type Data = TierTable;

    fn request(&self) -> Result<Request, Error> {
        let market = self.market.only(&[Market::Usdm, Market::Coinm])?;
        // Version 1 of COIN-M is asked for a pair and version 2 for a symbol; clients ask version 2.
        let request = match market {
            Market::Coinm if is_pair(self.instrument) => {
                Request::get(market.host(), "/dapi/v1/leverageBracket").with("pair", self.instrument)
            }
            Market::Coinm => Request::get(market.host(), "/dapi/v2/leverageBracket").with("symbol", self.instrument),
            _ => market.get("leverageBracket", self.instrument)?,
        };
        Ok(request.with("timestamp", self.sign_ms.to_ms()))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<TierTable>, FeedError> {
        let market = self.market.only(&[Market::Usdm, Market::Coinm])?;
        let mut doubts = Doubts::new(payload);
        let (wire, at) = one(payload, self.instrument, |wire: &BracketsWire| wire.symbol, &mut doubts)?;
        if market == Market::Usdm {
            market.check_name(self.instrument)?;
        }
        let list = at.field("brackets");
        let (source, instrument) = (source(market.word()), self.instrument);
        let (margin_currency, time_ms) = (self.margin_currency, payload.received_ms);
        let mut tiers = Vec::with_capacity(wire.brackets.len());
        for (index, row) in wire.brackets.iter().enumerate() {
            let bracket = list.clone().index(index);
            let ((name, cap), (foreign, said)) = match market {
                Market::Coinm => (("qtyCap", row.qty_cap), ("notionalCap", row.notional_cap)),
                _ => (("notionalCap", row.notional_cap), ("qtyCap", row.qty_cap)),
            };
            market.without(bracket.clone().field(foreign), said.0)?;
            let notional_cap = cap.0.ok_or_else(|| missing(bracket.field(name), "a number"))?;
            let fields = MarginTierFields {
                source,
                instrument,
                margin_currency,
                time_ms,
                notional_floor: row.notional_floor.0,
                notional_cap,
                maintenance_rate: row.maint_margin_ratio.0,
                deduction: row.cum.0,
                max_leverage: row.initial_leverage.0,
            };
            let tier = MarginTier::new(fields);
            let product = row.maint_margin_ratio.0 * row.initial_leverage.0;
            if !(0.05..=1.0).contains(&product) {
                let expected =
                    format!("with a maintenance rate of {} a smaller or larger one", row.maint_margin_ratio.0);
                doubts.note(member(&list, index, "max_leverage"), row.initial_leverage.0, expected);
            }
            tiers.push((index, tier.map_err(|error| at_member(&error, |field| member(&list, index, field)))?));
        }
        tiers.order_by(|(_, a), (_, b)| a.notional_floor().total_cmp(&b.notional_floor()));
        let mut table = TierTable::new(source, instrument, margin_currency, time_ms);
        for (index, tier) in tiers {
            table.push(tier).map_err(|error| at_member(&error, |field| member(&list, index, field)))?;
        }
        if table.is_empty() {
            return Err(refuse(Problem::Length, list, 0, "at least one bracket").into());
        }
        Ok(doubts.done(table))
    }
}

/// Where a field of a tier stands; caps and floors have several names, and theirs is the bracket's.
fn member(list: &FieldPath, index: usize, field: &str) -> FieldPath {
    let bracket = list.clone().index(index);
    match field {
        "maintenance_rate" => bracket.field("maintMarginRatio"),
        "deduction" => bracket.field("cum"),
        "max_leverage" => bracket.field("initialLeverage"),
        "notional_cap" => bracket.field("notionalCap"),
        "notional_floor" => bracket.field("notionalFloor"),
        _ => bracket,
    }
}
