//! Sites to report on, and how tests look into a report.

use hashinsight_report::document::{Label, Report, SectionName, Shown, Table};
use hashinsight_report::request::SiteFile;
use hashinsight_report::{SAMPLE_DAYS, SAMPLE_SITE, SiteRequest, site};
use hashinsight_units::{Error, record};

/// A site document as TOML.
pub(crate) fn request(toml: &str) -> Result<SiteRequest, Error> {
    let table: toml::Table = toml.parse().unwrap();
    record::read("report", serde_json::to_string(&table).unwrap().as_str())
}

/// The sample site with some of its text replaced.
pub(crate) fn changed(changes: &[(&str, &str)]) -> SiteRequest {
    let text = changes.iter().fold(SAMPLE_SITE.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    });
    request(&text).unwrap()
}

pub(crate) const TIP: &str = "\n[tip]\nheight = 952_560\ntime_s = 1_780_617_600\nepoch_start_s = 1_780_012_800\n";

/// The sample site with a tip, a host, upkeep and a payment that is due once.
pub(crate) fn full() -> SiteRequest {
    let hosted = [
        ("# uptime", "uptime"),
        ("# hosting_fee", "hosting_fee"),
        ("# maintenance", "maintenance"),
        ("# [[treasury.payment]]\n# due", "[[treasury.payment]]\ndue"),
        ("# amount", "amount"),
        ("# [signals]", "[signals]"),
    ];
    let mut request = changed(&hosted);
    request.tip = self::request(&format!("{}{TIP}", minimal("catalog = \"all\""))).unwrap().tip;
    request
}

/// The sample site with a file of futures, the same rates on every day.
pub(crate) fn hedged(rates: &str) -> SiteRequest {
    let mut request = changed(&[("# futures = ", "futures = ")]);
    let dates = SAMPLE_DAYS.lines().skip(1).map(|line| &line[..10]);
    let heading = "date,basis_per_year,funding_per_year\n".to_owned();
    let text = dates.fold(heading, |text, date| format!("{text}{date},{rates}\n"));
    request.files.push(SiteFile::new("futures.csv".to_owned(), text));
    request
}

/// The least that a site document holds, and a line more.
pub(crate) fn minimal(line: &str) -> String {
    format!("name = \"x\"\nfees_per_block = \"0.02 BTC\"\npool_fee = \"2 %\"\npower_price = \"0.05 USD/kWh\"\n{line}\n")
}

pub(crate) fn report(request: &SiteRequest) -> Report {
    site(request).unwrap()
}

/// A table of a section by the code of its title.
pub(crate) fn table<'r>(report: &'r Report, section: SectionName, title: &str) -> &'r Table {
    let title = Label::title(title);
    let tables = &report.section(section).unwrap().tables;
    tables.iter().find(|table| table.title == title).unwrap_or_else(|| panic!("{title:?}"))
}

/// The numbers of a column by the code of its name.
pub(crate) fn column(table: &Table, name: &str) -> Vec<f64> {
    let name = Label::column(name);
    let column = table.columns.iter().find(|column| column.name == name).unwrap_or_else(|| panic!("{name:?}"));
    (0..table.rows()).map(|row| column.cells.get(row).unwrap().number().unwrap()).collect()
}

/// The number of a figure.
pub(crate) fn number(report: &Report, section: SectionName, code: &str) -> f64 {
    let shown = shown(report, section, code);
    shown.number().unwrap_or_else(|| panic!("{code}: {shown:?}"))
}

pub(crate) fn shown<'r>(report: &'r Report, section: SectionName, code: &str) -> &'r Shown {
    &report.section(section).unwrap().figure(code).unwrap_or_else(|| panic!("{code}")).value
}

pub(crate) fn near(value: f64, expected: f64, what: &str) {
    assert!((value - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{what}: {value} is not {expected}");
}
