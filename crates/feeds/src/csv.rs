//! Files of rows: RFC 4180, with a heading.

use std::borrow::Cow;
use std::collections::BTreeMap;

use hashinsight_units::{Error, FieldPath, Problem};

use crate::error::{missing, refuse};
use crate::history::Indexed;

/// A file, row by row, by the names of its heading.
#[derive(Debug)]
pub(crate) struct Table<'t> {
    columns: BTreeMap<String, usize>,
    rows: Vec<Vec<Cow<'t, str>>>,
}

/// One row of a file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'r, 't> {
    table: &'r Table<'t>,
    index: usize,
}

/// The greatest number of rows: twenty years of five minutes.
const MOST_ROWS: usize = 2_103_840;

impl<'t> Table<'t> {
    /// Reads a file; names of its heading are compared in small letters.
    pub(crate) fn read(text: &'t str) -> Result<Self, Error> {
        let mut lines = records(text.trim_start_matches('\u{feff}'))?.into_iter();
        let heading = lines.next().ok_or_else(|| missing("heading", "a heading and rows"))?;
        let mut columns = BTreeMap::new();
        for (place, name) in heading.iter().enumerate() {
            let name = name.trim().to_ascii_lowercase();
            if columns.insert(name.clone(), place).is_some() && !name.is_empty() {
                return Err(refuse(Problem::Several, "heading", name, "each name once"));
            }
        }
        let rows: Vec<_> =
            lines.filter(|row| row.len() > 1 || row.iter().any(|cell| !cell.trim().is_empty())).collect();
        if rows.len() > MOST_ROWS {
            return Err(refuse(Problem::Length, "rows", rows.len(), format!("at most {MOST_ROWS} rows")));
        }
        for (index, row) in rows.iter().enumerate() {
            if row.len() != heading.len() {
                let path = FieldPath::new("rows").index(index);
                return Err(refuse(
                    Problem::Length,
                    path,
                    row.len(),
                    format!("{} cells, as the heading", heading.len()),
                ));
            }
        }
        Ok(Self { columns, rows })
    }

    /// Whether the heading has this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.columns.contains_key(name)
    }

    /// Refuses a heading without one of these names.
    pub(crate) fn demand(&self, names: &[&str]) -> Result<(), Error> {
        match names.iter().find(|name| !self.has(name)) {
            Some(name) => {
                let heads: Vec<&str> = self.columns.keys().map(String::as_str).collect();
                Err(refuse(
                    Problem::Missing,
                    "heading",
                    crate::error::excerpt(&heads.join(",")),
                    format!("a column {name}"),
                ))
            }
            None => Ok(()),
        }
    }

    /// The rows, numbered from 0 below the heading.
    pub(crate) fn rows<'r>(&'r self) -> impl Iterator<Item = Indexed<Row<'r, 't>>> {
        (0..self.rows.len()).map(move |index| (index, Row { table: self, index }))
    }
}

impl<'r> Row<'r, '_> {
    /// The cell under a name, without spaces around it; `""` where there is no such column.
    pub(crate) fn cell(&self, name: &str) -> &'r str {
        let place = self.table.columns.get(name).copied();
        place.and_then(|place| self.table.rows[self.index].get(place)).map_or("", |cell| cell.trim())
    }

    /// Where that cell stands.
    pub(crate) fn at(&self, name: &str) -> FieldPath {
        FieldPath::new("rows").index(self.index).field(name)
    }
}

/// Lines of cells. A quote inside a quoted cell is doubled; a line break there belongs to the cell.
fn records(text: &str) -> Result<Vec<Vec<Cow<'_, str>>>, Error> {
    let (mut records, mut record, mut rest) = (Vec::new(), Vec::new(), text);
    while !rest.is_empty() {
        let (cell, after) = if let Some(quoted) = rest.strip_prefix('"') {
            let end = closing_quote(quoted).ok_or_else(|| {
                let path = FieldPath::new("rows").index(records.len());
                refuse(Problem::Unknown, path, "\"", "a quote that closes")
            })?;
            (unquoted(&quoted[..end]), &quoted[end + 1..])
        } else {
            let end = rest.find([',', '\n', '\r']).unwrap_or(rest.len());
            (Cow::Borrowed(&rest[..end]), &rest[end..])
        };
        record.push(cell);
        if let Some(next) = after.strip_prefix(',') {
            if next.is_empty() {
                record.push(Cow::Borrowed(""));
            }
            rest = next;
            continue;
        }
        let line_end = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r']));
        rest = match line_end {
            Some(next) => next,
            None if after.is_empty() => after,
            None => {
                let path = FieldPath::new("rows").index(records.len());
                return Err(refuse(Problem::Unknown, path, crate::error::excerpt(after), "a comma after a quote"));
            }
        };
        records.push(std::mem::take(&mut record));
    }
    if !record.is_empty() {
        records.push(record);
    }
    Ok(records)
}

fn closing_quote(text: &str) -> Option<usize> {
    let (bytes, mut at) = (text.as_bytes(), 0);
    loop {
        at += text.get(at..)?.find('"')?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

fn unquoted(text: &str) -> Cow<'_, str> {
    if text.contains('"') { Cow::Owned(text.replace("\"\"", "\"")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::records;

    #[test]
    fn cells() {
        let read = |text| records(text).map(|lines| lines.iter().map(|line| line.join("|")).collect::<Vec<_>>());
        assert_eq!(read("a,b\r\n1,\"2,\"\"x\"\"\n3\"\n").ok(), Some(vec!["a|b".to_owned(), "1|2,\"x\"\n3".to_owned()]));
        assert_eq!(read("a,\n,b").ok(), Some(vec!["a|".to_owned(), "|b".to_owned()]));
        assert!(read("\"a").is_err() && read("\"a\"b,c").is_err());
    }

    proptest::proptest! {
        /// What is written by the rule is read back.
        #[test]
        fn what_is_written_is_read(lines in proptest::collection::vec(proptest::collection::vec("[a\",\r\n x]{0,4}", 2..4), 1..5)) {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let text: Vec<String> = lines.iter().map(|line| line.iter().map(quoted).collect::<Vec<_>>().join(",")).collect();
            let text = text.join("\r\n");
            proptest::prop_assert_eq!(records(&text).unwrap(), lines);
        }
    }
}
