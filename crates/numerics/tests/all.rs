//! The tests of numerics: one program, which is linked once.

mod accuracy;
mod determinism;
mod intervals;
mod linear;
mod properties;
mod special;
