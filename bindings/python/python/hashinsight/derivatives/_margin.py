"""Operations and types of ``derivatives``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, Literal, Self, TypeAlias, TypeVar, overload

from numpy.typing import ArrayLike

from .. import _frames
from .._documents import Document, Variant, call, filled
from .._frames import Columns
from ..market import TierTable
from ..units import OnBadRow, Outcome

__all__ = [
    "AtMark",
    "ContractKind",
    "LiquidationBatchColumns",
    "LiquidationReport",
    "MaintenanceSchedule",
    "MaintenanceScheduleFlat",
    "MarginMode",
    "MarginModeCross",
    "MarginModeIsolated",
    "Side",
    "TierUsed",
    "Venue",
    "liquidation",
    "liquidation_batch",
]

_Frame = TypeVar("_Frame")  # a pandas or polars DataFrame


Venue: TypeAlias = Literal["binance_usdm", "binance_coinm", "bybit_classic", "bybit_unified", "okx", "btse"]
"""Convention of a venue for liquidation. Conventions change: each says where and when it was read.

Cases
-----
binance_usdm
    Maintenance at the mark, with deduction; the closing fee does not count. Binance FAQ "How to calculate liquidation price of USDⓈ-M futures contracts", read 2024.
binance_coinm
    Maintenance at the mark, in coin, with deduction; the closing fee does not count. Binance COIN-M liquidation calculator and FAQ, read 2024.
bybit_classic
    Maintenance at the entry value, the closing fee at the bankruptcy price. Bybit help centre before unified accounts (inverse and isolated linear contracts), examples of 2019 to 2023.
bybit_unified
    Maintenance at the mark, with deduction, closing fee at the mark. Bybit help centre, unified trading account, read 2026.
okx
    Margin ratio (margin and profit over maintenance and closing fee, both at the mark) falls to 100 %. OKX help centre, formula only, read 2026; the same form at Gate.
btse
    Maintenance at the entry value; liquidation before bankruptcy, and the difference is the fund's. BTSE support, read 2026.
"""


ContractKind: TypeAlias = Literal["linear", "inverse"]
"""Kind of a contract: the currency in which it is margined and settled.

Cases
-----
linear
    In the quote currency (USDT-margined): quantity in units of base.
inverse
    In the coin itself (coin-margined): quantity in contracts of one unit of quote currency.
"""


Side: TypeAlias = Literal["long", "short"]
"""Side of a position: which way it profits.

Cases
-----
long
    From rising prices.
short
    From falling prices.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class MarginModeIsolated(Document):
    """Only what was set aside for it.

    Attributes
    ----------
    margin : float
        Margin of the position before funding, in margin currency. [from 0.0 to 1e+18]
    """

    margin: float

    def _wire(self) -> dict[str, Any]:
        return {
            "margin": self.margin,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class MarginModeCross(Document):
    """The whole account. Equity, margin ratio, leverage, margin call and bankruptcy are then the account's.

    Attributes
    ----------
    wallet_balance : float
        Balance of the wallet, without unrealized profit, in margin currency. [from -1000000000000000.0 to 1000000000000000.0]
    other_maintenance : float
        Maintenance margin of the account's other positions, in margin currency; a closing fee that the venue counts included. [from 0.0 to 1e+18]
    other_unrealized : float
        Unrealized profit of the account's other positions, in margin currency, at prices that do not move. [from -1000000000000000.0 to 1000000000000000.0]
    """

    wallet_balance: float
    other_maintenance: float
    other_unrealized: float

    def _wire(self) -> dict[str, Any]:
        return {
            "wallet_balance": self.wallet_balance,
            "other_maintenance": self.other_maintenance,
            "other_unrealized": self.other_unrealized,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class MarginMode(Variant):
    """Margin that backs a position, in margin currency: its own, or the account that it shares with others.

    Cases
    -----
    isolated
        Only what was set aside for it.
    cross
        The whole account. Equity, margin ratio, leverage, margin call and bankruptcy are then the account's.
    """

    tag: Literal["isolated", "cross"]
    content: MarginModeIsolated | MarginModeCross | None = None

    @classmethod
    def isolated(cls, content: MarginModeIsolated | Mapping[str, Any]) -> Self:
        """Only what was set aside for it."""
        return filled(cls, {"tag": "isolated", "content": content})

    @classmethod
    def cross(cls, content: MarginModeCross | Mapping[str, Any]) -> Self:
        """The whole account. Equity, margin ratio, leverage, margin call and bankruptcy are then the account's."""
        return filled(cls, {"tag": "cross", "content": content})

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "isolated":
            return MarginModeIsolated._read(content)
        if tag == "cross":
            return MarginModeCross._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class MaintenanceScheduleFlat(Document):
    """One rate whatever the size.

    Attributes
    ----------
    rate : float
        Maintenance rate, as a fraction of the notional; below 1. [from 0.0 to 1.0]
    deduction : float
        Deduction from the maintenance margin, in margin currency. [from 0.0 to 1e+18]
    """

    rate: float
    deduction: float

    def _wire(self) -> dict[str, Any]:
        return {
            "rate": self.rate,
            "deduction": self.deduction,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class MaintenanceSchedule(Variant):
    """Maintenance margin as a function of the notional: `notional * rate - deduction`.

    Cases
    -----
    flat
        One rate whatever the size.
    tiers
        A venue's table; a notional beyond the last row stays in the last row.
    """

    tag: Literal["flat", "tiers"]
    content: MaintenanceScheduleFlat | TierTable | None = None

    @classmethod
    def flat(cls, content: MaintenanceScheduleFlat | Mapping[str, Any]) -> Self:
        """One rate whatever the size."""
        return filled(cls, {"tag": "flat", "content": content})

    @classmethod
    def tiers(cls, content: TierTable | Mapping[str, Any]) -> Self:
        """A venue's table; a notional beyond the last row stays in the last row."""
        return filled(cls, {"tag": "tiers", "content": content})

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "flat":
            return MaintenanceScheduleFlat._read(content)
        if tag == "tiers":
            return TierTable._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class TierUsed(Document):
    """Tier whose rate decides.

    Attributes
    ----------
    index : int
        Place of the tier in the table, from 0. [from 0]
    maintenance_rate : float
        Maintenance rate of the tier, as a fraction of the notional.
    deduction : float
        Deduction of the tier, in margin currency.
    """

    index: int
    maintenance_rate: float
    deduction: float

    def _wire(self) -> dict[str, Any]:
        return {
            "index": self.index,
            "maintenance_rate": self.maintenance_rate,
            "deduction": self.deduction,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class AtMark(Document):
    """Position at the mark price, in margin currency. On cross margin, equity and what is measured against it are the account's: they are
    the same whichever of its positions is asked about.

    Attributes
    ----------
    notional : float
        Notional of the position, in margin currency.
    unrealized : float
        Unrealized profit of the position, in margin currency.
    equity : float
        Margin (on cross margin the wallet) less funding paid, and unrealized profit of all positions on it, in margin currency.
    requirement : float
        Maintenance margin and closing fee as the venue counts them, of all positions on that equity, in margin currency.
    margin_ratio : float, optional
        Margin ratio: requirement over equity, liquidation at 1. Absent where equity is not positive. (OKX quotes the inverse.)
    leverage : float, optional
        Leverage: notional of the position over equity. Absent where equity is not positive.
    liquidated : bool
        Whether equity does not exceed the requirement, so that the position would be liquidated now.
    distance : float, optional
        Distance of the liquidation price, `|liquidation / mark - 1|`; absent without a liquidation price.
    distance_sigmas : float, optional
        Distance of the liquidation price in standard deviations of the logarithm over the horizon; absent without liquidation price, volatility and horizon.
    """

    notional: float
    unrealized: float
    equity: float
    requirement: float
    liquidated: bool
    margin_ratio: float | None = None
    leverage: float | None = None
    distance: float | None = None
    distance_sigmas: float | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "notional": self.notional,
            "unrealized": self.unrealized,
            "equity": self.equity,
            "requirement": self.requirement,
            "margin_ratio": self.margin_ratio,
            "leverage": self.leverage,
            "liquidated": self.liquidated,
            "distance": self.distance,
            "distance_sigmas": self.distance_sigmas,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class LiquidationReport(Document):
    """Result of `liquidation`.

    Attributes
    ----------
    liquidation_price : Outcome
        Liquidation price, in quote currency.
    tier : TierUsed, optional
        Tier that holds at the liquidation price; absent where the position is never liquidated.
    bankruptcy_price : Outcome
        Bankruptcy price, in quote currency: equity pays the closing fee of the position and nothing else. On cross margin that is the account's equity.
    margin_call_price : Outcome, optional
        Margin-call price, in quote currency: the margin ratio reaches `call_ratio`. Absent without one.
    at_mark : AtMark, optional
        Position at the mark price; absent without one.
    """

    liquidation_price: Outcome
    bankruptcy_price: Outcome
    tier: TierUsed | None = None
    margin_call_price: Outcome | None = None
    at_mark: AtMark | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["liquidation_price"] = Outcome._read(document["liquidation_price"])
        if "tier" in document:
            document["tier"] = TierUsed._read(document["tier"])
        document["bankruptcy_price"] = Outcome._read(document["bankruptcy_price"])
        if "margin_call_price" in document:
            document["margin_call_price"] = Outcome._read(document["margin_call_price"])
        if "at_mark" in document:
            document["at_mark"] = AtMark._read(document["at_mark"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "liquidation_price": self.liquidation_price,
            "tier": self.tier,
            "bankruptcy_price": self.bankruptcy_price,
            "margin_call_price": self.margin_call_price,
            "at_mark": self.at_mark,
        }


def liquidation(
    *,
    venue: Venue,
    contract: ContractKind,
    side: Side,
    quantity: float,
    entry_price: float,
    margin_mode: MarginMode | Mapping[str, Any] | str,
    maintenance: MaintenanceSchedule | Mapping[str, Any] | str,
    close_fee_rate: float | None = None,
    funding_paid: float | None = None,
    mark_price: float | None = None,
    call_ratio: float | None = None,
    volatility: float | None = None,
    years: float | None = None,
) -> LiquidationReport:
    """Where a leveraged position is liquidated, bankrupt and warned, and how it stands at the mark.

    The maintenance rate is that of the tier at the liquidation price, by the rules of a named venue. `never` where no price
    liquidates the position.

    Parameters
    ----------
    venue : Venue
        Venue whose rules apply.
    contract : ContractKind
        Kind of the contract: linear or inverse.
    side : Side
        Side of the position: long or short.
    quantity : float
        Size of the position: units of base (linear) or contracts of one quote unit (inverse). [from 1e-18 to 1e+18]
    entry_price : float
        Average entry price, in quote currency. [from 1e-18 to 1e+18]
    margin_mode : MarginMode | Mapping[str, Any] | str
        Margin behind the position.
    maintenance : MaintenanceSchedule | Mapping[str, Any] | str
        Maintenance margin by size.
    close_fee_rate : float, optional
        Fee for closing, as a fraction of the notional; with the greatest maintenance rate below 1. It counts where the venue's rules count it, and in the bankruptcy price. [from 0.0 to 1.0; 0.0 where absent]
    funding_paid : float, optional
        Funding paid so far, net, in margin currency: it has eroded the margin. Negative where it was received. [from -1000000000000000.0 to 1000000000000000.0; 0.0 where absent]
    mark_price : float, optional
        Mark price now, in quote currency, for the margin ratio and the distances. Absent: the position at the mark is not reported. [from 1e-18 to 1e+18]
    call_ratio : float, optional
        Margin ratio at which the owner is warned: above 0, at most 1. Absent: no margin call. [from 0.0 to 1.0]
    volatility : float, optional
        Volatility per square root of a year, for the distance in standard deviations. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    years : float, optional
        Horizon in years of 365 days, for the distance in standard deviations. [years, 0, or from 1e-12 to 30.0]

    Returns
    -------
    LiquidationReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.liquidation(venue="binance_usdm", contract="linear", side="long", quantity=0.5, entry_price=60000, margin_mode={"isolated": {"margin": 3000}}, maintenance={"flat": {"rate": 0.004, "deduction": 0}}, close_fee_rate=0.0005, funding_paid=12.5, mark_price=59000, call_ratio=0.8, volatility=0.65, years=0.019178082191780823)
    """
    return LiquidationReport._read(call("derivatives.liquidation", {"venue": venue, "contract": contract, "side": side, "quantity": quantity, "entry_price": entry_price, "margin_mode": margin_mode, "maintenance": maintenance, "close_fee_rate": close_fee_rate, "funding_paid": funding_paid, "mark_price": mark_price, "call_ratio": call_ratio, "volatility": volatility, "years": years}))


@dataclasses.dataclass(frozen=True, repr=False)
class LiquidationBatchColumns(Columns):
    """Columns of ``liquidation_batch``, of the kind that came in.

    Attributes
    ----------
    liquidation_price : float64
        Liquidation price, in quote currency; NaN with status `never`.
    bankruptcy_price : float64
        Bankruptcy price, in quote currency: equity pays the closing fee and nothing else. NaN where it never does.
    status : words (ok, never, unbounded, every, undefined, refused)
        State of the row: `ok`, `never` or `refused`.
    """

    liquidation_price: Any
    bankruptcy_price: Any
    status: Any


@overload
def liquidation_batch(
    *,
    side: ArrayLike,
    quantity: ArrayLike,
    entry_price: ArrayLike,
    margin: ArrayLike,
    venue: Venue,
    contract: ContractKind,
    maintenance: MaintenanceSchedule | Mapping[str, Any] | str,
    close_fee_rate: float | None = None,
    on_bad_row: OnBadRow | None = None,
) -> LiquidationBatchColumns: ...


@overload
def liquidation_batch(
    frame: _Frame,
    /,
    *,
    side: ArrayLike | None = None,
    quantity: ArrayLike | None = None,
    entry_price: ArrayLike | None = None,
    margin: ArrayLike | None = None,
    venue: Venue,
    contract: ContractKind,
    maintenance: MaintenanceSchedule | Mapping[str, Any] | str,
    close_fee_rate: float | None = None,
    on_bad_row: OnBadRow | None = None,
) -> _Frame: ...


def liquidation_batch(
    frame: Any = None,
    /,
    *,
    side: Any = None,
    quantity: Any = None,
    entry_price: Any = None,
    margin: Any = None,
    venue: Venue,
    contract: ContractKind,
    maintenance: MaintenanceSchedule | Mapping[str, Any] | str,
    close_fee_rate: float | None = None,
    on_bad_row: OnBadRow | None = None,
) -> Any:
    """Liquidation and bankruptcy prices of many isolated positions at once, each as `derivatives.liquidation` computes it, bit for bit.

    Parameters
    ----------
    side : column of words (long, short)
        Side of the position: long or short.
    quantity : column of float64
        Size of the position: units of base (linear) or contracts of one quote unit (inverse). [from 1e-18 to 1e+18]
    entry_price : column of float64
        Average entry price, in quote currency. [from 1e-18 to 1e+18]
    margin : column of float64
        Margin of the position less the funding paid so far, in margin currency. [from 0.0 to 1e+18]
    venue : Venue
        Venue whose rules apply.
    contract : ContractKind
        Kind of the contracts: linear or inverse.
    maintenance : MaintenanceSchedule | Mapping[str, Any] | str
        Maintenance margin by size.
    close_fee_rate : float, optional
        Fee for closing, as a fraction of the notional; with the greatest maintenance rate below 1. [from 0.0 to 1.0; 0.0 where absent]
    on_bad_row : OnBadRow, optional
        Treatment of rows that cannot be used. ["refuse" where absent]

    Returns
    -------
    LiquidationBatchColumns, or a DataFrame
        Columns of the kind that came in (NumPy, pandas, polars). Where a DataFrame is given, columns that are not
        named are taken from it by name, and the result is a DataFrame of its kind.

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> columns = hi.derivatives.liquidation_batch(side=["long", "short", "long"], quantity=[1, 1, 1], entry_price=[10, 8, 10], margin=[2, 1.6, 10.5], venue="okx", contract="linear", maintenance={"flat": {"rate": 0.01, "deduction": 0}}, close_fee_rate=0.0006)
    """
    return _frames.call(
        "derivatives.liquidation_batch",
        {"venue": venue, "contract": contract, "maintenance": maintenance, "close_fee_rate": close_fee_rate, "on_bad_row": on_bad_row},
        frame,
        {"side": side, "quantity": quantity, "entry_price": entry_price, "margin": margin},
        (("side", ("long", "short",)), ("quantity", "f64"), ("entry_price", "f64"), ("margin", "f64"),),
        ("liquidation_price", "bankruptcy_price", "status",),
        LiquidationBatchColumns,
    )
