//! The rules applied: every reason against a cover, worst first by kind.

use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_units::Decimal;

use super::request::ModelPrice;
use super::rules::{Decision, DecisionReason, ReasonCode, Rules};
use super::{PremiumTerms, QuoteRequest};
use crate::cover::{Basis, CoveredAccount, FrozenTerms, MovingAccount, Peril, estimate};

/// What the rules look at.
pub(super) struct Facts<'a> {
    pub(super) request: &'a QuoteRequest,
    pub(super) frozen: &'a FrozenTerms,
    pub(super) price: &'a ModelPrice,
    /// Least and greatest pure premium over the models.
    pub(super) range: [f64; 2],
    pub(super) premium: &'a PremiumTerms,
}

/// The reasons against a cover, and what follows.
pub(super) fn decide(facts: &Facts<'_>) -> (Decision, Vec<DecisionReason>) {
    let mut reasons = Vec::new();
    let mut tell = |reason: ReasonCode, figure: Option<f64>, bound: Option<f64>| {
        reasons.push(DecisionReason { reason, figure, bound });
    };
    let Facts { request, frozen, price, range, premium } = facts;
    let rules: &Rules = &request.rules;
    let spot = request.market.spot.get();
    if let Some(level) = triggered(facts) {
        tell(ReasonCode::AlreadyTriggered, Some(spot), Some(level));
    }
    let probability = price.hit_probability;
    if probability > rules.most_probability.get() {
        tell(ReasonCode::HitProbabilityTooHigh, Some(probability), Some(rules.most_probability.get()));
    } else if let Some(refer) = rules.refer_probability.filter(|refer| probability > refer.get()) {
        tell(ReasonCode::ProbabilityReferred, Some(probability), Some(refer.get()));
    }
    let [least, greatest] = *range;
    let width = if greatest > least { (greatest - least) / price.pure_premium } else { 0.0 };
    if let Some(most) = rules.most_model_range.filter(|most| width > most.get()) {
        tell(ReasonCode::ModelRangeTooWide, Some(width).filter(|width| width.is_finite()), Some(most.get()));
    }
    let exceeds = |value: Decimal, most: Option<Decimal>| most.filter(|most| value > *most);
    let payout = frozen.maximum_payout;
    let shown = |value: Decimal| Some(estimate(value));
    if let Some(free) = exceeds(payout, rules.free_capacity) {
        tell(ReasonCode::CapacityExceeded, shown(payout), shown(free));
    }
    if let Some(most) = exceeds(payout, rules.most_payout) {
        tell(ReasonCode::PayoutTooLarge, shown(payout), shown(most));
    }
    if let (Some(leverage), Some(most)) = (frozen.leverage, rules.most_leverage)
        && leverage > most.get()
    {
        tell(ReasonCode::LeverageTooHigh, Some(leverage), Some(most.get()));
    }
    // Who can bring the peril about must not gain by it. A price is nobody's doing: there the margin bounds what is at stake. A gap has no
    // greatest loss.
    let hazard = |(paid, loss): (Decimal, f64)| {
        let most = loss * rules.most_payout_of_loss.get();
        (estimate(paid) > most).then_some((estimate(paid), most))
    };
    let found = match request.cover.peril {
        Peril::Gap(_) => None,
        Peril::PriceLevel(_) | Peril::TwoSidedLevel(_) | Peril::Drawdown(_) => {
            hazard((frozen.maximum_payout, frozen.margin))
        }
        Peril::Liquidation(_) | Peril::MarginCall(_) | Peril::LossThreshold(_) | Peril::ExchangeDefault(_) => {
            let levels = frozen.levels.iter().map(|level| (level.payout, level.loss));
            let of_levels = levels
                .chain([(frozen.payout, frozen.loss)])
                .map(|(paid, loss)| (paid, estimate(loss)))
                .find_map(hazard);
            of_levels.or_else(|| hazard((frozen.maximum_payout, still_at_stake(facts)?)))
        }
    };
    if let Some((paid, most)) = found {
        tell(ReasonCode::PayoutExceedsLoss, Some(paid), Some(most));
    }
    let held = rules.held_by_holder.unwrap_or_default() + payout;
    if let Some(most) = exceeds(held, rules.most_per_holder) {
        tell(ReasonCode::HolderLimitExceeded, shown(held), shown(most));
    }
    match &request.country {
        Some(country) if is_refused(rules, country) => tell(ReasonCode::CountryRefused, None, None),
        None if !rules.refused_countries.is_empty() => tell(ReasonCode::CountryUnknown, None, None),
        _ => {}
    }
    if premium.net() < premium.pure {
        tell(ReasonCode::PriceBelowPure, shown(premium.net()), shown(premium.pure));
    }
    let by_level = !matches!(request.cover.peril, Peril::Drawdown(_) | Peril::ExchangeDefault(_));
    let several = request.cover.follows_several_coins();
    let simulated = price.simulation.filter(|_| probability == 0.0);
    if by_level && !several && frozen.levels.is_empty() {
        tell(ReasonCode::NeverTriggers, None, None);
    } else if let Some(simulation) = simulated {
        tell(ReasonCode::NoneSimulated, Some(2.0 * f64::from(simulation.pairs)), None);
    } else if payout.is_zero() {
        tell(ReasonCode::NothingPaid, shown(payout), None);
    }
    if let Some(currencies) = counted_in_coin(facts).filter(|currencies| *currencies > 1) {
        tell(ReasonCode::SeveralCoins, Some(f64::from(currencies)), Some(1.0));
    }
    let decision = if reasons.iter().any(|reason| !reason.reason.refers()) {
        Decision::Decline
    } else if reasons.is_empty() {
        Decision::Offer
    } else {
        Decision::Refer
    };
    (decision, reasons)
}

/// Whether a country is one of those that are not served, whatever the case of its letters.
fn is_refused(rules: &Rules, country: &str) -> bool {
    let plain = |text: &str| text.trim().to_lowercase();
    rules.refused_countries.iter().any(|refused| plain(refused) == plain(country))
}

/// What an indemnified position, or account, can still lose at the price of the market; `None` of a valued cover, of a balance, and where the price
/// stands beyond a level.
fn still_at_stake(facts: &Facts<'_>) -> Option<f64> {
    let (cover, spot) = (&facts.request.cover, facts.request.market.spot.get());
    if cover.terms.basis == Basis::Valued || triggered(facts).is_some() {
        return None;
    }
    match &cover.account {
        CoveredAccount::Position(position) => {
            let lost = position.loss_at(spot);
            Some(facts.frozen.margin - if lost > 0.0 { lost } else { 0.0 })
        }
        CoveredAccount::Account(_) => equity_at(&cover.moving_account().ok()??, spot),
        CoveredAccount::Balance(_) => None,
    }
}

/// Equity of an account of one coin where the price of the trigger is `spot`; several coins are quoted at their marks.
fn equity_at(account: &MovingAccount<'_>, spot: f64) -> Option<f64> {
    (account.coins().len() == 1).then(|| account.equity(0, spot / account.contract(0).mark_price.get()))
}

/// A level that the price has reached before the cover begins.
fn triggered(facts: &Facts<'_>) -> Option<f64> {
    reached(facts.frozen, facts.request.market.spot.get())
}

/// A level that a price has reached.
pub(super) fn reached(frozen: &FrozenTerms, spot: f64) -> Option<f64> {
    let is_there = |side: BarrierSide, level: f64| match side {
        BarrierSide::Down => spot <= level,
        BarrierSide::Up => spot >= level,
    };
    frozen.levels.iter().find(|level| is_there(level.side, level.price)).map(|level| level.price)
}

/// Other currencies in the collateral of an account that is counted in its coin, where its equity decides: they are taken to move against the coin
/// as one.
fn counted_in_coin(facts: &Facts<'_>) -> Option<u32> {
    let CoveredAccount::Account(account) = &facts.request.cover.account else { return None };
    let by_equity = matches!(facts.request.cover.peril, Peril::Liquidation(_) | Peril::MarginCall(_));
    let in_coin = account.contracts.iter().any(|contract| contract.coin == account.currency);
    let others = account.collateral.iter().filter(|item| item.currency != account.currency).count();
    (by_equity && in_coin).then(|| u32::try_from(others).unwrap_or(u32::MAX))
}
