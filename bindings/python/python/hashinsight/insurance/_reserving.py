"""Operations and types of ``insurance``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Literal, Self, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from .._documents import Document, FrameLike, Variant, call, document, each, instant, listed, operation, records, rows
from .._outcome import outcome
from .._show import Rows
from ..units import Outcome

__all__ = [
    "ClaimPayment",
    "ClaimPaymentDict",
    "OriginReserve",
    "ReserveMethod",
    "ReserveMethodDict",
    "ReserveMethodLike",
    "ReserveReport",
    "SigmaExtrapolation",
    "TriangleReport",
    "reserve",
    "triangle",
]


def __dir__() -> list[str]:
    return __all__


@document
class ClaimPayment(Document):
    """Payment on a claim.

    Attributes
    ----------
    occurred_ms : datetime.datetime
        Time at which the claim arose, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    paid_ms : datetime.datetime
        Time of the payment, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    amount : float
        Amount of the payment in units of currency, negative for a recovery. [from -1000000000000000.0 to 1000000000000000.0]
    """

    occurred_ms: datetime.datetime
    paid_ms: datetime.datetime
    amount: float
    _route = "insurance.triangle:payments.[]"

    def __init__(
        self,
        occurred_ms: datetime.datetime | int | str,
        paid_ms: datetime.datetime | int | str,
        amount: float,
    ) -> None:
        self._fill({"occurred_ms": occurred_ms, "paid_ms": paid_ms, "amount": amount})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["occurred_ms"] = instant(document["occurred_ms"])
        document["paid_ms"] = instant(document["paid_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "occurred_ms": self.occurred_ms,
            "paid_ms": self.paid_ms,
            "amount": self.amount,
        }


class ClaimPaymentDict(TypedDict):
    """``ClaimPayment`` as a mapping."""

    occurred_ms: datetime.datetime | int | str
    paid_ms: datetime.datetime | int | str
    amount: float


@document
class TriangleReport(Document):
    """Result of `triangle`.

    Attributes
    ----------
    cumulative : tuple[tuple[float, ...], ...]
        Cumulative payments: a row for each period of origin, an amount for each age, in units of currency.
    """

    cumulative: tuple[tuple[float, ...], ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["cumulative"] = each(lambda items: listed(items), document["cumulative"])

    def _wire(self) -> dict[str, Any]:
        return {
            "cumulative": self.cumulative,
        }


@document
class ReserveMethod(Variant):
    """Way in which a triangle is completed.

    Cases
    -----
    chain_ladder
        Chain ladder: every origin grows as the older ones did.
    bornhuetter_ferguson
        Bornhuetter and Ferguson: what is still to come is a part of these ultimates of each origin, estimated before.
    cape_cod
        Cape Cod: like Bornhuetter and Ferguson, with ultimates in proportion to these exposures of each origin.
    """

    tag: Literal["chain_ladder", "bornhuetter_ferguson", "cape_cod"]
    content: tuple[float, ...] | None = None
    _route = "insurance.reserve:method"

    @classmethod
    def chain_ladder(cls) -> Self:
        """Chain ladder: every origin grows as the older ones did."""
        return cls._made("chain_ladder")

    @classmethod
    def bornhuetter_ferguson(cls, content: ArrayLike) -> Self:
        """Bornhuetter and Ferguson: what is still to come is a part of these ultimates of each origin, estimated before."""
        return cls._made("bornhuetter_ferguson", content)

    @classmethod
    def cape_cod(cls, content: ArrayLike) -> Self:
        """Cape Cod: like Bornhuetter and Ferguson, with ultimates in proportion to these exposures of each origin."""
        return cls._made("cape_cod", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "bornhuetter_ferguson":
            return listed(content)
        if tag == "cape_cod":
            return listed(content)
        return content


class ReserveMethodDict(TypedDict, total=False):
    """``ReserveMethod`` as a mapping: one of the keys, with its content."""

    bornhuetter_ferguson: ArrayLike
    cape_cod: ArrayLike


ReserveMethodLike: TypeAlias = "ReserveMethod | ReserveMethodDict | Literal['chain_ladder']"
"""What is taken for a ``ReserveMethod``."""


SigmaExtrapolation: TypeAlias = Literal["mack", "log_linear"]
"""How the sigma of the last age is found, which one origin alone cannot show.

Cases
-----
mack
    Mack's: `sigma_n^2 = min(sigma_(n-1)^4 / sigma_(n-2)^2, sigma_(n-2)^2, sigma_(n-1)^2)`.
log_linear
    On the line of the logarithms of the sigmas over the ages.
"""


@document
class OriginReserve(Document):
    """Reserve of one period of origin.

    Attributes
    ----------
    latest : float
        Latest cumulative amount, in units of currency.
    to_ultimate : float
        Factor from the latest age to the ultimate.
    ultimate : float
        Ultimate amount, in units of currency.
    reserve : float
        Reserve: ultimate less latest amount, in units of currency.
    standard_error : Outcome
        Standard error of the reserve, in units of currency: Mack's, for chain ladder without a tail.
    """

    latest: float
    to_ultimate: float
    ultimate: float
    reserve: float
    standard_error: Outcome

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["standard_error"] = outcome(document["standard_error"])

    def _wire(self) -> dict[str, Any]:
        return {
            "latest": self.latest,
            "to_ultimate": self.to_ultimate,
            "ultimate": self.ultimate,
            "reserve": self.reserve,
            "standard_error": self.standard_error,
        }


@document
class ReserveReport(Document):
    """Result of `reserve`.

    Attributes
    ----------
    factors : tuple[float, ...]
        Development factors from each age to the next.
    origins : Rows[OriginReserve]
        Origins, oldest first.
    reserve : float
        Sum of the reserves, in units of currency.
    standard_error : Outcome
        Standard error of the sum of the reserves, in units of currency: origins share their factors.
    loss_ratio : float, optional
        Loss ratio: expected ultimate per exposure, by Cape Cod. Absent for the other methods.
    """

    factors: tuple[float, ...]
    origins: Rows[OriginReserve]
    reserve: float
    standard_error: Outcome
    loss_ratio: float | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["factors"] = listed(document["factors"])
        document["origins"] = rows(OriginReserve._read, document["origins"])
        document["standard_error"] = outcome(document["standard_error"])

    def _wire(self) -> dict[str, Any]:
        return {
            "factors": self.factors,
            "origins": self.origins,
            "reserve": self.reserve,
            "standard_error": self.standard_error,
            "loss_ratio": self.loss_ratio,
        }


@operation("insurance.triangle")
def triangle(
    *,
    payments: Sequence[ClaimPayment | ClaimPaymentDict] | FrameLike,
    first_ms: datetime.datetime | int | str,
    period_ms: int,
    periods: int,
) -> TriangleReport:
    """The triangle of payments on claims by period of origin and age.

    Parameters
    ----------
    payments : Sequence[ClaimPayment | ClaimPaymentDict], or a DataFrame of their fields
        Payments, in any order.
    first_ms : datetime.datetime | int | str
        Begin of the first period of origin, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    period_ms : int
        Length of a period of origin, and of a step of age, in milliseconds. [from 1 to 315360000000]
    periods : int
        Number of periods of origin. [from 1 to 1000]

    Returns
    -------
    TriangleReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.triangle(payments=[{"occurred_ms": 1714521600000, "paid_ms": 1714525200000, "amount": 100}, {"occurred_ms": 1714550000000, "paid_ms": 1714640000000, "amount": 20}, {"occurred_ms": 1714608000000, "paid_ms": 1714611600000, "amount": 70}], first_ms=1714521600000, period_ms=86400000, periods=2)
    >>> len(report.cumulative)
    2
    """
    return TriangleReport._read(call("insurance.triangle", {"payments": records(payments), "first_ms": first_ms, "period_ms": period_ms, "periods": periods}))


@operation("insurance.reserve")
def reserve(
    *,
    cumulative: Sequence[ArrayLike],
    method: ReserveMethodLike | None = None,
    tail_factor: float | None = None,
    sigma: SigmaExtrapolation | None = None,
) -> ReserveReport:
    """Reserves of a triangle: chain ladder with Mack's standard errors, Bornhuetter and Ferguson, Cape Cod.

    Parameters
    ----------
    cumulative : Sequence[ArrayLike]
        Cumulative amounts: a row for each period of origin, oldest first, an amount for each age that it has reached, in units of currency.
    method : ReserveMethod, or its word or mapping, optional
        Way in which the triangle is completed. ["chain_ladder" where absent]
    tail_factor : float, optional
        Factor from the last age to the ultimate. [from 0.01 to 100.0; 1.0 where absent]
    sigma : SigmaExtrapolation, optional
        Way in which the last sigma of Mack's standard errors is found. ["mack" where absent]

    Returns
    -------
    ReserveReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.reserve(cumulative=[[5012, 8269, 10907, 11805], [1060, 4285, 5396], [3410, 8992], [5655]])
    >>> report.reserve
    16497.115036582803
    >>> report.standard_error.value
    7189.56156027835
    """
    return ReserveReport._read(call("insurance.reserve", {"cumulative": cumulative, "method": method, "tail_factor": tail_factor, "sigma": sigma}))
