//! Where levels come from, as bars make them.

use std::collections::VecDeque;

use hashinsight_numerics::state::impossible;
use hashinsight_units::Error;
use serde::{Deserialize, Serialize};

use super::ConfluenceParams;
use super::level::{Level, Source};
use crate::indicators::{
    AnchoredVwap, AnchoredVwapParams, Candle, ExtremeParams, Indicator, PivotMethod, ProfileParams, RollingMax,
    RollingMin, Traded, VolumeProfile, pivot_levels,
};
use crate::modules::ClosedBar;
use crate::modules::pivot::{Pivot, PivotWatch};

/// Fractions of a leg at which it is expected to be retraced, and multiples to which it is extended.
const FIBONACCI: [f64; 7] = [0.236, 0.382, 0.5, 0.618, 0.786, 1.272, 1.618];
/// Ages beyond which a turning point is forgotten, in multiples of the decay.
const FORGOTTEN: f64 = 4.0;

/// All that levels are made of.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Sources {
    watch: PivotWatch,
    /// Turning points that are not forgotten, oldest first.
    turns: VecDeque<Pivot>,
    /// The last two turning points that alternate: a leg.
    leg: [Option<Pivot>; 2],
    /// Bars of the profile's window with their volumes; empty where bars have none.
    traded: VecDeque<Traded>,
    /// Average since the last turning point, its price, and the bar of that point.
    vwap: Option<(AnchoredVwap, f64, u32)>,
    /// Period that runs, its bars, and the last one that is over.
    period: Option<Candle>,
    period_bars: u32,
    over: Option<Candle>,
    /// Point of control and value area at the end of that period.
    profile: Option<[f64; 3]>,
    highest: RollingMax,
    lowest: RollingMin,
    /// Highest and lowest of the year up to the bar before the last, and up to the last.
    extremes: [Option<[f64; 2]>; 2],
}

impl Sources {
    pub(super) fn prepare(&mut self, params: &ConfluenceParams) -> Result<(), Error> {
        self.watch.prepare(params.pivot_bars, params.pivot_bars)?;
        self.highest.prepare(&ExtremeParams::new(params.extreme_length))?;
        self.lowest.prepare(&ExtremeParams::new(params.extreme_length))?;
        if let Some((vwap, ..)) = &mut self.vwap {
            vwap.prepare(&AnchoredVwapParams::new())?;
        }
        let finite = |candle: &Candle| candle.high.is_finite() && candle.low.is_finite() && candle.close.is_finite();
        let profile = self
            .profile
            .iter()
            .flatten()
            .chain(self.extremes.iter().flatten().flatten())
            .all(|price| price.is_finite());
        let pivots = self.turns.iter().chain(self.leg.iter().flatten());
        let now = self.watch.now();
        let possible = profile
            && [self.period, self.over].iter().flatten().all(finite)
            && self.turns.len() <= params.most_swings as usize
            && self.traded.len() <= kept(params)
            && self
                .traded
                .iter()
                .all(|bar| [bar.high, bar.low, bar.close, bar.volume].iter().all(|part| part.is_finite()))
            && pivots.into_iter().all(|pivot| pivot.price.is_finite() && pivot.bar <= now)
            && self.vwap.as_ref().is_none_or(|(_, price, bar)| price.is_finite() && *bar <= now)
            && self.period_bars < params.period_bars;
        if possible { Ok(()) } else { Err(impossible("levels")) }
    }

    /// Whether a period is over: what comes from periods is known.
    pub(super) fn is_complete(&self) -> bool {
        self.over.is_some()
    }

    pub(super) fn next(&mut self, params: &ConfluenceParams, bar: &ClosedBar) {
        let candle = bar.candle();
        if let Some(traded) = bar.traded() {
            if self.traded.len() == kept(params) {
                self.traded.pop_front();
            }
            self.traded.push_back(traded);
            if let Some((vwap, price, _)) = &mut self.vwap {
                *price = vwap.next(traded);
            }
        } else {
            // A window with a hole is none.
            (self.traded, self.vwap) = (VecDeque::new(), None);
        }
        let year = [self.highest.next(candle.high), self.lowest.next(candle.low)];
        self.extremes = [self.extremes[1], (!year[0].is_nan()).then_some(year)];
        self.turn(params, candle);
        self.close_period(params, candle);
    }

    /// Takes the turning points that the bar confirms.
    fn turn(&mut self, params: &ConfluenceParams, candle: Candle) {
        let turned = self.watch.next(candle);
        let now = self.watch.now();
        for pivot in turned.into_iter().flatten() {
            if self.turns.len() == params.most_swings as usize {
                self.turns.pop_front();
            }
            self.turns.push_back(pivot);
            self.leg = match self.leg {
                [_, Some(last)] if last.is_high != pivot.is_high => [Some(last), Some(pivot)],
                [first, _] => [first, Some(pivot)],
            };
            self.vwap = self.since(now - pivot.bar).map(|(vwap, price)| (vwap, price, pivot.bar));
        }
        let forgotten = |pivot: &Pivot| f64::from(now - pivot.bar) > FORGOTTEN * params.decay_bars;
        if self.turns.front().is_some_and(forgotten) {
            self.turns.pop_front();
        }
    }

    /// The average since a bar so many bars ago, where the bars since then have volumes.
    fn since(&self, bars_ago: u32) -> Option<(AnchoredVwap, f64)> {
        let first = self.traded.len().checked_sub(bars_ago as usize + 1)?;
        let mut vwap = AnchoredVwap::default();
        let price = self.traded.iter().skip(first).map(|bar| vwap.next(*bar)).last()?;
        Some((vwap, price))
    }

    /// Adds the bar to the period that runs, and takes stock where that is over.
    fn close_period(&mut self, params: &ConfluenceParams, candle: Candle) {
        let period = self.period.map_or(candle, |period| Candle {
            high: if candle.high > period.high { candle.high } else { period.high },
            low: if candle.low < period.low { candle.low } else { period.low },
            close: candle.close,
        });
        self.period_bars += 1;
        if self.period_bars < params.period_bars {
            self.period = Some(period);
            return;
        }
        (self.over, self.period, self.period_bars) = (Some(period), None, 0);
        self.profile = self.take_profile(params);
    }

    fn take_profile(&self, params: &ConfluenceParams) -> Option<[f64; 3]> {
        let first = self.traded.len().checked_sub(params.profile_length as usize)?;
        let profile = ProfileParams::new(params.profile_length).bins(params.profile_bins);
        let mut profile = VolumeProfile::new(&profile).ok()?;
        let seen = self.traded.iter().skip(first).map(|bar| profile.next(*bar)).last()?;
        (!seen.control.is_nan()).then_some([seen.control, seen.upper, seen.lower])
    }

    /// Gathers the levels between two prices.
    pub(super) fn levels(&self, params: &ConfluenceParams, close: f64, between: [f64; 2], levels: &mut Vec<Level>) {
        let mut add = |price: f64, source: Source, age: u32| {
            if price > 0.0 && price >= between[0] && price <= between[1] {
                levels.push(Level { price, source, age });
            }
        };
        let now = self.watch.now();
        for pivot in &self.turns {
            add(pivot.price, Source::Swing, now - pivot.bar);
        }
        if let Some(over) = self.over {
            let of_period = pivot_levels(PivotMethod::Classic, over);
            add(of_period.pivot, Source::Pivot, self.period_bars);
            of_period
                .resistance
                .into_iter()
                .chain(of_period.support)
                .for_each(|price| add(price, Source::Pivot, self.period_bars));
        }
        self.profile.into_iter().flatten().for_each(|price| add(price, Source::Profile, self.period_bars));
        if let [Some(first), Some(last)] = self.leg {
            // Back from the last turning point towards the first, and beyond the last by what exceeds 1.
            let leg = last.price - first.price;
            for ratio in FIBONACCI {
                let price = if ratio < 1.0 { last.price - ratio * leg } else { first.price + ratio * leg };
                add(price, Source::Fibonacci, now - last.bar);
            }
        }
        if let Some((_, price, bar)) = &self.vwap {
            add(*price, Source::Vwap, now - bar);
        }
        self.extremes[0].into_iter().flatten().for_each(|price| add(price, Source::Extreme, 0));
        if let Some(step) = params.round_step {
            let below = (close / step.get()).floor();
            for count in [below, below + 1.0] {
                add(count * step.get(), Source::Round, 0);
            }
        }
    }
}

/// Bars that are kept with their volumes: those of the profile, and those since a turning point that is confirmed late.
fn kept(params: &ConfluenceParams) -> usize {
    params.profile_length.max(params.pivot_bars + 1) as usize
}
