//! Quotes by the column against the single form, term by term.

use hashinsight_derivatives::margin::{MaintenanceSchedule, Side, Venue};
use hashinsight_insurance::actuarial::PremiumPrinciple;
use hashinsight_insurance::cover::Peril;
use hashinsight_insurance::quote::{Decision, Loadings, QuoteBatchParams, QuoteColumns, Rules, quote, quote_batch};
use hashinsight_testkit::properties;
use hashinsight_units::columns::{OnBadRow, RowStatus};
use hashinsight_units::{Decimal, Fraction, Rate, Rounding};
use proptest::prelude::*;

use super::covers::{cover, decimal, fraction, position, terms, tiers, trigger, with};
use super::quotes::{gbm, market, request};

fn params(loadings: Loadings, share: &str) -> QuoteBatchParams {
    let maintenance = MaintenanceSchedule::Tiers(tiers());
    QuoteBatchParams::new(Venue::BinanceUsdm, maintenance, Rate::new(0.04).unwrap(), loadings, decimal(share))
}

fn plain() -> Loadings {
    Loadings::new(PremiumPrinciple::StandardDeviation(0.1)).expense(decimal("0.15"))
}

const WEEK: f64 = 7.0 / 365.0;

#[test]
fn rows_that_are_no_offers() {
    let columns = QuoteColumns {
        side: &[Side::Long, Side::Long, Side::Long, Side::Long, Side::Short, Side::Long],
        quantity: &[0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
        entry_price: &[60_000.0; 6],
        // As it should be, paid in full, too little for the table, hit too likely, beyond the level, of no size.
        margin: &[3_000.0, 30_000.0, 100.0, 600.0, 3_000.0, f64::NAN],
        spot: &[60_000.0, 60_000.0, 60_000.0, 60_000.0, 66_000.0, 60_000.0],
        volatility: &[0.65; 6],
        years: &[WEEK; 6],
    };
    let asked = params(plain(), "0.5").on_bad_row(OnBadRow::Report);
    let table = quote_batch(&columns, &asked).unwrap();
    let ok = RowStatus::Ok;
    assert_eq!(table.status, [ok, RowStatus::Never, RowStatus::Refused, ok, ok, RowStatus::Refused]);
    assert_eq!(table.is_offered, [true, false, false, false, false, false]);
    assert_eq!(table.gross_minor[0], 56_121);
    assert_eq!((table.hit_probability[1], table.gross_minor[1]), (0.0, 0));
    assert!(table.pure_premium[2].is_nan() && table.hit_probability[2].is_nan() && table.gross_minor[2] == 0);
    assert_eq!(table.hit_probability[4], 1.0);
    let refused = |columns: &QuoteColumns<'_>, params: &QuoteBatchParams, code: &str, path: &str| {
        let error = quote_batch(columns, params).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (code, path), "{error}");
    };
    refused(&columns, &params(plain(), "0.5"), "units.value.not_finite", "margin[5]");
    let five = QuoteColumns {
        side: &columns.side[..5],
        quantity: &columns.quantity[..5],
        entry_price: &columns.entry_price[..5],
        margin: &columns.margin[..5],
        spot: &columns.spot[..5],
        volatility: &columns.volatility[..5],
        years: &columns.years[..5],
    };
    refused(&five, &params(plain(), "0.5"), "insurance.margin.out_of_range", "margin[2]");
    refused(&five, &params(plain(), "1.5"), "insurance.of_loss.out_of_range", "of_loss");
    let loadings = plain().expense(decimal("1"));
    refused(&five, &params(loadings, "0.5"), "insurance.expense.out_of_range", "loadings.expense");
    let short = QuoteColumns { years: &columns.years[..4], ..five };
    refused(&short, &params(plain(), "0.5"), "insurance.years.length", "years");
}

fn roundings() -> impl Strategy<Value = Rounding> {
    prop_oneof![
        Just(Rounding::HalfEven),
        Just(Rounding::HalfAwayFromZero),
        Just(Rounding::TowardZero),
        Just(Rounding::AwayFromZero),
        Just(Rounding::Floor),
        Just(Rounding::Ceiling),
    ]
}

fn principles() -> impl Strategy<Value = PremiumPrinciple> {
    prop_oneof![
        (0.0..1.0).prop_map(PremiumPrinciple::ExpectedValue),
        (0.0..1.0).prop_map(PremiumPrinciple::StandardDeviation),
        (0.0..1e-3).prop_map(PremiumPrinciple::Variance),
        (0.0..1.0).prop_map(PremiumPrinciple::Wang),
        (1.0..3.0).prop_map(PremiumPrinciple::ProportionalHazard),
    ]
}

proptest! {
    #![proptest_config(properties(50_000))]

    /// Every term has the digits of the single quote, whatever principle, shares, digits, rounding and rate. Margins of whole cents, of halves of
    /// the last digit and of any digits.
    #[test]
    fn the_digits_of_the_single_form(
        is_long: bool, quantity in 0.001_f64..2.0, leverage in 1.2_f64..45.0, cents in any::<bool>(), halves in any::<bool>(),
        spot in 0.97_f64..1.03, sigma in 0.1_f64..1.5, days in 1_i64..60, share in 1_i64..=1000, rate in -0.1_f64..0.2, drift in -0.5_f64..0.5,
        principle in principles(), shares in prop::array::uniform6(0_i64..150), digits in 0_u32..=4, rounding in roundings(),
    ) {
        let side = if is_long { Side::Long } else { Side::Short };
        let raw = quantity * 60_000.0 / leverage;
        let unit = f64::from(10_u32.pow(digits)) * if halves { 2.0 } else { 1.0 };
        let margin = if cents { (raw * unit).round() / unit } else { raw };
        prop_assume!(margin > 0.0 && quantity * 60_000.0 / margin < 45.0);
        let [expense, commission, profit, fixed, discount, tax] = shares.map(|share| Decimal::new(share, 3));
        let loadings = Loadings::new(principle)
            .expense(expense)
            .commission(commission)
            .profit(profit)
            .fixed_expense(fixed)
            .discount(discount)
            .tax(tax)
            .rounding(rounding);
        let share = Decimal::new(share, 3);
        let of = with(position(side, quantity, 60_000.0, margin), |position| {
            position.mark_price = Some(hashinsight_units::AssetPrice::new(60_000.0 * spot).unwrap());
        });
        let made = cover(of, Peril::Liquidation(trigger()), terms(days, fraction(&share.to_string())).digits(digits));
        let drift = Rate::new(drift).unwrap();
        let market = market(60_000.0 * spot, rate).carry_per_year(drift);
        let mut asked = request(made, market, gbm(sigma)).rules(Rules::new());
        asked.loadings = loadings.clone();
        // A position that is liquidated at the mark is refused by the one and not offered by the other.
        let Ok(single) = quote(&asked) else { return Ok(()) };
        let columns = QuoteColumns {
            side: &[side],
            quantity: &[quantity],
            entry_price: &[60_000.0],
            margin: &[margin],
            spot: &[60_000.0 * spot],
            volatility: &[sigma],
            years: &[days as f64 / 365.0],
        };
        let maintenance = MaintenanceSchedule::Tiers(tiers());
        let params =
            QuoteBatchParams::new(Venue::BinanceUsdm, maintenance, Rate::new(rate).unwrap(), loadings, share)
                .drift_per_year(drift)
                .digits(digits);
        let table = quote_batch(&columns, &params).unwrap();
        let Some(level) = single.frozen.levels.first() else {
            prop_assert_eq!(table.status[0], RowStatus::Never);
            return Ok(());
        };
        prop_assert_eq!(table.liquidation_price[0], level.price);
        prop_assert_eq!(table.hit_probability[0], single.price.hit_probability);
        prop_assert!((table.pure_premium[0] - single.price.pure_premium).abs() <= 1e-12 * single.price.pure_premium);
        prop_assert_eq!(table.is_offered[0], single.decision == Decision::Offer);
        let minor = |value: i64| Decimal::new(value, digits);
        prop_assert_eq!(minor(table.maximum_payout_minor[0]), single.frozen.maximum_payout);
        let Some(premium) = single.premium else { return Ok(()) };
        prop_assert_eq!(minor(table.pure_minor[0]), premium.pure);
        prop_assert_eq!(minor(table.risk_loading_minor[0]), premium.risk_loading);
        let expenses = premium.fixed_expense + premium.expense + premium.commission + premium.profit;
        prop_assert_eq!(minor(table.expense_minor[0]), expenses);
        prop_assert_eq!(minor(table.discount_minor[0]), premium.discount);
        prop_assert_eq!(minor(table.tax_minor[0]), premium.tax);
        prop_assert_eq!(minor(table.gross_minor[0]), premium.gross);
    }
}

/// Parts of the engine are no borders: a row has its numbers wherever it stands.
#[test]
fn rows_stand_alone() {
    let n = 1000;
    let number = |low: f64, high: f64, k: usize| low + (high - low) * ((k * 7919) % 1009) as f64 / 1009.0;
    let side: Vec<Side> = (0..n).map(|k| if k % 3 == 0 { Side::Short } else { Side::Long }).collect();
    let quantity: Vec<f64> = (0..n).map(|k| number(0.01, 3.0, k)).collect();
    let entry_price = vec![60_000.0; n];
    let margin: Vec<f64> = (0..n).map(|k| quantity[k] * 60_000.0 / number(2.0, 30.0, k + 5)).collect();
    let spot: Vec<f64> = (0..n).map(|k| number(59_000.0, 61_000.0, k + 9)).collect();
    let volatility: Vec<f64> = (0..n).map(|k| number(0.3, 1.2, k + 3)).collect();
    let years: Vec<f64> = (0..n).map(|k| number(1.0, 30.0, k + 1) / 365.0).collect();
    let all = QuoteColumns {
        side: &side,
        quantity: &quantity,
        entry_price: &entry_price,
        margin: &margin,
        spot: &spot,
        volatility: &volatility,
        years: &years,
    };
    let asked = params(plain(), "0.5").most_probability(Fraction::ONE);
    let table = quote_batch(&all, &asked).unwrap();
    for row in [0, 383, 384, 385, 767, 768, 999] {
        let one = QuoteColumns {
            side: &side[row..=row],
            quantity: &quantity[row..=row],
            entry_price: &entry_price[row..=row],
            margin: &margin[row..=row],
            spot: &spot[row..=row],
            volatility: &volatility[row..=row],
            years: &years[row..=row],
        };
        let alone = quote_batch(&one, &asked).unwrap();
        assert_eq!(alone.gross_minor[0], table.gross_minor[row]);
        assert_eq!(alone.pure_premium[0].to_bits(), table.pure_premium[row].to_bits());
    }
}
