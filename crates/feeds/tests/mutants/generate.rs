//! The changes that a mistake makes.

use serde_json::{Value, json};

use crate::mutations::places;

/// What was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// The other sign.
    Sign,
    /// A thousand times as much, or as little: GH/s for TH/s, milliseconds for seconds.
    Thousandfold,
    Thousandth,
    /// Percent for fractions and the other way round, contracts for coins.
    Hundredfold,
    Hundredth,
    /// Coins for satoshis and the other way round.
    SatoshisForCoins,
    CoinsForSatoshis,
    /// Ten times as much.
    Tenfold,
    /// Of an instant: an hour, a day, thirty days later or earlier.
    HourLater,
    DayLater,
    DayEarlier,
    MonthEarlier,
    /// Exchanged with the next number of the object or row.
    Swap,
    /// The name of another instrument or coin.
    OtherInstrument,
    /// Another network.
    OtherNetwork,
}

pub(super) struct Mutant {
    pub(super) body: Value,
    pub(super) pointer: String,
    pub(super) change: Change,
}

impl Mutant {
    /// The member that was changed, without the numbers of rows.
    pub(super) fn member(&self) -> String {
        let parts: Vec<&str> = self.pointer.split('/').filter(|part| !part.is_empty()).collect();
        let last = parts.last().copied().unwrap_or_default();
        if last.parse::<usize>().is_err() {
            return last.to_owned();
        }
        let name = parts.iter().rev().find(|part| part.parse::<usize>().is_err()).copied().unwrap_or_default();
        format!("{name}[{last}]")
    }
}

const FACTORS: [(Change, f64); 8] = [
    (Change::Sign, -1.0),
    (Change::Thousandfold, 1e3),
    (Change::Thousandth, 1e-3),
    (Change::Hundredfold, 1e2),
    (Change::Hundredth, 1e-2),
    (Change::SatoshisForCoins, 1e8),
    (Change::CoinsForSatoshis, 1e-8),
    (Change::Tenfold, 10.0),
];

const SHIFTS: [(Change, f64); 4] = [
    (Change::HourLater, 3600.0),
    (Change::DayLater, 86_400.0),
    (Change::DayEarlier, -86_400.0),
    (Change::MonthEarlier, -30.0 * 86_400.0),
];

/// A number, or text that is one.
fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.parse().ok().filter(|number: &f64| number.is_finite()),
        _ => None,
    }
}

/// The same kind of value with another number.
fn like(value: &Value, number: f64) -> Value {
    let whole = number.fract() == 0.0 && number.abs() < 9e15;
    let text = if whole { format!("{number:.0}") } else { format!("{number}") };
    match value {
        Value::String(_) => json!(text),
        _ if whole => text.parse::<i64>().map_or(json!(number), |whole| json!(whole)),
        _ => json!(number),
    }
}

/// Seconds to the unit of an instant, if a number looks like one.
fn unit_of_time(number: f64) -> Option<f64> {
    match number {
        1.2e9..=2.0e9 => Some(1.0),
        1.2e12..=2.0e12 => Some(1000.0),
        _ => None,
    }
}

pub(super) fn mutants(body: &Value) -> Vec<Mutant> {
    let mut pointers = Vec::new();
    places(body, "", &mut pointers);
    let mut mutants = Vec::new();
    let mut push = |pointer: &str, change: Change, value: Value| {
        let mut other = body.clone();
        *other.pointer_mut(pointer).unwrap() = value;
        if other != *body {
            mutants.push(Mutant { body: other, pointer: pointer.to_owned(), change });
        }
    };
    for pointer in &pointers {
        let value = body.pointer(pointer).unwrap();
        if let Some(was) = number(value).filter(|was| *was != 0.0) {
            for (change, factor) in FACTORS {
                push(pointer, change, like(value, was * factor));
            }
            if let Some(unit) = unit_of_time(was) {
                for (change, seconds) in SHIFTS {
                    push(pointer, change, like(value, was + seconds * unit));
                }
            }
        }
        if let Some(text) = value.as_str() {
            let other = text.replace("BTC", "ETH").replace("XBT", "ETH");
            push(pointer, Change::OtherInstrument, json!(other));
            if text == "main" {
                push(pointer, Change::OtherNetwork, json!("test"));
            }
        }
        if *value == json!(false) && pointer.ends_with("testnet") {
            push(pointer, Change::OtherNetwork, json!(true));
        }
    }
    swaps(body, &pointers, &mut mutants);
    mutants
}

/// Each number exchanged with the next of the same object, by name, or row.
fn swaps(body: &Value, pointers: &[String], mutants: &mut Vec<Mutant>) {
    for pointer in pointers {
        let parts: Vec<String> = match body.pointer(pointer).unwrap() {
            Value::Array(list) => (0..list.len()).map(|index| format!("{pointer}/{index}")).collect(),
            Value::Object(map) => {
                let mut keys: Vec<&String> = map.keys().collect();
                keys.sort(); // whichever order this build keeps
                keys.into_iter().map(|key| format!("{pointer}/{key}")).collect()
            }
            _ => continue,
        };
        let numbers: Vec<&String> = parts.iter().filter(|part| number(body.pointer(part).unwrap()).is_some()).collect();
        for pair in numbers.windows(2) {
            let (a, b) = (body.pointer(pair[0]).unwrap(), body.pointer(pair[1]).unwrap());
            let (x, y) = (number(a).unwrap(), number(b).unwrap());
            if x == y {
                continue;
            }
            let mut other = body.clone();
            *other.pointer_mut(pair[0]).unwrap() = like(a, y);
            *other.pointer_mut(pair[1]).unwrap() = like(b, x);
            mutants.push(Mutant { body: other, pointer: pair[0].clone(), change: Change::Swap });
        }
    }
}
