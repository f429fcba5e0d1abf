//! How price and difficulty move together, from retarget period to retarget period.

use hashinsight_numerics::state::ParamHash;
use hashinsight_numerics::{Philox, clamp};
use hashinsight_units::FieldPath;

use crate::MiningError;

const MAX_LOG_MOVE: f64 = 10.0;

/// How price and difficulty move.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PathModel {
    /// Normal moves, those of the difficulty correlated with earlier ones of the price.
    Correlated(CorrelatedModel),
    /// Moves of the past in blocks.
    Bootstrap(BootstrapModel),
}

/// Normal moves of the logarithms per retarget period.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
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
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
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
) -> Result<(), MiningError> {
    if (low..=high).contains(&value) { Ok(()) } else { Err(MiningError::out_of_range(field, path, value, allowed)) }
}

impl PathModel {
    pub(super) const MAX_LAGS: usize = 52;

    pub(super) fn check(&self) -> Result<(), MiningError> {
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
                    return Err(MiningError::ListLength { field, path: path(field), items: lags.len(), allowed });
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
                        return Err(MiningError::out_of_range(field, path(field).index(at), moves[at], "-10 to 10"));
                    }
                }
                let (prices, difficulties) = (model.log_price_moves.len(), model.log_difficulty_moves.len());
                if prices == 0 {
                    let (field, allowed) = ("log_price_moves", "at least one period of history");
                    return Err(MiningError::insufficient(field, path(field), prices, allowed));
                }
                if difficulties != prices {
                    let (field, allowed) = ("log_difficulty_moves", "as many as log_price_moves");
                    return Err(MiningError::ListLength { field, path: path(field), items: difficulties, allowed });
                }
                if model.block_periods == 0 {
                    let field = "block_periods";
                    return Err(MiningError::out_of_range(field, path(field), 0, "1 or more"));
                }
                Ok(())
            }
        }
    }

    pub(super) fn hash(&self, hash: ParamHash) -> ParamHash {
        let list =
            |hash: ParamHash, list: &[f64]| list.iter().fold(hash.u64(list.len() as u64), |hash, x| hash.f64(*x));
        match self {
            Self::Correlated(m) => {
                let hash = hash.u64(0).f64(m.price_drift).f64(m.price_volatility);
                list(hash.f64(m.difficulty_drift).f64(m.difficulty_volatility), &m.correlation_by_lag)
            }
            Self::Bootstrap(m) => {
                let hash = hash.u64(1).u64(u64::from(m.block_periods));
                list(list(hash, &m.log_price_moves), &m.log_difficulty_moves)
            }
        }
    }

    /// Moves of a path's logarithms, one per period: those of the price and of the difficulty. `normals` is room for
    /// twice as many and `MAX_LAGS` more.
    pub(super) fn moves(
        &self,
        random: Philox,
        path: u64,
        price: &mut [f64],
        difficulty: &mut [f64],
        normals: &mut [f64],
    ) {
        let periods = price.len();
        match self {
            Self::Correlated(model) => {
                // Moves of the price before the start have an effect too: they are drawn first.
                let lags = model.correlation_by_lag.len();
                let before = lags.saturating_sub(1);
                let drawn = &mut normals[..before + 2 * periods];
                random.fill_normal(path, 0, drawn);
                let (normals, own) = drawn.split_at(before + periods);
                let explained = model.correlation_by_lag.iter().fold(0.0, |sum, c| sum + c * c);
                let rest = clamp(1.0 - explained, 0.0, 1.0).sqrt();
                for (period, ((x, d), own)) in price.iter_mut().zip(difficulty).zip(own).enumerate() {
                    let now = period + before;
                    let lagged = model.correlation_by_lag.iter().enumerate();
                    let common = lagged.fold(0.0, |sum, (lag, c)| sum + c * normals[now - lag]);
                    *x = model.price_drift + model.price_volatility * normals[now];
                    *d = model.difficulty_drift + model.difficulty_volatility * (common + rest * own);
                }
            }
            Self::Bootstrap(model) => {
                let history = model.log_price_moves.len();
                let block = model.block_periods as usize;
                for first in (0..periods).step_by(block) {
                    let uniform = random.uniform(path, first as u64);
                    #[expect(
                        clippy::cast_possible_truncation,
                        clippy::cast_sign_loss,
                        reason = "0 to the history's end"
                    )]
                    let from = ((uniform * history as f64) as usize).min(history - 1);
                    for (offset, period) in (first..periods.min(first + block)).enumerate() {
                        let at = (from + offset) % history;
                        price[period] = model.log_price_moves[at];
                        difficulty[period] = model.log_difficulty_moves[at];
                    }
                }
            }
        }
    }
}
