"""Operations and types of ``crm``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal, Self, TypeAlias

from .._documents import Document, call, filled, instant

__all__ = [
    "ClosedLead",
    "LeadField",
    "LeadSource",
    "PointsReport",
    "PointsWeights",
    "PredictiveReport",
    "ScoreTerm",
    "points_score",
    "predictive_score",
]


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


@dataclasses.dataclass(frozen=True, repr=False)
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
    title_words : list[str], optional
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
    title_words: list[str] | None = None
    cap: int | None = None

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


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
class PointsReport(Document):
    """Result of `points_score`.

    Attributes
    ----------
    score : float
        Score, in points.
    terms : list[ScoreTerm]
        Points of each fact; they add up to the score, the last one being what the cap takes away.
    """

    score: float
    terms: list[ScoreTerm]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["terms"] = [ScoreTerm._read(item) for item in document["terms"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "score": self.score,
            "terms": self.terms,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "value": self.value,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ClosedLead(Document):
    """Lead that has been won or lost.

    Attributes
    ----------
    fields : list[LeadField]
        Fields of the lead that were known.
    is_won : bool
        Whether it was won.
    closed_ms : datetime.datetime
        Time at which it was won or lost, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    """

    fields: list[LeadField]
    is_won: bool
    closed_ms: datetime.datetime

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["fields"] = [LeadField._read(item) for item in document["fields"]]
        document["closed_ms"] = instant(document["closed_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "fields": self.fields,
            "is_won": self.is_won,
            "closed_ms": self.closed_ms,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class PredictiveReport(Document):
    """Result of `predictive_score`.

    Attributes
    ----------
    probability : float
        Probability that the lead is won.
    log_odds : float
        Logarithm of the odds of winning.
    terms : list[ScoreTerm]
        Terms of the logarithm of the odds, that of all leads first; they add up to it.
    won : float
        Number of won leads, each counted by its age.
    lost : float
        Number of lost leads, each counted by its age.
    """

    probability: float
    log_odds: float
    terms: list[ScoreTerm]
    won: float
    lost: float

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["terms"] = [ScoreTerm._read(item) for item in document["terms"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "probability": self.probability,
            "log_odds": self.log_odds,
            "terms": self.terms,
            "won": self.won,
            "lost": self.lost,
        }


def points_score(
    *,
    source: LeadSource,
    has_email: bool | None = None,
    has_phone: bool | None = None,
    title: str | None = None,
    weights: PointsWeights | Mapping[str, Any] | None = None,
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
    weights : PointsWeights | Mapping[str, Any], optional
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
    """
    return PointsReport._read(call("crm.points_score", {"source": source, "has_email": has_email, "has_phone": has_phone, "title": title, "weights": weights}))


def predictive_score(
    *,
    history: Sequence[ClosedLead | Mapping[str, Any]],
    lead: Sequence[LeadField | Mapping[str, Any]],
    at_ms: datetime.datetime | int,
    half_life_days: float | None = None,
    smoothing: float | None = None,
) -> PredictiveReport:
    """The probability that a lead is won, learned from leads before it: smoothed naive Bayes in which older outcomes count less.

    Parameters
    ----------
    history : Sequence[ClosedLead | Mapping[str, Any]]
        Leads that have been won or lost.
    lead : Sequence[LeadField | Mapping[str, Any]]
        Fields of the lead that is scored, each once.
    at_ms : datetime.datetime | int
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
    """
    return PredictiveReport._read(call("crm.predictive_score", {"history": history, "lead": lead, "at_ms": at_ms, "half_life_days": half_life_days, "smoothing": smoothing}))
