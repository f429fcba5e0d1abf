//! What every module answers: a score that is the sum of its reasons, how far to trust it, and what it saw.

use hashinsight_numerics::stream::Stream;
use hashinsight_units::columns::{ColumnBuffer, Line, Table};
use hashinsight_units::{Record, Timestamp};

/// A signal module: a stream whose outputs are rows with `score`, `confidence`, `status`, contributions and features.
pub trait Module: Stream<Output: Line + Clone> {
    /// Name of the module.
    const NAME: ModuleName;

    /// The document of an output of this stream.
    fn assess(&self, output: &Self::Output) -> Assessment;
}

/// Name of a signal module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Record)]
#[non_exhaustive]
pub enum ModuleName {
    /// A: in which regime trend and volatility are.
    Regime,
    /// B: whether a break out of the range is exhausted.
    Breakout,
    /// C: support and resistance where several methods agree.
    Confluence,
    /// D: a ladder of sell prices and a stop in units of the true range.
    Layers,
    /// E: where miners stand in their cycle of income and hashrate.
    MinerCycle,
    /// F: chart patterns with their targets.
    Pattern,
    /// G: pressure from futures, perpetuals and options.
    DerivativesPressure,
    /// H: what an order would cost in the book. A plan, never a direction.
    Microstructure,
    /// I: which fraction of the position to move. A size, never a direction.
    BanditSizing,
    /// J: all modules pooled into one probability.
    Ensemble,
}

/// Whether an assessment can be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Record)]
#[non_exhaustive]
pub enum AssessmentStatus {
    /// There is a score.
    Ok,
    /// Too few events so far.
    #[default]
    Warmup,
    /// What the module cannot do without never came.
    NoData,
    /// What the module cannot do without is too old.
    Stale,
}

/// Reason that contributes to a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Record)]
#[non_exhaustive]
pub enum ReasonCode {
    /// Short average of the price above or below the long one.
    Trend,
    /// Place in the range of the past year while volatility is high.
    RangeInHighVolatility,
    /// Break of the range on little volume.
    DryVolume,
    /// Long wick against the break.
    RejectionWick,
    /// Momentum that does not confirm the new extreme.
    Divergence,
    /// Price beyond its bands.
    Stretch,
    /// Resistance close above the price.
    Resistance,
    /// Support close below the price.
    Support,
    /// Distance of the price from its average in units of the true range.
    StretchFromMean,
    /// Rank of the true range, with the sign of that distance.
    RangeRank,
    /// Rank of the miners' income against its average of a year.
    PuellRank,
    /// Rank of what a petahash earns.
    HashpriceRank,
    /// Hashrate falls, or recovers.
    HashRibbon,
    /// Difficulty's averages lie close together.
    DifficultyRibbon,
    /// Machines do not earn their power.
    BreakEvenStress,
    /// Two tops of one height, broken downward.
    DoubleTop,
    /// Two bottoms of one height, broken upward.
    DoubleBottom,
    /// A top between two lower tops, broken downward.
    HeadAndShoulders,
    /// A bottom between two higher bottoms, broken upward.
    InverseHeadAndShoulders,
    /// Converging tops and bottoms, broken.
    Triangle,
    /// Level tops above level bottoms, broken.
    Rectangle,
    /// No chart pattern is active.
    NoPattern,
    /// Funding of perpetuals, in standard deviations from its own past.
    Funding,
    /// Futures above or below spot, per year.
    Basis,
    /// Calls dearer or cheaper than puts at 25 delta.
    RiskReversal,
    /// Price and open interest together.
    OpenInterestQuadrant,
    /// How often the label of the ensemble came true in its history.
    BaseRate,
    /// Opinion of the regime module.
    Regime,
    /// Opinion of the breakout module.
    Breakout,
    /// Opinion of the confluence module.
    Confluence,
    /// Opinion of the layers module.
    Layers,
    /// Opinion of the miner cycle module.
    MinerCycle,
    /// Opinion of the pattern module.
    Pattern,
    /// Opinion of the derivatives module.
    DerivativesPressure,
    /// What holds the sum between -1 and 1.
    Clamp,
}

/// How a feature is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum FeatureReading {
    /// It describes, and advises nothing by itself.
    Descriptive,
    /// A high value advises to keep: what rises goes on rising.
    Momentum,
    /// A high value advises to sell: what is high falls back.
    Contrarian,
}

/// Value of a feature.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub enum FeatureValue {
    /// A number, in the unit that the name ends in.
    Number(f64),
    /// A state.
    Word(&'static str),
    /// Yes or no.
    Flag(bool),
}

/// One thing that a module saw.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Feature {
    /// Name of the feature, that of its column.
    pub name: &'static str,
    /// Reading of the feature: momentum, contrarian, or neither.
    pub reading: FeatureReading,
    /// Value of the feature.
    pub value: FeatureValue,
}

/// One reason for a score.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Reason {
    /// Code of the reason.
    pub code: ReasonCode,
    /// Value that is judged, in the unit of its feature.
    pub value: f64,
    /// Value from which on the reason counts in full, or counts at all. Absent: the value counts as it is.
    pub threshold: Option<f64>,
    /// Contribution to the score, plus for selling.
    pub contribution: f64,
}

impl Reason {
    /// A reason without a threshold.
    #[must_use]
    pub const fn new(code: ReasonCode, value: f64, contribution: f64) -> Self {
        Self { code, value, threshold: None, contribution }
    }

    /// The same reason with its threshold.
    #[must_use]
    pub const fn threshold(self, threshold: f64) -> Self {
        Self { threshold: Some(threshold), ..self }
    }
}

/// A sum of contributions that is held between -1 and 1.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bounded {
    /// Sum of the contributions and the clamp: -1 to 1.
    pub score: f64,
    /// What is added to the sum, 0 where it needs no holding.
    pub clamp: f64,
}

/// Adds contributions in their order and holds the sum between -1 and 1. One that is NaN is not known and left out.
///
/// The clamp is exact: a sum beyond 1 is a multiple of its own last place, and so is its distance to 1, which is shorter. Adding the clamp
/// as the last term therefore gives the score to the bit.
///
/// ```
/// use hashinsight_signals::modules::bounded;
/// let held = bounded([0.7, f64::NAN, 0.6]);
/// assert_eq!((held.score, held.clamp), (1.0, 1.0 - (0.7 + 0.6)));
/// assert_eq!(0.7 + 0.6 + held.clamp, held.score);
/// ```
pub fn bounded(contributions: impl IntoIterator<Item = f64>) -> Bounded {
    let known = contributions.into_iter().filter(|contribution| !contribution.is_nan());
    let sum = known.fold(0.0, |sum, contribution| sum + contribution);
    let score = hashinsight_numerics::clamp(sum, -1.0, 1.0);
    Bounded { score, clamp: score - sum }
}

/// Assessment of a module: a score with its reasons, how far to trust it, and what it saw.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Assessment {
    /// Module that assesses.
    pub module: ModuleName,
    /// Advice: 1 to sell now, -1 to keep. Absent unless the status is `ok`.
    pub score: Option<f64>,
    /// Confidence in the score, 0 to 1: 0 unless the status is `ok`.
    pub confidence: f64,
    /// Status of the assessment.
    pub status: AssessmentStatus,
    /// Reasons of the score, whose contributions add up to it in this order; the last is the clamp. Empty unless the status is `ok`.
    pub reasons: Vec<Reason>,
    /// Features that are known.
    pub features: Vec<Feature>,
}

impl Assessment {
    /// The assessment of an output: its score is the sum of the reasons by construction. Reasons that are not known (a contribution of NaN)
    /// are left out. Features are the output's columns, but for `score`, `confidence`, `status` and contributions.
    pub fn new<L: Line + Clone>(
        module: ModuleName,
        status: AssessmentStatus,
        confidence: f64,
        output: &L,
        reasons: impl IntoIterator<Item = Reason>,
    ) -> Self {
        let features = features(output);
        if status != AssessmentStatus::Ok {
            return Self { features, ..Self::without_score(module, status) };
        }
        let mut reasons: Vec<_> = reasons.into_iter().filter(|reason| !reason.contribution.is_nan()).collect();
        let Bounded { score, clamp } = bounded(reasons.iter().map(|reason| reason.contribution));
        let sum = reasons.iter().fold(0.0, |sum, reason| sum + reason.contribution);
        reasons.push(Reason::new(ReasonCode::Clamp, sum, clamp).threshold(if sum < 0.0 { -1.0 } else { 1.0 }));
        Self { module, score: Some(score), confidence, status, reasons, features }
    }

    /// The assessment of a module that has nothing to say.
    #[must_use]
    pub const fn without_score(module: ModuleName, status: AssessmentStatus) -> Self {
        Self { module, score: None, confidence: 0.0, status, reasons: Vec::new(), features: Vec::new() }
    }

    /// The same assessment after some time: stale, without score and reasons, once it is older than `max_age_ms`.
    #[must_use]
    pub fn aged(self, age_ms: i64, max_age_ms: i64) -> Self {
        if self.status == AssessmentStatus::Ok && age_ms > max_age_ms {
            Self { features: self.features, ..Self::without_score(self.module, AssessmentStatus::Stale) }
        } else {
            self
        }
    }

    /// The row of a tidy table.
    #[must_use]
    pub fn line(&self, time_ms: Timestamp) -> AssessmentLine {
        let Self { module, score, confidence, status, .. } = *self;
        AssessmentLine { time_ms, module, score: score.unwrap_or(f64::NAN), confidence, status }
    }

    /// The rows of a tidy table of reasons.
    pub fn reason_lines(&self, time_ms: Timestamp) -> impl Iterator<Item = ReasonLine> {
        self.reasons.iter().map(move |&Reason { code, value, threshold, contribution }| ReasonLine {
            time_ms,
            module: self.module,
            reason: code,
            value,
            threshold: threshold.unwrap_or(f64::NAN),
            contribution,
        })
    }
}

/// The columns of one output that describe what was seen, but for numbers that are not known.
fn features<L: Line + Clone>(output: &L) -> Vec<Feature> {
    let mut table = L::Table::with_rows(0);
    table.push(output.clone());
    let columns = table.into_buffers().into_iter().zip(L::Table::SPECS);
    let feature = |(column, spec): (ColumnBuffer, &hashinsight_units::columns::ColumnSpec)| {
        let name = spec.name;
        if ["score", "confidence", "status"].contains(&name) || name.ends_with("_contribution") {
            return None;
        }
        let value = match column {
            ColumnBuffer::F64(numbers) => FeatureValue::Number(*numbers.first().filter(|number| !number.is_nan())?),
            ColumnBuffer::I64(numbers) => FeatureValue::Number(*numbers.first()? as f64),
            ColumnBuffer::Bool(flags) => FeatureValue::Flag(*flags.first()?),
            ColumnBuffer::Words { codes, words } => FeatureValue::Word(words.get(usize::from(*codes.first()?))?),
        };
        let reading = if name.ends_with("_momentum") {
            FeatureReading::Momentum
        } else if name.ends_with("_contrarian") {
            FeatureReading::Contrarian
        } else {
            FeatureReading::Descriptive
        };
        Some(Feature { name, reading, value })
    };
    columns.filter_map(feature).collect()
}

/// One module at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = AssessmentTable)]
#[non_exhaustive]
pub struct AssessmentLine {
    /// Instant of the assessment, in Unix milliseconds.
    pub time_ms: Timestamp,
    /// Module that assesses.
    pub module: ModuleName,
    /// Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    pub score: f64,
    /// Confidence in the score, 0 to 1: 0 unless the status is `ok`.
    pub confidence: f64,
    /// Status of the assessment.
    pub status: AssessmentStatus,
}

/// One reason of one module at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = ReasonTable)]
#[non_exhaustive]
pub struct ReasonLine {
    /// Instant of the assessment, in Unix milliseconds.
    pub time_ms: Timestamp,
    /// Module that assesses.
    pub module: ModuleName,
    /// Code of the reason.
    pub reason: ReasonCode,
    /// Value that is judged, in the unit of its feature.
    pub value: f64,
    /// Value from which on the reason counts in full, or counts at all. NaN: the value counts as it is.
    pub threshold: f64,
    /// Contribution to the score, plus for selling.
    pub contribution: f64,
}
