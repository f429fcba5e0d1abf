//! Patterns of two candles.

use super::measure::Candles;
use super::single::hit;

pub(super) fn counterattack(c: Candles<'_>) -> f64 {
    let opposite = c.white(1) != c.white(0);
    hit(opposite && c.long(1) && c.long(0) && c.same(c.c(0), c.c(1), 1), c.side(0))
}

pub(super) fn dark_cloud_cover(c: Candles<'_>, penetration: f64) -> f64 {
    let opens = c.white(1) && c.long(1) && c.black(0) && c.o(0) > c.h(1);
    hit(opens && c.c(0) > c.o(1) && c.c(0) < c.c(1) - c.body(1) * penetration, -100.0)
}

pub(super) fn piercing(c: Candles<'_>) -> f64 {
    let opens = c.black(1) && c.long(1) && c.white(0) && c.long(0) && c.o(0) < c.l(1);
    hit(opens && c.c(0) < c.o(1) && c.c(0) > c.c(1) + c.body(1) * 0.5, 100.0)
}

pub(super) fn doji_star(c: Candles<'_>) -> f64 {
    let gap = if c.white(1) { c.gap_up(0, 1) } else { c.gap_down(0, 1) };
    hit(c.long(1) && c.doji(0) && gap, -c.side(1))
}

pub(super) fn engulfing(c: Candles<'_>) -> f64 {
    let opposite = c.white(0) != c.white(1);
    let covers = c.top(0) >= c.top(1) && c.bottom(0) <= c.bottom(1);
    let beyond = c.top(0) > c.top(1) || c.bottom(0) < c.bottom(1);
    let whole = c.o(0) != c.c(1) && c.c(0) != c.o(1);
    hit(opposite && covers && beyond, c.side(0) * if whole { 1.0 } else { 0.8 })
}

/// A body inside the long one before it: 100 where it touches neither end, 80 where it does.
fn inside(c: Candles<'_>, is_small: bool) -> f64 {
    match c.within(0, 1).filter(|_| c.long(1) && is_small) {
        Some(whole) => -c.side(1) * if whole { 1.0 } else { 0.8 },
        None => 0.0,
    }
}

pub(super) fn harami(c: Candles<'_>) -> f64 {
    let is_small = c.body(0) <= c.usual_body(0);
    inside(c, is_small)
}

pub(super) fn harami_cross(c: Candles<'_>) -> f64 {
    inside(c, c.doji(0))
}

pub(super) fn hammer(c: Candles<'_>) -> f64 {
    let shape = c.short(0) && c.lower(0) > c.body(0) && c.no_upper(0);
    hit(shape && c.bottom(0) <= c.l(1) + c.near(1), 100.0)
}

pub(super) fn hanging_man(c: Candles<'_>) -> f64 {
    let shape = c.short(0) && c.lower(0) > c.body(0) && c.no_upper(0);
    hit(shape && c.bottom(0) >= c.h(1) - c.near(1), -100.0)
}

pub(super) fn inverted_hammer(c: Candles<'_>) -> f64 {
    hit(c.short(0) && c.upper(0) > c.body(0) && c.no_lower(0) && c.gap_down(0, 1), 100.0)
}

pub(super) fn shooting_star(c: Candles<'_>) -> f64 {
    hit(c.short(0) && c.upper(0) > c.body(0) && c.no_lower(0) && c.gap_up(0, 1), -100.0)
}

pub(super) fn homing_pigeon(c: Candles<'_>) -> f64 {
    let small = c.long(1) && c.body(0) <= c.usual_body(0);
    hit(c.all_black(0..2) && small && c.o(0) < c.o(1) && c.c(0) > c.c(1), 100.0)
}

/// A long black candle and a white one that opens below its low.
fn opens_below(c: Candles<'_>) -> bool {
    c.black(1) && c.long(1) && c.white(0) && c.o(0) < c.l(1)
}

pub(super) fn in_neck(c: Candles<'_>) -> f64 {
    hit(opens_below(c) && c.at_most_same(c.c(0), c.c(1), 1) && c.c(0) >= c.c(1), -100.0)
}

pub(super) fn on_neck(c: Candles<'_>) -> f64 {
    hit(opens_below(c) && c.same(c.c(0), c.l(1), 1), -100.0)
}

pub(super) fn thrusting(c: Candles<'_>) -> f64 {
    let into = !c.at_most_same(c.c(0), c.c(1), 1) && c.c(0) <= c.c(1) + c.body(1) * 0.5;
    hit(opens_below(c) && into, -100.0)
}

fn kick(c: Candles<'_>) -> bool {
    let bare = |k| c.long(k) && c.no_upper(k) && c.no_lower(k);
    let gap = if c.black(1) { c.clear_above(0, 1) } else { c.clear_below(0, 1) };
    c.white(1) != c.white(0) && bare(1) && bare(0) && gap
}

pub(super) fn kicking(c: Candles<'_>) -> f64 {
    hit(kick(c), c.side(0))
}

pub(super) fn kicking_by_length(c: Candles<'_>) -> f64 {
    hit(kick(c), c.side(usize::from(c.body(0) <= c.body(1))))
}

pub(super) fn matching_low(c: Candles<'_>) -> f64 {
    hit(c.all_black(0..2) && c.same(c.c(0), c.c(1), 1), 100.0)
}

pub(super) fn separating_lines(c: Candles<'_>) -> f64 {
    let bare = if c.white(0) { c.no_lower(0) } else { c.no_upper(0) };
    hit(c.white(1) != c.white(0) && c.same(c.o(0), c.o(1), 1) && c.long(0) && bare, c.side(0))
}
