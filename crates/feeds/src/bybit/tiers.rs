//! Margin tiers.

use hashinsight_market::{Instrument, MarginTier, MarginTierFields, TierTable};
use hashinsight_units::{Currency, Error, FieldPath, Order, Problem, Record};

use super::category::{Answer, Category, list, rows};
use crate::error::{FeedError, at_member, refuse, same};
use crate::payload::Doubts;
use crate::read::{Maybe, Number, wire};
use crate::{Endpoint, Parsed, Payload, Request};

/// `GET /v5/market/risk-limit`: margin tiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "BybitRiskLimits")]
#[non_exhaustive]
pub struct RiskLimits {
    /// Market of the contract: linear or inverse.
    #[record(example = "linear")]
    pub category: Category,
    /// Symbol of the contract, like `BTCUSDT`.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Currency of notional and margin; the coin itself for inverse contracts.
    #[record(example = "USDT")]
    pub margin_currency: Currency,
}

wire! {
    struct LimitWire {
        symbol: Instrument,
        risk_limit_value: Number = "riskLimitValue",
        maintenance_margin: Number = "maintenanceMargin",
        initial_margin: Number = "initialMargin",
        max_leverage: Number = "maxLeverage",
        /// `""` in the first tier, and not in answers of older years.
        mm_deduction: Maybe = default "mmDeduction",
    }
}

impl Endpoint for RiskLimits {
    type Data = TierTable;

    fn request(&self) -> Result<Request, Error> {
        self.category.contracts()?.get("risk-limit", self.instrument)
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<TierTable>, FeedError> {
        let category = self.category.contracts()?;
        let Answer { result, .. } = list::<LimitWire>(payload, category, self.instrument)?;
        let mut doubts = Doubts::new(payload);
        let path = rows();
        let (source, instrument, margin_currency) = (category.source(), self.instrument, self.margin_currency);
        let mut limits: Vec<(usize, LimitWire)> = result.rows.into_iter().enumerate().collect();
        limits.order_by(|(_, a), (_, b)| a.risk_limit_value.0.total_cmp(&b.risk_limit_value.0));
        let mut table = TierTable::new(source, instrument, margin_currency, payload.received_ms);
        for (index, row) in limits {
            let at = |member: &str| path.clone().index(index).field(member);
            same(at("symbol"), row.symbol, instrument)?;
            let maintenance_rate = row.maintenance_margin.0 / row.unit(&at("initialMargin"))?;
            let part = row.maintenance_margin.0 / row.initial_margin.0;
            if !(0.05..=1.0).contains(&part) {
                let expected = format!("a twentieth to the whole of initialMargin, {}", row.initial_margin.0);
                doubts.note(at("maintenanceMargin"), row.maintenance_margin.0, expected);
            }
            if row.mm_deduction.0.is_none() && !table.is_empty() {
                let expected = "with mmDeduction; it is derived from the tiers";
                doubts.note(at("maintenanceMargin"), row.maintenance_margin.0, expected);
            }
            let deduction = row.mm_deduction.0.unwrap_or_else(|| table.deduction_of(maintenance_rate));
            let fields = MarginTierFields {
                source,
                instrument,
                margin_currency,
                time_ms: payload.received_ms,
                notional_floor: table.last().map_or(0.0, |tier| tier.notional_cap()),
                notional_cap: row.risk_limit_value.0,
                maintenance_rate,
                deduction,
                max_leverage: row.max_leverage.0,
            };
            let here = |field: &str| at(member(field));
            let tier = MarginTier::new(fields).map_err(|error| at_member(&error, here))?;
            table.push(tier).map_err(|error| at_member(&error, here))?;
        }
        if table.is_empty() {
            return Err(refuse(Problem::Length, path, 0, "at least one tier").into());
        }
        Ok(doubts.done(table))
    }
}

impl LimitWire {
    /// What the rates are in: a position at the greatest leverage has an initial margin of one over it.
    fn unit(&self, path: &FieldPath) -> Result<f64, Error> {
        let product = self.initial_margin.0 * self.max_leverage.0;
        match product {
            0.5..=2.0 => Ok(1.0),
            50.0..=200.0 => Ok(100.0),
            _ => {
                let allowed = format!("one over maxLeverage, {}, as a fraction or in percent", self.max_leverage.0);
                Err(refuse(Problem::OutOfRange, path.clone(), self.initial_margin.0, allowed))
            }
        }
    }
}

/// The member of a row that a field was read from.
fn member(field: &str) -> &str {
    match field {
        "notional_floor" | "notional_cap" => "riskLimitValue",
        "maintenance_rate" => "maintenanceMargin",
        "deduction" => "mmDeduction",
        "max_leverage" => "maxLeverage",
        other => other,
    }
}
