//! Price and network on the last day.

use hashinsight_mining::network::{ImpliedHashrateRequest, implied_hashrate};
use hashinsight_units::{Error, Seconds};

use crate::document::{Figure, Section, SectionName, Shown, Source, Unit};
use crate::known::Known;

/// Consensus aims at a block in ten minutes.
const SPACING: Seconds = Seconds::constant(600.0);
/// TH/s in an EH/s.
const THS_PER_EHS: f64 = 1e6;

pub(super) fn section(known: &Known<'_>) -> Result<Section, Error> {
    let (day, source) = (known.day(), known.days.source);
    let implied = implied_hashrate(&ImpliedHashrateRequest::new(day.difficulty, SPACING))?.hashrate_ths;
    let figure = |code, value: Shown, unit| Figure::of(code, value, unit, source);
    let mut figures = vec![
        figure("day", Shown::Day(day.date), Unit::None),
        figure("btc_price", Shown::Number(day.close_usd.get()), Unit::UsdPerBtc),
        figure("lowest_price", Shown::Number(day.low_usd.get()), Unit::UsdPerBtc),
        figure("highest_price", Shown::Number(day.high_usd.get()), Unit::UsdPerBtc),
        figure("difficulty", Shown::Number(day.difficulty.get()), Unit::Difficulty),
    ];
    if let Some(epoch) = &day.epoch_date {
        let word = if epoch == "exact" { "exact" } else { "estimated" };
        figures.push(figure("epoch_start", Shown::word(word), Unit::None));
    }
    figures.push(Figure::of("implied_hashrate", implied / THS_PER_EHS, Unit::Ehs, Source::Calculated));
    figures.push(Figure::of("subsidy", known.subsidy.to_btc_f64(), Unit::Btc, Source::Calculated));
    Ok(Section::new(SectionName::Network).figures(figures).noted(&["implied_hashrate"]))
}
