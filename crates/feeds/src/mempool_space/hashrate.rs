//! Hashrate and difficulty over time.

use hashinsight_market::Series;
use hashinsight_units::{Difficulty, Error, FieldPath, Hashrate, Record};
use serde::Deserialize;

use super::host::HOST;
use super::period::{Period, SOURCE, count};
use crate::error::{FeedError, in_body};
use crate::payload::{Doubts, ms_by_magnitude};
use crate::read::{self, Maybe, Number, Whole, tuple_row};
use crate::source::source;
use crate::{Endpoint, Parsed, Payload, Request, history, plausible};

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

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct HashratesWire {
    hashrates: Vec<HashrateWire>,
    difficulty: Vec<DifficultyWire>,
    current_hashrate: Number,
    current_difficulty: Number,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct HashrateWire {
    timestamp: Whole,
    avg_hashrate: Maybe,
}

#[derive(Deserialize)]
struct DifficultyWire {
    /// `time` from the server, `timestamp` in the documentation.
    #[serde(alias = "timestamp")]
    time: Whole,
    difficulty: Maybe,
}

impl Endpoint for HashrateHistory {
    type Data = NetworkHashrates;

    fn request(&self) -> Result<Request, Error> {
        Ok(Request::get(HOST, format!("/api/v1/mining/hashrate/{}", self.period.word())))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<NetworkHashrates>, FeedError> {
        let wire: HashratesWire = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let source = source(SOURCE);
        let hashrates = wire.hashrates.iter();
        let hashrates = hashrates.map(|row| (ms_by_magnitude(row.timestamp.0), row.avg_hashrate.0.map(|hs| hs / 1e12)));
        let hashrate_ths = history::series(source, hashrates, &FieldPath::new("hashrates"), &mut doubts)?;
        let difficulty = wire.difficulty.iter().map(|row| (ms_by_magnitude(row.time.0), row.difficulty.0));
        let difficulty = history::series(source, difficulty, &FieldPath::new("difficulty"), &mut doubts)?;
        let current_hashrate_ths = Hashrate::from_hs(wire.current_hashrate.0).map_err(in_body("currentHashrate"))?;
        let current_difficulty = Difficulty::new(wire.current_difficulty.0).map_err(in_body("currentDifficulty"))?;
        plausible::hashrate("currentHashrate", current_hashrate_ths, &mut doubts);
        plausible::difficulty("currentDifficulty", current_difficulty, &mut doubts);
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

tuple_row! {
    /// `[time s, height, difficulty, ratio]`
    RetargetRow { time: Whole, height: Whole, difficulty: Number }
}

impl Endpoint for DifficultyAdjustments {
    type Data = Retargets;

    fn request(&self) -> Result<Request, Error> {
        Ok(Request::get(HOST, format!("/api/v1/mining/difficulty-adjustments/{}", self.period.word())))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<Retargets>, FeedError> {
        let wire: Vec<RetargetRow> = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        for (index, row) in wire.iter().enumerate() {
            let path = FieldPath::default().index(index);
            count(path.clone(), row.height.0, u32::MAX)?;
            Difficulty::new(row.difficulty.0).map_err(in_body(path))?;
        }
        let rows = wire.iter().map(|row| (ms_by_magnitude(row.time.0), Some(row.difficulty.0)));
        let difficulty = history::series(source(SOURCE), rows, &FieldPath::default(), &mut doubts)?;
        Ok(doubts.done(Retargets { difficulty }))
    }
}
