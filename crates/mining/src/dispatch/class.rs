//! Classes of equal machines.

use hashinsight_units::{At, Error, HOURS_PER_DAY, Power, Record, TH_PER_PH, Usd, W_PER_KW};

use super::hours::HourPrice;
use crate::error;
use crate::machine::{Machine, MachineSpec, nanowatts};
use crate::reward::PoolFee;

const MAX_HOURS: u32 = 8_784;
const MAX_MODES: usize = 16;
const MAX_CLASSES: usize = 1000;

/// Equal machines that are switched together.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DispatchClass {
    /// Name of the class in the report.
    #[record(example = "S19 Pro")]
    pub name: String,
    /// Number of machines.
    #[record(example = 10)]
    pub count: u32,
    /// Machine of the class, in its normal mode.
    pub machine: Machine,
    /// Further power modes, such as a low and a high one; at most 16. Absent: there is only the normal mode.
    pub modes: Option<Vec<MachineSpec>>,
    /// Minimum time in hours that a machine runs once it was started, 1 to 8784. Absent: one settlement interval.
    pub min_up_hours: Option<u32>,
    /// Minimum time in hours that a machine rests once it was stopped, 1 to 8784. Absent: one settlement interval.
    pub min_down_hours: Option<u32>,
    /// Cost of starting one machine, in USD. Absent: 0.
    pub start_cost_usd: Option<Usd>,
    /// State of the machines before the first hour. Absent: they ran, and may be stopped at once.
    pub initial: Option<InitialState>,
}

/// State of machines before the first hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum InitialState {
    /// The class has been running for this number of hours, 1 or more.
    #[record(example = 3)]
    OnHours(u32),
    /// The class has been at rest for this number of hours, 1 or more.
    #[record(example = 3)]
    OffHours(u32),
}

/// One mode: what a machine of it earns and draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Mode {
    /// PH/s after the pool's fee, times an interval in days: times hashprice it is USD per interval.
    pub(super) phs_days: f64,
    /// Power at the meter, in watts.
    pub(super) meter_w: f64,
    /// Energy of an interval, in kWh.
    pub(super) kwh: f64,
}

impl Mode {
    /// From PH/s times an hour in days, for intervals of so many hours.
    pub(super) fn new(phs_days_per_hour: f64, meter_w: f64, hours: f64) -> Self {
        Self { phs_days: phs_days_per_hour * hours, meter_w, kwh: meter_w / W_PER_KW * hours }
    }

    /// Revenue of an interval in USD.
    pub(super) fn revenue(&self, hashprice: f64) -> f64 {
        hashprice * self.phs_days
    }

    /// Revenue less power of an interval, in USD.
    pub(super) fn margin(&self, hashprice: f64, usd_per_kwh: f64) -> f64 {
        self.revenue(hashprice) - usd_per_kwh * self.kwh
    }
}

/// A class as plans use it.
#[derive(Clone, Debug)]
pub(super) struct Class<'a> {
    pub(super) request: &'a DispatchClass,
    /// The normal mode first.
    pub(super) modes: Vec<Mode>,
    /// In intervals, as the two below.
    pub(super) min_up: u32,
    pub(super) min_down: u32,
    pub(super) start_cost: f64,
    pub(super) initial: InitialState,
}

impl<'a> Class<'a> {
    pub(super) fn resolve(
        classes: &'a [DispatchClass],
        pool_fee: Option<PoolFee>,
        overhead: f64,
        include_doubtful: bool,
        per_hour: u32,
    ) -> Result<Vec<Self>, Error> {
        if classes.len() > MAX_CLASSES {
            return Err(error::list_length("classes", "classes", classes.len(), "at most 1000 classes"));
        }
        let kept = 1.0 - pool_fee.map_or(0.0, PoolFee::get);
        let one = |(index, request)| Self::of(request, kept, overhead, include_doubtful, per_hour).index(index);
        classes.iter().enumerate().map(one).collect::<Result<_, _>>().at("classes")
    }

    fn of(
        request: &'a DispatchClass,
        kept: f64,
        overhead: f64,
        include_doubtful: bool,
        per_hour: u32,
    ) -> Result<Self, Error> {
        let normal = request.machine.spec(include_doubtful).at("machine")?;
        let further = request.modes.as_deref().unwrap_or_default();
        if further.len() > MAX_MODES {
            return Err(error::list_length("modes", "modes", further.len(), "at most 16 further modes"));
        }
        let hours = |field: &'static str, hours: Option<u32>| match hours.unwrap_or(1) {
            // Absent: one interval.
            _ if hours.is_none() => Ok(1),
            hours @ 1..=MAX_HOURS => Ok(hours * per_hour),
            hours => Err(error::out_of_range(field, field, hours, "1 to 8784 hours")),
        };
        let (min_up, min_down) =
            (hours("min_up_hours", request.min_up_hours)?, hours("min_down_hours", request.min_down_hours)?);
        // On for longer than any minimum time.
        let initial = request.initial.unwrap_or(InitialState::OnHours(MAX_HOURS));
        if let InitialState::OnHours(0) | InitialState::OffHours(0) = initial {
            return Err(error::out_of_range("initial", "initial", 0, "1 or more hours"));
        }
        let initial = match initial {
            InitialState::OnHours(hours) => InitialState::OnHours(hours.saturating_mul(per_hour)),
            InitialState::OffHours(hours) => InitialState::OffHours(hours.saturating_mul(per_hour)),
        };
        let mode = |spec: &MachineSpec| {
            let meter = Power::new(spec.power_w.get() * overhead)?;
            let phs_days_per_hour = spec.hashrate_ths.get() / TH_PER_PH / HOURS_PER_DAY * kept;
            Ok(Mode::new(phs_days_per_hour, meter.get(), 1.0 / f64::from(per_hour)))
        };
        let modes = [normal].iter().chain(further).map(mode).collect::<Result<_, Error>>()?;
        let start_cost = request.start_cost_usd.map_or(0.0, Usd::get);
        Ok(Self { request, modes, min_up, min_down, start_cost, initial })
    }

    pub(super) fn count(&self) -> f64 {
        f64::from(self.request.count)
    }

    /// What all machines draw in their normal mode.
    pub(super) fn normal_nanowatts(&self) -> i128 {
        nanowatts(self.modes[0].meter_w) * i128::from(self.request.count)
    }

    /// Whether an hour's decision reaches into other hours.
    pub(super) fn is_coupled(&self) -> bool {
        self.min_up > 1 || self.min_down > 1 || self.start_cost > 0.0 || self.request.initial.is_some()
    }

    /// The mode with the best margin; of equals the first.
    pub(super) fn best_mode(&self, hour: HourPrice) -> (usize, f64) {
        let HourPrice { hashprice, usd_per_kwh } = hour;
        let mut best = (0, self.modes[0].margin(hashprice, usd_per_kwh));
        for (index, mode) in self.modes.iter().enumerate().skip(1) {
            let margin = mode.margin(hashprice, usd_per_kwh);
            if margin > best.1 {
                best = (index, margin);
            }
        }
        best
    }
}
