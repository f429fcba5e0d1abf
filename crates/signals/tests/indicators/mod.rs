//! Indicators: a walk over all of them, and their numbers against references.

mod candles;
mod contract;
mod drift;
mod family;
mod lanes;
mod property;
mod reference;

use hashinsight_market::{Bar, BarFields, Interval};
use hashinsight_numerics::Philox;
use hashinsight_signals::indicators::*;
use hashinsight_units::{Currency, Finite, Timestamp};

/// Bars by column.
#[derive(Clone, Debug, Default)]
pub(crate) struct Series {
    pub(crate) open: Vec<f64>,
    pub(crate) high: Vec<f64>,
    pub(crate) low: Vec<f64>,
    pub(crate) close: Vec<f64>,
    pub(crate) volume: Vec<f64>,
}

impl Series {
    /// A random walk with some unchanged closes.
    pub(crate) fn random(rows: usize, seed: u64) -> Self {
        let (random, mut close, mut series) = (Philox::new(seed), 100.0, Self::default());
        for row in 0..rows as u64 {
            let [a, b] = random.uniform_pair(0, row);
            let [c, d] = random.uniform_pair(1, row);
            let before = close;
            if a > 0.1 {
                close *= 0.97 + 0.06 * b;
            }
            let (top, bottom) = if close > before { (close, before) } else { (before, close) };
            series.open.push(before);
            series.high.push(top * (1.0 + 0.02 * c));
            series.low.push(bottom * (1.0 - 0.02 * d));
            series.close.push(close);
            series.volume.push(if d > 0.95 { 0.0 } else { 1e3 * c });
        }
        series
    }

    pub(crate) fn scaled(&self, factor: f64) -> Self {
        let scale = |values: &[f64]| values.iter().map(|value| value * factor).collect();
        let Self { open, high, low, close, volume } = self;
        let volume = volume.clone();
        Self { open: scale(open), high: scale(high), low: scale(low), close: scale(close), volume }
    }

    pub(crate) fn rows(&self) -> usize {
        self.close.len()
    }

    pub(crate) fn part(&self, rows: std::ops::Range<usize>) -> Self {
        let part = |values: &[f64]| values[rows.clone()].to_vec();
        let Self { open, high, low, close, volume } = self;
        Self { open: part(open), high: part(high), low: part(low), close: part(close), volume: part(volume) }
    }
}

/// What an indicator reads, out of a series.
pub(crate) trait Sample: Input {
    fn columns(series: &Series) -> Self::Columns<'_>;
    fn event(series: &Series, row: usize) -> Self::Event;
    /// An event that is refused, if events can be wrong at all.
    fn refused() -> Vec<Self::Event>;
}

impl Sample for f64 {
    fn columns(series: &Series) -> &[f64] {
        &series.close
    }

    fn event(series: &Series, row: usize) -> Observation {
        Observation::new(Finite::constant(series.close[row]))
    }

    fn refused() -> Vec<Observation> {
        [1e101, -1e300, 1e-101].map(|value| Observation::new(Finite::constant(value))).to_vec()
    }
}

fn bar(series: &Series, row: usize, volume_base: Option<f64>) -> Bar {
    let fields = BarFields {
        source: "coinbase".parse().unwrap(),
        instrument: "BTC-USD".parse().unwrap(),
        quote_currency: Currency::USD,
        interval_ms: Interval::DAY,
        open_time_ms: Timestamp::from_ms(1_713_571_200_000 + 86_400_000 * i64::try_from(row).unwrap()).unwrap(),
        open: series.open[row],
        high: series.high[row],
        low: series.low[row],
        close: series.close[row],
        volume_base,
    };
    Bar::new(fields).unwrap()
}

impl Sample for Candle {
    fn columns(series: &Series) -> CandleColumns<'_> {
        CandleColumns { high: &series.high, low: &series.low, close: &series.close }
    }

    fn event(series: &Series, row: usize) -> Bar {
        bar(series, row, None)
    }

    fn refused() -> Vec<Bar> {
        Vec::new() // a bar is whole, or there is none
    }
}

impl Sample for Ohlc {
    fn columns(series: &Series) -> OhlcColumns<'_> {
        OhlcColumns { open: &series.open, high: &series.high, low: &series.low, close: &series.close }
    }

    fn event(series: &Series, row: usize) -> Bar {
        bar(series, row, None)
    }

    fn refused() -> Vec<Bar> {
        Vec::new()
    }
}

impl Sample for Pair {
    fn columns(series: &Series) -> PairColumns<'_> {
        PairColumns { first: &series.close, second: &series.volume }
    }

    fn event(series: &Series, row: usize) -> PairObservation {
        PairObservation::new(Finite::constant(series.close[row]), Finite::constant(series.volume[row]))
    }

    fn refused() -> Vec<PairObservation> {
        let pair = |first, second| PairObservation::new(Finite::constant(first), Finite::constant(second));
        vec![pair(1e101, 1.0), pair(1.0, -1e-101)]
    }
}

impl Sample for Traded {
    fn columns(series: &Series) -> TradedColumns<'_> {
        TradedColumns { high: &series.high, low: &series.low, close: &series.close, volume: &series.volume }
    }

    fn event(series: &Series, row: usize) -> Bar {
        bar(series, row, Some(series.volume[row]))
    }

    fn refused() -> Vec<Bar> {
        vec![bar(&Series::random(1, 1), 0, None)]
    }
}

impl Sample for Flow {
    fn columns(series: &Series) -> FlowColumns<'_> {
        FlowColumns { close: &series.close, volume: &series.volume }
    }

    fn event(series: &Series, row: usize) -> Bar {
        bar(series, row, Some(series.volume[row]))
    }

    fn refused() -> Vec<Bar> {
        Traded::refused()
    }
}

/// Every indicator, with some parameters of each.
macro_rules! each_indicator {
    ($check:ident $(, $arg:expr)*) => {{
        for length in [1, 2, 3, 14, 50] {
            $check::<Sma>(&SmaParams::new(length) $(, $arg)*);
            $check::<RollingMin>(&ExtremeParams::new(length) $(, $arg)*);
            $check::<RollingMax>(&ExtremeParams::new(length) $(, $arg)*);
            $check::<RollingMedian>(&OrderParams::new(length) $(, $arg)*);
            $check::<PercentileRank>(&OrderParams::new(length) $(, $arg)*);
            $check::<Variance>(&DeviationParams::new(length) $(, $arg)*);
            $check::<StdDev>(&DeviationParams::new(length + 1).ddof(1) $(, $arg)*);
            $check::<Bollinger>(&BollingerParams::new(length).deviations(2.5) $(, $arg)*);
            $check::<Roc>(&RocParams::new(length) $(, $arg)*);
            $check::<Momentum>(&MomentumParams::new(length) $(, $arg)*);
            $check::<Wma>(&WmaParams::new(length) $(, $arg)*);
            $check::<Dema>(&LayeredAverageParams::new(length) $(, $arg)*);
            $check::<Tema>(&LayeredAverageParams::new(length) $(, $arg)*);
            $check::<Correlation>(&CorrelationParams::new(length + 1) $(, $arg)*);
            $check::<Cci>(&CciParams::new(length) $(, $arg)*);
            $check::<WilliamsR>(&WilliamsParams::new(length) $(, $arg)*);
            $check::<Aroon>(&AroonParams::new(length) $(, $arg)*);
            $check::<Mfi>(&MfiParams::new(length) $(, $arg)*);
            $check::<LinearRegressionSlope>(&SlopeParams::new(length + 1) $(, $arg)*);
            $check::<Keltner>(&KeltnerParams::new().length(length).range_length(10) $(, $arg)*);
            $check::<Chandelier>(&ChandelierParams::new().length(length) $(, $arg)*);
            $check::<EfficiencyRatio>(&EfficiencyParams::new(length) $(, $arg)*);
            $check::<Kama>(&KamaParams::new(length).slow(length + 2) $(, $arg)*);
            $check::<Adx>(&AdxParams::new(length) $(, $arg)*);
            $check::<Supertrend>(&SupertrendParams::new().length(length) $(, $arg)*);
            $check::<Stochastic>(&StochasticParams::new().fast_k(length) $(, $arg)*);
            $check::<Stochastic>(&StochasticParams::new().slow_k(length).slow_d(5) $(, $arg)*);
            for start in [MacdStart::Together, MacdStart::Each] {
                $check::<Macd>(&MacdParams::new().fast(length).slow(length + 7).signal(length).start(start) $(, $arg)*);
                $check::<Macd>(&MacdParams::new().start(start) $(, $arg)*);
            }
            $check::<VolumeProfile>(&ProfileParams::new(length).bins(6) $(, $arg)*);
            for lag in [0, 1] {
                $check::<Donchian>(&DonchianParams::new(length).lag(lag) $(, $arg)*);
            }
            for seed in [Seed::Mean, Seed::First] {
                $check::<Ema>(&EmaParams::new(length).seed(seed) $(, $arg)*);
                $check::<Wilder>(&WilderParams::new(length).seed(seed) $(, $arg)*);
                $check::<Rsi>(&RsiParams::new().length(length).seed(seed) $(, $arg)*);
                for first in [FirstRange::Absent, FirstRange::HighLow] {
                    $check::<Atr>(&AtrParams::new(length).seed(seed).first(first) $(, $arg)*);
                }
                $check::<Natr>(&AtrParams::new(length).seed(seed) $(, $arg)*);
            }
        }
        for method in [PivotMethod::Classic, PivotMethod::Fibonacci, PivotMethod::Camarilla, PivotMethod::Woodie] {
            $check::<Pivots>(&PivotsParams::new().method(method).level(3) $(, $arg)*);
        }
        $check::<TrueRange>(&TrueRangeParams::new() $(, $arg)*);
        $check::<TrueRange>(&TrueRangeParams::new().first(FirstRange::HighLow) $(, $arg)*);
        $check::<FractalSwings>(&SwingParams::new() $(, $arg)*);
        $check::<FractalSwings>(&SwingParams::new().left(1).right(3) $(, $arg)*);
        $check::<Obv>(&ObvParams::new() $(, $arg)*);
        $check::<AccumulationDistribution>(&AccumulationParams::new() $(, $arg)*);
        $check::<ParabolicSar>(&ParabolicParams::new() $(, $arg)*);
        $check::<ParabolicSar>(&ParabolicParams::new().step(0.1).most(0.1) $(, $arg)*);
        for shape in CandleShape::ALL {
            $check::<CandlePattern>(&CandlePatternParams::new(*shape) $(, $arg)*);
        }
        $check::<AnchoredVwap>(&AnchoredVwapParams::new() $(, $arg)*);
    }};
}
pub(crate) use each_indicator;

/// The bits of an output.
pub(crate) fn bits(output: &impl std::fmt::Debug) -> String {
    format!("{output:?}")
}
