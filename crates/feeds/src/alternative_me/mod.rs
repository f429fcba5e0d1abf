//! alternative.me: the fear and greed index of the crypto market.
//!
//! Traps: numbers and times are text, the times are seconds, and the days come newest first. A day's index is published at
//! 00:00 UTC. The answer names each value in words too.
//!
//! ```
//! use hashinsight_feeds::{Endpoint, Payload, alternative_me};
//! use hashinsight_units::Timestamp;
//! let question = alternative_me::FearAndGreed::new(1);
//! let body = include_bytes!("../../tests/fixtures/syn_alternative_me_fng.json");
//! let days = question.parse(&Payload::new(body, Timestamp::from_s(1_780_730_885)?))?.data;
//! assert_eq!(days.index.value(), [40.0]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub(crate) mod host;

use hashinsight_market::Series;
use hashinsight_units::{Error, FieldPath, Problem, Record};

use self::host::HOST;
use crate::endpoint::upstream;
use crate::error::{FeedError, out_of_range, refuse};
use crate::kind::parts;
use crate::payload::{Doubts, Window};
use crate::read::{self, Each, Number, Whole, wire};
use crate::source::source;
use crate::time::DAY_MS;
use crate::{Endpoint, Parsed, Payload, Request, history, plausible};

upstream! {
    "alternative.me", AlternativeMeAsk => AlternativeMeData {
        /// The fear and greed index.
        FearAndGreed(FearAndGreed),
    }
}

/// `GET /fng/`: the fear and greed index, day by day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "AlternativeMeFearAndGreed")]
#[non_exhaustive]
pub struct FearAndGreed {
    /// Number of days.
    #[record(example = 30)]
    pub days: u32,
}

/// The fear and greed index over time.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct FearAndGreedDays {
    /// Fear and greed index of each day, 0 (extreme fear) to 100 (extreme greed).
    pub index: Series,
}

parts! { FearAndGreedDays { index } }

wire! {
    struct AnswerWire {
        name: Option<String>,
        data: Vec<Each<DayWire>>,
    }
}

wire! {
    struct DayWire {
        value: Number,
        value_classification: Option<String>,
        timestamp: Whole,
    }
}

/// The words, and the least and greatest index that has been called so.
const WORDS: [(&str, f64, f64); 5] = [
    ("Extreme Fear", 0.0, 26.0),
    ("Fear", 20.0, 47.0),
    ("Neutral", 45.0, 55.0),
    ("Greed", 53.0, 76.0),
    ("Extreme Greed", 74.0, 100.0),
];

impl Endpoint for FearAndGreed {
    type Data = FearAndGreedDays;

    fn request(&self) -> Result<Request, Error> {
        if self.days == 0 {
            return Err(out_of_range("days", 0, "at least 1"));
        }
        Ok(Request::get(HOST, "/fng/").with("limit", self.days))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<FearAndGreedDays>, FeedError> {
        let wire: AnswerWire = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        if let Some(name) = wire.name.filter(|name| name != "Fear and Greed Index") {
            return Err(refuse(Problem::Unknown, "name", name, "Fear and Greed Index").into());
        }
        let list = FieldPath::new("data");
        let window = Window::days(payload, self.days);
        let rows = history::each(wire.data, &list, &mut doubts, |index, row, doubts| {
            let at = |member: &str| list.clone().index(index).field(member);
            let value = row.value.0;
            if !(0.0..=100.0).contains(&value) {
                return Err(refuse(Problem::OutOfRange, at("value"), value, "0 to 100"));
            }
            let ms = doubts.past_s(at("timestamp"), row.timestamp.0)?.to_ms();
            doubts.within(|| at("timestamp"), ms, &window);
            if ms % DAY_MS != 0 {
                doubts.note(at("timestamp"), row.timestamp.0, "00:00 UTC of a day");
            }
            if let Some(said) = row.value_classification {
                let word = WORDS.iter().find(|(word, ..)| *word == said);
                if !word.is_some_and(|(_, least, most)| (*least..=*most).contains(&value)) {
                    doubts.note(at("value_classification"), said, format!("the word of an index of {value}"));
                }
            }
            Ok((ms, Some(value)))
        })?;
        let index = history::series(
            (source("alternative_me"), plausible::STEP_FLOW),
            history::again(rows),
            &list,
            &mut doubts,
        )?;
        Ok(doubts.done(FearAndGreedDays { index }))
    }
}
