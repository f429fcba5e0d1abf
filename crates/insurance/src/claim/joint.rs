//! Marks of several coins as one path: the excess of an account over its requirement.

use hashinsight_units::Order;

use super::ClaimRequest;
use super::replay::Point;
use crate::cover::{MovingAccount, PriceTrigger};

/// The last mark of a coin.
#[derive(Clone, Copy)]
struct Mark {
    ms: i64,
    /// What the coin adds to the excess: the least of what is told of the instant.
    excess: f64,
    is_disputed: bool,
}

/// The excess at each instant at which every coin has a mark that is not older than what counts as seen: where no mark is disputed, and at all
/// of them with the worst that is told.
pub(super) fn joint(request: &ClaimRequest, trigger: &PriceTrigger, account: &MovingAccount<'_>) -> [Vec<Point>; 2] {
    let of_coin = |coin: usize| {
        let contract = account.contract(coin);
        let source = PriceTrigger { instrument: contract.instrument, ..*trigger };
        let mut told: Vec<Point> = Vec::new();
        for series in request.prices.iter().filter(|series| series.source == source) {
            for (time, price) in series.time_ms.iter().zip(&series.price) {
                told.push((time.to_ms(), account.excess(coin, price.get() / contract.mark_price.get()).0));
            }
        }
        told.order_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        told.dedup();
        // The first of an instant is the least.
        let marks = told.chunk_by(|a, b| a.0 == b.0).map(|same| Mark {
            ms: same[0].0,
            excess: same[0].1,
            is_disputed: same.len() > 1,
        });
        marks.collect::<Vec<Mark>>()
    };
    let coins: Vec<Vec<Mark>> = (0..account.coins().len()).map(of_coin).collect();
    let mut instants: Vec<i64> = coins.iter().flatten().map(|mark| mark.ms).collect();
    instants.order_by(Ord::cmp);
    instants.dedup();
    let longest = request.longest_gap_ms.to_ms();
    let (mut path, mut disputed) = (Vec::new(), Vec::new());
    let mut seen = vec![0; coins.len()];
    for now in instants {
        let (mut excess, mut is_known, mut is_disputed) = (account.still(), true, false);
        for (marks, seen) in coins.iter().zip(&mut seen) {
            while marks.get(*seen).is_some_and(|mark| mark.ms <= now) {
                *seen += 1;
            }
            match seen.checked_sub(1).map(|last| marks[last]) {
                Some(mark) if now - mark.ms <= longest => {
                    excess += mark.excess;
                    is_disputed |= mark.is_disputed;
                }
                _ => is_known = false,
            }
        }
        if is_known {
            disputed.push((now, excess));
            if !is_disputed {
                path.push((now, excess));
            }
        }
    }
    [path, disputed]
}
