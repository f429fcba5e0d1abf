//! The ten modules side by side, bar by bar.

use hashinsight_market::{Interval, OrderBook};
use hashinsight_numerics::stream::Stream;
use hashinsight_units::{AssetPrice, At, Error, Finite, Fraction, Quantity, Record};

use super::history::Tick;
use crate::modules::bandit::{BanditSizing, BanditSizingParams, ScoredPrice};
use crate::modules::breakout::{Breakout, BreakoutParams};
use crate::modules::confluence::{Confluence, ConfluenceParams};
use crate::modules::derivatives_pressure::{DerivativesPressure, DerivativesPressureParams};
use crate::modules::ensemble::{Ensemble, EnsembleOutput, EnsembleParams, Opinions};
use crate::modules::layers::{Layers, LayersParams};
use crate::modules::microstructure::{Microstructure, MicrostructureParams, TopOfBook};
use crate::modules::miner_cycle::{MinerCycle, MinerCycleParams};
use crate::modules::pattern::{Pattern, PatternParams};
use crate::modules::regime::{Regime, RegimeParams};
use crate::modules::{Assessment, AssessmentStatus, Cadence, Module, ModuleName};

/// Parameters of the modules A to I; the ensemble has its own. Those that are absent are the module's defaults; the interval is that of the bars.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ModuleParams {
    /// Parameters of module A, the regime. Absent: its defaults.
    pub regime: Option<RegimeParams>,
    /// Parameters of module B, the breakout. Absent: its defaults.
    pub breakout: Option<BreakoutParams>,
    /// Parameters of module C, the confluence of levels. Absent: its defaults.
    pub confluence: Option<ConfluenceParams>,
    /// Parameters of module D, the layers of prices to sell at. Absent: its defaults.
    pub layers: Option<LayersParams>,
    /// Parameters of module E, the cycle of the miners. Absent: its defaults.
    pub miner_cycle: Option<MinerCycleParams>,
    /// Parameters of module F, the patterns. Absent: its defaults.
    pub pattern: Option<PatternParams>,
    /// Parameters of module G, the pressure from derivatives. Absent: its defaults.
    pub derivatives_pressure: Option<DerivativesPressureParams>,
    /// Parameters of module H, microstructure. Absent: its defaults.
    pub microstructure: Option<MicrostructureParams>,
    /// Parameters of module I, sizing by a bandit. Absent: its defaults.
    pub bandit_sizing: Option<BanditSizingParams>,
    /// Greatest age at which what is not of the bar itself (a day of the network, a book) still counts, in milliseconds.
    #[record(default = 172_800_000, range = 0..=3_153_600_000_000_i64, example = 172_800_000)]
    pub max_age_ms: i64,
}

/// What the ten modules say at the close of a bar.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Evaluation {
    /// Assessments A to J, in this order.
    pub assessments: Vec<Assessment>,
    /// Row of the ensemble.
    pub ensemble: EnsembleOutput,
    /// Latest book that is not too old.
    pub book: Option<OrderBook>,
}

/// The ten modules, fed bar by bar. A clone is the state put down.
///
/// ```
/// use hashinsight_market::Interval;
/// use hashinsight_signals::evaluate::{Evaluator, ModuleParams, Tick};
/// use hashinsight_signals::modules::ensemble::{EnsembleParams, Label};
/// use hashinsight_signals::modules::{AssessmentStatus, ClosedBar};
/// use hashinsight_units::{AssetPrice, Timestamp};
/// let mut evaluator = Evaluator::open(&ModuleParams::new(), &EnsembleParams::new(Label::new(7)), Interval::DAY)?;
/// let [open, high, low, close] = [63_850.0, 65_420.0, 63_090.0, 64_940.0].map(AssetPrice::constant);
/// let bar = ClosedBar::new(Timestamp::from_ms(1_713_657_600_000)?, open, high, low, close);
/// let said = evaluator.update(&Tick { bar, network: None, derivatives: None, books: Vec::new() })?;
/// let statuses: Vec<_> = said.assessments.iter().map(|assessment| assessment.status).collect();
/// assert_eq!(statuses[0], AssessmentStatus::Warmup); // one bar is no regime
/// assert_eq!(statuses[6..8], [AssessmentStatus::NoData; 2]); // no derivatives, no book
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Evaluator {
    regime: Regime,
    breakout: Breakout,
    confluence: Confluence,
    layers: Layers,
    miner_cycle: MinerCycle,
    pattern: Pattern,
    derivatives_pressure: DerivativesPressure,
    microstructure: Microstructure,
    bandit_sizing: BanditSizing,
    ensemble: Ensemble,
    max_age_ms: i64,
    interval: Interval,
    cadence: Cadence,
    /// Last assessment of what does not come with every bar, and its instant.
    network: Option<(i64, Assessment)>,
    seen_book: Option<(Assessment, OrderBook)>,
    score: f64,
}

impl Evaluator {
    /// Ten modules that have seen nothing, for bars of an interval.
    ///
    /// # Errors
    /// What a module refuses of its parameters, at its name below `modules`; what the ensemble refuses of its own.
    pub fn open(modules: &ModuleParams, ensemble: &EnsembleParams, interval: Interval) -> Result<Self, Error> {
        let ensemble = Ensemble::open(ensemble)?;
        Self::of_modules(modules, ensemble, interval).at("modules")
    }

    fn of_modules(modules: &ModuleParams, ensemble: Ensemble, interval: Interval) -> Result<Self, Error> {
        modules.check()?;
        let mut regime = modules.regime.clone().unwrap_or_default();
        regime.interval_ms = interval;
        let mut breakout = modules.breakout.clone().unwrap_or_default();
        breakout.interval_ms = interval;
        let mut confluence = modules.confluence.clone().unwrap_or_default();
        confluence.interval_ms = interval;
        let mut layers = modules.layers.clone().unwrap_or_default();
        layers.interval_ms = interval;
        let mut pattern = modules.pattern.clone().unwrap_or_default();
        pattern.interval_ms = interval;
        Ok(Self {
            regime: Regime::open(&regime).at("regime")?,
            breakout: Breakout::open(&breakout).at("breakout")?,
            confluence: Confluence::open(&confluence).at("confluence")?,
            layers: Layers::open(&layers).at("layers")?,
            miner_cycle: MinerCycle::open(&modules.miner_cycle.clone().unwrap_or_default()).at("miner_cycle")?,
            pattern: Pattern::open(&pattern).at("pattern")?,
            derivatives_pressure: DerivativesPressure::open(&modules.derivatives_pressure.clone().unwrap_or_default())
                .at("derivatives_pressure")?,
            microstructure: Microstructure::open(&modules.microstructure.clone().unwrap_or_default())
                .at("microstructure")?,
            bandit_sizing: BanditSizing::open(&modules.bandit_sizing.clone().unwrap_or_default())
                .at("bandit_sizing")?,
            ensemble,
            max_age_ms: modules.max_age_ms,
            interval,
            cadence: Cadence::default(),
            network: None,
            seen_book: None,
            score: 0.0,
        })
    }

    /// The ensemble, for a new calibration.
    pub fn ensemble_mut(&mut self) -> &mut Ensemble {
        &mut self.ensemble
    }

    /// Takes the next bar. Atomic: a refused one leaves everything as it was.
    ///
    /// # Errors
    /// What a module refuses; `signals.network.unsupported` for days of the network with bars of another length.
    pub fn update(&mut self, tick: &Tick) -> Result<Evaluation, Error> {
        self.update_with(tick, |_| Ok(None))
    }

    /// [`update`](Self::update) where the readiness of the market for a sale is known of its latest book.
    ///
    /// # Errors
    /// As [`update`](Self::update), and what `readiness` refuses.
    pub fn update_with(
        &mut self,
        tick: &Tick,
        readiness: impl FnOnce(&OrderBook) -> Result<Option<Fraction>, Error>,
    ) -> Result<Evaluation, Error> {
        // What can be refused comes first and is put back: a bar that the cadence takes is taken by every module of bars.
        let cadence = self.cadence.bar(&tick.bar, self.interval)?;
        let before = tick.has_others().then(|| {
            let modules = (self.miner_cycle.clone(), self.derivatives_pressure.clone(), self.microstructure.clone());
            (modules, (self.network.clone(), self.seen_book.clone()))
        });
        let observed = match (self.observe(tick, readiness), before) {
            (Err(error), Some((modules, seen))) => {
                (self.miner_cycle, self.derivatives_pressure, self.microstructure) = modules;
                (self.network, self.seen_book) = seen;
                return Err(error);
            }
            (observed, _) => observed?,
        };
        self.cadence = cadence;
        self.conclude(tick, observed)
    }

    fn observe(
        &mut self,
        tick: &Tick,
        readiness: impl FnOnce(&OrderBook) -> Result<Option<Fraction>, Error>,
    ) -> Result<Observed, Error> {
        let network = self.of_network(tick)?;
        let derivatives = match &tick.derivatives {
            Some(snapshot) => say(&mut self.derivatives_pressure, snapshot).at("derivatives")?,
            None => nothing(ModuleName::DerivativesPressure),
        };
        let books = self.of_books(tick)?;
        let readiness = self.fresh_book(tick.bar.time_ms.to_ms()).map(readiness).transpose()?.flatten();
        Ok(Observed { network, derivatives, books, readiness })
    }

    fn conclude(&mut self, tick: &Tick, observed: Observed) -> Result<Evaluation, Error> {
        let bar = &tick.bar;
        let mut assessments = vec![
            say(&mut self.regime, bar)?,
            say(&mut self.breakout, bar)?,
            say(&mut self.confluence, bar)?,
            say(&mut self.layers, bar)?,
            observed.network,
            say(&mut self.pattern, bar)?,
            observed.derivatives,
            observed.books,
        ];
        let price = ScoredPrice::new(bar.time_ms, bar.close, Finite::new(self.score)?);
        let size = self.bandit_sizing.update(&price)?;
        assessments.push(self.bandit_sizing.assess(&size));
        let mut opinions = Opinions::new(bar.time_ms, bar.close);
        for assessment in &assessments {
            opinions.add(assessment);
        }
        opinions.readiness = observed.readiness;
        let known = size.status == AssessmentStatus::Ok;
        opinions.bandit_fraction = known.then(|| Fraction::new(size.size_fraction)).transpose()?;
        let ensemble = self.ensemble.update(&opinions)?;
        assessments.push(self.ensemble.assess(&ensemble));
        // The bandit learns from what the ensemble said before its choice: no circle.
        self.score = if ensemble.status == AssessmentStatus::Ok { ensemble.score } else { 0.0 };
        let book = self.fresh_book(bar.time_ms.to_ms()).cloned();
        Ok(Evaluation { assessments, ensemble, book })
    }

    fn of_network(&mut self, tick: &Tick) -> Result<Assessment, Error> {
        let now = tick.bar.time_ms.to_ms();
        if let Some(day) = &tick.network {
            if self.interval != Interval::DAY {
                let fault = hashinsight_units::Fault::new("signals.network", hashinsight_units::Problem::Unsupported);
                return Err(fault.at("network").allowed("bars of one day").into());
            }
            self.network = Some((now, say(&mut self.miner_cycle, day).at("network")?));
        }
        Ok(match &self.network {
            Some((time, assessment)) => assessment.clone().aged(now - time, self.max_age_ms),
            None => nothing(ModuleName::MinerCycle),
        })
    }

    fn of_books(&mut self, tick: &Tick) -> Result<Assessment, Error> {
        for book in &tick.books {
            if let Some(top) = top(book)? {
                self.seen_book = Some((say(&mut self.microstructure, &top).at("book")?, book.clone()));
            }
        }
        let now = tick.bar.time_ms.to_ms();
        Ok(match &self.seen_book {
            Some((assessment, book)) => assessment.clone().aged(now - book.time_ms().to_ms(), self.max_age_ms),
            None => nothing(ModuleName::Microstructure),
        })
    }

    fn fresh_book(&self, now: i64) -> Option<&OrderBook> {
        let book = self.seen_book.as_ref().map(|(_, book)| book)?;
        (now - book.time_ms().to_ms() <= self.max_age_ms).then_some(book)
    }
}

/// What does not come with every bar.
struct Observed {
    network: Assessment,
    derivatives: Assessment,
    books: Assessment,
    readiness: Option<Fraction>,
}

fn say<M: Module>(module: &mut M, event: &M::Event) -> Result<Assessment, Error> {
    let output = module.update(event)?;
    Ok(module.assess(&output))
}

fn nothing(module: ModuleName) -> Assessment {
    Assessment::without_score(module, AssessmentStatus::NoData)
}

/// The best levels of a book; none where a side is empty.
fn top(book: &OrderBook) -> Result<Option<TopOfBook>, Error> {
    let best = |side: &hashinsight_market::Levels| Some((*side.price.first()?, *side.size_base.first()?));
    let Some(((bid, bids), (ask, asks))) = best(book.bids()).zip(best(book.asks())) else { return Ok(None) };
    let price = |value| AssetPrice::new(value).at("book");
    // Sizes of a book may be a little beyond those of a position.
    let size = |value| Quantity::new(value).at("book");
    Ok(Some(TopOfBook::new(book.time_ms(), price(bid)?, size(bids)?, price(ask)?, size(asks)?)))
}

/// An error at its place in the history: of a bar at its row, of anything else at its name.
pub(crate) fn placed(error: Error, row: usize) -> Error {
    let is_elsewhere = ["network", "derivatives", "book"].iter().any(|name| error.path().as_str().starts_with(name));
    if is_elsewhere { error } else { error.in_row(row).at("bars") }
}
