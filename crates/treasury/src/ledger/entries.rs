//! What each entry does to a ledger: everything is checked before anything changes.

use hashinsight_units::{Error, Problem, Timestamp};

use super::checks::{problem, refuse, some};
use super::event::{Cash, Contribution, FeePaid, Loss, Mark, Purchase, Receipt, Sale, Transfer};
use super::leaving::Leaving;
use super::lots::Coins;
use super::lots::united_kingdom::UnitedKingdom;
use super::pool::{Picks, When};
use super::state::{CashEntry, Side};
use super::{CoinFee, DisposalKind, FeePolicy, Fiat, Ledger, Match, Method};

/// Greatest price of a bitcoin: all of them are then worth less than a `Decimal` with 12 places holds.
const GREATEST_PRICE: i64 = 3_000_000_000;

impl Ledger {
    pub(super) fn buy(&mut self, when: When, purchase: &Purchase) -> Result<(), Error> {
        let sat = some("amount_sat", purchase.amount_sat)?;
        let fee_sat = purchase.fee_sat.to_sat();
        if fee_sat >= sat {
            return Err(refuse("fee_sat", fee_sat, format!("below {sat}, the coins bought")));
        }
        let (value, fee) = (self.money("value", purchase.value)?, self.optional_money("fee", purchase.fee)?);
        let moved = self.moving("value", value + fee)?;
        let cash = self.cash_after("value", -(value + fee))?;
        let wallet = self.receive(when, purchase.wallet, sat - fee_sat)?;
        let expense = match self.policy.fees {
            FeePolicy::InTheTrade | FeePolicy::SeparateDisposal => Fiat::ZERO,
            FeePolicy::Expense => fee + value.share(fee_sat, sat),
        };
        let cost = value + fee - expense;
        (self.moved, self.cash) = (moved, cash);
        self.flows.expenses += expense;
        self.each_side(cost, cost, |side, cost| side.purchased += cost);
        self.wallets.insert(purchase.wallet, wallet);
        self.pools.add(purchase.wallet, self.events, when, Coins { sat: sat - fee_sat, cost, book: cost });
        Ok(())
    }

    pub(super) fn mine(&mut self, when: When, receipt: &Receipt) -> Result<(), Error> {
        let sat = some("amount_sat", receipt.amount_sat)?;
        let cost = self.money("value", receipt.value)?;
        let book = receipt.book_value.map_or(Ok(cost), |value| self.money("book_value", value))?;
        let moved = self.moving("value", cost + book)?;
        let wallet = self.receive(when, receipt.wallet, sat)?;
        self.moved = moved;
        self.each_side(cost, book, |side, cost| side.mined += cost);
        self.wallets.insert(receipt.wallet, wallet);
        self.pools.add(receipt.wallet, self.events, when, Coins { sat, cost, book });
        Ok(())
    }

    pub(super) fn contribute(&mut self, when: When, coins: &Contribution) -> Result<(), Error> {
        let sat = some("amount_sat", coins.amount_sat)?;
        let cost = self.money("cost", coins.cost)?;
        let book = coins.book_cost.map_or(Ok(cost), |cost| self.money("book_cost", cost))?;
        let acquired = self.acquisition(when, coins.acquired_ms)?;
        let moved = self.moving("cost", cost + book)?;
        let wallet = self.receive(acquired, coins.wallet, sat)?;
        self.moved = moved;
        self.each_side(cost, book, |side, cost| side.contributed += cost);
        self.wallets.insert(coins.wallet, wallet);
        self.pools.add(coins.wallet, self.events, acquired, Coins { sat, cost, book });
        Ok(())
    }

    /// When the owner acquired what is put in.
    fn acquisition(&self, when: When, acquired: Option<Timestamp>) -> Result<When, Error> {
        let Some(time) = acquired else { return Ok(when) };
        if time > when.time {
            return Err(refuse(
                "acquired_ms",
                time.to_ms(),
                format!("at most {}, the time of the event", when.time.to_ms()),
            ));
        }
        let day = if self.policy.method == Method::UnitedKingdom { self.policy.zone.date(time).unix_day() } else { 0 };
        let last_disposal = self.pools.united_kingdom().and_then(UnitedKingdom::last_disposal);
        if last_disposal.is_some_and(|last| day <= last) && day < when.day {
            return Err(refuse(
                "acquired_ms",
                time.to_ms(),
                "after the day of the last disposal, whose matches would change",
            ));
        }
        Ok(When { time, day })
    }

    pub(super) fn sell(&mut self, when: When, sale: &Sale, out: &mut Vec<Match>) -> Result<(), Error> {
        let (sat, fee_sat) = (some("amount_sat", sale.amount_sat)?, sale.fee_sat.to_sat());
        if fee_sat > sat {
            return Err(refuse("fee_sat", fee_sat, format!("at most {sat}, the coins sold")));
        }
        let (value, fee) = (self.money("value", sale.value)?, self.optional_money("fee", sale.fee)?);
        if let Some(identified) = sale.identified_ms.filter(|identified| *identified > when.time) {
            return Err(refuse(
                "identified_ms",
                identified.to_ms(),
                format!("at most {}, the time of the sale", when.time.to_ms()),
            ));
        }
        let fee_value = value.share(fee_sat, sat);
        let moved = self.moving("value", value + fee + fee_value)?;
        let cash = self.cash_after("fee", value - fee)?;
        let missing = self.check_leaving(when, sale.wallet, sat + fee_sat, &sale.lots)?;
        (self.moved, self.cash) = (moved, cash);
        self.make_good(when, sale.wallet, missing);
        let (sold, fee_part) = match self.policy.fees {
            FeePolicy::InTheTrade => ((sat + fee_sat, value - fee), (0, Fiat::ZERO)),
            FeePolicy::Expense => ((sat, value), (fee_sat, fee_value)),
            FeePolicy::SeparateDisposal => ((sat, value - fee - fee_value), (fee_sat, fee_value)),
        };
        if self.policy.fees == FeePolicy::Expense {
            self.flows.expenses += fee + fee_value;
        }
        let mut picks = Picks::new(&sale.lots);
        for (kind, (sat, proceeds)) in [(DisposalKind::Sale, sold), (DisposalKind::Fee, fee_part)] {
            let leaving = Leaving { kind, wallet: sale.wallet, sat, proceeds, picks: &mut picks };
            self.dispose(when, leaving, out);
        }
        Ok(())
    }

    pub(super) fn transfer(&mut self, when: When, transfer: &Transfer, out: &mut Vec<Match>) -> Result<(), Error> {
        let (sat, fee_sat) = (some("amount_sat", transfer.amount_sat)?, transfer.fee_sat.to_sat());
        let (from, to) = (transfer.from_wallet, transfer.to_wallet);
        if from == to {
            return Err(refuse("to_wallet", to, "another wallet than from_wallet"));
        }
        let fee_value = self.coin_fee(fee_sat, "fee_value", || {
            let value = transfer.fee_value.ok_or_else(|| {
                problem("fee_value", Problem::Missing, "", "the fair value of the fee, which the policy taxes")
            })?;
            self.money("fee_value", value)
        })?;
        let moved = self.moving("fee_value", fee_value)?;
        // One pool does not ask which of its coins moved, only which paid the fee.
        let named = if self.pools.is_per_wallet() { sat + fee_sat } else { fee_sat };
        if named == 0 && !transfer.lots.is_empty() {
            let allowed = "none: all wallets are one pool, and there is no fee in coins";
            return Err(problem("lots", Problem::Unsupported, format_args!("{} lots", transfer.lots.len()), allowed));
        }
        let missing = if named == 0 { 0 } else { self.check_leaving(when, from, named, &transfer.lots)? };
        self.check_wallet(from, sat + fee_sat, missing)?;
        let arrived = self.receive_own(to, sat)?;
        self.moved = moved;
        self.make_good(when, from, missing);
        let mut picks = Picks::new(&transfer.lots);
        self.pools.transfer(from, to, sat, &mut picks);
        *self.wallets.entry(from).or_default() -= sat.cast_signed();
        self.wallets.insert(to, arrived);
        self.pay_in_coins(when, (from, fee_sat, fee_value), &mut picks, out);
        Ok(())
    }

    pub(super) fn fee(&mut self, when: When, fee: &FeePaid, out: &mut Vec<Match>) -> Result<(), Error> {
        let value = self.money("value", fee.value)?;
        let sat = fee.amount_sat.to_sat();
        if sat == 0 {
            if !fee.lots.is_empty() {
                return Err(problem(
                    "lots",
                    Problem::Unsupported,
                    format_args!("{} lots", fee.lots.len()),
                    "none: it was paid in cash",
                ));
            }
            return self.cash_entry(&Cash::new(fee.value), CashEntry::Expense);
        }
        let value = self.coin_fee(sat, "amount_sat", || Ok(value))?;
        let moved = self.moving("value", value)?;
        let missing = self.check_leaving(when, fee.wallet, sat, &fee.lots)?;
        self.moved = moved;
        self.make_good(when, fee.wallet, missing);
        self.pay_in_coins(when, (fee.wallet, sat, value), &mut Picks::new(&fee.lots), out);
        Ok(())
    }

    /// Fair value at which a fee in coins is booked; the policy must say how.
    fn coin_fee(&self, fee_sat: u64, field: &str, value: impl Fn() -> Result<Fiat, Error>) -> Result<Fiat, Error> {
        match self.policy.coin_fee {
            _ if fee_sat == 0 => Ok(Fiat::ZERO),
            CoinFee::Refuse => {
                let allowed = "0, or a policy with coin_fee = taxable or at_cost";
                let field = if field == "fee_value" { "fee_sat" } else { field };
                Err(problem(field, Problem::Unsupported, fee_sat, allowed))
            }
            CoinFee::Taxable => value(),
            CoinFee::AtCost => Ok(Fiat::ZERO),
        }
    }

    /// Takes a fee in coins out of a wallet.
    fn pay_in_coins(
        &mut self,
        when: When,
        (wallet, sat, value): (u32, u64, Fiat),
        picks: &mut Picks<'_>,
        out: &mut Vec<Match>,
    ) {
        let leaving = Leaving { kind: DisposalKind::Fee, wallet, sat, proceeds: value, picks };
        if self.policy.coin_fee == CoinFee::Taxable {
            self.flows.expenses += value;
            self.dispose(when, leaving, out);
        } else {
            self.write_off(when, leaving, out);
        }
    }

    pub(super) fn lose(&mut self, when: When, loss: &Loss, out: &mut Vec<Match>) -> Result<(), Error> {
        let sat = some("amount_sat", loss.amount_sat)?;
        let missing = self.check_leaving(when, loss.wallet, sat, &loss.lots)?;
        self.make_good(when, loss.wallet, missing);
        let mut picks = Picks::new(&loss.lots);
        let leaving =
            Leaving { kind: DisposalKind::Lost, wallet: loss.wallet, sat, proceeds: Fiat::ZERO, picks: &mut picks };
        self.write_off(when, leaving, out);
        Ok(())
    }

    pub(super) fn cash_entry(&mut self, cash: &Cash, entry: CashEntry) -> Result<(), Error> {
        let value = self.money("value", cash.value)?;
        if value == Fiat::ZERO {
            return Err(refuse("value", cash.value.amount(), "above 0"));
        }
        let is_income = matches!(entry, CashEntry::Income | CashEntry::Borrow | CashEntry::Deposit);
        let change = if is_income { value } else { -value };
        if matches!(entry, CashEntry::Repay) && value > self.debt {
            return Err(refuse("value", cash.value.amount(), format!("at most the debt, {}", self.debt.to_decimal())));
        }
        let (moved, after) = (self.moving("value", value)?, self.cash_after("value", change)?);
        (self.moved, self.cash) = (moved, after);
        match entry {
            CashEntry::Income => self.flows.cash_income += value,
            CashEntry::Expense => self.flows.expenses += value,
            CashEntry::Borrow | CashEntry::Repay => self.debt += change,
            CashEntry::Deposit | CashEntry::Withdraw => self.flows.cash_contributed += change,
        }
        Ok(())
    }

    pub(super) fn observe(&mut self, when: When, mark: &Mark) -> Result<(), Error> {
        let price = self.money("price", mark.price)?;
        if price.to_decimal() > GREATEST_PRICE.into() {
            return Err(refuse("price", mark.price.amount(), "0 to 3 * 10^9 for one bitcoin"));
        }
        self.mark = Some((when.time, price));
        Ok(())
    }

    pub(super) fn each_side(&mut self, tax: Fiat, book: Fiat, enter: impl Fn(&mut Side, Fiat)) {
        enter(&mut self.flows.tax, tax);
        enter(&mut self.flows.book, book);
    }
}
