//! The steps of a forecast, split at the events inside them: how long each stretch is, and what holds during it.

use hashinsight_units::{Amount, Difficulty, FieldPath, Height, Price};

use super::project::{Algorithm, DifficultyPath, DynamicPath, ForecastSteps, MiningProject, PricePath};
use crate::consensus::{BLOCKS_PER_PERIOD, INTERVALS_PER_PERIOD, Network, TARGET_TIMESPAN_S, block_subsidy};
use crate::error;

pub(super) const SECONDS_PER_DAY: f64 = 86_400.0;
const DAYS_PER_YEAR: f64 = 365.0;
const SECONDS_PER_BLOCK: f64 = 600.0; // of months: 144 a day
const MONTHS_PER_YEAR: f64 = 12.0;
const MAX_DAYS: f64 = 36_525.0;
const MAX_MONTHS: u32 = 1200;

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
    pub(crate) subsidy_sat: u64,
    pub(crate) fees_sat: u64,
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

pub(super) fn height_after(start: Height, height: u32, blocks: u32, path: &str) -> Result<u32, Error> {
    height.checked_add(blocks).ok_or_else(|| {
        let allowed = "a height whose horizon ends below 2^32";
        error::out_of_range("height", path, start.get(), allowed)
    })
}

/// Difficulty, price and fees, step by step.
struct World<'a> {
    dynamic: Option<&'a DynamicPath>,
    difficulty: f64,
    btc_price: f64,
    fees_sat: u64,
    step: usize,
}

fn path_of(field: &str, case: &str) -> FieldPath {
    FieldPath::new("algorithm").field("dynamic").field(field).field(case)
}

/// What a list of later steps holds for this one.
fn following<T: Copy>(list: &[T], step: usize, field: &'static str, path: FieldPath) -> Result<T, Error> {
    list.get(step).copied().ok_or_else(|| {
        error::insufficient(field, path, list.len(), "a value for every step of the horizon after the first")
    })
}

impl<'a> World<'a> {
    fn new(project: &MiningProject, algorithm: &'a Algorithm) -> Result<Self, Error> {
        let dynamic = match algorithm {
            Algorithm::Static => None,
            Algorithm::Dynamic(path) => Some(path),
        };
        if let Some(DifficultyPath::GrowthPerStep(growth)) = dynamic.map(|path| &path.difficulty)
            && !(-0.75..=3.0).contains(growth)
        {
            let path = path_of("difficulty", "growth_per_step");
            return Err(error::out_of_range("growth_per_step", path, growth, "-0.75 to 3 (a fraction)"));
        }
        if let Some(PricePath::GrowthPerStep(growth)) = dynamic.map(|path| &path.btc_price)
            && !(*growth > -1.0 && *growth <= 10.0)
        {
            let path = path_of("btc_price", "growth_per_step");
            return Err(error::out_of_range("growth_per_step", path, growth, "above -1, at most 10 (a fraction)"));
        }
        Ok(Self {
            dynamic,
            difficulty: project.difficulty.get(),
            btc_price: project.btc_price_usd.get(),
            fees_sat: project.fees_per_block_sat.to_sat(),
            step: 0,
        })
    }

    /// Difficulty of the step after this one; none where a list ends.
    fn next_difficulty(&self) -> Option<f64> {
        match self.dynamic.map(|path| &path.difficulty) {
            None => Some(self.difficulty),
            Some(DifficultyPath::GrowthPerStep(growth)) => Some(self.difficulty * (1.0 + growth)),
            Some(DifficultyPath::Following(list)) => list.get(self.step).map(|difficulty| difficulty.get()),
        }
    }

    fn advance(&mut self) -> Result<(), Error> {
        let Some(path) = self.dynamic else { return Ok(()) };
        self.difficulty = match &path.difficulty {
            DifficultyPath::GrowthPerStep(growth) => {
                let grown = self.difficulty * (1.0 + growth);
                Difficulty::new(grown).map_err(|error| error.at(path_of("difficulty", "growth_per_step")))?.get()
            }
            DifficultyPath::Following(list) => {
                following(list, self.step, "difficulty", path_of("difficulty", "following"))?.get()
            }
        };
        self.btc_price = match &path.btc_price {
            PricePath::GrowthPerStep(growth) => {
                let grown = self.btc_price * (1.0 + growth);
                Price::new(grown).map_err(|error| error.at(path_of("btc_price", "growth_per_step")))?.get()
            }
            PricePath::Following(list) => {
                following(list, self.step, "btc_price", path_of("btc_price", "following"))?.get()
            }
        };
        if let Some(list) = &path.fees_per_block_sat {
            let path = FieldPath::new("algorithm").field("dynamic").field("fees_per_block_sat");
            self.fees_sat = following(list, self.step, "fees_per_block", path)?.to_sat();
        }
        self.step += 1;
        Ok(())
    }
}

fn subsidy_sat(project: &MiningProject, algorithm: &Algorithm, height: u32) -> u64 {
    let at = if *algorithm == Algorithm::Static { project.height } else { Height::new(height) };
    Amount::to_sat(block_subsidy(at, Network::Mainnet.params()))
}

/// The stretches of a project's steps, in order; at least one.
pub(super) fn stretches(
    project: &MiningProject,
    algorithm: &Algorithm,
    steps: ForecastSteps,
) -> Result<Vec<Stretch>, Error> {
    match steps {
        ForecastSteps::Retargets { days } => {
            if days.get() > MAX_DAYS {
                let (field, path) = ("days", "steps.retargets.days");
                return Err(error::out_of_range(field, path, days.get(), "at most 36525 days"));
            }
            retarget_stretches(project, algorithm, days.get() * SECONDS_PER_DAY, "project.height")
        }
        ForecastSteps::Months { count, days_each } => {
            if !(1..=MAX_MONTHS).contains(&count) {
                return Err(error::out_of_range("count", "steps.months.count", count, "1 to 1200 months"));
            }
            if !(28.0..=31.0).contains(&days_each.get()) {
                let (field, path) = ("days_each", "steps.months.days_each");
                return Err(error::out_of_range(field, path, days_each.get(), "28 to 31 days"));
            }
            months(project, algorithm, count, days_each.get())
        }
    }
}

/// From retarget to retarget up to a horizon, each stretch a step of its own; `height_path` is where the height stood.
pub(crate) fn retarget_stretches(
    project: &MiningProject,
    algorithm: &Algorithm,
    horizon_s: f64,
    height_path: &str,
) -> Result<Vec<Stretch>, Error> {
    let mut world = World::new(project, algorithm)?;
    let mut stretches = Vec::new();
    let (mut start_s, mut height) = (0.0, project.height.get());
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
            subsidy_sat: subsidy_sat(project, algorithm, height),
            fees_sat: world.fees_sat,
            end_years: (start_s + seconds) / SECONDS_PER_DAY / DAYS_PER_YEAR,
        });
        if last {
            return Ok(stretches);
        }
        start_s += full_s;
        height = height_after(project.height, height, blocks, height_path)?;
        if blocks == retarget {
            world.advance()?;
        }
    }
}

fn months(project: &MiningProject, algorithm: &Algorithm, count: u32, days_each: f64) -> Result<Vec<Stretch>, Error> {
    let mut world = World::new(project, algorithm)?;
    let mut stretches = Vec::new();
    for month in 0..count {
        if month > 0 {
            world.advance()?;
        }
        let (mut start_s, mut left_s) = (f64::from(month) * days_each * SECONDS_PER_DAY, days_each * SECONDS_PER_DAY);
        let mut passed = start_s / SECONDS_PER_BLOCK;
        loop {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1200 · 31 · 144 blocks")]
            let whole = passed.floor() as u32;
            let height = height_after(project.height, project.height.get(), whole, "project.height")?;
            let (retarget, halving) = blocks_ahead(height);
            let event = f64::from(whole) + f64::from(retarget.min(halving));
            let full_s = (event - passed) * SECONDS_PER_BLOCK;
            let last = full_s >= left_s;
            let seconds = if last { left_s } else { full_s };
            stretches.push(Stretch {
                step: month as usize,
                start_s,
                seconds,
                height: Height::new(height),
                blocks: seconds / SECONDS_PER_BLOCK,
                difficulty: world.difficulty,
                btc_price: world.btc_price,
                subsidy_sat: subsidy_sat(project, algorithm, height),
                fees_sat: world.fees_sat,
                end_years: (f64::from(month) + 1.0) / MONTHS_PER_YEAR,
            });
            if last {
                break;
            }
            (start_s, left_s, passed) = (event * SECONDS_PER_BLOCK, left_s - full_s, event);
        }
    }
    Ok(stretches)
}
