//! An option or a future by itself.

use hashinsight_market::{Instrument, OptionQuote};
use hashinsight_units::{Error, FieldPath, Record};

use super::call::{SOURCE, open, public, same as same_name};
use super::name::{self, Contract};
use super::row::{FutureSummary, Row};
use crate::error::{FeedError, missing};
use crate::payload::Doubts;
use crate::source::source;
use crate::{Endpoint, Parsed, Payload, Request};

/// `ticker` of an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "DeribitOptionTicker")]
#[non_exhaustive]
pub struct OptionTicker {
    /// Name of the option, like `BTC-26JUN26-100000-C`.
    #[record(example = "BTC-26JUN26-100000-C")]
    pub instrument: Instrument,
}

fn same(asked: Instrument, row: &Row) -> Result<Contract, Error> {
    same_name(row.instrument_name, asked)?;
    name::parse(|| "result.instrument_name".into(), row.instrument_name)
}

impl Endpoint for OptionTicker {
    type Data = OptionQuote;

    fn request(&self) -> Result<Request, Error> {
        Ok(public("ticker").with("instrument_name", self.instrument))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<OptionQuote>, FeedError> {
        let mut doubts = Doubts::new(payload);
        let row: Row = open(payload, &mut doubts)?;
        let quote =
            row.option(source(SOURCE), same(self.instrument, &row)?, || FieldPath::new("result"), &mut doubts)?;
        Ok(doubts.done(quote))
    }
}

/// `ticker` of a perpetual contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "DeribitPerpetualTicker")]
#[non_exhaustive]
pub struct PerpetualTicker {
    /// Name of the contract, like `BTC-PERPETUAL`.
    #[record(example = "BTC-PERPETUAL")]
    pub instrument: Instrument,
}

impl Endpoint for PerpetualTicker {
    type Data = FutureSummary;

    fn request(&self) -> Result<Request, Error> {
        Ok(public("ticker").with("instrument_name", self.instrument))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<FutureSummary>, FeedError> {
        let mut doubts = Doubts::new(payload);
        let row: Row = open(payload, &mut doubts)?;
        let contract = same(self.instrument, &row)?;
        if row.funding_8h.0.is_none() {
            return Err(missing("result.funding_8h", "a perpetual contract's funding").into());
        }
        let data = row.future(contract, || FieldPath::new("result"), &mut doubts)?;
        Ok(doubts.done(data))
    }
}
