//! Models of the price, and of an exchange that fails.

use hashinsight_derivatives::pricing::{KouJumps, MertonJumps};
use hashinsight_derivatives::simulate::JumpModel;
use hashinsight_units::{Currency, Finite, Intensity, Rate, Record, Volatility, Years};

/// Geometric Brownian motion.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct GbmModel {
    /// Volatility per square root of a year.
    #[record(example = 0.65)]
    pub volatility: Volatility,
}

/// Jumps with exponential tails (Kou 2002): by transform for one level that is watched from now on and for a gap, by simulation otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct KouModel {
    /// Volatility between jumps, per square root of a year; above 0.
    #[record(example = 0.55)]
    pub volatility: Volatility,
    /// Jumps of the price.
    #[record(flatten)]
    pub jumps: KouJumps,
    /// Seed of the random numbers where there is no transform and paths are drawn, 64 bits.
    #[record(digits, default = 1)]
    pub seed: u64,
    /// Number of antithetic pairs of paths where paths are drawn.
    #[record(range = 2..=10_000_000, default = 8192)]
    pub pairs: u32,
}

/// Normal jumps (Merton 1976), by simulation from jump to jump.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MertonModel {
    /// Volatility between jumps, per square root of a year; above 0.
    #[record(example = 0.55)]
    pub volatility: Volatility,
    /// Jumps of the price.
    #[record(flatten)]
    pub jumps: MertonJumps,
    /// Seed of the random numbers, 64 bits.
    #[record(digits, example = "20260531")]
    pub seed: u64,
    /// Number of antithetic pairs of paths.
    #[record(range = 2..=10_000_000, default = 8192)]
    pub pairs: u32,
}

/// How the price of one coin moves.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CoinMotion {
    /// Coin that moves.
    #[record(example = "BTC")]
    pub coin: Currency,
    /// Volatility per square root of a year.
    #[record(example = 0.65)]
    pub volatility: Volatility,
    /// Drift of the price per year under the measure of the market. Absent: that of the market.
    pub drift_per_year: Option<Rate>,
}

/// Correlated geometric Brownian motions of the coins of an account, by simulation in steps: for its liquidation and its margin call.
///
/// ```
/// use hashinsight_derivatives::margin::{
///     AccountCollateral, AccountContract, AccountPosition, ContractKind, MaintenanceSchedule, MarginAccountRequest, Side, Venue,
/// };
/// use hashinsight_insurance::actuarial::PremiumPrinciple;
/// use hashinsight_insurance::cover::{
///     Basis, Cover, CoveredAccount, CoveredSum, Peril, PriceKind, PriceTrigger, Terms,
/// };
/// use hashinsight_insurance::quote::{CoinMotion, CoinsModel, Loadings, PriceModel, QuoteMarket, QuoteRequest, quote};
/// use hashinsight_units::{
///     AssetPrice, Balance, Collateral, Finite, Fraction, Quantity, Rate, Timestamp, Volatility,
/// };
/// // A bitcoin and ten ether long on 12,000: neither price says alone when the account is liquidated.
/// let price = |value| AssetPrice::new(value).unwrap();
/// let flat = MaintenanceSchedule::Flat { rate: Fraction::new(0.005)?, deduction: Collateral::new(0.0)? };
/// let contract = |name: &str, coin: &str, mark| {
///     AccountContract::new(name.parse().unwrap(), coin.parse().unwrap(), ContractKind::Linear, price(mark), flat.clone())
/// };
/// let long = |name: &str, quantity, entry| {
///     AccountPosition::new(name.parse().unwrap(), Side::Long, Quantity::new(quantity).unwrap(), price(entry))
/// };
/// let account = MarginAccountRequest::new(
///     Venue::BinanceUsdm,
///     "USDT".parse()?,
///     vec![contract("BTCUSDT", "BTC", 60_000.0), contract("ETHUSDT", "ETH", 3_000.0)],
///     vec![long("BTCUSDT", 1.0, 60_000.0), long("ETHUSDT", 10.0, 3_000.0)],
///     vec![AccountCollateral::new("USDT".parse()?, Balance::new(12_000.0)?)],
/// );
/// let mark = PriceTrigger::new("binance_usdm".parse()?, "BTCUSDT".parse()?, PriceKind::Mark);
/// let at = |days: i64| Timestamp::from_ms(1_780_272_000_000 + days * 86_400_000).unwrap();
/// let half = CoveredSum::Fraction { of_loss: "0.5".parse().unwrap() };
/// let week = Terms::new(at(0), at(7), half, Basis::Indemnity, "USDT".parse()?);
/// let cover = Cover::new("C-1".parse()?, CoveredAccount::Account(account), Peril::Liquidation(mark), week);
/// assert!(cover.frozen()?.levels.is_empty());
/// let motion = |coin: &str, volatility| CoinMotion::new(coin.parse().unwrap(), Volatility::new(volatility).unwrap());
/// let ask = |correlation: f64| {
///     let matrix = [[1.0, correlation], [correlation, 1.0]].map(|row| row.map(|value| Finite::new(value).unwrap()).to_vec());
///     let model = CoinsModel::new(vec![motion("BTC", 0.65), motion("ETH", 0.85)], matrix.to_vec(), 1).pairs(512);
///     let market = QuoteMarket::new(at(0), price(60_000.0), Rate::new(0.04).unwrap());
///     let loadings = Loadings::new(PremiumPrinciple::StandardDeviation(0.1));
///     quote(&QuoteRequest::new(cover.clone(), market, PriceModel::Coins(model), loadings))
/// };
/// let (together, apart) = (ask(0.9)?.price, ask(0.0)?.price);
/// assert!(together.hit_probability > apart.hit_probability);
/// assert_eq!(together.simulation.unwrap().pairs, 512);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CoinsModel {
    /// Coins that the account follows, each once.
    pub coins: Vec<CoinMotion>,
    /// Correlations of the moves of the logarithms, a row per coin in their order: 1 on the diagonal, the same on both sides of it.
    pub correlation: Vec<Vec<Finite>>,
    /// Seed of the random numbers, 64 bits.
    #[record(digits, example = "20260531")]
    pub seed: u64,
    /// Number of antithetic pairs of paths.
    #[record(range = 2..=10_000_000, default = 8192)]
    pub pairs: u32,
    /// Equal steps of the watch, an even number: what half of them would change is the bound of the bias.
    #[record(range = 2..=4096, default = 64)]
    pub steps: u32,
}

/// Hazard rates of an exchange.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HazardModel {
    /// Hazard rates: defaults per year in each segment of time from the market on; the last one goes on.
    pub hazards_per_year: Vec<Intensity>,
    /// Ends of all segments but the last, in years from the market: rising, one fewer than the hazards.
    #[record(default = Vec::new())]
    pub segment_ends_years: Vec<Years>,
}

/// Model that a cover is priced by.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum PriceModel {
    /// Geometric Brownian motion, in closed form.
    Gbm(GbmModel),
    /// Jumps with exponential tails, by transform or simulation.
    Kou(KouModel),
    /// Normal jumps, by simulation.
    Merton(MertonModel),
    /// Correlated geometric Brownian motions of the coins of an account, by simulation.
    Coins(CoinsModel),
    /// Hazard rates of an exchange, in closed form.
    Hazard(HazardModel),
}

/// Kind of a model, without its figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum ModelKind {
    /// Geometric Brownian motion.
    Gbm,
    /// Jumps with exponential tails.
    Kou,
    /// Normal jumps.
    Merton,
    /// Correlated geometric Brownian motions of several coins.
    Coins,
    /// Hazard rates of an exchange.
    Hazard,
}

/// What paths of a price that jumps are drawn from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paths {
    pub(super) volatility: Volatility,
    pub(super) jumps: JumpModel,
    pub(super) seed: u64,
    pub(super) pairs: u32,
}

impl KouModel {
    pub(super) const fn paths(&self) -> Paths {
        let Self { volatility, jumps, seed, pairs } = *self;
        Paths { volatility, jumps: JumpModel::Kou(jumps), seed, pairs }
    }
}

impl MertonModel {
    pub(super) const fn paths(&self) -> Paths {
        let Self { volatility, jumps, seed, pairs } = *self;
        Paths { volatility, jumps: JumpModel::Merton(jumps), seed, pairs }
    }
}

impl PriceModel {
    /// Kind of the model.
    pub const fn kind(&self) -> ModelKind {
        match self {
            Self::Gbm(_) => ModelKind::Gbm,
            Self::Kou(_) => ModelKind::Kou,
            Self::Merton(_) => ModelKind::Merton,
            Self::Coins(_) => ModelKind::Coins,
            Self::Hazard(_) => ModelKind::Hazard,
        }
    }

    /// Name of the model in documents.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Gbm(_) => "gbm",
            Self::Kou(_) => "kou",
            Self::Merton(_) => "merton",
            Self::Coins(_) => "coins",
            Self::Hazard(_) => "hazard",
        }
    }
}
