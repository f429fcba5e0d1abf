//! What NumPy, pandas and polars hold: numbers that are borrowed, or values of Python's own.

use hashinsight_surface::Column;
use numpy::{PyReadonlyArray1, PyUntypedArray};
use pyo3::prelude::*;

/// Numbers that stand beside the text: arrays are borrowed from Python.
pub(crate) enum Numbers<'py> {
    Floats(PyReadonlyArray1<'py, f64>),
    Integers(PyReadonlyArray1<'py, i64>),
    OwnFloats(Vec<f64>),
    OwnIntegers(Vec<i64>),
}

impl Numbers<'_> {
    pub(crate) fn column(&self) -> PyResult<Column<'_>> {
        Ok(match self {
            Self::Floats(array) => Column::F64(array.as_slice()?),
            Self::Integers(array) => Column::I64(array.as_slice()?),
            Self::OwnFloats(values) => Column::F64(values),
            Self::OwnIntegers(values) => Column::I64(values),
        })
    }
}

/// Whether it is one time of NumPy: the count in it is in a unit of its own.
pub(crate) fn is_numpy_time(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    let kind = value.get_type();
    Ok(kind.name()?.to_str()? == "datetime64" && kind.module()?.to_str()? == "numpy")
}

/// A pandas or polars `DataFrame` as a dict of its columns.
pub(crate) fn as_columns<'py>(value: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
    if !value.hasattr("columns")? {
        return Ok(None);
    }
    let columns = value.py().import("hashinsight._frames")?.getattr("document")?.call1((value,))?;
    Ok(Some(columns).filter(|columns| !columns.is_none()))
}

/// Whether NumPy, pandas or polars say that a container holds times.
fn are_times(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    let Some(dtype) = value.getattr_opt("dtype")? else { return Ok(false) };
    match dtype.getattr_opt("kind")? {
        Some(kind) => Ok(kind.extract::<String>()? == "M"),
        None => Ok(dtype.str()?.to_str()?.starts_with("Datetime")),
    }
}

/// What a foreign container holds.
pub(crate) enum List<'py> {
    Numbers(Numbers<'py>),
    Values(Bound<'py, PyAny>),
}

/// NumPy scalars and arrays, pandas and polars Series, as numbers beside the text or as Python's own values. Times are whole milliseconds.
/// What means more than its numbers is none of them: a unit, and the times of NumPy that are no whole milliseconds.
pub(crate) fn as_list<'py>(value: &Bound<'py, PyAny>) -> PyResult<Option<List<'py>>> {
    let is_numpy = value.get_type().module()?.to_str()?.starts_with("numpy");
    let is_array = value.cast::<PyUntypedArray>().is_ok();
    if value.hasattr("units")? || is_array && value.hasattr("unit")? {
        return Ok(None);
    }
    if are_times(value)? {
        let ms = value.py().import("hashinsight._arrays")?.getattr("times")?.call1((value,))?;
        if let Some(ms) = numbers(&ms)? {
            return Ok(Some(List::Numbers(ms)));
        }
    }
    if is_numpy && matches!(value.getattr("dtype")?.getattr("kind")?.extract()?, 'm' | 'M') {
        return Ok(None);
    }
    if let Some(numbers) = numbers(value)? {
        return Ok(Some(List::Numbers(numbers)));
    }
    let convert = match value.getattr_opt("tolist")? {
        Some(convert) => Some(convert),
        None => value.getattr_opt("to_list")?,
    };
    convert.map(|convert| convert.call0().map(List::Values)).transpose()
}

/// The numbers of a one-dimensional array of `float64` or `int64`, or of a Series that holds nothing else: neither a mask nor nulls.
fn numbers<'py>(value: &Bound<'py, PyAny>) -> PyResult<Option<Numbers<'py>>> {
    let kind = value.get_type();
    let package = kind.module()?;
    let is_series = match package.to_str()?.split('.').next() {
        Some("pandas") => match value.getattr_opt("dtype")? {
            Some(dtype) => dtype.get_type().module()?.to_str()?.starts_with("numpy"),
            None => false, // the missing value itself
        },
        Some("polars") => value.call_method0("null_count")?.extract::<u64>()? == 0,
        _ => false,
    };
    let array = if is_series { value.call_method0("to_numpy")? } else { value.clone() };
    // A subclass says more than its buffer: a mask, a unit.
    if !array.is_exact_instance_of::<PyUntypedArray>() {
        return Ok(None);
    }
    if let Ok(floats) = array.extract::<PyReadonlyArray1<'py, f64>>() {
        let is_plain = floats.as_slice().is_ok();
        let copy = || Numbers::OwnFloats(floats.as_array().to_vec());
        return Ok(Some(if is_plain { Numbers::Floats(floats) } else { copy() }));
    }
    if let Ok(integers) = array.extract::<PyReadonlyArray1<'py, i64>>() {
        let is_plain = integers.as_slice().is_ok();
        let copy = || Numbers::OwnIntegers(integers.as_array().to_vec());
        return Ok(Some(if is_plain { Numbers::Integers(integers) } else { copy() }));
    }
    Ok(None)
}
