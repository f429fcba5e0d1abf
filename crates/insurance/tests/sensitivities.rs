//! Derivatives of pure premiums: against numbers of mpmath, and simulated ones against exact ones.

use hashinsight_derivatives::margin::{ContractKind, MaintenanceSchedule, MarginMode, Position, Side, Venue};
use hashinsight_derivatives::pricing::{BarrierSide, KouJumps};
use hashinsight_insurance::cover::{
    Cover, CoveredAccount, CoveredDrawdown, CoveredLevel, CoveredLevels, CoveredPosition, CoveredSum, ExchangeBalance,
    PaymentTime, Peril, PriceKind, PriceTrigger, Terms, VenueDefault,
};
use hashinsight_insurance::quote::{
    HazardModel, KouModel, MertonModel, PriceModel, Quote, QuoteMeasure, QuoteRequest, Sensitivities,
    SensitivityAbsence, SensitivityErrors, SensitivityMethod,
};
use hashinsight_market::Interval;
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::{AssetPrice, Collateral, Fraction, Intensity, Quantity, Rate, TailRate, Volatility, Years};
use serde_json::Value;

use super::covers::{DAY, START, at, cover, decimal, fraction, position, terms, trigger, valued, with};
use super::quotes::{gbm, kou_model, liquidation, market, merton_jumps, priced, request};

const YEAR_MS: f64 = 31_536_000_000.0;

fn price(value: f64) -> AssetPrice {
    AssetPrice::new(value).unwrap()
}

fn rate(value: f64) -> Rate {
    Rate::new(value).unwrap()
}

fn slopes(found: &Sensitivities) -> [f64; 6] {
    let Sensitivities { by_spot, by_spot_twice, by_volatility, by_time, by_rate, by_drift, .. } = *found;
    [by_spot, by_spot_twice, by_volatility, by_time, by_rate, by_drift]
}

/// A valued cover of a peril on a long, with market and dates of a row of the table.
fn asked(row: &Value, spot: f64, peril: Peril, amount: &str, model: PriceModel) -> QuoteRequest {
    let of = |key: &str| row[key].as_f64().unwrap_or(0.0);
    let ms = |years: f64| (years * YEAR_MS).round() as i64;
    let of_cover = with(terms(1, CoveredSum::Fixed { amount: decimal(amount) }), |terms| {
        terms.expires_ms = at(START + ms(of("years")));
        terms.waiting_ms = Interval::from_ms(ms(of("wait"))).ok().filter(|_| of("wait") > 0.0);
        if row["at_trigger"] == false {
            terms.payment = PaymentTime::AtExpiry;
        }
    });
    let real = QuoteMeasure::RealWorld { drift_per_year: rate(of("drift")) };
    let sold = cover(position(Side::Long, 0.5, spot, 0.05 * spot), peril, valued(of_cover));
    request(sold, market(spot, of("rate")).measure(real), model)
}

fn level(row: &Value) -> (f64, Peril) {
    let (spot, level) = (row["spot"].as_f64().unwrap(), row["level"].as_f64().unwrap());
    let side = if level < spot { BarrierSide::Down } else { BarrierSide::Up };
    (spot, Peril::PriceLevel(CoveredLevel::new(trigger(), side, price(level))))
}

fn kou(volatility: f64, [per_year, up, up_rate, down_rate]: [f64; 4]) -> KouModel {
    let jumps = KouJumps::new(
        Intensity::new(per_year).unwrap(),
        Fraction::new(up).unwrap(),
        TailRate::new(up_rate).unwrap(),
        TailRate::new(down_rate).unwrap(),
    );
    KouModel::new(Volatility::new(volatility).unwrap(), jumps)
}

/// Premium and derivatives of a row, those that it tells.
fn within(found: &Quote, row: &Value, method: SensitivityMethod, digits: f64) {
    let told = found.sensitivities.as_ref().unwrap_or_else(|| panic!("{:?}: {row}", found.sensitivities_absence));
    assert_eq!((told.method, told.errors, found.sensitivities_absence), (method, None, None));
    let value = row["value"].as_f64().unwrap();
    let off = (found.price.pure_premium - value).abs();
    assert!(off <= 1e-9 * value + 1e-12, "{} of {row}", found.price.pure_premium);
    let names = ["by_spot", "by_spot_twice", "by_volatility", "by_time", "by_rate", "by_drift"];
    for (name, slope) in names.into_iter().zip(slopes(told)) {
        match row[name].as_f64() {
            Some(expected) if expected != 0.0 => within_relative(slope, expected, digits, &format!("{name} of {row}")),
            _ => assert_eq!(slope, 0.0, "{name} of {row}"),
        }
    }
}

/// Every row of mpmath: levels under Kou's jumps, drawdowns, one and two levels after a waiting period, defaults.
#[test]
fn derivatives_of_the_table() {
    let file = vectors("sensitivity_vectors.json");
    let rows = |kind: &str, count: usize| {
        let rows = file[kind].as_array().unwrap().clone();
        assert_eq!(rows.len(), count, "{kind}");
        rows
    };
    let sigma = |row: &Value| row["volatility"].as_f64().unwrap();
    for row in &rows("kou", 12) {
        let model = kou(sigma(row), ["jumps", "p", "up", "dn"].map(|key| row[key].as_f64().unwrap()));
        let (spot, peril) = level(row);
        let found = priced(&asked(row, spot, peril, "1", PriceModel::Kou(model)));
        within(&found, row, SensitivityMethod::Transform, 1e-8);
    }
    for row in &rows("drawdown", 10) {
        let fall = Fraction::new(row["fall"].as_f64().unwrap()).unwrap();
        let peril = Peril::Drawdown(CoveredDrawdown::new(trigger(), fall));
        let found = priced(&asked(row, 60_000.0, peril, "1", gbm(sigma(row))));
        within(&found, row, SensitivityMethod::Transform, 1e-8);
    }
    for row in &rows("one_level_later", 4) {
        let (spot, peril) = level(row);
        within(&priced(&asked(row, spot, peril, "1", gbm(sigma(row)))), row, SensitivityMethod::Closed, 1e-8);
    }
    for row in &rows("two_levels_later", 4) {
        let of = |key: &str| row[key].as_f64().unwrap();
        let both = Peril::TwoSidedLevel(CoveredLevels::new(trigger(), price(of("lower")), price(of("upper"))));
        let mut asked = asked(row, of("spot"), both, "1", gbm(sigma(row)));
        if of("pays_upper") == 0.0 {
            // All of the loss at the lower level, where half a bitcoin has lost 1,500; at the upper one it gains.
            asked.cover.terms.sum = fraction("1");
        }
        let found = priced(&asked);
        let pays: Vec<f64> =
            found.frozen.levels.iter().map(|level| level.payout.to_string().parse().unwrap()).collect();
        assert_eq!(pays, [of("pays_lower"), of("pays_upper")]);
        within(&found, row, SensitivityMethod::Closed, 1e-8);
    }
    for row in &rows("default", 8) {
        let list = |key: &str| -> Vec<f64> {
            row[key].as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect()
        };
        let hazards = list("hazards").into_iter().map(|hazard| Intensity::new(hazard).unwrap()).collect();
        let ends = list("ends").into_iter().map(|end| Years::new(end).unwrap()).collect();
        let venue = "binance_usdm".parse().unwrap();
        let balance = ExchangeBalance::new(venue, "USDT".parse().unwrap(), Collateral::new(100.0).unwrap());
        let peril = Peril::ExchangeDefault(VenueDefault::new(venue, Fraction::new(0.6).unwrap()));
        let model = PriceModel::Hazard(HazardModel::new(hazards).segment_ends_years(ends));
        let mut asked = asked(row, 60_000.0, peril, "1", model);
        asked.cover =
            Cover::new("C-1".parse().unwrap(), CoveredAccount::Balance(balance), asked.cover.peril, asked.cover.terms);
        within(&priced(&asked), row, SensitivityMethod::Closed, 1e-9);
    }
    println!("kou 12 of 12, drawdown 10 of 10, one level later 4 of 4, two levels later 4 of 4, default 8 of 8");
}

/// The derivatives of a premium by differences of it, with steps for which they have seven digits.
fn differences(ask: &dyn Fn([f64; 4], i64) -> f64) -> [f64; 6] {
    let [spot, sigma, free, carry] = [60_000.0, 0.6, 0.2, -0.1];
    let here = [spot, sigma, free, carry];
    let by = |place: usize, step: f64| {
        let at = |steps: f64| {
            let mut moved = here;
            moved[place] += steps * step;
            ask(moved, 0)
        };
        (8.0 * (at(1.0) - at(-1.0)) - (at(2.0) - at(-2.0))) / (12.0 * step)
    };
    let at = |move_by: f64| ask([spot + move_by, sigma, free, carry], 0);
    let wide = 60.0;
    let twice =
        (16.0 * (at(wide) + at(-wide)) - (at(2.0 * wide) + at(-2.0 * wide)) - 30.0 * at(0.0)) / (12.0 * wide * wide);
    let hour = 3_600_000;
    let later = |hours: i64| ask(here, hours * hour);
    let by_time = (8.0 * (later(1) - later(-1)) - (later(2) - later(-2))) / (12.0 / 8_760.0);
    [by(0, 30.0), twice, by(1, 1e-3), by_time, by(2, 1e-3), by(3, 1e-3)]
}

/// 60,000 dollars of contracts on a tenth of a bitcoin.
fn inverse_position() -> CoveredPosition {
    CoveredPosition::new(
        Venue::BinanceCoinm,
        "BTCUSD_PERP".parse().unwrap(),
        "BTC".parse().unwrap(),
        "BTC".parse().unwrap(),
        Position::new(ContractKind::Inverse, Side::Long, Quantity::new(60_000.0).unwrap(), price(60_000.0)),
        MarginMode::Isolated { margin: Collateral::new(0.1).unwrap() },
        MaintenanceSchedule::Flat { rate: Fraction::new(0.004).unwrap(), deduction: Collateral::new(0.0).unwrap() },
    )
}

/// Gaps under Kou's jumps, with and without waiting, and covers of an inverse contract in its coin, under either model: differences of the premium.
#[test]
fn gaps_and_coins_by_differences() {
    let gap = || Peril::Gap(trigger());
    let whole = || terms(7, fraction("1"));
    let mark = PriceTrigger::new("binance_coinm".parse().unwrap(), "BTCUSD_PERP".parse().unwrap(), PriceKind::Mark);
    let in_coin = |peril, of_terms: Terms| {
        let in_coins = with(of_terms, |terms| {
            terms.currency = "BTC".parse().unwrap();
            terms.digits = 8;
        });
        cover(inverse_position(), peril, in_coins)
    };
    let half = terms(7, fraction("0.5"));
    let linear = |side| position(side, 0.5, 60_000.0, 3_000.0);
    let limited = || whole().limit(decimal("4000"));
    let coin_limited = whole().limit(decimal("0.5"));
    let two = Peril::TwoSidedLevel(CoveredLevels::new(mark, price(55_000.0), price(66_000.0)));
    let agreed = valued(terms(7, CoveredSum::Fixed { amount: decimal("0.05") }));
    let covers = [
        ("gap", cover(linear(Side::Long), gap(), limited()), true),
        ("gap of a short", cover(linear(Side::Short), gap(), limited()), true),
        ("gap in the coin", in_coin(Peril::Gap(mark), coin_limited), true),
        ("liquidation in the coin", in_coin(Peril::Liquidation(mark), half.clone()), true),
        ("the same without jumps", in_coin(Peril::Liquidation(mark), half), false),
        ("two levels in the coin", in_coin(two, agreed), false),
    ];
    let model = |jumps: bool, sigma: f64| {
        let kou = PriceModel::Kou(kou(sigma, [20.0, 0.45, 30.0, 25.0]));
        if jumps { kou } else { gbm(sigma) }
    };
    for (name, sold, jumps) in covers {
        for payment in [PaymentTime::AtTrigger, PaymentTime::AtExpiry] {
            for waiting in [None, Interval::from_ms(DAY).ok()] {
                // A liquidation after a waiting period under jumps is simulated; one such gap of either kind of payment is enough.
                if jumps && waiting.is_some() && (name != "gap" || payment == PaymentTime::AtExpiry) {
                    continue;
                }
                let asked = |[spot, sigma, free, carry]: [f64; 4], later: i64| {
                    let mut sold = sold.clone();
                    sold.terms.payment = payment;
                    sold.terms.waiting_ms = waiting;
                    if waiting.is_some() {
                        // As time passes both dates come nearer.
                        sold.terms.starts_ms = at(START + DAY - later);
                        sold.terms.waiting_ms = Some(Interval::from_ms(1_000).unwrap());
                    }
                    sold.terms.expires_ms = at(START + 7 * DAY - later);
                    let market = market(spot, free).carry_per_year(rate(carry));
                    priced(&request(sold, market, model(jumps, sigma)))
                };
                let found = asked([60_000.0, 0.6, 0.2, -0.1], 0);
                let expected = differences(&|place, later| asked(place, later).price.pure_premium);
                let told = found.sensitivities.unwrap_or_else(|| panic!("{name}: {:?}", found.sensitivities_absence));
                let digits = [1e-6, 1e-4, 1e-6, 1e-5, 1e-6, 1e-6];
                for (k, ((told, expected), digits)) in slopes(&told).into_iter().zip(expected).zip(digits).enumerate() {
                    let what = format!("{name} {payment:?} {}: {k}", waiting.is_some());
                    within_relative(told, expected, digits, &what);
                }
            }
        }
    }
}

/// Simulated derivatives within 4 standard errors of exact ones, and half a percent for the step.
#[test]
fn common_numbers_against_exact_ones() {
    let half = || terms(7, fraction("0.5"));
    let of = || position(Side::Long, 0.5, 60_000.0, 3_000.0);
    let agreed = |days| valued(terms(days, CoveredSum::Fixed { amount: decimal("1500") }));
    let down = CoveredLevel::new(trigger(), BarrierSide::Down, price(54_216.867_469_879_52));
    let far = CoveredLevels::new(trigger(), price(54_216.867_469_879_52), price(600_000.0));
    let fall = Peril::Drawdown(CoveredDrawdown::new(trigger(), Fraction::new(0.1).unwrap()));
    let still = |pairs: u32| {
        let model = MertonModel::new(Volatility::new(0.65).unwrap(), merton_jumps(0.0, 0.0, 0.1), 7);
        PriceModel::Merton(model.pairs(pairs))
    };
    let drawn = PriceModel::Kou(kou(0.55, [20.0, 0.45, 30.0, 25.0]).pairs(8_192));
    let two = || cover(of(), Peril::TwoSidedLevel(far), agreed(7));
    let one = || cover(of(), Peril::PriceLevel(down), agreed(7));
    let liquidated = || cover(of(), Peril::Liquidation(trigger()), half());
    let fallen = || cover(of(), fall, agreed(7));
    let rows = [
        ("leaps and bridges", two(), drawn, one(), kou_model(0.55), None),
        ("without jumps", liquidated(), still(2_048), liquidated(), gbm(0.65), None),
        ("after a day", liquidated(), still(2_048), liquidated(), gbm(0.65), Some(DAY)),
        ("a fall", fallen(), still(8_192), fallen(), gbm(0.65), None),
    ];
    for (name, simulated, model, closed, exact, waiting) in rows {
        let ask = |sold: Cover, model: PriceModel, drawn: bool| {
            let sold = with(sold, |sold| {
                sold.terms.waiting_ms = waiting.and_then(|ms| Interval::from_ms(ms).ok());
            });
            let market = market(60_000.0, 0.1).carry_per_year(rate(0.05));
            priced(&request(sold, market, model).simulated_sensitivities(drawn)).sensitivities
        };
        assert_eq!(ask(simulated.clone(), model.clone(), false), None);
        let (found, exact) = (ask(simulated, model, true).unwrap(), ask(closed, exact, false).unwrap());
        assert_eq!(found.method, SensitivityMethod::CommonNumbers, "{name}");
        let SensitivityErrors { by_spot, by_spot_twice, by_volatility, by_time, by_rate, by_drift, .. } =
            found.errors.unwrap();
        let errors = [by_spot, by_spot_twice, by_volatility, by_time, by_rate, by_drift];
        for (k, ((found, exact), error)) in slopes(&found).into_iter().zip(slopes(&exact)).zip(errors).enumerate() {
            println!("{name} {k}: {found:e} +- {error:e}, {exact:e}");
            let step = if k == 1 { 0.02 } else { 0.005 };
            assert!(
                (found - exact).abs() <= 4.0 * error + step * exact.abs(),
                "{name} {k}: {found} +- {error}, {exact}"
            );
            if exact != 0.0 && k != 1 {
                assert!(error < 0.25 * exact.abs(), "{name} {k}: {error} of {exact}");
            }
        }
    }
}

/// Where there are none a reason says so, and where no price triggers they are 0.
#[test]
fn reasons_of_absence() {
    let base = liquidation(Side::Long, 0.5, 3_000.0, 7, "0.5");
    let why = |asked: &QuoteRequest| {
        let found = priced(asked);
        assert_eq!(found.sensitivities.is_none(), found.sensitivities_absence.is_some());
        found.sensitivities_absence
    };
    assert_eq!(why(&base), None);
    let simulated = with(base.clone(), |asked| {
        asked.cover.terms.waiting_ms = Interval::from_ms(DAY).ok();
        asked.model = kou_model(0.55);
    });
    assert_eq!(why(&simulated), Some(SensitivityAbsence::NotAsked));
    assert_eq!(why(&with(simulated, |asked| asked.simulated_sensitivities = true)), None);
    let certain = with(base.clone(), |asked| asked.model = gbm(0.0));
    assert_eq!(why(&certain), None);
    let level = priced(&base).frozen.levels[0].price;
    for model in [gbm(0.65), kou_model(0.55)] {
        let corner = with(base.clone(), |asked| {
            asked.market.spot = price(level);
            asked.model = model;
        });
        assert_eq!(why(&corner), Some(SensitivityAbsence::Corner));
    }
    // A long that its whole value stands behind is never liquidated.
    let never = liquidation(Side::Long, 0.5, 30_000.0, 7, "0.5");
    for model in [gbm(0.65), kou_model(0.55)] {
        let found = priced(&with(never.clone(), |asked| asked.model = model)).sensitivities.unwrap();
        assert_eq!(slopes(&found), [0.0; 6]);
    }
}
