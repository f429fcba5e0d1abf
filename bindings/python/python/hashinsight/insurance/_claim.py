"""Operations and types of ``insurance``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from .._documents import Document, FrameLike, Variant, call, document, each, instant, listed, operation, records, rows
from .._plots import WithPlot
from .._show import Rows
from ..derivatives import BarrierSide
from ..market import Bars, BarsDict
from ..units import Money, MoneyDict, Verdict

__all__ = [
    "AccountAlteration",
    "AccountAlterationDict",
    "AccountChange",
    "AccountEvent",
    "AccountEventDict",
    "AccountEventLike",
    "Actor",
    "BarClaim",
    "BarClaimReason",
    "ChangePolicyStateReport",
    "Claim",
    "ClaimChange",
    "ClaimChangeDict",
    "ClaimDecision",
    "ClaimDict",
    "ClaimEvent",
    "ClaimEventDict",
    "ClaimLoss",
    "ClaimLossDict",
    "ClaimReason",
    "ClaimReasonCode",
    "ClaimReasonDict",
    "ClaimRequest",
    "ClaimRequestDict",
    "ClaimState",
    "EarlierClaim",
    "EarlierClaimDict",
    "EstablishedDefault",
    "EstablishedDefaultDict",
    "FundingPayment",
    "FundingPaymentDict",
    "HeldCause",
    "HeldCauseDict",
    "PayoutApproval",
    "PayoutApprovalDict",
    "PayoutFile",
    "PayoutFileState",
    "PayoutLine",
    "PayoutOrder",
    "PayoutOrderDict",
    "PolicyChange",
    "PolicyChangeDict",
    "PolicyMoveRow",
    "PolicyOrClaimChange",
    "PolicyOrClaimChangeDict",
    "PolicyOrClaimChangeLike",
    "PolicyState",
    "PolicyStateRow",
    "PolicyStates",
    "PolicySubject",
    "PriceSeries",
    "PriceSeriesDict",
    "TriggerEvidence",
    "TriggerEvidenceDict",
    "VenueLiquidation",
    "VenueLiquidationDict",
    "VerifyClaimReport",
    "change_policy_state",
    "claim",
    "claim_by_bars",
    "payout_file",
    "policy_states",
    "verify_claim",
]


def __dir__() -> list[str]:
    return __all__


@document
class PriceSeries(Document):
    """Prices of one source, in any order.

    Attributes
    ----------
    venue : str
        Exchange or service that publishes the price.
    instrument : str
        Contract whose price is looked at, in the words of the venue.
    price_kind : PriceKind
        Kind of the price.
    time_ms : tuple[datetime.datetime, ...]
        Times of the prices, in Unix milliseconds UTC.
    price : tuple[float, ...]
        Prices, in quote currency, one for each time.
    """

    venue: str
    instrument: str
    price_kind: PriceKind
    time_ms: tuple[datetime.datetime, ...]
    price: tuple[float, ...]
    _route = "insurance.claim:prices.[]"

    def __init__(
        self,
        venue: str,
        instrument: str,
        price_kind: PriceKind,
        time_ms: Sequence[datetime.datetime | int | str] | ArrayLike,
        price: ArrayLike,
    ) -> None:
        self._fill({"venue": venue, "instrument": instrument, "price_kind": price_kind, "time_ms": time_ms, "price": price})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = each(instant, document["time_ms"])
        document["price"] = listed(document["price"])

    def _wire(self) -> dict[str, Any]:
        return {
            "venue": self.venue,
            "instrument": self.instrument,
            "price_kind": self.price_kind,
            "time_ms": self.time_ms,
            "price": self.price,
        }


class PriceSeriesDict(TypedDict):
    """``PriceSeries`` as a mapping."""

    venue: str
    instrument: str
    price_kind: PriceKind
    time_ms: Sequence[datetime.datetime | int | str] | ArrayLike
    price: ArrayLike


@document
class FundingPayment(Document):
    """Funding of the covered account.

    Attributes
    ----------
    paid : Decimal
        Funding that was paid, in the currency of the cover, as decimal text. Negative where it was received.
    """

    paid: Decimal
    _route = "insurance.claim:events.[].event.funding"

    def __init__(
        self,
        paid: Decimal | str,
    ) -> None:
        self._fill({"paid": paid})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["paid"] = Decimal(document["paid"])

    def _wire(self) -> dict[str, Any]:
        return {
            "paid": self.paid,
        }


class FundingPaymentDict(TypedDict):
    """``FundingPayment`` as a mapping."""

    paid: Decimal | str


@document
class VenueLiquidation(Document):
    """Liquidation of the covered account by its venue.

    Attributes
    ----------
    venue : str
        Venue that liquidated.
    instrument : str
        Contract that was liquidated, in the words of the venue.
    fill_price : float
        Average price of the fills, in quote currency. [from 1e-18 to 1e+18]
    """

    venue: str
    instrument: str
    fill_price: float
    _route = "insurance.claim:events.[].event.liquidated"

    def __init__(
        self,
        venue: str,
        instrument: str,
        fill_price: float,
    ) -> None:
        self._fill({"venue": venue, "instrument": instrument, "fill_price": fill_price})

    def _wire(self) -> dict[str, Any]:
        return {
            "venue": self.venue,
            "instrument": self.instrument,
            "fill_price": self.fill_price,
        }


class VenueLiquidationDict(TypedDict):
    """``VenueLiquidation`` as a mapping."""

    venue: str
    instrument: str
    fill_price: float


@document
class EstablishedDefault(Document):
    """Default of an exchange, as it is established.

    Attributes
    ----------
    venue : str
        Exchange that defaulted.
    lost : Decimal, optional
        Part of the covered balance that is lost, in the currency of the cover, as decimal text. Absent: not known yet.
    """

    venue: str
    lost: Decimal | None = None
    _route = "insurance.claim:events.[].event.defaulted"

    def __init__(
        self,
        venue: str,
        lost: Decimal | str | None = None,
    ) -> None:
        self._fill({"venue": venue, "lost": lost})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("lost") is not None:
            document["lost"] = Decimal(document["lost"])

    def _wire(self) -> dict[str, Any]:
        return {
            "venue": self.venue,
            "lost": self.lost,
        }


class EstablishedDefaultDict(TypedDict):
    """``EstablishedDefault`` as a mapping."""

    venue: str
    lost: NotRequired[Decimal | str | None]


AccountChange: TypeAlias = Literal["size_increased", "size_reduced", "margin_added", "margin_withdrawn", "closed"]
"""How the holder changed the covered account.

Cases
-----
size_increased
    The position grew.
size_reduced
    The position shrank, or one of several was closed.
margin_added
    Margin came in.
margin_withdrawn
    Margin was taken out.
closed
    The position was closed; of a whole account the last of its positions, or all of its balance taken out.
"""


@document
class AccountAlteration(Document):
    """Change of the covered account by its holder.

    Attributes
    ----------
    change : AccountChange
        How the account was changed.
    """

    change: AccountChange
    _route = "insurance.claim:events.[].event.altered"

    def __init__(
        self,
        change: AccountChange,
    ) -> None:
        self._fill({"change": change})

    def _wire(self) -> dict[str, Any]:
        return {
            "change": self.change,
        }


class AccountAlterationDict(TypedDict):
    """``AccountAlteration`` as a mapping."""

    change: AccountChange


@document
class HeldCause(Document):
    """Cause that may be excluded, while it held.

    Attributes
    ----------
    cause : Exclusion
        Cause that held.
    until_ms : datetime.datetime, optional
        Instant at which it ended, in Unix milliseconds UTC. Absent: it holds from its beginning on. [ms, from 1230940800000 to 253402235999999]
    """

    cause: Exclusion
    until_ms: datetime.datetime | None = None
    _route = "insurance.claim:events.[].event.cause"

    def __init__(
        self,
        cause: Exclusion,
        until_ms: datetime.datetime | int | str | None = None,
    ) -> None:
        self._fill({"cause": cause, "until_ms": until_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("until_ms") is not None:
            document["until_ms"] = instant(document["until_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "cause": self.cause,
            "until_ms": self.until_ms,
        }


class HeldCauseDict(TypedDict):
    """``HeldCause`` as a mapping."""

    cause: Exclusion
    until_ms: NotRequired[datetime.datetime | int | str | None]


@document
class AccountEvent(Variant):
    """What happened.

    Cases
    -----
    funding
        Funding was paid or received.
    liquidated
        The venue liquidated.
    defaulted
        An exchange defaulted.
    altered
        The holder changed the account.
    cause
        A cause held that the terms may exclude.
    """

    tag: Literal["funding", "liquidated", "defaulted", "altered", "cause"]
    content: FundingPayment | VenueLiquidation | EstablishedDefault | AccountAlteration | HeldCause | None = None
    _route = "insurance.claim:events.[].event"

    @classmethod
    def funding(cls, content: FundingPayment | FundingPaymentDict) -> Self:
        """Funding was paid or received."""
        return cls._made("funding", content)

    @classmethod
    def liquidated(cls, content: VenueLiquidation | VenueLiquidationDict) -> Self:
        """The venue liquidated."""
        return cls._made("liquidated", content)

    @classmethod
    def defaulted(cls, content: EstablishedDefault | EstablishedDefaultDict) -> Self:
        """An exchange defaulted."""
        return cls._made("defaulted", content)

    @classmethod
    def altered(cls, content: AccountAlteration | AccountAlterationDict) -> Self:
        """The holder changed the account."""
        return cls._made("altered", content)

    @classmethod
    def cause(cls, content: HeldCause | HeldCauseDict) -> Self:
        """A cause held that the terms may exclude."""
        return cls._made("cause", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "funding":
            return FundingPayment._read(content)
        if tag == "liquidated":
            return VenueLiquidation._read(content)
        if tag == "defaulted":
            return EstablishedDefault._read(content)
        if tag == "altered":
            return AccountAlteration._read(content)
        if tag == "cause":
            return HeldCause._read(content)
        return content


class AccountEventDict(TypedDict, total=False):
    """``AccountEvent`` as a mapping: one of the keys, with its content."""

    funding: FundingPayment | FundingPaymentDict
    liquidated: VenueLiquidation | VenueLiquidationDict
    defaulted: EstablishedDefault | EstablishedDefaultDict
    altered: AccountAlteration | AccountAlterationDict
    cause: HeldCause | HeldCauseDict


AccountEventLike: TypeAlias = "AccountEvent | AccountEventDict"
"""What is taken for a ``AccountEvent``."""


@document
class ClaimEvent(Document):
    """Event of the covered account, or of its exchange.

    Attributes
    ----------
    reference : str
        Reference of the event with its source; the same event may be told twice.
    time_ms : datetime.datetime
        Time of the event, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    event : AccountEvent
        What happened.
    """

    reference: str
    time_ms: datetime.datetime
    event: AccountEvent
    _route = "insurance.claim:events.[]"

    def __init__(
        self,
        reference: str,
        time_ms: datetime.datetime | int | str,
        event: AccountEventLike,
    ) -> None:
        self._fill({"reference": reference, "time_ms": time_ms, "event": event})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])
        document["event"] = AccountEvent._read(document["event"])

    def _wire(self) -> dict[str, Any]:
        return {
            "reference": self.reference,
            "time_ms": self.time_ms,
            "event": self.event,
        }


class ClaimEventDict(TypedDict):
    """``ClaimEvent`` as a mapping."""

    reference: str
    time_ms: datetime.datetime | int | str
    event: AccountEventLike


ClaimState: TypeAlias = Literal["reported", "verified", "assessed", "paid", "rejected", "disputed"]
"""State of a claim.

Cases
-----
reported
    Reported by the holder.
verified
    The evidence is complete, and the cover is that of the claim.
assessed
    Loss and payout are found.
paid
    Paid.
rejected
    Refused with a reason.
disputed
    Disputed by the holder.
"""


@document
class EarlierClaim(Document):
    """Claim that was made before.

    Attributes
    ----------
    reference : str
        Reference of the claim.
    cover : str
        Reference of its cover.
    state : ClaimState
        State of the claim.
    """

    reference: str
    cover: str
    state: ClaimState
    _route = "insurance.claim:earlier.[]"

    def __init__(
        self,
        reference: str,
        cover: str,
        state: ClaimState,
    ) -> None:
        self._fill({"reference": reference, "cover": cover, "state": state})

    def _wire(self) -> dict[str, Any]:
        return {
            "reference": self.reference,
            "cover": self.cover,
            "state": self.state,
        }


class EarlierClaimDict(TypedDict):
    """``EarlierClaim`` as a mapping."""

    reference: str
    cover: str
    state: ClaimState


@document
class ClaimRequest(Document):
    """Inputs of `claim`.

    Attributes
    ----------
    reference : str
        Reference of the claim; no two claims have the same.
    cover : Cover
        Cover as it was sold.
    as_of_ms : datetime.datetime
        Instant up to which the claim is judged, in Unix milliseconds UTC: no evidence is later. [ms, from 1230940800000 to 253402235999999]
    longest_gap_ms : int
        Longest time between two prices that counts as seen, in milliseconds. [ms, from 1 to 31622400000]
    prices : Rows[PriceSeries], optional
        Prices, in any order; what is told twice counts once. [[] where absent]
    events : Rows[ClaimEvent], optional
        Events of the account and its exchange, in any order; what is told twice counts once. [[] where absent]
    events_until_ms : datetime.datetime, optional
        Instant up to which the events are complete, in Unix milliseconds UTC. Absent: they are not known to be. [ms, from 1230940800000 to 253402235999999]
    earlier : Rows[EarlierClaim], optional
        Claims that were made before. [[] where absent]
    settle_rate : CurrencyRate, optional
        Rate of the currency that a claim is settled in. Absent: it is settled in the currency of the cover, or the rate is not known yet.
    """

    reference: str
    cover: Cover
    as_of_ms: datetime.datetime
    longest_gap_ms: int
    prices: Rows[PriceSeries] | None = None
    events: Rows[ClaimEvent] | None = None
    events_until_ms: datetime.datetime | None = None
    earlier: Rows[EarlierClaim] | None = None
    settle_rate: CurrencyRate | None = None
    _route = "insurance.claim_by_bars:claim"

    def __init__(
        self,
        reference: str,
        cover: Cover | CoverDict,
        as_of_ms: datetime.datetime | int | str,
        longest_gap_ms: int,
        prices: Sequence[PriceSeries | PriceSeriesDict] | FrameLike | None = None,
        events: Sequence[ClaimEvent | ClaimEventDict] | FrameLike | None = None,
        events_until_ms: datetime.datetime | int | str | None = None,
        earlier: Sequence[EarlierClaim | EarlierClaimDict] | FrameLike | None = None,
        settle_rate: CurrencyRate | CurrencyRateDict | None = None,
    ) -> None:
        self._fill({"reference": reference, "cover": cover, "as_of_ms": as_of_ms, "longest_gap_ms": longest_gap_ms, "prices": prices, "events": events, "events_until_ms": events_until_ms, "earlier": earlier, "settle_rate": settle_rate})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["cover"] = Cover._read(document["cover"])
        document["as_of_ms"] = instant(document["as_of_ms"])
        if document.get("prices") is not None:
            document["prices"] = rows(PriceSeries._read, document["prices"])
        if document.get("events") is not None:
            document["events"] = rows(ClaimEvent._read, document["events"])
        if document.get("events_until_ms") is not None:
            document["events_until_ms"] = instant(document["events_until_ms"])
        if document.get("earlier") is not None:
            document["earlier"] = rows(EarlierClaim._read, document["earlier"])
        if document.get("settle_rate") is not None:
            document["settle_rate"] = CurrencyRate._read(document["settle_rate"])

    def _wire(self) -> dict[str, Any]:
        return {
            "reference": self.reference,
            "cover": self.cover,
            "as_of_ms": self.as_of_ms,
            "longest_gap_ms": self.longest_gap_ms,
            "prices": self.prices,
            "events": self.events,
            "events_until_ms": self.events_until_ms,
            "earlier": self.earlier,
            "settle_rate": self.settle_rate,
        }


class ClaimRequestDict(TypedDict):
    """``ClaimRequest`` as a mapping."""

    reference: str
    cover: Cover | CoverDict
    as_of_ms: datetime.datetime | int | str
    longest_gap_ms: int
    prices: NotRequired[Sequence[PriceSeries | PriceSeriesDict] | None]
    events: NotRequired[Sequence[ClaimEvent | ClaimEventDict] | None]
    events_until_ms: NotRequired[datetime.datetime | int | str | None]
    earlier: NotRequired[Sequence[EarlierClaim | EarlierClaimDict] | None]
    settle_rate: NotRequired[CurrencyRate | CurrencyRateDict | None]


@document
class TriggerEvidence(Document):
    """What proves that a cover was triggered.

    Attributes
    ----------
    price : float, optional
        Price that triggered, the first that is seen beyond the level. Absent: an event triggered, or the equity of an account in several coins.
    excess : float, optional
        Equity less requirement of an account in several coins at the trigger, of a margin call that of the called part of the equity, in the currency of the account: 0 or below. Absent: something else triggered.
    level : float, optional
        Level that it reached. Absent: there is none.
    side : BarrierSide, optional
        Side of the level. Absent: there is none.
    events : tuple[str, ...]
        References of the events that prove the same.
    """

    events: tuple[str, ...]
    price: float | None = None
    excess: float | None = None
    level: float | None = None
    side: BarrierSide | None = None
    _route = "insurance.verify_claim:claim.evidence"

    def __init__(
        self,
        events: Sequence[str],
        price: float | None = None,
        excess: float | None = None,
        level: float | None = None,
        side: BarrierSide | None = None,
    ) -> None:
        self._fill({"price": price, "excess": excess, "level": level, "side": side, "events": events})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["events"] = listed(document["events"])

    def _wire(self) -> dict[str, Any]:
        return {
            "price": self.price,
            "excess": self.excess,
            "level": self.level,
            "side": self.side,
            "events": self.events,
        }


class TriggerEvidenceDict(TypedDict):
    """``TriggerEvidence`` as a mapping."""

    price: NotRequired[float | None]
    excess: NotRequired[float | None]
    level: NotRequired[float | None]
    side: NotRequired[BarrierSide | None]
    events: Sequence[str]


ClaimDecision: TypeAlias = Literal["pay", "reject", "review"]
"""What becomes of a claim.

Cases
-----
pay
    It is paid.
reject
    It is refused, with a reason.
review
    The evidence does not decide: a person does.
"""


ClaimReasonCode: TypeAlias = Literal["duplicate", "not_triggered", "altered", "account_closed", "excluded_cause", "missing_prices", "missing_events", "no_liquidation", "missing_loss", "missing_rate", "conflicting_prices", "conflicting_events", "evidence_disagrees", "waiting_period", "after_expiry", "other_price"]
"""Reason of a decision, or what stands beside it.

Cases
-----
duplicate
    The claim, or another one for the same cover, was made before.
not_triggered
    Nothing triggered the cover.
altered
    The holder changed the account before, which makes the cover void.
account_closed
    The holder had closed the account before: nothing of it was left to be liquidated, called or lost.
excluded_cause
    The cause is not paid for.
missing_prices
    Prices are missing where they would decide.
missing_events
    Events are not known to be complete.
no_liquidation
    The venue's events are complete and tell no liquidation; by the terms the mark decides alone.
missing_loss
    It is not known what is lost.
missing_rate
    The rate of the currency of settlement is missing.
conflicting_prices
    Two prices of one source and one instant contradict each other.
conflicting_events
    Two events of one reference contradict each other.
evidence_disagrees
    The evidence contradicts the cover: the venue liquidated though no price had reached the level, or long after one had, or where nothing is lost; it did not liquidate though its price had reached the level; more is lost than stood there.
waiting_period
    A price, a liquidation or a default in the waiting period would have triggered.
after_expiry
    A price after the cover expired would have triggered.
other_price
    A price of another kind or source would have triggered.
"""


@document
class ClaimReason(Document):
    """Reason of a decision on a claim.

    Attributes
    ----------
    code : ClaimReasonCode
        Code of the reason.
    time_ms : datetime.datetime, optional
        Instant that it is about, in Unix milliseconds UTC. Absent: none in particular. [ms, from 1230940800000 to 253402235999999]
    cause : Exclusion, optional
        Cause that is excluded. Absent: the reason is another.
    """

    code: ClaimReasonCode
    time_ms: datetime.datetime | None = None
    cause: Exclusion | None = None
    _route = "insurance.verify_claim:claim.reasons.[]"

    def __init__(
        self,
        code: ClaimReasonCode,
        time_ms: datetime.datetime | int | str | None = None,
        cause: Exclusion | None = None,
    ) -> None:
        self._fill({"code": code, "time_ms": time_ms, "cause": cause})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("time_ms") is not None:
            document["time_ms"] = instant(document["time_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "time_ms": self.time_ms,
            "cause": self.cause,
        }


class ClaimReasonDict(TypedDict):
    """``ClaimReason`` as a mapping."""

    code: ClaimReasonCode
    time_ms: NotRequired[datetime.datetime | int | str | None]
    cause: NotRequired[Exclusion | None]


@document
class ClaimLoss(Document):
    """What is lost, in the currency of the cover: its parts add up exactly.

    Attributes
    ----------
    price : Decimal
        Loss by the price, from entry to the level, as decimal text; 0 where the loss is no position's.
    funding : Decimal
        Loss by funding that counts, as decimal text; negative where it was received.
    other : Decimal
        What is lost besides, as decimal text: the margin that a liquidation takes, a balance; negative for what the margin does not carry.
    total : Decimal
        Loss: the sum, as decimal text.
    """

    price: Decimal
    funding: Decimal
    other: Decimal
    total: Decimal
    _route = "insurance.verify_claim:claim.loss"

    def __init__(
        self,
        price: Decimal | str,
        funding: Decimal | str,
        other: Decimal | str,
        total: Decimal | str,
    ) -> None:
        self._fill({"price": price, "funding": funding, "other": other, "total": total})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["price"] = Decimal(document["price"])
        document["funding"] = Decimal(document["funding"])
        document["other"] = Decimal(document["other"])
        document["total"] = Decimal(document["total"])

    def _wire(self) -> dict[str, Any]:
        return {
            "price": self.price,
            "funding": self.funding,
            "other": self.other,
            "total": self.total,
        }


class ClaimLossDict(TypedDict):
    """``ClaimLoss`` as a mapping."""

    price: Decimal | str
    funding: Decimal | str
    other: Decimal | str
    total: Decimal | str


@document
class Claim(WithPlot, Document):
    """Claim that was judged, and all that it was judged by.

    Attributes
    ----------
    request : ClaimRequest
        What was claimed, with its evidence.
    frozen : FrozenTerms
        Terms as they were frozen with the sale.
    triggered : Verdict
        Whether the cover was triggered.
    triggered_ms : datetime.datetime, optional
        Instant of the trigger, in Unix milliseconds UTC: the first that is seen. Absent: none is. [ms, from 1230940800000 to 253402235999999]
    evidence : TriggerEvidence, optional
        What proves the trigger. Absent: nothing does.
    decision : ClaimDecision
        What becomes of the claim.
    reasons : Rows[ClaimReason]
        Reasons of the decision, and what stands beside it.
    loss : ClaimLoss, optional
        What is lost. Absent: nothing, or it is not known.
    items : PayoutItems, optional
        How the payout would come of the loss. Absent: there is no loss.
    payout : Converted, optional
        Payout, in the currency of settlement. Absent: the claim is not paid.
    due_ms : datetime.datetime, optional
        Instant from which the payout is due, in Unix milliseconds UTC. Absent: the claim is not paid. [ms, from 1230940800000 to 253402235999999]
    """

    request: ClaimRequest
    frozen: FrozenTerms
    triggered: Verdict
    decision: ClaimDecision
    reasons: Rows[ClaimReason]
    triggered_ms: datetime.datetime | None = None
    evidence: TriggerEvidence | None = None
    loss: ClaimLoss | None = None
    items: PayoutItems | None = None
    payout: Converted | None = None
    due_ms: datetime.datetime | None = None
    _route = "insurance.verify_claim:claim"
    _plotted = "claim"

    def __init__(
        self,
        request: ClaimRequest | ClaimRequestDict,
        frozen: FrozenTerms | FrozenTermsDict,
        triggered: Verdict,
        decision: ClaimDecision,
        reasons: Sequence[ClaimReason | ClaimReasonDict] | FrameLike,
        triggered_ms: datetime.datetime | int | str | None = None,
        evidence: TriggerEvidence | TriggerEvidenceDict | None = None,
        loss: ClaimLoss | ClaimLossDict | None = None,
        items: PayoutItems | PayoutItemsDict | None = None,
        payout: Converted | ConvertedDict | None = None,
        due_ms: datetime.datetime | int | str | None = None,
    ) -> None:
        self._fill({"request": request, "frozen": frozen, "triggered": triggered, "triggered_ms": triggered_ms, "evidence": evidence, "decision": decision, "reasons": reasons, "loss": loss, "items": items, "payout": payout, "due_ms": due_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["request"] = ClaimRequest._read(document["request"])
        document["frozen"] = FrozenTerms._read(document["frozen"])
        if document.get("triggered_ms") is not None:
            document["triggered_ms"] = instant(document["triggered_ms"])
        if document.get("evidence") is not None:
            document["evidence"] = TriggerEvidence._read(document["evidence"])
        document["reasons"] = rows(ClaimReason._read, document["reasons"])
        if document.get("loss") is not None:
            document["loss"] = ClaimLoss._read(document["loss"])
        if document.get("items") is not None:
            document["items"] = PayoutItems._read(document["items"])
        if document.get("payout") is not None:
            document["payout"] = Converted._read(document["payout"])
        if document.get("due_ms") is not None:
            document["due_ms"] = instant(document["due_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "request": self.request,
            "frozen": self.frozen,
            "triggered": self.triggered,
            "triggered_ms": self.triggered_ms,
            "evidence": self.evidence,
            "decision": self.decision,
            "reasons": self.reasons,
            "loss": self.loss,
            "items": self.items,
            "payout": self.payout,
            "due_ms": self.due_ms,
        }


class ClaimDict(TypedDict):
    """``Claim`` as a mapping."""

    request: ClaimRequest | ClaimRequestDict
    frozen: FrozenTerms | FrozenTermsDict
    triggered: Verdict
    triggered_ms: NotRequired[datetime.datetime | int | str | None]
    evidence: NotRequired[TriggerEvidence | TriggerEvidenceDict | None]
    decision: ClaimDecision
    reasons: Sequence[ClaimReason | ClaimReasonDict]
    loss: NotRequired[ClaimLoss | ClaimLossDict | None]
    items: NotRequired[PayoutItems | PayoutItemsDict | None]
    payout: NotRequired[Converted | ConvertedDict | None]
    due_ms: NotRequired[datetime.datetime | int | str | None]


BarClaimReason: TypeAlias = Literal["order_unknown", "instant_unknown"]
"""What bars leave open.

Cases
-----
order_unknown
    Whether low or high came first decides, and bars do not say it.
instant_unknown
    The watch begins or ends within a bar, or an event of the account falls into it, and bars do not say when its extremes were reached.
"""


@document
class BarClaim(Document):
    """Result of `claim_by_bars`.

    Attributes
    ----------
    triggered : Verdict
        Whether the cover was triggered: what all orders within the bars agree on, `cannot_say` where they do not.
    decision : ClaimDecision
        What becomes of the claim: a review where the orders lead to different decisions or payouts.
    reasons : tuple[BarClaimReason, ...]
        What the bars leave open.
    bar_ms : datetime.datetime, optional
        Beginning of the bar that triggers in all orders, in Unix milliseconds UTC. Absent: there is no such bar. [ms, from 1230940800000 to 253402235999999]
    payout : Converted, optional
        Payout, in the currency of settlement. Absent: the claim is not paid.
    low_first : Claim
        Claim on the path that takes the low of every bar first.
    high_first : Claim
        Claim on the path that takes the high of every bar first.
    """

    triggered: Verdict
    decision: ClaimDecision
    reasons: tuple[BarClaimReason, ...]
    low_first: Claim
    high_first: Claim
    bar_ms: datetime.datetime | None = None
    payout: Converted | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["reasons"] = listed(document["reasons"])
        if document.get("bar_ms") is not None:
            document["bar_ms"] = instant(document["bar_ms"])
        if document.get("payout") is not None:
            document["payout"] = Converted._read(document["payout"])
        document["low_first"] = Claim._read(document["low_first"])
        document["high_first"] = Claim._read(document["high_first"])

    def _wire(self) -> dict[str, Any]:
        return {
            "triggered": self.triggered,
            "decision": self.decision,
            "reasons": self.reasons,
            "bar_ms": self.bar_ms,
            "payout": self.payout,
            "low_first": self.low_first,
            "high_first": self.high_first,
        }


@document
class VerifyClaimReport(Document):
    """Result of `verify_claim`.

    Attributes
    ----------
    holds : bool
        Whether everything is the same again, to the last bit.
    differences : tuple[str, ...]
        Parts of the claim that are not what its request leads to.
    """

    holds: bool
    differences: tuple[str, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["differences"] = listed(document["differences"])

    def _wire(self) -> dict[str, Any]:
        return {
            "holds": self.holds,
            "differences": self.differences,
        }


@document
class PayoutOrder(Document):
    """Claim that is to be paid.

    Attributes
    ----------
    claim : Claim
        Claim as it was judged, all of it.
    payee : str
        Account that is paid, by the reference that the payer knows it by.
    assessed_by : str
        Person who assessed the claim.
    """

    claim: Claim
    payee: str
    assessed_by: str
    _route = "insurance.payout_file:orders.[]"

    def __init__(
        self,
        claim: Claim | ClaimDict,
        payee: str,
        assessed_by: str,
    ) -> None:
        self._fill({"claim": claim, "payee": payee, "assessed_by": assessed_by})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["claim"] = Claim._read(document["claim"])

    def _wire(self) -> dict[str, Any]:
        return {
            "claim": self.claim,
            "payee": self.payee,
            "assessed_by": self.assessed_by,
        }


class PayoutOrderDict(TypedDict):
    """``PayoutOrder`` as a mapping."""

    claim: Claim | ClaimDict
    payee: str
    assessed_by: str


@document
class PayoutApproval(Document):
    """Approval of a file.

    Attributes
    ----------
    by : str
        Person who approves.
    at_ms : datetime.datetime
        Time of the approval, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    payments : int
        Number of payments that are approved. [from 0]
    totals : Rows[Money]
        Sums that are approved, one of each currency.
    """

    by: str
    at_ms: datetime.datetime
    payments: int
    totals: Rows[Money]
    _route = "insurance.payout_file:approvals.[]"

    def __init__(
        self,
        by: str,
        at_ms: datetime.datetime | int | str,
        payments: int,
        totals: Sequence[Money | MoneyDict] | FrameLike,
    ) -> None:
        self._fill({"by": by, "at_ms": at_ms, "payments": payments, "totals": totals})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["at_ms"] = instant(document["at_ms"])
        document["totals"] = rows(Money._read, document["totals"])

    def _wire(self) -> dict[str, Any]:
        return {
            "by": self.by,
            "at_ms": self.at_ms,
            "payments": self.payments,
            "totals": self.totals,
        }


class PayoutApprovalDict(TypedDict):
    """``PayoutApproval`` as a mapping."""

    by: str
    at_ms: datetime.datetime | int | str
    payments: int
    totals: Sequence[Money | MoneyDict]


PayoutFileState: TypeAlias = Literal["awaits_approval", "released"]
"""State of a file.

Cases
-----
awaits_approval
    Fewer than two approve it: nothing may be paid.
released
    Two approve it.
"""


@document
class PayoutLine(Document):
    """Payment of a file.

    Attributes
    ----------
    claim : str
        Reference of the claim.
    cover : str
        Reference of the cover.
    payee : str
        Account that is paid.
    amount : Money
        Payout, in the currency of settlement.
    due_ms : datetime.datetime
        Instant from which the payout is due, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    """

    claim: str
    cover: str
    payee: str
    amount: Money
    due_ms: datetime.datetime

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["amount"] = Money._read(document["amount"])
        document["due_ms"] = instant(document["due_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "claim": self.claim,
            "cover": self.cover,
            "payee": self.payee,
            "amount": self.amount,
            "due_ms": self.due_ms,
        }


@document
class PayoutFile(Document):
    """Result of `payout_file`.

    Attributes
    ----------
    reference : str
        Reference of the file.
    state : PayoutFileState
        State of the file.
    approvals_missing : int
        Approvals that are missing. [from 0]
    released_ms : datetime.datetime, optional
        Time at which the second approval released the file, in Unix milliseconds UTC. Absent: it is not released. [ms, from 1230940800000 to 253402235999999]
    payments : Rows[PayoutLine]
        Payments, by the reference of their claims.
    totals : Rows[Money]
        Sums of the payments, one of each currency by its name.
    csv : str, optional
        File as lines of comma-separated values with a header. Absent: it is not released.
    """

    reference: str
    state: PayoutFileState
    approvals_missing: int
    payments: Rows[PayoutLine]
    totals: Rows[Money]
    released_ms: datetime.datetime | None = None
    csv: str | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("released_ms") is not None:
            document["released_ms"] = instant(document["released_ms"])
        document["payments"] = rows(PayoutLine._read, document["payments"])
        document["totals"] = rows(Money._read, document["totals"])

    def _wire(self) -> dict[str, Any]:
        return {
            "reference": self.reference,
            "state": self.state,
            "approvals_missing": self.approvals_missing,
            "released_ms": self.released_ms,
            "payments": self.payments,
            "totals": self.totals,
            "csv": self.csv,
        }


PolicySubject: TypeAlias = Literal["policy", "claim"]
"""Kind of thing that has states.

Cases
-----
policy
    Policy: a cover that is sold.
claim
    Claim on a policy.
"""


@document
class PolicyStateRow(Document):
    """State of a policy or a claim.

    Attributes
    ----------
    state : str
        Name of the state.
    is_final : bool
        Whether nothing leads out of the state.
    """

    state: str
    is_final: bool

    def _wire(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "is_final": self.is_final,
        }


Actor: TypeAlias = Literal["holder", "assessor", "insurer"]
"""Who moves a policy or a claim.

Cases
-----
holder
    Holder of the policy.
assessor
    Assessor of claims, who pays nothing out.
insurer
    Insurer, who pays what an assessor has found.
"""


@document
class PolicyMoveRow(Document):
    """Move of a policy or a claim.

    Attributes
    ----------
    from_state : str
        Name of the state before.
    to_state : str
        Name of the state after.
    action : str
        Name of the move, as on a button.
    by : Actor
        Who may make the move.
    needs_reason : bool
        Whether the move needs a reason.
    """

    from_state: str
    to_state: str
    action: str
    by: Actor
    needs_reason: bool

    def _wire(self) -> dict[str, Any]:
        return {
            "from_state": self.from_state,
            "to_state": self.to_state,
            "action": self.action,
            "by": self.by,
            "needs_reason": self.needs_reason,
        }


@document
class PolicyStates(Document):
    """Result of `policy_states`.

    Attributes
    ----------
    states : Rows[PolicyStateRow]
        States, the first one where a subject begins.
    moves : Rows[PolicyMoveRow]
        Legal moves; no other is.
    """

    states: Rows[PolicyStateRow]
    moves: Rows[PolicyMoveRow]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["states"] = rows(PolicyStateRow._read, document["states"])
        document["moves"] = rows(PolicyMoveRow._read, document["moves"])

    def _wire(self) -> dict[str, Any]:
        return {
            "states": self.states,
            "moves": self.moves,
        }


PolicyState: TypeAlias = Literal["quoted", "paid", "active", "expired", "claimed", "void"]
"""State of a policy.

Cases
-----
quoted
    Offered, and not yet paid for.
paid
    Paid for, and not yet in force.
active
    In force.
expired
    Ended without a claim.
claimed
    Ended by a claim that was accepted.
void
    Never in force, or no longer.
"""


@document
class PolicyChange(Document):
    """Change of a policy.

    Attributes
    ----------
    state : PolicyState
        State before the change.
    since_ms : datetime.datetime
        Time at which the subject came to the state before, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    to : PolicyState
        State after the change.
    by : Actor
        Who makes the change.
    reason : str, optional
        Reason of the change, in words. Needed where the table says so.
    at_ms : datetime.datetime
        Time of the change, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    """

    state: PolicyState
    since_ms: datetime.datetime
    to: PolicyState
    by: Actor
    at_ms: datetime.datetime
    reason: str | None = None
    _route = "insurance.change_policy_state:change.policy"

    def __init__(
        self,
        state: PolicyState,
        since_ms: datetime.datetime | int | str,
        to: PolicyState,
        by: Actor,
        at_ms: datetime.datetime | int | str,
        reason: str | None = None,
    ) -> None:
        self._fill({"state": state, "since_ms": since_ms, "to": to, "by": by, "reason": reason, "at_ms": at_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["since_ms"] = instant(document["since_ms"])
        document["at_ms"] = instant(document["at_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "since_ms": self.since_ms,
            "to": self.to,
            "by": self.by,
            "reason": self.reason,
            "at_ms": self.at_ms,
        }


class PolicyChangeDict(TypedDict):
    """``PolicyChange`` as a mapping."""

    state: PolicyState
    since_ms: datetime.datetime | int | str
    to: PolicyState
    by: Actor
    reason: NotRequired[str | None]
    at_ms: datetime.datetime | int | str


@document
class ClaimChange(Document):
    """Change of a claim.

    Attributes
    ----------
    state : ClaimState
        State before the change.
    since_ms : datetime.datetime
        Time at which the subject came to the state before, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    to : ClaimState
        State after the change.
    by : Actor
        Who makes the change.
    reason : str, optional
        Reason of the change, in words. Needed where the table says so.
    at_ms : datetime.datetime
        Time of the change, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    """

    state: ClaimState
    since_ms: datetime.datetime
    to: ClaimState
    by: Actor
    at_ms: datetime.datetime
    reason: str | None = None
    _route = "insurance.change_policy_state:change.claim"

    def __init__(
        self,
        state: ClaimState,
        since_ms: datetime.datetime | int | str,
        to: ClaimState,
        by: Actor,
        at_ms: datetime.datetime | int | str,
        reason: str | None = None,
    ) -> None:
        self._fill({"state": state, "since_ms": since_ms, "to": to, "by": by, "reason": reason, "at_ms": at_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["since_ms"] = instant(document["since_ms"])
        document["at_ms"] = instant(document["at_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "state": self.state,
            "since_ms": self.since_ms,
            "to": self.to,
            "by": self.by,
            "reason": self.reason,
            "at_ms": self.at_ms,
        }


class ClaimChangeDict(TypedDict):
    """``ClaimChange`` as a mapping."""

    state: ClaimState
    since_ms: datetime.datetime | int | str
    to: ClaimState
    by: Actor
    reason: NotRequired[str | None]
    at_ms: datetime.datetime | int | str


@document
class PolicyOrClaimChange(Variant):
    """Change of one subject.

    Cases
    -----
    policy
        Of a policy.
    claim
        Of a claim.
    """

    tag: Literal["policy", "claim"]
    content: PolicyChange | ClaimChange | None = None
    _route = "insurance.change_policy_state:change"

    @classmethod
    def policy(cls, content: PolicyChange | PolicyChangeDict) -> Self:
        """Of a policy."""
        return cls._made("policy", content)

    @classmethod
    def claim(cls, content: ClaimChange | ClaimChangeDict) -> Self:
        """Of a claim."""
        return cls._made("claim", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "policy":
            return PolicyChange._read(content)
        if tag == "claim":
            return ClaimChange._read(content)
        return content


class PolicyOrClaimChangeDict(TypedDict, total=False):
    """``PolicyOrClaimChange`` as a mapping: one of the keys, with its content."""

    policy: PolicyChange | PolicyChangeDict
    claim: ClaimChange | ClaimChangeDict


PolicyOrClaimChangeLike: TypeAlias = "PolicyOrClaimChange | PolicyOrClaimChangeDict"
"""What is taken for a ``PolicyOrClaimChange``."""


@document
class ChangePolicyStateReport(Document):
    """Result of `change_policy_state`.

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


@operation("insurance.claim")
def claim(
    *,
    reference: str,
    cover: Cover | CoverDict,
    as_of_ms: datetime.datetime | int | str,
    longest_gap_ms: int,
    prices: Sequence[PriceSeries | PriceSeriesDict] | FrameLike | None = None,
    events: Sequence[ClaimEvent | ClaimEventDict] | FrameLike | None = None,
    events_until_ms: datetime.datetime | int | str | None = None,
    earlier: Sequence[EarlierClaim | EarlierClaimDict] | FrameLike | None = None,
    settle_rate: CurrencyRate | CurrencyRateDict | None = None,
) -> Claim:
    """A claim, judged by a replay of prices, funding and exchange events against the terms that were frozen when the cover was sold:
    triggered or not, when, by what evidence, what is lost and what is paid.

    The order in which the evidence is told does not matter, and what is told twice counts once. A second claim, a trigger outside of
    the period, an altered account and an excluded cause are refused with a reason; what is missing goes to a person.

    Parameters
    ----------
    reference : str
        Reference of the claim; no two claims have the same.
    cover : Cover, or a mapping of its fields
        Cover as it was sold.
    as_of_ms : datetime.datetime | int | str
        Instant up to which the claim is judged, in Unix milliseconds UTC: no evidence is later. [ms, from 1230940800000 to 253402235999999]
    longest_gap_ms : int
        Longest time between two prices that counts as seen, in milliseconds. [ms, from 1 to 31622400000]
    prices : Sequence[PriceSeries | PriceSeriesDict], or a DataFrame of their fields, optional
        Prices, in any order; what is told twice counts once. [[] where absent]
    events : Sequence[ClaimEvent | ClaimEventDict], or a DataFrame of their fields, optional
        Events of the account and its exchange, in any order; what is told twice counts once. [[] where absent]
    events_until_ms : datetime.datetime | int | str, optional
        Instant up to which the events are complete, in Unix milliseconds UTC. Absent: they are not known to be. [ms, from 1230940800000 to 253402235999999]
    earlier : Sequence[EarlierClaim | EarlierClaimDict], or a DataFrame of their fields, optional
        Claims that were made before. [[] where absent]
    settle_rate : CurrencyRate, or a mapping of its fields, optional
        Rate of the currency that a claim is settled in. Absent: it is settled in the currency of the cover, or the rate is not known yet.

    Returns
    -------
    Claim

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.claim(reference="K-2026-000004", cover={"reference": "C-2026-000017", "account": {"position": {"venue": "binance_usdm", "instrument": "BTCUSDT", "coin": "BTC", "margin_currency": "USDT", "contract": "linear", "side": "long", "quantity": 0.5, "entry_price": 60000, "margin_mode": {"isolated": {"margin": 3000}}, "maintenance": {"tiers": {"source": "binance_usdm", "instrument": "BTCUSDT", "margin_currency": "USDT", "time_ms": 1729728000000, "notional_floor": [0, 50000, 600000, 3000000], "notional_cap": [50000, 600000, 3000000, 12000000], "maintenance_rate": [0.004, 0.005, 0.0065, 0.01], "deduction": [0, 50, 950, 11450], "max_leverage": [125, 100, 75, 50]}}}}, "peril": {"liquidation": {"venue": "binance_usdm", "instrument": "BTCUSDT", "price_kind": "mark"}}, "terms": {"starts_ms": 1780272000000, "expires_ms": 1780876800000, "sum": {"fraction": {"of_loss": "0.5"}}, "basis": "indemnity", "currency": "USDT", "exclusions": ["platform_failure", "holder_closed", "margin_withdrawn"]}, "product": "liquidation-half"}, as_of_ms=1780315500000, longest_gap_ms=60000, prices=[{"venue": "binance_usdm", "instrument": "BTCUSDT", "price_kind": "mark", "time_ms": [1780315200000, 1780315260000, 1780315320000, 1780315380000, 1780315440000], "price": [58000, 56500.5, 55120, 54210.5, 54330.2]}, {"venue": "binance_usdm", "instrument": "BTCUSDT", "price_kind": "last", "time_ms": [1780315260000], "price": [54000]}], events=[{"reference": "FUND-1", "time_ms": 1780315200000, "event": {"funding": {"paid": "3.15"}}}, {"reference": "LIQ-77120", "time_ms": 1780315381000, "event": {"liquidated": {"venue": "binance_usdm", "instrument": "BTCUSDT", "fill_price": 54105.2}}}], events_until_ms=1780315500000, earlier=[{"reference": "K-2026-000003", "cover": "C-2026-000012", "state": "paid"}])
    >>> report.triggered
    'yes'
    >>> report.decision
    'pay'
    """
    return Claim._read(call("insurance.claim", {"reference": reference, "cover": cover, "as_of_ms": as_of_ms, "longest_gap_ms": longest_gap_ms, "prices": records(prices), "events": records(events), "events_until_ms": events_until_ms, "earlier": records(earlier), "settle_rate": settle_rate}))


@operation("insurance.claim_by_bars")
def claim_by_bars(
    *,
    claim: ClaimRequest | ClaimRequestDict,
    price_kind: PriceKind,
    bars: Bars | BarsDict,
) -> BarClaim:
    """A claim judged by bars, of which nobody knows whether high or low came first: what both orders agree on holds, the rest goes to a
    person.

    Parameters
    ----------
    claim : ClaimRequest, or a mapping of its fields
        Claim without prices: the bars are its prices. The longest time that counts as seen is at least the length of a bar.
    price_kind : PriceKind
        Kind of the price that the bars are of.
    bars : Bars, or a mapping of its fields
        Bars of venue and instrument of the trigger, that close by the instant of the claim.

    Returns
    -------
    BarClaim

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.claim_by_bars(claim={"reference": "K-2026-000004", "cover": {"reference": "C-2026-000017", "account": {"position": {"venue": "binance_usdm", "instrument": "BTCUSDT", "coin": "BTC", "margin_currency": "USDT", "contract": "linear", "side": "long", "quantity": 0.5, "entry_price": 60000, "margin_mode": {"isolated": {"margin": 3000}}, "maintenance": {"tiers": {"source": "binance_usdm", "instrument": "BTCUSDT", "margin_currency": "USDT", "time_ms": 1729728000000, "notional_floor": [0, 50000, 600000, 3000000], "notional_cap": [50000, 600000, 3000000, 12000000], "maintenance_rate": [0.004, 0.005, 0.0065, 0.01], "deduction": [0, 50, 950, 11450], "max_leverage": [125, 100, 75, 50]}}}}, "peril": {"liquidation": {"venue": "binance_usdm", "instrument": "BTCUSDT", "price_kind": "mark"}}, "terms": {"starts_ms": 1780272000000, "expires_ms": 1780876800000, "sum": {"fraction": {"of_loss": "0.5"}}, "basis": "indemnity", "currency": "USDT", "exclusions": ["platform_failure", "holder_closed", "margin_withdrawn"]}, "product": "liquidation-half"}, "as_of_ms": 1780444800000, "longest_gap_ms": 86400000, "events": [{"reference": "FUND-1", "time_ms": 1780315200000, "event": {"funding": {"paid": "3.15"}}}, {"reference": "LIQ-77120", "time_ms": 1780387260000, "event": {"liquidated": {"venue": "binance_usdm", "instrument": "BTCUSDT", "fill_price": 54105.2}}}], "events_until_ms": 1780444800000}, price_kind="mark", bars={"source": "binance_usdm", "instrument": "BTCUSDT", "quote_currency": "USDT", "interval_ms": 86400000, "open_time_ms": [1780272000000, 1780358400000], "open": [60000, 58900], "high": [60850, 59200], "low": [58400, 53800.5], "close": [58900, 57300]})
    >>> report.triggered
    'yes'
    >>> report.decision
    'pay'
    """
    return BarClaim._read(call("insurance.claim_by_bars", {"claim": claim, "price_kind": price_kind, "bars": bars}))


@operation("insurance.verify_claim")
def verify_claim(
    *,
    claim: Claim | ClaimDict,
) -> VerifyClaimReport:
    """A claim judged again from the request inside it: whether everything is the same, to the last bit.

    Parameters
    ----------
    claim : Claim, or a mapping of its fields
        Claim as it was stored.

    Returns
    -------
    VerifyClaimReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.verify_claim(claim={"decision": "pay", "due_ms": 1780315380000, "evidence": {"events": ["LIQ-77120"], "level": 54216.867469879515, "price": 54210.5, "side": "down"}, "frozen": {"bankruptcy_price": 54000.0, "levels": [{"loss": "3000.00", "payout": "1500.00", "price": 54216.867469879515, "side": "down"}], "leverage": 10.0, "loss": "3000.00", "margin": 3000.0, "maximum_payout": "1500.00", "payout": "1500.00"}, "items": {"beyond_limit": "0", "coinsured": "0", "covered": "1500.000", "deducted": "0", "loss": "3000.00", "payout": "1500.00", "rounding": "0.000"}, "loss": {"funding": "3.15", "other": "105.29", "price": "2891.56", "total": "3000.00"}, "payout": {"money": {"amount": "1500.00", "currency": "USDT"}}, "reasons": [], "request": {"as_of_ms": 1780315500000, "cover": {"account": {"position": {"close_fee_rate": 0.0, "coin": "BTC", "contract": "linear", "entry_price": 60000.0, "funding_paid": 0.0, "instrument": "BTCUSDT", "maintenance": {"tiers": {"deduction": [0.0, 50.0, 950.0, 11450.0], "instrument": "BTCUSDT", "maintenance_rate": [0.004, 0.005, 0.0065, 0.01], "margin_currency": "USDT", "max_leverage": [125.0, 100.0, 75.0, 50.0], "notional_cap": [50000.0, 600000.0, 3000000.0, 12000000.0], "notional_floor": [0.0, 50000.0, 600000.0, 3000000.0], "source": "binance_usdm", "time_ms": 1729728000000}}, "margin_currency": "USDT", "margin_mode": {"isolated": {"margin": 3000.0}}, "quantity": 0.5, "side": "long", "venue": "binance_usdm"}}, "peril": {"liquidation": {"instrument": "BTCUSDT", "price_kind": "mark", "venue": "binance_usdm"}}, "product": "liquidation-half", "reference": "C-2026-000017", "terms": {"alteration": "void", "basis": "indemnity", "currency": "USDT", "digits": 2, "exclusions": ["platform_failure", "holder_closed", "margin_withdrawn"], "expires_ms": 1780876800000, "payment": "at_trigger", "rounding": "toward_zero", "starts_ms": 1780272000000, "sum": {"fraction": {"of_loss": "0.5"}}}}, "earlier": [{"cover": "C-2026-000012", "reference": "K-2026-000003", "state": "paid"}], "events": [{"event": {"funding": {"paid": "3.15"}}, "reference": "FUND-1", "time_ms": 1780315200000}, {"event": {"liquidated": {"fill_price": 54105.2, "instrument": "BTCUSDT", "venue": "binance_usdm"}}, "reference": "LIQ-77120", "time_ms": 1780315381000}], "events_until_ms": 1780315500000, "longest_gap_ms": 60000, "prices": [{"instrument": "BTCUSDT", "price": [58000.0, 56500.5, 55120.0, 54210.5, 54330.2], "price_kind": "mark", "time_ms": [1780315200000, 1780315260000, 1780315320000, 1780315380000, 1780315440000], "venue": "binance_usdm"}, {"instrument": "BTCUSDT", "price": [54000.0], "price_kind": "last", "time_ms": [1780315260000], "venue": "binance_usdm"}], "reference": "K-2026-000004"}, "triggered": "yes", "triggered_ms": 1780315380000})
    >>> report.holds
    True
    >>> len(report.differences)
    0
    """
    return VerifyClaimReport._read(call("insurance.verify_claim", {"claim": claim}))


@operation("insurance.payout_file")
def payout_file(
    *,
    reference: str,
    prepared_by: str,
    prepared_ms: datetime.datetime | int | str,
    orders: Sequence[PayoutOrder | PayoutOrderDict] | FrameLike,
    approvals: Sequence[PayoutApproval | PayoutApprovalDict] | FrameLike | None = None,
) -> PayoutFile:
    """The payments of claims that were accepted, as a file that two others release: neither assessed one of its claims nor put it together.

    Each claim is judged again, and an approval names how many payments of what sums it approves.

    Parameters
    ----------
    reference : str
        Reference of the file.
    prepared_by : str
        Person who put the file together.
    prepared_ms : datetime.datetime | int | str
        Time at which the file was put together, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    orders : Sequence[PayoutOrder | PayoutOrderDict], or a DataFrame of their fields
        Claims that are to be paid, in any order.
    approvals : Sequence[PayoutApproval | PayoutApprovalDict], or a DataFrame of their fields, optional
        Approvals so far, in any order. [[] where absent]

    Returns
    -------
    PayoutFile

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.payout_file(reference="P-2026-000009", prepared_by="clerk-4", prepared_ms=1780319100000, orders=[{"claim": {"decision": "pay", "due_ms": 1780315380000, "evidence": {"events": ["LIQ-77120"], "level": 54216.867469879515, "price": 54210.5, "side": "down"}, "frozen": {"bankruptcy_price": 54000.0, "levels": [{"loss": "3000.00", "payout": "1500.00", "price": 54216.867469879515, "side": "down"}], "leverage": 10.0, "loss": "3000.00", "margin": 3000.0, "maximum_payout": "1500.00", "payout": "1500.00"}, "items": {"beyond_limit": "0", "coinsured": "0", "covered": "1500.000", "deducted": "0", "loss": "3000.00", "payout": "1500.00", "rounding": "0.000"}, "loss": {"funding": "3.15", "other": "105.29", "price": "2891.56", "total": "3000.00"}, "payout": {"money": {"amount": "1500.00", "currency": "USDT"}}, "reasons": [], "request": {"as_of_ms": 1780315500000, "cover": {"account": {"position": {"close_fee_rate": 0.0, "coin": "BTC", "contract": "linear", "entry_price": 60000.0, "funding_paid": 0.0, "instrument": "BTCUSDT", "maintenance": {"tiers": {"deduction": [0.0, 50.0, 950.0, 11450.0], "instrument": "BTCUSDT", "maintenance_rate": [0.004, 0.005, 0.0065, 0.01], "margin_currency": "USDT", "max_leverage": [125.0, 100.0, 75.0, 50.0], "notional_cap": [50000.0, 600000.0, 3000000.0, 12000000.0], "notional_floor": [0.0, 50000.0, 600000.0, 3000000.0], "source": "binance_usdm", "time_ms": 1729728000000}}, "margin_currency": "USDT", "margin_mode": {"isolated": {"margin": 3000.0}}, "quantity": 0.5, "side": "long", "venue": "binance_usdm"}}, "peril": {"liquidation": {"instrument": "BTCUSDT", "price_kind": "mark", "venue": "binance_usdm"}}, "product": "liquidation-half", "reference": "C-2026-000017", "terms": {"alteration": "void", "basis": "indemnity", "currency": "USDT", "digits": 2, "exclusions": ["platform_failure", "holder_closed", "margin_withdrawn"], "expires_ms": 1780876800000, "payment": "at_trigger", "rounding": "toward_zero", "starts_ms": 1780272000000, "sum": {"fraction": {"of_loss": "0.5"}}}}, "earlier": [{"cover": "C-2026-000012", "reference": "K-2026-000003", "state": "paid"}], "events": [{"event": {"funding": {"paid": "3.15"}}, "reference": "FUND-1", "time_ms": 1780315200000}, {"event": {"liquidated": {"fill_price": 54105.2, "instrument": "BTCUSDT", "venue": "binance_usdm"}}, "reference": "LIQ-77120", "time_ms": 1780315381000}], "events_until_ms": 1780315500000, "longest_gap_ms": 60000, "prices": [{"instrument": "BTCUSDT", "price": [58000.0, 56500.5, 55120.0, 54210.5, 54330.2], "price_kind": "mark", "time_ms": [1780315200000, 1780315260000, 1780315320000, 1780315380000, 1780315440000], "venue": "binance_usdm"}, {"instrument": "BTCUSDT", "price": [54000.0], "price_kind": "last", "time_ms": [1780315260000], "venue": "binance_usdm"}], "reference": "K-2026-000004"}, "triggered": "yes", "triggered_ms": 1780315380000}, "payee": "W-000031", "assessed_by": "assessor-2"}], approvals=[{"by": "treasurer-1", "at_ms": 1780322700000, "payments": 1, "totals": [{"amount": "1500.00", "currency": "USDT"}]}, {"by": "director-1", "at_ms": 1780324500000, "payments": 1, "totals": [{"amount": "1500.00", "currency": "USDT"}]}])
    >>> report.reference
    'P-2026-000009'
    >>> report.state
    'released'
    """
    return PayoutFile._read(call("insurance.payout_file", {"reference": reference, "prepared_by": prepared_by, "prepared_ms": prepared_ms, "orders": records(orders), "approvals": records(approvals)}))


@operation("insurance.policy_states")
def policy_states(
    *,
    subject: PolicySubject,
) -> PolicyStates:
    """The states of policies or claims as data: legal moves, who may make them, and which need a reason. An application draws its buttons
    from it.

    Parameters
    ----------
    subject : PolicySubject
        Kind of thing whose states are asked for.

    Returns
    -------
    PolicyStates

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.policy_states(subject="claim")
    >>> len(report.states)
    6
    >>> len(report.moves)
    10
    """
    return PolicyStates._read(call("insurance.policy_states", {"subject": subject}))


@operation("insurance.change_policy_state")
def change_policy_state(
    *,
    change: PolicyOrClaimChangeLike,
) -> ChangePolicyStateReport:
    """Moves a policy or a claim to another state, or says why not.

    Parameters
    ----------
    change : PolicyOrClaimChange, or its word or mapping
        Change of a policy or of a claim.

    Returns
    -------
    ChangePolicyStateReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.change_policy_state(change={"claim": {"state": "assessed", "since_ms": 1780617600000, "to": "disputed", "by": "holder", "reason": "The fill of the liquidation was lower.", "at_ms": 1780621200000}})
    >>> report.state
    'disputed'
    >>> report.action
    'dispute'
    """
    return ChangePolicyStateReport._read(call("insurance.change_policy_state", {"change": change}))


# Below, because the modules of a package name each other's types.
from ._cover import Cover, CoverDict, Exclusion, FrozenTerms, FrozenTermsDict, PayoutItems, PayoutItemsDict, PriceKind
from ._quote import Converted, ConvertedDict, CurrencyRate, CurrencyRateDict
