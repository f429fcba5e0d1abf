//! The figures and plots of `docs/guide/mining.md`: from one machine to a decision.
//!
//! ```text
//! cargo run --release --example mining_guide            # prints the figures, writes docs/guide/*.svg
//! cargo run --release --example mining_guide -- FOLDER  # writes the plots there instead
//! ```
//!
//! Market and network are those of the sample's last day, 2026-05-31. Fees, growth, prices of machines and the tariff
//! are invented.

#![expect(clippy::print_stdout, reason = "printing is what this program is for")]

#[path = "site_report/figure.rs"]
mod figure;
#[expect(dead_code, reason = "the report's page; the plots need its escaping")]
#[path = "site_report/html.rs"]
mod html;
#[path = "site_report/plot.rs"]
mod plot;
#[expect(dead_code, reason = "shared with the report, which has tables too")]
#[path = "site_report/view.rs"]
mod view;

use std::error::Error;
use std::path::{Path, PathBuf};

use hashinsight::mining::calculator::{
    MiningCalculator, PowerCurtailmentRequest, RoiReport, power_curtailment_analysis,
};
use hashinsight::mining::dispatch::DispatchClass;
use hashinsight::mining::forecast::{
    Algorithm, DifficultyPath, DynamicPath, ForecastReport, ForecastRequest, ForecastSteps, MiningProject, PricePath,
    StartingWorld, forecast,
};
use hashinsight::mining::machine::{AsicModel, Machine, MachineSpec, find_machine};
use hashinsight::mining::network::NetworkBasis;
use hashinsight::mining::profit::{Operation, ProfitRequest, profit};
use hashinsight::mining::reward::{BlockReward, Chain, Market, PayoutRequest, PayoutScheme, PoolFee, payout};
use hashinsight::mining::tariff::{EnergyRates, Tariff, TimeOfUse, TimeOfUseWindow};
use hashinsight::units::{
    Amount, Days, Difficulty, DiscountRate, EnergyPrice, Hashrate, Height, MeanAmount, Price, Ratio, Timestamp, Usd,
    UtcOffset,
};

use crate::figure::write;
use crate::view::{Plot, grouped, outcome};

type Outcome<T> = Result<T, Box<dyn Error>>;

const DIFFICULTY: Difficulty = Difficulty::constant(138_955_357_012_247.3);
const PRICE: Price = Price::constant(73_674.0);
const FEES: MeanAmount = MeanAmount::constant(2e6);
const SUBSIDY: Amount = Amount::constant(312_500_000);
const POOL_FEE: PoolFee = PoolFee::constant(0.02);
const POWER: EnergyPrice = EnergyPrice::constant(0.05);
/// 2026-06-01, midnight.
const START_S: i64 = 1_780_272_000;
const HEIGHT: Height = Height::new(951_984);
const DISCOUNT_RATE: DiscountRate = DiscountRate::constant(0.1);
const SPAN: Days = Days::constant(1095.0);

fn operation() -> Operation {
    Operation::new(POOL_FEE, POWER)
}

fn world() -> StartingWorld {
    StartingWorld::new(HEIGHT, DIFFICULTY, PRICE, FEES)
}

fn chain() -> Chain {
    Chain::new(NetworkBasis::Difficulty(DIFFICULTY), BlockReward::new(SUBSIDY, FEES))
}

fn spec(machine: &AsicModel) -> MachineSpec {
    MachineSpec::new(machine.hashrate_ths, machine.power_w)
}

/// One machine bought at this price.
fn project(machine: &AsicModel, price: Usd) -> Outcome<MiningProject> {
    Ok(MiningProject::new(spec(machine), price, Timestamp::from_s(START_S)?, world(), operation()))
}

/// Difficulty and price grow by these parts per retarget.
fn dynamic(difficulty: f64, price: f64) -> Algorithm {
    let (difficulty, price) = (DifficultyPath::GrowthPerStep(difficulty), PricePath::GrowthPerStep(price));
    Algorithm::Dynamic(DynamicPath::new(difficulty, price))
}

fn main() -> Outcome<()> {
    let folder = std::env::args_os()
        .nth(1)
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide"), PathBuf::from);
    let machine = find_machine("Antminer S21 XP", false)?;
    one_day(machine)?;
    futures(machine, &folder)?;
    option(&folder)?;
    dispatch(&folder)?;
    schemes(&folder)
}

fn one_day(machine: &AsicModel) -> Outcome<()> {
    println!("== machine");
    println!(
        "{}: {} TH/s, {} W, {} J/TH",
        machine.model,
        machine.hashrate_ths.get(),
        machine.power_w.get(),
        machine.efficiency_j_per_th.get()
    );
    let market = Market::new(chain(), PRICE);
    let report = profit(&ProfitRequest::new(spec(machine), market, operation(), Days::constant(1.0)))?;
    println!("\n== profit of a day");
    println!("revenue {:>6.2} USD", report.revenue_usd);
    println!("power   {:>6.2} USD", report.power_cost_usd);
    println!("profit  {:>6.2} USD", report.net_usd);
    let even = report.break_even;
    println!("zero at {} USD/kWh", outcome(even.power_price_usd_per_kwh, 4));
    println!("zero at {} USD per bitcoin", outcome(even.btc_price_usd, 0));
    println!("zero at {} USD/PH/day", outcome(even.hashprice_usd_per_phs_day, 2));
    Ok(())
}

/// Cash flow and value of a project.
fn future(project: &MiningProject, algorithm: &Algorithm) -> Outcome<(ForecastReport, RoiReport)> {
    let steps = ForecastSteps::Retargets { days: SPAN };
    let calculator = MiningCalculator::new(project.clone(), algorithm.clone());
    let roi = calculator.calculate_roi(steps.clone(), DISCOUNT_RATE)?;
    let report = forecast(&ForecastRequest::new(project.clone(), algorithm.clone(), steps, DISCOUNT_RATE))?;
    Ok((report, roi))
}

fn futures(machine: &AsicModel, folder: &Path) -> Outcome<()> {
    let project = project(machine, Usd::constant(4500.0))?;
    let worlds = [
        ("static", Algorithm::Static),
        ("difficulty +1 %", dynamic(0.01, 0.0)),
        ("difficulty and price +1 %", dynamic(0.01, 0.01)),
    ];
    println!("\n== forecast of three years");
    println!("{:<26} {:>7} {:>9} {:>8} {:>7}  halving", "per retarget", "BTC", "net USD", "NPV USD", "payback");
    let mut columns = Vec::new();
    for (name, algorithm) in worlds {
        let (report, roi) = future(&project, &algorithm)?;
        let halving =
            report.halvings.first().map_or("none".to_owned(), |at| at.time_ms.date(UtcOffset::UTC).to_string());
        let value = roi.with_switch_off;
        let (net, npv) = (grouped(value.net_usd, 0), grouped(value.net_present_value_usd, 0));
        let payback = outcome(value.payback_days, 0);
        println!("{name:<26} {:>7.4} {net:>9} {npv:>8} {payback:>7}  {halving}", report.btc);
        columns.push((name, report));
    }
    // The worlds retarget on different days: all are read on the same days, linear between.
    let days: Vec<f64> = (0u32..=36).map(|month| f64::from(month) * SPAN.get() / 36.0).collect();
    let read = |report: &ForecastReport| days.iter().map(|day| cumulative(report, *day)).collect();
    let plot = Plot::Series {
        title: "Cumulative cash flow of one machine in USD, after its price".to_owned(),
        unit: "USD",
        labels: (0..=36).map(|month| format!("month {month}")).collect(),
        series: columns.iter().map(|(name, report)| (*name, read(report))).collect(),
        steps: false,
        marks: Vec::new(),
        shaded: (Vec::new(), ""),
    };
    Ok(write(folder, "forecast.svg", &plot)?)
}

/// The cash flow up to a day, the machine's price included.
fn cumulative(report: &ForecastReport, day: f64) -> f64 {
    let table = &report.table;
    let (mut start, mut sum) = (0.0, table.cumulative_usd[0] - table.net_usd[0]);
    for (days, net) in table.days.iter().zip(&table.net_usd) {
        let part = (day - start) / days;
        if part < 1.0 {
            return if part > 0.0 { sum + net * part } else { sum };
        }
        sum += net;
        start += days;
    }
    sum
}

fn option(folder: &Path) -> Outcome<()> {
    let machine = find_machine("Antminer S19 XP", false)?;
    let project = project(machine, Usd::constant(900.0))?;
    let (report, roi) = future(&project, &dynamic(0.01, 0.0))?;
    println!("\n== option to switch off: {}, difficulty +1 % per retarget", machine.model);
    println!("NPV, never switched off {:>7} USD", grouped(roi.always_on.net_present_value_usd, 0));
    println!("NPV, with the option    {:>7} USD", grouped(roi.with_switch_off.net_present_value_usd, 0));
    println!("worth of the option     {:>7} USD", grouped(roi.switch_off_value_usd, 0));
    println!("days switched off       {:>7} of {}", grouped(report.days_off, 0), SPAN.get());
    let table = &report.table;
    let per_day = |usd: &[f64]| usd.iter().zip(&table.days).map(|(usd, days)| usd / days).collect();
    let plot = Plot::Series {
        title: "Net income in USD per day, with the option to switch off and without".to_owned(),
        unit: "USD",
        labels: table.start_ms.iter().map(|time| time.date(UtcOffset::UTC).to_string()).collect(),
        series: vec![("with the option", per_day(&table.net_usd)), ("never off", per_day(&table.always_on_net_usd))],
        steps: false,
        marks: report
            .halvings
            .iter()
            .filter_map(|halving| {
                Some((table.height.iter().position(|height| *height == halving.height)?, "halving".into()))
            })
            .collect(),
        shaded: (Vec::new(), ""),
    };
    Ok(write(folder, "option.svg", &plot)?)
}

fn dispatch(folder: &Path) -> Outcome<()> {
    let windows = vec![
        TimeOfUseWindow::new(15, 20, EnergyPrice::constant(0.16)),
        TimeOfUseWindow::new(10, 15, EnergyPrice::constant(0.08)),
    ];
    let rates = EnergyRates::TimeOfUse(TimeOfUse::new(windows, EnergyPrice::constant(0.045)));
    let class = |name: &str, count| DispatchClass::new(name.to_owned(), count, Machine::Model(name.to_owned()));
    let report = power_curtailment_analysis(&PowerCurtailmentRequest::new(
        vec![class("Antminer S21 XP", 300), class("Antminer S19 XP", 500)],
        Tariff::new(rates),
        Timestamp::from_s(START_S)?,
        24,
        world(),
        POOL_FEE,
        Algorithm::Static,
    ))?;
    let plan = report.plan;
    println!("\n== dispatch of a day (synthetic prices)");
    for class in &plan.classes {
        let hours: String = class.running[0].iter().map(|on| if *on > 0 { '#' } else { '.' }).collect();
        println!("{:<15} {hours}  runs up to {} USD/MWh", class.name, outcome(class.break_even_usd_per_mwh, 2));
    }
    println!("net by the plan  {:>9} USD", grouped(plan.net_usd, 2));
    println!("net without rest {:>9} USD", grouped(plan.always_on_net_usd, 2));
    println!("the plan saves   {:>9} USD", grouped(plan.saved_usd, 2));
    let rests = plan.classes.iter().fold(vec![false; 24], |rests, class| {
        rests.iter().zip(&class.running[0]).map(|(rests, on)| *rests || *on == 0).collect()
    });
    let plot = Plot::Series {
        title: "Load of the plan in kW (synthetic prices)".to_owned(),
        unit: "kW",
        labels: (0..24).map(|hour| format!("{hour:02}:00")).collect(),
        series: vec![("kW", plan.load_w.iter().map(|w| w / 1e3).collect())],
        steps: true,
        marks: Vec::new(),
        shaded: (rests, "some machines rest"),
    };
    Ok(write(folder, "dispatch.svg", &plot)?)
}

fn schemes(folder: &Path) -> Outcome<()> {
    let (fee, window_days) = (POOL_FEE, Days::constant(1.0));
    let schemes = [
        ("solo", PayoutScheme::Solo),
        ("PPS", PayoutScheme::Pps { fee }),
        ("FPPS", PayoutScheme::Fpps { fee, window_blocks: 144 }),
        ("PPS+", PayoutScheme::PpsPlus { fee, window_days }),
        ("PPLNS", PayoutScheme::Pplns { fee, window_days }),
        ("TIDES", PayoutScheme::Tides { fee, window_difficulties: Ratio::constant(8.0) }),
    ];
    println!("\n== payout of 30 days for 151 PH/s in a pool of 20 EH/s");
    println!("{:<6} {:>9} {:>9} {:>9}", "scheme", "mean BTC", "std BTC", "std/mean");
    let mut bars = Vec::new();
    for (name, scheme) in schemes {
        let request = PayoutRequest::new(scheme, Hashrate::from_phs(151.0)?, chain(), Days::constant(30.0))
            .pool_hashrate_ths(Hashrate::from_ehs(20.0)?)
            .fees_standard_deviation_sat(Amount::constant(1_000_000));
        let report = payout(&request)?;
        let spread = outcome(report.coefficient_of_variation, 4);
        println!("{name:<6} {:>9.4} {:>9.4} {spread:>9}", report.mean_btc, report.standard_deviation_btc);
        bars.push((name.to_owned(), report.standard_deviation_btc));
    }
    let title = "Standard deviation of the payout of 30 days in BTC".to_owned();
    Ok(write(folder, "payout.svg", &Plot::Bars { title, unit: "BTC", bars })?)
}
