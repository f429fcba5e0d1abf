//! Lines of an account statement, as exchanges and pools write them.

use hashinsight_units::{Currency, Decimal, Error, Money, Record, Timestamp};

use crate::refuse::out_of_range;
use crate::row::sealed;
use crate::{Reference, Source};

/// Kind of a line, as its statement calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum LedgerRowKind {
    /// One leg of a trade: its other legs have the same reference.
    Trade,
    /// Coins or cash from outside.
    Deposit,
    /// Coins or cash that left the account.
    Withdrawal,
    /// A fee by itself.
    Fee,
    /// A payout of a mining pool, or another reward.
    Reward,
    /// Interest: received where the amount is positive, paid where it is negative.
    Interest,
    /// Anything else: a move inside the account, an adjustment, a line that the reader does not know.
    Other,
}

/// One line of an account statement: an amount of one asset came or went.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(name = "LedgerRow")]
pub struct LedgerRowFields {
    /// Exchange, pool or wallet whose statement it is.
    #[record(example = "kraken_spot")]
    pub source: Source,
    /// Instant of the line, in Unix milliseconds UTC.
    #[record(example = 1_704_067_200_000)]
    pub time_ms: Timestamp,
    /// Kind of the line, as the statement calls it.
    #[record(example = "trade")]
    pub kind: LedgerRowKind,
    /// Asset that came or went: a coin or a currency, as BTC or USD.
    #[record(example = "BTC")]
    pub asset: Currency,
    /// Amount that came or, negative, went, in the asset, before the fee.
    #[record(example = "0.5")]
    pub amount: Decimal,
    /// Fee that went in addition, in the asset, 0 or more. Absent: the statement has none.
    pub fee: Option<Decimal>,
    /// Reference that lines of one trade or transfer share: the number of a trade, or the hash of a transaction.
    #[record(example = "TCWJEG-FL4SZ-3FKGH6")]
    pub reference: Reference,
    /// Fair value of the amount, where the statement has one.
    pub value: Option<Money>,
}

/// One line of an account statement, checked.
///
/// ```
/// use hashinsight_market::{LedgerRow, LedgerRowFields, LedgerRowKind};
/// use hashinsight_units::{Decimal, Timestamp};
/// let fields = LedgerRowFields {
///     source: "kraken_spot".parse()?,
///     time_ms: Timestamp::from_ms(1_704_067_200_000)?,
///     kind: LedgerRowKind::Deposit,
///     asset: "BTC".parse()?,
///     amount: Decimal::new(-5, 1),
///     fee: None,
///     reference: "TCWJEG-FL4SZ-3FKGH6".parse()?,
///     value: None,
/// };
/// assert_eq!(LedgerRow::new(fields).unwrap_err().code(), "market.amount.out_of_range"); // a deposit comes in
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LedgerRow(LedgerRowFields);

sealed! {
    LedgerRow(LedgerRowFields), checked by check_line,
    reads {
        source: Source, time_ms: Timestamp, kind: LedgerRowKind, asset: Currency, amount: Decimal, fee: Option<Decimal>,
        reference: Reference, value: Option<Money>,
    }
}

fn check_line(line: &mut LedgerRowFields) -> Result<(), Error> {
    let wrong = match line.kind {
        LedgerRowKind::Deposit | LedgerRowKind::Reward if line.amount < Decimal::ZERO => Some("0 or more: it comes in"),
        LedgerRowKind::Withdrawal | LedgerRowKind::Fee if line.amount > Decimal::ZERO => Some("0 or less: it goes out"),
        _ => None,
    };
    if let Some(allowed) = wrong {
        return Err(out_of_range("amount", line.amount, allowed));
    }
    if let Some(fee) = line.fee.filter(|fee| *fee < Decimal::ZERO) {
        return Err(out_of_range("fee", fee, "0 or more"));
    }
    Ok(())
}
