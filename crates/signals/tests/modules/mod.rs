//! The signal modules.

#![allow(
    clippy::disallowed_methods,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::expect_used,
    clippy::manual_midpoint,
    reason = "a reference is written with std, as its formula reads"
)]

mod assessment;
mod breakout;
mod confluence;
mod layers;
mod miner_cycle;
mod pattern;
mod regime;
pub(crate) mod support;

use hashinsight_numerics::stream::batch;
use hashinsight_signals::modules::{AssessmentStatus, Module, ReasonCode, bounded};
use hashinsight_testkit::check_stream;
use hashinsight_units::columns::{ColumnBuffer, Line, Table};

/// Proves what is true of every module over these events, and returns its outputs: the stream's contract, and that each assessment's reasons
/// add up to the score of the output to the bit, with the contributions and numbers of its columns.
pub(crate) fn check_module<M: Module>(params: &M::Params, events: &[M::Event], refused: &[M::Event]) -> Vec<M::Output>
where
    M::Output: std::fmt::Debug,
{
    check_stream::<M>(params, events, refused);
    let stream = M::open(params).unwrap();
    let outputs = batch::<M>(params, events).unwrap();
    for output in &outputs {
        check_assessment(&stream, output);
    }
    outputs
}

fn check_assessment<M: Module>(module: &M, output: &M::Output) {
    let column = |name: &str| {
        let mut table = <M::Output as Line>::Table::with_rows(0);
        table.push(output.clone());
        let place = <M::Output as Line>::Table::SPECS.iter().position(|spec| spec.name == name);
        let Some(ColumnBuffer::F64(values)) = place.map(|place| table.into_buffers().swap_remove(place)) else {
            panic!("no column of numbers {name}")
        };
        values[0]
    };
    let specs = <M::Output as Line>::Table::SPECS;
    let (score, confidence) = (column("score"), column("confidence"));
    let assessment = module.assess(output);
    assert_eq!(assessment.module, M::NAME);
    assert!((0.0..=1.0).contains(&confidence), "confidence {confidence}");
    assert_eq!(assessment.confidence.to_bits(), confidence.to_bits());
    if assessment.status != AssessmentStatus::Ok {
        assert!(score.is_nan() && confidence == 0.0 && assessment.score.is_none() && assessment.reasons.is_empty());
        return;
    }
    assert!((-1.0..=1.0).contains(&score), "score {score}");
    assert_eq!(assessment.score.map(f64::to_bits), Some(score.to_bits()));
    let reasons = &assessment.reasons;
    assert_eq!(reasons.iter().fold(0.0, |sum, reason| sum + reason.contribution).to_bits(), score.to_bits());
    let (clamp, named) = reasons.split_last().unwrap();
    assert_eq!((clamp.code, clamp.contribution), (ReasonCode::Clamp, column("clamp_contribution")));
    assert_eq!(bounded(named.iter().map(|reason| reason.contribution)).clamp, clamp.contribution);
    assert!(reasons.iter().all(|reason| reason.value.is_finite() && reason.contribution.is_finite()), "{reasons:?}");
    let known = specs.iter().filter(|spec| spec.name.ends_with("_contribution") && !column(spec.name).is_nan());
    assert_eq!(known.count(), reasons.len(), "a contribution of the columns is no reason, or the other way round");
}
