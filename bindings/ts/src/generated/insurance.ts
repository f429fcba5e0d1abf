// Generated from the operation table by `cargo xtask gen`.

import { type Columns, Job, type JobOptions, type Words, document, runColumns, runJob } from "../core.js";
import type { derivatives } from "./derivatives.js";
import type { market } from "./market.js";
import type { units } from "./units.js";

/** Types of the domain. */
export declare namespace insurance {
  /** Finitely many amounts of loss with their probabilities. */
  export interface DiscreteLoss {
    /** Amounts of loss, rising, from 0 on. */
    readonly amounts: Float64Array | readonly (number)[];
    /** Probabilities of the amounts; their sum is 1 to within 1e-9. */
    readonly probabilities: Float64Array | readonly (number)[];
  }

  /** Exponential loss. */
  export interface ExponentialLoss {
    /** Mean loss, above 0. */
    readonly mean: number;
  }

  /** Mixture of exponential losses. */
  export interface MixedExponentialLoss {
    /** Weights of the components, above 0; their sum is 1 to within 1e-9. */
    readonly weights: Float64Array | readonly (number)[];
    /** Mean losses of the components, above 0, all different. */
    readonly means: Float64Array | readonly (number)[];
  }

  /** Lognormal loss: its logarithm is normal. */
  export interface LognormalLoss {
    /** Mean of the logarithm of the loss. [from -40.0 to 40.0] */
    readonly mu: number;
    /** Standard deviation of the logarithm of the loss. [from 0.001 to 10.0] */
    readonly sigma: number;
  }

  /** Pareto loss of the second kind: `P(X > x) = (1 + x / scale)^-shape`. */
  export interface ParetoLoss {
    /** Shape: the mean exists above 1, the variance above 2. [from 0.05 to 1000.0] */
    readonly shape: number;
    /** Scale, above 0. */
    readonly scale: number;
  }

  /**
   * Distribution of one loss, in units of currency.
   * - `discrete`: Finitely many amounts with their probabilities.
   * - `exponential`: Exponential.
   * - `mixed_exponential`: Mixture of exponentials.
   * - `lognormal`: Lognormal.
   * - `pareto`: Pareto of the second kind, from 0 (Lomax).
   */
  export type Severity =
    | { readonly discrete: DiscreteLoss }
    | { readonly exponential: ExponentialLoss }
    | { readonly mixed_exponential: MixedExponentialLoss }
    | { readonly lognormal: LognormalLoss }
    | { readonly pareto: ParetoLoss };

  /**
   * Premium principle with its parameter.
   * - `expected_value`: Expected value with this relative loading, from 0 on.
   * - `standard_deviation`: Expected value plus this multiple of the standard deviation, from 0 on.
   * - `variance`: Expected value plus this multiple of the variance, per unit of currency, from 0 on.
   * - `esscher`: Esscher's principle with this parameter per unit of currency, above 0.
   * - `exponential`: Exponential utility with this risk aversion per unit of currency, above 0.
   * - `proportional_hazard`: Proportional hazards with this index, from 1 on.
   * - `wang`: Wang's transform with this market price of risk, from 0 on.
   * - `expected_shortfall`: Expected shortfall (tail value at risk) at this level, from 0 to below 1.
   * - `dual_power`: Dual power with this exponent, from 1 on.
   */
  export type PremiumPrinciple =
    | { readonly expected_value: number }
    | { readonly standard_deviation: number }
    | { readonly variance: number }
    | { readonly esscher: number }
    | { readonly exponential: number }
    | { readonly proportional_hazard: number }
    | { readonly wang: number }
    | { readonly expected_shortfall: number }
    | { readonly dual_power: number };

  /** Premium by one principle. */
  export interface PrinciplePremium {
    /** Premium, in units of currency; `unbounded` where the tail is too heavy for it, `undefined` where the principle has no number. */
    readonly premium: units.Outcome;
    /** Relative loading: premium over expected loss, less 1. */
    readonly loading: units.Outcome;
  }

  /** Result of `premiums`. */
  export interface PremiumsReport {
    /** Expected loss, the pure premium, in units of currency. */
    readonly mean: units.Outcome;
    /** Variance of the loss, in squared units of currency. */
    readonly variance: units.Outcome;
    /** Premiums, in the order of the principles. */
    readonly premiums: readonly (PrinciplePremium)[];
  }

  /** Part of each loss that a contract pays: what exceeds the retention, up to the limit, times the share. */
  export interface Layer {
    /** Amount of each loss that is kept before the layer pays, in units of currency. [0.0 where absent] */
    readonly retention?: number | undefined;
    /** Greatest payment for a loss before the share, in units of currency. Absent: without limit. */
    readonly limit?: number | undefined;
    /** Fraction of the layer that the contract pays. [from 0.0 to 1.0; 1.0 where absent] */
    readonly share?: number | undefined;
  }

  /** Cost of one layer. */
  export interface LayerCost {
    /** Mean payment per loss, in units of currency; `unbounded` without limit where the mean loss is. */
    readonly mean_per_loss: units.Outcome;
    /** Mean payment per loss that reaches the layer; `undefined` where none does. */
    readonly mean_per_payment: units.Outcome;
    /** Probability that a loss reaches the layer. */
    readonly payment_probability: number;
  }

  /** Result of `layers`. */
  export interface LayersReport {
    /** Mean of the whole loss, in units of currency. */
    readonly mean: units.Outcome;
    /** Costs of the layers, in the order of the request. */
    readonly layers: readonly (LayerCost)[];
  }

  /**
   * Way in which a loss is brought onto a lattice.
   * - `rounding`: To the nearest lattice point; halves go up.
   * - `lower`: Down: a bound from below of every quantile.
   * - `upper`: Up: a bound from above of every quantile.
   * - `mean_preserving`: Split between the two neighbors so that the mean is kept.
   */
  export type Discretization =
    | "rounding"
    | "lower"
    | "upper"
    | "mean_preserving";

  /** Result of `discretize`. */
  export interface DiscretizeReport {
    /** Probabilities of the lattice points `0, step, 2 step, ...`. */
    readonly probabilities: readonly (number)[];
    /** Probability that fell beyond the last lattice point, which no lattice point holds. */
    readonly beyond: number;
  }

  /** Poisson number of losses. */
  export interface PoissonCount {
    /** Mean number of losses. [from 0.0 to 10000000.0] */
    readonly mean: number;
  }

  /** Negative binomial number of losses, with mean `size * scale` and variance `size * scale * (1 + scale)`. */
  export interface NegativeBinomialCount {
    /** Size `r`: shape of the gamma distribution that mixes the Poisson mean. [from 1e-6 to 10000000.0] */
    readonly size: number;
    /** Scale `c` of the gamma distribution that mixes the Poisson mean. [from 0.0 to 10000000.0] */
    readonly scale: number;
  }

  /** Binomial number of losses. */
  export interface BinomialCount {
    /** Number of risks that can have a loss. [from 0 to 10000000] */
    readonly trials: number;
    /** Probability of a loss of each risk, below 1. [from 0.0 to 0.999999] */
    readonly probability: number;
  }

  /**
   * Distribution of the number of losses in a period.
   * - `poisson`: Poisson: variance equal to the mean.
   * - `negative_binomial`: Negative binomial: variance above the mean; the geometric one has size 1.
   * - `binomial`: Binomial: variance below the mean.
   */
  export type Frequency =
    | { readonly poisson: PoissonCount }
    | { readonly negative_binomial: NegativeBinomialCount }
    | { readonly binomial: BinomialCount };

  /**
   * Way in which losses are added up.
   * - `panjer`: Panjer's recursion: exact on the lattice, in time `points` times the number of loss sizes.
   * - `fft`: Fast Fourier transform with this tilt per lattice point: 0, or about `20 / points`. The number of points is a power of two.
   */
  export type AggregateMethod =
    | "panjer"
    | { readonly fft: number };

  /** Loss at a level of probability. */
  export interface LossAtLevel {
    /** Probability that the loss stays at or below the value at risk. [from 0.0 to 1.0] */
    readonly level: number;
    /**
     * Value at risk, in units of currency: least loss that is exceeded with a probability of at most `1 - level`. `undefined` beyond
     * the lattice.
     */
    readonly value_at_risk: units.Outcome;
    /** Tail value at risk (expected shortfall), in units of currency: mean of the worst `1 - level` of all outcomes. */
    readonly tail_value_at_risk: units.Outcome;
  }

  /** Cost of a stop-loss contract. */
  export interface StopLossPremium {
    /** Amount of the sum of losses that is kept, in units of currency. */
    readonly retention: number;
    /** Mean of what the sum exceeds the retention by, in units of currency. */
    readonly mean_excess: number;
  }

  /** Result of `aggregate_loss`. */
  export interface AggregateReport {
    /** Mean of the sum on the lattice, in units of currency. */
    readonly mean: number;
    /** Variance of the sum on the lattice, in squared units of currency. */
    readonly variance: number;
    /** Mean of the sum without lattice: mean number times mean loss. What the lattice leaves out is the difference. */
    readonly exact_mean: units.Outcome;
    /** Probability beyond the last lattice point. With a transform it is not known, but damped and added elsewhere. */
    readonly beyond: units.Outcome;
    /** Losses at the levels of the request. */
    readonly levels: readonly (LossAtLevel)[];
    /** Costs of the stop-loss contracts of the request, up to the last lattice point. */
    readonly stop_loss: readonly (StopLossPremium)[];
    /** Probability of each lattice point `0, step, 2 step, ...`. Absent: not asked for. */
    readonly probabilities?: readonly (number)[];
  }

  /** Probability of ruin from one initial surplus. */
  export interface RuinProbability {
    /** Initial surplus of the fund, in units of currency. */
    readonly surplus: number;
    /** Lower bound of the probability of ever being ruined. */
    readonly lower: number;
    /** Upper bound of the probability of ever being ruined; the lower one where it is exact. */
    readonly upper: number;
  }

  /** Result of `ruin`. */
  export interface RuinReport {
    /**
     * Adjustment coefficient, per unit of currency: ruin is less probable than `e^(-coefficient surplus)`. `undefined` for losses
     * without exponential moments.
     */
    readonly adjustment_coefficient: units.Outcome;
    /** Whether the probabilities are exact, and not bounds. */
    readonly is_exact: boolean;
    /** Probabilities of ruin, in the order of the surpluses. */
    readonly probabilities: readonly (RuinProbability)[];
  }

  /**
   * Estimator of the variance between groups.
   * - `unbiased`: Unbiased, in closed form.
   * - `iterative`: Iterative (Bichsel and Straub).
   */
  export type BetweenEstimator =
    | "unbiased"
    | "iterative";

  /** Credibility of one group. */
  export interface GroupCredibility {
    /** Mean of the group's own ratios. */
    readonly own_mean: number;
    /** Fraction to which the group's own experience counts. */
    readonly credibility: number;
    /** Credibility premium of the group, in the unit of the ratios. */
    readonly premium: number;
  }

  /** Result of `credibility`. */
  export interface CredibilityReport {
    /** Mean of all groups, in the unit of the ratios. */
    readonly collective: number;
    /** Variance within groups, per unit of weight. */
    readonly within: number;
    /** Variance between groups as estimated; not above 0 where groups do not differ more than chance lets them. */
    readonly between: number;
    /** Credibility constant `k`: weight at which own experience counts half. `unbounded` where groups do not differ. */
    readonly constant: units.Outcome;
    /** Groups, in the order of the request. */
    readonly groups: readonly (GroupCredibility)[];
  }

  /** Payment on a claim. */
  export interface ClaimPayment {
    /** Time at which the claim arose, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly occurred_ms: number | Date | string;
    /** Time of the payment, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly paid_ms: number | Date | string;
    /** Amount of the payment in units of currency, negative for a recovery. [from -1000000000000000.0 to 1000000000000000.0] */
    readonly amount: number;
  }

  /** Result of `triangle`. */
  export interface TriangleReport {
    /** Cumulative payments: a row for each period of origin, an amount for each age, in units of currency. */
    readonly cumulative: readonly (readonly (number)[])[];
  }

  /**
   * Way in which a triangle is completed.
   * - `chain_ladder`: Chain ladder: every origin grows as the older ones did.
   * - `bornhuetter_ferguson`: Bornhuetter and Ferguson: what is still to come is a part of these ultimates of each origin, estimated before.
   * - `cape_cod`: Cape Cod: like Bornhuetter and Ferguson, with ultimates in proportion to these exposures of each origin.
   */
  export type ReserveMethod =
    | "chain_ladder"
    | { readonly bornhuetter_ferguson: Float64Array | readonly (number)[] }
    | { readonly cape_cod: Float64Array | readonly (number)[] };

  /**
   * How the sigma of the last age is found, which one origin alone cannot show.
   * - `mack`: Mack's: `sigma_n^2 = min(sigma_(n-1)^4 / sigma_(n-2)^2, sigma_(n-2)^2, sigma_(n-1)^2)`.
   * - `log_linear`: On the line of the logarithms of the sigmas over the ages.
   */
  export type SigmaExtrapolation =
    | "mack"
    | "log_linear";

  /** Reserve of one period of origin. */
  export interface OriginReserve {
    /** Latest cumulative amount, in units of currency. */
    readonly latest: number;
    /** Factor from the latest age to the ultimate. */
    readonly to_ultimate: number;
    /** Ultimate amount, in units of currency. */
    readonly ultimate: number;
    /** Reserve: ultimate less latest amount, in units of currency. */
    readonly reserve: number;
    /** Standard error of the reserve, in units of currency: Mack's, for chain ladder without a tail. */
    readonly standard_error: units.Outcome;
  }

  /** Result of `reserve`. */
  export interface ReserveReport {
    /** Development factors from each age to the next. */
    readonly factors: readonly (number)[];
    /** Origins, oldest first. */
    readonly origins: readonly (OriginReserve)[];
    /** Sum of the reserves, in units of currency. */
    readonly reserve: number;
    /** Standard error of the sum of the reserves, in units of currency: origins share their factors. */
    readonly standard_error: units.Outcome;
    /** Loss ratio: expected ultimate per exposure, by Cape Cod. Absent for the other methods. */
    readonly loss_ratio?: number;
  }

  /** Lognormal motion of the price up to a horizon. */
  export interface LognormalMove {
    /** Volatility per square root of a year, of the real world. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
    /** Expected growth of the price per year, continuously compounded, of the real world. [1/year, from -10.0 to 10.0; 0.0 where absent] */
    readonly drift_per_year?: number | undefined;
    /** Horizon of the risk, in years of 365 days; above 0. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
  }

  /**
   * Distribution of the return: a model, or past returns.
   * - `lognormal`: Lognormal motion of the price.
   * - `returns`: Past simple returns over the horizon, as fractions: -0.05 is a fall of 5 percent.
   */
  export type ReturnModel =
    | { readonly lognormal: LognormalMove }
    | { readonly returns: Float64Array | readonly (number)[] };

  /** Result of `position_risk`. */
  export interface PositionRiskReport {
    /** Value at risk, in units of currency: a loss is positive, a gain at this level negative. */
    readonly value_at_risk: number;
    /** Expected shortfall, in units of currency: mean loss in the worst `1 - level` of all outcomes. */
    readonly expected_shortfall: number;
  }

  /** One feature of risks: leverage, distance to liquidation in deviations, volatility. */
  export interface RiskFeature {
    /** Name of the feature. */
    readonly name: string;
    /** Values of the feature, one for each risk. */
    readonly values: Float64Array | readonly (number)[];
  }

  /** A fitted score: everything that predicts, and nothing else. It can be stored as JSON and used in another language. */
  export interface RiskModel {
    /** Names of the features, in the order of the exponents. */
    readonly features: readonly (string)[];
    /** Centers that are subtracted from the features. */
    readonly centers: readonly (number)[];
    /** Scales that the features are divided by, above 0. */
    readonly scales: readonly (number)[];
    /** Exponents of the terms: a list for each term, an exponent for each feature. */
    readonly exponents: readonly (readonly (number)[])[];
    /** Coefficients of the terms. */
    readonly coefficients: readonly (number)[];
  }

  /** Result of `fit_risk_score`. */
  export interface FitRiskScoreReport {
    /** Fitted score. */
    readonly model: RiskModel;
    /** Standard errors of the coefficients. Absent: with a ridge, or without more risks than terms. */
    readonly standard_errors?: readonly (number)[];
    /** Standard deviation of the residuals, over risks less terms; `undefined` without more risks than terms. */
    readonly residual_deviation: units.Outcome;
    /** Fraction of the variance of the outcomes that the score explains; `undefined` for outcomes that are all alike. */
    readonly r_squared: units.Outcome;
    /** Root mean square of the predictions' errors on risks that were left out. Absent: no folds were asked for. */
    readonly cross_validated_error?: number;
  }

  /** Result of `risk_score`. */
  export interface RiskScoreReport {
    /** Scores of the risks, in the unit of the outcomes. */
    readonly scores: readonly (number)[];
  }

  /**
   * Kind of a peril, without its figures.
   * - `liquidation`: Liquidation of the covered account.
   * - `margin_call`: Margin call of the covered account.
   * - `price_level`: Price that reaches a level.
   * - `two_sided_level`: Price that reaches either of two levels.
   * - `loss_threshold`: Loss of the covered position that reaches a threshold.
   * - `drawdown`: Fall of the price from its running maximum.
   * - `gap`: Liquidation beyond the bankruptcy price.
   * - `exchange_default`: Default of the exchange.
   */
  export type PerilKind =
    | "liquidation"
    | "margin_call"
    | "price_level"
    | "two_sided_level"
    | "loss_threshold"
    | "drawdown"
    | "gap"
    | "exchange_default";

  /**
   * Price of a product: a figure, or the rule of the quote.
   * - `fixed`: Price before tax, whatever is covered. A quote declines where it does not pay for the risk.
   * - `quoted`: Price of the quote.
   */
  export type ProductPrice =
    | { readonly fixed: units.Money }
    | "quoted";

  /** Fraction of the loss. */
  export interface CoveredSumFraction {
    /** Fraction of the loss that is insured, as decimal text: above 0, at most 1. (decimal text) */
    readonly of_loss: string;
  }

  /** Fixed sum, of an indemnity at most the loss. */
  export interface CoveredSumFixed {
    /** Sum that is insured, in the currency of the cover, as decimal text: above 0. (decimal text) */
    readonly amount: string;
  }

  /**
   * Sum that is insured.
   * - `fraction`: Fraction of the loss.
   * - `fixed`: Fixed sum, of an indemnity at most the loss.
   */
  export type CoveredSum =
    | { readonly fraction: CoveredSumFraction }
    | { readonly fixed: CoveredSumFixed };

  /**
   * What a claim is paid by.
   * - `indemnity`: The loss that was proved: never more than it.
   * - `valued`: The sum that was agreed when the cover was bought, whatever the loss.
   */
  export type Basis =
    | "indemnity"
    | "valued";

  /** Product that an insurer offers. */
  export interface Product {
    /** Identifier of the product; each only once. */
    readonly id: string;
    /** Name of the product. */
    readonly name: string;
    /** Description of the product, for its buyers. */
    readonly description: string;
    /** Level of the coverage in the words of the insurer. */
    readonly coverage: string;
    /** Peril that the product insures. */
    readonly peril: PerilKind;
    /** Price of the product. */
    readonly price: ProductPrice;
    /** Sum that is insured. Absent: each cover names its own. */
    readonly sum?: CoveredSum | undefined;
    /** What a claim is paid by. Absent: each cover names it. */
    readonly basis?: Basis | undefined;
    /** Greatest leverage that is insured. Absent: any. [from 0.0 to 1000000000000.0] */
    readonly most_leverage?: number | undefined;
    /** Shortest period, in milliseconds. Absent: any. [ms, from 1 to 31622400000] */
    readonly shortest_ms?: number | undefined;
    /** Longest period, in milliseconds. Absent: any. [ms, from 1 to 31622400000] */
    readonly longest_ms?: number | undefined;
  }

  /** Result of `products`. */
  export interface ProductsReport {
    /** Products, as they can be sent with a quote. */
    readonly products: readonly (Product)[];
  }

  /** Position that is covered, as it is when the cover is bought. */
  export interface CoveredPosition {
    /** Venue whose rules liquidate. */
    readonly venue: derivatives.Venue;
    /** Contract of the position, in the words of the venue. */
    readonly instrument: string;
    /** Coin whose price the contract follows. */
    readonly coin: string;
    /** Currency of the margin: the coin itself for inverse contracts. */
    readonly margin_currency: string;
    /** Kind of the contract: linear or inverse. */
    readonly contract: derivatives.ContractKind;
    /** Side of the position: long or short. */
    readonly side: derivatives.Side;
    /** Size of the position: units of base (linear) or contracts of one quote unit (inverse). [from 1e-18 to 1e+18] */
    readonly quantity: number;
    /** Average entry price, in quote currency. [from 1e-18 to 1e+18] */
    readonly entry_price: number;
    /** Margin behind the position. */
    readonly margin_mode: derivatives.MarginMode;
    /** Maintenance margin by size. */
    readonly maintenance: derivatives.MaintenanceSchedule;
    /** Fee for closing, as a fraction of the notional; it counts where the venue's rules count it. [from 0.0 to 1.0; 0.0 where absent] */
    readonly close_fee_rate?: number | undefined;
    /** Funding paid before the cover was bought, net, in margin currency. Negative where it was received. [from -1000000000000000.0 to 1000000000000000.0; 0.0 where absent] */
    readonly funding_paid?: number | undefined;
    /** Mark price when the cover is bought, in quote currency. Absent: the entry price. [from 1e-18 to 1e+18] */
    readonly mark_price?: number | undefined;
  }

  /** Balance that stands with an exchange. */
  export interface ExchangeBalance {
    /** Exchange that holds the balance. */
    readonly venue: string;
    /** Currency of the balance. */
    readonly currency: string;
    /** Amount of the balance, in its currency; above 0. [from 0.0 to 1e+18] */
    readonly amount: number;
  }

  /**
   * What is covered.
   * - `position`: One position with its margin.
   * - `account`: A whole account: its positions on one equity, and its collateral coin by coin.
   * - `balance`: A balance with an exchange.
   */
  export type CoveredAccount =
    | { readonly position: CoveredPosition }
    | { readonly account: derivatives.MarginAccountRequest }
    | { readonly balance: ExchangeBalance };

  /**
   * Kind of price that a trigger looks at: a wick of one kind does not trigger a cover on another.
   * - `mark`: Mark price: the price at which the venue liquidates.
   * - `last`: Price of the last trade.
   * - `index`: Price of the index that the mark follows.
   */
  export type PriceKind =
    | "mark"
    | "last"
    | "index";

  /** Price that a trigger looks at. */
  export interface PriceTrigger {
    /** Exchange or service that publishes the price. */
    readonly venue: string;
    /** Contract whose price is looked at, in the words of the venue. */
    readonly instrument: string;
    /** Kind of the price. */
    readonly price_kind: PriceKind;
  }

  /** Margin call of the covered account. */
  export interface CoveredMarginCall {
    /** Exchange or service that publishes the price. */
    readonly venue: string;
    /** Contract whose price is looked at, in the words of the venue. */
    readonly instrument: string;
    /** Kind of the price. */
    readonly price_kind: PriceKind;
    /** Margin ratio (requirement over equity) at which the call comes: above 0, below 1. [from 0.0 to 1.0] */
    readonly call_ratio: number;
  }

  /** Price that reaches a level. */
  export interface CoveredLevel {
    /** Exchange or service that publishes the price. */
    readonly venue: string;
    /** Contract whose price is looked at, in the words of the venue. */
    readonly instrument: string;
    /** Kind of the price. */
    readonly price_kind: PriceKind;
    /** Side of the price on which the level lies. */
    readonly side: derivatives.BarrierSide;
    /** Level of the price, in quote currency. [from 1e-18 to 1e+18] */
    readonly level: number;
  }

  /** Price that reaches either of two levels. */
  export interface CoveredLevels {
    /** Exchange or service that publishes the price. */
    readonly venue: string;
    /** Contract whose price is looked at, in the words of the venue. */
    readonly instrument: string;
    /** Kind of the price. */
    readonly price_kind: PriceKind;
    /** Lower level of the price, in quote currency. [from 1e-18 to 1e+18] */
    readonly lower: number;
    /** Upper level of the price, in quote currency; above the lower one. [from 1e-18 to 1e+18] */
    readonly upper: number;
  }

  /** Loss of the covered position that reaches a threshold. */
  export interface CoveredLoss {
    /** Exchange or service that publishes the price. */
    readonly venue: string;
    /** Contract whose price is looked at, in the words of the venue. */
    readonly instrument: string;
    /** Kind of the price. */
    readonly price_kind: PriceKind;
    /** Threshold of the loss, realized and floating, in margin currency; above 0. [from 0.0 to 1e+18] */
    readonly threshold: number;
  }

  /** Fall of the price from its running maximum since the cover began to watch. */
  export interface CoveredDrawdown {
    /** Exchange or service that publishes the price. */
    readonly venue: string;
    /** Contract whose price is looked at, in the words of the venue. */
    readonly instrument: string;
    /** Kind of the price. */
    readonly price_kind: PriceKind;
    /** Fall from the running maximum, as a fraction of it: above 0, below 1. [from 0.0 to 1.0] */
    readonly fall: number;
  }

  /** Default of an exchange. */
  export interface VenueDefault {
    /** Exchange that may default. */
    readonly venue: string;
    /** Fraction of the balance that is lost in a default, agreed for the price; above 0. [from 0.0 to 1.0] */
    readonly loss_given_default: number;
  }

  /**
   * Insured peril.
   * - `liquidation`: Liquidation of the covered account.
   * - `margin_call`: Margin call of the covered account.
   * - `price_level`: Price that reaches a level.
   * - `two_sided_level`: Price that reaches either of two levels.
   * - `loss_threshold`: Loss of the covered position that reaches a threshold.
   * - `drawdown`: Fall of the price from its running maximum.
   * - `gap`: Liquidation beyond the bankruptcy price: what the fill costs more than the margin.
   * - `exchange_default`: Default of the exchange.
   */
  export type Peril =
    | { readonly liquidation: PriceTrigger }
    | { readonly margin_call: CoveredMarginCall }
    | { readonly price_level: CoveredLevel }
    | { readonly two_sided_level: CoveredLevels }
    | { readonly loss_threshold: CoveredLoss }
    | { readonly drawdown: CoveredDrawdown }
    | { readonly gap: PriceTrigger }
    | { readonly exchange_default: VenueDefault };

  /**
   * Cause that is not paid for.
   * - `platform_failure`: Technical failure of the platform that sells the cover.
   * - `venue_outage`: Outage of the venue.
   * - `holder_closed`: Position that the holder closed.
   * - `margin_withdrawn`: Margin that the holder took out.
   * - `auto_deleveraging`: Deleveraging by the venue in favor of others' losses.
   * - `delisting`: Contract that the venue delisted or settled early.
   * - `wash_trading`: Trades of the holder with itself.
   */
  export type Exclusion =
    | "platform_failure"
    | "venue_outage"
    | "holder_closed"
    | "margin_withdrawn"
    | "auto_deleveraging"
    | "delisting"
    | "wash_trading";

  /**
   * What becomes of a cover when the holder changes the covered account.
   * - `void`: The cover is void from then on.
   * - `as_frozen`: The cover is judged by the levels of the account as it was bought, as long as there is one: what was closed can no longer be liquidated, called or lost.
   */
  export type Alteration =
    | "void"
    | "as_frozen";

  /**
   * What proves a liquidation.
   * - `mark`: The mark that reaches the level, whatever the venue tells.
   * - `venue_event`: The liquidation that the venue tells, whatever the mark.
   * - `both`: Both: the mark, and the venue's liquidation within the time that counts as seen.
   */
  export type LiquidationProof =
    | "mark"
    | "venue_event"
    | "both";

  /**
   * Moment of a payment.
   * - `at_trigger`: When the peril happens.
   * - `at_expiry`: When the cover expires.
   */
  export type PaymentTime =
    | "at_trigger"
    | "at_expiry";

  /** Terms of a cover. */
  export interface Terms {
    /** Beginning of the period, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly starts_ms: number;
    /** End of the period, in Unix milliseconds UTC: what happens at this instant is after it. At most 3 years after its beginning. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly expires_ms: number;
    /** Sum that is insured. */
    readonly sum: CoveredSum;
    /** What a claim is paid by. */
    readonly basis: Basis;
    /** Currency of sum, deductible, limit and payout: the margin currency of the covered account. */
    readonly currency: string;
    /**
     * Waiting period after the beginning, in which nothing triggers, in milliseconds. The watch begins behind it, at the price that stands
     * then, which may be beyond a level. Absent: there is none. [ms, from 1 to 31622400000]
     */
    readonly waiting_ms?: number | undefined;
    /**
     * Deductible: the part of a covered loss that is not paid, in the currency of the cover, as decimal text. Absent:
     * there is none. (decimal text)
     */
    readonly deductible?: string | undefined;
    /**
     * Coinsurance: the fraction of what exceeds the deductible that the holder bears, as decimal text; 0 to below 1.
     * Absent: there is none. (decimal text)
     */
    readonly coinsurance?: string | undefined;
    /** Limit: the most that is paid, in the currency of the cover, as decimal text. Absent: no limit but the sum. (decimal text) */
    readonly limit?: string | undefined;
    /** Causes that are not paid for. [[] where absent] */
    readonly exclusions?: readonly (Exclusion)[] | undefined;
    /** What becomes of the cover when the holder changes the account. ["void" where absent] */
    readonly alteration?: Alteration | undefined;
    /** What proves a liquidation. Absent: both, the mark and the liquidation that the venue tells. */
    readonly liquidation_proof?: LiquidationProof | undefined;
    /** Moment of the payment. ["at_trigger" where absent] */
    readonly payment?: PaymentTime | undefined;
    /** Currency that a claim is paid in, at the rate of the day it is paid. Absent: the currency of the cover. */
    readonly settle_currency?: string | undefined;
    /** Digits after the point of the currency of the cover. [from 0 to 8; 2 where absent] */
    readonly digits?: number | undefined;
    /** Rounding of a payout to these digits. ["toward_zero" where absent] */
    readonly rounding?: units.Rounding | undefined;
  }

  /** Price that triggers a cover, and what is paid there. */
  export interface TriggerLevel {
    /** Side of the price at sale on which the level lies. */
    readonly side: derivatives.BarrierSide;
    /** Price that triggers, in quote currency. */
    readonly price: number;
    /** Loss at this level, in the currency of the cover, as decimal text. (decimal text) */
    readonly loss: string;
    /** Payout at this level, in the currency of the cover, as decimal text. (decimal text) */
    readonly payout: string;
  }

  /** Terms that are frozen when a cover is bought: they are judged by, whatever the holder does to the account afterwards. */
  export interface FrozenTerms {
    /** What stands behind the account, in its currency. */
    readonly margin: number;
    /**
     * Prices that trigger, lower one first; empty where none does, for a drawdown or the default of an exchange, and for an account in several
     * coins, whose equity decides.
     */
    readonly levels: readonly (TriggerLevel)[];
    /** Loss that the price of the cover stands on: the greatest at its levels, the margin for a drawdown, loss given default for an exchange. (decimal text) */
    readonly loss: string;
    /** Payout for this loss, in the currency of the cover, as decimal text. (decimal text) */
    readonly payout: string;
    /** Maximum payout, in the currency of the cover, as decimal text: no claim is paid more. (decimal text) */
    readonly maximum_payout: string;
    /** Leverage: notional over margin; absent for a balance with an exchange. */
    readonly leverage?: number | undefined;
    /** Bankruptcy price, in quote currency: for a gap the price beyond which a fill costs more than the margin. */
    readonly bankruptcy_price?: number | undefined;
  }

  /** Cover: what a quote sells, and what a claim is judged against. */
  export interface Cover {
    /** Reference of the cover with its insurer; no two covers have the same. */
    readonly reference: string;
    /** What is covered, as it is when the cover is bought. */
    readonly account: CoveredAccount;
    /** Peril that is insured. */
    readonly peril: Peril;
    /** Terms of the cover. */
    readonly terms: Terms;
    /** Identifier of the product that was sold. Absent: the cover is of no product. */
    readonly product?: string | undefined;
  }

  /** P: the price drifts as declared. */
  export interface QuoteMeasureRealWorld {
    /** Drift of the price per year that the insurer believes in. [1/year, from -10.0 to 10.0] */
    readonly drift_per_year: number;
  }

  /**
   * Measure of hit probability and pure premium.
   * - `risk_neutral`: Q: the price drifts by its carry.
   * - `real_world`: P: the price drifts as declared.
   */
  export type QuoteMeasure =
    | "risk_neutral"
    | { readonly real_world: QuoteMeasureRealWorld };

  /** Rate of another currency at an instant. */
  export interface CurrencyRate {
    /** Currency that is received. */
    readonly currency: string;
    /** Units of it for one unit of the currency of the cover, above 0, as decimal text. (decimal text) */
    readonly per_unit: string;
    /** Instant at which the rate held, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number;
  }

  /** Market that a quote is made in. */
  export interface QuoteMarket {
    /** Instant of the market, in Unix milliseconds UTC: nothing of a cover may lie before it. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number;
    /** Price of the kind that the trigger names, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Riskless rate per year of the quote currency, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /** Carry: drift of the price under Q, riskless rate less yield; 0 for a perpetual without funding. [1/year, from -10.0 to 10.0; 0.0 where absent] */
    readonly carry_per_year?: number | undefined;
    /** Measure of hit probability and pure premium. ["risk_neutral" where absent] */
    readonly measure?: QuoteMeasure | undefined;
    /** Rates from the currency of the cover, at which premium and payout are told in other currencies; none is later than the market. [[] where absent] */
    readonly exchange_rates?: readonly (CurrencyRate)[] | undefined;
  }

  /** Geometric Brownian motion. */
  export interface GbmModel {
    /** Volatility per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
  }

  /** Jumps with exponential tails (Kou 2002): by transform for one level that is watched from now on and for a gap, by simulation otherwise. */
  export interface KouModel {
    /** Volatility between jumps, per square root of a year; above 0. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
    /** Expected number of jumps per year. [1/year, from 0.0 to 10000.0] */
    readonly jumps_per_year: number;
    /** Fraction of the jumps that go up. [from 0.0 to 1.0] */
    readonly up_probability: number;
    /** Rate of the jumps up per unit of the logarithm, the inverse of their mean; above 1, or the mean price would be infinite. [from 0.001 to 1000000.0] */
    readonly up_rate: number;
    /** Rate of the jumps down per unit of the logarithm, the inverse of their mean. [from 0.001 to 1000000.0] */
    readonly down_rate: number;
    /** Seed of the random numbers where there is no transform and paths are drawn, 64 bits. (answered as decimal text) */
    readonly seed?: bigint | string | undefined;
    /** Number of antithetic pairs of paths where paths are drawn. [from 2 to 10000000; 8192 where absent] */
    readonly pairs?: number | undefined;
  }

  /** Normal jumps (Merton 1976), by simulation from jump to jump. */
  export interface MertonModel {
    /** Volatility between jumps, per square root of a year; above 0. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
    /** Expected number of jumps per year. [1/year, from 0.0 to 10000.0] */
    readonly jumps_per_year: number;
    /** Mean of the logarithm of a jump. [from -10.0 to 10.0] */
    readonly mean_log_jump: number;
    /** Standard deviation of the logarithm of a jump. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly log_jump_deviation: number;
    /** Seed of the random numbers, 64 bits. (answered as decimal text) */
    readonly seed: bigint | string;
    /** Number of antithetic pairs of paths. [from 2 to 10000000; 8192 where absent] */
    readonly pairs?: number | undefined;
  }

  /** How the price of one coin moves. */
  export interface CoinMotion {
    /** Coin that moves. */
    readonly coin: string;
    /** Volatility per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
    /** Drift of the price per year under the measure of the market. Absent: that of the market. [1/year, from -10.0 to 10.0] */
    readonly drift_per_year?: number | undefined;
  }

  /** Correlated geometric Brownian motions of the coins of an account, by simulation in steps: for its liquidation and its margin call. */
  export interface CoinsModel {
    /** Coins that the account follows, each once. */
    readonly coins: readonly (CoinMotion)[];
    /** Correlations of the moves of the logarithms, a row per coin in their order: 1 on the diagonal, the same on both sides of it. */
    readonly correlation: readonly (readonly (number)[])[];
    /** Seed of the random numbers, 64 bits. (answered as decimal text) */
    readonly seed: bigint | string;
    /** Number of antithetic pairs of paths. [from 2 to 10000000; 8192 where absent] */
    readonly pairs?: number | undefined;
    /** Equal steps of the watch, an even number: what half of them would change is the bound of the bias. [from 2 to 4096; 64 where absent] */
    readonly steps?: number | undefined;
  }

  /** Hazard rates of an exchange. */
  export interface HazardModel {
    /** Hazard rates: defaults per year in each segment of time from the market on; the last one goes on. */
    readonly hazards_per_year: readonly (number)[];
    /** Ends of all segments but the last, in years from the market: rising, one fewer than the hazards. [[] where absent] */
    readonly segment_ends_years?: readonly (number)[] | undefined;
  }

  /**
   * Model that a cover is priced by.
   * - `gbm`: Geometric Brownian motion, in closed form.
   * - `kou`: Jumps with exponential tails, by transform or simulation.
   * - `merton`: Normal jumps, by simulation.
   * - `coins`: Correlated geometric Brownian motions of the coins of an account, by simulation.
   * - `hazard`: Hazard rates of an exchange, in closed form.
   */
  export type PriceModel =
    | { readonly gbm: GbmModel }
    | { readonly kou: KouModel }
    | { readonly merton: MertonModel }
    | { readonly coins: CoinsModel }
    | { readonly hazard: HazardModel };

  /** What an insurer adds to a pure premium. Shares are decimal text, fractions and not percent. */
  export interface Loadings {
    /** Premium principle of the risk loading, on the distribution of the payout. */
    readonly principle: PremiumPrinciple;
    /** Expenses, as a fraction of the premium before discount and tax. Absent: none. (decimal text) */
    readonly expense?: string | undefined;
    /** Commission, as a fraction of the premium before discount and tax. Absent: none. (decimal text) */
    readonly commission?: string | undefined;
    /** Profit, as a fraction of the premium before discount and tax. Absent: none. (decimal text) */
    readonly profit?: string | undefined;
    /** Fixed expense of a cover, in its currency. Absent: none. (decimal text) */
    readonly fixed_expense?: string | undefined;
    /** Discount, as a fraction of the premium before discount and tax; it never goes below the pure premium. Absent: none. (decimal text) */
    readonly discount?: string | undefined;
    /** Tax, as a fraction of the premium after the discount. Absent: none. (decimal text) */
    readonly tax?: string | undefined;
    /** Rounding of each term to the digits of the currency. ["half_even" where absent] */
    readonly rounding?: units.Rounding | undefined;
  }

  /** Rules of underwriting. */
  export interface Rules {
    /** Greatest hit probability that is sold: what is likelier than this is no insurance. [from 0.0 to 1.0; 0.5 where absent] */
    readonly most_probability?: number | undefined;
    /** Hit probability from which a quote is referred to an underwriter. Absent: none is. [from 0.0 to 1.0] */
    readonly refer_probability?: number | undefined;
    /** Greatest range of the pure premium over the models, as a fraction of that of the quote's own model. Absent: any. [from 0.0 to 1000000000000.0] */
    readonly most_model_range?: number | undefined;
    /** Free capacity of the fund, in the currency of the cover: no maximum payout may exceed it. Absent: not asked. (decimal text) */
    readonly free_capacity?: string | undefined;
    /** Greatest maximum payout of a cover, in its currency. Absent: any. (decimal text) */
    readonly most_payout?: string | undefined;
    /** Greatest leverage that is sold. Absent: any. [from 0.0 to 1000000000000.0] */
    readonly most_leverage?: number | undefined;
    /** Greatest maximum payout as a fraction of the loss, where prices decide of the margin: more would reward who brings the peril about. [from 0.0 to 1.0; 1.0 where absent] */
    readonly most_payout_of_loss?: number | undefined;
    /** Maximum payouts that the holder's other covers in force may claim, in the currency of the cover. Absent: there are none. (decimal text) */
    readonly held_by_holder?: string | undefined;
    /** Greatest sum of maximum payouts of one holder, in the currency of the cover. Absent: any. (decimal text) */
    readonly most_per_holder?: string | undefined;
    /** Countries whose residents are not served, in the words of the insurer; the case of the letters does not count. [[] where absent] */
    readonly refused_countries?: readonly (string)[] | undefined;
    /** Validity of an offer from the time of the market on, in milliseconds. Absent: an hour. [ms, from 1 to 31622400000] */
    readonly validity_ms?: number | undefined;
  }

  /**
   * Factor of the risk index.
   * - `liquidity_depth`: Depth of the order book.
   * - `policy_type`: Kind of the cover.
   * - `win_rate`: Fraction of the holder's trades that won.
   * - `margin_balance`: Margin that the holder has left.
   * - `rsi`: Relative strength index of the price.
   * - `support_pressure`: Nearness of support and resistance.
   * - `market_sentiment`: Sentiment of the market.
   * - `policy_environment`: News and regulation.
   * - `price_volatility`: Volatility of the price.
   */
  export type IndexFactor =
    | "liquidity_depth"
    | "policy_type"
    | "win_rate"
    | "margin_balance"
    | "rsi"
    | "support_pressure"
    | "market_sentiment"
    | "policy_environment"
    | "price_volatility";

  /**
   * Sign of a factor.
   * - `raises`: A higher score is a higher risk.
   * - `lowers`: A higher score is a lower risk.
   */
  export type IndexSign =
    | "raises"
    | "lowers";

  /** Factor of the index as the insurer declares it, and its score. */
  export interface IndexTerm {
    /** Factor of the index. */
    readonly factor: IndexFactor;
    /** Weight of the factor; all weights add up to 1. [from 0.0 to 1.0] */
    readonly weight: number;
    /** Sign of the factor. */
    readonly sign: IndexSign;
    /** Score of the factor, 0 to 100. Absent: not known. */
    readonly score?: number | undefined;
  }

  /** Inputs of `risk_index`. */
  export interface RiskIndexRequest {
    /** Nine factors, each once, with declared weights and signs. */
    readonly factors: readonly (IndexTerm)[];
  }

  /** Inputs of `quote`. */
  export interface QuoteRequest {
    /** Cover that is asked for. */
    readonly cover: Cover;
    /** Market that the quote is made in. */
    readonly market: QuoteMarket;
    /** Model that the premium stands on. */
    readonly model: PriceModel;
    /** What is added to the pure premium. */
    readonly loadings: Loadings;
    /** Rules of underwriting. [{"most_probability":0.5,"most_payout_of_loss":1.0,"refused_countries":[]} where absent] */
    readonly rules?: Rules | undefined;
    /** Other models, for the range of the pure premium. [[] where absent] */
    readonly models?: readonly (PriceModel)[] | undefined;
    /** Product that the cover is of. Absent: the cover is of none. */
    readonly product?: Product | undefined;
    /** Factors of the risk index, a scorecard beside the premium and never part of it. Absent: no index. */
    readonly risk_index?: RiskIndexRequest | undefined;
    /** Currency that the premium is paid in. Absent: the currency of the cover. */
    readonly premium_currency?: string | undefined;
    /** Country of the holder's residence, in the words of the insurer. Absent: not told. */
    readonly country?: string | undefined;
    /** Whether derivatives of a simulated premium are wanted: they cost twelve simulations more. Others always come. [false where absent] */
    readonly simulated_sensitivities?: boolean | undefined;
  }

  /**
   * What becomes of a request.
   * - `offer`: The cover is offered at the premium.
   * - `refer`: An underwriter decides; the premium is an indication.
   * - `decline`: The cover is not sold.
   */
  export type Decision =
    | "offer"
    | "refer"
    | "decline";

  /**
   * Reason of a decision that is no offer.
   * - `already_triggered`: The price stands at a level or beyond.
   * - `hit_probability_too_high`: The hit probability is above what is sold.
   * - `model_range_too_wide`: The models differ by more than what is sold.
   * - `capacity_exceeded`: The maximum payout exceeds the free capacity.
   * - `payout_too_large`: The maximum payout exceeds what is sold of one cover.
   * - `leverage_too_high`: The leverage exceeds what is sold.
   * - `payout_exceeds_loss`: The payout exceeds what its rule allows of the loss: a moral hazard.
   * - `holder_limit_exceeded`: The covers of the holder together exceed what is sold to one.
   * - `country_refused`: The country is not served.
   * - `country_unknown`: The country is not told, and not all countries are served.
   * - `price_below_pure`: The fixed price of the product does not pay for the risk.
   * - `probability_referred`: The hit probability is above what is sold without an underwriter.
   * - `never_triggers`: No price triggers the cover: it insures nothing.
   * - `none_simulated`: None of the simulated paths triggers the cover: what it costs is less than they can tell.
   * - `nothing_paid`: The terms pay nothing, whatever is lost.
   * - `several_coins`: The account is counted in its coin and holds several other currencies, of which the price follows one.
   */
  export type ReasonCode =
    | "already_triggered"
    | "hit_probability_too_high"
    | "model_range_too_wide"
    | "capacity_exceeded"
    | "payout_too_large"
    | "leverage_too_high"
    | "payout_exceeds_loss"
    | "holder_limit_exceeded"
    | "country_refused"
    | "country_unknown"
    | "price_below_pure"
    | "probability_referred"
    | "never_triggers"
    | "none_simulated"
    | "nothing_paid"
    | "several_coins";

  /** Reason of a decision, with the figure and its bound. */
  export interface DecisionReason {
    /** Reason of the decision. */
    readonly reason: ReasonCode;
    /** Figure that decides; absent where there is none. */
    readonly figure?: number | undefined;
    /** Bound of the figure; absent where there is none. */
    readonly bound?: number | undefined;
  }

  /**
   * Kind of a model, without its figures.
   * - `gbm`: Geometric Brownian motion.
   * - `kou`: Jumps with exponential tails.
   * - `merton`: Normal jumps.
   * - `coins`: Correlated geometric Brownian motions of several coins.
   * - `hazard`: Hazard rates of an exchange.
   */
  export type ModelKind =
    | "gbm"
    | "kou"
    | "merton"
    | "coins"
    | "hazard";

  /** How far a simulated number may be off. */
  export interface SimulationError {
    /** Number of antithetic pairs of paths. [from 0] */
    readonly pairs: number;
    /** Seed of the random numbers, 64 bits. (answered as decimal text) */
    readonly seed: bigint | string;
    /** Standard error of the hit probability. */
    readonly probability_standard_error: number;
    /** Standard error of the pure premium, in the currency of the cover. */
    readonly pure_standard_error: number;
    /** Bound of the pure premium's bias, in the currency of the cover. */
    readonly pure_bias_bound: number;
  }

  /** Pure premium and hit probability by one model. */
  export interface ModelPrice {
    /** Model of the numbers. */
    readonly model: ModelKind;
    /** Pure premium: expected present value of the payout, in the currency of the cover. */
    readonly pure_premium: number;
    /** Hit probability: that the cover is triggered within its period. */
    readonly hit_probability: number;
    /** How far the numbers may be off. Absent: neither of them is simulated. */
    readonly simulation?: SimulationError | undefined;
  }

  /**
   * Method by which derivatives are found.
   * - `closed`: The derivatives of a closed formula.
   * - `transform`: The derivatives of a transform, inverted.
   * - `common_numbers`: Central differences of simulations on the same random numbers.
   */
  export type SensitivityMethod =
    | "closed"
    | "transform"
    | "common_numbers";

  /** Standard errors of simulated derivatives, each in the unit of its derivative. */
  export interface SensitivityErrors {
    /** Standard error of the derivative by the price. */
    readonly by_spot: number;
    /** Standard error of the second derivative by the price. */
    readonly by_spot_twice: number;
    /** Standard error of the derivative by volatility. */
    readonly by_volatility: number;
    /** Standard error of the derivative by time. */
    readonly by_time: number;
    /** Standard error of the derivative by the riskless rate. */
    readonly by_rate: number;
    /** Standard error of the derivative by the drift. */
    readonly by_drift: number;
  }

  /** Derivatives of the pure premium, in the currency of the cover. */
  export interface Sensitivities {
    /** Change of the pure premium per unit of the price. */
    readonly by_spot: number;
    /** Second derivative of the pure premium by the price. */
    readonly by_spot_twice: number;
    /** Change of the pure premium per 1.00 of volatility, at a fixed drift. */
    readonly by_volatility: number;
    /** Change of the pure premium per year that passes; beginning and end of the watch stay where they are. */
    readonly by_time: number;
    /** Change of the pure premium per 1.00 of the riskless rate, at a fixed drift. */
    readonly by_rate: number;
    /** Change of the pure premium per 1.00 of the drift. */
    readonly by_drift: number;
    /** Method by which the derivatives were found. */
    readonly method: SensitivityMethod;
    /** Standard errors of the derivatives. Absent: they are not simulated. */
    readonly errors?: SensitivityErrors | undefined;
  }

  /**
   * Reason why there are no derivatives.
   * - `not_asked`: The premium is simulated, and the request does not ask for derivatives by simulation.
   * - `several_coins`: Prices of several coins decide, and no derivative is by one of them alone.
   * - `corner`: The premium has a corner: the price stands at a level, nothing is left of the time, or nothing to chance.
   * - `unresolved`: The transform does not resolve them, or a step leads out of the range of its field.
   */
  export type SensitivityAbsence =
    | "not_asked"
    | "several_coins"
    | "corner"
    | "unresolved";

  /** Terms of a premium, in the currency of the cover; they add up to the gross premium exactly. */
  export interface PremiumTerms {
    /** Pure premium: expected present value of the payout. (decimal text) */
    readonly pure: string;
    /** Risk loading of the premium principle. (decimal text) */
    readonly risk_loading: string;
    /** Fixed expense of a cover. (decimal text) */
    readonly fixed_expense: string;
    /** Expenses in proportion to the premium; with what rounding leaves. (decimal text) */
    readonly expense: string;
    /** Commission in proportion to the premium. (decimal text) */
    readonly commission: string;
    /** Profit in proportion to the premium. (decimal text) */
    readonly profit: string;
    /** Difference to the price of a product that has a fixed one, on these terms; 0 otherwise. (decimal text) */
    readonly listing: string;
    /** Discount, negative or 0. (decimal text) */
    readonly discount: string;
    /** Tax on the premium after the discount. (decimal text) */
    readonly tax: string;
    /** Gross premium: what the buyer pays, the sum of the terms above. (decimal text) */
    readonly gross: string;
  }

  /** Money in another currency, with the rate by which it was told. */
  export interface Converted {
    /** Money in the other currency. */
    readonly money: units.Money;
    /** Rate, with its time. Absent: it is the currency of the cover. */
    readonly rate?: CurrencyRate | undefined;
  }

  /** Contribution of a factor to the risk index. */
  export interface IndexContribution {
    /** Factor of the index. */
    readonly factor: IndexFactor;
    /** Points that the factor adds to the index or takes from it. */
    readonly contribution: number;
  }

  /** Result of `risk_index`. */
  export interface RiskIndex {
    /** Points of a request of which nothing speaks for or against it. */
    readonly base: number;
    /** Contributions of the factors, in the order of the request; those without a score are 0. */
    readonly contributions: readonly (IndexContribution)[];
    /** Weight of the factors that have a score. */
    readonly coverage: number;
    /** Risk index from 0 to 100: base and contributions. Absent: no factor that counts has a score. */
    readonly index?: number | undefined;
  }

  /** A quote: offer, referral or refusal, and all that it was computed from. */
  export interface Quote {
    /** What was asked, all of it. */
    readonly request: QuoteRequest;
    /** What becomes of the request. */
    readonly decision: Decision;
    /** Reasons of a decision that is no offer. */
    readonly reasons: readonly (DecisionReason)[];
    /** Terms that are frozen with the sale: trigger prices, margin, leverage, maximum payout. */
    readonly frozen: FrozenTerms;
    /** Measure of hit probability and pure premium: P with the declared drift, or Q. */
    readonly measure: derivatives.Measure;
    /** Pure premium and hit probability by the quote's own model. */
    readonly price: ModelPrice;
    /** Risk loading before rounding, in the currency of the cover. */
    readonly risk_loading: number;
    /** Pure premium and hit probability by the other models, in the order of the request. */
    readonly range: readonly (ModelPrice)[];
    /** Least pure premium over all models, in the currency of the cover. */
    readonly least_pure_premium: number;
    /** Greatest pure premium over all models, in the currency of the cover. */
    readonly greatest_pure_premium: number;
    /** Derivatives of the pure premium. Absent: there are none, with a reason. */
    readonly sensitivities?: Sensitivities | undefined;
    /** Reason why there are no derivatives. Absent: there are. */
    readonly sensitivities_absence?: SensitivityAbsence | undefined;
    /** Terms of the premium, in the currency of the cover. Absent: the cover is not sold. */
    readonly premium?: PremiumTerms | undefined;
    /** Gross premium in the currency that it is paid in. Absent: the cover is not sold. */
    readonly payable?: Converted | undefined;
    /** Maximum payout in the currency that a claim is paid in, at the rate of the quote. */
    readonly maximum_payout: Converted;
    /** Risk index with its contributions. Absent: not asked for. */
    readonly risk_index?: RiskIndex | undefined;
    /** Last instant at which the offer can be taken, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly valid_until_ms: number;
  }

  /** Result of `verify_quote`. */
  export interface VerifyQuoteReport {
    /** Whether every number is the same again, to the last bit. */
    readonly holds: boolean;
    /** Parts of the quote that are not what its request leads to. */
    readonly differences: readonly (string)[];
  }

  /**
   * Share of a premium that is given back.
   * - `pro_rata`: By time: the unexpired part of the period.
   * - `remaining_risk`: By risk: what the rest of the cover is worth now, of what all of it was worth; at most all.
   * - `lesser`: The lesser of both.
   */
  export type RefundRule =
    | "pro_rata"
    | "remaining_risk"
    | "lesser";

  /** Result of `early_close`, in the currency of the cover. */
  export interface EarlyCloseReport {
    /** Unexpired part of the period, 0 to 1. */
    readonly unexpired: number;
    /** Pure premium of the rest of the cover in the market in which it ends, by the model of the quote. Absent: the rule goes by time. */
    readonly remaining_pure_premium?: number;
    /** The same as a part of the pure premium at the sale, at most 1; 0 where that was 0. Absent: the rule goes by time. */
    readonly remaining_risk?: number;
    /** Net premium less fixed expense and commission: what a share of is given back. (decimal text) */
    readonly basis: string;
    /** Refund before tax. (decimal text) */
    readonly net_refund: string;
    /** Tax that is given back, in proportion to the net premium. (decimal text) */
    readonly tax_refund: string;
    /** Refund: the sum of both, as the fund books it. (decimal text) */
    readonly refund: string;
    /** What the insurer has earned: the gross premium less the refund. (decimal text) */
    readonly kept: string;
    /** Refund in the currency that the premium was paid in, at the rate of the sale. */
    readonly payable: Converted;
  }

  /** Covers of a book as columns, one entry per cover. None of them has been triggered yet. */
  export interface Covers {
    /** Instruments whose prices trigger the covers. */
    readonly instrument: readonly (string)[];
    /** Sides of the price on which the barriers lie: down for the liquidation of a long, up for that of a short. */
    readonly side: readonly (derivatives.BarrierSide)[];
    /** Prices whose touch triggers the covers, in quote currency. */
    readonly barrier: Float64Array | readonly (number)[];
    /** Sums insured, in units of currency. */
    readonly sum_insured: Float64Array | readonly (number)[];
    /** Instants from which the price is watched, in Unix milliseconds UTC. */
    readonly inception_ms: BigInt64Array | Float64Array | readonly (number | Date | string)[];
    /** Instants until which the price is watched, in Unix milliseconds UTC; each after its inception. */
    readonly expiry_ms: BigInt64Array | Float64Array | readonly (number | Date | string)[];
    /** Premiums of the covers, in units of currency. Absent: none are known. */
    readonly premium?: Float64Array | readonly (number)[] | undefined;
  }

  /** Price of an instrument now, and how it moves. */
  export interface BookMarket {
    /** Instrument whose price it is. */
    readonly instrument: string;
    /** Price at the instant of the valuation, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Drift of the price per year, jumps included: `E[S_T] = S e^(drift T)`, under the measure of the request. [1/year, from -10.0 to 10.0] */
    readonly drift_per_year: number;
    /** Volatility per square root of a year; between jumps, where there are some. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
    /** Jumps of the price. ["none" where absent] */
    readonly jumps?: derivatives.JumpModel | undefined;
  }

  /** Value at risk and tail value at risk of the losses of a book at one level. */
  export interface TailRisk {
    /** Probability that the loss stays at or below the value at risk. [from 0.0 to 1.0] */
    readonly level: number;
    /** Value at risk: least loss that is exceeded with a probability of at most `1 - level`, in units of currency. */
    readonly value_at_risk: number;
    /** Tail value at risk: mean loss in the worst `1 - level` of all outcomes, in units of currency. */
    readonly tail_value_at_risk: number;
  }

  /** Hedge between covers below the price and covers above it. */
  export interface SideHedge {
    /** Probability that some barrier below the price is touched. */
    readonly down_probability: number;
    /** Probability that some barrier above the price is touched. */
    readonly up_probability: number;
    /** Probability that barriers on both sides are touched. */
    readonly both_probability: number;
    /** Probability that no barrier is touched. */
    readonly neither_probability: number;
    /** Correlation between the losses of the two sides: negative where they hedge each other. */
    readonly correlation: units.Outcome;
    /** Tail value at risk of the covers below the price alone, at the allocation level, in units of currency. */
    readonly down_tail_value_at_risk: number;
    /** Tail value at risk of the covers above the price alone, at the allocation level, in units of currency. */
    readonly up_tail_value_at_risk: number;
    /** Diversification: tail value at risk of both sides alone less that of the book, in units of currency. */
    readonly diversification: number;
  }

  /** Result of `book_loss`. */
  export interface BookLossReport {
    /** Measure of the numbers, as in the request. */
    readonly measure: derivatives.Measure;
    /** Expected loss, in units of currency, exact. */
    readonly expected_loss: number;
    /** Standard deviation of the loss, in units of currency, of the outcomes below. */
    readonly standard_deviation: number;
    /** Standard deviation that the loss would have if the covers were independent, in units of currency: they are not, and it is too small. */
    readonly independent_standard_deviation: number;
    /** Probability that no cover is triggered. */
    readonly no_loss_probability: number;
    /**
     * Losses that can occur, ascending, in units of currency. Where barriers share buckets each bucket counts as touched at its nearest
     * barrier.
     */
    readonly losses: readonly (number)[];
    /** Probabilities of the losses. */
    readonly probabilities: readonly (number)[];
    /** Probabilities that each of the losses is exceeded. */
    readonly exceedance_probabilities: readonly (number)[];
    /**
     * Values at risk at the levels of the request. Where barriers share buckets each bucket counts as touched at its nearest barrier, and no
     * true value is greater.
     */
    readonly tails: readonly (TailRisk)[];
    /**
     * Values at risk with each bucket touched at its farthest barrier: no true value is less. Equal to `tails` where every barrier has
     * its own bucket.
     */
    readonly lower_tails: readonly (TailRisk)[];
    /** Probabilities that the covers are triggered, in their order, exact. */
    readonly hit_probabilities: readonly (number)[];
    /** Parts of the covers in the tail value at risk at the allocation level, in units of currency (co-TVaR, Euler): they add up to it. */
    readonly allocations: readonly (number)[];
    /** Hedge between the covers of longs and of shorts. Absent: all covers are on one side. */
    readonly hedge?: SideHedge;
  }

  /**
   * Measure of risk that a limit holds.
   * - `value_at_risk`: Value at risk: least loss that is exceeded with a probability of at most `1 - level`.
   * - `tail_value_at_risk`: Tail value at risk: mean loss in the worst `1 - level` of all outcomes.
   */
  export type RiskMeasure =
    | "value_at_risk"
    | "tail_value_at_risk";

  /** Result of `book_capacity`. */
  export interface BookCapacityReport {
    /** Measure of the numbers, as in the request. */
    readonly measure: derivatives.Measure;
    /** Probability that the next cover is triggered. */
    readonly hit_probability: number;
    /** Risk of the book without the next cover, in units of currency. */
    readonly risk: number;
    /**
     * Greatest sum insured of the next cover with which the risk stays within the limit, in units of currency: `never` where the book
     * exceeds it already, `unbounded` where the cover is so improbable that no sum does.
     */
    readonly sum_insured: units.Outcome;
  }

  /** Price of an instrument now. */
  export interface SpotPrice {
    /** Instrument whose price it is. */
    readonly instrument: string;
    /** Price at the instant of the valuation, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: number;
  }

  /** Covers of one instrument. */
  export interface InstrumentExposure {
    /** Instrument whose price triggers the covers. */
    readonly instrument: string;
    /** Number of covers. [from 0] */
    readonly covers: number;
    /** Sum insured, in units of currency. */
    readonly sum_insured: number;
    /** Premium, in units of currency. */
    readonly premium: number;
    /** Part of the sum insured of the whole book. */
    readonly share: number;
  }

  /** Covers of one instrument and side. */
  export interface SideExposure {
    /** Instrument whose price triggers the covers. */
    readonly instrument: string;
    /** Side of the price on which the barriers lie. */
    readonly side: derivatives.BarrierSide;
    /** Number of covers. [from 0] */
    readonly covers: number;
    /** Sum insured, in units of currency. */
    readonly sum_insured: number;
    /** Premium, in units of currency. */
    readonly premium: number;
    /** Part of the sum insured of the whole book. */
    readonly share: number;
  }

  /** Covers of one expiry. */
  export interface ExpiryExposure {
    /** Instant of the expiry, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly expiry_ms: number;
    /** Number of covers. [from 0] */
    readonly covers: number;
    /** Sum insured, in units of currency. */
    readonly sum_insured: number;
    /** Premium, in units of currency. */
    readonly premium: number;
    /** Part of the sum insured of the whole book. */
    readonly share: number;
  }

  /** Covers of one instrument and side whose barriers are neighbors. */
  export interface BucketExposure {
    /** Instrument whose price triggers the covers. */
    readonly instrument: string;
    /** Side of the price on which the barriers lie. */
    readonly side: derivatives.BarrierSide;
    /** Least distance of the bucket from the price, in the logarithm; below 0 for barriers that the price is beyond. */
    readonly distance: number;
    /** Sum insured of this bucket and of all nearer ones of the instrument and side, in units of currency: what a move through it costs. */
    readonly cumulative_sum_insured: number;
    /** Number of covers. [from 0] */
    readonly covers: number;
    /** Sum insured, in units of currency. */
    readonly sum_insured: number;
    /** Premium, in units of currency. */
    readonly premium: number;
    /** Part of the sum insured of the whole book. */
    readonly share: number;
  }

  /** Result of `accumulation`. */
  export interface AccumulationReport {
    /** Number of covers. [from 0] */
    readonly covers: number;
    /** Sum insured, in units of currency. */
    readonly sum_insured: number;
    /** Premium, in units of currency. */
    readonly premium: number;
    /** Part of the sum insured of the whole book. */
    readonly share: number;
    /** By instrument, in the order of their names. */
    readonly by_instrument: readonly (InstrumentExposure)[];
    /** By instrument and side. */
    readonly by_side: readonly (SideExposure)[];
    /** By expiry, the earliest first. */
    readonly by_expiry: readonly (ExpiryExposure)[];
    /** By instrument, side and bucket of barriers, the nearest first. */
    readonly by_bucket: readonly (BucketExposure)[];
  }

  /** Value at risk and tail value at risk of simulated losses, with their errors. */
  export interface SimulatedTail {
    /** Probability that the loss stays at or below the value at risk. [from 0.0 to 1.0] */
    readonly level: number;
    /** Value at risk, in units of currency: a loss that was simulated. */
    readonly value_at_risk: number;
    /** Lower end of the 95 % interval of the value at risk, by the ranks of the losses, in units of currency. */
    readonly value_at_risk_low: number;
    /** Upper end of that interval, in units of currency. */
    readonly value_at_risk_high: number;
    /** Tail value at risk, in units of currency. */
    readonly tail_value_at_risk: number;
    /** Standard error of the tail value at risk, in units of currency (that of the mean excess over the value at risk; Trindade et al. 2007). */
    readonly tail_value_at_risk_error: number;
  }

  /** Result of `BookSimulation`. All figures are of the simulated paths. */
  export interface BookSimulationReport {
    /** Measure of the numbers, as in the request. */
    readonly measure: derivatives.Measure;
    /** Number of simulated paths. [from 0] */
    readonly paths: number;
    /** Mean loss, in units of currency. */
    readonly expected_loss: number;
    /** Standard error of the mean loss, in units of currency. */
    readonly standard_error: number;
    /** Standard deviation of the loss, in units of currency. */
    readonly standard_deviation: number;
    /** Part of the paths on which no cover is triggered. */
    readonly no_loss_probability: number;
    /** Lower end of the exact 95 % interval of that probability. */
    readonly no_loss_probability_low: number;
    /** Upper end of the exact 95 % interval of that probability. */
    readonly no_loss_probability_high: number;
    /** Values at risk at the levels of the request. */
    readonly tails: readonly (SimulatedTail)[];
    /** Part of the paths on which each cover is triggered, in the order of the covers. */
    readonly hit_probabilities: readonly (number)[];
    /** Parts of the covers in the tail value at risk at the allocation level, in units of currency (co-TVaR, Euler): they add up to it. */
    readonly allocations: readonly (number)[];
  }

  /** Result of `scenario_risk`. */
  export interface ScenarioRiskReport {
    /** Expected loss, in units of currency. */
    readonly expected_loss: number;
    /** Value at risk and tail value at risk of the whole. */
    readonly tail: TailRisk;
    /** Parts in the tail value at risk, in units of currency (co-TVaR, Euler): they add up to it. */
    readonly allocations: readonly (number)[];
  }

  /** Result of `one_factor_loss`. */
  export interface OneFactorReport {
    /** Quantile of the part of the portfolio that is triggered. */
    readonly loss_quantile: number;
    /** Quantile less the expected part: what capital must bear. */
    readonly unexpected_loss: number;
  }

  /** Rules of a fund. */
  export interface FundPolicy {
    /** Currency of the fund, as USDT. */
    readonly currency: string;
    /** Decimal places of estimates that are booked: unearned premiums, expected claims. [from 0 to 12; 2 where absent] */
    readonly places?: number | undefined;
    /** Rounding of estimates that are booked: what a fund owes is rounded up. ["ceiling" where absent] */
    readonly rounding?: units.Rounding | undefined;
  }

  /** Cash that came or went. */
  export interface FundCash {
    /** Cash, above 0. */
    readonly value: units.Money;
  }

  /** A cover that was sold. */
  export interface CoverSold {
    /** Name of the cover, which no other cover has. */
    readonly cover: string;
    /** Premium received, above 0. */
    readonly value: units.Money;
    /** Sum insured, above 0. */
    readonly sum_insured: units.Money;
    /** Instrument whose price triggers the cover. Absent: no single price does, as of a fall from the maximum or a default. */
    readonly instrument?: string | undefined;
    /** Side of the price on which the barrier lies: down for the liquidation of a long, up for that of a short. Absent: as the instrument. */
    readonly side?: derivatives.BarrierSide | undefined;
    /** Price whose touch triggers the cover, in quote currency. Absent: as the instrument. [from 1e-18 to 1e+18] */
    readonly barrier?: number | undefined;
    /** Instant from which the price is watched, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly inception_ms: number | Date | string;
    /** Instant until which the price is watched, in Unix milliseconds UTC; after the inception, and after the sale. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly expiry_ms: number | Date | string;
    /**
     * Probability of a touch that the premium was made of, above 0: the measure of the premium that is not earned yet. Absent: it is known only
     * in proportion to time. [from 0.0 to 1.0]
     */
    readonly hit_probability?: number | undefined;
  }

  /** A cover that was ended early. */
  export interface CoverRefund {
    /** Name of the cover. */
    readonly cover: string;
    /** Premium paid back, from 0 on, at most the premium. */
    readonly value: units.Money;
  }

  /** A cover whose barrier was touched. */
  export interface CoverTriggered {
    /** Name of the cover. */
    readonly cover: string;
  }

  /** A claim that was reported. */
  export interface ClaimReported {
    /** Name of the claim, which no other claim has. */
    readonly claim: string;
    /** Name of the cover; it has no other claim. */
    readonly cover: string;
    /** Case reserve: what the claim is expected to cost, from 0 on, at most the sum insured. */
    readonly reserve: units.Money;
  }

  /** A claim whose reserve was set anew. */
  export interface ClaimReserved {
    /** Name of the claim. */
    readonly claim: string;
    /** Case reserve: what the claim is still expected to cost, from 0 on; with what is paid at most the sum insured. */
    readonly reserve: units.Money;
  }

  /** A payment on a claim. */
  export interface ClaimPaid {
    /** Name of the claim. */
    readonly claim: string;
    /** Cash paid, above 0, at most the reserve. */
    readonly value: units.Money;
  }

  /** A claim that was closed. */
  export interface ClaimClosed {
    /** Name of the claim. */
    readonly claim: string;
  }

  /**
   * Entry of a fund: the kind of an event with what belongs to it.
   * - `capital`: The owners put in capital.
   * - `withdrawal`: The owners took out capital.
   * - `expense`: An expense was paid.
   * - `premium`: A cover was sold, and its premium received.
   * - `refund`: A cover was ended early, and a part of its premium paid back.
   * - `trigger`: The price has touched the barrier of a cover: a claim has happened, and is not reported yet.
   * - `report`: A claim was reported.
   * - `reserve`: The case reserve of a claim was set anew.
   * - `payment`: A claim was paid, in full or in part.
   * - `close`: A claim was closed: what is left of its reserve is free again.
   */
  export type FundEntry =
    | { readonly capital: FundCash }
    | { readonly withdrawal: FundCash }
    | { readonly expense: FundCash }
    | { readonly premium: CoverSold }
    | { readonly refund: CoverRefund }
    | { readonly trigger: CoverTriggered }
    | { readonly report: ClaimReported }
    | { readonly reserve: ClaimReserved }
    | { readonly payment: ClaimPaid }
    | { readonly close: ClaimClosed };

  /** One event of a fund. */
  export interface FundEvent {
    /** Instant of the event, in Unix milliseconds UTC; not before the event that stands before it. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | Date | string;
    /** Entry of the event: its kind with what belongs to it. */
    readonly entry: FundEntry;
  }

  /**
   * How a premium is earned.
   * - `pro_rata`: In proportion to time.
   * - `remaining_risk`: By the probability of a touch that remains, at the prices of the markets, over that at the sale: what was sold as a risk of 27 % and has come down to 3 % is earned by eight ninths.
   */
  export type UnearnedBasis =
    | "pro_rata"
    | "remaining_risk";

  /** What a fund holds and owes after an event. All amounts are in the currency of the fund. */
  export interface FundLine {
    /** Instant of the event, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number;
    /** Cash. (decimal text) */
    readonly cash: string;
    /** Outstanding claims: case reserves of those that are reported and not paid. (decimal text) */
    readonly outstanding: string;
    /** Unreported claims: sums insured of covers that are triggered and without a claim. (decimal text) */
    readonly unreported: string;
  }

  /** Result of `fund_position`. All amounts are in the currency of the fund. */
  export interface FundPositionReport {
    /** Cash: what came in less what went out. (decimal text) */
    readonly cash: string;
    /** Capital that the owners put in. (decimal text) */
    readonly capital: string;
    /** Capital that the owners took out. (decimal text) */
    readonly withdrawn: string;
    /** Premiums received. (decimal text) */
    readonly premiums: string;
    /** Premiums paid back. (decimal text) */
    readonly refunds: string;
    /** Expenses paid. (decimal text) */
    readonly expenses: string;
    /** Claims paid. (decimal text) */
    readonly claims_paid: string;
    /** Number of covers that can still be triggered. [from 0] */
    readonly covers_in_force: number;
    /** Sum insured of the covers that can still be triggered. (decimal text) */
    readonly sum_insured_in_force: string;
    /** Unearned premium in proportion to time. (decimal text) */
    readonly unearned_pro_rata: string;
    /** Unearned premium by the remaining risk. Absent: a market, a barrier or the probability of a sale is missing. (decimal text) */
    readonly unearned_remaining_risk?: string;
    /** Expected claims of the covers in force, each watched from the valuation on. Absent: a market is missing, or no single price triggers one. (decimal text) */
    readonly expected_claims?: string;
    /** Unearned premium on the basis of the request. (decimal text) */
    readonly unearned: string;
    /** Premium deficiency: expected claims beyond the unearned premium. Absent: a market is missing. (decimal text) */
    readonly premium_deficiency?: string;
    /** Outstanding claims: case reserves. (decimal text) */
    readonly outstanding: string;
    /** Unreported claims: sums insured of covers that are triggered and without a claim, and the estimate of the request. (decimal text) */
    readonly unreported: string;
    /** Risk margin of the request. (decimal text) */
    readonly risk_margin: string;
    /** Free capital: cash less everything owed. Below 0: the fund owes more than it has. (decimal text) */
    readonly free_capital: string;
    /** Earned premium: premiums less refunds and unearned. (decimal text) */
    readonly earned: string;
    /** Loss ratio: claims paid, outstanding and unreported, over earned premium. `undefined` where none is earned. */
    readonly loss_ratio: units.Outcome;
    /** Solvency ratio: free capital over required capital. `unbounded` where none is required. Absent: the request names none. */
    readonly solvency_ratio?: units.Outcome;
    /** What the fund held and owed after each event. */
    readonly lines: readonly (FundLine)[];
  }

  /**
   * Law that names a cost of capital.
   * - `solvency_ii`: Solvency II, of the European Union.
   * - `solvency_uk`: Solvency UK: that of the Union until the end of 2023.
   */
  export type CapitalRegime =
    | "solvency_ii"
    | "solvency_uk";

  /** Rate of a law on a day. */
  export interface CapitalRateLaw {
    /** Law that names the rate. */
    readonly regime: CapitalRegime;
    /** Day of the valuation. */
    readonly date: string;
  }

  /**
   * Rate of the cost of capital: that of a law, or the caller's.
   * - `law`: Rate of a law on a day.
   * - `rate`: Rate per year above the riskless one, as a fraction.
   */
  export type CapitalRate =
    | { readonly law: CapitalRateLaw }
    | { readonly rate: number };

  /** Cost of capital of a law from a day on. */
  export interface CostOfCapital {
    /** Law that names the rate. */
    readonly regime: CapitalRegime;
    /** Day from which the rate holds. */
    readonly valid_from: string;
    /** Cost of capital above the riskless rate, per year. */
    readonly rate_per_year: number;
    /** Source of the rate. */
    readonly source: string;
  }

  /** Result of `risk_margin`. */
  export interface RiskMarginReport {
    /** Risk margin, in units of currency. */
    readonly risk_margin: number;
    /** Cost of capital per year that it was made with. */
    readonly rate_per_year: number;
    /** Law, day and source of the rate. Absent: it is the caller's. */
    readonly law?: CostOfCapital;
    /** Part of each period in the risk margin, in units of currency. */
    readonly parts: readonly (number)[];
  }

  /** Result of `fund_ruin`. */
  export interface FundRuinReport {
    /** Lower bound of the probability of ruin within all periods. */
    readonly lower: number;
    /** Upper bound of the probability of ruin within all periods; the lower one where it is exact. */
    readonly upper: number;
    /** Lower bounds of the probability of ruin by the end of each period. */
    readonly lower_by_period: readonly (number)[];
    /** Upper bounds of the probability of ruin by the end of each period. */
    readonly upper_by_period: readonly (number)[];
    /** Expected loss of a period, in units of currency. */
    readonly expected_loss: number;
  }

  /** Result of `utilisation_price`. */
  export interface UtilisationPriceReport {
    /** Utilisation before the purchase. */
    readonly utilisation_before: number;
    /** Utilisation after it. */
    readonly utilisation_after: number;
    /** Mean premium rate of the purchase, as a fraction of the sum insured. */
    readonly premium_rate: number;
    /** Premium of the purchase, in units of currency. */
    readonly premium: number;
    /** Premium rate of the next cover, however small. */
    readonly next_rate: number;
  }

  /**
   * What votes decide.
   * - `accepted`: The claim is accepted.
   * - `denied`: The claim is denied.
   * - `no_quorum`: Too little stake has voted.
   * - `no_majority`: Enough stake has voted, and neither side has its majority.
   */
  export type AssessmentOutcome =
    | "accepted"
    | "denied"
    | "no_quorum"
    | "no_majority";

  /** Result of `assess_votes`. */
  export interface AssessmentReport {
    /** What the votes decide. Without quorum or majority the claim goes on to review. */
    readonly outcome: AssessmentOutcome;
    /** Stake that voted. (decimal text) */
    readonly voted: string;
    /** Stake that was needed for a quorum, rounded up to 12 places. (decimal text) */
    readonly needed: string;
  }

  /** Ratio up to a cumulative sum insured. */
  export interface CoinbeneTier {
    /** Ratio of the payout, 0 to 1, as decimal text. (decimal text) */
    readonly ratio: string;
    /** Greatest cumulative sum insured of the tier, as decimal text. Absent: there is none, and it is the last. (decimal text) */
    readonly up_to?: string | undefined;
  }

  /** Result of `coinbene_payout`. */
  export interface CoinbeneReport {
    /** Ratio of the tier. (decimal text) */
    readonly ratio: string;
    /** Payout, rounded down to 6 decimal places. (decimal text) */
    readonly payout: string;
    /** Probability of a claim on the whole sum insured at which premiums pay for claims: `1 / (2 ratio)`. */
    readonly break_even_probability: number;
  }

  /** Result of `bitnasdaq_payout`. */
  export interface BitnasdaqReport {
    /** Loss from which the cover pays: ten premiums. (decimal text) */
    readonly trigger: string;
    /** Payout: half of the trigger, or 0 before it. (decimal text) */
    readonly payout: string;
    /** Probability of a claim at which premiums pay for claims. */
    readonly break_even_probability: number;
  }

  /** Result of `bybit_protection`. */
  export interface BybitProtectionReport {
    /** Premium in dollars, before the factors of the pool. */
    readonly premium_usd: number;
    /** Premium in coins. */
    readonly premium_btc: number;
    /** Fee in dollars. */
    readonly fee_usd: number;
    /** Payoff at the settlement, in coins. */
    readonly payoff_btc: number;
  }

  /** Result of `bumper_payout`. */
  export interface BumperReport {
    /** Price below which the floor is paid, in dollars, as decimal text. (decimal text) */
    readonly floor_price: string;
    /** Whether the floor is paid in stablecoins; otherwise the coins go back. */
    readonly is_claimed: boolean;
    /** Payout beyond what the coins are worth at the close, in dollars, as decimal text; 0 at or above the floor. (decimal text) */
    readonly payout_usd: string;
    /** What the holder has at the close, less the premium, in dollars, as decimal text. Negative where the premium has used up all of it. (decimal text) */
    readonly received_usd: string;
    /** Premium as a fraction of the deposit. */
    readonly premium_rate: number;
    /** Fraction of the put's premium that was saved; negative where the put was cheaper. Absent: not compared. */
    readonly saving?: number;
  }

  /** Prices of one source, in any order. */
  export interface PriceSeries {
    /** Exchange or service that publishes the price. */
    readonly venue: string;
    /** Contract whose price is looked at, in the words of the venue. */
    readonly instrument: string;
    /** Kind of the price. */
    readonly price_kind: PriceKind;
    /** Times of the prices, in Unix milliseconds UTC. */
    readonly time_ms: readonly (number)[];
    /** Prices, in quote currency, one for each time. */
    readonly price: readonly (number)[];
  }

  /** Funding of the covered account. */
  export interface FundingPayment {
    /** Funding that was paid, in the currency of the cover, as decimal text. Negative where it was received. (decimal text) */
    readonly paid: string;
  }

  /** Liquidation of the covered account by its venue. */
  export interface VenueLiquidation {
    /** Venue that liquidated. */
    readonly venue: string;
    /** Contract that was liquidated, in the words of the venue. */
    readonly instrument: string;
    /** Average price of the fills, in quote currency. [from 1e-18 to 1e+18] */
    readonly fill_price: number;
  }

  /** Default of an exchange, as it is established. */
  export interface EstablishedDefault {
    /** Exchange that defaulted. */
    readonly venue: string;
    /** Part of the covered balance that is lost, in the currency of the cover, as decimal text. Absent: not known yet. (decimal text) */
    readonly lost?: string | undefined;
  }

  /**
   * How the holder changed the covered account.
   * - `size_increased`: The position grew.
   * - `size_reduced`: The position shrank, or one of several was closed.
   * - `margin_added`: Margin came in.
   * - `margin_withdrawn`: Margin was taken out.
   * - `closed`: The position was closed; of a whole account the last of its positions, or all of its balance taken out.
   */
  export type AccountChange =
    | "size_increased"
    | "size_reduced"
    | "margin_added"
    | "margin_withdrawn"
    | "closed";

  /** Change of the covered account by its holder. */
  export interface AccountAlteration {
    /** How the account was changed. */
    readonly change: AccountChange;
  }

  /** Cause that may be excluded, while it held. */
  export interface HeldCause {
    /** Cause that held. */
    readonly cause: Exclusion;
    /** Instant at which it ended, in Unix milliseconds UTC. Absent: it holds from its beginning on. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly until_ms?: number | undefined;
  }

  /**
   * What happened.
   * - `funding`: Funding was paid or received.
   * - `liquidated`: The venue liquidated.
   * - `defaulted`: An exchange defaulted.
   * - `altered`: The holder changed the account.
   * - `cause`: A cause held that the terms may exclude.
   */
  export type AccountEvent =
    | { readonly funding: FundingPayment }
    | { readonly liquidated: VenueLiquidation }
    | { readonly defaulted: EstablishedDefault }
    | { readonly altered: AccountAlteration }
    | { readonly cause: HeldCause };

  /** Event of the covered account, or of its exchange. */
  export interface ClaimEvent {
    /** Reference of the event with its source; the same event may be told twice. */
    readonly reference: string;
    /** Time of the event, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number;
    /** What happened. */
    readonly event: AccountEvent;
  }

  /**
   * State of a claim.
   * - `reported`: Reported by the holder.
   * - `verified`: The evidence is complete, and the cover is that of the claim.
   * - `assessed`: Loss and payout are found.
   * - `paid`: Paid.
   * - `rejected`: Refused with a reason.
   * - `disputed`: Disputed by the holder.
   */
  export type ClaimState =
    | "reported"
    | "verified"
    | "assessed"
    | "paid"
    | "rejected"
    | "disputed";

  /** Claim that was made before. */
  export interface EarlierClaim {
    /** Reference of the claim. */
    readonly reference: string;
    /** Reference of its cover. */
    readonly cover: string;
    /** State of the claim. */
    readonly state: ClaimState;
  }

  /** Inputs of `claim`. */
  export interface ClaimRequest {
    /** Reference of the claim; no two claims have the same. */
    readonly reference: string;
    /** Cover as it was sold. */
    readonly cover: Cover;
    /** Instant up to which the claim is judged, in Unix milliseconds UTC: no evidence is later. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly as_of_ms: number;
    /** Longest time between two prices that counts as seen, in milliseconds. [ms, from 1 to 31622400000] */
    readonly longest_gap_ms: number;
    /** Prices, in any order; what is told twice counts once. [[] where absent] */
    readonly prices?: readonly (PriceSeries)[] | undefined;
    /** Events of the account and its exchange, in any order; what is told twice counts once. [[] where absent] */
    readonly events?: readonly (ClaimEvent)[] | undefined;
    /** Instant up to which the events are complete, in Unix milliseconds UTC. Absent: they are not known to be. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly events_until_ms?: number | undefined;
    /** Claims that were made before. [[] where absent] */
    readonly earlier?: readonly (EarlierClaim)[] | undefined;
    /** Rate of the currency that a claim is settled in. Absent: it is settled in the currency of the cover, or the rate is not known yet. */
    readonly settle_rate?: CurrencyRate | undefined;
  }

  /** What proves that a cover was triggered. */
  export interface TriggerEvidence {
    /** Price that triggered, the first that is seen beyond the level. Absent: an event triggered, or the equity of an account in several coins. */
    readonly price?: number | undefined;
    /**
     * Equity less requirement of an account in several coins at the trigger, of a margin call that of the called part of the equity, in the currency
     * of the account: 0 or below. Absent: something else triggered.
     */
    readonly excess?: number | undefined;
    /** Level that it reached. Absent: there is none. */
    readonly level?: number | undefined;
    /** Side of the level. Absent: there is none. */
    readonly side?: derivatives.BarrierSide | undefined;
    /** References of the events that prove the same. */
    readonly events: readonly (string)[];
  }

  /**
   * What becomes of a claim.
   * - `pay`: It is paid.
   * - `reject`: It is refused, with a reason.
   * - `review`: The evidence does not decide: a person does.
   */
  export type ClaimDecision =
    | "pay"
    | "reject"
    | "review";

  /**
   * Reason of a decision, or what stands beside it.
   * - `duplicate`: The claim, or another one for the same cover, was made before.
   * - `not_triggered`: Nothing triggered the cover.
   * - `altered`: The holder changed the account before, which makes the cover void.
   * - `account_closed`: The holder had closed the account before: nothing of it was left to be liquidated, called or lost.
   * - `excluded_cause`: The cause is not paid for.
   * - `missing_prices`: Prices are missing where they would decide.
   * - `missing_events`: Events are not known to be complete.
   * - `no_liquidation`: The venue's events are complete and tell no liquidation; by the terms the mark decides alone.
   * - `missing_loss`: It is not known what is lost.
   * - `missing_rate`: The rate of the currency of settlement is missing.
   * - `conflicting_prices`: Two prices of one source and one instant contradict each other.
   * - `conflicting_events`: Two events of one reference contradict each other.
   * - `evidence_disagrees`: The evidence contradicts the cover: the venue liquidated though no price had reached the level, or long after one had, or where nothing is lost; it did not liquidate though its price had reached the level; more is lost than stood there.
   * - `waiting_period`: A price, a liquidation or a default in the waiting period would have triggered.
   * - `after_expiry`: A price after the cover expired would have triggered.
   * - `other_price`: A price of another kind or source would have triggered.
   */
  export type ClaimReasonCode =
    | "duplicate"
    | "not_triggered"
    | "altered"
    | "account_closed"
    | "excluded_cause"
    | "missing_prices"
    | "missing_events"
    | "no_liquidation"
    | "missing_loss"
    | "missing_rate"
    | "conflicting_prices"
    | "conflicting_events"
    | "evidence_disagrees"
    | "waiting_period"
    | "after_expiry"
    | "other_price";

  /** Reason of a decision on a claim. */
  export interface ClaimReason {
    /** Code of the reason. */
    readonly code: ClaimReasonCode;
    /** Instant that it is about, in Unix milliseconds UTC. Absent: none in particular. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms?: number | undefined;
    /** Cause that is excluded. Absent: the reason is another. */
    readonly cause?: Exclusion | undefined;
  }

  /** What is lost, in the currency of the cover: its parts add up exactly. */
  export interface ClaimLoss {
    /** Loss by the price, from entry to the level, as decimal text; 0 where the loss is no position's. (decimal text) */
    readonly price: string;
    /** Loss by funding that counts, as decimal text; negative where it was received. (decimal text) */
    readonly funding: string;
    /** What is lost besides, as decimal text: the margin that a liquidation takes, a balance; negative for what the margin does not carry. (decimal text) */
    readonly other: string;
    /** Loss: the sum, as decimal text. (decimal text) */
    readonly total: string;
  }

  /** How a payout comes of a loss, in the currency of the cover. */
  export interface PayoutItems {
    /** Loss that is claimed, as decimal text. (decimal text) */
    readonly loss: string;
    /** Part of the loss that is insured, or the sum that was agreed. (decimal text) */
    readonly covered: string;
    /** Part of it that the deductible takes. (decimal text) */
    readonly deducted: string;
    /** Part of the rest that the holder bears as coinsurance. (decimal text) */
    readonly coinsured: string;
    /** Part of what is left that exceeds the limit. (decimal text) */
    readonly beyond_limit: string;
    /** Part of it below the last digit that is paid. (decimal text) */
    readonly rounding: string;
    /** Payout: what is covered, less all of the above. (decimal text) */
    readonly payout: string;
  }

  /** Claim that was judged, and all that it was judged by. */
  export interface Claim {
    /** What was claimed, with its evidence. */
    readonly request: ClaimRequest;
    /** Terms as they were frozen with the sale. */
    readonly frozen: FrozenTerms;
    /** Whether the cover was triggered. */
    readonly triggered: units.Verdict;
    /** Instant of the trigger, in Unix milliseconds UTC: the first that is seen. Absent: none is. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly triggered_ms?: number | undefined;
    /** What proves the trigger. Absent: nothing does. */
    readonly evidence?: TriggerEvidence | undefined;
    /** What becomes of the claim. */
    readonly decision: ClaimDecision;
    /** Reasons of the decision, and what stands beside it. */
    readonly reasons: readonly (ClaimReason)[];
    /** What is lost. Absent: nothing, or it is not known. */
    readonly loss?: ClaimLoss | undefined;
    /** How the payout would come of the loss. Absent: there is no loss. */
    readonly items?: PayoutItems | undefined;
    /** Payout, in the currency of settlement. Absent: the claim is not paid. */
    readonly payout?: Converted | undefined;
    /** Instant from which the payout is due, in Unix milliseconds UTC. Absent: the claim is not paid. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly due_ms?: number | undefined;
  }

  /**
   * What bars leave open.
   * - `order_unknown`: Whether low or high came first decides, and bars do not say it.
   * - `instant_unknown`: The watch begins or ends within a bar, or an event of the account falls into it, and bars do not say when its extremes were reached.
   */
  export type BarClaimReason =
    | "order_unknown"
    | "instant_unknown";

  /** Result of `claim_by_bars`. */
  export interface BarClaim {
    /** Whether the cover was triggered: what all orders within the bars agree on, `cannot_say` where they do not. */
    readonly triggered: units.Verdict;
    /** What becomes of the claim: a review where the orders lead to different decisions or payouts. */
    readonly decision: ClaimDecision;
    /** What the bars leave open. */
    readonly reasons: readonly (BarClaimReason)[];
    /** Beginning of the bar that triggers in all orders, in Unix milliseconds UTC. Absent: there is no such bar. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly bar_ms?: number;
    /** Payout, in the currency of settlement. Absent: the claim is not paid. */
    readonly payout?: Converted;
    /** Claim on the path that takes the low of every bar first. */
    readonly low_first: Claim;
    /** Claim on the path that takes the high of every bar first. */
    readonly high_first: Claim;
  }

  /** Result of `verify_claim`. */
  export interface VerifyClaimReport {
    /** Whether everything is the same again, to the last bit. */
    readonly holds: boolean;
    /** Parts of the claim that are not what its request leads to. */
    readonly differences: readonly (string)[];
  }

  /** Claim that is to be paid. */
  export interface PayoutOrder {
    /** Claim as it was judged, all of it. */
    readonly claim: Claim;
    /** Account that is paid, by the reference that the payer knows it by. */
    readonly payee: string;
    /** Person who assessed the claim. */
    readonly assessed_by: string;
  }

  /** Approval of a file. */
  export interface PayoutApproval {
    /** Person who approves. */
    readonly by: string;
    /** Time of the approval, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly at_ms: number | Date | string;
    /** Number of payments that are approved. [from 0] */
    readonly payments: number;
    /** Sums that are approved, one of each currency. */
    readonly totals: readonly (units.Money)[];
  }

  /**
   * State of a file.
   * - `awaits_approval`: Fewer than two approve it: nothing may be paid.
   * - `released`: Two approve it.
   */
  export type PayoutFileState =
    | "awaits_approval"
    | "released";

  /** Payment of a file. */
  export interface PayoutLine {
    /** Reference of the claim. */
    readonly claim: string;
    /** Reference of the cover. */
    readonly cover: string;
    /** Account that is paid. */
    readonly payee: string;
    /** Payout, in the currency of settlement. */
    readonly amount: units.Money;
    /** Instant from which the payout is due, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly due_ms: number;
  }

  /** Result of `payout_file`. */
  export interface PayoutFile {
    /** Reference of the file. */
    readonly reference: string;
    /** State of the file. */
    readonly state: PayoutFileState;
    /** Approvals that are missing. [from 0] */
    readonly approvals_missing: number;
    /** Time at which the second approval released the file, in Unix milliseconds UTC. Absent: it is not released. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly released_ms?: number;
    /** Payments, by the reference of their claims. */
    readonly payments: readonly (PayoutLine)[];
    /** Sums of the payments, one of each currency by its name. */
    readonly totals: readonly (units.Money)[];
    /** File as lines of comma-separated values with a header. Absent: it is not released. */
    readonly csv?: string;
  }

  /**
   * Kind of thing that has states.
   * - `policy`: Policy: a cover that is sold.
   * - `claim`: Claim on a policy.
   */
  export type PolicySubject =
    | "policy"
    | "claim";

  /** State of a policy or a claim. */
  export interface PolicyStateRow {
    /** Name of the state. */
    readonly state: string;
    /** Whether nothing leads out of the state. */
    readonly is_final: boolean;
  }

  /**
   * Who moves a policy or a claim.
   * - `holder`: Holder of the policy.
   * - `assessor`: Assessor of claims, who pays nothing out.
   * - `insurer`: Insurer, who pays what an assessor has found.
   */
  export type Actor =
    | "holder"
    | "assessor"
    | "insurer";

  /** Move of a policy or a claim. */
  export interface PolicyMoveRow {
    /** Name of the state before. */
    readonly from_state: string;
    /** Name of the state after. */
    readonly to_state: string;
    /** Name of the move, as on a button. */
    readonly action: string;
    /** Who may make the move. */
    readonly by: Actor;
    /** Whether the move needs a reason. */
    readonly needs_reason: boolean;
  }

  /** Result of `policy_states`. */
  export interface PolicyStates {
    /** States, the first one where a subject begins. */
    readonly states: readonly (PolicyStateRow)[];
    /** Legal moves; no other is. */
    readonly moves: readonly (PolicyMoveRow)[];
  }

  /**
   * State of a policy.
   * - `quoted`: Offered, and not yet paid for.
   * - `paid`: Paid for, and not yet in force.
   * - `active`: In force.
   * - `expired`: Ended without a claim.
   * - `claimed`: Ended by a claim that was accepted.
   * - `void`: Never in force, or no longer.
   */
  export type PolicyState =
    | "quoted"
    | "paid"
    | "active"
    | "expired"
    | "claimed"
    | "void";

  /** Change of a policy. */
  export interface PolicyChange {
    /** State before the change. */
    readonly state: PolicyState;
    /** Time at which the subject came to the state before, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly since_ms: number | Date | string;
    /** State after the change. */
    readonly to: PolicyState;
    /** Who makes the change. */
    readonly by: Actor;
    /** Reason of the change, in words. Needed where the table says so. */
    readonly reason?: string | undefined;
    /** Time of the change, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly at_ms: number | Date | string;
  }

  /** Change of a claim. */
  export interface ClaimChange {
    /** State before the change. */
    readonly state: ClaimState;
    /** Time at which the subject came to the state before, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly since_ms: number | Date | string;
    /** State after the change. */
    readonly to: ClaimState;
    /** Who makes the change. */
    readonly by: Actor;
    /** Reason of the change, in words. Needed where the table says so. */
    readonly reason?: string | undefined;
    /** Time of the change, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly at_ms: number | Date | string;
  }

  /**
   * Change of one subject.
   * - `policy`: Of a policy.
   * - `claim`: Of a claim.
   */
  export type PolicyOrClaimChange =
    | { readonly policy: PolicyChange }
    | { readonly claim: ClaimChange };

  /** Result of `change_policy_state`. */
  export interface ChangePolicyStateReport {
    /** State after the change. */
    readonly state: string;
    /** Time at which the subject came there, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly since_ms: number;
    /** Name of the move that was made. */
    readonly action: string;
    /** Time that the subject had spent in the state before, in milliseconds. */
    readonly time_in_state_ms: number;
  }

  /** Inputs of `premiums`. */
  export interface PremiumsRequest {
    /** Distribution of the loss that is charged for. */
    readonly severity: Severity;
    /** Principles by which a premium is asked for. */
    readonly principles: readonly (PremiumPrinciple)[];
  }

  /** Inputs of `layers`. */
  export interface LayersRequest {
    /** Distribution of a loss. */
    readonly severity: Severity;
    /** Layers that are asked for. */
    readonly layers: readonly (Layer)[];
  }

  /** Inputs of `discretize`. */
  export interface DiscretizeRequest {
    /** Distribution of a loss. */
    readonly severity: Severity;
    /** Distance between lattice points, in units of currency; above 0. */
    readonly step: number;
    /** Number of lattice points, 0 among them. [from 1 to 4194304] */
    readonly points: number;
    /** Way in which the loss is brought onto the lattice. ["mean_preserving" where absent] */
    readonly method?: Discretization | undefined;
  }

  /** Inputs of `aggregate_loss`. */
  export interface AggregateRequest {
    /** Distribution of the number of losses. */
    readonly frequency: Frequency;
    /** Distribution of one loss. */
    readonly severity: Severity;
    /** Distance between lattice points, in units of currency; above 0. */
    readonly step: number;
    /** Number of lattice points, 0 among them. [from 1 to 4194304] */
    readonly points: number;
    /** Way in which losses are added up. ["panjer" where absent] */
    readonly method?: AggregateMethod | undefined;
    /** Way in which one loss is brought onto the lattice. ["mean_preserving" where absent] */
    readonly discretization?: Discretization | undefined;
    /** Probability of no loss at all, instead of the one that the frequency has. Absent: that of the frequency. [from 0.0 to 1.0] */
    readonly zero_probability?: number | undefined;
    /** Levels of value at risk that are asked for, like 0.995. [[] where absent] */
    readonly levels?: Float64Array | readonly (number)[] | undefined;
    /** Retentions of stop-loss contracts that are asked for, in units of currency. [[] where absent] */
    readonly retentions?: Float64Array | readonly (number)[] | undefined;
    /** Whether the report holds the probability of every lattice point. [false where absent] */
    readonly with_probabilities?: boolean | undefined;
  }

  /** Inputs of `ruin`. */
  export interface RuinRequest {
    /** Distribution of a loss; its mean exists. */
    readonly severity: Severity;
    /** Relative loading of the premium over the expected loss, above 0. [from 1e-6 to 1000.0] */
    readonly loading: number;
    /** Initial surpluses of the fund, in units of currency, from 0 on. */
    readonly surpluses: Float64Array | readonly (number)[];
    /** Number of lattice points up to the greatest surplus, where no closed form exists: more make the bounds narrower. [from 10 to 100000; 4000 where absent] */
    readonly points?: number | undefined;
  }

  /** Inputs of `credibility`. */
  export interface CredibilityRequest {
    /** Loss ratios or mean losses of each group, period by period: two groups or more, two periods or more in one of them. */
    readonly ratios: readonly (Float64Array | readonly (number)[])[];
    /** Weights of the ratios, like the number of risks, above 0. Absent: all equal, the model of Bühlmann. */
    readonly weights?: readonly (Float64Array | readonly (number)[])[] | undefined;
    /** Estimator of the variance between groups. ["unbiased" where absent] */
    readonly estimator?: BetweenEstimator | undefined;
  }

  /** Inputs of `triangle`. */
  export interface TriangleRequest {
    /** Payments, in any order. */
    readonly payments: readonly (ClaimPayment)[];
    /** Begin of the first period of origin, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly first_ms: number | Date | string;
    /** Length of a period of origin, and of a step of age, in milliseconds. [from 1 to 315360000000] */
    readonly period_ms: number;
    /** Number of periods of origin. [from 1 to 1000] */
    readonly periods: number;
  }

  /** Inputs of `reserve`. */
  export interface ReserveRequest {
    /**
     * Cumulative amounts: a row for each period of origin, oldest first, an amount for each age that it has reached, in units of
     * currency.
     */
    readonly cumulative: readonly (Float64Array | readonly (number)[])[];
    /** Way in which the triangle is completed. ["chain_ladder" where absent] */
    readonly method?: ReserveMethod | undefined;
    /** Factor from the last age to the ultimate. [from 0.01 to 100.0; 1.0 where absent] */
    readonly tail_factor?: number | undefined;
    /** Way in which the last sigma of Mack's standard errors is found. ["mack" where absent] */
    readonly sigma?: SigmaExtrapolation | undefined;
  }

  /** Inputs of `position_risk`. */
  export interface PositionRiskRequest {
    /** Value of the position at the current price, in units of currency. [from 0.0 to 1e+18] */
    readonly value: number;
    /** Whether the position gains where the price rises. */
    readonly is_long: boolean;
    /** Probability that the loss stays at or below the value at risk, like 0.99: above 0, below 1. [from 0.0 to 1.0] */
    readonly level: number;
    /** Distribution of the return. */
    readonly model: ReturnModel;
  }

  /** Inputs of `fit_risk_score`. */
  export interface FitRiskScoreRequest {
    /** Features of the risks, all of one length. */
    readonly features: readonly (RiskFeature)[];
    /** Outcomes of the risks, as the score is to predict them. */
    readonly outcomes: Float64Array | readonly (number)[];
    /** Greatest total degree of a term: 1 is a linear score. [from 1 to 12; 1 where absent] */
    readonly degree?: number | undefined;
    /** Penalty on the squared coefficients: 0 is plain least squares. [from 0.0 to 1000000000000000.0; 0.0 where absent] */
    readonly ridge?: number | undefined;
    /** Whether features are centered and scaled to a standard deviation of 1 first. [true where absent] */
    readonly standardize?: boolean | undefined;
    /** Number of folds of the cross-validation, from 2 to the number of risks. Absent: no cross-validation. [from 0] */
    readonly folds?: number | undefined;
  }

  /** Inputs of `risk_score`. */
  export interface RiskScoreRequest {
    /** Fitted score. */
    readonly model: RiskModel;
    /** Features of the risks: those of the model by name, in any order. */
    readonly features: readonly (RiskFeature)[];
  }

  /** Inputs of `products`. */
  export interface ProductsRequest {
    /** Peril that the products insure. Absent: all products. */
    readonly peril?: PerilKind | undefined;
  }

  /** Inputs of `verify_quote`. */
  export interface VerifyQuoteRequest {
    /** Quote as it was stored. */
    readonly quote: Quote;
  }

  /** Inputs of `early_close`. */
  export interface EarlyCloseRequest {
    /** Offer that was sold, as it was stored. */
    readonly quote: Quote;
    /** Market in which the cover ends: its instant lies between sale and expiry, and its price has reached no level. */
    readonly market: QuoteMarket;
    /** Share of the premium that is given back. ["lesser" where absent] */
    readonly rule?: RefundRule | undefined;
    /** Part of a refund that the insurer keeps, as decimal text: 0 or more, below 1. Absent: nothing. (decimal text) */
    readonly retained?: string | undefined;
  }

  /** Parameters of `quote_batch`, shared by all rows. */
  export interface QuoteBatchParams {
    /** Venue whose rules liquidate. */
    readonly venue: derivatives.Venue;
    /** Maintenance margin by size. */
    readonly maintenance: derivatives.MaintenanceSchedule;
    /** Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /** What is added to the pure premium. */
    readonly loadings: Loadings;
    /** Fraction of the loss that is insured, as decimal text: above 0, at most 1. The loss is the margin less what the position has lost at the spot. (decimal text) */
    readonly of_loss: string;
    /** Drift of the price per year: the carry under Q, what the insurer believes under P. [1/year, from -10.0 to 10.0; 0.0 where absent] */
    readonly drift_per_year?: number | undefined;
    /** Fee for closing, as a fraction of the notional; it counts where the venue's rules count it. [from 0.0 to 1.0; 0.0 where absent] */
    readonly close_fee_rate?: number | undefined;
    /** Greatest hit probability that is sold. [from 0.0 to 1.0; 0.5 where absent] */
    readonly most_probability?: number | undefined;
    /** Digits after the point of the currency. [from 0 to 4; 2 where absent] */
    readonly digits?: number | undefined;
    /** Treatment of rows that cannot be used. ["refuse" where absent] */
    readonly on_bad_row?: units.OnBadRow | undefined;
  }

  /** Columns that `insurance.quote_batch` takes. */
  export interface QuoteBatchInput extends Columns {
    /** Side of the position: long or short. */
    readonly side: readonly derivatives.Side[] | Words<derivatives.Side> | derivatives.Side;
    /** Size of the position, in units of base. [from 1e-18 to 1e+18] */
    readonly quantity: Float64Array | readonly number[] | number;
    /** Average entry price, in quote currency. [from 1e-18 to 1e+18] */
    readonly entry_price: Float64Array | readonly number[] | number;
    /** Margin of the position less the funding paid so far, in quote currency; at most 1e9. [from 0.0 to 1e+18] */
    readonly margin: Float64Array | readonly number[] | number;
    /** Mark price now, in quote currency. [from 1e-18 to 1e+18] */
    readonly spot: Float64Array | readonly number[] | number;
    /** Volatility per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: Float64Array | readonly number[] | number;
    /** Period of the cover, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: Float64Array | readonly number[] | number;
  }

  /** Columns that `insurance.quote_batch` answers. */
  export interface QuoteBatchColumns extends Columns {
    /** Liquidation price, in quote currency; NaN with status `never` or `every`. */
    readonly liquidation_price: Float64Array;
    /** Hit probability: that the position is liquidated within the period. */
    readonly hit_probability: Float64Array;
    /** Pure premium before rounding, in quote currency. */
    readonly pure_premium: Float64Array;
    /** Maximum payout, in minor units. */
    readonly maximum_payout_minor: BigInt64Array;
    /** Pure premium, in minor units. */
    readonly pure_minor: BigInt64Array;
    /** Risk loading of the premium principle, in minor units. */
    readonly risk_loading_minor: BigInt64Array;
    /** Expenses, fixed and in proportion, with commission and profit, in minor units. */
    readonly expense_minor: BigInt64Array;
    /** Discount, in minor units; negative or 0. */
    readonly discount_minor: BigInt64Array;
    /** Tax, in minor units. */
    readonly tax_minor: BigInt64Array;
    /** Gross premium, in minor units: the sum of the five terms before. */
    readonly gross_minor: BigInt64Array;
    /**
     * Whether the cover is offered: the price is on the right side of a liquidation price, the hit probability not above what is sold, and the
     * payout above 0.
     */
    readonly is_offered: Uint8Array;
    /**
     * State of the row: `ok`, `never` where no price liquidates, `every` where the margin does not carry the position, `undefined` where a
     * loading is beyond what is booked, or `refused`.
     */
    readonly status: Words<units.RowStatus>;
  }

  /** Inputs of `book_loss`. */
  export interface BookLossRequest {
    /** Covers of the book: of one instrument and one expiry, begun and not triggered. */
    readonly covers: Covers;
    /** Price of the instrument, and how it moves; without jumps. */
    readonly market: BookMarket;
    /** Instant of the valuation, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | Date | string;
    /** Measure that the drift is of. */
    readonly measure: derivatives.Measure;
    /** Levels of the values at risk: 0 or more, below 1. [[0.99,0.995] where absent] */
    readonly levels?: Float64Array | readonly (number)[] | undefined;
    /** Level whose tail value at risk is allocated to the covers: 0 or more, below 1. [from 0.0 to 1.0; 0.99 where absent] */
    readonly allocation_level?: number | undefined;
    /** Most buckets of barriers on either side, where the book has covers on both: more are slower, and their bounds narrower. [from 1 to 1000; 64 where absent] */
    readonly buckets?: number | undefined;
  }

  /** Inputs of `book_capacity`. */
  export interface BookCapacityRequest {
    /** Covers of the book: of one instrument and one expiry, begun and not triggered. */
    readonly covers: Covers;
    /** Price of the instrument, and how it moves; without jumps. */
    readonly market: BookMarket;
    /** Instant of the valuation, at which the next cover begins, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | Date | string;
    /** Measure that the drift is of. */
    readonly measure: derivatives.Measure;
    /** Side of the price on which the barrier of the next cover lies. */
    readonly side: derivatives.BarrierSide;
    /** Price whose touch triggers the next cover, in quote currency. It ends with the others. [from 1e-18 to 1e+18] */
    readonly barrier: number;
    /** Limit of the risk, in units of currency: the free capital, for one. [from 0.0 to 1e+18] */
    readonly limit: number;
    /** Measure of risk that the limit holds. ["tail_value_at_risk" where absent] */
    readonly risk?: RiskMeasure | undefined;
    /** Level of the risk: 0 or more, below 1. [from 0.0 to 1.0; 0.995 where absent] */
    readonly level?: number | undefined;
    /** Most buckets of barriers on either side, where there are covers on both. [from 1 to 1000; 64 where absent] */
    readonly buckets?: number | undefined;
  }

  /** Inputs of `accumulation`. */
  export interface AccumulationRequest {
    /** Covers of the book, not triggered. */
    readonly covers: Covers;
    /** Prices of the instruments. */
    readonly prices: readonly (SpotPrice)[];
    /** Instant of the valuation, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | Date | string;
    /** Width of a bucket of barriers, in the logarithm of barrier over price. [from 0.001 to 10.0; 0.05 where absent] */
    readonly bucket_width?: number | undefined;
  }

  /** Inputs of `BookSimulation`. */
  export interface BookSimulationRequest {
    /** Covers of the book, not triggered; some may begin after the valuation. */
    readonly covers: Covers;
    /** Prices of the instruments, and how they move. */
    readonly markets: readonly (BookMarket)[];
    /** Instant of the valuation, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | Date | string;
    /** Measure that drifts and jumps are of. */
    readonly measure: derivatives.Measure;
    /** Number of simulated paths. [from 2 to 10000000] */
    readonly paths: number;
    /** Seed of the random numbers, 64 bits. (answered as decimal text) */
    readonly seed: bigint | number | string;
    /** Correlations of the moves of the logarithms without jumps, a row per market in their order. Absent: the instruments are independent. */
    readonly correlation?: readonly (Float64Array | readonly (number)[])[] | undefined;
    /**
     * Longest step of a path, in days. The extremes of correlated instruments hang together by the ends of the steps, so that shorter
     * ones bring their dependence nearer to the truth; each instrument by itself is exact with any. Absent: from each inception and
     * expiry to the next. [d, above 0.0 to 1000000.0]
     */
    readonly longest_step_days?: number | undefined;
    /** Levels of the values at risk: 0 or more, below 1. [[0.99,0.995] where absent] */
    readonly levels?: Float64Array | readonly (number)[] | undefined;
    /** Level whose tail value at risk is allocated to the covers: 0 or more, below 1. [from 0.0 to 1.0; 0.99 where absent] */
    readonly allocation_level?: number | undefined;
  }

  /** Inputs of `scenario_risk`. */
  export interface ScenarioRiskRequest {
    /** Losses in each scenario, one per part of the book, in units of currency; a gain is below 0. All scenarios are equally likely. */
    readonly scenarios: readonly (Float64Array | readonly (number)[])[];
    /** Level of the value at risk: 0 or more, below 1. [from 0.0 to 1.0] */
    readonly level: number;
  }

  /** Inputs of `one_factor_loss`. */
  export interface OneFactorRequest {
    /** Probability that a risk is triggered; above 0, below 1. [from 0.0 to 1.0] */
    readonly probability: number;
    /** Correlation of the latent variables of two risks, from 0 on, below 1. [from 0.0 to 1.0] */
    readonly correlation: number;
    /** Level of the quantile; above 0, below 1. [from 0.0 to 1.0] */
    readonly level: number;
  }

  /** Inputs of `fund_position`. */
  export interface FundPositionRequest {
    /** Rules of the fund. */
    readonly policy: FundPolicy;
    /** Events of the fund, in order. */
    readonly events: readonly (FundEvent)[];
    /** Instant of the valuation, in Unix milliseconds UTC; not before the last event. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly time_ms: number | Date | string;
    /**
     * Prices of the instruments at that instant, and how they move; without jumps. Without those of a cover in force nothing is said of
     * expected claims. [[] where absent]
     */
    readonly markets?: readonly (BookMarket)[] | undefined;
    /** How premiums are earned. ["pro_rata" where absent] */
    readonly unearned?: UnearnedBasis | undefined;
    /** Claims that neither ledger nor price has shown yet, by an estimate such as that of `insurance.reserve`. Absent: nothing. */
    readonly unreported_estimate?: units.Money | undefined;
    /** Risk margin, such as that of `insurance.risk_margin`. Absent: nothing. */
    readonly risk_margin?: units.Money | undefined;
    /** Capital that the fund must hold, such as the value at risk of `insurance.book_loss`. Absent: no solvency ratio. */
    readonly required_capital?: units.Money | undefined;
  }

  /** Inputs of `risk_margin`. */
  export interface RiskMarginRequest {
    /** Capital that is required at the beginning of each period until the last cover has ended, in units of currency. */
    readonly required_capital: Float64Array | readonly (number)[];
    /** Length of a period, in years of 365 days; above 0. [years, 0, or from 1e-12 to 30.0] */
    readonly period_years: number;
    /** Cost of capital. */
    readonly cost: CapitalRate;
    /** Riskless rate per year, compounded once a year. [1/year, from -0.99 to 10.0; 0.0 where absent] */
    readonly riskless_rate?: number | undefined;
    /** Factor by which the capital of each further year counts less: the risk tapering of the newer laws, 1 for none. [from 0.0 to 1.0; 1.0 where absent] */
    readonly taper_per_year?: number | undefined;
  }

  /** Inputs of `fund_ruin`. */
  export interface FundRuinRequest {
    /** Free capital at the start, in units of currency. [from 0.0 to 1e+18] */
    readonly capital: number;
    /** Premiums of a period less its expenses, in units of currency. [from 0.0 to 1e+18] */
    readonly premium: number;
    /** Losses of a period that can occur, in units of currency. */
    readonly losses: Float64Array | readonly (number)[];
    /** Probabilities of the losses; their sum is 1 to within 1e-9. */
    readonly probabilities: Float64Array | readonly (number)[];
    /** Number of periods. [from 1 to 10000] */
    readonly periods: number;
    /** Distance between lattice points, in units of currency; above 0. Where it divides all amounts the answer is exact. [from 0.0 to 1e+18] */
    readonly step: number;
  }

  /** Inputs of `utilisation_price`. */
  export interface UtilisationPriceRequest {
    /** Capacity of the pool, in units of currency; above 0. [from 0.0 to 1e+18] */
    readonly capacity: number;
    /** Sum insured of the covers in force, in units of currency; at most the capacity. [from 0.0 to 1e+18] */
    readonly used: number;
    /** Sum insured that is bought, in units of currency; above 0, at most the capacity that is left. [from 0.0 to 1e+18] */
    readonly bought: number;
    /** Premium rate up to the target, as a fraction of the sum insured. [from 0.0 to 1000000000000.0] */
    readonly base_rate: number;
    /** Utilisation from which the rate rises. [from 0.0 to 1.0; 0.9 where absent] */
    readonly target?: number | undefined;
    /** Rise of the rate per unit of utilisation beyond the target: 2 is 0.02 for each further percent. [from 0.0 to 1000000000000.0; 2.0 where absent] */
    readonly slope?: number | undefined;
  }

  /** Inputs of `assess_votes`. */
  export interface AssessmentRequest {
    /** Stake that voted for the claim, as decimal text; 0 or more. (decimal text) */
    readonly for_claim: string;
    /** Stake that voted against the claim, as decimal text; 0 or more. (decimal text) */
    readonly against_claim: string;
    /** Stake that could have voted, as decimal text: at least that of the votes. (decimal text) */
    readonly eligible: string;
    /** Part of the eligible stake that must have voted for a decision. [from 0.0 to 1.0; 0.15 where absent] */
    readonly quorum?: number | undefined;
    /** Part of the votes that must be for a claim that is accepted, and against one that is denied: 0.7 of them, for one; above a half. [from 0.0 to 1.0; 0.7 where absent] */
    readonly majority?: number | undefined;
  }

  /** Inputs of `coinbene_payout`. */
  export interface CoinbeneRequest {
    /** Loss by the liquidation, as decimal text. (decimal text) */
    readonly loss: string;
    /** Initial margin of the position, as decimal text. (decimal text) */
    readonly margin: string;
    /** Sum insured, which is also the premium, as decimal text. (decimal text) */
    readonly insured: string;
    /** Part of the position that was liquidated, as decimal text. (decimal text) */
    readonly liquidated: string;
    /** Size of the position when it was opened, as decimal text; not below the part liquidated. (decimal text) */
    readonly opened: string;
    /** Sum insured so far, with this cover, as decimal text. (decimal text) */
    readonly cumulative: string;
    /** Ratios by cumulative sum insured, rising. [[{"ratio":"0.85","up_to":"100"},{"ratio":"0.8","up_to":"500"},{"ratio":"0.75","up_to":"2000"},{"ratio":"0.7"}] where absent] */
    readonly tiers?: readonly (CoinbeneTier)[] | undefined;
  }

  /** Inputs of `bitnasdaq_payout`. */
  export interface BitnasdaqRequest {
    /** Premium of a day's cover, as decimal text. (decimal text) */
    readonly premium: string;
    /** Cumulative loss of the position, realised and floating at the mark price, as decimal text. (decimal text) */
    readonly loss: string;
  }

  /** Inputs of `bybit_protection`. */
  export interface BybitProtectionRequest {
    /** Amount of the position that is protected, in dollars; 500 to 200,000. [from 0.0 to 1e+18] */
    readonly amount_usd: number;
    /** Whether a long is protected, against a fall. */
    readonly is_long: boolean;
    /** Price of the index when the cover is bought. [from 1e-18 to 1e+18] */
    readonly spot: number;
    /** Price from which the cover pays. [from 1e-18 to 1e+18] */
    readonly strike: number;
    /** Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0] */
    readonly years: number;
    /** Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0] */
    readonly rate_per_year: number;
    /** Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0] */
    readonly yield_per_year: number;
    /** Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0] */
    readonly volatility: number;
    /** Price at which the cover is settled. [from 1e-18 to 1e+18] */
    readonly settled: number;
  }

  /** Inputs of `bumper_payout`. */
  export interface BumperRequest {
    /** Coins that are protected, as decimal text: above 0, at most 10^6, with at most 6 decimal places. (decimal text) */
    readonly coins: string;
    /** Price of the coin when the position was opened, in dollars, as decimal text: above 0, at most 10^7, with at most 4 decimal places. (decimal text) */
    readonly opened_price: string;
    /** Floor, as a fraction of the price when the position was opened: above 0, at most 1, with at most 4 decimal places. (decimal text) */
    readonly floor: string;
    /** Price of the coin when the position is closed, in dollars, as decimal text: at most 10^7, with at most 4 decimal places. (decimal text) */
    readonly closed_price: string;
    /** Premium that has accrued by the close, in dollars, as decimal text. (decimal text) */
    readonly premium_usd: string;
    /** Premium of a put of the same strike and term, in dollars, as decimal text. Absent: not compared. (decimal text) */
    readonly put_premium_usd?: string | undefined;
  }

  /** Inputs of `claim_by_bars`. */
  export interface BarClaimRequest {
    /** Claim without prices: the bars are its prices. The longest time that counts as seen is at least the length of a bar. */
    readonly claim: ClaimRequest;
    /** Kind of the price that the bars are of. */
    readonly price_kind: PriceKind;
    /** Bars of venue and instrument of the trigger, that close by the instant of the claim. */
    readonly bars: market.Bars;
  }

  /** Inputs of `verify_claim`. */
  export interface VerifyClaimRequest {
    /** Claim as it was stored. */
    readonly claim: Claim;
  }

  /** Inputs of `payout_file`. */
  export interface PayoutFileRequest {
    /** Reference of the file. */
    readonly reference: string;
    /** Person who put the file together. */
    readonly prepared_by: string;
    /** Time at which the file was put together, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly prepared_ms: number | Date | string;
    /** Claims that are to be paid, in any order. */
    readonly orders: readonly (PayoutOrder)[];
    /** Approvals so far, in any order. [[] where absent] */
    readonly approvals?: readonly (PayoutApproval)[] | undefined;
  }

  /** Inputs of `policy_states`. */
  export interface PolicyStatesRequest {
    /** Kind of thing whose states are asked for. */
    readonly subject: PolicySubject;
  }

  /** Inputs of `change_policy_state`. */
  export interface ChangePolicyStateRequest {
    /** Change of a policy or of a claim. */
    readonly change: PolicyOrClaimChange;
  }

  /** The operations of `insurance`. Each throws {@link HashInsightError} on what it refuses; one that answers a promise rejects it. */
  export interface Operations {
    /**
     * Premiums of a loss by up to nine principles: expected value, standard deviation, variance, Esscher, exponential, proportional
     * hazard, Wang, expected shortfall, dual power.
     *
     * @example
     * ```ts
     * const answer = insurance.premiums({
     *  severity: { discrete: { amounts: [0, 100, 1000], probabilities: [0.9, 0.08, 0.02] } },
     *  principles: [{ expected_value: 0.2 }, { wang: 0.25 }, { expected_shortfall: 0.95 }],
     * });
     * ```
     */
    premiums(request: PremiumsRequest): PremiumsReport;
    /**
     * What each layer of a loss costs on average: excess of loss with retention and limit, quota share by its share.
     *
     * @example
     * ```ts
     * const answer = insurance.layers({
     *  severity: { lognormal: { mu: 5, sigma: 1.2 } },
     *  layers: [{ retention: 250, limit: 250 }, { retention: 500, share: 0.5 }],
     * });
     * ```
     */
    layers(request: LayersRequest): LayersReport;
    /**
     * The probabilities of a loss on a lattice of multiples of a step.
     *
     * @example
     * ```ts
     * const answer = insurance.discretize({ severity: { exponential: { mean: 1000 } }, step: 250, points: 12 });
     * ```
     */
    discretize(request: DiscretizeRequest): DiscretizeReport;
    /**
     * The distribution of the sum of a random number of losses, by Panjer's recursion or a fast Fourier transform: value at risk, tail
     * value at risk, stop-loss premiums.
     *
     * @example
     * ```ts
     * const answer = insurance.aggregateLoss({
     *  frequency: { poisson: { mean: 10 } },
     *  severity: { pareto: { shape: 2.5, scale: 1000 } },
     *  step: 100,
     *  points: 2048,
     *  method: { fft: 0.01 },
     *  levels: [0.9, 0.99, 0.995],
     *  retentions: [20000],
     * });
     * ```
     */
    aggregateLoss(request: AggregateRequest): AggregateReport;
    /**
     * The probability that a fund is ever ruined, and the adjustment coefficient (Cramér and Lundberg): exact for mixtures of
     * exponentials, bounds for other losses.
     *
     * @example
     * ```ts
     * const answer = insurance.ruin({
     *  severity: { mixed_exponential: { weights: [0.5, 0.5], means: [1000, 4000] } },
     *  loading: 0.3,
     *  surpluses: [0, 10000, 50000],
     * });
     * ```
     */
    ruin(request: RuinRequest): RuinReport;
    /**
     * Credibility premiums of groups from their experience (Bühlmann; Bühlmann and Straub).
     *
     * @example
     * ```ts
     * const answer = insurance.credibility({
     *  ratios: [[0.8, 1.1, 0.9], [1.9, 2.2, 2.0], [1.2, 1.0, 1.1]],
     *  weights: [[120, 130, 150], [40, 35, 50], [300, 310, 290]],
     * });
     * ```
     */
    credibility(request: CredibilityRequest): CredibilityReport;
    /**
     * The triangle of payments on claims by period of origin and age.
     *
     * @example
     * ```ts
     * const answer = insurance.triangle({
     *  payments: [{ occurred_ms: 1714521600000, paid_ms: 1714525200000, amount: 100 }, { occurred_ms: 1714550000000, paid_ms: 1714640000000, amount: 20 }, { occurred_ms: 1714608000000, paid_ms: 1714611600000, amount: 70 }],
     *  first_ms: 1714521600000,
     *  period_ms: 86400000,
     *  periods: 2,
     * });
     * ```
     */
    triangle(request: TriangleRequest): TriangleReport;
    /**
     * Reserves of a triangle: chain ladder with Mack's standard errors, Bornhuetter and Ferguson, Cape Cod.
     *
     * @example
     * ```ts
     * const answer = insurance.reserve({ cumulative: [[5012, 8269, 10907, 11805], [1060, 4285, 5396], [3410, 8992], [5655]] });
     * ```
     */
    reserve(request: ReserveRequest): ReserveReport;
    /**
     * Value at risk and expected shortfall of a position, as losses, in closed form or from past returns.
     *
     * @example
     * ```ts
     * const answer = insurance.positionRisk({
     *  value: 100000,
     *  is_long: true,
     *  level: 0.99,
     *  model: { lognormal: { volatility: 0.65, years: 0.0027397260273972603 } },
     * });
     * ```
     */
    positionRisk(request: PositionRiskRequest): PositionRiskReport;
    /**
     * Fits a polynomial of features to outcomes, with a ridge and cross-validation: a risk score that can be stored.
     *
     * @example
     * ```ts
     * const answer = insurance.fitRiskScore({
     *  features: [{ name: "leverage", values: [2, 5, 10, 20, 50] }, { name: "volatility", values: [0.5, 0.7, 0.4, 0.9, 0.6] }],
     *  outcomes: [0.01, 0.05, 0.12, 0.4, 0.8],
     *  ridge: 0.1,
     * });
     * ```
     */
    fitRiskScore(request: FitRiskScoreRequest): FitRiskScoreReport;
    /**
     * Scores of risks by a fitted model.
     *
     * @example
     * ```ts
     * const answer = insurance.riskScore({
     *  model: { features: ["leverage"], centers: [10], scales: [5], exponents: [[0], [1]], coefficients: [0.12, 0.08] },
     *  features: [{ name: "leverage", values: [5, 25] }],
     * });
     * ```
     */
    riskScore(request: RiskScoreRequest): RiskScoreReport;
    /**
     * Sample products of an insurer: peril, price or rule, sum, bounds of leverage and period.
     *
     * @example
     * ```ts
     * const answer = insurance.products({ peril: "liquidation" });
     * ```
     */
    products(request?: ProductsRequest): ProductsReport;
    /**
     * What a cover says for good when it is sold: the prices that trigger it, what is lost there and what is paid, margin and leverage.
     *
     * Terms that contradict each other, an account that could not stand and a tier table of another contract are refused with their place.
     *
     * @example
     * ```ts
     * const answer = insurance.frozenTerms({
     *  reference: "C-2026-000017",
     *  account: { position: { venue: "binance_usdm", instrument: "BTCUSDT", coin: "BTC", margin_currency: "USDT", contract: "linear", side: "long", quantity: 0.5, entry_price: 60000, margin_mode: { isolated: { margin: 3000 } }, maintenance: { tiers: { source: "binance_usdm", instrument: "BTCUSDT", margin_currency: "USDT", time_ms: 1729728000000, notional_floor: [0, 50000, 600000, 3000000], notional_cap: [50000, 600000, 3000000, 12000000], maintenance_rate: [0.004, 0.005, 0.0065, 0.01], deduction: [0, 50, 950, 11450], max_leverage: [125, 100, 75, 50] } } } },
     *  peril: { liquidation: { venue: "binance_usdm", instrument: "BTCUSDT", price_kind: "mark" } },
     *  terms: { starts_ms: 1780272000000, expires_ms: 1780876800000, sum: { fraction: { of_loss: "0.5" } }, basis: "indemnity", currency: "USDT", exclusions: ["platform_failure", "holder_closed", "margin_withdrawn"] },
     *  product: "liquidation-half",
     * });
     * ```
     */
    frozenTerms(request: Cover): FrozenTerms;
    /**
     * The price of a cover, or why it is not sold: pure premium, risk loading by a premium principle, expenses, discount, tax, maximum
     * payout, hit probability and its measure, sensitivities or why there are none, the range over models.
     *
     * Geometric Brownian motion in closed form, Kou by transform, Merton and accounts in several coins by simulation with its standard error. The
     * terms add up to the gross premium exactly. Everything that it was computed from is inside.
     *
     * @example
     * ```ts
     * const answer = insurance.quote(JSON.parse(example("insurance.quote")));
     * ```
     */
    quote(request: QuoteRequest): Quote;
    /**
     * A quote computed again from the request inside it: whether every number is the same, to the last bit.
     *
     * @example
     * ```ts
     * const answer = insurance.verifyQuote(JSON.parse(example("insurance.verify_quote")));
     * ```
     */
    verifyQuote(request: VerifyQuoteRequest): VerifyQuoteReport;
    /**
     * What a cover that ends before its time gives back of its premium: by time, by what the rest of it is worth now, or the lesser of both.
     *
     * What the sale has cost is spent. The refund is what the fund books, and stands beside what the insurer keeps.
     *
     * @example
     * ```ts
     * const answer = insurance.earlyClose(JSON.parse(example("insurance.early_close")));
     * ```
     */
    earlyClose(request: EarlyCloseRequest): EarlyCloseReport;
    /**
     * Premiums of many liquidation covers at once under geometric Brownian motion, in whole minor units, each term to the last digit of
     * `insurance.quote`.
     *
     * @example
     * ```ts
     * const columns = insurance.quoteBatch({
     *  side: ["long", "short", "long", "long"],
     *  quantity: [0.5, 0.5, 1, 0.5],
     *  entry_price: [60000, 60000, 60000, 60000],
     *  margin: [3000, 3000, 600, 30000],
     *  spot: [60000, 60000, 60000, 60000],
     *  volatility: [0.65, 0.65, 0.65, 0.65],
     *  years: [0.019178082191780823, 0.019178082191780823, 0.0027397260273972603, 0.0821917808219178],
     * }, {
     *  venue: "binance_usdm",
     *  maintenance: { tiers: { source: "binance_usdm", instrument: "BTCUSDT", margin_currency: "USDT", time_ms: 1729728000000, notional_floor: [0, 50000, 600000, 3000000], notional_cap: [50000, 600000, 3000000, 12000000], maintenance_rate: [0.004, 0.005, 0.0065, 0.01], deduction: [0, 50, 950, 11450], max_leverage: [125, 100, 75, 50] } },
     *  rate_per_year: 0.04,
     *  loadings: { principle: { standard_deviation: 0.1 }, expense: "0.15" },
     *  of_loss: "0.5",
     *  most_probability: 0.5,
     * });
     * ```
     */
    quoteBatch(columns: QuoteBatchInput, params: QuoteBatchParams): QuoteBatchColumns;
    /**
     * The risk index of nine declared factors from 0 to 100, with what each contributes: a scorecard, no probability, no part of a
     * premium.
     *
     * @example
     * ```ts
     * const answer = insurance.riskIndex({
     *  factors: [{ factor: "liquidity_depth", weight: 0.1, sign: "lowers", score: 93 }, { factor: "policy_type", weight: 0.1, sign: "raises", score: 75 }, { factor: "win_rate", weight: 0.1, sign: "lowers", score: 63 }, { factor: "margin_balance", weight: 0.15, sign: "lowers", score: 58 }, { factor: "rsi", weight: 0.1, sign: "raises", score: 40 }, { factor: "support_pressure", weight: 0.1, sign: "lowers", score: 40 }, { factor: "market_sentiment", weight: 0.1, sign: "lowers", score: 31 }, { factor: "policy_environment", weight: 0.05, sign: "lowers", score: 28 }, { factor: "price_volatility", weight: 0.2, sign: "raises", score: 15 }],
     * });
     * ```
     */
    riskIndex(request: RiskIndexRequest): RiskIndex;
    /**
     * The distribution of the loss of covers that hang on one price and end at one expiry, exact on one side and between two bounds on both:
     * values at risk as positive losses, what each cover has in the tail (co-TVaR), the hedge between longs and shorts.
     *
     * @example
     * ```ts
     * const answer = insurance.bookLoss({
     *  covers: { instrument: ["BTCUSDT", "BTCUSDT", "BTCUSDT", "BTCUSDT", "BTCUSDT"], side: ["down", "down", "down", "up", "up"], barrier: [54216.87, 57228.92, 50000, 65737.05, 70000], sum_insured: [150000, 225000, 120000, 150000, 90000], inception_ms: [1780272000000, 1780272000000, 1780272000000, 1780272000000, 1780272000000], expiry_ms: [1780876800000, 1780876800000, 1780876800000, 1780876800000, 1780876800000], premium: [56000, 180000, 8000, 60000, 9000] },
     *  market: { instrument: "BTCUSDT", spot: 60000, drift_per_year: 0, volatility: 0.65 },
     *  time_ms: 1780272000000,
     *  measure: "real_world",
     *  levels: [0.99, 0.995],
     *  allocation_level: 0.99,
     *  buckets: 64,
     * });
     * ```
     */
    bookLoss(request: BookLossRequest): BookLossReport;
    /**
     * The greatest sum insured of the next cover with which the risk of a book stays within a limit.
     *
     * @example
     * ```ts
     * const answer = insurance.bookCapacity({
     *  covers: { instrument: ["BTCUSDT", "BTCUSDT", "BTCUSDT", "BTCUSDT", "BTCUSDT"], side: ["down", "down", "down", "up", "up"], barrier: [54216.87, 57228.92, 50000, 65737.05, 70000], sum_insured: [150000, 225000, 120000, 150000, 90000], inception_ms: [1780272000000, 1780272000000, 1780272000000, 1780272000000, 1780272000000], expiry_ms: [1780876800000, 1780876800000, 1780876800000, 1780876800000, 1780876800000], premium: [56000, 180000, 8000, 60000, 9000] },
     *  market: { instrument: "BTCUSDT", spot: 60000, drift_per_year: 0, volatility: 0.65 },
     *  time_ms: 1780272000000,
     *  measure: "real_world",
     *  side: "up",
     *  barrier: 68000,
     *  limit: 700000,
     *  risk: "tail_value_at_risk",
     *  level: 0.995,
     * });
     * ```
     */
    bookCapacity(request: BookCapacityRequest): BookCapacityReport;
    /**
     * What a book has accumulated by instrument, side, expiry and bucket of barriers.
     *
     * @example
     * ```ts
     * const answer = insurance.accumulation({
     *  covers: { instrument: ["BTCUSDT", "BTCUSDT", "BTCUSDT", "BTCUSDT", "BTCUSDT"], side: ["down", "down", "down", "up", "up"], barrier: [54216.87, 57228.92, 50000, 65737.05, 70000], sum_insured: [150000, 225000, 120000, 150000, 90000], inception_ms: [1780272000000, 1780272000000, 1780272000000, 1780272000000, 1780272000000], expiry_ms: [1780876800000, 1780876800000, 1780876800000, 1780876800000, 1780876800000], premium: [56000, 180000, 8000, 60000, 9000] },
     *  prices: [{ instrument: "BTCUSDT", spot: 60000 }],
     *  time_ms: 1780272000000,
     *  bucket_width: 0.05,
     * });
     * ```
     */
    accumulation(request: AccumulationRequest): AccumulationReport;
    /**
     * The loss of a book by simulation: several expiries, jumps, several correlated instruments. Each price's extremes are drawn from their joint
     * law, without a grid of times.
     *
     * @example
     * ```ts
     * const answer = await insurance.bookSimulation({
     *  covers: { instrument: ["BTCUSDT", "BTCUSDT", "BTCUSDT", "ETHUSDT"], side: ["down", "down", "up", "down"], barrier: [54216.87, 57228.92, 65737.05, 2700], sum_insured: [1500, 900, 1500, 800], inception_ms: [1780272000000, 1780272000000, 1780358400000, 1780272000000], expiry_ms: [1780876800000, 1780358400000, 1780963200000, 1781481600000], premium: [410, 300, 444, 250] },
     *  markets: [{ instrument: "BTCUSDT", spot: 60000, drift_per_year: 0, volatility: 0.65, jumps: { kou: { jumps_per_year: 20, up_probability: 0.45, up_rate: 30, down_rate: 25 } } }, { instrument: "ETHUSDT", spot: 3000, drift_per_year: 0, volatility: 0.8, jumps: "none" }],
     *  time_ms: 1780272000000,
     *  measure: "real_world",
     *  paths: 1024,
     *  seed: "20260531",
     *  correlation: [[1, 0.8], [0.8, 1]],
     *  longest_step_days: 1,
     *  levels: [0.95, 0.99],
     *  allocation_level: 0.95,
     * });
     * ```
     */
    bookSimulation(params: BookSimulationRequest, options?: JobOptions): Promise<BookSimulationReport>;
    /** `bookSimulation` in blocks: step, save, resume, split over workers, merge. */
    bookSimulationJob(params: BookSimulationRequest, work?: { blocks?: readonly [number, number]; state?: Uint8Array }): Job<BookSimulationReport>;
    /**
     * Tail value at risk of equally likely scenarios, and the part of each column in it (Euler).
     *
     * @example
     * ```ts
     * const answer = insurance.scenarioRisk({ scenarios: [[10, 0, 5], [0, 20, 5], [50, 30, 10], [5, 5, 0], [80, 60, 20]], level: 0.8 });
     * ```
     */
    scenarioRisk(request: ScenarioRiskRequest): ScenarioRiskReport;
    /**
     * The quantile of the loss of an infinitely fine portfolio with one common factor (Vasicek 2002).
     *
     * @example
     * ```ts
     * const answer = insurance.oneFactorLoss({ probability: 0.01, correlation: 0.1, level: 0.999 });
     * ```
     */
    oneFactorLoss(request: OneFactorRequest): OneFactorReport;
    /**
     * Where a fund stands, from its events, exactly: cash, unearned premium, outstanding and unreported claims, free capital, solvency ratio.
     *
     * @example
     * ```ts
     * const answer = insurance.fundPosition(JSON.parse(example("insurance.fund_position")));
     * ```
     */
    fundPosition(request: FundPositionRequest): FundPositionReport;
    /**
     * The risk margin by the cost of capital, whose rates stand with the day from which each holds.
     *
     * @example
     * ```ts
     * const answer = insurance.riskMargin({
     *  required_capital: [1500, 1500, 1400, 900, 900, 400, 100],
     *  period_years: 0.0027397260273972603,
     *  cost: { law: { regime: "solvency_ii", date: "2026-06-01" } },
     *  riskless_rate: 0.02,
     *  taper_per_year: 1,
     * });
     * ```
     */
    riskMargin(request: RiskMarginRequest): RiskMarginReport;
    /**
     * The probability that a fund is ruined within a number of periods, each with its premiums and the loss of a book, between two bounds.
     *
     * @example
     * ```ts
     * const answer = insurance.fundRuin({
     *  capital: 700000,
     *  premium: 400000,
     *  losses: [0, 150000, 375000, 525000, 645000, 685000],
     *  probabilities: [0.16936899799504657, 0.21712539809017228, 0.3399492220134268, 0.22668404214367666, 0.04526429615668814, 0.0016080436009895578],
     *  periods: 52,
     *  step: 5000,
     * });
     * ```
     */
    fundRuin(request: FundRuinRequest): FundRuinReport;
    /**
     * The premium of a purchase from a pool whose price rises with its utilisation.
     *
     * @example
     * ```ts
     * const answer = insurance.utilisationPrice({ capacity: 1000000, used: 850000, bought: 100000, base_rate: 0.02, target: 0.9, slope: 2 });
     * ```
     */
    utilisationPrice(request: UtilisationPriceRequest): UtilisationPriceReport;
    /**
     * The outcome of a vote on a claim by stake: quorum first, then the majority of either side.
     *
     * @example
     * ```ts
     * const answer = insurance.assessVotes({ for_claim: "800.5", against_claim: "199.5", eligible: "2500", quorum: 0.15, majority: 0.7 });
     * ```
     */
    assessVotes(request: AssessmentRequest): AssessmentReport;
    /**
     * What CoinBene's cover of a liquidation pays by its announcements, and the probability of a claim at which it breaks even.
     *
     * @example
     * ```ts
     * const answer = insurance.coinbenePayout({
     *  loss: "90",
     *  margin: "100",
     *  insured: "80",
     *  liquidated: "10",
     *  opened: "10",
     *  cumulative: "80",
     *  tiers: [{ ratio: "0.85", up_to: "100" }, { ratio: "0.8", up_to: "500" }, { ratio: "0.75", up_to: "2000" }, { ratio: "0.7" }],
     * });
     * ```
     */
    coinbenePayout(request: CoinbeneRequest): CoinbeneReport;
    /**
     * What a day's cover of BitNasdaq's pool pays by its rules, and the probability of a claim at which it breaks even.
     *
     * @example
     * ```ts
     * const answer = insurance.bitnasdaqPayout({ premium: "10", loss: "120.5" });
     * ```
     */
    bitnasdaqPayout(request: BitnasdaqRequest): BitnasdaqReport;
    /**
     * Premium and payoff of Bybit's mutual insurance of an inverse position, by Black and Scholes.
     *
     * @example
     * ```ts
     * const answer = insurance.bybitProtection({
     *  amount_usd: 20000,
     *  is_long: true,
     *  spot: 8000,
     *  strike: 8000,
     *  years: 0.0013698630136986301,
     *  rate_per_year: 0,
     *  yield_per_year: 0,
     *  volatility: 0.8,
     *  settled: 7000,
     * });
     * ```
     */
    bybitProtection(request: BybitProtectionRequest): BybitProtectionReport;
    /**
     * What Bumper's price protection pays at its close, and what its premium saved beside a put, by the published terms.
     *
     * @example
     * ```ts
     * const answer = insurance.bumperPayout({
     *  coins: "6.427",
     *  opened_price: "1555.93",
     *  floor: "0.7",
     *  closed_price: "1000",
     *  premium_usd: "192.06",
     *  put_premium_usd: "506.63",
     * });
     * ```
     */
    bumperPayout(request: BumperRequest): BumperReport;
    /**
     * A claim, judged by a replay of prices, funding and exchange events against the terms that were frozen when the cover was sold:
     * triggered or not, when, by what evidence, what is lost and what is paid.
     *
     * The order in which the evidence is told does not matter, and what is told twice counts once. A second claim, a trigger outside of
     * the period, an altered account and an excluded cause are refused with a reason; what is missing goes to a person.
     *
     * @example
     * ```ts
     * const answer = insurance.claim({
     *  reference: "K-2026-000004",
     *  cover: { reference: "C-2026-000017", account: { position: { venue: "binance_usdm", instrument: "BTCUSDT", coin: "BTC", margin_currency: "USDT", contract: "linear", side: "long", quantity: 0.5, entry_price: 60000, margin_mode: { isolated: { margin: 3000 } }, maintenance: { tiers: { source: "binance_usdm", instrument: "BTCUSDT", margin_currency: "USDT", time_ms: 1729728000000, notional_floor: [0, 50000, 600000, 3000000], notional_cap: [50000, 600000, 3000000, 12000000], maintenance_rate: [0.004, 0.005, 0.0065, 0.01], deduction: [0, 50, 950, 11450], max_leverage: [125, 100, 75, 50] } } } }, peril: { liquidation: { venue: "binance_usdm", instrument: "BTCUSDT", price_kind: "mark" } }, terms: { starts_ms: 1780272000000, expires_ms: 1780876800000, sum: { fraction: { of_loss: "0.5" } }, basis: "indemnity", currency: "USDT", exclusions: ["platform_failure", "holder_closed", "margin_withdrawn"] }, product: "liquidation-half" },
     *  as_of_ms: 1780315500000,
     *  longest_gap_ms: 60000,
     *  prices: [{ venue: "binance_usdm", instrument: "BTCUSDT", price_kind: "mark", time_ms: [1780315200000, 1780315260000, 1780315320000, 1780315380000, 1780315440000], price: [58000, 56500.5, 55120, 54210.5, 54330.2] }, { venue: "binance_usdm", instrument: "BTCUSDT", price_kind: "last", time_ms: [1780315260000], price: [54000] }],
     *  events: [{ reference: "FUND-1", time_ms: 1780315200000, event: { funding: { paid: "3.15" } } }, { reference: "LIQ-77120", time_ms: 1780315381000, event: { liquidated: { venue: "binance_usdm", instrument: "BTCUSDT", fill_price: 54105.2 } } }],
     *  events_until_ms: 1780315500000,
     *  earlier: [{ reference: "K-2026-000003", cover: "C-2026-000012", state: "paid" }],
     * });
     * ```
     */
    claim(request: ClaimRequest): Claim;
    /**
     * A claim judged by bars, of which nobody knows whether high or low came first: what both orders agree on holds, the rest goes to a
     * person.
     *
     * @example
     * ```ts
     * const answer = insurance.claimByBars({
     *  claim: { reference: "K-2026-000004", cover: { reference: "C-2026-000017", account: { position: { venue: "binance_usdm", instrument: "BTCUSDT", coin: "BTC", margin_currency: "USDT", contract: "linear", side: "long", quantity: 0.5, entry_price: 60000, margin_mode: { isolated: { margin: 3000 } }, maintenance: { tiers: { source: "binance_usdm", instrument: "BTCUSDT", margin_currency: "USDT", time_ms: 1729728000000, notional_floor: [0, 50000, 600000, 3000000], notional_cap: [50000, 600000, 3000000, 12000000], maintenance_rate: [0.004, 0.005, 0.0065, 0.01], deduction: [0, 50, 950, 11450], max_leverage: [125, 100, 75, 50] } } } }, peril: { liquidation: { venue: "binance_usdm", instrument: "BTCUSDT", price_kind: "mark" } }, terms: { starts_ms: 1780272000000, expires_ms: 1780876800000, sum: { fraction: { of_loss: "0.5" } }, basis: "indemnity", currency: "USDT", exclusions: ["platform_failure", "holder_closed", "margin_withdrawn"] }, product: "liquidation-half" }, as_of_ms: 1780444800000, longest_gap_ms: 86400000, events: [{ reference: "FUND-1", time_ms: 1780315200000, event: { funding: { paid: "3.15" } } }, { reference: "LIQ-77120", time_ms: 1780387260000, event: { liquidated: { venue: "binance_usdm", instrument: "BTCUSDT", fill_price: 54105.2 } } }], events_until_ms: 1780444800000 },
     *  price_kind: "mark",
     *  bars: { source: "binance_usdm", instrument: "BTCUSDT", quote_currency: "USDT", interval_ms: 86400000, open_time_ms: [1780272000000, 1780358400000], open: [60000, 58900], high: [60850, 59200], low: [58400, 53800.5], close: [58900, 57300] },
     * });
     * ```
     */
    claimByBars(request: BarClaimRequest): BarClaim;
    /**
     * A claim judged again from the request inside it: whether everything is the same, to the last bit.
     *
     * @example
     * ```ts
     * const answer = insurance.verifyClaim(JSON.parse(example("insurance.verify_claim")));
     * ```
     */
    verifyClaim(request: VerifyClaimRequest): VerifyClaimReport;
    /**
     * The payments of claims that were accepted, as a file that two others release: neither assessed one of its claims nor put it together.
     *
     * Each claim is judged again, and an approval names how many payments of what sums it approves.
     *
     * @example
     * ```ts
     * const answer = insurance.payoutFile(JSON.parse(example("insurance.payout_file")));
     * ```
     */
    payoutFile(request: PayoutFileRequest): PayoutFile;
    /**
     * The states of policies or claims as data: legal moves, who may make them, and which need a reason. An application draws its buttons
     * from it.
     *
     * @example
     * ```ts
     * const answer = insurance.policyStates({ subject: "claim" });
     * ```
     */
    policyStates(request: PolicyStatesRequest): PolicyStates;
    /**
     * Moves a policy or a claim to another state, or says why not.
     *
     * @example
     * ```ts
     * const answer = insurance.changePolicyState({
     *  change: { claim: { state: "assessed", since_ms: 1780617600000, to: "disputed", by: "holder", reason: "The fill of the liquidation was lower.", at_ms: 1780621200000 } },
     * });
     * ```
     */
    changePolicyState(request: ChangePolicyStateRequest): ChangePolicyStateReport;
  }
}

/** Operations of the domain. */
export const insurance: insurance.Operations = {
  premiums: (request) => document("insurance.premiums", request),
  layers: (request) => document("insurance.layers", request),
  discretize: (request) => document("insurance.discretize", request),
  aggregateLoss: (request) => document("insurance.aggregate_loss", request),
  ruin: (request) => document("insurance.ruin", request),
  credibility: (request) => document("insurance.credibility", request),
  triangle: (request) => document("insurance.triangle", request),
  reserve: (request) => document("insurance.reserve", request),
  positionRisk: (request) => document("insurance.position_risk", request),
  fitRiskScore: (request) => document("insurance.fit_risk_score", request),
  riskScore: (request) => document("insurance.risk_score", request),
  products: (request) => document("insurance.products", request),
  frozenTerms: (request) => document("insurance.frozen_terms", request),
  quote: (request) => document("insurance.quote", request),
  verifyQuote: (request) => document("insurance.verify_quote", request),
  earlyClose: (request) => document("insurance.early_close", request),
  quoteBatch: (columns, params) => runColumns("insurance.quote_batch", [["side", ["long", "short"]], ["quantity", "f64"], ["entry_price", "f64"], ["margin", "f64"], ["spot", "f64"], ["volatility", "f64"], ["years", "f64"]], ["liquidation_price", "hit_probability", "pure_premium", "maximum_payout_minor", "pure_minor", "risk_loading_minor", "expense_minor", "discount_minor", "tax_minor", "gross_minor", "is_offered", "status"], columns, params),
  riskIndex: (request) => document("insurance.risk_index", request),
  bookLoss: (request) => document("insurance.book_loss", request),
  bookCapacity: (request) => document("insurance.book_capacity", request),
  accumulation: (request) => document("insurance.accumulation", request),
  bookSimulation: async (params, options) => runJob(new Job("insurance.book_simulation", params), options),
  bookSimulationJob: (params, work) => new Job("insurance.book_simulation", params, work),
  scenarioRisk: (request) => document("insurance.scenario_risk", request),
  oneFactorLoss: (request) => document("insurance.one_factor_loss", request),
  fundPosition: (request) => document("insurance.fund_position", request),
  riskMargin: (request) => document("insurance.risk_margin", request),
  fundRuin: (request) => document("insurance.fund_ruin", request),
  utilisationPrice: (request) => document("insurance.utilisation_price", request),
  assessVotes: (request) => document("insurance.assess_votes", request),
  coinbenePayout: (request) => document("insurance.coinbene_payout", request),
  bitnasdaqPayout: (request) => document("insurance.bitnasdaq_payout", request),
  bybitProtection: (request) => document("insurance.bybit_protection", request),
  bumperPayout: (request) => document("insurance.bumper_payout", request),
  claim: (request) => document("insurance.claim", request),
  claimByBars: (request) => document("insurance.claim_by_bars", request),
  verifyClaim: (request) => document("insurance.verify_claim", request),
  payoutFile: (request) => document("insurance.payout_file", request),
  policyStates: (request) => document("insurance.policy_states", request),
  changePolicyState: (request) => document("insurance.change_policy_state", request),
};
