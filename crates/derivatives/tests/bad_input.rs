//! Whatever comes in: a typed refusal or a report of finite numbers, never a panic, never NaN.

use hashinsight_derivatives::margin::{LiquidationRequest, liquidation};
use hashinsight_derivatives::pricing::{
    BarrierRequest, Black76Request, DefaultLegRequest, DigitalRequest, DrawdownRequest, EuropeanOption,
    HitProbabilityRequest, ImpliedVolatilityRequest, KouPassageRequest, KouRequest, MertonRequest, TouchRequest,
    barrier, black76, default_leg, digital, discrete_barrier, discrete_hit_probability, drawdown, hit_probability,
    implied_volatility, kou, kou_passage, merton, touch, vanilla,
};
use hashinsight_units::{AssetPrice, Error, Volatility, Years};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// A number that a careless caller sends: of any magnitude, at the ends of ranges, plain.
fn number() -> impl Strategy<Value = f64> {
    let ends = [0.0, -0.0, 1.0, -1.0, 1e-18, 1e18, 5e-324, 1e-300, 20.0, 30.0, 10.0, -10.0, 1e4, 1e6, f64::MAX, 1e15];
    prop_oneof![
        3 => (-3.0..3.0f64).prop_map(|e| hashinsight_numerics::pow(10.0, e)),
        2 => -1.0..1.0f64,
        1 => any::<f64>().prop_filter("JSON has no others", |x| x.is_finite()),
        2 => prop::sample::select(ends.to_vec()),
    ]
}

/// Runs an operation on a document with these numbers put into its holes, and looks at what comes out.
fn ask<Request: DeserializeOwned, Report: Serialize>(
    mut document: Value,
    numbers: &[f64],
    operation: impl Fn(&Request) -> Result<Report, Error>,
) -> Result<(), TestCaseError> {
    let mut next = numbers.iter().cycle();
    fill(&mut document, &mut next);
    let Ok(request) = serde_json::from_value::<Request>(document.clone()) else { return Ok(()) };
    match operation(&request) {
        Ok(report) => {
            // serde_json writes NaN and the infinities as null.
            let text = serde_json::to_string(&report).unwrap();
            prop_assert!(!text.contains("null"), "{document} gave {text}");
        }
        Err(error) => {
            prop_assert!(error.code().ends_with(error.problem().name()), "{error}");
            prop_assert!(error.code().starts_with("derivatives.") || error.code().starts_with("market."), "{error}");
        }
    }
    Ok(())
}

fn fill<'a>(value: &mut Value, numbers: &mut impl Iterator<Item = &'a f64>) {
    match value {
        Value::Null => *value = numbers.next().map_or(Value::Null, |x| json!(x)),
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, numbers)),
        Value::Object(fields) => fields.values_mut().for_each(|item| fill(item, numbers)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(150_000))]

    #[test]
    fn options(x in prop::collection::vec(number(), 9), call in any::<bool>()) {
        let kind = if call { "call" } else { "put" };
        ask::<EuropeanOption, _>(
            json!({"kind": kind, "spot": null, "strike": null, "years": null, "rate_per_year": null, "yield_per_year": null, "volatility": null}),
            &x, |request| Ok(vanilla(request)))?;
        ask::<Black76Request, _>(
            json!({"kind": kind, "forward": null, "strike": null, "years": null, "rate_per_year": null, "volatility": null}), &x, |request| Ok(black76(request)))?;
        ask::<ImpliedVolatilityRequest, _>(
            json!({"kind": kind, "price": null, "forward": null, "strike": null, "years": null, "rate_per_year": null}),
            &x, implied_volatility)?;
        for payout in [json!({"cash": null}), json!("asset"), json!({"gap": null})] {
            ask::<DigitalRequest, _>(
                json!({"kind": kind, "spot": null, "strike": null, "payout": payout, "years": null, "rate_per_year": null,
                       "yield_per_year": null, "volatility": null}),
                &x, |request| Ok(digital(request)))?;
        }
        ask::<MertonRequest, _>(
            json!({"kind": kind, "spot": null, "strike": null, "years": null, "rate_per_year": null, "yield_per_year": null,
                   "volatility": null, "jumps_per_year": null, "mean_log_jump": null, "log_jump_deviation": null}),
            &x, merton)?;
    }

    #[test]
    fn touches(x in prop::collection::vec(number(), 9), call in any::<bool>(), down in any::<bool>(), inside in any::<bool>()) {
        let side = if down { "down" } else { "up" };
        ask::<HitProbabilityRequest, _>(
            json!({"spot": null, "barrier": null, "side": side, "years": null, "drift_per_year": null, "volatility": null,
                   "measure": "real_world"}),
            &x, |request| Ok(hit_probability(request)))?;
        for payment in ["at_hit", "at_expiry", "no_touch"] {
            for payout in [json!({"cash": null}), json!("asset")] {
                ask::<TouchRequest, _>(
                    json!({"spot": null, "barrier": null, "side": side, "payment": payment, "payout": payout, "years": null,
                           "rate_per_year": null, "yield_per_year": null, "volatility": null}),
                    &x, touch)?;
            }
        }
        ask::<BarrierRequest, _>(
            json!({"kind": if call { "call" } else { "put" }, "knock": if inside { "in" } else { "out" }, "side": side, "spot": null,
                   "strike": null, "barrier": null, "rebate": null, "years": null, "rate_per_year": null, "yield_per_year": null,
                   "volatility": null}),
            &x, barrier)?;
    }

    #[test]
    fn positions(x in prop::collection::vec(number(), 12), long in any::<bool>(), inverse in any::<bool>(), venue in 0usize..6) {
        let venues = ["binance_usdm", "binance_coinm", "bybit_classic", "bybit_unified", "okx", "btse"];
        ask::<LiquidationRequest, _>(
            json!({"venue": venues[venue], "contract": if inverse { "inverse" } else { "linear" }, "side": if long { "long" } else { "short" },
                   "quantity": null, "entry_price": null,
                   "margin_mode": {"cross": {"wallet_balance": null, "other_maintenance": null, "other_unrealized": null}},
                   "maintenance": {"flat": {"rate": 0.01, "deduction": null}}, "close_fee_rate": 0.0005, "funding_paid": null,
                   "mark_price": null, "volatility": null, "years": null}),
            &x, liquidation)?;
    }

    #[test]
    fn defaults(x in prop::collection::vec(number(), 8)) {
        ask::<DefaultLegRequest, _>(
            json!({"notional": null, "loss_given_default": 0.6, "years": null, "rate_per_year": null, "hazards_per_year": [null, null],
                   "segment_ends_years": [null], "measure": "real_world"}),
            &x, default_leg)?;
    }
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(7_500))]

    #[test]
    fn slow_ones(x in prop::collection::vec(number(), 10), dates in 0u32..40, down in any::<bool>()) {
        let side = if down { "down" } else { "up" };
        let jumps = json!({"jumps_per_year": null, "up_probability": 0.4, "up_rate": null, "down_rate": null});
        ask::<KouRequest, _>(
            json!({"kind": "call", "spot": null, "strike": null, "years": null, "rate_per_year": null, "yield_per_year": null,
                   "volatility": null, "jumps": jumps}),
            &x, kou)?;
        ask::<KouPassageRequest, _>(
            json!({"spot": null, "barrier": null, "side": side, "years": null, "drift_per_year": null, "volatility": null, "jumps": jumps,
                   "overshoot": null, "measure": "real_world"}),
            &x, kou_passage)?;
        ask::<DrawdownRequest, _>(
            json!({"drawdown": 0.2, "years": null, "drift_per_year": null, "volatility": null, "measure": "real_world"}), &x, drawdown)?;
        ask(
            json!({"spot": null, "barrier": null, "side": side, "years": null, "drift_per_year": null, "volatility": null, "dates": dates,
                   "measure": "real_world"}),
            &x, discrete_hit_probability)?;
        ask(
            json!({"kind": "put", "knock": "in", "side": side, "spot": null, "strike": null, "barrier": null, "years": null,
                   "rate_per_year": null, "yield_per_year": null, "volatility": null, "dates": dates}),
            &x, discrete_barrier)?;
    }
}

#[test]
fn quantities_refuse() {
    assert!(Volatility::new(1e-10).is_err() && Years::new(1e-13).is_err());
    for value in [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e19] {
        let fault = AssetPrice::new(value).unwrap_err();
        assert!(["units.asset_price.out_of_range", "units.asset_price.not_finite"].contains(&fault.code()));
    }
}
