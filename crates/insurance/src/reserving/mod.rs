//! What will be paid for claims that have happened: triangles and their completion.
//!
//! A [`Triangle`] holds, for each period of origin, what has been paid (or incurred) up to each age. [`reserve`] completes it by
//! chain ladder with Mack's standard errors, by Bornhuetter and Ferguson, or by Cape Cod.

mod factors;
mod mack;
mod reserve;
mod triangle;

pub use mack::SigmaExtrapolation;
pub use reserve::{OriginReserve, ReserveMethod, ReserveReport, ReserveRequest, reserve};
pub use triangle::{ClaimPayment, Triangle, TriangleReport, TriangleRequest, triangle};
