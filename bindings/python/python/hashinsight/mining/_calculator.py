"""Operations and types of ``mining``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from .._documents import Document, FrameLike, call, day, document, each, listed, operation, records, rows
from .._outcome import outcome
from .._plots import WithPlot
from .._show import Rows
from ..units import Outcome

__all__ = [
    "BtcMinedReport",
    "DailyRevenueReport",
    "PowerCurtailmentReport",
    "ProfitabilityReport",
    "RoiReport",
    "calculate_btc_mined",
    "calculate_daily_revenue",
    "calculate_profitability",
    "calculate_roi",
    "power_curtailment_analysis",
]


def __dir__() -> list[str]:
    return __all__


@document
class PowerCurtailmentReport(WithPlot, Document):
    """Result of `power_curtailment_analysis`.

    Attributes
    ----------
    hashprice_usd_per_phs_day : tuple[float, ...]
        Hashprice of each hour, in USD/PH/day, before the pool's fee; the mean over an hour in which difficulty or subsidy changes.
    plan : DispatchReport
        Plan of the hours: decisions, revenue and costs of each.
    """

    hashprice_usd_per_phs_day: tuple[float, ...]
    plan: DispatchReport
    _plotted = "power_curtailment"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["hashprice_usd_per_phs_day"] = listed(document["hashprice_usd_per_phs_day"])
        document["plan"] = DispatchReport._read(document["plan"])

    def _wire(self) -> dict[str, Any]:
        return {
            "hashprice_usd_per_phs_day": self.hashprice_usd_per_phs_day,
            "plan": self.plan,
        }


@document
class BtcMinedReport(Document):
    """Result of `MiningCalculator::calculate_btc_mined`.

    Attributes
    ----------
    btc : float
        BTC received after the pool's fee, machines running throughout.
    btc_with_switch_off : float
        BTC received after the pool's fee where machines are switched off while revenue does not cover power and hosting.
    btc_per_day : float
        BTC received per day, machines running throughout.
    """

    btc: float
    btc_with_switch_off: float
    btc_per_day: float

    def _wire(self) -> dict[str, Any]:
        return {
            "btc": self.btc,
            "btc_with_switch_off": self.btc_with_switch_off,
            "btc_per_day": self.btc_per_day,
        }


@document
class DailyRevenueReport(Document):
    """Result of `MiningCalculator::calculate_daily_revenue`. Machines run throughout, unless it says otherwise.

    Attributes
    ----------
    mean_usd_per_day : float
        Mean revenue per day after the pool's fee, in USD.
    mean_usd_per_day_with_switch_off : float
        Mean revenue per day, in USD, where machines are switched off while it does not cover power and hosting.
    first_usd_per_day : float
        Revenue per day in the first step, in USD.
    last_usd_per_day : float
        Revenue per day in the last step, in USD.
    """

    mean_usd_per_day: float
    mean_usd_per_day_with_switch_off: float
    first_usd_per_day: float
    last_usd_per_day: float

    def _wire(self) -> dict[str, Any]:
        return {
            "mean_usd_per_day": self.mean_usd_per_day,
            "mean_usd_per_day_with_switch_off": self.mean_usd_per_day_with_switch_off,
            "first_usd_per_day": self.first_usd_per_day,
            "last_usd_per_day": self.last_usd_per_day,
        }


@document
class ProfitabilityReport(Document):
    """Result of `MiningCalculator::calculate_profitability`.
    `revenue_usd - power_cost_usd - hosting_usd - maintenance_usd = net_usd` up to rounding.

    Attributes
    ----------
    revenue_usd : float
        Revenue after the pool's fee, in USD, machines switched off while it does not cover power and hosting.
    power_cost_usd : float
        Cost of power, in USD.
    hosting_usd : float
        Cost of hosting, in USD.
    maintenance_usd : float
        Upkeep, in USD.
    net_usd : float
        Profit: revenue less power, hosting and upkeep, in USD.
    always_on_net_usd : float
        Profit if the machines ran throughout, in USD.
    margin : Outcome
        Profit over revenue; undefined without revenue.
    days_off : float
        Days on which the machines are switched off.
    """

    revenue_usd: float
    power_cost_usd: float
    hosting_usd: float
    maintenance_usd: float
    net_usd: float
    always_on_net_usd: float
    margin: Outcome
    days_off: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["margin"] = outcome(document["margin"])

    def _wire(self) -> dict[str, Any]:
        return {
            "revenue_usd": self.revenue_usd,
            "power_cost_usd": self.power_cost_usd,
            "hosting_usd": self.hosting_usd,
            "maintenance_usd": self.maintenance_usd,
            "net_usd": self.net_usd,
            "always_on_net_usd": self.always_on_net_usd,
            "margin": self.margin,
            "days_off": self.days_off,
        }


@document
class RoiReport(Document):
    """Result of `MiningCalculator::calculate_roi`.

    Attributes
    ----------
    return_on_investment : Outcome
        Net income and resale over the price of the machines, less 1; undefined where they cost nothing.
    with_switch_off : Valuation
        Value with the option to switch off.
    always_on : Valuation
        Value without the option to switch off.
    switch_off_value_usd : float
        Value of the option to switch off, in USD.
    days_off : float
        Days on which the machines are switched off.
    halvings : Rows[HalvingAhead]
        Halvings within the horizon, all of them; the static algorithm keeps the first subsidy all the same.
    """

    return_on_investment: Outcome
    with_switch_off: Valuation
    always_on: Valuation
    switch_off_value_usd: float
    days_off: float
    halvings: Rows[HalvingAhead]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["return_on_investment"] = outcome(document["return_on_investment"])
        document["with_switch_off"] = Valuation._read(document["with_switch_off"])
        document["always_on"] = Valuation._read(document["always_on"])
        document["halvings"] = rows(HalvingAhead._read, document["halvings"])

    def _wire(self) -> dict[str, Any]:
        return {
            "return_on_investment": self.return_on_investment,
            "with_switch_off": self.with_switch_off,
            "always_on": self.always_on,
            "switch_off_value_usd": self.switch_off_value_usd,
            "days_off": self.days_off,
            "halvings": self.halvings,
        }


@operation("mining.power_curtailment_analysis")
def power_curtailment_analysis(
    *,
    classes: Sequence[DispatchClass | DispatchClassDict] | FrameLike,
    tariff: Tariff | TariffDict,
    start_ms: datetime.datetime | int | str,
    hours: int,
    height: int,
    difficulty: float,
    btc_price_usd: float,
    fees_per_block_sat: float,
    pool_fee: float,
    algorithm: AlgorithmLike,
    cooling_overhead: float | None = None,
    power_limit_w: float | None = None,
    include_doubtful: bool | None = None,
) -> PowerCurtailmentReport:
    """When to switch off: a dispatch plan at the hashprice that difficulty, price, fees and height give each hour,
    as they are or as they move on.

    Parameters
    ----------
    classes : Sequence[DispatchClass | DispatchClassDict], or a DataFrame of their fields
        Classes of equal machines, at most 1000.
    tariff : Tariff, or a mapping of its fields
        Tariff of the site's power.
    start_ms : datetime.datetime | int | str
        Beginning of the first hour, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    hours : int
        Number of hours, 1 to 175,320. [from 0]
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
    algorithm : Algorithm, or its word or mapping
        Course of difficulty, price and fees; decay of hashrate plays no part here.
    cooling_overhead : float, optional
        Power at the meter over power of the machines (PUE), 1 or more. Absent: 1. [from 0.0 to 1000000000000.0]
    power_limit_w : float, optional
        Greatest power that the site may draw at the meter, in watts. Absent: no limit. [W, from 0.0 to 1000000000000000.0]
    include_doubtful : bool, optional
        Whether models with contradictory sources may be used. [false where absent]

    Returns
    -------
    PowerCurtailmentReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.power_curtailment_analysis(classes=[{"name": "S19 XP", "count": 100, "machine": {"spec": {"hashrate_ths": 140, "power_w": 3010}}}], tariff={"energy": {"time_of_use": {"windows": [{"from_hour": 15, "to_hour": 20, "price_usd_per_kwh": 0.14}], "otherwise_usd_per_kwh": 0.05}}}, start_ms=1785542400000, hours=48, height=1049900, difficulty=130000000000000, btc_price_usd=90000, fees_per_block_sat=4000000, pool_fee=0.02, algorithm={"dynamic": {"difficulty": {"growth_per_step": 0.01}, "btc_price": {"growth_per_step": 0}}})
    >>> report.plan.revenue_usd
    377.9730902841457
    >>> report.plan.start_cost_usd
    0.0
    """
    return PowerCurtailmentReport._read(call("mining.power_curtailment_analysis", {"classes": records(classes), "tariff": tariff, "start_ms": start_ms, "hours": hours, "height": height, "difficulty": difficulty, "btc_price_usd": btc_price_usd, "fees_per_block_sat": fees_per_block_sat, "pool_fee": pool_fee, "algorithm": algorithm, "cooling_overhead": cooling_overhead, "power_limit_w": power_limit_w, "include_doubtful": include_doubtful}))


@operation("mining.calculate_btc_mined")
def calculate_btc_mined(
    *,
    project: MiningProject | MiningProjectDict,
    algorithm: AlgorithmLike,
    days: float,
) -> BtcMinedReport:
    """Bitcoin that a project is expected to earn in a span, as the world stays or as it moves on.

    Parameters
    ----------
    project : MiningProject, or a mapping of its fields
        Machines, how they are run, and the world at the start.
    algorithm : Algorithm, or its word or mapping
        Course of difficulty, price and fees: as at the start, or along a path.
    days : float
        Span in days of 86,400 s, at most 36,525. [d, above 0.0 to 1000000.0]

    Returns
    -------
    BtcMinedReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.calculate_btc_mined(project={"hashrate_ths": 200, "power_w": 3500, "machine_price_usd": 3000, "start_ms": 1781913600000, "height": 953568, "difficulty": 130000000000000, "btc_price_usd": 90000, "fees_per_block_sat": 4000000, "pool_fee": 0.02, "power_price_usd_per_kwh": 0.05}, algorithm="static", days=365)
    >>> report.btc
    0.035037505512054146
    >>> report.btc_with_switch_off
    0.035037505512054146
    """
    return BtcMinedReport._read(call("mining.calculate_btc_mined", {"project": project, "algorithm": algorithm, "days": days}))


@operation("mining.calculate_daily_revenue")
def calculate_daily_revenue(
    *,
    project: MiningProject | MiningProjectDict,
    algorithm: AlgorithmLike,
    days: float,
) -> DailyRevenueReport:
    """Revenue of hashing per day before costs, as the world stays or as it moves on.

    Parameters
    ----------
    project : MiningProject, or a mapping of its fields
        Machines, how they are run, and the world at the start.
    algorithm : Algorithm, or its word or mapping
        Course of difficulty, price and fees: as at the start, or along a path.
    days : float
        Span in days of 86,400 s, at most 36,525. [d, above 0.0 to 1000000.0]

    Returns
    -------
    DailyRevenueReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.calculate_daily_revenue(project={"hashrate_ths": 200, "power_w": 3500, "machine_price_usd": 3000, "start_ms": 1781913600000, "height": 953568, "difficulty": 130000000000000, "btc_price_usd": 90000, "fees_per_block_sat": 4000000, "pool_fee": 0.02, "power_price_usd_per_kwh": 0.05}, algorithm={"dynamic": {"difficulty": {"growth_per_step": 0.01}, "btc_price": {"growth_per_step": 0}}}, days=90)
    >>> report.mean_usd_per_day
    8.406487167819758
    >>> report.mean_usd_per_day_with_switch_off
    8.406487167819758
    """
    return DailyRevenueReport._read(call("mining.calculate_daily_revenue", {"project": project, "algorithm": algorithm, "days": days}))


@operation("mining.calculate_profitability")
def calculate_profitability(
    *,
    project: MiningProject | MiningProjectDict,
    algorithm: AlgorithmLike,
    days: float,
) -> ProfitabilityReport:
    """Profit of a span: revenue less power, hosting and maintenance.

    Parameters
    ----------
    project : MiningProject, or a mapping of its fields
        Machines, how they are run, and the world at the start.
    algorithm : Algorithm, or its word or mapping
        Course of difficulty, price and fees: as at the start, or along a path.
    days : float
        Span in days of 86,400 s, at most 36,525. [d, above 0.0 to 1000000.0]

    Returns
    -------
    ProfitabilityReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.calculate_profitability(project={"hashrate_ths": 200, "power_w": 3500, "machine_price_usd": 3000, "start_ms": 1781913600000, "height": 953568, "difficulty": 130000000000000, "btc_price_usd": 90000, "fees_per_block_sat": 4000000, "pool_fee": 0.02, "power_price_usd_per_kwh": 0.05, "hosting_fee_usd_per_kwh": 0.01, "maintenance_usd_per_day": 0.2}, algorithm={"dynamic": {"difficulty": {"growth_per_step": 0.01}, "btc_price": {"growth_per_step": 0}}}, days=365)
    >>> report.revenue_usd
    2787.995365565209
    >>> report.power_cost_usd
    1533.0000000000011
    """
    return ProfitabilityReport._read(call("mining.calculate_profitability", {"project": project, "algorithm": algorithm, "days": days}))


@operation("mining.calculate_roi")
def calculate_roi(
    *,
    project: MiningProject | MiningProjectDict,
    algorithm: AlgorithmLike,
    steps: ForecastStepsLike,
    discount_rate_per_year: float,
) -> RoiReport:
    """Return on machines: whether they earn back their price, when, and at which rate.

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

    Returns
    -------
    RoiReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.calculate_roi(project={"hashrate_ths": 200, "power_w": 3500, "machine_price_usd": 3000, "start_ms": 1781913600000, "height": 953568, "difficulty": 130000000000000, "btc_price_usd": 90000, "fees_per_block_sat": 4000000, "pool_fee": 0.02, "power_price_usd_per_kwh": 0.05}, algorithm={"dynamic": {"difficulty": {"growth_per_step": 0.01}, "btc_price": {"following": [91000, 92000, 93000]}, "fees_per_block_sat": [4100000, 4200000, 4300000]}}, steps={"months": {"count": 4, "days_each": 30.4375}}, discount_rate_per_year=0.1)
    >>> report.return_on_investment.value
    -0.8191316408678035
    >>> report.switch_off_value_usd
    0.0
    """
    return RoiReport._read(call("mining.calculate_roi", {"project": project, "algorithm": algorithm, "steps": steps, "discount_rate_per_year": discount_rate_per_year}))


# Below, because the modules of a package name each other's types.
from ._dispatch import DispatchClass, DispatchClassDict, DispatchReport
from ._forecast import Algorithm, AlgorithmLike, ForecastSteps, ForecastStepsLike, HalvingAhead, MiningProject, MiningProjectDict, Valuation
from ._tariff import Tariff, TariffDict
