//! Patterns of four candles and more.

use super::measure::Candles;
use super::single::hit;

pub(super) fn three_black_crows(c: Candles<'_>) -> f64 {
    let bare = c.no_lower(2) && c.no_lower(1) && c.no_lower(0);
    let opens = |a: usize, b: usize| c.o(a) < c.o(b) && c.o(a) > c.c(b);
    let falls = c.h(3) > c.c(2) && c.c(2) > c.c(1) && c.c(1) > c.c(0);
    hit(c.white(3) && c.all_black(0..3) && bare && opens(1, 2) && opens(0, 1) && falls, -100.0)
}

pub(super) fn three_line_strike(c: Candles<'_>) -> f64 {
    let alike = c.white(3) == c.white(2) && c.white(2) == c.white(1) && c.white(1) != c.white(0);
    let strikes = if c.white(1) {
        c.c(1) > c.c(2) && c.c(2) > c.c(3) && c.o(0) > c.c(1) && c.c(0) < c.o(3)
    } else {
        c.c(1) < c.c(2) && c.c(2) < c.c(3) && c.o(0) < c.c(1) && c.c(0) > c.o(3)
    };
    hit(alike && c.opens_near(2, 3) && c.opens_near(1, 2) && strikes, c.side(1))
}

pub(super) fn concealing_baby_swallow(c: Candles<'_>) -> f64 {
    let bare = |k| c.no_lower(k) && c.no_upper(k);
    let third = c.gap_down(1, 2) && c.upper(1) > c.tiny(1) && c.h(1) > c.c(2);
    hit(c.all_black(0..4) && bare(3) && bare(2) && third && c.h(0) > c.h(1) && c.l(0) < c.l(1), 100.0)
}

pub(super) fn breakaway(c: Candles<'_>) -> f64 {
    let sides = c.white(4) == c.white(3) && c.white(3) == c.white(1) && c.white(1) != c.white(0);
    let runs = if c.black(4) {
        let falls = c.h(2) < c.h(3) && c.l(2) < c.l(3) && c.h(1) < c.h(2) && c.l(1) < c.l(2);
        c.gap_down(3, 4) && falls && c.c(0) > c.o(3) && c.c(0) < c.c(4)
    } else {
        let rises = c.h(2) > c.h(3) && c.l(2) > c.l(3) && c.h(1) > c.h(2) && c.l(1) > c.l(2);
        c.gap_up(3, 4) && rises && c.c(0) < c.o(3) && c.c(0) > c.c(4)
    };
    hit(c.long(4) && sides && runs, c.side(0))
}

pub(super) fn ladder_bottom(c: Candles<'_>) -> f64 {
    let falls = c.o(4) > c.o(3) && c.o(3) > c.o(2) && c.c(4) > c.c(3) && c.c(3) > c.c(2);
    let turns = c.upper(1) > c.tiny(1) && c.white(0) && c.o(0) > c.o(1) && c.c(0) > c.h(1);
    hit(c.all_black(1..5) && falls && turns, 100.0)
}

pub(super) fn mat_hold(c: Candles<'_>, penetration: f64) -> f64 {
    let sizes = c.long(4) && c.short(3) && c.short(2) && c.short(1);
    let sides = c.white(4) && c.black(3) && c.white(0) && c.gap_up(3, 4);
    let deepest = c.c(4) - c.body(4) * penetration;
    let holds = |k| c.bottom(k) < c.c(4) && c.bottom(k) > deepest;
    let falls = c.top(2) < c.o(3) && c.top(1) < c.top(2);
    let highest = [2, 1].into_iter().fold(c.h(3), |high, k| if c.h(k) > high { c.h(k) } else { high });
    hit(sizes && sides && holds(2) && holds(1) && falls && c.o(0) > c.c(1) && c.c(0) > highest, 100.0)
}

pub(super) fn rising_falling_three_methods(c: Candles<'_>) -> f64 {
    let sizes = c.long(4) && c.short(3) && c.short(2) && c.short(1) && c.long(0);
    let sides =
        c.white(4) != c.white(3) && c.white(3) == c.white(2) && c.white(2) == c.white(1) && c.white(1) != c.white(0);
    let holds = |k| c.bottom(k) < c.h(4) && c.top(k) > c.l(4);
    // Whether the first is beyond the second, in the direction of the first candle.
    let beyond = |a: f64, b: f64| if c.white(4) { a > b } else { a < b };
    let against = beyond(c.c(3), c.c(2)) && beyond(c.c(2), c.c(1));
    let resumes = beyond(c.o(0), c.c(1)) && beyond(c.c(0), c.c(4));
    hit(sizes && sides && holds(3) && holds(2) && holds(1) && against && resumes, c.side(4))
}

/// A candle within the one before it, and one that leaves it to one side: 100 downward, since it is to turn.
fn hikkake_begins(c: Candles<'_>, k: usize) -> f64 {
    let inside = c.h(k + 1) < c.h(k + 2) && c.l(k + 1) > c.l(k + 2);
    let down = c.h(k) < c.h(k + 1) && c.l(k) < c.l(k + 1);
    let up = c.h(k) > c.h(k + 1) && c.l(k) > c.l(k + 1);
    hit(inside && (down || up), if down { 100.0 } else { -100.0 })
}

fn modified_hikkake_begins(c: Candles<'_>, k: usize) -> f64 {
    let inside =
        c.h(k + 2) < c.h(k + 3) && c.l(k + 2) > c.l(k + 3) && c.h(k + 1) < c.h(k + 2) && c.l(k + 1) > c.l(k + 2);
    let near = c.near(k + 2);
    let down = c.h(k) < c.h(k + 1) && c.l(k) < c.l(k + 1) && c.c(k + 2) <= c.l(k + 2) + near;
    let up = c.h(k) > c.h(k + 1) && c.l(k) > c.l(k + 1) && c.c(k + 2) >= c.h(k + 2) - near;
    hit(inside && (down || up), if down { 100.0 } else { -100.0 })
}

/// The pattern of this candle; or 200 where a close beyond the inner candle confirms one of the last three, the first that does.
fn hikkake_by(c: Candles<'_>, begins: fn(Candles<'_>, usize) -> f64) -> f64 {
    let now = begins(c, 0);
    if now != 0.0 {
        return now;
    }
    let Some((age, begun)) = (1..=3).map(|k| (k, begins(c, k))).find(|(_, begun)| *begun != 0.0) else { return 0.0 };
    let confirms = |k: usize| if begun > 0.0 { c.c(k) > c.h(age + 1) } else { c.c(k) < c.l(age + 1) };
    hit(confirms(0) && !(1..age).any(confirms), 2.0 * begun)
}

pub(super) fn hikkake(c: Candles<'_>) -> f64 {
    hikkake_by(c, hikkake_begins)
}

pub(super) fn modified_hikkake(c: Candles<'_>) -> f64 {
    hikkake_by(c, modified_hikkake_begins)
}
