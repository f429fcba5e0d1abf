//! Files of rows: RFC 4180, with a heading.

use std::borrow::Cow;
use std::collections::BTreeMap;

use hashinsight_units::{Error, FieldPath, Problem};

use crate::error::{excerpt, missing, refuse};
use crate::history::Indexed;
use crate::lanes::first_of;

/// A file, row by row, by the names of its heading.
#[derive(Debug)]
pub(crate) struct Table<'t> {
    columns: BTreeMap<String, usize>,
    /// How many cells each row has.
    width: usize,
    /// The cells of the heading and of all rows.
    cells: Vec<Cow<'t, str>>,
}

/// A name of a heading, in small letters, and where it stands, if anywhere.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    place: usize,
}

/// One row of a file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'r> {
    cells: &'r [Cow<'r, str>],
    index: usize,
}

/// The greatest number of rows: twenty years of five minutes.
const MOST_ROWS: usize = 2_103_840;

impl<'t> Table<'t> {
    /// Reads a file; names of its heading are compared in small letters.
    pub(crate) fn read(text: &'t str) -> Result<Self, Error> {
        let Records { cells, ends } = records(text.trim_start_matches('\u{feff}'))?;
        let Some((width, ends)) = ends.split_first() else { return Err(missing("heading", "a heading and rows")) };
        let mut columns = BTreeMap::new();
        for (place, name) in cells[..*width].iter().enumerate() {
            let name = name.trim().to_ascii_lowercase();
            if columns.insert(name.clone(), place).is_some() && !name.is_empty() {
                return Err(refuse(Problem::Several, "heading", name, "each name once"));
            }
        }
        if ends.len() > MOST_ROWS {
            return Err(refuse(Problem::Length, "rows", ends.len(), format!("at most {MOST_ROWS} rows")));
        }
        let mut start = *width;
        for (index, end) in ends.iter().enumerate() {
            if end - start != *width {
                let path = FieldPath::new("rows").index(index);
                return Err(refuse(Problem::Length, path, end - start, format!("{width} cells, as the heading")));
            }
            start = *end;
        }
        Ok(Self { columns, width: *width, cells })
    }

    /// Whether the heading has this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.columns.contains_key(name)
    }

    /// The columns of these names.
    pub(crate) fn columns<const N: usize>(&self, names: [&'static str; N]) -> [Column; N] {
        names.map(|name| Column { name, place: self.columns.get(name).copied().unwrap_or(usize::MAX) })
    }

    /// Refuses a heading without one of these names.
    pub(crate) fn demand(&self, names: &[&str]) -> Result<(), Error> {
        match names.iter().find(|name| !self.has(name)) {
            Some(name) => {
                let heads: Vec<&str> = self.columns.keys().map(String::as_str).collect();
                let heads = excerpt(&heads.join(","));
                Err(refuse(Problem::Missing, "heading", heads, format!("a column {name}")))
            }
            None => Ok(()),
        }
    }

    /// The rows, numbered from 0 below the heading.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Indexed<Row<'_>>> {
        self.cells.chunks_exact(self.width).skip(1).enumerate().map(|(index, cells)| (index, Row { cells, index }))
    }
}

impl<'r> Row<'r> {
    /// The cell of a column, without spaces around it; `""` where there is no such column.
    pub(crate) fn cell(&self, column: Column) -> &'r str {
        let Some(cell) = self.cells.get(column.place) else { return "" };
        match cell.as_bytes() {
            [] | [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => cell,
            _ => cell.trim(),
        }
    }

    /// Where the cell of this name stands.
    pub(crate) fn at(&self, name: &str) -> FieldPath {
        FieldPath::new("rows").index(self.index).field(name)
    }
}

/// Cells of all records, and where each record ends.
#[derive(Debug, Default)]
struct Records<'t> {
    cells: Vec<Cow<'t, str>>,
    ends: Vec<usize>,
}

impl Records<'_> {
    /// Ends a record. Empty lines below the heading are none.
    fn end(&mut self) {
        let start = self.ends.last().copied().unwrap_or_default();
        let is_empty = matches!(&self.cells[start..], [cell] if cell.trim().is_empty());
        if is_empty && start > 0 {
            self.cells.truncate(start);
        } else {
            self.ends.push(self.cells.len());
        }
    }
}

/// Lines of cells. A quote inside a quoted cell is doubled; a line break there belongs to the cell.
fn records(text: &str) -> Result<Records<'_>, Error> {
    let (mut records, mut rest, mut line) = (Records::default(), text, 0);
    // A file is about as full of cells as this.
    records.cells.reserve(text.len() / 16);
    let here = |line: usize| FieldPath::new("rows").index(line);
    while !rest.is_empty() {
        let (cell, after) = if let Some(quoted) = rest.strip_prefix('"') {
            let unclosed = || refuse(Problem::Unknown, here(line), "\"", "a quote that closes");
            let (end, is_plain) = closing_quote(quoted).ok_or_else(unclosed)?;
            let cell = &quoted[..end];
            let cell = if is_plain { Cow::Borrowed(cell) } else { Cow::Owned(cell.replace("\"\"", "\"")) };
            (cell, &quoted[end + 1..])
        } else {
            let end = first_of(rest.as_bytes(), *b",\n\r");
            (Cow::Borrowed(&rest[..end]), &rest[end..])
        };
        records.cells.push(cell);
        if let Some(next) = after.strip_prefix(',') {
            if next.is_empty() {
                records.cells.push(Cow::Borrowed(""));
                records.end();
            }
            rest = next;
            continue;
        }
        let line_end = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r']));
        rest = match line_end {
            Some(next) => next,
            None if after.is_empty() => after,
            None => return Err(refuse(Problem::Unknown, here(line), excerpt(after), "a comma after a quote")),
        };
        records.end();
        line += 1;
    }
    Ok(records)
}

/// Where the quote stands that closes a cell, and whether there is none in it.
fn closing_quote(text: &str) -> Option<(usize, bool)> {
    let (bytes, mut at, mut is_plain) = (text.as_bytes(), 0, true);
    loop {
        at += first_of(&bytes[at..], *b"\"");
        if bytes.get(at)? == bytes.get(at + 1).unwrap_or(&0) {
            (at, is_plain) = (at + 2, false);
        } else {
            return Some((at, is_plain));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Records, Table, records};

    fn lines(text: &str) -> Option<Vec<Vec<String>>> {
        let Records { cells, ends } = records(text).ok()?;
        let starts = [0].into_iter().chain(ends.iter().copied());
        let line = |(start, end): (usize, &usize)| cells[start..*end].iter().map(ToString::to_string).collect();
        Some(starts.zip(&ends).map(line).collect())
    }

    #[test]
    fn cells() {
        let read = |text| lines(text).map(|lines| lines.iter().map(|line| line.join("|")).collect::<Vec<_>>());
        assert_eq!(read("a,b\r\n1,\"2,\"\"x\"\"\n3\"\n"), Some(vec!["a|b".to_owned(), "1|2,\"x\"\n3".to_owned()]));
        assert_eq!(read("a,\n,b"), Some(vec!["a|".to_owned(), "|b".to_owned()]));
        assert_eq!(read("a\n\n b\n \n\"\"\n"), Some(vec!["a".to_owned(), " b".to_owned()]));
        assert!(read("\"a").is_none() && read("\"a\"b,c").is_none());
    }

    #[test]
    fn rows_under_a_heading() {
        let table = Table::read("\u{feff}Day, Price \r\n1, 2.5\r\n\r\n2,é").unwrap();
        let [price, other] = table.columns(["price", "volume"]);
        let cells: Vec<_> = table.rows().map(|(index, row)| (index, row.cell(price), row.cell(other))).collect();
        assert_eq!(cells, [(0, "2.5", ""), (1, "é", "")]);
        let (_, row) = table.rows().nth(1).unwrap();
        assert_eq!(row.at("price").as_str(), "rows[1].price");
        for (text, place) in
            [("", "heading"), ("a,a\n1,2", "heading"), ("a,b\n1,2\n\n3", "rows[1]"), ("a\n\"1", "rows[1]")]
        {
            assert!(Table::read(text).unwrap_err().path().as_str().ends_with(place), "{text}");
        }
    }

    proptest::proptest! {
        /// What is written by the rule is read back.
        #[test]
        fn what_is_written_is_read(lines in proptest::collection::vec(proptest::collection::vec("[a\",\r\n x]{0,4}", 2..4), 1..5)) {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let text: Vec<String> = lines.iter().map(|line| line.iter().map(quoted).collect::<Vec<_>>().join(",")).collect();
            proptest::prop_assert_eq!(super::tests::lines(&text.join("\r\n")).unwrap(), lines);
        }
    }
}
