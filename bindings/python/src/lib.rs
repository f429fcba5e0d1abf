//! Python glue: the four shapes, and faults as exceptions. What people see is `python/hashinsight`, generated from the operation table.

mod columns;
mod containers;
mod decode;
mod encode;
mod fault;
mod handles;

use pyo3::prelude::*;

/// Keeps the pages of freed columns for the next ones; the system's allocator gives them back and has to clear them anew.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The native half of the package `hashinsight`.
#[pymodule]
mod _native {
    use super::columns::{Buffers, to_python};
    use super::decode::decode;
    use super::encode::encoded;
    use super::fault::raise;
    use super::{Bound, PyAny, PyDict, PyResult, Python, pyfunction};

    #[pymodule_export]
    use super::handles::{Job, Stream};

    /// Version of the library.
    #[pymodule_export]
    const VERSION: &str = hashinsight_surface::VERSION;

    /// Paths of all operations.
    #[pyfunction]
    fn operations() -> Vec<&'static str> {
        hashinsight_surface::operations().map(|operation| operation.path).collect()
    }

    /// The worked example of an operation, as JSON text.
    #[pyfunction]
    fn example(py: Python<'_>, path: &str) -> PyResult<&'static str> {
        hashinsight_surface::operation(path).map(|operation| operation.example).map_err(|error| raise(py, error))
    }

    /// A document operation: the request as Python values, or as JSON text.
    ///
    /// Arrays in the request are read in place while the interpreter is released: they must not be written by another thread meanwhile.
    #[pyfunction]
    fn call<'py>(py: Python<'py>, path: &str, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let answer = encoded(request, |request| {
            py.detach(|| hashinsight_surface::answer(path, request)).map_err(|error| raise(py, error))
        });
        decode(py, answer?)
    }

    /// Refuses a request that cannot be read; nothing is calculated.
    #[pyfunction]
    fn check(py: Python<'_>, path: &str, request: &Bound<'_, PyAny>) -> PyResult<()> {
        encoded(request, |request| hashinsight_surface::check(path, request).map_err(|error| raise(py, error)))
    }

    /// A columns operation: parameters as Python values, columns as NumPy arrays of `float64`, `int64` or `bool`, or as `Words`.
    ///
    /// The arrays are read in place while the interpreter is released: they must not be written by another thread meanwhile.
    #[pyfunction]
    fn call_columns<'py>(
        py: Python<'py>,
        path: &str,
        params: &Bound<'py, PyAny>,
        columns: &Bound<'py, PyDict>,
    ) -> PyResult<Vec<Bound<'py, PyAny>>> {
        let outputs = encoded(params, |params| {
            let buffers = Buffers::borrow(columns)?;
            let columns = buffers.columns()?;
            let columns = columns.named();
            let outputs = py.detach(|| hashinsight_surface::call_columns(path, params, &columns));
            outputs.map_err(|error| raise(py, error))
        });
        to_python(py, outputs?)
    }
}

use pyo3::types::PyDict;
