"""Operations and types of ``insurance``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any, Literal, Self, TypeAlias

from numpy.typing import ArrayLike

from .._documents import Document, Variant, call, filled
from ..units import Outcome

__all__ = [
    "AggregateMethod",
    "AggregateReport",
    "BetweenEstimator",
    "BinomialCount",
    "CredibilityReport",
    "DiscreteLoss",
    "Discretization",
    "DiscretizeReport",
    "ExponentialLoss",
    "Frequency",
    "GroupCredibility",
    "Layer",
    "LayerCost",
    "LayersReport",
    "LognormalLoss",
    "LossAtLevel",
    "MixedExponentialLoss",
    "NegativeBinomialCount",
    "ParetoLoss",
    "PoissonCount",
    "PremiumPrinciple",
    "PremiumsReport",
    "PrinciplePremium",
    "RuinProbability",
    "RuinReport",
    "Severity",
    "StopLossPremium",
    "aggregate_loss",
    "credibility",
    "discretize",
    "layers",
    "premiums",
    "ruin",
]


@dataclasses.dataclass(frozen=True, repr=False)
class DiscreteLoss(Document):
    """Finitely many amounts of loss with their probabilities.

    Attributes
    ----------
    amounts : list[float]
        Amounts of loss, rising, from 0 on.
    probabilities : list[float]
        Probabilities of the amounts; their sum is 1 to within 1e-9.
    """

    amounts: list[float]
    probabilities: list[float]

    def _wire(self) -> dict[str, Any]:
        return {
            "amounts": self.amounts,
            "probabilities": self.probabilities,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ExponentialLoss(Document):
    """Exponential loss.

    Attributes
    ----------
    mean : float
        Mean loss, above 0.
    """

    mean: float

    def _wire(self) -> dict[str, Any]:
        return {
            "mean": self.mean,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class MixedExponentialLoss(Document):
    """Mixture of exponential losses.

    Attributes
    ----------
    weights : list[float]
        Weights of the components, above 0; their sum is 1 to within 1e-9.
    means : list[float]
        Mean losses of the components, above 0, all different.
    """

    weights: list[float]
    means: list[float]

    def _wire(self) -> dict[str, Any]:
        return {
            "weights": self.weights,
            "means": self.means,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class LognormalLoss(Document):
    """Lognormal loss: its logarithm is normal.

    Attributes
    ----------
    mu : float
        Mean of the logarithm of the loss. [from -40.0 to 40.0]
    sigma : float
        Standard deviation of the logarithm of the loss. [from 0.001 to 10.0]
    """

    mu: float
    sigma: float

    def _wire(self) -> dict[str, Any]:
        return {
            "mu": self.mu,
            "sigma": self.sigma,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ParetoLoss(Document):
    """Pareto loss of the second kind: `P(X > x) = (1 + x / scale)^-shape`.

    Attributes
    ----------
    shape : float
        Shape: the mean exists above 1, the variance above 2. [from 0.05 to 1000.0]
    scale : float
        Scale, above 0.
    """

    shape: float
    scale: float

    def _wire(self) -> dict[str, Any]:
        return {
            "shape": self.shape,
            "scale": self.scale,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Severity(Variant):
    """Distribution of one loss, in units of currency.

    Cases
    -----
    discrete
        Finitely many amounts with their probabilities.
    exponential
        Exponential.
    mixed_exponential
        Mixture of exponentials.
    lognormal
        Lognormal.
    pareto
        Pareto of the second kind, from 0 (Lomax).
    """

    tag: Literal["discrete", "exponential", "mixed_exponential", "lognormal", "pareto"]
    content: DiscreteLoss | ExponentialLoss | MixedExponentialLoss | LognormalLoss | ParetoLoss | None = None

    @classmethod
    def discrete(cls, content: DiscreteLoss | Mapping[str, Any]) -> Self:
        """Finitely many amounts with their probabilities."""
        return filled(cls, {"tag": "discrete", "content": content})

    @classmethod
    def exponential(cls, content: ExponentialLoss | Mapping[str, Any]) -> Self:
        """Exponential."""
        return filled(cls, {"tag": "exponential", "content": content})

    @classmethod
    def mixed_exponential(cls, content: MixedExponentialLoss | Mapping[str, Any]) -> Self:
        """Mixture of exponentials."""
        return filled(cls, {"tag": "mixed_exponential", "content": content})

    @classmethod
    def lognormal(cls, content: LognormalLoss | Mapping[str, Any]) -> Self:
        """Lognormal."""
        return filled(cls, {"tag": "lognormal", "content": content})

    @classmethod
    def pareto(cls, content: ParetoLoss | Mapping[str, Any]) -> Self:
        """Pareto of the second kind, from 0 (Lomax)."""
        return filled(cls, {"tag": "pareto", "content": content})

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "discrete":
            return DiscreteLoss._read(content)
        if tag == "exponential":
            return ExponentialLoss._read(content)
        if tag == "mixed_exponential":
            return MixedExponentialLoss._read(content)
        if tag == "lognormal":
            return LognormalLoss._read(content)
        if tag == "pareto":
            return ParetoLoss._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class PremiumPrinciple(Variant):
    """Premium principle with its parameter.

    Cases
    -----
    expected_value
        Expected value with this relative loading, from 0 on.
    standard_deviation
        Expected value plus this multiple of the standard deviation, from 0 on.
    variance
        Expected value plus this multiple of the variance, per unit of currency, from 0 on.
    esscher
        Esscher's principle with this parameter per unit of currency, above 0.
    exponential
        Exponential utility with this risk aversion per unit of currency, above 0.
    proportional_hazard
        Proportional hazards with this index, from 1 on.
    wang
        Wang's transform with this market price of risk, from 0 on.
    expected_shortfall
        Expected shortfall (tail value at risk) at this level, from 0 to below 1.
    dual_power
        Dual power with this exponent, from 1 on.
    """

    tag: Literal["expected_value", "standard_deviation", "variance", "esscher", "exponential", "proportional_hazard", "wang", "expected_shortfall", "dual_power"]
    content: float | None = None

    @classmethod
    def expected_value(cls, content: float) -> Self:
        """Expected value with this relative loading, from 0 on."""
        return filled(cls, {"tag": "expected_value", "content": content})

    @classmethod
    def standard_deviation(cls, content: float) -> Self:
        """Expected value plus this multiple of the standard deviation, from 0 on."""
        return filled(cls, {"tag": "standard_deviation", "content": content})

    @classmethod
    def variance(cls, content: float) -> Self:
        """Expected value plus this multiple of the variance, per unit of currency, from 0 on."""
        return filled(cls, {"tag": "variance", "content": content})

    @classmethod
    def esscher(cls, content: float) -> Self:
        """Esscher's principle with this parameter per unit of currency, above 0."""
        return filled(cls, {"tag": "esscher", "content": content})

    @classmethod
    def exponential(cls, content: float) -> Self:
        """Exponential utility with this risk aversion per unit of currency, above 0."""
        return filled(cls, {"tag": "exponential", "content": content})

    @classmethod
    def proportional_hazard(cls, content: float) -> Self:
        """Proportional hazards with this index, from 1 on."""
        return filled(cls, {"tag": "proportional_hazard", "content": content})

    @classmethod
    def wang(cls, content: float) -> Self:
        """Wang's transform with this market price of risk, from 0 on."""
        return filled(cls, {"tag": "wang", "content": content})

    @classmethod
    def expected_shortfall(cls, content: float) -> Self:
        """Expected shortfall (tail value at risk) at this level, from 0 to below 1."""
        return filled(cls, {"tag": "expected_shortfall", "content": content})

    @classmethod
    def dual_power(cls, content: float) -> Self:
        """Dual power with this exponent, from 1 on."""
        return filled(cls, {"tag": "dual_power", "content": content})


@dataclasses.dataclass(frozen=True, repr=False)
class PrinciplePremium(Document):
    """Premium by one principle.

    Attributes
    ----------
    premium : Outcome
        Premium, in units of currency; `unbounded` where the tail is too heavy for it, `undefined` where the principle has no number.
    loading : Outcome
        Relative loading: premium over expected loss, less 1.
    """

    premium: Outcome
    loading: Outcome

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["premium"] = Outcome._read(document["premium"])
        document["loading"] = Outcome._read(document["loading"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "premium": self.premium,
            "loading": self.loading,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class PremiumsReport(Document):
    """Result of `premiums`.

    Attributes
    ----------
    mean : Outcome
        Expected loss, the pure premium, in units of currency.
    variance : Outcome
        Variance of the loss, in squared units of currency.
    premiums : list[PrinciplePremium]
        Premiums, in the order of the principles.
    """

    mean: Outcome
    variance: Outcome
    premiums: list[PrinciplePremium]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["mean"] = Outcome._read(document["mean"])
        document["variance"] = Outcome._read(document["variance"])
        document["premiums"] = [PrinciplePremium._read(item) for item in document["premiums"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "mean": self.mean,
            "variance": self.variance,
            "premiums": self.premiums,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Layer(Document):
    """Part of each loss that a contract pays: what exceeds the retention, up to the limit, times the share.

    Attributes
    ----------
    retention : float, optional
        Amount of each loss that is kept before the layer pays, in units of currency. [0.0 where absent]
    limit : float, optional
        Greatest payment for a loss before the share, in units of currency. Absent: without limit.
    share : float, optional
        Fraction of the layer that the contract pays. [from 0.0 to 1.0; 1.0 where absent]
    """

    retention: float | None = None
    limit: float | None = None
    share: float | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "retention": self.retention,
            "limit": self.limit,
            "share": self.share,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class LayerCost(Document):
    """Cost of one layer.

    Attributes
    ----------
    mean_per_loss : Outcome
        Mean payment per loss, in units of currency; `unbounded` without limit where the mean loss is.
    mean_per_payment : Outcome
        Mean payment per loss that reaches the layer; `undefined` where none does.
    payment_probability : float
        Probability that a loss reaches the layer.
    """

    mean_per_loss: Outcome
    mean_per_payment: Outcome
    payment_probability: float

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["mean_per_loss"] = Outcome._read(document["mean_per_loss"])
        document["mean_per_payment"] = Outcome._read(document["mean_per_payment"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "mean_per_loss": self.mean_per_loss,
            "mean_per_payment": self.mean_per_payment,
            "payment_probability": self.payment_probability,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class LayersReport(Document):
    """Result of `layers`.

    Attributes
    ----------
    mean : Outcome
        Mean of the whole loss, in units of currency.
    layers : list[LayerCost]
        Costs of the layers, in the order of the request.
    """

    mean: Outcome
    layers: list[LayerCost]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["mean"] = Outcome._read(document["mean"])
        document["layers"] = [LayerCost._read(item) for item in document["layers"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "mean": self.mean,
            "layers": self.layers,
        }


Discretization: TypeAlias = Literal["rounding", "lower", "upper", "mean_preserving"]
"""Way in which a loss is brought onto a lattice.

Cases
-----
rounding
    To the nearest lattice point; halves go up.
lower
    Down: a bound from below of every quantile.
upper
    Up: a bound from above of every quantile.
mean_preserving
    Split between the two neighbors so that the mean is kept.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class DiscretizeReport(Document):
    """Result of `discretize`.

    Attributes
    ----------
    probabilities : list[float]
        Probabilities of the lattice points `0, step, 2 step, ...`.
    beyond : float
        Probability that fell beyond the last lattice point, which no lattice point holds.
    """

    probabilities: list[float]
    beyond: float

    def _wire(self) -> dict[str, Any]:
        return {
            "probabilities": self.probabilities,
            "beyond": self.beyond,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class PoissonCount(Document):
    """Poisson number of losses.

    Attributes
    ----------
    mean : float
        Mean number of losses. [from 0.0 to 10000000.0]
    """

    mean: float

    def _wire(self) -> dict[str, Any]:
        return {
            "mean": self.mean,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class NegativeBinomialCount(Document):
    """Negative binomial number of losses, with mean `size * scale` and variance `size * scale * (1 + scale)`.

    Attributes
    ----------
    size : float
        Size `r`: shape of the gamma distribution that mixes the Poisson mean. [from 1e-6 to 10000000.0]
    scale : float
        Scale `c` of the gamma distribution that mixes the Poisson mean. [from 0.0 to 10000000.0]
    """

    size: float
    scale: float

    def _wire(self) -> dict[str, Any]:
        return {
            "size": self.size,
            "scale": self.scale,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class BinomialCount(Document):
    """Binomial number of losses.

    Attributes
    ----------
    trials : int
        Number of risks that can have a loss. [from 0 to 10000000]
    probability : float
        Probability of a loss of each risk, below 1. [from 0.0 to 0.999999]
    """

    trials: int
    probability: float

    def _wire(self) -> dict[str, Any]:
        return {
            "trials": self.trials,
            "probability": self.probability,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Frequency(Variant):
    """Distribution of the number of losses in a period.

    Cases
    -----
    poisson
        Poisson: variance equal to the mean.
    negative_binomial
        Negative binomial: variance above the mean; the geometric one has size 1.
    binomial
        Binomial: variance below the mean.
    """

    tag: Literal["poisson", "negative_binomial", "binomial"]
    content: PoissonCount | NegativeBinomialCount | BinomialCount | None = None

    @classmethod
    def poisson(cls, content: PoissonCount | Mapping[str, Any]) -> Self:
        """Poisson: variance equal to the mean."""
        return filled(cls, {"tag": "poisson", "content": content})

    @classmethod
    def negative_binomial(cls, content: NegativeBinomialCount | Mapping[str, Any]) -> Self:
        """Negative binomial: variance above the mean; the geometric one has size 1."""
        return filled(cls, {"tag": "negative_binomial", "content": content})

    @classmethod
    def binomial(cls, content: BinomialCount | Mapping[str, Any]) -> Self:
        """Binomial: variance below the mean."""
        return filled(cls, {"tag": "binomial", "content": content})

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "poisson":
            return PoissonCount._read(content)
        if tag == "negative_binomial":
            return NegativeBinomialCount._read(content)
        if tag == "binomial":
            return BinomialCount._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class AggregateMethod(Variant):
    """Way in which losses are added up.

    Cases
    -----
    panjer
        Panjer's recursion: exact on the lattice, in time `points` times the number of loss sizes.
    fft
        Fast Fourier transform with this tilt per lattice point: 0, or about `20 / points`. The number of points is a power of two.
    """

    tag: Literal["panjer", "fft"]
    content: float | None = None

    @classmethod
    def panjer(cls) -> Self:
        """Panjer's recursion: exact on the lattice, in time `points` times the number of loss sizes."""
        return cls("panjer")

    @classmethod
    def fft(cls, content: float) -> Self:
        """Fast Fourier transform with this tilt per lattice point: 0, or about `20 / points`. The number of points is a power of two."""
        return filled(cls, {"tag": "fft", "content": content})


@dataclasses.dataclass(frozen=True, repr=False)
class LossAtLevel(Document):
    """Loss at a level of probability.

    Attributes
    ----------
    level : float
        Probability that the loss stays at or below the value at risk. [from 0.0 to 1.0]
    value_at_risk : Outcome
        Value at risk, in units of currency: least loss that is exceeded with a probability of at most `1 - level`. `undefined` beyond the lattice.
    tail_value_at_risk : Outcome
        Tail value at risk (expected shortfall), in units of currency: mean of the worst `1 - level` of all outcomes.
    """

    level: float
    value_at_risk: Outcome
    tail_value_at_risk: Outcome

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["value_at_risk"] = Outcome._read(document["value_at_risk"])
        document["tail_value_at_risk"] = Outcome._read(document["tail_value_at_risk"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "level": self.level,
            "value_at_risk": self.value_at_risk,
            "tail_value_at_risk": self.tail_value_at_risk,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class StopLossPremium(Document):
    """Cost of a stop-loss contract.

    Attributes
    ----------
    retention : float
        Amount of the sum of losses that is kept, in units of currency.
    mean_excess : float
        Mean of what the sum exceeds the retention by, in units of currency.
    """

    retention: float
    mean_excess: float

    def _wire(self) -> dict[str, Any]:
        return {
            "retention": self.retention,
            "mean_excess": self.mean_excess,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class AggregateReport(Document):
    """Result of `aggregate_loss`.

    Attributes
    ----------
    mean : float
        Mean of the sum on the lattice, in units of currency.
    variance : float
        Variance of the sum on the lattice, in squared units of currency.
    exact_mean : Outcome
        Mean of the sum without lattice: mean number times mean loss. What the lattice leaves out is the difference.
    beyond : Outcome
        Probability beyond the last lattice point. With a transform it is not known, but damped and added elsewhere.
    levels : list[LossAtLevel]
        Losses at the levels of the request.
    stop_loss : list[StopLossPremium]
        Costs of the stop-loss contracts of the request, up to the last lattice point.
    probabilities : list[float], optional
        Probability of each lattice point `0, step, 2 step, ...`. Absent: not asked for.
    """

    mean: float
    variance: float
    exact_mean: Outcome
    beyond: Outcome
    levels: list[LossAtLevel]
    stop_loss: list[StopLossPremium]
    probabilities: list[float] | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["exact_mean"] = Outcome._read(document["exact_mean"])
        document["beyond"] = Outcome._read(document["beyond"])
        document["levels"] = [LossAtLevel._read(item) for item in document["levels"]]
        document["stop_loss"] = [StopLossPremium._read(item) for item in document["stop_loss"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "mean": self.mean,
            "variance": self.variance,
            "exact_mean": self.exact_mean,
            "beyond": self.beyond,
            "levels": self.levels,
            "stop_loss": self.stop_loss,
            "probabilities": self.probabilities,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class RuinProbability(Document):
    """Probability of ruin from one initial surplus.

    Attributes
    ----------
    surplus : float
        Initial surplus of the fund, in units of currency.
    lower : float
        Lower bound of the probability of ever being ruined.
    upper : float
        Upper bound of the probability of ever being ruined; the lower one where it is exact.
    """

    surplus: float
    lower: float
    upper: float

    def _wire(self) -> dict[str, Any]:
        return {
            "surplus": self.surplus,
            "lower": self.lower,
            "upper": self.upper,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class RuinReport(Document):
    """Result of `ruin`.

    Attributes
    ----------
    adjustment_coefficient : Outcome
        Adjustment coefficient, per unit of currency: ruin is less probable than `e^(-coefficient surplus)`. `undefined` for losses without exponential moments.
    is_exact : bool
        Whether the probabilities are exact, and not bounds.
    probabilities : list[RuinProbability]
        Probabilities of ruin, in the order of the surpluses.
    """

    adjustment_coefficient: Outcome
    is_exact: bool
    probabilities: list[RuinProbability]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["adjustment_coefficient"] = Outcome._read(document["adjustment_coefficient"])
        document["probabilities"] = [RuinProbability._read(item) for item in document["probabilities"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "adjustment_coefficient": self.adjustment_coefficient,
            "is_exact": self.is_exact,
            "probabilities": self.probabilities,
        }


BetweenEstimator: TypeAlias = Literal["unbiased", "iterative"]
"""Estimator of the variance between groups.

Cases
-----
unbiased
    Unbiased, in closed form.
iterative
    Iterative (Bichsel and Straub).
"""


@dataclasses.dataclass(frozen=True, repr=False)
class GroupCredibility(Document):
    """Credibility of one group.

    Attributes
    ----------
    own_mean : float
        Mean of the group's own ratios.
    credibility : float
        Fraction to which the group's own experience counts.
    premium : float
        Credibility premium of the group, in the unit of the ratios.
    """

    own_mean: float
    credibility: float
    premium: float

    def _wire(self) -> dict[str, Any]:
        return {
            "own_mean": self.own_mean,
            "credibility": self.credibility,
            "premium": self.premium,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class CredibilityReport(Document):
    """Result of `credibility`.

    Attributes
    ----------
    collective : float
        Mean of all groups, in the unit of the ratios.
    within : float
        Variance within groups, per unit of weight.
    between : float
        Variance between groups as estimated; not above 0 where groups do not differ more than chance lets them.
    constant : Outcome
        Credibility constant `k`: weight at which own experience counts half. `unbounded` where groups do not differ.
    groups : list[GroupCredibility]
        Groups, in the order of the request.
    """

    collective: float
    within: float
    between: float
    constant: Outcome
    groups: list[GroupCredibility]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["constant"] = Outcome._read(document["constant"])
        document["groups"] = [GroupCredibility._read(item) for item in document["groups"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "collective": self.collective,
            "within": self.within,
            "between": self.between,
            "constant": self.constant,
            "groups": self.groups,
        }


def premiums(
    *,
    severity: Severity | Mapping[str, Any] | str,
    principles: Sequence[PremiumPrinciple | Mapping[str, Any] | str],
) -> PremiumsReport:
    """Premiums of a loss by up to nine principles: expected value, standard deviation, variance, Esscher, exponential, proportional
    hazard, Wang, expected shortfall, dual power.

    Parameters
    ----------
    severity : Severity | Mapping[str, Any] | str
        Distribution of the loss that is charged for.
    principles : Sequence[PremiumPrinciple | Mapping[str, Any] | str]
        Principles by which a premium is asked for.

    Returns
    -------
    PremiumsReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.premiums(severity={"discrete": {"amounts": [0, 100, 1000], "probabilities": [0.9, 0.08, 0.02]}}, principles=[{"expected_value": 0.2}, {"wang": 0.25}, {"expected_shortfall": 0.95}])
    """
    return PremiumsReport._read(call("insurance.premiums", {"severity": severity, "principles": principles}))


def layers(
    *,
    severity: Severity | Mapping[str, Any] | str,
    layers: Sequence[Layer | Mapping[str, Any]],
) -> LayersReport:
    """What each layer of a loss costs on average: excess of loss with retention and limit, quota share by its share.

    Parameters
    ----------
    severity : Severity | Mapping[str, Any] | str
        Distribution of a loss.
    layers : Sequence[Layer | Mapping[str, Any]]
        Layers that are asked for.

    Returns
    -------
    LayersReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.layers(severity={"lognormal": {"mu": 5, "sigma": 1.2}}, layers=[{"retention": 250, "limit": 250}, {"retention": 500, "share": 0.5}])
    """
    return LayersReport._read(call("insurance.layers", {"severity": severity, "layers": layers}))


def discretize(
    *,
    severity: Severity | Mapping[str, Any] | str,
    step: float,
    points: int,
    method: Discretization | None = None,
) -> DiscretizeReport:
    """The probabilities of a loss on a lattice of multiples of a step.

    Parameters
    ----------
    severity : Severity | Mapping[str, Any] | str
        Distribution of a loss.
    step : float
        Distance between lattice points, in units of currency; above 0.
    points : int
        Number of lattice points, 0 among them. [from 1 to 4194304]
    method : Discretization, optional
        Way in which the loss is brought onto the lattice. ["mean_preserving" where absent]

    Returns
    -------
    DiscretizeReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.discretize(severity={"exponential": {"mean": 1000}}, step=250, points=12)
    """
    return DiscretizeReport._read(call("insurance.discretize", {"severity": severity, "step": step, "points": points, "method": method}))


def aggregate_loss(
    *,
    frequency: Frequency | Mapping[str, Any] | str,
    severity: Severity | Mapping[str, Any] | str,
    step: float,
    points: int,
    method: AggregateMethod | Mapping[str, Any] | str | None = None,
    discretization: Discretization | None = None,
    zero_probability: float | None = None,
    levels: ArrayLike | None = None,
    retentions: ArrayLike | None = None,
    with_probabilities: bool | None = None,
) -> AggregateReport:
    """The distribution of the sum of a random number of losses, by Panjer's recursion or a fast Fourier transform: value at risk, tail
    value at risk, stop-loss premiums.

    Parameters
    ----------
    frequency : Frequency | Mapping[str, Any] | str
        Distribution of the number of losses.
    severity : Severity | Mapping[str, Any] | str
        Distribution of one loss.
    step : float
        Distance between lattice points, in units of currency; above 0.
    points : int
        Number of lattice points, 0 among them. [from 1 to 4194304]
    method : AggregateMethod | Mapping[str, Any] | str, optional
        Way in which losses are added up. ["panjer" where absent]
    discretization : Discretization, optional
        Way in which one loss is brought onto the lattice. ["mean_preserving" where absent]
    zero_probability : float, optional
        Probability of no loss at all, instead of the one that the frequency has. Absent: that of the frequency. [from 0.0 to 1.0]
    levels : array_like of float, optional
        Levels of value at risk that are asked for, like 0.995. [[] where absent]
    retentions : array_like of float, optional
        Retentions of stop-loss contracts that are asked for, in units of currency. [[] where absent]
    with_probabilities : bool, optional
        Whether the report holds the probability of every lattice point. [false where absent]

    Returns
    -------
    AggregateReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.aggregate_loss(frequency={"poisson": {"mean": 10}}, severity={"pareto": {"shape": 2.5, "scale": 1000}}, step=100, points=2048, method={"fft": 0.01}, levels=[0.9, 0.99, 0.995], retentions=[20000])
    """
    return AggregateReport._read(call("insurance.aggregate_loss", {"frequency": frequency, "severity": severity, "step": step, "points": points, "method": method, "discretization": discretization, "zero_probability": zero_probability, "levels": levels, "retentions": retentions, "with_probabilities": with_probabilities}))


def ruin(
    *,
    severity: Severity | Mapping[str, Any] | str,
    loading: float,
    surpluses: ArrayLike,
    points: int | None = None,
) -> RuinReport:
    """The probability that a fund is ever ruined, and the adjustment coefficient (Cramér and Lundberg): exact for mixtures of
    exponentials, bounds for other losses.

    Parameters
    ----------
    severity : Severity | Mapping[str, Any] | str
        Distribution of a loss; its mean exists.
    loading : float
        Relative loading of the premium over the expected loss, above 0. [from 1e-6 to 1000.0]
    surpluses : array_like of float
        Initial surpluses of the fund, in units of currency, from 0 on.
    points : int, optional
        Number of lattice points up to the greatest surplus, where no closed form exists: more make the bounds narrower. [from 10 to 100000; 4000 where absent]

    Returns
    -------
    RuinReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.ruin(severity={"mixed_exponential": {"weights": [0.5, 0.5], "means": [1000, 4000]}}, loading=0.3, surpluses=[0, 10000, 50000])
    """
    return RuinReport._read(call("insurance.ruin", {"severity": severity, "loading": loading, "surpluses": surpluses, "points": points}))


def credibility(
    *,
    ratios: Sequence[ArrayLike],
    weights: Sequence[ArrayLike] | None = None,
    estimator: BetweenEstimator | None = None,
) -> CredibilityReport:
    """Credibility premiums of groups from their experience (Bühlmann; Bühlmann and Straub).

    Parameters
    ----------
    ratios : Sequence[ArrayLike]
        Loss ratios or mean losses of each group, period by period: two groups or more, two periods or more in one of them.
    weights : Sequence[ArrayLike], optional
        Weights of the ratios, like the number of risks, above 0. Absent: all equal, the model of Bühlmann.
    estimator : BetweenEstimator, optional
        Estimator of the variance between groups. ["unbiased" where absent]

    Returns
    -------
    CredibilityReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.credibility(ratios=[[0.8, 1.1, 0.9], [1.9, 2.2, 2.0], [1.2, 1.0, 1.1]], weights=[[120, 130, 150], [40, 35, 50], [300, 310, 290]])
    """
    return CredibilityReport._read(call("insurance.credibility", {"ratios": ratios, "weights": weights, "estimator": estimator}))
