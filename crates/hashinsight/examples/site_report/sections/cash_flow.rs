//! Month by month what the site is left with, and the halving where the height says it comes.

use hashinsight::mining::consensus::{Network, subsidy};
use hashinsight::mining::forecast::{ForecastTable, HalvingAhead};
use hashinsight::units::{Amount, Error, Timestamp, UtcOffset};
use serde::Serialize;

use crate::futures::{DAYS_PER_MONTH, Future, Futures, MONTHS, Seen};
use crate::view::{Plot, Table, View, grouped};

const MS_PER_MONTH: i64 = 2_629_800_000; // 30.4375 days

/// The cash flow, or why there is none.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CashFlow {
    /// Something is not known.
    NoData {
        /// What is missing.
        reason: &'static str,
    },
    /// The months.
    Months(Box<Months>),
}

/// One row per month of 30.4375 days. Income of a step between retargets is spread evenly over its days.
#[derive(Debug, Serialize)]
pub(crate) struct Months {
    /// Beginning of each month, Unix milliseconds.
    start_ms: Vec<Timestamp>,
    /// What the machines cost, which the cumulative sums begin with. Absent: not known, they begin with 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    machine_price_usd: Option<f64>,
    /// The world stays.
    #[serde(rename = "static")]
    unmoved: Columns,
    /// The world moves on.
    #[serde(rename = "dynamic")]
    moving: Columns,
    /// Halvings that the dynamic algorithm meets.
    halvings: Vec<Halving>,
}

/// A halving ahead.
#[derive(Debug, Serialize)]
struct Halving {
    /// Height of the first block of the new era, and when it comes.
    ahead: HalvingAhead,
    /// The month in which it comes, from 0.
    month: usize,
    /// New coins per block from then on, in satoshis.
    subsidy_sat: Amount,
}

/// Money of each month. `revenue_usd - power_cost_usd - hosting_usd - maintenance_usd = net_usd` up to rounding.
#[derive(Debug, Serialize)]
struct Columns {
    btc: Vec<f64>,
    revenue_usd: Vec<f64>,
    power_cost_usd: Vec<f64>,
    hosting_usd: Vec<f64>,
    maintenance_usd: Vec<f64>,
    net_usd: Vec<f64>,
    cumulative_usd: Vec<f64>,
}

/// What falls into each month of a column that has a row per step.
fn monthly(days: &[f64], column: &[f64]) -> Vec<f64> {
    let mut months = vec![0.0; MONTHS];
    let mut start = 0.0;
    for (days, value) in days.iter().zip(column) {
        let end = start + days;
        for (month, sum) in months.iter_mut().enumerate() {
            let (from, to) = (month as f64 * DAYS_PER_MONTH, (month + 1) as f64 * DAYS_PER_MONTH);
            let overlap = (if to < end { to } else { end }) - (if from > start { from } else { start });
            if overlap > 0.0 {
                *sum += value * (overlap / days);
            }
        }
        start = end;
    }
    months
}

impl Columns {
    fn of(future: &Future, machine_price_usd: f64) -> Self {
        let table: &ForecastTable = &future.forecast.table;
        let monthly = |column: &[f64]| monthly(&table.days, column);
        let net_usd = monthly(&table.net_usd);
        let mut sum = -machine_price_usd;
        let mut add = |net: &f64| {
            sum += net;
            sum
        };
        Self {
            btc: monthly(&table.btc),
            revenue_usd: monthly(&table.revenue_usd),
            power_cost_usd: monthly(&table.power_cost_usd),
            hosting_usd: monthly(&table.hosting_usd),
            maintenance_usd: monthly(&table.maintenance_usd),
            cumulative_usd: net_usd.iter().map(&mut add).collect(),
            net_usd,
        }
    }
}

impl CashFlow {
    pub(crate) fn of(futures: &Futures) -> Result<Self, Error> {
        match futures {
            Futures::NoData { reason } => Ok(Self::NoData { reason }),
            Futures::Seen(seen) => Ok(Self::Months(Box::new(Months::of(seen)?))),
        }
    }

    pub(crate) fn view(&self) -> View {
        let title = "Cash flow of 24 months";
        match self {
            Self::NoData { reason } => {
                let facts = vec![("cash flow", format!("no_data: {reason}"))];
                View { title, facts, plots: Vec::new(), tables: Vec::new(), notes: Vec::new() }
            }
            Self::Months(months) => months.view(title),
        }
    }
}

impl Months {
    fn of(seen: &Seen) -> Result<Self, Error> {
        let start = seen.start.to_ms();
        let begins = |month: i64| Timestamp::from_ms(start + month * MS_PER_MONTH);
        let price = seen.machine_price_usd.unwrap_or(0.0);
        let halving = |ahead: &HalvingAhead| {
            let month = usize::try_from((ahead.time_ms.to_ms() - start) / MS_PER_MONTH).unwrap_or(0);
            Halving { ahead: *ahead, month, subsidy_sat: subsidy(ahead.height, Network::Mainnet.params()) }
        };
        Ok(Self {
            start_ms: (0i64..).take(MONTHS).map(begins).collect::<Result<_, _>>()?,
            machine_price_usd: seen.machine_price_usd,
            unmoved: Columns::of(&seen.unmoved, price),
            moving: Columns::of(&seen.moving, price),
            halvings: seen.moving.forecast.halvings.iter().map(halving).collect(),
        })
    }

    fn view(&self, title: &'static str) -> View {
        let day = |time: &Timestamp| time.date(UtcOffset::UTC).to_string();
        let labels: Vec<String> = self.start_ms.iter().map(day).collect();
        let mark =
            |month: usize| if self.halvings.iter().any(|halving| halving.month == month) { "halving" } else { "" };
        let rows = labels.iter().enumerate().map(|(month, label)| {
            let moving = &self.moving;
            let usd = [
                self.unmoved.net_usd[month],
                self.unmoved.cumulative_usd[month],
                moving.revenue_usd[month],
                moving.power_cost_usd[month] + moving.hosting_usd[month] + moving.maintenance_usd[month],
                moving.net_usd[month],
                moving.cumulative_usd[month],
            ];
            let cells = [grouped(moving.btc[month], 4)].into_iter().chain(usd.map(|usd| grouped(usd, 0)));
            [vec![label.clone()], cells.collect(), vec![mark(month).to_owned()]].concat()
        });
        let rows = rows.collect();
        let halving = self.halvings.first().map_or("none within the span".to_owned(), |halving| {
            let (height, date) = (f64::from(halving.ahead.height.get()), day(&halving.ahead.time_ms));
            format!("at height {}, about {date}: {} per block", grouped(height, 0), halving.subsidy_sat)
        });
        let after = match self.machine_price_usd {
            Some(_) => "after the price of the machines",
            None => "without the price of the machines, which is not known",
        };
        let end = self.start_ms.last().and_then(|last| Timestamp::from_ms(last.to_ms() + MS_PER_MONTH).ok());
        let end = end.as_ref().map_or_else(String::new, day);
        let spent = -self.machine_price_usd.unwrap_or(0.0);
        let from_start = |columns: &Columns| [&[spent], columns.cumulative_usd.as_slice()].concat();
        let last = |columns: &Columns| columns.cumulative_usd.last().map_or(String::new(), |usd| grouped(*usd, 0));
        View {
            title,
            facts: vec![
                ("halving, dynamic", halving),
                ("static, in the end", format!("{} USD {after}", last(&self.unmoved))),
                ("dynamic, in the end", format!("{} USD {after}", last(&self.moving))),
            ],
            plots: vec![Plot::Series {
                title: format!("Cumulative cash flow in USD at the beginning of each month, {after}"),
                unit: "USD",
                labels: [labels.as_slice(), &[end]].concat(),
                series: vec![("static", from_start(&self.unmoved)), ("dynamic", from_start(&self.moving))],
                steps: false,
                marks: self.halvings.iter().map(|halving| (halving.month, "halving".to_owned())).collect(),
                shaded: (Vec::new(), ""),
            }],
            tables: vec![Table {
                caption: "Months of 30.4375 days".to_owned(),
                columns: vec![
                    "from",
                    "dynamic BTC",
                    "static net USD",
                    "cumulative USD",
                    "dynamic revenue USD",
                    "costs USD",
                    "net USD",
                    "cumulative USD",
                    "event",
                ],
                rows,
            }],
            notes: vec!["Costs: power, hosting and upkeep. Dynamic: under the assumed growth, not a prediction."],
        }
    }
}
