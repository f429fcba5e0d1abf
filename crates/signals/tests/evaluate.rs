//! All modules at once, and the walk-forward: what is known when, and what is missing.

use hashinsight_market::{Bars, BarsColumns, Interval, Levels, OrderBook, OrderBookFields};
use hashinsight_numerics::{Philox, exp};
use hashinsight_signals::evaluate::{
    CalibrateRequest, CalibrationState, EvaluateReport, EvaluateRequest, EvaluatedRow, Evaluator, MarketHistory,
    ModuleParams, NetworkDays, Observed, calibrate, evaluate,
};
use hashinsight_signals::modules::derivatives_pressure::{DerivativesHistory, FuturePrices};
use hashinsight_signals::modules::ensemble::{Action, EnsembleParams, Label};
use hashinsight_signals::modules::{AssessmentStatus, ModuleName};
use hashinsight_signals::walk_forward::{Protocol, WalkForwardRequest, block_bootstrap, walk_forward};
use hashinsight_testkit::first;
use hashinsight_units::{Amount, AssetPrice, Currency, Difficulty, Timestamp, Verdict};

const START: i64 = 1_714_521_600_000;
const DAY_MS: i64 = 86_400_000;

fn closes(count: u64, seed: u64) -> Vec<f64> {
    let (random, mut price) = (Philox::new(seed), 60_000.0);
    let next = |i| {
        price *= exp(0.025 * random.normal(0, i));
        price
    };
    (0..count).map(next).collect()
}

fn bars(close: &[f64]) -> Bars {
    let open: Vec<f64> = std::iter::once(60_000.0).chain(close.iter().copied()).take(close.len()).collect();
    let end = |better: fn(f64, f64) -> bool, part: f64| -> Vec<f64> {
        open.iter().zip(close).map(|(open, close)| part * if better(*open, *close) { *open } else { *close }).collect()
    };
    let columns = BarsColumns {
        source: "invented".parse().unwrap(),
        instrument: "BTCUSD".parse().unwrap(),
        quote_currency: Currency::USD,
        interval_ms: Interval::DAY,
        open_time_ms: (0..close.len() as i64).map(|day| START + day * DAY_MS).collect(),
        high: end(|a, b| a > b, 1.01),
        low: end(|a, b| a < b, 0.99),
        open: open.clone(),
        close: close.to_vec(),
        volume_base: Some((0..close.len()).map(|day| 9_000.0 + 500.0 * (day % 9) as f64).collect()),
    };
    Bars::from_columns(columns).unwrap()
}

fn close_time(day: usize) -> Timestamp {
    Timestamp::from_ms(START + (day as i64 + 1) * DAY_MS).unwrap()
}

fn network(days: usize) -> NetworkDays {
    let times = (0..days).map(close_time).collect();
    let network = NetworkDays::new(times, vec![Amount::from_sat(312_500_000).unwrap(); days]);
    network.difficulty(
        (0..days).map(|day| Difficulty::new(9e13 * (1.0 + 0.01 * (day / 14) as f64)).unwrap().into()).collect(),
    )
}

fn derivatives(days: usize) -> DerivativesHistory {
    let expiry = Timestamp::from_ms(START + 900 * DAY_MS).unwrap();
    let price = |day: usize| AssetPrice::new(61_000.0 + (day % 11) as f64).unwrap();
    DerivativesHistory::new().futures(vec![FuturePrices::new(
        expiry,
        (0..days).map(close_time).collect(),
        (0..days).map(price).collect(),
    )])
}

fn book(day: usize, mid: f64) -> OrderBook {
    OrderBook::new(OrderBookFields {
        source: "kraken".parse().unwrap(),
        instrument: "XBT/USD".parse().unwrap(),
        quote_currency: Currency::USD,
        time_ms: Timestamp::from_ms(close_time(day).to_ms() - 60_000).unwrap(),
        bids: Levels { price: vec![mid - 5.0, mid - 10.0], size_base: vec![2.0, 9.0] },
        asks: Levels { price: vec![mid + 5.0, mid + 10.0], size_base: vec![1.0, 7.0] },
    })
    .unwrap()
}

fn whole(close: &[f64]) -> MarketHistory {
    let days = close.len();
    let books = (days - 3..days - 1).map(|day| book(day, close[day])).collect();
    MarketHistory::new(bars(close)).network(network(days)).derivatives(derivatives(days)).book(books)
}

fn run(history: MarketHistory) -> EvaluateReport {
    evaluate(&EvaluateRequest::new(history).holding_sat(Amount::from_sat(10_000_000_000).unwrap())).unwrap()
}

fn rows(report: &EvaluateReport, module: ModuleName) -> Vec<&EvaluatedRow> {
    report.rows.iter().filter(|row| row.assessment.module == module).collect()
}

#[test]
fn ten_modules_speak_of_each_bar_in_order() {
    let report = run(whole(&closes(260, 1)));
    assert_eq!((report.rows.len(), report.decisions.len()), (2600, 260));
    let last: Vec<_> = report.rows[2590..].iter().map(|row| row.assessment.module).collect();
    let order = [
        ModuleName::Regime,
        ModuleName::Breakout,
        ModuleName::Confluence,
        ModuleName::Layers,
        ModuleName::MinerCycle,
        ModuleName::Pattern,
        ModuleName::DerivativesPressure,
        ModuleName::Microstructure,
        ModuleName::BanditSizing,
        ModuleName::Ensemble,
    ];
    assert_eq!(last, order);
    for row in &report.rows {
        let of = &row.assessment;
        let sum = of.reasons.iter().fold(0.0, |sum, reason| sum + reason.contribution);
        assert_eq!(of.score.unwrap_or(0.0).to_bits(), sum.to_bits(), "{of:?}");
        assert_eq!(of.score.is_some(), of.status == AssessmentStatus::Ok);
    }
    // Neither book nor size gives a direction.
    for module in [ModuleName::Microstructure, ModuleName::BanditSizing] {
        assert!(rows(&report, module).iter().all(|row| row.assessment.score.is_none_or(|score| score == 0.0)));
    }
}

#[test]
fn a_prefix_says_what_it_said_before() {
    let close = closes(230, 2);
    let report = run(whole(&close));
    // Fifty cuts from 1 to 229; the first of them lie apart.
    for cut in first(8, (0..50).map(|number| 1 + (number * 29 % 50) * 228 / 49)) {
        let mut shorter = whole(&close);
        shorter.bars = bars(&close[..cut]);
        // What lies behind the prefix (network, derivatives, books) is known to the history and must not be to the bars.
        let prefix = run(shorter);
        assert_eq!(format!("{:?}", prefix.rows), format!("{:?}", &report.rows[..10 * cut]), "{cut}");
        assert_eq!(format!("{:?}", prefix.decisions), format!("{:?}", &report.decisions[..cut]), "{cut}");
    }
}

#[test]
fn what_is_missing_says_so_and_changes_no_other_module() {
    let close = closes(240, 3);
    let report = run(whole(&close));
    let bare = run(MarketHistory::new(bars(&close)));
    let fed = [ModuleName::MinerCycle, ModuleName::DerivativesPressure, ModuleName::Microstructure];
    for module in fed {
        assert!(rows(&bare, module).iter().all(|row| row.assessment.status == AssessmentStatus::NoData), "{module:?}");
    }
    for module in
        [ModuleName::Regime, ModuleName::Breakout, ModuleName::Confluence, ModuleName::Layers, ModuleName::Pattern]
    {
        assert_eq!(rows(&bare, module), rows(&report, module), "{module:?}");
    }
    let (whole, bare) = (report.decisions.last().unwrap(), bare.decisions.last().unwrap());
    assert!(bare.coverage < whole.coverage, "{} {}", bare.coverage, whole.coverage);
}

#[test]
fn what_is_old_is_stale() {
    let close = closes(60, 4);
    let mut history = whole(&close);
    history.network = Some(network(50)); // ten days are missing at the end
    history.book = Some(vec![book(20, close[20])]);
    let report = run(history);
    let status = |module, day: usize| rows(&report, module)[day].assessment.status;
    assert_eq!(status(ModuleName::Microstructure, 19), AssessmentStatus::NoData);
    assert_eq!(status(ModuleName::Microstructure, 21), AssessmentStatus::Ok);
    assert_eq!(status(ModuleName::Microstructure, 25), AssessmentStatus::Stale);
    assert_ne!(status(ModuleName::MinerCycle, 59), AssessmentStatus::Ok);
}

#[test]
fn plans_stand_beside_sales_where_the_book_is_known() {
    let close = closes(260, 1);
    let mut history = whole(&close);
    history.book = Some((30..260).map(|day| book(day, close[day])).collect());
    let report = run(history.clone());
    let sold: Vec<_> = report.decisions.iter().filter(|decision| decision.action != Action::Hold).collect();
    for decision in &sold {
        let plan = decision.plan.as_ref().unwrap();
        let sat: u64 = plan.slices_sat.iter().map(|slice| slice.to_sat()).sum();
        assert_eq!(sat, (1e10 * decision.size_fraction).round() as u64);
        assert_eq!(decision.action, Action::Trim); // uncalibrated
    }
    assert!(report.decisions.iter().all(|decision| decision.plan.is_some() == (decision.action != Action::Hold)));
}

#[test]
fn bars_that_cannot_be() {
    let close = closes(40, 5);
    let refused = |history: MarketHistory| {
        let error = evaluate(&EvaluateRequest::new(history)).unwrap_err();
        (error.code().to_owned(), error.path().as_str().to_owned())
    };
    let mut gap = BarsColumns::from(bars(&close));
    gap.open_time_ms.iter_mut().skip(20).for_each(|time| *time += DAY_MS);
    let gap = MarketHistory::new(Bars::from_columns(gap).unwrap());
    assert_eq!(refused(gap), ("signals.open_time_ms.out_of_range".to_owned(), "bars.open_time_ms[20]".to_owned()));
    let mut short = network(40);
    short.subsidy_sat.pop();
    let short = MarketHistory::new(bars(&close)).network(short);
    assert_eq!(refused(short), ("signals.subsidy_sat.length".to_owned(), "network.subsidy_sat".to_owned()));
    let mut euro = BarsColumns::from(bars(&close));
    euro.quote_currency = "EUR".parse().unwrap();
    let euro = MarketHistory::new(Bars::from_columns(euro).unwrap());
    assert!(evaluate(&EvaluateRequest::new(euro.clone())).is_ok());
    assert_eq!(refused(euro.network(network(40))), ("signals.network.unsupported".to_owned(), "network".to_owned()));
    let mut late = network(40);
    late.time_ms.swap(3, 4);
    let late = MarketHistory::new(bars(&close)).network(late);
    assert_eq!(refused(late), ("signals.time_ms.out_of_range".to_owned(), "network.time_ms[4]".to_owned()));
}

/// Books are a list of documents, so the place is a book's and not a row's of a column.
#[test]
fn a_book_out_of_order_is_told_at_its_place() {
    let close = closes(40, 5);
    let book = |at: i64| -> OrderBook {
        serde_json::from_value(serde_json::json!({
            "source": "kraken_spot", "instrument": "XBT/USD", "quote_currency": "USD", "time_ms": at,
            "bids": {"price": [99.0], "size_base": [1.0]}, "asks": {"price": [101.0], "size_base": [1.0]},
        }))
        .unwrap()
    };
    let history = MarketHistory::new(bars(&close)).book(vec![book(1_700_000_001_000), book(1_700_000_000_000)]);
    let error = evaluate(&EvaluateRequest::new(history)).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("signals.time_ms.out_of_range", "book[1].time_ms"));
}

#[test]
fn days_of_the_network_that_cannot_be_used_are_told() {
    let close = closes(40, 5);
    let refused = |network: NetworkDays| {
        let history = MarketHistory::new(bars(&close)).network(network);
        let error = evaluate(&EvaluateRequest::new(history)).unwrap_err();
        assert_eq!(error.code(), "signals.time_ms.out_of_range");
        error.path().as_str().to_owned()
    };
    let mut hole = network(40);
    hole.time_ms.remove(20);
    hole.subsidy_sat.remove(20);
    hole.difficulty.as_mut().unwrap().remove(20);
    assert_eq!(refused(hole), "network.time_ms[20]");
    let moved = |ms: i64| {
        let mut moved = network(40);
        moved.time_ms.iter_mut().for_each(|time| *time = Timestamp::from_ms(time.to_ms() + ms).unwrap());
        moved
    };
    assert_eq!(refused(moved(3_600_000)), "network.time_ms[0]"); // an hour late: no bar closes then
    assert_eq!(refused(moved(-3_600_000)), "network.time_ms[1]"); // the first lies before the bars
    assert_eq!(refused(moved(-400 * DAY_MS)), "network.time_ms[0]"); // none of them lies among the bars
    let early = MarketHistory::new(bars(&close)).network(moved(-10 * DAY_MS));
    assert!(evaluate(&EvaluateRequest::new(early)).is_ok(), "what ends early is stale");
}

#[test]
fn a_day_that_was_not_observed_is_a_hole_of_its_column() {
    let close = closes(240, 5);
    let history = |network: NetworkDays| EvaluateRequest::new(MarketHistory::new(bars(&close)).network(network));
    let mut holes = network(240);
    holes.difficulty.as_mut().unwrap()[100] = Observed(None);
    let text = serde_json::to_string(&history(holes.clone())).unwrap();
    assert_eq!(text.matches("\"NaN\"").count(), 1);
    let read: EvaluateRequest = hashinsight_units::record::read("signals", text.as_str()).unwrap();
    assert_eq!(read.history.network, Some(holes.clone()));
    let (whole, holed) = (evaluate(&history(network(240))).unwrap(), evaluate(&history(holes)).unwrap());
    let cycle = |report: &EvaluateReport, day: usize| rows(report, ModuleName::MinerCycle)[day].assessment.clone();
    assert_eq!(cycle(&whole, 99), cycle(&holed, 99));
    assert_ne!(cycle(&whole, 100), cycle(&holed, 100));
}

#[test]
fn a_calibration_is_refused_at_its_own_name() {
    let history = MarketHistory::new(bars(&closes(420, 6))).network(network(420));
    let calibration = calibrate(&CalibrateRequest::new(history.clone()).label(Label::new(3))).unwrap();
    let other = EvaluateRequest::new(history).label(Label::new(4)).calibration(calibration);
    let error = evaluate(&other).unwrap_err();
    assert!(error.path().as_str().starts_with("calibration"), "{error}");
}

#[test]
fn a_refused_tick_changes_nothing() {
    let history = whole(&closes(60, 4));
    let ticks = history.ticks().unwrap();
    let open = || Evaluator::open(&ModuleParams::new(), &EnsembleParams::new(Label::new(3)), Interval::DAY).unwrap();
    let (mut disturbed, mut calm) = (open(), open());
    for (index, tick) in ticks.iter().enumerate() {
        let mut late = tick.clone();
        if let Some(day) = &mut late.network {
            day.time_ms = close_time(index + 5); // the network skips days: refused but for the first
        }
        let mut crossed = tick.clone();
        crossed.bar.high = AssetPrice::constant(1.0);
        assert!(disturbed.update(&crossed).is_err());
        assert!(index == 0 || disturbed.update(&late).is_err());
        assert_eq!(
            format!("{:?}", disturbed.update(tick).unwrap()),
            format!("{:?}", calm.update(tick).unwrap()),
            "{index}"
        );
    }
}

#[test]
fn a_calibration_out_of_a_history_is_taken_by_evaluate() {
    let close = closes(420, 6);
    let history = MarketHistory::new(bars(&close)).network(network(420));
    let calibration = calibrate(&CalibrateRequest::new(history.clone()).label(Label::new(3))).unwrap();
    assert!(!calibration.modules.is_empty());
    let request = EvaluateRequest::new(history).label(Label::new(3)).calibration(calibration.clone()).last_bars(5);
    let report = evaluate(&request).unwrap();
    assert!(report.decisions.iter().all(|decision| decision.probability.is_some()));
    // These bars are among those that the maps were fitted to: nothing else may call them calibrated.
    let until = calibration.fitted_until_ms;
    assert!(
        report
            .decisions
            .iter()
            .all(|decision| decision.time_ms > until || decision.calibration == CalibrationState::InSample)
    );
    let longer = MarketHistory::new(bars(&closes(440, 6))).network(network(440));
    let later = EvaluateRequest::new(longer).label(Label::new(3)).calibration(calibration.clone()).last_bars(30);
    let states: Vec<_> =
        evaluate(&later).unwrap().decisions.iter().map(|d| (d.time_ms > until, d.calibration)).collect();
    assert!(
        states.contains(&(true, CalibrationState::Calibrated)) && states.contains(&(false, CalibrationState::InSample))
    );
    assert_eq!(states.iter().filter(|(after, state)| *after == (*state == CalibrationState::Calibrated)).count(), 30);
    let text = serde_json::to_string(&calibration).unwrap();
    assert_eq!(
        serde_json::from_str::<hashinsight_signals::modules::ensemble::Calibration>(&text).unwrap(),
        calibration
    );
}

#[test]
fn a_walk_forward_is_reported_whatever_it_shows() {
    let history = |close: &[f64]| MarketHistory::new(bars(close)).network(network(close.len()));
    let request =
        |close: &[f64]| WalkForwardRequest::new(history(close), Protocol::new(Label::new(5), 300, 40).resamples(200));
    let close = closes(460, 7);
    let report = walk_forward(&request(&close)).unwrap();
    assert_eq!((report.bars, report.test_bars, report.fits + report.refused_fits), (460, 155, 4));
    assert_eq!(report.effective_labels, 31.0);
    let of = &report.against_holding;
    assert_eq!(of.sells + of.trims + of.holds, 155);
    assert_ne!(of.beats_always_hold, Verdict::Yes); // a random walk
    assert_eq!(of.gain_interval.is_some(), of.sells + of.trims > 0);
    for name in [ModuleName::DerivativesPressure, ModuleName::Microstructure] {
        let module = report.modules.iter().find(|of| of.module == name).unwrap();
        assert_eq!((module.ok_bars, module.no_data_bars, module.brier), (0, 155, None));
    }
    assert_eq!(report.forecasts.as_ref().unwrap().len(), 3);
    // A skill is 1 less the quotient of the two scores that stand beside it.
    let (brier, base) = (report.calibration.as_ref().unwrap().brier, report.brier_of_base_rate.unwrap());
    assert!((report.brier_skill.unwrap() - (1.0 - brier / base)).abs() < 1e-12);

    // Prices behind the last label change nothing of what was said and judged before.
    let mut crash = close.clone();
    crash.push(1.0);
    let longer = walk_forward(&request(&crash)).unwrap();
    assert_eq!(longer.test_bars, 156);
    let early = walk_forward(&request(&close[..455])).unwrap();
    assert_eq!(early.test_bars, 150);
    let few = WalkForwardRequest::new(history(&close), Protocol::new(Label::new(5), 455, 40));
    assert_eq!(walk_forward(&few).unwrap_err().path().as_str(), "protocol.first_fit_bars");
}

#[test]
fn blocks_widen_the_interval_of_days_that_hang_together() {
    // Runs of ten equal days: a block of one day takes them for independent.
    let random = Philox::new(8);
    let days: Vec<f64> = (0..400_u64).map(|day| random.normal(0, day / 10)).collect();
    let width = |block| {
        let mean = |drawn: &[usize]| Some(drawn.iter().map(|day| days[*day]).sum::<f64>() / drawn.len() as f64);
        let interval = block_bootstrap(400, block, 1000, 3, mean).unwrap().unwrap();
        interval.high - interval.low
    };
    let (single, tens) = (width(1), width(20));
    assert!(tens > 2.0 * single && tens < 4.0 * single, "{single} {tens}"); // sqrt(10) is 3.2
    assert_eq!(block_bootstrap(5, 6, 100, 1, |_| Some(0.0)).unwrap_err().code(), "signals.block_bars.out_of_range");
    assert_eq!(block_bootstrap(5, 2, 100, 1, |_| None).unwrap(), None);
}

/// The interval of a mean by blocks covers the truth nearly as often as it says: resamples know only the days that were,
/// which costs about a hundredth with single days, and some hundredths where few blocks make a history.
#[test]
fn an_interval_of_blocks_covers_nearly_as_often_as_it_says() {
    let random = Philox::new(29);
    let trials: u64 = hashinsight_testkit::few(400, 10_000);
    for (run, block, least, most) in [(1_u64, 1, 0.93, 0.96), (4, 12, 0.89, 0.95)] {
        let mut covered = 0.0;
        for trial in 0..trials {
            let days: Vec<f64> = (0..240).map(|day| random.normal(trial, day / run)).collect();
            let mean = |drawn: &[usize]| Some(drawn.iter().map(|day| days[*day]).sum::<f64>() / drawn.len() as f64);
            let interval = block_bootstrap(240, block, 300, trial, mean).unwrap().unwrap();
            covered += f64::from(u8::from(interval.low <= 0.0 && 0.0 <= interval.high));
        }
        let part = covered / trials as f64;
        let deviation = 4.0 * (0.95_f64 * 0.05 / trials as f64).sqrt();
        assert!(part > least - deviation && part < most + deviation, "blocks of {block}: {part}");
    }
}

#[test]
fn a_history_without_bars_is_refused() {
    let empty = || MarketHistory::new(bars(&[]));
    for error in
        [evaluate(&EvaluateRequest::new(empty())).unwrap_err(), calibrate(&CalibrateRequest::new(empty())).unwrap_err()]
    {
        assert_eq!((error.code(), error.path().as_str()), ("signals.bars.insufficient_data", "bars"));
    }
}
