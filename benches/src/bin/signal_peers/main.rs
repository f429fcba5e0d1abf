//! Indicators over a million bars beside TA-Lib, wickra and kand: one process, one thread, the same input, into memory that is there.
//!
//! Kernel and peers take turns, round by round, and each time is the best of its rounds. The peers are in the modes whose batch has the bits
//! of their streams; wickra's fast mode, which has others, stands beside. None of them checks a number in these calls, and neither do we:
//! `batch` and the border do, in half a nanosecond a number. Outputs are held against TA-Lib's.

#![expect(clippy::print_stdout, reason = "a table is what this program makes")]
#![allow(clippy::disallowed_types, reason = "benches look at the clock")]

mod lanes;
mod race;

use std::error::Error;
use std::hint::black_box;

use ::kand::ta::ohlcv as kand;
use ::kand::ta::stats as kand_stats;
use hashinsight::numerics::{Philox, exp, ln};
use hashinsight::signals::indicators::{
    Adx, AdxParams, Atr, AtrParams, Bands, Bollinger, BollingerParams, CandleColumns, DeviationParams, Directional,
    Donchian, DonchianParams, Ema, EmaParams, ExtremeParams, FlowColumns, Indicator, Macd, MacdLines, MacdParams, Obv,
    ObvParams, Output, RollingMax, Rsi, RsiParams, Sma, SmaParams, StdDev, Stochastic, StochasticParams, Stochastics,
};
use ta_lib::{Core, MAType};
use wickra_core::{self as wickra, Indicator as _};

use race::{Work, race};

const BARS: usize = 1_000_000;

/// A row of the table: our time, those of the exact peers, and how the fastest of them compares. Answers that ratio. What is called
/// "beside" does something else.
fn row(name: &str, work: &mut [Work<'_>]) -> f64 {
    let times = race(BARS, work);
    let timed = || work.iter().zip(&times).map(|((peer, _), time)| (*peer, *time));
    let peer =
        |named: &str| timed().find(|(peer, _)| *peer == named).map_or_else(String::new, |(_, t)| format!("{t:.2}"));
    let exact = timed().skip(1).filter(|(peer, _)| !peer.starts_with("beside"));
    let fastest = exact.map(|(_, time)| time).fold(f64::INFINITY, hashinsight::numerics::min);
    let beside = timed().find_map(|(peer, time)| Some(format!("{} {time:.2}", peer.strip_prefix("beside: ")?)));
    let [ta_lib, wickra, kand] = ["ta-lib", "wickra", "kand"].map(peer);
    let ratio = fastest / times[0];
    println!(
        "| {name} | {:.2} | {ta_lib} | {wickra} | {kand} | {ratio:.2}x | {} |",
        times[0],
        beside.unwrap_or_default()
    );
    ratio
}

/// Fails where the two differ by more than rounding.
fn agree(name: &str, own: impl Iterator<Item = f64>, peer: &[f64], from: usize) -> Result<(), Box<dyn Error>> {
    let own: Vec<f64> = own.skip(from).collect();
    let pairs = own.iter().zip(peer);
    let near = pairs.filter(|(own, peer)| (*own - *peer).abs() <= 1e-9 * (1.0 + peer.abs())).count();
    if near == own.len() {
        Ok(())
    } else {
        Err(format!("{name}: {} outputs are not TA-Lib's", own.len() - near).into())
    }
}

struct Market {
    high: Vec<f64>,
    low: Vec<f64>,
    close: Vec<f64>,
    volume: Vec<f64>,
    candles: Vec<wickra::Candle>,
}

fn market() -> Result<Market, Box<dyn Error>> {
    let (random, mut close) = (Philox::new(7), 100.0);
    let [mut highs, mut lows, mut closes, mut volumes] = [(); 4].map(|()| Vec::with_capacity(BARS));
    let mut candles = Vec::with_capacity(BARS);
    for bar in 0..BARS as u64 {
        let ([move_, wick], [tail, volume]) = (random.uniform_pair(0, bar), random.uniform_pair(1, bar));
        let before = close;
        close *= exp(0.02 * (move_ - 0.5));
        let (top, bottom) = if close > before { (close, before) } else { (before, close) };
        let (high, low) = (top * (1.0 + 0.01 * wick), bottom * (1.0 - 0.01 * tail));
        candles.push(wickra::Candle::new(close, high, low, close, 1e3 * volume, i64::try_from(bar)?)?);
        highs.push(high);
        lows.push(low);
        closes.push(close);
        volumes.push(1e3 * volume);
    }
    Ok(Market { high: highs, low: lows, close: closes, volume: volumes, candles })
}

/// Our kernel into its memory.
macro_rules! own {
    ($indicator:ty, $params:expr, $columns:expr, $out:expr) => {
        &mut || {
            if let Ok(mut state) = <$indicator>::new(&$params) {
                state.fill(black_box($columns), &mut $out);
            }
            black_box(&mut $out);
        }
    };
}

/// A peer's call, whose error says that this program is wrong.
macro_rules! peer {
    ($call:expr) => {
        &mut || assert!(black_box($call).is_ok())
    };
}

/// wickra's stream, bar by bar, into memory.
macro_rules! stream {
    ($open:expr, $inputs:expr, |$place:ident, $value:ident| $keep:expr) => {
        &mut || {
            let mut state = $open;
            for ($place, input) in $inputs.iter().enumerate() {
                if let Some($value) = state.update(*input) {
                    $keep;
                }
            }
        }
    };
}

#[expect(clippy::too_many_lines, reason = "a table of rows")]
fn main() -> Result<(), Box<dyn Error>> {
    let Market { high, low, close, volume, candles } = market()?;
    let (high, low, close, volume, last) = (&high[..], &low[..], &close[..], &volume[..], BARS - 1);
    let bars = CandleColumns { high, low, close };
    let core = Core::new();
    let mut own = vec![0.0; BARS];
    let [mut a, mut b, mut c, mut w, mut x, mut y] = [(); 6].map(|()| vec![0.0; BARS]);
    let [mut k, mut l, mut m, mut n, mut o, mut p, mut q] = [(); 7].map(|()| vec![0.0; BARS]);
    let mut ratios = Vec::new();
    println!("| 1M bars, ns per bar | ours | ta-lib | wickra | kand | fastest / ours | beside |");
    println!("|---|---:|---:|---:|---:|---:|---:|");

    let mut fast = wickra::Ema::new(20)?;
    let fresh = wickra::Ema::new(20)?;
    ratios.push(row(
        "EMA 20",
        &mut [
            ("", own!(Ema, EmaParams::new(20), close, own)),
            ("ta-lib", peer!(core.ema(0, last, close, 20, &mut a))),
            ("wickra", &mut || fresh.clone().batch_nan_into(close, &mut w)),
            ("kand", peer!(kand::ema::ema(close, 20, None, &mut k))),
            ("beside: fast mode of wickra", &mut || {
                fast.reset();
                fast.batch_fast_into(close, &mut x);
            }),
        ],
    ));
    agree("EMA", own.iter().copied(), &a, 19)?;

    let mut fast = wickra::Sma::new(20)?;
    let fresh = wickra::Sma::new(20)?;
    ratios.push(row(
        "SMA 20",
        &mut [
            ("", own!(Sma, SmaParams::new(20), close, own)),
            ("ta-lib", peer!(core.sma(0, last, close, 20, &mut a))),
            ("wickra", &mut || fresh.clone().batch_nan_into(close, &mut w)),
            ("kand", peer!(kand::sma::sma(close, 20, &mut k))),
            ("beside: fast mode of wickra", &mut || {
                fast.reset();
                fast.batch_fast_into(close, &mut x);
            }),
        ],
    ));
    agree("SMA", own.iter().copied(), &a, 19)?;

    let mut fast = wickra::Rsi::new(14)?;
    let fresh = wickra::Rsi::new(14)?;
    ratios.push(row(
        "RSI 14",
        &mut [
            ("", own!(Rsi, RsiParams::new(), close, own)),
            ("ta-lib", peer!(core.rsi(0, last, close, 14, &mut a))),
            ("wickra", &mut || fresh.clone().batch_nan_into(close, &mut w)),
            ("kand", peer!(kand::rsi::rsi(close, 14, &mut k, &mut l, &mut m))),
            ("beside: fast mode of wickra", &mut || {
                fast.reset();
                fast.batch_fast_into(close, &mut x);
            }),
        ],
    ));
    agree("RSI", own.iter().copied(), &a, 14)?;

    let mut lines = vec![MacdLines::NAN; BARS];
    let fresh = wickra::MacdIndicator::new(12, 26, 9)?;
    ratios.push(row(
        "MACD 12 26 9 (there with the histogram)",
        &mut [
            ("", own!(Macd, MacdParams::new(), close, lines)),
            ("ta-lib", peer!(core.macd(0, last, close, 12, 26, 9, &mut a, &mut b, &mut c))),
            (
                "wickra",
                stream!(fresh.clone(), close, |at, v| {
                    (w[at], x[at], y[at]) = (v.macd, v.signal, v.histogram);
                }),
            ),
            ("kand", peer!(kand::macd::macd(close, 12, 26, 9, &mut k, &mut l, &mut m, &mut n, &mut o))),
        ],
    ));
    agree("MACD", lines.iter().map(|line| line.signal), &b, 33)?;

    let mut bands = vec![Bands::NAN; BARS];
    let fresh = wickra::BollingerBands::new(20, 2.0)?;
    ratios.push(row(
        "Bollinger 20",
        &mut [
            ("", own!(Bollinger, BollingerParams::new(20), close, bands)),
            ("ta-lib", peer!(core.bbands(0, last, close, 20, 2.0, 2.0, MAType::SMA, &mut a, &mut b, &mut c))),
            (
                "wickra",
                stream!(fresh.clone(), close, |at, v| {
                    (w[at], x[at], y[at]) = (v.upper, v.middle, v.lower);
                }),
            ),
            (
                "kand",
                peer!(kand::bbands::bbands(
                    close, 20, 2.0, 2.0, &mut k, &mut l, &mut m, &mut n, &mut o, &mut p, &mut q
                )),
            ),
        ],
    ));
    agree("Bollinger", bands.iter().map(|band| band.upper), &a, 19)?;

    let fresh = wickra::Atr::new(14)?;
    ratios.push(row(
        "ATR 14",
        &mut [
            ("", own!(Atr, AtrParams::new(14), bars, own)),
            ("ta-lib", peer!(core.atr(0, last, high, low, close, 14, &mut a))),
            ("wickra", stream!(fresh.clone(), candles, |at, v| w[at] = v)),
            ("kand", peer!(kand::atr::atr(high, low, close, 14, &mut k))),
        ],
    ));
    agree("ATR", own.iter().copied(), &a, 14)?;

    let mut lines = vec![Directional::NAN; BARS];
    let fresh = wickra::Adx::new(14)?;
    ratios.push(row(
        "ADX 14 (ours and wickra's with both DI)",
        &mut [
            ("", own!(Adx, AdxParams::new(14), bars, lines)),
            ("ta-lib", peer!(core.adx(0, last, high, low, close, 14, &mut a))),
            (
                "wickra",
                stream!(fresh.clone(), candles, |at, v| {
                    (w[at], x[at], y[at]) = (v.adx, v.plus_di, v.minus_di);
                }),
            ),
            ("kand", peer!(kand::adx::adx(high, low, close, 14, &mut k, &mut l, &mut m, &mut n))),
        ],
    ));
    agree("ADX", lines.iter().map(|line| line.adx), &a, 27)?;

    for length in [20, 500] {
        let params = DonchianParams::new(length);
        let (period, count) = (i32::try_from(length)?, length as usize);
        let fresh = wickra::Donchian::new(count)?;
        ratios.push(row(
            &format!("Donchian {length}"),
            &mut [
                ("", own!(Donchian, params, bars, bands)),
                ("ta-lib", peer!(core.donchian(0, last, high, low, period, &mut x, &mut b, &mut y))),
                (
                    "beside: MAX and MIN of ta-lib, without the middle",
                    peer!(core.max(0, last, high, period, &mut a).and(core.min(0, last, low, period, &mut c))),
                ),
                (
                    "wickra",
                    stream!(fresh.clone(), candles, |at, v| {
                        (k[at], l[at], m[at]) = (v.upper, v.middle, v.lower);
                    }),
                ),
            ],
        ));
        agree("Donchian", bands.iter().map(|band| band.middle), &b, count - 1)?;
        ratios.push(row(
            &format!("greatest of {length}"),
            &mut [
                ("", own!(RollingMax, ExtremeParams::new(length), high, own)),
                ("ta-lib", peer!(core.max(0, last, high, period, &mut a))),
            ],
        ));
        agree("greatest", own.iter().copied(), &a, count - 1)?;
    }

    let fresh = wickra::StdDev::new(20)?;
    ratios.push(row(
        "standard deviation 20",
        &mut [
            ("", own!(StdDev, DeviationParams::new(20), close, own)),
            ("ta-lib", peer!(core.stddev(0, last, close, 20, 1.0, &mut a))),
            ("wickra", &mut || fresh.clone().batch_nan_into(close, &mut w)),
            ("kand", peer!(kand_stats::stddev::stddev(close, 20, &mut k, &mut l, &mut m))),
        ],
    ));
    agree("standard deviation", own.iter().copied(), &a, 19)?;

    ratios.push(row(
        "OBV",
        &mut [
            ("", own!(Obv, ObvParams::new(), FlowColumns { close, volume }, own)),
            ("ta-lib", peer!(core.obv(0, last, close, volume, &mut a))),
            ("wickra", stream!(wickra::Obv::new(), candles, |at, v| w[at] = v)),
            ("kand", peer!(kand::obv::obv(close, volume, &mut k))),
        ],
    ));
    agree("OBV", own.iter().copied(), &a, 0)?;

    let mut lines = vec![Stochastics::NAN; BARS];
    ratios.push(row(
        "stochastic 5 3 3",
        &mut [
            ("", own!(Stochastic, StochasticParams::new(), bars, lines)),
            ("ta-lib", peer!(core.stoch(0, last, high, low, close, 5, 3, MAType::SMA, 3, MAType::SMA, &mut a, &mut b))),
            ("kand", peer!(kand::stoch::stoch(high, low, close, 5, 3, 3, &mut k, &mut l, &mut m))),
        ],
    ));
    agree("stochastic", lines.iter().map(|line| line.d), &b, 8)?;

    let mean = exp(ratios.iter().map(|ratio| ln(*ratio)).sum::<f64>() / ratios.len() as f64);
    let least = ratios.iter().copied().fold(f64::INFINITY, hashinsight::numerics::min);
    println!("\ngeometric mean {mean:.2}x (>= 1.3x), least {least:.2}x (>= 0.8x)\n");
    lanes::eight_series(close)?;
    lanes::eight_lengths(&close[..8 * lanes::ROWS])
}
