//! Golden rows of mining: each formula over inputs that Philox makes, as a hash of the result's bits.

use hashinsight::mining::consensus::{Nbits, Network, retarget};
use hashinsight::mining::forecast::ForecastSimulation;
use hashinsight::mining::network::{Estimator, ForecastRetargetRequest, forecast_retarget, poisson_interval};
use hashinsight::mining::profit::{FleetColumns, ProfitColumns, fleet_batch, profit_batch};
use hashinsight::mining::reward::{HashpriceColumns, SoloIncome, hashprice_batch};
use hashinsight::numerics::golden::GoldenRow;
use hashinsight::numerics::job::Job;
use hashinsight::numerics::{Philox, exp, ln};
use hashinsight::units::record::{Value, read};
use hashinsight::units::{Error, Fraction, Height, Timestamp};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

const COUNT: usize = 1024;
const SLOW_COUNT: u32 = 64;

/// Name of a row, its formula and the hash that every target must have.
type Row = (&'static str, fn() -> Result<u64>, u64);

const ROWS: [Row; 9] = [
    ("nbits_difficulty", difficulties, 0xcd8c_abfa_3f2f_f6bf),
    ("next_nbits", retargets, 0x43b5_aa8f_0f5c_c76d),
    ("profit_batch", profits, 0xf0e3_ef7b_f155_ec20),
    ("hashprice_batch", hashprices, 0xfd12_66ec_31b9_5ce7),
    ("fleet_batch", fleets, 0x475b_e73d_1193_eecd),
    ("poisson_interval", intervals, 0x7a53_3c27_fb0f_f5be),
    ("forecast_retarget", forecasts, 0x48f7_1e7b_c854_473c),
    ("solo_income", solo_income, 0x6819_e312_634b_1865),
    ("forecast_simulation", simulation, 0x2d0b_02e5_4ee8_7ab8),
];

pub(crate) fn rows() -> Result<Vec<GoldenRow>> {
    ROWS.iter().map(|(name, formula, expected)| Ok(GoldenRow::new(name, formula()?, *expected))).collect()
}

/// FNV-1a over the little-endian bytes of the doubles.
pub(crate) fn hash(columns: &[&[f64]]) -> u64 {
    let bytes = columns.iter().flat_map(|column| column.iter()).flat_map(|x| x.to_bits().to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// Column `k`: numbers from `low` to `high`, evenly in the logarithm.
fn column(k: u64, low: f64, high: f64) -> Vec<f64> {
    let mut uniforms = vec![0.0; COUNT];
    Philox::new(0x6d69_6e65).fill_uniform(k, 0, &mut uniforms);
    let span = ln(high / low);
    uniforms.iter().map(|u| low * exp(span * u)).collect()
}

/// Column `k` in whole numbers.
#[expect(clippy::cast_possible_truncation, reason = "every `high` below is far below 2^53")]
fn whole(k: u64, low: f64, high: f64) -> Vec<i64> {
    column(k, low, high).into_iter().map(|x| x as i64).collect()
}

/// Inputs as the document that every language would send.
fn inputs<T: Value>(document: &str) -> std::result::Result<T, Error> {
    read("mining", document)
}

fn difficulties() -> Result<u64> {
    let mut values = Vec::new();
    for (mantissa, size) in whole(1, 32_768.0, 8_388_607.0).into_iter().zip(3_u32..) {
        let nbits = Nbits::new((size % 27 + 3) << 24 | u32::try_from(mantissa)?);
        values.extend([nbits.difficulty()?.get(), nbits.target()?.expected_hashes()]);
    }
    Ok(hash(&[&values]))
}

fn retargets() -> Result<u64> {
    let (mut nbits, mut values) = (Nbits::new(0x1702_40c3), Vec::new());
    for span_s in whole(2, 600_000.0, 2_400_000.0) {
        nbits = retarget(nbits, 1_700_000_000, 1_700_000_000 + u32::try_from(span_s)?, Network::Mainnet.params())?;
        values.push(f64::from(nbits.get()));
    }
    Ok(hash(&[&values]))
}

fn profits() -> Result<u64> {
    let params = inputs(
        r#"{"network_basis": {"difficulty": 1.3e14}, "subsidy_sat": 312500000, "fees_per_block_sat": 4000000, "pool_fee": 0.02,
            "days": 30, "uptime": 0.97, "hosting_fee_usd_per_kwh": 0.01, "maintenance_usd_per_day": 0.25}"#,
    )?;
    let columns = ProfitColumns {
        hashrate_ths: &column(3, 10.0, 1e6),
        power_w: &column(4, 500.0, 1e7),
        power_price_usd_per_kwh: &column(5, 0.01, 0.3),
        btc_price_usd: &column(6, 1e3, 1e6),
    };
    let table = profit_batch(&columns, &params)?;
    Ok(hash(&[&table.revenue_usd, &table.power_cost_usd, &table.net_usd]))
}

fn hashprices() -> Result<u64> {
    let params = inputs(r#"{"subsidy_sat": 312500000}"#)?;
    let fees: Vec<f64> = whole(8, 1.0, 1e10).into_iter().map(|sat| sat as f64).collect();
    let columns = HashpriceColumns {
        difficulty: &column(7, 1.0, 1e16),
        fees_per_block_sat: &fees,
        btc_price_usd: &column(9, 0.1, 1e6),
    };
    let table = hashprice_batch(&columns, &params)?;
    Ok(hash(&[&table.hashprice_usd_per_phs_day, &table.hashprice_sat_per_phs_day]))
}

fn fleets() -> Result<u64> {
    let params = inputs(
        r#"{"network_basis": {"difficulty": 1.3e14}, "subsidy_sat": 312500000, "fees_per_block_sat": 4000000,
            "btc_price_usd": 90000, "pool_fee": 0.02, "uptime": 0.97, "hosting_fee_usd_per_kwh": 0.01}"#,
    )?;
    let columns = FleetColumns {
        count: &whole(10, 1.0, 1e5),
        hashrate_ths: &column(11, 10.0, 1_000.0),
        power_w: &column(12, 500.0, 1e4),
        power_price_usd_per_kwh: &column(13, 0.01, 0.3),
        machine_price_usd: &column(14, 100.0, 1e4),
        decay_per_month: &column(15, 1e-4, 0.05),
        age_days: &column(16, 1.0, 3_000.0),
    };
    let table = fleet_batch(&columns, &params)?;
    Ok(hash(&[&table.hashrate_ths, &table.revenue_usd_per_day, &table.net_usd_per_day, &table.payback_days]))
}

fn intervals() -> Result<u64> {
    let confidence = Fraction::new(0.95)?;
    let ends: Result<Vec<(f64, f64)>> = (0..SLOW_COUNT).map(|k| Ok(poisson_interval(k * k, confidence)?)).collect();
    let (lower, upper): (Vec<f64>, Vec<f64>) = ends?.into_iter().unzip();
    Ok(hash(&[&lower, &upper]))
}

fn forecasts() -> Result<u64> {
    let mut values = Vec::new();
    for k in 1..=SLOW_COUNT {
        let last_block_s = 1_781_000_000 + k * 31 * 590;
        let report = forecast_retarget(&ForecastRetargetRequest::new(
            Network::Mainnet,
            Height::new(953_568 + k * 31),
            Nbits::new(0x1702_40c3),
            1_781_000_000,
            last_block_s,
            Timestamp::from_s(i64::from(last_block_s) + 60)?,
            Estimator::GammaPosterior { confidence: Fraction::new(0.95)? },
        ))?;
        values.extend([report.change, report.next_difficulty]);
        if let Some(band) = report.band.value() {
            values.extend([band.lower, band.upper]);
        }
    }
    Ok(hash(&[&values]))
}

fn solo_income() -> Result<u64> {
    let mut job = SoloIncome::open(&inputs(
        r#"{"hashrate_ths": 1000000, "difficulty": 1.3e14, "height": 953568, "fees_per_block_sat": 4000000, "days": 1000,
            "drift_per_retarget": 0.01, "volatility_per_retarget": 0.046, "paths": 3000, "seed": "17", "quantiles": [0.05, 0.95]}"#,
    )?)?;
    job.step(u64::MAX);
    let report = job.report()?;
    let moments = [report.mean_sat, report.standard_deviation_sat, report.zero_income_fraction, report.mean_blocks];
    Ok(hash(&[&moments, &report.income_sat]))
}

fn simulation() -> Result<u64> {
    let mut job = ForecastSimulation::open(&inputs(
        r#"{"project": {"hashrate_ths": 270, "power_w": 3645, "machine_price_usd": 3335, "start_ms": 1782000000000,
                "height": 953568, "difficulty": 1.249e14, "btc_price_usd": 90000, "fees_per_block_sat": 4000000,
                "pool_fee": 0.02, "power_price_usd_per_kwh": 0.05, "uptime": 0.97},
            "model": {"correlated": {"price_drift": 0.005, "price_volatility": 0.11, "difficulty_drift": 0.01,
                "difficulty_volatility": 0.046, "correlation_by_lag": [0.0, 0.1, 0.2, 0.3, 0.4]}},
            "retargets": 52, "hashrate_decay_per_month": 0.005, "discount_rate_per_year": 0.1, "paths": 1000, "seed": "17",
            "quantiles": [0.05, 0.95]}"#,
    )?)?;
    job.step(u64::MAX);
    let report = job.report()?;
    let figures =
        [report.mean_usd, report.standard_deviation_usd, report.always_on_mean_usd, report.switch_off_value_usd];
    Ok(hash(&[&figures, &report.net_present_value_usd]))
}
