"""Operations and types of ``crm``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from .._documents import Document, FrameLike, Variant, call, document, each, operation, records, rows
from .._show import Rows
from ..units import Rounding

__all__ = [
    "Accelerator",
    "AcceleratorDict",
    "AccrualReport",
    "ClawbackReport",
    "ClawbackRule",
    "CommissionAmount",
    "CommissionAmountDict",
    "CommissionClause",
    "CommissionClauseDict",
    "CommissionClauseLike",
    "CommissionLine",
    "CommissionPlan",
    "CommissionPlanDict",
    "CommissionRate",
    "CommissionRateDict",
    "CommissionShare",
    "CommissionTier",
    "CommissionTierDict",
    "Payee",
    "PayeeDict",
    "accrue_commission",
    "claw_back",
]


def __dir__() -> list[str]:
    return __all__


@document
class CommissionAmount(Document):
    """Amount of a clause.

    Attributes
    ----------
    amount : Decimal
        Amount, in the currency of the plan.
    """

    amount: Decimal
    _route = "crm.accrue_commission:plan.clauses.[].flat"

    def __init__(
        self,
        amount: Decimal | str,
    ) -> None:
        self._fill({"amount": amount})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["amount"] = Decimal(document["amount"])

    def _wire(self) -> dict[str, Any]:
        return {
            "amount": self.amount,
        }


class CommissionAmountDict(TypedDict):
    """``CommissionAmount`` as a mapping."""

    amount: Decimal | str


@document
class CommissionRate(Document):
    """Fraction of a clause.

    Attributes
    ----------
    rate : Decimal
        Fraction of the base that is earned.
    """

    rate: Decimal
    _route = "crm.accrue_commission:plan.clauses.[].percentage"

    def __init__(
        self,
        rate: Decimal | str,
    ) -> None:
        self._fill({"rate": rate})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["rate"] = Decimal(document["rate"])

    def _wire(self) -> dict[str, Any]:
        return {
            "rate": self.rate,
        }


class CommissionRateDict(TypedDict):
    """``CommissionRate`` as a mapping."""

    rate: Decimal | str


@document
class CommissionTier(Document):
    """Tier of a base.

    Attributes
    ----------
    up_to : Decimal, optional
        Greatest base of the tier, in the currency of the plan. Absent: the last tier, without end.
    rate : Decimal
        Fraction that is earned in the tier.
    """

    rate: Decimal
    up_to: Decimal | None = None
    _route = "crm.accrue_commission:plan.clauses.[].marginal_tiers.[]"

    def __init__(
        self,
        rate: Decimal | str,
        up_to: Decimal | str | None = None,
    ) -> None:
        self._fill({"up_to": up_to, "rate": rate})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("up_to") is not None:
            document["up_to"] = Decimal(document["up_to"])
        document["rate"] = Decimal(document["rate"])

    def _wire(self) -> dict[str, Any]:
        return {
            "up_to": self.up_to,
            "rate": self.rate,
        }


class CommissionTierDict(TypedDict):
    """``CommissionTier`` as a mapping."""

    up_to: NotRequired[Decimal | str | None]
    rate: Decimal | str


@document
class Accelerator(Document):
    """A further fraction above a quota.

    Attributes
    ----------
    above : Decimal
        Base above which it is earned, in the currency of the plan.
    rate : Decimal
        Fraction that is earned in addition.
    """

    above: Decimal
    rate: Decimal
    _route = "crm.accrue_commission:plan.clauses.[].accelerator"

    def __init__(
        self,
        above: Decimal | str,
        rate: Decimal | str,
    ) -> None:
        self._fill({"above": above, "rate": rate})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["above"] = Decimal(document["above"])
        document["rate"] = Decimal(document["rate"])

    def _wire(self) -> dict[str, Any]:
        return {
            "above": self.above,
            "rate": self.rate,
        }


class AcceleratorDict(TypedDict):
    """``Accelerator`` as a mapping."""

    above: Decimal | str
    rate: Decimal | str


@document
class CommissionClause(Variant):
    """One clause of a plan.

    Cases
    -----
    flat
        A fixed amount, in the currency of the plan.
    percentage
        A fraction of the base.
    marginal_tiers
        A fraction of each part of the base, by the tier in which the part lies.
    cliff_tiers
        A fraction of the whole base, by the tier in which it ends.
    accelerator
        A further fraction of what the base exceeds a quota by.
    floor
        The least that is earned, in the currency of the plan.
    cap
        The most that is earned, in the currency of the plan.
    """

    tag: Literal["flat", "percentage", "marginal_tiers", "cliff_tiers", "accelerator", "floor", "cap"]
    content: CommissionAmount | CommissionRate | Rows[CommissionTier] | Accelerator | None = None
    _route = "crm.accrue_commission:plan.clauses.[]"

    @classmethod
    def flat(cls, content: CommissionAmount | CommissionAmountDict) -> Self:
        """A fixed amount, in the currency of the plan."""
        return cls._made("flat", content)

    @classmethod
    def percentage(cls, content: CommissionRate | CommissionRateDict) -> Self:
        """A fraction of the base."""
        return cls._made("percentage", content)

    @classmethod
    def marginal_tiers(cls, content: Sequence[CommissionTier | CommissionTierDict]) -> Self:
        """A fraction of each part of the base, by the tier in which the part lies."""
        return cls._made("marginal_tiers", content)

    @classmethod
    def cliff_tiers(cls, content: Sequence[CommissionTier | CommissionTierDict]) -> Self:
        """A fraction of the whole base, by the tier in which it ends."""
        return cls._made("cliff_tiers", content)

    @classmethod
    def accelerator(cls, content: Accelerator | AcceleratorDict) -> Self:
        """A further fraction of what the base exceeds a quota by."""
        return cls._made("accelerator", content)

    @classmethod
    def floor(cls, content: CommissionAmount | CommissionAmountDict) -> Self:
        """The least that is earned, in the currency of the plan."""
        return cls._made("floor", content)

    @classmethod
    def cap(cls, content: CommissionAmount | CommissionAmountDict) -> Self:
        """The most that is earned, in the currency of the plan."""
        return cls._made("cap", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "flat":
            return CommissionAmount._read(content)
        if tag == "percentage":
            return CommissionRate._read(content)
        if tag == "marginal_tiers":
            return rows(CommissionTier._read, content)
        if tag == "cliff_tiers":
            return rows(CommissionTier._read, content)
        if tag == "accelerator":
            return Accelerator._read(content)
        if tag == "floor":
            return CommissionAmount._read(content)
        if tag == "cap":
            return CommissionAmount._read(content)
        return content


class CommissionClauseDict(TypedDict, total=False):
    """``CommissionClause`` as a mapping: one of the keys, with its content."""

    flat: CommissionAmount | CommissionAmountDict
    percentage: CommissionRate | CommissionRateDict
    marginal_tiers: Sequence[CommissionTier | CommissionTierDict]
    cliff_tiers: Sequence[CommissionTier | CommissionTierDict]
    accelerator: Accelerator | AcceleratorDict
    floor: CommissionAmount | CommissionAmountDict
    cap: CommissionAmount | CommissionAmountDict


CommissionClauseLike: TypeAlias = "CommissionClause | CommissionClauseDict"
"""What is taken for a ``CommissionClause``."""


@document
class CommissionPlan(Document):
    """Plan by which a commission is earned.

    Attributes
    ----------
    currency : str
        Currency of base and commission.
    clauses : tuple[CommissionClause, ...]
        Clauses: those that earn are added up, then floor and cap hold.
    digits : int, optional
        Digits after the point of the currency. [from 0 to 8; 2 where absent]
    rounding : Rounding, optional
        Rounding to these digits, of each part that earns. ["half_even" where absent]
    high_water_mark : bool, optional
        Whether a negative month is made up by the months after it before they earn. [true where absent]
    """

    currency: str
    clauses: tuple[CommissionClause, ...]
    digits: int | None = None
    rounding: Rounding | None = None
    high_water_mark: bool | None = None
    _route = "crm.accrue_commission:plan"

    def __init__(
        self,
        currency: str,
        clauses: Sequence[CommissionClauseLike],
        digits: int | None = None,
        rounding: Rounding | None = None,
        high_water_mark: bool | None = None,
    ) -> None:
        self._fill({"currency": currency, "clauses": clauses, "digits": digits, "rounding": rounding, "high_water_mark": high_water_mark})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["clauses"] = each(CommissionClause._read, document["clauses"])

    def _wire(self) -> dict[str, Any]:
        return {
            "currency": self.currency,
            "clauses": self.clauses,
            "digits": self.digits,
            "rounding": self.rounding,
            "high_water_mark": self.high_water_mark,
        }


class CommissionPlanDict(TypedDict):
    """``CommissionPlan`` as a mapping."""

    currency: str
    clauses: Sequence[CommissionClauseLike]
    digits: NotRequired[int | None]
    rounding: NotRequired[Rounding | None]
    high_water_mark: NotRequired[bool | None]


@document
class Payee(Document):
    """Someone who gets a share of a commission.

    Attributes
    ----------
    name : str
        Name of the payee.
    weight : int
        Weight of the payee's share. [from 1 to 1000000]
    """

    name: str
    weight: int
    _route = "crm.accrue_commission:payees.[]"

    def __init__(
        self,
        name: str,
        weight: int,
    ) -> None:
        self._fill({"name": name, "weight": weight})

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "weight": self.weight,
        }


class PayeeDict(TypedDict):
    """``Payee`` as a mapping."""

    name: str
    weight: int


@document
class CommissionLine(Document):
    """Line of a commission.

    Attributes
    ----------
    code : str
        Clause that the line comes from, or `draw`.
    amount : Decimal
        Amount of the line, in the currency of the plan.
    """

    code: str
    amount: Decimal

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["amount"] = Decimal(document["amount"])

    def _wire(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "amount": self.amount,
        }


@document
class CommissionShare(Document):
    """Share of a payee.

    Attributes
    ----------
    payee : str
        Name of the payee.
    amount : Decimal
        Amount of the share, in the currency of the plan.
    """

    payee: str
    amount: Decimal

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["amount"] = Decimal(document["amount"])

    def _wire(self) -> dict[str, Any]:
        return {
            "payee": self.payee,
            "amount": self.amount,
        }


@document
class AccrualReport(Document):
    """Result of `accrue_commission`.

    Attributes
    ----------
    key : str
        Key of the accrual: an application stores it with the accrual, and hands all of them in again.
    counted_base : Decimal
        Base that earned, after losses were made up, in the currency of the plan.
    lines : Rows[CommissionLine]
        Lines of the commission; they add up to the payment.
    payment : Decimal
        Payment, in the currency of the plan.
    shares : Rows[CommissionShare]
        Shares of the payees; they add up to the payment.
    carried_loss : Decimal
        Losses that are still to be made up, in the currency of the plan.
    draw : Decimal
        Advance that is still to be recovered, in the currency of the plan.
    """

    key: str
    counted_base: Decimal
    lines: Rows[CommissionLine]
    payment: Decimal
    shares: Rows[CommissionShare]
    carried_loss: Decimal
    draw: Decimal

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["counted_base"] = Decimal(document["counted_base"])
        document["lines"] = rows(CommissionLine._read, document["lines"])
        document["payment"] = Decimal(document["payment"])
        document["shares"] = rows(CommissionShare._read, document["shares"])
        document["carried_loss"] = Decimal(document["carried_loss"])
        document["draw"] = Decimal(document["draw"])

    def _wire(self) -> dict[str, Any]:
        return {
            "key": self.key,
            "counted_base": self.counted_base,
            "lines": self.lines,
            "payment": self.payment,
            "shares": self.shares,
            "carried_loss": self.carried_loss,
            "draw": self.draw,
        }


ClawbackRule: TypeAlias = Literal["linear", "cliff"]
"""How much is taken back.

Cases
-----
linear
    In proportion to the months that are missing.
cliff
    Everything, up to the last month.
"""


@document
class ClawbackReport(Document):
    """Result of `claw_back`.

    Attributes
    ----------
    taken_back : Decimal
        Amount that is taken back, in the currency of the commission.
    kept : Decimal
        Amount that stays paid, in the currency of the commission.
    """

    taken_back: Decimal
    kept: Decimal

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["taken_back"] = Decimal(document["taken_back"])
        document["kept"] = Decimal(document["kept"])

    def _wire(self) -> dict[str, Any]:
        return {
            "taken_back": self.taken_back,
            "kept": self.kept,
        }


@operation("crm.accrue_commission")
def accrue_commission(
    *,
    plan: CommissionPlan | CommissionPlanDict,
    deal: str,
    month: str,
    base: Decimal | str,
    carried_loss: Decimal | str | None = None,
    draw: Decimal | str | None = None,
    payees: Sequence[Payee | PayeeDict] | FrameLike | None = None,
    accrued: Sequence[str] | None = None,
) -> AccrualReport:
    """The commission of a deal for a month by a plan of clauses, with every line, split among payees to the smallest unit.

    Parameters
    ----------
    plan : CommissionPlan, or a mapping of its fields
        Plan by which the commission is earned.
    deal : str
        Identifier of the deal.
    month : str
        Month, as year and month: `2026-05`.
    base : Decimal | str
        Base of the month, like the customer's profit, in the currency of the plan; negative for a loss.
    carried_loss : Decimal | str, optional
        Losses of earlier months that are not yet made up, in the currency of the plan. Absent: there are none.
    draw : Decimal | str, optional
        Advance that is not yet recovered, in the currency of the plan. Absent: there is none.
    payees : Sequence[Payee | PayeeDict], or a DataFrame of their fields, optional
        Those who share the commission, by weight. Absent: it is not split. [[] where absent]
    accrued : Sequence[str], optional
        Keys of all accruals so far: each deal and month accrues once. [[] where absent]

    Returns
    -------
    AccrualReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.crm.accrue_commission(plan={"currency": "USD", "clauses": [{"marginal_tiers": [{"up_to": "100000", "rate": "0.05"}, {"up_to": "250000", "rate": "0.07"}, {"rate": "0.1"}]}, {"cap": {"amount": "20000"}}]}, deal="deal-17", month="2026-05", base="310000", carried_loss="10000", draw="1500", payees=[{"name": "broker", "weight": 60}, {"name": "site", "weight": 40}], accrued=["2026-04/deal-17"])
    >>> report.key
    '2026-05/deal-17'
    >>> len(report.lines)
    3
    """
    return AccrualReport._read(call("crm.accrue_commission", {"plan": plan, "deal": deal, "month": month, "base": base, "carried_loss": carried_loss, "draw": draw, "payees": records(payees), "accrued": accrued}))


@operation("crm.claw_back")
def claw_back(
    *,
    paid: Decimal | str,
    months_served: int,
    term_months: int,
    rule: ClawbackRule,
    digits: int | None = None,
    rounding: Rounding | None = None,
) -> ClawbackReport:
    """What is taken back of a commission where a customer leaves early.

    Parameters
    ----------
    paid : Decimal | str
        Commission that was paid, in its currency.
    months_served : int
        Months that the customer stayed. [from 0 to 1200]
    term_months : int
        Months from which on nothing is taken back. [from 1 to 1200]
    rule : ClawbackRule
        How much is taken back.
    digits : int, optional
        Digits after the point of the currency. [from 0 to 8; 2 where absent]
    rounding : Rounding, optional
        Rounding to these digits. ["half_even" where absent]

    Returns
    -------
    ClawbackReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.crm.claw_back(paid="20500", months_served=5, term_months=12, rule="linear")
    """
    return ClawbackReport._read(call("crm.claw_back", {"paid": paid, "months_served": months_served, "term_months": term_months, "rule": rule, "digits": digits, "rounding": rounding}))
