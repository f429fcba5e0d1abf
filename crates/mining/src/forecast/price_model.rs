//! How price and difficulty move together, from retarget period to retarget period: normal moves, or a block bootstrap.

use hashinsight_numerics::{LANES, Philox, clamp};
use hashinsight_units::record::span;
use hashinsight_units::{At, Error, FieldPath, LogMove, Record};
use multiversion::multiversion;

use crate::error;

const MAX_LAGS: usize = 52;

/// How price and difficulty move.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum PathModel {
    /// Normal moves, those of the difficulty correlated with earlier ones of the price.
    Correlated(CorrelatedModel),
    /// Moves of the past in blocks.
    Bootstrap(BootstrapModel),
}

/// Normal moves of the logarithms per retarget period.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CorrelatedModel {
    /// Mean move of the price's logarithm per retarget period, -1.4 to 1.4.
    #[record(example = 0.005)]
    pub price_drift: f64,
    /// Standard deviation of the price's logarithmic move per retarget period, 0 to 1.4.
    #[record(example = 0.11)]
    pub price_volatility: f64,
    /// Mean move of the difficulty's logarithm per retarget period, -1.4 to 1.4.
    #[record(example = 0.01)]
    pub difficulty_drift: f64,
    /// Standard deviation of the difficulty's logarithmic move per retarget period, 0 to 1.4; mainnet's of recent years
    /// is 0.046.
    #[record(example = 0.046)]
    pub difficulty_volatility: f64,
    /// Correlation of the difficulty's move with the price's of the same period, of one period before, and so on: at
    /// most 52 figures, whose squares add up to at most 1.
    pub correlation_by_lag: Vec<f64>,
}

/// Moves of the past, one pair per retarget period.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BootstrapModel {
    /// Moves of the price's logarithm, one per retarget period, -10 to 10.
    pub log_price_moves: Vec<LogMove>,
    /// Moves of the difficulty's logarithm at the end of the same periods, -10 to 10.
    pub log_difficulty_moves: Vec<LogMove>,
    /// Number of consecutive periods that are drawn together, 1 or more.
    #[record(example = 4)]
    pub block_periods: u32,
}

fn check_range(
    field: &str,
    value: f64,
    range: std::ops::RangeInclusive<f64>,
    path: impl Into<FieldPath>,
) -> Result<(), Error> {
    if range.contains(&value) {
        return Ok(());
    }
    Err(error::out_of_range(field, path, value, &span(range.start(), range.end())))
}

impl CorrelatedModel {
    fn check(&self) -> Result<(), Error> {
        for (field, value, range) in [
            ("price_drift", self.price_drift, -1.4..=1.4),
            ("price_volatility", self.price_volatility, 0.0..=1.4),
            ("difficulty_drift", self.difficulty_drift, -1.4..=1.4),
            ("difficulty_volatility", self.difficulty_volatility, 0.0..=1.4),
        ] {
            check_range(field, value, range, field)?;
        }
        let (field, lags) = ("correlation_by_lag", &self.correlation_by_lag);
        for (lag, correlation) in lags.iter().enumerate() {
            check_range(field, *correlation, -1.0..=1.0, FieldPath::new(field).index(lag))?;
        }
        if lags.len() > MAX_LAGS {
            return Err(error::list_length(field, field, lags.len(), "at most 52 lags"));
        }
        let explained = self.explained();
        if explained > 1.0 {
            return Err(error::out_of_range(field, field, explained, "squares that add up to at most 1"));
        }
        Ok(())
    }

    /// Part of the variance of the difficulty's move that the price's moves explain.
    fn explained(&self) -> f64 {
        self.correlation_by_lag.iter().fold(0.0, |sum, correlation| sum + correlation * correlation)
    }
}

impl BootstrapModel {
    fn check(&self) -> Result<(), Error> {
        let (prices, difficulties) = (self.log_price_moves.len(), self.log_difficulty_moves.len());
        if prices == 0 {
            let (field, allowed) = ("log_price_moves", "at least one period of history");
            return Err(error::insufficient(field, field, prices, allowed));
        }
        if difficulties != prices {
            let (field, allowed) = ("log_difficulty_moves", "as many as log_price_moves");
            return Err(error::list_length(field, field, difficulties, allowed));
        }
        if self.block_periods == 0 {
            return Err(error::out_of_range("block_periods", "block_periods", 0, "1 or more"));
        }
        Ok(())
    }
}

impl PathModel {
    pub(super) fn check(&self) -> Result<(), Error> {
        match self {
            Self::Correlated(model) => model.check().at("correlated"),
            Self::Bootstrap(model) => model.check().at("bootstrap"),
        }
    }

    /// Moves of the logarithms of [`LANES`] paths, path `path` in the first lane.
    pub(super) fn moves(&self, random: Philox, path: u64, moves: &mut Moves) {
        let Moves { price, difficulty, normals } = moves;
        let periods = price.len();
        match self {
            Self::Correlated(model) => {
                // Moves of the price before the start have an effect too: they are drawn first.
                random.fill_normal_rows(path, 0, normals);
                correlate(model, normals, price, difficulty);
            }
            Self::Bootstrap(model) => {
                let history = model.log_price_moves.len();
                let block = model.block_periods as usize;
                let mut uniforms = [[0.0; LANES]];
                for first in (0..periods).step_by(block) {
                    random.fill_uniform_rows(path, first as u64, &mut uniforms);
                    for (lane, uniform) in uniforms[0].into_iter().enumerate() {
                        #[expect(
                            clippy::cast_possible_truncation,
                            clippy::cast_sign_loss,
                            reason = "0 to the history's end"
                        )]
                        let from = ((uniform * history as f64) as usize).min(history - 1);
                        for (offset, period) in (first..periods.min(first + block)).enumerate() {
                            let at = (from + offset) % history;
                            price[period][lane] = model.log_price_moves[at].get();
                            difficulty[period][lane] = model.log_difficulty_moves[at].get();
                        }
                    }
                }
            }
        }
    }

    /// Moves of so many periods, to be drawn.
    pub(super) fn undrawn(&self, periods: usize) -> Moves {
        let normals = match self {
            Self::Correlated(model) => model.correlation_by_lag.len().saturating_sub(1) + 2 * periods,
            Self::Bootstrap(_) => 0,
        };
        let [price, difficulty, normals] = [periods, periods, normals].map(|rows| vec![[0.0; LANES]; rows]);
        Moves { price, difficulty, normals }
    }
}

/// Moves of [`LANES`] paths side by side, one row per period, and the random numbers that they are made of.
pub(super) struct Moves {
    pub(super) price: Vec<[f64; LANES]>,
    pub(super) difficulty: Vec<[f64; LANES]>,
    normals: Vec<[f64; LANES]>,
}

/// Normals of the price, those before the start first, and then the difficulty's own become moves.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn correlate(
    model: &CorrelatedModel,
    normals: &[[f64; LANES]],
    price: &mut [[f64; LANES]],
    difficulty: &mut [[f64; LANES]],
) {
    let lags = model.correlation_by_lag.as_slice();
    let before = lags.len().saturating_sub(1);
    let (normals, own) = normals.split_at(before + price.len());
    let rest = clamp(1.0 - model.explained(), 0.0, 1.0).sqrt();
    for (period, ((x, d), own)) in price.iter_mut().zip(difficulty).zip(own).enumerate() {
        let now = period + before;
        let mut common = [0.0; LANES];
        for (lag, correlation) in lags.iter().enumerate() {
            for (sum, z) in common.iter_mut().zip(&normals[now - lag]) {
                *sum += correlation * z;
            }
        }
        for lane in 0..LANES {
            x[lane] = model.price_drift + model.price_volatility * normals[now][lane];
            d[lane] = model.difficulty_drift + model.difficulty_volatility * (common[lane] + rest * own[lane]);
        }
    }
}
