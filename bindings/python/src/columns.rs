//! NumPy arrays as columns: read in place, answered by moving the buffer. What is not plainly an array is for `_frames.py` to read.

use hashinsight_surface::{Column, ColumnBuffer, Fault};
use numpy::{IntoPyArray, PyReadonlyArray1, PyUntypedArray};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyTuple};

use crate::fault::raise;

enum Array<'py> {
    F64(PyReadonlyArray1<'py, f64>),
    I64(PyReadonlyArray1<'py, i64>),
}

/// The arrays of one call, borrowed from Python while it lasts.
pub(crate) struct Buffers<'py> {
    py: Python<'py>,
    arrays: Vec<(PyBackedStr, Array<'py>)>,
}

impl<'py> Buffers<'py> {
    /// Borrows the arrays of a dict; None is absent.
    pub(crate) fn borrow(columns: &Bound<'py, PyDict>) -> PyResult<Self> {
        let py = columns.py();
        let given = columns.iter().filter(|(_, array)| !array.is_none());
        let arrays = given.map(|(name, array)| {
            let name: PyBackedStr = name.extract()?;
            // A subclass says more than its buffer: a mask, a unit.
            if !array.is_exact_instance_of::<PyUntypedArray>() {
                return Err(refused(py, &name));
            }
            if let Ok(array) = array.extract::<PyReadonlyArray1<'py, f64>>() {
                return Ok((name, Array::F64(array)));
            }
            match array.extract::<PyReadonlyArray1<'py, i64>>() {
                Ok(array) => Ok((name, Array::I64(array))),
                Err(_) => Err(refused(py, &name)),
            }
        });
        Ok(Self { py, arrays: arrays.collect::<PyResult<_>>()? })
    }

    /// The arrays as columns.
    pub(crate) fn columns(&self) -> PyResult<Vec<(&str, Column<'_>)>> {
        let columns = self.arrays.iter().map(|(name, array)| {
            let column = match array {
                Array::F64(array) => array.as_slice().map(Column::F64),
                Array::I64(array) => array.as_slice().map(Column::I64),
            };
            Ok((&**name, column.map_err(|_| refused(self.py, name))?))
        });
        columns.collect()
    }
}

fn refused(py: Python<'_>, name: &str) -> PyErr {
    let fault = Fault::new("border.column", Problem::WrongType).at(name);
    raise(py, &fault.allowed("a contiguous one-dimensional array of float64 or int64"))
}

/// Output columns: arrays, and words as `hashinsight._frames.Words`.
pub(crate) fn to_python(py: Python<'_>, columns: Vec<ColumnBuffer>) -> PyResult<Vec<Bound<'_, PyAny>>> {
    static WORDS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let class = || py.import("hashinsight._frames")?.getattr("Words").map(Bound::unbind);
    let columns = columns.into_iter().map(|column| match column {
        ColumnBuffer::F64(values) => Ok(values.into_pyarray(py).into_any()),
        ColumnBuffer::I64(values) => Ok(values.into_pyarray(py).into_any()),
        ColumnBuffer::Words { codes, words } => {
            let class = WORDS.get_or_try_init(py, class)?.bind(py);
            class.call1((codes.into_pyarray(py), PyTuple::new(py, words)?))
        }
    });
    columns.collect()
}
