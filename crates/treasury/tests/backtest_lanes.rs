//! Trials side by side against the definition, one after the other in wide integers: equal satoshis, millionths and bits.

#![expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "satoshis and rows of a test")]

use hashinsight_numerics::Philox;
use hashinsight_numerics::job::Job;
use hashinsight_testkit::{TradeCosts, TrialBar, TrialEnd, cases, few, trial_by_definition};
use hashinsight_treasury::backtest::{
    BacktestSetup, BacktestSweep, Candidates, MinedCoins, MovingAverageCrossings, SweepReport, SweepRequest,
};
use hashinsight_treasury::coverage::{Costs, Payment};
use hashinsight_treasury::metrics::Moments;
use hashinsight_units::columns::RowStatus;
use hashinsight_units::{Amount, Fraction, Timestamp};

use crate::backtest::bars_of;

const DAY: i64 = 86_400_000;
const START: i64 = 1_714_521_600_000;

fn uniforms(stream: u64, count: usize) -> Vec<f64> {
    let mut values = vec![0.0; count];
    Philox::new(12).fill_uniform(stream, 0, &mut values);
    values
}

/// A market, its flows, and the treasury at the start, in both forms.
struct World {
    bars: Vec<TrialBar>,
    costs: TradeCosts,
    start: (i128, i128),
    close: Vec<f64>,
    setup: BacktestSetup,
}

/// Bars of a random walk; every seventh brings coins, every thirtieth a payment.
fn world(count: usize, coins: u64, usd: i64, fixed: i64) -> World {
    let mut price = 6_000_000_i64; // cents
    let mut bars = Vec::new();
    let (mut mined, mut payments) = (Vec::new(), Vec::new());
    for (row, u) in uniforms(1, count).into_iter().enumerate() {
        price += (price as f64 * (0.06 * u - 0.0299)) as i64;
        let sat = if row % 7 == 3 { 1_234_567 } else { 0 };
        let paid = if row % 30 == 11 { 700_000_001 } else { 0 };
        let time = Timestamp::from_ms(START + row as i64 * DAY + 1).unwrap();
        if sat > 0 {
            mined.push(MinedCoins::new(time, Amount::from_sat(sat).unwrap()));
        }
        if paid > 0 {
            payments.push(Payment::new(time, "700.000001".parse().unwrap()));
        }
        bars.push(TrialBar { price: i128::from(price) * 10_000, mined: sat.into(), paid });
    }
    let close = bars.iter().map(|bar| bar.price as f64 / 1e6).collect();
    let costs = Costs::new(Fraction::constant(0.001))
        .slippage(Fraction::constant(0.0005))
        .fixed_usd(fixed.to_string().parse().unwrap());
    let setup = BacktestSetup::new(Amount::from_sat(coins).unwrap(), usd.to_string().parse().unwrap(), costs)
        .mined(mined)
        .expenses(payments);
    let costs = TradeCosts { fee: 1_000_000, slippage: 500_000, fixed: i128::from(fixed) * 1_000_000 };
    World { bars, costs, start: (coins.into(), i128::from(usd) * 1_000_000), close, setup }
}

fn sweep(world: &World, candidates: Candidates) -> SweepReport {
    let request = SweepRequest::new(bars_of(START, &world.close), world.setup.clone(), candidates);
    let mut sweep = BacktestSweep::open(&request).unwrap_or_else(|error| panic!("{error}"));
    sweep.step(u64::MAX);
    sweep.report().unwrap()
}

fn compare(report: &SweepReport, row: usize, expected: Option<&TrialEnd>) {
    let table = &report.table;
    let Some(end) = expected else {
        assert_eq!(table.status[row], RowStatus::Refused, "{row}");
        return;
    };
    let whole = [table.coins_sat[row], table.cash_micro_usd[row], table.shortfall_micro_usd[row]].map(i128::from);
    assert_eq!(whole, [end.coins, end.cash, end.shortfall], "{row}");
    assert_eq!(table.trades[row], end.trades, "{row}");
    // Whoever does not meet a payment has no performance.
    let Some(returns) = end.returns.as_ref().filter(|_| end.shortfall == 0) else {
        assert_eq!(table.status[row], RowStatus::Undefined, "{row}");
        return;
    };
    let (mut wealth, mut peak, mut deepest) = (1.0, 1.0, 0.0);
    for r in returns {
        wealth *= 1.0 + r;
        peak = if wealth > peak { wealth } else { peak };
        let depth = wealth / peak - 1.0;
        deepest = if depth < deepest { depth } else { deepest };
    }
    let root = 365.0_f64.sqrt();
    let sharpe = Moments::of(returns).sharpe(0.0, 1.0).value().map(|ratio| (ratio * root).to_bits());
    assert_eq!(table.total_return[row].value().map(f64::to_bits), Some((wealth - 1.0).to_bits()), "{row}");
    assert_eq!(table.max_drawdown[row].value().map(f64::to_bits), Some(deepest.to_bits()), "{row}");
    assert_eq!(table.sharpe[row].value().map(f64::to_bits), sharpe, "{row}");
}

/// Trials that trade all the time, one that never does, some that cannot fill an order, and one that is ruined by its payments.
#[test]
fn orders_side_by_side_are_those_of_the_definition() {
    for (bars, coins, usd, fixed) in [(30, 0, 40, 0), (700, 900_000_000, 2_000_000, 3), (530, 50_000_000, 90_000, 0)] {
        let world = world(bars, coins, usd, fixed);
        let order = |trial: u32| -> Vec<i64> {
            let size = [0.0, 1e4, 2e6, 5e6, 4e7, 9e8, 2e15][trial as usize % 7];
            uniforms(u64::from(trial) + 9, bars).into_iter().map(|u| ((u - 0.5) * size) as i64).collect()
        };
        let orders: Vec<Vec<i64>> = (0..cases(2_100)).map(order).collect();
        let report = sweep(&world, Candidates::Orders(orders.clone()));
        for (row, orders) in orders.iter().enumerate() {
            let expected = trial_by_definition(&world.bars, world.costs, world.start, |bar, _, _| orders[bar].into());
            compare(&report, row, expected.as_ref());
        }
    }
}

/// Treasuries that are worth more than floats count in whole millionths leave the lanes.
#[test]
fn riches_are_counted_to_the_last_satoshi() {
    let world = world(40, 2_000_000_000_000_000, 2_000_000_000_000, 1);
    let order = |trial: usize| -> Vec<i64> {
        uniforms(trial as u64, 40).into_iter().map(|u| ((u - 0.5) * 1e11) as i64).collect()
    };
    let orders: Vec<Vec<i64>> = (0..20).map(order).collect();
    let report = sweep(&world, Candidates::Orders(orders.clone()));
    for (row, orders) in orders.iter().enumerate() {
        let expected = trial_by_definition(&world.bars, world.costs, world.start, |bar, _, _| orders[bar].into());
        compare(&report, row, expected.as_ref());
    }
}

/// The same without payments: whoever is all in coins meets none.
fn unburdened(mut world: World) -> World {
    world.bars.iter_mut().for_each(|bar| bar.paid = 0);
    World { setup: world.setup.expenses(Vec::new()), ..world }
}

/// The same at prices that move by whole thousands of dollars: averages are often equal.
fn stepped(mut world: World) -> World {
    for (bar, close) in world.bars.iter_mut().zip(&mut world.close) {
        bar.price = bar.price / 1_000_000_000 * 1_000_000_000 + 1_000_000_000;
        *close = bar.price as f64 / 1e6;
    }
    world
}

#[test]
fn crossings_side_by_side_are_those_of_the_definition() {
    crossings(&world(540, 0, 100_000, 2));
    crossings(&unburdened(world(540, 0, 100_000, 2)));
    crossings(&stepped(unburdened(world(300, 0, 100_000, 0))));
}

fn crossings(world: &World) {
    let sum = |end: usize, window: usize| world.bars[end + 1 - window..=end].iter().map(|bar| bar.price).sum::<i128>();
    let average = |end: usize, window: usize| sum(end, window) as f64 / window as f64;
    let (shortest, longest) = (2, few::<u32>(28, 120));
    let report = sweep(world, Candidates::Crossings(MovingAverageCrossings::new(shortest, longest)));
    let mut row = 0;
    for short in shortest as usize..=longest as usize {
        for long in short + 1..=longest as usize {
            let mut was_above = None;
            let order = |bar: usize, coins: i128, cash: i128| {
                if bar + 1 < long || average(bar, short) == average(bar, long) {
                    return 0;
                }
                let is_above = average(bar, short) > average(bar, long);
                let before = was_above.replace(is_above);
                match (before, is_above) {
                    (Some(false), true) => -world.costs.affordable(cash, world.bars[bar].price),
                    (Some(true), false) => coins,
                    _ => 0,
                }
            };
            compare(&report, row, trial_by_definition(&world.bars, world.costs, world.start, order).as_ref());
            row += 1;
        }
    }
    assert_eq!(row, report.trials as usize);
}
