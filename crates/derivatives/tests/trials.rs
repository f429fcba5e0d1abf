//! Requests as a user writes them, through the documents.
#![expect(clippy::panic, reason = "test helpers")]

use hashinsight_derivatives::chain::option_chain;
use hashinsight_derivatives::margin::{liquidation, margin_account};
use hashinsight_derivatives::pricing as p;
use hashinsight_units::Error;
use serde_json::Value;

fn answer<Q: serde::de::DeserializeOwned, A: serde::Serialize>(
    request: Value,
    ask: impl Fn(&Q) -> Result<A, Error>,
) -> Result<Value, String> {
    let request = serde_json::from_value(request).map_err(|error| error.to_string())?;
    let answer = ask(&request).map_err(|error| error.to_string())?;
    Ok(serde_json::to_value(answer).unwrap())
}

fn ask(operation: &str, request: Value) -> Result<Value, String> {
    match operation {
        "margin_account" => answer(request, margin_account),
        "liquidation" => answer(request, liquidation),
        "option_chain" => answer(request, option_chain),
        "implied_volatility" => answer(request, p::implied_volatility),
        "vanilla" => answer(request, |q| Ok(p::vanilla(q))),
        "black76" => answer(request, |q| Ok(p::black76(q))),
        "barrier" => answer(request, p::barrier),
        "touch" => answer(request, p::touch),
        "digital" => answer(request, |q| Ok(p::digital(q))),
        "double_barrier" => answer(request, p::double_barrier),
        "double_touch" => answer(request, p::double_touch),
        "discrete_barrier" => answer(request, p::discrete_barrier),
        "discrete_hit_probability" => answer(request, p::discrete_hit_probability),
        "hit_probability" => answer(request, |q| Ok(p::hit_probability(q))),
        "drawdown" => answer(request, p::drawdown),
        "kou" => answer(request, p::kou),
        "kou_passage" => answer(request, p::kou_passage),
        "merton" => answer(request, p::merton),
        other => panic!("{other}"),
    }
}

/// What each answer says at a place, derived by hand, or the code and place of its refusal.
#[test]
fn trials() {
    let file: Value = serde_json::from_str(include_str!("trials.json")).unwrap();
    let trials = file.as_array().unwrap();
    assert_eq!(trials.len(), 63);
    for trial in trials {
        let got = ask(trial["operation"].as_str().unwrap(), trial["request"].clone());
        if let Some(code) = trial["refused"].as_str() {
            let refusal = got.expect_err(&trial["trial"].to_string());
            let told = format!("{code} at {}", trial["at"].as_str().unwrap());
            assert!(refusal.starts_with(&told) && refusal.len() < 300, "{}: {refusal}", trial["trial"]);
            assert!(!refusal.contains("00000000000000"), "{refusal}");
            continue;
        }
        let answer = got.unwrap_or_else(|refusal| panic!("{}: {refusal}", trial["trial"]));
        let all = |kind: &str| trial[kind].as_object().cloned().unwrap_or_default();
        for (place, right) in all("values") {
            let (got, right) = (answer.pointer(&place).and_then(Value::as_f64), right.as_f64().unwrap());
            let Some(got) = got else { panic!("{}: {place} of {answer}", trial["trial"]) };
            assert!((got - right).abs() <= 1e-12 * right.abs(), "{}: {place}: {got}, right is {right}", trial["trial"]);
        }
        for kind in ["words", "truths"] {
            for (place, right) in all(kind) {
                assert_eq!(answer.pointer(&place), Some(&right), "{}: {place} of {answer}", trial["trial"]);
            }
        }
    }
}
