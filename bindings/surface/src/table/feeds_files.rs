//! Files that people download.

use hashinsight::feeds::{
    SettlementReport, SettlementRequest, StatementReport, StatementRequest, read_settlement, read_statement,
};

use crate::operation::operations;

operations! { feeds:
    /// Lines of an account statement as an exchange lets its users download it (Kraken's ledger), for a treasury's ledger: deposits, trades,
    /// withdrawals, rewards, fees. A line that cannot be is left out and told, one of an unknown kind kept and told.
    document read_statement: StatementRequest => StatementReport;

    /// Prices of a settlement point out of a file of the grid (ERCOT, real time or day ahead), as the series that a tariff takes. The hour that
    /// the clock repeats in November is told by its flag, a gap is refused.
    document read_settlement: SettlementRequest => SettlementReport;
}
