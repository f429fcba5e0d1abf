//! A smile of five parameters, and whether it can be traded against.
//!
//! The raw form of Gatheral (2004) of the total variance `w = sigma^2 T` by the log-moneyness `k = ln(K/F)`:
//!
//! ```text
//! w(k) = a + b (rho (k - m) + sqrt((k - m)^2 + s^2))
//! g(k) = (1 - k w' / (2 w))^2 - w'^2 / 4 (1/w + 1/4) + w'' / 2
//! ```
//!
//! `g` is the density of the price in units of the lognormal one: where it is below 0, a butterfly costs less than nothing (Gatheral and
//! Jacquier 2014). The fit is least squares in the variance: given `m` and `s` it is linear in the rest, with `|rho| <= 1`, slopes of at most
//! 2 (Lee 2004) and no variance below 0 as bounds; `m` and `s` are searched on grids that shrink (De Marco and Martini 2009).

use hashinsight_numerics::{exp, ln, ln_ratio};
use hashinsight_units::json::Told;
use hashinsight_units::{AssetPrice, Error, Record, Volatility, Years};

use crate::Measure;
use crate::refuse::{insufficient, length, refuse};

/// Inputs of [`svi_smile`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SviRequest {
    /// Forward price of the asset for the expiry, in quote currency.
    #[record(example = 60500)]
    pub forward: AssetPrice,
    /// Time to expiry, in years of 365 days; above 0.
    #[record(example = 0.25)]
    pub years: Years,
    /// Strikes of the smile, in quote currency, rising; at least 5.
    pub strikes: Vec<AssetPrice>,
    /// Implied volatilities at the strikes, per square root of a year; above 0.
    pub volatilities: Vec<Volatility>,
}

/// Result of [`svi_smile`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct SviReport {
    /// Measure of the numbers: always the risk-neutral one, as they come from prices.
    pub measure: Measure,
    /// Level `a` of the total variance.
    pub level: f64,
    /// Angle `b` between the wings, in total variance per unit of log-moneyness.
    pub angle: f64,
    /// Tilt `rho`: -1 to 1.
    pub tilt: f64,
    /// Log-moneyness `m` of the center.
    pub center: f64,
    /// Width `s` of the bend, in log-moneyness.
    pub width: f64,
    /// Fitted volatilities at the strikes, per square root of a year.
    pub volatilities: Vec<f64>,
    /// Root of the mean squared error of the fitted volatilities.
    pub root_mean_squared_error: f64,
    /// Least density in units of the lognormal one, `g`, between a unit of log-moneyness below the first strike and one above the last.
    pub least_density: f64,
    /// Strike of the least density, in quote currency.
    pub least_density_strike: f64,
    /// Whether the density is nowhere negative there: no butterfly costs less than nothing.
    pub butterflies_hold: bool,
}

/// Parameters of a slice.
#[derive(Clone, Copy, Debug)]
struct Slice {
    a: f64,
    b: f64,
    rho: f64,
    m: f64,
    s: f64,
}

impl Slice {
    fn variance(&self, k: f64) -> f64 {
        let (x, root) = self.place(k);
        self.a + self.b * (self.rho * x + root)
    }

    fn place(&self, k: f64) -> (f64, f64) {
        let x = k - self.m;
        (x, (x * x + self.s * self.s).sqrt())
    }

    /// Density in units of the lognormal one.
    fn density(&self, k: f64) -> f64 {
        let (x, root) = self.place(k);
        let w = self.variance(k);
        let (slope, curve) = (self.b * (self.rho + x / root), self.b * self.s * self.s / (root * root * root));
        let along = 1.0 - 0.5 * k * slope / w;
        along * along - 0.25 * slope * slope * (1.0 / w + 0.25) + 0.5 * curve
    }
}

/// The raw SVI smile through the volatilities of an expiry, with its density.
///
/// ```
/// use hashinsight_derivatives::chain::{SviRequest, svi_smile};
/// let request: SviRequest = serde_json::from_str(
///     r#"{"forward": 100, "years": 0.5, "strikes": [70, 80, 90, 100, 110, 120, 140],
///         "volatilities": [0.78, 0.71, 0.65, 0.61, 0.60, 0.61, 0.65]}"#,
/// ).unwrap();
/// let report = svi_smile(&request)?;
/// assert!(report.root_mean_squared_error < 0.003 && report.tilt < 0.0 && report.butterflies_hold);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.strikes.insufficient_data` for fewer than 5, `.out_of_range` where they do not rise; `derivatives.volatilities.length`
/// unless there are as many, `.out_of_range` for 0; `derivatives.years.out_of_range` for 0.
pub fn svi_smile(request: &SviRequest) -> Result<SviReport, Error> {
    let SviRequest { forward, years, strikes, volatilities } = request;
    let (forward, years) = (forward.get(), years.get());
    if strikes.len() < 5 {
        return Err(insufficient("strikes", strikes.len(), "5 strikes, as many as parameters"));
    }
    if volatilities.len() != strikes.len() {
        return Err(length("volatilities", volatilities.len(), strikes.len()));
    }
    if years == 0.0 {
        return Err(refuse("years", years, "above 0"));
    }
    for (row, pair) in strikes.windows(2).enumerate() {
        if pair[1] <= pair[0] {
            let allowed = format!("above the strike before it, {}", Told(pair[0].get()));
            return Err(refuse("strikes", pair[1].get(), allowed).in_row(row + 1));
        }
    }
    if let Some(row) = volatilities.iter().position(|volatility| volatility.get() == 0.0) {
        return Err(refuse("volatilities", 0.0, "above 0").in_row(row));
    }
    let points: Vec<(f64, f64)> = strikes
        .iter()
        .zip(volatilities)
        .map(|(strike, volatility)| (ln_ratio(strike.get(), forward), volatility.get() * volatility.get() * years))
        .collect();
    let slice = fit(&points);
    let fitted: Vec<f64> = points.iter().map(|(k, _)| (slice.variance(*k) / years).sqrt()).collect();
    let squares = fitted.iter().zip(volatilities).fold(0.0, |sum, (fit, given)| {
        let off = fit - given.get();
        sum + off * off
    });
    let (least, at) = least_density(&slice, points[0].0 - 1.0, points[points.len() - 1].0 + 1.0);
    Ok(SviReport {
        measure: Measure::RiskNeutral,
        level: slice.a,
        angle: slice.b,
        tilt: slice.rho,
        center: slice.m,
        width: slice.s,
        root_mean_squared_error: (squares / fitted.len() as f64).sqrt(),
        volatilities: fitted,
        least_density: least,
        least_density_strike: forward * exp(at),
        butterflies_hold: least >= 0.0,
    })
}

/// The least density and its place: on a grid, then on finer ones around the least.
fn least_density(slice: &Slice, low: f64, high: f64) -> (f64, f64) {
    let (mut low, mut high) = (low, high);
    let mut least = (f64::INFINITY, low);
    for _ in 0..4 {
        let step = (high - low) / 200.0;
        for node in 0..=200 {
            let k = low + step * f64::from(node);
            let density = slice.density(k);
            if density < least.0 {
                least = (density, k);
            }
        }
        (low, high) = (least.1 - step, least.1 + step);
    }
    least
}

/// Least squares over all parameters.
fn fit(points: &[(f64, f64)]) -> Slice {
    let (first, last) = (points[0].0, points[points.len() - 1].0);
    let span = last - first;
    // Centers around the strikes, widths from a 200th of their range to four times it.
    let (mut center, mut reach) = (0.5 * (first + last), 0.75 * span);
    let (mut log_width, mut log_reach) = (ln(0.14 * span), ln(28.0));
    let mut best: Option<(f64, Slice)> = None;
    for round in 0..40 {
        let half = if round == 0 { 16 } else { 3 };
        for i in -half..=half {
            for j in -half..=half {
                let part = |index: i32| f64::from(index) / f64::from(half);
                let found = linear(points, center + reach * part(i), exp(log_width + log_reach * part(j)));
                if best.as_ref().is_none_or(|(error, _)| found.0 < *error) {
                    best = Some(found);
                }
            }
        }
        if let Some((_, slice)) = &best {
            (center, log_width) = (slice.m, ln(slice.s));
        }
        let shrinks = if round == 0 { 0.15 } else { 0.6 };
        (reach, log_reach) = (reach * shrinks, log_reach * shrinks);
    }
    best.map_or_else(|| unreachable!("a grid has nodes"), |(_, slice)| slice)
}

/// Least squares of `a + d x + c z` with `x = (k - m) / s` and `z = sqrt(x^2 + 1)`, whose least value is `a + sqrt(c^2 - d^2)`: the best point
/// of the polygon `|d| <= c`, `c + |d| <= 2 s`, which lies inside, on an edge or in a corner. Where its variance would fall below 0, the
/// best with `a = 0`.
fn linear(points: &[(f64, f64)], m: f64, s: f64) -> (f64, Slice) {
    let basis: Vec<[f64; 4]> = points
        .iter()
        .map(|(k, w)| {
            let x = (k - m) / s;
            [1.0, x, (x * x + 1.0).sqrt(), *w]
        })
        .collect();
    let slice = |a: f64, [d, c]: [f64; 2]| {
        let error = basis.iter().fold(0.0, |sum, [_, x, z, w]| {
            let off = a + d * x + c * z - w;
            sum + off * off
        });
        (error, Slice { a, b: c / s, rho: if c > 0.0 { d / c } else { 0.0 }, m, s })
    };
    let holds = |a: f64, [d, c]: [f64; 2]| {
        let root = (c * c - d * d).sqrt();
        d.abs() <= c && c + d.abs() <= 2.0 * s * (1.0 + 1e-12) && a + root >= 0.0
    };
    // Nothing is better than the best without bounds where that keeps them.
    if let Some([a, d, c]) = solve(basis.iter().map(|t| ([t[0], t[1], t[2]], t[3])))
        && holds(a, [d, c])
    {
        return slice(a, [d, c]);
    }
    let corners = [[0.0, 0.0], [s, s], [0.0, 2.0 * s], [-s, s]];
    let mut best = slice(0.0, corners[0]);
    let mut offer = |a: f64, at: [f64; 2]| {
        let found = slice(a, at);
        if holds(a, at) && found.0 < best.0 {
            best = found;
        }
    };
    for free in [true, false] {
        let level = |terms: &[f64; 4]| if free { terms[0] } else { 0.0 };
        if let Some([a, d, c]) = solve(basis.iter().map(|t| ([level(t), t[1], t[2]], t[3]))) {
            offer(a, [d, c]);
        }
        for (at, [d, c]) in corners.into_iter().enumerate() {
            // On the edge from this corner to the next, and in the corner.
            let [to_d, to_c] = corners[(at + 1) % 4];
            let along = |t: &[f64; 4]| (to_d - d) * t[1] + (to_c - c) * t[2];
            let rest = |t: &[f64; 4]| t[3] - d * t[1] - c * t[2];
            if let Some([a, share, _]) = solve(basis.iter().map(|t| ([level(t), along(t), 0.0], rest(t))))
                && (0.0..=1.0).contains(&share)
            {
                offer(a, [d + share * (to_d - d), c + share * (to_c - c)]);
            }
            if let Some([a, ..]) = solve(basis.iter().map(|t| ([level(t), 0.0, 0.0], rest(t)))) {
                offer(a, [d, c]);
            }
        }
    }
    best
}

/// Normal equations of up to three columns; a column of zeros has the coefficient 0. `None` where columns depend on one another.
fn solve(rows: impl Iterator<Item = ([f64; 3], f64)>) -> Option<[f64; 3]> {
    let mut matrix = [[0.0; 4]; 3];
    for (columns, value) in rows {
        for i in 0..3 {
            for j in 0..3 {
                matrix[i][j] += columns[i] * columns[j];
            }
            matrix[i][3] += columns[i] * value;
        }
    }
    for (i, row) in matrix.iter_mut().enumerate() {
        if row[i] == 0.0 {
            row[i] = 1.0;
        }
    }
    let size: [f64; 3] = std::array::from_fn(|i| matrix[i][i]);
    for pivot in 0..3 {
        if matrix[pivot][pivot] <= 1e-13 * size[pivot] {
            return None;
        }
        for other in pivot + 1..3 {
            let factor = matrix[other][pivot] / matrix[pivot][pivot];
            let row = matrix[pivot];
            matrix[other].iter_mut().zip(row).for_each(|(x, p)| *x -= factor * p);
        }
    }
    let c = matrix[2][3] / matrix[2][2];
    let d = (matrix[1][3] - matrix[1][2] * c) / matrix[1][1];
    Some([(matrix[0][3] - matrix[0][1] * d - matrix[0][2] * c) / matrix[0][0], d, c])
}
