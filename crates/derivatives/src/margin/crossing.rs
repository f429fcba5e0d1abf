//! Where a margin that is no straight line runs out.
//!
//! As prices move by a factor `u`, equity less requirement is `a/u + b + c u + d u^2` between the borders of tiers, at which it may jump. From
//! where it is now, the first place of another sign is a root inside such a stretch or the jump itself.

use hashinsight_numerics::{find_root, max};

/// `a/u + b + c u + d u^2` for `u > 0`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Curve {
    terms: [f64; 4],
}

/// Direction in which prices move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Down,
    Up,
}

/// First place where the sign changes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Change {
    pub(crate) at: f64,
    /// A place on the stretch that decides: on the other side of a jump.
    pub(crate) beyond: f64,
}

impl Curve {
    pub(crate) const fn new(terms: [f64; 4]) -> Self {
        Self { terms }
    }

    /// Value, or its limit at 0 and at infinity.
    fn at(&self, u: f64) -> f64 {
        let [a, b, c, d] = self.terms;
        let leading = |term: f64, rest: f64| if term == 0.0 { rest } else { term * f64::INFINITY };
        if u == 0.0 {
            leading(a, b)
        } else if u == f64::INFINITY {
            leading(d, leading(c, b))
        } else {
            a / u + b + c * u + d * u * u
        }
    }

    /// Where it turns: the roots above 0 of `2 d u^3 + c u^2 - a`, ascending.
    fn turns(&self) -> Vec<f64> {
        let [a, _, c, d] = self.terms;
        let mut turns = Vec::new();
        if d == 0.0 {
            turns.push((a / c).sqrt());
        } else if a == 0.0 {
            turns.push(-0.5 * c / d);
        } else {
            let slope = |u: f64| (2.0 * d * u + c) * u * u - a;
            let most = 1.0 + max((c / d).abs(), (a / d).abs());
            let bend = -c / (3.0 * d);
            let bend = if bend > 0.0 { bend } else { 0.0 };
            for (low, high) in [(0.0, bend), (bend, most)] {
                if (slope(low) > 0.0) != (slope(high) > 0.0) {
                    turns.extend(find_root(slope, low, high, 0.0));
                }
            }
        }
        turns.retain(|turn| *turn > 0.0 && turn.is_finite());
        turns
    }

    /// The first place between `near` and `far`, either of which may be the smaller one, from which on it is above 0 if `above`, or not
    /// above 0 otherwise.
    fn first(&self, near: f64, far: f64, above: bool) -> Option<f64> {
        let (low, high) = if near < far { (near, far) } else { (far, near) };
        let mut places: Vec<f64> = self.turns().into_iter().filter(|turn| low < *turn && *turn < high).collect();
        if far < near {
            places.reverse();
        }
        places.push(far);
        let mut start = near;
        for place in places {
            if (self.at(place) > 0.0) == above {
                return self.root(start, place);
            }
            start = place;
        }
        None
    }

    /// The root between two places of different sign, between which it does not turn.
    fn root(&self, near: f64, far: f64) -> Option<f64> {
        let [a, b, c, d] = self.terms;
        let root = if a == 0.0 && d == 0.0 {
            -b / c
        } else {
            let sign = self.at(near) > 0.0;
            // An end at 0 or at infinity comes so near that the sign is that of the end.
            let mut end = far;
            if far == 0.0 || far == f64::INFINITY {
                let factor = if far == 0.0 { 0.5 } else { 2.0 };
                end = near * factor;
                while (self.at(end) > 0.0) == sign && end > f64::MIN_POSITIVE && end < f64::MAX {
                    end *= factor;
                }
            }
            let (low, high) = if near < end { (near, end) } else { (end, near) };
            find_root(|u| self.at(u), low, high, 0.0).ok()?
        };
        (root > 0.0 && root.is_finite()).then_some(root)
    }
}

/// Equity less requirement along all `u > 0`.
pub(crate) struct Path<F> {
    breaks: Vec<f64>,
    curve: F,
    from: f64,
    stands: bool,
}

impl<F: Fn(f64) -> Curve> Path<F> {
    /// `curve` gives the stretch that holds at a place; it may be another one beyond each of the `breaks`. A place on a break belongs to
    /// either side.
    pub(crate) fn new(mut breaks: Vec<f64>, curve: F, from: f64) -> Self {
        breaks.retain(|place| *place > 0.0 && place.is_finite());
        breaks.sort_unstable_by(f64::total_cmp);
        breaks.dedup();
        let stands = curve(from).at(from) > 0.0;
        Self { breaks, curve, from, stands }
    }

    /// Whether equity exceeds the requirement at the start.
    pub(crate) const fn stands(&self) -> bool {
        self.stands
    }

    /// The first change of that in a direction; `None` where there is none above 0.
    pub(crate) fn change(&self, direction: Direction) -> Option<Change> {
        let mut ends: Vec<f64> = match direction {
            Direction::Down => self.breaks.iter().rev().copied().filter(|place| *place < self.from).collect(),
            Direction::Up => self.breaks.iter().copied().filter(|place| *place > self.from).collect(),
        };
        ends.push(if direction == Direction::Down { 0.0 } else { f64::INFINITY });
        let mut near = self.from;
        for far in ends {
            let inside = match (near, far) {
                (near, f64::INFINITY) => 2.0 * near,
                (near, far) => 0.5 * (near + far),
            };
            let curve = (self.curve)(inside);
            if (curve.at(near) > 0.0) != self.stands {
                return Some(Change { at: near, beyond: inside });
            }
            if let Some(at) = curve.first(near, far, !self.stands) {
                return Some(Change { at, beyond: at });
            }
            near = far;
        }
        None
    }
}
