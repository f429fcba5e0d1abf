//! Up to eight lanes at once: several series with one indicator, or one series with several, each with the bits that it has alone.

use hashinsight_numerics::stream::Stream;
use hashinsight_units::columns::{Columns, Table};
use hashinsight_units::{At, Error, Fault, Finite, Problem, Record};

use super::kind::IndicatorKind;
use super::row::IndicatorColumns;
use super::stream::{AnyIndicator, IndicatorParams};
use crate::indicators::contract::column;
use crate::indicators::{AverageLanes, AverageSweep, Lanes, RsiLanes, RsiSweep};
use crate::refuse::insufficient;

/// One row of `indicator_lanes`.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = SeriesLanesColumns)]
#[non_exhaustive]
pub struct SeriesLanes {
    /// Value of the first series: 0, or a number of size 1e-100 to 1e100.
    #[record(example = 91.5)]
    pub series_0: Finite,
    /// Value of the second series.
    pub series_1: Option<Finite>,
    /// Value of the third series.
    pub series_2: Option<Finite>,
    /// Value of the fourth series.
    pub series_3: Option<Finite>,
    /// Value of the fifth series.
    pub series_4: Option<Finite>,
    /// Value of the sixth series.
    pub series_5: Option<Finite>,
    /// Value of the seventh series.
    pub series_6: Option<Finite>,
    /// Value of the eighth series.
    pub series_7: Option<Finite>,
}

/// Inputs of `indicator_lanes`.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct IndicatorLanesParams {
    /// Indicators of one series, with their parameters: one for all series, one for each, or up to eight for the only series.
    pub indicators: Vec<IndicatorKind>,
}

/// Main lines of the lanes. NaN while they warm up, and in a lane that was not asked for.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = IndicatorLanesTable)]
#[non_exhaustive]
pub struct IndicatorLanes {
    /// Main line of the first lane: the first indicator of the first series.
    pub lane_0: f64,
    /// Main line of the second lane.
    pub lane_1: f64,
    /// Main line of the third lane.
    pub lane_2: f64,
    /// Main line of the fourth lane.
    pub lane_3: f64,
    /// Main line of the fifth lane.
    pub lane_4: f64,
    /// Main line of the sixth lane.
    pub lane_5: f64,
    /// Main line of the seventh lane.
    pub lane_6: f64,
    /// Main line of the eighth lane.
    pub lane_7: f64,
}

const LANES: usize = 8;

impl IndicatorLanesTable {
    fn lanes(&mut self) -> [&mut Vec<f64>; LANES] {
        let Self { lane_0, lane_1, lane_2, lane_3, lane_4, lane_5, lane_6, lane_7 } = self;
        [lane_0, lane_1, lane_2, lane_3, lane_4, lane_5, lane_6, lane_7]
    }
}

impl<'a> SeriesLanesColumns<'a> {
    /// The series that are there: a column of NaN alone is one that was left out.
    fn given(&self) -> Result<Vec<&'a [f64]>, Error> {
        const NAMES: [&str; LANES] =
            ["series_0", "series_1", "series_2", "series_3", "series_4", "series_5", "series_6", "series_7"];
        let Self { series_0, series_1, series_2, series_3, series_4, series_5, series_6, series_7 } = *self;
        let all = [series_0, series_1, series_2, series_3, series_4, series_5, series_6, series_7];
        let is_given = |values: &&[f64]| values.iter().any(|value| !value.is_nan());
        let count = 1 + all.iter().rposition(is_given).unwrap_or(0);
        for (place, (name, values)) in NAMES.into_iter().zip(all).take(count).enumerate() {
            if place > 0 && !is_given(&values) {
                let fault = Fault::new(format_args!("signals.{name}"), Problem::Missing).at(name);
                return Err(fault.allowed("a column: series are given from the first on").into());
            }
            column(name, values, series_0.len())?;
        }
        Ok(all[..count].to_vec())
    }
}

/// Indicators over several series, or several indicators over one, with the bits that [`indicator_batch`](super::indicator_batch) gives each of
/// them. Exponential averages, Wilder's and relative strength indices take the processor's lanes, but in WASM.
///
/// ```
/// use hashinsight_signals::indicators::*;
/// let (none, close) = ([f64::NAN; 3], [91.5, 94.5, 96.0]);
/// let [series_1, series_2, series_3, series_4, series_5, series_6, series_7] = [none.as_slice(); 7];
/// let columns =
///     SeriesLanesColumns { series_0: &close, series_1, series_2, series_3, series_4, series_5, series_6, series_7 };
/// let averages = [1, 2].map(|length| IndicatorKind::Ema(EmaParams::new(length))).to_vec();
/// let table = indicator_lanes(&columns, &IndicatorLanesParams::new(averages))?;
/// assert_eq!((table.lane_0[2], table.lane_1[2]), (96.0, 95.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Parameters outside their ranges, `unsupported` for an indicator that reads more than one series, at `indicators[lane]`;
/// `signals.indicators.length` for another number of them; `signals.<series>.missing` for a series left out before another;
/// `signals.series_0.insufficient_data` for columns without rows; what a value refuses, at `<series>[row]`.
pub fn indicator_lanes(
    columns: &SeriesLanesColumns<'_>,
    params: &IndicatorLanesParams,
) -> Result<IndicatorLanesTable, Error> {
    columns.fault().map_or(Ok(()), Err)?;
    let (series, kinds) = (columns.given()?, &params.indicators);
    let rows = series[0].len();
    if rows == 0 {
        return Err(insufficient("series_0", 0, "at least one row"));
    }
    let lanes = series.len().max(kinds.len());
    if kinds.is_empty()
        || lanes > LANES
        || [series.len(), kinds.len()].iter().any(|count| *count != 1 && *count != lanes)
    {
        let allowed = match series.len() {
            1 => "1 to 8 indicators of the one series".to_owned(),
            count => format!("1 indicator, or {count}: one for each series"),
        };
        let fault = Fault::new("signals.indicators", Problem::Length).at("indicators").got(kinds.len());
        return Err(fault.allowed(allowed).into());
    }
    for (lane, kind) in kinds.iter().enumerate() {
        check(kind).index(lane).at("indicators")?;
    }
    let mut table = IndicatorLanesTable::with_rows(rows);
    table.lanes().into_iter().for_each(|lane| lane.fill(f64::NAN));
    // Where a page waits for every byte, lanes follow one another.
    let are_abreast = lanes > 1 && !cfg!(target_arch = "wasm32");
    let mut abreast = vec![[f64::NAN; LANES]; if are_abreast { rows } else { 0 }];
    if are_abreast && fill(&series, kinds, &mut abreast)? {
        for (lane, out) in table.lanes().into_iter().enumerate().take(lanes) {
            for (out, row) in out.iter_mut().zip(&abreast) {
                *out = if row[lane].is_nan() { f64::NAN } else { row[lane] + 0.0 }; // one NaN and one zero
            }
        }
        return Ok(table);
    }
    for (lane, out) in table.lanes().into_iter().enumerate().take(lanes) {
        let (close, kind) = (series[lane % series.len()], &kinds[lane % kinds.len()]);
        let columns = IndicatorColumns { close: Some(close), ..IndicatorColumns::default() };
        *out = AnyIndicator::open(&IndicatorParams::new(kind.clone()))?.fold(&columns)?.value;
    }
    Ok(table)
}

/// Refuses parameters outside their ranges, and an indicator that reads more than one series.
fn check(kind: &IndicatorKind) -> Result<(), Error> {
    let kernel = kind.open().at(kind.tag())?;
    let one = IndicatorColumns { close: Some(&[]), ..IndicatorColumns::default() };
    kernel.check(&one, None).map_err(|_| {
        let fault = Fault::new("signals.indicators", Problem::Unsupported).got(kind.tag());
        fault.allowed("an indicator that reads the close alone: `indicator_batch` takes the others").into()
    })
}

/// Takes lanes abreast, if there is a kernel for them. Lanes that were not asked for repeat the first.
fn fill(series: &[&[f64]], kinds: &[IndicatorKind], out: &mut [Lanes]) -> Result<bool, Error> {
    let rows = || -> Vec<Lanes> {
        let lane = |lane: usize| series.get(lane).unwrap_or(&series[0]);
        (0..out.len()).map(|row| std::array::from_fn(|at| lane(at)[row])).collect()
    };
    match (series, kinds) {
        ([close], [IndicatorKind::Ema(_), ..]) => {
            let Some(params) = all(kinds, |kind| if let IndicatorKind::Ema(ema) = kind { Some(ema) } else { None })
            else {
                return Ok(false);
            };
            AverageSweep::ema(&params)?.fill(close, out);
        }
        ([close], [IndicatorKind::Wilder(_), ..]) => {
            let Some(params) = all(kinds, |kind| if let IndicatorKind::Wilder(w) = kind { Some(w) } else { None })
            else {
                return Ok(false);
            };
            AverageSweep::wilder(&params)?.fill(close, out);
        }
        ([close], [IndicatorKind::Rsi(_), ..]) => {
            let Some(params) = all(kinds, |kind| if let IndicatorKind::Rsi(rsi) = kind { Some(rsi) } else { None })
            else {
                return Ok(false);
            };
            RsiSweep::new(&params)?.fill(close, out);
        }
        (_, [IndicatorKind::Ema(ema)]) => AverageLanes::ema(ema)?.fill(&rows(), out),
        (_, [IndicatorKind::Wilder(wilder)]) => AverageLanes::wilder(wilder)?.fill(&rows(), out),
        (_, [IndicatorKind::Rsi(rsi)]) => RsiLanes::new(rsi)?.fill(&rows(), out),
        _ => return Ok(false),
    }
    Ok(true)
}

/// Parameters of eight lanes, where all indicators are of the one kind.
fn all<'k, P: Clone + 'k>(
    kinds: &'k [IndicatorKind],
    of: impl Fn(&'k IndicatorKind) -> Option<&'k P>,
) -> Option<[P; LANES]> {
    let params: Option<Vec<&P>> = kinds.iter().map(of).collect();
    params.map(|params| std::array::from_fn(|lane| (*params.get(lane).unwrap_or(&params[0])).clone()))
}
