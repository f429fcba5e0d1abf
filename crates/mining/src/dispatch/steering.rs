//! Steering by a demand charge: what each kW of a month's peak costs, laid on the intervals that make the peak.
//!
//! A machine's margin in an interval is `hashprice · phs - price · kwh`. A surcharge on the price of the month's
//! intervals that adds up to the demand rate is the charge's shadow price: for any such surcharge the best plan at
//! surcharged prices leaves at least what the best plan leaves under the bill (Lagrangian duality). The one that decides
//! is
//!
//! ```text
//! surcharge(t) = max(hashprice(t) · e - price(t), 0)      e such that the month's surcharges add up to the rate
//! ```
//!
//! In every surcharged interval the decision is then the same, that of price over hashprice `e`, so the load is the
//! month's peak in all of them, and dearer ones run no more. The bound is met: without minimum times and start costs the
//! plan is the best there is, under a site's limit too. Of several charges the one with the fewest intervals is laid
//! first; where each lies within the next or apart from it, the bound is met again: either an inner peak is below the
//! outer one, and its intervals carry none of the outer charge, or both are one peak.

use hashinsight_numerics::max;
use hashinsight_units::Order;

use super::dual::Dual;
use super::hours::{HourPrice, Hours};
use crate::tariff::Terms;

/// What a surcharged interval is decided by: its margin is `weight` times that at `price`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Signal {
    pub(super) price: HourPrice,
    pub(super) weight: f64,
}

/// The bill as prices of the intervals.
pub(super) struct Steering {
    pub(super) signals: Vec<Signal>,
    /// Of each charge, in USD/kWh; they sum to the charge's rate in each month, or less.
    pub(super) surcharges: Vec<Vec<f64>>,
    /// Prices with all surcharges.
    prices: Vec<f64>,
}

impl Steering {
    /// `hours` are at what an interval costs by itself.
    pub(super) fn of(hours: &Hours, terms: &Terms, dual: &Dual) -> Self {
        let mut prices = hours.price.clone();
        for (at, month) in terms.months.iter().enumerate() {
            let (paid, tier) = (dual.paid[at], dual.tier[at] + terms.hours_use.least(at));
            if paid < 1.0 || tier != 0.0 {
                prices[month.intervals.clone()].iter_mut().for_each(|price| *price = paid * (*price + tier));
            }
        }
        let both = hours.hashprice.iter().zip(&prices);
        let signals = both.map(|(hashprice, price)| {
            let price = HourPrice { hashprice: *hashprice, usd_per_kwh: *price };
            Signal { price, weight: 1.0 }
        });
        let signals = signals.collect();
        let mut steering = Self { signals, surcharges: vec![vec![0.0; prices.len()]; terms.demand.len()], prices };
        let rates = dual.peak_rates(terms);
        for (at, month) in terms.months.iter().enumerate() {
            let counted = |charge: usize| -> Vec<usize> {
                month.intervals.clone().filter(|interval| terms.demand[charge].counts(*interval)).collect()
            };
            let mut charges: Vec<(usize, Vec<usize>)> = (0..terms.demand.len()).map(|c| (c, counted(c))).collect();
            charges.order_by_key(|(_, intervals)| intervals.len());
            for (charge, intervals) in charges {
                let rate = rates[charge][at] * dual.on_load(charge, at);
                steering.lay(&hours.hashprice, charge, &intervals, rate / terms.grid.hours_each());
            }
        }
        steering
    }

    /// As though every kWh cost so many USD more.
    pub(super) fn plus(hours: &Hours, usd_per_kwh: f64, charges: usize) -> Self {
        let prices: Vec<f64> = hours.price.iter().map(|price| price + usd_per_kwh).collect();
        let both = hours.hashprice.iter().zip(&prices);
        let signal = |(hashprice, price): (&f64, &f64)| {
            let price = HourPrice { hashprice: *hashprice, usd_per_kwh: *price };
            Signal { price, weight: 1.0 }
        };
        Self { signals: both.map(signal).collect(), surcharges: vec![vec![0.0; prices.len()]; charges], prices }
    }

    /// Lays a rate in USD/kWh on intervals.
    fn lay(&mut self, hashprices: &[f64], charge: usize, intervals: &[usize], rate: f64) {
        let Some(first) = intervals.first() else { return };
        if rate <= 0.0 {
            return;
        }
        let Self { signals, surcharges, prices } = self;
        let surcharge = &mut surcharges[charge];
        let hour = |at: usize| HourPrice { hashprice: hashprices[at], usd_per_kwh: prices[at] };
        // Power that is paid for and earns nothing else: no ratio of price to hashprice tells these intervals apart.
        let paid = |hour: HourPrice| if hour.hashprice > 0.0 { 0.0 } else { max(-hour.usd_per_kwh, 0.0) };
        let all_paid = intervals.iter().fold(0.0, |sum, at| sum + paid(hour(*at)));
        if all_paid > rate {
            let part = rate / all_paid;
            for at in intervals {
                let paid = paid(hour(*at));
                surcharge[*at] = part * paid;
                if paid > 0.0 {
                    let price = HourPrice { hashprice: 0.0, usd_per_kwh: -1.0 };
                    signals[*at] = Signal { price, weight: paid - surcharge[*at] };
                }
            }
        } else if let Some(ratio) = critical_ratio(intervals.iter().map(|at| hour(*at)), rate - all_paid) {
            for at in intervals {
                let HourPrice { hashprice, usd_per_kwh } = hour(*at);
                surcharge[*at] = max(hashprice * ratio - usd_per_kwh, 0.0);
                if surcharge[*at] > 0.0 {
                    let price = HourPrice { hashprice: 1.0, usd_per_kwh: ratio };
                    signals[*at] = Signal { price, weight: hashprice };
                }
            }
        } else {
            // Nothing is earned: the peak pays for itself nowhere, and what is left of the rate lies on the first.
            for at in intervals {
                surcharge[*at] = paid(hour(*at)) + if at == first { rate - all_paid } else { 0.0 };
                signals[*at].price.usd_per_kwh += surcharge[*at];
            }
        }
        for at in intervals {
            prices[*at] += surcharge[*at];
        }
    }
}

/// The ratio of price to hashprice at which surcharges of intervals that earn add up to `rate`. `None` where none earns.
fn critical_ratio(hours: impl Iterator<Item = HourPrice>, rate: f64) -> Option<f64> {
    let ratio = |price: &HourPrice| price.usd_per_kwh / price.hashprice;
    let mut earning: Vec<HourPrice> = hours.filter(|price| price.hashprice > 0.0).collect();
    earning.order_by(|a, b| ratio(a).total_cmp(&ratio(b)));
    let (mut hashprice, mut price, mut critical) = (0.0, 0.0, None);
    for (place, hour) in earning.iter().enumerate() {
        hashprice += hour.hashprice;
        price += hour.usd_per_kwh;
        let all_so_far = (rate + price) / hashprice;
        critical = Some(all_so_far);
        // The next interval is dearer than that, so these are all.
        if earning.get(place + 1).is_none_or(|next| all_so_far <= ratio(next)) {
            break;
        }
    }
    critical.filter(|critical| critical.is_finite())
}
