//! Module C against levels and clusters that are made anew from all bars at each bar.

use hashinsight_numerics::stream::{Stream, batch};
use hashinsight_signals::indicators::{Atr, AtrParams, Candle, Indicator, ProfileParams, Traded, VolumeProfile};
use hashinsight_signals::modules::confluence::{Confluence, ConfluenceOutput, ConfluenceParams};
use hashinsight_signals::modules::{AssessmentStatus, ClosedBar};
use hashinsight_units::AssetPrice;

use super::check_module;
use super::support::{daily, refused, refused_later, scaled, walk};

fn small() -> ConfluenceParams {
    ConfluenceParams::new().pivot_bars(2).profile_length(20).extreme_length(50).decay_bars(20.0)
}

fn candle(bar: &ClosedBar) -> Candle {
    Candle { high: bar.high.get(), low: bar.low.get(), close: bar.close.get() }
}

fn traded(bar: &ClosedBar) -> Traded {
    let Candle { high, low, close } = candle(bar);
    Traded { high, low, close, volume: bar.volume_base.unwrap() }
}

/// Levels `(price, source, weight, age)` as they are known after the last of these bars, each from its definition.
fn levels(bars: &[ClosedBar]) -> Vec<(f64, u8, f64, usize)> {
    let now = bars.len() - 1;
    let mut levels = Vec::new();
    let mut turns: Vec<(usize, bool, f64)> = Vec::new();
    for at in 2..bars.len() - 2 {
        let around = || [at - 2, at - 1, at + 1, at + 2].into_iter();
        let [high, low] = [bars[at].high.get(), bars[at].low.get()];
        if around().all(|other| bars[other].high.get() < high) {
            turns.push((at, true, high));
        }
        if around().all(|other| bars[other].low.get() > low) {
            turns.push((at, false, low));
        }
    }
    let recent = &turns[turns.len().saturating_sub(16)..];
    levels.extend(recent.iter().filter(|turn| now - turn.0 <= 80).map(|turn| (turn.2, 0, 1.0, now - turn.0)));
    let over = bars.len() / 7 * 7;
    let age = bars.len() - over;
    let week = &bars[over - 7..over];
    let high = week.iter().map(|bar| bar.high.get()).fold(f64::MIN, f64::max);
    let low = week.iter().map(|bar| bar.low.get()).fold(f64::MAX, f64::min);
    let pivot = (high + low + week[6].close.get()) / 3.0;
    let range = high - low;
    let classic =
        [pivot, 2.0 * pivot - low, pivot + range, high + 2.0 * (pivot - low), 2.0 * pivot - high, pivot - range];
    levels.extend(classic.into_iter().chain([low - 2.0 * (high - pivot)]).map(|price| (price, 1, 0.5, age)));
    if over >= 20 {
        let window: Vec<Traded> = bars[over - 20..over].iter().map(traded).collect();
        let mut profile = VolumeProfile::new(&ProfileParams::new(20)).unwrap();
        let seen = window.iter().map(|bar| profile.next(*bar)).last().unwrap();
        levels.extend([seen.control, seen.upper, seen.lower].map(|price| (price, 2, 1.0, age)));
    }
    if let Some(last) = turns.last() {
        // The leg begins at the last turn of the other kind before the run of turns of the last's kind.
        if let Some(first) = turns.iter().rev().find(|turn| turn.1 != last.1) {
            let leg = last.2 - first.2;
            let back = [0.236, 0.382, 0.5, 0.618, 0.786].map(|ratio| last.2 - ratio * leg);
            let beyond = [1.272, 1.618].map(|ratio| first.2 + ratio * leg);
            levels.extend(back.into_iter().chain(beyond).map(|price| (price, 3, 0.5, now - last.0)));
        }
        let since = || bars[last.0..].iter().map(traded);
        let paid: f64 = since().map(|bar| (bar.high + bar.low + bar.close) / 3.0 * bar.volume).sum();
        levels.push((paid / since().map(|bar| bar.volume).sum::<f64>(), 4, 1.0, now - last.0));
    }
    if now >= 50 {
        let year = &bars[now - 50..now];
        levels.push((year.iter().map(|bar| bar.high.get()).fold(f64::MIN, f64::max), 5, 1.0, 0));
        levels.push((year.iter().map(|bar| bar.low.get()).fold(f64::MAX, f64::min), 5, 1.0, 0));
    }
    levels
}

/// Price, strength, distinct sources and touches of every cluster.
fn clusters(mut levels: Vec<(f64, u8, f64, usize)>, tolerance: f64) -> Vec<(f64, f64, usize, usize)> {
    levels.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut gathered: Vec<Vec<(f64, u8, f64, usize)>> = Vec::new();
    for level in levels {
        match gathered.last_mut() {
            Some(cluster) if level.0 / cluster[0].0 <= 1.0 + tolerance => cluster.push(level),
            _ => gathered.push(vec![level]),
        }
    }
    let of = |cluster: Vec<(f64, u8, f64, usize)>| {
        let worth = |level: &(f64, u8, f64, usize)| level.2 * (-(level.3 as f64) / 20.0).exp();
        let sum: f64 = cluster.iter().map(worth).sum();
        let price = cluster.iter().map(|level| worth(level) * level.0).sum::<f64>() / sum;
        let sources: std::collections::BTreeSet<u8> = cluster.iter().map(|level| level.1).collect();
        let touches = cluster.iter().filter(|level| level.1 == 0).count();
        (price, sum * (1.0 + (touches.max(1) as f64).ln()), sources.len(), touches)
    };
    gathered.into_iter().map(of).collect()
}

#[test]
fn the_score_is_what_all_bars_say() {
    let bars = walk(31, 260);
    let outputs = batch::<Confluence>(&small(), &bars).unwrap();
    let mut range = Atr::new(&AtrParams::new(14)).unwrap();
    let mut confluences = 0;
    for (now, output) in outputs.iter().enumerate() {
        let range = range.next(candle(&bars[now]));
        if range.is_nan() {
            assert_eq!(output.status, AssessmentStatus::Warmup);
            continue;
        }
        let close = bars[now].close.get();
        let tolerance = f64::max(0.003, 0.25 * range / close);
        let mut levels = levels(&bars[..=now]);
        levels.retain(|level| level.0 > 0.0 && (level.0 - close).abs() <= 10.0 * range);
        assert_eq!(output.levels as usize, levels.len(), "bar {now}");
        let (mut above, mut below) = ([0.0; 4], [0.0; 4]);
        for (price, strength, sources, touches) in clusters(levels, tolerance) {
            let pull = strength * (-(price - close).abs() / range).exp();
            let side = if price > close { &mut above } else { &mut below };
            if sources >= 2 && pull > side[0] {
                *side = [pull, price, sources as f64, touches as f64];
            }
        }
        let score = ((above[0] - below[0]) / 2.0).clamp(-1.0, 1.0);
        assert!((output.score - score).abs() < 1e-9, "bar {now}: {} and {score}", output.score);
        let near = |got: f64, expected: f64| expected == 0.0 || (got / expected - 1.0).abs() < 1e-9;
        assert!(near(output.resistance_price, above[1]) && near(output.support_price, below[1]), "bar {now}");
        assert_eq!((f64::from(output.resistance_sources), f64::from(output.support_sources)), (above[2], below[2]));
        assert_eq!((f64::from(output.resistance_touches), f64::from(output.support_touches)), (above[3], below[3]));
        assert_eq!(output.confidence, (above[2].max(below[2]) / 4.0).min(1.0));
        confluences += usize::from(above[2] >= 3.0);
    }
    assert!(confluences > 10, "{confluences}");
}

#[test]
fn the_module_keeps_its_contract() {
    let bars = walk(32, 200);
    let outputs = check_module::<Confluence>(&small(), &bars, &refused());
    assert_eq!(outputs.iter().position(|output| output.status == AssessmentStatus::Ok), Some(14));
    assert!(outputs.iter().any(|output| output.score > 0.2) && outputs.iter().any(|output| output.score < -0.2));
    let mut begun = Confluence::open(&small()).unwrap();
    begun.update(&bars[0]).unwrap();
    let state = begun.save();
    for bad in refused_later() {
        assert!(begun.update(&bad).is_err());
        assert_eq!(begun.save(), state);
    }
}

#[test]
fn round_numbers_count_where_a_step_is_given() {
    let bars = walk(33, 60);
    let step = AssetPrice::constant(1000.0);
    let [without, with] =
        [small(), small().round_step(step)].map(|params| batch::<Confluence>(&params, &bars).unwrap().pop().unwrap());
    assert_eq!(with.levels, without.levels + 2);
}

#[test]
fn without_volumes_there_is_no_profile() {
    let bars = walk(34, 120);
    let bare: Vec<ClosedBar> =
        bars.iter().map(|bar| ClosedBar::new(bar.time_ms, bar.open, bar.high, bar.low, bar.close)).collect();
    let [with, without] = [bars, bare].map(|bars| batch::<Confluence>(&small(), &bars).unwrap());
    assert!(with.iter().zip(&without).skip(30).all(|(with, without)| without.levels < with.levels));
    assert!(without.iter().skip(30).all(|output| output.status == AssessmentStatus::Ok));
}

#[test]
fn a_market_that_stands_still_has_its_levels_at_the_close() {
    let outputs = batch::<Confluence>(&small(), &daily((0..40).map(|_| ([91.5; 4], Some(1.0))))).unwrap();
    let last = &outputs[39];
    assert_eq!((last.support_price, last.support_distance_ranges), (91.5, 0.0));
    assert!(last.score < 0.0 && last.resistance_price.is_nan());
}

#[test]
fn case_54_other_units_give_the_same_bits() {
    let bars = walk(35, 250);
    let seen = |bars: &[ClosedBar]| -> Vec<[u64; 4]> {
        let of = |output: &ConfluenceOutput| {
            [output.score, output.confidence, output.resistance_distance_ranges, output.support_strength]
                .map(f64::to_bits)
        };
        batch::<Confluence>(&small(), bars).unwrap().iter().map(of).collect()
    };
    for factor in [0.5, 1024.0] {
        assert_eq!(seen(&scaled(&bars, factor)), seen(&bars));
    }
}
