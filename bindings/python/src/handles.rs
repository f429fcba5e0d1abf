//! Streams and jobs as Python objects. Each is locked while it works, so that threads may share it.

use std::sync::{Mutex, MutexGuard};

use hashinsight_surface::{
    ColumnBuffer, Error, Fault, JobHandle, JobWork, Lists, Problem, Progress, StreamHandle, open_job, open_stream,
};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyInt};

use crate::columns::{Buffers, to_python};
use crate::decode::decode;
use crate::encode::encoded;
use crate::fault::raise;

type Locked<T> = Mutex<Box<T>>;

fn lock<T: ?Sized>(handle: &Locked<T>) -> Result<MutexGuard<'_, Box<T>>, Error> {
    let poisoned =
        || Fault::new("border.handle", Problem::Unsupported).allowed("a handle whose last call did not panic");
    handle.lock().map_err(|_| poisoned().into())
}

/// An open stream.
#[pyclass(module = "hashinsight._native", frozen)]
pub(crate) struct Stream(Locked<dyn StreamHandle>);

#[pymethods]
impl Stream {
    #[new]
    #[pyo3(signature = (path, params, state=None))]
    fn new(py: Python<'_>, path: &str, params: &Bound<'_, PyAny>, state: Option<&[u8]>) -> PyResult<Self> {
        let stream = encoded(params, |params| raised(py, open_stream(path, params, state)))?;
        Ok(Self(Mutex::new(stream)))
    }

    /// Takes rows of events, all or none.
    fn update<'py>(&self, py: Python<'py>, events: &Bound<'py, PyDict>) -> PyResult<Vec<Bound<'py, PyAny>>> {
        let buffers = Buffers::borrow(events)?;
        let columns = buffers.columns()?;
        let columns = columns.named();
        answer(py, py.detach(|| lock(&self.0)?.update(&columns)))
    }

    /// What `update` would answer.
    fn peek<'py>(&self, py: Python<'py>, events: &Bound<'py, PyDict>) -> PyResult<Vec<Bound<'py, PyAny>>> {
        let buffers = Buffers::borrow(events)?;
        let columns = buffers.columns()?;
        let columns = columns.named();
        answer(py, py.detach(|| lock(&self.0)?.peek(&columns)))
    }

    /// Closes what is still open.
    fn finish<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyAny>>> {
        answer(py, py.detach(|| Ok(lock(&self.0)?.finish())))
    }

    /// Forgets every event.
    fn reset(&self, py: Python<'_>) -> PyResult<()> {
        raised(py, py.detach(|| lock(&self.0).map(|mut stream| stream.reset())))
    }

    /// The state as bytes.
    fn save<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let state = raised(py, py.detach(|| lock(&self.0).map(|handle| handle.save())))?;
        Ok(PyBytes::new(py, &state))
    }
}

fn raised<T>(py: Python<'_>, answer: Result<T, Error>) -> PyResult<T> {
    answer.map_err(|error| raise(py, error))
}

fn answer(py: Python<'_>, outputs: Result<Vec<ColumnBuffer>, Error>) -> PyResult<Vec<Bound<'_, PyAny>>> {
    to_python(py, raised(py, outputs)?)
}

/// An open job.
#[pyclass(module = "hashinsight._native", frozen)]
pub(crate) struct Job(Locked<dyn JobHandle>);

fn pair(progress: Progress) -> (u64, u64) {
    (progress.done, progress.total)
}

/// A number of blocks.
fn count(value: &Bound<'_, PyAny>) -> PyResult<u64> {
    value.extract().map_err(|_| {
        let problem = if value.is_instance_of::<PyInt>() { Problem::OutOfRange } else { Problem::WrongType };
        let fault = Fault::new("border.blocks", problem).at("blocks").got(value.to_string());
        raise(value.py(), fault.allowed("a whole number from 0 to 2^64 - 1"))
    })
}

/// Blocks from one number to another.
fn range(value: &Bound<'_, PyAny>) -> PyResult<(u64, u64)> {
    let Ok((start, end)) = value.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>() else {
        let fault = Fault::new("border.blocks", Problem::WrongType).at("blocks").got(value.to_string());
        return Err(raise(value.py(), fault.allowed("a pair of whole numbers, from and to")));
    };
    Ok((count(&start)?, count(&end)?))
}

#[pymethods]
impl Job {
    #[new]
    #[pyo3(signature = (path, params, blocks=None, state=None))]
    fn new(
        py: Python<'_>,
        path: &str,
        params: &Bound<'_, PyAny>,
        blocks: Option<&Bound<'_, PyAny>>,
        state: Option<&[u8]>,
    ) -> PyResult<Self> {
        let work = match (blocks.map(range).transpose()?, state) {
            (None, None) => JobWork::Whole,
            (Some((start, end)), None) => JobWork::Shard(start..end),
            (None, Some(bytes)) => JobWork::State(bytes),
            (Some(_), Some(_)) => {
                let fault = Fault::new("border.state", Problem::Several).at("state");
                return Err(raise(py, fault.allowed("blocks or state, not both")));
            }
        };
        let job = encoded(params, |params| raised(py, open_job(path, params, work)))?;
        Ok(Self(Mutex::new(job)))
    }

    /// Blocks done, blocks to do in all.
    fn progress(&self, py: Python<'_>) -> PyResult<(u64, u64)> {
        raised(py, py.detach(|| lock(&self.0).map(|job| pair(job.progress()))))
    }

    /// Does up to so many blocks.
    fn step(&self, py: Python<'_>, blocks: &Bound<'_, PyAny>) -> PyResult<(u64, u64)> {
        let blocks = count(blocks)?;
        raised(py, py.detach(|| lock(&self.0).map(|mut job| pair(job.step(blocks)))))
    }

    /// Takes over what another shard has to do and has done.
    fn merge(&self, py: Python<'_>, other: &Bound<'_, Self>) -> PyResult<()> {
        let other = other.get();
        if std::ptr::eq(self, other) {
            let fault = Fault::new("job.merge", Problem::Unsupported).got("the job itself");
            return Err(raise(py, fault.allowed("another shard with other blocks")));
        }
        let merged = py.detach(|| {
            // Always the lower address first, so that two merges in opposite directions cannot block each other.
            if std::ptr::from_ref(self) < std::ptr::from_ref(other) {
                let mut mine = lock(&self.0)?;
                mine.merge(lock(&other.0)?.as_ref())
            } else {
                let theirs = lock(&other.0)?;
                lock(&self.0)?.merge(theirs.as_ref())
            }
        });
        raised(py, merged)
    }

    /// The report as plain values.
    fn report<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decode(py, raised(py, py.detach(|| lock(&self.0)?.answer(Lists::Beside)))?)
    }

    /// The state as bytes.
    fn save<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let state = raised(py, py.detach(|| lock(&self.0).map(|handle| handle.save())))?;
        Ok(PyBytes::new(py, &state))
    }
}
