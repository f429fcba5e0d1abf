"""Operations and types of ``crm``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

from .._documents import Document, FrameLike, call, document, each, instant, listed, operation, records, rows
from .._outcome import outcome
from .._show import Rows

__all__ = [
    "ClosedLead",
    "ClosedLeadDict",
    "LeadField",
    "LeadFieldDict",
    "LeadSource",
    "PointsReport",
    "PointsWeights",
    "PointsWeightsDict",
    "PredictiveReport",
    "ScoreTerm",
    "points_score",
    "predictive_score",
]


def __dir__() -> list[str]:
    return __all__


LeadSource: TypeAlias = Literal["referral", "partner", "trade_show", "web", "social", "email", "phone", "other"]
"""Source of a lead.

Cases
-----
referral
    Recommended by a customer.
partner
    Sent by a partner.
trade_show
    Met at a fair.
web
    Through the web site.
social
    Through social media.
email
    Wrote a letter.
phone
    Called.
other
    Otherwise.
"""


@document
class PointsWeights(Document):
    """Points of each fact.

    Attributes
    ----------
    referral : int, optional
        Points of a referral. [from 0 to 1000; 40 where absent]
    partner : int, optional
        Points of a partner's lead. [from 0 to 1000; 35 where absent]
    trade_show : int, optional
        Points of a lead from a fair. [from 0 to 1000; 30 where absent]
    web : int, optional
        Points of a lead through the web site. [from 0 to 1000; 25 where absent]
    social : int, optional
        Points of a lead through social media. [from 0 to 1000; 20 where absent]
    email : int, optional
        Points of a lead by letter. [from 0 to 1000; 15 where absent]
    phone : int, optional
        Points of a lead by call. [from 0 to 1000; 15 where absent]
    other : int, optional
        Points of another lead. [from 0 to 1000; 10 where absent]
    has_email : int, optional
        Points of a known email address. [from 0 to 1000; 20 where absent]
    has_phone : int, optional
        Points of a known telephone number. [from 0 to 1000; 15 where absent]
    title : int, optional
        Points of a title that decides. [from 0 to 1000; 25 where absent]
    title_words : tuple[str, ...], optional
        Words of titles that decide, whole words whatever their letters. [["ceo","director"] where absent]
    cap : int, optional
        Greatest score. [from 0 to 10000; 100 where absent]
    """

    referral: int | None = None
    partner: int | None = None
    trade_show: int | None = None
    web: int | None = None
    social: int | None = None
    email: int | None = None
    phone: int | None = None
    other: int | None = None
    has_email: int | None = None
    has_phone: int | None = None
    title: int | None = None
    title_words: tuple[str, ...] | None = None
    cap: int | None = None
    _route = "crm.points_score:weights"

    def __init__(
        self,
        referral: int | None = None,
        partner: int | None = None,
        trade_show: int | None = None,
        web: int | None = None,
        social: int | None = None,
        email: int | None = None,
        phone: int | None = None,
        other: int | None = None,
        has_email: int | None = None,
        has_phone: int | None = None,
        title: int | None = None,
        title_words: Sequence[str] | None = None,
        cap: int | None = None,
    ) -> None:
        self._fill({"referral": referral, "partner": partner, "trade_show": trade_show, "web": web, "social": social, "email": email, "phone": phone, "other": other, "has_email": has_email, "has_phone": has_phone, "title": title, "title_words": title_words, "cap": cap})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("title_words") is not None:
            document["title_words"] = listed(document["title_words"])

    def _wire(self) -> dict[str, Any]:
        return {
            "referral": self.referral,
            "partner": self.partner,
            "trade_show": self.trade_show,
            "web": self.web,
            "social": self.social,
            "email": self.email,
            "phone": self.phone,
            "other": self.other,
            "has_email": self.has_email,
            "has_phone": self.has_phone,
            "title": self.title,
            "title_words": self.title_words,
            "cap": self.cap,
        }


class PointsWeightsDict(TypedDict):
    """``PointsWeights`` as a mapping."""

    referral: NotRequired[int | None]
    partner: NotRequired[int | None]
    trade_show: NotRequired[int | None]
    web: NotRequired[int | None]
    social: NotRequired[int | None]
    email: NotRequired[int | None]
    phone: NotRequired[int | None]
    other: NotRequired[int | None]
    has_email: NotRequired[int | None]
    has_phone: NotRequired[int | None]
    title: NotRequired[int | None]
    title_words: NotRequired[Sequence[str] | None]
    cap: NotRequired[int | None]


@document
class ScoreTerm(Document):
    """Term of a score.

    Attributes
    ----------
    code : str
        Code of the term, like `source` or `cap`.
    value : float
        Value of the term, in the unit of the score; all terms add up to it.
    """

    code: str
    value: float

    def _wire(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "value": self.value,
        }


@document
class PointsReport(Document):
    """Result of `points_score`.

    Attributes
    ----------
    score : float
        Score, in points.
    terms : Rows[ScoreTerm]
        Points of each fact; they add up to the score, the last one being what the cap takes away.
    """

    score: float
    terms: Rows[ScoreTerm]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["terms"] = rows(ScoreTerm._read, document["terms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "score": self.score,
            "terms": self.terms,
        }


@document
class LeadField(Document):
    """One fact about a lead.

    Attributes
    ----------
    name : str
        Name of the field.
    value : str
        Value of the field.
    """

    name: str
    value: str
    _route = "crm.predictive_score:lead.[]"

    def __init__(
        self,
        name: str,
        value: str,
    ) -> None:
        self._fill({"name": name, "value": value})

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "value": self.value,
        }


class LeadFieldDict(TypedDict):
    """``LeadField`` as a mapping."""

    name: str
    value: str


@document
class ClosedLead(Document):
    """Lead that has been won or lost.

    Attributes
    ----------
    fields : Rows[LeadField]
        Fields of the lead that were known.
    is_won : bool
        Whether it was won.
    closed_ms : datetime.datetime
        Time at which it was won or lost, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    """

    fields: Rows[LeadField]
    is_won: bool
    closed_ms: datetime.datetime
    _route = "crm.predictive_score:history.[]"

    def __init__(
        self,
        fields: Sequence[LeadField | LeadFieldDict] | FrameLike,
        is_won: bool,
        closed_ms: datetime.datetime | int | str,
    ) -> None:
        self._fill({"fields": fields, "is_won": is_won, "closed_ms": closed_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["fields"] = rows(LeadField._read, document["fields"])
        document["closed_ms"] = instant(document["closed_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "fields": self.fields,
            "is_won": self.is_won,
            "closed_ms": self.closed_ms,
        }


class ClosedLeadDict(TypedDict):
    """``ClosedLead`` as a mapping."""

    fields: Sequence[LeadField | LeadFieldDict]
    is_won: bool
    closed_ms: datetime.datetime | int | str


@document
class PredictiveReport(Document):
    """Result of `predictive_score`.

    Attributes
    ----------
    probability : float
        Probability that the lead is won.
    log_odds : float
        Logarithm of the odds of winning.
    terms : Rows[ScoreTerm]
        Terms of the logarithm of the odds, that of all leads first; they add up to it.
    won : float
        Number of won leads, each counted by its age.
    lost : float
        Number of lost leads, each counted by its age.
    """

    probability: float
    log_odds: float
    terms: Rows[ScoreTerm]
    won: float
    lost: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["terms"] = rows(ScoreTerm._read, document["terms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "probability": self.probability,
            "log_odds": self.log_odds,
            "terms": self.terms,
            "won": self.won,
            "lost": self.lost,
        }


@operation("crm.points_score")
def points_score(
    *,
    source: LeadSource,
    has_email: bool | None = None,
    has_phone: bool | None = None,
    title: str | None = None,
    weights: PointsWeights | PointsWeightsDict | None = None,
) -> PointsReport:
    """The score of a lead by points for its source and what is known of it.

    Parameters
    ----------
    source : LeadSource
        Source of the lead.
    has_email : bool, optional
        Whether an email address is known. [false where absent]
    has_phone : bool, optional
        Whether a telephone number is known. [false where absent]
    title : str, optional
        Title of the person. Absent: not known.
    weights : PointsWeights, or a mapping of its fields, optional
        Points of each fact. [{"referral":40,"partner":35,"trade_show":30,"web":25,"social":20,"email":15,"phone":15,"other":10,"has_email":20,"has_phone":15,"title":25,"title_words":["ceo","director"],"cap":100} where absent]

    Returns
    -------
    PointsReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.crm.points_score(source="referral", has_email=True, has_phone=True, title="CEO", weights={"cap": 90})
    >>> report.score
    90.0
    >>> len(report.terms)
    5
    """
    return PointsReport._read(call("crm.points_score", {"source": source, "has_email": has_email, "has_phone": has_phone, "title": title, "weights": weights}))


@operation("crm.predictive_score")
def predictive_score(
    *,
    history: Sequence[ClosedLead | ClosedLeadDict] | FrameLike,
    lead: Sequence[LeadField | LeadFieldDict] | FrameLike,
    at_ms: datetime.datetime | int | str,
    half_life_days: float | None = None,
    smoothing: float | None = None,
) -> PredictiveReport:
    """The probability that a lead is won, learned from leads before it: smoothed naive Bayes in which older outcomes count less.

    Parameters
    ----------
    history : Sequence[ClosedLead | ClosedLeadDict], or a DataFrame of their fields
        Leads that have been won or lost.
    lead : Sequence[LeadField | LeadFieldDict], or a DataFrame of their fields
        Fields of the lead that is scored, each once.
    at_ms : datetime.datetime | int | str
        Time of the score, in Unix milliseconds UTC: no outcome is later. [ms, from 1230940800000 to 253402235999999]
    half_life_days : float, optional
        Age at which an outcome counts half, in days; above 0. Absent: age does not count. [d, above 0.0 to 1000000.0]
    smoothing : float, optional
        Smoothing: outcomes that are added to each count. [from 0.001 to 1000.0; 1.0 where absent]

    Returns
    -------
    PredictiveReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.crm.predictive_score(history=[{"fields": [{"name": "source", "value": "referral"}, {"name": "country", "value": "US"}], "is_won": True, "closed_ms": 1714521600000}, {"fields": [{"name": "source", "value": "web"}], "is_won": False, "closed_ms": 1717977600000}, {"fields": [{"name": "source", "value": "web"}, {"name": "country", "value": "CA"}], "is_won": True, "closed_ms": 1718841600000}], lead=[{"name": "source", "value": "web"}, {"name": "country", "value": "US"}], at_ms=1719705600000, half_life_days=90)
    >>> report.probability
    0.5124855400834838
    >>> report.log_odds
    0.0499525447780516
    """
    return PredictiveReport._read(call("crm.predictive_score", {"history": records(history), "lead": records(lead), "at_ms": at_ms, "half_life_days": half_life_days, "smoothing": smoothing}))
