//! What a fund remembers: sums by kind, covers and claims.

use std::collections::BTreeMap;

use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_market::{Instrument, Reference};
use hashinsight_units::{Decimal, wire};
use serde::{Deserialize, Serialize};

/// Memory of a fund. All money is of the policy's currency.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FundState {
    /// Instant of the last event, in Unix milliseconds; 0 before the first.
    pub(super) time_ms: i64,
    pub(super) sums: Sums,
    pub(super) covers: BTreeMap<Reference, Cover>,
    pub(super) claims: BTreeMap<Reference, Claim>,
}

/// Money that has come and gone, by kind, and what stands open.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Sums {
    #[serde(with = "wire::decimal")]
    pub(super) cash: Decimal,
    #[serde(with = "wire::decimal")]
    pub(super) capital: Decimal,
    #[serde(with = "wire::decimal")]
    pub(super) withdrawn: Decimal,
    #[serde(with = "wire::decimal")]
    pub(super) expenses: Decimal,
    #[serde(with = "wire::decimal")]
    pub(super) premiums: Decimal,
    #[serde(with = "wire::decimal")]
    pub(super) refunds: Decimal,
    #[serde(with = "wire::decimal")]
    pub(super) claims_paid: Decimal,
    /// Sum of the case reserves.
    #[serde(with = "wire::decimal")]
    pub(super) outstanding: Decimal,
    /// Sum insured of covers that are triggered and without a claim.
    #[serde(with = "wire::decimal")]
    pub(super) unreported: Decimal,
}

/// Where a cover stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Stage {
    /// It can still be triggered, or has run out.
    Open,
    /// Its barrier was touched, and no claim is reported.
    Triggered,
    /// It has its claim.
    Claimed,
    /// It was ended early.
    Ended,
}

/// Price that triggers a cover.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Trigger {
    pub(super) instrument: Instrument,
    pub(super) is_up: bool,
    pub(super) barrier: f64,
}

impl Trigger {
    pub(super) const fn side(self) -> BarrierSide {
        if self.is_up { BarrierSide::Up } else { BarrierSide::Down }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Cover {
    pub(super) stage: Stage,
    #[serde(with = "wire::decimal")]
    pub(super) premium: Decimal,
    #[serde(with = "wire::decimal")]
    pub(super) sum_insured: Decimal,
    /// What triggers it; `None` where no single price does.
    pub(super) trigger: Option<Trigger>,
    pub(super) inception_ms: i64,
    pub(super) expiry_ms: i64,
    pub(super) hit_probability: Option<f64>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Claim {
    pub(super) cover: Reference,
    pub(super) is_open: bool,
    #[serde(with = "wire::decimal")]
    pub(super) reserve: Decimal,
    #[serde(with = "wire::decimal")]
    pub(super) paid: Decimal,
}

impl FundState {
    /// Whether events can have led here: what came is what went and what is there, and open sums are those of covers and claims.
    pub(super) fn is_possible(&self) -> bool {
        let Sums { cash, capital, withdrawn, expenses, premiums, refunds, claims_paid, outstanding, unreported } =
            &self.sums;
        let parts = [cash, capital, withdrawn, expenses, premiums, refunds, claims_paid, outstanding, unreported];
        let add = |values: &[&Decimal]| values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(**value));
        let came = add(&[capital, premiums]);
        let went = add(&[cash, withdrawn, expenses, refunds, claims_paid]);
        let covers = self.covers.values().filter(|cover| cover.stage == Stage::Triggered);
        let open = add(&covers.map(|cover| &cover.sum_insured).collect::<Vec<_>>());
        let reserves = add(&self.claims.values().map(|claim| &claim.reserve).collect::<Vec<_>>());
        let paid = add(&self.claims.values().map(|claim| &claim.paid).collect::<Vec<_>>());
        let within = |claim: &Claim| {
            let cover = self.covers.get(&claim.cover);
            let cost = claim.reserve.checked_add(claim.paid);
            cover.is_some_and(|cover| cover.stage == Stage::Claimed && cost.is_some_and(|x| x <= cover.sum_insured))
        };
        let fits = |cover: &Cover| {
            cover.inception_ms < cover.expiry_ms
                && cover.trigger.is_none_or(|trigger| trigger.barrier > 0.0)
                && cover.hit_probability.is_none_or(|p| p > 0.0)
        };
        parts.iter().all(|part| **part >= Decimal::ZERO)
            && came.is_some()
            && came == went
            && open == Some(*unreported)
            && reserves == Some(*outstanding)
            && paid == Some(*claims_paid)
            && self.covers.values().all(fits)
            && self.claims.values().all(within)
    }
}
