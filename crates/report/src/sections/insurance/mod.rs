//! What a cover against the liquidation of the site's hedge costs, and what the hedge may lose.

mod covered;

pub(crate) use covered::Covered;

use hashinsight_derivatives::margin::Side;
use hashinsight_derivatives::pricing::{
    BarrierSide, HitProbabilityBatchParams, HitProbabilityColumns, hit_probability_batch,
};
use hashinsight_insurance::quote::{Decision, PremiumTerms, Quote};
use hashinsight_units::record::Word;
use hashinsight_units::{Decimal, Error, Rate};

use crate::document::{
    BarPlot, Cells, Column, Curves, Figure, Label, Plot, PlotMark, PlotShape, Section, SectionName, Series, Shown,
    Source, Table, TextCode, Unit,
};
use crate::known::Known;

/// Parts of the margin at which the probability of a loss is drawn.
const PARTS: u32 = 50;

pub(super) fn section(known: &Known<'_>) -> Result<Section, Error> {
    let Some(hedge) = &known.site.hedge else {
        return Ok(Section::no_data(SectionName::Insurance, "hedge"));
    };
    let Some(covered) = known.insurance()? else {
        return Ok(Section::no_data(SectionName::Insurance, "days"));
    };
    let source = if hedge.volatility.is_some() { Source::Site } else { Source::Calculated };
    let mut figures = position(covered, hedge.days);
    figures.push(Figure::of("volatility", covered.volatility.get(), Unit::Fraction, source));
    figures.extend(of_quote(&covered.quote));
    let mut plots = vec![losses(covered)?];
    plots.extend(covered.quote.premium.as_ref().map(premium));
    let mut notes = vec!["cover", "losses"];
    if !covered.quote.range.is_empty() {
        notes.push("cover_jumps");
    }
    let section = Section::new(SectionName::Insurance).figures(figures).plots(plots);
    Ok(section.tables(vec![by_days(covered)]).noted(&notes))
}

/// A booked amount as a number.
pub(crate) fn amount(value: Decimal) -> f64 {
    hashinsight_units::json::float(&value.to_string()).unwrap_or_else(|| unreachable!("a decimal is a number"))
}

pub(crate) fn decision(quote: &Quote) -> Shown {
    Shown::Code(TextCode::of(format!("insurance.decision.{}", quote.decision.word())))
}

fn position(covered: &Covered, days: u32) -> Vec<Figure> {
    let (position, spot) = (covered.position.position, covered.spot.get());
    let level = covered.quote.frozen.levels.first().map(|level| level.price);
    let or_never = |value: Option<f64>| value.map_or(Shown::Never, Shown::Number);
    let stated = |code, value: Shown, unit| Figure::of(code, value, unit, Source::Site);
    let figure = |code, value: Shown, unit| Figure::of(code, value, unit, Source::Calculated);
    let leverage = covered.quote.frozen.leverage.map_or(Shown::Undefined, Shown::Number);
    vec![
        stated("hedge_side", Shown::word(position.side.word()), Unit::None),
        stated("hedge_size", Shown::Number(position.quantity.get()), Unit::Btc),
        stated("hedge_entry", Shown::Number(position.entry_price.get()), Unit::UsdPerBtc),
        stated("hedge_margin", Shown::Number(covered.margin), Unit::Usd),
        figure("hedge_leverage", leverage, Unit::Number),
        figure("liquidation_price", or_never(level), Unit::UsdPerBtc),
        figure("liquidation_distance", or_never(level.map(|level| level / spot - 1.0)), Unit::Change),
        stated("cover_days", Shown::Number(days.into()), Unit::Days),
    ]
}

fn of_quote(quote: &Quote) -> Vec<Figure> {
    let figure = |code, value: Shown, unit| Figure::of(code, value, unit, Source::Calculated);
    let payout = amount(quote.maximum_payout.money.amount());
    let mut figures = vec![
        figure("hit_probability", Shown::Number(quote.price.hit_probability), Unit::Fraction),
        figure("cover_pays", Shown::Number(payout), Unit::Usd),
        figure("pure_premium", Shown::Number(quote.price.pure_premium), Unit::Usd),
    ];
    if let Some(other) = quote.range.first() {
        figures.push(figure("pure_premium_jumps", Shown::Number(other.pure_premium), Unit::Usd));
        if let Some(simulation) = &other.simulation {
            let error = Shown::Number(simulation.pure_standard_error);
            figures.push(figure("pure_premium_jumps_error", error, Unit::Usd));
        }
    }
    figures.push(figure("cover_decision", decision(quote), Unit::None));
    for reason in &quote.reasons {
        let code = TextCode::of(format!("insurance.reason.{}", reason.reason.word()));
        figures.push(figure("cover_reason", Shown::Code(code), Unit::None));
    }
    if let Some(premium) = &quote.premium {
        let gross = amount(premium.gross);
        figures.push(figure("cover_costs", Shown::Number(gross), Unit::Usd));
        if payout > 0.0 {
            figures.push(figure("premium_rate", Shown::Number(gross / payout), Unit::Fraction));
        }
    }
    figures
}

/// The probability that the hedge loses at least so much within the period: the law of its greatest loss.
fn losses(covered: &Covered) -> Result<Plot, Error> {
    let position = covered.position.position;
    let (quantity, entry, spot) = (position.quantity.get(), position.entry_price.get(), covered.spot.get());
    let lost: Vec<f64> = (0..=PARTS).map(|part| covered.margin * (f64::from(part) / f64::from(PARTS))).collect();
    let (side, sign) = match position.side {
        Side::Long => (BarrierSide::Down, -1.0),
        Side::Short => (BarrierSide::Up, 1.0),
    };
    // A price below 0 is never reached.
    let prices: Vec<f64> =
        lost.iter().map(|loss| entry + sign * loss / quantity).filter(|price| *price > 0.0).collect();
    let rows = prices.len();
    let terms = &covered.quote.request.cover.terms;
    let years = (terms.expires_ms.to_ms() - terms.starts_ms.to_ms()) as f64 / 31_536_000_000.0;
    let columns = HitProbabilityColumns {
        spot: &vec![spot; rows],
        barrier: &prices,
        years: &vec![years; rows],
        volatility: &vec![covered.volatility.get(); rows],
    };
    let params = HitProbabilityBatchParams::new(side, Rate::constant(0.0));
    let mut probability = hit_probability_batch(&columns, &params)?.probability;
    probability.resize(lost.len(), 0.0);
    let reached = |level: f64| prices.iter().position(|price| sign * (price - level) >= 0.0);
    let mark = covered.quote.frozen.levels.first().and_then(|level| reached(level.price));
    let marks = mark.and_then(|index| u32::try_from(index).ok());
    let marks = marks.map(|index| PlotMark::new(index, Label::column("liquidation"))).into_iter().collect();
    let series = vec![Series::new(Label::column("loss_probability"), probability)];
    let shape = PlotShape::Line(Curves::new(Cells::Numbers(lost), series).marks(marks));
    Ok(Plot::of("hedge_losses", Unit::Fraction, Source::Calculated, shape))
}

/// From the expected payout to what is paid.
fn premium(premium: &PremiumTerms) -> Plot {
    let terms = [("pure_premium", premium.pure), ("risk_loading", premium.risk_loading), ("expense", premium.expense)];
    let names = terms.iter().map(|(code, _)| Label::column(code)).collect();
    let values = terms.iter().map(|(_, value)| amount(*value)).collect();
    Plot::of("cover_premium", Unit::Usd, Source::Calculated, PlotShape::Waterfall(BarPlot::new(names, values)))
}

fn by_days(covered: &Covered) -> Table {
    let quotes = || covered.by_days.iter().map(|(_, quote)| quote);
    let gross = |quote: &Quote| match (&quote.premium, quote.decision) {
        (Some(premium), Decision::Offer | Decision::Refer) => Shown::Number(amount(premium.gross)),
        _ => decision(quote),
    };
    let numbers = |code, unit, of: fn(&Quote) -> f64| Column::numbers(code, unit, quotes().map(of).collect());
    Table::of(
        "cover_by_days",
        vec![
            Column::numbers("days", Unit::Days, covered.by_days.iter().map(|(days, _)| f64::from(*days)).collect()),
            numbers("hit_probability", Unit::Fraction, |quote| quote.price.hit_probability),
            numbers("pure_premium", Unit::Usd, |quote| quote.price.pure_premium),
            Column::of("premium", Unit::Usd, Cells::Shown(quotes().map(gross).collect())),
            numbers("payout", Unit::Usd, |quote| amount(quote.maximum_payout.money.amount())),
        ],
    )
}
