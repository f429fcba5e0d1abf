//! Numbers as plain text.

use hashinsight_units::{Difficulty, Error, Hashrate, Height, Problem, Record};

use super::host::HOST;
use crate::decimal::shifted;
use crate::error::{FeedError, in_body, refuse};
use crate::kind::{Parts, Place, Take};
use crate::payload::Doubts;
use crate::read::{self};
use crate::{Endpoint, Parsed, Payload, Request, consensus, plausible};

/// `GET blockchain.info/q/{name}`: one number as plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "BlockchainInfoQuery")]
#[non_exhaustive]
pub enum Query {
    /// Estimated hashrate.
    Hashrate,
    /// Difficulty.
    Difficulty,
    /// Height of the tip.
    BlockCount,
}

/// The number, named with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub enum QueryData {
    /// Hashrate in TH/s (received as GH/s).
    HashrateThs(Hashrate),
    /// Difficulty.
    Difficulty(Difficulty),
    /// Height of the tip.
    Height(Height),
}

impl Parts for QueryData {
    fn parts<'a>(&'a self, place: Place<'a>, each: Take<'a, '_>) {
        match self {
            Self::HashrateThs(hashrate) => hashrate.parts(place, each),
            Self::Difficulty(difficulty) => difficulty.parts(place, each),
            Self::Height(height) => height.parts(place, each),
        }
    }
}

impl Endpoint for Query {
    type Data = QueryData;

    fn request(&self) -> Result<Request, Error> {
        let name = match self {
            Self::Hashrate => "hashrate",
            Self::Difficulty => "getdifficulty",
            Self::BlockCount => "getblockcount",
        };
        Ok(Request::get(HOST, format!("/q/{name}")))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<QueryData>, FeedError> {
        let text = read::text(payload)?;
        let mut doubts = Doubts::new(payload);
        let refused = || refuse(Problem::WrongType, "", text, "one number as text");
        let number = || hashinsight_units::json::float(text).filter(|value| value.is_finite()).ok_or_else(refused);
        let data = match self {
            Self::Hashrate => {
                let hashrate = Hashrate::from_ths(shifted(number()?, 3)).map_err(in_body(""))?;
                plausible::hashrate("", hashrate, payload.received_ms.to_ms(), &mut doubts);
                QueryData::HashrateThs(hashrate)
            }
            Self::Difficulty => {
                let difficulty = Difficulty::new(number()?).map_err(in_body(""))?;
                plausible::difficulty("", difficulty, payload.received_ms.to_ms(), &mut doubts);
                QueryData::Difficulty(difficulty)
            }
            Self::BlockCount => {
                let height = text.parse().map_err(|_| refused())?;
                consensus::height_agrees(&"".into(), height, payload.received_ms, &mut doubts);
                QueryData::Height(Height::new(height))
            }
        };
        Ok(doubts.done(data))
    }
}
