//! What is asked for on the command line.

use hashinsight::report::document::SectionName;
use hashinsight::texts::Language;
use hashinsight::units::record;

pub(crate) const USAGE: &str = "usage: site_report [options]

  --site FILE      report on the site of this TOML file instead of the sample site
  --diff A B       explain how the site of file A became that of file B
  --sections LIST  only these sections, with commas between: answer,machines,signals
  --lang LANGUAGE  en or zh
  --html FILE      write the report as one page as well
  --csv FOLDER     write figures and tables as CSV files as well
  --json           print the report as JSON instead of text
  --sample         print the sample site file, to begin with
  --help           print this";

/// What to do.
pub(crate) struct Options {
    pub(crate) site: Option<String>,
    pub(crate) diff: Option<[String; 2]>,
    pub(crate) sections: Option<Vec<SectionName>>,
    pub(crate) language: Language,
    pub(crate) html: Option<String>,
    pub(crate) csv: Option<String>,
    pub(crate) json: bool,
    pub(crate) sample: bool,
}

pub(crate) enum Asked {
    Report(Options),
    Help,
    Unknown(String),
}

/// A word of a list; what is near to it is offered by the reader of documents.
fn word<T: record::Value>(text: &str) -> Result<T, String> {
    let quoted = format!("\"{text}\"");
    record::read("site_report", quoted.as_str()).map_err(|error| error.to_string())
}

impl Options {
    pub(crate) fn of(mut words: impl Iterator<Item = String>) -> Asked {
        let mut options = Self {
            site: None,
            diff: None,
            sections: None,
            language: Language::En,
            html: None,
            csv: None,
            json: false,
            sample: false,
        };
        while let Some(name) = words.next() {
            let mut next = || words.next().ok_or_else(|| format!("{name} needs a value"));
            let taken = match name.as_str() {
                "--site" => next().map(|path| options.site = Some(path)),
                "--html" => next().map(|path| options.html = Some(path)),
                "--csv" => next().map(|folder| options.csv = Some(folder)),
                "--lang" => next().and_then(|text| word(&text)).map(|language| options.language = language),
                "--diff" => next().and_then(|a| Ok([a, next()?])).map(|both| options.diff = Some(both)),
                "--sections" => next().and_then(|list| {
                    options.sections = Some(list.split(',').map(word).collect::<Result<_, _>>()?);
                    Ok(())
                }),
                "--json" => {
                    options.json = true;
                    Ok(())
                }
                "--sample" => {
                    options.sample = true;
                    Ok(())
                }
                "--help" | "-h" => return Asked::Help,
                other => Err(format!("{other} is not known")),
            };
            if let Err(said) = taken {
                return Asked::Unknown(said);
            }
        }
        Asked::Report(options)
    }
}
