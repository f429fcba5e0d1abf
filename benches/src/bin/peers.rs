//! Kernels beside other implementations of the same thing: one process, one thread, the same input.
//!
//! Kernel and peer take turns, round by round, and each time is the best of its rounds: what is left when nothing else runs. Where the kernel
//! comes out slower by more than 3 % they race once more, and the best of all rounds counts. A line names what the two do differently,
//! where they do.

#![expect(clippy::print_stdout, reason = "a table is what this program makes")]
#![allow(clippy::disallowed_types, reason = "benches look at the clock")]
#![allow(clippy::disallowed_methods, reason = "peers use the platform's functions")]

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use hashinsight::derivatives::pricing::{
    hit_probability_batch, implied_volatility, implied_volatility_batch, vanilla_batch,
};
use hashinsight::market::OptionKind;
use hashinsight::mining::consensus::{self, Nbits, Network, retarget};
use hashinsight::mining::profit::{ProfitTable, profit, profit_batch, profit_batch_into};
use hashinsight::numerics as own;
use hashinsight::units::columns::Table;
use hashinsight_benches::{DIFFICULTY, Fleet, Options, PROFIT_REQUEST, profit_params, spread};
use hashinsight_surface::call;
use implied_vol::{DefaultSpecialFn, ImpliedBlackVolatility, PriceBlackScholes};
use ruint::aliases::U256;
use serde::Serialize;
use serde::de::DeserializeOwned;
use statrs::distribution::{ContinuousCDF as _, FisherSnedecor, Normal};

const ROUNDS: usize = 31;
/// A kernel that takes so many times as long as its peer is timed again before that is believed.
const DOUBT: f64 = 1.03;
const VALUES: usize = 4096;

/// Nanoseconds per unit of both: the best of rounds in turn. A round is `calls` calls of `units` of work each.
fn race<T, U>(calls: u32, units: usize, mut kernel: impl FnMut() -> T, mut peer: impl FnMut() -> U) -> (f64, f64) {
    let mut best = (f64::INFINITY, f64::INFINITY);
    for _ in 0..2 {
        for _ in 0..ROUNDS {
            let (kernel, peer) = (once(calls, units, &mut kernel), once(calls, units, &mut peer));
            best = (own::min(best.0, kernel), own::min(best.1, peer));
        }
        if best.0 <= DOUBT * best.1 {
            break;
        }
    }
    best
}

fn once<T>(calls: u32, units: usize, mut work: impl FnMut() -> T) -> f64 {
    let start = Instant::now();
    for _ in 0..calls {
        black_box(work());
    }
    start.elapsed().as_secs_f64() * 1e9 / f64::from(calls) / units as f64
}

/// A time in nanoseconds with the unit that suits it.
fn time(ns: f64) -> String {
    match ns {
        ns if ns < 1e3 => format!("{ns:.1} ns"),
        ns if ns < 1e6 => format!("{:.2} µs", ns / 1e3),
        ns => format!("{:.2} ms", ns / 1e6),
    }
}

fn row(kernel: &str, peer: &str, (own, other): (f64, f64), goal_ns: Option<f64>) {
    let goal = goal_ns
        .map_or_else(String::new, |goal| format!("<= {}: {}", time(goal), if own <= goal { "met" } else { "MISSED" }));
    println!("| {kernel} | {} | {peer} | {} | {:.2}x | {goal} |", time(own), time(other), other / own);
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("| kernel | time | peer | time | peer / kernel | goal |\n|---|---:|---|---:|---:|---|");
    mining()?;
    derivatives();
    documents()?;
    elementary();
    statistics()?;
    data();
    Ok(())
}

fn mining() -> Result<(), Box<dyn Error>> {
    let rows = 1_000_000;
    let (fleet, params) = (Fleet::of(rows), profit_params()?);
    let columns = fleet.columns();
    let mut table = ProfitTable::with_rows(rows);
    let into = || profit_batch_into(black_box(&columns), &params, &mut table.whole());
    let mut plain = [(); 3].map(|()| vec![0.0; rows]);
    let times = race(3, 1, into, || plain_batch(black_box(&fleet), black_box(&mut plain)));
    row("profit_batch_into, 1M rows, validated", "plain loop, nothing validated, no status", times, Some(3e6));
    let batch = || profit_batch(black_box(&columns), &params);
    let fresh = || {
        let mut out = [(); 3].map(|()| vec![0.0; rows]);
        plain_batch(black_box(&fleet), &mut out);
        out
    };
    let times = race(3, 1, batch, fresh);
    row("profit_batch, 1M rows, into fresh memory", "plain loop into fresh memory", times, None);

    let (nbits, mainnet) = (Nbits::new(0x1702_068f), Network::Mainnet.params());
    let (first, last) = (1_780_012_800, 1_781_186_612);
    let kernel = || retarget(black_box(nbits), black_box(first), black_box(last), mainnet);
    let peer = || core_retarget(black_box(0x1702_068f), black_box(first), black_box(last));
    if retarget(nbits, first, last, mainnet)?.get() != core_retarget(0x1702_068f, first, last) {
        return Err("the two retargets differ".into());
    }
    row(
        "retarget, checked",
        "Bitcoin Core's steps over ruint's U256, unchecked",
        race(20_000, 1, kernel, peer),
        Some(20.0),
    );
    Ok(())
}

/// The same terms without a check of any value, as one would write it in a script.
fn plain_batch(fleet: &Fleet, out: &mut [Vec<f64>; 3]) {
    let days = 30.0 * 0.98;
    let btc_per_ths = 1e12 * (days * 86_400.0) / (DIFFICULTY * 4_294_967_296.0) * 3.145;
    let inputs = fleet.hashrate_ths.iter().zip(&fleet.power_w).zip(&fleet.power_price_usd_per_kwh);
    let [revenues, costs, nets] = out;
    let outputs = revenues.iter_mut().zip(costs).zip(nets);
    for ((((hashrate, power), tariff), price), ((revenue, cost), net)) in inputs.zip(&fleet.btc_price_usd).zip(outputs)
    {
        let gross = hashrate * btc_per_ths * price;
        *revenue = gross - gross * 0.02;
        *cost = power * (days * 24.0 / 1e3) * tariff;
        *net = *revenue - *cost;
    }
}

/// Closed forms: with all checks and typed errors here, without any there.
fn derivatives() {
    let options = Options::of(16_384);
    let rows = options.spot.len();
    let (touches, params) = (options.touches(), Options::touch_params());
    let kernel = || hit_probability_batch(black_box(&touches), &params);
    let times = race(1, rows, kernel, || black_box(plain_touches(black_box(&options))));
    row("hit_probability_batch, per row, validated", "the textbook formula with statrs and std", times, Some(20.0));

    let (vanillas, params) = (options.vanillas(), Options::vanilla_params());
    let kernel = || vanilla_batch(black_box(&vanillas), &params);
    let price = |i: usize| {
        let builder = PriceBlackScholes::builder().forward(options.spot[i]).strike(options.strike[i]);
        let builder = builder.volatility(options.volatility[i]).expiry(options.years[i]);
        builder.is_call(options.kind[i] == OptionKind::Call).build_unchecked().calculate::<DefaultSpecialFn>()
    };
    let times = race(1, rows, kernel, || (0..rows).map(|i| black_box(price(i))).sum::<f64>());
    row("vanilla_batch, price and 4 greeks, per row", "implied-vol, price alone", times, None);

    let volatility = |i: usize| {
        let builder = ImpliedBlackVolatility::builder().option_price(options.price[i]).forward(options.spot[i]);
        let builder =
            builder.strike(options.strike[i]).expiry(options.years[i]).is_call(options.kind[i] == OptionKind::Call);
        builder.build_unchecked().calculate::<DefaultSpecialFn>().unwrap_or(f64::NAN)
    };
    let requests = options.requests();
    let one_by_one = || {
        for request in &requests {
            let _ = black_box(implied_volatility(black_box(request)));
        }
    };
    let peer = || (0..rows).map(|i| black_box(volatility(i))).sum::<f64>();
    let times = race(1, rows, one_by_one, peer);
    row("implied_volatility, with resolution", "implied-vol, unchecked", times, Some(times.1));
    let (quotes, params) = (options.quotes(), Options::quote_params());
    let times = race(1, rows, || implied_volatility_batch(black_box(&quotes), &params), peer);
    row("implied_volatility_batch, per row, validated", "implied-vol in a loop, unchecked", times, Some(times.1));
}

/// The reflection principle as it is printed.
fn plain_touches(options: &Options) -> Vec<f64> {
    let normal = Normal::standard();
    let touch = |i: usize| {
        let (sigma, years) = (options.volatility[i], options.years[i]);
        let (h, mean, deviation) =
            ((options.barrier[i] / options.spot[i]).ln(), -0.5 * sigma * sigma * years, sigma * years.sqrt());
        let mirrored = (2.0 * mean * h / (deviation * deviation)).exp() * normal.cdf((h + mean) / deviation);
        normal.cdf((h - mean) / deviation) + mirrored
    };
    (0..options.spot.len()).map(touch).collect()
}

/// `CalculateNextWorkRequired` (Bitcoin Core, `src/pow.cpp`) as it stands there, in 256-bit arithmetic throughout.
fn core_retarget(nbits: u32, first_s: u32, last_s: u32) -> u32 {
    let span = (i64::from(last_s) - i64::from(first_s)).clamp(302_400, 4_838_400).unsigned_abs();
    let target = U256::from(nbits & 0x007f_ffff) << (8 * ((nbits >> 24) as usize - 3));
    let limit = U256::MAX >> 32;
    let scaled = target * U256::from(span) / U256::from(1_209_600_u32);
    let new = if scaled > limit { limit } else { scaled };
    let mut bytes = new.bit_len().div_ceil(8);
    let mut mantissa = (new >> (8 * (bytes - 3))).to::<u32>();
    if mantissa & 0x0080_0000 != 0 {
        mantissa >>= 8;
        bytes += 1;
    }
    mantissa | u32::try_from(bytes).unwrap_or(0) << 24
}

fn documents() -> Result<(), Box<dyn Error>> {
    let retarget_request =
        r#"{"network":"mainnet","nbits":"0x1d00ffff","first_time_s":1261130161,"last_time_s":1262152739}"#;
    let peer = "serde_json into bare numbers: nothing checked, no paths";
    let request = serde_json::from_str(PROFIT_REQUEST)?;
    let kernel = || call("mining.profit", black_box(PROFIT_REQUEST));
    let times = race(500, 1, kernel, || plain::<BareProfit, _>(PROFIT_REQUEST, profit(&request)));
    row("call(\"mining.profit\"), every field", peer, times, Some(1e3));
    let request = serde_json::from_str(retarget_request)?;
    let kernel = || call("mining.retarget", black_box(retarget_request));
    let times =
        race(500, 1, kernel, || plain::<BareRetarget, _>(retarget_request, consensus::document::retarget(&request)));
    row("call(\"mining.retarget\")", peer, times, Some(1e3));
    Ok(())
}

/// A document as serde reads it when nothing is asked of its numbers, and its report as `serde_json` writes it.
fn plain<Bare: DeserializeOwned, Report: Serialize>(
    json: &str,
    report: Result<Report, hashinsight::units::Error>,
) -> Result<String, Box<dyn Error>> {
    black_box(serde_json::from_str::<Bare>(black_box(json))?);
    Ok(serde_json::to_string(&report?)?)
}

/// A request of `mining.profit` as bare numbers.
#[derive(serde::Deserialize)]
#[expect(dead_code, reason = "read, and no more")]
struct BareProfit {
    hashrate_ths: f64,
    power_w: f64,
    network_basis: BareBasis,
    subsidy_sat: u64,
    fees_per_block_sat: f64,
    btc_price_usd: f64,
    pool_fee: f64,
    power_price_usd_per_kwh: f64,
    days: f64,
    uptime: Option<f64>,
    hosting_fee_usd_per_kwh: Option<f64>,
    maintenance_usd_per_day: Option<f64>,
    machine_price_usd: Option<f64>,
    useful_life_days: Option<f64>,
}

#[derive(serde::Deserialize)]
#[expect(dead_code, reason = "read, and no more")]
struct BareBasis {
    difficulty: f64,
}

/// A request of `mining.retarget` as bare values.
#[derive(serde::Deserialize)]
#[expect(dead_code, reason = "read, and no more")]
struct BareRetarget {
    network: String,
    nbits: String,
    first_time_s: u32,
    last_time_s: u32,
}

fn each(values: &[f64], function: impl Fn(f64) -> f64) -> impl FnMut() {
    move || {
        for x in values {
            black_box(function(*x));
        }
    }
}

fn into<'a>(values: &'a [f64], out: &'a mut [f64], function: impl Fn(f64) -> f64 + 'a) -> impl FnMut() + 'a {
    move || {
        for (out, x) in out.iter_mut().zip(values) {
            *out = function(*x);
        }
        black_box(&out);
    }
}

fn elementary() {
    let (around_zero, positive) = (spread(10, VALUES, -20.0, 20.0), spread(11, VALUES, 0.0, 1e6));
    let times = race(20, VALUES, each(&around_zero, own::exp), each(&around_zero, libm::exp));
    row("exp, per value", "libm::exp", times, None);
    let (mut a, mut b) = (vec![0.0; VALUES], vec![0.0; VALUES]);
    let kernel = || own::exp_slice(&around_zero, &mut a);
    row(
        "exp_slice, per value",
        "libm::exp in a loop",
        race(20, VALUES, kernel, into(&around_zero, &mut b, libm::exp)),
        None,
    );
    row("ln, per value", "libm::log", race(20, VALUES, each(&positive, own::ln), each(&positive, libm::log)), None);
    let kernel = || own::ln_slice(&positive, &mut a);
    row(
        "ln_slice, per value",
        "libm::log in a loop",
        race(20, VALUES, kernel, into(&positive, &mut b, libm::log)),
        None,
    );
    let (kernel, peer) = (each(&positive, |x| own::pow(x, 1.7)), each(&positive, |x| libm::pow(x, 1.7)));
    row("pow, per value", "libm::pow", race(10, VALUES, kernel, peer), None);
    let errors = spread(12, VALUES, -5.0, 5.0);
    row("erfc, per value", "libm::erfc", race(10, VALUES, each(&errors, own::erfc), each(&errors, libm::erfc)), None);
}

fn statistics() -> Result<(), Box<dyn Error>> {
    let normal = Normal::standard();
    let (x, p) = (spread(13, VALUES, -8.0, 8.0), spread(14, VALUES, 0.0, 1.0));
    let times = race(10, VALUES, each(&x, own::normal_cdf), each(&x, |x| normal.cdf(x)));
    row("normal_cdf, per value", "statrs Normal::cdf", times, None);
    let times =
        race(10, VALUES, each(&p, |p| own::normal_quantile(p).unwrap_or(0.0)), each(&p, |p| normal.inverse_cdf(p)));
    row("normal_quantile, per value", "statrs Normal::inverse_cdf", times, None);
    let (mut a, mut b) = (vec![0.0; VALUES], vec![0.0; VALUES]);
    let kernel = || own::normal_quantile_slice(&p, &mut a);
    let times = race(10, VALUES, kernel, into(&p, &mut b, |p| normal.inverse_cdf(p)));
    row("normal_quantile_slice, per value", "statrs Normal::inverse_cdf in a loop", times, None);

    let x = spread(15, VALUES, 0.5, 1000.0);
    let kernel = each(&x, |x| own::ln_gamma(x).unwrap_or(0.0));
    row(
        "ln_gamma, per value",
        "statrs ln_gamma",
        race(10, VALUES, kernel, each(&x, statrs::function::gamma::ln_gamma)),
        None,
    );
    let x = spread(16, VALUES, 50.0, 150.0);
    let kernel = each(&x, |x| own::gamma_p(100.0, x).unwrap_or(0.0));
    let peer = each(&x, |x| statrs::function::gamma::gamma_lr(100.0, x));
    row("gamma_p(100, x), per value", "statrs gamma_lr", race(2, VALUES, kernel, peer), None);
    let x = spread(17, VALUES, 0.01, 0.99);
    let kernel = each(&x, |x| own::beta_i(100.0, 200.0, x).unwrap_or(0.0));
    let peer = each(&x, |x| statrs::function::beta::beta_reg(100.0, 200.0, x));
    row("beta_i(100, 200, x), per value", "statrs beta_reg", race(2, VALUES, kernel, peer), None);
    let f = FisherSnedecor::new(2016.0, 2014.0)?;
    let kernel = || own::f_quantile(black_box(0.025), 2016.0, 2014.0);
    let times = race(100, 1, kernel, || f.inverse_cdf(black_box(0.025)));
    row("f_quantile(0.025; 2016, 2014)", "statrs FisherSnedecor::inverse_cdf", times, None);
    Ok(())
}

fn data() {
    let values = spread(18, 1_000_000, -1.0, 1.0);
    let times = race(
        5,
        1,
        || own::sum(black_box(&values)),
        || {
            black_box(black_box(&values).iter().sum::<f64>());
        },
    );
    row("sum, 1M values, fixed tree", "Iterator::sum, one after the other", times, None);
}
