//! Operations that answer each row by itself: in pieces they answer, and refuse, as in one.
#![allow(clippy::expect_used, reason = "a test")]

use std::ops::Range;

use hashinsight_surface::{
    Column, ColumnBuffer, ColumnKind, Error, Operation, Shape, call_columns, in_pieces, operations,
};
use proptest::prelude::*;
use serde_json::Value;

const ROWS: usize = 40;

/// A column whose rows can be taken out.
#[derive(Clone)]
enum Cells {
    F64(Vec<f64>),
    I64(Vec<i64>),
    Bool(Vec<bool>),
    Words(Vec<u8>, Vec<&'static str>),
}

impl Cells {
    /// The rows of an example, again and again.
    fn of(kind: ColumnKind, values: Option<&Vec<Value>>) -> Self {
        let cells = || values.expect("a column of the example").iter().cycle().take(ROWS);
        match kind {
            ColumnKind::F64 if values.is_none() => Self::F64(vec![f64::NAN; ROWS]), // may be absent
            ColumnKind::F64 => Self::F64(cells().map(|value| value.as_f64().expect("a number")).collect()),
            ColumnKind::I64 => Self::I64(cells().map(|value| value.as_i64().expect("an integer")).collect()),
            ColumnKind::Bool => Self::Bool(cells().map(|value| value.as_bool().expect("a truth")).collect()),
            ColumnKind::Words(words) => {
                let place = |value: &Value| words.iter().position(|word| value == word).expect("a word");
                let codes = cells().map(|value| u8::try_from(place(value)).expect("few words"));
                Self::Words(codes.collect(), words.iter().copied().chain(["strange"]).collect())
            }
        }
    }

    fn spoil(&mut self, row: usize, number: f64) {
        match self {
            Self::F64(values) => values[row] = number,
            #[expect(clippy::cast_possible_truncation, reason = "any integer will do")]
            Self::I64(values) => values[row] = number as i64,
            Self::Bool(values) => values[row] = !values[row],
            Self::Words(codes, words) => codes[row] = u8::try_from(words.len() - 1).expect("few words"),
        }
    }

    fn rows(&self, ranges: &[Range<usize>]) -> Self {
        fn taken<T: Clone>(values: &[T], ranges: &[Range<usize>]) -> Vec<T> {
            ranges.iter().flat_map(|range| values[range.clone()].to_vec()).collect()
        }
        match self {
            Self::F64(values) => Self::F64(taken(values, ranges)),
            Self::I64(values) => Self::I64(taken(values, ranges)),
            Self::Bool(values) => Self::Bool(taken(values, ranges)),
            Self::Words(codes, words) => Self::Words(taken(codes, ranges), words.clone()),
        }
    }

    fn column(&self) -> Column<'_> {
        match self {
            Self::F64(values) => Column::F64(values),
            Self::I64(values) => Column::I64(values),
            Self::Bool(values) => Column::Bool(values),
            Self::Words(codes, words) => Column::Words { codes, words },
        }
    }
}

fn answered_by_row() -> Vec<&'static Operation> {
    operations().filter(|operation| matches!(operation.shape, Shape::Columns { is_by_row: true, .. })).collect()
}

fn call(
    operation: &Operation,
    params: &str,
    cells: &[Cells],
    ranges: &[Range<usize>],
) -> Result<Vec<ColumnBuffer>, Error> {
    let parts: Vec<Cells> = cells.iter().map(|cells| cells.rows(ranges)).collect();
    let names = operation.shape.inputs().iter().map(|spec| spec.name);
    let columns: Vec<(&str, Column<'_>)> = names.zip(parts.iter().map(Cells::column)).collect();
    call_columns(operation.path, params, &columns)
}

/// Every value as its bits.
fn bits(columns: &[ColumnBuffer]) -> Vec<Vec<u64>> {
    let column = |column: &ColumnBuffer| match column {
        ColumnBuffer::F64(values) => values.iter().map(|value| value.to_bits()).collect(),
        ColumnBuffer::I64(values) => values.iter().map(|value| value.cast_unsigned()).collect(),
        ColumnBuffer::Bool(values) => values.iter().map(|value| u64::from(*value)).collect(),
        ColumnBuffer::Words { codes, .. } => codes.iter().map(|code| u64::from(*code)).collect(),
    };
    columns.iter().map(column).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn pieces_are_the_whole(
        which in any::<prop::sample::Index>(),
        spoilt in prop::collection::vec((any::<prop::sample::Index>(), 0..ROWS, prop_oneof![Just(-1.0), Just(f64::NAN), Just(1e300)]), 0..5),
        piece in 1..ROWS,
        reports in any::<bool>(),
    ) {
        let all = answered_by_row();
        prop_assert!(all.len() > 10, "operations whose rows are answered by themselves");
        let operation = all[which.index(all.len())];
        let mut example: Value = serde_json::from_str(operation.example).expect("an example is JSON");
        if reports && operation.path != "border.echo_columns" {
            example["params"]["on_bad_row"] = "report".into();
        }
        let params = example["params"].to_string();
        let specs = operation.shape.inputs();
        let mut cells: Vec<Cells> =
            specs.iter().map(|spec| Cells::of(spec.kind, example["columns"][spec.name].as_array())).collect();
        for (column, row, number) in spoilt {
            let column = column.index(cells.len());
            cells[column].spoil(row, number);
        }
        let names: Vec<&str> = specs.iter().map(|spec| spec.name).collect();
        #[expect(clippy::single_range_in_vec_init, reason = "one range is what is meant")]
        let whole = call(operation, &params, &cells, &[0..ROWS]);
        let mut answers: Vec<Vec<u64>> = Vec::new();
        let outcome = in_pieces(&names, ROWS, piece, |ranges| call(operation, &params, &cells, ranges), |rows, part| {
            let part = bits(&part);
            answers.resize(part.len(), Vec::new());
            answers.iter_mut().zip(part).for_each(|(all, part)| {
                assert_eq!((all.len(), part.len()), (rows.start, rows.len()));
                all.extend(part);
            });
            Ok(())
        });
        prop_assert_eq!(outcome.map(|()| answers), whole.map(|whole| bits(&whole)), "{}", operation.path);
    }
}
