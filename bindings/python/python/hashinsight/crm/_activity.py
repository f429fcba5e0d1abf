"""Operations and types of ``crm``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any, Literal, Self, TypeAlias

from numpy.typing import ArrayLike

from .._documents import Document, call, day, filled

__all__ = [
    "ActivityKind",
    "ActivityPeriod",
    "ActivityReport",
    "activity_report",
]


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


@dataclasses.dataclass(frozen=True, repr=False)
class ActivityReport(Document):
    """Result of `activity_report`: a table as columns, a row for each period from the first activity to the last, quiet ones included.

    Attributes
    ----------
    begin : list[datetime.date]
        First day of each period.
    total : list[int]
        Number of activities of each period.
    call : list[int]
        Number of calls of each period.
    email : list[int]
        Number of emails of each period.
    meeting : list[int]
        Number of meetings of each period.
    note : list[int]
        Number of notes of each period.
    task : list[int]
        Number of tasks of each period.
    other : list[int]
        Number of other activities of each period.
    """

    begin: list[datetime.date]
    total: list[int]
    call: list[int]
    email: list[int]
    meeting: list[int]
    note: list[int]
    task: list[int]
    other: list[int]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["begin"] = [day(item) for item in document["begin"]]
        return filled(cls, document)

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


def activity_report(
    *,
    at_ms: Sequence[datetime.datetime | int] | ArrayLike,
    kind: Sequence[ActivityKind],
    period: ActivityPeriod | None = None,
    utc_offset_min: int | None = None,
) -> ActivityReport:
    """Activities counted by period and kind.

    Parameters
    ----------
    at_ms : Sequence[datetime.datetime | int] | ArrayLike
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
    """
    return ActivityReport._read(call("crm.activity_report", {"at_ms": at_ms, "kind": kind, "period": period, "utc_offset_min": utc_offset_min}))
