"""Operations and types of ``insurance``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from .._documents import Document, FrameLike, Variant, call, document, each, listed, operation, records, rows
from .._outcome import outcome
from .._plots import WithPlot
from .._show import Rows
from ..units import Outcome

__all__ = [
    "AggregateMethod",
    "AggregateMethodDict",
    "AggregateMethodLike",
    "AggregateReport",
    "BetweenEstimator",
    "BinomialCount",
    "BinomialCountDict",
    "CredibilityReport",
    "DiscreteLoss",
    "DiscreteLossDict",
    "Discretization",
    "DiscretizeReport",
    "ExponentialLoss",
    "ExponentialLossDict",
    "Frequency",
    "FrequencyDict",
    "FrequencyLike",
    "GroupCredibility",
    "Layer",
    "LayerCost",
    "LayerDict",
    "LayersReport",
    "LognormalLoss",
    "LognormalLossDict",
    "LossAtLevel",
    "MixedExponentialLoss",
    "MixedExponentialLossDict",
    "NegativeBinomialCount",
    "NegativeBinomialCountDict",
    "ParetoLoss",
    "ParetoLossDict",
    "PoissonCount",
    "PoissonCountDict",
    "PremiumPrinciple",
    "PremiumPrincipleDict",
    "PremiumPrincipleLike",
    "PremiumsReport",
    "PrinciplePremium",
    "RuinProbability",
    "RuinReport",
    "Severity",
    "SeverityDict",
    "SeverityLike",
    "StopLossPremium",
    "aggregate_loss",
    "credibility",
    "discretize",
    "layers",
    "premiums",
    "ruin",
]


def __dir__() -> list[str]:
    return __all__


@document
class DiscreteLoss(Document):
    """Finitely many amounts of loss with their probabilities.

    Attributes
    ----------
    amounts : tuple[float, ...]
        Amounts of loss, rising, from 0 on.
    probabilities : tuple[float, ...]
        Probabilities of the amounts; their sum is 1 to within 1e-9.
    """

    amounts: tuple[float, ...]
    probabilities: tuple[float, ...]
    _route = "insurance.premiums:severity.discrete"

    def __init__(
        self,
        amounts: ArrayLike,
        probabilities: ArrayLike,
    ) -> None:
        self._fill({"amounts": amounts, "probabilities": probabilities})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["amounts"] = listed(document["amounts"])
        document["probabilities"] = listed(document["probabilities"])

    def _wire(self) -> dict[str, Any]:
        return {
            "amounts": self.amounts,
            "probabilities": self.probabilities,
        }


class DiscreteLossDict(TypedDict):
    """``DiscreteLoss`` as a mapping."""

    amounts: ArrayLike
    probabilities: ArrayLike


@document
class ExponentialLoss(Document):
    """Exponential loss.

    Attributes
    ----------
    mean : float
        Mean loss, above 0.
    """

    mean: float
    _route = "insurance.premiums:severity.exponential"

    def __init__(
        self,
        mean: float,
    ) -> None:
        self._fill({"mean": mean})

    def _wire(self) -> dict[str, Any]:
        return {
            "mean": self.mean,
        }


class ExponentialLossDict(TypedDict):
    """``ExponentialLoss`` as a mapping."""

    mean: float


@document
class MixedExponentialLoss(Document):
    """Mixture of exponential losses.

    Attributes
    ----------
    weights : tuple[float, ...]
        Weights of the components, above 0; their sum is 1 to within 1e-9.
    means : tuple[float, ...]
        Mean losses of the components, above 0, all different.
    """

    weights: tuple[float, ...]
    means: tuple[float, ...]
    _route = "insurance.premiums:severity.mixed_exponential"

    def __init__(
        self,
        weights: ArrayLike,
        means: ArrayLike,
    ) -> None:
        self._fill({"weights": weights, "means": means})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["weights"] = listed(document["weights"])
        document["means"] = listed(document["means"])

    def _wire(self) -> dict[str, Any]:
        return {
            "weights": self.weights,
            "means": self.means,
        }


class MixedExponentialLossDict(TypedDict):
    """``MixedExponentialLoss`` as a mapping."""

    weights: ArrayLike
    means: ArrayLike


@document
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
    _route = "insurance.premiums:severity.lognormal"

    def __init__(
        self,
        mu: float,
        sigma: float,
    ) -> None:
        self._fill({"mu": mu, "sigma": sigma})

    def _wire(self) -> dict[str, Any]:
        return {
            "mu": self.mu,
            "sigma": self.sigma,
        }


class LognormalLossDict(TypedDict):
    """``LognormalLoss`` as a mapping."""

    mu: float
    sigma: float


@document
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
    _route = "insurance.premiums:severity.pareto"

    def __init__(
        self,
        shape: float,
        scale: float,
    ) -> None:
        self._fill({"shape": shape, "scale": scale})

    def _wire(self) -> dict[str, Any]:
        return {
            "shape": self.shape,
            "scale": self.scale,
        }


class ParetoLossDict(TypedDict):
    """``ParetoLoss`` as a mapping."""

    shape: float
    scale: float


@document
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
    _route = "insurance.premiums:severity"

    @classmethod
    def discrete(cls, content: DiscreteLoss | DiscreteLossDict) -> Self:
        """Finitely many amounts with their probabilities."""
        return cls._made("discrete", content)

    @classmethod
    def exponential(cls, content: ExponentialLoss | ExponentialLossDict) -> Self:
        """Exponential."""
        return cls._made("exponential", content)

    @classmethod
    def mixed_exponential(cls, content: MixedExponentialLoss | MixedExponentialLossDict) -> Self:
        """Mixture of exponentials."""
        return cls._made("mixed_exponential", content)

    @classmethod
    def lognormal(cls, content: LognormalLoss | LognormalLossDict) -> Self:
        """Lognormal."""
        return cls._made("lognormal", content)

    @classmethod
    def pareto(cls, content: ParetoLoss | ParetoLossDict) -> Self:
        """Pareto of the second kind, from 0 (Lomax)."""
        return cls._made("pareto", content)

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


class SeverityDict(TypedDict, total=False):
    """``Severity`` as a mapping: one of the keys, with its content."""

    discrete: DiscreteLoss | DiscreteLossDict
    exponential: ExponentialLoss | ExponentialLossDict
    mixed_exponential: MixedExponentialLoss | MixedExponentialLossDict
    lognormal: LognormalLoss | LognormalLossDict
    pareto: ParetoLoss | ParetoLossDict


SeverityLike: TypeAlias = "Severity | SeverityDict"
"""What is taken for a ``Severity``."""


@document
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
    _route = "insurance.premiums:principles.[]"

    @classmethod
    def expected_value(cls, content: float) -> Self:
        """Expected value with this relative loading, from 0 on."""
        return cls._made("expected_value", content)

    @classmethod
    def standard_deviation(cls, content: float) -> Self:
        """Expected value plus this multiple of the standard deviation, from 0 on."""
        return cls._made("standard_deviation", content)

    @classmethod
    def variance(cls, content: float) -> Self:
        """Expected value plus this multiple of the variance, per unit of currency, from 0 on."""
        return cls._made("variance", content)

    @classmethod
    def esscher(cls, content: float) -> Self:
        """Esscher's principle with this parameter per unit of currency, above 0."""
        return cls._made("esscher", content)

    @classmethod
    def exponential(cls, content: float) -> Self:
        """Exponential utility with this risk aversion per unit of currency, above 0."""
        return cls._made("exponential", content)

    @classmethod
    def proportional_hazard(cls, content: float) -> Self:
        """Proportional hazards with this index, from 1 on."""
        return cls._made("proportional_hazard", content)

    @classmethod
    def wang(cls, content: float) -> Self:
        """Wang's transform with this market price of risk, from 0 on."""
        return cls._made("wang", content)

    @classmethod
    def expected_shortfall(cls, content: float) -> Self:
        """Expected shortfall (tail value at risk) at this level, from 0 to below 1."""
        return cls._made("expected_shortfall", content)

    @classmethod
    def dual_power(cls, content: float) -> Self:
        """Dual power with this exponent, from 1 on."""
        return cls._made("dual_power", content)


class PremiumPrincipleDict(TypedDict, total=False):
    """``PremiumPrinciple`` as a mapping: one of the keys, with its content."""

    expected_value: float
    standard_deviation: float
    variance: float
    esscher: float
    exponential: float
    proportional_hazard: float
    wang: float
    expected_shortfall: float
    dual_power: float


PremiumPrincipleLike: TypeAlias = "PremiumPrinciple | PremiumPrincipleDict"
"""What is taken for a ``PremiumPrinciple``."""


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["premium"] = outcome(document["premium"])
        document["loading"] = outcome(document["loading"])

    def _wire(self) -> dict[str, Any]:
        return {
            "premium": self.premium,
            "loading": self.loading,
        }


@document
class PremiumsReport(Document):
    """Result of `premiums`.

    Attributes
    ----------
    mean : Outcome
        Expected loss, the pure premium, in units of currency.
    variance : Outcome
        Variance of the loss, in squared units of currency.
    premiums : Rows[PrinciplePremium]
        Premiums, in the order of the principles.
    """

    mean: Outcome
    variance: Outcome
    premiums: Rows[PrinciplePremium]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["mean"] = outcome(document["mean"])
        document["variance"] = outcome(document["variance"])
        document["premiums"] = rows(PrinciplePremium._read, document["premiums"])

    def _wire(self) -> dict[str, Any]:
        return {
            "mean": self.mean,
            "variance": self.variance,
            "premiums": self.premiums,
        }


@document
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
    _route = "insurance.layers:layers.[]"

    def __init__(
        self,
        retention: float | None = None,
        limit: float | None = None,
        share: float | None = None,
    ) -> None:
        self._fill({"retention": retention, "limit": limit, "share": share})

    def _wire(self) -> dict[str, Any]:
        return {
            "retention": self.retention,
            "limit": self.limit,
            "share": self.share,
        }


class LayerDict(TypedDict):
    """``Layer`` as a mapping."""

    retention: NotRequired[float | None]
    limit: NotRequired[float | None]
    share: NotRequired[float | None]


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["mean_per_loss"] = outcome(document["mean_per_loss"])
        document["mean_per_payment"] = outcome(document["mean_per_payment"])

    def _wire(self) -> dict[str, Any]:
        return {
            "mean_per_loss": self.mean_per_loss,
            "mean_per_payment": self.mean_per_payment,
            "payment_probability": self.payment_probability,
        }


@document
class LayersReport(Document):
    """Result of `layers`.

    Attributes
    ----------
    mean : Outcome
        Mean of the whole loss, in units of currency.
    layers : Rows[LayerCost]
        Costs of the layers, in the order of the request.
    """

    mean: Outcome
    layers: Rows[LayerCost]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["mean"] = outcome(document["mean"])
        document["layers"] = rows(LayerCost._read, document["layers"])

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


@document
class DiscretizeReport(Document):
    """Result of `discretize`.

    Attributes
    ----------
    probabilities : tuple[float, ...]
        Probabilities of the lattice points `0, step, 2 step, ...`.
    beyond : float
        Probability that fell beyond the last lattice point, which no lattice point holds.
    """

    probabilities: tuple[float, ...]
    beyond: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["probabilities"] = listed(document["probabilities"])

    def _wire(self) -> dict[str, Any]:
        return {
            "probabilities": self.probabilities,
            "beyond": self.beyond,
        }


@document
class PoissonCount(Document):
    """Poisson number of losses.

    Attributes
    ----------
    mean : float
        Mean number of losses. [from 0.0 to 10000000.0]
    """

    mean: float
    _route = "insurance.aggregate_loss:frequency.poisson"

    def __init__(
        self,
        mean: float,
    ) -> None:
        self._fill({"mean": mean})

    def _wire(self) -> dict[str, Any]:
        return {
            "mean": self.mean,
        }


class PoissonCountDict(TypedDict):
    """``PoissonCount`` as a mapping."""

    mean: float


@document
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
    _route = "insurance.aggregate_loss:frequency.negative_binomial"

    def __init__(
        self,
        size: float,
        scale: float,
    ) -> None:
        self._fill({"size": size, "scale": scale})

    def _wire(self) -> dict[str, Any]:
        return {
            "size": self.size,
            "scale": self.scale,
        }


class NegativeBinomialCountDict(TypedDict):
    """``NegativeBinomialCount`` as a mapping."""

    size: float
    scale: float


@document
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
    _route = "insurance.aggregate_loss:frequency.binomial"

    def __init__(
        self,
        trials: int,
        probability: float,
    ) -> None:
        self._fill({"trials": trials, "probability": probability})

    def _wire(self) -> dict[str, Any]:
        return {
            "trials": self.trials,
            "probability": self.probability,
        }


class BinomialCountDict(TypedDict):
    """``BinomialCount`` as a mapping."""

    trials: int
    probability: float


@document
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
    _route = "insurance.aggregate_loss:frequency"

    @classmethod
    def poisson(cls, content: PoissonCount | PoissonCountDict) -> Self:
        """Poisson: variance equal to the mean."""
        return cls._made("poisson", content)

    @classmethod
    def negative_binomial(cls, content: NegativeBinomialCount | NegativeBinomialCountDict) -> Self:
        """Negative binomial: variance above the mean; the geometric one has size 1."""
        return cls._made("negative_binomial", content)

    @classmethod
    def binomial(cls, content: BinomialCount | BinomialCountDict) -> Self:
        """Binomial: variance below the mean."""
        return cls._made("binomial", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "poisson":
            return PoissonCount._read(content)
        if tag == "negative_binomial":
            return NegativeBinomialCount._read(content)
        if tag == "binomial":
            return BinomialCount._read(content)
        return content


class FrequencyDict(TypedDict, total=False):
    """``Frequency`` as a mapping: one of the keys, with its content."""

    poisson: PoissonCount | PoissonCountDict
    negative_binomial: NegativeBinomialCount | NegativeBinomialCountDict
    binomial: BinomialCount | BinomialCountDict


FrequencyLike: TypeAlias = "Frequency | FrequencyDict"
"""What is taken for a ``Frequency``."""


@document
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
    _route = "insurance.aggregate_loss:method"

    @classmethod
    def panjer(cls) -> Self:
        """Panjer's recursion: exact on the lattice, in time `points` times the number of loss sizes."""
        return cls._made("panjer")

    @classmethod
    def fft(cls, content: float) -> Self:
        """Fast Fourier transform with this tilt per lattice point: 0, or about `20 / points`. The number of points is a power of two."""
        return cls._made("fft", content)


class AggregateMethodDict(TypedDict, total=False):
    """``AggregateMethod`` as a mapping: one of the keys, with its content."""

    fft: float


AggregateMethodLike: TypeAlias = "AggregateMethod | AggregateMethodDict | Literal['panjer']"
"""What is taken for a ``AggregateMethod``."""


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["value_at_risk"] = outcome(document["value_at_risk"])
        document["tail_value_at_risk"] = outcome(document["tail_value_at_risk"])

    def _wire(self) -> dict[str, Any]:
        return {
            "level": self.level,
            "value_at_risk": self.value_at_risk,
            "tail_value_at_risk": self.tail_value_at_risk,
        }


@document
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


@document
class AggregateReport(WithPlot, Document):
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
    levels : Rows[LossAtLevel]
        Losses at the levels of the request.
    stop_loss : Rows[StopLossPremium]
        Costs of the stop-loss contracts of the request, up to the last lattice point.
    probabilities : tuple[float, ...], optional
        Probability of each lattice point `0, step, 2 step, ...`. Absent: not asked for.
    """

    mean: float
    variance: float
    exact_mean: Outcome
    beyond: Outcome
    levels: Rows[LossAtLevel]
    stop_loss: Rows[StopLossPremium]
    probabilities: tuple[float, ...] | None = None
    _plotted = "aggregate_loss"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["exact_mean"] = outcome(document["exact_mean"])
        document["beyond"] = outcome(document["beyond"])
        document["levels"] = rows(LossAtLevel._read, document["levels"])
        document["stop_loss"] = rows(StopLossPremium._read, document["stop_loss"])
        if document.get("probabilities") is not None:
            document["probabilities"] = listed(document["probabilities"])

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


@document
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


@document
class RuinReport(Document):
    """Result of `ruin`.

    Attributes
    ----------
    adjustment_coefficient : Outcome
        Adjustment coefficient, per unit of currency: ruin is less probable than `e^(-coefficient surplus)`. `undefined` for losses without exponential moments.
    is_exact : bool
        Whether the probabilities are exact, and not bounds.
    probabilities : Rows[RuinProbability]
        Probabilities of ruin, in the order of the surpluses.
    """

    adjustment_coefficient: Outcome
    is_exact: bool
    probabilities: Rows[RuinProbability]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["adjustment_coefficient"] = outcome(document["adjustment_coefficient"])
        document["probabilities"] = rows(RuinProbability._read, document["probabilities"])

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


@document
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


@document
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
    groups : Rows[GroupCredibility]
        Groups, in the order of the request.
    """

    collective: float
    within: float
    between: float
    constant: Outcome
    groups: Rows[GroupCredibility]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["constant"] = outcome(document["constant"])
        document["groups"] = rows(GroupCredibility._read, document["groups"])

    def _wire(self) -> dict[str, Any]:
        return {
            "collective": self.collective,
            "within": self.within,
            "between": self.between,
            "constant": self.constant,
            "groups": self.groups,
        }


@operation("insurance.premiums")
def premiums(
    *,
    severity: SeverityLike,
    principles: Sequence[PremiumPrincipleLike],
) -> PremiumsReport:
    """Premiums of a loss by up to nine principles: expected value, standard deviation, variance, Esscher, exponential, proportional
    hazard, Wang, expected shortfall, dual power.

    Parameters
    ----------
    severity : Severity, or its word or mapping
        Distribution of the loss that is charged for.
    principles : Sequence[PremiumPrincipleLike]
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
    >>> report.mean.value
    28.0
    >>> report.variance.value
    20016.0
    """
    return PremiumsReport._read(call("insurance.premiums", {"severity": severity, "principles": principles}))


@operation("insurance.layers")
def layers(
    *,
    severity: SeverityLike,
    layers: Sequence[Layer | LayerDict] | FrameLike,
) -> LayersReport:
    """What each layer of a loss costs on average: excess of loss with retention and limit, quota share by its share.

    Parameters
    ----------
    severity : Severity, or its word or mapping
        Distribution of a loss.
    layers : Sequence[Layer | LayerDict], or a DataFrame of their fields
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
    >>> report.mean.value
    304.90492295690854
    >>> len(report.layers)
    2
    """
    return LayersReport._read(call("insurance.layers", {"severity": severity, "layers": records(layers)}))


@operation("insurance.discretize")
def discretize(
    *,
    severity: SeverityLike,
    step: float,
    points: int,
    method: Discretization | None = None,
) -> DiscretizeReport:
    """The probabilities of a loss on a lattice of multiples of a step.

    Parameters
    ----------
    severity : Severity, or its word or mapping
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
    >>> report.beyond
    0.056563171355374475
    >>> len(report.probabilities)
    12
    """
    return DiscretizeReport._read(call("insurance.discretize", {"severity": severity, "step": step, "points": points, "method": method}))


@operation("insurance.aggregate_loss")
def aggregate_loss(
    *,
    frequency: FrequencyLike,
    severity: SeverityLike,
    step: float,
    points: int,
    method: AggregateMethodLike | None = None,
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
    frequency : Frequency, or its word or mapping
        Distribution of the number of losses.
    severity : Severity, or its word or mapping
        Distribution of one loss.
    step : float
        Distance between lattice points, in units of currency; above 0.
    points : int
        Number of lattice points, 0 among them. [from 1 to 4194304]
    method : AggregateMethod, or its word or mapping, optional
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
    >>> report.mean
    6660.61161505168
    >>> report.variance
    23146474.994927213
    """
    return AggregateReport._read(call("insurance.aggregate_loss", {"frequency": frequency, "severity": severity, "step": step, "points": points, "method": method, "discretization": discretization, "zero_probability": zero_probability, "levels": levels, "retentions": retentions, "with_probabilities": with_probabilities}))


@operation("insurance.ruin")
def ruin(
    *,
    severity: SeverityLike,
    loading: float,
    surpluses: ArrayLike,
    points: int | None = None,
) -> RuinReport:
    """The probability that a fund is ever ruined, and the adjustment coefficient (Cramér and Lundberg): exact for mixtures of
    exponentials, bounds for other losses.

    Parameters
    ----------
    severity : Severity, or its word or mapping
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
    >>> report.adjustment_coefficient.value
    6.582232868542323e-05
    >>> report.is_exact
    True
    """
    return RuinReport._read(call("insurance.ruin", {"severity": severity, "loading": loading, "surpluses": surpluses, "points": points}))


@operation("insurance.credibility")
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
    >>> report.collective
    1.3339997418852871
    >>> report.within
    2.289481481481482
    """
    return CredibilityReport._read(call("insurance.credibility", {"ratios": ratios, "weights": weights, "estimator": estimator}))
