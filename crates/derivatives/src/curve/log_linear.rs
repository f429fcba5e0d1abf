//! A factor that grows at a rate which is constant between pillars.

/// Logarithm of a factor by time: 0 now, given at the pillars, straight between them, and on as before beyond the last.
pub(super) struct LogLinear {
    /// Times and logarithms, now included.
    pillars: Vec<(f64, f64)>,
}

impl LogLinear {
    /// Pillars at rising times above 0, one at least.
    pub(super) fn new(pillars: impl Iterator<Item = (f64, f64)>) -> Self {
        Self { pillars: std::iter::once((0.0, 0.0)).chain(pillars).collect() }
    }

    /// Logarithm of the factor, and the rate from that time on.
    pub(super) fn at(&self, time: f64) -> (f64, f64) {
        let after = self.pillars.partition_point(|(pillar, _)| *pillar <= time);
        let segment = after.clamp(1, self.pillars.len() - 1);
        let ((t0, g0), (t1, g1)) = (self.pillars[segment - 1], self.pillars[segment]);
        let rate = (g1 - g0) / (t1 - t0);
        // At a pillar its own number.
        let (from, value) = self.pillars[after - 1];
        (value + rate * (time - from), rate)
    }
}
