//! Answers of insurance.

use hashinsight_insurance::risk::IndexFactor;
use hashinsight_units::record::Word;
use hashinsight_units::{Decimal, Error, Record};

use super::{Held, Part, nothing_to_draw};
use crate::document::{BarPlot, Cells, Curves, Label, Plot, PlotShape, Series, Source, TextCode, Unit};
use crate::sections::insurance::amount;

/// Terms of a premium, in units of its currency.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PremiumDrawn {
    /// Pure premium: expected present value of the payout.
    pub pure: Decimal,
    /// Risk loading of the premium principle.
    pub risk_loading: Decimal,
    /// Fixed expense of a cover.
    pub fixed_expense: Decimal,
    /// Expenses in proportion to the premium.
    pub expense: Decimal,
    /// Commission in proportion to the premium.
    pub commission: Decimal,
    /// Profit in proportion to the premium.
    pub profit: Decimal,
    /// Difference to the price of a product that has a fixed one.
    pub listing: Decimal,
    /// Discount, negative or 0.
    pub discount: Decimal,
    /// Tax on the premium after the discount.
    pub tax: Decimal,
}

/// What is drawn of a quote.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct QuoteDrawn {
    /// Terms of the premium. Absent: the quote has none.
    pub premium: Option<Part<PremiumDrawn>>,
}

/// The sum of the steps is the gross premium.
pub(super) fn premium(drawn: &QuoteDrawn) -> Result<Plot, Error> {
    let Some(Part(terms)) = &drawn.premium else { return Err(nothing_to_draw()) };
    let steps = [
        ("premium_pure", terms.pure),
        ("premium_risk_loading", terms.risk_loading),
        ("premium_fixed_expense", terms.fixed_expense),
        ("premium_expense", terms.expense),
        ("premium_commission", terms.commission),
        ("premium_profit", terms.profit),
        ("premium_listing", terms.listing),
        ("premium_discount", terms.discount),
        ("premium_tax", terms.tax),
    ];
    Ok(waterfall("premium", &steps))
}

/// Steps of money in the currency of the answer.
fn waterfall(title: &str, steps: &[(&str, Decimal)]) -> Plot {
    let names = steps.iter().map(|(name, _)| Label::column(name)).collect();
    let values = steps.iter().map(|(_, value)| amount(*value)).collect();
    Plot::of(title, Unit::Number, Source::Calculated, PlotShape::Waterfall(BarPlot::new(names, values)))
}

/// What is drawn of a distribution of losses.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct LossDrawn {
    /// Losses that can occur, ascending, in units of currency.
    pub losses: Vec<f64>,
    /// Probabilities that each of the losses is exceeded.
    pub exceedance_probabilities: Vec<f64>,
}

pub(super) fn exceedance(drawn: &LossDrawn) -> Plot {
    let series = Series::new(Label::column("exceedance"), drawn.exceedance_probabilities.clone());
    let curves = Curves::new(Cells::Numbers(drawn.losses.clone()), vec![series]);
    Plot::of("exceedance", Unit::Fraction, Source::Calculated, PlotShape::Step(curves))
}

/// What is drawn of a loss at a level.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct LossLevelDrawn {
    /// Probability that the loss stays at or below the value at risk.
    pub level: f64,
    /// Value at risk, in units of currency.
    pub value_at_risk: Held,
    /// Tail value at risk, in units of currency.
    pub tail_value_at_risk: Held,
}

/// What is drawn of a sum of losses.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct AggregateDrawn {
    /// Losses at the levels that were asked for.
    pub levels: Vec<Part<LossLevelDrawn>>,
}

/// Levels of which one number is not known are left out.
pub(super) fn aggregate(drawn: &AggregateDrawn) -> Plot {
    let known =
        |Part(at): &Part<LossLevelDrawn>| Some([at.level, at.value_at_risk.number()?, at.tail_value_at_risk.number()?]);
    levels(&drawn.levels.iter().filter_map(known).collect::<Vec<_>>())
}

/// What is drawn of a simulated loss at a level.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SimulatedTailDrawn {
    /// Probability that the loss stays at or below the value at risk.
    pub level: f64,
    /// Value at risk, in units of currency.
    pub value_at_risk: f64,
    /// Tail value at risk, in units of currency.
    pub tail_value_at_risk: f64,
}

/// What is drawn of a simulated book.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BookSimulationDrawn {
    /// Losses at the levels that were asked for.
    pub tails: Vec<Part<SimulatedTailDrawn>>,
}

pub(super) fn book_simulation(drawn: &BookSimulationDrawn) -> Plot {
    let at = |Part(tail): &Part<SimulatedTailDrawn>| [tail.level, tail.value_at_risk, tail.tail_value_at_risk];
    levels(&drawn.tails.iter().map(at).collect::<Vec<_>>())
}

/// Level, value at risk and its tail.
fn levels(rows: &[[f64; 3]]) -> Plot {
    let column = |place: usize| rows.iter().map(|row| row[place]).collect::<Vec<f64>>();
    let series = vec![
        Series::new(Label::column("value_at_risk"), column(1)),
        Series::new(Label::column("tail_value_at_risk"), column(2)),
    ];
    let curves = Curves::new(Cells::Numbers(column(0)), series);
    Plot::of("loss_levels", Unit::Number, Source::Calculated, PlotShape::Line(curves))
}

/// From the loss to the payout, in units of currency.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PayoutDrawn {
    /// Part of the loss that is insured, or the sum that was agreed.
    pub covered: Decimal,
    /// Part of it that the deductible takes.
    pub deducted: Decimal,
    /// Part of the rest that the holder bears as coinsurance.
    pub coinsured: Decimal,
    /// Part of what is left that exceeds the limit.
    pub beyond_limit: Decimal,
    /// Part of it below the last digit that is paid.
    pub rounding: Decimal,
}

/// What is drawn of a claim.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ClaimDrawn {
    /// How the payout comes of the loss. Absent: there is no loss.
    pub items: Option<Part<PayoutDrawn>>,
}

/// The sum of the steps is the payout.
pub(super) fn claim(drawn: &ClaimDrawn) -> Result<Plot, Error> {
    let Some(Part(items)) = &drawn.items else { return Err(nothing_to_draw()) };
    let steps = [
        ("payout_covered", items.covered),
        ("payout_deducted", -items.deducted),
        ("payout_coinsured", -items.coinsured),
        ("payout_beyond_limit", -items.beyond_limit),
        ("payout_rounding", -items.rounding),
    ];
    Ok(waterfall("payout", &steps))
}

/// What a factor adds to the risk index.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ContributionDrawn {
    /// Factor of the index.
    pub factor: IndexFactor,
    /// Points that the factor adds to the index or takes from it.
    pub contribution: f64,
}

/// What is drawn of a risk index.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RiskIndexDrawn {
    /// Points of a request of which nothing speaks for or against it.
    pub base: f64,
    /// Contributions of the factors.
    pub contributions: Vec<Part<ContributionDrawn>>,
    /// Risk index from 0 to 100. Absent: no factor that counts has a score.
    pub index: Option<f64>,
}

/// The sum of the steps is the index.
pub(super) fn risk_index(drawn: &RiskIndexDrawn) -> Result<Plot, Error> {
    if drawn.index.is_none() {
        return Err(nothing_to_draw());
    }
    let factor = |Part(one): &Part<ContributionDrawn>| {
        let code = TextCode::of(format!("insurance.factor.{}", one.factor.word()));
        (Label::Code(code), one.contribution)
    };
    let base = std::iter::once((Label::column("index_base"), drawn.base));
    let (names, values) = base.chain(drawn.contributions.iter().map(factor)).unzip();
    Ok(Plot::of("risk_index", Unit::Number, Source::Calculated, PlotShape::Waterfall(BarPlot::new(names, values))))
}
