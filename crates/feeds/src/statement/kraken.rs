//! Kraken's ledger: one line for each asset that moved.

use std::collections::BTreeMap;

use hashinsight_market::{LedgerRow, LedgerRowFields, LedgerRowKind};
use hashinsight_units::{Currency, Decimal, Error, Money, Problem, Timestamp};

use crate::csv::{Row, Table};
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

pub(super) fn rows(table: &Table<'_>, doubts: &mut Doubts) -> Result<Vec<LedgerRow>, Error> {
    table.demand(&["txid", "refid", "time", "type", "asset", "amount", "fee"])?;
    let (mut kept, mut first) = (Vec::new(), None);
    let mut seen = BTreeMap::new();
    let mut balances = Balances::default();
    for (index, row) in table.rows() {
        if row.cell("txid").is_empty() {
            doubts.note(row.at("txid"), row.cell("refid"), "a line that is confirmed; it is left out and comes again");
            continue;
        }
        // A ledger that was joined out of several exports has lines of their overlap twice.
        if let Some(index) = seen.get(row.cell("txid")) {
            doubts.note(
                row.at("txid"),
                row.cell("txid"),
                format!("each line once; that of rows[{index}] again is left out"),
            );
            continue;
        }
        seen.insert(row.cell("txid"), index);
        match line(row, doubts) {
            Ok(line) => {
                balances.add(row, &line)?;
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

fn line(row: Row<'_, '_>, doubts: &mut Doubts) -> Result<LedgerRow, Error> {
    let amount = decimal(row, "amount")?;
    let fee = decimal(row, "fee")?;
    let time_ms = iso::parse(row.at("time").as_str(), row.cell("time"))?;
    let time_ms = Timestamp::from_ms(time_ms).map_err(in_body(row.at("time")))?;
    let kind = kind(row, amount, doubts);
    let reference = if row.cell("refid").is_empty() { "txid" } else { "refid" };
    let fields = LedgerRowFields {
        source: source("kraken_spot"),
        time_ms,
        kind,
        asset: asset(row)?,
        amount,
        fee: Some(fee),
        reference: row.cell(reference).parse().map_err(in_body(row.at(reference)))?,
        value: value(row)?,
    };
    LedgerRow::new(fields).map_err(|error| at_member(&error, |field| row.at(field)))
}

fn kind(row: Row<'_, '_>, amount: Decimal, doubts: &mut Doubts) -> LedgerRowKind {
    use LedgerRowKind::{Deposit, Fee, Other, Reward, Trade, Withdrawal};
    let (word, subtype) = (row.cell("type"), row.cell("subtype"));
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

fn decimal(row: Row<'_, '_>, name: &str) -> Result<Decimal, Error> {
    let text = row.cell(name);
    // Small amounts may come with an exponent.
    let read = text.parse::<Decimal>().or_else(|_| Decimal::from_scientific(text));
    read.map_err(|_| refuse(Problem::WrongType, row.at(name), text, "a decimal number"))
}

/// `XXBT`, `XBT.M` and `XBT.F` are bitcoin: what stands behind the dot is how it is held.
fn asset(row: Row<'_, '_>) -> Result<Currency, Error> {
    let text = row.cell("asset");
    let bare = text.split('.').next().unwrap_or_default();
    let name = OLD_NAMES.iter().find(|(old, _)| *old == bare).map_or(bare, |(_, name)| *name);
    name.parse().map_err(|error: Error| at_member(&error, |_| row.at("asset")))
}

/// The column `amountusd` of newer exports, without its sign.
fn value(row: Row<'_, '_>) -> Result<Option<Money>, Error> {
    if row.cell("amountusd").is_empty() {
        return Ok(None);
    }
    decimal(row, "amountusd").map(|usd| Some(Money::new(usd.abs(), Currency::USD)))
}

/// Amounts and balances by asset and wallet, in the order of the file.
#[derive(Debug, Default)]
struct Balances<'r, 't>(BTreeMap<(&'r str, &'r str), Vec<Balance<'r, 't>>>);

#[derive(Clone, Copy, Debug)]
struct Balance<'r, 't> {
    row: Row<'r, 't>,
    /// What the line changes.
    change: Decimal,
    after: Decimal,
}

impl<'r, 't> Balances<'r, 't> {
    fn add(&mut self, row: Row<'r, 't>, line: &LedgerRow) -> Result<(), Error> {
        if row.cell("balance").is_empty() {
            return Ok(());
        }
        let after = decimal(row, "balance")?;
        let change = line.amount().checked_sub(line.fee().unwrap_or_default());
        let Some(change) = change else { return Ok(()) };
        let holding = (row.cell("asset"), row.cell("wallet"));
        self.0.entry(holding).or_default().push(Balance { row, change, after });
        Ok(())
    }

    /// Notes a balance that does not follow from the one before. Exports run either way: the one that fits better is meant.
    fn check(self, doubts: &mut Doubts) {
        for list in self.0.into_values() {
            let reversed: Vec<Balance<'_, '_>> = list.iter().rev().copied().collect();
            let (forward, backward) = (Self::breaks(&list), Self::breaks(&reversed));
            for (row, said, follows) in if backward.len() < forward.len() { backward } else { forward } {
                doubts.note(row.at("balance"), said, format!("the balance before and this line, {follows}"));
            }
        }
    }

    fn breaks(list: &[Balance<'r, 't>]) -> Vec<(Row<'r, 't>, Decimal, Decimal)> {
        let broken = |pair: &[Balance<'r, 't>]| {
            let [before, line] = pair else { return None };
            let follows = before.after.checked_add(line.change)?;
            (follows != line.after).then_some((line.row, line.after, follows))
        };
        list.windows(2).filter_map(broken).collect()
    }
}
