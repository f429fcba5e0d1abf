"""Operations and types of ``crm``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Literal, TypeAlias

from numpy.typing import ArrayLike

from .._documents import Document, call, day, document, each, listed, operation
from .._plots import WithPlot

__all__ = [
    "ActivityKind",
    "ActivityPeriod",
    "ActivityReport",
    "activity_report",
]


def __dir__() -> list[str]:
    return __all__


ActivityKind: TypeAlias = Literal["call", "email", "meeting", "note", "task", "other"]
"""Kind of activity with a customer.

Cases
-----
call
    Telephone call.
email
    Letter by email.
meeting
    Meeting.
note
    Note.
task
    Task that was done.
other
    Anything else.
"""


ActivityPeriod: TypeAlias = Literal["day", "week", "month"]
"""Length of a period.

Cases
-----
day
    Civil day.
week
    Week from Monday to Sunday.
month
    Civil month.
"""


@document
class ActivityReport(WithPlot, Document):
    """Result of `activity_report`: a table as columns, a row for each period from the first activity to the last, quiet ones included.

    Attributes
    ----------
    begin : tuple[datetime.date, ...]
        First day of each period.
    total : tuple[int, ...]
        Number of activities of each period.
    call : tuple[int, ...]
        Number of calls of each period.
    email : tuple[int, ...]
        Number of emails of each period.
    meeting : tuple[int, ...]
        Number of meetings of each period.
    note : tuple[int, ...]
        Number of notes of each period.
    task : tuple[int, ...]
        Number of tasks of each period.
    other : tuple[int, ...]
        Number of other activities of each period.
    """

    begin: tuple[datetime.date, ...]
    total: tuple[int, ...]
    call: tuple[int, ...]
    email: tuple[int, ...]
    meeting: tuple[int, ...]
    note: tuple[int, ...]
    task: tuple[int, ...]
    other: tuple[int, ...]
    _plotted = "activity"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["begin"] = each(day, document["begin"])
        document["total"] = listed(document["total"])
        document["call"] = listed(document["call"])
        document["email"] = listed(document["email"])
        document["meeting"] = listed(document["meeting"])
        document["note"] = listed(document["note"])
        document["task"] = listed(document["task"])
        document["other"] = listed(document["other"])

    def _wire(self) -> dict[str, Any]:
        return {
            "begin": self.begin,
            "total": self.total,
            "call": self.call,
            "email": self.email,
            "meeting": self.meeting,
            "note": self.note,
            "task": self.task,
            "other": self.other,
        }


@operation("crm.activity_report")
def activity_report(
    *,
    at_ms: Sequence[datetime.datetime | int | str] | ArrayLike,
    kind: Sequence[ActivityKind],
    period: ActivityPeriod | None = None,
    utc_offset_min: int | None = None,
) -> ActivityReport:
    """Activities counted by period and kind.

    Parameters
    ----------
    at_ms : Sequence[datetime.datetime | int | str] | ArrayLike
        Times of the activities, in Unix milliseconds UTC.
    kind : Sequence[ActivityKind]
        Kinds of the activities.
    period : ActivityPeriod, optional
        Length of a period. ["day" where absent]
    utc_offset_min : int, optional
        Offset of civil time from UTC, in minutes east of Greenwich. [min, from -1080 to 1080; 0 where absent]

    Returns
    -------
    ActivityReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.crm.activity_report(at_ms=[1714521600000, 1714525200000, 1714694400000], kind=["call", "email", "call"], period="day", utc_offset_min=-300)
    >>> len(report.begin)
    3
    >>> len(report.total)
    3
    """
    return ActivityReport._read(call("crm.activity_report", {"at_ms": at_ms, "kind": kind, "period": period, "utc_offset_min": utc_offset_min}))
