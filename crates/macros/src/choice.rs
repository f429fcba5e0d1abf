//! Enums: `"word"` or `{"tag": content}`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{DataEnum, DeriveInput, Error, Fields, Ident, Result, Variant};

use crate::attributes::{self, TypeAttributes};
use crate::field::{self, Plan};
use crate::structure;

/// `BinanceUsdm` as `binance_usdm`.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    for (index, letter) in name.chars().enumerate() {
        if letter.is_ascii_uppercase() && index > 0 {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

fn tag(variant: &Variant) -> Result<String> {
    let attributes = attributes::of_field(&variant.attrs)?;
    Ok(attributes.word.map_or_else(|| snake(&variant.ident.to_string()), |word| word.value()))
}

/// One case: how it is read, written and described.
struct Case {
    read: TokenStream,
    restore: TokenStream,
    write: TokenStream,
    content: TokenStream,
    ranges: TokenStream,
    form: TokenStream,
}

pub(crate) fn derive(input: &DeriveInput, data: &DataEnum) -> Result<TokenStream> {
    let ident = &input.ident;
    let attributes = attributes::of_type(&input.attrs)?;
    if let Some(generic) = input.generics.params.first() {
        return Err(Error::new_spanned(generic, "a record has no parameters"));
    }
    let (name, doc) = (structure::schema_name(ident, &attributes), attributes::doc(&input.attrs));
    let tags = data.variants.iter().map(tag).collect::<Result<Vec<_>>>()?;
    let docs = data.variants.iter().map(|variant| attributes::doc(&variant.attrs));
    let cases = data
        .variants
        .iter()
        .zip(&tags)
        .enumerate()
        .map(|(index, (variant, tag))| case(index, variant, tag, &name, &attributes))
        .collect::<Result<Vec<_>>>()?;
    let examples = data.variants.iter().map(|variant| Ok(attributes::of_field(&variant.attrs)?.example));
    let examples = examples.collect::<Result<Vec<_>>>()?;
    let (writes, contents) = (cases.iter().map(|case| &case.write), cases.iter().map(|case| &case.content));
    let mut written = quote! {
        impl ::serde::Serialize for #ident {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                let all = !serializer.is_human_readable();
                let _ = all;
                match self {
                    #(#writes)*
                }
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
                let _ = &generator;
                let schema = ::hashinsight_units::record::schema::choice(#doc, ::std::vec![
                    #(::hashinsight_units::record::schema::Case {
                        tag: #tags, doc: #docs, example: #examples, content: #contents,
                    }),*
                ]);
                ::hashinsight_units::record::schema::in_module(schema, module_path!())
            }
        }
    };
    if !attributes.is_answer {
        written.extend(reading(ident, &name, &tags, &cases));
        let ranged = data.variants.iter().filter(|variant| matches!(variant.fields, Fields::Named(_)));
        let checks = ranged.map(|variant| Ok(field::check(ident, &field::fields(&variant.fields)?)));
        // One for all cases.
        written.extend(checks.collect::<Result<Vec<_>>>()?.into_iter().flatten().next());
    }
    if data.variants.iter().all(|variant| matches!(variant.fields, Fields::Unit)) {
        written.extend(words(input, data, &tags)?);
    }
    Ok(written)
}

/// What is generated for a choice that is read: reader, range check, and serde's reading half.
fn reading(ident: &Ident, name: &str, tags: &[String], cases: &[Case]) -> TokenStream {
    let reads = cases.iter().map(|case| &case.read);
    let restores = cases.iter().map(|case| &case.restore);
    let ranges = cases.iter().map(|case| &case.ranges);
    let forms = cases.iter().map(|case| &case.form);
    quote! {
        impl ::hashinsight_units::record::Value for #ident {
            fn read(
                node: ::hashinsight_units::json::Node<'_>,
                reader: &mut ::hashinsight_units::record::Reader<'_>,
            ) -> ::core::option::Option<Self> {
                let (case, content) = reader.case(node, &[#((#tags, #forms)),*])?;
                let _ = content;
                match case {
                    #(#reads)*
                    _ => None,
                }
            }

            fn form() -> ::std::string::String {
                ::hashinsight_units::record::one_of(&[#(#tags),*])
            }

            fn within_ranges(&self) -> ::core::result::Result<(), ::hashinsight_units::Error> {
                match self {
                    #(#ranges)*
                }
            }
        }

        impl<'de> ::serde::Deserialize<'de> for #ident {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                if deserializer.is_human_readable() {
                    return ::hashinsight_units::record::deserialize(env!("CARGO_PKG_NAME"), deserializer);
                }
                type Built = #ident;
                struct Case;
                impl<'de> ::serde::de::Visitor<'de> for Case {
                    type Value = Built;

                    fn expecting(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        f.write_str("a case of a choice")
                    }

                    fn visit_enum<A: ::serde::de::EnumAccess<'de>>(
                        self, data: A,
                    ) -> ::core::result::Result<Built, A::Error> {
                        let (case, content): (u32, A::Variant) = ::serde::de::EnumAccess::variant(data)?;
                        use ::serde::de::VariantAccess as _;
                        match case {
                            #(#restores)*
                            _ => Err(::serde::de::Error::custom("no such case")),
                        }
                    }
                }
                deserializer.deserialize_enum(#name, &[#(#tags),*], Case)
            }
        }
    }
}

fn words(input: &DeriveInput, data: &DataEnum, tags: &[String]) -> Result<TokenStream> {
    let ident = &input.ident;
    if u8::try_from(tags.len()).is_err() {
        return Err(Error::new_spanned(ident, "at most 255 words"));
    }
    let names = data.variants.iter().map(|variant| &variant.ident);
    let codes = 0_u8..;
    let arms = names.clone().zip(codes.clone()).map(|(name, code)| quote!(Self::#name => #code,));
    let back = names.zip(codes).map(|(name, code)| quote!(#code => Some(Self::#name),));
    Ok(quote! {
        impl ::hashinsight_units::record::Word for #ident {
            const WORDS: &'static [&'static str] = &[#(#tags),*];

            fn code(self) -> u8 {
                match self {
                    #(#arms)*
                }
            }

            fn from_code(code: u8) -> ::core::option::Option<Self> {
                match code {
                    #(#back)*
                    _ => None,
                }
            }
        }
    })
}

fn case(index: usize, variant: &Variant, tag: &str, name: &str, of_type: &TypeAttributes) -> Result<Case> {
    let ident = &variant.ident;
    let number = u32::try_from(index).map_err(|_| Error::new_spanned(variant, "too many cases"))?;
    match &variant.fields {
        Fields::Unit => Ok(Case {
            read: quote!(#index => Some(Self::#ident),),
            restore: quote!(#number => content.unit_variant().map(|()| Built::#ident),),
            write: quote!(Self::#ident => serializer.serialize_unit_variant(#name, #number, #tag),),
            content: quote!(None),
            ranges: quote!(Self::#ident => Ok(()),),
            form: quote!(None),
        }),
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            of_one_value(number, variant, &fields.unnamed[0], tag, name)
        }
        Fields::Unnamed(_) => Err(Error::new_spanned(variant, "a case has named fields or one value")),
        Fields::Named(_) => {
            let fields = field::fields(&variant.fields)?;
            let Plan { names, count, reads, builds } = field::plan(&fields);
            let idents: Vec<_> = fields.iter().map(|field| field.ident).collect();
            let bound: Vec<_> = idents.iter().map(|field| format_ident!("field_{field}")).collect();
            let binding = |field: &syn::Ident| {
                let bound = format_ident!("field_{field}");
                quote!(#bound)
            };
            let writes = field::writes(&fields, binding);
            let ranges = fields.iter().filter_map(|field| field.check_ranges(&binding(field.ident)));
            let schemas = field::schemas(&fields, of_type.is_answer);
            let is_closed = !of_type.is_answer;
            let sequence = structure::sequence(&quote!(Built::#ident), &fields, None);
            let length = fields.len();
            let form = written(&fields);
            Ok(Case {
                read: quote!(#index => reader.field(#tag, |reader| {
                    const NAMES: &[&str] = #names;
                    const COUNT: usize = #count;
                    let mut found = [::core::option::Option::None; COUNT];
                    reader.object(content?, NAMES, &mut found)?;
                    #(#reads)*
                    Some(Self::#ident { #(#builds),* })
                }),),
                restore: quote!(#number => {
                    #sequence
                    content.tuple_variant(#length, Sequence)
                }),
                write: quote! {
                    Self::#ident { #(#idents: #bound),* } => {
                        let mut variant = serializer.serialize_struct_variant(#name, #number, #tag, #count)?;
                        let out = &mut variant;
                        {
                            use ::serde::ser::SerializeStructVariant as _;
                            #(#writes)*
                        }
                        ::serde::ser::SerializeStructVariant::end(variant)
                    }
                },
                content: quote!(Some({
                    let mut content = ::std::vec::Vec::new();
                    { let fields = &mut content; #(#schemas)* }
                    ::hashinsight_units::record::schema::object("", #is_closed, content)
                })),
                ranges: quote! {
                    Self::#ident { #(#idents: #bound),* } => {
                        let _ = (#(#bound),*);
                        let within = || -> ::core::result::Result<(), ::hashinsight_units::Error> {
                            #(#ranges)*
                            Ok(())
                        };
                        ::hashinsight_units::At::at(within(), #tag)
                    }
                },
                form: quote!(Some(|| ::std::string::String::from(#form))),
            })
        }
    }
}

/// What can be written for the fields that must be there: `{"count": 24, "days_each": ...}`.
fn written(fields: &[field::Field<'_>]) -> String {
    let required = fields.iter().filter(|field| field.is_required() && !field.attributes.is_flat);
    let entry = |field: &field::Field<'_>| {
        let example = &field.attributes.example;
        format!("\"{}\": {}", field.name, if example.is_empty() { "..." } else { example })
    };
    format!("{{{}}}", required.map(entry).collect::<Vec<_>>().join(", "))
}

/// A case that holds one value.
fn of_one_value(number: u32, variant: &Variant, field: &syn::Field, tag: &str, name: &str) -> Result<Case> {
    let (ident, index) = (&variant.ident, number as usize);
    for attributes in [&variant.attrs, &field.attrs] {
        if let Some((low, _)) = attributes::of_field(attributes)?.range {
            return Err(Error::new_spanned(low, "a range belongs to a named field"));
        }
    }
    let ty = &field.ty;
    let example = attributes::of_field(&variant.attrs)?.example;
    let form = if example.is_empty() {
        quote!(Some(<#ty as ::hashinsight_units::record::Value>::form))
    } else {
        quote!(Some(|| ::std::string::String::from(#example)))
    };
    Ok(Case {
        read: quote!(#index => reader.field(#tag, |reader| {
            <#ty as ::hashinsight_units::record::Value>::read(content?, reader)
        }).map(Self::#ident),),
        restore: quote!(#number => content.newtype_variant().map(Built::#ident),),
        write: quote! {
            Self::#ident(content) => serializer.serialize_newtype_variant(#name, #number, #tag, content),
        },
        content: quote!(Some(generator.subschema_for::<#ty>())),
        ranges: quote! {
            Self::#ident(content) => ::hashinsight_units::At::at(
                ::hashinsight_units::record::Value::within_ranges(content), #tag,
            ),
        },
        form,
    })
}
