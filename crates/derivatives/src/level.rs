//! A price at which something happens, if it does.

/// A price level, or the fact that there is none.
///
/// ```
/// use hashinsight_derivatives::PriceLevel;
/// assert_eq!(serde_json::to_string(&PriceLevel::At(57_000.0))?, r#"{"at":57000.0}"#);
/// assert_eq!(serde_json::to_string(&PriceLevel::Never)?, r#""never""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PriceLevel {
    /// It happens at this price: positive and finite.
    At(f64),
    /// It happens at no price above 0.
    Never,
}

impl PriceLevel {
    /// The price, where there is one.
    pub const fn price(self) -> Option<f64> {
        match self {
            Self::At(price) => Some(price),
            Self::Never => None,
        }
    }

    /// A price above 0 and finite, or never.
    pub(crate) fn of(price: f64) -> Self {
        if price > 0.0 && price.is_finite() { Self::At(price) } else { Self::Never }
    }
}
