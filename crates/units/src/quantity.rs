//! The pattern of every `f64` quantity: sealed, checked once, one stored unit, text and serde forms that agree with the constructor.

use crate::Error;

/// One way to write a quantity: a symbol, and the exact factors to the stored unit (`stored = number * times / over`).
pub(crate) struct Symbol {
    pub(crate) text: &'static str,
    pub(crate) times: f64,
    pub(crate) over: f64,
}

/// Refuses what is not a finite number in the range; `-0.0` becomes `0.0`.
pub(crate) fn check(quantity: &'static str, value: f64, in_range: bool, allowed: &'static str) -> Result<f64, Error> {
    if !value.is_finite() {
        return Err(Error::unit(quantity, crate::Problem::NotFinite, value, allowed));
    }
    if !in_range {
        return Err(Error::out_of_range(quantity, value, allowed));
    }
    Ok(value + 0.0)
}

/// Reads "200 TH/s": a number, optional blanks, a symbol of the list.
pub(crate) fn parse(
    quantity: &'static str,
    text: &str,
    symbols: &[Symbol],
    example: &'static str,
) -> Result<f64, Error> {
    let unknown = || Error::unknown(quantity, text, example);
    let trimmed = text.trim();
    let as_written = |symbol: &Symbol, end: &str| end == symbol.text;
    // "Th/s" and "kw" are meant; a leading m is milli and never mega.
    let in_any_case = |symbol: &Symbol, end: &str| {
        let milli = symbol.text.starts_with('M') && end.starts_with('m');
        end.eq_ignore_ascii_case(symbol.text) && !milli
    };
    let read = |is: &dyn Fn(&Symbol, &str) -> bool| -> Option<f64> {
        let number_of = |symbol: &Symbol| trimmed.split_at_checked(trimmed.len().checked_sub(symbol.text.len())?);
        let ends = symbols.iter().filter(|symbol| number_of(symbol).is_some_and(|(_, end)| is(symbol, end)));
        // The longest symbol that ends the text decides, so that "TH/s" is not read as "H/s" after "200 T".
        let symbol = ends.max_by_key(|symbol| symbol.text.len())?;
        let number = crate::json::float(number_of(symbol)?.0.trim_end())?;
        Some(number * symbol.times / symbol.over)
    };
    read(&as_written).or_else(|| read(&in_any_case)).ok_or_else(unknown)
}

macro_rules! quantity {
    (
        $(#[$doc:meta])*
        $name:ident, $code:literal, stored in $unit:literal, $low:literal..=$high:literal $(, above $above:literal)? $(, if not 0 from $least:literal)?,
        allowed $allowed:literal, written $example:literal,
        symbols [$($symbol:literal: $times:literal / $over:literal),* $(,)?]
    ) => {
        $(#[$doc])*
        ///
        /// ```
        #[doc = concat!("use hashinsight_units::", stringify!($name), ";")]
        #[doc = concat!("let value = ", stringify!($name), "::new(1.0)?;")]
        #[doc = concat!("assert_eq!(value.to_string().parse::<", stringify!($name), ">()?, value);")]
        #[doc = concat!("assert!(", stringify!($name), "::new(f64::NAN).is_err());")]
        /// # Ok::<(), hashinsight_units::Error>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
        pub struct $name(f64);

        impl $name {
            /// Numbers that are allowed.
            const RANGE: $crate::columns::Range =
                $crate::quantity::range!($low..=$high $(, above $above)? $(, if not 0 from $least)?);
            $crate::quantity::least!($low $(, above $above)?);
            /// The greatest value.
            pub const MAX: Self = Self($high);

            /// Checks a number in the stored unit.
            ///
            /// # Errors
            #[doc = concat!("[`Error`](crate::Error) unless the value is finite and ", $allowed, ".")]
            pub fn new(value: f64) -> Result<Self, $crate::Error> {
                $crate::quantity::check($code, value, Self::RANGE.holds(value), $allowed).map(Self)
            }

            /// A number in the stored unit that is known when the program is written.
            ///
            /// # Panics
            #[doc = concat!("Unless the value is ", $allowed, ": at compile time, in a `const`.")]
            #[must_use]
            pub const fn constant(value: f64) -> Self {
                assert!(Self::RANGE.holds(value), concat!($code, " out of range"));
                Self(value + 0.0)
            }

            /// The number in the stored unit.
            pub const fn get(self) -> f64 {
                self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.0, f)?;
                f.write_str(if $unit.is_empty() { "" } else { concat!(" ", $unit) })
            }
        }

        impl $crate::Shown for $name {
            fn shown(&self) -> String {
                let number = self.0.shown();
                if $unit.is_empty() { number } else { number + concat!(" ", $unit) }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                const SYMBOLS: &[$crate::quantity::Symbol] =
                    &[$($crate::quantity::Symbol { text: $symbol, times: $times, over: $over }),*];
                Self::new($crate::quantity::parse($code, text, SYMBOLS, $example)?)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_f64(self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = $crate::wire::number::deserialize(deserializer)?;
                Self::new(value).map_err(|error| serde::de::Error::custom(error.fault()))
            }
        }

        impl $crate::record::Value for $name {
            fn read(node: $crate::json::Node<'_>, reader: &mut $crate::record::Reader<'_>) -> Option<Self> {
                $crate::record::read_unit(node, reader, <Self as $crate::record::Value>::form, Self::new)
            }

            fn of_number(number: $crate::json::Plain) -> Option<Self> {
                Self::new(number.float()?).ok()
            }

            fn form() -> String {
                $allowed.to_owned()
            }
        }

        impl $crate::columns::Cell for $name {
            type Plain = f64;
            const KIND: $crate::columns::ColumnKind = $crate::columns::ColumnKind::F64;

            fn hold(values: &[f64]) -> bool {
                Self::RANGE.hold(values)
            }

            fn from_plain(plain: f64) -> Result<Self, $crate::Fault> {
                Self::new(plain).map_err(|error| error.fault().clone())
            }

            fn to_plain(self) -> f64 {
                self.0
            }

            fn start() -> f64 {
                0.0
            }

            fn refused(_: f64) -> f64 {
                f64::NAN
            }

            fn find<'c>(
                inputs: &$crate::columns::Inputs<'_, 'c>,
                name: &'static str,
            ) -> Result<std::borrow::Cow<'c, [f64]>, $crate::Fault> {
                inputs.floats(name).map(std::borrow::Cow::Borrowed)
            }

            fn buffer(values: Vec<f64>) -> $crate::columns::ColumnBuffer {
                $crate::columns::ColumnBuffer::F64(values)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                #[allow(unused_mut, unused_assignments, reason = "only some quantities have an open lower end")]
                let (mut low, mut low_key) = ($low as f64, "minimum");
                $(low = $above; low_key = "exclusiveMinimum";)?
                #[allow(unused_mut, reason = "only some quantities have a gap")]
                let mut schema = $crate::schema::number($code, $unit, low_key, low, $high);
                $(schema.insert("x-zero-or-from".to_owned(), serde_json::json!($least));)?
                schema
            }
        }
    };
}
pub(crate) use quantity;

macro_rules! range {
    ($low:literal..=$high:literal) => {
        $crate::columns::Range::new($low, $high)
    };
    ($low:literal..=$high:literal, above $above:literal) => {
        $crate::columns::Range::new($above, $high).above_low()
    };
    ($low:literal..=$high:literal, if not 0 from $least:literal) => {
        $crate::columns::Range::new($low, $high).zero_or_from($least)
    };
}
pub(crate) use range;

/// A range that is open below has no least value.
macro_rules! least {
    ($low:literal) => {
        /// The least value.
        pub const MIN: Self = Self($low);
    };
    ($low:literal, above $above:literal) => {};
}
pub(crate) use least;

/// The serde form of a sealed integer: the bare number, refused where `$make` refuses it.
macro_rules! integer_serde {
    ($name:ident, $integer:ty, $make:expr) => {
        $crate::quantity::integer_serde! { $name, $integer, $make, |node: $crate::json::Node<'_>, reader: &mut $crate::record::Reader<'_>| {
            let wide = reader.integer(node, <$name as $crate::record::Value>::form)?;
            let narrow = <$integer>::try_from(wide)
                .map_err(|_| $crate::Error::out_of_range($name::CODE, wide, $name::ALLOWED));
            reader.checked(narrow.and_then($make))
        } }
    };
    ($name:ident, $integer:ty, $make:expr, $read:expr) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        impl $crate::record::Value for $name {
            fn read(node: $crate::json::Node<'_>, reader: &mut $crate::record::Reader<'_>) -> Option<Self> {
                let read: fn($crate::json::Node<'_>, &mut $crate::record::Reader<'_>) -> Option<Self> = $read;
                read(node, reader)
            }

            fn of_number(number: $crate::json::Plain) -> Option<Self> {
                let make: fn($integer) -> Result<Self, $crate::Error> = $make;
                make(number.integer()?.try_into().ok()?).ok()
            }

            fn form() -> String {
                Self::ALLOWED.to_owned()
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                if !deserializer.is_human_readable() {
                    let make: fn($integer) -> Result<Self, $crate::Error> = $make;
                    return <$integer>::deserialize(deserializer)
                        .and_then(|value| make(value).map_err(|error| serde::de::Error::custom(error.fault())));
                }
                let wide = $crate::wire::whole::deserialize(deserializer)?;
                <$integer>::try_from(wide)
                    .map_err(|_| $crate::Error::out_of_range(Self::CODE, wide, Self::ALLOWED))
                    .and_then($make)
                    .map_err(|error| serde::de::Error::custom(error.fault()))
            }
        }
    };
}
pub(crate) use integer_serde;
