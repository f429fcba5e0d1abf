//! Which coins a sale takes, one satoshi at a time, from the definitions.

/// A purchase (coins above 0) or a sale (below 0) on a day, for an amount of money.
#[derive(Clone, Copy, Debug)]
pub struct Trade {
    /// Day, in any count.
    pub day: i64,
    /// Satoshis: bought above 0, sold below 0.
    pub coins: i64,
    /// Money for all of them.
    pub money: i64,
}

/// Which satoshi goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// Bought first.
    Oldest,
    /// Bought last.
    Newest,
    /// Bought at the highest price; of equal ones the oldest.
    Dearest,
    /// Bought at the lowest price; of equal ones the oldest.
    Cheapest,
}

/// Sale, purchase and number of satoshis, both by their place in the history: in the order in which they went.
///
/// # Panics
/// Where more is sold than there is.
pub fn satoshi_by_satoshi(trades: &[Trade], first: First) -> Vec<(usize, usize, u64)> {
    let mut held: Vec<usize> = Vec::new(); // the purchase of each satoshi
    let mut taken: Vec<(usize, usize, u64)> = Vec::new();
    for (sale, trade) in trades.iter().enumerate() {
        held.extend((0..trade.coins).map(|_| sale));
        for _ in 0..-trade.coins {
            let dearer = |a: usize, b: usize| {
                let cross = |a: usize, b: usize| i128::from(trades[a].money) * i128::from(trades[b].coins);
                cross(a, b) > cross(b, a)
            };
            let mut best = 0;
            for candidate in 1..held.len() {
                let (a, b) = (held[candidate], held[best]);
                let is_better = match first {
                    First::Oldest => a < b,
                    First::Newest => a > b,
                    First::Dearest => dearer(a, b) || (!dearer(b, a) && a < b),
                    First::Cheapest => dearer(b, a) || (!dearer(a, b) && a < b),
                };
                if is_better {
                    best = candidate;
                }
            }
            assert!(!held.is_empty(), "more is sold than there is");
            let purchase = held.remove(best);
            match taken.last_mut() {
                Some(last) if (last.0, last.1) == (sale, purchase) => last.2 += 1,
                _ => taken.push((sale, purchase, 1)),
            }
        }
    }
    taken
}

/// Rule by which the United Kingdom matches a satoshi: same day, the 30 days after, the pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KingdomRule {
    /// Bought on the day of the sale.
    SameDay,
    /// Bought in the 30 days after the sale.
    ThirtyDays,
    /// Out of the section 104 pool.
    Pool,
}

/// Day of the sale, rule, number of satoshis and what they cost; in order of day and rule.
///
/// # Panics
/// Where more is sold than there is.
pub fn kingdom_by_satoshi(trades: &[Trade]) -> Vec<(i64, KingdomRule, u64, f64)> {
    let last = trades.iter().map(|trade| trade.day).max().unwrap_or(0);
    let first = trades.iter().map(|trade| trade.day).min().unwrap_or(0);
    let sum = |day: i64, sign: i64, of: fn(&Trade) -> i64| -> i64 {
        trades.iter().filter(|trade| trade.day == day && trade.coins * sign > 0).map(of).sum()
    };
    let days: Vec<i64> = (first..=last).collect();
    let mut bought: Vec<i64> = days.iter().map(|day| sum(*day, 1, |trade| trade.coins)).collect();
    let price: Vec<f64> =
        days.iter().zip(&bought).map(|(day, coins)| sum(*day, 1, |trade| trade.money) as f64 / *coins as f64).collect();
    let mut sold: Vec<i64> = days.iter().map(|day| -sum(*day, -1, |trade| trade.coins)).collect();
    let mut matched: Vec<(i64, KingdomRule, f64)> = Vec::new();
    for (rule, window) in [(KingdomRule::SameDay, 0..=0), (KingdomRule::ThirtyDays, 1..=30)] {
        for sale in 0..days.len() {
            for purchase in window.clone().map(|after| sale + after).filter(|day| *day < days.len()) {
                while sold[sale] > 0 && bought[purchase] > 0 {
                    (sold[sale], bought[purchase]) = (sold[sale] - 1, bought[purchase] - 1);
                    matched.push((days[sale], rule, price[purchase]));
                }
            }
        }
    }
    let (mut pool, mut cost) = (0_i64, 0.0_f64);
    for day in 0..days.len() {
        if bought[day] > 0 {
            pool += bought[day];
            cost += price[day] * bought[day] as f64;
        }
        assert!(sold[day] <= pool, "more is sold than there is");
        let average = cost / pool as f64;
        for _ in 0..sold[day] {
            matched.push((days[day], KingdomRule::Pool, average));
            pool -= 1;
            cost -= average;
        }
    }
    let mut lines: Vec<(i64, KingdomRule, u64, f64)> = Vec::new();
    matched.sort_by_key(|(day, rule, _)| (*day, *rule)); // stable: the purchases stay in order
    for (day, rule, price) in matched {
        match lines.last_mut() {
            Some(line) if (line.0, line.1) == (day, rule) => (line.2, line.3) = (line.2 + 1, line.3 + price),
            _ => lines.push((day, rule, 1, price)),
        }
    }
    lines
}
