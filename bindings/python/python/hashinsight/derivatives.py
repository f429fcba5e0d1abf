"""The operations of ``derivatives``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar, Literal, Self, TypeAlias

from . import _frames
from ._documents import Document, Variant, call, day, filled, instant, wide
from ._frames import Columns
from ._handles import Job, Progress, Stream

__all__ = [
    "AtMark",
    "BadRows",
    "BarrierBatchColumns",
    "BarrierReport",
    "BarrierSide",
    "ChainSuspicion",
    "ContractKind",
    "DefaultLegReport",
    "DigitalPayout",
    "DigitalReport",
    "DiscreteBarrierReport",
    "DiscreteHitReport",
    "DrawdownReport",
    "Estimated",
    "ExpirySummary",
    "FitJumpsReport",
    "Greeks",
    "HitGreeks",
    "HitProbabilityBatchColumns",
    "HitProbabilityReport",
    "ImpliedVolatilityBatchColumns",
    "ImpliedVolatilityReport",
    "JumpModel",
    "JumpModelMerton",
    "JumpOptionReport",
    "Knock",
    "KouJumps",
    "KouPassageReport",
    "LiquidationBatchColumns",
    "LiquidationReport",
    "MaintenanceSchedule",
    "MaintenanceScheduleFlat",
    "MarginMode",
    "MarginModeCross",
    "MarginModeIsolated",
    "Measure",
    "OptionChain",
    "OptionChainReport",
    "OptionKind",
    "OptionQuote",
    "Payout",
    "PriceLevel",
    "RealizedVolatilityReport",
    "Side",
    "SimulatePassageJob",
    "SimulatePassageReport",
    "TierTable",
    "TierUsed",
    "TouchPayment",
    "TouchReport",
    "VanillaBatchColumns",
    "VanillaReport",
    "Venue",
    "barrier",
    "barrier_batch",
    "black76",
    "default_leg",
    "digital",
    "discrete_barrier",
    "discrete_hit_probability",
    "drawdown",
    "fit_jumps",
    "hit_probability",
    "hit_probability_batch",
    "implied_volatility",
    "implied_volatility_batch",
    "kou",
    "kou_passage",
    "liquidation",
    "liquidation_batch",
    "merton",
    "option_chain",
    "realized_volatility",
    "simulate_passage",
    "touch",
    "vanilla",
    "vanilla_batch",
]


Venue: TypeAlias = Literal["binance_usdm", "binance_coinm", "bybit_classic", "bybit_unified", "okx", "btse"]
"""A venue's convention for liquidation. Conventions change: each says where and when it was read.

Cases
-----
binance_usdm
    Maintenance at the mark, with deduction; the closing fee does not count. Binance FAQ "How to calculate liquidation price of USDⓈ-M futures contracts", read 2024.
binance_coinm
    The same in coin. Binance COIN-M liquidation calculator and FAQ, read 2024.
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
"""In which currency a contract is margined and settled.

Cases
-----
linear
    In the quote currency (USDT-margined): quantity in units of base.
inverse
    In the coin itself (coin-margined): quantity in contracts of one unit of quote currency.
"""


Side: TypeAlias = Literal["long", "short"]
"""Which way a position profits.

Cases
-----
long
    From rising prices.
short
    From falling prices.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class MarginModeIsolated(Document):
    """Attributes
    ----------
    margin : float
        Margin of the position, before funding. [margin currency, from 0.0 to 1e+18]
    """

    margin: float

    def _wire(self) -> dict[str, Any]:
        return {
            "margin": self.margin,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class MarginModeCross(Document):
    """Attributes
    ----------
    wallet_balance : float
        Balance of the wallet, without unrealized profit, in margin currency. [margin currency, from -1000000000000000.0 to 1000000000000000.0]
    other_maintenance : float
        Maintenance margin of the account's other positions, in margin currency; a closing fee that the venue counts included. [margin currency, from 0.0 to 1e+18]
    other_unrealized : float
        Unrealized profit of the account's other positions, in margin currency, at prices that do not move. [margin currency, from -1000000000000000.0 to 1000000000000000.0]
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
    """What backs a position, in margin currency: its own margin, or the account that it shares with others.

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
        return cls("isolated", content)

    @classmethod
    def cross(cls, content: MarginModeCross | Mapping[str, Any]) -> Self:
        """The whole account. Equity, margin ratio, leverage, margin call and bankruptcy are then the account's."""
        return cls("cross", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "isolated":
            return MarginModeIsolated._read(content)
        if tag == "cross":
            return MarginModeCross._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class MaintenanceScheduleFlat(Document):
    """Attributes
    ----------
    rate : float
        Fraction of the notional. [from 0.0 to 1.0]
    deduction : float
        What is taken off, in margin currency. [margin currency, from 0.0 to 1e+18]
    """

    rate: float
    deduction: float

    def _wire(self) -> dict[str, Any]:
        return {
            "rate": self.rate,
            "deduction": self.deduction,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class TierTable(Document):
    """A venue's whole margin table, smallest positions first: it begins at 0, has no gap and no overlap, the rate rises, the leverage
    does not, and the deduction makes the maintenance margin continuous (to 1e-9 of the floor's margin, for tables that were rounded).

    Attributes
    ----------
    source : str

    instrument : str

    margin_currency : str

    time_ms : datetime.datetime
         [ms, from 1230940800000 to 253402235999999]
    notional_floor : list[float]

    notional_cap : list[float]

    maintenance_rate : list[float]

    deduction : list[float]

    max_leverage : list[float]
    """

    source: str
    instrument: str
    margin_currency: str
    time_ms: datetime.datetime
    notional_floor: list[float]
    notional_cap: list[float]
    maintenance_rate: list[float]
    deduction: list[float]
    max_leverage: list[float]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["time_ms"] = instant(document["time_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "instrument": self.instrument,
            "margin_currency": self.margin_currency,
            "time_ms": self.time_ms,
            "notional_floor": self.notional_floor,
            "notional_cap": self.notional_cap,
            "maintenance_rate": self.maintenance_rate,
            "deduction": self.deduction,
            "max_leverage": self.max_leverage,
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
        return cls("flat", content)

    @classmethod
    def tiers(cls, content: TierTable | Mapping[str, Any]) -> Self:
        """A venue's table; a notional beyond the last row stays in the last row."""
        return cls("tiers", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "flat":
            return MaintenanceScheduleFlat._read(content)
        if tag == "tiers":
            return TierTable._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class PriceLevel(Variant):
    """A price level, or the fact that there is none.

    Cases
    -----
    at
        It happens at this price: positive and finite.
    never
        It happens at no price above 0.
    """

    tag: Literal["at", "never"]
    content: float | None = None


@dataclasses.dataclass(frozen=True, repr=False)
class TierUsed(Document):
    """The tier that decides.

    Attributes
    ----------
    index : int
        Its place in the table, from 0. [from 0]
    maintenance_rate : float
        Its maintenance rate.
    deduction : float
        Its deduction, in margin currency.
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
    """A position at the mark price, in margin currency. On cross margin, equity and what is measured against it are the account's: they are
    the same whichever of its positions is asked for.

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
        Requirement over equity: liquidation at 1. Absent where equity is not positive. (OKX quotes the inverse.)
    leverage : float, optional
        Notional of the position over equity. Absent where equity is not positive.
    liquidated : bool
        Whether equity does not exceed the requirement, so that the position would be liquidated now.
    distance : float, optional
        `|liquidation / mark - 1|`; absent without a liquidation price.
    distance_sigmas : float, optional
        The distance in standard deviations of the logarithm over the horizon; absent without liquidation price, volatility and horizon.
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
    """What `liquidation` answers.

    Attributes
    ----------
    liquidation_price : PriceLevel
        Where the position is liquidated.
    tier : TierUsed, optional
        The tier that holds there; absent where the position is never liquidated.
    bankruptcy_price : PriceLevel
        Where equity pays the closing fee of the position and nothing else; on cross margin that is the account's equity.
    margin_call_price : PriceLevel, optional
        Where the margin ratio reaches `call_ratio`; absent without one.
    at_mark : AtMark, optional
        The position at the mark; absent without a mark price.
    """

    liquidation_price: PriceLevel
    bankruptcy_price: PriceLevel
    tier: TierUsed | None = None
    margin_call_price: PriceLevel | None = None
    at_mark: AtMark | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["liquidation_price"] = PriceLevel._read(document["liquidation_price"])
        if "tier" in document:
            document["tier"] = TierUsed._read(document["tier"])
        document["bankruptcy_price"] = PriceLevel._read(document["bankruptcy_price"])
        if "margin_call_price" in document:
            document["margin_call_price"] = PriceLevel._read(document["margin_call_price"])
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


BadRows: TypeAlias = Literal["refuse", "report"]
"""What a batch does with a row that cannot be used.

Cases
-----
refuse
    The whole batch is refused with the first fault, by column, then by row.
report
    The row is marked in the status column and its results are NaN; the other rows are computed.
"""


OptionKind: TypeAlias = Literal["call", "put"]
"""The right to buy, or the right to sell.

Cases
-----
call
    The right to buy.
put
    The right to sell.
"""


Measure: TypeAlias = Literal["risk_neutral", "real_world"]
"""A probability or a price is of one of two worlds, and every result says of which.

Cases
-----
risk_neutral
    Q: the asset earns the riskless rate less its yield. Prices; probabilities that prices imply.
real_world
    P: the asset earns what the caller believes. Frequencies, reserves, capital.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class Greeks(Document):
    """Derivatives of an option's price.

    Attributes
    ----------
    delta : float
        By the spot (Black-76: the forward).
    gamma : float
        Twice by the spot.
    vega : float
        By the volatility.
    theta : float
        By calendar time, per year.
    rho : float
        By the riskless rate (Black-76: at a fixed forward).
    yield_rho : float
        By the yield (Black-76: 0, there is none).
    vanna : float
        By spot and volatility.
    volga : float
        Twice by the volatility.
    speed : float
        Three times by the spot.
    charm : float
        By spot and calendar time, per year.
    dual_delta : float
        By the strike.
    """

    delta: float
    gamma: float
    vega: float
    theta: float
    rho: float
    yield_rho: float
    vanna: float
    volga: float
    speed: float
    charm: float
    dual_delta: float

    def _wire(self) -> dict[str, Any]:
        return {
            "delta": self.delta,
            "gamma": self.gamma,
            "vega": self.vega,
            "theta": self.theta,
            "rho": self.rho,
            "yield_rho": self.yield_rho,
            "vanna": self.vanna,
            "volga": self.volga,
            "speed": self.speed,
            "charm": self.charm,
            "dual_delta": self.dual_delta,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class VanillaReport(Document):
    """What `vanilla` and `black76` answer.

    Attributes
    ----------
    measure : Measure
        Always the risk-neutral one.
    price : float
        Price in quote currency.
    exercise_probability : float
        Probability of exercise, `N(w d2)`.
    greeks : Greeks, optional
        Derivatives; absent where `sigma sqrt(T)` is 0, when the price has a corner instead.
    """

    measure: Measure
    price: float
    exercise_probability: float
    greeks: Greeks | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "greeks" in document:
            document["greeks"] = Greeks._read(document["greeks"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "price": self.price,
            "exercise_probability": self.exercise_probability,
            "greeks": self.greeks,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ImpliedVolatilityReport(Document):
    """What `implied_volatility` answers.

    Attributes
    ----------
    implied_volatility : float
        Volatility per square root of a year.
    intrinsic : float
        Value of exercise at the forward, discounted.
    time_value : float
        What the price exceeds that by.
    resolution : float, optional
        Half an ulp of the price over vega: what the rounding of the price alone leaves open. Absent where vega is below every float.
    """

    implied_volatility: float
    intrinsic: float
    time_value: float
    resolution: float | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "implied_volatility": self.implied_volatility,
            "intrinsic": self.intrinsic,
            "time_value": self.time_value,
            "resolution": self.resolution,
        }


BarrierSide: TypeAlias = Literal["down", "up"]
"""Where a barrier lies, seen from the price now.

Cases
-----
down
    Below: touched from above.
up
    Above: touched from below.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class HitGreeks(Document):
    """Derivatives of a touch probability.

    Attributes
    ----------
    by_spot : float
        By the spot.
    by_spot_twice : float
        Twice by the spot.
    by_barrier : float
        By the barrier.
    by_volatility : float
        By the volatility, at a fixed drift of the price.
    by_years : float
        By the horizon, per year.
    """

    by_spot: float
    by_spot_twice: float
    by_barrier: float
    by_volatility: float
    by_years: float

    def _wire(self) -> dict[str, Any]:
        return {
            "by_spot": self.by_spot,
            "by_spot_twice": self.by_spot_twice,
            "by_barrier": self.by_barrier,
            "by_volatility": self.by_volatility,
            "by_years": self.by_years,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class HitProbabilityReport(Document):
    """What `hit_probability` answers.

    Attributes
    ----------
    measure : Measure
        As asked.
    probability : float
        Probability of a touch within the horizon.
    distance_sigmas : float, optional
        Distance to the barrier in standard deviations of the logarithm; absent where there is no deviation.
    greeks : HitGreeks, optional
        Derivatives; absent where the probability is 0 or 1 for certain.
    """

    measure: Measure
    probability: float
    distance_sigmas: float | None = None
    greeks: HitGreeks | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "greeks" in document:
            document["greeks"] = HitGreeks._read(document["greeks"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "probability": self.probability,
            "distance_sigmas": self.distance_sigmas,
            "greeks": self.greeks,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DiscreteHitReport(Document):
    """What `discrete_hit_probability` answers.

    Attributes
    ----------
    measure : Measure
        As asked.
    probability : float
        Probability of being seen at the level or beyond, by the exact recursion.
    corrected : float
        The same with the moved barrier of Broadie, Glasserman and Kou.
    continuous : float
        Under continuous watch.
    near_barrier : bool
        Whether the barrier is within one step's deviation, where the correction is crude.
    """

    measure: Measure
    probability: float
    corrected: float
    continuous: float
    near_barrier: bool

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "probability": self.probability,
            "corrected": self.corrected,
            "continuous": self.continuous,
            "near_barrier": self.near_barrier,
        }


TouchPayment: TypeAlias = Literal["at_hit", "at_expiry", "no_touch"]
"""When a touch pays, or what pays without one.

Cases
-----
at_hit
    At the moment of the touch.
at_expiry
    At expiry, if the level was touched.
no_touch
    At expiry, if it was not.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class Payout(Variant):
    """What is paid.

    Cases
    -----
    cash
        So much quote currency.
    asset
        One unit of the asset.
    """

    tag: Literal["cash", "asset"]
    content: float | None = None

    @classmethod
    def cash(cls, content: float) -> Self:
        """So much quote currency."""
        return cls("cash", content)

    @classmethod
    def asset(cls) -> Self:
        """One unit of the asset."""
        return cls("asset")


@dataclasses.dataclass(frozen=True, repr=False)
class TouchReport(Document):
    """What `touch` answers.

    Attributes
    ----------
    measure : Measure
        Always the risk-neutral one.
    price : float
        Value in quote currency.
    probability : float
        Probability of a touch by expiry.
    """

    measure: Measure
    price: float
    probability: float

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "price": self.price,
            "probability": self.probability,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DigitalPayout(Variant):
    """What a digital pays where the price ends beyond its strike.

    Cases
    -----
    cash
        So much quote currency.
    asset
        One unit of the asset.
    gap
        The asset less this payment strike for a call, the reverse for a put: it may be negative.
    """

    tag: Literal["cash", "asset", "gap"]
    content: float | None = None

    @classmethod
    def cash(cls, content: float) -> Self:
        """So much quote currency."""
        return cls("cash", content)

    @classmethod
    def asset(cls) -> Self:
        """One unit of the asset."""
        return cls("asset")

    @classmethod
    def gap(cls, content: float) -> Self:
        """The asset less this payment strike for a call, the reverse for a put: it may be negative."""
        return cls("gap", content)


@dataclasses.dataclass(frozen=True, repr=False)
class DigitalReport(Document):
    """What `digital` answers.

    Attributes
    ----------
    measure : Measure
        Always the risk-neutral one.
    price : float
        Value in quote currency; that of a gap may be negative.
    probability : float
        Probability of payment.
    """

    measure: Measure
    price: float
    probability: float

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "price": self.price,
            "probability": self.probability,
        }


Knock: TypeAlias = Literal["in", "out"]
"""Whether a touch begins or ends the option.

Cases
-----
in
    Begins it.
out
    Ends it.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class BarrierReport(Document):
    """What `barrier` answers.

    Attributes
    ----------
    measure : Measure
        Always the risk-neutral one.
    price : float
        Value in quote currency, rebate included.
    rebate_value : float
        The part of it that is the rebate.
    vanilla_price : float
        The same option without barrier.
    touch_probability : float
        Probability of a touch by expiry.
    """

    measure: Measure
    price: float
    rebate_value: float
    vanilla_price: float
    touch_probability: float

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "price": self.price,
            "rebate_value": self.rebate_value,
            "vanilla_price": self.vanilla_price,
            "touch_probability": self.touch_probability,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DiscreteBarrierReport(Document):
    """What `discrete_barrier` answers.

    Attributes
    ----------
    measure : Measure
        Always the risk-neutral one.
    price : float
        Value in quote currency, by the exact recursion.
    corrected : float
        The same with the moved barrier of Broadie, Glasserman and Kou.
    continuous : float
        Under continuous watch.
    near_barrier : bool
        Whether the barrier is within one step's deviation, where the correction is crude.
    """

    measure: Measure
    price: float
    corrected: float
    continuous: float
    near_barrier: bool

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "price": self.price,
            "corrected": self.corrected,
            "continuous": self.continuous,
            "near_barrier": self.near_barrier,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class JumpOptionReport(Document):
    """What `merton` and `kou` answer.

    Attributes
    ----------
    measure : Measure
        Always the risk-neutral one.
    price : float
        Price in quote currency.
    total_volatility : float
        Standard deviation of the logarithm per square root of a year, jumps included.
    """

    measure: Measure
    price: float
    total_volatility: float

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "price": self.price,
            "total_volatility": self.total_volatility,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class KouJumps(Document):
    """Jumps with exponential tails in the logarithm.

    Attributes
    ----------
    jumps_per_year : float
        Expected number of jumps per year. [per year, from 0.0 to 10000.0]
    up_probability : float
        Part of them that goes up. [from 0.0 to 1.0]
    up_rate : float
        Rate of the jumps up; above 1, or the mean price would be infinite. Their mean is its inverse. [per unit of log price, from 0.001 to 1000000.0]
    down_rate : float
        Rate of the jumps down. Their mean is its inverse. [per unit of log price, from 0.001 to 1000000.0]
    """

    jumps_per_year: float
    up_probability: float
    up_rate: float
    down_rate: float

    def _wire(self) -> dict[str, Any]:
        return {
            "jumps_per_year": self.jumps_per_year,
            "up_probability": self.up_probability,
            "up_rate": self.up_rate,
            "down_rate": self.down_rate,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class KouPassageReport(Document):
    """What `kou_passage` answers.

    Attributes
    ----------
    measure : Measure
        As asked.
    probability : float
        Probability that the price reaches the level within the horizon.
    leap_probability : float
        Probability that it does so by a leap over it.
    beyond_probability : float
        Probability that it lands more than `overshoot` beyond.
    mean_log_overshoot : float
        Mean of the logarithm by which a leap overshoots: the inverse of its rate.
    """

    measure: Measure
    probability: float
    leap_probability: float
    beyond_probability: float
    mean_log_overshoot: float

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "probability": self.probability,
            "leap_probability": self.leap_probability,
            "beyond_probability": self.beyond_probability,
            "mean_log_overshoot": self.mean_log_overshoot,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DrawdownReport(Document):
    """What `drawdown` answers.

    Attributes
    ----------
    measure : Measure
        As asked.
    probability : float
        Probability of such a fall within the horizon.
    expected_years : float, optional
        Expected time until such a fall, in years; absent where it exceeds what an `f64` holds.
    expected_maximum_log_drawdown : float, optional
        Expected greatest fall of the logarithm from its maximum within the horizon, to 1e-5 of it; absent for some drifts down of 2 to 8 deviations over the horizon, where the transform is not resolved at every depth.
    """

    measure: Measure
    probability: float
    expected_years: float | None = None
    expected_maximum_log_drawdown: float | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "probability": self.probability,
            "expected_years": self.expected_years,
            "expected_maximum_log_drawdown": self.expected_maximum_log_drawdown,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DefaultLegReport(Document):
    """What `default_leg` answers.

    Attributes
    ----------
    measure : Measure
        As asked.
    value : float
        Present value of the loss, in the currency of the notional.
    default_probability : float
        Probability of a default within the horizon.
    """

    measure: Measure
    value: float
    default_probability: float

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "value": self.value,
            "default_probability": self.default_probability,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class OptionQuote(Document):
    """A European option at one instant.

    Strike and underlying are in the quote currency; premiums are in the premium currency, which is the coin itself for inverse
    options. Those cost `premium * index` in the quote currency; `premium * underlying`, the underlying being a forward, is their
    undiscounted price. Volatilities are fractions per square root of a year; sources that say percent are divided by 100.

    Attributes
    ----------
    source : str
        Who published it.
    quote_currency : str
        The currency of strike and underlying.
    premium_currency : str
        The currency of bid, ask and mark.
    instrument : str
        Of what.
    time_ms : datetime.datetime
        When it held. [ms, from 1230940800000 to 253402235999999]
    expiry_ms : datetime.datetime
        When the option expires: after `time_ms`. [ms, from 1230940800000 to 253402235999999]
    strike : float
        At what price it can be exercised.
    kind : OptionKind
        Call or put.
    underlying : float
        Forward price of the underlying for this expiry.
    bid : float, optional
        What the best buyer pays. An empty side is absent: sources that write 0 mean nobody.
    ask : float, optional
        What the best seller asks.
    mark : float, optional
        The venue's own value.
    bid_iv : float, optional
        Implied volatility of the bid.
    ask_iv : float, optional
        Implied volatility of the ask.
    mark_iv : float, optional
        Implied volatility of the mark.
    open_interest_base : float, optional
        Open contracts in units of base.
    """

    source: str
    quote_currency: str
    premium_currency: str
    instrument: str
    time_ms: datetime.datetime
    expiry_ms: datetime.datetime
    strike: float
    kind: OptionKind
    underlying: float
    bid: float | None = None
    ask: float | None = None
    mark: float | None = None
    bid_iv: float | None = None
    ask_iv: float | None = None
    mark_iv: float | None = None
    open_interest_base: float | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["time_ms"] = instant(document["time_ms"])
        document["expiry_ms"] = instant(document["expiry_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "quote_currency": self.quote_currency,
            "premium_currency": self.premium_currency,
            "instrument": self.instrument,
            "time_ms": self.time_ms,
            "expiry_ms": self.expiry_ms,
            "strike": self.strike,
            "kind": self.kind,
            "underlying": self.underlying,
            "bid": self.bid,
            "ask": self.ask,
            "mark": self.mark,
            "bid_iv": self.bid_iv,
            "ask_iv": self.ask_iv,
            "mark_iv": self.mark_iv,
            "open_interest_base": self.open_interest_base,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class OptionChain(Document):
    """Options with the same currencies from one source, sorted by expiry, then strike, call before put; no two alike.

    A chain is a list of rows and not columns, because nearly every field of an option can be absent by itself.

    Attributes
    ----------
    quotes : list[OptionQuote]
    """

    quotes: list[OptionQuote]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["quotes"] = [OptionQuote._read(item) for item in document["quotes"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "quotes": self.quotes,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ExpirySummary(Document):
    """One expiry of a chain. What the chain does not tell is absent.

    Attributes
    ----------
    expiry_ms : datetime.datetime
        When the options expire. [ms, from 1230940800000 to 253402235999999]
    years : float
        Time until then from the first quote, in years of 365 days.
    options : int
        Number of options. [from 0]
    forward : float
        The forward that was used: the implied one, else the venue's.
    implied_forward : float, optional
        Forward price by put-call parity, in quote currency; absent where no strike has premiums of both call and put.
    at_the_money : float, optional
        Volatility at the forward.
    call_25_delta : float, optional
        Volatility of the call of 25 delta.
    put_25_delta : float, optional
        Volatility of the put of 25 delta.
    risk_reversal_25 : float, optional
        Call less put volatility at 25 delta.
    butterfly_25 : float, optional
        Mean of the two less at the money.
    max_pain : float, optional
        The strike at which the options together would pay out least.
    gamma_exposure : float, optional
        Gamma of calls less that of puts, in quote currency per 1 % move.
    smile_strikes : list[float]
        Strikes of the smile, ascending.
    smile_volatilities : list[float]
        Volatility at each.
    smile_deltas : list[float]
        Forward delta of the call at each.
    """

    expiry_ms: datetime.datetime
    years: float
    options: int
    forward: float
    smile_strikes: list[float]
    smile_volatilities: list[float]
    smile_deltas: list[float]
    implied_forward: float | None = None
    at_the_money: float | None = None
    call_25_delta: float | None = None
    put_25_delta: float | None = None
    risk_reversal_25: float | None = None
    butterfly_25: float | None = None
    max_pain: float | None = None
    gamma_exposure: float | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["expiry_ms"] = instant(document["expiry_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "expiry_ms": self.expiry_ms,
            "years": self.years,
            "options": self.options,
            "forward": self.forward,
            "implied_forward": self.implied_forward,
            "at_the_money": self.at_the_money,
            "call_25_delta": self.call_25_delta,
            "put_25_delta": self.put_25_delta,
            "risk_reversal_25": self.risk_reversal_25,
            "butterfly_25": self.butterfly_25,
            "max_pain": self.max_pain,
            "gamma_exposure": self.gamma_exposure,
            "smile_strikes": self.smile_strikes,
            "smile_volatilities": self.smile_volatilities,
            "smile_deltas": self.smile_deltas,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ChainSuspicion(Document):
    """One figure of a chain that is possible and yet hard to believe, or that was not used.

    Attributes
    ----------
    path : str
        Place of the figure in the request.
    value : str
        The value as received.
    expected : str
        What would have been believed.
    """

    path: str
    value: str
    expected: str

    def _wire(self) -> dict[str, Any]:
        return {
            "path": self.path,
            "value": self.value,
            "expected": self.expected,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class OptionChainReport(Document):
    """What `option_chain` answers.

    Attributes
    ----------
    measure : Measure
        Always the risk-neutral one: these are prices.
    expiries : list[ExpirySummary]
        One entry per expiry, soonest first: the term structure.
    suspicious : list[ChainSuspicion]
        Figures that are hard to believe or were not used, with their places; empty as a rule.
    """

    measure: Measure
    expiries: list[ExpirySummary]
    suspicious: list[ChainSuspicion]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["expiries"] = [ExpirySummary._read(item) for item in document["expiries"]]
        document["suspicious"] = [ChainSuspicion._read(item) for item in document["suspicious"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "expiries": self.expiries,
            "suspicious": self.suspicious,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class RealizedVolatilityReport(Document):
    """What `realized_volatility` answers: volatilities per square root of a year of 365 days.

    Attributes
    ----------
    measure : Measure
        Always the real world: these are frequencies.
    bars : int
        Number of bars. [from 0]
    close_to_close : float
        From closes alone.
    close_to_close_error : float
        Large-sample standard error of `close_to_close` for normal returns: over the root of twice the number of returns.
    ewma : float
        From closes, the recent ones weighing more.
    parkinson : float
        From high and low.
    garman_klass : float
        From open, high, low and close.
    rogers_satchell : float
        The same, whatever the drift.
    yang_zhang : float
        The same, opening jumps included.
    """

    measure: Measure
    bars: int
    close_to_close: float
    close_to_close_error: float
    ewma: float
    parkinson: float
    garman_klass: float
    rogers_satchell: float
    yang_zhang: float

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "bars": self.bars,
            "close_to_close": self.close_to_close,
            "close_to_close_error": self.close_to_close_error,
            "ewma": self.ewma,
            "parkinson": self.parkinson,
            "garman_klass": self.garman_klass,
            "rogers_satchell": self.rogers_satchell,
            "yang_zhang": self.yang_zhang,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Estimated(Document):
    """An estimate with its standard error.

    Attributes
    ----------
    value : float
        The estimate.
    standard_error : float, optional
        Its standard error; absent where the likelihood is flat or the estimate at the edge of its range.
    """

    value: float
    standard_error: float | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "value": self.value,
            "standard_error": self.standard_error,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class FitJumpsReport(Document):
    """What `fit_jumps` answers.

    Attributes
    ----------
    measure : Measure
        Always the real world: these are frequencies.
    observations : int
        Number of returns. [from 0]
    log_drift_per_year : Estimated
        Drift of the logarithm between jumps, per year.
    volatility : Estimated
        Volatility between jumps, per square root of a year.
    jumps_per_year : Estimated
        Expected number of jumps per year.
    mean_log_jump : Estimated
        Mean of a jump's logarithm.
    log_jump_deviation : Estimated
        Standard deviation of a jump's logarithm.
    log_likelihood : float
        Logarithm of the likelihood at the estimate.
    log_likelihood_without_jumps : float
        The same without jumps. Twice the difference is large where jumps are real: 7.8 is the 95 % point of chi-squared with the three parameters of the jumps (a guide only: without jumps they are not identified).
    """

    measure: Measure
    observations: int
    log_drift_per_year: Estimated
    volatility: Estimated
    jumps_per_year: Estimated
    mean_log_jump: Estimated
    log_jump_deviation: Estimated
    log_likelihood: float
    log_likelihood_without_jumps: float

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["log_drift_per_year"] = Estimated._read(document["log_drift_per_year"])
        document["volatility"] = Estimated._read(document["volatility"])
        document["jumps_per_year"] = Estimated._read(document["jumps_per_year"])
        document["mean_log_jump"] = Estimated._read(document["mean_log_jump"])
        document["log_jump_deviation"] = Estimated._read(document["log_jump_deviation"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "observations": self.observations,
            "log_drift_per_year": self.log_drift_per_year,
            "volatility": self.volatility,
            "jumps_per_year": self.jumps_per_year,
            "mean_log_jump": self.mean_log_jump,
            "log_jump_deviation": self.log_jump_deviation,
            "log_likelihood": self.log_likelihood,
            "log_likelihood_without_jumps": self.log_likelihood_without_jumps,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class JumpModelMerton(Document):
    """Attributes
    ----------
    jumps_per_year : float
        Expected number of jumps per year. [per year, from 0.0 to 10000.0]
    mean_log_jump : float
        Mean of a jump's logarithm. [log price, from -10.0 to 10.0]
    log_jump_deviation : float
        Standard deviation of a jump's logarithm. [per square root of a year, from 0.0 to 20.0]
    """

    jumps_per_year: float
    mean_log_jump: float
    log_jump_deviation: float

    def _wire(self) -> dict[str, Any]:
        return {
            "jumps_per_year": self.jumps_per_year,
            "mean_log_jump": self.mean_log_jump,
            "log_jump_deviation": self.log_jump_deviation,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class JumpModel(Variant):
    """Jumps of a simulated price.

    Cases
    -----
    none
        None: geometric Brownian motion.
    merton
        Normal in the logarithm (Merton 1976).
    kou
        Exponential in the logarithm, up and down (Kou 2002).
    """

    tag: Literal["none", "merton", "kou"]
    content: JumpModelMerton | KouJumps | None = None

    @classmethod
    def none(cls) -> Self:
        """None: geometric Brownian motion."""
        return cls("none")

    @classmethod
    def merton(cls, content: JumpModelMerton | Mapping[str, Any]) -> Self:
        """Normal in the logarithm (Merton 1976)."""
        return cls("merton", content)

    @classmethod
    def kou(cls, content: KouJumps | Mapping[str, Any]) -> Self:
        """Exponential in the logarithm, up and down (Kou 2002)."""
        return cls("kou", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "merton":
            return JumpModelMerton._read(content)
        if tag == "kou":
            return KouJumps._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class SimulatePassageReport(Document):
    """What `SimulatePassage` answers.

    Attributes
    ----------
    measure : Measure
        As asked.
    pairs : int
        Number of pairs. [from 0]
    probability : float
        Probability of a touch, adjusted by the control variate.
    standard_error : float
        Its standard error, over pair means.
    plain_probability : float
        Probability of a touch without the control variate.
    plain_standard_error : float
        Its standard error, over pair means.
    control_probability : float
        Touch probability of the control, in closed form.
    control_simulated : float
        The same, simulated: within a few of its errors of the closed form, or the simulation is wrong.
    control_standard_error : float
        Standard error of the simulated control.
    control_weight : float
        Weight of the control in the adjustment, estimated from the same pairs.
    mean_jumps : float
        Mean number of jumps per path.
    plain_probability_by_date : list[float]
        Probability of a touch by each of the dates, without the control variate; empty where none were asked for.
    plain_standard_error_by_date : list[float]
        Its standard errors, over pair means.
    """

    measure: Measure
    pairs: int
    probability: float
    standard_error: float
    plain_probability: float
    plain_standard_error: float
    control_probability: float
    control_simulated: float
    control_standard_error: float
    control_weight: float
    mean_jumps: float
    plain_probability_by_date: list[float]
    plain_standard_error_by_date: list[float]

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "pairs": self.pairs,
            "probability": self.probability,
            "standard_error": self.standard_error,
            "plain_probability": self.plain_probability,
            "plain_standard_error": self.plain_standard_error,
            "control_probability": self.control_probability,
            "control_simulated": self.control_simulated,
            "control_standard_error": self.control_standard_error,
            "control_weight": self.control_weight,
            "mean_jumps": self.mean_jumps,
            "plain_probability_by_date": self.plain_probability_by_date,
            "plain_standard_error_by_date": self.plain_standard_error_by_date,
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
        Whose rules apply.
    contract : ContractKind
        Linear or inverse.
    side : Side
        Long or short.
    quantity : float
        Units of base (linear) or contracts of one quote unit (inverse). [base units or contracts, from 1e-18 to 1e+18]
    entry_price : float
        Average entry price. [quote currency, from 1e-18 to 1e+18]
    margin_mode : MarginMode | Mapping[str, Any] | str
        What stands behind the position.
    maintenance : MaintenanceSchedule | Mapping[str, Any] | str
        Maintenance margin by size.
    close_fee_rate : float, optional
        Fee for closing, as a fraction of the notional; below 1. Absent: none. It counts where the venue's rules count it, and in the bankruptcy price. [from 0.0 to 1.0]
    funding_paid : float, optional
        Funding paid so far, net, in margin currency: it has eroded the margin. Negative where it was received. Absent: none. [margin currency, from -1000000000000000.0 to 1000000000000000.0]
    mark_price : float, optional
        Mark price now, for the margin ratio and the distances. Absent: they are not told. [quote currency, from 1e-18 to 1e+18]
    call_ratio : float, optional
        Margin ratio at which the owner is warned: above 0, at most 1. Absent: no margin call. [from 0.0 to 1.0]
    volatility : float, optional
        Volatility for the distance in standard deviations. [per square root of a year, from 0.0 to 20.0]
    years : float, optional
        Horizon for the distance in standard deviations. [years, from 0.0 to 30.0]

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
        Where the position is liquidated; NaN with status `never`.
    bankruptcy_price : float64
        Where equity pays the closing fee and nothing else; NaN where it never does.
    status : words
        `ok`, `never` or `refused`.
    """

    liquidation_price: Any
    bankruptcy_price: Any
    status: Any


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
    on_bad_row: BadRows | None = None,
) -> Any:
    """Liquidation and bankruptcy prices of many isolated positions at once, each as `derivatives.liquidation` computes it, bit for bit.

    Parameters
    ----------
    side : column of float64
        1 for long, -1 for short.
    quantity : column of float64
        Units of base (linear) or contracts of one quote unit (inverse). [base units or contracts, from 1e-18 to 1e+18]
    entry_price : column of float64
        Average entry price. [quote currency, from 1e-18 to 1e+18]
    margin : column of float64
        Margin of the position less the funding paid so far, in margin currency. [margin currency, from 0.0 to 1e+18]
    venue : Venue
        Whose rules apply.
    contract : ContractKind
        Linear or inverse.
    maintenance : MaintenanceSchedule | Mapping[str, Any] | str
        Maintenance margin by size.
    close_fee_rate : float, optional
        Fee for closing, as a fraction of the notional. Absent: none. [from 0.0 to 1.0]
    on_bad_row : BadRows, optional
        What to do with a row that cannot be used. Absent: refuse the batch.

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
    >>> columns = hi.derivatives.liquidation_batch(side=[1, -1, 1], quantity=[1, 1, 1], entry_price=[10, 8, 10], margin=[2, 1.6, 10.5], venue="okx", contract="linear", maintenance={"flat": {"rate": 0.01, "deduction": 0}}, close_fee_rate=0.0006)
    """
    return _frames.call(
        "derivatives.liquidation_batch",
        {"venue": venue, "contract": contract, "maintenance": maintenance, "close_fee_rate": close_fee_rate, "on_bad_row": on_bad_row},
        frame,
        {"side": side, "quantity": quantity, "entry_price": entry_price, "margin": margin},
        (("side", "f64"), ("quantity", "f64"), ("entry_price", "f64"), ("margin", "f64"),),
        ("liquidation_price", "bankruptcy_price", "status",),
        LiquidationBatchColumns,
    )


def vanilla(
    *,
    kind: OptionKind,
    spot: float,
    strike: float,
    years: float,
    rate_per_year: float,
    yield_per_year: float,
    volatility: float,
) -> VanillaReport:
    """Price and greeks of a European option by Black, Scholes and Merton (1973), under the risk-neutral measure.

    Parameters
    ----------
    kind : OptionKind
        Call or put.
    spot : float
        Price of the asset now. [quote currency, from 1e-18 to 1e+18]
    strike : float
        Exercise price. [quote currency, from 1e-18 to 1e+18]
    years : float
        Time to expiry in years of 365 days. [years, from 0.0 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0]
    yield_per_year : float
        What holding the asset yields per year, continuously compounded: dividends, or the funding that a long receives. [per year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0]

    Returns
    -------
    VanillaReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.vanilla(kind="call", spot=60000, strike=65000, years=0.25, rate_per_year=0.04, yield_per_year=0, volatility=0.65)
    """
    return VanillaReport._read(call("derivatives.vanilla", {"kind": kind, "spot": spot, "strike": strike, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility}))


@dataclasses.dataclass(frozen=True, repr=False)
class VanillaBatchColumns(Columns):
    """Columns of ``vanilla_batch``, of the kind that came in.

    Attributes
    ----------
    price : float64
        Price in quote currency.
    delta : float64
        By the spot; NaN with status `undefined` where the price has a corner.
    gamma : float64
        Twice by the spot; NaN as delta.
    vega : float64
        By the volatility; NaN as delta.
    theta : float64
        By calendar time, per year; NaN as delta.
    status : words
        `ok`, `undefined` or `refused`.
    """

    price: Any
    delta: Any
    gamma: Any
    vega: Any
    theta: Any
    status: Any


def vanilla_batch(
    frame: Any = None,
    /,
    *,
    kind: Any = None,
    spot: Any = None,
    strike: Any = None,
    years: Any = None,
    volatility: Any = None,
    rate_per_year: float,
    yield_per_year: float,
    on_bad_row: BadRows | None = None,
) -> Any:
    """Price and greeks of many European options at once, each as `derivatives.vanilla` computes it, bit for bit.

    Parameters
    ----------
    kind : column of float64
        1 for a call, -1 for a put.
    spot : column of float64
        Price of the asset now. [quote currency, from 1e-18 to 1e+18]
    strike : column of float64
        Exercise price. [quote currency, from 1e-18 to 1e+18]
    years : column of float64
        Time to expiry in years of 365 days. [years, from 0.0 to 30.0]
    volatility : column of float64
        Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0]
    yield_per_year : float
        What holding the asset yields per year, continuously compounded. [per year, from -10.0 to 10.0]
    on_bad_row : BadRows, optional
        What to do with a row that cannot be used. Absent: refuse the batch.

    Returns
    -------
    VanillaBatchColumns, or a DataFrame
        Columns of the kind that came in (NumPy, pandas, polars). Where a DataFrame is given, columns that are not
        named are taken from it by name, and the result is a DataFrame of its kind.

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> columns = hi.derivatives.vanilla_batch(kind=[1, -1, 1], spot=[60000, 60000, 60000], strike=[65000, 50000, 60000], years=[0.25, 0.25, 0], volatility=[0.65, 0.7, 0.65], rate_per_year=0.04, yield_per_year=0)
    """
    return _frames.call(
        "derivatives.vanilla_batch",
        {"rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "on_bad_row": on_bad_row},
        frame,
        {"kind": kind, "spot": spot, "strike": strike, "years": years, "volatility": volatility},
        (("kind", "f64"), ("spot", "f64"), ("strike", "f64"), ("years", "f64"), ("volatility", "f64"),),
        ("price", "delta", "gamma", "vega", "theta", "status",),
        VanillaBatchColumns,
    )


def black76(
    *,
    kind: OptionKind,
    forward: float,
    strike: float,
    years: float,
    rate_per_year: float,
    volatility: float,
) -> VanillaReport:
    """Price and greeks of a European option on a forward (Black 1976), under the risk-neutral measure.

    Parameters
    ----------
    kind : OptionKind
        Call or put.
    forward : float
        Forward price of the asset for the expiry. [quote currency, from 1e-18 to 1e+18]
    strike : float
        Exercise price. [quote currency, from 1e-18 to 1e+18]
    years : float
        Time to expiry in years of 365 days. [years, from 0.0 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0]

    Returns
    -------
    VanillaReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.black76(kind="put", forward=60500, strike=55000, years=0.25, rate_per_year=0.04, volatility=0.7)
    """
    return VanillaReport._read(call("derivatives.black76", {"kind": kind, "forward": forward, "strike": strike, "years": years, "rate_per_year": rate_per_year, "volatility": volatility}))


def implied_volatility(
    *,
    kind: OptionKind,
    price: float,
    forward: float,
    strike: float,
    years: float,
    rate_per_year: float,
) -> ImpliedVolatilityReport:
    """The volatility at which Black's formula gives a price, to full precision; refusals below the intrinsic and above the greatest
    value.

    Parameters
    ----------
    kind : OptionKind
        Call or put.
    price : float
        What the option costs, in quote currency. [margin currency, from 0.0 to 1e+18]
    forward : float
        Forward price of the asset for the expiry. [quote currency, from 1e-18 to 1e+18]
    strike : float
        Exercise price. [quote currency, from 1e-18 to 1e+18]
    years : float
        Time to expiry in years of 365 days. [years, from 0.0 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded: the price is taken as paid today. 0 for an undiscounted price. [per year, from -10.0 to 10.0]

    Returns
    -------
    ImpliedVolatilityReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.implied_volatility(kind="call", price=7.965567455405797, forward=100, strike=100, years=1, rate_per_year=0)
    """
    return ImpliedVolatilityReport._read(call("derivatives.implied_volatility", {"kind": kind, "price": price, "forward": forward, "strike": strike, "years": years, "rate_per_year": rate_per_year}))


@dataclasses.dataclass(frozen=True, repr=False)
class ImpliedVolatilityBatchColumns(Columns):
    """Columns of ``implied_volatility_batch``, of the kind that came in.

    Attributes
    ----------
    implied_volatility : float64
        Volatility per square root of a year; NaN where the status is not `ok`.
    status : words
        `ok`, `undefined` (no volatility gives this price) or `refused`.
    """

    implied_volatility: Any
    status: Any


def implied_volatility_batch(
    frame: Any = None,
    /,
    *,
    kind: Any = None,
    price: Any = None,
    forward: Any = None,
    strike: Any = None,
    years: Any = None,
    rate_per_year: float,
    on_bad_row: BadRows | None = None,
) -> Any:
    """Implied volatilities of many options at once, each as `derivatives.implied_volatility` computes it, bit for bit.

    Parameters
    ----------
    kind : column of float64
        1 for a call, -1 for a put.
    price : column of float64
        What the option costs, in quote currency. [margin currency, from 0.0 to 1e+18]
    forward : column of float64
        Forward price of the asset for the expiry. [quote currency, from 1e-18 to 1e+18]
    strike : column of float64
        Exercise price. [quote currency, from 1e-18 to 1e+18]
    years : column of float64
        Time to expiry in years of 365 days. [years, from 0.0 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded; 0 for undiscounted prices. [per year, from -10.0 to 10.0]
    on_bad_row : BadRows, optional
        What to do with a row that cannot be used. A price that implies no volatility is such a row under `refuse`, and `undefined` under `report`. Absent: refuse the batch.

    Returns
    -------
    ImpliedVolatilityBatchColumns, or a DataFrame
        Columns of the kind that came in (NumPy, pandas, polars). Where a DataFrame is given, columns that are not
        named are taken from it by name, and the result is a DataFrame of its kind.

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> columns = hi.derivatives.implied_volatility_batch(kind=[1, 1, -1], price=[7.965567455405797, 0.19247532329705216, 1.2067609475492609], forward=[100, 100, 100], strike=[100, 150, 20], years=[1, 1, 0.5], rate_per_year=0)
    """
    return _frames.call(
        "derivatives.implied_volatility_batch",
        {"rate_per_year": rate_per_year, "on_bad_row": on_bad_row},
        frame,
        {"kind": kind, "price": price, "forward": forward, "strike": strike, "years": years},
        (("kind", "f64"), ("price", "f64"), ("forward", "f64"), ("strike", "f64"), ("years", "f64"),),
        ("implied_volatility", "status",),
        ImpliedVolatilityBatchColumns,
    )


def hit_probability(
    *,
    spot: float,
    barrier: float,
    side: BarrierSide,
    years: float,
    drift_per_year: float,
    volatility: float,
    measure: Measure,
) -> HitProbabilityReport:
    """The probability that a price touches a level within a horizon under continuous watch, with derivatives.

    `N((h - m T) / (sigma sqrt T)) + e^(2 m h / sigma^2) N((h + m T) / (sigma sqrt T))`: the probability of liquidation.

    Parameters
    ----------
    spot : float
        Price now. [quote currency, from 1e-18 to 1e+18]
    barrier : float
        The level. [quote currency, from 1e-18 to 1e+18]
    side : BarrierSide
        Where the level lies. A spot at it or beyond has touched it.
    years : float
        Horizon in years of 365 days. [years, from 0.0 to 30.0]
    drift_per_year : float
        Drift of the price per year: `E[S_T] = S e^(drift T)`. Riskless rate less yield under Q, the caller's belief under P. [per year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0]
    measure : Measure
        Which world the drift is of.

    Returns
    -------
    HitProbabilityReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.hit_probability(spot=60000, barrier=54216.87, side="down", years=0.019178082191780823, drift_per_year=0, volatility=0.65, measure="real_world")
    """
    return HitProbabilityReport._read(call("derivatives.hit_probability", {"spot": spot, "barrier": barrier, "side": side, "years": years, "drift_per_year": drift_per_year, "volatility": volatility, "measure": measure}))


@dataclasses.dataclass(frozen=True, repr=False)
class HitProbabilityBatchColumns(Columns):
    """Columns of ``hit_probability_batch``, of the kind that came in.

    Attributes
    ----------
    probability : float64
        Probability of a touch within the horizon.
    status : words
        `ok` or `refused`.
    """

    probability: Any
    status: Any


def hit_probability_batch(
    frame: Any = None,
    /,
    *,
    spot: Any = None,
    barrier: Any = None,
    years: Any = None,
    volatility: Any = None,
    side: BarrierSide,
    drift_per_year: float,
    on_bad_row: BadRows | None = None,
) -> Any:
    """Touch probabilities of many levels at once, each as `derivatives.hit_probability` computes it, bit for bit.

    Parameters
    ----------
    spot : column of float64
        Price now. [quote currency, from 1e-18 to 1e+18]
    barrier : column of float64
        The level. [quote currency, from 1e-18 to 1e+18]
    years : column of float64
        Horizon in years of 365 days. [years, from 0.0 to 30.0]
    volatility : column of float64
        Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0]
    side : BarrierSide
        Where the levels lie.
    drift_per_year : float
        Drift of the price per year. [per year, from -10.0 to 10.0]
    on_bad_row : BadRows, optional
        What to do with a row that cannot be used. Absent: refuse the batch.

    Returns
    -------
    HitProbabilityBatchColumns, or a DataFrame
        Columns of the kind that came in (NumPy, pandas, polars). Where a DataFrame is given, columns that are not
        named are taken from it by name, and the result is a DataFrame of its kind.

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> columns = hi.derivatives.hit_probability_batch(spot=[60000, 60000], barrier=[54216.87, 57228.92], years=[0.019178082191780823, 0.019178082191780823], volatility=[0.65, 0.65], side="down", drift_per_year=0)
    """
    return _frames.call(
        "derivatives.hit_probability_batch",
        {"side": side, "drift_per_year": drift_per_year, "on_bad_row": on_bad_row},
        frame,
        {"spot": spot, "barrier": barrier, "years": years, "volatility": volatility},
        (("spot", "f64"), ("barrier", "f64"), ("years", "f64"), ("volatility", "f64"),),
        ("probability", "status",),
        HitProbabilityBatchColumns,
    )


def discrete_hit_probability(
    *,
    spot: float,
    barrier: float,
    side: BarrierSide,
    years: float,
    drift_per_year: float,
    volatility: float,
    dates: int,
    measure: Measure,
) -> DiscreteHitReport:
    """The probability of being seen at a level on one of so many dates: exact recursion, the Broadie-Glasserman-Kou correction and
    continuous watch side by side.

    Parameters
    ----------
    spot : float
        Price now. [quote currency, from 1e-18 to 1e+18]
    barrier : float
        The level. [quote currency, from 1e-18 to 1e+18]
    side : BarrierSide
        From which side the level is watched. A spot at it or beyond is seen there only if it still is on the first date.
    years : float
        Horizon in years of 365 days. [years, from 0.0 to 30.0]
    drift_per_year : float
        Drift of the price per year. [per year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0]
    dates : int
        Number of dates on which the price is looked at, equally spaced, the last at the end of the horizon and none today: 1 to 2000. [from 0]
    measure : Measure
        Which world the drift is of.

    Returns
    -------
    DiscreteHitReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.discrete_hit_probability(spot=100, barrier=90, side="down", years=0.019178082191780823, drift_per_year=0, volatility=0.65, dates=7, measure="real_world")
    """
    return DiscreteHitReport._read(call("derivatives.discrete_hit_probability", {"spot": spot, "barrier": barrier, "side": side, "years": years, "drift_per_year": drift_per_year, "volatility": volatility, "dates": dates, "measure": measure}))


def touch(
    *,
    spot: float,
    barrier: float,
    side: BarrierSide,
    payment: TouchPayment,
    payout: Payout | Mapping[str, Any] | str,
    years: float,
    rate_per_year: float,
    yield_per_year: float,
    volatility: float,
) -> TouchReport:
    """The value of a payment on a touch (at the hit or at expiry) or on none, in cash or in the asset.

    Parameters
    ----------
    spot : float
        Price now. [quote currency, from 1e-18 to 1e+18]
    barrier : float
        The level. [quote currency, from 1e-18 to 1e+18]
    side : BarrierSide
        Where the level lies. A spot at it or beyond has touched it.
    payment : TouchPayment
        When it pays.
    payout : Payout | Mapping[str, Any] | str
        What it pays.
    years : float
        Time to expiry in years of 365 days. [years, from 0.0 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0]
    yield_per_year : float
        What holding the asset yields per year, continuously compounded. [per year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0]

    Returns
    -------
    TouchReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.touch(spot=105, barrier=100, side="down", payment="at_hit", payout={"cash": 15}, years=0.5, rate_per_year=0.1, yield_per_year=0, volatility=0.2)
    """
    return TouchReport._read(call("derivatives.touch", {"spot": spot, "barrier": barrier, "side": side, "payment": payment, "payout": payout, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility}))


def digital(
    *,
    kind: OptionKind,
    spot: float,
    strike: float,
    payout: DigitalPayout | Mapping[str, Any] | str,
    years: float,
    rate_per_year: float,
    yield_per_year: float,
    volatility: float,
) -> DigitalReport:
    """The value of a European digital: cash, asset or gap where the price ends beyond the strike.

    Parameters
    ----------
    kind : OptionKind
        A call pays above the strike, a put below.
    spot : float
        Price now. [quote currency, from 1e-18 to 1e+18]
    strike : float
        The price that decides. [quote currency, from 1e-18 to 1e+18]
    payout : DigitalPayout | Mapping[str, Any] | str
        What it pays.
    years : float
        Time to expiry in years of 365 days. [years, from 0.0 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0]
    yield_per_year : float
        What holding the asset yields per year, continuously compounded. [per year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0]

    Returns
    -------
    DigitalReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.digital(kind="put", spot=100, strike=80, payout={"cash": 10}, years=0.75, rate_per_year=0.06, yield_per_year=0.06, volatility=0.35)
    """
    return DigitalReport._read(call("derivatives.digital", {"kind": kind, "spot": spot, "strike": strike, "payout": payout, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility}))


def barrier(
    *,
    kind: OptionKind,
    knock: Knock,
    side: BarrierSide,
    spot: float,
    strike: float,
    barrier: float,
    rebate: float,
    years: float,
    rate_per_year: float,
    yield_per_year: float,
    volatility: float,
) -> BarrierReport:
    """The value of a barrier option under continuous watch: eight types, with rebate (Reiner and Rubinstein 1991).

    Parameters
    ----------
    kind : OptionKind
        Call or put.
    knock : Knock
        In or out.
    side : BarrierSide
        Where the barrier lies.
    spot : float
        Price now. [quote currency, from 1e-18 to 1e+18]
    strike : float
        Exercise price. [quote currency, from 1e-18 to 1e+18]
    barrier : float
        The level. [quote currency, from 1e-18 to 1e+18]
    rebate : float
        Paid at the touch that ends a knock-out, or at expiry for a knock-in that never began. [margin currency, from 0.0 to 1e+18]
    years : float
        Time to expiry in years of 365 days. [years, from 0.0 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0]
    yield_per_year : float
        What holding the asset yields per year, continuously compounded. [per year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0]

    Returns
    -------
    BarrierReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.barrier(kind="call", knock="out", side="down", spot=100, strike=90, barrier=95, rebate=3, years=0.5, rate_per_year=0.08, yield_per_year=0.04, volatility=0.25)
    """
    return BarrierReport._read(call("derivatives.barrier", {"kind": kind, "knock": knock, "side": side, "spot": spot, "strike": strike, "barrier": barrier, "rebate": rebate, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility}))


@dataclasses.dataclass(frozen=True, repr=False)
class BarrierBatchColumns(Columns):
    """Columns of ``barrier_batch``, of the kind that came in.

    Attributes
    ----------
    price : float64
        Value in quote currency, rebate included.
    touch_probability : float64
        Probability of a touch by expiry.
    status : words
        `ok` or `refused`.
    """

    price: Any
    touch_probability: Any
    status: Any


def barrier_batch(
    frame: Any = None,
    /,
    *,
    spot: Any = None,
    strike: Any = None,
    barrier: Any = None,
    years: Any = None,
    volatility: Any = None,
    kind: OptionKind,
    knock: Knock,
    side: BarrierSide,
    rebate: float,
    rate_per_year: float,
    yield_per_year: float,
    on_bad_row: BadRows | None = None,
) -> Any:
    """Barrier options of one type at once, each as `derivatives.barrier` computes it, bit for bit.

    Parameters
    ----------
    spot : column of float64
        Price now. [quote currency, from 1e-18 to 1e+18]
    strike : column of float64
        Exercise price. [quote currency, from 1e-18 to 1e+18]
    barrier : column of float64
        The level. [quote currency, from 1e-18 to 1e+18]
    years : column of float64
        Time to expiry in years of 365 days. [years, from 0.0 to 30.0]
    volatility : column of float64
        Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0]
    kind : OptionKind
        Call or put.
    knock : Knock
        In or out.
    side : BarrierSide
        Where the barriers lie.
    rebate : float
        Paid at the touch that ends a knock-out, or at expiry for a knock-in that never began. [margin currency, from 0.0 to 1e+18]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0]
    yield_per_year : float
        What holding the asset yields per year, continuously compounded. [per year, from -10.0 to 10.0]
    on_bad_row : BadRows, optional
        What to do with a row that cannot be used. Absent: refuse the batch.

    Returns
    -------
    BarrierBatchColumns, or a DataFrame
        Columns of the kind that came in (NumPy, pandas, polars). Where a DataFrame is given, columns that are not
        named are taken from it by name, and the result is a DataFrame of its kind.

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> columns = hi.derivatives.barrier_batch(spot=[100, 100], strike=[110, 90], barrier=[105, 105], years=[0.5, 0.5], volatility=[0.3, 0.25], kind="put", knock="in", side="up", rebate=3, rate_per_year=0.08, yield_per_year=0.04)
    """
    return _frames.call(
        "derivatives.barrier_batch",
        {"kind": kind, "knock": knock, "side": side, "rebate": rebate, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "on_bad_row": on_bad_row},
        frame,
        {"spot": spot, "strike": strike, "barrier": barrier, "years": years, "volatility": volatility},
        (("spot", "f64"), ("strike", "f64"), ("barrier", "f64"), ("years", "f64"), ("volatility", "f64"),),
        ("price", "touch_probability", "status",),
        BarrierBatchColumns,
    )


def discrete_barrier(
    *,
    kind: OptionKind,
    knock: Knock,
    side: BarrierSide,
    spot: float,
    strike: float,
    barrier: float,
    years: float,
    rate_per_year: float,
    yield_per_year: float,
    volatility: float,
    dates: int,
) -> DiscreteBarrierReport:
    """The value of a barrier option that is watched on so many dates: exact recursion, the Broadie-Glasserman-Kou correction and
    continuous watch side by side.

    Parameters
    ----------
    kind : OptionKind
        Call or put.
    knock : Knock
        In or out.
    side : BarrierSide
        Where the barrier lies.
    spot : float
        Price now. [quote currency, from 1e-18 to 1e+18]
    strike : float
        Exercise price. [quote currency, from 1e-18 to 1e+18]
    barrier : float
        The level. [quote currency, from 1e-18 to 1e+18]
    years : float
        Time to expiry in years of 365 days. [years, from 0.0 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0]
    yield_per_year : float
        What holding the asset yields per year, continuously compounded. [per year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year. [per square root of a year, from 0.0 to 20.0]
    dates : int
        Number of dates on which the price is looked at, equally spaced, the last at expiry and none today: 1 to 2000. [from 0]

    Returns
    -------
    DiscreteBarrierReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.discrete_barrier(kind="call", knock="out", side="down", spot=100, strike=100, barrier=99, years=0.2, rate_per_year=0.1, yield_per_year=0, volatility=0.3, dates=50)
    """
    return DiscreteBarrierReport._read(call("derivatives.discrete_barrier", {"kind": kind, "knock": knock, "side": side, "spot": spot, "strike": strike, "barrier": barrier, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility, "dates": dates}))


def merton(
    *,
    kind: OptionKind,
    spot: float,
    strike: float,
    years: float,
    rate_per_year: float,
    yield_per_year: float,
    volatility: float,
    jumps_per_year: float,
    mean_log_jump: float,
    log_jump_deviation: float,
) -> JumpOptionReport:
    """The value of a European option on a price with normal jumps in the logarithm (Merton 1976).

    Parameters
    ----------
    kind : OptionKind
        Call or put.
    spot : float
        Price now. [quote currency, from 1e-18 to 1e+18]
    strike : float
        Exercise price. [quote currency, from 1e-18 to 1e+18]
    years : float
        Time to expiry in years of 365 days. [years, from 0.0 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0]
    yield_per_year : float
        What holding the asset yields per year, continuously compounded. [per year, from -10.0 to 10.0]
    volatility : float
        Volatility between jumps, per square root of a year. [per square root of a year, from 0.0 to 20.0]
    jumps_per_year : float
        Expected number of jumps per year; at most 1000 until expiry. [per year, from 0.0 to 10000.0]
    mean_log_jump : float
        Mean of a jump's logarithm. [log price, from -10.0 to 10.0]
    log_jump_deviation : float
        Standard deviation of a jump's logarithm. [per square root of a year, from 0.0 to 20.0]

    Returns
    -------
    JumpOptionReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.merton(kind="call", spot=100, strike=80, years=0.5, rate_per_year=0.08, yield_per_year=0, volatility=0.2165063509461097, jumps_per_year=1, mean_log_jump=-0.0078125, log_jump_deviation=0.125)
    """
    return JumpOptionReport._read(call("derivatives.merton", {"kind": kind, "spot": spot, "strike": strike, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility, "jumps_per_year": jumps_per_year, "mean_log_jump": mean_log_jump, "log_jump_deviation": log_jump_deviation}))


def kou(
    *,
    kind: OptionKind,
    spot: float,
    strike: float,
    years: float,
    rate_per_year: float,
    yield_per_year: float,
    volatility: float,
    jumps: KouJumps | Mapping[str, Any],
) -> JumpOptionReport:
    """The value of a European option on a price with exponential jumps in the logarithm (Kou 2002).

    Parameters
    ----------
    kind : OptionKind
        Call or put.
    spot : float
        Price now. [quote currency, from 1e-18 to 1e+18]
    strike : float
        Exercise price. [quote currency, from 1e-18 to 1e+18]
    years : float
        Time to expiry in years of 365 days. [years, from 0.0 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0]
    yield_per_year : float
        What holding the asset yields per year, continuously compounded. [per year, from -10.0 to 10.0]
    volatility : float
        Volatility between jumps, per square root of a year. [per square root of a year, from 0.0 to 20.0]
    jumps : KouJumps | Mapping[str, Any]
        The jumps.

    Returns
    -------
    JumpOptionReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.kou(kind="call", spot=100, strike=98, years=0.5, rate_per_year=0.05, yield_per_year=0, volatility=0.16, jumps={"jumps_per_year": 1, "up_probability": 0.4, "up_rate": 10, "down_rate": 5})
    """
    return JumpOptionReport._read(call("derivatives.kou", {"kind": kind, "spot": spot, "strike": strike, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility, "jumps": jumps}))


def kou_passage(
    *,
    spot: float,
    barrier: float,
    side: BarrierSide,
    years: float,
    drift_per_year: float,
    volatility: float,
    jumps: KouJumps | Mapping[str, Any],
    overshoot: float,
    measure: Measure,
) -> KouPassageReport:
    """The probability that a price with exponential jumps reaches a level within a horizon, by a leap or not, and how far it lands
    beyond (Kou and Wang 2003).

    Parameters
    ----------
    spot : float
        Price now. [quote currency, from 1e-18 to 1e+18]
    barrier : float
        The level. [quote currency, from 1e-18 to 1e+18]
    side : BarrierSide
        Where the level lies. A spot at it or beyond has touched it.
    years : float
        Horizon in years of 365 days. [years, from 0.0 to 30.0]
    drift_per_year : float
        Drift of the price per year, jumps included: `E[S_T] = S e^(drift T)`. [per year, from -10.0 to 10.0]
    volatility : float
        Volatility between jumps, per square root of a year. [per square root of a year, from 0.0 to 20.0]
    jumps : KouJumps | Mapping[str, Any]
        The jumps.
    overshoot : float
        How far beyond the level, in the logarithm, for `beyond_probability`: at least 0. [log price, from -10.0 to 10.0]
    measure : Measure
        Which world drift and jumps are of.

    Returns
    -------
    KouPassageReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.kou_passage(spot=50000, barrier=45500, side="down", years=0.019178082191780823, drift_per_year=0, volatility=0.55, jumps={"jumps_per_year": 20, "up_probability": 0.45, "up_rate": 30, "down_rate": 25}, overshoot=0.02, measure="risk_neutral")
    """
    return KouPassageReport._read(call("derivatives.kou_passage", {"spot": spot, "barrier": barrier, "side": side, "years": years, "drift_per_year": drift_per_year, "volatility": volatility, "jumps": jumps, "overshoot": overshoot, "measure": measure}))


def drawdown(
    *,
    drawdown: float,
    years: float,
    drift_per_year: float,
    volatility: float,
    measure: Measure,
) -> DrawdownReport:
    """The probability of a drawdown within a horizon, the expected time until one, and the expected maximum drawdown.

    Parameters
    ----------
    drawdown : float
        The fall from the running maximum, as a fraction of it: above 0, below 1. [from 0.0 to 1.0]
    years : float
        Horizon in years of 365 days. [years, from 0.0 to 30.0]
    drift_per_year : float
        Drift of the price per year: `E[S_T] = S e^(drift T)`. [per year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year; above 0. [per square root of a year, from 0.0 to 20.0]
    measure : Measure
        Which world the drift is of.

    Returns
    -------
    DrawdownReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.drawdown(drawdown=0.2, years=0.0821917808219178, drift_per_year=0.2, volatility=0.65, measure="real_world")
    """
    return DrawdownReport._read(call("derivatives.drawdown", {"drawdown": drawdown, "years": years, "drift_per_year": drift_per_year, "volatility": volatility, "measure": measure}))


def default_leg(
    *,
    notional: float,
    loss_given_default: float,
    years: float,
    rate_per_year: float,
    hazards_per_year: Sequence[float],
    segment_ends_years: Sequence[float],
    measure: Measure,
) -> DefaultLegReport:
    """The present value of losing what stands with an exchange that may default, with a hazard rate that is constant in segments.

    Parameters
    ----------
    notional : float
        What stands with the exchange, in its currency. [margin currency, from 0.0 to 1e+18]
    loss_given_default : float
        Part of it that is lost in a default. [from 0.0 to 1.0]
    years : float
        How long it stands there, in years of 365 days. [years, from 0.0 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [per year, from -10.0 to 10.0]
    hazards_per_year : Sequence[float]
        Defaults per year in each segment of time; the last one goes on.
    segment_ends_years : Sequence[float]
        Where each segment but the last ends, in years: rising, one fewer than the hazards.
    measure : Measure
        Which world the hazards are of.

    Returns
    -------
    DefaultLegReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.default_leg(notional=100000, loss_given_default=0.6, years=1, rate_per_year=0.04, hazards_per_year=[0.02, 0.05], segment_ends_years=[0.5], measure="risk_neutral")
    """
    return DefaultLegReport._read(call("derivatives.default_leg", {"notional": notional, "loss_given_default": loss_given_default, "years": years, "rate_per_year": rate_per_year, "hazards_per_year": hazards_per_year, "segment_ends_years": segment_ends_years, "measure": measure}))


def option_chain(
    *,
    chain: OptionChain | Mapping[str, Any],
    rate_per_year: float,
) -> OptionChainReport:
    """What a chain of options says: implied forward, smile by delta, 25-delta risk reversal and butterfly, at-the-money term structure,
    max pain and gamma exposure.

    Premiums in coin times the underlying are undiscounted, so that their parity has no rate; premiums in the quote currency are
    discounted. Premiums that no option can have are refused with their row; figures that are hard to believe or were not used, marks
    of 0 among them, are listed in `suspicious`.

    Parameters
    ----------
    chain : OptionChain | Mapping[str, Any]
        The options, sorted by expiry, strike, call before put.
    rate_per_year : float
        Riskless rate per year, continuously compounded, for put-call parity of premiums in the quote currency; parity of premiums in coin has none. [per year, from -10.0 to 10.0]

    Returns
    -------
    OptionChainReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.option_chain(chain={"quotes": [{"source": "deribit", "quote_currency": "USD", "premium_currency": "BTC", "instrument": "BTC-26JUN26-90000-C", "time_ms": 1765541474086, "expiry_ms": 1782460800000, "strike": 90000, "kind": "call", "underlying": 95000, "mark": 0.1693, "mark_iv": 0.5, "open_interest_base": 120}, {"source": "deribit", "quote_currency": "USD", "premium_currency": "BTC", "instrument": "BTC-26JUN26-90000-P", "time_ms": 1765541474086, "expiry_ms": 1782460800000, "strike": 90000, "kind": "put", "underlying": 95000, "mark": 0.1167, "mark_iv": 0.5, "open_interest_base": 80}, {"source": "deribit", "quote_currency": "USD", "premium_currency": "BTC", "instrument": "BTC-26JUN26-120000-C", "time_ms": 1765541474086, "expiry_ms": 1782460800000, "strike": 120000, "kind": "call", "underlying": 95000, "mark": 0.0594, "mark_iv": 0.48, "open_interest_base": 200}]}, rate_per_year=0.04)
    """
    return OptionChainReport._read(call("derivatives.option_chain", {"chain": chain, "rate_per_year": rate_per_year}))


def realized_volatility(
    *,
    open: Sequence[float],
    high: Sequence[float],
    low: Sequence[float],
    close: Sequence[float],
    bar_years: float,
    ewma_decay: float | None = None,
) -> RealizedVolatilityReport:
    """Six estimates of the volatility of a series of bars: close to close, exponentially weighted, Parkinson, Garman-Klass,
    Rogers-Satchell, Yang-Zhang.

    Parameters
    ----------
    open : Sequence[float]
        First price of each bar, oldest first, without gaps; three or more.
    high : Sequence[float]
        Highest price of each bar.
    low : Sequence[float]
        Lowest price of each bar.
    close : Sequence[float]
        Last price of each bar.
    bar_years : float
        Length of a bar in years of 365 days, above 0. [years, from 0.0 to 30.0]
    ewma_decay : float, optional
        Decay of the exponentially weighted estimate per bar: above 0, below 1. Absent: 0.94, that of J.P. Morgan (1996) for days. [from 0.0 to 1.0]

    Returns
    -------
    RealizedVolatilityReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.realized_volatility(open=[63850, 64940, 64941, 66819], high=[65420, 65695, 67233, 67200], low=[63090, 64237, 64500, 65765], close=[64940, 64941, 66819, 66414], bar_years=0.0027397260273972603, ewma_decay=0.94)
    """
    return RealizedVolatilityReport._read(call("derivatives.realized_volatility", {"open": open, "high": high, "low": low, "close": close, "bar_years": bar_years, "ewma_decay": ewma_decay}))


def fit_jumps(
    *,
    log_returns: Sequence[float],
    step_years: float,
) -> FitJumpsReport:
    """Diffusion and normal jumps that make observed returns most likely, with standard errors: Merton's model by maximum likelihood.

    Parameters
    ----------
    log_returns : Sequence[float]
        Returns of the logarithm over equal steps; 30 or more, and hundreds for jumps that are rare.
    step_years : float
        Length of a step in years of 365 days, above 0. [years, from 0.0 to 30.0]

    Returns
    -------
    FitJumpsReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.fit_jumps(log_returns=[-0.0051, 0.0102, -0.0045, -0.0063, -0.0186, -0.0043, 0.0222, -0.0804, 0.005, 0.0079, 0.0037, -0.0333, 0.0171, 0.0101, 0.01, -0.0338, -0.0349, -0.0178, -0.0094, -0.1153, 0.0104, -0.0128, 0.0062, 0.0079, -0.0132, 0.0344, -0.073, -0.0124, -0.0148, -0.0069], step_years=0.0027397260273972603)
    """
    return FitJumpsReport._read(call("derivatives.fit_jumps", {"log_returns": log_returns, "step_years": step_years}))


class SimulatePassageJob(Job):
    """``simulate_passage`` in blocks: save, resume, split over machines with ``blocks=(start, end)``, merge."""

    _path: ClassVar[str] = "derivatives.simulate_passage"
    _report: ClassVar[type[Any]] = SimulatePassageReport

    def __init__(
        self,
        *,
        spot: float,
        barrier: float,
        side: BarrierSide,
        years: float,
        drift_per_year: float,
        volatility: float,
        jumps: JumpModel | Mapping[str, Any] | str,
        measure: Measure,
        pairs: int,
        dates: int | None = None,
        seed: int,
        blocks: tuple[int, int] | None = None,
    ) -> None:
        super().__init__({"spot": spot, "barrier": barrier, "side": side, "years": years, "drift_per_year": drift_per_year, "volatility": volatility, "jumps": jumps, "measure": measure, "pairs": pairs, "dates": dates, "seed": wide(seed)}, blocks)

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        spot: float,
        barrier: float,
        side: BarrierSide,
        years: float,
        drift_per_year: float,
        volatility: float,
        jumps: JumpModel | Mapping[str, Any] | str,
        measure: Measure,
        pairs: int,
        dates: int | None = None,
        seed: int,
    ) -> Self:
        """The job that ``save`` wrote, opened with the same parameters."""
        return cls._again({"spot": spot, "barrier": barrier, "side": side, "years": years, "drift_per_year": drift_per_year, "volatility": volatility, "jumps": jumps, "measure": measure, "pairs": pairs, "dates": dates, "seed": wide(seed)}, state)

    def report(self) -> SimulatePassageReport:
        """The result, once every block of the whole job is done."""
        result: SimulatePassageReport = self._result()
        return result


def simulate_passage(
    *,
    spot: float,
    barrier: float,
    side: BarrierSide,
    years: float,
    drift_per_year: float,
    volatility: float,
    jumps: JumpModel | Mapping[str, Any] | str,
    measure: Measure,
    pairs: int,
    dates: int | None = None,
    seed: int,
    progress: Progress = False,
) -> SimulatePassageReport:
    """First passage by simulation, with or without jumps: exact steps at the jumps only, Brownian bridge between them, antithetic pairs
    and a closed-form control variate.

    Parameters
    ----------
    spot : float
        Price now. [quote currency, from 1e-18 to 1e+18]
    barrier : float
        The level. [quote currency, from 1e-18 to 1e+18]
    side : BarrierSide
        Where the level lies.
    years : float
        Horizon in years of 365 days. [years, from 0.0 to 30.0]
    drift_per_year : float
        Drift of the price per year, jumps included: `E[S_T] = S e^(drift T)`. [per year, from -10.0 to 10.0]
    volatility : float
        Volatility between jumps, per square root of a year; above 0. [per square root of a year, from 0.0 to 20.0]
    jumps : JumpModel | Mapping[str, Any] | str
        The jumps; at most 500 expected until the horizon.
    measure : Measure
        Which world drift and jumps are of.
    pairs : int
        Number of antithetic pairs of paths, 2 or more. [from 0]
    dates : int, optional
        Equally spaced dates, the last at the horizon, for each of which the probability is told: 1 to 2000, and at most 2^32 of all pairs together. Paths stop at them too: the probability of the horizon keeps its mean, and its error becomes somewhat greater. Absent: not told. [from 0]
    seed : int
        Seed of the random numbers.
    progress : bool or callable, optional
        True shows a bar (tqdm where installed); a callable gets (blocks done, blocks in all).

    Returns
    -------
    SimulatePassageReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.simulate_passage(spot=50000, barrier=45500, side="down", years=0.019178082191780823, drift_per_year=0, volatility=0.55, jumps={"kou": {"jumps_per_year": 20, "up_probability": 0.45, "up_rate": 30, "down_rate": 25}}, measure="risk_neutral", pairs=4096, dates=7, seed=20260531)
    """
    return SimulatePassageJob(spot=spot, barrier=barrier, side=side, years=years, drift_per_year=drift_per_year, volatility=volatility, jumps=jumps, measure=measure, pairs=pairs, dates=dates, seed=seed).run(progress).report()
