"""Operations and types of ``crm``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from typing import Any, Literal, Self, TypeAlias

from .._documents import Document, Variant, call, filled, instant

__all__ = [
    "ChangeStateReport",
    "CommissionChange",
    "CommissionState",
    "ContractChange",
    "ContractState",
    "DealChange",
    "DealState",
    "InvoiceChange",
    "InvoiceState",
    "LeadChange",
    "LeadState",
    "LifecycleChange",
    "LifecycleStateRow",
    "LifecycleTable",
    "LifecycleTransitionRow",
    "Subject",
    "change_state",
    "lifecycle_table",
]


Subject: TypeAlias = Literal["lead", "deal", "contract", "commission", "invoice"]
"""Kind of thing that has a lifecycle.

Cases
-----
lead
    A possible customer.
deal
    A possible sale.
contract
    An agreement with a customer.
commission
    Earnings of a seller.
invoice
    A sum that a customer owes.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class LifecycleStateRow(Document):
    """State of a lifecycle.

    Attributes
    ----------
    state : str
        Name of the state.
    is_final : bool
        Whether nothing leads out of the state.
    aliases : list[str]
        Names that other systems use for the state.
    """

    state: str
    is_final: bool
    aliases: list[str]

    def _wire(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "is_final": self.is_final,
            "aliases": self.aliases,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class LifecycleTransitionRow(Document):
    """Transition of a lifecycle.

    Attributes
    ----------
    from_state : str
        Name of the state before.
    to_state : str
        Name of the state after.
    action : str
        Name of the move, as on a button.
    roles : list[Role]
        Roles that may make the move.
    needs_reason : bool
        Whether the move needs a reason.
    """

    from_state: str
    to_state: str
    action: str
    roles: list[Role]
    needs_reason: bool

    def _wire(self) -> dict[str, Any]:
        return {
            "from_state": self.from_state,
            "to_state": self.to_state,
            "action": self.action,
            "roles": self.roles,
            "needs_reason": self.needs_reason,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class LifecycleTable(Document):
    """Result of `lifecycle_table`.

    Attributes
    ----------
    states : list[LifecycleStateRow]
        States, the first one where a subject begins.
    transitions : list[LifecycleTransitionRow]
        Legal transitions; no other is.
    """

    states: list[LifecycleStateRow]
    transitions: list[LifecycleTransitionRow]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["states"] = [LifecycleStateRow._read(item) for item in document["states"]]
        document["transitions"] = [LifecycleTransitionRow._read(item) for item in document["transitions"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "states": self.states,
            "transitions": self.transitions,
        }


LeadState: TypeAlias = Literal["new", "contacted", "qualified", "converted", "disqualified", "lost"]
"""State of a lead.

Cases
-----
new
    Known, and not yet spoken to.
contacted
    Spoken to.
qualified
    Found to need and to afford the service.
converted
    Made into a customer with a deal.
disqualified
    Found to be no customer.
lost
    Lost to another offer, or silent.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class LeadChange(Document):
    """Change of a lead.

    Attributes
    ----------
    state : LeadState
        State before the change.
    since_ms : datetime.datetime
        Time at which the subject came to the state before, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    to : LeadState
        State after the change.
    role : Role
        Role of whoever makes the change.
    reason : str, optional
        Reason of the change, in words. Needed where the table says so.
    at_ms : datetime.datetime
        Time of the change, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    """

    state: LeadState
    since_ms: datetime.datetime
    to: LeadState
    role: Role
    at_ms: datetime.datetime
    reason: str | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["since_ms"] = instant(document["since_ms"])
        document["at_ms"] = instant(document["at_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "since_ms": self.since_ms,
            "to": self.to,
            "role": self.role,
            "reason": self.reason,
            "at_ms": self.at_ms,
        }


DealState: TypeAlias = Literal["prospecting", "qualification", "proposal", "negotiation", "won", "lost"]
"""State of a deal.

Cases
-----
prospecting
    A possible deal.
qualification
    Need and means are being learned.
proposal
    An offer is out.
negotiation
    Terms are being agreed.
won
    Agreed.
lost
    Given up, or lost to another.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class DealChange(Document):
    """Change of a deal.

    Attributes
    ----------
    state : DealState
        State before the change.
    since_ms : datetime.datetime
        Time at which the subject came to the state before, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    to : DealState
        State after the change.
    role : Role
        Role of whoever makes the change.
    reason : str, optional
        Reason of the change, in words. Needed where the table says so.
    at_ms : datetime.datetime
        Time of the change, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    """

    state: DealState
    since_ms: datetime.datetime
    to: DealState
    role: Role
    at_ms: datetime.datetime
    reason: str | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["since_ms"] = instant(document["since_ms"])
        document["at_ms"] = instant(document["at_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "since_ms": self.since_ms,
            "to": self.to,
            "role": self.role,
            "reason": self.reason,
            "at_ms": self.at_ms,
        }


ContractState: TypeAlias = Literal["draft", "pending_approval", "approved", "signed", "active", "completed", "terminated", "cancelled"]
"""State of a contract.

Cases
-----
draft
    Being written.
pending_approval
    Waiting for approval.
approved
    Approved, and not yet signed.
signed
    Signed by both sides.
active
    In force.
completed
    Ended as agreed.
terminated
    Ended before its time.
cancelled
    Given up before it was signed.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class ContractChange(Document):
    """Change of a contract.

    Attributes
    ----------
    state : ContractState
        State before the change.
    since_ms : datetime.datetime
        Time at which the subject came to the state before, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    to : ContractState
        State after the change.
    role : Role
        Role of whoever makes the change.
    reason : str, optional
        Reason of the change, in words. Needed where the table says so.
    at_ms : datetime.datetime
        Time of the change, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    """

    state: ContractState
    since_ms: datetime.datetime
    to: ContractState
    role: Role
    at_ms: datetime.datetime
    reason: str | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["since_ms"] = instant(document["since_ms"])
        document["at_ms"] = instant(document["at_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "since_ms": self.since_ms,
            "to": self.to,
            "role": self.role,
            "reason": self.reason,
            "at_ms": self.at_ms,
        }


CommissionState: TypeAlias = Literal["accrued", "approved", "paid", "clawed_back"]
"""State of a commission.

Cases
-----
accrued
    Earned by the rules of its plan.
approved
    Approved for payment.
paid
    Paid.
clawed_back
    Paid, and taken back.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class CommissionChange(Document):
    """Change of a commission.

    Attributes
    ----------
    state : CommissionState
        State before the change.
    since_ms : datetime.datetime
        Time at which the subject came to the state before, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    to : CommissionState
        State after the change.
    role : Role
        Role of whoever makes the change.
    reason : str, optional
        Reason of the change, in words. Needed where the table says so.
    at_ms : datetime.datetime
        Time of the change, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    """

    state: CommissionState
    since_ms: datetime.datetime
    to: CommissionState
    role: Role
    at_ms: datetime.datetime
    reason: str | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["since_ms"] = instant(document["since_ms"])
        document["at_ms"] = instant(document["at_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "since_ms": self.since_ms,
            "to": self.to,
            "role": self.role,
            "reason": self.reason,
            "at_ms": self.at_ms,
        }


InvoiceState: TypeAlias = Literal["draft", "issued", "partial", "paid", "overdue", "void"]
"""State of an invoice.

Cases
-----
draft
    Being written.
issued
    Sent, and owed.
partial
    Paid in part.
paid
    Paid in full.
overdue
    Owed beyond its date.
void
    Never owed.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class InvoiceChange(Document):
    """Change of an invoice.

    Attributes
    ----------
    state : InvoiceState
        State before the change.
    since_ms : datetime.datetime
        Time at which the subject came to the state before, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    to : InvoiceState
        State after the change.
    role : Role
        Role of whoever makes the change.
    reason : str, optional
        Reason of the change, in words. Needed where the table says so.
    at_ms : datetime.datetime
        Time of the change, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    """

    state: InvoiceState
    since_ms: datetime.datetime
    to: InvoiceState
    role: Role
    at_ms: datetime.datetime
    reason: str | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["since_ms"] = instant(document["since_ms"])
        document["at_ms"] = instant(document["at_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "since_ms": self.since_ms,
            "to": self.to,
            "role": self.role,
            "reason": self.reason,
            "at_ms": self.at_ms,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class LifecycleChange(Variant):
    """Change of one subject.

    Cases
    -----
    lead
        Of a lead.
    deal
        Of a deal.
    contract
        Of a contract.
    commission
        Of a commission.
    invoice
        Of an invoice.
    """

    tag: Literal["lead", "deal", "contract", "commission", "invoice"]
    content: LeadChange | DealChange | ContractChange | CommissionChange | InvoiceChange | None = None

    @classmethod
    def lead(cls, content: LeadChange | Mapping[str, Any]) -> Self:
        """Of a lead."""
        return filled(cls, {"tag": "lead", "content": content})

    @classmethod
    def deal(cls, content: DealChange | Mapping[str, Any]) -> Self:
        """Of a deal."""
        return filled(cls, {"tag": "deal", "content": content})

    @classmethod
    def contract(cls, content: ContractChange | Mapping[str, Any]) -> Self:
        """Of a contract."""
        return filled(cls, {"tag": "contract", "content": content})

    @classmethod
    def commission(cls, content: CommissionChange | Mapping[str, Any]) -> Self:
        """Of a commission."""
        return filled(cls, {"tag": "commission", "content": content})

    @classmethod
    def invoice(cls, content: InvoiceChange | Mapping[str, Any]) -> Self:
        """Of an invoice."""
        return filled(cls, {"tag": "invoice", "content": content})

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "lead":
            return LeadChange._read(content)
        if tag == "deal":
            return DealChange._read(content)
        if tag == "contract":
            return ContractChange._read(content)
        if tag == "commission":
            return CommissionChange._read(content)
        if tag == "invoice":
            return InvoiceChange._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class ChangeStateReport(Document):
    """Result of `change_state`.

    Attributes
    ----------
    state : str
        State after the change.
    since_ms : datetime.datetime
        Time at which the subject came there, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    action : str
        Name of the move that was made.
    time_in_state_ms : int
        Time that the subject had spent in the state before, in milliseconds.
    """

    state: str
    since_ms: datetime.datetime
    action: str
    time_in_state_ms: int

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["since_ms"] = instant(document["since_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "since_ms": self.since_ms,
            "action": self.action,
            "time_in_state_ms": self.time_in_state_ms,
        }


def lifecycle_table(
    *,
    subject: Subject,
) -> LifecycleTable:
    """The lifecycle of leads, deals, contracts, commissions or invoices as data: states, legal transitions, roles that may make them, and
    which need a reason. An application draws its buttons from it.

    Parameters
    ----------
    subject : Subject
        Kind of thing whose lifecycle is asked for.

    Returns
    -------
    LifecycleTable

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.crm.lifecycle_table(subject="deal")
    """
    return LifecycleTable._read(call("crm.lifecycle_table", {"subject": subject}))


def change_state(
    *,
    change: LifecycleChange | Mapping[str, Any] | str,
) -> ChangeStateReport:
    """Moves a lead, deal, contract, commission or invoice to another state, or says why not.

    Parameters
    ----------
    change : LifecycleChange | Mapping[str, Any] | str
        Change of a lead, deal, contract, commission or invoice.

    Returns
    -------
    ChangeStateReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.crm.change_state(change={"contract": {"state": "approved", "since_ms": 1714521600000, "to": "cancelled", "role": "mining_site", "reason": "The customer found another site.", "at_ms": 1714780800000}})
    """
    return ChangeStateReport._read(call("crm.change_state", {"change": change}))


# Below, because the modules of a package name each other's types.
from ._role import Role
