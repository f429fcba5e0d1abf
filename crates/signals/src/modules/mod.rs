//! The ten modules of a decision, A to J.

pub mod bandit;
pub mod microstructure;
