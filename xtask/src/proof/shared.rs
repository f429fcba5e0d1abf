//! `proof shared`: what needs real days of bitcoin, whose data may be read beside the project and not copied into it.

mod default_model;
mod treasury;

use std::collections::BTreeMap;
use std::path::Path;

use hashinsight_surface::{Column, ColumnBuffer, open_stream, operation};
use serde_json::Value;

use crate::Result;

const OPERATION: &str = "signals.miner_cycle";
/// Counted income, raw crossings, as the reference takes them.
const PARAMS: &str = r#"{"basis": "counted_reward", "ribbons": {"band": 0.0}}"#;
const DAY_MS: i64 = 86_400_000;
const TOLERANCE: f64 = 1e-9;

/// The miners' cycle, the default of the regime's model and the treasury's measures, each from the files that it needs in the folder `shared`.
pub(crate) fn prove(shared: &Path) -> Result<()> {
    miner_cycle(shared)?;
    default_model::prove(shared)?;
    treasury::prove(shared)
}

/// Compares `vectors/miner_cycle_ref.json` with what the operation answers to `data/btc_daily.csv`.
fn miner_cycle(shared: &Path) -> Result<()> {
    let (vectors, data) = (shared.join("vectors/miner_cycle_ref.json"), shared.join("data/btc_daily.csv"));
    if !vectors.is_file() || !data.is_file() {
        println!("shared: not run: needs {} and {}", vectors.display(), data.display());
        return Ok(());
    }
    let reference: Value = serde_json::from_str(&std::fs::read_to_string(vectors)?)?;
    let days = Days::read(&std::fs::read_to_string(data)?)?;
    let answer = days.answer()?;
    let mut check = Check { values: 0, faults: Vec::new() };
    rows(&mut check, &reference["rows"], &days, &answer)?;
    ribbons(&mut check, &reference, &days, &answer)?;
    extremes(&mut check, &reference, &days, &answer)?;
    if check.faults.is_empty() {
        println!("shared: {} values of {} days as the reference has them", check.values, days.date.len());
        return Ok(());
    }
    Err(format!("shared: {} of {} values differ:\n{}", check.faults.len(), check.values, check.faults.join("\n"))
        .into())
}

struct Check {
    values: usize,
    faults: Vec<String>,
}

impl Check {
    fn close(&mut self, what: &str, got: f64, expected: Option<f64>) {
        self.values += 1;
        let fine = expected.map_or(got.is_nan(), |expected| (got - expected).abs() <= TOLERANCE * expected.abs());
        if !fine {
            self.faults.push(format!("{what}: got {got}, expected {expected:?}"));
        }
    }

    fn same<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, got: &T, expected: &T) {
        self.values += 1;
        if got != expected {
            self.faults.push(format!("{what}: got {got:?}, expected {expected:?}"));
        }
    }
}

/// The days from the first price on.
#[derive(Default)]
struct Days {
    date: Vec<String>,
    time_ms: Vec<i64>,
    price: Vec<f64>,
    subsidy_sat: Vec<i64>,
    issuance_sat: Vec<f64>,
    fees_sat: Vec<f64>,
    hashrate_ths: Vec<f64>,
}

impl Days {
    fn read(text: &str) -> Result<Self> {
        let mut lines = text.lines();
        let head: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
        let place = |name: &str| head.iter().position(|column| *column == name).ok_or(format!("no column {name}"));
        let (date, price) = (place("date")?, place("price_usd")?);
        let [blocks, hashrate, fees, issuance] =
            ["blk_cnt", "hashrate_ths", "fee_tot_btc", "iss_tot_btc"].map(|name| place(name).unwrap_or(usize::MAX));
        let mut days = Self::default();
        // Days are counted from the first, which has no gap after it: the reference says so, and the stream refuses one.
        for (line, index) in lines.map(|line| line.split(',').collect::<Vec<_>>()).zip(0..) {
            let number = |place: usize| line.get(place).copied().unwrap_or_default().parse::<f64>();
            if days.date.is_empty() && number(price).is_err() {
                continue;
            }
            let sat = |place: usize| Ok::<f64, std::num::ParseFloatError>((number(place)? * 1e8).round());
            days.date.push(line[date].to_owned());
            days.time_ms.push(1_231_545_600_000 + index * DAY_MS); // the end of 2009-01-09, the first line
            days.price.push(number(price)?);
            #[expect(clippy::cast_possible_truncation, reason = "at most 5e9")]
            days.subsidy_sat.push((sat(issuance)? / number(blocks)?).round() as i64);
            days.issuance_sat.push(sat(issuance)?);
            days.fees_sat.push(sat(fees)?);
            days.hashrate_ths.push(number(hashrate)?);
        }
        Ok(days)
    }

    /// Columns of the operation's answer, by name.
    fn answer(&self) -> Result<BTreeMap<&'static str, ColumnBuffer>> {
        let columns = [
            ("time_ms", Column::I64(&self.time_ms)),
            ("btc_price_usd", Column::F64(&self.price)),
            ("subsidy_sat", Column::I64(&self.subsidy_sat)),
            ("issuance_sat", Column::F64(&self.issuance_sat)),
            ("fees_sat", Column::F64(&self.fees_sat)),
            ("hashrate_ths", Column::F64(&self.hashrate_ths)),
        ];
        let outputs = open_stream(OPERATION, PARAMS, None)
            .and_then(|mut stream| stream.update(&columns))
            .map_err(|error| error.to_string())?;
        let specs = operation(OPERATION).map_err(|error| error.to_string())?.shape.outputs();
        Ok(specs.iter().map(|spec| spec.name).zip(outputs).collect())
    }

    fn place(&self, date: &str) -> Result<usize> {
        Ok(self.date.iter().position(|one| one == date).ok_or_else(|| format!("no day {date}"))?)
    }
}

type Answer = BTreeMap<&'static str, ColumnBuffer>;

fn numbers<'a>(answer: &'a Answer, name: &str) -> Result<&'a [f64]> {
    match answer.get(name) {
        Some(ColumnBuffer::F64(values)) => Ok(values),
        _ => Err(format!("no column of numbers {name}").into()),
    }
}

fn rows(check: &mut Check, reference: &Value, days: &Days, answer: &Answer) -> Result<()> {
    let (puell, hashprice) = (numbers(answer, "puell")?, numbers(answer, "hashprice_usd_per_phs_day")?);
    let (rank, spread) = (numbers(answer, "hashprice_rank_contrarian")?, numbers(answer, "hash_ribbon_spread")?);
    for (date, row) in reference.as_object().into_iter().flatten() {
        let (day, expected) = (days.place(date)?, |name: &str| row[name].as_f64());
        check.close(&format!("puell of {date}"), puell[day], expected("puell"));
        check.close(&format!("hashprice of {date}"), hashprice[day], expected("hashprice_usd_ph"));
        let averages = expected("sma30").zip(expected("sma60")).map(|(short, long)| short / long);
        check.close(&format!("averages of {date}"), spread[day] + 1.0, averages);
        // The share of values that are at most as great: half of the day's own place above the middle of its rank.
        if let Some(share) = expected("hashprice_pctile365") {
            check.close(&format!("rank of {date}"), rank[day] + 0.5 / 365.0, Some(share));
        }
    }
    Ok(())
}

fn ribbons(check: &mut Check, reference: &Value, days: &Days, answer: &Answer) -> Result<()> {
    let (Some(ColumnBuffer::Words { codes, words }), Some(ColumnBuffer::Bool(buys))) =
        (answer.get("hash_ribbon"), answer.get("hash_ribbon_buy"))
    else {
        return Err("no hash ribbons".into());
    };
    let falls = |day: usize| words[usize::from(codes[day])] == "capitulation";
    // The reference lists what begins in 2012 or later.
    let dates = |is: &dyn Fn(usize) -> bool| -> Vec<String> {
        let days_of = (1..days.date.len()).filter(|day| is(*day)).map(|day| days.date[day].clone());
        days_of.filter(|date| date.as_str() >= "2012").collect()
    };
    let list = |name: &str| -> Vec<String> {
        let texts = reference[name].as_array().into_iter().flatten().filter_map(Value::as_str);
        texts.map(str::to_owned).collect()
    };
    check.same("starts", &dates(&|day| falls(day) && !falls(day - 1)), &list("capitulation_starts"));
    check.same("recoveries", &dates(&|day| !falls(day) && falls(day - 1)), &list("recoveries"));
    check.same("buys", &dates(&|day| buys[day]), &list("buys"));
    Ok(())
}

fn extremes(check: &mut Check, reference: &Value, days: &Days, answer: &Answer) -> Result<()> {
    let puell = numbers(answer, "puell")?;
    let known = |from: &'static str| {
        let days = days.date.iter().zip(puell).filter(move |(date, puell)| date.as_str() >= from && !puell.is_nan());
        days.map(|(date, puell)| (date.as_str(), *puell)).collect::<Vec<_>>()
    };
    let greatest = known("2009").into_iter().max_by(|a, b| a.1.total_cmp(&b.1)).ok_or("no multiples")?;
    let least = known("2012").into_iter().min_by(|a, b| a.1.total_cmp(&b.1)).ok_or("no multiples")?;
    for (name, (date, value)) in [("puell_max", greatest), ("puell_min_since_2012", least)] {
        check.same(name, &Some(date), &reference[name][0].as_str());
        check.close(name, value, reference[name][1].as_f64());
    }
    let share = |from: &'static str, is: &dyn Fn(f64) -> bool| {
        let known = known(from);
        known.iter().filter(|(_, puell)| is(*puell)).count() as f64 / known.len() as f64
    };
    for (name, from, above) in [
        ("puell_percent_days_above_4", "2009", Some(4.0)),
        ("puell_percent_days_above_4_since_2018", "2018", Some(4.0)),
        ("puell_percent_days_below_1.5", "2012", None),
    ] {
        let got = share(from, &|puell| above.map_or(puell < 1.5, |above| puell > above));
        check.close(name, got, reference[name].as_f64());
    }
    Ok(())
}
