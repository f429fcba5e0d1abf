//! Eight series side by side have the bits of one.

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
