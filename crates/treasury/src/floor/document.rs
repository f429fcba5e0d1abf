//! The floor as a document.

use hashinsight_units::{At, Error, Fault, Fraction, Problem, Record};

use super::{Floor, FloorTerms};
use crate::coverage::{Cash, Costs};
use crate::policy::Observation;

/// Inputs of [`robust_floor`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FloorRequest {
    /// Treasury, market and dated payments now.
    pub observation: Observation,
    /// Promises about the future.
    pub terms: FloorTerms,
}

/// Result of [`robust_floor`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct FloorReport {
    /// Number of steps until the last payment, this one included.
    pub steps: u32,
    /// Smallest sale with its certificate, or what is missing.
    pub floor: Floor,
}

/// The smallest sale that keeps every payment coverable in the worst case, with a certificate, or what is missing.
///
/// ```
/// use hashinsight_treasury::coverage::{Costs, Payment};
/// use hashinsight_treasury::floor::{Floor, FloorRequest, FloorTerms, robust_floor};
/// use hashinsight_treasury::policy::Observation;
/// use hashinsight_units::{Days, Fraction, Price, Timestamp};
/// // Five monthly payments of 200,000 USD and 12.5 bitcoin at 85,000 USD, which may fall to 85 % within each month.
/// let month = |index: i64| Timestamp::from_s(1_735_689_600 + 30 * 86_400 * index);
/// let seen = Observation::new(month(0)?, Price::new(85_000.0)?, "12.5 BTC".parse()?, "0".parse()?, Costs::new(Fraction::ZERO));
/// let payments = (0..5).map(|index| Ok(Payment::new(month(index)?, "200000".parse()?)));
/// let seen = seen.liabilities(payments.collect::<Result<_, hashinsight_units::Error>>()?);
/// let terms = FloorTerms::new(Days::new(30.0)?, vec![Fraction::new(0.85)?]);
/// let Floor::Feasible { sale_sat, .. } = robust_floor(&FloorRequest::new(seen, terms))?.floor else { unreachable!() };
/// assert_eq!(sale_sat.to_string(), "7.59803922 BTC");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// What [`Observation::prepare`], [`FloorTerms::check`] and [`FloorTerms::worst_case`] refuse; `treasury.fixed_usd.unsupported` and
/// `treasury.slippage_per_btc.unsupported` for costs that are not proportional: the sale would not be the smallest. Limits per step stand for
/// slippage by size.
pub fn robust_floor(request: &FloorRequest) -> Result<FloorReport, Error> {
    let FloorRequest { observation, terms } = request;
    terms.check().at("terms")?;
    proportional(&observation.costs).at("costs").at("observation")?;
    let (execution, schedule) = observation.prepare().at("observation")?;
    let view = observation.view(&execution, &schedule);
    view.check().at("observation")?;
    let worst = terms.worst_case(&view).at("terms")?;
    let steps =
        u32::try_from(worst.steps.len()).unwrap_or_else(|_| unreachable!("the terms bound the number of steps"));
    Ok(FloorReport { steps, floor: worst.floor(&view)? })
}

/// Refuses costs that are not proportional to what is sold.
pub(crate) fn proportional(costs: &Costs) -> Result<(), Error> {
    let refuse = |field: &str, value: String| {
        let fault = Fault::new(format!("treasury.{field}"), Problem::Unsupported).at(field).got(value);
        Err(fault.allowed("0 with a floor: a limit per step stands for slippage by size").into())
    };
    if costs.slippage_per_btc > Fraction::ZERO {
        return refuse("slippage_per_btc", hashinsight_units::Shown::shown(&costs.slippage_per_btc));
    }
    if costs.fixed_usd > Cash::ZERO {
        return refuse("fixed_usd", costs.fixed_usd.to_string());
    }
    Ok(())
}
