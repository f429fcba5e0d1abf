//! Under which measure a number holds.

/// A probability or a price is of one of two worlds, and every result says of which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Q: the asset earns the riskless rate less its yield. Prices; probabilities that prices imply.
    RiskNeutral,
    /// P: the asset earns what the caller believes. Frequencies, reserves, capital.
    RealWorld,
}
