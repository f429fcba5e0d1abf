//! Answers that may not be a number.

/// A number, or the reason why there is none.
///
/// Reports carry no NaN and no infinity: a break-even price that does not exist is [`Never`](Self::Never), not
/// infinite.
///
/// ```
/// use hashinsight_mining::Outcome;
/// assert_eq!(serde_json::to_string(&Outcome::Value(0.07))?, r#"{"value":0.07}"#);
/// assert_eq!(serde_json::to_string(&Outcome::Never)?, r#""never""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Outcome {
    /// The number, always finite.
    Value(f64),
    /// It does not happen: no value is good enough.
    Never,
    /// There is no limit: every value is good enough, or the number exceeds what an `f64` holds.
    Unbounded,
    /// The question has no answer.
    Undefined {
        /// Why.
        reason: &'static str,
    },
}

impl Outcome {
    /// The number, where there is one.
    pub const fn value(self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(value),
            _ => None,
        }
    }

    /// A positive quantity that may have grown beyond what an `f64` holds. The caller rules NaN out.
    pub(crate) fn of(value: f64) -> Self {
        if value.is_finite() { Self::Value(value) } else { Self::Unbounded }
    }
}
