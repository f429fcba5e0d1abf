//! The site's next 24 months as both algorithms see them.

use hashinsight_mining::calculator::{
    BtcMinedReport, DailyRevenueReport, MiningCalculator, ProfitabilityReport, RoiReport,
};
use hashinsight_mining::consensus::{Network, subsidy};
use hashinsight_mining::forecast::{
    Algorithm, DifficultyPath, DynamicPath, ForecastReport, ForecastRequest, ForecastSteps, MiningProject, PricePath,
    StartingWorld, forecast,
};
use hashinsight_mining::machine::MachineSpec;
use hashinsight_units::{At, Days, DiscountRate, Error, Fault, Hashrate, Power, Problem, Timestamp, Usd};

use super::{Known, OwnedMachine};
use crate::request::Written;

pub(crate) const MONTHS: usize = 24;
/// A twelfth of 365.25 days.
pub(crate) const DAYS_PER_MONTH: f64 = 30.4375;
/// The same in milliseconds.
pub(crate) const MS_PER_MONTH: i64 = 2_629_800_000;

/// Both futures, or the code of what is missing.
pub(crate) enum Futures {
    Missing(&'static str),
    Seen(Box<Seen>),
}

/// Both futures and what they start from.
pub(crate) struct Seen {
    pub(crate) difficulty_growth: f64,
    pub(crate) price_growth: f64,
    pub(crate) discount_rate: DiscountRate,
    pub(crate) start: Timestamp,
    /// What all machines cost, where every price is known.
    pub(crate) machine_price_usd: Option<f64>,
    pub(crate) unmoved: Future,
    pub(crate) moving: Future,
}

/// Coins, revenue, profit and cash flow of the site by one algorithm, static or dynamic.
pub(crate) struct Future {
    pub(crate) btc: BtcMinedReport,
    pub(crate) revenue: DailyRevenueReport,
    pub(crate) profit: ProfitabilityReport,
    /// Where every machine's price is known.
    pub(crate) roi: Option<RoiReport>,
    pub(crate) forecast: ForecastReport,
}

impl Futures {
    pub(crate) fn of(known: &Known<'_>) -> Result<Self, Error> {
        let Some(outlook) = known.site.forecast else { return Ok(Self::Missing("forecast")) };
        if known.fleet.is_empty() {
            return Ok(Self::Missing("machine"));
        }
        let era = subsidy(outlook.height, Network::Mainnet.params());
        if era != known.subsidy {
            let height = Fault::new("report.height", Problem::OutOfRange).at("forecast.height").got(outlook.height);
            let allowed = format!("a height with the subsidy of the last day, {}", known.subsidy);
            return Err(height.allowed(allowed).into());
        }
        let change = |of: crate::request::Percent, field, low, high| of.within(field, low, high).at("forecast");
        let difficulty_growth = change(outlook.difficulty_growth.get(), "difficulty_growth", -75.0, 300.0)?;
        let price_growth = change(outlook.price_growth.get(), "price_growth", -99.0, 1000.0)?;
        let rate = change(outlook.discount_rate.get(), "discount_rate", -50.0, 1000.0)?;
        let discount_rate = DiscountRate::new(rate).at("discount_rate").at("forecast")?;
        let (project, price) = project(known, outlook.height)?;
        let mut path =
            DynamicPath::new(DifficultyPath::GrowthPerStep(difficulty_growth), PricePath::GrowthPerStep(price_growth));
        path.hashrate_decay_per_month = outlook.hashrate_decay.map(Written::get);
        let future = |algorithm| Future::of(&project, algorithm, discount_rate, price.is_some()).at("forecast");
        Ok(Self::Seen(Box::new(Seen {
            difficulty_growth,
            price_growth,
            discount_rate,
            start: project.start_ms,
            machine_price_usd: price,
            unmoved: future(Algorithm::Static)?,
            moving: future(Algorithm::Dynamic(path))?,
        })))
    }
}

/// The whole fleet as one project, and what it costs where that is known.
fn project(known: &Known<'_>, height: hashinsight_units::Height) -> Result<(MiningProject, Option<f64>), Error> {
    let sum = |figure: &dyn Fn(&OwnedMachine) -> f64| {
        known.fleet.iter().fold(0.0, |sum, owned| sum + f64::from(owned.count) * figure(owned))
    };
    let priced = known.fleet.iter().all(|owned| owned.price.is_some());
    let price = priced.then(|| sum(&|owned| owned.price.map_or(0.0, Usd::get)));
    let upkeep = known.site.maintenance.map(|usd| Usd::new(sum(&|_| usd.get().get()))).transpose()?;
    let hashrate = Hashrate::new(sum(&|owned| owned.machine.hashrate.get())).at("machine")?;
    let power = Power::new(sum(&|owned| owned.machine.power.get())).at("machine")?;
    let price_usd = Usd::new(price.unwrap_or(0.0)).at("machine")?;
    let (day, fees) = (known.day(), known.site.fees_per_block.get().into());
    let world = StartingWorld::new(height, day.difficulty, day.close_usd, fees);
    let mut operation = known.operation();
    operation.maintenance_usd_per_day = upkeep;
    let machines = MachineSpec::new(hashrate, power);
    let project = MiningProject::new(machines, price_usd, known.midnight()?, world, operation);
    Ok((project, price))
}

impl Future {
    fn of(project: &MiningProject, algorithm: Algorithm, rate: DiscountRate, priced: bool) -> Result<Self, Error> {
        let days = Days::new(MONTHS as f64 * DAYS_PER_MONTH)?;
        let steps = ForecastSteps::Retargets { days };
        let calculator = MiningCalculator::new(project.clone(), algorithm);
        let roi = priced.then(|| calculator.calculate_roi(steps.clone(), rate)).transpose()?;
        Ok(Self {
            btc: calculator.calculate_btc_mined(days)?,
            revenue: calculator.calculate_daily_revenue(days)?,
            profit: calculator.calculate_profitability(days)?,
            roi,
            forecast: forecast(&ForecastRequest::new(calculator.project, calculator.algorithm, steps, rate))?,
        })
    }
}
