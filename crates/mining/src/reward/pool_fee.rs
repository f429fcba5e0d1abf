//! What a pool keeps.

use hashinsight_units::json::Node;
use hashinsight_units::record::{Reader, Value, read_unit};
use hashinsight_units::{Error, FieldPath, Fraction};

use crate::error;

const ALLOWED: &str = "0 <= fee < 1 (a fraction, not percent)";

/// Fraction of a reward that a pool keeps: at least 0 and below 1. A pool that keeps everything pays nothing.
///
/// ```
/// use hashinsight_mining::reward::PoolFee;
/// assert_eq!(PoolFee::new(0.02)?.get(), 0.02);
/// assert_eq!(PoolFee::new(1.0).unwrap_err().code(), "mining.pool_fee.out_of_range");
/// assert_eq!(PoolFee::new(2.0).unwrap_err().code(), "units.fraction.out_of_range"); // percent, probably
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, serde::Serialize)]
pub struct PoolFee(f64);

impl PoolFee {
    /// No fee: solo mining, or a pool that lives on something else.
    pub const ZERO: Self = Self(0.0);

    /// Checks once; whoever holds a `PoolFee` need not check again.
    ///
    /// # Errors
    /// `units.fraction` `.not_finite` and `.out_of_range` outside 0 to 1; `mining.pool_fee.out_of_range` for 1.
    pub fn new(fraction: f64) -> Result<Self, Error> {
        Fraction::new(fraction)?.try_into()
    }

    /// A fee that is known when the program is written.
    ///
    /// # Panics
    /// Unless it is at least 0 and below 1: at compile time, in a `const`.
    #[must_use]
    pub const fn constant(fraction: f64) -> Self {
        assert!(0.0 <= fraction && fraction < 1.0, "pool fee out of range");
        Self(fraction + 0.0)
    }

    /// The fraction.
    pub const fn get(self) -> f64 {
        self.0
    }
}

impl TryFrom<Fraction> for PoolFee {
    type Error = Error;

    fn try_from(fraction: Fraction) -> Result<Self, Error> {
        if fraction == Fraction::ONE {
            return Err(error::out_of_range("pool_fee", FieldPath::default(), fraction.get(), ALLOWED));
        }
        Ok(Self(fraction.get()))
    }
}

impl Value for PoolFee {
    fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        read_unit(node, reader, Self::form, Self::new)
    }

    fn form() -> String {
        ALLOWED.to_owned()
    }
}

impl<'de> serde::Deserialize<'de> for PoolFee {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fraction = Fraction::deserialize(deserializer)?;
        Self::try_from(fraction).map_err(|error| serde::de::Error::custom(error.fault()))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for PoolFee {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PoolFee".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        generator.subschema_for::<Fraction>()
    }
}
