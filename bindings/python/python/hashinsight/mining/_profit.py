"""Operations and types of ``mining``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
from typing import Any, NotRequired, TypeVar, TypedDict, overload

from numpy.typing import ArrayLike

from .. import _frames
from .._documents import Document, call, day, document, each, listed, operation, rows
from .._frames import Columns
from .._outcome import outcome
from .._plots import WithPlot
from ..units import OnBadRow, Outcome

__all__ = [
    "BreakEvens",
    "CostOfBitcoin",
    "FleetBatchColumns",
    "HeatMapReport",
    "ProfitBatchColumns",
    "ProfitReport",
    "ProfitRequest",
    "ProfitRequestDict",
    "fleet_batch",
    "profit",
    "profit_batch",
    "profit_heat_map",
]


def __dir__() -> list[str]:
    return __all__

_Frame = TypeVar("_Frame")  # a pandas or polars DataFrame


@document
class BreakEvens(Document):
    """The values of four inputs, each alone and all else as it is, at which `net_usd` is 0.

    `never`: no value of the input is good enough, it is always a loss. `unbounded`: no value is bad enough, it is
    always a profit. `undefined`: it is exactly nothing at every value. Negative values appear only for the power price,
    which can be negative.

    Attributes
    ----------
    power_price_usd_per_kwh : Outcome
        Highest power price that still pays, in USD/kWh: `(revenue - hosting - maintenance) / energy`.
    btc_price_usd : Outcome
        Lowest bitcoin price that still pays, in USD: `(power + hosting + maintenance) / expected BTC`.
    hashprice_usd_per_phs_day : Outcome
        Lowest hashprice that still pays, in USD/PH/day, before the pool's fee as markets quote it: `hashprice · (power + hosting + maintenance) / revenue`, taken at the machine's own hours.
    difficulty : Outcome
        Highest difficulty that still pays: `difficulty · revenue / (power + hosting + maintenance)`.
    """

    power_price_usd_per_kwh: Outcome
    btc_price_usd: Outcome
    hashprice_usd_per_phs_day: Outcome
    difficulty: Outcome

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["power_price_usd_per_kwh"] = outcome(document["power_price_usd_per_kwh"])
        document["btc_price_usd"] = outcome(document["btc_price_usd"])
        document["hashprice_usd_per_phs_day"] = outcome(document["hashprice_usd_per_phs_day"])
        document["difficulty"] = outcome(document["difficulty"])

    def _wire(self) -> dict[str, Any]:
        return {
            "power_price_usd_per_kwh": self.power_price_usd_per_kwh,
            "btc_price_usd": self.btc_price_usd,
            "hashprice_usd_per_phs_day": self.hashprice_usd_per_phs_day,
            "difficulty": self.difficulty,
        }


@document
class CostOfBitcoin(Document):
    """What one bitcoin costs to produce, in USD. `never` where nothing is mined: no money makes one.

    Attributes
    ----------
    direct_usd : Outcome
        Direct cost of a bitcoin, in USD: power and hosting over the BTC received after the pool's fee. Below this price it is better to switch off.
    cash_usd : Outcome
        Cash cost of a bitcoin, in USD: direct cost and maintenance. Below this price cash runs out.
    all_in_usd : Outcome
        All-in cost of a bitcoin, in USD: cash cost and straight-line depreciation of the machine. Below this price the machine does not earn itself back. `undefined` without a machine price.
    """

    direct_usd: Outcome
    cash_usd: Outcome
    all_in_usd: Outcome

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["direct_usd"] = outcome(document["direct_usd"])
        document["cash_usd"] = outcome(document["cash_usd"])
        document["all_in_usd"] = outcome(document["all_in_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "direct_usd": self.direct_usd,
            "cash_usd": self.cash_usd,
            "all_in_usd": self.all_in_usd,
        }


@document
class ProfitReport(Document):
    """Result of `profit`.

    `gross_revenue_usd - pool_fee_usd = revenue_usd` and `revenue_usd - power_cost_usd - hosting_usd - maintenance_usd =
    net_usd`, exactly when evaluated from left to right.

    Attributes
    ----------
    network : NetworkUsed
        Network as the calculation used it.
    gross_btc : float
        Mean reward in BTC, before the pool's fee.
    expected_btc : float
        Mean reward in BTC, after the pool's fee.
    gross_revenue_usd : float
        Revenue before the pool's fee, in USD: the value of `gross_btc`.
    pool_fee_usd : float
        Fee of the pool, in USD.
    revenue_usd : float
        Revenue after the pool's fee, in USD.
    power_cost_usd : float
        Cost of power, in USD: energy times power price; negative where the price is.
    hosting_usd : float
        Cost of hosting, in USD: energy times hosting fee; 0 without a host.
    maintenance_usd : float
        Upkeep over the span, in USD.
    net_usd : float
        Profit in USD: revenue less power, hosting and maintenance.
    energy_kwh : float
        Energy used, in kWh.
    depreciation_usd : Outcome
        Straight-line depreciation over the span, in USD; not part of `net_usd`.
    efficiency_j_per_th : Outcome
        Efficiency, power over hashrate, in J/TH; undefined without hashrate.
    hashprice_usd_per_phs_day : float
        Hashprice at this difficulty and price, in USD/PH/day, before the pool's fee.
    break_even : BreakEvens
        Break-evens: where profit turns into loss.
    cost_of_bitcoin : CostOfBitcoin
        Cost of producing one bitcoin.
    """

    network: NetworkUsed
    gross_btc: float
    expected_btc: float
    gross_revenue_usd: float
    pool_fee_usd: float
    revenue_usd: float
    power_cost_usd: float
    hosting_usd: float
    maintenance_usd: float
    net_usd: float
    energy_kwh: float
    depreciation_usd: Outcome
    efficiency_j_per_th: Outcome
    hashprice_usd_per_phs_day: float
    break_even: BreakEvens
    cost_of_bitcoin: CostOfBitcoin

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["network"] = NetworkUsed._read(document["network"])
        document["depreciation_usd"] = outcome(document["depreciation_usd"])
        document["efficiency_j_per_th"] = outcome(document["efficiency_j_per_th"])
        document["break_even"] = BreakEvens._read(document["break_even"])
        document["cost_of_bitcoin"] = CostOfBitcoin._read(document["cost_of_bitcoin"])

    def _wire(self) -> dict[str, Any]:
        return {
            "network": self.network,
            "gross_btc": self.gross_btc,
            "expected_btc": self.expected_btc,
            "gross_revenue_usd": self.gross_revenue_usd,
            "pool_fee_usd": self.pool_fee_usd,
            "revenue_usd": self.revenue_usd,
            "power_cost_usd": self.power_cost_usd,
            "hosting_usd": self.hosting_usd,
            "maintenance_usd": self.maintenance_usd,
            "net_usd": self.net_usd,
            "energy_kwh": self.energy_kwh,
            "depreciation_usd": self.depreciation_usd,
            "efficiency_j_per_th": self.efficiency_j_per_th,
            "hashprice_usd_per_phs_day": self.hashprice_usd_per_phs_day,
            "break_even": self.break_even,
            "cost_of_bitcoin": self.cost_of_bitcoin,
        }


@document
class ProfitRequest(Document):
    """Inputs of `profit`.

    Attributes
    ----------
    hashrate_ths : float
        Hashrate while running, in TH/s. [TH/s, from 0.0 to 1e+24]
    power_w : float
        Power drawn while running, in watts. [W, from 0.0 to 1000000000000000.0]
    network_basis : NetworkBasis
        Difficulty, compact target or hashrate of the network: how hard a block is.
    subsidy_sat : int
        New coins per block, in satoshis; see `subsidy`. [sat, from 0 to 2100000000000000]
    fees_per_block_sat : float
        Mean transaction fees per block, in satoshis, over a window of the caller's choice; 144 blocks are customary. [sat, from 0.0 to 2100000000000000.0]
    btc_price_usd : float
        Price of one bitcoin, in USD. [USD, from 0.0 to 1000000000000.0]
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
    days : float
        Span in days of 86,400 s. [d, above 0.0 to 1000000.0]
    machine_price_usd : float, optional
        Price of the machine, in USD. Goes with `useful_life_days`, and into the all-in cost of a bitcoin only. [USD, from 0.0 to 1000000000000000.0]
    useful_life_days : float, optional
        Useful life in days, over which the machine is written off in equal parts. Goes with `machine_price_usd`. [d, above 0.0 to 1000000.0]
    """

    hashrate_ths: float
    power_w: float
    network_basis: NetworkBasis
    subsidy_sat: int
    fees_per_block_sat: float
    btc_price_usd: float
    pool_fee: float
    power_price_usd_per_kwh: float
    days: float
    hosting_fee_usd_per_kwh: float | None = None
    maintenance_usd_per_day: float | None = None
    uptime: float | None = None
    machine_price_usd: float | None = None
    useful_life_days: float | None = None
    _route = "mining.profit_heat_map:base"

    def __init__(
        self,
        hashrate_ths: float,
        power_w: float,
        network_basis: NetworkBasisLike,
        subsidy_sat: int,
        fees_per_block_sat: float,
        btc_price_usd: float,
        pool_fee: float,
        power_price_usd_per_kwh: float,
        days: float,
        hosting_fee_usd_per_kwh: float | None = None,
        maintenance_usd_per_day: float | None = None,
        uptime: float | None = None,
        machine_price_usd: float | None = None,
        useful_life_days: float | None = None,
    ) -> None:
        self._fill({"hashrate_ths": hashrate_ths, "power_w": power_w, "network_basis": network_basis, "subsidy_sat": subsidy_sat, "fees_per_block_sat": fees_per_block_sat, "btc_price_usd": btc_price_usd, "pool_fee": pool_fee, "power_price_usd_per_kwh": power_price_usd_per_kwh, "hosting_fee_usd_per_kwh": hosting_fee_usd_per_kwh, "maintenance_usd_per_day": maintenance_usd_per_day, "uptime": uptime, "days": days, "machine_price_usd": machine_price_usd, "useful_life_days": useful_life_days})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["network_basis"] = NetworkBasis._read(document["network_basis"])

    def _wire(self) -> dict[str, Any]:
        return {
            "hashrate_ths": self.hashrate_ths,
            "power_w": self.power_w,
            "network_basis": self.network_basis,
            "subsidy_sat": self.subsidy_sat,
            "fees_per_block_sat": self.fees_per_block_sat,
            "btc_price_usd": self.btc_price_usd,
            "pool_fee": self.pool_fee,
            "power_price_usd_per_kwh": self.power_price_usd_per_kwh,
            "hosting_fee_usd_per_kwh": self.hosting_fee_usd_per_kwh,
            "maintenance_usd_per_day": self.maintenance_usd_per_day,
            "uptime": self.uptime,
            "days": self.days,
            "machine_price_usd": self.machine_price_usd,
            "useful_life_days": self.useful_life_days,
        }


class ProfitRequestDict(TypedDict):
    """``ProfitRequest`` as a mapping."""

    hashrate_ths: float
    power_w: float
    network_basis: NetworkBasisLike
    subsidy_sat: int
    fees_per_block_sat: float
    btc_price_usd: float
    pool_fee: float
    power_price_usd_per_kwh: float
    hosting_fee_usd_per_kwh: NotRequired[float | None]
    maintenance_usd_per_day: NotRequired[float | None]
    uptime: NotRequired[float | None]
    days: float
    machine_price_usd: NotRequired[float | None]
    useful_life_days: NotRequired[float | None]


@document
class HeatMapReport(WithPlot, Document):
    """Result of `profit_heat_map`. Cells stand in one list: the power price varies fastest, then the difficulty, then
    the bitcoin price, so that cell `(i, j, k)` stands at `(i · factors + j) · power prices + k`.

    Attributes
    ----------
    shape : tuple[int, ...]
        Lengths of the three axes: bitcoin prices, difficulty factors, power prices.
    btc_prices_usd : tuple[float, ...]
        Prices of one bitcoin, in USD: the first axis.
    difficulty_factors : tuple[float, ...]
        Factors of difficulty: the second axis.
    power_prices_usd_per_kwh : tuple[float, ...]
        Power prices in USD/kWh: the third axis.
    difficulty : tuple[float, ...]
        Difficulties of the factors.
    revenue_usd : tuple[float, ...]
        Revenue after the pool's fee, in USD.
    net_usd : tuple[float, ...]
        Revenue less power, hosting and maintenance, in USD.
    """

    shape: tuple[int, ...]
    btc_prices_usd: tuple[float, ...]
    difficulty_factors: tuple[float, ...]
    power_prices_usd_per_kwh: tuple[float, ...]
    difficulty: tuple[float, ...]
    revenue_usd: tuple[float, ...]
    net_usd: tuple[float, ...]
    _plotted = "heat_map"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["shape"] = listed(document["shape"])
        document["btc_prices_usd"] = listed(document["btc_prices_usd"])
        document["difficulty_factors"] = listed(document["difficulty_factors"])
        document["power_prices_usd_per_kwh"] = listed(document["power_prices_usd_per_kwh"])
        document["difficulty"] = listed(document["difficulty"])
        document["revenue_usd"] = listed(document["revenue_usd"])
        document["net_usd"] = listed(document["net_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "shape": self.shape,
            "btc_prices_usd": self.btc_prices_usd,
            "difficulty_factors": self.difficulty_factors,
            "power_prices_usd_per_kwh": self.power_prices_usd_per_kwh,
            "difficulty": self.difficulty,
            "revenue_usd": self.revenue_usd,
            "net_usd": self.net_usd,
        }


@operation("mining.profit")
def profit(
    *,
    hashrate_ths: float,
    power_w: float,
    network_basis: NetworkBasisLike,
    subsidy_sat: int,
    fees_per_block_sat: float,
    btc_price_usd: float,
    pool_fee: float,
    power_price_usd_per_kwh: float,
    hosting_fee_usd_per_kwh: float | None = None,
    maintenance_usd_per_day: float | None = None,
    uptime: float | None = None,
    days: float,
    machine_price_usd: float | None = None,
    useful_life_days: float | None = None,
) -> ProfitReport:
    """Profit of a machine, a fleet or a site over a span: revenue, pool fee, power, hosting, maintenance and net, the
    four break-evens, and the direct, cash and all-in cost of one bitcoin.

    Parameters
    ----------
    hashrate_ths : float
        Hashrate while running, in TH/s. [TH/s, from 0.0 to 1e+24]
    power_w : float
        Power drawn while running, in watts. [W, from 0.0 to 1000000000000000.0]
    network_basis : NetworkBasis, or its word or mapping
        Difficulty, compact target or hashrate of the network: how hard a block is.
    subsidy_sat : int
        New coins per block, in satoshis; see `subsidy`. [sat, from 0 to 2100000000000000]
    fees_per_block_sat : float
        Mean transaction fees per block, in satoshis, over a window of the caller's choice; 144 blocks are customary. [sat, from 0.0 to 2100000000000000.0]
    btc_price_usd : float
        Price of one bitcoin, in USD. [USD, from 0.0 to 1000000000000.0]
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
    days : float
        Span in days of 86,400 s. [d, above 0.0 to 1000000.0]
    machine_price_usd : float, optional
        Price of the machine, in USD. Goes with `useful_life_days`, and into the all-in cost of a bitcoin only. [USD, from 0.0 to 1000000000000000.0]
    useful_life_days : float, optional
        Useful life in days, over which the machine is written off in equal parts. Goes with `machine_price_usd`. [d, above 0.0 to 1000000.0]

    Returns
    -------
    ProfitReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.profit(hashrate_ths=200, power_w=3500, network_basis={"difficulty": 138955357012247.3}, subsidy_sat=312500000, fees_per_block_sat=2000000, btc_price_usd=73674, pool_fee=0.02, power_price_usd_per_kwh=0.05, days=30, uptime=0.98, hosting_fee_usd_per_kwh=0.01, maintenance_usd_per_day=0.2, machine_price_usd=3200, useful_life_days=1460)
    >>> report.gross_btc
    0.002677173778793073
    >>> report.expected_btc
    0.002623630303217212
    """
    return ProfitReport._read(call("mining.profit", {"hashrate_ths": hashrate_ths, "power_w": power_w, "network_basis": network_basis, "subsidy_sat": subsidy_sat, "fees_per_block_sat": fees_per_block_sat, "btc_price_usd": btc_price_usd, "pool_fee": pool_fee, "power_price_usd_per_kwh": power_price_usd_per_kwh, "hosting_fee_usd_per_kwh": hosting_fee_usd_per_kwh, "maintenance_usd_per_day": maintenance_usd_per_day, "uptime": uptime, "days": days, "machine_price_usd": machine_price_usd, "useful_life_days": useful_life_days}))


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class ProfitBatchColumns(Columns):
    """Columns of ``profit_batch``, of the kind that came in.

    Attributes
    ----------
    revenue_usd : float64
        Revenue after the pool's fee, in USD.
    power_cost_usd : float64
        Cost of power, in USD; negative where the power price is.
    net_usd : float64
        Revenue less power, hosting and maintenance, in USD.
    status : words (ok, never, unbounded, every, undefined, refused)
        State of the row.
    """

    revenue_usd: Any
    power_cost_usd: Any
    net_usd: Any
    status: Any


@overload
def profit_batch(
    *,
    hashrate_ths: ArrayLike,
    power_w: ArrayLike,
    power_price_usd_per_kwh: ArrayLike,
    btc_price_usd: ArrayLike,
    network_basis: NetworkBasisLike,
    subsidy_sat: int,
    fees_per_block_sat: float,
    pool_fee: float,
    days: float,
    uptime: float | None = None,
    hosting_fee_usd_per_kwh: float | None = None,
    maintenance_usd_per_day: float | None = None,
    on_bad_row: OnBadRow | None = None,
) -> ProfitBatchColumns: ...


@overload
def profit_batch(
    frame: _Frame,
    /,
    *,
    hashrate_ths: ArrayLike | None = None,
    power_w: ArrayLike | None = None,
    power_price_usd_per_kwh: ArrayLike | None = None,
    btc_price_usd: ArrayLike | None = None,
    network_basis: NetworkBasisLike,
    subsidy_sat: int,
    fees_per_block_sat: float,
    pool_fee: float,
    days: float,
    uptime: float | None = None,
    hosting_fee_usd_per_kwh: float | None = None,
    maintenance_usd_per_day: float | None = None,
    on_bad_row: OnBadRow | None = None,
) -> _Frame: ...


@operation()
def profit_batch(
    frame: Any = None,
    /,
    *,
    hashrate_ths: Any = None,
    power_w: Any = None,
    power_price_usd_per_kwh: Any = None,
    btc_price_usd: Any = None,
    network_basis: NetworkBasisLike,
    subsidy_sat: int,
    fees_per_block_sat: float,
    pool_fee: float,
    days: float,
    uptime: float | None = None,
    hosting_fee_usd_per_kwh: float | None = None,
    maintenance_usd_per_day: float | None = None,
    on_bad_row: OnBadRow | None = None,
) -> Any:
    """Profit of many machines or cases at once, each row as `mining.profit` computes it, bit for bit.

    `on_bad_row` says what happens to a row that cannot be used: `refuse` (nothing is computed) or `report` (NaN in
    that row, and the word in `status`).

    Parameters
    ----------
    hashrate_ths : column of float64
        Hashrate while running, in TH/s. [TH/s, from 0.0 to 1e+24]
    power_w : column of float64
        Power drawn while running, in watts. [W, from 0.0 to 1000000000000000.0]
    power_price_usd_per_kwh : column of float64
        Power price in USD/kWh; may be negative. [USD/kWh, from -1000.0 to 1000.0]
    btc_price_usd : column of float64
        Price of one bitcoin, in USD. [USD, from 0.0 to 1000000000000.0]
    network_basis : NetworkBasis, or its word or mapping
        Difficulty, compact target or hashrate of the network: how hard a block is.
    subsidy_sat : int
        New coins per block, in satoshis; see `subsidy`. [sat, from 0 to 2100000000000000]
    fees_per_block_sat : float
        Mean transaction fees per block, in satoshis, over a window of the caller's choice; 144 blocks are customary. [sat, from 0.0 to 2100000000000000.0]
    pool_fee : float
        Fraction that the pool keeps; below 1. [from 0.0 to 1.0]
    days : float
        Span in days of 86,400 s. [d, above 0.0 to 1000000.0]
    uptime : float, optional
        Fraction of the span in which the machines run. Absent: all of it. [from 0.0 to 1.0]
    hosting_fee_usd_per_kwh : float, optional
        Hosting fee on top of the power price, in USD/kWh. Absent: there is no host. [USD/kWh, from -1000.0 to 1000.0]
    maintenance_usd_per_day : float, optional
        Upkeep of each row in USD per day. Absent: 0. [USD, from 0.0 to 1000000000000000.0]
    on_bad_row : OnBadRow, optional
        Treatment of rows with refused values. ["refuse" where absent]

    Returns
    -------
    ProfitBatchColumns, or a DataFrame
        Columns of the kind that came in (NumPy, pandas, polars). Where a DataFrame is given, columns that are not
        named are taken from it by name, and the result is a DataFrame of its kind.

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> columns = hi.mining.profit_batch(hashrate_ths=[200, 110.5], power_w=[3500, 3250], power_price_usd_per_kwh=[0.05, -0.01], btc_price_usd=[73674, 73674], network_basis={"difficulty": 138955357012247.3}, subsidy_sat=312500000, fees_per_block_sat=2000000, pool_fee=0.02, days=30, uptime=0.98)
    >>> columns.revenue_usd.tolist()
    [193.29333895922485, 106.79456977497173]
    >>> columns.power_cost_usd.tolist()
    [123.47999999999998, -22.932]
    """
    return _frames.call(
        "mining.profit_batch",
        {"network_basis": network_basis, "subsidy_sat": subsidy_sat, "fees_per_block_sat": fees_per_block_sat, "pool_fee": pool_fee, "days": days, "uptime": uptime, "hosting_fee_usd_per_kwh": hosting_fee_usd_per_kwh, "maintenance_usd_per_day": maintenance_usd_per_day, "on_bad_row": on_bad_row},
        frame,
        {"hashrate_ths": hashrate_ths, "power_w": power_w, "power_price_usd_per_kwh": power_price_usd_per_kwh, "btc_price_usd": btc_price_usd},
        (("hashrate_ths", "f64"), ("power_w", "f64"), ("power_price_usd_per_kwh", "f64"), ("btc_price_usd", "f64"),),
        ("revenue_usd", "power_cost_usd", "net_usd", "status",),
        ProfitBatchColumns,
        True,
    )


@operation("mining.profit_heat_map")
def profit_heat_map(
    *,
    base: ProfitRequest | ProfitRequestDict,
    btc_prices_usd: ArrayLike,
    difficulty_factors: ArrayLike,
    power_prices_usd_per_kwh: ArrayLike,
) -> HeatMapReport:
    """Profit over a grid of bitcoin prices, difficulties and power prices, each cell as `mining.profit` computes it.

    Parameters
    ----------
    base : ProfitRequest, or a mapping of its fields
        Machine and all that does not vary; its price, difficulty and tariff are replaced by those of the grid.
    btc_prices_usd : array_like of float
        Prices of one bitcoin, in USD.
    difficulty_factors : array_like of float
        Factors of difficulty, by which the network is harder than in `base`, above 0: 1.1 for 10 % more.
    power_prices_usd_per_kwh : array_like of float
        Power prices in USD/kWh.

    Returns
    -------
    HeatMapReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.profit_heat_map(base={"hashrate_ths": 200, "power_w": 3500, "network_basis": {"difficulty": 138955357012247.3}, "subsidy_sat": 312500000, "fees_per_block_sat": 2000000, "btc_price_usd": 73674, "pool_fee": 0.02, "power_price_usd_per_kwh": 0.05, "days": 30}, btc_prices_usd=[60000, 90000, 120000], difficulty_factors=[0.5, 1, 2], power_prices_usd_per_kwh=[0.03, 0.06])
    >>> len(report.shape)
    3
    >>> len(report.btc_prices_usd)
    3
    """
    return HeatMapReport._read(call("mining.profit_heat_map", {"base": base, "btc_prices_usd": btc_prices_usd, "difficulty_factors": difficulty_factors, "power_prices_usd_per_kwh": power_prices_usd_per_kwh}))


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class FleetBatchColumns(Columns):
    """Columns of ``fleet_batch``, of the kind that came in.

    Attributes
    ----------
    hashrate_ths : float64
        Hashrate of the row after decay, in TH/s.
    gross_btc_per_day : float64
        Reward in BTC per day, before the pool's fee.
    revenue_usd_per_day : float64
        Revenue after the pool's fee, in USD per day.
    power_cost_usd_per_day : float64
        Cost of power, in USD per day.
    net_usd_per_day : float64
        Revenue less power and hosting, in USD per day.
    payback_days : float64
        Payback time in days, price of the machines over the profit of a day; NaN where they never pay back.
    payback_status : words (ok, never, unbounded, every, undefined, refused)
        State of the payback: `never` where there is no profit, `undefined` where the machines have no price.
    status : words (ok, never, unbounded, every, undefined, refused)
        State of the row.
    """

    hashrate_ths: Any
    gross_btc_per_day: Any
    revenue_usd_per_day: Any
    power_cost_usd_per_day: Any
    net_usd_per_day: Any
    payback_days: Any
    payback_status: Any
    status: Any


@overload
def fleet_batch(
    *,
    count: ArrayLike,
    hashrate_ths: ArrayLike,
    power_w: ArrayLike,
    power_price_usd_per_kwh: ArrayLike,
    machine_price_usd: ArrayLike | None = None,
    decay_per_month: ArrayLike | None = None,
    age_days: ArrayLike | None = None,
    network_basis: NetworkBasisLike,
    subsidy_sat: int,
    fees_per_block_sat: float,
    btc_price_usd: float,
    pool_fee: float,
    uptime: float | None = None,
    hosting_fee_usd_per_kwh: float | None = None,
    cooling_overhead: float | None = None,
    on_bad_row: OnBadRow | None = None,
) -> FleetBatchColumns: ...


@overload
def fleet_batch(
    frame: _Frame,
    /,
    *,
    count: ArrayLike | None = None,
    hashrate_ths: ArrayLike | None = None,
    power_w: ArrayLike | None = None,
    power_price_usd_per_kwh: ArrayLike | None = None,
    machine_price_usd: ArrayLike | None = None,
    decay_per_month: ArrayLike | None = None,
    age_days: ArrayLike | None = None,
    network_basis: NetworkBasisLike,
    subsidy_sat: int,
    fees_per_block_sat: float,
    btc_price_usd: float,
    pool_fee: float,
    uptime: float | None = None,
    hosting_fee_usd_per_kwh: float | None = None,
    cooling_overhead: float | None = None,
    on_bad_row: OnBadRow | None = None,
) -> _Frame: ...


@operation()
def fleet_batch(
    frame: Any = None,
    /,
    *,
    count: Any = None,
    hashrate_ths: Any = None,
    power_w: Any = None,
    power_price_usd_per_kwh: Any = None,
    machine_price_usd: Any = None,
    decay_per_month: Any = None,
    age_days: Any = None,
    network_basis: NetworkBasisLike,
    subsidy_sat: int,
    fees_per_block_sat: float,
    btc_price_usd: float,
    pool_fee: float,
    uptime: float | None = None,
    hosting_fee_usd_per_kwh: float | None = None,
    cooling_overhead: float | None = None,
    on_bad_row: OnBadRow | None = None,
) -> Any:
    """Earnings of groups of machines today, thousands at once, each with its age, decay and price.

    `on_bad_row` says what happens to a row that cannot be used: `refuse` (nothing is computed) or `report` (NaN in
    that row, and the word in `status`).

    Parameters
    ----------
    count : column of int64
        Number of machines, 0 to 4,294,967,295. [from 0]
    hashrate_ths : column of float64
        Nominal hashrate of one machine, in TH/s. [TH/s, from 0.0 to 1e+24]
    power_w : column of float64
        Power of one machine, in watts. [W, from 0.0 to 1000000000000000.0]
    power_price_usd_per_kwh : column of float64
        Power price in USD/kWh; may be negative. [USD/kWh, from -1000.0 to 1000.0]
    machine_price_usd : column of float64
        Price of one machine, in USD. Absent, as a column or in a row: the payback is not known. [USD, from 0.0 to 1000000000000000.0]
    decay_per_month : column of float64
        Fraction of its hashrate that a machine loses each month. Goes with `age_days`. Absent: the hashrate is nominal. [from 0.0 to 1.0]
    age_days : column of float64
        Age of the machines, in days of running: 0 to 36,525. Goes with `decay_per_month`.
    network_basis : NetworkBasis, or its word or mapping
        Difficulty, compact target or hashrate of the network: how hard a block is.
    subsidy_sat : int
        New coins per block, in satoshis; see `subsidy`. [sat, from 0 to 2100000000000000]
    fees_per_block_sat : float
        Mean transaction fees per block, in satoshis, over a window of the caller's choice; 144 blocks are customary. [sat, from 0.0 to 2100000000000000.0]
    btc_price_usd : float
        Price of one bitcoin, in USD. [USD, from 0.0 to 1000000000000.0]
    pool_fee : float
        Fraction that the pool keeps; below 1. [from 0.0 to 1.0]
    uptime : float, optional
        Fraction of the time in which the machines run. Absent: all of it. [from 0.0 to 1.0]
    hosting_fee_usd_per_kwh : float, optional
        Hosting fee on top of the power price, in USD/kWh. Absent: there is no host. [USD/kWh, from -1000.0 to 1000.0]
    cooling_overhead : float, optional
        Power at the meter over power of the machines (PUE), 1 or more. Absent: 1. [from 0.0 to 1000000000000.0]
    on_bad_row : OnBadRow, optional
        Treatment of rows that cannot be used. ["refuse" where absent]

    Returns
    -------
    FleetBatchColumns, or a DataFrame
        Columns of the kind that came in (NumPy, pandas, polars). Where a DataFrame is given, columns that are not
        named are taken from it by name, and the result is a DataFrame of its kind.

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> columns = hi.mining.fleet_batch(count=[100, 50], hashrate_ths=[200, 95], power_w=[3500, 3250], power_price_usd_per_kwh=[0.05, 0.08], machine_price_usd=[3000, 400], decay_per_month=[0, 0.005], age_days=[0, 730], network_basis={"difficulty": 138955357012247.3}, subsidy_sat=312500000, fees_per_block_sat=2000000, btc_price_usd=90000, pool_fee=0.02)
    >>> columns.hashrate_ths.tolist()
    [20000.0, 4211.604174881212]
    >>> columns.gross_btc_per_day.tolist()
    [0.00910603326120093, 0.0019175503849740508]
    """
    return _frames.call(
        "mining.fleet_batch",
        {"network_basis": network_basis, "subsidy_sat": subsidy_sat, "fees_per_block_sat": fees_per_block_sat, "btc_price_usd": btc_price_usd, "pool_fee": pool_fee, "uptime": uptime, "hosting_fee_usd_per_kwh": hosting_fee_usd_per_kwh, "cooling_overhead": cooling_overhead, "on_bad_row": on_bad_row},
        frame,
        {"count": count, "hashrate_ths": hashrate_ths, "power_w": power_w, "power_price_usd_per_kwh": power_price_usd_per_kwh, "machine_price_usd": machine_price_usd, "decay_per_month": decay_per_month, "age_days": age_days},
        (("count", "i64"), ("hashrate_ths", "f64"), ("power_w", "f64"), ("power_price_usd_per_kwh", "f64"), ("machine_price_usd", "f64"), ("decay_per_month", "f64"), ("age_days", "f64"),),
        ("hashrate_ths", "gross_btc_per_day", "revenue_usd_per_day", "power_cost_usd_per_day", "net_usd_per_day", "payback_days", "payback_status", "status",),
        FleetBatchColumns,
        True,
    )


# Below, because the modules of a package name each other's types.
from ._network import NetworkBasis, NetworkBasisLike, NetworkUsed
