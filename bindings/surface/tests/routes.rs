//! One job by several routes: opened as a typed request and as a document, with defaults said and left out, its list in the text and beside
//! it, and then merged.

use hashinsight::mining::reward::{SoloIncome, SoloIncomeRequest};
use hashinsight::numerics::job::Job;
use hashinsight::numerics::state::param_hash;
use hashinsight::units::record::read;
use hashinsight_surface::json::Source;
use hashinsight_surface::{Column, ColumnBuffer, JobWork, answer, call, open_job};

const WHOLE: &str = r#"{"hashrate_ths":1e6,"difficulty":138955357012247.3,"height":953568,"fees_per_block_sat":2000000,"days":365,
    "drift_per_retarget":0.01,"volatility_per_retarget":0.03,"paths":3000,"seed":"17","quantiles":[0.05,0.95]}"#;
/// The same values in another order and in other words.
const REORDERED: &str = r#"{"quantiles":[5e-2,0.95],"seed":"17","paths":3000,"volatility_per_retarget":3.0e-2,"drift_per_retarget":1e-2,
    "days":365.0,"fees_per_block_sat":2000000,"height":953568,"difficulty":1.389553570122473e14,"hashrate_ths":1000000}"#;

#[test]
fn a_job_is_the_same_by_every_route() {
    let request: SoloIncomeRequest = read("mining", WHOLE).unwrap();
    let by_serde: SoloIncomeRequest = serde_json::from_str(REORDERED).unwrap();
    assert_eq!(param_hash(&request), param_hash(&by_serde));

    let mut alone = open_job("mining.solo_income", WHOLE, JobWork::Whole).unwrap();
    let total = alone.step(u64::MAX).total;
    let mut typed = SoloIncome::open_shard(&by_serde, 0..total / 2).unwrap();
    typed.step(u64::MAX);
    let mut left = open_job("mining.solo_income", REORDERED, JobWork::State(&typed.save())).unwrap();
    let mut right = open_job("mining.solo_income", WHOLE, JobWork::Shard(total / 2..total)).unwrap();
    right.step(u64::MAX);
    left.merge(right.as_ref()).unwrap();
    assert_eq!(left.report().unwrap(), alone.report().unwrap());

    let other = WHOLE.replace("\"17\"", "\"18\"");
    let stranger = open_job("mining.solo_income", &other, JobWork::Shard(total / 2..total)).unwrap();
    let mut half = open_job("mining.solo_income", WHOLE, JobWork::Shard(0..total / 2)).unwrap();
    assert_eq!(half.merge(stranger.as_ref()).unwrap_err().code(), "job.merge.unsupported");
}

#[test]
fn a_list_beside_the_text_is_the_same_job() {
    let quantiles = [Column::F64(&[0.05, 0.95])];
    let text = WHOLE.replace("[0.05,0.95]", "#0");
    let beside = Source::new(&text, &quantiles);
    let read_beside: SoloIncomeRequest = read("mining", beside).unwrap();
    assert_eq!(param_hash(&read_beside), param_hash(&read::<SoloIncomeRequest>("mining", WHOLE).unwrap()));

    let mut alone = open_job("mining.solo_income", WHOLE, JobWork::Whole).unwrap();
    let total = alone.step(u64::MAX).total;
    let mut left = open_job("mining.solo_income", beside, JobWork::Shard(0..total / 2)).unwrap();
    let mut right = open_job("mining.solo_income", WHOLE, JobWork::Shard(total / 2..total)).unwrap();
    left.step(u64::MAX);
    right.step(u64::MAX);
    left.merge(right.as_ref()).unwrap();
    assert_eq!(left.report().unwrap(), alone.report().unwrap());
    assert!(open_job("mining.solo_income", beside, JobWork::State(&alone.save())).is_ok());
}

#[test]
fn a_document_is_the_same_by_either_route() {
    let numbers: Vec<f64> = (0..1000).map(|number| f64::from(number) / 7.0).collect();
    let lists = [Column::F64(&numbers)];
    let text = format!("{{\"numbers\":{}}}", serde_json::to_string(&numbers).unwrap());
    let beside = Source::new(r#"{"numbers":#0}"#, &lists);
    assert_eq!(call("border.echo", beside).unwrap(), call("border.echo", &text).unwrap());
    let echoed = answer("border.echo", beside).unwrap();
    assert_eq!(
        (echoed.text.as_str(), echoed.lists),
        (r#"{"numbers":[null,0]}"#, vec![ColumnBuffer::F64(numbers.clone())])
    );

    let mut wrong = numbers;
    (wrong[17], wrong[18]) = (f64::NAN, f64::INFINITY);
    let lists = [Column::F64(&wrong)];
    let refused = call("border.echo", Source::new(r#"{"numbers":#0}"#, &lists)).unwrap_err();
    let said: Vec<_> = refused.faults().map(|fault| (fault.code(), fault.path().as_str(), fault.value())).collect();
    let expected =
        [("border.numbers.not_finite", "numbers[17]", "NaN"), ("border.numbers.not_finite", "numbers[18]", "Infinity")];
    assert_eq!(said, expected);
}
