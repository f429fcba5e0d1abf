//! Both algorithms side by side: the world as it stays, and as it is assumed to move on.

use hashinsight::mining::calculator::{BtcMinedReport, DailyRevenueReport, ProfitabilityReport, RoiReport};
use hashinsight::mining::investment::InternalRate;
use hashinsight::units::{DiscountRate, Outcome};
use serde::Serialize;

use crate::futures::{DAYS_PER_MONTH, Future, Futures, MONTHS};
use crate::view::{Table, View, grouped, outcome, percent};

/// The calculator's five answers by each algorithm, or why there are none.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Algorithms {
    /// Something is not known.
    NoData {
        /// What is missing.
        reason: &'static str,
    },
    /// Both answers.
    Compared(Box<Compared>),
}

/// Both answers and what they rest on.
#[derive(Debug, Serialize)]
pub(crate) struct Compared {
    /// The span in days of 86,400 s.
    days: f64,
    /// Assumed change of difficulty per retarget, as a part.
    difficulty_growth_per_retarget: f64,
    /// Assumed change of the price per retarget, as a part.
    price_growth_per_retarget: f64,
    /// The return that is demanded, per year, as a part.
    discount_rate_per_year: DiscountRate,
    /// What all machines cost. Absent: not every price is known, and there is no return.
    #[serde(skip_serializing_if = "Option::is_none")]
    machine_price_usd: Option<f64>,
    /// The world stays.
    #[serde(rename = "static")]
    unmoved: Answers,
    /// The world moves on.
    #[serde(rename = "dynamic")]
    moving: Answers,
}

/// What one algorithm answers.
#[derive(Debug, Serialize)]
struct Answers {
    btc_mined: BtcMinedReport,
    daily_revenue: DailyRevenueReport,
    profitability: ProfitabilityReport,
    #[serde(skip_serializing_if = "Option::is_none")]
    roi: Option<RoiReport>,
}

impl Answers {
    fn of(future: &Future) -> Self {
        Self {
            btc_mined: future.btc.clone(),
            daily_revenue: future.revenue.clone(),
            profitability: future.profit.clone(),
            roi: future.roi.clone(),
        }
    }
}

impl Algorithms {
    pub(crate) fn of(futures: &Futures) -> Self {
        let seen = match futures {
            Futures::NoData { reason } => return Self::NoData { reason },
            Futures::Seen(seen) => seen,
        };
        Self::Compared(Box::new(Compared {
            days: MONTHS as f64 * DAYS_PER_MONTH,
            difficulty_growth_per_retarget: seen.outlook.difficulty_growth,
            price_growth_per_retarget: seen.outlook.price_growth,
            discount_rate_per_year: seen.outlook.discount_rate,
            machine_price_usd: seen.machine_price_usd,
            unmoved: Answers::of(&seen.unmoved),
            moving: Answers::of(&seen.moving),
        }))
    }

    pub(crate) fn view(&self) -> View {
        let title = "Static and dynamic";
        match self {
            Self::NoData { reason } => {
                let facts = vec![("comparison", format!("no_data: {reason}"))];
                View { title, facts, plots: Vec::new(), tables: Vec::new(), notes: Vec::new() }
            }
            Self::Compared(compared) => compared.view(title),
        }
    }
}

/// A line of the table: its name, and how it is read from the answers of an algorithm.
type Line<A> = (&'static str, fn(&A) -> String);

/// Machines rest while they do not pay, in every line that does not say otherwise.
const LINES: [Line<Answers>; 14] = [
    ("BTC mined", |all| grouped(all.btc_mined.btc_with_switch_off, 4)),
    ("BTC mined, never switched off", |all| grouped(all.btc_mined.btc, 4)),
    ("revenue USD/day, mean", |all| grouped(all.daily_revenue.mean_usd_per_day_with_switch_off, 2)),
    ("revenue USD/day, mean, never switched off", |all| grouped(all.daily_revenue.mean_usd_per_day, 2)),
    ("revenue USD/day, first step, never switched off", |all| grouped(all.daily_revenue.first_usd_per_day, 2)),
    ("revenue USD/day, last step, never switched off", |all| grouped(all.daily_revenue.last_usd_per_day, 2)),
    ("revenue USD", |all| grouped(all.profitability.revenue_usd, 0)),
    ("power USD", |all| grouped(all.profitability.power_cost_usd, 0)),
    ("hosting USD", |all| grouped(all.profitability.hosting_usd, 0)),
    ("upkeep USD", |all| grouped(all.profitability.maintenance_usd, 0)),
    ("net USD", |all| grouped(all.profitability.net_usd, 0)),
    ("net USD, never switched off", |all| grouped(all.profitability.always_on_net_usd, 0)),
    ("margin", |all| part(all.profitability.margin)),
    ("days switched off", |all| grouped(all.profitability.days_off, 1)),
];

const RETURN: [Line<RoiReport>; 6] = [
    ("return on investment", |roi| part(roi.return_on_investment)),
    ("net present value USD", |roi| grouped(roi.with_switch_off.net_present_value_usd, 0)),
    ("internal rate per year", |roi| rate(&roi.with_switch_off.internal_rate_per_year)),
    ("payback, days", |roi| outcome(roi.with_switch_off.payback_days, 0)),
    ("price ceiling USD/TH/s", |roi| outcome(roi.with_switch_off.price_ceiling_usd_per_ths, 2)),
    ("option to switch off USD", |roi| grouped(roi.switch_off_value_usd, 0)),
];

fn part(value: Outcome) -> String {
    crate::view::outcome_with(value, percent)
}

fn rate(rate: &InternalRate) -> String {
    match rate {
        InternalRate::Value(rate) => percent(*rate),
        InternalRate::Several { rates } => rates.iter().map(|rate| percent(*rate)).collect::<Vec<_>>().join(" or "),
        _ => "none".to_owned(),
    }
}

impl Compared {
    fn view(&self, title: &'static str) -> View {
        let all = [&self.unmoved, &self.moving];
        let line = |(name, read): &Line<Answers>| [vec![(*name).to_owned()], all.map(read).to_vec()].concat();
        let mut rows: Vec<Vec<String>> = LINES.iter().map(line).collect();
        if let (Some(unmoved), Some(moving)) = (&self.unmoved.roi, &self.moving.roi) {
            rows.extend(RETURN.iter().map(|(name, read)| vec![(*name).to_owned(), read(unmoved), read(moving)]));
        }
        let cost = self.machine_price_usd.map_or_else(
            || "no_data: not every machine has a price, so there is no return".to_owned(),
            |usd| format!("{} USD", grouped(usd, 0)),
        );
        View {
            title,
            facts: vec![
                ("span", format!("{} days", self.days)),
                (
                    "difficulty, dynamic",
                    format!("assumed {} per retarget", percent(self.difficulty_growth_per_retarget)),
                ),
                ("price, dynamic", format!("assumed {} per retarget", percent(self.price_growth_per_retarget))),
                ("demanded return", format!("assumed {} per year", percent(self.discount_rate_per_year.get()))),
                ("machines cost", cost),
            ],
            plots: Vec::new(),
            tables: vec![Table {
                caption: "The whole fleet over 24 months of 30.4375 days".to_owned(),
                columns: vec!["", "static", "dynamic"],
                rows,
            }],
            notes: vec![
                "Static: difficulty, price, fees and subsidy stay. Dynamic: they move as assumed, the subsidy halves.",
                "Machines rest while revenue does not cover power and hosting, unless it says never switched off.",
                "The fleet is one project and rests as a whole: to switch class by class leaves as much or more.",
            ],
        }
    }
}
