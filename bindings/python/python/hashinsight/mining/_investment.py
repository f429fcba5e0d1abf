"""Operations and types of ``mining``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from .._documents import Document, Variant, call, document, each, instant, listed, operation, rows
from .._show import Rows

__all__ = [
    "BonusDepreciationReport",
    "CashFlows",
    "CashFlowsDict",
    "CashFlowsLike",
    "Convention",
    "ConventionDict",
    "ConventionLike",
    "DatedCashFlow",
    "DatedCashFlowDict",
    "DepreciationMethod",
    "DepreciationMethodDict",
    "DepreciationMethodLike",
    "DepreciationMethodMacrs",
    "DepreciationMethodMacrsDict",
    "DepreciationMethodStraightLine",
    "DepreciationMethodStraightLineDict",
    "DepreciationReport",
    "InternalRate",
    "InternalRateOfReturnReport",
    "InternalRateSeveral",
    "InternalRateUndefined",
    "NetPresentValueReport",
    "bonus_depreciation",
    "depreciation",
    "internal_rate_of_return",
    "net_present_value",
]


def __dir__() -> list[str]:
    return __all__


@document
class Convention(Variant):
    """When in its first year a machine counts as placed in service.

    Cases
    -----
    full_year
        At its beginning.
    half_year
        In its middle.
    mid_quarter
        In the middle of a quarter, 1 to 4.
    """

    tag: Literal["full_year", "half_year", "mid_quarter"]
    content: int | None = None
    _route = "mining.forecast:depreciation.straight_line.convention"

    @classmethod
    def full_year(cls) -> Self:
        """At its beginning."""
        return cls._made("full_year")

    @classmethod
    def half_year(cls) -> Self:
        """In its middle."""
        return cls._made("half_year")

    @classmethod
    def mid_quarter(cls, content: int) -> Self:
        """In the middle of a quarter, 1 to 4."""
        return cls._made("mid_quarter", content)


class ConventionDict(TypedDict, total=False):
    """``Convention`` as a mapping: one of the keys, with its content."""

    mid_quarter: int


ConventionLike: TypeAlias = "Convention | ConventionDict | Literal['full_year', 'half_year']"
"""What is taken for a ``Convention``."""


@document
class DepreciationMethodStraightLine(Document):
    """In equal parts down to a salvage value.

    Attributes
    ----------
    years : int
        Number of years, 1 to 100. [from 0]
    salvage_usd : float, optional
        Book value at the end, in USD, at most what the bonus leaves of the cost. Absent: 0. [USD, from 0.0 to 1000000000000000.0]
    convention : Convention, optional
        Part of the first year that is written off: all of it, or half of it and half a year at the end. Absent: `full_year`.
    bonus : float, optional
        Fraction of the cost that is written off at once. Absent: 0. [from 0.0 to 1.0]
    """

    years: int
    salvage_usd: float | None = None
    convention: Convention | None = None
    bonus: float | None = None
    _route = "mining.forecast:depreciation.straight_line"

    def __init__(
        self,
        years: int,
        salvage_usd: float | None = None,
        convention: ConventionLike | None = None,
        bonus: float | None = None,
    ) -> None:
        self._fill({"years": years, "salvage_usd": salvage_usd, "convention": convention, "bonus": bonus})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("convention") is not None:
            document["convention"] = Convention._read(document["convention"])

    def _wire(self) -> dict[str, Any]:
        return {
            "years": self.years,
            "salvage_usd": self.salvage_usd,
            "convention": self.convention,
            "bonus": self.bonus,
        }


class DepreciationMethodStraightLineDict(TypedDict):
    """``DepreciationMethodStraightLine`` as a mapping."""

    years: int
    salvage_usd: NotRequired[float | None]
    convention: NotRequired[ConventionLike | None]
    bonus: NotRequired[float | None]


@document
class DepreciationMethodMacrs(Document):
    """Property of United States tax law, to nothing.

    Attributes
    ----------
    years : int
        Recovery period of the property in years: 3 or 5; computers, miners among them, are 5-year property. [from 0]
    convention : Convention, optional
        When in the year it was placed in service, as the law has it. Absent: `half_year`.
    bonus : float, optional
        Fraction of the cost that is written off at once, see `bonus_depreciation`. Absent: 0. [from 0.0 to 1.0]
    """

    years: int
    convention: Convention | None = None
    bonus: float | None = None
    _route = "mining.forecast:depreciation.macrs"

    def __init__(
        self,
        years: int,
        convention: ConventionLike | None = None,
        bonus: float | None = None,
    ) -> None:
        self._fill({"years": years, "convention": convention, "bonus": bonus})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("convention") is not None:
            document["convention"] = Convention._read(document["convention"])

    def _wire(self) -> dict[str, Any]:
        return {
            "years": self.years,
            "convention": self.convention,
            "bonus": self.bonus,
        }


class DepreciationMethodMacrsDict(TypedDict):
    """``DepreciationMethodMacrs`` as a mapping."""

    years: int
    convention: NotRequired[ConventionLike | None]
    bonus: NotRequired[float | None]


@document
class DepreciationMethod(Variant):
    """Method by which a machine is written off.

    Cases
    -----
    straight_line
        In equal parts down to a salvage value.
    macrs_5
        Five-year property of United States tax law, half-year convention: six tax years, to nothing.
    macrs
        Property of United States tax law, to nothing.
    """

    tag: Literal["straight_line", "macrs_5", "macrs"]
    content: DepreciationMethodStraightLine | DepreciationMethodMacrs | None = None
    _route = "mining.forecast:depreciation"

    @classmethod
    def straight_line(cls, content: DepreciationMethodStraightLine | DepreciationMethodStraightLineDict) -> Self:
        """In equal parts down to a salvage value."""
        return cls._made("straight_line", content)

    @classmethod
    def macrs_5(cls) -> Self:
        """Five-year property of United States tax law, half-year convention: six tax years, to nothing."""
        return cls._made("macrs_5")

    @classmethod
    def macrs(cls, content: DepreciationMethodMacrs | DepreciationMethodMacrsDict) -> Self:
        """Property of United States tax law, to nothing."""
        return cls._made("macrs", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "straight_line":
            return DepreciationMethodStraightLine._read(content)
        if tag == "macrs":
            return DepreciationMethodMacrs._read(content)
        return content


class DepreciationMethodDict(TypedDict, total=False):
    """``DepreciationMethod`` as a mapping: one of the keys, with its content."""

    straight_line: DepreciationMethodStraightLine | DepreciationMethodStraightLineDict
    macrs: DepreciationMethodMacrs | DepreciationMethodMacrsDict


DepreciationMethodLike: TypeAlias = "DepreciationMethod | DepreciationMethodDict | Literal['macrs_5']"
"""What is taken for a ``DepreciationMethod``."""


@document
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


@document
class InternalRateSeveral(Document):
    """There are several rates, and no reason to prefer one.

    Attributes
    ----------
    rates : tuple[float, ...]
        All rates in ascending order, as fractions.
    """

    rates: tuple[float, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["rates"] = listed(document["rates"])

    def _wire(self) -> dict[str, Any]:
        return {
            "rates": self.rates,
        }


@document
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


@document
class DepreciationReport(Document):
    """Result of `depreciation`, one row per year.

    Attributes
    ----------
    year : tuple[int, ...]
        Year of use, from 1.
    depreciation_usd : tuple[float, ...]
        Amount written off in the year, in USD, the bonus in the first one.
    book_value_usd : tuple[float, ...]
        Book value at the end of the year, in USD.
    """

    year: tuple[int, ...]
    depreciation_usd: tuple[float, ...]
    book_value_usd: tuple[float, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["year"] = listed(document["year"])
        document["depreciation_usd"] = listed(document["depreciation_usd"])
        document["book_value_usd"] = listed(document["book_value_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "year": self.year,
            "depreciation_usd": self.depreciation_usd,
            "book_value_usd": self.book_value_usd,
        }


@document
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
    _route = "mining.net_present_value:cash_flows.dated.[]"

    def __init__(
        self,
        time_ms: datetime.datetime | int | str,
        usd: float,
    ) -> None:
        self._fill({"time_ms": time_ms, "usd": usd})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "usd": self.usd,
        }


class DatedCashFlowDict(TypedDict):
    """``DatedCashFlow`` as a mapping."""

    time_ms: datetime.datetime | int | str
    usd: float


@document
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
    content: tuple[float, ...] | Rows[DatedCashFlow] | None = None
    _route = "mining.net_present_value:cash_flows"

    @classmethod
    def periodic(cls, content: ArrayLike) -> Self:
        """One flow per period, in USD, the first one now. Rates are per period."""
        return cls._made("periodic", content)

    @classmethod
    def dated(cls, content: Sequence[DatedCashFlow | DatedCashFlowDict]) -> Self:
        """Flows with dates, none before the first. Rates are per year of 365 days."""
        return cls._made("dated", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "periodic":
            return listed(content)
        if tag == "dated":
            return rows(DatedCashFlow._read, content)
        return content


class CashFlowsDict(TypedDict, total=False):
    """``CashFlows`` as a mapping: one of the keys, with its content."""

    periodic: ArrayLike
    dated: Sequence[DatedCashFlow | DatedCashFlowDict]


CashFlowsLike: TypeAlias = "CashFlows | CashFlowsDict"
"""What is taken for a ``CashFlows``."""


@document
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


@document
class InternalRateOfReturnReport(Document):
    """Result of `internal_rate_of_return`.

    Attributes
    ----------
    rate : InternalRate
        Rate of return per period, or per year where flows are dated.
    """

    rate: InternalRate

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["rate"] = InternalRate._read(document["rate"])

    def _wire(self) -> dict[str, Any]:
        return {
            "rate": self.rate,
        }


@document
class BonusDepreciationReport(Document):
    """Result of `bonus_depreciation`.

    Attributes
    ----------
    bonus : float
        Fraction of the cost that may be written off at once. [from 0.0 to 1.0]
    """

    bonus: float

    def _wire(self) -> dict[str, Any]:
        return {
            "bonus": self.bonus,
        }


@operation("mining.net_present_value")
def net_present_value(
    *,
    cash_flows: CashFlowsLike,
    discount_rate: float,
) -> NetPresentValueReport:
    """Value of cash flows at a rate: `sum of flow / (1 + rate)^t`, in periods or in years of 365 days.

    Parameters
    ----------
    cash_flows : CashFlows, or its word or mapping
        Cash flows to be valued.
    discount_rate : float
        Discount rate per period, or per year where flows are dated, as a fraction: 0.1 for 10 %. At most 1. [1/year, from -0.99 to 10.0]

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
    >>> report.net_present_value_usd
    -5.259203606311019
    >>> report.sum_usd
    200.0
    """
    return NetPresentValueReport._read(call("mining.net_present_value", {"cash_flows": cash_flows, "discount_rate": discount_rate}))


@operation("mining.internal_rate_of_return")
def internal_rate_of_return(
    *,
    cash_flows: CashFlowsLike,
) -> InternalRateOfReturnReport:
    """Rate at which cash flows are worth nothing: one, or the reason why there is no such rate, or all of several.

    Parameters
    ----------
    cash_flows : CashFlows, or its word or mapping
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


@operation("mining.depreciation")
def depreciation(
    *,
    cost_usd: float,
    method: DepreciationMethodLike,
) -> DepreciationReport:
    """Depreciation of a machine by year: straight line over whole or half first years, or MACRS of 3-year and 5-year
    property with the half-year or mid-quarter convention, each with a part written off at once.

    Parameters
    ----------
    cost_usd : float
        Cost of the machine, in USD. [USD, from 0.0 to 1000000000000000.0]
    method : DepreciationMethod, or its word or mapping
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
    >>> len(report.year)
    4
    >>> len(report.depreciation_usd)
    4
    """
    return DepreciationReport._read(call("mining.depreciation", {"cost_usd": cost_usd, "method": method}))


@operation("mining.bonus_depreciation")
def bonus_depreciation(
    *,
    acquired: datetime.date,
    placed_in_service: datetime.date,
) -> BonusDepreciationReport:
    """Bonus depreciation of United States tax law by the days of acquisition and service, as of July 2025.

    Parameters
    ----------
    acquired : datetime.date
        Day on which a binding contract to acquire the property was made, from 2017-09-28 on.
    placed_in_service : datetime.date
        Day on which the property was placed in service, at or after `acquired`.

    Returns
    -------
    BonusDepreciationReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.bonus_depreciation(acquired="2025-03-01", placed_in_service="2025-06-15")
    >>> report.bonus
    1.0
    """
    return BonusDepreciationReport._read(call("mining.bonus_depreciation", {"acquired": acquired, "placed_in_service": placed_in_service}))
