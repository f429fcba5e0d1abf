//! Plots of the answers of other rooms: what stands in them is what the answers say.

use hashinsight_report::document::{Cells, Plot, PlotShape};
use hashinsight_report::drawn::{PlotRequest, plot};
use hashinsight_units::{Error, record};

/// An answer of each kind, with more fields than are drawn.
const ANSWERS: [&str; 13] = [
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
