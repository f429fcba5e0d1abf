"""Operations and types of ``crm``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypedDict

from .._documents import Document, FrameLike, call, document, operation, records, rows
from .._show import Rows

__all__ = [
    "PipelineDeal",
    "PipelineDealDict",
    "PipelineReport",
    "WinProbabilityReport",
    "pipeline_forecast",
    "win_probability",
]


def __dir__() -> list[str]:
    return __all__


@document
class WinProbabilityReport(Document):
    """Result of `win_probability`.

    Attributes
    ----------
    probability : float
        Probability that the deal is won. [from 0.0 to 1.0]
    terms : Rows[ScoreTerm]
        Terms of the probability; they add up to it.
    """

    probability: float
    terms: Rows[ScoreTerm]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["terms"] = rows(ScoreTerm._read, document["terms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "probability": self.probability,
            "terms": self.terms,
        }


@document
class PipelineDeal(Document):
    """Deal of a pipeline.

    Attributes
    ----------
    value_minor : int
        Value of the deal, in minor units of one currency (cents). [from 0 to 1000000000000000]
    probability : float
        Probability that the deal is won. [from 0.0 to 1.0]
    """

    value_minor: int
    probability: float
    _route = "crm.pipeline_forecast:deals.[]"

    def __init__(
        self,
        value_minor: int,
        probability: float,
    ) -> None:
        self._fill({"value_minor": value_minor, "probability": probability})

    def _wire(self) -> dict[str, Any]:
        return {
            "value_minor": self.value_minor,
            "probability": self.probability,
        }


class PipelineDealDict(TypedDict):
    """``PipelineDeal`` as a mapping."""

    value_minor: int
    probability: float


@document
class PipelineReport(Document):
    """Result of `pipeline_forecast`.

    Attributes
    ----------
    total_minor : int
        Sum of all deals, in minor units.
    expected_minor : float
        Expected sum of the deals that are won, in minor units.
    variance : float
        Variance of the sum, in squared minor units.
    standard_deviation_minor : float
        Standard deviation of the sum, in minor units.
    target_probability : float, optional
        Probability that the sum reaches the target. Absent: no target.
    """

    total_minor: int
    expected_minor: float
    variance: float
    standard_deviation_minor: float
    target_probability: float | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "total_minor": self.total_minor,
            "expected_minor": self.expected_minor,
            "variance": self.variance,
            "standard_deviation_minor": self.standard_deviation_minor,
            "target_probability": self.target_probability,
        }


@operation("crm.win_probability")
def win_probability(
    *,
    state: DealState,
    age_days: int,
    value_minor: int,
) -> WinProbabilityReport:
    """The probability of winning a deal by its state, age and size.

    Parameters
    ----------
    state : DealState
        State of the deal.
    age_days : int
        Days since the deal began. [from 0 to 100000]
    value_minor : int
        Value of the deal, in minor units of its currency (cents). [from 0 to 1000000000000000]

    Returns
    -------
    WinProbabilityReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.crm.win_probability(state="negotiation", age_days=95, value_minor=15000000)
    >>> report.probability
    0.5
    >>> len(report.terms)
    3
    """
    return WinProbabilityReport._read(call("crm.win_probability", {"state": state, "age_days": age_days, "value_minor": value_minor}))


@operation("crm.pipeline_forecast")
def pipeline_forecast(
    *,
    deals: Sequence[PipelineDeal | PipelineDealDict] | FrameLike,
    target_minor: int | None = None,
) -> PipelineReport:
    """The weighted pipeline, its variance, and the exact probability of reaching a target.

    Parameters
    ----------
    deals : Sequence[PipelineDeal | PipelineDealDict], or a DataFrame of their fields
        Deals that may be won.
    target_minor : int, optional
        Target of the sum of the deals that are won, in minor units, 0 to 1e15. Every sum below it that can occur is followed, up to 1,048,576 of them: many deals want round values. Absent: no probability of reaching it is asked for.

    Returns
    -------
    PipelineReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.crm.pipeline_forecast(deals=[{"value_minor": 15000000, "probability": 0.5}, {"value_minor": 4000000, "probability": 0.25}, {"value_minor": 9900000, "probability": 0.75}], target_minor=14000000)
    >>> report.total_minor
    28900000
    >>> report.expected_minor
    15925000.0
    """
    return PipelineReport._read(call("crm.pipeline_forecast", {"deals": records(deals), "target_minor": target_minor}))


# Below, because the modules of a package name each other's types.
from ._lifecycle import DealState
from ._score import ScoreTerm
