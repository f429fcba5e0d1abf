//! What is listed.

use hashinsight_market::{Instrument, OptionKind};
use hashinsight_units::{Currency, FieldPath, Timestamp};
use serde::{Deserialize, Serialize};

use super::call::{open, public};
use super::name::{self, ContractKind};
use crate::error::{FeedError, PayloadProblem};
use crate::payload::Doubts;
use crate::read::{Maybe, MaybeWhole, Number};
use crate::{Endpoint, Parsed, Payload, Request, history};

/// `get_instruments`: what is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "DeribitInstruments"))]
#[serde(deny_unknown_fields)]
pub struct Instruments {
    /// The coin, like `BTC`.
    pub currency: Currency,
    /// Options or futures; absent: both.
    #[serde(default, deserialize_with = "hashinsight_units::wire::present", skip_serializing_if = "Option::is_none")]
    pub kind: Option<ContractKind>,
}

/// Everything that is listed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Listings {
    /// In the order received.
    pub listings: Vec<Listing>,
}

/// One contract.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Listing {
    /// Its name.
    pub instrument: Instrument,
    /// Whether it can be traded.
    pub is_active: bool,
    /// When it expires; perpetual contracts never do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expiry_ms: Option<Timestamp>,
    /// Strike, of options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strike: Option<f64>,
    /// Call or put, of options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub option_kind: Option<OptionKind>,
    /// Size of a contract: US dollars for inverse futures, coins else.
    pub contract_size: f64,
    /// Step of the price.
    pub tick_size: f64,
}

#[derive(Deserialize)]
struct ListingWire {
    instrument_name: Instrument,
    #[serde(default)]
    kind: Option<String>,
    is_active: bool,
    #[serde(default)]
    expiration_timestamp: MaybeWhole,
    #[serde(default)]
    strike: Maybe,
    #[serde(default)]
    option_type: Option<OptionKind>,
    contract_size: Number,
    tick_size: Number,
}

/// What Deribit writes for "never": the year 3000.
const NEVER_MS: i64 = 32_503_708_800_000;

impl Endpoint for Instruments {
    type Data = Listings;

    fn request(&self) -> Result<Request, FeedError> {
        let request = public("get_instruments").with("currency", self.currency);
        Ok(request.with_some("kind", self.kind.map(ContractKind::word)))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<Listings>, FeedError> {
        let mut doubts = Doubts::new(payload);
        let wire: Vec<ListingWire> = open(payload, &mut doubts)?;
        let mut listings = Vec::with_capacity(wire.len());
        for (index, row) in wire.iter().enumerate() {
            let at = |field: &str| FieldPath::new("result").index(index).field(field);
            for (field, value) in [
                ("contract_size", Some(row.contract_size.0)),
                ("tick_size", Some(row.tick_size.0)),
                ("strike", row.strike.0),
            ] {
                if let Some(value) = value.filter(|value| !(*value > 0.0 && *value <= 1e18)) {
                    let allowed = "above 0, at most 1e18";
                    return Err(FeedError::payload(PayloadProblem::OutOfRange, at(field), value, allowed));
                }
            }
            let name = row.instrument_name;
            if !name::coins(&name).any(|coin| coin == self.currency.as_str()) {
                let allowed = format!("a contract on {}", self.currency);
                return Err(FeedError::payload(PayloadProblem::Unknown, at("instrument_name"), name, allowed));
            }
            if let (Some(asked), Some(said)) = (self.kind, &row.kind)
                && asked.word() != said
            {
                return Err(FeedError::payload(PayloadProblem::Unknown, at("kind"), said, asked.word()));
            }
            let expiry = row.expiration_timestamp.0.filter(|ms| *ms < NEVER_MS).map(Timestamp::from_ms);
            let listing = Listing {
                instrument: name,
                is_active: row.is_active,
                expiry_ms: expiry.transpose().map_err(FeedError::unit(at("expiration_timestamp")))?,
                strike: row.strike.0,
                option_kind: row.option_type,
                contract_size: row.contract_size.0,
                tick_size: row.tick_size.0,
            };
            listings.push((index, listing));
        }
        let by_name = |a: &Listing, b: &Listing| a.instrument.cmp(&b.instrument);
        let (list, shown) = (FieldPath::new("result"), |row: &Listing| row.contract_size);
        let listings = history::once(listings, by_name, shown, &list, &mut doubts);
        Ok(doubts.done(Listings { listings }))
    }
}
