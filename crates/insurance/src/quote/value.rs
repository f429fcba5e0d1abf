//! What a payout is worth: expected present value, hit probability and distribution, whatever the model.

use hashinsight_derivatives::margin::ContractKind;
use hashinsight_derivatives::pricing::{DefaultLegRequest, default_leg};
use hashinsight_numerics::{GaussLegendre, exp};
use hashinsight_units::{AssetPrice, At, Collateral, Error, Fraction, Problem, Rate, Years};

use super::coin::in_the_coin;
use super::gap::{Overshoot, gap};
use super::gbm::{drawdown_value, one_level, two_levels};
use super::jumps::{kou_level, merton_level};
use super::model::Paths;
use super::request::SimulationError;
use super::sensitivities::Slopes;
use super::simulation::{Pays, fall_steps, fallen, followed, walked};
use super::{HazardModel, PriceModel, QuoteMarket};
use crate::cover::{Cover, CoveredAccount, FrozenTerms, PaymentTime, Peril, estimate};
use crate::refuse::tell;

/// Milliseconds of a year of 365 days.
const YEAR_MS: f64 = 31_536_000_000.0;

/// Where and when a cover watches, and how money grows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    pub(super) spot: AssetPrice,
    /// Beginning of the watch, in years from the market.
    pub(super) from: Years,
    /// End of the watch.
    pub(super) years: Years,
    pub(super) rate: Rate,
    /// Drift of the price, per year.
    pub(super) drift: Rate,
    pub(super) payment: PaymentTime,
    /// Whether a payout is counted in the coin whose price is watched.
    pub(super) in_coin: bool,
}

/// Value of a payout.
#[derive(Clone, Debug)]
pub(super) struct Value {
    pub(super) pure: f64,
    /// Payouts above 0 with their probabilities.
    pub(super) payouts: Vec<(f64, f64)>,
    /// Derivatives, where the formula has them at hand.
    pub(super) greeks: Option<Slopes>,
    pub(super) simulation: Option<SimulationError>,
    /// Discounted payment of each pair of paths; empty where there are none.
    pub(super) pairs: Vec<f64>,
}

impl Value {
    pub(super) fn closed(pure: f64, payouts: Vec<(f64, f64)>) -> Self {
        Self { pure, payouts, greeks: None, simulation: None, pairs: Vec::new() }
    }

    /// Probability that something is paid, or would be but for the terms.
    pub(super) fn probability(&self) -> f64 {
        self.payouts.iter().fold(0.0, |sum, (_, probability)| sum + probability)
    }
}

impl Setting {
    pub(super) fn new(cover: &Cover, market: &QuoteMarket) -> Result<Self, Error> {
        let now = market.time_ms.to_ms();
        let (starts, expires) = (cover.terms.starts_ms.to_ms(), cover.terms.expires_ms.to_ms());
        for (field, time) in [("expires_ms", expires), ("starts_ms", starts)] {
            if time < now {
                let allowed = format!("from the time of the market on, {now}");
                return Err(tell(field, Problem::OutOfRange, time, allowed)).at("terms").at("cover");
            }
        }
        let years = |ms: i64| Years::new((ms - now) as f64 / YEAR_MS);
        let in_coin = match &cover.account {
            CoveredAccount::Position(position) => position.position.contract == ContractKind::Inverse,
            CoveredAccount::Account(account) => {
                let trigger = cover.peril.trigger().map(|trigger| trigger.instrument);
                account
                    .contracts
                    .iter()
                    .any(|contract| Some(contract.instrument) == trigger && contract.coin == account.currency)
            }
            CoveredAccount::Balance(_) => false,
        };
        Ok(Self {
            spot: market.spot,
            from: years(cover.terms.watched_from_ms()).at("waiting_ms").at("terms").at("cover")?,
            years: years(expires).at("expires_ms").at("terms").at("cover")?,
            rate: market.rate_per_year,
            drift: market.drift(),
            payment: cover.terms.payment,
            in_coin,
        })
    }

    /// Discount factor over a span, in years.
    pub(super) fn discount(&self, years: f64) -> f64 {
        exp(-self.rate.get() * years)
    }

    /// Present value of 1 paid at the moment, or at expiry, of an event whose probability by a time is known, and its probability.
    ///
    /// At the moment it is that of a transform, and where that is not resolved, by parts, `e^(-rT) P(T) + r * integral of e^(-rt) P(t)`.
    pub(super) fn paid(
        &self,
        probability: impl Fn(f64) -> Result<f64, Error>,
        transformed: impl FnOnce() -> Result<Option<f64>, Error>,
    ) -> Result<(f64, f64), Error> {
        let (from, until) = (self.from.get(), self.years.get());
        let by_expiry = probability(until)?;
        let at_end = self.discount(until) * by_expiry;
        if self.payment == PaymentTime::AtExpiry || self.rate.get() == 0.0 || by_expiry == 0.0 {
            return Ok((at_end, by_expiry));
        }
        if let Some(value) = transformed()? {
            return Ok((value, by_expiry));
        }
        let mut failed = None;
        let integral = GaussLegendre::new(8)?.integrate(
            |t| match probability(t) {
                Ok(value) => self.discount(t) * value,
                Err(error) => {
                    failed = Some(error);
                    0.0
                }
            },
            from,
            until,
        );
        match failed {
            Some(error) => Err(error),
            None => Ok((at_end + self.rate.get() * integral, by_expiry)),
        }
    }
}

/// A peril that the model does not have.
pub(super) fn no_method(model: &PriceModel, peril: &str, allowed: &str) -> Error {
    tell("model", Problem::Unsupported, model.name(), format!("{allowed} for {peril}"))
}

/// The value of a cover by a model. Errors stand where the request has the cover; those of the model have no place yet.
pub(super) fn value(
    cover: &Cover,
    frozen: &FrozenTerms,
    setting: &Setting,
    model: &PriceModel,
) -> Result<Value, Error> {
    if let (true, PriceModel::Coins(_)) = (setting.in_coin, model) {
        return Err(no_method(model, cover.peril.name(), "gbm, kou or merton, as the account is counted in its coin,"));
    }
    // A touch of one level pays the asset itself in closed form.
    let is_asset = matches!((&cover.peril, model), (peril, PriceModel::Gbm(_)) if !matches!(peril, Peril::Drawdown(_)))
        && frozen.levels.len() == 1;
    if !setting.in_coin || is_asset {
        return of_payment(cover, frozen, setting, model);
    }
    let told = of_payment(cover, frozen, &Setting { in_coin: false, ..*setting }, model)?;
    let (setting, turned) = in_the_coin(setting, model)?;
    let worth = of_payment(cover, frozen, &setting, &turned)?;
    let simulation = told
        .simulation
        .zip(worth.simulation)
        .map(|(told, worth)| SimulationError { probability_standard_error: told.probability_standard_error, ..worth });
    Ok(Value { payouts: told.payouts, greeks: None, simulation, ..worth })
}

/// The same in the currency of the setting.
fn of_payment(cover: &Cover, frozen: &FrozenTerms, setting: &Setting, model: &PriceModel) -> Result<Value, Error> {
    let (name, levels) = (cover.peril.name(), frozen.levels.as_slice());
    let waits = setting.from.get() > 0.0;
    match (&cover.peril, model) {
        (Peril::ExchangeDefault(_), PriceModel::Hazard(hazard)) => {
            default_value(setting, hazard, estimate(frozen.payout))
        }
        (Peril::ExchangeDefault(_), _) => Err(no_method(model, name, "hazard")),
        (_, PriceModel::Hazard(_)) => Err(no_method(model, name, "gbm, kou or merton")),
        (_, PriceModel::Coins(coins)) => match cover.moving_account()? {
            Some(account) => followed(cover, &account, setting, coins, estimate(frozen.payout)),
            None => Err(no_method(model, name, "gbm, kou or merton")),
        },
        _ if cover.follows_several_coins() => Err(no_method(model, name, "coins, for an account in several,")),
        (Peril::Drawdown(drawdown), _) => {
            let payout = estimate(frozen.payout);
            let fallen_in_steps = |paths: &Paths| {
                fallen(setting, drawdown.fall, payout, paths, fall_steps(setting, drawdown.fall, paths)?)
            };
            match model {
                PriceModel::Gbm(gbm) => drawdown_value(setting, drawdown.fall, gbm.volatility, payout),
                PriceModel::Kou(kou) => fallen_in_steps(&kou.paths()),
                PriceModel::Merton(merton) => fallen_in_steps(&merton.paths()),
                PriceModel::Hazard(_) | PriceModel::Coins(_) => Err(no_method(model, name, "gbm, kou or merton")),
            }
        }
        // A price that does not leap never fills beyond the level.
        (Peril::Gap(_), PriceModel::Gbm(_)) => Err(no_method(model, name, "kou or merton")),
        (Peril::Gap(_), PriceModel::Kou(kou)) => gap(cover, frozen, setting, kou),
        (Peril::Gap(_), PriceModel::Merton(merton)) => match Overshoot::of(cover, frozen) {
            Some(overshoot) => walked(setting, levels, &Pays::Gap(&overshoot), &merton.paths()),
            None => Ok(Value::closed(0.0, Vec::new())),
        },
        _ if levels.is_empty() => Ok(Value::closed(0.0, Vec::new())),
        (_, PriceModel::Gbm(gbm)) => match levels {
            [lower, upper, ..] => two_levels(setting, lower, upper, gbm.volatility),
            _ => one_level(setting, &levels[0], gbm.volatility),
        },
        (_, PriceModel::Kou(kou)) => match levels {
            [level] if !waits => kou_level(setting, level, kou),
            _ => walked(setting, levels, &Pays::Levels, &kou.paths()),
        },
        (_, PriceModel::Merton(merton)) => match levels {
            [level] if !waits => merton_level(setting, level, merton),
            _ => walked(setting, levels, &Pays::Levels, &merton.paths()),
        },
    }
}

/// A default that comes while the cover is waiting leaves nothing to insure.
pub(super) fn default_value(setting: &Setting, hazard: &HazardModel, payout: f64) -> Result<Value, Error> {
    let leg = |years: Years| {
        default_leg(&DefaultLegRequest::new(
            Collateral::new(payout)?,
            Fraction::ONE,
            years,
            setting.rate,
            hazard.hazards_per_year.clone(),
            hazard.segment_ends_years.clone(),
            hashinsight_derivatives::Measure::RiskNeutral,
        ))
    };
    let (whole, waited) = (leg(setting.years)?, leg(setting.from)?);
    let probability = whole.default_probability - waited.default_probability;
    let pure = match setting.payment {
        PaymentTime::AtTrigger => whole.value - waited.value,
        PaymentTime::AtExpiry => payout * setting.discount(setting.years.get()) * probability,
    };
    Ok(Value::closed(pure, vec![(payout, probability)]))
}
