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
}

/// Eight trials that cross averages, with what their worth is made of as floats: it changes at few bars.
#[derive(Clone, Copy, Debug)]
struct Crossers {
    ends: Ends,
    coins: Row,
    cash: Row,
    /// Side of the short average: 1 above, -1 below, 0 where none is known yet.
    sides: Row,
}

impl Crossers {
    /// Coins arrive, or payments are made, in every lane.
    fn flow(&mut self, sat: i64, expenses: i64, bounds: [f64; 2]) {
        self.ends.receive(sat);
        // Until the next flow or trade each worth lies between those at the least and at the greatest price of all.
        self.ends.close(expenses, bounds[0]);
        self.ends.close(0, bounds[1]);
        self.coins = self.ends.coins.map(|sat| sat as f64);
        self.cash = self.ends.cash.map(|micros| micros as f64);
    }

    /// Trades where the short average is on another side than before; answers whether it is on one in each of the first lanes.
    #[inline(never)]
    fn cross(&mut self, short: f64, longs: &Row, lanes: usize, execution: &Execution, bounds: [f64; 2]) -> bool {
        let mut are_known = true;
        for (lane, long) in longs.iter().enumerate().take(lanes) {
            let (is_above, is_below) = (short > *long, short < *long);
            are_known &= is_above | is_below;
            let side = is(is_above) - is(is_below);
            if side * self.sides[lane] < 0.0 {
                self.trade(lane, is_above, execution, bounds);
            }
            // Equal averages are on no side: who was above stays above.
            self.sides[lane] = if side == 0.0 { self.sides[lane] } else { side };
        }
        are_known
    }

    /// One trade of a lane that is not odd, as [`walk`](super::walk::walk) makes it: all cash buys, or all coins are sold.
    #[inline]
    fn trade(&mut self, lane: usize, is_above: bool, execution: &Execution, [least, greatest]: [f64; 2]) {
        let Ends { coins, cash, least_cash, trades, odd } = &mut self.ends;
        let (coins, cash) = (&mut coins[lane], &mut cash[lane]);
        if odd[lane] != 0 {
            return;
        }
        if is_above {
            let bought = execution.affordable(*cash);
            trades[lane] += i64::from(bought != 0);
            *cash -= execution.outlay(bought);
            *coins += bought;
        } else {
            trades[lane] += i64::from(*coins != 0);
            *cash += execution.proceeds(*coins);
            *coins = 0;
        }
        least_cash[lane] = if *cash < least_cash[lane] { *cash } else { least_cash[lane] };
        let (held, beside) = (*coins as f64, *cash as f64);
        (self.coins[lane], self.cash[lane]) = (held, beside);
        odd[lane] =
            i64::from(!(held * least + beside > 0.0 && held * greatest + beside < BOUND && held * greatest < BOUND));
    }
}

/// Crossings of one short average with eight long ones in a row. No average crosses at the first bar: its trade is no part of a return.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
pub(super) fn walk_crossings(
    course: &Course,
    averages: Averages<'_>,
    short: usize,
    long: usize,
    worth: &mut [Row],
) -> Ends {
    let zero = [0.0; LANES];
    let mut trials = Crossers { ends: Ends::start(course), coins: zero, cash: zero, sides: zero };
    // Those behind the last window are filled with what is not a number.
    let lanes = averages.stride - LANES - long;
    let (mut were_above, mut are_known) = (zero, false);
    let rows = averages.values.chunks_exact(averages.stride).zip(&course.per_sat).zip(worth);
    for (row, ((averages, per_sat), worth)) in rows.enumerate() {
        let (short, Some(longs)) = (averages[short], averages[long..].first_chunk::<LANES>()) else { continue };
        if course.is_moving[row] {
            trials.flow(course.mined[row], 0, course.bounds);
        }
        let above = longs.map(|long| is(short > long));
        let differ = (0..LANES).fold(0, |any, lane| any | i64::from(above[lane] != were_above[lane]));
        // Before the first long window is full nothing is known.
        if differ != 0 || !are_known && !longs[0].is_nan() {
            are_known = trials.cross(short, longs, lanes, &course.executions[row], course.bounds);
            were_above = above;
        }
        if course.is_moving[row] {
            trials.flow(0, course.expenses[row], course.bounds);
        }
        for ((worth, coins), cash) in worth.iter_mut().zip(&trials.coins).zip(&trials.cash) {
            *worth = coins * per_sat + cash;
        }
    }
    trials.ends
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
