"""Operations and types of ``insurance``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from .._documents import Document, FrameLike, Variant, call, day, document, each, instant, listed, operation, records, rows
from .._outcome import outcome
from .._show import Rows
from ..derivatives import BarrierSide
from ..units import Money, MoneyDict, Outcome, Rounding

__all__ = [
    "AssessmentOutcome",
    "AssessmentReport",
    "CapitalRate",
    "CapitalRateDict",
    "CapitalRateLaw",
    "CapitalRateLawDict",
    "CapitalRateLike",
    "CapitalRegime",
    "ClaimClosed",
    "ClaimClosedDict",
    "ClaimPaid",
    "ClaimPaidDict",
    "ClaimReported",
    "ClaimReportedDict",
    "ClaimReserved",
    "ClaimReservedDict",
    "CostOfCapital",
    "CoverRefund",
    "CoverRefundDict",
    "CoverSold",
    "CoverSoldDict",
    "CoverTriggered",
    "CoverTriggeredDict",
    "FundCash",
    "FundCashDict",
    "FundEntry",
    "FundEntryDict",
    "FundEntryLike",
    "FundEvent",
    "FundEventDict",
    "FundLine",
    "FundPolicy",
    "FundPolicyDict",
    "FundPositionReport",
    "FundRuinReport",
    "RiskMarginReport",
    "UnearnedBasis",
    "UtilisationPriceReport",
    "assess_votes",
    "fund_position",
    "fund_ruin",
    "risk_margin",
    "utilisation_price",
]


def __dir__() -> list[str]:
    return __all__


@document
class FundPolicy(Document):
    """Rules of a fund.

    Attributes
    ----------
    currency : str
        Currency of the fund, as USDT.
    places : int, optional
        Decimal places of estimates that are booked: unearned premiums, expected claims. [from 0 to 12; 2 where absent]
    rounding : Rounding, optional
        Rounding of estimates that are booked: what a fund owes is rounded up. ["ceiling" where absent]
    """

    currency: str
    places: int | None = None
    rounding: Rounding | None = None
    _route = "insurance.fund_position:policy"

    def __init__(
        self,
        currency: str,
        places: int | None = None,
        rounding: Rounding | None = None,
    ) -> None:
        self._fill({"currency": currency, "places": places, "rounding": rounding})

    def _wire(self) -> dict[str, Any]:
        return {
            "currency": self.currency,
            "places": self.places,
            "rounding": self.rounding,
        }


class FundPolicyDict(TypedDict):
    """``FundPolicy`` as a mapping."""

    currency: str
    places: NotRequired[int | None]
    rounding: NotRequired[Rounding | None]


@document
class FundCash(Document):
    """Cash that came or went.

    Attributes
    ----------
    value : Money
        Cash, above 0.
    """

    value: Money
    _route = "insurance.fund_position:events.[].entry.capital"

    def __init__(
        self,
        value: Money | MoneyDict,
    ) -> None:
        self._fill({"value": value})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["value"] = Money._read(document["value"])

    def _wire(self) -> dict[str, Any]:
        return {
            "value": self.value,
        }


class FundCashDict(TypedDict):
    """``FundCash`` as a mapping."""

    value: Money | MoneyDict


@document
class CoverSold(Document):
    """A cover that was sold.

    Attributes
    ----------
    cover : str
        Name of the cover, which no other cover has.
    value : Money
        Premium received, above 0.
    sum_insured : Money
        Sum insured, above 0.
    instrument : str, optional
        Instrument whose price triggers the cover. Absent: no single price does, as of a fall from the maximum or a default.
    side : BarrierSide, optional
        Side of the price on which the barrier lies: down for the liquidation of a long, up for that of a short. Absent: as the instrument.
    barrier : float, optional
        Price whose touch triggers the cover, in quote currency. Absent: as the instrument. [from 1e-18 to 1e+18]
    inception_ms : datetime.datetime
        Instant from which the price is watched, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    expiry_ms : datetime.datetime
        Instant until which the price is watched, in Unix milliseconds UTC; after the inception, and after the sale. [ms, from 1230940800000 to 253402235999999]
    hit_probability : float, optional
        Probability of a touch that the premium was made of, above 0: the measure of the premium that is not earned yet. Absent: it is known only in proportion to time. [from 0.0 to 1.0]
    """

    cover: str
    value: Money
    sum_insured: Money
    inception_ms: datetime.datetime
    expiry_ms: datetime.datetime
    instrument: str | None = None
    side: BarrierSide | None = None
    barrier: float | None = None
    hit_probability: float | None = None
    _route = "insurance.fund_position:events.[].entry.premium"

    def __init__(
        self,
        cover: str,
        value: Money | MoneyDict,
        sum_insured: Money | MoneyDict,
        inception_ms: datetime.datetime | int | str,
        expiry_ms: datetime.datetime | int | str,
        instrument: str | None = None,
        side: BarrierSide | None = None,
        barrier: float | None = None,
        hit_probability: float | None = None,
    ) -> None:
        self._fill({"cover": cover, "value": value, "sum_insured": sum_insured, "instrument": instrument, "side": side, "barrier": barrier, "inception_ms": inception_ms, "expiry_ms": expiry_ms, "hit_probability": hit_probability})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["value"] = Money._read(document["value"])
        document["sum_insured"] = Money._read(document["sum_insured"])
        document["inception_ms"] = instant(document["inception_ms"])
        document["expiry_ms"] = instant(document["expiry_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "cover": self.cover,
            "value": self.value,
            "sum_insured": self.sum_insured,
            "instrument": self.instrument,
            "side": self.side,
            "barrier": self.barrier,
            "inception_ms": self.inception_ms,
            "expiry_ms": self.expiry_ms,
            "hit_probability": self.hit_probability,
        }


class CoverSoldDict(TypedDict):
    """``CoverSold`` as a mapping."""

    cover: str
    value: Money | MoneyDict
    sum_insured: Money | MoneyDict
    instrument: NotRequired[str | None]
    side: NotRequired[BarrierSide | None]
    barrier: NotRequired[float | None]
    inception_ms: datetime.datetime | int | str
    expiry_ms: datetime.datetime | int | str
    hit_probability: NotRequired[float | None]


@document
class CoverRefund(Document):
    """A cover that was ended early.

    Attributes
    ----------
    cover : str
        Name of the cover.
    value : Money
        Premium paid back, from 0 on, at most the premium.
    """

    cover: str
    value: Money
    _route = "insurance.fund_position:events.[].entry.refund"

    def __init__(
        self,
        cover: str,
        value: Money | MoneyDict,
    ) -> None:
        self._fill({"cover": cover, "value": value})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["value"] = Money._read(document["value"])

    def _wire(self) -> dict[str, Any]:
        return {
            "cover": self.cover,
            "value": self.value,
        }


class CoverRefundDict(TypedDict):
    """``CoverRefund`` as a mapping."""

    cover: str
    value: Money | MoneyDict


@document
class CoverTriggered(Document):
    """A cover whose barrier was touched.

    Attributes
    ----------
    cover : str
        Name of the cover.
    """

    cover: str
    _route = "insurance.fund_position:events.[].entry.trigger"

    def __init__(
        self,
        cover: str,
    ) -> None:
        self._fill({"cover": cover})

    def _wire(self) -> dict[str, Any]:
        return {
            "cover": self.cover,
        }


class CoverTriggeredDict(TypedDict):
    """``CoverTriggered`` as a mapping."""

    cover: str


@document
class ClaimReported(Document):
    """A claim that was reported.

    Attributes
    ----------
    claim : str
        Name of the claim, which no other claim has.
    cover : str
        Name of the cover; it has no other claim.
    reserve : Money
        Case reserve: what the claim is expected to cost, from 0 on, at most the sum insured.
    """

    claim: str
    cover: str
    reserve: Money
    _route = "insurance.fund_position:events.[].entry.report"

    def __init__(
        self,
        claim: str,
        cover: str,
        reserve: Money | MoneyDict,
    ) -> None:
        self._fill({"claim": claim, "cover": cover, "reserve": reserve})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["reserve"] = Money._read(document["reserve"])

    def _wire(self) -> dict[str, Any]:
        return {
            "claim": self.claim,
            "cover": self.cover,
            "reserve": self.reserve,
        }


class ClaimReportedDict(TypedDict):
    """``ClaimReported`` as a mapping."""

    claim: str
    cover: str
    reserve: Money | MoneyDict


@document
class ClaimReserved(Document):
    """A claim whose reserve was set anew.

    Attributes
    ----------
    claim : str
        Name of the claim.
    reserve : Money
        Case reserve: what the claim is still expected to cost, from 0 on; with what is paid at most the sum insured.
    """

    claim: str
    reserve: Money
    _route = "insurance.fund_position:events.[].entry.reserve"

    def __init__(
        self,
        claim: str,
        reserve: Money | MoneyDict,
    ) -> None:
        self._fill({"claim": claim, "reserve": reserve})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["reserve"] = Money._read(document["reserve"])

    def _wire(self) -> dict[str, Any]:
        return {
            "claim": self.claim,
            "reserve": self.reserve,
        }


class ClaimReservedDict(TypedDict):
    """``ClaimReserved`` as a mapping."""

    claim: str
    reserve: Money | MoneyDict


@document
class ClaimPaid(Document):
    """A payment on a claim.

    Attributes
    ----------
    claim : str
        Name of the claim.
    value : Money
        Cash paid, above 0, at most the reserve.
    """

    claim: str
    value: Money
    _route = "insurance.fund_position:events.[].entry.payment"

    def __init__(
        self,
        claim: str,
        value: Money | MoneyDict,
    ) -> None:
        self._fill({"claim": claim, "value": value})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["value"] = Money._read(document["value"])

    def _wire(self) -> dict[str, Any]:
        return {
            "claim": self.claim,
            "value": self.value,
        }


class ClaimPaidDict(TypedDict):
    """``ClaimPaid`` as a mapping."""

    claim: str
    value: Money | MoneyDict


@document
class ClaimClosed(Document):
    """A claim that was closed.

    Attributes
    ----------
    claim : str
        Name of the claim.
    """

    claim: str
    _route = "insurance.fund_position:events.[].entry.close"

    def __init__(
        self,
        claim: str,
    ) -> None:
        self._fill({"claim": claim})

    def _wire(self) -> dict[str, Any]:
        return {
            "claim": self.claim,
        }


class ClaimClosedDict(TypedDict):
    """``ClaimClosed`` as a mapping."""

    claim: str


@document
class FundEntry(Variant):
    """Entry of a fund: the kind of an event with what belongs to it.

    Cases
    -----
    capital
        The owners put in capital.
    withdrawal
        The owners took out capital.
    expense
        An expense was paid.
    premium
        A cover was sold, and its premium received.
    refund
        A cover was ended early, and a part of its premium paid back.
    trigger
        The price has touched the barrier of a cover: a claim has happened, and is not reported yet.
    report
        A claim was reported.
    reserve
        The case reserve of a claim was set anew.
    payment
        A claim was paid, in full or in part.
    close
        A claim was closed: what is left of its reserve is free again.
    """

    tag: Literal["capital", "withdrawal", "expense", "premium", "refund", "trigger", "report", "reserve", "payment", "close"]
    content: FundCash | CoverSold | CoverRefund | CoverTriggered | ClaimReported | ClaimReserved | ClaimPaid | ClaimClosed | None = None
    _route = "insurance.fund_position:events.[].entry"

    @classmethod
    def capital(cls, content: FundCash | FundCashDict) -> Self:
        """The owners put in capital."""
        return cls._made("capital", content)

    @classmethod
    def withdrawal(cls, content: FundCash | FundCashDict) -> Self:
        """The owners took out capital."""
        return cls._made("withdrawal", content)

    @classmethod
    def expense(cls, content: FundCash | FundCashDict) -> Self:
        """An expense was paid."""
        return cls._made("expense", content)

    @classmethod
    def premium(cls, content: CoverSold | CoverSoldDict) -> Self:
        """A cover was sold, and its premium received."""
        return cls._made("premium", content)

    @classmethod
    def refund(cls, content: CoverRefund | CoverRefundDict) -> Self:
        """A cover was ended early, and a part of its premium paid back."""
        return cls._made("refund", content)

    @classmethod
    def trigger(cls, content: CoverTriggered | CoverTriggeredDict) -> Self:
        """The price has touched the barrier of a cover: a claim has happened, and is not reported yet."""
        return cls._made("trigger", content)

    @classmethod
    def report(cls, content: ClaimReported | ClaimReportedDict) -> Self:
        """A claim was reported."""
        return cls._made("report", content)

    @classmethod
    def reserve(cls, content: ClaimReserved | ClaimReservedDict) -> Self:
        """The case reserve of a claim was set anew."""
        return cls._made("reserve", content)

    @classmethod
    def payment(cls, content: ClaimPaid | ClaimPaidDict) -> Self:
        """A claim was paid, in full or in part."""
        return cls._made("payment", content)

    @classmethod
    def close(cls, content: ClaimClosed | ClaimClosedDict) -> Self:
        """A claim was closed: what is left of its reserve is free again."""
        return cls._made("close", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "capital":
            return FundCash._read(content)
        if tag == "withdrawal":
            return FundCash._read(content)
        if tag == "expense":
            return FundCash._read(content)
        if tag == "premium":
            return CoverSold._read(content)
        if tag == "refund":
            return CoverRefund._read(content)
        if tag == "trigger":
            return CoverTriggered._read(content)
        if tag == "report":
            return ClaimReported._read(content)
        if tag == "reserve":
            return ClaimReserved._read(content)
        if tag == "payment":
            return ClaimPaid._read(content)
        if tag == "close":
            return ClaimClosed._read(content)
        return content


class FundEntryDict(TypedDict, total=False):
    """``FundEntry`` as a mapping: one of the keys, with its content."""

    capital: FundCash | FundCashDict
    withdrawal: FundCash | FundCashDict
    expense: FundCash | FundCashDict
    premium: CoverSold | CoverSoldDict
    refund: CoverRefund | CoverRefundDict
    trigger: CoverTriggered | CoverTriggeredDict
    report: ClaimReported | ClaimReportedDict
    reserve: ClaimReserved | ClaimReservedDict
    payment: ClaimPaid | ClaimPaidDict
    close: ClaimClosed | ClaimClosedDict


FundEntryLike: TypeAlias = "FundEntry | FundEntryDict"
"""What is taken for a ``FundEntry``."""


@document
class FundEvent(Document):
    """One event of a fund.

    Attributes
    ----------
    time_ms : datetime.datetime
        Instant of the event, in Unix milliseconds UTC; not before the event that stands before it. [ms, from 1230940800000 to 253402235999999]
    entry : FundEntry
        Entry of the event: its kind with what belongs to it.
    """

    time_ms: datetime.datetime
    entry: FundEntry
    _route = "insurance.fund_position:events.[]"

    def __init__(
        self,
        time_ms: datetime.datetime | int | str,
        entry: FundEntryLike,
    ) -> None:
        self._fill({"time_ms": time_ms, "entry": entry})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])
        document["entry"] = FundEntry._read(document["entry"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "entry": self.entry,
        }


class FundEventDict(TypedDict):
    """``FundEvent`` as a mapping."""

    time_ms: datetime.datetime | int | str
    entry: FundEntryLike


UnearnedBasis: TypeAlias = Literal["pro_rata", "remaining_risk"]
"""How a premium is earned.

Cases
-----
pro_rata
    In proportion to time.
remaining_risk
    By the probability of a touch that remains, at the prices of the markets, over that at the sale: what was sold as a risk of 27 % and has come down to 3 % is earned by eight ninths.
"""


@document
class FundLine(Document):
    """What a fund holds and owes after an event. All amounts are in the currency of the fund.

    Attributes
    ----------
    time_ms : datetime.datetime
        Instant of the event, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    cash : Decimal
        Cash.
    outstanding : Decimal
        Outstanding claims: case reserves of those that are reported and not paid.
    unreported : Decimal
        Unreported claims: sums insured of covers that are triggered and without a claim.
    """

    time_ms: datetime.datetime
    cash: Decimal
    outstanding: Decimal
    unreported: Decimal

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])
        document["cash"] = Decimal(document["cash"])
        document["outstanding"] = Decimal(document["outstanding"])
        document["unreported"] = Decimal(document["unreported"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "cash": self.cash,
            "outstanding": self.outstanding,
            "unreported": self.unreported,
        }


@document
class FundPositionReport(Document):
    """Result of `fund_position`. All amounts are in the currency of the fund.

    Attributes
    ----------
    cash : Decimal
        Cash: what came in less what went out.
    capital : Decimal
        Capital that the owners put in.
    withdrawn : Decimal
        Capital that the owners took out.
    premiums : Decimal
        Premiums received.
    refunds : Decimal
        Premiums paid back.
    expenses : Decimal
        Expenses paid.
    claims_paid : Decimal
        Claims paid.
    covers_in_force : int
        Number of covers that can still be triggered. [from 0]
    sum_insured_in_force : Decimal
        Sum insured of the covers that can still be triggered.
    unearned_pro_rata : Decimal
        Unearned premium in proportion to time.
    unearned_remaining_risk : Decimal, optional
        Unearned premium by the remaining risk. Absent: a market, a barrier or the probability of a sale is missing.
    expected_claims : Decimal, optional
        Expected claims of the covers in force, each watched from the valuation on. Absent: a market is missing, or no single price triggers one.
    unearned : Decimal
        Unearned premium on the basis of the request.
    premium_deficiency : Decimal, optional
        Premium deficiency: expected claims beyond the unearned premium. Absent: a market is missing.
    outstanding : Decimal
        Outstanding claims: case reserves.
    unreported : Decimal
        Unreported claims: sums insured of covers that are triggered and without a claim, and the estimate of the request.
    risk_margin : Decimal
        Risk margin of the request.
    free_capital : Decimal
        Free capital: cash less everything owed. Below 0: the fund owes more than it has.
    earned : Decimal
        Earned premium: premiums less refunds and unearned.
    loss_ratio : Outcome
        Loss ratio: claims paid, outstanding and unreported, over earned premium. `undefined` where none is earned.
    solvency_ratio : Outcome, optional
        Solvency ratio: free capital over required capital. `unbounded` where none is required. Absent: the request names none.
    lines : Rows[FundLine]
        What the fund held and owed after each event.
    """

    cash: Decimal
    capital: Decimal
    withdrawn: Decimal
    premiums: Decimal
    refunds: Decimal
    expenses: Decimal
    claims_paid: Decimal
    covers_in_force: int
    sum_insured_in_force: Decimal
    unearned_pro_rata: Decimal
    unearned: Decimal
    outstanding: Decimal
    unreported: Decimal
    risk_margin: Decimal
    free_capital: Decimal
    earned: Decimal
    loss_ratio: Outcome
    lines: Rows[FundLine]
    unearned_remaining_risk: Decimal | None = None
    expected_claims: Decimal | None = None
    premium_deficiency: Decimal | None = None
    solvency_ratio: Outcome | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["cash"] = Decimal(document["cash"])
        document["capital"] = Decimal(document["capital"])
        document["withdrawn"] = Decimal(document["withdrawn"])
        document["premiums"] = Decimal(document["premiums"])
        document["refunds"] = Decimal(document["refunds"])
        document["expenses"] = Decimal(document["expenses"])
        document["claims_paid"] = Decimal(document["claims_paid"])
        document["sum_insured_in_force"] = Decimal(document["sum_insured_in_force"])
        document["unearned_pro_rata"] = Decimal(document["unearned_pro_rata"])
        if document.get("unearned_remaining_risk") is not None:
            document["unearned_remaining_risk"] = Decimal(document["unearned_remaining_risk"])
        if document.get("expected_claims") is not None:
            document["expected_claims"] = Decimal(document["expected_claims"])
        document["unearned"] = Decimal(document["unearned"])
        if document.get("premium_deficiency") is not None:
            document["premium_deficiency"] = Decimal(document["premium_deficiency"])
        document["outstanding"] = Decimal(document["outstanding"])
        document["unreported"] = Decimal(document["unreported"])
        document["risk_margin"] = Decimal(document["risk_margin"])
        document["free_capital"] = Decimal(document["free_capital"])
        document["earned"] = Decimal(document["earned"])
        document["loss_ratio"] = outcome(document["loss_ratio"])
        if document.get("solvency_ratio") is not None:
            document["solvency_ratio"] = outcome(document["solvency_ratio"])
        document["lines"] = rows(FundLine._read, document["lines"])

    def _wire(self) -> dict[str, Any]:
        return {
            "cash": self.cash,
            "capital": self.capital,
            "withdrawn": self.withdrawn,
            "premiums": self.premiums,
            "refunds": self.refunds,
            "expenses": self.expenses,
            "claims_paid": self.claims_paid,
            "covers_in_force": self.covers_in_force,
            "sum_insured_in_force": self.sum_insured_in_force,
            "unearned_pro_rata": self.unearned_pro_rata,
            "unearned_remaining_risk": self.unearned_remaining_risk,
            "expected_claims": self.expected_claims,
            "unearned": self.unearned,
            "premium_deficiency": self.premium_deficiency,
            "outstanding": self.outstanding,
            "unreported": self.unreported,
            "risk_margin": self.risk_margin,
            "free_capital": self.free_capital,
            "earned": self.earned,
            "loss_ratio": self.loss_ratio,
            "solvency_ratio": self.solvency_ratio,
            "lines": self.lines,
        }


CapitalRegime: TypeAlias = Literal["solvency_ii", "solvency_uk"]
"""Law that names a cost of capital.

Cases
-----
solvency_ii
    Solvency II, of the European Union.
solvency_uk
    Solvency UK: that of the Union until the end of 2023.
"""


@document
class CapitalRateLaw(Document):
    """Rate of a law on a day.

    Attributes
    ----------
    regime : CapitalRegime
        Law that names the rate.
    date : datetime.date
        Day of the valuation.
    """

    regime: CapitalRegime
    date: datetime.date
    _route = "insurance.risk_margin:cost.law"

    def __init__(
        self,
        regime: CapitalRegime,
        date: datetime.date,
    ) -> None:
        self._fill({"regime": regime, "date": date})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["date"] = day(document["date"])

    def _wire(self) -> dict[str, Any]:
        return {
            "regime": self.regime,
            "date": self.date,
        }


class CapitalRateLawDict(TypedDict):
    """``CapitalRateLaw`` as a mapping."""

    regime: CapitalRegime
    date: datetime.date


@document
class CapitalRate(Variant):
    """Rate of the cost of capital: that of a law, or the caller's.

    Cases
    -----
    law
        Rate of a law on a day.
    rate
        Rate per year above the riskless one, as a fraction.
    """

    tag: Literal["law", "rate"]
    content: CapitalRateLaw | float | None = None
    _route = "insurance.risk_margin:cost"

    @classmethod
    def law(cls, content: CapitalRateLaw | CapitalRateLawDict) -> Self:
        """Rate of a law on a day."""
        return cls._made("law", content)

    @classmethod
    def rate(cls, content: float) -> Self:
        """Rate per year above the riskless one, as a fraction."""
        return cls._made("rate", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "law":
            return CapitalRateLaw._read(content)
        return content


class CapitalRateDict(TypedDict, total=False):
    """``CapitalRate`` as a mapping: one of the keys, with its content."""

    law: CapitalRateLaw | CapitalRateLawDict
    rate: float


CapitalRateLike: TypeAlias = "CapitalRate | CapitalRateDict"
"""What is taken for a ``CapitalRate``."""


@document
class CostOfCapital(Document):
    """Cost of capital of a law from a day on.

    Attributes
    ----------
    regime : CapitalRegime
        Law that names the rate.
    valid_from : datetime.date
        Day from which the rate holds.
    rate_per_year : float
        Cost of capital above the riskless rate, per year.
    source : str
        Source of the rate.
    """

    regime: CapitalRegime
    valid_from: datetime.date
    rate_per_year: float
    source: str

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["valid_from"] = day(document["valid_from"])

    def _wire(self) -> dict[str, Any]:
        return {
            "regime": self.regime,
            "valid_from": self.valid_from,
            "rate_per_year": self.rate_per_year,
            "source": self.source,
        }


@document
class RiskMarginReport(Document):
    """Result of `risk_margin`.

    Attributes
    ----------
    risk_margin : float
        Risk margin, in units of currency.
    rate_per_year : float
        Cost of capital per year that it was made with.
    law : CostOfCapital, optional
        Law, day and source of the rate. Absent: it is the caller's.
    parts : tuple[float, ...]
        Part of each period in the risk margin, in units of currency.
    """

    risk_margin: float
    rate_per_year: float
    parts: tuple[float, ...]
    law: CostOfCapital | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("law") is not None:
            document["law"] = CostOfCapital._read(document["law"])
        document["parts"] = listed(document["parts"])

    def _wire(self) -> dict[str, Any]:
        return {
            "risk_margin": self.risk_margin,
            "rate_per_year": self.rate_per_year,
            "law": self.law,
            "parts": self.parts,
        }


@document
class FundRuinReport(Document):
    """Result of `fund_ruin`.

    Attributes
    ----------
    lower : float
        Lower bound of the probability of ruin within all periods.
    upper : float
        Upper bound of the probability of ruin within all periods; the lower one where it is exact.
    lower_by_period : tuple[float, ...]
        Lower bounds of the probability of ruin by the end of each period.
    upper_by_period : tuple[float, ...]
        Upper bounds of the probability of ruin by the end of each period.
    expected_loss : float
        Expected loss of a period, in units of currency.
    """

    lower: float
    upper: float
    lower_by_period: tuple[float, ...]
    upper_by_period: tuple[float, ...]
    expected_loss: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["lower_by_period"] = listed(document["lower_by_period"])
        document["upper_by_period"] = listed(document["upper_by_period"])

    def _wire(self) -> dict[str, Any]:
        return {
            "lower": self.lower,
            "upper": self.upper,
            "lower_by_period": self.lower_by_period,
            "upper_by_period": self.upper_by_period,
            "expected_loss": self.expected_loss,
        }


@document
class UtilisationPriceReport(Document):
    """Result of `utilisation_price`.

    Attributes
    ----------
    utilisation_before : float
        Utilisation before the purchase.
    utilisation_after : float
        Utilisation after it.
    premium_rate : float
        Mean premium rate of the purchase, as a fraction of the sum insured.
    premium : float
        Premium of the purchase, in units of currency.
    next_rate : float
        Premium rate of the next cover, however small.
    """

    utilisation_before: float
    utilisation_after: float
    premium_rate: float
    premium: float
    next_rate: float

    def _wire(self) -> dict[str, Any]:
        return {
            "utilisation_before": self.utilisation_before,
            "utilisation_after": self.utilisation_after,
            "premium_rate": self.premium_rate,
            "premium": self.premium,
            "next_rate": self.next_rate,
        }


AssessmentOutcome: TypeAlias = Literal["accepted", "denied", "no_quorum", "no_majority"]
"""What votes decide.

Cases
-----
accepted
    The claim is accepted.
denied
    The claim is denied.
no_quorum
    Too little stake has voted.
no_majority
    Enough stake has voted, and neither side has its majority.
"""


@document
class AssessmentReport(Document):
    """Result of `assess_votes`.

    Attributes
    ----------
    outcome : AssessmentOutcome
        What the votes decide. Without quorum or majority the claim goes on to review.
    voted : Decimal
        Stake that voted.
    needed : Decimal
        Stake that was needed for a quorum, rounded up to 12 places.
    """

    outcome: AssessmentOutcome
    voted: Decimal
    needed: Decimal

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["voted"] = Decimal(document["voted"])
        document["needed"] = Decimal(document["needed"])

    def _wire(self) -> dict[str, Any]:
        return {
            "outcome": self.outcome,
            "voted": self.voted,
            "needed": self.needed,
        }


@operation("insurance.fund_position")
def fund_position(
    *,
    policy: FundPolicy | FundPolicyDict,
    events: Sequence[FundEvent | FundEventDict] | FrameLike,
    time_ms: datetime.datetime | int | str,
    markets: Sequence[BookMarket | BookMarketDict] | FrameLike | None = None,
    unearned: UnearnedBasis | None = None,
    unreported_estimate: Money | MoneyDict | None = None,
    risk_margin: Money | MoneyDict | None = None,
    required_capital: Money | MoneyDict | None = None,
) -> FundPositionReport:
    """Where a fund stands, from its events, exactly: cash, unearned premium, outstanding and unreported claims, free capital, solvency ratio.

    Parameters
    ----------
    policy : FundPolicy, or a mapping of its fields
        Rules of the fund.
    events : Sequence[FundEvent | FundEventDict], or a DataFrame of their fields
        Events of the fund, in order.
    time_ms : datetime.datetime | int | str
        Instant of the valuation, in Unix milliseconds UTC; not before the last event. [ms, from 1230940800000 to 253402235999999]
    markets : Sequence[BookMarket | BookMarketDict], or a DataFrame of their fields, optional
        Prices of the instruments at that instant, and how they move; without jumps. Without those of a cover in force nothing is said of expected claims. [[] where absent]
    unearned : UnearnedBasis, optional
        How premiums are earned. ["pro_rata" where absent]
    unreported_estimate : Money, or a mapping of its fields, optional
        Claims that neither ledger nor price has shown yet, by an estimate such as that of `insurance.reserve`. Absent: nothing.
    risk_margin : Money, or a mapping of its fields, optional
        Risk margin, such as that of `insurance.risk_margin`. Absent: nothing.
    required_capital : Money, or a mapping of its fields, optional
        Capital that the fund must hold, such as the value at risk of `insurance.book_loss`. Absent: no solvency ratio.

    Returns
    -------
    FundPositionReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.fund_position(policy={"currency": "USDT", "places": 2, "rounding": "ceiling"}, events=[{"time_ms": 1780272000000, "entry": {"capital": {"value": {"amount": "10000", "currency": "USDT"}}}}, {"time_ms": 1780272000000, "entry": {"premium": {"cover": "P-1001", "value": {"amount": "561.21", "currency": "USDT"}, "sum_insured": {"amount": "1500", "currency": "USDT"}, "instrument": "BTCUSDT", "side": "down", "barrier": 54216.87, "inception_ms": 1780272000000, "expiry_ms": 1780876800000, "hit_probability": 0.2735563819}}}, {"time_ms": 1780315200000, "entry": {"premium": {"cover": "P-1002", "value": {"amount": "607.90", "currency": "USDT"}, "sum_insured": {"amount": "1500", "currency": "USDT"}, "instrument": "BTCUSDT", "side": "up", "barrier": 65737.05, "inception_ms": 1780315200000, "expiry_ms": 1780876800000, "hit_probability": 0.27}}}, {"time_ms": 1780358400000, "entry": {"expense": {"value": {"amount": "120", "currency": "USDT"}}}}, {"time_ms": 1780444800000, "entry": {"premium": {"cover": "P-1003", "value": {"amount": "99.5", "currency": "USDT"}, "sum_insured": {"amount": "400", "currency": "USDT"}, "instrument": "BTCUSDT", "side": "down", "barrier": 56000, "inception_ms": 1780444800000, "expiry_ms": 1781049600000, "hit_probability": 0.21}}}, {"time_ms": 1780488000000, "entry": {"trigger": {"cover": "P-1002"}}}, {"time_ms": 1780509600000, "entry": {"report": {"claim": "C-7", "cover": "P-1002", "reserve": {"amount": "1500", "currency": "USDT"}}}}, {"time_ms": 1780531200000, "entry": {"payment": {"claim": "C-7", "value": {"amount": "1450.25", "currency": "USDT"}}}}, {"time_ms": 1780531200000, "entry": {"reserve": {"claim": "C-7", "reserve": {"amount": "40", "currency": "USDT"}}}}, {"time_ms": 1780574400000, "entry": {"refund": {"cover": "P-1003", "value": {"amount": "60", "currency": "USDT"}}}}], time_ms=1780617600000, markets=[{"instrument": "BTCUSDT", "spot": 58500, "drift_per_year": 0, "volatility": 0.65}], unearned="remaining_risk", unreported_estimate={"amount": "25", "currency": "USDT"}, risk_margin={"amount": "3.20", "currency": "USDT"}, required_capital={"amount": "1500", "currency": "USDT"})
    >>> report.covers_in_force
    1
    >>> report.loss_ratio.value
    1.920468948035488
    """
    return FundPositionReport._read(call("insurance.fund_position", {"policy": policy, "events": records(events), "time_ms": time_ms, "markets": records(markets), "unearned": unearned, "unreported_estimate": unreported_estimate, "risk_margin": risk_margin, "required_capital": required_capital}))


@operation("insurance.risk_margin")
def risk_margin(
    *,
    required_capital: ArrayLike,
    period_years: float,
    cost: CapitalRateLike,
    riskless_rate: float | None = None,
    taper_per_year: float | None = None,
) -> RiskMarginReport:
    """The risk margin by the cost of capital, whose rates stand with the day from which each holds.

    Parameters
    ----------
    required_capital : array_like of float
        Capital that is required at the beginning of each period until the last cover has ended, in units of currency.
    period_years : float
        Length of a period, in years of 365 days; above 0. [years, 0, or from 1e-12 to 30.0]
    cost : CapitalRate, or its word or mapping
        Cost of capital.
    riskless_rate : float, optional
        Riskless rate per year, compounded once a year. [1/year, from -0.99 to 10.0; 0.0 where absent]
    taper_per_year : float, optional
        Factor by which the capital of each further year counts less: the risk tapering of the newer laws, 1 for none. [from 0.0 to 1.0; 1.0 where absent]

    Returns
    -------
    RiskMarginReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.risk_margin(required_capital=[1500, 1500, 1400, 900, 900, 400, 100], period_years=0.0027397260273972603, cost={"law": {"regime": "solvency_ii", "date": "2026-06-01"}}, riskless_rate=0.02, taper_per_year=1)
    >>> report.risk_margin
    1.1011924047441217
    >>> report.rate_per_year
    0.06
    """
    return RiskMarginReport._read(call("insurance.risk_margin", {"required_capital": required_capital, "period_years": period_years, "cost": cost, "riskless_rate": riskless_rate, "taper_per_year": taper_per_year}))


@operation("insurance.fund_ruin")
def fund_ruin(
    *,
    capital: float,
    premium: float,
    losses: ArrayLike,
    probabilities: ArrayLike,
    periods: int,
    step: float,
) -> FundRuinReport:
    """The probability that a fund is ruined within a number of periods, each with its premiums and the loss of a book, between two bounds.

    Parameters
    ----------
    capital : float
        Free capital at the start, in units of currency. [from 0.0 to 1e+18]
    premium : float
        Premiums of a period less its expenses, in units of currency. [from 0.0 to 1e+18]
    losses : array_like of float
        Losses of a period that can occur, in units of currency.
    probabilities : array_like of float
        Probabilities of the losses; their sum is 1 to within 1e-9.
    periods : int
        Number of periods. [from 1 to 10000]
    step : float
        Distance between lattice points, in units of currency; above 0. Where it divides all amounts the answer is exact. [from 0.0 to 1e+18]

    Returns
    -------
    FundRuinReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.fund_ruin(capital=700000, premium=400000, losses=[0, 150000, 375000, 525000, 645000, 685000], probabilities=[0.16936899799504657, 0.21712539809017228, 0.3399492220134268, 0.22668404214367666, 0.04526429615668814, 0.0016080436009895578], periods=52, step=5000)
    >>> report.lower
    0.014335007568323854
    >>> report.upper
    0.014335007568323854
    """
    return FundRuinReport._read(call("insurance.fund_ruin", {"capital": capital, "premium": premium, "losses": losses, "probabilities": probabilities, "periods": periods, "step": step}))


@operation("insurance.utilisation_price")
def utilisation_price(
    *,
    capacity: float,
    used: float,
    bought: float,
    base_rate: float,
    target: float | None = None,
    slope: float | None = None,
) -> UtilisationPriceReport:
    """The premium of a purchase from a pool whose price rises with its utilisation.

    Parameters
    ----------
    capacity : float
        Capacity of the pool, in units of currency; above 0. [from 0.0 to 1e+18]
    used : float
        Sum insured of the covers in force, in units of currency; at most the capacity. [from 0.0 to 1e+18]
    bought : float
        Sum insured that is bought, in units of currency; above 0, at most the capacity that is left. [from 0.0 to 1e+18]
    base_rate : float
        Premium rate up to the target, as a fraction of the sum insured. [from 0.0 to 1000000000000.0]
    target : float, optional
        Utilisation from which the rate rises. [from 0.0 to 1.0; 0.9 where absent]
    slope : float, optional
        Rise of the rate per unit of utilisation beyond the target: 2 is 0.02 for each further percent. [from 0.0 to 1000000000000.0; 2.0 where absent]

    Returns
    -------
    UtilisationPriceReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.utilisation_price(capacity=1000000, used=850000, bought=100000, base_rate=0.02, target=0.9, slope=2)
    >>> report.utilisation_before
    0.85
    >>> report.utilisation_after
    0.95
    """
    return UtilisationPriceReport._read(call("insurance.utilisation_price", {"capacity": capacity, "used": used, "bought": bought, "base_rate": base_rate, "target": target, "slope": slope}))


@operation("insurance.assess_votes")
def assess_votes(
    *,
    for_claim: Decimal | str,
    against_claim: Decimal | str,
    eligible: Decimal | str,
    quorum: float | None = None,
    majority: float | None = None,
) -> AssessmentReport:
    """The outcome of a vote on a claim by stake: quorum first, then the majority of either side.

    Parameters
    ----------
    for_claim : Decimal | str
        Stake that voted for the claim, as decimal text; 0 or more.
    against_claim : Decimal | str
        Stake that voted against the claim, as decimal text; 0 or more.
    eligible : Decimal | str
        Stake that could have voted, as decimal text: at least that of the votes.
    quorum : float, optional
        Part of the eligible stake that must have voted for a decision. [from 0.0 to 1.0; 0.15 where absent]
    majority : float, optional
        Part of the votes that must be for a claim that is accepted, and against one that is denied: 0.7 of them, for one; above a half. [from 0.0 to 1.0; 0.7 where absent]

    Returns
    -------
    AssessmentReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.assess_votes(for_claim="800.5", against_claim="199.5", eligible="2500", quorum=0.15, majority=0.7)
    >>> report.outcome
    'accepted'
    """
    return AssessmentReport._read(call("insurance.assess_votes", {"for_claim": for_claim, "against_claim": against_claim, "eligible": eligible, "quorum": quorum, "majority": majority}))


# Below, because the modules of a package name each other's types.
from ._book import BookMarket, BookMarketDict
