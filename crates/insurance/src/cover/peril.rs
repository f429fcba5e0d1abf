//! Perils: what happens, and by which price it is judged.

use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_market::{Instrument, Source};
use hashinsight_units::json::Told;
use hashinsight_units::{AssetPrice, Collateral, Error, Fraction, Problem, Record};

use crate::refuse::{refuse, tell};

/// Kind of price that a trigger looks at: a wick of one kind does not trigger a cover on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum PriceKind {
    /// Mark price: the price at which the venue liquidates.
    Mark,
    /// Price of the last trade.
    Last,
    /// Price of the index that the mark follows.
    Index,
}

/// Price that a trigger looks at.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PriceTrigger {
    /// Exchange or service that publishes the price.
    #[record(example = "binance_usdm")]
    pub venue: Source,
    /// Contract whose price is looked at, in the words of the venue.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Kind of the price.
    #[record(example = "mark")]
    pub price_kind: PriceKind,
}

/// Margin call of the covered account.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CoveredMarginCall {
    /// Price that decides.
    #[record(flatten)]
    pub trigger: PriceTrigger,
    /// Margin ratio (requirement over equity) at which the call comes: above 0, below 1.
    #[record(example = 0.8)]
    pub call_ratio: Fraction,
}

/// Price that reaches a level.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CoveredLevel {
    /// Price that decides.
    #[record(flatten)]
    pub trigger: PriceTrigger,
    /// Side of the price on which the level lies.
    #[record(example = "down")]
    pub side: BarrierSide,
    /// Level of the price, in quote currency.
    #[record(example = 54000)]
    pub level: AssetPrice,
}

/// Price that reaches either of two levels.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CoveredLevels {
    /// Price that decides.
    #[record(flatten)]
    pub trigger: PriceTrigger,
    /// Lower level of the price, in quote currency.
    #[record(example = 54000)]
    pub lower: AssetPrice,
    /// Upper level of the price, in quote currency; above the lower one.
    #[record(example = 66000)]
    pub upper: AssetPrice,
}

/// Loss of the covered position that reaches a threshold.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CoveredLoss {
    /// Price that decides.
    #[record(flatten)]
    pub trigger: PriceTrigger,
    /// Threshold of the loss, realized and floating, in margin currency; above 0.
    #[record(example = 1000)]
    pub threshold: Collateral,
}

/// Fall of the price from its running maximum since the cover began to watch.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CoveredDrawdown {
    /// Price that decides.
    #[record(flatten)]
    pub trigger: PriceTrigger,
    /// Fall from the running maximum, as a fraction of it: above 0, below 1.
    #[record(example = 0.2)]
    pub fall: Fraction,
}

/// Default of an exchange.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct VenueDefault {
    /// Exchange that may default.
    #[record(example = "binance_usdm")]
    pub venue: Source,
    /// Fraction of the balance that is lost in a default, agreed for the price; above 0.
    #[record(example = 0.6)]
    pub loss_given_default: Fraction,
}

/// Insured peril.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
pub enum Peril {
    /// Liquidation of the covered account.
    Liquidation(PriceTrigger),
    /// Margin call of the covered account.
    MarginCall(CoveredMarginCall),
    /// Price that reaches a level.
    PriceLevel(CoveredLevel),
    /// Price that reaches either of two levels.
    TwoSidedLevel(CoveredLevels),
    /// Loss of the covered position that reaches a threshold.
    LossThreshold(CoveredLoss),
    /// Fall of the price from its running maximum.
    Drawdown(CoveredDrawdown),
    /// Liquidation beyond the bankruptcy price: what the fill costs more than the margin.
    Gap(PriceTrigger),
    /// Default of the exchange.
    ExchangeDefault(VenueDefault),
}

/// Kind of a peril, without its figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum PerilKind {
    /// Liquidation of the covered account.
    Liquidation,
    /// Margin call of the covered account.
    MarginCall,
    /// Price that reaches a level.
    PriceLevel,
    /// Price that reaches either of two levels.
    TwoSidedLevel,
    /// Loss of the covered position that reaches a threshold.
    LossThreshold,
    /// Fall of the price from its running maximum.
    Drawdown,
    /// Liquidation beyond the bankruptcy price.
    Gap,
    /// Default of the exchange.
    ExchangeDefault,
}

impl Peril {
    /// Kind of the peril.
    pub const fn kind(&self) -> PerilKind {
        match self {
            Self::Liquidation(_) => PerilKind::Liquidation,
            Self::MarginCall(_) => PerilKind::MarginCall,
            Self::PriceLevel(_) => PerilKind::PriceLevel,
            Self::TwoSidedLevel(_) => PerilKind::TwoSidedLevel,
            Self::LossThreshold(_) => PerilKind::LossThreshold,
            Self::Drawdown(_) => PerilKind::Drawdown,
            Self::Gap(_) => PerilKind::Gap,
            Self::ExchangeDefault(_) => PerilKind::ExchangeDefault,
        }
    }

    /// Price that decides; `None` for the default of an exchange.
    pub const fn trigger(&self) -> Option<&PriceTrigger> {
        match self {
            Self::Liquidation(trigger) | Self::Gap(trigger) => Some(trigger),
            Self::MarginCall(call) => Some(&call.trigger),
            Self::PriceLevel(level) => Some(&level.trigger),
            Self::TwoSidedLevel(levels) => Some(&levels.trigger),
            Self::LossThreshold(loss) => Some(&loss.trigger),
            Self::Drawdown(drawdown) => Some(&drawdown.trigger),
            Self::ExchangeDefault(_) => None,
        }
    }

    /// Name of the peril in documents.
    pub fn name(&self) -> &'static str {
        use hashinsight_units::record::Word;
        PerilKind::WORDS[usize::from(self.kind().code())]
    }

    /// # Errors
    /// A figure that makes no peril, and a venue's own decision by a price that is not its mark.
    pub(super) fn check(&self) -> Result<(), Error> {
        match self {
            Self::Liquidation(trigger) | Self::Gap(trigger) => by_mark(trigger),
            Self::MarginCall(call) if !inside(call.call_ratio) => {
                Err(refuse("call_ratio", call.call_ratio.get(), "above 0, below 1: at 1 it is the liquidation"))
            }
            Self::MarginCall(call) => by_mark(&call.trigger),
            Self::TwoSidedLevel(levels) if levels.upper.get() <= levels.lower.get() => {
                Err(refuse("upper", levels.upper.get(), format!("above the lower level, {}", Told(levels.lower.get()))))
            }
            Self::LossThreshold(loss) if loss.threshold.get() == 0.0 => Err(refuse("threshold", 0.0, "above 0")),
            Self::Drawdown(drawdown) if !inside(drawdown.fall) => {
                Err(refuse("fall", drawdown.fall.get(), "above 0, below 1"))
            }
            Self::ExchangeDefault(default) if default.loss_given_default == Fraction::ZERO => {
                Err(refuse("loss_given_default", 0.0, "above 0"))
            }
            _ => Ok(()),
        }
    }
}

fn inside(fraction: Fraction) -> bool {
    fraction != Fraction::ZERO && fraction != Fraction::ONE
}

fn by_mark(trigger: &PriceTrigger) -> Result<(), Error> {
    if trigger.price_kind == PriceKind::Mark {
        return Ok(());
    }
    let got = if trigger.price_kind == PriceKind::Last { "last" } else { "index" };
    Err(tell("price_kind", Problem::Unsupported, got, "mark, the price by which venues liquidate"))
}
