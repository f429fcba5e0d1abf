//! The module against what it is made of, computed apart, and against its contract.

use hashinsight_derivatives::estimation::{RealizedVolatilityRequest, realized_volatility};
use hashinsight_market::Interval;
use hashinsight_numerics::stream::{Stream, batch};
use hashinsight_signals::modules::regime::{
    Regime, RegimeOutput, RegimeParams, SwitchingModel, SwitchingRegime, Volatility,
};
use hashinsight_signals::modules::{AssessmentStatus, ClosedBar};
use hashinsight_testkit::within_relative;
use hashinsight_units::{AssetPrice, Fraction, Years};

use super::case;
use crate::modules::check_module;
use crate::modules::support::{daily, refused, refused_later, scaled, ta_bars, walk};

fn small() -> RegimeParams {
    RegimeParams::new().short_length(5).long_length(20).rank_length(60)
}

#[test]
fn the_module_keeps_its_contract() {
    let bars = ta_bars();
    let outputs = check_module::<Regime>(&small(), &bars[..120], &refused());
    let first = outputs.iter().position(|output| output.status == AssessmentStatus::Ok);
    assert_eq!(first, Some(19), "the long average is the last that is known");
    let mut begun = Regime::open(&small()).unwrap();
    begun.update(&bars[0]).unwrap();
    let state = begun.save();
    for bad in refused_later() {
        assert!(begun.update(&bad).is_err());
        assert_eq!(begun.save(), state);
    }
}

#[test]
fn case_19_range_volatilities() {
    let bars = ta_bars();
    let case = case("signal_ref.json", "A_vol");
    let report = |bars: &[ClosedBar]| {
        let column = |read: fn(&ClosedBar) -> AssetPrice| bars.iter().map(read).collect();
        let (open, high) = (column(|bar| bar.open), column(|bar| bar.high));
        let (low, close) = (column(|bar| bar.low), column(|bar| bar.close));
        let request = RealizedVolatilityRequest::new(open, high, low, close, Years::constant(1.0 / 365.0));
        realized_volatility(&request).unwrap()
    };
    let [last_20, last_21] = [20, 21].map(|count| report(&bars[bars.len() - count..]));
    for (volatility, name) in [
        (last_20.parkinson, "parkinson_20_last"),
        (last_20.garman_klass, "garman_klass_20_last"),
        (last_20.rogers_satchell, "rogers_satchell_20_last"),
        (last_21.close_to_close, "close_close_var_20_last_ddof1"),
        (last_21.yang_zhang, "yang_zhang_20_last"),
    ] {
        within_relative(volatility * volatility / 365.0, case[name].as_f64().unwrap(), 1e-12, name);
    }
}

#[test]
fn case_20_exponentially_weighted_variance() {
    let outputs = batch::<Regime>(&RegimeParams::new(), &ta_bars()).unwrap();
    let expected = super::numbers(&case("signal_ref.json", "A_vol")["ewma_var_first3_last"]);
    for (index, expected) in [1, 2, 3, outputs.len() - 1].into_iter().zip(expected) {
        let volatility = outputs[index].volatility_per_year;
        within_relative(volatility * volatility / 365.0, expected, 1e-12, &format!("bar {index}"));
    }
}

/// The score from its formula, with sums and counts over the whole window at each bar.
#[test]
fn the_score_is_what_the_formula_says() {
    let bars = walk(5, 300);
    let closes: Vec<f64> = bars.iter().map(|bar| bar.close.get()).collect();
    let next = |stay: f64, leave: f64| vec![Fraction::new(stay).unwrap(), Fraction::new(leave).unwrap()];
    let model = SwitchingModel::new(vec![
        SwitchingRegime::new(0.001, 0.000225, next(0.97, 0.03)),
        SwitchingRegime::new(-0.001, 0.0025, next(0.05, 0.95)),
    ]);
    let returns: Vec<f64> = closes.windows(2).map(|pair| (pair[1] / pair[0]).ln()).collect();
    let filtered = model.filter(&returns).unwrap();
    let outputs = batch::<Regime>(&small().model(model), &bars).unwrap();
    let density: f64 = outputs[1..].iter().map(|output| output.log_density).sum();
    within_relative(density, filtered.log_likelihood, 1e-12, "log likelihood");
    for (index, output) in outputs.iter().enumerate().skip(19) {
        let mean = |length: usize| closes[index + 1 - length..=index].iter().sum::<f64>() / length as f64;
        let momentum = mean(5) / mean(20) - 1.0;
        let window = &closes[(index + 1).saturating_sub(60)..=index];
        let rank = (window.iter().filter(|close| **close < closes[index]).count() as f64 + 0.5) / window.len() as f64;
        let turbulence = filtered.filtered(index - 1, 1);
        let score = -0.6 * (momentum / 0.1).clamp(-1.0, 1.0) + 0.4 * (2.0 * rank - 1.0) * turbulence;
        assert!((output.score - score).abs() < 1e-12, "bar {index}: {} and {score}", output.score);
        assert!((output.turbulence_probability - turbulence).abs() < 1e-12, "bar {index}");
        assert_eq!(output.volatility == Volatility::Turbulent, turbulence > 0.5);
        let confidence = (2.0 * turbulence - 1.0).abs() * window.len() as f64 / 60.0;
        let halved = output.confidence / confidence;
        assert!((halved - 1.0).abs() < 1e-9 || (halved - 0.5).abs() < 1e-9, "bar {index}: {halved}");
    }
    assert!(outputs.iter().skip(20).any(|output| output.confidence > 0.4), "settled somewhere");
}

fn texts(outputs: &[RegimeOutput]) -> Vec<String> {
    outputs.iter().map(|output| format!("{output:?}")).collect()
}

#[test]
fn case_54_other_units_give_the_same_bits() {
    let bars = walk(6, 200);
    let outputs = batch::<Regime>(&small(), &bars).unwrap();
    for factor in [0.25, 1024.0] {
        assert_eq!(texts(&batch::<Regime>(&small(), &scaled(&bars, factor)).unwrap()), texts(&outputs));
    }
}

#[test]
fn a_price_that_never_moves_has_no_unit() {
    let bars = daily((0..80).map(|_| ([91.5; 4], None)));
    let outputs = batch::<Regime>(&small(), &bars).unwrap();
    let last = outputs.last().unwrap();
    assert_eq!((last.score, last.likeliest_run_bars), (0.0, 0));
    assert!(last.volatility_per_year == 0.0 && last.recent_change_probability.is_nan());
}

#[test]
fn parameters_that_cannot_be() {
    let said = |params: RegimeParams| Regime::open(&params).unwrap_err().to_string();
    assert!(said(RegimeParams::new().interval_ms(Interval::HOUR)).starts_with("signals.model.missing at model"));
    assert_eq!(
        said(RegimeParams::new().short_length(200)),
        "signals.short_length.out_of_range at short_length: got 200; allowed: below long_length, 200"
    );
    assert!(said(RegimeParams::new().variance_decay(Fraction::ONE)).starts_with("signals.variance_decay.out_of_range"));
    let mut params = RegimeParams::new();
    params.runs.mean_run = 1.0;
    assert!(said(params).starts_with("signals.mean_run.out_of_range at runs.mean_run: got 1"));
    let one = SwitchingRegime::new(0.0, 1.0, vec![Fraction::ONE]);
    assert!(
        said(RegimeParams::new().model(SwitchingModel::new(vec![one])))
            .starts_with("signals.regimes.out_of_range at model.regimes")
    );
}
