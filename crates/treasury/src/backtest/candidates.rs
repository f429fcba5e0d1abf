//! What a sweep tries.

use std::ops::Range;

use hashinsight_units::{At, Error, Record, SignedAmount};

use super::account::{Account, Stop};
use super::lanes::{Averages, Ends, walk_crossings, walk_orders};
use super::setup::Course;
use super::walk::{Close, Order, orders, walk};
use crate::coverage::Execution;
use crate::metrics::lanes::{LANES, Row};
use crate::metrics::refuse;
use crate::policy::Policy;

/// Most trials of a sweep.
const MOST: u64 = 1_000_000;

/// What a sweep tries, each a trial.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum Candidates {
    /// Policies, in this order.
    Policies(Vec<Policy>),
    /// Crossings of two moving averages.
    Crossings(MovingAverageCrossings),
    /// Orders that somebody else has made: of each trial a number for each bar, satoshis to sell at its close, below 0 to buy. A trial whose
    /// coins or cash do not suffice for an order is refused, and filled no further.
    Orders(Vec<Vec<i64>>),
}

/// Every pair of moving averages of the closing price whose windows lie between two lengths, the short one of each pair first: (2, 3),
/// (2, 4), ..., (3, 4), ... Where the short average crosses above the long one, all cash buys coins; where it crosses below, all coins are
/// sold. Both averages are means of so many closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct MovingAverageCrossings {
    /// Length of the shortest window, in bars.
    #[record(range = 1..=100_000, example = 2)]
    pub shortest: u32,
    /// Length of the longest window, in bars, above the shortest.
    #[record(range = 2..=100_000, example = 101)]
    pub longest: u32,
}

/// Candidates, made ready for bars.
#[derive(Clone, Debug)]
pub(super) enum Prepared {
    Policies(Vec<Policy>),
    Crossings {
        /// Averages by bar and window, not a number before the window is full; a row for each bar, with a few more to fill lanes.
        averages: Vec<f64>,
        /// Numbers of a row.
        stride: usize,
        /// Windows of each trial, counted from the shortest.
        pairs: Vec<[u32; 2]>,
    },
    Orders(Vec<Vec<i64>>),
}

impl Candidates {
    pub(super) fn prepare(&self, course: &Course) -> Result<Prepared, Error> {
        match self {
            Self::Policies(policies) if policies.is_empty() => {
                Err(refuse::insufficient("policies", 0, "1 policy or more"))
            }
            Self::Policies(policies) if policies.len() as u64 > MOST => {
                Err(refuse::length("policies", policies.len(), "at most 1000000 policies"))
            }
            Self::Policies(policies) => {
                for (index, policy) in policies.iter().enumerate() {
                    policy.check().index(index).at("policies")?;
                }
                Ok(Prepared::Policies(policies.clone()))
            }
            Self::Crossings(crossings) => crossings.prepare(course).at("crossings"),
            Self::Orders(orders) => check_orders(orders, course).map(|()| Prepared::Orders(orders.clone())),
        }
    }
}

/// Orders of whole satoshis, one for each bar.
fn check_orders(orders: &[Vec<i64>], course: &Course) -> Result<(), Error> {
    if orders.is_empty() || orders.len() as u64 > MOST {
        return Err(refuse::length("orders", orders.len(), "1 to 1000000 lists of orders"));
    }
    for (index, orders) in orders.iter().enumerate() {
        if orders.len() != course.bars() {
            let allowed = format!("{}, one for each bar", course.bars());
            return Err(refuse::length("orders", orders.len(), allowed).in_row(index));
        }
        if let Some(row) = orders.iter().position(|sat| SignedAmount::from_sat(*sat).is_err()) {
            SignedAmount::from_sat(orders[row]).index(row).index(index).at("orders")?;
        }
    }
    Ok(())
}

impl MovingAverageCrossings {
    fn prepare(self, course: &Course) -> Result<Prepared, Error> {
        self.check()?;
        let windows = u64::from(self.longest.saturating_sub(self.shortest)) + 1;
        if windows < 2 || windows * (windows - 1) / 2 > MOST {
            let allowed = "above the shortest, with at most 1000000 pairs";
            return Err(refuse::out_of_range("longest", self.longest, allowed));
        }
        if self.longest as usize >= course.bars() {
            let allowed = format!("fewer than the {} bars", course.bars());
            return Err(refuse::out_of_range("longest", self.longest, allowed));
        }
        #[expect(clippy::cast_possible_truncation, reason = "fewer windows than bars")]
        let (windows, shortest) = (windows as usize, self.shortest as usize);
        let stride = windows + LANES;
        let mut averages = vec![f64::NAN; stride * course.bars()];
        let prices = || course.executions.iter().map(Execution::price);
        let windows = shortest..shortest + windows;
        // Sums of whole millionths are exact: an average does not depend on the bars before its window.
        if prices().max().is_some_and(|most| most.checked_mul(i64::from(self.longest)).is_some()) {
            // They may wrap; the sum of a window does not.
            let sums: Vec<i64> = running(prices(), i64::wrapping_add);
            fill(&mut averages, stride, windows, &sums, |end, start| end.wrapping_sub(start) as f64);
        } else {
            let sums: Vec<i128> = running(prices().map(i128::from), |a, b| a + b);
            fill(&mut averages, stride, windows, &sums, |end, start| (end - start) as f64);
        }
        let last = self.longest - self.shortest;
        let pairs = (0..last).flat_map(|short| (short + 1..=last).map(move |long| [short, long])).collect();
        Ok(Prepared::Crossings { averages, stride, pairs })
    }
}

/// 0, and the sums of the first numbers.
fn running<T: Copy + Default>(numbers: impl Iterator<Item = T>, add: impl Fn(T, T) -> T) -> Vec<T> {
    let mut sums = vec![T::default()];
    sums.extend(numbers.scan(T::default(), |sum, number| {
        *sum = add(*sum, number);
        Some(*sum)
    }));
    sums
}

/// Means of the windows that end at each bar, as far as they are full, from the sums before and after each bar.
fn fill<T: Copy>(
    averages: &mut [f64],
    stride: usize,
    windows: Range<usize>,
    sums: &[T],
    between: impl Fn(T, T) -> f64,
) {
    for (row, end) in averages.chunks_exact_mut(stride).zip(1_usize..) {
        let Some(first) = end.checked_sub(windows.start).and_then(|start| sums.get(..=start)) else { continue };
        let means = row.iter_mut().zip(first.iter().rev());
        for ((mean, start), window) in means.zip(windows.clone()) {
            *mean = between(sums[end], *start) / window as f64;
        }
    }
}

impl Prepared {
    pub(super) fn len(&self) -> u64 {
        match self {
            Self::Policies(policies) => policies.len() as u64,
            Self::Crossings { pairs, .. } => pairs.len() as u64,
            Self::Orders(orders) => orders.len() as u64,
        }
    }

    /// How many of the trials, from the first on, can run side by side.
    pub(super) fn beside(&self, course: &Course, trials: &[usize]) -> usize {
        let most = trials.len().min(LANES);
        match self {
            Self::Orders(_) if course.executions.iter().all(Execution::is_flat) => most,
            Self::Policies(_) | Self::Orders(_) => 1,
            Self::Crossings { pairs, .. } => {
                let goes_on =
                    |at: &usize| trials[*at] == trials[0] + at && pairs[trials[*at]][0] == pairs[trials[0]][0];
                (0..most).take_while(goes_on).count()
            }
        }
    }

    /// Runs so many trials side by side; further lanes are filled with anything.
    pub(super) fn run_beside(&self, course: &Course, trials: &[usize], worth: &mut [Row]) -> Option<Ends> {
        match self {
            Self::Policies(_) => None,
            Self::Orders(orders) => {
                let last = trials.len() - 1;
                let lanes = std::array::from_fn(|lane| orders[trials[lane.min(last)]].as_slice());
                Some(walk_orders(course, &lanes, worth))
            }
            Self::Crossings { averages, stride, pairs } => {
                let [short, long] = pairs[trials[0]].map(|window| window as usize);
                let averages = Averages { stride: *stride, values: averages };
                Some(walk_crossings(course, averages, short, long, worth))
            }
        }
    }

    /// Runs a trial over the bars.
    pub(super) fn run(
        &self,
        course: &Course,
        trial: usize,
        each: impl FnMut(usize, Close),
    ) -> Result<Account, (usize, Stop)> {
        match self {
            Self::Policies(policies) => {
                let mut memories = policies[trial].open().memories;
                walk(course, orders(course, &policies[trial], &mut memories), each)
            }
            Self::Orders(orders) => walk(course, |row, _| Ok(Order::sale(orders[trial][row])), each),
            Self::Crossings { averages, stride, pairs } => {
                let [short, long] = pairs[trial].map(|window| window as usize);
                let mut was = Side::Unknown;
                let side = |row: usize| Side::of(averages[row * stride + short], averages[row * stride + long]);
                let mut order = |row: usize, account: &Account| crossing(course, account, row, side(row), &mut was);
                walk(course, |row, account| Ok(Order::sale(order(row, account))), each)
            }
        }
    }
}

/// Side of the short average to the long one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Unknown,
    Above,
    Below,
}

impl Side {
    #[inline]
    fn of(short: f64, long: f64) -> Self {
        if short > long {
            Self::Above
        } else if short < long {
            Self::Below
        } else {
            Self::Unknown
        }
    }
}

/// The order at a close. Equal averages are on no side: who was above stays above.
#[inline]
fn crossing(course: &Course, account: &Account, row: usize, side: Side, was: &mut Side) -> i64 {
    if side == *was || side == Side::Unknown {
        return 0;
    }
    let crossed = *was != Side::Unknown;
    *was = side;
    match side {
        Side::Above if crossed => -course.executions[row].affordable(account.cash),
        Side::Below if crossed => account.coins,
        _ => 0,
    }
}
