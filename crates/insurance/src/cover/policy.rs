//! The cover: account, peril and terms in one, valid or refused.

use hashinsight_market::Reference;
use hashinsight_units::record::Word;
use hashinsight_units::{At, Decimal, Error, Problem, Record, Rounding};

use super::levels::{levels, loss_of_account};
use super::{Basis, CoveredAccount, CoveredSum, FrozenTerms, PayoutItems, Peril, Terms, TriggerLevel, booked, payout};
use crate::refuse::tell;

/// Cover: what a quote sells, and what a claim is judged against.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Cover {
    /// Reference of the cover with its insurer; no two covers have the same.
    #[record(example = "C-2026-000017")]
    pub reference: Reference,
    /// What is covered, as it is when the cover is bought.
    pub account: CoveredAccount,
    /// Peril that is insured.
    pub peril: Peril,
    /// Terms of the cover.
    pub terms: Terms,
    /// Identifier of the product that was sold. Absent: the cover is of no product.
    pub product: Option<String>,
}

impl Cover {
    /// Whether all of it fits together.
    ///
    /// # Errors
    /// Those of [`Terms::validate`] at `terms`, a peril that is none, an account that cannot be, and what [`frozen`](Self::frozen) refuses.
    pub fn validate(&self) -> Result<(), Error> {
        self.frozen().map(drop)
    }

    /// Prices that trigger the cover, and what is paid there.
    ///
    /// ```
    /// use hashinsight_derivatives::margin::{ContractKind, MaintenanceSchedule, MarginMode, Position, Side, Venue};
    /// use hashinsight_insurance::cover::{
    ///     Basis, Cover, CoveredAccount, CoveredPosition, CoveredSum, Peril, PriceKind, PriceTrigger, Terms,
    /// };
    /// use hashinsight_units::{AssetPrice, Collateral, Fraction, Quantity, Timestamp};
    /// let entry = AssetPrice::new(60_000.0)?;
    /// let position = CoveredPosition::new(
    ///     Venue::BinanceUsdm,
    ///     "BTCUSDT".parse()?,
    ///     "BTC".parse()?,
    ///     "USDT".parse()?,
    ///     Position::new(ContractKind::Linear, Side::Long, Quantity::new(0.5)?, entry),
    ///     MarginMode::Isolated { margin: Collateral::new(3_000.0)? },
    ///     MaintenanceSchedule::Flat { rate: Fraction::new(0.004)?, deduction: Collateral::new(0.0)? },
    /// );
    /// let trigger = PriceTrigger::new("binance_usdm".parse()?, "BTCUSDT".parse()?, PriceKind::Mark);
    /// let at = |ms| Timestamp::from_ms(ms).unwrap();
    /// let half = CoveredSum::Fraction { of_loss: "0.5".parse().unwrap() };
    /// let week = Terms::new(at(1_780_272_000_000), at(1_780_876_800_000), half, Basis::Indemnity, "USDT".parse()?);
    /// let cover =
    ///     Cover::new("C-1".parse()?, CoveredAccount::Position(position), Peril::Liquidation(trigger), week);
    /// let frozen = cover.frozen()?;
    /// assert_eq!(format!("{:.2}", frozen.levels[0].price), "54216.87");
    /// assert_eq!(frozen.maximum_payout.to_string(), "1500.00");
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of the terms; `insurance.instrument.unknown` for a position of another contract than the trigger's, `unsupported` at
    /// `maintenance.tiers` for a table of another contract, currency or venue; `insurance.margin_mode.out_of_range`, `collateral` and
    /// `leverage` for an account that could not stand; `insurance.currency.unsupported` for terms in another currency than the account's;
    /// `insurance.account.unsupported` and `insurance.basis.unsupported` for a peril that the account does not have, or of which it does not
    /// say what is lost; `insurance.limit.missing` for a gap without limit.
    pub fn frozen(&self) -> Result<FrozenTerms, Error> {
        let Self { account, peril, terms, .. } = self;
        terms.validate().at("terms")?;
        peril.check().at(peril.name()).at("peril")?;
        account.check(peril.trigger()).at(account.name()).at("account")?;
        self.check_coins()?;
        if let Some(proof) = terms.liquidation_proof.filter(|_| !matches!(peril, Peril::Liquidation(_))) {
            let allowed = format!("absent: {} is proved by what it is judged by", peril.name());
            return Err(tell("liquidation_proof", Problem::Unsupported, proof.word(), allowed)).at("terms");
        }
        if terms.currency != account.currency() {
            let allowed = format!("{}, the currency of the account", account.currency());
            return Err(tell("currency", Problem::Unsupported, terms.currency, allowed)).at("terms");
        }
        let found = levels(account, peril, terms.basis).map_err(|error| self.place(error))?;
        let book = |loss: f64| booked("loss", loss, terms.digits, Rounding::TowardZero);
        let margin = account.margin();
        let whole = book(margin)?;
        // What a liquidation takes is what stood behind the account.
        let mut levels = Vec::with_capacity(found.len());
        for level in found {
            let loss = level.loss.map_or(Ok(whole), book)?;
            let payout = match peril {
                Peril::Gap(_) => self.most_for_gap()?,
                _ => self.pays(loss).payout,
            };
            levels.push(TriggerLevel { side: level.side, price: level.price, loss, payout });
        }
        let several = self.follows_several_coins();
        let loss = match (peril, account) {
            (Peril::ExchangeDefault(default), CoveredAccount::Balance(balance)) => {
                if default.venue != balance.venue {
                    let allowed = format!("{}, which holds the balance", balance.venue);
                    return Err(tell("venue", Problem::Unknown, default.venue, allowed))
                        .at("exchange_default")
                        .at("peril");
                }
                book(margin * default.loss_given_default.get())?
            }
            (Peril::Drawdown(_), _) => whole,
            (_, CoveredAccount::Account(account)) if several => book(loss_of_account(account, margin, terms.basis)?)?,
            _ => levels.iter().map(|level| level.loss).fold(Decimal::ZERO, greatest),
        };
        let (payout, maximum_payout) = match peril {
            Peril::Gap(_) => (self.most_for_gap()?, self.most_for_gap()?),
            // Loss given default is what the price stands on; a claim may be for all of the balance.
            Peril::ExchangeDefault(_) if terms.basis == Basis::Indemnity => {
                (self.pays(loss).payout, self.pays(whole).payout)
            }
            _ if several || matches!(peril, Peril::ExchangeDefault(_) | Peril::Drawdown(_)) => {
                (self.pays(loss).payout, self.pays(loss).payout)
            }
            _ => {
                let most = levels.iter().map(|level| level.payout).fold(Decimal::ZERO, greatest);
                (most, most)
            }
        };
        let bankruptcy_price = match account {
            CoveredAccount::Position(position) => position.liquidation(None)?.bankruptcy_price.value(),
            _ => None,
        };
        let leverage = account.leverage();
        Ok(FrozenTerms { margin, levels, loss, payout, maximum_payout, leverage, bankruptcy_price })
    }

    /// An error of the levels at the part of the cover that it is about.
    fn place(&self, error: Error) -> Error {
        match error.path().as_str() {
            "account" => error,
            "basis" => error.at("terms"),
            "call_ratio" | "level" | "lower" | "upper" | "threshold" => error.at(self.peril.name()).at("peril"),
            _ => error.at(self.account.name()).at("account"),
        }
    }

    /// What the terms pay for a loss.
    pub fn pays(&self, loss: Decimal) -> PayoutItems {
        payout(&self.terms, loss)
    }

    /// A gap has no greatest loss: its limit, or its fixed sum, is what is paid at most.
    fn most_for_gap(&self) -> Result<Decimal, Error> {
        let Terms { limit, sum, .. } = &self.terms;
        let fixed = match sum {
            CoveredSum::Fixed { amount } => Some(*amount),
            CoveredSum::Fraction { .. } => None,
        };
        let most = match (limit, fixed) {
            (Some(limit), Some(sum)) if sum < *limit => Some(sum),
            (Some(limit), _) => Some(*limit),
            (None, fixed) => fixed,
        };
        let missing = || tell("limit", Problem::Missing, "", "a limit or a fixed sum, as a gap has no greatest loss");
        most.ok_or_else(missing).at("terms")
    }
}

fn greatest(a: Decimal, b: Decimal) -> Decimal {
    if a > b { a } else { b }
}

/// [`Cover::frozen`], for who has no methods.
///
/// # Errors
/// Those of [`Cover::frozen`].
pub fn frozen_terms(cover: &Cover) -> Result<FrozenTerms, Error> {
    cover.frozen()
}
