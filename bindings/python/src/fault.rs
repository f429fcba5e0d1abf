//! Faults as exceptions of the small hierarchy in `hashinsight.errors`.

use hashinsight_surface::Fault;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;

/// The exception that says this fault.
pub(crate) fn raise(py: Python<'_>, fault: &Fault) -> PyErr {
    static MAKE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let make = MAKE.get_or_try_init(py, || py.import("hashinsight.errors")?.getattr("from_fault").map(Bound::unbind));
    let parts = (fault.code(), fault.path().as_str(), fault.value(), fault.allowed_text());
    match make.and_then(|make| make.call1(py, parts)) {
        Ok(exception) => PyErr::from_value(exception.into_bound(py)),
        Err(error) => error,
    }
}
