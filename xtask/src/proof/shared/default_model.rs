//! The switching model that the regime takes where none is given is the fit to the days that its documentation names.

use std::path::Path;

use hashinsight_surface::{Column, ColumnBuffer, call, open_stream, operation};
use serde_json::{Value, json};

use crate::Result;

const OPERATION: &str = "signals.regime";
/// Last day of the fit.
const LAST: &str = "2024-04-30";
/// Digits are cut after the fourth: that moves no probability by more.
const TOLERANCE: f64 = 1e-3;
const DAY_MS: i64 = 86_400_000;

/// Fits the days of `data/btc_ohlcv_binance_daily.csv` and compares what the regime answers under the fit and under its default.
pub(super) fn prove(shared: &Path) -> Result<()> {
    let data = shared.join("data/btc_ohlcv_binance_daily.csv");
    if !data.is_file() {
        println!("shared: not run: needs {}", data.display());
        return Ok(());
    }
    let text = std::fs::read_to_string(data)?;
    let lines = text.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let rows = lines.take_while(|row| row.first().is_some_and(|date| *date <= LAST));
    let closes: Vec<f64> = rows.map(|row| row[4].parse::<f64>()).collect::<std::result::Result<_, _>>()?;
    #[expect(clippy::disallowed_methods, reason = "no result hangs on the last bits")]
    let returns: Vec<f64> = closes.windows(2).map(|pair| (pair[1] / pair[0]).ln()).collect();
    let fit =
        call("signals.fit_regimes", &json!({ "series": returns }).to_string()).map_err(|error| error.to_string())?;
    let fit: Value = serde_json::from_str(&fit)?;
    let [default, fitted] = [json!({}), json!({ "model": fit["model"] })].map(|params| turbulence(&params, &closes));
    let (default, fitted) = (default?, fitted?);
    let apart = default.iter().zip(&fitted).map(|(a, b)| (a - b).abs()).filter(|one| !one.is_nan());
    let (known, furthest) =
        apart.fold((0, 0.0), |(known, furthest), one| (known + 1, if one > furthest { one } else { furthest }));
    if known == returns.len() && furthest <= TOLERANCE {
        println!(
            "shared: the default model of {known} returns is their fit: no probability further than {furthest:.1e}"
        );
        return Ok(());
    }
    Err(format!("shared: the default model is not the fit {}: {furthest} apart on {known} days", fit["model"]).into())
}

/// Filtered probability of the turbulent regime, day by day.
fn turbulence(params: &Value, closes: &[f64]) -> Result<Vec<f64>> {
    let times: Vec<i64> = (1_503_014_400_000..).step_by(usize::try_from(DAY_MS)?).take(closes.len()).collect();
    let close = Column::F64(closes);
    let columns =
        [("time_ms", Column::I64(&times)), ("open", close), ("high", close), ("low", close), ("close", close)];
    let outputs = open_stream(OPERATION, &params.to_string(), None)
        .and_then(|mut stream| stream.update(&columns))
        .map_err(|error| error.to_string())?;
    let specs = operation(OPERATION).map_err(|error| error.to_string())?.shape.outputs();
    let named = specs.iter().zip(outputs).find(|(spec, _)| spec.name == "turbulence_probability");
    match named {
        Some((_, ColumnBuffer::F64(values))) => Ok(values),
        _ => Err("no column turbulence_probability".into()),
    }
}
