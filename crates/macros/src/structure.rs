//! Structs with named fields.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{
    DataStruct, DeriveInput, Error, Expr, Fields, GenericArgument, Ident, PathArguments, Result, Type, Visibility,
};

use crate::attributes::{self, FieldAttributes, TypeAttributes};
use crate::columns;

/// One field, as it is declared.
pub(crate) struct Field<'a> {
    pub(crate) ident: &'a Ident,
    visibility: &'a Visibility,
    pub(crate) name: String,
    pub(crate) ty: &'a Type,
    /// The type inside an `Option`.
    optional: Option<&'a Type>,
    attributes: FieldAttributes,
    pub(crate) doc: String,
    pub(crate) docs: TokenStream,
}

pub(crate) fn fields(fields: &Fields) -> Result<Vec<Field<'_>>> {
    let Fields::Named(named) = fields else {
        return Err(Error::new_spanned(fields, "a record has named fields"));
    };
    let field = |field: &'_ syn::Field| -> Result<_> { attributes::of_field(&field.attrs) };
    let mut found = Vec::new();
    for declared in &named.named {
        let attributes = field(declared)?;
        let optional = optional(&declared.ty);
        let ident = declared.ident.as_ref().ok_or_else(|| Error::new_spanned(declared, "a record has named fields"))?;
        if attributes.default.is_some() && optional.is_some() {
            return Err(Error::new_spanned(&declared.ty, "a field with a default is never absent: no Option"));
        }
        found.push(Field {
            ident,
            visibility: &declared.vis,
            name: ident.to_string(),
            ty: &declared.ty,
            optional,
            attributes,
            doc: attributes::doc(&declared.attrs),
            docs: attributes::doc_attributes(&declared.attrs),
        });
    }
    Ok(found)
}

impl Field<'_> {
    fn is_required(&self) -> bool {
        self.optional.is_none() && self.attributes.default.is_none()
    }

    /// The type of what stands in the document.
    fn inner(&self) -> &Type {
        self.optional.unwrap_or(self.ty)
    }

    fn read(&self, node: &TokenStream) -> TokenStream {
        let Self { ident, name, attributes: FieldAttributes { example, is_digits, is_flat, .. }, .. } = self;
        let inner = self.inner();
        if *is_flat {
            return quote!(let #ident = <#inner as ::hashinsight_units::record::Record>::read_fields(#node, reader););
        }
        match (self.is_required(), is_digits) {
            (true, false) => quote!(let #ident = reader.required::<#inner>(#node, #name, #example);),
            (false, false) => quote!(let #ident = reader.optional::<#inner>(#node, #name);),
            (true, true) => quote!(
                let #ident = reader.required_as(#node, #name, #example, ::hashinsight_units::record::digits::<#inner>,
                    || "decimal digits as text".to_owned());
            ),
            (false, true) => {
                quote!(let #ident = reader.optional_as(#node, #name, ::hashinsight_units::record::digits::<#inner>);)
            }
        }
    }

    fn build(&self) -> TokenStream {
        let ident = self.ident;
        match &self.attributes.default {
            Some(default) => quote!(#ident: #ident?.unwrap_or(#default)),
            None => quote!(#ident: #ident?),
        }
    }

    /// `access` is the value by reference. Formats without names get every field, in the form that is read back.
    fn write(&self, access: &TokenStream) -> TokenStream {
        let name = &self.name;
        if self.attributes.is_flat {
            return quote!(if all {
                out.serialize_field(#name, #access)?;
            } else {
                ::hashinsight_units::record::Fields::write_fields(#access, all, out)?;
            });
        }
        let text = |value: TokenStream| quote!(::hashinsight_units::record::Digits(#value));
        if is_named(self.inner(), "Decimal") {
            return if self.optional.is_some() {
                let value = text(quote!(value));
                quote!(if all {
                    out.serialize_field(#name, &(#access).map(|value| ::hashinsight_units::record::DecimalText(value)))?;
                } else if let Some(value) = #access {
                    out.serialize_field(#name, &#value)?;
                })
            } else {
                let value = text(access.clone());
                quote!(if all {
                    out.serialize_field(#name, &::hashinsight_units::record::DecimalText(*(#access)))?;
                } else {
                    out.serialize_field(#name, &#value)?;
                })
            };
        }
        match (self.optional.is_some(), self.attributes.is_digits) {
            (false, false) => quote!(out.serialize_field(#name, #access)?;),
            (false, true) => {
                let value = text(access.clone());
                quote!(if all { out.serialize_field(#name, #access)?; } else { out.serialize_field(#name, &#value)?; })
            }
            (true, false) => quote!(if all || (#access).is_some() { out.serialize_field(#name, #access)?; }),
            (true, true) => {
                let value = text(quote!(value));
                quote!(if all {
                    out.serialize_field(#name, #access)?;
                } else if let Some(value) = #access {
                    out.serialize_field(#name, &#value)?;
                })
            }
        }
    }

    fn schema(&self, always: bool) -> TokenStream {
        let Self { name, doc, attributes: FieldAttributes { example, is_digits, is_flat, default, .. }, .. } = self;
        let inner = self.inner();
        if *is_flat {
            return quote!(<#inner as ::hashinsight_units::record::Fields>::schema_fields(generator, fields););
        }
        let required = self.is_required() || (always && self.optional.is_none());
        let schema = if *is_digits {
            quote!(::hashinsight_units::record::schema::digits(<#inner>::BITS))
        } else if is_named(inner, "Decimal") {
            quote!(::hashinsight_units::record::schema::decimal())
        } else {
            quote!(generator.subschema_for::<#inner>())
        };
        let default = match default {
            Some(default) if !*is_digits => {
                quote!(::hashinsight_units::json::write(&{ let default: #inner = #default; default }).ok())
            }
            _ => quote!(None),
        };
        quote!(fields.push(::hashinsight_units::record::schema::Field {
            name: #name, doc: #doc, required: #required, default: #default, example: #example, schema: #schema,
        });)
    }
}

/// Names, their number and how each field finds its node.
pub(crate) struct Plan {
    pub(crate) names: TokenStream,
    pub(crate) count: TokenStream,
    pub(crate) reads: Vec<TokenStream>,
    pub(crate) builds: Vec<TokenStream>,
}

pub(crate) fn plan(fields: &[Field<'_>]) -> Plan {
    let flat = |field: &Field<'_>| {
        let inner = field.inner();
        field.attributes.is_flat.then(|| quote!(<#inner as ::hashinsight_units::record::Record>::NAMES))
    };
    let any_flat = fields.iter().any(|field| field.attributes.is_flat);
    let mut at = quote!(0);
    let mut reads = Vec::new();
    for (index, field) in fields.iter().enumerate() {
        if let Some(names) = flat(field) {
            let end = quote!(#at + #names.len());
            reads.push(field.read(&quote!(&found[#at..#end])));
            at = end;
        } else if any_flat {
            reads.push(field.read(&quote!(found[#at])));
            at = quote!(#at + 1);
        } else {
            reads.push(field.read(&quote!(found[#index])));
        }
    }
    let count = if any_flat {
        at
    } else {
        let count = fields.len();
        quote!(#count)
    };
    let names = if any_flat {
        let lists = fields.iter().map(|field| {
            let name = &field.name;
            flat(field).unwrap_or_else(|| quote!(&[#name]))
        });
        quote!(&::hashinsight_units::record::concat::<{ #count }>(&[#(#lists),*]))
    } else {
        let names = fields.iter().map(|field| &field.name);
        quote!(&[#(#names),*])
    };
    Plan { names, count, reads, builds: fields.iter().map(Field::build).collect() }
}

/// Writing, and the field table.
pub(crate) fn writes(fields: &[Field<'_>], access: impl Fn(&Ident) -> TokenStream) -> Vec<TokenStream> {
    fields.iter().map(|field| field.write(&access(field.ident))).collect()
}

pub(crate) fn schemas(fields: &[Field<'_>], always: bool) -> Vec<TokenStream> {
    fields.iter().map(|field| field.schema(always)).collect()
}

pub(crate) fn derive(input: &DeriveInput, data: &DataStruct) -> Result<TokenStream> {
    let ident = &input.ident;
    let attributes = attributes::of_type(&input.attrs)?;
    let fields = fields(&data.fields)?;
    if let Some(generic) = input.generics.params.first() {
        return Err(Error::new_spanned(generic, "a record has no parameters"));
    }
    let Plan { names, count, reads, builds } = plan(&fields);
    let (name, doc) = (schema_name(ident, &attributes), attributes::doc(&input.attrs));
    let writes = writes(&fields, |field| quote!(&self.#field));
    let schemas = schemas(&fields, attributes.is_answer);
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
        let new = if attributes.check.is_some() { TokenStream::new() } else { constructor(ident, &fields) };
        let deserialize = deserialize(ident, &fields, attributes.check.as_ref());
        let built = quote!(Self { #(#builds),* });
        let built = match &attributes.check {
            Some(check) => quote!(reader.checked((#check)(#built))),
            None => quote!(Some(#built)),
        };
        written.extend(quote! {
            #new

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
            }

            #deserialize
        });
    }
    if let Some(name) = &attributes.columns {
        written.extend(columns::rows(ident, &input.vis, name, &fields));
    }
    if let Some(name) = &attributes.table {
        written.extend(columns::table(ident, &input.vis, name, &fields, &doc));
    }
    Ok(written)
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
    let built = match check {
        Some(check) => quote!((#check)(#built).map_err(::serde::de::Error::custom)),
        None => quote!(Ok(#built)),
    };
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

/// The type inside an `Option`.
fn optional(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|segment| segment.ident == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) => Some(inner),
        _ => None,
    }
}

fn is_named(ty: &Type, name: &str) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|segment| segment.ident == name))
}
