//! What a mining site earns on the last day of the sample figures: hashprice, and per machine revenue, power, net and break-even.
//!
//! ```text
//! cargo run --release --example site_report
//! ```
//!
//! Price and difficulty are the sample figures in `data/`; what they do not have (fees, pool fee, power price) is stated as an assumption.

#![allow(clippy::print_stdout, reason = "printing is what this program is for")]

use std::error::Error;

use hashinsight::mining::Outcome;
use hashinsight::mining::network::NetworkBasis;
use hashinsight::mining::profit::{ProfitRequest, profit};
use hashinsight::mining::reward::{HashpriceRequest, hashprice};
use hashinsight::units::{Amount, Days, Difficulty, EnergyPrice, Fraction, Hashrate, Power, Price};

const DAYS: &str = include_str!("data/sample_days.csv");
const MACHINES: &str = include_str!("data/asics.csv");

fn main() -> Result<(), Box<dyn Error>> {
    let last = DAYS.lines().last().ok_or("the sample has no days")?;
    let day: Vec<&str> = last.split(',').collect();
    let [date, _, _, _, close, _, difficulty, epoch] = day.as_slice() else {
        return Err("a day has eight columns".into());
    };
    let btc_price_usd: Price = format!("{close} USD").parse()?;
    let difficulty: Difficulty = difficulty.parse()?;
    let (subsidy_sat, fees_per_block_sat) = ("3.125 BTC".parse::<Amount>()?, "0.02 BTC".parse::<Amount>()?);
    let (pool_fee, power_price): (Fraction, EnergyPrice) = ("2 %".parse()?, "0.05 USD/kWh".parse()?);
    let network_basis = NetworkBasis::Difficulty(difficulty);

    println!(
        "Network on {date}: difficulty {difficulty} (start of its epoch: {epoch}), one bitcoin costs {btc_price_usd}"
    );
    println!("Retarget forecast: no_data (the sample figures name no tip)");
    println!("Assumptions: fees {fees_per_block_sat} a block, pool fee {pool_fee}, power {power_price}");
    let price = hashprice(&HashpriceRequest { network_basis, subsidy_sat, fees_per_block_sat, btc_price_usd })?;
    println!("Hashprice: {:.2} USD/PH/day\n", price.hashprice_usd_per_phs_day);

    println!(
        "{:<28} {:>8} {:>8} {:>12} {:>10} {:>10} {:>18}",
        "machine", "TH/s", "W", "revenue/day", "power/day", "net/day", "break-even USD/kWh"
    );
    for machine in MACHINES.lines().skip(1).filter(|line| line.ends_with("\"\"")) {
        let cells: Vec<&str> = machine.split(',').collect();
        let [model, _, hashrate, power, ..] = cells.as_slice() else { return Err("a machine has ten columns".into()) };
        let request = ProfitRequest {
            hashrate_ths: Hashrate::from_ths(hashrate.parse()?)?,
            power_w: Power::from_w(power.parse()?)?,
            network_basis,
            subsidy_sat,
            fees_per_block_sat,
            btc_price_usd,
            pool_fee,
            power_price_usd_per_kwh: power_price,
            days: Days::new(1.0)?,
            uptime: None,
            hosting_fee_usd_per_kwh: None,
            maintenance_usd_per_day: None,
            machine_price_usd: None,
            useful_life_days: None,
        };
        let report = profit(&request)?;
        let break_even = match report.break_even.power_price_usd_per_kwh {
            Outcome::Value(price) => format!("{price:.4}"),
            other => format!("{other:?}"),
        };
        let model = model.trim_matches('"');
        let (revenue, power_cost, net) = (report.revenue_usd, report.power_cost_usd, report.net_usd);
        println!(
            "{model:<28} {hashrate:>8} {power:>8} {revenue:>12.2} {power_cost:>10.2} {net:>10.2} {break_even:>18}"
        );
    }
    Ok(())
}
