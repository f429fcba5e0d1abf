//! Options and first passage against reference rows.
#![expect(
    clippy::panic,
    clippy::disallowed_methods,
    reason = "test helpers, and oracles that use the platform's functions on purpose"
)]

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    BarrierSide, Black76Request, EuropeanOption, FirstPassage, HitProbabilityRequest, ImpliedVolatilityRequest,
    Lognormal, VanillaReport, black76, hit_probability, implied_volatility, vanilla,
};
use hashinsight_market::OptionKind;
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::{AssetPrice, Collateral, Rate, Volatility, Years};
use serde_json::Value;

fn number(row: &Value, key: &str) -> f64 {
    row[key].as_f64().or_else(|| row[key].as_str()?.parse().ok()).unwrap_or_else(|| panic!("{key} in {row}"))
}

fn kind(row: &Value) -> OptionKind {
    match row["type"].as_str().unwrap() {
        "call" => OptionKind::Call,
        "put" => OptionKind::Put,
        other => panic!("{other}"),
    }
}

fn price(value: f64) -> AssetPrice {
    AssetPrice::new(value).unwrap()
}

fn european(row: &Value) -> VanillaReport {
    vanilla(&EuropeanOption::new(
        kind(row),
        price(number(row, "S")),
        price(number(row, "K")),
        Lognormal::new(
            Years::new(number(row, "T")).unwrap(),
            Rate::new(number(row, "r")).unwrap(),
            Rate::new(number(row, "q")).unwrap(),
            Volatility::new(number(row, "vol")).unwrap(),
        ),
    ))
}

#[test]
fn greek_rows() {
    let file = vectors("bs_vectors.json");
    let rows = file["greeks"].as_array().unwrap();
    assert_eq!(rows.len(), 13);
    for row in rows {
        let report = european(row);
        let greeks = report.greeks.unwrap();
        let table = [
            ("price", report.price),
            ("delta", greeks.delta),
            ("gamma", greeks.gamma),
            ("vega", greeks.vega),
            ("theta", greeks.theta),
            ("rho", greeks.rho),
            ("div_rho", greeks.yield_rho),
            ("vanna", greeks.vanna),
            ("volga", greeks.volga),
            ("speed", greeks.speed),
            ("charm", greeks.charm),
            ("dual_delta", greeks.dual_delta),
        ];
        for (key, value) in row.as_object().unwrap() {
            if ["type", "S", "K", "T", "r", "q", "vol"].contains(&key.as_str()) {
                continue;
            }
            let (_, got) = table.iter().find(|(name, _)| name == key).unwrap_or_else(|| panic!("{key} is not handled"));
            within_relative(*got, value.as_f64().unwrap(), 1e-12, &format!("{key} of {row}"));
        }
    }
}

#[test]
fn published_rows() {
    let file = vectors("bs_vectors.json");
    let rows = file["published"].as_array().unwrap();
    assert_eq!(rows.len(), 32);
    for row in rows {
        let got = european(row).price;
        assert!((got - number(row, "price")).abs() <= number(row, "tol"), "{row}: {got}");
        if row.get("exact").is_some() {
            within_relative(got, number(row, "exact"), 1e-12, &row.to_string());
        }
    }
}

#[test]
fn normal_rows() {
    let file = vectors("bs_vectors.json");
    let rows = file["normal"].as_array().unwrap();
    assert_eq!(rows.len(), 23);
    for row in rows {
        let x = number(row, "x");
        // Subnormal results are stored to nine digits.
        let tolerance = |value: f64| if value < f64::MIN_POSITIVE { 1e-8 } else { 1e-14 };
        for (key, got) in [
            ("cdf", hashinsight_numerics::normal_cdf(x)),
            ("sf", hashinsight_numerics::normal_cdf(-x)),
            ("pdf", hashinsight_numerics::normal_pdf(x)),
        ] {
            let exact = number(row, key);
            within_relative(got, exact, tolerance(exact), &row.to_string());
        }
    }
    let rows = file["normal_inverse"].as_array().unwrap();
    assert_eq!(rows.len(), 23);
    for row in rows {
        // The reference took p as the decimal that it reads as; the double differs by up to half an ulp.
        let (p, x) = (number(row, "p"), number(row, "x"));
        let rounding = 0.5 * (p.next_up() - p) / hashinsight_numerics::normal_pdf(x);
        let got = hashinsight_numerics::normal_quantile(p).unwrap();
        assert!((got - x).abs() <= 1.2e-15 * x.abs() + rounding, "{row}: {got}");
    }
    let mut keys: Vec<&String> = file.as_object().unwrap().keys().collect();
    keys.sort_unstable();
    assert_eq!(
        keys,
        ["greeks", "implied_vol", "implied_vol_tolerance", "meta", "normal", "normal_inverse", "published"]
    );
}

#[test]
fn implied_volatility_rows() {
    let file = vectors("bs_vectors.json");
    let rows = file["implied_vol"].as_array().unwrap();
    assert_eq!(rows.len(), 16);
    for row in rows {
        let [forward, strike, years, premium, iv] =
            ["F", "K", "T", "undiscounted_price", "iv"].map(|key| number(row, key));
        let result = implied_volatility(&ImpliedVolatilityRequest::new(
            kind(row),
            Collateral::new(premium).unwrap(),
            price(forward),
            price(strike),
            Years::new(years).unwrap(),
            Rate::new(0.0).unwrap(),
        ));
        if row.get("expect").is_some() {
            let fault = result.unwrap_err();
            assert_eq!((fault.code(), fault.path().as_str()), ("derivatives.implied_volatility.none", "price"));
            continue;
        }
        let report = result.unwrap();
        let in_the_money = (kind(row) == OptionKind::Call) == (forward > strike) && forward != strike;
        let tolerance = if in_the_money { (1e-13 * iv).max(2.0 * report.resolution.unwrap()) } else { 1e-13 * iv };
        assert!((report.implied_volatility - iv).abs() <= tolerance, "{row}: {}", report.implied_volatility);
    }
}

#[test]
fn first_passage_rows() {
    let file = vectors("digital_vectors.json");
    let rows = file["first_passage"].as_array().unwrap();
    assert_eq!(rows.len(), 9);
    for row in rows {
        let (spot, barrier) = (number(row, "S"), number(row, "H"));
        let report = hit_probability(&HitProbabilityRequest::new(
            FirstPassage::new(
                price(spot),
                price(barrier),
                if barrier < spot { BarrierSide::Down } else { BarrierSide::Up },
                Years::new(number(row, "T")).unwrap(),
                Rate::new(number(row, "mu")).unwrap(),
                Volatility::new(number(row, "vol")).unwrap(),
            ),
            Measure::RealWorld,
        ));
        within_relative(report.probability, number(row, "prob"), 1e-12, &row.to_string());
    }
}

#[test]
fn first_passage_greeks() {
    let file = vectors("portfolio_vectors.json");
    let row = &file["hit_prob_greeks"];
    let report = hit_probability(&HitProbabilityRequest::new(
        FirstPassage::new(
            price(number(row, "S")),
            price(number(row, "H")),
            BarrierSide::Down,
            Years::new(7.0 / 365.0).unwrap(),
            Rate::new(number(row, "mu")).unwrap(),
            Volatility::new(number(row, "vol")).unwrap(),
        ),
        Measure::RiskNeutral,
    ));
    let greeks = report.greeks.unwrap();
    within_relative(report.probability, number(row, "p"), 1e-12, "p");
    within_relative(greeks.by_spot, number(row, "dS"), 1e-12, "dS");
    within_relative(greeks.by_spot_twice, number(row, "d2S"), 1e-12, "d2S");
    within_relative(greeks.by_barrier, number(row, "dH"), 1e-12, "dH");
    within_relative(greeks.by_volatility, number(row, "dvol"), 1e-12, "dvol");
    within_relative(greeks.by_years, number(row, "dT"), 1e-12, "dT");
}

#[test]
fn black_on_a_forward() {
    let forward = black76(&Black76Request::new(
        OptionKind::Call,
        price(100.0),
        price(110.0),
        Years::new(0.5).unwrap(),
        Rate::new(0.03).unwrap(),
        Volatility::new(0.6).unwrap(),
    ));
    let spot = european(&serde_json::json!({
        "type": "call", "S": 100.0, "K": 110.0, "T": 0.5, "r": 0.03, "q": 0.03, "vol": 0.6
    }));
    assert_eq!(forward.price, spot.price);
    assert_eq!(forward.greeks.unwrap().rho, -0.5 * forward.price);
}
