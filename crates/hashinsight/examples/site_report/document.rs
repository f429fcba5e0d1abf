//! From a site file to a site document: TOML is parsed, and the files that it names are put beside it.

use std::collections::BTreeSet;
use std::path::Path;

use hashinsight::report::SiteRequest;
use hashinsight::units::{Error, Fault, Problem, record};
use toml::{Table, Value};

/// A file that cannot be read or written.
pub(crate) fn file_fault(form: &str, path: &str, error: &std::io::Error) -> Error {
    Fault::new("report.file", Problem::Missing).at(path).got(error.to_string()).allowed(format!("a {form} file")).into()
}

/// The text of a file.
pub(crate) fn read(path: &str) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(|error| file_fault("readable", path, &error))
}

/// A text that ends in `.csv` names a file beside the site file.
fn named(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            names.extend(text.strip_suffix(".csv").map(|_| text.clone()));
        }
        Value::Array(values) => values.iter().for_each(|value| named(value, names)),
        Value::Table(table) => table.values().for_each(|value| named(value, names)),
        _ => {}
    }
}

/// The document of a site file; `folder` is where the files lie that it names.
pub(crate) fn request(text: &str, folder: &Path) -> Result<SiteRequest, Error> {
    let table = text.parse::<Table>().map_err(|error| {
        let line = error.span().map_or(0, |span| text[..span.start.min(text.len())].lines().count().max(1));
        let fault = Fault::new("report.file", Problem::Unknown).at(format!("line {line}"));
        Error::from(fault.got(error.message()).allowed("TOML 1.0"))
    })?;
    let mut document = Value::Table(table);
    let mut names = BTreeSet::new();
    named(&document, &mut names);
    let file = |name: String| {
        let text = read(&folder.join(&name).display().to_string())?;
        let file = [("name".to_owned(), Value::String(name)), ("text".to_owned(), Value::String(text))];
        Ok(Value::Table(file.into_iter().collect()))
    };
    let files = names.into_iter().map(file).collect::<Result<Vec<_>, Error>>()?;
    if let (Value::Table(table), false) = (&mut document, files.is_empty()) {
        table.entry("files").or_insert(Value::Array(files));
    }
    let json = serde_json::to_string(&document);
    let json =
        json.map_err(|error| Error::from(Fault::new("report.file", Problem::Unsupported).got(error.to_string())))?;
    record::read("report", json.as_str())
}
