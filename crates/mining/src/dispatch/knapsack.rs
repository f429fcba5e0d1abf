//! Whole machines under a cap, in one hour: a multiple-choice knapsack with bounded counts.
//!
//! Dynamic programming over the classes. A state is what is left of the cap and what has been earned; of two the one
//! that has less of both goes, and so does one whose bound does not beat the best choice known. The bound is
//! Lagrangian: with power at a shadow price every machine takes the mode that earns most after it, so that
//!
//! ```text
//! best of the rest <= min over shadow prices of ( shadow · power left + sum of count · max over modes (margin - shadow · power, 0) )
//! ```
//!
//! At the merits of the steps around the cap this is the bound of machines that could be split (Kellerer, Pferschy and
//! Pisinger, Knapsack Problems, 2004, chapters 7 and 11). Every mode takes part, those below the concave curve too: one
//! of them may be what still fits. The classes nearest to the cap's merit come last, the others are as good as decided.

use hashinsight_numerics::{max, min};
use hashinsight_units::Order;

use super::class::Class;
use super::hours::HourPrice;
use super::merit_steps::{MeritStep, merit_steps};
use crate::machine::nanowatts;

/// Merits on either side of the cap that serve as shadow prices.
const SHADOWS: usize = 12;
/// States that are carried from class to class.
const MAX_STATES: usize = 4_000;
/// What a bound must be above the best choice known to be more than rounding, in parts of the bound of all.
pub(super) const ROUNDING: f64 = 1e-12;

/// Whole machines under a cap.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// Machines that run, for each class and mode.
    pub(super) running: Vec<Vec<u32>>,
    pub(super) margin: f64,
    /// How much more the best choice can earn; 0 where this is the best.
    pub(super) gap: f64,
    /// Nodes that were searched.
    pub(super) nodes: usize,
}

/// A mode that may be part of the best choice.
#[derive(Clone, Copy)]
struct Useful {
    mode: usize,
    power: i128,
    margin: f64,
}

/// A class to be decided.
struct Stage {
    class: usize,
    count: u32,
    modes: Vec<Useful>,
    /// What one machine earns after the shadow price, for each shadow price and number of modes decided.
    open: Vec<Vec<f64>>,
    /// What the classes after this one earn so.
    rest: Vec<f64>,
}

struct State {
    left: i128,
    margin: f64,
    bound: f64,
    /// The state of the class before.
    parent: usize,
    /// Where its machines per mode stand in the layer.
    row: usize,
}

/// The states after a class.
#[derive(Default)]
struct Layer {
    states: Vec<State>,
    taken: Vec<u32>,
    nodes: usize,
    /// The best bound of what was left out.
    dropped: f64,
}

/// What is known of an hour before it is searched.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    /// A choice that fits.
    pub(super) running: &'a [Vec<u32>],
    /// The most that any earns.
    pub(super) most: f64,
}

/// The choice that earns most, as far as `max_nodes` lead; without any, the merit order's, and how far that is from the
/// best is not known.
pub(super) fn choose(
    classes: &[Class<'_>],
    hour: HourPrice,
    cap: i128,
    max_nodes: usize,
    known: Option<Known<'_>>,
) -> Choice {
    let offset = |next: &mut usize, class: &Class<'_>| {
        let offset = *next;
        *next += class.modes.len();
        Some(offset)
    };
    let offsets: Vec<usize> = classes.iter().scan(0, offset).collect();
    let steps = merit_steps(classes, hour);
    let best = vec![0; classes.iter().map(|class| class.modes.len()).sum()];
    let mut search = Search { steps, offsets, shadows: Vec::new(), stages: Vec::new(), best, margin: 0.0 };
    let mut greedy = search.best.clone();
    search.margin = search.fill(classes, &vec![0; classes.len()], 0, cap, &mut greedy);
    search.best = greedy;
    let (mut gap, mut nodes) = (0.0, 0);
    if max_nodes == 0 {
        gap = if search.all_fit(cap) { 0.0 } else { f64::INFINITY };
    } else if !search.all_fit(cap) {
        if let Some(Known { running, .. }) = known {
            search.try_known(classes, hour, running);
        }
        let most = known.map_or(f64::INFINITY, |known| known.most);
        (gap, nodes) = search.run(classes, hour, cap, most, max_nodes);
    }
    let of_class = |(class, offset): (&Class<'_>, &usize)| search.best[*offset..offset + class.modes.len()].to_vec();
    Choice { running: classes.iter().zip(&search.offsets).map(of_class).collect(), margin: search.margin, gap, nodes }
}

struct Search {
    /// The corners of the concave curves, best first.
    steps: Vec<MeritStep>,
    /// Where the modes of each class begin in `best`.
    offsets: Vec<usize>,
    shadows: Vec<f64>,
    stages: Vec<Stage>,
    best: Vec<u32>,
    margin: f64,
}

impl Search {
    fn all_fit(&self, cap: i128) -> bool {
        self.steps.iter().map(|step| step.nanowatts * i128::from(step.count)).sum::<i128>() <= cap
    }

    /// Takes steps in merit order as they fit, of classes whose place is `from` or later; what that earns.
    fn fill(&self, classes: &[Class<'_>], places: &[usize], from: usize, mut left: i128, running: &mut [u32]) -> f64 {
        let mut margin = 0.0;
        for step in self.steps.iter().filter(|step| places[step.class] >= from) {
            let offset = self.offsets[step.class];
            let ready = step.from_mode.map_or(classes[step.class].request.count, |mode| running[offset + mode]);
            let take = fitting(left, step.nanowatts, ready);
            if let Some(mode) = step.from_mode {
                running[offset + mode] -= take;
            }
            running[offset + step.mode] += take;
            left -= step.nanowatts * i128::from(take);
            margin += step.margin * f64::from(take);
        }
        margin
    }

    /// Takes a choice that fits where it earns more.
    fn try_known(&mut self, classes: &[Class<'_>], hour: HourPrice, running: &[Vec<u32>]) {
        let one =
            |(class, running): (&Class<'_>, &Vec<u32>)| {
                class.modes.iter().zip(running).fold(0.0, |sum, (mode, count)| {
                    sum + f64::from(*count) * mode.margin(hour.hashprice, hour.usd_per_kwh)
                })
            };
        let margin = classes.iter().zip(running).map(one).fold(0.0, |sum, usd| sum + usd);
        if margin > self.margin {
            (self.margin, self.best) = (margin, running.concat());
        }
    }

    /// Improves the greedy choice; answers the gap and the nodes that took. No choice earns more than `most`.
    fn run(&mut self, classes: &[Class<'_>], hour: HourPrice, cap: i128, most: f64, max_nodes: usize) -> (f64, usize) {
        let critical = self.place_shadows(cap);
        self.place_stages(classes, hour, critical);
        let mut places = vec![usize::MAX; classes.len()];
        for (place, stage) in self.stages.iter().enumerate() {
            places[stage.class] = place;
        }
        let all: Vec<f64> = self.stages.first().map_or_else(Vec::new, |stage| {
            stage.rest.iter().zip(&stage.open[0]).map(|(rest, open)| rest + f64::from(stage.count) * open).collect()
        });
        let root = min(self.bound(cap, 0.0, &all), most);
        let rounding = root * ROUNDING;
        let mut nodes = 0;
        let mut dropped = 0.0;
        let mut layers: Vec<Layer> = Vec::with_capacity(self.stages.len());
        let start = [State { left: cap, margin: 0.0, bound: root, parent: 0, row: 0 }];
        let mut scratch = vec![0; self.best.len()];
        for (place, stage) in self.stages.iter().enumerate() {
            let threshold = self.margin + rounding;
            // What clear classes leave, those at the cap may use.
            let budget = max_nodes.saturating_sub(nodes) / (self.stages.len() - place) + 1;
            let mut layer = Layer::default();
            let mut taken = vec![0; stage.modes.len()];
            for (parent, state) in layers.last().map_or(&start[..], |layer| &layer.states).iter().enumerate() {
                if state.bound <= threshold {
                    continue;
                }
                if layer.nodes >= budget {
                    layer.dropped = max(layer.dropped, state.bound);
                    continue;
                }
                let node = Node { stage, threshold, parent, bound: state.bound, budget };
                self.expand(&node, 0, stage.count, (state.left, state.margin), &mut taken, &mut layer);
            }
            layer.keep_best();
            nodes += layer.nodes;
            dropped = max(dropped, layer.dropped);
            layers.push(layer);
            let Some(top) = layers[place].states.first() else { break };
            scratch.fill(0);
            let margin = top.margin + self.fill(classes, &places, place + 1, top.left, &mut scratch);
            if margin > self.margin {
                self.trace(&layers, 0, &mut scratch);
                (self.margin, self.best) = (margin, scratch.clone());
            }
        }
        let gap = min(dropped, root) - self.margin;
        (if gap > rounding { gap } else { 0.0 }, nodes)
    }

    /// Shadow prices: merits around the step that the cap cuts, whose merit is returned, and a price of 0.
    fn place_shadows(&mut self, cap: i128) -> f64 {
        let mut used = 0;
        let cut = self.steps.iter().position(|step| {
            used += step.nanowatts * i128::from(step.count);
            used > cap
        });
        #[expect(clippy::expect_used, reason = "the search begins only where not all steps fit")]
        let cut = cut.expect("a step that does not fit");
        let near = &self.steps[cut.saturating_sub(SHADOWS)..self.steps.len().min(cut + SHADOWS + 1)];
        self.shadows.extend(near.iter().map(|step| step.merit).filter(|merit| merit.is_finite()));
        self.shadows.push(0.0);
        self.shadows.dedup();
        self.steps[cut].merit
    }

    fn place_stages(&mut self, classes: &[Class<'_>], hour: HourPrice, critical: f64) {
        let mut distance = vec![f64::INFINITY; classes.len()];
        for step in &self.steps {
            distance[step.class] = min(distance[step.class], (step.merit - critical).abs());
        }
        let mut order: Vec<usize> = (0..classes.len()).collect();
        order.order_by(|a, b| distance[*b].total_cmp(&distance[*a]));
        for class in order {
            let modes = useful(&classes[class], hour);
            if modes.is_empty() || classes[class].request.count == 0 {
                continue;
            }
            let mut open = vec![vec![0.0; self.shadows.len()]];
            for mode in modes.iter().rev() {
                let one = |(shadow, after): (&f64, &f64)| max(mode.margin - shadow * mode.power as f64, *after);
                open.push(self.shadows.iter().zip(&open[open.len() - 1]).map(one).collect());
            }
            open.reverse();
            self.stages.push(Stage { class, count: classes[class].request.count, modes, open, rest: Vec::new() });
        }
        let mut rest = vec![0.0; self.shadows.len()];
        for stage in self.stages.iter_mut().rev() {
            stage.rest.clone_from(&rest);
            rest.iter_mut().zip(&stage.open[0]).for_each(|(rest, open)| *rest += f64::from(stage.count) * open);
        }
    }

    /// The most that a state can come to where the classes left earn `rest` after each shadow price.
    fn bound(&self, left: i128, margin: f64, rest: &[f64]) -> f64 {
        let left = left as f64;
        margin
            + self.shadows.iter().zip(rest).fold(f64::INFINITY, |most, (shadow, rest)| min(most, shadow * left + rest))
    }

    /// All counts of the modes from `at` on that may still beat the threshold, with `free` machines undecided.
    fn expand(
        &self,
        node: &Node<'_>,
        at: usize,
        free: u32,
        (left, margin): (i128, f64),
        taken: &mut [u32],
        layer: &mut Layer,
    ) {
        if layer.nodes >= node.budget {
            layer.dropped = max(layer.dropped, node.bound);
            return;
        }
        layer.nodes += 1;
        let Some(mode) = node.stage.modes.get(at) else {
            let bound = self.bound(left, margin, &node.stage.rest);
            if bound > node.threshold {
                layer.states.push(State { left, margin, bound, parent: node.parent, row: layer.taken.len() });
                layer.taken.extend_from_slice(taken);
            }
            return;
        };
        // The bound is a line in the count for each shadow price: where all lie above the threshold is an interval.
        let (mut low, mut high) = (0, fitting(left, mode.power, free));
        let power = (left as f64, mode.power as f64);
        for ((shadow, open), rest) in self.shadows.iter().zip(&node.stage.open[at + 1]).zip(&node.stage.rest) {
            let excess = margin + shadow * power.0 + f64::from(free) * open + rest - node.threshold;
            let slope = mode.margin - shadow * power.1 - open;
            if slope > 0.0 {
                low = low.max(whole(-excess / slope));
            } else if slope < 0.0 && excess >= 0.0 {
                high = high.min(whole(-excess / slope));
            } else if excess <= 0.0 {
                return;
            }
        }
        for count in (low..=high).rev() {
            taken[at] = count;
            let left = left - mode.power * i128::from(count);
            let margin = margin + mode.margin * f64::from(count);
            self.expand(node, at + 1, free - count, (left, margin), taken, layer);
        }
        taken[at] = 0;
    }

    /// Adds the machines that lead to a state of the last layer.
    fn trace(&self, layers: &[Layer], index: usize, running: &mut [u32]) {
        let mut index = index;
        for (layer, stage) in layers.iter().zip(&self.stages).rev() {
            let state = &layer.states[index];
            for (mode, count) in stage.modes.iter().zip(&layer.taken[state.row..]) {
                running[self.offsets[stage.class] + mode.mode] += count;
            }
            index = state.parent;
        }
    }
}

/// What an expansion does not change.
struct Node<'a> {
    stage: &'a Stage,
    threshold: f64,
    parent: usize,
    bound: f64,
    budget: usize,
}

impl Layer {
    /// Leaves the states that no other beats in both, best bound first, and not too many.
    fn keep_best(&mut self) {
        self.states.order_by(|a, b| b.left.cmp(&a.left).then(b.margin.total_cmp(&a.margin)));
        let mut most = f64::NEG_INFINITY;
        self.states.retain(|state| {
            let better = state.margin > most;
            most = max(most, state.margin);
            better
        });
        self.states.order_by(|a, b| b.bound.total_cmp(&a.bound));
        if let Some(first) = self.states.get(MAX_STATES) {
            self.dropped = max(self.dropped, first.bound);
            self.states.truncate(MAX_STATES);
        }
    }
}

/// The modes that earn, those left out that another beats in both power and margin.
fn useful(class: &Class<'_>, hour: HourPrice) -> Vec<Useful> {
    let one = |(mode, of): (usize, &super::class::Mode)| Useful {
        mode,
        power: nanowatts(of.meter_w),
        margin: of.margin(hour.hashprice, hour.usd_per_kwh),
    };
    let mut modes: Vec<Useful> = class.modes.iter().enumerate().map(one).collect();
    modes.order_by(|a, b| a.power.cmp(&b.power).then(b.margin.total_cmp(&a.margin)));
    let mut most = 0.0;
    modes.retain(|mode| {
        let better = mode.margin > most;
        most = max(most, mode.margin);
        better
    });
    modes
}

/// How many of `ready` machines fit into what is left.
fn fitting(left: i128, each: i128, ready: u32) -> u32 {
    left.checked_div(each).map_or(ready, |fits| u32::try_from(fits).map_or(ready, |fits| fits.min(ready)))
}

/// The whole number below.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast saturates; counts end at 2^32")]
fn whole(number: f64) -> u32 {
    number.floor() as u32
}
