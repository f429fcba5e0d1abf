//! The scanner against the reader of documents and against the standard library, to the bit.

use hashinsight_market::Instrument;
use hashinsight_units::json::Document;
use proptest::prelude::*;

use super::{Scan, tape};
use crate::read::{Each, Maybe, MaybeWhole, Number, Percent, Texts, Whole, Wire, checked, wire};

/// What the scanner makes of a text must be what the reader of documents makes of it, to the bit; whether it took it.
fn same<T: Wire>(text: &str) -> bool {
    let scanned = tape(T::SHAPE, text.as_bytes()).filter(|(scanned, _)| scanned.take::<T>().is_some());
    let Some((scanned, _)) = scanned else { return false };
    let document = Document::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault}"));
    let read = checked::tape(T::SHAPE, document.root()).unwrap_or_else(|found| panic!("{text}: {found:?}"));
    assert_eq!(format!("{scanned:?}"), format!("{read:?}"), "{text}");
    true
}

fn all_same(text: &str) {
    same::<Number>(text);
    same::<Maybe>(text);
    same::<Percent>(text);
    same::<Whole>(text);
    same::<MaybeWhole>(text);
    same::<bool>(text);
    same::<String>(text);
    same::<Instrument>(text);
    same::<Option<String>>(text);
    same::<Texts>(text);
    same::<Vec<Number>>(text);
    same::<Answer>(text);
    let mut scanner = Scan { rest: text.as_bytes() };
    if scanner.ignore(8).is_some() && scanner.rest.is_empty() {
        assert!(serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok(), "{text}");
    }
}

wire! {
    /// Of every kind something.
    #[expect(dead_code, reason = "it is only written")]
    struct Answer {
        name: Option<Instrument> = "instId" "symbol",
        is_open: bool = default "open",
        rows: Vec<Each<Row>> = "data",
        books: Option<Book>,
        time: MaybeWhole = default,
    }
}

wire! {
    row Row { time: Whole, price: Number, volume: Maybe, turnover: Maybe = default, sure: bool = default }
}

wire! {
    #[expect(dead_code, reason = "it is only written")]
    struct Book {
        bids: Vec<Level>,
        name: String,
    }
}

wire! {
    #[expect(dead_code, reason = "it is only written")]
    struct Level {
        price: Number,
        size: Maybe = default,
    }
}

const ANSWERS: [&str; 4] = [
    r#"{"code":"0","instId":"BTC-USDT","data":[["1780725600000","60910.01","1.5","91364.1",true,"1"],[1780725600001,60911,null]],"more":{},"time":17}"#,
    r#"{"symbol":"BTCUSDT","open":true,"data":[],"books":{"bids":[{"price":"1e-7","size":""},{"id":7,"price":2.50,"size":3}],"name":"a b"},"x":[[1],{"y":null}]}"#,
    r#"{"data":[[0,"0.0","",""],[-1,-0.0,"-0",12345678901234567890123,false]],"books":null}"#,
    r#"{"books":{"name":"","bids":[{"price":1},{"price":1},{"price":1,"id":"x"}]},"time":"","data":[[1,2,3]]}"#,
];

#[test]
fn what_upstreams_send_is_taken() {
    for text in
        ["0", "-0", "0.0", "1780725600000", "60910.01000000", "494700000.12345678", "1e-7", "12345678901234567890123"]
    {
        assert!(same::<Number>(text), "{text}");
        assert!(same::<Number>(&format!("\"{text}\"")), "{text}");
    }
    for text in ["null", "\"\"", "0.5", "\"0.5\""] {
        assert!(same::<Maybe>(text), "{text}");
    }
    for text in ["0", "-1", "\"1780725600000\"", "999999999999999999"] {
        assert!(same::<Whole>(text), "{text}");
    }
    assert!(same::<String>("\"BTC-26JUN26-100000-C\""));
    for text in ANSWERS {
        assert!(same::<Answer>(text), "{text}");
    }
}

#[test]
fn what_is_refused_is_not_taken() {
    for text in [
        "", "-", "01", "-01", "1.", ".5", "+1", "1e", "1e+", "1e999", "\"1", "1\"", "\" 1\"", "\"\"", "nul", "inf",
        "\"NaN\"", "1,", "0x1", "--1", "1.2.3", "\u{ff11}",
    ] {
        assert!(!same::<Number>(text), "{text}");
    }
    for text in ["\"a\\n\"", "\"a\nb\"", "\"\u{e9}\"", "\"abcdefgh", "\"\u{7f}"] {
        assert!(!same::<String>(text), "{text}");
    }
    for text in [
        r#"{"data":[],"data":[]}"#,
        r#"{"symbol":"A","instId":"A","data":[]}"#,
        r#"{"data":[[1,2]]}"#,
        r#"{"data":[[1,2,3,4,5]]}"#,
        r#"{"data":[[1,2,3,]]}"#,
        r#"{"data":[[1,2,3],]}"#,
        r#"{"data":{}}"#,
        r#"{"data":[],"symbol":"no name"}"#,
        r#"{"data":[],"books":{"bids":[{"size":1}],"name":""}}"#,
        r#"{"data":[],"x":[[[[[[[[[1]]]]]]]]]}"#,
        r#"{"data":[],"x":[1,]}"#,
        r#"{"data":[],"x":{"y"}}"#,
        r#"{"data":[],}"#,
        r#"{"data":[]"#,
        "{}",
        "[]",
    ] {
        assert!(!same::<Answer>(text), "{text}");
    }
}

/// A text with bytes taken out, put in, doubled or changed.
fn damaged() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(&[
        "",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "\"",
        "\\",
        "0",
        "1",
        "-",
        ".",
        "e5",
        "null",
        "true",
        "\"\"",
        "\"data\":[]",
        "[1,2,3]",
        " ",
        "é",
    ]);
    let cut = (any::<prop::sample::Index>(), 0_usize..9, piece);
    (proptest::sample::select(&ANSWERS), proptest::collection::vec(cut, 1..4)).prop_map(|(text, cuts)| {
        let mut text = text.to_owned();
        for (place, length, piece) in cuts {
            let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
            if places.is_empty() {
                break;
            }
            let start = place.index(places.len());
            let end = places.get(start + length).copied().unwrap_or(text.len());
            text.replace_range(places[start]..end, piece);
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(5000) })]

    #[test]
    fn damaged_answers_are_read_alike(text in damaged()) {
        same::<Answer>(&text);
    }

    #[test]
    fn numbers_have_the_same_bits(text in r#""?-?[0-9]{0,24}(\.[0-9]{0,30})?([eE][+-]?[0-9]{0,3})?"?"#) {
        all_same(&text);
        let mut scanner = Scan { rest: text.as_bytes() };
        if let Some(number) = scanner.number().filter(|_| scanner.rest.is_empty()) {
            prop_assert_eq!(text.trim_matches('"').parse().map(f64::to_bits), Ok(number.to_bits()));
        }
    }

    #[test]
    fn short_numbers_have_the_same_bits(text in r"-?(0|[1-9][0-9]{0,9})(\.[0-9]{1,9})?") {
        all_same(&text);
        prop_assert!(same::<Number>(&text));
    }

    #[test]
    fn shortest_texts_are_read_back(value in any::<f64>().prop_filter("finite", |value| value.is_finite())) {
        for text in [format!("{value}"), format!("{value:e}")] {
            all_same(&text);
            let mut scanner = Scan { rest: text.as_bytes() };
            prop_assert_eq!(scanner.number().map(f64::to_bits), Some(value.to_bits()));
        }
    }

    #[test]
    fn objects_in_a_row(rows in proptest::collection::vec(
        r#"\{("(a|ab|size)":(0\.0|0\.05|0|null|"a"|"a|0\.|1),?){0,3}("price":[0-9])?(\}|,|\}0)"#, 1..5,
    )) {
        same::<Vec<Level>>(&format!("[{}]", rows.join(",")));
    }

    #[test]
    fn objects_alike_are_taken(rows in proptest::collection::vec("(0\\.0|0\\.05|null|\"a\")", 1..9)) {
        let rows = rows.iter().map(|ignored| format!("{{\"a\":{ignored},\"price\":2,\"b\":{ignored}}}"));
        let text = format!("[{}]", rows.collect::<Vec<_>>().join(","));
        prop_assert!(same::<Vec<Level>>(&text));
    }

    #[test]
    fn other_texts(text in r#"\PC{0,20}|[\[\]",0-9.enul\\ \-]{0,24}|"[ -~]{0,24}"|"[a-z\x00-\x7f]{0,12}""#) {
        all_same(&text);
    }
}
