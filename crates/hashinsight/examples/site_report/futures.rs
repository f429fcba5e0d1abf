//! The site's next 24 months as both algorithms see them.

use hashinsight::mining::calculator::{
    BtcMinedReport, DailyRevenueReport, MiningCalculator, ProfitabilityReport, RoiReport,
};
use hashinsight::mining::consensus::{Network, subsidy};
use hashinsight::mining::forecast::{
    Algorithm, DifficultyPath, DynamicPath, ForecastReport, ForecastRequest, ForecastSteps, MiningProject, PricePath,
    StartingWorld, forecast,
};
use hashinsight::mining::machine::MachineSpec;
use hashinsight::mining::profit::Operation;
use hashinsight::units::{At, Days, Error, Hashrate, Power, Timestamp, Usd};

use crate::fields::fault;
use crate::inputs::Inputs;
use crate::site::Outlook;
use hashinsight::units::Problem;

pub(crate) const MONTHS: usize = 24;
/// A twelfth of 365.25 days.
pub(crate) const DAYS_PER_MONTH: f64 = 30.4375;

/// Both futures, or why there are none.
pub(crate) enum Futures {
    NoData { reason: &'static str },
    Seen(Box<Seen>),
}

/// Both futures and what they start from.
pub(crate) struct Seen {
    pub(crate) outlook: Outlook,
    pub(crate) start: Timestamp,
    /// What all machines cost, where every price is known.
    pub(crate) machine_price_usd: Option<f64>,
    pub(crate) unmoved: Future,
    pub(crate) moving: Future,
}

/// What one algorithm answers.
pub(crate) struct Future {
    pub(crate) btc: BtcMinedReport,
    pub(crate) revenue: DailyRevenueReport,
    pub(crate) profit: ProfitabilityReport,
    /// Where every machine's price is known.
    pub(crate) roi: Option<RoiReport>,
    pub(crate) forecast: ForecastReport,
}

impl Futures {
    pub(crate) fn of(inputs: &Inputs) -> Result<Self, Error> {
        let Some(outlook) = inputs.site.forecast else {
            return Ok(Self::NoData { reason: "the site file has no [forecast]: height and growth are not known" });
        };
        if inputs.fleet.is_empty() {
            return Ok(Self::NoData { reason: "the site file names no machines" });
        }
        let era = subsidy(outlook.height, Network::Mainnet.params());
        if era != inputs.subsidy {
            let height = fault("height", Problem::OutOfRange).at("forecast.height").got(outlook.height);
            return Err(height
                .allowed(format!("a height with the subsidy of the sample's last day, {}", inputs.subsidy))
                .into());
        }
        let (project, price) = project(inputs, outlook)?;
        let mut path = DynamicPath::new(
            DifficultyPath::GrowthPerStep(outlook.difficulty_growth),
            PricePath::GrowthPerStep(outlook.price_growth),
        );
        path.hashrate_decay_per_month = outlook.hashrate_decay;
        let future = |algorithm| Future::of(&project, algorithm, outlook, price.is_some()).at("forecast");
        Ok(Self::Seen(Box::new(Seen {
            outlook,
            start: project.start_ms,
            machine_price_usd: price,
            unmoved: future(Algorithm::Static)?,
            moving: future(Algorithm::Dynamic(path))?,
        })))
    }
}

/// The whole fleet as one project, and what it costs where that is known.
fn project(inputs: &Inputs, outlook: Outlook) -> Result<(MiningProject, Option<f64>), Error> {
    let site = &inputs.site;
    let sum = |figure: &dyn Fn(&crate::fleet::Owned) -> f64| {
        inputs.fleet.iter().fold(0.0, |sum, owned| sum + f64::from(owned.count) * figure(owned))
    };
    let priced = inputs.fleet.iter().all(|owned| owned.price.is_some());
    let price = priced.then(|| sum(&|owned| owned.price.map_or(0.0, Usd::get)));
    let upkeep = site.maintenance.map(|usd| Usd::new(sum(&|_| usd.get()))).transpose()?;
    let hashrate = Hashrate::new(sum(&|owned| owned.machine.hashrate.get())).at("machine")?;
    let power = Power::new(sum(&|owned| owned.machine.power.get())).at("machine")?;
    let price_usd = Usd::new(price.unwrap_or(0.0)).at("machine")?;
    let (day, fees) = (&inputs.day, site.fees_per_block.into());
    let world = StartingWorld::new(outlook.height, day.difficulty, day.close_usd, fees);
    let mut operation = Operation::new(site.pool_fee, site.power_price);
    operation.hosting_fee_usd_per_kwh = site.hosting_fee;
    operation.maintenance_usd_per_day = upkeep;
    operation.uptime = site.uptime;
    let machines = MachineSpec::new(hashrate, power);
    let project = MiningProject::new(machines, price_usd, inputs.midnight()?, world, operation);
    Ok((project, price))
}

impl Future {
    fn of(project: &MiningProject, algorithm: Algorithm, outlook: Outlook, priced: bool) -> Result<Self, Error> {
        let days = Days::new(MONTHS as f64 * DAYS_PER_MONTH)?;
        let steps = ForecastSteps::Retargets { days };
        let calculator = MiningCalculator::new(project.clone(), algorithm);
        let rate = outlook.discount_rate;
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
