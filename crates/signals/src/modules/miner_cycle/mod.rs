//! E: where miners stand in their cycle of income and hashrate.
//!
//! # What it says
//! Miners who earn much sell into strength, and miners who earn too little have sold what they had (contrarian). Each reason advises between -1
//! and 1, and the score is the mean of those that are known on the day:
//!
//! | reason | advice | source |
//! |---|---|---|
//! | Puell multiple | `2 rank - 1`, `puell = issuance in USD / SMA_365 of it` | Puell 2019 |
//! | hashprice | `2 rank - 1` | Luxor |
//! | hash ribbons | -1 in a capitulation, -1/2 in a recovery, else 0: [`HashRibbons`] | Edwards 2019 |
//! | difficulty ribbon | `2 rank - 1` of its compression: [`DifficultyRibbon`] | Woo 2018 |
//! | break-even | `1 - 2 share`, `share = power price / (hashprice / (24 J/TH))` of a stated machine | definition |
//!
//! Ranks, and no fixed bands: the Puell multiple was above 4 in each cycle up to 2017 and above 2.5 on few days since, so that bands drawn
//! then say nothing now. A rank is taken among all days so far, up to four years (the hashprice's, which falls with every generation of
//! machines: up to one), counts half of what is equal, and weighs in the confidence by how full its window is.
//!
//! # What it stands on
//! Each reason says for itself whether its input came: `no_data` never, `stale` before but not on this day, `warmup` not often enough. An
//! average skips days without observation: 30 days of hashrate are 30 observed days.
//!
//! # Pitfalls
//! A hashrate is an estimate from a day's blocks and swings by a tenth from chance alone; without hysteresis the ribbons cross back and forth.
//! With [`IncomeBasis::ExpectedSubsidy`] the Puell multiple moves with the price alone between halvings.

mod day;
mod module;
mod ribbons;

pub use day::{IncomeBasis, NetworkDay, NetworkDayColumns};
pub use module::{
    EdgeMachine, MinerCycle, MinerCycleOutput, MinerCycleParams, MinerCycleState, MinerCycleTable, MinerCycleTablePart,
};
pub use ribbons::{DIFFICULTY_RIBBON, DifficultyRibbon, HashRibbon, HashRibbonDay, HashRibbonParams, HashRibbons};
