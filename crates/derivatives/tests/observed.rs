//! Chains and estimators against laws, simulations and formulas written once more.
#![expect(
    clippy::disallowed_methods,
    reason = "test helpers, and oracles that use the platform's functions on purpose"
)]

use super::with;
use hashinsight_derivatives::chain::{ExpirySummary, OptionChainRequest, option_chain};
use hashinsight_derivatives::estimation::{
    FitJumpsRequest, RISK_METRICS_DECAY, RealizedVolatilityReport, RealizedVolatilityRequest, bars_volatility,
    fit_jumps, realized_volatility,
};
use hashinsight_derivatives::pricing::{Black76Request, black76};
use hashinsight_market::{Bars, BarsColumns, Interval, OptionChain, OptionKind, OptionQuote, OptionQuoteFields};
use hashinsight_numerics::Philox;
use hashinsight_units::{AssetPrice, Currency, Fraction, Rate, Timestamp, Volatility, Years};

const NOW: i64 = 1_765_541_474_086;
const DAY_MS: i64 = 86_400_000;

/// A chain priced by Black with a volatility that depends on the strike.
fn chain(
    days: &[i64],
    rate: f64,
    in_coin: bool,
    volatility: impl Fn(f64) -> f64,
    open: impl Fn(f64) -> f64,
) -> OptionChain {
    let forward = 100_000.0;
    let mut quotes = Vec::new();
    for day in days {
        for strike in (40..=200).map(|k| f64::from(k) * 1_000.0) {
            for kind in [OptionKind::Call, OptionKind::Put] {
                let years = *day as f64 / 365.0;
                // In coin a price is a share of the asset, and not discounted again.
                let premium = black76(&Black76Request::new(
                    kind,
                    AssetPrice::new(forward).unwrap(),
                    AssetPrice::new(strike).unwrap(),
                    Years::new(years).unwrap(),
                    Rate::new(if in_coin { 0.0 } else { rate }).unwrap(),
                    Volatility::new(volatility(strike)).unwrap(),
                ))
                .price;
                quotes.push(
                    OptionQuote::new(OptionQuoteFields {
                        source: "deribit".parse().unwrap(),
                        quote_currency: Currency::USD,
                        premium_currency: if in_coin { "BTC".parse().unwrap() } else { Currency::USD },
                        instrument: "BTC".parse().unwrap(),
                        time_ms: Timestamp::from_ms(NOW).unwrap(),
                        expiry_ms: Timestamp::from_ms(NOW + day * DAY_MS).unwrap(),
                        strike,
                        kind,
                        underlying: 99_000.0,
                        bid: None,
                        ask: None,
                        mark: Some(if in_coin { premium / 99_000.0 } else { premium }),
                        bid_iv: None,
                        ask_iv: None,
                        mark_iv: Some(volatility(strike)),
                        open_interest_base: Some(open(strike)),
                    })
                    .unwrap(),
                );
            }
        }
    }
    OptionChain::new(quotes).unwrap()
}

fn summaries(chain: OptionChain, rate: f64) -> Vec<ExpirySummary> {
    option_chain(&OptionChainRequest::new(chain, Rate::new(rate).unwrap())).unwrap().expiries
}

#[test]
fn flat_smiles() {
    for in_coin in [false, true] {
        let expiries = summaries(chain(&[7, 30, 180], 0.05, in_coin, |_| 0.6, |_| 1.0), 0.05);
        assert_eq!(expiries.len(), 3);
        for (expiry, days) in expiries.iter().zip([7.0, 30.0, 180.0]) {
            assert!((expiry.years - days / 365.0).abs() < 1e-12);
            assert!((expiry.implied_forward.unwrap() / 100_000.0 - 1.0).abs() < 1e-9);
            for volatility in [expiry.at_the_money, expiry.call_25_delta, expiry.put_25_delta] {
                assert!((volatility.unwrap() - 0.6).abs() < 1e-12);
            }
            assert!(expiry.risk_reversal_25.unwrap().abs() < 1e-12 && expiry.butterfly_25.unwrap().abs() < 1e-12);
            assert!(expiry.smile_deltas.windows(2).all(|pair| pair[0] >= pair[1]));
            assert_eq!(expiry.smile_strikes.len(), 161);
            // Calls and puts of one strike have one gamma: with equal open interest they cancel.
            assert!(expiry.gamma_exposure.unwrap().abs() < 1e-3);
        }
    }
}

#[test]
fn skewed_smiles() {
    // Downside dearer: the risk reversal is negative, and the smile read at its own delta.
    let skew = |strike: f64| 0.6 - 0.3 * (strike / 100_000.0).ln();
    let expiry = &summaries(chain(&[30], 0.0, false, skew, |_| 1.0), 0.0)[0];
    let at_delta = |target: f64| {
        // By bisection on the true smile.
        let (mut low, mut high) = (30_000.0, 300_000.0);
        for _ in 0..200 {
            let middle: f64 = 0.5 * (low + high);
            let deviation = skew(middle) * (30.0f64 / 365.0).sqrt();
            let d1 = (100_000.0 / middle).ln() / deviation + 0.5 * deviation;
            if hashinsight_numerics::normal_cdf(d1) > target { low = middle } else { high = middle }
        }
        skew(low)
    };
    assert!((expiry.call_25_delta.unwrap() - at_delta(0.25)).abs() < 1e-4);
    assert!((expiry.put_25_delta.unwrap() - at_delta(0.75)).abs() < 1e-4);
    assert!((expiry.at_the_money.unwrap() - 0.6).abs() < 1e-9);
    assert!(expiry.risk_reversal_25.unwrap() < -0.05);
}

#[test]
fn max_pain_and_gamma() {
    // Open interest at three strikes: calls and puts alike, so that the total paid is the sum of distances, least at the middle one.
    let open = |strike: f64| if [80_000.0, 95_000.0, 130_000.0].contains(&strike) { 5.0 } else { 0.0 };
    let expiry = &summaries(chain(&[30], 0.0, false, |_| 0.6, open), 0.0)[0];
    assert_eq!(expiry.max_pain, Some(95_000.0));
    // Only calls at one strike: gamma by Black, times F^2 / 100.
    let full = chain(&[30], 0.0, false, |_| 0.6, |_| 0.0);
    let fields = full.quotes().iter().map(|quote| {
        let lone = quote.strike() == 110_000.0 && quote.kind() == OptionKind::Call;
        let open_interest_base = lone.then_some(7.0);
        OptionQuote::new(OptionQuoteFields { open_interest_base, ..OptionQuoteFields::from(*quote) }).unwrap()
    });
    let expiry = &summaries(OptionChain::new(fields.collect()).unwrap(), 0.0)[0];
    let gamma = black76(&Black76Request::new(
        OptionKind::Call,
        AssetPrice::new(100_000.0).unwrap(),
        AssetPrice::new(110_000.0).unwrap(),
        Years::new(30.0 / 365.0).unwrap(),
        Rate::new(0.0).unwrap(),
        Volatility::new(0.6).unwrap(),
    ))
    .greeks
    .unwrap()
    .gamma;
    assert!((expiry.gamma_exposure.unwrap() / (7.0 * gamma * 1e10 / 100.0) - 1.0).abs() < 1e-9);
    assert_eq!(expiry.max_pain, Some(40_000.0)); // a call alone pays nothing below its strike: the lowest of equals
    let none = OptionChainRequest::new(OptionChain::default(), Rate::new(0.0).unwrap());
    assert_eq!(option_chain(&none).unwrap_err().code(), "derivatives.quotes.insufficient_data");
}

/// Bars of simulated Brownian motion with many steps per bar.
fn bars(count: usize, steps: u64, volatility: f64, drift: f64, gap: f64, seed: u64) -> RealizedVolatilityRequest {
    let random = Philox::new(seed);
    let step = volatility / (365.0 * steps as f64).sqrt();
    let (mut log, mut draw) = (0.0_f64, 0_u64);
    let mut columns: [Vec<AssetPrice>; 4] = Default::default();
    for bar in 0..count as u64 {
        log += gap / 365f64.sqrt() * random.normal(1, bar);
        let (open, mut high, mut low) = (log, log, log);
        for _ in 0..steps {
            log += drift / 365.0 / steps as f64 + step * random.normal(0, draw);
            draw += 1;
            high = if log > high { log } else { high };
            low = if log < low { log } else { low };
        }
        for (column, value) in columns.iter_mut().zip([open, high, low, log]) {
            column.push(AssetPrice::new(value.exp()).unwrap());
        }
    }
    let [open, high, low, close] = columns;
    RealizedVolatilityRequest::new(open, high, low, close, Years::new(1.0 / 365.0).unwrap())
}

/// Each estimator where its assumptions hold, within what sampling and the discrete extremes leave open.
#[test]
fn volatilities_of_known_motion() {
    let close = |got: f64, exact: f64, slack: f64| assert!((got / exact - 1.0).abs() < slack, "{got} {exact}");
    let plain = realized_volatility(&bars(1_000, 2_000, 0.6, 0.0, 0.0, 1)).unwrap();
    close(plain.close_to_close, 0.6, 0.08);
    assert!((plain.close_to_close - 0.6).abs() < 4.0 * plain.close_to_close_error);
    for range in [plain.parkinson, plain.garman_klass, plain.rogers_satchell, plain.yang_zhang] {
        close(range, 0.6, 0.05); // 2000 steps miss about 2 % of the range
    }
    // A strong drift: Rogers and Satchell do not see it, Parkinson does.
    let drifting = realized_volatility(&bars(1_000, 2_000, 0.6, 12.0, 0.0, 2)).unwrap();
    close(drifting.rogers_satchell, 0.6, 0.05);
    close(drifting.yang_zhang, 0.6, 0.06);
    assert!(drifting.parkinson > 0.68);
    // Opening jumps: only Yang and Zhang (and closes) count them.
    let jumping = realized_volatility(&bars(1_000, 2_000, 0.6, 0.0, 0.8, 3)).unwrap();
    close(jumping.yang_zhang, 1.0, 0.08);
    close(jumping.close_to_close, 1.0, 0.1);
    close(jumping.rogers_satchell, 0.6, 0.05);
}

/// The formulas once more, as they are printed.
#[test]
fn volatilities_as_printed() {
    let request = bars(40, 50, 0.7, 0.3, 0.2, 9);
    let report = realized_volatility(&request).unwrap();
    let log = |a: AssetPrice, b: AssetPrice| (a.get() / b.get()).ln();
    let n = request.open.len();
    let (mut parkinson, mut garman, mut rogers) = (0.0, 0.0, 0.0);
    for i in 0..n {
        let (h, l, c, o) = (request.high[i], request.low[i], request.close[i], request.open[i]);
        parkinson += log(h, l).powi(2) / (4.0 * 2f64.ln()) / n as f64;
        garman += (0.5 * log(h, l).powi(2) - (2.0 * 2f64.ln() - 1.0) * log(c, o).powi(2)) / n as f64;
        rogers += (log(h, c) * log(h, o) + log(l, c) * log(l, o)) / n as f64;
    }
    let sample = |values: &[f64]| {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / (values.len() as f64 - 1.0)
    };
    let over = |f: &dyn Fn(usize) -> f64| (1..n).map(f).collect::<Vec<f64>>();
    let returns = over(&|i| log(request.close[i], request.close[i - 1]));
    let opening = over(&|i| log(request.open[i], request.close[i - 1]));
    let inside = over(&|i| log(request.close[i], request.open[i]));
    let drift_free = over(&|i| {
        let (h, l, c, o) = (request.high[i], request.low[i], request.close[i], request.open[i]);
        log(h, c) * log(h, o) + log(l, c) * log(l, o)
    });
    let m = (n - 1) as f64;
    let k = 0.34 / (1.34 + (m + 1.0) / (m - 1.0));
    let yang = sample(&opening) + k * sample(&inside) + (1.0 - k) * drift_free.iter().sum::<f64>() / m;
    let weights: Vec<f64> = (0..n - 1).rev().map(|age| 0.94f64.powi(i32::try_from(age).unwrap())).collect();
    let ewma = returns.iter().zip(&weights).map(|(r, w)| w * r * r).sum::<f64>() / weights.iter().sum::<f64>();
    let annual = |variance: f64| (variance * 365.0).sqrt();
    let RealizedVolatilityReport {
        close_to_close,
        parkinson: p,
        garman_klass: g,
        rogers_satchell: r,
        yang_zhang: y,
        ewma: e,
        ..
    } = report;
    for (got, variance) in
        [(close_to_close, sample(&returns)), (p, parkinson), (g, garman), (r, rogers), (y, yang), (e, ewma)]
    {
        assert!((got / annual(variance) - 1.0).abs() < 1e-12, "{got} {}", annual(variance));
    }
}

#[test]
fn volatility_refusals() {
    let base = bars(5, 10, 0.6, 0.0, 0.0, 1);
    let code = |request: &RealizedVolatilityRequest| {
        let fault = realized_volatility(request).unwrap_err();
        format!("{} at {}", fault.code(), fault.path())
    };
    let mut short = base.clone();
    for column in [&mut short.open, &mut short.high, &mut short.low, &mut short.close] {
        column.truncate(2);
    }
    assert_eq!(code(&short), "derivatives.open.insufficient_data at open");
    let uneven = with(&base, |r| r.low = base.low[1..].to_vec());
    assert_eq!(code(&uneven), "derivatives.low.length at low");
    let mut crossed = base.clone();
    crossed.high[3] = AssetPrice::new(1.0).unwrap();
    assert_eq!(code(&crossed), "derivatives.high.out_of_range at high[3]");
    let still = with(&base, |r| r.bar_years = Years::new(0.0).unwrap());
    assert_eq!(code(&still), "derivatives.bar_years.out_of_range at bar_years");
    let decay = with(&base, |r| r.ewma_decay = Fraction::ONE);
    assert_eq!(code(&decay), "derivatives.ewma_decay.out_of_range at ewma_decay");
    let gap = Bars::from_columns(BarsColumns {
        source: "coinbase".parse().unwrap(),
        instrument: "BTC-USD".parse().unwrap(),
        quote_currency: Currency::USD,
        interval_ms: Interval::DAY,
        open_time_ms: [0, 1, 3].map(|day| NOW + day * DAY_MS).to_vec(),
        open: vec![1.0; 3],
        high: vec![1.0; 3],
        low: vec![1.0; 3],
        close: vec![1.0; 3],
        volume_base: None,
    })
    .unwrap();
    let fault = bars_volatility(&gap, RISK_METRICS_DECAY).unwrap_err();
    assert_eq!(fault.code(), "derivatives.bars.unsupported");
}

/// Known parameters come back within four of the stated errors, and the gradient at the answer vanishes.
#[test]
fn jumps_are_found() {
    let step = 1.0 / 365.0;
    let known = [(1, 15.0, -0.08, 0.04), (2, 40.0, 0.05, 0.06)];
    for (seed, intensity, mean, deviation) in hashinsight_testkit::first(1, known) {
        let random = Philox::new(seed);
        let log_returns: Vec<f64> = (0..4000)
            .map(|day| {
                let jump = if random.uniform(1, day) < intensity * step {
                    mean + deviation * random.normal(2, day)
                } else {
                    0.0
                };
                0.1 * step + 0.5 * step.sqrt() * random.normal(0, day) + jump
            })
            .collect();
        let request = FitJumpsRequest::new(log_returns.clone(), Years::new(step).unwrap());
        let report = fit_jumps(&request).unwrap();
        for (estimate, truth) in [
            (report.log_drift_per_year, 0.1),
            (report.volatility, 0.5),
            (report.jumps_per_year, intensity),
            (report.mean_log_jump, mean),
            (report.log_jump_deviation, deviation),
        ] {
            let error = estimate.standard_error.unwrap();
            assert!((estimate.value - truth).abs() < 4.0 * error, "{estimate:?} {truth}");
            assert!(error < 0.5 * truth.abs() + 0.3, "{estimate:?}");
        }
        assert!(report.log_likelihood - report.log_likelihood_without_jumps > 50.0);
        // The likelihood, written once more; no small step in any parameter improves it.
        let at = |p: [f64; 5]| -> f64 {
            let [drift, sigma, lambda, mean, deviation] = p;
            log_returns
                .iter()
                .map(|r| {
                    let mut weight = (-lambda * step).exp();
                    let mut density = 0.0;
                    for n in 0..10 {
                        let n = f64::from(n);
                        let variance = sigma * sigma * step + n * deviation * deviation;
                        let off = r - drift * step - n * mean;
                        density +=
                            weight * (-0.5 * off * off / variance).exp() / (std::f64::consts::TAU * variance).sqrt();
                        weight *= lambda * step / (n + 1.0);
                    }
                    density.ln()
                })
                .sum()
        };
        let estimates = [
            report.log_drift_per_year,
            report.volatility,
            report.jumps_per_year,
            report.mean_log_jump,
            report.log_jump_deviation,
        ];
        let best = estimates.map(|estimate| estimate.value);
        assert!((at(best) - report.log_likelihood).abs() < 1e-6);
        for i in 0..5 {
            for sign in [1.0, -1.0] {
                let mut moved = best;
                moved[i] += sign * 0.1 * estimates[i].standard_error.unwrap();
                assert!(at(moved) <= report.log_likelihood + 1e-3, "parameter {i}");
            }
        }
    }
    let short = FitJumpsRequest::new(vec![0.0; 29], Years::new(step).unwrap());
    assert_eq!(fit_jumps(&short).unwrap_err().code(), "derivatives.log_returns.insufficient_data");
    let equal = FitJumpsRequest::new(vec![0.01; 50], Years::new(step).unwrap());
    assert_eq!(fit_jumps(&equal).unwrap_err().code(), "derivatives.log_returns.out_of_range");
}
