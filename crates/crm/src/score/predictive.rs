//! A score from what became of earlier leads: naive Bayes, smoothed, with older outcomes counting less.
//!
//! ```text
//! ln odds = ln ((W + a) / (L + a)) + sum over fields of ln (((w_v + a) / (W_f + a K)) / ((l_v + a) / (L_f + a K)))
//! ```
//!
//! `W` and `L` are the won and lost leads, each counted as `2^(-age / half-life)`; `w_v` and `l_v` those with the same value of the field,
//! `W_f` and `L_f` those where the field is known, `K` the number of its values, `a` Laplace's smoothing. (Manning, Raghavan and Schütze
//! 2008, "Introduction to Information Retrieval", chapter 13.)

use std::collections::BTreeSet;

use hashinsight_numerics::{exp, ln, sum_by};
use hashinsight_units::{At, Days, Error, MS_PER_DAY, Problem, Record, Timestamp};

use super::{ScoreTerm, term};
use crate::refuse::refuse;

/// One fact about a lead.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct LeadField {
    /// Name of the field.
    #[record(example = "source")]
    pub name: String,
    /// Value of the field.
    #[record(example = "referral")]
    pub value: String,
}

/// Lead that has been won or lost.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ClosedLead {
    /// Fields of the lead that were known.
    pub fields: Vec<LeadField>,
    /// Whether it was won.
    #[record(example = true)]
    pub is_won: bool,
    /// Time at which it was won or lost, in Unix milliseconds UTC.
    #[record(example = 1714521600000)]
    pub closed_ms: Timestamp,
}

/// Inputs of [`predictive_score`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PredictiveRequest {
    /// Leads that have been won or lost.
    pub history: Vec<ClosedLead>,
    /// Fields of the lead that is scored, each once.
    pub lead: Vec<LeadField>,
    /// Time of the score, in Unix milliseconds UTC: no outcome is later.
    #[record(example = 1714608000000)]
    pub at_ms: Timestamp,
    /// Age at which an outcome counts half, in days; above 0. Absent: age does not count.
    pub half_life_days: Option<Days>,
    /// Smoothing: outcomes that are added to each count.
    #[record(range = 0.001..=1000.0, default = 1.0)]
    pub smoothing: f64,
}

/// Result of [`predictive_score`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PredictiveReport {
    /// Probability that the lead is won.
    pub probability: f64,
    /// Logarithm of the odds of winning.
    pub log_odds: f64,
    /// Terms of the logarithm of the odds, that of all leads first; they add up to it.
    pub terms: Vec<ScoreTerm>,
    /// Number of won leads, each counted by its age.
    pub won: f64,
    /// Number of lost leads, each counted by its age.
    pub lost: f64,
}

/// The probability that a lead is won, learned from leads before it.
///
/// ```
/// use hashinsight_crm::score::{ClosedLead, LeadField, PredictiveRequest, predictive_score};
/// use hashinsight_units::Timestamp;
/// let at = Timestamp::from_ms(1_714_521_600_000)?;
/// let from = |source: &str| vec![LeadField::new("source".into(), source.into())];
/// let closed = |source, is_won| ClosedLead::new(from(source), is_won, at);
/// let history = vec![closed("referral", true), closed("web", false), closed("web", false)];
/// let report = predictive_score(&PredictiveRequest::new(history, from("referral"), at))?;
/// assert!((report.probability - 16.0 / 25.0).abs() < 1e-15); // odds 2/3, times (2/3) / (1/4)
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `crm.history.insufficient_data` for none, `crm.closed_ms.out_of_range` for an outcome after the score, `crm.lead.several` for a field
/// twice, `crm.half_life_days.out_of_range` for 0.
pub fn predictive_score(request: &PredictiveRequest) -> Result<PredictiveReport, Error> {
    request.check()?;
    let PredictiveRequest { history, lead, at_ms, half_life_days, smoothing } = request;
    if history.is_empty() {
        return Err(refuse("history", Problem::InsufficientData, 0, "at least one lead that was won or lost"));
    }
    for (index, field) in lead.iter().enumerate() {
        if lead[..index].iter().any(|other| other.name == field.name) {
            return Err(refuse("lead", Problem::Several, &field.name, "each field once").in_row(index));
        }
    }
    let mut weights = Vec::with_capacity(history.len());
    for (index, closed) in history.iter().enumerate() {
        let age_ms = at_ms.to_ms() - closed.closed_ms.to_ms();
        if age_ms < 0 {
            let allowed = format!("at most {}, the time of the score", at_ms.to_ms());
            let error = refuse("closed_ms", Problem::OutOfRange, closed.closed_ms.to_ms(), allowed);
            return Err(error).index(index).at("history");
        }
        weights.push(match half_life_days.map(Days::get) {
            None => 1.0,
            Some(days) if days > 0.0 => exp(-std::f64::consts::LN_2 * (age_ms as f64 / MS_PER_DAY as f64) / days),
            Some(days) => return Err(refuse("half_life_days", Problem::OutOfRange, days, "above 0")),
        });
    }
    let count = |holds: &dyn Fn(&ClosedLead) -> bool| {
        sum_by(history.len(), |i| if holds(&history[i]) { weights[i] } else { 0.0 })
    };
    let (won, lost) = (count(&|closed| closed.is_won), count(&|closed| !closed.is_won));
    let mut terms = vec![term("all", ln((won + smoothing) / (lost + smoothing)))];
    for field in lead {
        let of =
            |closed: &ClosedLead| closed.fields.iter().find(|other| other.name == field.name).map(|f| f.value.clone());
        let values: BTreeSet<String> = history.iter().filter_map(of).chain([field.value.clone()]).collect();
        let spread = smoothing * values.len() as f64;
        let share = |is_won: bool| {
            let same = count(&|closed| closed.is_won == is_won && of(closed).as_ref() == Some(&field.value));
            let known = count(&|closed| closed.is_won == is_won && of(closed).is_some());
            (same + smoothing) / (known + spread)
        };
        terms.push(term(&field.name, ln(share(true) / share(false))));
    }
    let log_odds = terms.iter().fold(0.0, |sum, term| sum + term.value);
    // Of two forms the one that does not overflow.
    let probability = if log_odds < 0.0 { exp(log_odds) / (1.0 + exp(log_odds)) } else { 1.0 / (1.0 + exp(-log_odds)) };
    Ok(PredictiveReport { probability, log_odds, terms, won, lost })
}
