//! What a mining site earns on the last day of the sample figures, as text, as data and as a page.
//!
//! ```text
//! cargo run --release --example site_report                         # the sample site
//! cargo run --release --example site_report -- --site my_site.toml  # your own, see site.toml beside this file
//! cargo run --release --example site_report -- --json               # the same as data
//! cargo run --release --example site_report -- --html report.html   # the same as a page that needs no network
//! ```
//!
//! Data and sample site are part of the program, so that it runs from any directory. Price and difficulty are sample
//! figures (`data/README.md`); what those do not hold is an assumption of the site file and is called one.

mod fields;
mod fleet;
mod futures;
mod html;
mod inputs;
mod plot;
mod report;
mod sample;
mod sections;
mod site;
mod tariff;
mod text;
mod view;

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use hashinsight::units::Error;

use crate::fields::fault;
use crate::inputs::Inputs;
use crate::report::Report;
use crate::site::Site;
use hashinsight::units::Problem;

const USAGE: &str = "usage: site_report [--site my_site.toml] [--json] [--html report.html]

  --site FILE   report on the site of this file instead of the sample site
  --json        print the report as JSON instead of text
  --html FILE   write the report as one page as well";

#[derive(Default)]
struct Options {
    site: Option<String>,
    json: bool,
    html: Option<String>,
}

fn options(mut words: impl Iterator<Item = String>) -> Option<Options> {
    let mut options = Options::default();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--site" => options.site = Some(words.next()?),
            "--json" => options.json = true,
            "--html" => options.html = Some(words.next()?),
            _ => return None,
        }
    }
    Some(options)
}

/// The report as it is printed; writes the page on the way.
fn run(options: &Options) -> Result<String, Error> {
    let site = match &options.site {
        None => Site::read(site::SAMPLE, Path::new(""))?,
        Some(path) => {
            let text = std::fs::read_to_string(path);
            let text =
                text.map_err(|e| fault("file", Problem::Missing).at(path.as_str()).got(e).allowed("a readable file"))?;
            Site::read(&text, Path::new(path).parent().unwrap_or(Path::new("")))?
        }
    };
    let report = Report::of(&Inputs::of(site)?)?;
    let (title, views) = (report.title(), report.views());
    if let Some(path) = &options.html {
        let written = std::fs::write(path, html::render(&title, &views));
        written.map_err(|e| fault("html", Problem::Unsupported).at(path.as_str()).got(e).allowed("a writable file"))?;
    }
    if options.json {
        let json = serde_json::to_string_pretty(&report);
        return json.map_err(|e| fault("json", Problem::Unsupported).got(e).into());
    }
    Ok(text::render(&title, &views))
}

fn main() -> ExitCode {
    let Some(options) = options(std::env::args().skip(1)) else {
        let _ = writeln!(std::io::stderr(), "{USAGE}");
        return ExitCode::from(2);
    };
    match run(&options) {
        Ok(report) => {
            let _ = writeln!(std::io::stdout(), "{}", report.trim_end()); // a closed pipe is no error of ours
            ExitCode::SUCCESS
        }
        Err(fault) => {
            let _ = writeln!(std::io::stderr(), "site_report: {fault}");
            ExitCode::FAILURE
        }
    }
}
