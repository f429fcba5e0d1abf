//! Levels, and where several of them agree.
//!
//! Levels are sorted by price and gathered from below: one belongs to a cluster while it is within the tolerance of the cluster's lowest. The
//! strength of a cluster, `(1 + ln touches) · sum of weight · e^(-age / decay)`, falls with the age of its levels and grows with the swings
//! that turned there (`touches`, at least 1 counted).

use hashinsight_numerics::{exp, ln};
use hashinsight_units::Order;
use serde::{Deserialize, Serialize};

/// Source of a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Source {
    /// A turning point.
    Swing,
    /// A pivot level of the last period.
    Pivot,
    /// Point of control or end of the value area.
    Profile,
    /// A fraction of the last leg between turning points.
    Fibonacci,
    /// Volume-weighted average price since the last turning point.
    Vwap,
    /// Highest high or lowest low of the last year.
    Extreme,
    /// A round number.
    Round,
}

impl Source {
    /// What a fresh level of the source is worth: 1, or a half for one that is computed and never traded at by itself.
    const fn weight(self) -> f64 {
        match self {
            Self::Swing | Self::Profile | Self::Vwap | Self::Extreme => 1.0,
            Self::Pivot | Self::Fibonacci | Self::Round => 0.5,
        }
    }

    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// A price at which the market may turn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Level {
    pub(super) price: f64,
    pub(super) source: Source,
    /// Bars since it was made.
    pub(super) age: u32,
}

/// Levels that agree.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Cluster {
    /// Mean price, weighted by what the levels are worth.
    pub(super) price: f64,
    pub(super) strength: f64,
    /// Distinct sources.
    pub(super) sources: u32,
    /// Swings that turned there.
    pub(super) touches: u32,
    /// Age of the youngest level, in bars.
    pub(super) age: u32,
}

impl Cluster {
    /// The cluster of these levels, of which there is one at least.
    fn of(levels: &[Level], decay_bars: f64) -> Self {
        let (mut worth, mut weighted, mut sources, mut touches, mut age) = (0.0, 0.0, 0_u32, 0, u32::MAX);
        let lowest = levels.first().map_or(0.0, |level| level.price);
        for level in levels {
            let value = level.source.weight() * exp(-f64::from(level.age) / decay_bars);
            worth += value;
            weighted += value * (level.price - lowest);
            sources |= level.source.bit();
            touches += u32::from(level.source == Source::Swing);
            age = age.min(level.age);
        }
        let turned = if touches > 1 { 1.0 + ln(f64::from(touches)) } else { 1.0 };
        let price = if worth > 0.0 { lowest + weighted / worth } else { lowest };
        Self { price, strength: worth * turned, sources: sources.count_ones(), touches, age }
    }
}

/// Clusters of levels, from the lowest. `tolerance` is a fraction of the price.
pub(super) fn clusters(levels: &mut [Level], tolerance: f64, decay_bars: f64) -> impl Iterator<Item = Cluster> {
    levels.order_by(|a, b| a.price.total_cmp(&b.price));
    let mut rest = &*levels;
    std::iter::from_fn(move || {
        let within = rest.first()?.price * (1.0 + tolerance);
        let (cluster, others) = rest.split_at(rest.partition_point(|level| level.price <= within));
        rest = others;
        Some(Cluster::of(cluster, decay_bars))
    })
}
