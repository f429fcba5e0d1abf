//! Patterns of three candles.

use super::measure::Candles;
use super::single::hit;

pub(super) fn two_crows(c: Candles<'_>) -> f64 {
    let first = c.white(2) && c.long(2) && c.black(1) && c.gap_up(1, 2);
    let second = c.black(0) && c.o(0) < c.o(1) && c.o(0) > c.c(1) && c.c(0) > c.o(2) && c.c(0) < c.c(2);
    hit(first && second, -100.0)
}

pub(super) fn upside_gap_two_crows(c: Candles<'_>) -> f64 {
    let first = c.white(2) && c.long(2) && c.black(1) && c.body(1) <= c.usual_body(1) && c.gap_up(1, 2);
    hit(first && c.black(0) && c.o(0) > c.o(1) && c.c(0) < c.c(1) && c.c(0) > c.c(2), -100.0)
}

pub(super) fn three_inside(c: Candles<'_>) -> f64 {
    let small = c.long(2) && c.body(1) <= c.usual_body(1) && c.within(1, 2) == Some(true);
    let turned = if c.white(2) { c.black(0) && c.c(0) < c.o(2) } else { c.white(0) && c.c(0) > c.o(2) };
    hit(small && turned, -c.side(2))
}

pub(super) fn three_outside(c: Candles<'_>) -> f64 {
    let up = c.white(1) && c.black(2) && c.c(1) > c.o(2) && c.o(1) < c.c(2) && c.c(0) > c.c(1);
    let down = c.black(1) && c.white(2) && c.o(1) > c.c(2) && c.c(1) < c.o(2) && c.c(0) < c.c(1);
    hit(up || down, c.side(1))
}

pub(super) fn three_stars_in_the_south(c: Candles<'_>) -> f64 {
    let first = c.all_black(0..3) && c.long(2) && c.lower(2) > c.body(2);
    let second = c.body(1) < c.body(2) && c.o(1) > c.c(2) && c.o(1) <= c.h(2) && c.l(1) < c.c(2) && c.l(1) >= c.l(2);
    let third = c.short(0) && c.no_lower(0) && c.no_upper(0) && c.l(0) > c.l(1) && c.h(0) < c.h(1);
    hit(first && second && c.lower(1) > c.tiny(1) && third, 100.0)
}

pub(super) fn three_white_soldiers(c: Candles<'_>) -> f64 {
    let bare = c.no_upper(2) && c.no_upper(1) && c.no_upper(0);
    let opens = c.opens_in_white(1, 2) && c.opens_in_white(0, 1);
    let sizes = c.body(1) > c.body(2) - c.far(2) && c.body(0) > c.body(1) - c.far(1) && c.body(0) > c.usual_body(0);
    hit(c.all_white(0..3) && bare && c.closes_rise() && opens && sizes, 100.0)
}

pub(super) fn advance_block(c: Candles<'_>) -> f64 {
    let rises = c.all_white(0..3) && c.closes_rise() && c.opens_in_white(1, 2) && c.opens_in_white(0, 1);
    let first = c.long(2) && c.upper(2) < c.short_shadow(2);
    let [two, one, none] = [c.body(2), c.body(1), c.body(0)];
    let shadows = c.upper(0) > c.short_shadow(0) || c.upper(1) > c.short_shadow(1);
    let weakens = (one < two - c.far(2) && none < one + c.near(1))
        || none < one - c.far(1)
        || (none < one && one < two && shadows)
        || (none < one && c.upper(0) > c.body(0));
    hit(rises && first && weakens, -100.0)
}

pub(super) fn stalled_pattern(c: Candles<'_>) -> f64 {
    let rises = c.all_white(0..3) && c.closes_rise() && c.long(2) && c.long(1) && c.no_upper(1);
    let rides = c.short(0) && c.o(0) >= c.c(1) - c.body(0) - c.near(1);
    hit(rises && c.opens_in_white(1, 2) && rides, -100.0)
}

/// A star between two bodies: the last runs into the first by a part of it.
fn star(c: Candles<'_>, is_star: bool, penetration: f64) -> f64 {
    let gap = if c.white(2) { c.gap_up(1, 2) } else { c.gap_down(1, 2) };
    let into = if c.white(2) {
        c.black(0) && c.c(0) < c.c(2) - c.body(2) * penetration
    } else {
        c.white(0) && c.c(0) > c.c(2) + c.body(2) * penetration
    };
    hit(c.long(2) && is_star && gap && c.body(0) > c.usual_body(0) && into, -c.side(2))
}

/// The star of one side.
fn star_of(c: Candles<'_>, evening: bool, is_star: bool, penetration: f64) -> f64 {
    hit(c.white(2) == evening, star(c, is_star, penetration))
}

pub(super) fn evening_star(c: Candles<'_>, penetration: f64) -> f64 {
    star_of(c, true, c.body(1) <= c.usual_body(1), penetration)
}

pub(super) fn evening_doji_star(c: Candles<'_>, penetration: f64) -> f64 {
    star_of(c, true, c.doji(1), penetration)
}

pub(super) fn morning_star(c: Candles<'_>, penetration: f64) -> f64 {
    star_of(c, false, c.body(1) <= c.usual_body(1), penetration)
}

pub(super) fn morning_doji_star(c: Candles<'_>, penetration: f64) -> f64 {
    star_of(c, false, c.doji(1), penetration)
}

pub(super) fn abandoned_baby(c: Candles<'_>, penetration: f64) -> f64 {
    let alone = if c.white(2) {
        c.clear_above(1, 2) && c.clear_below(0, 1)
    } else {
        c.clear_below(1, 2) && c.clear_above(0, 1)
    };
    hit(alone, star(c, c.doji(1), penetration))
}

pub(super) fn gap_side_by_side_white(c: Candles<'_>) -> f64 {
    let up = c.gap_up(1, 2) && c.gap_up(0, 2);
    let down = c.gap_down(1, 2) && c.gap_down(0, 2);
    let near = c.near(1);
    let alike = c.body(0) >= c.body(1) - near && c.body(0) <= c.body(1) + near && c.same(c.o(0), c.o(1), 1);
    hit((up || down) && c.all_white(0..2) && alike, if up { 100.0 } else { -100.0 })
}

pub(super) fn identical_three_crows(c: Candles<'_>) -> f64 {
    let bare = c.no_lower(2) && c.no_lower(1) && c.no_lower(0);
    let falls = c.c(2) > c.c(1) && c.c(1) > c.c(0);
    let opens = c.same(c.o(1), c.c(2), 2) && c.same(c.o(0), c.c(1), 1);
    hit(c.all_black(0..3) && bare && falls && opens, -100.0)
}

pub(super) fn stick_sandwich(c: Candles<'_>) -> f64 {
    let sides = c.black(2) && c.white(1) && c.black(0);
    hit(sides && c.l(1) > c.c(2) && c.same(c.c(0), c.c(2), 2), 100.0)
}

pub(super) fn tasuki_gap(c: Candles<'_>) -> f64 {
    let up = c.gap_up(1, 2) && c.white(1) && c.black(0) && c.o(0) < c.c(1) && c.o(0) > c.o(1);
    let down = c.gap_down(1, 2) && c.black(1) && c.white(0) && c.o(0) < c.o(1) && c.o(0) > c.c(1);
    let into = if c.white(1) { c.c(0) < c.o(1) && c.c(0) > c.top(2) } else { c.c(0) > c.o(1) && c.c(0) < c.bottom(2) };
    hit((up || down) && into && (c.body(1) - c.body(0)).abs() < c.near(1), c.side(1))
}

pub(super) fn tristar(c: Candles<'_>) -> f64 {
    let bound = c.tiny(2);
    if [0, 1, 2].into_iter().any(|k| c.body(k) > bound) {
        return 0.0;
    }
    let top = hit(c.gap_up(1, 2) && c.top(0) < c.top(1), -100.0);
    if c.gap_down(1, 2) && c.bottom(0) > c.bottom(1) { 100.0 } else { top }
}

pub(super) fn unique_three_river(c: Candles<'_>) -> f64 {
    let falls = c.long(2) && c.black(2) && c.black(1) && c.c(1) > c.c(2) && c.o(1) <= c.o(2) && c.l(1) < c.l(2);
    hit(falls && c.short(0) && c.white(0) && c.o(0) > c.l(1), 100.0)
}

pub(super) fn side_gap_three_methods(c: Candles<'_>) -> f64 {
    let between = |price: f64, k: usize| price < c.top(k) && price > c.bottom(k);
    let gap = if c.white(2) { c.gap_up(1, 2) } else { c.gap_down(1, 2) };
    let sides = c.white(2) == c.white(1) && c.white(1) != c.white(0);
    hit(sides && between(c.o(0), 1) && between(c.c(0), 2) && gap, c.side(2))
}
