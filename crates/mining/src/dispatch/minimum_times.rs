//! The dynamic program: when one class runs, given what running earns in each hour.

use super::class::{Class, InitialState};

/// What binds a class.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    pub(super) min_up: usize,
    pub(super) min_down: usize,
    pub(super) start_cost: f64,
    pub(super) initial: InitialState,
}

impl Bounds {
    pub(super) fn of(class: &Class<'_>) -> Self {
        Self {
            min_up: class.min_up as usize,
            min_down: class.min_down as usize,
            start_cost: class.start_cost,
            initial: class.initial,
        }
    }

    /// For how many hours the state before the first hour holds, and whether that is running.
    pub(super) fn held(&self) -> (usize, bool) {
        match self.initial {
            InitialState::OnHours(passed) => (self.min_up.saturating_sub(passed as usize), true),
            InitialState::OffHours(passed) => (self.min_down.saturating_sub(passed as usize), false),
        }
    }
}

/// Whether a class runs, hour by hour. Of equally good schedules the one that switches less.
///
/// Hours in which the class is free to choose are the states: `on[t]` is the best value from hour `t` on of a class
/// that runs and may be stopped, `off[t]` of one that rests and may be started. A start or stop leads over the whole
/// minimum time to the next free hour, so the cost is two comparisons per hour whatever the minimum times are.
#[derive(Debug, Default)]
pub(super) struct Scheduler {
    on: Vec<f64>,
    off: Vec<f64>,
    /// Sum of margins before each hour.
    before: Vec<f64>,
    stays_on: Vec<bool>,
    stays_off: Vec<bool>,
}

impl Scheduler {
    pub(super) fn run(&mut self, margins: &[f64], bounds: &Bounds, runs: &mut [bool]) {
        let hours = margins.len();
        self.value(margins, bounds);
        let (mut hour, mut on) = bounds.held();
        hour = hour.min(hours);
        runs[..hour].fill(on);
        while hour < hours {
            let stays = if on { self.stays_on[hour] } else { self.stays_off[hour] };
            if stays {
                runs[hour] = on;
                hour += 1;
                continue;
            }
            on = !on;
            let least = if on { bounds.min_up } else { bounds.min_down };
            let end = hours.min(hour + least);
            runs[hour..end].fill(on);
            hour = end;
        }
    }

    fn value(&mut self, margins: &[f64], bounds: &Bounds) {
        let hours = margins.len();
        // Beyond the horizon nothing is earned and nothing binds: room for the longest minimum time, worth nothing.
        let beyond = hours + bounds.min_up.max(bounds.min_down) + 1;
        for values in [&mut self.on, &mut self.off] {
            values.clear();
            values.resize(beyond, 0.0);
        }
        for choice in [&mut self.stays_on, &mut self.stays_off] {
            choice.clear();
            choice.resize(hours, true);
        }
        self.before.clear();
        let mut sum = 0.0;
        self.before.extend(margins.iter().map(|margin| {
            let before = sum;
            sum += margin;
            before
        }));
        self.before.resize(beyond, sum);
        let (mut on, mut off) = (0.0, 0.0);
        for hour in (0..hours).rev() {
            let (up, down) = (hour + bounds.min_up, hour + bounds.min_down);
            let (stay_on, stop) = (margins[hour] + on, self.off[down]);
            let (stay_off, start) = (off, self.before[up] - self.before[hour] - bounds.start_cost + self.on[up]);
            (self.stays_on[hour], self.stays_off[hour]) = (stay_on >= stop, stay_off >= start);
            on = if stay_on >= stop { stay_on } else { stop };
            off = if stay_off >= start { stay_off } else { start };
            (self.on[hour], self.off[hour]) = (on, off);
        }
    }
}
