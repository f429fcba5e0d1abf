//! Customers of a mining business, as pure rules that an application stores in its own database.
//!
//! | module | question |
//! |---|---|
//! | [`lifecycle`] | Which state may follow, by whom, with what reason? |
//! | [`score`] | How good is a lead, and what says so? |
//! | [`forecast`] | What will the pipeline bring, and how probable is the target? |
//! | [`commission`] | Who earns what, to the cent, and why? |
//! | [`role`] | Who may do what? |
//! | [`audit`] | Has the record been tampered with? |
//! | [`activity`] | How much was done, day by day? |
//!
//! Nothing here knows a database or a clock: states, times and histories come in, decisions go out. Money is decimal and exact; every
//! amount comes with the terms that it is made of.
//!
//! ```
//! use hashinsight_crm::lifecycle::{DealState, Standing, apply};
//! use hashinsight_crm::role::Role;
//! use hashinsight_units::Timestamp;
//! let at = Timestamp::from_ms(1_714_521_600_000)?;
//! let deal: Standing<DealState> = Standing::begin(at);
//! let refused = apply(deal, DealState::Won, Role::Admin, None, at).unwrap_err();
//! assert_eq!(refused.allowed(), "from prospecting: qualification, lost");
//! # Ok::<(), hashinsight_units::Error>(())
//! ```

pub mod activity;
pub mod audit;
pub mod commission;
pub mod forecast;
pub mod lifecycle;
mod refuse;
pub mod role;
pub mod score;
