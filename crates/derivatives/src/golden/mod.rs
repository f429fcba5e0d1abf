//! Hashes of result bits: equal on every target, or determinism is broken. Accuracy is not their matter.

use hashinsight_market::{OptionKind, TierTable};
use hashinsight_numerics::golden::GoldenRow;
use hashinsight_numerics::job::Job;
use hashinsight_numerics::state::fnv1a;
use hashinsight_numerics::{Philox, exp};
use hashinsight_units::columns::OnBadRow;
use hashinsight_units::{
    AssetPrice, Collateral, Error, Fraction, Intensity, LogMove, Rate, TailRate, Volatility, Years, record,
};

use crate::Measure;
use crate::margin::{
    ContractKind, LiquidationBatchParams, LiquidationColumns, MaintenanceSchedule, Side, Venue, liquidation_batch,
};
use crate::pricing::{
    BarrierBatchParams, BarrierColumns, BarrierSide, BarrierType, DiscreteHitRequest, DrawdownRequest, EuropeanOption,
    FirstPassage, HitProbabilityBatchParams, HitProbabilityColumns, ImpliedVolatilityBatchParams,
    ImpliedVolatilityColumns, Knock, KouJumps, KouPassageRequest, KouRequest, Lognormal, MertonJumps, MertonRequest,
    VanillaBatchParams, VanillaColumns, barrier_batch, discrete_hit_probability, drawdown, hit_probability_batch,
    implied_volatility_batch, kou, kou_passage, merton, vanilla_batch,
};
use crate::simulate::{JumpModel, SimulatePassage, SimulatePassageRequest};

const COUNT: usize = 1024;
const SLOW_COUNT: u32 = 16;

/// The hashes that every target must have.
const EXPECTED: [(&str, u64); 11] = [
    ("liquidation_batch", 0xfb0d_3aaf_ab3c_e67a),
    ("vanilla_batch", 0xc832_911e_0f72_3e1a),
    ("implied_volatility_batch", 0xf6e5_84a9_3481_d33d),
    ("hit_probability_batch", 0xad4c_020e_d831_5fd3),
    ("barrier_batch", 0xbece_5de0_be5f_a0c7),
    ("discrete_hit_probability", 0xc858_39f9_c93f_1be4),
    ("merton", 0xc013_aeee_3f23_7fdf),
    ("kou", 0xadc1_be28_666e_c82c),
    ("kou_passage", 0xf1f6_6b59_3b92_65ce),
    ("drawdown", 0xce7c_6b4b_6d41_578c),
    ("simulate_passage", 0x1ce3_0bab_a604_08fa),
];

/// Binance's margin table of `BTCUSDT` on 2024-10-24, as published in `freqtrade`'s `binance_leverage_tiers.json` of that day: 12 tiers.
const TIERS: &str = include_str!("binance_btcusdt.json");

/// Runs the formulas of this crate over fixed pseudo-random inputs and answers a row each, as
/// [`hashinsight_numerics::golden::rows`] does. `hash == expected` in all of them, or this build does not give the bits that the others give.
///
/// ```
/// assert!(hashinsight_derivatives::golden::rows().iter().all(|row| row.hash == row.expected));
/// ```
///
/// # Panics
/// Never: every input of the hashes is in range.
#[expect(clippy::expect_used, reason = "every input of the hashes is in range")]
pub fn rows() -> Vec<GoldenRow> {
    let hashes = hashes().expect("inputs in range");
    EXPECTED.into_iter().zip(hashes).map(|((name, expected), hash)| GoldenRow::new(name, hash, expected)).collect()
}

fn hashes() -> Result<[u64; 11], Error> {
    Ok([
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
    ])
}

/// A hash over the bits of columns.
fn hash(columns: &[&[f64]]) -> u64 {
    let bytes: Vec<u8> = columns.concat().iter().flat_map(|x| x.to_bits().to_le_bytes()).collect();
    fnv1a(&bytes)
}

/// Column `k`: numbers from `low` to `high`, evenly in the logarithm.
fn column(k: u64, low: f64, high: f64) -> Vec<f64> {
    let mut uniforms = vec![0.0; COUNT];
    Philox::new(0x6465_7269).fill_uniform(k, 0, &mut uniforms);
    let span = hashinsight_numerics::ln(high / low);
    uniforms.iter().map(|u| low * exp(span * u)).collect()
}

/// A column of two words.
fn either<T: Copy>(one: T, other: T) -> Vec<T> {
    column(0, 1.0, 4.0).iter().map(|x| if *x < 2.0 { one } else { other }).collect()
}

fn kinds() -> Vec<OptionKind> {
    either(OptionKind::Put, OptionKind::Call)
}

fn liquidations() -> Result<u64, Error> {
    // Binance's figures under Bybit's rules, which count the closing fee.
    let tiers: TierTable = record::read("market", &TIERS.replace("binance_usdm", "bybit_linear"))?;
    let params =
        LiquidationBatchParams::new(Venue::BybitUnified, ContractKind::Linear, MaintenanceSchedule::Tiers(tiers));
    let columns = LiquidationColumns {
        side: &either(Side::Short, Side::Long),
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
        kind: &kinds(),
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
        kind: &kinds(),
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
    let params = BarrierBatchParams::new(
        BarrierType::new(OptionKind::Put, Knock::Out, BarrierSide::Up),
        Collateral::new(2.0)?,
        Rate::new(0.04)?,
        Rate::new(0.01)?,
    );
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
    let (up_rate, down_rate) = (TailRate::new(20.0 + k)?, TailRate::new(30.0 - k)?);
    Ok(KouJumps::new(Intensity::new(3.0 * k)?, Fraction::new(0.4)?, up_rate, down_rate))
}

fn down(barrier: f64, years: f64, drift: f64) -> Result<FirstPassage, Error> {
    let (spot, barrier) = (AssetPrice::new(100.0)?, AssetPrice::new(barrier)?);
    let (years, drift, volatility) = (Years::new(years)?, Rate::new(drift)?, Volatility::new(0.6)?);
    Ok(FirstPassage::new(spot, barrier, BarrierSide::Down, years, drift, volatility))
}

fn option(kind: OptionKind, k: f64) -> Result<EuropeanOption, Error> {
    let price = Lognormal::new(Years::new(0.1 * k)?, Rate::new(0.04)?, Rate::new(0.01)?, Volatility::new(0.3)?);
    Ok(EuropeanOption::new(kind, AssetPrice::new(100.0)?, AssetPrice::new(80.0 + 3.0 * k)?, price))
}

fn discrete(k: f64) -> Result<f64, Error> {
    // By the recursion and by the eigenfunctions.
    let ask = |dates| -> Result<f64, Error> {
        let request = DiscreteHitRequest::new(down(100.0 - k, 0.01 * k, 0.1)?, Measure::RealWorld).dates(dates);
        Ok(discrete_hit_probability(&request)?.probability)
    };
    Ok(ask(12)? + ask(24)?)
}

fn jump_option(k: f64) -> Result<f64, Error> {
    let jumps = MertonJumps::new(Intensity::new(2.0 * k)?, LogMove::new(-0.05)?, Volatility::new(0.08)?);
    Ok(merton(&MertonRequest::new(option(OptionKind::Call, k)?, jumps))?.price)
}

fn kou_option(k: f64) -> Result<f64, Error> {
    Ok(kou(&KouRequest::new(option(OptionKind::Put, k)?, jumps(k)?))?.price)
}

fn passage(k: f64) -> Result<f64, Error> {
    let (passage, overshoot) = (down(100.0 - 2.0 * k, 0.01 * k, 0.0)?, LogMove::new(0.01)?);
    let report = kou_passage(&KouPassageRequest::new(passage, jumps(k)?, overshoot, Measure::RealWorld))?;
    Ok(report.probability + report.beyond_probability)
}

fn falls(k: f64) -> Result<f64, Error> {
    let (fall, years) = (Fraction::new(0.05 * k)?, Years::new(0.01 * k)?);
    let (drift, volatility) = (Rate::new(0.2)?, Volatility::new(0.6)?);
    let report = drawdown(&DrawdownRequest::new(fall, years, drift, volatility, Measure::RealWorld))?;
    Ok(report.probability + report.expected_maximum_log_drawdown)
}

fn simulation() -> Result<u64, Error> {
    let jumps = JumpModel::Kou(jumps(5.0)?);
    let request = SimulatePassageRequest::new(down(90.0, 0.05, 0.0)?, jumps, Measure::RealWorld, 3_000, 17);
    let mut job = SimulatePassage::open(&request.dates(5))?;
    job.step(u64::MAX);
    let report = job.report()?;
    let horizon = [report.probability, report.standard_error, report.plain_probability, report.control_simulated];
    Ok(hash(&[&horizon, &report.plain_probability_by_date, &report.plain_standard_error_by_date]))
}
