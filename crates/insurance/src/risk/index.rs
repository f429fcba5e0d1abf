//! The risk index: a scorecard of nine factors from 0 to 100.
//!
//! ```text
//! index = 50 + sum of contributions,   contribution = sign * weight * (score - 50),   weights add up to 1
//! ```
//!
//! It orders requests for a desk; it is no probability, and no part of a premium. Weights and signs are data that the insurer declares: a
//! factor that raises the risk counts up, one that lowers it counts down, whatever the others are. A factor without a score counts nothing,
//! and the weight of those that have one is told as coverage.

use hashinsight_numerics::clamp;
use hashinsight_units::record::Word;
use hashinsight_units::{At, Error, Fraction, Problem, Record};

use crate::refuse::{refuse, tell};

/// Factor of the risk index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum IndexFactor {
    /// Depth of the order book.
    LiquidityDepth,
    /// Kind of the cover.
    PolicyType,
    /// Fraction of the holder's trades that won.
    WinRate,
    /// Margin that the holder has left.
    MarginBalance,
    /// Relative strength index of the price.
    Rsi,
    /// Nearness of support and resistance.
    SupportPressure,
    /// Sentiment of the market.
    MarketSentiment,
    /// News and regulation.
    PolicyEnvironment,
    /// Volatility of the price.
    PriceVolatility,
}

impl IndexFactor {
    /// The nine factors.
    pub const ALL: [Self; 9] = [
        Self::LiquidityDepth,
        Self::PolicyType,
        Self::WinRate,
        Self::MarginBalance,
        Self::Rsi,
        Self::SupportPressure,
        Self::MarketSentiment,
        Self::PolicyEnvironment,
        Self::PriceVolatility,
    ];

    fn name(self) -> &'static str {
        Self::WORDS[usize::from(self.code())]
    }
}

/// Sign of a factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum IndexSign {
    /// A higher score is a higher risk.
    Raises,
    /// A higher score is a lower risk.
    Lowers,
}

/// Factor of the index as the insurer declares it, and its score.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct IndexTerm {
    /// Factor of the index.
    #[record(example = "price_volatility")]
    pub factor: IndexFactor,
    /// Weight of the factor; all weights add up to 1.
    #[record(example = 0.1)]
    pub weight: Fraction,
    /// Sign of the factor.
    #[record(example = "raises")]
    pub sign: IndexSign,
    /// Score of the factor, 0 to 100. Absent: not known.
    pub score: Option<f64>,
}

/// Inputs of [`risk_index`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RiskIndexRequest {
    /// Nine factors, each once, with declared weights and signs.
    pub factors: Vec<IndexTerm>,
}

/// Contribution of a factor to the risk index.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct IndexContribution {
    /// Factor of the index.
    #[record(example = "price_volatility")]
    pub factor: IndexFactor,
    /// Points that the factor adds to the index or takes from it.
    #[record(example = 3.5)]
    pub contribution: f64,
}

/// Result of [`risk_index`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RiskIndex {
    /// Points of a request of which nothing speaks for or against it.
    #[record(example = 50)]
    pub base: f64,
    /// Contributions of the factors, in the order of the request; those without a score are 0.
    pub contributions: Vec<IndexContribution>,
    /// Weight of the factors that have a score.
    #[record(example = 1)]
    pub coverage: f64,
    /// Risk index from 0 to 100: base and contributions. Absent: no factor that counts has a score.
    pub index: Option<f64>,
}

/// Points of a request of which nothing is said.
const BASE: f64 = 50.0;

/// The risk index of nine factors, with what each contributes.
///
/// ```
/// use hashinsight_insurance::risk::{IndexFactor, IndexSign, IndexTerm, RiskIndexRequest, risk_index};
/// use hashinsight_units::Fraction;
/// // The scores that the dashboard of the original shows; it declares neither weights nor signs, so here all weigh alike.
/// let scores = [93.0, 75.0, 63.0, 58.0, 40.0, 40.0, 31.0, 28.0, 15.0];
/// let term = |(factor, score): (IndexFactor, f64)| {
///     let raises = matches!(factor, IndexFactor::PolicyType | IndexFactor::Rsi | IndexFactor::PriceVolatility);
///     let sign = if raises { IndexSign::Raises } else { IndexSign::Lowers };
///     IndexTerm::new(factor, Fraction::new(1.0 / 9.0).unwrap(), sign).score(score)
/// };
/// let factors = IndexFactor::ALL.into_iter().zip(scores).map(term).collect();
/// let found = risk_index(&RiskIndexRequest::new(factors))?;
/// assert_eq!(format!("{:.2}", found.index.unwrap()), "46.33"); // (130 + 600 - 313) / 9
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insurance.factors.length` unless there are nine, `insurance.factor.several` for one that is named twice;
/// `insurance.weight.out_of_range` unless weights add up to 1, `insurance.score.out_of_range` for a score outside of 0 to 100.
pub fn risk_index(request: &RiskIndexRequest) -> Result<RiskIndex, Error> {
    let factors = &request.factors;
    if factors.len() != IndexFactor::ALL.len() {
        return Err(crate::refuse::length("factors", factors.len(), IndexFactor::ALL.len()));
    }
    for (index, term) in factors.iter().enumerate() {
        if factors[..index].iter().any(|other| other.factor == term.factor) {
            let allowed = "each of the nine factors once";
            return Err(tell("factor", Problem::Several, term.factor.name(), allowed)).index(index).at("factors");
        }
        if let Some(score) = term.score.filter(|score| !(0.0..=100.0).contains(score)) {
            return Err(refuse("score", score, "0 to 100")).index(index).at("factors");
        }
    }
    let total = factors.iter().fold(0.0, |sum, term| sum + term.weight.get());
    if (total - 1.0).abs() > 1e-9 {
        return Err(refuse("weight", total, "weights that add up to 1").at("factors"));
    }
    let known = |term: &&IndexTerm| term.score.is_some();
    let coverage = factors.iter().filter(known).fold(0.0, |sum, term| sum + term.weight.get());
    // What is not known does not count: the others share its weight.
    let share = |weight: f64| if coverage > 0.0 { weight / coverage } else { 0.0 };
    let contribution = |term: &IndexTerm| {
        let sign = if term.sign == IndexSign::Raises { 1.0 } else { -1.0 };
        let points = term.score.map_or(0.0, |score| sign * share(term.weight.get()) * (score - BASE));
        IndexContribution { factor: term.factor, contribution: points + 0.0 }
    };
    let contributions: Vec<IndexContribution> = factors.iter().map(contribution).collect();
    let index = contributions.iter().fold(BASE, |sum, part| sum + part.contribution);
    let index = clamp(index, 0.0, 100.0); // the last bit of rounding
    Ok(RiskIndex { base: BASE, contributions, coverage, index: Some(index).filter(|_| coverage > 0.0) })
}
