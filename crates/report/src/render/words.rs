//! Words of one language, by code.

use std::collections::BTreeMap;

use hashinsight_texts::{Language, texts};
use hashinsight_units::record::Word;

use super::number;
use crate::document::{Label, SectionName, Shown, Source, TextCode, Unit};

/// Words of one language.
pub(super) struct Words {
    language: Language,
    texts: BTreeMap<String, &'static str>,
}

impl Words {
    pub(super) fn of(language: Language) -> Self {
        Self { language, texts: texts(language).collect() }
    }

    /// Tag of the language, as pages name it.
    pub(super) fn tag(&self) -> &'static str {
        self.language.word()
    }

    /// The text of a code.
    pub(super) fn code(&self, code: &TextCode) -> &'static str {
        self.texts
            .get(&**code)
            .copied()
            .unwrap_or_else(|| unreachable!("{code}: a document is read with codes of the catalogue only"))
    }

    pub(super) fn word(&self, code: &str) -> &'static str {
        self.texts.get(&format!("report.word.{code}")).copied().unwrap_or_default()
    }

    pub(super) fn label<'a>(&self, label: &'a Label) -> &'a str {
        match label {
            Label::Code(code) => self.code(code),
            Label::Text(text) => text,
        }
    }

    pub(super) fn section(&self, name: SectionName) -> &'static str {
        self.texts.get(&format!("report.section.{}", name.word())).copied().unwrap_or_default()
    }

    pub(super) fn source(&self, source: Source) -> &'static str {
        self.texts.get(&format!("report.source.{}", source.word())).copied().unwrap_or_default()
    }

    /// What a figure or cell shows, with its unit where `with_unit` asks for it.
    pub(super) fn shown(&self, shown: &Shown, unit: Unit, with_unit: bool) -> String {
        match shown {
            Shown::Number(value) if with_unit => number::with_unit(*value, unit),
            Shown::Number(value) => number::written(*value, unit),
            Shown::Text(text) => text.clone(),
            Shown::Code(code) => self.code(code).to_owned(),
            Shown::Day(day) => day.to_string(),
            Shown::Instant(time) => number::instant(*time),
            Shown::Never => self.word("never").to_owned(),
            Shown::Unbounded => self.word("unbounded").to_owned(),
            Shown::Every => self.word("every").to_owned(),
            Shown::Undefined => self.word("undefined").to_owned(),
            Shown::NoData(code) => self.no_data(code),
        }
    }

    /// What to put into the site document.
    pub(super) fn no_data(&self, code: &TextCode) -> String {
        format!("no_data: {}", self.code(code))
    }

    /// A name with the unit of the numbers below it.
    pub(super) fn heading(&self, name: &Label, unit: Unit) -> String {
        let name = self.label(name);
        if unit.symbol().is_empty() { name.to_owned() } else { format!("{name} {}", unit.symbol()) }
    }

    /// A title with the unit and the source of what it stands above.
    pub(super) fn caption(&self, title: &Label, unit: Unit, source: Source) -> String {
        format!("{} ({})", self.heading(title, unit), self.source(source))
    }
}
