"""Operations and types of ``treasury``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, Literal, NotRequired, TypedDict

from numpy.typing import ArrayLike

from .._documents import Document, Variant, call, document, each, instant, listed, operation, rows
from .._outcome import outcome
from .._plots import WithPlot
from .._show import Rows
from ..units import Outcome

__all__ = [
    "Floor",
    "FloorFeasible",
    "FloorInfeasible",
    "FloorReport",
    "FloorRow",
    "FloorTerms",
    "FloorTermsDict",
    "ReverseStressReport",
    "Shock",
    "ShockDict",
    "floor",
    "reverse_stress",
]


def __dir__() -> list[str]:
    return __all__


@document
class FloorTerms(Document):
    """Promises about the future on which a floor stands.

    Attributes
    ----------
    step_days : float
        Time from one decision to the next, in days of 86,400 s. [d, above 0.0 to 1000000.0]
    worst_factors : tuple[float, ...]
        Least price of each step as a part of that one step before, as fractions, from the first further step on. The last counts for all that follow.
    max_sales_sat : tuple[int, ...], optional
        Most coins sold at each step, in satoshis, from this one on. The last counts for all that follow. Empty: any number. [[] where absent]
    mined_sat : tuple[int, ...], optional
        Coins that are certain to be mined by each further step, in satoshis. Steps beyond the list count with none. [[] where absent]
    reserve_usd : Decimal, optional
        Cash that is kept after the payments of each step, in USD, at least 0. ["0" where absent]
    """

    step_days: float
    worst_factors: tuple[float, ...]
    max_sales_sat: tuple[int, ...] | None = None
    mined_sat: tuple[int, ...] | None = None
    reserve_usd: Decimal | None = None
    _route = "treasury.floor:terms"

    def __init__(
        self,
        step_days: float,
        worst_factors: ArrayLike,
        max_sales_sat: ArrayLike | None = None,
        mined_sat: ArrayLike | None = None,
        reserve_usd: Decimal | str | None = None,
    ) -> None:
        self._fill({"step_days": step_days, "worst_factors": worst_factors, "max_sales_sat": max_sales_sat, "mined_sat": mined_sat, "reserve_usd": reserve_usd})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["worst_factors"] = listed(document["worst_factors"])
        if document.get("max_sales_sat") is not None:
            document["max_sales_sat"] = listed(document["max_sales_sat"])
        if document.get("mined_sat") is not None:
            document["mined_sat"] = listed(document["mined_sat"])
        if document.get("reserve_usd") is not None:
            document["reserve_usd"] = Decimal(document["reserve_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "step_days": self.step_days,
            "worst_factors": self.worst_factors,
            "max_sales_sat": self.max_sales_sat,
            "mined_sat": self.mined_sat,
            "reserve_usd": self.reserve_usd,
        }


class FloorTermsDict(TypedDict):
    """``FloorTerms`` as a mapping."""

    step_days: float
    worst_factors: ArrayLike
    max_sales_sat: NotRequired[ArrayLike | None]
    mined_sat: NotRequired[ArrayLike | None]
    reserve_usd: NotRequired[Decimal | str | None]


@document
class FloorRow(Document):
    """One step of a certificate: the smallest sale at the least price, step after step.

    Attributes
    ----------
    time_ms : datetime.datetime
        Instant of the decision, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    price_usd : Decimal
        Least price of one bitcoin, in USD.
    mined_sat : int
        Coins that arrive before the sale, in satoshis. [sat, from 0 to 2100000000000000]
    sale_sat : int
        Coins sold, in satoshis. [sat, from 0 to 2100000000000000]
    proceeds_usd : Decimal
        Proceeds of the sale after costs, in USD.
    payment_usd : Decimal
        Payments until the next step, in USD.
    coins_sat : int
        Coins left, in satoshis. [sat, from 0 to 2100000000000000]
    cash_usd : Decimal
        Cash left, in USD.
    """

    time_ms: datetime.datetime
    price_usd: Decimal
    mined_sat: int
    sale_sat: int
    proceeds_usd: Decimal
    payment_usd: Decimal
    coins_sat: int
    cash_usd: Decimal

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])
        document["price_usd"] = Decimal(document["price_usd"])
        document["proceeds_usd"] = Decimal(document["proceeds_usd"])
        document["payment_usd"] = Decimal(document["payment_usd"])
        document["cash_usd"] = Decimal(document["cash_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "price_usd": self.price_usd,
            "mined_sat": self.mined_sat,
            "sale_sat": self.sale_sat,
            "proceeds_usd": self.proceeds_usd,
            "payment_usd": self.payment_usd,
            "coins_sat": self.coins_sat,
            "cash_usd": self.cash_usd,
        }


@document
class FloorFeasible(Document):
    """Every payment is met in the worst case.

    Attributes
    ----------
    sale_sat : int
        Smallest sale now, in satoshis. [sat, from 0 to 2100000000000000]
    spare_usd : Decimal
        Cash that could be missing now while some sale would still do, in USD.
    binding_ms : datetime.datetime, optional
        Instant of the step that ends below the reserve if one satoshi less is sold, in Unix milliseconds UTC. Absent: nothing is sold. [ms, from 1230940800000 to 253402235999999]
    binding_usd : Decimal, optional
        Cash that is missing then, in USD. Absent: nothing is sold.
    certificate : Rows[FloorRow]
        Certificate: the worst case step by step, with the smallest sale at each.
    """

    sale_sat: int
    spare_usd: Decimal
    certificate: Rows[FloorRow]
    binding_ms: datetime.datetime | None = None
    binding_usd: Decimal | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["spare_usd"] = Decimal(document["spare_usd"])
        if document.get("binding_ms") is not None:
            document["binding_ms"] = instant(document["binding_ms"])
        if document.get("binding_usd") is not None:
            document["binding_usd"] = Decimal(document["binding_usd"])
        document["certificate"] = rows(FloorRow._read, document["certificate"])

    def _wire(self) -> dict[str, Any]:
        return {
            "sale_sat": self.sale_sat,
            "spare_usd": self.spare_usd,
            "binding_ms": self.binding_ms,
            "binding_usd": self.binding_usd,
            "certificate": self.certificate,
        }


@document
class FloorInfeasible(Document):
    """No plan meets every payment in the worst case.

    Attributes
    ----------
    shortfall_usd : Decimal
        Least cash that would have to be added now, in USD.
    first_breach_ms : datetime.datetime
        Instant of the first step that ends below the reserve though as much as possible was sold, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    minimum_capital_usd : Decimal
        Least capital that would do beside the same coins, in USD: the coins at the price, the cash and the shortfall.
    """

    shortfall_usd: Decimal
    first_breach_ms: datetime.datetime
    minimum_capital_usd: Decimal

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["shortfall_usd"] = Decimal(document["shortfall_usd"])
        document["first_breach_ms"] = instant(document["first_breach_ms"])
        document["minimum_capital_usd"] = Decimal(document["minimum_capital_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "shortfall_usd": self.shortfall_usd,
            "first_breach_ms": self.first_breach_ms,
            "minimum_capital_usd": self.minimum_capital_usd,
        }


@document
class Floor(Variant):
    """Smallest sale that keeps every payment coverable in the worst case, or why there is none.

    Cases
    -----
    feasible
        Every payment is met in the worst case.
    infeasible
        No plan meets every payment in the worst case.
    """

    tag: Literal["feasible", "infeasible"]
    content: FloorFeasible | FloorInfeasible | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "feasible":
            return FloorFeasible._read(content)
        if tag == "infeasible":
            return FloorInfeasible._read(content)
        return content


@document
class FloorReport(WithPlot, Document):
    """Result of `robust_floor`.

    Attributes
    ----------
    steps : int
        Number of steps until the last payment, this one included. [from 0]
    floor : Floor
        Smallest sale with its certificate, or what is missing.
    """

    steps: int
    floor: Floor
    _plotted = "floor"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["floor"] = Floor._read(document["floor"])

    def _wire(self) -> dict[str, Any]:
        return {
            "steps": self.steps,
            "floor": self.floor,
        }


@document
class Shock(Document):
    """Shock that comes at once, in its full size. At least one part is above 0.

    Attributes
    ----------
    price_fall : float, optional
        Fall of the price, as a fraction of it. [from 0.0 to 1.0; 0.0 where absent]
    mined_fall : float, optional
        Fall of the coins that are certain to be mined, as a fraction of them. [from 0.0 to 1.0; 0.0 where absent]
    payments_rise : float, optional
        Rise of every payment, as a fraction of it, at most 1000. [from 0.0 to 1000000000000.0; 0.0 where absent]
    """

    price_fall: float | None = None
    mined_fall: float | None = None
    payments_rise: float | None = None
    _route = "treasury.reverse_stress:shock"

    def __init__(
        self,
        price_fall: float | None = None,
        mined_fall: float | None = None,
        payments_rise: float | None = None,
    ) -> None:
        self._fill({"price_fall": price_fall, "mined_fall": mined_fall, "payments_rise": payments_rise})

    def _wire(self) -> dict[str, Any]:
        return {
            "price_fall": self.price_fall,
            "mined_fall": self.mined_fall,
            "payments_rise": self.payments_rise,
        }


class ShockDict(TypedDict):
    """``Shock`` as a mapping."""

    price_fall: NotRequired[float | None]
    mined_fall: NotRequired[float | None]
    payments_rise: NotRequired[float | None]


@document
class ReverseStressReport(Document):
    """Result of `reverse_stress`.

    Attributes
    ----------
    scale : Outcome
        Smallest part of the shock that breaks the coverage, in steps of a billionth; never where the full one does not, every part where the coverage is broken without a shock.
    price_usd : Decimal
        Price of one bitcoin after that part of the shock, in USD; after the full one where it breaks nothing.
    payments_usd : Decimal
        Sum of the payments after it, in USD.
    floor : Floor
        Shortfall after the shock, or the smallest sale after the full one.
    """

    scale: Outcome
    price_usd: Decimal
    payments_usd: Decimal
    floor: Floor

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["scale"] = outcome(document["scale"])
        document["price_usd"] = Decimal(document["price_usd"])
        document["payments_usd"] = Decimal(document["payments_usd"])
        document["floor"] = Floor._read(document["floor"])

    def _wire(self) -> dict[str, Any]:
        return {
            "scale": self.scale,
            "price_usd": self.price_usd,
            "payments_usd": self.payments_usd,
            "floor": self.floor,
        }


@operation("treasury.floor")
def floor(
    *,
    observation: Observation | ObservationDict,
    terms: FloorTerms | FloorTermsDict,
) -> FloorReport:
    """The smallest sale that keeps every payment coverable in the worst case, with a certificate, or what is missing.

    The worst case is a promise: from one step to the next the price keeps at least a stated part of itself.

    Parameters
    ----------
    observation : Observation, or a mapping of its fields
        Treasury, market and dated payments now.
    terms : FloorTerms, or a mapping of its fields
        Promises about the future.

    Returns
    -------
    FloorReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.floor(observation={"time_ms": 1735689600000, "price_usd": 85000, "coins_sat": 1250000000, "cash_usd": "0", "costs": {"fee": 0.001}, "liabilities": [{"due_ms": 1735689600000, "amount_usd": "200000"}, {"due_ms": 1738281600000, "amount_usd": "200000"}, {"due_ms": 1740873600000, "amount_usd": "200000"}, {"due_ms": 1743465600000, "amount_usd": "200000"}, {"due_ms": 1746057600000, "amount_usd": "200000"}]}, terms={"step_days": 30, "worst_factors": [0.85], "max_sales_sat": [900000000], "mined_sat": [10000000, 10000000, 10000000, 10000000]})
    >>> report.steps
    5
    """
    return FloorReport._read(call("treasury.floor", {"observation": observation, "terms": terms}))


@operation("treasury.reverse_stress")
def reverse_stress(
    *,
    observation: Observation | ObservationDict,
    terms: FloorTerms | FloorTermsDict,
    shock: Shock | ShockDict,
) -> ReverseStressReport:
    """The smallest part of a joint shock of price, mined coins and payments after which no sale keeps every payment coverable.

    Parameters
    ----------
    observation : Observation, or a mapping of its fields
        Treasury, market and dated payments before the shock.
    terms : FloorTerms, or a mapping of its fields
        Promises about the future after the shock.
    shock : Shock, or a mapping of its fields
        Shock in its full size.

    Returns
    -------
    ReverseStressReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.reverse_stress(observation={"time_ms": 1735689600000, "price_usd": 100000, "coins_sat": 1250000000, "cash_usd": "0", "costs": {"fee": 0.001}, "liabilities": [{"due_ms": 1735689600000, "amount_usd": "200000"}, {"due_ms": 1738281600000, "amount_usd": "200000"}, {"due_ms": 1740873600000, "amount_usd": "200000"}, {"due_ms": 1743465600000, "amount_usd": "200000"}, {"due_ms": 1746057600000, "amount_usd": "200000"}]}, terms={"step_days": 30, "worst_factors": [0.85], "max_sales_sat": [900000000], "mined_sat": [10000000, 10000000, 10000000, 10000000]}, shock={"price_fall": 0.6, "mined_fall": 0.2, "payments_rise": 0.25})
    >>> report.scale.value
    0.225915631
    """
    return ReverseStressReport._read(call("treasury.reverse_stress", {"observation": observation, "terms": terms, "shock": shock}))


# Below, because the modules of a package name each other's types.
from ._policy import Observation, ObservationDict
