//! Module G against independent numbers.

use hashinsight_derivatives::chain::{OptionChainRequest, option_chain};
use hashinsight_derivatives::pricing::{Black76Request, black76};
use hashinsight_market::{
    Funding, FundingFields, FundingHistory, Interval, OpenInterestHistory, OpenInterestHistoryColumns, OptionChain,
    OptionKind, OptionQuote, OptionQuoteFields,
};
use hashinsight_numerics::stream::Stream as _;
use hashinsight_numerics::{ln, stream::batch};
use hashinsight_signals::modules::Module as _;
use hashinsight_signals::modules::derivatives_pressure::{
    DerivativesHistory, DerivativesPressure, DerivativesPressureParams, DerivativesSnapshot, FuturePrices,
    basis_per_year, chain_figures, compound_funding_per_year, snapshots, strike_at_delta,
};
use hashinsight_signals::modules::{AssessmentStatus, ReasonCode};
use hashinsight_testkit::within_relative;
use hashinsight_units::{AssetPrice, Days, Finite, Fraction, Rate, Timestamp, Volatility, Years};

use crate::modules::check_module;
use crate::reference::{number, numbers, row_of};

fn row(name: &str) -> serde_json::Value {
    row_of("signal_ref.json", name)
}

const NOW: i64 = 1_713_571_200_000;
const DAY_MS: i64 = 86_400_000;

fn price(price: f64) -> AssetPrice {
    AssetPrice::new(price).unwrap()
}

fn time(ms: i64) -> Timestamp {
    Timestamp::from_ms(ms).unwrap()
}

#[test]
fn basis_and_funding_of_reference() {
    let case = row("G_basis");
    let days = Days::new(number(&case["days"])).unwrap();
    let basis = basis_per_year(price(number(&case["fut"])), price(number(&case["spot"])), days);
    within_relative(basis.simple, number(&case["simple_annual"]), 1e-12, "simple");
    within_relative(basis.compound, number(&case["compound_annual"]), 1e-12, "compound");
    within_relative(basis.logarithmic, number(&case["log_annual"]), 1e-12, "logarithmic");
    let funding = Funding::new(FundingFields {
        source: "binance_usdm".parse().unwrap(),
        instrument: "BTCUSDT".parse().unwrap(),
        interval_ms: Interval::from_ms(8 * 3_600_000).unwrap(),
        time_ms: time(NOW),
        rate_per_interval: number(&case["funding_8h"]),
    });
    within_relative(funding.unwrap().rate_per_year(), number(&case["funding_apr_simple"]), 1e-14, "funding");
    let compound = compound_funding_per_year(number(&case["funding_8h"]), 3.0 * 365.0).unwrap();
    within_relative(compound, number(&case["funding_apy"]), 1e-11, "compound funding");
}

#[test]
fn black_76_of_reference() {
    let case = row("G_black76");
    let (forward, years) = (price(number(&case["F"])), Years::new(number(&case["T"])).unwrap());
    for option in case["cases"].as_array().unwrap() {
        let kind = if number(&option["cp"]) > 0.0 { OptionKind::Call } else { OptionKind::Put };
        let volatility = Volatility::new(number(&option["iv"])).unwrap();
        let strike = price(number(&option["K"]));
        let report = black76(&Black76Request::new(kind, forward, strike, years, Rate::new(0.0).unwrap(), volatility));
        within_relative(report.price, number(&option["price"]), 1e-12, "price");
        let greeks = report.greeks.unwrap();
        within_relative(greeks.delta, number(&option["delta"]), 1e-12, "delta");
        within_relative(greeks.gamma, number(&option["gamma"]), 1e-12, "gamma");
        within_relative(greeks.vega, number(&option["vega"]), 1e-12, "vega");
    }
}

#[test]
fn skew_of_a_smile() {
    let case = row("G_skew25");
    let (forward, years) = (number(&case["F"]), number(&case["T"]));
    let smile = |strike: f64| {
        let k = ln(strike / forward);
        0.6 - 0.25 * k + 0.3 * k * k
    };
    let strike = |delta: f64| strike_at_delta(smile, price(forward), years, Fraction::new(delta).unwrap()).unwrap();
    let (call, put) = (strike(0.25), strike(0.75));
    within_relative(call, number(&case["K_25c"]), 1e-12, "strike of the call");
    within_relative(put, number(&case["K_25p"]), 1e-12, "strike of the put");
    let (call, put) = (smile(call), smile(put));
    within_relative(call - put, number(&case["risk_reversal_call_minus_put"]), 1e-11, "risk reversal");
    within_relative(0.5 * (call + put) - smile(forward), number(&case["butterfly"]), 1e-9, "butterfly");
}

fn quote(strike: f64, kind: OptionKind, open: f64, iv: f64, years: f64) -> OptionQuote {
    let expiry = NOW + (years * 365.0 * DAY_MS as f64).round() as i64;
    let name = format!("BTC-{strike}-{}", if kind == OptionKind::Call { "C" } else { "P" });
    let fields = OptionQuoteFields::new(
        "deribit".parse().unwrap(),
        "USD".parse().unwrap(),
        "BTC".parse().unwrap(),
        name.parse().unwrap(),
        time(NOW),
        time(expiry),
        strike,
        kind,
        60_000.0,
    );
    OptionQuote::new(fields.mark_iv(iv).open_interest_base(open)).unwrap()
}

fn chain() -> OptionChain {
    let (interest, gex) = (row("G_max_pain"), row("G_gex"));
    let mut strikes: Vec<(f64, Vec<f64>)> = interest["oi_call_put"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(strike, open)| (strike.parse().unwrap(), numbers(open)))
        .collect();
    strikes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (iv, years) = (number(&gex["iv"]), number(&gex["T"]));
    let both = |(strike, open): &(f64, Vec<f64>)| {
        [quote(*strike, OptionKind::Call, open[0], iv, years), quote(*strike, OptionKind::Put, open[1], iv, years)]
    };
    OptionChain::new(strikes.iter().flat_map(both).collect()).unwrap()
}

#[test]
fn chain_of_reference() {
    let chain = chain();
    let report = option_chain(&OptionChainRequest::new(chain.clone(), Rate::new(0.0).unwrap())).unwrap();
    assert_eq!(report.expiries[0].max_pain, Some(number(&row("G_max_pain")["max_pain"])));
    let figures = chain_figures(&report, chain.quotes());
    within_relative(figures.put_call.unwrap(), number(&row("G_max_pain")["put_call_oi"]), 1e-14, "put-call ratio");
    within_relative(figures.gamma_exposure.unwrap(), number(&row("G_gex")["total"]), 1e-9, "gamma exposure");
    assert_eq!(figures.term_slope, None); // one expiry has no slope
}

fn history() -> DerivativesHistory {
    let mut funding = FundingHistory::new(
        "binance_usdm".parse().unwrap(),
        "BTCUSDT".parse().unwrap(),
        Interval::from_ms(8 * 3_600_000).unwrap(),
    );
    for i in 0..60_i64 {
        let fields = FundingFields {
            source: "binance_usdm".parse().unwrap(),
            instrument: "BTCUSDT".parse().unwrap(),
            interval_ms: Interval::from_ms(8 * 3_600_000).unwrap(),
            time_ms: time(NOW + i * DAY_MS / 3),
            rate_per_interval: 1e-4 * (1.0 + (i % 5) as f64),
        };
        funding.push(Funding::new(fields).unwrap()).unwrap();
    }
    let interest = OpenInterestHistoryColumns::new(
        "okx".parse().unwrap(),
        "BTC-USDT-SWAP".parse().unwrap(),
        vec![NOW, NOW + 3 * DAY_MS],
    );
    let interest = OpenInterestHistory::from_columns(interest.open_base(vec![1e5, 1.2e5])).unwrap();
    let future =
        FuturePrices::new(time(NOW + 100 * DAY_MS), vec![time(NOW), time(NOW + DAY_MS)], vec![price(61_000.0); 2]);
    DerivativesHistory::new().funding(funding).open_interest(interest).futures(vec![future]).chains(vec![chain()])
}

fn days(count: i64) -> Vec<(Timestamp, AssetPrice)> {
    (0..count).map(|i| (time(NOW + i * DAY_MS), price(60_000.0 + 100.0 * (i % 4) as f64))).collect()
}

#[test]
fn what_is_not_known_yet_or_too_old_is_absent() {
    let known = snapshots(&history(), &days(10)).unwrap();
    assert!(known[0].basis_per_year.is_some() && known[3].basis_per_year.is_some()); // 2 days old at most
    assert!(known[4].basis_per_year.is_none() && known[4].risk_reversal_25.is_none());
    assert_eq!(known[3].open_interest_base, Some(price(1.2e5)));
    assert!(known[6].open_interest_base.is_none());
    let earlier = snapshots(&history(), &[(time(NOW - 1), price(60_000.0))]).unwrap();
    assert_eq!(earlier[0], DerivativesSnapshot::new(time(NOW - 1), price(60_000.0)));
    let mut upside_down = history();
    upside_down.futures.as_mut().unwrap()[0].time_ms.reverse();
    let error = snapshots(&upside_down, &days(1)).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("signals.time_ms.out_of_range", "futures[0].time_ms[1]"));
}

#[test]
fn pressure_keeps_the_contract_of_modules() {
    let events = snapshots(&history(), &days(20)).unwrap();
    let params = DerivativesPressureParams::new().length(5);
    let mut bad = events[19];
    bad.time_ms = time(NOW - 1);
    let mut negative = events[19];
    (negative.time_ms, negative.put_call) = (time(NOW + 99 * DAY_MS), Some(Finite::new(-1.0).unwrap()));
    let first = [bad, negative].map(|event| DerivativesPressure::open(&params).unwrap().update(&event).is_ok());
    assert_eq!(first, [true, false]); // an early event can be the first
    let outputs = check_module::<DerivativesPressure>(&params, &events, &[negative]);
    assert_eq!(outputs[0].status, AssessmentStatus::Ok);
    assert!(outputs[4].funding_z_contrarian.is_nan() && !outputs[6].funding_z_contrarian.is_nan());
    assert_eq!(
        batch::<DerivativesPressure>(&params, &[events[0], events[0]]).unwrap_err().code(),
        "signals.time_ms.out_of_range"
    );
}

#[test]
fn nothing_known_is_no_data_and_no_score() {
    let events: Vec<_> = days(5).into_iter().map(|(time, spot)| DerivativesSnapshot::new(time, spot)).collect();
    let outputs = check_module::<DerivativesPressure>(&DerivativesPressureParams::new(), &events, &[]);
    assert!(outputs.iter().all(|output| output.status == AssessmentStatus::NoData && output.confidence == 0.0));
}

#[test]
fn what_came_before_and_is_gone_is_stale() {
    let bare = |day: i64| DerivativesSnapshot::new(time(NOW + day * DAY_MS), price(60_000.0));
    let funding = |day: i64| bare(day).funding_per_year(Finite::new(0.1).unwrap());
    let outputs =
        check_module::<DerivativesPressure>(&DerivativesPressureParams::new(), &[bare(0), funding(1), bare(2)], &[]);
    let statuses: Vec<_> = outputs.iter().map(|output| output.status).collect();
    assert_eq!(statuses, [AssessmentStatus::NoData, AssessmentStatus::Warmup, AssessmentStatus::Stale]);
}

#[test]
fn each_reason_pushes_as_it_says() {
    let params = DerivativesPressureParams::new().length(2);
    let snapshot = |day: i64, spot: f64| DerivativesSnapshot::new(time(NOW + day * DAY_MS), price(spot));
    let finite = |value| Finite::new(value).unwrap();
    let past = [0.1, 0.12].map(finite);
    let last = |change: fn(DerivativesSnapshot, Finite) -> DerivativesSnapshot, values: [Finite; 3]| {
        let events: Vec<_> =
            values.iter().zip(0..).map(|(value, day)| change(snapshot(day, 60_000.0), *value)).collect();
        let output = batch::<DerivativesPressure>(&params, &events).unwrap()[2];
        (output.score, DerivativesPressure::open(&params).unwrap().assess(&output).reasons[0].code)
    };
    let (score, code) = last(DerivativesSnapshot::funding_per_year, [past[0], past[1], finite(1.0)]);
    assert_eq!((score, code), (1.0, ReasonCode::Funding)); // far above its past: sell
    let (score, code) = last(DerivativesSnapshot::risk_reversal_25, [past[0], past[1], finite(1.0)]);
    assert_eq!((score, code), (-1.0, ReasonCode::RiskReversal)); // calls are sought: keep
    let (score, code) = last(DerivativesSnapshot::basis_per_year, [past[0], past[1], finite(0.05)]);
    assert_eq!((score, code), (-0.25, ReasonCode::Basis));
    for (spot, open, expected) in
        [(61e3, 2e5, -0.5), (61e3, 1e4, 0.5), (59e3, 2e5, 0.5), (59e3, 1e4, -0.5), (59e3, 100_500.0, 0.0)]
    {
        let events =
            [snapshot(0, 60e3).open_interest_base(price(1e5)), snapshot(1, spot).open_interest_base(price(open))];
        let output = batch::<DerivativesPressure>(&params, &events).unwrap()[1];
        assert_eq!((output.score, output.confidence), (expected, 0.25), "{spot} {open}");
    }
}
