"""Operations and types of ``mining``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any, ClassVar, Literal, NotRequired, Self, TypeAlias, TypeVar, TypedDict, overload

from numpy.typing import ArrayLike

from .. import _frames
from .._documents import ColumnTable, Document, Variant, call, day, document, each, instant, listed, operation, rows, wide
from .._frames import Columns
from .._handles import Job, Progress
from .._outcome import outcome
from .._plots import WithPlot
from .._show import Rows
from ..units import OnBadRow, Outcome

__all__ = [
    "Algorithm",
    "AlgorithmDict",
    "AlgorithmLike",
    "BootstrapModel",
    "BootstrapModelDict",
    "CorrelatedModel",
    "CorrelatedModelDict",
    "DifficultyPath",
    "DifficultyPathDict",
    "DifficultyPathLike",
    "DynamicPath",
    "DynamicPathDict",
    "ForecastBatchColumns",
    "ForecastBill",
    "ForecastFan",
    "ForecastReport",
    "ForecastSimulationJob",
    "ForecastSimulationReport",
    "ForecastSteps",
    "ForecastStepsCalendarMonths",
    "ForecastStepsCalendarMonthsDict",
    "ForecastStepsDict",
    "ForecastStepsLike",
    "ForecastStepsMonths",
    "ForecastStepsMonthsDict",
    "ForecastStepsRetargets",
    "ForecastStepsRetargetsDict",
    "ForecastTable",
    "HalvingAhead",
    "MiningProject",
    "MiningProjectDict",
    "PathModel",
    "PathModelDict",
    "PathModelLike",
    "PricePath",
    "PricePathDict",
    "PricePathLike",
    "SensitivityInput",
    "Tornado",
    "Valuation",
    "forecast",
    "forecast_batch",
    "forecast_simulation",
]


def __dir__() -> list[str]:
    return __all__

_Frame = TypeVar("_Frame")  # a pandas or polars DataFrame


@document
class DifficultyPath(Variant):
    """Difficulty from step to step.

    Cases
    -----
    growth_per_step
        Relative change at every step, as a fraction: 0.01 for +1 %. -0.75 to 3, the limits of a retarget.
    following
        Difficulty of each step after the first.
    """

    tag: Literal["growth_per_step", "following"]
    content: float | tuple[float, ...] | None = None
    _route = "mining.power_curtailment_analysis:algorithm.dynamic.difficulty"

    @classmethod
    def growth_per_step(cls, content: float) -> Self:
        """Relative change at every step, as a fraction: 0.01 for +1 %. -0.75 to 3, the limits of a retarget."""
        return cls._made("growth_per_step", content)

    @classmethod
    def following(cls, content: ArrayLike) -> Self:
        """Difficulty of each step after the first."""
        return cls._made("following", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "following":
            return listed(content)
        return content


class DifficultyPathDict(TypedDict, total=False):
    """``DifficultyPath`` as a mapping: one of the keys, with its content."""

    growth_per_step: float
    following: ArrayLike


DifficultyPathLike: TypeAlias = "DifficultyPath | DifficultyPathDict"
"""What is taken for a ``DifficultyPath``."""


@document
class PricePath(Variant):
    """Bitcoin price from step to step.

    Cases
    -----
    growth_per_step
        Relative change at every step, as a fraction: 0.01 for +1 %. Above -1, at most 10.
    following
        Price of each step after the first, in USD.
    """

    tag: Literal["growth_per_step", "following"]
    content: float | tuple[float, ...] | None = None
    _route = "mining.power_curtailment_analysis:algorithm.dynamic.btc_price"

    @classmethod
    def growth_per_step(cls, content: float) -> Self:
        """Relative change at every step, as a fraction: 0.01 for +1 %. Above -1, at most 10."""
        return cls._made("growth_per_step", content)

    @classmethod
    def following(cls, content: ArrayLike) -> Self:
        """Price of each step after the first, in USD."""
        return cls._made("following", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "following":
            return listed(content)
        return content


class PricePathDict(TypedDict, total=False):
    """``PricePath`` as a mapping: one of the keys, with its content."""

    growth_per_step: float
    following: ArrayLike


PricePathLike: TypeAlias = "PricePath | PricePathDict"
"""What is taken for a ``PricePath``."""


@document
class DynamicPath(Document):
    """The paths of `Algorithm::Dynamic`. A step is a retarget period, or a month where steps are months.

    Attributes
    ----------
    difficulty : DifficultyPath
        Difficulty after the first step.
    btc_price : PricePath
        Bitcoin price after the first step.
    fees_per_block_sat : tuple[float, ...], optional
        Mean transaction fees per block, in satoshis, of each step after the first. Absent: as at the start.
    hashrate_decay_per_month : float, optional
        Fraction of its hashrate that a machine loses each month (12 are 365 days). Absent: 0. [from 0.0 to 1.0]
    """

    difficulty: DifficultyPath
    btc_price: PricePath
    fees_per_block_sat: tuple[float, ...] | None = None
    hashrate_decay_per_month: float | None = None
    _route = "mining.power_curtailment_analysis:algorithm.dynamic"

    def __init__(
        self,
        difficulty: DifficultyPathLike,
        btc_price: PricePathLike,
        fees_per_block_sat: ArrayLike | None = None,
        hashrate_decay_per_month: float | None = None,
    ) -> None:
        self._fill({"difficulty": difficulty, "btc_price": btc_price, "fees_per_block_sat": fees_per_block_sat, "hashrate_decay_per_month": hashrate_decay_per_month})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["difficulty"] = DifficultyPath._read(document["difficulty"])
        document["btc_price"] = PricePath._read(document["btc_price"])
        if document.get("fees_per_block_sat") is not None:
            document["fees_per_block_sat"] = listed(document["fees_per_block_sat"])

    def _wire(self) -> dict[str, Any]:
        return {
            "difficulty": self.difficulty,
            "btc_price": self.btc_price,
            "fees_per_block_sat": self.fees_per_block_sat,
            "hashrate_decay_per_month": self.hashrate_decay_per_month,
        }


class DynamicPathDict(TypedDict):
    """``DynamicPath`` as a mapping."""

    difficulty: DifficultyPathLike
    btc_price: PricePathLike
    fees_per_block_sat: NotRequired[ArrayLike | None]
    hashrate_decay_per_month: NotRequired[float | None]


@document
class Algorithm(Variant):
    """Course of difficulty, price and fees.

    Cases
    -----
    static
        Difficulty, price, fees, subsidy and hashrate stay as at the start.
    dynamic
        Difficulty, price and fees follow a path, the subsidy follows the height, hashrate decays.
    """

    tag: Literal["static", "dynamic"]
    content: DynamicPath | None = None
    _route = "mining.power_curtailment_analysis:algorithm"

    @classmethod
    def static(cls) -> Self:
        """Difficulty, price, fees, subsidy and hashrate stay as at the start."""
        return cls._made("static")

    @classmethod
    def dynamic(cls, content: DynamicPath | DynamicPathDict) -> Self:
        """Difficulty, price and fees follow a path, the subsidy follows the height, hashrate decays."""
        return cls._made("dynamic", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "dynamic":
            return DynamicPath._read(content)
        return content


class AlgorithmDict(TypedDict, total=False):
    """``Algorithm`` as a mapping: one of the keys, with its content."""

    dynamic: DynamicPath | DynamicPathDict


AlgorithmLike: TypeAlias = "Algorithm | AlgorithmDict | Literal['static']"
"""What is taken for a ``Algorithm``."""


@document
class MiningProject(Document):
    """A purchase of machines, how they are run, and the network and market on the day they start.

    Attributes
    ----------
    hashrate_ths : float
        Hashrate while running, in TH/s. [TH/s, from 0.0 to 1e+24]
    power_w : float
        Power drawn while running, in watts. [W, from 0.0 to 1000000000000000.0]
    machine_price_usd : float
        Price of all machines, in USD, paid at the start. [USD, from 0.0 to 1000000000000000.0]
    resale_usd : float, optional
        Price at which the machines are sold at the end, in USD. Absent: 0. [USD, from 0.0 to 1000000000000000.0]
    start_ms : datetime.datetime
        Start of the project, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    height : int
        Height of the next block of mainnet at the start. [blocks, from 0 to 4294967295]
    difficulty : float
        Difficulty at the start. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    btc_price_usd : float
        Price of one bitcoin at the start, in USD. [USD, from 0.0 to 1000000000000.0]
    fees_per_block_sat : float
        Mean transaction fees per block at the start, in satoshis. [sat, from 0.0 to 2100000000000000.0]
    pool_fee : float
        Fraction of the reward that the pool keeps; below 1. [from 0.0 to 1.0]
    power_price_usd_per_kwh : float
        Power price in USD/kWh; may be negative. [USD/kWh, from -1000.0 to 1000.0]
    hosting_fee_usd_per_kwh : float, optional
        Hosting fee on top of the power price, in USD/kWh. Absent: there is no host. [USD/kWh, from -1000.0 to 1000.0]
    maintenance_usd_per_day : float, optional
        Upkeep in USD per day, running or not. Absent: 0. [USD, from 0.0 to 1000000000000000.0]
    uptime : float, optional
        Fraction of the time in which machines that are switched on run. Absent: all of it. [from 0.0 to 1.0]
    co2_kg_per_kwh : float, optional
        Carbon dioxide of the energy, in kg/kWh. Absent: emissions are not computed. [from 0.0 to 1000000000000.0]
    """

    hashrate_ths: float
    power_w: float
    machine_price_usd: float
    start_ms: datetime.datetime
    height: int
    difficulty: float
    btc_price_usd: float
    fees_per_block_sat: float
    pool_fee: float
    power_price_usd_per_kwh: float
    resale_usd: float | None = None
    hosting_fee_usd_per_kwh: float | None = None
    maintenance_usd_per_day: float | None = None
    uptime: float | None = None
    co2_kg_per_kwh: float | None = None
    _route = "mining.forecast:project"

    def __init__(
        self,
        hashrate_ths: float,
        power_w: float,
        machine_price_usd: float,
        start_ms: datetime.datetime | int | str,
        height: int,
        difficulty: float,
        btc_price_usd: float,
        fees_per_block_sat: float,
        pool_fee: float,
        power_price_usd_per_kwh: float,
        resale_usd: float | None = None,
        hosting_fee_usd_per_kwh: float | None = None,
        maintenance_usd_per_day: float | None = None,
        uptime: float | None = None,
        co2_kg_per_kwh: float | None = None,
    ) -> None:
        self._fill({"hashrate_ths": hashrate_ths, "power_w": power_w, "machine_price_usd": machine_price_usd, "resale_usd": resale_usd, "start_ms": start_ms, "height": height, "difficulty": difficulty, "btc_price_usd": btc_price_usd, "fees_per_block_sat": fees_per_block_sat, "pool_fee": pool_fee, "power_price_usd_per_kwh": power_price_usd_per_kwh, "hosting_fee_usd_per_kwh": hosting_fee_usd_per_kwh, "maintenance_usd_per_day": maintenance_usd_per_day, "uptime": uptime, "co2_kg_per_kwh": co2_kg_per_kwh})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["start_ms"] = instant(document["start_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "hashrate_ths": self.hashrate_ths,
            "power_w": self.power_w,
            "machine_price_usd": self.machine_price_usd,
            "resale_usd": self.resale_usd,
            "start_ms": self.start_ms,
            "height": self.height,
            "difficulty": self.difficulty,
            "btc_price_usd": self.btc_price_usd,
            "fees_per_block_sat": self.fees_per_block_sat,
            "pool_fee": self.pool_fee,
            "power_price_usd_per_kwh": self.power_price_usd_per_kwh,
            "hosting_fee_usd_per_kwh": self.hosting_fee_usd_per_kwh,
            "maintenance_usd_per_day": self.maintenance_usd_per_day,
            "uptime": self.uptime,
            "co2_kg_per_kwh": self.co2_kg_per_kwh,
        }


class MiningProjectDict(TypedDict):
    """``MiningProject`` as a mapping."""

    hashrate_ths: float
    power_w: float
    machine_price_usd: float
    resale_usd: NotRequired[float | None]
    start_ms: datetime.datetime | int | str
    height: int
    difficulty: float
    btc_price_usd: float
    fees_per_block_sat: float
    pool_fee: float
    power_price_usd_per_kwh: float
    hosting_fee_usd_per_kwh: NotRequired[float | None]
    maintenance_usd_per_day: NotRequired[float | None]
    uptime: NotRequired[float | None]
    co2_kg_per_kwh: NotRequired[float | None]


@document
class ForecastStepsRetargets(Document):
    """Steps at retargets and halvings, with their real lengths.

    Attributes
    ----------
    days : float
        Duration of the project in days, at most 36,525. [d, above 0.0 to 1000000.0]
    """

    days: float
    _route = "mining.forecast:steps.retargets"

    def __init__(
        self,
        days: float,
    ) -> None:
        self._fill({"days": days})

    def _wire(self) -> dict[str, Any]:
        return {
            "days": self.days,
        }


class ForecastStepsRetargetsDict(TypedDict):
    """``ForecastStepsRetargets`` as a mapping."""

    days: float


@document
class ForecastStepsMonths(Document):
    """Months of a fixed length, twelve to the year; heights follow at 144 blocks a day.

    Attributes
    ----------
    count : int
        Number of months, 1 to 1200. [from 0]
    days_each : float
        Length of each month in days, 28 to 31: 30.4375 for a twelfth of 365.25 days. [d, above 0.0 to 1000000.0]
    """

    count: int
    days_each: float
    _route = "mining.forecast:steps.months"

    def __init__(
        self,
        count: int,
        days_each: float,
    ) -> None:
        self._fill({"count": count, "days_each": days_each})

    def _wire(self) -> dict[str, Any]:
        return {
            "count": self.count,
            "days_each": self.days_each,
        }


class ForecastStepsMonthsDict(TypedDict):
    """``ForecastStepsMonths`` as a mapping."""

    count: int
    days_each: float


@document
class ForecastStepsCalendarMonths(Document):
    """Calendar months of a wall clock, the first one from the start of the project to its end; heights follow at 144
    blocks a day.

    Attributes
    ----------
    count : int
        Number of months that are touched, 1 to 1200. [from 0]
    clock : Clock, optional
        Wall clock whose midnights begin the months. Absent: UTC.
    """

    count: int
    clock: Clock | None = None
    _route = "mining.forecast:steps.calendar_months"

    def __init__(
        self,
        count: int,
        clock: Clock | ClockDict | None = None,
    ) -> None:
        self._fill({"count": count, "clock": clock})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("clock") is not None:
            document["clock"] = Clock._read(document["clock"])

    def _wire(self) -> dict[str, Any]:
        return {
            "count": self.count,
            "clock": self.clock,
        }


class ForecastStepsCalendarMonthsDict(TypedDict):
    """``ForecastStepsCalendarMonths`` as a mapping."""

    count: int
    clock: NotRequired[Clock | ClockDict | None]


@document
class ForecastSteps(Variant):
    """How the life of a project is cut into steps.

    Cases
    -----
    retargets
        Steps at retargets and halvings, with their real lengths.
    months
        Months of a fixed length, twelve to the year; heights follow at 144 blocks a day.
    calendar_months
        Calendar months of a wall clock, the first one from the start of the project to its end; heights follow at 144 blocks a day.
    """

    tag: Literal["retargets", "months", "calendar_months"]
    content: ForecastStepsRetargets | ForecastStepsMonths | ForecastStepsCalendarMonths | None = None
    _route = "mining.forecast:steps"

    @classmethod
    def retargets(cls, content: ForecastStepsRetargets | ForecastStepsRetargetsDict) -> Self:
        """Steps at retargets and halvings, with their real lengths."""
        return cls._made("retargets", content)

    @classmethod
    def months(cls, content: ForecastStepsMonths | ForecastStepsMonthsDict) -> Self:
        """Months of a fixed length, twelve to the year; heights follow at 144 blocks a day."""
        return cls._made("months", content)

    @classmethod
    def calendar_months(cls, content: ForecastStepsCalendarMonths | ForecastStepsCalendarMonthsDict) -> Self:
        """Calendar months of a wall clock, the first one from the start of the project to its end; heights follow at 144 blocks a day."""
        return cls._made("calendar_months", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "retargets":
            return ForecastStepsRetargets._read(content)
        if tag == "months":
            return ForecastStepsMonths._read(content)
        if tag == "calendar_months":
            return ForecastStepsCalendarMonths._read(content)
        return content


class ForecastStepsDict(TypedDict, total=False):
    """``ForecastSteps`` as a mapping: one of the keys, with its content."""

    retargets: ForecastStepsRetargets | ForecastStepsRetargetsDict
    months: ForecastStepsMonths | ForecastStepsMonthsDict
    calendar_months: ForecastStepsCalendarMonths | ForecastStepsCalendarMonthsDict


ForecastStepsLike: TypeAlias = "ForecastSteps | ForecastStepsDict"
"""What is taken for a ``ForecastSteps``."""


@document
class ForecastTable(ColumnTable):
    """Columns of a forecast, one row per step: money, coins, blocks and days are sums over the stretches of a month between
    its halvings and retargets.

    Attributes
    ----------
    start_ms : tuple[datetime.datetime, ...]
        Beginning of the step, in Unix milliseconds.
    days : tuple[float, ...]
        Length of the step in days.
    height : tuple[int, ...]
        Height of the first block of the step.
    blocks : tuple[float, ...]
        Blocks of the network in the step; whole between retargets, but in the last step.
    difficulty : tuple[float, ...]
        Difficulty of the network.
    btc_price_usd : tuple[float, ...]
        Price of one bitcoin, in USD.
    subsidy_sat : tuple[int, ...]
        Subsidy of the first block of the step, in satoshis.
    hashrate_ths : tuple[float, ...]
        Mean hashrate of the machines while running, in TH/s.
    days_off : tuple[float, ...]
        Days of the step on which the machines are switched off, because revenue does not cover what running costs.
    btc : tuple[float, ...]
        BTC received after the pool's fee; 0 while switched off.
    always_on_btc : tuple[float, ...]
        BTC received where the machines never switch off.
    revenue_usd : tuple[float, ...]
        Revenue after the pool's fee, in USD: the value of `btc`.
    power_cost_usd : tuple[float, ...]
        Cost of power, in USD; 0 while switched off, but for what a tariff charges all the same. A tariff's charges for a month are told in the step in which the month ends.
    hosting_usd : tuple[float, ...]
        Cost of hosting, in USD; 0 while switched off.
    maintenance_usd : tuple[float, ...]
        Upkeep, in USD.
    net_usd : tuple[float, ...]
        Revenue less power, hosting and maintenance, in USD.
    always_on_net_usd : tuple[float, ...]
        Net income where the machines never switch off, in USD.
    cumulative_usd : tuple[float, ...]
        Sum of `net_usd` up to and with the step, less the price of the machines, in USD.
    """

    start_ms: tuple[datetime.datetime, ...]
    days: tuple[float, ...]
    height: tuple[int, ...]
    blocks: tuple[float, ...]
    difficulty: tuple[float, ...]
    btc_price_usd: tuple[float, ...]
    subsidy_sat: tuple[int, ...]
    hashrate_ths: tuple[float, ...]
    days_off: tuple[float, ...]
    btc: tuple[float, ...]
    always_on_btc: tuple[float, ...]
    revenue_usd: tuple[float, ...]
    power_cost_usd: tuple[float, ...]
    hosting_usd: tuple[float, ...]
    maintenance_usd: tuple[float, ...]
    net_usd: tuple[float, ...]
    always_on_net_usd: tuple[float, ...]
    cumulative_usd: tuple[float, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["start_ms"] = each(instant, document["start_ms"])
        document["days"] = listed(document["days"])
        document["height"] = listed(document["height"])
        document["blocks"] = listed(document["blocks"])
        document["difficulty"] = listed(document["difficulty"])
        document["btc_price_usd"] = listed(document["btc_price_usd"])
        document["subsidy_sat"] = listed(document["subsidy_sat"])
        document["hashrate_ths"] = listed(document["hashrate_ths"])
        document["days_off"] = listed(document["days_off"])
        document["btc"] = listed(document["btc"])
        document["always_on_btc"] = listed(document["always_on_btc"])
        document["revenue_usd"] = listed(document["revenue_usd"])
        document["power_cost_usd"] = listed(document["power_cost_usd"])
        document["hosting_usd"] = listed(document["hosting_usd"])
        document["maintenance_usd"] = listed(document["maintenance_usd"])
        document["net_usd"] = listed(document["net_usd"])
        document["always_on_net_usd"] = listed(document["always_on_net_usd"])
        document["cumulative_usd"] = listed(document["cumulative_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "start_ms": self.start_ms,
            "days": self.days,
            "height": self.height,
            "blocks": self.blocks,
            "difficulty": self.difficulty,
            "btc_price_usd": self.btc_price_usd,
            "subsidy_sat": self.subsidy_sat,
            "hashrate_ths": self.hashrate_ths,
            "days_off": self.days_off,
            "btc": self.btc,
            "always_on_btc": self.always_on_btc,
            "revenue_usd": self.revenue_usd,
            "power_cost_usd": self.power_cost_usd,
            "hosting_usd": self.hosting_usd,
            "maintenance_usd": self.maintenance_usd,
            "net_usd": self.net_usd,
            "always_on_net_usd": self.always_on_net_usd,
            "cumulative_usd": self.cumulative_usd,
        }


@document
class Valuation(Document):
    """Value of the net income of a project.

    Attributes
    ----------
    net_usd : float
        Sum of the net income of all steps, in USD; without purchase and resale.
    net_present_value_usd : float
        Net present value at the demanded rate, purchase and resale included, in USD.
    internal_rate_per_year : InternalRate
        Rate of return per year at which the net present value is 0.
    payback_days : Outcome
        Days until net income has paid for the machines, linear between retargets and halvings; `never` within the horizon. Resale does not count.
    discounted_payback_days : Outcome
        Days until net income, discounted at the demanded rate, has paid for the machines.
    price_ceiling_usd : float
        Price of all machines at which the net present value is 0, in USD; negative where even as a gift they lose money.
    price_ceiling_usd_per_ths : Outcome
        Price of the machines at which the net present value is 0, in USD per TH/s of the hashrate at the start.
    """

    net_usd: float
    net_present_value_usd: float
    internal_rate_per_year: InternalRate
    payback_days: Outcome
    discounted_payback_days: Outcome
    price_ceiling_usd: float
    price_ceiling_usd_per_ths: Outcome

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["internal_rate_per_year"] = InternalRate._read(document["internal_rate_per_year"])
        document["payback_days"] = outcome(document["payback_days"])
        document["discounted_payback_days"] = outcome(document["discounted_payback_days"])
        document["price_ceiling_usd_per_ths"] = outcome(document["price_ceiling_usd_per_ths"])

    def _wire(self) -> dict[str, Any]:
        return {
            "net_usd": self.net_usd,
            "net_present_value_usd": self.net_present_value_usd,
            "internal_rate_per_year": self.internal_rate_per_year,
            "payback_days": self.payback_days,
            "discounted_payback_days": self.discounted_payback_days,
            "price_ceiling_usd": self.price_ceiling_usd,
            "price_ceiling_usd_per_ths": self.price_ceiling_usd_per_ths,
        }


@document
class HalvingAhead(Document):
    """A halving within the horizon.

    Attributes
    ----------
    height : int
        Height of the first block of the new era. [blocks, from 0 to 4294967295]
    time_ms : datetime.datetime
        Expected time of that block, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    """

    height: int
    time_ms: datetime.datetime

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "height": self.height,
            "time_ms": self.time_ms,
        }


@document
class ForecastBill(Document):
    """Power of a forecast under its tariff.

    Attributes
    ----------
    bill : Bill
        Bill of the tariff for the hours in which the machines run.
    always_on_bill : Bill
        Bill of the tariff where the machines never switch off.
    optimality_gap_usd : float
        Greatest sum of net income that other hours of running could add, in USD, before discounting; 0 where these hours are proven to be the best.
    """

    bill: Bill
    always_on_bill: Bill
    optimality_gap_usd: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["bill"] = Bill._read(document["bill"])
        document["always_on_bill"] = Bill._read(document["always_on_bill"])

    def _wire(self) -> dict[str, Any]:
        return {
            "bill": self.bill,
            "always_on_bill": self.always_on_bill,
            "optimality_gap_usd": self.optimality_gap_usd,
        }


@document
class ForecastReport(WithPlot, Document):
    """Result of `forecast`.

    Attributes
    ----------
    table : ForecastTable
        Steps of the forecast.
    with_switch_off : Valuation
        Value with the option to switch off: of `net_usd` of the table.
    always_on : Valuation
        Value without the option to switch off: of `always_on_net_usd` of the table.
    switch_off_value_usd : float
        Value of the option to switch off, in USD: the difference of both net present values.
    days_off : float
        Days on which the machines are switched off.
    btc : float
        BTC received.
    energy_kwh : float
        Energy used, in kWh.
    co2_kg : Outcome
        Carbon dioxide of that energy, in kg; undefined where the figure per kWh was not given.
    halvings : Rows[HalvingAhead]
        Halvings within the horizon, all of them; the static algorithm keeps the first subsidy all the same.
    billed : ForecastBill, optional
        Bills of the tariff; absent where none was given.
    depreciation : DepreciationReport, optional
        Depreciation of the machines by year; absent where no method was given.
    """

    table: ForecastTable
    with_switch_off: Valuation
    always_on: Valuation
    switch_off_value_usd: float
    days_off: float
    btc: float
    energy_kwh: float
    co2_kg: Outcome
    halvings: Rows[HalvingAhead]
    billed: ForecastBill | None = None
    depreciation: DepreciationReport | None = None
    _plotted = "forecast"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["table"] = ForecastTable._read(document["table"])
        document["with_switch_off"] = Valuation._read(document["with_switch_off"])
        document["always_on"] = Valuation._read(document["always_on"])
        document["co2_kg"] = outcome(document["co2_kg"])
        document["halvings"] = rows(HalvingAhead._read, document["halvings"])
        if document.get("billed") is not None:
            document["billed"] = ForecastBill._read(document["billed"])
        if document.get("depreciation") is not None:
            document["depreciation"] = DepreciationReport._read(document["depreciation"])

    def _wire(self) -> dict[str, Any]:
        return {
            "table": self.table,
            "with_switch_off": self.with_switch_off,
            "always_on": self.always_on,
            "switch_off_value_usd": self.switch_off_value_usd,
            "days_off": self.days_off,
            "btc": self.btc,
            "energy_kwh": self.energy_kwh,
            "co2_kg": self.co2_kg,
            "halvings": self.halvings,
            "billed": self.billed,
            "depreciation": self.depreciation,
        }


@document
class CorrelatedModel(Document):
    """Normal moves of the logarithms per retarget period.

    Attributes
    ----------
    price_drift : float
        Mean move of the price's logarithm per retarget period, -1.4 to 1.4.
    price_volatility : float
        Standard deviation of the price's logarithmic move per retarget period, 0 to 1.4.
    difficulty_drift : float
        Mean move of the difficulty's logarithm per retarget period, -1.4 to 1.4.
    difficulty_volatility : float
        Standard deviation of the difficulty's logarithmic move per retarget period, 0 to 1.4; mainnet's of recent years is 0.046.
    correlation_by_lag : tuple[float, ...]
        Correlation of the difficulty's move with the price's of the same period, of one period before, and so on: at most 52 figures, whose squares add up to at most 1.
    """

    price_drift: float
    price_volatility: float
    difficulty_drift: float
    difficulty_volatility: float
    correlation_by_lag: tuple[float, ...]
    _route = "mining.forecast_simulation:model.correlated"

    def __init__(
        self,
        price_drift: float,
        price_volatility: float,
        difficulty_drift: float,
        difficulty_volatility: float,
        correlation_by_lag: ArrayLike,
    ) -> None:
        self._fill({"price_drift": price_drift, "price_volatility": price_volatility, "difficulty_drift": difficulty_drift, "difficulty_volatility": difficulty_volatility, "correlation_by_lag": correlation_by_lag})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["correlation_by_lag"] = listed(document["correlation_by_lag"])

    def _wire(self) -> dict[str, Any]:
        return {
            "price_drift": self.price_drift,
            "price_volatility": self.price_volatility,
            "difficulty_drift": self.difficulty_drift,
            "difficulty_volatility": self.difficulty_volatility,
            "correlation_by_lag": self.correlation_by_lag,
        }


class CorrelatedModelDict(TypedDict):
    """``CorrelatedModel`` as a mapping."""

    price_drift: float
    price_volatility: float
    difficulty_drift: float
    difficulty_volatility: float
    correlation_by_lag: ArrayLike


@document
class BootstrapModel(Document):
    """Moves of the past, one pair per retarget period.

    Attributes
    ----------
    log_price_moves : tuple[float, ...]
        Moves of the price's logarithm, one per retarget period, -10 to 10.
    log_difficulty_moves : tuple[float, ...]
        Moves of the difficulty's logarithm at the end of the same periods, -10 to 10.
    block_periods : int
        Number of consecutive periods that are drawn together, 1 or more. [from 0]
    """

    log_price_moves: tuple[float, ...]
    log_difficulty_moves: tuple[float, ...]
    block_periods: int
    _route = "mining.forecast_simulation:model.bootstrap"

    def __init__(
        self,
        log_price_moves: ArrayLike,
        log_difficulty_moves: ArrayLike,
        block_periods: int,
    ) -> None:
        self._fill({"log_price_moves": log_price_moves, "log_difficulty_moves": log_difficulty_moves, "block_periods": block_periods})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["log_price_moves"] = listed(document["log_price_moves"])
        document["log_difficulty_moves"] = listed(document["log_difficulty_moves"])

    def _wire(self) -> dict[str, Any]:
        return {
            "log_price_moves": self.log_price_moves,
            "log_difficulty_moves": self.log_difficulty_moves,
            "block_periods": self.block_periods,
        }


class BootstrapModelDict(TypedDict):
    """``BootstrapModel`` as a mapping."""

    log_price_moves: ArrayLike
    log_difficulty_moves: ArrayLike
    block_periods: int


@document
class PathModel(Variant):
    """How price and difficulty move.

    Cases
    -----
    correlated
        Normal moves, those of the difficulty correlated with earlier ones of the price.
    bootstrap
        Moves of the past in blocks.
    """

    tag: Literal["correlated", "bootstrap"]
    content: CorrelatedModel | BootstrapModel | None = None
    _route = "mining.forecast_simulation:model"

    @classmethod
    def correlated(cls, content: CorrelatedModel | CorrelatedModelDict) -> Self:
        """Normal moves, those of the difficulty correlated with earlier ones of the price."""
        return cls._made("correlated", content)

    @classmethod
    def bootstrap(cls, content: BootstrapModel | BootstrapModelDict) -> Self:
        """Moves of the past in blocks."""
        return cls._made("bootstrap", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "correlated":
            return CorrelatedModel._read(content)
        if tag == "bootstrap":
            return BootstrapModel._read(content)
        return content


class PathModelDict(TypedDict, total=False):
    """``PathModel`` as a mapping: one of the keys, with its content."""

    correlated: CorrelatedModel | CorrelatedModelDict
    bootstrap: BootstrapModel | BootstrapModelDict


PathModelLike: TypeAlias = "PathModel | PathModelDict"
"""What is taken for a ``PathModel``."""


@document
class ForecastFan(ColumnTable):
    """Quantiles of the paths over time, one row per time and level.

    Attributes
    ----------
    retargets : tuple[int, ...]
        Number of retarget periods from the start on, the running one included.
    quantile : tuple[float, ...]
        Level of the quantiles of the row.
    btc_price_usd : tuple[float, ...]
        Price of one bitcoin that this part of the paths does not exceed, in USD.
    difficulty : tuple[float, ...]
        Difficulty that this part of the paths does not exceed.
    cumulative_usd : tuple[float, ...]
        Net income so far less the price of the machines, in USD, that this part of the paths does not exceed; neither discounted nor with the resale.
    """

    retargets: tuple[int, ...]
    quantile: tuple[float, ...]
    btc_price_usd: tuple[float, ...]
    difficulty: tuple[float, ...]
    cumulative_usd: tuple[float, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["retargets"] = listed(document["retargets"])
        document["quantile"] = listed(document["quantile"])
        document["btc_price_usd"] = listed(document["btc_price_usd"])
        document["difficulty"] = listed(document["difficulty"])
        document["cumulative_usd"] = listed(document["cumulative_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "retargets": self.retargets,
            "quantile": self.quantile,
            "btc_price_usd": self.btc_price_usd,
            "difficulty": self.difficulty,
            "cumulative_usd": self.cumulative_usd,
        }


SensitivityInput: TypeAlias = Literal["btc_price", "difficulty", "fees", "hashrate", "power", "power_price", "machine_price"]
"""Input that a tornado moves.

Cases
-----
btc_price
    Price of one bitcoin at the start.
difficulty
    Difficulty at the start.
fees
    Mean transaction fees per block.
hashrate
    Hashrate of the machines.
power
    Power of the machines.
power_price
    Price of power, without the hosting fee.
machine_price
    Price of the machines.
"""


@document
class Tornado(ColumnTable):
    """Which input moves the mean net present value most: one row per input, the widest first.

    Attributes
    ----------
    input : tuple[SensitivityInput, ...]
        Input that is moved.
    lower_usd : tuple[float, ...]
        Mean net present value where the input is lower by the part that was asked for, in USD.
    higher_usd : tuple[float, ...]
        Mean net present value where the input is higher by that part, in USD.
    """

    input: tuple[SensitivityInput, ...]
    lower_usd: tuple[float, ...]
    higher_usd: tuple[float, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["input"] = listed(document["input"])
        document["lower_usd"] = listed(document["lower_usd"])
        document["higher_usd"] = listed(document["higher_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "input": self.input,
            "lower_usd": self.lower_usd,
            "higher_usd": self.higher_usd,
        }


@document
class ForecastSimulationReport(WithPlot, Document):
    """Result of `ForecastSimulation`. All figures are of the simulated paths.

    Attributes
    ----------
    paths : int
        Number of simulated paths. [from 0]
    mean_usd : float
        Mean net present value, in USD.
    standard_deviation_usd : float
        Standard deviation of the net present value over the paths, in USD (divisor: paths - 1).
    standard_error_usd : float
        Standard error of the mean, in USD: standard deviation over the root of the number of paths.
    always_on_mean_usd : float
        Mean net present value of machines that never switch off, in USD.
    switch_off_value_usd : float
        Mean value of the option to switch off, in USD.
    probability_of_payback : float
        Fraction of the paths on which net income pays for the machines within the horizon.
    probability_of_gain : float
        Fraction of the paths with a net present value above 0.
    quantiles : tuple[float, ...]
        Levels of the quantiles of `net_present_value_usd` and `payback_days`, as asked.
    net_present_value_usd : tuple[float, ...]
        Quantiles of the net present value, in USD, in the order of `quantiles` (linear between paths).
    expected_shortfall_usd : tuple[float, ...]
        Means of the worst of the paths, each part as large as those of `quantiles`: of their net present value, in USD (the expected shortfall as a value).
    payback_days : tuple[Outcome, ...]
        Quantiles of the days until net income has paid for the machines, of all paths, in the order of `quantiles`; `never` where fewer paths pay.
    fan : ForecastFan, optional
        Quantiles of price, difficulty and income over time; absent where `fan_retargets` names no time.
    tornado : Tornado, optional
        Mean net present value where one input is lower or higher; absent without `sensitivity`.
    """

    paths: int
    mean_usd: float
    standard_deviation_usd: float
    standard_error_usd: float
    always_on_mean_usd: float
    switch_off_value_usd: float
    probability_of_payback: float
    probability_of_gain: float
    quantiles: tuple[float, ...]
    net_present_value_usd: tuple[float, ...]
    expected_shortfall_usd: tuple[float, ...]
    payback_days: tuple[Outcome, ...]
    fan: ForecastFan | None = None
    tornado: Tornado | None = None
    _plotted = "forecast_simulation"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["quantiles"] = listed(document["quantiles"])
        document["net_present_value_usd"] = listed(document["net_present_value_usd"])
        document["expected_shortfall_usd"] = listed(document["expected_shortfall_usd"])
        document["payback_days"] = each(outcome, document["payback_days"])
        if document.get("fan") is not None:
            document["fan"] = ForecastFan._read(document["fan"])
        if document.get("tornado") is not None:
            document["tornado"] = Tornado._read(document["tornado"])

    def _wire(self) -> dict[str, Any]:
        return {
            "paths": self.paths,
            "mean_usd": self.mean_usd,
            "standard_deviation_usd": self.standard_deviation_usd,
            "standard_error_usd": self.standard_error_usd,
            "always_on_mean_usd": self.always_on_mean_usd,
            "switch_off_value_usd": self.switch_off_value_usd,
            "probability_of_payback": self.probability_of_payback,
            "probability_of_gain": self.probability_of_gain,
            "quantiles": self.quantiles,
            "net_present_value_usd": self.net_present_value_usd,
            "expected_shortfall_usd": self.expected_shortfall_usd,
            "payback_days": self.payback_days,
            "fan": self.fan,
            "tornado": self.tornado,
        }


@operation("mining.forecast")
def forecast(
    *,
    project: MiningProject | MiningProjectDict,
    algorithm: AlgorithmLike,
    steps: ForecastStepsLike,
    discount_rate_per_year: float,
    tariff: Tariff | TariffDict | None = None,
    depreciation: DepreciationMethodLike | None = None,
) -> ForecastReport:
    """Income of a purchase of machines, step by step, with the option to switch off and without it: cash flow, net
    present value, rate of return, payback, depreciation and carbon dioxide.

    Static: the world stays as it is. Dynamic: one step per retarget with its real length, the halving by height,
    paths of difficulty, price and fees, decay of hashrate.

    Parameters
    ----------
    project : MiningProject, or a mapping of its fields
        Machines, how they are run, and the world at the start.
    algorithm : Algorithm, or its word or mapping
        Course of difficulty, price and fees: as at the start, or along a path.
    steps : ForecastSteps, or its word or mapping
        Duration of the project, and its steps.
    discount_rate_per_year : float
        Demanded rate of return per year, as a fraction: 0.1 for 10 %. From -0.5 to 1. [1/year, from -0.99 to 10.0]
    tariff : Tariff, or a mapping of its fields, optional
        Tariff that is billed besides `power_price_usd_per_kwh`, which is then what else a kWh costs: 0 where the tariff holds all. The machines run in the settlement intervals in which that pays under the whole bill; at most 20 years. Absent: the power price is all.
    depreciation : DepreciationMethod, or its word or mapping, optional
        Method by which the machines are written off. Absent: no depreciation is computed.

    Returns
    -------
    ForecastReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.forecast(project={"hashrate_ths": 270, "power_w": 3645, "machine_price_usd": 3335, "resale_usd": 300, "start_ms": 1781913600000, "height": 1020000, "difficulty": 130000000000000, "btc_price_usd": 90000, "fees_per_block_sat": 4000000, "pool_fee": 0.02, "power_price_usd_per_kwh": 0.05, "maintenance_usd_per_day": 0.1, "uptime": 0.97, "co2_kg_per_kwh": 0.4}, algorithm={"dynamic": {"difficulty": {"growth_per_step": 0.01}, "btc_price": {"growth_per_step": 0.002}, "hashrate_decay_per_month": 0.003}}, steps={"retargets": {"days": 730}}, discount_rate_per_year=0.1, depreciation={"straight_line": {"years": 4, "salvage_usd": 300}})
    >>> report.switch_off_value_usd
    94.49602030628921
    >>> report.days_off
    285.5551187873123
    """
    return ForecastReport._read(call("mining.forecast", {"project": project, "algorithm": algorithm, "steps": steps, "discount_rate_per_year": discount_rate_per_year, "tariff": tariff, "depreciation": depreciation}))


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class ForecastBatchColumns(Columns):
    """Columns of ``forecast_batch``, of the kind that came in.

    Attributes
    ----------
    net_present_value_usd : float64
        Net present value with the option to switch off, purchase and resale included, in USD.
    always_on_net_present_value_usd : float64
        Net present value where the machines never switch off, in USD.
    net_usd : float64
        Sum of the net income of all steps, in USD; without purchase and resale.
    btc : float64
        BTC received.
    energy_kwh : float64
        Energy used, in kWh.
    days_off : float64
        Days on which the machines are switched off.
    price_ceiling_usd : float64
        Price of all machines at which the net present value is 0, in USD.
    payback_days : float64
        Days until net income has paid for the machines; NaN where it never does.
    payback_status : words (ok, never, unbounded, every, undefined, refused)
        State of the payback: `never` within the horizon.
    internal_rate_per_year : float64
        Rate of return per year; NaN where there is none or more than one.
    internal_rate_status : words (ok, never, unbounded, every, undefined, refused)
        State of the rate of return: `undefined` where there is none or more than one.
    status : words (ok, never, unbounded, every, undefined, refused)
        State of the row.
    """

    net_present_value_usd: Any
    always_on_net_present_value_usd: Any
    net_usd: Any
    btc: Any
    energy_kwh: Any
    days_off: Any
    price_ceiling_usd: Any
    payback_days: Any
    payback_status: Any
    internal_rate_per_year: Any
    internal_rate_status: Any
    status: Any


@overload
def forecast_batch(
    *,
    hashrate_ths: ArrayLike,
    power_w: ArrayLike,
    machine_price_usd: ArrayLike,
    power_price_usd_per_kwh: ArrayLike,
    difficulty_growth_per_step: ArrayLike,
    btc_price_growth_per_step: ArrayLike,
    hashrate_decay_per_month: ArrayLike | None = None,
    resale_usd: ArrayLike | None = None,
    start_ms: datetime.datetime | int | str,
    height: int,
    difficulty: float,
    btc_price_usd: float,
    fees_per_block_sat: float,
    pool_fee: float,
    uptime: float | None = None,
    hosting_fee_usd_per_kwh: float | None = None,
    maintenance_usd_per_day: float | None = None,
    steps: ForecastStepsLike,
    discount_rate_per_year: float,
    on_bad_row: OnBadRow | None = None,
) -> ForecastBatchColumns: ...


@overload
def forecast_batch(
    frame: _Frame,
    /,
    *,
    hashrate_ths: ArrayLike | None = None,
    power_w: ArrayLike | None = None,
    machine_price_usd: ArrayLike | None = None,
    power_price_usd_per_kwh: ArrayLike | None = None,
    difficulty_growth_per_step: ArrayLike | None = None,
    btc_price_growth_per_step: ArrayLike | None = None,
    hashrate_decay_per_month: ArrayLike | None = None,
    resale_usd: ArrayLike | None = None,
    start_ms: datetime.datetime | int | str,
    height: int,
    difficulty: float,
    btc_price_usd: float,
    fees_per_block_sat: float,
    pool_fee: float,
    uptime: float | None = None,
    hosting_fee_usd_per_kwh: float | None = None,
    maintenance_usd_per_day: float | None = None,
    steps: ForecastStepsLike,
    discount_rate_per_year: float,
    on_bad_row: OnBadRow | None = None,
) -> _Frame: ...


@operation()
def forecast_batch(
    frame: Any = None,
    /,
    *,
    hashrate_ths: Any = None,
    power_w: Any = None,
    machine_price_usd: Any = None,
    power_price_usd_per_kwh: Any = None,
    difficulty_growth_per_step: Any = None,
    btc_price_growth_per_step: Any = None,
    hashrate_decay_per_month: Any = None,
    resale_usd: Any = None,
    start_ms: datetime.datetime | int | str,
    height: int,
    difficulty: float,
    btc_price_usd: float,
    fees_per_block_sat: float,
    pool_fee: float,
    uptime: float | None = None,
    hosting_fee_usd_per_kwh: float | None = None,
    maintenance_usd_per_day: float | None = None,
    steps: ForecastStepsLike,
    discount_rate_per_year: float,
    on_bad_row: OnBadRow | None = None,
) -> Any:
    """Forecasts of many purchases of machines in many scenarios, each row as `mining.forecast` computes it, bit for bit.

    `on_bad_row` says what happens to a row that cannot be used: `refuse` (nothing is computed) or `report` (NaN in
    that row, and the word in `status`).

    Parameters
    ----------
    hashrate_ths : column of float64
        Hashrate of all machines at the start while running, in TH/s. [TH/s, from 0.0 to 1e+24]
    power_w : column of float64
        Power of all machines at the meter while running, in watts. [W, from 0.0 to 1000000000000000.0]
    machine_price_usd : column of float64
        Price of all machines, in USD, paid at the start. [USD, from 0.0 to 1000000000000000.0]
    power_price_usd_per_kwh : column of float64
        Power price in USD/kWh; may be negative. [USD/kWh, from -1000.0 to 1000.0]
    difficulty_growth_per_step : column of float64
        Relative change of the difficulty at every step, as a fraction: 0.01 for +1 %; -0.75 to 3.
    btc_price_growth_per_step : column of float64
        Relative change of the bitcoin price at every step, as a fraction: 0.01 for +1 %; above -1, at most 10.
    hashrate_decay_per_month : column of float64
        Fraction of its hashrate that a machine loses each month (12 are 365 days). Absent: 0. [from 0.0 to 1.0]
    resale_usd : column of float64
        Price at which the machines are sold at the end, in USD. Absent: 0. [USD, from 0.0 to 1000000000000000.0]
    start_ms : datetime.datetime | int | str
        Start of all projects, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    height : int
        Height of the next block of mainnet at the start. [blocks, from 0 to 4294967295]
    difficulty : float
        Difficulty at the start. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    btc_price_usd : float
        Price of one bitcoin at the start, in USD. [USD, from 0.0 to 1000000000000.0]
    fees_per_block_sat : float
        Mean transaction fees per block at the start, in satoshis. [sat, from 0.0 to 2100000000000000.0]
    pool_fee : float
        Fraction that the pool keeps; below 1. [from 0.0 to 1.0]
    uptime : float, optional
        Fraction of the time in which the machines run. Absent: all of it. [from 0.0 to 1.0]
    hosting_fee_usd_per_kwh : float, optional
        Hosting fee on top of the power price, in USD/kWh. Absent: there is no host. [USD/kWh, from -1000.0 to 1000.0]
    maintenance_usd_per_day : float, optional
        Upkeep of each row in USD per day. Absent: 0. [USD, from 0.0 to 1000000000000000.0]
    steps : ForecastSteps, or its word or mapping
        Duration of the projects, and its steps.
    discount_rate_per_year : float
        Demanded rate of return per year, as a fraction: 0.1 for 10 %. From -0.5 to 1. [1/year, from -0.99 to 10.0]
    on_bad_row : OnBadRow, optional
        Treatment of rows that cannot be used. ["refuse" where absent]

    Returns
    -------
    ForecastBatchColumns, or a DataFrame
        Columns of the kind that came in (NumPy, pandas, polars). Where a DataFrame is given, columns that are not
        named are taken from it by name, and the result is a DataFrame of its kind.

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> columns = hi.mining.forecast_batch(hashrate_ths=[270, 270, 110, 110], power_w=[3645, 3645, 3250, 3250], machine_price_usd=[3335, 3335, 400, 400], power_price_usd_per_kwh=[0.05, 0.05, 0.05, 0.05], difficulty_growth_per_step=[0, 0.02, 0, 0.02], btc_price_growth_per_step=[0, 0, 0, 0], hashrate_decay_per_month=[0, 0.002, 0, 0.002], resale_usd=[300, 300, 0, 0], start_ms=1781913600000, height=953568, difficulty=130000000000000, btc_price_usd=90000, fees_per_block_sat=4000000, pool_fee=0.02, steps={"months": {"count": 24, "days_each": 30.4375}}, discount_rate_per_year=0.1)
    >>> columns.net_present_value_usd[:3].tolist()
    [1451.0763478158096, 1.5816961382688532, 121.20268359262764]
    >>> columns.always_on_net_present_value_usd[:3].tolist()
    [1451.0763478158096, -36.87280373763224, 45.7846329691742]
    """
    return _frames.call(
        "mining.forecast_batch",
        {"start_ms": start_ms, "height": height, "difficulty": difficulty, "btc_price_usd": btc_price_usd, "fees_per_block_sat": fees_per_block_sat, "pool_fee": pool_fee, "uptime": uptime, "hosting_fee_usd_per_kwh": hosting_fee_usd_per_kwh, "maintenance_usd_per_day": maintenance_usd_per_day, "steps": steps, "discount_rate_per_year": discount_rate_per_year, "on_bad_row": on_bad_row},
        frame,
        {"hashrate_ths": hashrate_ths, "power_w": power_w, "machine_price_usd": machine_price_usd, "power_price_usd_per_kwh": power_price_usd_per_kwh, "difficulty_growth_per_step": difficulty_growth_per_step, "btc_price_growth_per_step": btc_price_growth_per_step, "hashrate_decay_per_month": hashrate_decay_per_month, "resale_usd": resale_usd},
        (("hashrate_ths", "f64"), ("power_w", "f64"), ("machine_price_usd", "f64"), ("power_price_usd_per_kwh", "f64"), ("difficulty_growth_per_step", "f64"), ("btc_price_growth_per_step", "f64"), ("hashrate_decay_per_month", "f64"), ("resale_usd", "f64"),),
        ("net_present_value_usd", "always_on_net_present_value_usd", "net_usd", "btc", "energy_kwh", "days_off", "price_ceiling_usd", "payback_days", "payback_status", "internal_rate_per_year", "internal_rate_status", "status",),
        ForecastBatchColumns,
        True,
    )


class ForecastSimulationJob(Job):
    """``forecast_simulation`` in blocks: save, resume, split over machines with ``blocks=(start, end)``, merge."""

    _path: ClassVar[str] = "mining.forecast_simulation"
    _report: ClassVar[type[Any]] = ForecastSimulationReport

    @operation("mining.forecast_simulation")
    def __init__(
        self,
        *,
        project: MiningProject | MiningProjectDict,
        model: PathModelLike,
        retargets: int,
        hashrate_decay_per_month: float | None = None,
        discount_rate_per_year: float,
        paths: int,
        seed: int,
        quantiles: ArrayLike | None = None,
        fan_retargets: ArrayLike | None = None,
        sensitivity: float | None = None,
        blocks: tuple[int, int] | None = None,
    ) -> None:
        super().__init__({"project": project, "model": model, "retargets": retargets, "hashrate_decay_per_month": hashrate_decay_per_month, "discount_rate_per_year": discount_rate_per_year, "paths": paths, "seed": wide(seed), "quantiles": quantiles, "fan_retargets": fan_retargets, "sensitivity": sensitivity}, blocks)

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        project: MiningProject | MiningProjectDict,
        model: PathModelLike,
        retargets: int,
        hashrate_decay_per_month: float | None = None,
        discount_rate_per_year: float,
        paths: int,
        seed: int,
        quantiles: ArrayLike | None = None,
        fan_retargets: ArrayLike | None = None,
        sensitivity: float | None = None,
    ) -> Self:
        """The job that ``save`` wrote, opened with the same parameters."""
        return cls._again({"project": project, "model": model, "retargets": retargets, "hashrate_decay_per_month": hashrate_decay_per_month, "discount_rate_per_year": discount_rate_per_year, "paths": paths, "seed": wide(seed), "quantiles": quantiles, "fan_retargets": fan_retargets, "sensitivity": sensitivity}, state)

    def report(self) -> ForecastSimulationReport:
        """The result, once every block of the whole job is done."""
        result: ForecastSimulationReport = self._result()
        return result


@operation("mining.forecast_simulation")
def forecast_simulation(
    *,
    project: MiningProject | MiningProjectDict,
    model: PathModelLike,
    retargets: int,
    hashrate_decay_per_month: float | None = None,
    discount_rate_per_year: float,
    paths: int,
    seed: int,
    quantiles: ArrayLike | None = None,
    fan_retargets: ArrayLike | None = None,
    sensitivity: float | None = None,
    progress: Progress = False,
) -> ForecastSimulationReport:
    """Monte Carlo of a purchase of machines: price and difficulty correlated over lags, or drawn from history in
    blocks; distribution of the net present value, probability of payback, value of the option to switch off.

    Parameters
    ----------
    project : MiningProject, or a mapping of its fields
        Machines, how they are run, and the world at the start; difficulty is 1 or more.
    model : PathModel, or its word or mapping
        Model of the moves of price and difficulty.
    retargets : int
        Number of retarget periods until the end, the running one included, 1 to 2608. [from 0]
    hashrate_decay_per_month : float, optional
        Fraction of its hashrate that a machine loses each month (12 are 365 days). Absent: 0. [from 0.0 to 1.0]
    discount_rate_per_year : float
        Demanded rate of return per year, as a fraction: 0.1 for 10 %. From -0.5 to 1. [1/year, from -0.99 to 10.0]
    paths : int
        Number of simulated paths, 2 to 1,000,000. [from 0]
    seed : int
        Seed of the random numbers.
    quantiles : array_like of float, optional
        Probabilities for which net present value and payback are reported. Absent: neither is. [[] where absent]
    fan_retargets : array_like of int, optional
        Numbers of retarget periods after which the fan of the paths is told, ascending, from 1 to `retargets`: at most 64, and 4 million with all paths. Absent: there is no fan. [[] where absent]
    sensitivity : float, optional
        Part by which the tornado moves each input down and up, above 0 and below 1: 0.1 for 10 %. On the same random numbers; takes fifteen times as long. Absent: there is no tornado. [from 0.0 to 1.0]
    progress : bool or callable, optional
        True shows a bar (tqdm where installed); a callable gets (blocks done, blocks in all).

    Returns
    -------
    ForecastSimulationReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.forecast_simulation(project={"hashrate_ths": 270, "power_w": 3645, "machine_price_usd": 3335, "start_ms": 1781913600000, "height": 1020000, "difficulty": 130000000000000, "btc_price_usd": 90000, "fees_per_block_sat": 4000000, "pool_fee": 0.02, "power_price_usd_per_kwh": 0.05}, model={"correlated": {"price_drift": 0.005, "price_volatility": 0.11, "difficulty_drift": 0.01, "difficulty_volatility": 0.046, "correlation_by_lag": [0, 0.1, 0.2, 0.3, 0.4]}}, retargets=52, discount_rate_per_year=0.1, paths=1024, seed=20260531, quantiles=[0.05, 0.5, 0.95], fan_retargets=[13, 26, 52], sensitivity=0.1)
    >>> report.paths
    1024
    >>> report.mean_usd
    -1162.0455381806555
    """
    return ForecastSimulationJob(project=project, model=model, retargets=retargets, hashrate_decay_per_month=hashrate_decay_per_month, discount_rate_per_year=discount_rate_per_year, paths=paths, seed=seed, quantiles=quantiles, fan_retargets=fan_retargets, sensitivity=sensitivity).run(progress).report()


# Below, because the modules of a package name each other's types.
from ._investment import DepreciationMethod, DepreciationMethodLike, DepreciationReport, InternalRate
from ._tariff import Bill, Clock, ClockDict, Tariff, TariffDict
