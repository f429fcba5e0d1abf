//! Columns: typed buffers with a name, in declared order.

use hashinsight::units::{Fault, FieldPath};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// 64-bit floats: estimates.
    F64,
    /// 64-bit integers: satoshis, milliseconds.
    I64,
    /// Words of a short list, as codes into it.
    Words,
}

impl ColumnKind {
    /// The name of the kind in tables and errors.
    pub const fn name(self) -> &'static str {
        match self {
            Self::F64 => "f64",
            Self::I64 => "i64",
            Self::Words => "words",
        }
    }
}

/// One column of an operation.
#[derive(Debug)]
pub struct ColumnSpec {
    /// Name with its unit, as in documents.
    pub name: &'static str,
    /// What it holds.
    pub kind: ColumnKind,
    /// What it means.
    #[cfg(feature = "schema")]
    pub doc: &'static str,
    /// Schema of one value: unit and range. `None` for outputs.
    #[cfg(feature = "schema")]
    pub schema: Option<fn(&mut schemars::SchemaGenerator) -> schemars::Schema>,
}

/// A column that comes in.
#[derive(Clone, Copy, Debug)]
pub enum Column<'a> {
    /// Floats.
    F64(&'a [f64]),
    /// Integers.
    I64(&'a [i64]),
}

impl Column<'_> {
    fn kind(self) -> ColumnKind {
        match self {
            Self::F64(_) => ColumnKind::F64,
            Self::I64(_) => ColumnKind::I64,
        }
    }

    /// Number of rows.
    pub fn len(self) -> usize {
        match self {
            Self::F64(values) => values.len(),
            Self::I64(values) => values.len(),
        }
    }

    /// Whether there are no rows.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }
}

/// A column that goes out.
#[derive(Clone, Debug, PartialEq)]
pub enum ColumnBuffer {
    /// Floats.
    F64(Vec<f64>),
    /// Integers.
    I64(Vec<i64>),
    /// Words, as codes into a list.
    Words {
        /// Per row, the place in `words`.
        codes: Vec<u8>,
        /// The list.
        words: &'static [&'static str],
    },
}

/// The columns of one call, checked and in declared order.
#[derive(Clone, Debug)]
pub struct Columns<'a> {
    columns: Vec<Column<'a>>,
}

impl<'a> Columns<'a> {
    /// Column `index` as floats.
    ///
    /// # Panics
    /// Where the operation declares another kind there: columns that come in were checked against the declaration before.
    pub fn f64(&self, index: usize) -> &'a [f64] {
        match self.columns.get(index) {
            Some(Column::F64(values)) => values,
            other => unreachable!("column {index} is declared as floats, not as {other:?}"),
        }
    }

    /// Column `index` as integers.
    ///
    /// # Panics
    /// As [`f64`](Self::f64).
    pub fn i64(&self, index: usize) -> &'a [i64] {
        match self.columns.get(index) {
            Some(Column::I64(values)) => values,
            other => unreachable!("column {index} is declared as integers, not as {other:?}"),
        }
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, |column| column.len())
    }
}

/// Puts named columns into declared order: each once, of the declared kind, all of one length.
pub(crate) fn arrange<'a>(
    crate_name: &str,
    specs: &[ColumnSpec],
    inputs: &[(&str, Column<'a>)],
) -> Result<Columns<'a>, Fault> {
    let fault =
        |name: &str, problem: &str| Fault::new(format!("{crate_name}.{name}.{problem}")).at(FieldPath::new(name));
    if let Some((name, _)) = inputs.iter().find(|(name, _)| specs.iter().all(|spec| spec.name != *name)) {
        let names: Vec<&str> = specs.iter().map(|spec| spec.name).collect();
        let unknown = Fault::new(format!("{crate_name}.request.unknown_field")).at(FieldPath::new(*name));
        return Err(unknown.got(name).allowed(names.join(", ")));
    }
    let mut columns: Vec<Column<'a>> = Vec::with_capacity(specs.len());
    for spec in specs {
        let mut found = inputs.iter().filter(|(name, _)| *name == spec.name).map(|(_, column)| *column);
        let column = found.next().ok_or_else(|| fault(spec.name, "missing").allowed("a column"))?;
        if found.next().is_some() {
            return Err(fault(spec.name, "several").allowed("the column once"));
        }
        if column.kind() != spec.kind {
            let allowed = format!("a column of {}", spec.kind.name());
            return Err(fault(spec.name, "wrong_type").got(column.kind().name()).allowed(allowed));
        }
        if let Some(first) = columns.first().filter(|first| first.len() != column.len()) {
            let allowed = format!("{} rows, as {} has", first.len(), specs[0].name);
            return Err(fault(spec.name, "length").got(column.len()).allowed(allowed));
        }
        columns.push(column);
    }
    Ok(Columns { columns })
}
