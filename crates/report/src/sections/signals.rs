//! The ten modules on the last day, and the decision with its reasons.

use hashinsight_signals::evaluate::{
    CalibrateRequest, CalibrationState, Decision, EvaluateReport, EvaluateRequest, calibrate, evaluate,
};
use hashinsight_signals::modules::ensemble::Label as Prediction;
use hashinsight_signals::modules::{Assessment, Reason};
use hashinsight_units::record::Word;
use hashinsight_units::{At, Error};

use crate::document::{
    BarPlot, Cells, Column, Curves, Figure, Label, Plot, PlotShape, Section, SectionName, Series, Shown, Source, Table,
    TextCode, Unit,
};
use crate::known::Known;
use crate::request::SiteSignals;

/// Days whose probabilities are drawn.
const DRAWN: u32 = 90;
/// Fewest days to which maps are fitted.
const FITTED: usize = 365;

/// What the modules say.
pub(crate) struct Assessed {
    pub(crate) choices: SiteSignals,
    pub(crate) report: EvaluateReport,
}

impl Assessed {
    pub(crate) fn of(known: &Known<'_>) -> Result<Self, Error> {
        let choices = known.site.signals.unwrap_or_default();
        let days = known.days.all.len();
        let label = Prediction::new(choices.horizon_days);
        let request = EvaluateRequest::new(known.days.history(days, known.subsidy)?).label(label).last_bars(DRAWN);
        // The maps see no label that was not known on the first day that is drawn.
        let past = days.saturating_sub(choices.horizon_days as usize + DRAWN as usize);
        let request = if choices.calibrated && past >= FITTED {
            let history = known.days.history(past, known.subsidy)?;
            request.calibration(calibrate(&CalibrateRequest::new(history).label(label)).at("days")?)
        } else {
            request
        };
        Ok(Self { choices, report: evaluate(&request).at("days")? })
    }

    /// The decision of the last day.
    pub(crate) fn decision(&self) -> Option<&Decision> {
        self.report.decisions.last()
    }

    /// The modules on the last day.
    pub(crate) fn modules(&self) -> impl Iterator<Item = &Assessment> {
        let last = self.decision().map(|decision| decision.time_ms);
        self.report.rows.iter().filter(move |row| Some(row.time_ms) == last).map(|row| &row.assessment)
    }

    /// Reasons of the last day that say most for selling, and most against it.
    pub(crate) fn strongest(&self) -> (Option<Reason>, Option<Reason>) {
        let reasons =
            || self.modules().filter(|module| module.module.word() != "ensemble").flat_map(|module| &module.reasons);
        let most = reasons().filter(|reason| reason.contribution > 0.0);
        let least = reasons().filter(|reason| reason.contribution < 0.0);
        let by = |a: &&Reason, b: &&Reason| a.contribution.total_cmp(&b.contribution);
        (most.max_by(by).copied(), least.min_by(by).copied())
    }
}

pub(crate) fn action(decision: &Decision) -> Shown {
    Shown::Code(TextCode::of(format!("signals.action.{}", decision.action.word())))
}

pub(super) fn section(known: &Known<'_>) -> Result<Section, Error> {
    let assessed = known.signals()?;
    let Some(decision) = assessed.decision() else {
        return Ok(Section::no_data(SectionName::Signals, "days"));
    };
    let or_undefined = |value: Option<f64>| value.map_or(Shown::Undefined, Shown::Number);
    let figure = |code, value: Shown, unit| Figure::of(code, value, unit, Source::Calculated);
    let number = |code, value: f64, unit| figure(code, Shown::Number(value), unit);
    let calibration = match decision.calibration {
        CalibrationState::Calibrated => "calibrated",
        CalibrationState::InSample => "in_sample",
        CalibrationState::Uncalibrated => "uncalibrated",
    };
    let figures = vec![
        figure("signal_action", action(decision), Unit::None),
        figure("probability", or_undefined(decision.probability), Unit::Fraction),
        number("trim_at", decision.thresholds.trim_at.get(), Unit::Fraction),
        number("sell_at", decision.thresholds.sell_at.get(), Unit::Fraction),
        number("size", decision.size_fraction, Unit::Fraction),
        number("module_coverage", decision.coverage, Unit::Fraction),
        number("decision_confidence", decision.confidence, Unit::Fraction),
        figure("calibration", Shown::word(calibration), Unit::None),
        number("horizon", f64::from(assessed.choices.horizon_days), Unit::Days),
    ];
    let modules: Vec<&Assessment> = assessed.modules().collect();
    let scored = || modules.iter().filter_map(|module| module.score.map(|score| (module, score)));
    let name = |module: &Assessment| format!("signals.module.{}", module.module.word());
    let bars = BarPlot::new(
        scored().map(|(module, _)| Label::Code(TextCode::of(name(module)))).collect(),
        scored().map(|(_, score)| score).collect(),
    );
    let days = Cells::Instants(assessed.report.decisions.iter().map(|decision| decision.time_ms).collect());
    let mut plots = vec![Plot::of("scores", Unit::Number, Source::Calculated, PlotShape::Bar(bars))];
    let probabilities: Option<Vec<f64>> =
        assessed.report.decisions.iter().map(|decision| decision.probability).collect();
    if let Some(probabilities) = probabilities {
        let threshold = vec![decision.thresholds.trim_at.get(); probabilities.len()];
        let series = vec![
            Series::new(Label::figure("probability"), probabilities),
            Series::new(Label::figure("trim_at"), threshold),
        ];
        plots.push(Plot::of(
            "probability",
            Unit::Fraction,
            Source::Calculated,
            PlotShape::Line(Curves::new(days, series)),
        ));
    }
    let section = Section::new(SectionName::Signals).figures(figures).plots(plots);
    let section = section.tables(vec![table(&modules), reasons(&modules)]);
    Ok(section.noted(&["sell_now", "probability", "sample_signals"]))
}

fn table(modules: &[&Assessment]) -> Table {
    let codes = |kind: &str, of: fn(&Assessment) -> &'static str| {
        Cells::Codes(modules.iter().map(|module| TextCode::of(format!("signals.{kind}.{}", of(module)))).collect())
    };
    let scores = modules.iter().map(|module| module.score.map_or(Shown::Undefined, Shown::Number));
    Table::of(
        "modules",
        vec![
            Column::of("module", Unit::None, codes("module", |module| module.module.word())),
            Column::of("status", Unit::None, codes("status", |module| module.status.word())),
            Column::of("score", Unit::Number, Cells::Shown(scores.collect())),
            Column::numbers("confidence", Unit::Fraction, modules.iter().map(|module| module.confidence).collect()),
        ],
    )
}

fn reasons(modules: &[&Assessment]) -> Table {
    let all: Vec<(&Assessment, &Reason)> =
        modules.iter().flat_map(|module| module.reasons.iter().map(move |reason| (*module, reason))).collect();
    let of_module = all.iter().map(|(module, _)| TextCode::of(format!("signals.module.{}", module.module.word())));
    let of_reason = all.iter().map(|(_, reason)| TextCode::of(format!("signals.reason.{}", reason.code.word())));
    let thresholds = all.iter().map(|(_, reason)| reason.threshold.map_or(Shown::Text(String::new()), Shown::Number));
    Table::of(
        "reasons",
        vec![
            Column::of("module", Unit::None, Cells::Codes(of_module.collect())),
            Column::of("reason", Unit::None, Cells::Codes(of_reason.collect())),
            Column::numbers("value", Unit::Number, all.iter().map(|(_, reason)| reason.value).collect()),
            Column::of("threshold", Unit::Number, Cells::Shown(thresholds.collect())),
            Column::numbers("contribution", Unit::Number, all.iter().map(|(_, reason)| reason.contribution).collect()),
        ],
    )
}
