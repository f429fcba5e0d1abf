//! The tables that another library tests itself with, as far as the operations express their rows.
#![expect(clippy::panic, clippy::print_stdout, reason = "test helpers; what is compared is told")]

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    BarrierRequest, BarrierSide, BarrierType, DigitalBarrierRequest, DigitalPayout, DigitalRequest,
    DiscreteBarrierRequest, DiscreteHitRequest, DoubleBarrierRequest, DoubleTouchRequest, EuropeanOption, FirstPassage,
    Knock, Lognormal, MertonJumps, MertonRequest, Payout, SmileProduct, TouchPayment, TouchRequest, TouchedLevel,
    VannaVolgaRequest, barrier, digital, digital_barrier, discrete_barrier, discrete_hit_probability, double_barrier,
    double_touch, merton, touch, vanilla, vanna_volga,
};
use hashinsight_market::OptionKind;
use hashinsight_testkit::vectors;
use hashinsight_units::{AssetPrice, Collateral, Intensity, LogMove, Volatility};
use serde_json::Value;

use crate::{price, rate, sigma, years};

fn number(row: &Value, key: &str) -> f64 {
    row[key].as_f64().unwrap_or_else(|| panic!("{key} in {row}"))
}

fn word<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap_or_else(|| panic!("{key} in {row}"))
}

fn level(row: &Value, key: &str) -> AssetPrice {
    price(number(row, key))
}

fn kind(row: &Value) -> OptionKind {
    if word(row, "type") == "call" { OptionKind::Call } else { OptionKind::Put }
}

fn side(row: &Value) -> BarrierSide {
    if word(row, "side") == "down" { BarrierSide::Down } else { BarrierSide::Up }
}

fn knock(row: &Value) -> Knock {
    if word(row, "knock") == "in" { Knock::In } else { Knock::Out }
}

fn amount(value: f64) -> Collateral {
    Collateral::new(value).unwrap()
}

fn market(row: &Value) -> Lognormal {
    lognormal(row, number(row, "vol"))
}

fn lognormal(row: &Value, volatility: f64) -> Lognormal {
    Lognormal::new(years(number(row, "T")), rate(number(row, "r")), rate(number(row, "q")), sigma(volatility))
}

/// Rows of a table that run, agree and are refused; the greatest error of those that run.
fn table(name: &str, count: usize, ask: impl Fn(&Value) -> Option<f64>) {
    let file = vectors("quantlib_tables.json");
    let rows = file[name].as_array().unwrap();
    assert_eq!(rows.len(), count, "{name}");
    let (mut agree, mut refused, mut worst) = (0, 0, 0.0);
    for row in rows {
        let Some(got) = ask(row) else {
            refused += 1;
            continue;
        };
        let error = (got - number(row, "value")).abs();
        let printed = row["printed"].as_f64().unwrap_or(1e-4);
        assert!(error <= printed, "{name}: {row}: {got}");
        agree += 1;
        worst = if error > worst { error } else { worst };
    }
    println!("{name}: {count} rows, {} run, {agree} agree, {refused} refused, {worst:e}", count - refused);
}

#[test]
fn europeans() {
    table("european", 43, |row| {
        Some(vanilla(&EuropeanOption::new(kind(row), level(row, "S"), level(row, "K"), market(row))).price)
    });
}

#[test]
fn barriers() {
    table("barrier", 72, |row| {
        let option = BarrierType::new(kind(row), knock(row), side(row));
        let rebate = amount(number(row, "rebate"));
        let request =
            BarrierRequest::new(option, level(row, "S"), level(row, "K"), level(row, "H"), rebate, market(row));
        Some(barrier(&request).unwrap().price)
    });
}

#[test]
fn double_barriers() {
    table("double_barrier", 90, |row| {
        let (spot, strike, lower, upper) = (level(row, "S"), level(row, "K"), level(row, "L"), level(row, "U"));
        let request = DoubleBarrierRequest::new(kind(row), knock(row), spot, strike, lower, upper, market(row));
        Some(double_barrier(&request).unwrap().price)
    });
}

#[test]
fn double_binaries() {
    table("double_binary", 72, |row| {
        let (payment, touched) = match word(row, "pays") {
            "no_touch" => (TouchPayment::NoTouch, TouchedLevel::Either),
            // A level that is touched already pays now in the table.
            "touch" if number(row, "S") <= number(row, "L") || number(row, "S") >= number(row, "U") => {
                (TouchPayment::AtHit, TouchedLevel::Either)
            }
            "touch" => (TouchPayment::AtExpiry, TouchedLevel::Either),
            "lower_first" => (TouchPayment::AtHit, TouchedLevel::LowerFirst),
            _ => (TouchPayment::AtHit, TouchedLevel::UpperFirst),
        };
        let (lower, upper) = (level(row, "L"), level(row, "U"));
        let cash = amount(number(row, "cash"));
        let request = DoubleTouchRequest::new(level(row, "S"), lower, upper, payment, cash, market(row));
        Some(double_touch(&request.level(touched)).unwrap().price)
    });
}

#[test]
fn digitals_with_barriers() {
    table("digital_barrier", 42, |row| {
        let payout = if word(row, "payout") == "cash" {
            DigitalPayout::Cash(amount(number(row, "cash")))
        } else {
            DigitalPayout::Asset
        };
        let option = BarrierType::new(kind(row), knock(row), side(row));
        let request =
            DigitalBarrierRequest::new(option, level(row, "S"), level(row, "K"), level(row, "H"), payout, market(row));
        Some(digital_barrier(&request).price)
    });
}

#[test]
fn digitals_and_touches() {
    table("digital", 36, |row| {
        let asset = word(row, "payout") == "asset";
        let payment = match word(row, "pays") {
            "ends" => {
                let payout = match word(row, "payout") {
                    "cash" => DigitalPayout::Cash(amount(number(row, "amount"))),
                    "asset" => DigitalPayout::Asset,
                    _ => DigitalPayout::Gap(level(row, "amount")),
                };
                let request = DigitalRequest::new(kind(row), level(row, "S"), level(row, "K"), payout, market(row));
                return Some(digital(&request).price);
            }
            "at_hit" => TouchPayment::AtHit,
            "at_expiry" => TouchPayment::AtExpiry,
            _ => TouchPayment::NoTouch,
        };
        let side = if kind(row) == OptionKind::Put { BarrierSide::Down } else { BarrierSide::Up };
        let payout = if asset { Payout::Asset } else { Payout::Cash(amount(number(row, "amount"))) };
        let request = TouchRequest::new(level(row, "S"), level(row, "K"), side, payment, payout, market(row));
        Some(touch(&request).unwrap().price)
    });
}

#[test]
fn jump_diffusions() {
    table("merton", 135, |row| {
        // The share of the variance that jumps make, and no drift by them.
        let (total, share) = (number(row, "vol"), number(row, "share"));
        let deviation = (share * total * total / number(row, "jumps")).sqrt();
        let jumps = MertonJumps::new(
            Intensity::new(number(row, "jumps")).unwrap(),
            LogMove::new(-0.5 * deviation * deviation).unwrap(),
            Volatility::new(deviation).unwrap(),
        );
        let between = lognormal(row, total * (1.0 - share).sqrt());
        let option = EuropeanOption::new(kind(row), level(row, "S"), level(row, "K"), between);
        Some(merton(&MertonRequest::new(option, jumps)).unwrap().price)
    });
}

fn windowed(row: &Value, knock: Knock, barrier_at: f64, lognormal: Lognormal, window: [Option<f64>; 2]) -> f64 {
    let option = BarrierType::new(kind(row), knock, side(row));
    let (spot, strike) = (level(row, "S"), level(row, "K"));
    let mut request = BarrierRequest::new(option, spot, strike, price(barrier_at), amount(0.0), lognormal);
    [request.watch_from_years, request.watch_until_years] = window.map(|time| time.map(years));
    barrier(&request).unwrap().price
}

/// Watch from a date on. The table's option is knocked out by a crossing from either side, ours also by standing beyond when the watch
/// begins: the same where nothing pays beyond the barrier.
#[test]
fn case_28_watch_that_begins_later() {
    table("window", 40, |row| {
        let call = kind(row) == OptionKind::Call;
        let strike = number(row, "K");
        if if call { strike < 100.0 } else { strike > 100.0 } {
            return None;
        }
        let lognormal = Lognormal::new(years(1.0), rate(0.1), rate(0.0), sigma(0.25));
        let from = Some(number(row, "days") / 360.0);
        Some(windowed(row, Knock::Out, 100.0, lognormal, [from, None]))
    });
}

/// Watch until a date, from one on and between two, against quadrature in 15 to 25 digits.
#[test]
fn case_28_watch_of_part_of_the_time() {
    let file = vectors("window_vectors.json");
    let rows = file["rows"].as_array().unwrap();
    let mut worst = 0.0;
    for row in rows {
        let cover = Some(number(row, "cover"));
        let window = match word(row, "range") {
            "Start" => [None, cover],
            "EndB2" => [cover, None],
            _ => [cover, row["until"].as_f64()],
        };
        let got = windowed(row, knock(row), number(row, "H"), market(row), window);
        let error = (got - number(row, "value")).abs();
        worst = if error > worst { error } else { worst };
        assert!(error < 1e-10, "{row}: {got}, {error:e}");
    }
    println!("partial_time: {} rows, worst {worst:e}", rows.len());
}

/// Thousands of dates against the recursion over all of them.
#[test]
fn case_25_many_looks_by_the_recursion() {
    let file = vectors("many_looks_vectors.json");
    let mut worst = [0.0; 3];
    for row in file["rows"].as_array().unwrap() {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
        let dates = number(row, "dates") as u32;
        let drift = rate(number(row, "r") - number(row, "q"));
        let (spot, at) = (level(row, "S"), level(row, "H"));
        let passage = FirstPassage::new(spot, at, side(row), years(number(row, "T")), drift, sigma(number(row, "vol")));
        let seen =
            discrete_hit_probability(&DiscreteHitRequest::new(passage, Measure::RiskNeutral).dates(dates)).unwrap();
        let option = BarrierType::new(kind(row), Knock::Out, side(row));
        let request = DiscreteBarrierRequest::new(option, spot, level(row, "K"), at, market(row)).dates(dates);
        let option = discrete_barrier(&request.rebate(amount(1.0))).unwrap();
        let errors = [
            (seen.survival_probability - number(row, "survival")).abs(),
            (option.price - option.rebate_value - number(row, "out")).abs() / 100.0,
            (option.rebate_value - number(row, "rebate")).abs(),
        ];
        for (worst, error) in worst.iter_mut().zip(errors) {
            *worst = if error > *worst { error } else { *worst };
        }
        assert!(errors.iter().all(|error| *error <= 1e-9), "{row}: {errors:?}");
    }
    println!("many looks: probability {:e}, price over spot {:e}, rebate {:e}", worst[0], worst[1], worst[2]);
}

/// A corridor of no width to speak of once took minutes.
#[test]
fn a_corridor_too_narrow_is_refused() {
    let text = r#"{"kind": "call", "knock": "out", "spot": 100, "strike": 100, "lower": 99.99999999, "upper": 100.00000001,
        "years": 0.25, "rate_per_year": 0.1, "yield_per_year": 0, "volatility": 0.15, "rebate": 1}"#;
    let error = hashinsight_derivatives::pricing::double_barrier(&serde_json::from_str(text).unwrap()).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("derivatives.upper.unsupported", "upper"));
}

/// The account's own currency is worth 1 of itself, and a ratio of 0 warns of nothing.
#[test]
fn accounts_that_cannot_be() {
    let account = |collateral: &str, more: &str| {
        let text = format!(
            r#"{{"venue": "binance_usdm", "currency": "USDT", "contracts": [{{"instrument": "B", "coin": "BTC", "contract": "linear",
            "mark_price": 100, "maintenance": {{"flat": {{"rate": 0.005, "deduction": 0}}}}}}], "positions": [{{"instrument": "B",
            "side": "long", "quantity": 1, "entry_price": 100}}], "collateral": [{{"currency": "USDT", "amount": 20{collateral}}}]{more}}}"#
        );
        hashinsight_derivatives::margin::margin_account(&serde_json::from_str(&text).unwrap()).unwrap_err()
    };
    let price = account(r#", "price": 2"#, "");
    assert_eq!((price.code(), price.path().as_str()), ("derivatives.price.out_of_range", "collateral[0].price"));
    let ratio = account("", r#", "call_ratio": 0"#);
    assert_eq!((ratio.code(), ratio.path().as_str()), ("derivatives.call_ratio.out_of_range", "call_ratio"));
}

/// Options with one barrier under three volatilities; the market's own at the strike is given.
#[test]
fn vanna_volga_of_a_barrier() {
    table("vanna_volga", 120, |row| {
        let product = SmileProduct::Barrier {
            kind: kind(row),
            knock: knock(row),
            side: side(row),
            strike: level(row, "K"),
            barrier: level(row, "H"),
        };
        Some(exactly(row, vanna_volga(&smile(row, product)).unwrap().price))
    });
}

/// The same with two barriers; knock-ins are what the knock-outs lack.
#[test]
fn vanna_volga_of_two_barriers() {
    let product = |row: &Value, knock| SmileProduct::DoubleBarrier {
        kind: kind(row),
        knock,
        strike: level(row, "K"),
        lower: level(row, "L"),
        upper: level(row, "U"),
    };
    table("vanna_volga_double", 20, |row| {
        let [out, inside] = [Knock::Out, Knock::In].map(|knock| vanna_volga(&smile(row, product(row, knock))).unwrap());
        let whole =
            vanna_volga(&smile(row, SmileProduct::Vanilla { kind: kind(row), strike: level(row, "K") })).unwrap();
        assert!((out.price + inside.price - whole.price).abs() < 1e-15, "{row}");
        Some(exactly(row, out.price))
    });
}

/// A price as the same rule gives it in 30 digits.
fn exactly(row: &Value, got: f64) -> f64 {
    assert!((got - number(row, "exact")).abs() < 1e-13, "{row}: {got}");
    got
}

fn smile(row: &Value, product: SmileProduct) -> VannaVolgaRequest {
    let [put, atm, call] = ["put", "atm", "call"].map(|key| sigma(number(row, key)));
    let [r, q] = ["r", "q"].map(|key| rate(number(row, key)));
    VannaVolgaRequest::new(product, level(row, "S"), years(number(row, "T")), r, q, put, atm, call)
        .strike_volatility(sigma(number(row, "vol")))
}
