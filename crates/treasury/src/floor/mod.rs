//! The smallest sale after which every future payment stays coverable in the worst case, with a certificate.
//!
//! Decisions come one step apart. From one to the next the price keeps at least a stated part of itself; how much it rises is free. What is
//! sold at a step brings the price less proportional costs, at most so many coins a step; coins that are certain to be mined arrive before
//! it; what falls due before the next decision is paid from cash.
//!
//! ```text
//! C(t) = C(t-1) + floor(x(t) bid(t)) - L(t) >= reserve        cash after the payments of step t
//! B(t) = B(t-1) + mined(t) - x(t) >= 0,   0 <= x(t) <= most(t)
//! P(t) >= d(t) P(t-1),   bid(t) = P(t) (1 - slippage) (1 - fee)
//! ```
//!
//! **Why one path decides.** Proceeds grow with the price, and a higher price only raises the least one of every later step. So the sales that
//! meet the payments along the path of least prices meet them along every path: the treasury is safe if and only if it is safe there.
//!
//! **Why selling early is safest there.** Least prices never rise, so a coin sold sooner brings no less, and has no other use. After a first
//! sale `x`, the plan that sells as much as each step allows has the most cash at every later step: `x` is safe if and only if that plan is.
//! Safety grows with `x`, so the smallest safe one is found by halving. Without limits per step, one step before everything is sold,
//!
//! ```text
//! x = max( (L(0) - C) / P,  (sum of L - C - B P d) / (P (1 - d)),  0 )
//! ```
//!
//! the rule of constant proportion portfolio insurance with the multiplier `1 / (1 - d)`. (Viability kernel: Aubin 1991. CPPI: Black and Jones
//! 1987.)
//!
//! **Rounding.** Each sale counts with its proceeds rounded down to a millionth of a dollar, each least price and factor rounded down too: what
//! is accepted holds to the millionth, also where the prices that come are rounded to one. The smallest sale is one that is safe while one satoshi less is not. Where rounding takes part of a
//! millionth from a sale, another split of the same coins could save that part: only a start that is within a millionth of a dollar per step
//! of the border could be refused for it.

mod certificate;
mod document;
mod reverse_stress;
mod terms;
mod worst_case;

pub use certificate::{Floor, FloorRow};
pub(crate) use document::proportional;
pub use document::{FloorReport, FloorRequest, robust_floor};
pub use reverse_stress::{ReverseStressReport, ReverseStressRequest, Shock, reverse_stress};
pub use terms::FloorTerms;
pub use worst_case::WorstCase;
pub(crate) use worst_case::WorstStep;
