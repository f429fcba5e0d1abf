//! What the next retarget will be, seen from the tip of the site document.

use hashinsight_mining::consensus::{BLOCKS_PER_PERIOD, Nbits, Network};
use hashinsight_mining::network::{
    Band, Estimator, ForecastRetargetReport, ForecastRetargetRequest, Outlook, forecast_retarget,
};
use hashinsight_units::{At, Difficulty, Error, Fault, Fraction, Outcome, Problem, Timestamp};

use crate::document::{BandPlot, Cells, Figure, Plot, PlotShape, Section, SectionName, Shown, Source, Unit};
use crate::known::Known;
use crate::request::{SiteTip, Written};

const CONFIDENCE: Fraction = Fraction::constant(0.95);

pub(super) fn section(known: &Known<'_>) -> Result<Section, Error> {
    let Some(tip) = &known.site.tip else { return Ok(Section::no_data(SectionName::Retarget, "tip")) };
    if tip.height.get().is_multiple_of(BLOCKS_PER_PERIOD) {
        return Ok(Section::no_data(SectionName::Retarget, "tip_interval"));
    }
    let nbits = nbits(tip, known)?;
    let confidence = tip.confidence.map_or(CONFIDENCE, Written::get);
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
    shown(tip, nbits, confidence, &expected)
}

fn shown(
    tip: &SiteTip,
    nbits: Nbits,
    confidence: Fraction,
    expected: &ForecastRetargetReport,
) -> Result<Section, Error> {
    let instant = |s: u32| Timestamp::from_s(s.into()).map(Shown::Instant);
    let stated = |code, value: Shown, unit| Figure::of(code, value, unit, Source::Site);
    let figure = |code, value: Shown, unit| Figure::of(code, value, unit, Source::Calculated);
    let mut figures = vec![
        stated("tip_height", Shown::Number(tip.height.get().into()), Unit::Count),
        stated("tip_time", instant(tip.time_s)?, Unit::None),
        stated("epoch_since", instant(tip.epoch_start_s)?, Unit::None),
        stated("nbits", Shown::Text(nbits.to_string()), Unit::None),
        figure("intervals", Shown::Number(expected.intervals.into()), Unit::Count),
        figure("mean_interval", Shown::Number(expected.mean_interval_ms as f64 / 1e3), Unit::Seconds),
        figure("change", Shown::Number(expected.change), Unit::Change),
    ];
    let mut plots = Vec::new();
    if let Outcome::Value(Band { lower, upper, .. }) = expected.band {
        figures.push(figure("band_lower", Shown::Number(lower), Unit::Change));
        figures.push(figure("band_upper", Shown::Number(upper), Unit::Change));
        figures.push(stated("confidence", Shown::Number(confidence.get()), Unit::Fraction));
        if matches!(expected.outlook, Outlook::Estimated) {
            let place = Cells::Instants(vec![expected.retarget_time_ms]);
            let band = BandPlot::new(place, vec![lower], vec![expected.change], vec![upper]);
            plots.push(Plot::of("retarget", Unit::Change, Source::Calculated, PlotShape::Band(band)));
        }
    }
    if let Outlook::Settled { next_nbits } = expected.outlook {
        figures.push(figure("next_nbits", Shown::Text(next_nbits.to_string()), Unit::None));
    }
    let next = expected.next_retarget_height.get();
    figures.push(figure("next_difficulty", Shown::Number(expected.next_difficulty), Unit::Difficulty));
    figures.push(figure("retarget_height", Shown::Number(next.into()), Unit::Count));
    figures.push(figure("retarget_time", Shown::Instant(expected.retarget_time_ms), Unit::None));
    Ok(Section::new(SectionName::Retarget).figures(figures).plots(plots))
}

/// The compact target of the tip's epoch: as given, else that of the last day's difficulty if the epoch began by then.
fn nbits(tip: &SiteTip, known: &Known<'_>) -> Result<Nbits, Error> {
    if let Some(nbits) = tip.nbits {
        return Ok(nbits);
    }
    let started = Timestamp::from_s(tip.epoch_start_s.into())? >= known.midnight()?;
    let sampled = if started { None } else { compact(known.day().difficulty) };
    sampled.ok_or_else(|| {
        let why = format!("nBits of the epoch: the days end on {}, before it began", known.day().date);
        Fault::new("report.nbits", Problem::Missing).at("tip.nbits").allowed(why).into()
    })
}

/// The compact target with exactly this difficulty, `65535 / mantissa · 256^(29 - exponent)`, if there is one.
fn compact(difficulty: Difficulty) -> Option<Nbits> {
    let (mut mantissa, mut exponent) = (65_535.0 / difficulty.get(), 29);
    while mantissa < 32_768.0 && exponent > 3 {
        mantissa *= 256.0;
        exponent -= 1;
    }
    if mantissa >= 8_388_608.0 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 2^23, as was checked")]
    let nbits = Nbits::new(exponent << 24 | mantissa.round() as u32);
    (nbits.difficulty().ok()? == difficulty).then_some(nbits)
}
