//! The steps of a forecast, split at the events inside them: how long each stretch is, and what holds during it.

use hashinsight_units::{At, Days, Error, Height, Record, SECONDS_PER_DAY, Timestamp};

use super::world::{Algorithm, MovingWorld, StartingWorld, path_of};
use crate::consensus::{BLOCKS_PER_PERIOD, INTERVALS_PER_PERIOD, Network, TARGET_TIMESPAN_S};
use crate::error;
use crate::reward::BlockReward;
use crate::tariff::{Clock, next_month};

const DAYS_PER_YEAR: f64 = 365.0;
const SECONDS_PER_BLOCK: f64 = 600.0; // of months: 144 a day
const MONTHS_PER_YEAR: f64 = 12.0;
const MAX_DAYS: f64 = 36_525.0;
const MAX_MONTHS: u32 = 1200;

/// How the life of a project is cut into steps.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum ForecastSteps {
    /// Steps at retargets and halvings, with their real lengths.
    Retargets {
        /// Duration of the project in days, at most 36,525.
        #[record(example = 730)]
        days: Days,
    },
    /// Months of a fixed length, twelve to the year; heights follow at 144 blocks a day.
    Months {
        /// Number of months, 1 to 1200.
        #[record(example = 24)]
        count: u32,
        /// Length of each month in days, 28 to 31: 30.4375 for a twelfth of 365.25 days.
        #[record(example = 30.4375)]
        days_each: Days,
    },
    /// Calendar months of a wall clock, the first one from the start of the project to its end; heights follow at 144
    /// blocks a day.
    CalendarMonths {
        /// Number of months that are touched, 1 to 1200.
        #[record(example = 24)]
        count: u32,
        /// Wall clock whose midnights begin the months. Absent: UTC.
        clock: Option<Clock>,
    },
}

/// A step or a part of one, without retarget and halving: constant difficulty, price, fees and subsidy.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stretch {
    /// The step that it belongs to, from 0.
    pub(crate) step: usize,
    /// Seconds from the start of the project.
    pub(crate) start_s: f64,
    pub(crate) seconds: f64,
    /// Height of its first block.
    pub(crate) height: Height,
    /// Blocks of the network.
    pub(crate) blocks: f64,
    pub(crate) difficulty: f64,
    pub(crate) btc_price: f64,
    pub(crate) reward: BlockReward,
    /// End of its step in years from the start, as discounting counts.
    pub(crate) end_years: f64,
}

/// Mean interval of the blocks of a period that ends with this change of difficulty, in seconds.
pub(super) fn block_interval_s(growth: f64) -> f64 {
    f64::from(TARGET_TIMESPAN_S) / f64::from(INTERVALS_PER_PERIOD) / (1.0 + growth)
}

/// Blocks up to the next retarget, and up to the next halving.
pub(super) fn blocks_ahead(height: u32) -> (u32, u32) {
    let halving = Network::Mainnet.params().halving_interval();
    (BLOCKS_PER_PERIOD - height % BLOCKS_PER_PERIOD, halving - height % halving)
}

/// Stretches in order, at least one; `None` where the heights end before the horizon.
pub(crate) type Stretches = Result<Option<Vec<Stretch>>, Error>;

/// The last stretch before the horizon.
pub(super) fn last_of(stretches: &[Stretch]) -> &Stretch {
    #[expect(clippy::expect_used, reason = "a horizon is at least one stretch away")]
    stretches.last().expect("a stretch")
}

/// The stretches of a project's steps.
pub(super) fn stretches(
    start: Timestamp,
    world: &StartingWorld,
    algorithm: &Algorithm,
    steps: &ForecastSteps,
) -> Stretches {
    match steps {
        ForecastSteps::Retargets { days } => {
            if days.get() > MAX_DAYS {
                let (field, path) = ("days", "steps.retargets.days");
                return Err(error::out_of_range(field, path, days.get(), "at most 36525 days"));
            }
            retarget_stretches(world, algorithm, days.get() * SECONDS_PER_DAY)
        }
        ForecastSteps::Months { count, days_each } => {
            check_count(*count, "steps.months.count")?;
            if !(28.0..=31.0).contains(&days_each.get()) {
                let (field, path) = ("days_each", "steps.months.days_each");
                return Err(error::out_of_range(field, path, days_each.get(), "28 to 31 days"));
            }
            let (count, month_s) = (*count, days_each.get() * SECONDS_PER_DAY);
            let begins = |month: u32| f64::from(month) * days_each.get() * SECONDS_PER_DAY;
            let month = |month: u32| Month {
                start_s: begins(month),
                seconds: month_s,
                end_years: (f64::from(month) + 1.0) / MONTHS_PER_YEAR,
            };
            months(world, algorithm, (0..count).map(month))
        }
        ForecastSteps::CalendarMonths { count, clock } => {
            check_count(*count, "steps.calendar_months.count")?;
            let clock = clock.clone().unwrap_or_default();
            clock.check().map_err(|error| error.at("steps.calendar_months.clock"))?;
            let mut edges = vec![start];
            for _ in 0..*count {
                edges.push(next_month(&clock, edges[edges.len() - 1]).at("project")?);
            }
            let seconds = |from: Timestamp, to: Timestamp| (to.to_ms() - from.to_ms()) as f64 / 1e3;
            let month = |pair: &[Timestamp]| Month {
                start_s: seconds(start, pair[0]),
                seconds: seconds(pair[0], pair[1]),
                end_years: seconds(start, pair[1]) / SECONDS_PER_DAY / DAYS_PER_YEAR,
            };
            months(world, algorithm, edges.windows(2).map(month))
        }
    }
}

fn check_count(count: u32, path: &'static str) -> Result<(), Error> {
    if (1..=MAX_MONTHS).contains(&count) {
        return Ok(());
    }
    Err(error::out_of_range("count", path, count, "1 to 1200 months"))
}

/// From retarget to retarget up to a horizon, each stretch a step of its own.
pub(crate) fn retarget_stretches(start: &StartingWorld, algorithm: &Algorithm, horizon_s: f64) -> Stretches {
    let mut world = MovingWorld::new(start, algorithm)?;
    let mut stretches = Vec::new();
    let (mut start_s, mut height) = (0.0, start.height.get());
    loop {
        // The last difficulty of a list has no successor: its period keeps the pace of the goal.
        let ratio = world.next_difficulty().map_or(1.0, |next| next / world.difficulty);
        if !(0.25..=4.0).contains(&ratio) {
            let path = path_of("difficulty", "following").index(world.step);
            let allowed = "within a factor 4 of the step before, as every retarget is";
            return Err(error::out_of_range("difficulty", path, world.difficulty * ratio, allowed));
        }
        let interval_s = block_interval_s(ratio - 1.0);
        let (retarget, halving) = blocks_ahead(height);
        let blocks = retarget.min(halving);
        let (full_s, left_s) = (f64::from(blocks) * interval_s, horizon_s - start_s);
        let last = start_s + full_s >= horizon_s; // so that the next one is not of no length
        let seconds = if last { left_s } else { full_s };
        stretches.push(Stretch {
            step: stretches.len(),
            start_s,
            seconds,
            height: Height::new(height),
            blocks: if last { left_s / interval_s } else { f64::from(blocks) },
            difficulty: world.difficulty,
            btc_price: world.btc_price,
            reward: world.reward(height),
            end_years: (start_s + seconds) / SECONDS_PER_DAY / DAYS_PER_YEAR,
        });
        if last {
            return Ok(Some(stretches));
        }
        start_s += full_s;
        let Some(next) = height.checked_add(blocks) else { return Ok(None) };
        height = next;
        if blocks == retarget {
            world.advance()?;
        }
    }
}

/// A step of months: when it begins, how long it lasts, and its end as discounting counts.
struct Month {
    start_s: f64,
    seconds: f64,
    end_years: f64,
}

fn months(start: &StartingWorld, algorithm: &Algorithm, each: impl Iterator<Item = Month>) -> Stretches {
    let mut world = MovingWorld::new(start, algorithm)?;
    let mut stretches = Vec::new();
    for (step, month) in each.enumerate() {
        if step > 0 {
            world.advance()?;
        }
        let (mut start_s, mut left_s) = (month.start_s, month.seconds);
        let mut passed = start_s / SECONDS_PER_BLOCK;
        loop {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1200 · 31 · 144 blocks")]
            let whole = passed.floor() as u32;
            let Some(height) = start.height.get().checked_add(whole) else { return Ok(None) };
            let (retarget, halving) = blocks_ahead(height);
            let event = f64::from(whole) + f64::from(retarget.min(halving));
            let full_s = (event - passed) * SECONDS_PER_BLOCK;
            let last = full_s >= left_s;
            let seconds = if last { left_s } else { full_s };
            stretches.push(Stretch {
                step,
                start_s,
                seconds,
                height: Height::new(height),
                blocks: seconds / SECONDS_PER_BLOCK,
                difficulty: world.difficulty,
                btc_price: world.btc_price,
                reward: world.reward(height),
                end_years: month.end_years,
            });
            if last {
                break;
            }
            (start_s, left_s, passed) = (event * SECONDS_PER_BLOCK, left_s - full_s, event);
        }
    }
    Ok(Some(stretches))
}
