//! How price and difficulty move from period to period.

use hashinsight_numerics::{LANES, Philox, ln_ratio};
use hashinsight_units::{At, Error, LogMove, Rate, Record, Volatility};

use crate::metrics::refuse;

/// How price and difficulty move.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum MoveModel {
    /// Geometric Brownian motion of both, correlated.
    Brownian(BrownianModel),
    /// Moves of the past, both from the same periods, in blocks.
    Bootstrap(JointBootstrap),
}

/// Geometric Brownian motion: the logarithm moves by `(drift - volatility^2 / 2) t + volatility sqrt(t) z`.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BrownianModel {
    /// Growth rate of the expected price per year, as a fraction: its mean is multiplied by `e^drift` in a year.
    #[record(example = 0.0)]
    pub price_drift_per_year: Rate,
    /// Volatility of the price, per square root of a year.
    #[record(example = 0.6)]
    pub price_volatility: Volatility,
    /// Growth rate of the expected difficulty per year, as a fraction.
    #[record(default = Rate::constant(0.0))]
    pub difficulty_drift_per_year: Rate,
    /// Volatility of the difficulty, per square root of a year. Absent: it grows without chance.
    pub difficulty_volatility: Option<Volatility>,
    /// Correlation between the moves of price and difficulty in the same period.
    #[record(default = 0.0, range = -1.0..=1.0)]
    pub correlation: f64,
}

/// Moves of the past, one pair per period of the simulation, drawn in blocks of consecutive periods that begin anywhere and go on at the
/// start where the history ends: the circular block bootstrap (Politis and Romano 1992).
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct JointBootstrap {
    /// Moves of the price's logarithm, one per period, -10 to 10.
    pub log_price_moves: Vec<LogMove>,
    /// Moves of the difficulty's logarithm in the same periods, -10 to 10.
    pub log_difficulty_moves: Vec<LogMove>,
    /// Number of consecutive periods that are drawn together, 1 or more.
    #[record(range = 1..=100_000, example = 3)]
    pub block_periods: u32,
}

/// Moves of the logarithm over whole periods of so many values, the first period from the first value on; what is left over at the end is
/// not counted.
///
/// ```
/// use hashinsight_treasury::scenario::period_moves;
/// let moves = period_moves(&[100.0, 90.0, 110.0, 130.0, 121.0, 5.0], 2)?;
/// assert_eq!(moves.len(), 2);
/// assert!((moves[0].get() - 1.1_f64.ln()).abs() < 1e-15 && (moves[1].get() - 1.1_f64.ln()).abs() < 1e-15);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `treasury.values.not_finite` and `out_of_range` unless each is finite and above 0; `treasury.period.out_of_range` for 0.
pub fn period_moves(values: &[f64], period: usize) -> Result<Vec<LogMove>, Error> {
    if period == 0 {
        return Err(refuse::out_of_range("period", 0, "1 or more"));
    }
    if let Some(row) = values.iter().position(|value| !(value.is_finite() && *value > 0.0)) {
        return Err(refuse::number("values", values[row], "finite numbers above 0").in_row(row));
    }
    let ends: Vec<f64> = values.iter().copied().step_by(period).collect();
    ends.windows(2).map(|pair| LogMove::new(ln_ratio(pair[1], pair[0]))).collect()
}

/// Moves of [`LANES`] paths side by side, one row per period, and the random numbers that they are made of.
#[derive(Clone, Debug)]
pub(super) struct Moves {
    pub(super) price: Vec<[f64; LANES]>,
    pub(super) difficulty: Vec<[f64; LANES]>,
    normals: Vec<[f64; LANES]>,
}

impl Moves {
    /// Of so many periods, to be drawn.
    pub(super) fn undrawn(periods: usize) -> Self {
        let [price, difficulty] = [periods, periods].map(|rows| vec![[0.0; LANES]; rows]);
        Self { price, difficulty, normals: vec![[0.0; LANES]; 2 * periods] }
    }
}

impl MoveModel {
    pub(super) fn check(&self) -> Result<(), Error> {
        match self {
            Self::Brownian(model) => model.check().at("brownian"),
            Self::Bootstrap(model) => model.check_history().at("bootstrap"),
        }
    }

    /// Moves of [`LANES`] paths, path `path` in the first lane: each path is a stream of random numbers.
    pub(super) fn draw(&self, random: Philox, path: u64, years: f64, moves: &mut Moves) {
        match self {
            Self::Brownian(model) => model.draw(random, path, years, moves),
            Self::Bootstrap(model) => model.draw(random, path, moves),
        }
    }
}

impl BrownianModel {
    fn draw(&self, random: Philox, path: u64, years: f64, moves: &mut Moves) {
        let periods = moves.price.len();
        random.fill_normal_rows(path, 0, &mut moves.normals);
        let (common, own) = moves.normals.split_at(periods);
        let of = |drift: f64, sigma: f64| [(drift - 0.5 * sigma * sigma) * years, sigma * years.sqrt()];
        let sigma = self.difficulty_volatility.map_or(0.0, Volatility::get);
        let [price_drift, price_deviation] = of(self.price_drift_per_year.get(), self.price_volatility.get());
        let [drift, deviation] = of(self.difficulty_drift_per_year.get(), sigma);
        let rest = hashinsight_numerics::max(1.0 - self.correlation * self.correlation, 0.0).sqrt();
        for period in 0..periods {
            for lane in 0..LANES {
                let z = common[period][lane];
                moves.price[period][lane] = price_drift + price_deviation * z;
                moves.difficulty[period][lane] = drift + deviation * (self.correlation * z + rest * own[period][lane]);
            }
        }
    }
}

impl JointBootstrap {
    fn check_history(&self) -> Result<(), Error> {
        self.check()?;
        let (prices, difficulties) = (self.log_price_moves.len(), self.log_difficulty_moves.len());
        if prices == 0 {
            return Err(refuse::insufficient("log_price_moves", 0, "1 period of history or more"));
        }
        if prices != difficulties {
            return Err(refuse::length(
                "log_difficulty_moves",
                difficulties,
                format!("{prices}, as many as log_price_moves"),
            ));
        }
        Ok(())
    }

    fn draw(&self, random: Philox, path: u64, moves: &mut Moves) {
        let (history, block) = (self.log_price_moves.len(), self.block_periods as usize);
        let periods = moves.price.len();
        for first in (0..periods).step_by(block) {
            let uniforms = &mut moves.normals[..1];
            random.fill_uniform_rows(path, first as u64, uniforms);
            for (lane, uniform) in uniforms[0].into_iter().enumerate() {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to the history's end")]
                let from = ((uniform * history as f64) as usize).min(history - 1);
                for (offset, period) in (first..periods.min(first + block)).enumerate() {
                    let at = (from + offset) % history;
                    moves.price[period][lane] = self.log_price_moves[at].get();
                    moves.difficulty[period][lane] = self.log_difficulty_moves[at].get();
                }
            }
        }
    }
}
