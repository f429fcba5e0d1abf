//! A score by points: each fact about a lead is worth some, up to a cap.

use hashinsight_units::{At, Error, Problem, Record};

use super::{ScoreTerm, term};
use crate::refuse::refuse;

/// Source of a lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum LeadSource {
    /// Recommended by a customer.
    Referral,
    /// Sent by a partner.
    Partner,
    /// Met at a fair.
    TradeShow,
    /// Through the web site.
    Web,
    /// Through social media.
    Social,
    /// Wrote a letter.
    Email,
    /// Called.
    Phone,
    /// Otherwise.
    Other,
}

/// Points of each fact.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PointsWeights {
    /// Points of a referral.
    #[record(range = 0..=1000, default = 40)]
    pub referral: u32,
    /// Points of a partner's lead.
    #[record(range = 0..=1000, default = 35)]
    pub partner: u32,
    /// Points of a lead from a fair.
    #[record(range = 0..=1000, default = 30)]
    pub trade_show: u32,
    /// Points of a lead through the web site.
    #[record(range = 0..=1000, default = 25)]
    pub web: u32,
    /// Points of a lead through social media.
    #[record(range = 0..=1000, default = 20)]
    pub social: u32,
    /// Points of a lead by letter.
    #[record(range = 0..=1000, default = 15)]
    pub email: u32,
    /// Points of a lead by call.
    #[record(range = 0..=1000, default = 15)]
    pub phone: u32,
    /// Points of another lead.
    #[record(range = 0..=1000, default = 10)]
    pub other: u32,
    /// Points of a known email address.
    #[record(range = 0..=1000, default = 20)]
    pub has_email: u32,
    /// Points of a known telephone number.
    #[record(range = 0..=1000, default = 15)]
    pub has_phone: u32,
    /// Points of a title that decides.
    #[record(range = 0..=1000, default = 25)]
    pub title: u32,
    /// Words of titles that decide, whole words whatever their letters.
    #[record(default = vec!["ceo".to_owned(), "director".to_owned()])]
    pub title_words: Vec<String>,
    /// Greatest score.
    #[record(range = 0..=10_000, default = 100)]
    pub cap: u32,
}

/// Inputs of [`points_score`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PointsRequest {
    /// Source of the lead.
    #[record(example = "referral")]
    pub source: LeadSource,
    /// Whether an email address is known.
    #[record(default = false)]
    pub has_email: bool,
    /// Whether a telephone number is known.
    #[record(default = false)]
    pub has_phone: bool,
    /// Title of the person. Absent: not known.
    pub title: Option<String>,
    /// Points of each fact.
    #[record(default = PointsWeights::default())]
    pub weights: PointsWeights,
}

/// Result of [`points_score`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PointsReport {
    /// Score, in points.
    pub score: f64,
    /// Points of each fact; they add up to the score, the last one being what the cap takes away.
    pub terms: Vec<ScoreTerm>,
}

/// The score of a lead by points.
///
/// ```
/// use hashinsight_crm::score::{LeadSource, PointsRequest, points_score};
/// let lead = PointsRequest::new(LeadSource::Referral).has_email(true).has_phone(true).title("CEO".into());
/// assert_eq!(points_score(&lead)?.score, 100.0); // 40 + 20 + 15 + 25
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `crm.<weight>.out_of_range` beyond its range, `crm.title_words.missing` for an empty word.
pub fn points_score(request: &PointsRequest) -> Result<PointsReport, Error> {
    request.weights.check().at("weights")?;
    if let Some(row) = request.weights.title_words.iter().position(|word| word.trim().is_empty()) {
        return Err(refuse("title_words", Problem::Missing, "\"\"", "a word").in_row(row)).at("weights");
    }
    let weights = &request.weights;
    let source = match request.source {
        LeadSource::Referral => weights.referral,
        LeadSource::Partner => weights.partner,
        LeadSource::TradeShow => weights.trade_show,
        LeadSource::Web => weights.web,
        LeadSource::Social => weights.social,
        LeadSource::Email => weights.email,
        LeadSource::Phone => weights.phone,
        LeadSource::Other => weights.other,
    };
    let decides = request.title.as_ref().is_some_and(|title| {
        let title = title.to_lowercase();
        let mut words = title.split(|letter: char| !letter.is_alphanumeric());
        words.any(|word| weights.title_words.iter().any(|known| known.to_lowercase() == word))
    });
    let facts = [
        ("source", source, true),
        ("email", weights.has_email, request.has_email),
        ("phone", weights.has_phone, request.has_phone),
        ("title", weights.title, decides),
    ];
    let mut terms: Vec<ScoreTerm> =
        facts.iter().filter(|(.., holds)| *holds).map(|(code, points, _)| term(*code, f64::from(*points))).collect();
    let total: u32 = facts.iter().filter(|(.., holds)| *holds).map(|(_, points, _)| points).sum();
    let score = total.min(weights.cap);
    if score < total {
        terms.push(term("cap", f64::from(score) - f64::from(total)));
    }
    Ok(PointsReport { score: f64::from(score), terms })
}
