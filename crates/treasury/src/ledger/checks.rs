//! What is asked before an event changes anything: money, coins and the lots that it names.

use std::collections::BTreeMap;

use hashinsight_units::{Amount, At, Error, Fault, Money, Problem, Shown};

use super::event::LotPick;
use super::pool::When;
use super::{Fiat, Ledger, Method, MissingCoins, Shortfall};

const MOST_SAT: u64 = Amount::MAX.to_sat();

/// A refusal of a field's number.
pub(super) fn refuse(field: &str, got: impl Shown, allowed: impl Into<String>) -> Error {
    problem(field, Problem::OutOfRange, got, allowed)
}

pub(super) fn problem(field: &str, problem: Problem, got: impl Shown, allowed: impl Into<String>) -> Error {
    Fault::new(format_args!("treasury.{field}"), problem).at(field).got(got).allowed(allowed).into()
}

impl Ledger {
    /// Money of the ledger's currency, 0 or more.
    pub(super) fn money(&self, field: &str, money: Money) -> Result<Fiat, Error> {
        if money.currency() != self.policy.currency {
            let fault = Fault::new("treasury.currency", Problem::Unsupported).at("currency").got(money.currency());
            return Err(Error::from(fault.allowed(self.policy.currency.to_string())).at(field));
        }
        let allowed = "0 to 10^16 with at most 12 decimal places";
        let exact = Fiat::from_decimal(money.amount()).ok().filter(|money| *money >= Fiat::ZERO);
        exact.ok_or_else(|| refuse(field, money.amount(), allowed))
    }

    pub(super) fn optional_money(&self, field: &str, money: Option<Money>) -> Result<Fiat, Error> {
        money.map_or(Ok(Fiat::ZERO), |money| self.money(field, money))
    }

    /// All money moved, once this is added.
    pub(super) fn moving(&self, field: &str, money: Fiat) -> Result<Fiat, Error> {
        let moved = self.moved + money;
        if moved > Fiat::MOST {
            return Err(refuse(field, money.to_decimal(), "at most 10^16 through a ledger in its life"));
        }
        Ok(moved)
    }

    /// Cash after this came or, negative, went.
    pub(super) fn cash_after(&self, field: &str, change: Fiat) -> Result<Fiat, Error> {
        let cash = self.cash + change;
        if cash < Fiat::ZERO && change < Fiat::ZERO && self.policy.cash_below_zero == Shortfall::Refuse {
            let allowed = format!("at most the cash, {}", self.cash.to_decimal());
            return Err(refuse(field, (-change).to_decimal(), allowed));
        }
        Ok(cash)
    }

    /// Lots as named, where the method takes names.
    pub(super) fn check_picks(&self, wallet: u32, sat: u64, picks: &[LotPick]) -> Result<(), Error> {
        if self.policy.method != Method::SpecificIdentification {
            if picks.is_empty() {
                return Ok(());
            }
            return Err(problem(
                "lots",
                Problem::Unsupported,
                format_args!("{} lots", picks.len()),
                "none: the method chooses",
            ));
        }
        if picks.is_empty() {
            return Err(problem(
                "lots",
                Problem::Missing,
                "",
                "the lots of the disposal: [{\"lot\": 0, \"amount_sat\": 1000}]",
            ));
        }
        let mut wanted: BTreeMap<u64, u64> = BTreeMap::new();
        for (index, pick) in picks.iter().enumerate() {
            let place = |error: Error| Err(error).index(index).at("lots");
            let sum = wanted.entry(pick.lot).or_default();
            *sum += pick.amount_sat.to_sat();
            let held = self.pools.held(wallet, pick.lot);
            if held == 0 {
                let allowed =
                    "the number of a lot of which the wallet holds coins: that of the event that brought them";
                return place(refuse("lot", pick.lot, allowed));
            }
            if pick.amount_sat == Amount::ZERO || *sum > held {
                return place(refuse(
                    "amount_sat",
                    pick.amount_sat.to_sat(),
                    format!("1 to {held}, what is held of lot {}", pick.lot),
                ));
            }
        }
        let named: u64 = wanted.values().sum();
        if named != sat {
            return Err(refuse("lots", format_args!("{named} sat"), format!("{sat} sat together")));
        }
        Ok(())
    }

    /// Checks that coins can leave a wallet and its pool; answers how many the policy makes good.
    pub(super) fn check_leaving(&self, when: When, wallet: u32, sat: u64, picks: &[LotPick]) -> Result<u64, Error> {
        self.check_picks(wallet, sat, picks)?;
        let held = self.pools.sat(wallet);
        let missing = sat.saturating_sub(held);
        if missing > 0 && self.policy.missing_coins == MissingCoins::Refuse {
            return Err(refuse("amount_sat", sat, format!("at most {held}, what the pool holds, fees included")));
        }
        self.check_total(missing)?;
        self.check_day(when.day, missing, sat)?;
        self.check_wallet(wallet, sat, missing)?;
        Ok(missing)
    }

    /// Checks that a wallet can give coins: those it holds, or those that the policy lets it owe.
    pub(super) fn check_wallet(&self, wallet: u32, sat: u64, missing: u64) -> Result<(), Error> {
        let balance = self.wallets.get(&wallet).copied().unwrap_or(0) + missing.cast_signed();
        let least = if self.policy.wallet_below_zero == Shortfall::Refuse { 0 } else { -MOST_SAT.cast_signed() };
        if balance - sat.cast_signed() < least {
            let most = balance - least;
            return Err(refuse("amount_sat", sat, format!("at most {most} out of wallet {wallet}, fees included")));
        }
        Ok(())
    }

    /// What a wallet holds once new coins have arrived.
    pub(super) fn receive(&self, when: When, wallet: u32, sat: u64) -> Result<i64, Error> {
        self.check_total(sat)?;
        self.check_day(when.day, sat, 0)?;
        self.receive_own(wallet, sat)
    }

    fn check_total(&self, more: u64) -> Result<(), Error> {
        if self.pools.total_sat() + more > MOST_SAT {
            return Err(refuse("amount_sat", more, "at most 21 million BTC in all wallets"));
        }
        Ok(())
    }

    /// The United Kingdom takes the coins of a day together.
    fn check_day(&self, day: i64, acquired: u64, disposed: u64) -> Result<(), Error> {
        let (before, gone) = self.pools.united_kingdom().map_or((0, 0), |pool| pool.on(day));
        if before + acquired > MOST_SAT || gone + disposed > MOST_SAT {
            let allowed = "at most 21 million BTC acquired, and disposed of, on one day";
            return Err(refuse("amount_sat", acquired + disposed, allowed));
        }
        Ok(())
    }

    pub(super) fn receive_own(&self, wallet: u32, sat: u64) -> Result<i64, Error> {
        let balance = self.wallets.get(&wallet).copied().unwrap_or(0) + sat.cast_signed();
        if balance > MOST_SAT.cast_signed() {
            return Err(refuse("amount_sat", sat, "at most 21 million BTC in one wallet"));
        }
        Ok(balance)
    }
}

/// Coins, above 0.
pub(super) fn some(field: &str, amount: Amount) -> Result<u64, Error> {
    match amount.to_sat() {
        0 => Err(refuse(field, 0, "above 0")),
        sat => Ok(sat),
    }
}
