//! Names of machines as people write them.

use super::catalog::distance;

/// Makers, brands and what stands between them and the model, which no model is told apart by.
const MAKERS: [&str; 14] = [
    "bitmain",
    "antminer",
    "microbt",
    "whatsminer",
    "canaan",
    "avalon",
    "innosilicon",
    "ebang",
    "ebit",
    "halong",
    "mining",
    "dragonmint",
    "miner",
    "made",
];
/// What is written long or in short.
const SHORT: [(&str, &str); 3] = [("hydro", "hyd"), ("immersion", "imm"), ("plus", "+")];

/// The name without its first word, where that word is nearly a maker or a brand: of "Antminr S21" the "S21".
pub(super) fn without_misspelt_maker(text: &str) -> Option<&str> {
    let (first, rest) = text.trim().split_once(char::is_whitespace)?;
    let first = first.to_lowercase();
    let is_near = |maker: &&str| maker.len() > 4 && distance(first.as_bytes(), maker.as_bytes()) <= maker.len() / 4;
    MAKERS.iter().any(is_near).then_some(rest)
}

/// What counts in a name: its letters and figures without maker, punctuation and rating; and the rating.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Name {
    pub(super) key: String,
    /// In TH/s, where the name states one.
    pub(super) rating_ths: Option<f64>,
}

impl Name {
    pub(super) fn of(text: &str) -> Self {
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower
            .split(|c: char| !(c.is_alphanumeric() || matches!(c, '+' | '.')))
            .map(|word| word.trim_matches('.')) // of "Hyd.", not of "13.5T"
            .filter(|word| !word.is_empty())
            .collect();
        let mut name = Self { key: String::new(), rating_ths: None };
        let avalon = words.iter().any(|word| word.starts_with("avalon"));
        let mut rest = words.iter().copied().peekable();
        let mut first = true;
        while let Some(word) = rest.next() {
            let word = without_maker(word);
            if word.is_empty() {
                continue;
            }
            let unit = |word: &str| matches!(word, "t" | "th" | "ths");
            let bare =
                hashinsight_units::json::float(word).filter(|_| !first && rest.peek().is_some_and(|next| unit(next)));
            if let Some(ths) = bare {
                name.rating_ths = Some(ths);
                rest.next();
                rest.next_if_eq(&"s");
            } else if let Some(ths) = rating(word).filter(|_| !first) {
                name.rating_ths = Some(ths);
                rest.next_if_eq(&"s");
            } else {
                // "Avalonminer 1246" is the Avalon A1246.
                if first && avalon && word.bytes().all(|byte| byte.is_ascii_digit()) {
                    name.key.push('a');
                }
                name.key.push_str(word);
                first = false;
            }
        }
        for (long, short) in SHORT {
            name.key = name.key.replace(long, short);
        }
        name
    }
}

/// `s21xp` of `antminers21xp`, nothing of `antminer`.
fn without_maker(mut word: &str) -> &str {
    while let Some(rest) = MAKERS.iter().find_map(|maker| word.strip_prefix(maker)) {
        word = rest;
    }
    word
}

/// `104t`, `13.5th`: a figure with its unit.
fn rating(word: &str) -> Option<f64> {
    let figure = ["ths", "th", "t"].into_iter().find_map(|unit| word.strip_suffix(unit))?;
    hashinsight_units::json::float(figure).filter(|ths| ths.is_finite())
}
