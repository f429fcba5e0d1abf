//! Sweeps: the contract of jobs, any cut to the same bits, a simple reference for each trial, and what is said of luck.

use hashinsight_numerics::job::Job;
use hashinsight_testkit::{check_job, few, within_relative};
use hashinsight_treasury::backtest::{
    BacktestRequest, BacktestSetup, BacktestSweep, Candidates, MovingAverageCrossings, SweepReport, SweepRequest,
    backtest,
};
use hashinsight_treasury::coverage::Costs;
use hashinsight_treasury::metrics::{
    OverfittingRequest, Returns, SharpeSignificanceRequest, overfitting, sharpe_significance,
};
use hashinsight_treasury::policy::{Policy, TradeSide};
use hashinsight_units::columns::RowStatus;
use hashinsight_units::{Amount, Fraction, Outcome, Problem};

use crate::backtest::{dca, sample_bars};
use crate::sample::days;

fn setup() -> BacktestSetup {
    let costs = Costs::new(Fraction::constant(0.001)).slippage(Fraction::constant(0.0005));
    BacktestSetup::new(Amount::ZERO, "100000".parse().unwrap(), costs)
}

fn crossings(shortest: u32, longest: u32, bars: usize) -> SweepRequest {
    let pairs = MovingAverageCrossings::new(shortest, longest);
    SweepRequest::new(sample_bars(bars), setup(), Candidates::Crossings(pairs))
}

fn run(request: &SweepRequest) -> SweepReport {
    let mut sweep = BacktestSweep::open(request).unwrap_or_else(|error| panic!("{error}"));
    sweep.step(u64::MAX);
    sweep.report().unwrap()
}

fn sharpes(report: &SweepReport) -> Vec<f64> {
    report.table.sharpe.iter().filter_map(|sharpe| sharpe.value()).collect()
}

#[test]
fn a_sweep_keeps_the_contract_of_jobs() {
    check_job::<BacktestSweep>(&crossings(2, 5, 30).parts(4), &crossings(2, 5, 31).parts(4));
    let policies = [7.0, 14.0, 21.0].map(|days| dca(TradeSide::Sell, "2500", days)).to_vec();
    let rich = BacktestSetup::new("5 BTC".parse().unwrap(), "0".parse().unwrap(), Costs::new(Fraction::ZERO));
    let request = SweepRequest::new(sample_bars(40), rich.clone(), Candidates::Policies(policies));
    let other = SweepRequest::new(sample_bars(40), rich, Candidates::Policies(vec![Policy::Hold; 3]));
    check_job::<BacktestSweep>(&request, &other);
}

/// The same bytes for any number of parts, merged from the last to the first: 10,007 configurations as proof, some of them as test.
#[test]
fn any_cut_of_the_configurations_gives_the_same_bytes() {
    let (count, bars) = (few(199, 10_007), few::<u32>(60, 120) as usize);
    let policy = |i: u32| dca(TradeSide::Sell, &format!("{}.5", 500 + 13 * (i % 997)), 1.0 + f64::from(i % 29));
    let rich =
        BacktestSetup::new("5 BTC".parse().unwrap(), "0".parse().unwrap(), Costs::new(Fraction::constant(0.002)));
    let request = SweepRequest::new(sample_bars(bars), rich, Candidates::Policies((0..count).map(policy).collect()));
    let written = |sweep: &BacktestSweep| serde_json::to_string(&sweep.report().unwrap()).unwrap();
    let mut whole = BacktestSweep::open(&request).unwrap();
    whole.step(u64::MAX);
    let expected = written(&whole);
    let total = u64::from(count);
    for parts in [1, 2, 7, 64, total] {
        let shard = |part: u64| {
            let mut shard =
                BacktestSweep::open_shard(&request, total * part / parts..total * (part + 1) / parts).unwrap();
            shard.step(u64::MAX);
            shard
        };
        let mut merged = shard(parts - 1);
        (0..parts - 1).rev().for_each(|part| merged.absorb(&shard(part)).unwrap());
        assert_eq!(written(&merged), expected, "{parts} parts");
    }
}

/// Each crossing with floats, straight from its definition.
#[test]
fn crossings_against_a_simple_reference() {
    let (shortest, longest, count) = (3, 17, 240);
    let report = run(&crossings(shortest, longest, count));
    let close: Vec<f64> = days()[..count].iter().map(|day| day.close).collect();
    let average = |window: usize, row: usize| close[row + 1 - window..=row].iter().sum::<f64>() / window as f64;
    let mut trial = 0;
    for short in shortest as usize..=longest as usize {
        for long in short + 1..=longest as usize {
            let (mut usd, mut coins, mut trades) = (100_000.0, 0.0, 0);
            let mut wealth = Vec::new();
            for (row, price) in close.iter().copied().enumerate() {
                if row >= long {
                    let above = |row: usize| average(short, row) > average(long, row);
                    if above(row) && !above(row - 1) && usd > 1.0 {
                        (coins, usd) = (usd / (price * 1.0005 * 1.001), 0.0);
                        trades += 1;
                    } else if !above(row) && above(row - 1) && coins > 0.0 {
                        (usd, coins) = (coins * price * 0.9995 * 0.999, 0.0);
                        trades += 1;
                    }
                }
                wealth.push(usd + coins * price);
            }
            let got = 1.0 + report.table.total_return[trial].value().unwrap();
            within_relative(got, wealth[count - 1] / wealth[0], 1e-8, &format!("{short} {long}"));
            let mut peak = 0.0;
            let fall = |w: &f64| {
                peak = if *w > peak { *w } else { peak };
                w / peak - 1.0
            };
            let deepest = wealth.iter().map(fall).fold(0.0, |a, b| if b < a { b } else { a });
            assert!((report.table.max_drawdown[trial].value().unwrap() - deepest).abs() < 1e-8, "{short} {long}");
            assert_eq!(report.table.trades[trial], trades, "{short} {long}");
            trial += 1;
        }
    }
    assert_eq!(trial, report.trials as usize);
}

/// A trial of a sweep is the backtest of its policy, to the satoshi and to the last bit of the ratio.
#[test]
fn a_trial_is_the_backtest_of_its_policy() {
    let policies: Vec<Policy> = (1..9).map(|i| dca(TradeSide::Buy, &format!("{}", 400 * i), f64::from(i))).collect();
    let report = run(&SweepRequest::new(sample_bars(200), setup(), Candidates::Policies(policies.clone())));
    for (row, policy) in policies.into_iter().enumerate() {
        let alone = backtest(&BacktestRequest::new(sample_bars(200), setup(), policy)).unwrap();
        assert_eq!(report.table.coins_sat[row].unsigned_abs(), alone.coins_sat.to_sat());
        assert_eq!(report.table.cash_micro_usd[row], alone.cash_usd.to_micros());
        assert_eq!(report.table.trades[row], alone.trades);
        let performance = alone.performance_usd.value().unwrap();
        within_relative(report.table.sharpe[row].value().unwrap(), performance.sharpe.value().unwrap(), 1e-14, "ratio");
        assert_eq!(report.table.max_drawdown[row], Outcome::Value(performance.max_drawdown));
    }
}

/// What a sweep says of luck follows from its own trials, each measure by its own function over the returns of single backtests.
#[test]
fn luck_is_told_from_all_trials() {
    let policies: Vec<Policy> =
        (1..13).map(|i| dca(TradeSide::Buy, &format!("{}", 300 * i), f64::from(1 + i % 5))).collect();
    let report = run(&SweepRequest::new(sample_bars(150), setup(), Candidates::Policies(policies.clone())).parts(6));
    let returns_of = |policy: &Policy| {
        let alone = backtest(&BacktestRequest::new(sample_bars(150), setup(), policy.clone())).unwrap();
        let first = alone.trade_table.cost_micro_usd[0] as f64 / 1e6;
        let mut worth = alone.equity.equity_usd;
        worth[0] += first; // every one of these trades at the first close
        Returns::of_prices(&worth).unwrap().values().to_vec()
    };
    let returns: Vec<Vec<f64>> = policies.iter().map(returns_of).collect();
    let correlation = |a: &[f64], b: &[f64]| {
        let mean = |x: &[f64]| x.iter().sum::<f64>() / x.len() as f64;
        let (ma, mb) = (mean(a), mean(b));
        let product =
            |x: &[f64], mx: f64, y: &[f64], my: f64| x.iter().zip(y).map(|(x, y)| (x - mx) * (y - my)).sum::<f64>();
        product(a, ma, b, mb) / (product(a, ma, a, ma) * product(b, mb, b, mb)).sqrt()
    };
    let n = returns.len();
    let pairs = (0..n).flat_map(|i| (0..i).map(move |j| (i, j)));
    let mean = pairs.map(|(i, j)| correlation(&returns[i], &returns[j])).sum::<f64>() / (n * (n - 1) / 2) as f64;
    within_relative(report.mean_correlation.value().unwrap(), mean, 1e-6, "mean correlation");
    let ratios = sharpes(&report);
    let center = ratios.iter().sum::<f64>() / n as f64;
    let variance = ratios.iter().map(|x| (x - center) * (x - center)).sum::<f64>() / (n - 1) as f64;
    within_relative(report.sharpe_variance.value().unwrap(), variance, 1e-9, "variance of ratios");
    let best = report.best.value().unwrap() as usize;
    assert!(ratios.iter().all(|ratio| *ratio <= ratios[best]));
    let moments = hashinsight_treasury::metrics::Moments::of(&returns[best]);
    let asked = SharpeSignificanceRequest::new(ratios[best], 149)
        .skewness(moments.skewness().value().unwrap())
        .kurtosis(moments.kurtosis().value().unwrap())
        .trials(12)
        .trials_variance(variance)
        .mean_correlation(mean);
    let (got, expected) = (report.significance.value().unwrap(), sharpe_significance(&asked).unwrap());
    for (got, expected) in [
        (got.probabilistic_sharpe, expected.probabilistic_sharpe),
        (got.effective_trials, expected.effective_trials),
        (got.deflated_sharpe, expected.deflated_sharpe),
        (got.minimum_track_record, expected.minimum_track_record),
    ] {
        match (got, expected) {
            (Outcome::Value(got), Outcome::Value(expected)) => within_relative(got, expected, 1e-5, "significance"),
            (got, expected) => assert_eq!(format!("{got:?}"), format!("{expected:?}")),
        }
    }
    let direct = overfitting(&OverfittingRequest::new(returns).parts(6)).unwrap();
    assert_eq!(report.probability_of_overfitting.unwrap(), direct.probability_of_overfitting);
}

#[test]
fn a_sweep_says_why_it_cannot_tell_luck() {
    let still = run(&SweepRequest::new(sample_bars(20), setup(), Candidates::Policies(vec![Policy::Hold; 4])));
    assert!(matches!(still.significance, Outcome::Undefined { reason } if reason.contains("no trial")));
    assert!(matches!(still.best, Outcome::Undefined { .. }));
    assert_eq!(still.table.status, [RowStatus::Ok; 4]);
    let alone =
        run(&SweepRequest::new(sample_bars(20), setup(), Candidates::Policies(vec![dca(TradeSide::Buy, "500", 1.0)])));
    let significance = alone.significance.value().unwrap();
    assert!(matches!(significance.deflated_sharpe, Outcome::Undefined { reason } if reason.contains("2 trials")));
    assert!(significance.probabilistic_sharpe.value().is_some());
    // Everything is paid away: the trial is told, and has no measures.
    let due = vec![hashinsight_treasury::coverage::Payment::new(
        hashinsight_units::Timestamp::from_ms(1_714_521_600_001).unwrap(),
        "200000".parse().unwrap(),
    )];
    let ruined =
        run(&SweepRequest::new(sample_bars(20), setup().expenses(due), Candidates::Policies(vec![Policy::Hold])));
    assert_eq!((ruined.table.status[0], ruined.table.shortfall_micro_usd[0]), (RowStatus::Undefined, 100_000_000_000));
}

/// Orders of somebody else: those of a policy give its run, and one that cannot be filled refuses its trial alone.
#[test]
fn orders_are_filled_as_they_come() {
    let policy = dca(TradeSide::Buy, "700", 3.0);
    let alone = backtest(&BacktestRequest::new(sample_bars(90), setup(), policy)).unwrap();
    let mut orders = vec![0; 90];
    for (time, sat) in alone.trade_table.time_ms.iter().zip(&alone.trade_table.sold_sat) {
        orders[alone.equity.time_ms.iter().position(|close| close == time).unwrap()] = *sat;
    }
    let mut beyond = orders.clone();
    beyond[40] = 100_000_000_000;
    let report = run(&SweepRequest::new(sample_bars(90), setup(), Candidates::Orders(vec![orders.clone(), beyond])));
    assert_eq!(report.table.coins_sat[0].unsigned_abs(), alone.coins_sat.to_sat());
    assert_eq!(report.table.cash_micro_usd[0], alone.cash_usd.to_micros());
    assert_eq!(report.table.status, [RowStatus::Ok, RowStatus::Refused]);
    let refused = |orders: Vec<Vec<i64>>| {
        let request = SweepRequest::new(sample_bars(90), setup(), Candidates::Orders(orders));
        let error = BacktestSweep::open(&request).unwrap_err();
        (error.problem(), error.path().as_str().to_owned())
    };
    assert_eq!(refused(vec![orders.clone(), vec![0; 89]]), (Problem::Length, "candidates.orders[1]".to_owned()));
    orders[7] = i64::MIN;
    assert_eq!(refused(vec![orders]), (Problem::OutOfRange, "candidates.orders[0][7]".to_owned()));
}

#[test]
fn bad_sweeps_are_refused() {
    let refused = |request: SweepRequest| {
        let error = BacktestSweep::open(&request).unwrap_err();
        (error.problem(), error.path().as_str().to_owned())
    };
    let none = SweepRequest::new(sample_bars(20), setup(), Candidates::Policies(vec![]));
    assert_eq!(refused(none), (Problem::InsufficientData, "candidates.policies".to_owned()));
    assert_eq!(refused(crossings(5, 5, 20)), (Problem::OutOfRange, "candidates.crossings.longest".to_owned()));
    assert_eq!(refused(crossings(2, 20, 20)), (Problem::OutOfRange, "candidates.crossings.longest".to_owned()));
    assert_eq!(refused(crossings(2, 5, 20).parts(3)), (Problem::OutOfRange, "parts".to_owned()));
    assert_eq!(refused(crossings(2, 5, 20).parts(12)), (Problem::OutOfRange, "parts".to_owned()));
    let sure = crossings(2, 5, 20).confidence(Fraction::ONE);
    assert_eq!(refused(sure), (Problem::OutOfRange, "confidence".to_owned()));
    let bad = Candidates::Policies(vec![Policy::Hold, dca(TradeSide::Buy, "-1", 1.0)]);
    let error = BacktestSweep::open(&SweepRequest::new(sample_bars(20), setup(), bad)).unwrap_err();
    assert_eq!(error.path().as_str(), "candidates.policies[1].dca.sum_usd");
}
