//! What is insured: products, perils, terms, the covered account, and the cover that binds them.
//!
//! A [`Cover`] is what a quote sells and what a claim is judged against. Nothing in it moves after the sale: the account is the account as it
//! was bought, and [`Cover::frozen`] says which prices trigger, what is lost there, and what is paid.
//!
//! | term | what it does |
//! |---|---|
//! | period, waiting period | a trigger counts from `starts + waiting` until the cover expires |
//! | sum | a fraction of the loss, or a fixed sum |
//! | basis | `indemnity` pays what was lost and never more; `valued` pays what was agreed, whatever was lost |
//! | deductible, coinsurance, limit | taken in this order, in decimals: see [`payout`] |
//! | exclusions | causes that are not paid for |
//! | liquidation proof | what proves a liquidation: the mark, the venue's event, or both |
//! | alteration | what becomes of the cover when the holder changes the account |

mod account;
mod booked;
mod frozen;
mod levels;
mod moving;
mod payout;
mod peril;
mod policy;
mod product;
mod terms;

pub use account::{CoveredAccount, CoveredPosition, ExchangeBalance};
pub(crate) use booked::{LEAST, booked, estimate, round};
pub use frozen::{FrozenTerms, TriggerLevel};
pub(crate) use moving::MovingAccount;
pub use payout::{PayoutItems, payout};
pub use peril::{
    CoveredDrawdown, CoveredLevel, CoveredLevels, CoveredLoss, CoveredMarginCall, Peril, PerilKind, PriceKind,
    PriceTrigger, VenueDefault,
};
pub use policy::{Cover, frozen_terms};
pub use product::{Product, ProductPrice, ProductsReport, ProductsRequest, products, sample_products};
pub use terms::{Alteration, Basis, CoveredSum, Exclusion, LiquidationProof, PaymentTime, Terms};
