//! What the desk shows.

use hashinsight::insurance::book::BookLossReport;
use hashinsight::insurance::claim::Claim;
use hashinsight::insurance::fund::FundPositionReport;
use hashinsight::insurance::quote::Quote;
use hashinsight::texts::{Language, text};
use hashinsight::units::record::Word;

use crate::days::Morning;
use crate::desk::{Judged, word};

/// A word of the catalogue.
fn said(code: &str) -> String {
    text(Language::En, code).map_or_else(|| code.to_owned(), str::to_owned)
}

pub(crate) fn market(title: &str, morning: &Morning) {
    println!("== {title}");
    println!("price {} USDT, volatility {:.3} per root of a year", morning.market.spot.get(), morning.volatility.get());
}

pub(crate) fn quotes(quotes: &[Quote]) {
    println!(
        "cover  peril                 leverage      level  hit probability    pure  with jumps     premium  at most"
    );
    for quote in quotes {
        let cover = &quote.request.cover;
        let peril = said(&format!("insurance.peril.{}", cover.peril.name()));
        let leverage = quote.frozen.leverage.map_or_else(String::new, |leverage| format!("{leverage:.1}"));
        let level =
            quote.frozen.levels.first().map_or_else(|| "moves".to_owned(), |level| format!("{:.0}", level.price));
        let (hit, pure) = (quote.price.hit_probability, quote.price.pure_premium);
        let jumps = quote.range.first().map_or_else(|| "-".to_owned(), |other| format!("{:.2}", other.pure_premium));
        let premium =
            quote.premium.as_ref().map_or_else(|| word(quote.decision).to_owned(), |terms| terms.gross.to_string());
        let most = quote.maximum_payout.money.amount();
        let name = cover.reference;
        println!(
            "{name:5}  {peril:20}  {leverage:>8}  {level:>9}  {hit:15.4}  {pure:6.2}  {jumps:>10}  {premium:>10}  {most:>7}"
        );
        for reason in &quote.reasons {
            println!("       {}", said(&format!("insurance.reason.{}", reason.reason.word())));
        }
    }
    println!();
}

pub(crate) fn book(book: &BookLossReport) {
    println!("== What the covers that one price triggers can cost together");
    println!("     loss  probability  exceeded with");
    let rows = book.losses.iter().zip(&book.probabilities).zip(&book.exceedance_probabilities);
    for ((loss, probability), exceeded) in rows {
        println!("{loss:9.2}  {probability:11.6}  {exceeded:13.6}");
    }
    let apart = book.independent_standard_deviation;
    println!("standard deviation {:.2}; were they independent, {apart:.2}", book.standard_deviation);
    for tail in &book.tails {
        let level = tail.level.get();
        println!("value at risk {level}: {:.2}, tail value at risk {:.2}", tail.value_at_risk, tail.tail_value_at_risk);
    }
    println!();
}

pub(crate) fn claims(judged: &[Judged]) {
    println!("cover  low first    high first   triggered    decision                     payout");
    for Judged { policy, found, .. } in judged {
        let [low, high] = [&found.low_first, &found.high_first].map(|claim| word(claim.triggered));
        let decision = said(&format!("insurance.claim_decision.{}", word(found.decision)));
        let payout = found.payout.as_ref().map_or_else(|| "-".to_owned(), |paid| paid.money.to_string());
        let (name, triggered) = (policy.quote.request.cover.reference, word(found.triggered));
        println!("{name:5}  {low:11}  {high:11}  {triggered:11}  {decision:27}  {payout}");
        for reason in &found.reasons {
            println!("       {}", said(&format!("insurance.bar_claim_reason.{}", reason.word())));
        }
        let own = found.low_first.reasons.iter().filter(|_| found.reasons.is_empty());
        for reason in own {
            println!("       {}", said(&format!("insurance.claim_reason.{}", reason.code.word())));
        }
    }
    println!();
}

pub(crate) fn invented(claims: &[Claim], seed: u64) {
    println!("== The same on a SYNTHETIC minute path, invented within the day bars (seed {seed}): it proves nothing");
    println!("cover  triggered    at                        decision                     payout");
    for claim in claims {
        let (name, triggered) = (claim.request.cover.reference, word(claim.triggered));
        let at = claim.triggered_ms.map_or_else(|| "-".to_owned(), |at| at.to_string());
        let decision = said(&format!("insurance.claim_decision.{}", word(claim.decision)));
        let payout = claim.payout.as_ref().map_or_else(|| "-".to_owned(), |paid| paid.money.to_string());
        println!("{name:5}  {triggered:11}  {at:24}  {decision:27}  {payout}");
    }
    println!();
}

pub(crate) fn fund(title: &str, fund: &FundPositionReport) {
    println!("== The fund {title}, USDT");
    let lines = [
        ("cash", fund.cash),
        ("capital paid in", fund.capital),
        ("premiums", fund.premiums),
        ("claims paid", fund.claims_paid),
        ("unearned premium", fund.unearned),
        ("reserved for open claims", fund.outstanding),
        ("free capital", fund.free_capital),
    ];
    for (name, amount) in lines {
        println!("{name:26}  {amount:>10.2}");
    }
    println!("covers in force             {:>10}", fund.covers_in_force);
    println!();
}
