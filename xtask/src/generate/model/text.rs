//! Texts of the table as every language can read them.

use serde_json::Value;

pub(super) fn plain_texts(schema: &mut Value) {
    match schema {
        Value::Object(pairs) => {
            for key in ["title", "description"] {
                if let Some(Value::String(text)) = pairs.get_mut(key) {
                    *text = plain(text);
                }
            }
            pairs.values_mut().for_each(plain_texts);
        }
        Value::Array(items) => items.iter_mut().for_each(plain_texts),
        _ => {}
    }
}

/// Rustdoc as every language can read it: without Rust examples, link brackets and the blank that follows `///`.
pub(crate) fn plain(rustdoc: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    let mut fenced = false;
    for line in rustdoc.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        if line.starts_with("```") {
            fenced = !fenced;
            continue;
        }
        let after_blank = lines.last().is_none_or(|last| last.is_empty());
        if !(fenced || after_blank && line.is_empty()) {
            lines.push(line);
        }
    }
    let text = lines.join("\n").trim_end().to_owned();
    // "[`Never`](Self::Never)" and "[`Never`]" are links to code.
    let mut parts = text.split("[`");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let Some((name, rest)) = part.split_once("`]") else { continue };
        let rest = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or(rest, |(_, rest)| rest);
        plain.extend(["`", name, "`", rest]);
    }
    plain
}

pub(super) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// `profit_batch` as `ProfitBatch`.
pub(crate) fn pascal(name: &str) -> String {
    name.split('_').map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}

/// `profit_batch` as `profitBatch`.
pub(crate) fn camel(name: &str) -> String {
    let pascal = pascal(name);
    pascal[..1].to_lowercase() + &pascal[1..]
}

/// Unit, range and default of a value, for docs: "TH/s, from 0 to 1e24; 1 where absent".
pub(crate) fn range(schema: &Value) -> String {
    let number = |key: &str| schema.get(key).filter(|value| value.is_number()).map(ToString::to_string);
    let low = number("x-zero-or-from").map(|low| format!("0, or from {low}"));
    let low = low.or_else(|| number("minimum").map(|low| format!("from {low}")));
    let low = low.or_else(|| number("exclusiveMinimum").map(|low| format!("above {low}")));
    let high = number("maximum").map(|high| format!("to {high}"));
    let unit = schema.get("x-unit").and_then(Value::as_str).filter(|unit| !unit.is_empty());
    let range: Vec<String> = low.into_iter().chain(high).collect();
    let parts: Vec<String> =
        unit.map(str::to_owned).into_iter().chain((!range.is_empty()).then(|| range.join(" "))).collect();
    let default = schema.get("default").map(|default| format!("{default} where absent"));
    let parts = (!parts.is_empty()).then(|| parts.join(", ")).into_iter().chain(default);
    parts.collect::<Vec<_>>().join("; ")
}
