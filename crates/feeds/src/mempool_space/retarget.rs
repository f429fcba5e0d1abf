//! The coming retarget.

use hashinsight_units::{Error, Height, Problem, Record, Timestamp};

use super::host::HOST;
use super::period::count;
use crate::decimal::{of_percent, shifted};
use crate::error::{FeedError, in_body, refuse};
use crate::kind::parts;
use crate::payload::{Doubts, ms_by_magnitude};
use crate::read::{self, MaybeWhole, Number, Whole, wire};
use crate::time::DAY_MS;
use crate::{Endpoint, Parsed, Payload, Request, consensus};

/// `GET /api/v1/difficulty-adjustment`: the coming retarget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DifficultyAdjustment;

/// The retarget that comes, as mempool.space estimates it, and the last one.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct RetargetEstimate {
    /// Fraction of the difficulty period that is over, 0 to 1 (received as percent).
    pub progress: f64,
    /// Expected change of difficulty as a fraction, -0.75 to 3 (received as percent).
    pub expected_change: f64,
    /// Expected instant of the retarget, in Unix milliseconds.
    pub expected_time_ms: Timestamp,
    /// Number of blocks until the retarget.
    pub remaining_blocks: u32,
    /// Height of the first block of the next period.
    pub retarget_height: Height,
    /// Last change of difficulty as a fraction, -0.75 to 3 (received as percent).
    pub previous_change: f64,
    /// Instant of the last retarget, in Unix milliseconds, where it is said.
    pub previous_time_ms: Option<Timestamp>,
    /// Mean time between blocks in this period, in seconds.
    pub block_interval_s: f64,
}

parts! { RetargetEstimate {} }

wire! {
    struct RetargetWire {
        progress_percent: Number = "progressPercent",
        difficulty_change: Number = "difficultyChange",
        estimated_retarget_date: Whole = "estimatedRetargetDate",
        remaining_blocks: Whole = "remainingBlocks",
        previous_retarget: Number = "previousRetarget",
        previous_time: MaybeWhole = default "previousTime",
        next_retarget_height: Whole = "nextRetargetHeight",
        time_avg: Number = "timeAvg",
    }
}

impl Endpoint for DifficultyAdjustment {
    type Data = RetargetEstimate;

    fn request(&self) -> Result<Request, Error> {
        Ok(Request::get(HOST, "/api/v1/difficulty-adjustment"))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<RetargetEstimate>, FeedError> {
        let wire: RetargetWire = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let percent = |path: &'static str, number: Number, low: f64, high: f64| {
            if (low..=high).contains(&number.0) {
                return Ok(of_percent(number.0));
            }
            Err(refuse(Problem::OutOfRange, path, number.0, format!("{low} to {high} percent")))
        };
        let expected_ms = ms_by_magnitude(wire.estimated_retarget_date.0);
        let expected_time_ms = Timestamp::from_ms(expected_ms).map_err(in_body("estimatedRetargetDate"))?;
        let two_months = 60 * DAY_MS;
        if (expected_ms - payload.received_ms.to_ms()).abs() > two_months {
            doubts.note("estimatedRetargetDate", expected_ms, "within two months");
        }
        // Seconds in the documentation's example, milliseconds in fact: blocks are neither a second nor a week apart.
        let average = wire.time_avg.0;
        let block_interval_s = if average > 10_000.0 { shifted(average, 3) } else { average };
        doubts.range("timeAvg", block_interval_s, 60.0, 6000.0, " s");
        if !(block_interval_s > 0.0 && block_interval_s <= 1e9) {
            return Err(refuse(Problem::OutOfRange, "timeAvg", average, "above 0, at most 1e9 s").into());
        }
        let previous = wire.previous_time.0.map(|time| doubts.past("previousTime", ms_by_magnitude(time)));
        let estimate = RetargetEstimate {
            progress: percent("progressPercent", wire.progress_percent, 0.0, 100.0)?,
            expected_change: percent("difficultyChange", wire.difficulty_change, -75.0, 300.0)?,
            expected_time_ms,
            remaining_blocks: count("remainingBlocks", wire.remaining_blocks.0, 2016)?,
            retarget_height: Height::new(count("nextRetargetHeight", wire.next_retarget_height.0, u32::MAX)?),
            previous_change: percent("previousRetarget", wire.previous_retarget, -75.0, 300.0)?,
            previous_time_ms: previous.transpose()?,
            block_interval_s,
        };
        estimate.check(payload.received_ms, &mut doubts);
        Ok(doubts.done(estimate))
    }
}

impl RetargetEstimate {
    /// Holds one figure of the answer against another: they describe one period.
    fn check(&self, now: Timestamp, doubts: &mut Doubts) {
        let blocks = f64::from(self.remaining_blocks);
        let remaining = f64::from(consensus::PERIOD) * (1.0 - self.progress);
        if (remaining - blocks).abs() > 1.5 {
            doubts.note("remainingBlocks", self.remaining_blocks, format!("what the progress leaves, {remaining:.0}"));
        }
        consensus::retarget_height(&"nextRetargetHeight".into(), self.retarget_height.get(), doubts);
        let tip = self.retarget_height.get().saturating_sub(self.remaining_blocks);
        consensus::height_agrees(&"nextRetargetHeight".into(), tip, now, doubts);
        // Of the first blocks of a period the server mixes in the period before.
        let implied = 600.0 / self.block_interval_s - 1.0;
        if (self.expected_change - implied).abs() > 0.15 {
            let expected = format!("about {:.2}, as blocks take {} s", 100.0 * implied, self.block_interval_s);
            doubts.note("difficultyChange", 100.0 * self.expected_change, expected);
        }
        let ahead_s = (self.expected_time_ms.to_ms() - now.to_ms()) as f64 / 1e3;
        let due_s = blocks * self.block_interval_s;
        if (ahead_s - due_s).abs() > 7200.0 + 0.25 * due_s {
            let expected = format!("{due_s:.0} s from now, as {blocks} blocks take at {} s", self.block_interval_s);
            doubts.note("estimatedRetargetDate", self.expected_time_ms.to_ms(), expected);
        }
        let Some(previous) = self.previous_time_ms else { return };
        let found = f64::from(consensus::PERIOD.saturating_sub(self.remaining_blocks));
        let (elapsed_s, mean_s) = ((now.to_ms() - previous.to_ms()) as f64 / 1e3, found * self.block_interval_s);
        if elapsed_s > 2.0 * mean_s + 14_400.0 || elapsed_s < 0.5 * mean_s - 14_400.0 {
            let expected = format!("{mean_s:.0} s ago, as {found} blocks take at {} s", self.block_interval_s);
            doubts.note("previousTime", previous.to_ms(), expected);
        }
    }
}
