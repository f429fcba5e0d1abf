//! Python values as JSON text, and long lists of numbers beside it, without losing anything: what has no exact form is refused with its
//! path.

use std::fmt::Write as _;

use hashinsight_surface::json::{DEPTH_LIMIT, Source, push_f64, push_text};
use hashinsight_surface::{Fault, Problem};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyByteArray, PyBytes, PyDict, PyFloat, PyInt, PyList, PyMemoryView, PyString, PyTuple};

use crate::containers::{List, Numbers, as_columns, as_list, is_numpy_time};
use crate::fault::raise;

/// A list of Python's own numbers that is shorter is quicker as text.
const LONG: usize = 256;
/// 2^53.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Calls with a request: the value itself where it is text already. A float without a fraction is a whole number where one is wanted, as it
/// is in columns, and in the languages that have floats only.
pub(crate) fn encoded<R>(value: &Bound<'_, PyAny>, then: impl FnOnce(Source<'_>) -> PyResult<R>) -> PyResult<R> {
    if let Ok(text) = value.cast_exact::<PyString>() {
        return then(text.to_str()?.into());
    }
    let mut out =
        Text { json: String::with_capacity(512), lists: Vec::new(), indexes: Vec::new(), decimals: Vec::new() };
    write_value(value, &mut out, DEPTH_LIMIT).map_err(|refusal| refusal.into_exception(value.py()))?;
    let lists = out.lists.iter().map(Numbers::column).collect::<PyResult<Vec<_>>>()?;
    let answer = then(Source::new(&out.json, &lists).of_numbers());
    match answer {
        Err(error) if !out.decimals.is_empty() => Err(of_decimals(value.py(), &error, &out.decimals)),
        answer => answer,
    }
}

/// The refusal of text that was a `Decimal` says so.
fn of_decimals(py: Python<'_>, error: &PyErr, decimals: &[String]) -> PyErr {
    let errors = py.import("hashinsight.errors");
    let told = errors.and_then(|errors| errors.getattr("of_decimals")?.call1((error.value(py), decimals)));
    told.map_or_else(|failed| failed, PyErr::from_value)
}

/// What is written so far.
struct Text<'py> {
    json: String,
    lists: Vec<Numbers<'py>>,
    /// Of each length the index of the first pandas Series.
    indexes: Vec<Bound<'py, PyAny>>,
    /// What was a `Decimal`.
    decimals: Vec<String>,
}

/// A value that cannot cross, or an exception that Python raised meanwhile.
enum Refusal {
    Fault(Box<Fault>),
    Python(PyErr),
}

impl Refusal {
    fn fault(fault: Fault) -> Self {
        Self::Fault(Box::new(fault))
    }

    fn in_field(self, field: &str) -> Self {
        match self {
            Self::Fault(fault) => Self::fault(fault.at(field)),
            python @ Self::Python(_) => python,
        }
    }

    fn into_exception(self, py: Python<'_>) -> PyErr {
        match self {
            Self::Fault(fault) => raise(py, *fault),
            Self::Python(error) => error,
        }
    }
}

impl From<PyErr> for Refusal {
    fn from(error: PyErr) -> Self {
        Self::Python(error)
    }
}

type Written = Result<(), Refusal>;

fn write_value<'py>(value: &Bound<'py, PyAny>, out: &mut Text<'py>, levels: u32) -> Written {
    if levels == 0 {
        let fault = Fault::new("border.depth", Problem::OutOfRange).got("a deeply nested or cyclic value");
        return Err(Refusal::fault(fault.allowed(format!("at most {DEPTH_LIMIT} levels"))));
    }
    if let Ok(number) = value.cast::<PyFloat>() {
        write_float(number.value(), &mut out.json);
    } else if let Ok(flag) = value.cast_exact::<PyBool>() {
        out.json.push_str(if flag.is_true() { "true" } else { "false" });
    } else if let Ok(number) = value.cast::<PyInt>() {
        write_integer(number, &mut out.json)?;
    } else if let Ok(text) = value.cast::<PyString>() {
        let text = text.to_str().map_err(|_| {
            let shown = value.repr().map(|repr| repr.to_string()).unwrap_or_default();
            Refusal::fault(
                Fault::new("border.text", Problem::WrongType).got(shown).allowed("text without lone surrogates"),
            )
        })?;
        push_text(&mut out.json, text);
    } else if value.is_none() {
        out.json.push_str("null");
    } else if let Ok(dict) = value.cast::<PyDict>() {
        write_object(dict, out, levels)?;
    } else if let Ok(list) = value.cast::<PyList>() {
        match own_numbers(list.iter()).filter(|_| levels > 1) {
            Some(numbers) => write_numbers(numbers, out),
            None => write_array(list.iter(), out, levels)?,
        }
    } else if let Ok(tuple) = value.cast::<PyTuple>() {
        match own_numbers(tuple.iter()).filter(|_| levels > 1) {
            Some(numbers) => write_numbers(numbers, out),
            None => write_array(tuple.iter(), out, levels)?,
        }
    } else if let Ok(body) = value.cast::<PyBytes>() {
        write_bytes(body, out)?;
    } else if value.is_instance_of::<PyByteArray>() || is_view_of_bytes(value)? {
        let copy = value.py().get_type::<PyBytes>().call1((value,))?;
        write_bytes(copy.cast::<PyBytes>().map_err(PyErr::from)?, out)?;
    } else {
        write_other(value, out, levels)?;
    }
    Ok(())
}

/// Whether it is a view of bytes, not of wider numbers.
fn is_view_of_bytes(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(value.is_instance_of::<PyMemoryView>() && value.getattr("itemsize")?.extract::<usize>()? == 1)
}

/// The bytes of a text, as an HTTP client gives a body.
fn write_bytes(body: &Bound<'_, PyBytes>, out: &mut Text<'_>) -> Written {
    let text = std::str::from_utf8(body.as_bytes()).map_err(|error| {
        let fault = Fault::new("border.bytes", Problem::WrongType).got(error.to_string());
        Refusal::fault(fault.allowed("text in UTF-8; unpack what is compressed"))
    })?;
    push_text(&mut out.json, text);
    Ok(())
}

fn write_float(value: f64, out: &mut String) {
    match value {
        _ if value.is_nan() => out.push_str("\"NaN\""),
        f64::INFINITY => out.push_str("\"Infinity\""),
        f64::NEG_INFINITY => out.push_str("\"-Infinity\""),
        // Every integer below is a float, and a float that is one of them is written as such.
        _ if value.fract() == 0.0 && value.abs() < EXACT => {
            let _ = write!(out, "{}", value + 0.0); // writing to a String cannot fail
        }
        _ => push_f64(out, value),
    }
}

fn write_integer(number: &Bound<'_, PyInt>, out: &mut String) -> Written {
    if let Ok(small) = number.extract::<i64>() {
        let _ = write!(out, "{small}"); // writing to a String cannot fail
    } else {
        out.push_str(number.str()?.to_str()?);
    }
    Ok(())
}

fn write_object<'py>(dict: &Bound<'py, PyDict>, out: &mut Text<'py>, levels: u32) -> Written {
    let mut open = '{';
    for (key, value) in dict {
        // None means absent: the key is left out.
        if value.is_none() {
            continue;
        }
        let key = key.cast::<PyString>().map_err(|_| {
            Refusal::fault(
                Fault::new("border.key", Problem::WrongType).got(key.to_string()).allowed("keys that are strings"),
            )
        })?;
        out.json.push(open);
        open = ',';
        let key = key.to_str().map_err(|_| {
            let shown = key.repr().map(|repr| repr.to_string()).unwrap_or_default();
            Refusal::fault(
                Fault::new("border.key", Problem::WrongType).got(shown).allowed("text without lone surrogates"),
            )
        })?;
        push_text(&mut out.json, key);
        out.json.push(':');
        write_value(&value, out, levels - 1).map_err(|refusal| refusal.in_field(key))?;
    }
    out.json.push_str(if open == '{' { "{}" } else { "}" });
    Ok(())
}

/// A place for numbers beside the text.
fn write_numbers<'py>(numbers: Numbers<'py>, out: &mut Text<'py>) {
    let _ = write!(out.json, "#{}", out.lists.len()); // writing to a String cannot fail
    out.lists.push(numbers);
}

/// A long list or tuple of nothing but Python's own floats, or integers.
fn own_numbers<'py>(mut items: impl ExactSizeIterator<Item = Bound<'py, PyAny>>) -> Option<Numbers<'py>> {
    if items.len() < LONG {
        return None;
    }
    let first = items.next()?;
    let items = std::iter::once(first.clone()).chain(items);
    if first.is_exact_instance_of::<PyFloat>() {
        let float = |item: Bound<'py, PyAny>| Some(item.cast_exact::<PyFloat>().ok()?.value());
        return items.map(float).collect::<Option<_>>().map(Numbers::OwnFloats);
    }
    let integer = |item: Bound<'py, PyAny>| item.cast_exact::<PyInt>().ok()?.extract().ok();
    items.map(integer).collect::<Option<_>>().map(Numbers::OwnIntegers)
}

fn write_array<'py>(items: impl Iterator<Item = Bound<'py, PyAny>>, out: &mut Text<'py>, levels: u32) -> Written {
    out.json.push('[');
    for (index, item) in items.enumerate() {
        if index > 0 {
            out.json.push(',');
        }
        write_value(&item, out, levels - 1).map_err(|refusal| refusal.in_field(&format!("[{index}]")))?;
    }
    out.json.push(']');
    Ok(())
}

/// Types of the standard library that a request may hold.
struct Types {
    decimal: Py<PyAny>,
    datetime: Py<PyAny>,
    date: Py<PyAny>,
    epoch: Py<PyAny>,
}

impl Types {
    fn get(py: Python<'_>) -> PyResult<&Self> {
        static TYPES: PyOnceLock<Types> = PyOnceLock::new();
        TYPES.get_or_try_init(py, || {
            let datetime = py.import("datetime")?;
            let utc = datetime.getattr("timezone")?.getattr("utc")?;
            let epoch = datetime.getattr("datetime")?.call1((1970, 1, 1, 0, 0, 0, 0, utc))?;
            Ok(Self {
                decimal: py.import("decimal")?.getattr("Decimal")?.unbind(),
                datetime: datetime.getattr("datetime")?.unbind(),
                date: datetime.getattr("date")?.unbind(),
                epoch: epoch.unbind(),
            })
        })
    }
}

/// Decimals, instants, days, the package's own values, NumPy scalars and arrays.
fn write_other<'py>(value: &Bound<'py, PyAny>, out: &mut Text<'py>, levels: u32) -> Written {
    let py = value.py();
    let types = Types::get(py)?;
    if value.is_instance(types.decimal.bind(py))? {
        let text: String = value.call_method1("__format__", ("f",))?.extract()?;
        push_text(&mut out.json, &text);
        out.decimals.push(text);
    } else if value.is_instance(types.datetime.bind(py))? {
        write_instant(value, types.epoch.bind(py), &mut out.json)?;
    } else if value.is_instance(types.date.bind(py))? {
        push_text(&mut out.json, value.call_method0("isoformat")?.extract::<String>()?.as_str());
    } else if is_numpy_time(value)? {
        let seen = py.import("hashinsight._arrays")?.call_method1("moment", (value,))?;
        write_value(&seen, out, levels - 1)?;
    } else if let Some(wire) = value.getattr_opt("_wire")? {
        write_value(&wire.call0()?, out, levels - 1)?;
    } else if let Some(columns) = as_columns(value)? {
        write_value(&columns, out, levels - 1)?;
    } else if let Some(list) = as_list(value)? {
        check_index(value, out)?;
        match list {
            List::Numbers(numbers) => write_numbers(numbers, out),
            List::Values(values) => write_value(&values, out, levels - 1)?,
        }
    } else {
        let kind = value.get_type();
        let fault = Fault::new("border.value", Problem::WrongType).got(format_args!("a value of {kind}"));
        return Err(Refusal::fault(
            fault.allowed("numbers, strings, booleans, Decimal, datetime, date, dicts and lists"),
        ));
    }
    Ok(())
}

/// Series go by position: of two as long as each other the rows must be the same.
fn check_index<'py>(series: &Bound<'py, PyAny>, out: &mut Text<'py>) -> Written {
    let is_pandas = series.get_type().module()?.to_str()?.starts_with("pandas");
    let Some(index) = series.getattr_opt("index")?.filter(|_| is_pandas) else { return Ok(()) };
    let rows = index.len()?;
    for other in &out.indexes {
        if other.len()? == rows {
            if other.call_method1("equals", (&index,))?.extract()? {
                return Ok(());
            }
            let fault = Fault::new("border.series", Problem::Unsupported)
                .got("another index than a Series of as many rows has");
            return Err(Refusal::fault(fault.allowed("equal indexes (.reindex), or .to_numpy() to go by position")));
        }
    }
    out.indexes.push(index);
    Ok(())
}

fn write_instant(value: &Bound<'_, PyAny>, epoch: &Bound<'_, PyAny>, out: &mut String) -> Written {
    // The missing time of pandas is a datetime whose methods raise.
    let offset = value.call_method0("utcoffset").ok();
    let is_pandas = value.get_type().module()?.to_str()?.starts_with("pandas");
    // A naive time of pandas is UTC, as its columns are; one of Python's is anyone's.
    let localized = match offset {
        Some(ref offset) if offset.is_none() && is_pandas => Some(value.call_method1("tz_localize", ("UTC",))?),
        _ => None,
    };
    let value = localized.as_ref().unwrap_or(value);
    if localized.is_none() && offset.is_none_or(|offset| offset.is_none()) {
        let fault = Fault::new("border.datetime", Problem::WrongType).got(value.to_string());
        return Err(Refusal::fault(fault.allowed("a datetime with a time zone, or milliseconds since 1970 UTC")));
    }
    let span = value.sub(epoch)?;
    let part = |name: &str| span.getattr(name)?.extract::<i64>();
    let (days, seconds, micros) = (part("days")?, part("seconds")?, part("microseconds")?);
    let nanos = span.getattr_opt("nanoseconds")?.map_or(Ok(0), |nanos| nanos.extract::<i64>())?; // pandas has them
    // `datetime.now(timezone.utc)` has microseconds: an instant is the millisecond that it lies in. Times of a table lose nothing.
    if nanos != 0 || (is_pandas && micros % 1000 != 0) {
        let fault = Fault::new("border.datetime", Problem::OutOfRange).got(value.to_string());
        return Err(Refusal::fault(fault.allowed("whole milliseconds")));
    }
    let _ = write!(out, "{}", (days * 86_400 + seconds) * 1000 + micros / 1000);
    Ok(())
}
