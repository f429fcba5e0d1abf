//! Every template over the past year, beside holding: the same coins, cash, payments and mined coins for each.

use hashinsight_mining::reward::hashprice;
use hashinsight_numerics::ln_ratio;
use hashinsight_numerics::stream::Stream as _;
use hashinsight_signals::indicators::{DeviationParams, Indicator as _, Rsi, RsiParams, StdDev};
use hashinsight_signals::modules::miner_cycle::{MinerCycle, MinerCycleParams, NetworkDay};
use hashinsight_treasury::backtest::{BacktestReport, BacktestRequest, BacktestSetup, MinedCoins, backtest};
use hashinsight_treasury::coverage::{Cash, Payment};
use hashinsight_treasury::policy::{
    BasisFunding, Cppi, Dca, Layered, Level, MiningCycle, OpexCoverage, Policy, ShareOf, Signals, TradeSide,
    VolatilityTrigger,
};
use hashinsight_units::{Amount, At, Days, Error, Fraction, MS_PER_DAY, Ratio, TH_PER_PH, Timestamp};

use super::position::{MONTH_DAYS, costs, floor, monthly};
use crate::known::{Carries, Known};
use crate::request::SiteTreasury;

/// Days of the run.
pub(crate) const DAYS: usize = 366;
/// Fewest days that a run can have.
const LEAST: usize = 3;
const DAYS_PER_YEAR: f64 = 365.0;

/// Templates with the code of their name, holding first. Levels and shares are those of the textbook examples, not fitted to the days.
fn templates(site: &SiteTreasury, monthly: Cash, carries: Option<&Carries>) -> Vec<(&'static str, Policy)> {
    let part = Fraction::constant;
    let ratio = Ratio::constant;
    let levels = [(1.2, 0.15), (1.5, 0.15), (1.8, 0.2)];
    let levels = levels.map(|(multiple, share)| Level::new(ratio(multiple), part(share))).to_vec();
    let layered = Layered::new(levels, ShareOf::Initial).trailing_stop(part(0.08)).reserve(part(0.3)).rsi_above(70.0);
    let mut templates = vec![
        ("hold", Policy::Hold),
        ("floor", floor(site)),
        ("opex_coverage", Policy::OpexCoverage(OpexCoverage::new(Days::constant(90.0), part(0.05)))),
        ("layered", Policy::Layered(layered)),
        (
            "mining_cycle",
            Policy::MiningCycle(MiningCycle::new(part(0.7), ratio(1.8), part(0.15), Days::constant(14.0))),
        ),
        ("volatility_trigger", Policy::VolatilityTrigger(VolatilityTrigger::new(ratio(1.3), ratio(1.0), part(0.1)))),
        ("cppi", Policy::Cppi(Cppi::new(ratio(2.0)).band(part(0.05)))),
    ];
    if monthly > Cash::ZERO {
        let dca = Dca::new(TradeSide::Sell, monthly, Days::constant(MONTH_DAYS as f64));
        templates.push(("dca", Policy::Dca(dca)));
    }
    if let Some(carries) = carries {
        let hedge = BasisFunding::new(0.12, 0.04, part(0.5));
        // Where funding is known, the short pays none.
        let hedge = if carries.has_funding { hedge.pays_at_most_per_year(0.0) } else { hedge };
        templates.push(("basis_funding", Policy::BasisFunding(hedge)));
    }
    templates
}

/// One run.
pub(crate) struct Run {
    pub(crate) template: &'static str,
    pub(crate) report: BacktestReport,
}

/// Runs over the last days, or none where there are too few.
pub(crate) fn runs(known: &Known<'_>, site: &SiteTreasury) -> Result<Vec<Run>, Error> {
    let count = known.days.all.len().min(DAYS);
    if count < LEAST {
        return Ok(Vec::new());
    }
    let read = |name: &String| Carries::read(known.site.file(name, "futures")?).at("futures");
    let carries = site.futures.as_ref().map(read).transpose().at("treasury")?;
    let (bars, setup) = (known.days.bars(count)?, setup(known, site, carries.as_ref(), count)?);
    let run = |(template, policy): (&'static str, Policy)| {
        let request = BacktestRequest::new(bars.clone(), setup.clone(), policy);
        Ok(Run { template, report: backtest(&request).at("treasury")? })
    };
    templates(site, monthly(known, site)?, carries.as_ref()).into_iter().map(run).collect()
}

fn setup(
    known: &Known<'_>,
    site: &SiteTreasury,
    carries: Option<&Carries>,
    count: usize,
) -> Result<BacktestSetup, Error> {
    let days = &known.days.all[known.days.all.len() - count..];
    let monthly = monthly(known, site)?;
    let mut setup = BacktestSetup::new(site.coins.get(), site.cash.get().get(), costs(site));
    setup.cost_usd = site.cost.map(|cost| cost.get().get());
    // Everything of a day is there at its close.
    let close = |row: usize| Timestamp::from_ms((days[row].date.unix_day() + 1) * MS_PER_DAY);
    let mut phs = known.machines()?.site.as_ref().map_or(0.0, |day| day.hashrate_ths / TH_PER_PH);
    phs *= site_part(known);
    let mut days_to_payment = MONTH_DAYS;
    for (row, day) in days.iter().enumerate() {
        let sat = hashprice(day.difficulty, known.reward()).to_sat_per_phs_day() * phs;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 2.1e15, or refused below")]
        let amount_sat = Amount::from_sat(sat.floor() as u64).at("machine")?;
        if amount_sat > Amount::ZERO {
            setup.mined.push(MinedCoins::new(close(row)?, amount_sat));
        }
        days_to_payment -= 1;
        if days_to_payment == 0 && monthly > Cash::ZERO {
            setup.expenses.push(Payment::new(close(row)?, monthly));
            days_to_payment = MONTH_DAYS;
        }
    }
    let mut signals = signals(known)?.split_off(known.days.all.len() - count);
    if let Some(carries) = carries {
        for (signals, day) in signals.iter_mut().zip(days) {
            let carry = carries.of(day.date).at("futures").at("treasury")?;
            (signals.basis_per_year, signals.funding_per_year) = (Some(carry.basis_per_year), carry.funding_per_year);
        }
    }
    setup.signals = Some(signals);
    Ok(setup)
}

/// The part of the reward that reaches the treasury.
fn site_part(known: &Known<'_>) -> f64 {
    known.site.uptime.map_or(1.0, |uptime| uptime.get().get()) * (1.0 - known.pool_fee.get())
}

/// What each day's close says, from that day and those before it.
fn signals(known: &Known<'_>) -> Result<Vec<Signals>, Error> {
    let days = &known.days.all;
    let close: Vec<f64> = days.iter().map(|day| day.close_usd.get()).collect();
    let rsi = Rsi::batch(&RsiParams::new(), &close).at("days")?;
    let returns: Vec<f64> = close.windows(2).map(|pair| ln_ratio(pair[1], pair[0])).collect();
    let spread = |length| StdDev::batch(&DeviationParams::new(length).ddof(1), &returns).at("days");
    let (fast, slow) = (spread(10)?, spread(60)?);
    let mut cycle = MinerCycle::open(&MinerCycleParams::new())?;
    let is_known = |value: f64| Some(value).filter(|value| value.is_finite());
    let mut signals = Vec::with_capacity(days.len());
    for (row, day) in days.iter().enumerate() {
        let network = NetworkDay::new(day.close()?, day.close_usd, known.subsidy).difficulty(day.difficulty);
        let seen = cycle.update(&network).map_err(|error| error.in_row(row)).at("days")?;
        let yearly = |column: &[f64]| {
            let deviation = row.checked_sub(1).and_then(|row| is_known(column[row]));
            deviation.map(|deviation| Ratio::new(deviation * DAYS_PER_YEAR.sqrt())).transpose()
        };
        let mut today = Signals::default();
        today.rsi = is_known(rsi[row]);
        today.hashprice_percentile = is_known(seen.hashprice_rank_contrarian).map(Fraction::new).transpose()?;
        today.puell = is_known(seen.puell).map(Ratio::new).transpose()?;
        today.volatility_fast = yearly(&fast)?;
        today.volatility_slow = yearly(&slow)?;
        signals.push(today);
    }
    Ok(signals)
}
