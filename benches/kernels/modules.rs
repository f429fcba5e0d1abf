//! The signal modules, each by itself and all ten in one update, after ten years of days without derivatives and order books.
#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]
#![allow(clippy::unwrap_used, reason = "the inputs are ours")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use hashinsight::market::Interval;
use hashinsight::numerics::stream::Stream;
use hashinsight::numerics::{Philox, exp};
use hashinsight::signals::evaluate::{Evaluator, ModuleParams, Tick};
use hashinsight::signals::indicators::{Observation, ObservationColumns};
use hashinsight::signals::modules::ClosedBar;
use hashinsight::signals::modules::bandit::{BanditSizing, BanditSizingParams, ScoredPrice};
use hashinsight::signals::modules::breakout::{Breakout, BreakoutParams};
use hashinsight::signals::modules::confluence::{Confluence, ConfluenceParams};
use hashinsight::signals::modules::ensemble::{EnsembleParams, Label};
use hashinsight::signals::modules::layers::{Layers, LayersParams};
use hashinsight::signals::modules::miner_cycle::{MinerCycle, MinerCycleParams, NetworkDay};
use hashinsight::signals::modules::pattern::{Pattern, PatternParams};
use hashinsight::signals::modules::regime::{
    Regime, RegimeFilter, RegimeFilterParams, RegimeParams, RunLength, RunLengthParams, SwitchingModel, SwitchingRegime,
};
use hashinsight::units::{Amount, AssetPrice, Difficulty, Finite, Fraction, Hashrate, Price, Timestamp};

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
fn module<S: Stream>(c: &mut Criterion, name: &str, params: &S::Params, events: &[S::Event]) {
    let (history, measured) = events.split_at(events.len() - 1000);
    let mut warm = S::open(params).unwrap();
    for event in history {
        warm.update(event).unwrap();
    }
    c.bench_function(&format!("{name}/1000 days"), |b| {
        b.iter(|| {
            let mut stream = warm.clone();
            for event in measured {
                black_box(stream.update(black_box(event)).unwrap());
            }
        });
    });
}

/// All ten in one: what they say of each day, with reasons and the decision. Derivatives and books say `no_data`.
fn ten(c: &mut Criterion, name: &str, ticks: &[Tick]) {
    let (history, measured) = ticks.split_at(ticks.len() - 1000);
    let mut warm = Evaluator::open(&ModuleParams::new(), &EnsembleParams::new(Label::new(7)), Interval::DAY).unwrap();
    for tick in history {
        warm.update(tick).unwrap();
    }
    c.bench_function(&format!("{name}/1000 days"), |b| {
        b.iter(|| {
            let mut modules = warm.clone();
            for tick in measured {
                black_box(modules.update(black_box(tick)).unwrap());
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
    let day = |bar: &ClosedBar| {
        let price = Price::new(bar.close.get()).unwrap();
        let subsidy = Amount::from_sat(625_000_000).unwrap();
        NetworkDay::new(bar.time_ms, price, subsidy)
            .difficulty(Difficulty::constant(9e13))
            .hashrate_ths(Hashrate::constant(6.4e8))
    };
    let days: Vec<NetworkDay> = bars.iter().map(day).collect();
    module::<MinerCycle>(c, "miner cycle", &MinerCycleParams::new(), &days);
    let scored = |bar: &ClosedBar| ScoredPrice::new(bar.time_ms, bar.close, Finite::constant(0.2));
    let prices: Vec<ScoredPrice> = bars.iter().map(scored).collect();
    module::<BanditSizing>(c, "bandit sizing", &BanditSizingParams::new(), &prices);
    let tick = |bar: &ClosedBar| Tick { bar: *bar, network: None, derivatives: None, books: Vec::new() };
    let mut ticks: Vec<Tick> = bars.iter().map(tick).collect();
    ten(c, "ten modules, bars alone", &ticks);
    ticks.iter_mut().zip(days).for_each(|(tick, day)| tick.network = Some(day));
    ten(c, "ten modules with network", &ticks);
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
    let mut table = RegimeFilter::open(filter.parts().0).unwrap();
    c.bench_function("regime_filter/10000 values as columns", |b| {
        b.iter(|| black_box(table.fold(black_box(&ObservationColumns { value: &values[..10_000] })).unwrap()));
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
