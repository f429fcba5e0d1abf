//! Any indicator as a stream and as a batch, with a policy for numbers that are not finite.

use hashinsight_numerics::stream::Stream;
use hashinsight_units::columns::{Columns, Table};
use hashinsight_units::{At, Error, Record};
use serde::{Deserialize, Serialize};

use super::kind::{IndicatorKind, Kernel};
use super::readings::{Readings, Refusal};
use super::row::{IndicatorColumns, IndicatorLines, IndicatorRow, IndicatorTable, IndicatorTablePart};
use crate::indicators::{Indicator, Input, Lines, Output};
use crate::refuse::insufficient;

/// Treatment of a number that is not finite. Numbers that contradict each other (a high below the low) are refused in any case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum NonFinite {
    /// It is refused, with its place.
    #[default]
    Refuse,
    /// Its row is answered by NaN and otherwise left out: what follows is as if the row were not there.
    Skip,
    /// Its row is answered by NaN, and so is all that depends on it: a window is filled anew, and what never forgets its beginning or only
    /// fades it stays NaN until `reset`.
    Propagate,
}

/// Inputs of `indicator`.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct IndicatorParams {
    /// Indicator, with its parameters.
    pub indicator: IndicatorKind,
    /// Treatment of a number that is not finite.
    #[record(default = NonFinite::Refuse)]
    pub non_finite: NonFinite,
}

/// Any [`Indicator`], chosen when the program runs.
///
/// ```
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_signals::indicators::{AnyIndicator, IndicatorKind, IndicatorParams, IndicatorRow, RsiParams};
/// let params = IndicatorParams::new(IndicatorKind::Rsi(RsiParams::new().length(2)));
/// let mut rsi = AnyIndicator::open(&params)?;
/// let mut last = f64::NAN;
/// for close in [91.0, 94.0, 93.0, 93.0] {
///     last = rsi.update(&IndicatorRow { close, ..IndicatorRow::default() })?.value;
/// }
/// assert_eq!(last, 75.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct AnyIndicator(IndicatorParams, IndicatorState);

/// State of [`AnyIndicator`]: that of its indicator, and whether nothing but NaN can follow.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct IndicatorState {
    kernel: Option<Kernel>,
    is_lost: bool,
}

/// Runs an indicator over columns that were checked, in tiles that stay in the nearest cache.
///
/// In WASM row by row: what a page has to load counts there, and a loop over columns for each indicator would be a third of the room.
pub(super) fn fill<I: Indicator<Input: Readings>>(
    state: &mut I,
    columns: &IndicatorColumns<'_>,
    out: &mut IndicatorTablePart<'_>,
) -> Result<(), Error> {
    const TILE: usize = 512;
    let rows = columns.len();
    if cfg!(target_arch = "wasm32") {
        let readings = I::Input::columns(columns)?;
        singly(rows, out, &mut |row| state.next(I::Input::at(readings, row)).lines());
        return Ok(());
    }
    let mut tile = vec![I::Output::NAN; rows.min(TILE)];
    for start in (0..rows).step_by(TILE) {
        let place = start..rows.min(start + TILE);
        let tile = &mut tile[..place.len()];
        state.fill(I::Input::columns(&columns.part(place))?, tile);
        for (row, output) in (start..).zip(tile) {
            put(out, row, output.lines());
            *output = I::Output::NAN;
        }
    }
    Ok(())
}

fn singly(rows: usize, out: &mut IndicatorTablePart<'_>, next: &mut dyn FnMut(usize) -> Lines) {
    (0..rows).for_each(|row| put(out, row, next(row)));
}

#[inline(always)]
fn put(out: &mut IndicatorTablePart<'_>, row: usize, Lines { value, signal, upper, lower }: Lines) {
    // One NaN and one zero, on every machine.
    let plain = |number: f64| if number.is_nan() { f64::NAN } else { number + 0.0 };
    (out.value[row], out.signal[row]) = (plain(value), plain(signal));
    (out.upper[row], out.lower[row]) = (plain(upper), plain(lower));
}

impl IndicatorParams {
    /// Whether the indicator is that of a window: behind a gap, nothing is left of what stood before it.
    fn forgets(&self) -> bool {
        let after = |digits| self.indicator.stable_after(digits);
        after(0).is_some() && after(0) == after(100)
    }
}

impl AnyIndicator {
    fn kernel(params: &IndicatorParams, state: &mut IndicatorState) -> Result<(), Error> {
        match &mut state.kernel {
            Some(kernel) => kernel.prepare(&params.indicator)?,
            empty => *empty = Some(params.indicator.open().at(params.indicator.tag()).at("indicator")?),
        }
        Ok(())
    }

    /// Takes rows: all of them, or none.
    fn take(&mut self, columns: &IndicatorColumns<'_>, out: &mut IndicatorTablePart<'_>) -> Result<(), Refusal> {
        let Self(params, state) = self;
        let Some(kernel) = &mut state.kernel else { return Ok(()) }; // `resume` has made one
        let mut bad = Vec::new();
        kernel.check(columns, (params.non_finite != NonFinite::Refuse).then_some(&mut bad))?;
        let mut start = 0;
        for end in bad.into_iter().chain([columns.len()]) {
            if !state.is_lost && end > start {
                kernel.fill(&columns.part(start..end), &mut IndicatorTable::part(out, start..end))?;
            }
            start = end + 1;
            if params.non_finite == NonFinite::Propagate && end < columns.len() {
                if params.forgets() {
                    *kernel = params.indicator.open()?;
                } else {
                    state.is_lost = true;
                }
            }
        }
        Ok(())
    }
}

fn empty(rows: usize) -> IndicatorTable {
    let mut table = IndicatorTable::with_rows(rows);
    for column in [&mut table.value, &mut table.signal, &mut table.upper, &mut table.lower] {
        column.fill(f64::NAN);
    }
    table
}

impl Stream for AnyIndicator {
    const PATH: &'static str = "signals.indicator";
    type Params = IndicatorParams;
    type State = IndicatorState;
    type Event = IndicatorRow;
    type Output = IndicatorLines;

    fn resume(params: &IndicatorParams, mut state: IndicatorState) -> Result<Self, Error> {
        Self::kernel(params, &mut state)?;
        Ok(Self(params.clone(), state))
    }

    fn parts(&self) -> (&IndicatorParams, &IndicatorState) {
        (&self.0, &self.1)
    }

    fn update(&mut self, row: &IndicatorRow) -> Result<IndicatorLines, Error> {
        let columns = IndicatorColumns {
            close: Some(std::slice::from_ref(&row.close)),
            high: row.high.as_ref().map(std::slice::from_ref),
            low: row.low.as_ref().map(std::slice::from_ref),
            volume: row.volume.as_ref().map(std::slice::from_ref),
            open: row.open.as_ref().map(std::slice::from_ref),
            other: row.other.as_ref().map(std::slice::from_ref),
        };
        let [mut value, mut signal, mut upper, mut lower] = [[f64::NAN]; 4];
        let mut out =
            IndicatorTablePart { value: &mut value, signal: &mut signal, upper: &mut upper, lower: &mut lower };
        self.take(&columns, &mut out).map_err(|refusal| refusal.error)?;
        let ([value], [signal], [upper], [lower]) = (value, signal, upper, lower);
        Ok(Lines { value, signal, upper, lower }.into())
    }

    fn fold(&mut self, columns: &IndicatorColumns<'_>) -> Result<IndicatorTable, Error> {
        let mut table = empty(columns.len());
        let at = |Refusal { row, error }: Refusal| row.map_or(error.clone(), |row| error.in_row(row));
        self.take(columns, &mut table.whole()).map_err(at)?;
        Ok(table)
    }
}

/// Any indicator over columns, with the bits of its stream. Columns without rows are refused: a question about nothing is a mistake. A stream
/// takes no rows, as its prefix of nothing, and answers none.
///
/// ```
/// use hashinsight_signals::indicators::{IndicatorColumns, IndicatorKind, IndicatorParams, SmaParams, indicator_batch};
/// let columns = IndicatorColumns { close: Some(&[91.0, 94.0, 92.0]), ..IndicatorColumns::default() };
/// let table = indicator_batch(&columns, &IndicatorParams::new(IndicatorKind::Sma(SmaParams::new(2))))?;
/// assert_eq!(table.value[1..], [92.5, 93.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.<column>.missing` for a column that the indicator reads, `signals.close.insufficient_data` for columns without rows; what a row
/// refuses, at `<column>[row]`.
pub fn indicator_batch(columns: &IndicatorColumns<'_>, params: &IndicatorParams) -> Result<IndicatorTable, Error> {
    columns.check_lengths()?;
    let table = AnyIndicator::open(params)?.fold(columns)?;
    if table.value.is_empty() { Err(insufficient("close", 0, "at least one row")) } else { Ok(table) }
}
