//! Eight series side by side, and one series with eight lengths, have the bits of one.

use hashinsight_signals::indicators::*;

use super::Series;

#[test]
fn lanes_have_the_bits_of_one() {
    for (rows, length) in [(300, 1), (300, 2), (301, 14), (303, 26), (20, 26), (0, 3)] {
        let series: Vec<Vec<f64>> = (0..8).map(|seed| Series::random(rows, 40 + seed).close).collect();
        let table: Vec<Lanes> = (0..rows).map(|row| std::array::from_fn(|lane| series[lane][row])).collect();
        for seed in [Seed::Mean, Seed::First] {
            let ema = EmaParams::new(length).seed(seed);
            let wilder = WilderParams::new(length).seed(seed);
            let rsi = RsiParams::new().length(length).seed(seed);
            let mut lanes = [(); 3].map(|()| vec![[0.0; 8]; rows]);
            // In two parts, that end anywhere.
            let parts = [0..rows / 3, rows / 3..rows];
            let mut averages = [AverageLanes::ema(&ema).unwrap(), AverageLanes::wilder(&wilder).unwrap()];
            let mut indices = RsiLanes::new(&rsi).unwrap();
            for part in parts {
                averages[0].fill(&table[part.clone()], &mut lanes[0][part.clone()]);
                averages[1].fill(&table[part.clone()], &mut lanes[1][part.clone()]);
                indices.fill(&table[part.clone()], &mut lanes[2][part]);
            }
            for (lane, values) in series.iter().enumerate() {
                let alone = [
                    Ema::batch(&ema, values).unwrap(),
                    Wilder::batch(&wilder, values).unwrap(),
                    Rsi::batch(&rsi, values).unwrap(),
                ];
                for (which, (alone, lanes)) in alone.iter().zip(&lanes).enumerate() {
                    for (row, (alone, lanes)) in alone.iter().zip(lanes).enumerate() {
                        assert_eq!(
                            alone.to_bits(),
                            lanes[lane].to_bits(),
                            "{which} of {length}, lane {lane} row {row}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn sweeps_have_the_bits_of_one() {
    // Lengths whose blocks of four begin at different places, and one that never begins.
    for (lengths, seed) in [
        ([1, 2, 3, 4, 5, 14, 26, 50], Seed::Mean),
        ([7; 8], Seed::First),
        ([9, 20, 12, 2, 2, 33, 1, 1000], Seed::Mean),
        ([31, 30, 29, 28, 6, 5, 4, 3], Seed::First),
    ] {
        for rows in [0, 1, 60, 301] {
            let values = Series::random(rows, 60).close;
            let ema = lengths.map(|length| EmaParams::new(length).seed(seed));
            let wilder = lengths.map(|length| WilderParams::new(length).seed(seed));
            let rsi = lengths.map(|length| RsiParams::new().length(length).seed(seed));
            let mut averages = [AverageSweep::ema(&ema).unwrap(), AverageSweep::wilder(&wilder).unwrap()];
            let mut indices = RsiSweep::new(&rsi).unwrap();
            let mut out = [(); 3].map(|()| vec![[0.0; 8]; rows]);
            // In parts that end anywhere.
            let cuts = [0, rows / 5, rows / 5, rows / 2, rows];
            for part in cuts.windows(2).map(|cut| cut[0]..cut[1]) {
                averages[0].fill(&values[part.clone()], &mut out[0][part.clone()]);
                averages[1].fill(&values[part.clone()], &mut out[1][part.clone()]);
                indices.fill(&values[part.clone()], &mut out[2][part]);
            }
            for lane in 0..8 {
                let alone = [
                    Ema::batch(&ema[lane], &values).unwrap(),
                    Wilder::batch(&wilder[lane], &values).unwrap(),
                    Rsi::batch(&rsi[lane], &values).unwrap(),
                ];
                for (which, (alone, out)) in alone.iter().zip(&out).enumerate() {
                    for (row, (alone, out)) in alone.iter().zip(out).enumerate() {
                        assert_eq!(
                            alone.to_bits(),
                            out[lane].to_bits(),
                            "{which}, length {}, row {row}",
                            lengths[lane]
                        );
                    }
                }
            }
        }
    }
    let error = AverageSweep::ema(&[1, 2, 3, 4, 0, 6, 7, 8].map(EmaParams::new)).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("signals.length.out_of_range", "[4].length"));
}

/// Columns of so many series; those behind are left out.
fn columns<'a>(series: &'a [Vec<f64>], none: &'a [f64]) -> SeriesLanesColumns<'a> {
    let at = |lane: usize| series.get(lane).map_or(none, Vec::as_slice);
    SeriesLanesColumns {
        series_0: at(0),
        series_1: at(1),
        series_2: at(2),
        series_3: at(3),
        series_4: at(4),
        series_5: at(5),
        series_6: at(6),
        series_7: at(7),
    }
}

#[test]
fn lanes_of_the_family_have_the_bits_of_one() {
    use IndicatorKind::{Ema, Rsi, Sma, StdDev, Wilder};
    let rows = 120;
    let series: Vec<Vec<f64>> = (0..8).map(|seed| Series::random(rows, 80 + seed).close).collect();
    let none = vec![f64::NAN; rows];
    let emas = |lengths: &[u32]| lengths.iter().map(|length| Ema(EmaParams::new(*length))).collect::<Vec<_>>();
    let cases: [(usize, Vec<IndicatorKind>); 11] = [
        (1, emas(&[7])),
        (1, emas(&[2, 3, 5, 8, 13, 21, 34, 55])),
        (1, emas(&[9, 4, 300])),
        (1, [14, 2, 5].map(|length| Rsi(RsiParams::new().length(length))).to_vec()),
        (1, [14, 2].map(|length| Wilder(WilderParams::new(length))).to_vec()),
        (1, vec![Ema(EmaParams::new(3)), Rsi(RsiParams::new()), StdDev(DeviationParams::new(20))]),
        (8, emas(&[20])),
        (3, vec![Rsi(RsiParams::new())]),
        (5, vec![Wilder(WilderParams::new(6))]),
        (2, vec![Sma(SmaParams::new(4))]),
        (3, vec![Sma(SmaParams::new(4)), Ema(EmaParams::new(9)), Rsi(RsiParams::new())]),
    ];
    for (count, kinds) in cases {
        let lanes = count.max(kinds.len());
        let table =
            indicator_lanes(&columns(&series[..count], &none), &IndicatorLanesParams::new(kinds.clone())).unwrap();
        let IndicatorLanesTable { lane_0, lane_1, lane_2, lane_3, lane_4, lane_5, lane_6, lane_7, .. } = table;
        for (lane, own) in [lane_0, lane_1, lane_2, lane_3, lane_4, lane_5, lane_6, lane_7].into_iter().enumerate() {
            let alone = if lane < lanes {
                let columns = IndicatorColumns { close: Some(&series[lane % count]), ..IndicatorColumns::default() };
                indicator_batch(&columns, &IndicatorParams::new(kinds[lane % kinds.len()].clone())).unwrap().value
            } else {
                none.clone()
            };
            let bits = |line: &[f64]| line.iter().map(|value| value.to_bits()).collect::<Vec<_>>();
            assert_eq!(bits(&own), bits(&alone), "{kinds:?} of {count}, lane {lane}");
        }
    }
}

#[test]
fn lanes_refuse_what_does_not_fit() {
    let close = [vec![91.0, 92.0], vec![93.0, f64::NAN]];
    let none = [f64::NAN; 2];
    let refused = |count: usize, kinds: &[IndicatorKind]| {
        let error = indicator_lanes(&columns(&close[..count], &none), &IndicatorLanesParams::new(kinds.to_vec()));
        let error = error.unwrap_err();
        (error.code().to_owned(), error.path().to_string())
    };
    let ema = |length| IndicatorKind::Ema(EmaParams::new(length));
    for (count, kinds, code, path) in [
        (1, vec![], "length", "indicators"),
        (1, vec![ema(2); 9], "length", "indicators"),
        (2, vec![ema(2)], "not_finite", "series_1[1]"),
        (1, vec![ema(2), ema(0)], "out_of_range", "indicators[1].ema.length"),
        (1, vec![ema(2), IndicatorKind::Atr(AtrParams::new(14))], "unsupported", "indicators[1]"),
    ] {
        let (found, at) = refused(count, &kinds);
        assert!(found.ends_with(code) && at == path, "{found} at {at}");
    }
    let gap = SeriesLanesColumns { series_2: &close[0], ..columns(&close[..1], &none) };
    let error = indicator_lanes(&gap, &IndicatorLanesParams::new(vec![ema(2)])).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("signals.series_1.missing", "series_1"));
    let empty = columns(&[], &[]);
    let error = indicator_lanes(&empty, &IndicatorLanesParams::new(vec![ema(2)])).unwrap_err();
    assert_eq!(error.code(), "signals.series_0.insufficient_data");
}
