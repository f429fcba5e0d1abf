"""Operations and types of ``crm``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from .._documents import Document, Variant, call, document, instant, listed, operation, rows
from .._show import Rows

__all__ = [
    "ChangeStateReport",
    "CommissionChange",
    "CommissionChangeDict",
    "CommissionState",
    "ContractChange",
    "ContractChangeDict",
    "ContractState",
    "DealChange",
    "DealChangeDict",
    "DealState",
    "InvoiceChange",
    "InvoiceChangeDict",
    "InvoiceState",
    "LeadChange",
    "LeadChangeDict",
    "LeadState",
    "LifecycleChange",
    "LifecycleChangeDict",
    "LifecycleChangeLike",
    "LifecycleStateRow",
    "LifecycleTable",
    "LifecycleTransitionRow",
    "Subject",
    "change_state",
    "lifecycle_table",
]


def __dir__() -> list[str]:
    return __all__


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


@document
class LifecycleStateRow(Document):
    """State of a lifecycle.

    Attributes
    ----------
    state : str
        Name of the state.
    is_final : bool
        Whether nothing leads out of the state.
    aliases : tuple[str, ...]
        Names that other systems use for the state.
    """

    state: str
    is_final: bool
    aliases: tuple[str, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["aliases"] = listed(document["aliases"])

    def _wire(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "is_final": self.is_final,
            "aliases": self.aliases,
        }


@document
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
    roles : tuple[Role, ...]
        Roles that may make the move.
    needs_reason : bool
        Whether the move needs a reason.
    """

    from_state: str
    to_state: str
    action: str
    roles: tuple[Role, ...]
    needs_reason: bool

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["roles"] = listed(document["roles"])

    def _wire(self) -> dict[str, Any]:
        return {
            "from_state": self.from_state,
            "to_state": self.to_state,
            "action": self.action,
            "roles": self.roles,
            "needs_reason": self.needs_reason,
        }


@document
class LifecycleTable(Document):
    """Result of `lifecycle_table`.

    Attributes
    ----------
    states : Rows[LifecycleStateRow]
        States, the first one where a subject begins.
    transitions : Rows[LifecycleTransitionRow]
        Legal transitions; no other is.
    """

    states: Rows[LifecycleStateRow]
    transitions: Rows[LifecycleTransitionRow]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["states"] = rows(LifecycleStateRow._read, document["states"])
        document["transitions"] = rows(LifecycleTransitionRow._read, document["transitions"])

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


@document
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
    _route = "crm.change_state:change.lead"

    def __init__(
        self,
        state: LeadState,
        since_ms: datetime.datetime | int | str,
        to: LeadState,
        role: Role,
        at_ms: datetime.datetime | int | str,
        reason: str | None = None,
    ) -> None:
        self._fill({"state": state, "since_ms": since_ms, "to": to, "role": role, "reason": reason, "at_ms": at_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["since_ms"] = instant(document["since_ms"])
        document["at_ms"] = instant(document["at_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "since_ms": self.since_ms,
            "to": self.to,
            "role": self.role,
            "reason": self.reason,
            "at_ms": self.at_ms,
        }


class LeadChangeDict(TypedDict):
    """``LeadChange`` as a mapping."""

    state: LeadState
    since_ms: datetime.datetime | int | str
    to: LeadState
    role: Role
    reason: NotRequired[str | None]
    at_ms: datetime.datetime | int | str


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


@document
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
    _route = "crm.change_state:change.deal"

    def __init__(
        self,
        state: DealState,
        since_ms: datetime.datetime | int | str,
        to: DealState,
        role: Role,
        at_ms: datetime.datetime | int | str,
        reason: str | None = None,
    ) -> None:
        self._fill({"state": state, "since_ms": since_ms, "to": to, "role": role, "reason": reason, "at_ms": at_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["since_ms"] = instant(document["since_ms"])
        document["at_ms"] = instant(document["at_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "since_ms": self.since_ms,
            "to": self.to,
            "role": self.role,
            "reason": self.reason,
            "at_ms": self.at_ms,
        }


class DealChangeDict(TypedDict):
    """``DealChange`` as a mapping."""

    state: DealState
    since_ms: datetime.datetime | int | str
    to: DealState
    role: Role
    reason: NotRequired[str | None]
    at_ms: datetime.datetime | int | str


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


@document
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
    _route = "crm.change_state:change.contract"

    def __init__(
        self,
        state: ContractState,
        since_ms: datetime.datetime | int | str,
        to: ContractState,
        role: Role,
        at_ms: datetime.datetime | int | str,
        reason: str | None = None,
    ) -> None:
        self._fill({"state": state, "since_ms": since_ms, "to": to, "role": role, "reason": reason, "at_ms": at_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["since_ms"] = instant(document["since_ms"])
        document["at_ms"] = instant(document["at_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "since_ms": self.since_ms,
            "to": self.to,
            "role": self.role,
            "reason": self.reason,
            "at_ms": self.at_ms,
        }


class ContractChangeDict(TypedDict):
    """``ContractChange`` as a mapping."""

    state: ContractState
    since_ms: datetime.datetime | int | str
    to: ContractState
    role: Role
    reason: NotRequired[str | None]
    at_ms: datetime.datetime | int | str


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


@document
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
    _route = "crm.change_state:change.commission"

    def __init__(
        self,
        state: CommissionState,
        since_ms: datetime.datetime | int | str,
        to: CommissionState,
        role: Role,
        at_ms: datetime.datetime | int | str,
        reason: str | None = None,
    ) -> None:
        self._fill({"state": state, "since_ms": since_ms, "to": to, "role": role, "reason": reason, "at_ms": at_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["since_ms"] = instant(document["since_ms"])
        document["at_ms"] = instant(document["at_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "since_ms": self.since_ms,
            "to": self.to,
            "role": self.role,
            "reason": self.reason,
            "at_ms": self.at_ms,
        }


class CommissionChangeDict(TypedDict):
    """``CommissionChange`` as a mapping."""

    state: CommissionState
    since_ms: datetime.datetime | int | str
    to: CommissionState
    role: Role
    reason: NotRequired[str | None]
    at_ms: datetime.datetime | int | str


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


@document
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
    _route = "crm.change_state:change.invoice"

    def __init__(
        self,
        state: InvoiceState,
        since_ms: datetime.datetime | int | str,
        to: InvoiceState,
        role: Role,
        at_ms: datetime.datetime | int | str,
        reason: str | None = None,
    ) -> None:
        self._fill({"state": state, "since_ms": since_ms, "to": to, "role": role, "reason": reason, "at_ms": at_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["since_ms"] = instant(document["since_ms"])
        document["at_ms"] = instant(document["at_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "since_ms": self.since_ms,
            "to": self.to,
            "role": self.role,
            "reason": self.reason,
            "at_ms": self.at_ms,
        }


class InvoiceChangeDict(TypedDict):
    """``InvoiceChange`` as a mapping."""

    state: InvoiceState
    since_ms: datetime.datetime | int | str
    to: InvoiceState
    role: Role
    reason: NotRequired[str | None]
    at_ms: datetime.datetime | int | str


@document
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
    _route = "crm.change_state:change"

    @classmethod
    def lead(cls, content: LeadChange | LeadChangeDict) -> Self:
        """Of a lead."""
        return cls._made("lead", content)

    @classmethod
    def deal(cls, content: DealChange | DealChangeDict) -> Self:
        """Of a deal."""
        return cls._made("deal", content)

    @classmethod
    def contract(cls, content: ContractChange | ContractChangeDict) -> Self:
        """Of a contract."""
        return cls._made("contract", content)

    @classmethod
    def commission(cls, content: CommissionChange | CommissionChangeDict) -> Self:
        """Of a commission."""
        return cls._made("commission", content)

    @classmethod
    def invoice(cls, content: InvoiceChange | InvoiceChangeDict) -> Self:
        """Of an invoice."""
        return cls._made("invoice", content)

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


class LifecycleChangeDict(TypedDict, total=False):
    """``LifecycleChange`` as a mapping: one of the keys, with its content."""

    lead: LeadChange | LeadChangeDict
    deal: DealChange | DealChangeDict
    contract: ContractChange | ContractChangeDict
    commission: CommissionChange | CommissionChangeDict
    invoice: InvoiceChange | InvoiceChangeDict


LifecycleChangeLike: TypeAlias = "LifecycleChange | LifecycleChangeDict"
"""What is taken for a ``LifecycleChange``."""


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["since_ms"] = instant(document["since_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "since_ms": self.since_ms,
            "action": self.action,
            "time_in_state_ms": self.time_in_state_ms,
        }


@operation("crm.lifecycle_table")
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
    >>> len(report.states)
    6
    >>> len(report.transitions)
    13
    """
    return LifecycleTable._read(call("crm.lifecycle_table", {"subject": subject}))


@operation("crm.change_state")
def change_state(
    *,
    change: LifecycleChangeLike,
) -> ChangeStateReport:
    """Moves a lead, deal, contract, commission or invoice to another state, or says why not.

    Parameters
    ----------
    change : LifecycleChange, or its word or mapping
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
    >>> report.state
    'cancelled'
    >>> report.action
    'cancel'
    """
    return ChangeStateReport._read(call("crm.change_state", {"change": change}))


# Below, because the modules of a package name each other's types.
from ._role import Role
