//! Scores of leads by hand.

use hashinsight_crm::score::{
    ClosedLead, LeadField, LeadSource, PointsRequest, PredictiveRequest, points_score, predictive_score,
};
use hashinsight_units::{Days, Timestamp};

/// Row 34, first half: referral, email, phone and a chief executive are 100 points.
#[test]
fn row_34_lead() {
    let lead = PointsRequest::new(LeadSource::Referral).has_email(true).has_phone(true).title("Founder & CEO".into());
    let report = points_score(&lead).unwrap();
    assert_eq!((report.score, report.terms.len()), (100.0, 4));
    let mut capped = lead;
    capped.weights.cap = 90;
    let report = points_score(&capped).unwrap();
    assert_eq!((report.score, report.terms.last().unwrap().value), (90.0, -10.0));
    assert_eq!(report.terms.iter().map(|term| term.value).sum::<f64>(), 90.0);
    assert_eq!(points_score(&PointsRequest::new(LeadSource::Other)).unwrap().score, 10.0);
    // Whole words: a directory is no director.
    assert_eq!(
        points_score(&PointsRequest::new(LeadSource::Other).title("Directory clerk".into())).unwrap().score,
        10.0
    );
    let mut empty = PointsRequest::new(LeadSource::Other);
    empty.weights.title_words = vec![String::new()];
    assert_eq!(points_score(&empty).unwrap_err().code(), "crm.title_words.missing");
}

fn at(days: i64) -> Timestamp {
    Timestamp::from_ms(1_714_521_600_000 + days * 86_400_000).unwrap()
}

fn fields(pairs: &[(&str, &str)]) -> Vec<LeadField> {
    pairs.iter().map(|(name, value)| LeadField::new((*name).into(), (*value).into())).collect()
}

/// Three won, one lost, smoothing 1. Sources a, a, b | b, and the lead has b: odds 4/2, times (2/5) / (2/3), so 1.2.
/// With a half-life of 10 days and ages 0, 10, 20 | 0: W = 1.75, L = 1, `w_b = 0.25`, `l_b = 1`.
#[test]
fn naive_bayes_by_hand() {
    let history = vec![
        ClosedLead::new(fields(&[("source", "a")]), true, at(20)),
        ClosedLead::new(fields(&[("source", "a")]), true, at(10)),
        ClosedLead::new(fields(&[("source", "b")]), true, at(0)),
        ClosedLead::new(fields(&[("source", "b")]), false, at(20)),
    ];
    let request = PredictiveRequest::new(history, fields(&[("source", "b")]), at(20));
    let report = predictive_score(&request).unwrap();
    assert!((report.probability - 1.2 / 2.2).abs() < 1e-15);
    assert_eq!(report.terms.iter().map(|term| term.value).sum::<f64>(), report.log_odds);
    let aged = predictive_score(&request.clone().half_life_days(Days::new(10.0).unwrap())).unwrap();
    let odds = (2.75 / 2.0) * (1.25 / 3.75) / (2.0 / 3.0);
    assert!((aged.probability - odds / (1.0 + odds)).abs() < 1e-15);
    // A value that nobody had before is smoothed, a field that nobody had says nothing.
    let unseen =
        predictive_score(&PredictiveRequest::new(request.history.clone(), fields(&[("country", "US")]), at(20)))
            .unwrap();
    assert_eq!(unseen.terms[1].value, 0.0);
    let later = predictive_score(&PredictiveRequest::new(request.history.clone(), fields(&[]), at(19))).unwrap_err();
    assert_eq!((later.code(), later.path().as_str()), ("crm.closed_ms.out_of_range", "history[0].closed_ms"));
    let none = predictive_score(&PredictiveRequest::new(vec![], fields(&[]), at(19))).unwrap_err();
    assert_eq!(none.code(), "crm.history.insufficient_data");
    let twice = fields(&[("source", "a"), ("source", "b")]);
    assert_eq!(
        predictive_score(&PredictiveRequest::new(request.history, twice, at(20))).unwrap_err().code(),
        "crm.lead.several"
    );
}
