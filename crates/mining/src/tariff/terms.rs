//! The terms of a tariff over a span: every charge laid out interval by interval and month by month.

use std::ops::Range;

use hashinsight_numerics::max;
use hashinsight_units::{Error, Fraction, Power, Timestamp, Usd, W_PER_KW};

use super::charges::{DemandCharge, DemandRatchet, Tiers, check_charges};
use super::clock::MonthWalk;
use super::grid::{Grid, in_tariff};
use super::hours_use::DemandTiers;
use super::prices::Tariff;
use super::window::Holidays;
use crate::error;

/// A tariff over a span.
#[derive(Clone, Debug)]
pub(crate) struct Terms {
    pub(crate) grid: Grid,
    /// Price of each interval, in USD/kWh.
    pub(crate) prices: Vec<f64>,
    pub(crate) months: Vec<Month>,
    pub(crate) demand: Vec<DemandTerm>,
    /// Intervals that are charged for their load, and USD per kW.
    pub(crate) coincident: Vec<(usize, f64)>,
    pub(crate) tiers: Tiers,
    pub(crate) hours_use: DemandTiers,
    pub(crate) energy_so_far_kwh: f64,
    pub(crate) fixed_usd: f64,
    pub(crate) minimum_usd: f64,
    /// Energy of the contract block in an interval, in kWh, and its price.
    pub(super) block: (f64, f64),
}

impl Terms {
    /// Whether the bill is a price for each interval and a constant.
    pub(crate) fn is_linear(&self) -> bool {
        let no_blocks = self.tiers.is_empty() && self.hours_use.is_empty();
        self.demand.iter().all(|term| term.rate <= 0.0) && no_blocks && self.minimum_usd <= 0.0
    }

    /// Energy of a month before the span, in kWh.
    pub(crate) fn use_before(&self, month: usize) -> f64 {
        if month == 0 { self.energy_so_far_kwh } else { 0.0 }
    }

    /// Demands that are billed whatever the load is, with their charge.
    pub(crate) fn known_demands_kw(&self) -> Vec<(usize, f64)> {
        let mut known = Vec::new();
        for (charge, term) in self.demand.iter().enumerate() {
            let mut floors: Vec<f64> = term
                .ratchet
                .iter()
                .flat_map(|ratchet| {
                    let part = ratchet.fraction.get();
                    ratchet.earlier_kw().map(move |(_, kw)| part * kw)
                })
                .collect();
            floors.push(term.so_far_kw);
            known.extend(floors.into_iter().filter(|kw| *kw > 0.0).map(|kw| (charge, kw)));
        }
        known
    }
}

/// A calendar month of the tariff's clock, as far as the span touches it.
#[derive(Clone, Debug)]
pub(crate) struct Month {
    pub(crate) intervals: Range<usize>,
    pub(super) name: String,
    /// 1 to 12.
    of_year: u8,
}

/// A demand charge.
#[derive(Clone, Debug)]
pub(crate) struct DemandTerm {
    /// In USD per kW and month.
    pub(crate) rate: f64,
    /// Whether an interval counts; `None` where all do.
    counts: Option<Vec<bool>>,
    /// Peak of the first month before the span.
    pub(crate) so_far_kw: f64,
    ratchet: Option<DemandRatchet>,
}

/// What may set the billed demand of a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Floor {
    /// A part of the peak of a month of the span.
    OfMonth(usize, f64),
    /// A demand in kW that is known.
    Known(f64),
}

impl DemandTerm {
    pub(super) fn counts_all(&self) -> bool {
        self.counts.is_none()
    }

    pub(crate) fn counts(&self, interval: usize) -> bool {
        self.counts.as_ref().is_none_or(|counts| counts[interval])
    }

    /// What the billed demand of a month is the greatest of: its own peak first.
    pub(crate) fn floors(&self, months: &[Month], at: usize) -> Vec<Floor> {
        let mut floors = vec![Floor::OfMonth(at, 1.0)];
        if let Some(ratchet) = &self.ratchet {
            let (part, back) = (ratchet.fraction.get(), ratchet.months as usize);
            let of_span = (at.saturating_sub(back)..at).filter(|other| ratchet.counts(months[*other].of_year));
            floors.extend(of_span.map(|other| Floor::OfMonth(other, part)));
            // Months before the first of the span: its calendar month less so many.
            let first = i64::from(months[0].of_year) - 1;
            for (before, kw) in ratchet.earlier_kw() {
                let month = (first - i64::try_from(before).unwrap_or(i64::MAX / 2)).rem_euclid(12) + 1;
                let counts = u8::try_from(month).is_ok_and(|month| ratchet.counts(month));
                if at + before <= back && counts {
                    floors.push(Floor::Known(part * kw));
                }
            }
        }
        floors
    }

    /// The peak of each month in kW, what came before the span included.
    pub(crate) fn peaks_kw(&self, months: &[Month], load_w: &[f64]) -> Vec<f64> {
        let mut peaks = self.peaks_of_span_kw(months, load_w);
        peaks[0] = max(peaks[0], self.so_far_kw);
        peaks
    }

    /// The peak of each month in kW within the span.
    pub(crate) fn peaks_of_span_kw(&self, months: &[Month], load_w: &[f64]) -> Vec<f64> {
        let peak = |month: &Month| {
            let counted = month.intervals.clone().filter(|interval| self.counts(*interval));
            counted.fold(0.0, |peak, interval| max(peak, load_w[interval] / W_PER_KW))
        };
        months.iter().map(peak).collect()
    }
}

/// What a floor comes to.
pub(crate) fn floor_kw(floor: Floor, peaks_kw: &[f64]) -> f64 {
    match floor {
        Floor::OfMonth(month, part) => part * peaks_kw[month],
        Floor::Known(kw) => kw,
    }
}

impl Tariff {
    /// The terms over a grid.
    pub(crate) fn terms(&self, grid: Grid) -> Result<Terms, Error> {
        let prices = self.interval_prices(&grid)?;
        let clock = self.checked_clock()?;
        let mut months: Vec<Month> = Vec::new();
        let mut walk = MonthWalk::new(&clock);
        let mut last = (0, 0);
        for (at, time) in grid.times().enumerate() {
            let (year, month) = walk.month(time?)?;
            if (year, month) != last {
                last = (year, month);
                months.push(Month { intervals: at..at, name: format!("{year:04}-{month:02}"), of_year: month });
            }
            if let Some(open) = months.last_mut() {
                open.intervals.end = at + 1;
            }
        }
        let plain = self.demand_charge_usd_per_kw_month.map(DemandCharge::new);
        let charges = self.demand.as_deref().unwrap_or_default();
        let wrong = |error: Error| error.at("tariff");
        check_charges(charges).map_err(wrong)?;
        let holidays = Holidays::of(self.holidays.as_deref());
        let demand = plain.iter().chain(charges).map(|charge| {
            let window = |time: Timestamp| -> Result<bool, Error> {
                let local = clock.local(time);
                for window in charge.windows.iter().flatten() {
                    if window.when().holds(local, &holidays)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            };
            let counts = charge.windows.as_ref().map(|_| grid.times().map(|time| window(time?)).collect());
            Ok(DemandTerm {
                rate: charge.usd_per_kw_month.get(),
                counts: counts.transpose()?,
                so_far_kw: charge.peak_so_far_w.map_or(0.0, |peak| peak.get() / W_PER_KW),
                ratchet: charge.ratchet.clone(),
            })
        });
        let hours = grid.hours_each();
        let coincident = self.coincident_peaks.iter().flatten().filter_map(|peak| {
            let part = peak.probability.map_or(1.0, Fraction::get);
            Some((grid.interval_of(peak.time_ms)?, peak.usd_per_kw.get() * part))
        });
        let power = |power: Power| power.get() / W_PER_KW * hours;
        let demand: Vec<DemandTerm> = demand.collect::<Result<_, Error>>()?;
        let blocks = self.tiers.as_deref().unwrap_or_default().iter().map(|tier| (tier.up_to_kwh, tier.usd_per_kwh));
        let tiers = Tiers::of(blocks, ("tiers", "up_to_kwh")).map_err(wrong)?;
        let energy_so_far_kwh = self.energy_so_far()?;
        let span = (hours, energy_so_far_kwh);
        Ok(Terms {
            prices,
            hours_use: DemandTiers::of(self.hours_use.as_ref(), &demand, &months, span).map_err(wrong)?,
            demand,
            months,
            coincident: coincident.collect(),
            tiers,
            energy_so_far_kwh,
            fixed_usd: self.fixed_usd_per_month.map_or(0.0, Usd::get),
            minimum_usd: self.minimum_usd_per_month.map_or(0.0, Usd::get),
            block: self.contract.map_or((0.0, 0.0), |block| (power(block.power_w), block.price_usd_per_kwh.get())),
            grid,
        })
    }

    fn energy_so_far(&self) -> Result<f64, Error> {
        match self.energy_so_far_kwh.unwrap_or(0.0) {
            kwh if (0.0..=1e15).contains(&kwh) => Ok(kwh),
            kwh => {
                let field = "energy_so_far_kwh";
                Err(in_tariff(error::out_of_range(field, "", kwh, "0 to 1e15 kWh"), field))
            }
        }
    }
}
