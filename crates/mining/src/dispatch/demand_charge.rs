//! Steering by a demand charge: what each kW of a month's peak costs, laid on the hours that make the peak.
//!
//! A machine's margin in an hour is `hashprice · phs - price · kwh`. A surcharge on the price of the month's hours that
//! adds up to the demand rate is the charge's shadow price: for any such surcharge the best plan at surcharged prices
//! leaves at least what the best plan leaves under the bill (Lagrangian duality). The one that decides is
//!
//! ```text
//! surcharge(hour) = max(hashprice(hour) · e - price(hour), 0)      e such that the month's surcharges add up to the rate
//! ```
//!
//! In every surcharged hour the decision is then the same, that of price over hashprice `e`, so the load is the month's
//! peak in all of them, and dearer hours run no more. The bound is met: without minimum times and start costs the plan is
//! the best there is, under a site's limit too. Otherwise what the surcharged hours lie below the peak is the gap.

use std::ops::Range;

use hashinsight_numerics::max;
use hashinsight_units::W_PER_KW;

use super::hours::{HourPrice, Hours};

/// What a surcharged hour is decided by: its margin is `weight` times that at `price`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Signal {
    pub(super) price: HourPrice,
    pub(super) weight: f64,
}

/// The demand charge as a surcharge on the hours.
pub(super) struct Steering {
    pub(super) signals: Vec<Signal>,
    /// In USD/kWh; sums to the rate in each month, or less.
    surcharge: Vec<f64>,
    months: Vec<Range<usize>>,
}

impl Steering {
    /// `rate` is in USD per kW-month; `months` are the hours of each.
    pub(super) fn of(hours: &Hours, months: Vec<Range<usize>>, rate: f64) -> Self {
        let signals = hours.iter().map(|price| Signal { price, weight: 1.0 }).collect();
        let mut steering = Self { signals, surcharge: vec![0.0; hours.price.len()], months: Vec::new() };
        for month in &months {
            let (signals, surcharge) = (&mut steering.signals[month.clone()], &mut steering.surcharge[month.clone()]);
            // Power that is paid for and earns nothing else: no ratio of price to hashprice tells these hours apart.
            let paid = |hour: &HourPrice| if hour.hashprice > 0.0 { 0.0 } else { max(-hour.usd_per_kwh, 0.0) };
            let all_paid = signals.iter().fold(0.0, |sum, signal| sum + paid(&signal.price));
            if all_paid > rate {
                let part = rate / all_paid;
                for (signal, surcharge) in signals.iter_mut().zip(surcharge) {
                    let paid = paid(&signal.price);
                    *surcharge = part * paid;
                    if paid > 0.0 {
                        let price = HourPrice { hashprice: 0.0, usd_per_kwh: -1.0 };
                        *signal = Signal { price, weight: paid - *surcharge };
                    }
                }
            } else if let Some(ratio) = critical_ratio(signals, rate - all_paid) {
                for (signal, surcharge) in signals.iter_mut().zip(surcharge) {
                    let HourPrice { hashprice, usd_per_kwh } = signal.price;
                    *surcharge = max(hashprice * ratio - usd_per_kwh, 0.0);
                    if *surcharge > 0.0 {
                        let price = HourPrice { hashprice: 1.0, usd_per_kwh: ratio };
                        *signal = Signal { price, weight: hashprice };
                    }
                }
            } else {
                // Nothing is earned: the peak pays for itself in no hour, and what is left of the rate lies on the first.
                for (hour, (signal, surcharge)) in signals.iter_mut().zip(surcharge).enumerate() {
                    *surcharge = paid(&signal.price) + if hour == 0 { rate - all_paid } else { 0.0 };
                    signal.price.usd_per_kwh += *surcharge;
                }
            }
        }
        steering.months = months;
        steering
    }

    /// How much the best plan can leave more than the best at surcharged prices, in USD: surcharges that were not
    /// earned by a load at the month's peak.
    pub(super) fn gap(&self, load_w: &[f64]) -> f64 {
        let mut gap = 0.0;
        for month in &self.months {
            let loads = &load_w[month.clone()];
            let peak = loads.iter().copied().fold(0.0, max);
            let below = loads.iter().zip(&self.surcharge[month.clone()]);
            gap = below.fold(gap, |gap, (load, surcharge)| gap + surcharge * ((peak - load) / W_PER_KW));
        }
        gap
    }
}

/// The ratio of price to hashprice at which surcharges of hours that earn add up to `rate`. `None` where no hour earns.
fn critical_ratio(signals: &[Signal], rate: f64) -> Option<f64> {
    let ratio = |price: &HourPrice| price.usd_per_kwh / price.hashprice;
    let mut earning: Vec<HourPrice> =
        signals.iter().map(|signal| signal.price).filter(|price| price.hashprice > 0.0).collect();
    earning.sort_by(|a, b| ratio(a).total_cmp(&ratio(b)));
    let (mut hashprice, mut price, mut critical) = (0.0, 0.0, None);
    for (place, hour) in earning.iter().enumerate() {
        hashprice += hour.hashprice;
        price += hour.usd_per_kwh;
        let all_so_far = (rate + price) / hashprice;
        critical = Some(all_so_far);
        // The next hour is dearer than that, so these are all.
        if earning.get(place + 1).is_none_or(|next| all_so_far <= ratio(next)) {
            break;
        }
    }
    critical.filter(|critical| critical.is_finite())
}
