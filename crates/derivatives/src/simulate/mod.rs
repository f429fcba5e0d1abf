//! Path simulation of first passage, where no closed form exists or to check one.
//!
//! Paths step only at their jumps: between them the logarithm is Brownian motion, whose chance to have touched the level is the
//! Brownian-bridge factor (Metwally and Atiya 2002)
//!
//! ```text
//! P(no touch | both ends) = 1 - exp(-2 a b / (sigma^2 dt)),   a, b = log distances of the two ends from the level
//! ```
//!
//! so that there is no time grid and no bias: at dates they stop only where the request names some. Each path comes
//! with its antithetic twin (same jumps, mirrored diffusion), and beside each runs the diffusion without jumps on the same normals, whose
//! touch probability is known: the control variate. Standard errors are over pair means, because the two of a pair are not independent.
//!
//! Pairs run side by side in lanes, and a path is a pure function of (seed, path): any width of the lanes and any partition over time,
//! threads or machines gives the same bits.

mod draws;
mod jump_model;
mod passage;
mod path;
mod steps;

pub use jump_model::{JumpModel, jump_counts};
pub use passage::{SimulatePassage, SimulatePassageReport, SimulatePassageRequest};
