//! A record is declared once: a visible struct, and everything that its form in documents, columns and state bytes needs follows.
//!
//! ```
//! use hashinsight_units::{Fraction, Hashrate, Power, Record};
//!
//! /// A machine as its buyer sees it.
//! #[derive(Clone, Debug, PartialEq, Record)]
//! #[non_exhaustive]
//! pub struct Offer {
//!     /// Hashrate while running, in TH/s.
//!     #[record(example = 200)]
//!     pub hashrate_ths: Hashrate,
//!     /// Power at the wall while running, in watts.
//!     #[record(example = 3500)]
//!     pub power_w: Power,
//!     /// Fraction of the time it runs.
//!     #[record(default = Fraction::ONE)]
//!     pub uptime: Fraction,
//!     /// Fraction of the price that is paid on delivery. Absent: the price is paid in advance.
//!     pub on_delivery: Option<Fraction>,
//! }
//!
//! // Rust: required fields in order, a setter for each of the others.
//! let offer = Offer::new(Hashrate::from_ths(200.0)?, Power::from_w(3500.0)?).on_delivery(Fraction::new(0.3)?);
//! // Documents: the strict reader, by text or through any serde format.
//! let text = r#"{"hashrate_ths": 200, "power_w": 3500, "on_delivery": 0.3}"#;
//! assert_eq!(hashinsight_units::record::read::<Offer>("shop", text).unwrap(), offer);
//! assert_eq!(serde_json::from_str::<Offer>(text).unwrap(), offer);
//! // All faults at once, in field order.
//! let error = hashinsight_units::record::read::<Offer>("shop", r#"{"power_w": -1, "uptime": null}"#).unwrap_err();
//! let said: Vec<_> = error.faults().map(|fault| (fault.code(), fault.path().as_str())).collect();
//! let expected = [
//!     ("shop.hashrate_ths.missing", "hashrate_ths"),
//!     ("units.power.out_of_range", "power_w"),
//!     ("shop.uptime.wrong_type", "uptime"),
//! ];
//! assert_eq!(said, expected);
//! # Ok::<(), hashinsight_units::Error>(())
//! ```
//!
//! | in the struct | what follows |
//! |---|---|
//! | `field: T` | required: an argument of `new` |
//! | `field: Option<T>` | an omitted key where absent, never `null`: a setter; in a column of numbers NaN, and the column may be left out |
//! | `#[record(default = value)]` | the value of an omitted key: a setter |
//! | `#[record(example = 3500)]` | a form to write, in refusals and schemas |
//! | `#[record(range = 1..=100)]` | least and greatest number; the reader refuses others, and so does `check()`, with all that is inside |
//! | `#[record(digits)]` | an integer beyond 2^53, written as decimal digits in text |
//! | `#[record(flatten)]` | a group of fields that stands flat in the document |
//! | `#[record(answer)]` on the type | a report: written and never read |
//! | `#[record(check = function)]` on the type | what the fields must be together; the type has a `new` of its own |
//! | enums | `"word"` or `{"tag": content}`, tags in `snake_case` |
//!
//! [`Record`](derive@crate::Record) shows what is generated for such a struct, in full.

mod primitive;
mod reader;
#[cfg(feature = "schema")]
pub mod schema;
mod serde_form;
mod word;

pub use primitive::{beyond, digits, read_text, read_unit, span};
pub(crate) use reader::near;
pub use reader::{Reader, nearest, object_form, one_of, read};
pub use serde_form::{DecimalText, Digits, deserialize};
pub use word::Word;

use crate::Error;
use crate::json::{Node, Plain};

/// A type that can stand in a document.
pub trait Value: Sized {
    /// Reads a value, or tells the reader what is wrong with it: `None` means that a fault has been told.
    fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self>;

    /// The value of a number in a list beside the text, where the number as text would be read without a fault. `None` is always right, and
    /// slow: then the text is written, and read.
    fn of_number(number: Plain) -> Option<Self> {
        let _ = number;
        None
    }

    /// What can be written here, for refusals: `0 to 1e24 TH/s`.
    fn form() -> String;

    /// Refuses numbers outside the ranges that fields of the value declare, at any depth. The reader has held each against its range; a value
    /// that a program has put together may hold others.
    ///
    /// # Errors
    /// `<crate>.<field>.out_of_range` at its path, for the first such field in declared order.
    fn within_ranges(&self) -> Result<(), Error> {
        Ok(())
    }
}

/// A struct of named fields, flat in a document. The derive of the same name implements it.
pub trait Record: Value {
    /// Names of the fields, in declared order.
    const NAMES: &'static [&'static str];

    /// Reads the fields, each found or absent, in declared order.
    fn read_fields(found: &[Option<Node<'_>>], reader: &mut Reader<'_>) -> Option<Self>;
}

/// A struct of named fields that is written: a report, or the reading half's other side.
pub trait Fields {
    /// Number of fields.
    const COUNT: usize;

    /// Writes the fields in declared order. `all` writes absent ones too, for formats without names.
    ///
    /// # Errors
    /// What the serializer refuses.
    fn write_fields<S: serde::ser::SerializeStruct>(&self, all: bool, out: &mut S) -> Result<(), S::Error>;

    /// Field table, for generators.
    #[cfg(feature = "schema")]
    fn schema_fields(generator: &mut schemars::SchemaGenerator, fields: &mut Vec<schema::Field>);
}

/// Joins lists of names, for records with flattened groups.
pub const fn concat<const N: usize>(lists: &[&[&'static str]]) -> [&'static str; N] {
    let mut names = [""; N];
    let (mut list, mut at) = (0, 0);
    while list < lists.len() {
        let mut index = 0;
        while index < lists[list].len() {
            names[at] = lists[list][index];
            at += 1;
            index += 1;
        }
        list += 1;
    }
    names
}
