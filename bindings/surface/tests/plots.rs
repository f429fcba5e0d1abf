//! Plots of what the operations really answer: their worked examples.
#![cfg(all(feature = "report", feature = "insurance", feature = "derivatives"))]
#![allow(clippy::expect_used, reason = "a test")]

use hashinsight_surface::{JobWork, Shape, call, open_job, operation};

const PLOTTED: [(&str, &str); 11] = [
    ("mining.forecast", "forecast"),
    ("mining.profit_heat_map", "heat_map"),
    ("mining.plan_dispatch", "dispatch"),
    ("mining.forecast_simulation", "forecast_simulation"),
    ("derivatives.option_chain", "option_chain"),
    ("derivatives.simulate_passage", "passage"),
    ("signals.evaluate", "signals"),
    ("treasury.backtest", "backtest"),
    ("treasury.treasury_simulation", "treasury_simulation"),
    ("insurance.quote", "quote"),
    ("insurance.book_loss", "book_loss"),
];

fn answer(path: &str) -> String {
    let known = operation(path).expect(path);
    if let Shape::Job { .. } = known.shape {
        let mut job = open_job(path, known.example, JobWork::Whole).expect(path);
        while !job.step(64).is_complete() {}
        return job.report().expect(path);
    }
    call(path, known.example).expect(path)
}

#[test]
fn every_main_answer_is_drawn() {
    for (path, tag) in PLOTTED {
        let request = format!(r#"{{"answer": {{"{tag}": {}}}}}"#, answer(path));
        let plot = call("report.plot", request.as_str()).expect(path);
        for (form, begin) in [("svg", "<svg "), ("vega_lite", "{\"$schema\"")] {
            let request = format!(r#"{{"plot": {plot}, "language": "zh"}}"#);
            let answer = call(&format!("report.render_{form}"), request.as_str()).expect(path);
            let text: serde_json::Value = serde_json::from_str(&answer).expect(path);
            assert!(text["text"].as_str().expect(path).starts_with(begin), "{path}");
        }
    }
}
