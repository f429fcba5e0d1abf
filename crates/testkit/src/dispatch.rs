//! The best that a few machines can do in a few hours, by trying everything.

/// Machines of one class and its modes: how many, and for each mode watts at the meter and TH/s.
pub type Fleet = [(u32, Vec<(f64, f64)>)];

/// Hashprice in USD/PH/day and price of power in USD/kWh of an hour.
pub type HourPrices = (f64, f64);

/// What figures in binary fractions may exceed a limit by and still be meant to fit, in watts.
const ROUNDING_W: f64 = 1e-4;

fn margin((watts, ths): (f64, f64), (hashprice, usd_per_kwh): HourPrices) -> f64 {
    hashprice * ths / 24_000.0 - usd_per_kwh * watts / 1_000.0
}

/// Watts and TH/s of every choice of a mode or rest for every machine.
fn every_choice(fleet: &Fleet) -> Vec<(f64, f64)> {
    let mut choices = vec![(0.0, 0.0)];
    for (count, modes) in fleet {
        // Every way to share the machines out over the modes: each mode takes any part of those left.
        let mut shared = vec![(*count, 0.0, 0.0)];
        for (watts, ths) in modes {
            let with = |(left, w, t): (u32, f64, f64)| {
                (0..=left).map(move |n| (left - n, w + f64::from(n) * watts, t + f64::from(n) * ths))
            };
            shared = shared.into_iter().flat_map(with).collect();
        }
        choices = choices
            .into_iter()
            .flat_map(|(w, t)| shared.iter().map(move |(_, more_w, more_t)| (w + more_w, t + more_t)))
            .collect();
    }
    choices
}

fn best_within(choices: &[(f64, f64)], cap_w: f64, hour: HourPrices) -> f64 {
    let within = choices.iter().filter(|(watts, _)| *watts <= cap_w + ROUNDING_W);
    within.map(|choice| margin(*choice, hour)).fold(0.0, |best, usd| if usd > best { usd } else { best })
}

/// The most that whole machines can earn in an hour under a cap, in USD.
pub fn best_choice(fleet: &Fleet, cap_w: f64, hour: HourPrices) -> f64 {
    best_within(&every_choice(fleet), cap_w, hour)
}

/// The most that whole machines can leave in the hours of a month under a cap, the highest load charged at
/// `usd_per_kw`: every peak that a choice can have is tried.
pub fn best_month(fleet: &Fleet, cap_w: f64, hours: &[HourPrices], usd_per_kw: f64) -> f64 {
    let choices = every_choice(fleet);
    let peaks = choices.iter().map(|(watts, _)| *watts).filter(|watts| *watts <= cap_w + ROUNDING_W);
    let net = |peak: f64| {
        hours.iter().map(|hour| best_within(&choices, peak, *hour)).sum::<f64>() - usd_per_kw * peak / 1_000.0
    };
    peaks.map(net).fold(0.0, |best, usd| if usd > best { usd } else { best })
}

/// Machines that are switched together, with what binds them.
#[derive(Clone, Debug)]
pub struct Switched {
    /// How many.
    pub count: u32,
    /// Watts at the meter and TH/s of each mode.
    pub modes: Vec<(f64, f64)>,
    /// Hours that they run at least.
    pub min_up: u32,
    /// Hours that they rest at least.
    pub min_down: u32,
    /// What a start of one costs, in USD.
    pub start_usd: f64,
    /// Whether they ran before the first hour, and for how many hours they had.
    pub before: (bool, u32),
}

impl Switched {
    /// Loads in watts and net before demand charges of every schedule that is allowed.
    fn schedules(&self, hours: &[HourPrices]) -> Vec<(Vec<f64>, f64)> {
        // Each hour: rest, or one of the modes.
        let mut schedules = vec![(Vec::new(), 0.0, self.before)];
        for hour in hours {
            let mut longer = Vec::new();
            for (loads, net, (on, passed)) in &schedules {
                for mode in std::iter::once(None).chain(self.modes.iter().copied().map(Some)) {
                    let runs = mode.is_some();
                    if runs != *on && *passed < if *on { self.min_up } else { self.min_down } {
                        continue;
                    }
                    let start = if runs && !on { self.start_usd } else { 0.0 };
                    let (watts, ths) = mode.unwrap_or((0.0, 0.0));
                    let usd = f64::from(self.count) * (margin((watts, ths), *hour) - start);
                    let mut loads: Vec<f64> = loads.clone();
                    loads.push(f64::from(self.count) * watts);
                    let state = if runs == *on { (*on, passed.saturating_add(1)) } else { (runs, 1) };
                    longer.push((loads, net + usd, state));
                }
            }
            schedules = longer;
        }
        schedules.into_iter().map(|(loads, net, _)| (loads, net)).collect()
    }
}

/// The most that classes which switch together can leave in the hours of a month, the highest load charged at
/// `usd_per_kw`: every schedule of every class with every one of the others.
pub fn best_switched(classes: &[Switched], hours: &[HourPrices], usd_per_kw: f64) -> f64 {
    let mut all = vec![(vec![0.0; hours.len()], 0.0)];
    for class in classes {
        let own = class.schedules(hours);
        let with = |(loads, net): &(Vec<f64>, f64)| -> Vec<(Vec<f64>, f64)> {
            let sum = |more: &[f64]| loads.iter().zip(more).map(|(a, b)| a + b).collect();
            own.iter().map(|(more, usd)| (sum(more), net + usd)).collect()
        };
        all = all.iter().flat_map(with).collect();
    }
    let net = |(loads, net): &(Vec<f64>, f64)| {
        let peak = loads.iter().fold(0.0, |peak, load| if *load > peak { *load } else { peak });
        net - usd_per_kw * peak / 1_000.0
    };
    all.iter().map(net).fold(f64::NEG_INFINITY, |best, usd| if usd > best { usd } else { best })
}

/// The most that whole machines can earn in an hour under a cap, in USD, where all powers are multiples of `step_w`: the
/// best for every load, class by class and machine by machine. Larger fleets than [`best_choice`] can try.
pub fn best_choice_in_steps(fleet: &Fleet, cap_w: f64, hour: HourPrices, step_w: f64) -> f64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small multiples")]
    let steps = |watts: f64| (watts / step_w + 1e-6).floor() as usize;
    let mut best = vec![0.0; steps(cap_w) + 1];
    for (count, modes) in fleet {
        for _ in 0..*count {
            let before = best.clone();
            for mode in modes {
                let (power, usd) = (steps(mode.0), margin(*mode, hour));
                for (from, to) in before.iter().zip(best.iter_mut().skip(power)) {
                    *to = if from + usd > *to { from + usd } else { *to };
                }
            }
        }
    }
    best.iter().fold(0.0, |most, usd| if *usd > most { *usd } else { most })
}
