//! How much to sell, learnt from what selling would have earned: a stream with rewards that come late.

use std::collections::VecDeque;

use hashinsight_numerics::{Philox, clamp, ln, min, state::impossible, stream::Stream};
use hashinsight_units::{AssetPrice, At, Error, Finite, Fraction, Record, Timestamp};

use super::kelly::kelly_of_bet;
use super::policy::{Choice, Learnt, Policy};
use crate::modules::{Assessment, AssessmentStatus, Module, ModuleName};
use crate::refuse::{insufficient, out_of_range, refuse};

/// Fractions that are tried unless others are named.
fn usual_fractions() -> Vec<Fraction> {
    [0.0, 0.05, 0.10, 0.15, 0.20, 0.25].map(Fraction::constant).to_vec()
}

/// Inputs of [`BanditSizing`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BanditSizingParams {
    /// Rule by which the bandit explores and exploits.
    #[record(default = Policy::Thompson { keep: Fraction::constant(0.99) })]
    pub policy: Policy,
    /// Fractions of the holding that may be sold: the arms.
    #[record(default = usual_fractions())]
    pub fractions: Vec<Fraction>,
    /// Number of observations after which a sale is judged.
    #[record(default = 7, range = 1..=1000, example = 7)]
    pub horizon: u32,
    /// Cost of a sale as a fraction of what is sold.
    #[record(default = Fraction::constant(0.002))]
    pub cost: Fraction,
    /// Growth of the whole, in logarithms, that counts as reward 1; its negative counts as 0, and what is beyond is cut off.
    #[record(default = 0.1, range = 1e-6..=10.0, example = 0.1)]
    pub full_reward: f64,
    /// Part of the Kelly fraction that is staked at most.
    #[record(default = Fraction::constant(0.5))]
    pub kelly_part: Fraction,
    /// Greatest fraction that is ever sold at once.
    #[record(default = Fraction::constant(0.25))]
    pub cap: Fraction,
    /// Seed of the random numbers.
    #[record(default = 0, digits)]
    pub seed: u64,
}

/// Price and score at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = ScoredPriceColumns)]
#[non_exhaustive]
pub struct ScoredPrice {
    /// Instant of the price, in Unix milliseconds: after the one before it.
    #[record(example = 1_713_571_200_000)]
    pub time_ms: Timestamp,
    /// Price of the asset, in quote currency.
    #[record(example = 63_850)]
    pub price: AssetPrice,
    /// Score that the linear model may learn from, positive for advice to sell; other policies do not look at it.
    #[record(example = 0.2)]
    pub score: Finite,
}

/// Output of [`BanditSizing`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = BanditSizingTable)]
#[non_exhaustive]
pub struct BanditSizingOutput {
    /// Score of the module: 0, a size has no direction; NaN during warm-up.
    pub score: f64,
    /// Confidence in the arm, 1 less the deviation of its posterior over its mean, at least 0; 0 during warm-up.
    pub confidence: f64,
    /// Status of the assessment: warm-up before a fall and a rise have matured.
    pub status: AssessmentStatus,
    /// Contribution of the clamp: 0; NaN during warm-up.
    pub clamp_contribution: f64,
    /// Fraction of the holding that the bandit plays.
    pub arm_fraction: f64,
    /// Greatest fraction by Kelly: the part of it that is staked, at least 0 and at most the cap; NaN before a fall and a rise have matured.
    pub kelly_cap: f64,
    /// Fraction of the holding to sell, the lesser of the two; NaN before a fall and a rise have matured.
    pub size_fraction: f64,
    /// Number of sales that have been judged.
    pub matured: u32,
}

/// Sizing by a bandit over position fractions.
///
/// At each observation an arm `f` is played. After `horizon` observations its growth is known, `ln((1 - f) P' / P + f (1 - cost))`: the logarithm
/// of what a holding is worth of which `f` was sold. Rewards are used only when they have matured, so nothing looks ahead. The size is held
/// below a part of Kelly's fraction for the bet on a fall: the win is the mean net fall, the stake the mean net rise, as matured so far.
///
/// ```
/// use hashinsight_numerics::stream::batch;
/// use hashinsight_signals::modules::bandit::{BanditSizing, BanditSizingParams, ScoredPrice};
/// use hashinsight_units::{AssetPrice, Finite, Timestamp};
/// let day = |i: i64| -> Result<ScoredPrice, hashinsight_units::Error> {
///     let price = AssetPrice::new(100.0 - (i % 7) as f64)?;
///     Ok(ScoredPrice::new(Timestamp::from_ms(1_713_571_200_000 + i * 86_400_000)?, price, Finite::constant(0.0)))
/// };
/// let days = (0..40).map(day).collect::<Result<Vec<_>, _>>()?;
/// let sizes = batch::<BanditSizing>(&BanditSizingParams::new().horizon(3).seed(7), &days)?;
/// assert!(sizes[2].size_fraction.is_nan() && sizes[39].size_fraction <= 0.25);
/// assert_eq!(sizes[39].matured, 37);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct BanditSizing(BanditSizingParams, BanditSizingState);

/// What has been learnt, and the plays that wait for their judgement.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct BanditSizingState {
    learnt: Learnt,
    waiting: VecDeque<Play>,
    last_ms: Option<i64>,
    plays: u64,
    /// Number and sum of net falls, and of net rises.
    falls: [f64; 2],
    rises: [f64; 2],
    judged: u32,
}

#[derive(Clone, Copy, Debug, serde::Serialize, serde::Deserialize)]
struct Play {
    choice: Choice,
    price: f64,
    score: f64,
}

impl Stream for BanditSizing {
    const PATH: &'static str = "signals.bandit_sizing";
    type Params = BanditSizingParams;
    type State = BanditSizingState;
    type Event = ScoredPrice;
    type Output = BanditSizingOutput;

    fn resume(params: &BanditSizingParams, mut state: BanditSizingState) -> Result<Self, Error> {
        params.check()?;
        if let Policy::LinUcb { alpha, .. } = params.policy
            && !(0.0..=100.0).contains(&alpha)
        {
            return Err(refuse("alpha", alpha, "0 to 100").at("policy.lin_ucb"));
        }
        let arms = params.fractions.len();
        if arms == 0 || arms > 1000 {
            return Err(insufficient("fractions", arms, "1 to 1000 fractions"));
        }
        if state.plays == 0 {
            state.learnt = Learnt::new(&params.policy, arms).at("policy.lin_ucb")?;
        }
        let waits = |play: &Play| {
            (play.choice.arm as usize) < arms
                && play.choice.probability > 0.0
                && play.price > 0.0
                && play.score.is_finite()
        };
        let counts = state.falls.iter().chain(&state.rises).all(|value| *value >= 0.0 && value.is_finite());
        let few = state.waiting.len() <= params.horizon as usize && state.waiting.iter().all(waits);
        if few && counts && state.learnt.is_sound(&params.policy, arms) {
            return Ok(Self(params.clone(), state));
        }
        Err(impossible("plays"))
    }

    fn parts(&self) -> (&BanditSizingParams, &BanditSizingState) {
        (&self.0, &self.1)
    }

    fn update(&mut self, event: &ScoredPrice) -> Result<BanditSizingOutput, Error> {
        let mut state = self.1.clone(); // all or nothing
        let output = next(&self.0, &mut state, event)?;
        self.1 = state;
        Ok(output)
    }
}

impl Module for BanditSizing {
    const NAME: ModuleName = ModuleName::BanditSizing;

    fn assess(&self, output: &BanditSizingOutput) -> Assessment {
        Assessment::new(Self::NAME, output.status, output.confidence, output, [])
    }
}

fn next(
    params: &BanditSizingParams,
    state: &mut BanditSizingState,
    event: &ScoredPrice,
) -> Result<BanditSizingOutput, Error> {
    let (time, price, score) = (event.time_ms.to_ms(), event.price.get(), event.score.get());
    if let Some(last) = state.last_ms.filter(|last| time <= *last) {
        return Err(out_of_range("time_ms", time, format!("after the observation before it, {last}")));
    }
    state.last_ms = Some(time);
    if state.waiting.len() == params.horizon as usize
        && let Some(play) = state.waiting.pop_front()
    {
        let (growth, fraction) = (price / play.price, params.fractions[play.choice.arm as usize].get());
        let net = growth - 1.0 + params.cost.get();
        let side = if net < 0.0 { &mut state.falls } else { &mut state.rises };
        *side = [side[0] + 1.0, side[1] + net.abs()];
        state.judged = state.judged.saturating_add(1);
        state.learnt.learn(&params.policy, play.choice, [1.0, play.score], reward(params, growth, fraction)?)?;
    }
    let choice = state.learnt.choose(&params.policy, Philox::new(params.seed), state.plays, [1.0, score])?;
    state.plays += 1;
    state.waiting.push_back(Play { choice, price, score });
    let posterior = state.learnt.posteriors[choice.arm as usize];
    let (arm, cap) = (params.fractions[choice.arm as usize].get(), kelly_cap(params, state)?);
    let (none, known) = (f64::NAN, clamp(1.0 - posterior.variance().sqrt() / posterior.mean(), 0.0, 1.0));
    Ok(BanditSizingOutput {
        score: cap.map_or(none, |_| 0.0),
        confidence: cap.map_or(0.0, |_| known),
        status: cap.map_or(AssessmentStatus::Warmup, |_| AssessmentStatus::Ok),
        clamp_contribution: cap.map_or(none, |_| 0.0),
        arm_fraction: arm,
        kelly_cap: cap.unwrap_or(none),
        size_fraction: cap.map_or(none, |cap| min(arm, cap)),
        matured: state.judged,
    })
}

/// Reward of having sold a fraction before the price grew: 0 to 1.
fn reward(params: &BanditSizingParams, growth: f64, fraction: f64) -> Result<Fraction, Error> {
    let whole = (1.0 - fraction) * growth + fraction * (1.0 - params.cost.get());
    Fraction::new(clamp(0.5 + 0.5 * ln(whole) / params.full_reward, 0.0, 1.0))
}

fn kelly_cap(params: &BanditSizingParams, state: &BanditSizingState) -> Result<Option<f64>, Error> {
    let ([falls, fallen], [rises, risen]) = (state.falls, state.rises);
    if falls == 0.0 || fallen == 0.0 || risen == 0.0 {
        return Ok(None);
    }
    // The mean of the uniform prior's posterior: one sale that was right does not make a certainty.
    let p = Fraction::new((falls + 1.0) / (falls + rises + 2.0))?;
    let kelly = kelly_of_bet(p, (fallen / falls) / (risen / rises))?;
    Ok(Some(clamp(params.kelly_part.get() * kelly, 0.0, params.cap.get())))
}
