//! One job by two routes: opened as a typed request and as a document, with defaults said and left out, and then merged.

use hashinsight::mining::reward::{SoloIncome, SoloIncomeRequest};
use hashinsight::numerics::job::Job;
use hashinsight::numerics::state::param_hash;
use hashinsight::units::record::read;
use hashinsight_surface::{JobWork, open_job};

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
