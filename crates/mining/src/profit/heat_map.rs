//! Profit over a grid of prices, difficulties and tariffs.

use hashinsight_units::{At, Difficulty, EnergyPrice, Error, FieldPath, Price, Ratio, Record};

use super::ProfitRequest;
use super::factors::{Factors, Running};
use crate::error;
use crate::network::NetworkUsed;

const MAX_CELLS: usize = 1_000_000;

/// Inputs of [`profit_heat_map`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HeatMapRequest {
    /// Machine and all that does not vary; its price, difficulty and tariff are replaced by those of the grid.
    pub base: ProfitRequest,
    /// Prices of one bitcoin, in USD.
    pub btc_prices_usd: Vec<Price>,
    /// Factors of difficulty, by which the network is harder than in `base`, above 0: 1.1 for 10 % more.
    pub difficulty_factors: Vec<Ratio>,
    /// Power prices in USD/kWh.
    pub power_prices_usd_per_kwh: Vec<EnergyPrice>,
}

/// Result of [`profit_heat_map`]. Cells stand in one list: the power price varies fastest, then the difficulty, then
/// the bitcoin price, so that cell `(i, j, k)` stands at `(i · factors + j) · power prices + k`.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct HeatMapReport {
    /// Lengths of the three axes: bitcoin prices, difficulty factors, power prices.
    pub shape: Vec<u32>,
    /// Prices of one bitcoin, in USD: the first axis.
    pub btc_prices_usd: Vec<f64>,
    /// Factors of difficulty: the second axis.
    pub difficulty_factors: Vec<f64>,
    /// Power prices in USD/kWh: the third axis.
    pub power_prices_usd_per_kwh: Vec<f64>,
    /// Difficulties of the factors.
    pub difficulty: Vec<f64>,
    /// Revenue after the pool's fee, in USD.
    pub revenue_usd: Vec<f64>,
    /// Revenue less power, hosting and maintenance, in USD.
    pub net_usd: Vec<f64>,
}

/// Profit over a grid, each cell as [`profit`](super::profit) computes it.
///
/// # Errors
/// As [`profit`](super::profit); `mining.difficulty_factors.out_of_range` for a factor of 0, one that leads beyond
/// what difficulty can be, or one whose network is smaller than the miner; `mining.cells.length` for no cells and more than a million.
///
/// ```
/// use hashinsight_mining::machine::MachineSpec;
/// use hashinsight_mining::network::NetworkBasis;
/// use hashinsight_mining::profit::{HeatMapRequest, Operation, ProfitRequest, profit_heat_map};
/// use hashinsight_mining::reward::{BlockReward, Chain, Market, PoolFee};
/// use hashinsight_units::{Amount, Days, Difficulty, EnergyPrice, Hashrate, MeanAmount, Power, Price, Ratio};
/// let reward = BlockReward::new(Amount::constant(312_500_000), MeanAmount::constant(4e6));
/// let chain = Chain::new(NetworkBasis::Difficulty(Difficulty::constant(1.3e14)), reward);
/// let tariff = EnergyPrice::constant(0.05);
/// let base = ProfitRequest::new(
///     MachineSpec::new(Hashrate::constant(200.0), Power::constant(3500.0)),
///     Market::new(chain, Price::constant(90_000.0)),
///     Operation::new(PoolFee::constant(0.02), tariff),
///     Days::constant(1.0),
/// );
/// let (prices, factors) = ([60_000.0, 90_000.0].map(Price::constant), [1.0, 1.5].map(Ratio::constant));
/// let report = profit_heat_map(&HeatMapRequest::new(base, prices.to_vec(), factors.to_vec(), vec![tariff]))?;
/// let cells: Vec<String> = report.net_usd.iter().map(|usd| format!("{usd:.2}")).collect();
/// assert_eq!(cells, ["1.56", "-0.36", "4.44", "1.56"]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn profit_heat_map(request: &HeatMapRequest) -> Result<HeatMapReport, Error> {
    let HeatMapRequest { base, btc_prices_usd, difficulty_factors, power_prices_usd_per_kwh } = request;
    let axes = [btc_prices_usd.len(), difficulty_factors.len(), power_prices_usd_per_kwh.len()];
    let cells = axes.iter().try_fold(1_usize, |cells, axis| cells.checked_mul(*axis)).unwrap_or(usize::MAX);
    if cells == 0 || cells > MAX_CELLS {
        let (field, path) = ("cells", FieldPath::default());
        return Err(error::list_length(field, path, cells, "1 to 1000000 cells"));
    }
    let (machine, chain) = (base.machine, base.market.chain);
    let network = base.market.network_for(machine.hashrate_ths).at("base")?;
    let running = Running::new(&base.operation, base.days);
    let mut difficulty = Vec::with_capacity(axes[1]);
    let mut factors = Vec::with_capacity(axes[1]);
    for (at, factor) in difficulty_factors.iter().enumerate() {
        let harder = harder(&network, factor.get(), at)?;
        if machine.hashrate_ths.get() > harder.hashrate_limit_ths() {
            let path = FieldPath::new("difficulty_factors").index(at);
            let allowed = "a difficulty whose network holds the miner";
            return Err(error::out_of_range("difficulty_factors", path, factor.get(), allowed));
        }
        difficulty.push(harder.difficulty);
        factors.push(Factors::new(&harder, chain.reward, running));
    }
    let (hashrate, power) = (machine.hashrate_ths.get(), machine.power_w.get());
    let (mut revenue_usd, mut net_usd) = (Vec::with_capacity(cells), Vec::with_capacity(cells));
    for price in btc_prices_usd {
        for factors in &factors {
            for tariff in power_prices_usd_per_kwh {
                let row = factors.statement(hashrate, power, tariff.get(), price.get());
                revenue_usd.push(row.revenue_usd);
                net_usd.push(row.net_usd);
            }
        }
    }
    let shape =
        axes.map(|axis| u32::try_from(axis).unwrap_or_else(|_| unreachable!("at most a million cells"))).to_vec();
    Ok(HeatMapReport {
        shape,
        btc_prices_usd: btc_prices_usd.iter().map(|price| price.get()).collect(),
        difficulty_factors: difficulty_factors.iter().map(|factor| factor.get()).collect(),
        power_prices_usd_per_kwh: power_prices_usd_per_kwh.iter().map(|tariff| tariff.get()).collect(),
        difficulty,
        revenue_usd,
        net_usd,
    })
}

/// The network with its blocks harder to find by a factor.
fn harder(network: &NetworkUsed, factor: f64, at: usize) -> Result<NetworkUsed, Error> {
    let hashes_per_block = network.hashes_per_block * factor;
    match Difficulty::new(network.difficulty * factor) {
        // Hashes per block are at least 1, on which the bounds of the kernel rest.
        Ok(difficulty) if hashes_per_block >= 1.0 => {
            let network_hashrate_ths = network.network_hashrate_ths * factor;
            Ok(NetworkUsed { difficulty: difficulty.get(), hashes_per_block, network_hashrate_ths, ..*network })
        }
        _ => {
            let (field, allowed) = ("difficulty_factors", "above 0, with a difficulty of 2^-32 to 2^224");
            Err(error::out_of_range(field, FieldPath::new(field).index(at), factor, allowed))
        }
    }
}
