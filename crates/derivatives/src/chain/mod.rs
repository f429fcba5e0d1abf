//! What a chain of options says: forward, smile, skew, term structure, and where the open interest sits.
//!
//! Conventions, because every site has its own:
//!
//! * A premium is the mark, or the middle of bid and ask where there is no mark above 0.
//! * The implied forward is put-call parity at the strike where call and put are closest (CBOE 2019, VIX): `F = K + e^(rT) (C - P)` for
//!   premiums in the quote currency. Premiums in coin times the underlying (the forward) are not discounted: `F = K + U (c - p)`.
//! * Units that were mistaken for others are refused where nothing else can be meant (a call above its underlying, a volatility above 20,
//!   premiums in a third currency) and listed as suspicious where something else can.
//! * Deltas are forward deltas, `N(d1)`, undiscounted and not adjusted for premiums in coin. The smile is read from options out of the money
//!   and interpolated linearly in delta; at the money means at the forward, interpolated in log-moneyness.
//! * Risk reversal: call volatility less put volatility at 25 delta. Butterfly: their mean less at the money.
//! * Max pain: the strike at which all options together would pay out least.
//! * Gamma exposure: calls counted as held by dealers, puts as sold by them; quote currency per 1 % move of the underlying. Nobody publishes
//!   who holds what: the sign is a convention, not an observation.

mod expiry;
mod forward;
mod gamma_exposure;
mod max_pain;
mod plausible;
mod smile;
mod svi;

pub use crate::Suspicion;
pub use expiry::{ExpirySummary, OptionChainReport, OptionChainRequest, option_chain};
pub use svi::{SviReport, SviRequest, svi_smile};
