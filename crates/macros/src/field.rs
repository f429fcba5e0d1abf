//! One field: how it is read, written and described.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Error, Fields, GenericArgument, Ident, PathArguments, Result, Type, Visibility};

use crate::attributes::{self, FieldAttributes};

/// One field, as it is declared.
pub(crate) struct Field<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) visibility: &'a Visibility,
    pub(crate) name: String,
    pub(crate) ty: &'a Type,
    /// The type inside an `Option`.
    pub(crate) optional: Option<&'a Type>,
    pub(crate) attributes: FieldAttributes,
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
    pub(crate) fn is_required(&self) -> bool {
        self.optional.is_none() && self.attributes.default.is_none()
    }

    /// The type of what stands in the document.
    pub(crate) fn inner(&self) -> &Type {
        self.optional.unwrap_or(self.ty)
    }

    /// Reads the field, and holds it against its range.
    pub(crate) fn read(&self, node: &TokenStream) -> TokenStream {
        let read = self.read_value(node);
        let Some((low, high)) = &self.attributes.range else { return read };
        let Self { ident, name, .. } = self;
        let read = quote!(reader.expect_form(Some(|| ::hashinsight_units::record::span(&#low, &#high))); #read reader.expect_form(None););
        let within = quote!(|value| reader.within(#name, value, #low, #high));
        if self.is_required() {
            quote!(#read let #ident = #ident.and_then(#within);)
        } else {
            quote!(#read let #ident = #ident.and_then(|given| match given {
                Some(value) => reader.within(#name, value, #low, #high).map(Some),
                None => Some(None),
            });)
        }
    }

    fn read_value(&self, node: &TokenStream) -> TokenStream {
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
                    || "a whole number, as a number or as text".to_owned());
            ),
            (false, true) => {
                quote!(let #ident = reader.optional_as(#node, #name, ::hashinsight_units::record::digits::<#inner>);)
            }
        }
    }

    /// Refuses numbers outside their ranges: that of the field, or those inside it. `access` is the value by reference.
    pub(crate) fn check_ranges(&self, access: &TokenStream) -> Option<TokenStream> {
        let Self { name, .. } = self;
        let inside = |check: TokenStream| {
            if self.optional.is_some() {
                quote!(if let Some(value) = #access { #check })
            } else {
                quote!({ let value = #access; #check })
            }
        };
        if let Some((low, high)) = &self.attributes.range {
            return Some(inside(quote! {
                if !(#low..=#high).contains(value) {
                    let domain = env!("CARGO_PKG_NAME").trim_start_matches("hashinsight-");
                    return Err(::hashinsight_units::record::beyond(domain, #name, *value, #low, #high));
                }
            }));
        }
        if self.attributes.is_digits {
            return None; // an integer
        }
        let within = quote!(::hashinsight_units::record::Value::within_ranges(value));
        Some(if self.attributes.is_flat {
            inside(quote!(#within?;))
        } else {
            inside(quote!(::hashinsight_units::At::at(#within, #name)?;))
        })
    }

    pub(crate) fn build(&self) -> TokenStream {
        let ident = self.ident;
        let default = self.attributes.default.as_ref().map(|default| quote!(.unwrap_or(#default)));
        quote!(#ident: #ident? #default)
    }

    /// `access` is the value by reference. Formats without names get every field, in the form that is read back.
    pub(crate) fn write(&self, access: &TokenStream) -> TokenStream {
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

    pub(crate) fn schema(&self, always: bool) -> TokenStream {
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
        let schema = match &self.attributes.range {
            Some((low, high)) => quote!(::hashinsight_units::record::schema::within(#schema, #low, #high)),
            None => schema,
        };
        let default = match default {
            Some(default) if !*is_digits => {
                quote!(Some(::hashinsight_units::record::schema::default_text(&{ let default: #inner = #default; default })))
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

/// The inherent `check` of a type with ranges of its own.
pub(crate) fn check(ident: &Ident, fields: &[Field<'_>]) -> Option<TokenStream> {
    fields.iter().any(|field| field.attributes.range.is_some()).then(|| {
        quote! {
            impl #ident {
                /// Refuses numbers outside the ranges of their fields, at any depth.
                ///
                /// # Errors
                /// `<crate>.<field>.out_of_range`, for the first such field.
                pub fn check(&self) -> ::core::result::Result<(), ::hashinsight_units::Error> {
                    ::hashinsight_units::record::Value::within_ranges(self)
                }
            }
        }
    })
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

pub(crate) fn is_named(ty: &Type, name: &str) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|segment| segment.ident == name))
}
