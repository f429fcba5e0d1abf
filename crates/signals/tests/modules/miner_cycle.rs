//! Module E against `signal_ref.json`, against an invented series worked by hand, and on the sample days.

use hashinsight_numerics::stream::{Stream, batch};
use hashinsight_signals::modules::AssessmentStatus::{NoData, Ok as Known, Stale, Warmup};
use hashinsight_signals::modules::miner_cycle::{
    DIFFICULTY_RIBBON, DifficultyRibbon, EdgeMachine, HashRibbon, HashRibbonParams, IncomeBasis, MinerCycle,
    MinerCycleOutput, MinerCycleParams, NetworkDay,
};
use hashinsight_testkit::within_relative;
use hashinsight_units::{Amount, Difficulty, Efficiency, EnergyPrice, Hashrate, MeanAmount, Price, Timestamp};

use super::check_module;
use super::support::{DAY, FIRST, case, numbers};

const SUBSIDY: Amount = Amount::constant(312_500_000);

fn day(index: i64, price: f64) -> NetworkDay {
    NetworkDay::new(Timestamp::from_ms(FIRST + index * DAY).unwrap(), Price::new(price).unwrap(), SUBSIDY)
}

fn coins(btc: f64) -> MeanAmount {
    MeanAmount::new(btc * 1e8).unwrap()
}

fn hashrate(ths: f64) -> Hashrate {
    Hashrate::new(ths).unwrap()
}

fn counted() -> MinerCycleParams {
    MinerCycleParams::new().basis(IncomeBasis::CountedReward)
}

#[test]
fn case_24_hashprice() {
    let case = case("signal_ref.json", "E_hashprice");
    let number = |name: &str| case[name].as_f64().unwrap();
    let day = day(0, number("price")).difficulty(Difficulty::new(number("difficulty")).unwrap());
    let output = &batch::<MinerCycle>(&MinerCycleParams::new(), &[day]).unwrap()[0];
    within_relative(output.hashprice_usd_per_phs_day, number("usd_per_PH_day"), 1e-12, "hashprice");
    assert_eq!(output.basis, IncomeBasis::ExpectedSubsidy);
}

#[test]
fn case_25_break_even() {
    let case = case("signal_ref.json", "E_hashprice");
    let number = |name: &str| case[name].as_f64().unwrap();
    let day = day(0, number("price")).difficulty(Difficulty::new(number("difficulty")).unwrap());
    for (efficiency, expected) in case["breakeven_usd_per_kWh_at_J_per_TH"].as_object().unwrap() {
        let efficiency: f64 = efficiency.parse().unwrap();
        let machine = EdgeMachine::new(Efficiency::new(efficiency).unwrap(), EnergyPrice::constant(0.06));
        let output = &batch::<MinerCycle>(&MinerCycleParams::new().machine(machine), &[day]).unwrap()[0];
        let expected = expected.as_f64().unwrap();
        within_relative(output.break_even_usd_per_kwh, expected, 1e-12, "break-even");
        within_relative(output.power_cost_share, 0.06 / expected, 1e-12, "share");
        // Two reasons are known, and a hashprice ranked alone advises nothing.
        within_relative(output.score, (1.0 - 0.12 / expected) / 2.0, 1e-12, "score");
    }
}

#[test]
fn case_26_puell_multiple() {
    let case = case("signal_ref.json", "E_puell_small");
    let issued = numbers(&case["daily_issuance_usd"]);
    let days: Vec<_> = issued.iter().zip(0..).map(|(usd, index)| day(index, 1.0).issuance_sat(coins(*usd))).collect();
    let outputs = batch::<MinerCycle>(&counted().puell_length(4), &days).unwrap();
    for (output, expected) in outputs.iter().zip(numbers(&case["puell"])) {
        if expected.is_nan() {
            assert!(output.puell.is_nan() && output.puell_status == Warmup);
        } else {
            within_relative(output.puell, expected, 1e-12, "Puell multiple");
            assert_eq!((output.puell_status, output.hashprice_status), (Known, NoData));
        }
    }
}

/// The series of the reference: 100 + i for 70 days, 170 - 2 i for 60, 50 + 3 i for 80.
fn made_up_hashrates() -> Vec<f64> {
    let part = |days: i32, start: f64, step: f64| (0..days).map(move |i| start + step * f64::from(i));
    part(70, 100.0, 1.0).chain(part(60, 170.0, -2.0)).chain(part(80, 50.0, 3.0)).collect()
}

fn ribbons(band: f64, hashrates: &[f64]) -> Vec<MinerCycleOutput> {
    let params = MinerCycleParams::new().ribbons(HashRibbonParams::new().band(band));
    // A price that falls: it never confirms a recovery.
    let day = |(index, ths): (i64, &f64)| day(index, 1e5 - 10.0 * index as f64).hashrate_ths(hashrate(*ths));
    batch::<MinerCycle>(&params, &(0..).zip(hashrates).map(day).collect::<Vec<_>>()).unwrap()
}

#[test]
fn a_short_average_is_the_shorter() {
    let said = |ribbons| MinerCycle::open(&MinerCycleParams::new().ribbons(ribbons)).unwrap_err().to_string();
    let allowed = "allowed: below long_length, 60";
    let error = said(HashRibbonParams::new().short_length(60));
    assert!(error.starts_with("signals.short_length.out_of_range at ribbons.short_length: got 60"), "{error}");
    assert!(error.ends_with(allowed), "{error}");
    let error = said(HashRibbonParams::new().price_short_length(21));
    assert!(error.starts_with("signals.price_short_length.out_of_range at ribbons.price_short_length"), "{error}");
}

/// Days on which the ribbon becomes this state.
fn begins(outputs: &[MinerCycleOutput], state: HashRibbon) -> Vec<usize> {
    let becomes = |index: &usize| outputs[*index].hash_ribbon == state && outputs[*index - 1].hash_ribbon != state;
    (1..outputs.len()).filter(becomes).collect()
}

#[test]
fn case_27_hash_ribbons() {
    let case = case("signal_ref.json", "E_hash_ribbons");
    let outputs = ribbons(0.0, &made_up_hashrates());
    let index = |name: &str| vec![case[name][0].as_u64().unwrap() as usize];
    assert_eq!(begins(&outputs, HashRibbon::Capitulation), index("capitulation_start_index"));
    assert_eq!(begins(&outputs, HashRibbon::Recovery), index("recovery_cross_index"));
    let averages = numbers(&case["sma30_sma60_last"]);
    within_relative(outputs[209].hash_ribbon_spread, averages[0] / averages[1] - 1.0, 1e-12, "spread");
    assert_eq!((outputs[58].hash_ribbon_status, outputs[59].hash_ribbon_status), (Warmup, Known));
    assert!(outputs[95].hash_ribbon_contribution < 0.0 && outputs.iter().all(|output| !output.hash_ribbon_buy));
}

#[test]
fn a_band_keeps_the_ribbons_from_whipsawing() {
    // Growth that stops: the averages meet, and cross on each ripple.
    let hashrates: Vec<f64> =
        (0..400).map(|i| 1000.0 + 3.0 * (f64::from(i) * std::f64::consts::TAU / 45.0).sin()).collect();
    let starts = |band| begins(&ribbons(band, &hashrates), HashRibbon::Capitulation).len();
    assert!(starts(0.0) >= 5, "{}", starts(0.0));
    assert_eq!(starts(0.005), 0);
}

/// Four days, every number by hand.
///
/// | day | price | hashrate, PH/s | issuance, USD | Puell (over 2 days) | hashprice | averages of 1 and 2 days |
/// |---|---|---|---|---|---|---|
/// | 1 | 100 | 1000 | 1000 | | 1 | |
/// | 2 | 120 | 1000 | 1200 | 1200/1100 | 6/5 | 1000, 1000: expansion |
/// | 3 | 90 | 800 | 900 | 900/1050 | 9/8 | 800, 900: capitulation |
/// | 4 | 150 | 950 | 1500 | 1500/1200 | 30/19 | 950, 875: recovery; 150 > 120: bought |
#[test]
fn four_days_by_hand() {
    let params = counted()
        .puell_length(2)
        .cycle_length(3)
        .hashprice_length(3)
        .ribbons(HashRibbonParams::new().short_length(1).long_length(2).price_short_length(1).price_long_length(2));
    let rows = [(100.0, 1e6), (120.0, 1e6), (90.0, 8e5), (150.0, 9.5e5)];
    let days = rows.into_iter().zip(0..).map(|((price, ths), index)| {
        day(index, price).issuance_sat(coins(10.0)).fees_sat(MeanAmount::ZERO).hashrate_ths(hashrate(ths))
    });
    let outputs = batch::<MinerCycle>(&params, &days.collect::<Vec<_>>()).unwrap();
    let close = |got: f64, expected: f64| assert!((got - expected).abs() < 1e-12, "got {got}, expected {expected}");
    for (output, [puell, puell_rank, hashprice, hashprice_rank, score, confidence]) in outputs.iter().zip([
        [f64::NAN, f64::NAN, 1.0, 1.0 / 2.0, 0.0, 1.0 / 12.0],
        [12.0 / 11.0, 1.0 / 2.0, 6.0 / 5.0, 3.0 / 4.0, 1.0 / 6.0, 1.0 / 2.0],
        [6.0 / 7.0, 1.0 / 4.0, 9.0 / 8.0, 1.0 / 2.0, -1.0 / 2.0, 2.0 / 3.0],
        [5.0 / 4.0, 5.0 / 6.0, 30.0 / 19.0, 5.0 / 6.0, 4.0 / 9.0, 3.0 / 4.0],
    ]) {
        if !puell.is_nan() {
            close(output.puell, puell);
            close(output.puell_rank_contrarian, puell_rank);
        }
        close(output.hashprice_usd_per_phs_day, hashprice);
        close(output.hashprice_rank_contrarian, hashprice_rank);
        close(output.score, score);
        close(output.confidence, confidence);
    }
    let states: Vec<_> = outputs.iter().map(|output| (output.hash_ribbon, output.hash_ribbon_buy)).collect();
    let (unknown, expansion) = ((HashRibbon::Unknown, false), (HashRibbon::Expansion, false));
    assert_eq!(states, [unknown, expansion, (HashRibbon::Capitulation, false), (HashRibbon::Expansion, true)]);
}

#[test]
fn what_does_not_come_says_so() {
    let difficulty = Difficulty::constant(1e14);
    let ths = hashrate(7e8);
    let days = [
        day(0, 5e4),
        day(1, 5e4).difficulty(difficulty).hashrate_ths(ths),
        day(2, 5e4).difficulty(difficulty),
        day(3, 5e4),
    ];
    let statuses = |params: &MinerCycleParams| -> Vec<_> {
        let outputs = batch::<MinerCycle>(params, &days).unwrap();
        let of =
            |o: &MinerCycleOutput| (o.status, o.hashprice_status, o.hash_ribbon_status, o.difficulty_ribbon_status);
        outputs.iter().map(of).collect()
    };
    let expected = [
        (Warmup, NoData, NoData, NoData),
        (Known, Known, Warmup, Warmup),
        (Known, Known, Stale, Warmup),
        (Warmup, Stale, Stale, Stale),
    ];
    assert_eq!(statuses(&MinerCycleParams::new()), expected);
    let counted: Vec<_> = statuses(&counted()).into_iter().map(|statuses| statuses.0).collect();
    assert_eq!(counted, [NoData, Warmup, Warmup, Stale]);
}

#[test]
fn the_module_keeps_its_contract() {
    let mut draws = vec![0.0; 600];
    hashinsight_numerics::Philox::new(8).fill_uniform(0, 0, &mut draws);
    let days: Vec<_> = draws
        .chunks(2)
        .zip(0..)
        .map(|(u, index)| {
            let day = day(index, 2e4 * (1.0 + u[0]))
                .difficulty(Difficulty::new(1e14 * (1.0 + index as f64 / 100.0)).unwrap());
            // Every seventh day no hashrate is observed.
            if index % 7 == 3 { day } else { day.hashrate_ths(hashrate(6e8 * (0.5 + u[1]))) }
        })
        .collect();
    let machine = EdgeMachine::new(Efficiency::constant(30.0), EnergyPrice::constant(0.06));
    let params = MinerCycleParams::new().puell_length(30).cycle_length(100).hashprice_length(50).machine(machine);
    let outputs = check_module::<MinerCycle>(&params, &days, &[day(40_000, 0.0)]);
    assert!(outputs.iter().any(|output| output.hash_ribbon == HashRibbon::Capitulation));
    assert!(outputs[299].difficulty_compression > 0.0 && outputs[299].confidence > 0.7);
    let mut begun = MinerCycle::open(&params).unwrap();
    begun.update(&days[0]).unwrap();
    let state = begun.save();
    let no_block = day(1, 5e4).issuance_sat(coins(0.0)).fees_sat(coins(0.0)).hashrate_ths(hashrate(0.0));
    let mut paid = MinerCycle::open(&counted()).unwrap();
    assert!(paid.update(&no_block).unwrap_err().to_string().contains("at hashrate_ths"));
    for (bad, said) in [
        (day(0, 5e4), "signals.time_ms.out_of_range at time_ms"),
        (day(2, 5e4), "signals.time_ms.out_of_range at time_ms"),
        (day(1, 0.0), "signals.btc_price_usd.out_of_range at btc_price_usd: got 0"),
    ] {
        let error = begun.update(&bad).unwrap_err().to_string();
        assert!(error.starts_with(said), "{error}");
        assert_eq!(begun.save(), state);
    }
    let free = EdgeMachine::new(Efficiency::constant(30.0), EnergyPrice::constant(0.0));
    let error = MinerCycle::open(&MinerCycleParams::new().machine(free)).unwrap_err();
    assert_eq!(error.path().as_str(), "machine.power_price_usd_per_kwh");
}

/// The sample days have price and difficulty, and neither hashrate nor fees.
#[test]
fn the_sample_days_say_what_they_are() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../report/data/sample_days.csv");
    let text = std::fs::read_to_string(path).unwrap();
    let rows = text.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let days: Vec<_> = rows
        .zip(0..)
        .map(|(row, index)| day(index, row[4].parse().unwrap()).difficulty(row[6].parse().unwrap()))
        .collect();
    let outputs = batch::<MinerCycle>(&MinerCycleParams::new(), &days).unwrap();
    assert_eq!(outputs.len(), 761);
    for (index, output) in outputs.iter().enumerate() {
        assert_eq!((output.hash_ribbon_status, output.hash_ribbon), (NoData, HashRibbon::Unknown));
        assert_eq!((output.basis, output.hashprice_status), (IncomeBasis::ExpectedSubsidy, Known));
        assert_eq!(output.puell_status, if index < 364 { Warmup } else { Known }, "{index}");
        assert_eq!(output.difficulty_ribbon_status, if index < 199 { Warmup } else { Known }, "{index}");
    }
    // Half a year of multiples is no cycle: (397/1461 + 1 + 562/1461) / 4.
    within_relative(outputs[760].confidence, (397.0 / 1461.0 + 1.0 + 562.0 / 1461.0) / 4.0, 1e-12, "confidence");
}

#[test]
fn the_difficulty_ribbon_is_a_deviation_over_a_mean() {
    let mut ribbon = DifficultyRibbon::default();
    ribbon.prepare().unwrap();
    let difficulties: Vec<f64> = (0..260).map(|day| 1e14 * (1.0 + 0.01 * f64::from(day / 14))).collect();
    for (day, difficulty) in difficulties.iter().enumerate() {
        let compression = ribbon.next(*difficulty);
        assert_eq!(compression.is_some(), day >= 199);
        let Some(compression) = compression else { continue };
        let means = DIFFICULTY_RIBBON.map(|length| {
            let length = length as usize;
            difficulties[day + 1 - length..=day].iter().sum::<f64>() / length as f64
        });
        let mean = means.iter().sum::<f64>() / 8.0;
        let variance = means.iter().map(|one| (one - mean).powi(2)).sum::<f64>() / 8.0;
        within_relative(compression, variance.sqrt() / mean, 1e-9, "compression");
    }
}
