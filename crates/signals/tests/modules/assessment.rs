//! What all modules answer.

use hashinsight_market::{Bar, BarFields, Interval};
use hashinsight_signals::modules::{
    Assessment, AssessmentStatus, Cadence, ClosedBar, FeatureReading, FeatureValue, ModuleName, Reason, ReasonCode,
    bounded,
};
use hashinsight_units::{Currency, Record, Timestamp};
use proptest::prelude::*;

use super::support::bar;

/// Output of a made-up module.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer, table = MadeUpTable)]
pub(crate) struct MadeUp {
    /// Score.
    pub(crate) score: f64,
    /// Confidence.
    pub(crate) confidence: f64,
    /// Contribution of the trend.
    pub(crate) trend_contribution: f64,
    /// Trend.
    pub(crate) trend_momentum: f64,
    /// Rank.
    pub(crate) rank_contrarian: f64,
    /// Status of the assessment.
    pub(crate) status: AssessmentStatus,
    /// Age, in bars.
    pub(crate) age_bars: i64,
    /// Whether it broke.
    pub(crate) broken: bool,
    /// Regime.
    pub(crate) regime: ModuleName,
}

const MADE_UP: MadeUp = MadeUp {
    score: 0.25,
    confidence: 0.5,
    trend_contribution: 0.25,
    trend_momentum: -0.1,
    rank_contrarian: f64::NAN,
    status: AssessmentStatus::Ok,
    age_bars: 3,
    broken: true,
    regime: ModuleName::Layers,
};

fn made_up(status: AssessmentStatus) -> Assessment {
    let trend = Reason::new(ReasonCode::Trend, -0.1, 0.25).threshold(-0.05);
    let unknown = Reason::new(ReasonCode::Stretch, f64::NAN, f64::NAN);
    Assessment::new(ModuleName::Regime, status, 0.5, &MADE_UP, [trend, unknown])
}

#[test]
fn an_assessment_has_reasons_that_are_known_and_features_that_are_read() {
    let assessment = made_up(AssessmentStatus::Ok);
    let text = serde_json::to_string(&assessment).unwrap();
    let expected = r#"{"module":"regime","score":0.25,"confidence":0.5,"status":"ok","reasons":[
        {"code":"trend","value":-0.1,"threshold":-0.05,"contribution":0.25},
        {"code":"clamp","value":0.25,"threshold":1.0,"contribution":0.0}],"features":[
        {"name":"trend_momentum","reading":"momentum","value":{"number":-0.1}},
        {"name":"age_bars","reading":"descriptive","value":{"number":3.0}},
        {"name":"broken","reading":"descriptive","value":{"flag":true}},
        {"name":"regime","reading":"descriptive","value":{"word":"layers"}}]}"#;
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&text).unwrap(),
        serde_json::from_str::<serde_json::Value>(expected).unwrap()
    );
    assert_eq!(assessment.features[0].reading, FeatureReading::Momentum);
    assert_eq!(assessment.features[1].value, FeatureValue::Number(3.0));

    let time = Timestamp::from_ms(1_713_657_600_000).unwrap();
    assert_eq!((assessment.line(time).score, assessment.line(time).module), (0.25, ModuleName::Regime));
    let lines: Vec<_> = assessment.reason_lines(time).map(|line| (line.reason, line.threshold)).collect();
    assert_eq!(lines, [(ReasonCode::Trend, -0.05), (ReasonCode::Clamp, 1.0)]);
}

#[test]
fn without_a_status_of_ok_there_is_no_score() {
    for status in [AssessmentStatus::Warmup, AssessmentStatus::NoData, AssessmentStatus::Stale] {
        let assessment = made_up(status);
        assert_eq!((assessment.score, assessment.confidence, assessment.reasons.len()), (None, 0.0, 0));
        assert!(assessment.line(Timestamp::from_ms(1_713_657_600_000).unwrap()).score.is_nan());
        assert_eq!(assessment.clone().aged(10, 5), assessment);
    }
    let young = made_up(AssessmentStatus::Ok);
    assert_eq!(young.clone().aged(5, 5), young);
    let old = young.clone().aged(6, 5);
    assert_eq!((old.status, old.score, old.features), (AssessmentStatus::Stale, None, young.features));
}

proptest! {
    #[test]
    fn the_clamp_makes_the_sum_exact(contributions in prop::collection::vec(prop_oneof![-1.0..1.0, -1e9..1e9, Just(f64::NAN)], 0..8)) {
        let held = bounded(contributions.iter().copied());
        let sum = contributions.iter().filter(|one| !one.is_nan()).fold(0.0, |sum, one| sum + one);
        prop_assert_eq!((sum + held.clamp).to_bits(), held.score.to_bits());
        prop_assert!((-1.0..=1.0).contains(&held.score));
        prop_assert!((-1.0..=1.0).contains(&sum) == (held.clamp == 0.0));
    }
}

#[test]
fn bars_that_cannot_follow_are_refused_by_field() {
    const NOW: i64 = 1_713_657_600_000;
    let whole = [10.0, 12.0, 9.0, 11.0];
    let cadence = Cadence::default().bar(&bar(NOW, whole, None), Interval::DAY).unwrap();
    assert!(cadence.bar(&bar(NOW + 86_400_000, whole, Some(0.0)), Interval::DAY).is_ok());
    for (time, prices, volume, said) in [
        (
            1,
            whole,
            None,
            "signals.time_ms.out_of_range at time_ms: got 1713744000001; allowed: one interval of 86400000 ms after the last: 1713744000000",
        ),
        (-86_400_000, whole, None, "signals.time_ms.out_of_range at time_ms: got 1713657600000;"),
        (
            0,
            [10.0, 10.5, 9.0, 11.0],
            None,
            "signals.high.out_of_range at high: got 10.5; allowed: at least open 10, low 9 and close 11",
        ),
        (0, [10.0, 8.0, 9.0, 8.0], None, "signals.high.out_of_range"),
        (
            0,
            [10.0, 12.0, 10.5, 11.0],
            None,
            "signals.low.out_of_range at low: got 10.5; allowed: at most open 10 and close 11",
        ),
        (0, whole, Some(-1.0), "signals.volume_base.out_of_range at volume_base: got -1;"),
        (0, whole, Some(f64::NAN), "signals.volume_base.out_of_range"),
    ] {
        let error = cadence.bar(&bar(NOW + 86_400_000 + time, prices, volume), Interval::DAY).unwrap_err();
        assert!(error.to_string().starts_with(said), "{error}");
    }
}

#[test]
fn a_bar_of_market_data_is_known_when_it_closes() {
    let fields = BarFields {
        source: "coinbase".parse().unwrap(),
        instrument: "BTC-USD".parse().unwrap(),
        quote_currency: Currency::USD,
        interval_ms: Interval::DAY,
        open_time_ms: Timestamp::from_ms(1_713_571_200_000).unwrap(),
        open: 10.0,
        high: 12.0,
        low: 9.0,
        close: 11.0,
        volume_base: Some(5.0),
    };
    let closed = ClosedBar::from(&Bar::new(fields).unwrap());
    assert_eq!(closed, bar(1_713_657_600_000, [10.0, 12.0, 9.0, 11.0], Some(5.0)));
}
