//! State bytes of every stream and every job: damaged, foreign, cut short.
#![no_main]

use hashinsight_fuzz::{Bits, check_document, check_error, choose, example, splice};
use hashinsight_surface::{JobWork, Shape, open_job, open_stream};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((operation, data)) = choose(data, |o| matches!(o.shape, Shape::Stream { .. } | Shape::Job { .. })) else {
        return;
    };
    let (params, columns) = example(operation);
    match &operation.shape {
        Shape::Stream { inputs, .. } => {
            let good = Bits::from_example(&columns, inputs);
            let Ok(mut stream) = open_stream(operation.path, &params, None) else { panic!("the example opens") };
            stream.update(&good.columns(inputs)).expect("the example's events are good");
            match open_stream(operation.path, &params, Some(&splice(&stream.save(), data))) {
                Ok(mut taken_up) => {
                    let again = open_stream(operation.path, &params, Some(&taken_up.save()));
                    assert_eq!(
                        again.map(|stream| stream.save()),
                        Ok(taken_up.save()),
                        "what was taken up is saved as it was"
                    );
                    let _ = taken_up.update(&good.columns(inputs)); // an older event may be refused, nothing may panic
                    taken_up.finish();
                }
                Err(error) => check_error(&error),
            }
        }
        Shape::Job { .. } => {
            let Ok(mut job) = open_job(operation.path, &params, JobWork::Whole) else { panic!("the example opens") };
            if data.len() % 2 == 1 {
                job.step(1);
            }
            match open_job(operation.path, &params, JobWork::State(&splice(&job.save(), data))) {
                Ok(mut taken_up) => {
                    taken_up.step(1);
                    let _ = job.merge(taken_up.as_ref());
                    if let Ok(report) = taken_up.report() {
                        check_document(&report);
                    }
                }
                Err(error) => check_error(&error),
            }
        }
        _ => {}
    }
});
