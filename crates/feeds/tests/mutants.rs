//! Answers that make no sense and look like answers: each number, name and network of each sample changed as a mistake would change it.
//!
//! What becomes of a mutant: it is refused, it is told, nobody reads the value, or it is accepted without a word. The last must have a
//! reason in the table of `unnoticeable.rs`: that nothing in the answer or in the question says otherwise. A mutant without a reason is a fault.

mod generate;
mod unnoticeable;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::support;

#[test]
fn every_mutant_is_noticed_or_has_a_reason_not_to_be() {
    let (mut tried, mut refused, mut told, mut unread) = (0, 0, 0, 0);
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
                Ok(parsed) if parsed.suspicious.len() > plain.suspicious.len() => told += 1,
                Ok(parsed) if parsed.suspicious != plain.suspicious => told += 1,
                Ok(parsed) if parsed.data == plain.data => unread += 1,
                Ok(_) => {
                    if let Some(reason) = unnoticeable::reason(&sample.file, &mutant) {
                        *unnoticeable.entry(reason).or_default() += 1;
                    } else {
                        let kind = format!("{} {} {:?}", sample.file, mutant.member(), mutant.change);
                        faults.entry(kind).or_default().push(mutant.pointer.clone());
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
    let list: Vec<String> = faults.iter().map(|(kind, places)| format!("{kind}: {}", places.join(" "))).collect();
    assert_eq!(count, 0, "others:\n{}", list.join("\n"));
    assert!(tried > 5000);
}
