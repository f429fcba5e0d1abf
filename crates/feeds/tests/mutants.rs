//! Answers that make no sense and look like answers: each number, name and network of each sample changed as a mistake would change it.
//!
//! What becomes of a mutant: it is refused, it is told, nobody reads the value, or it is accepted without a word. The last must stand, by
//! its file, its member and its change, in the table of `unnoticeable.txt`, below the reason why nobody can notice it: that nothing in the
//! answer or in the question says otherwise. A mutant without a reason is a fault, and so is a reason without a mutant.

mod generate;
mod unnoticeable;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::support;

#[test]
fn every_mutant_is_noticed_or_has_a_reason_not_to_be() {
    let (mut tried, mut refused, mut told, mut unread) = (0, 0, 0, 0);
    let table = unnoticeable::table();
    let mut used = BTreeSet::new();
    let mut unnoticeable = BTreeMap::<&str, u32>::new();
    let mut faults = BTreeMap::<String, Vec<String>>::new();
    for sample in support::samples().into_iter().filter(support::Sample::is_data) {
        let Ok(body) = serde_json::from_slice::<Value>(&sample.body) else { continue };
        let plain = sample.parse().unwrap();
        for mutant in generate::mutants(&body) {
            tried += 1;
            let text = mutant.body.to_string();
            match sample.parse_body(text.as_bytes()) {
                Err(_) => refused += 1,
                Ok(parsed) if parsed.suspicious != plain.suspicious => told += 1,
                Ok(parsed) if parsed.data == plain.data => unread += 1,
                Ok(_) => {
                    let row = format!("{} {} {:?}", sample.file, mutant.member(), mutant.change);
                    if let Some((row, reason)) = table.get_key_value(&row) {
                        *unnoticeable.entry(reason).or_default() += 1;
                        used.insert(row.as_str());
                    } else {
                        faults.entry(row).or_default().push(mutant.pointer.clone());
                    }
                }
            }
        }
    }
    println!("{tried} mutants: {refused} refused, {told} told, {unread} of what nobody reads; unnoticeable:");
    for (reason, count) in &unnoticeable {
        println!("    {count:5} {reason}");
    }
    let count: usize = faults.values().map(Vec::len).sum();
    let list: Vec<String> = faults.iter().map(|(row, places)| format!("{row}: {}", places.join(" "))).collect();
    assert_eq!(count, 0, "others:\n{}", list.join("\n"));
    let idle: Vec<&str> = table.keys().map(String::as_str).filter(|row| !used.contains(row)).collect();
    assert_eq!(idle, Vec::<&str>::new(), "rows of the table that no mutant needs");
    assert!(tried > 5000);
}
