//! What each indicator reads out of the columns that all of them share.

use hashinsight_units::Error;

use super::row::IndicatorColumns;
use crate::indicators::contract::{all_hold, opening, order, reading, size};
use crate::indicators::{
    Candle, CandleColumns, Flow, FlowColumns, Input, Ohlc, OhlcColumns, Pair, PairColumns, Traded, TradedColumns,
};

/// Readings out of the columns of any indicator.
pub(super) trait Readings: Input {
    /// The columns that these are read from.
    fn columns<'a>(columns: &IndicatorColumns<'a>) -> Result<Self::Columns<'a>, Error>;

    /// Refuses absent columns and the first row that cannot be read, but not, where `spared`, rows without a finite number.
    fn check_family(columns: &IndicatorColumns<'_>, spared: Option<&mut Vec<usize>>) -> Result<(), Refusal>;
}

/// Why columns are refused, and in which row.
pub(super) struct Refusal {
    pub(super) row: Option<usize>,
    pub(super) error: Error,
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self { row: None, error }
    }
}

/// Refuses the first row that cannot be read; where `spared`, rows with a number that is not finite are told instead.
fn rows(
    names: &[(&str, &[f64])],
    mut spared: Option<&mut Vec<usize>>,
    check: impl Fn(usize) -> Result<(), Error>,
) -> Result<(), Refusal> {
    let count = names.first().map_or(0, |(_, values)| values.len());
    let read = |row: usize| {
        names.iter().try_for_each(|(name, values)| reading(name, values[row]).map(|_| ())).and_then(|()| check(row))
    };
    let clean = names.iter().all(|(_, values)| all_hold(values));
    for row in 0..count {
        match &mut spared {
            _ if clean => check(row).map_err(|error| Refusal { row: Some(row), error })?,
            Some(spared) if names.iter().any(|(_, values)| !values[row].is_finite()) => spared.push(row),
            _ => read(row).map_err(|error| Refusal { row: Some(row), error })?,
        }
    }
    Ok(())
}

impl Readings for f64 {
    fn columns<'a>(columns: &IndicatorColumns<'a>) -> Result<&'a [Self], Error> {
        let [close] = columns.needed(["close"])?;
        Ok(close)
    }

    fn check_family(columns: &IndicatorColumns<'_>, spared: Option<&mut Vec<usize>>) -> Result<(), Refusal> {
        rows(&[("close", Self::columns(columns)?)], spared, |_| Ok(()))
    }
}

impl Readings for Candle {
    fn columns<'a>(columns: &IndicatorColumns<'a>) -> Result<CandleColumns<'a>, Error> {
        let [high, low, close] = columns.needed(["high", "low", "close"])?;
        Ok(CandleColumns { high, low, close })
    }

    fn check_family(columns: &IndicatorColumns<'_>, spared: Option<&mut Vec<usize>>) -> Result<(), Refusal> {
        let CandleColumns { high, low, close } = Self::columns(columns)?;
        let check = |row: usize| order(high[row], low[row], close[row]);
        rows(&[("high", high), ("low", low), ("close", close)], spared, check)
    }
}

impl Readings for Traded {
    fn columns<'a>(columns: &IndicatorColumns<'a>) -> Result<TradedColumns<'a>, Error> {
        let [high, low, close, volume] = columns.needed(["high", "low", "close", "volume"])?;
        Ok(TradedColumns { high, low, close, volume })
    }

    fn check_family(columns: &IndicatorColumns<'_>, spared: Option<&mut Vec<usize>>) -> Result<(), Refusal> {
        let TradedColumns { high, low, close, volume } = Self::columns(columns)?;
        let check = |row: usize| order(high[row], low[row], close[row]).and(size(volume[row]));
        rows(&[("high", high), ("low", low), ("close", close), ("volume", volume)], spared, check)
    }
}

impl Readings for Flow {
    fn columns<'a>(columns: &IndicatorColumns<'a>) -> Result<FlowColumns<'a>, Error> {
        let [close, volume] = columns.needed(["close", "volume"])?;
        Ok(FlowColumns { close, volume })
    }

    fn check_family(columns: &IndicatorColumns<'_>, spared: Option<&mut Vec<usize>>) -> Result<(), Refusal> {
        let FlowColumns { close, volume } = Self::columns(columns)?;
        rows(&[("close", close), ("volume", volume)], spared, |row| size(volume[row]))
    }
}

impl Readings for Ohlc {
    fn columns<'a>(columns: &IndicatorColumns<'a>) -> Result<OhlcColumns<'a>, Error> {
        let [open, high, low, close] = columns.needed(["open", "high", "low", "close"])?;
        Ok(OhlcColumns { open, high, low, close })
    }

    fn check_family(columns: &IndicatorColumns<'_>, spared: Option<&mut Vec<usize>>) -> Result<(), Refusal> {
        let OhlcColumns { open, high, low, close } = Self::columns(columns)?;
        let check = |row: usize| order(high[row], low[row], close[row]).and(opening(open[row], high[row], low[row]));
        rows(&[("open", open), ("high", high), ("low", low), ("close", close)], spared, check)
    }
}

impl Readings for Pair {
    fn columns<'a>(columns: &IndicatorColumns<'a>) -> Result<PairColumns<'a>, Error> {
        let [first, second] = columns.needed(["close", "other"])?;
        Ok(PairColumns { first, second })
    }

    fn check_family(columns: &IndicatorColumns<'_>, spared: Option<&mut Vec<usize>>) -> Result<(), Refusal> {
        let PairColumns { first, second } = Self::columns(columns)?;
        rows(&[("close", first), ("other", second)], spared, |_| Ok(()))
    }
}
