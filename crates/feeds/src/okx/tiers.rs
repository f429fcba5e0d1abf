//! Margin tiers.

use hashinsight_market::Instrument;
use hashinsight_units::{Error, FieldPath, Order, Problem, Record};

use super::contract::{Contract, get, open};
use crate::error::{FeedError, refuse};
use crate::kind::parts;
use crate::payload::Doubts;
use crate::read::{Maybe, Number, wire};
use crate::{Endpoint, Parsed, Payload, Request};

/// `GET /api/v5/public/position-tiers`: margin tiers, by the number of contracts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "OkxPositionTiers")]
#[non_exhaustive]
pub struct PositionTiers {
    /// Name of the contract, like `BTC-USDT-SWAP`.
    #[record(example = "BTC-USDT-SWAP")]
    pub instrument: Instrument,
    /// Margin that stands behind the position: the account's or its own.
    #[record(example = "cross")]
    pub margin_mode: MarginMode,
}

/// Margin that stands behind a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "OkxMarginMode")]
#[non_exhaustive]
pub enum MarginMode {
    /// All margin of the account.
    Cross,
    /// Margin of the position alone.
    Isolated,
}

/// A margin tier whose rate holds for the whole position: the margin jumps where a tier begins.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = PositionTierTable)]
#[non_exhaustive]
pub struct PositionTier {
    /// Least number of contracts of the tier.
    pub min_contracts: f64,
    /// Greatest number of contracts of the tier.
    pub max_contracts: f64,
    /// Maintenance margin rate as a fraction of the notional of the whole position.
    pub maintenance_rate: f64,
    /// Initial margin rate as a fraction of the notional of the whole position.
    pub initial_rate: f64,
    /// Greatest leverage of the tier.
    pub max_leverage: f64,
}

/// Margin tiers of one contract, smallest positions first.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct WholePositionTiers {
    /// Contract whose tiers they are; all contracts of its family share them.
    pub instrument: Instrument,
    /// Tiers, smallest positions first.
    pub tiers: Vec<PositionTier>,
}

parts! { WholePositionTiers {} }

wire! {
    struct TierWire {
        inst_id: Option<String> = "instId",
        inst_family: Option<String> = "instFamily",
        min_sz: Number = "minSz",
        max_sz: Number = "maxSz",
        mmr: Number,
        imr: Number,
        max_lever: Maybe = default "maxLever",
    }
}

impl Endpoint for PositionTiers {
    type Data = WholePositionTiers;

    fn request(&self) -> Result<Request, Error> {
        let contract = Contract::derivative(self.instrument)?;
        let mode = if self.margin_mode == MarginMode::Cross { "cross" } else { "isolated" };
        let request = get("public/position-tiers").with("instType", contract.kind()).with("tdMode", mode);
        Ok(request.with("instFamily", contract.family()))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<WholePositionTiers>, FeedError> {
        let contract = Contract::derivative(self.instrument)?;
        let wire: Vec<TierWire> = open(payload)?;
        let mut doubts = Doubts::new(payload);
        let mut rows = Vec::with_capacity(wire.len());
        for (index, row) in wire.into_iter().enumerate() {
            let at = |member: &str| FieldPath::new("data").index(index).field(member);
            let (name, family) = (self.instrument.as_str(), contract.family());
            for (member, said, asked) in
                [("instId", &row.inst_id, name), ("instFamily", &row.inst_family, family.as_str())]
            {
                if let Some(said) = said.as_deref().filter(|said| !said.is_empty() && *said != asked) {
                    return Err(refuse(Problem::Unknown, at(member), said, asked).into());
                }
            }
            rows.push((index, row.tier(at, &mut doubts)?));
        }
        rows.order_by(|(_, a), (_, b)| a.min_contracts.total_cmp(&b.min_contracts));
        for pair in rows.windows(2) {
            let [(_, before), (index, tier)] = pair else { continue };
            let at = |member: &str| FieldPath::new("data").index(*index).field(member);
            // A tier begins where the one before it ends, or one contract later.
            if tier.min_contracts < before.max_contracts || tier.min_contracts > before.max_contracts + 1.0 {
                let allowed = format!("{}, where the tier before it ends", before.max_contracts);
                return Err(refuse(Problem::OutOfRange, at("minSz"), tier.min_contracts, allowed).into());
            }
            if tier.maintenance_rate < before.maintenance_rate {
                let allowed = format!("at least that of the tier before it, {}", before.maintenance_rate);
                return Err(refuse(Problem::OutOfRange, at("mmr"), tier.maintenance_rate, allowed).into());
            }
        }
        if rows.is_empty() {
            return Err(refuse(Problem::Length, "data", 0, "at least one tier").into());
        }
        let tiers = rows.into_iter().map(|(_, tier)| tier).collect();
        Ok(doubts.done(WholePositionTiers { instrument: self.instrument, tiers }))
    }
}

impl TierWire {
    fn tier(&self, at: impl Fn(&str) -> FieldPath, doubts: &mut Doubts) -> Result<PositionTier, Error> {
        let (min, max) = (self.min_sz.0, self.max_sz.0);
        if !(0.0..=1e18).contains(&min) || !(min..=1e18).contains(&max) || min == max {
            return Err(refuse(Problem::OutOfRange, at("maxSz"), max, format!("above minSz, {min}, at most 1e18")));
        }
        for (member, rate) in [("mmr", self.mmr.0), ("imr", self.imr.0)] {
            if !(rate > 0.0 && rate <= 1.0) {
                return Err(refuse(Problem::OutOfRange, at(member), rate, "above 0, at most 1 (a fraction)"));
            }
        }
        if self.imr.0 < self.mmr.0 {
            doubts.note(at("imr"), self.imr.0, format!("at least the maintenance rate, {}", self.mmr.0));
        }
        if self.mmr.0 < 0.05 * self.imr.0 {
            doubts.note(at("mmr"), self.mmr.0, format!("a larger part of the initial rate, {}", self.imr.0));
        }
        let leverage = self.max_lever.0.unwrap_or(1.0 / self.imr.0);
        if !(0.5..=2.0).contains(&(leverage * self.imr.0)) {
            doubts.note(at("maxLever"), leverage, format!("one over the initial rate, {}", 1.0 / self.imr.0));
        }
        Ok(PositionTier {
            min_contracts: min,
            max_contracts: max,
            maintenance_rate: self.mmr.0,
            initial_rate: self.imr.0,
            max_leverage: leverage,
        })
    }
}
