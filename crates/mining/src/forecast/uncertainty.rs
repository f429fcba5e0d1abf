//! What simulated paths say besides their mean: the fan of the paths over time, and which input moves the mean most.

use hashinsight_numerics::{QuantileMethod, Sorted};
use hashinsight_units::{
    At, Difficulty, EnergyPrice, Error, Fraction, Hashrate, MeanAmount, Order, Power, Price, Record, Usd,
};

use super::project::MiningProject;
use crate::error;

/// Figures of a path after a period: price, difficulty, and net income so far less the price of the machines.
pub(super) const FAN_FIGURES: usize = 3;

/// Quantiles of the paths over time, one row per time and level.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ForecastFan {
    /// Number of retarget periods from the start on, the running one included.
    pub retargets: Vec<u32>,
    /// Level of the quantiles of the row.
    pub quantile: Vec<f64>,
    /// Price of one bitcoin that this part of the paths does not exceed, in USD.
    pub btc_price_usd: Vec<f64>,
    /// Difficulty that this part of the paths does not exceed.
    pub difficulty: Vec<f64>,
    /// Net income so far less the price of the machines, in USD, that this part of the paths does not exceed; neither
    /// discounted nor with the resale.
    pub cumulative_usd: Vec<f64>,
}

impl ForecastFan {
    /// From the figures of all paths, path by path and point by point.
    pub(super) fn of(points: &[u32], levels: &[Fraction], figures: &[&[f64]]) -> Result<Self, Error> {
        let mut fan = Self::default();
        for (point, retargets) in points.iter().enumerate() {
            let column = |figure: usize| -> Vec<f64> {
                let width = points.len() * FAN_FIGURES;
                let paths = figures.iter().flat_map(|block| block.chunks_exact(width));
                paths.map(|path| path[point * FAN_FIGURES + figure]).collect()
            };
            let mut columns = [column(0), column(1), column(2)];
            let [price, difficulty, cumulative] = &mut columns;
            let [price, difficulty, cumulative] =
                [Sorted::new(price)?, Sorted::new(difficulty)?, Sorted::new(cumulative)?];
            for level in levels {
                let of = |sorted: Sorted<'_>| sorted.quantile(*level, QuantileMethod::Linear);
                fan.retargets.push(*retargets);
                fan.quantile.push(level.get());
                fan.btc_price_usd.push(of(price));
                fan.difficulty.push(of(difficulty));
                fan.cumulative_usd.push(of(cumulative));
            }
        }
        Ok(fan)
    }
}

/// Input that a tornado moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(answer)]
#[non_exhaustive]
pub enum SensitivityInput {
    /// Price of one bitcoin at the start.
    BtcPrice,
    /// Difficulty at the start.
    Difficulty,
    /// Mean transaction fees per block.
    Fees,
    /// Hashrate of the machines.
    Hashrate,
    /// Power of the machines.
    Power,
    /// Price of power, without the hosting fee.
    PowerPrice,
    /// Price of the machines.
    MachinePrice,
}

impl SensitivityInput {
    pub(super) const ALL: [Self; 7] = [
        Self::BtcPrice,
        Self::Difficulty,
        Self::Fees,
        Self::Hashrate,
        Self::Power,
        Self::PowerPrice,
        Self::MachinePrice,
    ];

    /// The project with this input times a factor.
    pub(super) fn moved(self, project: &MiningProject, factor: f64) -> Result<MiningProject, Error> {
        let mut moved = project.clone();
        let (world, operation) = (&mut moved.world, &mut moved.operation);
        match self {
            Self::BtcPrice => world.btc_price_usd = Price::new(world.btc_price_usd.get() * factor).at("sensitivity")?,
            Self::Difficulty => {
                let difficulty = world.difficulty.get() * factor;
                if difficulty < 1.0 {
                    let allowed = "such that the difficulty stays 1 or more";
                    return Err(error::out_of_range("sensitivity", "sensitivity", factor, allowed));
                }
                world.difficulty = Difficulty::new(difficulty).at("sensitivity")?;
            }
            Self::Fees => {
                let fees = world.fees_per_block_sat.to_sat() * factor;
                world.fees_per_block_sat = MeanAmount::new(fees).at("sensitivity")?;
            }
            Self::Hashrate => {
                let hashrate = moved.machines.hashrate_ths.get() * factor;
                moved.machines.hashrate_ths = Hashrate::new(hashrate).at("sensitivity")?;
            }
            Self::Power => {
                moved.machines.power_w = Power::new(moved.machines.power_w.get() * factor).at("sensitivity")?;
            }
            Self::PowerPrice => {
                let price = operation.power_price_usd_per_kwh.get() * factor;
                operation.power_price_usd_per_kwh = EnergyPrice::new(price).at("sensitivity")?;
            }
            Self::MachinePrice => {
                moved.machine_price_usd = Usd::new(moved.machine_price_usd.get() * factor).at("sensitivity")?;
            }
        }
        Ok(moved)
    }
}

/// Which input moves the mean net present value most: one row per input, the widest first.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Tornado {
    /// Input that is moved.
    pub input: Vec<SensitivityInput>,
    /// Mean net present value where the input is lower by the part that was asked for, in USD.
    pub lower_usd: Vec<f64>,
    /// Mean net present value where the input is higher by that part, in USD.
    pub higher_usd: Vec<f64>,
}

impl Tornado {
    /// From the means of each input moved down and up.
    pub(super) fn of(means: &[f64]) -> Self {
        let pairs = means.chunks_exact(2).map(|pair| (pair[0], pair[1]));
        let mut rows: Vec<(SensitivityInput, (f64, f64))> = SensitivityInput::ALL.into_iter().zip(pairs).collect();
        let width = |(low, high): (f64, f64)| (high - low).abs();
        rows.order_by(|a, b| width(b.1).total_cmp(&width(a.1)));
        let mut tornado = Self::default();
        for (input, (lower, higher)) in rows {
            tornado.input.push(input);
            tornado.lower_usd.push(lower);
            tornado.higher_usd.push(higher);
        }
        tornado
    }
}
