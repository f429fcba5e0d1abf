//! Forward and discount curves: what a few quoted expiries say of the others.

mod forward_curve;
mod log_linear;

pub use forward_curve::{ForwardCurveReport, ForwardCurveRequest, forward_curve};
