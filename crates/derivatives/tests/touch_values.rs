//! Values of 1 paid at a passage or a drawdown, and their derivatives, against numbers of mpmath.

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    BarrierSide, DrawdownRequest, FirstPassage, KouJumps, KouPassageRequest, Lognormal, Payout, TouchPayment,
    TouchRequest, TouchValue, drawdown_touch, kou_passage, kou_touch, touch,
};
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::{AssetPrice, Collateral, Fraction, Intensity, LogMove, Rate, TailRate, Volatility, Years};
use serde_json::Value;

fn number(row: &Value, key: &str) -> f64 {
    row[key].as_f64().unwrap()
}

fn rate(value: f64) -> Rate {
    Rate::new(value).unwrap()
}

fn jumps(per_year: f64, up: f64, up_rate: f64, down_rate: f64) -> KouJumps {
    KouJumps::new(
        Intensity::new(per_year).unwrap(),
        Fraction::new(up).unwrap(),
        TailRate::new(up_rate).unwrap(),
        TailRate::new(down_rate).unwrap(),
    )
}

fn passage(spot: f64, level: f64, years: f64, drift: f64, volatility: f64) -> FirstPassage {
    FirstPassage::new(
        AssetPrice::new(spot).unwrap(),
        AssetPrice::new(level).unwrap(),
        if level < spot { BarrierSide::Down } else { BarrierSide::Up },
        Years::new(years).unwrap(),
        rate(drift),
        Volatility::new(volatility).unwrap(),
    )
}

fn all(found: &TouchValue) -> [f64; 7] {
    let TouchValue { value, by_spot, by_spot_twice, by_volatility, by_years, by_rate, by_drift, .. } = *found;
    [value, by_spot, by_spot_twice, by_volatility, by_years, by_rate, by_drift]
}

/// What a row says of 1, in the units of the derivatives: `by_time` is that by the horizon, the other way round.
fn told(row: &Value) -> [f64; 7] {
    let of = |key| number(row, key);
    let twice = of("by_spot_twice");
    [of("value"), of("by_spot"), twice, of("by_volatility"), -of("by_time"), of("by_rate"), of("by_drift")]
}

fn within(found: &TouchValue, row: &Value, digits: f64) {
    for ((found, told), what) in
        all(found).into_iter().zip(told(row)).zip(["value", "S", "SS", "sigma", "T", "r", "mu"])
    {
        if told == 0.0 {
            assert_eq!(found, 0.0, "{what} of {row}");
        } else {
            within_relative(found, told, digits, &format!("{what} of {row}"));
        }
    }
}

/// Passages and leaps under Kou's jumps: 12 and 4 rows of mpmath, by derivatives of an inversion in 40 digits.
#[test]
fn passages_and_leaps_of_the_table() {
    let file = vectors("sensitivity_vectors.json");
    let mut passed = 0;
    for (kind, count) in [("kou", 12), ("kou_gap", 4)] {
        let rows = file[kind].as_array().unwrap().iter().filter(|row| row["wait"].as_f64().unwrap_or(0.0) == 0.0);
        let rows: Vec<&Value> = rows.collect();
        assert_eq!(rows.len(), count, "{kind}");
        for row in rows {
            let of = |key| number(row, key);
            let passage = passage(of("spot"), of("level"), of("years"), of("drift"), of("volatility"));
            let model = jumps(of("jumps"), of("p"), of("up"), of("dn"));
            let pick = |rate| {
                let found = kou_touch(&passage, &model, rate).unwrap().unwrap();
                if kind == "kou" { found.passage } else { found.leap }
            };
            let found = if row["at_trigger"].as_bool().unwrap() {
                pick(rate(of("rate")))
            } else {
                pick(rate(0.0)).paid_at_horizon(rate(of("rate")), of("years"))
            };
            within(&found, row, 1e-8);
            passed += 1;
        }
    }
    println!("{passed} of 16");
}

/// Drawdowns: those rows of mpmath that are watched from now on.
#[test]
fn drawdowns_of_the_table() {
    let file = vectors("sensitivity_vectors.json");
    let rows = file["drawdown"].as_array().unwrap();
    let rows: Vec<&Value> = rows.iter().filter(|row| number(row, "wait") == 0.0).collect();
    assert_eq!(rows.len(), 6);
    for row in &rows {
        let of = |key| number(row, key);
        let (years, fall) = (Years::new(of("years")).unwrap(), Fraction::new(of("fall")).unwrap());
        let sigma = Volatility::new(of("volatility")).unwrap();
        let request = DrawdownRequest::new(fall, years, rate(of("drift")), sigma, Measure::RealWorld);
        let found = if row["at_trigger"].as_bool().unwrap() {
            drawdown_touch(&request, rate(of("rate"))).unwrap().unwrap()
        } else {
            drawdown_touch(&request, rate(0.0)).unwrap().unwrap().paid_at_horizon(rate(of("rate")), of("years"))
        };
        within(&found, row, 1e-9);
    }
    println!("{} of 6", rows.len());
}

/// Greeks of a passage at times so small that a density counts hundreds: they are resolved as those of a week are.
#[test]
fn small_times_are_resolved() {
    let model = jumps(20.0, 0.45, 30.0, 25.0);
    for hours in [0.5, 1.0, 3.0, 12.0, 24.0, 168.0, 2_000.0] {
        for distance in [0.3, 1.0, 2.0, 4.0] {
            let years = hours / 8_760.0;
            let level = 50_000.0 * hashinsight_numerics::exp(-distance * 0.55 * f64::sqrt(years));
            let passage = passage(50_000.0, level, years, 0.1, 0.55);
            let request = KouPassageRequest::new(passage, model, LogMove::new(0.0).unwrap(), Measure::RealWorld);
            assert!(kou_passage(&request).unwrap().greeks.is_some(), "{hours} h, {distance} deviations");
            assert!(kou_touch(&passage, &model, rate(0.04)).unwrap().is_some(), "{hours} h, {distance} deviations");
        }
    }
}

/// Jumps that never lead to the level leave a diffusion to reach it: with rare ones its derivatives are those of a touch, whatever the side.
#[test]
fn jumps_of_one_side() {
    for (level, up) in [(54_000.0, 0.0), (46_000.0, 1.0)] {
        let walk = passage(50_000.0, level, 0.05, 0.2, 0.6);
        let rare = jumps(1e-9, up, 30.0, 25.0);
        let found = kou_touch(&walk, &rare, rate(0.05)).unwrap().unwrap();
        let plain = kou_touch(&walk, &jumps(0.0, up, 30.0, 25.0), rate(0.05)).unwrap().unwrap();
        let price = Lognormal::new(walk.years, rate(0.05), rate(-0.15), walk.volatility);
        let one = Payout::Cash(Collateral::new(1.0).unwrap());
        let request = TouchRequest::new(walk.spot, walk.barrier, walk.side, TouchPayment::AtHit, one, price);
        let greeks = touch(&request).unwrap().greeks.unwrap();
        within_relative(plain.passage.by_volatility, greeks.vega, 1e-12, "vega");
        for (rare, plain) in all(&found.passage).into_iter().zip(all(&plain.passage)) {
            within_relative(rare, plain, 1e-7, "rare jumps");
        }
        assert_eq!(all(&found.leap), [0.0; 7]);
        // Many of them drive the price away, or back: differences of the probability.
        let many = jumps(30.0, up, 30.0, 25.0);
        let at = |volatility: f64, drift: f64| {
            let walk = passage(50_000.0, level, 0.05, drift, volatility);
            kou_touch(&walk, &many, rate(0.05)).unwrap().unwrap().passage.value
        };
        let found = kou_touch(&walk, &many, rate(0.05)).unwrap().unwrap().passage;
        within_relative(found.by_volatility, (at(0.6001, 0.2) - at(0.5999, 0.2)) / 2e-4, 1e-6, "volatility");
        within_relative(found.by_drift, (at(0.6, 0.201) - at(0.6, 0.199)) / 2e-3, 1e-6, "drift");
    }
}

#[test]
fn corners_have_none() {
    let model = jumps(20.0, 0.45, 30.0, 25.0);
    let of = |level: f64, time: f64| {
        let mut passage = passage(50_000.0, 46_000.0, time, 0.0, 0.6);
        passage.barrier = AssetPrice::new(level).unwrap();
        passage
    };
    let touched = of(51_000.0, 0.1);
    let found = kou_touch(&touched, &model, rate(0.1)).unwrap().unwrap();
    assert_eq!(all(&found.passage), [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    for corner in [of(50_000.0, 0.1), of(46_000.0, 0.0)] {
        assert_eq!(kou_touch(&corner, &model, rate(0.1)).unwrap(), None);
    }
    let (fall, sigma) = (Fraction::new(0.2).unwrap(), Volatility::new(0.6).unwrap());
    let none = DrawdownRequest::new(fall, Years::new(0.0).unwrap(), rate(0.0), sigma, Measure::RealWorld);
    assert_eq!(drawdown_touch(&none, rate(0.1)).unwrap(), None);
    let error = kou_touch(&touched, &jumps(20.0, 0.45, 1.0, 25.0), rate(0.0)).unwrap_err();
    assert_eq!(error.code(), "derivatives.up_rate.out_of_range");
}
