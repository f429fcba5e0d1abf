//! Ribbons: averages of one series over several spans, and what their order and their distance say.

use hashinsight_numerics::state::impossible;
use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use crate::indicators::{Indicator, Sma, SmaParams};
use crate::refuse::below;

/// State of the hash ribbons (Edwards 2019).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum HashRibbon {
    /// The averages are not known yet.
    #[default]
    Unknown,
    /// Hashrate grows, or has recovered and the price has confirmed it.
    Expansion,
    /// The short average is below the long one: miners switch off.
    Capitulation,
    /// The short average has crossed back, and the price has not confirmed it yet.
    Recovery,
}

/// Spans and hysteresis of [`HashRibbons`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HashRibbonParams {
    /// Length of the short average of the hashrate, in days on which it was observed: below `long_length`.
    #[record(range = 1..=10_000, default = 30)]
    pub short_length: u32,
    /// Length of the long average of the hashrate, in days on which it was observed.
    #[record(range = 1..=10_000, default = 60)]
    pub long_length: u32,
    /// Distance by which the averages have to cross, as a fraction of the long one. 0 takes every crossing, and whipsaws.
    #[record(range = 0.0..=1.0, default = 0.005)]
    pub band: f64,
    /// Length of the short average of the price, in days: below `price_long_length`.
    #[record(range = 1..=10_000, default = 10)]
    pub price_short_length: u32,
    /// Length of the long average of the price, in days.
    #[record(range = 1..=10_000, default = 20)]
    pub price_long_length: u32,
}

/// The hash ribbons: averages of the hashrate over 30 and 60 days.
///
/// ```text
/// capitulation  from SMA_30 / SMA_60 - 1 < -band
/// recovery      from SMA_30 / SMA_60 - 1 >= band, after a capitulation
/// buy           the first day of the recovery on which SMA_10(price) > SMA_20(price); expansion after it
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct HashRibbons {
    short: Sma,
    long: Sma,
    price_short: Sma,
    price_long: Sma,
    ribbon: HashRibbon,
}

/// What the hash ribbons say on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HashRibbonDay {
    /// State after the day.
    pub ribbon: HashRibbon,
    /// Short average over the long one, less 1; NaN on a day without hashrate, and until the long average is known.
    pub spread: f64,
    /// Whether the price confirmed the recovery on this day.
    pub buy: bool,
}

impl HashRibbons {
    /// Makes a state ready for use: the default one, or one that was saved.
    ///
    /// # Errors
    /// Parameters outside their ranges; `state.bytes.out_of_range` for a state that no days give.
    pub fn prepare(&mut self, params: &HashRibbonParams) -> Result<(), Error> {
        params.check()?;
        below("short_length", params.short_length, "long_length", params.long_length)?;
        below("price_short_length", params.price_short_length, "price_long_length", params.price_long_length)?;
        self.short.prepare(&SmaParams::new(params.short_length))?;
        self.long.prepare(&SmaParams::new(params.long_length))?;
        self.price_short.prepare(&SmaParams::new(params.price_short_length))?;
        self.price_long.prepare(&SmaParams::new(params.price_long_length))
    }

    /// Takes a day; the hashrate is absent where it was not observed.
    ///
    /// ```
    /// use hashinsight_signals::modules::miner_cycle::{HashRibbon, HashRibbonParams, HashRibbons};
    /// let params = HashRibbonParams::new().short_length(1).long_length(2).price_short_length(1).price_long_length(2);
    /// let mut ribbons = HashRibbons::default();
    /// ribbons.prepare(&params)?;
    /// let hashrate = [100.0, 100.0, 90.0, 95.0, 96.0];
    /// let price = [10.0, 10.0, 9.0, 8.0, 9.0];
    /// let days: Vec<_> = hashrate.iter().zip(price).map(|(h, p)| ribbons.next(&params, Some(*h), p)).collect();
    /// assert_eq!(days[2].ribbon, HashRibbon::Capitulation);
    /// assert_eq!((days[3].ribbon, days[3].buy), (HashRibbon::Recovery, false));
    /// assert_eq!((days[4].ribbon, days[4].buy), (HashRibbon::Expansion, true));
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    pub fn next(&mut self, params: &HashRibbonParams, hashrate: Option<f64>, price: f64) -> HashRibbonDay {
        let averages = hashrate.map(|hashrate| (self.short.next(hashrate), self.long.next(hashrate)));
        let spread = averages.map_or(f64::NAN, |(short, long)| short / long - 1.0);
        let confirmed = self.price_short.next(price) > self.price_long.next(price);
        self.ribbon = match self.ribbon {
            HashRibbon::Capitulation if spread >= params.band => HashRibbon::Recovery,
            HashRibbon::Unknown | HashRibbon::Expansion | HashRibbon::Recovery if spread < -params.band => {
                HashRibbon::Capitulation
            }
            HashRibbon::Unknown if !spread.is_nan() => HashRibbon::Expansion,
            same => same,
        };
        let buy = self.ribbon == HashRibbon::Recovery && confirmed;
        if buy {
            self.ribbon = HashRibbon::Expansion;
        }
        HashRibbonDay { ribbon: self.ribbon, spread, buy }
    }
}

/// Lengths of the difficulty ribbon's averages, in days on which the difficulty was observed (Woo 2018).
pub const DIFFICULTY_RIBBON: [u32; 8] = [9, 14, 25, 40, 60, 90, 128, 200];

/// The difficulty ribbon: how close together eight averages of the difficulty lie.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DifficultyRibbon(Vec<Sma>);

impl Default for DifficultyRibbon {
    fn default() -> Self {
        Self(vec![Sma::default(); DIFFICULTY_RIBBON.len()])
    }
}

impl DifficultyRibbon {
    /// Makes a state ready for use: the default one, or one that was saved.
    ///
    /// # Errors
    /// `state.bytes.out_of_range` for a state that no days give.
    pub fn prepare(&mut self) -> Result<(), Error> {
        if self.0.len() != DIFFICULTY_RIBBON.len() {
            return Err(impossible("averages"));
        }
        let mut averages = self.0.iter_mut().zip(DIFFICULTY_RIBBON);
        averages.try_for_each(|(average, length)| average.prepare(&SmaParams::new(length)))
    }

    /// Takes a difficulty: the standard deviation of the eight averages over their mean, once all are known.
    ///
    /// ```
    /// use hashinsight_signals::modules::miner_cycle::DifficultyRibbon;
    /// let mut ribbon = DifficultyRibbon::default();
    /// ribbon.prepare()?;
    /// let compression = (0..200).map(|_| ribbon.next(1e14)).last().unwrap();
    /// assert_eq!(compression, Some(0.0)); // a difficulty that stands still
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    pub fn next(&mut self, difficulty: f64) -> Option<f64> {
        let averages: Vec<f64> = self.0.iter_mut().map(|average| average.next(difficulty)).collect();
        let count = averages.len() as f64;
        let mean = averages.iter().fold(0.0, |sum, one| sum + one) / count;
        let squares = averages.iter().fold(0.0, |sum, one| sum + (one - mean) * (one - mean));
        let compression = (squares / count).sqrt() / mean;
        (!compression.is_nan()).then_some(compression)
    }
}
