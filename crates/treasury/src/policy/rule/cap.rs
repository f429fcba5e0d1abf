//! A limit on what another policy sells.

use hashinsight_units::{Fraction, Record};

use super::Policy;

/// What another policy does, selling at most so much a day.
///
/// A rule that looks at cash asks again for what was cut; one that acts once (a level, a trigger) does not.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Cap {
    /// Policy that is limited.
    pub policy: Policy,
    /// Greatest part of the coins sold in a day, as a fraction of those with which the day began.
    #[record(example = 0.05)]
    pub max_daily: Fraction,
}
