//! The tail of losses that are given scenario by scenario, and its allocation.

use hashinsight_numerics::sum;
use hashinsight_units::{Error, Finite, Fraction, Record};

use super::tail::{Outcomes, TailRisk, check_level};
use crate::refuse::{insufficient, length};

/// Inputs of [`scenario_risk`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ScenarioRiskRequest {
    /// Losses in each scenario, one per part of the book, in units of currency; a gain is below 0. All scenarios are equally likely.
    pub scenarios: Vec<Vec<Finite>>,
    /// Level of the value at risk: 0 or more, below 1.
    #[record(example = 0.8)]
    pub level: Fraction,
}

/// Result of [`scenario_risk`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ScenarioRiskReport {
    /// Expected loss, in units of currency.
    pub expected_loss: f64,
    /// Value at risk and tail value at risk of the whole.
    pub tail: TailRisk,
    /// Parts in the tail value at risk, in units of currency (co-TVaR, Euler): they add up to it.
    pub allocations: Vec<f64>,
}

/// Tail value at risk of equally likely scenarios, and the part of each column in it.
///
/// ```
/// use hashinsight_insurance::book::{ScenarioRiskRequest, scenario_risk};
/// use hashinsight_units::{Finite, Fraction};
/// let rows = [[10.0, 0.0], [0.0, 20.0], [50.0, 30.0], [80.0, 60.0]];
/// let scenarios = rows.map(|row| row.map(Finite::constant).to_vec()).to_vec();
/// let report = scenario_risk(&ScenarioRiskRequest::new(scenarios, Fraction::new(0.5)?))?;
/// assert_eq!((report.tail.tail_value_at_risk, report.allocations), (110.0, vec![65.0, 45.0]));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insurance.scenarios.insufficient_data` for none, `insurance.scenarios.length` for rows of different length,
/// `insurance.level.out_of_range` for 1.
pub fn scenario_risk(request: &ScenarioRiskRequest) -> Result<ScenarioRiskReport, Error> {
    check_level("level", request.level)?;
    let scenarios = &request.scenarios;
    let Some(first) = scenarios.first() else {
        return Err(insufficient("scenarios", 0, "at least one scenario"));
    };
    let columns = first.len();
    if let Some(row) = scenarios.iter().position(|scenario| scenario.len() != columns) {
        return Err(length("scenarios", scenarios[row].len(), columns).in_row(row));
    }
    let total = |row: &Vec<Finite>| sum(&row.iter().map(|loss| loss.get()).collect::<Vec<f64>>());
    let each = 1.0 / scenarios.len() as f64;
    let outcomes = Outcomes::new(scenarios.iter().map(|row| (total(row), each)));
    let tail = outcomes.tail(request.level);
    let mut allocations = vec![0.0; columns];
    for (loss, probability, row) in outcomes.sorted() {
        let weight = tail.weight(*loss) * probability;
        for (part, loss) in allocations.iter_mut().zip(&scenarios[*row]) {
            *part += loss.get() * weight;
        }
    }
    let [expected_loss, _] = outcomes.moments();
    Ok(ScenarioRiskReport { expected_loss, tail: tail.at(request.level), allocations })
}
