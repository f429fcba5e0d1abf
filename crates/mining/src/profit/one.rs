//! The profit of one machine, fleet or site.

use hashinsight_units::{Amount, Days, EnergyPrice, Fraction, Hashrate, Power, Price, Usd};

use super::breakeven::{BreakEvens, CostOfBitcoin, expected_btc};
use super::kernel::Terms;
use crate::error;
use crate::network::{NetworkBasis, NetworkUsed};
use crate::reward::BlockReward;
use hashinsight_units::{Error, Outcome};

/// Inputs of [`profit`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ProfitRequest {
    /// Hashrate while running, in TH/s.
    pub hashrate_ths: Hashrate,
    /// Power drawn while running, at the meter, in watts.
    pub power_w: Power,
    /// How hard the network is.
    pub network_basis: NetworkBasis,
    /// New coins per block, in satoshis.
    pub subsidy_sat: Amount,
    /// Transaction fees per block, in satoshis, averaged over a window of the caller's choice.
    pub fees_per_block_sat: Amount,
    /// Price of one bitcoin in USD.
    pub btc_price_usd: Price,
    /// The part that the pool keeps; below 1.
    pub pool_fee: Fraction,
    /// Power price in USD/kWh; may be negative.
    pub power_price_usd_per_kwh: EnergyPrice,
    /// The span in days of 86,400 s.
    pub days: Days,
    /// The part of the span in which the machine runs, hashing and drawing power. Absent: all of it.
    pub uptime: Option<Fraction>,
    /// What a host charges on top of the power price, in USD/kWh. Absent: there is no host.
    pub hosting_fee_usd_per_kwh: Option<EnergyPrice>,
    /// Upkeep in USD per day of the span, running or not. Absent: none.
    pub maintenance_usd_per_day: Option<Usd>,
    /// What the machine cost, in USD. Goes with `useful_life_days`, and into the all-in cost of a bitcoin only.
    pub machine_price_usd: Option<Usd>,
    /// Days over which the machine is written off in equal parts. Goes with `machine_price_usd`.
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
    /// The network as it was used.
    pub network: NetworkUsed,
    /// BTC mined on average, before the pool's fee.
    pub gross_btc: f64,
    /// BTC received on average, after the pool's fee.
    pub expected_btc: f64,
    /// USD value of `gross_btc`.
    pub gross_revenue_usd: f64,
    /// What the pool keeps of it.
    pub pool_fee_usd: f64,
    /// What is left: revenue after the pool's fee.
    pub revenue_usd: f64,
    /// Energy times power price; negative where the price is.
    pub power_cost_usd: f64,
    /// Energy times hosting fee; 0 without a host.
    pub hosting_usd: f64,
    /// Upkeep over the span; 0 where none was given.
    pub maintenance_usd: f64,
    /// The profit: revenue less power, hosting and maintenance.
    pub net_usd: f64,
    /// Energy used, in kWh.
    pub energy_kwh: f64,
    /// Straight-line depreciation over the span, in USD; not part of `net_usd`.
    pub depreciation_usd: Outcome,
    /// Power over hashrate, in J/TH.
    pub efficiency_j_per_th: Outcome,
    /// Hashprice at this difficulty and price, in USD/PH/day, before the pool's fee.
    pub hashprice_usd_per_phs_day: f64,
    /// Where profit turns into loss.
    pub break_even: BreakEvens,
    /// What one bitcoin costs to produce.
    pub cost_of_bitcoin: CostOfBitcoin,
}

/// The profit of a span at constant difficulty, price and tariff.
///
/// # Errors
/// `mining.pool_fee.out_of_range` for a fee of 1; `mining.machine_price.missing` or `mining.useful_life.missing` where
/// only one of the two is given; `mining.useful_life.out_of_range` for a life so short that its depreciation is
/// infinite; `mining.nbits.out_of_range`; `mining.network_hashrate.out_of_range`.
///
/// ```
/// use hashinsight_units::Outcome;
/// use hashinsight_mining::network::NetworkBasis;
/// use hashinsight_mining::profit::{ProfitRequest, profit};
/// use hashinsight_units::{Amount, Days, Difficulty, EnergyPrice, Fraction, Hashrate, Power, Price};
/// let report = profit(&ProfitRequest {
///     hashrate_ths: Hashrate::from_ths(110.0)?,
///     power_w: Power::from_w(3250.0)?,
///     network_basis: NetworkBasis::Difficulty(Difficulty::new(119.12e12)?),
///     subsidy_sat: Amount::from_sat(312_500_000)?,
///     fees_per_block_sat: Amount::ZERO,
///     btc_price_usd: Price::new(80_000.0)?,
///     pool_fee: Fraction::new(0.025)?,
///     power_price_usd_per_kwh: EnergyPrice::from_usd_per_kwh(0.06)?,
///     days: Days::new(30.5)?,
///     uptime: None,
///     hosting_fee_usd_per_kwh: None,
///     maintenance_usd_per_day: None,
///     machine_price_usd: None,
///     useful_life_days: None,
/// })?;
/// assert_eq!(format!("{:.2} - {:.2}", report.revenue_usd, report.power_cost_usd), "138.10 - 142.74");
/// assert_eq!(format!("{:.2}", report.net_usd), "-4.64");
/// assert!(matches!(report.break_even.btc_price_usd, Outcome::Value(price) if price.round() == 82_685.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn profit(request: &ProfitRequest) -> Result<ProfitReport, Error> {
    let network = request.network_basis.resolve_for(request.hashrate_ths)?;
    let reward = BlockReward { subsidy: request.subsidy_sat, fees: request.fees_per_block_sat };
    let ProfitRequest { pool_fee, days, uptime, .. } = *request;
    let (hosting, maintenance) = (request.hosting_fee_usd_per_kwh, request.maintenance_usd_per_day);
    let terms = Terms::new(&network, reward, pool_fee, days, uptime, hosting, maintenance)?;
    let depreciation = depreciation(request)?;
    let [hashrate_ths, power_w] = [request.hashrate_ths.get(), request.power_w.get()];
    let row = terms.row(hashrate_ths, power_w, request.power_price_usd_per_kwh.get(), request.btc_price_usd.get());
    let pool_fee = pool_fee.get();
    let phs_days = hashrate_ths / 1e3 * days.get() * uptime.map_or(1.0, Fraction::get);
    let (_, hashprice_usd_per_phs_day) =
        crate::reward::hashprices(network.hashes_per_block, reward.to_sat(), request.btc_price_usd.get());
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
            let why = "useful_life_days says over how long, not how much";
            return Err(error::missing("machine_price", "machine_price_usd", why));
        }
        (Some(_), None) => {
            let why = "machine_price_usd says how much, not over how long";
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
