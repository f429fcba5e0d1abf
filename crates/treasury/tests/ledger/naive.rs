//! Which coins a sale takes, against a reference that moves one satoshi at a time.

use hashinsight_testkit::{First, KingdomRule, Trade, kingdom_by_satoshi, satoshi_by_satoshi};
use hashinsight_treasury::ledger::{Event, Ledger, MatchRule, Method};
use hashinsight_units::Decimal;
use proptest::collection::vec;
use proptest::prelude::*;

use super::{buy, coins_only, day, sell};

/// Up to 30 trades of a few satoshis; equal prices and equal days happen.
fn trades(longest_gap: i64) -> impl Strategy<Value = Vec<Trade>> {
    vec((0..=longest_gap, any::<bool>(), 1_i64..12, 1_i64..9), 2..30).prop_map(|steps| {
        let (mut at, mut held) = (0, 0);
        let mut trades = Vec::new();
        for (gap, is_sale, coins, price) in steps {
            let coins = if is_sale { coins.min(held) } else { coins };
            at += gap;
            held += if is_sale { -coins } else { coins };
            if coins > 0 {
                trades.push(Trade {
                    day: at,
                    coins: if is_sale { -coins } else { coins },
                    money: coins * price * 1000,
                });
            }
        }
        trades
    })
}

fn events(trades: &[Trade]) -> Vec<Event> {
    let event = |trade: &Trade| {
        let (sat, value) = (trade.coins.unsigned_abs(), trade.money.to_string());
        if trade.coins > 0 { buy(day(trade.day), sat, &value) } else { sell(day(trade.day), sat, &value) }
    };
    trades.iter().map(event).collect()
}

fn float(money: Decimal) -> f64 {
    money.to_string().parse().unwrap()
}

const KINGDOM: [(MatchRule, KingdomRule); 3] = [
    (MatchRule::SameDay, KingdomRule::SameDay),
    (MatchRule::ThirtyDays, KingdomRule::ThirtyDays),
    (MatchRule::Section104Pool, KingdomRule::Pool),
];

/// Lines of one day and one rule taken together, as the reference has them.
fn kingdom(trades: &[Trade]) -> Vec<(i64, KingdomRule, u64, f64)> {
    let (ledger, _) = Ledger::replay(coins_only(Method::UnitedKingdom), &events(trades)).unwrap();
    let mut lines: Vec<(i64, KingdomRule, u64, f64)> = Vec::new();
    let start = day(0).date(hashinsight_units::UtcOffset::UTC).unix_day();
    for line in ledger.united_kingdom_disposals() {
        let rule = KINGDOM.into_iter().find(|(ours, _)| *ours == line.rule).unwrap().1;
        let (at, coins, cost) = (line.disposed_date.unix_day() - start, line.amount_sat.to_sat(), float(line.cost));
        match lines.last_mut() {
            Some(last) if (last.0, last.1) == (at, rule) => (last.2, last.3) = (last.2 + coins, last.3 + cost),
            _ => lines.push((at, rule, coins, cost)),
        }
    }
    lines
}

#[track_caller]
fn same(got: &[(i64, KingdomRule, u64, f64)], expected: &[(i64, KingdomRule, u64, f64)]) {
    let what =
        |lines: &[(i64, KingdomRule, u64, f64)]| lines.iter().map(|line| (line.0, line.1, line.2)).collect::<Vec<_>>();
    assert_eq!(what(got), what(expected));
    for (ours, theirs) in got.iter().zip(expected) {
        assert!((ours.3 - theirs.3).abs() < 1e-6, "{ours:?} for {theirs:?}");
    }
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(25_000))]

    #[test]
    fn lots_satoshi_by_satoshi(trades in trades(3)) {
        let orders =
            [(Method::Fifo, First::Oldest), (Method::Lifo, First::Newest), (Method::Hifo, First::Dearest), (Method::Lofo, First::Cheapest)];
        for (method, first) in orders {
            let (_, matches) = Ledger::replay(coins_only(method), &events(&trades)).unwrap();
            let got: Vec<(usize, usize, u64)> = matches
                .iter()
                .map(|found| (usize::try_from(found.event).unwrap(), usize::try_from(found.lot.unwrap()).unwrap(), found.amount.to_sat()))
                .collect();
            prop_assert_eq!(got, satoshi_by_satoshi(&trades, first), "{:?}", method);
        }
    }

    #[test]
    fn kingdom_satoshi_by_satoshi(trades in trades(12)) {
        same(&kingdom(&trades), &kingdom_by_satoshi(&trades));
    }
}

/// Bought again after 30 days is matched, after 31 it is not (HMRC, Capital Gains Manual CG51560, example 3).
#[test]
fn the_thirtieth_day_is_the_last() {
    for (after, rule) in [(1, KingdomRule::ThirtyDays), (30, KingdomRule::ThirtyDays), (31, KingdomRule::Pool)] {
        let trade = |day, coins, money| Trade { day, coins, money };
        let trades = [trade(0, 9, 900), trade(100, -5, 1000), trade(100 + after, 5, 2000)];
        let expected = [(100, rule, 5, if rule == KingdomRule::Pool { 500.0 } else { 2000.0 })];
        same(&kingdom(&trades), &expected);
        same(&kingdom_by_satoshi(&trades), &expected);
    }
}
