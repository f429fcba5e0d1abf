//! What an indicator is: parameters, a state, one reading in, one output out.

use std::fmt::Debug;

use hashinsight_market::Bar;
use hashinsight_numerics::stream::Stream;
use hashinsight_units::json::Told;
use hashinsight_units::record::Value;
use hashinsight_units::{Error, Fault, Problem};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Observation, Output};

/// An indicator: its own state, which [`next`](Self::next) moves on by one reading.
///
/// ```
/// use hashinsight_signals::indicators::{Indicator, Sma, SmaParams};
/// let mut mean = Sma::new(&SmaParams::new(2))?;
/// assert!(mean.next(91.5).is_nan());
/// assert_eq!(mean.next(94.5), 93.0);
/// assert_eq!(Sma::batch(&SmaParams::new(2), &[91.5, 94.5, 95.5])?[1..], [93.0, 95.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub trait Indicator: Clone + Debug + Default + Serialize + DeserializeOwned {
    /// Name in paths and state bytes: `signals.sma`.
    const PATH: &'static str;
    /// Parameters.
    type Params: Clone + Debug + Value + Serialize;
    /// Reading: the part of an event that the indicator needs.
    type Input: Input;
    /// Output that follows a reading.
    type Output: Output;

    /// Makes a state ready for use: the default one, or one that was saved. What the parameters decide is derived here, and never saved.
    ///
    /// # Errors
    /// Parameters outside their ranges, and [`state::impossible`](hashinsight_numerics::state::impossible) for a state that no events give.
    fn prepare(&mut self, params: &Self::Params) -> Result<(), Error>;

    /// Takes the next reading. Total: readings are finite numbers of at most 1e100.
    fn next(&mut self, reading: Self::Input) -> Self::Output;

    /// Number of readings whose outputs are NaN: the first whole output is that of reading number `warmup + 1`.
    fn warmup(params: &Self::Params) -> u64;

    /// Number of readings after which the outputs hardly depend on where the series began: what came before weighs less than
    /// `10^-digits`. For windows, as here, the readings that fill them. `None`: the beginning is never forgotten.
    fn stable_after(params: &Self::Params, digits: u32) -> Option<u64> {
        let _ = digits;
        Some(1 + Self::warmup(params))
    }

    /// An indicator that has seen nothing.
    ///
    /// # Errors
    /// Parameters outside their ranges.
    fn new(params: &Self::Params) -> Result<Self, Error> {
        let mut fresh = Self::default();
        fresh.prepare(params)?;
        Ok(fresh)
    }

    /// Takes readings in order, with the bits of [`next`](Self::next).
    ///
    /// # Panics
    /// Where `out` is not as long as the columns.
    fn fill(&mut self, columns: <Self::Input as Input>::Columns<'_>, out: &mut [Self::Output]) {
        for (row, out) in out.iter_mut().enumerate() {
            *out = self.next(Self::Input::at(columns, row));
        }
    }

    /// Outputs of a whole series, with the bits of [`next`](Self::next).
    ///
    /// # Errors
    /// Parameters outside their ranges, and the first reading that an [`Observation`] or bar could not hold, at `<column>[row]`.
    fn batch(params: &Self::Params, columns: <Self::Input as Input>::Columns<'_>) -> Result<Vec<Self::Output>, Error> {
        let mut fresh = Self::new(params)?;
        Self::Input::check(columns)?;
        let mut out = vec![Self::Output::NAN; Self::Input::rows(columns)];
        fresh.fill(columns, &mut out);
        Ok(out)
    }
}

/// Reading of an indicator: the part of an event that it needs.
pub trait Input: Copy + Debug {
    /// Event of the stream.
    type Event;
    /// The same of many events.
    type Columns<'a>: Copy;

    /// Reads an event.
    ///
    /// # Errors
    /// A value that no indicator can use, or a volume that the event lacks.
    fn of(event: &Self::Event) -> Result<Self, Error>;

    /// Number of rows.
    fn rows(columns: Self::Columns<'_>) -> usize;

    /// One row.
    fn at(columns: Self::Columns<'_>, row: usize) -> Self;

    /// Refuses columns of different lengths, and values as [`of`](Self::of) does.
    ///
    /// # Errors
    /// `signals.<column>.length`, and what a value refuses, at `<column>[row]`.
    fn check(columns: Self::Columns<'_>) -> Result<(), Error>;
}

/// The greatest size of a reading: squares and sums of a window stay finite.
const GREATEST: f64 = 1e100;
/// The least size of a reading that is not 0: quotients stay finite.
const LEAST: f64 = 1e-100;

fn holds(value: f64) -> bool {
    value == 0.0 || (LEAST..=GREATEST).contains(&value.abs())
}

/// Whether every number can be read: masks without jumps, so that the loop stays in lanes.
pub(crate) fn all_hold(values: &[f64]) -> bool {
    let beyond = |value: f64| {
        let size = value.abs();
        u64::from(size.is_nan()) | u64::from(size > GREATEST) | (u64::from(size < LEAST) & u64::from(size != 0.0))
    };
    values.iter().fold(0, |any, value| any | beyond(*value)) == 0
}

/// Refuses what is no number, or one whose square or quotient would not be one.
pub(crate) fn reading(name: &str, value: f64) -> Result<f64, Error> {
    if holds(value) {
        return Ok(value + 0.0);
    }
    let problem = if value.is_finite() { Problem::OutOfRange } else { Problem::NotFinite };
    let fault = Fault::new(format_args!("signals.{name}"), problem).at(name).got(value);
    Err(fault.allowed("0, or a number of size 1e-100 to 1e100").into())
}

pub(crate) fn column(name: &str, values: &[f64], rows: usize) -> Result<(), Error> {
    if values.len() != rows {
        let fault = Fault::new(format_args!("signals.{name}"), Problem::Length).at(name).got(values.len());
        return Err(fault.allowed(format!("{rows} rows, as the first column has")).into());
    }
    if all_hold(values) {
        return Ok(());
    }
    let refused = |(row, value): (usize, &f64)| reading(name, *value).map(|_| ()).map_err(|error| error.in_row(row));
    values.iter().enumerate().try_for_each(refused)
}

impl Input for f64 {
    type Event = Observation;
    type Columns<'a> = &'a [Self];

    fn of(event: &Observation) -> Result<Self, Error> {
        reading("value", event.value.get())
    }

    fn rows(values: &[Self]) -> usize {
        values.len()
    }

    #[inline(always)]
    fn at(values: &[Self], row: usize) -> Self {
        values[row]
    }

    fn check(values: &[Self]) -> Result<(), Error> {
        column("value", values, values.len())
    }
}

/// Readings of a [`Bar`].
macro_rules! bar_readings {
    ($($(#[$doc:meta])* $name:ident, $columns:ident { $first:ident $(, $field:ident)* } of |$bar:ident| { $($from:ident: $read:expr),* })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Serialize, serde::Deserialize)]
            #[allow(missing_docs, reason = "the words of a bar")]
            pub struct $name {
                pub $first: f64,
                $(pub $field: f64,)*
            }

            #[doc = concat!("Columns of [`", stringify!($name), "`], all of one length.")]
            #[derive(Clone, Copy, Debug)]
            #[allow(missing_docs, reason = "the words of a bar")]
            pub struct $columns<'a> {
                pub $first: &'a [f64],
                $(pub $field: &'a [f64],)*
            }

            impl Input for $name {
                type Event = Bar;
                type Columns<'a> = $columns<'a>;

                fn of($bar: &Bar) -> Result<Self, Error> {
                    Ok(Self { $($from: $read),* })
                }

                fn rows(columns: $columns<'_>) -> usize {
                    columns.$first.len()
                }

                #[inline(always)]
                fn at(columns: $columns<'_>, row: usize) -> Self {
                    Self { $first: columns.$first[row], $($field: columns.$field[row]),* }
                }

                fn check(columns: $columns<'_>) -> Result<(), Error> {
                    let rows = columns.$first.len();
                    column(stringify!($first), columns.$first, rows)?;
                    $(column(stringify!($field), columns.$field, rows)?;)*
                    $columns::order(&columns)
                }
            }
        )*
    };
}

bar_readings! {
    /// Range and last price of a bar.
    Candle, CandleColumns { high, low, close } of |bar| { high: bar.high(), low: bar.low(), close: bar.close() }
    /// First and last price of a bar, and its range.
    Ohlc, OhlcColumns { open, high, low, close } of |bar| {
        open: bar.open(), high: bar.high(), low: bar.low(), close: bar.close()
    }
    /// Range, last price and volume of a bar.
    Traded, TradedColumns { high, low, close, volume } of |bar| {
        high: bar.high(), low: bar.low(), close: bar.close(), volume: volume(bar)?
    }
    /// Last price and volume of a bar.
    Flow, FlowColumns { close, volume } of |bar| { close: bar.close(), volume: volume(bar)? }
}

fn volume(bar: &Bar) -> Result<f64, Error> {
    let missing = || Fault::new("signals.volume_base", Problem::Missing).at("volume_base").allowed("bars with volumes");
    Ok(bar.volume_base().ok_or_else(missing)?)
}

/// `low <= close <= high`, as a bar has it.
pub(crate) fn order(high: f64, low: f64, close: f64) -> Result<(), Error> {
    let refuse = |name: &str, value: f64, allowed: String| -> Result<(), Error> {
        Err(Fault::new(format_args!("signals.{name}"), Problem::OutOfRange).at(name).got(value).allowed(allowed).into())
    };
    if high < low || high < close {
        return refuse("high", high, format!("at least low {} and close {}", Told(low), Told(close)));
    }
    if low > close { refuse("low", low, format!("at most close {}", Told(close))) } else { Ok(()) }
}

/// A volume, which is not negative.
pub(crate) fn size(volume: f64) -> Result<(), Error> {
    if volume >= 0.0 {
        return Ok(());
    }
    Err(Fault::new("signals.volume", Problem::OutOfRange).at("volume").got(volume).allowed("0 or more").into())
}

fn each(rows: usize, check: impl Fn(usize) -> Result<(), Error>) -> Result<(), Error> {
    (0..rows).try_for_each(|row| check(row).map_err(|error| error.in_row(row)))
}

impl CandleColumns<'_> {
    fn order(&self) -> Result<(), Error> {
        each(self.high.len(), |row| order(self.high[row], self.low[row], self.close[row]))
    }
}

/// `low <= open <= high`, where low and high are in order.
pub(crate) fn opening(open: f64, high: f64, low: f64) -> Result<(), Error> {
    if (low..=high).contains(&open) {
        return Ok(());
    }
    let fault = Fault::new("signals.open", Problem::OutOfRange).at("open").got(open);
    Err(fault.allowed(format!("low {} to high {}", Told(low), Told(high))).into())
}

impl OhlcColumns<'_> {
    fn order(&self) -> Result<(), Error> {
        let check = |row: usize| {
            let (high, low) = (self.high[row], self.low[row]);
            order(high, low, self.close[row]).and(opening(self.open[row], high, low))
        };
        each(self.high.len(), check)
    }
}

impl TradedColumns<'_> {
    fn order(&self) -> Result<(), Error> {
        let check = |row: usize| order(self.high[row], self.low[row], self.close[row]).and(size(self.volume[row]));
        each(self.high.len(), check)
    }
}

impl FlowColumns<'_> {
    fn order(&self) -> Result<(), Error> {
        each(self.close.len(), |row| size(self.volume[row]))
    }
}

/// An indicator over a stream of events, with parameters, state bytes and refusals: the [`Stream`] of every indicator.
///
/// ```
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_signals::indicators::{Observation, Sma, SmaParams, Study};
/// use hashinsight_units::Finite;
/// let params = SmaParams::new(2);
/// let mut mean = Study::<Sma>::open(&params)?;
/// mean.update(&Observation::new(Finite::constant(91.5)))?;
/// let mut resumed = Study::<Sma>::restore(&params, &mean.save())?;
/// assert_eq!(resumed.update(&Observation::new(Finite::constant(94.5)))?, 93.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Study<I: Indicator>(I::Params, I);

impl<I: Indicator> Stream for Study<I> {
    const PATH: &'static str = I::PATH;
    type Params = I::Params;
    type State = I;
    type Event = <I::Input as Input>::Event;
    type Output = I::Output;

    fn resume(params: &I::Params, mut state: I) -> Result<Self, Error> {
        state.prepare(params)?;
        Ok(Self(params.clone(), state))
    }

    fn parts(&self) -> (&I::Params, &I) {
        (&self.0, &self.1)
    }

    fn update(&mut self, event: &Self::Event) -> Result<I::Output, Error> {
        Ok(self.1.next(I::Input::of(event)?))
    }
}
