//! Account statements as exchanges let their users download them, as lines of a ledger.
//!
//! Traps: Kraken writes bitcoin as `XXBT` or `XBT` and dollars as `ZUSD`; a line without `txid` is that of a transfer that is not confirmed
//! and comes again with one. Fees go in addition to the amount.
//!
//! ```
//! use hashinsight_feeds::{StatementFormat, StatementRequest, read_statement};
//! let text = "\"txid\",\"refid\",\"time\",\"type\",\"subtype\",\"aclass\",\"asset\",\"amount\",\"fee\",\"balance\"\n\
//!     \"L1\",\"T1\",\"2026-06-01 10:00:00\",\"trade\",\"\",\"currency\",\"ZUSD\",-30000.0000,48.0000,1952.0000\n\
//!     \"L2\",\"T1\",\"2026-06-01 10:00:00\",\"trade\",\"\",\"currency\",\"XXBT\",0.5000000000,0.0000000000,0.5000000000\n";
//! let statement = read_statement(&StatementRequest::new(StatementFormat::KrakenLedger, text.to_owned()))?;
//! assert_eq!(statement.rows[1].asset().as_str(), "BTC");
//! assert_eq!(statement.rows[0].fee().unwrap().to_string(), "48.0000");
//! # Ok::<(), hashinsight_units::Error>(())
//! ```

mod kraken;

use hashinsight_market::LedgerRow;
use hashinsight_units::{Error, Record, Timestamp};

use crate::csv::Table;
use crate::payload::Doubts;
use crate::{Payload, Suspicion};

/// Format of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum StatementFormat {
    /// Ledger of Kraken: History, Export, Ledgers.
    KrakenLedger,
}

/// Inputs of [`read_statement`].
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct StatementRequest {
    /// Format of the file.
    #[record(example = "kraken_ledger")]
    pub format: StatementFormat,
    /// Text of the file, heading included.
    pub text: String,
}

/// Result of [`read_statement`]: lines of the ledger, and what is odd about them.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct StatementReport {
    /// Lines in the order of the file.
    pub rows: Vec<LedgerRow>,
    /// Oddities of the file: left out, of a kind that nobody knows, or at odds with the balance.
    pub suspicious: Vec<Suspicion>,
}

/// Lines of a statement. One that cannot be is left out and told, and does not cost the others.
///
/// # Errors
/// `feeds.payload.missing` at `body.heading` for a file of another format; what a line is refused for, where no line is left.
pub fn read_statement(request: &StatementRequest) -> Result<StatementReport, Error> {
    let payload = Payload::new(request.text.as_bytes(), Timestamp::MAX);
    let mut doubts = Doubts::new(&payload);
    let table = Table::read(&request.text)?;
    let rows = match request.format {
        StatementFormat::KrakenLedger => kraken::rows(&table, &mut doubts)?,
    };
    let parsed = doubts.done(rows);
    Ok(StatementReport { rows: parsed.data, suspicious: parsed.suspicious })
}
