//! The difficulty that stands for a span in which it changed.
//!
//! A miner of constant hashrate finds `H · t / (D · 2^32)` blocks while the difficulty is `D`, so what adds up over a
//! span is `t / D`: the difficulty that gives the same blocks is the harmonic mean, by time. The plain mean is higher and
//! owes the miner too little.

use hashinsight_units::{Days, Difficulty, Error, Record};

use crate::error;

/// A part of the span, at one difficulty.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DifficultySpan {
    /// Difficulty of the network.
    #[record(example = 130_000_000_000_000)]
    pub difficulty: Difficulty,
    /// Length of the part in days of 86,400 s.
    #[record(example = 9)]
    pub days: Days,
}

/// Inputs of [`mean_difficulty`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MeanDifficultyRequest {
    /// Parts of the span, in any order, 1 to 10,000.
    pub spans: Vec<DifficultySpan>,
}

/// Result of [`mean_difficulty`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct MeanDifficultyReport {
    /// Harmonic mean of the difficulty by time.
    pub difficulty: f64,
    /// Length of all parts in days.
    pub days: f64,
}

/// The difficulty at which a constant hashrate finds as many blocks as it does over all parts: what an audit of a span
/// with a retarget needs.
///
/// # Errors
/// `mining.spans.length` for no parts or more than 10,000.
///
/// ```
/// use hashinsight_mining::network::{DifficultySpan, MeanDifficultyRequest, mean_difficulty};
/// use hashinsight_units::{Days, Difficulty};
/// let span = |difficulty, days| DifficultySpan::new(Difficulty::constant(difficulty), Days::constant(days));
/// let report = mean_difficulty(&MeanDifficultyRequest::new(vec![span(1e14, 15.0), span(1.5e14, 15.0)]))?;
/// assert!((report.difficulty / 1.2e14 - 1.0).abs() < 1e-15); // not 1.25e14
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn mean_difficulty(request: &MeanDifficultyRequest) -> Result<MeanDifficultyReport, Error> {
    let spans = &request.spans;
    if !(1..=10_000).contains(&spans.len()) {
        return Err(error::list_length("spans", "spans", spans.len(), "1 to 10000 parts"));
    }
    // Times over the hardest: at most the days, and never so small that nothing is left of them.
    let hardest = spans.iter().map(|span| span.difficulty.get()).fold(0.0, hashinsight_numerics::max);
    let days = spans.iter().fold(0.0, |sum, span| sum + span.days.get());
    let easier = spans.iter().fold(0.0, |sum, span| sum + span.days.get() * (hardest / span.difficulty.get()));
    Ok(MeanDifficultyReport { difficulty: hardest * (days / easier), days })
}
