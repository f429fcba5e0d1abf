//! Volatility that jumps do not move, and prices that hold no time value.

use hashinsight_derivatives::estimation::{RealizedVolatilityReport, RealizedVolatilityRequest, realized_volatility};
use hashinsight_derivatives::pricing::{
    EuropeanOption, ImpliedVolatilityRequest, Lognormal, implied_volatility, vanilla,
};
use hashinsight_market::OptionKind;
use hashinsight_numerics::{Philox, exp};
use hashinsight_units::{AssetPrice, Collateral};

use super::close;
use crate::{price, rate, sigma, years};

/// Bars that are their closes.
fn of_returns(returns: &[f64], bar_years: f64) -> RealizedVolatilityReport {
    let mut closes = vec![AssetPrice::new(100.0).unwrap()];
    for r in returns {
        closes.push(AssetPrice::new(closes[closes.len() - 1].get() * exp(*r)).unwrap());
    }
    let column = || closes.clone();
    let request = RealizedVolatilityRequest::new(column(), column(), column(), column(), years(bar_years));
    realized_volatility(&request).unwrap()
}

/// `pi/2 sum of |r_i| |r_(i-1)|`, and the statistic by numpy from the formulas of Huang and Tauchen 2005 (tripower, ratio).
#[test]
fn case_72_bipower_variation() {
    let returns = [0.01, -0.02, 0.015, 0.005, -0.01, 0.3, 0.002, -0.012];
    let report = of_returns(&returns, 1.0 / 365.0);
    let pairs: f64 = returns.windows(2).map(|pair| (pair[0] * pair[1]).abs()).sum();
    close(report.bipower_variation, std::f64::consts::FRAC_PI_2 * pairs, 1e-12, "bipower variation");
    close(report.realized_variance, returns.iter().map(|r| r * r).sum(), 1e-12, "realized variance");
    close(report.bipower, (report.bipower_variation / 7.0 * 365.0).sqrt(), 1e-12, "bipower volatility");
    close(report.jump_statistic.unwrap(), STATISTIC, 1e-10, "statistic");
    close(report.jump_p_value.unwrap(), P_VALUE, 1e-9, "p value");
    close(report.jump_share.unwrap(), 1.0 - report.bipower_variation / report.realized_variance, 1e-12, "share");
    let rest = [0.01, -0.02, 0.015, 0.005, -0.01, 0.002, -0.012];
    let truncated: f64 = rest.iter().map(|r| r * r).sum::<f64>() / 7.0 * 365.0;
    assert_eq!(report.truncated_returns, 1);
    close(report.truncated, truncated.sqrt(), 1e-12, "truncated");
    // Nothing moved, or too little of it.
    let still = of_returns(&[0.0, 0.0], 1.0);
    assert_eq!((still.bipower, still.jump_statistic, still.jump_share), (0.0, None, None));
    assert_eq!(of_returns(&[0.1, 0.2], 1.0).jump_statistic, None);
}

/// Without jumps the statistic is about standard normal and all estimates agree; ten jumps move realized variance and nothing else.
#[test]
fn case_72_jumps_are_told_from_diffusion() {
    let (mut rejected, deviation) = (0, 0.01);
    for seed in 0..200 {
        let mut shocks = vec![0.0; 300];
        Philox::new(seed).fill_normal(0, 0, &mut shocks);
        let mut returns: Vec<f64> = shocks.iter().map(|z| deviation * z).collect();
        let report = of_returns(&returns, 1.0);
        rejected += i32::from(report.jump_p_value.unwrap() < 0.05);
        assert!((report.bipower / deviation - 1.0).abs() < 0.2 && (report.truncated / deviation - 1.0).abs() < 0.2);
        for jump in 0..10 {
            returns[7 + 29 * jump] += 0.12;
        }
        let report = of_returns(&returns, 1.0);
        assert!(report.jump_p_value.unwrap() < 1e-4, "{seed}");
        assert!(report.close_to_close > 2.0 * deviation && report.truncated < 1.25 * deviation, "{seed}");
        assert!(report.bipower < 1.7 * deviation, "{seed}");
    }
    assert!((4..=26).contains(&rejected), "{rejected} of 200 at 5 %");
}

const STATISTIC: f64 = 3.3206082174636866;
const P_VALUE: f64 = 0.00044910764512125125;

/// 4,000 options of strikes up to `e^2` times the spot, priced by this library: none of its prices is below the intrinsic value.
#[test]
fn case_43_own_prices_are_accepted() {
    let mut uniforms = vec![0.0; 4 * 4_000];
    Philox::new(3).fill_uniform(0, 0, &mut uniforms);
    let mut without = 0;
    for draw in uniforms.chunks_exact(4) {
        let strike = 60_000.0 * exp(4.0 * draw[0] - 2.0);
        let t = (1.0 + 364.0 * draw[1]) / 365.0;
        let kind = if draw[3] < 0.5 { OptionKind::Call } else { OptionKind::Put };
        let market = Lognormal::new(years(t), rate(0.04), rate(0.0), sigma(0.3 + 0.9 * draw[2]));
        let value = vanilla(&EuropeanOption::new(kind, price(60_000.0), price(strike), market)).price;
        let forward = price(60_000.0 * exp(0.04 * t));
        let value = Collateral::new(value).unwrap();
        let request = ImpliedVolatilityRequest::new(kind, value, forward, price(strike), years(t), rate(0.04));
        match implied_volatility(&request) {
            Ok(report) => assert!(report.implied_volatility > 0.0),
            Err(error) => {
                assert_eq!(error.code(), "derivatives.implied_volatility.none", "{request:?}");
                without += 1;
            }
        }
    }
    assert!(without > 10, "{without}");
}

/// The two sides of no arbitrage have two reasons, and numbers are written as a reader would write them.
#[test]
fn case_43_reasons_and_words() {
    let ask = |value: f64, strike: f64| {
        let value = Collateral::new(value).unwrap();
        let request =
            ImpliedVolatilityRequest::new(OptionKind::Call, value, price(100.0), price(strike), years(1.0), rate(0.0));
        implied_volatility(&request).unwrap_err().to_string()
    };
    let below = ask(9.9, 90.0);
    assert!(below.contains("above the intrinsic value, 10"), "{below}");
    let beyond = ask(100.0, 90.0);
    assert!(beyond.contains("below the greatest value, 100"), "{beyond}");
    let tiny = ask(1e-200, 90.0);
    assert!(tiny.contains("got 1e-200") && tiny.len() < 200, "{tiny}");
}
