//! JSON text into every operation of the table: the reader, the units, the operation itself.
#![no_main]

use hashinsight_fuzz::{check_document, check_error, choose, example, splice};
use hashinsight_surface::{JobWork, Shape, call, call_columns, open_job, open_stream};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((operation, data)) = choose(data, |_| true) else { return };
    let (params, _) = example(operation);
    let Ok(text) = String::from_utf8(splice(params.as_bytes(), data)) else { return };
    let refused = match &operation.shape {
        Shape::Document { .. } => {
            let answer = call(operation.path, &text);
            assert_eq!(answer, call(operation.path, &text), "the same twice");
            answer.map(|document| check_document(&document)).err()
        }
        Shape::Columns { .. } => call_columns(operation.path, &text, &[]).err(),
        Shape::Stream { .. } => open_stream(operation.path, &text, None).map(|stream| drop(stream.save())).err(),
        // Not stepped: a good request may ask for hours of work.
        Shape::Job { .. } => open_job(operation.path, &text, JobWork::Whole).map(|job| drop(job.save())).err(),
    };
    if let Some(error) = refused {
        check_error(&error);
    }
});
