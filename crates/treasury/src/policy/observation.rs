//! What a policy sees of a treasury and its market at one instant.

use hashinsight_units::{Amount, At, Error, Fault, Fraction, Price, Problem, Ratio, Record, Timestamp};

use crate::coverage::{Cash, Costs, Due, Execution, Payment, SAT, Schedule, at_price};

/// Signals at one instant, as somebody else has made them: each a plain number, absent where it is not known.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Signals {
    /// Relative strength index of the price, 0 to 100.
    #[record(range = 0.0..=100.0)]
    pub rsi: Option<f64>,
    /// Place of today's hashprice among those of its window, as a fraction.
    pub hashprice_percentile: Option<Fraction>,
    /// Puell multiple: issuance in USD over its mean of 365 days.
    pub puell: Option<Ratio>,
    /// Mean hashrate of 30 days over that of 60 days; below 1 miners capitulate.
    pub hash_ribbon: Option<Ratio>,
    /// Annualised basis of a dated future over spot, per year, as a fraction.
    #[record(range = -100.0..=100.0)]
    pub basis_per_year: Option<f64>,
    /// Annualised funding that a short perpetual receives, per year, as a fraction; below 0 the short pays.
    #[record(range = -100.0..=100.0)]
    pub funding_per_year: Option<f64>,
    /// Volatility of a short window, per square root of a year.
    pub volatility_fast: Option<Ratio>,
    /// Volatility of a long window, per square root of a year.
    pub volatility_slow: Option<Ratio>,
}

/// A treasury and its market at one instant.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Observation {
    /// Instant of the observation, in Unix milliseconds UTC.
    #[record(example = 1735689600000)]
    pub time_ms: Timestamp,
    /// Price of one bitcoin, in USD.
    #[record(example = 100000)]
    pub price_usd: Price,
    /// Coins held, in satoshis.
    #[record(example = 1250000000)]
    pub coins_sat: Amount,
    /// Cash held, in USD; below 0 where an account is overdrawn.
    #[record(example = "600000")]
    pub cash_usd: Cash,
    /// Costs of a trade.
    pub costs: Costs,
    /// Cost of the coins held, in USD, all together. Absent: a rule that compares with it does nothing.
    pub cost_usd: Option<Cash>,
    /// Payments that are still to be made, in order of time.
    #[record(default = Vec::new())]
    pub liabilities: Vec<Payment>,
    /// Signals of the instant.
    #[record(default = Signals::default())]
    pub signals: Signals,
}

/// The numbers of an observation, in the form in which a policy reads them: what a backtest fills in bar by bar.
///
/// The coins are worth less than [`Cash::MAX`] together with the cash: then nothing that a policy computes overflows. [`View::check`] says
/// whether that is so; a run over many bars may say it once, of its greatest price and most coins.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// Instant of the observation.
    pub time: Timestamp,
    /// Price and costs.
    pub execution: &'a Execution,
    /// Coins held, in satoshis.
    pub coins: i64,
    /// Cash held, in millionths of a dollar.
    pub cash: i64,
    /// Cost of the coins held, in millionths of a dollar.
    pub cost: Option<i64>,
    /// Payments that are still to be made.
    pub due: Due<'a>,
    /// Signals of the instant.
    pub signals: &'a Signals,
}

impl View<'_> {
    /// Whether coins and cash are within what whole millionths hold.
    ///
    /// # Errors
    /// `treasury.coins_sat.out_of_range` where they are not.
    pub fn check(&self) -> Result<(), Error> {
        let value = i128::from(self.coins) * i128::from(self.execution.price()) / i128::from(SAT);
        let limit = i128::from(Cash::MAX.to_micros());
        let holds = self.coins >= 0 && value + i128::from(self.cash.max(0)) <= limit;
        let fault = || Fault::new("treasury.coins_sat", Problem::OutOfRange).at("coins_sat").got(self.coins);
        if holds { Ok(()) } else { Err(fault().allowed("0 or more, worth at most 3e12 USD with the cash").into()) }
    }
}

impl Observation {
    /// Price and schedule as a policy reads them: [`view`](Self::view) borrows both.
    ///
    /// # Errors
    /// What [`Execution::new`], [`Schedule::new`] and the ranges of the signals refuse.
    pub fn prepare(&self) -> Result<(Execution, Schedule), Error> {
        self.signals.check().at("signals")?;
        if let Some(cost) = self.cost_usd.filter(|cost| *cost < Cash::ZERO) {
            return Err(super::refuse::out_of_range("cost_usd", cost, "0 or more"));
        }
        let execution = at_price(self.price_usd, &self.costs)?;
        Ok((execution, Schedule::new(&self.liabilities).at("liabilities")?))
    }

    /// The numbers as a policy reads them.
    pub fn view<'a>(&'a self, execution: &'a Execution, schedule: &'a Schedule) -> View<'a> {
        View {
            time: self.time_ms,
            execution,
            coins: self.coins_sat.to_sat().cast_signed(),
            cash: self.cash_usd.to_micros(),
            cost: self.cost_usd.map(Cash::to_micros),
            due: schedule.from(0),
            signals: &self.signals,
        }
    }
}
