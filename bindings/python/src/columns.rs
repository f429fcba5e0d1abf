//! NumPy arrays as columns: read in place, answered by moving the buffer. What is not plainly an array is for `_frames.py` to read.

use hashinsight_surface::{Column, ColumnBuffer, Fault, Problem};
use numpy::{IntoPyArray, PyReadonlyArray1, PyUntypedArray};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyTuple, PyType};

use crate::fault::raise;

enum Array<'py> {
    F64(PyReadonlyArray1<'py, f64>),
    I64(PyReadonlyArray1<'py, i64>),
    Bool(PyReadonlyArray1<'py, bool>),
    Words(PyReadonlyArray1<'py, u8>, Vec<PyBackedStr>),
}

/// The arrays of one call, borrowed from Python while it lasts.
pub(crate) struct Buffers<'py> {
    py: Python<'py>,
    arrays: Vec<(PyBackedStr, Array<'py>)>,
}

/// Columns of one call; the lists of words are owned.
pub(crate) struct Columns<'a> {
    words: Vec<Vec<&'a str>>,
    columns: Vec<(&'a str, Plain<'a>)>,
}

enum Plain<'a> {
    Column(Column<'a>),
    /// Codes, and the place of their list.
    Words(&'a [u8], usize),
}

impl<'py> Buffers<'py> {
    /// Borrows the arrays of a dict; None is absent.
    pub(crate) fn borrow(columns: &Bound<'py, PyDict>) -> PyResult<Self> {
        let py = columns.py();
        let given = columns.iter().filter(|(_, array)| !array.is_none());
        let arrays = given.map(|(name, array)| {
            let name: PyBackedStr = name.extract()?;
            let array = if array.get_type().is(words_class(py)?) { of_words(&array) } else { of_array(&array) };
            match array {
                Some(array) => Ok((name, array)),
                None => Err(refused(py, &name)),
            }
        });
        Ok(Self { py, arrays: arrays.collect::<PyResult<_>>()? })
    }

    /// The arrays as columns.
    pub(crate) fn columns(&self) -> PyResult<Columns<'_>> {
        let mut found = Columns { words: Vec::new(), columns: Vec::new() };
        for (name, array) in &self.arrays {
            let column = match array {
                Array::F64(array) => array.as_slice().map(|values| Plain::Column(Column::F64(values))),
                Array::I64(array) => array.as_slice().map(|values| Plain::Column(Column::I64(values))),
                Array::Bool(array) => array.as_slice().map(|values| Plain::Column(Column::Bool(values))),
                Array::Words(codes, words) => {
                    found.words.push(words.iter().map(|word| &**word).collect());
                    codes.as_slice().map(|codes| Plain::Words(codes, found.words.len() - 1))
                }
            };
            found.columns.push((name, column.map_err(|_| refused(self.py, name))?));
        }
        Ok(found)
    }
}

impl Columns<'_> {
    /// The columns by name.
    pub(crate) fn named(&self) -> Vec<(&str, Column<'_>)> {
        self.columns.iter().map(|(name, plain)| (*name, self.column(plain))).collect()
    }

    fn column<'c>(&'c self, plain: &'c Plain<'_>) -> Column<'c> {
        match plain {
            Plain::Column(column) => *column,
            Plain::Words(codes, list) => Column::Words { codes, words: &self.words[*list] },
        }
    }
}

fn of_array<'py>(array: &Bound<'py, PyAny>) -> Option<Array<'py>> {
    // A subclass says more than its buffer: a mask, a unit.
    if !array.is_exact_instance_of::<PyUntypedArray>() {
        return None;
    }
    if let Ok(array) = array.extract::<PyReadonlyArray1<'py, f64>>() {
        return Some(Array::F64(array));
    }
    if let Ok(array) = array.extract::<PyReadonlyArray1<'py, i64>>() {
        return Some(Array::I64(array));
    }
    array.extract::<PyReadonlyArray1<'py, bool>>().ok().map(Array::Bool)
}

fn of_words<'py>(words: &Bound<'py, PyAny>) -> Option<Array<'py>> {
    let codes = words.getattr("codes").ok()?.extract::<PyReadonlyArray1<'py, u8>>().ok()?;
    Some(Array::Words(codes, words.getattr("words").ok()?.extract().ok()?))
}

/// `hashinsight._words.Words`.
fn words_class(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static WORDS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    WORDS.import(py, "hashinsight._words", "Words")
}

fn refused(py: Python<'_>, name: &str) -> PyErr {
    let fault = Fault::new("border.column", Problem::WrongType).at(name);
    raise(py, fault.allowed("a contiguous one-dimensional array of float64, int64 or bool, or Words"))
}

/// Output columns: arrays, and words as `hashinsight._words.Words`.
pub(crate) fn to_python(py: Python<'_>, columns: Vec<ColumnBuffer>) -> PyResult<Vec<Bound<'_, PyAny>>> {
    let columns = columns.into_iter().map(|column| match column {
        ColumnBuffer::F64(values) => Ok(values.into_pyarray(py).into_any()),
        ColumnBuffer::I64(values) => Ok(values.into_pyarray(py).into_any()),
        ColumnBuffer::Bool(values) => Ok(values.into_pyarray(py).into_any()),
        ColumnBuffer::Words { codes, words } => {
            words_class(py)?.call1((codes.into_pyarray(py), PyTuple::new(py, words)?))
        }
    });
    columns.collect()
}
