"""Operations and types of ``insurance``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any, Literal, Self

from numpy.typing import ArrayLike

from .._documents import Document, Variant, call, filled
from ..units import Outcome

__all__ = [
    "FitRiskScoreReport",
    "LognormalMove",
    "PositionRiskReport",
    "ReturnModel",
    "RiskFeature",
    "RiskModel",
    "RiskScoreReport",
    "fit_risk_score",
    "position_risk",
    "risk_score",
]


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "volatility": self.volatility,
            "drift_per_year": self.drift_per_year,
            "years": self.years,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
    content: LognormalMove | list[float] | None = None

    @classmethod
    def lognormal(cls, content: LognormalMove | Mapping[str, Any]) -> Self:
        """Lognormal motion of the price."""
        return filled(cls, {"tag": "lognormal", "content": content})

    @classmethod
    def returns(cls, content: ArrayLike) -> Self:
        """Past simple returns over the horizon, as fractions: -0.05 is a fall of 5 percent."""
        return filled(cls, {"tag": "returns", "content": content})

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "lognormal":
            return LognormalMove._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
class RiskFeature(Document):
    """One feature of risks: leverage, distance to liquidation in deviations, volatility.

    Attributes
    ----------
    name : str
        Name of the feature.
    values : list[float]
        Values of the feature, one for each risk.
    """

    name: str
    values: list[float]

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "values": self.values,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class RiskModel(Document):
    """A fitted score: everything that predicts, and nothing else. It can be stored as JSON and used in another language.

    Attributes
    ----------
    features : list[str]
        Names of the features, in the order of the exponents.
    centers : list[float]
        Centers that are subtracted from the features.
    scales : list[float]
        Scales that the features are divided by, above 0.
    exponents : list[list[int]]
        Exponents of the terms: a list for each term, an exponent for each feature.
    coefficients : list[float]
        Coefficients of the terms.
    """

    features: list[str]
    centers: list[float]
    scales: list[float]
    exponents: list[list[int]]
    coefficients: list[float]

    def _wire(self) -> dict[str, Any]:
        return {
            "features": self.features,
            "centers": self.centers,
            "scales": self.scales,
            "exponents": self.exponents,
            "coefficients": self.coefficients,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class FitRiskScoreReport(Document):
    """Result of `fit_risk_score`.

    Attributes
    ----------
    model : RiskModel
        Fitted score.
    standard_errors : list[float], optional
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
    standard_errors: list[float] | None = None
    cross_validated_error: float | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["model"] = RiskModel._read(document["model"])
        document["residual_deviation"] = Outcome._read(document["residual_deviation"])
        document["r_squared"] = Outcome._read(document["r_squared"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "model": self.model,
            "standard_errors": self.standard_errors,
            "residual_deviation": self.residual_deviation,
            "r_squared": self.r_squared,
            "cross_validated_error": self.cross_validated_error,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class RiskScoreReport(Document):
    """Result of `risk_score`.

    Attributes
    ----------
    scores : list[float]
        Scores of the risks, in the unit of the outcomes.
    """

    scores: list[float]

    def _wire(self) -> dict[str, Any]:
        return {
            "scores": self.scores,
        }


def position_risk(
    *,
    value: float,
    is_long: bool,
    level: float,
    model: ReturnModel | Mapping[str, Any] | str,
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
    model : ReturnModel | Mapping[str, Any] | str
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
    """
    return PositionRiskReport._read(call("insurance.position_risk", {"value": value, "is_long": is_long, "level": level, "model": model}))


def fit_risk_score(
    *,
    features: Sequence[RiskFeature | Mapping[str, Any]],
    outcomes: ArrayLike,
    degree: int | None = None,
    ridge: float | None = None,
    standardize: bool | None = None,
    folds: int | None = None,
) -> FitRiskScoreReport:
    """Fits a polynomial of features to outcomes, with a ridge and cross-validation: a risk score that can be stored.

    Parameters
    ----------
    features : Sequence[RiskFeature | Mapping[str, Any]]
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
    """
    return FitRiskScoreReport._read(call("insurance.fit_risk_score", {"features": features, "outcomes": outcomes, "degree": degree, "ridge": ridge, "standardize": standardize, "folds": folds}))


def risk_score(
    *,
    model: RiskModel | Mapping[str, Any],
    features: Sequence[RiskFeature | Mapping[str, Any]],
) -> RiskScoreReport:
    """Scores of risks by a fitted model.

    Parameters
    ----------
    model : RiskModel | Mapping[str, Any]
        Fitted score.
    features : Sequence[RiskFeature | Mapping[str, Any]]
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
    """
    return RiskScoreReport._read(call("insurance.risk_score", {"model": model, "features": features}))
