//! Kraken's ledger: one line for each asset that moved.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use hashinsight_market::{LedgerRow, LedgerRowFields, LedgerRowKind, Source};
use hashinsight_units::{Currency, Decimal, Error, Money, Problem, Timestamp};

use crate::csv::{Column, Row, Table};
use crate::error::{at_member, in_body, refuse};
use crate::iso;
use crate::payload::Doubts;
use crate::source::source;

/// Names of older years, with an X before coins and a Z before money.
const OLD_NAMES: [(&str, &str); 22] = [
    ("XXBT", "BTC"),
    ("XBT", "BTC"),
    ("XETH", "ETH"),
    ("ETH2", "ETH"),
    ("XLTC", "LTC"),
    ("XXRP", "XRP"),
    ("XXLM", "XLM"),
    ("XXMR", "XMR"),
    ("XZEC", "ZEC"),
    ("XREP", "REP"),
    ("XETC", "ETC"),
    ("XMLN", "MLN"),
    ("XXDG", "DOGE"),
    ("XDG", "DOGE"),
    ("ZUSD", "USD"),
    ("ZEUR", "EUR"),
    ("ZGBP", "GBP"),
    ("ZCAD", "CAD"),
    ("ZJPY", "JPY"),
    ("ZAUD", "AUD"),
    ("ZCHF", "CHF"),
    ("XICN", "ICN"),
];

/// The columns that are read.
struct Columns {
    txid: Column,
    refid: Column,
    time: Column,
    kind: Column,
    subtype: Column,
    asset: Column,
    wallet: Column,
    amount: Column,
    fee: Column,
    balance: Column,
    /// Of newer exports.
    usd: Column,
}

impl Columns {
    fn of(table: &Table<'_>) -> Result<Self, Error> {
        table.demand(&["txid", "refid", "time", "type", "asset", "amount", "fee"])?;
        let [txid, refid, time, kind, subtype, asset, wallet, amount, fee, balance, usd] = table.columns([
            "txid",
            "refid",
            "time",
            "type",
            "subtype",
            "asset",
            "wallet",
            "amount",
            "fee",
            "balance",
            "amountusd",
        ]);
        Ok(Self { txid, refid, time, kind, subtype, asset, wallet, amount, fee, balance, usd })
    }
}

pub(super) fn rows(table: &Table<'_>, doubts: &mut Doubts) -> Result<Vec<LedgerRow>, Error> {
    let columns = Columns::of(table)?;
    let (mut kept, mut first) = (Vec::new(), None);
    let mut seen = BTreeMap::new();
    let mut assets = Assets { source: source("kraken_spot"), names: BTreeMap::new() };
    let mut balances = Balances::default();
    for (index, row) in table.rows() {
        let txid = row.cell(columns.txid);
        if txid.is_empty() {
            let expected = "a line that is confirmed; it is left out and comes again";
            doubts.note(row.at("txid"), row.cell(columns.refid), expected);
            continue;
        }
        // A ledger that was joined out of several exports has lines of their overlap twice.
        match seen.entry(txid) {
            Entry::Occupied(first) => {
                let expected = format!("each line once; that of rows[{}] again is left out", first.get());
                doubts.note(row.at("txid"), txid, expected);
                continue;
            }
            Entry::Vacant(place) => _ = place.insert(index),
        }
        match line(row, &columns, &mut assets, doubts) {
            Ok(line) => {
                balances.add(row, &columns, &line)?;
                kept.push(line);
            }
            Err(error) => {
                doubts.left_out(&error);
                first.get_or_insert(error);
            }
        }
    }
    balances.check(doubts);
    match first {
        Some(error) if kept.is_empty() => Err(error),
        _ => Ok(kept),
    }
}

fn line<'r>(row: Row<'r>, columns: &Columns, assets: &mut Assets<'r>, doubts: &mut Doubts) -> Result<LedgerRow, Error> {
    let amount = decimal(row, columns.amount)?;
    let fee = decimal(row, columns.fee)?;
    let time_ms = iso::parse_at(|| row.at("time"), row.cell(columns.time))?;
    let time_ms = Timestamp::from_ms(time_ms).map_err(|error| in_body(row.at("time"))(error))?;
    let kind = kind(row, columns, amount, doubts);
    let reference = if row.cell(columns.refid).is_empty() { columns.txid } else { columns.refid };
    let read = row.cell(reference).parse();
    let fields = LedgerRowFields {
        source: assets.source,
        time_ms,
        kind,
        asset: assets.of(row, columns)?,
        amount,
        fee: Some(fee),
        reference: read.map_err(|error| in_body(row.at(reference.name))(error))?,
        value: value(row, columns)?,
    };
    LedgerRow::new(fields).map_err(|error| at_member(&error, |field| row.at(field)))
}

fn kind(row: Row<'_>, columns: &Columns, amount: Decimal, doubts: &mut Doubts) -> LedgerRowKind {
    use LedgerRowKind::{Deposit, Fee, Other, Reward, Trade, Withdrawal};
    let (word, subtype) = (row.cell(columns.kind), row.cell(columns.subtype));
    let (comes, goes) = (amount >= Decimal::ZERO, amount <= Decimal::ZERO);
    match word {
        "trade" | "spend" | "receive" | "sale" | "conversion" => Trade,
        "deposit" if comes => Deposit,
        "withdrawal" if goes => Withdrawal,
        "staking" | "dividend" | "reward" if comes => Reward,
        // Of `earn`, what is allocated only moves inside the account.
        "earn" if comes && subtype == "reward" => Reward,
        "rollover" if goes => Fee,
        "deposit" | "withdrawal" | "staking" | "dividend" | "reward" | "rollover" => {
            doubts.note(
                row.at("amount"),
                amount,
                format!("the sign of a {word}; it is taken as a reversal, an other line"),
            );
            Other
        }
        "earn" | "transfer" | "margin" | "settled" | "adjustment" | "credit" | "invite bonus" => Other,
        unknown => {
            doubts.note(row.at("type"), unknown, "a kind of line that is known; it is kept as an other line");
            Other
        }
    }
}

fn decimal(row: Row<'_>, column: Column) -> Result<Decimal, Error> {
    let text = row.cell(column);
    // Small amounts may come with an exponent.
    let read = text.parse::<Decimal>().or_else(|_| Decimal::from_scientific(text));
    read.map_err(|_| refuse(Problem::WrongType, row.at(column.name), text, "a decimal number"))
}

/// What is the same in many lines.
struct Assets<'r> {
    source: Source,
    names: BTreeMap<&'r str, Currency>,
}

impl<'r> Assets<'r> {
    /// `XXBT`, `XBT.M` and `XBT.F` are bitcoin: what stands behind the dot is how it is held.
    fn of(&mut self, row: Row<'r>, columns: &Columns) -> Result<Currency, Error> {
        let text = row.cell(columns.asset);
        if let Some(asset) = self.names.get(text) {
            return Ok(*asset);
        }
        let bare = text.split('.').next().unwrap_or_default();
        let name = OLD_NAMES.iter().find(|(old, _)| *old == bare).map_or(bare, |(_, name)| *name);
        let asset = name.parse().map_err(|error: Error| at_member(&error, |_| row.at("asset")))?;
        self.names.insert(text, asset);
        Ok(asset)
    }
}

/// The column `amountusd` of newer exports, without its sign.
fn value(row: Row<'_>, columns: &Columns) -> Result<Option<Money>, Error> {
    if row.cell(columns.usd).is_empty() {
        return Ok(None);
    }
    decimal(row, columns.usd).map(|usd| Some(Money::new(usd.abs(), Currency::USD)))
}

/// Amounts and balances by asset and wallet, in the order of the file.
#[derive(Debug, Default)]
struct Balances<'r>(BTreeMap<(&'r str, &'r str), Vec<Balance<'r>>>);

#[derive(Clone, Copy, Debug)]
struct Balance<'r> {
    row: Row<'r>,
    /// What the line changes.
    change: Decimal,
    after: Decimal,
}

impl<'r> Balances<'r> {
    fn add(&mut self, row: Row<'r>, columns: &Columns, line: &LedgerRow) -> Result<(), Error> {
        if row.cell(columns.balance).is_empty() {
            return Ok(());
        }
        let after = decimal(row, columns.balance)?;
        let change = line.amount().checked_sub(line.fee().unwrap_or_default());
        let Some(change) = change else { return Ok(()) };
        let holding = (row.cell(columns.asset), row.cell(columns.wallet));
        self.0.entry(holding).or_default().push(Balance { row, change, after });
        Ok(())
    }

    /// Notes a balance that does not follow from the one before. Exports run either way: the one that fits better is meant.
    fn check(self, doubts: &mut Doubts) {
        for list in self.0.into_values() {
            let mut breaks = Self::breaks(&list);
            if !breaks.is_empty() {
                let reversed: Vec<Balance<'_>> = list.iter().rev().copied().collect();
                let backward = Self::breaks(&reversed);
                breaks = if backward.len() < breaks.len() { backward } else { breaks };
            }
            for (row, said, follows) in breaks {
                doubts.note(row.at("balance"), said, format!("the balance before and this line, {follows}"));
            }
        }
    }

    fn breaks(list: &[Balance<'r>]) -> Vec<(Row<'r>, Decimal, Decimal)> {
        let broken = |pair: &[Balance<'r>]| {
            let [before, line] = pair else { return None };
            let follows = before.after.checked_add(line.change)?;
            (follows != line.after).then_some((line.row, line.after, follows))
        };
        list.windows(2).filter_map(broken).collect()
    }
}
