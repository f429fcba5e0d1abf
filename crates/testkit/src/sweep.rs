//! One trial of a sweep as its definition reads: wide integers, one bar after the other.

/// Costs of a trade in billionths of the price, and a fixed fee in millionths of a dollar.
#[derive(Clone, Copy, Debug)]
pub struct TradeCosts {
    /// Fee.
    pub fee: i128,
    /// Slippage.
    pub slippage: i128,
    /// Fee of each trade.
    pub fixed: i128,
}

/// What happens at the close of a bar, in satoshis and millionths of a dollar.
#[derive(Clone, Copy, Debug)]
pub struct TrialBar {
    /// Price of one bitcoin.
    pub price: i128,
    /// Coins that arrive.
    pub mined: i128,
    /// Payments.
    pub paid: i128,
}

/// A trial at the last bar.
#[derive(Clone, Debug, PartialEq)]
pub struct TrialEnd {
    /// Coins, in satoshis.
    pub coins: i128,
    /// Cash, in millionths of a dollar.
    pub cash: i128,
    /// Greatest overdraft, in millionths of a dollar.
    pub shortfall: i128,
    /// Number of trades.
    pub trades: u32,
    /// Returns from close to close without flows; `None` where nothing, or less, was left at a close.
    pub returns: Option<Vec<f64>>,
}

const SAT: i128 = 100_000_000;
const BILLION: i128 = 1_000_000_000;

fn down(a: i128, b: i128, c: i128) -> i128 {
    (a * b).div_euclid(c)
}

fn up(a: i128, b: i128, c: i128) -> i128 {
    -down(-a, b, c)
}

impl TradeCosts {
    fn bid(self, price: i128) -> i128 {
        down(down(price, BILLION - self.slippage, BILLION), BILLION - self.fee, BILLION)
    }

    fn ask(self, price: i128) -> i128 {
        up(up(price, BILLION + self.slippage, BILLION), BILLION + self.fee, BILLION)
    }

    /// The greatest purchase that so much cash pays for, in satoshis.
    #[must_use]
    pub fn affordable(self, cash: i128, price: i128) -> i128 {
        if cash > self.fixed { down(cash - self.fixed, SAT, self.ask(price)) } else { 0 }
    }
}

/// Goes over the bars: coins arrive, `order` says from coins and cash what is sold (below 0: bought), payments are made. `None` where an order
/// is beyond coins or cash.
#[must_use]
pub fn trial_by_definition(
    bars: &[TrialBar],
    costs: TradeCosts,
    (mut coins, mut cash): (i128, i128),
    mut order: impl FnMut(usize, i128, i128) -> i128,
) -> Option<TrialEnd> {
    let (mut shortfall, mut trades, mut worths, mut returns) = (0, 0, Vec::new(), Some(Vec::new()));
    for (row, bar) in bars.iter().enumerate() {
        coins += bar.mined;
        let sold = order(row, coins, cash);
        let change = match sold {
            0 => 0,
            sold if sold > 0 => down(sold, costs.bid(bar.price), SAT) - costs.fixed,
            sold => -(up(-sold, costs.ask(bar.price), SAT) + costs.fixed),
        };
        if sold > coins || sold < 0 && cash + change < 0 {
            return None;
        }
        coins -= sold;
        cash += change - bar.paid;
        trades += u32::from(sold != 0);
        shortfall = shortfall.max(-cash);
        let per_sat = bar.price as f64 / 1e8;
        let before_trade = if row == 0 { sold as f64 * per_sat - change as f64 } else { 0.0 };
        let worth = coins as f64 * per_sat + cash as f64 + before_trade;
        if let (Some(before), Some(returns)) = (worths.last(), &mut returns) {
            let flow = bar.mined as f64 * per_sat - bar.paid as f64;
            returns.push((worth - flow) / before - 1.0);
        }
        if worth <= 0.0 {
            returns = None;
        }
        worths.push(worth);
    }
    Some(TrialEnd { coins, cash, shortfall, trades, returns })
}
