"""Operations and types of ``mining``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal, Self, TypeAlias

from numpy.typing import ArrayLike

from .._documents import Document, Variant, call, filled, instant
from .._frames import Columns
from .._handles import Stream
from ..units import Outcome, OutcomeUndefined

__all__ = [
    "Band",
    "BandOutcome",
    "BasisName",
    "Estimator",
    "EstimatorGammaPosterior",
    "EstimatorMempoolWindow",
    "ForecastRetargetReport",
    "HashrateFromSharesReport",
    "HashrateIntervalReport",
    "ImpliedHashrateReport",
    "NetworkBasis",
    "NetworkUsed",
    "ObservedHashrateReport",
    "ObservedWork",
    "ObservedWorkBlocks",
    "ObservedWorkChainwork",
    "Outlook",
    "OutlookSettled",
    "PreviousPeriod",
    "RunningHashrate",
    "RunningHashrateColumns",
    "RunningHashrateRow",
    "forecast_retarget",
    "hashrate_from_shares",
    "hashrate_interval",
    "implied_hashrate",
    "observed_hashrate",
]


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "blocks": self.blocks,
            "difficulty": self.difficulty,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "start": self.start,
            "end": self.end,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def blocks(cls, content: ObservedWorkBlocks | Mapping[str, Any]) -> Self:
        """Blocks of one difficulty; of their mean difficulty where it changed."""
        return filled(cls, {"tag": "blocks", "content": content})

    @classmethod
    def chainwork(cls, content: ObservedWorkChainwork | Mapping[str, Any]) -> Self:
        """The chainwork before the first block and after the last, as nodes report it."""
        return filled(cls, {"tag": "chainwork", "content": content})

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "blocks":
            return ObservedWorkBlocks._read(content)
        if tag == "chainwork":
            return ObservedWorkChainwork._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
class HashrateIntervalReport(Document):
    """Result of `hashrate_interval`.

    Attributes
    ----------
    hashrate_ths : float
        Hashrate that the blocks show, in TH/s.
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
    lower_ths: float
    upper_ths: float
    lower_blocks: float
    upper_blocks: float

    def _wire(self) -> dict[str, Any]:
        return {
            "hashrate_ths": self.hashrate_ths,
            "lower_ths": self.lower_ths,
            "upper_ths": self.upper_ths,
            "lower_blocks": self.lower_blocks,
            "upper_blocks": self.upper_blocks,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
    def _read(cls, document: dict[str, Any]) -> Self:
        document["relative_standard_error"] = Outcome._read(document["relative_standard_error"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "hashrate_ths": self.hashrate_ths,
            "relative_standard_error": self.relative_standard_error,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "window_start_s": self.window_start_s,
            "change": self.change,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class EstimatorMempoolWindow(Document):
    """The figure of mempool.space: `(n + 1) · 600 / elapsed - 1`, and while fewer than 503 intervals are known,
    blended with the end of the previous period into a window of 504 blocks, where that is given.

    Attributes
    ----------
    previous : PreviousPeriod, optional
        End of the previous period. Absent: no blending.
    """

    previous: PreviousPeriod | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        if "previous" in document:
            document["previous"] = PreviousPeriod._read(document["previous"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "previous": self.previous,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class EstimatorGammaPosterior(Document):
    """As `elapsed`, with the band of the gamma posterior.

    Attributes
    ----------
    confidence : float
        Confidence of the band, above 0 and below 1. [from 0.0 to 1.0]
    """

    confidence: float

    def _wire(self) -> dict[str, Any]:
        return {
            "confidence": self.confidence,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def elapsed(cls) -> Self:
        """The pace so far goes on: `1_209_600 · n / (2015 · elapsed) - 1`."""
        return cls("elapsed")

    @classmethod
    def mempool_window(cls, content: EstimatorMempoolWindow | Mapping[str, Any]) -> Self:
        """The figure of mempool.space: `(n + 1) · 600 / elapsed - 1`, and while fewer than 503 intervals are known, blended with the end of the previous period into a window of 504 blocks, where that is given."""
        return filled(cls, {"tag": "mempool_window", "content": content})

    @classmethod
    def gamma_posterior(cls, content: EstimatorGammaPosterior | Mapping[str, Any]) -> Self:
        """As `elapsed`, with the band of the gamma posterior."""
        return filled(cls, {"tag": "gamma_posterior", "content": content})

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "mempool_window":
            return EstimatorMempoolWindow._read(content)
        if tag == "gamma_posterior":
            return EstimatorGammaPosterior._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
class BandOutcome(Variant):
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

    tag: Literal["value", "never", "unbounded", "every", "undefined"]
    content: Band | OutcomeUndefined | None = None

    @property
    def value(self) -> Band | None:
        """The value, where there is one."""
        value: Band | None = self._value()
        return value

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "value":
            return Band._read(content)
        if tag == "undefined":
            return OutcomeUndefined._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
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
    time_offset_ms: int

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["band"] = BandOutcome._read(document["band"])
        document["outlook"] = Outlook._read(document["outlook"])
        document["retarget_time_ms"] = instant(document["retarget_time_ms"])
        return filled(cls, document)

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
            "time_offset_ms": self.time_offset_ms,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class NetworkBasis(Variant):
    """What is known of the network, exactly one of three.

    In JSON `{"difficulty": 1.3e14}`, `{"nbits": "0x170240c3"}` or `{"network_hashrate_ths": 9.3e8}`.

    Cases
    -----
    difficulty
        A difficulty `D`: a block takes `D · 2^32` hashes, the customary approximation.
    nbits
        A header's compact target: a block takes exactly `2^256 / (target + 1)` hashes.
    network_hashrate_ths
        The hashrate of the whole network, one's own included, in TH/s: a block takes the hashes of 600 s, the spacing that consensus aims at. While blocks come faster or slower than that, this differs from the difficulty by as much.
    """

    tag: Literal["difficulty", "nbits", "network_hashrate_ths"]
    content: float | str | None = None

    @classmethod
    def difficulty(cls, content: float) -> Self:
        """A difficulty `D`: a block takes `D · 2^32` hashes, the customary approximation."""
        return filled(cls, {"tag": "difficulty", "content": content})

    @classmethod
    def nbits(cls, content: str) -> Self:
        """A header's compact target: a block takes exactly `2^256 / (target + 1)` hashes."""
        return filled(cls, {"tag": "nbits", "content": content})

    @classmethod
    def network_hashrate_ths(cls, content: float) -> Self:
        """The hashrate of the whole network, one's own included, in TH/s: a block takes the hashes of 600 s, the spacing that consensus aims at. While blocks come faster or slower than that, this differs from the difficulty by as much."""
        return filled(cls, {"tag": "network_hashrate_ths", "content": content})


BasisName: TypeAlias = Literal["difficulty", "nbits", "network_hashrate"]
"""The name of a `NetworkBasis`, for reports.

Cases
-----
difficulty
    A difficulty was given.
nbits
    A compact target was given.
network_hashrate
    A network hashrate was given.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class NetworkUsed(Document):
    """The network as a calculation used it.

    Attributes
    ----------
    basis : BasisName
        Basis of the figures: which of the three was given.
    difficulty : float
        Difficulty: as given; Bitcoin Core's figure for `nbits`; `hashes_per_block / 2^32` for a network hashrate.
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
    """
    return ImpliedHashrateReport._read(call("mining.implied_hashrate", {"difficulty": difficulty, "spacing_s": spacing_s}))


def observed_hashrate(
    *,
    work: ObservedWork | Mapping[str, Any] | str,
    elapsed_s: float,
) -> ObservedHashrateReport:
    """The network hashrate that was observed: work over time, the work given as blocks of a difficulty or as a
    difference of chainwork.

    Parameters
    ----------
    work : ObservedWork | Mapping[str, Any] | str
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
    """
    return ObservedHashrateReport._read(call("mining.observed_hashrate", {"work": work, "elapsed_s": elapsed_s}))


def hashrate_interval(
    *,
    blocks: int,
    difficulty: float,
    elapsed_s: float,
    confidence: float,
) -> HashrateIntervalReport:
    """The exact confidence interval of the network hashrate given a count of blocks (Garwood 1936: chi-square quantiles
    of a Poisson count).

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
    """
    return HashrateIntervalReport._read(call("mining.hashrate_interval", {"blocks": blocks, "difficulty": difficulty, "elapsed_s": elapsed_s, "confidence": confidence}))


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
    """
    return HashrateFromSharesReport._read(call("mining.hashrate_from_shares", {"shares": shares, "share_difficulty": share_difficulty, "elapsed_s": elapsed_s}))


def forecast_retarget(
    *,
    network: Network,
    height: int,
    nbits: str,
    period_start_s: int,
    last_block_s: int,
    now_ms: datetime.datetime | int,
    estimator: Estimator | Mapping[str, Any] | str,
) -> ForecastRetargetReport:
    """The change at the next retarget, and its time, by a named estimator; the gamma posterior answers a band as well.

    Parameters
    ----------
    network : Network
        Network whose rules hold; not regtest, which does not retarget.
    height : int
        Height of the tip. [blocks, from 0 to 4294967295]
    nbits : str
        Compact target of the period; on testnet4 that of its first block.
    period_start_s : int
        Header time of the period's first block, in Unix seconds. [from 0]
    last_block_s : int
        Header time of the tip, in Unix seconds. [from 0]
    now_ms : datetime.datetime | int
        Present time, in Unix milliseconds: after the period's first block. [ms, from 1230940800000 to 253402235999999]
    estimator : Estimator | Mapping[str, Any] | str
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
    """
    return ForecastRetargetReport._read(call("mining.forecast_retarget", {"network": network, "height": height, "nbits": nbits, "period_start_s": period_start_s, "last_block_s": last_block_s, "now_ms": now_ms, "estimator": estimator}))


@dataclasses.dataclass(frozen=True, repr=False)
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
    """

    hashrate_ths: float
    lower_ths: float
    upper_ths: float


@dataclasses.dataclass(frozen=True, repr=False)
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
    """

    hashrate_ths: Any
    lower_ths: Any
    upper_ths: Any


class RunningHashrate(Stream):
    """The network's hashrate as blocks come in: work over time of the last blocks, as `getnetworkhashps` has it, with
    its exact confidence bounds.

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
    """

    _path: ClassVar[str] = "mining.running_hashrate"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("time_ms", "i64"), ("difficulty", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("hashrate_ths", "lower_ths", "upper_ths",)
    _row: ClassVar[type[Any]] = RunningHashrateRow
    _columns: ClassVar[type[Any]] = RunningHashrateColumns

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

    def update(
        self,
        *,
        time_ms: datetime.datetime | int,
        difficulty: float,
    ) -> RunningHashrateRow:
        """Take the next event; a refused event changes nothing."""
        result: RunningHashrateRow = self._update({"time_ms": time_ms, "difficulty": difficulty})
        return result

    def peek(
        self,
        *,
        time_ms: datetime.datetime | int,
        difficulty: float,
    ) -> RunningHashrateRow:
        """What ``update`` would answer, without taking the event."""
        result: RunningHashrateRow = self._peek({"time_ms": time_ms, "difficulty": difficulty})
        return result

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
