//! Rows as columns, and tables of answers.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Ident, Visibility};

use crate::field::Field;

/// The struct of borrowed columns, by name, and how rows are found in it.
pub(crate) fn rows(ident: &Ident, visibility: &Visibility, columns: &Ident, fields: &[Field<'_>]) -> TokenStream {
    let names: Vec<_> = fields.iter().map(|field| &field.name).collect();
    let docs: Vec<_> = fields.iter().map(|field| &field.doc).collect();
    let attributes: Vec<_> = fields.iter().map(|field| &field.docs).collect();
    let idents: Vec<_> = fields.iter().map(|field| field.ident).collect();
    let types: Vec<_> = fields.iter().map(|field| field.ty).collect();
    let Some(first) = idents.first() else { return TokenStream::new() };
    let schemas = fields.iter().map(|field| {
        let inner = field.inner();
        let schema = quote!(generator.subschema_for::<#inner>());
        if field.optional.is_some() { quote!(::hashinsight_units::record::schema::or_absent(#schema)) } else { schema }
    });
    // A column of numbers that may be absent may be left out as a whole: NaN in every row.
    let finds = fields.iter().map(|Field { name, ty, optional, .. }| {
        let find = quote!(<#ty as ::hashinsight_units::columns::Cell>::find(inputs, #name)?);
        if optional.is_none() {
            return find;
        }
        quote!(if inputs.holds(#name) { #find } else {
            ::std::borrow::Cow::Owned(::std::vec![f64::NAN; #first.len()])
        })
    });
    let doc = format!("Columns of [`{ident}`], all of one length.");
    quote! {
        #[doc = #doc]
        #[derive(Clone, Copy, Debug)]
        #visibility struct #columns<'a> {
            #(#attributes pub #idents: &'a [<#types as ::hashinsight_units::columns::Cell>::Plain],)*
        }

        impl ::hashinsight_units::columns::Columns for #columns<'_> {
            fn len(&self) -> usize {
                self.#first.len()
            }

            fn check_lengths(&self) -> ::core::result::Result<(), ::hashinsight_units::Fault> {
                let domain = env!("CARGO_PKG_NAME").trim_start_matches("hashinsight-");
                ::hashinsight_units::columns::Inputs::check_lengths(domain, &[#((#names, self.#idents.len())),*])
            }

            fn part(&self, rows: ::core::ops::Range<usize>) -> Self {
                Self { #(#idents: &self.#idents[rows.clone()]),* }
            }

            #[inline]
            fn hold(&self) -> bool {
                true #(& <#types as ::hashinsight_units::columns::Cell>::hold(self.#idents))*
            }

            fn row_holds(&self, row: usize) -> bool {
                true #(&& <#types as ::hashinsight_units::columns::Cell>::from_plain(self.#idents[row]).is_ok())*
            }

            fn fault(&self) -> ::core::option::Option<::hashinsight_units::Fault> {
                #(for (row, value) in self.#idents.iter().enumerate() {
                    if let Err(fault) = <#types as ::hashinsight_units::columns::Cell>::from_plain(*value) {
                        let path = ::hashinsight_units::FieldPath::new(#names).index(row);
                        return Some(fault.at(path));
                    }
                })*
                None
            }
        }

        impl ::hashinsight_units::columns::Row for #ident {
            type Columns<'a> = #columns<'a>;
            const SPECS: &'static [::hashinsight_units::columns::ColumnSpec] = &[
                #(::hashinsight_units::columns::ColumnSpec {
                    name: #names,
                    kind: <#types as ::hashinsight_units::columns::Cell>::KIND,
                    #[cfg(feature = "schema")]
                    doc: #docs,
                    #[cfg(feature = "schema")]
                    schema: |generator| #schemas,
                }),*
            ];

            fn arrange<R>(
                inputs: &::hashinsight_units::columns::Inputs<'_, '_>,
                then: impl FnOnce(#columns<'_>) -> R,
            ) -> ::core::result::Result<R, ::hashinsight_units::Fault> {
                inputs.check_names(<Self as ::hashinsight_units::columns::Row>::SPECS)?;
                #(let #idents = #finds;)*
                ::hashinsight_units::columns::Inputs::check_lengths(inputs.domain, &[#((#names, #idents.len())),*])?;
                Ok(then(#columns { #(#idents: &#idents),* }))
            }

            fn of(
                columns: &#columns<'_>,
                row: usize,
            ) -> ::core::result::Result<Self, ::hashinsight_units::Fault> {
                Ok(Self {
                    #(#idents: <#types as ::hashinsight_units::columns::Cell>::from_plain(columns.#idents[row])
                        .map_err(|fault| fault.at(::hashinsight_units::FieldPath::new(#names).index(row)))?),*
                })
            }
        }
    }
}

/// The table of owned columns, and the part of it that a kernel writes.
pub(crate) fn table(
    ident: &Ident,
    visibility: &Visibility,
    table: &Ident,
    fields: &[Field<'_>],
    doc: &str,
) -> TokenStream {
    let names: Vec<_> = fields.iter().map(|field| &field.name).collect();
    let docs: Vec<_> = fields.iter().map(|field| &field.doc).collect();
    let attributes: Vec<_> = fields.iter().map(|field| &field.docs).collect();
    let idents: Vec<_> = fields.iter().map(|field| field.ident).collect();
    let types: Vec<_> = fields.iter().map(|field| field.ty).collect();
    if fields.is_empty() {
        return TokenStream::new();
    }
    let part = format_ident!("{table}Part");
    let part_doc = format!("Rows of a [`{table}`], to be written.");
    quote! {
        #[doc = #doc]
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        #visibility struct #table {
            #(#attributes pub #idents: ::std::vec::Vec<<#types as ::hashinsight_units::columns::Cell>::Plain>,)*
        }

        #[doc = #part_doc]
        #[derive(Debug)]
        #visibility struct #part<'a> {
            #(#attributes pub #idents: &'a mut [<#types as ::hashinsight_units::columns::Cell>::Plain],)*
        }

        impl ::hashinsight_units::columns::Line for #ident {
            type Table = #table;
        }

        impl ::hashinsight_units::columns::Table for #table {
            type Line = #ident;
            type Part<'a> = #part<'a>;
            const SPECS: &'static [::hashinsight_units::columns::ColumnSpec] = &[
                #(::hashinsight_units::columns::ColumnSpec {
                    name: #names,
                    kind: <#types as ::hashinsight_units::columns::Cell>::KIND,
                    #[cfg(feature = "schema")]
                    doc: #docs,
                    #[cfg(feature = "schema")]
                    schema: |generator| generator.subschema_for::<#types>(),
                }),*
            ];

            fn with_rows(rows: usize) -> Self {
                Self { #(#idents: ::std::vec![<#types as ::hashinsight_units::columns::Cell>::start(); rows]),* }
            }

            fn push(&mut self, line: #ident) {
                #(self.#idents.push(::hashinsight_units::columns::Cell::to_plain(line.#idents));)*
            }

            fn whole(&mut self) -> #part<'_> {
                #part { #(#idents: &mut self.#idents),* }
            }

            fn uneven(part: &#part<'_>, rows: usize) -> ::core::option::Option<(&'static str, usize)> {
                let lengths = [#((#names, part.#idents.len())),*];
                lengths.into_iter().find(|(_, length)| *length != rows)
            }

            fn part<'a>(part: &'a mut #part<'_>, rows: ::core::ops::Range<usize>) -> #part<'a> {
                #part { #(#idents: &mut part.#idents[rows.clone()]),* }
            }

            fn refuse(part: &mut #part<'_>, row: usize) {
                #(part.#idents[row] = <#types as ::hashinsight_units::columns::Cell>::refused(part.#idents[row]);)*
            }

            fn into_buffers(self) -> ::std::vec::Vec<::hashinsight_units::columns::ColumnBuffer> {
                ::std::vec![#(<#types as ::hashinsight_units::columns::Cell>::buffer(self.#idents)),*]
            }
        }
    }
}
