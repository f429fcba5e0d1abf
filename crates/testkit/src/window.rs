//! Windows summed anew, with twice the precision.

use hashinsight_numerics::sum;

/// What a sum lost: the error of each rounding, added up (Neumaier 1974).
fn compensated(values: impl Iterator<Item = f64>) -> f64 {
    let (mut total, mut lost) = (0.0_f64, 0.0_f64);
    for value in values {
        let next = total + value;
        lost += if total.abs() >= value.abs() { (total - next) + value } else { (value - next) + total };
        total = next;
    }
    total + lost
}

/// Mean of a window.
pub fn naive_mean(window: &[f64]) -> f64 {
    compensated(window.iter().copied()) / window.len() as f64
}

/// Standard deviation of a window as a population: distances from the mean, then squares.
pub fn naive_deviation(window: &[f64]) -> f64 {
    let mean = naive_mean(window);
    let distances: Vec<f64> = window.iter().map(|value| value - mean).collect();
    let (squares, sum) = (compensated(distances.iter().map(|d| d * d)), sum(&distances));
    let n = window.len() as f64;
    ((squares - sum * sum / n) / n).sqrt()
}
