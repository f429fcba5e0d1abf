//! Prices on a lattice, the best sale in every state, and the distribution of the wealth under any sales.

use std::collections::BTreeMap;

use hashinsight_units::{Error, Order};

use super::Objective;
use crate::coverage::Execution;
use crate::floor::{WorstCase, WorstStep};
use crate::metrics::refuse;

/// Most states that are visited.
const MOST_STATES: usize = 2_000_000;

/// Coins in satoshis and cash in millionths of a dollar, before the sale.
pub(super) type State = (i64, i64);

/// One price of the lattice.
#[derive(Clone, Debug)]
struct Node {
    execution: Execution,
    /// The worst path from here on.
    worst: WorstCase,
}

/// Prices by step, and by number of moves up.
#[derive(Clone, Debug)]
pub(super) struct Lattice {
    nodes: Vec<Vec<Node>>,
    payments: Vec<i64>,
    mined: i64,
    up: f64,
    /// Satoshis of an equal part.
    unit: i64,
    sizes: i64,
}

/// What a step leads to.
enum After {
    Ruined(f64),
    Ended(f64),
    Next(State),
}

/// Values and sales of the states that were visited, by step and number of moves up.
pub(super) struct Values {
    found: Vec<Vec<BTreeMap<State, (f64, i64)>>>,
    pub(super) states: usize,
}

/// Wealth at the end in USD, its probability, and whether it is that of a ruin.
pub(super) type Ending = (f64, f64, bool);

impl Lattice {
    /// `executions` are those of each step, least price first.
    pub(super) fn new(
        executions: &[Vec<Execution>],
        payments: Vec<i64>,
        mined: i64,
        up: f64,
        unit: i64,
        sizes: i64,
    ) -> Self {
        let worst = |step: usize, ups: usize| {
            let further = |later: usize| {
                let execution = &executions[later][ups];
                WorstStep {
                    time_ms: 0,
                    price: execution.price(),
                    bid: execution.bid(),
                    mined: if later == step { 0 } else { mined },
                    pay: payments[later],
                    most: i64::MAX,
                }
            };
            WorstCase { steps: (step..payments.len()).map(further).collect(), reserve: 0 }
        };
        let node = |step: usize, ups: usize| Node { execution: executions[step][ups], worst: worst(step, ups) };
        let nodes = (0..executions.len()).map(|step| (0..=step).map(|ups| node(step, ups)).collect()).collect();
        Self { nodes, payments, mined, up, unit, sizes }
    }

    pub(super) fn steps(&self) -> usize {
        self.payments.len()
    }

    /// Sales that are open to a state, least first.
    fn sales(&self, step: usize, ups: usize, (coins, cash): State) -> Vec<i64> {
        let mut sales: Vec<i64> = (0..=self.sizes).map(|part| (part * self.unit).min(coins)).collect();
        sales.push(self.need(step, ups, (coins, cash)));
        sales.extend(self.floor(step, ups, (coins, cash)));
        sales.push(coins);
        sales.order_by(Ord::cmp);
        sales.dedup();
        sales
    }

    /// The smallest sale that meets the payment; all coins where none does.
    pub(super) fn need(&self, step: usize, ups: usize, (coins, cash): State) -> i64 {
        let short = self.payments[step] - cash;
        self.nodes[step][ups].execution.gross(short, coins).unwrap_or(coins)
    }

    /// The smallest sale after which every payment is met on the worst path; nothing where none is.
    pub(super) fn floor(&self, step: usize, ups: usize, (coins, cash): State) -> Option<i64> {
        self.nodes[step][ups].worst.smallest_sale(coins, cash)
    }

    fn after(&self, step: usize, ups: usize, (coins, cash): State, sale: i64) -> After {
        let execution = &self.nodes[step][ups].execution;
        let (coins, cash) = (coins - sale, cash + execution.proceeds(sale) - self.payments[step]);
        let wealth = || (execution.value(coins) as f64 + cash as f64) / 1e6;
        match () {
            () if cash < 0 => After::Ruined(wealth()),
            () if step + 1 == self.steps() => After::Ended(wealth()),
            () => After::Next((coins + self.mined, cash)),
        }
    }

    /// The greatest expected objective, and the smallest sale that has it.
    fn best(
        &self,
        values: &mut Values,
        objective: &Objective,
        step: usize,
        ups: usize,
        state: State,
    ) -> Result<f64, Error> {
        if let Some((value, _)) = values.found[step][ups].get(&state) {
            return Ok(*value);
        }
        values.states += 1;
        if values.states > MOST_STATES {
            let allowed = "fewer sizes or payments: more than 2000000 states can be reached";
            return Err(refuse::out_of_range("sizes", self.sizes, allowed));
        }
        let mut best: Option<(f64, i64)> = None;
        for sale in self.sales(step, ups, state) {
            let value = match self.after(step, ups, state, sale) {
                After::Ruined(wealth) => objective.of(wealth, true),
                After::Ended(wealth) => objective.of(wealth, false),
                After::Next(next) => {
                    let up = self.best(values, objective, step + 1, ups + 1, next)?;
                    let down = self.best(values, objective, step + 1, ups, next)?;
                    self.up * up + (1.0 - self.up) * down
                }
            };
            if best.is_none_or(|(high, _)| value > high) {
                best = Some((value, sale));
            }
        }
        let found = best.unwrap_or((0.0, 0));
        values.found[step][ups].insert(state, found);
        Ok(found.0)
    }

    /// Best sales from a start on, and their objective.
    pub(super) fn solve(&self, objective: &Objective, start: State) -> Result<(Values, f64), Error> {
        let found = (0..self.steps()).map(|step| vec![BTreeMap::new(); step + 1]).collect();
        let mut values = Values { found, states: 0 };
        let value = self.best(&mut values, objective, 0, 0, start)?;
        Ok((values, value))
    }

    /// The distribution of the wealth under some sales, least wealth first.
    pub(super) fn endings(&self, start: State, sale: impl Fn(usize, usize, State) -> i64) -> Vec<Ending> {
        let mut endings = Vec::new();
        let mut here = vec![BTreeMap::from([(start, 1.0)])];
        for step in 0..self.steps() {
            let mut next = vec![BTreeMap::new(); step + 2];
            for (ups, states) in here.iter().enumerate() {
                for (state, probability) in states {
                    match self.after(step, ups, *state, sale(step, ups, *state)) {
                        After::Ruined(wealth) => endings.push((wealth, *probability, true)),
                        After::Ended(wealth) => endings.push((wealth, *probability, false)),
                        After::Next(state) => {
                            *next[ups + 1].entry(state).or_insert(0.0) += probability * self.up;
                            *next[ups].entry(state).or_insert(0.0) += probability * (1.0 - self.up);
                        }
                    }
                }
            }
            here = next;
        }
        endings.order_by(|a, b| a.0.total_cmp(&b.0));
        endings
    }
}

impl Values {
    /// The best sale of a state that was visited.
    pub(super) fn sale(&self, step: usize, ups: usize, state: State) -> i64 {
        self.found[step][ups].get(&state).map_or(0, |(_, sale)| *sale)
    }
}
