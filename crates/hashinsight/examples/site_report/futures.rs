//! The site's next 24 months as both algorithms see them.

use hashinsight::mining::calculator::{
    BtcMinedReport, DailyRevenueReport, MiningCalculator, ProfitabilityReport, RoiReport,
};
use hashinsight::mining::consensus::{Network, block_subsidy};
use hashinsight::mining::forecast::{
    Algorithm, DifficultyPath, DynamicPath, ForecastReport, ForecastRequest, ForecastSteps, MiningProject, PricePath,
    forecast,
};
use hashinsight::units::{Days, Fault, Hashrate, Power, Timestamp, Usd};

use crate::fields::fault;
use crate::refusal::OrFault as _;
use crate::report::Inputs;
use crate::site::Outlook;

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
    pub(crate) fn of(inputs: &Inputs) -> Result<Self, Fault> {
        let Some(outlook) = inputs.site.forecast else {
            return Ok(Self::NoData { reason: "the site file has no [forecast]: height and growth are not known" });
        };
        if inputs.fleet.is_empty() {
            return Ok(Self::NoData { reason: "the site file names no machines" });
        }
        let era = block_subsidy(outlook.height, Network::Mainnet.params());
        if era != inputs.subsidy {
            let height = fault("height", "out_of_range").at("forecast.height").got(outlook.height);
            return Err(
                height.allowed(format!("a height with the subsidy of the sample's last day, {}", inputs.subsidy))
            );
        }
        let in_forecast = |fault: Fault| fault.at("forecast");
        let (project, price) = project(inputs, outlook)?;
        let path = DynamicPath {
            difficulty: DifficultyPath::GrowthPerStep(outlook.difficulty_growth),
            btc_price: PricePath::GrowthPerStep(outlook.price_growth),
            fees_per_block_sat: None,
            hashrate_decay_per_month: outlook.hashrate_decay,
        };
        let future = |algorithm| Future::of(&project, algorithm, outlook, price.is_some()).map_err(in_forecast);
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
fn project(inputs: &Inputs, outlook: Outlook) -> Result<(MiningProject, Option<f64>), Fault> {
    let site = &inputs.site;
    let sum = |figure: &dyn Fn(&crate::fleet::Owned) -> f64| {
        inputs.fleet.iter().fold(0.0, |sum, owned| sum + f64::from(owned.count) * figure(owned))
    };
    let priced = inputs.fleet.iter().all(|owned| owned.price.is_some());
    let price = priced.then(|| sum(&|owned| owned.price.map_or(0.0, Usd::get)));
    let upkeep = site.maintenance.map(|usd| Usd::new(sum(&|_| usd.get())).or_fault()).transpose()?;
    let of_all = |fault: Fault| fault.at("machine");
    let project = MiningProject {
        hashrate_ths: Hashrate::new(sum(&|owned| owned.machine.hashrate.get())).or_fault().map_err(of_all)?,
        power_w: Power::new(sum(&|owned| owned.machine.power.get())).or_fault().map_err(of_all)?,
        machine_price_usd: Usd::new(price.unwrap_or(0.0)).or_fault().map_err(of_all)?,
        resale_usd: None,
        start_ms: inputs.midnight()?,
        height: outlook.height,
        difficulty: inputs.day.difficulty,
        btc_price_usd: inputs.day.close_usd,
        fees_per_block_sat: site.fees_per_block,
        pool_fee: site.pool_fee,
        power_price_usd_per_kwh: site.power_price,
        hosting_fee_usd_per_kwh: site.hosting_fee,
        maintenance_usd_per_day: upkeep,
        uptime: site.uptime,
        co2_kg_per_kwh: None,
    };
    Ok((project, price))
}

impl Future {
    fn of(project: &MiningProject, algorithm: Algorithm, outlook: Outlook, priced: bool) -> Result<Self, Fault> {
        let days = Days::new(MONTHS as f64 * DAYS_PER_MONTH).or_fault()?;
        let steps = ForecastSteps::Retargets { days };
        let calculator = MiningCalculator { project: project.clone(), algorithm };
        let discount_rate_per_year = outlook.discount_rate;
        let roi = priced.then(|| calculator.calculate_roi(steps, discount_rate_per_year).or_fault()).transpose()?;
        Ok(Self {
            btc: calculator.calculate_btc_mined(days).or_fault()?,
            revenue: calculator.calculate_daily_revenue(days).or_fault()?,
            profit: calculator.calculate_profitability(days).or_fault()?,
            roi,
            forecast: forecast(&ForecastRequest {
                project: calculator.project,
                algorithm: calculator.algorithm,
                steps,
                discount_rate_per_year,
                depreciation: None,
            })
            .or_fault()?,
        })
    }
}
