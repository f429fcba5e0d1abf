//! Gains and losses.

use hashinsight_numerics::pow;
use hashinsight_units::Outcome;

use super::ReturnStatistics;
use super::moments::{finite, quotient};

const NO_LOSS: &str = "no negative return";
const NO_MOVE: &str = "every return is 0, or there is none";

impl ReturnStatistics {
    /// Part of the returns other than 0 that are positive.
    pub fn win_rate(&self) -> Outcome {
        quotient(self.wins.count, self.wins.count + self.losses.count, NO_MOVE)
    }

    /// Profit factor, sum of gains over sum of losses.
    pub fn profit_factor(&self) -> Outcome {
        quotient(self.wins.sum, self.losses.sum, NO_LOSS)
    }

    /// Gain to pain ratio, sum of returns over sum of losses (Schwager 2012).
    pub fn gain_to_pain(&self) -> Outcome {
        quotient(self.sum, self.losses.sum, NO_LOSS)
    }

    /// Payoff ratio, mean gain over mean loss.
    pub fn payoff_ratio(&self) -> Outcome {
        if self.wins.count == 0.0 {
            return Outcome::Undefined { reason: "no positive return" };
        }
        quotient(self.wins.sum / self.wins.count * self.losses.count, self.losses.sum, NO_LOSS)
    }

    /// Kelly fraction, `win rate - (1 - win rate) / payoff ratio` (Kelly 1956).
    pub fn kelly(&self) -> Outcome {
        match (self.win_rate(), self.payoff_ratio()) {
            (Outcome::Value(p), Outcome::Value(payoff)) => finite(p - (1.0 - p) / payoff),
            (Outcome::Value(_), none) | (none, _) => none,
        }
    }

    /// Risk of ruin of a gambler, `((1 - win rate) / (1 + win rate))^n`.
    pub fn risk_of_ruin(&self) -> Outcome {
        match self.win_rate() {
            Outcome::Value(p) => finite(pow((1.0 - p) / (1.0 + p), self.observations())),
            none => none,
        }
    }
}
