//! The two files, against a real reader of TOML and against each other.
#![allow(clippy::unwrap_used, reason = "a test speaks by failing")]

use std::collections::BTreeMap;

use hashinsight_texts::{CatalogueRequest, Language, catalogue, texts};

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
