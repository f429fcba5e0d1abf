//! What follows from a record's declaration: reading, writing, columns, the form without names.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeMap;

use hashinsight_units::columns::{Column, Columns, Inputs, OnBadRow, Row, RowStatus, Table, rows};
use hashinsight_units::record::{Word, read};
use hashinsight_units::{AssetPrice, Decimal, Error, Fault, Fraction, Hashrate, Power, Problem, Record, Timestamp};

/// Machine of an offer.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
struct Machine {
    /// Hashrate while running, in TH/s.
    #[record(example = 200)]
    hashrate_ths: Hashrate,
    /// Power at the wall, in watts.
    power_w: Option<Power>,
}

/// How an offer is paid.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
enum Payment {
    /// In advance.
    Advance,
    /// A part on delivery, as a fraction.
    OnDelivery(Fraction),
    /// In instalments.
    Instalments {
        /// Number of payments.
        #[record(range = 2..=60)]
        count: u32,
        /// Instant of the first payment, in Unix milliseconds UTC.
        first_ms: Option<Timestamp>,
    },
}

/// Side of a trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
enum Side {
    /// Buys.
    Long,
    /// Sells.
    #[record(word = "sells")]
    Short,
}

/// Offer of machines.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
struct Offer {
    /// Name of the seller.
    seller: String,
    /// The machine.
    #[record(flatten)]
    machine: Machine,
    /// Payment of the offer.
    payment: Payment,
    /// Number of machines.
    #[record(range = 1..=1_000)]
    count: u32,
    /// Price of one machine, as decimal text.
    price: Decimal,
    /// Seed of the draw, as text.
    #[record(digits)]
    seed: u64,
    /// Fraction of the time the machine runs.
    #[record(default = Fraction::ONE)]
    uptime: Fraction,
    /// Prices of the days before, in quote currency.
    history: Option<Vec<AssetPrice>>,
}

const TEXT: &str = r#"{"seller":"x","hashrate_ths":200.0,"power_w":3500.0,"payment":{"instalments":{"count":3}},"count":2,"price":"12.50","seed":"18446744073709551615","uptime":1.0,"history":[1.0,2.0]}"#;

fn offer() -> Offer {
    let machine = Machine::new(Hashrate::constant(200.0)).power_w(Power::constant(3500.0));
    let payment = Payment::Instalments { count: 3, first_ms: None };
    let history = vec![AssetPrice::constant(1.0), AssetPrice::constant(2.0)];
    Offer::new("x".into(), machine, payment, 2, "12.50".parse().unwrap(), u64::MAX).history(history)
}

#[test]
fn documents_round_trip_by_every_route() {
    assert_eq!(hashinsight_units::json::write(&offer()).unwrap(), TEXT);
    assert_eq!(serde_json::to_string(&offer()).unwrap(), TEXT);
    assert_eq!(read::<Offer>("shop", TEXT).unwrap(), offer());
    assert_eq!(serde_json::from_str::<Offer>(TEXT).unwrap(), offer());
    let reordered: BTreeMap<String, serde_json::Value> = serde_json::from_str(TEXT).unwrap();
    assert_eq!(serde_json::from_value::<Offer>(serde_json::to_value(reordered).unwrap()).unwrap(), offer());
}

#[test]
fn states_round_trip_without_names() {
    for payment in [Payment::Advance, Payment::OnDelivery(Fraction::ZERO), offer().payment] {
        let offer = Offer { payment, ..offer() };
        let bytes = postcard::to_allocvec(&offer).unwrap();
        assert_eq!(postcard::from_bytes::<Offer>(&bytes).unwrap(), offer);
        assert!(postcard::from_bytes::<Offer>(&bytes[..bytes.len() - 1]).is_err());
    }
    // The digits of a decimal count, not the places it was written with.
    let normal = Offer { price: "12.5".parse().unwrap(), ..offer() };
    assert_eq!(postcard::to_allocvec(&normal).unwrap(), postcard::to_allocvec(&offer()).unwrap());
    // An absent field does not slip into the place of the next.
    let absent = Offer { history: None, ..offer() };
    assert_ne!(postcard::to_allocvec(&absent).unwrap(), postcard::to_allocvec(&offer()).unwrap());
}

fn faults(text: &str) -> Vec<String> {
    let error: Error = read::<Offer>("shop", text).unwrap_err();
    error.faults().map(|fault| format!("{} at {}: {}", fault.code(), fault.path(), fault.value())).collect()
}

#[test]
fn every_fault_is_told_in_field_order() {
    let text = r#"{"uptme":1,"hashrate_ths":"x","payment":{"instalments":{"count":1}},"count":0,"price":1,"seed":7.5,
        "uptime":1.5,"history":[1,-1,null],"seller":null,"count":1}"#;
    let expected = [
        "shop.request.unknown_field at uptme: uptme",
        "shop.count.several at count: ",
        "shop.seller.wrong_type at seller: null",
        "shop.hashrate_ths.wrong_type at hashrate_ths: \"x\"",
        "shop.count.out_of_range at payment.instalments.count: 1",
        "shop.count.out_of_range at count: 0",
        "shop.price.wrong_type at price: 1",
        "shop.seed.wrong_type at seed: 7.5",
        "units.fraction.out_of_range at uptime: 1.5",
        "units.asset_price.out_of_range at history[1]: -1",
        "shop.history.wrong_type at history[2]: null",
    ];
    assert_eq!(faults(text), expected);
    let near = read::<Offer>("shop", r#"{"uptme":1}"#).unwrap_err();
    assert!(near.allowed().ends_with("did you mean uptime?"), "{}", near.allowed());
    let missing = near.faults().find(|fault| fault.path().as_str() == "hashrate_ths").unwrap();
    assert_eq!((missing.problem(), missing.allowed_text()), (Problem::Missing, "0 to 1e24 TH/s, as 200"));
}

#[test]
fn wide_integers_are_digits_in_text_or_not() {
    let with = |seed: &str| read::<Offer>("shop", &TEXT.replace("\"18446744073709551615\"", seed));
    assert_eq!(with("7").unwrap().seed, 7);
    assert_eq!(with("18446744073709551615").unwrap().seed, u64::MAX);
    assert_eq!(with("9007199254740993").unwrap(), with("\"9007199254740993\"").unwrap());
    let allowed = "a whole number, 0 to 2^64 - 1, as a number or as text";
    for (seed, code) in [
        ("18446744073709551616", "units.integer.out_of_range"),
        ("9.007199254740993e15", "shop.seed.wrong_type"),
        ("7.0", "shop.seed.wrong_type"),
        ("-7", "units.integer.out_of_range"),
        ("\"18446744073709551616\"", "units.integer.out_of_range"),
    ] {
        let error = with(seed).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (code, "seed"), "{seed}");
        assert!(error.allowed().starts_with("a whole number"), "{}", error.allowed());
    }
    assert_eq!(with("\"x\"").unwrap_err().allowed(), allowed);
}

#[test]
fn a_message_tells_ten_faults_and_how_many_more() {
    let history = TEXT.replace("[1.0,2.0]", &format!("[{}]", ["-1"; 25].join(",")));
    let error = read::<Offer>("shop", &history).unwrap_err();
    let message = error.to_string();
    assert_eq!((error.faults().count(), message.lines().count()), (25, 11));
    assert!(message.ends_with("\nand 15 more"), "{message}");
}

#[test]
fn ranges_of_fields_hold_for_every_route() {
    let error = read::<Offer>("shop", &TEXT.replace("\"count\":2", "\"count\":1001")).unwrap_err();
    assert_eq!((error.path().as_str(), error.allowed()), ("count", "1 to 1000"));
    let count = |wrong: &str| TEXT.replace("\"count\":2", &format!("\"count\":{wrong}"));
    for wrong in ["-1", "null", "99999999999"] {
        let error = read::<Offer>("shop", &count(wrong)).unwrap_err();
        assert_eq!((error.path().as_str(), error.allowed()), ("count", "1 to 1000"), "{wrong}");
    }
    for wrong in ["1.5", "2.0"] {
        let error = read::<Offer>("shop", &count(wrong)).unwrap_err();
        assert_eq!((error.path().as_str(), error.allowed()), ("count", "a whole number, 1 to 1000"), "{wrong}");
    }
    let error = read::<Offer>("shop", &TEXT.replace("\"count\":2,", "")).unwrap_err();
    assert_eq!((error.code(), error.allowed()), ("shop.count.missing", "1 to 1000"));
    let error = read::<Offer>("shop", &TEXT.replace("\"price\":\"12.50\"", "\"price\":1")).unwrap_err();
    assert_eq!(error.allowed(), "a decimal number as text"); // the next field has its own form again
    assert!(offer().check().is_ok());
    assert!(Offer { count: 0, ..offer() }.check().is_err());
}

/// Market stall, which has no range of its own.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
struct Stall {
    /// Ways of payment.
    payments: Vec<Payment>,
    /// Offer of the day. Absent: there is none.
    offer: Option<Box<Offer>>,
    /// Way of payment for strangers.
    strangers: Strangers,
}

/// Treatment of strangers.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
enum Strangers {
    /// They are sent away.
    SentAway,
    /// They pay like others.
    Like(Payment),
}

#[test]
fn ranges_hold_at_any_depth_of_what_a_program_puts_together() {
    use hashinsight_units::record::Value;
    let instalments = |count| Payment::Instalments { count, first_ms: None };
    let said = |result: Result<(), Error>| result.map_err(|error| format!("{} at {}", error.code(), error.path()));
    assert_eq!(said(instalments(2).check()), Ok(()));
    assert_eq!(said(instalments(61).check()).unwrap_err(), "units.count.out_of_range at instalments.count");
    let inside = Offer { payment: instalments(1), ..offer() };
    assert_eq!(said(inside.check()).unwrap_err(), "units.count.out_of_range at payment.instalments.count");
    let first = Offer { count: 0, ..inside.clone() }; // in declared order
    assert_eq!(said(first.check()).unwrap_err(), "units.count.out_of_range at payment.instalments.count");
    let stall = |payments, offer| Stall::new(payments, Strangers::SentAway).offer(Box::new(offer));
    assert_eq!(said(stall(vec![], offer()).within_ranges()), Ok(()));
    for (stall, path) in [
        (stall(vec![Payment::Advance, instalments(0)], inside.clone()), "payments[1].instalments.count"),
        (stall(vec![Payment::Advance], inside), "offer.payment.instalments.count"),
        (Stall::new(vec![], Strangers::Like(instalments(0))), "strangers.like.instalments.count"),
    ] {
        assert_eq!(said(stall.within_ranges()).unwrap_err(), format!("units.count.out_of_range at {path}"));
    }
}

#[test]
fn choices() {
    let at = |payment: &str| faults(&TEXT.replace(r#"{"instalments":{"count":3}}"#, payment)).join(", ");
    for (payment, fault) in [
        (r#""later""#, "shop.payment.unknown at payment: later"),
        (r#""on_delivery""#, "shop.payment.wrong_type at payment: \"on_delivery\""),
        (r#"{"advance":1}"#, "shop.payment.wrong_type at payment: {\"advance\":1}"),
        ("{}", "shop.payment.missing at payment: {}"),
        (r#"{"advance":1,"later":2}"#, "shop.payment.several at payment: {\"advance\":1,\"later\":2}"),
        (r#"{"on_delivery":2}"#, "units.fraction.out_of_range at payment.on_delivery: 2"),
        (
            r#"{"instalments":{"cnt":3}}"#,
            "shop.request.unknown_field at payment.instalments.cnt: cnt, shop.count.missing at payment.instalments.count: ",
        ),
        ("null", "shop.payment.wrong_type at payment: null"),
        ("[]", "shop.payment.wrong_type at payment: []"),
    ] {
        assert_eq!(at(payment), fault, "{payment}");
    }
    let form = |payment: &str| {
        let text = TEXT.replace(r#"{"instalments":{"count":3}}"#, payment);
        read::<Offer>("shop", &text).unwrap_err().allowed().to_owned()
    };
    assert_eq!(form(r#""on_delivery""#), r#"{"on_delivery": 0 to 1 (a fraction, not percent)}"#);
    assert_eq!(form(r#""instalments""#), r#"{"instalments": {"count": ...}}"#);
    assert_eq!((Side::WORDS, Side::Short.code(), Side::from_code(2)), (&["long", "sells"][..], 1, None));
}

/// Row of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = TradeColumns)]
#[non_exhaustive]
struct TradeRow {
    /// Side of the trade.
    side: Side,
    /// Price, in quote currency.
    price: AssetPrice,
    /// Instant, in Unix milliseconds UTC.
    time_ms: Timestamp,
    /// Whether the trade closes a position.
    closing: bool,
}

/// Line of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = FlowTable)]
#[non_exhaustive]
struct FlowLine {
    /// Flow of money, in quote currency.
    flow: f64,
    /// State of the row.
    status: RowStatus,
}

fn flows(columns: TradeColumns<'_>, on_bad_row: OnBadRow) -> Result<FlowTable, Fault> {
    rows(columns, on_bad_row, |part: TradeColumns<'_>, out: FlowTablePart<'_>| {
        for (row, flow) in out.flow.iter_mut().enumerate() {
            *flow = if part.side[row] == Side::Long { 0.0 - part.price[row] } else { part.price[row] };
        }
    })
}

fn arranged(named: &[(&str, Column<'_>)], on_bad_row: OnBadRow) -> Result<FlowTable, Fault> {
    TradeRow::arrange(&Inputs { domain: "shop", columns: named }, |columns| flows(columns, on_bad_row))?
}

#[test]
fn columns_are_found_by_name() {
    let words = Column::Words { codes: &[1, 0, 1], words: &["long", "sells"] };
    let (price, time) = (Column::F64(&[1.0, 2.0, -3.0]), Column::I64(&[1_800_000_000_000; 3]));
    let closing = Column::Bool(&[true, false, true]);
    let named = [("time_ms", time), ("closing", closing), ("price", price), ("side", words)];
    let table = arranged(&named, OnBadRow::Report).unwrap();
    assert_eq!((table.flow[0], table.flow[1]), (1.0, -2.0));
    assert!(table.flow[2].is_nan());
    assert_eq!(table.status, [RowStatus::Ok, RowStatus::Ok, RowStatus::Refused]);
    assert_eq!(table.into_buffers().len(), 2);
    let refused = arranged(&named, OnBadRow::Refuse).unwrap_err();
    assert_eq!((refused.code(), refused.path().as_str()), ("units.asset_price.out_of_range", "price[2]"));

    let with = |name: &'static str, column| {
        let changed: Vec<_> = named.iter().map(|(n, c)| (*n, if *n == name { column } else { *c })).collect();
        let fault = arranged(&changed, OnBadRow::Report).unwrap_err();
        format!("{} at {}: {}", fault.code(), fault.path(), fault.value())
    };
    assert_eq!(with("price", time), "shop.price.wrong_type at price: i64");
    assert_eq!(with("price", Column::F64(&[1.0])), "shop.price.length at price: 1");
    assert_eq!(
        with("side", Column::Words { codes: &[0, 1, 0], words: &["long", "shrt"] }),
        "shop.side.unknown at side[1]: shrt"
    );
    assert_eq!(
        with("side", Column::Words { codes: &[0, 9, 0], words: &["long"] }),
        "shop.side.unknown at side[1]: a code without a word"
    );
    let fault = arranged(&named[1..], OnBadRow::Report).unwrap_err();
    assert_eq!(fault.code(), "shop.time_ms.missing");
    let twice = [&named[..], &named[..1]].concat();
    assert_eq!(arranged(&twice, OnBadRow::Report).unwrap_err().code(), "shop.time_ms.several");
    let stranger = [&named[..], &[("pric", price)]].concat();
    assert_eq!(arranged(&stranger, OnBadRow::Report).unwrap_err().code(), "shop.request.unknown_field");
}

#[test]
fn long_batches_are_whole() {
    let n = 2_000;
    let price: Vec<f64> = (0..n).map(|i| if i == 1_500 { f64::NAN } else { f64::from(i) + 1.0 }).collect();
    let columns = TradeColumns {
        side: &vec![Side::Short; price.len()],
        price: &price,
        time_ms: &vec![1_800_000_000_000; price.len()],
        closing: &vec![false; price.len()],
    };
    let table = flows(columns, OnBadRow::Report).unwrap();
    for (row, (flow, price)) in table.flow.iter().zip(&price).enumerate() {
        assert!(if row == 1_500 { flow.is_nan() } else { flow == price }, "{row}");
    }
    assert_eq!(table.status.iter().filter(|status| **status == RowStatus::Refused).count(), 1);
    assert_eq!(flows(columns, OnBadRow::Refuse).unwrap_err().path().as_str(), "price[1500]");
}

/// Row with a number that may be absent.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = ObservedColumns)]
#[non_exhaustive]
struct ObservedRow {
    /// Price, in quote currency.
    price: AssetPrice,
    /// Price of the day before, in quote currency. Absent: nothing traded.
    before: Option<AssetPrice>,
}

#[test]
fn nan_is_an_absent_number_where_there_may_be_one() {
    let row = |before: f64| {
        let named = [("price", Column::F64(&[1.0, 2.0])), ("before", Column::F64(&[before, 3.0]))];
        ObservedRow::arrange(&Inputs { domain: "shop", columns: &named }, |columns| {
            assert_eq!(columns.hold(), ObservedRow::of(&columns, 0).is_ok());
            assert_eq!(columns.hold(), columns.fault().is_none());
            ObservedRow::of(&columns, 0).map(|row| row.before)
        })
        .unwrap()
    };
    assert_eq!(row(f64::NAN).unwrap(), None);
    assert_eq!(row(4.0).unwrap(), Some(AssetPrice::constant(4.0)));
    let left_out = Inputs { domain: "shop", columns: &[("price", Column::F64(&[1.0, 2.0]))] };
    let second = ObservedRow::arrange(&left_out, |columns| ObservedRow::of(&columns, 1)).unwrap().unwrap();
    assert_eq!((second.price, second.before), (AssetPrice::constant(2.0), None));
    let code = |before| row(before).unwrap_err().to_string();
    assert_eq!(
        code(0.0),
        "units.asset_price.out_of_range at before[0]: got 0; allowed: 1e-18 to 1e18, in quote currency"
    );
    assert!(code(f64::INFINITY).starts_with("units.asset_price.not_finite at before[0]"), "{}", code(f64::INFINITY));
}
