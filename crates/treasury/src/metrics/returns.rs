//! Simple returns of equal periods.

use std::borrow::Cow;

use hashinsight_units::Error;

use super::refuse;

/// Simple returns of equal periods, oldest first: finite numbers. Periods that nobody observed count in time and in nothing else.
#[derive(Clone, Debug, PartialEq)]
pub struct Returns<'a> {
    observed: Cow<'a, [f64]>,
    periods: usize,
}

impl<'a> Returns<'a> {
    /// Returns of which each was observed; none is a series too, of which nothing can be said.
    ///
    /// # Errors
    /// `treasury.returns.not_finite` for NaN or an infinity.
    pub fn new(values: &'a [f64]) -> Result<Self, Error> {
        Self::of_field("returns", values)
    }

    /// Returns of which each was observed, of a field of a document.
    pub(super) fn of_field(field: &str, values: &'a [f64]) -> Result<Self, Error> {
        match values.iter().position(|r| !r.is_finite()) {
            None => Ok(Self { observed: Cow::Borrowed(values), periods: values.len() }),
            Some(row) => Err(refuse::number(field, values[row], "finite fractions, 0.01 for 1 %").in_row(row)),
        }
    }

    /// Returns with gaps: NaN marks a period that nobody observed. It lengthens the time, and the wealth does not move in it.
    ///
    /// ```
    /// use hashinsight_treasury::metrics::Returns;
    /// let returns = Returns::with_gaps(&[f64::NAN, 0.02])?;
    /// assert_eq!((returns.values(), returns.periods()), ([0.02].as_slice(), 2));
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// `treasury.returns.not_finite` for an infinity.
    pub fn with_gaps(values: &'a [f64]) -> Result<Self, Error> {
        no_infinity("returns", values)?;
        if !values.iter().any(|r| r.is_nan()) {
            return Ok(Self { observed: Cow::Borrowed(values), periods: values.len() });
        }
        let observed = values.iter().copied().filter(|r| !r.is_nan()).collect();
        Ok(Self { observed: Cow::Owned(observed), periods: values.len() })
    }

    /// Returns of a price: `p / p_before - 1`, one fewer than prices.
    ///
    /// ```
    /// use hashinsight_treasury::metrics::Returns;
    /// assert_eq!(Returns::of_prices(&[100.0, 110.0, 99.0])?.values(), [110.0 / 100.0 - 1.0, 99.0 / 110.0 - 1.0]);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// `treasury.prices.not_finite` and `out_of_range` unless each price is finite and above 0.
    pub fn of_prices(prices: &[f64]) -> Result<Returns<'static>, Error> {
        if let Some(row) = prices.iter().position(|price| !(price.is_finite() && *price > 0.0)) {
            return Err(refuse::number("prices", prices[row], "finite numbers above 0").in_row(row));
        }
        let observed: Vec<f64> = prices.windows(2).map(|pair| pair[1] / pair[0] - 1.0).collect();
        Ok(Returns { periods: observed.len(), observed: Cow::Owned(observed) })
    }

    /// Two series side by side: the periods in which both were observed (NaN marks the others).
    ///
    /// # Errors
    /// `treasury.benchmark.length` for series of different length, and those of [`with_gaps`](Self::with_gaps).
    pub fn paired(returns: &[f64], benchmark: &[f64]) -> Result<[Returns<'static>; 2], Error> {
        if returns.len() != benchmark.len() {
            return Err(refuse::length("benchmark", benchmark.len(), format!("{} returns", returns.len())));
        }
        no_infinity("returns", returns)?;
        no_infinity("benchmark", benchmark)?;
        let both = || returns.iter().zip(benchmark).filter(|(a, b)| !a.is_nan() && !b.is_nan());
        let of = |observed: Vec<f64>| Returns { observed: Cow::Owned(observed), periods: returns.len() };
        Ok([of(both().map(|(a, _)| *a).collect()), of(both().map(|(_, b)| *b).collect())])
    }

    /// The observed returns.
    pub fn values(&self) -> &[f64] {
        &self.observed
    }

    /// Number of periods, observed or not.
    pub const fn periods(&self) -> usize {
        self.periods
    }

    /// Returns of which each stands for an observed period: what a mask of pairs leaves.
    pub(super) fn dense(observed: Vec<f64>) -> Returns<'static> {
        Returns { periods: observed.len(), observed: Cow::Owned(observed) }
    }
}

fn no_infinity(field: &str, values: &[f64]) -> Result<(), Error> {
    match values.iter().position(|r| r.is_infinite()) {
        None => Ok(()),
        Some(row) => Err(refuse::number(field, values[row], "finite fractions, or NaN for no observation").in_row(row)),
    }
}
