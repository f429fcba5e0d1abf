//! Columns hold what rows hold, and nothing else.

use hashinsight_market::*;
use hashinsight_units::{Currency, Fault, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support;

const DAY_MS: i64 = 86_400_000;
/// 2024-04-20T00:00:00Z.
const START_MS: i64 = 1_713_571_200_000;

fn plain(rows: usize) -> BarsColumns {
    BarsColumns {
        source: "coinbase".parse().unwrap(),
        instrument: "BTC-USD".parse().unwrap(),
        quote_currency: Currency::USD,
        interval_ms: Interval::DAY,
        open_time_ms: (START_MS..).step_by(86_400_000).take(rows).collect(),
        open: vec![100.0; rows],
        high: vec![110.0; rows],
        low: vec![90.0; rows],
        close: vec![105.0; rows],
        volume_base: Some(vec![1.0; rows]),
    }
}

fn place(fault: &Fault) -> (&str, &str) {
    (fault.code(), fault.path().as_str())
}

#[test]
fn a_bad_cell_is_named_by_column_and_row() {
    let refused = |change: fn(&mut BarsColumns)| {
        let mut columns = plain(20);
        change(&mut columns);
        Bars::from_columns(columns).unwrap_err().fault().clone()
    };
    assert_eq!(place(&refused(|c| c.high[17] = 104.0)), ("market.high.out_of_range", "high[17]"));
    assert_eq!(place(&refused(|c| c.open[0] = f64::NAN)), ("market.open.not_finite", "open[0]"));
    assert_eq!(place(&refused(|c| c.open_time_ms[3] -= 1)), ("market.open_time_ms.out_of_range", "open_time_ms[3]"));
    assert_eq!(place(&refused(|c| c.open_time_ms[3] = i64::MAX)), ("units.timestamp.out_of_range", "open_time_ms[3]"));
    assert_eq!(place(&refused(|c| c.close.truncate(19))), ("market.close.length", "close"));
    assert_eq!(place(&refused(|c| c.volume_base = Some(vec![]))), ("market.volume_base.length", "volume_base"));
    let volume = refused(|c| c.volume_base = Some([vec![1.0; 19], vec![-1.0]].concat()));
    assert_eq!(place(&volume), ("market.volume_base.out_of_range", "volume_base[19]"));
}

#[test]
fn rows_of_another_series_are_refused() {
    let mut bars = Bars::from_columns(plain(2)).unwrap();
    let before = bars.clone();
    let next = BarFields {
        open_time_ms: Timestamp::from_ms(START_MS + 2 * DAY_MS).unwrap(),
        ..BarFields::from(bars.last().unwrap())
    };
    let mut refused = |fields: BarFields| bars.push(Bar::new(fields).unwrap()).unwrap_err().fault().clone();
    assert_eq!(
        place(&refused(BarFields { source: "kraken".parse().unwrap(), ..next })),
        ("market.source.several", "source")
    );
    let other = BarFields { instrument: "ETH-USD".parse().unwrap(), ..next };
    assert_eq!(place(&refused(other)), ("market.instrument.several", "instrument"));
    let other = BarFields { quote_currency: "EUR".parse().unwrap(), ..next };
    assert_eq!(place(&refused(other)), ("market.quote_currency.several", "quote_currency"));
    let hour = BarFields { interval_ms: Interval::HOUR, ..next };
    assert_eq!(place(&refused(hour)), ("market.interval_ms.several", "interval_ms"));
    assert_eq!(place(&refused(BarFields { volume_base: None, ..next })), ("market.volume_base.missing", "volume_base"));
    let overlap = BarFields { open_time_ms: Timestamp::from_ms(START_MS + 2 * DAY_MS - 1).unwrap(), ..next };
    assert_eq!(place(&refused(overlap)), ("market.open_time_ms.out_of_range", "open_time_ms"));
    assert_eq!(bars, before, "a refused row leaves everything as it was");
    bars.push(Bar::new(next).unwrap()).unwrap();
    assert_eq!((bars.len(), bars.first_gap()), (3, None));
    let late = BarFields { open_time_ms: Timestamp::from_ms(START_MS + 5 * DAY_MS).unwrap(), ..next };
    bars.push(Bar::new(late).unwrap()).unwrap();
    assert_eq!(bars.first_gap(), Some(3));

    let mut silent = Bars::from_columns(BarsColumns { volume_base: None, ..plain(1) }).unwrap();
    let spoken = BarFields { open_time_ms: Timestamp::from_ms(START_MS + DAY_MS).unwrap(), ..next };
    assert_eq!(silent.push(Bar::new(spoken).unwrap()).unwrap_err().code(), "market.volume_base.several");
}

#[test]
fn slices_and_ends() {
    let bars = Bars::from_columns(plain(5)).unwrap();
    let part = bars.slice(1..4).unwrap();
    assert_eq!(part.iter().collect::<Vec<_>>(), bars.iter().skip(1).take(3).collect::<Vec<_>>());
    assert_eq!(bars.slice(0..5).unwrap(), bars);
    assert!(bars.slice(5..5).unwrap().is_empty());
    assert_eq!(bars.slice(4..6), None);
    #[expect(clippy::reversed_empty_ranges, reason = "a range that a caller may compute")]
    let reversed = bars.slice(3..2);
    assert_eq!(reversed, None);
    assert_eq!(bars.get(5), None);
    assert_eq!(bars.get(usize::MAX), None);
    assert_eq!(bars.last(), bars.get(4));
    assert_eq!(bars.iter().next_back(), bars.last());
    // An empty slice takes rows with or without the optional column again.
    let mut empty = bars.slice(0..0).unwrap();
    empty.push(Bar::new(BarFields { volume_base: None, ..bars.last().unwrap().into() }).unwrap()).unwrap();
    assert_eq!(empty.volume_base(), None);
}

#[test]
fn documents() {
    let document = json!({ "source": "coinbase", "instrument": "BTC-USD", "quote_currency": "USD", "interval_ms": DAY_MS,
        "open_time_ms": [START_MS, START_MS + DAY_MS], "open": [100.0, 100.5], "high": [110.0, 110.0], "low": [90.0, 90.0], "close": [105.0, 1e2] });
    let bars: Bars = support::read(document.clone()).unwrap();
    assert_eq!(serde_json::to_value(&bars).unwrap(), document);
    assert_eq!(serde_json::from_str::<Bars>(&serde_json::to_string(&bars).unwrap()).unwrap(), bars);
    let with = |field: &str, value: Value| {
        let mut document = document.clone();
        document[field] = value;
        document
    };
    assert_eq!(
        place(&support::refused::<Bars>(with("low", json!([90.0, "NaN"])))),
        ("market.low.not_finite", "low[1]")
    );
    assert_eq!(place(&support::refused::<Bars>(with("low", json!([90.0])))), ("market.low.length", "low"));
    for bad in [
        with("low", json!(null)),
        with("low", json!([90.0, null])),
        with("volume_base", json!(null)),
        with("memo", json!(1)),
    ] {
        assert!(support::read::<Bars>(bad.clone()).is_err(), "{bad}");
        assert!(serde_json::from_value::<Bars>(bad.clone()).is_err(), "{bad}");
    }
}

/// The margin tables of two venues, as published (source and date stand in the file), in our columns.
fn tables() -> Vec<TierTableColumns> {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../testkit/vectors/margin_kou_cover_vectors.json"));
    let vectors: Value = serde_json::from_str(text).unwrap();
    let column = |table: &str, index: usize| -> Vec<f64> {
        vectors["tiers"][table]["rows"].as_array().unwrap().iter().map(|row| row[index].as_f64().unwrap()).collect()
    };
    let table =
        |source: &str, notional_floor, notional_cap, maintenance_rate, deduction, max_leverage| TierTableColumns {
            source: source.parse().unwrap(),
            instrument: "BTCUSDT".parse().unwrap(),
            margin_currency: "USDT".parse().unwrap(),
            time_ms: Timestamp::MIN,
            notional_floor,
            notional_cap,
            maintenance_rate,
            deduction,
            max_leverage,
        };
    let [binance, bybit] = ["binance_btcusdt", "bybit_btcusdt"];
    let caps = column(bybit, 0);
    let floors = std::iter::once(0.0).chain(caps.iter().copied()).take(caps.len()).collect();
    vec![
        table(
            "binance_usdm",
            column(binance, 0),
            column(binance, 1),
            column(binance, 2),
            column(binance, 4),
            column(binance, 3),
        ),
        table("bybit_linear", floors, caps, column(bybit, 2), column(bybit, 3), column(bybit, 1)),
    ]
}

#[test]
fn published_margin_tables_hold() {
    for columns in tables() {
        let table = TierTable::from_columns(columns.clone()).unwrap();
        assert!(table.len() >= 12);
        for (index, tier) in table.iter().enumerate() {
            assert_eq!(table.tier_at(tier.notional_cap()), Some(tier));
            assert_eq!(table.tier_at(tier.notional_floor().next_up()), Some(tier));
            // The deduction that is published is the one that continuity asks for.
            let before = table.slice(0..index).unwrap();
            let deduction = before.deduction_of(tier.maintenance_rate());
            assert!((deduction - tier.deduction()).abs() <= 1e-9 * tier.notional_cap(), "{deduction}");
        }
        assert_eq!(table.tier_at(0.0), table.get(0));
        for nowhere in [-1.0, f64::NAN, f64::INFINITY, table.last().unwrap().notional_cap().next_up()] {
            assert_eq!(table.tier_at(nowhere), None);
        }
    }
}

#[test]
fn broken_margin_tables_name_the_row() {
    let refused = |change: fn(&mut TierTableColumns)| {
        let mut columns = tables().remove(0);
        change(&mut columns);
        TierTable::from_columns(columns).unwrap_err().fault().clone()
    };
    let floor = "market.notional_floor.out_of_range";
    assert_eq!(place(&refused(|t| t.notional_floor[0] = 1.0)), (floor, "notional_floor[0]"));
    assert_eq!(place(&refused(|t| t.notional_floor[3] += 1.0)), (floor, "notional_floor[3]"), "gap");
    assert_eq!(place(&refused(|t| t.notional_floor[3] -= 1.0)), (floor, "notional_floor[3]"), "overlap");
    let rate = refused(|t| t.maintenance_rate[3] = t.maintenance_rate[2]);
    assert_eq!(place(&rate), ("market.maintenance_rate.out_of_range", "maintenance_rate[3]"));
    assert_eq!(place(&refused(|t| t.deduction[5] += 1.0)), ("market.deduction.out_of_range", "deduction[5]"));
    assert_eq!(place(&refused(|t| t.deduction[0] = 1.0)), ("market.deduction.out_of_range", "deduction[0]"));
    assert_eq!(place(&refused(|t| t.max_leverage[2] = 126.0)), ("market.max_leverage.out_of_range", "max_leverage[2]"));
}

#[test]
fn time_and_height_run_forward() {
    let text = json!({ "source": "okx", "instrument": "BTC-USDT-SWAP", "quote_currency": "USDT", "time_ms": [START_MS, START_MS], "mark": [1.0, 1.0] });
    assert_eq!(place(&support::refused::<MarkPath>(text)), ("market.time_ms.out_of_range", "time_ms[1]"));
    let text = json!({ "source": "okx", "instrument": "BTC", "interval_ms": 1, "time_ms": [START_MS + 1, START_MS], "rate_per_interval": [0.0, 0.0] });
    assert_eq!(place(&support::refused::<FundingHistory>(text)), ("market.time_ms.out_of_range", "time_ms[1]"));
    let text =
        json!({ "source": "okx", "instrument": "BTC", "time_ms": [START_MS + 1, START_MS], "open_usd": [1.0, 1.0] });
    assert_eq!(place(&support::refused::<OpenInterestHistory>(text)), ("market.time_ms.out_of_range", "time_ms[1]"));
    let text = json!({ "source": "okx", "instrument": "BTC", "quote_currency": "USD", "time_ms": [START_MS + 1, START_MS], "bid": [1.0, 1.0] });
    assert_eq!(place(&support::refused::<Quotes>(text)), ("market.time_ms.out_of_range", "time_ms[1]"));
    let text = json!({ "source": "okx", "instrument": "BTC", "quote_currency": "USD", "time_ms": [START_MS] });
    assert_eq!(place(&support::refused::<Quotes>(text)), ("market.last_price.missing", "last_price[0]"));
    let network = |time: Value, difficulty: Value| json!({ "source": "mempool", "time_ms": time, "height": [9, 8], "tip_time_s": [1_231_006_505, 1_231_006_505], "difficulty": difficulty });
    assert_eq!(
        place(&support::refused::<NetworkHistory>(network(json!([START_MS, START_MS]), json!([1.0, 1.0])))).1,
        "time_ms[1]"
    );
    let bad = support::refused::<NetworkHistory>(network(json!([START_MS, START_MS + 1]), json!([1.0, 0.0])));
    assert_eq!(place(&bad), ("units.difficulty.out_of_range", "difficulty[1]"));
    assert_eq!(
        support::read::<NetworkHistory>(network(json!([START_MS, START_MS + 1]), json!([1.0, 1.0]))).unwrap().height(),
        [9, 8]
    );
    let blocks = |height: Value, fees: Value| json!({ "source": "core", "height": height, "time_s": [1_231_469_665, 1_231_469_664], "subsidy_sat": [1, 1], "fees_sat": fees });
    assert_eq!(
        place(&support::refused::<BlockHistory>(blocks(json!([5, 5]), json!([0, 0])))),
        ("market.height.out_of_range", "height[1]")
    );
    let bad = support::refused::<BlockHistory>(blocks(json!([5, 6]), json!([0, 2_100_000_000_000_001_u64])));
    assert_eq!(place(&bad), ("units.amount.out_of_range", "fees_sat[1]"));
    assert_eq!(support::read::<BlockHistory>(blocks(json!([5, 7]), json!([0, 0]))).unwrap().first_gap(), Some(1));
}

#[test]
fn status_of_what_was_seen() {
    let at = |ms| Timestamp::from_ms(START_MS + ms).unwrap();
    for (last, now, max_age, status) in [
        (Some(0), 0, 0, Status::Fresh),
        (Some(0), 10, 10, Status::Fresh),
        (Some(0), 11, 10, Status::Stale { age_ms: 11 }),
        (None, 0, 10, Status::NoData),
    ] {
        assert_eq!(Status::of(last.map(at), at(now), max_age).unwrap(), status);
        assert_eq!(support::read::<Status>(serde_json::to_value(status).unwrap()).unwrap(), status);
    }
    assert_eq!(
        place(Status::of(Some(at(1)), at(0), 10).unwrap_err().fault()),
        ("market.time_ms.out_of_range", "time_ms")
    );
    assert!(Status::of(None, at(0), -1).is_err());
    assert_eq!(serde_json::to_value(Status::Stale { age_ms: 5 }).unwrap(), json!({ "stale": { "age_ms": 5 } }));
    assert_eq!(serde_json::from_value::<Status>(json!("no_data")).unwrap(), Status::NoData);
    assert!(serde_json::from_value::<Status>(json!({ "stale": { "age_ms": 5, "why": "" } })).is_err());
}

proptest! {
    /// Columns accept a list of rows exactly when pushing the rows one by one does, and give the same rows back.
    #[test]
    fn columns_are_the_fold_of_push(
        cells in prop::collection::vec((-1_i64..4, prop::array::uniform4(0_u8..4), 0_u8..40), 0..12),
        volume: bool,
    ) {
        let price = |cell: u8| [100.0, 100.5, 99.5, f64::NAN][usize::from(cell)];
        let mut columns = BarsColumns { volume_base: volume.then(Vec::new), ..plain(0) };
        let mut time = START_MS;
        for (step, prices, odd) in cells {
            // Mostly good bars, so that long columns are accepted too.
            let [open, high, low, close] = if odd == 0 { prices.map(price) } else { [100.0, 101.0, 99.0, 100.0] };
            time += if odd == 1 { step * DAY_MS / 2 } else { DAY_MS };
            columns.open_time_ms.push(time);
            columns.open.push(open);
            columns.high.push(high);
            columns.low.push(low);
            columns.close.push(close);
            if let Some(volume) = &mut columns.volume_base {
                volume.push(f64::from(odd) - 2.0);
            }
        }
        let mut pushed = Bars::new(columns.source, columns.instrument, columns.quote_currency, columns.interval_ms);
        let mut rows = Vec::new();
        let mut first_fault = None;
        for i in 0..columns.open.len() {
            let fields = BarFields {
                source: columns.source,
                instrument: columns.instrument,
                quote_currency: columns.quote_currency,
                interval_ms: columns.interval_ms,
                open_time_ms: Timestamp::from_ms(columns.open_time_ms[i]).unwrap(),
                open: columns.open[i],
                high: columns.high[i],
                low: columns.low[i],
                close: columns.close[i],
                volume_base: columns.volume_base.as_ref().map(|volume| volume[i]),
            };
            match Bar::new(fields).and_then(|bar| pushed.push(bar).map(|()| bar)) {
                Ok(bar) => rows.push(bar),
                Err(error) => {
                    let fault = error.fault();
                    first_fault = Some((fault.code().to_owned(), format!("{}[{i}]", fault.path())));
                    break;
                }
            }
        }
        match Bars::from_columns(columns) {
            Ok(bars) => {
                prop_assert_eq!(first_fault, None);
                prop_assert_eq!(bars.iter().collect::<Vec<_>>(), rows);
                prop_assert_eq!(&bars, &pushed);
            }
            Err(error) => {
                let fault = error.fault();
                prop_assert_eq!(first_fault, Some((fault.code().to_owned(), fault.path().to_string())));
            }
        }
    }
}

/// First days of months as `date -u -d 2024-MM-01 +%s` has them: a leap year, and the turn to the next.
#[test]
fn bars_of_a_month_end_where_the_next_one_begins() {
    let firsts: [i64; 6] = [
        1_701_388_800_000,
        1_704_067_200_000,
        1_706_745_600_000,
        1_709_251_200_000,
        1_711_929_600_000,
        1_714_521_600_000,
    ];
    for pair in firsts.windows(2) {
        assert_eq!(Interval::MONTH.end_ms(pair[0]), pair[1]);
    }
    let columns = |open_time_ms: Vec<i64>| BarsColumns {
        source: "binance_spot".parse().unwrap(),
        instrument: "BTCUSDT".parse().unwrap(),
        quote_currency: "USDT".parse().unwrap(),
        interval_ms: Interval::MONTH,
        open: vec![2.0; open_time_ms.len()],
        high: vec![3.0; open_time_ms.len()],
        low: vec![1.0; open_time_ms.len()],
        close: vec![2.5; open_time_ms.len()],
        volume_base: None,
        open_time_ms,
    };
    let bars = Bars::from_columns(columns(firsts.to_vec())).unwrap();
    assert_eq!((bars.first_gap(), bars.get(2).unwrap().close_time_ms().to_ms()), (None, firsts[3]));
    let gap = Bars::from_columns(columns(vec![firsts[0], firsts[2]])).unwrap();
    assert_eq!(gap.first_gap(), Some(1));
    for late in [firsts[1] + 86_400_000, firsts[1] + 1] {
        let error = Bars::from_columns(columns(vec![firsts[0], late])).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), ("market.open_time_ms.out_of_range", "open_time_ms[1]"));
    }
    assert_eq!(Interval::MONTH.per_year(), 12.0);
}
