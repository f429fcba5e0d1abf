//! The ten signal modules.

use hashinsight::signals::modules::breakout::Breakout;
use hashinsight::signals::modules::confluence::Confluence;
use hashinsight::signals::modules::layers::{Layers, SellLadderReport, SellLadderRequest, sell_ladder};
use hashinsight::signals::modules::miner_cycle::MinerCycle;
use hashinsight::signals::modules::pattern::Pattern;
use hashinsight::signals::modules::regime::{FitRegimesReport, FitRegimesRequest, Regime, fit_regimes};

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
}
