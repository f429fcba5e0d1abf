use hashinsight_derivatives::chain::{ExpirySummary, OptionChainRequest, option_chain};
use hashinsight_market::{OptionChain, OptionKind, OptionQuote, OptionQuoteFields};
use hashinsight_numerics::max;
use hashinsight_testkit::Wide;
use hashinsight_units::{Currency, Timestamp};

use super::{Draw, Worst, count, rate, w};

const NOW: i64 = 1_765_541_474_086;

/// An option as drawn: some have no premium, no volatility or no open interest.
#[derive(Clone, Copy, Debug)]
struct Drawn {
    strike: f64,
    call: bool,
    mark: Option<f64>,
    volatility: Option<f64>,
    open: Option<f64>,
}

/// 100,000 chains of three to eight strikes, some options missing: every quantity from all quotes, all pairs or all strikes.
#[test]
fn by_brute_force() {
    let mut worst = Worst::default();
    for i in 0..count() {
        let draw = Draw::new(20, i);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "3 to 8")]
        let strikes = draw.between(0, 3.0, 9.0) as u64;
        let (r, in_coin, days) =
            (draw.between(1, -0.05, 0.1), draw.chance(2, 0.3), draw.between(3, 1.0, 400.0).round());
        let years = days / 365.0;
        let underlying = draw.between(4, 90.0, 110.0);
        let mut drawn = Vec::new();
        let mut strike = 60.0;
        for k in 0..strikes {
            strike += draw.between(100 + k, 1.0, 15.0).round();
            for call in [true, false] {
                let key = 200 + 20 * k + if call { 0 } else { 10 };
                if draw.chance(key, 0.9) {
                    let some = |k: u64, share, low, high| {
                        draw.chance(key + k, share).then(|| draw.between(key + k + 4, low, high))
                    };
                    let (time_value, volatility, open) =
                        (some(1, 0.9, 0.5, 30.0), some(2, 0.9, 0.2, 1.5), some(3, 0.8, 0.0, 100.0));
                    let exercise = if call { underlying - strike } else { strike - underlying };
                    let unit = if in_coin { underlying } else { 1.0 };
                    let mark = time_value.map(|value| (value + max(0.8 * exercise, 0.0)) / unit);
                    drawn.push(Drawn { strike, call, mark, volatility, open });
                }
            }
        }
        if drawn.is_empty() {
            continue;
        }
        #[expect(clippy::cast_possible_truncation, reason = "whole days")]
        let expiry = NOW + days as i64 * 86_400_000;
        let quotes = drawn.iter().map(|one| quote(one, expiry, underlying, in_coin)).collect();
        let request = OptionChainRequest::new(OptionChain::new(quotes).unwrap(), rate(r));
        let report = option_chain(&request).unwrap();
        let [got] = &report.expiries[..] else { panic!("one expiry") };
        let premium = |one: &Drawn| one.mark.map(|mark| if in_coin { w(mark) * underlying } else { w(mark) });
        let growth = if in_coin { w(1.0) } else { (w(r) * years).exp() };
        // Of all calls with a put of the same strike the pair that is closest.
        let gap = |call: &Drawn| {
            let put = drawn.iter().find(|put| !put.call && put.strike == call.strike)?;
            Some((call.strike, premium(call)? - premium(put)?))
        };
        let pairs: Vec<(f64, Wide)> = drawn.iter().filter(|one| one.call).filter_map(gap).collect();
        let closest = pairs.iter().min_by(|a, b| a.1.abs().to_f64().total_cmp(&b.1.abs().to_f64()));
        let implied = closest.map(|(strike, gap)| growth * *gap + w(*strike)).filter(|f| f.to_f64() > 0.0);
        let mut agree = |got: Option<f64>, exact: Option<Wide>, scale: f64, what: &str| {
            assert_eq!(got.is_some(), exact.is_some(), "{what} {drawn:?}");
            if let (Some(got), Some(exact)) = (got, exact) {
                let error = (w(got) - exact).abs().to_f64() / scale;
                worst.see(error);
                assert!(error < 1e-13, "{what} {got} {exact:?} {drawn:?}");
            }
        };
        // The premium in coin is a rounded quotient already.
        agree(got.implied_forward, implied, 1e3, "forward");
        smile_and_gamma(&drawn, got, years, &mut agree);
        pain(&drawn, got);
    }
    println!("chain: {:e}", worst.0);
}

fn quote(one: &Drawn, expiry: i64, underlying: f64, in_coin: bool) -> OptionQuote {
    OptionQuote::new(OptionQuoteFields {
        source: "deribit".parse().unwrap(),
        quote_currency: Currency::USD,
        premium_currency: if in_coin { "BTC".parse().unwrap() } else { Currency::USD },
        instrument: "BTC".parse().unwrap(),
        time_ms: Timestamp::from_ms(NOW).unwrap(),
        expiry_ms: Timestamp::from_ms(expiry).unwrap(),
        strike: one.strike,
        kind: if one.call { OptionKind::Call } else { OptionKind::Put },
        underlying,
        bid: None,
        ask: None,
        mark: one.mark,
        bid_iv: None,
        ask_iv: None,
        mark_iv: one.volatility,
        open_interest_base: one.open,
    })
    .unwrap()
}

/// With the forward that the report says it used, which [`by_brute_force`] has checked.
fn smile_and_gamma(
    drawn: &[Drawn],
    got: &ExpirySummary,
    years: f64,
    agree: &mut impl FnMut(Option<f64>, Option<Wide>, f64, &str),
) {
    let forward = w(got.forward);
    let d1 = |one: &Drawn, volatility: f64| {
        let deviation = w(volatility) * w(years).sqrt();
        ((forward / w(one.strike)).ln() / deviation + deviation * 0.5, deviation)
    };
    let mut exposure = None;
    for one in drawn {
        let (Some(open), Some(volatility)) = (one.open, one.volatility) else { continue };
        let (d1, deviation) = d1(one, volatility);
        let term = d1.normal_pdf() / deviation * forward * open / 100.0;
        exposure = Some(exposure.unwrap_or(w(0.0)) + if one.call { term } else { -term });
    }
    agree(got.gamma_exposure, exposure, 1e3, "gamma");
    // Of each strike the option out of the money, the other where that has no volatility.
    let mut strikes: Vec<f64> = drawn.iter().map(|one| one.strike).collect();
    strikes.dedup();
    let point = |strike: f64| {
        let of = |call: bool| drawn.iter().find(|one| one.strike == strike && one.call == call);
        let out = strike >= got.forward;
        let chosen = [of(out), of(!out)].into_iter().flatten().find(|one| one.volatility.is_some())?;
        let volatility = chosen.volatility?;
        Some((w(strike / got.forward).ln(), volatility, d1(chosen, volatility).0.normal_cdf()))
    };
    let points: Vec<(Wide, f64, Wide)> = strikes.iter().filter_map(|strike| point(*strike)).collect();
    assert_eq!(got.smile_deltas.len(), points.len());
    for (delta, point) in got.smile_deltas.iter().zip(&points) {
        agree(Some(*delta), Some(point.2), 1.0, "delta");
    }
    let passes = |place: &dyn Fn(&(Wide, f64, Wide)) -> Wide, target: f64| {
        points.windows(2).find_map(|pair| {
            let (a, b) = (place(&pair[0]), place(&pair[1]));
            let between = (a.to_f64() < target) != (b.to_f64() < target);
            let share = (w(target) - a) / (b - a);
            between.then(|| w(pair[0].1) + share * (w(pair[1].1) - w(pair[0].1)))
        })
    };
    let (money, call, put) = (passes(&|p| p.0, 0.0), passes(&|p| p.2, 0.25), passes(&|p| p.2, 0.75));
    // Two strikes of nearly one delta make the line between them steep.
    let steep = points.windows(2).any(|pair| (pair[0].2 - pair[1].2).abs().to_f64() < 1e-3);
    let scale = if steep { 1e3 } else { 10.0 };
    agree(got.at_the_money, money, scale, "at the money");
    agree(got.call_25_delta, call, scale, "call");
    agree(got.put_25_delta, put, scale, "put");
    let wings = call.zip(put);
    agree(got.risk_reversal_25, wings.map(|(call, put)| call - put), scale, "reversal");
    let butterfly = wings.zip(money).map(|((call, put), money)| (call + put) * 0.5 - money);
    agree(got.butterfly_25, butterfly, scale, "butterfly");
}

/// What all options pay together, at every strike.
fn pain(drawn: &[Drawn], got: &ExpirySummary) {
    if drawn.iter().all(|one| one.open.is_none_or(|open| open == 0.0)) {
        return assert_eq!(got.max_pain, None);
    }
    let paid = |price: f64| {
        drawn.iter().fold(w(0.0), |sum, one| {
            let inside = if one.call { price - one.strike } else { one.strike - price };
            if inside > 0.0 { sum + w(one.open.unwrap_or(0.0)) * inside } else { sum }
        })
    };
    let chosen = paid(got.max_pain.unwrap()).to_f64();
    assert!(drawn.iter().any(|one| Some(one.strike) == got.max_pain));
    for one in drawn {
        assert!(chosen <= paid(one.strike).to_f64() * (1.0 + 1e-14) + 1e-12, "{drawn:?}: {:?}", got.max_pain);
    }
}
