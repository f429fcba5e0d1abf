//! The module: its parameters, what it answers, and its state.

use hashinsight_market::Interval;
use hashinsight_numerics::{clamp, stream::Stream};
use hashinsight_units::{Efficiency, EnergyPrice, Error, Fault, Hashrate, Problem, Record};
use serde::{Deserialize, Serialize};

use super::{DifficultyRibbon, HashRibbon, HashRibbonParams, HashRibbons, IncomeBasis, NetworkDay};
use crate::indicators::{Indicator, Sma, SmaParams};
use crate::modules::rank::TrailingRank;
use crate::modules::{Assessment, AssessmentStatus, Bounded, Cadence, Module, ModuleName, Reason, ReasonCode, bounded};

/// Reasons without the machine's, which is asked for or not.
const NETWORK_REASONS: f64 = 4.0;

/// A machine at the edge of the network, and what its power costs.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct EdgeMachine {
    /// Energy per unit of hashing work of the machine, in J/TH.
    #[record(example = 30)]
    pub efficiency_j_per_th: Efficiency,
    /// Price of its electrical energy, in USD/kWh: above 0.
    #[record(example = 0.06)]
    pub power_price_usd_per_kwh: EnergyPrice,
}

/// Inputs of [`MinerCycle`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MinerCycleParams {
    /// Basis of the income of miners.
    #[record(default = IncomeBasis::ExpectedSubsidy)]
    pub basis: IncomeBasis,
    /// Length of the average in the Puell multiple, in days.
    #[record(range = 1..=10_000, default = 365)]
    pub puell_length: u32,
    /// Most days among which the Puell multiple and the difficulty's compression are ranked: four years.
    #[record(range = 2..=100_000, default = 1461)]
    pub cycle_length: u32,
    /// Most days among which the hashprice is ranked.
    #[record(range = 2..=100_000, default = 365)]
    pub hashprice_length: u32,
    /// Spans and hysteresis of the hash ribbons.
    #[record(default = HashRibbonParams::new())]
    pub ribbons: HashRibbonParams,
    /// Machine whose power cost is held against the hashprice. Absent: none is.
    pub machine: Option<EdgeMachine>,
}

/// Output of [`MinerCycle`]. What was not observed on the day is NaN.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = MinerCycleTable)]
#[non_exhaustive]
pub struct MinerCycleOutput {
    /// Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    pub score: f64,
    /// Confidence in the score, 0 to 1: mean over all reasons of how full their windows are, 0 for one that is not known.
    pub confidence: f64,
    /// Status of the assessment.
    pub status: AssessmentStatus,
    /// Contribution of the Puell multiple: `2 rank - 1` over the number of reasons that are known.
    pub puell_rank_contribution: f64,
    /// Contribution of the hashprice: `2 rank - 1` over the number of reasons that are known.
    pub hashprice_rank_contribution: f64,
    /// Contribution of the hash ribbons: -1 in a capitulation, -0.5 in a recovery, over the number of reasons that are known.
    pub hash_ribbon_contribution: f64,
    /// Contribution of the difficulty ribbon: `2 rank - 1` of its compression over the number of reasons that are known.
    pub difficulty_ribbon_contribution: f64,
    /// Contribution of the machine: `1 - 2 power_cost_share`, at least -1, over the number of reasons that are known.
    pub break_even_stress_contribution: f64,
    /// Contribution that holds the score between -1 and 1.
    pub clamp_contribution: f64,
    /// Basis of the income of miners.
    pub basis: IncomeBasis,
    /// Puell multiple: new coins of the day in US dollars over their average of a year.
    pub puell: f64,
    /// Rank of the Puell multiple among those of the cycle, 0 to 1.
    pub puell_rank_contrarian: f64,
    /// State of the Puell multiple.
    pub puell_status: AssessmentStatus,
    /// Hashprice, in US dollars per PH/s per day.
    pub hashprice_usd_per_phs_day: f64,
    /// Rank of the hashprice among those of the last year, 0 to 1.
    pub hashprice_rank_contrarian: f64,
    /// State of the hashprice.
    pub hashprice_status: AssessmentStatus,
    /// State of the hash ribbons.
    pub hash_ribbon: HashRibbon,
    /// Short average of the hashrate over the long one, less 1.
    pub hash_ribbon_spread: f64,
    /// Whether the price confirmed a recovery on this day.
    pub hash_ribbon_buy: bool,
    /// State of the hash ribbons.
    pub hash_ribbon_status: AssessmentStatus,
    /// Standard deviation of eight averages of the difficulty over their mean.
    pub difficulty_compression: f64,
    /// Rank of that compression among those of the cycle, 0 to 1.
    pub difficulty_compression_rank_contrarian: f64,
    /// State of the difficulty ribbon.
    pub difficulty_ribbon_status: AssessmentStatus,
    /// Price of power at which the machine earns nothing, in USD/kWh.
    pub break_even_usd_per_kwh: f64,
    /// Cost of the machine's power as a part of what it earns.
    pub power_cost_share: f64,
    /// State of the machine's break-even.
    pub break_even_status: AssessmentStatus,
}

/// What days change.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct MinerCycleState {
    cadence: Cadence,
    issuance: Sma,
    puells: TrailingRank,
    hashprices: TrailingRank,
    ribbons: HashRibbons,
    difficulty: DifficultyRibbon,
    compressions: TrailingRank,
    /// Whether issuance, hashprice, hashrate and difficulty have come before.
    seen: [bool; 4],
}

/// Module E: the miners' income and hashrate.
///
/// ```
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_signals::modules::AssessmentStatus;
/// use hashinsight_signals::modules::miner_cycle::{MinerCycle, MinerCycleParams, NetworkDay};
/// use hashinsight_units::{Amount, Difficulty, Price, Timestamp};
/// let mut cycle = MinerCycle::open(&MinerCycleParams::new())?;
/// let time = Timestamp::from_ms(1_752_969_600_000)?;
/// let day = NetworkDay::new(time, Price::constant(113_844.0), Amount::constant(312_500_000));
/// let seen = cycle.update(&day.difficulty(Difficulty::constant(129_435_235_580_344.0)))?;
/// assert!((seen.hashprice_usd_per_phs_day - 55.2919).abs() < 1e-4);
/// assert_eq!(seen.hash_ribbon_status, AssessmentStatus::NoData); // no hashrate came
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct MinerCycle {
    params: MinerCycleParams,
    state: MinerCycleState,
}

/// One reason on one day: what it advises and how full its window is, or why it says nothing.
type Leg = Result<[f64; 2], AssessmentStatus>;

fn status(leg: &Leg) -> AssessmentStatus {
    leg.err().unwrap_or(AssessmentStatus::Ok)
}

/// The input of a leg, or why there is none: it never came, or not on this day.
fn input<T>(seen: &mut bool, value: Option<T>) -> Result<T, AssessmentStatus> {
    let absent = if *seen { AssessmentStatus::Stale } else { AssessmentStatus::NoData };
    *seen |= value.is_some();
    value.ok_or(absent)
}

impl Stream for MinerCycle {
    const PATH: &'static str = "signals.miner_cycle";
    type Params = MinerCycleParams;
    type State = MinerCycleState;
    type Event = NetworkDay;
    type Output = MinerCycleOutput;

    fn resume(params: &MinerCycleParams, mut state: MinerCycleState) -> Result<Self, Error> {
        params.check()?;
        if let Some(machine) = params.machine
            && machine.power_price_usd_per_kwh.get() <= 0.0
        {
            let fault = Fault::new("signals.power_price_usd_per_kwh", Problem::OutOfRange);
            let fault = fault.at("machine.power_price_usd_per_kwh").got(machine.power_price_usd_per_kwh.get());
            return Err(fault.allowed("above 0, at most 1000 USD/kWh").into());
        }
        state.issuance.prepare(&SmaParams::new(params.puell_length))?;
        state.puells.prepare(params.cycle_length)?;
        state.hashprices.prepare(params.hashprice_length)?;
        state.ribbons.prepare(&params.ribbons).map_err(|error| error.at("ribbons"))?;
        state.difficulty.prepare()?;
        state.compressions.prepare(params.cycle_length)?;
        Ok(Self { params: params.clone(), state })
    }

    fn parts(&self) -> (&MinerCycleParams, &MinerCycleState) {
        (&self.params, &self.state)
    }

    fn update(&mut self, day: &NetworkDay) -> Result<MinerCycleOutput, Error> {
        let income = day.income(self.params.basis)?;
        self.state.cadence = self.state.cadence.at(day.time_ms, Interval::DAY)?;
        let Self { params, state, .. } = self;
        let [seen_issuance, seen_hashprice, seen_hashrate, seen_difficulty] = &mut state.seen;
        let mut output = MinerCycleOutput { basis: params.basis, ..NOTHING };

        let puell = input(seen_issuance, income.issuance_usd).and_then(|issuance| {
            let mean = state.issuance.next(issuance);
            if mean.is_nan() { Err(AssessmentStatus::Warmup) } else { Ok((issuance, mean)) }
        });
        let puell = puell.and_then(|(issuance, mean)| {
            // Nothing was issued for a year: no multiple of it.
            output.puell = if mean > 0.0 { issuance / mean } else { return Err(AssessmentStatus::NoData) };
            let rank = state.puells.next(output.puell);
            output.puell_rank_contrarian = rank.rank;
            Ok([2.0 * rank.rank - 1.0, rank.filled])
        });

        let hashprice_now = input(seen_hashprice, income.hashprice);
        let hashprice = hashprice_now.map(|hashprice| {
            output.hashprice_usd_per_phs_day = hashprice;
            let rank = state.hashprices.next(hashprice);
            output.hashprice_rank_contrarian = rank.rank;
            [2.0 * rank.rank - 1.0, rank.filled]
        });

        let hashrate = input(seen_hashrate, day.hashrate_ths.filter(|hashrate| hashrate.get() > 0.0));
        let ribbon = state.ribbons.next(&params.ribbons, hashrate.ok().map(Hashrate::get), day.btc_price_usd.get());
        (output.hash_ribbon, output.hash_ribbon_spread) = (ribbon.ribbon, ribbon.spread);
        output.hash_ribbon_buy = ribbon.buy;
        let hash_ribbon = hashrate.and_then(|_| match ribbon.ribbon {
            HashRibbon::Unknown => Err(AssessmentStatus::Warmup),
            HashRibbon::Expansion => Ok([0.0, 1.0]),
            HashRibbon::Recovery => Ok([-0.5, 1.0]),
            HashRibbon::Capitulation => Ok([-1.0, 1.0]),
        });

        let difficulty_ribbon = input(seen_difficulty, day.difficulty).and_then(|difficulty| {
            let compression = state.difficulty.next(difficulty.get()).ok_or(AssessmentStatus::Warmup)?;
            let rank = state.compressions.next(compression);
            output.difficulty_compression = compression;
            output.difficulty_compression_rank_contrarian = rank.rank;
            Ok([2.0 * rank.rank - 1.0, rank.filled])
        });

        let break_even = params.machine.ok_or(AssessmentStatus::NoData).and_then(|machine| {
            // A petahash per second of J/TH takes as many kilowatts.
            let kwh_per_phs_day = 24.0 * machine.efficiency_j_per_th.get();
            output.break_even_usd_per_kwh = hashprice_now? / kwh_per_phs_day;
            let share = machine.power_price_usd_per_kwh.get() / output.break_even_usd_per_kwh;
            // A network that pays nothing by this basis: the cost is no share of it.
            output.power_cost_share = if share.is_finite() { share } else { return Err(AssessmentStatus::NoData) };
            Ok([clamp(1.0 - 2.0 * share, -1.0, 1.0), 1.0])
        });

        output.puell_status = status(&puell);
        output.hashprice_status = status(&hashprice);
        output.hash_ribbon_status = status(&hash_ribbon);
        output.difficulty_ribbon_status = status(&difficulty_ribbon);
        output.break_even_status = status(&break_even);
        output.conclude(&[puell, hashprice, hash_ribbon, difficulty_ribbon, break_even], params.machine.is_some());
        Ok(output)
    }
}

/// The output of a day on which nothing is known.
const NOTHING: MinerCycleOutput = MinerCycleOutput {
    score: f64::NAN,
    confidence: 0.0,
    status: AssessmentStatus::NoData,
    puell_rank_contribution: f64::NAN,
    hashprice_rank_contribution: f64::NAN,
    hash_ribbon_contribution: f64::NAN,
    difficulty_ribbon_contribution: f64::NAN,
    break_even_stress_contribution: f64::NAN,
    clamp_contribution: f64::NAN,
    basis: IncomeBasis::ExpectedSubsidy,
    puell: f64::NAN,
    puell_rank_contrarian: f64::NAN,
    puell_status: AssessmentStatus::NoData,
    hashprice_usd_per_phs_day: f64::NAN,
    hashprice_rank_contrarian: f64::NAN,
    hashprice_status: AssessmentStatus::NoData,
    hash_ribbon: HashRibbon::Unknown,
    hash_ribbon_spread: f64::NAN,
    hash_ribbon_buy: false,
    hash_ribbon_status: AssessmentStatus::NoData,
    difficulty_compression: f64::NAN,
    difficulty_compression_rank_contrarian: f64::NAN,
    difficulty_ribbon_status: AssessmentStatus::NoData,
    break_even_usd_per_kwh: f64::NAN,
    power_cost_share: f64::NAN,
    break_even_status: AssessmentStatus::NoData,
};

impl MinerCycleOutput {
    /// Score, confidence and status of the reasons: the mean of those that are known.
    fn conclude(&mut self, legs: &[Leg; 5], with_machine: bool) {
        let known = legs.iter().filter(|leg| leg.is_ok()).count() as f64;
        if known == 0.0 {
            // What may still come says more than what never came.
            let statuses = legs.iter().map(status);
            let rank = |status: &AssessmentStatus| match status {
                AssessmentStatus::Warmup => 2,
                AssessmentStatus::Stale => 1,
                _ => 0,
            };
            self.status = statuses.max_by_key(rank).unwrap_or(AssessmentStatus::NoData);
            return;
        }
        let contributions = legs.map(|leg| leg.map_or(f64::NAN, |[advice, _]| advice / known + 0.0));
        [
            self.puell_rank_contribution,
            self.hashprice_rank_contribution,
            self.hash_ribbon_contribution,
            self.difficulty_ribbon_contribution,
            self.break_even_stress_contribution,
        ] = contributions;
        let Bounded { score, clamp } = bounded(contributions);
        (self.score, self.clamp_contribution, self.status) = (score, clamp, AssessmentStatus::Ok);
        let filled = legs.iter().flatten().fold(0.0, |sum, [_, filled]| sum + filled);
        self.confidence = filled / (NETWORK_REASONS + if with_machine { 1.0 } else { 0.0 });
    }
}

impl Module for MinerCycle {
    const NAME: ModuleName = ModuleName::MinerCycle;

    fn assess(&self, output: &MinerCycleOutput) -> Assessment {
        let reasons = [
            Reason::new(ReasonCode::PuellRank, output.puell_rank_contrarian, output.puell_rank_contribution),
            Reason::new(
                ReasonCode::HashpriceRank,
                output.hashprice_rank_contrarian,
                output.hashprice_rank_contribution,
            ),
            Reason::new(ReasonCode::HashRibbon, output.hash_ribbon_spread, output.hash_ribbon_contribution)
                .threshold(-self.params.ribbons.band),
            Reason::new(
                ReasonCode::DifficultyRibbon,
                output.difficulty_compression_rank_contrarian,
                output.difficulty_ribbon_contribution,
            ),
            Reason::new(ReasonCode::BreakEvenStress, output.power_cost_share, output.break_even_stress_contribution)
                .threshold(1.0),
        ];
        Assessment::new(Self::NAME, output.status, output.confidence, output, reasons)
    }
}
