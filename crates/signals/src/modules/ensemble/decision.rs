//! From a probability to an action: thresholds with hysteresis, a cool-down between sales, and a size that pays for its cost.

use hashinsight_numerics::{clamp, min};
use hashinsight_units::json::Told;
use hashinsight_units::{Error, Fraction, Record};

use crate::modules::bandit::kelly_of_bet;
use crate::refuse::refuse;

/// Advice of the ensemble.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Record, Hash)]
pub enum Action {
    /// Keep.
    #[default]
    Hold,
    /// Sell a little.
    Trim,
    /// Sell.
    Sell,
}

/// Probabilities at which a stance is taken and left, and how often and how much is sold.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Thresholds {
    /// Probability from which on the stance is to sell.
    #[record(default = Fraction::constant(0.70))]
    pub sell_at: Fraction,
    /// Probability from which on the stance is to trim.
    #[record(default = Fraction::constant(0.60))]
    pub trim_at: Fraction,
    /// Probability below which the stance is to hold again: hysteresis, so that noise around one threshold does not trade.
    #[record(default = Fraction::constant(0.55))]
    pub leave_at: Fraction,
    /// Least number of bars from one sale to the next.
    #[record(default = 5, range = 1..=1000, example = 5)]
    pub cool_down_bars: u32,
    /// Part of Kelly's fraction that is sold.
    #[record(default = Fraction::constant(0.5))]
    pub kelly_part: Fraction,
    /// Greatest fraction of a holding in one sale.
    #[record(default = Fraction::constant(0.25))]
    pub sell_cap: Fraction,
    /// Greatest fraction of a holding in one trim.
    #[record(default = Fraction::constant(0.10))]
    pub trim_cap: Fraction,
}

impl Thresholds {
    /// Refuses thresholds that are out of order.
    ///
    /// # Errors
    /// `signals.trim_at.out_of_range` above `sell_at`, `signals.leave_at.out_of_range` above `trim_at`, `signals.cool_down_bars.out_of_range`.
    pub fn in_order(&self) -> Result<(), Error> {
        self.check()?;
        if self.trim_at > self.sell_at {
            return Err(refuse(
                "trim_at",
                self.trim_at.get(),
                format!("at most sell_at, {}", Told(self.sell_at.get())),
            ));
        }
        if self.leave_at > self.trim_at {
            return Err(refuse(
                "leave_at",
                self.leave_at.get(),
                format!("at most trim_at, {}", Told(self.trim_at.get())),
            ));
        }
        Ok(())
    }

    /// The stance after a probability: entered at its threshold, kept until `leave_at`. Without calibration there is no stance to sell.
    ///
    /// ```
    /// use hashinsight_signals::modules::ensemble::{Action, Thresholds};
    /// let thresholds = Thresholds::default();
    /// assert_eq!(thresholds.stance(Action::Hold, 0.71, true), Action::Sell);
    /// assert_eq!(thresholds.stance(Action::Sell, 0.56, true), Action::Sell);
    /// assert_eq!(thresholds.stance(Action::Hold, 0.56, true), Action::Hold);
    /// assert_eq!(thresholds.stance(Action::Hold, 0.99, false), Action::Trim);
    /// ```
    pub fn stance(&self, before: Action, probability: f64, is_calibrated: bool) -> Action {
        let entered = if probability >= self.sell_at.get() {
            Action::Sell
        } else if probability >= self.trim_at.get() {
            Action::Trim
        } else {
            Action::Hold
        };
        let kept = if probability >= self.leave_at.get() { before } else { Action::Hold };
        entered.max(kept).min(if is_calibrated { Action::Sell } else { Action::Trim })
    }

    /// Fraction of the holding to sell at a stance: a part of Kelly's fraction of the bet that the label comes true, times the confidence, at
    /// most the stance's cap. The bet wins the mean net fall and loses the mean net rise, both net of cost; 0 where it loses on average.
    ///
    /// ```
    /// use hashinsight_signals::modules::ensemble::{Action, Thresholds};
    /// let size = Thresholds::default().size(Action::Sell, 0.7, 0.5, 1.0)?;
    /// assert!((size - 0.5 * 0.5 * (0.7 - 0.3)).abs() < 1e-15);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// `signals.payoff.out_of_range` unless positive.
    pub fn size(&self, stance: Action, probability: f64, confidence: f64, payoff: f64) -> Result<f64, Error> {
        let cap = match stance {
            Action::Hold => return Ok(0.0),
            Action::Trim => self.trim_cap.get(),
            Action::Sell => self.sell_cap.get(),
        };
        let kelly = kelly_of_bet(Fraction::new(clamp(probability, 0.0, 1.0))?, payoff)?;
        Ok(min(clamp(self.kelly_part.get() * kelly * confidence, 0.0, 1.0), cap))
    }
}
