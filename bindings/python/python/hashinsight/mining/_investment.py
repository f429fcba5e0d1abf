"""Operations and types of ``mining``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal, Self

from numpy.typing import ArrayLike

from .._documents import Document, Variant, call, filled, instant

__all__ = [
    "CashFlows",
    "DatedCashFlow",
    "DepreciationMethod",
    "DepreciationMethodStraightLine",
    "DepreciationReport",
    "InternalRate",
    "InternalRateOfReturnReport",
    "InternalRateSeveral",
    "InternalRateUndefined",
    "NetPresentValueReport",
    "depreciation",
    "internal_rate_of_return",
    "net_present_value",
]


@dataclasses.dataclass(frozen=True, repr=False)
class DepreciationMethodStraightLine(Document):
    """In equal parts down to a salvage value.

    Attributes
    ----------
    years : int
        Number of years, 1 to 100. [from 0]
    salvage_usd : float, optional
        Book value at the end, in USD, at most the cost. Absent: 0. [USD, from 0.0 to 1000000000000000.0]
    """

    years: int
    salvage_usd: float | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "years": self.years,
            "salvage_usd": self.salvage_usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DepreciationMethod(Variant):
    """Method by which a machine is written off.

    Cases
    -----
    straight_line
        In equal parts down to a salvage value.
    macrs_5
        Five-year property of United States tax law, half-year convention: six tax years, to nothing.
    """

    tag: Literal["straight_line", "macrs_5"]
    content: DepreciationMethodStraightLine | None = None

    @classmethod
    def straight_line(cls, content: DepreciationMethodStraightLine | Mapping[str, Any]) -> Self:
        """In equal parts down to a salvage value."""
        return filled(cls, {"tag": "straight_line", "content": content})

    @classmethod
    def macrs_5(cls) -> Self:
        """Five-year property of United States tax law, half-year convention: six tax years, to nothing."""
        return cls("macrs_5")

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "straight_line":
            return DepreciationMethodStraightLine._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class InternalRateUndefined(Document):
    """No rate of return exists.

    Attributes
    ----------
    reason : str
        Reason why no rate of return exists.
    """

    reason: str

    def _wire(self) -> dict[str, Any]:
        return {
            "reason": self.reason,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class InternalRateSeveral(Document):
    """There are several rates, and no reason to prefer one.

    Attributes
    ----------
    rates : list[float]
        All rates in ascending order, as fractions.
    """

    rates: list[float]

    def _wire(self) -> dict[str, Any]:
        return {
            "rates": self.rates,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class InternalRate(Variant):
    """The rate at which flows are worth nothing: one, none or several.

    Cases
    -----
    value
        The only rate between -99.99 % and 1e6, as a fraction: 0.1 for 10 %.
    undefined
        No rate of return exists.
    several
        There are several rates, and no reason to prefer one.
    """

    tag: Literal["value", "undefined", "several"]
    content: float | InternalRateUndefined | InternalRateSeveral | None = None

    @property
    def value(self) -> float | None:
        """The value, where there is one."""
        value: float | None = self._value()
        return value

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "undefined":
            return InternalRateUndefined._read(content)
        if tag == "several":
            return InternalRateSeveral._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class DepreciationReport(Document):
    """Result of `depreciation`, one row per year.

    Attributes
    ----------
    year : list[int]
        Year of use, from 1.
    depreciation_usd : list[float]
        Amount written off in the year, in USD.
    book_value_usd : list[float]
        Book value at the end of the year, in USD.
    """

    year: list[int]
    depreciation_usd: list[float]
    book_value_usd: list[float]

    def _wire(self) -> dict[str, Any]:
        return {
            "year": self.year,
            "depreciation_usd": self.depreciation_usd,
            "book_value_usd": self.book_value_usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DatedCashFlow(Document):
    """One flow of `CashFlows::Dated`.

    Attributes
    ----------
    time_ms : datetime.datetime
        Time of payment, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    usd : float
        Amount received, in USD; negative for what is paid.
    """

    time_ms: datetime.datetime
    usd: float

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["time_ms"] = instant(document["time_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "usd": self.usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class CashFlows(Variant):
    """Cash flows in USD: positive where money comes in.

    Cases
    -----
    periodic
        One flow per period, in USD, the first one now. Rates are per period.
    dated
        Flows with dates, none before the first. Rates are per year of 365 days.
    """

    tag: Literal["periodic", "dated"]
    content: list[float] | list[DatedCashFlow] | None = None

    @classmethod
    def periodic(cls, content: ArrayLike) -> Self:
        """One flow per period, in USD, the first one now. Rates are per period."""
        return filled(cls, {"tag": "periodic", "content": content})

    @classmethod
    def dated(cls, content: Sequence[DatedCashFlow | Mapping[str, Any]]) -> Self:
        """Flows with dates, none before the first. Rates are per year of 365 days."""
        return filled(cls, {"tag": "dated", "content": content})

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "dated":
            return [DatedCashFlow._read(item) for item in content]
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class NetPresentValueReport(Document):
    """Result of `net_present_value`.

    Attributes
    ----------
    net_present_value_usd : float
        Value at the time of the first flow, in USD.
    sum_usd : float
        Sum of the flows, without interest, in USD.
    """

    net_present_value_usd: float
    sum_usd: float

    def _wire(self) -> dict[str, Any]:
        return {
            "net_present_value_usd": self.net_present_value_usd,
            "sum_usd": self.sum_usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class InternalRateOfReturnReport(Document):
    """Result of `internal_rate_of_return`.

    Attributes
    ----------
    rate : InternalRate
        Rate of return per period, or per year where flows are dated.
    """

    rate: InternalRate

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["rate"] = InternalRate._read(document["rate"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "rate": self.rate,
        }


def net_present_value(
    *,
    cash_flows: CashFlows | Mapping[str, Any] | str,
    discount_rate: float,
) -> NetPresentValueReport:
    """Value of cash flows at a rate: `sum of flow / (1 + rate)^t`, in periods or in years of 365 days.

    Parameters
    ----------
    cash_flows : CashFlows | Mapping[str, Any] | str
        Cash flows to be valued.
    discount_rate : float
        Discount rate per period, or per year where flows are dated, as a fraction: 0.1 for 10 %. [1/year, from -0.99 to 10.0]

    Returns
    -------
    NetPresentValueReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.net_present_value(cash_flows={"periodic": [-1000, 400, 400, 400]}, discount_rate=0.1)
    """
    return NetPresentValueReport._read(call("mining.net_present_value", {"cash_flows": cash_flows, "discount_rate": discount_rate}))


def internal_rate_of_return(
    *,
    cash_flows: CashFlows | Mapping[str, Any] | str,
) -> InternalRateOfReturnReport:
    """Rate at which cash flows are worth nothing: one, or the reason why there is no such rate, or all of several.

    Parameters
    ----------
    cash_flows : CashFlows | Mapping[str, Any] | str
        Cash flows whose rate of return is wanted.

    Returns
    -------
    InternalRateOfReturnReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.internal_rate_of_return(cash_flows={"dated": [{"time_ms": 1700000000000, "usd": -10000}, {"time_ms": 1715552000000, "usd": 7000}, {"time_ms": 1736000000000, "usd": 4500}]})
    """
    return InternalRateOfReturnReport._read(call("mining.internal_rate_of_return", {"cash_flows": cash_flows}))


def depreciation(
    *,
    cost_usd: float,
    method: DepreciationMethod | Mapping[str, Any] | str,
) -> DepreciationReport:
    """Depreciation of a machine by year: straight line, or MACRS five-year property with the half-year convention.

    Parameters
    ----------
    cost_usd : float
        Cost of the machine, in USD. [USD, from 0.0 to 1000000000000000.0]
    method : DepreciationMethod | Mapping[str, Any] | str
        Method by which the machine is written off.

    Returns
    -------
    DepreciationReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.depreciation(cost_usd=3335, method={"straight_line": {"years": 4, "salvage_usd": 335}})
    """
    return DepreciationReport._read(call("mining.depreciation", {"cost_usd": cost_usd, "method": method}))
