//! VPIN over time: volume is cut into buckets of one size, each is split into what buyers and what sellers started, and the last `n` buckets say how
//! lopsided trading is (Easley, López de Prado and O'Hara 2012).

use std::collections::VecDeque;

use hashinsight_numerics::state::impossible;
use hashinsight_numerics::stream::Stream;
use hashinsight_units::json::Told;
use hashinsight_units::{AssetPrice, Error, Quantity, Record, Timestamp};

use super::impact::bulk_buy_fraction;
use crate::indicators::{DeviationParams, Indicator, StdDev};
use crate::refuse::{out_of_range, refuse};

/// Inputs of [`Vpin`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct VpinParams {
    /// Volume of a bucket, in units of base: above 0. A fiftieth of a usual day's is customary.
    #[record(range = 1e-8..=1e15, example = 400)]
    pub bucket_base: f64,
    /// Number of buckets.
    #[record(default = 50, range = 1..=10_000)]
    pub buckets: u32,
    /// Number of price changes whose standard deviation splits volumes of which no side is known.
    #[record(default = 50, range = 2..=100_000)]
    pub deviation_length: u32,
}

/// Volume that traded up to an instant, since the event before it.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = TradedVolumeColumns)]
#[non_exhaustive]
pub struct TradedVolume {
    /// Instant up to which it traded, in Unix milliseconds: after the one before it.
    #[record(example = 1_713_571_200_000)]
    pub time_ms: Timestamp,
    /// Last price, in quote currency per unit of base.
    #[record(example = 64_940)]
    pub price: AssetPrice,
    /// Volume that traded, in units of base.
    #[record(example = 120)]
    pub volume_base: Quantity,
    /// Volume that buyers started, in units of base, at most all of it. Absent: split by the change of the price.
    pub bought_base: Option<Quantity>,
}

/// Output of [`Vpin`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = VpinTable)]
#[non_exhaustive]
pub struct VpinOutput {
    /// VPIN, the mean of `|bought - sold| / volume` of the last buckets, 0 to 1; NaN before so many are full.
    pub vpin: f64,
    /// Fraction of this event's volume that buyers started; NaN while the deviation of the changes is not known.
    pub bought_fraction: f64,
    /// Number of buckets that this event filled.
    pub filled_buckets: f64,
}

/// VPIN, event by event. Volume without a known side is split by the normal distribution of its price change over the standard deviation of the last
/// changes; until that is known it is left out.
///
/// ```
/// use hashinsight_numerics::stream::batch;
/// use hashinsight_signals::modules::microstructure::{TradedVolume, Vpin, VpinParams};
/// use hashinsight_units::{AssetPrice, Quantity, Timestamp};
/// let traded = |ms: i64, volume, bought| -> Result<TradedVolume, hashinsight_units::Error> {
///     let time = Timestamp::from_ms(1_713_571_200_000 + ms)?;
///     Ok(TradedVolume::new(time, AssetPrice::new(64_940.0)?, Quantity::new(volume)?).bought_base(Quantity::new(bought)?))
/// };
/// let params = VpinParams::new(100.0).buckets(2);
/// let seen = batch::<Vpin>(&params, &[traded(0, 100.0, 60.0)?, traded(1, 150.0, 120.0)?])?;
/// assert!(seen[0].vpin.is_nan());
/// assert!((seen[1].vpin - 0.4).abs() < 1e-15); // of 20 and 60 in 100; the rest waits
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Vpin(VpinParams, VpinState);

/// The buckets, and the bucket that is being filled.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct VpinState {
    before: Option<(i64, f64)>,
    changes: StdDev,
    /// Bought less sold of each full bucket, without its sign.
    full: VecDeque<f64>,
    /// Volume of the bucket that is being filled, and bought less sold of it.
    filled: f64,
    excess: f64,
}

impl VpinState {
    /// Puts volume into buckets: how many it fills.
    fn put(&mut self, params: &VpinParams, volume: f64, excess: f64) -> f64 {
        let (size, most) = (params.bucket_base, params.buckets as usize);
        let room = size - self.filled;
        if volume < room {
            (self.filled, self.excess) = (self.filled + volume, self.excess + excess);
            return 0.0;
        }
        let lean = excess / volume; // of each part of the volume
        self.keep((self.excess + lean * room).abs(), most);
        let left = volume - room;
        let whole = (left / size).floor();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "few, or as many as are kept")]
        let count = if whole < most as f64 { whole as usize } else { most };
        (0..count).for_each(|_| self.keep((lean * size).abs(), most));
        let rest = left - whole * size;
        self.filled = if rest > 0.0 && rest < size { rest } else { 0.0 };
        self.excess = lean * self.filled;
        1.0 + whole
    }

    fn keep(&mut self, excess: f64, most: usize) {
        if self.full.len() == most {
            self.full.pop_front();
        }
        self.full.push_back(excess);
    }
}

impl Stream for Vpin {
    const PATH: &'static str = "signals.vpin";
    type Params = VpinParams;
    type State = VpinState;
    type Event = TradedVolume;
    type Output = VpinOutput;

    fn resume(params: &VpinParams, mut state: VpinState) -> Result<Self, Error> {
        params.check()?;
        state.changes.prepare(&DeviationParams::new(params.deviation_length))?;
        let sound = |excess: &f64| (0.0..=params.bucket_base * (1.0 + 1e-9)).contains(excess);
        let possible = state.full.len() <= params.buckets as usize
            && state.full.iter().all(sound)
            && (0.0..params.bucket_base).contains(&state.filled)
            && sound(&state.excess.abs())
            && state.before.is_none_or(|(_, price)| price > 0.0 && price.is_finite());
        if possible { Ok(Self(params.clone(), state)) } else { Err(impossible("buckets")) }
    }

    fn parts(&self) -> (&VpinParams, &VpinState) {
        (&self.0, &self.1)
    }

    fn update(&mut self, event: &TradedVolume) -> Result<VpinOutput, Error> {
        let Self(params, state) = self;
        let (time, price, volume) = (event.time_ms.to_ms(), event.price.get(), event.volume_base.get());
        if let Some((last, _)) = state.before.filter(|(last, _)| time <= *last) {
            return Err(out_of_range("time_ms", time, format!("after the event before it, {last}")));
        }
        if let Some(bought) = event.bought_base.map(Quantity::get).filter(|bought| *bought > volume) {
            return Err(refuse("bought_base", bought, format!("at most the volume, {}", Told(volume))));
        }
        let change = state.before.replace((time, price)).map(|(_, before)| price - before);
        let deviation = change.map_or(f64::NAN, |change| state.changes.next(change));
        let fraction = match (event.bought_base, change) {
            (Some(bought), _) if volume > 0.0 => bought.get() / volume,
            (None, Some(change)) if deviation > 0.0 => bulk_buy_fraction(change, deviation)?,
            (None, Some(_)) if deviation == 0.0 => 0.5,
            _ => f64::NAN,
        };
        let filled = if fraction.is_nan() { 0.0 } else { state.put(params, volume, volume * (2.0 * fraction - 1.0)) };
        let is_full = state.full.len() == params.buckets as usize;
        let excess = state.full.iter().fold(0.0, |sum, excess| sum + excess);
        let whole = f64::from(params.buckets) * params.bucket_base;
        let vpin = if is_full { excess / whole } else { f64::NAN };
        Ok(VpinOutput { vpin, bought_fraction: fraction, filled_buckets: filled })
    }
}
