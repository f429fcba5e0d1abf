"""Operations and types of ``derivatives``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypeVar, TypedDict, overload

from numpy.typing import ArrayLike

from .. import _frames
from .._documents import Document, FrameLike, Variant, call, document, each, listed, operation, records, rows
from .._frames import Columns
from .._outcome import outcome
from .._show import Rows
from ..market import TierTable, TierTableDict
from ..units import OnBadRow, Outcome

__all__ = [
    "AccountCollateral",
    "AccountCollateralDict",
    "AccountContract",
    "AccountContractDict",
    "AccountLevels",
    "AccountPosition",
    "AccountPositionDict",
    "AtMark",
    "ContractKind",
    "LiquidationBatchColumns",
    "LiquidationReport",
    "MaintenanceSchedule",
    "MaintenanceScheduleDict",
    "MaintenanceScheduleFlat",
    "MaintenanceScheduleFlatDict",
    "MaintenanceScheduleGrowing",
    "MaintenanceScheduleGrowingDict",
    "MaintenanceScheduleLike",
    "MarginAccountReport",
    "MarginAccountRequest",
    "MarginAccountRequestDict",
    "MarginMode",
    "MarginModeCross",
    "MarginModeCrossDict",
    "MarginModeDict",
    "MarginModeIsolated",
    "MarginModeIsolatedDict",
    "MarginModeLike",
    "PositionAtMark",
    "RateTiers",
    "RateTiersDict",
    "Side",
    "TierUsed",
    "Venue",
    "liquidation",
    "liquidation_batch",
    "margin_account",
]


def __dir__() -> list[str]:
    return __all__

_Frame = TypeVar("_Frame")  # a pandas or polars DataFrame


Venue: TypeAlias = Literal["binance_usdm", "binance_coinm", "bybit_classic", "bybit_unified", "okx", "btse", "kraken", "deribit"]
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
kraken
    Maintenance at the mark, by tiers without deduction; the closing fee does not count. Collateral of several currencies with haircuts behind linear contracts, the coin behind inverse ones; one position per contract. Kraken support, "Equity protection process" (its example: 1,000 contracts from 8,000 on 0.01 bitcoin are liquidated at 7,481 and bankrupt at 7,407) and "Margining & liquidations: multi-collateral", whose netting across maturities is not computed here; stored copies, read 2026.
deribit
    Maintenance at the mark, by a rate that grows with the position in coin; the closing fee does not count. The account is the margin: no position has one of its own, and each contract has one position. Deribit support, notice of 11 January 2022 (1 % and 0.005 % per bitcoin) and "Linear perpetual" (25 bitcoin at 100,000 need 28,125 USDC); standard margin; stored copies, read 2026.
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


@document
class MarginModeIsolated(Document):
    """Only what was set aside for it.

    Attributes
    ----------
    margin : float
        Margin of the position before funding, in margin currency. [from 0.0 to 1e+18]
    """

    margin: float
    _route = "derivatives.liquidation:margin_mode.isolated"

    def __init__(
        self,
        margin: float,
    ) -> None:
        self._fill({"margin": margin})

    def _wire(self) -> dict[str, Any]:
        return {
            "margin": self.margin,
        }


class MarginModeIsolatedDict(TypedDict):
    """``MarginModeIsolated`` as a mapping."""

    margin: float


@document
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
    _route = "derivatives.liquidation:margin_mode.cross"

    def __init__(
        self,
        wallet_balance: float,
        other_maintenance: float,
        other_unrealized: float,
    ) -> None:
        self._fill({"wallet_balance": wallet_balance, "other_maintenance": other_maintenance, "other_unrealized": other_unrealized})

    def _wire(self) -> dict[str, Any]:
        return {
            "wallet_balance": self.wallet_balance,
            "other_maintenance": self.other_maintenance,
            "other_unrealized": self.other_unrealized,
        }


class MarginModeCrossDict(TypedDict):
    """``MarginModeCross`` as a mapping."""

    wallet_balance: float
    other_maintenance: float
    other_unrealized: float


@document
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
    _route = "derivatives.liquidation:margin_mode"

    @classmethod
    def isolated(cls, content: MarginModeIsolated | MarginModeIsolatedDict) -> Self:
        """Only what was set aside for it."""
        return cls._made("isolated", content)

    @classmethod
    def cross(cls, content: MarginModeCross | MarginModeCrossDict) -> Self:
        """The whole account. Equity, margin ratio, leverage, margin call and bankruptcy are then the account's."""
        return cls._made("cross", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "isolated":
            return MarginModeIsolated._read(content)
        if tag == "cross":
            return MarginModeCross._read(content)
        return content


class MarginModeDict(TypedDict, total=False):
    """``MarginMode`` as a mapping: one of the keys, with its content."""

    isolated: MarginModeIsolated | MarginModeIsolatedDict
    cross: MarginModeCross | MarginModeCrossDict


MarginModeLike: TypeAlias = "MarginMode | MarginModeDict"
"""What is taken for a ``MarginMode``."""


@document
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
    _route = "derivatives.liquidation:maintenance.flat"

    def __init__(
        self,
        rate: float,
        deduction: float,
    ) -> None:
        self._fill({"rate": rate, "deduction": deduction})

    def _wire(self) -> dict[str, Any]:
        return {
            "rate": self.rate,
            "deduction": self.deduction,
        }


class MaintenanceScheduleFlatDict(TypedDict):
    """``MaintenanceScheduleFlat`` as a mapping."""

    rate: float
    deduction: float


@document
class RateTiers(Document):
    """Maintenance rates by size, as far as a margin needs them.

    Attributes
    ----------
    notional_floor : tuple[float, ...]
        Least notionals of the tiers, in margin currency: from 0, rising. A notional on a border belongs to the smaller tier.
    maintenance_rate : tuple[float, ...]
        Maintenance rates of the tiers, as fractions of the notional: rising, below 1.
    """

    notional_floor: tuple[float, ...]
    maintenance_rate: tuple[float, ...]
    _route = "derivatives.liquidation:maintenance.marginal"

    def __init__(
        self,
        notional_floor: ArrayLike,
        maintenance_rate: ArrayLike,
    ) -> None:
        self._fill({"notional_floor": notional_floor, "maintenance_rate": maintenance_rate})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["notional_floor"] = listed(document["notional_floor"])
        document["maintenance_rate"] = listed(document["maintenance_rate"])

    def _wire(self) -> dict[str, Any]:
        return {
            "notional_floor": self.notional_floor,
            "maintenance_rate": self.maintenance_rate,
        }


class RateTiersDict(TypedDict):
    """``RateTiers`` as a mapping."""

    notional_floor: ArrayLike
    maintenance_rate: ArrayLike


@document
class MaintenanceScheduleGrowing(Document):
    """A rate that grows with the position: `rate + growth * size`, the size in coin (Deribit). That of a linear contract does not move with
    the price, that of an inverse one does.

    Attributes
    ----------
    rate : float
        Maintenance rate of the smallest position, as a fraction of the notional; below 1. [from 0.0 to 1.0]
    growth_per_unit : float
        Growth of the rate per unit of the position's size in coin, 0 to 1: 0.00005 for 0.005 % per bitcoin. [from 0.0 to 1.0]
    """

    rate: float
    growth_per_unit: float
    _route = "derivatives.liquidation:maintenance.growing"

    def __init__(
        self,
        rate: float,
        growth_per_unit: float,
    ) -> None:
        self._fill({"rate": rate, "growth_per_unit": growth_per_unit})

    def _wire(self) -> dict[str, Any]:
        return {
            "rate": self.rate,
            "growth_per_unit": self.growth_per_unit,
        }


class MaintenanceScheduleGrowingDict(TypedDict):
    """``MaintenanceScheduleGrowing`` as a mapping."""

    rate: float
    growth_per_unit: float


@document
class MaintenanceSchedule(Variant):
    """Maintenance margin as a function of the notional: `notional * rate - deduction`, with rate and deduction of the tier where the notional
    lies.

    Cases
    -----
    flat
        One rate whatever the size.
    tiers
        A venue's table, of the position's own contract, currency and venue. It holds the position's notional at entry; where the price takes that beyond the last row, the last row goes on and the answer says so.
    marginal
        Tiers each of whose rates applies to the part of the notional inside it, as with deductions that make the margin continuous.
    whole
        Tiers whose rate applies to the whole notional, without deduction: the margin jumps where a tier begins (Kraken, OKX, Phemex).
    growing
        A rate that grows with the position: `rate + growth * size`, the size in coin (Deribit). That of a linear contract does not move with the price, that of an inverse one does.
    """

    tag: Literal["flat", "tiers", "marginal", "whole", "growing"]
    content: MaintenanceScheduleFlat | TierTable | RateTiers | MaintenanceScheduleGrowing | None = None
    _route = "derivatives.liquidation:maintenance"

    @classmethod
    def flat(cls, content: MaintenanceScheduleFlat | MaintenanceScheduleFlatDict) -> Self:
        """One rate whatever the size."""
        return cls._made("flat", content)

    @classmethod
    def tiers(cls, content: TierTable | TierTableDict) -> Self:
        """A venue's table, of the position's own contract, currency and venue. It holds the position's notional at entry; where the price takes that beyond the last row, the last row goes on and the answer says so."""
        return cls._made("tiers", content)

    @classmethod
    def marginal(cls, content: RateTiers | RateTiersDict) -> Self:
        """Tiers each of whose rates applies to the part of the notional inside it, as with deductions that make the margin continuous."""
        return cls._made("marginal", content)

    @classmethod
    def whole(cls, content: RateTiers | RateTiersDict) -> Self:
        """Tiers whose rate applies to the whole notional, without deduction: the margin jumps where a tier begins (Kraken, OKX, Phemex)."""
        return cls._made("whole", content)

    @classmethod
    def growing(cls, content: MaintenanceScheduleGrowing | MaintenanceScheduleGrowingDict) -> Self:
        """A rate that grows with the position: `rate + growth * size`, the size in coin (Deribit). That of a linear contract does not move with the price, that of an inverse one does."""
        return cls._made("growing", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "flat":
            return MaintenanceScheduleFlat._read(content)
        if tag == "tiers":
            return TierTable._read(content)
        if tag == "marginal":
            return RateTiers._read(content)
        if tag == "whole":
            return RateTiers._read(content)
        if tag == "growing":
            return MaintenanceScheduleGrowing._read(content)
        return content


class MaintenanceScheduleDict(TypedDict, total=False):
    """``MaintenanceSchedule`` as a mapping: one of the keys, with its content."""

    flat: MaintenanceScheduleFlat | MaintenanceScheduleFlatDict
    tiers: TierTable | TierTableDict
    marginal: RateTiers | RateTiersDict
    whole: RateTiers | RateTiersDict
    growing: MaintenanceScheduleGrowing | MaintenanceScheduleGrowingDict


MaintenanceScheduleLike: TypeAlias = "MaintenanceSchedule | MaintenanceScheduleDict"
"""What is taken for a ``MaintenanceSchedule``."""


@document
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
    beyond_last_tier : bool
        Whether the notional lies beyond the last tier of the table, which goes on there.
    """

    index: int
    maintenance_rate: float
    deduction: float
    beyond_last_tier: bool

    def _wire(self) -> dict[str, Any]:
        return {
            "index": self.index,
            "maintenance_rate": self.maintenance_rate,
            "deduction": self.deduction,
            "beyond_last_tier": self.beyond_last_tier,
        }


@document
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


@document
class LiquidationReport(Document):
    """Result of `liquidation`.

    Attributes
    ----------
    liquidation_price : Outcome
        Liquidation price, in quote currency; `every` where no price saves the position.
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["liquidation_price"] = outcome(document["liquidation_price"])
        if document.get("tier") is not None:
            document["tier"] = TierUsed._read(document["tier"])
        document["bankruptcy_price"] = outcome(document["bankruptcy_price"])
        if document.get("margin_call_price") is not None:
            document["margin_call_price"] = outcome(document["margin_call_price"])
        if document.get("at_mark") is not None:
            document["at_mark"] = AtMark._read(document["at_mark"])

    def _wire(self) -> dict[str, Any]:
        return {
            "liquidation_price": self.liquidation_price,
            "tier": self.tier,
            "bankruptcy_price": self.bankruptcy_price,
            "margin_call_price": self.margin_call_price,
            "at_mark": self.at_mark,
        }


@document
class AccountContract(Document):
    """Contract that positions of an account are in.

    Attributes
    ----------
    instrument : str
        Contract, in the words of the venue; each only once.
    coin : str
        Coin whose price the contract follows.
    contract : ContractKind
        Kind of the contract: linear or inverse.
    mark_price : float
        Mark price of the contract now, in quote currency. [from 1e-18 to 1e+18]
    maintenance : MaintenanceSchedule
        Maintenance margin by size; notionals in the currency that the contract settles in. A table is that of this contract, in that currency, of the account's venue.
    close_fee_rate : float, optional
        Fee for closing, as a fraction of the notional; it counts where the venue's rules count it. [from 0.0 to 1.0; 0.0 where absent]
    """

    instrument: str
    coin: str
    contract: ContractKind
    mark_price: float
    maintenance: MaintenanceSchedule
    close_fee_rate: float | None = None
    _route = "derivatives.margin_account:contracts.[]"

    def __init__(
        self,
        instrument: str,
        coin: str,
        contract: ContractKind,
        mark_price: float,
        maintenance: MaintenanceScheduleLike,
        close_fee_rate: float | None = None,
    ) -> None:
        self._fill({"instrument": instrument, "coin": coin, "contract": contract, "mark_price": mark_price, "maintenance": maintenance, "close_fee_rate": close_fee_rate})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["maintenance"] = MaintenanceSchedule._read(document["maintenance"])

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "coin": self.coin,
            "contract": self.contract,
            "mark_price": self.mark_price,
            "maintenance": self.maintenance,
            "close_fee_rate": self.close_fee_rate,
        }


class AccountContractDict(TypedDict):
    """``AccountContract`` as a mapping."""

    instrument: str
    coin: str
    contract: ContractKind
    mark_price: float
    maintenance: MaintenanceScheduleLike
    close_fee_rate: NotRequired[float | None]


@document
class AccountPosition(Document):
    """Position of an account.

    Attributes
    ----------
    instrument : str
        Contract of the position: one of the account's.
    side : Side
        Side of the position: long or short. A long and a short of one contract are hedge mode.
    quantity : float
        Size of the position: units of base (linear) or contracts of one quote unit (inverse). [from 1e-18 to 1e+18]
    entry_price : float
        Average entry price, in quote currency. [from 1e-18 to 1e+18]
    """

    instrument: str
    side: Side
    quantity: float
    entry_price: float
    _route = "derivatives.margin_account:positions.[]"

    def __init__(
        self,
        instrument: str,
        side: Side,
        quantity: float,
        entry_price: float,
    ) -> None:
        self._fill({"instrument": instrument, "side": side, "quantity": quantity, "entry_price": entry_price})

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "side": self.side,
            "quantity": self.quantity,
            "entry_price": self.entry_price,
        }


class AccountPositionDict(TypedDict):
    """``AccountPosition`` as a mapping."""

    instrument: str
    side: Side
    quantity: float
    entry_price: float


@document
class AccountCollateral(Document):
    """Collateral of an account in one currency.

    Attributes
    ----------
    currency : str
        Currency of the collateral; each only once.
    amount : float
        Balance without unrealized profit, in the collateral's own currency; negative where it is owed. [from -1000000000000000.0 to 1000000000000000.0]
    price : float, optional
        Price of one unit of the collateral in the account's currency. Absent: the collateral is in the account's currency. [from 1e-18 to 1e+18]
    haircut : float, optional
        Fraction of a positive balance's value that does not count. [from 0.0 to 1.0; 0.0 where absent]
    """

    currency: str
    amount: float
    price: float | None = None
    haircut: float | None = None
    _route = "derivatives.margin_account:collateral.[]"

    def __init__(
        self,
        currency: str,
        amount: float,
        price: float | None = None,
        haircut: float | None = None,
    ) -> None:
        self._fill({"currency": currency, "amount": amount, "price": price, "haircut": haircut})

    def _wire(self) -> dict[str, Any]:
        return {
            "currency": self.currency,
            "amount": self.amount,
            "price": self.price,
            "haircut": self.haircut,
        }


class AccountCollateralDict(TypedDict):
    """``AccountCollateral`` as a mapping."""

    currency: str
    amount: float
    price: NotRequired[float | None]
    haircut: NotRequired[float | None]


@document
class PositionAtMark(Document):
    """Position of an account at its mark price, in the account's currency.

    Attributes
    ----------
    instrument : str
        Contract of the position.
    side : Side
        Side of the position.
    notional : float
        Notional of the position, in the account's currency.
    unrealized : float
        Unrealized profit of the position, in the account's currency.
    requirement : float
        Maintenance margin and closing fee of the position as the venue counts them, in the account's currency.
    maintenance_rate : float
        Maintenance rate of the position's tier, as a fraction of the notional.
    leverage : float, optional
        Leverage of the position: its notional over the account's equity. Absent where equity is not positive.
    beyond_last_tier : bool
        Whether the notional lies beyond the last tier of the contract's table, which goes on there.
    """

    instrument: str
    side: Side
    notional: float
    unrealized: float
    requirement: float
    maintenance_rate: float
    beyond_last_tier: bool
    leverage: float | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "side": self.side,
            "notional": self.notional,
            "unrealized": self.unrealized,
            "requirement": self.requirement,
            "maintenance_rate": self.maintenance_rate,
            "leverage": self.leverage,
            "beyond_last_tier": self.beyond_last_tier,
        }


@document
class AccountLevels(Document):
    """Prices at which an account's state changes: the nearest below and above the price now.

    Attributes
    ----------
    of : str
        Contract or coin whose price moves.
    price : float
        Price from which the movement starts, in quote currency: the mark, of a coin that of its first contract or else of its collateral.
    liquidation_below : Outcome
        Nearest lower price at which the account is liquidated, or no longer if it would be now.
    liquidation_above : Outcome
        Nearest higher price at which the account is liquidated, or no longer if it would be now.
    bankruptcy_below : Outcome
        Nearest lower price at which equity is 0.
    bankruptcy_above : Outcome
        Nearest higher price at which equity is 0.
    margin_call_below : Outcome, optional
        Nearest lower price at which the margin ratio passes `call_ratio`. Absent without one.
    margin_call_above : Outcome, optional
        Nearest higher price at which the margin ratio passes `call_ratio`. Absent without one.
    """

    of: str
    price: float
    liquidation_below: Outcome
    liquidation_above: Outcome
    bankruptcy_below: Outcome
    bankruptcy_above: Outcome
    margin_call_below: Outcome | None = None
    margin_call_above: Outcome | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["liquidation_below"] = outcome(document["liquidation_below"])
        document["liquidation_above"] = outcome(document["liquidation_above"])
        document["bankruptcy_below"] = outcome(document["bankruptcy_below"])
        document["bankruptcy_above"] = outcome(document["bankruptcy_above"])
        if document.get("margin_call_below") is not None:
            document["margin_call_below"] = outcome(document["margin_call_below"])
        if document.get("margin_call_above") is not None:
            document["margin_call_above"] = outcome(document["margin_call_above"])

    def _wire(self) -> dict[str, Any]:
        return {
            "of": self.of,
            "price": self.price,
            "liquidation_below": self.liquidation_below,
            "liquidation_above": self.liquidation_above,
            "bankruptcy_below": self.bankruptcy_below,
            "bankruptcy_above": self.bankruptcy_above,
            "margin_call_below": self.margin_call_below,
            "margin_call_above": self.margin_call_above,
        }


@document
class MarginAccountReport(Document):
    """Result of `margin_account`.

    Attributes
    ----------
    collateral : float
        Collateral after haircuts, in the account's currency.
    unrealized : float
        Unrealized profit of all positions, in the account's currency.
    equity : float
        Equity: collateral after haircuts and unrealized profit, in the account's currency.
    requirement : float
        Requirement: maintenance margin of all positions and closing fees as the venue counts them, in the account's currency.
    margin_ratio : float, optional
        Margin ratio: requirement over equity, liquidation at 1. Absent where equity is not positive.
    leverage : float, optional
        Leverage: notional of all positions over equity. Absent where equity is not positive.
    liquidated : bool
        Whether equity does not exceed the requirement, so that the account would be liquidated now.
    called : bool, optional
        Whether the margin ratio is at `call_ratio` or beyond. Absent without one.
    positions : Rows[PositionAtMark]
        Positions at their mark prices, in the order of the request.
    by_contract : Rows[AccountLevels]
        Prices of each contract at which the state changes while all other prices stay where they are.
    by_coin : Rows[AccountLevels]
        Prices of each coin at which the state changes while all its contracts and collateral move in proportion.
    suspicious : Rows[SuspiciousFigure]
        Prices of one coin that contradict each other, with their places; empty as a rule.
    """

    collateral: float
    unrealized: float
    equity: float
    requirement: float
    liquidated: bool
    positions: Rows[PositionAtMark]
    by_contract: Rows[AccountLevels]
    by_coin: Rows[AccountLevels]
    suspicious: Rows[SuspiciousFigure]
    margin_ratio: float | None = None
    leverage: float | None = None
    called: bool | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["positions"] = rows(PositionAtMark._read, document["positions"])
        document["by_contract"] = rows(AccountLevels._read, document["by_contract"])
        document["by_coin"] = rows(AccountLevels._read, document["by_coin"])
        document["suspicious"] = rows(SuspiciousFigure._read, document["suspicious"])

    def _wire(self) -> dict[str, Any]:
        return {
            "collateral": self.collateral,
            "unrealized": self.unrealized,
            "equity": self.equity,
            "requirement": self.requirement,
            "margin_ratio": self.margin_ratio,
            "leverage": self.leverage,
            "liquidated": self.liquidated,
            "called": self.called,
            "positions": self.positions,
            "by_contract": self.by_contract,
            "by_coin": self.by_coin,
            "suspicious": self.suspicious,
        }


@document
class MarginAccountRequest(Document):
    """Inputs of `margin_account`.

    Attributes
    ----------
    venue : Venue
        Venue whose rules apply.
    currency : str
        Currency in which the account is counted: that of its linear contracts, or the coin of its inverse ones.
    contracts : Rows[AccountContract]
        Contracts that the account holds positions in.
    positions : Rows[AccountPosition]
        Positions of the account; no two on the same side of one contract.
    collateral : Rows[AccountCollateral]
        Collateral of the account, currency by currency.
    call_ratio : float, optional
        Margin ratio at which the owner is warned: above 0, at most 1. Absent: no margin call. [from 0.0 to 1.0]
    """

    venue: Venue
    currency: str
    contracts: Rows[AccountContract]
    positions: Rows[AccountPosition]
    collateral: Rows[AccountCollateral]
    call_ratio: float | None = None
    _route = "insurance.frozen_terms:account.account"

    def __init__(
        self,
        venue: Venue,
        currency: str,
        contracts: Sequence[AccountContract | AccountContractDict] | FrameLike,
        positions: Sequence[AccountPosition | AccountPositionDict] | FrameLike,
        collateral: Sequence[AccountCollateral | AccountCollateralDict] | FrameLike,
        call_ratio: float | None = None,
    ) -> None:
        self._fill({"venue": venue, "currency": currency, "contracts": contracts, "positions": positions, "collateral": collateral, "call_ratio": call_ratio})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["contracts"] = rows(AccountContract._read, document["contracts"])
        document["positions"] = rows(AccountPosition._read, document["positions"])
        document["collateral"] = rows(AccountCollateral._read, document["collateral"])

    def _wire(self) -> dict[str, Any]:
        return {
            "venue": self.venue,
            "currency": self.currency,
            "contracts": self.contracts,
            "positions": self.positions,
            "collateral": self.collateral,
            "call_ratio": self.call_ratio,
        }


class MarginAccountRequestDict(TypedDict):
    """``MarginAccountRequest`` as a mapping."""

    venue: Venue
    currency: str
    contracts: Sequence[AccountContract | AccountContractDict]
    positions: Sequence[AccountPosition | AccountPositionDict]
    collateral: Sequence[AccountCollateral | AccountCollateralDict]
    call_ratio: NotRequired[float | None]


@operation("derivatives.liquidation")
def liquidation(
    *,
    venue: Venue,
    contract: ContractKind,
    side: Side,
    quantity: float,
    entry_price: float,
    margin_mode: MarginModeLike,
    maintenance: MaintenanceScheduleLike,
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
    margin_mode : MarginMode, or its word or mapping
        Margin behind the position.
    maintenance : MaintenanceSchedule, or its word or mapping
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
        Volatility per square root of a year, for the distance in standard deviations: with `years` and `mark_price`, or not at all. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    years : float, optional
        Horizon in years of 365 days, for the distance in standard deviations: with `volatility` and `mark_price`, or not at all. [years, 0, or from 1e-12 to 30.0]

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
    >>> report.liquidation_price.value
    54241.96787148595
    >>> report.bankruptcy_price.value
    54052.0260130065
    """
    return LiquidationReport._read(call("derivatives.liquidation", {"venue": venue, "contract": contract, "side": side, "quantity": quantity, "entry_price": entry_price, "margin_mode": margin_mode, "maintenance": maintenance, "close_fee_rate": close_fee_rate, "funding_paid": funding_paid, "mark_price": mark_price, "call_ratio": call_ratio, "volatility": volatility, "years": years}))


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class LiquidationBatchColumns(Columns):
    """Columns of ``liquidation_batch``, of the kind that came in.

    Attributes
    ----------
    liquidation_price : float64
        Liquidation price, in quote currency; NaN with status `never` or `every`.
    bankruptcy_price : float64
        Bankruptcy price, in quote currency: equity pays the closing fee and nothing else. NaN where it never does.
    status : words (ok, never, unbounded, every, undefined, refused)
        State of the row: `ok`, `never`, `every` or `refused`.
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
    maintenance: MaintenanceScheduleLike,
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
    maintenance: MaintenanceScheduleLike,
    close_fee_rate: float | None = None,
    on_bad_row: OnBadRow | None = None,
) -> _Frame: ...


@operation()
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
    maintenance: MaintenanceScheduleLike,
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
    maintenance : MaintenanceSchedule, or its word or mapping
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
    >>> columns.liquidation_price.tolist()
    [8.085708510208207, 9.499307342172967, nan]
    >>> columns.bankruptcy_price.tolist()
    [8.004802881729038, 9.594243453927644, nan]
    """
    return _frames.call(
        "derivatives.liquidation_batch",
        {"venue": venue, "contract": contract, "maintenance": maintenance, "close_fee_rate": close_fee_rate, "on_bad_row": on_bad_row},
        frame,
        {"side": side, "quantity": quantity, "entry_price": entry_price, "margin": margin},
        (("side", ("long", "short",)), ("quantity", "f64"), ("entry_price", "f64"), ("margin", "f64"),),
        ("liquidation_price", "bankruptcy_price", "status",),
        LiquidationBatchColumns,
        True,
    )


@operation("derivatives.margin_account")
def margin_account(
    *,
    venue: Venue,
    currency: str,
    contracts: Sequence[AccountContract | AccountContractDict] | FrameLike,
    positions: Sequence[AccountPosition | AccountPositionDict] | FrameLike,
    collateral: Sequence[AccountCollateral | AccountCollateralDict] | FrameLike,
    call_ratio: float | None = None,
) -> MarginAccountReport:
    """The state of an account with many positions and several collaterals: its one equity, margin ratio and leverage, and the prices of
    each contract and of each coin at which it is warned, liquidated or bankrupt.

    A contract is moved with all others fixed; a coin moves all its contracts and its collateral in proportion. Long and short of one
    contract are hedge mode. What the named venue does not have is refused.

    Parameters
    ----------
    venue : Venue
        Venue whose rules apply.
    currency : str
        Currency in which the account is counted: that of its linear contracts, or the coin of its inverse ones.
    contracts : Sequence[AccountContract | AccountContractDict], or a DataFrame of their fields
        Contracts that the account holds positions in.
    positions : Sequence[AccountPosition | AccountPositionDict], or a DataFrame of their fields
        Positions of the account; no two on the same side of one contract.
    collateral : Sequence[AccountCollateral | AccountCollateralDict], or a DataFrame of their fields
        Collateral of the account, currency by currency.
    call_ratio : float, optional
        Margin ratio at which the owner is warned: above 0, at most 1. Absent: no margin call. [from 0.0 to 1.0]

    Returns
    -------
    MarginAccountReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.margin_account(venue="binance_usdm", currency="USDT", contracts=[{"instrument": "BTCUSDT", "coin": "BTC", "contract": "linear", "mark_price": 60000, "maintenance": {"flat": {"rate": 0.004, "deduction": 0}}}, {"instrument": "ETHUSDT", "coin": "ETH", "contract": "linear", "mark_price": 3000, "maintenance": {"marginal": {"notional_floor": [0, 50000, 600000], "maintenance_rate": [0.005, 0.0065, 0.01]}}, "close_fee_rate": 0.0005}], positions=[{"instrument": "BTCUSDT", "side": "long", "quantity": 1, "entry_price": 60000}, {"instrument": "BTCUSDT", "side": "short", "quantity": 0.4, "entry_price": 62000}, {"instrument": "ETHUSDT", "side": "long", "quantity": 20, "entry_price": 3100}], collateral=[{"currency": "USDT", "amount": 5000}, {"currency": "BTC", "amount": 0.1, "price": 60000, "haircut": 0.05}], call_ratio=0.8)
    >>> report.collateral
    10700.0
    >>> report.unrealized
    -1200.0
    """
    return MarginAccountReport._read(call("derivatives.margin_account", {"venue": venue, "currency": currency, "contracts": records(contracts), "positions": records(positions), "collateral": records(collateral), "call_ratio": call_ratio}))


# Below, because the modules of a package name each other's types.
from ._suspicion import SuspiciousFigure
