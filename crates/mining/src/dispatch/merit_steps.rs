//! Steps of the merit order: the corners of each class's curve of margin over power, best first.

use std::cmp::Ordering;

use hashinsight_units::Order;

use hashinsight_numerics::min;

use super::class::Class;
use super::hours::HourPrice;
use crate::machine::nanowatts;

/// One step up the power curve of a class: from its previous mode, or from off.
#[derive(Clone, Copy, Debug)]
pub(super) struct MeritStep {
    pub(super) class: usize,
    pub(super) mode: usize,
    /// Power that the step adds per machine.
    pub(super) nanowatts: i128,
    pub(super) margin: f64,
    /// Margin over power.
    pub(super) merit: f64,
    /// The mode from which it leads; `None` is off.
    pub(super) from_mode: Option<usize>,
    pub(super) count: u32,
}

/// More margin per power comes first; what needs no power has infinitely much. Ties keep the order of classes and
/// steps.
fn by_merit(a: &MeritStep, b: &MeritStep) -> Ordering {
    b.merit.total_cmp(&a.merit)
}

/// The steps that earn, best first.
pub(super) fn merit_steps(classes: &[Class<'_>], hour: HourPrice) -> Vec<MeritStep> {
    let mut steps: Vec<MeritStep> = Vec::new();
    for (index, class) in classes.iter().enumerate() {
        let margin = |mode: usize| class.modes[mode].margin(hour.hashprice, hour.usd_per_kwh);
        let power = |mode: usize| nanowatts(class.modes[mode].meter_w);
        let (mut at_power, mut at_margin, mut merit, mut from_mode) = (0_i128, 0.0, f64::INFINITY, None);
        // From corner to corner: the mode with the steepest rise of margin over power from here, as long as margin
        // rises.
        loop {
            let candidates =
                (0..class.modes.len()).filter(|mode| power(*mode) >= at_power && margin(*mode) > at_margin);
            let step_to = |mode: usize| {
                let (added, gained) = (power(mode) - at_power, margin(mode) - at_margin);
                // Slopes fall from corner to corner; rounding must not say otherwise, or steps would lose their order.
                let merit = min(merit, gained / added as f64);
                let count = class.request.count;
                MeritStep { class: index, mode, nanowatts: added, margin: gained, merit, from_mode, count }
            };
            let Some(next) = candidates.map(step_to).min_by(by_merit) else { break };
            (at_power, at_margin, merit, from_mode) =
                (power(next.mode), margin(next.mode), next.merit, Some(next.mode));
            steps.push(next);
        }
    }
    steps.order_by(by_merit); // stable: steps of a class stay in their order
    steps
}
