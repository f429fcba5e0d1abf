//! Investment: what cash flows are worth, at which rate they are worth nothing, and what a machine loses in the books.
//!
//! ```text
//! value(rate) = sum of flow / (1 + rate)^t
//! ```
//!
//! `t` counts periods, or years of 365 days from the first date (as Excel's XNPV and XIRR). A rate of return is a root
//! of that function above -1. There may be none, and there may be several: Descartes' rule of signs allows as many as
//! the flows, in order of time, change sign; none of several is better than another, so they are all told.
//!
//! Flows of one instant are one flow, their sum: what comes and goes at once is worth nothing at any rate. A sum below
//! what 64 bits resolve of its terms is 0. Where every instant cancels there is no rate to name.
//!
//! | question | where |
//! |---|---|
//! | what are cash flows worth at a rate? | [`net_present_value`], [`CashFlows::net_present_value`] |
//! | at which rate are they worth nothing? | [`internal_rate_of_return`], [`CashFlows::internal_rate`] |
//! | what does a machine lose in the books? | [`depreciation`], [`DepreciationMethod::schedule`] |

mod cash_flows;
mod depreciation;
mod internal_rate;
mod macrs;

pub use cash_flows::{CashFlows, DatedCashFlow, NetPresentValueReport, NetPresentValueRequest, net_present_value};
pub(crate) use cash_flows::{Flow, present_value};
pub use depreciation::{
    BonusDepreciationReport, BonusDepreciationRequest, Convention, DepreciationMethod, DepreciationReport,
    DepreciationRequest, bonus_depreciation, depreciation,
};
pub(crate) use internal_rate::internal_rate;
pub use internal_rate::{
    InternalRate, InternalRateOfReturnReport, InternalRateOfReturnRequest, internal_rate_of_return,
};
