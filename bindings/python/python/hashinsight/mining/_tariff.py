"""Operations and types of ``mining``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from .._documents import ColumnTable, Document, FrameLike, Variant, call, day, document, each, instant, listed, operation, rows
from .._frames import Columns
from .._show import Rows
from ..market import PowerPrices, PowerPricesDict

__all__ = [
    "Bill",
    "BilledDemand",
    "BilledMonths",
    "BillingWindow",
    "BillingWindowDict",
    "Clock",
    "ClockDict",
    "CoincidentPeak",
    "CoincidentPeakDict",
    "ContractBlock",
    "ContractBlockDict",
    "DayKind",
    "DayKindDict",
    "DayKindLike",
    "DaylightSaving",
    "DemandCharge",
    "DemandChargeDict",
    "DemandRatchet",
    "DemandRatchetDict",
    "EnergyRates",
    "EnergyRatesDict",
    "EnergyRatesLike",
    "EnergyTier",
    "EnergyTierDict",
    "HourlySeries",
    "HourlySeriesDict",
    "HoursUse",
    "HoursUseBlock",
    "HoursUseBlockDict",
    "HoursUseDict",
    "OffsetChange",
    "OffsetChangeDict",
    "PriceUnit",
    "Season",
    "SeasonDict",
    "Tariff",
    "TariffDict",
    "TariffPricesReport",
    "TimeOfUse",
    "TimeOfUseDict",
    "TimeOfUseWindow",
    "TimeOfUseWindowDict",
    "Weekday",
    "bill",
    "read_prices",
    "tariff_prices",
]


def __dir__() -> list[str]:
    return __all__


Weekday: TypeAlias = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
"""A day of the week.

Cases
-----
monday
    Monday.
tuesday
    Tuesday.
wednesday
    Wednesday.
thursday
    Thursday.
friday
    Friday.
saturday
    Saturday.
sunday
    Sunday.
"""


@document
class DayKind(Variant):
    """Days on which a window begins. A holiday counts as a Sunday.

    Cases
    -----
    weekdays
        Monday to Friday, but for holidays.
    weekends
        Saturday and Sunday, and holidays.
    holidays
        Holidays of the tariff alone.
    on
        Days of the week that are listed; holidays are Sundays.
    """

    tag: Literal["weekdays", "weekends", "holidays", "on"]
    content: tuple[Weekday, ...] | None = None
    _route = "mining.tariff_prices:tariff.energy.time_of_use.windows.[].days"

    @classmethod
    def weekdays(cls) -> Self:
        """Monday to Friday, but for holidays."""
        return cls._made("weekdays")

    @classmethod
    def weekends(cls) -> Self:
        """Saturday and Sunday, and holidays."""
        return cls._made("weekends")

    @classmethod
    def holidays(cls) -> Self:
        """Holidays of the tariff alone."""
        return cls._made("holidays")

    @classmethod
    def on(cls, content: Sequence[Weekday]) -> Self:
        """Days of the week that are listed; holidays are Sundays."""
        return cls._made("on", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "on":
            return listed(content)
        return content


class DayKindDict(TypedDict, total=False):
    """``DayKind`` as a mapping: one of the keys, with its content."""

    on: Sequence[Weekday]


DayKindLike: TypeAlias = "DayKind | DayKindDict | Literal['weekdays', 'weekends', 'holidays']"
"""What is taken for a ``DayKind``."""


@document
class Season(Document):
    """A part of every year, by date.

    Attributes
    ----------
    from_month : int
        Month of the first day, 1 to 12. [from 0 to 255]
    from_day : int
        First day of the season in that month, 1 to 31. [from 0 to 255]
    to_month : int
        Month of the last day, 1 to 12; before `from_month` in the next year. [from 0 to 255]
    to_day : int
        Last day of the season in that month, 1 to 31; it belongs to the season. [from 0 to 255]
    """

    from_month: int
    from_day: int
    to_month: int
    to_day: int
    _route = "mining.tariff_prices:tariff.energy.time_of_use.windows.[].season"

    def __init__(
        self,
        from_month: int,
        from_day: int,
        to_month: int,
        to_day: int,
    ) -> None:
        self._fill({"from_month": from_month, "from_day": from_day, "to_month": to_month, "to_day": to_day})

    def _wire(self) -> dict[str, Any]:
        return {
            "from_month": self.from_month,
            "from_day": self.from_day,
            "to_month": self.to_month,
            "to_day": self.to_day,
        }


class SeasonDict(TypedDict):
    """``Season`` as a mapping."""

    from_month: int
    from_day: int
    to_month: int
    to_day: int


@document
class TimeOfUseWindow(Document):
    """A window of the day with its price. It begins on the days and in the months named, and may end after midnight.

    Attributes
    ----------
    from_hour : int
        Hour of the beginning, 0 to 23. [from 0 to 255]
    to_hour : int
        Hour of the end, 1 to 24, or 0 with minutes; at or before the beginning on the next day: 22 to 6 is the night, 6 to 6 a whole day. [from 0 to 255]
    from_minute : int, optional
        Minute of the beginning, 0 to 59. Absent: 0. [from 0 to 255]
    to_minute : int, optional
        Minute of the end, 0 to 59. Absent: 0. [from 0 to 255]
    days : DayKind, optional
        Days on which the window begins. Absent: every day.
    months : tuple[int, ...], optional
        Months, 1 to 12, in which the window begins. Absent: every month.
    season : Season, optional
        Part of the year in which the window begins. Absent: all of it.
    price_usd_per_kwh : float
        Price within the window, in USD/kWh. [USD/kWh, from -1000.0 to 1000.0]
    """

    from_hour: int
    to_hour: int
    price_usd_per_kwh: float
    from_minute: int | None = None
    to_minute: int | None = None
    days: DayKind | None = None
    months: tuple[int, ...] | None = None
    season: Season | None = None
    _route = "mining.tariff_prices:tariff.energy.time_of_use.windows.[]"

    def __init__(
        self,
        from_hour: int,
        to_hour: int,
        price_usd_per_kwh: float,
        from_minute: int | None = None,
        to_minute: int | None = None,
        days: DayKindLike | None = None,
        months: ArrayLike | None = None,
        season: Season | SeasonDict | None = None,
    ) -> None:
        self._fill({"from_hour": from_hour, "to_hour": to_hour, "from_minute": from_minute, "to_minute": to_minute, "days": days, "months": months, "season": season, "price_usd_per_kwh": price_usd_per_kwh})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("days") is not None:
            document["days"] = DayKind._read(document["days"])
        if document.get("months") is not None:
            document["months"] = listed(document["months"])
        if document.get("season") is not None:
            document["season"] = Season._read(document["season"])

    def _wire(self) -> dict[str, Any]:
        return {
            "from_hour": self.from_hour,
            "to_hour": self.to_hour,
            "from_minute": self.from_minute,
            "to_minute": self.to_minute,
            "days": self.days,
            "months": self.months,
            "season": self.season,
            "price_usd_per_kwh": self.price_usd_per_kwh,
        }


class TimeOfUseWindowDict(TypedDict):
    """``TimeOfUseWindow`` as a mapping."""

    from_hour: int
    to_hour: int
    from_minute: NotRequired[int | None]
    to_minute: NotRequired[int | None]
    days: NotRequired[DayKindLike | None]
    months: NotRequired[ArrayLike | None]
    season: NotRequired[Season | SeasonDict | None]
    price_usd_per_kwh: float


@document
class TimeOfUse(Document):
    """Windows of the day, and the price outside of them.

    Attributes
    ----------
    windows : Rows[TimeOfUseWindow]
        Windows of the day; where several hold, the first decides.
    otherwise_usd_per_kwh : float
        Price outside all windows, in USD/kWh. [USD/kWh, from -1000.0 to 1000.0]
    """

    windows: Rows[TimeOfUseWindow]
    otherwise_usd_per_kwh: float
    _route = "mining.tariff_prices:tariff.energy.time_of_use"

    def __init__(
        self,
        windows: Sequence[TimeOfUseWindow | TimeOfUseWindowDict] | FrameLike,
        otherwise_usd_per_kwh: float,
    ) -> None:
        self._fill({"windows": windows, "otherwise_usd_per_kwh": otherwise_usd_per_kwh})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["windows"] = rows(TimeOfUseWindow._read, document["windows"])

    def _wire(self) -> dict[str, Any]:
        return {
            "windows": self.windows,
            "otherwise_usd_per_kwh": self.otherwise_usd_per_kwh,
        }


class TimeOfUseDict(TypedDict):
    """``TimeOfUse`` as a mapping."""

    windows: Sequence[TimeOfUseWindow | TimeOfUseWindowDict]
    otherwise_usd_per_kwh: float


@document
class HourlySeries(Document):
    """A price for every hour of a span.

    Attributes
    ----------
    start_ms : datetime.datetime
        Beginning of the first hour, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    usd_per_kwh : tuple[float, ...]
        Prices in USD/kWh, one per hour.
    """

    start_ms: datetime.datetime
    usd_per_kwh: tuple[float, ...]
    _route = "mining.tariff_prices:tariff.energy.hourly"

    def __init__(
        self,
        start_ms: datetime.datetime | int | str,
        usd_per_kwh: ArrayLike,
    ) -> None:
        self._fill({"start_ms": start_ms, "usd_per_kwh": usd_per_kwh})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["start_ms"] = instant(document["start_ms"])
        document["usd_per_kwh"] = listed(document["usd_per_kwh"])

    def _wire(self) -> dict[str, Any]:
        return {
            "start_ms": self.start_ms,
            "usd_per_kwh": self.usd_per_kwh,
        }


class HourlySeriesDict(TypedDict):
    """``HourlySeries`` as a mapping."""

    start_ms: datetime.datetime | int | str
    usd_per_kwh: ArrayLike


@document
class EnergyRates(Variant):
    """Price of a kWh.

    Cases
    -----
    flat_usd_per_kwh
        One price for every hour, in USD/kWh.
    time_of_use
        Prices by windows of the day.
    daily_usd_per_kwh
        24 prices in USD/kWh, for the hours 0 to 23 of every day's wall clock.
    hourly
        A price for every hour of a span, such as a market's settlement prices.
    series
        A price for every 5, 15, 30 or 60 minutes of a span.
    """

    tag: Literal["flat_usd_per_kwh", "time_of_use", "daily_usd_per_kwh", "hourly", "series"]
    content: float | TimeOfUse | tuple[float, ...] | HourlySeries | PowerPrices | None = None
    _route = "mining.tariff_prices:tariff.energy"

    @classmethod
    def flat_usd_per_kwh(cls, content: float) -> Self:
        """One price for every hour, in USD/kWh."""
        return cls._made("flat_usd_per_kwh", content)

    @classmethod
    def time_of_use(cls, content: TimeOfUse | TimeOfUseDict) -> Self:
        """Prices by windows of the day."""
        return cls._made("time_of_use", content)

    @classmethod
    def daily_usd_per_kwh(cls, content: ArrayLike) -> Self:
        """24 prices in USD/kWh, for the hours 0 to 23 of every day's wall clock."""
        return cls._made("daily_usd_per_kwh", content)

    @classmethod
    def hourly(cls, content: HourlySeries | HourlySeriesDict) -> Self:
        """A price for every hour of a span, such as a market's settlement prices."""
        return cls._made("hourly", content)

    @classmethod
    def series(cls, content: PowerPrices | PowerPricesDict) -> Self:
        """A price for every 5, 15, 30 or 60 minutes of a span."""
        return cls._made("series", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "time_of_use":
            return TimeOfUse._read(content)
        if tag == "daily_usd_per_kwh":
            return listed(content)
        if tag == "hourly":
            return HourlySeries._read(content)
        if tag == "series":
            return PowerPrices._read(content)
        return content


class EnergyRatesDict(TypedDict, total=False):
    """``EnergyRates`` as a mapping: one of the keys, with its content."""

    flat_usd_per_kwh: float
    time_of_use: TimeOfUse | TimeOfUseDict
    daily_usd_per_kwh: ArrayLike
    hourly: HourlySeries | HourlySeriesDict
    series: PowerPrices | PowerPricesDict


EnergyRatesLike: TypeAlias = "EnergyRates | EnergyRatesDict"
"""What is taken for a ``EnergyRates``."""


DaylightSaving: TypeAlias = Literal["united_states", "european_union"]
"""Rule by which clocks are an hour ahead in summer.

Cases
-----
united_states
    From the second Sunday of March, 02:00 standard time, to the first Sunday of November, 02:00 daylight time.
european_union
    From the last Sunday of March to the last Sunday of October, 01:00 UTC.
"""


@document
class OffsetChange(Document):
    """A change of a clock's offset from UTC.

    Attributes
    ----------
    time_ms : datetime.datetime
        Instant of the change, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    utc_offset_min : int
        Offset from then on, in minutes east of UTC. [min, from -1080 to 1080]
    """

    time_ms: datetime.datetime
    utc_offset_min: int
    _route = "mining.tariff_prices:tariff.clock.changes.[]"

    def __init__(
        self,
        time_ms: datetime.datetime | int | str,
        utc_offset_min: int,
    ) -> None:
        self._fill({"time_ms": time_ms, "utc_offset_min": utc_offset_min})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "utc_offset_min": self.utc_offset_min,
        }


class OffsetChangeDict(TypedDict):
    """``OffsetChange`` as a mapping."""

    time_ms: datetime.datetime | int | str
    utc_offset_min: int


@document
class Clock(Document):
    """A wall clock.

    Of any time zone by its name, with the database of the caller's choice:

    By hand, and by the two rules that need no list:

    Attributes
    ----------
    utc_offset_min : int
        Standard time, or the offset before the first of `changes`, in minutes east of UTC: -360 in Texas. [min, from -1080 to 1080]
    daylight_saving : DaylightSaving, optional
        Rule by which the clock is an hour ahead of standard time in summer. Absent: it never is. Not together with `changes`.
    changes : Rows[OffsetChange], optional
        Changes of the offset, oldest first, as a time zone database has them. Absent: there are none but those of `daylight_saving`.
    """

    utc_offset_min: int
    daylight_saving: DaylightSaving | None = None
    changes: Rows[OffsetChange] | None = None
    _route = "mining.tariff_prices:tariff.clock"

    def __init__(
        self,
        utc_offset_min: int,
        daylight_saving: DaylightSaving | None = None,
        changes: Sequence[OffsetChange | OffsetChangeDict] | FrameLike | None = None,
    ) -> None:
        self._fill({"utc_offset_min": utc_offset_min, "daylight_saving": daylight_saving, "changes": changes})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("changes") is not None:
            document["changes"] = rows(OffsetChange._read, document["changes"])

    def _wire(self) -> dict[str, Any]:
        return {
            "utc_offset_min": self.utc_offset_min,
            "daylight_saving": self.daylight_saving,
            "changes": self.changes,
        }


class ClockDict(TypedDict):
    """``Clock`` as a mapping."""

    utc_offset_min: int
    daylight_saving: NotRequired[DaylightSaving | None]
    changes: NotRequired[Sequence[OffsetChange | OffsetChangeDict] | None]


@document
class ContractBlock(Document):
    """A block of power bought ahead for every hour, used or not.

    Attributes
    ----------
    power_w : float
        Power of the block, in watts. [W, from 0.0 to 1000000000000000.0]
    price_usd_per_kwh : float
        Price of the block's energy in USD/kWh. [USD/kWh, from -1000.0 to 1000.0]
    """

    power_w: float
    price_usd_per_kwh: float
    _route = "mining.tariff_prices:tariff.contract"

    def __init__(
        self,
        power_w: float,
        price_usd_per_kwh: float,
    ) -> None:
        self._fill({"power_w": power_w, "price_usd_per_kwh": price_usd_per_kwh})

    def _wire(self) -> dict[str, Any]:
        return {
            "power_w": self.power_w,
            "price_usd_per_kwh": self.price_usd_per_kwh,
        }


class ContractBlockDict(TypedDict):
    """``ContractBlock`` as a mapping."""

    power_w: float
    price_usd_per_kwh: float


@document
class BillingWindow(Document):
    """A window of the day, such as the hours that make a demand charge.

    Attributes
    ----------
    from_hour : int
        Hour of the beginning, 0 to 23. [from 0 to 255]
    to_hour : int
        Hour of the end, 1 to 24, or 0 with minutes; at or before the beginning on the next day: 22 to 6 is the night, 6 to 6 a whole day. [from 0 to 255]
    from_minute : int, optional
        Minute of the beginning, 0 to 59. Absent: 0. [from 0 to 255]
    to_minute : int, optional
        Minute of the end, 0 to 59. Absent: 0. [from 0 to 255]
    days : DayKind, optional
        Days on which the window begins. Absent: every day.
    months : tuple[int, ...], optional
        Months, 1 to 12, in which the window begins. Absent: every month.
    season : Season, optional
        Part of the year in which the window begins. Absent: all of it.
    """

    from_hour: int
    to_hour: int
    from_minute: int | None = None
    to_minute: int | None = None
    days: DayKind | None = None
    months: tuple[int, ...] | None = None
    season: Season | None = None
    _route = "mining.tariff_prices:tariff.demand.[].windows.[]"

    def __init__(
        self,
        from_hour: int,
        to_hour: int,
        from_minute: int | None = None,
        to_minute: int | None = None,
        days: DayKindLike | None = None,
        months: ArrayLike | None = None,
        season: Season | SeasonDict | None = None,
    ) -> None:
        self._fill({"from_hour": from_hour, "to_hour": to_hour, "from_minute": from_minute, "to_minute": to_minute, "days": days, "months": months, "season": season})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("days") is not None:
            document["days"] = DayKind._read(document["days"])
        if document.get("months") is not None:
            document["months"] = listed(document["months"])
        if document.get("season") is not None:
            document["season"] = Season._read(document["season"])

    def _wire(self) -> dict[str, Any]:
        return {
            "from_hour": self.from_hour,
            "to_hour": self.to_hour,
            "from_minute": self.from_minute,
            "to_minute": self.to_minute,
            "days": self.days,
            "months": self.months,
            "season": self.season,
        }


class BillingWindowDict(TypedDict):
    """``BillingWindow`` as a mapping."""

    from_hour: int
    to_hour: int
    from_minute: NotRequired[int | None]
    to_minute: NotRequired[int | None]
    days: NotRequired[DayKindLike | None]
    months: NotRequired[ArrayLike | None]
    season: NotRequired[Season | SeasonDict | None]


@document
class DemandRatchet(Document):
    """A ratchet: a month is billed for at least a fraction of the highest peak of the months before it.

    Attributes
    ----------
    fraction : float
        Fraction of the earlier peak that is billed at least: 0.8 for 80 %. [from 0.0 to 1.0]
    months : int
        Number of months before a month that are looked at, 1 to 24; 11 make a year with the month itself. [from 0]
    in_months : tuple[int, ...], optional
        Calendar months, 1 to 12, whose peaks count. Absent: all.
    earlier_peaks_w : tuple[float, ...], optional
        Peaks of the months before the span, in watts, the latest last. Absent: there were none.
    """

    fraction: float
    months: int
    in_months: tuple[int, ...] | None = None
    earlier_peaks_w: tuple[float, ...] | None = None
    _route = "mining.tariff_prices:tariff.demand.[].ratchet"

    def __init__(
        self,
        fraction: float,
        months: int,
        in_months: ArrayLike | None = None,
        earlier_peaks_w: ArrayLike | None = None,
    ) -> None:
        self._fill({"fraction": fraction, "months": months, "in_months": in_months, "earlier_peaks_w": earlier_peaks_w})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("in_months") is not None:
            document["in_months"] = listed(document["in_months"])
        if document.get("earlier_peaks_w") is not None:
            document["earlier_peaks_w"] = listed(document["earlier_peaks_w"])

    def _wire(self) -> dict[str, Any]:
        return {
            "fraction": self.fraction,
            "months": self.months,
            "in_months": self.in_months,
            "earlier_peaks_w": self.earlier_peaks_w,
        }


class DemandRatchetDict(TypedDict):
    """``DemandRatchet`` as a mapping."""

    fraction: float
    months: int
    in_months: NotRequired[ArrayLike | None]
    earlier_peaks_w: NotRequired[ArrayLike | None]


@document
class DemandCharge(Document):
    """A demand charge: for each kW of the highest mean load of a settlement interval in the month.

    Attributes
    ----------
    usd_per_kw_month : float
        Rate of the charge in USD per kW and calendar month. [USD, from 0.0 to 1000000000000000.0]
    windows : Rows[BillingWindow], optional
        Windows of the day whose settlement intervals count, those that begin within. Absent: all intervals.
    peak_so_far_w : float, optional
        Highest load that counted in the first month before the span began, in watts. Absent: 0, the month begins with the span. [W, from 0.0 to 1000000000000000.0]
    ratchet : DemandRatchet, optional
        Floor of the billed demand by the peaks of earlier months. Absent: each month stands alone.
    """

    usd_per_kw_month: float
    windows: Rows[BillingWindow] | None = None
    peak_so_far_w: float | None = None
    ratchet: DemandRatchet | None = None
    _route = "mining.tariff_prices:tariff.demand.[]"

    def __init__(
        self,
        usd_per_kw_month: float,
        windows: Sequence[BillingWindow | BillingWindowDict] | FrameLike | None = None,
        peak_so_far_w: float | None = None,
        ratchet: DemandRatchet | DemandRatchetDict | None = None,
    ) -> None:
        self._fill({"usd_per_kw_month": usd_per_kw_month, "windows": windows, "peak_so_far_w": peak_so_far_w, "ratchet": ratchet})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("windows") is not None:
            document["windows"] = rows(BillingWindow._read, document["windows"])
        if document.get("ratchet") is not None:
            document["ratchet"] = DemandRatchet._read(document["ratchet"])

    def _wire(self) -> dict[str, Any]:
        return {
            "usd_per_kw_month": self.usd_per_kw_month,
            "windows": self.windows,
            "peak_so_far_w": self.peak_so_far_w,
            "ratchet": self.ratchet,
        }


class DemandChargeDict(TypedDict):
    """``DemandCharge`` as a mapping."""

    usd_per_kw_month: float
    windows: NotRequired[Sequence[BillingWindow | BillingWindowDict] | None]
    peak_so_far_w: NotRequired[float | None]
    ratchet: NotRequired[DemandRatchet | DemandRatchetDict | None]


@document
class CoincidentPeak(Document):
    """A charge for the load in one interval, such as that of a grid's highest load.

    Attributes
    ----------
    time_ms : datetime.datetime
        Instant within the settlement interval that counts, in Unix milliseconds. Outside the span nothing is charged. [ms, from 1230940800000 to 253402235999999]
    usd_per_kw : float
        Charge for each kW of the interval's mean load, in USD. [USD, from 0.0 to 1000000000000000.0]
    probability : float, optional
        Probability that the interval counts; what is charged is the expectation. Absent: 1, it is known to count. [from 0.0 to 1.0]
    """

    time_ms: datetime.datetime
    usd_per_kw: float
    probability: float | None = None
    _route = "mining.tariff_prices:tariff.coincident_peaks.[]"

    def __init__(
        self,
        time_ms: datetime.datetime | int | str,
        usd_per_kw: float,
        probability: float | None = None,
    ) -> None:
        self._fill({"time_ms": time_ms, "usd_per_kw": usd_per_kw, "probability": probability})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "usd_per_kw": self.usd_per_kw,
            "probability": self.probability,
        }


class CoincidentPeakDict(TypedDict):
    """``CoincidentPeak`` as a mapping."""

    time_ms: datetime.datetime | int | str
    usd_per_kw: float
    probability: NotRequired[float | None]


@document
class EnergyTier(Document):
    """A block of the month's use, with its charge on top of the price of energy.

    Attributes
    ----------
    up_to_kwh : float, optional
        End of the block in kWh of the calendar month, above that of the block before. Absent, in the last block only: it has no end.
    usd_per_kwh : float
        Charge of a kWh in the block, in USD/kWh. [USD/kWh, from -1000.0 to 1000.0]
    """

    usd_per_kwh: float
    up_to_kwh: float | None = None
    _route = "mining.tariff_prices:tariff.tiers.[]"

    def __init__(
        self,
        usd_per_kwh: float,
        up_to_kwh: float | None = None,
    ) -> None:
        self._fill({"up_to_kwh": up_to_kwh, "usd_per_kwh": usd_per_kwh})

    def _wire(self) -> dict[str, Any]:
        return {
            "up_to_kwh": self.up_to_kwh,
            "usd_per_kwh": self.usd_per_kwh,
        }


class EnergyTierDict(TypedDict):
    """``EnergyTier`` as a mapping."""

    up_to_kwh: NotRequired[float | None]
    usd_per_kwh: float


@document
class HoursUseBlock(Document):
    """A block of the month's use per kW of its demand.

    Attributes
    ----------
    up_to_kwh_per_kw : float, optional
        End of the block in kWh per kW of the month's demand, above that of the block before. Absent, in the last block only: it has no end.
    usd_per_kwh : float
        Charge of a kWh in the block, in USD/kWh. [USD/kWh, from -1000.0 to 1000.0]
    """

    usd_per_kwh: float
    up_to_kwh_per_kw: float | None = None
    _route = "mining.tariff_prices:tariff.hours_use.blocks.[]"

    def __init__(
        self,
        usd_per_kwh: float,
        up_to_kwh_per_kw: float | None = None,
    ) -> None:
        self._fill({"up_to_kwh_per_kw": up_to_kwh_per_kw, "usd_per_kwh": usd_per_kwh})

    def _wire(self) -> dict[str, Any]:
        return {
            "up_to_kwh_per_kw": self.up_to_kwh_per_kw,
            "usd_per_kwh": self.usd_per_kwh,
        }


class HoursUseBlockDict(TypedDict):
    """``HoursUseBlock`` as a mapping."""

    up_to_kwh_per_kw: NotRequired[float | None]
    usd_per_kwh: float


@document
class HoursUse(Document):
    """Charges per kWh by hours of use of the month's demand, on top of the price of energy.

    Attributes
    ----------
    blocks : Rows[HoursUseBlock]
        Blocks of use per kW of demand, one after the other, at most 100.
    charge : int, optional
        Place of the demand charge in the tariff whose billed demand counts, from 0, as a bill numbers them. Absent: the month's highest mean load of a settlement interval within the span. [from 0]
    """

    blocks: Rows[HoursUseBlock]
    charge: int | None = None
    _route = "mining.tariff_prices:tariff.hours_use"

    def __init__(
        self,
        blocks: Sequence[HoursUseBlock | HoursUseBlockDict] | FrameLike,
        charge: int | None = None,
    ) -> None:
        self._fill({"blocks": blocks, "charge": charge})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["blocks"] = rows(HoursUseBlock._read, document["blocks"])

    def _wire(self) -> dict[str, Any]:
        return {
            "blocks": self.blocks,
            "charge": self.charge,
        }


class HoursUseDict(TypedDict):
    """``HoursUse`` as a mapping."""

    blocks: Sequence[HoursUseBlock | HoursUseBlockDict]
    charge: NotRequired[int | None]


@document
class Tariff(Document):
    """A tariff: rates per kWh, and what comes on top.

    Attributes
    ----------
    energy : EnergyRates
        Price of a kWh at each moment.
    clock : Clock, optional
        Wall clock of windows, daily rates and billing months. Absent: UTC.
    demand_charge_usd_per_kw_month : float, optional
        Demand charge for each kW of a calendar month's highest load, in USD per kW-month: the plainest of `demand`. Absent: there is none besides those. [USD, from 0.0 to 1000000000000000.0]
    contract : ContractBlock, optional
        Block of power bought ahead, settled at the price of each interval. Absent: nothing was bought ahead.
    settlement_minutes : int, optional
        Settlement interval in minutes, in which energy is metered and billed: 5, 15, 30 or 60. Absent: 60. [from 0]
    holidays : tuple[datetime.date, ...], optional
        Holidays by local date: days that count as Sundays. Absent: there are none.
    demand : Rows[DemandCharge], optional
        Demand charges, at most 16, each for itself. Absent: there are none.
    coincident_peaks : Rows[CoincidentPeak], optional
        Charges for the load in single intervals. Absent: there are none.
    tiers : Rows[EnergyTier], optional
        Charges per kWh by blocks of the calendar month's use, on top of `energy`. Absent: there are none.
    hours_use : HoursUse, optional
        Charges per kWh by hours of use of the month's demand (kWh/kW), on top of `energy`. Absent: there are none.
    energy_so_far_kwh : float, optional
        Energy used in the first month before the span began, in kWh: where its blocks stand. Absent: 0.
    fixed_usd_per_month : float, optional
        Fixed charge in USD for each calendar month that the span touches. Absent: 0. [USD, from 0.0 to 1000000000000000.0]
    minimum_usd_per_month : float, optional
        Least that a calendar month is billed, in USD, all charges together. Absent: there is no least. [USD, from 0.0 to 1000000000000000.0]
    """

    energy: EnergyRates
    clock: Clock | None = None
    demand_charge_usd_per_kw_month: float | None = None
    contract: ContractBlock | None = None
    settlement_minutes: int | None = None
    holidays: tuple[datetime.date, ...] | None = None
    demand: Rows[DemandCharge] | None = None
    coincident_peaks: Rows[CoincidentPeak] | None = None
    tiers: Rows[EnergyTier] | None = None
    hours_use: HoursUse | None = None
    energy_so_far_kwh: float | None = None
    fixed_usd_per_month: float | None = None
    minimum_usd_per_month: float | None = None
    _route = "mining.tariff_prices:tariff"

    def __init__(
        self,
        energy: EnergyRatesLike,
        clock: Clock | ClockDict | None = None,
        demand_charge_usd_per_kw_month: float | None = None,
        contract: ContractBlock | ContractBlockDict | None = None,
        settlement_minutes: int | None = None,
        holidays: Sequence[datetime.date] | None = None,
        demand: Sequence[DemandCharge | DemandChargeDict] | FrameLike | None = None,
        coincident_peaks: Sequence[CoincidentPeak | CoincidentPeakDict] | FrameLike | None = None,
        tiers: Sequence[EnergyTier | EnergyTierDict] | FrameLike | None = None,
        hours_use: HoursUse | HoursUseDict | None = None,
        energy_so_far_kwh: float | None = None,
        fixed_usd_per_month: float | None = None,
        minimum_usd_per_month: float | None = None,
    ) -> None:
        self._fill({"energy": energy, "clock": clock, "demand_charge_usd_per_kw_month": demand_charge_usd_per_kw_month, "contract": contract, "settlement_minutes": settlement_minutes, "holidays": holidays, "demand": demand, "coincident_peaks": coincident_peaks, "tiers": tiers, "hours_use": hours_use, "energy_so_far_kwh": energy_so_far_kwh, "fixed_usd_per_month": fixed_usd_per_month, "minimum_usd_per_month": minimum_usd_per_month})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["energy"] = EnergyRates._read(document["energy"])
        if document.get("clock") is not None:
            document["clock"] = Clock._read(document["clock"])
        if document.get("contract") is not None:
            document["contract"] = ContractBlock._read(document["contract"])
        if document.get("holidays") is not None:
            document["holidays"] = each(day, document["holidays"])
        if document.get("demand") is not None:
            document["demand"] = rows(DemandCharge._read, document["demand"])
        if document.get("coincident_peaks") is not None:
            document["coincident_peaks"] = rows(CoincidentPeak._read, document["coincident_peaks"])
        if document.get("tiers") is not None:
            document["tiers"] = rows(EnergyTier._read, document["tiers"])
        if document.get("hours_use") is not None:
            document["hours_use"] = HoursUse._read(document["hours_use"])

    def _wire(self) -> dict[str, Any]:
        return {
            "energy": self.energy,
            "clock": self.clock,
            "demand_charge_usd_per_kw_month": self.demand_charge_usd_per_kw_month,
            "contract": self.contract,
            "settlement_minutes": self.settlement_minutes,
            "holidays": self.holidays,
            "demand": self.demand,
            "coincident_peaks": self.coincident_peaks,
            "tiers": self.tiers,
            "hours_use": self.hours_use,
            "energy_so_far_kwh": self.energy_so_far_kwh,
            "fixed_usd_per_month": self.fixed_usd_per_month,
            "minimum_usd_per_month": self.minimum_usd_per_month,
        }


class TariffDict(TypedDict):
    """``Tariff`` as a mapping."""

    energy: EnergyRatesLike
    clock: NotRequired[Clock | ClockDict | None]
    demand_charge_usd_per_kw_month: NotRequired[float | None]
    contract: NotRequired[ContractBlock | ContractBlockDict | None]
    settlement_minutes: NotRequired[int | None]
    holidays: NotRequired[Sequence[datetime.date] | None]
    demand: NotRequired[Sequence[DemandCharge | DemandChargeDict] | None]
    coincident_peaks: NotRequired[Sequence[CoincidentPeak | CoincidentPeakDict] | None]
    tiers: NotRequired[Sequence[EnergyTier | EnergyTierDict] | None]
    hours_use: NotRequired[HoursUse | HoursUseDict | None]
    energy_so_far_kwh: NotRequired[float | None]
    fixed_usd_per_month: NotRequired[float | None]
    minimum_usd_per_month: NotRequired[float | None]


@document
class TariffPricesReport(Document):
    """Result of `tariff_prices`, one row per settlement interval.

    Attributes
    ----------
    time_ms : tuple[datetime.datetime, ...]
        Beginning of each interval, in Unix milliseconds.
    usd_per_kwh : tuple[float, ...]
        Price of each interval, in USD/kWh: the mean where it changes within.
    local_hour : tuple[int, ...]
        Hour that the tariff's wall clock shows at the beginning of each interval, 0 to 23.
    """

    time_ms: tuple[datetime.datetime, ...]
    usd_per_kwh: tuple[float, ...]
    local_hour: tuple[int, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = each(instant, document["time_ms"])
        document["usd_per_kwh"] = listed(document["usd_per_kwh"])
        document["local_hour"] = listed(document["local_hour"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "usd_per_kwh": self.usd_per_kwh,
            "local_hour": self.local_hour,
        }


@document
class BilledMonths(ColumnTable):
    """Columns of a `Bill`, one row per calendar month of the tariff's clock.

    Attributes
    ----------
    month : tuple[str, ...]
        Calendar month, `YYYY-MM`.
    energy_kwh : tuple[float, ...]
        Energy used, in kWh.
    energy_usd : tuple[float, ...]
        Energy used at the price of its interval, in USD.
    contract_usd : tuple[float, ...]
        Cost of the contract block above the price of its intervals, in USD.
    peak_kw : tuple[float, ...]
        Highest mean load of an interval, in kW.
    demand_usd : tuple[float, ...]
        Demand charges, in USD.
    tier_usd : tuple[float, ...]
        Charges by blocks of the month's use, in USD.
    coincident_usd : tuple[float, ...]
        Charges for the load in coincident peaks, in USD.
    fixed_usd : tuple[float, ...]
        Fixed charge, in USD.
    minimum_usd : tuple[float, ...]
        Amount that the month is billed up to the minimum, in USD.
    """

    month: tuple[str, ...]
    energy_kwh: tuple[float, ...]
    energy_usd: tuple[float, ...]
    contract_usd: tuple[float, ...]
    peak_kw: tuple[float, ...]
    demand_usd: tuple[float, ...]
    tier_usd: tuple[float, ...]
    coincident_usd: tuple[float, ...]
    fixed_usd: tuple[float, ...]
    minimum_usd: tuple[float, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["month"] = listed(document["month"])
        document["energy_kwh"] = listed(document["energy_kwh"])
        document["energy_usd"] = listed(document["energy_usd"])
        document["contract_usd"] = listed(document["contract_usd"])
        document["peak_kw"] = listed(document["peak_kw"])
        document["demand_usd"] = listed(document["demand_usd"])
        document["tier_usd"] = listed(document["tier_usd"])
        document["coincident_usd"] = listed(document["coincident_usd"])
        document["fixed_usd"] = listed(document["fixed_usd"])
        document["minimum_usd"] = listed(document["minimum_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "month": self.month,
            "energy_kwh": self.energy_kwh,
            "energy_usd": self.energy_usd,
            "contract_usd": self.contract_usd,
            "peak_kw": self.peak_kw,
            "demand_usd": self.demand_usd,
            "tier_usd": self.tier_usd,
            "coincident_usd": self.coincident_usd,
            "fixed_usd": self.fixed_usd,
            "minimum_usd": self.minimum_usd,
        }


@document
class BilledDemand(ColumnTable):
    """Columns of a `Bill`, one row per demand charge and calendar month.

    Attributes
    ----------
    charge : tuple[int, ...]
        Place of the charge in the tariff, from 0; where `demand_charge_usd_per_kw_month` is given, it is the first.
    month : tuple[str, ...]
        Calendar month, `YYYY-MM`.
    peak_kw : tuple[float, ...]
        Highest mean load of an interval that counts, in kW, that before the span included.
    billed_kw : tuple[float, ...]
        Demand that is billed, in kW: the peak, or the floor that a ratchet sets.
    usd : tuple[float, ...]
        Demand charge, in USD.
    """

    charge: tuple[int, ...]
    month: tuple[str, ...]
    peak_kw: tuple[float, ...]
    billed_kw: tuple[float, ...]
    usd: tuple[float, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["charge"] = listed(document["charge"])
        document["month"] = listed(document["month"])
        document["peak_kw"] = listed(document["peak_kw"])
        document["billed_kw"] = listed(document["billed_kw"])
        document["usd"] = listed(document["usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "charge": self.charge,
            "month": self.month,
            "peak_kw": self.peak_kw,
            "billed_kw": self.billed_kw,
            "usd": self.usd,
        }


@document
class Bill(Document):
    """Result of `bill`. `energy_usd + contract_usd + demand_usd + tier_usd + coincident_usd + fixed_usd + minimum_usd =
    total_usd`, exactly when evaluated from left to right.

    Attributes
    ----------
    energy_kwh : float
        Energy used, in kWh.
    energy_usd : float
        Energy used at the price of its interval, in USD.
    contract_usd : float
        Cost of the contract block above the price of its intervals, in USD; negative where it was a bargain, 0 without a block.
    demand_usd : float
        Demand charges, in USD.
    tier_usd : float
        Charges by blocks of the month's use, in USD.
    coincident_usd : float
        Charges for the load in coincident peaks, in USD.
    fixed_usd : float
        Fixed charges, in USD.
    minimum_usd : float
        Amount that months are billed up to the minimum, in USD.
    total_usd : float
        Amount to be paid, in USD.
    months : BilledMonths
        Bill by calendar months.
    demand : BilledDemand
        Demand charges one by one.
    """

    energy_kwh: float
    energy_usd: float
    contract_usd: float
    demand_usd: float
    tier_usd: float
    coincident_usd: float
    fixed_usd: float
    minimum_usd: float
    total_usd: float
    months: BilledMonths
    demand: BilledDemand

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["months"] = BilledMonths._read(document["months"])
        document["demand"] = BilledDemand._read(document["demand"])

    def _wire(self) -> dict[str, Any]:
        return {
            "energy_kwh": self.energy_kwh,
            "energy_usd": self.energy_usd,
            "contract_usd": self.contract_usd,
            "demand_usd": self.demand_usd,
            "tier_usd": self.tier_usd,
            "coincident_usd": self.coincident_usd,
            "fixed_usd": self.fixed_usd,
            "minimum_usd": self.minimum_usd,
            "total_usd": self.total_usd,
            "months": self.months,
            "demand": self.demand,
        }


PriceUnit: TypeAlias = Literal["usd_per_kwh", "usd_per_mwh"]
"""Unit of prices in a file.

Cases
-----
usd_per_kwh
    US dollars per kilowatt-hour.
usd_per_mwh
    US dollars per megawatt-hour.
"""


@operation("mining.tariff_prices")
def tariff_prices(
    *,
    tariff: Tariff | TariffDict,
    start_ms: datetime.datetime | int | str,
    hours: int,
) -> TariffPricesReport:
    """Price of each settlement interval of a span: flat, by windows to the minute with weekdays, holidays and seasons,
    24 daily values, or a series of 5, 15, 30 or 60 minutes, on the wall clock of any time zone.

    Parameters
    ----------
    tariff : Tariff, or a mapping of its fields
        Tariff of the span.
    start_ms : datetime.datetime | int | str
        Beginning of the first interval, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    hours : int
        Number of hours, 1 to 175,320. [from 0]

    Returns
    -------
    TariffPricesReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.tariff_prices(tariff={"energy": {"time_of_use": {"windows": [{"from_hour": 21, "from_minute": 30, "to_hour": 5, "to_minute": 30, "price_usd_per_kwh": 0.03}, {"from_hour": 18, "to_hour": 20, "days": {"on": ["monday", "friday"]}, "price_usd_per_kwh": 0.15}], "otherwise_usd_per_kwh": 0.09}}, "clock": {"utc_offset_min": 660, "changes": [{"time_ms": 1775318400000, "utc_offset_min": 600}, {"time_ms": 1791043200000, "utc_offset_min": 660}]}, "holidays": ["2026-04-03", "2026-04-06"]}, start_ms=1775174400000, hours=24)
    >>> len(report.time_ms)
    24
    >>> len(report.usd_per_kwh)
    24
    """
    return TariffPricesReport._read(call("mining.tariff_prices", {"tariff": tariff, "start_ms": start_ms, "hours": hours}))


@operation("mining.bill")
def bill(
    *,
    tariff: Tariff | TariffDict,
    start_ms: datetime.datetime | int | str,
    load_w: ArrayLike,
) -> Bill:
    """Bill of a load under a tariff: energy at the price of its interval, a contract block settled at that price, demand
    charges by window with ratchets, coincident peaks, blocks of the month's use, fixed and minimum charges.

    Parameters
    ----------
    tariff : Tariff, or a mapping of its fields
        Tariff under which the load is billed.
    start_ms : datetime.datetime | int | str
        Beginning of the first interval, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    load_w : array_like of float
        Mean load of each settlement interval at the meter, in watts.

    Returns
    -------
    Bill

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.bill(tariff={"energy": {"series": {"start_ms": 1785542400000, "interval_minutes": 15, "usd_per_kwh": [0.03, 0.05, 0.3, -0.01]}}, "settlement_minutes": 15, "contract": {"power_w": 1000000, "price_usd_per_kwh": 0.04}, "demand": [{"usd_per_kw_month": 9}, {"usd_per_kw_month": 12, "windows": [{"from_hour": 0, "to_hour": 0, "to_minute": 30, "days": "weekends"}], "ratchet": {"fraction": 0.8, "months": 11, "earlier_peaks_w": [1200000, 1900000]}}], "coincident_peaks": [{"time_ms": 1785544200000, "usd_per_kw": 16, "probability": 0.25}], "tiers": [{"up_to_kwh": 210000, "usd_per_kwh": 0.0149}, {"usd_per_kwh": 0.0107}], "energy_so_far_kwh": 209800, "fixed_usd_per_month": 30}, start_ms=1785542400000, load_w=[1000000, 1500000, 0, 1500000])
    >>> report.energy_kwh
    1000.0
    >>> report.energy_usd
    22.5
    """
    return Bill._read(call("mining.bill", {"tariff": tariff, "start_ms": start_ms, "load_w": load_w}))


@operation("mining.read_prices")
def read_prices(
    *,
    text: str,
    price_column: str | None = None,
    unit: PriceUnit | None = None,
    utc_offset_min: int | None = None,
) -> PowerPrices:
    """Prices of a file as tools write it, ready for a tariff: commas, semicolons or tabs, quotes, further columns, times
    with any offset, steps of 5 to 60 minutes; a gap is refused with its row.

    Parameters
    ----------
    text : str
        Text of the file, heading included.
    price_column : str, optional
        Heading of the column of prices. Absent: the only one that names a unit, such as `usd_per_mwh` or `USD/MWh`; with `unit`, the only one besides the times where the headings name no unit.
    unit : PriceUnit, optional
        Unit of the prices. Absent: the one that the heading names.
    utc_offset_min : int, optional
        Offset of times that state none, in minutes east of UTC. Absent: that of a heading such as `time_utc`, or such times are refused. [min, from -1080 to 1080]

    Returns
    -------
    PowerPrices

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.read_prices(text="time,usd_per_mwh,node\\n2026-06-01 00:00:00+00:00,31.5,HB_WEST\\n2026-06-01 00:15:00+00:00,29.0,HB_WEST\\n2026-06-01 00:30:00+00:00,-4.2,HB_WEST\\n2026-06-01 00:45:00+00:00,30.1,HB_WEST\\n")
    >>> report.interval_minutes
    15
    >>> len(report.usd_per_kwh)
    4
    """
    return PowerPrices._read(call("mining.read_prices", {"text": text, "price_column": price_column, "unit": unit, "utc_offset_min": utc_offset_min}))
