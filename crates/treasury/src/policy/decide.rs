//! One decision.

use hashinsight_units::{At, Error, Fault, Problem, Record};

use super::rule::Explained;
use super::{Observation, Plan, Policy, State};

/// Inputs of [`decide`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DecideRequest {
    /// Policy that decides.
    pub policy: Policy,
    /// Treasury and market now.
    pub observation: Observation,
    /// Memory of the policy, as its last answer gave it. Absent: this is its first decision.
    #[record(default = State::default())]
    pub state: State,
}

/// Result of [`decide`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct DecideReport {
    /// Plan, with its reasons.
    pub plan: Plan,
    /// Memory of the policy if the plan is carried out: input of its next decision.
    pub state: State,
}

impl Policy {
    /// What to do now. A refused observation leaves the state as it was.
    ///
    /// ```
    /// use hashinsight_treasury::coverage::Costs;
    /// use hashinsight_treasury::policy::{Dca, Observation, Policy, TradeSide};
    /// use hashinsight_units::{Amount, Days, Fraction, Price, Timestamp};
    /// let policy = Policy::Dca(Dca::new(TradeSide::Sell, "50000".parse()?, Days::new(7.0)?));
    /// let mut state = policy.open();
    /// let costs = Costs::new(Fraction::new(0.001)?).slippage(Fraction::new(0.0005)?);
    /// let (now, coins) = (Timestamp::from_s(1_735_689_600)?, "12.5 BTC".parse()?);
    /// let seen = Observation::new(now, Price::new(100_000.0)?, coins, "0".parse()?, costs);
    /// let plan = policy.decide(&mut state, &seen)?;
    /// assert_eq!((plan.sell_sat.to_sat(), plan.left.cash_usd.to_string()), (50_075_088, "50000.000405".to_owned()));
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// What [`check`](Self::check), [`accepts`](Self::accepts) and [`Observation::prepare`] refuse; `treasury.time_ms.out_of_range` for an observation before the last;
    /// `treasury.memories.unsupported` for the state of another policy; `treasury.coins_sat.out_of_range` where coins and cash exceed what
    /// [`Cash`](crate::coverage::Cash) holds.
    pub fn decide(&self, state: &mut State, observation: &Observation) -> Result<Plan, Error> {
        self.check().at("policy")?;
        let mut next = self.accept(state.clone()).at("state")?;
        if let Some(last) = next.time_ms.filter(|last| observation.time_ms < *last) {
            let fault = Fault::new("treasury.time_ms", Problem::OutOfRange).at("observation.time_ms");
            return Err(fault.got(observation.time_ms.to_ms()).allowed(format!("from {} on", last.to_ms())).into());
        }
        let (execution, schedule) = observation.prepare().at("observation")?;
        let view = observation.view(&execution, &schedule);
        view.check().at("observation")?;
        self.accepts(&observation.costs, &view)?;
        let mut told = Explained::default();
        let step = self.explained(&mut next.memories, &view, &mut told);
        let plan = Plan::of(step, told, &view)?;
        next.time_ms = Some(observation.time_ms);
        *state = next;
        Ok(plan)
    }
}

/// [`Policy::decide`] as a document: the state comes and goes.
///
/// # Errors
/// As [`Policy::decide`].
pub fn decide(request: &DecideRequest) -> Result<DecideReport, Error> {
    let mut state = request.state.clone();
    let plan = request.policy.decide(&mut state, &request.observation)?;
    Ok(DecideReport { plan, state })
}
