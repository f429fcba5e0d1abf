//! Evidence in the order of time, whatever the order in which it arrived, and the first price that triggers.

use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_units::{At, Decimal, Error, FieldPath, Order, Problem, Timestamp};

use super::joint::joint;
use super::{AccountEvent, ClaimEvent, ClaimRequest, PriceSeries};
use crate::cover::{CoveredPosition, MovingAccount, PriceTrigger, TriggerLevel, estimate};
use crate::refuse::{length, tell};

/// Instant in Unix milliseconds, and price; of an account in several coins its excess.
pub(super) type Point = (i64, f64);

/// Evidence in order.
pub(super) struct Evidence {
    /// Prices of the kind that decides, one for each instant.
    pub(super) path: Vec<Point>,
    /// The same, and all prices of instants with several: these prove nothing.
    pub(super) disputed: Vec<Point>,
    /// Prices of other kinds and sources.
    pub(super) others: Vec<Point>,
    /// Events by time and reference, each once.
    pub(super) events: Vec<ClaimEvent>,
    /// First instant of an event that is told in two ways.
    pub(super) conflict_ms: Option<i64>,
}

impl Evidence {
    /// # Errors
    /// Columns of two lengths, evidence later than the claim's instant, and amounts that are none.
    pub(super) fn of(
        request: &ClaimRequest,
        trigger: Option<&PriceTrigger>,
        account: Option<&MovingAccount<'_>>,
    ) -> Result<Self, Error> {
        let late = |time: Timestamp| {
            let allowed = format!("at most as_of_ms, {}", request.as_of_ms.to_ms());
            if time <= request.as_of_ms {
                return Ok(());
            }
            Err(tell("time_ms", Problem::OutOfRange, time.to_ms(), allowed))
        };
        let (mut disputed, mut others) = (Vec::new(), Vec::new());
        for (index, series) in request.prices.iter().enumerate() {
            let PriceSeries { source, time_ms, price } = series;
            if time_ms.len() != price.len() {
                return Err(in_row("prices", index)(length("price", price.len(), time_ms.len())));
            }
            let points = if Some(source) == trigger { &mut disputed } else { &mut others };
            for (time, price) in time_ms.iter().zip(price) {
                late(*time).map_err(in_row("prices", index))?;
                points.push((time.to_ms(), price.get()));
            }
        }
        for points in [&mut disputed, &mut others] {
            points.order_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
            points.dedup();
        }
        let alone = |index: usize| {
            let same = |other: Option<&Point>| other.is_some_and(|other| other.0 == disputed[index].0);
            !same(index.checked_sub(1).and_then(|before| disputed.get(before))) && !same(disputed.get(index + 1))
        };
        let path = (0..disputed.len()).filter(|index| alone(*index)).map(|index| disputed[index]).collect();
        for (index, event) in request.events.iter().enumerate() {
            late(event.time_ms).and_then(|()| check(event)).map_err(in_row("events", index))?;
        }
        let (events, conflict_ms) = unique(&request.events);
        if let (Some(trigger), Some(account)) = (trigger, account) {
            let [path, disputed] = joint(request, trigger, account);
            return Ok(Self { path, disputed, others: Vec::new(), events, conflict_ms });
        }
        Ok(Self { path, disputed, others, events, conflict_ms })
    }

    /// Net funding that was paid up to an instant.
    pub(super) fn funding_until(&self, ms: i64) -> Decimal {
        let paid = |event: &ClaimEvent| match event.event {
            AccountEvent::Funding(funding) if event.time_ms.to_ms() <= ms => funding.paid,
            _ => Decimal::ZERO,
        };
        self.events.iter().map(paid).fold(Decimal::ZERO, |sum, paid| sum + paid)
    }
}

/// An error of the row of a list.
fn in_row(list: &'static str, row: usize) -> impl FnOnce(Error) -> Error {
    move |error| error.at(FieldPath::new(list).index(row))
}

/// Sums of amounts within these bounds are exact, and so the same in any order.
fn check(event: &ClaimEvent) -> Result<(), Error> {
    let (field, amount, least) = match event.event {
        AccountEvent::Funding(funding) => ("paid", funding.paid, Decimal::from(-1_000_000_000_000_i64)),
        AccountEvent::Defaulted(default) => ("lost", default.lost.unwrap_or_default(), Decimal::ZERO),
        _ => return Ok(()),
    };
    if amount >= least && amount <= Decimal::from(1_000_000_000_000_i64) && amount.normalize().scale() <= 10 {
        return Ok(());
    }
    let allowed = format!("{least} to 1000000000000, at most 10 decimals");
    Err(tell(field, Problem::OutOfRange, amount, allowed)).at("event")
}

/// Each event once, by time and reference, without those that one reference tells in two ways; the first instant of these.
fn unique(events: &[ClaimEvent]) -> (Vec<ClaimEvent>, Option<i64>) {
    let mut sorted: Vec<ClaimEvent> = events.to_vec();
    sorted.order_by(|a, b| a.reference.as_str().cmp(b.reference.as_str()).then(a.time_ms.cmp(&b.time_ms)));
    let (mut unique, mut conflicts) = (Vec::with_capacity(sorted.len()), Vec::new());
    for same in sorted.chunk_by(|a, b| a.reference == b.reference) {
        if same.iter().all(|event| *event == same[0]) {
            unique.push(same[0]);
        } else {
            conflicts.push(same[0].time_ms.to_ms());
        }
    }
    unique.order_by(|a, b| a.time_ms.cmp(&b.time_ms).then(a.reference.as_str().cmp(b.reference.as_str())));
    (unique, conflicts.into_iter().reduce(|a, b| if a < b { a } else { b }))
}

/// What is watched for.
pub(super) enum Watch<'a> {
    /// A price at or beyond one of the levels.
    Levels(&'a [TriggerLevel]),
    /// A loss of the position, with the funding that is paid while the cover runs.
    Loss { levels: &'a [TriggerLevel], position: &'a CoveredPosition, threshold: f64 },
    /// A fall from the running maximum.
    Fall(f64),
    /// An excess that is used up.
    Excess,
}

/// The first price that triggers.
#[derive(Clone, Copy)]
pub(super) struct Touch {
    pub(super) ms: i64,
    /// Price; of an account in several coins its excess.
    pub(super) price: f64,
    /// Level that was reached; `None` for a running loss or maximum.
    pub(super) level: Option<TriggerLevel>,
    /// Running level of a fall.
    pub(super) running: Option<f64>,
}

impl Watch<'_> {
    /// The first price within `from <= t < until` that triggers.
    pub(super) fn first(&self, points: &[Point], from: i64, until: i64, evidence: &Evidence) -> Option<Touch> {
        let begin = points.partition_point(|point| point.0 < from);
        let end = points.partition_point(|point| point.0 < until);
        let mut highest = 0.0;
        let mut fundings = evidence.events.iter().filter_map(|event| match event.event {
            AccountEvent::Funding(funding) => Some((event.time_ms.to_ms(), funding.paid)),
            _ => None,
        });
        let (mut next, mut funding) = (fundings.next(), Decimal::ZERO);
        points.get(begin..end)?.iter().find_map(|&(ms, price)| {
            let touch = Touch { ms, price, level: None, running: None };
            let beyond = |level: &&TriggerLevel| match level.side {
                BarrierSide::Down => price <= level.price,
                BarrierSide::Up => price >= level.price,
            };
            match self {
                Self::Levels(levels) => levels.iter().find(beyond).map(|level| Touch { level: Some(*level), ..touch }),
                Self::Loss { levels, position, threshold } => {
                    while let Some((_, paid)) = next.filter(|(at, _)| *at <= ms) {
                        funding += paid;
                        next = fundings.next();
                    }
                    if funding.is_zero() {
                        return levels.iter().find(beyond).map(|level| Touch { level: Some(*level), ..touch });
                    }
                    let loss = position.loss_at(price) + (position.funding_paid.get() + estimate(funding));
                    (loss >= *threshold).then_some(touch)
                }
                Self::Excess => (price <= 0.0).then_some(touch),
                Self::Fall(fall) => {
                    if price > highest {
                        highest = price;
                    }
                    let level = highest * (1.0 - fall);
                    (price <= level).then_some(Touch { running: Some(level), ..touch })
                }
            }
        })
    }
}

/// The last instant before prices are missing for longer than `longest` within `from..until`.
pub(super) fn missing_from(path: &[Point], from: i64, until: i64, longest: i64) -> Option<i64> {
    let begin = path.partition_point(|point| point.0 < from);
    let mut last = from;
    for ms in path[begin..].iter().map(|point| point.0).take_while(|ms| *ms < until).chain([until]) {
        if ms - last > longest {
            return Some(last);
        }
        last = ms;
    }
    None
}
