//! The profit of one machine, fleet or site.

use hashinsight_units::{Days, Error, Fraction, Outcome, Record, TH_PER_PH, Usd};

use super::Operation;
use super::break_even::{BreakEvens, CostOfBitcoin, expected_btc};
use super::factors::{Factors, Running};
use crate::error;
use crate::machine::MachineSpec;
use crate::network::NetworkUsed;
use crate::reward::Market;

/// Inputs of [`profit`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ProfitRequest {
    /// Hashrate and power at the meter, while running.
    #[record(flatten)]
    pub machine: MachineSpec,
    /// How hard a block is, what it pays, and what a bitcoin costs.
    #[record(flatten)]
    pub market: Market,
    /// How the machine is run.
    #[record(flatten)]
    pub operation: Operation,
    /// Span in days of 86,400 s.
    #[record(example = 30)]
    pub days: Days,
    /// Price of the machine, in USD. Goes with `useful_life_days`, and into the all-in cost of a bitcoin only.
    pub machine_price_usd: Option<Usd>,
    /// Useful life in days, over which the machine is written off in equal parts. Goes with `machine_price_usd`.
    pub useful_life_days: Option<Days>,
}

/// Result of [`profit`].
///
/// `gross_revenue_usd - pool_fee_usd = revenue_usd` and `revenue_usd - power_cost_usd - hosting_usd - maintenance_usd =
/// net_usd`, exactly when evaluated from left to right.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ProfitReport {
    /// Network as the calculation used it.
    pub network: NetworkUsed,
    /// Mean reward in BTC, before the pool's fee.
    pub gross_btc: f64,
    /// Mean reward in BTC, after the pool's fee.
    pub expected_btc: f64,
    /// Revenue before the pool's fee, in USD: the value of `gross_btc`.
    pub gross_revenue_usd: f64,
    /// Fee of the pool, in USD.
    pub pool_fee_usd: f64,
    /// Revenue after the pool's fee, in USD.
    pub revenue_usd: f64,
    /// Cost of power, in USD: energy times power price; negative where the price is.
    pub power_cost_usd: f64,
    /// Cost of hosting, in USD: energy times hosting fee; 0 without a host.
    pub hosting_usd: f64,
    /// Upkeep over the span, in USD.
    pub maintenance_usd: f64,
    /// Profit in USD: revenue less power, hosting and maintenance.
    pub net_usd: f64,
    /// Energy used, in kWh.
    pub energy_kwh: f64,
    /// Straight-line depreciation over the span, in USD; not part of `net_usd`.
    pub depreciation_usd: Outcome,
    /// Efficiency, power over hashrate, in J/TH; undefined without hashrate.
    pub efficiency_j_per_th: Outcome,
    /// Hashprice at this difficulty and price, in USD/PH/day, before the pool's fee.
    pub hashprice_usd_per_phs_day: f64,
    /// Break-evens: where profit turns into loss.
    pub break_even: BreakEvens,
    /// Cost of producing one bitcoin.
    pub cost_of_bitcoin: CostOfBitcoin,
}

/// The profit of a span at constant difficulty, price and tariff.
///
/// # Errors
/// `mining.machine_price.missing` or `mining.useful_life.missing` where
/// only one of the two is given; `mining.useful_life.out_of_range` for a life so short that its depreciation is
/// infinite; `mining.nbits.out_of_range`; `mining.network_hashrate.out_of_range`.
///
/// ```
/// use hashinsight_mining::machine::MachineSpec;
/// use hashinsight_mining::network::NetworkBasis;
/// use hashinsight_mining::profit::{Operation, ProfitRequest, profit};
/// use hashinsight_mining::reward::{BlockReward, Chain, Market, PoolFee};
/// use hashinsight_units::{Amount, Days, Difficulty, EnergyPrice, Hashrate, MeanAmount, Outcome, Power, Price};
/// let reward = BlockReward::new(Amount::constant(312_500_000), MeanAmount::ZERO);
/// let chain = Chain::new(NetworkBasis::Difficulty(Difficulty::constant(119.12e12)), reward);
/// let report = profit(&ProfitRequest::new(
///     MachineSpec::new(Hashrate::constant(110.0), Power::constant(3250.0)),
///     Market::new(chain, Price::constant(80_000.0)),
///     Operation::new(PoolFee::constant(0.025), EnergyPrice::constant(0.06)),
///     Days::constant(30.5),
/// ))?;
/// assert_eq!(format!("{:.2} - {:.2}", report.revenue_usd, report.power_cost_usd), "138.10 - 142.74");
/// assert_eq!(format!("{:.2}", report.net_usd), "-4.64");
/// assert!(matches!(report.break_even.btc_price_usd, Outcome::Value(price) if price.round() == 82_685.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn profit(request: &ProfitRequest) -> Result<ProfitReport, Error> {
    let ProfitRequest { machine, market, operation, days, .. } = *request;
    let network = market.network_for(machine.hashrate_ths)?;
    let factors = Factors::new(&network, market.chain.reward, Running::new(&operation, days));
    let depreciation = depreciation(request)?;
    let [hashrate_ths, power_w] = [machine.hashrate_ths.get(), machine.power_w.get()];
    let (tariff, price) = (operation.power_price_usd_per_kwh.get(), market.btc_price_usd);
    let row = factors.statement(hashrate_ths, power_w, tariff, price.get());
    let pool_fee = operation.pool_fee.get();
    let phs_days = hashrate_ths / TH_PER_PH * days.get() * operation.uptime.map_or(1.0, Fraction::get);
    let hashprice_usd_per_phs_day = network.hashprice(market.chain.reward).to_usd_per_phs_day(price);
    let idle = Outcome::Undefined { reason: "the hashrate is zero" };
    Ok(ProfitReport {
        network,
        gross_btc: row.gross_btc,
        expected_btc: expected_btc(&row, pool_fee),
        gross_revenue_usd: row.gross_revenue_usd,
        pool_fee_usd: row.pool_fee_usd,
        revenue_usd: row.revenue_usd,
        power_cost_usd: row.power_cost_usd,
        hosting_usd: row.hosting_usd,
        maintenance_usd: row.maintenance_usd,
        net_usd: row.net_usd,
        energy_kwh: row.energy_kwh,
        depreciation_usd: depreciation
            .map_or(Outcome::Undefined { reason: "no machine price was given" }, Outcome::Value),
        efficiency_j_per_th: if hashrate_ths > 0.0 { Outcome::of(power_w / hashrate_ths) } else { idle },
        hashprice_usd_per_phs_day,
        break_even: BreakEvens::of(&row, pool_fee, phs_days, network.difficulty),
        cost_of_bitcoin: CostOfBitcoin::of(&row, pool_fee, depreciation),
    })
}

fn depreciation(request: &ProfitRequest) -> Result<Option<f64>, Error> {
    let (price, life) = match (request.machine_price_usd, request.useful_life_days) {
        (None, None) => return Ok(None),
        (Some(price), Some(life)) => (price.get(), life.get()),
        (None, Some(_)) => {
            let why = "what the machine costs, in USD: useful_life_days is given, over which it is written off";
            return Err(error::missing("machine_price", "machine_price_usd", why));
        }
        (Some(_), None) => {
            let why = "days over which machine_price_usd is written off, as 1460";
            return Err(error::missing("useful_life", "useful_life_days", why));
        }
    };
    let usd = price * (request.days.get() / life);
    if !usd.is_finite() {
        let allowed = "long enough for a finite depreciation";
        return Err(error::out_of_range("useful_life", "useful_life_days", life, allowed));
    }
    Ok(Some(usd))
}
