//! Where a position has lost all of its margin.

use super::contract::ContractKind;
use super::solve::{Exposure, price};
use crate::PriceLevel;

/// The price at which equity pays the closing fee and nothing else: linear without fee `E (1 - s/L)`, inverse `E L / (L + s)`. Never for a
/// position whose margin covers every price.
pub(crate) fn bankruptcy(kind: ContractKind, exposure: &Exposure) -> PriceLevel {
    price(kind, exposure.bankruptcy(exposure.fee)).map_or(PriceLevel::Never, PriceLevel::of)
}
