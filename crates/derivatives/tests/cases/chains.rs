//! Chains in coin and in the quote currency: parity, units that were mistaken, options that nobody prices.

use hashinsight_derivatives::chain::{OptionChainReport, OptionChainRequest, option_chain};
use hashinsight_derivatives::pricing::{Black76Request, black76};
use hashinsight_market::{OptionChain, OptionKind, OptionQuote, OptionQuoteFields};
use hashinsight_units::{AssetPrice, Error, Rate, Timestamp, Volatility, Years};

use super::close;

const BOTH: [OptionKind; 2] = [OptionKind::Call, OptionKind::Put];
/// 0.5365 years apart.
const FROM_TO: [i64; 2] = [1_765_541_474_086, 1_782_460_800_000];

fn quote(kind: OptionKind, strike: f64, underlying: f64, mark: f64) -> OptionQuoteFields {
    OptionQuoteFields {
        source: "deribit".parse().unwrap(),
        quote_currency: "USD".parse().unwrap(),
        premium_currency: "BTC".parse().unwrap(),
        instrument: format!("BTC-{strike}").parse().unwrap(),
        time_ms: Timestamp::from_ms(FROM_TO[0]).unwrap(),
        expiry_ms: Timestamp::from_ms(FROM_TO[1]).unwrap(),
        strike,
        kind,
        underlying,
        bid: None,
        ask: None,
        mark: Some(mark),
        bid_iv: None,
        ask_iv: None,
        mark_iv: None,
        open_interest_base: None,
    }
}

fn in_dollars(fields: OptionQuoteFields) -> OptionQuoteFields {
    OptionQuoteFields { premium_currency: fields.quote_currency, ..fields }
}

fn ask(quotes: &[OptionQuoteFields], rate: f64) -> Result<OptionChainReport, Error> {
    let quotes = quotes.iter().map(|fields| OptionQuote::new(*fields)).collect::<Result<_, _>>()?;
    let chain = OptionChain::new(quotes)?;
    option_chain(&OptionChainRequest::new(chain, Rate::new(rate).unwrap()))
}

/// The implied forward of the only expiry.
fn forward(quotes: &[OptionQuoteFields], rate: f64) -> f64 {
    ask(quotes, rate).unwrap().expiries[0].implied_forward.unwrap()
}

fn refused(quotes: &[OptionQuoteFields]) -> (String, String) {
    let fault = ask(quotes, 0.0).unwrap_err();
    (fault.code().to_owned(), fault.path().to_string())
}

fn suspected(quotes: &[OptionQuoteFields]) -> Vec<String> {
    ask(quotes, 0.0).unwrap().suspicious.into_iter().map(|one| one.path).collect()
}

/// Undiscounted, in quote currency.
fn black(kind: OptionKind, forward: f64, strike: f64, [from, to]: [i64; 2], volatility: f64) -> f64 {
    black76(&Black76Request::new(
        kind,
        AssetPrice::new(forward).unwrap(),
        AssetPrice::new(strike).unwrap(),
        Years::new((to - from) as f64 / 31_536_000_000.0).unwrap(),
        Rate::new(0.0).unwrap(),
        Volatility::new(volatility).unwrap(),
    ))
    .price
}

/// `c = C / F` by Deribit's rule: `F (c - p) = F - K` at every rate.
#[test]
fn case_60_parity_in_coin_is_undiscounted() {
    let mut quotes = Vec::new();
    for strike in [60_000.0, 140_000.0] {
        for kind in BOTH {
            let mark = black(kind, 95_000.0, strike, FROM_TO, 0.5) / 95_000.0;
            quotes.push(OptionQuoteFields { mark_iv: Some(0.5), ..quote(kind, strike, 95_000.0, mark) });
        }
    }
    for rate in [0.0, 0.02, 0.04, 0.1] {
        close(forward(&quotes, rate), 95_000.0, 1e-13, "forward");
    }
    assert_eq!(ask(&quotes, 0.04).unwrap().suspicious, []);
    // In dollars the same prices are present values.
    for rate in [0.0, 0.04, 0.1] {
        let discount = hashinsight_numerics::exp(-rate * (FROM_TO[1] - FROM_TO[0]) as f64 / 31_536_000_000.0);
        let paid = |one: &OptionQuoteFields| {
            in_dollars(OptionQuoteFields { mark: one.mark.map(|mark| mark * 95_000.0 * discount), ..*one })
        };
        let dollars: Vec<OptionQuoteFields> = quotes.iter().map(paid).collect();
        close(forward(&dollars, rate), 95_000.0, 1e-12, "forward");
        assert_eq!(ask(&dollars, rate).unwrap().suspicious, []);
    }
}

/// The forward and the index of a Deribit ticker, BTC-27SEP24 (ccxt/ccxt pull 19908), whose quotient is 7.4 % a year.
#[test]
fn case_60_at_the_rate_between_index_and_forward() {
    let days = [1_699_593_511_632, 1_727_424_000_000];
    let (underlying, index) = (39_165.86, 36_707.05);
    let rate = hashinsight_numerics::ln(underlying / index) / ((days[1] - days[0]) as f64 / 31_536_000_000.0);
    for strike in [30_000.0, 39_000.0, 50_000.0] {
        let [time_ms, expiry_ms] = days.map(|ms| Timestamp::from_ms(ms).unwrap());
        let pair = BOTH.map(|kind| {
            let mark = black(kind, underlying, strike, days, 0.6086) / underlying;
            OptionQuoteFields { time_ms, expiry_ms, ..quote(kind, strike, underlying, mark) }
        });
        close(forward(&pair, rate), underlying, 1e-13, "forward");
    }
    // Premiums of 0.168 and 0.116 coins at 90,000 with an underlying of 95,000.
    let pair = [(OptionKind::Call, 0.168), (OptionKind::Put, 0.116)];
    let pair = pair.map(|(kind, mark)| quote(kind, 90_000.0, 95_000.0, mark));
    close(forward(&pair, 0.04), 90_000.0 + 95_000.0 * 0.052, 1e-14, "forward");
}

/// Deribit says 60.86 and means percent (ccxt/ccxt pull 19908), Bybit says 0.8866 (pull 21878).
#[test]
fn case_61_percent_are_no_volatility() {
    let ticker = OptionQuoteFields {
        time_ms: Timestamp::from_ms(1_699_593_511_632).unwrap(),
        expiry_ms: Timestamp::from_ms(1_727_424_000_000).unwrap(),
        bid: Some(0.214),
        ask: Some(0.2205),
        ..quote(OptionKind::Call, 40_000.0, 39_165.86, 0.2169)
    };
    let with = |mark_iv| [OptionQuoteFields { mark_iv: Some(mark_iv), ..ticker }];
    assert_eq!(refused(&with(60.86)), ("market.mark_iv.out_of_range".into(), "mark_iv".into()));
    let words = ask(&with(60.86), 0.0).unwrap_err().to_string();
    assert!(words.contains("0, or 1e-9 to 20") && words.contains("not percent"), "{words}");
    for (bid_iv, ask_iv, field) in [(Some(60.0), None, "bid_iv"), (None, Some(61.0), "ask_iv")] {
        assert_eq!(refused(&[OptionQuoteFields { bid_iv, ask_iv, ..ticker }]).1, field);
    }
    assert_eq!(suspected(&with(0.6086)), [""; 0]);
    // Percent below 20 could be a volatility; but the mark is not that of one.
    for percent in [0.6086 * 8.0, 12.0, 19.0] {
        assert!(suspected(&with(percent)).contains(&"chain.quotes[0].mark_iv".to_owned()), "{percent}");
    }
    // Nor is it that of a volatility which was divided twice.
    assert_eq!(suspected(&with(0.006_086)), ["chain.quotes[0].mark_iv"; 2]);
}

/// A strike that nobody prices: its marks of 0 and 0 are the closest pair of all, and no parity.
#[test]
fn case_62_marks_of_zero_make_no_forward() {
    let priced = |strike: f64, kind| {
        let mark = if strike == 90_000.0 { 0.0 } else { black(kind, 98_000.0, strike, FROM_TO, 0.5) };
        in_dollars(OptionQuoteFields { mark_iv: Some(0.5), ..quote(kind, strike, 98_000.0, mark) })
    };
    let quotes: Vec<OptionQuoteFields> =
        [90_000.0, 100_000.0, 110_000.0].iter().flat_map(|strike| BOTH.map(|kind| priced(*strike, kind))).collect();
    close(forward(&quotes, 0.0), 98_000.0, 1e-13, "forward");
    assert_eq!(suspected(&quotes), ["chain.quotes[0].mark", "chain.quotes[1].mark"]);
    // One leg of 0 is no price either, and bid and ask are one.
    let half = [OptionQuoteFields { mark: Some(0.0), ..quotes[2] }, quotes[3]];
    assert_eq!(ask(&half, 0.0).unwrap().expiries[0].implied_forward, None);
    assert_eq!(ask(&half, 0.0).unwrap().expiries[0].forward, 98_000.0);
    let call = black(OptionKind::Call, 98_000.0, 100_000.0, FROM_TO, 0.5);
    let quoted = OptionQuoteFields { bid: Some(call - 50.0), ask: Some(call + 50.0), ..half[0] };
    close(forward(&[quoted, quotes[3]], 0.0), 98_000.0, 1e-13, "by bid and ask");
    // A bid of 0 is an empty side, and refused.
    assert_eq!(refused(&[OptionQuoteFields { bid: Some(0.0), ..quotes[2] }]).0, "market.bid.out_of_range");
    // A volatility of 0 is not one of the smile, and that is told.
    let flat = OptionQuoteFields { mark_iv: Some(0.0), ..quotes[2] };
    assert_eq!(suspected(&[flat, quotes[3]]), ["chain.quotes[0].mark_iv"]);
    assert_eq!(ask(&[flat, quotes[3]], 0.0).unwrap().expiries[0].smile_strikes, [100_000.0]);
}

/// A call in coin is worth at most one coin, a put at most the strike; and what is neither quote currency nor coin has no rate here.
#[test]
fn case_64_premiums_in_another_unit() {
    let pair = |marks: [f64; 2]| {
        let mut marks = marks.into_iter();
        BOTH.map(|kind| quote(kind, 90_000.0, 95_000.0, marks.next().unwrap()))
    };
    let mark = |row| ("derivatives.mark.out_of_range".to_owned(), format!("chain.quotes[{row}].mark"));
    assert_eq!(refused(&pair([16_000.0, 11_000.0])), mark(0));
    assert_eq!(refused(&pair([0.168, 11_000.0])), mark(1));
    let bid = OptionQuoteFields { mark: None, bid: Some(15_900.0), ask: Some(16_100.0), ..pair([0.168, 0.116])[0] };
    assert_eq!(refused(&[bid]).1, "chain.quotes[0].bid");
    // Coins where dollars are meant: the call would cost less than exercise gives, at once.
    assert_eq!(refused(&pair([0.168, 0.116]).map(in_dollars)), mark(0));
    assert_eq!(refused(&[in_dollars(quote(OptionKind::Put, 99_000.0, 95_000.0, 0.16))]), mark(0));
    let ask = OptionQuoteFields { mark: None, ask: Some(0.17), ..in_dollars(pair([0.168, 0.116])[0]) };
    assert_eq!(refused(&[ask]).1, "chain.quotes[0].ask");
    // Out of the money a price can be as small; that it is not that of the volatility beside it is told.
    let small = in_dollars(OptionQuoteFields { mark_iv: Some(0.5), ..quote(OptionKind::Call, 1e5, 95_000.0, 0.11) });
    assert_eq!(suspected(&[small]), ["chain.quotes[0].mark_iv"]);
    // A third currency, large and small.
    for currency in ["EUR", "USDT"] {
        let third =
            |fields: OptionQuoteFields| OptionQuoteFields { premium_currency: currency.parse().unwrap(), ..fields };
        let refusal = ("derivatives.premium_currency.unsupported".into(), "chain.quotes[0].premium_currency".into());
        assert_eq!(refused(&pair([15_000.0, 10_400.0]).map(third)), refusal);
        assert_eq!(refused(&[third(quote(OptionKind::Call, 3e5, 95_000.0, 0.5))]), refusal);
    }
    // Another coin than the instrument's.
    let ether = OptionQuoteFields { instrument: "ETH-26JUN26-90000-C".parse().unwrap(), ..pair([0.168, 0.116])[0] };
    assert_eq!(suspected(&[ether]), ["chain.quotes[0].premium_currency"]);
    assert_eq!(suspected(&pair([0.168, 0.116])), [""; 0]);
}

/// Venues' own values deep in and far out of the money, in both currencies, raise no doubt.
#[test]
fn case_64_honest_chains_are_believed() {
    for volatility in [0.1, 0.6, 3.0] {
        for strike in [1_000.0, 40_000.0, 90_000.0, 95_000.0, 200_000.0, 1_000_000.0] {
            for kind in BOTH {
                let price = black(kind, 95_000.0, strike, FROM_TO, volatility);
                let told =
                    |mark: f64| OptionQuoteFields { mark_iv: Some(volatility), ..quote(kind, strike, 95_000.0, mark) };
                // Venues round to ticks.
                let coins = (price / 95_000.0 * 1e4).round() / 1e4;
                for quote in [told(coins), in_dollars(told(price.round()))] {
                    let doubts = suspected(&[quote]);
                    assert!(doubts.is_empty() || quote.mark == Some(0.0), "{quote:?}: {doubts:?}");
                }
            }
        }
    }
}

/// Strikes in thousands beside an underlying in units: told where nothing contradicts, refused at the strike where a premium does.
#[test]
fn strikes_in_thousands_are_told() {
    let silent = |strike: f64| OptionQuoteFields {
        mark: None,
        mark_iv: Some(0.5),
        ..quote(OptionKind::Call, strike, 95_000.0, 0.1)
    };
    assert_eq!(suspected(&[silent(90.0), silent(95_000.0)]), ["chain.quotes[0].strike"]);
    assert_eq!(suspected(&[silent(9e7)]), ["chain.quotes[0].strike"]);
    for kind in BOTH {
        let fault = ask(&[in_dollars(quote(kind, 90.0, 95_000.0, 5_000.0))], 0.0).unwrap_err();
        assert_eq!(
            (fault.code(), fault.path().as_str()),
            ("derivatives.strike.out_of_range", "chain.quotes[0].strike")
        );
    }
}
