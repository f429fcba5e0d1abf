//! Golden rows of signals: every indicator of the family, the filter of two regimes, and the ten modules over drawn bars.

use hashinsight::market::{Bars, BarsColumns, Interval};
use hashinsight::numerics::golden::GoldenRow;
use hashinsight::numerics::stream::Stream;
use hashinsight::numerics::{Philox, exp};
use hashinsight::signals::evaluate::{EvaluateRequest, MarketHistory, NetworkDays, evaluate};
use hashinsight::signals::indicators::{
    CandleShape, IndicatorColumns, IndicatorParams, ObservationColumns, indicator_batch,
};
use hashinsight::signals::modules::regime::{RegimeFilter, RegimeFilterParams};
use hashinsight::units::record::{Word, read};
use hashinsight::units::{Amount, Currency, Difficulty, Timestamp};

use super::mining::hash;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;
type Row = (&'static str, fn() -> Result<u64>, u64);

const ROWS: [Row; 4] = [
    ("indicators", indicators, 0x9474_4397_1897_34e5),
    ("candle_patterns", patterns, 0xaabf_312e_771b_ca71),
    ("regime_filter", filter, 0x064c_40ad_c7bf_95d2),
    ("evaluate", modules, 0x953f_f3d0_fda6_238c),
];

const DAYS: usize = 400;
const START_MS: i64 = 1_714_521_600_000;
const DAY_MS: i64 = 86_400_000;

pub(crate) fn rows() -> Result<Vec<GoldenRow>> {
    ROWS.iter().map(|(name, formula, expected)| Ok(GoldenRow::new(name, formula()?, *expected))).collect()
}

/// Indicators with their parameters, as a document names them.
const FAMILY: [&str; 41] = [
    r#"{"sma": {"length": 20}}"#,
    r#"{"ema": {"length": 12}}"#,
    r#"{"wilder": {"length": 14}}"#,
    r#"{"kama": {"length": 10}}"#,
    r#"{"efficiency_ratio": {"length": 10}}"#,
    r#"{"rsi": {"length": 14}}"#,
    r#"{"macd": {}}"#,
    r#"{"roc": {"length": 10}}"#,
    r#"{"linear_regression_slope": {"length": 14}}"#,
    r#"{"variance": {"length": 20}}"#,
    r#"{"std_dev": {"length": 20}}"#,
    r#"{"bollinger": {"length": 20}}"#,
    r#"{"rolling_min": {"length": 20}}"#,
    r#"{"rolling_max": {"length": 20}}"#,
    r#"{"rolling_median": {"length": 20}}"#,
    r#"{"percentile_rank": {"length": 20}}"#,
    r#"{"true_range": {}}"#,
    r#"{"atr": {"length": 14}}"#,
    r#"{"natr": {"length": 14}}"#,
    r#"{"adx": {"length": 14}}"#,
    r#"{"stochastic": {}}"#,
    r#"{"keltner": {}}"#,
    r#"{"donchian": {"length": 20}}"#,
    r#"{"chandelier": {}}"#,
    r#"{"supertrend": {}}"#,
    r#"{"pivots": {}}"#,
    r#"{"fractal_swings": {}}"#,
    r#"{"volume_profile": {"length": 30}}"#,
    r#"{"anchored_vwap": {}}"#,
    r#"{"obv": {}}"#,
    r#"{"wma": {"length": 14}}"#,
    r#"{"dema": {"length": 14}}"#,
    r#"{"tema": {"length": 14}}"#,
    r#"{"momentum": {"length": 10}}"#,
    r#"{"correlation": {"length": 30}}"#,
    r#"{"cci": {"length": 20}}"#,
    r#"{"williams_r": {"length": 14}}"#,
    r#"{"aroon": {"length": 14}}"#,
    r#"{"parabolic_sar": {}}"#,
    r#"{"mfi": {"length": 14}}"#,
    r#"{"accumulation_distribution": {}}"#,
];

/// Drawn bars by column: open, high, low, close, volume.
fn bars() -> [Vec<f64>; 5] {
    let (random, mut price) = (Philox::new(0x7369_676e), 60_000.0);
    let mut columns = [(); 5].map(|()| Vec::with_capacity(DAYS));
    for day in 0..DAYS as u64 {
        let ([step, up], [down, volume]) = (random.uniform_pair(0, day), random.uniform_pair(1, day));
        let open = price;
        price *= exp(0.06 * (step - 0.5));
        let (top, bottom) = if price > open { (price, open) } else { (open, price) };
        let values = [open, top * (1.0 + 0.02 * up), bottom * (1.0 - 0.02 * down), price, 1e4 * (0.5 + volume)];
        columns.iter_mut().zip(values).for_each(|(column, value)| column.push(value));
    }
    columns
}

fn lines(indicators: impl Iterator<Item = String>) -> Result<u64> {
    let [open, high, low, close, volume] = bars();
    let columns = IndicatorColumns {
        close: Some(&close),
        high: Some(&high),
        low: Some(&low),
        volume: Some(&volume),
        open: Some(&open),
        other: Some(&volume),
    };
    let mut all = Vec::new();
    for indicator in indicators {
        let params: IndicatorParams = read("signals", &format!(r#"{{"indicator": {indicator}}}"#))?;
        let table = indicator_batch(&columns, &params)?;
        all.extend([table.value, table.signal, table.upper, table.lower]);
    }
    Ok(hash(&all.iter().map(Vec::as_slice).collect::<Vec<_>>()))
}

fn indicators() -> Result<u64> {
    lines(FAMILY.iter().map(ToString::to_string))
}

fn patterns() -> Result<u64> {
    lines(CandleShape::WORDS.iter().map(|word| format!(r#"{{"candle_pattern": {{"pattern": "{word}"}}}}"#)))
}

fn filter() -> Result<u64> {
    let model = r#"{"model": {"regimes": [
        {"mean": 0.0, "variance": 0.5, "next": [0.97, 0.03]}, {"mean": 0.1, "variance": 2.0, "next": [0.05, 0.95]}]}}"#;
    let params: RegimeFilterParams = read("signals", model)?;
    let mut values = vec![0.0; 1000];
    Philox::new(0x7265_6769).fill_normal(0, 0, &mut values);
    let table = RegimeFilter::open(&params)?.fold(&ObservationColumns { value: &values })?;
    Ok(hash(&[&table.second_probability, &table.log_density]))
}

fn modules() -> Result<u64> {
    let [open, high, low, close, volume] = bars();
    let times = || (0..).map(|day| START_MS + DAY_MS * day).take(DAYS);
    let bars = Bars::from_columns(BarsColumns {
        source: "invented".parse()?,
        instrument: "BTCUSD".parse()?,
        quote_currency: Currency::USD,
        interval_ms: Interval::DAY,
        open_time_ms: times().collect(),
        open,
        high,
        low,
        close,
        volume_base: Some(volume),
    })?;
    let ends = times().map(|open| Timestamp::from_ms(open + DAY_MS)).collect::<std::result::Result<Vec<_>, _>>()?;
    let difficulty =
        (0..DAYS).map(|day| Difficulty::constant(9e13 * (1.0 + 0.01 * (day / 14) as f64)).into()).collect();
    let network = NetworkDays::new(ends, vec![Amount::from_sat(312_500_000)?; DAYS]).difficulty(difficulty);
    let report = evaluate(&EvaluateRequest::new(MarketHistory::new(bars).network(network)))?;
    let scores: Vec<f64> = report.rows.iter().map(|row| row.assessment.score.unwrap_or(f64::NAN)).collect();
    let confidences: Vec<f64> = report.rows.iter().map(|row| row.assessment.confidence).collect();
    let reasons = report.rows.iter().flat_map(|row| &row.assessment.reasons);
    let reasons: Vec<f64> = reasons.flat_map(|reason| [reason.value, reason.contribution]).collect();
    let chances: Vec<f64> = report.decisions.iter().map(|one| one.probability.unwrap_or(f64::NAN)).collect();
    Ok(hash(&[&scores, &confidences, &reasons, &chances]))
}
