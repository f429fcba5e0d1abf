//! Fee rates for different patience.

use hashinsight_units::{Error, Problem, Record};

use super::host::HOST;
use crate::error::{FeedError, refuse};
use crate::kind::parts;
use crate::payload::Doubts;
use crate::read::{self, Number, wire};
use crate::{Endpoint, Parsed, Payload, Request};

/// `GET /api/v1/fees/recommended`: fee rates for different patience.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecommendedFees;

/// Fee rates, satoshis per virtual byte.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct FeeRates {
    /// Fee rate for the next block, in satoshis per virtual byte.
    pub fastest_sat_per_vb: f64,
    /// Fee rate for inclusion in about half an hour, in satoshis per virtual byte.
    pub half_hour_sat_per_vb: f64,
    /// Fee rate for inclusion in about an hour, in satoshis per virtual byte.
    pub hour_sat_per_vb: f64,
    /// Fee rate for inclusion without hurry, in satoshis per virtual byte.
    pub economy_sat_per_vb: f64,
    /// Least fee rate that nodes relay, in satoshis per virtual byte.
    pub minimum_sat_per_vb: f64,
}

parts! { FeeRates {} }

wire! {
    #[expect(clippy::struct_field_names, reason = "the upstream's names")]
    struct FeesWire {
        fastest_fee: Number = "fastestFee",
        half_hour_fee: Number = "halfHourFee",
        hour_fee: Number = "hourFee",
        economy_fee: Number = "economyFee",
        minimum_fee: Number = "minimumFee",
    }
}

impl Endpoint for RecommendedFees {
    type Data = FeeRates;

    fn request(&self) -> Result<Request, Error> {
        Ok(Request::get(HOST, "/api/v1/fees/recommended"))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<FeeRates>, FeedError> {
        let wire: FeesWire = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let mut rate = |path: &'static str, number: Number| {
            doubts.range(path, number.0, 0.1, 10_000.0, " sat/vB");
            if (0.0..=1e9).contains(&number.0) {
                return Ok(number.0);
            }
            Err(refuse(Problem::OutOfRange, path, number.0, "0 to 1e9 sat/vB"))
        };
        let data = FeeRates {
            fastest_sat_per_vb: rate("fastestFee", wire.fastest_fee)?,
            half_hour_sat_per_vb: rate("halfHourFee", wire.half_hour_fee)?,
            hour_sat_per_vb: rate("hourFee", wire.hour_fee)?,
            economy_sat_per_vb: rate("economyFee", wire.economy_fee)?,
            minimum_sat_per_vb: rate("minimumFee", wire.minimum_fee)?,
        };
        let falling = [
            ("halfHourFee", data.half_hour_sat_per_vb, data.fastest_sat_per_vb),
            ("hourFee", data.hour_sat_per_vb, data.half_hour_sat_per_vb),
            ("economyFee", data.economy_sat_per_vb, data.hour_sat_per_vb),
            ("minimumFee", data.minimum_sat_per_vb, data.economy_sat_per_vb),
        ];
        for (path, rate, hurried) in falling {
            if rate > hurried {
                doubts.note(path, rate, format!("at most the rate of those in more of a hurry, {hurried} sat/vB"));
            }
        }
        Ok(doubts.done(data))
    }
}
