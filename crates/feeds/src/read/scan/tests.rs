//! The scanner against `serde`, to the bit.

use std::fmt::Debug;

use proptest::prelude::*;
use serde::de::DeserializeOwned;

use super::{Keys, Maybe, Number, Scan, Whole};

/// What the scanner makes of a whole text must be what `serde` makes of it, to the bit; whether it took it.
fn same<'a, T: Debug + DeserializeOwned>(text: &'a str, scan: impl FnOnce(&mut Scan<'a>) -> Option<T>) -> bool {
    let mut scanner = Scan { rest: text.as_bytes() };
    let scanned = scan(&mut scanner).filter(|_| scanner.rest.is_empty());
    if let Some(value) = &scanned {
        let read = serde_json::from_str::<T>(text).map(|read| format!("{read:?}")).ok();
        assert_eq!(Some(format!("{value:?}")), read, "{text}");
    }
    scanned.is_some()
}

fn all_same(text: &str) {
    same::<Number>(text, Scan::number);
    same::<Maybe>(text, Scan::maybe);
    same::<Whole>(text, Scan::whole);
    same::<bool>(text, Scan::boolean);
    same::<String>(text, |scan| scan.string().map(str::to_owned));
    same::<Vec<Number>>(text, |scan| scan.list(Scan::number));
    let mut scanner = Scan { rest: text.as_bytes() };
    if scanner.ignore().is_some() && scanner.rest.is_empty() {
        assert!(serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok(), "{text}");
    }
}

/// An object of which one key has a meaning.
#[derive(Debug, serde::Deserialize)]
#[expect(dead_code, reason = "it is only written")]
struct Sized {
    size: Number,
}

fn sized_rows<'a>(scan: &mut Scan<'a>) -> Option<Vec<Sized>> {
    let mut keys = Keys::new(|key| (key == "size").then_some(()));
    scan.list(|scan: &mut Scan<'a>| {
        let mut size = None;
        scan.object(&mut keys, |scan, ()| {
            let first = size.replace(scan.number()?).is_none();
            first.then_some(())
        })?;
        Some(Sized { size: size? })
    })
}

#[test]
fn what_upstreams_send_is_taken() {
    for text in
        ["0", "-0", "0.0", "1780725600000", "60910.01000000", "494700000.12345678", "1e-7", "12345678901234567890123"]
    {
        assert!(same::<Number>(text, Scan::number), "{text}");
        assert!(same::<Number>(&format!("\"{text}\""), Scan::number), "{text}");
    }
    for text in ["null", "\"\"", "0.5", "\"0.5\""] {
        assert!(same::<Maybe>(text, Scan::maybe), "{text}");
    }
    for text in ["0", "-1", "\"1780725600000\"", "999999999999999999"] {
        assert!(same::<Whole>(text, Scan::whole), "{text}");
    }
    assert!(same::<String>("\"BTC-26JUN26-100000-C\"", |scan| scan.string().map(str::to_owned)));
}

#[test]
fn what_serde_refuses_is_not_taken() {
    for text in [
        "", "-", "01", "-01", "1.", ".5", "+1", "1e", "1e+", "1e999", "\"1", "1\"", "\" 1\"", "\"\"", "nul", "inf",
        "\"NaN\"", "1,", "0x1", "--1", "1.2.3", "\u{ff11}",
    ] {
        assert!(!same::<Number>(text, Scan::number), "{text}");
    }
    for text in ["\"a\\n\"", "\"a\nb\"", "\"\u{e9}\"", "\"abcdefgh", "\"\u{7f}"] {
        assert!(!same::<String>(text, |scan| scan.string().map(str::to_owned)), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(5000) })]

    #[test]
    fn numbers_have_the_same_bits(text in r#""?-?[0-9]{0,24}(\.[0-9]{0,30})?([eE][+-]?[0-9]{0,3})?"?"#) {
        all_same(&text);
    }

    #[test]
    fn short_numbers_have_the_same_bits(text in r"-?(0|[1-9][0-9]{0,9})(\.[0-9]{1,9})?") {
        all_same(&text);
        prop_assert!(same::<Number>(&text, Scan::number));
    }

    #[test]
    fn shortest_texts_are_read_back(value in any::<f64>().prop_filter("finite", |value| value.is_finite())) {
        for text in [format!("{value}"), format!("{value:e}")] {
            all_same(&text);
            let mut scanner = Scan { rest: text.as_bytes() };
            prop_assert_eq!(scanner.number().map(|number| number.0.to_bits()), Some(value.to_bits()));
        }
    }

    #[test]
    fn objects_in_a_row(rows in proptest::collection::vec(
        r#"\{("(a|ab|size)":(0\.0|0\.05|0|null|"a"|"a|0\.|1),?){0,3}("size":[0-9])?(\}|,|\}0)"#, 1..5,
    )) {
        same::<Vec<Sized>>(&format!("[{}]", rows.join(",")), sized_rows);
    }

    #[test]
    fn objects_alike_are_taken(rows in proptest::collection::vec("(0\\.0|0\\.05|null|\"a\")", 1..9)) {
        let rows = rows.iter().map(|ignored| format!("{{\"a\":{ignored},\"size\":2,\"b\":{ignored}}}"));
        let text = format!("[{}]", rows.collect::<Vec<_>>().join(","));
        prop_assert!(same::<Vec<Sized>>(&text, sized_rows));
    }

    #[test]
    fn other_texts(text in r#"\PC{0,20}|[\[\]",0-9.enul\\ \-]{0,24}|"[ -~]{0,24}"|"[a-z\x00-\x7f]{0,12}""#) {
        all_same(&text);
    }
}
