//! What no reader can notice, with the reason: nothing in the answer, in the question or in the rules of the chain says otherwise.

use super::generate::Change::{
    self, CoinsForSatoshis, DayEarlier, DayLater, HourLater, Hundredfold, Hundredth, MonthEarlier, OtherInstrument,
    SatoshisForCoins, Sign, Swap, Tenfold, Thousandfold, Thousandth,
};
use super::generate::Mutant;

const SCALES: &[Change] =
    &[Thousandfold, Thousandth, Hundredfold, Hundredth, SatoshisForCoins, CoinsForSatoshis, Tenfold, Swap];
const SHIFTS: &[Change] = &[HourLater, DayLater, DayEarlier, MonthEarlier];

/// Members (or their first letters, before a `*`), changes, and why they are not noticed.
const REASONS: &[(&[&str], &[Change], &str)] = &[
    (
        &[
            "*ize",
            "*olume*",
            "vol*",
            "openInterest",
            "open_interest",
            "sumOpenInterest",
            "usd_24h_vol",
            "total_volumes[1]",
            "oi*",
            "asks[1]",
            "bids[1]",
            "a[1]",
            "b[1]",
            "[5]",
            "[7]",
        ],
        SCALES,
        "how much is traded, offered or open may be anything, and nothing beside it says the same in another unit",
    ),
    (
        &["fundingRate", "lastFundingRate", "realizedRate", "interest_1h", "funding_8h", "result"],
        &[Sign, Hundredfold, Hundredth, Thousandfold, Thousandth, CoinsForSatoshis, Tenfold, Swap],
        "a rate of funding has either sign and any size below 5 %",
    ),
    (
        &["*hange*", "previousRetarget", "price24hPcnt"],
        &[Sign, Hundredfold, Hundredth, Thousandth, CoinsForSatoshis, Tenfold, Swap],
        "a change of a day or a period has either sign and any size that a day brings, and the price before it is not said",
    ),
    (
        &["*imestamp", "*ime", "fundingTime", "x", "*[0]", "E", "ticks*", "estimatedRetargetDate", "time", "timestamp"],
        SHIFTS,
        "an instant of the span that was asked for or of the last hours, on the grid of its rows: a gap is for `Gaps` to tell",
    ),
    (
        &[
            "price",
            "amount",
            "last*",
            "ask*",
            "bid*",
            "market_price_usd",
            "index_price",
            "indexPrice",
            "ExchangeRate",
            "y",
            "*prices[1]",
            "estimatedSettlePrice",
            "low*",
            "high*",
            "open*",
            "mid_price",
            "mark_price",
            "min_price",
            "best_*",
            "AUD",
            "CAD",
            "CHF",
            "EUR",
            "usd_market_cap",
            "underlying_price",
            "askPrice",
            "*[3]",
            "*[2]",
            "*[1]",
        ],
        &[Tenfold, Swap],
        "a price that bitcoin has had, or one of two prices of about the same size",
    ),
    (
        &["market_caps[1]", "usd_market_cap", "hash_rate"],
        &[
            HourLater,
            DayLater,
            DayEarlier,
            MonthEarlier,
            Swap,
            Tenfold,
            Hundredfold,
            Hundredth,
            Thousandfold,
            Thousandth,
            SatoshisForCoins,
            CoinsForSatoshis,
        ],
        "a figure that only looks like an instant, or a capitalization of a row whose price is not of the same instant",
    ),
    (
        &["price", "asks[0]", "bids[0]", "a[0]", "b[0]"],
        SCALES,
        "a level behind the best one may be at any price: books of whole markets hold bids at a cent",
    ),
    (
        &["mark_price", "ask_price", "best_ask_price", "ask_iv", "mark_iv"],
        SCALES,
        "a premium between what an option pays now and what it can pay, or a volatility that has been seen",
    ),
    (
        &[
            "notionalCap",
            "qtyCap",
            "riskLimitValue",
            "maxSz",
            "contract_size",
            "tick_size",
            "ApiUsageLimit",
            "DailyUsageLimit",
            "DailyUsageAvailable",
            "initialLeverage",
            "max_leverage",
        ],
        SCALES,
        "terms that a venue or a plan sets as it likes",
    ),
    (
        &["txs", "pooledtx", "totalfee", "total_fees_btc", "fastestFee", "total_size", "total_weight", "minimumFee"],
        SCALES,
        "fees and transactions of a busy hour, or the next figure of about the same size",
    ),
    (&["E", "ticks[0]"], &[Swap], "two instants of about the same time, exchanged"),
    (&["CoinTag"], &[OtherInstrument], "a row of a list of all coins"),
    (
        &["quoteVolume", "turnover24h", "trade_id", "quote_increment", "oi", "blocks", "high24h", "total_size"],
        &[Swap],
        "exchanged with a figure that nobody reads",
    ),
];

fn fits(pattern: &str, member: &str) -> bool {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(middle), Some(_)) => member.contains(middle.trim_end_matches('*')),
        (Some(end), None) => member.ends_with(end),
        (None, Some(start)) => member.starts_with(start),
        (None, None) => member == pattern,
    }
}

pub(super) fn reason(_: &str, mutant: &Mutant) -> Option<&'static str> {
    let member = mutant.member();
    let is_reason = |(members, changes, _): &&(&[&str], &[Change], &str)| {
        changes.contains(&mutant.change) && members.iter().any(|pattern| fits(pattern, &member))
    };
    REASONS.iter().find(is_reason).map(|(.., reason)| *reason)
}
