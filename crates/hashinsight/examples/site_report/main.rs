//! The main job as a program: reads a site file, writes the report.
//!
//! ```text
//! cargo run --release --example site_report                         # the sample site
//! cargo run --release --example site_report -- --site my_site.toml  # your own, begin with --sample
//! cargo run --release --example site_report -- --html report.html   # one page that needs no network
//! cargo run --release --example site_report -- --diff a.toml b.toml # how one site became another
//! ```
//!
//! What is calculated and drawn is [`hashinsight::report`]; here are only files and arguments. Sample days and sample site are part of the
//! program, so that it runs from any directory.

mod document;
mod options;

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use hashinsight::report::difference::{DifferenceRequest, difference};
use hashinsight::report::render::{
    RenderJsonRequest, RenderRequest, render_csv, render_html, render_json, render_text,
};
use hashinsight::report::{Report, SAMPLE_SITE, SiteRequest, site};
use hashinsight::units::{At, Error};

use crate::document::{file_fault, read, request};
use crate::options::{Asked, Options, USAGE};

fn report(options: &Options) -> Result<Report, Error> {
    let of_file = |path: &str| request(&read(path)?, Path::new(path).parent().unwrap_or(Path::new("")));
    if let Some([before, after]) = &options.diff {
        let [before, after] = [of_file(before).at("before")?, of_file(after).at("after")?];
        return difference(&DifferenceRequest::new(before, after));
    }
    let mut asked: SiteRequest = match &options.site {
        Some(path) => of_file(path)?,
        None => request(SAMPLE_SITE, Path::new(""))?,
    };
    if let Some(sections) = &options.sections {
        asked.sections = Some(sections.clone());
    }
    site(&asked)
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    std::fs::write(path, text).map_err(|error| file_fault("writable", &path.display().to_string(), &error))
}

/// What is printed; writes files on the way.
fn run(options: &Options) -> Result<String, Error> {
    if options.sample {
        return Ok(SAMPLE_SITE.to_owned());
    }
    let request = RenderRequest::new(report(options)?, options.language);
    if let Some(path) = &options.html {
        write(Path::new(path), &render_html(&request)?.text)?;
    }
    if let Some(folder) = &options.csv {
        std::fs::create_dir_all(folder).map_err(|error| file_fault("writable", folder, &error))?;
        for file in render_csv(&request)?.files {
            write(&Path::new(folder).join(file.name), &file.text)?;
        }
    }
    if options.json {
        return Ok(render_json(&RenderJsonRequest::new(request.report))?.text);
    }
    Ok(render_text(&request)?.text)
}

fn main() -> ExitCode {
    let options = match Options::of(std::env::args().skip(1)) {
        Asked::Report(options) => options,
        Asked::Help => {
            let _ = writeln!(std::io::stdout(), "{USAGE}");
            return ExitCode::SUCCESS;
        }
        Asked::Unknown(said) => {
            let _ = writeln!(std::io::stderr(), "site_report: {said}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(&options) {
        Ok(text) => {
            let _ = writeln!(std::io::stdout(), "{}", text.trim_end()); // a closed pipe is no error of ours
            ExitCode::SUCCESS
        }
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "site_report: {error}");
            ExitCode::FAILURE
        }
    }
}
