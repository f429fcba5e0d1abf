//! Prices of one coin that cannot all be right.

use hashinsight_units::FieldPath;

use super::account::MarginAccountRequest;
use crate::Suspicion;
use crate::refuse::Plain;

/// Two prices of a coin further apart than a dated contract's basis are not of one moment, or not of one coin.
const APART: f64 = 1.2;

/// Marks and collateral prices that contradict the first price of their coin in the account. A coin moves all that follows it in proportion,
/// so that a wrong start is a wrong end.
pub(super) fn contradictions(request: &MarginAccountRequest) -> Vec<Suspicion> {
    let MarginAccountRequest { currency, contracts, collateral, .. } = request;
    let marks = contracts.iter().enumerate().map(|(index, contract)| {
        (contract.coin, contract.mark_price, FieldPath::new("contracts").index(index).field("mark_price"))
    });
    let owned = collateral.iter().enumerate().filter_map(|(index, item)| {
        Some((item.currency, item.price?, FieldPath::new("collateral").index(index).field("price")))
    });
    // In an account of the coin the marks are in a quote currency and the collateral's prices in the coin: nothing compares them.
    let priced: Vec<_> = marks.chain(owned.filter(|(coin, ..)| coin != currency)).collect();
    let mut found = Vec::new();
    for (index, (coin, price, path)) in priced.iter().enumerate() {
        let Some((_, first, place)) = priced[..index].iter().find(|(other, ..)| other == coin) else { continue };
        let ratio = price.get() / first.get();
        if !(1.0 / APART..=APART).contains(&ratio) {
            let [low, high] = [first.get() / APART, first.get() * APART].map(Plain);
            found.push(Suspicion::new(path, &price.get(), format!("{low} to {high}, near {place}")));
        }
    }
    found
}
