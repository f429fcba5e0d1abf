//! Names of machines as people write them.

/// Makers and brands, which no model is told apart by.
const MAKERS: [&str; 13] = [
    "bitmain",
    "antminer",
    "microbt",
    "whatsminer",
    "canaan",
    "avalon",
    "avalonminer",
    "innosilicon",
    "ebang",
    "ebit",
    "halong",
    "mining",
    "dragonmint",
];

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
            if MAKERS.contains(&word) {
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
                // "Avalonminer 1246" is the Avalon A1246; "Hydro" and "Immersion" are written short.
                let short = match word {
                    "hydro" => "hyd",
                    "immersion" => "imm",
                    _ => word,
                };
                if first && avalon && short.bytes().all(|byte| byte.is_ascii_digit()) {
                    name.key.push('a');
                }
                name.key.push_str(short);
                first = false;
            }
        }
        name
    }
}

/// `104t`, `13.5th`: a figure with its unit.
fn rating(word: &str) -> Option<f64> {
    let figure = ["ths", "th", "t"].into_iter().find_map(|unit| word.strip_suffix(unit))?;
    hashinsight_units::json::float(figure).filter(|ths| ths.is_finite())
}
