//! Machines and scenarios side by side: each row a forecast.

use std::ops::Range;

use hashinsight_units::columns::{self, Columns, OnBadRow, Row, RowStatus, Table, rows};
use hashinsight_units::{
    DiscountRate, EnergyPrice, Error, Fault, FieldPath, Fraction, Hashrate, Outcome, Power, Problem, Record, Timestamp,
    Usd,
};

use super::deterministic::{ForecastReport, ForecastRequest, forecast};
use super::project::MiningProject;
use super::stretches::ForecastSteps;
use super::world::{Algorithm, DifficultyPath, DynamicPath, PricePath, StartingWorld};
use crate::error;
use crate::investment::InternalRate;
use crate::machine::MachineSpec;
use crate::profit::Operation;
use crate::reward::PoolFee;

/// Growths of a scenario, as those of [`DifficultyPath`] and [`PricePath`].
const DIFFICULTY: columns::Range = columns::Range::new(-0.75, 3.0);
const PRICE: columns::Range = columns::Range::new(f64::next_up(-1.0), 10.0);

/// Inputs that all rows of [`forecast_batch`] share; the fields mean what they mean in a [`ForecastRequest`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ForecastBatchParams {
    /// Start of all projects, in Unix milliseconds.
    #[record(example = 1781913600000)]
    pub start_ms: Timestamp,
    /// Network and market at the start.
    #[record(flatten)]
    pub world: StartingWorld,
    /// Fraction that the pool keeps; below 1.
    #[record(example = 0.02)]
    pub pool_fee: PoolFee,
    /// Fraction of the time in which the machines run. Absent: all of it.
    pub uptime: Option<Fraction>,
    /// Hosting fee on top of the power price, in USD/kWh. Absent: there is no host.
    pub hosting_fee_usd_per_kwh: Option<EnergyPrice>,
    /// Upkeep of each row in USD per day. Absent: 0.
    pub maintenance_usd_per_day: Option<Usd>,
    /// Duration of the projects, and its steps.
    pub steps: ForecastSteps,
    /// Demanded rate of return per year, as a fraction: 0.1 for 10 %. From -0.5 to 1.
    #[record(example = 0.1)]
    pub discount_rate_per_year: DiscountRate,
    /// Treatment of rows that cannot be used.
    #[record(default = OnBadRow::Refuse)]
    pub on_bad_row: OnBadRow,
}

/// One row of [`forecast_batch`]: a purchase of machines in a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = ForecastCaseColumns)]
#[non_exhaustive]
pub struct ForecastCase {
    /// Hashrate of all machines at the start while running, in TH/s.
    pub hashrate_ths: Hashrate,
    /// Power of all machines at the meter while running, in watts.
    pub power_w: Power,
    /// Price of all machines, in USD, paid at the start.
    pub machine_price_usd: Usd,
    /// Power price in USD/kWh; may be negative.
    pub power_price_usd_per_kwh: EnergyPrice,
    /// Relative change of the difficulty at every step, as a fraction: 0.01 for +1 %; -0.75 to 3.
    pub difficulty_growth_per_step: f64,
    /// Relative change of the bitcoin price at every step, as a fraction: 0.01 for +1 %; above -1, at most 10.
    pub btc_price_growth_per_step: f64,
    /// Fraction of its hashrate that a machine loses each month (12 are 365 days). Absent: 0.
    pub hashrate_decay_per_month: Option<Fraction>,
    /// Price at which the machines are sold at the end, in USD. Absent: 0.
    pub resale_usd: Option<Usd>,
}

/// Answer of [`forecast_batch`] to one row.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = ForecastCaseTable)]
#[non_exhaustive]
pub struct ForecastCaseLine {
    /// Net present value with the option to switch off, purchase and resale included, in USD.
    pub net_present_value_usd: f64,
    /// Net present value where the machines never switch off, in USD.
    pub always_on_net_present_value_usd: f64,
    /// Sum of the net income of all steps, in USD; without purchase and resale.
    pub net_usd: f64,
    /// BTC received.
    pub btc: f64,
    /// Energy used, in kWh.
    pub energy_kwh: f64,
    /// Days on which the machines are switched off.
    pub days_off: f64,
    /// Price of all machines at which the net present value is 0, in USD.
    pub price_ceiling_usd: f64,
    /// Days until net income has paid for the machines; NaN where it never does.
    pub payback_days: f64,
    /// State of the payback: `never` within the horizon.
    pub payback_status: RowStatus,
    /// Rate of return per year; NaN where there is none or more than one.
    pub internal_rate_per_year: f64,
    /// State of the rate of return: `undefined` where there is none or more than one.
    pub internal_rate_status: RowStatus,
    /// State of the row.
    pub status: RowStatus,
}

/// The forecasts of many purchases of machines in many scenarios, each row as [`forecast`] computes it, bit for bit.
/// Machines times scenarios are rows, one for each pair.
///
/// # Errors
/// As [`forecast`] for what the rows share and for a row's project, whose refused power of row 17 stands at
/// `power_w[17]`; a growth that leads beyond what difficulty, price or height can be stands at
/// `difficulty_growth_per_step[17]`; `mining.<column>.length` where the
/// columns differ in length.
///
/// ```
/// use hashinsight_mining::forecast::*;
/// use hashinsight_mining::reward::PoolFee;
/// use hashinsight_units::*;
/// let world = StartingWorld::new(
///     Height::new(953_568),
///     Difficulty::constant(1.3e14),
///     Price::constant(90_000.0),
///     MeanAmount::constant(4e6),
/// );
/// let (start, fee) = (Timestamp::from_s(1_782_000_000)?, PoolFee::constant(0.02));
/// let months = ForecastSteps::Months { count: 36, days_each: Days::constant(30.4375) };
/// let params = ForecastBatchParams::new(start, world, fee, months, DiscountRate::constant(0.1));
/// // An S21 XP and an S19 Pro where difficulty stays, and where it grows by 2 % a month.
/// let columns = ForecastCaseColumns {
///     hashrate_ths: &[270.0, 270.0, 110.0, 110.0],
///     power_w: &[3645.0, 3645.0, 3250.0, 3250.0],
///     machine_price_usd: &[3335.0, 3335.0, 400.0, 400.0],
///     power_price_usd_per_kwh: &[0.05; 4],
///     difficulty_growth_per_step: &[0.0, 0.02, 0.0, 0.02],
///     btc_price_growth_per_step: &[0.0; 4],
///     hashrate_decay_per_month: &[f64::NAN; 4],
///     resale_usd: &[f64::NAN; 4],
/// };
/// let table = forecast_batch(&columns, &params)?;
/// assert!(table.net_present_value_usd[0] > table.net_present_value_usd[1]);
/// assert_eq!(table.days_off[0], 0.0);
/// assert!(table.days_off[3] > 0.0); // the old machine rests once it does not pay
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn forecast_batch(
    columns: &ForecastCaseColumns<'_>,
    params: &ForecastBatchParams,
) -> Result<ForecastCaseTable, Error> {
    // What any row would be refused for.
    forecast(&request(params, &NOTHING)).map_err(|error| of_params(&error))?;
    let kernel = |Cases(part): Cases<'_>, mut out: ForecastCaseTablePart<'_>| {
        for row in 0..part.hashrate_ths.len() {
            let case = ForecastCase::of(&part, row).ok();
            match case.and_then(|case| forecast(&request(params, &case)).ok()) {
                Some(report) => out.write(row, &ForecastCaseLine::of(&report)),
                None => ForecastCaseTable::refuse(&mut out, row),
            }
        }
    };
    let table: ForecastCaseTable = rows(Cases(*columns), params.on_bad_row, kernel)?;
    let beyond = table.status.iter().position(|status| *status == RowStatus::Refused);
    match beyond.filter(|_| params.on_bad_row == OnBadRow::Refuse) {
        None => Ok(table),
        Some(row) => {
            let own = ForecastCase::of(columns, row).ok().map(|case| forecast(&request(params, &case)));
            if let Some(Err(error)) = own
                && error.path().as_str().starts_with("project.")
            {
                return Err(at_row(&of_params(&error), row));
            }
            let field = "difficulty_growth_per_step";
            let allowed = "growths whose difficulty, price and height are such up to the horizon";
            let path = FieldPath::new(field).index(row);
            Err(error::out_of_range(field, path, columns.difficulty_growth_per_step[row], allowed))
        }
    }
}

/// No machine, in a world that stays.
const NOTHING: ForecastCase = ForecastCase {
    hashrate_ths: Hashrate::MIN,
    power_w: Power::MIN,
    machine_price_usd: Usd::MIN,
    power_price_usd_per_kwh: EnergyPrice::constant(0.0),
    difficulty_growth_per_step: 0.0,
    btc_price_growth_per_step: 0.0,
    hashrate_decay_per_month: None,
    resale_usd: None,
};

/// The refusal at its place among the parameters, which hold the project's fields themselves.
fn of_params(error: &Error) -> Error {
    let subject = error.code().rsplit_once('.').map_or("", |(subject, _)| subject);
    let path = error.path().as_str();
    let fault = Fault::new(subject, error.problem()).at(path.strip_prefix("project.").unwrap_or(path).to_owned());
    fault.got(error.value()).allowed(error.fault().allowed_text()).into()
}

/// The refusal at its row of the column that holds the project's field.
fn at_row(error: &Error, row: usize) -> Error {
    let subject = error.code().rsplit_once('.').map_or("", |(subject, _)| subject);
    let path = FieldPath::new(error.path().as_str().to_owned()).index(row);
    Fault::new(subject, error.problem()).at(path).got(error.value()).allowed(error.fault().allowed_text()).into()
}

fn request(params: &ForecastBatchParams, case: &ForecastCase) -> ForecastRequest {
    let mut operation = Operation::new(params.pool_fee, case.power_price_usd_per_kwh);
    operation.uptime = params.uptime;
    operation.hosting_fee_usd_per_kwh = params.hosting_fee_usd_per_kwh;
    operation.maintenance_usd_per_day = params.maintenance_usd_per_day;
    let machines = MachineSpec::new(case.hashrate_ths, case.power_w);
    let mut project = MiningProject::new(machines, case.machine_price_usd, params.start_ms, params.world, operation);
    project.resale_usd = case.resale_usd;
    let growth = DifficultyPath::GrowthPerStep(case.difficulty_growth_per_step);
    let mut path = DynamicPath::new(growth, PricePath::GrowthPerStep(case.btc_price_growth_per_step));
    path.hashrate_decay_per_month = case.hashrate_decay_per_month;
    ForecastRequest::new(project, Algorithm::Dynamic(path), params.steps.clone(), params.discount_rate_per_year)
}

impl ForecastCaseLine {
    fn of(report: &ForecastReport) -> Self {
        let value = &report.with_switch_off;
        let (payback_days, payback_status) = match value.payback_days {
            Outcome::Value(days) => (days, RowStatus::Ok),
            _ => (f64::NAN, RowStatus::Never),
        };
        let (internal_rate_per_year, internal_rate_status) = match value.internal_rate_per_year {
            InternalRate::Value(rate) => (rate, RowStatus::Ok),
            _ => (f64::NAN, RowStatus::Undefined),
        };
        Self {
            net_present_value_usd: value.net_present_value_usd,
            always_on_net_present_value_usd: report.always_on.net_present_value_usd,
            net_usd: value.net_usd,
            btc: report.btc,
            energy_kwh: report.energy_kwh,
            days_off: report.days_off,
            price_ceiling_usd: value.price_ceiling_usd,
            payback_days,
            payback_status,
            internal_rate_per_year,
            internal_rate_status,
            status: RowStatus::Ok,
        }
    }
}

impl ForecastCaseTablePart<'_> {
    fn write(&mut self, row: usize, line: &ForecastCaseLine) {
        self.net_present_value_usd[row] = line.net_present_value_usd;
        self.always_on_net_present_value_usd[row] = line.always_on_net_present_value_usd;
        self.net_usd[row] = line.net_usd;
        self.btc[row] = line.btc;
        self.energy_kwh[row] = line.energy_kwh;
        self.days_off[row] = line.days_off;
        self.price_ceiling_usd[row] = line.price_ceiling_usd;
        self.payback_days[row] = line.payback_days;
        self.payback_status[row] = line.payback_status;
        self.internal_rate_per_year[row] = line.internal_rate_per_year;
        self.internal_rate_status[row] = line.internal_rate_status;
    }
}

/// Rows whose growths are in range.
#[derive(Clone, Copy)]
struct Cases<'a>(ForecastCaseColumns<'a>);

impl Columns for Cases<'_> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn check_lengths(&self) -> Result<(), Fault> {
        self.0.check_lengths()
    }

    fn part(&self, rows: Range<usize>) -> Self {
        Self(self.0.part(rows))
    }

    fn hold(&self) -> bool {
        self.0.hold()
            && DIFFICULTY.hold(self.0.difficulty_growth_per_step)
            && PRICE.hold(self.0.btc_price_growth_per_step)
    }

    fn row_holds(&self, row: usize) -> bool {
        self.0.row_holds(row)
            && DIFFICULTY.holds(self.0.difficulty_growth_per_step[row])
            && PRICE.holds(self.0.btc_price_growth_per_step[row])
    }

    fn fault(&self) -> Option<Fault> {
        let beyond = |field: &str, values: &[f64], range: columns::Range, allowed: &str| {
            let row = values.iter().position(|value| value.is_finite() && !range.holds(*value))?;
            let fault = Fault::new(format!("mining.{field}"), Problem::OutOfRange).got(values[row]).allowed(allowed);
            Some(fault.at(FieldPath::new(field).index(row)))
        };
        let (difficulty, price) = (self.0.difficulty_growth_per_step, self.0.btc_price_growth_per_step);
        self.0.fault().or_else(|| {
            beyond("difficulty_growth_per_step", difficulty, DIFFICULTY, "-0.75 to 3 (a fraction)")
                .or_else(|| beyond("btc_price_growth_per_step", price, PRICE, "above -1, at most 10 (a fraction)"))
        })
    }
}
