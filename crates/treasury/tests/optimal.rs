//! Best sales on a lattice: against every policy of a small tree, against the optima of a linear programme, and what no objective may change.

use hashinsight_testkit::{first, within_relative};
use hashinsight_treasury::coverage::{Cash, Costs, Execution, Payment};
use hashinsight_treasury::floor::{Floor, FloorRequest, FloorTerms, robust_floor};
use hashinsight_treasury::optimal::{
    FrontierPolicy, Objective, OptimalSalesReport, OptimalSalesRequest, optimal_sales,
};
use hashinsight_treasury::policy::Observation;
use hashinsight_units::{Amount, Days, Fraction, Price, Ratio, Timestamp};

const BTC: i64 = 100_000_000;

fn request(coins: i64, usd: i64, fee: f64, payments: &[i64], objectives: Vec<Objective>) -> OptimalSalesRequest {
    OptimalSalesRequest::new(
        Price::new(100_000.0).unwrap(),
        Ratio::new(1.25).unwrap(),
        Ratio::new(0.8).unwrap(),
        Fraction::constant(0.5),
        Amount::from_signed_sat(coins).unwrap(),
        usd.to_string().parse().unwrap(),
        Costs::new(Fraction::new(fee).unwrap()),
        payments.iter().map(|usd| usd.to_string().parse().unwrap()).collect(),
        objectives,
    )
}

fn solve(request: &OptimalSalesRequest) -> OptimalSalesReport {
    optimal_sales(request).unwrap_or_else(|error| panic!("{error}"))
}

/// The optima of the linear programme over the tree of three moves (`HiGHS`, research of the floor): the case that cannot be met is a ruin.
#[test]
fn case_40_by_dynamic_programming() {
    let cases = [
        (3 * BTC, 0, 60_000, Some(138_529.687_5)),
        (3 * BTC, 0, 80_000, Some(73_967.187_5)),
        (2 * BTC + BTC / 5, 50_000, 75_000, Some(55_992.187_5)),
        (2 * BTC, 0, 70_000, None),
    ];
    for (coins, usd, pay, expected) in cases {
        let report = solve(&request(coins, usd, 0.0, &[0, pay, pay, pay], vec![Objective::new(1e12)]));
        let best = &report.points[0];
        match expected {
            Some(expected) => {
                assert_eq!(best.ruin_probability, 0.0);
                // Sales are rounded up to a satoshi, a tenth of a cent.
                assert!(
                    (best.expected_wealth_usd - expected).abs() < 0.01,
                    "{pay}: {} {expected}",
                    best.expected_wealth_usd
                );
            }
            None => assert!(best.ruin_probability > 0.0),
        }
    }
}

/// Wealth, probability and ruin of one end.
type End = (f64, f64, bool);

/// What the tree below leads to with a policy that names a place in the list of sales for each of the 7 nodes.
struct Tree<'a> {
    payments: &'a [i64],
    costs: Costs,
    coins: i64,
}

/// Price as the lattice has it: moves down first.
fn price(step: usize, ups: usize) -> f64 {
    let fallen = (ups..step).fold(100_000.0, |price, _| price * 0.8);
    (0..ups).fold(fallen, |price, _| price * 1.25)
}

impl Tree<'_> {
    fn sales(&self, step: usize, price: f64, coins: i64, cash: i64) -> Vec<i64> {
        let at =
            |step: usize| Timestamp::from_ms(1_735_689_600_000 + 86_400_000 * i64::try_from(step).unwrap()).unwrap();
        let execution = Execution::new(Price::new(price).unwrap(), &self.costs).unwrap();
        let need = execution.gross(self.payments[step] * 1_000_000 - cash, coins).unwrap_or(coins);
        let due = (step..self.payments.len())
            .map(|later| Payment::new(at(later), self.payments[later].to_string().parse().unwrap()));
        let seen = Observation::new(
            at(step),
            Price::new(price).unwrap(),
            Amount::from_signed_sat(coins).unwrap(),
            Cash::from_micros(cash).unwrap(),
            self.costs,
        )
        .liabilities(due.collect());
        let terms = FloorTerms::new(Days::constant(1.0), vec![Fraction::constant(0.8)]);
        let floor = robust_floor(&FloorRequest::new(seen, terms)).unwrap().floor;
        let mut sales = vec![0, coins.min(self.coins), need];
        if let Floor::Feasible { sale_sat, .. } = floor {
            sales.push(sale_sat.to_sat().cast_signed());
        }
        sales
    }

    /// Wealth, probability and ruin of each end.
    fn play(
        &self,
        choice: &[usize],
        node: (usize, usize, usize),
        (coins, cash): (i64, i64),
        part: f64,
        out: &mut Vec<End>,
    ) {
        let (step, ups, place) = node;
        let price = price(step, ups);
        let sales = self.sales(step, price, coins, cash);
        let sale = sales[choice[place].min(sales.len() - 1)];
        let execution = Execution::new(Price::new(price).unwrap(), &self.costs).unwrap();
        let (coins, cash) = (coins - sale, cash + execution.proceeds(sale) - self.payments[step] * 1_000_000);
        let wealth = (execution.value(coins) + cash) as f64 / 1e6;
        if cash < 0 || step + 1 == self.payments.len() {
            return out.push((wealth, part, cash < 0));
        }
        self.play(choice, (step + 1, ups + 1, 2 * place + 1), (coins, cash), part / 2.0, out);
        self.play(choice, (step + 1, ups, 2 * place + 2), (coins, cash), part / 2.0, out);
    }
}

fn tail(endings: &mut [End], part: f64) -> f64 {
    endings.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut left, mut sum) = (part, 0.0);
    for (wealth, probability, _) in endings.iter() {
        let taken = if *probability < left { *probability } else { left };
        sum += wealth * taken;
        left -= taken;
    }
    sum / part
}

/// All `4^7` policies of a tree of two moves: none is better, and the best has the mean, the ruin and the tail that are told.
#[test]
fn no_policy_of_a_small_tree_is_better() {
    let cases = [
        (2 * BTC, 20_000, 0.001, vec![10_000, 90_000, 95_000], (40_000.0, 60_000.0, 0.7)),
        (BTC * 3 / 2, 0, 0.0, vec![30_000, 60_000, 70_000], (5_000.0, 20_000.0, 2.0)),
        (2 * BTC, 0, 0.01, vec![0, 70_000, 150_000], (1e6, 0.0, 0.0)),
    ];
    for (coins, usd, fee, payments, (penalty, target, weight)) in first(1, cases) {
        let objective = Objective::new(penalty).target_usd(target).shortfall_weight(weight);
        let asked = request(coins, usd, fee, &payments, vec![objective]).sizes(1).tail(Fraction::constant(0.3));
        let report = solve(&asked);
        let tree = Tree { payments: &payments, costs: asked.costs, coins };
        let mut best: Option<(f64, Vec<End>)> = None;
        let mut choice = [0; 7];
        for number in 0..4_usize.pow(7) {
            choice.iter_mut().enumerate().for_each(|(place, digit)| *digit = number >> (2 * place) & 3);
            let mut endings = Vec::new();
            tree.play(&choice, (0, 0, 0), (coins, usd * 1_000_000), 1.0, &mut endings);
            let worth = |(wealth, part, is_ruined): &End| {
                part * (wealth
                    - if *is_ruined { penalty } else { 0.0 }
                    - weight * if *wealth < target { target - wealth } else { 0.0 })
            };
            let value: f64 = endings.iter().map(worth).sum();
            if best.as_ref().is_none_or(|(high, _)| value > high + 1e-9) {
                best = Some((value, endings));
            }
        }
        let (value, mut endings) = best.unwrap();
        let point = &report.points[0];
        within_relative(point.objective_usd.unwrap(), value, 1e-12, "objective");
        let mean: f64 = endings.iter().map(|(wealth, part, _)| wealth * part).sum();
        within_relative(point.expected_wealth_usd, mean, 1e-12, "mean");
        let ruin: f64 = endings.iter().filter(|ending| ending.2).map(|ending| ending.1).sum();
        assert_eq!(point.ruin_probability, ruin);
        within_relative(point.tail_mean_usd, tail(&mut endings, 0.3), 1e-12, "tail");
    }
}

/// More weight on ruin never raises it; the frontier holds the points that no other beats; rules are never better than what seeks nothing else.
#[test]
fn a_frontier_trades_wealth_for_safety() {
    let objectives = [0.0, 20_000.0, 100_000.0, 1e12].map(Objective::new).to_vec();
    let payments = [20_000, 50_000, 60_000, 60_000, 60_000];
    let report = solve(&request(3 * BTC, 0, 0.002, &payments, objectives));
    let points = &report.points;
    for pair in points[..4].windows(2) {
        assert!(pair[1].ruin_probability <= pair[0].ruin_probability);
        assert!(pair[1].expected_wealth_usd <= pair[0].expected_wealth_usd + 1e-6);
    }
    for rule in &points[4..] {
        assert!(points[0].expected_wealth_usd >= rule.expected_wealth_usd - 1e-6);
        assert!(points[3].ruin_probability <= rule.ruin_probability + 1e-12);
    }
    assert_eq!(points[4].policy, FrontierPolicy::AsNeeded);
    for point in points {
        let beaten = points.iter().any(|other| {
            let [a, b] = [other, point].map(|p| [p.expected_wealth_usd, -p.ruin_probability, p.tail_mean_usd]);
            a != b && a.iter().zip(&b).all(|(a, b)| a >= b)
        });
        assert_eq!(point.on_frontier, !beaten);
    }
}

#[test]
fn lattices_that_cannot_be() {
    let fine = || request(3 * BTC, 0, 0.0, &[0, 60_000], vec![Objective::new(0.0)]);
    let refused = |asked: &OptimalSalesRequest| optimal_sales(asked).unwrap_err().path().as_str().to_owned();
    assert_eq!(refused(&request(BTC, 0, 0.0, &[], vec![Objective::new(0.0)])), "payments_usd");
    assert_eq!(refused(&request(BTC, 0, 0.0, &[0, -1], vec![Objective::new(0.0)])), "payments_usd[1]");
    assert_eq!(refused(&request(BTC, 0, 0.0, &[0], vec![])), "objectives");
    assert_eq!(refused(&request(BTC, 0, 0.0, &[0], vec![Objective::new(f64::NAN)])), "objectives[0].ruin_penalty_usd");
    let mut flat = fine();
    flat.up = flat.down;
    assert_eq!(refused(&flat), "up");
    let mut fixed = fine();
    fixed.costs = fixed.costs.fixed_usd("5".parse().unwrap());
    assert_eq!(refused(&fixed), "costs.fixed_usd");
    assert_eq!(refused(&fine().tail(Fraction::ZERO)), "tail");
}
