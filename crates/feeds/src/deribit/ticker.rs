//! An option or a future by itself.

use hashinsight_market::{Instrument, OptionQuote, Quote};
use hashinsight_units::{Error, FieldPath, Record};

use super::call::{SOURCE, open, public};
use super::name::{self, Contract, Traded};
use super::row::{FutureSummary, Row};
use crate::error::{FeedError, missing, same};
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

fn option(name: Instrument) -> Result<Contract, Error> {
    name::asked_of(name, Contract::is_option, "the name of an option, like BTC-26JUN26-100000-C")
}

fn future(name: Instrument) -> Result<Contract, Error> {
    name::asked_of(name, Contract::is_future, "the name of a future, like BTC-PERPETUAL or BTC-26JUN26")
}

/// A ticker of what was asked for.
fn row(payload: &Payload<'_>, asked: Instrument, doubts: &mut Doubts) -> Result<Row, FeedError> {
    let row: Row = open(payload, doubts)?;
    same("result.instrument_name", row.instrument_name, asked)?;
    row.state.doubt(doubts);
    Ok(row)
}

impl Endpoint for OptionTicker {
    type Data = OptionQuote;

    fn request(&self) -> Result<Request, Error> {
        option(self.instrument)?;
        Ok(public("ticker").with("instrument_name", self.instrument))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<OptionQuote>, FeedError> {
        let contract = option(self.instrument)?;
        let mut doubts = Doubts::new(payload);
        let row = row(payload, self.instrument, &mut doubts)?;
        let quote = row.option(source(SOURCE), contract, || FieldPath::new("result"), &mut doubts)?;
        Ok(doubts.done(quote))
    }
}

/// `ticker` of a pair of coins that is traded itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "DeribitPairTicker")]
#[non_exhaustive]
pub struct PairTicker {
    /// Name of the pair, like `BTC_USDC`.
    #[record(example = "BTC_USDC")]
    pub instrument: Instrument,
}

fn pair(name: Instrument) -> Result<Contract, Error> {
    name::asked_of(name, |contract| contract.traded == Traded::Spot, "the name of a pair, like BTC_USDC")
}

impl Endpoint for PairTicker {
    type Data = Quote;

    fn request(&self) -> Result<Request, Error> {
        pair(self.instrument)?;
        Ok(public("ticker").with("instrument_name", self.instrument))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<Quote>, FeedError> {
        let contract = pair(self.instrument)?;
        let mut doubts = Doubts::new(payload);
        let row = row(payload, self.instrument, &mut doubts)?;
        let quote = row.pair(contract, || FieldPath::new("result"), &mut doubts)?;
        Ok(doubts.done(quote))
    }
}

/// `ticker` of a future, perpetual or with an expiry (which pays no funding).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "DeribitPerpetualTicker")]
#[non_exhaustive]
pub struct PerpetualTicker {
    /// Name of the contract, like `BTC-PERPETUAL` or `BTC-26JUN26`.
    #[record(example = "BTC-PERPETUAL")]
    pub instrument: Instrument,
}

impl Endpoint for PerpetualTicker {
    type Data = FutureSummary;

    fn request(&self) -> Result<Request, Error> {
        future(self.instrument)?;
        Ok(public("ticker").with("instrument_name", self.instrument))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<FutureSummary>, FeedError> {
        let contract = future(self.instrument)?;
        let mut doubts = Doubts::new(payload);
        let row = row(payload, self.instrument, &mut doubts)?;
        if contract.traded == Traded::Perpetual && row.funding_8h.0.is_none() {
            return Err(missing("result.funding_8h", "a perpetual contract's funding").into());
        }
        let data = row.future(contract, || FieldPath::new("result"), &mut doubts)?;
        Ok(doubts.done(data))
    }
}
