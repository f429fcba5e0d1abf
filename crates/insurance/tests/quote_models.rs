//! Models beside each other: transforms and simulations against closed forms.

use hashinsight_derivatives::margin::{ContractKind, MaintenanceSchedule, MarginMode, Position, Side, Venue};
use hashinsight_derivatives::pricing::{BarrierSide, KouJumps};
use hashinsight_insurance::cover::{
    CoveredLevel, CoveredLevels, CoveredPosition, CoveredSum, PaymentTime, Peril, PriceKind, PriceTrigger, Terms,
};
use hashinsight_insurance::quote::{KouModel, MertonModel, PriceModel};
use hashinsight_market::Interval;
use hashinsight_testkit::within_relative;
use hashinsight_units::{AssetPrice, Collateral, Fraction, Intensity, LogMove, Quantity, Rate, TailRate, Volatility};

use super::covers::{DAY, cover, decimal, fraction, position, terms, trigger, valued, with};
use super::quotes::{estimate, gbm, kou_model, liquidation, market, merton_jumps, priced, request};

#[test]
fn a_level_under_three_models() {
    let kou = kou_model(0.55);
    let level = CoveredLevel::new(trigger(), BarrierSide::Down, AssetPrice::new(45_500.0).unwrap());
    let of = position(Side::Long, 0.5, 50_000.0, 5_000.0);
    let agreed = valued(terms(7, CoveredSum::Fixed { amount: decimal("1000") })).payment(PaymentTime::AtExpiry);
    let cover = cover(of, Peril::PriceLevel(level), agreed);
    let merton = MertonModel::new(Volatility::new(0.55).unwrap(), merton_jumps(20.0, -0.01, 0.05), 7).pairs(20_000);
    let asked = request(cover, market(50_000.0, 0.04), kou).models(vec![gbm(0.55), PriceModel::Merton(merton)]);
    let found = priced(&asked);
    // The row of the file: Kou, BTC, 7 days.
    assert!((found.price.hit_probability - 0.248_193_582).abs() < 1e-9);
    let discount = (-0.04 * 7.0 / 365.0_f64).exp();
    within_relative(found.price.pure_premium, 1000.0 * discount * found.price.hit_probability, 1e-12, "at expiry");
    assert_eq!(found.range.len(), 2);
    let [plain, simulated] = [found.range[0], found.range[1]];
    assert!(plain.simulation.is_none() && found.price.simulation.is_none());
    let error = simulated.simulation.unwrap();
    assert_eq!((error.pairs, error.seed), (20_000, 7));
    assert!(error.probability_standard_error > 0.0);
    assert!(plain.pure_premium < simulated.pure_premium && simulated.pure_premium < 2.0 * plain.pure_premium);
    assert_eq!(found.least_pure_premium, plain.pure_premium);
    let greatest = if found.price.pure_premium > simulated.pure_premium { found.price } else { simulated };
    assert_eq!(found.greatest_pure_premium, greatest.pure_premium);
}

/// Without jumps, or with such as do nothing, every model is the closed form: paid at the trigger too, where Kou's is an integral over time and
/// Merton's is simulated. A rate of 50 % a year makes the moment count.
#[test]
fn models_agree_without_jumps() {
    let mut asked = liquidation(Side::Long, 0.5, 3_000.0, 7, "0.5");
    asked.market = market(60_000.0, 0.5);
    let closed = priced(&asked).price;
    let none = KouJumps::new(
        Intensity::new(0.0).unwrap(),
        Fraction::new(0.5).unwrap(),
        TailRate::new(30.0).unwrap(),
        TailRate::new(25.0).unwrap(),
    );
    asked.model = PriceModel::Kou(KouModel::new(Volatility::new(0.65).unwrap(), none));
    let kou = priced(&asked).price;
    within_relative(kou.pure_premium, closed.pure_premium, 1e-6, "Kou");
    within_relative(kou.hit_probability, closed.hit_probability, 1e-12, "Kou");
    // Jumps of no size: their times are drawn, the paths stop there.
    let merton = MertonModel::new(Volatility::new(0.65).unwrap(), merton_jumps(20.0, 0.0, 0.0), 11);
    asked.model = PriceModel::Merton(merton.pairs(hashinsight_testkit::few(20_000, 200_000)));
    let simulated = priced(&asked).price;
    let error = simulated.simulation.unwrap();
    let away = (simulated.hit_probability - closed.hit_probability).abs();
    assert!(away <= 4.0 * error.probability_standard_error + 1e-12, "{away} {error:?}");
    let away = (simulated.pure_premium - closed.pure_premium).abs();
    assert!(away <= 4.0 * error.pure_standard_error + error.pure_bias_bound, "{away} {error:?}");
    assert!(error.pure_bias_bound < 1e-3 * closed.pure_premium);
}

/// Kou's transform against Merton's simulator with the same first two moments is no test; against the simulator of the same jumps it is that of
/// the derivatives room. Here: a leap of Merton's jumps down makes the cover dearer than a Brownian motion of the same variance between jumps.
#[test]
fn jumps_cost() {
    let mut asked = liquidation(Side::Long, 0.5, 6_000.0, 7, "0.5");
    asked.model = gbm(0.5);
    let calm = priced(&asked).price.pure_premium;
    let jumps = merton_jumps(10.0, -0.08, 0.04);
    asked.model = PriceModel::Merton(MertonModel::new(Volatility::new(0.5).unwrap(), jumps, 3));
    let found = priced(&asked).price;
    assert!(found.pure_premium - 4.0 * found.simulation.unwrap().pure_standard_error > 1.5 * calm);
}

/// The gap against a sum over the overshoot by equally likely quantiles, for both sides and terms that bind.
#[test]
fn gaps_by_quantiles() {
    for (side, level_side) in [(Side::Long, BarrierSide::Down), (Side::Short, BarrierSide::Up)] {
        for (share, deductible, coinsurance, limit) in [
            ("1", "0", "0", "1000000"),
            ("0.8", "50", "0.1", "400"),
            ("1", "2000", "0", "2500"),
            ("0.5", "0", "0", "100"),
        ] {
            let of = position(side, 0.5, 50_000.0, 2_500.0);
            let terms = terms(7, fraction(share))
                .deductible(decimal(deductible))
                .coinsurance(decimal(coinsurance))
                .limit(decimal(limit))
                .payment(PaymentTime::AtExpiry);
            let asked = request(cover(of, Peril::Gap(trigger()), terms), market(50_000.0, 0.0), kou_model(0.55));
            let found = priced(&asked);
            // The probability of a leap: that of a valued cover on the level without those that diffuse there.
            let level = found.frozen.levels[0].price;
            let passage = hashinsight_derivatives::pricing::FirstPassage::new(
                AssetPrice::new(50_000.0).unwrap(),
                AssetPrice::new(level).unwrap(),
                level_side,
                hashinsight_units::Years::new(7.0 / 365.0).unwrap(),
                Rate::new(0.0).unwrap(),
                Volatility::new(0.55).unwrap(),
            );
            let PriceModel::Kou(model) = kou_model(0.55) else { panic!() };
            let leap = hashinsight_derivatives::pricing::kou_passage(
                &hashinsight_derivatives::pricing::KouPassageRequest::new(
                    passage,
                    model.jumps,
                    LogMove::new(0.0).unwrap(),
                    hashinsight_derivatives::Measure::RiskNeutral,
                ),
            )
            .unwrap()
            .leap_probability;
            let (rate, sign) = if side == Side::Long { (25.0, 1.0) } else { (30.0, -1.0) };
            let bankruptcy = found.frozen.bankruptcy_price.unwrap();
            let n = 200_000;
            let mean: f64 = (0..n)
                .map(|k| {
                    let o = -((f64::from(k) + 0.5) / f64::from(n)).ln() / rate;
                    let loss = sign * 0.5 * (bankruptcy - level * (-sign * o).exp());
                    let [share, deductible, coinsurance, limit] =
                        [share, deductible, coinsurance, limit].map(|text| text.parse::<f64>().unwrap());
                    ((1.0 - coinsurance) * (share * loss.max(0.0) - deductible).max(0.0)).min(limit)
                })
                .sum::<f64>()
                / f64::from(n);
            within_relative(found.price.pure_premium, leap * mean, 2e-4, "gap");
            assert!(found.risk_loading > 0.0 && found.price.hit_probability < leap);
        }
    }
}

/// The simulation of waiting periods, two levels and covers in the coin: jumps of no size are none, so that each has its closed form.
#[test]
fn simulations_against_closed_forms() {
    let price = |value: f64| AssetPrice::new(value).unwrap();
    let merton = |seed: u64| {
        let model = MertonModel::new(Volatility::new(0.65).unwrap(), merton_jumps(20.0, 0.0, 0.0), seed);
        PriceModel::Merton(model.pairs(hashinsight_testkit::few(10_000, 400_000)))
    };
    let agreed = || valued(terms(7, CoveredSum::Fixed { amount: decimal("1000") }));
    let of = || position(Side::Long, 0.5, 60_000.0, 3_000.0);
    let waiting = Interval::from_ms(2 * DAY).unwrap();
    let narrow = Peril::TwoSidedLevel(CoveredLevels::new(trigger(), price(58_000.0), price(62_000.0)));
    let wide = Peril::TwoSidedLevel(CoveredLevels::new(trigger(), price(54_000.0), price(65_000.0)));
    let below = Peril::PriceLevel(CoveredLevel::new(trigger(), BarrierSide::Down, price(55_000.0)));
    let above = Peril::PriceLevel(CoveredLevel::new(trigger(), BarrierSide::Up, price(66_000.0)));
    let mut asked = vec![
        request(cover(of(), narrow, agreed()), market(60_000.0, 0.5), gbm(0.65)),
        request(cover(of(), wide, agreed()), market(60_000.0, 0.5), gbm(0.65)),
        request(cover(of(), wide, agreed().waiting_ms(waiting)), market(60_000.0, 0.5), gbm(0.65)),
        request(cover(of(), below, agreed().waiting_ms(waiting)), market(60_000.0, 0.5), gbm(0.65)),
        request(
            cover(of(), above, agreed().waiting_ms(waiting).payment(PaymentTime::AtExpiry)),
            market(60_000.0, 0.5),
            gbm(0.65),
        ),
    ];
    let inverse = |payment: PaymentTime| {
        let position = CoveredPosition::new(
            Venue::BinanceCoinm,
            "BTCUSD_PERP".parse().unwrap(),
            "BTC".parse().unwrap(),
            "BTC".parse().unwrap(),
            Position::new(ContractKind::Inverse, Side::Long, Quantity::new(60_000.0).unwrap(), price(60_000.0)),
            MarginMode::Isolated { margin: Collateral::new(0.1).unwrap() },
            MaintenanceSchedule::Flat { rate: Fraction::new(0.004).unwrap(), deduction: Collateral::new(0.0).unwrap() },
        );
        let coin = "BTCUSD_PERP".parse().unwrap();
        let trigger = PriceTrigger::new("binance_coinm".parse().unwrap(), coin, PriceKind::Mark);
        let terms = with(terms(7, fraction("0.5")).payment(payment), |terms: &mut Terms| {
            terms.currency = "BTC".parse().unwrap();
            terms.digits = 8;
        });
        request(cover(position, Peril::Liquidation(trigger), terms), market(60_000.0, 0.5), gbm(0.65))
    };
    asked.extend([PaymentTime::AtTrigger, PaymentTime::AtExpiry].map(inverse));
    for (seed, asked) in (1..).zip(&mut asked) {
        let closed = priced(asked).price;
        asked.model = merton(seed);
        let found = priced(asked).price;
        let error = found.simulation.unwrap();
        let away = (found.hit_probability - closed.hit_probability).abs();
        let least = 1e-12; // the control variate leaves nothing
        assert!(away <= 4.0 * error.probability_standard_error + least, "{seed}: {found:?} {closed:?}");
        let away = (found.pure_premium - closed.pure_premium).abs();
        assert!(
            away <= 4.0 * error.pure_standard_error + error.pure_bias_bound + least,
            "{seed}: {found:?} {closed:?}"
        );
        assert!(error.pure_bias_bound <= 1e-3 * closed.pure_premium);
    }
}

/// With jumps that do count: the two simulations agree where both can be asked, a level watched from now on and from a moment later.
#[test]
fn simulations_against_each_other() {
    let level = CoveredLevel::new(trigger(), BarrierSide::Down, AssetPrice::new(55_000.0).unwrap());
    let agreed = || valued(terms(7, CoveredSum::Fixed { amount: decimal("1000") })).payment(PaymentTime::AtExpiry);
    let model = MertonModel::new(Volatility::new(0.5).unwrap(), merton_jumps(30.0, -0.02, 0.04), 5);
    let model = PriceModel::Merton(model.pairs(hashinsight_testkit::few(20_000, 400_000)));
    let ask = |terms: Terms| {
        let of = position(Side::Long, 0.5, 60_000.0, 3_000.0);
        priced(&request(cover(of, Peril::PriceLevel(level), terms), market(60_000.0, 0.04), model.clone())).price
    };
    let now = ask(agreed());
    let later = ask(agreed().waiting_ms(Interval::from_ms(1).unwrap()));
    let [a, b] = [now, later].map(|price| price.simulation.unwrap().probability_standard_error);
    assert!(a < b, "the one has a control variate");
    assert!((now.hit_probability - later.hit_probability).abs() < 4.0 * (a * a + b * b).sqrt(), "{now:?} {later:?}");
}

/// Kou's transform answers for every leverage and term that is sold, at the trigger too, and never below the motion without its jumps by more
/// than rounding.
#[test]
fn kou_answers_everywhere() {
    for leverage in [1.5, 3.0, 10.0, 25.0, 50.0] {
        for days in [1, 7, 90, 365] {
            for side in [Side::Long, Side::Short] {
                let mut asked = liquidation(side, 0.5, 30_000.0 / leverage, days, "0.5");
                asked.model = kou_model(0.55);
                asked.models = vec![gbm(0.55)];
                let found = priced(&asked);
                let (jumping, still) = (found.price, found.range[0]);
                assert!(jumping.hit_probability > still.hit_probability - 0.02, "{leverage} {days}");
                let most = estimate(found.frozen.maximum_payout) * jumping.hit_probability;
                assert!(jumping.pure_premium <= most && jumping.pure_premium >= 0.96 * most, "{leverage} {days}");
            }
        }
    }
}
