//! Files that people download: statements of accounts, settlement prices of grids. Invented figures in the shapes of public files
//! (BittyTax/BittyTax, src/bittytax/conv/parsers/kraken.py; ERCOT NP6-905-CD and NP4-190-CD).

use hashinsight_feeds::{
    SettlementFormat, SettlementReport, SettlementRequest, StatementFormat, StatementReport, StatementRequest,
    Suspicion, read_settlement, read_statement,
};
use hashinsight_units::Error;
use serde_json::json;

const HEADING: &str = "\"txid\",\"refid\",\"time\",\"type\",\"subtype\",\"aclass\",\"subclass\",\"asset\",\"wallet\",\"amount\",\"fee\",\"balance\"\n";

fn kraken(lines: &str) -> Result<StatementReport, Error> {
    read_statement(&StatementRequest::new(StatementFormat::KrakenLedger, format!("{HEADING}{lines}")))
}

fn paths(odd: &[Suspicion]) -> Vec<&str> {
    odd.iter().map(|odd| odd.path.as_str()).collect()
}

#[test]
fn a_ledger_of_kraken() {
    let report = kraken(
        "\"L1\",\"D1\",\"2026-06-01 09:00:00\",\"deposit\",\"\",\"currency\",\"fiat\",\"ZUSD\",\"spot / main\",32000.0000,0,32000.0000\n\
         \"L2\",\"T1\",\"2026-06-01 10:00:00\",\"trade\",\"tradespot\",\"currency\",\"fiat\",\"ZUSD\",\"spot / main\",-30000.0000,48.0000,1952.0000\n\
         \"L3\",\"T1\",\"2026-06-01 10:00:00\",\"trade\",\"tradespot\",\"currency\",\"crypto\",\"XXBT\",\"spot / main\",0.5000000000,0,0.5000000000\n\
         \"\",\"W1\",\"2026-06-02 10:00:00\",\"withdrawal\",\"\",\"currency\",\"crypto\",\"XXBT\",\"spot / main\",-0.4,0.0002,\n\
         \"L4\",\"W1\",\"2026-06-02 10:00:05\",\"withdrawal\",\"\",\"currency\",\"crypto\",\"XXBT\",\"spot / main\",-0.4000000000,0.0002000000,0.0998000000\n\
         \"L5\",\"E1\",\"2026-06-03 00:00:00.1234\",\"earn\",\"reward\",\"currency\",\"crypto\",\"XBT.M\",\"earn / liquid\",0.0000100000,0.0000010000,0.0000090000\n",
    )
    .unwrap();
    let rows = serde_json::to_value(&report.rows).unwrap();
    let kinds: Vec<&str> = rows.as_array().unwrap().iter().map(|row| row["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["deposit", "trade", "trade", "withdrawal", "reward"]);
    assert_eq!(
        rows[2],
        json!({"source": "kraken_spot", "time_ms": 1_780_308_000_000_i64, "kind": "trade", "asset": "BTC",
        "amount": "0.5000000000", "fee": "0", "reference": "T1"})
    );
    assert_eq!((&rows[4]["asset"], &rows[4]["time_ms"]), (&json!("BTC"), &json!(1_780_444_800_123_i64)));
    assert_eq!(paths(&report.suspicious), ["rows[3].txid"]); // it is confirmed in the next line
}

/// Exports that overlap, joined.
#[test]
fn a_line_counts_once() {
    let line =
        "\"L1\",\"D1\",\"2026-06-01 09:00:00\",\"deposit\",\"\",\"currency\",\"fiat\",\"ZUSD\",\"spot / main\",5,0,5\n";
    let report = kraken(&format!("{line}{line}")).unwrap();
    assert_eq!(report.rows.len(), 1);
    assert_eq!(paths(&report.suspicious), ["rows[1].txid"]);
}

#[test]
fn lines_that_nobody_knows_are_kept_and_told() {
    let report = kraken(
        "\"L1\",\"X1\",\"2026-06-01 09:00:00\",\"airdrop\",\"\",\"currency\",\"\",\"FLR\",\"\",5,0,5\n\
         \"L2\",\"X2\",\"2026-06-01 09:00:01\",\"withdrawal\",\"\",\"currency\",\"\",\"XXBT\",\"\",0.1,0,0.1\n\
         \"L3\",\"X3\",\"2026-06-01 09:00:02\",\"transfer\",\"spottostaking\",\"currency\",\"\",\"DOT\",\"\",-3,0,0\n\
         \"L4\",\"X4\",\"2026-06-01 25:00:00\",\"deposit\",\"\",\"currency\",\"\",\"XXBT\",\"\",1,0,1.1\n\
         \"L5\",\"X5\",\"2026-06-01 09:00:03\",\"deposit\",\"\",\"currency\",\"\",\"XXBT\",\"\",1,0,2.1\n",
    )
    .unwrap();
    let rows = serde_json::to_value(&report.rows).unwrap();
    let kinds: Vec<&str> = rows.as_array().unwrap().iter().map(|row| row["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["other", "other", "other", "deposit"]);
    // The kind, the reversal, the time, and the balance that lacks the line with that time.
    assert_eq!(paths(&report.suspicious), ["rows[0].type", "rows[1].amount", "rows[3].time", "rows[4].balance"]);
}

#[test]
fn files_of_another_format_are_refused() {
    let refused = |text: &str| {
        let error = read_statement(&StatementRequest::new(StatementFormat::KrakenLedger, text.to_owned())).unwrap_err();
        (error.code().to_owned(), error.path().to_string())
    };
    let other = "ID,Timestamp,Transaction Type,Asset\n1,2026-06-01,Buy,BTC\n";
    assert_eq!(refused(other), ("feeds.payload.missing".to_owned(), "body.heading".to_owned()));
    assert_eq!(refused("").0, "feeds.payload.missing");
    let short = format!("{HEADING}\"L1\",\"X1\"\n");
    assert_eq!(refused(&short), ("feeds.payload.length".to_owned(), "body.rows[0]".to_owned()));
    let amount = format!(
        "{HEADING}\"L1\",\"X1\",\"2026-06-01 09:00:00\",\"deposit\",\"\",\"currency\",\"\",\"XXBT\",\"\",1e,0,1\n"
    );
    assert_eq!(refused(&amount), ("feeds.payload.wrong_type".to_owned(), "body.rows[0].amount".to_owned()));
    let unclosed = format!("{HEADING}\"L1,\"X1\n");
    assert_eq!(refused(&unclosed).0, "feeds.payload.unknown");
}

const REAL_TIME: &str =
    "DeliveryDate,DeliveryHour,DeliveryInterval,SettlementPointName,SettlementPointType,SettlementPointPrice,DSTFlag\n";

fn ercot(text: &str, point_type: Option<&str>) -> Result<SettlementReport, Error> {
    let mut request =
        SettlementRequest::new(SettlementFormat::ErcotSettlementPoint, text.to_owned(), "LZ_WEST".parse().unwrap());
    request.point_type = point_type.map(str::to_owned);
    read_settlement(&request)
}

fn usd(report: &SettlementReport) -> Vec<f64> {
    report.prices.usd_per_kwh.iter().map(|price| price.get()).collect()
}

/// A day of quarters, as the clock of the grid counts them.
fn day(date: &str, hours: &[(u32, char)]) -> String {
    let quarter = |(hour, flag): &(u32, char), quarter: u32| {
        format!("{date},{hour},{quarter},LZ_WEST,LZ,{}.5,{flag}\n", hour * 10 + quarter)
    };
    let rows = hours.iter().flat_map(|hour| (1..=4).map(move |number| quarter(hour, number)));
    REAL_TIME.to_owned() + &rows.collect::<String>()
}

#[test]
fn the_hour_that_the_clock_repeats_and_the_one_it_skips() {
    let hours: Vec<(u32, char)> = (1..=24).map(|hour| (hour, 'N')).collect();
    let plain = ercot(&day("06/01/2026", &hours), None).unwrap();
    // 2026-06-01T00:00 Central Daylight Time.
    assert_eq!(
        (plain.prices.start_ms.to_s(), plain.prices.interval_minutes, usd(&plain).len()),
        (1_780_290_000, 15, 96)
    );
    assert_eq!((usd(&plain)[0], usd(&plain)[95]), (0.0115, 0.2445));
    let mut autumn = hours.clone();
    autumn.insert(2, (2, 'Y'));
    let autumn = ercot(&day("11/01/2026", &autumn), None).unwrap();
    assert_eq!((autumn.prices.start_ms.to_s(), usd(&autumn).len()), (1_793_509_200, 100)); // 25 hours
    let mut spring = hours.clone();
    spring.remove(2);
    let spring_day = ercot(&day("03/08/2026", &spring), None).unwrap();
    assert_eq!((spring_day.prices.start_ms.to_s(), usd(&spring_day).len()), (1_772_949_600, 92)); // 23 hours
    // Without the flag the repeated hour is two prices of one interval; the skipped one cannot be; nor a flag elsewhere.
    let mut twice = hours.clone();
    twice.insert(2, (2, 'N'));
    let same = ercot(&day("11/01/2026", &twice), None).unwrap_err();
    assert_eq!(same.code(), "feeds.payload.missing"); // the same rows again, and then an hour that is missing
    assert_eq!(ercot(&day("03/08/2026", &hours), None).unwrap_err().code(), "feeds.payload.unknown");
    assert_eq!(ercot(&day("06/01/2026", &[(2, 'Y')]), None).unwrap_err().path().as_str(), "body.rows[0].dstflag");
}

#[test]
fn points_types_and_gaps() {
    let row = |interval: u32, kind: &str, price: &str| format!("06/01/2026,1,{interval},LZ_WEST,{kind},{price},N\n");
    let both = format!("{REAL_TIME}{}{}", row(1, "LZ", "20"), row(1, "LZEW", "21"));
    assert_eq!(ercot(&both, None).unwrap_err().code(), "feeds.payload.several");
    assert_eq!(usd(&ercot(&both, Some("LZEW")).unwrap()), [0.021]);
    let gap = format!("{REAL_TIME}{}{}", row(1, "LZ", "20"), row(3, "LZ", "21"));
    assert_eq!(ercot(&gap, None).unwrap_err().path().as_str(), "body.rows[1]");
    let two = format!("{REAL_TIME}{}{}", row(1, "LZ", "20"), row(1, "LZ", "21"));
    assert_eq!(ercot(&two, None).unwrap_err().code(), "feeds.payload.several");
    let negative = format!("{REAL_TIME}{}{}", row(2, "LZ", "-12.5"), row(1, "LZ", "20"));
    assert_eq!(usd(&ercot(&negative, None).unwrap()), [0.02, -0.0125]); // sorted
    let dear = ercot(&format!("{REAL_TIME}{}", row(1, "LZ", "45000")), None).unwrap();
    assert_eq!(paths(&dear.suspicious), ["rows[0].settlementpointprice"]);
    let absent = ercot(
        "DeliveryDate,HourEnding,SettlementPoint,SettlementPointPrice,DSTFlag\n06/01/2026,01:00,HB_WEST,20,N\n",
        None,
    );
    assert_eq!(absent.unwrap_err().path().as_str(), "body.settlementpoint");
    let ahead = "DeliveryDate,HourEnding,SettlementPoint,SettlementPointPrice,DSTFlag\n06/01/2026,24:00,LZ_WEST,20,N\n";
    let ahead = ercot(ahead, None).unwrap();
    assert_eq!((ahead.prices.start_ms.to_s(), ahead.prices.interval_minutes), (1_780_372_800, 60)); // 23:00 CDT
}
