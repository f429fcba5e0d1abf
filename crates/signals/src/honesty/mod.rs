//! Tests for anyone's signal: does it look ahead, how much does its start matter, and does its stream say what its batch says?
//!
//! A backtest of a signal that looks ahead is worth nothing, and the fault is easily made: a centred window, a statistic over all of the data, a
//! pivot that is drawn where it lies instead of where it was known. [`check_prefix`] finds it by calling the signal on prefixes. Recursive
//! signals depend on where their data begin; [`check_start`] says how much is left of that. [`check_stream`] feeds event by event.
//!
//! The signal is a function from all data to one output per event (the last ones, where it answers fewer). Outputs are compared by their bits;
//! NaN equals NaN.

mod output;

use hashinsight_units::{Error, Order, Record};

use crate::refuse::{insufficient, length, out_of_range};
pub use output::Output;

/// First place where two runs differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Difference {
    /// Number of events that the shorter run saw, or the index of the event at which the later run began.
    pub cut: u64,
    /// Index of the event whose outputs differ.
    pub index: u64,
}

/// Result of a check.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct HonestyReport {
    /// Whether no difference was found.
    pub is_honest: bool,
    /// Number of runs that were compared with the whole one.
    pub runs: u64,
    /// Differences: the first of each run that has one, in order of the runs.
    pub differences: Vec<Difference>,
}

impl HonestyReport {
    fn new(runs: usize, differences: Vec<Difference>) -> Self {
        Self { is_honest: differences.is_empty(), runs: runs as u64, differences }
    }
}

/// Cuts that are tried unless others are named: ends, thirds, and as many steps between as fit into `count`.
fn usual_cuts(events: usize, count: usize) -> Vec<usize> {
    let mut cuts: Vec<usize> = (0..=count).map(|step| events * step / count.max(1)).collect();
    cuts.extend([1, events.saturating_sub(1)]);
    cuts.retain(|cut| *cut >= 1 && *cut < events);
    cuts.order_by(Ord::cmp);
    cuts.dedup();
    cuts
}

fn whole<E, O>(signal: &impl Fn(&[E]) -> Result<Vec<O>, Error>, events: &[E]) -> Result<Vec<O>, Error> {
    let outputs = signal(events)?;
    if outputs.len() != events.len() {
        return Err(length("outputs", outputs.len(), events.len()));
    }
    Ok(outputs)
}

/// Whether a signal looks ahead: on each prefix of the events it must say what it says of them all. Without `cuts`, 50 are taken, evenly.
///
/// A cut finds what looks across it: that a signal peeks a few events ahead at one place is found by a cut between, so that only all cuts, `1` to
/// one below the number of events, prove that it never does.
///
/// ```
/// use hashinsight_signals::honesty::check_prefix;
/// let causal = |x: &[f64]| Ok(x.iter().scan(0.0, |sum, x| { *sum += x; Some(*sum) }).collect());
/// let peeking = |x: &[f64]| {
///     let mean = x.iter().sum::<f64>() / x.len() as f64; // of days that have not been yet
///     Ok(x.iter().map(|x| x - mean).collect::<Vec<f64>>())
/// };
/// let data = [1.0, 2.0, 4.0, 8.0];
/// assert!(check_prefix(causal, &data, &[])?.is_honest);
/// let report = check_prefix(peeking, &data, &[2])?;
/// assert_eq!((report.differences[0].cut, report.differences[0].index), (2, 0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.outputs.length` where the signal does not answer every event; `signals.events.insufficient_data` for fewer than two events,
/// `signals.cuts.out_of_range` for a cut that leaves nothing to compare; what the signal refuses of all events. A prefix that it refuses counts
/// as a difference at the first event: what is too short for an answer is answered by none.
pub fn check_prefix<E, O: Output>(
    signal: impl Fn(&[E]) -> Result<Vec<O>, Error>,
    events: &[E],
    cuts: &[usize],
) -> Result<HonestyReport, Error> {
    let outputs = whole(&signal, events)?;
    if events.len() < 2 {
        return Err(insufficient("events", events.len(), "at least two, so that there is a prefix"));
    }
    if let Some(row) = cuts.iter().position(|cut| *cut == 0 || *cut >= events.len()) {
        return Err(out_of_range("cuts", cuts[row], format!("1 to {}", events.len() - 1)).in_row(row));
    }
    let cuts = if cuts.is_empty() { usual_cuts(events.len(), 50) } else { cuts.to_vec() };
    let differs = |cut: &usize| {
        let cut = *cut;
        let index = match whole(&signal, &events[..cut]) {
            Ok(prefix) => prefix.iter().zip(&outputs).position(|(ours, whole)| !ours.same(whole))?,
            Err(_) => 0,
        };
        Some(Difference { cut: cut as u64, index: index as u64 })
    };
    Ok(HonestyReport::new(cuts.len(), cuts.iter().filter_map(differs).collect()))
}

/// How much the start of the data matters, of one later start.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct StartEffect {
    /// Index of the event at which the data began.
    pub offset: u64,
    /// Number of events after which both runs say numbers. Absent: they never do.
    pub warmup: Option<u64>,
    /// Number of events after which both runs agree to the tolerance for good. Absent: they do not until the end.
    pub stable_after: Option<u64>,
    /// Greatest relative difference at the last event: distance over the greater magnitude.
    pub last_difference: f64,
}

/// Effect of the start: how many events a recursive signal needs until it says the same whatever came before, to a relative tolerance.
///
/// ```
/// use hashinsight_signals::honesty::check_start;
/// // An exponential average halves what is left of its start with each event: 2^-20 is below a millionth.
/// let average = |x: &[f64]| {
///     Ok(x.iter().scan(None, |mean, x| { *mean = Some(mean.map_or(*x, |m: f64| 0.5 * m + 0.5 * x)); *mean }).collect::<Vec<f64>>())
/// };
/// let data: Vec<f64> = (0..100).map(|i| 100.0 + f64::from(i % 7)).collect();
/// let effects = check_start(average, &data, &[30], 1e-6)?;
/// assert!(effects[0].stable_after.unwrap() < 20);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.outputs.length` where the signal does not answer every event, `signals.offsets.insufficient_data` for an offset that leaves no event;
/// what the signal refuses.
pub fn check_start<E>(
    signal: impl Fn(&[E]) -> Result<Vec<f64>, Error>,
    events: &[E],
    offsets: &[usize],
    tolerance: f64,
) -> Result<Vec<StartEffect>, Error> {
    let outputs = whole(&signal, events)?;
    let relative = |ours: f64, whole: f64| {
        if ours.same(&whole) {
            return 0.0;
        }
        (ours - whole).abs() / hashinsight_numerics::max(ours.abs(), whole.abs())
    };
    let effect = |offset: &usize| {
        let Some(rest) = events.get(*offset..).filter(|rest| !rest.is_empty()) else {
            return Err(insufficient("offsets", events.len(), "offsets that leave events"));
        };
        let later = whole(&signal, rest)?;
        let differences: Vec<f64> = later.iter().zip(&outputs[*offset..]).map(|(a, b)| relative(*a, *b)).collect();
        let speak = later.iter().zip(&outputs[*offset..]).position(|(a, b)| !a.is_nan() && !b.is_nan());
        let agreeing = differences.iter().rev().take_while(|difference| **difference <= tolerance).count();
        let last = differences.last().copied().unwrap_or(f64::NAN);
        Ok(StartEffect {
            offset: *offset as u64,
            warmup: speak.map(|index| index as u64),
            stable_after: (agreeing > 0).then(|| (differences.len() - agreeing) as u64),
            last_difference: if last.is_nan() { 1.0 } else { last },
        })
    };
    offsets.iter().map(effect).collect()
}

/// Whether a stream says event by event what the batch says at once, and again from each state it is put down in.
///
/// `open` makes a fresh stream, `update` feeds it; a clone stands for a state that is put down and taken up.
///
/// ```
/// use hashinsight_signals::honesty::check_stream;
/// let batch = |x: &[f64]| Ok(x.iter().scan(0.0, |sum, x| { *sum += x; Some(*sum) }).collect::<Vec<f64>>());
/// let report = check_stream(batch, || Ok(0.0), |sum: &mut f64, x: &f64| { *sum += x; Ok(*sum) }, &[0.1, 0.2, 0.3])?;
/// assert!(report.is_honest);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.outputs.length` where the batch does not answer every event, `signals.events.insufficient_data` without events; what batch, `open` and
/// `update` refuse.
pub fn check_stream<E, O: Output, S: Clone>(
    batch: impl Fn(&[E]) -> Result<Vec<O>, Error>,
    open: impl Fn() -> Result<S, Error>,
    update: impl Fn(&mut S, &E) -> Result<O, Error>,
    events: &[E],
) -> Result<HonestyReport, Error> {
    let outputs = whole(&batch, events)?;
    if events.is_empty() {
        return Err(insufficient("events", 0, "at least one"));
    }
    let mut differences = Vec::new();
    let mut stream = open()?;
    for (index, (event, output)) in events.iter().zip(&outputs).enumerate() {
        let mut taken_up = stream.clone();
        let updated = update(&mut stream, event)?;
        if !updated.same(output) || !update(&mut taken_up, event)?.same(output) {
            differences.push(Difference { cut: 0, index: index as u64 });
            break;
        }
    }
    Ok(HonestyReport::new(1, differences))
}
