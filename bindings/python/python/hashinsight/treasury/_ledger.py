"""Operations and types of ``treasury``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypeVar, TypedDict, overload

from numpy.typing import ArrayLike

from .. import _frames
from .._documents import Document, FrameLike, Variant, call, day, document, each, instant, listed, operation, records, rows
from .._frames import Columns
from .._show import Rows
from ..market import LedgerRow, LedgerRowDict
from ..units import Money, MoneyDict

__all__ = [
    "Account",
    "AccountBalance",
    "Basis",
    "Cash",
    "CashDict",
    "ClockChange",
    "ClockChangeDict",
    "CoinFee",
    "Contribution",
    "ContributionDict",
    "Disposal",
    "DisposalKind",
    "Entry",
    "EntryDict",
    "EntryLike",
    "Event",
    "EventDict",
    "EventKind",
    "FeePaid",
    "FeePaidDict",
    "FeePolicy",
    "JournalEntry",
    "JournalLine",
    "JournalReport",
    "LedgerHistoryColumns",
    "LedgerPolicy",
    "LedgerPolicyDict",
    "LedgerReport",
    "LeftOut",
    "LeftOutReason",
    "LongTerm",
    "LongTermDict",
    "LongTermLike",
    "Loss",
    "LossDict",
    "LotLine",
    "LotPick",
    "LotPickDict",
    "Mark",
    "MarkDict",
    "Market",
    "MatchRule",
    "Method",
    "MinimumTaxReport",
    "MissingCoins",
    "Purchase",
    "PurchaseDict",
    "Receipt",
    "ReceiptDict",
    "RollForward",
    "Sale",
    "SaleDict",
    "Shortfall",
    "Statement",
    "TaxedSale",
    "Term",
    "TotalsLine",
    "Transfer",
    "TransferDict",
    "WalletBalance",
    "Zone",
    "ZoneDict",
    "journal",
    "ledger",
    "ledger_history",
    "minimum_tax",
    "roll_forward",
    "statement_events",
]


def __dir__() -> list[str]:
    return __all__

_Frame = TypeVar("_Frame")  # a pandas or polars DataFrame


Method: TypeAlias = Literal["fifo", "lifo", "hifo", "lofo", "average", "specific_identification", "united_kingdom"]
"""Method that says which coins a disposal takes.

Cases
-----
fifo
    First in, first out.
lifo
    Last in, first out.
hifo
    Highest cost of a coin first; of equal ones the oldest.
lofo
    Lowest cost of a coin first; of equal ones the oldest.
average
    The average cost of the pool, which keeps quantity and total cost.
specific_identification
    The lots that each disposal names, no later than it happens.
united_kingdom
    Individuals in the United Kingdom: the same day, then the following 30 days, then the section 104 pool.
"""


@document
class ClockChange(Document):
    """A change of a zone's offset from UTC.

    Attributes
    ----------
    time_ms : datetime.datetime
        Instant of the change, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    utc_offset_min : int
        Offset from then on, in minutes east of UTC. [min, from -1080 to 1080]
    """

    time_ms: datetime.datetime
    utc_offset_min: int
    _route = "treasury.ledger:policy.zone.changes.[]"

    def __init__(
        self,
        time_ms: datetime.datetime | int | str,
        utc_offset_min: int,
    ) -> None:
        self._fill({"time_ms": time_ms, "utc_offset_min": utc_offset_min})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "utc_offset_min": self.utc_offset_min,
        }


class ClockChangeDict(TypedDict):
    """``ClockChange`` as a mapping."""

    time_ms: datetime.datetime | int | str
    utc_offset_min: int


@document
class Zone(Document):
    """A time zone as a list of the offsets that its clocks have had, which the caller takes from a time zone database.

    Attributes
    ----------
    name : str
        Name of the time zone, as in the IANA database.
    utc_offset_min : int
        Offset before the first change, in minutes east of UTC: a name is no offset. [min, from -1080 to 1080]
    changes : Rows[ClockChange], optional
        Changes of the offset, oldest first. Empty: the offset never changes. [[] where absent]
    """

    name: str
    utc_offset_min: int
    changes: Rows[ClockChange] | None = None
    _route = "treasury.ledger:policy.zone"

    def __init__(
        self,
        name: str,
        utc_offset_min: int,
        changes: Sequence[ClockChange | ClockChangeDict] | FrameLike | None = None,
    ) -> None:
        self._fill({"name": name, "utc_offset_min": utc_offset_min, "changes": changes})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("changes") is not None:
            document["changes"] = rows(ClockChange._read, document["changes"])

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "utc_offset_min": self.utc_offset_min,
            "changes": self.changes,
        }


class ZoneDict(TypedDict):
    """``Zone`` as a mapping."""

    name: str
    utc_offset_min: int
    changes: NotRequired[Sequence[ClockChange | ClockChangeDict] | None]


@document
class LongTerm(Variant):
    """Holding period of a long-term gain.

    Cases
    -----
    more_than_one_year
        More than one year, by the calendar, counted from the day after the acquisition (United States, Rev. Rul. 66-7).
    days
        At least so many days.
    never
        The law knows no such gain.
    """

    tag: Literal["more_than_one_year", "days", "never"]
    content: int | None = None
    _route = "treasury.ledger:policy.long_term"

    @classmethod
    def more_than_one_year(cls) -> Self:
        """More than one year, by the calendar, counted from the day after the acquisition (United States, Rev. Rul. 66-7)."""
        return cls._made("more_than_one_year")

    @classmethod
    def days(cls, content: int) -> Self:
        """At least so many days."""
        return cls._made("days", content)

    @classmethod
    def never(cls) -> Self:
        """The law knows no such gain."""
        return cls._made("never")


class LongTermDict(TypedDict, total=False):
    """``LongTerm`` as a mapping: one of the keys, with its content."""

    days: int


LongTermLike: TypeAlias = "LongTerm | LongTermDict | Literal['more_than_one_year', 'never']"
"""What is taken for a ``LongTerm``."""


FeePolicy: TypeAlias = Literal["in_the_trade", "expense", "separate_disposal"]
"""Treatment of fees of purchases and sales.

Cases
-----
in_the_trade
    A fee adds to the cost of a purchase and reduces the proceeds of a sale. A fee in coins leaves with the coins sold, and the proceeds spread over both.
expense
    A fee is an expense. A fee in coins is disposed of at the price of the sale, or costs its share of the purchase.
separate_disposal
    As in the trade; but a fee in coins of a sale is a disposal of its own at the price of the sale, and this value reduces the proceeds.
"""


CoinFee: TypeAlias = Literal["refuse", "taxable", "at_cost"]
"""Treatment of fees in coins of transfers, and of fees in coins by themselves.

Cases
-----
refuse
    An event with such a fee is refused.
taxable
    They are disposals at their fair value, which is an expense.
at_cost
    Their cost is an expense; there is no gain.
"""


Shortfall: TypeAlias = Literal["refuse", "allow"]
"""Treatment of a balance that would fall below zero.

Cases
-----
refuse
    The event is refused.
allow
    The balance falls below zero.
"""


MissingCoins: TypeAlias = Literal["refuse", "zero_cost"]
"""Treatment of coins that leave a pool and are not in it.

Cases
-----
refuse
    The event is refused.
zero_cost
    The missing coins count as put in by the owner with the event, at no cost.
"""


@document
class LedgerPolicy(Document):
    """Rules of a ledger. What is not named here is refused when it happens.

    Attributes
    ----------
    currency : str
        Currency of all money in the ledger.
    method : Method
        Method that says which coins a disposal takes.
    zone : Zone, optional
        Time zone whose civil dates count. [{"name":"UTC","utc_offset_min":0,"changes":[]} where absent]
    per_wallet_from : datetime.date, optional
        First civil day on which each wallet is a pool of its own. Absent: all wallets are one pool.
    long_term : LongTerm, optional
        Holding period of a long-term gain. ["more_than_one_year" where absent]
    fees : FeePolicy, optional
        Treatment of fees of purchases and sales. ["in_the_trade" where absent]
    coin_fee : CoinFee, optional
        Treatment of fees in coins of transfers, and of fees in coins by themselves. ["refuse" where absent]
    cash_below_zero : Shortfall, optional
        Treatment of an event after which cash would be below zero. ["refuse" where absent]
    wallet_below_zero : Shortfall, optional
        Treatment of an event after which a wallet would be below zero although the pool holds the coins. ["refuse" where absent]
    missing_coins : MissingCoins, optional
        Treatment of an event by which more coins leave a pool than it holds. ["refuse" where absent]
    """

    currency: str
    method: Method
    zone: Zone | None = None
    per_wallet_from: datetime.date | None = None
    long_term: LongTerm | None = None
    fees: FeePolicy | None = None
    coin_fee: CoinFee | None = None
    cash_below_zero: Shortfall | None = None
    wallet_below_zero: Shortfall | None = None
    missing_coins: MissingCoins | None = None
    _route = "treasury.ledger:policy"

    def __init__(
        self,
        currency: str,
        method: Method,
        zone: Zone | ZoneDict | None = None,
        per_wallet_from: datetime.date | None = None,
        long_term: LongTermLike | None = None,
        fees: FeePolicy | None = None,
        coin_fee: CoinFee | None = None,
        cash_below_zero: Shortfall | None = None,
        wallet_below_zero: Shortfall | None = None,
        missing_coins: MissingCoins | None = None,
    ) -> None:
        self._fill({"currency": currency, "method": method, "zone": zone, "per_wallet_from": per_wallet_from, "long_term": long_term, "fees": fees, "coin_fee": coin_fee, "cash_below_zero": cash_below_zero, "wallet_below_zero": wallet_below_zero, "missing_coins": missing_coins})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("zone") is not None:
            document["zone"] = Zone._read(document["zone"])
        if document.get("per_wallet_from") is not None:
            document["per_wallet_from"] = day(document["per_wallet_from"])
        if document.get("long_term") is not None:
            document["long_term"] = LongTerm._read(document["long_term"])

    def _wire(self) -> dict[str, Any]:
        return {
            "currency": self.currency,
            "method": self.method,
            "zone": self.zone,
            "per_wallet_from": self.per_wallet_from,
            "long_term": self.long_term,
            "fees": self.fees,
            "coin_fee": self.coin_fee,
            "cash_below_zero": self.cash_below_zero,
            "wallet_below_zero": self.wallet_below_zero,
            "missing_coins": self.missing_coins,
        }


class LedgerPolicyDict(TypedDict):
    """``LedgerPolicy`` as a mapping."""

    currency: str
    method: Method
    zone: NotRequired[Zone | ZoneDict | None]
    per_wallet_from: NotRequired[datetime.date | None]
    long_term: NotRequired[LongTermLike | None]
    fees: NotRequired[FeePolicy | None]
    coin_fee: NotRequired[CoinFee | None]
    cash_below_zero: NotRequired[Shortfall | None]
    wallet_below_zero: NotRequired[Shortfall | None]
    missing_coins: NotRequired[MissingCoins | None]


@document
class Purchase(Document):
    """A purchase of coins.

    Attributes
    ----------
    amount_sat : int
        Coins bought before a fee in coins, in satoshis, above 0. [sat, from 0 to 2100000000000000]
    value : Money
        Price of all coins bought, without fees.
    fee : Money, optional
        Fee paid in cash. Absent: nothing.
    fee_sat : int, optional
        Fee kept back from the coins bought, in satoshis, below `amount_sat`. [sat, from 0 to 2100000000000000; 0 where absent]
    wallet : int, optional
        Number of the wallet that receives the coins. [from 0; 0 where absent]
    """

    amount_sat: int
    value: Money
    fee: Money | None = None
    fee_sat: int | None = None
    wallet: int | None = None
    _route = "treasury.ledger:events.[].entry.buy"

    def __init__(
        self,
        amount_sat: int,
        value: Money | MoneyDict,
        fee: Money | MoneyDict | None = None,
        fee_sat: int | None = None,
        wallet: int | None = None,
    ) -> None:
        self._fill({"amount_sat": amount_sat, "value": value, "fee": fee, "fee_sat": fee_sat, "wallet": wallet})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["value"] = Money._read(document["value"])
        if document.get("fee") is not None:
            document["fee"] = Money._read(document["fee"])

    def _wire(self) -> dict[str, Any]:
        return {
            "amount_sat": self.amount_sat,
            "value": self.value,
            "fee": self.fee,
            "fee_sat": self.fee_sat,
            "wallet": self.wallet,
        }


class PurchaseDict(TypedDict):
    """``Purchase`` as a mapping."""

    amount_sat: int
    value: Money | MoneyDict
    fee: NotRequired[Money | MoneyDict | None]
    fee_sat: NotRequired[int | None]
    wallet: NotRequired[int | None]


@document
class Receipt(Document):
    """Coins received as income.

    Attributes
    ----------
    amount_sat : int
        Coins received, in satoshis, above 0. [sat, from 0 to 2100000000000000]
    value : Money
        Fair value of all coins at receipt: income, and their basis for tax.
    book_value : Money, optional
        Basis of all coins in the books, such as their cost of production. Absent: their fair value.
    wallet : int, optional
        Number of the wallet that receives the coins. [from 0; 0 where absent]
    """

    amount_sat: int
    value: Money
    book_value: Money | None = None
    wallet: int | None = None
    _route = "treasury.ledger:events.[].entry.mine"

    def __init__(
        self,
        amount_sat: int,
        value: Money | MoneyDict,
        book_value: Money | MoneyDict | None = None,
        wallet: int | None = None,
    ) -> None:
        self._fill({"amount_sat": amount_sat, "value": value, "book_value": book_value, "wallet": wallet})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["value"] = Money._read(document["value"])
        if document.get("book_value") is not None:
            document["book_value"] = Money._read(document["book_value"])

    def _wire(self) -> dict[str, Any]:
        return {
            "amount_sat": self.amount_sat,
            "value": self.value,
            "book_value": self.book_value,
            "wallet": self.wallet,
        }


class ReceiptDict(TypedDict):
    """``Receipt`` as a mapping."""

    amount_sat: int
    value: Money | MoneyDict
    book_value: NotRequired[Money | MoneyDict | None]
    wallet: NotRequired[int | None]


@document
class LotPick(Document):
    """Coins of one lot.

    Attributes
    ----------
    lot : int
        Number of the lot: that of the event that brought it, counted from 0. [from 0]
    amount_sat : int
        Coins taken from the lot, in satoshis, above 0. [sat, from 0 to 2100000000000000]
    """

    lot: int
    amount_sat: int
    _route = "treasury.minimum_tax:sale.lots.[]"

    def __init__(
        self,
        lot: int,
        amount_sat: int,
    ) -> None:
        self._fill({"lot": lot, "amount_sat": amount_sat})

    def _wire(self) -> dict[str, Any]:
        return {
            "lot": self.lot,
            "amount_sat": self.amount_sat,
        }


class LotPickDict(TypedDict):
    """``LotPick`` as a mapping."""

    lot: int
    amount_sat: int


@document
class Sale(Document):
    """A sale of coins.

    Attributes
    ----------
    amount_sat : int
        Coins sold without a fee in coins, in satoshis, above 0. [sat, from 0 to 2100000000000000]
    value : Money
        Price of all coins sold, before fees.
    fee : Money, optional
        Fee paid in cash. Absent: nothing.
    fee_sat : int, optional
        Fee paid in coins on top of `amount_sat`, in satoshis, at most `amount_sat`. [sat, from 0 to 2100000000000000; 0 where absent]
    wallet : int, optional
        Number of the wallet that the coins leave. [from 0; 0 where absent]
    lots : Rows[LotPick], optional
        Lots that are sold, where the method is specific identification: together the coins sold and the fee in coins, taken in this order. [[] where absent]
    identified_ms : datetime.datetime, optional
        Instant at which the lots were identified, in Unix milliseconds UTC; not after the sale. Absent: with the sale. [ms, from 1230940800000 to 253402235999999]
    """

    amount_sat: int
    value: Money
    fee: Money | None = None
    fee_sat: int | None = None
    wallet: int | None = None
    lots: Rows[LotPick] | None = None
    identified_ms: datetime.datetime | None = None
    _route = "treasury.minimum_tax:sale"

    def __init__(
        self,
        amount_sat: int,
        value: Money | MoneyDict,
        fee: Money | MoneyDict | None = None,
        fee_sat: int | None = None,
        wallet: int | None = None,
        lots: Sequence[LotPick | LotPickDict] | FrameLike | None = None,
        identified_ms: datetime.datetime | int | str | None = None,
    ) -> None:
        self._fill({"amount_sat": amount_sat, "value": value, "fee": fee, "fee_sat": fee_sat, "wallet": wallet, "lots": lots, "identified_ms": identified_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["value"] = Money._read(document["value"])
        if document.get("fee") is not None:
            document["fee"] = Money._read(document["fee"])
        if document.get("lots") is not None:
            document["lots"] = rows(LotPick._read, document["lots"])
        if document.get("identified_ms") is not None:
            document["identified_ms"] = instant(document["identified_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "amount_sat": self.amount_sat,
            "value": self.value,
            "fee": self.fee,
            "fee_sat": self.fee_sat,
            "wallet": self.wallet,
            "lots": self.lots,
            "identified_ms": self.identified_ms,
        }


class SaleDict(TypedDict):
    """``Sale`` as a mapping."""

    amount_sat: int
    value: Money | MoneyDict
    fee: NotRequired[Money | MoneyDict | None]
    fee_sat: NotRequired[int | None]
    wallet: NotRequired[int | None]
    lots: NotRequired[Sequence[LotPick | LotPickDict] | None]
    identified_ms: NotRequired[datetime.datetime | int | str | None]


@document
class Transfer(Document):
    """A move of coins between wallets of one owner.

    Attributes
    ----------
    amount_sat : int
        Coins that arrive, in satoshis, above 0. [sat, from 0 to 2100000000000000]
    from_wallet : int
        Number of the wallet that the coins leave. [from 0]
    to_wallet : int
        Number of the wallet that receives the coins. [from 0]
    fee_sat : int, optional
        Fee paid in coins on top of `amount_sat`, in satoshis. [sat, from 0 to 2100000000000000; 0 where absent]
    fee_value : Money, optional
        Fair value of the fee in coins: needed where the policy taxes it.
    lots : Rows[LotPick], optional
        Lots that move, where the method is specific identification and the pools are per wallet: together the coins and the fee. [[] where absent]
    """

    amount_sat: int
    from_wallet: int
    to_wallet: int
    fee_sat: int | None = None
    fee_value: Money | None = None
    lots: Rows[LotPick] | None = None
    _route = "treasury.ledger:events.[].entry.transfer"

    def __init__(
        self,
        amount_sat: int,
        from_wallet: int,
        to_wallet: int,
        fee_sat: int | None = None,
        fee_value: Money | MoneyDict | None = None,
        lots: Sequence[LotPick | LotPickDict] | FrameLike | None = None,
    ) -> None:
        self._fill({"amount_sat": amount_sat, "from_wallet": from_wallet, "to_wallet": to_wallet, "fee_sat": fee_sat, "fee_value": fee_value, "lots": lots})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("fee_value") is not None:
            document["fee_value"] = Money._read(document["fee_value"])
        if document.get("lots") is not None:
            document["lots"] = rows(LotPick._read, document["lots"])

    def _wire(self) -> dict[str, Any]:
        return {
            "amount_sat": self.amount_sat,
            "from_wallet": self.from_wallet,
            "to_wallet": self.to_wallet,
            "fee_sat": self.fee_sat,
            "fee_value": self.fee_value,
            "lots": self.lots,
        }


class TransferDict(TypedDict):
    """``Transfer`` as a mapping."""

    amount_sat: int
    from_wallet: int
    to_wallet: int
    fee_sat: NotRequired[int | None]
    fee_value: NotRequired[Money | MoneyDict | None]
    lots: NotRequired[Sequence[LotPick | LotPickDict] | None]


@document
class FeePaid(Document):
    """A fee by itself.

    Attributes
    ----------
    value : Money
        Fee paid in cash, or fair value of the fee in coins.
    amount_sat : int, optional
        Fee paid in coins, in satoshis. 0: it was paid in cash. [sat, from 0 to 2100000000000000; 0 where absent]
    wallet : int, optional
        Number of the wallet that the coins leave. [from 0; 0 where absent]
    lots : Rows[LotPick], optional
        Lots that pay the fee, where the method is specific identification. [[] where absent]
    """

    value: Money
    amount_sat: int | None = None
    wallet: int | None = None
    lots: Rows[LotPick] | None = None
    _route = "treasury.ledger:events.[].entry.fee"

    def __init__(
        self,
        value: Money | MoneyDict,
        amount_sat: int | None = None,
        wallet: int | None = None,
        lots: Sequence[LotPick | LotPickDict] | FrameLike | None = None,
    ) -> None:
        self._fill({"value": value, "amount_sat": amount_sat, "wallet": wallet, "lots": lots})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["value"] = Money._read(document["value"])
        if document.get("lots") is not None:
            document["lots"] = rows(LotPick._read, document["lots"])

    def _wire(self) -> dict[str, Any]:
        return {
            "value": self.value,
            "amount_sat": self.amount_sat,
            "wallet": self.wallet,
            "lots": self.lots,
        }


class FeePaidDict(TypedDict):
    """``FeePaid`` as a mapping."""

    value: Money | MoneyDict
    amount_sat: NotRequired[int | None]
    wallet: NotRequired[int | None]
    lots: NotRequired[Sequence[LotPick | LotPickDict] | None]


@document
class Loss(Document):
    """Coins lost or stolen.

    Attributes
    ----------
    amount_sat : int
        Coins lost, in satoshis, above 0. [sat, from 0 to 2100000000000000]
    wallet : int, optional
        Number of the wallet that the coins left. [from 0; 0 where absent]
    lots : Rows[LotPick], optional
        Lots that were lost, where the method is specific identification. [[] where absent]
    """

    amount_sat: int
    wallet: int | None = None
    lots: Rows[LotPick] | None = None
    _route = "treasury.ledger:events.[].entry.lost"

    def __init__(
        self,
        amount_sat: int,
        wallet: int | None = None,
        lots: Sequence[LotPick | LotPickDict] | FrameLike | None = None,
    ) -> None:
        self._fill({"amount_sat": amount_sat, "wallet": wallet, "lots": lots})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("lots") is not None:
            document["lots"] = rows(LotPick._read, document["lots"])

    def _wire(self) -> dict[str, Any]:
        return {
            "amount_sat": self.amount_sat,
            "wallet": self.wallet,
            "lots": self.lots,
        }


class LossDict(TypedDict):
    """``Loss`` as a mapping."""

    amount_sat: int
    wallet: NotRequired[int | None]
    lots: NotRequired[Sequence[LotPick | LotPickDict] | None]


@document
class Cash(Document):
    """Cash that came or went.

    Attributes
    ----------
    value : Money
        Cash, above 0.
    """

    value: Money
    _route = "treasury.ledger:events.[].entry.income"

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


class CashDict(TypedDict):
    """``Cash`` as a mapping."""

    value: Money | MoneyDict


@document
class Contribution(Document):
    """Coins that the owner put in.

    Attributes
    ----------
    amount_sat : int
        Coins put in, in satoshis, above 0. [sat, from 0 to 2100000000000000]
    cost : Money
        Cost that the owner carries over: the basis of all coins for tax. The contribution is counted with it.
    book_cost : Money, optional
        Basis of all coins in the books. Absent: `cost`.
    acquired_ms : datetime.datetime, optional
        Instant at which the owner acquired the coins, in Unix milliseconds UTC; not after the event. Absent: with the event. [ms, from 1230940800000 to 253402235999999]
    wallet : int, optional
        Number of the wallet that receives the coins. [from 0; 0 where absent]
    """

    amount_sat: int
    cost: Money
    book_cost: Money | None = None
    acquired_ms: datetime.datetime | None = None
    wallet: int | None = None
    _route = "treasury.ledger:events.[].entry.contribute"

    def __init__(
        self,
        amount_sat: int,
        cost: Money | MoneyDict,
        book_cost: Money | MoneyDict | None = None,
        acquired_ms: datetime.datetime | int | str | None = None,
        wallet: int | None = None,
    ) -> None:
        self._fill({"amount_sat": amount_sat, "cost": cost, "book_cost": book_cost, "acquired_ms": acquired_ms, "wallet": wallet})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["cost"] = Money._read(document["cost"])
        if document.get("book_cost") is not None:
            document["book_cost"] = Money._read(document["book_cost"])
        if document.get("acquired_ms") is not None:
            document["acquired_ms"] = instant(document["acquired_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "amount_sat": self.amount_sat,
            "cost": self.cost,
            "book_cost": self.book_cost,
            "acquired_ms": self.acquired_ms,
            "wallet": self.wallet,
        }


class ContributionDict(TypedDict):
    """``Contribution`` as a mapping."""

    amount_sat: int
    cost: Money | MoneyDict
    book_cost: NotRequired[Money | MoneyDict | None]
    acquired_ms: NotRequired[datetime.datetime | int | str | None]
    wallet: NotRequired[int | None]


@document
class Mark(Document):
    """An observed price.

    Attributes
    ----------
    price : Money
        Price of one bitcoin, at most 3 * 10^9 with at most 12 decimal places.
    """

    price: Money
    _route = "treasury.ledger:events.[].entry.mark"

    def __init__(
        self,
        price: Money | MoneyDict,
    ) -> None:
        self._fill({"price": price})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["price"] = Money._read(document["price"])

    def _wire(self) -> dict[str, Any]:
        return {
            "price": self.price,
        }


class MarkDict(TypedDict):
    """``Mark`` as a mapping."""

    price: Money | MoneyDict


@document
class Entry(Variant):
    """Entry of a ledger: the kind of an event with what belongs to it.

    Cases
    -----
    buy
        Coins were bought for cash.
    mine
        Coins were mined, or received as income in another way: their fair value at receipt is income and becomes their tax basis.
    sell
        Coins were sold for cash.
    transfer
        Coins moved from one wallet to another of the same owner.
    fee
        A fee was paid by itself, in cash or in coins.
    lost
        Coins were lost or stolen: their cost is written off; in the United Kingdom they are disposed of for nothing.
    income
        Cash was earned with something other than coins.
    opex
        Cash was spent on running costs.
    borrow
        Cash was borrowed.
    repay
        A debt was paid back, without interest.
    interest
        Interest on a debt was paid in cash.
    deposit
        The owner put in cash.
    withdraw
        The owner took out cash.
    contribute
        The owner put in coins: the inventory at the beginning of a ledger, for one.
    mark
        A price of bitcoin was observed.
    """

    tag: Literal["buy", "mine", "sell", "transfer", "fee", "lost", "income", "opex", "borrow", "repay", "interest", "deposit", "withdraw", "contribute", "mark"]
    content: Purchase | Receipt | Sale | Transfer | FeePaid | Loss | Cash | Contribution | Mark | None = None
    _route = "treasury.ledger:events.[].entry"

    @classmethod
    def buy(cls, content: Purchase | PurchaseDict) -> Self:
        """Coins were bought for cash."""
        return cls._made("buy", content)

    @classmethod
    def mine(cls, content: Receipt | ReceiptDict) -> Self:
        """Coins were mined, or received as income in another way: their fair value at receipt is income and becomes their tax basis."""
        return cls._made("mine", content)

    @classmethod
    def sell(cls, content: Sale | SaleDict) -> Self:
        """Coins were sold for cash."""
        return cls._made("sell", content)

    @classmethod
    def transfer(cls, content: Transfer | TransferDict) -> Self:
        """Coins moved from one wallet to another of the same owner."""
        return cls._made("transfer", content)

    @classmethod
    def fee(cls, content: FeePaid | FeePaidDict) -> Self:
        """A fee was paid by itself, in cash or in coins."""
        return cls._made("fee", content)

    @classmethod
    def lost(cls, content: Loss | LossDict) -> Self:
        """Coins were lost or stolen: their cost is written off; in the United Kingdom they are disposed of for nothing."""
        return cls._made("lost", content)

    @classmethod
    def income(cls, content: Cash | CashDict) -> Self:
        """Cash was earned with something other than coins."""
        return cls._made("income", content)

    @classmethod
    def opex(cls, content: Cash | CashDict) -> Self:
        """Cash was spent on running costs."""
        return cls._made("opex", content)

    @classmethod
    def borrow(cls, content: Cash | CashDict) -> Self:
        """Cash was borrowed."""
        return cls._made("borrow", content)

    @classmethod
    def repay(cls, content: Cash | CashDict) -> Self:
        """A debt was paid back, without interest."""
        return cls._made("repay", content)

    @classmethod
    def interest(cls, content: Cash | CashDict) -> Self:
        """Interest on a debt was paid in cash."""
        return cls._made("interest", content)

    @classmethod
    def deposit(cls, content: Cash | CashDict) -> Self:
        """The owner put in cash."""
        return cls._made("deposit", content)

    @classmethod
    def withdraw(cls, content: Cash | CashDict) -> Self:
        """The owner took out cash."""
        return cls._made("withdraw", content)

    @classmethod
    def contribute(cls, content: Contribution | ContributionDict) -> Self:
        """The owner put in coins: the inventory at the beginning of a ledger, for one."""
        return cls._made("contribute", content)

    @classmethod
    def mark(cls, content: Mark | MarkDict) -> Self:
        """A price of bitcoin was observed."""
        return cls._made("mark", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "buy":
            return Purchase._read(content)
        if tag == "mine":
            return Receipt._read(content)
        if tag == "sell":
            return Sale._read(content)
        if tag == "transfer":
            return Transfer._read(content)
        if tag == "fee":
            return FeePaid._read(content)
        if tag == "lost":
            return Loss._read(content)
        if tag == "income":
            return Cash._read(content)
        if tag == "opex":
            return Cash._read(content)
        if tag == "borrow":
            return Cash._read(content)
        if tag == "repay":
            return Cash._read(content)
        if tag == "interest":
            return Cash._read(content)
        if tag == "deposit":
            return Cash._read(content)
        if tag == "withdraw":
            return Cash._read(content)
        if tag == "contribute":
            return Contribution._read(content)
        if tag == "mark":
            return Mark._read(content)
        return content


class EntryDict(TypedDict, total=False):
    """``Entry`` as a mapping: one of the keys, with its content."""

    buy: Purchase | PurchaseDict
    mine: Receipt | ReceiptDict
    sell: Sale | SaleDict
    transfer: Transfer | TransferDict
    fee: FeePaid | FeePaidDict
    lost: Loss | LossDict
    income: Cash | CashDict
    opex: Cash | CashDict
    borrow: Cash | CashDict
    repay: Cash | CashDict
    interest: Cash | CashDict
    deposit: Cash | CashDict
    withdraw: Cash | CashDict
    contribute: Contribution | ContributionDict
    mark: Mark | MarkDict


EntryLike: TypeAlias = "Entry | EntryDict"
"""What is taken for a ``Entry``."""


@document
class Event(Document):
    """One event of a ledger.

    Attributes
    ----------
    time_ms : datetime.datetime
        Instant of the event, in Unix milliseconds UTC; not before the event that stands before it. [ms, from 1230940800000 to 253402235999999]
    entry : Entry
        Entry of the event: its kind with what belongs to it.
    """

    time_ms: datetime.datetime
    entry: Entry
    _route = "treasury.ledger:events.[]"

    def __init__(
        self,
        time_ms: datetime.datetime | int | str,
        entry: EntryLike,
    ) -> None:
        self._fill({"time_ms": time_ms, "entry": entry})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])
        document["entry"] = Entry._read(document["entry"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "entry": self.entry,
        }


class EventDict(TypedDict):
    """``Event`` as a mapping."""

    time_ms: datetime.datetime | int | str
    entry: EntryLike


@document
class WalletBalance(Document):
    """Coins of a wallet.

    Attributes
    ----------
    wallet : int
        Number of the wallet. [from 0]
    amount_sat : int
        Coins of the wallet, in satoshis; negative where the policy lets it fall below zero. [sat, from -2100000000000000 to 2100000000000000]
    """

    wallet: int
    amount_sat: int

    def _wire(self) -> dict[str, Any]:
        return {
            "wallet": self.wallet,
            "amount_sat": self.amount_sat,
        }


@document
class LotLine(Document):
    """Coins of a lot that are still held.

    Attributes
    ----------
    lot : int, optional
        Number of the event that brought the coins, counted from 0. Absent: an average, or the section 104 pool. [from 0]
    wallet : int, optional
        Number of the wallet whose pool holds the coins. Absent: all wallets are one pool. [from 0]
    acquired_date : datetime.date, optional
        Civil day of the acquisition. Absent: various.
    amount_sat : int
        Coins that are held, in satoshis. [sat, from 0 to 2100000000000000]
    cost : Decimal
        Cost of the coins for tax, in the currency of the ledger.
    book_cost : Decimal
        Cost of the coins in the books, in the currency of the ledger.
    """

    amount_sat: int
    cost: Decimal
    book_cost: Decimal
    lot: int | None = None
    wallet: int | None = None
    acquired_date: datetime.date | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("acquired_date") is not None:
            document["acquired_date"] = day(document["acquired_date"])
        document["cost"] = Decimal(document["cost"])
        document["book_cost"] = Decimal(document["book_cost"])

    def _wire(self) -> dict[str, Any]:
        return {
            "lot": self.lot,
            "wallet": self.wallet,
            "acquired_date": self.acquired_date,
            "amount_sat": self.amount_sat,
            "cost": self.cost,
            "book_cost": self.book_cost,
        }


DisposalKind: TypeAlias = Literal["sale", "fee", "lost"]
"""Why coins left.

Cases
-----
sale
    They were sold.
fee
    They paid a fee.
lost
    They were lost or stolen: no gain, but an expense at cost. In the United Kingdom a disposal for nothing, whose loss is realised, as a claim of negligible value makes it.
"""


MatchRule: TypeAlias = Literal["lot", "average", "same_day", "thirty_days", "section_104_pool"]
"""By which rule coins were matched with a disposal.

Cases
-----
lot
    A lot, by the order of the method or by name.
average
    The average of the pool.
same_day
    United Kingdom: acquired on the same day.
thirty_days
    United Kingdom: acquired in the 30 days that followed.
section_104_pool
    United Kingdom: the section 104 pool.
"""


Term: TypeAlias = Literal["short_term", "long_term", "various"]
"""Term of a gain.

Cases
-----
short_term
    Held no longer than the holding period.
long_term
    Held longer than the holding period.
various
    The coins have no one date of acquisition, as they came out of an average, or the rules know no holding period.
"""


@document
class Disposal(Document):
    """One line of the disposals: the columns of Form 8949, and what the gain was made of.

    Attributes
    ----------
    event : int, optional
        Number of the event that disposed of the coins, counted from 0. Absent: all disposals of the day count as one. [from 0]
    kind : DisposalKind
        Reason why the coins left; in the United Kingdom a sale where those of one day left for several reasons.
    rule : MatchRule
        Rule by which the coins were matched with the disposal.
    wallet : int, optional
        Number of the wallet that the coins left. Absent: all disposals of the day count as one. [from 0]
    lot : int, optional
        Number of the event that brought the coins. Absent: they came out of an average or a day. [from 0]
    amount_sat : int
        Coins of this line, in satoshis. [sat, from 0 to 2100000000000000]
    acquired_date : datetime.date, optional
        Civil day of the acquisition. Absent: various.
    disposed_date : datetime.date
        Civil day of the disposal.
    term : Term
        Term of the gain.
    proceeds : Decimal
        Share of the proceeds, in the currency of the ledger.
    cost : Decimal
        Cost for tax, in the currency of the ledger.
    gain : Decimal
        Gain for tax, proceeds less cost, in the currency of the ledger; 0 where the coins left at their cost, which is an expense. The gains of all lines add up to what was realised.
    book_cost : Decimal
        Cost in the books, in the currency of the ledger.
    book_gain : Decimal
        Gain in the books, proceeds less cost in the books, in the currency of the ledger; 0 where the coins left at their cost.
    is_final : bool
        Whether no later event can change the line: in the United Kingdom, whether 30 days have passed since the disposal.
    """

    kind: DisposalKind
    rule: MatchRule
    amount_sat: int
    disposed_date: datetime.date
    term: Term
    proceeds: Decimal
    cost: Decimal
    gain: Decimal
    book_cost: Decimal
    book_gain: Decimal
    is_final: bool
    event: int | None = None
    wallet: int | None = None
    lot: int | None = None
    acquired_date: datetime.date | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("acquired_date") is not None:
            document["acquired_date"] = day(document["acquired_date"])
        document["disposed_date"] = day(document["disposed_date"])
        document["proceeds"] = Decimal(document["proceeds"])
        document["cost"] = Decimal(document["cost"])
        document["gain"] = Decimal(document["gain"])
        document["book_cost"] = Decimal(document["book_cost"])
        document["book_gain"] = Decimal(document["book_gain"])

    def _wire(self) -> dict[str, Any]:
        return {
            "event": self.event,
            "kind": self.kind,
            "rule": self.rule,
            "wallet": self.wallet,
            "lot": self.lot,
            "amount_sat": self.amount_sat,
            "acquired_date": self.acquired_date,
            "disposed_date": self.disposed_date,
            "term": self.term,
            "proceeds": self.proceeds,
            "cost": self.cost,
            "gain": self.gain,
            "book_cost": self.book_cost,
            "book_gain": self.book_gain,
            "is_final": self.is_final,
        }


@document
class TotalsLine(Document):
    """Sums of a ledger at one basis, in its currency: `cash + cost - debt = contributions + realised + income - expenses`.

    Attributes
    ----------
    cost : Decimal
        Cost of the coins that are held.
    contributions : Decimal
        Owner's contributions less withdrawals; coins at their cost.
    realised_gains : Decimal
        Gains of the disposals that gained.
    realised_losses : Decimal
        Losses of the disposals that lost, positive.
    realised : Decimal
        Realised gain of all disposals.
    income : Decimal
        Income in coins and cash.
    expenses : Decimal
        Expenses: running costs, interest, fees that are expenses, and coins that left at their cost.
    """

    cost: Decimal
    contributions: Decimal
    realised_gains: Decimal
    realised_losses: Decimal
    realised: Decimal
    income: Decimal
    expenses: Decimal

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["cost"] = Decimal(document["cost"])
        document["contributions"] = Decimal(document["contributions"])
        document["realised_gains"] = Decimal(document["realised_gains"])
        document["realised_losses"] = Decimal(document["realised_losses"])
        document["realised"] = Decimal(document["realised"])
        document["income"] = Decimal(document["income"])
        document["expenses"] = Decimal(document["expenses"])

    def _wire(self) -> dict[str, Any]:
        return {
            "cost": self.cost,
            "contributions": self.contributions,
            "realised_gains": self.realised_gains,
            "realised_losses": self.realised_losses,
            "realised": self.realised,
            "income": self.income,
            "expenses": self.expenses,
        }


@document
class Market(Document):
    """Value of the coins at an observed price, in the currency of the ledger.

    Attributes
    ----------
    price : Decimal
        Price of one bitcoin.
    price_time_ms : datetime.datetime
        Instant of the price, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    market_value : Decimal
        Value of all coins, rounded half to even at 12 decimal places.
    unrealised_tax : Decimal
        Value of all coins less their cost for tax.
    unrealised_book : Decimal
        Value of all coins less their cost in the books.
    equity : Decimal
        Cash and value of all coins, less debt.
    """

    price: Decimal
    price_time_ms: datetime.datetime
    market_value: Decimal
    unrealised_tax: Decimal
    unrealised_book: Decimal
    equity: Decimal

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["price"] = Decimal(document["price"])
        document["price_time_ms"] = instant(document["price_time_ms"])
        document["market_value"] = Decimal(document["market_value"])
        document["unrealised_tax"] = Decimal(document["unrealised_tax"])
        document["unrealised_book"] = Decimal(document["unrealised_book"])
        document["equity"] = Decimal(document["equity"])

    def _wire(self) -> dict[str, Any]:
        return {
            "price": self.price,
            "price_time_ms": self.price_time_ms,
            "market_value": self.market_value,
            "unrealised_tax": self.unrealised_tax,
            "unrealised_book": self.unrealised_book,
            "equity": self.equity,
        }


@document
class LedgerReport(Document):
    """Result of `ledger`.

    Attributes
    ----------
    currency : str
        Currency of all money.
    balance_sat : int
        Coins of all wallets, in satoshis. [sat, from 0 to 2100000000000000]
    cash : Decimal
        Cash.
    debt : Decimal
        Debt, without interest.
    wallets : Rows[WalletBalance]
        Coins of each wallet that had any.
    lots : Rows[LotLine]
        Lots that are held, in the order in which they leave.
    disposals : Rows[Disposal]
        Disposals, one line per lot or rule that they were matched with.
    tax : TotalsLine
        Sums at the basis for tax.
    book : TotalsLine
        Sums at the basis of the books.
    market : Market, optional
        Value of the coins at the last observed price. Absent: no price was observed.
    """

    currency: str
    balance_sat: int
    cash: Decimal
    debt: Decimal
    wallets: Rows[WalletBalance]
    lots: Rows[LotLine]
    disposals: Rows[Disposal]
    tax: TotalsLine
    book: TotalsLine
    market: Market | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["cash"] = Decimal(document["cash"])
        document["debt"] = Decimal(document["debt"])
        document["wallets"] = rows(WalletBalance._read, document["wallets"])
        document["lots"] = rows(LotLine._read, document["lots"])
        document["disposals"] = rows(Disposal._read, document["disposals"])
        document["tax"] = TotalsLine._read(document["tax"])
        document["book"] = TotalsLine._read(document["book"])
        if document.get("market") is not None:
            document["market"] = Market._read(document["market"])

    def _wire(self) -> dict[str, Any]:
        return {
            "currency": self.currency,
            "balance_sat": self.balance_sat,
            "cash": self.cash,
            "debt": self.debt,
            "wallets": self.wallets,
            "lots": self.lots,
            "disposals": self.disposals,
            "tax": self.tax,
            "book": self.book,
            "market": self.market,
        }


EventKind: TypeAlias = Literal["buy", "mine", "sell", "transfer", "fee", "lost", "income", "opex", "borrow", "repay", "interest", "deposit", "withdraw", "contribute", "mark"]
"""Kind of the event of a row.

Cases
-----
buy
    Coins were bought for cash: `amount_sat`, `value_micro`, `fee_micro`, `fee_sat`, `wallet`.
mine
    Coins were received as income: `amount_sat`, `value_micro`, `wallet`.
sell
    Coins were sold for cash: `amount_sat`, `value_micro`, `fee_micro`, `fee_sat`, `wallet`.
transfer
    Coins moved between wallets: `amount_sat`, `fee_sat`, the fair value of that fee as `value_micro`, `wallet`, `to_wallet`.
fee
    A fee was paid by itself: `value_micro`, and `amount_sat` and `wallet` where it was paid in coins.
lost
    Coins were lost: `amount_sat`, `wallet`.
income
    Cash was earned: `value_micro`.
opex
    Cash was spent on running costs: `value_micro`.
borrow
    Cash was borrowed: `value_micro`.
repay
    A debt was paid back: `value_micro`.
interest
    Interest was paid: `value_micro`.
deposit
    The owner put in cash: `value_micro`.
withdraw
    The owner took out cash: `value_micro`.
contribute
    The owner put in coins: `amount_sat`, their cost as `value_micro`, `wallet`.
mark
    A price of one bitcoin was observed: `value_micro`.
"""


@document
class RollForward(Document):
    """Roll-forward of the coins' fair value over a period, in the currency of the ledger, at the basis of the books.

    Attributes
    ----------
    currency : str
        Currency of the money.
    opening_fair_value : Decimal
        Fair value of the coins at the beginning.
    purchases : Decimal
        Purchases, at cost.
    mining_receipts : Decimal
        Coins mined or received as income, at their basis in the books.
    contributions : Decimal
        Coins that the owner put in, at their basis in the books.
    dispositions : Decimal
        Disposals, at their proceeds.
    written_off : Decimal
        Coins that left at their cost: lost, or paid as fees.
    gains : Decimal
        Net gain of the period, where it is one.
    losses : Decimal
        Net loss of the period, positive, where it is one.
    closing_fair_value : Decimal
        Fair value of the coins at the end.
    opening_sat : int
        Coins at the beginning, in satoshis. [sat, from 0 to 2100000000000000]
    closing_sat : int
        Coins at the end, in satoshis. [sat, from 0 to 2100000000000000]
    opening_cost : Decimal
        Cost of the coins at the beginning.
    closing_cost : Decimal
        Cost of the coins at the end.
    realised_gains : Decimal
        Gains of the period's disposals that gained: proceeds less cost.
    realised_losses : Decimal
        Losses of the period's disposals that lost, positive.
    opening_price_ms : datetime.datetime, optional
        Instant of the price behind the opening fair value. Absent: there were no coins. [ms, from 1230940800000 to 253402235999999]
    closing_price_ms : datetime.datetime, optional
        Instant of the price behind the closing fair value. Absent: there were no coins. [ms, from 1230940800000 to 253402235999999]
    """

    currency: str
    opening_fair_value: Decimal
    purchases: Decimal
    mining_receipts: Decimal
    contributions: Decimal
    dispositions: Decimal
    written_off: Decimal
    gains: Decimal
    losses: Decimal
    closing_fair_value: Decimal
    opening_sat: int
    closing_sat: int
    opening_cost: Decimal
    closing_cost: Decimal
    realised_gains: Decimal
    realised_losses: Decimal
    opening_price_ms: datetime.datetime | None = None
    closing_price_ms: datetime.datetime | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["opening_fair_value"] = Decimal(document["opening_fair_value"])
        document["purchases"] = Decimal(document["purchases"])
        document["mining_receipts"] = Decimal(document["mining_receipts"])
        document["contributions"] = Decimal(document["contributions"])
        document["dispositions"] = Decimal(document["dispositions"])
        document["written_off"] = Decimal(document["written_off"])
        document["gains"] = Decimal(document["gains"])
        document["losses"] = Decimal(document["losses"])
        document["closing_fair_value"] = Decimal(document["closing_fair_value"])
        document["opening_cost"] = Decimal(document["opening_cost"])
        document["closing_cost"] = Decimal(document["closing_cost"])
        document["realised_gains"] = Decimal(document["realised_gains"])
        document["realised_losses"] = Decimal(document["realised_losses"])
        if document.get("opening_price_ms") is not None:
            document["opening_price_ms"] = instant(document["opening_price_ms"])
        if document.get("closing_price_ms") is not None:
            document["closing_price_ms"] = instant(document["closing_price_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "currency": self.currency,
            "opening_fair_value": self.opening_fair_value,
            "purchases": self.purchases,
            "mining_receipts": self.mining_receipts,
            "contributions": self.contributions,
            "dispositions": self.dispositions,
            "written_off": self.written_off,
            "gains": self.gains,
            "losses": self.losses,
            "closing_fair_value": self.closing_fair_value,
            "opening_sat": self.opening_sat,
            "closing_sat": self.closing_sat,
            "opening_cost": self.opening_cost,
            "closing_cost": self.closing_cost,
            "realised_gains": self.realised_gains,
            "realised_losses": self.realised_losses,
            "opening_price_ms": self.opening_price_ms,
            "closing_price_ms": self.closing_price_ms,
        }


Basis: TypeAlias = Literal["tax", "book"]
"""Which cost of the coins counts.

Cases
-----
tax
    Cost for tax.
book
    Cost in the books.
"""


Account: TypeAlias = Literal["cash", "bitcoin_at_cost", "fair_value_adjustment", "debt", "contributions", "income", "realised_gains", "realised_losses", "unrealised_gains", "expenses"]
"""Account of the journal.

Cases
-----
cash
    Cash.
bitcoin_at_cost
    Coins at their cost.
fair_value_adjustment
    Fair value of the coins at the last observed price, less their cost then.
debt
    Debt, without interest.
contributions
    Contributions of the owner less withdrawals.
income
    Coins received as income, and income in cash.
realised_gains
    Gains of disposals that gained.
realised_losses
    Losses of disposals that lost.
unrealised_gains
    Changes of the fair value of coins that are held.
expenses
    Running costs, interest, fees that are expenses, and coins that left at their cost.
"""


@document
class JournalLine(Document):
    """One side of an account.

    Attributes
    ----------
    account : Account
        Account that the line is about.
    debit : Decimal
        Debit, in the currency of the ledger; 0 for a credit.
    credit : Decimal
        Credit, in the currency of the ledger; 0 for a debit.
    """

    account: Account
    debit: Decimal
    credit: Decimal

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["debit"] = Decimal(document["debit"])
        document["credit"] = Decimal(document["credit"])

    def _wire(self) -> dict[str, Any]:
        return {
            "account": self.account,
            "debit": self.debit,
            "credit": self.credit,
        }


@document
class JournalEntry(Document):
    """Debits and credits of one event, which are equal.

    Attributes
    ----------
    event : int
        Number of the event, counted from 0. [from 0]
    time_ms : datetime.datetime
        Instant of the event, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    lines : Rows[JournalLine]
        Lines, debits first.
    """

    event: int
    time_ms: datetime.datetime
    lines: Rows[JournalLine]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])
        document["lines"] = rows(JournalLine._read, document["lines"])

    def _wire(self) -> dict[str, Any]:
        return {
            "event": self.event,
            "time_ms": self.time_ms,
            "lines": self.lines,
        }


@document
class AccountBalance(Document):
    """Balance of an account.

    Attributes
    ----------
    account : Account
        Account that the balance is about.
    balance : Decimal
        Debits less credits, in the currency of the ledger.
    """

    account: Account
    balance: Decimal

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["balance"] = Decimal(document["balance"])

    def _wire(self) -> dict[str, Any]:
        return {
            "account": self.account,
            "balance": self.balance,
        }


@document
class JournalReport(Document):
    """Result of `journal`.

    Attributes
    ----------
    currency : str
        Currency of all money.
    entries : Rows[JournalEntry]
        Entries of the events that changed anything, in order.
    balances : Rows[AccountBalance]
        Balance of each account after all entries, debits above 0 and credits below: a trial balance, whose sum is 0.
    """

    currency: str
    entries: Rows[JournalEntry]
    balances: Rows[AccountBalance]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["entries"] = rows(JournalEntry._read, document["entries"])
        document["balances"] = rows(AccountBalance._read, document["balances"])

    def _wire(self) -> dict[str, Any]:
        return {
            "currency": self.currency,
            "entries": self.entries,
            "balances": self.balances,
        }


@document
class TaxedSale(Document):
    """A sale with its lots, and what it owes.

    Attributes
    ----------
    lots : Rows[LotPick]
        Lots, as the sale names them.
    short_term_gain : Decimal
        Gain that is not long-term, in the currency of the ledger.
    long_term_gain : Decimal
        Long-term gain, in the currency of the ledger.
    tax : float
        Tax at the two rates, in the currency of the ledger; below 0 where losses save tax.
    """

    lots: Rows[LotPick]
    short_term_gain: Decimal
    long_term_gain: Decimal
    tax: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["lots"] = rows(LotPick._read, document["lots"])
        document["short_term_gain"] = Decimal(document["short_term_gain"])
        document["long_term_gain"] = Decimal(document["long_term_gain"])

    def _wire(self) -> dict[str, Any]:
        return {
            "lots": self.lots,
            "short_term_gain": self.short_term_gain,
            "long_term_gain": self.long_term_gain,
            "tax": self.tax,
        }


@document
class MinimumTaxReport(Document):
    """Result of `minimum_tax`.

    Attributes
    ----------
    least : TaxedSale
        Lots whose sale owes the least tax, in the order in which they are taken.
    fifo : TaxedSale
        The same sale with the oldest lots.
    lifo : TaxedSale
        The same sale with the newest lots.
    hifo : TaxedSale
        The same sale with the dearest lots.
    """

    least: TaxedSale
    fifo: TaxedSale
    lifo: TaxedSale
    hifo: TaxedSale

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["least"] = TaxedSale._read(document["least"])
        document["fifo"] = TaxedSale._read(document["fifo"])
        document["lifo"] = TaxedSale._read(document["lifo"])
        document["hifo"] = TaxedSale._read(document["hifo"])

    def _wire(self) -> dict[str, Any]:
        return {
            "least": self.least,
            "fifo": self.fifo,
            "lifo": self.lifo,
            "hifo": self.hifo,
        }


LeftOutReason: TypeAlias = Literal["other_asset", "unknown_origin", "unknown_destination", "no_value", "incomplete_trade", "unknown_kind", "nothing", "repeated", "mismatch", "part_of_satoshi"]
"""Why a line led to no event.

Cases
-----
other_asset
    Its asset is neither bitcoin nor the currency of the policy.
unknown_origin
    Coins came in from outside: mined, bought, put in or one's own, the statement does not say.
unknown_destination
    Coins left for outside: spent, taken out or one's own, the statement does not say.
no_value
    Coins were received as income and the statement has no value for them in the currency of the policy.
incomplete_trade
    A trade whose legs are not coins against cash.
unknown_kind
    The line says of itself nothing that a ledger knows.
nothing
    Nothing came and nothing went.
repeated
    A line before it is equal in every field: the same line from two statements that overlap.
mismatch
    Coins left and coins arrived under one reference, but not as many, which no fee that is told explains, or they arrived before they left.
part_of_satoshi
    Its coins or its fee are no whole number of satoshis.
"""


@document
class LeftOut(Document):
    """A line that led to no event.

    Attributes
    ----------
    row : int
        Number of the line, counted from 0. [from 0]
    reason : LeftOutReason
        Reason why it led to no event.
    """

    row: int
    reason: LeftOutReason

    def _wire(self) -> dict[str, Any]:
        return {
            "row": self.row,
            "reason": self.reason,
        }


@document
class Statement(Document):
    """Events of account statements.

    Attributes
    ----------
    events : Rows[Event]
        Events in order of time; of one instant, in the order of their first lines.
    wallets : tuple[str, ...]
        Wallet of each source: its number is the place in this list.
    left_out : Rows[LeftOut]
        Lines that led to no event, in order.
    """

    events: Rows[Event]
    wallets: tuple[str, ...]
    left_out: Rows[LeftOut]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["events"] = rows(Event._read, document["events"])
        document["wallets"] = listed(document["wallets"])
        document["left_out"] = rows(LeftOut._read, document["left_out"])

    def _wire(self) -> dict[str, Any]:
        return {
            "events": self.events,
            "wallets": self.wallets,
            "left_out": self.left_out,
        }


@operation("treasury.ledger")
def ledger(
    *,
    policy: LedgerPolicy | LedgerPolicyDict,
    events: Sequence[Event | EventDict] | FrameLike,
) -> LedgerReport:
    """Balances, lots, disposals and sums of a ledger: the fold of its events.

    First or last in, highest or lowest cost, average, specific identification, or the United Kingdom's same day, 30 days and section 104
    pool; one pool, or one per wallet from a date on. Coins are whole satoshis and money is exact: what leaves a lot and what stays are its
    cost, and `cash + cost - debt = contributions + realised + income - expenses` at two bases, that for tax and that of the books. The
    disposals have the columns of Form 8949. What needs a choice that the policy does not make is refused.

    Parameters
    ----------
    policy : LedgerPolicy, or a mapping of its fields
        Rules of the ledger.
    events : Sequence[Event | EventDict], or a DataFrame of their fields
        Events, oldest first.

    Returns
    -------
    LedgerReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.ledger(policy={"currency": "USD", "method": "hifo", "zone": {"name": "America/New_York", "utc_offset_min": -300, "changes": [{"time_ms": 1678604400000, "utc_offset_min": -240}, {"time_ms": 1699164000000, "utc_offset_min": -300}, {"time_ms": 1710054000000, "utc_offset_min": -240}]}, "long_term": "more_than_one_year", "fees": "in_the_trade", "coin_fee": "taxable"}, events=[{"time_ms": 1704067200000, "entry": {"deposit": {"value": {"amount": "500000", "currency": "USD"}}}}, {"time_ms": 1704067200000, "entry": {"contribute": {"amount_sat": 200000000, "cost": {"amount": "52000", "currency": "USD"}, "acquired_ms": 1672531200000}}}, {"time_ms": 1704153600000, "entry": {"buy": {"amount_sat": 100000000, "value": {"amount": "44000", "currency": "USD"}, "fee": {"amount": "66", "currency": "USD"}}}}, {"time_ms": 1705276800000, "entry": {"mine": {"amount_sat": 5000000, "value": {"amount": "2150", "currency": "USD"}, "book_value": {"amount": "1600", "currency": "USD"}}}}, {"time_ms": 1705795200000, "entry": {"transfer": {"amount_sat": 150000000, "from_wallet": 0, "to_wallet": 1, "fee_sat": 20000, "fee_value": {"amount": "8.4", "currency": "USD"}}}}, {"time_ms": 1706659200000, "entry": {"sell": {"amount_sat": 120000000, "value": {"amount": "51600", "currency": "USD"}, "fee": {"amount": "77.4", "currency": "USD"}, "wallet": 1}}}, {"time_ms": 1706745600000, "entry": {"opex": {"value": {"amount": "18000", "currency": "USD"}}}}, {"time_ms": 1706832000000, "entry": {"borrow": {"value": {"amount": "100000", "currency": "USD"}}}}, {"time_ms": 1709251200000, "entry": {"interest": {"value": {"amount": "850", "currency": "USD"}}}}, {"time_ms": 1709337600000, "entry": {"repay": {"value": {"amount": "40000", "currency": "USD"}}}}, {"time_ms": 1709424000000, "entry": {"fee": {"value": {"amount": "25", "currency": "USD"}}}}, {"time_ms": 1710115200000, "entry": {"lost": {"amount_sat": 1000000}}}, {"time_ms": 1711843200000, "entry": {"mark": {"price": {"amount": "70000", "currency": "USD"}}}}])
    >>> report.currency
    'USD'
    >>> report.balance_sat
    183980000
    """
    return LedgerReport._read(call("treasury.ledger", {"policy": policy, "events": records(events)}))


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class LedgerHistoryColumns(Columns):
    """Columns of ``ledger_history``, of the kind that came in.

    Attributes
    ----------
    proceeds_micro : int64
        Proceeds of the coins that the event disposed of, in millionths of the currency.
    cost_micro : int64
        Cost for tax of the coins that the event disposed of or wrote off, in millionths of the currency.
    gain_micro : int64
        Gain for tax, proceeds less cost, in millionths of the currency.
    long_term_gain_micro : int64
        Part of the gain that is long-term, in millionths of the currency.
    balance_sat : int64
        Coins of all wallets after the event, in satoshis.
    cash_micro : int64
        Cash after the event, in millionths of the currency.
    """

    proceeds_micro: Any
    cost_micro: Any
    gain_micro: Any
    long_term_gain_micro: Any
    balance_sat: Any
    cash_micro: Any


@overload
def ledger_history(
    *,
    time_ms: ArrayLike,
    kind: ArrayLike,
    amount_sat: ArrayLike,
    value_micro: ArrayLike,
    fee_micro: ArrayLike,
    fee_sat: ArrayLike,
    wallet: ArrayLike,
    to_wallet: ArrayLike,
    policy: LedgerPolicy | LedgerPolicyDict,
) -> LedgerHistoryColumns: ...


@overload
def ledger_history(
    frame: _Frame,
    /,
    *,
    time_ms: ArrayLike | None = None,
    kind: ArrayLike | None = None,
    amount_sat: ArrayLike | None = None,
    value_micro: ArrayLike | None = None,
    fee_micro: ArrayLike | None = None,
    fee_sat: ArrayLike | None = None,
    wallet: ArrayLike | None = None,
    to_wallet: ArrayLike | None = None,
    policy: LedgerPolicy | LedgerPolicyDict,
) -> _Frame: ...


@operation()
def ledger_history(
    frame: Any = None,
    /,
    *,
    time_ms: Any = None,
    kind: Any = None,
    amount_sat: Any = None,
    value_micro: Any = None,
    fee_micro: Any = None,
    fee_sat: Any = None,
    wallet: Any = None,
    to_wallet: Any = None,
    policy: LedgerPolicy | LedgerPolicyDict,
) -> Any:
    """What each event of a long history did, by the column: proceeds, cost, gain, and balances after it, as `ledger` has them.

    Money comes and goes in whole millionths of the currency.

    Parameters
    ----------
    time_ms : column of int64
        Instant of the event, in Unix milliseconds UTC; not before the row above. [ms, from 1230940800000 to 253402235999999]
    kind : column of words (buy, mine, sell, transfer, fee, lost, income, opex, borrow, repay, interest, deposit, withdraw, contribute, mark)
        Kind of the event.
    amount_sat : column of int64
        Coins, in satoshis. [sat, from 0 to 2100000000000000]
    value_micro : column of int64
        Money, in millionths of the currency of the policy.
    fee_micro : column of int64
        Fee in cash, in millionths of the currency of the policy.
    fee_sat : column of int64
        Fee in coins, in satoshis. [sat, from 0 to 2100000000000000]
    wallet : column of int64
        Number of the wallet. [from 0]
    to_wallet : column of int64
        Number of the wallet that receives a transfer. [from 0]
    policy : LedgerPolicy, or a mapping of its fields
        Rules of the ledger; a method that answers at once, so not that of the United Kingdom, and none that needs names.

    Returns
    -------
    LedgerHistoryColumns, or a DataFrame
        Columns of the kind that came in (NumPy, pandas, polars). Where a DataFrame is given, columns that are not
        named are taken from it by name, and the result is a DataFrame of its kind.

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> columns = hi.treasury.ledger_history(time_ms=[1704067200000, 1704153600000, 1704240000000, 1704326400000, 1707523200000, 1707609600000, 1738627200000], kind=["deposit", "buy", "buy", "transfer", "sell", "mine", "sell"], amount_sat=[0, 100000000, 33333333, 50000000, 70000000, 1250000, 50000000], value_micro=[100000000000, 42000000000, 14500000000, 4200000, 31000000000, 600000000, 58000000000], fee_micro=[0, 42000000, 0, 0, 31000000, 0, 58000000], fee_sat=[0, 0, 33333, 10000, 0, 0, 1000], wallet=[0, 0, 0, 0, 0, 1, 1], to_wallet=[0, 0, 0, 1, 0, 0, 0], policy={"currency": "USD", "method": "lifo", "coin_fee": "taxable"})
    >>> columns.proceeds_micro[:3].tolist()
    [0, 0, 0]
    >>> columns.cost_micro[:3].tolist()
    [0, 0, 0]
    """
    return _frames.call(
        "treasury.ledger_history",
        {"policy": policy},
        frame,
        {"time_ms": time_ms, "kind": kind, "amount_sat": amount_sat, "value_micro": value_micro, "fee_micro": fee_micro, "fee_sat": fee_sat, "wallet": wallet, "to_wallet": to_wallet},
        (("time_ms", "time"), ("kind", ("buy", "mine", "sell", "transfer", "fee", "lost", "income", "opex", "borrow", "repay", "interest", "deposit", "withdraw", "contribute", "mark",)), ("amount_sat", "i64"), ("value_micro", "i64"), ("fee_micro", "i64"), ("fee_sat", "i64"), ("wallet", "i64"), ("to_wallet", "i64"),),
        ("proceeds_micro", "cost_micro", "gain_micro", "long_term_gain_micro", "balance_sat", "cash_micro",),
        LedgerHistoryColumns,
        False,
    )


@operation("treasury.roll_forward")
def roll_forward(
    *,
    policy: LedgerPolicy | LedgerPolicyDict,
    events: Sequence[Event | EventDict] | FrameLike,
    begin_ms: datetime.datetime | int | str,
    end_ms: datetime.datetime | int | str,
) -> RollForward:
    """The roll-forward of ASC 350-60: fair value of the coins from one date to another, through purchases, mining receipts, disposals, gains and losses.

    `closing = opening + additions - dispositions - written_off + gains - losses`, at the basis of the books.

    Parameters
    ----------
    policy : LedgerPolicy, or a mapping of its fields
        Rules of the ledger.
    events : Sequence[Event | EventDict], or a DataFrame of their fields
        Events, oldest first; a mark before each end of the period at which there are coins.
    begin_ms : datetime.datetime | int | str
        Beginning of the period, in Unix milliseconds UTC: events from then on belong to it. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime | int | str
        End of the period, in Unix milliseconds UTC: events from then on are left out. [ms, from 1230940800000 to 253402235999999]

    Returns
    -------
    RollForward

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.roll_forward(policy={"currency": "USD", "method": "hifo", "zone": {"name": "America/New_York", "utc_offset_min": -300, "changes": [{"time_ms": 1678604400000, "utc_offset_min": -240}, {"time_ms": 1699164000000, "utc_offset_min": -300}, {"time_ms": 1710054000000, "utc_offset_min": -240}]}, "long_term": "more_than_one_year", "fees": "in_the_trade", "coin_fee": "taxable"}, events=[{"time_ms": 1704067200000, "entry": {"mark": {"price": {"amount": "42000", "currency": "USD"}}}}, {"time_ms": 1704067200000, "entry": {"deposit": {"value": {"amount": "500000", "currency": "USD"}}}}, {"time_ms": 1704067200000, "entry": {"contribute": {"amount_sat": 200000000, "cost": {"amount": "52000", "currency": "USD"}, "acquired_ms": 1672531200000}}}, {"time_ms": 1704153600000, "entry": {"buy": {"amount_sat": 100000000, "value": {"amount": "44000", "currency": "USD"}, "fee": {"amount": "66", "currency": "USD"}}}}, {"time_ms": 1705276800000, "entry": {"mine": {"amount_sat": 5000000, "value": {"amount": "2150", "currency": "USD"}, "book_value": {"amount": "1600", "currency": "USD"}}}}, {"time_ms": 1705795200000, "entry": {"transfer": {"amount_sat": 150000000, "from_wallet": 0, "to_wallet": 1, "fee_sat": 20000, "fee_value": {"amount": "8.4", "currency": "USD"}}}}, {"time_ms": 1706659200000, "entry": {"sell": {"amount_sat": 120000000, "value": {"amount": "51600", "currency": "USD"}, "fee": {"amount": "77.4", "currency": "USD"}, "wallet": 1}}}, {"time_ms": 1706745600000, "entry": {"opex": {"value": {"amount": "18000", "currency": "USD"}}}}, {"time_ms": 1706832000000, "entry": {"borrow": {"value": {"amount": "100000", "currency": "USD"}}}}, {"time_ms": 1709251200000, "entry": {"interest": {"value": {"amount": "850", "currency": "USD"}}}}, {"time_ms": 1709337600000, "entry": {"repay": {"value": {"amount": "40000", "currency": "USD"}}}}, {"time_ms": 1709424000000, "entry": {"fee": {"value": {"amount": "25", "currency": "USD"}}}}, {"time_ms": 1710115200000, "entry": {"lost": {"amount_sat": 1000000}}}, {"time_ms": 1711843200000, "entry": {"mark": {"price": {"amount": "70000", "currency": "USD"}}}}], begin_ms=1704240000000, end_ms=1711929600000)
    >>> report.currency
    'USD'
    >>> report.opening_sat
    300000000
    """
    return RollForward._read(call("treasury.roll_forward", {"policy": policy, "events": records(events), "begin_ms": begin_ms, "end_ms": end_ms}))


@operation("treasury.journal")
def journal(
    *,
    policy: LedgerPolicy | LedgerPolicyDict,
    events: Sequence[Event | EventDict] | FrameLike,
    basis: Basis | None = None,
    at_fair_value: bool | None = None,
) -> JournalReport:
    """The events of a ledger as journal entries, each balanced exactly, and the trial balance; at cost, or at fair value with each observed price.

    Parameters
    ----------
    policy : LedgerPolicy, or a mapping of its fields
        Rules of the ledger.
    events : Sequence[Event | EventDict], or a DataFrame of their fields
        Events, oldest first.
    basis : Basis, optional
        Cost of the coins that counts. ["book" where absent]
    at_fair_value : bool, optional
        Whether each observed price adjusts the coins to their fair value; otherwise they stay at cost. [false where absent]

    Returns
    -------
    JournalReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.journal(policy={"currency": "USD", "method": "fifo"}, events=[{"time_ms": 1704067200000, "entry": {"deposit": {"value": {"amount": "100000", "currency": "USD"}}}}, {"time_ms": 1704153600000, "entry": {"buy": {"amount_sat": 100000000, "value": {"amount": "44000", "currency": "USD"}}}}, {"time_ms": 1704240000000, "entry": {"mine": {"amount_sat": 5000000, "value": {"amount": "2150", "currency": "USD"}}}}, {"time_ms": 1704326400000, "entry": {"opex": {"value": {"amount": "1800.5", "currency": "USD"}}}}, {"time_ms": 1706745600000, "entry": {"mark": {"price": {"amount": "43000", "currency": "USD"}}}}, {"time_ms": 1706832000000, "entry": {"sell": {"amount_sat": 40000000, "value": {"amount": "17400", "currency": "USD"}, "fee": {"amount": "26.1", "currency": "USD"}}}}, {"time_ms": 1709251200000, "entry": {"mark": {"price": {"amount": "62000", "currency": "USD"}}}}], basis="book", at_fair_value=True)
    >>> report.currency
    'USD'
    >>> len(report.entries)
    7
    """
    return JournalReport._read(call("treasury.journal", {"policy": policy, "events": records(events), "basis": basis, "at_fair_value": at_fair_value}))


@operation("treasury.minimum_tax")
def minimum_tax(
    *,
    policy: LedgerPolicy | LedgerPolicyDict,
    events: Sequence[Event | EventDict] | FrameLike,
    time_ms: datetime.datetime | int | str,
    sale: Sale | SaleDict,
    short_term_rate: float,
    long_term_rate: float,
) -> MinimumTaxReport:
    """The lots of a sale whose tax is least at two rates, beside the oldest, the newest and the dearest ones.

    The answer is the list of lots that the sale names; the method of the ledger is specific identification.

    Parameters
    ----------
    policy : LedgerPolicy, or a mapping of its fields
        Rules of the ledger, whose method is specific identification: no other lets the lots be chosen.
    events : Sequence[Event | EventDict], or a DataFrame of their fields
        Events before the sale, oldest first.
    time_ms : datetime.datetime | int | str
        Instant of the sale, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    sale : Sale, or a mapping of its fields
        Sale without its lots.
    short_term_rate : float
        Tax rate of gains that are not long-term, as a fraction. [from 0.0 to 1.0]
    long_term_rate : float
        Tax rate of long-term gains, as a fraction. [from 0.0 to 1.0]

    Returns
    -------
    MinimumTaxReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.minimum_tax(policy={"currency": "USD", "method": "specific_identification", "cash_below_zero": "allow"}, events=[{"time_ms": 1640995200000, "entry": {"buy": {"amount_sat": 100000000, "value": {"amount": "47000", "currency": "USD"}}}}, {"time_ms": 1672531200000, "entry": {"buy": {"amount_sat": 150000000, "value": {"amount": "25000", "currency": "USD"}}}}, {"time_ms": 1704067200000, "entry": {"buy": {"amount_sat": 50000000, "value": {"amount": "21000", "currency": "USD"}}}}, {"time_ms": 1733011200000, "entry": {"buy": {"amount_sat": 80000000, "value": {"amount": "78000", "currency": "USD"}}}}], time_ms=1735776000000, sale={"amount_sat": 180000000, "value": {"amount": "171000", "currency": "USD"}, "fee": {"amount": "85.5", "currency": "USD"}}, short_term_rate=0.37, long_term_rate=0.2)
    >>> report.least.tax
    8836.44
    >>> report.fifo.tax
    22116.233333333337
    """
    return MinimumTaxReport._read(call("treasury.minimum_tax", {"policy": policy, "events": records(events), "time_ms": time_ms, "sale": sale, "short_term_rate": short_term_rate, "long_term_rate": long_term_rate}))


@operation("treasury.statement_events")
def statement_events(
    *,
    policy: LedgerPolicy | LedgerPolicyDict,
    rows: Sequence[LedgerRow | LedgerRowDict] | FrameLike,
) -> Statement:
    """Events for `ledger` out of the lines of account statements, and the lines that led to none, with the reason.

    Legs of a trade with one reference are a purchase or a sale, coins that leave one source and reach another are a transfer. What a
    statement cannot know is left out and told, never guessed; a line that repeats another in every field counts once.

    Parameters
    ----------
    policy : LedgerPolicy, or a mapping of its fields
        Rules of the ledger that takes the events: its currency is the cash of the statements.
    rows : Sequence[LedgerRow | LedgerRowDict], or a DataFrame of their fields
        Lines of account statements, in any order.

    Returns
    -------
    Statement

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.statement_events(policy={"currency": "USD", "method": "fifo", "coin_fee": "taxable"}, rows=[{"source": "kraken_spot", "time_ms": 1704067200000, "kind": "deposit", "asset": "USD", "amount": "100000", "reference": "D1"}, {"source": "kraken_spot", "time_ms": 1704153600000, "kind": "trade", "asset": "USD", "amount": "-42000", "reference": "T1", "fee": "67.2"}, {"source": "kraken_spot", "time_ms": 1704153600000, "kind": "trade", "asset": "BTC", "amount": "1", "reference": "T1", "fee": "0"}, {"source": "kraken_spot", "time_ms": 1704240000000, "kind": "trade", "asset": "ETH", "amount": "-10", "reference": "T2"}, {"source": "kraken_spot", "time_ms": 1704240000000, "kind": "trade", "asset": "BTC", "amount": "0.5", "reference": "T2"}, {"source": "kraken_spot", "time_ms": 1704326400000, "kind": "withdrawal", "asset": "BTC", "amount": "-0.4", "reference": "6a1f", "fee": "0.0002", "value": {"amount": "17000", "currency": "USD"}}, {"source": "cold_wallet", "time_ms": 1704326400000, "kind": "deposit", "asset": "BTC", "amount": "0.4", "reference": "6a1f"}, {"source": "braiins_pool", "time_ms": 1704412800000, "kind": "reward", "asset": "BTC", "amount": "0.0123", "reference": "P1", "value": {"amount": "520.5", "currency": "USD"}}, {"source": "braiins_pool", "time_ms": 1704499200000, "kind": "reward", "asset": "BTC", "amount": "0.0119", "reference": "P2"}, {"source": "kraken_spot", "time_ms": 1704585600000, "kind": "interest", "asset": "USD", "amount": "12.5", "reference": "I1"}])
    >>> len(report.events)
    5
    >>> len(report.wallets)
    3
    """
    return Statement._read(call("treasury.statement_events", {"policy": policy, "rows": records(rows)}))
