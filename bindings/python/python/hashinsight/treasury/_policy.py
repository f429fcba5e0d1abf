"""Operations and types of ``treasury``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from .._documents import Document, FrameLike, Variant, call, day, document, each, instant, listed, operation, rows
from .._outcome import outcome
from .._show import Rows
from ..units import Outcome, Verdict

__all__ = [
    "BasisFunding",
    "BasisFundingDict",
    "BasisReport",
    "Cap",
    "CapDict",
    "CollarReport",
    "CoveredCallReport",
    "Cppi",
    "CppiDict",
    "Dca",
    "DcaDict",
    "DecideReport",
    "ExecutionCost",
    "ExecutionScheduleReport",
    "FloorRule",
    "FloorRuleDict",
    "ForwardHedgeReport",
    "FundingReport",
    "HedgeRatio",
    "HedgeRatioDict",
    "HedgeRatioLeastVariance",
    "HedgeRatioLeastVarianceDict",
    "HedgeRatioLike",
    "HedgeResult",
    "HedgedQuantity",
    "HedgedQuantityDict",
    "HedgedQuantityHashprice",
    "HedgedQuantityHashpriceDict",
    "HedgedQuantityLike",
    "HedgedQuantityPower",
    "HedgedQuantityPowerDict",
    "Layered",
    "LayeredDict",
    "Left",
    "Level",
    "LevelDict",
    "LinearImpact",
    "LinearImpactDict",
    "Memory",
    "MemoryDay",
    "MemoryDayDict",
    "MemoryDict",
    "MemoryHighest",
    "MemoryHighestDict",
    "MemoryLadder",
    "MemoryLadderDict",
    "MemoryLast",
    "MemoryLastDict",
    "MemoryLike",
    "MemorySwitch",
    "MemorySwitchDict",
    "MiningCycle",
    "MiningCycleDict",
    "Observation",
    "ObservationDict",
    "OpexCoverage",
    "OpexCoverageDict",
    "Plan",
    "PlanStep",
    "Policy",
    "PolicyDict",
    "PolicyLike",
    "Reason",
    "ReasonBasisFunding",
    "ReasonCap",
    "ReasonCppi",
    "ReasonDca",
    "ReasonFloor",
    "ReasonLayered",
    "ReasonMax",
    "ReasonMin",
    "ReasonMiningCycle",
    "ReasonOpexCoverage",
    "ReasonThen",
    "ReasonVolatilityTrigger",
    "ShareOf",
    "Signals",
    "SignalsDict",
    "State",
    "StateDict",
    "TradeSide",
    "VolatilityTrigger",
    "VolatilityTriggerDict",
    "WhenInfeasible",
    "basis",
    "collar",
    "covered_call",
    "decide",
    "execution_schedule",
    "forward_hedge",
    "funding",
]


def __dir__() -> list[str]:
    return __all__


@document
class Signals(Document):
    """Signals at one instant, as somebody else has made them: each a plain number, absent where it is not known.

    Attributes
    ----------
    rsi : float, optional
        Relative strength index of the price, 0 to 100. [from 0.0 to 100.0]
    hashprice_percentile : float, optional
        Place of today's hashprice among those of its window, as a fraction. [from 0.0 to 1.0]
    puell : float, optional
        Puell multiple: issuance in USD over its mean of 365 days. [from 0.0 to 1000000000000.0]
    hash_ribbon : float, optional
        Mean hashrate of 30 days over that of 60 days; below 1 miners capitulate. [from 0.0 to 1000000000000.0]
    basis_per_year : float, optional
        Annualised basis of a dated future over spot, per year, as a fraction. [from -100.0 to 100.0]
    funding_per_year : float, optional
        Annualised funding that a short perpetual receives, per year, as a fraction; below 0 the short pays. [from -100.0 to 100.0]
    volatility_fast : float, optional
        Volatility of a short window, per square root of a year. [from 0.0 to 1000000000000.0]
    volatility_slow : float, optional
        Volatility of a long window, per square root of a year. [from 0.0 to 1000000000000.0]
    """

    rsi: float | None = None
    hashprice_percentile: float | None = None
    puell: float | None = None
    hash_ribbon: float | None = None
    basis_per_year: float | None = None
    funding_per_year: float | None = None
    volatility_fast: float | None = None
    volatility_slow: float | None = None
    _route = "treasury.coverage:observation.signals"

    def __init__(
        self,
        rsi: float | None = None,
        hashprice_percentile: float | None = None,
        puell: float | None = None,
        hash_ribbon: float | None = None,
        basis_per_year: float | None = None,
        funding_per_year: float | None = None,
        volatility_fast: float | None = None,
        volatility_slow: float | None = None,
    ) -> None:
        self._fill({"rsi": rsi, "hashprice_percentile": hashprice_percentile, "puell": puell, "hash_ribbon": hash_ribbon, "basis_per_year": basis_per_year, "funding_per_year": funding_per_year, "volatility_fast": volatility_fast, "volatility_slow": volatility_slow})

    def _wire(self) -> dict[str, Any]:
        return {
            "rsi": self.rsi,
            "hashprice_percentile": self.hashprice_percentile,
            "puell": self.puell,
            "hash_ribbon": self.hash_ribbon,
            "basis_per_year": self.basis_per_year,
            "funding_per_year": self.funding_per_year,
            "volatility_fast": self.volatility_fast,
            "volatility_slow": self.volatility_slow,
        }


class SignalsDict(TypedDict):
    """``Signals`` as a mapping."""

    rsi: NotRequired[float | None]
    hashprice_percentile: NotRequired[float | None]
    puell: NotRequired[float | None]
    hash_ribbon: NotRequired[float | None]
    basis_per_year: NotRequired[float | None]
    funding_per_year: NotRequired[float | None]
    volatility_fast: NotRequired[float | None]
    volatility_slow: NotRequired[float | None]


@document
class Observation(Document):
    """A treasury and its market at one instant.

    Attributes
    ----------
    time_ms : datetime.datetime
        Instant of the observation, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    price_usd : float
        Price of one bitcoin, in USD. [USD, from 0.0 to 1000000000000.0]
    coins_sat : int
        Coins held, in satoshis. [sat, from 0 to 2100000000000000]
    cash_usd : Decimal
        Cash held, in USD; below 0 where an account is overdrawn.
    costs : Costs
        Costs of a trade.
    cost_usd : Decimal, optional
        Cost of the coins held, in USD, all together. Absent: a rule that compares with it does nothing.
    liabilities : Rows[Payment], optional
        Payments that are still to be made, in order of time. [[] where absent]
    signals : Signals, optional
        Signals of the instant. [{} where absent]
    """

    time_ms: datetime.datetime
    price_usd: float
    coins_sat: int
    cash_usd: Decimal
    costs: Costs
    cost_usd: Decimal | None = None
    liabilities: Rows[Payment] | None = None
    signals: Signals | None = None
    _route = "treasury.coverage:observation"

    def __init__(
        self,
        time_ms: datetime.datetime | int | str,
        price_usd: float,
        coins_sat: int,
        cash_usd: Decimal | str,
        costs: Costs | CostsDict,
        cost_usd: Decimal | str | None = None,
        liabilities: Sequence[Payment | PaymentDict] | FrameLike | None = None,
        signals: Signals | SignalsDict | None = None,
    ) -> None:
        self._fill({"time_ms": time_ms, "price_usd": price_usd, "coins_sat": coins_sat, "cash_usd": cash_usd, "costs": costs, "cost_usd": cost_usd, "liabilities": liabilities, "signals": signals})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])
        document["cash_usd"] = Decimal(document["cash_usd"])
        document["costs"] = Costs._read(document["costs"])
        if document.get("cost_usd") is not None:
            document["cost_usd"] = Decimal(document["cost_usd"])
        if document.get("liabilities") is not None:
            document["liabilities"] = rows(Payment._read, document["liabilities"])
        if document.get("signals") is not None:
            document["signals"] = Signals._read(document["signals"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "price_usd": self.price_usd,
            "coins_sat": self.coins_sat,
            "cash_usd": self.cash_usd,
            "costs": self.costs,
            "cost_usd": self.cost_usd,
            "liabilities": self.liabilities,
            "signals": self.signals,
        }


class ObservationDict(TypedDict):
    """``Observation`` as a mapping."""

    time_ms: datetime.datetime | int | str
    price_usd: float
    coins_sat: int
    cash_usd: Decimal | str
    costs: Costs | CostsDict
    cost_usd: NotRequired[Decimal | str | None]
    liabilities: NotRequired[Sequence[Payment | PaymentDict] | None]
    signals: NotRequired[Signals | SignalsDict | None]


TradeSide: TypeAlias = Literal["sell", "buy"]
"""Side of a trade.

Cases
-----
sell
    Coins become cash.
buy
    Cash becomes coins.
"""


@document
class Dca(Document):
    """Equal sums at equal times: at the first decision, and then whenever `every_days` have passed since the last trade.

    A sale brings `sum_usd` after costs, or sells all coins where they bring less; a purchase spends at most `sum_usd`, and at most the cash.

    Attributes
    ----------
    side : TradeSide
        Side of the trades.
    sum_usd : Decimal
        Sum of each trade in USD, after costs, above 0.
    every_days : float
        Time between trades, in days of 86,400 s. [d, above 0.0 to 1000000.0]
    """

    side: TradeSide
    sum_usd: Decimal
    every_days: float
    _route = "treasury.decide:policy.dca"

    def __init__(
        self,
        side: TradeSide,
        sum_usd: Decimal | str,
        every_days: float,
    ) -> None:
        self._fill({"side": side, "sum_usd": sum_usd, "every_days": every_days})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["sum_usd"] = Decimal(document["sum_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "side": self.side,
            "sum_usd": self.sum_usd,
            "every_days": self.every_days,
        }


class DcaDict(TypedDict):
    """``Dca`` as a mapping."""

    side: TradeSide
    sum_usd: Decimal | str
    every_days: float


@document
class OpexCoverage(Document):
    """Cash for the payments of the coming days: the smallest sale that brings what is missing.

    Attributes
    ----------
    coverage_days : float
        Span whose payments the cash is to meet, in days of 86,400 s. [d, above 0.0 to 1000000.0]
    max_daily : float
        Greatest part of the coins sold in a day, as a fraction of those with which the day began. [from 0.0 to 1.0]
    reserve_usd : Decimal, optional
        Cash that is kept besides, in USD, at least 0. ["0" where absent]
    """

    coverage_days: float
    max_daily: float
    reserve_usd: Decimal | None = None
    _route = "treasury.decide:policy.opex_coverage"

    def __init__(
        self,
        coverage_days: float,
        max_daily: float,
        reserve_usd: Decimal | str | None = None,
    ) -> None:
        self._fill({"coverage_days": coverage_days, "max_daily": max_daily, "reserve_usd": reserve_usd})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("reserve_usd") is not None:
            document["reserve_usd"] = Decimal(document["reserve_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "coverage_days": self.coverage_days,
            "max_daily": self.max_daily,
            "reserve_usd": self.reserve_usd,
        }


class OpexCoverageDict(TypedDict):
    """``OpexCoverage`` as a mapping."""

    coverage_days: float
    max_daily: float
    reserve_usd: NotRequired[Decimal | str | None]


@document
class Level(Document):
    """A level of a ladder.

    Attributes
    ----------
    multiple : float
        Price at which the level is sold, as a multiple of the reference. [from 0.0 to 1000000000000.0]
    share : float
        Part of the coins that is sold, as a fraction. [from 0.0 to 1.0]
    """

    multiple: float
    share: float
    _route = "treasury.decide:policy.layered.levels.[]"

    def __init__(
        self,
        multiple: float,
        share: float,
    ) -> None:
        self._fill({"multiple": multiple, "share": share})

    def _wire(self) -> dict[str, Any]:
        return {
            "multiple": self.multiple,
            "share": self.share,
        }


class LevelDict(TypedDict):
    """``Level`` as a mapping."""

    multiple: float
    share: float


ShareOf: TypeAlias = Literal["initial", "remaining"]
"""Coins that shares of a ladder are parts of.

Cases
-----
initial
    Coins held at the first decision.
remaining
    Coins held when the level is sold.
"""


@document
class Layered(Document):
    """Profit taken level by level. Each level is sold once; a price that jumps over several sells them all.

    Attributes
    ----------
    levels : Rows[Level]
        Levels, in order of their multiples: 1 to 32.
    share_of : ShareOf
        Coins that the shares are parts of.
    reference_usd : float, optional
        Price of one bitcoin from which the levels are counted, in USD. Absent: the average cost of the coins held. [USD, from 0.0 to 1000000000000.0]
    trailing_stop : float, optional
        Fall from the highest price since the first sold level that ends the ladder, as a fraction above 0. Absent: no fall does. [from 0.0 to 1.0]
    reserve : float, optional
        Part of the coins held at the first decision that is never sold, as a fraction. [from 0.0 to 1.0; 0.0 where absent]
    rsi_above : float, optional
        Relative strength index above which levels are sold, 0 to 100. Absent: at any. [from 0.0 to 100.0]
    """

    levels: Rows[Level]
    share_of: ShareOf
    reference_usd: float | None = None
    trailing_stop: float | None = None
    reserve: float | None = None
    rsi_above: float | None = None
    _route = "treasury.decide:policy.layered"

    def __init__(
        self,
        levels: Sequence[Level | LevelDict] | FrameLike,
        share_of: ShareOf,
        reference_usd: float | None = None,
        trailing_stop: float | None = None,
        reserve: float | None = None,
        rsi_above: float | None = None,
    ) -> None:
        self._fill({"levels": levels, "share_of": share_of, "reference_usd": reference_usd, "trailing_stop": trailing_stop, "reserve": reserve, "rsi_above": rsi_above})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["levels"] = rows(Level._read, document["levels"])

    def _wire(self) -> dict[str, Any]:
        return {
            "levels": self.levels,
            "share_of": self.share_of,
            "reference_usd": self.reference_usd,
            "trailing_stop": self.trailing_stop,
            "reserve": self.reserve,
            "rsi_above": self.rsi_above,
        }


class LayeredDict(TypedDict):
    """``Layered`` as a mapping."""

    levels: Sequence[Level | LevelDict]
    share_of: ShareOf
    reference_usd: NotRequired[float | None]
    trailing_stop: NotRequired[float | None]
    reserve: NotRequired[float | None]
    rsi_above: NotRequired[float | None]


@document
class MiningCycle(Document):
    """A share of the coins while hashprice, Puell multiple and hash ribbon are all high, at most once in `every_days`.

    Attributes
    ----------
    hashprice_percentile_above : float
        Place of today's hashprice in its window above which coins are sold, as a fraction. [from 0.0 to 1.0]
    puell_above : float
        Puell multiple above which coins are sold. [from 0.0 to 1000000000000.0]
    hash_ribbon_above : float, optional
        Mean hashrate of 30 days over that of 60 days above which coins are sold: 1 keeps from selling in a capitulation. Absent: at any. [from 0.0 to 1000000000000.0]
    share : float
        Part of the coins that is sold at once, as a fraction. [from 0.0 to 1.0]
    every_days : float
        Least time between sales, in days of 86,400 s. [d, above 0.0 to 1000000.0]
    """

    hashprice_percentile_above: float
    puell_above: float
    share: float
    every_days: float
    hash_ribbon_above: float | None = None
    _route = "treasury.decide:policy.mining_cycle"

    def __init__(
        self,
        hashprice_percentile_above: float,
        puell_above: float,
        share: float,
        every_days: float,
        hash_ribbon_above: float | None = None,
    ) -> None:
        self._fill({"hashprice_percentile_above": hashprice_percentile_above, "puell_above": puell_above, "hash_ribbon_above": hash_ribbon_above, "share": share, "every_days": every_days})

    def _wire(self) -> dict[str, Any]:
        return {
            "hashprice_percentile_above": self.hashprice_percentile_above,
            "puell_above": self.puell_above,
            "hash_ribbon_above": self.hash_ribbon_above,
            "share": self.share,
            "every_days": self.every_days,
        }


class MiningCycleDict(TypedDict):
    """``MiningCycle`` as a mapping."""

    hashprice_percentile_above: float
    puell_above: float
    hash_ribbon_above: NotRequired[float | None]
    share: float
    every_days: float


@document
class BasisFunding(Document):
    """A short future against the coins while it is paid for, with hysteresis.

    Attributes
    ----------
    enter_per_year : float
        Annualised basis from which the coins are hedged, per year. [from -100.0 to 100.0]
    exit_per_year : float
        Annualised basis down to which they stay hedged, per year, below `enter_per_year`. [from -100.0 to 100.0]
    hedge : float
        Part of the coins that is hedged, as a fraction. [from 0.0 to 1.0]
    pays_at_most_per_year : float, optional
        Greatest annualised funding that the short may pay, per year. Absent: funding is not asked for. [from 0.0 to 100.0]
    """

    enter_per_year: float
    exit_per_year: float
    hedge: float
    pays_at_most_per_year: float | None = None
    _route = "treasury.decide:policy.basis_funding"

    def __init__(
        self,
        enter_per_year: float,
        exit_per_year: float,
        hedge: float,
        pays_at_most_per_year: float | None = None,
    ) -> None:
        self._fill({"enter_per_year": enter_per_year, "exit_per_year": exit_per_year, "hedge": hedge, "pays_at_most_per_year": pays_at_most_per_year})

    def _wire(self) -> dict[str, Any]:
        return {
            "enter_per_year": self.enter_per_year,
            "exit_per_year": self.exit_per_year,
            "hedge": self.hedge,
            "pays_at_most_per_year": self.pays_at_most_per_year,
        }


class BasisFundingDict(TypedDict):
    """``BasisFunding`` as a mapping."""

    enter_per_year: float
    exit_per_year: float
    hedge: float
    pays_at_most_per_year: NotRequired[float | None]


@document
class VolatilityTrigger(Document):
    """A share of the coins each time the volatility of a short window rises far above that of a long one, with hysteresis.

    Attributes
    ----------
    on_ratio : float
        Quotient of the volatilities from which the trigger is on, above `off_ratio`. [from 0.0 to 1000000000000.0]
    off_ratio : float
        Quotient of the volatilities down to which it stays on. [from 0.0 to 1000000000000.0]
    share : float
        Part of the coins that is sold when it turns on, as a fraction. [from 0.0 to 1.0]
    """

    on_ratio: float
    off_ratio: float
    share: float
    _route = "treasury.decide:policy.volatility_trigger"

    def __init__(
        self,
        on_ratio: float,
        off_ratio: float,
        share: float,
    ) -> None:
        self._fill({"on_ratio": on_ratio, "off_ratio": off_ratio, "share": share})

    def _wire(self) -> dict[str, Any]:
        return {
            "on_ratio": self.on_ratio,
            "off_ratio": self.off_ratio,
            "share": self.share,
        }


class VolatilityTriggerDict(TypedDict):
    """``VolatilityTrigger`` as a mapping."""

    on_ratio: float
    off_ratio: float
    share: float


@document
class Cppi(Document):
    """A multiple of the cushion above a floor in coins, the rest in cash: sells when the price falls, buys when it rises.

    Attributes
    ----------
    multiplier : float
        Multiple of the cushion that is held in coins, above 0, at most 100. [from 0.0 to 1000000000000.0]
    floor_usd : Decimal, optional
        Value that is protected, in USD. Absent: the sum of the payments that are still to be made.
    ratchet : float, optional
        Part of the highest value so far that is protected as well, as a fraction. Absent: the floor does not rise. [from 0.0 to 1.0]
    band : float, optional
        Distance from the wanted exposure below which nothing is traded, as a fraction of the value. [from 0.0 to 1.0; 0.0 where absent]
    """

    multiplier: float
    floor_usd: Decimal | None = None
    ratchet: float | None = None
    band: float | None = None
    _route = "treasury.decide:policy.cppi"

    def __init__(
        self,
        multiplier: float,
        floor_usd: Decimal | str | None = None,
        ratchet: float | None = None,
        band: float | None = None,
    ) -> None:
        self._fill({"multiplier": multiplier, "floor_usd": floor_usd, "ratchet": ratchet, "band": band})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("floor_usd") is not None:
            document["floor_usd"] = Decimal(document["floor_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "multiplier": self.multiplier,
            "floor_usd": self.floor_usd,
            "ratchet": self.ratchet,
            "band": self.band,
        }


class CppiDict(TypedDict):
    """``Cppi`` as a mapping."""

    multiplier: float
    floor_usd: NotRequired[Decimal | str | None]
    ratchet: NotRequired[float | None]
    band: NotRequired[float | None]


WhenInfeasible: TypeAlias = Literal["sell_most", "hold"]
"""Sale of a floor where none meets every payment in the worst case.

Cases
-----
sell_most
    As much is sold as the step allows: no other plan lasts longer in the worst case.
hold
    Nothing is sold.
"""


@document
class FloorRule(Document):
    """The smallest sale after which every payment stays coverable in the worst case, once a step.

    The greatest of this and other policies keeps the guarantee, as long as no purchase is larger; the smallest of several does not, nor does a
    limit that the terms do not know.

    Attributes
    ----------
    terms : FloorTerms
        Promises about the future.
    when_infeasible : WhenInfeasible
        Sale where none meets every payment in the worst case.
    """

    terms: FloorTerms
    when_infeasible: WhenInfeasible
    _route = "treasury.decide:policy.floor"

    def __init__(
        self,
        terms: FloorTerms | FloorTermsDict,
        when_infeasible: WhenInfeasible,
    ) -> None:
        self._fill({"terms": terms, "when_infeasible": when_infeasible})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["terms"] = FloorTerms._read(document["terms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "terms": self.terms,
            "when_infeasible": self.when_infeasible,
        }


class FloorRuleDict(TypedDict):
    """``FloorRule`` as a mapping."""

    terms: FloorTerms | FloorTermsDict
    when_infeasible: WhenInfeasible


@document
class Cap(Document):
    """What another policy does, selling at most so much a day.

    A rule that looks at cash asks again for what was cut; one that acts once (a level, a trigger) does not.

    Attributes
    ----------
    policy : Policy
        Policy that is limited.
    max_daily : float
        Greatest part of the coins sold in a day, as a fraction of those with which the day began. [from 0.0 to 1.0]
    """

    policy: Policy
    max_daily: float
    _route = "treasury.decide:policy.cap"

    def __init__(
        self,
        policy: PolicyLike,
        max_daily: float,
    ) -> None:
        self._fill({"policy": policy, "max_daily": max_daily})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["policy"] = Policy._read(document["policy"])

    def _wire(self) -> dict[str, Any]:
        return {
            "policy": self.policy,
            "max_daily": self.max_daily,
        }


class CapDict(TypedDict):
    """``Cap`` as a mapping."""

    policy: PolicyLike
    max_daily: float


@document
class Policy(Variant):
    """When to sell how much: a document, and the one object that decides live, in backtest and in simulation.

    Cases
    -----
    hold
        Nothing is ever traded.
    dca
        Equal sums at equal times.
    opex_coverage
        Cash for the payments of the coming days.
    layered
        Profit taken level by level.
    mining_cycle
        A share of the coins at the height of the mining cycle.
    basis_funding
        Coins hedged with a short future while the market pays for it.
    volatility_trigger
        A share of the coins when the market becomes wild.
    cppi
        A multiple of the cushion above a floor in coins.
    floor
        The smallest sale that keeps every payment coverable in the worst case.
    max
        The greatest sale of 1 to 16 policies, all asked about the same treasury.
    min
        The smallest sale of 1 to 16 policies, all asked about the same treasury.
    cap
        What another policy does, at most so much a day.
    then
        1 to 16 policies one after the other, each with what those before it leave.
    """

    tag: Literal["hold", "dca", "opex_coverage", "layered", "mining_cycle", "basis_funding", "volatility_trigger", "cppi", "floor", "max", "min", "cap", "then"]
    content: Dca | OpexCoverage | Layered | MiningCycle | BasisFunding | VolatilityTrigger | Cppi | FloorRule | tuple[Policy, ...] | Cap | None = None
    _route = "treasury.decide:policy"

    @classmethod
    def hold(cls) -> Self:
        """Nothing is ever traded."""
        return cls._made("hold")

    @classmethod
    def dca(cls, content: Dca | DcaDict) -> Self:
        """Equal sums at equal times."""
        return cls._made("dca", content)

    @classmethod
    def opex_coverage(cls, content: OpexCoverage | OpexCoverageDict) -> Self:
        """Cash for the payments of the coming days."""
        return cls._made("opex_coverage", content)

    @classmethod
    def layered(cls, content: Layered | LayeredDict) -> Self:
        """Profit taken level by level."""
        return cls._made("layered", content)

    @classmethod
    def mining_cycle(cls, content: MiningCycle | MiningCycleDict) -> Self:
        """A share of the coins at the height of the mining cycle."""
        return cls._made("mining_cycle", content)

    @classmethod
    def basis_funding(cls, content: BasisFunding | BasisFundingDict) -> Self:
        """Coins hedged with a short future while the market pays for it."""
        return cls._made("basis_funding", content)

    @classmethod
    def volatility_trigger(cls, content: VolatilityTrigger | VolatilityTriggerDict) -> Self:
        """A share of the coins when the market becomes wild."""
        return cls._made("volatility_trigger", content)

    @classmethod
    def cppi(cls, content: Cppi | CppiDict) -> Self:
        """A multiple of the cushion above a floor in coins."""
        return cls._made("cppi", content)

    @classmethod
    def floor(cls, content: FloorRule | FloorRuleDict) -> Self:
        """The smallest sale that keeps every payment coverable in the worst case."""
        return cls._made("floor", content)

    @classmethod
    def max(cls, content: Sequence[PolicyLike]) -> Self:
        """The greatest sale of 1 to 16 policies, all asked about the same treasury."""
        return cls._made("max", content)

    @classmethod
    def min(cls, content: Sequence[PolicyLike]) -> Self:
        """The smallest sale of 1 to 16 policies, all asked about the same treasury."""
        return cls._made("min", content)

    @classmethod
    def cap(cls, content: Cap | CapDict) -> Self:
        """What another policy does, at most so much a day."""
        return cls._made("cap", content)

    @classmethod
    def then(cls, content: Sequence[PolicyLike]) -> Self:
        """1 to 16 policies one after the other, each with what those before it leave."""
        return cls._made("then", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "dca":
            return Dca._read(content)
        if tag == "opex_coverage":
            return OpexCoverage._read(content)
        if tag == "layered":
            return Layered._read(content)
        if tag == "mining_cycle":
            return MiningCycle._read(content)
        if tag == "basis_funding":
            return BasisFunding._read(content)
        if tag == "volatility_trigger":
            return VolatilityTrigger._read(content)
        if tag == "cppi":
            return Cppi._read(content)
        if tag == "floor":
            return FloorRule._read(content)
        if tag == "max":
            return each(Policy._read, content)
        if tag == "min":
            return each(Policy._read, content)
        if tag == "cap":
            return Cap._read(content)
        if tag == "then":
            return each(Policy._read, content)
        return content


class PolicyDict(TypedDict, total=False):
    """``Policy`` as a mapping: one of the keys, with its content."""

    dca: Dca | DcaDict
    opex_coverage: OpexCoverage | OpexCoverageDict
    layered: Layered | LayeredDict
    mining_cycle: MiningCycle | MiningCycleDict
    basis_funding: BasisFunding | BasisFundingDict
    volatility_trigger: VolatilityTrigger | VolatilityTriggerDict
    cppi: Cppi | CppiDict
    floor: FloorRule | FloorRuleDict
    max: Sequence[PolicyLike]
    min: Sequence[PolicyLike]
    cap: Cap | CapDict
    then: Sequence[PolicyLike]


PolicyLike: TypeAlias = "Policy | PolicyDict | Literal['hold']"
"""What is taken for a ``Policy``."""


@document
class MemoryLast(Document):
    """Time of the last trade.

    Attributes
    ----------
    time_ms : datetime.datetime, optional
        Instant of the last trade, in Unix milliseconds UTC. Absent: there was none. [ms, from 1230940800000 to 253402235999999]
    """

    time_ms: datetime.datetime | None = None
    _route = "treasury.decide:state.memories.[].last"

    def __init__(
        self,
        time_ms: datetime.datetime | int | str | None = None,
    ) -> None:
        self._fill({"time_ms": time_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("time_ms") is not None:
            document["time_ms"] = instant(document["time_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
        }


class MemoryLastDict(TypedDict):
    """``MemoryLast`` as a mapping."""

    time_ms: NotRequired[datetime.datetime | int | str | None]


@document
class MemoryDay(Document):
    """Sales of the running day.

    Attributes
    ----------
    since_ms : datetime.datetime, optional
        Instant at which the day began: that of its first decision, in Unix milliseconds UTC. Absent: no day began. [ms, from 1230940800000 to 253402235999999]
    coins_sat : int
        Coins held when the day began, in satoshis. [from 0 to 2100000000000000]
    sold_sat : int
        Coins sold in the day, in satoshis. [from 0 to 2100000000000000]
    """

    coins_sat: int
    sold_sat: int
    since_ms: datetime.datetime | None = None
    _route = "treasury.decide:state.memories.[].day"

    def __init__(
        self,
        coins_sat: int,
        sold_sat: int,
        since_ms: datetime.datetime | int | str | None = None,
    ) -> None:
        self._fill({"since_ms": since_ms, "coins_sat": coins_sat, "sold_sat": sold_sat})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("since_ms") is not None:
            document["since_ms"] = instant(document["since_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "since_ms": self.since_ms,
            "coins_sat": self.coins_sat,
            "sold_sat": self.sold_sat,
        }


class MemoryDayDict(TypedDict):
    """``MemoryDay`` as a mapping."""

    since_ms: NotRequired[datetime.datetime | int | str | None]
    coins_sat: int
    sold_sat: int


@document
class MemoryLadder(Document):
    """Levels of a ladder.

    Attributes
    ----------
    coins_sat : int, optional
        Coins held at the first decision, in satoshis. Absent: nothing was decided. [sat, from 0 to 2100000000000000]
    taken : int
        Number of levels that are sold. [from 0]
    highest_usd : Decimal, optional
        Highest price of one bitcoin since the first level was sold, in USD. Absent: none is sold.
    stopped : bool
        Whether the trailing stop has ended the ladder.
    """

    taken: int
    stopped: bool
    coins_sat: int | None = None
    highest_usd: Decimal | None = None
    _route = "treasury.decide:state.memories.[].ladder"

    def __init__(
        self,
        taken: int,
        stopped: bool,
        coins_sat: int | None = None,
        highest_usd: Decimal | str | None = None,
    ) -> None:
        self._fill({"coins_sat": coins_sat, "taken": taken, "highest_usd": highest_usd, "stopped": stopped})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("highest_usd") is not None:
            document["highest_usd"] = Decimal(document["highest_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "coins_sat": self.coins_sat,
            "taken": self.taken,
            "highest_usd": self.highest_usd,
            "stopped": self.stopped,
        }


class MemoryLadderDict(TypedDict):
    """``MemoryLadder`` as a mapping."""

    coins_sat: NotRequired[int | None]
    taken: int
    highest_usd: NotRequired[Decimal | str | None]
    stopped: bool


@document
class MemorySwitch(Document):
    """State of a switch.

    Attributes
    ----------
    on : bool
        Whether it is on.
    """

    on: bool
    _route = "treasury.decide:state.memories.[].switch"

    def __init__(
        self,
        on: bool,
    ) -> None:
        self._fill({"on": on})

    def _wire(self) -> dict[str, Any]:
        return {
            "on": self.on,
        }


class MemorySwitchDict(TypedDict):
    """``MemorySwitch`` as a mapping."""

    on: bool


@document
class MemoryHighest(Document):
    """Highest value of the treasury.

    Attributes
    ----------
    value_usd : Decimal, optional
        Highest value of coins and cash, in USD. Absent: nothing was decided.
    """

    value_usd: Decimal | None = None
    _route = "treasury.decide:state.memories.[].highest"

    def __init__(
        self,
        value_usd: Decimal | str | None = None,
    ) -> None:
        self._fill({"value_usd": value_usd})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("value_usd") is not None:
            document["value_usd"] = Decimal(document["value_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "value_usd": self.value_usd,
        }


class MemoryHighestDict(TypedDict):
    """``MemoryHighest`` as a mapping."""

    value_usd: NotRequired[Decimal | str | None]


@document
class Memory(Variant):
    """Memory of one rule.

    Cases
    -----
    nothing
        The rule remembers nothing.
    last
        Time of the last trade.
    day
        Sales of the running day.
    ladder
        Levels of a ladder.
    switch
        State of a switch.
    highest
        Highest value of the treasury.
    """

    tag: Literal["nothing", "last", "day", "ladder", "switch", "highest"]
    content: MemoryLast | MemoryDay | MemoryLadder | MemorySwitch | MemoryHighest | None = None
    _route = "treasury.decide:state.memories.[]"

    @classmethod
    def nothing(cls) -> Self:
        """The rule remembers nothing."""
        return cls._made("nothing")

    @classmethod
    def last(cls, content: MemoryLast | MemoryLastDict) -> Self:
        """Time of the last trade."""
        return cls._made("last", content)

    @classmethod
    def day(cls, content: MemoryDay | MemoryDayDict) -> Self:
        """Sales of the running day."""
        return cls._made("day", content)

    @classmethod
    def ladder(cls, content: MemoryLadder | MemoryLadderDict) -> Self:
        """Levels of a ladder."""
        return cls._made("ladder", content)

    @classmethod
    def switch(cls, content: MemorySwitch | MemorySwitchDict) -> Self:
        """State of a switch."""
        return cls._made("switch", content)

    @classmethod
    def highest(cls, content: MemoryHighest | MemoryHighestDict) -> Self:
        """Highest value of the treasury."""
        return cls._made("highest", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "last":
            return MemoryLast._read(content)
        if tag == "day":
            return MemoryDay._read(content)
        if tag == "ladder":
            return MemoryLadder._read(content)
        if tag == "switch":
            return MemorySwitch._read(content)
        if tag == "highest":
            return MemoryHighest._read(content)
        return content


class MemoryDict(TypedDict, total=False):
    """``Memory`` as a mapping: one of the keys, with its content."""

    last: MemoryLast | MemoryLastDict
    day: MemoryDay | MemoryDayDict
    ladder: MemoryLadder | MemoryLadderDict
    switch: MemorySwitch | MemorySwitchDict
    highest: MemoryHighest | MemoryHighestDict


MemoryLike: TypeAlias = "Memory | MemoryDict | Literal['nothing']"
"""What is taken for a ``Memory``."""


@document
class State(Document):
    """Memory of a policy between decisions: the memories of its rules, in the order in which the policy names them.

    Attributes
    ----------
    time_ms : datetime.datetime, optional
        Instant of the last decision, in Unix milliseconds UTC. Absent: there was none. [ms, from 1230940800000 to 253402235999999]
    memories : tuple[Memory, ...], optional
        Memories of the rules. Empty: nothing was decided yet. [[] where absent]
    """

    time_ms: datetime.datetime | None = None
    memories: tuple[Memory, ...] | None = None
    _route = "treasury.decide:state"

    def __init__(
        self,
        time_ms: datetime.datetime | int | str | None = None,
        memories: Sequence[MemoryLike] | None = None,
    ) -> None:
        self._fill({"time_ms": time_ms, "memories": memories})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("time_ms") is not None:
            document["time_ms"] = instant(document["time_ms"])
        if document.get("memories") is not None:
            document["memories"] = each(Memory._read, document["memories"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "memories": self.memories,
        }


class StateDict(TypedDict):
    """``State`` as a mapping."""

    time_ms: NotRequired[datetime.datetime | int | str | None]
    memories: NotRequired[Sequence[MemoryLike] | None]


@document
class ReasonDca(Document):
    """Equal sums at equal times.

    Attributes
    ----------
    next_ms : datetime.datetime, optional
        Instant from which the next trade is due, in Unix milliseconds UTC. Absent: beyond the year 9999. [ms, from 1230940800000 to 253402235999999]
    """

    next_ms: datetime.datetime | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("next_ms") is not None:
            document["next_ms"] = instant(document["next_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "next_ms": self.next_ms,
        }


@document
class ReasonOpexCoverage(Document):
    """Cash for the payments of the coming days.

    Attributes
    ----------
    due_usd : Decimal
        Payments of the coming days, in USD.
    short_usd : Decimal
        Cash that is missing for them and the reserve, in USD; below 0 where there is more.
    limit_sat : int
        Most coins that the day still allows to sell, in satoshis.
    """

    due_usd: Decimal
    short_usd: Decimal
    limit_sat: int

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["due_usd"] = Decimal(document["due_usd"])
        document["short_usd"] = Decimal(document["short_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "due_usd": self.due_usd,
            "short_usd": self.short_usd,
            "limit_sat": self.limit_sat,
        }


@document
class ReasonLayered(Document):
    """Profit taken level by level.

    Attributes
    ----------
    reference_usd : float, optional
        Price of one bitcoin from which the levels are counted, in USD. Absent: the cost of the coins is not known.
    taken : int
        Number of levels that are sold, with those of this decision. [from 0]
    next_level_usd : float, optional
        Price of the next level, in USD. Absent: all are sold, or there is no reference.
    highest_usd : Decimal, optional
        Highest price since the first level was sold, in USD. Absent: none is sold.
    stopped : bool
        Whether the trailing stop has ended the ladder.
    filter : Verdict
        Whether the filter lets levels be sold.
    """

    taken: int
    stopped: bool
    filter: Verdict
    reference_usd: float | None = None
    next_level_usd: float | None = None
    highest_usd: Decimal | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("highest_usd") is not None:
            document["highest_usd"] = Decimal(document["highest_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "reference_usd": self.reference_usd,
            "taken": self.taken,
            "next_level_usd": self.next_level_usd,
            "highest_usd": self.highest_usd,
            "stopped": self.stopped,
            "filter": self.filter,
        }


@document
class ReasonMiningCycle(Document):
    """A share at the height of the mining cycle.

    Attributes
    ----------
    verdict : Verdict
        Whether every signal that is asked for says so.
    hashprice_percentile : float, optional
        Place of today's hashprice in its window, as a fraction.
    puell : float, optional
        Puell multiple.
    hash_ribbon : float, optional
        Mean hashrate of 30 days over that of 60 days.
    next_ms : datetime.datetime, optional
        Instant from which the next sale may be, in Unix milliseconds UTC. Absent: at any time. [ms, from 1230940800000 to 253402235999999]
    """

    verdict: Verdict
    hashprice_percentile: float | None = None
    puell: float | None = None
    hash_ribbon: float | None = None
    next_ms: datetime.datetime | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("next_ms") is not None:
            document["next_ms"] = instant(document["next_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "verdict": self.verdict,
            "hashprice_percentile": self.hashprice_percentile,
            "puell": self.puell,
            "hash_ribbon": self.hash_ribbon,
            "next_ms": self.next_ms,
        }


@document
class ReasonBasisFunding(Document):
    """A short future against the coins while it is paid for.

    Attributes
    ----------
    hedged : bool
        Whether the coins are hedged.
    basis_per_year : float, optional
        Annualised basis, per year. Absent: not known, and nothing changes.
    funding_per_year : float, optional
        Annualised funding that a short receives, per year. Absent: not known.
    """

    hedged: bool
    basis_per_year: float | None = None
    funding_per_year: float | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "hedged": self.hedged,
            "basis_per_year": self.basis_per_year,
            "funding_per_year": self.funding_per_year,
        }


@document
class ReasonVolatilityTrigger(Document):
    """A share when the market becomes wild.

    Attributes
    ----------
    on : bool
        Whether the trigger is on.
    ratio : float, optional
        Volatility of the short window over that of the long one. Absent: not known, and nothing changes.
    """

    on: bool
    ratio: float | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "on": self.on,
            "ratio": self.ratio,
        }


@document
class ReasonCppi(Document):
    """A multiple of the cushion in coins.

    Attributes
    ----------
    value_usd : Decimal
        Value of coins and cash, in USD.
    floor_usd : Decimal
        Value that is protected, in USD.
    exposure_usd : Decimal
        Value of the coins that the rule wants, in USD.
    """

    value_usd: Decimal
    floor_usd: Decimal
    exposure_usd: Decimal

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["value_usd"] = Decimal(document["value_usd"])
        document["floor_usd"] = Decimal(document["floor_usd"])
        document["exposure_usd"] = Decimal(document["exposure_usd"])

    def _wire(self) -> dict[str, Any]:
        return {
            "value_usd": self.value_usd,
            "floor_usd": self.floor_usd,
            "exposure_usd": self.exposure_usd,
        }


@document
class ReasonFloor(Document):
    """The smallest sale that keeps every payment coverable.

    Attributes
    ----------
    guaranteed : Verdict
        Whether every payment is met in the worst case once this is sold; cannot say between two steps.
    shortfall_usd : Decimal
        Cash that is missing in the worst case, in USD; 0 where nothing is.
    next_ms : datetime.datetime, optional
        Instant from which the next decision is due, in Unix milliseconds UTC. Absent: beyond the year 9999. [ms, from 1230940800000 to 253402235999999]
    """

    guaranteed: Verdict
    shortfall_usd: Decimal
    next_ms: datetime.datetime | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["shortfall_usd"] = Decimal(document["shortfall_usd"])
        if document.get("next_ms") is not None:
            document["next_ms"] = instant(document["next_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "guaranteed": self.guaranteed,
            "shortfall_usd": self.shortfall_usd,
            "next_ms": self.next_ms,
        }


@document
class ReasonMax(Document):
    """The greatest sale of several policies.

    Attributes
    ----------
    chosen : int
        Place of the policy whose sale is the greatest. [from 0]
    """

    chosen: int

    def _wire(self) -> dict[str, Any]:
        return {
            "chosen": self.chosen,
        }


@document
class ReasonMin(Document):
    """The smallest sale of several policies.

    Attributes
    ----------
    chosen : int
        Place of the policy whose sale is the smallest. [from 0]
    """

    chosen: int

    def _wire(self) -> dict[str, Any]:
        return {
            "chosen": self.chosen,
        }


@document
class ReasonCap(Document):
    """A sale, at most so much a day.

    Attributes
    ----------
    limit_sat : int
        Most coins that the day still allows to sell, in satoshis.
    """

    limit_sat: int

    def _wire(self) -> dict[str, Any]:
        return {
            "limit_sat": self.limit_sat,
        }


@document
class ReasonThen(Document):
    """Policies one after the other.

    Attributes
    ----------
    traded : int
        Number of policies that traded. [from 0]
    """

    traded: int

    def _wire(self) -> dict[str, Any]:
        return {
            "traded": self.traded,
        }


@document
class Reason(Variant):
    """Rule that spoke, and the numbers that it read.

    Cases
    -----
    hold
        Hold: nothing is ever traded.
    dca
        Equal sums at equal times.
    opex_coverage
        Cash for the payments of the coming days.
    layered
        Profit taken level by level.
    mining_cycle
        A share at the height of the mining cycle.
    basis_funding
        A short future against the coins while it is paid for.
    volatility_trigger
        A share when the market becomes wild.
    cppi
        A multiple of the cushion in coins.
    floor
        The smallest sale that keeps every payment coverable.
    max
        The greatest sale of several policies.
    min
        The smallest sale of several policies.
    cap
        A sale, at most so much a day.
    then
        Policies one after the other.
    """

    tag: Literal["hold", "dca", "opex_coverage", "layered", "mining_cycle", "basis_funding", "volatility_trigger", "cppi", "floor", "max", "min", "cap", "then"]
    content: ReasonDca | ReasonOpexCoverage | ReasonLayered | ReasonMiningCycle | ReasonBasisFunding | ReasonVolatilityTrigger | ReasonCppi | ReasonFloor | ReasonMax | ReasonMin | ReasonCap | ReasonThen | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "dca":
            return ReasonDca._read(content)
        if tag == "opex_coverage":
            return ReasonOpexCoverage._read(content)
        if tag == "layered":
            return ReasonLayered._read(content)
        if tag == "mining_cycle":
            return ReasonMiningCycle._read(content)
        if tag == "basis_funding":
            return ReasonBasisFunding._read(content)
        if tag == "volatility_trigger":
            return ReasonVolatilityTrigger._read(content)
        if tag == "cppi":
            return ReasonCppi._read(content)
        if tag == "floor":
            return ReasonFloor._read(content)
        if tag == "max":
            return ReasonMax._read(content)
        if tag == "min":
            return ReasonMin._read(content)
        if tag == "cap":
            return ReasonCap._read(content)
        if tag == "then":
            return ReasonThen._read(content)
        return content


@document
class PlanStep(Document):
    """Sale that one rule of a policy asked for.

    Attributes
    ----------
    sell_sat : int
        Coins that the rule asked to sell, in satoshis; below 0 to buy.
    reason : Reason
        Rule, and the numbers that it read.
    """

    sell_sat: int
    reason: Reason

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["reason"] = Reason._read(document["reason"])

    def _wire(self) -> dict[str, Any]:
        return {
            "sell_sat": self.sell_sat,
            "reason": self.reason,
        }


@document
class Left(Document):
    """Treasury as a plan leaves it once it is carried out.

    Attributes
    ----------
    coins_sat : int
        Coins left, in satoshis. [sat, from 0 to 2100000000000000]
    cash_usd : Decimal
        Cash left, in USD.
    coverage_days : Outcome
        Days until the first payment that the cash left does not meet; unbounded where it meets every payment that is known.
    """

    coins_sat: int
    cash_usd: Decimal
    coverage_days: Outcome

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["cash_usd"] = Decimal(document["cash_usd"])
        document["coverage_days"] = outcome(document["coverage_days"])

    def _wire(self) -> dict[str, Any]:
        return {
            "coins_sat": self.coins_sat,
            "cash_usd": self.cash_usd,
            "coverage_days": self.coverage_days,
        }


@document
class Plan(Document):
    """What to trade now, and why.

    Attributes
    ----------
    sell_sat : int
        Coins to sell, in satoshis. [sat, from 0 to 2100000000000000]
    buy_sat : int
        Coins to buy, in satoshis. [sat, from 0 to 2100000000000000]
    hedge_sat : int, optional
        Coins to hold short in futures against the coins, in satoshis. Absent: the policy does not hedge. [sat, from 0 to 2100000000000000]
    proceeds_usd : Decimal
        Cash that the trade brings after costs, in USD; below 0 for a purchase.
    reason : Reason
        Rule that decided, and the numbers that it read.
    steps : Rows[PlanStep]
        Requests of all rules that were asked, in the order in which the policy names them.
    floors : tuple[Floor, ...]
        Certificates of the floors that decided now, or what each lacks, in the order in which the policy names them.
    left : Left
        Treasury that the plan leaves.
    """

    sell_sat: int
    buy_sat: int
    proceeds_usd: Decimal
    reason: Reason
    steps: Rows[PlanStep]
    floors: tuple[Floor, ...]
    left: Left
    hedge_sat: int | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["proceeds_usd"] = Decimal(document["proceeds_usd"])
        document["reason"] = Reason._read(document["reason"])
        document["steps"] = rows(PlanStep._read, document["steps"])
        document["floors"] = each(Floor._read, document["floors"])
        document["left"] = Left._read(document["left"])

    def _wire(self) -> dict[str, Any]:
        return {
            "sell_sat": self.sell_sat,
            "buy_sat": self.buy_sat,
            "hedge_sat": self.hedge_sat,
            "proceeds_usd": self.proceeds_usd,
            "reason": self.reason,
            "steps": self.steps,
            "floors": self.floors,
            "left": self.left,
        }


@document
class DecideReport(Document):
    """Result of `decide`.

    Attributes
    ----------
    plan : Plan
        Plan, with its reasons.
    state : State
        Memory of the policy if the plan is carried out: input of its next decision.
    """

    plan: Plan
    state: State

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["plan"] = Plan._read(document["plan"])
        document["state"] = State._read(document["state"])

    def _wire(self) -> dict[str, Any]:
        return {
            "plan": self.plan,
            "state": self.state,
        }


@document
class BasisReport(Document):
    """Result of `annualised_basis`.

    Attributes
    ----------
    simple_per_year : float
        Basis per year of 365 days, not compounded, as a fraction: `(F/S - 1) 365 / days`.
    continuous_per_year : float
        Basis per year of 365 days, continuously compounded, as a fraction: `ln(F/S) 365 / days`.
    """

    simple_per_year: float
    continuous_per_year: float

    def _wire(self) -> dict[str, Any]:
        return {
            "simple_per_year": self.simple_per_year,
            "continuous_per_year": self.continuous_per_year,
        }


@document
class FundingReport(Document):
    """Result of `annualised_funding`.

    Attributes
    ----------
    simple_per_year : float
        Funding per year of 365 days, not compounded, as a fraction: `rate * 8760 / hours`.
    compounded_per_year : Outcome
        Funding per year of 365 days, compounded each interval, as a fraction: `(1 + rate)^(8760 / hours) - 1`; unbounded beyond what a number holds.
    """

    simple_per_year: float
    compounded_per_year: Outcome

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["compounded_per_year"] = outcome(document["compounded_per_year"])

    def _wire(self) -> dict[str, Any]:
        return {
            "simple_per_year": self.simple_per_year,
            "compounded_per_year": self.compounded_per_year,
        }


@document
class CoveredCallReport(Document):
    """Result of `covered_call`.

    Attributes
    ----------
    premium : float
        Premium for one unit of the asset, in quote currency.
    break_even : float
        Price of the asset at expiry above which call and asset together gain, in quote currency.
    yield_per_year : Outcome
        Premium over the price by the year of 365 days, not compounded, as a fraction; unbounded at expiry.
    greatest_gain : float
        Greatest gain of call and asset together over the price, as a fraction.
    exercise_probability : float
        Probability that the call is exercised, under the risk-neutral measure.
    """

    premium: float
    break_even: float
    yield_per_year: Outcome
    greatest_gain: float
    exercise_probability: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["yield_per_year"] = outcome(document["yield_per_year"])

    def _wire(self) -> dict[str, Any]:
        return {
            "premium": self.premium,
            "break_even": self.break_even,
            "yield_per_year": self.yield_per_year,
            "greatest_gain": self.greatest_gain,
            "exercise_probability": self.exercise_probability,
        }


@document
class CollarReport(Document):
    """Result of `collar`.

    Attributes
    ----------
    put_price : float
        Price of the put for one unit of the asset, in quote currency.
    call_strike : Outcome
        Exercise price of the call whose sale pays for the put, in quote currency; unbounded where the put costs nothing, never where it costs more than any call.
    """

    put_price: float
    call_strike: Outcome

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["call_strike"] = outcome(document["call_strike"])

    def _wire(self) -> dict[str, Any]:
        return {
            "put_price": self.put_price,
            "call_strike": self.call_strike,
        }


@document
class LinearImpact(Document):
    """Linear impact of trading on the price of one bitcoin, and aversion to the risk of waiting.

    Attributes
    ----------
    slice_days : float
        Time between two slices, in days of 86,400 s. [d, above 0.0 to 1000000.0]
    volatility_usd : float
        Volatility of the price, in USD per square root of a day; 0 or more.
    temporary_usd : float
        Temporary impact, in USD for each bitcoin sold per day; above half of the permanent one over a slice.
    permanent_usd : float, optional
        Permanent impact, in USD for each bitcoin sold; 0 or more. [0.0 where absent]
    fixed_usd : float, optional
        Half the spread and fee, in USD for each bitcoin; 0 or more. [0.0 where absent]
    risk_aversion : float, optional
        Aversion to risk: expected USD that are given for one USD squared of variance less; 0 sells in equal slices. [0.0 where absent]
    """

    slice_days: float
    volatility_usd: float
    temporary_usd: float
    permanent_usd: float | None = None
    fixed_usd: float | None = None
    risk_aversion: float | None = None
    _route = "treasury.execution_schedule:impact"

    def __init__(
        self,
        slice_days: float,
        volatility_usd: float,
        temporary_usd: float,
        permanent_usd: float | None = None,
        fixed_usd: float | None = None,
        risk_aversion: float | None = None,
    ) -> None:
        self._fill({"slice_days": slice_days, "volatility_usd": volatility_usd, "temporary_usd": temporary_usd, "permanent_usd": permanent_usd, "fixed_usd": fixed_usd, "risk_aversion": risk_aversion})

    def _wire(self) -> dict[str, Any]:
        return {
            "slice_days": self.slice_days,
            "volatility_usd": self.volatility_usd,
            "temporary_usd": self.temporary_usd,
            "permanent_usd": self.permanent_usd,
            "fixed_usd": self.fixed_usd,
            "risk_aversion": self.risk_aversion,
        }


class LinearImpactDict(TypedDict):
    """``LinearImpact`` as a mapping."""

    slice_days: float
    volatility_usd: float
    temporary_usd: float
    permanent_usd: NotRequired[float | None]
    fixed_usd: NotRequired[float | None]
    risk_aversion: NotRequired[float | None]


@document
class ExecutionCost(Document):
    """Cost of a schedule before its slices are whole satoshis.

    Attributes
    ----------
    decay_per_day : float
        Rate at which the coins left decay, per day; 0 for equal slices.
    expected_usd : float
        Expected cost against the price at the start, in USD.
    deviation_usd : float
        Standard deviation of the cost, in USD.
    """

    decay_per_day: float
    expected_usd: float
    deviation_usd: float

    def _wire(self) -> dict[str, Any]:
        return {
            "decay_per_day": self.decay_per_day,
            "expected_usd": self.expected_usd,
            "deviation_usd": self.deviation_usd,
        }


@document
class ExecutionScheduleReport(Document):
    """Result of `execution_schedule`.

    Attributes
    ----------
    slice_sat : tuple[int, ...]
        Coins of each slice, in satoshis; together exactly the coins that are sold. What rounding leaves over goes to the largest remainders, the earliest of equal ones.
    left_sat : tuple[int, ...]
        Coins left after each slice, in satoshis.
    cost : ExecutionCost, optional
        Expected cost, and its risk. Absent: the impact is not known.
    """

    slice_sat: tuple[int, ...]
    left_sat: tuple[int, ...]
    cost: ExecutionCost | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["slice_sat"] = listed(document["slice_sat"])
        document["left_sat"] = listed(document["left_sat"])
        if document.get("cost") is not None:
            document["cost"] = ExecutionCost._read(document["cost"])

    def _wire(self) -> dict[str, Any]:
        return {
            "slice_sat": self.slice_sat,
            "left_sat": self.left_sat,
            "cost": self.cost,
        }


@document
class HedgedQuantityHashprice(Document):
    """Hashrate that will earn the hashprice: forwards are sold.

    Attributes
    ----------
    ph_days : float
        Petahash per second times days that will be mined.
    contract_ph_days : float
        Petahash per second times days of one contract.
    """

    ph_days: float
    contract_ph_days: float
    _route = "treasury.forward_hedge:quantity.hashprice"

    def __init__(
        self,
        ph_days: float,
        contract_ph_days: float,
    ) -> None:
        self._fill({"ph_days": ph_days, "contract_ph_days": contract_ph_days})

    def _wire(self) -> dict[str, Any]:
        return {
            "ph_days": self.ph_days,
            "contract_ph_days": self.contract_ph_days,
        }


class HedgedQuantityHashpriceDict(TypedDict):
    """``HedgedQuantityHashprice`` as a mapping."""

    ph_days: float
    contract_ph_days: float


@document
class HedgedQuantityPower(Document):
    """Power that will be bought: forwards are bought.

    Attributes
    ----------
    mwh : float
        Megawatt-hours that will be used.
    contract_mwh : float
        Megawatt-hours of one contract.
    """

    mwh: float
    contract_mwh: float
    _route = "treasury.forward_hedge:quantity.power"

    def __init__(
        self,
        mwh: float,
        contract_mwh: float,
    ) -> None:
        self._fill({"mwh": mwh, "contract_mwh": contract_mwh})

    def _wire(self) -> dict[str, Any]:
        return {
            "mwh": self.mwh,
            "contract_mwh": self.contract_mwh,
        }


class HedgedQuantityPowerDict(TypedDict):
    """``HedgedQuantityPower`` as a mapping."""

    mwh: float
    contract_mwh: float


@document
class HedgedQuantity(Variant):
    """What is hedged.

    Cases
    -----
    hashprice
        Hashrate that will earn the hashprice: forwards are sold.
    power
        Power that will be bought: forwards are bought.
    """

    tag: Literal["hashprice", "power"]
    content: HedgedQuantityHashprice | HedgedQuantityPower | None = None
    _route = "treasury.forward_hedge:quantity"

    @classmethod
    def hashprice(cls, content: HedgedQuantityHashprice | HedgedQuantityHashpriceDict) -> Self:
        """Hashrate that will earn the hashprice: forwards are sold."""
        return cls._made("hashprice", content)

    @classmethod
    def power(cls, content: HedgedQuantityPower | HedgedQuantityPowerDict) -> Self:
        """Power that will be bought: forwards are bought."""
        return cls._made("power", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "hashprice":
            return HedgedQuantityHashprice._read(content)
        if tag == "power":
            return HedgedQuantityPower._read(content)
        return content


class HedgedQuantityDict(TypedDict, total=False):
    """``HedgedQuantity`` as a mapping: one of the keys, with its content."""

    hashprice: HedgedQuantityHashprice | HedgedQuantityHashpriceDict
    power: HedgedQuantityPower | HedgedQuantityPowerDict


HedgedQuantityLike: TypeAlias = "HedgedQuantity | HedgedQuantityDict"
"""What is taken for a ``HedgedQuantity``."""


@document
class HedgeRatioLeastVariance(Document):
    """The part that leaves the least variance, by moves of the past.

    Attributes
    ----------
    spot_moves : tuple[float, ...]
        Moves of the price that is earned or paid, in USD per unit.
    forward_moves : tuple[float, ...]
        Moves of the forward in the same periods, in USD per unit.
    """

    spot_moves: tuple[float, ...]
    forward_moves: tuple[float, ...]
    _route = "treasury.forward_hedge:ratio.least_variance"

    def __init__(
        self,
        spot_moves: ArrayLike,
        forward_moves: ArrayLike,
    ) -> None:
        self._fill({"spot_moves": spot_moves, "forward_moves": forward_moves})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["spot_moves"] = listed(document["spot_moves"])
        document["forward_moves"] = listed(document["forward_moves"])

    def _wire(self) -> dict[str, Any]:
        return {
            "spot_moves": self.spot_moves,
            "forward_moves": self.forward_moves,
        }


class HedgeRatioLeastVarianceDict(TypedDict):
    """``HedgeRatioLeastVariance`` as a mapping."""

    spot_moves: ArrayLike
    forward_moves: ArrayLike


@document
class HedgeRatio(Variant):
    """How much of the quantity is hedged.

    Cases
    -----
    part
        This part of the quantity; 1 for all of it.
    least_variance
        The part that leaves the least variance, by moves of the past.
    """

    tag: Literal["part", "least_variance"]
    content: float | HedgeRatioLeastVariance | None = None
    _route = "treasury.forward_hedge:ratio"

    @classmethod
    def part(cls, content: float) -> Self:
        """This part of the quantity; 1 for all of it."""
        return cls._made("part", content)

    @classmethod
    def least_variance(cls, content: HedgeRatioLeastVariance | HedgeRatioLeastVarianceDict) -> Self:
        """The part that leaves the least variance, by moves of the past."""
        return cls._made("least_variance", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "least_variance":
            return HedgeRatioLeastVariance._read(content)
        return content


class HedgeRatioDict(TypedDict, total=False):
    """``HedgeRatio`` as a mapping: one of the keys, with its content."""

    part: float
    least_variance: HedgeRatioLeastVariance | HedgeRatioLeastVarianceDict


HedgeRatioLike: TypeAlias = "HedgeRatio | HedgeRatioDict"
"""What is taken for a ``HedgeRatio``."""


@document
class HedgeResult(Document):
    """What quantity and contracts come to at a settlement price. Costs are negative.

    Attributes
    ----------
    settlement_usd : float
        Settlement price of one unit, in USD.
    spot_usd : float
        What the quantity earns or costs at that price, in USD.
    contracts_usd : float
        What the contracts pay, in USD.
    total_usd : float
        Both together, in USD.
    effective_usd : float
        Price of one unit that both come to, in USD.
    """

    settlement_usd: float
    spot_usd: float
    contracts_usd: float
    total_usd: float
    effective_usd: float

    def _wire(self) -> dict[str, Any]:
        return {
            "settlement_usd": self.settlement_usd,
            "spot_usd": self.spot_usd,
            "contracts_usd": self.contracts_usd,
            "total_usd": self.total_usd,
            "effective_usd": self.effective_usd,
        }


@document
class ForwardHedgeReport(Document):
    """Result of `forward_hedge`.

    Attributes
    ----------
    ratio : float
        Part of the quantity that is to be hedged.
    effectiveness : Outcome, optional
        Part of the variance that the hedge removes. Absent: the ratio was given.
    exact_contracts : float
        Contracts before rounding.
    contracts : int
        Whole contracts: sold for hashprice, bought for power. [from 0]
    hedged : float
        Quantity that the contracts cover, in units.
    unhedged : float
        Quantity less what the contracts cover, in units; below 0 where they cover more.
    results : Rows[HedgeResult]
        Result at each settlement price, in the order of the request.
    """

    ratio: float
    exact_contracts: float
    contracts: int
    hedged: float
    unhedged: float
    results: Rows[HedgeResult]
    effectiveness: Outcome | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("effectiveness") is not None:
            document["effectiveness"] = outcome(document["effectiveness"])
        document["results"] = rows(HedgeResult._read, document["results"])

    def _wire(self) -> dict[str, Any]:
        return {
            "ratio": self.ratio,
            "effectiveness": self.effectiveness,
            "exact_contracts": self.exact_contracts,
            "contracts": self.contracts,
            "hedged": self.hedged,
            "unhedged": self.unhedged,
            "results": self.results,
        }


@operation("treasury.decide")
def decide(
    *,
    policy: PolicyLike,
    observation: Observation | ObservationDict,
    state: State | StateDict | None = None,
) -> DecideReport:
    """What a policy trades now, and why: which rule, which numbers, and what it leaves in coins, cash and days.

    The same object decides live, in a backtest and in a simulation. Its state comes and goes with the documents.

    Parameters
    ----------
    policy : Policy, or its word or mapping
        Policy that decides.
    observation : Observation, or a mapping of its fields
        Treasury and market now.
    state : State, or a mapping of its fields, optional
        Memory of the policy, as its last answer gave it. Absent: this is its first decision. [{"memories":[]} where absent]

    Returns
    -------
    DecideReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.decide(policy={"max": [{"floor": {"terms": {"step_days": 30, "worst_factors": [0.85]}, "when_infeasible": "sell_most"}}, {"layered": {"levels": [{"multiple": 1.2, "share": 0.15}, {"multiple": 1.5, "share": 0.15}, {"multiple": 1.8, "share": 0.2}], "share_of": "initial", "trailing_stop": 0.08, "reserve": 0.3, "rsi_above": 70}}]}, observation={"time_ms": 1735689600000, "price_usd": 85000, "coins_sat": 1250000000, "cash_usd": "0", "cost_usd": "625000", "costs": {"fee": 0.001, "slippage": 0.0005}, "liabilities": [{"due_ms": 1735689600000, "amount_usd": "200000"}, {"due_ms": 1738281600000, "amount_usd": "200000"}, {"due_ms": 1740873600000, "amount_usd": "200000"}, {"due_ms": 1743465600000, "amount_usd": "200000"}, {"due_ms": 1746057600000, "amount_usd": "200000"}], "signals": {"rsi": 72}})
    >>> report.plan.sell_sat
    771582368
    >>> report.plan.buy_sat
    0
    """
    return DecideReport._read(call("treasury.decide", {"policy": policy, "observation": observation, "state": state}))


@operation("treasury.basis")
def basis(
    *,
    future: float,
    spot: float,
    days: float,
) -> BasisReport:
    """Basis of a dated future over spot, by the year.

    Parameters
    ----------
    future : float
        Price of the dated future, in quote currency. [from 1e-18 to 1e+18]
    spot : float
        Price of the asset now, in quote currency. [from 1e-18 to 1e+18]
    days : float
        Time to the future's expiry, in days of 86,400 s. [d, above 0.0 to 1000000.0]

    Returns
    -------
    BasisReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.basis(future=105000, spot=100000, days=90)
    >>> report.simple_per_year
    0.20277777777777778
    >>> report.continuous_per_year
    0.19787122135380758
    """
    return BasisReport._read(call("treasury.basis", {"future": future, "spot": spot, "days": days}))


@operation("treasury.funding")
def funding(
    *,
    rate: float,
    interval_hours: float | None = None,
) -> FundingReport:
    """Funding of a perpetual, by the year.

    Parameters
    ----------
    rate : float
        Funding of one interval, as a fraction of the position; above 0 longs pay shorts. [from -0.5 to 0.5]
    interval_hours : float, optional
        Length of the interval, in hours. [from 0.01 to 8760.0; 8.0 where absent]

    Returns
    -------
    FundingReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.funding(rate=0.0001, interval_hours=8)
    >>> report.simple_per_year
    0.1095
    >>> report.compounded_per_year.value
    0.11571396279168664
    """
    return FundingReport._read(call("treasury.funding", {"rate": rate, "interval_hours": interval_hours}))


@operation("treasury.covered_call")
def covered_call(
    *,
    spot: float,
    strike: float,
    years: float,
    rate_per_year: float,
    yield_per_year: float,
    volatility: float,
) -> CoveredCallReport:
    """A call sold against coins that are held: premium, break-even, yield by the year.

    Parameters
    ----------
    spot : float
        Price of the asset now, in quote currency. [from 1e-18 to 1e+18]
    strike : float
        Exercise price of the call that is sold, in quote currency. [from 1e-18 to 1e+18]
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
    CoveredCallReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.covered_call(spot=100000, strike=120000, years=0.0821917808219178, rate_per_year=0.04, yield_per_year=0, volatility=0.6)
    >>> report.premium
    1445.8593298205562
    >>> report.break_even
    98554.14067017945
    """
    return CoveredCallReport._read(call("treasury.covered_call", {"spot": spot, "strike": strike, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility}))


@operation("treasury.collar")
def collar(
    *,
    spot: float,
    put_strike: float,
    years: float,
    rate_per_year: float,
    yield_per_year: float,
    volatility: float,
) -> CollarReport:
    """The call whose sale pays for a put: a collar that costs nothing.

    Parameters
    ----------
    spot : float
        Price of the asset now, in quote currency. [from 1e-18 to 1e+18]
    put_strike : float
        Exercise price of the put that is bought, in quote currency. [from 1e-18 to 1e+18]
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
    CollarReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.collar(spot=100000, put_strike=85000, years=0.2465753424657534, rate_per_year=0.04, yield_per_year=0, volatility=0.6)
    >>> report.put_price
    4744.942988532999
    >>> report.call_strike.value
    124158.74126689177
    """
    return CollarReport._read(call("treasury.collar", {"spot": spot, "put_strike": put_strike, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility}))


@operation("treasury.execution_schedule")
def execution_schedule(
    *,
    amount_sat: int,
    slices: int,
    impact: LinearImpact | LinearImpactDict | None = None,
) -> ExecutionScheduleReport:
    """Slices of a sale over time: equal ones (TWAP), or those that weigh impact against risk (Almgren and Chriss 2000).

    Parameters
    ----------
    amount_sat : int
        Coins that are sold in all, in satoshis. [sat, from 0 to 2100000000000000]
    slices : int
        Number of slices, at equal distances in time. [from 1 to 100000]
    impact : LinearImpact, or a mapping of its fields, optional
        Impact of trading on the price, and the risk of waiting. Absent: equal slices (TWAP), and nothing is said of their cost.

    Returns
    -------
    ExecutionScheduleReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.execution_schedule(amount_sat=100000000000, slices=5, impact={"slice_days": 1, "volatility_usd": 2500, "temporary_usd": 0.4, "permanent_usd": 0.05, "fixed_usd": 30, "risk_aversion": 2e-8})
    >>> report.cost.decay_per_day
    0.5696181000366926
    >>> report.cost.expected_usd
    163934.1135622405
    """
    return ExecutionScheduleReport._read(call("treasury.execution_schedule", {"amount_sat": amount_sat, "slices": slices, "impact": impact}))


@operation("treasury.forward_hedge")
def forward_hedge(
    *,
    quantity: HedgedQuantityLike,
    forward_usd: float,
    ratio: HedgeRatioLike,
    settlements_usd: ArrayLike | None = None,
) -> ForwardHedgeReport:
    """Forwards on hashprice or power in whole contracts, by a given part or by the least variance, and the result at each settlement price.

    Parameters
    ----------
    quantity : HedgedQuantity, or its word or mapping
        Quantity that is hedged, and the size of a contract.
    forward_usd : float
        Forward price of one unit, in USD; above 0 for hashprice.
    ratio : HedgeRatio, or its word or mapping
        How much of the quantity is hedged.
    settlements_usd : array_like of float, optional
        Settlement prices of one unit, in USD, at which the result is told. Absent: none. [[] where absent]

    Returns
    -------
    ForwardHedgeReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.treasury.forward_hedge(quantity={"hashprice": {"ph_days": 3600, "contract_ph_days": 30}}, forward_usd=46.5, ratio={"least_variance": {"spot_moves": [1.2, -0.8, 0.4, -2.1, 1.5, 0.3, -0.9, 0.7], "forward_moves": [1.4, -1.1, 0.3, -2.4, 1.9, 0.1, -0.7, 0.9]}}, settlements_usd=[38, 46.5, 55])
    >>> report.ratio
    0.850933908045977
    >>> report.effectiveness.value
    0.9805970707337563
    """
    return ForwardHedgeReport._read(call("treasury.forward_hedge", {"quantity": quantity, "forward_usd": forward_usd, "ratio": ratio, "settlements_usd": settlements_usd}))


# Below, because the modules of a package name each other's types.
from ._coverage import Costs, CostsDict, Payment, PaymentDict
from ._floor import Floor, FloorTerms, FloorTermsDict
