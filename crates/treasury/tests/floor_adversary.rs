//! The floor at the size of real treasuries, played against prices that fall as far as they may, and its certificates added up.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "numbers of a test are small"
)]

use hashinsight_numerics::Philox;
use hashinsight_treasury::coverage::{Cash, Costs, Payment};
use hashinsight_treasury::floor::{Floor, FloorRequest, FloorRow, FloorTerms, robust_floor};
use hashinsight_treasury::policy::Observation;
use hashinsight_units::{Amount, Days, Fraction, Price, Timestamp};

use crate::floor_exhaustive::starts;

const DAY_MS: i64 = 86_400_000;
const START_MS: i64 = 1_735_689_600_000;

fn fraction(value: f64) -> Fraction {
    Fraction::new(value).unwrap()
}

/// One start: numbers as they come, with every rounding.
struct Start {
    random: Philox,
    number: u64,
    pay: Vec<i64>,
    factor: f64,
    most: Vec<Amount>,
    mined: Vec<Amount>,
    costs: Costs,
    coins: i64,
    cash: i64,
    price: f64,
}

impl Start {
    fn new(number: u64) -> Self {
        let random = Philox::new(1515);
        let between = |k: u64, low: f64, high: f64| low + (high - low) * random.uniform(k, number);
        let steps = between(0, 1.0, 13.0) as u64;
        let sat = |k: u64, most: f64| Amount::from_sat(between(k, 0.0, most) as u64).unwrap();
        let coins = between(1, 0.0, 1e10) as i64;
        let price = between(2, 10_000.0, 250_000.0);
        let due = coins as f64 / 1e8 * price / steps as f64 * between(3, 0.2, 1.3);
        let has = |k: u64| random.uniform(k, number) < 0.5;
        Self {
            random,
            number,
            pay: (0..steps).map(|step| 1 + (due * 1e6 * between(10 + step, 0.0, 2.0)) as i64).collect(),
            factor: between(4, 0.3, 1.0),
            most: if has(5) { (0..3).map(|k| sat(30 + k, 5e9)).collect() } else { Vec::new() },
            mined: if has(6) { (0..steps).map(|k| sat(40 + k, 1e8)).collect() } else { Vec::new() },
            costs: Costs::new(fraction(between(7, 0.0, 0.01))).slippage(fraction(between(8, 0.0, 0.01))),
            coins,
            cash: if has(9) { (due * 1e6) as i64 } else { 0 },
            price,
        }
    }

    fn ask(&self, step: usize, coins: i64, cash: i64, price: f64) -> Floor {
        let time = |step: usize| Timestamp::from_ms(START_MS + DAY_MS * step as i64).unwrap();
        let micros = |micros: i64| Cash::from_micros(micros).unwrap();
        let due = self.pay.iter().enumerate().skip(step).map(|(step, pay)| Payment::new(time(step), micros(*pay)));
        let coins = Amount::from_signed_sat(coins).unwrap();
        let price = Price::new(price).unwrap();
        let seen = Observation::new(time(step), price, coins, micros(cash), self.costs).liabilities(due.collect());
        let from = |list: &[Amount], last: bool| match list.get(step..) {
            Some([]) | None if last => list.last().copied().into_iter().collect(),
            rest => rest.unwrap_or_default().to_vec(),
        };
        let terms = FloorTerms::new(Days::new(1.0).unwrap(), vec![fraction(self.factor)]);
        let terms = terms.max_sales_sat(from(&self.most, true)).mined_sat(from(&self.mined, false));
        robust_floor(&FloorRequest::new(seen, terms)).unwrap().floor
    }

    /// What one bitcoin brings at a price in millionths: two roundings down.
    fn bid(&self, price: i64) -> i64 {
        let parts = |fraction: Fraction| i128::from((fraction.get() * 1e9).round_ties_even() as i64);
        let slipped = i128::from(price) * (1_000_000_000 - parts(self.costs.slippage)) / 1_000_000_000;
        i64::try_from(slipped * (1_000_000_000 - parts(self.costs.fee)) / 1_000_000_000).unwrap()
    }

    fn proceeds(&self, sale: i64, price: i64) -> i64 {
        i64::try_from(i128::from(sale) * i128::from(self.bid(price)) / 100_000_000).unwrap()
    }

    /// Adds a certificate up: least prices, limits, coins and cash of every step.
    fn add_up(&self, certificate: &[FloorRow]) {
        assert_eq!(certificate.len(), self.pay.len());
        let (mut coins, mut cash) = (self.coins, self.cash);
        let mut least = (self.price * 1e6).round_ties_even() as i64;
        let parts = i128::from((self.factor * 1e9).floor() as i64);
        for (step, row) in certificate.iter().enumerate() {
            if step > 0 {
                least = i64::try_from(i128::from(least) * parts / 1_000_000_000).unwrap();
                coins += self.mined.get(step - 1).map_or(0, |mined| mined.to_sat().cast_signed());
            }
            let sale = row.sale_sat.to_sat().cast_signed();
            let most = self.most.get(step).or(self.most.last()).map_or(i64::MAX, |most| most.to_sat().cast_signed());
            coins -= sale;
            cash += self.proceeds(sale, least) - self.pay[step];
            assert!(sale <= most && coins >= 0 && cash >= 0, "start {}: {row:?}", self.number);
            let told = (row.price_usd.to_micros(), row.coins_sat.to_sat().cast_signed(), row.cash_usd.to_micros());
            assert_eq!(told, (least, coins, cash), "start {}", self.number);
        }
    }

    /// Plays one path: each price is the least, or somewhere above it.
    fn play(&self) {
        let (mut coins, mut cash, mut price) = (self.coins, self.cash, self.price);
        for step in 0..self.pay.len() {
            let Floor::Feasible { sale_sat, .. } = self.ask(step, coins, cash, price) else {
                panic!("start {}: what was promised is infeasible at step {step}", self.number)
            };
            let sale = sale_sat.to_sat().cast_signed();
            coins += self.mined.get(step).map_or(0, |mined| mined.to_sat().cast_signed()) - sale;
            cash += self.proceeds(sale, (price * 1e6).round_ties_even() as i64) - self.pay[step];
            assert!(cash >= 0 && coins >= 0, "start {}: step {step} ends with {cash}", self.number);
            let up = self.random.uniform(60 + step as u64, self.number);
            let falls = self.number.is_multiple_of(2) || up < 0.7;
            price *= if falls { self.factor } else { self.factor + (1.6 - self.factor) * up };
        }
    }

    /// One satoshi less, and as much as possible afterwards: the payment that the certificate names is not met by what it says.
    fn binds(&self, sale: i64, binding_ms: i64, binding: i64) {
        let (mut coins, mut cash) = (self.coins, self.cash);
        let mut least = (self.price * 1e6).round_ties_even() as i64;
        let parts = i128::from((self.factor * 1e9).floor() as i64);
        let (mut first, mut lack) = (None, 0);
        for step in 0..self.pay.len() {
            let most = self.most.get(step).or(self.most.last()).map_or(i64::MAX, |most| most.to_sat().cast_signed());
            if step > 0 {
                least = i64::try_from(i128::from(least) * parts / 1_000_000_000).unwrap();
                coins += self.mined.get(step - 1).map_or(0, |mined| mined.to_sat().cast_signed());
            }
            let sold = if step == 0 { sale - 1 } else { most.min(coins) };
            coins -= sold;
            cash += self.proceeds(sold, least) - self.pay[step];
            lack = lack.max(-cash);
            first = first.or((cash < 0).then_some(START_MS + DAY_MS * step as i64));
        }
        assert_eq!((first, lack), (Some(binding_ms), binding), "start {}", self.number);
    }
}

#[test]
fn case_15_adversarial_prices_never_break_a_promise() {
    let (mut accepted, mut sold) = (0, 0);
    for number in 0..starts() {
        let start = Start::new(number);
        let answer = start.ask(0, start.coins, start.cash, start.price);
        let Floor::Feasible { sale_sat, binding_ms, binding_usd, certificate, .. } = answer else { continue };
        accepted += 1;
        start.add_up(&certificate);
        start.play();
        if let Some((binding_ms, binding)) = binding_ms.zip(binding_usd) {
            sold += 1;
            start.binds(sale_sat.to_sat().cast_signed(), binding_ms.to_ms(), binding.to_micros());
        }
    }
    println!("{accepted} accepted ({sold} by a sale), no payment missed");
    assert!(accepted > starts() / 4 && sold > starts() / 10, "{accepted} {sold}");
}
