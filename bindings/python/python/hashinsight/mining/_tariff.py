"""Operations and types of ``mining``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from typing import Any, Literal, Self, TypeAlias

from numpy.typing import ArrayLike

from .._documents import Document, Variant, call, day, filled, instant
from .._frames import Columns

__all__ = [
    "Bill",
    "BilledMonths",
    "Clock",
    "ContractBlock",
    "DayKind",
    "DaylightSaving",
    "EnergyRates",
    "HourlySeries",
    "Tariff",
    "TariffPricesReport",
    "TimeOfUse",
    "TimeOfUseWindow",
    "bill",
    "tariff_prices",
]


DayKind: TypeAlias = Literal["weekdays", "weekends"]
"""Days of the week.

Cases
-----
weekdays
    Monday to Friday.
weekends
    Saturday and Sunday.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class TimeOfUseWindow(Document):
    """A window of the day. It begins on the days and in the months named, and may end after midnight.

    Attributes
    ----------
    from_hour : int
        First hour of the window, 0 to 23. [from 0 to 255]
    to_hour : int
        Hour at which the window ends, 1 to 24; at or before `from_hour` on the next day: 22 to 6 is the night, 6 to 6 a whole day. [from 0 to 255]
    days : DayKind, optional
        Days of the week on which the window begins. Absent: every day.
    months : list[int], optional
        Months, 1 to 12, in which the window begins. Absent: every month.
    price_usd_per_kwh : float
        Price within the window, in USD/kWh. [USD/kWh, from -1000.0 to 1000.0]
    """

    from_hour: int
    to_hour: int
    price_usd_per_kwh: float
    days: DayKind | None = None
    months: list[int] | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "from_hour": self.from_hour,
            "to_hour": self.to_hour,
            "days": self.days,
            "months": self.months,
            "price_usd_per_kwh": self.price_usd_per_kwh,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class TimeOfUse(Document):
    """Windows of the day, and the price outside of them.

    Attributes
    ----------
    windows : list[TimeOfUseWindow]
        Windows of the day; where several hold, the first decides.
    otherwise_usd_per_kwh : float
        Price outside all windows, in USD/kWh. [USD/kWh, from -1000.0 to 1000.0]
    """

    windows: list[TimeOfUseWindow]
    otherwise_usd_per_kwh: float

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["windows"] = [TimeOfUseWindow._read(item) for item in document["windows"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "windows": self.windows,
            "otherwise_usd_per_kwh": self.otherwise_usd_per_kwh,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class HourlySeries(Document):
    """A price for every hour of a span.

    Attributes
    ----------
    start_ms : datetime.datetime
        Beginning of the first hour, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    usd_per_kwh : list[float]
        Prices in USD/kWh, one per hour.
    """

    start_ms: datetime.datetime
    usd_per_kwh: list[float]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["start_ms"] = instant(document["start_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "start_ms": self.start_ms,
            "usd_per_kwh": self.usd_per_kwh,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
    """

    tag: Literal["flat_usd_per_kwh", "time_of_use", "daily_usd_per_kwh", "hourly"]
    content: float | TimeOfUse | list[float] | HourlySeries | None = None

    @classmethod
    def flat_usd_per_kwh(cls, content: float) -> Self:
        """One price for every hour, in USD/kWh."""
        return filled(cls, {"tag": "flat_usd_per_kwh", "content": content})

    @classmethod
    def time_of_use(cls, content: TimeOfUse | Mapping[str, Any]) -> Self:
        """Prices by windows of the day."""
        return filled(cls, {"tag": "time_of_use", "content": content})

    @classmethod
    def daily_usd_per_kwh(cls, content: ArrayLike) -> Self:
        """24 prices in USD/kWh, for the hours 0 to 23 of every day's wall clock."""
        return filled(cls, {"tag": "daily_usd_per_kwh", "content": content})

    @classmethod
    def hourly(cls, content: HourlySeries | Mapping[str, Any]) -> Self:
        """A price for every hour of a span, such as a market's settlement prices."""
        return filled(cls, {"tag": "hourly", "content": content})

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "time_of_use":
            return TimeOfUse._read(content)
        if tag == "hourly":
            return HourlySeries._read(content)
        return content


DaylightSaving: TypeAlias = Literal["united_states", "european_union"]
"""Rule by which clocks are an hour ahead in summer.

Cases
-----
united_states
    From the second Sunday of March, 02:00 standard time, to the first Sunday of November, 02:00 daylight time.
european_union
    From the last Sunday of March to the last Sunday of October, 01:00 UTC.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class Clock(Document):
    """A wall clock.

    Attributes
    ----------
    utc_offset_min : int
        Standard time in minutes east of UTC: -360 in Texas. [min, from -1080 to 1080]
    daylight_saving : DaylightSaving, optional
        Rule by which the clock is an hour ahead of standard time in summer. Absent: it never is.
    """

    utc_offset_min: int
    daylight_saving: DaylightSaving | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "utc_offset_min": self.utc_offset_min,
            "daylight_saving": self.daylight_saving,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "power_w": self.power_w,
            "price_usd_per_kwh": self.price_usd_per_kwh,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Tariff(Document):
    """A tariff: rates per kWh, and what comes on top.

    Attributes
    ----------
    energy : EnergyRates
        Price of a kWh in each hour.
    clock : Clock, optional
        Wall clock of windows, daily rates and billing months. Absent: UTC.
    demand_charge_usd_per_kw_month : float, optional
        Demand charge for each kW of a calendar month's highest hourly load, in USD per kW-month. Absent: there is no demand charge. [USD, from 0.0 to 1000000000000000.0]
    contract : ContractBlock, optional
        Block of power bought ahead, settled at the hour's price. Absent: nothing was bought ahead.
    """

    energy: EnergyRates
    clock: Clock | None = None
    demand_charge_usd_per_kw_month: float | None = None
    contract: ContractBlock | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["energy"] = EnergyRates._read(document["energy"])
        if "clock" in document:
            document["clock"] = Clock._read(document["clock"])
        if "contract" in document:
            document["contract"] = ContractBlock._read(document["contract"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "energy": self.energy,
            "clock": self.clock,
            "demand_charge_usd_per_kw_month": self.demand_charge_usd_per_kw_month,
            "contract": self.contract,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class TariffPricesReport(Document):
    """Result of `tariff_prices`, hour by hour.

    Attributes
    ----------
    time_ms : list[datetime.datetime]
        Beginning of each hour, in Unix milliseconds.
    usd_per_kwh : list[float]
        Price of each hour, in USD/kWh.
    local_hour : list[int]
        Hour that the tariff's wall clock shows at the beginning of each hour, 0 to 23.
    """

    time_ms: list[datetime.datetime]
    usd_per_kwh: list[float]
    local_hour: list[int]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["time_ms"] = [instant(item) for item in document["time_ms"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "usd_per_kwh": self.usd_per_kwh,
            "local_hour": self.local_hour,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class BilledMonths(Document):
    """Columns of a `Bill`, one row per calendar month of the tariff's clock.

    Attributes
    ----------
    month : list[str]
        Calendar month, `YYYY-MM`.
    energy_kwh : list[float]
        Energy used, in kWh.
    energy_usd : list[float]
        Energy used at the price of its hour, in USD.
    contract_usd : list[float]
        Cost of the contract block above the price of its hours, in USD.
    peak_kw : list[float]
        Highest hourly load, in kW.
    demand_usd : list[float]
        Demand charge, in USD.
    """

    month: list[str]
    energy_kwh: list[float]
    energy_usd: list[float]
    contract_usd: list[float]
    peak_kw: list[float]
    demand_usd: list[float]

    def _wire(self) -> dict[str, Any]:
        return {
            "month": self.month,
            "energy_kwh": self.energy_kwh,
            "energy_usd": self.energy_usd,
            "contract_usd": self.contract_usd,
            "peak_kw": self.peak_kw,
            "demand_usd": self.demand_usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Bill(Document):
    """Result of `bill`. `energy_usd + contract_usd + demand_usd = total_usd`, exactly when evaluated from left to right.

    Attributes
    ----------
    energy_kwh : float
        Energy used, in kWh.
    energy_usd : float
        Energy used at the price of its hour, in USD.
    contract_usd : float
        Cost of the contract block above the price of its hours, in USD; negative where it was a bargain, 0 without a block.
    demand_usd : float
        Demand charges, in USD.
    total_usd : float
        Amount to be paid, in USD.
    months : BilledMonths
        Bill by calendar months.
    """

    energy_kwh: float
    energy_usd: float
    contract_usd: float
    demand_usd: float
    total_usd: float
    months: BilledMonths

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["months"] = BilledMonths._read(document["months"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "energy_kwh": self.energy_kwh,
            "energy_usd": self.energy_usd,
            "contract_usd": self.contract_usd,
            "demand_usd": self.demand_usd,
            "total_usd": self.total_usd,
            "months": self.months,
        }


def tariff_prices(
    *,
    tariff: Tariff | Mapping[str, Any],
    start_ms: datetime.datetime | int,
    hours: int,
) -> TariffPricesReport:
    """Price of each hour of a span: flat, by time of use, 24 daily values, or an hourly series.

    Parameters
    ----------
    tariff : Tariff | Mapping[str, Any]
        Tariff of the span.
    start_ms : datetime.datetime | int
        Beginning of the first hour, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
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
    >>> report = hi.mining.tariff_prices(tariff={"energy": {"time_of_use": {"windows": [{"from_hour": 22, "to_hour": 6, "days": "weekdays", "price_usd_per_kwh": 0.03}], "otherwise_usd_per_kwh": 0.09}}, "clock": {"utc_offset_min": -360, "daylight_saving": "united_states"}}, start_ms=1785542400000, hours=24)
    """
    return TariffPricesReport._read(call("mining.tariff_prices", {"tariff": tariff, "start_ms": start_ms, "hours": hours}))


def bill(
    *,
    tariff: Tariff | Mapping[str, Any],
    start_ms: datetime.datetime | int,
    load_w: ArrayLike,
) -> Bill:
    """Bill of a load under a tariff: energy at the price of its hour, a contract block settled at that price, and
    demand charges per calendar month.

    Parameters
    ----------
    tariff : Tariff | Mapping[str, Any]
        Tariff under which the load is billed.
    start_ms : datetime.datetime | int
        Beginning of the first hour, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    load_w : array_like of float
        Mean load of each hour at the meter, in watts.

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
    >>> report = hi.mining.bill(tariff={"energy": {"hourly": {"start_ms": 1785542400000, "usd_per_kwh": [0.03, 0.3, -0.01]}}, "demand_charge_usd_per_kw_month": 9, "contract": {"power_w": 1000000, "price_usd_per_kwh": 0.04}}, start_ms=1785542400000, load_w=[1000000, 0, 1500000])
    """
    return Bill._read(call("mining.bill", {"tariff": tariff, "start_ms": start_ms, "load_w": load_w}))
