//! Foreign bits as columns of every columns operation and events of every stream: NaN, infinities, any time, any order.
#![no_main]

use hashinsight_fuzz::{Bits, check_error, choose, example};
use hashinsight_surface::{ColumnBuffer, Shape, call_columns, open_stream};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((operation, data)) = choose(data, |o| matches!(o.shape, Shape::Columns { .. } | Shape::Stream { .. }))
    else {
        return;
    };
    let (params, columns) = example(operation);
    match &operation.shape {
        Shape::Columns { inputs, outputs, .. } => {
            let bits = Bits::of(data, inputs);
            match call_columns(operation.path, &params, &bits.columns(inputs)) {
                Ok(answer) => assert_eq!(answer.len(), outputs.len()),
                Err(error) => check_error(&error),
            }
        }
        Shape::Stream { inputs, .. } => {
            let Ok(mut stream) = open_stream(operation.path, &params, None) else { panic!("the example opens") };
            let good = Bits::from_example(&columns, inputs);
            stream.update(&good.columns(inputs)).expect("the example's events are good");
            let before = stream.save();
            let bits = Bits::of(data, inputs);
            let peeked = stream.peek(&bits.columns(inputs));
            assert_eq!(stream.save(), before, "a look changes nothing");
            match (stream.update(&bits.columns(inputs)), peeked) {
                (Ok(updated), Ok(peeked)) if rows(&updated) == 1 => assert!(same(&updated, &peeked)),
                (Err(error), _) => check_error(&error),
                _ => {}
            }
        }
        _ => {}
    }
});

fn rows(columns: &[ColumnBuffer]) -> usize {
    match columns.first() {
        Some(ColumnBuffer::F64(values)) => values.len(),
        Some(ColumnBuffer::I64(values)) => values.len(),
        Some(ColumnBuffer::Bool(values)) => values.len(),
        Some(ColumnBuffer::Words { codes, .. }) => codes.len(),
        None => 0,
    }
}

/// To the bit: NaN equals NaN.
fn same(a: &[ColumnBuffer], b: &[ColumnBuffer]) -> bool {
    format!("{a:?}") == format!("{b:?}")
}
