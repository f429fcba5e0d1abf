//! What is written in `#[record(...)]`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Error, Expr, ExprLit, Ident, Lit, LitStr, Meta, Result};

/// Attributes of a type.
#[derive(Default)]
pub(crate) struct TypeAttributes {
    /// A report: written, never read.
    pub(crate) is_answer: bool,
    /// Name of the struct of borrowed columns.
    pub(crate) columns: Option<Ident>,
    /// What the fields must be together; the type has a constructor of its own.
    pub(crate) check: Option<Expr>,
    /// Name of the table whose rows the type is.
    pub(crate) table: Option<Ident>,
    /// Name in schemas where two types of a crate are called alike; with a domain where that is not the crate's.
    pub(crate) name: Option<LitStr>,
}

/// Attributes of a field or a case.
#[derive(Default)]
pub(crate) struct FieldAttributes {
    pub(crate) default: Option<Expr>,
    /// JSON text.
    pub(crate) example: String,
    pub(crate) is_digits: bool,
    pub(crate) is_flat: bool,
    pub(crate) word: Option<LitStr>,
    /// Least and greatest number.
    pub(crate) range: Option<(Expr, Expr)>,
}

pub(crate) fn of_type(attributes: &[Attribute]) -> Result<TypeAttributes> {
    let mut found = TypeAttributes::default();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("record")) {
        attribute.parse_nested_meta(|meta| {
            match meta.path.get_ident().map(ToString::to_string).as_deref() {
                Some("answer") => found.is_answer = true,
                Some("check") => found.check = Some(meta.value()?.parse()?),
                Some("columns") => found.columns = Some(meta.value()?.parse()?),
                Some("table") => found.table = Some(meta.value()?.parse()?),
                Some("name") => found.name = Some(meta.value()?.parse()?),
                _ => {
                    return Err(
                        meta.error("expected answer, check = function, columns = Name, table = Name or name = \"...\"")
                    );
                }
            }
            Ok(())
        })?;
    }
    Ok(found)
}

pub(crate) fn of_field(attributes: &[Attribute]) -> Result<FieldAttributes> {
    let mut found = FieldAttributes::default();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("record")) {
        attribute.parse_nested_meta(|meta| {
            match meta.path.get_ident().map(ToString::to_string).as_deref() {
                Some("default") => found.default = Some(meta.value()?.parse()?),
                Some("example") => found.example = json(&meta.value()?.parse()?)?,
                Some("digits") => found.is_digits = true,
                Some("flatten") => found.is_flat = true,
                Some("word") => found.word = Some(meta.value()?.parse()?),
                Some("range") => found.range = Some(ends(&meta.value()?.parse()?)?),
                _ => {
                    let expected = "expected default = value, example = literal, range = low..=high, digits, flatten or word = \"...\"";
                    return Err(meta.error(expected));
                }
            }
            Ok(())
        })?;
    }
    Ok(found)
}

fn ends(expression: &Expr) -> Result<(Expr, Expr)> {
    let wrong = || Error::new_spanned(expression, "a range is low..=high");
    let Expr::Range(range) = expression else { return Err(wrong()) };
    let (syn::RangeLimits::Closed(_), Some(low), Some(high)) = (&range.limits, &range.start, &range.end) else {
        return Err(wrong());
    };
    Ok(((**low).clone(), (**high).clone()))
}

/// A literal as JSON text.
fn json(expression: &Expr) -> Result<String> {
    let wrong = || Error::new_spanned(expression, "an example is a literal number, string or bool");
    let (sign, literal) = match expression {
        Expr::Lit(ExprLit { lit, .. }) => ("", lit),
        Expr::Unary(unary) => match (&unary.op, &*unary.expr) {
            (syn::UnOp::Neg(_), Expr::Lit(ExprLit { lit, .. })) => ("-", lit),
            _ => return Err(wrong()),
        },
        _ => return Err(wrong()),
    };
    Ok(match literal {
        Lit::Int(number) => format!("{sign}{}", number.base10_digits()),
        Lit::Float(number) => format!("{sign}{}", number.base10_digits()),
        Lit::Bool(value) if sign.is_empty() => value.value.to_string(),
        Lit::Str(text) if sign.is_empty() => format!("{:?}", text.value()),
        _ => return Err(wrong()),
    })
}

/// The doc comment, as it stands.
pub(crate) fn doc(attributes: &[Attribute]) -> String {
    let mut lines = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("doc")) {
        if let Meta::NameValue(pair) = &attribute.meta
            && let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = &pair.value
        {
            let text = text.value();
            lines.push(text.strip_prefix(' ').unwrap_or(&text).to_owned());
        }
    }
    lines.join("\n").trim().to_owned()
}

/// The doc attributes, to be repeated on what is generated.
pub(crate) fn doc_attributes(attributes: &[Attribute]) -> TokenStream {
    let docs = attributes.iter().filter(|attribute| attribute.path().is_ident("doc"));
    quote!(#(#docs)*)
}
