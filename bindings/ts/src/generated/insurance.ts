// Generated from the operation table by `cargo xtask gen`.

import { document } from "../core.js";
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
    readonly retention?: number;
    /** Greatest payment for a loss before the share, in units of currency. Absent: without limit. */
    readonly limit?: number;
    /** Fraction of the layer that the contract pays. [from 0.0 to 1.0; 1.0 where absent] */
    readonly share?: number;
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
    readonly occurred_ms: number;
    /** Time of the payment, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly paid_ms: number;
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
    | { readonly bornhuetter_ferguson: readonly (number)[] }
    | { readonly cape_cod: readonly (number)[] };

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
    readonly drift_per_year?: number;
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
    | { readonly returns: readonly (number)[] };

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
    readonly method?: Discretization;
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
    readonly method?: AggregateMethod;
    /** Way in which one loss is brought onto the lattice. ["mean_preserving" where absent] */
    readonly discretization?: Discretization;
    /** Probability of no loss at all, instead of the one that the frequency has. Absent: that of the frequency. [from 0.0 to 1.0] */
    readonly zero_probability?: number;
    /** Levels of value at risk that are asked for, like 0.995. [[] where absent] */
    readonly levels?: Float64Array | readonly (number)[];
    /** Retentions of stop-loss contracts that are asked for, in units of currency. [[] where absent] */
    readonly retentions?: Float64Array | readonly (number)[];
    /** Whether the report holds the probability of every lattice point. [false where absent] */
    readonly with_probabilities?: boolean;
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
    readonly points?: number;
  }

  /** Inputs of `credibility`. */
  export interface CredibilityRequest {
    /** Loss ratios or mean losses of each group, period by period: two groups or more, two periods or more in one of them. */
    readonly ratios: readonly (readonly (number)[])[];
    /** Weights of the ratios, like the number of risks, above 0. Absent: all equal, the model of Bühlmann. */
    readonly weights?: readonly (readonly (number)[])[];
    /** Estimator of the variance between groups. ["unbiased" where absent] */
    readonly estimator?: BetweenEstimator;
  }

  /** Inputs of `triangle`. */
  export interface TriangleRequest {
    /** Payments, in any order. */
    readonly payments: readonly (ClaimPayment)[];
    /** Begin of the first period of origin, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly first_ms: number;
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
    readonly cumulative: readonly (readonly (number)[])[];
    /** Way in which the triangle is completed. ["chain_ladder" where absent] */
    readonly method?: ReserveMethod;
    /** Factor from the last age to the ultimate. [from 0.01 to 100.0; 1.0 where absent] */
    readonly tail_factor?: number;
    /** Way in which the last sigma of Mack's standard errors is found. ["mack" where absent] */
    readonly sigma?: SigmaExtrapolation;
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
    readonly degree?: number;
    /** Penalty on the squared coefficients: 0 is plain least squares. [from 0.0 to 1000000000000000.0; 0.0 where absent] */
    readonly ridge?: number;
    /** Whether features are centered and scaled to a standard deviation of 1 first. [true where absent] */
    readonly standardize?: boolean;
    /** Number of folds of the cross-validation, from 2 to the number of risks. Absent: no cross-validation. [from 0] */
    readonly folds?: number;
  }

  /** Inputs of `risk_score`. */
  export interface RiskScoreRequest {
    /** Fitted score. */
    readonly model: RiskModel;
    /** Features of the risks: those of the model by name, in any order. */
    readonly features: readonly (RiskFeature)[];
  }

  /** The operations of `insurance`. Each throws {@link HashInsightError} on what it refuses; one that answers a promise rejects it. */
  export interface Operations {
    /**
     * Premiums of a loss by up to nine principles: expected value, standard deviation, variance, Esscher, exponential, proportional
     * hazard, Wang, expected shortfall, dual power.
     */
    premiums(request: PremiumsRequest): PremiumsReport;
    /** What each layer of a loss costs on average: excess of loss with retention and limit, quota share by its share. */
    layers(request: LayersRequest): LayersReport;
    /** The probabilities of a loss on a lattice of multiples of a step. */
    discretize(request: DiscretizeRequest): DiscretizeReport;
    /**
     * The distribution of the sum of a random number of losses, by Panjer's recursion or a fast Fourier transform: value at risk, tail
     * value at risk, stop-loss premiums.
     */
    aggregateLoss(request: AggregateRequest): AggregateReport;
    /**
     * The probability that a fund is ever ruined, and the adjustment coefficient (Cramér and Lundberg): exact for mixtures of
     * exponentials, bounds for other losses.
     */
    ruin(request: RuinRequest): RuinReport;
    /** Credibility premiums of groups from their experience (Bühlmann; Bühlmann and Straub). */
    credibility(request: CredibilityRequest): CredibilityReport;
    /** The triangle of payments on claims by period of origin and age. */
    triangle(request: TriangleRequest): TriangleReport;
    /** Reserves of a triangle: chain ladder with Mack's standard errors, Bornhuetter and Ferguson, Cape Cod. */
    reserve(request: ReserveRequest): ReserveReport;
    /** Value at risk and expected shortfall of a position, as losses, in closed form or from past returns. */
    positionRisk(request: PositionRiskRequest): PositionRiskReport;
    /** Fits a polynomial of features to outcomes, with a ridge and cross-validation: a risk score that can be stored. */
    fitRiskScore(request: FitRiskScoreRequest): FitRiskScoreReport;
    /** Scores of risks by a fitted model. */
    riskScore(request: RiskScoreRequest): RiskScoreReport;
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
};
