//! A list beside the text reads as the same list in the text: the same values, or the same faults.

use std::fmt::Debug;

use hashinsight_units::columns::{Column, ColumnBuffer};
use hashinsight_units::json::{Source, push_f64, text, write, write_beside};
use hashinsight_units::record::{Value, read};
use hashinsight_units::{Amount, AssetPrice, Days, Height, Record, SignedAmount, Timestamp, UtcOffset};
use proptest::prelude::*;

/// A document with a list where one belongs, and lists where none does.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
struct Holder {
    /// List of prices.
    prices: Vec<AssetPrice>,
    /// A document inside.
    inner: Option<Box<Holder>>,
    /// A number.
    number: Option<f64>,
}

fn same<T: Value + PartialEq + Debug>(written: &str, beside: Source<'_>) {
    assert_eq!(read::<T>("shop", beside), read::<T>("shop", written), "{written}");
}

/// Reads `list`, in which `column` is written, as lists of all kinds of value, and where no list is wanted.
fn check(list: &str, column: Column<'_>, of_numbers: bool) {
    let lists = [column];
    let beside = |text| {
        let source = Source::new(text, &lists);
        if of_numbers { source.of_numbers() } else { source }
    };
    macro_rules! each {
        ($($value:ty)*) => {
            $(same::<Vec<$value>>(list, beside("#0"));
            same::<$value>(list, beside("#0"));
            same::<Vec<Vec<$value>>>(&format!("[ {list},[], {list}]"), beside("[ #0,[], #0]"));)*
        };
    }
    each! { f64 i64 u32 u64 bool String AssetPrice Days Amount SignedAmount Timestamp Height UtcOffset Holder }
    let (before, after) = (r#"{"inner":{"prices":"#, r#","number":[1]},"number":[2,"#);
    same::<Holder>(&format!("{before}{list}{after}{list}]}}"), beside(&format!("{before}#0{after}#0]}}")));
}

/// As the encoder of Python writes floats.
fn of_floats(floats: &[f64]) -> String {
    let float = |value: &f64| match value {
        _ if value.is_nan() => "\"NaN\"".to_owned(),
        _ if value.is_infinite() => if *value > 0.0 { "\"Infinity\"" } else { "\"-Infinity\"" }.to_owned(),
        _ => {
            let mut out = String::new();
            push_f64(&mut out, *value);
            out
        }
    };
    format!("[{}]", floats.iter().map(float).collect::<Vec<_>>().join(","))
}

fn any_float() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<u64>().prop_map(f64::from_bits),
        (-1e6..1e6_f64),
        (-2_000_000_i32..2_000_000).prop_map(f64::from),
        prop::sample::select(vec![0.0, -0.0, 1.23e9, 1.7e12, 9_007_199_254_740_992.0, f64::NAN, f64::INFINITY]),
    ]
}

fn any_integer() -> impl Strategy<Value = i64> {
    let edges = vec![i64::MIN, i64::MAX, 1 << 53, (1 << 53) + 1, -(1 << 53) - 1, 1_714_564_800_000];
    prop_oneof![any::<i64>(), -70_000..70_000_i64, any::<u32>().prop_map(i64::from), prop::sample::select(edges)]
}

proptest! {
    #[test]
    fn floats(values in prop::collection::vec(any_float(), 0..6)) {
        check(&of_floats(&values), Column::F64(&values), false);
    }

    #[test]
    fn integers(values in prop::collection::vec(any_integer(), 0..6)) {
        check(&serde_json::to_string(&values).unwrap(), Column::I64(&values), false);
    }

    #[test]
    fn whole_numbers_of_a_language_without_integers(values in prop::collection::vec(-70_000..70_000_i32, 0..6)) {
        let floats: Vec<f64> = values.iter().copied().map(f64::from).collect();
        check(&serde_json::to_string(&values).unwrap(), Column::F64(&floats), true);
    }

    #[test]
    fn truths_and_words(values in prop::collection::vec(any::<bool>(), 0..6)) {
        check(&serde_json::to_string(&values).unwrap(), Column::Bool(&values), false);
        let codes: Vec<u8> = values.iter().map(|value| u8::from(*value)).collect();
        let words = ["yes", "1.5"];
        let list: Vec<String> = codes.iter().map(|code| text(words[usize::from(*code)])).collect();
        check(&format!("[{}]", list.join(",")), Column::Words { codes: &codes, words: &words }, false);
    }
}

#[test]
fn a_refused_number_is_found_in_its_place() {
    let mut prices = vec![1.0; 100_000];
    (prices[17], prices[70_000]) = (-1.0, f64::NAN);
    let lists = [Column::F64(&prices)];
    let error = read::<Holder>("shop", Source::new(r#"{"prices":#0}"#, &lists)).unwrap_err();
    let said: Vec<_> = error.faults().map(|fault| (fault.code(), fault.path().as_str(), fault.value())).collect();
    let expected = [
        ("units.asset_price.out_of_range", "prices[17]", "-1"),
        ("units.asset_price.not_finite", "prices[70000]", "NaN"),
    ];
    assert_eq!(said, expected);
}

#[test]
fn a_report_with_lists_beside_it_is_the_report() {
    let holder = Holder::new((1..1000).map(|price| AssetPrice::constant(f64::from(price))).collect()).number(1.0);
    let (text, lists) = write_beside(&holder).unwrap();
    assert_eq!(text, r#"{"prices":[null,0],"number":1.0}"#);
    let [ColumnBuffer::F64(prices)] = lists.as_slice() else { panic!("{lists:?}") };
    let lists = [Column::F64(prices)];
    assert_eq!(read::<Holder>("shop", Source::new(&text.replace("[null,0]", "#0"), &lists)).as_ref(), Ok(&holder));
    assert_eq!(read::<Holder>("shop", &write(&holder).unwrap()).as_ref(), Ok(&holder));
}
