//! Machines, outlook, tip and files of a site.

use hashinsight_mining::consensus::{BLOCKS_PER_PERIOD, Nbits};
use hashinsight_units::{Error, Fault, Fraction, Hashrate, Height, Power, Problem, Record, Usd};

use super::{Percent, Written};

/// Which machines of the catalog are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum SiteCatalog {
    /// Those whose sources agree.
    Undisputed,
    /// All of them, with what speaks against their figures.
    All,
    /// None of them.
    None,
}

/// File that a site document names.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct SiteFile {
    /// Name of the file, as the document writes it.
    #[record(example = "hours.csv")]
    pub name: String,
    /// Text of the file.
    #[record(example = "time,usd_per_kwh\n2026-06-01T00:00Z,0.05\n")]
    pub text: String,
}

/// So many machines of one kind.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SiteMachine {
    /// Model: one of the catalog, or any other with its figures.
    #[record(example = "Antminer S21 XP")]
    pub model: String,
    /// Number of machines.
    #[record(example = 300, range = 1..=1_000_000_000)]
    pub count: u32,
    /// Hashrate of one machine while running, as text with its unit. Absent: that of the catalog.
    pub hashrate: Option<Written<Hashrate>>,
    /// Power of one machine at the wall while running, as text with its unit. Absent: that of the catalog.
    pub power: Option<Written<Power>>,
    /// Price of one machine, as text with its unit. Absent: not known, and there is no return on it.
    pub price: Option<Written<Usd>>,
}

impl SiteMachine {
    /// Own figures, where there are any.
    pub(crate) fn figures(&self) -> Result<Option<(Hashrate, Power)>, Error> {
        let missing = |field: &'static str, with: &str| {
            let fault = Fault::new(format!("report.{field}"), Problem::Missing).at(field);
            Err(fault.allowed(format!("with {with}")).into())
        };
        match (self.hashrate, self.power) {
            (Some(hashrate), Some(power)) => Ok(Some((hashrate.get(), power.get()))),
            (None, None) => Ok(None),
            (Some(_), None) => missing("power", "hashrate"),
            (None, Some(_)) => missing("hashrate", "power"),
        }
    }
}

/// How the world is assumed to move on.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SiteOutlook {
    /// Height of the next block on the midnight after the last day; it decides when the subsidy halves.
    #[record(example = 951_984)]
    pub height: Height,
    /// Change of difficulty per retarget, in percent as text: -75 % to 300 %.
    #[record(example = "1 %")]
    pub difficulty_growth: Written<Percent>,
    /// Change of the price per retarget, in percent as text: -99 % to 1000 %.
    #[record(example = "0 %")]
    pub price_growth: Written<Percent>,
    /// Return that is demanded per year, in percent as text: -50 % to 1000 %.
    #[record(example = "10 %")]
    pub discount_rate: Written<Percent>,
    /// Part of their hashrate that machines lose per month, in percent as text. Absent: nothing.
    pub hashrate_decay: Option<Written<Fraction>>,
}

/// Tip of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SiteTip {
    /// Height of the last block.
    #[record(example = 952_560)]
    pub height: Height,
    /// Header time of the last block, in Unix seconds.
    #[record(example = 1_780_617_600)]
    pub time_s: u32,
    /// Header time of the first block of its epoch, in Unix seconds.
    #[record(example = 1_780_012_800)]
    pub epoch_start_s: u32,
    /// Compact target of the epoch. Absent: that of the last day's difficulty, if the epoch began by then.
    pub nbits: Option<Nbits>,
    /// Confidence of the band, in percent as text. Absent: 95 %.
    pub confidence: Option<Written<Fraction>>,
}

impl SiteTip {
    /// What the fields must be together.
    pub(crate) fn accept(&self) -> Result<(), Error> {
        if let Some(confidence) = self.confidence.map(Written::get)
            && [Fraction::ZERO, Fraction::ONE].contains(&confidence)
        {
            let fault = Fault::new("report.confidence", Problem::OutOfRange).at("confidence").got(confidence);
            return Err(fault.allowed("above 0 and below 1").into());
        }
        // On the first block of an epoch the two are one block; later they may only be in this order.
        if self.time_s <= self.epoch_start_s && !self.height.get().is_multiple_of(BLOCKS_PER_PERIOD) {
            let after = Fault::new("report.time_s", Problem::OutOfRange).at("time_s").got(self.time_s);
            return Err(after.allowed(format!("after epoch_start_s, {}", self.epoch_start_s)).into());
        }
        Ok(())
    }
}

/// Choices about the signals.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SiteSignals {
    /// Days after which a sale is judged.
    #[record(default = 7, example = 7, range = 1..=365)]
    pub horizon_days: u32,
    /// Whether scores become probabilities by maps fitted to the days before the last horizon. `false`: by assumed maps, and nothing is sold but
    /// trimmed.
    #[record(default = true)]
    pub calibrated: bool,
}
