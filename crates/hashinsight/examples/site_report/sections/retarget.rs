//! What the next retarget will be, seen from the tip of the site file.

use hashinsight::mining::consensus::{BLOCKS_PER_PERIOD, Nbits, Network};
use hashinsight::mining::network::{
    Band, Estimator, ForecastRetargetReport, ForecastRetargetRequest, Outlook, forecast_retarget,
};
use hashinsight::units::{At, Difficulty, Error, Fraction, Height, Outcome, Timestamp, UtcOffset};
use serde::Serialize;

use crate::fields::fault;
use crate::inputs::Inputs;
use crate::site::Tip;
use crate::view::{Plot, View, grouped, percent, trillions};
use hashinsight::units::Problem;

const CONFIDENCE: Fraction = Fraction::constant(0.95);

/// A forecast, or why there is none.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Retarget {
    /// Nothing is known of the epoch's blocks.
    NoData {
        /// What is missing.
        reason: &'static str,
    },
    /// A forecast, as of the tip's time.
    Forecast(Box<Forecast>),
}

/// The forecast and what it was made of.
#[derive(Debug, Serialize)]
pub(crate) struct Forecast {
    /// Height of the tip.
    height: Height,
    /// Header time of the tip, Unix seconds: the present of the forecast.
    time_s: u32,
    /// Header time of the epoch's first block, Unix seconds.
    epoch_start_s: u32,
    /// Compact target of the epoch.
    nbits: Nbits,
    /// Confidence of the band.
    confidence: Fraction,
    /// What the gamma posterior of the block rate says.
    expected: ForecastRetargetReport,
}

impl Retarget {
    pub(crate) fn of(inputs: &Inputs) -> Result<Self, Error> {
        let Some(tip) = &inputs.site.tip else {
            return Ok(Self::NoData { reason: "the site file names no tip, and the sample figures have none" });
        };
        if tip.height.get().is_multiple_of(BLOCKS_PER_PERIOD) {
            return Ok(Self::NoData { reason: "the tip is the first block of its epoch: no interval has been seen" });
        }
        let nbits = nbits(tip, inputs)?;
        let confidence = tip.confidence.unwrap_or(CONFIDENCE);
        let now = Timestamp::from_s(tip.time_s.into()).at("tip")?;
        let estimator = Estimator::GammaPosterior { confidence };
        let request = ForecastRetargetRequest::new(
            Network::Mainnet,
            tip.height,
            nbits,
            tip.epoch_start_s,
            tip.time_s,
            now,
            estimator,
        );
        let expected = forecast_retarget(&request).at("tip")?;
        let Tip { height, time_s, epoch_start_s, .. } = *tip;
        Ok(Self::Forecast(Box::new(Forecast { height, time_s, epoch_start_s, nbits, confidence, expected })))
    }

    pub(crate) fn view(&self) -> View {
        let (facts, plots) = match self {
            Self::NoData { reason } => (vec![("forecast", format!("no_data: {reason}"))], Vec::new()),
            Self::Forecast(forecast) => forecast.shown(),
        };
        View { title: "Retarget forecast", facts, plots, tables: Vec::new(), notes: Vec::new() }
    }
}

impl Forecast {
    fn shown(&self) -> (Vec<(&'static str, String)>, Vec<Plot>) {
        let Self { height, time_s, epoch_start_s, nbits, confidence, expected } = self;
        let instant = |s: u32| Timestamp::from_s(s.into()).map_or_else(|_| s.to_string(), |time| time.to_string());
        let mut facts = vec![
            ("tip", format!("height {}, {}", grouped(height.get().into(), 0), instant(*time_s))),
            ("epoch", format!("since {}, nBits {nbits}", instant(*epoch_start_s))),
            ("seen", format!("{} of 2015 intervals, {:.1} s on average", expected.intervals, mean_s(expected))),
            ("change of difficulty", percent(expected.change)),
        ];
        let mut plots = Vec::new();
        if let Outcome::Value(Band { lower, upper, .. }) = expected.band {
            let sure = format!("{:.0} % band", 100.0 * confidence.get());
            facts.push(("band", format!("{} to {} ({sure})", percent(lower), percent(upper))));
            if matches!(expected.outlook, Outlook::Estimated) {
                let title = format!("Change of difficulty at the next retarget, with its {sure}");
                plots.push(Plot::Band { title, lower, estimate: expected.change, upper });
            }
        }
        if let Outlook::Settled { next_nbits } = expected.outlook {
            facts.push(("settled", format!("the epoch is over: next nBits {next_nbits}")));
        }
        let (next, when) = (expected.next_retarget_height.get(), expected.retarget_time_ms);
        facts.push(("next difficulty", trillions(expected.next_difficulty)));
        facts.push(("comes", format!("at height {}, about {}", grouped(next.into(), 0), when.date(UtcOffset::UTC))));
        (facts, plots)
    }
}

fn mean_s(expected: &ForecastRetargetReport) -> f64 {
    expected.mean_interval_ms as f64 / 1e3
}

/// The compact target of the tip's epoch: as given, else that of the sample's last difficulty if the epoch began by then.
fn nbits(tip: &Tip, inputs: &Inputs) -> Result<Nbits, Error> {
    if let Some(nbits) = tip.nbits {
        return Ok(nbits);
    }
    let first_day = Timestamp::from_s(tip.epoch_start_s.into())?.date(UtcOffset::UTC);
    let sampled = if first_day > inputs.day.date { None } else { compact(inputs.day.difficulty) };
    sampled.ok_or_else(|| {
        let why = format!("nBits of the epoch: the sample figures end on {}, before it began", inputs.day.date);
        fault("nbits", Problem::Missing).at("tip.nbits").allowed(why).into()
    })
}

/// The compact target with exactly this difficulty, `65535 / mantissa · 256^(29 - exponent)`, if there is one.
fn compact(difficulty: Difficulty) -> Option<Nbits> {
    let (mut mantissa, mut exponent) = (65_535.0 / difficulty.get(), 29);
    while mantissa < 32_768.0 {
        mantissa *= 256.0;
        exponent -= 1;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "32,768 to 2^23 unless the check fails"
    )]
    let nbits = Nbits::new(exponent << 24 | mantissa.round() as u32);
    (nbits.difficulty().ok()? == difficulty).then_some(nbits)
}
