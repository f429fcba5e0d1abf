//! Plots of the answers of other rooms: what stands in them is what the answers say.

use hashinsight_report::document::{Cells, Plot, PlotShape};
use hashinsight_report::drawn::{PlotRequest, plot};
use hashinsight_units::{Error, record};

/// An answer of each kind, with more fields than are drawn.
const ANSWERS: [&str; 26] = [
    r#"{"forecast": {"days_off": 1, "table": {"start_ms": [1780272000000, 1782864000000], "net_usd": [5, 0], "always_on_net_usd": [5, -3], "btc": [1, 1]}}}"#,
    r#"{"heat_map": {"shape": [2, 3, 2], "btc_prices_usd": [50000, 60000], "difficulty_factors": [0.8, 1, 1.2], "power_prices_usd_per_kwh": [0.04, 0.08],
        "net_usd": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]}}"#,
    r#"{"heat_map": {"btc_prices_usd": [50000, 60000], "difficulty_factors": [0.8, 1, 1.2], "power_prices_usd_per_kwh": [0.04], "net_usd": [1, 2, 3, 4, 5, 6]}}"#,
    r#"{"dispatch": {"load_w": [4000, 4000, 0, 1000], "net_usd": 7}}"#,
    r#"{"forecast_simulation": {"paths": 9, "quantiles": [0.1, 0.5], "net_present_value_usd": [-20, 30]}}"#,
    r#"{"option_chain": {"expiries": [{"expiry_ms": 1780272000000, "years": 0.1, "smile_strikes": [90, 100], "smile_volatilities": [0.6, 0.5]},
        {"expiry_ms": 1782864000000, "smile_strikes": [100], "smile_volatilities": [0.55]}]}}"#,
    r#"{"passage": {"probability": 0.2, "plain_probability": 0.21, "control_probability": 0.19, "plain_probability_by_date": []}}"#,
    r#"{"passage": {"probability": 0.2, "plain_probability": 0.21, "control_probability": 0.19, "plain_probability_by_date": [0.1, 0.2]}}"#,
    r#"{"signals": {"rows": [], "decisions": [{"time_ms": 1780272000000, "action": "hold"}, {"time_ms": 1780358400000, "action": "trim", "sell_score": 61.5},
        {"time_ms": 1780444800000, "action": "hold", "sell_score": 40, "coverage": 1}]}}"#,
    r#"{"backtest": {"bars": 2, "equity": {"time_ms": [1780272000000, 1780358400000], "price_usd": [1, 1], "equity_usd": [100, 120]}}}"#,
    r#"{"treasury_simulation": {"quantiles": [0.05, 0.95], "equity_usd": [10, 90]}}"#,
    r#"{"quote": {"decision": "offer", "premium": {"pure": "209.13", "risk_loading": "20.00", "fixed_expense": "5", "expense": "1", "commission": "2",
        "profit": "3", "listing": "0", "discount": "-4.5", "tax": "0.1", "gross": "235.73"}}}"#,
    r#"{"book_loss": {"losses": [0, 5, 9], "exceedance_probabilities": [0.3, 0.1, 0], "expected_loss": 1}}"#,
    r#"{"power_curtailment": {"hashprice_usd_per_phs_day": [40, 41], "plan": {"load_w": [2000, 500], "net_usd": 7}}}"#,
    r#"{"solo_income": {"paths": 9, "mean_sat": 5, "quantiles": [0.5, 0.99], "income_sat": [0, 312500000]}}"#,
    r#"{"price_forecast": {"models": [
        {"model": {"ewma": {"decay": 0.94}}, "forecast": {"mean": 0, "median_price": 100, "bands": [{"level": 0.5, "low": 96, "high": 105}, {"level": 0.8, "low": 90, "high": 112}]}},
        {"model": "geometric_brownian", "forecast": {"median_price": 101, "bands": [{"level": 0.5, "low": 97, "high": 106}, {"level": 0.8, "low": 91, "high": 113}]}, "quality": {}},
        {"model": {"autoregression": {"order": 2}}, "forecast": {"median_price": 99, "bands": [{"level": 0.5, "low": 95, "high": 104}, {"level": 0.8, "low": 89, "high": 111}]}}]}}"#,
    r#"{"walk_forward": {"bars": 9, "calibration": {"count": 5, "bins": [{"count": 2, "mean_probability": 0.25, "frequency": 0.5, "frequency_low": 0.1, "frequency_high": 0.9},
        {"count": 3, "mean_probability": 0.75, "frequency": 1, "frequency_low": 0.4, "frequency_high": 1}]}}}"#,
    r#"{"reliability": {"bins": [{"mean_probability": 0.25, "frequency": 0.5, "frequency_low": 0.1, "frequency_high": 0.9}]}}"#,
    r#"{"cash_forecast": {"weeks": [{"end_ms": 1780272000000, "closing_usd": "10.5", "opening_usd": "1"}, {"end_ms": 1780876800000, "closing_usd": "-3"}]}}"#,
    r#"{"floor": {"steps": 2, "floor": {"feasible": {"sale_sat": 1, "certificate": [{"time_ms": 1780272000000, "cash_usd": "400", "price_usd": "1"},
        {"time_ms": 1782864000000, "cash_usd": "0"}]}}}}"#,
    r#"{"stress": {"rows": [{"stress": "calm", "equity_usd": 10, "coins_sat": 1}, {"stress": {"price_fall": {"fraction": 0.6, "days": 30}}, "equity_usd": 4},
        {"stress": {"halving": {"period": 2}}, "equity_usd": 8}, {"stress": {"difficulty_rise": {"rise": 0.2}}, "equity_usd": 7},
        {"stress": {"power_cost": {"factor": 2}}, "equity_usd": 6}, {"stress": {"loan_recall": {"period": 1}}, "equity_usd": -1}]}}"#,
    r#"{"book_simulation": {"paths": 9, "tails": [{"level": 0.9, "value_at_risk": 5, "value_at_risk_low": 4, "tail_value_at_risk": 7}]}}"#,
    r#"{"aggregate_loss": {"mean": 3, "levels": [{"level": 0.5, "value_at_risk": {"value": 2}, "tail_value_at_risk": {"value": 4}},
        {"level": 0.9, "value_at_risk": {"value": 6}, "tail_value_at_risk": {"undefined": {"reason": "beyond the lattice"}}},
        {"level": 0.99, "value_at_risk": "unbounded", "tail_value_at_risk": "never"}]}}"#,
    r#"{"claim": {"decision": "pay", "items": {"loss": "3000.00", "covered": "1500.00", "deducted": "100", "coinsured": "140", "beyond_limit": "260",
        "rounding": "0.005", "payout": "999.995"}}}"#,
    r#"{"risk_index": {"base": 50, "coverage": 1, "index": 57.5, "contributions": [{"factor": "rsi", "contribution": 9.5}, {"factor": "win_rate", "contribution": -2}]}}"#,
    r#"{"activity": {"begin": ["2026-06-01", "2026-06-08"], "total": [3, 0], "call": [1, 0]}}"#,
];

fn drawn(answer: &str) -> Result<Plot, Error> {
    let request: PlotRequest = record::read("report", format!(r#"{{"answer": {answer}}}"#).as_str())?;
    plot(&request)
}

/// A plot of each kind.
pub(crate) fn plots() -> Vec<Plot> {
    ANSWERS.iter().map(|answer| drawn(answer).unwrap()).collect()
}

fn numbers(plot: &Plot, column: usize) -> Vec<f64> {
    let table = plot.table();
    (0..table.rows()).map(|row| table.columns[column].cells.get(row).unwrap().number().unwrap()).collect()
}

#[test]
fn numbers_are_those_of_the_answer() {
    let plots = plots();
    assert_eq!((numbers(&plots[0], 1), numbers(&plots[0], 2)), (vec![5.0, 0.0], vec![5.0, -3.0]));
    // At the factor 1, the second of three: rows are power prices from the top, prices to the right.
    assert_eq!(numbers(&plots[1], 2), [3.0, 9.0, 4.0, 10.0]);
    assert_eq!(
        (numbers(&plots[1], 0), numbers(&plots[1], 1)),
        (vec![0.04, 0.04, 0.08, 0.08], vec![5e4, 6e4, 5e4, 6e4])
    );
    assert_eq!(
        (numbers(&plots[2], 0), numbers(&plots[2], 2)),
        (vec![0.8, 0.8, 1.0, 1.0, 1.2, 1.2], vec![1.0, 4.0, 2.0, 5.0, 3.0, 6.0])
    );
    assert_eq!(numbers(&plots[3], 1), [4.0, 4.0, 0.0, 1.0]);
    let PlotShape::Step(curves) = &plots[3].shape else { panic!() };
    assert_eq!(curves.shading.as_ref().unwrap().at, [false, false, true, true]);
    assert_eq!(numbers(&plots[4], 1), [-20.0, 30.0]);
    assert_eq!((numbers(&plots[5], 1), numbers(&plots[5], 2)), (vec![90.0, 100.0, 100.0], vec![0.6, 0.5, 0.55]));
    let PlotShape::Scatter(points) = &plots[5].shape else { panic!() };
    assert_eq!(points.names, ["2026-06-01", "2026-06-01", "2026-07-01"]);
    assert_eq!((numbers(&plots[6], 1), numbers(&plots[7], 1)), (vec![0.2, 0.21, 0.19], vec![0.1, 0.2]));
    assert_eq!(numbers(&plots[8], 1), [61.5, 40.0], "a bar without score is left out");
    let PlotShape::Line(curves) = &plots[8].shape else { panic!() };
    assert_eq!(curves.shading.as_ref().unwrap().at, [true, false]);
    assert!(matches!(&curves.x, Cells::Instants(times) if times.len() == 2));
    assert_eq!((numbers(&plots[9], 1), numbers(&plots[10], 1)), (vec![100.0, 120.0], vec![10.0, 90.0]));
    assert_eq!(numbers(&plots[11], 1).iter().sum::<f64>(), 235.73, "the steps add up to the gross premium");
    assert_eq!((numbers(&plots[12], 0), numbers(&plots[12], 1)), (vec![0.0, 5.0, 9.0], vec![0.3, 0.1, 0.0]));
    assert_eq!(numbers(&plots[13], 1), [2.0, 0.5]);
    assert_eq!((numbers(&plots[14], 0), numbers(&plots[14], 1)), (vec![0.5, 0.99], vec![0.0, 312_500_000.0]));
    // Half of the level lies on each side of the median.
    for (place, probability) in numbers(&plots[15], 0).into_iter().zip([0.1, 0.25, 0.5, 0.75, 0.9]) {
        assert!((place - probability).abs() < 1e-15, "{place}");
    }
    let models = [1, 2, 3].map(|column| numbers(&plots[15], column));
    assert_eq!(models[0], [90.0, 96.0, 100.0, 105.0, 112.0]);
    assert_eq!(models[1..], [[91.0, 97.0, 101.0, 106.0, 113.0], [89.0, 95.0, 99.0, 104.0, 111.0]]);
    let bins = [0, 1, 2, 3].map(|column| numbers(&plots[16], column));
    assert_eq!(bins, [[0.25, 0.75], [0.1, 0.4], [0.5, 1.0], [0.9, 1.0]]);
    assert_eq!(numbers(&plots[17], 2), [0.5]);
    assert_eq!((numbers(&plots[18], 1), numbers(&plots[19], 1)), (vec![10.5, -3.0], vec![400.0, 0.0]));
    assert_eq!(numbers(&plots[20], 1), [10.0, 4.0, 8.0, 7.0, 6.0, -1.0]);
    assert_eq!((numbers(&plots[21], 1), numbers(&plots[21], 2)), (vec![5.0], vec![7.0]));
    assert_eq!((numbers(&plots[22], 0), numbers(&plots[22], 2)), (vec![0.5], vec![4.0]), "both numbers, or none");
    assert_eq!(numbers(&plots[23], 1).iter().sum::<f64>(), 999.995, "the steps add up to the payout");
    assert_eq!(numbers(&plots[24], 1).iter().sum::<f64>(), 57.5, "the steps add up to the index");
    assert_eq!(numbers(&plots[25], 1), [3.0, 0.0]);
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    for (answer, code, path) in [
        (
            r#"{"forecast": {"table": {"start_ms": [], "net_usd": []}}}"#,
            "report.always_on_net_usd.missing",
            "answer.forecast.table.always_on_net_usd",
        ),
        (
            r#"{"forecast": {"table": {"start_ms": [1780272000000], "net_usd": [], "always_on_net_usd": [1]}}}"#,
            "report.values.length",
            "series[0].values",
        ),
        (r#"{"forecast": 7}"#, "report.forecast.wrong_type", "answer.forecast"),
        (
            r#"{"heat_map": {"btc_prices_usd": [1], "difficulty_factors": [1], "power_prices_usd_per_kwh": [1], "net_usd": []}}"#,
            "report.net_usd.length",
            "net_usd",
        ),
        (r#"{"option_chain": {"expiries": []}}"#, "report.answer.insufficient_data", "answer"),
        (r#"{"signals": {"decisions": []}}"#, "report.answer.insufficient_data", "answer"),
        (r#"{"quote": {"decision": "decline"}}"#, "report.answer.insufficient_data", "answer"),
        (r#"{"walk_forward": {"bars": 9}}"#, "report.answer.insufficient_data", "answer"),
        (
            r#"{"floor": {"floor": {"infeasible": {"shortfall_usd": "5"}}}}"#,
            "report.answer.insufficient_data",
            "answer",
        ),
        (r#"{"claim": {"decision": "reject"}}"#, "report.answer.insufficient_data", "answer"),
        (r#"{"risk_index": {"base": 50, "contributions": []}}"#, "report.answer.insufficient_data", "answer"),
        (r#"{"aggregate_loss": {"levels": []}}"#, "report.answer.insufficient_data", "answer"),
        (
            r#"{"book_loss": {"losses": [1], "losses": [1], "exceedance_probabilities": [0]}}"#,
            "report.losses.several",
            "answer.book_loss.losses",
        ),
    ] {
        let error = drawn(answer).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (code, path), "{answer}");
    }
}
