//! Open interest now.

use hashinsight_market::{Instrument, OpenInterest as OpenInterestRow, OpenInterestFields};
use hashinsight_units::{Error, FieldPath, Record};

use super::contract::{Contract, about, at, get, one};
use super::host::SOURCE;
use crate::error::{FeedError, at_member};
use crate::payload::Doubts;
use crate::read::{Maybe, Whole, wire};
use crate::source::source;
use crate::{Endpoint, Parsed, Payload, Request, plausible};

/// `GET /api/v5/public/open-interest`: open interest now, in coins and, where it is said, in US dollars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "OkxOpenInterest")]
#[non_exhaustive]
pub struct OpenInterest {
    /// Name of the contract, like `BTC-USDT-SWAP`.
    #[record(example = "BTC-USDT-SWAP")]
    pub instrument: Instrument,
}

wire! {
    struct OpenWire {
        inst_id: Instrument = "instId",
        inst_type: Option<String> = "instType",
        oi_ccy: Maybe = default "oiCcy",
        /// Not in answers of older years.
        oi_usd: Maybe = default "oiUsd",
        ts: Whole,
    }
}

impl Endpoint for OpenInterest {
    type Data = OpenInterestRow;

    fn request(&self) -> Result<Request, Error> {
        let contract = Contract::derivative(self.instrument)?;
        Ok(get("public/open-interest").with("instType", contract.kind()).with("instId", self.instrument))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<OpenInterestRow>, FeedError> {
        let contract = Contract::derivative(self.instrument)?;
        let wire: OpenWire = one(payload)?;
        let mut doubts = Doubts::new(payload);
        about(&FieldPath::new("data").index(0), wire.inst_id, wire.inst_type.as_deref(), &contract)?;
        let (open_base, open_usd) = (wire.oi_ccy.0, wire.oi_usd.0);
        if let (Some(coins), Some(usd)) = (open_base, open_usd)
            && coins > 0.0
        {
            plausible::price(at("oiUsd").as_str(), usd / coins, self.instrument, contract.quote, &mut doubts);
        }
        let time_ms = doubts.live(at("ts"), wire.ts.0)?;
        let fields =
            OpenInterestFields { source: source(SOURCE), instrument: self.instrument, time_ms, open_base, open_usd };
        let member = |field: &str| at(if field == "open_usd" { "oiUsd" } else { "oiCcy" });
        let open = OpenInterestRow::new(fields).map_err(|error| at_member(&error, member))?;
        Ok(doubts.done(open))
    }
}
