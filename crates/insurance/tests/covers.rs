//! Covers: what triggers, what is paid, what is refused.

use hashinsight_derivatives::margin::{
    AccountCollateral, AccountContract, AccountPosition, ContractKind, MaintenanceSchedule, MarginAccountRequest,
    MarginMode, Position, Side, Venue,
};
use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_insurance::cover::{
    Basis, Cover, CoveredAccount, CoveredDrawdown, CoveredLevel, CoveredLevels, CoveredLoss, CoveredMarginCall,
    CoveredPosition, CoveredSum, ExchangeBalance, Exclusion, LiquidationProof, Peril, PriceKind, PriceTrigger, Terms,
    VenueDefault, payout, sample_products,
};
use hashinsight_market::{TierTable, TierTableColumns};
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::{AssetPrice, Balance, Collateral, Decimal, Error, Fraction, Quantity, Rounding, Timestamp};
use proptest::prelude::*;

/// 2026-06-01.
pub(crate) const START: i64 = 1_780_272_000_000;
pub(crate) const DAY: i64 = 86_400_000;

pub(crate) fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub(crate) fn at(ms: i64) -> Timestamp {
    Timestamp::from_ms(ms).unwrap()
}

/// Binance's table of 2024-10-24.
pub(crate) fn tiers() -> TierTable {
    let file = vectors("margin_kou_cover_vectors.json");
    let rows = file["tiers"]["binance_btcusdt"]["rows"].as_array().unwrap().clone();
    let column = |k: usize| rows.iter().map(|row| row[k].as_f64().unwrap()).collect::<Vec<f64>>();
    TierTable::from_columns(TierTableColumns {
        source: "binance_usdm".parse().unwrap(),
        instrument: "BTCUSDT".parse().unwrap(),
        margin_currency: "USDT".parse().unwrap(),
        time_ms: at(1_729_728_000_000),
        notional_floor: column(0),
        notional_cap: column(1),
        maintenance_rate: column(2),
        max_leverage: column(3),
        deduction: column(4),
    })
    .unwrap()
}

pub(crate) fn position(side: Side, quantity: f64, entry: f64, margin: f64) -> CoveredPosition {
    CoveredPosition::new(
        Venue::BinanceUsdm,
        "BTCUSDT".parse().unwrap(),
        "BTC".parse().unwrap(),
        "USDT".parse().unwrap(),
        Position::new(ContractKind::Linear, side, Quantity::new(quantity).unwrap(), AssetPrice::new(entry).unwrap()),
        MarginMode::Isolated { margin: Collateral::new(margin).unwrap() },
        MaintenanceSchedule::Tiers(tiers()),
    )
}

pub(crate) fn trigger() -> PriceTrigger {
    PriceTrigger::new("binance_usdm".parse().unwrap(), "BTCUSDT".parse().unwrap(), PriceKind::Mark)
}

pub(crate) fn fraction(text: &str) -> CoveredSum {
    CoveredSum::Fraction { of_loss: decimal(text) }
}

pub(crate) fn terms(days: i64, sum: CoveredSum) -> Terms {
    Terms::new(at(START), at(START + days * DAY), sum, Basis::Indemnity, "USDT".parse().unwrap())
}

/// A cover whose liquidation the mark proves: what else proves it, `proofs` asks.
pub(crate) fn cover(position: CoveredPosition, peril: Peril, terms: Terms) -> Cover {
    let by_mark = matches!(peril, Peril::Liquidation(_)).then_some(LiquidationProof::Mark);
    let terms = with(terms, |terms| terms.liquidation_proof = by_mark);
    Cover::new("C-1".parse().unwrap(), CoveredAccount::Position(position), peril, terms)
}

pub(crate) fn ten_times() -> Cover {
    cover(position(Side::Long, 0.5, 60_000.0, 3_000.0), Peril::Liquidation(trigger()), terms(7, fraction("0.5")))
}

pub(crate) fn with<T>(mut record: T, change: impl FnOnce(&mut T)) -> T {
    change(&mut record);
    record
}

pub(crate) fn valued(terms: Terms) -> Terms {
    with(terms, |terms| terms.basis = Basis::Valued)
}

fn price(value: f64) -> AssetPrice {
    AssetPrice::new(value).unwrap()
}

/// Levels and maximum payouts of the four rows of the file, and of the two that only the printed table of the same source has.
#[test]
fn six_liquidation_covers() {
    let file = vectors("margin_kou_cover_vectors.json");
    let rows = file["liquidation_cover"].as_array().unwrap();
    assert_eq!(rows.len(), 4);
    for row in rows {
        let number = |key: &str| row[key].as_f64().unwrap();
        let side = if number("side") > 0.0 { Side::Long } else { Side::Short };
        let of = position(side, number("qty"), number("entry"), number("margin"));
        let sum = fraction(&number("coverage").to_string());
        let cover = cover(of, Peril::Liquidation(trigger()), terms(row["days"].as_i64().unwrap(), sum));
        let frozen = cover.frozen().unwrap();
        within_relative(frozen.levels[0].price, number("liq_price"), 1e-12, "level");
        within_relative(frozen.leverage.unwrap(), number("leverage"), 1e-12, "leverage");
        let most: f64 = frozen.maximum_payout.to_string().parse().unwrap();
        assert_eq!(most, number("coverage") * number("margin"));
    }
    let three = position(Side::Long, 0.5, 60_000.0, 10_000.0);
    let frozen = cover(three, Peril::Liquidation(trigger()), terms(30, fraction("0.8"))).frozen().unwrap();
    assert!((frozen.levels[0].price - 40_160.64).abs() < 0.005);
    assert_eq!(frozen.maximum_payout, decimal("8000.00"));
}

/// The tier that decides is that at the liquidation price (rows `tiered_liq` of the same file).
#[test]
fn levels_by_tier() {
    let file = vectors("margin_kou_cover_vectors.json");
    for row in file["tiered_liq"].as_array().unwrap() {
        let number = |key: &str| row[key].as_f64().unwrap();
        let side = if number("side") > 0.0 { Side::Long } else { Side::Short };
        let of = position(side, number("qty"), number("entry"), number("wallet"));
        let most = most_leverage(number("qty") * number("entry"));
        let made = cover(of, Peril::Liquidation(trigger()), terms(7, fraction("1"))).frozen();
        if number("leverage") > most {
            // The table does not allow so much at that size.
            assert_eq!(made.unwrap_err().code(), "insurance.leverage.out_of_range");
            continue;
        }
        let frozen = made.unwrap();
        within_relative(frozen.levels[0].price, number("liq_price"), 1e-12, "level");
        within_relative(frozen.bankruptcy_price.unwrap(), number("bankruptcy"), 1e-12, "bankruptcy");
    }
}

fn most_leverage(notional: f64) -> f64 {
    tiers().tier_at(notional).unwrap().max_leverage()
}

#[test]
fn never_liquidated() {
    // A long that is paid for in full has no liquidation price; an inverse short of leverage 1 neither.
    let full =
        cover(position(Side::Long, 0.5, 60_000.0, 30_000.0), Peril::Liquidation(trigger()), terms(7, fraction("1")));
    let frozen = full.frozen().unwrap();
    assert_eq!((frozen.levels.len(), frozen.maximum_payout), (0, Decimal::ZERO));
    let inverse = CoveredPosition::new(
        Venue::BinanceCoinm,
        "BTCUSD_PERP".parse().unwrap(),
        "BTC".parse().unwrap(),
        "BTC".parse().unwrap(),
        Position::new(ContractKind::Inverse, Side::Short, Quantity::new(60_000.0).unwrap(), price(60_000.0)),
        MarginMode::Isolated { margin: Collateral::new(1.0).unwrap() },
        MaintenanceSchedule::Flat { rate: Fraction::new(0.004).unwrap(), deduction: Collateral::new(0.0).unwrap() },
    );
    let trigger = PriceTrigger::new("binance_coinm".parse().unwrap(), "BTCUSD_PERP".parse().unwrap(), PriceKind::Mark);
    let terms = with(terms(7, fraction("1")), |terms| terms.currency = "BTC".parse().unwrap());
    assert_eq!(cover(inverse, Peril::Liquidation(trigger), terms).frozen().unwrap().levels.len(), 0);
}

/// By hand: a long of 0.5 at 60,000 loses 1,500 at 57,000; at a ratio of 0.8 it is called where 0.004 q P = 0.8 (3000 + q (P - E)).
#[test]
fn other_perils_by_hand() {
    let of = || position(Side::Long, 0.5, 60_000.0, 3_000.0);
    let frozen = |peril, terms| cover(of(), peril, terms).frozen();
    let half = || terms(7, fraction("0.5"));
    let loss = CoveredLoss::new(trigger(), Collateral::new(1_500.0).unwrap());
    let found = frozen(Peril::LossThreshold(loss), half()).unwrap();
    assert_eq!((found.levels[0].price, found.maximum_payout), (57_000.0, decimal("750.00")));
    let call = CoveredMarginCall::new(trigger(), Fraction::new(0.8).unwrap());
    let found = frozen(Peril::MarginCall(call), half()).unwrap();
    within_relative(found.levels[0].price, 0.8 * (0.5 * 60_000.0 - 3_000.0) / (0.5 * (0.8 - 0.004)), 1e-12, "call");
    let level = CoveredLevel::new(trigger(), BarrierSide::Down, price(58_000.0));
    let found = frozen(Peril::PriceLevel(level), half()).unwrap();
    assert_eq!((found.levels[0].loss, found.maximum_payout), (decimal("1000.00"), decimal("500.00")));
    // Two sides: nothing is lost at the upper one, so only a valued cover insures it.
    let levels = CoveredLevels::new(trigger(), price(55_000.0), price(65_000.0));
    let error = frozen(Peril::TwoSidedLevel(levels), half()).unwrap_err();
    assert_eq!((error.code(), error.value()), ("insurance.upper.out_of_range", "65000"));
    let agreed = valued(terms(7, CoveredSum::Fixed { amount: decimal("1000") }));
    let found = frozen(Peril::TwoSidedLevel(levels), agreed.clone()).unwrap();
    assert_eq!(found.levels.iter().map(|level| level.payout).collect::<Vec<_>>(), [decimal("1000"); 2]);
    let fall = CoveredDrawdown::new(trigger(), Fraction::new(0.2).unwrap());
    assert_eq!(frozen(Peril::Drawdown(fall), agreed).unwrap().maximum_payout, decimal("1000"));
    let gap = frozen(Peril::Gap(trigger()), half().limit(decimal("5000"))).unwrap();
    assert_eq!((gap.maximum_payout, gap.bankruptcy_price), (decimal("5000"), Some(54_000.0)));
}

#[test]
fn exchange_default_by_hand() {
    let venue = "binance_usdm".parse().unwrap();
    let balance = ExchangeBalance::new(venue, "USDT".parse().unwrap(), Collateral::new(100_000.0).unwrap());
    let peril = Peril::ExchangeDefault(VenueDefault::new(venue, Fraction::new(0.6).unwrap()));
    let cover = Cover::new("C-2".parse().unwrap(), CoveredAccount::Balance(balance), peril, terms(365, fraction("1")));
    let frozen = cover.frozen().unwrap();
    assert_eq!((frozen.loss, frozen.payout), (decimal("60000.00"), decimal("60000.00")));
    // A claim may turn out to be for all of it.
    assert_eq!(frozen.maximum_payout, decimal("100000.00"));
}

/// Hedge mode: 1 long at 60,000 and 0.4 short at 62,000 on 5,000 USDT (Binance FAQ's formula).
#[test]
fn a_whole_account() {
    let frozen = account_cover().frozen().unwrap();
    let (long, short, rate) = (1.0, 0.4, 0.004);
    let level = (5_000.0 - long * 60_000.0 + short * 62_000.0) / ((long + short) * rate - long + short);
    assert_eq!(frozen.levels.len(), 1);
    within_relative(frozen.levels[0].price, level, 1e-12, "account");
    assert_eq!((frozen.levels[0].side, frozen.maximum_payout), (BarrierSide::Down, decimal("2500.00")));
}

pub(crate) fn account_cover() -> Cover {
    let maintenance =
        MaintenanceSchedule::Flat { rate: Fraction::new(0.004).unwrap(), deduction: Collateral::new(0.0).unwrap() };
    let instrument = "BTCUSDT".parse().unwrap();
    let contract =
        AccountContract::new(instrument, "BTC".parse().unwrap(), ContractKind::Linear, price(60_000.0), maintenance);
    let leg = |side, quantity: f64, entry| {
        AccountPosition::new(instrument, side, Quantity::new(quantity).unwrap(), price(entry))
    };
    let positions = vec![leg(Side::Long, 1.0, 60_000.0), leg(Side::Short, 0.4, 62_000.0)];
    let usdt = "USDT".parse().unwrap();
    let collateral = vec![AccountCollateral::new(usdt, Balance::new(5_000.0).unwrap())];
    let account = MarginAccountRequest::new(Venue::BinanceUsdm, usdt, vec![contract], positions, collateral);
    let peril = Peril::Liquidation(trigger());
    Cover::new("C-3".parse().unwrap(), CoveredAccount::Account(account), peril, terms(7, fraction("0.5")))
}

fn refused<T: std::fmt::Debug>(result: Result<T, Error>, code: &str, path: &str) {
    let error = result.unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (code, path), "{error}");
    assert!(!error.allowed().is_empty(), "{error}");
}

#[test]
fn terms_that_contradict_each_other() {
    let of = |terms| cover(position(Side::Long, 0.5, 60_000.0, 3_000.0), Peril::Liquidation(trigger()), terms);
    let bad = |terms, code: &str, path: &str| refused(of(terms).frozen(), code, path);
    let good = || terms(7, fraction("0.5"));
    bad(terms(7, fraction("1.5")), "insurance.of_loss.out_of_range", "terms.sum.fraction.of_loss");
    bad(terms(7, fraction("-0.5")), "insurance.of_loss.out_of_range", "terms.sum.fraction.of_loss");
    let nothing = CoveredSum::Fixed { amount: Decimal::ZERO };
    bad(terms(7, nothing), "insurance.amount.out_of_range", "terms.sum.fixed.amount");
    bad(terms(0, fraction("0.5")), "insurance.expires_ms.out_of_range", "terms.expires_ms");
    bad(terms(-1, fraction("0.5")), "insurance.expires_ms.out_of_range", "terms.expires_ms");
    bad(terms(1_200, fraction("0.5")), "insurance.expires_ms.out_of_range", "terms.expires_ms");
    let week = hashinsight_market::Interval::from_ms(7 * DAY).unwrap();
    bad(good().waiting_ms(week), "insurance.waiting_ms.out_of_range", "terms.waiting_ms");
    bad(good().deductible(decimal("-1")), "insurance.deductible.out_of_range", "terms.deductible");
    bad(good().coinsurance(decimal("1")), "insurance.coinsurance.out_of_range", "terms.coinsurance");
    let above = good().deductible(decimal("100")).limit(decimal("99"));
    bad(above, "insurance.limit.out_of_range", "terms.limit");
    let agreed = || valued(terms(7, CoveredSum::Fixed { amount: decimal("100") }));
    bad(agreed().limit(decimal("99")), "insurance.limit.out_of_range", "terms.limit");
    bad(agreed().deductible(decimal("1")), "insurance.deductible.unsupported", "terms.deductible");
    bad(agreed().coinsurance(decimal("0.1")), "insurance.coinsurance.unsupported", "terms.coinsurance");
    let twice = vec![Exclusion::Delisting, Exclusion::Delisting];
    bad(good().exclusions(twice), "insurance.exclusions.several", "terms.exclusions[1]");
    let dollars = with(good(), |terms| terms.currency = "USD".parse().unwrap());
    bad(dollars, "insurance.currency.unsupported", "terms.currency");
}

#[test]
fn accounts_that_cannot_be() {
    let of = |position| cover(position, Peril::Liquidation(trigger()), terms(7, fraction("0.5")));
    let bad = |position, code: &str, path: &str| refused(of(position).frozen(), code, path);
    let at = "account.position";
    let nothing = position(Side::Long, 0.5, 60_000.0, 0.0);
    bad(nothing, "insurance.margin_mode.out_of_range", &format!("{at}.margin_mode"));
    bad(position(Side::Long, 0.5, 60_000.0, 200.0), "insurance.leverage.out_of_range", &format!("{at}.leverage"));
    let sunk = position(Side::Long, 0.5, 60_000.0, 3_000.0).mark_price(price(50_000.0));
    bad(sunk, "insurance.margin_mode.out_of_range", &format!("{at}.margin_mode"));
    let mut other = position(Side::Long, 0.5, 60_000.0, 3_000.0);
    other.instrument = "ETHUSDT".parse().unwrap();
    bad(other.clone(), "insurance.instrument.unknown", &format!("{at}.instrument"));
    // The right contract for the trigger, the table of another.
    let of_ether = PriceTrigger::new("binance_usdm".parse().unwrap(), "ETHUSDT".parse().unwrap(), PriceKind::Mark);
    let made = cover(other, Peril::Liquidation(of_ether), terms(7, fraction("0.5"))).frozen();
    refused(made, "derivatives.instrument.unsupported", &format!("{at}.maintenance.tiers.instrument"));
    let elsewhere = PriceTrigger::new("bybit_linear".parse().unwrap(), "BTCUSDT".parse().unwrap(), PriceKind::Mark);
    let made =
        cover(position(Side::Long, 0.5, 60_000.0, 3_000.0), Peril::Liquidation(elsewhere), terms(7, fraction("0.5")));
    refused(made.frozen(), "insurance.source.unsupported", &format!("{at}.maintenance.tiers.source"));
    let wick = with(trigger(), |trigger| trigger.price_kind = PriceKind::Last);
    let made = cover(position(Side::Long, 0.5, 60_000.0, 3_000.0), Peril::Liquidation(wick), terms(7, fraction("0.5")));
    refused(made.frozen(), "insurance.price_kind.unsupported", "peril.liquidation.price_kind");
    let gap = cover(position(Side::Long, 0.5, 60_000.0, 3_000.0), Peril::Gap(trigger()), terms(7, fraction("0.5")));
    refused(gap.frozen(), "insurance.limit.missing", "terms.limit");
}

#[test]
fn products_admit_their_covers() {
    let products = sample_products();
    let half = products.iter().find(|product| product.id == "liquidation-half").unwrap();
    half.admits(&ten_times().product("liquidation-half".into())).unwrap();
    refused(half.admits(&ten_times()), "insurance.product.unknown", "product");
    let month = with(ten_times(), |cover| cover.terms = terms(30, fraction("0.5"))).product("liquidation-half".into());
    refused(half.admits(&month), "insurance.expires_ms.out_of_range", "terms.expires_ms");
    let wide = with(ten_times(), |cover| cover.terms = terms(7, fraction("0.8"))).product("liquidation-half".into());
    refused(half.admits(&wide), "insurance.sum.unsupported", "terms.sum");
}

#[test]
fn a_cover_is_read_as_it_was_written() {
    for cover in [ten_times(), account_cover()] {
        let text = serde_json::to_string(&cover).unwrap();
        assert_eq!(serde_json::from_str::<Cover>(&text).unwrap(), cover);
    }
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(20_000))]

    /// The items add up to the payout, which is at most the limit, and of an indemnity at most the loss; it grows with the loss.
    #[test]
    fn payouts(
        loss in -1_000_000_i64..2_000_000_000, more in 0_i64..1_000_000, share in 1_u32..=1000, fixed in 1_i64..2_000_000_000,
        is_fixed: bool, deductible in 0_i64..100_000, coinsurance in 0_u32..1000, limit in 100_000_i64..2_000_000_000, digits in 0_u32..=4,
    ) {
        let sum = if is_fixed {
            CoveredSum::Fixed { amount: Decimal::new(fixed, 2) }
        } else {
            CoveredSum::Fraction { of_loss: Decimal::new(share.into(), 3) }
        };
        let terms = terms(7, sum)
            .deductible(Decimal::new(deductible, 2))
            .coinsurance(Decimal::new(coinsurance.into(), 3))
            .limit(Decimal::new(limit, 2))
            .digits(digits);
        terms.validate().unwrap();
        let items = payout(&terms, Decimal::new(loss, 2));
        let total = items.covered - items.deducted - items.coinsured - items.beyond_limit - items.rounding;
        prop_assert_eq!(total, items.payout);
        prop_assert!(items.payout >= Decimal::ZERO);
        prop_assert!(items.payout <= Decimal::new(limit, 2));
        prop_assert!(items.payout <= Decimal::new(loss.max(0), 2));
        prop_assert!(payout(&terms, Decimal::new(loss + more, 2)).payout >= items.payout);
        let agreed = valued(self::terms(7, sum)).rounding(Rounding::HalfEven).digits(4);
        if is_fixed {
            prop_assert_eq!(payout(&agreed, Decimal::new(loss, 2)).payout, Decimal::new(fixed, 2));
        }
    }
}
