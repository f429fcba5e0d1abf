"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from typing import Any, Literal, Self, TypeAlias, TypedDict

from .._documents import Document, Variant, day, document, each, instant
from ..market import Series

__all__ = [
    "BlockRewards",
    "FeeRates",
    "MempoolSpaceAsk",
    "MempoolSpaceAskDict",
    "MempoolSpaceAskLike",
    "MempoolSpaceData",
    "MempoolSpaceDifficultyAdjustments",
    "MempoolSpaceDifficultyAdjustmentsDict",
    "MempoolSpaceHashrateHistory",
    "MempoolSpaceHashrateHistoryDict",
    "MempoolSpacePeriod",
    "MempoolSpaceRewardStats",
    "MempoolSpaceRewardStatsDict",
    "NetworkHashrates",
    "RetargetEstimate",
    "Retargets",
]


def __dir__() -> list[str]:
    return __all__


MempoolSpacePeriod: TypeAlias = Literal["three_days", "week", "month", "three_months", "six_months", "year", "two_years", "three_years"]
"""Length of a history.

Cases
-----
three_days
    Three days.
week
    A week.
month
    A month.
three_months
    Three months.
six_months
    Six months.
year
    A year.
two_years
    Two years.
three_years
    Three years.
"""


@document
class MempoolSpaceHashrateHistory(Document):
    """`GET /api/v1/mining/hashrate/{period}`: hashrate and difficulty over time, and now.

    Attributes
    ----------
    period : MempoolSpacePeriod
        Length of the history.
    """

    period: MempoolSpacePeriod
    _route = "feeds.request:ask.mempool_space.hashrate_history"

    def __init__(
        self,
        period: MempoolSpacePeriod,
    ) -> None:
        self._fill({"period": period})

    def _wire(self) -> dict[str, Any]:
        return {
            "period": self.period,
        }


class MempoolSpaceHashrateHistoryDict(TypedDict):
    """``MempoolSpaceHashrateHistory`` as a mapping."""

    period: MempoolSpacePeriod


@document
class MempoolSpaceDifficultyAdjustments(Document):
    """`GET /api/v1/mining/difficulty-adjustments/{period}`: past retargets.

    Attributes
    ----------
    period : MempoolSpacePeriod
        Length of the history.
    """

    period: MempoolSpacePeriod
    _route = "feeds.request:ask.mempool_space.difficulty_adjustments"

    def __init__(
        self,
        period: MempoolSpacePeriod,
    ) -> None:
        self._fill({"period": period})

    def _wire(self) -> dict[str, Any]:
        return {
            "period": self.period,
        }


class MempoolSpaceDifficultyAdjustmentsDict(TypedDict):
    """``MempoolSpaceDifficultyAdjustments`` as a mapping."""

    period: MempoolSpacePeriod


@document
class MempoolSpaceRewardStats(Document):
    """`GET /api/v1/mining/reward-stats/{blocks}`: rewards of the last blocks.

    Attributes
    ----------
    blocks : int
        Number of blocks; 144 are about a day. [from 0]
    """

    blocks: int
    _route = "feeds.request:ask.mempool_space.reward_stats"

    def __init__(
        self,
        blocks: int,
    ) -> None:
        self._fill({"blocks": blocks})

    def _wire(self) -> dict[str, Any]:
        return {
            "blocks": self.blocks,
        }


class MempoolSpaceRewardStatsDict(TypedDict):
    """``MempoolSpaceRewardStats`` as a mapping."""

    blocks: int


@document
class MempoolSpaceAsk(Variant):
    """Cases
    -----
    difficulty_adjustment
        The coming retarget.
    hashrate_history
        Hashrate and difficulty over time.
    difficulty_adjustments
        Past retargets.
    reward_stats
        Rewards of the last blocks.
    prices
        Price of one bitcoin in several currencies.
    recommended_fees
        Fee rates for different patience.
    """

    tag: Literal["difficulty_adjustment", "hashrate_history", "difficulty_adjustments", "reward_stats", "prices", "recommended_fees"]
    content: MempoolSpaceHashrateHistory | MempoolSpaceDifficultyAdjustments | MempoolSpaceRewardStats | None = None
    _route = "feeds.request:ask.mempool_space"

    @classmethod
    def difficulty_adjustment(cls) -> Self:
        """The coming retarget."""
        return cls._made("difficulty_adjustment")

    @classmethod
    def hashrate_history(cls, content: MempoolSpaceHashrateHistory | MempoolSpaceHashrateHistoryDict) -> Self:
        """Hashrate and difficulty over time."""
        return cls._made("hashrate_history", content)

    @classmethod
    def difficulty_adjustments(cls, content: MempoolSpaceDifficultyAdjustments | MempoolSpaceDifficultyAdjustmentsDict) -> Self:
        """Past retargets."""
        return cls._made("difficulty_adjustments", content)

    @classmethod
    def reward_stats(cls, content: MempoolSpaceRewardStats | MempoolSpaceRewardStatsDict) -> Self:
        """Rewards of the last blocks."""
        return cls._made("reward_stats", content)

    @classmethod
    def prices(cls) -> Self:
        """Price of one bitcoin in several currencies."""
        return cls._made("prices")

    @classmethod
    def recommended_fees(cls) -> Self:
        """Fee rates for different patience."""
        return cls._made("recommended_fees")

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "hashrate_history":
            return MempoolSpaceHashrateHistory._read(content)
        if tag == "difficulty_adjustments":
            return MempoolSpaceDifficultyAdjustments._read(content)
        if tag == "reward_stats":
            return MempoolSpaceRewardStats._read(content)
        return content


class MempoolSpaceAskDict(TypedDict, total=False):
    """``MempoolSpaceAsk`` as a mapping: one of the keys, with its content."""

    hashrate_history: MempoolSpaceHashrateHistory | MempoolSpaceHashrateHistoryDict
    difficulty_adjustments: MempoolSpaceDifficultyAdjustments | MempoolSpaceDifficultyAdjustmentsDict
    reward_stats: MempoolSpaceRewardStats | MempoolSpaceRewardStatsDict


MempoolSpaceAskLike: TypeAlias = "MempoolSpaceAsk | MempoolSpaceAskDict | Literal['difficulty_adjustment', 'prices', 'recommended_fees']"
"""What is taken for a ``MempoolSpaceAsk``."""


@document
class RetargetEstimate(Document):
    """The retarget that comes, as mempool.space estimates it, and the last one.

    Attributes
    ----------
    progress : float
        Fraction of the difficulty period that is over, 0 to 1 (received as percent).
    expected_change : float
        Expected change of difficulty as a fraction, -0.75 to 3 (received as percent).
    expected_time_ms : datetime.datetime
        Expected instant of the retarget, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    remaining_blocks : int
        Number of blocks until the retarget. [from 0]
    retarget_height : int
        Height of the first block of the next period. [blocks, from 0 to 4294967295]
    previous_change : float
        Last change of difficulty as a fraction, -0.75 to 3 (received as percent).
    previous_time_ms : datetime.datetime, optional
        Instant of the last retarget, in Unix milliseconds, where it is said. [ms, from 1230940800000 to 253402235999999]
    block_interval_s : float
        Mean time between blocks in this period, in seconds.
    """

    progress: float
    expected_change: float
    expected_time_ms: datetime.datetime
    remaining_blocks: int
    retarget_height: int
    previous_change: float
    block_interval_s: float
    previous_time_ms: datetime.datetime | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["expected_time_ms"] = instant(document["expected_time_ms"])
        if document.get("previous_time_ms") is not None:
            document["previous_time_ms"] = instant(document["previous_time_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "progress": self.progress,
            "expected_change": self.expected_change,
            "expected_time_ms": self.expected_time_ms,
            "remaining_blocks": self.remaining_blocks,
            "retarget_height": self.retarget_height,
            "previous_change": self.previous_change,
            "previous_time_ms": self.previous_time_ms,
            "block_interval_s": self.block_interval_s,
        }


@document
class NetworkHashrates(Document):
    """Hashrate and difficulty over time, and now.

    Attributes
    ----------
    hashrate_ths : Series
        Daily mean hashrate of the network, in TH/s (received as H/s).
    difficulty : Series
        Difficulty from each retarget on.
    current_hashrate_ths : float
        Current hashrate of the network, in TH/s. [TH/s, from 0.0 to 1e+24]
    current_difficulty : float
        Current difficulty. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    """

    hashrate_ths: Series
    difficulty: Series
    current_hashrate_ths: float
    current_difficulty: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["hashrate_ths"] = Series._read(document["hashrate_ths"])
        document["difficulty"] = Series._read(document["difficulty"])

    def _wire(self) -> dict[str, Any]:
        return {
            "hashrate_ths": self.hashrate_ths,
            "difficulty": self.difficulty,
            "current_hashrate_ths": self.current_hashrate_ths,
            "current_difficulty": self.current_difficulty,
        }


@document
class Retargets(Document):
    """Past retargets, oldest first.

    Attributes
    ----------
    difficulty : Series
        Difficulty from the instant of each retarget on.
    """

    difficulty: Series

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["difficulty"] = Series._read(document["difficulty"])

    def _wire(self) -> dict[str, Any]:
        return {
            "difficulty": self.difficulty,
        }


@document
class BlockRewards(Document):
    """Rewards of a run of blocks.

    Attributes
    ----------
    first_height : int
        Height of the first block. [blocks, from 0 to 4294967295]
    last_height : int
        Height of the last block. [blocks, from 0 to 4294967295]
    reward_sat : int
        Subsidies and fees of all blocks, in satoshis. [sat, from 0 to 2100000000000000]
    fees_sat : int
        Fees of all blocks, in satoshis. [sat, from 0 to 2100000000000000]
    fees_per_block_sat : float
        Mean fees of one block, in satoshis. [sat, from 0.0 to 2100000000000000.0]
    """

    first_height: int
    last_height: int
    reward_sat: int
    fees_sat: int
    fees_per_block_sat: float

    def _wire(self) -> dict[str, Any]:
        return {
            "first_height": self.first_height,
            "last_height": self.last_height,
            "reward_sat": self.reward_sat,
            "fees_sat": self.fees_sat,
            "fees_per_block_sat": self.fees_per_block_sat,
        }


@document
class FeeRates(Document):
    """Fee rates, satoshis per virtual byte.

    Attributes
    ----------
    fastest_sat_per_vb : float
        Fee rate for the next block, in satoshis per virtual byte.
    half_hour_sat_per_vb : float
        Fee rate for inclusion in about half an hour, in satoshis per virtual byte.
    hour_sat_per_vb : float
        Fee rate for inclusion in about an hour, in satoshis per virtual byte.
    economy_sat_per_vb : float
        Fee rate for inclusion without hurry, in satoshis per virtual byte.
    minimum_sat_per_vb : float
        Least fee rate that nodes relay, in satoshis per virtual byte.
    """

    fastest_sat_per_vb: float
    half_hour_sat_per_vb: float
    hour_sat_per_vb: float
    economy_sat_per_vb: float
    minimum_sat_per_vb: float

    def _wire(self) -> dict[str, Any]:
        return {
            "fastest_sat_per_vb": self.fastest_sat_per_vb,
            "half_hour_sat_per_vb": self.half_hour_sat_per_vb,
            "hour_sat_per_vb": self.hour_sat_per_vb,
            "economy_sat_per_vb": self.economy_sat_per_vb,
            "minimum_sat_per_vb": self.minimum_sat_per_vb,
        }


@document
class MempoolSpaceData(Variant):
    """Cases
    -----
    difficulty_adjustment
        The coming retarget.
    hashrate_history
        Hashrate and difficulty over time.
    difficulty_adjustments
        Past retargets.
    reward_stats
        Rewards of the last blocks.
    prices
        Price of one bitcoin in several currencies.
    recommended_fees
        Fee rates for different patience.
    """

    tag: Literal["difficulty_adjustment", "hashrate_history", "difficulty_adjustments", "reward_stats", "prices", "recommended_fees"]
    content: RetargetEstimate | NetworkHashrates | Retargets | BlockRewards | PricesByCurrency | FeeRates | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "difficulty_adjustment":
            return RetargetEstimate._read(content)
        if tag == "hashrate_history":
            return NetworkHashrates._read(content)
        if tag == "difficulty_adjustments":
            return Retargets._read(content)
        if tag == "reward_stats":
            return BlockRewards._read(content)
        if tag == "prices":
            return PricesByCurrency._read(content)
        if tag == "recommended_fees":
            return FeeRates._read(content)
        return content


# Below, because the modules of a package name each other's types.
from ._blockchain_info import PricesByCurrency
