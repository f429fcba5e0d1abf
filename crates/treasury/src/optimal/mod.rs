//! The best sales on a lattice of prices, and what is given up for safety: a frontier of expected wealth, ruin and the tail.
//!
//! The price moves up or down by a factor from one payment to the next (Cox, Ross and Rubinstein 1979). At each node coins arrive, some are
//! sold, and the payment is made; where cash does not suffice the treasury is ruined and what is left counts as its wealth. Dynamic programming
//! (Bellman 1957) finds the sales of the greatest
//!
//! ```text
//! E[ W - penalty [ruined] - weight (target - W)+ ]
//! ```
//!
//! exactly: coins and cash are whole satoshis and millionths, and every state that can be reached is visited once. What can be sold at a node is
//! a list: equal parts of the coins, what the payment lacks, the smallest sale of the [floor](crate::floor) against the lattice's own worst path,
//! and all. Under the sales found the distribution of the wealth is exact too: its mean, the probability of ruin, and the mean of its worst part
//! (the conditional value at risk as a level: Rockafellar and Uryasev 2000).
//!
//! | step | file |
//! |---|---|
//! | the lattice, its sales, best values and distributions | `lattice` |
//! | the document: objectives, rules beside them, the frontier | `document` |

mod document;
mod lattice;

pub use document::{FrontierPoint, FrontierPolicy, Objective, OptimalSalesReport, OptimalSalesRequest, optimal_sales};
