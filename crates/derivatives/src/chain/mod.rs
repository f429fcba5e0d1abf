//! What a chain of options says: forward, smile, skew, term structure, and where the open interest sits.
//!
//! Conventions, because every site has its own:
//!
//! * A premium is the mark, or the middle of bid and ask where there is no mark; coin premiums are multiplied by the underlying.
//! * The implied forward is put-call parity at the strike where call and put are closest (CBOE 2019, VIX): `F = K + e^(rT) (C - P)`.
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
mod smile;

pub use expiry::{ExpirySummary, OptionChainReport, OptionChainRequest, option_chain};
