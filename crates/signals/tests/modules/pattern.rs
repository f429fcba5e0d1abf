//! Module F: each pattern from a drawing of it, and what holds of every pattern in a walk.

use hashinsight_numerics::stream::{Stream, batch};
use hashinsight_signals::modules::pattern::{
    ChartPattern, Pattern, PatternDirection, PatternFate, PatternOutput, PatternParams,
};
use hashinsight_signals::modules::{AssessmentStatus, ClosedBar, Module, ReasonCode};

use super::check_module;
use super::support::{daily, refused, refused_later, scaled, walk};

/// Half of a bar's range in the drawings: tops stand so much above the line, bottoms so much below it.
const HALF: f64 = 0.25;

/// Bars along straight lines between corners `(bar, price)`.
fn drawing(corners: &[(u32, f64)]) -> Vec<ClosedBar> {
    let mut closes = Vec::new();
    for pair in corners.windows(2) {
        let [(from, start), (to, end)] = [pair[0], pair[1]];
        closes.extend((from..to).map(|bar| start + (end - start) * f64::from(bar - from) / f64::from(to - from)));
    }
    daily(closes.into_iter().map(|close| ([close, close + HALF, close - HALF, close], None)))
}

fn outputs(corners: &[(u32, f64)]) -> Vec<PatternOutput> {
    batch::<Pattern>(&PatternParams::new(), &drawing(corners)).unwrap()
}

/// The bar at which the pattern begins to wait, and the one that breaks it.
fn course(outputs: &[PatternOutput], pattern: ChartPattern) -> (usize, usize) {
    let forming = outputs.iter().position(|output| output.forming == pattern).expect("it forms");
    let broken = outputs.iter().position(|output| output.pattern == pattern && output.event == PatternFate::Broken);
    (forming, broken.expect("it breaks"))
}

fn close(got: f64, expected: f64) {
    assert!((got - expected).abs() < 1e-9, "got {got}, expected {expected}");
}

/// Corners before the pattern, so that five turning points are known.
const BEFORE: [(u32, f64); 4] = [(0, 80.0), (8, 95.0), (16, 82.0), (24, 97.0)];

fn after(corners: &[(u32, f64)]) -> Vec<(u32, f64)> {
    BEFORE.iter().chain(corners).copied().collect()
}

#[test]
fn a_double_top_breaks_downward() {
    let seen = outputs(&after(&[(32, 88.0), (48, 120.0), (60, 100.0), (75, 121.0), (110, 70.0)]));
    let (forming, broken) = course(&seen, ChartPattern::DoubleTop);
    assert_eq!(forming, 78, "known three bars after the second top");
    // Down from 121 by 51/35 a bar: below 99.75 at the fifteenth.
    assert_eq!(broken, 75 + 15);
    let output = &seen[broken];
    assert_eq!((output.direction, output.status, output.score), (PatternDirection::Down, AssessmentStatus::Ok, 1.0));
    close(output.neckline_price, 100.0 - HALF);
    close(output.target_price, 99.75 - (120.75 - 99.75));
    close(output.invalidation_price, 121.0 + HALF);
    close(seen[broken + 5].score, (-1.0_f64).exp());
    let stream = Pattern::open(&PatternParams::new()).unwrap();
    assert_eq!(stream.assess(output).reasons[0].code, ReasonCode::DoubleTop);
    // The target at 78.75 is reached by a low.
    let reached = seen.iter().position(|output| output.event == PatternFate::Reached).unwrap();
    assert_eq!(reached, 75 + 29);
    assert_eq!((seen[reached].pattern, seen[reached].confidence), (ChartPattern::Nothing, 0.0));
}

#[test]
fn a_double_bottom_breaks_upward_and_can_fail() {
    let seen = outputs(&after(&[(40, 70.0), (55, 90.0), (70, 69.5), (90, 96.0), (120, 60.0)]));
    let (forming, broken) = course(&seen, ChartPattern::DoubleBottom);
    assert_eq!(forming, 73);
    let output = &seen[broken];
    assert_eq!((output.direction, output.score), (PatternDirection::Up, -1.0));
    close(output.neckline_price, 90.0 + HALF);
    close(output.target_price, 90.25 + (90.25 - 69.5));
    close(output.invalidation_price, 69.5 - HALF);
    let ended: Vec<_> =
        seen[broken + 1..].iter().map(|output| output.event).filter(|event| *event != PatternFate::Quiet).collect();
    assert_eq!(ended[0], PatternFate::Invalidated);
}

#[test]
fn head_and_shoulders_break_at_a_sloping_neckline() {
    let shoulders = [(32, 90.0), (42, 110.0), (52, 100.0), (62, 130.0), (72, 101.0), (82, 111.0), (110, 60.0)];
    let seen = outputs(&after(&shoulders));
    let (forming, broken) = course(&seen, ChartPattern::HeadAndShoulders);
    assert_eq!(forming, 85, "known three bars after the right shoulder");
    let neckline = |bar: usize| 99.75 + (bar as f64 - 52.0) / 20.0;
    let output = &seen[broken];
    close(output.neckline_price, neckline(broken));
    close(output.target_price, neckline(broken) - (130.25 - neckline(62)));
    close(output.invalidation_price, 111.25);
    assert_eq!((output.direction, output.score), (PatternDirection::Down, 1.0));

    let mirrored: Vec<_> = after(&shoulders).into_iter().map(|(bar, price)| (bar, 200.0 - price)).collect();
    let seen = outputs(&mirrored);
    let (_, broken) = course(&seen, ChartPattern::InverseHeadAndShoulders);
    assert_eq!((seen[broken].direction, seen[broken].score), (PatternDirection::Up, -1.0));
    assert!(seen[broken].target_price > seen[broken].neckline_price);
}

#[test]
fn a_triangle_and_a_rectangle_break_either_way() {
    let triangle = after(&[(36, 70.0), (48, 120.0), (58, 90.0), (68, 110.0), (78, 91.0), (86, 100.0)]);
    for (end, direction) in [((100, 130.0), PatternDirection::Up), ((100, 60.0), PatternDirection::Down)] {
        let seen = outputs(&[&triangle[..], &[end]].concat());
        let (_, broken) = course(&seen, ChartPattern::Triangle);
        let output = &seen[broken];
        assert_eq!(output.direction, direction);
        let beyond = output.target_price - output.neckline_price;
        assert!(if direction == PatternDirection::Up { beyond > 15.0 } else { beyond < -15.0 }, "{beyond}");
    }
    let rectangle = after(&[(36, 70.0), (50, 110.0), (60, 100.0), (70, 110.5), (80, 100.3), (90, 110.2), (97, 100.0)]);
    for (end, direction, target) in
        [((117, 140.0), PatternDirection::Up, 110.75 + 11.0), ((117, 60.0), PatternDirection::Down, 99.75 - 11.0)]
    {
        let seen = outputs(&[&rectangle[..], &[end]].concat());
        let (_, broken) = course(&seen, ChartPattern::Rectangle);
        assert_eq!(seen[broken].direction, direction);
        close(seen[broken].target_price, target);
    }
}

#[test]
fn what_is_not_broken_says_nothing() {
    // Two tops that the price leaves upward: the pattern is gone.
    let seen = outputs(&after(&[(32, 88.0), (48, 120.0), (60, 105.0), (75, 121.0), (80, 115.0), (110, 150.0)]));
    assert!(seen.iter().any(|output| output.forming == ChartPattern::DoubleTop));
    assert!(seen.iter().all(|output| output.pattern != ChartPattern::DoubleTop));
    assert_eq!(seen.last().unwrap().forming, ChartPattern::Nothing);
    assert!(
        seen.iter().filter(|output| output.pattern == ChartPattern::Nothing).all(|output| output.confidence == 0.0)
    );
}

#[test]
fn the_module_keeps_its_contract() {
    let bars = walk(41, 700);
    let params = PatternParams::new().pivot_bars(2);
    let outputs = check_module::<Pattern>(&params, &bars, &refused());
    let mut seen = Vec::new();
    for (now, output) in outputs.iter().enumerate() {
        let closed = bars[now].close.get();
        let PatternOutput { neckline_price, target_price, invalidation_price, .. } = *output;
        if output.event == PatternFate::Broken {
            seen.push(output.pattern);
            let up = output.direction == PatternDirection::Up;
            assert!(if up { closed > neckline_price } else { closed < neckline_price }, "bar {now}");
            assert!(if up { target_price > neckline_price } else { target_price < neckline_price }, "bar {now}");
            assert!(
                if up { invalidation_price < neckline_price } else { invalidation_price > neckline_price },
                "bar {now}"
            );
            assert_eq!((output.age_bars, output.score.abs()), (0, 1.0));
        }
        assert_eq!(output.pattern == ChartPattern::Nothing, target_price.is_nan());
    }
    assert!(seen.len() >= 5 && seen.iter().any(|pattern| *pattern != seen[0]), "{seen:?}");
    let mut begun = Pattern::open(&params).unwrap();
    begun.update(&bars[0]).unwrap();
    let state = begun.save();
    for bad in refused_later() {
        assert!(begun.update(&bad).is_err());
        assert_eq!(begun.save(), state);
    }
}

#[test]
fn case_54_other_units_give_the_same_bits() {
    let bars = walk(42, 300);
    let seen = |bars: &[ClosedBar]| -> Vec<(u64, ChartPattern, ChartPattern)> {
        let of = |output: &PatternOutput| (output.score.to_bits(), output.forming, output.pattern);
        batch::<Pattern>(&PatternParams::new().pivot_bars(2), bars).unwrap().iter().map(of).collect()
    };
    for factor in [0.25, 512.0] {
        assert_eq!(seen(&scaled(&bars, factor)), seen(&bars));
    }
}

#[test]
fn case_22_turning_points_are_known_two_bars_later() {
    use hashinsight_signals::indicators::{Candle, FractalSwings, Indicator, SwingParams};
    let case = super::support::case("signal_ref.json", "C_fractals_5bar_strict");
    let mut swings = FractalSwings::new(&SwingParams::new()).unwrap();
    let confirmed: Vec<f64> = super::support::ta_bars()
        .iter()
        .map(|bar| swings.next(Candle { high: bar.high.get(), low: bar.low.get(), close: bar.close.get() }).confirmed)
        .collect();
    let mut expected = vec![0.0; confirmed.len()];
    for name in ["high_pivot_bars", "low_pivot_bars"] {
        for bar in super::support::numbers(&case[name]) {
            expected[bar as usize + 2] += 1.0;
        }
    }
    assert_eq!(confirmed, expected);
}
