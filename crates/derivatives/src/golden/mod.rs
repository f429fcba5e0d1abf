//! Hashes of result bits: equal on every target, or determinism is broken. Accuracy is not their matter.

use hashinsight_market::OptionKind;
use hashinsight_numerics::golden::GoldenRow;
use hashinsight_numerics::job::Job;
use hashinsight_numerics::state::ParamHash;
use hashinsight_numerics::{Philox, exp};
use hashinsight_units::Fraction;

use crate::margin::{
    ContractKind, LiquidationBatchParams, LiquidationColumns, MaintenanceSchedule, Venue, binance_btcusdt,
    liquidation_batch,
};
use crate::pricing::{
    BarrierBatchParams, BarrierColumns, BarrierSide, DiscreteHitRequest, DrawdownRequest, HitProbabilityBatchParams,
    HitProbabilityColumns, ImpliedVolatilityBatchParams, ImpliedVolatilityColumns, Knock, KouJumps, KouPassageRequest,
    KouRequest, MertonRequest, VanillaBatchParams, VanillaColumns, barrier_batch, discrete_hit_probability, drawdown,
    hit_probability_batch, implied_volatility_batch, kou, kou_passage, merton, vanilla_batch,
};
use crate::simulate::{JumpModel, SimulatePassage, SimulatePassageRequest};
use crate::{
    AssetPrice, OnBadRow, Collateral, Error, Intensity, LogMove, Measure, Rate, TailRate, Volatility, Years,
};

const COUNT: usize = 1024;
const SLOW_COUNT: u32 = 16;

/// The hashes that every target must have.
const EXPECTED: [(&str, u64); 11] = [
    ("liquidation_batch", 0xfb0d_3aaf_ab3c_e67a),
    ("vanilla_batch", 0xc832_911e_0f72_3e1a),
    ("implied_volatility_batch", 0x6728_030e_15f2_6f99),
    ("hit_probability_batch", 0xad4c_020e_d831_5fd3),
    ("barrier_batch", 0xbece_5de0_be5f_a0c7),
    ("discrete_hit_probability", 0xbe6a_0ac4_8009_a86e),
    ("merton", 0xc013_aeee_3f23_7fdf),
    ("kou", 0xadc1_be28_666e_c82c),
    ("kou_passage", 0xf1f6_6b59_3b92_65ce),
    ("drawdown", 0xce7c_6b4b_6d41_578c),
    ("simulate_passage", 0x1ce3_0bab_a604_08fa),
];

/// Runs the formulas of this crate over fixed pseudo-random inputs and answers a row each, as
/// [`hashinsight_numerics::golden::rows`] does. `hash == expected` in all of them, or this build does not give the bits that the others give.
///
/// ```
/// assert!(hashinsight_derivatives::golden::rows()?.iter().all(|row| row.hash == row.expected));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// None in practice: the inputs are in range.
pub fn rows() -> Result<Vec<GoldenRow>, Error> {
    let hashes = [
        liquidations()?,
        options()?,
        implied()?,
        touches()?,
        barriers()?,
        slow(discrete)?,
        slow(jump_option)?,
        slow(kou_option)?,
        slow(passage)?,
        slow(falls)?,
        simulation()?,
    ];
    Ok(EXPECTED.into_iter().zip(hashes).map(|((name, expected), hash)| GoldenRow::new(name, hash, expected)).collect())
}

/// A hash over the bits of columns.
fn hash(columns: &[&[f64]]) -> u64 {
    columns.iter().flat_map(|column| column.iter()).fold(ParamHash::new(), |hash, x| hash.f64(*x)).get()
}

/// Column `k`: numbers from `low` to `high`, evenly in the logarithm.
fn column(k: u64, low: f64, high: f64) -> Vec<f64> {
    let mut uniforms = vec![0.0; COUNT];
    Philox::new(0x6465_7269).fill_uniform(k, 0, &mut uniforms);
    let span = hashinsight_numerics::ln(high / low);
    uniforms.iter().map(|u| low * exp(span * u)).collect()
}

fn sides() -> Vec<f64> {
    column(0, 1.0, 4.0).iter().map(|x| if *x < 2.0 { -1.0 } else { 1.0 }).collect()
}

fn liquidations() -> Result<u64, Error> {
    let params = LiquidationBatchParams::new(Venue::BybitUnified, ContractKind::Linear, MaintenanceSchedule::Tiers(binance_btcusdt()?));
    let columns = LiquidationColumns {
        side: &sides(),
        quantity: &column(1, 0.01, 5_000.0),
        entry_price: &column(2, 3e4, 1.2e5),
        margin: &column(3, 1e3, 1e8),
    };
    let table = liquidation_batch(&columns, &params)?;
    Ok(hash(&[&table.liquidation_price, &table.bankruptcy_price]))
}

fn options() -> Result<u64, Error> {
    let params = VanillaBatchParams::new(Rate::new(0.04)?, Rate::new(0.01)?);
    let columns = VanillaColumns {
        kind: &sides(),
        spot: &column(1, 50.0, 200.0),
        strike: &column(2, 30.0, 300.0),
        years: &column(3, 1e-3, 3.0),
        volatility: &column(4, 0.02, 2.0),
    };
    let table = vanilla_batch(&columns, &params)?;
    Ok(hash(&[&table.price, &table.delta, &table.gamma, &table.vega, &table.theta]))
}

fn implied() -> Result<u64, Error> {
    let params = ImpliedVolatilityBatchParams::new(Rate::new(0.04)?).on_bad_row(OnBadRow::Report);
    let columns = ImpliedVolatilityColumns {
        kind: &sides(),
        price: &column(1, 1e-6, 80.0),
        forward: &column(2, 90.0, 110.0),
        strike: &column(3, 70.0, 130.0),
        years: &column(4, 1e-3, 3.0),
    };
    Ok(hash(&[&implied_volatility_batch(&columns, &params)?.implied_volatility]))
}

fn touches() -> Result<u64, Error> {
    let params = HitProbabilityBatchParams::new(BarrierSide::Down, Rate::new(0.1)?);
    let columns = HitProbabilityColumns {
        spot: &column(1, 90.0, 200.0),
        barrier: &column(2, 50.0, 100.0),
        years: &column(3, 1e-3, 3.0),
        volatility: &column(4, 0.02, 2.0),
    };
    Ok(hash(&[&hit_probability_batch(&columns, &params)?.probability]))
}

fn barriers() -> Result<u64, Error> {
    let params = BarrierBatchParams::new(BarrierType::new(OptionKind::Put, Knock::Out, BarrierSide::Up), Collateral::new(2.0)?, Rate::new(0.04)?, Rate::new(0.01)?);
    let columns = BarrierColumns {
        spot: &column(1, 50.0, 110.0),
        strike: &column(2, 50.0, 150.0),
        barrier: &column(3, 100.0, 150.0),
        years: &column(4, 1e-3, 3.0),
        volatility: &column(5, 0.02, 2.0),
    };
    let table = barrier_batch(&columns, &params)?;
    Ok(hash(&[&table.price, &table.touch_probability]))
}

/// A hash over `f` of the first few whole numbers.
fn slow(f: impl Fn(f64) -> Result<f64, Error>) -> Result<u64, Error> {
    let values: Result<Vec<f64>, _> = (1..=SLOW_COUNT).map(|k| f(f64::from(k))).collect();
    Ok(hash(&[&values?]))
}

fn jumps(k: f64) -> Result<KouJumps, Error> {
    Ok(KouJumps::new(Intensity::new(3.0 * k)?, Fraction::new(0.4).unwrap_or(Fraction::ZERO), TailRate::new(20.0 + k)?, TailRate::new(30.0 - k)?))
}

fn discrete(k: f64) -> Result<f64, Error> {
    let report = discrete_hit_probability(&DiscreteHitRequest::new(FirstPassage::new(AssetPrice::new(100.0)?, AssetPrice::new(100.0 - k)?, BarrierSide::Down, Years::new(0.01 * k)?, Rate::new(0.1)?, Volatility::new(0.6)?), 24, Measure::RealWorld))?;
    Ok(report.probability)
}

fn jump_option(k: f64) -> Result<f64, Error> {
    let report = merton(&MertonRequest::new(EuropeanOption::new(OptionKind::Call, AssetPrice::new(100.0)?, AssetPrice::new(80.0 + 3.0 * k)?, Lognormal::new(Years::new(0.1 * k)?, Rate::new(0.04)?, Rate::new(0.01)?, Volatility::new(0.3)?)), MertonJumps::new(Intensity::new(2.0 * k)?, LogMove::new(-0.05)?, Volatility::new(0.08)?)))?;
    Ok(report.price)
}

fn kou_option(k: f64) -> Result<f64, Error> {
    let report = kou(&KouRequest::new(EuropeanOption::new(OptionKind::Put, AssetPrice::new(100.0)?, AssetPrice::new(80.0 + 3.0 * k)?, Lognormal::new(Years::new(0.1 * k)?, Rate::new(0.04)?, Rate::new(0.01)?, Volatility::new(0.3)?)), jumps(k)?))?;
    Ok(report.price)
}

fn passage(k: f64) -> Result<f64, Error> {
    let report = kou_passage(&KouPassageRequest::new(FirstPassage::new(AssetPrice::new(100.0)?, AssetPrice::new(100.0 - 2.0 * k)?, BarrierSide::Down, Years::new(0.01 * k)?, Rate::new(0.0)?, Volatility::new(0.6)?), jumps(k)?, LogMove::new(0.01)?, Measure::RealWorld))?;
    Ok(report.probability + report.beyond_probability)
}

fn falls(k: f64) -> Result<f64, Error> {
    let report = drawdown(&DrawdownRequest::new(Fraction::new(0.05 * k).unwrap_or(Fraction::ZERO), Years::new(0.01 * k)?, Rate::new(0.2)?, Volatility::new(0.6)?, Measure::RealWorld))?;
    Ok(report.probability + report.expected_maximum_log_drawdown.unwrap_or(0.0))
}

fn simulation() -> Result<u64, Error> {
    let mut job = SimulatePassage::open(&SimulatePassageRequest::new(FirstPassage::new(AssetPrice::new(100.0)?, AssetPrice::new(90.0)?, BarrierSide::Down, Years::new(0.05)?, Rate::new(0.0)?, Volatility::new(0.6)?), JumpModel::Kou(jumps(5.0)?), Measure::RealWorld, 3_000, 17).dates(5))?;
    job.step(u64::MAX);
    let report = job.report()?;
    let horizon = [report.probability, report.standard_error, report.plain_probability, report.control_simulated];
    Ok(hash(&[&horizon, &report.plain_probability_by_date, &report.plain_standard_error_by_date]))
}
