//! Any text as a file that people download: a statement, settlement prices. Lines and prices or an error, never a panic.
#![no_main]

use hashinsight::feeds::{
    SettlementFormat, SettlementRequest, StatementFormat, StatementRequest, read_settlement, read_statement,
};
use hashinsight_fuzz::{check_document, check_error};

libfuzzer_sys::fuzz_target!(|text: &str| {
    match read_statement(&StatementRequest::new(StatementFormat::KrakenLedger, text.to_owned())) {
        Ok(report) => check_document(&serde_json::to_string(&report).expect("a report is JSON")),
        Err(error) => check_error(&error),
    }
    let point = "HB_WEST".parse().expect("a name");
    match read_settlement(&SettlementRequest::new(SettlementFormat::ErcotSettlementPoint, text.to_owned(), point)) {
        Ok(report) => check_document(&serde_json::to_string(&report).expect("a report is JSON")),
        Err(error) => check_error(&error),
    }
});
