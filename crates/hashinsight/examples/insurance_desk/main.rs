//! An insurance desk over a crash: it quotes, sells, replays the days, settles, and shows its fund before and after.
//!
//! ```text
//! cargo run --release --example insurance_desk
//! cargo run --release --example insurance_desk -- --synthetic-minutes 7    # beside it, an invented path within the bars, by its seed
//! ```
//!
//! The days are the sample days of the package, among them 10 October 2025; they stand for the mark price of the covered contract. Holders,
//! positions, loadings and the capital of the fund are invented. Every number comes from the library, nothing is calculated here.
//!
//! Of a day only open, high, low and close are known. A claim is therefore judged with the low first and with the high first, and where the two do
//! not agree the verdict is `cannot_say`: it goes to a person, and the fund keeps a reserve.

#![expect(clippy::print_stdout, reason = "printing is what this program is for")]

mod asked;
mod days;
mod desk;
mod minutes;
mod print;

use hashinsight::insurance::claim::ClaimDecision;
use hashinsight::units::{Error, Fault, Problem};

use crate::asked::{after_the_crash, before_the_crash};
use crate::days::Days;
use crate::desk::Desk;

/// Seed capital of the fund.
const CAPITAL: &str = "60000 USDT";

/// Seed of the invented minutes, where they are asked for.
fn synthetic() -> Result<Option<u64>, Error> {
    let told: Vec<String> = std::env::args().skip(1).collect();
    match told.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--synthetic-minutes", seed] => {
            let refused = || Fault::new("desk.seed", Problem::Unknown).got(seed).allowed("a whole number").into();
            seed.parse().map(Some).map_err(|_| refused())
        }
        _ => Ok(None),
    }
}

fn main() -> Result<(), Error> {
    let seed = synthetic()?;
    let days = Days::sample()?;
    let mut desk = Desk::open(CAPITAL, days.start("2025-10-10")?)?;

    let evening = days.market("2025-10-10")?;
    print::market("2025-10-10, the night before", &evening);
    let quotes = before_the_crash(&evening)?;
    print::quotes(&quotes);
    let sold = desk.sell(&quotes)?;
    print::book(&Desk::book(&sold, &evening)?);
    print::fund("with its premiums", &desk.position(&evening)?);

    let morning = days.market("2025-10-11")?;
    print::market("2025-10-11, the morning after", &morning);
    let judged = Desk::replay(&sold, &days, &morning)?;
    print::claims(&judged);
    if let Some(seed) = seed {
        print::invented(&Desk::invented(&judged, &days, seed)?, seed);
    }
    desk.settle(&judged)?;
    print::fund("with its claims paid", &desk.position(&morning)?);

    let later = days.market("2025-10-12")?;
    print::market("2025-10-12, prices as restless as they have become", &later);
    let quotes = after_the_crash(&later)?;
    print::quotes(&quotes);
    let more = desk.sell(&quotes)?;

    let end = days.market("2025-10-19")?;
    print::market("2025-10-19, all covers have ended", &end);
    let open: Vec<_> =
        sold.into_iter().zip(&judged).filter(|(_, one)| one.found.decision != ClaimDecision::Pay).collect();
    let rest = Desk::replay(&open.into_iter().map(|(policy, _)| policy).chain(more).collect::<Vec<_>>(), &days, &end)?;
    print::claims(&rest);
    if let Some(seed) = seed {
        print::invented(&Desk::invented(&rest, &days, seed)?, seed);
    }
    desk.settle(&rest)?;
    print::fund("with one claim before its assessors", &desk.position(&end)?);
    Ok(())
}
