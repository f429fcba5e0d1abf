//! What is covered: a position, a whole account, or a balance with an exchange.

use hashinsight_derivatives::margin::{
    ContractKind, LiquidationReport, LiquidationRequest, MaintenanceSchedule, MarginAccountRequest, MarginMode,
    Position, Venue, liquidation,
};
use hashinsight_market::{Instrument, Source, TierTable};
use hashinsight_units::json::Told;
use hashinsight_units::{AssetPrice, Balance, Collateral, Currency, Error, Fraction, Problem, Record};

use super::{Basis, PriceTrigger};
use crate::refuse::{refuse, tell};

/// Position that is covered, as it is when the cover is bought.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CoveredPosition {
    /// Venue whose rules liquidate.
    #[record(example = "binance_usdm")]
    pub venue: Venue,
    /// Contract of the position, in the words of the venue.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Coin whose price the contract follows.
    #[record(example = "BTC")]
    pub coin: Currency,
    /// Currency of the margin: the coin itself for inverse contracts.
    #[record(example = "USDT")]
    pub margin_currency: Currency,
    /// Position in the contract.
    #[record(flatten)]
    pub position: Position,
    /// Margin behind the position.
    pub margin_mode: MarginMode,
    /// Maintenance margin by size.
    pub maintenance: MaintenanceSchedule,
    /// Fee for closing, as a fraction of the notional; it counts where the venue's rules count it.
    #[record(default = Fraction::ZERO)]
    pub close_fee_rate: Fraction,
    /// Funding paid before the cover was bought, net, in margin currency. Negative where it was received.
    #[record(default = Balance::constant(0.0))]
    pub funding_paid: Balance,
    /// Mark price when the cover is bought, in quote currency. Absent: the entry price.
    pub mark_price: Option<AssetPrice>,
}

/// Balance that stands with an exchange.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ExchangeBalance {
    /// Exchange that holds the balance.
    #[record(example = "binance_usdm")]
    pub venue: Source,
    /// Currency of the balance.
    #[record(example = "USDT")]
    pub currency: Currency,
    /// Amount of the balance, in its currency; above 0.
    #[record(example = 100000)]
    pub amount: Collateral,
}

/// What is covered.
#[derive(Clone, Debug, PartialEq, Record)]
#[expect(clippy::large_enum_variant, reason = "a cover has one, and most are positions")]
pub enum CoveredAccount {
    /// One position with its margin.
    Position(CoveredPosition),
    /// A whole account: its positions on one equity, and its collateral coin by coin.
    Account(MarginAccountRequest),
    /// A balance with an exchange.
    Balance(ExchangeBalance),
}

impl CoveredAccount {
    /// Currency that losses are counted in.
    pub const fn currency(&self) -> Currency {
        match self {
            Self::Position(position) => position.margin_currency,
            Self::Account(account) => account.currency,
            Self::Balance(balance) => balance.currency,
        }
    }

    /// Name of what is covered in documents.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Position(_) => "position",
            Self::Account(_) => "account",
            Self::Balance(_) => "balance",
        }
    }

    /// What stands behind the account, in its currency: the margin of a position less the funding it paid, the collateral of an account
    /// after haircuts, the balance with an exchange. It is what a liquidation, or a default, takes.
    pub fn margin(&self) -> f64 {
        match self {
            Self::Position(position) => {
                let margin = match position.margin_mode {
                    MarginMode::Isolated { margin } => margin.get(),
                    MarginMode::Cross { wallet_balance, .. } => wallet_balance.get(),
                    _ => 0.0,
                };
                margin - position.funding_paid.get()
            }
            Self::Account(account) => account.collateral.iter().fold(0.0, |sum, item| {
                let value = item.amount.get() * item.price.map_or(1.0, AssetPrice::get);
                sum + if value > 0.0 { value * (1.0 - item.haircut.get()) } else { value }
            }),
            Self::Balance(balance) => balance.amount.get(),
        }
    }

    /// Leverage when the cover is bought: notional at entry over margin, of an account at its marks; absent for a balance.
    pub fn leverage(&self) -> Option<f64> {
        let notional = match self {
            Self::Position(position) => position.notional(),
            Self::Account(account) => account.positions.iter().fold(0.0, |sum, position| {
                let contract = account.contracts.iter().find(|contract| contract.instrument == position.instrument);
                sum + contract.map_or(0.0, |contract| {
                    let (quantity, mark) = (position.quantity.get(), contract.mark_price.get());
                    match contract.contract {
                        ContractKind::Linear => quantity * mark,
                        // In the coin, or at its mark in an account of the quote currency.
                        ContractKind::Inverse if contract.coin == account.currency => quantity / mark,
                        ContractKind::Inverse => quantity,
                    }
                })
            }),
            Self::Balance(_) => return None,
        };
        Some(notional / self.margin())
    }

    /// # Errors
    /// What no account can be, and what the trigger does not look at.
    pub(super) fn check(&self, trigger: Option<&PriceTrigger>) -> Result<(), Error> {
        match self {
            Self::Position(position) => position.check(trigger),
            Self::Account(account) => {
                let known = |trigger: &PriceTrigger| {
                    account.contracts.iter().any(|contract| contract.instrument == trigger.instrument)
                };
                if let Some(trigger) = trigger.filter(|trigger| !known(trigger)) {
                    let allowed = "contracts that include that of the trigger";
                    return Err(tell("contracts", Problem::Unknown, trigger.instrument, allowed));
                }
                for (row, contract) in account.contracts.iter().enumerate() {
                    let of = (
                        contract.instrument,
                        if contract.contract == ContractKind::Inverse { contract.coin } else { account.currency },
                    );
                    check_tiers(&contract.maintenance, of, trigger.map(|trigger| trigger.venue))
                        .map_err(|error| error.at("maintenance").at(format!("contracts[{row}]")))?;
                }
                self.check_margin("collateral")
            }
            Self::Balance(_) => self.check_margin("amount"),
        }
    }

    fn check_margin(&self, field: &str) -> Result<(), Error> {
        let margin = self.margin();
        if margin > 0.0 && margin.is_finite() { Ok(()) } else { Err(refuse(field, margin, "above 0 in total")) }
    }
}

impl CoveredPosition {
    /// Notional at entry, in margin currency.
    pub fn notional(&self) -> f64 {
        let (quantity, entry) = (self.position.quantity.get(), self.position.entry_price.get());
        match self.position.contract {
            ContractKind::Linear => quantity * entry,
            ContractKind::Inverse => quantity / entry,
        }
    }

    /// Mark price when the cover is bought.
    pub fn mark(&self) -> AssetPrice {
        self.mark_price.unwrap_or(self.position.entry_price)
    }

    /// Loss of the position at a price, in margin currency; negative where it gains.
    pub(crate) fn loss_at(&self, price: f64) -> f64 {
        let Position { contract, side, quantity, entry_price, .. } = self.position;
        let (q, entry) = (quantity.get(), entry_price.get());
        side.sign()
            * match contract {
                ContractKind::Linear => q * (entry - price),
                ContractKind::Inverse => q / price - q / entry,
            }
    }

    /// Loss of the price by the mark when the cover is bought, which an indemnity does not pay for; 0 of a valued cover, or where it is none.
    pub(super) fn lost_at_sale(&self, basis: Basis) -> f64 {
        let lost = self.loss_at(self.mark().get());
        if basis == Basis::Indemnity && lost > 0.0 { lost } else { 0.0 }
    }

    /// Price at which the position has lost so much, in margin currency; `None` where no price above 0 does.
    pub(super) fn price_of_loss(&self, loss: f64) -> Option<f64> {
        let Position { contract, side, quantity, entry_price, .. } = self.position;
        let (q, entry) = (quantity.get(), entry_price.get());
        let price = match contract {
            ContractKind::Linear => entry - side.sign() * loss / q,
            ContractKind::Inverse => 1.0 / (1.0 / entry + side.sign() * loss / q),
        };
        (price > 0.0 && price.is_finite()).then_some(price)
    }

    /// Liquidation, bankruptcy and margin-call price.
    pub(super) fn liquidation(&self, call_ratio: Option<Fraction>) -> Result<LiquidationReport, Error> {
        let Self { venue, position, margin_mode, maintenance, close_fee_rate, funding_paid, .. } = self;
        let request = LiquidationRequest::new(*venue, *position, *margin_mode, maintenance.clone())
            .close_fee_rate(*close_fee_rate)
            .funding_paid(*funding_paid)
            .mark_price(self.mark());
        liquidation(&match call_ratio {
            Some(ratio) => request.call_ratio(ratio),
            None => request,
        })
    }

    fn check(&self, trigger: Option<&PriceTrigger>) -> Result<(), Error> {
        if let Some(trigger) = trigger.filter(|trigger| trigger.instrument != self.instrument) {
            let allowed = format!("{}, the contract of the trigger", trigger.instrument);
            return Err(tell("instrument", Problem::Unknown, self.instrument, allowed));
        }
        if self.position.contract == ContractKind::Inverse && self.margin_currency != self.coin {
            let allowed = format!("{}, the coin of the inverse contract", self.coin);
            return Err(tell("margin_currency", Problem::Unsupported, self.margin_currency, allowed));
        }
        let of = (self.instrument, self.margin_currency);
        check_tiers(&self.maintenance, of, trigger.map(|trigger| trigger.venue))
            .map_err(|error| error.at("maintenance"))?;
        let covered = CoveredAccount::Position(self.clone());
        covered.check_margin("margin_mode")?;
        if let Err(beyond) = self.maintenance.check_notional(self.notional()) {
            let allowed = format!("a notional of at most {}, where the table ends", beyond.value());
            return Err(refuse("quantity", self.position.quantity.get(), allowed));
        }
        let MaintenanceSchedule::Tiers(table) = &self.maintenance else { return Ok(()) };
        // Cross margin is shared with others: its leverage is no leverage of the position.
        let (leverage, isolated) = (covered.leverage(), matches!(self.margin_mode, MarginMode::Isolated { .. }));
        let most = most_leverage(table, self.notional());
        match (leverage, most) {
            (Some(leverage), Some(most)) if isolated && leverage > most * (1.0 + 1e-9) => {
                Err(refuse("leverage", leverage, format!("at most {}, that of the position's tier", Told(most))))
            }
            _ => Ok(()),
        }
    }
}

fn most_leverage(table: &TierTable, notional: f64) -> Option<f64> {
    table.tier_at(notional).map(|tier| tier.max_leverage())
}

/// The table is that of the contract, and of the venue whose price decides.
fn check_tiers(
    maintenance: &MaintenanceSchedule,
    (instrument, currency): (Instrument, Currency),
    venue: Option<Source>,
) -> Result<(), Error> {
    maintenance.check_contract(instrument, currency)?;
    match (maintenance, venue) {
        (MaintenanceSchedule::Tiers(table), Some(venue)) if table.source() != venue => {
            let allowed = format!("{venue}, the venue of the trigger");
            Err(tell("source", Problem::Unsupported, table.source(), allowed).at("tiers"))
        }
        _ => Ok(()),
    }
}
