//! Covers under prices that jump: Kou by transform, Merton by simulation.

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    FirstPassage, KouPassageReport, KouPassageRequest, KouTouch, kou_passage, kou_touch,
};
use hashinsight_derivatives::simulate::{JumpModel, SimulatePassage, SimulatePassageRequest};
use hashinsight_numerics::job::Job;
use hashinsight_units::{AssetPrice, Error, LogMove, Rate, Volatility, Years};

use super::request::SimulationError;
use super::value::{Setting, Value};
use super::{KouModel, MertonModel};
use crate::cover::{PaymentTime, TriggerLevel, estimate};

/// Dates by which a simulation is asked for, for the moment of the payment.
const DATES: u32 = 16;

impl Setting {
    pub(super) fn passage(
        &self,
        level: &TriggerLevel,
        years: Years,
        volatility: Volatility,
    ) -> Result<FirstPassage, Error> {
        let barrier = AssetPrice::new(level.price)?;
        Ok(FirstPassage::new(self.spot, barrier, level.side, years, self.drift, volatility))
    }

    /// First passage under Kou's model by a time, in years.
    pub(super) fn kou(&self, level: &TriggerLevel, model: &KouModel, t: f64) -> Result<KouPassageReport, Error> {
        let passage = self.passage(level, Years::new(t)?, model.volatility)?;
        // The formula is the same under either measure.
        kou_passage(&KouPassageRequest::new(passage, model.jumps, LogMove::new(0.0)?, Measure::RiskNeutral))
    }

    /// Values of 1 paid at the first passage under Kou's model within a time, as it would be by the terms; `None` where they are not resolved.
    pub(super) fn kou_touch(
        &self,
        level: &TriggerLevel,
        model: &KouModel,
        years: Years,
    ) -> Result<Option<KouTouch>, Error> {
        let rate = match self.payment {
            PaymentTime::AtTrigger => self.rate,
            // Paid at the end: a probability, which is discounted from there.
            PaymentTime::AtExpiry => Rate::constant(0.0),
        };
        kou_touch(&self.passage(level, years, model.volatility)?, &model.jumps, rate)
    }
}

/// One level under Kou's model.
pub(super) fn kou_level(setting: &Setting, level: &TriggerLevel, model: &KouModel) -> Result<Value, Error> {
    let payout = estimate(level.payout);
    let (value, probability) = setting.paid(
        |t| Ok(setting.kou(level, model, t)?.probability),
        || Ok(setting.kou_touch(level, model, setting.years)?.map(|found| found.passage.value)),
    )?;
    Ok(Value::closed(payout * value, vec![(payout, probability)]))
}

/// One level under Merton's model, from jump to jump with the bridge between them.
///
/// A payment at the trigger is discounted by the probabilities by 16 dates, of which each payment is taken half an interval too early or too
/// late at most: the bound of the bias.
pub(super) fn merton_level(setting: &Setting, level: &TriggerLevel, model: &MertonModel) -> Result<Value, Error> {
    let payout = estimate(level.payout);
    let passage = setting.passage(level, setting.years, model.volatility)?;
    let request = SimulatePassageRequest::new(
        passage,
        JumpModel::Merton(model.jumps),
        Measure::RiskNeutral,
        model.pairs,
        model.seed,
    );
    let at_trigger = setting.payment == PaymentTime::AtTrigger && setting.rate.get() != 0.0;
    let mut job = SimulatePassage::open(&if at_trigger { request.dates(DATES) } else { request })?;
    job.step(u64::MAX);
    let report = job.report()?;
    let years = setting.years.get();
    let by_expiry = setting.discount(years) * report.probability;
    let (mut value, mut bias_bound) = (by_expiry, 0.0);
    if at_trigger {
        let step = years / f64::from(DATES);
        let mut before = 0.0;
        for (date, by_date) in report.plain_probability_by_date.iter().enumerate() {
            let (start, end) = (date as f64 * step, (date as f64 + 1.0) * step);
            value += 0.5 * (before + by_date) * (setting.discount(start) - setting.discount(end));
            before = *by_date;
        }
        let wait = (setting.discount(0.0) - setting.discount(step)).abs();
        bias_bound = payout * 0.5 * wait * report.probability;
    }
    let simulation = SimulationError {
        pairs: model.pairs,
        seed: model.seed,
        probability_standard_error: report.standard_error,
        pure_standard_error: payout * report.standard_error,
        pure_bias_bound: bias_bound,
    };
    Ok(Value { simulation: Some(simulation), ..Value::closed(payout * value, vec![(payout, report.probability)]) })
}
