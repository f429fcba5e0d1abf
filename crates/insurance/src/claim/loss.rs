//! What is lost, in parts that add up.

use hashinsight_units::{Decimal, Error, Rounding};

use super::ClaimLoss;
use super::case::Found;
use super::replay::Evidence;
use crate::cover::{Basis, Cover, CoveredAccount, FrozenTerms, Peril, booked, round};

/// The loss of a cover that was triggered; `None` where it is not known.
///
/// ```text
/// level           what the terms froze there:    price move to it + funding + what the liquidation takes besides
/// gap             what the fill costs beyond the bankruptcy price
/// default         what is lost of the balance, at most all of it; of a valued cover what was agreed
/// ```
///
/// # Errors
/// A loss that cannot be booked.
pub(super) fn loss_of(
    cover: &Cover,
    frozen: &FrozenTerms,
    found: &Found,
    evidence: &Evidence,
) -> Result<Option<ClaimLoss>, Error> {
    let book = |loss: f64| booked("loss", loss, cover.terms.digits, Rounding::TowardZero);
    let cut = |loss: Decimal| round(loss, cover.terms.digits, Rounding::TowardZero);
    let parts = |price: Decimal, funding: Decimal, total: Decimal| {
        Some(ClaimLoss { price, funding, other: total - price - funding, total })
    };
    let (zero, level) = (cut(Decimal::ZERO), found.touch.and_then(|touch| touch.level));
    let (position, touch) = match (&cover.account, found.touch) {
        (CoveredAccount::Position(position), Some(touch)) => (position, touch),
        (CoveredAccount::Balance(_), _) if cover.terms.basis == Basis::Indemnity => {
            let whole = book(frozen.margin)?;
            let all_or_less = |lost: Decimal| if lost < whole { cut(lost) } else { whole };
            return Ok(found.lost.and_then(|lost| parts(zero, zero, all_or_less(lost))));
        }
        _ => return Ok(parts(zero, zero, level.map_or(frozen.loss, |level| level.loss))),
    };
    let since = evidence.funding_until(found.ms);
    match cover.peril {
        Peril::Gap(_) => {
            let (Some(fill), Some(bankruptcy)) = (found.fill, frozen.bankruptcy_price) else { return Ok(None) };
            let beyond = book(position.loss_at(fill.fill_price.get()) - position.loss_at(bankruptcy))?;
            Ok(parts(beyond, zero, beyond))
        }
        // Nothing but the sum is agreed.
        Peril::Drawdown(_) => Ok(parts(zero, zero, frozen.loss)),
        Peril::Liquidation(_) => {
            let Some(level) = level else { return Ok(None) };
            // Funding before the sale was gone from what stood behind the position.
            Ok(parts(book(position.loss_at(level.price))?, cut(since), level.loss))
        }
        Peril::LossThreshold(_) => {
            let funding = cut(book(position.funding_paid.get())? + since);
            // The threshold is what was frozen; a price beyond it, between two prices that are seen, costs no more.
            let price = level.map_or(touch.price, |level| level.price);
            Ok(parts(book(position.loss_at(price))?, funding, frozen.loss))
        }
        _ => {
            let Some(level) = level else { return Ok(None) };
            Ok(parts(book(position.loss_at(level.price))?, book(position.funding_paid.get())?, level.loss))
        }
    }
}
