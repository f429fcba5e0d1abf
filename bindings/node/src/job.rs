//! Jobs: block by block here, or on a thread of Node's pool, which leaves the event loop free.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hashinsight_surface::{JobHandle, JobWork, Lists};
use napi::bindgen_prelude::{AsyncTask, Either, Env, Error, Float64Array, Result, Task, Uint8Array};
use napi_derive::napi;

use crate::{Letter, Numbers, closed, letter, thrown, with};

/// A job, until it is freed. A block on another thread holds the lock: whoever asks meanwhile waits for it.
type Shared = Arc<Mutex<Option<Box<dyn JobHandle>>>>;

/// An open job.
#[napi]
pub struct NativeJob(Shared);

/// Opens a job, or only some blocks of it, or takes up its state bytes.
#[napi(catch_unwind)]
pub fn open_job(
    path: String,
    params: String,
    blocks: Option<Float64Array>,
    state: Option<Uint8Array>,
    lists: Option<Vec<Numbers>>,
) -> Result<NativeJob> {
    let work = JobWork::from_parts(blocks.as_deref(), state.as_deref()).map_err(thrown)?;
    with(&params, lists.as_deref(), |params| hashinsight_surface::open_job(&path, params, work))
        .map(|job| NativeJob(Arc::new(Mutex::new(Some(job)))))
}

/// Blocks of a job that are done on a thread of the pool.
pub struct Away {
    job: Shared,
    blocks: u64,
}

#[napi]
impl Task for Away {
    type Output = [f64; 2];
    type JsValue = Vec<f64>;

    fn compute(&mut self) -> Result<[f64; 2]> {
        // A panic may not leave a thread of the pool.
        let step = || step(&self.job, self.blocks);
        catch_unwind(AssertUnwindSafe(step)).unwrap_or_else(|_| Err(Error::from_reason("a block of the job panicked")))
    }

    fn resolve(&mut self, _: Env, progress: [f64; 2]) -> Result<Vec<f64>> {
        Ok(progress.to_vec())
    }
}

fn locked(job: &Shared) -> MutexGuard<'_, Option<Box<dyn JobHandle>>> {
    job.lock().unwrap_or_else(PoisonError::into_inner)
}

fn step(job: &Shared, blocks: u64) -> Result<[f64; 2]> {
    Ok(locked(job).as_mut().ok_or_else(closed)?.step(blocks).to_pair())
}

#[napi]
impl NativeJob {
    fn with<R>(&self, run: impl FnOnce(&dyn JobHandle) -> Result<R>) -> Result<R> {
        run(locked(&self.0).as_deref().ok_or_else(closed)?)
    }

    /// Blocks done, blocks to do in all.
    #[napi(catch_unwind)]
    pub fn progress(&self) -> Result<Vec<f64>> {
        self.with(|job| Ok(job.progress().to_pair().to_vec()))
    }

    /// Does up to so many blocks.
    #[napi(catch_unwind)]
    pub fn step(&self, blocks: u32) -> Result<Vec<f64>> {
        step(&self.0, u64::from(blocks)).map(|progress| progress.to_vec())
    }

    /// Does up to so many blocks on a thread of the pool.
    #[napi]
    pub fn step_away(&self, blocks: u32) -> AsyncTask<Away> {
        AsyncTask::new(Away { job: Arc::clone(&self.0), blocks: u64::from(blocks) })
    }

    /// Takes over what another shard has to do and has done.
    #[napi(catch_unwind)]
    pub fn merge(&self, other: &NativeJob) -> Result<()> {
        if Arc::ptr_eq(&self.0, &other.0) {
            return Err(closed());
        }
        other.with(|other| locked(&self.0).as_mut().ok_or_else(closed)?.merge(other).map_err(thrown))
    }

    /// The report as JSON text, long lists beside it.
    #[napi(catch_unwind)]
    pub fn report(&self) -> Result<Either<String, Letter>> {
        self.with(|job| job.answer(Lists::Beside).map(letter).map_err(thrown))
    }

    /// The state as bytes.
    #[napi(catch_unwind)]
    pub fn save(&self) -> Result<Uint8Array> {
        self.with(|job| Ok(job.save().into()))
    }

    /// Gives the memory back.
    #[napi]
    pub fn free(&self) {
        *locked(&self.0) = None;
    }
}
