//! One catalogue of texts: what a code is called, in each language.
//!
//! The catalogue is two files, `data/en.toml` and `data/zh.toml`, with the same keys. A key is the code that a document holds, behind the room
//! and the kind of thing: `crm.lead.new`.
//!
//! ```
//! use hashinsight_texts::{Language, text};
//! assert_eq!(text(Language::En, "crm.lead.qualified"), Some("Qualified"));
//! assert_eq!(text(Language::Zh, "crm.lead.qualified"), Some("已确认"));
//! assert_eq!(text(Language::En, "crm.lead.unheard_of"), None);
//! ```

mod allowed;
mod fault;

pub use fault::{FaultText, FaultTextRequest, fault_text};

use hashinsight_units::{Error, Fault, Problem, Record};

/// Language of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Language {
    /// English.
    En,
    /// Chinese, simplified.
    Zh,
}

impl Language {
    const fn file(self) -> &'static str {
        match self {
            Self::En => include_str!("../data/en.toml"),
            Self::Zh => include_str!("../data/zh.toml"),
        }
    }
}

/// Every key with its text, in the order of the file.
///
/// ```
/// use hashinsight_texts::{Language, texts};
/// assert_eq!(texts(Language::En).count(), texts(Language::Zh).count());
/// ```
pub fn texts(language: Language) -> impl Iterator<Item = (String, &'static str)> {
    // The part of TOML that the files use: `[section]`, and `"key" = "text"` without escapes. A test holds it against a real reader.
    let mut section = "";
    language.file().lines().filter_map(move |line| {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_end_matches(']');
            return None;
        }
        let (key, text) = line.split_once(" = ")?;
        Some((format!("{section}.{}", key.trim_matches('"')), text.trim_matches('"')))
    })
}

/// The text of a key.
pub fn text(language: Language, key: &str) -> Option<&'static str> {
    texts(language).find(|(known, _)| known == key).map(|(_, text)| text)
}

/// Inputs of [`catalogue`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CatalogueRequest {
    /// Language of the texts.
    #[record(example = "zh")]
    pub language: Language,
    /// Begin of the keys that are asked for, like `crm.lead.`. Absent: all.
    pub prefix: Option<String>,
}

/// Text of one key.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct CatalogueEntry {
    /// Key: room, kind of thing, and code.
    pub key: String,
    /// Text in the language that was asked for.
    pub text: String,
}

/// Result of [`catalogue`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Catalogue {
    /// Texts, in the order of the catalogue.
    pub entries: Vec<CatalogueEntry>,
}

/// The texts of a language, all or those under a prefix.
///
/// ```
/// use hashinsight_texts::{CatalogueRequest, Language, catalogue};
/// let roles = catalogue(&CatalogueRequest::new(Language::Zh).prefix("crm.role.".into()))?;
/// assert_eq!(roles.entries[0].text, "所有者");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `texts.prefix.unknown` where no key begins so.
pub fn catalogue(request: &CatalogueRequest) -> Result<Catalogue, Error> {
    let prefix = request.prefix.as_deref().unwrap_or_default();
    let entries: Vec<CatalogueEntry> = texts(request.language)
        .filter(|(key, _)| key.starts_with(prefix))
        .map(|(key, text)| CatalogueEntry { key, text: text.to_owned() })
        .collect();
    if entries.is_empty() {
        let fault = Fault::new("texts.prefix", Problem::Unknown).at("prefix").got(prefix);
        return Err(fault.allowed("the begin of a key, like crm.lead.").into());
    }
    Ok(Catalogue { entries })
}
