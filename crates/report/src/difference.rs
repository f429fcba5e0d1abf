//! How one site became another: the profit of a day, explained by what was changed, term by term.
//!
//! Inputs are changed one after the other. What one of them adds depends on the order, so each term is the mean of two ways: from the old site
//! in the order of the table, and from the new site back in the same order.
//!
//! ```text
//! F(k) = profit with the first k inputs new and the others old,   G(k) = profit with the first k old and the others new
//! term(k) = ((F(k + 1) - F(k)) + (G(k) - G(k + 1))) / 2           sum of the terms = F(n) - F(0), but for rounding, which has a line
//! ```
//!
//! The other way round F and G change places: the terms from b to a are those from a to b with the other sign, to the bit.

use hashinsight_units::{At, Error, Fault, Problem, Record};

use crate::document::{
    BarPlot, Cells, Column, Figure, Label, Plot, PlotShape, Report, Section, SectionName, Shown, Source, Table,
    TextCode, Unit,
};
use crate::known::Known;
use crate::request::{SiteCatalog, SiteRequest};
use crate::sections::machines::SiteDay;

/// Inputs of [`difference`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DifferenceRequest {
    /// Site as it was.
    pub before: SiteRequest,
    /// Site as it becomes.
    pub after: SiteRequest,
}

/// What can be changed, in the order in which it is, with the code of its name.
type Change = (&'static str, fn(&mut SiteRequest, &SiteRequest));

const CHANGES: [Change; 8] = [
    ("days", |site, other| {
        site.days.clone_from(&other.days);
        site.files.clone_from(&other.files);
    }),
    ("fees_per_block", |site, other| site.fees_per_block = other.fees_per_block),
    ("pool_fee", |site, other| site.pool_fee = other.pool_fee),
    ("machines", |site, other| site.machine.clone_from(&other.machine)),
    ("uptime", |site, other| site.uptime = other.uptime),
    ("power_price", |site, other| site.power_price = other.power_price),
    ("hosting_fee", |site, other| site.hosting_fee = other.hosting_fee),
    ("maintenance", |site, other| site.maintenance = other.maintenance),
];

/// The site as it is for one day: nothing else is asked of it.
fn day(site: &SiteRequest) -> Result<SiteDay, Error> {
    let mut site = site.clone();
    site.catalog = SiteCatalog::None;
    let known = Known::of(&site)?;
    known.machines()?;
    known.into_site_day().ok_or_else(|| {
        let fault = Fault::new("report.machine", Problem::Missing).at("machine");
        fault.allowed("at least one machine: without machines there is no profit to explain").into()
    })
}

/// Profit while the first inputs are changed one by one.
fn path(from: &SiteRequest, to: &SiteRequest, ends: [&SiteDay; 2]) -> Result<Vec<f64>, Error> {
    let mut site = from.clone();
    let mut profits = vec![ends[0].net_usd];
    for (_, change) in &CHANGES[..CHANGES.len() - 1] {
        change(&mut site, to);
        profits.push(day(&site)?.net_usd);
    }
    profits.push(ends[1].net_usd);
    Ok(profits)
}

/// The difference between two sites as a report of one section, with every renderer of reports.
///
/// ```
/// use hashinsight_report::difference::{DifferenceRequest, difference};
/// use hashinsight_report::document::SectionName;
/// let site = |power: &str| {
///     let machine = r#"[{"model": "Antminer S21 XP", "count": 300}]"#;
///     let text = format!(
///         r#"{{"name": "Barn", "fees_per_block": "0.02 BTC", "pool_fee": "2 %", "power_price": "{power}", "machine": {machine}}}"#
///     );
///     hashinsight_units::record::read("report", text.as_str())
/// };
/// let report = difference(&DifferenceRequest::new(site("0.05 USD/kWh")?, site("0.06 USD/kWh")?))?;
/// let change = report.section(SectionName::Difference).and_then(|section| section.figure("net_change"));
/// let dearer = 300.0 * 3.645 * 24.0 * 0.01; // 300 machines of 3645 W, a cent per kilowatt-hour
/// assert!(change.and_then(|figure| figure.value.number()).is_some_and(|usd| (usd + dearer).abs() < 1e-9));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// What [`site`](crate::site) refuses of either, at `before` or `after`; `report.machine.missing` for a site without machines.
pub fn difference(request: &DifferenceRequest) -> Result<Report, Error> {
    let DifferenceRequest { before, after } = request;
    let (old, new) = (day(before).at("before")?, day(after).at("after")?);
    let there = path(before, after, [&old, &new]).at("after")?;
    let back = path(after, before, [&new, &old]).at("before")?;
    let term = |k: usize| 0.5 * ((there[k + 1] - there[k]) + (back[k] - back[k + 1]));
    let mut terms: Vec<(Label, f64)> = CHANGES
        .iter()
        .enumerate()
        .map(|(k, (code, _))| (Label::Code(TextCode::of(format!("report.change.{code}"))), term(k)))
        .collect();
    let total = new.net_usd - old.net_usd;
    let explained = terms.iter().fold(0.0, |sum, (_, usd)| sum + usd);
    terms.push((Label::Code(TextCode::of("report.change.rounding")), total - explained));

    let day = Known::of(after).at("after")?.day().date;
    let name = format!("{} → {}", before.name, after.name);
    Ok(Report::new(name, day, vec![section(&old, &new, &terms)]))
}

fn section(old: &SiteDay, new: &SiteDay, terms: &[(Label, f64)]) -> Section {
    let figure = |code, value: f64, unit| Figure::of(code, value, unit, Source::Calculated);
    let figures = vec![
        figure("net_before", old.net_usd, Unit::UsdPerDay),
        figure("net_after", new.net_usd, Unit::UsdPerDay),
        figure("net_change", new.net_usd - old.net_usd, Unit::UsdPerDay),
        figure("btc_change", new.btc - old.btc, Unit::BtcPerDay),
    ];
    let changed: Vec<&(Label, f64)> = terms.iter().filter(|(_, usd)| *usd != 0.0).collect();
    let names = changed.iter().map(|(name, _)| name.clone()).collect();
    let shape = PlotShape::Waterfall(BarPlot::new(names, changed.iter().map(|(_, usd)| *usd).collect()));
    let plots = vec![Plot::of("changes", Unit::UsdPerDay, Source::Calculated, shape)];

    let shown = |label: &Label| match label {
        Label::Code(code) => Shown::Code(code.clone()),
        Label::Text(text) => Shown::Text(text.clone()),
    };
    let changes = vec![
        Column::of("change", Unit::None, Cells::Shown(terms.iter().map(|(name, _)| shown(name)).collect())),
        Column::numbers("net", Unit::UsdPerDay, terms.iter().map(|(_, usd)| *usd).collect()),
    ];
    let (old_terms, new_terms) = (account(old), account(new));
    let names = old_terms.iter().map(|(code, _)| TextCode::of(format!("report.column.{code}"))).collect();
    let (was, becomes) = (old_terms.map(|(_, usd)| usd), new_terms.map(|(_, usd)| usd));
    let change = was.iter().zip(&becomes).map(|(was, becomes)| becomes - was).collect();
    let accounts = vec![
        Column::of("account", Unit::None, Cells::Codes(names)),
        Column::numbers("before", Unit::UsdPerDay, was.to_vec()),
        Column::numbers("after", Unit::UsdPerDay, becomes.to_vec()),
        Column::numbers("difference", Unit::UsdPerDay, change),
    ];
    let section = Section::new(SectionName::Difference).figures(figures).plots(plots);
    section.tables(vec![Table::of("changes", changes), Table::of("accounts", accounts)]).noted(&["difference"])
}

/// Terms of a day with their sum.
fn account(day: &SiteDay) -> [(&'static str, f64); 5] {
    let [revenue, power, hosting, maintenance] = day.terms();
    [revenue, power, hosting, maintenance, ("net", day.net_usd)]
}
