//! What a candle looks like beside those before it: TA-Lib's settings, each a mean over the candles before, times a factor.

use crate::indicators::Ohlc;

/// The last candles, newest first: `k` is the age of a candle in bars.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candles<'a>(pub(super) &'a [Ohlc]);

impl Candles<'_> {
    pub(super) fn o(self, k: usize) -> f64 {
        self.0[k].open
    }

    pub(super) fn h(self, k: usize) -> f64 {
        self.0[k].high
    }

    pub(super) fn l(self, k: usize) -> f64 {
        self.0[k].low
    }

    pub(super) fn c(self, k: usize) -> f64 {
        self.0[k].close
    }

    /// Whether it closed no lower than it opened: white.
    pub(super) fn white(self, k: usize) -> bool {
        self.c(k) >= self.o(k)
    }

    pub(super) fn black(self, k: usize) -> bool {
        !self.white(k)
    }

    /// 100 of a white candle, -100 of a black one.
    pub(super) fn side(self, k: usize) -> f64 {
        if self.white(k) { 100.0 } else { -100.0 }
    }

    pub(super) fn body(self, k: usize) -> f64 {
        (self.c(k) - self.o(k)).abs()
    }

    /// Upper end of the body.
    pub(super) fn top(self, k: usize) -> f64 {
        if self.white(k) { self.c(k) } else { self.o(k) }
    }

    /// Lower end of the body.
    pub(super) fn bottom(self, k: usize) -> f64 {
        if self.white(k) { self.o(k) } else { self.c(k) }
    }

    pub(super) fn upper(self, k: usize) -> f64 {
        self.h(k) - self.top(k)
    }

    pub(super) fn lower(self, k: usize) -> f64 {
        self.bottom(k) - self.l(k)
    }

    pub(super) fn range(self, k: usize) -> f64 {
        self.h(k) - self.l(k)
    }

    /// Whether body `a` lies above body `b`, with a gap between them.
    pub(super) fn gap_up(self, a: usize, b: usize) -> bool {
        self.bottom(a) > self.top(b)
    }

    pub(super) fn gap_down(self, a: usize, b: usize) -> bool {
        self.top(a) < self.bottom(b)
    }

    /// Whether candle `a` lies above candle `b`, shadows and all.
    pub(super) fn clear_above(self, a: usize, b: usize) -> bool {
        self.l(a) > self.h(b)
    }

    pub(super) fn clear_below(self, a: usize, b: usize) -> bool {
        self.h(a) < self.l(b)
    }

    /// Mean of a size over so many candles before one.
    fn mean(self, k: usize, count: usize, size: fn(Self, usize) -> f64) -> f64 {
        (k + 1..=k + count).rev().fold(0.0, |sum, age| sum + size(self, age)) / count as f64
    }

    pub(super) fn usual_body(self, k: usize) -> f64 {
        self.mean(k, 10, Self::body)
    }

    /// A body longer than the ten before it.
    pub(super) fn long(self, k: usize) -> bool {
        self.body(k) > self.usual_body(k)
    }

    pub(super) fn short(self, k: usize) -> bool {
        self.body(k) < self.usual_body(k)
    }

    /// A tenth of the usual range: the most that a body of a doji measures, and the bound of a very short shadow.
    pub(super) fn tiny(self, k: usize) -> f64 {
        0.1 * self.mean(k, 10, Self::range)
    }

    pub(super) fn doji(self, k: usize) -> bool {
        self.body(k) <= self.tiny(k)
    }

    pub(super) fn no_upper(self, k: usize) -> bool {
        self.upper(k) < self.tiny(k)
    }

    pub(super) fn no_lower(self, k: usize) -> bool {
        self.lower(k) < self.tiny(k)
    }

    /// Bound of a short shadow: half of the usual shadows, the mean of an upper and a lower one.
    pub(super) fn short_shadow(self, k: usize) -> f64 {
        self.mean(k, 10, |candles, age| candles.range(age) - candles.body(age)) / 2.0
    }

    /// Distances that count as near, far and none.
    pub(super) fn near(self, k: usize) -> f64 {
        0.2 * self.mean(k, 5, Self::range)
    }

    pub(super) fn far(self, k: usize) -> f64 {
        0.6 * self.mean(k, 5, Self::range)
    }

    fn equal(self, k: usize) -> f64 {
        0.05 * self.mean(k, 5, Self::range)
    }

    /// Whether a price is as good as another, by the ranges before candle `k`.
    pub(super) fn same(self, price: f64, other: f64, k: usize) -> bool {
        let around = self.equal(k);
        price <= other + around && price >= other - around
    }

    /// Whether a price is at most as good as another.
    pub(super) fn at_most_same(self, price: f64, other: f64, k: usize) -> bool {
        price <= other + self.equal(k)
    }

    /// Whether `a` opens in the body of the white candle `b`, or just above it.
    pub(super) fn opens_in_white(self, a: usize, b: usize) -> bool {
        self.o(a) > self.o(b) && self.o(a) <= self.c(b) + self.near(b)
    }

    /// Whether `a` opens in the body of `b`, or near it.
    pub(super) fn opens_near(self, a: usize, b: usize) -> bool {
        let near = self.near(b);
        self.o(a) >= self.bottom(b) - near && self.o(a) <= self.top(b) + near
    }

    /// Whether body `a` lies within body `b`; `Some(false)` where an end touches.
    pub(super) fn within(self, a: usize, b: usize) -> Option<bool> {
        let inside = self.top(a) < self.top(b) && self.bottom(a) > self.bottom(b);
        (self.top(a) <= self.top(b) && self.bottom(a) >= self.bottom(b)).then_some(inside)
    }

    /// Whether three candles rise, of one side or not.
    pub(super) fn closes_rise(self) -> bool {
        self.c(0) > self.c(1) && self.c(1) > self.c(2)
    }

    pub(super) fn all_white(self, ages: std::ops::Range<usize>) -> bool {
        ages.into_iter().all(|k| self.white(k))
    }

    pub(super) fn all_black(self, ages: std::ops::Range<usize>) -> bool {
        ages.into_iter().all(|k| self.black(k))
    }
}
