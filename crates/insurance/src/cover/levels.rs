//! Prices at which a peril happens to an account, and what is lost there.

use hashinsight_derivatives::margin::{AccountLevels, AccountMoves, MarginAccountRequest, Side, margin_account};
use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_units::json::Told;
use hashinsight_units::{AssetPrice, Currency, Error, Fraction, Outcome, Problem};

use super::{Basis, CoveredAccount, CoveredPosition, Peril, PriceTrigger};
use crate::refuse::{refuse, tell};

/// A price that triggers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Level {
    pub(super) side: BarrierSide,
    pub(super) price: f64,
    /// Loss there, in the currency of the account; `None` where the price says nothing about it.
    pub(super) loss: Option<f64>,
}

/// Levels of a peril: none where no price triggers it, or none does alone.
///
/// # Errors
/// An account that is liquidated, called or beyond its loss when the cover is bought; an indemnity for which the account does not say what
/// is lost; a peril that the account does not have.
pub(super) fn levels(account: &CoveredAccount, peril: &Peril, basis: Basis) -> Result<Vec<Level>, Error> {
    match (account, peril) {
        (CoveredAccount::Balance(_), Peril::ExchangeDefault(_)) => Ok(Vec::new()),
        (CoveredAccount::Balance(_), _) | (_, Peril::ExchangeDefault(_)) => {
            let allowed = if matches!(peril, Peril::ExchangeDefault(_)) {
                "balance, the account of exchange_default"
            } else {
                "position or account"
            };
            Err(tell("account", Problem::Unsupported, account.name(), allowed))
        }
        (CoveredAccount::Position(position), _) => of_position(position, account.margin(), peril, basis),
        (CoveredAccount::Account(request), _) => of_account(request, account.margin(), peril, basis),
    }
}

fn of_position(position: &CoveredPosition, margin: f64, peril: &Peril, basis: Basis) -> Result<Vec<Level>, Error> {
    let side = if position.position.side == Side::Long { BarrierSide::Down } else { BarrierSide::Up };
    // What was lost before the sale, by the mark then, is no indemnity's.
    let gone = position.lost_at_sale(basis);
    let margin = margin - gone;
    let loss_at = |price: f64| {
        let loss = position.loss_at(price) + position.funding_paid.get() - gone;
        if loss < margin { loss } else { margin }
    };
    // An indemnity pays for losses: a level at which the position gains insures nothing.
    let given = |side, level: AssetPrice, field: &str| {
        let loss = loss_at(level.get());
        if loss <= 0.0 && basis == Basis::Indemnity {
            return Err(refuse(field, level.get(), "a level at which the position loses, or a valued cover"));
        }
        // A gain is no loss.
        let loss = if loss > 0.0 { loss } else { 0.0 };
        Ok(Level { side, price: level.get(), loss: Some(loss) })
    };
    match peril {
        Peril::Liquidation(_) | Peril::Gap(_) => {
            let loss = if matches!(peril, Peril::Gap(_)) { None } else { Some(margin) };
            let price = standing(position)?;
            Ok(price.map(|price| Level { side, price, loss }).into_iter().collect())
        }
        Peril::MarginCall(call) => {
            standing(position)?;
            let found = position.liquidation(Some(call.call_ratio))?;
            let price = found.margin_call_price.and_then(Outcome::value);
            let ratio = found.at_mark.and_then(|at| at.margin_ratio).unwrap_or(f64::INFINITY);
            if ratio >= call.call_ratio.get() {
                return Err(refuse("margin_mode", ratio, "a margin ratio below the call when the cover is bought"));
            }
            Ok(price.map(|price| Level { side, price, loss: Some(loss_at(price)) }).into_iter().collect())
        }
        Peril::PriceLevel(level) => Ok(vec![given(level.side, level.level, "level")?]),
        Peril::TwoSidedLevel(levels) => {
            Ok(vec![given(BarrierSide::Down, levels.lower, "lower")?, given(BarrierSide::Up, levels.upper, "upper")?])
        }
        Peril::LossThreshold(loss) => {
            let (threshold, funding) = (loss.threshold.get(), position.funding_paid.get());
            if loss_at(position.mark().get()) + gone >= threshold {
                return Err(refuse("threshold", threshold, "above the loss when the cover is bought"));
            }
            if threshold > margin + gone {
                return Err(refuse("threshold", threshold, format!("at most the margin, {}", Told(margin + gone))));
            }
            let price = position.price_of_loss(threshold - funding);
            Ok(price.map(|price| Level { side, price, loss: Some(threshold - gone) }).into_iter().collect())
        }
        Peril::Drawdown(_) if basis == Basis::Indemnity => Err(no_loss("drawdown")),
        Peril::Drawdown(_) | Peril::ExchangeDefault(_) => Ok(Vec::new()),
    }
}

/// Liquidation price of a position that stands; `None` where it is never liquidated.
fn standing(position: &CoveredPosition) -> Result<Option<f64>, Error> {
    let report = position.liquidation(None)?;
    if report.at_mark.is_none_or(|at| at.liquidated) {
        let allowed = "a margin that carries the position when the cover is bought";
        let margin = CoveredAccount::Position(position.clone()).margin();
        return Err(refuse("margin_mode", margin, allowed));
    }
    Ok(report.liquidation_price.value())
}

fn of_account(account: &MarginAccountRequest, margin: f64, peril: &Peril, basis: Basis) -> Result<Vec<Level>, Error> {
    let liquidation = |called: Option<Fraction>, trigger: &PriceTrigger| {
        let request = match called {
            Some(ratio) => account.clone().call_ratio(ratio),
            None => account.clone(),
        };
        let report = margin_account(&request)?;
        if report.liquidated || report.called == Some(true) {
            let allowed = "collateral that carries the account when the cover is bought";
            return Err(refuse("collateral", report.equity, allowed));
        }
        // Of several coins none decides alone.
        if AccountMoves::new(account)?.coins().len() > 1 {
            return Ok(None);
        }
        let contract = account.contracts.iter().find(|contract| contract.instrument == trigger.instrument);
        let of = |coin: Currency| report.by_coin.iter().find(|levels| levels.of == coin.as_str());
        Ok(contract.and_then(|contract| Some((of(contract.coin)?.clone(), contract.mark_price.get()))))
    };
    let sides =
        |found: Option<(AccountLevels, f64)>, pick: &dyn Fn(&AccountLevels) -> [Outcome; 2], loss: Option<f64>| {
            let Some((levels, mark)) = found else { return Vec::new() };
            // The coin's price is that of its first contract; all of its contracts move in proportion.
            let scale = mark / levels.price;
            let level = |(side, found): (BarrierSide, Outcome)| {
                found.value().map(|price| Level { side, price: if scale == 1.0 { price } else { price * scale }, loss })
            };
            [BarrierSide::Down, BarrierSide::Up].into_iter().zip(pick(&levels)).filter_map(level).collect()
        };
    let valued = |name: &str| if basis == Basis::Indemnity { Err(no_loss(name)) } else { Ok(Some(margin)) };
    match peril {
        Peril::Liquidation(trigger) => {
            let pick = |levels: &AccountLevels| [levels.liquidation_below, levels.liquidation_above];
            let found = liquidation(None, trigger)?;
            Ok(sides(found, &pick, Some(loss_of_account(account, margin, basis)?)))
        }
        Peril::MarginCall(call) => {
            let loss = valued("margin_call")?;
            let found = liquidation(Some(call.call_ratio), &call.trigger)?;
            let or_never = |level: Option<Outcome>| level.unwrap_or(Outcome::Never);
            Ok(sides(found, &|levels| [or_never(levels.margin_call_below), or_never(levels.margin_call_above)], loss))
        }
        Peril::PriceLevel(level) => {
            Ok(vec![Level { side: level.side, price: level.level.get(), loss: valued("price_level")? }])
        }
        Peril::TwoSidedLevel(levels) => {
            let loss = valued("two_sided_level")?;
            let level = |side, price: AssetPrice| Level { side, price: price.get(), loss };
            Ok(vec![level(BarrierSide::Down, levels.lower), level(BarrierSide::Up, levels.upper)])
        }
        Peril::Drawdown(_) => valued("drawdown").map(|_| Vec::new()),
        Peril::LossThreshold(_) | Peril::Gap(_) | Peril::ExchangeDefault(_) => {
            Err(tell("account", Problem::Unsupported, "account", "position, for this peril"))
        }
    }
}

/// What the liquidation of an account takes: what stands behind it, and of an indemnity no more than was left when the cover was bought.
pub(super) fn loss_of_account(account: &MarginAccountRequest, margin: f64, basis: Basis) -> Result<f64, Error> {
    let equity = margin_account(account)?.equity;
    Ok(if basis == Basis::Indemnity && equity < margin { equity } else { margin })
}

fn no_loss(peril: &str) -> Error {
    let allowed = format!("valued, as the price does not say what {peril} costs this account");
    tell("basis", Problem::Unsupported, "indemnity", allowed)
}
