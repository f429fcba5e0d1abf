//! Quotes against the six covers of the table, other rows of the file, and closed forms.

use hashinsight_derivatives::margin::{ContractKind, MaintenanceSchedule, MarginMode, Position, Side, Venue};
use hashinsight_derivatives::pricing::{BarrierSide, KouJumps, MertonJumps};
use hashinsight_insurance::actuarial::PremiumPrinciple;
use hashinsight_insurance::cover::{
    Basis, Cover, CoveredAccount, CoveredDrawdown, CoveredLevel, CoveredLevels, CoveredPosition, CoveredSum,
    ExchangeBalance, Peril, PriceKind, PriceTrigger, Terms, VenueDefault,
};
use hashinsight_insurance::quote::{
    GbmModel, HazardModel, KouModel, Loadings, PriceModel, Quote, QuoteMarket, QuoteMeasure, QuoteRequest, Rules, quote,
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

pub(crate) fn priced(request: &QuoteRequest) -> Quote {
    quote(request).unwrap_or_else(|error| panic!("{error}"))
}

pub(crate) fn estimate(value: Decimal) -> f64 {
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

/// Levels of which one is all but certainly reached: rounding carries the sum of both probabilities beyond 1 no more.
#[test]
fn two_levels_that_are_certain() {
    let price = |value: f64| AssetPrice::new(value).unwrap();
    let levels = Peril::TwoSidedLevel(CoveredLevels::new(trigger(), price(59_500.0), price(60_500.0)));
    let agreed = valued(terms(2, CoveredSum::Fixed { amount: decimal("1000") }));
    let of = position(Side::Long, 0.5, 60_000.0, 3_000.0);
    for rate in [0.0, 0.04] {
        let asked = request(cover(of.clone(), levels, agreed.clone()), market(60_000.0, rate), gbm(0.65));
        let found = priced(&asked.models(vec![gbm(0.6), gbm(0.65), gbm(0.7)]));
        for price in [&found.price].into_iter().chain(&found.range) {
            assert!((1.0 - 1e-9..=1.0).contains(&price.hit_probability), "{}", price.hit_probability);
        }
    }
}
