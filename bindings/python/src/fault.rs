//! Errors as exceptions of the small hierarchy in `hashinsight.errors`.

use hashinsight_surface::{Error, Fault};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyTuple;

/// The exception that says this error: its first fault, with the further ones as `others`.
pub(crate) fn raise(py: Python<'_>, error: impl Into<Error>) -> PyErr {
    let error = error.into();
    let others = error.faults().skip(1).map(|fault| exception(py, fault, None)).collect::<PyResult<Vec<_>>>();
    let made = others.and_then(|others| {
        let others = if others.is_empty() { None } else { Some(PyTuple::new(py, others)?) };
        exception(py, error.fault(), others)
    });
    made.map_or_else(|error| error, PyErr::from_value)
}

fn exception<'py>(py: Python<'py>, fault: &Fault, others: Option<Bound<'py, PyTuple>>) -> PyResult<Bound<'py, PyAny>> {
    static MAKE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let make = || py.import("hashinsight.errors")?.getattr("from_fault").map(Bound::unbind);
    let make = MAKE.get_or_try_init(py, make)?.bind(py);
    let parts = (fault.code(), fault.path().as_str(), fault.value(), fault.allowed_text());
    match others {
        None => make.call1(parts),
        Some(others) => make.call1((parts.0, parts.1, parts.2, parts.3, others)),
    }
}
