//! Volume profile: the volume of some bars by price, each bar's spread evenly over its range; the point of control, and the value area around
//! it (Steidlmayer's market profile, by volume).

use std::collections::VecDeque;

use hashinsight_numerics::state::impossible;
use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::{Indicator, Output, Profile, Traded};

/// Inputs of [`VolumeProfile`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ProfileParams {
    /// Length of the window, in bars.
    #[record(range = 1..=10_000, example = 90)]
    pub length: u32,
    /// Number of equal steps of price between the least low and the greatest high.
    #[record(default = 24, range = 1..=1000)]
    pub bins: u32,
    /// Fraction of the volume that the value area holds at least.
    #[record(default = 0.7, range = 0.0..=1.0)]
    pub area: f64,
}

/// Volume of bars by price: the lower end of the first bin, the width of each, and their volumes. `None` without bars.
///
/// ```
/// use hashinsight_signals::indicators::{Traded, volume_bins};
/// let bars = [Traded { high: 94.0, low: 90.0, close: 92.0, volume: 8.0 }];
/// assert_eq!(volume_bins(&bars, 4), Some((90.0, 1.0, vec![2.0; 4])));
/// ```
pub fn volume_bins<'a>(bars: impl IntoIterator<Item = &'a Traded> + Clone, bins: u32) -> Option<(f64, f64, Vec<f64>)> {
    let ends = bars.clone().into_iter().map(|bar| (bar.low, bar.high));
    let wider = |a: (f64, f64), b: (f64, f64)| (if b.0 < a.0 { b.0 } else { a.0 }, if b.1 > a.1 { b.1 } else { a.1 });
    let (lowest, highest) = ends.reduce(wider)?;
    let width = (highest - lowest) / f64::from(bins);
    let mut volumes = vec![0.0; bins as usize];
    let last = volumes.len() - 1;
    let bin = |price: f64| -> usize {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative; held below")]
        let bin = if width > 0.0 { ((price - lowest) / width) as usize } else { 0 };
        bin.min(last)
    };
    for bar in bars {
        let (first, end, range) = (bin(bar.low), bin(bar.high), bar.high - bar.low);
        if first == end || range <= 0.0 {
            volumes[first] += bar.volume;
            continue;
        }
        for (index, volume) in volumes.iter_mut().enumerate().take(end + 1).skip(first) {
            let (from, to) = (lowest + index as f64 * width, lowest + (index + 1) as f64 * width);
            let top = if index == end || bar.high < to { bar.high } else { to };
            let overlap = top - if bar.low > from { bar.low } else { from };
            *volume += if overlap > 0.0 { bar.volume * overlap / range } else { 0.0 };
        }
    }
    Some((lowest, width, volumes))
}

/// Point of control and value area of [`volume_bins`]: grown from the greatest bin by one bin at a time, to the greater neighbor, upward
/// where both are equal, until it holds `area` of the volume. Without volume, NaN.
fn value_area(lowest: f64, width: f64, volumes: &[f64], area: f64) -> Profile {
    let total: f64 = volumes.iter().fold(0.0, |sum, volume| sum + volume);
    if total <= 0.0 {
        return Profile::NAN;
    }
    let best = |best: usize, index: usize| if volumes[index] > volumes[best] { index } else { best };
    let control = (0..volumes.len()).fold(0, best);
    let (mut low, mut high, mut held) = (control, control, volumes[control]);
    while held < area * total && (low > 0 || high + 1 < volumes.len()) {
        let below = if low > 0 { volumes[low - 1] } else { -1.0 };
        let above = volumes.get(high + 1).copied().unwrap_or(-1.0);
        if above >= below {
            high += 1;
            held += above;
        } else {
            low -= 1;
            held += below;
        }
    }
    let end = |bins: f64| lowest + bins * width;
    let share = held / total;
    Profile { control: end(control as f64 + 0.5), lower: end(low as f64), upper: end((high + 1) as f64), share }
}

/// Volume profile of the last bars. NaN while the window is not full, and where nothing traded in it.
///
/// ```
/// use hashinsight_signals::indicators::{Indicator, ProfileParams, Traded, VolumeProfile};
/// let mut profile = VolumeProfile::new(&ProfileParams::new(2).bins(2))?;
/// profile.next(Traded { high: 92.0, low: 90.0, close: 91.0, volume: 30.0 });
/// let seen = profile.next(Traded { high: 94.0, low: 92.0, close: 93.0, volume: 70.0 });
/// assert_eq!((seen.control, seen.lower, seen.upper, seen.share), (93.0, 92.0, 94.0, 0.7));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct VolumeProfile {
    bars: VecDeque<Traded>,
    #[serde(skip)]
    length: usize,
    #[serde(skip)]
    bins: u32,
    #[serde(skip)]
    area: f64,
}

impl Indicator for VolumeProfile {
    const PATH: &'static str = "signals.volume_profile";
    type Params = ProfileParams;
    type Input = Traded;
    type Output = Profile;

    fn prepare(&mut self, params: &ProfileParams) -> Result<(), Error> {
        params.check()?;
        (self.length, self.bins, self.area) = (params.length as usize, params.bins, params.area);
        let possible = |bar: &Traded| [bar.high, bar.low, bar.close, bar.volume].iter().all(|part| part.is_finite());
        let possible = self.bars.len() <= self.length && self.bars.iter().all(possible);
        if possible { Ok(()) } else { Err(impossible("bars")) }
    }

    fn next(&mut self, bar: Traded) -> Profile {
        if self.bars.len() == self.length {
            self.bars.pop_front();
        }
        self.bars.push_back(bar);
        if self.bars.len() < self.length {
            return Profile::NAN;
        }
        volume_bins(&self.bars, self.bins)
            .map_or(Profile::NAN, |(lowest, width, volumes)| value_area(lowest, width, &volumes, self.area))
    }

    fn warmup(params: &ProfileParams) -> u64 {
        u64::from(params.length) - 1
    }
}
