//! A byte order mark before a body is passed over (RFC 8259, section 8.1), whichever reader reads it.

use crate::support;
use hashinsight_feeds::{
    FeedAsk, ParseRequest, RefusalRequest, SettlementFormat, SettlementRequest, StatementFormat, StatementRequest,
    parse, read_settlement, read_statement, refusal,
};
use hashinsight_units::Timestamp;
use serde_json::json;

const MARK: &str = "\u{feff}";

/// Every sample, refused ones among them, of every reader of every upstream: the same data, the same oddities, the same refusal.
#[test]
fn every_sample_is_read_behind_a_byte_order_mark() {
    for sample in support::samples() {
        let marked = [MARK.as_bytes(), &sample.body].concat();
        assert_eq!(sample.parse_body(&marked), sample.parse(), "{}", sample.file);
    }
}

#[test]
fn documents_and_files_are_read_behind_a_byte_order_mark() {
    let now = Timestamp::from_s(1_780_730_885).unwrap();
    let said = |body: &str| refusal(&RefusalRequest::new(body.to_owned(), now)).refusal.unwrap();
    for body in [
        r#"{"code":-1121,"msg":"Invalid symbol."}"#,
        "Throttled",
        "<html><head><title>502 Bad Gateway</title></head></html>",
    ] {
        assert_eq!(said(&format!("{MARK}{body}")), said(body));
    }
    let ask: FeedAsk = serde_json::from_value(json!({"blockchain_info": {"query": "hashrate"}})).unwrap();
    let read = |body: String| parse(&ParseRequest::new(ask.clone(), body, now)).unwrap();
    assert_eq!(read(format!("{MARK}932513615580.6332")), read("932513615580.6332".to_owned()));

    let ledger = "\"txid\",\"refid\",\"time\",\"type\",\"subtype\",\"aclass\",\"asset\",\"amount\",\"fee\",\"balance\"\n\
        \"L1\",\"T1\",\"2026-06-01 10:00:00\",\"deposit\",\"\",\"currency\",\"XXBT\",0.5,0,0.5\n";
    let read = |text: String| read_statement(&StatementRequest::new(StatementFormat::KrakenLedger, text)).unwrap();
    assert_eq!(read(format!("{MARK}{ledger}")), read(ledger.to_owned()));
    let prices = "DeliveryDate,DeliveryHour,DeliveryInterval,SettlementPointName,SettlementPointType,SettlementPointPrice,DSTFlag\n\
        06/01/2026,2,4,HB_WEST,HU,30,N\n";
    let read = |text: String| {
        let format = SettlementFormat::ErcotSettlementPoint;
        read_settlement(&SettlementRequest::new(format, text, "HB_WEST".parse().unwrap())).unwrap()
    };
    assert_eq!(read(format!("{MARK}{prices}")), read(prices.to_owned()));
}

/// It is passed over once, at the beginning: elsewhere it is a letter as any other.
#[test]
fn a_second_mark_is_no_mark() {
    let sample = support::samples().into_iter().find(|sample| sample.file == "syn_mempool_prices.json").unwrap();
    let twice = [MARK.as_bytes(), MARK.as_bytes(), &sample.body].concat();
    assert_eq!(sample.parse_body(&twice).unwrap_err().fault().code(), "feeds.body.unsupported");
}
