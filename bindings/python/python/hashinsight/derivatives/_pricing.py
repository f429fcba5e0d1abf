"""Operations and types of ``derivatives``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypeVar, TypedDict, overload

from numpy.typing import ArrayLike

from .. import _frames
from .._documents import Document, Variant, call, day, document, each, instant, operation, rows
from .._frames import Columns
from ..market import OptionKind
from ..units import OnBadRow

__all__ = [
    "BarrierBatchColumns",
    "BarrierReport",
    "BarrierSide",
    "DefaultLegReport",
    "DigitalBarrierReport",
    "DigitalPayout",
    "DigitalPayoutDict",
    "DigitalPayoutLike",
    "DigitalReport",
    "DiscreteBarrierReport",
    "DiscreteHitReport",
    "DoubleBarrierBatchColumns",
    "DoubleBarrierReport",
    "DoubleTouchReport",
    "DrawdownReport",
    "Greeks",
    "HitGreeks",
    "HitProbabilityBatchColumns",
    "HitProbabilityReport",
    "ImpliedVolatilityBatchColumns",
    "ImpliedVolatilityReport",
    "JumpOptionReport",
    "Knock",
    "KouJumps",
    "KouJumpsDict",
    "KouPassageReport",
    "MertonJumps",
    "MertonJumpsDict",
    "Payout",
    "PayoutDict",
    "PayoutLike",
    "PriceGreeks",
    "SmileProduct",
    "SmileProductBarrier",
    "SmileProductBarrierDict",
    "SmileProductDict",
    "SmileProductDoubleBarrier",
    "SmileProductDoubleBarrierDict",
    "SmileProductDoubleTouch",
    "SmileProductDoubleTouchDict",
    "SmileProductLike",
    "SmileProductTouch",
    "SmileProductTouchDict",
    "SmileProductVanilla",
    "SmileProductVanillaDict",
    "TouchPayment",
    "TouchReport",
    "TouchedLevel",
    "VanillaBatchColumns",
    "VanillaReport",
    "VannaVolgaReport",
    "WatchCalendar",
    "WatchCalendarDict",
    "WatchDays",
    "WatchDaysDict",
    "WatchDaysLike",
    "WatchDaysMonthly",
    "WatchDaysMonthlyDict",
    "WatchDaysWeekly",
    "WatchDaysWeeklyDict",
    "WatchGreeks",
    "barrier",
    "barrier_batch",
    "black76",
    "default_leg",
    "digital",
    "digital_barrier",
    "discrete_barrier",
    "discrete_hit_probability",
    "double_barrier",
    "double_barrier_batch",
    "double_touch",
    "drawdown",
    "hit_probability",
    "hit_probability_batch",
    "implied_volatility",
    "implied_volatility_batch",
    "kou",
    "kou_passage",
    "merton",
    "touch",
    "vanilla",
    "vanilla_batch",
    "vanna_volga",
]


def __dir__() -> list[str]:
    return __all__

_Frame = TypeVar("_Frame")  # a pandas or polars DataFrame


@document
class Greeks(Document):
    """Derivatives of an option's price.

    Attributes
    ----------
    delta : float
        Delta: change of the price per unit of spot (Black-76: of the forward).
    gamma : float
        Gamma: change of delta per unit of spot (Black-76: of the forward).
    vega : float
        Vega: change of the price per 1.00 of volatility.
    theta : float
        Theta: change of the price per year of calendar time; negative where value decays.
    rho : float
        Rho: change of the price per 1.00 of the riskless rate (Black-76: at a fixed forward).
    yield_rho : float
        Yield rho: change of the price per 1.00 of the yield (Black-76 has no yield: 0).
    vanna : float
        Vanna: change of delta per 1.00 of volatility.
    volga : float
        Volga: change of vega per 1.00 of volatility.
    speed : float
        Speed: change of gamma per unit of spot.
    charm : float
        Charm: change of delta per year of calendar time.
    dual_delta : float
        Dual delta: change of the price per unit of strike.
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


@document
class VanillaReport(Document):
    """Result of `vanilla` and `black76`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers: always the risk-neutral one.
    price : float
        Price in quote currency.
    exercise_probability : float
        Probability of exercise, `N(w d2)`.
    greeks : Greeks, optional
        Derivatives of the price; absent only at its corner, where `sigma sqrt(T)` is 0 and the forward is the strike.
    """

    measure: Measure
    price: float
    exercise_probability: float
    greeks: Greeks | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("greeks") is not None:
            document["greeks"] = Greeks._read(document["greeks"])

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "price": self.price,
            "exercise_probability": self.exercise_probability,
            "greeks": self.greeks,
        }


@document
class ImpliedVolatilityReport(Document):
    """Result of `implied_volatility`.

    Attributes
    ----------
    implied_volatility : float
        Volatility per square root of a year.
    intrinsic : float
        Intrinsic value: that of exercise at the forward, discounted, in quote currency.
    time_value : float
        Time value: price less intrinsic value, in quote currency.
    resolution : float, optional
        Resolution of the volatility: half an ulp of the price over vega, which the rounding of the price alone leaves open. Absent where vega is below every float.
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
"""Side of the price now on which a barrier lies.

Cases
-----
down
    Below: touched from above.
up
    Above: touched from below.
"""


@document
class HitGreeks(Document):
    """Derivatives of a touch probability.

    Attributes
    ----------
    by_spot : float
        Change of the probability per unit of spot.
    by_spot_twice : float
        Second derivative of the probability by the spot.
    by_barrier : float
        Change of the probability per unit of the barrier.
    by_volatility : float
        Change of the probability per 1.00 of volatility, at a fixed drift of the price.
    by_years : float
        Change of the probability per year of horizon: under continuous watch the density of the touch time. Dates that are equally spaced move with the horizon, others stay.
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


@document
class HitProbabilityReport(Document):
    """Result of `hit_probability`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers, as in the request.
    probability : float
        Probability of a touch within the horizon.
    survival_probability : float
        Probability of no touch within the horizon, in full relative precision.
    distance_sigmas : float, optional
        Distance to the barrier in standard deviations of the logarithm; absent where there is no deviation.
    greeks : HitGreeks, optional
        Derivatives of the probability; absent where it is 0 or 1 for certain.
    """

    measure: Measure
    probability: float
    survival_probability: float
    distance_sigmas: float | None = None
    greeks: HitGreeks | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("greeks") is not None:
            document["greeks"] = HitGreeks._read(document["greeks"])

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "probability": self.probability,
            "survival_probability": self.survival_probability,
            "distance_sigmas": self.distance_sigmas,
            "greeks": self.greeks,
        }


@document
class WatchDaysWeekly(Document):
    """One day of every week.

    Attributes
    ----------
    weekday : int
        Day of the week, 1 (Monday) to 7 (Sunday). [from 1 to 7]
    """

    weekday: int
    _route = "derivatives.discrete_hit_probability:calendar.days.weekly"

    def __init__(
        self,
        weekday: int,
    ) -> None:
        self._fill({"weekday": weekday})

    def _wire(self) -> dict[str, Any]:
        return {
            "weekday": self.weekday,
        }


class WatchDaysWeeklyDict(TypedDict):
    """``WatchDaysWeekly`` as a mapping."""

    weekday: int


@document
class WatchDaysMonthly(Document):
    """One day of every month.

    Attributes
    ----------
    day : int
        Day of the month, 1 to 31; of a shorter month its last. [from 1 to 31]
    """

    day: int
    _route = "derivatives.discrete_hit_probability:calendar.days.monthly"

    def __init__(
        self,
        day: int,
    ) -> None:
        self._fill({"day": day})

    def _wire(self) -> dict[str, Any]:
        return {
            "day": self.day,
        }


class WatchDaysMonthlyDict(TypedDict):
    """``WatchDaysMonthly`` as a mapping."""

    day: int


@document
class WatchDays(Variant):
    """Days of a watch by the calendar.

    Cases
    -----
    daily
        Every day.
    weekly
        One day of every week.
    monthly
        One day of every month.
    """

    tag: Literal["daily", "weekly", "monthly"]
    content: WatchDaysWeekly | WatchDaysMonthly | None = None
    _route = "derivatives.discrete_hit_probability:calendar.days"

    @classmethod
    def daily(cls) -> Self:
        """Every day."""
        return cls._made("daily")

    @classmethod
    def weekly(cls, content: WatchDaysWeekly | WatchDaysWeeklyDict) -> Self:
        """One day of every week."""
        return cls._made("weekly", content)

    @classmethod
    def monthly(cls, content: WatchDaysMonthly | WatchDaysMonthlyDict) -> Self:
        """One day of every month."""
        return cls._made("monthly", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "weekly":
            return WatchDaysWeekly._read(content)
        if tag == "monthly":
            return WatchDaysMonthly._read(content)
        return content


class WatchDaysDict(TypedDict, total=False):
    """``WatchDays`` as a mapping: one of the keys, with its content."""

    weekly: WatchDaysWeekly | WatchDaysWeeklyDict
    monthly: WatchDaysMonthly | WatchDaysMonthlyDict


WatchDaysLike: TypeAlias = "WatchDays | WatchDaysDict | Literal['daily']"
"""What is taken for a ``WatchDays``."""


@document
class WatchCalendar(Document):
    """Watch at an hour of a clock, on days of the calendar: from now until the end of the horizon, both included.

    Attributes
    ----------
    now_ms : datetime.datetime
        Instant from which horizon and dates are counted, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    days : WatchDays
        Days on which the price is looked at.
    hour : int
        Hour of the clock at which it is looked at, 0 to 23. [from 0 to 23]
    utc_offset_min : int, optional
        Distance of the clock from UTC, in minutes, the same all year. [min, from -1080 to 1080; 0 where absent]
    """

    now_ms: datetime.datetime
    days: WatchDays
    hour: int
    utc_offset_min: int | None = None
    _route = "derivatives.discrete_hit_probability:calendar"

    def __init__(
        self,
        now_ms: datetime.datetime | int | str,
        days: WatchDaysLike,
        hour: int,
        utc_offset_min: int | None = None,
    ) -> None:
        self._fill({"now_ms": now_ms, "days": days, "hour": hour, "utc_offset_min": utc_offset_min})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["now_ms"] = instant(document["now_ms"])
        document["days"] = WatchDays._read(document["days"])

    def _wire(self) -> dict[str, Any]:
        return {
            "now_ms": self.now_ms,
            "days": self.days,
            "hour": self.hour,
            "utc_offset_min": self.utc_offset_min,
        }


class WatchCalendarDict(TypedDict):
    """``WatchCalendar`` as a mapping."""

    now_ms: datetime.datetime | int | str
    days: WatchDaysLike
    hour: int
    utc_offset_min: NotRequired[int | None]


@document
class DiscreteHitReport(Document):
    """Result of `discrete_hit_probability`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers, as in the request.
    probability : float
        Probability of being seen at the level or beyond.
    survival_probability : float
        Probability of not being seen there, with its own digits where sight is almost certain.
    corrected : float, optional
        Probability of a touch of the moved barrier of Broadie, Glasserman and Kou; absent for dates that are not equally spaced.
    continuous : float
        Probability of a touch under continuous watch.
    near_barrier : bool, optional
        Whether the barrier is within one step's deviation, where the correction is crude; absent without one.
    greeks : HitGreeks, optional
        Derivatives of the probability; absent where it is certain, and where a drift of thousands of deviations outweighs chance.
    """

    measure: Measure
    probability: float
    survival_probability: float
    continuous: float
    corrected: float | None = None
    near_barrier: bool | None = None
    greeks: HitGreeks | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("greeks") is not None:
            document["greeks"] = HitGreeks._read(document["greeks"])

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "probability": self.probability,
            "survival_probability": self.survival_probability,
            "corrected": self.corrected,
            "continuous": self.continuous,
            "near_barrier": self.near_barrier,
            "greeks": self.greeks,
        }


TouchPayment: TypeAlias = Literal["at_hit", "at_expiry", "no_touch"]
"""Moment of a payment on a touch, or on none.

Cases
-----
at_hit
    At the moment of the touch.
at_expiry
    At expiry, if the level was touched.
no_touch
    At expiry, if it was not.
"""


@document
class Payout(Variant):
    """Payout of a touch.

    Cases
    -----
    cash
        So much quote currency.
    asset
        One unit of the asset.
    """

    tag: Literal["cash", "asset"]
    content: float | None = None
    _route = "derivatives.touch:payout"

    @classmethod
    def cash(cls, content: float) -> Self:
        """So much quote currency."""
        return cls._made("cash", content)

    @classmethod
    def asset(cls) -> Self:
        """One unit of the asset."""
        return cls._made("asset")


class PayoutDict(TypedDict, total=False):
    """``Payout`` as a mapping: one of the keys, with its content."""

    cash: float


PayoutLike: TypeAlias = "Payout | PayoutDict | Literal['asset']"
"""What is taken for a ``Payout``."""


@document
class PriceGreeks(Document):
    """Derivatives of a price by its inputs.

    Attributes
    ----------
    delta : float
        Delta: change of the price per unit of spot.
    gamma : float
        Gamma: change of delta per unit of spot.
    vega : float
        Vega: change of the price per 1.00 of volatility (between jumps, where the model has them).
    theta : float
        Theta: change of the price per year of calendar time; negative where value decays.
    rho : float
        Rho: change of the price per 1.00 of the riskless rate.
    yield_rho : float
        Yield rho: change of the price per 1.00 of the yield.
    vanna : float
        Vanna: change of delta per 1.00 of volatility.
    volga : float
        Volga: change of vega per 1.00 of volatility.
    charm : float
        Charm: change of delta per year of calendar time.
    """

    delta: float
    gamma: float
    vega: float
    theta: float
    rho: float
    yield_rho: float
    vanna: float
    volga: float
    charm: float

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
            "charm": self.charm,
        }


@document
class TouchReport(Document):
    """Result of `touch`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers: always the risk-neutral one.
    price : float
        Value in quote currency.
    probability : float
        Probability of a touch by expiry.
    survival_probability : float
        Probability of no touch by expiry, in full relative precision.
    greeks : PriceGreeks, optional
        Derivatives of the value; absent where it has a corner or the moment of the touch is certain.
    """

    measure: Measure
    price: float
    probability: float
    survival_probability: float
    greeks: PriceGreeks | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("greeks") is not None:
            document["greeks"] = PriceGreeks._read(document["greeks"])

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "price": self.price,
            "probability": self.probability,
            "survival_probability": self.survival_probability,
            "greeks": self.greeks,
        }


@document
class DigitalPayout(Variant):
    """Payout of a digital whose price ends beyond the strike.

    Cases
    -----
    cash
        So much quote currency.
    asset
        One unit of the asset.
    gap
        Asset less the payment strike, in quote currency: for a call; the reverse for a put. It may be negative.
    """

    tag: Literal["cash", "asset", "gap"]
    content: float | None = None
    _route = "derivatives.digital:payout"

    @classmethod
    def cash(cls, content: float) -> Self:
        """So much quote currency."""
        return cls._made("cash", content)

    @classmethod
    def asset(cls) -> Self:
        """One unit of the asset."""
        return cls._made("asset")

    @classmethod
    def gap(cls, content: float) -> Self:
        """Asset less the payment strike, in quote currency: for a call; the reverse for a put. It may be negative."""
        return cls._made("gap", content)


class DigitalPayoutDict(TypedDict, total=False):
    """``DigitalPayout`` as a mapping: one of the keys, with its content."""

    cash: float
    gap: float


DigitalPayoutLike: TypeAlias = "DigitalPayout | DigitalPayoutDict | Literal['asset']"
"""What is taken for a ``DigitalPayout``."""


@document
class DigitalReport(Document):
    """Result of `digital`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers: always the risk-neutral one.
    price : float
        Value in quote currency; that of a gap may be negative.
    probability : float
        Probability of the payment.
    greeks : PriceGreeks, optional
        Derivatives of the value; absent where it jumps.
    """

    measure: Measure
    price: float
    probability: float
    greeks: PriceGreeks | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("greeks") is not None:
            document["greeks"] = PriceGreeks._read(document["greeks"])

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "price": self.price,
            "probability": self.probability,
            "greeks": self.greeks,
        }


Knock: TypeAlias = Literal["in", "out"]
"""Effect of a touch on a barrier option.

Cases
-----
in
    Knock-in: the touch begins the option.
out
    Knock-out: the touch ends the option.
"""


@document
class DigitalBarrierReport(Document):
    """Result of `digital_barrier`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers: always the risk-neutral one.
    price : float
        Value in quote currency; that of a gap may be negative.
    probability : float
        Probability of the payment.
    touch_probability : float
        Probability of a touch by expiry.
    survival_probability : float
        Probability of no touch by expiry, in full relative precision.
    greeks : PriceGreeks, optional
        Derivatives of the value; absent where it jumps.
    """

    measure: Measure
    price: float
    probability: float
    touch_probability: float
    survival_probability: float
    greeks: PriceGreeks | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("greeks") is not None:
            document["greeks"] = PriceGreeks._read(document["greeks"])

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "price": self.price,
            "probability": self.probability,
            "touch_probability": self.touch_probability,
            "survival_probability": self.survival_probability,
            "greeks": self.greeks,
        }


@document
class DoubleBarrierReport(Document):
    """Result of `double_barrier`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers: always the risk-neutral one.
    price : float
        Value in quote currency, rebate included.
    rebate_value : float
        Part of the value that is the rebate, in quote currency.
    vanilla_price : float
        Price of the same option without barriers, in quote currency.
    touch_probability : float
        Probability of a touch of either barrier by expiry, in full relative precision.
    survival_probability : float
        Probability of a touch of neither by expiry, in full relative precision.
    greeks : PriceGreeks, optional
        Derivatives of the value, rebate included; absent where it has a corner or its rebate's moment is certain.
    """

    measure: Measure
    price: float
    rebate_value: float
    vanilla_price: float
    touch_probability: float
    survival_probability: float
    greeks: PriceGreeks | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("greeks") is not None:
            document["greeks"] = PriceGreeks._read(document["greeks"])

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "price": self.price,
            "rebate_value": self.rebate_value,
            "vanilla_price": self.vanilla_price,
            "touch_probability": self.touch_probability,
            "survival_probability": self.survival_probability,
            "greeks": self.greeks,
        }


TouchedLevel: TypeAlias = Literal["either", "lower_first", "upper_first"]
"""Level on whose touch a payment hangs.

Cases
-----
either
    Either of the two.
lower_first
    The lower one, before the upper one.
upper_first
    The upper one, before the lower one.
"""


@document
class DoubleTouchReport(Document):
    """Result of `double_touch`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers: always the risk-neutral one.
    price : float
        Value in quote currency.
    survival_probability : float
        Probability that neither level is touched by expiry.
    lower_first_probability : float
        Probability that the lower level is touched by expiry, and before the upper one.
    upper_first_probability : float
        Probability that the upper level is touched by expiry, and before the lower one.
    greeks : PriceGreeks, optional
        Derivatives of the value; absent where it has a corner or the moment of the touch is certain.
    """

    measure: Measure
    price: float
    survival_probability: float
    lower_first_probability: float
    upper_first_probability: float
    greeks: PriceGreeks | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("greeks") is not None:
            document["greeks"] = PriceGreeks._read(document["greeks"])

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "price": self.price,
            "survival_probability": self.survival_probability,
            "lower_first_probability": self.lower_first_probability,
            "upper_first_probability": self.upper_first_probability,
            "greeks": self.greeks,
        }


@document
class BarrierReport(Document):
    """Result of `barrier`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers: always the risk-neutral one.
    price : float
        Value in quote currency, rebate included.
    rebate_value : float
        Part of the value that is the rebate, in quote currency.
    vanilla_price : float
        Price of the same option without barrier, in quote currency.
    touch_probability : float
        Probability of a touch by expiry.
    survival_probability : float
        Probability of no touch by expiry, in full relative precision.
    greeks : PriceGreeks, optional
        Derivatives of the value, rebate included; absent where it has a corner or its rebate's moment is certain.
    """

    measure: Measure
    price: float
    rebate_value: float
    vanilla_price: float
    touch_probability: float
    survival_probability: float
    greeks: PriceGreeks | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("greeks") is not None:
            document["greeks"] = PriceGreeks._read(document["greeks"])

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "price": self.price,
            "rebate_value": self.rebate_value,
            "vanilla_price": self.vanilla_price,
            "touch_probability": self.touch_probability,
            "survival_probability": self.survival_probability,
            "greeks": self.greeks,
        }


@document
class SmileProductVanilla(Document):
    """European option.

    Attributes
    ----------
    kind : OptionKind
        Kind of the option: call or put.
    strike : float
        Exercise price, in quote currency. [from 1e-18 to 1e+18]
    """

    kind: OptionKind
    strike: float
    _route = "derivatives.vanna_volga:product.vanilla"

    def __init__(
        self,
        kind: OptionKind,
        strike: float,
    ) -> None:
        self._fill({"kind": kind, "strike": strike})

    def _wire(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "strike": self.strike,
        }


class SmileProductVanillaDict(TypedDict):
    """``SmileProductVanilla`` as a mapping."""

    kind: OptionKind
    strike: float


@document
class SmileProductBarrier(Document):
    """Option with a barrier, without rebate.

    Attributes
    ----------
    kind : OptionKind
        Kind of the option: call or put.
    knock : Knock
        Effect of a touch: knock-in or knock-out.
    side : BarrierSide
        Side of the price on which the barrier lies.
    strike : float
        Exercise price, in quote currency. [from 1e-18 to 1e+18]
    barrier : float
        Price level of the barrier, in quote currency. [from 1e-18 to 1e+18]
    """

    kind: OptionKind
    knock: Knock
    side: BarrierSide
    strike: float
    barrier: float
    _route = "derivatives.vanna_volga:product.barrier"

    def __init__(
        self,
        kind: OptionKind,
        knock: Knock,
        side: BarrierSide,
        strike: float,
        barrier: float,
    ) -> None:
        self._fill({"kind": kind, "knock": knock, "side": side, "strike": strike, "barrier": barrier})

    def _wire(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "knock": self.knock,
            "side": self.side,
            "strike": self.strike,
            "barrier": self.barrier,
        }


class SmileProductBarrierDict(TypedDict):
    """``SmileProductBarrier`` as a mapping."""

    kind: OptionKind
    knock: Knock
    side: BarrierSide
    strike: float
    barrier: float


@document
class SmileProductDoubleBarrier(Document):
    """Option with a barrier on either side, without rebate.

    Attributes
    ----------
    kind : OptionKind
        Kind of the option: call or put.
    knock : Knock
        Effect of a touch of either barrier: knock-in or knock-out.
    strike : float
        Exercise price, in quote currency. [from 1e-18 to 1e+18]
    lower : float
        Price level of the lower barrier, in quote currency. [from 1e-18 to 1e+18]
    upper : float
        Price level of the upper barrier, in quote currency; above the lower one. [from 1e-18 to 1e+18]
    """

    kind: OptionKind
    knock: Knock
    strike: float
    lower: float
    upper: float
    _route = "derivatives.vanna_volga:product.double_barrier"

    def __init__(
        self,
        kind: OptionKind,
        knock: Knock,
        strike: float,
        lower: float,
        upper: float,
    ) -> None:
        self._fill({"kind": kind, "knock": knock, "strike": strike, "lower": lower, "upper": upper})

    def _wire(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "knock": self.knock,
            "strike": self.strike,
            "lower": self.lower,
            "upper": self.upper,
        }


class SmileProductDoubleBarrierDict(TypedDict):
    """``SmileProductDoubleBarrier`` as a mapping."""

    kind: OptionKind
    knock: Knock
    strike: float
    lower: float
    upper: float


@document
class SmileProductTouch(Document):
    """Payment on a touch of a level, or on none.

    Attributes
    ----------
    barrier : float
        Price level, in quote currency. [from 1e-18 to 1e+18]
    side : BarrierSide
        Side of the price on which the level lies.
    payment : TouchPayment
        Moment of the payment; without a touch it is due at expiry.
    cash : float
        Payout in quote currency. [from 0.0 to 1e+18]
    """

    barrier: float
    side: BarrierSide
    payment: TouchPayment
    cash: float
    _route = "derivatives.vanna_volga:product.touch"

    def __init__(
        self,
        barrier: float,
        side: BarrierSide,
        payment: TouchPayment,
        cash: float,
    ) -> None:
        self._fill({"barrier": barrier, "side": side, "payment": payment, "cash": cash})

    def _wire(self) -> dict[str, Any]:
        return {
            "barrier": self.barrier,
            "side": self.side,
            "payment": self.payment,
            "cash": self.cash,
        }


class SmileProductTouchDict(TypedDict):
    """``SmileProductTouch`` as a mapping."""

    barrier: float
    side: BarrierSide
    payment: TouchPayment
    cash: float


@document
class SmileProductDoubleTouch(Document):
    """Payment on a touch of one of two levels, or on none.

    Attributes
    ----------
    lower : float
        Price of the lower level, in quote currency. [from 1e-18 to 1e+18]
    upper : float
        Price of the upper level, in quote currency; above the lower one. [from 1e-18 to 1e+18]
    payment : TouchPayment
        Moment of the payment; without a touch it is due at expiry.
    cash : float
        Payout in quote currency. [from 0.0 to 1e+18]
    """

    lower: float
    upper: float
    payment: TouchPayment
    cash: float
    _route = "derivatives.vanna_volga:product.double_touch"

    def __init__(
        self,
        lower: float,
        upper: float,
        payment: TouchPayment,
        cash: float,
    ) -> None:
        self._fill({"lower": lower, "upper": upper, "payment": payment, "cash": cash})

    def _wire(self) -> dict[str, Any]:
        return {
            "lower": self.lower,
            "upper": self.upper,
            "payment": self.payment,
            "cash": self.cash,
        }


class SmileProductDoubleTouchDict(TypedDict):
    """``SmileProductDoubleTouch`` as a mapping."""

    lower: float
    upper: float
    payment: TouchPayment
    cash: float


@document
class SmileProduct(Variant):
    """Product that a smile prices, watched always.

    Cases
    -----
    vanilla
        European option.
    barrier
        Option with a barrier, without rebate.
    double_barrier
        Option with a barrier on either side, without rebate.
    touch
        Payment on a touch of a level, or on none.
    double_touch
        Payment on a touch of one of two levels, or on none.
    """

    tag: Literal["vanilla", "barrier", "double_barrier", "touch", "double_touch"]
    content: SmileProductVanilla | SmileProductBarrier | SmileProductDoubleBarrier | SmileProductTouch | SmileProductDoubleTouch | None = None
    _route = "derivatives.vanna_volga:product"

    @classmethod
    def vanilla(cls, content: SmileProductVanilla | SmileProductVanillaDict) -> Self:
        """European option."""
        return cls._made("vanilla", content)

    @classmethod
    def barrier(cls, content: SmileProductBarrier | SmileProductBarrierDict) -> Self:
        """Option with a barrier, without rebate."""
        return cls._made("barrier", content)

    @classmethod
    def double_barrier(cls, content: SmileProductDoubleBarrier | SmileProductDoubleBarrierDict) -> Self:
        """Option with a barrier on either side, without rebate."""
        return cls._made("double_barrier", content)

    @classmethod
    def touch(cls, content: SmileProductTouch | SmileProductTouchDict) -> Self:
        """Payment on a touch of a level, or on none."""
        return cls._made("touch", content)

    @classmethod
    def double_touch(cls, content: SmileProductDoubleTouch | SmileProductDoubleTouchDict) -> Self:
        """Payment on a touch of one of two levels, or on none."""
        return cls._made("double_touch", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "vanilla":
            return SmileProductVanilla._read(content)
        if tag == "barrier":
            return SmileProductBarrier._read(content)
        if tag == "double_barrier":
            return SmileProductDoubleBarrier._read(content)
        if tag == "touch":
            return SmileProductTouch._read(content)
        if tag == "double_touch":
            return SmileProductDoubleTouch._read(content)
        return content


class SmileProductDict(TypedDict, total=False):
    """``SmileProduct`` as a mapping: one of the keys, with its content."""

    vanilla: SmileProductVanilla | SmileProductVanillaDict
    barrier: SmileProductBarrier | SmileProductBarrierDict
    double_barrier: SmileProductDoubleBarrier | SmileProductDoubleBarrierDict
    touch: SmileProductTouch | SmileProductTouchDict
    double_touch: SmileProductDoubleTouch | SmileProductDoubleTouchDict


SmileProductLike: TypeAlias = "SmileProduct | SmileProductDict"
"""What is taken for a ``SmileProduct``."""


@document
class VannaVolgaReport(Document):
    """Result of `vanna_volga`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers: always the risk-neutral one.
    price : float
        Value in quote currency under the smile: the three terms that follow, added.
    flat_price : float
        Value in quote currency at the straddle's volatility alone.
    smile_correction : float
        Correction for the smile, in quote currency.
    clamp : float
        What brings the value back between its bounds, in quote currency; 0 within them.
    survival_probability : float
        Share of the hedge's cost that counts: the probability of no touch at the straddle's volatility.
    vanilla_price : float, optional
        Price of the same option without barrier under the smile, in quote currency; absent for a touch.
    put_25_strike : float
        Exercise price of the put with a forward delta of -0.25, in quote currency.
    atm_strike : float
        Exercise price of the straddle whose forward delta is 0, in quote currency.
    call_25_strike : float
        Exercise price of the call with a forward delta of 0.25, in quote currency.
    """

    measure: Measure
    price: float
    flat_price: float
    smile_correction: float
    clamp: float
    survival_probability: float
    put_25_strike: float
    atm_strike: float
    call_25_strike: float
    vanilla_price: float | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "price": self.price,
            "flat_price": self.flat_price,
            "smile_correction": self.smile_correction,
            "clamp": self.clamp,
            "survival_probability": self.survival_probability,
            "vanilla_price": self.vanilla_price,
            "put_25_strike": self.put_25_strike,
            "atm_strike": self.atm_strike,
            "call_25_strike": self.call_25_strike,
        }


@document
class WatchGreeks(Document):
    """Derivatives of the price of an option that is watched on dates.

    Attributes
    ----------
    delta : float
        Delta: change of the price per unit of spot.
    gamma : float
        Gamma: change of delta per unit of spot.
    vega : float
        Vega: change of the price per 1.00 of volatility.
    theta : float
        Theta: change of the price per year of calendar time, while the dates stay where they are.
    rho : float
        Rho: change of the price per 1.00 of the riskless rate.
    yield_rho : float
        Yield rho: change of the price per 1.00 of the yield.
    """

    delta: float
    gamma: float
    vega: float
    theta: float
    rho: float
    yield_rho: float

    def _wire(self) -> dict[str, Any]:
        return {
            "delta": self.delta,
            "gamma": self.gamma,
            "vega": self.vega,
            "theta": self.theta,
            "rho": self.rho,
            "yield_rho": self.yield_rho,
        }


@document
class DiscreteBarrierReport(Document):
    """Result of `discrete_barrier`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers: always the risk-neutral one.
    price : float
        Value in quote currency, rebate included.
    rebate_value : float
        Part of the value that is the rebate, in quote currency.
    corrected : float, optional
        Value in quote currency with the moved barrier of Broadie, Glasserman and Kou; absent for dates that are not equally spaced.
    continuous : float
        Value in quote currency under continuous watch.
    near_barrier : bool, optional
        Whether the barrier is within one step's deviation, where the correction is crude; absent without one.
    greeks : WatchGreeks, optional
        Derivatives of the value, rebate included; absent where it has a corner.
    """

    measure: Measure
    price: float
    rebate_value: float
    continuous: float
    corrected: float | None = None
    near_barrier: bool | None = None
    greeks: WatchGreeks | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("greeks") is not None:
            document["greeks"] = WatchGreeks._read(document["greeks"])

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "price": self.price,
            "rebate_value": self.rebate_value,
            "corrected": self.corrected,
            "continuous": self.continuous,
            "near_barrier": self.near_barrier,
            "greeks": self.greeks,
        }


@document
class JumpOptionReport(Document):
    """Result of `merton` and `kou`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers: always the risk-neutral one.
    price : float
        Price in quote currency.
    total_volatility : float
        Standard deviation of the logarithm per square root of a year, jumps included.
    greeks : PriceGreeks, optional
        Derivatives of the price; absent where it has a corner.
    """

    measure: Measure
    price: float
    total_volatility: float
    greeks: PriceGreeks | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("greeks") is not None:
            document["greeks"] = PriceGreeks._read(document["greeks"])

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "price": self.price,
            "total_volatility": self.total_volatility,
            "greeks": self.greeks,
        }


@document
class KouJumps(Document):
    """Jumps with exponential tails in the logarithm.

    Attributes
    ----------
    jumps_per_year : float
        Expected number of jumps per year. [1/year, from 0.0 to 10000.0]
    up_probability : float
        Fraction of the jumps that go up. [from 0.0 to 1.0]
    up_rate : float
        Rate of the jumps up per unit of the logarithm, the inverse of their mean; above 1, or the mean price would be infinite. [from 0.001 to 1000000.0]
    down_rate : float
        Rate of the jumps down per unit of the logarithm, the inverse of their mean. [from 0.001 to 1000000.0]
    """

    jumps_per_year: float
    up_probability: float
    up_rate: float
    down_rate: float
    _route = "derivatives.kou:jumps"

    def __init__(
        self,
        jumps_per_year: float,
        up_probability: float,
        up_rate: float,
        down_rate: float,
    ) -> None:
        self._fill({"jumps_per_year": jumps_per_year, "up_probability": up_probability, "up_rate": up_rate, "down_rate": down_rate})

    def _wire(self) -> dict[str, Any]:
        return {
            "jumps_per_year": self.jumps_per_year,
            "up_probability": self.up_probability,
            "up_rate": self.up_rate,
            "down_rate": self.down_rate,
        }


class KouJumpsDict(TypedDict):
    """``KouJumps`` as a mapping."""

    jumps_per_year: float
    up_probability: float
    up_rate: float
    down_rate: float


@document
class KouPassageReport(Document):
    """Result of `kou_passage`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers, as in the request.
    probability : float
        Probability that the price reaches the level within the horizon.
    survival_probability : float
        Probability that the price does not reach the level within the horizon, with its own digits where a passage is almost certain.
    leap_probability : float
        Probability that the price reaches the level by a leap over it.
    beyond_probability : float
        Probability that the price lands more than `overshoot` beyond the level.
    mean_log_overshoot : float
        Mean of the logarithm by which a leap overshoots: the inverse of its rate.
    greeks : HitGreeks, optional
        Derivatives of the probability; absent where it is certain or they are not resolved.
    """

    measure: Measure
    probability: float
    survival_probability: float
    leap_probability: float
    beyond_probability: float
    mean_log_overshoot: float
    greeks: HitGreeks | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("greeks") is not None:
            document["greeks"] = HitGreeks._read(document["greeks"])

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "probability": self.probability,
            "survival_probability": self.survival_probability,
            "leap_probability": self.leap_probability,
            "beyond_probability": self.beyond_probability,
            "mean_log_overshoot": self.mean_log_overshoot,
            "greeks": self.greeks,
        }


@document
class DrawdownReport(Document):
    """Result of `drawdown`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers, as in the request.
    probability : float
        Probability of the fall within the horizon.
    survival_probability : float
        Probability of no such fall within the horizon, with its own digits where a fall is almost certain.
    expected_years : float, optional
        Expected time until the fall, in years; absent where it exceeds what an `f64` holds.
    expected_maximum_log_drawdown : float
        Expected greatest fall of the logarithm from its maximum within the horizon, to 1e-5 of it.
    """

    measure: Measure
    probability: float
    survival_probability: float
    expected_maximum_log_drawdown: float
    expected_years: float | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "probability": self.probability,
            "survival_probability": self.survival_probability,
            "expected_years": self.expected_years,
            "expected_maximum_log_drawdown": self.expected_maximum_log_drawdown,
        }


@document
class DefaultLegReport(Document):
    """Result of `default_leg`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers, as in the request.
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


@document
class MertonJumps(Document):
    """Jumps that are normal in the logarithm.

    Attributes
    ----------
    jumps_per_year : float
        Expected number of jumps per year. [1/year, from 0.0 to 10000.0]
    mean_log_jump : float
        Mean of the logarithm of a jump. [from -10.0 to 10.0]
    log_jump_deviation : float
        Standard deviation of the logarithm of a jump. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    """

    jumps_per_year: float
    mean_log_jump: float
    log_jump_deviation: float
    _route = "derivatives.simulate_passage:jumps.merton"

    def __init__(
        self,
        jumps_per_year: float,
        mean_log_jump: float,
        log_jump_deviation: float,
    ) -> None:
        self._fill({"jumps_per_year": jumps_per_year, "mean_log_jump": mean_log_jump, "log_jump_deviation": log_jump_deviation})

    def _wire(self) -> dict[str, Any]:
        return {
            "jumps_per_year": self.jumps_per_year,
            "mean_log_jump": self.mean_log_jump,
            "log_jump_deviation": self.log_jump_deviation,
        }


class MertonJumpsDict(TypedDict):
    """``MertonJumps`` as a mapping."""

    jumps_per_year: float
    mean_log_jump: float
    log_jump_deviation: float


@operation("derivatives.vanilla")
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
        Kind of the option: call or put.
    spot : float
        Price of the asset now, in quote currency. [from 1e-18 to 1e+18]
    strike : float
        Exercise price, in quote currency. [from 1e-18 to 1e+18]
    years : float
        Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0]
    yield_per_year : float
        Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0]

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
    >>> report.measure
    'risk_neutral'
    >>> report.price
    6033.585358116485
    """
    return VanillaReport._read(call("derivatives.vanilla", {"kind": kind, "spot": spot, "strike": strike, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility}))


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class VanillaBatchColumns(Columns):
    """Columns of ``vanilla_batch``, of the kind that came in.

    Attributes
    ----------
    price : float64
        Price in quote currency.
    delta : float64
        Delta: change of the price per unit of spot; NaN with status `undefined` where the price has a corner.
    gamma : float64
        Gamma: change of delta per unit of spot; NaN as delta.
    vega : float64
        Vega: change of the price per 1.00 of volatility; NaN as delta.
    theta : float64
        Theta: change of the price per year of calendar time; NaN as delta.
    status : words (ok, never, unbounded, every, undefined, refused)
        State of the row: `ok`, `undefined` or `refused`.
    """

    price: Any
    delta: Any
    gamma: Any
    vega: Any
    theta: Any
    status: Any


@overload
def vanilla_batch(
    *,
    kind: ArrayLike,
    spot: ArrayLike,
    strike: ArrayLike,
    years: ArrayLike,
    volatility: ArrayLike,
    rate_per_year: float,
    yield_per_year: float,
    on_bad_row: OnBadRow | None = None,
) -> VanillaBatchColumns: ...


@overload
def vanilla_batch(
    frame: _Frame,
    /,
    *,
    kind: ArrayLike | None = None,
    spot: ArrayLike | None = None,
    strike: ArrayLike | None = None,
    years: ArrayLike | None = None,
    volatility: ArrayLike | None = None,
    rate_per_year: float,
    yield_per_year: float,
    on_bad_row: OnBadRow | None = None,
) -> _Frame: ...


@operation()
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
    on_bad_row: OnBadRow | None = None,
) -> Any:
    """Price and greeks of many European options at once, each as `derivatives.vanilla` computes it, bit for bit.

    Parameters
    ----------
    kind : column of words (call, put)
        Kind of the option: call or put.
    spot : column of float64
        Price of the asset now, in quote currency. [from 1e-18 to 1e+18]
    strike : column of float64
        Exercise price, in quote currency. [from 1e-18 to 1e+18]
    years : column of float64
        Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    volatility : column of float64
        Volatility per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0]
    yield_per_year : float
        Yield of holding the asset per year, continuously compounded. [1/year, from -10.0 to 10.0]
    on_bad_row : OnBadRow, optional
        Treatment of rows that cannot be used. ["refuse" where absent]

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
    >>> columns = hi.derivatives.vanilla_batch(kind=["call", "put", "call"], spot=[60000, 60000, 60000], strike=[65000, 50000, 60000], years=[0.25, 0.25, 0], volatility=[0.65, 0.7, 0.65], rate_per_year=0.04, yield_per_year=0)
    >>> columns.price.tolist()
    [6033.585358116485, 3461.9181086386398, 0.0]
    >>> columns.delta.tolist()
    [0.47885957033633914, -0.23438243232674763, nan]
    """
    return _frames.call(
        "derivatives.vanilla_batch",
        {"rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "on_bad_row": on_bad_row},
        frame,
        {"kind": kind, "spot": spot, "strike": strike, "years": years, "volatility": volatility},
        (("kind", ("call", "put",)), ("spot", "f64"), ("strike", "f64"), ("years", "f64"), ("volatility", "f64"),),
        ("price", "delta", "gamma", "vega", "theta", "status",),
        VanillaBatchColumns,
        True,
    )


@operation("derivatives.black76")
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
        Kind of the option: call or put.
    forward : float
        Forward price of the asset for the expiry, in quote currency. [from 1e-18 to 1e+18]
    strike : float
        Exercise price, in quote currency. [from 1e-18 to 1e+18]
    years : float
        Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0]

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
    >>> report.measure
    'risk_neutral'
    >>> report.price
    5509.632932790195
    """
    return VanillaReport._read(call("derivatives.black76", {"kind": kind, "forward": forward, "strike": strike, "years": years, "rate_per_year": rate_per_year, "volatility": volatility}))


@operation("derivatives.implied_volatility")
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
        Kind of the option: call or put.
    price : float
        Price of the option, in quote currency. [from 0.0 to 1e+18]
    forward : float
        Forward price of the asset for the expiry, in quote currency. [from 1e-18 to 1e+18]
    strike : float
        Exercise price, in quote currency. [from 1e-18 to 1e+18]
    years : float
        Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded: the price is taken as paid today. 0 for an undiscounted price. [1/year, from -10.0 to 10.0]

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
    >>> report.implied_volatility
    0.2
    >>> report.intrinsic
    0.0
    """
    return ImpliedVolatilityReport._read(call("derivatives.implied_volatility", {"kind": kind, "price": price, "forward": forward, "strike": strike, "years": years, "rate_per_year": rate_per_year}))


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class ImpliedVolatilityBatchColumns(Columns):
    """Columns of ``implied_volatility_batch``, of the kind that came in.

    Attributes
    ----------
    implied_volatility : float64
        Volatility per square root of a year; NaN where the status is not `ok`.
    status : words (ok, never, unbounded, every, undefined, refused)
        State of the row: `ok`, `undefined` (no volatility gives this price) or `refused`.
    """

    implied_volatility: Any
    status: Any


@overload
def implied_volatility_batch(
    *,
    kind: ArrayLike,
    price: ArrayLike,
    forward: ArrayLike,
    strike: ArrayLike,
    years: ArrayLike,
    rate_per_year: float,
    on_bad_row: OnBadRow | None = None,
) -> ImpliedVolatilityBatchColumns: ...


@overload
def implied_volatility_batch(
    frame: _Frame,
    /,
    *,
    kind: ArrayLike | None = None,
    price: ArrayLike | None = None,
    forward: ArrayLike | None = None,
    strike: ArrayLike | None = None,
    years: ArrayLike | None = None,
    rate_per_year: float,
    on_bad_row: OnBadRow | None = None,
) -> _Frame: ...


@operation()
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
    on_bad_row: OnBadRow | None = None,
) -> Any:
    """Implied volatilities of many options at once, each as `derivatives.implied_volatility` computes it, bit for bit.

    Parameters
    ----------
    kind : column of words (call, put)
        Kind of the option: call or put.
    price : column of float64
        Price of the option, in quote currency. [from 0.0 to 1e+18]
    forward : column of float64
        Forward price of the asset for the expiry, in quote currency. [from 1e-18 to 1e+18]
    strike : column of float64
        Exercise price, in quote currency. [from 1e-18 to 1e+18]
    years : column of float64
        Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded; 0 for undiscounted prices. [1/year, from -10.0 to 10.0]
    on_bad_row : OnBadRow, optional
        Treatment of rows that cannot be used. A price that implies no volatility is such a row under `refuse`, and `undefined` under `report`. ["refuse" where absent]

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
    >>> columns = hi.derivatives.implied_volatility_batch(kind=["call", "call", "put"], price=[7.965567455405797, 0.19247532329705216, 1.2067609475492609], forward=[100, 100, 100], strike=[100, 150, 20], years=[1, 1, 0.5], rate_per_year=0)
    >>> columns.implied_volatility.tolist()
    [0.2, 0.19999999999999998, 1.4999999999999998]
    >>> columns.status.tolist()
    ['ok', 'ok', 'ok']
    """
    return _frames.call(
        "derivatives.implied_volatility_batch",
        {"rate_per_year": rate_per_year, "on_bad_row": on_bad_row},
        frame,
        {"kind": kind, "price": price, "forward": forward, "strike": strike, "years": years},
        (("kind", ("call", "put",)), ("price", "f64"), ("forward", "f64"), ("strike", "f64"), ("years", "f64"),),
        ("implied_volatility", "status",),
        ImpliedVolatilityBatchColumns,
        True,
    )


@operation("derivatives.hit_probability")
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
        Price of the asset now, in quote currency. [from 1e-18 to 1e+18]
    barrier : float
        Price level of the barrier, in quote currency. [from 1e-18 to 1e+18]
    side : BarrierSide
        Side of the price on which the barrier lies. Under continuous watch a spot at the barrier or beyond has touched it; watched on dates, it is seen there only if it still is on the first of them.
    years : float
        Horizon, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    drift_per_year : float
        Drift of the price per year, jumps included: `E[S_T] = S e^(drift T)`. Riskless rate less yield under Q, the caller's belief under P. [1/year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    measure : Measure
        Measure that the drift is of.

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
    >>> report.measure
    'real_world'
    >>> report.probability
    0.27355638190135395
    """
    return HitProbabilityReport._read(call("derivatives.hit_probability", {"spot": spot, "barrier": barrier, "side": side, "years": years, "drift_per_year": drift_per_year, "volatility": volatility, "measure": measure}))


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class HitProbabilityBatchColumns(Columns):
    """Columns of ``hit_probability_batch``, of the kind that came in.

    Attributes
    ----------
    probability : float64
        Probability of a touch within the horizon.
    status : words (ok, never, unbounded, every, undefined, refused)
        State of the row: `ok` or `refused`.
    """

    probability: Any
    status: Any


@overload
def hit_probability_batch(
    *,
    spot: ArrayLike,
    barrier: ArrayLike,
    years: ArrayLike,
    volatility: ArrayLike,
    side: BarrierSide,
    drift_per_year: float,
    on_bad_row: OnBadRow | None = None,
) -> HitProbabilityBatchColumns: ...


@overload
def hit_probability_batch(
    frame: _Frame,
    /,
    *,
    spot: ArrayLike | None = None,
    barrier: ArrayLike | None = None,
    years: ArrayLike | None = None,
    volatility: ArrayLike | None = None,
    side: BarrierSide,
    drift_per_year: float,
    on_bad_row: OnBadRow | None = None,
) -> _Frame: ...


@operation()
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
    on_bad_row: OnBadRow | None = None,
) -> Any:
    """Touch probabilities of many levels at once, each as `derivatives.hit_probability` computes it, bit for bit.

    Parameters
    ----------
    spot : column of float64
        Price of the asset now, in quote currency. [from 1e-18 to 1e+18]
    barrier : column of float64
        Price level of the barrier, in quote currency. [from 1e-18 to 1e+18]
    years : column of float64
        Horizon, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    volatility : column of float64
        Volatility per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    side : BarrierSide
        Side of the price on which the barriers lie. A spot at its barrier or beyond has touched it.
    drift_per_year : float
        Drift of the price per year: `E[S_T] = S e^(drift T)`. [1/year, from -10.0 to 10.0]
    on_bad_row : OnBadRow, optional
        Treatment of rows that cannot be used. ["refuse" where absent]

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
    >>> columns.probability.tolist()
    [0.27355638190135395, 0.6135056039147808]
    >>> columns.status.tolist()
    ['ok', 'ok']
    """
    return _frames.call(
        "derivatives.hit_probability_batch",
        {"side": side, "drift_per_year": drift_per_year, "on_bad_row": on_bad_row},
        frame,
        {"spot": spot, "barrier": barrier, "years": years, "volatility": volatility},
        (("spot", "f64"), ("barrier", "f64"), ("years", "f64"), ("volatility", "f64"),),
        ("probability", "status",),
        HitProbabilityBatchColumns,
        True,
    )


@operation("derivatives.discrete_hit_probability")
def discrete_hit_probability(
    *,
    spot: float,
    barrier: float,
    side: BarrierSide,
    years: float,
    drift_per_year: float,
    volatility: float,
    dates: int | None = None,
    measure: Measure,
    times_years: ArrayLike | None = None,
    calendar: WatchCalendar | WatchCalendarDict | None = None,
) -> DiscreteHitReport:
    """The probability of being seen at a level on one of up to 100,000 dates: exact, by the Broadie-Glasserman-Kou correction and under
    continuous watch side by side.

    Parameters
    ----------
    spot : float
        Price of the asset now, in quote currency. [from 1e-18 to 1e+18]
    barrier : float
        Price level of the barrier, in quote currency. [from 1e-18 to 1e+18]
    side : BarrierSide
        Side of the price on which the barrier lies. Under continuous watch a spot at the barrier or beyond has touched it; watched on dates, it is seen there only if it still is on the first of them.
    years : float
        Horizon, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    drift_per_year : float
        Drift of the price per year, jumps included: `E[S_T] = S e^(drift T)`. Riskless rate less yield under Q, the caller's belief under P. [1/year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    dates : int, optional
        Number of dates on which the price is looked at, equally spaced, the last at the end of the horizon and none today: 1 to 100000. Absent: `times_years` or `calendar` says when. [from 0]
    measure : Measure
        Measure that the drift is of.
    times_years : array_like of float, optional
        Times of the dates in years from now, rising, at most 2000; 0 is a look today. Absent: `dates` or `calendar` says when.
    calendar : WatchCalendar, or a mapping of its fields, optional
        Dates by a rule of the calendar, at most 2000. Absent: `dates` or `times_years` says when.

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
    >>> report.measure
    'real_world'
    >>> report.probability
    0.18296415908527075
    """
    return DiscreteHitReport._read(call("derivatives.discrete_hit_probability", {"spot": spot, "barrier": barrier, "side": side, "years": years, "drift_per_year": drift_per_year, "volatility": volatility, "dates": dates, "measure": measure, "times_years": times_years, "calendar": calendar}))


@operation("derivatives.touch")
def touch(
    *,
    spot: float,
    barrier: float,
    side: BarrierSide,
    payment: TouchPayment,
    payout: PayoutLike,
    years: float,
    rate_per_year: float,
    yield_per_year: float,
    volatility: float,
    watch_from_years: float | None = None,
    watch_until_years: float | None = None,
) -> TouchReport:
    """The value and greeks of a payment on a touch (at the hit or at expiry) or on none, in cash or in the asset, for any rate; the watch
    may begin later or end earlier.

    Parameters
    ----------
    spot : float
        Price of the asset now, in quote currency. [from 1e-18 to 1e+18]
    barrier : float
        Price level of the barrier, in quote currency. [from 1e-18 to 1e+18]
    side : BarrierSide
        Side of the price on which the barrier lies. A spot at the barrier or beyond has touched it.
    payment : TouchPayment
        Moment of the payment.
    payout : Payout, or its word or mapping
        Payout in quote currency or in the asset.
    years : float
        Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0]
    yield_per_year : float
        Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    watch_from_years : float, optional
        Beginning of the watch, in years from now: a price that is beyond the barrier then has touched it. Absent: now. [years, 0, or from 1e-12 to 30.0]
    watch_until_years : float, optional
        End of the watch, in years from now. Absent: at expiry. [years, 0, or from 1e-12 to 30.0]

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
    >>> report.measure
    'risk_neutral'
    >>> report.price
    9.72639383082078
    """
    return TouchReport._read(call("derivatives.touch", {"spot": spot, "barrier": barrier, "side": side, "payment": payment, "payout": payout, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility, "watch_from_years": watch_from_years, "watch_until_years": watch_until_years}))


@operation("derivatives.digital")
def digital(
    *,
    kind: OptionKind,
    spot: float,
    strike: float,
    payout: DigitalPayoutLike,
    years: float,
    rate_per_year: float,
    yield_per_year: float,
    volatility: float,
) -> DigitalReport:
    """The value and greeks of a European digital: cash, asset or gap where the price ends beyond the strike.

    Parameters
    ----------
    kind : OptionKind
        Kind of the digital: a call pays above the strike, a put below.
    spot : float
        Price of the asset now, in quote currency. [from 1e-18 to 1e+18]
    strike : float
        Price that decides at expiry, in quote currency. [from 1e-18 to 1e+18]
    payout : DigitalPayout, or its word or mapping
        Payout where the price ends beyond the strike.
    years : float
        Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0]
    yield_per_year : float
        Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0]

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
    >>> report.measure
    'risk_neutral'
    >>> report.price
    2.671045684461347
    """
    return DigitalReport._read(call("derivatives.digital", {"kind": kind, "spot": spot, "strike": strike, "payout": payout, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility}))


@operation("derivatives.digital_barrier")
def digital_barrier(
    *,
    kind: OptionKind,
    knock: Knock,
    side: BarrierSide,
    spot: float,
    strike: float,
    barrier: float,
    payout: DigitalPayoutLike,
    years: float,
    rate_per_year: float,
    yield_per_year: float,
    volatility: float,
) -> DigitalBarrierReport:
    """The value and greeks of a digital with a barrier: cash, asset or gap where the price ends beyond the strike, and touched a barrier
    or did not (Reiner and Rubinstein 1991).

    Parameters
    ----------
    kind : OptionKind
        Kind of the option: call or put.
    knock : Knock
        Effect of a touch: knock-in or knock-out.
    side : BarrierSide
        Side of the price on which the barrier lies.
    spot : float
        Price of the asset now, in quote currency. At the barrier or beyond it has touched it. [from 1e-18 to 1e+18]
    strike : float
        Price that decides at expiry, in quote currency. [from 1e-18 to 1e+18]
    barrier : float
        Price level of the barrier, in quote currency. [from 1e-18 to 1e+18]
    payout : DigitalPayout, or its word or mapping
        Payout where the price ends beyond the strike.
    years : float
        Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0]
    yield_per_year : float
        Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0]

    Returns
    -------
    DigitalBarrierReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.digital_barrier(kind="call", knock="in", side="down", spot=105, strike=102, barrier=100, payout={"cash": 15}, years=0.5, rate_per_year=0.1, yield_per_year=0, volatility=0.2)
    >>> report.measure
    'risk_neutral'
    >>> report.price
    4.9289245729071185
    """
    return DigitalBarrierReport._read(call("derivatives.digital_barrier", {"kind": kind, "knock": knock, "side": side, "spot": spot, "strike": strike, "barrier": barrier, "payout": payout, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility}))


@operation("derivatives.double_barrier")
def double_barrier(
    *,
    kind: OptionKind,
    knock: Knock,
    spot: float,
    strike: float,
    lower: float,
    upper: float,
    years: float,
    rate_per_year: float,
    yield_per_year: float,
    volatility: float,
    rebate: float | None = None,
) -> DoubleBarrierReport:
    """The value and greeks of an option with a barrier on either side, with rebate (Kunitomo and Ikeda 1992).

    Parameters
    ----------
    kind : OptionKind
        Kind of the option: call or put.
    knock : Knock
        Effect of a touch of either barrier: knock-in or knock-out.
    spot : float
        Price of the asset now, in quote currency. At a barrier or beyond it has touched it. [from 1e-18 to 1e+18]
    strike : float
        Exercise price, in quote currency. [from 1e-18 to 1e+18]
    lower : float
        Price level of the lower barrier, in quote currency. [from 1e-18 to 1e+18]
    upper : float
        Price level of the upper barrier, in quote currency; above the lower one, by at least a 4000th of the logarithm's deviation over the horizon. [from 1e-18 to 1e+18]
    years : float
        Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0]
    yield_per_year : float
        Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    rebate : float, optional
        Rebate in quote currency: paid at the touch that ends a knock-out, or at expiry for a knock-in that never began. [from 0.0 to 1e+18; 0.0 where absent]

    Returns
    -------
    DoubleBarrierReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.double_barrier(kind="call", knock="out", spot=100, strike=100, lower=80, upper=120, years=0.25, rate_per_year=0.1, yield_per_year=0, volatility=0.15, rebate=1)
    >>> report.measure
    'risk_neutral'
    >>> report.price
    3.782005061364804
    """
    return DoubleBarrierReport._read(call("derivatives.double_barrier", {"kind": kind, "knock": knock, "spot": spot, "strike": strike, "lower": lower, "upper": upper, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility, "rebate": rebate}))


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class DoubleBarrierBatchColumns(Columns):
    """Columns of ``double_barrier_batch``, of the kind that came in.

    Attributes
    ----------
    price : float64
        Value in quote currency, rebate included.
    status : words (ok, never, unbounded, every, undefined, refused)
        State of the row: `ok` or `refused`.
    """

    price: Any
    status: Any


@overload
def double_barrier_batch(
    *,
    spot: ArrayLike,
    strike: ArrayLike,
    lower: ArrayLike,
    upper: ArrayLike,
    years: ArrayLike,
    volatility: ArrayLike,
    kind: OptionKind,
    knock: Knock,
    rebate: float,
    rate_per_year: float,
    yield_per_year: float,
    on_bad_row: OnBadRow | None = None,
) -> DoubleBarrierBatchColumns: ...


@overload
def double_barrier_batch(
    frame: _Frame,
    /,
    *,
    spot: ArrayLike | None = None,
    strike: ArrayLike | None = None,
    lower: ArrayLike | None = None,
    upper: ArrayLike | None = None,
    years: ArrayLike | None = None,
    volatility: ArrayLike | None = None,
    kind: OptionKind,
    knock: Knock,
    rebate: float,
    rate_per_year: float,
    yield_per_year: float,
    on_bad_row: OnBadRow | None = None,
) -> _Frame: ...


@operation()
def double_barrier_batch(
    frame: Any = None,
    /,
    *,
    spot: Any = None,
    strike: Any = None,
    lower: Any = None,
    upper: Any = None,
    years: Any = None,
    volatility: Any = None,
    kind: OptionKind,
    knock: Knock,
    rebate: float,
    rate_per_year: float,
    yield_per_year: float,
    on_bad_row: OnBadRow | None = None,
) -> Any:
    """Prices of options of one kind with a barrier on either side at once, each as `derivatives.double_barrier` computes it, bit for bit.

    Parameters
    ----------
    spot : column of float64
        Price of the asset now, in quote currency. [from 1e-18 to 1e+18]
    strike : column of float64
        Exercise price, in quote currency. [from 1e-18 to 1e+18]
    lower : column of float64
        Price level of the lower barrier, in quote currency. [from 1e-18 to 1e+18]
    upper : column of float64
        Price level of the upper barrier, in quote currency; above the lower one, by at least a 4000th of the logarithm's deviation over the horizon. [from 1e-18 to 1e+18]
    years : column of float64
        Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    volatility : column of float64
        Volatility per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    kind : OptionKind
        Kind of the options: calls or puts.
    knock : Knock
        Effect of a touch of either barrier: knock-in or knock-out.
    rebate : float
        Rebate in quote currency: paid at the touch that ends a knock-out, or at expiry for a knock-in that never began. [from 0.0 to 1e+18]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0]
    yield_per_year : float
        Yield of holding the asset per year, continuously compounded. [1/year, from -10.0 to 10.0]
    on_bad_row : OnBadRow, optional
        Treatment of rows that cannot be used. ["refuse" where absent]

    Returns
    -------
    DoubleBarrierBatchColumns, or a DataFrame
        Columns of the kind that came in (NumPy, pandas, polars). Where a DataFrame is given, columns that are not
        named are taken from it by name, and the result is a DataFrame of its kind.

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> columns = hi.derivatives.double_barrier_batch(spot=[100, 100], strike=[110, 90], lower=[80, 85], upper=[120, 115], years=[0.5, 0.25], volatility=[0.3, 0.25], kind="put", knock="in", rebate=3, rate_per_year=0.08, yield_per_year=0.04)
    >>> columns.price.tolist()
    [10.155274197279432, 2.6457019730582685]
    >>> columns.status.tolist()
    ['ok', 'ok']
    """
    return _frames.call(
        "derivatives.double_barrier_batch",
        {"kind": kind, "knock": knock, "rebate": rebate, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "on_bad_row": on_bad_row},
        frame,
        {"spot": spot, "strike": strike, "lower": lower, "upper": upper, "years": years, "volatility": volatility},
        (("spot", "f64"), ("strike", "f64"), ("lower", "f64"), ("upper", "f64"), ("years", "f64"), ("volatility", "f64"),),
        ("price", "status",),
        DoubleBarrierBatchColumns,
        True,
    )


@operation("derivatives.double_touch")
def double_touch(
    *,
    spot: float,
    lower: float,
    upper: float,
    payment: TouchPayment,
    cash: float,
    years: float,
    rate_per_year: float,
    yield_per_year: float,
    volatility: float,
    level: TouchedLevel | None = None,
) -> DoubleTouchReport:
    """The value and greeks of a payment on a touch of one of two levels, of one before the other, or of neither (Hui 1996).

    Parameters
    ----------
    spot : float
        Price of the asset now, in quote currency. At a level or beyond it has touched it. [from 1e-18 to 1e+18]
    lower : float
        Price of the lower level, in quote currency. [from 1e-18 to 1e+18]
    upper : float
        Price of the upper level, in quote currency; above the lower one, by at least a 4000th of the logarithm's deviation over the horizon. [from 1e-18 to 1e+18]
    payment : TouchPayment
        Moment of the payment; without a touch it is due at expiry.
    cash : float
        Payout in quote currency. [from 0.0 to 1e+18]
    years : float
        Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0]
    yield_per_year : float
        Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    level : TouchedLevel, optional
        Level on whose touch the payment hangs; without a touch it is that of either which loses it. ["either" where absent]

    Returns
    -------
    DoubleTouchReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.double_touch(spot=100, lower=80, upper=125, payment="no_touch", cash=1000, years=0.0821917808219178, rate_per_year=0.02, yield_per_year=0, volatility=0.2)
    >>> report.measure
    'risk_neutral'
    >>> report.price
    998.1587590142639
    """
    return DoubleTouchReport._read(call("derivatives.double_touch", {"spot": spot, "lower": lower, "upper": upper, "payment": payment, "cash": cash, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility, "level": level}))


@operation("derivatives.barrier")
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
    watch_from_years: float | None = None,
    watch_until_years: float | None = None,
) -> BarrierReport:
    """The value and greeks of a barrier option under continuous watch, all of the time or part of it: eight types, with rebate (Reiner and
    Rubinstein 1991).

    Parameters
    ----------
    kind : OptionKind
        Kind of the option: call or put.
    knock : Knock
        Effect of a touch: knock-in or knock-out.
    side : BarrierSide
        Side of the price on which the barrier lies.
    spot : float
        Price of the asset now, in quote currency. [from 1e-18 to 1e+18]
    strike : float
        Exercise price, in quote currency. [from 1e-18 to 1e+18]
    barrier : float
        Price level of the barrier, in quote currency. [from 1e-18 to 1e+18]
    rebate : float
        Rebate in quote currency: paid at the touch that ends a knock-out, or at expiry for a knock-in that never began. [from 0.0 to 1e+18]
    years : float
        Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0]
    yield_per_year : float
        Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    watch_from_years : float, optional
        Beginning of the watch, in years from now: a price that is beyond the barrier then has touched it. Absent: now. [years, 0, or from 1e-12 to 30.0]
    watch_until_years : float, optional
        End of the watch, in years from now. Absent: at expiry. [years, 0, or from 1e-12 to 30.0]

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
    >>> report.measure
    'risk_neutral'
    >>> report.price
    9.02456769496687
    """
    return BarrierReport._read(call("derivatives.barrier", {"kind": kind, "knock": knock, "side": side, "spot": spot, "strike": strike, "barrier": barrier, "rebate": rebate, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility, "watch_from_years": watch_from_years, "watch_until_years": watch_until_years}))


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class BarrierBatchColumns(Columns):
    """Columns of ``barrier_batch``, of the kind that came in.

    Attributes
    ----------
    price : float64
        Value in quote currency, rebate included.
    touch_probability : float64
        Probability of a touch by expiry.
    status : words (ok, never, unbounded, every, undefined, refused)
        State of the row: `ok` or `refused`.
    """

    price: Any
    touch_probability: Any
    status: Any


@overload
def barrier_batch(
    *,
    spot: ArrayLike,
    strike: ArrayLike,
    barrier: ArrayLike,
    years: ArrayLike,
    volatility: ArrayLike,
    kind: OptionKind,
    knock: Knock,
    side: BarrierSide,
    rebate: float,
    rate_per_year: float,
    yield_per_year: float,
    on_bad_row: OnBadRow | None = None,
) -> BarrierBatchColumns: ...


@overload
def barrier_batch(
    frame: _Frame,
    /,
    *,
    spot: ArrayLike | None = None,
    strike: ArrayLike | None = None,
    barrier: ArrayLike | None = None,
    years: ArrayLike | None = None,
    volatility: ArrayLike | None = None,
    kind: OptionKind,
    knock: Knock,
    side: BarrierSide,
    rebate: float,
    rate_per_year: float,
    yield_per_year: float,
    on_bad_row: OnBadRow | None = None,
) -> _Frame: ...


@operation()
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
    on_bad_row: OnBadRow | None = None,
) -> Any:
    """Barrier options of one type at once, each as `derivatives.barrier` computes it, bit for bit.

    Parameters
    ----------
    spot : column of float64
        Price of the asset now, in quote currency. [from 1e-18 to 1e+18]
    strike : column of float64
        Exercise price, in quote currency. [from 1e-18 to 1e+18]
    barrier : column of float64
        Price level of the barrier, in quote currency. [from 1e-18 to 1e+18]
    years : column of float64
        Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    volatility : column of float64
        Volatility per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    kind : OptionKind
        Kind of the option: call or put.
    knock : Knock
        Effect of a touch: knock-in or knock-out.
    side : BarrierSide
        Side of the price on which the barrier lies.
    rebate : float
        Rebate in quote currency: paid at the touch that ends a knock-out, or at expiry for a knock-in that never began. [from 0.0 to 1e+18]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0]
    yield_per_year : float
        Yield of holding the asset per year, continuously compounded. [1/year, from -10.0 to 10.0]
    on_bad_row : OnBadRow, optional
        Treatment of rows that cannot be used. ["refuse" where absent]

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
    >>> columns.price.tolist()
    [8.36858188988642, 1.4653126853069631]
    >>> columns.touch_probability.tolist()
    [0.8158686455906698, 0.7878655643845905]
    """
    return _frames.call(
        "derivatives.barrier_batch",
        {"kind": kind, "knock": knock, "side": side, "rebate": rebate, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "on_bad_row": on_bad_row},
        frame,
        {"spot": spot, "strike": strike, "barrier": barrier, "years": years, "volatility": volatility},
        (("spot", "f64"), ("strike", "f64"), ("barrier", "f64"), ("years", "f64"), ("volatility", "f64"),),
        ("price", "touch_probability", "status",),
        BarrierBatchColumns,
        True,
    )


@operation("derivatives.vanna_volga")
def vanna_volga(
    *,
    product: SmileProductLike,
    spot: float,
    years: float,
    rate_per_year: float,
    yield_per_year: float,
    put_25_volatility: float,
    atm_volatility: float,
    call_25_volatility: float,
    strike_volatility: float | None = None,
) -> VannaVolgaReport:
    """The value of an option, a barrier or a touch under a smile of three volatilities: the straddle's, and those of the put and the call of
    a quarter's delta (Castagna and Mercurio 2007).

    What the smile asks beyond the straddle's volatility for options of the same vega, vanna and volga, times the probability of no touch.

    Parameters
    ----------
    product : SmileProduct, or its word or mapping
        Product that is priced.
    spot : float
        Price of the asset now, in quote currency. [from 1e-18 to 1e+18]
    years : float
        Time to expiry, in years of 365 days; above 0. [years, 0, or from 1e-12 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0]
    yield_per_year : float
        Yield of holding the asset per year, continuously compounded. [1/year, from -10.0 to 10.0]
    put_25_volatility : float
        Volatility of the put with a forward delta of -0.25, per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    atm_volatility : float
        Volatility of the straddle whose forward delta is 0, per square root of a year; above 0. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    call_25_volatility : float
        Volatility of the call with a forward delta of 0.25, per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    strike_volatility : float, optional
        Volatility that the market asks at the strike of an option, per square root of a year. Absent: what the three volatilities imply. [1/sqrt(year), 0, or from 1e-9 to 20.0]

    Returns
    -------
    VannaVolgaReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.derivatives.vanna_volga(product={"touch": {"barrier": 54000, "side": "down", "payment": "at_expiry", "cash": 1000}}, spot=60000, years=0.0821917808219178, rate_per_year=0.04, yield_per_year=0, put_25_volatility=0.63, atm_volatility=0.58, call_25_volatility=0.57)
    >>> report.measure
    'risk_neutral'
    >>> report.price
    509.6230620830195
    """
    return VannaVolgaReport._read(call("derivatives.vanna_volga", {"product": product, "spot": spot, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "put_25_volatility": put_25_volatility, "atm_volatility": atm_volatility, "call_25_volatility": call_25_volatility, "strike_volatility": strike_volatility}))


@operation("derivatives.discrete_barrier")
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
    dates: int | None = None,
    rebate: float | None = None,
    times_years: ArrayLike | None = None,
    calendar: WatchCalendar | WatchCalendarDict | None = None,
) -> DiscreteBarrierReport:
    """The value and greeks of a barrier option with rebate that is watched on up to 100,000 dates: exact, by the
    Broadie-Glasserman-Kou correction and under continuous watch side by side.

    Parameters
    ----------
    kind : OptionKind
        Kind of the option: call or put.
    knock : Knock
        Effect of a touch: knock-in or knock-out.
    side : BarrierSide
        Side of the price on which the barrier lies.
    spot : float
        Price of the asset now, in quote currency. [from 1e-18 to 1e+18]
    strike : float
        Exercise price, in quote currency. [from 1e-18 to 1e+18]
    barrier : float
        Price level of the barrier, in quote currency. [from 1e-18 to 1e+18]
    years : float
        Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0]
    yield_per_year : float
        Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    dates : int, optional
        Number of dates on which the price is looked at, equally spaced, the last at expiry and none today: 1 to 100000. Absent: `times_years` or `calendar` says when. [from 0]
    rebate : float, optional
        Rebate in quote currency: paid on the date that ends a knock-out, or at expiry for a knock-in that never began. [from 0.0 to 1e+18; 0.0 where absent]
    times_years : array_like of float, optional
        Times of the dates in years from now, rising, at most 2000; 0 is a look today. Absent: `dates` or `calendar` says when.
    calendar : WatchCalendar, or a mapping of its fields, optional
        Dates by a rule of the calendar, at most 2000. Absent: `dates` or `times_years` says when.

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
    >>> report.measure
    'risk_neutral'
    >>> report.price
    2.336386895814376
    """
    return DiscreteBarrierReport._read(call("derivatives.discrete_barrier", {"kind": kind, "knock": knock, "side": side, "spot": spot, "strike": strike, "barrier": barrier, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility, "dates": dates, "rebate": rebate, "times_years": times_years, "calendar": calendar}))


@operation("derivatives.merton")
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
    """The value and greeks of a European option on a price with normal jumps in the logarithm (Merton 1976).

    Parameters
    ----------
    kind : OptionKind
        Kind of the option: call or put.
    spot : float
        Price of the asset now, in quote currency. [from 1e-18 to 1e+18]
    strike : float
        Exercise price, in quote currency. [from 1e-18 to 1e+18]
    years : float
        Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0]
    yield_per_year : float
        Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    jumps_per_year : float
        Expected number of jumps per year. [1/year, from 0.0 to 10000.0]
    mean_log_jump : float
        Mean of the logarithm of a jump. [from -10.0 to 10.0]
    log_jump_deviation : float
        Standard deviation of the logarithm of a jump. [1/sqrt(year), 0, or from 1e-9 to 20.0]

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
    >>> report.measure
    'risk_neutral'
    >>> report.price
    23.63195722850947
    """
    return JumpOptionReport._read(call("derivatives.merton", {"kind": kind, "spot": spot, "strike": strike, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility, "jumps_per_year": jumps_per_year, "mean_log_jump": mean_log_jump, "log_jump_deviation": log_jump_deviation}))


@operation("derivatives.kou")
def kou(
    *,
    kind: OptionKind,
    spot: float,
    strike: float,
    years: float,
    rate_per_year: float,
    yield_per_year: float,
    volatility: float,
    jumps: KouJumps | KouJumpsDict,
) -> JumpOptionReport:
    """The value and greeks of a European option on a price with exponential jumps in the logarithm (Kou 2002), down to seconds before
    expiry.

    Parameters
    ----------
    kind : OptionKind
        Kind of the option: call or put.
    spot : float
        Price of the asset now, in quote currency. [from 1e-18 to 1e+18]
    strike : float
        Exercise price, in quote currency. [from 1e-18 to 1e+18]
    years : float
        Time to expiry, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0]
    yield_per_year : float
        Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives. [1/year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    jumps : KouJumps, or a mapping of its fields
        Jumps of the price.

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
    >>> report.measure
    'risk_neutral'
    >>> report.price
    9.14731730393693
    """
    return JumpOptionReport._read(call("derivatives.kou", {"kind": kind, "spot": spot, "strike": strike, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility, "jumps": jumps}))


@operation("derivatives.kou_passage")
def kou_passage(
    *,
    spot: float,
    barrier: float,
    side: BarrierSide,
    years: float,
    drift_per_year: float,
    volatility: float,
    jumps: KouJumps | KouJumpsDict,
    overshoot: float,
    measure: Measure,
) -> KouPassageReport:
    """The probability that a price with exponential jumps reaches a level within a horizon, by a leap or not, and how far it lands
    beyond (Kou and Wang 2003).

    Parameters
    ----------
    spot : float
        Price of the asset now, in quote currency. [from 1e-18 to 1e+18]
    barrier : float
        Price level of the barrier, in quote currency. [from 1e-18 to 1e+18]
    side : BarrierSide
        Side of the price on which the barrier lies. Under continuous watch a spot at the barrier or beyond has touched it; watched on dates, it is seen there only if it still is on the first of them.
    years : float
        Horizon, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    drift_per_year : float
        Drift of the price per year, jumps included: `E[S_T] = S e^(drift T)`. Riskless rate less yield under Q, the caller's belief under P. [1/year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year; between jumps, where the model has them. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    jumps : KouJumps, or a mapping of its fields
        Jumps of the price.
    overshoot : float
        Distance beyond the barrier in the logarithm, for `beyond_probability`: 0 to 10. [from -10.0 to 10.0]
    measure : Measure
        Measure that drift and jumps are of.

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
    >>> report.measure
    'risk_neutral'
    >>> report.probability
    0.24819358169510597
    """
    return KouPassageReport._read(call("derivatives.kou_passage", {"spot": spot, "barrier": barrier, "side": side, "years": years, "drift_per_year": drift_per_year, "volatility": volatility, "jumps": jumps, "overshoot": overshoot, "measure": measure}))


@operation("derivatives.drawdown")
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
        Fall from the running maximum, as a fraction of it: above 0, below 1. [from 0.0 to 1.0]
    years : float
        Horizon, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    drift_per_year : float
        Drift of the price per year: `E[S_T] = S e^(drift T)`. [1/year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year; above 0. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    measure : Measure
        Measure that the drift is of.

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
    >>> report.measure
    'real_world'
    >>> report.probability
    0.46323460437033703
    """
    return DrawdownReport._read(call("derivatives.drawdown", {"drawdown": drawdown, "years": years, "drift_per_year": drift_per_year, "volatility": volatility, "measure": measure}))


@operation("derivatives.default_leg")
def default_leg(
    *,
    notional: float,
    loss_given_default: float,
    years: float,
    rate_per_year: float,
    hazards_per_year: ArrayLike,
    segment_ends_years: ArrayLike,
    measure: Measure,
) -> DefaultLegReport:
    """The present value of losing what stands with an exchange that may default, with a hazard rate that is constant in segments.

    Parameters
    ----------
    notional : float
        Amount that stands with the exchange, in its currency. [from 0.0 to 1e+18]
    loss_given_default : float
        Fraction of the notional that is lost in a default. [from 0.0 to 1.0]
    years : float
        Span in which the amount stands with the exchange, in years of 365 days. [years, 0, or from 1e-12 to 30.0]
    rate_per_year : float
        Riskless rate per year, continuously compounded. [1/year, from -10.0 to 10.0]
    hazards_per_year : array_like of float
        Hazard rates: defaults per year in each segment of time; the last one goes on.
    segment_ends_years : array_like of float
        Ends of all segments but the last, in years from now: rising, one fewer than the hazards.
    measure : Measure
        Measure that the hazards are of.

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
    >>> report.measure
    'risk_neutral'
    >>> report.value
    2014.4909030283457
    """
    return DefaultLegReport._read(call("derivatives.default_leg", {"notional": notional, "loss_given_default": loss_given_default, "years": years, "rate_per_year": rate_per_year, "hazards_per_year": hazards_per_year, "segment_ends_years": segment_ends_years, "measure": measure}))


# Below, because the modules of a package name each other's types.
from ._measure import Measure
