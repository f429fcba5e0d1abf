use hashinsight_derivatives::margin::{
    ContractKind, LiquidationRequest, MaintenanceSchedule, MarginMode, Position, Side, Venue, liquidation,
};
use hashinsight_market::{TierTable, TierTableColumns};
use hashinsight_testkit::Wide;
use hashinsight_units::{Balance, Collateral, Fraction, Quantity, Timestamp};

use super::{Draw, Worst, count, price, w};

const VENUES: [Venue; 6] =
    [Venue::BinanceUsdm, Venue::BinanceCoinm, Venue::BybitClassic, Venue::BybitUnified, Venue::Okx, Venue::Btse];

/// At which price a venue takes maintenance and fee, from the documentation of [`Venue`].
#[derive(Clone, Copy, PartialEq)]
enum At {
    Mark,
    Entry,
    Bankruptcy,
    Nowhere,
}

fn convention(venue: Venue) -> (At, At) {
    match venue {
        Venue::BybitClassic => (At::Entry, At::Bankruptcy),
        Venue::Btse => (At::Entry, At::Nowhere),
        Venue::BybitUnified | Venue::Okx => (At::Mark, At::Mark),
        _ => (At::Mark, At::Nowhere),
    }
}

/// Three tables of 2, 5 and 12 tiers whose figures are sums of powers of two, so that continuity is exact.
fn tables() -> Vec<TierTable> {
    [2_u32, 5, 12]
        .into_iter()
        .map(|tiers| {
            let (mut floors, mut caps, mut rates, mut deductions) = (vec![], vec![], vec![], vec![]);
            let (mut floor, mut rate, mut deduction) = (0.0, 1.0 / 256.0, 0.0);
            for i in 0..tiers {
                let cap = f64::from(1_u32 << (12 + i));
                floors.push(floor);
                caps.push(cap);
                rates.push(rate);
                deductions.push(deduction);
                let next = rate + f64::from(i + 1) / 256.0;
                deduction += cap * (next - rate);
                (floor, rate) = (cap, next);
            }
            caps[tiers as usize - 1] = 1e9; // whatever is drawn begins inside
            TierTable::from_columns(TierTableColumns {
                source: "reference".parse().unwrap(),
                instrument: "BTC".parse().unwrap(),
                margin_currency: "USDT".parse().unwrap(),
                time_ms: Timestamp::MIN,
                max_leverage: rates.iter().map(|rate| 0.5 / rate).collect(),
                notional_floor: floors,
                notional_cap: caps,
                maintenance_rate: rates,
                deduction: deductions,
            })
            .unwrap()
        })
        .collect()
}

/// 100,000 positions, linear and inverse, of every venue: the root of every tier, and the tiers that contain their own.
#[test]
fn levels() {
    let tables = tables();
    let (mut worst, mut never, mut tiered) = (Worst::default(), 0, [0; 12]);
    for i in 0..count() {
        let draw = Draw::new(19, i);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an index")]
        let pick = |k, count: usize| draw.between(k, 0.0, count as f64) as usize;
        let (venue, table) = (VENUES[pick(0, 6)], &tables[pick(1, 3)]);
        let (long, inverse) = (draw.chance(2, 0.5), draw.chance(3, 0.5));
        // Binance has linear contracts in one place and inverse ones in the other.
        let venue = match venue {
            Venue::BinanceUsdm if inverse => Venue::BinanceCoinm,
            Venue::BinanceCoinm if !inverse => Venue::BinanceUsdm,
            venue => venue,
        };
        let entry = draw.log_between(4, 0.01, 1e5);
        let notional = draw.log_between(5, 100.0, 2e7);
        let quantity = if inverse { notional * entry } else { notional / entry };
        let margin = notional / draw.log_between(6, 0.7, 100.0);
        let fee = if draw.chance(7, 0.5) { draw.between(8, 0.0, 0.001) } else { 0.0 };
        // Some are one leg of an account, whose others need up to what the wallet holds beyond.
        let other = if draw.chance(9, 0.3) { draw.between(10, 0.0, 2.0) * margin } else { 0.0 };
        let own = Collateral::new(margin).unwrap();
        let mode = if other > 0.0 {
            MarginMode::Cross {
                wallet_balance: Balance::new(margin + other).unwrap(),
                other_maintenance: Collateral::new(other).unwrap(),
                other_unrealized: Balance::new(-0.25 * other).unwrap(),
            }
        } else {
            MarginMode::Isolated { margin: own }
        };
        let report = liquidation(
            &LiquidationRequest::new(
                venue,
                Position::new(
                    if inverse { ContractKind::Inverse } else { ContractKind::Linear },
                    if long { Side::Long } else { Side::Short },
                    Quantity::new(quantity).unwrap(),
                    price(entry),
                ),
                mode,
                MaintenanceSchedule::Tiers(table.clone()),
            )
            .close_fee_rate(Fraction::new(fee).unwrap()),
        )
        .unwrap();
        let position = Exact {
            venue,
            rising: long != inverse,
            quantity: w(quantity),
            entry: if inverse { w(1.0) / w(entry) } else { w(entry) },
            margin: w(margin + other) - w(0.25 * other),
            other: w(other),
            fee: w(fee),
        };
        let roots = position.roots(table);
        let size = margin + 3.0 * other + notional;
        // One root, or two equal ones on a border.
        let Some((index, v)) = roots.first().copied() else {
            assert_eq!(report.liquidation_price.value(), None, "{i}");
            never += 1;
            continue;
        };
        assert!(roots.iter().all(|(_, other)| ((*other - v) * quantity).abs().to_f64() < 1e-20 * size), "{i}");
        if v.to_f64() * quantity < 1e-13 * size {
            continue; // whether the margin covers the last quadrillionth is a matter of rounding
        }
        let got = report.liquidation_price.value().unwrap();
        let unit = if inverse { w(1.0) / w(got) } else { w(got) };
        let error = ((unit - v) * quantity).abs().to_f64() / (size + v.to_f64() * quantity);
        worst.see(error);
        assert!(error < 4.0 * f64::EPSILON, "{i}: {got} {v:?} {error:e}");
        let used = report.tier.unwrap().index as usize;
        assert!(roots.iter().any(|(index, _)| *index == used) || near_border(table, v * quantity), "{i}");
        tiered[index] += 1;
    }
    assert!(100 * never > count() && tiered.iter().all(|found| 1_000 * *found > count()), "{never} {tiered:?}");
    println!("liquidation: {:e} of margin and notional; {never} never, by tier {tiered:?}", worst.0);
}

fn near_border(table: &TierTable, notional: Wide) -> bool {
    table.notional_cap().iter().any(|cap| ((notional / w(*cap)) - w(1.0)).abs().to_f64() < 1e-13)
}

/// A position in exact arithmetic, in the value of its unit: the price, or its inverse.
struct Exact {
    venue: Venue,
    rising: bool,
    quantity: Wide,
    entry: Wide,
    /// Equity of the account but for the profit of this position.
    margin: Wide,
    /// What its other positions need.
    other: Wide,
    fee: Wide,
}

impl Exact {
    /// Every tier that contains the unit value at which equity is what that tier requires.
    fn roots(&self, table: &TierTable) -> Vec<(usize, Wide)> {
        let o = if self.rising { w(1.0) } else { w(-1.0) };
        let (maintenance, fee) = convention(self.venue);
        // Equity is base + o q v.
        let base = self.margin - o * self.quantity * self.entry;
        let bankruptcy = base / (self.quantity * (self.fee - o));
        let (fixed_fee, moving_fee) = match fee {
            At::Mark => (w(0.0), self.fee),
            At::Bankruptcy => (self.quantity * bankruptcy * self.fee, w(0.0)),
            At::Entry => (self.quantity * self.entry * self.fee, w(0.0)),
            At::Nowhere => (w(0.0), w(0.0)),
        };
        let mut found = Vec::new();
        for index in 0..table.len() {
            let floor = w(table.notional_floor()[index]);
            let cap = w(if index + 1 == table.len() { 1e300 } else { table.notional_cap()[index] });
            let (rate, deduction) = (w(table.maintenance_rate()[index]), w(table.deduction()[index]));
            let inside = |notional: Wide| notional >= floor && notional <= cap;
            let v = if maintenance == At::Entry {
                let notional = self.quantity * self.entry;
                if !inside(notional) {
                    continue;
                }
                (notional * rate - deduction + fixed_fee + self.other - base) / (self.quantity * (o - moving_fee))
            } else {
                (fixed_fee - deduction + self.other - base) / (self.quantity * (o - rate - moving_fee))
            };
            if v.to_f64() > 0.0 && (maintenance == At::Entry || inside(self.quantity * v)) {
                found.push((index, v));
            }
        }
        found
    }
}
