//! Smiles of five parameters.

use hashinsight_derivatives::chain::{SviReport, SviRequest, svi_smile};
use hashinsight_numerics::exp;
use hashinsight_units::{AssetPrice, Error, Volatility};

use crate::{price, years};

/// `a`, `b`, `rho`, `m`, `s`.
type Slice = [f64; 5];

fn variance([a, b, rho, m, s]: Slice, k: f64) -> f64 {
    let x = k - m;
    a + b * (rho * x + (x * x + s * s).sqrt())
}

fn ask(slice: Slice, low: f64, high: f64, count: u32, t: f64) -> Result<SviReport, Error> {
    let places = (0..count).map(|i| low + (high - low) * f64::from(i) / f64::from(count - 1));
    let (strikes, volatilities): (Vec<AssetPrice>, Vec<Volatility>) =
        places.map(|k| (price(100.0 * exp(k)), Volatility::new((variance(slice, k) / t).sqrt()).unwrap())).unzip();
    svi_smile(&SviRequest::new(price(100.0), years(t), strikes, volatilities))
}

/// Vogt's slice (Gatheral and Jacquier 2014, 3.1) has a density below 0: -0.0328635 at a log-moneyness of 0.879 (mpmath 1.4, derivatives of
/// the variance at 30 digits on 3001 places).
#[test]
fn the_slice_of_vogt() {
    let vogt = [-0.041, 0.1331, 0.306, 0.3586, 0.4153];
    let report = ask(vogt, -1.5, 1.5, 41, 1.0).unwrap();
    let got = [report.level, report.angle, report.tilt, report.center, report.width];
    for (got, right) in got.into_iter().zip(vogt) {
        assert!((got - right).abs() < 1e-5, "{report:?}");
    }
    assert!(report.root_mean_squared_error < 1e-8, "{report:?}");
    assert!((report.least_density + 0.032_863_5).abs() < 1e-6 && !report.butterflies_hold, "{report:?}");
    assert!((report.least_density_strike / 100.0 - exp(0.879)).abs() < 5e-3, "{report:?}");
}

/// Slices whose density is positive come back, whatever their tilt and width.
#[test]
fn slices_come_back() {
    for (slice, t) in [
        ([0.04, 0.1, -0.5, 0.0, 0.2], 0.5),
        ([0.01, 0.08, 0.3, -0.1, 0.1], 0.25),
        ([0.002, 0.05, -0.7, 0.05, 0.3], 0.1),
        ([0.1, 0.4, 0.0, 0.1, 0.5], 1.5),
    ] {
        let report = ask(slice, -0.8, 0.7, 15, t).unwrap();
        let got = [report.level, report.angle, report.tilt, report.center, report.width];
        for (got, right) in got.into_iter().zip(slice) {
            assert!((got - right).abs() < 1e-4, "{slice:?}: {report:?}");
        }
        assert!(report.root_mean_squared_error < 1e-7 && report.butterflies_hold, "{report:?}");
    }
}

/// What no slice within the bounds passes through is fitted by one that keeps them.
#[test]
fn bounds_are_kept() {
    // Wings steeper than Lee's bound, and a variance that falls to a line.
    for slice in [[0.01, 3.0, 0.2, 0.0, 0.2], [0.04, 0.0, 0.0, 0.0, 0.1]] {
        let report = ask(slice, -1.0, 1.0, 11, 1.0).unwrap();
        assert!(report.angle * (1.0 + report.tilt.abs()) <= 2.0 + 1e-9, "{report:?}");
        assert!(report.tilt.abs() <= 1.0 && report.volatilities.iter().all(|volatility| *volatility >= 0.0));
    }
    let flat = ask([0.04, 0.0, 0.0, 0.0, 0.1], -1.0, 1.0, 11, 1.0).unwrap();
    assert!(flat.root_mean_squared_error < 1e-9 && (flat.least_density - 1.0).abs() < 1e-6, "{flat:?}");
}

#[test]
fn refusals() {
    let code = |change: &dyn Fn(&mut SviRequest)| {
        let strikes = [80.0, 90.0, 100.0, 110.0, 120.0].map(price).to_vec();
        let mut request = SviRequest::new(price(100.0), years(0.5), strikes, vec![Volatility::new(0.6).unwrap(); 5]);
        change(&mut request);
        svi_smile(&request).map_err(|error| format!("{} at {}", error.code(), error.path())).unwrap_err()
    };
    assert_eq!(code(&|r| r.strikes.truncate(4)), "derivatives.strikes.insufficient_data at strikes");
    assert_eq!(code(&|r| r.volatilities.truncate(4)), "derivatives.volatilities.length at volatilities");
    assert_eq!(code(&|r| r.strikes[3] = price(100.0)), "derivatives.strikes.out_of_range at strikes[3]");
    assert_eq!(code(&|r| r.years = years(0.0)), "derivatives.years.out_of_range at years");
    let none = Volatility::new(0.0).unwrap();
    assert_eq!(code(&|r| r.volatilities[2] = none), "derivatives.volatilities.out_of_range at volatilities[2]");
}
