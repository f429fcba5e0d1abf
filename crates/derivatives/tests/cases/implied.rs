//! An answer of one operation is accepted by the next; a refusal says which side, and what would do.

use hashinsight_derivatives::pricing::{
    Black76Request, ImpliedVolatilityBatchParams, ImpliedVolatilityColumns, ImpliedVolatilityRequest, black76,
    implied_volatility, implied_volatility_batch,
};
use hashinsight_market::OptionKind;
use hashinsight_units::Collateral;
use hashinsight_units::columns::OnBadRow;

use crate::{price, rate, sigma, years};

fn ask(kind: OptionKind, value: f64, strike: f64, horizon: f64) -> ImpliedVolatilityRequest {
    let value = Collateral::new(value).unwrap();
    ImpliedVolatilityRequest::new(kind, value, price(100.0), price(strike), years(horizon), rate(0.0))
}

/// Prices at the ends of what a volatility may be come back as that end, one by one and by the column.
#[test]
fn prices_at_the_bounds_come_back() {
    for kind in [OptionKind::Call, OptionKind::Put] {
        for (volatility, horizons) in [(1e-9, [1.0, 0.25, 0.01, 7.0]), (20.0, [0.01, 0.001, 0.02, 0.05])] {
            for horizon in horizons {
                let request =
                    Black76Request::new(kind, price(100.0), price(100.0), years(horizon), rate(0.0), sigma(volatility));
                let value = black76(&request).price;
                let report = implied_volatility(&ask(kind, value, 100.0, horizon)).unwrap();
                let error = (report.implied_volatility - volatility).abs();
                assert!(
                    error <= 2.0 * report.resolution.unwrap() + 1e-15 * volatility,
                    "{kind:?} {volatility} {horizon}"
                );
                let columns = ImpliedVolatilityColumns {
                    kind: &[kind],
                    price: &[value],
                    forward: &[100.0],
                    strike: &[100.0],
                    years: &[horizon],
                };
                let params = ImpliedVolatilityBatchParams::new(rate(0.0)).on_bad_row(OnBadRow::Refuse);
                let table = implied_volatility_batch(&columns, &params).unwrap();
                assert_eq!(table.implied_volatility[0].to_bits(), report.implied_volatility.to_bits());
            }
        }
    }
}

#[test]
fn two_sides_have_two_codes_and_words_that_say_what_is_allowed() {
    let told = |value: f64, strike: f64, horizon: f64| {
        let error = implied_volatility(&ask(OptionKind::Call, value, strike, horizon)).unwrap_err();
        (error.code().to_owned(), error.path().to_string(), error.value().to_owned(), error.allowed().to_owned())
    };
    for (asked, right) in [
        (
            told(30.0, 60.0, 1.0),
            ["derivatives.price_below_intrinsic.out_of_range", "price", "30", "above the intrinsic value, 40"],
        ),
        (
            told(101.0, 60.0, 1.0),
            ["derivatives.price_above_greatest.out_of_range", "price", "101", "below the greatest value, 100"],
        ),
        (
            told(40.0, 60.0, 1.0),
            ["derivatives.implied_volatility.none", "price", "40", "above the intrinsic value, 40, by a time value"],
        ),
        (
            told(100.0, 60.0, 1.0),
            [
                "derivatives.implied_volatility.none",
                "price",
                "100",
                "below the greatest value, 100, which every great volatility gives",
            ],
        ),
        (
            told(41.0, 60.0, 0.0),
            ["derivatives.implied_volatility.none", "years", "0", "above 0: without time no volatility shows"],
        ),
    ] {
        let (code, path, value, allowed) = asked;
        assert_eq!([code.as_str(), path.as_str(), value.as_str(), allowed.as_str()], right);
    }
    let (code, .., allowed) = told(1.5, 100.0, 1e-6);
    assert_eq!(code, "derivatives.implied_volatility.none");
    assert!(allowed.starts_with("a price of a volatility of 1e-9 to 20: this one's is 37.6"), "{allowed}");
    assert_eq!(Collateral::new(f64::NAN).unwrap_err().code(), "units.value.not_finite"); // a premium, a margin, a rebate
}
