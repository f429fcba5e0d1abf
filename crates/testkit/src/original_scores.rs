//! The scoring that these modules replace, as far as its outcome depends on it: which scores and confidences each of its nine modules can give, and
//! how they are put together. It is here for comparison alone, and for the proof that it could never advise a sale.
//!
//! ```text
//! sell score = min(100, max(0, 50 + 50 f)),   f = sum of w c s / sum of w c
//! SELL from 70 (f = 0.4) on, WATCH from 50 on, else HOLD
//! ```
//!
//! What excludes what *between* modules is ignored, and where the rules leave open which confidence goes with a score, both are taken: the sets
//! are too large rather than too small.

/// A score, and the confidence that goes with it.
pub type Opinion = (f64, f64);

/// What one of its modules can say.
#[derive(Clone, Debug)]
pub struct OriginalModule {
    /// Name.
    pub name: &'static str,
    /// Weight.
    pub weight: f64,
    /// Every pair of score and confidence that its rules can give.
    pub opinions: Vec<Opinion>,
}

/// Score from which it said SELL.
pub const ORIGINAL_SELLS_FROM: f64 = 70.0;

fn choices<const N: usize>(counts: [usize; N]) -> impl Iterator<Item = [usize; N]> {
    (0..counts.iter().product()).map(move |mut number: usize| {
        counts.map(|count| {
            let choice = number % count;
            number /= count;
            choice
        })
    })
}

/// The nine modules with their default weights.
pub fn original_modules() -> Vec<OriginalModule> {
    let module = |name, weight, opinions| OriginalModule { name, weight, opinions };
    let regime = [0.2, 0.0, 0.15, -0.3, -0.15].map(|score| (score, 0.7)).to_vec();
    // Volume, RSI, wick and volatility near a band; without the first two the confidence is not known: the inactive one's, or any.
    let exhaustion = std::iter::once((0.0, 0.3)).chain(choices([2, 3, 2, 2]).flat_map(|[volume, rsi, wick, range]| {
        let score = [0.0, 0.2][volume] + [0.0, 0.1, 0.25][rsi] + [0.0, 0.15][wick] + [0.0, 0.1][range];
        match (volume, rsi) {
            (_, 2) => vec![(score, 0.85)],
            (1, _) => vec![(score, 0.8)],
            _ => vec![(score, 0.3), (score, 0.8)],
        }
    }));
    let confluence = vec![(0.0, 0.6), (0.25, 0.7), (0.3, 0.8)];
    let layers = choices([2, 2]).map(|[wide, weak]| (-0.1 * wide as f64 - 0.05 * weak as f64, 0.8));
    // Puell multiple (its third step is that above 2 which the place in the year adds to), rank of the hashprice, the year, the average.
    let miners = choices([5, 4, 2, 2]).map(|[puell, rank, year, average]| {
        let score = [0.4, 0.25, 0.1, 0.1, -0.1][puell] + [0.2, 0.1, 0.0, -0.1][rank] + [0.0, 0.1][average];
        let confidence = [0.9, 0.8, 0.6, 0.6, 0.6][puell];
        if year == 1 && puell < 3 { (score + 0.15, 0.85) } else { (score, confidence) }
    });
    // Narrow, middle or wide bands; no break, a break, a break with volume; distance of the averages.
    let pattern = choices([3, 3, 2]).map(|[bands, broken, apart]| {
        let (score, confidence) = match (bands, broken) {
            (0, 2) => (0.2, 0.75),
            (0, 1) => (0.1, 0.6),
            (2, 1 | 2) => (0.15, 0.6),
            _ => (0.0, 0.6),
        };
        if apart == 1 { (score + 0.1, 0.7) } else { (score, confidence) }
    });
    let derivatives = choices([3, 3, 2]).map(|[funding, rsi, high]| {
        let (score, confidence) = [(0.0, 0.5), (0.15, 0.5), (0.3, 0.7)][funding];
        match (rsi, high) {
            (0, _) => (score + 0.15, 0.6),
            (2, 1) => (score + 0.1, confidence),
            _ => (score, confidence),
        }
    });
    let microstructure = choices([3, 2, 2])
        .map(|[slippage, range, sure]| ([-0.1, 0.0, 0.05][slippage] - 0.05 * range as f64, [0.8, 0.85][sure]));
    let bandit = [-0.1, 0.0, 0.1].map(|score| (score, 0.7)).to_vec();
    vec![
        module("regime", 0.15, regime),
        module("exhaustion", 0.12, exhaustion.collect()),
        module("confluence", 0.12, confluence),
        module("layers", 0.1, layers.collect()),
        module("miners", 0.12, miners.collect()),
        module("pattern", 0.1, pattern.collect()),
        module("derivatives", 0.08, derivatives.collect()),
        module("microstructure", 0.06, microstructure.collect()),
        module("bandit", 0.08, bandit),
    ]
}

/// Its sell score of an opinion of each module.
pub fn original_sell_score(modules: &[OriginalModule], opinions: &[Opinion]) -> f64 {
    let terms = || modules.iter().zip(opinions);
    let weighed = terms().fold(0.0, |sum, (module, (score, confidence))| sum + module.weight * confidence * score);
    let weight = terms().fold(0.0, |sum, (module, (_, confidence))| sum + module.weight * confidence);
    50.0 + 50.0 * (weighed / weight)
}

/// The opinions of which `sum of w c (s - level)` is the greatest (or the least, for `side` -1), and that sum: above 0 for some opinions exactly
/// where a mean beyond `level` can be reached (Dinkelbach 1967), and each module's part is by itself.
pub fn original_extreme(modules: &[OriginalModule], level: f64, side: f64) -> (Vec<Opinion>, f64) {
    let mut sum = 0.0;
    let of = |module: &OriginalModule| {
        let part = |(score, confidence): Opinion| module.weight * confidence * (score - level);
        let mut best = module.opinions[0];
        for opinion in &module.opinions {
            if side * part(*opinion) > side * part(best) {
                best = *opinion;
            }
        }
        sum += part(best);
        best
    };
    (modules.iter().map(of).collect(), sum)
}
