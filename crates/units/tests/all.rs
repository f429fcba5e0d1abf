//! The tests of units: one program, which is linked once.

mod fault;
mod money;
mod quantities;
mod support;
mod time;
