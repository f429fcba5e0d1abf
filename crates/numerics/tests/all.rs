//! The tests of numerics: one program, which is linked once.

mod accuracy;
mod determinism;
mod linear;
mod properties;
mod special;
