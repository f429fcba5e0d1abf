//! What tends to get lost between languages, as text: the other languages hold the same set against the same operation.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use hashinsight_surface::{Column, ColumnBuffer, call, call_columns};

#[test]
fn values_come_back() {
    for document in [
        r#"{"number":6e+20}"#,
        r#"{"number":1e-17}"#,
        r#"{"number":5e-324}"#,
        r#"{"number":1.7976931348623157e+308}"#,
        r#"{"number":2.2250738585072014e-308}"#,
        r#"{"number":9007199254740991.0}"#,
        r#"{"number":9007199254740992.0}"#,
        r#"{"number":9007199254740994.0}"#,
        r#"{"count_u64":"18446744073709551615"}"#,
        r#"{"count_u128":"340282366920938463463374607431768211455"}"#,
        r#"{"amount_sat":2100000000000000}"#,
        r#"{"flow_sat":-2100000000000000}"#,
        r#"{"money":{"amount":"7.922816251426433759354395033","currency":"USD"}}"#,
        r#"{"money":{"amount":"9999999999999999999999999999","currency":"USD"}}"#,
        r#"{"money":{"amount":"0.0000000000000000000000000001","currency":"USD"}}"#,
        r#"{"money":{"amount":"-12.30","currency":"USD"}}"#,
        r#"{"time_ms":1714564800001}"#,
        r#"{"date":"2024-02-29"}"#,
        r#"{"text":"a\u0000\n\"\\é€😀"}"#,
        r#"{"choice":"nothing"}"#,
        r#"{"choice":{"number":2.0}}"#,
        r#"{"numbers":[1.0,2.5,5e-324],"flag":false}"#,
        r#"{"inner":{"inner":{"number":0.1}}}"#,
        "{}",
    ] {
        assert_eq!(call("border.echo", document).as_deref(), Ok(document));
    }
    for (document, answer) in [
        (r#"{"number":-0.0}"#, r#"{"number":0.0}"#),
        (r#"{"number":9007199254740992}"#, r#"{"number":9007199254740992.0}"#),
        (r#"{ "text" : "\ud83d\ude00" }"#, r#"{"text":"😀"}"#),
        (r#"{"count_u64":"007"}"#, r#"{"count_u64":"7"}"#),
        (r#"{"count_u64":18446744073709551615}"#, r#"{"count_u64":"18446744073709551615"}"#),
    ] {
        assert_eq!(call("border.echo", document).as_deref(), Ok(answer));
    }
}

#[test]
fn what_cannot_cross_is_refused() {
    let deep = r#"{"inner":"#.repeat(100_000);
    for (document, code, path) in [
        (r#"{"number":9007199254740993}"#, "border.integer.out_of_range", "number"),
        (r#"{"number":"NaN"}"#, "border.number.not_finite", "number"),
        (r#"{"number":"-Infinity"}"#, "border.number.not_finite", "number"),
        (r#"{"number":1e400}"#, "border.number.not_finite", "number"),
        (r#"{"number":true}"#, "border.number.wrong_type", "number"),
        (r#"{"number":null}"#, "border.number.wrong_type", "number"),
        (r#"{"number":"5"}"#, "border.number.wrong_type", "number"),
        (r#"{"number":[1]}"#, "border.number.wrong_type", "number"),
        (r#"{"number":01}"#, "border.json.unknown", ""),
        (r#"{"number":1,"number":2}"#, "border.number.several", "number"),
        (r#"{"numbers":[1,null]}"#, "border.numbers.wrong_type", "numbers[1]"),
        (r#"{"hashrate_ths":"NaN"}"#, "units.hashrate.not_finite", "hashrate_ths"),
        (r#"{"amount_sat":2100000000000001}"#, "units.amount.out_of_range", "amount_sat"),
        (r#"{"amount_sat":1.0}"#, "border.amount_sat.wrong_type", "amount_sat"),
        (r#"{"count_u64":"18446744073709551616"}"#, "units.integer.out_of_range", "count_u64"),
        (r#"{"count_u64":"-1"}"#, "units.integer.out_of_range", "count_u64"),
        (r#"{"count_u64":5.0}"#, "border.count_u64.wrong_type", "count_u64"),
        (r#"{"count_u64":18446744073709551616}"#, "units.integer.out_of_range", "count_u64"),
        (r#"{"count_u128":"0x10"}"#, "units.integer.unknown", "count_u128"),
        (r#"{"money":{"amount":12.34,"currency":"USD"}}"#, "border.amount.wrong_type", "money.amount"),
        (
            r#"{"money":{"amount":"1.23456789012345678901234567890","currency":"USD"}}"#,
            "units.decimal.unknown",
            "money.amount",
        ),
        (r#"{"money":{"amount":"1"}}"#, "border.currency.missing", "money.currency"),
        (r#"{"money":["1","USD"]}"#, "border.money.wrong_type", "money"),
        (r#"{"text":"\ud83d"}"#, "border.json.unknown", ""),
        (r#"{"choice":{"number":1,"nothing":{}}}"#, "border.choice.several", "choice"),
        (r#"{"inner":{"inner":{"hashrate_ths":-1}}}"#, "units.hashrate.out_of_range", "inner.inner.hashrate_ths"),
        (r#"{"inner":{"numbr":1}}"#, "border.request.unknown_field", "inner.numbr"),
        ("[1]", "border.request.wrong_type", ""),
        ("null", "border.request.wrong_type", ""),
        ("", "border.json.unknown", ""),
        (r#"{"number":1}x"#, "border.json.unknown", ""),
        (&deep, "border.depth.out_of_range", ""),
    ] {
        let fault = call("border.echo", document).expect_err(document);
        assert_eq!((fault.code(), fault.path().as_str()), (code, path), "{document:.100}");
    }
    let fault = call("mining.gold", "{}").expect_err("no such operation");
    assert_eq!(fault.code(), "border.operation.unknown");
}

#[test]
fn columns_keep_every_bit() {
    let bits = [0x7ff8_0000_0000_0000, 0x8000_0000_0000_0000, 1, 0x7fef_ffff_ffff_ffff, 0xfff0_0000_0000_0000];
    let number = bits.map(f64::from_bits);
    let integer = [i64::MAX, i64::MIN, (1 << 53) + 1, 0, -1];
    let flag = [true, false, false, true, true];
    let word = Column::Words { codes: &[0, 1, 1, 0, 1], words: &["zero", "negative"] };
    let columns = [
        ("word", word),
        ("number", Column::F64(&number)),
        ("flag", Column::Bool(&flag)),
        ("integer", Column::I64(&integer)),
    ];
    let echoed = call_columns("border.echo_columns", "{}", &columns).expect("any bits cross");
    let [
        ColumnBuffer::F64(number),
        ColumnBuffer::I64(echoed),
        ColumnBuffer::Bool(truths),
        ColumnBuffer::Words { codes, words },
        _,
    ] = echoed.as_slice()
    else {
        panic!("{echoed:?}")
    };
    assert_eq!(number.iter().map(|x| x.to_bits()).collect::<Vec<_>>(), bits);
    assert_eq!(echoed, &integer);
    assert_eq!(truths, &flag);
    assert_eq!(
        codes.iter().map(|code| words[usize::from(*code)]).collect::<Vec<_>>(),
        ["zero", "negative", "negative", "zero", "negative"]
    );
}
