//! The sections, one file each: a struct that is the section's data, how it is calculated, and what it shows.
//!
//! A new section is a new file here, a field of [`Report`](crate::report::Report) and a line in its `views`.

pub(crate) mod algorithms;
pub(crate) mod assumptions;
pub(crate) mod cash_flow;
pub(crate) mod curtailment;
pub(crate) mod hashprice;
pub(crate) mod machines;
pub(crate) mod network;
pub(crate) mod retarget;
