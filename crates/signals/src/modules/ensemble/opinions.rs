//! Opinions of the modules at one instant, as columns.

use hashinsight_units::{AssetPrice, Error, Finite, Fraction, Record, Timestamp};

use super::calibration::DIRECTED;
use crate::modules::{Assessment, AssessmentStatus, ModuleName};
use crate::refuse::refuse;

/// Closing price and opinions of the modules at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = OpinionsColumns)]
#[non_exhaustive]
pub struct Opinions {
    /// Instant of the bar's close, in Unix milliseconds: after the one before it.
    #[record(example = 1_713_657_600_000)]
    pub time_ms: Timestamp,
    /// Closing price, in quote currency per unit of base.
    #[record(example = 64_940)]
    pub close: AssetPrice,
    /// Score of the regime module, -1 to 1. Absent: it says nothing.
    pub regime_score: Option<Finite>,
    /// Confidence of the regime module, 0 to 1. Absent: it says nothing.
    pub regime_confidence: Option<Fraction>,
    /// Score of the breakout module, -1 to 1. Absent: it says nothing.
    pub breakout_score: Option<Finite>,
    /// Confidence of the breakout module, 0 to 1. Absent: it says nothing.
    pub breakout_confidence: Option<Fraction>,
    /// Score of the confluence module, -1 to 1. Absent: it says nothing.
    pub confluence_score: Option<Finite>,
    /// Confidence of the confluence module, 0 to 1. Absent: it says nothing.
    pub confluence_confidence: Option<Fraction>,
    /// Score of the layers module, -1 to 1. Absent: it says nothing.
    pub layers_score: Option<Finite>,
    /// Confidence of the layers module, 0 to 1. Absent: it says nothing.
    pub layers_confidence: Option<Fraction>,
    /// Score of the miner cycle module, -1 to 1. Absent: it says nothing.
    pub miner_cycle_score: Option<Finite>,
    /// Confidence of the miner cycle module, 0 to 1. Absent: it says nothing.
    pub miner_cycle_confidence: Option<Fraction>,
    /// Score of the pattern module, -1 to 1. Absent: it says nothing.
    pub pattern_score: Option<Finite>,
    /// Confidence of the pattern module, 0 to 1. Absent: it says nothing.
    pub pattern_confidence: Option<Fraction>,
    /// Score of the derivatives module, -1 to 1. Absent: it says nothing.
    pub derivatives_pressure_score: Option<Finite>,
    /// Confidence of the derivatives module, 0 to 1. Absent: it says nothing.
    pub derivatives_pressure_confidence: Option<Fraction>,
    /// Readiness of the market for a sale, which scales its size, 0 to 1. Absent: no book was seen, and the size is not scaled.
    pub readiness: Option<Fraction>,
    /// Fraction of the holding that the bandit would sell, which limits the size, 0 to 1. Absent: it says nothing, and sets no limit.
    pub bandit_fraction: Option<Fraction>,
}

/// Score and confidence of a module.
pub(super) type Said = Option<(f64, f64)>;

impl Opinions {
    /// Opinions in the order of [`DIRECTED`], checked.
    pub(super) fn said(&self) -> Result<[Said; DIRECTED.len()], Error> {
        let pairs = [
            ("regime_score", self.regime_score, "regime_confidence", self.regime_confidence),
            ("breakout_score", self.breakout_score, "breakout_confidence", self.breakout_confidence),
            ("confluence_score", self.confluence_score, "confluence_confidence", self.confluence_confidence),
            ("layers_score", self.layers_score, "layers_confidence", self.layers_confidence),
            ("miner_cycle_score", self.miner_cycle_score, "miner_cycle_confidence", self.miner_cycle_confidence),
            ("pattern_score", self.pattern_score, "pattern_confidence", self.pattern_confidence),
            (
                "derivatives_pressure_score",
                self.derivatives_pressure_score,
                "derivatives_pressure_confidence",
                self.derivatives_pressure_confidence,
            ),
        ];
        let mut said = [None; DIRECTED.len()];
        for (place, (field, score, of, confidence)) in said.iter_mut().zip(pairs) {
            *place = match (score.map(Finite::get), confidence.map(Fraction::get)) {
                (None, None) => None,
                (Some(score), Some(confidence)) if (-1.0..=1.0).contains(&score) => Some((score, confidence)),
                (Some(score), Some(_)) => return Err(refuse(field, score, "-1 to 1")),
                (None, Some(confidence)) => return Err(refuse(of, confidence, "absent, as the score is")),
                (Some(score), None) => return Err(refuse(field, score, "absent, as the confidence is")),
            };
        }
        Ok(said)
    }

    /// Adds what a module assessed, where it has a direction and a score.
    ///
    /// ```
    /// use hashinsight_signals::modules::{Assessment, AssessmentStatus, ModuleName};
    /// use hashinsight_signals::modules::ensemble::Opinions;
    /// use hashinsight_units::{AssetPrice, Timestamp};
    /// let mut opinions = Opinions::new(Timestamp::from_ms(1_713_571_200_000)?, AssetPrice::new(60_000.0)?);
    /// opinions.add(&Assessment::without_score(ModuleName::Regime, AssessmentStatus::Warmup));
    /// assert_eq!(opinions.regime_score, None);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    pub fn add(&mut self, assessment: &Assessment) {
        let (AssessmentStatus::Ok, Some(score)) = (assessment.status, assessment.score) else { return };
        let (Ok(score), Ok(confidence)) = (Finite::new(score), Fraction::new(assessment.confidence)) else { return };
        let (place, of) = match assessment.module {
            ModuleName::Regime => (&mut self.regime_score, &mut self.regime_confidence),
            ModuleName::Breakout => (&mut self.breakout_score, &mut self.breakout_confidence),
            ModuleName::Confluence => (&mut self.confluence_score, &mut self.confluence_confidence),
            ModuleName::Layers => (&mut self.layers_score, &mut self.layers_confidence),
            ModuleName::MinerCycle => (&mut self.miner_cycle_score, &mut self.miner_cycle_confidence),
            ModuleName::Pattern => (&mut self.pattern_score, &mut self.pattern_confidence),
            ModuleName::DerivativesPressure => {
                (&mut self.derivatives_pressure_score, &mut self.derivatives_pressure_confidence)
            }
            _ => return, // no direction
        };
        (*place, *of) = (Some(score), Some(confidence));
    }
}
