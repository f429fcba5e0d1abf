//! What is listed.

use hashinsight_market::{Instrument, OptionKind};
use hashinsight_units::record::Word;
use hashinsight_units::{Currency, Error, FieldPath, Problem, Record, Timestamp};

use super::call::{open, public};
use super::name::{self, ContractKind, Traded};
use crate::error::{FeedError, in_body, refuse};
use crate::kind::parts;
use crate::payload::Doubts;
use crate::read::{Choice, Each, Maybe, MaybeWhole, Number, wire};
use crate::{Endpoint, Parsed, Payload, Request, history};

/// `get_instruments`: contracts that are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "DeribitInstruments")]
#[non_exhaustive]
pub struct Instruments {
    /// Coin of the contracts, like `BTC`.
    #[record(example = "BTC")]
    pub currency: Currency,
    /// Kind of the contracts. Absent: options and futures; combinations and pairs are noted and left out.
    pub kind: Option<ContractKind>,
}

/// Contracts that are listed.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Listings {
    /// Contracts in the order received.
    pub listings: Vec<Listing>,
}

parts! { Listings {} }

/// A contract that is listed.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Listing {
    /// Name of the contract.
    pub instrument: Instrument,
    /// Whether the contract can be traded.
    pub is_active: bool,
    /// Expiry of the contract, in Unix milliseconds. Absent for perpetual contracts.
    pub expiry_ms: Option<Timestamp>,
    /// Strike of an option, in the quote currency.
    pub strike: Option<f64>,
    /// Kind of an option: call or put.
    pub option_kind: Option<OptionKind>,
    /// Size of the contract: in US dollars for inverse futures, else in coins.
    pub contract_size: f64,
    /// Smallest step of the price, in the currency of the price.
    pub tick_size: f64,
}

impl Instruments {
    /// The kinds that are meant: combinations and pairs are neither.
    fn kinds(&self) -> Vec<&'static str> {
        let kinds = self.kind.map_or_else(|| vec![ContractKind::Option, ContractKind::Future], |kind| vec![kind]);
        kinds.into_iter().map(ContractKind::word).collect()
    }
}

wire! {
    struct ListingWire {
        instrument_name: Instrument,
        kind: Option<String>,
        is_active: bool,
        expiration_timestamp: MaybeWhole = default,
        strike: Maybe = default,
        option_type: Option<Choice<OptionKind>>,
        contract_size: Number,
        tick_size: Number,
        base_currency: Option<String>,
    }
}

impl ListingWire {
    /// Notes what a listing says otherwise than its name.
    fn doubt_name(&self, at: impl Fn(&str) -> FieldPath, doubts: &mut Doubts) {
        let name = self.instrument_name;
        if let Some(said) = self.base_currency.as_deref().filter(|said| name::coins(&name).all(|coin| coin != *said)) {
            doubts.note(at("base_currency"), said, format!("a coin of {name}"));
        }
        let Some(contract) = name::Names::default().read(name) else { return };
        let Traded::Option(expiry, strike, kind) = contract.traded else { return };
        if self.strike.0 != Some(strike) {
            let said = self.strike.0.map_or_else(|| "null".to_owned(), |said| said.to_string());
            doubts.note(at("strike"), said, format!("that of the name, {strike}"));
        }
        if let Some(Choice(said)) = self.option_type.filter(|said| said.0 != kind) {
            doubts.note(
                at("option_type"),
                format!("{said:?}").to_lowercase(),
                format!("that of {}", self.instrument_name),
            );
        }
        if let Some(said) = self.expiration_timestamp.0.filter(|said| *said != expiry.to_ms()) {
            doubts.note(at("expiration_timestamp"), said, format!("that of the name, {}", expiry.to_ms()));
        }
    }
}

/// What Deribit writes for "never": the year 3000.
const NEVER_MS: i64 = 32_503_708_800_000;

impl Endpoint for Instruments {
    type Data = Listings;

    fn request(&self) -> Result<Request, Error> {
        let request = public("get_instruments").with("currency", self.currency);
        Ok(request.with_some("kind", self.kind.map(ContractKind::word)))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<Listings>, FeedError> {
        let mut doubts = Doubts::new(payload);
        let wire: Vec<Each<ListingWire>> = open(payload, &mut doubts)?;
        let list = FieldPath::new("result");
        let listings = history::each(wire, &list, &mut doubts, |index, row, doubts| {
            let at = |field: &str| FieldPath::new("result").index(index).field(field);
            for (field, value) in [
                ("contract_size", Some(row.contract_size.0)),
                ("tick_size", Some(row.tick_size.0)),
                ("strike", row.strike.0),
            ] {
                if let Some(value) = value.filter(|value| !(*value > 0.0 && *value <= 1e18)) {
                    let allowed = "above 0, at most 1e18";
                    return Err(refuse(Problem::OutOfRange, at(field), value, allowed));
                }
            }
            let name = row.instrument_name;
            if !name::coins(&name).any(|coin| coin == self.currency.as_str()) {
                let allowed = format!("a contract on {}", self.currency);
                return Err(refuse(Problem::Unknown, at("instrument_name"), name, allowed));
            }
            if let Some(said) = row.kind.as_deref().filter(|said| !self.kinds().contains(said)) {
                return Err(refuse(Problem::Unknown, at("kind"), said, self.kinds().join(" or ")));
            }
            let expiry = row.expiration_timestamp.0.filter(|ms| *ms < NEVER_MS).map(Timestamp::from_ms);
            row.doubt_name(at, doubts);
            Ok(Listing {
                instrument: name,
                is_active: row.is_active,
                expiry_ms: expiry.transpose().map_err(in_body(at("expiration_timestamp")))?,
                strike: row.strike.0,
                option_kind: row.option_type.map(|kind| kind.0),
                contract_size: row.contract_size.0,
                tick_size: row.tick_size.0,
            })
        })?;
        let by_name = |a: &Listing, b: &Listing| a.instrument.cmp(&b.instrument);
        let shown = |row: &Listing| row.contract_size;
        let listings = history::once(listings, by_name, shown, &list, &mut doubts);
        Ok(doubts.done(Listings { listings }))
    }
}
