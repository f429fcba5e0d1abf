//! All options or all futures on a coin.

use hashinsight_market::{OptionChain, OptionQuote, Quote, Source};
use hashinsight_units::record::Word;
use hashinsight_units::{Currency, Error, FieldPath, Order, Problem, Record};

use super::call::{SOURCE, open, public};
use super::name::{ContractKind, Names, Traded};
use super::row::{FutureSummary, Row};
use crate::error::{FeedError, in_body, refuse};
use crate::kind::parts;
use crate::payload::Doubts;
use crate::read::Each;
use crate::source::source;
use crate::{Endpoint, Parsed, Payload, Request, history};

/// `get_book_summary_by_currency`: all options or all futures on a coin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "DeribitBookSummary")]
#[non_exhaustive]
pub struct BookSummary {
    /// Coin of the contracts, like `BTC`.
    #[record(example = "BTC")]
    pub currency: Currency,
    /// Kind of the contracts. Absent: options, futures and pairs; combinations, and what else the answer holds, are noted and
    /// left out.
    pub kind: Option<ContractKind>,
}

/// All contracts of a summary.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BookSummaries {
    /// Options that have not expired, a chain per pair of currencies (inverse and linear options are never in one).
    pub option_chains: Vec<OptionChain>,
    /// Futures, in the order received.
    pub futures: Vec<FutureSummary>,
    /// Pairs of coins that are traded themselves, in the order received.
    pub pairs: Vec<Quote>,
}

parts! { BookSummaries { option_chains, futures, pairs } }

impl Endpoint for BookSummary {
    type Data = BookSummaries;

    fn request(&self) -> Result<Request, Error> {
        let request = public("get_book_summary_by_currency").with("currency", self.currency);
        Ok(request.with_some("kind", self.kind.map(ContractKind::word)))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<BookSummaries>, FeedError> {
        let mut doubts = Doubts::new(payload);
        let rows: Vec<Each<Row>> = open(payload, &mut doubts)?;
        let mut summary = Summary::new(*self, doubts);
        let count = rows.len();
        for Each(row) in rows {
            let path = FieldPath::new("result").index(summary.count);
            summary.add_any(row.map_err(in_body(path)), count);
        }
        Ok(summary.done()?)
    }
}

/// A summary, row by row.
struct Summary {
    asked: BookSummary,
    source: Source,
    names: Names,
    doubts: Doubts,
    count: usize,
    /// What the first row was refused for that was left out.
    refused: Option<Error>,
    options: Chains,
    futures: Vec<(usize, FutureSummary)>,
    pairs: Vec<(usize, Quote)>,
}

impl Summary {
    fn new(asked: BookSummary, doubts: Doubts) -> Self {
        let (source, names, options) = (source(SOURCE), Names::default(), Chains::default());
        let (futures, pairs) = (Vec::new(), Vec::new());
        Self { asked, source, names, doubts, count: 0, refused: None, options, futures, pairs }
    }

    /// Adds the next row, of about so many: one that is refused is left out and noted, and does not cost the others.
    fn add_any(&mut self, row: Result<Row, Error>, rows: usize) {
        let added = match row {
            Ok(row) => self.add(&row, rows),
            Err(error) => {
                self.count += 1;
                Err(error)
            }
        };
        if let Err(error) = added {
            self.doubts.left_out(&error);
            self.refused.get_or_insert(error);
        }
    }

    /// Adds the next row, of about so many.
    fn add(&mut self, row: &Row, rows: usize) -> Result<(), Error> {
        let index = self.count;
        self.count += 1;
        let path = || FieldPath::new("result").index(index);
        let name = row.instrument_name;
        let Some(contract) = self.names.read(name).filter(|contract| contract.traded != Traded::Combo) else {
            self.doubts.note(path().field("instrument_name"), name, "an option, a future or a pair; left out");
            return Ok(());
        };
        let refused = |allowed: String| refuse(Problem::Unknown, path().field("instrument_name"), name, allowed);
        if !contract.is_on(self.asked.currency) {
            return Err(refused(format!("a contract on {}", self.asked.currency)));
        }
        let kind = match contract.traded {
            Traded::Option(..) => Some(ContractKind::Option),
            Traded::Spot => None,
            _ => Some(ContractKind::Future),
        };
        if let Some(asked) = self.asked.kind.filter(|asked| kind != Some(*asked)) {
            return Err(refused(format!("none but those asked for, {}s", asked.word())));
        }
        match contract.traded {
            // What expires while the summary is made is no longer an option.
            Traded::Option(expiry, ..) if row.instant().1.is_some_and(|ms| expiry.to_ms() <= ms) => {
                row.time(path, &mut self.doubts)?;
                self.doubts.note(path().field("instrument_name"), name, "an option that has not expired; left out");
            }
            Traded::Option(..) => {
                self.options.push(index, row.option(self.source, contract, path, &mut self.doubts)?, rows);
            }
            Traded::Spot => self.pairs.push((index, row.pair(contract, path, &mut self.doubts)?)),
            _ => self.futures.push((index, row.future(contract, path, &mut self.doubts)?)),
        }
        Ok(())
    }

    fn done(mut self) -> Result<Parsed<BookSummaries>, Error> {
        let is_empty = self.options.list.is_empty() && self.futures.is_empty() && self.pairs.is_empty();
        if let Some(error) = self.refused.filter(|_| is_empty) {
            return Err(error);
        }
        let option_chains = self.options.done(&mut self.doubts)?;
        let by_name = |a: &FutureSummary, b: &FutureSummary| a.mark.instrument().cmp(&b.mark.instrument());
        let (list, shown) = (FieldPath::new("result"), |row: &FutureSummary| row.mark.mark());
        let futures = history::once(self.futures, by_name, shown, &list, &mut self.doubts);
        let by_name = |a: &Quote, b: &Quote| a.instrument().cmp(&b.instrument());
        let shown = |quote: &Quote| quote.last_price().or(quote.bid()).or(quote.ask()).unwrap_or_default();
        let pairs = history::once(self.pairs, by_name, shown, &list, &mut self.doubts);
        Ok(self.doubts.done(BookSummaries { option_chains, futures, pairs }))
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
    fn done(mut self, doubts: &mut Doubts) -> Result<Vec<OptionChain>, Error> {
        self.list.order_by(|a, b| a.first().map(pair).cmp(&b.first().map(pair)));
        let by_terms = |a: &OptionQuote, b: &OptionQuote| {
            let strikes = a.strike().total_cmp(&b.strike());
            a.expiry_ms().cmp(&b.expiry_ms()).then(strikes).then(a.kind().cmp(&b.kind()))
        };
        let shown = |quote: &OptionQuote| quote.mark().unwrap_or_default(); // given in every row, above
        let mut chain = |mut options: Vec<(usize, OptionQuote)>| {
            history::ordered(&mut options, by_terms, shown, &FieldPath::new("result"), doubts);
            let options = options.into_iter().map(|(_, quote)| quote).collect();
            OptionChain::new(options).map_err(in_body("result"))
        };
        self.list.into_iter().map(&mut chain).collect()
    }
}

fn pair((_, quote): &(usize, OptionQuote)) -> (Currency, Currency) {
    (quote.premium_currency(), quote.quote_currency())
}
