//! The catalogue of texts against the codes of the family: what a choice of any room is called stands in every language, and nothing else does.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use hashinsight_surface::{Problem, call};
use serde_json::Value;

use super::model::{Choice, Model, Named};
use crate::Result;

const LANGUAGES: [&str; 2] = ["en", "zh"];

/// Choices whose texts stand under another name than their own.
const SECTIONS: [(&str, &str); 29] = [
    ("crm.AccessDenial", "denial"),
    ("crm.ActivityKind", "activity"),
    ("crm.CommissionClause", "line"),
    ("crm.CommissionState", "commission"),
    ("crm.ContractState", "contract"),
    ("crm.DealState", "deal"),
    ("crm.InvoiceState", "invoice"),
    ("crm.LeadState", "lead"),
    ("feeds.RefusalKind", "refusal"),
    ("insurance.AssessmentOutcome", "assessment"),
    ("insurance.ClaimReasonCode", "claim_reason"),
    ("insurance.ClaimState", "claim"),
    ("insurance.IndexFactor", "factor"),
    ("insurance.ModelKind", "model"),
    ("insurance.PaymentTime", "payment"),
    ("insurance.PerilKind", "peril"),
    ("insurance.PolicyState", "policy"),
    ("insurance.ReasonCode", "reason"),
    ("insurance.UnearnedBasis", "unearned"),
    ("mining.BasisName", "basis"),
    ("report.SectionName", "section"),
    ("report.Source", "source"),
    ("signals.AssessmentStatus", "status"),
    ("signals.ModuleName", "module"),
    ("signals.ReasonCode", "reason"),
    ("treasury.Entry", "event_kind"),
    ("treasury.LeftOutReason", "left_out"),
    ("treasury.Reason", "policy"),
    ("units.Outcome", "outcome"),
];

/// A line of a commission that is no clause.
const BESIDE_CHOICES: [&str; 1] = ["crm.line.draw"];

/// Forms of what an error allows: they are found by their text, and a test of the surface holds them against what readers say.
const FORMS: &str = "units.allowed.";

/// Says which codes have no text, which texts nobody says, and what was left untranslated.
pub(super) fn check(root: &Path, model: &Model) -> Result<()> {
    let mut catalogues = LANGUAGES.iter().map(|language| catalogue(language));
    let (Some(first), Some(second)) = (catalogues.next(), catalogues.next()) else { return Ok(()) };
    let (english, chinese) = (first?, second?);
    let codes = codes(model);
    let mut faults = Vec::new();
    for (language, texts) in LANGUAGES.iter().zip([&english, &chinese]) {
        faults.extend(
            codes
                .iter()
                .filter(|code| !texts.contains_key(*code))
                .map(|code| format!("{language}: no text for {code}")),
        );
    }
    faults.extend(untranslated(&english, &chinese));
    faults.extend(unused(root, &codes, english.keys())?.into_iter().map(|key| format!("nobody says {key}")));
    if faults.is_empty() {
        println!("texts: {} in each language, {} of them codes of choices and problems", english.len(), codes.len());
        return Ok(());
    }
    Err(format!("crates/texts/data, {} faults:\n{}", faults.len(), faults.join("\n")).into())
}

fn catalogue(language: &str) -> Result<BTreeMap<String, String>> {
    let answer = call("texts.catalogue", format!(r#"{{"language": "{language}"}}"#).as_str())
        .map_err(|error| error.to_string())?;
    let answer: Value = serde_json::from_str(&answer)?;
    let text = |entry: &Value, name: &str| entry[name].as_str().unwrap_or_default().to_owned();
    Ok(answer["entries"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|entry| (text(entry, "key"), text(entry, "text")))
        .collect())
}

/// Every word of every choice that crosses a border, and the problems that a code of a fault ends with.
fn codes(model: &Model) -> BTreeSet<String> {
    let problems = Problem::ALL.into_iter().map(|problem| format!("units.problem.{}", problem.name()));
    let choices = model.domains.values().flat_map(|domain| &domain.types).filter_map(|named| match named {
        Named::Choice(choice) => Some(choice),
        Named::Struct(_) => None,
    });
    problems
        .chain(choices.filter(|choice| is_read_by_people(choice)).flat_map(|choice| of_choice(model, choice)))
        .collect()
}

/// The border's own are examples, parts of a report are drawn and not named, and questions to upstreams with their data are names of theirs.
fn is_read_by_people(choice: &Choice) -> bool {
    match choice.name.domain.as_str() {
        "border" => false,
        "report" => choice.is_plain(),
        "feeds" => !choice.name.own.ends_with("Ask") && !choice.name.own.ends_with("Data"),
        _ => true,
    }
}

/// What is a value is shown itself: it needs no word.
fn of_choice(model: &Model, choice: &Choice) -> Vec<String> {
    let section = if model.outcome(&choice.name).is_some() { "units.outcome".to_owned() } else { section(choice) };
    let tags = choice.variants.iter().map(|variant| variant.tag.as_str()).filter(|tag| *tag != "value");
    tags.map(|tag| format!("{section}.{tag}")).collect()
}

fn section(choice: &Choice) -> String {
    let name = choice.name.to_string();
    let named = SECTIONS.iter().find(|(choice, _)| *choice == name).map(|(_, section)| (*section).to_owned());
    format!("{}.{}", choice.name.domain, named.unwrap_or_else(|| snake(&choice.name.own)))
}

/// `CandleShape` as `candle_shape`.
fn snake(name: &str) -> String {
    let letter = |(index, letter): (usize, char)| {
        let apart = (letter.is_ascii_uppercase() && index > 0).then_some('_');
        apart.into_iter().chain([letter.to_ascii_lowercase()])
    };
    name.char_indices().flat_map(letter).collect()
}

/// Chinese texts are Chinese, and English ones are not; each key is in both.
fn untranslated(english: &BTreeMap<String, String>, chinese: &BTreeMap<String, String>) -> Vec<String> {
    let is_chinese = |text: &str| text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
    let only = english.keys().filter(|key| !chinese.contains_key(*key)).map(|key| format!("zh: no text for {key}"));
    let alone = chinese.keys().filter(|key| !english.contains_key(*key)).map(|key| format!("en: no text for {key}"));
    let left = chinese
        .iter()
        .filter(|(_, text)| !is_chinese(text))
        .map(|(key, text)| format!("zh: {key} is not translated: {text}"));
    let odd = english
        .iter()
        .filter(|(_, text)| is_chinese(text))
        .map(|(key, text)| format!("en: {key} is not English: {text}"));
    only.chain(alone).chain(left).chain(odd).collect()
}

/// Keys that are no code of a choice, and that the source of their room does not name either.
fn unused<'a>(
    root: &Path,
    codes: &BTreeSet<String>,
    keys: impl Iterator<Item = &'a String>,
) -> Result<Vec<&'a String>> {
    let sections: BTreeSet<&str> = codes.iter().filter_map(|code| Some(code.rsplit_once('.')?.0)).collect();
    let mut sources = BTreeMap::new();
    let mut unused = Vec::new();
    for key in keys.filter(|key| !codes.contains(*key) && !key.starts_with(FORMS)) {
        let mut parts = key.splitn(3, '.');
        let (Some(domain), Some(kind), Some(code)) = (parts.next(), parts.next(), parts.next()) else {
            unused.push(key);
            continue;
        };
        if !sources.contains_key(domain) {
            sources.insert(domain.to_owned(), words(&root.join("crates").join(domain).join("src"))?);
        }
        let is_choice =
            sections.contains(format!("{domain}.{kind}").as_str()) && !BESIDE_CHOICES.contains(&key.as_str());
        if is_choice || !sources[domain].contains(code) {
            unused.push(key);
        }
    }
    Ok(unused)
}

/// Words of the sources below a folder: what is left where quotes, brackets and spaces stood.
fn words(folder: &Path) -> Result<BTreeSet<String>> {
    let mut words = BTreeSet::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            words.extend(self::words(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let is_of_word = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
            let text = std::fs::read_to_string(path)?;
            words.extend(text.split(|letter| !is_of_word(letter)).map(str::to_owned));
        }
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::{BTreeMap, BTreeSet, Path, snake, untranslated, unused};

    fn catalogue(texts: &[(&str, &str)]) -> BTreeMap<String, String> {
        texts.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn what_is_missing_or_not_translated_is_told() {
        let english = catalogue(&[("crm.a.b", "Lead"), ("crm.a.c", "Deal"), ("crm.a.d", "中")]);
        let chinese = catalogue(&[("crm.a.b", "线索"), ("crm.a.d", "Deal"), ("crm.a.e", "中")]);
        let told = ["zh: no text for crm.a.c", "en: no text for crm.a.e", "zh: crm.a.d is not", "en: crm.a.d is not"];
        let faults = untranslated(&english, &chinese);
        assert_eq!(faults.len(), told.len(), "{faults:?}");
        assert!(faults.iter().zip(told).all(|(fault, told)| fault.starts_with(told)), "{faults:?}");
    }

    #[test]
    fn what_nobody_says_is_told() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let codes: BTreeSet<String> = [format!("crm.{}.lead", snake("SubjectKind"))].into();
        let keys = ["crm.subject_kind.lead", "crm.subject_kind.lost", "crm.line.draw", "crm.line.no_such_line"];
        let keys = keys.map(str::to_owned);
        let told: Vec<&str> =
            unused(&root, &codes, keys.iter()).unwrap_or_default().into_iter().map(String::as_str).collect();
        assert_eq!(told, ["crm.subject_kind.lost", "crm.line.no_such_line"]);
    }
}
