//! The pattern of every observation: a row that is checked once, and columns that hold nothing but such rows.

use hashinsight_units::{Amount, Difficulty, Error, Hashrate, Height, Problem, Timestamp};

use crate::refuse::{missing, out_of_range, refuse, several};

/// A field of a row, as it is kept in a column.
pub(crate) trait Kept<Plain>: Sized {
    fn keep(self) -> Plain;
    fn restore(plain: Plain) -> Result<Self, Error>;
}

macro_rules! kept {
    ($($type:ty as $plain:ty: $keep:expr, $restore:expr;)*) => {
        $(impl Kept<$plain> for $type {
            fn keep(self) -> $plain {
                $keep(self)
            }

            fn restore(plain: $plain) -> Result<Self, Error> {
                $restore(plain)
            }
        })*
    };
}

kept! {
    f64 as f64: |v| v, Ok;
    u32 as u32: |v| v, Ok;
    Timestamp as i64: Self::to_ms, Self::from_ms;
    Height as u32: Self::get, |v| Ok(Self::new(v));
    Amount as u64: Self::to_sat, Self::from_sat;
    Difficulty as f64: Self::get, Self::new;
    Hashrate as f64: Self::get, Self::new;
}

/// Documents of a checked type: those of the open record inside, each through `$make`.
macro_rules! document {
    ($name:ident($open:ident), made by $make:path) => {
        impl From<$name> for $open {
            fn from(checked: $name) -> Self {
                checked.0
            }
        }

        impl TryFrom<$open> for $name {
            type Error = hashinsight_units::Error;

            fn try_from(open: $open) -> Result<Self, hashinsight_units::Error> {
                $make(open)
            }
        }

        impl hashinsight_units::record::Value for $name {
            fn read(
                node: hashinsight_units::json::Node<'_>,
                reader: &mut hashinsight_units::record::Reader<'_>,
            ) -> Option<Self> {
                let open = <$open as hashinsight_units::record::Value>::read(node, reader)?;
                reader.checked($make(open))
            }

            fn form() -> String {
                <$open as hashinsight_units::record::Value>::form()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                if deserializer.is_human_readable() {
                    return hashinsight_units::record::deserialize(env!("CARGO_PKG_NAME"), deserializer);
                }
                $make(<$open>::deserialize(deserializer)?).map_err(|error| serde::de::Error::custom(error.fault()))
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                <$open>::schema_name()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                <$open>::schema_id()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                <$open>::json_schema(generator)
            }
        }
    };
}
pub(crate) use document;

/// A row that holds nothing but fields that came through `$check`.
macro_rules! sealed {
    ($name:ident($fields:ident), checked by $check:path, reads { $($field:ident: $type:ty),* $(,)? }) => {
        impl $name {
            /// Checks the fields.
            ///
            /// # Errors
            /// `market.<field>.<problem>` for the first field that is outside its range or at odds with another.
            #[inline]
            pub fn new(mut fields: $fields) -> Result<Self, hashinsight_units::Error> {
                $check(&mut fields)?;
                Ok(Self(fields))
            }

            $(#[doc = concat!("[`", stringify!($fields), "::", stringify!($field), "`], checked.")]
            #[inline]
            pub const fn $field(&self) -> $type {
                self.0.$field
            })*
        }

        $crate::row::document!($name($fields), made by $name::new);
    };
}
pub(crate) use sealed;

/// Columns that hold nothing but checked rows. What is the `same` in all rows stands once; an optional column is there for all rows or
/// for none; `$follows` says whether a row may come next.
macro_rules! columns {
    (
        $name:ident($open:ident) of $row:ident($fields:ident), next by $follows:path,
        same { $($same:ident: $same_type:ty),* $(,)? },
        columns { $first:ident: $first_kept:ty $(, $column:ident: $kept:ty)* $(,)? },
        optional { $($optional:ident: $optional_kept:ty),* $(,)? }
    ) => {
        impl $open {
            fn row(&self, index: usize) -> Result<$fields, hashinsight_units::Error> {
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

        impl $name {
            /// No rows yet.
            #[must_use]
            pub const fn new($($same: $same_type),*) -> Self {
                Self($open { $($same,)* $first: Vec::new(), $($column: Vec::new(),)* $($optional: None,)* })
            }

            /// Checks whole columns, row by row.
            ///
            /// # Errors
            /// `market.<column>.length` for columns of different length; what [`push`](Self::push) or the row refuses, with the index of
            /// the row in the path.
            pub fn from_columns(columns: $open) -> Result<Self, hashinsight_units::Error> {
                let rows = columns.$first.len();
                $($crate::row::same_length(stringify!($column), columns.$column.len(), rows)?;)*
                $(if let Some(column) = &columns.$optional {
                    $crate::row::same_length(stringify!($optional), column.len(), rows)?;
                })*
                let mut checked = Self::new($(columns.$same),*);
                checked.reserve(rows);
                for index in 0..rows {
                    let row = columns.row(index)?;
                    $row::new(row).and_then(|row| checked.push(row)).map_err(|error| error.in_row(index))?;
                }
                Ok(checked)
            }

            /// Adds a row at the end. A row that is refused leaves everything as it was.
            ///
            /// # Errors
            /// `market.<field>.several` for a row that differs in what all rows have in common, `missing` and `several` for one that has less
            /// or more than the rows before it, `out_of_range` for one that cannot follow the last.
            #[inline]
            pub fn push(&mut self, row: $row) -> Result<(), hashinsight_units::Error> {
                $(if row.$same() != self.0.$same {
                    return Err($crate::refuse::several(stringify!($same), row.$same(), self.0.$same));
                })*
                if !self.is_empty() {
                    $($crate::row::same_presence(stringify!($optional), self.0.$optional.is_some(), row.$optional().is_some())?;)*
                }
                $follows(self, &row)?;
                self.0.$first.push($crate::row::Kept::keep(row.$first()));
                $(self.0.$column.push($crate::row::Kept::keep(row.$column()));)*
                $(if let Some(value) = row.$optional() {
                    let column = self.0.$optional.get_or_insert_with(|| Vec::with_capacity(self.0.$first.capacity()));
                    column.push($crate::row::Kept::keep(value));
                })*
                Ok(())
            }

            /// Makes room for so many more rows.
            pub fn reserve(&mut self, rows: usize) {
                self.0.$first.reserve(rows);
                $(self.0.$column.reserve(rows);)*
                $(if let Some(column) = &mut self.0.$optional {
                    column.reserve(rows);
                })*
            }

            fn row(&self, index: usize) -> $row {
                $row($crate::row::checked(self.0.row(index)))
            }

            /// The row with this index, if there is one.
            pub fn get(&self, index: usize) -> Option<$row> {
                (index < self.len()).then(|| self.row(index))
            }

            /// The last row.
            pub fn last(&self) -> Option<$row> {
                self.get(self.len().checked_sub(1)?)
            }

            /// The rows in order.
            pub fn iter(&self) -> impl DoubleEndedIterator<Item = $row> + ExactSizeIterator + '_ {
                (0..self.len()).map(|index| self.row(index))
            }

            /// A copy of the rows of a range, if they exist.
            #[must_use]
            pub fn slice(&self, rows: std::ops::Range<usize>) -> Option<Self> {
                Some(Self($open {
                    $($same: self.0.$same,)*
                    $first: self.0.$first.get(rows.clone())?.to_vec(),
                    $($column: self.0.$column.get(rows.clone())?.to_vec(),)*
                    $($optional: match &self.0.$optional {
                        Some(column) => Some(column.get(rows.clone())?.to_vec()).filter(|column| !column.is_empty()),
                        None => None,
                    },)*
                }))
            }

            /// The number of rows.
            pub const fn len(&self) -> usize {
                self.0.$first.len()
            }

            /// Whether there are no rows.
            pub const fn is_empty(&self) -> bool {
                self.0.$first.is_empty()
            }

            $(#[doc = concat!("[`", stringify!($open), "::", stringify!($same), "`], the same for all rows.")]
            pub const fn $same(&self) -> $same_type {
                self.0.$same
            })*

            #[doc = concat!("[`", stringify!($open), "::", stringify!($first), "`], checked.")]
            pub fn $first(&self) -> &[$first_kept] {
                &self.0.$first
            }

            $(#[doc = concat!("[`", stringify!($open), "::", stringify!($column), "`], checked.")]
            pub fn $column(&self) -> &[$kept] {
                &self.0.$column
            })*

            $(#[doc = concat!("[`", stringify!($open), "::", stringify!($optional), "`], if the rows have it.")]
            pub fn $optional(&self) -> Option<&[$optional_kept]> {
                self.0.$optional.as_deref()
            })*
        }

        $crate::row::document!($name($open), made by $name::from_columns);
    };
}
pub(crate) use columns;

pub(crate) fn restore<Plain, T: Kept<Plain>>(field: &str, index: usize, plain: Plain) -> Result<T, Error> {
    T::restore(plain).map_err(|error| error.at(field).in_row(index))
}

/// What follows from a row whose check asked for it, so that it cannot fail.
#[expect(clippy::expect_used, reason = "rows are sealed: each was checked when it was made")]
pub(crate) fn checked<T>(value: Result<T, Error>) -> T {
    value.expect("what was checked when the row was made")
}

pub(crate) fn same_length(field: &str, length: usize, first: usize) -> Result<(), Error> {
    if length == first { Ok(()) } else { Err(refuse(field, Problem::Length, length, first.to_string())) }
}

pub(crate) fn same_presence(field: &str, column: bool, row: bool) -> Result<(), Error> {
    match (column, row) {
        (true, false) => Err(missing(field, "the rows before this one have it")),
        (false, true) => Err(several(field, "present", "the rows before this one do not have it")),
        _ => Ok(()),
    }
}

/// Whether an instant may stand after the last of a column.
pub(crate) fn after(field: &str, last: Option<&i64>, next: Timestamp) -> Result<(), Error> {
    match last {
        Some(last) if next.to_ms() <= *last => {
            Err(out_of_range(field, next.to_ms(), format!("after the row before it: above {last}")))
        }
        _ => Ok(()),
    }
}
