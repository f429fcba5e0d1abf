//! The ten signal modules.

use hashinsight::signals::evaluate::{CalibrateRequest, EvaluateReport, EvaluateRequest, calibrate, evaluate};
use hashinsight::signals::forecast::{ForecastReport, ForecastRequest, forecast};
use hashinsight::signals::modules::bandit::BanditSizing;
use hashinsight::signals::modules::breakout::Breakout;
use hashinsight::signals::modules::confluence::Confluence;
use hashinsight::signals::modules::derivatives_pressure::DerivativesPressure;
use hashinsight::signals::modules::ensemble::{
    Calibration, Ensemble, ReliabilityReport, ReliabilityRequest, check_reliability,
};
use hashinsight::signals::modules::layers::{Layers, SellLadderReport, SellLadderRequest, sell_ladder};
use hashinsight::signals::modules::microstructure::{
    AlmgrenChrissReport, AlmgrenChrissRequest, BookReport, BookRequest, ExecutionPlan, ExecutionPlanRequest,
    Microstructure, TradeCostsReport, TradeCostsRequest, almgren_chriss, execution_plan, read_book, trade_costs,
};
use hashinsight::signals::modules::miner_cycle::MinerCycle;
use hashinsight::signals::modules::pattern::Pattern;
use hashinsight::signals::modules::regime::{FitRegimesReport, FitRegimesRequest, Regime, fit_regimes};
use hashinsight::signals::walk_forward::{WalkForwardReport, WalkForwardRequest, walk_forward};

use crate::operation::operations;

operations! { signals:
    /// Module A, regime: trend and place in the range under the filtered probability of a turbulent market, with volatility, shifts of the
    /// mean and changes of the run, bar by bar.
    ///
    /// A score of 1 advises to sell now, -1 to keep; the contributions add up to it.
    stream regime: Regime;
    /// Filtered probability of the second regime of a switching model, value by value: it knows each value and none after it.
    stream regime_filter: hashinsight::signals::modules::regime::RegimeFilter;
    /// Module B, exhaustion of a break: little volume, a long wick, momentum that diverges and a stretched close speak against a break out
    /// of the range, bar by bar.
    stream breakout: Breakout;
    /// Module C, support and resistance: levels of turning points, pivots, volume, Fibonacci, anchored average and year in clusters, bar by bar.
    stream confluence: Confluence;
    /// Module D, layers: distance from the mean in units of the true range, the unit of a ladder of sell prices, and a stop that only
    /// rises, bar by bar.
    stream layers: Layers;
    /// Module E, miners' cycle: ranks of the Puell multiple, the hashprice and the difficulty's compression, hash ribbons and break-even,
    /// day by day.
    ///
    /// What was not observed says so, and the confidence falls.
    stream miner_cycle: MinerCycle;
    /// Module F, chart patterns: head and shoulders, double tops and bottoms, triangles and rectangles of confirmed turning points, with
    /// neckline, target and invalidation, bar by bar.
    stream pattern: Pattern;
    /// Markov-switching model of a series, fitted by the method of Baum and Welch with floors; its regimes are sorted by variance.
    document fit_regimes: FitRegimesRequest => FitRegimesReport;
    /// Ladder of sell orders above a price: sizes in whole satoshis that add up to the budget and never exceed the cap of the inventory.
    document sell_ladder: SellLadderRequest => SellLadderReport;
    /// Module G, pressure from derivatives: funding, basis, risk reversal and open interest as one score, snapshot by snapshot.
    ///
    /// The score is the mean of the reasons that are known, the confidence the known part; term slope, put-call ratio and gamma exposure
    /// describe and do not vote.
    stream derivatives_pressure: DerivativesPressure;
    /// Module H, microstructure: spread, imbalance, microprice and order flow (Cont, Kukanov and Stoikov 2014), book by book.
    stream microstructure: Microstructure;
    /// VPIN, the lopsidedness of the last buckets of volume (Easley, López de Prado and O'Hara 2012), event by event. Volume without a known side is
    /// split by the change of its price.
    stream vpin: hashinsight::signals::modules::microstructure::Vpin;
    /// Spread, imbalance and microprice of an order book, and what an order that is walked through it pays.
    document order_book = read_book: BookRequest => BookReport;
    /// Effective spread (Roll 1984) and price impact (Kyle 1985) out of trade prices and signed volumes.
    document trade_costs: TradeCostsRequest => TradeCostsReport;
    /// Optimal execution of Almgren and Chriss (2000): the schedule of least expected cost plus aversion to risk times variance.
    document almgren_chriss: AlmgrenChrissRequest => AlmgrenChrissReport;
    /// A plan of a sale: slices in whole satoshis by time, volume, participation or Almgren and Chriss, with expected cost in its terms and
    /// the deviation of the cost. A plan, never a direction.
    document execution_plan: ExecutionPlanRequest => ExecutionPlan;
    /// Module I, sizing by a bandit over position fractions with rewards that come late, held below a part of Kelly's fraction.
    ///
    /// Draws are functions of seed and number of the play alone: a replay is the same in every language.
    stream bandit_sizing: BanditSizing;
    /// Module J, ensemble: opinions of the modules pooled in log-odds into the probability of the label, with weights by Hedge, thresholds with
    /// hysteresis, cool-down and size.
    ///
    /// Without calibration the maps are assumptions, and nothing is sold but trimmed at most.
    stream ensemble: Ensemble;
    /// Quality of probabilities: Brier score with its parts, logarithmic loss, calibration error, and reliability by bins with intervals for the
    /// effective number of labels.
    document reliability = check_reliability: ReliabilityRequest => ReliabilityReport;
    /// All ten modules over a history of bars, with network, derivatives and books where they are known: a tidy table of their assessments, and
    /// the decision of each bar.
    ///
    /// What is absent is not known: the modules that need it say `no_data`, and the coverage falls.
    document evaluate: EvaluateRequest => EvaluateReport;
    /// Maps from the modules' scores to the probability of a label, fitted to a history: the `calibration` that `evaluate` takes.
    ///
    /// Scores younger than the embargo are not used, so that every label was known at the end of the history.
    document calibrate: CalibrateRequest => Calibration;
    /// Walk-forward of the ensemble: what it would have said, calibrated on the past of each bar alone, its calibration, hit rate and gain
    /// against always holding with block-bootstrap intervals, whatever they show.
    document walk_forward: WalkForwardRequest => WalkForwardReport;
    /// Three forecast baselines (exponentially weighted variance, autoregression, geometric Brownian motion) with bands of the price, and how good
    /// their past forecasts were: coverage, probability integral transform, continuous ranked probability score.
    document forecast: ForecastRequest => ForecastReport;
}
