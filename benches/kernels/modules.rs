//! The signal modules that bars alone feed: one update each, after ten years of days.
#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]
#![allow(clippy::unwrap_used, reason = "the inputs are ours")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use hashinsight::numerics::stream::Stream;
use hashinsight::numerics::{Philox, exp};
use hashinsight::signals::indicators::Observation;
use hashinsight::signals::modules::ClosedBar;
use hashinsight::signals::modules::breakout::{Breakout, BreakoutParams};
use hashinsight::signals::modules::confluence::{Confluence, ConfluenceParams};
use hashinsight::signals::modules::layers::{Layers, LayersParams};
use hashinsight::signals::modules::pattern::{Pattern, PatternParams};
use hashinsight::signals::modules::regime::{
    Regime, RegimeFilter, RegimeFilterParams, RegimeParams, RunLength, RunLengthParams, SwitchingModel, SwitchingRegime,
};
use hashinsight::units::{AssetPrice, Finite, Fraction, Timestamp};

/// Days of a walk whose volatility comes and goes.
fn bars(days: usize) -> Vec<ClosedBar> {
    let mut draws = vec![0.0; 4 * days];
    Philox::new(9).fill_normal(0, 0, &mut draws);
    let mut open = 20_000.0;
    let bar = |(z, day): (&[f64], i64)| {
        let size = if day / 60 % 3 == 1 { 0.05 } else { 0.015 };
        let close = open * exp(size * z[0]);
        let (top, bottom) = if close > open { (close, open) } else { (open, close) };
        let prices = [open, top * (1.0 + 0.3 * size * z[1].abs()), bottom / (1.0 + 0.3 * size * z[2].abs()), close];
        let [open_price, high, low, close_price] = prices.map(|price| AssetPrice::new(price).unwrap());
        open = close;
        let time = Timestamp::from_ms(1_400_025_600_000 + day * 86_400_000).unwrap();
        ClosedBar::new(time, open_price, high, low, close_price).volume_base(1e4 * exp(0.4 * z[3]))
    };
    draws.chunks(4).zip(0..).map(bar).collect()
}

/// A pass over all bars, with the state that they leave: criterion divides it by their number.
fn module<S: Stream<Event = ClosedBar>>(c: &mut Criterion, name: &str, params: &S::Params, bars: &[ClosedBar]) {
    let (history, measured) = bars.split_at(bars.len() - 1000);
    let mut warm = S::open(params).unwrap();
    for bar in history {
        warm.update(bar).unwrap();
    }
    c.bench_function(&format!("{name}/1000 bars"), |b| {
        b.iter(|| {
            let mut stream = warm.clone();
            for bar in measured {
                black_box(stream.update(black_box(bar)).unwrap());
            }
        });
    });
}

fn modules(c: &mut Criterion) {
    let bars = bars(3_650);
    module::<Regime>(c, "regime", &RegimeParams::new(), &bars);
    // As few runs as may be: what the module costs beside them.
    let without_runs = RegimeParams::new().runs(RunLengthParams::new().most_runs(10));
    module::<Regime>(c, "regime without runs", &without_runs, &bars);
    module::<Breakout>(c, "breakout", &BreakoutParams::new(), &bars);
    module::<Confluence>(c, "confluence", &ConfluenceParams::new(), &bars);
    module::<Layers>(c, "layers", &LayersParams::new(), &bars);
    module::<Pattern>(c, "pattern", &PatternParams::new(), &bars);
}

fn filters(c: &mut Criterion) {
    let mut values = vec![0.0; 11_000];
    Philox::new(10).fill_normal(0, 0, &mut values);
    let odds = |stay: f64, leave: f64| vec![Fraction::constant(stay), Fraction::constant(leave)];
    let regimes =
        vec![SwitchingRegime::new(0.0, 0.5, odds(0.97, 0.03)), SwitchingRegime::new(0.0, 2.0, odds(0.05, 0.95))];
    let events: Vec<_> = values.iter().map(|value| Observation::new(Finite::new(*value).unwrap())).collect();
    let mut filter = RegimeFilter::open(&RegimeFilterParams::new(SwitchingModel::new(regimes))).unwrap();
    c.bench_function("regime_filter/10000 values", |b| {
        b.iter(|| {
            events[..10_000].iter().for_each(|event| {
                black_box(filter.update(black_box(event)).unwrap());
            });
        });
    });
    let params = RunLengthParams::new();
    let mut warm = RunLength::default();
    warm.prepare(&params).unwrap();
    values[..10_000].iter().for_each(|value| {
        warm.next(&params, *value);
    });
    c.bench_function("run_length/1000 values", |b| {
        b.iter(|| {
            let mut runs = warm.clone();
            values[10_000..].iter().for_each(|value| {
                black_box(runs.next(&params, black_box(*value)));
            });
        });
    });
}

criterion_group!(benches, modules, filters);
criterion_main!(benches);
