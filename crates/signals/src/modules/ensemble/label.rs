//! What the ensemble predicts: a statement that is true or false after a horizon.

use hashinsight_units::{AssetPrice, Fraction, Record};

/// Label that is predicted: whether holding loses against selling now.
///
/// `net = close[t + h] / close[t] - 1 + cost`, the return of holding, less the return `-cost` of a sale; the label is 1 where `net < 0`. It is known
/// at `t + h` and not before.
///
/// ```
/// use hashinsight_signals::modules::ensemble::Label;
/// use hashinsight_units::{AssetPrice, Fraction};
/// let label = Label::new(7).cost(Fraction::new(0.01)?);
/// let [now, later] = [100.0, 99.5].map(AssetPrice::constant);
/// assert!(label.net_return(now, later) > 0.0); // it fell by less than a sale would have cost
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Label {
    /// Horizon of the label, in bars.
    #[record(range = 1..=1000, example = 7)]
    pub horizon_bars: u32,
    /// Cost of a sale as a fraction of what is sold: holding saves it.
    #[record(default = Fraction::constant(0.002))]
    pub cost: Fraction,
}

impl Label {
    /// Return of holding over the horizon, net of what a sale would have cost.
    pub fn net_return(&self, now: AssetPrice, later: AssetPrice) -> f64 {
        (later.get() - now.get()) / now.get() + self.cost.get()
    }

    /// Number of labels that are independent of each other among overlapping ones, `n / h`: the variance of a mean of sums over `h` bars that
    /// start at each of `n` bars is that of `n / h` which do not overlap (Hansen and Hodrick 1980).
    pub fn effective(&self, labels: usize) -> f64 {
        labels as f64 / f64::from(self.horizon_bars)
    }
}
