//! Rows: each refuses what its source cannot have meant, and says which field.

use hashinsight_market::*;
use serde_json::{Value, json};

use crate::support;

fn with(row: &Value, field: &str, value: Value) -> Value {
    let mut row = row.clone();
    row[field] = value;
    row
}

fn without(row: &Value, field: &str) -> Value {
    let mut row = row.clone();
    row.as_object_mut().unwrap().remove(field).unwrap();
    row
}

fn bar() -> Value {
    json!({ "source": "binance_spot", "instrument": "BTCUSDT", "quote_currency": "USDT", "interval_ms": 3_600_000,
        "open_time_ms": 1_713_571_200_000_i64, "open": 100.0, "high": 110.0, "low": 90.0, "close": 105.0, "volume_base": 3.5 })
}

fn quote() -> Value {
    json!({ "source": "kraken", "instrument": "XBT/USD", "quote_currency": "USD", "time_ms": 1_713_571_200_000_i64, "bid": 99.0, "ask": 101.0, "last_price": 98.0 })
}

fn mark() -> Value {
    json!({ "source": "okx", "instrument": "BTC-USDT-SWAP", "quote_currency": "USDT", "time_ms": 1_713_571_200_000_i64, "mark": 99.0, "index": 99.5 })
}

fn funding() -> Value {
    json!({ "source": "okx", "instrument": "BTC-USDT-SWAP", "interval_ms": 28_800_000, "time_ms": 1_713_571_200_000_i64, "rate_per_interval": -0.0001 })
}

fn open_interest() -> Value {
    json!({ "source": "okx", "instrument": "BTC-USDT-SWAP", "time_ms": 1_713_571_200_000_i64, "open_base": 10.0, "open_usd": 1e6 })
}

fn option() -> Value {
    json!({ "source": "deribit", "quote_currency": "USD", "premium_currency": "BTC", "instrument": "BTC-26JUN26-100000-C",
        "time_ms": 1_765_541_474_086_i64, "expiry_ms": 1_782_460_800_000_i64, "strike": 1e5, "kind": "call", "underlying": 95_012.3,
        "bid": 0.085, "ask": 0.0885, "mark": 0.0872, "bid_iv": 0.46, "ask_iv": 0.48, "mark_iv": 0.4731, "open_interest_base": 1234.5 })
}

fn tier() -> Value {
    json!({ "source": "binance_usdm", "instrument": "BTCUSDT", "margin_currency": "USDT", "time_ms": 1_713_571_200_000_i64, "notional_floor": 0.0,
        "notional_cap": 5e4, "maintenance_rate": 0.004, "deduction": 0.0, "max_leverage": 125.0 })
}

fn network() -> Value {
    json!({ "source": "bitcoin_core", "time_ms": 1_769_215_600_000_i64, "height": 933_586, "tip_time_s": 1_769_215_475,
        "difficulty": 141_668_107_417_558.2, "hashrate_ths": 9.3e8, "mempool_transactions": 0, "mempool_vbytes": 0 })
}

fn block() -> Value {
    json!({ "source": "bitcoin_core", "height": 933_586, "time_s": 1_769_215_475, "subsidy_sat": 312_500_000, "fees_sat": 0,
        "difficulty": 1.4e14, "transactions": 1, "weight": 4_000_000 })
}

/// The document comes back as it went in; every field but the optional ones is required; nothing else is taken.
fn document<T>(row: &Value, optional: &[&str])
where
    T: serde::de::DeserializeOwned + serde::Serialize + std::fmt::Debug + PartialEq,
{
    let read: T = support::read(row.clone()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), *row);
    assert_eq!(serde_json::from_str::<T>(&serde_json::to_string(&read).unwrap()).unwrap(), read);
    let fields: Vec<&String> = row.as_object().unwrap().keys().collect();
    for field in &fields {
        let missing = support::read::<T>(without(row, field));
        if optional.contains(&field.as_str()) {
            let back = serde_json::to_value(missing.unwrap()).unwrap();
            assert_eq!(back, without(row, field), "an absent field is not written");
        } else {
            assert!(missing.unwrap_err().to_string().contains(field.as_str()), "{field} is required");
        }
        for wrong in [json!(null), json!([1]), json!(true), json!({})] {
            assert!(support::read::<T>(with(row, field, wrong.clone())).is_err(), "{field} = {wrong}");
            assert!(serde_json::from_value::<T>(with(row, field, wrong.clone())).is_err(), "{field} = {wrong}");
        }
    }
    assert!(support::read::<T>(with(row, "memo", json!(1))).is_err(), "unknown field");
    let list = Value::Array(row.as_object().unwrap().values().cloned().collect());
    assert!(support::read::<T>(list).is_err(), "a list is no row");
}

#[test]
fn documents() {
    document::<Bar>(&bar(), &["volume_base"]);
    document::<Quote>(&quote(), &["bid", "ask", "last_price"]);
    document::<MarkPoint>(&mark(), &["index"]);
    document::<Funding>(&funding(), &[]);
    document::<OpenInterest>(&open_interest(), &["open_base", "open_usd"]);
    document::<OptionQuote>(&option(), &["bid", "ask", "mark", "bid_iv", "ask_iv", "mark_iv", "open_interest_base"]);
    document::<MarginTier>(&tier(), &[]);
    document::<NetworkSnapshot>(&network(), &["hashrate_ths", "mempool_transactions", "mempool_vbytes"]);
    document::<BlockStats>(&block(), &["difficulty", "transactions", "weight"]);
}

/// The field that a code names: an interval refuses in its own name.
fn path(code: &str) -> &str {
    match code.split_once('.').unwrap().0 {
        "interval" => "interval_ms",
        field => field,
    }
}

/// Code and path of each refusal.
macro_rules! refuses {
    ($type:ty, $row:expr, $($field:literal = $value:expr => $code:literal),* $(,)?) => {
        $({
            let fault = support::refused::<$type>(with(&$row, $field, json!($value)));
            assert_eq!(fault.code(), concat!("market.", $code), "{} = {}", $field, json!($value));
            assert_eq!(fault.path().as_str(), path($code));
        })*
    };
}

#[test]
fn ranges() {
    refuses!(Bar, bar(),
        "open" = 0.0 => "open.out_of_range", "open" = -0.0 => "open.out_of_range", "open" = -1.0 => "open.out_of_range",
        "open" = 5e-324 => "open.out_of_range", "open" = 2e18 => "open.out_of_range", "open" = "NaN" => "open.not_finite",
        "high" = "Infinity" => "high.not_finite", "close" = "-Infinity" => "close.not_finite", "low" = 0 => "low.out_of_range",
        "volume_base" = -1e-9 => "volume_base.out_of_range", "volume_base" = "NaN" => "volume_base.not_finite",
        "high" = 104.0 => "high.out_of_range", "high" = 80.0 => "high.out_of_range",
        "low" = 101.0 => "low.out_of_range", "open" = 111.0 => "high.out_of_range", "close" = 89.0 => "low.out_of_range",
        "interval_ms" = 0 => "interval.out_of_range", "interval_ms" = 31_622_400_001_i64 => "interval.out_of_range",
    );
    refuses!(Quote, quote(), "bid" = 102.0 => "bid.out_of_range", "ask" = 0.0 => "ask.out_of_range", "last_price" = "NaN" => "last_price.not_finite");
    refuses!(MarkPoint, mark(), "mark" = 0.0 => "mark.out_of_range", "index" = -1.0 => "index.out_of_range");
    refuses!(Funding, funding(),
        "rate_per_interval" = 1.000001 => "rate_per_interval.out_of_range", "rate_per_interval" = "NaN" => "rate_per_interval.not_finite",
        "interval_ms" = -1 => "interval.out_of_range",
    );
    refuses!(OpenInterest, open_interest(), "open_base" = -1.0 => "open_base.out_of_range", "open_usd" = "Infinity" => "open_usd.not_finite");
    refuses!(OptionQuote, option(),
        "expiry_ms" = 1_765_541_474_086_i64 => "expiry_ms.out_of_range", "strike" = 0.0 => "strike.out_of_range",
        "underlying" = "NaN" => "underlying.not_finite", "bid" = 0.0 => "bid.out_of_range", "bid" = 0.09 => "bid.out_of_range",
        "mark" = -0.1 => "mark.out_of_range", "mark_iv" = 20.000001 => "mark_iv.out_of_range", "mark_iv" = 1e-10 => "mark_iv.out_of_range", "bid_iv" = 0.49 => "bid_iv.out_of_range",
        "open_interest_base" = -1.0 => "open_interest_base.out_of_range",
    );
    refuses!(MarginTier, tier(),
        "notional_cap" = 0.0 => "notional_cap.out_of_range", "notional_floor" = -1.0 => "notional_floor.out_of_range",
        "maintenance_rate" = 0.0 => "maintenance_rate.out_of_range", "maintenance_rate" = 1.1 => "maintenance_rate.out_of_range",
        "deduction" = -1.0 => "deduction.out_of_range", "max_leverage" = 0.5 => "max_leverage.out_of_range",
    );
    refuses!(NetworkSnapshot, network(),
        "tip_time_s" = 1_769_222_801 => "tip_time_s.out_of_range", "tip_time_s" = 1_230_939_999 => "tip_time_s.out_of_range",
        "nbits" = 385_976_225 => "nbits.several");
    refuses!(BlockStats, block(), "time_s" = 0 => "time_s.out_of_range", "transactions" = 0 => "transactions.out_of_range", "weight" = 4_000_001 => "weight.out_of_range");
    assert!(support::read::<NetworkSnapshot>(with(&network(), "tip_time_s", json!(1_769_222_800))).is_ok());

    let refused = |fault: hashinsight_units::Fault| (fault.code().to_owned(), fault.path().to_string());
    let nothing = without(&without(&without(&quote(), "bid"), "ask"), "last_price");
    assert_eq!(refused(support::refused::<Quote>(nothing)), ("market.last_price.missing".into(), "last_price".into()));
    let nothing = without(&without(&open_interest(), "open_base"), "open_usd");
    assert_eq!(support::refused::<OpenInterest>(nothing).code(), "market.open_base.missing");
    assert_eq!(
        support::refused::<NetworkSnapshot>(without(&network(), "difficulty")).code(),
        "market.difficulty.missing"
    );
    let paid = with(&with(&block(), "subsidy_sat", json!(2_100_000_000_000_000_u64)), "fees_sat", json!(1));
    assert_eq!(refused(support::refused::<BlockStats>(paid)), ("units.amount.out_of_range".into(), "fees_sat".into()));
    let end = with(&bar(), "open_time_ms", json!(hashinsight_units::Timestamp::MAX.to_ms()));
    assert_eq!(refused(support::refused::<Bar>(end)), ("units.timestamp.out_of_range".into(), "open_time_ms".into()));
}

#[test]
fn every_fault_of_the_fields_is_told_in_field_order() {
    let text = with(&with(&without(&bar(), "source"), "high", json!("NaN")), "interval_ms", json!(0)).to_string();
    let error = hashinsight_units::record::read::<Bar>("market", &text).unwrap_err();
    let told: Vec<_> = error.faults().map(|fault| (fault.code(), fault.path().as_str())).collect();
    let expected = [
        ("market.source.missing", "source"),
        ("market.interval.out_of_range", "interval_ms"),
        ("market.high.not_finite", "high"),
    ];
    assert_eq!(told, expected);
    assert_eq!(error.allowed(), "1 to 24 characters a-z, 0-9 and _, a letter first, as \"coinbase\"");
}

/// Saved states hold rows in formats without names.
#[test]
fn rows_without_names() {
    fn saved<T: serde::de::DeserializeOwned + serde::Serialize + std::fmt::Debug + PartialEq>(row: Value) -> Vec<u8> {
        let read: T = support::read(row).unwrap();
        let bytes = postcard::to_allocvec(&read).unwrap();
        assert_eq!(postcard::from_bytes::<T>(&bytes).unwrap(), read);
        bytes
    }
    let bytes = saved::<Bar>(without(&bar(), "volume_base"));
    let [high, low] = [110.0_f64, 111.0].map(f64::to_le_bytes);
    let at = bytes.windows(8).position(|window| window == high).unwrap();
    let mut forged = bytes.clone();
    forged[at + 8..at + 16].copy_from_slice(&low);
    assert!(postcard::from_bytes::<Bar>(&bytes).is_ok());
    assert!(postcard::from_bytes::<Bar>(&forged).is_err(), "a low above the high");
    saved::<OptionChain>(json!({ "quotes": [option()] }));
    saved::<NetworkSnapshot>(network());
    saved::<BlockStats>(block());
    saved::<Status>(json!({ "stale": { "age_ms": 5 } }));
}

#[test]
fn zero_has_no_sign() {
    let bar: Bar = support::read(with(&bar(), "volume_base", json!(-0.0))).unwrap();
    assert_eq!(bar.volume_base().map(f64::to_bits), Some(0));
    let funding: Funding = support::read(with(&funding(), "rate_per_interval", json!(-0.0))).unwrap();
    assert_eq!(funding.rate_per_interval().to_bits(), 0);
}

#[test]
fn derived_values() {
    let quote: Quote = support::read(quote()).unwrap();
    assert_eq!((quote.mid(), quote.spread()), (Some(100.0), Some(0.02)));
    let bar: Bar = support::read(bar()).unwrap();
    let close = hashinsight_units::Timestamp::from_ms(1_713_574_800_000).unwrap();
    assert_eq!(bar.close_time_ms(), close);
    assert!(bar.is_closed(close));
    assert!(!bar.is_closed(hashinsight_units::Timestamp::from_ms(close.to_ms() - 1).unwrap()));
    let block: BlockStats = support::read(with(&block(), "fees_sat", json!(3_792_116))).unwrap();
    assert_eq!(block.reward().to_sat(), 316_292_116);
}

#[test]
fn names() {
    for text in ["a", "binance_spot", "abcdefghijklmnopqrstuvwx", "okx5"] {
        assert_eq!(text.parse::<Source>().unwrap().as_str(), text);
        assert_eq!(support::read::<Source>(json!(text)).unwrap().to_string(), text);
    }
    for text in ["", "_a", "5okx", "A", "a b", "a-b", "abcdefghijklmnopqrstuvwxy", "\u{0}", "é"] {
        assert_eq!(support::refused::<Source>(json!(text)).code(), "market.source.unknown", "{text:?}");
    }
    for text in ["BTC-26JUN26-100000-C", "BTC_USDC-PERPETUAL", "XBT/USD", "BTCUSDT:240628", "index.btc", "bitcoin"] {
        assert_eq!(support::read::<Instrument>(json!(text)).unwrap().as_str(), text);
    }
    for text in ["", "BTC USD", "BTC\"", "é", &"A".repeat(41), "a\u{0}"] {
        assert_eq!(support::refused::<Instrument>(json!(text)).code(), "market.instrument.unknown", "{text:?}");
    }
    assert!("a".repeat(1 << 20).parse::<Source>().unwrap_err().to_string().len() < 500);
}

#[test]
fn books() {
    let book = json!({ "source": "kraken", "instrument": "XBT/USD", "quote_currency": "USD", "time_ms": 1_713_571_200_000_i64,
        "bids": { "price": [100.0, 99.0], "size_base": [1.0, 2.0] }, "asks": { "price": [101.0, 102.0], "size_base": [1.0, 2.0] } });
    document::<OrderBook>(&book, &[]);
    let side = |price: Value, size: Value| json!({ "price": price, "size_base": size });
    for (field, levels, code, path) in [
        ("bids", side(json!([99.0, 100.0]), json!([1.0, 1.0])), "market.price.out_of_range", "bids.price[1]"),
        ("bids", side(json!([99.0, 99.0]), json!([1.0, 1.0])), "market.price.out_of_range", "bids.price[1]"),
        ("asks", side(json!([102.0, 101.0]), json!([1.0, 1.0])), "market.price.out_of_range", "asks.price[1]"),
        ("asks", side(json!([99.0]), json!([1.0])), "market.price.out_of_range", "bids.price[0]"),
        ("asks", side(json!([101.0]), json!([0.0])), "market.size_base.out_of_range", "asks.size_base[0]"),
        ("asks", side(json!([101.0, 0.0]), json!([1.0, 1.0])), "market.price.out_of_range", "asks.price[1]"),
        ("asks", side(json!([101.0, "NaN"]), json!([1.0, 1.0])), "market.price.not_finite", "asks.price[1]"),
        ("asks", side(json!([101.0]), json!([1.0, 1.0])), "market.size_base.length", "asks.size_base"),
    ] {
        let fault = support::refused::<OrderBook>(with(&book, field, levels));
        assert_eq!((fault.code(), fault.path().as_str()), (code, path));
    }
    // One side may be empty, and a locked book is not crossed.
    let empty: OrderBook = support::read(with(&book, "asks", side(json!([]), json!([])))).unwrap();
    assert_eq!((empty.best_bid(), empty.best_ask()), (Some(100.0), None));
    assert!(support::read::<OrderBook>(with(&book, "asks", side(json!([100.0]), json!([1.0])))).is_ok());
}

#[test]
fn chains() {
    let put = with(&with(&option(), "kind", json!("put")), "instrument", json!("BTC-26JUN26-100000-P"));
    let higher = with(&option(), "strike", json!(1.1e5));
    let chain = |quotes: &[&Value]| json!({ "quotes": quotes });
    let good: OptionChain = support::read(chain(&[&option(), &put, &higher])).unwrap();
    assert_eq!(good.quotes().len(), 3);
    assert_eq!(serde_json::to_value(&good).unwrap(), chain(&[&option(), &put, &higher]));
    let refused = |quotes: &[&Value]| {
        let fault = support::refused::<OptionChain>(chain(quotes));
        (fault.code().to_owned(), fault.path().to_string())
    };
    let order = ("market.instrument.out_of_range".to_owned(), "quotes[1].instrument".to_owned());
    assert_eq!(refused(&[&put, &option()]), order);
    let twice = ("market.instrument.several".to_owned(), "quotes[1].instrument".to_owned());
    assert_eq!(refused(&[&option(), &option()]), twice);
    let unsorted = support::refused::<OptionChain>(chain(&[&put, &option()]));
    assert!(unsorted.allowed_text().contains("sorted by expiry_ms, then strike"), "{unsorted}");
    assert_eq!(refused(&[&higher, &put]), order);
    for (field, value) in [("source", "okx"), ("quote_currency", "EUR"), ("premium_currency", "USD")] {
        let other = with(&put, field, json!(value));
        assert_eq!(refused(&[&option(), &other]), (format!("market.{field}.several"), format!("quotes[1].{field}")));
    }
    assert!(support::read::<OptionChain>(json!([option()])).is_err());
}

/// The bytes that a name may have, as its pattern lists them.
#[test]
fn names_are_what_their_patterns_say() {
    let allowed = |text: &[u8], most: usize, others: &str| {
        (1..=most).contains(&text.len())
            && text.iter().all(|b| b.is_ascii_alphanumeric() || others.as_bytes().contains(b))
    };
    let is_instrument = |text: &[u8]| allowed(text, 40, "-_/:.");
    let is_source = |text: &[u8]| {
        allowed(text, 24, "_") && text[0].is_ascii_lowercase() && !text.iter().any(u8::is_ascii_uppercase)
    };
    for length in 0..50 {
        for place in 0..length {
            for byte in 0..=255 {
                let mut text = vec![b'a'; length];
                text[place] = byte;
                check_name(&text, &is_instrument, &is_source);
            }
        }
        check_name(&vec![b'a'; length], &is_instrument, &is_source);
    }
}

fn check_name(text: &[u8], is_instrument: &impl Fn(&[u8]) -> bool, is_source: &impl Fn(&[u8]) -> bool) {
    let (instrument, source) = (Instrument::try_from(text), Source::try_from(text));
    assert_eq!(instrument.is_ok(), is_instrument(text), "{text:?}");
    assert_eq!(source.is_ok(), is_source(text), "{text:?}");
    assert!(
        instrument.is_ok_and(|name| name.as_bytes() == text && name.as_str().as_bytes() == text) == is_instrument(text)
    );
    if let Ok(text) = std::str::from_utf8(text) {
        assert_eq!(text.parse::<Source>().ok(), source.ok(), "{text:?}");
    }
}
