"""Operations and types of ``crm``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, Self, TypeAlias

from .._documents import Document, Variant, call, filled
from ..units import Rounding

__all__ = [
    "Accelerator",
    "AccrualReport",
    "ClawbackReport",
    "ClawbackRule",
    "CommissionAmount",
    "CommissionClause",
    "CommissionLine",
    "CommissionPlan",
    "CommissionRate",
    "CommissionShare",
    "CommissionTier",
    "Payee",
    "accrue_commission",
    "claw_back",
]


@dataclasses.dataclass(frozen=True, repr=False)
class CommissionAmount(Document):
    """Amount of a clause.

    Attributes
    ----------
    amount : Decimal
        Amount, in the currency of the plan.
    """

    amount: Decimal

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["amount"] = Decimal(document["amount"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "amount": self.amount,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class CommissionRate(Document):
    """Fraction of a clause.

    Attributes
    ----------
    rate : Decimal
        Fraction of the base that is earned.
    """

    rate: Decimal

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["rate"] = Decimal(document["rate"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "rate": self.rate,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "up_to" in document:
            document["up_to"] = Decimal(document["up_to"])
        document["rate"] = Decimal(document["rate"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "up_to": self.up_to,
            "rate": self.rate,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["above"] = Decimal(document["above"])
        document["rate"] = Decimal(document["rate"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "above": self.above,
            "rate": self.rate,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
    content: CommissionAmount | CommissionRate | list[CommissionTier] | Accelerator | None = None

    @classmethod
    def flat(cls, content: CommissionAmount | Mapping[str, Any]) -> Self:
        """A fixed amount, in the currency of the plan."""
        return filled(cls, {"tag": "flat", "content": content})

    @classmethod
    def percentage(cls, content: CommissionRate | Mapping[str, Any]) -> Self:
        """A fraction of the base."""
        return filled(cls, {"tag": "percentage", "content": content})

    @classmethod
    def marginal_tiers(cls, content: Sequence[CommissionTier | Mapping[str, Any]]) -> Self:
        """A fraction of each part of the base, by the tier in which the part lies."""
        return filled(cls, {"tag": "marginal_tiers", "content": content})

    @classmethod
    def cliff_tiers(cls, content: Sequence[CommissionTier | Mapping[str, Any]]) -> Self:
        """A fraction of the whole base, by the tier in which it ends."""
        return filled(cls, {"tag": "cliff_tiers", "content": content})

    @classmethod
    def accelerator(cls, content: Accelerator | Mapping[str, Any]) -> Self:
        """A further fraction of what the base exceeds a quota by."""
        return filled(cls, {"tag": "accelerator", "content": content})

    @classmethod
    def floor(cls, content: CommissionAmount | Mapping[str, Any]) -> Self:
        """The least that is earned, in the currency of the plan."""
        return filled(cls, {"tag": "floor", "content": content})

    @classmethod
    def cap(cls, content: CommissionAmount | Mapping[str, Any]) -> Self:
        """The most that is earned, in the currency of the plan."""
        return filled(cls, {"tag": "cap", "content": content})

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "flat":
            return CommissionAmount._read(content)
        if tag == "percentage":
            return CommissionRate._read(content)
        if tag == "marginal_tiers":
            return [CommissionTier._read(item) for item in content]
        if tag == "cliff_tiers":
            return [CommissionTier._read(item) for item in content]
        if tag == "accelerator":
            return Accelerator._read(content)
        if tag == "floor":
            return CommissionAmount._read(content)
        if tag == "cap":
            return CommissionAmount._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class CommissionPlan(Document):
    """Plan by which a commission is earned.

    Attributes
    ----------
    currency : str
        Currency of base and commission.
    clauses : list[CommissionClause]
        Clauses: those that earn are added up, then floor and cap hold.
    digits : int, optional
        Digits after the point of the currency. [from 0 to 8; 2 where absent]
    rounding : Rounding, optional
        Rounding to these digits, of each part that earns. ["half_even" where absent]
    high_water_mark : bool, optional
        Whether a negative month is made up by the months after it before they earn. [true where absent]
    """

    currency: str
    clauses: list[CommissionClause]
    digits: int | None = None
    rounding: Rounding | None = None
    high_water_mark: bool | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["clauses"] = [CommissionClause._read(item) for item in document["clauses"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "currency": self.currency,
            "clauses": self.clauses,
            "digits": self.digits,
            "rounding": self.rounding,
            "high_water_mark": self.high_water_mark,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "weight": self.weight,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
        document["amount"] = Decimal(document["amount"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "amount": self.amount,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
        document["amount"] = Decimal(document["amount"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "payee": self.payee,
            "amount": self.amount,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class AccrualReport(Document):
    """Result of `accrue_commission`.

    Attributes
    ----------
    key : str
        Key of the accrual: an application stores it with the accrual, and hands all of them in again.
    counted_base : Decimal
        Base that earned, after losses were made up, in the currency of the plan.
    lines : list[CommissionLine]
        Lines of the commission; they add up to the payment.
    payment : Decimal
        Payment, in the currency of the plan.
    shares : list[CommissionShare]
        Shares of the payees; they add up to the payment.
    carried_loss : Decimal
        Losses that are still to be made up, in the currency of the plan.
    draw : Decimal
        Advance that is still to be recovered, in the currency of the plan.
    """

    key: str
    counted_base: Decimal
    lines: list[CommissionLine]
    payment: Decimal
    shares: list[CommissionShare]
    carried_loss: Decimal
    draw: Decimal

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["counted_base"] = Decimal(document["counted_base"])
        document["lines"] = [CommissionLine._read(item) for item in document["lines"]]
        document["payment"] = Decimal(document["payment"])
        document["shares"] = [CommissionShare._read(item) for item in document["shares"]]
        document["carried_loss"] = Decimal(document["carried_loss"])
        document["draw"] = Decimal(document["draw"])
        return filled(cls, document)

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


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
        document["taken_back"] = Decimal(document["taken_back"])
        document["kept"] = Decimal(document["kept"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "taken_back": self.taken_back,
            "kept": self.kept,
        }


def accrue_commission(
    *,
    plan: CommissionPlan | Mapping[str, Any],
    deal: str,
    month: str,
    base: Decimal | str,
    carried_loss: Decimal | str | None = None,
    draw: Decimal | str | None = None,
    payees: Sequence[Payee | Mapping[str, Any]] | None = None,
    accrued: Sequence[str] | None = None,
) -> AccrualReport:
    """The commission of a deal for a month by a plan of clauses, with every line, split among payees to the smallest unit.

    Parameters
    ----------
    plan : CommissionPlan | Mapping[str, Any]
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
    payees : Sequence[Payee | Mapping[str, Any]], optional
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
    """
    return AccrualReport._read(call("crm.accrue_commission", {"plan": plan, "deal": deal, "month": month, "base": base, "carried_loss": carried_loss, "draw": draw, "payees": payees, "accrued": accrued}))


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
