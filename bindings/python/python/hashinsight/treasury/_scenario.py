"""Operations and types of ``treasury``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, ClassVar, Literal, NotRequired, Self, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from .._documents import Document, Variant, call, document, each, instant, listed, operation, rows, wide
from .._handles import Job, Progress
from .._outcome import outcome
from .._plots import WithPlot
from .._show import Rows
from ..units import TimestampOutcome

__all__ = [
    "BrownianModel",
    "BrownianModelDict",
    "JointBootstrap",
    "JointBootstrapDict",
    "MoveModel",
    "MoveModelDict",
    "MoveModelLike",
    "Stress",
    "StressDict",
    "StressDifficultyRise",
    "StressDifficultyRiseDict",
    "StressHalving",
    "StressHalvingDict",
    "StressLike",
    "StressLoanRecall",
    "StressLoanRecallDict",
    "StressPowerCost",
    "StressPowerCostDict",
    "StressPriceFall",
    "StressPriceFallDict",
    "StressReport",
    "StressRow",
    "TreasurySimulationJob",
    "TreasurySimulationReport",
    "stress_treasury",
    "treasury_simulation",
]


def __dir__() -> list[str]:
    return __all__


@document
class StressPriceFall(Document):
    """The price falls, evenly in its logarithm, and stays where it has fallen.

    Attributes
    ----------
    fraction : float
        Part of the price that is lost: 0.6 for a fall of 60 %; below 1. [from 0.0 to 1.0]
    days : float
        Days from the start until it has fallen. [d, above 0.0 to 1000000.0]
    """

    fraction: float
    days: float
    _route = "treasury.stress_treasury:stresses.[].price_fall"

    def __init__(
        self,
        fraction: float,
        days: float,
    ) -> None:
        self._fill({"fraction": fraction, "days": days})

    def _wire(self) -> dict[str, Any]:
        return {
            "fraction": self.fraction,
            "days": self.days,
        }


class StressPriceFallDict(TypedDict):
    """``StressPriceFall`` as a mapping."""

    fraction: float
    days: float


@document
class StressHalving(Document):
    """The subsidy halves: from this period on half as many coins are mined.

    Attributes
    ----------
    period : int
        Number of the period, counted from 1. [from 0]
    """

    period: int
    _route = "treasury.stress_treasury:stresses.[].halving"

    def __init__(
        self,
        period: int,
    ) -> None:
        self._fill({"period": period})

    def _wire(self) -> dict[str, Any]:
        return {
            "period": self.period,
        }


class StressHalvingDict(TypedDict):
    """``StressHalving`` as a mapping."""

    period: int


@document
class StressDifficultyRise(Document):
    """The difficulty rises at the start, and stays.

    Attributes
    ----------
    rise : float
        Rise as a part of the difficulty: 0.2 for 20 %. [from 0.0 to 1000000000000.0]
    """

    rise: float
    _route = "treasury.stress_treasury:stresses.[].difficulty_rise"

    def __init__(
        self,
        rise: float,
    ) -> None:
        self._fill({"rise": rise})

    def _wire(self) -> dict[str, Any]:
        return {
            "rise": self.rise,
        }


class StressDifficultyRiseDict(TypedDict):
    """``StressDifficultyRise`` as a mapping."""

    rise: float


@document
class StressPowerCost(Document):
    """Power costs so many times as much.

    Attributes
    ----------
    factor : float
        Factor of the cost of power: 2 for twice as much. [from 0.0 to 1000000000000.0]
    """

    factor: float
    _route = "treasury.stress_treasury:stresses.[].power_cost"

    def __init__(
        self,
        factor: float,
    ) -> None:
        self._fill({"factor": factor})

    def _wire(self) -> dict[str, Any]:
        return {
            "factor": self.factor,
        }


class StressPowerCostDict(TypedDict):
    """``StressPowerCost`` as a mapping."""

    factor: float


@document
class StressLoanRecall(Document):
    """The loan is called: it is repaid at the end of this period.

    Attributes
    ----------
    period : int
        Number of the period, counted from 1. [from 0]
    """

    period: int
    _route = "treasury.stress_treasury:stresses.[].loan_recall"

    def __init__(
        self,
        period: int,
    ) -> None:
        self._fill({"period": period})

    def _wire(self) -> dict[str, Any]:
        return {
            "period": self.period,
        }


class StressLoanRecallDict(TypedDict):
    """``StressLoanRecall`` as a mapping."""

    period: int


@document
class Stress(Variant):
    """One turn of the world. What a stress does not name stays as it is.

    Cases
    -----
    calm
        Nothing turns: what the others are compared with.
    price_fall
        The price falls, evenly in its logarithm, and stays where it has fallen.
    halving
        The subsidy halves: from this period on half as many coins are mined.
    difficulty_rise
        The difficulty rises at the start, and stays.
    power_cost
        Power costs so many times as much.
    loan_recall
        The loan is called: it is repaid at the end of this period.
    """

    tag: Literal["calm", "price_fall", "halving", "difficulty_rise", "power_cost", "loan_recall"]
    content: StressPriceFall | StressHalving | StressDifficultyRise | StressPowerCost | StressLoanRecall | None = None
    _route = "treasury.stress_treasury:stresses.[]"

    @classmethod
    def calm(cls) -> Self:
        """Nothing turns: what the others are compared with."""
        return cls._made("calm")

    @classmethod
    def price_fall(cls, content: StressPriceFall | StressPriceFallDict) -> Self:
        """The price falls, evenly in its logarithm, and stays where it has fallen."""
        return cls._made("price_fall", content)

    @classmethod
    def halving(cls, content: StressHalving | StressHalvingDict) -> Self:
        """The subsidy halves: from this period on half as many coins are mined."""
        return cls._made("halving", content)

    @classmethod
    def difficulty_rise(cls, content: StressDifficultyRise | StressDifficultyRiseDict) -> Self:
        """The difficulty rises at the start, and stays."""
        return cls._made("difficulty_rise", content)

    @classmethod
    def power_cost(cls, content: StressPowerCost | StressPowerCostDict) -> Self:
        """Power costs so many times as much."""
        return cls._made("power_cost", content)

    @classmethod
    def loan_recall(cls, content: StressLoanRecall | StressLoanRecallDict) -> Self:
        """The loan is called: it is repaid at the end of this period."""
        return cls._made("loan_recall", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "price_fall":
            return StressPriceFall._read(content)
        if tag == "halving":
            return StressHalving._read(content)
        if tag == "difficulty_rise":
            return StressDifficultyRise._read(content)
        if tag == "power_cost":
            return StressPowerCost._read(content)
        if tag == "loan_recall":
            return StressLoanRecall._read(content)
        return content


class StressDict(TypedDict, total=False):
    """``Stress`` as a mapping: one of the keys, with its content."""

    price_fall: StressPriceFall | StressPriceFallDict
    halving: StressHalving | StressHalvingDict
    difficulty_rise: StressDifficultyRise | StressDifficultyRiseDict
    power_cost: StressPowerCost | StressPowerCostDict
    loan_recall: StressLoanRecall | StressLoanRecallDict


StressLike: TypeAlias = "Stress | StressDict | Literal['calm']"
"""What is taken for a ``Stress``."""


@document
class BrownianModel(Document):
    """Geometric Brownian motion: the logarithm moves by `(drift - volatility^2 / 2) t + volatility sqrt(t) z`.

    Attributes
    ----------
    price_drift_per_year : float
        Growth rate of the expected price per year, as a fraction: its mean is multiplied by `e^drift` in a year. [1/year, from -10.0 to 10.0]
    price_volatility : float
        Volatility of the price, per square root of a year. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    difficulty_drift_per_year : float, optional
        Growth rate of the expected difficulty per year, as a fraction. [1/year, from -10.0 to 10.0; 0.0 where absent]
    difficulty_volatility : float, optional
        Volatility of the difficulty, per square root of a year. Absent: it grows without chance. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    correlation : float, optional
        Correlation between the moves of price and difficulty in the same period. [from -1.0 to 1.0; 0.0 where absent]
    """

    price_drift_per_year: float
    price_volatility: float
    difficulty_drift_per_year: float | None = None
    difficulty_volatility: float | None = None
    correlation: float | None = None
    _route = "treasury.treasury_simulation:model.brownian"

    def __init__(
        self,
        price_drift_per_year: float,
        price_volatility: float,
        difficulty_drift_per_year: float | None = None,
        difficulty_volatility: float | None = None,
        correlation: float | None = None,
    ) -> None:
        self._fill({"price_drift_per_year": price_drift_per_year, "price_volatility": price_volatility, "difficulty_drift_per_year": difficulty_drift_per_year, "difficulty_volatility": difficulty_volatility, "correlation": correlation})

    def _wire(self) -> dict[str, Any]:
        return {
            "price_drift_per_year": self.price_drift_per_year,
            "price_volatility": self.price_volatility,
            "difficulty_drift_per_year": self.difficulty_drift_per_year,
            "difficulty_volatility": self.difficulty_volatility,
            "correlation": self.correlation,
        }


class BrownianModelDict(TypedDict):
    """``BrownianModel`` as a mapping."""

    price_drift_per_year: float
    price_volatility: float
    difficulty_drift_per_year: NotRequired[float | None]
    difficulty_volatility: NotRequired[float | None]
    correlation: NotRequired[float | None]


@document
class JointBootstrap(Document):
    """Moves of the past, one pair per period of the simulation, drawn in blocks of consecutive periods that begin anywhere and go on at the
    start where the history ends: the circular block bootstrap (Politis and Romano 1992).

    Attributes
    ----------
    log_price_moves : tuple[float, ...]
        Moves of the price's logarithm, one per period, -10 to 10.
    log_difficulty_moves : tuple[float, ...]
        Moves of the difficulty's logarithm in the same periods, -10 to 10.
    block_periods : int
        Number of consecutive periods that are drawn together, 1 or more. [from 1 to 100000]
    """

    log_price_moves: tuple[float, ...]
    log_difficulty_moves: tuple[float, ...]
    block_periods: int
    _route = "treasury.treasury_simulation:model.bootstrap"

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


class JointBootstrapDict(TypedDict):
    """``JointBootstrap`` as a mapping."""

    log_price_moves: ArrayLike
    log_difficulty_moves: ArrayLike
    block_periods: int


@document
class MoveModel(Variant):
    """How price and difficulty move.

    Cases
    -----
    brownian
        Geometric Brownian motion of both, correlated.
    bootstrap
        Moves of the past, both from the same periods, in blocks.
    """

    tag: Literal["brownian", "bootstrap"]
    content: BrownianModel | JointBootstrap | None = None
    _route = "treasury.treasury_simulation:model"

    @classmethod
    def brownian(cls, content: BrownianModel | BrownianModelDict) -> Self:
        """Geometric Brownian motion of both, correlated."""
        return cls._made("brownian", content)

    @classmethod
    def bootstrap(cls, content: JointBootstrap | JointBootstrapDict) -> Self:
        """Moves of the past, both from the same periods, in blocks."""
        return cls._made("bootstrap", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "brownian":
            return BrownianModel._read(content)
        if tag == "bootstrap":
            return JointBootstrap._read(content)
        return content


class MoveModelDict(TypedDict, total=False):
    """``MoveModel`` as a mapping: one of the keys, with its content."""

    brownian: BrownianModel | BrownianModelDict
    bootstrap: JointBootstrap | JointBootstrapDict


MoveModelLike: TypeAlias = "MoveModel | MoveModelDict"
"""What is taken for a ``MoveModel``."""


@document
class TreasurySimulationReport(WithPlot, Document):
    """Result of `TreasurySimulation`. All figures are of the simulated paths.

    Attributes
    ----------
    paths : int
        Number of simulated paths. [from 0]
    probability_of_shortfall : float
        Part of the paths on which a payment is not met.
    probability_of_shortfall_low : float
        Lower end of the exact 95 % interval of that probability.
    probability_of_shortfall_high : float
        Upper end of the exact 95 % interval of that probability.
    mean_equity_usd : float
        Mean of coins at the last price and cash, less the loan that is still owed, in USD.
    standard_error_usd : float
        Standard error of that mean, in USD.
    tail_equity_usd : float
        Quantile of the equity at the tail, in USD (linear between paths).
    tail_mean_equity_usd : float
        Mean equity of the worst part of the paths, in USD: the conditional value at risk as a level (Acerbi and Tasche 2002).
    quantiles : tuple[float, ...]
        Levels of `equity_usd`, as asked.
    equity_usd : tuple[float, ...]
        Quantiles of the equity at the end, in USD, in the order of `quantiles` (linear between paths).
    mean_coins_sat : float
        Mean of the coins at the end, in satoshis.
    mean_cash_flow_usd : float
        Mean of the operating cash flow, in USD: value of the coins mined less payments.
    tail_cash_flow_usd : float
        Quantile of the operating cash flow at the tail, in USD.
    cash_flow_at_risk_usd : float
        Cash flow at risk, in USD: mean of the operating cash flow less its quantile at the tail.
    mean_least_cash_usd : float
        Mean of the least cash of each path, in USD.
    mean_price_usd : tuple[float, ...]
        Mean price at the end of each period, in USD.
    mean_cash_usd : tuple[float, ...]
        Mean cash at the end of each period, in USD.
    mean_period_coins_sat : tuple[float, ...]
        Mean coins at the end of each period, in satoshis.
    shortfall_by_period : tuple[float, ...]
        Part of the paths on which a payment was not met by the end of each period.
    """

    paths: int
    probability_of_shortfall: float
    probability_of_shortfall_low: float
    probability_of_shortfall_high: float
    mean_equity_usd: float
    standard_error_usd: float
    tail_equity_usd: float
    tail_mean_equity_usd: float
    quantiles: tuple[float, ...]
    equity_usd: tuple[float, ...]
    mean_coins_sat: float
    mean_cash_flow_usd: float
    tail_cash_flow_usd: float
    cash_flow_at_risk_usd: float
    mean_least_cash_usd: float
    mean_price_usd: tuple[float, ...]
    mean_cash_usd: tuple[float, ...]
    mean_period_coins_sat: tuple[float, ...]
    shortfall_by_period: tuple[float, ...]
    _plotted = "treasury_simulation"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["quantiles"] = listed(document["quantiles"])
        document["equity_usd"] = listed(document["equity_usd"])
        document["mean_price_usd"] = listed(document["mean_price_usd"])
        document["mean_cash_usd"] = listed(document["mean_cash_usd"])
        document["mean_period_coins_sat"] = listed(document["mean_period_coins_sat"])
        document["shortfall_by_period"] = listed(document["shortfall_by_period"])

    def _wire(self) -> dict[str, Any]:
        return {
            "paths": self.paths,
            "probability_of_shortfall": self.probability_of_shortfall,
            "probability_of_shortfall_low": self.probability_of_shortfall_low,
            "probability_of_shortfall_high": self.probability_of_shortfall_high,
            "mean_equity_usd": self.mean_equity_usd,
            "standard_error_usd": self.standard_error_usd,
            "tail_equity_usd": self.tail_equity_usd,
            "tail_mean_equity_usd": self.tail_mean_equity_usd,
            "quantiles": self.quantiles,
            "equity_usd": self.equity_usd,
            "mean_coins_sat": self.mean_coins_sat,
            "mean_cash_flow_usd": self.mean_cash_flow_usd,
            "tail_cash_flow_usd": self.tail_cash_flow_usd,
            "cash_flow_at_risk_usd": self.cash_flow_at_risk_usd,
            "mean_least_cash_usd": self.mean_least_cash_usd,
            "mean_price_usd": self.mean_price_usd,
            "mean_cash_usd": self.mean_cash_usd,
            "mean_period_coins_sat": self.mean_period_coins_sat,
            "shortfall_by_period": self.shortfall_by_period,
        }


@document
class StressRow(Document):
    """Effect of one stress on the treasury.

    Attributes
    ----------
    stress : Stress
        Stress.
    coins_sat : int
        Coins at the end, in satoshis. [sat, from 0 to 2100000000000000]
    cash_usd : Decimal
        Cash at the end, in USD.
    equity_usd : float
        Coins at the last price and cash, less the loan that is still owed, in USD.
    cash_flow_usd : Decimal
        Operating cash flow over all periods, in USD: value of the coins mined less payments.
    sold_sat : int
        Coins sold, in satoshis, less those bought.
    least_cash_usd : Decimal
        Least cash at the end of a period, in USD; below 0 where a payment was not met.
    first_shortfall_ms : TimestampOutcome
        End of the first period whose payments were not met, in Unix milliseconds UTC. `never` where all were.
    price_usd : tuple[float, ...]
        Price at the end of each period, in USD.
    period_cash_usd : tuple[float, ...]
        Cash at the end of each period, in USD.
    period_coins_sat : tuple[int, ...]
        Coins at the end of each period, in satoshis.
    """

    stress: Stress
    coins_sat: int
    cash_usd: Decimal
    equity_usd: float
    cash_flow_usd: Decimal
    sold_sat: int
    least_cash_usd: Decimal
    first_shortfall_ms: TimestampOutcome
    price_usd: tuple[float, ...]
    period_cash_usd: tuple[float, ...]
    period_coins_sat: tuple[int, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["stress"] = Stress._read(document["stress"])
        document["cash_usd"] = Decimal(document["cash_usd"])
        document["cash_flow_usd"] = Decimal(document["cash_flow_usd"])
        document["least_cash_usd"] = Decimal(document["least_cash_usd"])
        document["first_shortfall_ms"] = outcome(document["first_shortfall_ms"], instant)
        document["price_usd"] = listed(document["price_usd"])
        document["period_cash_usd"] = listed(document["period_cash_usd"])
        document["period_coins_sat"] = listed(document["period_coins_sat"])

    def _wire(self) -> dict[str, Any]:
        return {
            "stress": self.stress,
            "coins_sat": self.coins_sat,
            "cash_usd": self.cash_usd,
            "equity_usd": self.equity_usd,
            "cash_flow_usd": self.cash_flow_usd,
            "sold_sat": self.sold_sat,
            "least_cash_usd": self.least_cash_usd,
            "first_shortfall_ms": self.first_shortfall_ms,
            "price_usd": self.price_usd,
            "period_cash_usd": self.period_cash_usd,
            "period_coins_sat": self.period_coins_sat,
        }


@document
class StressReport(WithPlot, Document):
    """Result of `stress_treasury`.

    Attributes
    ----------
    rows : Rows[StressRow]
        Stresses, in the order of the request.
    """

    rows: Rows[StressRow]
    _plotted = "stress"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["rows"] = rows(StressRow._read, document["rows"])

    def _wire(self) -> dict[str, Any]:
        return {
            "rows": self.rows,
        }


class TreasurySimulationJob(Job):
    """``treasury_simulation`` in blocks: save, resume, split over machines with ``blocks=(start, end)``, merge."""

    _path: ClassVar[str] = "treasury.treasury_simulation"
    _report: ClassVar[type[Any]] = TreasurySimulationReport

    @operation("treasury.treasury_simulation")
    def __init__(
        self,
        *,
        start_ms: datetime.datetime | int | str,
        price_usd: float,
        coins_sat: int,
        cash_usd: Decimal | str,
        costs: Costs | CostsDict,
        periods: int,
        period_days: float | None = None,
        mined_sat: int | None = None,
        power_usd: Decimal | str | None = None,
        other_usd: Decimal | str | None = None,
        loan_usd: Decimal | str | None = None,
        loan_due_period: int | None = None,
        halving_period: int | None = None,
        cost_usd: Decimal | str | None = None,
        policy: PolicyLike,
        model: MoveModelLike,
        paths: int,
        seed: int,
        tail: float | None = None,
        quantiles: ArrayLike | None = None,
        blocks: tuple[int, int] | None = None,
    ) -> None:
        super().__init__({"start_ms": start_ms, "price_usd": price_usd, "coins_sat": coins_sat, "cash_usd": cash_usd, "costs": costs, "periods": periods, "period_days": period_days, "mined_sat": mined_sat, "power_usd": power_usd, "other_usd": other_usd, "loan_usd": loan_usd, "loan_due_period": loan_due_period, "halving_period": halving_period, "cost_usd": cost_usd, "policy": policy, "model": model, "paths": paths, "seed": wide(seed), "tail": tail, "quantiles": quantiles}, blocks)

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        start_ms: datetime.datetime | int | str,
        price_usd: float,
        coins_sat: int,
        cash_usd: Decimal | str,
        costs: Costs | CostsDict,
        periods: int,
        period_days: float | None = None,
        mined_sat: int | None = None,
        power_usd: Decimal | str | None = None,
        other_usd: Decimal | str | None = None,
        loan_usd: Decimal | str | None = None,
        loan_due_period: int | None = None,
        halving_period: int | None = None,
        cost_usd: Decimal | str | None = None,
        policy: PolicyLike,
        model: MoveModelLike,
        paths: int,
        seed: int,
        tail: float | None = None,
        quantiles: ArrayLike | None = None,
    ) -> Self:
        """The job that ``save`` wrote, opened with the same parameters."""
        return cls._again({"start_ms": start_ms, "price_usd": price_usd, "coins_sat": coins_sat, "cash_usd": cash_usd, "costs": costs, "periods": periods, "period_days": period_days, "mined_sat": mined_sat, "power_usd": power_usd, "other_usd": other_usd, "loan_usd": loan_usd, "loan_due_period": loan_due_period, "halving_period": halving_period, "cost_usd": cost_usd, "policy": policy, "model": model, "paths": paths, "seed": wide(seed), "tail": tail, "quantiles": quantiles}, state)

    def report(self) -> TreasurySimulationReport:
        """The result, once every block of the whole job is done."""
        result: TreasurySimulationReport = self._result()
        return result


@operation("treasury.treasury_simulation")
def treasury_simulation(
    *,
    start_ms: datetime.datetime | int | str,
    price_usd: float,
    coins_sat: int,
    cash_usd: Decimal | str,
    costs: Costs | CostsDict,
    periods: int,
    period_days: float | None = None,
    mined_sat: int | None = None,
    power_usd: Decimal | str | None = None,
    other_usd: Decimal | str | None = None,
    loan_usd: Decimal | str | None = None,
    loan_due_period: int | None = None,
    halving_period: int | None = None,
    cost_usd: Decimal | str | None = None,
    policy: PolicyLike,
    model: MoveModelLike,
    paths: int,
    seed: int,
    tail: float | None = None,
    quantiles: ArrayLike | None = None,
    progress: Progress = False,
) -> TreasurySimulationReport:
    """A treasury on random paths of price and difficulty, drawn together: shortfalls, equity, cash flow at risk.

    Parameters
    ----------
    start_ms : datetime.datetime | int | str
        Instant of the start, in Unix milliseconds UTC; the first period ends `period_days` later. [ms, from 1230940800000 to 253402235999999]
    price_usd : float
        Price of one bitcoin at the start, in USD. [USD, from 0.0 to 1000000000000.0]
    coins_sat : int
        Coins held at the start, in satoshis. [sat, from 0 to 2100000000000000]
    cash_usd : Decimal | str
        Cash held at the start, in USD, 0 or more.
    costs : Costs, or a mapping of its fields
        Costs of a trade.
    periods : int
        Number of periods, 1 to 1200. [from 1 to 1200]
    period_days : float, optional
        Length of a period, in days of 86,400 s. [d, above 0.0 to 1000000.0; 30.0 where absent]
    mined_sat : int, optional
        Coins mined per period at the difficulty and subsidy of the start, in satoshis. [sat, from 0 to 2100000000000000; 0 where absent]
    power_usd : Decimal | str, optional
        Cost of power per period, in USD, paid at its end. ["0" where absent]
    other_usd : Decimal | str, optional
        Other costs per period, in USD, paid at its end. ["0" where absent]
    loan_usd : Decimal | str, optional
        Loan that is to be repaid, in USD. What is not repaid by the last period is still owed then, and the equity is less by it. ["0" where absent]
    loan_due_period : int, optional
        Number of the period at whose end the loan is repaid, counted from 1. Absent: after the last. [from 0]
    halving_period : int, optional
        Number of the period from which on the subsidy is half, counted from 1. Absent: it stays. [from 0]
    cost_usd : Decimal | str, optional
        Cost of the coins held at the start, in USD, all together. Absent: rules that compare with it do nothing.
    policy : Policy, or its word or mapping
        Policy that decides in each period. No signal is known to it.
    model : MoveModel, or its word or mapping
        How price and difficulty move.
    paths : int
        Number of simulated paths, 2 to 10,000,000. [from 2 to 10000000]
    seed : int
        Seed of the random numbers.
    tail : float, optional
        Part of the paths that is the tail, above 0 and below 1: 0.05 for the worst of twenty. [from 0.0 to 1.0; 0.05 where absent]
    quantiles : array_like of float, optional
        Probabilities for which the equity at the end is reported. Absent: none. [[] where absent]
    progress : bool or callable, optional
        True shows a bar (tqdm where installed); a callable gets (blocks done, blocks in all).

    Returns
    -------
    TreasurySimulationReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.treasury_simulation(start_ms=1780272000000, price_usd=73674, coins_sat=6000000000, cash_usd="600000", costs={"fee": 0.001, "slippage": 0.0005}, periods=12, period_days=30, mined_sat=300000000, power_usd="180000", other_usd="45000", loan_usd="1000000", loan_due_period=12, halving_period=9, cost_usd="3500000", policy={"dca": {"side": "sell", "sum_usd": "300000", "every_days": 30}}, model={"bootstrap": {"log_price_moves": [0.146, -0.0732, 0.053, -0.1089, 0.1039, 0.0605, 0.315, -0.0164, 0.0846, -0.146, -0.0165, 0.0814, 0.1454, -0.0193, 0.0914, -0.0357, -0.0133, -0.0173, -0.2616, 0.0448, 0.0094, -0.2739, -0.0024, 0.1177, 0.0166], "log_difficulty_moves": [-0.0432, -0.0084, -0.0196, 0.0866, -0.012, 0.079, 0.0669, 0.0592, 0.0176, 0.0011, 0.0284, 0.08, -0.0129, 0.0383, -0.0011, 0.0268, 0.093, 0.0303, 0.0372, -0.0271, -0.0117, -0.0143, -0.0763, 0.0134, 0.0074], "block_periods": 3}}, paths=1024, seed=20260531, tail=0.05, quantiles=[0.05, 0.5, 0.95])
    >>> report.paths
    1024
    >>> report.probability_of_shortfall
    0.0
    """
    return TreasurySimulationJob(start_ms=start_ms, price_usd=price_usd, coins_sat=coins_sat, cash_usd=cash_usd, costs=costs, periods=periods, period_days=period_days, mined_sat=mined_sat, power_usd=power_usd, other_usd=other_usd, loan_usd=loan_usd, loan_due_period=loan_due_period, halving_period=halving_period, cost_usd=cost_usd, policy=policy, model=model, paths=paths, seed=seed, tail=tail, quantiles=quantiles).run(progress).report()


@operation("treasury.stress_treasury")
def stress_treasury(
    *,
    start_ms: datetime.datetime | int | str,
    price_usd: float,
    coins_sat: int,
    cash_usd: Decimal | str,
    costs: Costs | CostsDict,
    periods: int,
    period_days: float | None = None,
    mined_sat: int | None = None,
    power_usd: Decimal | str | None = None,
    other_usd: Decimal | str | None = None,
    loan_usd: Decimal | str | None = None,
    loan_due_period: int | None = None,
    halving_period: int | None = None,
    cost_usd: Decimal | str | None = None,
    policy: PolicyLike,
    stresses: Sequence[StressLike] | None = None,
) -> StressReport:
    """What named stresses do to a treasury: a fall of 60 % in 30 days, the halving, difficulty up, power at twice its cost, the loan called.

    Parameters
    ----------
    start_ms : datetime.datetime | int | str
        Instant of the start, in Unix milliseconds UTC; the first period ends `period_days` later. [ms, from 1230940800000 to 253402235999999]
    price_usd : float
        Price of one bitcoin at the start, in USD. [USD, from 0.0 to 1000000000000.0]
    coins_sat : int
        Coins held at the start, in satoshis. [sat, from 0 to 2100000000000000]
    cash_usd : Decimal | str
        Cash held at the start, in USD, 0 or more.
    costs : Costs, or a mapping of its fields
        Costs of a trade.
    periods : int
        Number of periods, 1 to 1200. [from 1 to 1200]
    period_days : float, optional
        Length of a period, in days of 86,400 s. [d, above 0.0 to 1000000.0; 30.0 where absent]
    mined_sat : int, optional
        Coins mined per period at the difficulty and subsidy of the start, in satoshis. [sat, from 0 to 2100000000000000; 0 where absent]
    power_usd : Decimal | str, optional
        Cost of power per period, in USD, paid at its end. ["0" where absent]
    other_usd : Decimal | str, optional
        Other costs per period, in USD, paid at its end. ["0" where absent]
    loan_usd : Decimal | str, optional
        Loan that is to be repaid, in USD. What is not repaid by the last period is still owed then, and the equity is less by it. ["0" where absent]
    loan_due_period : int, optional
        Number of the period at whose end the loan is repaid, counted from 1. Absent: after the last. [from 0]
    halving_period : int, optional
        Number of the period from which on the subsidy is half, counted from 1. Absent: it stays. [from 0]
    cost_usd : Decimal | str, optional
        Cost of the coins held at the start, in USD, all together. Absent: rules that compare with it do nothing.
    policy : Policy, or its word or mapping
        Policy that decides in each period. No signal is known to it.
    stresses : Sequence[StressLike], optional
        Stresses, each by itself. Absent: the named ones. [["calm",{"price_fall":{"fraction":0.6,"days":30.0}},{"halving":{"period":1}},{"difficulty_rise":{"rise":0.2}},{"power_cost":{"factor":2.0}},{"loan_recall":{"period":1}}] where absent]

    Returns
    -------
    StressReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.stress_treasury(start_ms=1780272000000, price_usd=73674, coins_sat=6000000000, cash_usd="600000", costs={"fee": 0.001, "slippage": 0.0005}, periods=12, period_days=30, mined_sat=300000000, power_usd="180000", other_usd="45000", loan_usd="1000000", loan_due_period=12, halving_period=9, cost_usd="3500000", policy={"dca": {"side": "sell", "sum_usd": "225000", "every_days": 30}})
    >>> len(report.rows)
    6
    """
    return StressReport._read(call("treasury.stress_treasury", {"start_ms": start_ms, "price_usd": price_usd, "coins_sat": coins_sat, "cash_usd": cash_usd, "costs": costs, "periods": periods, "period_days": period_days, "mined_sat": mined_sat, "power_usd": power_usd, "other_usd": other_usd, "loan_usd": loan_usd, "loan_due_period": loan_due_period, "halving_period": halving_period, "cost_usd": cost_usd, "policy": policy, "stresses": stresses}))


# Below, because the modules of a package name each other's types.
from ._coverage import Costs, CostsDict
from ._policy import Policy, PolicyLike
