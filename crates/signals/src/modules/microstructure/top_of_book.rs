//! The top of the book over time: `e_t = [b_t >= b_(t-1)] B_t - [b_t <= b_(t-1)] B_(t-1) - [a_t <= a_(t-1)] A_t + [a_t >= a_(t-1)] A_(t-1)` with best
//! bid `b`, best ask `a` and their sizes `B`, `A`: the order flow that moves prices (Cont, Kukanov and Stoikov 2014).

use std::collections::VecDeque;

use hashinsight_numerics::state::impossible;
use hashinsight_numerics::stream::Stream;
use hashinsight_units::json::Told;
use hashinsight_units::{AssetPrice, Error, Quantity, Record, Timestamp};

use crate::modules::{Assessment, AssessmentStatus, Module, ModuleName};
use crate::refuse::{out_of_range, refuse};

/// Inputs of [`Microstructure`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MicrostructureParams {
    /// Number of changes of the book over which the flow is added up.
    #[record(default = 1, range = 1..=10_000, example = 1)]
    pub length: u32,
}

/// Best bid and best ask with their sizes at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = TopOfBookColumns)]
#[non_exhaustive]
pub struct TopOfBook {
    /// Instant of the book, in Unix milliseconds: after the one before it.
    #[record(example = 1_713_571_200_000)]
    pub time_ms: Timestamp,
    /// Highest price that a buyer pays, in quote currency per unit of base.
    #[record(example = 99.9)]
    pub bid: AssetPrice,
    /// Size at the best bid, in units of base.
    #[record(example = 5)]
    pub bid_size_base: Quantity,
    /// Lowest price that a seller asks, in quote currency per unit of base: at least the bid.
    #[record(example = 100.1)]
    pub ask: AssetPrice,
    /// Size at the best ask, in units of base.
    #[record(example = 3)]
    pub ask_size_base: Quantity,
}

/// Output of [`Microstructure`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = MicrostructureTable)]
#[non_exhaustive]
pub struct MicrostructureOutput {
    /// Score of the module: always 0, a plan has no direction.
    pub score: f64,
    /// Confidence in what the book says: 1, as it is there.
    pub confidence: f64,
    /// Status of the assessment.
    pub status: AssessmentStatus,
    /// Contribution of the clamp: always 0.
    pub clamp_contribution: f64,
    /// Quoted spread as a fraction of the mid.
    pub spread: f64,
    /// Imbalance of the two sizes, from -1 (all asked) to 1 (all bid).
    pub imbalance: f64,
    /// Microprice, the mid weighted by the size of the other side, in quote currency per unit of base.
    pub microprice: f64,
    /// Order flow of the last `length` changes of the book, in units of base: buying is positive; NaN before so many.
    pub flow_base: f64,
}

/// Spread, imbalance, microprice and order flow, book by book: what module H sees of a book.
///
/// ```
/// use hashinsight_numerics::stream::batch;
/// use hashinsight_signals::modules::microstructure::{Microstructure, MicrostructureParams, TopOfBook};
/// use hashinsight_units::{AssetPrice, Quantity, Timestamp};
/// let book = |ms, bid_size, ask_size| -> Result<TopOfBook, hashinsight_units::Error> {
///     let (bid, ask) = (AssetPrice::new(99.9)?, AssetPrice::new(100.1)?);
///     Ok(TopOfBook::new(Timestamp::from_ms(ms)?, bid, Quantity::new(bid_size)?, ask, Quantity::new(ask_size)?))
/// };
/// let flows = batch::<Microstructure>(&MicrostructureParams::new(), &[book(1_713_571_200_000, 5.0, 3.0)?, book(1_713_571_200_001, 7.0, 2.0)?])?;
/// assert_eq!(flows[1].flow_base, 3.0); // two more are bid, one less is asked
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Microstructure(MicrostructureParams, MicrostructureState);

/// The book before, and the flows since.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct MicrostructureState {
    before: Option<(i64, [f64; 4])>,
    flows: VecDeque<f64>,
}

impl Stream for Microstructure {
    const PATH: &'static str = "signals.microstructure";
    type Params = MicrostructureParams;
    type State = MicrostructureState;
    type Event = TopOfBook;
    type Output = MicrostructureOutput;

    fn resume(params: &MicrostructureParams, state: MicrostructureState) -> Result<Self, Error> {
        params.check()?;
        let bids_below_asks = !matches!(state.before, Some((_, [bid, _, ask, _])) if !(bid > 0.0 && bid <= ask));
        let few = state.flows.len() <= params.length as usize && state.flows.iter().all(|flow| flow.is_finite());
        if bids_below_asks && few { Ok(Self(params.clone(), state)) } else { Err(impossible("book")) }
    }

    fn parts(&self) -> (&MicrostructureParams, &MicrostructureState) {
        (&self.0, &self.1)
    }

    fn update(&mut self, event: &TopOfBook) -> Result<MicrostructureOutput, Error> {
        let Self(MicrostructureParams { length }, MicrostructureState { before, flows }) = self;
        let time = event.time_ms.to_ms();
        let now @ [bid, bids, ask, asks] =
            [event.bid.get(), event.bid_size_base.get(), event.ask.get(), event.ask_size_base.get()];
        if bid > ask {
            return Err(refuse("ask", ask, format!("at least the bid {}", Told(bid))));
        }
        if let Some((last, earlier)) = before {
            if time <= *last {
                return Err(out_of_range("time_ms", time, format!("after the book before it, {last}")));
            }
            if flows.len() == *length as usize {
                flows.pop_front();
            }
            flows.push_back(flow(earlier, &now));
        }
        *before = Some((time, now));
        let full = flows.len() == *length as usize;
        Ok(MicrostructureOutput {
            score: 0.0,
            confidence: 1.0,
            status: AssessmentStatus::Ok,
            clamp_contribution: 0.0,
            spread: (ask - bid) / f64::midpoint(bid, ask),
            imbalance: (bids - asks) / (bids + asks),
            microprice: (bid * asks + ask * bids) / (bids + asks),
            flow_base: if full { flows.iter().fold(0.0, |sum, flow| sum + flow) } else { f64::NAN },
        })
    }
}

impl Module for Microstructure {
    const NAME: ModuleName = ModuleName::Microstructure;

    fn assess(&self, output: &MicrostructureOutput) -> Assessment {
        Assessment::new(Self::NAME, output.status, output.confidence, output, [])
    }
}

/// What was bought, less what was sold, between two books `[bid, bid size, ask, ask size]`.
fn flow(before: &[f64; 4], now: &[f64; 4]) -> f64 {
    let of = |holds: bool, size: f64| if holds { size } else { 0.0 };
    let bought = of(now[0] >= before[0], now[1]) - of(now[0] <= before[0], before[1]);
    let sold = of(now[2] <= before[2], now[3]) - of(now[2] >= before[2], before[3]);
    bought - sold
}
