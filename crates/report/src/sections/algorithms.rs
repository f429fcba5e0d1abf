//! The calculator's answers by both algorithms: the world as it stays, and as it is assumed to move on.

use hashinsight_mining::calculator::RoiReport;
use hashinsight_mining::investment::InternalRate;
use hashinsight_units::{Error, Outcome};

use crate::document::{Cells, Column, Figure, Section, SectionName, Shown, Source, Table, TextCode, Unit};
use crate::known::{DAYS_PER_MONTH, Future, Futures, Known, MONTHS, Seen};

pub(super) fn section(known: &Known<'_>) -> Result<Section, Error> {
    Ok(match known.futures()? {
        Futures::Missing(code) => Section::no_data(SectionName::Algorithms, code),
        Futures::Seen(seen) => compared(seen),
    })
}

/// A column: code of its name, unit, and how it is read from an answer.
type Read<A> = (&'static str, Unit, fn(&A) -> Shown);

/// A line for each algorithm.
fn both<A>(seen: &Seen, title: &str, of: fn(&Future) -> Option<&A>, columns: &[Read<A>]) -> Option<Table> {
    let answers = [of(&seen.unmoved)?, of(&seen.moving)?];
    let names = ["report.word.static", "report.word.dynamic"].map(TextCode::of).to_vec();
    let cells = |read: &fn(&A) -> Shown| Cells::Shown(answers.iter().map(|answer| read(answer)).collect());
    let columns = columns.iter().map(|(code, unit, read)| Column::of(code, *unit, cells(read)));
    let names = Column::of("algorithm", Unit::None, Cells::Codes(names));
    Some(Table::of(title, std::iter::once(names).chain(columns).collect()))
}

fn compared(seen: &Seen) -> Section {
    let assumed = |code, value: f64, unit| Figure::of(code, value, unit, Source::Site);
    let mut figures = vec![
        Figure::of("span", MONTHS as f64 * DAYS_PER_MONTH, Unit::Days, Source::Assumed),
        assumed("difficulty_growth", seen.difficulty_growth, Unit::Change),
        assumed("price_growth", seen.price_growth, Unit::Change),
        assumed("discount_rate", seen.discount_rate.get(), Unit::Change),
    ];
    let cost = seen
        .machine_price_usd
        .map_or_else(|| Shown::NoData(TextCode::of("report.missing.machine_price")), Shown::Number);
    figures.push(Figure::of("machine_cost", cost, Unit::Usd, Source::Site));
    let tables = [
        both::<Future>(
            seen,
            "mined",
            |future| Some(future),
            &[
                ("btc", Unit::Btc, |all| all.btc.btc_with_switch_off.into()),
                ("btc_always_on", Unit::Btc, |all| all.btc.btc.into()),
                ("days_off", Unit::Days, |all| all.profit.days_off.into()),
            ],
        ),
        both::<Future>(
            seen,
            "revenue_per_day",
            |future| Some(future),
            &[
                ("revenue_mean", Unit::UsdPerDay, |all| all.revenue.mean_usd_per_day_with_switch_off.into()),
                ("revenue_mean_always_on", Unit::UsdPerDay, |all| all.revenue.mean_usd_per_day.into()),
                ("revenue_first", Unit::UsdPerDay, |all| all.revenue.first_usd_per_day.into()),
                ("revenue_last", Unit::UsdPerDay, |all| all.revenue.last_usd_per_day.into()),
            ],
        ),
        both::<Future>(
            seen,
            "profit",
            |future| Some(future),
            &[
                ("revenue", Unit::Usd, |all| all.profit.revenue_usd.into()),
                ("power_cost", Unit::Usd, |all| all.profit.power_cost_usd.into()),
                ("hosting_cost", Unit::Usd, |all| all.profit.hosting_usd.into()),
                ("maintenance_cost", Unit::Usd, |all| all.profit.maintenance_usd.into()),
                ("net", Unit::Usd, |all| all.profit.net_usd.into()),
                ("net_always_on", Unit::Usd, |all| all.profit.always_on_net_usd.into()),
                ("margin", Unit::Change, |all| all.profit.margin.into()),
            ],
        ),
        both::<RoiReport>(
            seen,
            "return",
            |future| future.roi.as_ref(),
            &[
                ("return_on_investment", Unit::Change, |roi| roi.return_on_investment.into()),
                ("net_present_value", Unit::Usd, |roi| roi.with_switch_off.net_present_value_usd.into()),
                ("internal_rate", Unit::Change, |roi| rate(&roi.with_switch_off.internal_rate_per_year)),
                ("payback", Unit::Days, |roi| roi.with_switch_off.payback_days.into()),
                ("price_ceiling", Unit::UsdPerThs, |roi| roi.with_switch_off.price_ceiling_usd_per_ths.into()),
                ("switch_off_value", Unit::Usd, |roi| roi.switch_off_value_usd.into()),
            ],
        ),
    ];
    let section = Section::new(SectionName::Algorithms).figures(figures);
    section.tables(tables.into_iter().flatten().collect()).noted(&["static_dynamic", "switch_off", "one_project"])
}

/// Several rates are shown with what they are, percent per year.
fn rate(rate: &InternalRate) -> Shown {
    match rate {
        InternalRate::Value(rate) => Outcome::of(*rate).into(),
        InternalRate::Several { rates } => {
            let rates: Vec<String> = rates.iter().map(|rate| format!("{:+.2} %", 100.0 * rate)).collect();
            Shown::Text(rates.join(" / "))
        }
        _ => Shown::Undefined,
    }
}
