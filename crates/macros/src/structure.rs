//! Structs with named fields.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DataStruct, DeriveInput, Error, Expr, Ident, Result};

use crate::attributes::{self, TypeAttributes};
use crate::columns;
use crate::field::{self, Field, Plan, is_named, plan};

pub(crate) fn derive(input: &DeriveInput, data: &DataStruct) -> Result<TokenStream> {
    let ident = &input.ident;
    let attributes = attributes::of_type(&input.attrs)?;
    let fields = field::fields(&data.fields)?;
    if let Some(generic) = input.generics.params.first() {
        return Err(Error::new_spanned(generic, "a record has no parameters"));
    }
    let (name, doc) = (schema_name(ident, &attributes), attributes::doc(&input.attrs));
    let writes = field::writes(&fields, |field| quote!(&self.#field));
    let schemas = field::schemas(&fields, attributes.is_answer);
    let is_closed = !attributes.is_answer;
    let flat_counts = fields.iter().map(|field| {
        let inner = field.inner();
        if field.attributes.is_flat {
            quote!(<#inner as ::hashinsight_units::record::Fields>::COUNT)
        } else {
            quote!(1)
        }
    });
    let mut written = quote! {
        impl ::hashinsight_units::record::Fields for #ident {
            const COUNT: usize = 0 #(+ #flat_counts)*;

            fn write_fields<S: ::serde::ser::SerializeStruct>(
                &self, all: bool, out: &mut S,
            ) -> ::core::result::Result<(), S::Error> {
                let _ = all;
                #(#writes)*
                Ok(())
            }

            #[cfg(feature = "schema")]
            fn schema_fields(
                generator: &mut ::schemars::SchemaGenerator,
                fields: &mut ::std::vec::Vec<::hashinsight_units::record::schema::Field>,
            ) {
                let _ = &generator;
                #(#schemas)*
            }
        }

        impl ::serde::Serialize for #ident {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                let all = !serializer.is_human_readable();
                let mut out = serializer.serialize_struct(#name, <Self as ::hashinsight_units::record::Fields>::COUNT)?;
                ::hashinsight_units::record::Fields::write_fields(self, all, &mut out)?;
                ::serde::ser::SerializeStruct::end(out)
            }
        }

        #[cfg(feature = "schema")]
        impl ::schemars::JsonSchema for #ident {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                ::hashinsight_units::record::schema::name(env!("CARGO_PKG_NAME"), #name).into()
            }

            fn schema_id() -> ::std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", #name).into()
            }

            fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                let mut fields = ::std::vec::Vec::new();
                <Self as ::hashinsight_units::record::Fields>::schema_fields(generator, &mut fields);
                let schema = ::hashinsight_units::record::schema::object(#doc, #is_closed, fields);
                ::hashinsight_units::record::schema::in_module(schema, module_path!())
            }
        }
    };
    if !attributes.is_answer {
        written.extend(reading(ident, &fields, &attributes));
    }
    if let Some(name) = &attributes.columns {
        written.extend(columns::rows(ident, &input.vis, name, &fields));
    }
    if let Some(name) = &attributes.table {
        written.extend(columns::table(ident, &input.vis, name, &fields, &doc));
    }
    Ok(written)
}

/// What is generated for a record that is read: constructor, range check, reader, and serde's reading half.
fn reading(ident: &Ident, fields: &[Field<'_>], attributes: &TypeAttributes) -> TokenStream {
    let Plan { names, count, reads, builds } = plan(fields);
    let new = if attributes.check.is_some() { TokenStream::new() } else { constructor(ident, fields) };
    let deserialize = deserialize(ident, fields, attributes.check.as_ref());
    let built = quote!(Self { #(#builds),* });
    let built = attributes
        .check
        .as_ref()
        .map_or_else(|| quote!(Some(#built)), |check| quote!(reader.checked((#check)(#built))));
    let check = field::check(ident, fields);
    let ranges = fields.iter().filter_map(|field| {
        let ident = field.ident;
        field.check_ranges(&quote!(&self.#ident))
    });
    quote! {
        #new
        #check

        impl ::hashinsight_units::record::Record for #ident {
            const NAMES: &'static [&'static str] = #names;

            fn read_fields(
                found: &[::core::option::Option<::hashinsight_units::json::Node<'_>>],
                reader: &mut ::hashinsight_units::record::Reader<'_>,
            ) -> ::core::option::Option<Self> {
                let _ = (&found, &reader);
                #(#reads)*
                #built
            }
        }

        impl ::hashinsight_units::record::Value for #ident {
            fn read(
                node: ::hashinsight_units::json::Node<'_>,
                reader: &mut ::hashinsight_units::record::Reader<'_>,
            ) -> ::core::option::Option<Self> {
                const COUNT: usize = #count;
                let mut found = [::core::option::Option::None; COUNT];
                reader.object(node, <Self as ::hashinsight_units::record::Record>::NAMES, &mut found)?;
                <Self as ::hashinsight_units::record::Record>::read_fields(&found, reader)
            }

            fn form() -> ::std::string::String {
                ::hashinsight_units::record::object_form(<Self as ::hashinsight_units::record::Record>::NAMES)
            }

            fn within_ranges(&self) -> ::core::result::Result<(), ::hashinsight_units::Error> {
                #(#ranges)*
                Ok(())
            }
        }

        #deserialize
    }
}

/// Every format with names through the one reader; formats without names, which hold saved states, field by field.
pub(crate) fn deserialize(ident: &Ident, fields: &[Field<'_>], check: Option<&Expr>) -> TokenStream {
    let sequence = sequence(&quote!(#ident), fields, check);
    let count = fields.len();
    quote! {
        impl<'de> ::serde::Deserialize<'de> for #ident {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                if deserializer.is_human_readable() {
                    return ::hashinsight_units::record::deserialize(env!("CARGO_PKG_NAME"), deserializer);
                }
                type Built = #ident;
                #sequence
                deserializer.deserialize_tuple(#count, Sequence)
            }
        }
    }
}

/// A visitor that reads the fields in order; `Built` is what it builds.
pub(crate) fn sequence(build: &TokenStream, fields: &[Field<'_>], check: Option<&Expr>) -> TokenStream {
    let idents: Vec<_> = fields.iter().map(|field| field.ident).collect();
    let reads = fields.iter().map(|field| {
        let (ident, ty) = (field.ident, field.ty);
        let missing = quote!(.ok_or_else(|| ::serde::de::Error::custom("a field is missing"))?);
        if is_named(field.inner(), "Decimal") {
            let ty = if field.optional.is_some() {
                quote!(::core::option::Option<::hashinsight_units::record::DecimalText>)
            } else {
                quote!(::hashinsight_units::record::DecimalText)
            };
            let value = if field.optional.is_some() { quote!(#ident.map(|text| text.0)) } else { quote!(#ident.0) };
            quote! {
                let #ident: #ty = sequence.next_element()? #missing;
                let #ident = #value;
            }
        } else {
            quote!(let #ident: #ty = sequence.next_element()? #missing;)
        }
    });
    let built = quote!(#build { #(#idents),* });
    let built =
        check.map_or_else(|| quote!(Ok(#built)), |check| quote!((#check)(#built).map_err(::serde::de::Error::custom)));
    quote! {
        struct Sequence;
        impl<'de> ::serde::de::Visitor<'de> for Sequence {
            type Value = Built;

            fn expecting(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str("the fields of a record, in order")
            }

            fn visit_seq<A: ::serde::de::SeqAccess<'de>>(
                self, mut sequence: A,
            ) -> ::core::result::Result<Built, A::Error> {
                let _ = &mut sequence;
                #(#reads)*
                #built
            }
        }
    }
}

pub(crate) fn schema_name(ident: &Ident, attributes: &TypeAttributes) -> String {
    attributes.name.as_ref().map_or_else(|| ident.to_string(), syn::LitStr::value)
}

/// `new` and the setters.
fn constructor(ident: &Ident, fields: &[Field<'_>]) -> TokenStream {
    let required: Vec<_> = fields.iter().filter(|field| field.is_required()).collect();
    let arguments = required.iter().map(|Field { ident, ty, .. }| quote!(#ident: #ty));
    let values = fields.iter().map(|field| {
        let ident = field.ident;
        match (&field.attributes.default, field.is_required()) {
            (Some(default), _) => quote!(#ident: #default),
            (None, true) => quote!(#ident),
            (None, false) => quote!(#ident: None),
        }
    });
    let setters = fields.iter().filter(|field| !field.is_required()).map(|field| {
        let Field { ident, visibility, docs, .. } = field;
        let inner = field.inner();
        let value = if field.optional.is_some() { quote!(Some(#ident)) } else { quote!(#ident) };
        quote! {
            #docs
            #[must_use]
            #visibility fn #ident(mut self, #ident: #inner) -> Self {
                self.#ident = #value;
                self
            }
        }
    });
    let doc = if required.is_empty() {
        "Nothing is required; setters give the fields."
    } else if required.len() == fields.len() {
        "With all fields, in order."
    } else {
        "With the required fields, in order; setters give the others."
    };
    let default = required.is_empty().then(|| {
        quote! {
            impl ::core::default::Default for #ident {
                fn default() -> Self {
                    Self::new()
                }
            }
        }
    });
    quote! {
        #[allow(clippy::too_many_arguments, clippy::missing_const_for_fn, reason = "one argument a required field")]
        impl #ident {
            #[doc = #doc]
            #[must_use]
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#values),* }
            }

            #(#setters)*
        }

        #default
    }
}
