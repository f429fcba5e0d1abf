//! Eight trials side by side: [`walk`](super::walk) in lanes, to the same satoshi, millionth and bit.
//!
//! What is rare leaves the lanes: a trial that cannot go on, that is worth nothing at a close, or that is worth more than floats count in
//! whole millionths, is [odd](Ends::odd), and is run alone.

use multiversion::multiversion;

use super::account::Account;
use super::setup::Course;
use crate::coverage::{Execution, SAT};
use crate::metrics::lanes::{LANES, Row};

/// Eight trials at the last bar.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ends {
    pub(super) coins: Row<i64>,
    pub(super) cash: Row<i64>,
    /// Least cash after any close, 0 or below.
    pub(super) least_cash: Row<i64>,
    pub(super) trades: Row<i64>,
    /// Not 0 where the lane is not to be trusted.
    pub(super) odd: Row<i64>,
}

/// Worth of a trial in lanes, and of its coins, in millionths of a dollar: below, a float holds every sum of them.
const BOUND: f64 = 1_125_899_906_842_624.0; // 2^50
/// Cash of one trade in lanes: below, its float is a quarter of a millionth from the fraction that is rounded down.
const TRADE: f64 = 281_474_976_710_656.0; // 2^48
/// `1.5 * 2^52`: what is added to it is rounded to a whole number, which then stands in the last bits.
const ROUNDING: f64 = 6_755_399_441_055_744.0;

/// Moving averages of each bar, a row for each with the same windows in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Averages<'a> {
    /// Numbers of a row: the windows, and what fills the last lanes.
    pub(super) stride: usize,
    pub(super) values: &'a [f64],
}

impl Ends {
    /// Before the first bar.
    fn start(course: &Course) -> Self {
        let Account { coins, cash, .. } = course.start;
        let odd = i64::from(cash as f64 >= BOUND);
        let [coins, cash, odd] = [coins, cash, odd].map(|value| [value; LANES]);
        Self { coins, cash, least_cash: [0; LANES], trades: [0; LANES], odd }
    }

    /// Coins arrive.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "part of a loop in lanes")]
    fn receive(&mut self, sat: i64) {
        self.coins.iter_mut().for_each(|coins| *coins = coins.wrapping_add(sat));
    }

    /// Payments are made; answers the worth at the close.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "part of a loop in lanes")]
    fn close(&mut self, expenses: i64, per_sat: f64) -> Row {
        let mut worth = [0.0; LANES];
        for (lane, worth) in worth.iter_mut().enumerate() {
            self.cash[lane] = self.cash[lane].wrapping_sub(expenses);
            self.least_cash[lane] =
                if self.cash[lane] < self.least_cash[lane] { self.cash[lane] } else { self.least_cash[lane] };
            let value = self.coins[lane] as f64 * per_sat;
            *worth = value + self.cash[lane] as f64;
            self.odd[lane] |= i64::from(!(*worth > 0.0 && *worth < BOUND && value < BOUND));
        }
        worth
    }

    /// Everything of a close at which something moves: coins arrive, lanes whose side has changed trade, payments are made.
    ///
    /// Until the next such close each worth lies between those at the least and at the greatest price of the course: a lane of which one of the
    /// two is beyond what floats count is odd.
    #[inline(never)]
    fn at_close(&mut self, course: &Course, row: usize, side: &Row, before: &Row) {
        self.receive(course.mined[row]);
        for lane in (0..LANES).filter(|lane| side[*lane] * before[*lane] < 0.0) {
            self.cross(lane, side[lane] > 0.0, &course.executions[row], course.per_sat[row]);
        }
        let [least, greatest] = course.bounds;
        let at_least = self.close(course.expenses[row], least);
        let at_most = self.close(0, greatest);
        debug_assert!(at_least.iter().zip(&at_most).all(|(least, most)| least <= most));
    }

    /// One trade of a lane, as [`walk`](super::walk::walk) makes it: all coins are sold, or all cash buys.
    #[inline]
    fn cross(&mut self, lane: usize, is_above: bool, execution: &Execution, per_sat: f64) {
        let mut account = Account { coins: self.coins[lane], cash: self.cash[lane], cost: None };
        let sell = if is_above { -execution.affordable(account.cash) } else { account.coins };
        if account.check(per_sat).and_then(|()| account.trade(sell, execution)).is_err() {
            self.odd[lane] = 1;
        }
        self.trades[lane] += i64::from(sell != 0);
        (self.coins[lane], self.cash[lane]) = (account.coins, account.cash);
    }
}

/// Crossings of one short average with eight long ones in a row. No average crosses at the first bar: its trade is no part of a return.
///
/// Coins and cash change at few bars: between them floats of both are carried, and a worth is a product and a sum.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
pub(super) fn walk_crossings(
    course: &Course,
    averages: Averages<'_>,
    short: usize,
    long: usize,
    worth: &mut [Row],
) -> Ends {
    let mut ends = Ends::start(course);
    let (mut coins, mut cash, mut was) = ([0.0; LANES], [0.0; LANES], [0.0; LANES]);
    let rows = averages.values.chunks_exact(averages.stride).zip(&course.per_sat).zip(worth);
    for (row, ((averages, per_sat), worth)) in rows.enumerate() {
        let (short, Some(longs)) = (averages[short], averages[long..].first_chunk::<LANES>()) else { continue };
        // From one side to the other: the product is -1. Equal averages are on no side.
        let before = was;
        let side = longs.map(|long| is(short > long) - is(short < long));
        let crossed = (0..LANES).fold(0, |any, lane| any | i64::from(side[lane] * before[lane] < 0.0));
        for lane in 0..LANES {
            was[lane] = if side[lane] == 0.0 { was[lane] } else { side[lane] };
        }
        if crossed != 0 || course.is_moving[row] {
            // A copy goes, so that the numbers of the loop stay in registers.
            let mut moved = ends;
            moved.at_close(course, row, &side, &before);
            ends = moved;
            coins = ends.coins.map(|sat| sat as f64);
            cash = ends.cash.map(|micros| micros as f64);
        }
        for lane in 0..LANES {
            worth[lane] = coins[lane] * per_sat + cash[lane];
        }
    }
    ends
}

/// 1 or 0.
const fn is(it: bool) -> f64 {
    if it { 1.0 } else { 0.0 }
}

/// Orders of eight trials, filled at prices without slippage by size.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
pub(super) fn walk_orders(course: &Course, orders: &[&[i64]; LANES], worth: &mut [Row]) -> Ends {
    let mut ends = Ends::start(course);
    for (row, (execution, worth)) in course.executions.iter().zip(worth).enumerate() {
        let per_sat = course.per_sat[row];
        ends.receive(course.mined[row]);
        let sells: Row<i64> = std::array::from_fn(|lane| orders[lane][row]);
        let changes = fill(&mut ends, &sells, execution, per_sat);
        *worth = ends.close(course.expenses[row], per_sat);
        if row == 0 {
            // Before the first trade: the coins come back, and their proceeds go.
            for lane in 0..LANES {
                worth[lane] += sells[lane] as f64 * per_sat - changes[lane] as f64;
            }
        }
    }
    ends
}

/// Sells, or buys where below 0; answers what each brings: `floor(sold bid / 10^8) - fixed`, of a purchase with the ask.
///
/// The quotient is that of floats, rounded to a whole number at most 1 too large; the remainder, exact in wrapping integers, says whether.
#[inline(always)]
#[expect(clippy::inline_always, reason = "part of a loop in lanes")]
fn fill(ends: &mut Ends, sells: &Row<i64>, execution: &Execution, per_sat: f64) -> Row<i64> {
    let (bid, ask, fixed) = (execution.bid(), execution.ask(), execution.fixed());
    let [by_bid, by_ask] = [bid, ask].map(|rate| rate as f64 * 1e-8);
    let mut changes = [0; LANES];
    for lane in 0..LANES {
        let (sell, coins, cash) = (sells[lane], ends.coins[lane], ends.cash[lane]);
        let (rate, by_rate) = if sell > 0 { (bid, by_bid) } else { (ask, by_ask) };
        let near = sell as f64 * by_rate;
        let rounded = (near + ROUNDING).to_bits().wrapping_sub(ROUNDING.to_bits()).cast_signed();
        let remainder = sell.wrapping_mul(rate).wrapping_sub(rounded.wrapping_mul(SAT));
        let brings = rounded.wrapping_add(remainder >> 63).wrapping_sub(fixed);
        let change = if sell == 0 { 0 } else { brings };
        let is_small = near < TRADE && near > -TRADE && coins as f64 * per_sat < BOUND;
        let is_filled = sell <= coins && (sell >= 0 || cash.wrapping_add(change) >= 0);
        ends.odd[lane] |= i64::from(!(is_small & is_filled));
        ends.trades[lane] += i64::from(sell != 0);
        ends.coins[lane] = coins.wrapping_sub(sell);
        ends.cash[lane] = cash.wrapping_add(change);
        changes[lane] = change;
    }
    changes
}
