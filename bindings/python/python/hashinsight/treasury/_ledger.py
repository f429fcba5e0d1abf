"""Operations and types of ``treasury``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, Self, TypeAlias, TypeVar, overload

from numpy.typing import ArrayLike

from .. import _frames
from .._documents import Document, Variant, call, day, filled, instant
from .._frames import Columns
from ..market import LedgerRow
from ..units import Money

__all__ = [
    "Cash",
    "ClockChange",
    "CoinFee",
    "Contribution",
    "Disposal",
    "DisposalKind",
    "Entry",
    "Event",
    "EventKind",
    "FeePaid",
    "FeePolicy",
    "LedgerHistoryColumns",
    "LedgerPolicy",
    "LedgerReport",
    "LeftOut",
    "LeftOutReason",
    "LongTerm",
    "Loss",
    "LotLine",
    "LotPick",
    "Mark",
    "Market",
    "MatchRule",
    "Method",
    "MissingCoins",
    "Purchase",
    "Receipt",
    "RollForward",
    "Sale",
    "Shortfall",
    "Statement",
    "Term",
    "TotalsLine",
    "Transfer",
    "WalletBalance",
    "Zone",
    "ledger",
    "ledger_history",
    "roll_forward",
    "statement_events",
]

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


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["time_ms"] = instant(document["time_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "utc_offset_min": self.utc_offset_min,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Zone(Document):
    """A time zone as a list of the offsets that its clocks have had, which the caller takes from a time zone database.

    Attributes
    ----------
    name : str
        Name of the time zone, as in the IANA database.
    utc_offset_min : int, optional
        Offset before the first change, in minutes east of UTC. [min, from -1080 to 1080; 0 where absent]
    changes : list[ClockChange], optional
        Changes of the offset, oldest first. Empty: the offset never changes. [[] where absent]
    """

    name: str
    utc_offset_min: int | None = None
    changes: list[ClockChange] | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "changes" in document:
            document["changes"] = [ClockChange._read(item) for item in document["changes"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "utc_offset_min": self.utc_offset_min,
            "changes": self.changes,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def more_than_one_year(cls) -> Self:
        """More than one year, by the calendar, counted from the day after the acquisition (United States, Rev. Rul. 66-7)."""
        return cls("more_than_one_year")

    @classmethod
    def days(cls, content: int) -> Self:
        """At least so many days."""
        return filled(cls, {"tag": "days", "content": content})

    @classmethod
    def never(cls) -> Self:
        """The law knows no such gain."""
        return cls("never")


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


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "zone" in document:
            document["zone"] = Zone._read(document["zone"])
        if "per_wallet_from" in document:
            document["per_wallet_from"] = day(document["per_wallet_from"])
        if "long_term" in document:
            document["long_term"] = LongTerm._read(document["long_term"])
        return filled(cls, document)

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


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["value"] = Money._read(document["value"])
        if "fee" in document:
            document["fee"] = Money._read(document["fee"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "amount_sat": self.amount_sat,
            "value": self.value,
            "fee": self.fee,
            "fee_sat": self.fee_sat,
            "wallet": self.wallet,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["value"] = Money._read(document["value"])
        if "book_value" in document:
            document["book_value"] = Money._read(document["book_value"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "amount_sat": self.amount_sat,
            "value": self.value,
            "book_value": self.book_value,
            "wallet": self.wallet,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "lot": self.lot,
            "amount_sat": self.amount_sat,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
    lots : list[LotPick], optional
        Lots that are sold, where the method is specific identification: together the coins sold and the fee in coins, taken in this order. [[] where absent]
    identified_ms : datetime.datetime, optional
        Instant at which the lots were identified, in Unix milliseconds UTC; not after the sale. Absent: with the sale. [ms, from 1230940800000 to 253402235999999]
    """

    amount_sat: int
    value: Money
    fee: Money | None = None
    fee_sat: int | None = None
    wallet: int | None = None
    lots: list[LotPick] | None = None
    identified_ms: datetime.datetime | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["value"] = Money._read(document["value"])
        if "fee" in document:
            document["fee"] = Money._read(document["fee"])
        if "lots" in document:
            document["lots"] = [LotPick._read(item) for item in document["lots"]]
        if "identified_ms" in document:
            document["identified_ms"] = instant(document["identified_ms"])
        return filled(cls, document)

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


@dataclasses.dataclass(frozen=True, repr=False)
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
    lots : list[LotPick], optional
        Lots that move, where the method is specific identification and the pools are per wallet: together the coins and the fee. [[] where absent]
    """

    amount_sat: int
    from_wallet: int
    to_wallet: int
    fee_sat: int | None = None
    fee_value: Money | None = None
    lots: list[LotPick] | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "fee_value" in document:
            document["fee_value"] = Money._read(document["fee_value"])
        if "lots" in document:
            document["lots"] = [LotPick._read(item) for item in document["lots"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "amount_sat": self.amount_sat,
            "from_wallet": self.from_wallet,
            "to_wallet": self.to_wallet,
            "fee_sat": self.fee_sat,
            "fee_value": self.fee_value,
            "lots": self.lots,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
    lots : list[LotPick], optional
        Lots that pay the fee, where the method is specific identification. [[] where absent]
    """

    value: Money
    amount_sat: int | None = None
    wallet: int | None = None
    lots: list[LotPick] | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["value"] = Money._read(document["value"])
        if "lots" in document:
            document["lots"] = [LotPick._read(item) for item in document["lots"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "value": self.value,
            "amount_sat": self.amount_sat,
            "wallet": self.wallet,
            "lots": self.lots,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Loss(Document):
    """Coins lost or stolen.

    Attributes
    ----------
    amount_sat : int
        Coins lost, in satoshis, above 0. [sat, from 0 to 2100000000000000]
    wallet : int, optional
        Number of the wallet that the coins left. [from 0; 0 where absent]
    lots : list[LotPick], optional
        Lots that were lost, where the method is specific identification. [[] where absent]
    """

    amount_sat: int
    wallet: int | None = None
    lots: list[LotPick] | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "lots" in document:
            document["lots"] = [LotPick._read(item) for item in document["lots"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "amount_sat": self.amount_sat,
            "wallet": self.wallet,
            "lots": self.lots,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Cash(Document):
    """Cash that came or went.

    Attributes
    ----------
    value : Money
        Cash, above 0.
    """

    value: Money

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["value"] = Money._read(document["value"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "value": self.value,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["cost"] = Money._read(document["cost"])
        if "book_cost" in document:
            document["book_cost"] = Money._read(document["book_cost"])
        if "acquired_ms" in document:
            document["acquired_ms"] = instant(document["acquired_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "amount_sat": self.amount_sat,
            "cost": self.cost,
            "book_cost": self.book_cost,
            "acquired_ms": self.acquired_ms,
            "wallet": self.wallet,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Mark(Document):
    """An observed price.

    Attributes
    ----------
    price : Money
        Price of one bitcoin, at most 3 * 10^9 with at most 12 decimal places.
    """

    price: Money

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["price"] = Money._read(document["price"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "price": self.price,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
        Coins were lost or stolen: their cost is written off.
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

    @classmethod
    def buy(cls, content: Purchase | Mapping[str, Any]) -> Self:
        """Coins were bought for cash."""
        return filled(cls, {"tag": "buy", "content": content})

    @classmethod
    def mine(cls, content: Receipt | Mapping[str, Any]) -> Self:
        """Coins were mined, or received as income in another way: their fair value at receipt is income and becomes their tax basis."""
        return filled(cls, {"tag": "mine", "content": content})

    @classmethod
    def sell(cls, content: Sale | Mapping[str, Any]) -> Self:
        """Coins were sold for cash."""
        return filled(cls, {"tag": "sell", "content": content})

    @classmethod
    def transfer(cls, content: Transfer | Mapping[str, Any]) -> Self:
        """Coins moved from one wallet to another of the same owner."""
        return filled(cls, {"tag": "transfer", "content": content})

    @classmethod
    def fee(cls, content: FeePaid | Mapping[str, Any]) -> Self:
        """A fee was paid by itself, in cash or in coins."""
        return filled(cls, {"tag": "fee", "content": content})

    @classmethod
    def lost(cls, content: Loss | Mapping[str, Any]) -> Self:
        """Coins were lost or stolen: their cost is written off."""
        return filled(cls, {"tag": "lost", "content": content})

    @classmethod
    def income(cls, content: Cash | Mapping[str, Any]) -> Self:
        """Cash was earned with something other than coins."""
        return filled(cls, {"tag": "income", "content": content})

    @classmethod
    def opex(cls, content: Cash | Mapping[str, Any]) -> Self:
        """Cash was spent on running costs."""
        return filled(cls, {"tag": "opex", "content": content})

    @classmethod
    def borrow(cls, content: Cash | Mapping[str, Any]) -> Self:
        """Cash was borrowed."""
        return filled(cls, {"tag": "borrow", "content": content})

    @classmethod
    def repay(cls, content: Cash | Mapping[str, Any]) -> Self:
        """A debt was paid back, without interest."""
        return filled(cls, {"tag": "repay", "content": content})

    @classmethod
    def interest(cls, content: Cash | Mapping[str, Any]) -> Self:
        """Interest on a debt was paid in cash."""
        return filled(cls, {"tag": "interest", "content": content})

    @classmethod
    def deposit(cls, content: Cash | Mapping[str, Any]) -> Self:
        """The owner put in cash."""
        return filled(cls, {"tag": "deposit", "content": content})

    @classmethod
    def withdraw(cls, content: Cash | Mapping[str, Any]) -> Self:
        """The owner took out cash."""
        return filled(cls, {"tag": "withdraw", "content": content})

    @classmethod
    def contribute(cls, content: Contribution | Mapping[str, Any]) -> Self:
        """The owner put in coins: the inventory at the beginning of a ledger, for one."""
        return filled(cls, {"tag": "contribute", "content": content})

    @classmethod
    def mark(cls, content: Mark | Mapping[str, Any]) -> Self:
        """A price of bitcoin was observed."""
        return filled(cls, {"tag": "mark", "content": content})

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


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["time_ms"] = instant(document["time_ms"])
        document["entry"] = Entry._read(document["entry"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "entry": self.entry,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
        if "acquired_date" in document:
            document["acquired_date"] = day(document["acquired_date"])
        document["cost"] = Decimal(document["cost"])
        document["book_cost"] = Decimal(document["book_cost"])
        return filled(cls, document)

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
    They were lost or stolen: no gain, but an expense at cost.
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


@dataclasses.dataclass(frozen=True, repr=False)
class Disposal(Document):
    """One line of the disposals: the columns of Form 8949, and what the gain was made of.

    Attributes
    ----------
    event : int, optional
        Number of the event that disposed of the coins, counted from 0. Absent: all disposals of the day count as one. [from 0]
    kind : DisposalKind
        Reason why the coins left.
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
        Gain for tax, proceeds less cost, in the currency of the ledger.
    book_cost : Decimal
        Cost in the books, in the currency of the ledger.
    book_gain : Decimal
        Gain in the books, proceeds less cost in the books, in the currency of the ledger.
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
    def _read(cls, document: dict[str, Any]) -> Self:
        if "acquired_date" in document:
            document["acquired_date"] = day(document["acquired_date"])
        document["disposed_date"] = day(document["disposed_date"])
        document["proceeds"] = Decimal(document["proceeds"])
        document["cost"] = Decimal(document["cost"])
        document["gain"] = Decimal(document["gain"])
        document["book_cost"] = Decimal(document["book_cost"])
        document["book_gain"] = Decimal(document["book_gain"])
        return filled(cls, document)

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


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
        document["cost"] = Decimal(document["cost"])
        document["contributions"] = Decimal(document["contributions"])
        document["realised_gains"] = Decimal(document["realised_gains"])
        document["realised_losses"] = Decimal(document["realised_losses"])
        document["realised"] = Decimal(document["realised"])
        document["income"] = Decimal(document["income"])
        document["expenses"] = Decimal(document["expenses"])
        return filled(cls, document)

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


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
        document["price"] = Decimal(document["price"])
        document["price_time_ms"] = instant(document["price_time_ms"])
        document["market_value"] = Decimal(document["market_value"])
        document["unrealised_tax"] = Decimal(document["unrealised_tax"])
        document["unrealised_book"] = Decimal(document["unrealised_book"])
        document["equity"] = Decimal(document["equity"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "price": self.price,
            "price_time_ms": self.price_time_ms,
            "market_value": self.market_value,
            "unrealised_tax": self.unrealised_tax,
            "unrealised_book": self.unrealised_book,
            "equity": self.equity,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
    wallets : list[WalletBalance]
        Coins of each wallet that had any.
    lots : list[LotLine]
        Lots that are held, in the order in which they leave.
    disposals : list[Disposal]
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
    wallets: list[WalletBalance]
    lots: list[LotLine]
    disposals: list[Disposal]
    tax: TotalsLine
    book: TotalsLine
    market: Market | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["cash"] = Decimal(document["cash"])
        document["debt"] = Decimal(document["debt"])
        document["wallets"] = [WalletBalance._read(item) for item in document["wallets"]]
        document["lots"] = [LotLine._read(item) for item in document["lots"]]
        document["disposals"] = [Disposal._read(item) for item in document["disposals"]]
        document["tax"] = TotalsLine._read(document["tax"])
        document["book"] = TotalsLine._read(document["book"])
        if "market" in document:
            document["market"] = Market._read(document["market"])
        return filled(cls, document)

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
    Coins were bought for cash: amount, value, fee, fee in coins, wallet.
mine
    Coins were received as income: amount, value, wallet.
sell
    Coins were sold for cash: amount, value, fee, fee in coins, wallet.
transfer
    Coins moved between wallets: amount, fee in coins, its fair value as value, wallet, to wallet.
fee
    A fee was paid by itself: value, and amount and wallet where it was paid in coins.
lost
    Coins were lost: amount, wallet.
income
    Cash was earned: value.
opex
    Cash was spent on running costs: value.
borrow
    Cash was borrowed: value.
repay
    A debt was paid back: value.
interest
    Interest was paid: value.
deposit
    The owner put in cash: value.
withdraw
    The owner took out cash: value.
contribute
    The owner put in coins: amount, their cost as value, wallet.
mark
    A price of one bitcoin was observed: value.
"""


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
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
        if "opening_price_ms" in document:
            document["opening_price_ms"] = instant(document["opening_price_ms"])
        if "closing_price_ms" in document:
            document["closing_price_ms"] = instant(document["closing_price_ms"])
        return filled(cls, document)

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


LeftOutReason: TypeAlias = Literal["other_asset", "unknown_origin", "unknown_destination", "no_value", "incomplete_trade", "unknown_kind", "nothing"]
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
"""


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
class Statement(Document):
    """Events of account statements.

    Attributes
    ----------
    events : list[Event]
        Events in order of time; of one instant, in the order of their first lines.
    wallets : list[str]
        Wallet of each source: its number is the place in this list.
    left_out : list[LeftOut]
        Lines that led to no event, in order.
    """

    events: list[Event]
    wallets: list[str]
    left_out: list[LeftOut]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["events"] = [Event._read(item) for item in document["events"]]
        document["left_out"] = [LeftOut._read(item) for item in document["left_out"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "events": self.events,
            "wallets": self.wallets,
            "left_out": self.left_out,
        }


def ledger(
    *,
    policy: LedgerPolicy | Mapping[str, Any],
    events: Sequence[Event | Mapping[str, Any]],
) -> LedgerReport:
    """Balances, lots, disposals and sums of a ledger: the fold of its events.

    First or last in, highest or lowest cost, average, specific identification, or the United Kingdom's same day, 30 days and section 104
    pool; one pool, or one per wallet from a date on. Coins are whole satoshis and money is exact: what leaves a lot and what stays are its
    cost, and `cash + cost - debt = contributions + realised + income - expenses` at two bases, that for tax and that of the books. The
    disposals have the columns of Form 8949. What needs a choice that the policy does not make is refused.

    Parameters
    ----------
    policy : LedgerPolicy | Mapping[str, Any]
        Rules of the ledger.
    events : Sequence[Event | Mapping[str, Any]]
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
    """
    return LedgerReport._read(call("treasury.ledger", {"policy": policy, "events": events}))


@dataclasses.dataclass(frozen=True, repr=False)
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
    policy: LedgerPolicy | Mapping[str, Any],
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
    policy: LedgerPolicy | Mapping[str, Any],
) -> _Frame: ...


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
    policy: LedgerPolicy | Mapping[str, Any],
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
    policy : LedgerPolicy | Mapping[str, Any]
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
    """
    return _frames.call(
        "treasury.ledger_history",
        {"policy": policy},
        frame,
        {"time_ms": time_ms, "kind": kind, "amount_sat": amount_sat, "value_micro": value_micro, "fee_micro": fee_micro, "fee_sat": fee_sat, "wallet": wallet, "to_wallet": to_wallet},
        (("time_ms", "i64"), ("kind", ("buy", "mine", "sell", "transfer", "fee", "lost", "income", "opex", "borrow", "repay", "interest", "deposit", "withdraw", "contribute", "mark",)), ("amount_sat", "i64"), ("value_micro", "i64"), ("fee_micro", "i64"), ("fee_sat", "i64"), ("wallet", "i64"), ("to_wallet", "i64"),),
        ("proceeds_micro", "cost_micro", "gain_micro", "long_term_gain_micro", "balance_sat", "cash_micro",),
        LedgerHistoryColumns,
    )


def roll_forward(
    *,
    policy: LedgerPolicy | Mapping[str, Any],
    events: Sequence[Event | Mapping[str, Any]],
    begin_ms: datetime.datetime | int,
    end_ms: datetime.datetime | int,
) -> RollForward:
    """The roll-forward of ASC 350-60: fair value of the coins from one date to another, through purchases, mining receipts, disposals, gains and losses.

    `closing = opening + additions - dispositions - written_off + gains - losses`, at the basis of the books.

    Parameters
    ----------
    policy : LedgerPolicy | Mapping[str, Any]
        Rules of the ledger.
    events : Sequence[Event | Mapping[str, Any]]
        Events, oldest first; a mark before each end of the period at which there are coins.
    begin_ms : datetime.datetime | int
        Beginning of the period, in Unix milliseconds UTC: events from then on belong to it. [ms, from 1230940800000 to 253402235999999]
    end_ms : datetime.datetime | int
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
    """
    return RollForward._read(call("treasury.roll_forward", {"policy": policy, "events": events, "begin_ms": begin_ms, "end_ms": end_ms}))


def statement_events(
    *,
    policy: LedgerPolicy | Mapping[str, Any],
    rows: Sequence[LedgerRow | Mapping[str, Any]],
) -> Statement:
    """Events for `ledger` out of the lines of account statements, and the lines that led to none, with the reason.

    Legs of a trade with one reference are a purchase or a sale, coins that leave one source and reach another are a transfer. What a
    statement cannot know is left out and told, never guessed.

    Parameters
    ----------
    policy : LedgerPolicy | Mapping[str, Any]
        Rules of the ledger that takes the events: its currency is the cash of the statements.
    rows : Sequence[LedgerRow | Mapping[str, Any]]
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
    """
    return Statement._read(call("treasury.statement_events", {"policy": policy, "rows": rows}))
