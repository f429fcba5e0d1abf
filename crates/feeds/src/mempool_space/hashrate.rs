//! Hashrate and difficulty over time.

use hashinsight_market::Series;
use hashinsight_units::{Difficulty, Error, FieldPath, Hashrate, Record, Timestamp};

use super::host::HOST;
use super::period::{Period, SOURCE, count};
use crate::decimal::shifted;
use crate::error::{FeedError, in_body};
use crate::history::Indexed;
use crate::kind::parts;
use crate::payload::{Doubts, Window, ms_by_magnitude};
use crate::read::{self, Each, Maybe, MaybeWhole, Number, Whole, wire};
use crate::source::source;
use crate::{Endpoint, Parsed, Payload, Request, consensus, history, plausible};

/// `GET /api/v1/mining/hashrate/{period}`: hashrate and difficulty over time, and now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "MempoolSpaceHashrateHistory")]
#[non_exhaustive]
pub struct HashrateHistory {
    /// Length of the history.
    #[record(example = "week")]
    pub period: Period,
}

/// Hashrate and difficulty over time, and now.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct NetworkHashrates {
    /// Daily mean hashrate of the network, in TH/s (received as H/s).
    pub hashrate_ths: Series,
    /// Difficulty from each retarget on.
    pub difficulty: Series,
    /// Current hashrate of the network, in TH/s.
    pub current_hashrate_ths: Hashrate,
    /// Current difficulty.
    pub current_difficulty: Difficulty,
}

parts! { NetworkHashrates { hashrate_ths, difficulty, current_hashrate_ths, current_difficulty } }

wire! {
    struct HashratesWire {
        hashrates: Vec<Each<HashrateWire>>,
        difficulty: Vec<Each<DifficultyWire>>,
        current_hashrate: Number = "currentHashrate",
        current_difficulty: Number = "currentDifficulty",
    }
}

wire! {
    struct HashrateWire {
        timestamp: Whole,
        avg_hashrate: Maybe = "avgHashrate",
    }
}

wire! {
    struct DifficultyWire {
        /// `time` from the server, `timestamp` in the documentation.
        time: Whole = "time" "timestamp",
        difficulty: Maybe,
        height: MaybeWhole = default,
    }
}

/// The height of a row: that of a retarget, or in answers with a row for each change of the tip any that fits its time.
fn retarget(path: &FieldPath, height: i64, ms: i64, doubts: &mut Doubts) -> Result<(), Error> {
    let height = count(path.clone(), height, u32::MAX)?;
    if let Ok(time) = Timestamp::from_ms(ms) {
        consensus::height_agrees(path, height, time, doubts);
    }
    Ok(())
}

fn difficulty_of_row(at: &FieldPath, value: f64, ms: i64, doubts: &mut Doubts) -> Result<(), Error> {
    let difficulty = Difficulty::new(value).map_err(in_body(at.clone()))?;
    plausible::difficulty(at.as_str(), difficulty, ms, doubts);
    Ok(())
}

impl Endpoint for HashrateHistory {
    type Data = NetworkHashrates;

    fn request(&self) -> Result<Request, Error> {
        Ok(Request::get(HOST, format!("/api/v1/mining/hashrate/{}", self.period.word())))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<NetworkHashrates>, FeedError> {
        let wire: HashratesWire = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let source = source(SOURCE);
        let window = Window::days(payload, self.period.days());
        let list = FieldPath::new("hashrates");
        let rows = history::each(wire.hashrates, &list, &mut doubts, |index, row, doubts| {
            let ms = ms_by_magnitude(row.timestamp.0);
            let at = list.clone().index(index);
            doubts.within(|| at.clone().field("timestamp"), ms, &window);
            if let Some(hs) = row.avg_hashrate.0 {
                let path = at.field("avgHashrate");
                let hashrate = Hashrate::from_ths(shifted(hs, 12)).map_err(in_body(path.clone()))?;
                plausible::hashrate(path.as_str(), hashrate, ms, doubts);
            }
            Ok((ms, row.avg_hashrate.0.map(|hs| shifted(hs, 12))))
        })?;
        let hashrate_ths =
            history::series((source, plausible::STEP_NETWORK), history::again(rows), &list, &mut doubts)?;
        let list = FieldPath::new("difficulty");
        let rows = history::each(wire.difficulty, &list, &mut doubts, |index, row, doubts| {
            let (at, ms) = (list.clone().index(index), ms_by_magnitude(row.time.0));
            if let Some(height) = row.height.0 {
                retarget(&at.clone().field("height"), height, ms, doubts)?;
            }
            if let Some(value) = row.difficulty.0 {
                difficulty_of_row(&at.field("difficulty"), value, ms, doubts)?;
            }
            Ok((ms, row.difficulty.0))
        })?;
        let difficulty = history::series((source, plausible::STEP_NETWORK), history::again(rows), &list, &mut doubts)?;
        let current = [
            ("currentHashrate", hashrate_ths.last().map(|point| 1e12 * point.value()), wire.current_hashrate.0),
            ("currentDifficulty", difficulty.last().map(|point| point.value()), wire.current_difficulty.0),
        ];
        for (path, last, now) in current {
            if let Some(last) = last.filter(|last| *last > 0.0 && !(0.2..=5.0).contains(&(now / last))) {
                doubts.note(path, now, format!("within a factor 5 of the last row, {last}"));
            }
        }
        let current_hashrate_ths =
            Hashrate::from_ths(shifted(wire.current_hashrate.0, 12)).map_err(in_body("currentHashrate"))?;
        let current_difficulty = Difficulty::new(wire.current_difficulty.0).map_err(in_body("currentDifficulty"))?;
        plausible::hashrate("currentHashrate", current_hashrate_ths, payload.received_ms.to_ms(), &mut doubts);
        plausible::difficulty("currentDifficulty", current_difficulty, payload.received_ms.to_ms(), &mut doubts);
        plausible::agrees("currentHashrate", current_hashrate_ths, current_difficulty, &mut doubts);
        Ok(doubts.done(NetworkHashrates { hashrate_ths, difficulty, current_hashrate_ths, current_difficulty }))
    }
}

/// `GET /api/v1/mining/difficulty-adjustments/{period}`: past retargets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "MempoolSpaceDifficultyAdjustments")]
#[non_exhaustive]
pub struct DifficultyAdjustments {
    /// Length of the history.
    #[record(example = "week")]
    pub period: Period,
}

/// Past retargets, oldest first.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Retargets {
    /// Difficulty from the instant of each retarget on.
    pub difficulty: Series,
}

parts! { Retargets { difficulty } }

wire! {
    /// `[time s, height, difficulty, ratio]`
    row RetargetRow { time: Whole, height: Whole, difficulty: Number, ratio: Number }
}

/// Holds the ratio of each row against its difficulty and that of the period before it.
fn ratios(rows: &[Indexed<RetargetRow>], doubts: &mut Doubts) {
    for (index, row) in rows {
        let before = rows.iter().find(|(_, before)| before.height.0 + i64::from(consensus::PERIOD) == row.height.0);
        let Some((_, before)) = before else { continue };
        let ratio = row.difficulty.0 / before.difficulty.0;
        if (row.ratio.0 / ratio - 1.0).abs() > 1e-3 {
            doubts.note(
                FieldPath::default().index(*index).index(3),
                row.ratio.0,
                format!("the change of difficulty, {ratio}"),
            );
        }
    }
}

impl Endpoint for DifficultyAdjustments {
    type Data = Retargets;

    fn request(&self) -> Result<Request, Error> {
        Ok(Request::get(HOST, format!("/api/v1/mining/difficulty-adjustments/{}", self.period.word())))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<Retargets>, FeedError> {
        let wire: Vec<Each<RetargetRow>> = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let list = FieldPath::default();
        let window = Window::days(payload, self.period.days());
        let rows = history::each(wire, &list, &mut doubts, |index, row, doubts| {
            let (at, ms) = (list.clone().index(index), ms_by_magnitude(row.time.0));
            doubts.within(|| at.clone().index(0), ms, &window);
            retarget(&at.clone().index(1), row.height.0, ms, doubts)?;
            if let Ok(height) = u32::try_from(row.height.0) {
                consensus::retarget_height(&at.clone().index(1), height, doubts);
            }
            // No retarget changes the difficulty by more than a factor 4.
            difficulty_of_row(&at.clone().index(2), row.difficulty.0, ms, doubts)?;
            doubts.range(at.index(3).as_str(), row.ratio.0, 0.25, 4.0, "");
            Ok(row)
        })?;
        ratios(&rows, &mut doubts);
        let rows = rows.into_iter().map(|(index, row)| (index, (ms_by_magnitude(row.time.0), Some(row.difficulty.0))));
        let rows = history::again(rows.collect());
        let difficulty = history::series((source(SOURCE), plausible::STEP_NETWORK), rows, &list, &mut doubts)?;
        Ok(doubts.done(Retargets { difficulty }))
    }
}
