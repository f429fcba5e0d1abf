"""Clocks of time zones, for tariffs and calendar months: what ``zoneinfo`` knows of a zone, as the lists that requests take."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from typing import Any

_MINUTE = dt.timedelta(minutes=1)
_STEP = 7 * 86_400


def clock(zone: str, start: Any, end: Any) -> dict[str, Any]:
    """The clock of a time zone: its offset at ``start`` and every change of it before ``end``.

    Parameters
    ----------
    zone : str
        Name of the zone in the IANA database, such as ``"Australia/Sydney"``.
    start, end : datetime or int
        Span that the clock is for: times with a zone, or Unix milliseconds.

    Returns
    -------
    dict
        ``utc_offset_min`` and ``changes``, as ``tariff["clock"]`` and ``steps["calendar_months"]["clock"]`` take them.

    Raises
    ------
    zoneinfo.ZoneInfoNotFoundError
        Where there is no such zone; the package ``tzdata`` brings the database to systems without one.
    ValueError
        For a time without a zone, or an offset that is no whole number of minutes.

    Examples
    --------
    >>> import hashinsight as hi
    >>> hi.zones.clock("Asia/Kolkata", 1767225600000, 1798761600000)
    {'utc_offset_min': 330, 'changes': []}
    """
    of = zoneinfo.ZoneInfo(zone)
    first, last = _seconds(start), _seconds(end)

    def offset(second: int) -> int:
        minutes, rest = divmod(dt.datetime.fromtimestamp(second, of).utcoffset() or dt.timedelta(), _MINUTE)
        if rest:
            raise ValueError(f"{zone} is not a whole number of minutes from UTC at {second}")
        return minutes

    changes = []
    at, known = first, offset(first)
    while at < last:
        # No zone has changed its clocks and changed them back within a week.
        ahead = min(at + _STEP, last)
        if offset(ahead) != known:
            low, high = at, ahead
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if offset(middle) == known else (low, middle)
            at, known = high, offset(high)
            changes.append({"time_ms": at * 1000, "utc_offset_min": known})
        else:
            at = ahead
    return {"utc_offset_min": offset(first), "changes": changes}


def _seconds(time: Any) -> int:
    if isinstance(time, dt.datetime):
        if time.tzinfo is None:
            raise ValueError("a time with a zone is wanted, or Unix milliseconds")
        return int(time.timestamp() // 1)
    return int(time) // 1000


def __dir__() -> list[str]:
    return ["clock"]
