//! The pattern of every observation: a row that is checked once, and columns that hold nothing but such rows.

use hashinsight_units::{Amount, Difficulty, Hashrate, Height, Timestamp, UnitError};

use crate::{Instrument, OptionKind};

/// A field of a row, as it is kept in a column.
pub(crate) trait Cell<Kept>: Sized {
    fn keep(self) -> Kept;
    fn restore(kept: Kept) -> Result<Self, UnitError>;
}

macro_rules! cell {
    ($($type:ty => $kept:ty, $keep:expr, $restore:expr;)*) => {
        $(impl Cell<$kept> for $type {
            fn keep(self) -> $kept {
                $keep(self)
            }

            fn restore(kept: $kept) -> Result<Self, UnitError> {
                $restore(kept)
            }
        })*
    };
}

cell! {
    f64 => f64, |v| v, Ok;
    u32 => u32, |v| v, Ok;
    Instrument => Instrument, |v| v, Ok;
    OptionKind => OptionKind, |v| v, Ok;
    Timestamp => i64, Self::to_ms, Self::from_ms;
    Height => u32, Self::get, |v| Ok(Self::new(v));
    Amount => u64, Self::to_sat, Self::from_sat;
    Difficulty => f64, Self::get, Self::new;
    Hashrate => f64, Self::get, Self::new;
}

/// A row: plain fields for the caller to fill in by name, and the sealed row that came through `$check`.
macro_rules! row {
    (
        $(#[$doc:meta])*
        $name:ident from $fields:ident, checked by $check:path,
        { $($(#[doc = $field_doc:literal])* $([$($serde:tt)*])? $field:ident: $type:ty,)* }
    ) => {
        #[doc = concat!("The fields of a [`", stringify!($name), "`], not yet checked.")]
        #[derive(Clone, Copy, Debug, PartialEq, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(clippy::struct_field_names, reason = "a quote has a quote currency")]
        pub struct $fields {
            $($(#[doc = $field_doc])* $(#[serde($($serde)*)])? pub $field: $type,)*
        }

        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        #[allow(clippy::struct_field_names, reason = "a quote has a quote currency")]
        pub struct $name {
            $($(#[doc = $field_doc])* $(#[serde($($serde)*)])? $field: $type,)*
        }

        impl $name {
            /// Checks the fields.
            ///
            /// # Errors
            /// [`MarketError`](crate::MarketError), which names the first field that is outside its range or at odds with another.
            #[inline]
            pub fn new(mut fields: $fields) -> Result<Self, $crate::MarketError> {
                $check(&mut fields)?;
                let $fields { $($field),* } = fields;
                Ok(Self { $($field),* })
            }

            $($(#[doc = $field_doc])*
            pub const fn $field(&self) -> $type {
                self.$field
            })*
        }

        impl From<$name> for $fields {
            fn from(row: $name) -> Self {
                let $name { $($field),* } = row;
                Self { $($field),* }
            }
        }

        impl TryFrom<$fields> for $name {
            type Error = $crate::MarketError;

            fn try_from(fields: $fields) -> Result<Self, Self::Error> {
                Self::new(fields)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::new(hashinsight_units::wire::object(deserializer)?)
                    .map_err(|error| serde::de::Error::custom(hashinsight_units::Faulty::fault(&error)))
            }
        }
    };
}
pub(crate) use row;

/// Columns of rows. What is the `same` in all rows stands once; an optional column is there for all rows or for none; `$follows` says
/// whether a row may come next.
macro_rules! columns {
    (
        $(#[$doc:meta])*
        $name:ident of $row:ident from $fields:ident, unchecked $plain:ident, next by $follows:path,
        same { $($same:ident: $same_type:ty),* $(,)? },
        columns { $first:ident: $first_kept:ty $(, $([$($serde:tt)*])? $column:ident: $kept:ty)* $(,)? },
        optional { $($([$($optional_serde:tt)*])? $optional:ident: $optional_kept:ty),* $(,)? }
    ) => {
        #[doc = concat!("The columns of [`", stringify!($name), "`], not yet checked.")]
        #[derive(Clone, Debug, PartialEq, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $plain {
            $(#[doc = concat!("See [`", stringify!($row), "::", stringify!($same), "`], the same for all rows.")]
            pub $same: $same_type,)*
            #[doc = concat!("See [`", stringify!($row), "::", stringify!($first), "`].")]
            pub $first: Vec<$first_kept>,
            $(#[doc = concat!("See [`", stringify!($row), "::", stringify!($column), "`].")]
            $(#[serde($($serde)*)])?
            pub $column: Vec<$kept>,)*
            $(#[doc = concat!("See [`", stringify!($row), "::", stringify!($optional), "`], for all rows or for none.")]
            #[serde(default, $($($optional_serde)*)?)]
            pub $optional: Option<Vec<$optional_kept>>,)*
        }

        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($same: $same_type,)*
            $first: Vec<$first_kept>,
            $($column: Vec<$kept>,)*
            $(#[serde(default, skip_serializing_if = "Option::is_none")]
            $optional: Option<Vec<$optional_kept>>,)*
        }

        impl $name {
            /// No rows yet.
            pub const fn new($($same: $same_type),*) -> Self {
                Self { $($same,)* $first: Vec::new(), $($column: Vec::new(),)* $($optional: None,)* }
            }

            /// Checks whole columns, row by row.
            ///
            /// # Errors
            /// [`MarketError`](crate::MarketError): columns of different length, and what [`push`](Self::push) or the row refuses, with the
            /// index of the row in the path.
            pub fn from_columns(columns: $plain) -> Result<Self, $crate::MarketError> {
                let rows = columns.$first.len();
                $($crate::row::same_length(stringify!($column), columns.$column.len(), rows)?;)*
                $(if let Some(column) = &columns.$optional {
                    $crate::row::same_length(stringify!($optional), column.len(), rows)?;
                })*
                let raw = Self {
                    $($same: columns.$same,)* $first: columns.$first, $($column: columns.$column,)* $($optional: columns.$optional,)*
                };
                let mut checked = Self::new($(raw.$same),*);
                for index in 0..rows {
                    let row = raw.fields(index)?;
                    $row::new(row).and_then(|row| checked.push(row)).map_err(|error| error.in_row(index))?;
                }
                Ok(checked)
            }

            /// Adds a row at the end. A row that is refused leaves everything as it was.
            ///
            /// # Errors
            /// [`MarketError::Several`](crate::MarketError::Several) for a row that differs in what all rows have in common;
            /// [`MarketError::Missing`](crate::MarketError::Missing) and `Several` for one that has less or more than the rows before it;
            /// [`MarketError::OutOfRange`](crate::MarketError::OutOfRange) for one that cannot follow the last.
            #[inline]
            pub fn push(&mut self, row: $row) -> Result<(), $crate::MarketError> {
                $(if row.$same() != self.$same {
                    return Err($crate::MarketError::several(stringify!($same), row.$same(), self.$same));
                })*
                if !self.is_empty() {
                    $($crate::row::same_presence(stringify!($optional), self.$optional.is_some(), row.$optional().is_some())?;)*
                }
                $follows(self, &row)?;
                self.$first.push($crate::row::Cell::keep(row.$first()));
                $(self.$column.push($crate::row::Cell::keep(row.$column()));)*
                $(if let Some(value) = row.$optional() {
                    let column = self.$optional.get_or_insert_with(|| Vec::with_capacity(self.$first.capacity()));
                    column.push($crate::row::Cell::keep(value));
                })*
                Ok(())
            }

            /// Makes room for so many more rows.
            pub fn reserve(&mut self, rows: usize) {
                self.$first.reserve(rows);
                $(self.$column.reserve(rows);)*
                $(if let Some(column) = &mut self.$optional {
                    column.reserve(rows);
                })*
            }

            /// The row with this index, if there is one.
            pub fn get(&self, index: usize) -> Option<$row> {
                if index >= self.len() {
                    return None;
                }
                let row = self.fields(index).and_then($row::new);
                Some(row.unwrap_or_else(|error| unreachable!("row {index} was checked when it was pushed: {error}")))
            }

            /// The last row.
            pub fn last(&self) -> Option<$row> {
                self.get(self.len().checked_sub(1)?)
            }

            /// The rows in order.
            pub fn iter(&self) -> impl DoubleEndedIterator<Item = $row> + '_ {
                (0..self.len()).filter_map(|index| self.get(index))
            }

            /// A copy of the rows of a range, if they exist.
            #[must_use]
            pub fn slice(&self, rows: std::ops::Range<usize>) -> Option<Self> {
                Some(Self {
                    $($same: self.$same,)*
                    $first: self.$first.get(rows.clone())?.to_vec(),
                    $($column: self.$column.get(rows.clone())?.to_vec(),)*
                    $($optional: match &self.$optional {
                        Some(column) => Some(column.get(rows.clone())?.to_vec()).filter(|column| !column.is_empty()),
                        None => None,
                    },)*
                })
            }

            /// The number of rows.
            pub const fn len(&self) -> usize {
                self.$first.len()
            }

            /// Whether there are no rows.
            pub const fn is_empty(&self) -> bool {
                self.$first.is_empty()
            }

            $(#[doc = concat!("See [`", stringify!($row), "::", stringify!($same), "`], the same for all rows.")]
            pub const fn $same(&self) -> $same_type {
                self.$same
            })*

            #[doc = concat!("Column of [`", stringify!($row), "::", stringify!($first), "`].")]
            pub fn $first(&self) -> &[$first_kept] {
                &self.$first
            }

            $(#[doc = concat!("Column of [`", stringify!($row), "::", stringify!($column), "`].")]
            pub fn $column(&self) -> &[$kept] {
                &self.$column
            })*

            $(#[doc = concat!("Column of [`", stringify!($row), "::", stringify!($optional), "`], if the rows have it.")]
            pub fn $optional(&self) -> Option<&[$optional_kept]> {
                self.$optional.as_deref()
            })*

            fn fields(&self, index: usize) -> Result<$fields, $crate::MarketError> {
                Ok($fields {
                    $($same: self.$same,)*
                    $first: $crate::row::restore(stringify!($first), index, self.$first[index])?,
                    $($column: $crate::row::restore(stringify!($column), index, self.$column[index])?,)*
                    $($optional: match &self.$optional {
                        Some(column) => Some($crate::row::restore(stringify!($optional), index, column[index])?),
                        None => None,
                    },)*
                })
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::from_columns(hashinsight_units::wire::object(deserializer)?)
                    .map_err(|error| serde::de::Error::custom(hashinsight_units::Faulty::fault(&error)))
            }
        }
    };
}
pub(crate) use columns;

use crate::MarketError;

pub(crate) fn restore<Kept, T: Cell<Kept>>(field: &'static str, index: usize, kept: Kept) -> Result<T, MarketError> {
    T::restore(kept).map_err(|source| MarketError::Unit { path: field.into(), source }.in_row(index))
}

pub(crate) fn same_length(field: &'static str, length: usize, first: usize) -> Result<(), MarketError> {
    if length == first {
        return Ok(());
    }
    Err(MarketError::Length { field, path: field.into(), value: length.to_string(), allowed: first.to_string() })
}

pub(crate) fn same_presence(field: &'static str, column: bool, row: bool) -> Result<(), MarketError> {
    match (column, row) {
        (true, false) => Err(MarketError::missing(field, "the rows before this one have it")),
        (false, true) => Err(MarketError::several(field, "present", "the rows before this one do not have it")),
        _ => Ok(()),
    }
}

/// Whether an instant may stand after the last of a column.
pub(crate) fn after(field: &'static str, last: Option<&i64>, next: Timestamp) -> Result<(), MarketError> {
    match last {
        Some(last) if next.to_ms() <= *last => {
            Err(MarketError::out_of_range(field, next.to_ms(), format!("after the row before it: above {last}")))
        }
        _ => Ok(()),
    }
}
