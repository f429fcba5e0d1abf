//! Classes of equal machines.

use hashinsight_units::{FieldPath, Fraction, Power, Usd};

use crate::error;
use crate::machine::{Machine, MachineSpec, nanowatts};
use crate::reward::check_pool_fee_at;

pub(super) const HOURS_PER_DAY: f64 = 24.0;
pub(super) const THS_PER_PHS: f64 = 1e3;
pub(super) const W_PER_KW: f64 = 1e3;
const MAX_HOURS: u32 = 8_784;
const MAX_MODES: usize = 16;
const MAX_CLASSES: usize = 1000;

/// Equal machines that are switched together.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DispatchClass {
    /// A name for the report.
    pub name: String,
    /// How many machines.
    pub count: u32,
    /// What each of them is: its normal mode.
    pub machine: Machine,
    /// Further power modes, such as a low and a high one; at most 16. Absent: none.
    pub modes: Option<Vec<MachineSpec>>,
    /// Hours that a machine runs at least once it was started, 1 to 8784. Absent: 1.
    pub min_up_hours: Option<u32>,
    /// Hours that a machine rests at least once it was stopped, 1 to 8784. Absent: 1.
    pub min_down_hours: Option<u32>,
    /// What a start of one machine costs, in USD. Absent: nothing.
    pub start_cost_usd: Option<Usd>,
    /// What the machines did before the first hour. Absent: they ran, and may be stopped at once.
    pub initial: Option<InitialState>,
}

/// What machines did before the first hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum InitialState {
    /// They have been running for so many hours, 1 or more.
    OnHours(u32),
    /// They have been at rest for so many hours, 1 or more.
    OffHours(u32),
}

/// What an hour is decided by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct HourPrice {
    /// In USD/PH/day, before the pool's fee.
    pub(super) hashprice: f64,
    pub(super) usd_per_kwh: f64,
}

/// One mode: what a machine of it earns and draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Mode {
    /// PH/s after the pool's fee over the hours of a day: times hashprice it is USD per hour.
    pub(super) phs_per_day_hour: f64,
    /// Power at the meter, in watts.
    pub(super) meter_w: f64,
    /// Energy of an hour, in kWh.
    pub(super) kwh: f64,
}

impl Mode {
    pub(super) fn new(phs_per_day_hour: f64, meter_w: f64) -> Self {
        Self { phs_per_day_hour, meter_w, kwh: meter_w / W_PER_KW }
    }

    /// Revenue of an hour in USD.
    pub(super) fn revenue(&self, hashprice: f64) -> f64 {
        hashprice * self.phs_per_day_hour
    }

    /// Revenue less power of an hour, in USD.
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
    pub(super) min_up: u32,
    pub(super) min_down: u32,
    pub(super) start_cost: f64,
    pub(super) initial: InitialState,
}

impl<'a> Class<'a> {
    pub(super) fn resolve(
        classes: &'a [DispatchClass],
        pool_fee: Option<Fraction>,
        overhead: f64,
        include_doubtful: bool,
    ) -> Result<Vec<Self>, Error> {
        if classes.len() > MAX_CLASSES {
            let (field, allowed) = ("classes", "at most 1000 classes");
            return Err(error::list_length(field, FieldPath::new(field), classes.len(), allowed));
        }
        let kept = 1.0 - pool_fee.map_or(Ok(0.0), |fee| check_pool_fee_at(fee, "pool_fee"))?;
        let one = |(index, request): (usize, &'a DispatchClass)| {
            let path = FieldPath::new("classes").index(index);
            Self::of(request, kept, overhead, include_doubtful, &path)
        };
        classes.iter().enumerate().map(one).collect()
    }

    fn of(
        request: &'a DispatchClass,
        kept: f64,
        overhead: f64,
        include_doubtful: bool,
        path: &FieldPath,
    ) -> Result<Self, Error> {
        let normal = request.machine.spec(include_doubtful, path.clone().field("machine"))?;
        let further = request.modes.as_deref().unwrap_or_default();
        if further.len() > MAX_MODES {
            let (field, allowed) = ("modes", "at most 16 further modes");
            return Err(error::list_length(field, path.clone().field(field), further.len(), allowed));
        }
        let hours = |field: &'static str, hours: Option<u32>| match hours.unwrap_or(1) {
            hours @ 1..=MAX_HOURS => Ok(hours),
            hours => Err(error::out_of_range(field, path.clone().field(field), hours, "1 to 8784 hours")),
        };
        let (min_up, min_down) =
            (hours("min_up_hours", request.min_up_hours)?, hours("min_down_hours", request.min_down_hours)?);
        let initial = request.initial.unwrap_or(InitialState::OnHours(u32::MAX));
        if let InitialState::OnHours(0) | InitialState::OffHours(0) = initial {
            return Err(error::out_of_range("initial", path.clone().field("initial"), 0, "1 or more hours"));
        }
        let mode = |spec: &MachineSpec| {
            let meter = Power::new(spec.power_w.get() * overhead).map_err(|error| error.at(path.clone()))?;
            let phs_per_day_hour = spec.hashrate_ths.get() / THS_PER_PHS / HOURS_PER_DAY * kept;
            Ok(Mode::new(phs_per_day_hour, meter.get()))
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
