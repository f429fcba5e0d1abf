//! Published covers against the tables.

use hashinsight_derivatives::pricing::Lognormal;
use hashinsight_insurance::published::{
    BitnasdaqRequest, BumperRequest, BybitProtectionRequest, CoinbeneRequest, bitnasdaq_payout, bumper_payout,
    bybit_protection, coinbene_payout, coinbene_tiers,
};
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::{AssetPrice, Collateral, Decimal, Rate, Volatility, Years};
use serde_json::Value;

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn decimal(value: &Value) -> Decimal {
    value.to_string().parse::<Decimal>().unwrap().normalize()
}

#[test]
fn coinbene_rows() {
    let file = vectors("portfolio_vectors.json");
    let row = &file["coinbene"];
    let tiers = coinbene_tiers();
    for (tier, expected) in tiers.iter().zip(row["tiers_mar2021"].as_array().unwrap()) {
        assert_eq!(tier.up_to, expected[0].is_number().then(|| decimal(&expected[0])));
        assert_eq!(tier.ratio, decimal(&expected[1]));
    }
    let cases = row["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 4);
    for case in cases {
        let of = |name: &str| decimal(&case[name]);
        let request = CoinbeneRequest::new(of("loss"), of("im"), of("ins"), of("liq"), of("open"), of("cum"));
        let report = coinbene_payout(&request).unwrap();
        assert_eq!(report.payout, of("pay"));
        let chance = &row["breakeven_prob"][report.ratio.to_string().as_str()];
        within_relative(report.break_even_probability, number(chance), 1e-15, "break-even");
    }
    // Before January 2021 there was one ratio, of 1.
    let mut one = CoinbeneRequest::new(90.into(), 100.into(), 80.into(), 10.into(), 10.into(), 80.into());
    one.tiers = vec![{
        let mut tier = tiers[3];
        tier.ratio = Decimal::ONE;
        tier
    }];
    let report = coinbene_payout(&one).unwrap();
    within_relative(report.break_even_probability, number(&row["breakeven_prob"]["1.0"]), 1e-15, "break-even");
    let error = |change: fn(&mut CoinbeneRequest)| {
        let mut request = CoinbeneRequest::new(90.into(), 100.into(), 80.into(), 10.into(), 10.into(), 80.into());
        change(&mut request);
        let error = coinbene_payout(&request).unwrap_err();
        (error.code().to_owned(), error.path().as_str().to_owned())
    };
    let is = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    assert_eq!(error(|r| r.loss = Decimal::NEGATIVE_ONE), is("insurance.loss.out_of_range", "loss"));
    assert_eq!(error(|r| r.liquidated = 11.into()), is("insurance.liquidated.out_of_range", "liquidated"));
    assert_eq!(error(|r| r.opened = 0.into()), is("insurance.opened.out_of_range", "opened"));
    assert_eq!(error(|r| r.tiers.clear()), is("insurance.tiers.insufficient_data", "tiers"));
    assert_eq!(error(|r| r.tiers.swap(0, 1)), is("insurance.tiers.out_of_range", "tiers[1]"));
    assert_eq!(
        error(|r| {
            r.tiers.pop();
        }),
        is("insurance.tiers.out_of_range", "tiers[2]")
    );
}

#[test]
fn bitnasdaq_row() {
    let file = vectors("portfolio_vectors.json");
    let row = &file["bitnasdaq"];
    let ask = |loss: Decimal| bitnasdaq_payout(&BitnasdaqRequest::new(decimal(&row["premium"]), loss)).unwrap();
    let report = ask(decimal(&row["trigger"]));
    assert_eq!((report.trigger, report.payout), (decimal(&row["trigger"]), decimal(&row["payout"])));
    assert_eq!(report.break_even_probability, number(&row["breakeven_prob"]));
    assert_eq!(ask("99.999999".parse().unwrap()).payout, Decimal::ZERO);
    let none = bitnasdaq_payout(&BitnasdaqRequest::new(Decimal::ZERO, Decimal::ONE)).unwrap_err();
    assert_eq!(none.code(), "insurance.premium.out_of_range");
}

#[test]
fn bybit_rows() {
    let file = vectors("portfolio_vectors.json");
    let row = &file["bybit_mutual_bs"];
    let [zero, zero_yield] = [0.0, 0.0].map(|rate| Rate::new(rate).unwrap());
    let price = Lognormal::new(
        Years::new(number(&row["T"])).unwrap(),
        zero,
        zero_yield,
        Volatility::new(number(&row["vol"])).unwrap(),
    );
    let ask = |is_long: bool, settled: f64| {
        let [spot, strike, settled] =
            [number(&row["S"]), number(&row["K"]), settled].map(|price| AssetPrice::new(price).unwrap());
        let amount = Collateral::new(number(&row["amount"])).unwrap();
        bybit_protection(&BybitProtectionRequest::new(amount, is_long, spot, strike, price, settled)).unwrap()
    };
    let report = ask(true, 7000.0);
    within_relative(report.premium_usd, number(&row["premium_usd"]), 1e-12, "premium");
    within_relative(report.premium_btc, number(&row["premium_btc"]), 1e-12, "premium in coins");
    assert_eq!(report.fee_usd, number(&row["fee_usd"]));
    // The page of the seller; its last row is what an uninsured short loses, and an insured one is paid.
    let page = vectors("margin_kou_cover_vectors.json");
    let rows = page["bybit_mutual_insurance"].as_array().unwrap();
    let asked = [(true, 7000.0), (true, 7500.0), (false, 9998.0), (false, 10_000.0)];
    assert_eq!(rows.len(), asked.len());
    for (row, (is_long, settled)) in rows.iter().zip(asked) {
        let told = number(&row["payoff_btc"]).abs();
        within_relative(ask(is_long, settled).payoff_btc, told, 1e-12, row["desc"].as_str().unwrap());
    }
    assert_eq!(ask(true, 8000.5).payoff_btc, 0.0);
    let spot = AssetPrice::constant(8000.0);
    let small = BybitProtectionRequest::new(Collateral::constant(499.0), true, spot, spot, price, spot);
    assert_eq!(bybit_protection(&small).unwrap_err().code(), "insurance.amount_usd.out_of_range");
}

/// The seller's own analysis: a floor under 10,000 dollars of ether, what it cost, and what a put would have.
#[test]
fn bumper_rows() {
    let file = vectors("bumper_rows.json");
    let rows = file["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 4);
    for row in rows {
        let of = |key: &str| -> Decimal { row[key].as_str().unwrap().parse().unwrap() };
        let opened = (of("deposited_usd") / of("coins")).round_dp(4);
        let ask = |closed: Decimal| {
            let request = BumperRequest::new(of("coins"), opened, of("floor"), closed, of("premium_usd"));
            bumper_payout(&request.put_premium_usd(of("put_premium_usd"))).unwrap()
        };
        let kept = ask(opened);
        assert!((kept.saving.unwrap() - of("saving").to_string().parse::<f64>().unwrap()).abs() <= 5.1e-5, "{row}");
        assert!((kept.premium_rate - of("premium_usd").to_string().parse::<f64>().unwrap() / 10_000.0).abs() < 1e-8);
        assert_eq!((kept.is_claimed, kept.payout_usd), (false, Decimal::ZERO));
        // Below the floor, what is there is the floor, whatever the price: 10,000 times it, less the premium.
        for share in ["0.5", "0.1", "0"] {
            let fallen = ask((kept.floor_price * share.parse::<Decimal>().unwrap()).round_dp(4));
            let whole = of("deposited_usd") * of("floor") - of("premium_usd");
            assert!(fallen.is_claimed && (fallen.received_usd - whole).abs() < "0.001".parse().unwrap(), "{row}");
            let made = of("coins") * fallen.floor_price;
            assert!(fallen.payout_usd <= made);
        }
    }
    // By hand: at the floor the coins go back, a cent below it their floor. Two coins from 1,500 with a floor of 1,350, for 32.50.
    let hand = |closed: &str| {
        let [coins, opened, floor, closed, premium] =
            ["2", "1500", "0.9", closed, "32.5"].map(|text| text.parse().unwrap());
        bumper_payout(&BumperRequest::new(coins, opened, floor, closed, premium)).unwrap()
    };
    for (closed, is_claimed, payout, received) in [
        ("1350", false, "0", "2667.5"),
        ("1349.99", true, "0.02", "2667.5"),
        ("2000", false, "0", "3967.5"),
        ("0", true, "2700", "2667.5"),
    ] {
        let found = hand(closed);
        let expected = [payout, received].map(|text| text.parse::<Decimal>().unwrap());
        assert_eq!((found.is_claimed, [found.payout_usd, found.received_usd]), (is_claimed, expected), "{closed}");
        assert_eq!(found.saving, None);
    }
    let one: Decimal = "1".parse().unwrap();
    let refused = |change: &dyn Fn(&mut BumperRequest), path: &str| {
        let mut request = BumperRequest::new(one, one, one, one, one);
        change(&mut request);
        let error = bumper_payout(&request).unwrap_err();
        assert_eq!((error.problem().name(), error.path().as_str()), ("out_of_range", path));
    };
    refused(&|request| request.coins = Decimal::ZERO, "coins");
    refused(&|request| request.floor = "1.01".parse().unwrap(), "floor");
    refused(&|request| request.opened_price = "0.00001".parse().unwrap(), "opened_price");
    refused(&|request| request.closed_price = "-1".parse().unwrap(), "closed_price");
    refused(&|request| request.premium_usd = "-1".parse().unwrap(), "premium_usd");
    refused(&|request| request.put_premium_usd = Some(Decimal::ZERO), "put_premium_usd");
}
