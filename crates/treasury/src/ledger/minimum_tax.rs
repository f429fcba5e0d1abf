//! The lots of a sale whose tax is least.
//!
//! Of lot `i` with `Q` coins and cost `C` one coin sold for `p` owes `rate(term) (p - C / Q)`; coins are divisible and the sale is one constraint,
//! so the least tax takes the lots in the order of what one of their coins owes (the fractional knapsack: Dantzig 1957). A loss counts at the rate of
//! its term, as where it is set off against gains of the same term.

use hashinsight_units::{Amount, At, Decimal, Error, Fault, Fraction, Money, Order, Problem, Record, Timestamp};

use super::document::replay;
use super::{Entry, Event, FeePolicy, Fiat, Ledger, LedgerPolicy, Lot, LotPick, Match, Method, Sale, Term};

/// Inputs of [`minimum_tax`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MinimumTaxRequest {
    /// Rules of the ledger, whose method is specific identification: no other lets the lots be chosen.
    pub policy: LedgerPolicy,
    /// Events before the sale, oldest first.
    pub events: Vec<Event>,
    /// Instant of the sale, in Unix milliseconds UTC.
    #[record(example = 1_735_776_000_000)]
    pub time_ms: Timestamp,
    /// Sale without its lots.
    pub sale: Sale,
    /// Tax rate of gains that are not long-term, as a fraction.
    #[record(example = 0.37)]
    pub short_term_rate: Fraction,
    /// Tax rate of long-term gains, as a fraction.
    #[record(example = 0.2)]
    pub long_term_rate: Fraction,
}

/// Result of [`minimum_tax`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct MinimumTaxReport {
    /// Lots whose sale owes the least tax, in the order in which they are taken.
    pub least: TaxedSale,
    /// The same sale with the oldest lots.
    pub fifo: TaxedSale,
    /// The same sale with the newest lots.
    pub lifo: TaxedSale,
    /// The same sale with the dearest lots.
    pub hifo: TaxedSale,
}

/// A sale with its lots, and what it owes.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct TaxedSale {
    /// Lots, as the sale names them.
    pub lots: Vec<LotPick>,
    /// Gain that is not long-term, in the currency of the ledger.
    pub short_term_gain: Decimal,
    /// Long-term gain, in the currency of the ledger.
    pub long_term_gain: Decimal,
    /// Tax at the two rates, in the currency of the ledger; below 0 where losses save tax.
    pub tax: f64,
}

/// The lots of a sale whose tax is least, beside the oldest, the newest and the dearest. Ranks are those of floats: lots that owe the same to 15
/// digits stand in the order of their numbers. A fee in coins takes part at the mean price of all that leaves.
///
/// ```
/// use hashinsight_treasury::ledger::{Entry, Event, LedgerPolicy, Method, MinimumTaxRequest, Purchase, Sale, Shortfall, minimum_tax};
/// use hashinsight_units::{Currency, Fraction, Timestamp};
/// let at = |s| Timestamp::from_s(s);
/// let policy = LedgerPolicy::new(Currency::USD, Method::SpecificIdentification).cash_below_zero(Shortfall::Allow);
/// let buy = |value: &str| Ok::<_, hashinsight_units::Error>(Entry::Buy(Purchase::new("1 BTC".parse()?, value.parse()?)));
/// let events = vec![
///     Event::new(at(1_640_995_200)?, buy("47000 USD")?), // long held
///     Event::new(at(1_733_011_200)?, buy("80000 USD")?), // a month ago, and dearer
/// ];
/// let sale = Sale::new("1 BTC".parse()?, "100000 USD".parse()?);
/// let (short, long) = (Fraction::new(0.37)?, Fraction::new(0.1)?);
/// let report = minimum_tax(&MinimumTaxRequest::new(policy, events, at(1_735_776_000)?, sale, short, long))?;
/// assert_eq!((report.least.lots[0].lot, report.least.tax), (0, 5300.0)); // 10 % of 53,000
/// assert_eq!((report.hifo.lots[0].lot, report.hifo.tax), (1, 7400.0)); // 37 % of 20,000
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `treasury.method.unsupported` for another method than specific identification; `treasury.lots.unsupported` for a sale that names lots; what
/// [`Ledger::apply`] refuses of events and sale.
pub fn minimum_tax(request: &MinimumTaxRequest) -> Result<MinimumTaxReport, Error> {
    let refuse = |field: &str, allowed: &str| -> Error {
        Fault::new(format_args!("treasury.{field}"), Problem::Unsupported).at(field).allowed(allowed).into()
    };
    if request.policy.method != Method::SpecificIdentification {
        return Err(refuse("method", "specific_identification: other methods choose by themselves").at("policy"));
    }
    if !request.sale.lots.is_empty() {
        return Err(refuse("lots", "none: they are the answer").at("sale"));
    }
    let (ledger, _) = replay(&request.policy, &request.events)?;
    let choice = Choice { request, ledger: &ledger, lots: choices(&ledger, request.sale.wallet) };
    let price = coin_price(request)?;
    Ok(MinimumTaxReport {
        least: choice.by(|lot| choice.owed(lot, price))?,
        fifo: choice.by(|lot| lot.lot.unwrap_or(0) as f64)?,
        lifo: choice.by(|lot| -(lot.lot.unwrap_or(0) as f64))?,
        hifo: choice.by(|lot| -coin_cost(lot))?,
    })
}

/// Lots of the pool that a wallet sells from, by number.
fn choices(ledger: &Ledger, wallet: u32) -> Vec<Lot> {
    let mut lots: Vec<Lot> = ledger.lots();
    lots.retain(|lot| lot.lot.is_some() && lot.wallet.is_none_or(|pool| pool == wallet));
    lots.order_by_key(|lot| lot.lot);
    lots
}

/// Proceeds of one satoshi that leaves: of coins and fee together.
fn coin_price(request: &MinimumTaxRequest) -> Result<f64, Error> {
    let Sale { amount_sat, value, fee, fee_sat, .. } = &request.sale;
    let (sat, fee_sat) = (amount_sat.to_sat() as f64, fee_sat.to_sat() as f64);
    let money = |money: &Money| Fiat::from_decimal(money.amount()).map(Fiat::to_f64);
    let value = money(value).at("value").at("sale")?;
    if request.policy.fees == FeePolicy::Expense {
        return Ok(value / sat);
    }
    let fee = fee.as_ref().map_or(Ok(0.0), money).at("fee").at("sale")?;
    Ok((value - fee) / (sat + fee_sat))
}

/// Cost of one satoshi.
fn coin_cost(lot: &Lot) -> f64 {
    lot.cost.to_f64() / lot.amount.to_sat() as f64
}

struct Choice<'a> {
    request: &'a MinimumTaxRequest,
    ledger: &'a Ledger,
    lots: Vec<Lot>,
}

impl Choice<'_> {
    fn rate(&self, term: Term) -> f64 {
        match term {
            Term::LongTerm => self.request.long_term_rate.get(),
            Term::ShortTerm | Term::Various => self.request.short_term_rate.get(),
        }
    }

    /// Tax that one coin of a lot owes at a price.
    fn owed(&self, lot: &Lot, price: f64) -> f64 {
        let policy = &self.request.policy;
        let sold = policy.zone.date(self.request.time_ms);
        let term = lot.acquired.map_or(Term::Various, |time| policy.long_term.term(policy.zone.date(time), sold));
        self.rate(term) * (price - coin_cost(lot))
    }

    /// The sale with the lots of the least ranks; of equal ones the oldest.
    fn by(&self, rank: impl Fn(&Lot) -> f64) -> Result<TaxedSale, Error> {
        let mut lots: Vec<(f64, &Lot)> = self.lots.iter().map(|lot| (rank(lot), lot)).collect();
        lots.order_by(|a, b| a.0.total_cmp(&b.0));
        let mut left = self.request.sale.amount_sat.to_sat() + self.request.sale.fee_sat.to_sat();
        let mut picks = Vec::new();
        for (_, lot) in lots {
            let taken = left.min(lot.amount.to_sat());
            if taken > 0 {
                picks.push(LotPick::new(lot.lot.unwrap_or(0), Amount::from_sat(taken)?));
            }
            left -= taken;
        }
        let sale = self.request.sale.clone().lots(picks.clone());
        let event = Event::new(self.request.time_ms, Entry::Sell(sale));
        let matches = self.ledger.clone().apply(&event).at("sale")?;
        let is_long = |found: &&Match| found.line(self.ledger.policy()).term == Term::LongTerm;
        let all: Fiat = matches.iter().map(Match::gain).sum();
        let long: Fiat = matches.iter().filter(is_long).map(Match::gain).sum();
        let short = all - long;
        Ok(TaxedSale {
            lots: picks,
            short_term_gain: short.to_decimal(),
            long_term_gain: long.to_decimal(),
            tax: self.rate(Term::ShortTerm) * short.to_f64() + self.rate(Term::LongTerm) * long.to_f64(),
        })
    }
}
