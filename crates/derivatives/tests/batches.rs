//! Rows of a batch, which are computed in lanes, against the single form: the same bits, wherever a row lies.

use super::with;
use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    BarrierBatchParams, BarrierColumns, BarrierRequest, BarrierSide, BarrierType, EuropeanOption, FirstPassage,
    HitProbabilityBatchParams, HitProbabilityColumns, HitProbabilityRequest, ImpliedVolatilityBatchParams,
    ImpliedVolatilityColumns, ImpliedVolatilityRequest, Knock, Lognormal, Payout, TouchPayment, TouchRequest,
    VanillaBatchParams, VanillaColumns, barrier, barrier_batch, hit_probability, hit_probability_batch,
    implied_volatility, implied_volatility_batch, touch, touch_at_hit, vanilla, vanilla_batch,
};
use hashinsight_market::OptionKind;
use hashinsight_numerics::{Philox, exp, ln_ratio};
use hashinsight_units::columns::{OnBadRow, RowStatus};
use hashinsight_units::{AssetPrice, Collateral, Error, Rate, Volatility, Years};

/// Neither a multiple of a vector nor of a chunk.
const COUNT: usize = 5003;

fn same(row: usize, what: &str, batch: f64, single: f64) {
    assert_eq!(batch.to_bits(), single.to_bits(), "{what} of row {row}: {batch:e}, not {single:e}");
}

fn price(x: f64) -> AssetPrice {
    AssetPrice::new(x).unwrap()
}

/// Log-uniform, a tenth of them one of the given special values.
fn column(stream: u64, low: f64, high: f64, special: &[f64]) -> Vec<f64> {
    let random = Philox::new(31);
    let pick = |i: u64| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a short list")]
        let place = (random.uniform(stream + 100, i) * 10.0 * special.len() as f64) as usize;
        let usual = low * exp(random.uniform(stream, i) * ln_ratio(high, low));
        special.get(place).copied().unwrap_or(usual)
    };
    (0..COUNT as u64).map(pick).collect()
}

struct Rows {
    kind: Vec<OptionKind>,
    spot: Vec<f64>,
    strike: Vec<f64>,
    level: Vec<f64>,
    years: Vec<f64>,
    volatility: Vec<f64>,
}

fn rows() -> Rows {
    Rows {
        kind: column(0, 0.5, 2.0, &[])
            .iter()
            .map(|x| if *x < 1.0 { OptionKind::Put } else { OptionKind::Call })
            .collect(),
        spot: column(1, 50.0, 200.0, &[100.0, 1e18, 1e-18]),
        strike: column(2, 50.0, 200.0, &[100.0, 1e18, 1e-18]),
        level: column(3, 50.0, 200.0, &[100.0, 1e18, 1e-18]),
        years: column(4, 1e-4, 20.0, &[0.0, -0.0, 1e-12, 30.0]),
        volatility: column(5, 0.01, 4.0, &[0.0, -0.0, 1e-9, 20.0]),
    }
}

#[test]
fn touch_probabilities() {
    let r = rows();
    for (side, drift) in [(BarrierSide::Down, 0.0), (BarrierSide::Up, 10.0), (BarrierSide::Down, -1.0)] {
        let drift_per_year = Rate::new(drift).unwrap();
        let params = HitProbabilityBatchParams::new(side, drift_per_year);
        let columns =
            HitProbabilityColumns { spot: &r.spot, barrier: &r.level, years: &r.years, volatility: &r.volatility };
        let table = hit_probability_batch(&columns, &params).unwrap();
        for i in 0..COUNT {
            let request = HitProbabilityRequest::new(
                FirstPassage::new(
                    price(r.spot[i]),
                    price(r.level[i]),
                    side,
                    Years::new(r.years[i]).unwrap(),
                    drift_per_year,
                    Volatility::new(r.volatility[i]).unwrap(),
                ),
                Measure::RealWorld,
            );
            same(i, "probability", table.probability[i], hit_probability(&request).probability);
        }
    }
}

#[test]
fn vanilla_options() {
    let r = rows();
    let (rate_per_year, yield_per_year) = (Rate::new(0.07).unwrap(), Rate::new(-0.02).unwrap());
    let params = VanillaBatchParams::new(rate_per_year, yield_per_year);
    let columns =
        VanillaColumns { kind: &r.kind, spot: &r.spot, strike: &r.strike, years: &r.years, volatility: &r.volatility };
    let table = vanilla_batch(&columns, &params).unwrap();
    for i in 0..COUNT {
        let request = EuropeanOption::new(
            r.kind[i],
            price(r.spot[i]),
            price(r.strike[i]),
            Lognormal::new(
                Years::new(r.years[i]).unwrap(),
                rate_per_year,
                yield_per_year,
                Volatility::new(r.volatility[i]).unwrap(),
            ),
        );
        let single = vanilla(&request);
        same(i, "price", table.price[i], single.price);
        assert_eq!(table.status[i], if single.greeks.is_some() { RowStatus::Ok } else { RowStatus::Undefined });
        same(i, "delta", table.delta[i], single.greeks.map_or(f64::NAN, |greeks| greeks.delta));
        same(i, "gamma", table.gamma[i], single.greeks.map_or(f64::NAN, |greeks| greeks.gamma));
        same(i, "vega", table.vega[i], single.greeks.map_or(f64::NAN, |greeks| greeks.vega));
        same(i, "theta", table.theta[i], single.greeks.map_or(f64::NAN, |greeks| greeks.theta));
    }
}

#[test]
fn barrier_options() {
    let r = rows();
    let kinds = [OptionKind::Call, OptionKind::Put];
    for (call, knock, side, rebate, rate) in [
        (0, Knock::In, BarrierSide::Down, 0.0, 0.05),
        (1, Knock::Out, BarrierSide::Down, 3.0, 0.05),
        (0, Knock::Out, BarrierSide::Up, 3.0, -0.05),
        (1, Knock::In, BarrierSide::Up, 2.0, 10.0),
    ] {
        let params = BarrierBatchParams::new(
            BarrierType::new(kinds[call], knock, side),
            Collateral::new(rebate).unwrap(),
            Rate::new(rate).unwrap(),
            Rate::new(0.01).unwrap(),
        )
        .on_bad_row(OnBadRow::Report);
        let columns = BarrierColumns {
            spot: &r.spot,
            strike: &r.strike,
            barrier: &r.level,
            years: &r.years,
            volatility: &r.volatility,
        };
        let table = barrier_batch(&columns, &params).unwrap();
        let mut first_fault: Option<Error> = None;
        for i in 0..COUNT {
            let single = barrier(&BarrierRequest::new(
                BarrierType::new(params.option.kind, knock, side),
                price(r.spot[i]),
                price(r.strike[i]),
                price(r.level[i]),
                params.rebate,
                Lognormal::new(
                    Years::new(r.years[i]).unwrap(),
                    params.rate_per_year,
                    params.yield_per_year,
                    Volatility::new(r.volatility[i]).unwrap(),
                ),
            ));
            same(i, "price", table.price[i], single.as_ref().map_or(f64::NAN, |report| report.price));
            let touch = single.as_ref().map_or(f64::NAN, |report| report.touch_probability);
            same(i, "touch probability", table.touch_probability[i], touch);
            assert_eq!(table.status[i], if single.is_ok() { RowStatus::Ok } else { RowStatus::Refused });
            first_fault = first_fault.or(single.err());
        }
        let refusing = barrier_batch(&columns, &with(&params, |r| r.on_bad_row = OnBadRow::Refuse));
        assert_eq!(refusing.is_err(), first_fault.is_some());
    }
}

#[test]
fn implied_volatilities() {
    let r = rows();
    let rate_per_year = Rate::new(0.03).unwrap();
    let params = ImpliedVolatilityBatchParams::new(rate_per_year).on_bad_row(OnBadRow::Report);
    let prices: Vec<f64> = (0..COUNT)
        .map(|i| match i % 3 {
            0 => r.level[i],
            1 => r.level[i] * 1e-3,
            _ => r.level[i] * exp(-60.0 * r.volatility[i]),
        })
        .collect();
    let columns = ImpliedVolatilityColumns {
        kind: &r.kind,
        price: &prices,
        forward: &r.spot,
        strike: &r.strike,
        years: &r.years,
    };
    let table = implied_volatility_batch(&columns, &params).unwrap();
    for (i, paid) in prices.iter().enumerate() {
        let single = implied_volatility(&ImpliedVolatilityRequest::new(
            r.kind[i],
            Collateral::new(*paid).unwrap(),
            price(r.spot[i]),
            price(r.strike[i]),
            Years::new(r.years[i]).unwrap(),
            rate_per_year,
        ));
        assert_eq!(table.status[i], if single.is_ok() { RowStatus::Ok } else { RowStatus::Undefined });
        same(i, "volatility", table.implied_volatility[i], single.map_or(f64::NAN, |report| report.implied_volatility));
    }
}

/// A value out of range spoils its row alone, or the batch with its place.
#[test]
fn refused_rows() {
    let mut r = rows();
    (r.volatility[600], r.spot[4000], r.years[4001]) = (f64::NAN, -1.0, 31.0);
    let mut params =
        HitProbabilityBatchParams::new(BarrierSide::Down, Rate::new(0.0).unwrap()).on_bad_row(OnBadRow::Report);
    let columns =
        HitProbabilityColumns { spot: &r.spot, barrier: &r.level, years: &r.years, volatility: &r.volatility };
    let table = hit_probability_batch(&columns, &params).unwrap();
    for i in 0..COUNT {
        let refused = [600, 4000, 4001].contains(&i);
        assert_eq!(table.status[i], if refused { RowStatus::Refused } else { RowStatus::Ok });
        assert_eq!(table.probability[i].is_nan(), refused);
    }
    params.on_bad_row = OnBadRow::Refuse;
    let error = hit_probability_batch(&columns, &params).unwrap_err().to_string();
    assert!(error.starts_with("units.asset_price.out_of_range at spot[4000]: got -1"), "{error}"); // by column, then by row
}

#[test]
fn touches_at_the_hit() {
    let rows = rows();
    for row in 0..COUNT {
        let side = if row % 2 == 0 { BarrierSide::Down } else { BarrierSide::Up };
        let [rate, drift] = [[0.04, 0.0], [0.0, 0.3], [0.2, -0.5]][row % 3];
        let [spot, level, years, volatility] =
            [rows.spot[row], rows.level[row], rows.years[row] + 0.0, rows.volatility[row] + 0.0];
        let carry_yield = Rate::new(rate - drift).unwrap();
        let price_until = Lognormal::new(
            Years::new(years).unwrap(),
            Rate::new(rate).unwrap(),
            carry_yield,
            Volatility::new(volatility).unwrap(),
        );
        let one = Payout::Cash(Collateral::new(1.0).unwrap());
        let request = TouchRequest::new(price(spot), price(level), side, TouchPayment::AtHit, one, price_until);
        let single = touch(&request).unwrap();
        let drift = rate - carry_yield.get();
        let [value, probability] = touch_at_hit(side, [spot, level, years, rate, drift, volatility]);
        same(row, "value", value, single.price);
        same(row, "probability", probability, single.probability);
    }
}
