"""Operations and types of ``mining``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any, ClassVar, Literal, NotRequired, Self, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from .._documents import Document, FrameLike, Variant, call, day, document, each, instant, operation, records
from .._frames import Columns
from .._handles import Stream
from .._outcome import Every, Never, Unbounded, Undefined, Value
from .._outcome import outcome
from ..units import Outcome

__all__ = [
    "Band",
    "BandOutcome",
    "BasisName",
    "DifficultySpan",
    "DifficultySpanDict",
    "Estimator",
    "EstimatorDict",
    "EstimatorGammaPosterior",
    "EstimatorGammaPosteriorDict",
    "EstimatorLike",
    "EstimatorMempoolWindow",
    "EstimatorMempoolWindowDict",
    "ForecastRetargetReport",
    "HashrateFromSharesReport",
    "HashrateIntervalReport",
    "ImpliedHashrateReport",
    "MeanDifficultyReport",
    "NetworkBasis",
    "NetworkBasisDict",
    "NetworkBasisLike",
    "NetworkUsed",
    "ObservedHashrateReport",
    "ObservedWork",
    "ObservedWorkBlocks",
    "ObservedWorkBlocksDict",
    "ObservedWorkChainwork",
    "ObservedWorkChainworkDict",
    "ObservedWorkDict",
    "ObservedWorkLike",
    "Outlook",
    "OutlookSettled",
    "PreviousPeriod",
    "PreviousPeriodDict",
    "RunningHashrate",
    "RunningHashrateColumns",
    "RunningHashrateRow",
    "Sampling",
    "forecast_retarget",
    "hashrate_from_shares",
    "hashrate_interval",
    "implied_hashrate",
    "mean_difficulty",
    "observed_hashrate",
]


def __dir__() -> list[str]:
    return __all__


@document
class ImpliedHashrateReport(Document):
    """Result of `implied_hashrate`.

    Attributes
    ----------
    hashrate_ths : float
        Implied hashrate in TH/s by the customary approximation `D · 2^32 / spacing`.
    exact_hashrate_ths : float
        Implied hashrate in TH/s by `2^256 / (target + 1) / spacing`, exact but for rounding.
    """

    hashrate_ths: float
    exact_hashrate_ths: float

    def _wire(self) -> dict[str, Any]:
        return {
            "hashrate_ths": self.hashrate_ths,
            "exact_hashrate_ths": self.exact_hashrate_ths,
        }


@document
class NetworkBasis(Variant):
    """What is known of the network, exactly one of these.

    In JSON `{"difficulty": 1.3e14}`, `{"nbits": "0x170240c3"}`, `{"network_hashrate_ths": 9.3e8}` or
    `{"hashprice_usd_per_phs_day": 49.1}`.

    Cases
    -----
    difficulty
        A difficulty `D`: a block takes `D · 2^32` hashes, the customary approximation.
    nbits
        A header's compact target: a block takes exactly `2^256 / (target + 1)` hashes.
    network_hashrate_ths
        The hashrate of the whole network, one's own included, in TH/s: a block takes the hashes of 600 s, the spacing that consensus aims at. While blocks come faster or slower than that, this differs from the difficulty by as much.
    hashprice_usd_per_phs_day
        A hashprice in USD/PH/day: a block takes as many hashes as earn its reward at that hashprice. Needs the reward of a block and the price of a bitcoin at which it was told.
    hashprice_sat_per_phs_day
        A hashprice in satoshis/PH/day, at most 1e18. Needs the reward of a block.
    """

    tag: Literal["difficulty", "nbits", "network_hashrate_ths", "hashprice_usd_per_phs_day", "hashprice_sat_per_phs_day"]
    content: float | str | None = None
    _route = "mining.expected_reward:network_basis"

    @classmethod
    def difficulty(cls, content: float) -> Self:
        """A difficulty `D`: a block takes `D · 2^32` hashes, the customary approximation."""
        return cls._made("difficulty", content)

    @classmethod
    def nbits(cls, content: str | int) -> Self:
        """A header's compact target: a block takes exactly `2^256 / (target + 1)` hashes."""
        return cls._made("nbits", content)

    @classmethod
    def network_hashrate_ths(cls, content: float) -> Self:
        """The hashrate of the whole network, one's own included, in TH/s: a block takes the hashes of 600 s, the spacing that consensus aims at. While blocks come faster or slower than that, this differs from the difficulty by as much."""
        return cls._made("network_hashrate_ths", content)

    @classmethod
    def hashprice_usd_per_phs_day(cls, content: float) -> Self:
        """A hashprice in USD/PH/day: a block takes as many hashes as earn its reward at that hashprice. Needs the reward of a block and the price of a bitcoin at which it was told."""
        return cls._made("hashprice_usd_per_phs_day", content)

    @classmethod
    def hashprice_sat_per_phs_day(cls, content: float) -> Self:
        """A hashprice in satoshis/PH/day, at most 1e18. Needs the reward of a block."""
        return cls._made("hashprice_sat_per_phs_day", content)


class NetworkBasisDict(TypedDict, total=False):
    """``NetworkBasis`` as a mapping: one of the keys, with its content."""

    difficulty: float
    nbits: str | int
    network_hashrate_ths: float
    hashprice_usd_per_phs_day: float
    hashprice_sat_per_phs_day: float


NetworkBasisLike: TypeAlias = "NetworkBasis | NetworkBasisDict"
"""What is taken for a ``NetworkBasis``."""


BasisName: TypeAlias = Literal["difficulty", "nbits", "network_hashrate", "hashprice"]
"""The name of a `NetworkBasis`, for reports.

Cases
-----
difficulty
    A difficulty was given.
nbits
    A compact target was given.
network_hashrate
    A network hashrate was given.
hashprice
    A hashprice was given.
"""


@document
class NetworkUsed(Document):
    """The network as a calculation used it.

    Attributes
    ----------
    basis : BasisName
        Basis of the figures: what was given.
    difficulty : float
        Difficulty: as given; Bitcoin Core's figure for `nbits`; `hashes_per_block / 2^32` for a network hashrate or a hashprice.
    hashes_per_block : float
        Mean number of hashes that a block takes.
    spacing_s : float
        Block spacing, in seconds, that ties the network's hashrate to the hashes per block.
    network_hashrate_ths : float
        Hashrate of the network at that spacing, in TH/s.
    """

    basis: BasisName
    difficulty: float
    hashes_per_block: float
    spacing_s: float
    network_hashrate_ths: float

    def _wire(self) -> dict[str, Any]:
        return {
            "basis": self.basis,
            "difficulty": self.difficulty,
            "hashes_per_block": self.hashes_per_block,
            "spacing_s": self.spacing_s,
            "network_hashrate_ths": self.network_hashrate_ths,
        }


@document
class ObservedWorkBlocks(Document):
    """Blocks of one difficulty; of their mean difficulty where it changed.

    Attributes
    ----------
    blocks : int
        Number of blocks. [from 0]
    difficulty : float
        Mean difficulty of the blocks. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    """

    blocks: int
    difficulty: float
    _route = "mining.observed_hashrate:work.blocks"

    def __init__(
        self,
        blocks: int,
        difficulty: float,
    ) -> None:
        self._fill({"blocks": blocks, "difficulty": difficulty})

    def _wire(self) -> dict[str, Any]:
        return {
            "blocks": self.blocks,
            "difficulty": self.difficulty,
        }


class ObservedWorkBlocksDict(TypedDict):
    """``ObservedWorkBlocks`` as a mapping."""

    blocks: int
    difficulty: float


@document
class ObservedWorkChainwork(Document):
    """The chainwork before the first block and after the last, as nodes report it.

    Attributes
    ----------
    start : str
        Chainwork up to the first block of the span, as hex digits.
    end : str
        Chainwork up to the last block of the span, as hex digits.
    """

    start: str
    end: str
    _route = "mining.observed_hashrate:work.chainwork"

    def __init__(
        self,
        start: str,
        end: str,
    ) -> None:
        self._fill({"start": start, "end": end})

    def _wire(self) -> dict[str, Any]:
        return {
            "start": self.start,
            "end": self.end,
        }


class ObservedWorkChainworkDict(TypedDict):
    """``ObservedWorkChainwork`` as a mapping."""

    start: str
    end: str


@document
class ObservedWork(Variant):
    """What the blocks of a span amount to.

    Cases
    -----
    blocks
        Blocks of one difficulty; of their mean difficulty where it changed.
    chainwork
        The chainwork before the first block and after the last, as nodes report it.
    """

    tag: Literal["blocks", "chainwork"]
    content: ObservedWorkBlocks | ObservedWorkChainwork | None = None
    _route = "mining.observed_hashrate:work"

    @classmethod
    def blocks(cls, content: ObservedWorkBlocks | ObservedWorkBlocksDict) -> Self:
        """Blocks of one difficulty; of their mean difficulty where it changed."""
        return cls._made("blocks", content)

    @classmethod
    def chainwork(cls, content: ObservedWorkChainwork | ObservedWorkChainworkDict) -> Self:
        """The chainwork before the first block and after the last, as nodes report it."""
        return cls._made("chainwork", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "blocks":
            return ObservedWorkBlocks._read(content)
        if tag == "chainwork":
            return ObservedWorkChainwork._read(content)
        return content


class ObservedWorkDict(TypedDict, total=False):
    """``ObservedWork`` as a mapping: one of the keys, with its content."""

    blocks: ObservedWorkBlocks | ObservedWorkBlocksDict
    chainwork: ObservedWorkChainwork | ObservedWorkChainworkDict


ObservedWorkLike: TypeAlias = "ObservedWork | ObservedWorkDict"
"""What is taken for a ``ObservedWork``."""


@document
class ObservedHashrateReport(Document):
    """Result of `observed_hashrate`.

    Attributes
    ----------
    hashes : float
        Work in hashes.
    hashrate_ths : float
        Mean hashrate of the span, in TH/s.
    """

    hashes: float
    hashrate_ths: float

    def _wire(self) -> dict[str, Any]:
        return {
            "hashes": self.hashes,
            "hashrate_ths": self.hashrate_ths,
        }


Sampling: TypeAlias = Literal["fixed_time", "fixed_blocks"]
"""What was fixed beforehand when blocks and time were counted.

Cases
-----
fixed_time
    The time: blocks were counted in it, whatever they came to.
fixed_blocks
    The number of blocks: the time is what they took.
"""


@document
class HashrateIntervalReport(Document):
    """Result of `hashrate_interval`.

    Attributes
    ----------
    hashrate_ths : float
        Hashrate that the blocks show, in TH/s.
    unbiased_ths : Outcome
        Hashrate without bias, in TH/s: `n - 1` over the time of a fixed number of blocks, `n` over a fixed time; undefined for a fixed single block.
    lower_ths : float
        Lower end of the hashrate's interval, in TH/s.
    upper_ths : float
        Upper end of the hashrate's interval, in TH/s.
    lower_blocks : float
        Lower end of the interval for the expected number of blocks.
    upper_blocks : float
        Upper end of the interval for the expected number of blocks.
    """

    hashrate_ths: float
    unbiased_ths: Outcome
    lower_ths: float
    upper_ths: float
    lower_blocks: float
    upper_blocks: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["unbiased_ths"] = outcome(document["unbiased_ths"])

    def _wire(self) -> dict[str, Any]:
        return {
            "hashrate_ths": self.hashrate_ths,
            "unbiased_ths": self.unbiased_ths,
            "lower_ths": self.lower_ths,
            "upper_ths": self.upper_ths,
            "lower_blocks": self.lower_blocks,
            "upper_blocks": self.upper_blocks,
        }


@document
class DifficultySpan(Document):
    """A part of the span, at one difficulty.

    Attributes
    ----------
    difficulty : float
        Difficulty of the network. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    days : float
        Length of the part in days of 86,400 s. [d, above 0.0 to 1000000.0]
    """

    difficulty: float
    days: float
    _route = "mining.mean_difficulty:spans.[]"

    def __init__(
        self,
        difficulty: float,
        days: float,
    ) -> None:
        self._fill({"difficulty": difficulty, "days": days})

    def _wire(self) -> dict[str, Any]:
        return {
            "difficulty": self.difficulty,
            "days": self.days,
        }


class DifficultySpanDict(TypedDict):
    """``DifficultySpan`` as a mapping."""

    difficulty: float
    days: float


@document
class MeanDifficultyReport(Document):
    """Result of `mean_difficulty`.

    Attributes
    ----------
    difficulty : float
        Harmonic mean of the difficulty by time.
    days : float
        Length of all parts in days.
    """

    difficulty: float
    days: float

    def _wire(self) -> dict[str, Any]:
        return {
            "difficulty": self.difficulty,
            "days": self.days,
        }


@document
class HashrateFromSharesReport(Document):
    """Result of `hashrate_from_shares`.

    Attributes
    ----------
    hashrate_ths : float
        Estimated hashrate, in TH/s.
    relative_standard_error : Outcome
        Standard error of the hashrate as a fraction of it, `1 / sqrt(shares)`; undefined without shares.
    """

    hashrate_ths: float
    relative_standard_error: Outcome

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["relative_standard_error"] = outcome(document["relative_standard_error"])

    def _wire(self) -> dict[str, Any]:
        return {
            "hashrate_ths": self.hashrate_ths,
            "relative_standard_error": self.relative_standard_error,
        }


@document
class PreviousPeriod(Document):
    """The end of the previous period, for `Estimator::MempoolWindow`.

    Attributes
    ----------
    window_start_s : int
        Header time of the block 503 below the tip, in Unix seconds. [from 0]
    change : float
        Change of difficulty at the last retarget, as a fraction: 0.006 for +0.6 %. From -0.75 to 3.
    """

    window_start_s: int
    change: float
    _route = "mining.forecast_retarget:estimator.mempool_window.previous"

    def __init__(
        self,
        window_start_s: int,
        change: float,
    ) -> None:
        self._fill({"window_start_s": window_start_s, "change": change})

    def _wire(self) -> dict[str, Any]:
        return {
            "window_start_s": self.window_start_s,
            "change": self.change,
        }


class PreviousPeriodDict(TypedDict):
    """``PreviousPeriod`` as a mapping."""

    window_start_s: int
    change: float


@document
class EstimatorMempoolWindow(Document):
    """The figure of mempool.space: `(n + 1) · 600 / elapsed - 1`, and while fewer than 503 intervals are known,
    blended with the end of the previous period into a window of 504 blocks, where that is given.

    Attributes
    ----------
    previous : PreviousPeriod, optional
        End of the previous period. Absent: no blending.
    """

    previous: PreviousPeriod | None = None
    _route = "mining.forecast_retarget:estimator.mempool_window"

    def __init__(
        self,
        previous: PreviousPeriod | PreviousPeriodDict | None = None,
    ) -> None:
        self._fill({"previous": previous})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("previous") is not None:
            document["previous"] = PreviousPeriod._read(document["previous"])

    def _wire(self) -> dict[str, Any]:
        return {
            "previous": self.previous,
        }


class EstimatorMempoolWindowDict(TypedDict):
    """``EstimatorMempoolWindow`` as a mapping."""

    previous: NotRequired[PreviousPeriod | PreviousPeriodDict | None]


@document
class EstimatorGammaPosterior(Document):
    """As `elapsed`, with the band of the gamma posterior.

    Attributes
    ----------
    confidence : float
        Confidence of the band, above 0 and below 1. [from 0.0 to 1.0]
    """

    confidence: float
    _route = "mining.forecast_retarget:estimator.gamma_posterior"

    def __init__(
        self,
        confidence: float,
    ) -> None:
        self._fill({"confidence": confidence})

    def _wire(self) -> dict[str, Any]:
        return {
            "confidence": self.confidence,
        }


class EstimatorGammaPosteriorDict(TypedDict):
    """``EstimatorGammaPosterior`` as a mapping."""

    confidence: float


@document
class Estimator(Variant):
    """How the change is estimated.

    Cases
    -----
    elapsed
        The pace so far goes on: `1_209_600 · n / (2015 · elapsed) - 1`.
    mempool_window
        The figure of mempool.space: `(n + 1) · 600 / elapsed - 1`, and while fewer than 503 intervals are known, blended with the end of the previous period into a window of 504 blocks, where that is given.
    gamma_posterior
        As `elapsed`, with the band of the gamma posterior.
    """

    tag: Literal["elapsed", "mempool_window", "gamma_posterior"]
    content: EstimatorMempoolWindow | EstimatorGammaPosterior | None = None
    _route = "mining.forecast_retarget:estimator"

    @classmethod
    def elapsed(cls) -> Self:
        """The pace so far goes on: `1_209_600 · n / (2015 · elapsed) - 1`."""
        return cls._made("elapsed")

    @classmethod
    def mempool_window(cls, content: EstimatorMempoolWindow | EstimatorMempoolWindowDict) -> Self:
        """The figure of mempool.space: `(n + 1) · 600 / elapsed - 1`, and while fewer than 503 intervals are known, blended with the end of the previous period into a window of 504 blocks, where that is given."""
        return cls._made("mempool_window", content)

    @classmethod
    def gamma_posterior(cls, content: EstimatorGammaPosterior | EstimatorGammaPosteriorDict) -> Self:
        """As `elapsed`, with the band of the gamma posterior."""
        return cls._made("gamma_posterior", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "mempool_window":
            return EstimatorMempoolWindow._read(content)
        if tag == "gamma_posterior":
            return EstimatorGammaPosterior._read(content)
        return content


class EstimatorDict(TypedDict, total=False):
    """``Estimator`` as a mapping: one of the keys, with its content."""

    mempool_window: EstimatorMempoolWindow | EstimatorMempoolWindowDict
    gamma_posterior: EstimatorGammaPosterior | EstimatorGammaPosteriorDict


EstimatorLike: TypeAlias = "Estimator | EstimatorDict | Literal['elapsed']"
"""What is taken for a ``Estimator``."""


@document
class Band(Document):
    """Band in which the change of difficulty lies with the given confidence.

    Attributes
    ----------
    lower : float
        Lower end of the change of difficulty, as a fraction.
    upper : float
        Upper end of the change of difficulty, as a fraction.
    """

    lower: float
    upper: float

    def _wire(self) -> dict[str, Any]:
        return {
            "lower": self.lower,
            "upper": self.upper,
        }


BandOutcome: TypeAlias = "Value[Band] | Never | Unbounded | Every | Undefined"
"""A value, or the reason why there is none.

Cases
-----
value
    The value.
never
    It does not happen: no value is good enough.
unbounded
    There is no limit: the number exceeds every bound.
every
    Every value is good enough.
undefined
    The question has no answer.
"""


@document
class OutlookSettled(Document):
    """The tip is the period's last block: consensus has decided.

    Attributes
    ----------
    next_nbits : str
        Compact target of the next period.
    """

    next_nbits: str

    def _wire(self) -> dict[str, Any]:
        return {
            "next_nbits": self.next_nbits,
        }


@document
class Outlook(Variant):
    """Whether the next target is known.

    Cases
    -----
    estimated
        Blocks of the period are missing: the change is an estimate.
    settled
        The tip is the period's last block: consensus has decided.
    """

    tag: Literal["estimated", "settled"]
    content: OutlookSettled | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "settled":
            return OutlookSettled._read(content)
        return content


@document
class ForecastRetargetReport(Document):
    """Result of `forecast_retarget`.

    Attributes
    ----------
    change : float
        Change of difficulty at the next retarget, as a fraction, -0.75 to 3; before compact rounding.
    band : BandOutcome
        Band of the change at the estimator's confidence; undefined for an estimator without one.
    outlook : Outlook
        Whether the next target is known.
    difficulty : float
        Difficulty of the current retarget period.
    next_difficulty : float
        Difficulty of the next period: estimated, or that of consensus once settled.
    next_retarget_height : int
        Height of the next period's first block. [blocks, from 0 to 4294967295]
    intervals : int
        Number of block intervals of the period seen so far. [from 0]
    remaining_blocks : int
        Number of blocks until the next period begins, its first one included. [from 0]
    progress : float
        Fraction of the period that has passed: `intervals / 2016`.
    expected_blocks : float
        Number of blocks that the time since the period began would hold at 600 s each.
    mean_interval_ms : int
        Mean block interval of the period so far, in whole milliseconds, rounded down.
    remaining_ms : int
        Time until the next period begins at that pace, in milliseconds.
    retarget_time_ms : datetime.datetime
        Time at which the next period begins at that pace, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    tip_age_ms : int
        Time since the tip's header, in milliseconds; negative where the header is ahead of the present.
    tip_is_recent : bool
        Whether the present lies from two hours before to a day after the tip's header. If not, the tip is not the latest block, or the present is not the present, and the estimate is of neither.
    time_offset_ms : int
        Correction of the time of the next block, in milliseconds. On networks with 20-minute blocks it is minus the time since the last block (at most 20 minutes) once that and a mean interval exceed 20 minutes: the next block is due earlier than the pace says. Otherwise 0.
    """

    change: float
    band: BandOutcome
    outlook: Outlook
    difficulty: float
    next_difficulty: float
    next_retarget_height: int
    intervals: int
    remaining_blocks: int
    progress: float
    expected_blocks: float
    mean_interval_ms: int
    remaining_ms: int
    retarget_time_ms: datetime.datetime
    tip_age_ms: int
    tip_is_recent: bool
    time_offset_ms: int

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["band"] = outcome(document["band"], Band._read)
        document["outlook"] = Outlook._read(document["outlook"])
        document["retarget_time_ms"] = instant(document["retarget_time_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "change": self.change,
            "band": self.band,
            "outlook": self.outlook,
            "difficulty": self.difficulty,
            "next_difficulty": self.next_difficulty,
            "next_retarget_height": self.next_retarget_height,
            "intervals": self.intervals,
            "remaining_blocks": self.remaining_blocks,
            "progress": self.progress,
            "expected_blocks": self.expected_blocks,
            "mean_interval_ms": self.mean_interval_ms,
            "remaining_ms": self.remaining_ms,
            "retarget_time_ms": self.retarget_time_ms,
            "tip_age_ms": self.tip_age_ms,
            "tip_is_recent": self.tip_is_recent,
            "time_offset_ms": self.time_offset_ms,
        }


@operation("mining.implied_hashrate")
def implied_hashrate(
    *,
    difficulty: float,
    spacing_s: float,
) -> ImpliedHashrateReport:
    """The network hashrate that a difficulty implies at a block spacing: `D * 2^32 / spacing`, and the exact form beside
    it.

    Parameters
    ----------
    difficulty : float
        Difficulty of the network. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    spacing_s : float
        Mean time between blocks, in seconds; 600 is what consensus aims at. [s, above 0.0 to 100000000000.0]

    Returns
    -------
    ImpliedHashrateReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.implied_hashrate(difficulty=119120000000000, spacing_s=600)
    >>> report.hashrate_ths
    852694173.8325334
    >>> report.exact_hashrate_ths
    852707185.1116029
    """
    return ImpliedHashrateReport._read(call("mining.implied_hashrate", {"difficulty": difficulty, "spacing_s": spacing_s}))


@operation("mining.observed_hashrate")
def observed_hashrate(
    *,
    work: ObservedWorkLike,
    elapsed_s: float,
) -> ObservedHashrateReport:
    """The network hashrate that was observed: work over time, the work given as blocks of a difficulty or as a
    difference of chainwork.

    Parameters
    ----------
    work : ObservedWork, or its word or mapping
        Work that was observed.
    elapsed_s : float
        Span in which the work was done, in seconds. [s, above 0.0 to 100000000000.0]

    Returns
    -------
    ObservedHashrateReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.observed_hashrate(work={"blocks": {"blocks": 130, "difficulty": 86388559140000}}, elapsed_s=86400)
    >>> report.hashes
    4.8234684713132045e+25
    >>> report.hashrate_ths
    558271813.8093987
    """
    return ObservedHashrateReport._read(call("mining.observed_hashrate", {"work": work, "elapsed_s": elapsed_s}))


@operation("mining.hashrate_interval")
def hashrate_interval(
    *,
    blocks: int,
    difficulty: float,
    elapsed_s: float,
    confidence: float,
    sampling: Sampling | None = None,
) -> HashrateIntervalReport:
    """The exact confidence interval of the network hashrate given a count of blocks in a fixed time (Garwood 1936:
    chi-square quantiles of a Poisson count), or the time of a fixed number of blocks (Gamma), and the estimate without
    bias.

    Parameters
    ----------
    blocks : int
        Number of blocks found. [from 0]
    difficulty : float
        Difficulty of the blocks. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    elapsed_s : float
        Span in which the blocks were found, in seconds. [s, above 0.0 to 100000000000.0]
    confidence : float
        Confidence of the interval, above 0 and below 1. [from 0.0 to 1.0]
    sampling : Sampling, optional
        What was fixed beforehand. Absent: the time.

    Returns
    -------
    HashrateIntervalReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.hashrate_interval(blocks=144, difficulty=138955357012247.3, elapsed_s=86400, confidence=0.95)
    >>> report.hashrate_ths
    994681189.9526775
    >>> report.unbiased_ths.value
    994681189.9526775
    """
    return HashrateIntervalReport._read(call("mining.hashrate_interval", {"blocks": blocks, "difficulty": difficulty, "elapsed_s": elapsed_s, "confidence": confidence, "sampling": sampling}))


@operation("mining.mean_difficulty")
def mean_difficulty(
    *,
    spans: Sequence[DifficultySpan | DifficultySpanDict] | FrameLike,
) -> MeanDifficultyReport:
    """The difficulty that stands for a span in which it changed: the harmonic mean by time, at which a constant hashrate
    finds as many blocks.

    Parameters
    ----------
    spans : Sequence[DifficultySpan | DifficultySpanDict], or a DataFrame of their fields
        Parts of the span, in any order, 1 to 10,000.

    Returns
    -------
    MeanDifficultyReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.mean_difficulty(spans=[{"difficulty": 126411437451912, "days": 9.5}, {"difficulty": 138955357012247, "days": 20.5}])
    >>> report.difficulty
    134721972903149.22
    >>> report.days
    30.0
    """
    return MeanDifficultyReport._read(call("mining.mean_difficulty", {"spans": records(spans)}))


@operation("mining.hashrate_from_shares")
def hashrate_from_shares(
    *,
    shares: int,
    share_difficulty: float,
    elapsed_s: float,
) -> HashrateFromSharesReport:
    """A machine's hashrate from the shares it found: `shares * share_difficulty * 2^32 / time`, with its relative
    standard error.

    Parameters
    ----------
    shares : int
        Number of accepted shares. [from 0]
    share_difficulty : float
        Difficulty of each share. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    elapsed_s : float
        Span in which the shares were found, in seconds. [s, above 0.0 to 100000000000.0]

    Returns
    -------
    HashrateFromSharesReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.hashrate_from_shares(shares=1000, share_difficulty=65536, elapsed_s=3600)
    >>> report.hashrate_ths
    78.18749353073778
    >>> report.relative_standard_error.value
    0.03162277660168379
    """
    return HashrateFromSharesReport._read(call("mining.hashrate_from_shares", {"shares": shares, "share_difficulty": share_difficulty, "elapsed_s": elapsed_s}))


@operation("mining.forecast_retarget")
def forecast_retarget(
    *,
    network: Network,
    height: int,
    nbits: str | int,
    period_start_s: int,
    last_block_s: int,
    now_ms: datetime.datetime | int | str,
    estimator: EstimatorLike,
) -> ForecastRetargetReport:
    """The change at the next retarget, and its time, by a named estimator; the gamma posterior answers a band as well.

    Parameters
    ----------
    network : Network
        Network whose rules hold; not regtest, which does not retarget.
    height : int
        Height of the tip. [blocks, from 0 to 4294967295]
    nbits : str | int
        Compact target of the period; on testnet4 that of its first block.
    period_start_s : int
        Header time of the period's first block, in Unix seconds. [from 0]
    last_block_s : int
        Header time of the tip, in Unix seconds. [from 0]
    now_ms : datetime.datetime | int | str
        Present time, in Unix milliseconds: after the period's first block. [ms, from 1230940800000 to 253402235999999]
    estimator : Estimator, or its word or mapping
        Estimator of the change of difficulty.

    Returns
    -------
    ForecastRetargetReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.forecast_retarget(network="mainnet", height=750134, nbits="0x1709ed88", period_start_s=1660820820, last_block_s=1660917166, now_ms=1660917833000, estimator={"gamma_posterior": {"confidence": 0.95}})
    >>> report.change
    0.12618096078244245
    >>> report.difficulty
    28351606743493.773
    """
    return ForecastRetargetReport._read(call("mining.forecast_retarget", {"network": network, "height": height, "nbits": nbits, "period_start_s": period_start_s, "last_block_s": last_block_s, "now_ms": now_ms, "estimator": estimator}))


@document
class RunningHashrateRow(Document):
    """One output of ``RunningHashrate``.

    Attributes
    ----------
    hashrate_ths : float64
        Hashrate of the network, in TH/s; NaN while warming up.
    lower_ths : float64
        Lower end of the hashrate's interval, in TH/s.
    upper_ths : float64
        Upper end of the hashrate's interval, in TH/s.
    unbiased_ths : float64
        Hashrate without the bias of a window of blocks, in TH/s; NaN while warming up and for a single interval.
    """

    hashrate_ths: float
    lower_ths: float
    upper_ths: float
    unbiased_ths: float


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class RunningHashrateColumns(Columns):
    """Outputs of ``RunningHashrate``, a row per event.

    Attributes
    ----------
    hashrate_ths : float64
        Hashrate of the network, in TH/s; NaN while warming up.
    lower_ths : float64
        Lower end of the hashrate's interval, in TH/s.
    upper_ths : float64
        Upper end of the hashrate's interval, in TH/s.
    unbiased_ths : float64
        Hashrate without the bias of a window of blocks, in TH/s; NaN while warming up and for a single interval.
    """

    hashrate_ths: Any
    lower_ths: Any
    upper_ths: Any
    unbiased_ths: Any


class RunningHashrate(Stream):
    """The network's hashrate as blocks come in: work over time of the last blocks, as `getnetworkhashps` has it, with
    the exact confidence bounds of a window of blocks, and without the bias of one.

    Parameters
    ----------
    window_blocks : int
        Number of blocks whose work is counted; 120 is what Bitcoin Core takes, 2016 a whole period. [from 1 to 100000]
    confidence : float
        Confidence of the interval, above 0 and below 1. [from 0.0 to 1.0]

    Returns
    -------
    RunningHashrate

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.mining.RunningHashrate(window_blocks=120, confidence=0.95)
    >>> columns = stream.update_many(time_ms=[1780012800000, 1780013150000, 1780014011000], difficulty=[138955357012247.3, 138955357012247.3, 138955357012247.3])
    >>> columns.hashrate_ths.tolist()
    [nan, 1705167754.2045898, 985646100.6962947]
    >>> columns.lower_ths.tolist()
    [nan, 43171109.78195463, 119366315.47466096]
    """

    _path: ClassVar[str] = "mining.running_hashrate"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("time_ms", "time"), ("difficulty", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("hashrate_ths", "lower_ths", "upper_ths", "unbiased_ths",)
    _row: ClassVar[type[Any]] = RunningHashrateRow
    _columns: ClassVar[type[Any]] = RunningHashrateColumns

    @operation("mining.running_hashrate")
    def __init__(
        self,
        *,
        window_blocks: int,
        confidence: float,
    ) -> None:
        super().__init__({"window_blocks": window_blocks, "confidence": confidence})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        window_blocks: int,
        confidence: float,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"window_blocks": window_blocks, "confidence": confidence}, state)

    @operation()
    def update(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        difficulty: float,
    ) -> RunningHashrateRow:
        """Take the next event; a refused event changes nothing."""
        result: RunningHashrateRow = self._update({"time_ms": time_ms, "difficulty": difficulty})
        return result

    @operation()
    def peek(
        self,
        *,
        time_ms: datetime.datetime | int | str,
        difficulty: float,
    ) -> RunningHashrateRow:
        """What ``update`` would answer, without taking the event."""
        result: RunningHashrateRow = self._peek({"time_ms": time_ms, "difficulty": difficulty})
        return result

    @operation()
    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        time_ms: ArrayLike | None = None,
        difficulty: ArrayLike | None = None,
    ) -> RunningHashrateColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: RunningHashrateColumns = self._update_many(frame, {"time_ms": time_ms, "difficulty": difficulty})
        return result


# Below, because the modules of a package name each other's types.
from ._consensus import Network
