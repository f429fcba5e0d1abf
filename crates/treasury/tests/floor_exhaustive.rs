//! The floor against its definition: every sale at every step of every path, in whole satoshis.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "numbers of a test are small"
)]

use hashinsight_numerics::Philox;
use hashinsight_treasury::coverage::{Cash, Costs, Payment};
use hashinsight_treasury::floor::{Floor, FloorRequest, FloorTerms, robust_floor};
use hashinsight_treasury::policy::Observation;
use hashinsight_units::{Amount, Days, Fraction, Price, Timestamp};

const DAY_MS: i64 = 86_400_000;
const START_MS: i64 = 1_735_689_600_000;

/// A future in steps. Prices are whole millionths for a satoshi along every path, so that nothing is rounded.
#[derive(Clone, Debug)]
struct Future {
    /// Tenths of a price that the next step keeps at least, for each further step.
    factors: Vec<i64>,
    pay: Vec<i64>,
    most: Vec<i64>,
    mined: Vec<i64>,
    reserve: i64,
}

impl Future {
    /// Sales at the step `at` that leave a way to go on, whatever the price does: by trying all.
    fn viable(&self, at: usize, coins: i64, cash: i64, price: i64) -> impl Iterator<Item = i64> {
        (0..=self.most[at].min(coins)).filter(move |sale| {
            let (coins, cash) = (coins - sale, cash + sale * price - self.pay[at]);
            let goes_on = |price: i64| self.viable(at + 1, coins + self.mined[at], cash, price).next().is_some();
            cash >= self.reserve && (at + 1 == self.pay.len() || self.moves(at, price).into_iter().all(goes_on))
        })
    }

    /// Prices of the step after `at`: the least, the same, and half more.
    fn moves(&self, at: usize, price: i64) -> [i64; 3] {
        assert_eq!((price * self.factors[at] % 10, price % 2), (0, 0), "a price is whole");
        [price * self.factors[at] / 10, price, price / 2 * 3]
    }

    /// The same question in documents, from the step `at` on.
    fn ask(&self, at: usize, coins: i64, cash: i64, price: i64) -> Floor {
        let sat = |sats: &[i64]| sats.iter().map(|sat| Amount::from_signed_sat(*sat).unwrap()).collect::<Vec<_>>();
        let time = |step: usize| Timestamp::from_ms(START_MS + DAY_MS * step as i64).unwrap();
        let micros = |micros: i64| Cash::from_micros(micros).unwrap();
        let due = self.pay.iter().enumerate().skip(at).map(|(step, pay)| Payment::new(time(step), micros(*pay)));
        let price = Price::new(price as f64 * 100.0).unwrap();
        let costs = Costs::new(Fraction::ZERO);
        let seen = Observation::new(time(at), price, sat(&[coins])[0], micros(cash), costs).liabilities(due.collect());
        let factors = self.factors[at..].iter().map(|tenths| Fraction::new(*tenths as f64 / 10.0).unwrap()).collect();
        let terms = FloorTerms::new(Days::new(1.0).unwrap(), factors).reserve_usd(micros(self.reserve));
        let terms = terms.max_sales_sat(sat(&self.most[at..])).mined_sat(sat(&self.mined[at..]));
        robust_floor(&FloorRequest::new(seen, terms)).unwrap().floor
    }

    /// Decides along every path, and counts the ends.
    fn play(&self, at: usize, coins: i64, cash: i64, price: i64) -> u64 {
        let Floor::Feasible { sale_sat, .. } = self.ask(at, coins, cash, price) else {
            panic!("step {at}: what was promised is infeasible: {self:?}, {coins} sat, {cash} at {price}")
        };
        let sale = sale_sat.to_sat().cast_signed();
        let (coins, cash) = (coins - sale, cash + sale * price - self.pay[at]);
        assert!(coins >= 0 && cash >= self.reserve, "step {at}: a payment was not met: {self:?}");
        if at + 1 == self.pay.len() {
            return 1;
        }
        self.moves(at, price).into_iter().map(|price| self.play(at + 1, coins + self.mined[at], cash, price)).sum()
    }

    /// The steps up to one of them.
    fn until(&self, last: usize) -> Self {
        Self { pay: self.pay[..=last].to_vec(), ..self.clone() }
    }
}

/// Whole numbers of one start.
struct Draw(Philox, u64, u64);

impl Draw {
    fn below(&mut self, end: i64) -> i64 {
        self.2 += 1;
        (self.0.uniform(self.2, self.1) * end as f64) as i64
    }
}

/// Starts of the full count, or 2 % of it.
pub(crate) fn starts() -> u64 {
    hashinsight_testkit::cases(200_000)
}

#[test]
fn case_15_every_promise_is_kept_and_none_is_wrongly_withheld() {
    let (mut accepted, mut refused, mut sold, mut ends) = (0, 0, 0, 0);
    for start in 0..starts() {
        let mut draw = Draw(Philox::new(15), start, 0);
        let steps = 1 + draw.below(4) as usize;
        let mut numbers = |end: i64| -> Vec<i64> { (0..4).map(|_| draw.below(end)).collect() };
        let (factors, most, mined) = (numbers(6), numbers(8), numbers(3));
        let (coins, cash) = (draw.below(7), draw.below(4) * 1_234);
        let price = 1_000 * (1 + draw.below(9)) * 8;
        let budget = cash + (coins + 1) * price;
        // Steps after the last payment are no steps: the last one pays something.
        let mut due = |step: usize| {
            if step + 1 < steps && draw.below(4) == 0 { 0 } else { 1 + draw.below(budget) / steps as i64 }
        };
        let pay = (0..steps).map(&mut due).collect();
        let reserve = if draw.below(3) == 0 { draw.below(price) } else { 0 };
        let factors = factors.iter().map(|tenths| 5 + tenths).collect();
        let future = Future { factors, pay, most, mined, reserve };
        let least = future.viable(0, coins, cash, price).next();
        match future.ask(0, coins, cash, price) {
            Floor::Feasible { sale_sat, spare_usd, binding_ms, .. } => {
                accepted += 1;
                assert_eq!(Some(sale_sat.to_sat().cast_signed()), least, "{future:?}, {coins} sat, {cash} at {price}");
                sold += u64::from(sale_sat > Amount::ZERO);
                let larger = least.unwrap()..=future.most[0].min(coins);
                assert!(future.viable(0, coins, cash, price).eq(larger), "a larger sale breaks it: {future:?}");
                assert_eq!(binding_ms.is_some(), sale_sat > Amount::ZERO);
                let spare = spare_usd.to_micros();
                assert!(future.viable(0, coins, cash - spare, price).next().is_some(), "{future:?}");
                assert!(future.viable(0, coins, cash - spare - 1, price).next().is_none(), "{future:?}");
                ends += future.play(0, coins, cash, price);
            }
            Floor::Infeasible { shortfall_usd, first_breach_ms, minimum_capital_usd } => {
                refused += 1;
                assert_eq!(None, least, "{future:?}, {coins} sat, {cash} at {price}");
                let shortfall = shortfall_usd.to_micros();
                assert!(future.viable(0, coins, cash + shortfall, price).next().is_some(), "{future:?}");
                assert!(future.viable(0, coins, cash + shortfall - 1, price).next().is_none(), "{future:?}");
                assert_eq!(minimum_capital_usd.to_micros(), coins * price + cash + shortfall);
                let breach = usize::try_from((first_breach_ms.to_ms() - START_MS) / DAY_MS).unwrap();
                assert!(future.until(breach).viable(0, coins, cash, price).next().is_none(), "{future:?}");
                let before = breach.checked_sub(1).map(|last| future.until(last));
                let meets = |future: Future| future.viable(0, coins, cash, price).next().is_some();
                assert!(before.is_none_or(meets), "{breach} {future:?}");
            }
            _ => panic!("another answer"),
        }
    }
    println!("{accepted} accepted ({sold} by a sale, {ends} paths played), {refused} refused, none wrongly");
    assert!(accepted > starts() / 4 && refused > starts() / 4 && sold > starts() / 10, "{accepted} {refused} {sold}");
}
