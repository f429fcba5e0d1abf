"""The operations of ``mining``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar, Literal, Self, TypeAlias

from . import _frames
from ._documents import Document, Variant, call, day, filled, instant, wide
from ._frames import Columns
from ._handles import Job, Progress, Stream

__all__ = [
    "Band",
    "BandInterval",
    "BasisName",
    "BreakEvens",
    "CheckProofOfWorkReport",
    "CostOfBitcoin",
    "DecodeNbitsReport",
    "Estimator",
    "EstimatorGammaPosterior",
    "EstimatorMempoolWindow",
    "ExpectedRewardReport",
    "ForecastRetargetReport",
    "HashpriceBatchColumns",
    "HashpriceReport",
    "HashrateFromSharesReport",
    "HashrateIntervalReport",
    "ImpliedHashrateReport",
    "Network",
    "NetworkBasis",
    "NetworkUsed",
    "NextHalving",
    "NextHalvingAt",
    "ObservedHashrateReport",
    "ObservedWork",
    "ObservedWorkBlocks",
    "ObservedWorkChainwork",
    "OnBadRow",
    "Outcome",
    "OutcomeUndefined",
    "Outlook",
    "OutlookSettled",
    "PermittedTransitionReport",
    "PreviousPeriod",
    "ProfitBatchColumns",
    "ProfitReport",
    "ProofOfWork",
    "RealisedHashpriceReport",
    "RetargetReport",
    "RunningHashrate",
    "RunningHashrateColumns",
    "RunningHashrateRow",
    "SoloHorizon",
    "SoloIncomeJob",
    "SoloIncomeReport",
    "SoloOddsReport",
    "SubsidyReport",
    "check_proof_of_work",
    "decode_nbits",
    "expected_reward",
    "forecast_retarget",
    "hashprice",
    "hashprice_batch",
    "hashrate_from_shares",
    "hashrate_interval",
    "implied_hashrate",
    "observed_hashrate",
    "permitted_transition",
    "profit",
    "profit_batch",
    "realised_hashprice",
    "retarget",
    "solo_income",
    "solo_odds",
    "subsidy",
]


@dataclasses.dataclass(frozen=True, repr=False)
class DecodeNbitsReport(Document):
    """What `decode_nbits` answers.

    Attributes
    ----------
    nbits : str
        The compact target as asked.
    target : str
        The target: a block's hash must not be above it.
    canonical_nbits : str
        The compact form of the target as consensus writes it; differs from `nbits` where that was not canonical.
    difficulty : float
        Difficulty by Bitcoin Core's mantissa division, to the last bit.
    target_difficulty : float
        Difficulty from the full target, `0xffff · 2^208 / target`; differs from `difficulty` where a small size cuts mantissa digits off.
    work : str
        Work of one block in whole hashes, `floor(2^256 / (target + 1))`, as it is added to the chainwork.
    expected_hashes : float
        Hashes that a block takes on average, `2^256 / (target + 1)`, to the nearest `f64` but one.
    """

    nbits: str
    target: str
    canonical_nbits: str
    difficulty: float
    target_difficulty: float
    work: str
    expected_hashes: float

    def _wire(self) -> dict[str, Any]:
        return {
            "nbits": self.nbits,
            "target": self.target,
            "canonical_nbits": self.canonical_nbits,
            "difficulty": self.difficulty,
            "target_difficulty": self.target_difficulty,
            "work": self.work,
            "expected_hashes": self.expected_hashes,
        }


Network: TypeAlias = Literal["mainnet", "testnet3", "testnet4", "signet", "regtest"]
"""A bitcoin network.

Cases
-----
mainnet
    The network whose coins are money.
testnet3
    Test network 3: a block more than 20 minutes after its predecessor may have difficulty 1.
testnet4
    Test network 4 (BIP94): the 20-minute rule, and a retarget that starts from the period's first block, whose difficulty is real.
signet
    Signed test network (BIP325), default challenge.
regtest
    Private test network: no retargeting, halving every 150 blocks.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class RetargetReport(Document):
    """What `retarget` answers.

    Attributes
    ----------
    next_nbits : str
        The compact target of the next period.
    next_target : str
        Its target.
    next_difficulty : float
        Its difficulty by Bitcoin Core's mantissa division.
    actual_timespan_s : int
        The measured span of the period in seconds, possibly negative.
    clamped_timespan_s : int
        The span that the rule used, 302,400 to 4,838,400 seconds. [from 0]
    difficulty_ratio : float
        Difficulty of the next period over that of the period that ends: old target / new target.
    retargets : bool
        Whether the network retargets at all; where not, `next_nbits` is the old one.
    """

    next_nbits: str
    next_target: str
    next_difficulty: float
    actual_timespan_s: int
    clamped_timespan_s: int
    difficulty_ratio: float
    retargets: bool

    def _wire(self) -> dict[str, Any]:
        return {
            "next_nbits": self.next_nbits,
            "next_target": self.next_target,
            "next_difficulty": self.next_difficulty,
            "actual_timespan_s": self.actual_timespan_s,
            "clamped_timespan_s": self.clamped_timespan_s,
            "difficulty_ratio": self.difficulty_ratio,
            "retargets": self.retargets,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class PermittedTransitionReport(Document):
    """What `permitted_transition` answers.

    Attributes
    ----------
    permitted : bool
        Whether the later block may follow.
    begins_period : bool
        Whether the height begins a period, where the target may change.
    """

    permitted: bool
    begins_period: bool

    def _wire(self) -> dict[str, Any]:
        return {
            "permitted": self.permitted,
            "begins_period": self.begins_period,
        }


ProofOfWork: TypeAlias = Literal["valid", "no_target", "above_limit", "hash_above_target"]
"""Whether a hash is proof of work, and if not, why.

Cases
-----
valid
    The hash meets the target.
no_target
    `nBits` states no target: it is zero, negative or beyond 256 bits.
above_limit
    The target is easier than the network allows.
hash_above_target
    The hash exceeds the target.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class CheckProofOfWorkReport(Document):
    """What `check_proof_of_work` answers.

    Attributes
    ----------
    valid : bool
        Whether the hash is proof of work.
    verdict : ProofOfWork
        The same with the reason.
    """

    valid: bool
    verdict: ProofOfWork

    def _wire(self) -> dict[str, Any]:
        return {
            "valid": self.valid,
            "verdict": self.verdict,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class OutcomeUndefined(Document):
    """Attributes
    ----------
    reason : str
        Why.
    """

    reason: str

    def _wire(self) -> dict[str, Any]:
        return {
            "reason": self.reason,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Outcome(Variant):
    """A number, or the reason why there is none.

    Reports carry no NaN and no infinity: a break-even price that does not exist is `Never`, not infinite.

    Cases
    -----
    value
        The number, always finite.
    never
        It does not happen: no value is good enough.
    unbounded
        There is no limit: every value is good enough, or the number exceeds what an `f64` holds.
    undefined
        The question has no answer.
    """

    tag: Literal["value", "never", "unbounded", "undefined"]
    content: float | OutcomeUndefined | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "undefined":
            return OutcomeUndefined._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class NextHalvingAt(Document):
    """Attributes
    ----------
    height : int
        Height of the first block of the next era. [blocks, from 0 to 4294967295]
    blocks : int
        Blocks from the asked height to that block. [from 0]
    days : Outcome
        The same in days of 86,400 s at the asked pace; `never` at a pace of zero.
    """

    height: int
    blocks: int
    days: Outcome

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["days"] = Outcome._read(document["days"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "height": self.height,
            "blocks": self.blocks,
            "days": self.days,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class NextHalving(Variant):
    """The next halving.

    Cases
    -----
    never
        No subsidy is left to halve.
    at
        It comes.
    """

    tag: Literal["never", "at"]
    content: NextHalvingAt | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "at":
            return NextHalvingAt._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class SubsidyReport(Document):
    """What `subsidy` answers.

    Attributes
    ----------
    subsidy_sat : int
        New coins of the block, in satoshis. [sat, from 0 to 2100000000000000]
    cumulative_issuance_sat : int
        All coins issued up to the block, itself and the genesis block included, in satoshis. [sat, from 0 to 2100000000000000]
    era : int
        Halvings so far. [from 0]
    next_halving : NextHalving
        The next halving.
    """

    subsidy_sat: int
    cumulative_issuance_sat: int
    era: int
    next_halving: NextHalving

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["next_halving"] = NextHalving._read(document["next_halving"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "subsidy_sat": self.subsidy_sat,
            "cumulative_issuance_sat": self.cumulative_issuance_sat,
            "era": self.era,
            "next_halving": self.next_halving,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ImpliedHashrateReport(Document):
    """What `implied_hashrate` answers.

    Attributes
    ----------
    hashrate_ths : float
        `D · 2^32 / spacing` in TH/s, the customary approximation.
    exact_hashrate_ths : float
        `2^256 / (target + 1) / spacing` in TH/s, exact but for rounding.
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
    """Attributes
    ----------
    blocks : int
        Number of blocks. [from 0]
    difficulty : float
        Their mean difficulty. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
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
    """Attributes
    ----------
    start : str
        Chainwork at the start.
    end : str
        Chainwork at the end.
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
        So many blocks of a difficulty; of their mean difficulty where it changed.
    chainwork
        The chainwork before the first block and after the last, as nodes report it.
    """

    tag: Literal["blocks", "chainwork"]
    content: ObservedWorkBlocks | ObservedWorkChainwork | None = None

    @classmethod
    def blocks(cls, content: ObservedWorkBlocks | Mapping[str, Any] | str) -> Self:
        """So many blocks of a difficulty; of their mean difficulty where it changed."""
        return cls("blocks", content)

    @classmethod
    def chainwork(cls, content: ObservedWorkChainwork | Mapping[str, Any] | str) -> Self:
        """The chainwork before the first block and after the last, as nodes report it."""
        return cls("chainwork", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "blocks":
            return ObservedWorkBlocks._read(content)
        if tag == "chainwork":
            return ObservedWorkChainwork._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class ObservedHashrateReport(Document):
    """What `observed_hashrate` answers.

    Attributes
    ----------
    hashes : float
        The work in hashes.
    hashrate_ths : float
        The mean hashrate of the span in TH/s.
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
    """What `hashrate_interval` answers.

    Attributes
    ----------
    hashrate_ths : float
        Hashrate in TH/s.
    lower_ths : float
        Lower end of the interval in TH/s.
    upper_ths : float
        Upper end of the interval in TH/s.
    lower_blocks : float
        Lower end for the expected number of blocks.
    upper_blocks : float
        Upper end for the expected number of blocks.
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
    """What `hashrate_from_shares` answers.

    Attributes
    ----------
    hashrate_ths : float
        Hashrate in TH/s.
    relative_standard_error : Outcome
        Its standard error as a part of itself, `1 / sqrt(shares)`; undefined without shares.
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
    """Attributes
    ----------
    previous : PreviousPeriod, optional
        The end of the previous period. Absent: no blending.
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
    """Attributes
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
    def mempool_window(cls, content: EstimatorMempoolWindow | Mapping[str, Any] | str) -> Self:
        """The figure of mempool.space: `(n + 1) · 600 / elapsed - 1`, and while fewer than 503 intervals are known, blended with the end of the previous period into a window of 504 blocks, where that is given."""
        return cls("mempool_window", content)

    @classmethod
    def gamma_posterior(cls, content: EstimatorGammaPosterior | Mapping[str, Any] | str) -> Self:
        """As `elapsed`, with the band of the gamma posterior."""
        return cls("gamma_posterior", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "mempool_window":
            return EstimatorMempoolWindow._read(content)
        if tag == "gamma_posterior":
            return EstimatorGammaPosterior._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class BandInterval(Document):
    """Attributes
    ----------
    lower : float
        Lower end of the change, as a fraction.
    upper : float
        Upper end of the change, as a fraction.
    """

    lower: float
    upper: float

    def _wire(self) -> dict[str, Any]:
        return {
            "lower": self.lower,
            "upper": self.upper,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Band(Variant):
    """How sure the forecast is.

    Cases
    -----
    not_estimated
        The estimator has none.
    interval
        The change lies between these with the confidence that was asked for.
    """

    tag: Literal["not_estimated", "interval"]
    content: BandInterval | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "interval":
            return BandInterval._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class OutlookSettled(Document):
    """Attributes
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
    """What `forecast_retarget` answers.

    Attributes
    ----------
    change : float
        Change of difficulty at the next retarget, as a fraction, -0.75 to 3; before compact rounding.
    band : Band
        How sure that is.
    outlook : Outlook
        Whether the next target is known.
    difficulty : float
        Difficulty of this period.
    next_difficulty : float
        Difficulty of the next period: estimated, or that of consensus once settled.
    next_retarget_height : int
        Height of the next period's first block. [blocks, from 0 to 4294967295]
    intervals : int
        Block intervals of the period seen so far. [from 0]
    remaining_blocks : int
        Blocks until the next period begins, its first one included. [from 0]
    progress : float
        `intervals / 2016`.
    expected_blocks : float
        Blocks that the time since the period began would hold at 600 s each.
    mean_interval_ms : int
        Mean interval so far in whole milliseconds, rounded down.
    remaining_ms : int
        Time until the next period begins at that pace, in milliseconds.
    retarget_time_ms : datetime.datetime
        When the next period begins at that pace, in Unix milliseconds. [ms, from -62135532000000 to 253402235999999]
    time_offset_ms : int
        On networks with 20-minute blocks, minus the time since the last block (at most 20 minutes) once that and a mean interval exceed 20 minutes: the next block is due earlier than the pace says. Otherwise 0.
    """

    change: float
    band: Band
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
        document["band"] = Band._read(document["band"])
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
        return cls("difficulty", content)

    @classmethod
    def nbits(cls, content: str) -> Self:
        """A header's compact target: a block takes exactly `2^256 / (target + 1)` hashes."""
        return cls("nbits", content)

    @classmethod
    def network_hashrate_ths(cls, content: float) -> Self:
        """The hashrate of the whole network, one's own included, in TH/s: a block takes the hashes of 600 s, the spacing that consensus aims at. While blocks come faster or slower than that, this differs from the difficulty by as much."""
        return cls("network_hashrate_ths", content)


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
        Which of the three was given.
    difficulty : float
        Difficulty: as given; Bitcoin Core's figure for `nbits`; `hashes_per_block / 2^32` for a network hashrate.
    hashes_per_block : float
        Hashes that a block takes on average.
    spacing_s : float
        The block spacing, in seconds, that ties the network's hashrate to the hashes per block.
    network_hashrate_ths : float
        The network's hashrate at that spacing, in TH/s.
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


@dataclasses.dataclass(frozen=True, repr=False)
class ExpectedRewardReport(Document):
    """What `expected_reward` answers.

    Attributes
    ----------
    network : NetworkUsed
        The network as it was used.
    expected_blocks : float
        Blocks found on average in the span.
    gross_btc : float
        Their reward in BTC, before the pool's fee.
    pool_fee_btc : float
        What the pool keeps of it, in BTC.
    expected_btc : float
        What is left, in BTC: `gross_btc - pool_fee_btc`.
    """

    network: NetworkUsed
    expected_blocks: float
    gross_btc: float
    pool_fee_btc: float
    expected_btc: float

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["network"] = NetworkUsed._read(document["network"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "network": self.network,
            "expected_blocks": self.expected_blocks,
            "gross_btc": self.gross_btc,
            "pool_fee_btc": self.pool_fee_btc,
            "expected_btc": self.expected_btc,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class HashpriceReport(Document):
    """What `hashprice` answers.

    Attributes
    ----------
    network : NetworkUsed
        The network as it was used.
    hashprice_sat_per_phs_day : float
        Satoshis per PH/s per day.
    hashprice_usd_per_phs_day : float
        US dollars per PH/s per day.
    """

    network: NetworkUsed
    hashprice_sat_per_phs_day: float
    hashprice_usd_per_phs_day: float

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["network"] = NetworkUsed._read(document["network"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "network": self.network,
            "hashprice_sat_per_phs_day": self.hashprice_sat_per_phs_day,
            "hashprice_usd_per_phs_day": self.hashprice_usd_per_phs_day,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class RealisedHashpriceReport(Document):
    """What `realised_hashprice` answers.

    Attributes
    ----------
    hashprice_sat_per_phs_day : float
        Satoshis per PH/s of that day.
    hashprice_usd_per_phs_day : float
        US dollars per PH/s of that day.
    fee_share : Outcome
        The part of the reward that was fees.
    """

    hashprice_sat_per_phs_day: float
    hashprice_usd_per_phs_day: float
    fee_share: Outcome

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["fee_share"] = Outcome._read(document["fee_share"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "hashprice_sat_per_phs_day": self.hashprice_sat_per_phs_day,
            "hashprice_usd_per_phs_day": self.hashprice_usd_per_phs_day,
            "fee_share": self.fee_share,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class SoloHorizon(Variant):
    """How long a solo miner tries.

    Cases
    -----
    days
        A span of time, in days of 86,400 s, at constant difficulty.
    blocks
        So many blocks of the network, each found by the miner with the probability of its share of the network's hashrate.
    """

    tag: Literal["days", "blocks"]
    content: float | int | None = None

    @classmethod
    def days(cls, content: float) -> Self:
        """A span of time, in days of 86,400 s, at constant difficulty."""
        return cls("days", content)

    @classmethod
    def blocks(cls, content: int) -> Self:
        """So many blocks of the network, each found by the miner with the probability of its share of the network's hashrate."""
        return cls("blocks", content)


@dataclasses.dataclass(frozen=True, repr=False)
class SoloOddsReport(Document):
    """What `solo_odds` answers.

    Attributes
    ----------
    network : NetworkUsed
        The network as it was used.
    expected_blocks : float
        Blocks found on average within the horizon.
    at_least_one : float
        Probability of at least one block within the horizon.
    mean_wait_days : Outcome
        Mean wait for a block, in days; `never` without hashrate.
    median_wait_days : Outcome
        Wait that half of all miners exceed, in days: ln 2 times the mean.
    wait_days : list[Outcome]
        For each of `quantiles` the wait that is not exceeded with that probability, in days; `unbounded` for 1.
    """

    network: NetworkUsed
    expected_blocks: float
    at_least_one: float
    mean_wait_days: Outcome
    median_wait_days: Outcome
    wait_days: list[Outcome]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["network"] = NetworkUsed._read(document["network"])
        document["mean_wait_days"] = Outcome._read(document["mean_wait_days"])
        document["median_wait_days"] = Outcome._read(document["median_wait_days"])
        document["wait_days"] = [Outcome._read(item) for item in document["wait_days"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "network": self.network,
            "expected_blocks": self.expected_blocks,
            "at_least_one": self.at_least_one,
            "mean_wait_days": self.mean_wait_days,
            "median_wait_days": self.median_wait_days,
            "wait_days": self.wait_days,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class BreakEvens(Document):
    """The values of four inputs, each alone and all else as it is, at which `net_usd` is 0.

    `never`: no value of the input is good enough, it is always a loss. `unbounded`: no value is bad enough, it is always a profit.
    `undefined`: it is exactly nothing at every value. Negative values appear only for the power price, which can be negative.

    Attributes
    ----------
    power_price_usd_per_kwh : Outcome
        The highest power price that still pays, in USD/kWh: `(revenue - hosting - maintenance) / energy`.
    btc_price_usd : Outcome
        The lowest bitcoin price that still pays, in USD: `(power + hosting + maintenance) / expected BTC`.
    hashprice_usd_per_phs_day : Outcome
        The lowest hashprice that still pays, in USD/PH/day, before the pool's fee as markets quote it: `hashprice · (power + hosting + maintenance) / revenue`, taken at the machine's own hours.
    difficulty : Outcome
        The highest difficulty that still pays: `difficulty · revenue / (power + hosting + maintenance)`.
    """

    power_price_usd_per_kwh: Outcome
    btc_price_usd: Outcome
    hashprice_usd_per_phs_day: Outcome
    difficulty: Outcome

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["power_price_usd_per_kwh"] = Outcome._read(document["power_price_usd_per_kwh"])
        document["btc_price_usd"] = Outcome._read(document["btc_price_usd"])
        document["hashprice_usd_per_phs_day"] = Outcome._read(document["hashprice_usd_per_phs_day"])
        document["difficulty"] = Outcome._read(document["difficulty"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "power_price_usd_per_kwh": self.power_price_usd_per_kwh,
            "btc_price_usd": self.btc_price_usd,
            "hashprice_usd_per_phs_day": self.hashprice_usd_per_phs_day,
            "difficulty": self.difficulty,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class CostOfBitcoin(Document):
    """What one bitcoin costs to produce, in USD. `never` where nothing is mined: no money makes one.

    Attributes
    ----------
    direct_usd : Outcome
        Power and hosting over the BTC received after the pool's fee: below this price it is better to switch off.
    cash_usd : Outcome
        Direct cost and maintenance: below this price cash runs out.
    all_in_usd : Outcome
        Cash cost and straight-line depreciation of the machine: below this price the machine does not earn itself back. `undefined` without a machine price.
    """

    direct_usd: Outcome
    cash_usd: Outcome
    all_in_usd: Outcome

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["direct_usd"] = Outcome._read(document["direct_usd"])
        document["cash_usd"] = Outcome._read(document["cash_usd"])
        document["all_in_usd"] = Outcome._read(document["all_in_usd"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "direct_usd": self.direct_usd,
            "cash_usd": self.cash_usd,
            "all_in_usd": self.all_in_usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ProfitReport(Document):
    """What `profit` answers.

    `gross_revenue_usd - pool_fee_usd = revenue_usd` and `revenue_usd - power_cost_usd - hosting_usd - maintenance_usd = net_usd`, exactly
    when evaluated from left to right.

    Attributes
    ----------
    network : NetworkUsed
        The network as it was used.
    gross_btc : float
        BTC mined on average, before the pool's fee.
    expected_btc : float
        BTC received on average, after the pool's fee.
    gross_revenue_usd : float
        USD value of `gross_btc`.
    pool_fee_usd : float
        What the pool keeps of it.
    revenue_usd : float
        What is left: revenue after the pool's fee.
    power_cost_usd : float
        Energy times power price; negative where the price is.
    hosting_usd : float
        Energy times hosting fee; 0 without a host.
    maintenance_usd : float
        Upkeep over the span; 0 where none was given.
    net_usd : float
        The profit: revenue less power, hosting and maintenance.
    energy_kwh : float
        Energy used, in kWh.
    depreciation_usd : Outcome
        Straight-line depreciation over the span, in USD; not part of `net_usd`.
    efficiency_j_per_th : Outcome
        Power over hashrate, in J/TH.
    hashprice_usd_per_phs_day : float
        Hashprice at this difficulty and price, in USD/PH/day, before the pool's fee.
    break_even : BreakEvens
        Where profit turns into loss.
    cost_of_bitcoin : CostOfBitcoin
        What one bitcoin costs to produce.
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
    def _read(cls, document: dict[str, Any]) -> Self:
        document["network"] = NetworkUsed._read(document["network"])
        document["depreciation_usd"] = Outcome._read(document["depreciation_usd"])
        document["efficiency_j_per_th"] = Outcome._read(document["efficiency_j_per_th"])
        document["break_even"] = BreakEvens._read(document["break_even"])
        document["cost_of_bitcoin"] = CostOfBitcoin._read(document["cost_of_bitcoin"])
        return filled(cls, document)

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


OnBadRow: TypeAlias = Literal["refuse", "report"]
"""What a batch does with a row that a unit refuses.

Cases
-----
refuse
    The whole batch is refused with the first fault, by column, then by row.
report
    The row is marked in the status column and its results are NaN; the other rows are computed.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class SoloIncomeReport(Document):
    """What `SoloIncome` answers. All figures are of the simulated paths.

    Attributes
    ----------
    paths : int
        Number of paths. [from 0]
    mean_sat : float
        Mean income in satoshis.
    standard_deviation_sat : float
        Standard deviation of the income in satoshis (divisor: paths - 1).
    standard_error_sat : float
        Standard error of the mean in satoshis: standard deviation over the root of the number of paths.
    nothing : float
        Part of the paths that earn nothing.
    mean_blocks : float
        Mean number of blocks found.
    income_sat : list[float]
        For each of `quantiles` the least income, in whole satoshis, that at least that part of the paths does not exceed.
    """

    paths: int
    mean_sat: float
    standard_deviation_sat: float
    standard_error_sat: float
    nothing: float
    mean_blocks: float
    income_sat: list[float]

    def _wire(self) -> dict[str, Any]:
        return {
            "paths": self.paths,
            "mean_sat": self.mean_sat,
            "standard_deviation_sat": self.standard_deviation_sat,
            "standard_error_sat": self.standard_error_sat,
            "nothing": self.nothing,
            "mean_blocks": self.mean_blocks,
            "income_sat": self.income_sat,
        }


def decode_nbits(
    *,
    nbits: str,
) -> DecodeNbitsReport:
    """What a compact target says: the target, its difficulty, the work of a block, and the hashes it takes on average.

    The difficulty follows Bitcoin Core's division of the mantissa (exact bits); the difficulty of the whole target and
    `2^256 / (target + 1)` stand beside it under their own names.

    Parameters
    ----------
    nbits : str
        The compact target of a header.

    Returns
    -------
    DecodeNbitsReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.decode_nbits(nbits="0x170331db")
    """
    return DecodeNbitsReport._read(call("mining.decode_nbits", {"nbits": nbits}))


def retarget(
    *,
    network: Network,
    nbits: str,
    first_nbits: str | None = None,
    first_time_s: int,
    last_time_s: int,
) -> RetargetReport:
    """The compact target after a period of 2016 blocks, exactly as consensus computes it.

    `new = old * clamp(last - first, 302400, 4838400) / 1209600` in 256-bit integers, at most the network's limit, then rounded to
    compact form. The timespan covers 2015 intervals. On testnet4 (BIP94) the old target is the one of the period's first block.

    Parameters
    ----------
    network : Network
        The network whose rules hold.
    nbits : str
        The compact target of the period's last block.
    first_nbits : str, optional
        The compact target of the period's first block: required on testnet4 (BIP94), refused elsewhere.
    first_time_s : int
        Header time of the period's first block, in Unix seconds. [from 0]
    last_time_s : int
        Header time of the period's last block, in Unix seconds. May lie before the first: header times are not monotonic. [from 0]

    Returns
    -------
    RetargetReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.retarget(network="mainnet", nbits="0x1d00ffff", first_time_s=1261130161, last_time_s=1262152739)
    """
    return RetargetReport._read(call("mining.retarget", {"network": network, "nbits": nbits, "first_nbits": first_nbits, "first_time_s": first_time_s, "last_time_s": last_time_s}))


def permitted_transition(
    *,
    network: Network,
    height: int,
    old_nbits: str,
    new_nbits: str,
) -> PermittedTransitionReport:
    """Whether consensus can ever lead from one compact target to the next: unchanged within a period, within a factor 4 at its end.

    Parameters
    ----------
    network : Network
        The network whose rules hold.
    height : int
        Height of the later block. [blocks, from 0 to 4294967295]
    old_nbits : str
        Compact target of the block before it.
    new_nbits : str
        Compact target of the block itself.

    Returns
    -------
    PermittedTransitionReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.permitted_transition(network="mainnet", height=68544, old_nbits="0x1c05a3f4", new_nbits="0x1c0168fd")
    """
    return PermittedTransitionReport._read(call("mining.permitted_transition", {"network": network, "height": height, "old_nbits": old_nbits, "new_nbits": new_nbits}))


def check_proof_of_work(
    *,
    hash: str,
    nbits: str,
    network: Network,
) -> CheckProofOfWorkReport:
    """Whether a block hash satisfies its compact target on a network, and if not, why.

    Parameters
    ----------
    hash : str
        The block's hash in display order.
    nbits : str
        The compact target of its header.
    network : Network
        The network whose limit holds.

    Returns
    -------
    CheckProofOfWorkReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.check_proof_of_work(network="mainnet", nbits="0x1d00ffff", hash="000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f")
    """
    return CheckProofOfWorkReport._read(call("mining.check_proof_of_work", {"hash": hash, "nbits": nbits, "network": network}))


def subsidy(
    *,
    height: int,
    network: Network,
    blocks_per_day: float | None = None,
) -> SubsidyReport:
    """New coins of a block, all coins issued up to and with it (the genesis 50 BTC included), and the next halving by height.

    Parameters
    ----------
    height : int
        Height of the block. [blocks, from 0 to 4294967295]
    network : Network
        The network whose schedule holds.
    blocks_per_day : float, optional
        The pace at which the time to the next halving is told. Absent: 144, the pace that consensus aims at. [from 0.0 to 1000000000000.0]

    Returns
    -------
    SubsidyReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.subsidy(height=953568, network="mainnet", blocks_per_day=144)
    """
    return SubsidyReport._read(call("mining.subsidy", {"height": height, "network": network, "blocks_per_day": blocks_per_day}))


def implied_hashrate(
    *,
    difficulty: float,
    spacing_s: float,
) -> ImpliedHashrateReport:
    """The network hashrate that a difficulty implies at a block spacing: `D * 2^32 / spacing`, and the exact form beside it.

    Parameters
    ----------
    difficulty : float
        Difficulty. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    spacing_s : float
        Mean time between blocks in seconds; 600 is what consensus aims at. [s, above 0.0 to 100000000000.0]

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
    """The network hashrate that was observed: work over time, the work given as blocks of a difficulty or as a difference of chainwork.

    Parameters
    ----------
    work : ObservedWork | Mapping[str, Any] | str
        The work that was seen.
    elapsed_s : float
        The span in which it was done, in seconds. [s, above 0.0 to 100000000000.0]

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
    """The exact confidence interval of the network hashrate given a count of blocks (Garwood 1936: chi-square quantiles of a Poisson count).

    Parameters
    ----------
    blocks : int
        Blocks found. [from 0]
    difficulty : float
        Their difficulty. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    elapsed_s : float
        The span in which they were found, in seconds. [s, above 0.0 to 100000000000.0]
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
    """A machine's hashrate from the shares it found: `shares * share_difficulty * 2^32 / time`, with its relative standard error.

    Parameters
    ----------
    shares : int
        Accepted shares. [from 0]
    share_difficulty : float
        Difficulty of each. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    elapsed_s : float
        The span in which they were found, in seconds. [s, above 0.0 to 100000000000.0]

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
    """What the next retarget will change, and when, by a named estimator; the gamma posterior answers a band as well.

    Parameters
    ----------
    network : Network
        The network whose rules hold; not regtest, which does not retarget.
    height : int
        Height of the tip. [blocks, from 0 to 4294967295]
    nbits : str
        Compact target of the period; on testnet4 that of its first block.
    period_start_s : int
        Header time of the period's first block, in Unix seconds. [from 0]
    last_block_s : int
        Header time of the tip, in Unix seconds. [from 0]
    now_ms : datetime.datetime | int
        The present, in Unix milliseconds. After the period's first block. [ms, from -62135532000000 to 253402235999999]
    estimator : Estimator | Mapping[str, Any] | str
        How the change is estimated.

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


def expected_reward(
    *,
    hashrate_ths: float,
    network_basis: NetworkBasis | Mapping[str, Any] | str,
    subsidy_sat: int,
    fees_per_block_sat: int,
    pool_fee: float,
    days: float,
) -> ExpectedRewardReport:
    """Blocks and bitcoin that a hashrate is expected to earn: `H * t / (D * 2^32)` blocks, each worth subsidy and fees.

    Parameters
    ----------
    hashrate_ths : float
        The miner's hashrate in TH/s. [TH/s, from 0.0 to 1e+24]
    network_basis : NetworkBasis | Mapping[str, Any] | str
        How hard the network is.
    subsidy_sat : int
        New coins per block, in satoshis. [sat, from 0 to 2100000000000000]
    fees_per_block_sat : int
        Transaction fees per block, in satoshis, averaged over a window of the caller's choice. [sat, from 0 to 2100000000000000]
    pool_fee : float
        The part that the pool keeps; 0 for solo mining. Below 1. [from 0.0 to 1.0]
    days : float
        The span in days of 86,400 s. [d, above 0.0 to 1000000.0]

    Returns
    -------
    ExpectedRewardReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.expected_reward(hashrate_ths=1000, network_basis={"difficulty": 100000000000000}, subsidy_sat=312500000, fees_per_block_sat=0, pool_fee=0, days=1)
    """
    return ExpectedRewardReport._read(call("mining.expected_reward", {"hashrate_ths": hashrate_ths, "network_basis": network_basis, "subsidy_sat": subsidy_sat, "fees_per_block_sat": fees_per_block_sat, "pool_fee": pool_fee, "days": days}))


def hashprice(
    *,
    network_basis: NetworkBasis | Mapping[str, Any] | str,
    subsidy_sat: int,
    fees_per_block_sat: int,
    btc_price_usd: float,
) -> HashpriceReport:
    """Hashprice: what one petahash per second is expected to earn per day, in US dollars and in satoshis.

    Parameters
    ----------
    network_basis : NetworkBasis | Mapping[str, Any] | str
        How hard the network is.
    subsidy_sat : int
        New coins per block, in satoshis. [sat, from 0 to 2100000000000000]
    fees_per_block_sat : int
        Transaction fees per block, in satoshis, averaged over a window of the caller's choice. [sat, from 0 to 2100000000000000]
    btc_price_usd : float
        Price of one bitcoin in USD. [USD, from 0.0 to 1000000000000.0]

    Returns
    -------
    HashpriceReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.hashprice(network_basis={"difficulty": 138955357012247.3}, subsidy_sat=312500000, fees_per_block_sat=2000000, btc_price_usd=73674)
    """
    return HashpriceReport._read(call("mining.hashprice", {"network_basis": network_basis, "subsidy_sat": subsidy_sat, "fees_per_block_sat": fees_per_block_sat, "btc_price_usd": btc_price_usd}))


def realised_hashprice(
    *,
    network_hashrate_ths: float,
    daily_issuance_sat: int,
    daily_fees_sat: int,
    btc_price_usd: float,
) -> RealisedHashpriceReport:
    """Hashprice as a day paid it: issuance and fees of the day over the network's hashrate.

    Parameters
    ----------
    network_hashrate_ths : float
        The network's mean hashrate of the day in TH/s, as observed from its blocks. [TH/s, from 0.0 to 1e+24]
    daily_issuance_sat : int
        New coins of the day, in satoshis. [sat, from 0 to 2100000000000000]
    daily_fees_sat : int
        Transaction fees of the day, in satoshis. [sat, from 0 to 2100000000000000]
    btc_price_usd : float
        Price of one bitcoin in USD. [USD, from 0.0 to 1000000000000.0]

    Returns
    -------
    RealisedHashpriceReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.realised_hashprice(network_hashrate_ths=558271813.8, daily_issuance_sat=40625000000, daily_fees_sat=120646658440, btc_price_usd=64907.993)
    """
    return RealisedHashpriceReport._read(call("mining.realised_hashprice", {"network_hashrate_ths": network_hashrate_ths, "daily_issuance_sat": daily_issuance_sat, "daily_fees_sat": daily_fees_sat, "btc_price_usd": btc_price_usd}))


def solo_odds(
    *,
    hashrate_ths: float,
    network_basis: NetworkBasis | Mapping[str, Any] | str,
    horizon: SoloHorizon | Mapping[str, Any] | str,
    quantiles: Sequence[float] | None = None,
) -> SoloOddsReport:
    """The odds of a solo miner: the probability of at least one block, and how long the wait for it is (mean and quantiles).

    Parameters
    ----------
    hashrate_ths : float
        The miner's hashrate in TH/s. [TH/s, from 0.0 to 1e+24]
    network_basis : NetworkBasis | Mapping[str, Any] | str
        How hard the network is.
    horizon : SoloHorizon | Mapping[str, Any] | str
        How long the miner tries.
    quantiles : Sequence[float], optional
        Probabilities for which the waiting time is told: 0.5 for the median.

    Returns
    -------
    SoloOddsReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.solo_odds(hashrate_ths=1000, network_basis={"difficulty": 100000000000000}, horizon={"days": 365.25}, quantiles=[0.5, 0.95])
    """
    return SoloOddsReport._read(call("mining.solo_odds", {"hashrate_ths": hashrate_ths, "network_basis": network_basis, "horizon": horizon, "quantiles": quantiles}))


def profit(
    *,
    hashrate_ths: float,
    power_w: float,
    network_basis: NetworkBasis | Mapping[str, Any] | str,
    subsidy_sat: int,
    fees_per_block_sat: int,
    btc_price_usd: float,
    pool_fee: float,
    power_price_usd_per_kwh: float,
    days: float,
    uptime: float | None = None,
    hosting_fee_usd_per_kwh: float | None = None,
    maintenance_usd_per_day: float | None = None,
    machine_price_usd: float | None = None,
    useful_life_days: float | None = None,
) -> ProfitReport:
    """Profit of a machine, a fleet or a site over a span: revenue, pool fee, power, hosting, maintenance and net, the four
    break-evens, and the direct, cash and all-in cost of one bitcoin.

    Parameters
    ----------
    hashrate_ths : float
        Hashrate while running, in TH/s. [TH/s, from 0.0 to 1e+24]
    power_w : float
        Power drawn while running, at the meter, in watts. [W, from 0.0 to 1000000000000000.0]
    network_basis : NetworkBasis | Mapping[str, Any] | str
        How hard the network is.
    subsidy_sat : int
        New coins per block, in satoshis. [sat, from 0 to 2100000000000000]
    fees_per_block_sat : int
        Transaction fees per block, in satoshis, averaged over a window of the caller's choice. [sat, from 0 to 2100000000000000]
    btc_price_usd : float
        Price of one bitcoin in USD. [USD, from 0.0 to 1000000000000.0]
    pool_fee : float
        The part that the pool keeps; below 1. [from 0.0 to 1.0]
    power_price_usd_per_kwh : float
        Power price in USD/kWh; may be negative. [USD/kWh, from -1000.0 to 1000.0]
    days : float
        The span in days of 86,400 s. [d, above 0.0 to 1000000.0]
    uptime : float, optional
        The part of the span in which the machine runs, hashing and drawing power. Absent: all of it. [from 0.0 to 1.0]
    hosting_fee_usd_per_kwh : float, optional
        What a host charges on top of the power price, in USD/kWh. Absent: there is no host. [USD/kWh, from -1000.0 to 1000.0]
    maintenance_usd_per_day : float, optional
        Upkeep in USD per day of the span, running or not. Absent: none. [USD, from 0.0 to 1000000000000000.0]
    machine_price_usd : float, optional
        What the machine cost, in USD. Goes with `useful_life_days`, and into the all-in cost of a bitcoin only. [USD, from 0.0 to 1000000000000000.0]
    useful_life_days : float, optional
        Days over which the machine is written off in equal parts. Goes with `machine_price_usd`. [d, above 0.0 to 1000000.0]

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
    """
    return ProfitReport._read(call("mining.profit", {"hashrate_ths": hashrate_ths, "power_w": power_w, "network_basis": network_basis, "subsidy_sat": subsidy_sat, "fees_per_block_sat": fees_per_block_sat, "btc_price_usd": btc_price_usd, "pool_fee": pool_fee, "power_price_usd_per_kwh": power_price_usd_per_kwh, "days": days, "uptime": uptime, "hosting_fee_usd_per_kwh": hosting_fee_usd_per_kwh, "maintenance_usd_per_day": maintenance_usd_per_day, "machine_price_usd": machine_price_usd, "useful_life_days": useful_life_days}))


@dataclasses.dataclass(frozen=True, repr=False)
class ProfitBatchColumns(Columns):
    """Columns of ``profit_batch``, of the kind that came in.

    Attributes
    ----------
    revenue_usd : float64
        Revenue before the pool's fee, USD.
    power_cost_usd : float64
        Cost of power, USD.
    net_usd : float64
        What is left after all costs, USD.
    status : words
        `ok` or `refused`.
    """

    revenue_usd: Any
    power_cost_usd: Any
    net_usd: Any
    status: Any


def profit_batch(
    frame: Any = None,
    /,
    *,
    hashrate_ths: Any = None,
    power_w: Any = None,
    power_price_usd_per_kwh: Any = None,
    btc_price_usd: Any = None,
    network_basis: NetworkBasis | Mapping[str, Any] | str,
    subsidy_sat: int,
    fees_per_block_sat: int,
    pool_fee: float,
    days: float,
    uptime: float | None = None,
    hosting_fee_usd_per_kwh: float | None = None,
    maintenance_usd_per_day: float | None = None,
    on_bad_row: OnBadRow | None = None,
) -> Any:
    """Profit of many machines or cases at once, each row as `mining.profit` computes it, bit for bit.

    `on_bad_row` says what happens to a row that cannot be used: `refuse` (nothing is computed) or `report` (NaN in that row, and
    the word in `status`).

    Parameters
    ----------
    hashrate_ths : column of float64
        Hashrate. [TH/s, from 0.0 to 1e+24]
    power_w : column of float64
        Power at the wall. [W, from 0.0 to 1000000000000000.0]
    power_price_usd_per_kwh : column of float64
        Price of energy. [USD/kWh, from -1000.0 to 1000.0]
    btc_price_usd : column of float64
        Price of one bitcoin. [USD, from 0.0 to 1000000000000.0]
    network_basis : NetworkBasis | Mapping[str, Any] | str
        How hard the network is.
    subsidy_sat : int
        New coins per block, in satoshis. [sat, from 0 to 2100000000000000]
    fees_per_block_sat : int
        Transaction fees per block, in satoshis. [sat, from 0 to 2100000000000000]
    pool_fee : float
        The part that the pool keeps; below 1. [from 0.0 to 1.0]
    days : float
        The span in days of 86,400 s. [d, above 0.0 to 1000000.0]
    uptime : float, optional
        The part of the span in which the machines run. Absent: all of it. [from 0.0 to 1.0]
    hosting_fee_usd_per_kwh : float, optional
        What a host charges on top of the power price, in USD/kWh. Absent: there is no host. [USD/kWh, from -1000.0 to 1000.0]
    maintenance_usd_per_day : float, optional
        Upkeep of each row in USD per day. Absent: none. [USD, from 0.0 to 1000000000000000.0]
    on_bad_row : OnBadRow, optional
        What to do with a row that a unit refuses. Absent: refuse the batch.

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
    """
    return _frames.call(
        "mining.profit_batch",
        {"network_basis": network_basis, "subsidy_sat": subsidy_sat, "fees_per_block_sat": fees_per_block_sat, "pool_fee": pool_fee, "days": days, "uptime": uptime, "hosting_fee_usd_per_kwh": hosting_fee_usd_per_kwh, "maintenance_usd_per_day": maintenance_usd_per_day, "on_bad_row": on_bad_row},
        frame,
        {"hashrate_ths": hashrate_ths, "power_w": power_w, "power_price_usd_per_kwh": power_price_usd_per_kwh, "btc_price_usd": btc_price_usd},
        (("hashrate_ths", "f64"), ("power_w", "f64"), ("power_price_usd_per_kwh", "f64"), ("btc_price_usd", "f64"),),
        ("revenue_usd", "power_cost_usd", "net_usd", "status",),
        ProfitBatchColumns,
    )


@dataclasses.dataclass(frozen=True, repr=False)
class HashpriceBatchColumns(Columns):
    """Columns of ``hashprice_batch``, of the kind that came in.

    Attributes
    ----------
    hashprice_usd_per_phs_day : float64
        Hashprice, USD per PH/s per day.
    hashprice_sat_per_phs_day : float64
        Hashprice, satoshis per PH/s per day.
    status : words
        `ok` or `refused`.
    """

    hashprice_usd_per_phs_day: Any
    hashprice_sat_per_phs_day: Any
    status: Any


def hashprice_batch(
    frame: Any = None,
    /,
    *,
    difficulty: Any = None,
    fees_per_block_sat: Any = None,
    btc_price_usd: Any = None,
    subsidy_sat: int,
    on_bad_row: OnBadRow | None = None,
) -> Any:
    """Hashprice of many days at once, each row as `mining.hashprice` computes it, bit for bit.

    Parameters
    ----------
    difficulty : column of float64
        Difficulty. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    fees_per_block_sat : column of int64
        Fees per block, averaged over the caller's window. [sat, from 0 to 2100000000000000]
    btc_price_usd : column of float64
        Price of one bitcoin. [USD, from 0.0 to 1000000000000.0]
    subsidy_sat : int
        New coins per block, in satoshis. A series across a halving is two batches. [sat, from 0 to 2100000000000000]
    on_bad_row : OnBadRow, optional
        What to do with a row that a unit refuses. Absent: refuse the batch.

    Returns
    -------
    HashpriceBatchColumns, or a DataFrame
        Columns of the kind that came in (NumPy, pandas, polars). Where a DataFrame is given, columns that are not
        named are taken from it by name, and the result is a DataFrame of its kind.

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> columns = hi.mining.hashprice_batch(difficulty=[136607070854775.06, 138955357012247.3], fees_per_block_sat=[2100000, 1900000], btc_price_usd=[73461.5, 73674], subsidy_sat=312500000)
    """
    return _frames.call(
        "mining.hashprice_batch",
        {"subsidy_sat": subsidy_sat, "on_bad_row": on_bad_row},
        frame,
        {"difficulty": difficulty, "fees_per_block_sat": fees_per_block_sat, "btc_price_usd": btc_price_usd},
        (("difficulty", "f64"), ("fees_per_block_sat", "i64"), ("btc_price_usd", "f64"),),
        ("hashprice_usd_per_phs_day", "hashprice_sat_per_phs_day", "status",),
        HashpriceBatchColumns,
    )


@dataclasses.dataclass(frozen=True, repr=False)
class RunningHashrateRow(Document):
    """One output of ``RunningHashrate``.

    Attributes
    ----------
    hashrate_ths : float64
        Hashrate, TH/s; NaN while warming up.
    lower_ths : float64
        Lower bound, TH/s.
    upper_ths : float64
        Upper bound, TH/s.
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
        Hashrate, TH/s; NaN while warming up.
    lower_ths : float64
        Lower bound, TH/s.
    upper_ths : float64
        Upper bound, TH/s.
    """

    hashrate_ths: Any
    lower_ths: Any
    upper_ths: Any


class RunningHashrate(Stream):
    """The network's hashrate as blocks come in: work over time of the last blocks, as `getnetworkhashps` has it, with its exact
    confidence bounds.

    Parameters
    ----------
    window_blocks : int
        Blocks whose work is counted, 1 to 100,000; 120 is what Bitcoin Core takes, 2016 a whole period. [from 0]
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
    _inputs: ClassVar[Sequence[tuple[str, str]]] = (("time_ms", "i64"), ("difficulty", "f64"),)
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
        time_ms: Any = None,
        difficulty: Any = None,
    ) -> RunningHashrateColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: RunningHashrateColumns = self._update_many(frame, {"time_ms": time_ms, "difficulty": difficulty})
        return result


class SoloIncomeJob(Job):
    """``solo_income`` in blocks: save, resume, split over machines with ``blocks=(start, end)``, merge."""

    _path: ClassVar[str] = "mining.solo_income"
    _report: ClassVar[type[Any]] = SoloIncomeReport

    def __init__(
        self,
        *,
        hashrate_ths: float,
        difficulty: float,
        height: int,
        fees_per_block_sat: int,
        days: float,
        drift_per_retarget: float,
        volatility_per_retarget: float,
        paths: int,
        seed: int,
        quantiles: Sequence[float] | None = None,
        blocks: tuple[int, int] | None = None,
    ) -> None:
        super().__init__({"hashrate_ths": hashrate_ths, "difficulty": difficulty, "height": height, "fees_per_block_sat": fees_per_block_sat, "days": days, "drift_per_retarget": drift_per_retarget, "volatility_per_retarget": volatility_per_retarget, "paths": paths, "seed": wide(seed), "quantiles": quantiles}, blocks)

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        hashrate_ths: float,
        difficulty: float,
        height: int,
        fees_per_block_sat: int,
        days: float,
        drift_per_retarget: float,
        volatility_per_retarget: float,
        paths: int,
        seed: int,
        quantiles: Sequence[float] | None = None,
    ) -> Self:
        """The job that ``save`` wrote, opened with the same parameters."""
        return cls._again({"hashrate_ths": hashrate_ths, "difficulty": difficulty, "height": height, "fees_per_block_sat": fees_per_block_sat, "days": days, "drift_per_retarget": drift_per_retarget, "volatility_per_retarget": volatility_per_retarget, "paths": paths, "seed": wide(seed), "quantiles": quantiles}, state)

    def report(self) -> SoloIncomeReport:
        """The result, once every block of the whole job is done."""
        result: SoloIncomeReport = self._result()
        return result


def solo_income(
    *,
    hashrate_ths: float,
    difficulty: float,
    height: int,
    fees_per_block_sat: int,
    days: float,
    drift_per_retarget: float,
    volatility_per_retarget: float,
    paths: int,
    seed: int,
    quantiles: Sequence[float] | None = None,
    progress: Progress = False,
) -> SoloIncomeReport:
    """Monte Carlo of a solo miner's income over a span, in whole satoshis: difficulty moves at each retarget, the subsidy follows the
    height, blocks arrive as a Poisson process.

    Parameters
    ----------
    hashrate_ths : float
        The miner's hashrate in TH/s; at most the network's, `difficulty · 2^32 / 600 s`. [TH/s, from 0.0 to 1e+24]
    difficulty : float
        Difficulty at the start, 1 or more. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    height : int
        Height of the next block of mainnet at the start. [blocks, from 0 to 4294967295]
    fees_per_block_sat : int
        Transaction fees per block, in satoshis, at most 10,000 BTC. [sat, from 0 to 2100000000000000]
    days : float
        Horizon in days, at most 36,525. [d, above 0.0 to 1000000.0]
    drift_per_retarget : float
        Mean change of the logarithm of difficulty at a retarget: 0.01 for about +1 %. From -1.4 to 1.4.
    volatility_per_retarget : float
        Standard deviation of that change, 0 to 1.4; mainnet's of recent years is 0.046.
    paths : int
        Number of simulated paths, 2 or more. [from 0]
    seed : int
        Seed of the random numbers.
    quantiles : Sequence[float], optional
        Probabilities for which the income is told: 0.05 for the income that 5 % of the paths do not exceed.
    progress : bool or callable, optional
        True shows a bar (tqdm where installed); a callable gets (blocks done, blocks in all).

    Returns
    -------
    SoloIncomeReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.solo_income(hashrate_ths=100000, difficulty=138955357012247.3, height=951552, fees_per_block_sat=2000000, days=365, drift_per_retarget=0.01, volatility_per_retarget=0.046, paths=4096, seed=20260531, quantiles=[0.05, 0.5, 0.95])
    """
    return SoloIncomeJob(hashrate_ths=hashrate_ths, difficulty=difficulty, height=height, fees_per_block_sat=fees_per_block_sat, days=days, drift_per_retarget=drift_per_retarget, volatility_per_retarget=volatility_per_retarget, paths=paths, seed=seed, quantiles=quantiles).run(progress).report()
