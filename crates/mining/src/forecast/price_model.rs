//! How price and difficulty move together, from retarget period to retarget period.

use hashinsight_numerics::{LANES, Philox, clamp};
use hashinsight_units::FieldPath;
use multiversion::multiversion;

use crate::error;

const MAX_LOG_MOVE: f64 = 10.0;

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
    /// Mean move of the price's logarithm, -1.4 to 1.4.
    pub price_drift: f64,
    /// Standard deviation of that move, 0 to 1.4.
    pub price_volatility: f64,
    /// Mean move of the difficulty's logarithm, -1.4 to 1.4.
    pub difficulty_drift: f64,
    /// Standard deviation of that move, 0 to 1.4; mainnet's of recent years is 0.046.
    pub difficulty_volatility: f64,
    /// Correlation of the difficulty's move with the price's of the same period, of one period before, and so on: at
    /// most 52 figures, whose squares add up to at most 1.
    pub correlation_by_lag: Vec<f64>,
}

/// Moves of the past, one pair per retarget period.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BootstrapModel {
    /// Moves of the price's logarithm, -10 to 10.
    pub log_price_moves: Vec<f64>,
    /// Moves of the difficulty's logarithm at the end of the same periods, -10 to 10.
    pub log_difficulty_moves: Vec<f64>,
    /// Consecutive periods that are drawn together, 1 or more.
    pub block_periods: u32,
}

pub(super) fn range(
    field: &'static str,
    path: impl Into<FieldPath>,
    value: f64,
    (low, high): (f64, f64),
    allowed: &'static str,
) -> Result<(), Error> {
    if (low..=high).contains(&value) { Ok(()) } else { Err(error::out_of_range(field, path, value, allowed)) }
}

impl PathModel {
    const MAX_LAGS: usize = 52;

    pub(super) fn check(&self) -> Result<(), Error> {
        match self {
            Self::Correlated(model) => {
                let path = |field: &str| FieldPath::new("model").field("correlated").field(field);
                let (drift, volatility) = ((-1.4, 1.4), (0.0, 1.4));
                range("price_drift", path("price_drift"), model.price_drift, drift, "-1.4 to 1.4")?;
                range("price_volatility", path("price_volatility"), model.price_volatility, volatility, "0 to 1.4")?;
                range("difficulty_drift", path("difficulty_drift"), model.difficulty_drift, drift, "-1.4 to 1.4")?;
                let field = "difficulty_volatility";
                range(field, path(field), model.difficulty_volatility, volatility, "0 to 1.4")?;
                let (field, lags) = ("correlation_by_lag", &model.correlation_by_lag);
                for (lag, correlation) in lags.iter().enumerate() {
                    range(field, path(field).index(lag), *correlation, (-1.0, 1.0), "-1 to 1")?;
                }
                if lags.len() > Self::MAX_LAGS {
                    let allowed = "at most 52 lags";
                    return Err(error::list_length(field, path(field), lags.len(), allowed));
                }
                let explained = lags.iter().fold(0.0, |sum, correlation| sum + correlation * correlation);
                range(field, path(field), explained, (0.0, 1.0), "squares that add up to at most 1")
            }
            Self::Bootstrap(model) => {
                let path = |field: &str| FieldPath::new("model").field("bootstrap").field(field);
                for (field, moves) in
                    [("log_price_moves", &model.log_price_moves), ("log_difficulty_moves", &model.log_difficulty_moves)]
                {
                    if let Some(at) = moves.iter().position(|x| !(-MAX_LOG_MOVE..=MAX_LOG_MOVE).contains(x)) {
                        return Err(error::out_of_range(field, path(field).index(at), moves[at], "-10 to 10"));
                    }
                }
                let (prices, difficulties) = (model.log_price_moves.len(), model.log_difficulty_moves.len());
                if prices == 0 {
                    let (field, allowed) = ("log_price_moves", "at least one period of history");
                    return Err(error::insufficient(field, path(field), prices, allowed));
                }
                if difficulties != prices {
                    let (field, allowed) = ("log_difficulty_moves", "as many as log_price_moves");
                    return Err(error::list_length(field, path(field), difficulties, allowed));
                }
                if model.block_periods == 0 {
                    let field = "block_periods";
                    return Err(error::out_of_range(field, path(field), 0, "1 or more"));
                }
                Ok(())
            }
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
                            price[period][lane] = model.log_price_moves[at];
                            difficulty[period][lane] = model.log_difficulty_moves[at];
                        }
                    }
                }
            }
        }
    }

    /// Room for the moves of so many periods.
    pub(super) fn room(&self, periods: usize) -> Moves {
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
    let explained = lags.iter().fold(0.0, |sum, c| sum + c * c);
    let rest = clamp(1.0 - explained, 0.0, 1.0).sqrt();
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
