//! Module B against its rules, bar by bar.

use hashinsight_numerics::stream::{Stream, batch};
use hashinsight_signals::modules::breakout::{Break, Breakout, BreakoutOutput, BreakoutParams};
use hashinsight_signals::modules::{AssessmentStatus, ClosedBar, Module};
use hashinsight_units::AssetPrice;

use super::check_module;
use super::support::{daily, refused, refused_later, scaled, ta_bars, walk};

#[test]
fn the_module_keeps_its_contract() {
    let bars = walk(11, 220);
    let outputs = check_module::<Breakout>(&BreakoutParams::new(), &bars, &refused());
    let first = outputs.iter().position(|output| output.status == AssessmentStatus::Ok);
    assert_eq!(first, Some(20), "the channel before the bar and the true range are the last that are known");
    for direction in [Break::Up, Break::Down, Break::Inside] {
        assert!(outputs.iter().any(|output| output.direction == direction && output.status == AssessmentStatus::Ok));
    }
    let mut begun = Breakout::open(&BreakoutParams::new()).unwrap();
    begun.update(&bars[0]).unwrap();
    let state = begun.save();
    for bad in refused_later() {
        assert!(begun.update(&bad).is_err());
        assert_eq!(begun.save(), state);
    }
}

/// Breaks, volumes, wicks and stretch from the bars themselves.
#[test]
fn breaks_are_what_the_rules_say() {
    for bars in [ta_bars(), walk(12, 400)] {
        let outputs = batch::<Breakout>(&BreakoutParams::new(), &bars).unwrap();
        let (mut direction, mut since) = (Break::Inside, 0);
        for now in 20..bars.len() {
            let before = &bars[now - 20..now];
            let top = before.iter().map(|bar| bar.high.get()).fold(f64::MIN, f64::max);
            let bottom = before.iter().map(|bar| bar.low.get()).fold(f64::MAX, f64::min);
            let (bar, output) = (&bars[now], &outputs[now]);
            let close = bar.close.get();
            if close > top || close < bottom {
                (direction, since) = (if close > top { Break::Up } else { Break::Down }, now);
            } else if now - since >= 5 {
                direction = Break::Inside;
            }
            assert_eq!(output.direction, direction, "bar {now}");
            if direction == Break::Inside {
                assert_eq!((output.score, output.confidence, output.break_age_bars), (0.0, 0.4, 0), "bar {now}");
                continue;
            }
            assert_eq!(output.break_age_bars as usize, now - since);
            let sign = if direction == Break::Up { 1.0 } else { -1.0 };
            let volume = |at: usize| bars[at].volume_base.unwrap();
            let mean = (since - 19..=since).map(volume).sum::<f64>() / 20.0;
            let dry = volume(since) < 0.8 * mean;
            let wick = bars[since..=now].iter().map(|bar| {
                let [open, high, low, close] = [bar.open, bar.high, bar.low, bar.close].map(AssetPrice::get);
                (if sign > 0.0 { high - open.max(close) } else { open.min(close) - low }) / (high - low)
            });
            let wick = wick.fold(0.0, f64::max);
            let closes: Vec<f64> = bars[now - 19..=now].iter().map(|bar| bar.close.get()).collect();
            let middle = closes.iter().sum::<f64>() / 20.0;
            let deviation = (closes.iter().map(|close| (close - middle).powi(2)).sum::<f64>() / 20.0).sqrt();
            let stretch = (sign * (close - middle) / (2.0 * deviation) - 1.0).clamp(0.0, 1.0);
            let close_to = |got: f64, extent: f64, weight: f64| {
                assert!((got - sign * 1.6 * weight * extent).abs() < 1e-9, "bar {now}: {got} for {extent} of {weight}");
            };
            close_to(output.dry_volume_contribution, f64::from(u8::from(dry)), 0.35);
            close_to(output.rejection_wick_contribution, f64::from(u8::from(wick >= 0.5)), 0.25);
            close_to(output.stretch_contribution, stretch, 0.15);
            assert!(output.channels_left >= 1 && output.confidence >= 0.6 - 1e-12);
        }
    }
}

/// A rise to a top, a fall, a slower rise to a higher top: the index falls short there, and that is known three bars later.
fn two_tops() -> Vec<ClosedBar> {
    let mut closes: Vec<f64> = (0..30).map(|i| 100.0 + f64::from(i % 2)).collect();
    closes.extend((1..=8).map(|i| 101.0 + 3.0 * f64::from(i)));
    closes.extend((1..=6).map(|i| 125.0 - 2.0 * f64::from(i)));
    closes.extend((1..=14).map(|i| 113.0 + 1.0 * f64::from(i) - if i % 3 == 0 { 1.5 } else { 0.0 }));
    closes.extend([125.5, 124.0, 123.0, 122.0]);
    daily(closes.windows(2).map(|pair| {
        let [open, close] = [pair[0], pair[1]];
        ([open, open.max(close) + if close > open { 0.8 } else { 0.2 }, open.min(close) - 0.5, close], Some(1000.0))
    }))
}

#[test]
fn a_divergence_is_known_when_its_top_is_confirmed() {
    let bars = two_tops();
    let outputs = batch::<Breakout>(&BreakoutParams::new(), &bars).unwrap();
    let counted: Vec<usize> = (0..bars.len()).filter(|now| outputs[*now].divergence_points > 0.0).collect();
    let tops: Vec<f64> = bars.iter().map(|bar| bar.high.get()).collect();
    let highest = (0..tops.len()).max_by(|a, b| tops[*a].total_cmp(&tops[*b])).unwrap();
    assert_eq!(counted.first(), Some(&(highest + 3)), "{counted:?}, top at {highest}");
    let output = &outputs[highest + 3];
    assert_eq!(output.direction, Break::Up);
    assert!(output.divergence_points >= 3.0 && output.divergence_contribution > 0.39);
    let far_apart = batch::<Breakout>(
        &BreakoutParams::new()
            .divergence(hashinsight_signals::modules::breakout::DivergenceParams::new().most_bars(10)),
        &bars,
    );
    assert!(far_apart.unwrap().iter().all(|output| output.divergence_points == 0.0));
}

#[test]
fn without_volumes_a_reason_is_missing_and_confidence_falls() {
    let with = walk(13, 200);
    let without: Vec<ClosedBar> =
        with.iter().map(|bar| ClosedBar::new(bar.time_ms, bar.open, bar.high, bar.low, bar.close)).collect();
    let params = BreakoutParams::new();
    let [with, without] = [with, without].map(|bars| batch::<Breakout>(&params, &bars).unwrap());
    let stream = Breakout::open(&params).unwrap();
    for (with, without) in with.iter().zip(&without).skip(20) {
        assert!(without.dry_volume_contribution.is_nan() && without.relative_volume.is_nan());
        assert_eq!(without.stretch_contribution, with.stretch_contribution);
        assert!((without.confidence - 0.65 * with.confidence).abs() < 1e-15);
        assert_eq!(stream.assess(without).reasons.len(), stream.assess(with).reasons.len() - 1);
    }
}

#[test]
fn a_climax_and_a_squeeze_are_seen() {
    let calm = (0..40).map(|i| {
        let close = 100.0 + 0.01 * f64::from(i % 3);
        ([100.0, 103.0, 97.0, close], Some(1000.0 + f64::from(i % 2)))
    });
    let bars = daily(calm.chain([([100.0, 130.0, 100.0, 129.0], Some(9000.0))]));
    let outputs = batch::<Breakout>(&BreakoutParams::new(), &bars).unwrap();
    assert!(outputs[39].squeeze && !outputs[39].volume_climax);
    let last = &outputs[40];
    assert!(last.volume_climax && !last.squeeze && last.channels_left == 3);
    assert_eq!((last.direction, last.confidence), (Break::Up, 1.0));
}

#[test]
fn case_54_other_units_give_the_same_bits() {
    let bars = walk(14, 250);
    let texts = |bars: &[ClosedBar]| -> Vec<String> {
        let outputs: Vec<BreakoutOutput> = batch::<Breakout>(&BreakoutParams::new(), bars).unwrap();
        outputs.iter().map(|output| format!("{output:?}")).collect()
    };
    for factor in [0.125, 4096.0] {
        assert_eq!(texts(&scaled(&bars, factor)), texts(&bars));
    }
}
