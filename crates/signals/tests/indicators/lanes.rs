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
            let rsi = RsiParams::new(length).seed(seed);
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
            let rsi = lengths.map(|length| RsiParams::new(length).seed(seed));
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
