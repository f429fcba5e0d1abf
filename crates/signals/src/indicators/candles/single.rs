//! Patterns of one candle.

use super::measure::Candles;

/// `value` where it is so, else 0.
pub(super) fn hit(is_so: bool, value: f64) -> f64 {
    if is_so { value } else { 0.0 }
}

pub(super) fn belt_hold(c: Candles<'_>) -> f64 {
    hit(c.long(0) && if c.white(0) { c.no_lower(0) } else { c.no_upper(0) }, c.side(0))
}

pub(super) fn closing_marubozu(c: Candles<'_>) -> f64 {
    hit(c.long(0) && if c.white(0) { c.no_upper(0) } else { c.no_lower(0) }, c.side(0))
}

pub(super) fn marubozu(c: Candles<'_>) -> f64 {
    hit(c.long(0) && c.no_upper(0) && c.no_lower(0), c.side(0))
}

pub(super) fn doji(c: Candles<'_>) -> f64 {
    hit(c.doji(0), 100.0)
}

pub(super) fn dragonfly_doji(c: Candles<'_>) -> f64 {
    hit(c.doji(0) && c.no_upper(0) && c.lower(0) > c.tiny(0), 100.0)
}

pub(super) fn gravestone_doji(c: Candles<'_>) -> f64 {
    hit(c.doji(0) && c.no_lower(0) && c.upper(0) > c.tiny(0), 100.0)
}

pub(super) fn long_legged_doji(c: Candles<'_>) -> f64 {
    hit(c.doji(0) && (c.lower(0) > c.body(0) || c.upper(0) > c.body(0)), 100.0)
}

pub(super) fn rickshaw_man(c: Candles<'_>) -> f64 {
    let (middle, near) = (c.l(0) + c.range(0) / 2.0, c.near(0));
    let legs = c.lower(0) > c.body(0) && c.upper(0) > c.body(0);
    hit(c.doji(0) && legs && c.bottom(0) <= middle + near && c.top(0) >= middle - near, 100.0)
}

pub(super) fn takuri(c: Candles<'_>) -> f64 {
    hit(c.doji(0) && c.no_upper(0) && c.lower(0) > 2.0 * c.body(0), 100.0)
}

pub(super) fn high_wave(c: Candles<'_>) -> f64 {
    hit(c.short(0) && c.upper(0) > 2.0 * c.body(0) && c.lower(0) > 2.0 * c.body(0), c.side(0))
}

pub(super) fn spinning_top(c: Candles<'_>) -> f64 {
    hit(c.short(0) && c.upper(0) > c.body(0) && c.lower(0) > c.body(0), c.side(0))
}

pub(super) fn long_line(c: Candles<'_>) -> f64 {
    let bound = c.short_shadow(0);
    hit(c.long(0) && c.upper(0) < bound && c.lower(0) < bound, c.side(0))
}

pub(super) fn short_line(c: Candles<'_>) -> f64 {
    let bound = c.short_shadow(0);
    hit(c.short(0) && c.upper(0) < bound && c.lower(0) < bound, c.side(0))
}
