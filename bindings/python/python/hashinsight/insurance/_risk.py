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
    "FitRiskScoreReport",
    "IndexContribution",
    "IndexContributionDict",
    "IndexFactor",
    "IndexSign",
    "IndexTerm",
    "IndexTermDict",
    "LognormalMove",
    "LognormalMoveDict",
    "PositionRiskReport",
    "ReturnModel",
    "ReturnModelDict",
    "ReturnModelLike",
    "RiskFeature",
    "RiskFeatureDict",
    "RiskIndex",
    "RiskIndexDict",
    "RiskIndexRequest",
    "RiskIndexRequestDict",
    "RiskModel",
    "RiskModelDict",
    "RiskScoreReport",
    "fit_risk_score",
    "position_risk",
    "risk_index",
    "risk_score",
]


def __dir__() -> list[str]:
    return __all__


@document
class LognormalMove(Document):
    """Lognormal motion of the price up to a horizon.

    Attributes
    ----------
    volatility : float
        Volatility per square root of a year, of the real world. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    drift_per_year : float, optional
        Expected growth of the price per year, continuously compounded, of the real world. [1/year, from -10.0 to 10.0; 0.0 where absent]
    years : float
        Horizon of the risk, in years of 365 days; above 0. [years, 0, or from 1e-12 to 30.0]
    """

    volatility: float
    years: float
    drift_per_year: float | None = None
    _route = "insurance.position_risk:model.lognormal"

    def __init__(
        self,
        volatility: float,
        years: float,
        drift_per_year: float | None = None,
    ) -> None:
        self._fill({"volatility": volatility, "drift_per_year": drift_per_year, "years": years})

    def _wire(self) -> dict[str, Any]:
        return {
            "volatility": self.volatility,
            "drift_per_year": self.drift_per_year,
            "years": self.years,
        }


class LognormalMoveDict(TypedDict):
    """``LognormalMove`` as a mapping."""

    volatility: float
    drift_per_year: NotRequired[float | None]
    years: float


@document
class ReturnModel(Variant):
    """Distribution of the return: a model, or past returns.

    Cases
    -----
    lognormal
        Lognormal motion of the price.
    returns
        Past simple returns over the horizon, as fractions: -0.05 is a fall of 5 percent.
    """

    tag: Literal["lognormal", "returns"]
    content: LognormalMove | tuple[float, ...] | None = None
    _route = "insurance.position_risk:model"

    @classmethod
    def lognormal(cls, content: LognormalMove | LognormalMoveDict) -> Self:
        """Lognormal motion of the price."""
        return cls._made("lognormal", content)

    @classmethod
    def returns(cls, content: ArrayLike) -> Self:
        """Past simple returns over the horizon, as fractions: -0.05 is a fall of 5 percent."""
        return cls._made("returns", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "lognormal":
            return LognormalMove._read(content)
        if tag == "returns":
            return listed(content)
        return content


class ReturnModelDict(TypedDict, total=False):
    """``ReturnModel`` as a mapping: one of the keys, with its content."""

    lognormal: LognormalMove | LognormalMoveDict
    returns: ArrayLike


ReturnModelLike: TypeAlias = "ReturnModel | ReturnModelDict"
"""What is taken for a ``ReturnModel``."""


@document
class PositionRiskReport(Document):
    """Result of `position_risk`.

    Attributes
    ----------
    value_at_risk : float
        Value at risk, in units of currency: a loss is positive, a gain at this level negative.
    expected_shortfall : float
        Expected shortfall, in units of currency: mean loss in the worst `1 - level` of all outcomes.
    """

    value_at_risk: float
    expected_shortfall: float

    def _wire(self) -> dict[str, Any]:
        return {
            "value_at_risk": self.value_at_risk,
            "expected_shortfall": self.expected_shortfall,
        }


@document
class RiskFeature(Document):
    """One feature of risks: leverage, distance to liquidation in deviations, volatility.

    Attributes
    ----------
    name : str
        Name of the feature.
    values : tuple[float, ...]
        Values of the feature, one for each risk.
    """

    name: str
    values: tuple[float, ...]
    _route = "insurance.fit_risk_score:features.[]"

    def __init__(
        self,
        name: str,
        values: ArrayLike,
    ) -> None:
        self._fill({"name": name, "values": values})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["values"] = listed(document["values"])

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "values": self.values,
        }


class RiskFeatureDict(TypedDict):
    """``RiskFeature`` as a mapping."""

    name: str
    values: ArrayLike


@document
class RiskModel(Document):
    """A fitted score: everything that predicts, and nothing else. It can be stored as JSON and used in another language.

    Attributes
    ----------
    features : tuple[str, ...]
        Names of the features, in the order of the exponents.
    centers : tuple[float, ...]
        Centers that are subtracted from the features.
    scales : tuple[float, ...]
        Scales that the features are divided by, above 0.
    exponents : tuple[tuple[int, ...], ...]
        Exponents of the terms: a list for each term, an exponent for each feature.
    coefficients : tuple[float, ...]
        Coefficients of the terms.
    """

    features: tuple[str, ...]
    centers: tuple[float, ...]
    scales: tuple[float, ...]
    exponents: tuple[tuple[int, ...], ...]
    coefficients: tuple[float, ...]
    _route = "insurance.risk_score:model"

    def __init__(
        self,
        features: Sequence[str],
        centers: ArrayLike,
        scales: ArrayLike,
        exponents: Sequence[ArrayLike],
        coefficients: ArrayLike,
    ) -> None:
        self._fill({"features": features, "centers": centers, "scales": scales, "exponents": exponents, "coefficients": coefficients})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["features"] = listed(document["features"])
        document["centers"] = listed(document["centers"])
        document["scales"] = listed(document["scales"])
        document["exponents"] = each(lambda items: listed(items), document["exponents"])
        document["coefficients"] = listed(document["coefficients"])

    def _wire(self) -> dict[str, Any]:
        return {
            "features": self.features,
            "centers": self.centers,
            "scales": self.scales,
            "exponents": self.exponents,
            "coefficients": self.coefficients,
        }


class RiskModelDict(TypedDict):
    """``RiskModel`` as a mapping."""

    features: Sequence[str]
    centers: ArrayLike
    scales: ArrayLike
    exponents: Sequence[ArrayLike]
    coefficients: ArrayLike


@document
class FitRiskScoreReport(Document):
    """Result of `fit_risk_score`.

    Attributes
    ----------
    model : RiskModel
        Fitted score.
    standard_errors : tuple[float, ...], optional
        Standard errors of the coefficients. Absent: with a ridge, or without more risks than terms.
    residual_deviation : Outcome
        Standard deviation of the residuals, over risks less terms; `undefined` without more risks than terms.
    r_squared : Outcome
        Fraction of the variance of the outcomes that the score explains; `undefined` for outcomes that are all alike.
    cross_validated_error : float, optional
        Root mean square of the predictions' errors on risks that were left out. Absent: no folds were asked for.
    """

    model: RiskModel
    residual_deviation: Outcome
    r_squared: Outcome
    standard_errors: tuple[float, ...] | None = None
    cross_validated_error: float | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["model"] = RiskModel._read(document["model"])
        if document.get("standard_errors") is not None:
            document["standard_errors"] = listed(document["standard_errors"])
        document["residual_deviation"] = outcome(document["residual_deviation"])
        document["r_squared"] = outcome(document["r_squared"])

    def _wire(self) -> dict[str, Any]:
        return {
            "model": self.model,
            "standard_errors": self.standard_errors,
            "residual_deviation": self.residual_deviation,
            "r_squared": self.r_squared,
            "cross_validated_error": self.cross_validated_error,
        }


@document
class RiskScoreReport(Document):
    """Result of `risk_score`.

    Attributes
    ----------
    scores : tuple[float, ...]
        Scores of the risks, in the unit of the outcomes.
    """

    scores: tuple[float, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["scores"] = listed(document["scores"])

    def _wire(self) -> dict[str, Any]:
        return {
            "scores": self.scores,
        }


IndexFactor: TypeAlias = Literal["liquidity_depth", "policy_type", "win_rate", "margin_balance", "rsi", "support_pressure", "market_sentiment", "policy_environment", "price_volatility"]
"""Factor of the risk index.

Cases
-----
liquidity_depth
    Depth of the order book.
policy_type
    Kind of the cover.
win_rate
    Fraction of the holder's trades that won.
margin_balance
    Margin that the holder has left.
rsi
    Relative strength index of the price.
support_pressure
    Nearness of support and resistance.
market_sentiment
    Sentiment of the market.
policy_environment
    News and regulation.
price_volatility
    Volatility of the price.
"""


IndexSign: TypeAlias = Literal["raises", "lowers"]
"""Sign of a factor.

Cases
-----
raises
    A higher score is a higher risk.
lowers
    A higher score is a lower risk.
"""


@document
class IndexTerm(Document):
    """Factor of the index as the insurer declares it, and its score.

    Attributes
    ----------
    factor : IndexFactor
        Factor of the index.
    weight : float
        Weight of the factor; all weights add up to 1. [from 0.0 to 1.0]
    sign : IndexSign
        Sign of the factor.
    score : float, optional
        Score of the factor, 0 to 100. Absent: not known.
    """

    factor: IndexFactor
    weight: float
    sign: IndexSign
    score: float | None = None
    _route = "insurance.risk_index:factors.[]"

    def __init__(
        self,
        factor: IndexFactor,
        weight: float,
        sign: IndexSign,
        score: float | None = None,
    ) -> None:
        self._fill({"factor": factor, "weight": weight, "sign": sign, "score": score})

    def _wire(self) -> dict[str, Any]:
        return {
            "factor": self.factor,
            "weight": self.weight,
            "sign": self.sign,
            "score": self.score,
        }


class IndexTermDict(TypedDict):
    """``IndexTerm`` as a mapping."""

    factor: IndexFactor
    weight: float
    sign: IndexSign
    score: NotRequired[float | None]


@document
class RiskIndexRequest(Document):
    """Inputs of `risk_index`.

    Attributes
    ----------
    factors : Rows[IndexTerm]
        Nine factors, each once, with declared weights and signs.
    """

    factors: Rows[IndexTerm]
    _route = "insurance.quote:risk_index"

    def __init__(
        self,
        factors: Sequence[IndexTerm | IndexTermDict] | FrameLike,
    ) -> None:
        self._fill({"factors": factors})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["factors"] = rows(IndexTerm._read, document["factors"])

    def _wire(self) -> dict[str, Any]:
        return {
            "factors": self.factors,
        }


class RiskIndexRequestDict(TypedDict):
    """``RiskIndexRequest`` as a mapping."""

    factors: Sequence[IndexTerm | IndexTermDict]


@document
class IndexContribution(Document):
    """Contribution of a factor to the risk index.

    Attributes
    ----------
    factor : IndexFactor
        Factor of the index.
    contribution : float
        Points that the factor adds to the index or takes from it.
    """

    factor: IndexFactor
    contribution: float
    _route = "insurance.verify_quote:quote.risk_index.contributions.[]"

    def __init__(
        self,
        factor: IndexFactor,
        contribution: float,
    ) -> None:
        self._fill({"factor": factor, "contribution": contribution})

    def _wire(self) -> dict[str, Any]:
        return {
            "factor": self.factor,
            "contribution": self.contribution,
        }


class IndexContributionDict(TypedDict):
    """``IndexContribution`` as a mapping."""

    factor: IndexFactor
    contribution: float


@document
class RiskIndex(WithPlot, Document):
    """Result of `risk_index`.

    Attributes
    ----------
    base : float
        Points of a request of which nothing speaks for or against it.
    contributions : Rows[IndexContribution]
        Contributions of the factors, in the order of the request; those without a score are 0.
    coverage : float
        Weight of the factors that have a score.
    index : float, optional
        Risk index from 0 to 100: base and contributions. Absent: no factor that counts has a score.
    """

    base: float
    contributions: Rows[IndexContribution]
    coverage: float
    index: float | None = None
    _route = "insurance.verify_quote:quote.risk_index"
    _plotted = "risk_index"

    def __init__(
        self,
        base: float,
        contributions: Sequence[IndexContribution | IndexContributionDict] | FrameLike,
        coverage: float,
        index: float | None = None,
    ) -> None:
        self._fill({"base": base, "contributions": contributions, "coverage": coverage, "index": index})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["contributions"] = rows(IndexContribution._read, document["contributions"])

    def _wire(self) -> dict[str, Any]:
        return {
            "base": self.base,
            "contributions": self.contributions,
            "coverage": self.coverage,
            "index": self.index,
        }


class RiskIndexDict(TypedDict):
    """``RiskIndex`` as a mapping."""

    base: float
    contributions: Sequence[IndexContribution | IndexContributionDict]
    coverage: float
    index: NotRequired[float | None]


@operation("insurance.position_risk")
def position_risk(
    *,
    value: float,
    is_long: bool,
    level: float,
    model: ReturnModelLike,
) -> PositionRiskReport:
    """Value at risk and expected shortfall of a position, as losses, in closed form or from past returns.

    Parameters
    ----------
    value : float
        Value of the position at the current price, in units of currency. [from 0.0 to 1e+18]
    is_long : bool
        Whether the position gains where the price rises.
    level : float
        Probability that the loss stays at or below the value at risk, like 0.99: above 0, below 1. [from 0.0 to 1.0]
    model : ReturnModel, or its word or mapping
        Distribution of the return.

    Returns
    -------
    PositionRiskReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.position_risk(value=100000, is_long=True, level=0.99, model={"lognormal": {"volatility": 0.65, "years": 0.0027397260273972603}})
    >>> report.value_at_risk
    7663.166896888312
    >>> report.expected_shortfall
    8716.526188483365
    """
    return PositionRiskReport._read(call("insurance.position_risk", {"value": value, "is_long": is_long, "level": level, "model": model}))


@operation("insurance.fit_risk_score")
def fit_risk_score(
    *,
    features: Sequence[RiskFeature | RiskFeatureDict] | FrameLike,
    outcomes: ArrayLike,
    degree: int | None = None,
    ridge: float | None = None,
    standardize: bool | None = None,
    folds: int | None = None,
) -> FitRiskScoreReport:
    """Fits a polynomial of features to outcomes, with a ridge and cross-validation: a risk score that can be stored.

    Parameters
    ----------
    features : Sequence[RiskFeature | RiskFeatureDict], or a DataFrame of their fields
        Features of the risks, all of one length.
    outcomes : array_like of float
        Outcomes of the risks, as the score is to predict them.
    degree : int, optional
        Greatest total degree of a term: 1 is a linear score. [from 1 to 12; 1 where absent]
    ridge : float, optional
        Penalty on the squared coefficients: 0 is plain least squares. [from 0.0 to 1000000000000000.0; 0.0 where absent]
    standardize : bool, optional
        Whether features are centered and scaled to a standard deviation of 1 first. [true where absent]
    folds : int, optional
        Number of folds of the cross-validation, from 2 to the number of risks. Absent: no cross-validation. [from 0]

    Returns
    -------
    FitRiskScoreReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.fit_risk_score(features=[{"name": "leverage", "values": [2, 5, 10, 20, 50]}, {"name": "volatility", "values": [0.5, 0.7, 0.4, 0.9, 0.6]}], outcomes=[0.01, 0.05, 0.12, 0.4, 0.8], ridge=0.1)
    >>> report.residual_deviation.value
    0.03615757991515297
    >>> report.r_squared.value
    0.9940045373506343
    """
    return FitRiskScoreReport._read(call("insurance.fit_risk_score", {"features": records(features), "outcomes": outcomes, "degree": degree, "ridge": ridge, "standardize": standardize, "folds": folds}))


@operation("insurance.risk_score")
def risk_score(
    *,
    model: RiskModel | RiskModelDict,
    features: Sequence[RiskFeature | RiskFeatureDict] | FrameLike,
) -> RiskScoreReport:
    """Scores of risks by a fitted model.

    Parameters
    ----------
    model : RiskModel, or a mapping of its fields
        Fitted score.
    features : Sequence[RiskFeature | RiskFeatureDict], or a DataFrame of their fields
        Features of the risks: those of the model by name, in any order.

    Returns
    -------
    RiskScoreReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.risk_score(model={"features": ["leverage"], "centers": [10], "scales": [5], "exponents": [[0], [1]], "coefficients": [0.12, 0.08]}, features=[{"name": "leverage", "values": [5, 25]}])
    >>> len(report.scores)
    2
    """
    return RiskScoreReport._read(call("insurance.risk_score", {"model": model, "features": records(features)}))


@operation("insurance.risk_index")
def risk_index(
    *,
    factors: Sequence[IndexTerm | IndexTermDict] | FrameLike,
) -> RiskIndex:
    """The risk index of nine declared factors from 0 to 100, with what each contributes: a scorecard, no probability, no part of a
    premium.

    Parameters
    ----------
    factors : Sequence[IndexTerm | IndexTermDict], or a DataFrame of their fields
        Nine factors, each once, with declared weights and signs.

    Returns
    -------
    RiskIndex

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.risk_index(factors=[{"factor": "liquidity_depth", "weight": 0.1, "sign": "lowers", "score": 93}, {"factor": "policy_type", "weight": 0.1, "sign": "raises", "score": 75}, {"factor": "win_rate", "weight": 0.1, "sign": "lowers", "score": 63}, {"factor": "margin_balance", "weight": 0.15, "sign": "lowers", "score": 58}, {"factor": "rsi", "weight": 0.1, "sign": "raises", "score": 40}, {"factor": "support_pressure", "weight": 0.1, "sign": "lowers", "score": 40}, {"factor": "market_sentiment", "weight": 0.1, "sign": "lowers", "score": 31}, {"factor": "policy_environment", "weight": 0.05, "sign": "lowers", "score": 28}, {"factor": "price_volatility", "weight": 0.2, "sign": "raises", "score": 15}])
    >>> report.base
    50.0
    >>> report.coverage
    1.0
    """
    return RiskIndex._read(call("insurance.risk_index", {"factors": records(factors)}))
