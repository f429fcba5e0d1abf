//! What a trade costs, exactly: proceeds of a sale, and the smallest sale that brings a sum.
//!
//! ```text
//! bid(q)      = floor(P (1 - slippage - impact q) (1 - fee))          in millionths of a dollar for one bitcoin
//! proceeds(q) = floor(q bid(q)) - fixed                               0 where nothing is sold
//! gross(need) = least q with proceeds(q) >= need                      without impact: ceil((need + fixed) / bid)
//! ```
//!
//! Every rounding is against the seller: what is planned is realised, and the floor holds. Fractions count to the nearest billionth.

use hashinsight_units::{Amount, Error, Fault, Fraction, Price, Problem, Record};

use super::cash::{Cash, price_micros};
use super::scale::{BILLION, SAT, billionths, scale_down, scale_up};

/// Costs of a trade on the spot market.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Costs {
    /// Fee as a fraction of what is traded.
    #[record(example = 0.001)]
    pub fee: Fraction,
    /// Fraction of the price that a trade of any size gives up.
    #[record(default = Fraction::ZERO)]
    pub slippage: Fraction,
    /// Further fraction of the price given up for each bitcoin of a trade's size.
    #[record(default = Fraction::ZERO)]
    pub slippage_per_btc: Fraction,
    /// Fee of each trade, in USD.
    #[record(default = Cash::ZERO)]
    pub fixed_usd: Cash,
}

/// Greatest fixed fee: so many of them as a policy has parts are still far from what whole millionths hold.
const MOST_FIXED: Cash = Cash::of(1_000_000_000_000_000);

/// A price with the costs of trading at it, in whole numbers: made once per bar, shared by every treasury that trades there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Execution {
    price: i64,
    bid: i64,
    ask: i64,
    keep: i64,
    slippage: i64,
    impact: i64,
    fixed: i64,
}

impl Execution {
    /// Trading at a price.
    ///
    /// # Errors
    /// `treasury.price_usd.out_of_range` below a millionth of a dollar; `treasury.fixed_usd.out_of_range` below 0 and above 1e9;
    /// `treasury.slippage.out_of_range` where a sale brings nothing.
    pub fn new(price: Price, costs: &Costs) -> Result<Self, Error> {
        Self::at_micros(price_micros(price), costs)
    }

    /// Trading at a price in millionths of a dollar for one bitcoin.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn at_micros(price: i64, costs: &Costs) -> Result<Self, Error> {
        let refuse = |field: &str, value: f64, allowed: &str| -> Error {
            let fault = Fault::new(format!("treasury.{field}"), Problem::OutOfRange);
            fault.at(field).got(value).allowed(allowed).into()
        };
        if !(1..=1_000_000_000_000_000_000).contains(&price) {
            return Err(refuse("price_usd", price as f64 / 1e6, "0.000001 to 1e12 USD"));
        }
        if !(Cash::ZERO..=MOST_FIXED).contains(&costs.fixed_usd) {
            return Err(refuse("fixed_usd", costs.fixed_usd.to_usd_f64(), "0 to 1000000000 USD"));
        }
        let [fee, slippage, impact] = [costs.fee, costs.slippage, costs.slippage_per_btc].map(|x| billionths(x.get()));
        let fixed = costs.fixed_usd.to_micros();
        let execution = Self { price, bid: 0, ask: 0, keep: BILLION - fee, slippage, impact, fixed };
        let (bid, ask) = (execution.bid_at(price, 0), execution.ask_at(price, 0));
        if bid < 1 {
            // The greater part is to blame; of a price of a few millionths nothing whole is left.
            let (fee, slippage) = (costs.fee.get(), costs.slippage.get());
            let (field, value) = if slippage > fee { ("slippage", slippage) } else { ("fee", fee) };
            return Err(refuse(field, value, "costs that leave at least 0.000001 USD of the price of one bitcoin"));
        }
        Ok(Self { bid, ask, ..execution })
    }

    /// Price of one bitcoin in millionths of a dollar, before costs.
    pub const fn price(&self) -> i64 {
        self.price
    }

    /// What one bitcoin brings after fee and slippage, in millionths of a dollar; without slippage by size and fixed fee.
    pub const fn bid(&self) -> i64 {
        self.bid
    }

    /// What one bitcoin costs with fee and slippage, in millionths of a dollar; without slippage by size and fixed fee.
    pub(crate) const fn ask(&self) -> i64 {
        self.ask
    }

    /// Fee of each trade, in millionths of a dollar.
    pub(crate) const fn fixed(&self) -> i64 {
        self.fixed
    }

    /// Whether the price of a trade does not depend on its size.
    pub(crate) const fn is_flat(&self) -> bool {
        self.impact == 0
    }

    /// Value of coins at the price, in millionths of a dollar, rounded down.
    #[inline]
    pub const fn value(&self, sat: i64) -> i64 {
        scale_down(sat, self.price, SAT)
    }

    /// What a sale of so many satoshis brings, in millionths of a dollar; below 0 where the fixed fee exceeds it.
    #[inline]
    pub const fn proceeds(&self, sat: i64) -> i64 {
        if sat == 0 {
            return 0;
        }
        let bid = if self.impact == 0 { self.bid } else { self.bid_at(self.price, sat) };
        scale_down(sat, bid, SAT) - self.fixed
    }

    /// What a purchase of so many satoshis costs, in millionths of a dollar.
    #[inline]
    pub const fn outlay(&self, sat: i64) -> i64 {
        if sat == 0 {
            return 0;
        }
        let ask = if self.impact == 0 { self.ask } else { self.ask_at(self.price, sat) };
        scale_up(sat, ask, SAT).saturating_add(self.fixed)
    }

    /// What one bitcoin of a sale of so many satoshis brings at a price, in millionths of a dollar; without the fixed fee.
    pub(crate) const fn bid_at(&self, price: i64, sat: i64) -> i64 {
        let kept = BILLION - self.slippage - scale_up(sat, self.impact, SAT);
        if kept <= 0 { 0 } else { scale_down(scale_down(price, kept, BILLION), self.keep, BILLION) }
    }

    const fn ask_at(&self, price: i64, sat: i64) -> i64 {
        let over = BILLION + self.slippage + scale_up(sat, self.impact, SAT);
        scale_up(scale_up(price, over, BILLION), 2 * BILLION - self.keep, BILLION)
    }

    /// The smallest sale that brings at least `need` millionths of a dollar, in satoshis; `None` where none of up to `most` does.
    ///
    /// With slippage by size the sale is the smallest as long as each further satoshi brings something.
    #[inline]
    pub fn gross(&self, need: i64, most: i64) -> Option<i64> {
        if need <= 0 {
            return Some(0);
        }
        let sat = if self.impact == 0 {
            let wide = (i128::from(need) + i128::from(self.fixed)) * i128::from(SAT);
            i64::try_from((wide + i128::from(self.bid) - 1) / i128::from(self.bid)).ok()?
        } else {
            let most = most.min(self.best());
            // Proceeds grow up to the best size: halve the interval that holds the first sale that is large enough.
            let (mut low, mut high) = (0, most);
            while low < high {
                let middle = low + (high - low) / 2;
                (low, high) = if self.proceeds(middle) >= need { (low, middle) } else { (middle + 1, high) };
            }
            if self.proceeds(low) < need {
                return None;
            }
            low
        };
        (sat <= most).then_some(sat)
    }

    /// Size beyond which slippage by size takes more than a further satoshi brings: `(1 - slippage) / (2 impact)`.
    fn best(&self) -> i64 {
        let best = i128::from(BILLION - self.slippage) * i128::from(SAT) / (2 * i128::from(self.impact));
        i64::try_from(best).unwrap_or(i64::MAX)
    }

    /// The greatest purchase that `cash` millionths of a dollar pay for, in satoshis.
    pub fn affordable(&self, cash: i64) -> i64 {
        let net = cash.saturating_sub(self.fixed);
        if net <= 0 {
            return 0;
        }
        let most = scale_down(net, SAT, self.ask);
        let (mut low, mut high) = (0, most.min(Amount::MAX.to_sat().cast_signed()));
        if self.impact == 0 {
            return high;
        }
        while low < high {
            let middle = high - (high - low) / 2;
            (low, high) = if self.outlay(middle) <= cash { (middle, high) } else { (low, middle - 1) };
        }
        low
    }
}
