//! The answer: what to run now, what it earns, what to decide this week and why, and what would change that. Each line links to its section.

use hashinsight_treasury::floor::Floor;
use hashinsight_units::{Error, Outcome};

use crate::document::{Figure, Section, SectionName, Shown, Source, TextCode, Unit};
use crate::known::Known;
use crate::sections::insurance::{amount, decision};
use crate::sections::machines::Machines;
use crate::sections::signals::action;

/// Sections that decide something.
const DECIDING: [SectionName; 5] = [
    SectionName::Machines,
    SectionName::Curtailment,
    SectionName::Treasury,
    SectionName::Insurance,
    SectionName::Signals,
];

pub(super) fn section(known: &Known<'_>) -> Result<Section, Error> {
    // Asked for alone, the answer is the whole of it.
    let alone = !DECIDING.iter().any(|name| known.asks_for(*name));
    let mut figures = Vec::new();
    for name in DECIDING.into_iter().filter(|name| alone || known.asks_for(*name)) {
        figures.extend(match name {
            SectionName::Machines => of_machines(known.machines()?),
            SectionName::Curtailment => of_plan(known)?,
            SectionName::Treasury => of_treasury(known)?,
            SectionName::Insurance => of_insurance(known)?,
            _ => of_signals(known)?,
        });
    }
    if alone {
        // Nothing to link to.
        for figure in &mut figures {
            figure.link = None;
        }
        return Ok(Section::new(SectionName::Answer).figures(figures));
    }
    Ok(Section::new(SectionName::Answer).figures(figures).noted(&["answer"]))
}

fn line(code: &str, value: Shown, unit: Unit, link: SectionName) -> Figure {
    Figure::of(code, value, unit, Source::Calculated).link(link)
}

fn no_data(code: &str, missing: &str, link: SectionName) -> Figure {
    line(code, Shown::NoData(TextCode::of(format!("report.missing.{missing}"))), Unit::None, link)
}

fn of_machines(machines: &Machines) -> Vec<Figure> {
    const LINK: SectionName = SectionName::Machines;
    let Some(site) = &machines.site else { return vec![no_data("run_now", "machine", LINK)] };
    let pays = |net: f64| net > 0.0;
    let named = |paying: bool| {
        let group = machines.own.iter().filter(|machine| pays(machine.day.net_usd) == paying);
        group.map(|machine| format!("{} × {}", machine.count, machine.machine.model)).collect::<Vec<_>>().join(", ")
    };
    let or_none = |names: String| if names.is_empty() { Shown::word("nothing") } else { Shown::Text(names) };
    let mut figures = vec![
        line("run_now", or_none(named(true)), Unit::None, LINK),
        line("rest_now", or_none(named(false)), Unit::None, LINK),
        line("earns", Shown::Number(site.net_usd), Unit::UsdPerDay, LINK),
        line("mines", Shown::Number(site.btc), Unit::BtcPerDay, LINK),
    ];
    // The machine that pays least is the first to stop.
    if let Some(first) = machines.own.iter().rfind(|machine| pays(machine.day.net_usd)) {
        let even = &first.day.break_even;
        let lines: [(&str, Outcome, Unit); 3] = [
            ("stops_at_hashprice", even.hashprice_usd_per_phs_day, Unit::UsdPerPhsDay),
            ("stops_at_price", even.btc_price_usd, Unit::UsdPerBtc),
            ("stops_at_power", even.power_price_usd_per_kwh, Unit::UsdPerKwh),
        ];
        figures.push(line("first_to_stop", Shown::Text(first.machine.model.clone()), Unit::None, LINK));
        figures.extend(lines.map(|(code, outcome, unit)| line(code, outcome.into(), unit, LINK)));
    }
    figures
}

fn of_plan(known: &Known<'_>) -> Result<Vec<Figure>, Error> {
    const LINK: SectionName = SectionName::Curtailment;
    let Some(plan) = known.plan()? else {
        let missing = if known.site.tariff.is_none() { "tariff" } else { "machine" };
        return Ok(vec![no_data("next_rest", missing, LINK)]);
    };
    let next = (0..plan.hours).find(|hour| plan.rests(*hour)).map(|hour| plan.instant(hour)).transpose()?;
    let next = next.map_or_else(|| Shown::word("never_within_plan"), Shown::Instant);
    let line = |code, value, unit| Figure::of(code, value, unit, plan.source).link(LINK);
    Ok(vec![line("next_rest", next, Unit::None), line("rest_saves", Shown::Number(plan.report.saved_usd), Unit::Usd)])
}

fn of_treasury(known: &Known<'_>) -> Result<Vec<Figure>, Error> {
    const LINK: SectionName = SectionName::Treasury;
    let Some(position) = known.treasury()? else { return Ok(vec![no_data("sell_for_payments", "treasury", LINK)]) };
    let sale = Shown::Number(position.plan.sell_sat.to_btc_f64());
    let why = match position.plan.floors.first() {
        Some(Floor::Infeasible { .. }) => "payments_not_covered",
        _ if position.plan.sell_sat.to_sat() == 0 => "payments_covered",
        _ => "payments_need_sale",
    };
    let mut figures = vec![
        line("sell_for_payments", sale, Unit::Btc, LINK),
        line("sell_why", Shown::word(why), Unit::None, LINK),
        line("cash_lasts", position.coverage.coverage_days.into(), Unit::Days, LINK),
    ];
    match position.plan.floors.first() {
        Some(Floor::Feasible { spare_usd, .. }) => {
            figures.push(line("spare_cash", Shown::Number(spare_usd.to_usd_f64()), Unit::Usd, LINK));
        }
        Some(Floor::Infeasible { shortfall_usd, .. }) => {
            figures.push(line("missing_cash", Shown::Number(shortfall_usd.to_usd_f64()), Unit::Usd, LINK));
        }
        _ => {}
    }
    Ok(figures)
}

fn of_insurance(known: &Known<'_>) -> Result<Vec<Figure>, Error> {
    const LINK: SectionName = SectionName::Insurance;
    let Some(covered) = known.insurance()? else {
        let missing = if known.site.hedge.is_none() { "hedge" } else { "days" };
        return Ok(vec![no_data("cover_costs", missing, LINK)]);
    };
    let quote = &covered.quote;
    let costs = match &quote.premium {
        Some(premium) => line("cover_costs", Shown::Number(amount(premium.gross)), Unit::Usd, LINK),
        None => line("cover_costs", decision(quote), Unit::None, LINK),
    };
    let pays = Shown::Number(amount(quote.maximum_payout.money.amount()));
    let hit = Shown::Number(quote.price.hit_probability);
    Ok(vec![costs, line("cover_pays", pays, Unit::Usd, LINK), line("hit_probability", hit, Unit::Fraction, LINK)])
}

fn of_signals(known: &Known<'_>) -> Result<Vec<Figure>, Error> {
    const LINK: SectionName = SectionName::Signals;
    let assessed = known.signals()?;
    let Some(decision) = assessed.decision() else { return Ok(vec![no_data("signals_say", "days", LINK)]) };
    let (for_sale, against) = assessed.strongest();
    let mut figures = vec![line("signals_say", action(decision), Unit::None, LINK)];
    for (code, reason) in [("reason_for", for_sale), ("reason_against", against)] {
        if let Some(reason) = reason {
            let word = hashinsight_units::record::Word::word(reason.code);
            figures.push(line(code, Shown::Code(TextCode::of(format!("signals.reason.{word}"))), Unit::None, LINK));
        }
    }
    let probability = decision.probability.map_or(Shown::Undefined, Shown::Number);
    figures.push(line("fall_probability", probability, Unit::Fraction, LINK));
    figures.push(line("sells_from", Shown::Number(decision.thresholds.trim_at.get()), Unit::Fraction, LINK));
    Ok(figures)
}
