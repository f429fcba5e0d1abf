//! Now: tickers, summaries, listings.

use hashinsight_market::{
    Instrument, MarkPoint, MarkPointFields, OpenInterest, OpenInterestFields, OptionChain, OptionKind, OptionQuote,
    OptionQuoteFields, Quote, Source,
};
use hashinsight_units::{Currency, FieldPath, Timestamp};
use serde::{Deserialize, Serialize};

use super::name::{self, Contract, ContractKind, Names, Terms};
use super::{SOURCE, open, public};
use crate::error::{FeedError, PayloadProblem};
use crate::payload::Doubts;
use crate::read::{self, Keys, Maybe, MaybeWhole, Number, Scan, Whole};
use crate::source::source;
use crate::venue::{Best, Market};
use crate::{Endpoint, Parsed, Payload, Request, history, plausible};

/// `ticker` of an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "DeribitOptionTicker"))]
#[serde(deny_unknown_fields)]
pub struct OptionTicker {
    /// Which option, like `BTC-26JUN26-100000-C`.
    pub instrument: Instrument,
}

/// A ticker and a row of a book summary: the same figures, under some other names.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Row {
    instrument_name: Instrument,
    #[serde(alias = "creation_timestamp")]
    timestamp: Whole,
    mark_price: Number,
    #[serde(default)]
    mark_iv: Maybe,
    #[serde(default)]
    bid_iv: Maybe,
    #[serde(default)]
    ask_iv: Maybe,
    #[serde(default, alias = "best_bid_price")]
    bid_price: Maybe,
    #[serde(default, alias = "best_ask_price")]
    ask_price: Maybe,
    #[serde(default, alias = "last_price")]
    last: Maybe,
    open_interest: Number,
    #[serde(default)]
    underlying_price: Maybe,
    #[serde(default)]
    index_price: Maybe,
    #[serde(default)]
    funding_8h: Maybe,
    #[serde(default)]
    current_funding: Maybe,
}

/// What a key of a [`Row`] means.
#[derive(Clone, Copy, Debug)]
enum Field {
    Instrument,
    Timestamp,
    MarkPrice,
    OpenInterest,
    /// One that may be absent.
    Optional(usize),
}

impl Field {
    fn of(key: &str) -> Option<Self> {
        Some(match key {
            "instrument_name" => Self::Instrument,
            "timestamp" | "creation_timestamp" => Self::Timestamp,
            "mark_price" => Self::MarkPrice,
            "open_interest" => Self::OpenInterest,
            "mark_iv" => Self::Optional(0),
            "bid_iv" => Self::Optional(1),
            "ask_iv" => Self::Optional(2),
            "bid_price" | "best_bid_price" => Self::Optional(3),
            "ask_price" | "best_ask_price" => Self::Optional(4),
            "last" | "last_price" => Self::Optional(5),
            "underlying_price" => Self::Optional(6),
            "index_price" => Self::Optional(7),
            "funding_8h" => Self::Optional(8),
            "current_funding" => Self::Optional(9),
            _ => return None,
        })
    }
}

/// Puts a value where none is yet: a key that comes twice is not for the scanner.
fn once<T>(place: &mut Option<T>, value: Option<T>) -> Option<()> {
    if place.is_some() {
        return None;
    }
    *place = Some(value?);
    Some(())
}

impl Row {
    fn scan<'a>(scan: &mut Scan<'a>, keys: &mut Keys<'a, Field>) -> Option<Self> {
        let (mut instrument_name, mut timestamp, mut mark_price, mut open_interest) = (None, None, None, None);
        let (mut optional, mut seen) = ([Maybe::default(); 10], [false; 10]);
        scan.object(keys, |scan, field| match field {
            Field::Instrument => once(&mut instrument_name, Instrument::try_from(scan.ascii()?).ok()),
            Field::Timestamp => once(&mut timestamp, scan.whole()),
            Field::MarkPrice => once(&mut mark_price, scan.number()),
            Field::OpenInterest => once(&mut open_interest, scan.number()),
            Field::Optional(index) if !seen[index] => {
                seen[index] = true;
                optional[index] = scan.maybe()?;
                Some(())
            }
            Field::Optional(_) => None,
        })?;
        let [
            mark_iv,
            bid_iv,
            ask_iv,
            bid_price,
            ask_price,
            last,
            underlying_price,
            index_price,
            funding_8h,
            current_funding,
        ] = optional;
        Some(Self {
            instrument_name: instrument_name?,
            timestamp: timestamp?,
            mark_price: mark_price?,
            mark_iv,
            bid_iv,
            ask_iv,
            bid_price,
            ask_price,
            last,
            open_interest: open_interest?,
            underlying_price,
            index_price,
            funding_8h,
            current_funding,
        })
    }

    fn option(
        &self,
        source: Source,
        contract: Contract,
        path: impl Fn() -> FieldPath,
        doubts: &mut Doubts,
    ) -> Result<OptionQuote, FeedError> {
        let at = |field: &str| path().field(field);
        let Terms::Option(expiry_ms, strike, kind) = contract.terms else {
            return Err(FeedError::payload(
                PayloadProblem::Unknown,
                at("instrument_name"),
                self.instrument_name,
                "an option",
            ));
        };
        let fraction = |percent: Maybe| percent.0.map(percent_to_fraction);
        let fields = OptionQuoteFields {
            source,
            quote_currency: contract.quote,
            premium_currency: contract.premium,
            instrument: self.instrument_name,
            time_ms: self.time(&path, doubts)?,
            expiry_ms,
            strike,
            kind,
            underlying: self.underlying_price.0.ok_or_else(|| FeedError::missing(at("underlying_price"), "a price"))?,
            bid: self.bid_price.0.filter(|price| *price != 0.0),
            ask: self.ask_price.0.filter(|price| *price != 0.0),
            mark: Some(self.mark_price.0),
            bid_iv: fraction(self.bid_iv).filter(|iv| *iv != 0.0),
            ask_iv: fraction(self.ask_iv).filter(|iv| *iv != 0.0),
            mark_iv: fraction(self.mark_iv),
            open_interest_base: Some(self.open_interest.0),
        };
        // A premium above the forward itself is dollars where coins are meant; a volatility below 1 % is a fraction
        // where percent is meant.
        if contract.is_inverse && kind == OptionKind::Call && self.mark_price.0 > 1.0 {
            doubts.note(at("mark_price"), self.mark_price.0, "at most 1 coin");
        }
        if let Some(iv) = self.mark_iv.0.filter(|iv| !(1.0..=1000.0).contains(iv)) {
            doubts.note(at("mark_iv"), iv, "1 to 1000 percent");
        }
        OptionQuote::new(fields).map_err(|error| FeedError::market(path())(error))
    }

    /// The path is made only where it is needed: a summary has a thousand rows.
    #[inline]
    fn time(&self, path: impl Fn() -> FieldPath, doubts: &mut Doubts) -> Result<Timestamp, FeedError> {
        doubts.past_at(self.timestamp.0, || path().field("timestamp"))
    }

    fn future(
        &self,
        contract: Contract,
        path: impl Fn() -> FieldPath,
        doubts: &mut Doubts,
    ) -> Result<FutureSummary, FeedError> {
        let at = |field: &str| path().field(field);
        let (source, instrument, quote_currency) = (source(SOURCE)?, self.instrument_name, contract.quote);
        let time_ms = self.time(&path, doubts)?;
        let best = Best { bid: self.bid_price.0, ask: self.ask_price.0, last: self.last.0 };
        let traded = [best.bid, best.ask, best.last].into_iter().flatten().any(|price| price != 0.0);
        let market = Market { source, instrument, quote_currency };
        let quote = traded.then(|| market.quote(path().as_str(), time_ms, best, doubts)).transpose()?;
        let mark = MarkPoint::new(MarkPointFields {
            source,
            instrument,
            quote_currency,
            time_ms,
            mark: self.mark_price.0,
            index: self.index_price.0.filter(|price| *price != 0.0),
        });
        let open = self.open_interest.0;
        let (open_base, open_usd) = if contract.is_inverse { (None, Some(open)) } else { (Some(open), None) };
        let open_interest = OpenInterest::new(OpenInterestFields { source, instrument, time_ms, open_base, open_usd });
        let rate = |field: &str, rate: Maybe, doubts: &mut Doubts| match rate.0 {
            Some(rate) if !(-1.0..=1.0).contains(&rate) => {
                Err(FeedError::payload(PayloadProblem::OutOfRange, at(field), rate, "a fraction from -1 to 1"))
            }
            Some(rate) => {
                plausible::funding(at(field).as_str(), rate, doubts);
                Ok(Some(rate))
            }
            None => Ok(None),
        };
        Ok(FutureSummary {
            quote,
            mark: mark.map_err(FeedError::market(at("mark_price")))?,
            open_interest: open_interest.map_err(FeedError::market(at("open_interest")))?,
            funding_8h: rate("funding_8h", self.funding_8h, doubts)?,
            current_funding: rate("current_funding", self.current_funding, doubts)?,
        })
    }
}

/// A call, lest the compiler divides before it knows whether there is a number: that of an absent one is often subnormal,
/// and takes longer than the rest of the row.
#[inline(never)]
fn percent_to_fraction(percent: f64) -> f64 {
    percent / 100.0
}

fn same(asked: Instrument, row: &Row) -> Result<Contract, FeedError> {
    super::same(row.instrument_name, asked)?;
    name::parse(|| "result.instrument_name".into(), row.instrument_name)
}

impl Endpoint for OptionTicker {
    type Data = OptionQuote;

    fn request(&self) -> Result<Request, FeedError> {
        Ok(public("ticker").with("instrument_name", self.instrument))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<OptionQuote>, FeedError> {
        let mut doubts = Doubts::new(payload);
        let row: Row = open(payload, &mut doubts)?;
        let quote =
            row.option(source(SOURCE)?, same(self.instrument, &row)?, || FieldPath::new("result"), &mut doubts)?;
        Ok(doubts.done(quote))
    }
}

/// `ticker` of a perpetual contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "DeribitPerpetualTicker"))]
#[serde(deny_unknown_fields)]
pub struct PerpetualTicker {
    /// Which contract, like `BTC-PERPETUAL`.
    pub instrument: Instrument,
}

/// A future at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FutureSummary {
    /// Bid, ask and last price; absent where there is none of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<Quote>,
    /// Mark, and index where it is said.
    pub mark: MarkPoint,
    /// Open interest: US dollars for inverse contracts, coins for linear ones.
    pub open_interest: OpenInterest,
    /// Funding of the last 8 hours, a fraction; perpetual contracts only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub funding_8h: Option<f64>,
    /// Funding of now, a fraction per 8 hours; perpetual contracts only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_funding: Option<f64>,
}

impl Endpoint for PerpetualTicker {
    type Data = FutureSummary;

    fn request(&self) -> Result<Request, FeedError> {
        Ok(public("ticker").with("instrument_name", self.instrument))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<FutureSummary>, FeedError> {
        let mut doubts = Doubts::new(payload);
        let row: Row = open(payload, &mut doubts)?;
        let contract = same(self.instrument, &row)?;
        if row.funding_8h.0.is_none() {
            return Err(FeedError::missing("result.funding_8h", "a perpetual contract's funding"));
        }
        let data = row.future(contract, || FieldPath::new("result"), &mut doubts)?;
        Ok(doubts.done(data))
    }
}

/// `get_book_summary_by_currency`: all options or all futures on a coin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "DeribitBookSummary"))]
#[serde(deny_unknown_fields)]
pub struct BookSummary {
    /// The coin, like `BTC`.
    pub currency: Currency,
    /// Options or futures; absent: both.
    #[serde(default, deserialize_with = "hashinsight_units::wire::present", skip_serializing_if = "Option::is_none")]
    pub kind: Option<ContractKind>,
}

/// All contracts of a summary.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BookSummaries {
    /// Options that have not expired, a chain per pair of currencies (inverse and linear options are never in one).
    pub option_chains: Vec<OptionChain>,
    /// Futures, in the order received.
    pub futures: Vec<FutureSummary>,
}

impl Endpoint for BookSummary {
    type Data = BookSummaries;

    fn request(&self) -> Result<Request, FeedError> {
        let request = public("get_book_summary_by_currency").with("currency", self.currency);
        Ok(request.with_some("kind", self.kind.map(ContractKind::word)))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<BookSummaries>, FeedError> {
        read::scanned(
            payload,
            |scan| scan_summary(scan, Summary::new(*self, Doubts::new(payload)).ok()?)?.done().ok(),
            || {
                let mut doubts = Doubts::new(payload);
                let rows: Vec<Row> = open(payload, &mut doubts)?;
                let mut summary = Summary::new(*self, doubts)?;
                rows.iter().try_for_each(|row| summary.add(row, rows.len()))?;
                summary.done()
            },
        )
    }
}

/// A summary, row by row.
struct Summary {
    asked: BookSummary,
    source: Source,
    names: Names,
    doubts: Doubts,
    count: usize,
    options: Chains,
    futures: Vec<(usize, FutureSummary)>,
}

impl Summary {
    fn new(asked: BookSummary, doubts: Doubts) -> Result<Self, FeedError> {
        let (source, names, options) = (source(SOURCE)?, Names::default(), Chains::default());
        Ok(Self { asked, source, names, doubts, count: 0, options, futures: Vec::new() })
    }

    /// Adds the next row, of about so many.
    fn add(&mut self, row: &Row, rows: usize) -> Result<(), FeedError> {
        let index = self.count;
        self.count += 1;
        let path = || FieldPath::new("result").index(index);
        let name = row.instrument_name;
        let Some(contract) = self.names.read(name).filter(|contract| contract.terms != Terms::Combo) else {
            self.doubts.note(path(), name, "an option or a future; left out");
            return Ok(());
        };
        let refused = |allowed: String| {
            FeedError::payload(PayloadProblem::Unknown, path().field("instrument_name"), name, allowed)
        };
        if !contract.is_on(self.asked.currency) {
            return Err(refused(format!("a contract on {}", self.asked.currency)));
        }
        let kind = if contract.is_option() { ContractKind::Option } else { ContractKind::Future };
        if self.asked.kind.is_some_and(|asked| asked != kind) {
            return Err(refused(format!("none but those asked for, {}s", self.asked.kind.unwrap_or(kind).word())));
        }
        match contract.terms {
            // What expires while the summary is made is no longer an option.
            Terms::Option(expiry, ..) if expiry.to_ms() <= row.timestamp.0 => {
                row.time(path, &mut self.doubts)?;
                self.doubts.note(path(), name, "an option that has not expired; left out");
            }
            Terms::Option(..) => {
                self.options.push(index, row.option(self.source, contract, path, &mut self.doubts)?, rows);
            }
            _ => self.futures.push((index, row.future(contract, path, &mut self.doubts)?)),
        }
        Ok(())
    }

    fn done(mut self) -> Result<Parsed<BookSummaries>, FeedError> {
        let option_chains = self.options.done(&mut self.doubts)?;
        let by_name = |a: &FutureSummary, b: &FutureSummary| a.mark.instrument().cmp(&b.mark.instrument());
        let (list, shown) = (FieldPath::new("result"), |row: &FutureSummary| row.mark.mark());
        let futures = history::once(self.futures, by_name, shown, &list, &mut self.doubts);
        Ok(self.doubts.done(BookSummaries { option_chains, futures }))
    }
}

/// A summary of the true network without errors: the rows are not kept.
fn scan_summary<'a>(scan: &mut Scan<'a>, mut summary: Summary) -> Option<Summary> {
    let (mut result, mut testnet) = (None, None);
    let mut row_keys = Keys::new(Field::of);
    let mut row = |scan: &mut Scan<'a>| {
        let before = scan.left();
        let row = Row::scan(scan, &mut row_keys)?;
        summary.add(&row, before / (before - scan.left())).ok()
    };
    scan.object(&mut Keys::new(Member::of), |scan, member| match member {
        Member::Result => once(&mut result, scan.list(&mut row)),
        Member::Testnet => once(&mut testnet, scan.boolean()),
        Member::Error => None,
    })?;
    result.filter(|_| testnet != Some(true)).map(|_| summary)
}

/// What a key of an [`Envelope`] means.
#[derive(Clone, Copy, Debug)]
enum Member {
    Result,
    Testnet,
    Error,
}

impl Member {
    fn of(key: &str) -> Option<Self> {
        Some(match key {
            "result" => Self::Result,
            "testnet" => Self::Testnet,
            "error" => Self::Error,
            _ => return None,
        })
    }
}

/// Options in the order received, by pair of currencies.
#[derive(Debug, Default)]
struct Chains {
    list: Vec<Vec<(usize, OptionQuote)>>,
}

impl Chains {
    /// Adds an option, of about so many: as a rule all are of one pair.
    fn push(&mut self, index: usize, quote: OptionQuote, options: usize) {
        let row = (index, quote);
        if let Some(chain) = self.list.iter_mut().find(|chain| chain.last().map(pair) == Some(pair(&row))) {
            chain.push(row);
        } else {
            let mut chain = Vec::with_capacity(if self.list.is_empty() { options } else { 1 });
            chain.push(row);
            self.list.push(chain);
        }
    }

    /// Sorted, each option once.
    fn done(mut self, doubts: &mut Doubts) -> Result<Vec<OptionChain>, FeedError> {
        self.list.sort_by_key(|chain| chain.first().map(pair));
        let by_terms = |a: &OptionQuote, b: &OptionQuote| {
            let strikes = a.strike().total_cmp(&b.strike());
            a.expiry_ms().cmp(&b.expiry_ms()).then(strikes).then(a.kind().cmp(&b.kind()))
        };
        let shown = |quote: &OptionQuote| quote.mark().unwrap_or_default(); // given in every row, above
        let mut chain = |mut options: Vec<(usize, OptionQuote)>| {
            history::ordered(&mut options, by_terms, shown, &FieldPath::new("result"), doubts);
            let options = options.into_iter().map(|(_, quote)| quote).collect();
            OptionChain::new(options).map_err(FeedError::market("result"))
        };
        self.list.into_iter().map(&mut chain).collect()
    }
}

fn pair((_, quote): &(usize, OptionQuote)) -> (Currency, Currency) {
    (quote.premium_currency(), quote.quote_currency())
}

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
