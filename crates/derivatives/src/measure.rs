//! Under which measure a number holds.

use hashinsight_units::Record;

/// Measure of a probability or a price: of one of two worlds, and every result says of which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum Measure {
    /// Q: the asset earns the riskless rate less its yield. Prices; probabilities that prices imply.
    RiskNeutral,
    /// P: the asset earns what the caller believes. Frequencies, reserves, capital.
    RealWorld,
}
