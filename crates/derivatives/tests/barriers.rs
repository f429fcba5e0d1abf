//! Barriers, touches and digitals against reference rows, parities and limits.
#![expect(
    clippy::panic,
    clippy::disallowed_methods,
    reason = "test helpers, and oracles that use the platform's functions on purpose"
)]

use super::binance_btcusdt;
use hashinsight_derivatives::Measure;
use hashinsight_derivatives::margin::{
    ContractKind, LiquidationRequest, MaintenanceSchedule, MarginMode, Position, Side, Venue, liquidation,
};
use hashinsight_derivatives::pricing::{
    BarrierReport, BarrierRequest, BarrierSide, BarrierType, DigitalPayout, DigitalRequest, EuropeanOption,
    FirstPassage, HitProbabilityRequest, Knock, Lognormal, Payout, TouchPayment, TouchRequest, barrier, digital,
    hit_probability, touch, vanilla,
};
use hashinsight_market::OptionKind;
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::{AssetPrice, Collateral, Quantity, Rate, Volatility, Years};
use proptest::prelude::*;
use serde_json::Value;

fn number(row: &Value, key: &str) -> f64 {
    row[key].as_f64().unwrap_or_else(|| panic!("{key} in {row}"))
}

fn price(value: f64) -> AssetPrice {
    AssetPrice::new(value).unwrap()
}

fn rate(value: f64) -> Rate {
    Rate::new(value).unwrap()
}

fn kind(row: &Value) -> OptionKind {
    if row["type"] == "call" { OptionKind::Call } else { OptionKind::Put }
}

fn barrier_of(row: &Value) -> BarrierReport {
    let (side, knock) = match row["kind"].as_str().unwrap() {
        "down-out" => (BarrierSide::Down, Knock::Out),
        "down-in" => (BarrierSide::Down, Knock::In),
        "up-out" => (BarrierSide::Up, Knock::Out),
        "up-in" => (BarrierSide::Up, Knock::In),
        other => panic!("{other}"),
    };
    barrier(&BarrierRequest::new(
        BarrierType::new(kind(row), knock, side),
        price(number(row, "S")),
        price(number(row, "K")),
        price(number(row, "H")),
        Collateral::new(number(row, "rebate")).unwrap(),
        Lognormal::new(
            Years::new(number(row, "T")).unwrap(),
            rate(number(row, "r")),
            rate(number(row, "q")),
            Volatility::new(number(row, "vol")).unwrap(),
        ),
    ))
    .unwrap()
}

#[test]
fn barrier_rows() {
    let file = vectors("barrier_vectors.json");
    for (key, count, printed) in [("haug", 48, 1e-4), ("babsiri", 7, 1e-5)] {
        let rows = file[key].as_array().unwrap();
        assert_eq!(rows.len(), count);
        for row in rows {
            let got = barrier_of(row).price;
            assert!((got - number(row, "exact")).abs() <= 1e-13 * 100.0, "{row}: {got}");
            assert!((got - number(row, "published")).abs() <= printed, "{row}: {got}");
        }
    }
}

#[test]
fn digital_and_touch_rows() {
    let file = vectors("digital_vectors.json");
    let tables = file["haug"].as_object().unwrap();
    assert_eq!(tables.values().map(|rows| rows.as_array().unwrap().len()).sum::<usize>(), 26);
    for (table, rows) in tables {
        for row in rows.as_array().unwrap() {
            let cash = || Collateral::new(row.get("cash").and_then(Value::as_f64).unwrap_or(15.0)).unwrap();
            let european = |payout| {
                digital(&DigitalRequest::new(
                    kind(row),
                    price(number(row, "S")),
                    price(number(row, "strike")),
                    payout,
                    Lognormal::new(
                        Years::new(number(row, "T")).unwrap(),
                        rate(number(row, "r")),
                        rate(number(row, "q")),
                        Volatility::new(number(row, "vol")).unwrap(),
                    ),
                ))
                .price
            };
            let american = |payment, payout| {
                touch(&TouchRequest::new(
                    price(number(row, "S")),
                    price(number(row, "strike")),
                    if row["type"] == "put" { BarrierSide::Down } else { BarrierSide::Up },
                    payment,
                    payout,
                    Lognormal::new(
                        Years::new(number(row, "T")).unwrap(),
                        rate(number(row, "r")),
                        rate(number(row, "q")),
                        Volatility::new(number(row, "vol")).unwrap(),
                    ),
                ))
                .unwrap()
                .price
            };
            let payment =
                if row["knockin"].as_bool().unwrap() { TouchPayment::AtExpiry } else { TouchPayment::NoTouch };
            let got = match table.as_str() {
                "testCashOrNothingEuropeanValues" => european(DigitalPayout::Cash(cash())),
                "testAssetOrNothingEuropeanValues" => european(DigitalPayout::Asset),
                "testGapEuropeanValues" => european(DigitalPayout::Gap(price(57.0))),
                "testCashAtHitOrNothingAmericanValues" | "testMCCashAtHit" => {
                    american(TouchPayment::AtHit, Payout::Cash(cash()))
                }
                "testAssetAtHitOrNothingAmericanValues" => american(TouchPayment::AtHit, Payout::Asset),
                "testCashAtExpiryOrNothingAmericanValues" => american(payment, Payout::Cash(cash())),
                "testAssetAtExpiryOrNothingAmericanValues" => american(payment, Payout::Asset),
                other => panic!("{other} is not handled"),
            };
            let tolerance = number(row, "tol").max(1e-12 * got.abs());
            assert!((got - number(row, "published")).abs() <= tolerance, "{table} {row}: {got}");
            if let Some(exact) = row.get("exact").and_then(Value::as_f64) {
                assert!((got - exact).abs() <= 1e-12 * exact.abs() + 1e-100, "{table} {row}: {got}");
            }
        }
    }
    for row in file["first_passage"].as_array().unwrap() {
        let (spot, level) = (number(row, "S"), number(row, "H"));
        let report = touch(&TouchRequest::new(
            price(spot),
            price(level),
            if level < spot { BarrierSide::Down } else { BarrierSide::Up },
            TouchPayment::AtHit,
            Payout::Cash(Collateral::new(1.0).unwrap()),
            Lognormal::new(
                Years::new(number(row, "T")).unwrap(),
                rate(0.04),
                rate(0.04 - number(row, "mu")),
                Volatility::new(number(row, "vol")).unwrap(),
            ),
        ))
        .unwrap();
        within_relative(report.price, number(row, "one_touch_r4_cash1"), 1e-12, &row.to_string());
        within_relative(report.probability, number(row, "prob"), 1e-12, &row.to_string());
    }
}

/// From position to premium: liquidation price, touch probability and one-touch of every end-to-end cover.
#[test]
fn liquidation_cover_rows() {
    let file = vectors("margin_kou_cover_vectors.json");
    let rows = file["liquidation_cover"].as_array().unwrap();
    assert_eq!(rows.len(), 4);
    for row in rows {
        let [entry, margin, coverage] = ["entry", "margin", "coverage"].map(|key| number(row, key));
        let long = number(row, "side") > 0.0;
        let position = liquidation(&LiquidationRequest::new(
            Venue::BinanceUsdm,
            Position::new(
                ContractKind::Linear,
                if long { Side::Long } else { Side::Short },
                Quantity::new(number(row, "qty")).unwrap(),
                price(entry),
            ),
            MarginMode::Isolated { margin: Collateral::new(margin).unwrap() },
            MaintenanceSchedule::Tiers(binance_btcusdt()),
        ))
        .unwrap();
        let level = position.liquidation_price.value().unwrap();
        within_relative(level, number(row, "liq_price"), 1e-12, "level");
        let report = touch(&TouchRequest::new(
            price(entry),
            price(level),
            if long { BarrierSide::Down } else { BarrierSide::Up },
            TouchPayment::AtHit,
            Payout::Cash(Collateral::new(coverage * margin).unwrap()),
            Lognormal::new(
                Years::new(number(row, "days") / 365.0).unwrap(),
                rate(number(row, "r")),
                rate(number(row, "r") - number(row, "carry_b")),
                Volatility::new(number(row, "vol")).unwrap(),
            ),
        ))
        .unwrap();
        within_relative(report.probability, number(row, "hit_prob"), 1e-12, "probability");
        within_relative(report.price / (coverage * margin), number(row, "one_touch_factor"), 1e-12, "one-touch");
        within_relative(report.price, number(row, "pure_premium"), 1e-12, "premium");
    }
}

#[derive(Clone, Copy, Debug)]
struct Point {
    spot: f64,
    strike: f64,
    level: f64,
    years: f64,
    rate: f64,
    carry: f64,
    sigma: f64,
}

fn points() -> impl Strategy<Value = Point> {
    (-1.0..1.0f64, -1.0..1.0f64, -3.0..1.2f64, -0.2..0.3f64, -0.2..0.3f64, -8.0..1.0f64).prop_map(
        |(strike, level, years, rate, carry, sigma)| Point {
            spot: 100.0,
            strike: 100.0 * strike.exp(),
            level: 100.0 * level.exp(),
            years: 10f64.powf(years),
            rate,
            carry,
            sigma: 10f64.powf(sigma),
        },
    )
}

fn option(p: Point, kind: OptionKind, knock: Knock, side: BarrierSide) -> f64 {
    barrier(&BarrierRequest::new(
        BarrierType::new(kind, knock, side),
        price(p.spot),
        price(p.strike),
        price(p.level),
        Collateral::new(0.0).unwrap(),
        Lognormal::new(Years::new(p.years).unwrap(), rate(p.rate), rate(p.carry), Volatility::new(p.sigma).unwrap()),
    ))
    .unwrap()
    .price
}

fn european(p: Point, kind: OptionKind) -> f64 {
    vanilla(&EuropeanOption::new(
        kind,
        price(p.spot),
        price(p.strike),
        Lognormal::new(Years::new(p.years).unwrap(), rate(p.rate), rate(p.carry), Volatility::new(p.sigma).unwrap()),
    ))
    .price
}

fn touched(p: Point, side: BarrierSide) -> f64 {
    hit_probability(&HitProbabilityRequest::new(
        FirstPassage::new(
            price(p.spot),
            price(p.level),
            side,
            Years::new(p.years).unwrap(),
            rate(p.rate - p.carry),
            Volatility::new(p.sigma).unwrap(),
        ),
        Measure::RiskNeutral,
    ))
    .probability
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(200_000))]

    #[test]
    fn in_and_out_make_the_vanilla(p in points(), down in any::<bool>(), call in any::<bool>()) {
        let side = if down { BarrierSide::Down } else { BarrierSide::Up };
        let kind = if call { OptionKind::Call } else { OptionKind::Put };
        let (inside, outside) = (option(p, kind, Knock::In, side), option(p, kind, Knock::Out, side));
        let whole = european(p, kind);
        prop_assert!((inside + outside - whole).abs() <= 3e-12 * (p.spot + p.strike), "{inside} {outside} {whole}");
        prop_assert!(inside >= 0.0 && outside >= 0.0);
    }

    #[test]
    fn put_call_parity(p in points()) {
        let forward = p.spot * (-p.carry * p.years).exp() - p.strike * (-p.rate * p.years).exp();
        let gap = european(p, OptionKind::Call) - european(p, OptionKind::Put) - forward;
        prop_assert!(gap.abs() <= 1e-12 * (p.spot + p.strike));
    }

    #[test]
    fn touch_probabilities(p in points(), longer in 0.0..2.0f64, wilder in 1.0..3.0f64) {
        let side = if p.level < p.spot { BarrierSide::Down } else { BarrierSide::Up };
        let probability = touched(p, side);
        prop_assert!((0.0..=1.0).contains(&probability));
        let later = touched(Point { years: p.years + longer, ..p }, side);
        prop_assert!(later >= probability - 1e-14, "monotone in the horizon: {probability} {later}");
        // Driftless in the logarithm: drift = sigma^2 / 2.
        let driftless = |sigma: f64| touched(Point { sigma, rate: 0.5 * sigma * sigma, carry: 0.0, ..p }, side);
        if p.sigma * wilder < 4.0 {
            prop_assert!(driftless(p.sigma * wilder) >= driftless(p.sigma) - 1e-13);
        }
        // Where it ends beyond, it has touched.
        let m = (p.rate - p.carry - 0.5 * p.sigma * p.sigma) * p.years;
        let deviation = p.sigma * p.years.sqrt();
        let toward = if side == BarrierSide::Down { 1.0 } else { -1.0 };
        let ends = hashinsight_numerics::normal_cdf(toward * ((p.level / p.spot).ln() - m) / deviation);
        prop_assert!(ends <= probability + 1e-13);
    }
}

/// Spot at the barrier or beyond, no time, no volatility.
#[test]
fn limits() {
    let base = Point { spot: 100.0, strike: 90.0, level: 95.0, years: 0.5, rate: 0.05, carry: 0.0, sigma: 0.3 };
    for level in [100.0, 101.0] {
        let p = Point { level, ..base };
        assert_eq!(option(p, OptionKind::Call, Knock::Out, BarrierSide::Down), 0.0);
        assert_eq!(option(p, OptionKind::Call, Knock::In, BarrierSide::Down), european(p, OptionKind::Call));
        assert_eq!(touched(p, BarrierSide::Down), 1.0);
    }
    let now = Point { years: 0.0, ..base };
    assert_eq!(option(now, OptionKind::Call, Knock::Out, BarrierSide::Down), 10.0);
    assert_eq!(option(now, OptionKind::Call, Knock::In, BarrierSide::Down), 0.0);
    assert_eq!(touched(now, BarrierSide::Down), 0.0);
    // Without volatility the price grows at 5 %: it passes 101 after a fifth of a year, never 95.
    let calm = Point { sigma: 0.0, ..base };
    let forward = 100.0 - 90.0 * (-0.025f64).exp();
    assert!((option(calm, OptionKind::Call, Knock::Out, BarrierSide::Down) - forward).abs() < 1e-13);
    let above = Point { level: 101.0, ..calm };
    assert_eq!(touched(above, BarrierSide::Up), 1.0);
    assert_eq!(option(above, OptionKind::Call, Knock::Out, BarrierSide::Up), 0.0);
    // Small volatilities tend there.
    for sigma in [1e-3, 1e-6, 1e-9] {
        let p = Point { sigma, ..base };
        assert!((option(p, OptionKind::Call, Knock::Out, BarrierSide::Down) - forward).abs() < 1e-10, "{sigma}");
        assert_eq!(touched(Point { level: 101.0, ..p }, BarrierSide::Up), 1.0, "{sigma}");
        assert_eq!(touched(p, BarrierSide::Down), 0.0, "{sigma}");
    }
}
