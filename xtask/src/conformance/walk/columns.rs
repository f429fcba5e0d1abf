//! Wrong columns: lengths, kinds, words, what is missing, not finite or beyond its range.

use hashinsight_surface::ColumnKind;
use serde_json::{Value, json};

use super::{Walk, Wrong, quantity};
use crate::generate::model::Op;

impl Walk<'_> {
    pub(super) fn columns(&mut self, op: &Op) {
        let request = self.request.to_string();
        let name = self.crate_name;
        let mut push = |columns: Value, code: String, path: String| {
            self.found.push(Wrong { text: request.clone(), columns, code, path, allowed: String::new() });
        };
        let Some(columns) = self.columns.as_object() else { return };
        let rows = columns.values().next().and_then(Value::as_array).map_or(0, Vec::len);
        let mut extra = columns.clone();
        extra.insert("no_such_column".into(), json!(vec![1.0; rows]));
        push(Value::Object(extra), format!("{name}.request.unknown_field"), "no_such_column".into());
        for (index, input) in op.inputs.iter().enumerate() {
            let column = input.spec.name;
            // A column that the example leaves out holds nothing.
            let list = columns.get(column).and_then(Value::as_array).cloned();
            let list = list.unwrap_or_else(|| vec![json!("NaN"); rows]);
            let replaced = |list: Option<Vec<Value>>| {
                let mut columns = columns.clone();
                match list {
                    Some(list) => columns.insert(column.to_owned(), Value::Array(list)),
                    None => columns.remove(column),
                };
                Value::Object(columns)
            };
            let absent = input.schema.get("x-nan").is_some();
            // Parameters decide whether an optional column is read: of one that the example's do not read only the shape is looked at.
            let unread = input.is_optional() && !columns.contains_key(column);
            if !absent && !unread {
                push(replaced(None), format!("{name}.{column}.missing"), column.into());
            }
            if index > 0 {
                let mut longer = list.clone();
                longer.extend(list.first().cloned());
                push(replaced(Some(longer)), format!("{name}.{column}.length"), column.into());
            }
            let quantity = quantity(&input.schema);
            let row = rows.saturating_sub(1);
            let path = format!("{column}[{row}]");
            let code = |problem: &str| {
                quantity.as_ref().map_or(format!(".{problem}"), |quantity| format!("{quantity}.{problem}"))
            };
            let at_row = |value: Value| {
                let mut list = list.clone();
                if let Some(last) = list.last_mut() {
                    *last = value;
                }
                replaced(Some(list))
            };
            let other = match input.spec.kind {
                ColumnKind::F64 | ColumnKind::I64 => json!(vec![true; rows]),
                ColumnKind::Bool | ColumnKind::Words(_) => json!(vec![1.0; rows]),
            };
            push(replaced(other.as_array().cloned()), format!("{name}.{column}.wrong_type"), column.into());
            if let ColumnKind::Words(_) = input.spec.kind {
                push(at_row(json!("no_such_word")), format!("{name}.{column}.unknown"), path.clone());
            }
            if unread {
                continue;
            }
            let float = input.spec.kind == ColumnKind::F64;
            if float && input.schema.get("x-non-finite").is_none() {
                for word in ["NaN", "Infinity", "-Infinity"].into_iter().skip(usize::from(absent)) {
                    push(at_row(json!(word)), code("not_finite"), path.clone());
                }
            }
            for (key, step) in [("minimum", -1.0), ("exclusiveMinimum", 0.0), ("maximum", 1.0)] {
                let Some(bound) = input.schema.get(key) else { continue };
                let beyond = match (bound.as_i64().filter(|_| !float), bound.as_f64()) {
                    #[expect(clippy::cast_possible_truncation, reason = "-1, 0 or 1")]
                    (Some(bound), _) => json!(bound + step as i64),
                    (None, Some(0.0)) if step < 0.0 => json!(-5e-324),
                    (None, Some(bound)) if step < 0.0 => json!(bound.next_down()),
                    (None, Some(bound)) if step > 0.0 => json!(bound.next_up()),
                    _ => bound.clone(),
                };
                push(at_row(beyond), code("out_of_range"), path.clone());
            }
            if let Some(least) = input.schema.get("x-zero-or-from").and_then(Value::as_f64) {
                push(at_row(json!(5e-324)), code("out_of_range"), path.clone());
                push(at_row(json!(least.next_down())), code("out_of_range"), path.clone());
            }
        }
    }
}
