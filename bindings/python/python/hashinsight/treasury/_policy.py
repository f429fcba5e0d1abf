"""Operations and types of ``treasury``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, Self, TypeAlias

from .._documents import Document, Variant, call, day, filled, instant
from ..units import Outcome, Verdict

__all__ = [
    "BasisFunding",
    "BasisReport",
    "Cap",
    "CollarReport",
    "CoveredCallReport",
    "Cppi",
    "Dca",
    "DecideReport",
    "FloorRule",
    "FundingReport",
    "Layered",
    "Left",
    "Level",
    "Memory",
    "MemoryDay",
    "MemoryHighest",
    "MemoryLadder",
    "MemoryLast",
    "MemorySwitch",
    "MiningCycle",
    "Observation",
    "OpexCoverage",
    "Plan",
    "PlanStep",
    "Policy",
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
    "State",
    "TradeSide",
    "VolatilityTrigger",
    "WhenInfeasible",
    "basis",
    "collar",
    "covered_call",
    "decide",
    "funding",
]


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
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
    liabilities : list[Payment], optional
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
    liabilities: list[Payment] | None = None
    signals: Signals | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["time_ms"] = instant(document["time_ms"])
        document["cash_usd"] = Decimal(document["cash_usd"])
        document["costs"] = Costs._read(document["costs"])
        if "cost_usd" in document:
            document["cost_usd"] = Decimal(document["cost_usd"])
        if "liabilities" in document:
            document["liabilities"] = [Payment._read(item) for item in document["liabilities"]]
        if "signals" in document:
            document["signals"] = Signals._read(document["signals"])
        return filled(cls, document)

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


TradeSide: TypeAlias = Literal["sell", "buy"]
"""Side of a trade.

Cases
-----
sell
    Coins become cash.
buy
    Cash becomes coins.
"""


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["sum_usd"] = Decimal(document["sum_usd"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "side": self.side,
            "sum_usd": self.sum_usd,
            "every_days": self.every_days,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "reserve_usd" in document:
            document["reserve_usd"] = Decimal(document["reserve_usd"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "coverage_days": self.coverage_days,
            "max_daily": self.max_daily,
            "reserve_usd": self.reserve_usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "multiple": self.multiple,
            "share": self.share,
        }


ShareOf: TypeAlias = Literal["initial", "remaining"]
"""Coins that shares of a ladder are parts of.

Cases
-----
initial
    Coins held at the first decision.
remaining
    Coins held when the level is sold.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class Layered(Document):
    """Profit taken level by level. Each level is sold once; a price that jumps over several sells them all.

    Attributes
    ----------
    levels : list[Level]
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

    levels: list[Level]
    share_of: ShareOf
    reference_usd: float | None = None
    trailing_stop: float | None = None
    reserve: float | None = None
    rsi_above: float | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["levels"] = [Level._read(item) for item in document["levels"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "levels": self.levels,
            "share_of": self.share_of,
            "reference_usd": self.reference_usd,
            "trailing_stop": self.trailing_stop,
            "reserve": self.reserve,
            "rsi_above": self.rsi_above,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "hashprice_percentile_above": self.hashprice_percentile_above,
            "puell_above": self.puell_above,
            "hash_ribbon_above": self.hash_ribbon_above,
            "share": self.share,
            "every_days": self.every_days,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "enter_per_year": self.enter_per_year,
            "exit_per_year": self.exit_per_year,
            "hedge": self.hedge,
            "pays_at_most_per_year": self.pays_at_most_per_year,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "on_ratio": self.on_ratio,
            "off_ratio": self.off_ratio,
            "share": self.share,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "floor_usd" in document:
            document["floor_usd"] = Decimal(document["floor_usd"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "multiplier": self.multiplier,
            "floor_usd": self.floor_usd,
            "ratchet": self.ratchet,
            "band": self.band,
        }


WhenInfeasible: TypeAlias = Literal["sell_most", "hold"]
"""Sale of a floor where none meets every payment in the worst case.

Cases
-----
sell_most
    As much is sold as the step allows: no other plan lasts longer in the worst case.
hold
    Nothing is sold.
"""


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["terms"] = FloorTerms._read(document["terms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "terms": self.terms,
            "when_infeasible": self.when_infeasible,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["policy"] = Policy._read(document["policy"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "policy": self.policy,
            "max_daily": self.max_daily,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
    content: Dca | OpexCoverage | Layered | MiningCycle | BasisFunding | VolatilityTrigger | Cppi | FloorRule | list[Policy] | Cap | None = None

    @classmethod
    def hold(cls) -> Self:
        """Nothing is ever traded."""
        return cls("hold")

    @classmethod
    def dca(cls, content: Dca | Mapping[str, Any]) -> Self:
        """Equal sums at equal times."""
        return filled(cls, {"tag": "dca", "content": content})

    @classmethod
    def opex_coverage(cls, content: OpexCoverage | Mapping[str, Any]) -> Self:
        """Cash for the payments of the coming days."""
        return filled(cls, {"tag": "opex_coverage", "content": content})

    @classmethod
    def layered(cls, content: Layered | Mapping[str, Any]) -> Self:
        """Profit taken level by level."""
        return filled(cls, {"tag": "layered", "content": content})

    @classmethod
    def mining_cycle(cls, content: MiningCycle | Mapping[str, Any]) -> Self:
        """A share of the coins at the height of the mining cycle."""
        return filled(cls, {"tag": "mining_cycle", "content": content})

    @classmethod
    def basis_funding(cls, content: BasisFunding | Mapping[str, Any]) -> Self:
        """Coins hedged with a short future while the market pays for it."""
        return filled(cls, {"tag": "basis_funding", "content": content})

    @classmethod
    def volatility_trigger(cls, content: VolatilityTrigger | Mapping[str, Any]) -> Self:
        """A share of the coins when the market becomes wild."""
        return filled(cls, {"tag": "volatility_trigger", "content": content})

    @classmethod
    def cppi(cls, content: Cppi | Mapping[str, Any]) -> Self:
        """A multiple of the cushion above a floor in coins."""
        return filled(cls, {"tag": "cppi", "content": content})

    @classmethod
    def floor(cls, content: FloorRule | Mapping[str, Any]) -> Self:
        """The smallest sale that keeps every payment coverable in the worst case."""
        return filled(cls, {"tag": "floor", "content": content})

    @classmethod
    def max(cls, content: Sequence[Policy | Mapping[str, Any] | str]) -> Self:
        """The greatest sale of 1 to 16 policies, all asked about the same treasury."""
        return filled(cls, {"tag": "max", "content": content})

    @classmethod
    def min(cls, content: Sequence[Policy | Mapping[str, Any] | str]) -> Self:
        """The smallest sale of 1 to 16 policies, all asked about the same treasury."""
        return filled(cls, {"tag": "min", "content": content})

    @classmethod
    def cap(cls, content: Cap | Mapping[str, Any]) -> Self:
        """What another policy does, at most so much a day."""
        return filled(cls, {"tag": "cap", "content": content})

    @classmethod
    def then(cls, content: Sequence[Policy | Mapping[str, Any] | str]) -> Self:
        """1 to 16 policies one after the other, each with what those before it leave."""
        return filled(cls, {"tag": "then", "content": content})

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
            return [Policy._read(item) for item in content]
        if tag == "min":
            return [Policy._read(item) for item in content]
        if tag == "cap":
            return Cap._read(content)
        if tag == "then":
            return [Policy._read(item) for item in content]
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class MemoryLast(Document):
    """Time of the last trade.

    Attributes
    ----------
    time_ms : datetime.datetime, optional
        Instant of the last trade, in Unix milliseconds UTC. Absent: there was none. [ms, from 1230940800000 to 253402235999999]
    """

    time_ms: datetime.datetime | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "time_ms" in document:
            document["time_ms"] = instant(document["time_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "since_ms" in document:
            document["since_ms"] = instant(document["since_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "since_ms": self.since_ms,
            "coins_sat": self.coins_sat,
            "sold_sat": self.sold_sat,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "highest_usd" in document:
            document["highest_usd"] = Decimal(document["highest_usd"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "coins_sat": self.coins_sat,
            "taken": self.taken,
            "highest_usd": self.highest_usd,
            "stopped": self.stopped,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class MemorySwitch(Document):
    """State of a switch.

    Attributes
    ----------
    on : bool
        Whether it is on.
    """

    on: bool

    def _wire(self) -> dict[str, Any]:
        return {
            "on": self.on,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class MemoryHighest(Document):
    """Highest value of the treasury.

    Attributes
    ----------
    value_usd : Decimal, optional
        Highest value of coins and cash, in USD. Absent: nothing was decided.
    """

    value_usd: Decimal | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "value_usd" in document:
            document["value_usd"] = Decimal(document["value_usd"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "value_usd": self.value_usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def nothing(cls) -> Self:
        """The rule remembers nothing."""
        return cls("nothing")

    @classmethod
    def last(cls, content: MemoryLast | Mapping[str, Any]) -> Self:
        """Time of the last trade."""
        return filled(cls, {"tag": "last", "content": content})

    @classmethod
    def day(cls, content: MemoryDay | Mapping[str, Any]) -> Self:
        """Sales of the running day."""
        return filled(cls, {"tag": "day", "content": content})

    @classmethod
    def ladder(cls, content: MemoryLadder | Mapping[str, Any]) -> Self:
        """Levels of a ladder."""
        return filled(cls, {"tag": "ladder", "content": content})

    @classmethod
    def switch(cls, content: MemorySwitch | Mapping[str, Any]) -> Self:
        """State of a switch."""
        return filled(cls, {"tag": "switch", "content": content})

    @classmethod
    def highest(cls, content: MemoryHighest | Mapping[str, Any]) -> Self:
        """Highest value of the treasury."""
        return filled(cls, {"tag": "highest", "content": content})

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


@dataclasses.dataclass(frozen=True, repr=False)
class State(Document):
    """Memory of a policy between decisions: the memories of its rules, in the order in which the policy names them.

    Attributes
    ----------
    time_ms : datetime.datetime, optional
        Instant of the last decision, in Unix milliseconds UTC. Absent: there was none. [ms, from 1230940800000 to 253402235999999]
    memories : list[Memory], optional
        Memories of the rules. Empty: nothing was decided yet. [[] where absent]
    """

    time_ms: datetime.datetime | None = None
    memories: list[Memory] | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "time_ms" in document:
            document["time_ms"] = instant(document["time_ms"])
        if "memories" in document:
            document["memories"] = [Memory._read(item) for item in document["memories"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "memories": self.memories,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ReasonDca(Document):
    """Equal sums at equal times.

    Attributes
    ----------
    next_ms : datetime.datetime, optional
        Instant from which the next trade is due, in Unix milliseconds UTC. Absent: beyond the year 9999. [ms, from 1230940800000 to 253402235999999]
    """

    next_ms: datetime.datetime | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "next_ms" in document:
            document["next_ms"] = instant(document["next_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "next_ms": self.next_ms,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
        document["due_usd"] = Decimal(document["due_usd"])
        document["short_usd"] = Decimal(document["short_usd"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "due_usd": self.due_usd,
            "short_usd": self.short_usd,
            "limit_sat": self.limit_sat,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
        if "highest_usd" in document:
            document["highest_usd"] = Decimal(document["highest_usd"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "reference_usd": self.reference_usd,
            "taken": self.taken,
            "next_level_usd": self.next_level_usd,
            "highest_usd": self.highest_usd,
            "stopped": self.stopped,
            "filter": self.filter,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
        if "next_ms" in document:
            document["next_ms"] = instant(document["next_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "verdict": self.verdict,
            "hashprice_percentile": self.hashprice_percentile,
            "puell": self.puell,
            "hash_ribbon": self.hash_ribbon,
            "next_ms": self.next_ms,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
        document["value_usd"] = Decimal(document["value_usd"])
        document["floor_usd"] = Decimal(document["floor_usd"])
        document["exposure_usd"] = Decimal(document["exposure_usd"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "value_usd": self.value_usd,
            "floor_usd": self.floor_usd,
            "exposure_usd": self.exposure_usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
        document["shortfall_usd"] = Decimal(document["shortfall_usd"])
        if "next_ms" in document:
            document["next_ms"] = instant(document["next_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "guaranteed": self.guaranteed,
            "shortfall_usd": self.shortfall_usd,
            "next_ms": self.next_ms,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
        document["reason"] = Reason._read(document["reason"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "sell_sat": self.sell_sat,
            "reason": self.reason,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
        document["cash_usd"] = Decimal(document["cash_usd"])
        document["coverage_days"] = Outcome._read(document["coverage_days"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "coins_sat": self.coins_sat,
            "cash_usd": self.cash_usd,
            "coverage_days": self.coverage_days,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
    steps : list[PlanStep]
        Requests of all rules that were asked, in the order in which the policy names them.
    floors : list[Floor]
        Certificates of the floors that decided now, or what each lacks, in the order in which the policy names them.
    left : Left
        Treasury that the plan leaves.
    """

    sell_sat: int
    buy_sat: int
    proceeds_usd: Decimal
    reason: Reason
    steps: list[PlanStep]
    floors: list[Floor]
    left: Left
    hedge_sat: int | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["proceeds_usd"] = Decimal(document["proceeds_usd"])
        document["reason"] = Reason._read(document["reason"])
        document["steps"] = [PlanStep._read(item) for item in document["steps"]]
        document["floors"] = [Floor._read(item) for item in document["floors"]]
        document["left"] = Left._read(document["left"])
        return filled(cls, document)

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


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
        document["plan"] = Plan._read(document["plan"])
        document["state"] = State._read(document["state"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "plan": self.plan,
            "state": self.state,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
        document["compounded_per_year"] = Outcome._read(document["compounded_per_year"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "simple_per_year": self.simple_per_year,
            "compounded_per_year": self.compounded_per_year,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
        document["yield_per_year"] = Outcome._read(document["yield_per_year"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "premium": self.premium,
            "break_even": self.break_even,
            "yield_per_year": self.yield_per_year,
            "greatest_gain": self.greatest_gain,
            "exercise_probability": self.exercise_probability,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
        document["call_strike"] = Outcome._read(document["call_strike"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "put_price": self.put_price,
            "call_strike": self.call_strike,
        }


def decide(
    *,
    policy: Policy | Mapping[str, Any] | str,
    observation: Observation | Mapping[str, Any],
    state: State | Mapping[str, Any] | None = None,
) -> DecideReport:
    """What a policy trades now, and why: which rule, which numbers, and what it leaves in coins, cash and days.

    The same object decides live, in a backtest and in a simulation. Its state comes and goes with the documents.

    Parameters
    ----------
    policy : Policy | Mapping[str, Any] | str
        Policy that decides.
    observation : Observation | Mapping[str, Any]
        Treasury and market now.
    state : State | Mapping[str, Any], optional
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
    """
    return DecideReport._read(call("treasury.decide", {"policy": policy, "observation": observation, "state": state}))


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
    """
    return BasisReport._read(call("treasury.basis", {"future": future, "spot": spot, "days": days}))


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
    """
    return FundingReport._read(call("treasury.funding", {"rate": rate, "interval_hours": interval_hours}))


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
    """
    return CoveredCallReport._read(call("treasury.covered_call", {"spot": spot, "strike": strike, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility}))


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
    """
    return CollarReport._read(call("treasury.collar", {"spot": spot, "put_strike": put_strike, "years": years, "rate_per_year": rate_per_year, "yield_per_year": yield_per_year, "volatility": volatility}))


# Below, because the modules of a package name each other's types.
from ._coverage import Costs, Payment
from ._floor import Floor, FloorTerms
