//! What a tariff charges besides the price of energy: demand, coincident peaks, blocks of the month's use.

use hashinsight_units::{At, EnergyPrice, Error, FieldPath, Fraction, Power, Record, Timestamp, Usd, W_PER_KW};

use super::window::{BillingWindow, check_months};
use crate::error;

const MAX_CHARGES: usize = 16;
const MAX_TIERS: usize = 100;
const MAX_MONTHS: u32 = 24;

/// A demand charge: for each kW of the highest mean load of a settlement interval in the month.
///
/// ```
/// use hashinsight_mining::tariff::{BillingWindow, DayKind, DemandCharge, DemandRatchet};
/// use hashinsight_units::{Fraction, Usd};
/// // On-peak demand from 11 to 21 on weekdays, and not below 80 % of the highest of the last 11 summer months.
/// let charge = DemandCharge::new(Usd::new(10.0)?)
///     .windows(vec![BillingWindow::new(11, 21).days(DayKind::Weekdays)])
///     .ratchet(DemandRatchet::new(Fraction::new(0.8)?, 11).in_months(vec![5, 6, 7, 8, 9, 10]));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DemandCharge {
    /// Rate of the charge in USD per kW and calendar month.
    #[record(example = 10)]
    pub usd_per_kw_month: Usd,
    /// Windows of the day whose settlement intervals count, those that begin within. Absent: all intervals.
    pub windows: Option<Vec<BillingWindow>>,
    /// Highest load that counted in the first month before the span began, in watts. Absent: 0, the month begins with
    /// the span.
    pub peak_so_far_w: Option<Power>,
    /// Floor of the billed demand by the peaks of earlier months. Absent: each month stands alone.
    pub ratchet: Option<DemandRatchet>,
}

/// A ratchet: a month is billed for at least a fraction of the highest peak of the months before it.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DemandRatchet {
    /// Fraction of the earlier peak that is billed at least: 0.8 for 80 %.
    #[record(example = 0.8)]
    pub fraction: Fraction,
    /// Number of months before a month that are looked at, 1 to 24; 11 make a year with the month itself.
    #[record(example = 11)]
    pub months: u32,
    /// Calendar months, 1 to 12, whose peaks count. Absent: all.
    pub in_months: Option<Vec<u8>>,
    /// Peaks of the months before the span, in watts, the latest last. Absent: there were none.
    pub earlier_peaks_w: Option<Vec<Power>>,
}

/// A charge for the load in one interval, such as that of a grid's highest load.
///
/// ```
/// use hashinsight_mining::tariff::CoincidentPeak;
/// use hashinsight_units::{Fraction, Timestamp, Usd};
/// // One hour that will be one of the four peaks of the summer with a probability of 30 %.
/// let peak = CoincidentPeak::new(Timestamp::from_s(1_786_482_000)?, Usd::new(16.0)?).probability(Fraction::new(0.3)?);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CoincidentPeak {
    /// Instant within the settlement interval that counts, in Unix milliseconds. Outside the span nothing is charged.
    #[record(example = 1_786_482_000_000)]
    pub time_ms: Timestamp,
    /// Charge for each kW of the interval's mean load, in USD.
    #[record(example = 16)]
    pub usd_per_kw: Usd,
    /// Probability that the interval counts; what is charged is the expectation. Absent: 1, it is known to count.
    pub probability: Option<Fraction>,
}

/// A block of the month's use, with its charge on top of the price of energy.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct EnergyTier {
    /// End of the block in kWh of the calendar month, above that of the block before. Absent, in the last block only: it
    /// has no end.
    pub up_to_kwh: Option<f64>,
    /// Charge of a kWh in the block, in USD/kWh.
    #[record(example = 0.0549)]
    pub usd_per_kwh: EnergyPrice,
}

impl DemandCharge {
    pub(super) fn check(&self) -> Result<(), Error> {
        for (index, window) in self.windows.iter().flatten().enumerate() {
            window.when().check().index(index).at("windows")?;
        }
        self.ratchet.as_ref().map_or(Ok(()), |ratchet| ratchet.check().at("ratchet"))
    }
}

impl DemandRatchet {
    fn check(&self) -> Result<(), Error> {
        if !(1..=MAX_MONTHS).contains(&self.months) {
            return Err(error::out_of_range("months", "months", self.months, "1 to 24 months"));
        }
        // The list has a name of its own.
        check_months(self.in_months.as_deref()).map_err(|_| {
            let list = self.in_months.as_deref().unwrap_or_default();
            let at = list.iter().position(|month| !(1..=12).contains(month)).unwrap_or(0);
            error::out_of_range("months", FieldPath::new("in_months").index(at), list[at], "1 to 12")
        })
    }

    /// Peaks before the span in kW, the latest first, with how many months before it.
    pub(super) fn earlier_kw(&self) -> impl Iterator<Item = (usize, f64)> {
        let peaks = self.earlier_peaks_w.as_deref().unwrap_or_default();
        peaks.iter().rev().enumerate().map(|(at, peak)| (at + 1, peak.get() / W_PER_KW))
    }

    pub(super) fn counts(&self, month: u8) -> bool {
        self.in_months.as_deref().is_none_or(|months| months.contains(&month))
    }
}

pub(super) fn check_charges(charges: &[DemandCharge]) -> Result<(), Error> {
    if charges.len() > MAX_CHARGES {
        return Err(error::list_length("demand", "demand", charges.len(), "at most 16 demand charges"));
    }
    charges.iter().enumerate().try_for_each(|(at, charge)| charge.check().index(at)).at("demand")
}

/// Blocks of the month's use: where each begins, in kWh, and what a kWh costs there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tiers(pub(crate) Vec<(f64, f64)>);

impl Tiers {
    /// Blocks by their ends, all but the last, and charges, in a list and a field of that name.
    pub(super) fn of(
        blocks: impl ExactSizeIterator<Item = (Option<f64>, EnergyPrice)>,
        (list, field): (&'static str, &'static str),
    ) -> Result<Self, Error> {
        let count = blocks.len();
        if count > MAX_TIERS {
            return Err(error::list_length(list, list, count, "at most 100 blocks"));
        }
        let mut begin = 0.0;
        let mut tiers = Vec::with_capacity(count);
        for (at, (end, price)) in blocks.enumerate() {
            tiers.push((begin, price.get()));
            let last = at + 1 == count;
            let path = || FieldPath::new(list).index(at).field(field);
            match end {
                None if last => {}
                None => return Err(error::missing(field, path(), "the end of every block but the last")),
                Some(end) if last => {
                    return Err(error::out_of_range(field, path(), end, "absent: the last block has no end"));
                }
                Some(end) if end > begin && end.is_finite() => begin = end,
                Some(end) => {
                    return Err(error::out_of_range(field, path(), end, "above the end of the block before"));
                }
            }
        }
        Ok(Self(tiers))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Charge of all kWh from 0 up to here, in USD.
    pub(crate) fn cost(&self, kwh: f64) -> f64 {
        self.cost_at(kwh, 1.0)
    }

    /// [`cost`](Self::cost) where the blocks' ends are told per kW.
    pub(crate) fn cost_at(&self, kwh: f64, kw: f64) -> f64 {
        let begins = self.0.iter().map(|(begin, price)| (begin * kw, price));
        let ends = self.0.iter().skip(1).map(|(begin, _)| begin * kw).chain([f64::INFINITY]);
        let mut usd = 0.0;
        for ((begin, price), end) in begins.zip(ends) {
            if kwh > begin {
                usd += price * ((if kwh < end { kwh } else { end }) - begin);
            }
        }
        usd
    }

    /// Charge of one more kWh here.
    pub(crate) fn price(&self, kwh: f64) -> f64 {
        let block = self.0.iter().rev().find(|(begin, _)| kwh >= *begin).or(self.0.first());
        block.map_or(0.0, |(_, price)| *price)
    }
}
