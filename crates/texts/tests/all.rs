//! The two files, against a real reader of TOML and against each other.
#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

use std::collections::BTreeMap;

use hashinsight_texts::{CatalogueRequest, FaultTextRequest, Language, catalogue, fault_text, texts};
use hashinsight_units::{Fault, Problem};

fn by_toml(file: &str) -> BTreeMap<String, String> {
    let mut flat = BTreeMap::new();
    let mut open = vec![(String::new(), file.parse::<toml::Table>().unwrap())];
    while let Some((prefix, table)) = open.pop() {
        for (key, value) in table {
            let key = if prefix.is_empty() { key } else { format!("{prefix}.{key}") };
            match value {
                toml::Value::Table(table) => open.push((key, table)),
                value => {
                    flat.insert(key, value.as_str().unwrap().to_owned());
                }
            }
        }
    }
    flat
}

#[test]
fn both_files_are_read_as_toml_reads_them() {
    for (language, file) in
        [(Language::En, include_str!("../data/en.toml")), (Language::Zh, include_str!("../data/zh.toml"))]
    {
        let ours: BTreeMap<String, String> = texts(language).map(|(key, text)| (key, text.to_owned())).collect();
        assert_eq!(ours, by_toml(file));
        assert_eq!(ours.len(), texts(language).count(), "a key twice");
        assert!(ours.values().all(|text| !text.trim().is_empty() && !text.contains(['\\', '"'])));
    }
}

#[test]
fn both_languages_have_the_same_keys_in_the_same_order() {
    let keys = |language| texts(language).map(|(key, _)| key).collect::<Vec<_>>();
    assert_eq!(keys(Language::En), keys(Language::Zh));
    // Chinese texts are Chinese: nothing was left untranslated.
    for (key, text) in texts(Language::Zh) {
        assert!(text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter)), "{key}: {text}");
    }
}

#[test]
fn prefixes() {
    let of = |prefix: &str| catalogue(&CatalogueRequest::new(Language::En).prefix(prefix.to_owned()));
    assert!(of("crm.invoice.").unwrap().entries.iter().any(|entry| entry.key == "crm.invoice.overdue"));
    assert_eq!(of("nothing").unwrap_err().code(), "texts.prefix.unknown");
}

#[test]
fn every_problem_is_said_in_both_languages() {
    for problem in Problem::ALL {
        let fault = Fault::new("mining.power_w", problem).at("fleet[3].power_w").got(-1).allowed("0 to 1e9 W");
        for (language, got) in
            [(Language::En, "got -1; allowed 0 to 1e9 W"), (Language::Zh, "收到 -1; 允许 0 to 1e9 W")]
        {
            let request = FaultTextRequest::new(language, fault.code().to_owned()).path(fault.path().to_string());
            let request = request.value(fault.value().to_owned()).allowed(fault.allowed_text().to_owned());
            let said = fault_text(&request).unwrap().text;
            assert!(said.starts_with("fleet[3].power_w: ") && said.ends_with(&format!(" ({got})")), "{said}");
            assert_eq!(
                fault_text(&FaultTextRequest::new(language, fault.code().to_owned())).unwrap().text.find(':'),
                None
            );
        }
    }
    let unknown = FaultTextRequest::new(Language::En, "mining.power_w".to_owned());
    assert_eq!(fault_text(&unknown).unwrap_err().code(), "texts.code.unknown");
}
