//! Choices out of sample, and the folds that they stand on.

use hashinsight_numerics::Philox;
use hashinsight_testkit::within_relative;
use hashinsight_treasury::metrics::{
    SelectionReport, SelectionRequest, TimeSplits, combinatorial_folds, selection_out_of_sample, walk_forward,
};
use hashinsight_units::Outcome;

fn returns(strategies: usize, rows: usize) -> Vec<Vec<f64>> {
    let mut all = vec![0.0; strategies * rows];
    Philox::new(77).fill_normal(4, 0, &mut all);
    all.chunks(rows).map(|row| row.iter().map(|z| 0.001 + 0.02 * z).collect()).collect()
}

fn ratio(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares = values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>();
    mean / (squares / (n - 1.0)).sqrt() * 365.0_f64.sqrt()
}

/// Rows to train with, each asked by itself: neither it nor the horizon before and after a test, nor the embargo.
fn may_train(row: usize, tests: &[(usize, usize)], horizon: usize, embargo: usize) -> bool {
    tests.iter().all(|(start, end)| row + horizon < *start || row >= end + horizon + embargo)
}

/// `C(6, 2) = 15` splits and `C(5, 1) = 5` paths (López de Prado 2018, 12.3), each row by its definition.
#[test]
fn combinatorial_folds_by_their_definition() {
    for (rows, groups, tested, horizon, embargo) in
        [(60, 6, 2, 0, 0), (61, 6, 2, 3, 2), (40, 5, 3, 2, 0), (23, 7, 1, 4, 1)]
    {
        let splits = combinatorial_folds(rows, groups, tested, horizon, embargo).unwrap();
        let expected: Vec<u32> = (0..1_u32 << groups).filter(|chosen| chosen.count_ones() as usize == tested).collect();
        assert_eq!(splits.len(), expected.len());
        let mut seen = vec![0; rows];
        for split in &splits {
            let tests: Vec<(usize, usize)> = split.test.iter().map(|range| (range.start, range.end)).collect();
            let train: Vec<usize> = split.train.iter().flat_map(Clone::clone).collect();
            // A row right before a test sees it only where the horizon reaches it.
            let by_definition: Vec<usize> = (0..rows)
                .filter(|row| !tests.iter().any(|(start, end)| (*start..*end).contains(row)))
                .filter(|row| may_train(*row, &tests, horizon, embargo))
                .collect();
            assert_eq!(train, by_definition, "{rows} {groups} {tested}");
            split.test.iter().flat_map(Clone::clone).for_each(|row| seen[row] += 1);
        }
        assert!(seen.iter().all(|count| *count == seen[0]), "each row is tested as often");
    }
    assert_eq!(combinatorial_folds(60, 6, 2, 0, 0).unwrap().len(), 15);
    assert!(combinatorial_folds(60, 6, 6, 0, 0).is_err() && combinatorial_folds(5, 6, 2, 0, 0).is_err());
    assert!(combinatorial_folds(60, 17, 2, 0, 0).is_err());
}

fn select(returns: Vec<Vec<f64>>, splits: TimeSplits) -> SelectionReport {
    selection_out_of_sample(&SelectionRequest::new(returns, splits)).unwrap()
}

/// A walk forward, chosen and judged by hand.
#[test]
fn a_walk_forward_by_hand() {
    let returns = returns(7, 130);
    for anchored in [false, true] {
        let report = select(returns.clone(), TimeSplits::WalkForward { train: 40, test: 20, anchored });
        assert_eq!(report.splits.len(), 4);
        let mut path = Vec::new();
        for (step, split) in report.splits.iter().enumerate() {
            let begin = 40 + 20 * step;
            let from = if anchored { 0 } else { begin - 40 };
            let ratios: Vec<f64> = returns.iter().map(|list| ratio(&list[from..begin])).collect();
            let best = (0..7).max_by(|a, b| ratios[*a].total_cmp(&ratios[*b])).unwrap();
            assert_eq!(split.chosen.value().map(|place| place as usize), Some(best));
            let test = &returns[best][begin..begin + 20];
            within_relative(split.in_sample.value().unwrap(), ratios[best], 1e-12, "in sample");
            within_relative(split.out_of_sample.value().unwrap(), ratio(test), 1e-12, "out of sample");
            path.extend_from_slice(test);
        }
        assert_eq!(report.path_sharpe.len(), 1);
        within_relative(report.path_sharpe[0].value().unwrap(), ratio(&path), 1e-12, "path");
        let mean = report.splits.iter().map(|split| split.out_of_sample.value().unwrap()).sum::<f64>() / 4.0;
        within_relative(report.mean_out_of_sample.value().unwrap(), mean, 1e-12, "mean");
    }
    assert!(walk_forward(100, 0, 5, false).is_err() && walk_forward(100, 90, 11, true).is_err());
}

/// Paths go through every row once, with the strategy that the split of that row chose.
#[test]
fn combinatorial_paths_go_through_all_rows() {
    let returns = returns(5, 90);
    let splits = TimeSplits::Combinatorial { groups: 6, test_groups: 2, horizon: 2, embargo: 1 };
    let report = select(returns.clone(), splits);
    assert_eq!((report.splits.len(), report.path_sharpe.len()), (15, 5));
    // The first path takes group 0 and 1 of split (0, 1), group 2 of (0, 2), ... : the first split that tests each.
    let chosen = |split: usize| report.splits[split].chosen.value().unwrap() as usize;
    let mut path = Vec::new();
    for (group, split) in [(0, 0), (1, 0), (2, 1), (3, 2), (4, 3), (5, 4)] {
        path.extend_from_slice(&returns[chosen(split)][group * 15..(group + 1) * 15]);
    }
    within_relative(report.path_sharpe[0].value().unwrap(), ratio(&path), 1e-12, "first path");
    let purged = select(returns, TimeSplits::Purged { folds: 5, horizon: 2, embargo: 1 });
    assert_eq!((purged.splits.len(), purged.path_sharpe.len()), (5, 1));
    assert_eq!(purged.splits.iter().map(|split| split.tested).sum::<u32>(), 90);
}

#[test]
fn a_choice_that_cannot_be_made_is_told() {
    let still = select(vec![vec![0.01; 20]; 2], TimeSplits::WalkForward { train: 10, test: 5, anchored: true });
    assert!(matches!(still.splits[0].chosen, Outcome::Undefined { .. }));
    assert!(matches!(still.mean_in_sample, Outcome::Undefined { .. }));
    let refused = |returns: Vec<Vec<f64>>, splits| {
        selection_out_of_sample(&SelectionRequest::new(returns, splits)).unwrap_err().path().as_str().to_owned()
    };
    let forward = TimeSplits::WalkForward { train: 10, test: 5, anchored: true };
    assert_eq!(refused(vec![], forward), "returns");
    assert_eq!(refused(vec![vec![0.0; 20], vec![0.0; 19]], forward), "returns[1]");
    assert_eq!(refused(vec![vec![0.0, f64::NAN, 0.0, 0.0]], forward), "returns[0][1]");
    assert_eq!(refused(vec![vec![0.0; 8]], forward), "splits.walk_forward.train");
}
