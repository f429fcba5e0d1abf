//! The tests of units: one program, which is linked once.

mod beside;
mod declarations;
mod fault;
mod money;
mod quantities;
mod record;
mod support;
mod time;
