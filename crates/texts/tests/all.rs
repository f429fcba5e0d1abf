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
            [(Language::En, "got -1; allowed 0 to 1e9 W"), (Language::Zh, "收到 -1; 允许 0 至 1e9 W")]
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

/// An error of the kind in Chinese, with what is allowed.
fn in_chinese(allowed: &str) -> String {
    let request = FaultTextRequest::new(Language::Zh, "mining.power_w.wrong_type".to_owned());
    let said = fault_text(&request.allowed(allowed.to_owned())).unwrap().text;
    said.strip_prefix("类型不符 (允许 ").unwrap().strip_suffix(')').unwrap().to_owned()
}

#[test]
fn what_is_allowed_is_said_in_chinese() {
    for (english, chinese) in [
        ("0 to 1e12 USD, as 90000", "0 至 1e12 USD，如 90000"),
        ("-0.99 to 10 per year (a fraction, not percent), as 0.1", "-0.99 至 10（每年）（小数而非百分数），如 0.1"),
        (
            "a whole number, 1 to 31622400000 ms (366 days), as 3600000",
            "整数，1 至 31622400000 ms（366 天），如 3600000",
        ),
        ("a whole number, 0 to 2^64 - 1, as a number or as text", "整数，0 至 2^64 - 1，可写作数字或文本"),
        ("a whole number, as a number or as text, as \"20260531\"", "整数，可写作数字或文本，如 \"20260531\""),
        ("one of en, zh", "以下之一：en, zh"),
        ("one of fee, fees; did you mean fee?", "以下之一：fee, fees；是否指 fee？"),
        ("an array of an array of a finite number", "数组，各元素为数组，各元素为有限数"),
        ("an array of an object of name, value", "数组，各元素为含以下字段的对象：name, value"),
        ("above 0, at most 1e6 days, as 1", "大于 0，不超过 1e6 天，如 1"),
        ("a number and W, kW, MW or GW", "数字与单位 W, kW, MW 或 GW"),
        ("a number from 0 to 1, or a number and %", "0 至 1 的数，或数字与 %"),
        (
            "a model of the catalog, as `machines` lists them, or hashrate and power of your own",
            "目录中的型号（见 `machines`），或自行给出算力与功率",
        ),
        ("a number and %, such as 1.5 %", "数字与单位 %，如 1.5 %"),
        ("0 or more", "0 或以上"),
        ("-75 % to 300 %", "-75 % 至 300 %"),
        ("a month like 2026-05", "月份，如 2026-05"),
    ] {
        assert_eq!(in_chinese(english), chinese);
    }
    // A sentence that no form says whole stays whole: half of it in each language would say nothing.
    for sentence in [
        "a volatility whose deviation over the horizon is nearer to the distance or the drift",
        "at most the cash, 150000",
        "an offer, as its request leads to it",
        "above the strike before it, 70",
        "",
        "x to y",
    ] {
        let request =
            FaultTextRequest::new(Language::Zh, "mining.power_w.none".to_owned()).allowed(sentence.to_owned());
        assert!(fault_text(&request).unwrap().text.contains(sentence), "{sentence}");
    }
}

#[test]
fn every_form_of_what_is_allowed_is_read_back() {
    let mut places = Vec::new();
    for language in [Language::En, Language::Zh] {
        let forms: Vec<&str> =
            texts(language).filter(|(key, _)| key.starts_with("units.allowed.")).map(|(_, form)| form).collect();
        let of = |form: &str| form.split('{').skip(1).map(|rest| rest.split('}').next().unwrap().to_owned()).collect();
        places.push(forms.iter().map(|form| of(form)).collect::<Vec<Vec<String>>>());
    }
    assert_eq!(places[0], places[1], "both languages have the same places in the same order");
    for (_, form) in texts(Language::En).filter(|(key, _)| key.starts_with("units.allowed.")) {
        let said = ["{n}", "{j}", "{w}", "{}"].iter().zip(["7", "5", "a_name", "0 to 3"]);
        let said = said.fold(form.to_owned(), |said, (place, content)| said.replace(place, content));
        let chinese = in_chinese(&said);
        assert_ne!(chinese, said);
        let words = chinese.split(|letter: char| !letter.is_ascii_alphabetic() && letter != '_');
        // Names of fields, units and forms of writing.
        let kept = "a_name true false JSON UTC ISO YYYY MM DD RFC TH GH USD BTC epoch_date machines age_days decay_per_month \
                    times_years instrument side barrier";
        let kept: Vec<&str> = kept.split(' ').collect();
        let english: Vec<&str> = words.filter(|word| word.len() > 1 && !kept.contains(word)).collect();
        assert!(english.is_empty(), "{said}: {chinese}");
    }
}

#[test]
fn what_has_too_many_readings_stays_as_it_is() {
    // Each comma may end a form: without a bound the readings double with each of them.
    let said = ["0 to 1"; 40].join(", ") + ", as";
    assert!(in_chinese(&said).ends_with(&said), "{said}");
}
