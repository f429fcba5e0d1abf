//! Quotes against the six covers of the table, other rows of the file, and closed forms.

use hashinsight_derivatives::margin::{ContractKind, MaintenanceSchedule, MarginMode, Position, Side, Venue};
use hashinsight_derivatives::pricing::{BarrierSide, KouJumps, MertonJumps};
use hashinsight_insurance::actuarial::PremiumPrinciple;
use hashinsight_insurance::cover::{
    Basis, Cover, CoveredAccount, CoveredDrawdown, CoveredLevel, CoveredLevels, CoveredPosition, CoveredSum,
    ExchangeBalance, PaymentTime, Peril, PriceKind, PriceTrigger, Terms, VenueDefault,
};
use hashinsight_insurance::quote::{
    GbmModel, HazardModel, KouModel, Loadings, MertonModel, PriceModel, Quote, QuoteMarket, QuoteMeasure, QuoteRequest,
    Rules, quote,
};
use hashinsight_market::Interval;
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::{
    AssetPrice, Collateral, Decimal, Fraction, Intensity, LogMove, Quantity, Rate, TailRate, Volatility,
};

use super::covers::{DAY, START, at, cover, decimal, fraction, position, terms, trigger, valued, with};

pub(crate) fn gbm(volatility: f64) -> PriceModel {
    PriceModel::Gbm(GbmModel::new(Volatility::new(volatility).unwrap()))
}

pub(crate) fn market(spot: f64, rate: f64) -> QuoteMarket {
    QuoteMarket::new(at(START), AssetPrice::new(spot).unwrap(), Rate::new(rate).unwrap())
}

/// A tenth of the standard deviation, 15 % expenses; no limit of the hit probability.
pub(crate) fn request(cover: Cover, market: QuoteMarket, model: PriceModel) -> QuoteRequest {
    let loadings = Loadings::new(PremiumPrinciple::StandardDeviation(0.1)).expense(decimal("0.15"));
    QuoteRequest::new(cover, market, model, loadings).rules(Rules::new().most_probability(Fraction::ONE))
}

pub(crate) fn liquidation(side: Side, quantity: f64, margin: f64, days: i64, share: &str) -> QuoteRequest {
    let of = position(side, quantity, 60_000.0, margin);
    request(cover(of, Peril::Liquidation(trigger()), terms(days, fraction(share))), market(60_000.0, 0.04), gbm(0.65))
}

fn priced(request: &QuoteRequest) -> Quote {
    quote(request).unwrap_or_else(|error| panic!("{error}"))
}

fn estimate(value: Decimal) -> f64 {
    value.to_string().parse().unwrap()
}

/// All six, four with every digit of the file, two with the nine decimals of its printed table.
#[test]
fn six_covers_of_the_table() {
    let file = vectors("margin_kou_cover_vectors.json");
    for row in file["liquidation_cover"].as_array().unwrap() {
        let number = |key: &str| row[key].as_f64().unwrap();
        let side = if number("side") > 0.0 { Side::Long } else { Side::Short };
        let share = number("coverage").to_string();
        let found = priced(&liquidation(side, number("qty"), number("margin"), row["days"].as_i64().unwrap(), &share));
        within_relative(found.price.hit_probability, number("hit_prob"), 1e-12, "hit probability");
        within_relative(found.price.pure_premium, number("pure_premium"), 1e-12, "pure premium");
        let loaded = (found.price.pure_premium + found.risk_loading) / 0.85;
        within_relative(loaded, row["loaded"]["premium"].as_f64().unwrap(), 1e-12, "loaded premium");
        let premium = found.premium.unwrap();
        assert!((estimate(premium.gross) - loaded).abs() < 0.02);
        assert_eq!(premium.sum(), premium.gross);
    }
    let day = priced(&liquidation(Side::Long, 0.5, 3_000.0, 1, "0.5"));
    assert!((day.price.pure_premium - 4.562_674_913).abs() < 5e-10);
    assert!((day.price.hit_probability - 0.003_04).abs() < 5e-6);
    let month = priced(&liquidation(Side::Long, 0.5, 10_000.0, 30, "0.8"));
    assert!((month.price.pure_premium - 303.445_037_462).abs() < 5e-10);
    assert!((month.price.hit_probability - 0.038_03).abs() < 5e-6);
}

/// `P(L) = L/N` by end points misses half of the touches: 0.13986 against 0.27356 at 10 times leverage and 7 days, 0.31687 against 0.61351 at
/// 20 times (factor 1.94).
#[test]
fn end_points_are_not_paths() {
    for (margin, share, ends, factor) in [(3_000.0, "0.5", 0.13986, 1.96), (1_500.0, "0.3", f64::NAN, 1.94)] {
        let found = priced(&liquidation(Side::Long, 0.5, margin, 7, share));
        let (sigma, years) = (0.65, 7.0 / 365.0_f64);
        let level = found.frozen.levels[0].price;
        let z = ((level / 60_000.0).ln() + 0.5 * sigma * sigma * years) / (sigma * years.sqrt());
        let end_point = hashinsight_numerics::normal_cdf(z);
        if ends.is_finite() {
            assert!((end_point - ends).abs() < 5e-6);
        }
        assert!((found.price.hit_probability / end_point - factor).abs() < 0.005);
    }
}

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

pub(crate) fn kou_model(volatility: f64) -> PriceModel {
    let jumps = KouJumps::new(
        Intensity::new(20.0).unwrap(),
        Fraction::new(0.45).unwrap(),
        TailRate::new(30.0).unwrap(),
        TailRate::new(25.0).unwrap(),
    );
    PriceModel::Kou(KouModel::new(Volatility::new(volatility).unwrap(), jumps))
}

pub(crate) fn merton_jumps(per_year: f64, mean: f64, deviation: f64) -> MertonJumps {
    MertonJumps::new(
        Intensity::new(per_year).unwrap(),
        LogMove::new(mean).unwrap(),
        Volatility::new(deviation).unwrap(),
    )
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

/// Two levels of which one is out of reach are one, also where the watch begins later; without reach of either it is the sum of both.
#[test]
fn two_levels_and_one() {
    let price = |value: f64| AssetPrice::new(value).unwrap();
    let agreed = |waiting: Option<i64>| {
        let terms = valued(terms(7, CoveredSum::Fixed { amount: decimal("1000") }));
        match waiting {
            Some(ms) => terms.waiting_ms(Interval::from_ms(ms).unwrap()),
            None => terms,
        }
    };
    let of = || position(Side::Long, 0.5, 60_000.0, 3_000.0);
    for waiting in [None, Some(DAY), Some(6 * DAY + DAY / 2), Some(1)] {
        let two = CoveredLevels::new(trigger(), price(55_000.0), price(600_000.0));
        let one = CoveredLevel::new(trigger(), BarrierSide::Down, price(55_000.0));
        let ask = |peril| priced(&request(cover(of(), peril, agreed(waiting)), market(60_000.0, 0.04), gbm(0.65)));
        let (two, one) = (ask(Peril::TwoSidedLevel(two)).price, ask(Peril::PriceLevel(one)).price);
        within_relative(two.hit_probability, one.hit_probability, 1e-9, "probability");
        within_relative(two.pure_premium, one.pure_premium, 1e-9, "premium");
    }
    // Either before the other, as in the two-sided book of the portfolio's file.
    let row = &vectors("portfolio_vectors.json")["two_sided"];
    let number = |key: &str| row[key].as_f64().unwrap();
    let two = CoveredLevels::new(trigger(), price(number("Lo")), price(number("Hi")));
    let asked = request(cover(of(), Peril::TwoSidedLevel(two), agreed(None)), market(60_000.0, 0.04), gbm(0.65));
    let hit = priced(&asked).price.hit_probability;
    assert!((1.0 - hit - number("p_neither")).abs() < 1e-12);
    assert!((number("p_low") + number("p_high") - hit - number("p_both")).abs() < 1e-12);
}

/// A waiting period is a watch that begins later: against a simulation on a fine grid.
#[test]
fn waiting_periods() {
    let ask = |waiting: Option<i64>| {
        let mut asked = liquidation(Side::Long, 0.5, 3_000.0, 7, "0.5");
        asked.market = market(60_000.0, 0.0);
        if let Some(ms) = waiting {
            asked.cover.terms = asked.cover.terms.waiting_ms(Interval::from_ms(ms).unwrap());
        }
        priced(&asked)
    };
    let (whole, waited) = (ask(None), ask(Some(3 * DAY)));
    // Either it is beyond the level after three days, or it touches it in the four that follow. Naively: the price after three days by
    // equally likely quantiles, then the closed form.
    let (sigma, level) = (0.65, whole.frozen.levels[0].price);
    let (wait, rest) = (3.0 / 365.0_f64, 4.0 / 365.0_f64);
    let n = 20_000;
    let total: f64 = (0..n)
        .map(|k| {
            let z = hashinsight_numerics::normal_quantile((f64::from(k) + 0.5) / f64::from(n)).unwrap();
            let x = -0.5 * sigma * sigma * wait + sigma * wait.sqrt() * z;
            let h = (level / 60_000.0).ln() - x;
            if h >= 0.0 {
                return 1.0;
            }
            let (m, s) = (-0.5 * sigma * sigma * rest, sigma * rest.sqrt());
            hashinsight_numerics::normal_cdf((h - m) / s)
                + (2.0 * m * h / (s * s)).exp() * hashinsight_numerics::normal_cdf((h + m) / s)
        })
        .sum();
    assert!((waited.price.hit_probability - total / f64::from(n)).abs() < 1e-5);
    assert!(waited.price.pure_premium < whole.price.pure_premium);
    // A cover that begins later is the same as one that waits.
    let mut later = liquidation(Side::Long, 0.5, 3_000.0, 7, "0.5");
    later.market = market(60_000.0, 0.0);
    later.cover.terms.starts_ms = at(START + 3 * DAY);
    assert_eq!(priced(&later).price, waited.price);
}

/// Drawdown rows of the file; their depth is a fraction, their drift that of the logarithm.
#[test]
fn drawdowns_of_the_table() {
    let file = vectors("margin_kou_cover_vectors.json");
    let rows = file["drawdown"]["cases"].as_array().unwrap();
    assert_eq!(rows.len(), 4);
    for row in rows {
        let number = |key: &str| row[key].as_f64().unwrap();
        let sigma = number("sigma");
        let days = (number("T") * 365.0).round();
        let fall = CoveredDrawdown::new(trigger(), Fraction::new(number("drawdown")).unwrap());
        let agreed = valued(terms(days as i64, CoveredSum::Fixed { amount: decimal("1000") }));
        let drift = Rate::new(number("log_drift") + 0.5 * sigma * sigma).unwrap();
        let market = market(60_000.0, 0.04).measure(QuoteMeasure::RealWorld { drift_per_year: drift });
        let of = position(Side::Long, 0.5, 60_000.0, 3_000.0);
        let asked = request(cover(of, Peril::Drawdown(fall), agreed), market, gbm(sigma));
        let found = priced(&asked);
        assert!((found.price.hit_probability - number("prob")).abs() < 1e-8);
        assert_eq!(found.measure, hashinsight_derivatives::Measure::RealWorld);
        let [low, high] =
            [(-0.04 * number("T")).exp(), 1.0].map(|factor| 1000.0 * factor * found.price.hit_probability);
        assert!(low < found.price.pure_premium && found.price.pure_premium < high);
    }
}

/// Rows of the default of an exchange.
#[test]
fn defaults_of_the_table() {
    let file = vectors("margin_kou_cover_vectors.json");
    for row in file["exchange_default"].as_array().unwrap() {
        let number = |key: &str| row[key].as_f64().unwrap();
        let days = number("T") * 365.0;
        let venue = "binance_usdm".parse().unwrap();
        let amount = 1_000_000.0;
        let balance = ExchangeBalance::new(venue, "USDT".parse().unwrap(), Collateral::new(amount).unwrap());
        let peril = Peril::ExchangeDefault(VenueDefault::new(venue, Fraction::new(number("lgd")).unwrap()));
        let mut terms = terms(1, fraction("1"));
        terms.expires_ms = at(START + (days * 86_400_000.0).round() as i64);
        let cover = Cover::new("C-9".parse().unwrap(), CoveredAccount::Balance(balance), peril, terms);
        let hazard = HazardModel::new(vec![Intensity::new(number("h")).unwrap()]);
        let found = priced(&request(cover, market(60_000.0, number("r")), PriceModel::Hazard(hazard)));
        within_relative(found.price.pure_premium, amount * number("premium"), 1e-12, "default");
    }
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

/// A cover in the coin, paid at the trigger: so many coins, each worth the level then.
#[test]
fn covers_in_the_coin() {
    let inverse = CoveredPosition::new(
        Venue::BinanceCoinm,
        "BTCUSD_PERP".parse().unwrap(),
        "BTC".parse().unwrap(),
        "BTC".parse().unwrap(),
        Position::new(
            ContractKind::Inverse,
            Side::Long,
            Quantity::new(60_000.0).unwrap(),
            AssetPrice::new(60_000.0).unwrap(),
        ),
        MarginMode::Isolated { margin: Collateral::new(0.1).unwrap() },
        MaintenanceSchedule::Flat { rate: Fraction::new(0.004).unwrap(), deduction: Collateral::new(0.0).unwrap() },
    );
    let trigger = PriceTrigger::new("binance_coinm".parse().unwrap(), "BTCUSD_PERP".parse().unwrap(), PriceKind::Mark);
    let terms = with(terms(7, fraction("0.5")), |terms: &mut Terms| {
        terms.currency = "BTC".parse().unwrap();
        terms.digits = 8;
    });
    let asked = request(cover(inverse, Peril::Liquidation(trigger), terms), market(60_000.0, 0.0), gbm(0.65));
    let found = priced(&asked);
    let level = found.frozen.levels[0].price;
    assert_eq!(found.frozen.maximum_payout, decimal("0.05000000"));
    within_relative(
        found.price.pure_premium,
        0.05 * level / 60_000.0 * found.price.hit_probability,
        1e-12,
        "coins at the level",
    );
}

/// The whole account, and its two-sided kin: longs and shorts of which either side is liquidated.
#[test]
fn whole_accounts() {
    let found = priced(&request(super::covers::account_cover(), market(60_000.0, 0.0), gbm(0.65)));
    let level = found.frozen.levels[0].price;
    let (sigma, years) = (0.65, 7.0 / 365.0_f64);
    let (h, m, s) = ((level / 60_000.0).ln(), -0.5 * sigma * sigma * years, sigma * years.sqrt());
    let expected = hashinsight_numerics::normal_cdf((h - m) / s)
        + (2.0 * m * h / (s * s)).exp() * hashinsight_numerics::normal_cdf((h + m) / s);
    within_relative(found.price.hit_probability, expected, 1e-11, "account");
    within_relative(found.price.pure_premium, 2_500.0 * expected, 1e-11, "account");
}

/// Sensitivities against differences.
#[test]
fn sensitivities_are_derivatives() {
    let base = liquidation(Side::Long, 0.5, 3_000.0, 7, "0.5");
    let found = priced(&base).sensitivities.unwrap();
    let at = |spot: f64, volatility: f64, rate: f64, carry: f64| {
        let mut asked = base.clone();
        asked.market = market(spot, rate).carry_per_year(Rate::new(carry).unwrap());
        asked.model = gbm(volatility);
        priced(&asked).price.pure_premium
    };
    let difference = |f: &dyn Fn(f64) -> f64, step: f64| (f(step) - f(-step)) / (2.0 * step);
    within_relative(found.by_spot, difference(&|d| at(60_000.0 + d, 0.65, 0.04, 0.0), 1.0), 1e-6, "spot");
    within_relative(found.by_volatility, difference(&|d| at(60_000.0, 0.65 + d, 0.04, 0.0), 1e-4), 1e-6, "volatility");
    within_relative(found.by_rate, difference(&|d| at(60_000.0, 0.65, 0.04 + d, 0.0), 1e-4), 1e-6, "rate");
    within_relative(found.by_drift, difference(&|d| at(60_000.0, 0.65, 0.04, d), 1e-4), 1e-6, "drift");
    // The digits of the table for the hit probability: 0.7705897608 per 1.00 of volatility, at a payout of 1,500 and no rate.
    let mut free = base.clone();
    free.market = market(60_000.0, 0.0);
    let found = priced(&free).sensitivities.unwrap();
    within_relative(found.by_volatility / 1500.0, 0.770_589_760_8, 1e-6, "table");
    within_relative(found.by_spot / 1500.0, -8.013_835e-5, 1e-6, "table");
    within_relative(found.by_time / 1500.0, -13.058_744_339_4, 1e-6, "table");
}

/// A valued cover pays what was agreed: an indemnity for the same sum and a loss as great has the same price.
#[test]
fn valued_and_indemnity() {
    let ask = |basis: Basis, amount: &str| {
        let terms =
            with(terms(7, CoveredSum::Fixed { amount: decimal(amount) }), |terms: &mut Terms| terms.basis = basis);
        let of = position(Side::Long, 0.5, 60_000.0, 3_000.0);
        priced(&request(cover(of, Peril::Liquidation(trigger()), terms), market(60_000.0, 0.04), gbm(0.65)))
    };
    assert_eq!(ask(Basis::Valued, "2000").price, ask(Basis::Indemnity, "2000").price);
    assert_eq!(ask(Basis::Indemnity, "5000").frozen.maximum_payout, decimal("3000.00"));
    assert_eq!(ask(Basis::Valued, "5000").frozen.maximum_payout, decimal("5000.00"));
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
        assert!(away <= 4.0 * error.probability_standard_error, "{seed}: {found:?} {closed:?}");
        let away = (found.pure_premium - closed.pure_premium).abs();
        assert!(away <= 4.0 * error.pure_standard_error + error.pure_bias_bound, "{seed}: {found:?} {closed:?}");
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
