//! The derive of records: one declaration for reading, writing and schema.
//!
//! It writes nothing that a reviewer would not otherwise have typed. For
//!
//! ```text
//! /// Inputs of `offer`.
//! #[derive(Clone, Debug, PartialEq, Record)]
//! #[non_exhaustive]
//! pub struct Offer {
//!     /// Hashrate while running, in TH/s.
//!     #[record(example = 200)]
//!     pub hashrate_ths: Hashrate,
//!     /// Fraction of the time it runs.
//!     #[record(default = Fraction::ONE)]
//!     pub uptime: Fraction,
//!     /// Fraction of the price that is paid on delivery.
//!     pub on_delivery: Option<Fraction>,
//! }
//! ```
//!
//! it writes this, and nothing else (paths shortened):
//!
//! ```text
//! impl Offer {
//!     /// With the required fields, in order; setters give the others.
//!     pub fn new(hashrate_ths: Hashrate) -> Self {
//!         Self { hashrate_ths, uptime: Fraction::ONE, on_delivery: None }
//!     }
//!     /// Fraction of the time it runs.
//!     pub fn uptime(mut self, uptime: Fraction) -> Self { self.uptime = uptime; self }
//!     /// Fraction of the price that is paid on delivery.
//!     pub fn on_delivery(mut self, on_delivery: Fraction) -> Self { self.on_delivery = Some(on_delivery); self }
//! }
//!
//! impl Record for Offer {
//!     const NAMES: &[&str] = &["hashrate_ths", "uptime", "on_delivery"];
//!     fn read_fields(found: &[Option<Node>], reader: &mut Reader) -> Option<Self> {
//!         let hashrate_ths = reader.required::<Hashrate>(found[0], "hashrate_ths", "200");
//!         let uptime = reader.optional::<Fraction>(found[1], "uptime");
//!         let on_delivery = reader.optional::<Fraction>(found[2], "on_delivery");
//!         Some(Self { hashrate_ths: hashrate_ths?, uptime: uptime?.unwrap_or(Fraction::ONE), on_delivery: on_delivery? })
//!     }
//! }
//!
//! impl Value for Offer {
//!     fn read(node: Node, reader: &mut Reader) -> Option<Self> {
//!         let mut found = [None; 3];
//!         reader.object(node, Self::NAMES, &mut found)?;
//!         Self::read_fields(&found, reader)
//!     }
//!     fn form() -> String { object_form(Self::NAMES) }
//!     fn within_ranges(&self) -> Result<(), Error> {
//!         Value::within_ranges(&self.hashrate_ths).at("hashrate_ths")?;
//!         Value::within_ranges(&self.uptime).at("uptime")?;
//!         if let Some(value) = &self.on_delivery { Value::within_ranges(value).at("on_delivery")?; }
//!         Ok(())
//!     }
//! }
//!
//! impl Fields for Offer {
//!     const COUNT: usize = 3;
//!     fn write_fields<S: SerializeStruct>(&self, all: bool, out: &mut S) -> Result<(), S::Error> {
//!         out.serialize_field("hashrate_ths", &self.hashrate_ths)?;
//!         out.serialize_field("uptime", &self.uptime)?;
//!         if all || self.on_delivery.is_some() { out.serialize_field("on_delivery", &self.on_delivery)?; }
//!         Ok(())
//!     }
//!     #[cfg(feature = "schema")]
//!     fn schema_fields(generator: &mut SchemaGenerator, fields: &mut Vec<Field>) { /* name, doc, required, default, example, schema */ }
//! }
//!
//! impl Serialize for Offer { /* serialize_struct, write_fields, end */ }
//! impl<'de> Deserialize<'de> for Offer { /* the one reader, on the text of the format */ }
//! #[cfg(feature = "schema")]
//! impl JsonSchema for Offer { /* object(doc, fields) */ }
//! ```
//!
//! A `#[record(answer)]` has no `new`, `Record`, `Value` and `Deserialize`. An enum has `Value`, `Serialize`, `Deserialize` and `JsonSchema`, and
//! [`Word`](https://docs.rs/hashinsight-units) where no case has content.

mod attributes;
mod choice;
mod columns;
mod field;
mod structure;

use proc_macro::TokenStream;
use syn::{Data, DeriveInput, Error, parse_macro_input};

/// Declares a record: see the first page of this crate for all that it writes.
#[proc_macro_derive(Record, attributes(record))]
pub fn record(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let written = match &input.data {
        Data::Struct(data) => structure::derive(&input, data),
        Data::Enum(data) => choice::derive(&input, data),
        Data::Union(_) => Err(Error::new_spanned(&input.ident, "a record is a struct or an enum")),
    };
    written.unwrap_or_else(Error::into_compile_error).into()
}
