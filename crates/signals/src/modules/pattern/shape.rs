//! Chart patterns in a chain of turning points.
//!
//! The definitions are those of Lo, Mamaysky and Wang 2000, section II.A, with turning points `E1 ... E5` that alternate between highs and
//! lows. Theirs are extremes of a smoothed curve, which know the future; here they are confirmed turning points.
//!
//! | pattern | turning points | neckline | height |
//! |---|---|---|---|
//! | rectangle | tops within 0.75 % of their mean, bottoms within 0.75 % of theirs, the lowest top above the highest bottom | highest top, lowest bottom | between them |
//! | head and shoulders | `E1` a high, `E3 > E1, E5`; `E1, E5` and `E2, E4` each within 1.5 % of their mean | through `E2, E4` | `E3` above it |
//! | triangle | tops fall, bottoms rise | through the last two of each | first top above first bottom |
//! | double top | the last two tops within 1.5 % of their mean, 22 bars apart or more | the bottom between them | their mean above it |
//!
//! The inverse head and shoulders and the double bottom are the same upside down. Where several fit, the first of the table is taken.

use hashinsight_units::{Fraction, Record};
use serde::{Deserialize, Serialize};

use crate::modules::pivot::Pivot;

/// Chart pattern.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum ChartPattern {
    /// No pattern.
    #[default]
    Nothing,
    /// Two tops of one height: broken downward.
    DoubleTop,
    /// Two bottoms of one height: broken upward.
    DoubleBottom,
    /// A top between two lower ones: broken downward.
    HeadAndShoulders,
    /// A bottom between two higher ones: broken upward.
    InverseHeadAndShoulders,
    /// Tops that fall and bottoms that rise: broken either way.
    Triangle,
    /// Level tops above level bottoms: broken either way.
    Rectangle,
}

/// How much turning points of one pattern may differ.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ShapeParams {
    /// Greatest distance of tops, or of bottoms, from their mean, as a fraction of it.
    #[record(default = Fraction::constant(0.015))]
    pub tolerance: Fraction,
    /// The same for a rectangle.
    #[record(default = Fraction::constant(0.0075))]
    pub rectangle_tolerance: Fraction,
    /// Least distance of two tops, or of two bottoms, in bars.
    #[record(range = 1..=10_000, default = 22)]
    pub least_separation: u32,
}

/// A straight line over bars.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Line {
    bar: u32,
    price: f64,
    slope: f64,
}

impl Line {
    fn level(price: f64) -> Self {
        Self { bar: 0, price, slope: 0.0 }
    }

    fn through(a: Pivot, b: Pivot) -> Self {
        Self { bar: a.bar, price: a.price, slope: (b.price - a.price) / f64::from(b.bar - a.bar) }
    }

    pub(super) fn at(self, bar: u32) -> f64 {
        self.price + self.slope * (f64::from(bar) - f64::from(self.bar))
    }

    pub(super) fn is_possible(self) -> bool {
        self.price.is_finite() && self.slope.is_finite()
    }
}

/// A pattern that waits to be broken.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Shape {
    pub(super) pattern: ChartPattern,
    /// A close above it breaks upward; of a pattern that is only broken downward, it ends the pattern.
    pub(super) upper: Line,
    /// A close below it breaks downward; of a pattern that is only broken upward, it ends the pattern.
    pub(super) lower: Line,
    /// Distance of the target from the line that is broken.
    pub(super) height: f64,
}

impl Shape {
    /// Whether the pattern can be broken upward, and downward.
    pub(super) fn ways(&self) -> [bool; 2] {
        match self.pattern {
            ChartPattern::DoubleTop | ChartPattern::HeadAndShoulders => [false, true],
            ChartPattern::DoubleBottom | ChartPattern::InverseHeadAndShoulders => [true, false],
            _ => [true, true],
        }
    }

    /// The pattern that these turning points make, the oldest first; they alternate, and the last has just been confirmed.
    pub(super) fn of(params: &ShapeParams, pivots: &[Pivot]) -> Option<Self> {
        let five: Option<[Pivot; 5]> = pivots.last_chunk().copied();
        let of_five =
            five.and_then(|five| rectangle(params, five).or_else(|| head(params, five)).or_else(|| triangle(five)));
        of_five.or_else(|| pivots.last_chunk().and_then(|three| double(params, *three)))
    }
}

/// Whether prices lie within a fraction of their mean.
fn are_level(prices: &[f64], tolerance: Fraction) -> bool {
    let mean = mean(prices);
    prices.iter().all(|price| (price - mean).abs() <= tolerance.get() * mean)
}

fn mean(prices: &[f64]) -> f64 {
    prices.iter().fold(0.0, |sum, price| sum + price) / prices.len() as f64
}

fn head(params: &ShapeParams, [e1, e2, e3, e4, e5]: [Pivot; 5]) -> Option<Shape> {
    // Upside down, everything is compared with the opposite sign.
    let sign = if e3.is_high { 1.0 } else { -1.0 };
    let is_head = sign * (e3.price - e1.price) > 0.0 && sign * (e3.price - e5.price) > 0.0;
    let level = |a: Pivot, b: Pivot| are_level(&[a.price, b.price], params.tolerance);
    if !is_head || !level(e1, e5) || !level(e2, e4) {
        return None;
    }
    let (neckline, shoulder) = (Line::through(e2, e4), Line::level(e5.price));
    let height = sign * (e3.price - neckline.at(e3.bar));
    let (pattern, upper, lower) = if e3.is_high {
        (ChartPattern::HeadAndShoulders, shoulder, neckline)
    } else {
        (ChartPattern::InverseHeadAndShoulders, neckline, shoulder)
    };
    (height > 0.0).then_some(Shape { pattern, upper, lower, height })
}

/// Tops and bottoms of five turning points, each in order.
fn sides(five: [Pivot; 5]) -> [Vec<Pivot>; 2] {
    let (tops, bottoms) = five.into_iter().partition(|pivot: &Pivot| pivot.is_high);
    [tops, bottoms]
}

fn rectangle(params: &ShapeParams, five: [Pivot; 5]) -> Option<Shape> {
    let [tops, bottoms] = sides(five).map(|side| side.into_iter().map(|pivot| pivot.price).collect::<Vec<_>>());
    let least =
        |prices: &[f64]| prices.iter().fold(f64::INFINITY, |least, price| if *price < least { *price } else { least });
    let greatest = |prices: &[f64]| prices.iter().fold(0.0, |most, price| if *price > most { *price } else { most });
    let level = are_level(&tops, params.rectangle_tolerance) && are_level(&bottoms, params.rectangle_tolerance);
    if !level || least(&tops) <= greatest(&bottoms) {
        return None;
    }
    let (upper, lower) = (greatest(&tops), least(&bottoms));
    let lines = (Line::level(upper), Line::level(lower));
    Some(Shape { pattern: ChartPattern::Rectangle, upper: lines.0, lower: lines.1, height: upper - lower })
}

fn triangle(five: [Pivot; 5]) -> Option<Shape> {
    let [tops, bottoms] = sides(five);
    let converge = tops.is_sorted_by(|a, b| a.price > b.price) && bottoms.is_sorted_by(|a, b| a.price < b.price);
    if !converge {
        return None;
    }
    let line = |side: &[Pivot]| side.last_chunk().map(|[a, b]| Line::through(*a, *b));
    let height = tops.first()?.price - bottoms.first()?.price;
    Some(Shape { pattern: ChartPattern::Triangle, upper: line(&tops)?, lower: line(&bottoms)?, height })
}

fn double(params: &ShapeParams, [first, between, second]: [Pivot; 3]) -> Option<Shape> {
    let prices = [first.price, second.price];
    if !are_level(&prices, params.tolerance) || second.bar - first.bar < params.least_separation {
        return None;
    }
    let neckline = Line::level(between.price);
    let further = if (prices[0] > prices[1]) == first.is_high { prices[0] } else { prices[1] };
    let (extreme, height) = (Line::level(further), (mean(&prices) - between.price).abs());
    Some(if first.is_high {
        Shape { pattern: ChartPattern::DoubleTop, upper: extreme, lower: neckline, height }
    } else {
        Shape { pattern: ChartPattern::DoubleBottom, upper: neckline, lower: extreme, height }
    })
}
