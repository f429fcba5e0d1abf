//! The module: its parameters, what it answers, and its state.

use hashinsight_market::Interval;
use hashinsight_numerics::{exp, state::impossible, stream::Stream};
use hashinsight_units::{Error, Fraction, Record};
use serde::{Deserialize, Serialize};

use super::shape::{ChartPattern, Shape, ShapeParams};
use crate::modules::pivot::{Pivot, PivotWatch};
use crate::modules::{
    Assessment, AssessmentStatus, Bounded, Cadence, ClosedBar, Module, ModuleName, Reason, ReasonCode, bounded,
};

/// Turning points that the longest pattern is made of.
const LONGEST: usize = 5;

/// Inputs of [`Pattern`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PatternParams {
    /// Length of each bar's interval, in milliseconds.
    #[record(default = Interval::DAY)]
    pub interval_ms: Interval,
    /// Bars on either side of a turning point that it exceeds.
    #[record(range = 1..=100, default = 3)]
    pub pivot_bars: u32,
    /// How much turning points of one pattern may differ.
    #[record(default = ShapeParams::new())]
    pub shape: ShapeParams,
    /// Bars for which a pattern waits to be broken.
    #[record(range = 1..=10_000, default = 60)]
    pub most_wait_bars: u32,
    /// Bars for which a broken pattern is followed.
    #[record(range = 1..=10_000, default = 30)]
    pub most_age_bars: u32,
    /// Bars in which what a break says falls to `1 / e`.
    #[record(range = 0.1..=1000.0, default = 5.0)]
    pub decay_bars: f64,
    /// Confidence while a broken pattern is followed: the share of them that reached their target, where a calibration has found one; 0.3 is
    /// assumed.
    #[record(default = Fraction::constant(0.3))]
    pub hit_rate: Fraction,
}

/// Direction in which a pattern was broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum PatternDirection {
    /// No pattern is followed.
    #[default]
    Neither,
    /// Upward.
    Up,
    /// Downward.
    Down,
}

/// Fate of a pattern on a bar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum PatternFate {
    /// Nothing.
    #[default]
    Quiet,
    /// A pattern was broken: it is followed from this bar on.
    Broken,
    /// The bar reached the target.
    Reached,
    /// The bar closed beyond the invalidation.
    Invalidated,
    /// The pattern has been followed long enough.
    Expired,
}

/// Output of [`Pattern`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = PatternTable)]
#[non_exhaustive]
pub struct PatternOutput {
    /// Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    pub score: f64,
    /// Confidence in the score, 0 to 1: `hit_rate` while a broken pattern is followed, else 0.
    pub confidence: f64,
    /// Status of the assessment.
    pub status: AssessmentStatus,
    /// Contribution of the pattern that is followed: `e^(-age / decay)`, plus after a break downward, minus after one upward.
    pub pattern_contribution: f64,
    /// Contribution that holds the score between -1 and 1.
    pub clamp_contribution: f64,
    /// Pattern that waits to be broken.
    pub forming: ChartPattern,
    /// Price above which a close breaks that pattern upward or ends it, in quote currency. NaN where none waits.
    pub forming_upper_price: f64,
    /// Price below which a close breaks that pattern downward or ends it, in quote currency. NaN where none waits.
    pub forming_lower_price: f64,
    /// Pattern that was broken and is followed.
    pub pattern: ChartPattern,
    /// Direction in which it was broken. Read as momentum: the price goes on that way.
    pub direction: PatternDirection,
    /// Neckline at the bar that broke it, in quote currency. NaN where no pattern is followed.
    pub neckline_price: f64,
    /// Price that the pattern aims at, in quote currency: its height beyond the neckline. NaN where no pattern is followed.
    pub target_price: f64,
    /// Price beyond which a close ends the pattern, in quote currency. NaN where no pattern is followed.
    pub invalidation_price: f64,
    /// Bars since the break; 0 where no pattern is followed.
    pub age_bars: u32,
    /// Fate of the followed pattern on the bar.
    pub event: PatternFate,
}

/// A pattern that was broken.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Broken {
    pattern: ChartPattern,
    is_up: bool,
    neckline: f64,
    target: f64,
    invalidation: f64,
    age: u32,
}

/// What bars change.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct PatternState {
    cadence: Cadence,
    watch: PivotWatch,
    /// The last turning points, alternating between highs and lows.
    pivots: Vec<Pivot>,
    /// The pattern that waits, and for how many bars it has.
    waiting: Option<(Shape, u32)>,
    broken: Option<Broken>,
}

/// Module F: chart patterns with their targets.
///
/// ```
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_signals::modules::ClosedBar;
/// use hashinsight_signals::modules::pattern::{ChartPattern, Pattern, PatternDirection, PatternParams};
/// use hashinsight_units::{AssetPrice, Timestamp};
/// let mut pattern = Pattern::open(&PatternParams::new())?;
/// let mut last = None;
/// // Up to 120, down to 100, up to 120 again, and down through 100.
/// for day in 0..64_i32 {
///     let close = 100 + if day <= 15 { day + 5 } else if day <= 30 { 35 - day } else if day <= 45 { day - 25 } else { 65 - day };
///     let price = |price: f64| AssetPrice::new(price);
///     let close = f64::from(close);
///     let time = Timestamp::from_ms(1_700_006_400_000 + i64::from(day) * 86_400_000)?;
///     let bar = ClosedBar::new(time, price(close)?, price(close + 0.5)?, price(close - 0.5)?, price(close)?);
///     last = Some(pattern.update(&bar)?).filter(|seen| seen.pattern != ChartPattern::Nothing).or(last);
/// }
/// let seen = last.unwrap();
/// assert_eq!((seen.pattern, seen.direction), (ChartPattern::DoubleTop, PatternDirection::Down));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Pattern {
    params: PatternParams,
    state: PatternState,
}

impl Stream for Pattern {
    const PATH: &'static str = "signals.pattern";
    type Params = PatternParams;
    type State = PatternState;
    type Event = ClosedBar;
    type Output = PatternOutput;

    fn resume(params: &PatternParams, mut state: PatternState) -> Result<Self, Error> {
        params.check()?;
        params.shape.check().map_err(|error| error.at("shape"))?;
        state.watch.prepare(params.pivot_bars, params.pivot_bars)?;
        let alternate =
            state.pivots.windows(2).all(|pair| pair[0].is_high != pair[1].is_high && pair[0].bar <= pair[1].bar);
        let finite = |prices: &[f64]| prices.iter().all(|price| price.is_finite());
        let waiting = |(shape, age): (Shape, u32)| {
            shape.upper.is_possible()
                && shape.lower.is_possible()
                && shape.height.is_finite()
                && age <= params.most_wait_bars
        };
        let broken = |broken: Broken| finite(&[broken.neckline, broken.target, broken.invalidation]);
        let possible = alternate
            && state.pivots.len() <= LONGEST
            && state.pivots.iter().all(|pivot| pivot.price.is_finite())
            && state.waiting.is_none_or(waiting)
            && state.broken.is_none_or(broken);
        if possible { Ok(Self { params: params.clone(), state }) } else { Err(impossible("pattern")) }
    }

    fn parts(&self) -> (&PatternParams, &PatternState) {
        (&self.params, &self.state)
    }

    fn update(&mut self, bar: &ClosedBar) -> Result<PatternOutput, Error> {
        self.state.cadence = self.state.cadence.bar(bar, self.params.interval_ms)?;
        let Self { params, state } = self;
        let mut event = state.follow(params, bar);
        let [high, low] = state.watch.next(bar.candle());
        for pivot in [high, low].into_iter().flatten() {
            if state.turn(pivot)
                && let Some(shape) = Shape::of(&params.shape, &state.pivots)
            {
                state.waiting = Some((shape, 0));
            }
        }
        if state.wait(params, bar.close.get()) {
            event = PatternFate::Broken;
        }
        Ok(state.answer(params, event))
    }
}

impl PatternState {
    /// Follows the broken pattern to its end.
    fn follow(&mut self, params: &PatternParams, bar: &ClosedBar) -> PatternFate {
        let Some(broken) = &mut self.broken else { return PatternFate::Quiet };
        broken.age += 1;
        let (high, low, close) = (bar.high.get(), bar.low.get(), bar.close.get());
        let Broken { is_up, target, invalidation, age, .. } = *broken;
        let event = if if is_up { high >= target } else { low <= target } {
            PatternFate::Reached
        } else if if is_up { close < invalidation } else { close > invalidation } {
            PatternFate::Invalidated
        } else if age >= params.most_age_bars {
            PatternFate::Expired
        } else {
            return PatternFate::Quiet;
        };
        self.broken = None;
        event
    }

    /// Adds a turning point to the chain: a further one of the same kind takes the place of the last. Whether the chain has changed.
    fn turn(&mut self, pivot: Pivot) -> bool {
        match self.pivots.last_mut() {
            Some(last) if last.is_high == pivot.is_high => {
                let further = if pivot.is_high { pivot.price > last.price } else { pivot.price < last.price };
                if further {
                    *last = pivot;
                }
                further
            }
            _ => {
                if self.pivots.len() == LONGEST {
                    self.pivots.remove(0);
                }
                self.pivots.push(pivot);
                true
            }
        }
    }

    /// Holds the close against the pattern that waits: whether it has broken it.
    fn wait(&mut self, params: &PatternParams, close: f64) -> bool {
        let Some((shape, age)) = &mut self.waiting else { return false };
        let now = self.watch.now();
        let (upper, lower) = (shape.upper.at(now), shape.lower.at(now));
        let crossed = [close > upper, close < lower];
        let [up, down] = [crossed[0] && shape.ways()[0], crossed[1] && shape.ways()[1]];
        *age += 1;
        // Lines that have met hold nothing between them any more.
        if (up || down) && upper > lower {
            let (pattern, height) = (shape.pattern, shape.height);
            let (neckline, invalidation) = if up { (upper, lower) } else { (lower, upper) };
            let target = if up { neckline + height } else { neckline - height };
            self.broken = Some(Broken { pattern, is_up: up, neckline, target, invalidation, age: 0 });
            self.waiting = None;
            return true;
        }
        if crossed[0] || crossed[1] || upper <= lower || *age > params.most_wait_bars {
            self.waiting = None;
        }
        false
    }

    fn answer(&self, params: &PatternParams, event: PatternFate) -> PatternOutput {
        let now = self.watch.now();
        let forming = self.waiting.map(|(shape, _)| shape);
        let of = |read: fn(Broken) -> f64| self.broken.map_or(f64::NAN, read);
        let direction = match self.broken {
            None => PatternDirection::Neither,
            Some(broken) if broken.is_up => PatternDirection::Up,
            Some(_) => PatternDirection::Down,
        };
        let mut output = PatternOutput {
            score: f64::NAN,
            confidence: 0.0,
            status: AssessmentStatus::Warmup,
            pattern_contribution: f64::NAN,
            clamp_contribution: f64::NAN,
            forming: forming.map_or(ChartPattern::Nothing, |shape| shape.pattern),
            forming_upper_price: f64::NAN,
            forming_lower_price: f64::NAN,
            pattern: self.broken.map_or(ChartPattern::Nothing, |broken| broken.pattern),
            direction,
            neckline_price: of(|broken| broken.neckline),
            target_price: of(|broken| broken.target),
            invalidation_price: of(|broken| broken.invalidation),
            age_bars: self.broken.map_or(0, |broken| broken.age),
            event,
        };
        if let Some(shape) = forming {
            (output.forming_upper_price, output.forming_lower_price) = (shape.upper.at(now), shape.lower.at(now));
        }
        if self.pivots.len() < LONGEST {
            return output;
        }
        output.pattern_contribution = self.broken.map_or(0.0, |broken| {
            let faded = exp(-f64::from(broken.age) / params.decay_bars);
            if broken.is_up { -faded } else { faded }
        });
        let Bounded { score, clamp } = bounded([output.pattern_contribution]);
        (output.score, output.clamp_contribution, output.status) = (score, clamp, AssessmentStatus::Ok);
        output.confidence = if self.broken.is_some() { params.hit_rate.get() } else { 0.0 };
        output
    }
}

impl Module for Pattern {
    const NAME: ModuleName = ModuleName::Pattern;

    fn assess(&self, output: &PatternOutput) -> Assessment {
        let code = match output.pattern {
            ChartPattern::Nothing => ReasonCode::NoPattern,
            ChartPattern::DoubleTop => ReasonCode::DoubleTop,
            ChartPattern::DoubleBottom => ReasonCode::DoubleBottom,
            ChartPattern::HeadAndShoulders => ReasonCode::HeadAndShoulders,
            ChartPattern::InverseHeadAndShoulders => ReasonCode::InverseHeadAndShoulders,
            ChartPattern::Triangle => ReasonCode::Triangle,
            ChartPattern::Rectangle => ReasonCode::Rectangle,
        };
        let reason = Reason::new(code, f64::from(output.age_bars), output.pattern_contribution);
        let reason = reason.threshold(f64::from(self.params.most_age_bars));
        Assessment::new(Self::NAME, output.status, output.confidence, output, [reason])
    }
}
