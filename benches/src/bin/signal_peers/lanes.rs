//! Eight series, and eight lengths of one, side by side and one after another.

use std::error::Error;
use std::hint::black_box;

use hashinsight::signals::indicators::{
    AverageLanes, AverageSweep, Ema, EmaParams, Indicator, Lanes, Rsi, RsiLanes, RsiParams, RsiSweep,
};

use crate::race::race;

/// Values of each series: what stays in the cache.
pub(crate) const ROWS: usize = 4096;

/// Eight series side by side beside the same one after another, in memory that stays in the cache.
pub(crate) fn eight_series(close: &[f64]) -> Result<(), Box<dyn Error>> {
    let series: Vec<&[f64]> = close.chunks_exact(ROWS).take(8).collect();
    let table: Vec<Lanes> = (0..ROWS).map(|row| std::array::from_fn(|lane| series[lane][row])).collect();
    let (mut alone, mut beside) = (vec![0.0; ROWS], vec![[0.0; 8]; ROWS]);
    println!("| eight series, ns per value | side by side | one after another | ratio |\n|---|---:|---:|---:|");
    let show = |name: &str, times: &[f64]| {
        println!("| {name} | {:.3} | {:.3} | {:.1}x |", times[0], times[1], times[1] / times[0]);
    };
    let (ema, rsi) = (EmaParams::new(20), RsiParams::new());
    let (mut ema_lanes, mut rsi_lanes) = (AverageLanes::ema(&ema)?, RsiLanes::new(&rsi)?);
    let (mut one_ema, mut one_rsi) = (Ema::new(&ema)?, Rsi::new(&rsi)?);
    let times = race(
        8 * ROWS * 100,
        &mut [
            ("", &mut || (0..100).for_each(|_| ema_lanes.fill(black_box(&table), &mut beside))),
            ("", &mut || {
                for series in (0..100).flat_map(|_| &series) {
                    one_ema.fill(black_box(series), &mut alone);
                }
            }),
        ],
    );
    show("EMA 20", &times);
    let times = race(
        8 * ROWS * 100,
        &mut [
            ("", &mut || (0..100).for_each(|_| rsi_lanes.fill(black_box(&table), &mut beside))),
            ("", &mut || {
                for series in (0..100).flat_map(|_| &series) {
                    one_rsi.fill(black_box(series), &mut alone);
                }
            }),
        ],
    );
    show("RSI 14", &times);
    Ok(())
}

/// One series with eight lengths at once, and length by length.
pub(crate) fn eight_lengths(close: &[f64]) -> Result<(), Box<dyn Error>> {
    let lengths = [5, 8, 12, 14, 20, 26, 50, 100];
    let (ema, rsi) = (lengths.map(EmaParams::new), lengths.map(|length| RsiParams::new().length(length)));
    let (mut ema_sweep, mut rsi_sweep) = (AverageSweep::ema(&ema)?, RsiSweep::new(&rsi)?);
    let mut emas = ema.iter().map(Ema::new).collect::<Result<Vec<_>, _>>()?;
    let mut rsis = rsi.iter().map(Rsi::new).collect::<Result<Vec<_>, _>>()?;
    let (mut alone, mut beside) = (vec![0.0; close.len()], vec![[0.0; 8]; close.len()]);
    println!("\n| eight lengths, ns per value | at once | one after another | ratio |\n|---|---:|---:|---:|");
    let show = |name: &str, times: &[f64]| {
        println!("| {name} | {:.3} | {:.3} | {:.1}x |", times[0], times[1], times[1] / times[0]);
    };
    let times = race(
        8 * close.len(),
        &mut [
            ("", &mut || ema_sweep.fill(black_box(close), &mut beside)),
            ("", &mut || emas.iter_mut().for_each(|ema| ema.fill(black_box(close), &mut alone))),
        ],
    );
    show("EMA", &times);
    let times = race(
        8 * close.len(),
        &mut [
            ("", &mut || rsi_sweep.fill(black_box(close), &mut beside)),
            ("", &mut || rsis.iter_mut().for_each(|rsi| rsi.fill(black_box(close), &mut alone))),
        ],
    );
    show("RSI", &times);
    Ok(())
}
