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
    "Algorithm",
    "AsicModel",
    "Band",
    "BandInterval",
    "BasisName",
    "Bill",
    "BilledMonths",
    "BootstrapModel",
    "BreakEvens",
    "BtcMinedReport",
    "CashFlows",
    "CheckProofOfWorkReport",
    "Clock",
    "ContractBlock",
    "Cooling",
    "CorrelatedModel",
    "CostOfBitcoin",
    "DailyRevenueReport",
    "DatedCashFlow",
    "DayKind",
    "DaylightSaving",
    "DecodeNbitsReport",
    "DepreciationMethod",
    "DepreciationMethodStraightLine",
    "DepreciationReport",
    "DifficultyPath",
    "DispatchClass",
    "DispatchClassReport",
    "DispatchReason",
    "DispatchReport",
    "DynamicPath",
    "EnergyRates",
    "Estimator",
    "EstimatorGammaPosterior",
    "EstimatorMempoolWindow",
    "ExpectedRewardReport",
    "FleetBatchColumns",
    "FleetGroup",
    "FleetGroupReport",
    "FleetReport",
    "ForecastReport",
    "ForecastRetargetReport",
    "ForecastSimulationJob",
    "ForecastSimulationReport",
    "ForecastSteps",
    "ForecastStepsMonths",
    "ForecastStepsRetargets",
    "ForecastTable",
    "HalvingAhead",
    "HashpriceBatchColumns",
    "HashpriceCurve",
    "HashpriceReport",
    "HashrateFromSharesReport",
    "HashrateIntervalReport",
    "HeatMapReport",
    "HourlySeries",
    "ImpliedHashrateReport",
    "InitialState",
    "InternalRate",
    "InternalRateNoSolution",
    "InternalRateOfReturnReport",
    "Machine",
    "MachineSpec",
    "MachinesReport",
    "MeritClassReport",
    "MeritOrderReport",
    "MeritRow",
    "MiningProject",
    "NetPresentValueReport",
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
    "PathModel",
    "PayoutAuditReport",
    "PayoutReport",
    "PayoutScheme",
    "PayoutSchemeFpps",
    "PayoutSchemePplns",
    "PayoutSchemePps",
    "PayoutSchemePpsPlus",
    "PayoutSchemeTides",
    "PermittedTransitionReport",
    "PoolLuck",
    "PowerCurtailmentReport",
    "PowerLimit",
    "PreviousPeriod",
    "PricePath",
    "ProfitBatchColumns",
    "ProfitReport",
    "ProfitRequest",
    "ProfitabilityReport",
    "ProofOfWork",
    "RealizedHashpriceReport",
    "RetargetReport",
    "RoiReport",
    "RunningHashrate",
    "RunningHashrateColumns",
    "RunningHashrateRow",
    "ShareValueReport",
    "SiteCapacityReport",
    "SoloHorizon",
    "SoloIncomeJob",
    "SoloIncomeReport",
    "SoloOddsReport",
    "SubsidyReport",
    "Tariff",
    "TariffPricesReport",
    "TimeOfUse",
    "TimeOfUseWindow",
    "Valuation",
    "Verdict",
    "bill",
    "calculate_btc_mined",
    "calculate_daily_revenue",
    "calculate_profitability",
    "calculate_roi",
    "check_proof_of_work",
    "decode_nbits",
    "depreciation",
    "expected_reward",
    "fleet",
    "fleet_batch",
    "forecast",
    "forecast_retarget",
    "forecast_simulation",
    "hashprice",
    "hashprice_batch",
    "hashrate_from_shares",
    "hashrate_interval",
    "implied_hashrate",
    "internal_rate_of_return",
    "machines",
    "merit_order",
    "net_present_value",
    "observed_hashrate",
    "payout",
    "payout_audit",
    "permitted_transition",
    "plan_dispatch",
    "power_curtailment_analysis",
    "profit",
    "profit_batch",
    "profit_heat_map",
    "realized_hashprice",
    "retarget",
    "share_value",
    "site_capacity",
    "solo_income",
    "solo_odds",
    "subsidy",
    "tariff_prices",
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

    Reports carry no NaN and no infinity: a break-even price that does not exist is `Never`, not
    infinite.

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
    def blocks(cls, content: ObservedWorkBlocks | Mapping[str, Any]) -> Self:
        """So many blocks of a difficulty; of their mean difficulty where it changed."""
        return cls("blocks", content)

    @classmethod
    def chainwork(cls, content: ObservedWorkChainwork | Mapping[str, Any]) -> Self:
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
    def mempool_window(cls, content: EstimatorMempoolWindow | Mapping[str, Any]) -> Self:
        """The figure of mempool.space: `(n + 1) · 600 / elapsed - 1`, and while fewer than 503 intervals are known, blended with the end of the previous period into a window of 504 blocks, where that is given."""
        return cls("mempool_window", content)

    @classmethod
    def gamma_posterior(cls, content: EstimatorGammaPosterior | Mapping[str, Any]) -> Self:
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
        When the next period begins at that pace, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
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
class RealizedHashpriceReport(Document):
    """What `realized_hashprice` answers.

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

    `never`: no value of the input is good enough, it is always a loss. `unbounded`: no value is bad enough, it is
    always a profit. `undefined`: it is exactly nothing at every value. Negative values appear only for the power price,
    which can be negative.

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

    `gross_revenue_usd - pool_fee_usd = revenue_usd` and `revenue_usd - power_cost_usd - hosting_usd - maintenance_usd =
    net_usd`, exactly when evaluated from left to right.

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


Cooling: TypeAlias = Literal["air", "hydro", "immersion"]
"""How a machine is cooled.

Cases
-----
air
    By fans.
hydro
    By water.
immersion
    In a bath of oil.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class AsicModel(Document):
    """One model of the catalog.

    Attributes
    ----------
    model : str
        Name, with the hashrate in brackets where a name is sold in several ratings.
    manufacturer : str
        Maker.
    hashrate_ths : float
        Nominal hashrate in TH/s. [TH/s, from 0.0 to 1e+24]
    power_w : float
        Nominal power in watts. [W, from 0.0 to 1000000000000000.0]
    efficiency_j_per_th : float
        Power over hashrate, in J/TH. [J/TH, above 0.0 to 1000000000000000.0]
    release : str, optional
        Month of release, `YYYY-MM`, where a source gives one.
    cooling : Cooling
        How it is cooled.
    sources : str
        Letters of the sources, see `data/asics_sources.md`.
    note : str
        What the sources do not agree on; empty where they do.
    doubtful : bool
        Whether the sources contradict each other so much that the model is used only when asked for.
    """

    model: str
    manufacturer: str
    hashrate_ths: float
    power_w: float
    efficiency_j_per_th: float
    cooling: Cooling
    sources: str
    note: str
    doubtful: bool
    release: str | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "model": self.model,
            "manufacturer": self.manufacturer,
            "hashrate_ths": self.hashrate_ths,
            "power_w": self.power_w,
            "efficiency_j_per_th": self.efficiency_j_per_th,
            "release": self.release,
            "cooling": self.cooling,
            "sources": self.sources,
            "note": self.note,
            "doubtful": self.doubtful,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class MachinesReport(Document):
    """What `machines` answers.

    Attributes
    ----------
    machines : list[AsicModel]
        The models, in the order of the catalog: by maker, newest first.
    """

    machines: list[AsicModel]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["machines"] = [AsicModel._read(item) for item in document["machines"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "machines": self.machines,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class MachineSpec(Document):
    """What a machine hashes and draws.

    Attributes
    ----------
    hashrate_ths : float
        Hashrate in TH/s. [TH/s, from 0.0 to 1e+24]
    power_w : float
        Power in watts, at the machine's plug. [W, from 0.0 to 1000000000000000.0]
    """

    hashrate_ths: float
    power_w: float

    def _wire(self) -> dict[str, Any]:
        return {
            "hashrate_ths": self.hashrate_ths,
            "power_w": self.power_w,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Machine(Variant):
    """A machine: by the name of its model, or by figures of one's own.

    In JSON `{"model": "Antminer S21"}` or `{"spec": {"hashrate_ths": 200, "power_w": 3500}}`.

    Cases
    -----
    model
        A model of the catalog, see `find_machine`.
    spec
        Hashrate and power as measured or tuned.
    """

    tag: Literal["model", "spec"]
    content: str | MachineSpec | None = None

    @classmethod
    def model(cls, content: str) -> Self:
        """A model of the catalog, see `find_machine`."""
        return cls("model", content)

    @classmethod
    def spec(cls, content: MachineSpec | Mapping[str, Any]) -> Self:
        """Hashrate and power as measured or tuned."""
        return cls("spec", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "spec":
            return MachineSpec._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class FleetGroup(Document):
    """Machines of one kind and age.

    Attributes
    ----------
    count : int
        How many. [from 0]
    machine : Machine
        What each of them is.
    age_days : float, optional
        How long they have been running, in days. Goes with `decay_per_month`. [d, above 0.0 to 1000000.0]
    decay_per_month : float, optional
        The part of its hashrate that a machine loses each month. Goes with `age_days`. [from 0.0 to 1.0]
    """

    count: int
    machine: Machine
    age_days: float | None = None
    decay_per_month: float | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["machine"] = Machine._read(document["machine"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "count": self.count,
            "machine": self.machine,
            "age_days": self.age_days,
            "decay_per_month": self.decay_per_month,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class FleetGroupReport(Document):
    """One group of a `FleetReport`.

    Attributes
    ----------
    count : int
        How many. [from 0]
    hashrate_ths_each : float
        Hashrate of one machine, after decay, in TH/s.
    power_w_each : float
        Power of one machine at its plug, in watts.
    hashrate_ths : float
        Hashrate of the group while running, in TH/s.
    meter_power_w : float
        Power of the group at the meter while running, in watts.
    efficiency_j_per_th : Outcome
        Power at the meter over hashrate, in J/TH.
    """

    count: int
    hashrate_ths_each: float
    power_w_each: float
    hashrate_ths: float
    meter_power_w: float
    efficiency_j_per_th: Outcome

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["efficiency_j_per_th"] = Outcome._read(document["efficiency_j_per_th"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "count": self.count,
            "hashrate_ths_each": self.hashrate_ths_each,
            "power_w_each": self.power_w_each,
            "hashrate_ths": self.hashrate_ths,
            "meter_power_w": self.meter_power_w,
            "efficiency_j_per_th": self.efficiency_j_per_th,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class FleetReport(Document):
    """What `fleet` answers.

    Attributes
    ----------
    machines : int
        Number of machines. [from 0]
    hashrate_ths : float
        Hashrate while all run, in TH/s. [TH/s, from 0.0 to 1e+24]
    machine_power_w : float
        Power of the machines at their plugs while all run, in watts. [W, from 0.0 to 1000000000000000.0]
    meter_power_w : float
        Power at the meter while all run, in watts. [W, from 0.0 to 1000000000000000.0]
    average_hashrate_ths : float
        Mean hashrate at the given uptime, in TH/s.
    average_meter_power_w : float
        Mean power at the meter at the given uptime, in watts.
    efficiency_j_per_th : Outcome
        Power at the meter over hashrate, in J/TH.
    groups : list[FleetGroupReport]
        The groups, in the order of the request.
    """

    machines: int
    hashrate_ths: float
    machine_power_w: float
    meter_power_w: float
    average_hashrate_ths: float
    average_meter_power_w: float
    efficiency_j_per_th: Outcome
    groups: list[FleetGroupReport]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["efficiency_j_per_th"] = Outcome._read(document["efficiency_j_per_th"])
        document["groups"] = [FleetGroupReport._read(item) for item in document["groups"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "machines": self.machines,
            "hashrate_ths": self.hashrate_ths,
            "machine_power_w": self.machine_power_w,
            "meter_power_w": self.meter_power_w,
            "average_hashrate_ths": self.average_hashrate_ths,
            "average_meter_power_w": self.average_meter_power_w,
            "efficiency_j_per_th": self.efficiency_j_per_th,
            "groups": self.groups,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class SiteCapacityReport(Document):
    """What `site_capacity` answers.

    Attributes
    ----------
    machines : int
        How many machines fit; 0 where the site cannot feed one. [from 0]
    hashrate_ths : float
        Their hashrate in TH/s.
    used_power_w : float
        Their power at the meter, in watts.
    spare_power_w : float
        What is left of the site's power, in watts.
    """

    machines: int
    hashrate_ths: float
    used_power_w: float
    spare_power_w: float

    def _wire(self) -> dict[str, Any]:
        return {
            "machines": self.machines,
            "hashrate_ths": self.hashrate_ths,
            "used_power_w": self.used_power_w,
            "spare_power_w": self.spare_power_w,
        }


DayKind: TypeAlias = Literal["weekdays", "weekends"]
"""Days of the week.

Cases
-----
weekdays
    Monday to Friday.
weekends
    Saturday and Sunday.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class TimeOfUseWindow(Document):
    """A window of the day. It begins on the days and in the months named, and may end after midnight.

    Attributes
    ----------
    from_hour : int
        First hour of the window, 0 to 23. [from 0 to 255]
    to_hour : int
        The hour at which it ends, 1 to 24; at or before `from_hour` on the next day: 22 to 6 is the night, 6 to 6 a whole day. [from 0 to 255]
    days : DayKind, optional
        The days on which it begins. Absent: every day.
    months : list[int], optional
        The months, 1 to 12, in which it begins. Absent: all.
    price_usd_per_kwh : float
        Price within the window, in USD/kWh. [USD/kWh, from -1000.0 to 1000.0]
    """

    from_hour: int
    to_hour: int
    price_usd_per_kwh: float
    days: DayKind | None = None
    months: list[int] | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "from_hour": self.from_hour,
            "to_hour": self.to_hour,
            "days": self.days,
            "months": self.months,
            "price_usd_per_kwh": self.price_usd_per_kwh,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class TimeOfUse(Document):
    """Windows of the day, and the price outside of them.

    Attributes
    ----------
    windows : list[TimeOfUseWindow]
        The windows; where several hold, the first decides.
    otherwise_usd_per_kwh : float
        Price outside all windows, in USD/kWh. [USD/kWh, from -1000.0 to 1000.0]
    """

    windows: list[TimeOfUseWindow]
    otherwise_usd_per_kwh: float

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["windows"] = [TimeOfUseWindow._read(item) for item in document["windows"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "windows": self.windows,
            "otherwise_usd_per_kwh": self.otherwise_usd_per_kwh,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class HourlySeries(Document):
    """A price for every hour of a span.

    Attributes
    ----------
    start_ms : datetime.datetime
        Beginning of the first hour, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    usd_per_kwh : list[float]
        Prices in USD/kWh, one per hour.
    """

    start_ms: datetime.datetime
    usd_per_kwh: list[float]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["start_ms"] = instant(document["start_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "start_ms": self.start_ms,
            "usd_per_kwh": self.usd_per_kwh,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class EnergyRates(Variant):
    """What a kWh costs.

    Cases
    -----
    flat_usd_per_kwh
        The same in every hour, in USD/kWh.
    time_of_use
        By windows of the day.
    daily_usd_per_kwh
        24 prices in USD/kWh, for the hours 0 to 23 of every day's wall clock.
    hourly
        A price for every hour of a span, such as a market's settlement prices.
    """

    tag: Literal["flat_usd_per_kwh", "time_of_use", "daily_usd_per_kwh", "hourly"]
    content: float | TimeOfUse | list[float] | HourlySeries | None = None

    @classmethod
    def flat_usd_per_kwh(cls, content: float) -> Self:
        """The same in every hour, in USD/kWh."""
        return cls("flat_usd_per_kwh", content)

    @classmethod
    def time_of_use(cls, content: TimeOfUse | Mapping[str, Any]) -> Self:
        """By windows of the day."""
        return cls("time_of_use", content)

    @classmethod
    def daily_usd_per_kwh(cls, content: Sequence[float]) -> Self:
        """24 prices in USD/kWh, for the hours 0 to 23 of every day's wall clock."""
        return cls("daily_usd_per_kwh", content)

    @classmethod
    def hourly(cls, content: HourlySeries | Mapping[str, Any]) -> Self:
        """A price for every hour of a span, such as a market's settlement prices."""
        return cls("hourly", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "time_of_use":
            return TimeOfUse._read(content)
        if tag == "hourly":
            return HourlySeries._read(content)
        return content


DaylightSaving: TypeAlias = Literal["united_states", "european_union"]
"""When clocks are an hour ahead.

Cases
-----
united_states
    From the second Sunday of March, 02:00 standard time, to the first Sunday of November, 02:00 daylight time.
european_union
    From the last Sunday of March to the last Sunday of October, 01:00 UTC.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class Clock(Document):
    """A wall clock.

    Attributes
    ----------
    utc_offset_minutes : int
        Standard time in minutes east of UTC: -360 in Texas. [min, from -1080 to 1080]
    daylight_saving : DaylightSaving, optional
        When clocks are an hour ahead of that. Absent: never.
    """

    utc_offset_minutes: int
    daylight_saving: DaylightSaving | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "utc_offset_minutes": self.utc_offset_minutes,
            "daylight_saving": self.daylight_saving,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ContractBlock(Document):
    """A block of power bought ahead for every hour, used or not.

    Attributes
    ----------
    power_w : float
        Its size, in watts. [W, from 0.0 to 1000000000000000.0]
    price_usd_per_kwh : float
        Its price in USD/kWh. [USD/kWh, from -1000.0 to 1000.0]
    """

    power_w: float
    price_usd_per_kwh: float

    def _wire(self) -> dict[str, Any]:
        return {
            "power_w": self.power_w,
            "price_usd_per_kwh": self.price_usd_per_kwh,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Tariff(Document):
    """A tariff: rates per kWh, and what comes on top.

    Attributes
    ----------
    energy : EnergyRates
        What a kWh costs in each hour.
    clock : Clock, optional
        The wall clock of windows, daily rates and billing months. Absent: UTC.
    demand_charge_usd_per_kw_month : float, optional
        What each kW of a calendar month's highest hourly load costs, in USD per kW-month. Absent: nothing. [USD, from 0.0 to 1000000000000000.0]
    contract : ContractBlock, optional
        A block bought ahead, settled at the hour's price. Absent: none.
    """

    energy: EnergyRates
    clock: Clock | None = None
    demand_charge_usd_per_kw_month: float | None = None
    contract: ContractBlock | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["energy"] = EnergyRates._read(document["energy"])
        if "clock" in document:
            document["clock"] = Clock._read(document["clock"])
        if "contract" in document:
            document["contract"] = ContractBlock._read(document["contract"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "energy": self.energy,
            "clock": self.clock,
            "demand_charge_usd_per_kw_month": self.demand_charge_usd_per_kw_month,
            "contract": self.contract,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class TariffPricesReport(Document):
    """What `tariff_prices` answers.

    Attributes
    ----------
    time_ms : list[datetime.datetime]
        Beginning of each hour, in Unix milliseconds.
    usd_per_kwh : list[float]
        Price of each hour, in USD/kWh.
    local_hour : list[int]
        The hour that the tariff's wall clock shows, 0 to 23.
    """

    time_ms: list[datetime.datetime]
    usd_per_kwh: list[float]
    local_hour: list[int]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["time_ms"] = [instant(item) for item in document["time_ms"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "usd_per_kwh": self.usd_per_kwh,
            "local_hour": self.local_hour,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class BilledMonths(Document):
    """Columns of a `Bill`, one row per calendar month of the tariff's clock.

    Attributes
    ----------
    month : list[str]
        The month, `YYYY-MM`.
    energy_kwh : list[float]
        Energy used, in kWh.
    energy_usd : list[float]
        Energy used at the price of its hour, in USD.
    contract_usd : list[float]
        What the contract block costs more than the price of the hour, in USD.
    peak_kw : list[float]
        Highest hourly load, in kW.
    demand_usd : list[float]
        Demand charge, in USD.
    """

    month: list[str]
    energy_kwh: list[float]
    energy_usd: list[float]
    contract_usd: list[float]
    peak_kw: list[float]
    demand_usd: list[float]

    def _wire(self) -> dict[str, Any]:
        return {
            "month": self.month,
            "energy_kwh": self.energy_kwh,
            "energy_usd": self.energy_usd,
            "contract_usd": self.contract_usd,
            "peak_kw": self.peak_kw,
            "demand_usd": self.demand_usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Bill(Document):
    """A bill. `energy_usd + contract_usd + demand_usd = total_usd`, exactly when evaluated from left to right.

    Attributes
    ----------
    energy_kwh : float
        Energy used, in kWh.
    energy_usd : float
        Energy used at the price of its hour, in USD.
    contract_usd : float
        What the contract block costs more than the price of the hour, in USD; negative where it was a bargain, 0 without one.
    demand_usd : float
        Demand charges, in USD.
    total_usd : float
        What is to be paid, in USD.
    months : BilledMonths
        The same by calendar months.
    """

    energy_kwh: float
    energy_usd: float
    contract_usd: float
    demand_usd: float
    total_usd: float
    months: BilledMonths

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["months"] = BilledMonths._read(document["months"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "energy_kwh": self.energy_kwh,
            "energy_usd": self.energy_usd,
            "contract_usd": self.contract_usd,
            "demand_usd": self.demand_usd,
            "total_usd": self.total_usd,
            "months": self.months,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class InitialState(Variant):
    """What machines did before the first hour.

    Cases
    -----
    on_hours
        They have been running for so many hours, 1 or more.
    off_hours
        They have been at rest for so many hours, 1 or more.
    """

    tag: Literal["on_hours", "off_hours"]
    content: int | None = None

    @classmethod
    def on_hours(cls, content: int) -> Self:
        """They have been running for so many hours, 1 or more."""
        return cls("on_hours", content)

    @classmethod
    def off_hours(cls, content: int) -> Self:
        """They have been at rest for so many hours, 1 or more."""
        return cls("off_hours", content)


@dataclasses.dataclass(frozen=True, repr=False)
class DispatchClass(Document):
    """Equal machines that are switched together.

    Attributes
    ----------
    name : str
        A name for the report.
    count : int
        How many machines. [from 0]
    machine : Machine
        What each of them is: its normal mode.
    modes : list[MachineSpec], optional
        Further power modes, such as a low and a high one; at most 16. Absent: none.
    min_up_hours : int, optional
        Hours that a machine runs at least once it was started, 1 to 8784. Absent: 1. [from 0]
    min_down_hours : int, optional
        Hours that a machine rests at least once it was stopped, 1 to 8784. Absent: 1. [from 0]
    start_cost_usd : float, optional
        What a start of one machine costs, in USD. Absent: nothing. [USD, from 0.0 to 1000000000000000.0]
    initial : InitialState, optional
        What the machines did before the first hour. Absent: they ran, and may be stopped at once.
    """

    name: str
    count: int
    machine: Machine
    modes: list[MachineSpec] | None = None
    min_up_hours: int | None = None
    min_down_hours: int | None = None
    start_cost_usd: float | None = None
    initial: InitialState | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["machine"] = Machine._read(document["machine"])
        if "modes" in document:
            document["modes"] = [MachineSpec._read(item) for item in document["modes"]]
        if "initial" in document:
            document["initial"] = InitialState._read(document["initial"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "count": self.count,
            "machine": self.machine,
            "modes": self.modes,
            "min_up_hours": self.min_up_hours,
            "min_down_hours": self.min_down_hours,
            "start_cost_usd": self.start_cost_usd,
            "initial": self.initial,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class PowerLimit(Variant):
    """What limits the load.

    Cases
    -----
    cap_w
        At most so many watts at the meter.
    shed_w
        At least so many watts less than if all machines ran in their normal mode.
    """

    tag: Literal["cap_w", "shed_w"]
    content: float | None = None

    @classmethod
    def cap_w(cls, content: float) -> Self:
        """At most so many watts at the meter."""
        return cls("cap_w", content)

    @classmethod
    def shed_w(cls, content: float) -> Self:
        """At least so many watts less than if all machines ran in their normal mode."""
        return cls("shed_w", content)


@dataclasses.dataclass(frozen=True, repr=False)
class MeritClassReport(Document):
    """One class of a `MeritOrderReport`.

    Attributes
    ----------
    name : str
        Its name.
    break_even_usd_per_mwh : Outcome
        Price of power up to which the normal mode earns, in USD/MWh; unbounded where it draws nothing.
    running : list[int]
        Machines that run, for each mode; the normal one first.
    stopped : int
        Machines that are stopped. [from 0]
    """

    name: str
    break_even_usd_per_mwh: Outcome
    running: list[int]
    stopped: int

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["break_even_usd_per_mwh"] = Outcome._read(document["break_even_usd_per_mwh"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "break_even_usd_per_mwh": self.break_even_usd_per_mwh,
            "running": self.running,
            "stopped": self.stopped,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class MeritRow(Document):
    """A step of the merit order, best first.

    Attributes
    ----------
    class_index : int
        Place of the class in the request. [from 0]
    mode : int
        The mode that the step leads to; 0 is the normal one. [from 0]
    added_w : float
        Watts at the meter that the step adds per machine.
    break_even_usd_per_mwh : Outcome
        Price of power up to which the step earns, in USD/MWh; unbounded where it adds no power.
    machines : int
        Machines that run in that mode or in one that draws more. [from 0]
    """

    class_index: int
    mode: int
    added_w: float
    break_even_usd_per_mwh: Outcome
    machines: int

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["break_even_usd_per_mwh"] = Outcome._read(document["break_even_usd_per_mwh"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "class_index": self.class_index,
            "mode": self.mode,
            "added_w": self.added_w,
            "break_even_usd_per_mwh": self.break_even_usd_per_mwh,
            "machines": self.machines,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class MeritOrderReport(Document):
    """What `merit_order` answers.

    Attributes
    ----------
    classes : list[MeritClassReport]
        The classes, in the order of the request.
    order : list[MeritRow]
        Steps that earn at this price, best first.
    load_w : float
        Load at the meter, in watts.
    shed_w : float
        Watts less than if all machines ran in their normal mode; negative where better modes draw more.
    margin_usd_per_hour : float
        Revenue less power, in USD per hour.
    loss_usd_per_hour : float
        What the limit costs against the best without it, in USD per hour.
    optimality_gap_usd_per_hour : float
        How much better than this the best choice of whole machines can be at most, in USD per hour; 0 where none is better.
    """

    classes: list[MeritClassReport]
    order: list[MeritRow]
    load_w: float
    shed_w: float
    margin_usd_per_hour: float
    loss_usd_per_hour: float
    optimality_gap_usd_per_hour: float

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["classes"] = [MeritClassReport._read(item) for item in document["classes"]]
        document["order"] = [MeritRow._read(item) for item in document["order"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "classes": self.classes,
            "order": self.order,
            "load_w": self.load_w,
            "shed_w": self.shed_w,
            "margin_usd_per_hour": self.margin_usd_per_hour,
            "loss_usd_per_hour": self.loss_usd_per_hour,
            "optimality_gap_usd_per_hour": self.optimality_gap_usd_per_hour,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class HashpriceCurve(Variant):
    """What hashrate earns.

    Cases
    -----
    constant_usd_per_phs_day
        The same in every hour, in USD/PH/day.
    hourly_usd_per_phs_day
        One for each hour of the span, in USD/PH/day.
    """

    tag: Literal["constant_usd_per_phs_day", "hourly_usd_per_phs_day"]
    content: float | list[float] | None = None

    @classmethod
    def constant_usd_per_phs_day(cls, content: float) -> Self:
        """The same in every hour, in USD/PH/day."""
        return cls("constant_usd_per_phs_day", content)

    @classmethod
    def hourly_usd_per_phs_day(cls, content: Sequence[float]) -> Self:
        """One for each hour of the span, in USD/PH/day."""
        return cls("hourly_usd_per_phs_day", content)


DispatchReason: TypeAlias = Literal["profitable", "unprofitable", "held_on", "held_off", "limited", "demand_charge"]
"""Why a class does in an hour what it does.

Cases
-----
profitable
    It runs: revenue covers power.
unprofitable
    It rests: revenue does not cover power.
held_on
    It runs at a loss: to stop and start again would cost more, or its minimum time holds it.
held_off
    It rests although the hour would pay: a start would not pay, or its minimum time holds it.
limited
    It would pay, but the site's power limit stops some or all of it.
demand_charge
    It rests although the hour would pay: the month's hours do not cover the demand charge of its load.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class DispatchClassReport(Document):
    """One class of a `DispatchReport`.

    Attributes
    ----------
    name : str
        Its name.
    break_even_usd_per_mwh : Outcome
        Price of power up to which the normal mode earns in the first hour, in USD/MWh; unbounded where it draws nothing.
    running : list[list[int]]
        For each mode, the normal one first, the machines that run in each hour.
    reason : list[DispatchReason]
        Why, for each hour.
    saved_usd : float
        What the class earns more than if all its machines always ran in their normal mode, in USD; without start costs.
    machine_hours : float
        Hours in which machines run, times their number.
    starts : int
        Starts, times the number of machines. [from 0]
    revenue_usd : float
        Revenue of the span, in USD.
    energy_kwh : float
        Energy at the meter, in kWh.
    energy_usd : float
        That energy at the price of its hours, in USD.
    start_cost_usd : float
        Cost of the starts, in USD.
    """

    name: str
    break_even_usd_per_mwh: Outcome
    running: list[list[int]]
    reason: list[DispatchReason]
    saved_usd: float
    machine_hours: float
    starts: int
    revenue_usd: float
    energy_kwh: float
    energy_usd: float
    start_cost_usd: float

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["break_even_usd_per_mwh"] = Outcome._read(document["break_even_usd_per_mwh"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "break_even_usd_per_mwh": self.break_even_usd_per_mwh,
            "running": self.running,
            "reason": self.reason,
            "saved_usd": self.saved_usd,
            "machine_hours": self.machine_hours,
            "starts": self.starts,
            "revenue_usd": self.revenue_usd,
            "energy_kwh": self.energy_kwh,
            "energy_usd": self.energy_usd,
            "start_cost_usd": self.start_cost_usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DispatchReport(Document):
    """What `plan_dispatch` answers. `revenue_usd - start_cost_usd - bill.total_usd = net_usd`, exactly when evaluated
    from left to right.

    Attributes
    ----------
    price_usd_per_kwh : list[float]
        Price of each hour, in USD/kWh.
    load_w : list[float]
        Load of each hour at the meter, in watts.
    hourly_saved_usd : list[float]
        What each hour earns more than if all machines ran in their normal mode, in USD; without start costs and demand charges.
    classes : list[DispatchClassReport]
        The classes, in the order of the request.
    revenue_usd : float
        Revenue of the span, in USD.
    start_cost_usd : float
        Cost of starts, in USD.
    bill : Bill
        The tariff's bill for this load.
    net_usd : float
        What is left, in USD.
    always_on_revenue_usd : float
        Revenue if all machines always ran in their normal mode, in USD.
    always_on_bill : Bill
        The tariff's bill for that.
    always_on_net_usd : float
        What would be left, in USD.
    saved_usd : float
        What the plan is worth: `net_usd - always_on_net_usd`.
    optimality_gap_usd : float
        How much more than this the best plan can leave at most under the whole bill, in USD; 0 where none leaves more. Above 0 only where a limited hour was too hard to search, or minimum times, start costs or initial states meet a demand charge.
    """

    price_usd_per_kwh: list[float]
    load_w: list[float]
    hourly_saved_usd: list[float]
    classes: list[DispatchClassReport]
    revenue_usd: float
    start_cost_usd: float
    bill: Bill
    net_usd: float
    always_on_revenue_usd: float
    always_on_bill: Bill
    always_on_net_usd: float
    saved_usd: float
    optimality_gap_usd: float

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["classes"] = [DispatchClassReport._read(item) for item in document["classes"]]
        document["bill"] = Bill._read(document["bill"])
        document["always_on_bill"] = Bill._read(document["always_on_bill"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "price_usd_per_kwh": self.price_usd_per_kwh,
            "load_w": self.load_w,
            "hourly_saved_usd": self.hourly_saved_usd,
            "classes": self.classes,
            "revenue_usd": self.revenue_usd,
            "start_cost_usd": self.start_cost_usd,
            "bill": self.bill,
            "net_usd": self.net_usd,
            "always_on_revenue_usd": self.always_on_revenue_usd,
            "always_on_bill": self.always_on_bill,
            "always_on_net_usd": self.always_on_net_usd,
            "saved_usd": self.saved_usd,
            "optimality_gap_usd": self.optimality_gap_usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DifficultyPath(Variant):
    """Difficulty from step to step.

    Cases
    -----
    growth_per_step
        The same change at every step, as a part: 0.01 for +1 %. -0.75 to 3, the limits of a retarget.
    following
        The difficulty of each step after the first.
    """

    tag: Literal["growth_per_step", "following"]
    content: float | list[float] | None = None

    @classmethod
    def growth_per_step(cls, content: float) -> Self:
        """The same change at every step, as a part: 0.01 for +1 %. -0.75 to 3, the limits of a retarget."""
        return cls("growth_per_step", content)

    @classmethod
    def following(cls, content: Sequence[float]) -> Self:
        """The difficulty of each step after the first."""
        return cls("following", content)


@dataclasses.dataclass(frozen=True, repr=False)
class PricePath(Variant):
    """Bitcoin price from step to step.

    Cases
    -----
    growth_per_step
        The same change at every step, as a part: 0.01 for +1 %. Above -1, at most 10.
    following
        The price of each step after the first, in USD.
    """

    tag: Literal["growth_per_step", "following"]
    content: float | list[float] | None = None

    @classmethod
    def growth_per_step(cls, content: float) -> Self:
        """The same change at every step, as a part: 0.01 for +1 %. Above -1, at most 10."""
        return cls("growth_per_step", content)

    @classmethod
    def following(cls, content: Sequence[float]) -> Self:
        """The price of each step after the first, in USD."""
        return cls("following", content)


@dataclasses.dataclass(frozen=True, repr=False)
class DynamicPath(Document):
    """The paths of `Algorithm::Dynamic`. A step is a retarget period, or a month where months are asked for.

    Attributes
    ----------
    difficulty : DifficultyPath
        Difficulty after the first step.
    btc_price : PricePath
        Bitcoin price after the first step.
    fees_per_block_sat : list[int], optional
        Transaction fees per block, in satoshis, of each step after the first. Absent: as at the start.
    hashrate_decay_per_month : float, optional
        The part of its hashrate that a machine loses each month (12 are 365 days). Absent: none. [from 0.0 to 1.0]
    """

    difficulty: DifficultyPath
    btc_price: PricePath
    fees_per_block_sat: list[int] | None = None
    hashrate_decay_per_month: float | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["difficulty"] = DifficultyPath._read(document["difficulty"])
        document["btc_price"] = PricePath._read(document["btc_price"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "difficulty": self.difficulty,
            "btc_price": self.btc_price,
            "fees_per_block_sat": self.fees_per_block_sat,
            "hashrate_decay_per_month": self.hashrate_decay_per_month,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Algorithm(Variant):
    """How the world moves on.

    Cases
    -----
    static
        It does not: difficulty, price, fees, subsidy and hashrate stay as at the start.
    dynamic
        Difficulty, price and fees follow a path, the subsidy follows the height, hashrate decays.
    """

    tag: Literal["static", "dynamic"]
    content: DynamicPath | None = None

    @classmethod
    def static(cls) -> Self:
        """It does not: difficulty, price, fees, subsidy and hashrate stay as at the start."""
        return cls("static")

    @classmethod
    def dynamic(cls, content: DynamicPath | Mapping[str, Any]) -> Self:
        """Difficulty, price and fees follow a path, the subsidy follows the height, hashrate decays."""
        return cls("dynamic", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "dynamic":
            return DynamicPath._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class PowerCurtailmentReport(Document):
    """What `power_curtailment_analysis` answers.

    Attributes
    ----------
    hashprice_usd_per_phs_day : list[float]
        Hashprice of each hour, in USD/PH/day, before the pool's fee; the mean over an hour in which difficulty or subsidy changes.
    plan : DispatchReport
        The plan and its money.
    """

    hashprice_usd_per_phs_day: list[float]
    plan: DispatchReport

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["plan"] = DispatchReport._read(document["plan"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "hashprice_usd_per_phs_day": self.hashprice_usd_per_phs_day,
            "plan": self.plan,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class PayoutSchemePps(Document):
    """Attributes
    ----------
    fee : float
        The part that the pool keeps; below 1. [from 0.0 to 1.0]
    """

    fee: float

    def _wire(self) -> dict[str, Any]:
        return {
            "fee": self.fee,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class PayoutSchemeFpps(Document):
    """Attributes
    ----------
    fee : float
        The part that the pool keeps; below 1. [from 0.0 to 1.0]
    window_blocks : int
        Blocks of the network over which the pool averages transaction fees, 1 or more; 144 are customary. [from 0]
    """

    fee: float
    window_blocks: int

    def _wire(self) -> dict[str, Any]:
        return {
            "fee": self.fee,
            "window_blocks": self.window_blocks,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class PayoutSchemePpsPlus(Document):
    """Attributes
    ----------
    fee : float
        The part that the pool keeps; below 1. [from 0.0 to 1.0]
    window_days : float
        The window of the fees, in days. [d, above 0.0 to 1000000.0]
    """

    fee: float
    window_days: float

    def _wire(self) -> dict[str, Any]:
        return {
            "fee": self.fee,
            "window_days": self.window_days,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class PayoutSchemePplns(Document):
    """Attributes
    ----------
    fee : float
        The part that the pool keeps; below 1. [from 0.0 to 1.0]
    window_days : float
        The window, in days. [d, above 0.0 to 1000000.0]
    """

    fee: float
    window_days: float

    def _wire(self) -> dict[str, Any]:
        return {
            "fee": self.fee,
            "window_days": self.window_days,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class PayoutSchemeTides(Document):
    """Attributes
    ----------
    fee : float
        The part that the pool keeps; below 1. [from 0.0 to 1.0]
    window_difficulties : float
        The window in multiples of the network's difficulty, above 0; OCEAN has 8. [from 0.0 to 1000000000000.0]
    """

    fee: float
    window_difficulties: float

    def _wire(self) -> dict[str, Any]:
        return {
            "fee": self.fee,
            "window_difficulties": self.window_difficulties,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class PayoutScheme(Variant):
    """How a pool pays.

    Cases
    -----
    solo
        No pool: each block found pays all of itself.
    pps
        Pay per share: the subsidy's expectation for each share; the pool keeps the transaction fees.
    fpps
        Full pay per share: subsidy and mean transaction fees of recent blocks for each share.
    pps_plus
        The subsidy per share, the transaction fees as PPLNS.
    pplns
        Pay per last N shares, with a window in time.
    tides
        PPLNS with a window in work.
    """

    tag: Literal["solo", "pps", "fpps", "pps_plus", "pplns", "tides"]
    content: PayoutSchemePps | PayoutSchemeFpps | PayoutSchemePpsPlus | PayoutSchemePplns | PayoutSchemeTides | None = None

    @classmethod
    def solo(cls) -> Self:
        """No pool: each block found pays all of itself."""
        return cls("solo")

    @classmethod
    def pps(cls, content: PayoutSchemePps | Mapping[str, Any]) -> Self:
        """Pay per share: the subsidy's expectation for each share; the pool keeps the transaction fees."""
        return cls("pps", content)

    @classmethod
    def fpps(cls, content: PayoutSchemeFpps | Mapping[str, Any]) -> Self:
        """Full pay per share: subsidy and mean transaction fees of recent blocks for each share."""
        return cls("fpps", content)

    @classmethod
    def pps_plus(cls, content: PayoutSchemePpsPlus | Mapping[str, Any]) -> Self:
        """The subsidy per share, the transaction fees as PPLNS."""
        return cls("pps_plus", content)

    @classmethod
    def pplns(cls, content: PayoutSchemePplns | Mapping[str, Any]) -> Self:
        """Pay per last N shares, with a window in time."""
        return cls("pplns", content)

    @classmethod
    def tides(cls, content: PayoutSchemeTides | Mapping[str, Any]) -> Self:
        """PPLNS with a window in work."""
        return cls("tides", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "pps":
            return PayoutSchemePps._read(content)
        if tag == "fpps":
            return PayoutSchemeFpps._read(content)
        if tag == "pps_plus":
            return PayoutSchemePpsPlus._read(content)
        if tag == "pplns":
            return PayoutSchemePplns._read(content)
        if tag == "tides":
            return PayoutSchemeTides._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class PayoutReport(Document):
    """What `payout` answers. `gross_btc - kept_fees_btc - pool_fee_btc = mean_btc`, exactly when evaluated from left to
    right.

    Attributes
    ----------
    network : NetworkUsed
        The network as it was used.
    gross_btc : float
        Expectation of subsidy and transaction fees from the miner's own work, in BTC.
    kept_fees_btc : float
        Transaction fees that the scheme does not pay out, in BTC: those of PPS.
    pool_fee_btc : float
        The pool's fee, in BTC.
    mean_btc : float
        Mean of what the miner is paid, in BTC.
    variance_btc2 : float
        Variance of what the miner is paid, in BTC².
    standard_deviation_btc : float
        Its root, in BTC.
    coefficient_of_variation : Outcome
        Standard deviation over mean; undefined where nothing is paid.
    pool_blocks_per_day : Outcome
        Blocks that the pool finds per day; undefined without a pool hashrate.
    share_is_paid : Outcome
        Probability that a share is paid at all; undefined solo, where there are no shares.
    """

    network: NetworkUsed
    gross_btc: float
    kept_fees_btc: float
    pool_fee_btc: float
    mean_btc: float
    variance_btc2: float
    standard_deviation_btc: float
    coefficient_of_variation: Outcome
    pool_blocks_per_day: Outcome
    share_is_paid: Outcome

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["network"] = NetworkUsed._read(document["network"])
        document["coefficient_of_variation"] = Outcome._read(document["coefficient_of_variation"])
        document["pool_blocks_per_day"] = Outcome._read(document["pool_blocks_per_day"])
        document["share_is_paid"] = Outcome._read(document["share_is_paid"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "network": self.network,
            "gross_btc": self.gross_btc,
            "kept_fees_btc": self.kept_fees_btc,
            "pool_fee_btc": self.pool_fee_btc,
            "mean_btc": self.mean_btc,
            "variance_btc2": self.variance_btc2,
            "standard_deviation_btc": self.standard_deviation_btc,
            "coefficient_of_variation": self.coefficient_of_variation,
            "pool_blocks_per_day": self.pool_blocks_per_day,
            "share_is_paid": self.share_is_paid,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ShareValueReport(Document):
    """What `share_value` answers.

    Attributes
    ----------
    network : NetworkUsed
        The network as it was used.
    block_probability : float
        Probability that the share is a block.
    pps_btc : float
        What PPS pays for it, in BTC: the subsidy's part.
    fpps_btc : float
        What FPPS pays for it, in BTC: subsidy and fees.
    """

    network: NetworkUsed
    block_probability: float
    pps_btc: float
    fpps_btc: float

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["network"] = NetworkUsed._read(document["network"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "network": self.network,
            "block_probability": self.block_probability,
            "pps_btc": self.pps_btc,
            "fpps_btc": self.fpps_btc,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class PoolLuck(Variant):
    """How the pool's luck is known.

    Cases
    -----
    paid_per_share
        The pool pays per share: its luck is not the miner's.
    blocks_found
        The pool found so many blocks in the span.
    unknown
        Not known: what was received tells how many blocks there were.
    """

    tag: Literal["paid_per_share", "blocks_found", "unknown"]
    content: int | None = None

    @classmethod
    def paid_per_share(cls) -> Self:
        """The pool pays per share: its luck is not the miner's."""
        return cls("paid_per_share")

    @classmethod
    def blocks_found(cls, content: int) -> Self:
        """The pool found so many blocks in the span."""
        return cls("blocks_found", content)

    @classmethod
    def unknown(cls) -> Self:
        """Not known: what was received tells how many blocks there were."""
        return cls("unknown")


Verdict: TypeAlias = Literal["yes", "no", "cannot_say"]
"""The answer to a question whose evidence may be absent. Absent evidence is no "no".

Cases
-----
yes
    It is so.
no
    It is not so.
cannot_say
    What was told decides neither.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class PayoutAuditReport(Document):
    """What `payout_audit` answers. `owed_btc + luck_btc + fee_btc + stale_btc + unexplained_btc = received_btc` up to
    rounding.

    Attributes
    ----------
    network : NetworkUsed
        The network as it was used.
    received_btc : float
        What was received, in BTC.
    owed_btc : float
        What the miner's work is worth on average, in BTC.
    luck_btc : float
        What the pool's luck adds or takes, in BTC; 0 where it is unknown or not the miner's.
    fee_btc : float
        What the pool's fee takes, in BTC: 0 or negative.
    stale_btc : float
        What stale shares take, in BTC: 0 or negative.
    unexplained_btc : float
        What is left over, in BTC: negative where something is missing.
    expected_pool_blocks : float
        Blocks that the pool finds on average in the span.
    paid_blocks : float
        Blocks that the payments amount to, after fee and stale shares.
    p_value : Outcome
        Probability that a pool of that hashrate finds at most `paid_blocks`; undefined where it pays per share.
    suspicious : Verdict
        Whether less was paid than was due: by `unexplained_btc` where the pool pays per share or its blocks are known, by `p_value` where they are not; `cannot_say` where no payment at all would be as likely as the level.
    days_to_detect_one_percent : Outcome
        Days after which a pool that withholds 1 % is found out in 19 of 20 audits by the payments alone, at this level; undefined where it pays per share.
    """

    network: NetworkUsed
    received_btc: float
    owed_btc: float
    luck_btc: float
    fee_btc: float
    stale_btc: float
    unexplained_btc: float
    expected_pool_blocks: float
    paid_blocks: float
    p_value: Outcome
    suspicious: Verdict
    days_to_detect_one_percent: Outcome

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["network"] = NetworkUsed._read(document["network"])
        document["p_value"] = Outcome._read(document["p_value"])
        document["days_to_detect_one_percent"] = Outcome._read(document["days_to_detect_one_percent"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "network": self.network,
            "received_btc": self.received_btc,
            "owed_btc": self.owed_btc,
            "luck_btc": self.luck_btc,
            "fee_btc": self.fee_btc,
            "stale_btc": self.stale_btc,
            "unexplained_btc": self.unexplained_btc,
            "expected_pool_blocks": self.expected_pool_blocks,
            "paid_blocks": self.paid_blocks,
            "p_value": self.p_value,
            "suspicious": self.suspicious,
            "days_to_detect_one_percent": self.days_to_detect_one_percent,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ProfitRequest(Document):
    """What `profit` is asked.

    Attributes
    ----------
    hashrate_ths : float
        Hashrate while running, in TH/s. [TH/s, from 0.0 to 1e+24]
    power_w : float
        Power drawn while running, at the meter, in watts. [W, from 0.0 to 1000000000000000.0]
    network_basis : NetworkBasis
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
    """

    hashrate_ths: float
    power_w: float
    network_basis: NetworkBasis
    subsidy_sat: int
    fees_per_block_sat: int
    btc_price_usd: float
    pool_fee: float
    power_price_usd_per_kwh: float
    days: float
    uptime: float | None = None
    hosting_fee_usd_per_kwh: float | None = None
    maintenance_usd_per_day: float | None = None
    machine_price_usd: float | None = None
    useful_life_days: float | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["network_basis"] = NetworkBasis._read(document["network_basis"])
        return filled(cls, document)

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
            "days": self.days,
            "uptime": self.uptime,
            "hosting_fee_usd_per_kwh": self.hosting_fee_usd_per_kwh,
            "maintenance_usd_per_day": self.maintenance_usd_per_day,
            "machine_price_usd": self.machine_price_usd,
            "useful_life_days": self.useful_life_days,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class HeatMapReport(Document):
    """What `profit_heat_map` answers. Cells stand in one list: the power price varies fastest, then the difficulty, then
    the bitcoin price, so that cell `(i, j, k)` stands at `(i · factors + j) · power prices + k`.

    Attributes
    ----------
    shape : list[int]
        Lengths of the three axes: bitcoin prices, difficulty factors, power prices.
    difficulty : list[float]
        Difficulty of each factor.
    revenue_usd : list[float]
        Revenue after the pool's fee, in USD.
    net_usd : list[float]
        Revenue less power, hosting and maintenance, in USD.
    """

    shape: list[int]
    difficulty: list[float]
    revenue_usd: list[float]
    net_usd: list[float]

    def _wire(self) -> dict[str, Any]:
        return {
            "shape": self.shape,
            "difficulty": self.difficulty,
            "revenue_usd": self.revenue_usd,
            "net_usd": self.net_usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class MiningProject(Document):
    """A purchase of machines, how they are run, and the network and market on the day they start.

    Attributes
    ----------
    hashrate_ths : float
        Hashrate while running, at the start, in TH/s. [TH/s, from 0.0 to 1e+24]
    power_w : float
        Power drawn while running, at the meter, in watts. [W, from 0.0 to 1000000000000000.0]
    machine_price_usd : float
        What the machines cost, in USD, paid at the start. [USD, from 0.0 to 1000000000000000.0]
    resale_usd : float, optional
        What they are sold for at the end, in USD. Absent: nothing. [USD, from 0.0 to 1000000000000000.0]
    start_ms : datetime.datetime
        The start, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    height : int
        Height of the next block of mainnet at the start. [blocks, from 0 to 4294967295]
    difficulty : float
        Difficulty at the start. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    btc_price_usd : float
        Price of one bitcoin at the start, in USD. [USD, from 0.0 to 1000000000000.0]
    fees_per_block_sat : int
        Transaction fees per block at the start, in satoshis. [sat, from 0 to 2100000000000000]
    pool_fee : float
        The part that the pool keeps; below 1. [from 0.0 to 1.0]
    power_price_usd_per_kwh : float
        Power price in USD/kWh; may be negative. [USD/kWh, from -1000.0 to 1000.0]
    hosting_fee_usd_per_kwh : float, optional
        What a host charges on top of the power price, in USD/kWh. Absent: there is no host. [USD/kWh, from -1000.0 to 1000.0]
    maintenance_usd_per_day : float, optional
        Upkeep in USD per day, running or not. Absent: none. [USD, from 0.0 to 1000000000000000.0]
    uptime : float, optional
        The part of the time in which machines that are switched on run. Absent: all of it. [from 0.0 to 1.0]
    co2_kg_per_kwh : float, optional
        Carbon dioxide of the energy, in kg/kWh. Absent: not told. [from 0.0 to 1000000000000.0]
    """

    hashrate_ths: float
    power_w: float
    machine_price_usd: float
    start_ms: datetime.datetime
    height: int
    difficulty: float
    btc_price_usd: float
    fees_per_block_sat: int
    pool_fee: float
    power_price_usd_per_kwh: float
    resale_usd: float | None = None
    hosting_fee_usd_per_kwh: float | None = None
    maintenance_usd_per_day: float | None = None
    uptime: float | None = None
    co2_kg_per_kwh: float | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["start_ms"] = instant(document["start_ms"])
        return filled(cls, document)

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


@dataclasses.dataclass(frozen=True, repr=False)
class ForecastStepsRetargets(Document):
    """Attributes
    ----------
    days : float
        How long the project lasts, in days, at most 36,525. [d, above 0.0 to 1000000.0]
    """

    days: float

    def _wire(self) -> dict[str, Any]:
        return {
            "days": self.days,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ForecastStepsMonths(Document):
    """Attributes
    ----------
    count : int
        How many, 1 to 1200. [from 0]
    days_each : float
        Length of each in days, 28 to 31: 30.4375 for a twelfth of 365.25 days. [d, above 0.0 to 1000000.0]
    """

    count: int
    days_each: float

    def _wire(self) -> dict[str, Any]:
        return {
            "count": self.count,
            "days_each": self.days_each,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ForecastSteps(Variant):
    """How the life of a project is cut into steps.

    Cases
    -----
    retargets
        At retargets and halvings, with their real lengths.
    months
        Months of a fixed length, twelve to the year; heights follow at 144 blocks a day.
    """

    tag: Literal["retargets", "months"]
    content: ForecastStepsRetargets | ForecastStepsMonths | None = None

    @classmethod
    def retargets(cls, content: ForecastStepsRetargets | Mapping[str, Any]) -> Self:
        """At retargets and halvings, with their real lengths."""
        return cls("retargets", content)

    @classmethod
    def months(cls, content: ForecastStepsMonths | Mapping[str, Any]) -> Self:
        """Months of a fixed length, twelve to the year; heights follow at 144 blocks a day."""
        return cls("months", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "retargets":
            return ForecastStepsRetargets._read(content)
        if tag == "months":
            return ForecastStepsMonths._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class DepreciationMethodStraightLine(Document):
    """Attributes
    ----------
    years : int
        Number of years, 1 to 100. [from 0]
    salvage_usd : float, optional
        What is left at the end, in USD, at most the cost. Absent: nothing. [USD, from 0.0 to 1000000000000000.0]
    """

    years: int
    salvage_usd: float | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "years": self.years,
            "salvage_usd": self.salvage_usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DepreciationMethod(Variant):
    """How a machine is written off.

    Cases
    -----
    straight_line
        In equal parts down to a salvage value.
    macrs_5
        Five-year property of United States tax law, half-year convention: six tax years, to nothing.
    """

    tag: Literal["straight_line", "macrs_5"]
    content: DepreciationMethodStraightLine | None = None

    @classmethod
    def straight_line(cls, content: DepreciationMethodStraightLine | Mapping[str, Any]) -> Self:
        """In equal parts down to a salvage value."""
        return cls("straight_line", content)

    @classmethod
    def macrs_5(cls) -> Self:
        """Five-year property of United States tax law, half-year convention: six tax years, to nothing."""
        return cls("macrs_5")

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "straight_line":
            return DepreciationMethodStraightLine._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class ForecastTable(Document):
    """Columns of a forecast, one row per step: money, coins, blocks and days are sums over the stretches of a month between
    its halvings and retargets.

    Attributes
    ----------
    start_ms : list[datetime.datetime]
        Beginning of the step, in Unix milliseconds.
    days : list[float]
        Its length in days.
    height : list[int]
        Height of its first block.
    blocks : list[float]
        Blocks of the network in it; whole between retargets, but in the last step.
    difficulty : list[float]
        Difficulty.
    btc_price_usd : list[float]
        Price of one bitcoin, in USD.
    subsidy_sat : list[int]
        New coins of its first block, in satoshis.
    hashrate_ths : list[float]
        Mean hashrate of the machines while running, in TH/s.
    days_off : list[float]
        Days of it on which the machines are switched off, because revenue does not cover what running costs.
    btc : list[float]
        BTC received after the pool's fee; 0 while switched off.
    always_on_btc : list[float]
        BTC received where the machines never switch off.
    revenue_usd : list[float]
        Value of `btc` in USD.
    power_cost_usd : list[float]
        Cost of power, in USD; 0 while switched off.
    hosting_usd : list[float]
        Cost of hosting, in USD; 0 while switched off.
    maintenance_usd : list[float]
        Upkeep, in USD.
    net_usd : list[float]
        Revenue less power, hosting and maintenance, in USD.
    always_on_net_usd : list[float]
        The same where the machines never switch off, in USD.
    cumulative_usd : list[float]
        Sum of `net_usd` up to and with the step, less what the machines cost, in USD.
    """

    start_ms: list[datetime.datetime]
    days: list[float]
    height: list[int]
    blocks: list[float]
    difficulty: list[float]
    btc_price_usd: list[float]
    subsidy_sat: list[int]
    hashrate_ths: list[float]
    days_off: list[float]
    btc: list[float]
    always_on_btc: list[float]
    revenue_usd: list[float]
    power_cost_usd: list[float]
    hosting_usd: list[float]
    maintenance_usd: list[float]
    net_usd: list[float]
    always_on_net_usd: list[float]
    cumulative_usd: list[float]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["start_ms"] = [instant(item) for item in document["start_ms"]]
        return filled(cls, document)

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


@dataclasses.dataclass(frozen=True, repr=False)
class InternalRateNoSolution(Document):
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
class InternalRate(Variant):
    """The rate at which flows are worth nothing, or what there is instead.

    Cases
    -----
    rate
        The only one between -99.99 % and 1e6, as a part: 0.1 for 10 %.
    no_solution
        There is none.
    several_solutions
        There are several, in ascending order, and no reason to prefer one.
    """

    tag: Literal["rate", "no_solution", "several_solutions"]
    content: float | InternalRateNoSolution | list[float] | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "no_solution":
            return InternalRateNoSolution._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class Valuation(Document):
    """What a series of cash flows is worth.

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
        The same with net income discounted at the demanded rate.
    price_ceiling_usd : float
        The price of all machines at which the net present value is 0; negative where even as a gift they lose money.
    price_ceiling_usd_per_ths : Outcome
        The same per TH/s of the hashrate at the start.
    """

    net_usd: float
    net_present_value_usd: float
    internal_rate_per_year: InternalRate
    payback_days: Outcome
    discounted_payback_days: Outcome
    price_ceiling_usd: float
    price_ceiling_usd_per_ths: Outcome

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["internal_rate_per_year"] = InternalRate._read(document["internal_rate_per_year"])
        document["payback_days"] = Outcome._read(document["payback_days"])
        document["discounted_payback_days"] = Outcome._read(document["discounted_payback_days"])
        document["price_ceiling_usd_per_ths"] = Outcome._read(document["price_ceiling_usd_per_ths"])
        return filled(cls, document)

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


@dataclasses.dataclass(frozen=True, repr=False)
class HalvingAhead(Document):
    """A halving within the horizon.

    Attributes
    ----------
    height : int
        Height of the first block of the new era. [blocks, from 0 to 4294967295]
    time_ms : datetime.datetime
        When that block is expected, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    """

    height: int
    time_ms: datetime.datetime

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["time_ms"] = instant(document["time_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "height": self.height,
            "time_ms": self.time_ms,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DepreciationReport(Document):
    """What `depreciation` answers, one row per year.

    Attributes
    ----------
    year : list[int]
        Year of use, from 1.
    depreciation_usd : list[float]
        What is written off in the year, in USD.
    book_value_usd : list[float]
        What is left in the books at its end, in USD.
    """

    year: list[int]
    depreciation_usd: list[float]
    book_value_usd: list[float]

    def _wire(self) -> dict[str, Any]:
        return {
            "year": self.year,
            "depreciation_usd": self.depreciation_usd,
            "book_value_usd": self.book_value_usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ForecastReport(Document):
    """What `forecast` answers.

    Attributes
    ----------
    table : ForecastTable
        The steps.
    with_switch_off : Valuation
        The value with the option to switch off: `net_usd` of the table.
    always_on : Valuation
        The value without it: `always_on_net_usd` of the table.
    switch_off_value_usd : float
        What the option is worth, in USD: the difference of both net present values.
    days_off : float
        Days on which the machines are switched off.
    btc : float
        BTC received.
    energy_kwh : float
        Energy used, in kWh.
    co2_kg : Outcome
        Carbon dioxide of that energy, in kg; undefined where it was not given.
    halvings : list[HalvingAhead]
        Halvings within the horizon that the forecast heeds: none with the static algorithm.
    depreciation : DepreciationReport, optional
        How the machines are written off, where that was asked.
    """

    table: ForecastTable
    with_switch_off: Valuation
    always_on: Valuation
    switch_off_value_usd: float
    days_off: float
    btc: float
    energy_kwh: float
    co2_kg: Outcome
    halvings: list[HalvingAhead]
    depreciation: DepreciationReport | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["table"] = ForecastTable._read(document["table"])
        document["with_switch_off"] = Valuation._read(document["with_switch_off"])
        document["always_on"] = Valuation._read(document["always_on"])
        document["co2_kg"] = Outcome._read(document["co2_kg"])
        document["halvings"] = [HalvingAhead._read(item) for item in document["halvings"]]
        if "depreciation" in document:
            document["depreciation"] = DepreciationReport._read(document["depreciation"])
        return filled(cls, document)

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
            "depreciation": self.depreciation,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class CorrelatedModel(Document):
    """Normal moves of the logarithms per retarget period.

    Attributes
    ----------
    price_drift : float
        Mean move of the price's logarithm, -1.4 to 1.4.
    price_volatility : float
        Standard deviation of that move, 0 to 1.4.
    difficulty_drift : float
        Mean move of the difficulty's logarithm, -1.4 to 1.4.
    difficulty_volatility : float
        Standard deviation of that move, 0 to 1.4; mainnet's of recent years is 0.046.
    correlation_by_lag : list[float]
        Correlation of the difficulty's move with the price's of the same period, of one period before, and so on: at most 52 figures, whose squares add up to at most 1.
    """

    price_drift: float
    price_volatility: float
    difficulty_drift: float
    difficulty_volatility: float
    correlation_by_lag: list[float]

    def _wire(self) -> dict[str, Any]:
        return {
            "price_drift": self.price_drift,
            "price_volatility": self.price_volatility,
            "difficulty_drift": self.difficulty_drift,
            "difficulty_volatility": self.difficulty_volatility,
            "correlation_by_lag": self.correlation_by_lag,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class BootstrapModel(Document):
    """Moves of the past, one pair per retarget period.

    Attributes
    ----------
    log_price_moves : list[float]
        Moves of the price's logarithm, -10 to 10.
    log_difficulty_moves : list[float]
        Moves of the difficulty's logarithm at the end of the same periods, -10 to 10.
    block_periods : int
        Consecutive periods that are drawn together, 1 or more. [from 0]
    """

    log_price_moves: list[float]
    log_difficulty_moves: list[float]
    block_periods: int

    def _wire(self) -> dict[str, Any]:
        return {
            "log_price_moves": self.log_price_moves,
            "log_difficulty_moves": self.log_difficulty_moves,
            "block_periods": self.block_periods,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    @classmethod
    def correlated(cls, content: CorrelatedModel | Mapping[str, Any]) -> Self:
        """Normal moves, those of the difficulty correlated with earlier ones of the price."""
        return cls("correlated", content)

    @classmethod
    def bootstrap(cls, content: BootstrapModel | Mapping[str, Any]) -> Self:
        """Moves of the past in blocks."""
        return cls("bootstrap", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "correlated":
            return CorrelatedModel._read(content)
        if tag == "bootstrap":
            return BootstrapModel._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class ForecastSimulationReport(Document):
    """What `ForecastSimulation` answers. All figures are of the simulated paths.

    Attributes
    ----------
    paths : int
        Number of paths. [from 0]
    mean_usd : float
        Mean net present value, in USD.
    standard_deviation_usd : float
        Its standard deviation over the paths (divisor: paths - 1).
    standard_error_usd : float
        Standard error of the mean: standard deviation over the root of the number of paths.
    always_on_mean_usd : float
        Mean net present value of machines that never switch off, in USD.
    switch_off_value_usd : float
        What the option to switch off is worth on average, in USD.
    probability_of_payback : float
        Part of the paths on which net income pays for the machines within the horizon.
    probability_of_gain : float
        Part of the paths with a net present value above 0.
    net_present_value_usd : list[float]
        For each of `quantiles` the net present value, in USD, that so many paths do not exceed (linear between paths).
    payback_days : list[Outcome]
        For each of `quantiles` the days within which so many of all paths have paid for the machines; `never` where fewer do.
    """

    paths: int
    mean_usd: float
    standard_deviation_usd: float
    standard_error_usd: float
    always_on_mean_usd: float
    switch_off_value_usd: float
    probability_of_payback: float
    probability_of_gain: float
    net_present_value_usd: list[float]
    payback_days: list[Outcome]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["payback_days"] = [Outcome._read(item) for item in document["payback_days"]]
        return filled(cls, document)

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
            "net_present_value_usd": self.net_present_value_usd,
            "payback_days": self.payback_days,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class DatedCashFlow(Document):
    """One flow of `CashFlows::Dated`.

    Attributes
    ----------
    time_ms : datetime.datetime
        When it is paid, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    usd : float
        How much, in USD.
    """

    time_ms: datetime.datetime
    usd: float

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["time_ms"] = instant(document["time_ms"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "usd": self.usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class CashFlows(Variant):
    """Cash flows in USD: positive where money comes in.

    Cases
    -----
    periodic
        One per period, the first one now. Rates are per period.
    dated
        Each with its date, none before the first. Rates are per year of 365 days.
    """

    tag: Literal["periodic", "dated"]
    content: list[float] | list[DatedCashFlow] | None = None

    @classmethod
    def periodic(cls, content: Sequence[float]) -> Self:
        """One per period, the first one now. Rates are per period."""
        return cls("periodic", content)

    @classmethod
    def dated(cls, content: Sequence[DatedCashFlow | Mapping[str, Any]]) -> Self:
        """Each with its date, none before the first. Rates are per year of 365 days."""
        return cls("dated", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "dated":
            return [DatedCashFlow._read(item) for item in content]
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class NetPresentValueReport(Document):
    """What `net_present_value` answers.

    Attributes
    ----------
    net_present_value_usd : float
        Value at the time of the first flow, in USD.
    sum_usd : float
        Sum of the flows, without interest, in USD.
    """

    net_present_value_usd: float
    sum_usd: float

    def _wire(self) -> dict[str, Any]:
        return {
            "net_present_value_usd": self.net_present_value_usd,
            "sum_usd": self.sum_usd,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class InternalRateOfReturnReport(Document):
    """What `internal_rate_of_return` answers.

    Attributes
    ----------
    rate : InternalRate
        The rate per period, or per year where flows are dated.
    """

    rate: InternalRate

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["rate"] = InternalRate._read(document["rate"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "rate": self.rate,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class BtcMinedReport(Document):
    """What `MiningCalculator::calculate_btc_mined` answers.

    Attributes
    ----------
    btc : float
        BTC received after the pool's fee, machines running throughout.
    btc_with_switch_off : float
        The same where machines are switched off while revenue does not cover power and hosting.
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


@dataclasses.dataclass(frozen=True, repr=False)
class DailyRevenueReport(Document):
    """What `MiningCalculator::calculate_daily_revenue` answers. Machines run throughout, unless it says otherwise.

    Attributes
    ----------
    mean_usd_per_day : float
        Mean revenue per day after the pool's fee, in USD.
    mean_usd_per_day_with_switch_off : float
        The same where machines are switched off while revenue does not cover power and hosting.
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


@dataclasses.dataclass(frozen=True, repr=False)
class ProfitabilityReport(Document):
    """What `MiningCalculator::calculate_profitability` answers.
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
        What is left, in USD.
    always_on_net_usd : float
        What would be left if the machines ran throughout, in USD.
    margin : Outcome
        What is left over revenue; undefined without revenue.
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
    def _read(cls, document: dict[str, Any]) -> Self:
        document["margin"] = Outcome._read(document["margin"])
        return filled(cls, document)

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


@dataclasses.dataclass(frozen=True, repr=False)
class RoiReport(Document):
    """What `MiningCalculator::calculate_roi` answers.

    Attributes
    ----------
    return_on_investment : Outcome
        Net income and resale over what the machines cost, less 1; undefined where they cost nothing.
    with_switch_off : Valuation
        The value with the option to switch off.
    always_on : Valuation
        The value without it.
    switch_off_value_usd : float
        What the option is worth, in USD.
    days_off : float
        Days on which the machines are switched off.
    halvings : list[HalvingAhead]
        Halvings within the horizon; none with the static algorithm.
    """

    return_on_investment: Outcome
    with_switch_off: Valuation
    always_on: Valuation
    switch_off_value_usd: float
    days_off: float
    halvings: list[HalvingAhead]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["return_on_investment"] = Outcome._read(document["return_on_investment"])
        document["with_switch_off"] = Valuation._read(document["with_switch_off"])
        document["always_on"] = Valuation._read(document["always_on"])
        document["halvings"] = [HalvingAhead._read(item) for item in document["halvings"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "return_on_investment": self.return_on_investment,
            "with_switch_off": self.with_switch_off,
            "always_on": self.always_on,
            "switch_off_value_usd": self.switch_off_value_usd,
            "days_off": self.days_off,
            "halvings": self.halvings,
        }


def decode_nbits(
    *,
    nbits: str,
) -> DecodeNbitsReport:
    """What a compact target says: the target, its difficulty, the work of a block, and the hashes it takes on
    average.

    The difficulty follows Bitcoin Core's division of the mantissa (exact bits); the difficulty of the whole
    target and `2^256 / (target + 1)` stand beside it under their own names.

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

    `new = old * clamp(last - first, 302400, 4838400) / 1209600` in 256-bit integers, at most the network's
    limit, then rounded to compact form. The timespan covers 2015 intervals. On testnet4 (BIP94) the old target
    is the one of the period's first block.

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
    """Whether consensus can ever lead from one compact target to the next: unchanged within a period, within a
    factor 4 at its end.

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
    """New coins of a block, all coins issued up to and with it (the genesis 50 BTC included), and the next halving
    by height.

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
    """The network hashrate that a difficulty implies at a block spacing: `D * 2^32 / spacing`, and the exact form
    beside it.

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
    """The network hashrate that was observed: work over time, the work given as blocks of a difficulty or as a
    difference of chainwork.

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
    """The exact confidence interval of the network hashrate given a count of blocks (Garwood 1936: chi-square
    quantiles of a Poisson count).

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
    """A machine's hashrate from the shares it found: `shares * share_difficulty * 2^32 / time`, with its relative
    standard error.

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
    """What the next retarget will change, and when, by a named estimator; the gamma posterior answers a band as
    well.

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
        The present, in Unix milliseconds. After the period's first block. [ms, from 1230940800000 to 253402235999999]
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
    """Blocks and bitcoin that a hashrate is expected to earn: `H * t / (D * 2^32)` blocks, each worth subsidy and
    fees.

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


def realized_hashprice(
    *,
    network_hashrate_ths: float,
    daily_issuance_sat: int,
    daily_fees_sat: int,
    btc_price_usd: float,
) -> RealizedHashpriceReport:
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
    RealizedHashpriceReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.realized_hashprice(network_hashrate_ths=558271813.8, daily_issuance_sat=40625000000, daily_fees_sat=120646658440, btc_price_usd=64907.993)
    """
    return RealizedHashpriceReport._read(call("mining.realized_hashprice", {"network_hashrate_ths": network_hashrate_ths, "daily_issuance_sat": daily_issuance_sat, "daily_fees_sat": daily_fees_sat, "btc_price_usd": btc_price_usd}))


def solo_odds(
    *,
    hashrate_ths: float,
    network_basis: NetworkBasis | Mapping[str, Any] | str,
    horizon: SoloHorizon | Mapping[str, Any] | str,
    quantiles: Sequence[float] | None = None,
) -> SoloOddsReport:
    """The odds of a solo miner: the probability of at least one block, and how long the wait for it is (mean and
    quantiles).

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
    """Profit of a machine, a fleet or a site over a span: revenue, pool fee, power, hosting, maintenance and net,
    the four break-evens, and the direct, cash and all-in cost of one bitcoin.

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
        Revenue after the pool's fee, USD.
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

    `on_bad_row` says what happens to a row that cannot be used: `refuse` (nothing is computed) or `report` (NaN
    in that row, and the word in `status`).

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
    """The network's hashrate as blocks come in: work over time of the last blocks, as `getnetworkhashps` has it,
    with its exact confidence bounds.

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
    """Monte Carlo of a solo miner's income over a span, in whole satoshis: difficulty moves at each retarget, the
    subsidy follows the height, blocks arrive as a Poisson process.

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


def machines(
    *,
    contains: str | None = None,
    include_doubtful: bool | None = None,
) -> MachinesReport:
    """The catalog of machines: nominal hashrate and power of public lists, with their sources.

    Models whose sources contradict each other are listed only with `include_doubtful`.

    Parameters
    ----------
    contains : str, optional
        Only models whose name or maker contains this, upper and lower case alike. Absent: all.
    include_doubtful : bool, optional
        Whether models with contradictory sources are listed too.

    Returns
    -------
    MachinesReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.machines(contains="S21")
    """
    return MachinesReport._read(call("mining.machines", {"contains": contains, "include_doubtful": include_doubtful}))


def fleet(
    *,
    groups: Sequence[FleetGroup | Mapping[str, Any]],
    cooling_overhead: float | None = None,
    uptime: float | None = None,
    include_doubtful: bool | None = None,
) -> FleetReport:
    """What a fleet hashes and draws: machines by model or by figures of one's own, with age, decay and cooling.

    Parameters
    ----------
    groups : Sequence[FleetGroup | Mapping[str, Any]]
        The machines, group by group.
    cooling_overhead : float, optional
        Power at the meter over power of the machines (PUE), 1 or more. Absent: 1, nothing but the machines. [from 0.0 to 1000000000000.0]
    uptime : float, optional
        The part of the time that machines run. Absent: all of it. [from 0.0 to 1.0]
    include_doubtful : bool, optional
        Whether models with contradictory sources may be used.

    Returns
    -------
    FleetReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.fleet(groups=[{"count": 100, "machine": {"model": "Antminer S21"}}, {"count": 50, "machine": {"spec": {"hashrate_ths": 110, "power_w": 3250}}, "age_days": 730, "decay_per_month": 0.005}], cooling_overhead=1.05, uptime=0.97)
    """
    return FleetReport._read(call("mining.fleet", {"groups": groups, "cooling_overhead": cooling_overhead, "uptime": uptime, "include_doubtful": include_doubtful}))


def site_capacity(
    *,
    site_power_w: float,
    machine: Machine | Mapping[str, Any] | str,
    cooling_overhead: float | None = None,
    include_doubtful: bool | None = None,
) -> SiteCapacityReport:
    """How many machines a site can feed.

    Parameters
    ----------
    site_power_w : float
        What the site can draw at its meter, in watts. [W, from 0.0 to 1000000000000000.0]
    machine : Machine | Mapping[str, Any] | str
        The machine to fill it with; it draws power.
    cooling_overhead : float, optional
        Power at the meter over power of the machines (PUE), 1 or more. Absent: 1. [from 0.0 to 1000000000000.0]
    include_doubtful : bool, optional
        Whether a model with contradictory sources may be used.

    Returns
    -------
    SiteCapacityReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.site_capacity(site_power_w=20000000, machine={"spec": {"hashrate_ths": 200, "power_w": 3500}}, cooling_overhead=1.04)
    """
    return SiteCapacityReport._read(call("mining.site_capacity", {"site_power_w": site_power_w, "machine": machine, "cooling_overhead": cooling_overhead, "include_doubtful": include_doubtful}))


@dataclasses.dataclass(frozen=True, repr=False)
class FleetBatchColumns(Columns):
    """Columns of ``fleet_batch``, of the kind that came in.

    Attributes
    ----------
    hashrate_ths : float64
        Hashrate of the row after decay, TH/s.
    gross_btc_per_day : float64
        BTC per day, before the pool's fee.
    revenue_usd_per_day : float64
        Revenue after the pool's fee, USD per day.
    power_cost_usd_per_day : float64
        Cost of power, USD per day.
    net_usd_per_day : float64
        Revenue less power and hosting, USD per day.
    payback_days : float64
        What the machines cost over the profit of a day; NaN where that never pays back.
    payback_status : words
        `ok`, `never` or `refused`.
    status : words
        `ok` or `refused`.
    """

    hashrate_ths: Any
    gross_btc_per_day: Any
    revenue_usd_per_day: Any
    power_cost_usd_per_day: Any
    net_usd_per_day: Any
    payback_days: Any
    payback_status: Any
    status: Any


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
    network_basis: NetworkBasis | Mapping[str, Any] | str,
    subsidy_sat: int,
    fees_per_block_sat: int,
    btc_price_usd: float,
    pool_fee: float,
    uptime: float | None = None,
    hosting_fee_usd_per_kwh: float | None = None,
    cooling_overhead: float | None = None,
    on_bad_row: OnBadRow | None = None,
) -> Any:
    """What groups of machines earn today, thousands at once, each with its age, decay and price.

    `on_bad_row` says what happens to a row that cannot be used: `refuse` (nothing is computed) or `report` (NaN
    in that row, and the word in `status`).

    Parameters
    ----------
    count : column of int64
        Number of machines. [from 0]
    hashrate_ths : column of float64
        Nominal hashrate of one machine. [TH/s, from 0.0 to 1e+24]
    power_w : column of float64
        Power of one machine. [W, from 0.0 to 1000000000000000.0]
    power_price_usd_per_kwh : column of float64
        Price of energy. [USD/kWh, from -1000.0 to 1000.0]
    machine_price_usd : column of float64
        What one machine cost. [USD, from 0.0 to 1000000000000000.0]
    decay_per_month : column of float64
        The part of its hashrate that a machine loses each month. [from 0.0 to 1.0]
    age_days : column of float64
        How long it has been running, in days.
    network_basis : NetworkBasis | Mapping[str, Any] | str
        How hard the network is.
    subsidy_sat : int
        New coins per block, in satoshis. [sat, from 0 to 2100000000000000]
    fees_per_block_sat : int
        Transaction fees per block, in satoshis. [sat, from 0 to 2100000000000000]
    btc_price_usd : float
        Price of one bitcoin in USD. [USD, from 0.0 to 1000000000000.0]
    pool_fee : float
        The part that the pool keeps; below 1. [from 0.0 to 1.0]
    uptime : float, optional
        The part of the time in which the machines run. Absent: all of it. [from 0.0 to 1.0]
    hosting_fee_usd_per_kwh : float, optional
        What a host charges on top of the power price, in USD/kWh. Absent: there is no host. [USD/kWh, from -1000.0 to 1000.0]
    cooling_overhead : float, optional
        Power at the meter over power of the machines (PUE), 1 or more. Absent: 1. [from 0.0 to 1000000000000.0]
    on_bad_row : OnBadRow, optional
        What to do with a row that cannot be used. Absent: refuse the batch.

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
    """
    return _frames.call(
        "mining.fleet_batch",
        {"network_basis": network_basis, "subsidy_sat": subsidy_sat, "fees_per_block_sat": fees_per_block_sat, "btc_price_usd": btc_price_usd, "pool_fee": pool_fee, "uptime": uptime, "hosting_fee_usd_per_kwh": hosting_fee_usd_per_kwh, "cooling_overhead": cooling_overhead, "on_bad_row": on_bad_row},
        frame,
        {"count": count, "hashrate_ths": hashrate_ths, "power_w": power_w, "power_price_usd_per_kwh": power_price_usd_per_kwh, "machine_price_usd": machine_price_usd, "decay_per_month": decay_per_month, "age_days": age_days},
        (("count", "i64"), ("hashrate_ths", "f64"), ("power_w", "f64"), ("power_price_usd_per_kwh", "f64"), ("machine_price_usd", "f64"), ("decay_per_month", "f64"), ("age_days", "f64"),),
        ("hashrate_ths", "gross_btc_per_day", "revenue_usd_per_day", "power_cost_usd_per_day", "net_usd_per_day", "payback_days", "payback_status", "status",),
        FleetBatchColumns,
    )


def tariff_prices(
    *,
    tariff: Tariff | Mapping[str, Any],
    start_ms: datetime.datetime | int,
    hours: int,
) -> TariffPricesReport:
    """The price of each hour of a span: flat, by time of use, 24 daily values, or an hourly series.

    Parameters
    ----------
    tariff : Tariff | Mapping[str, Any]
        The tariff.
    start_ms : datetime.datetime | int
        Beginning of the first hour, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    hours : int
        Number of hours, 1 to 175,320. [from 0]

    Returns
    -------
    TariffPricesReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.tariff_prices(tariff={"energy": {"time_of_use": {"windows": [{"from_hour": 22, "to_hour": 6, "days": "weekdays", "price_usd_per_kwh": 0.03}], "otherwise_usd_per_kwh": 0.09}}, "clock": {"utc_offset_minutes": -360, "daylight_saving": "united_states"}}, start_ms=1785542400000, hours=24)
    """
    return TariffPricesReport._read(call("mining.tariff_prices", {"tariff": tariff, "start_ms": start_ms, "hours": hours}))


def bill(
    *,
    tariff: Tariff | Mapping[str, Any],
    start_ms: datetime.datetime | int,
    load_w: Sequence[float],
) -> Bill:
    """What a load costs under a tariff: energy at the price of its hour, a contract block settled at that price,
    and demand charges per calendar month.

    Parameters
    ----------
    tariff : Tariff | Mapping[str, Any]
        The tariff.
    start_ms : datetime.datetime | int
        Beginning of the first hour, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    load_w : Sequence[float]
        Mean load of each hour at the meter, in watts.

    Returns
    -------
    Bill

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.bill(tariff={"energy": {"hourly": {"start_ms": 1785542400000, "usd_per_kwh": [0.03, 0.3, -0.01]}}, "demand_charge_usd_per_kw_month": 9, "contract": {"power_w": 1000000, "price_usd_per_kwh": 0.04}}, start_ms=1785542400000, load_w=[1000000, 0, 1500000])
    """
    return Bill._read(call("mining.bill", {"tariff": tariff, "start_ms": start_ms, "load_w": load_w}))


def merit_order(
    *,
    classes: Sequence[DispatchClass | Mapping[str, Any]],
    hashprice_usd_per_phs_day: float,
    power_price_usd_per_kwh: float,
    limit: PowerLimit | Mapping[str, Any] | str | None = None,
    pool_fee: float | None = None,
    cooling_overhead: float | None = None,
    include_doubtful: bool | None = None,
) -> MeritOrderReport:
    """The machines that earn most in one hour under a power limit: whole machines in any of their modes, exactly, or
    with how much better the best can be.

    Parameters
    ----------
    classes : Sequence[DispatchClass | Mapping[str, Any]]
        The machines; minimum times, start costs and initial states play no part in a single hour.
    hashprice_usd_per_phs_day : float
        Hashprice in USD/PH/day, before the pool's fee. [USD/PH/day, from 0.0 to 1e+18]
    power_price_usd_per_kwh : float
        Price of power in USD/kWh. [USD/kWh, from -1000.0 to 1000.0]
    limit : PowerLimit | Mapping[str, Any] | str, optional
        What limits the load. Absent: nothing.
    pool_fee : float, optional
        The part that the pool keeps; below 1. Absent: nothing, the hashprice is what is paid out. [from 0.0 to 1.0]
    cooling_overhead : float, optional
        Power at the meter over power of the machines (PUE), 1 or more. Absent: 1. [from 0.0 to 1000000000000.0]
    include_doubtful : bool, optional
        Whether models with contradictory sources may be used.

    Returns
    -------
    MeritOrderReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.merit_order(classes=[{"name": "S19 Pro", "count": 10, "machine": {"spec": {"hashrate_ths": 110, "power_w": 3250}}, "modes": [{"hashrate_ths": 90, "power_w": 2400}]}, {"name": "S21", "count": 10, "machine": {"model": "Antminer S21"}}], hashprice_usd_per_phs_day=50, power_price_usd_per_kwh=0.04, limit={"shed_w": 40000}, pool_fee=0.02)
    """
    return MeritOrderReport._read(call("mining.merit_order", {"classes": classes, "hashprice_usd_per_phs_day": hashprice_usd_per_phs_day, "power_price_usd_per_kwh": power_price_usd_per_kwh, "limit": limit, "pool_fee": pool_fee, "cooling_overhead": cooling_overhead, "include_doubtful": include_doubtful}))


def plan_dispatch(
    *,
    classes: Sequence[DispatchClass | Mapping[str, Any]],
    tariff: Tariff | Mapping[str, Any],
    start_ms: datetime.datetime | int,
    hours: int,
    hashprice: HashpriceCurve | Mapping[str, Any] | str,
    pool_fee: float | None = None,
    cooling_overhead: float | None = None,
    power_limit_w: float | None = None,
    include_doubtful: bool | None = None,
) -> DispatchReport:
    """Which machines run in which hour, why, what that saves, and what the tariff bills for it.

    By threshold where nothing couples the hours, by dynamic programming with minimum times and start costs, in
    whole machines under a power limit, and against the demand charge of each month. The answer is the best there
    is, or says how much more the best can leave.

    Parameters
    ----------
    classes : Sequence[DispatchClass | Mapping[str, Any]]
        The machines, at most 1000 classes.
    tariff : Tariff | Mapping[str, Any]
        What power costs.
    start_ms : datetime.datetime | int
        Beginning of the first hour, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    hours : int
        Number of hours, 1 to 175,320. [from 0]
    hashprice : HashpriceCurve | Mapping[str, Any] | str
        What hashrate earns, before the pool's fee.
    pool_fee : float, optional
        The part that the pool keeps; below 1. Absent: nothing, the hashprice is what is paid out. [from 0.0 to 1.0]
    cooling_overhead : float, optional
        Power at the meter over power of the machines (PUE), 1 or more. Absent: 1. [from 0.0 to 1000000000000.0]
    power_limit_w : float, optional
        The most that the site may draw at the meter, in watts. Absent: no limit. Not together with minimum times, start costs and initial states. [W, from 0.0 to 1000000000000000.0]
    include_doubtful : bool, optional
        Whether models with contradictory sources may be used.

    Returns
    -------
    DispatchReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.plan_dispatch(classes=[{"name": "S19 Pro", "count": 10, "machine": {"spec": {"hashrate_ths": 110, "power_w": 3250}}, "min_up_hours": 2, "min_down_hours": 3, "start_cost_usd": 0.05, "initial": {"on_hours": 5}}], tariff={"energy": {"daily_usd_per_kwh": [0.03, 0.03, 0.03, 0.03, 0.03, 0.03, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.06, 0.06, 0.06, 0.09, 0.12, 0.12, 0.12, 0.09, 0.06, 0.05, 0.03, 0.03]}}, start_ms=1785542400000, hours=24, hashprice={"constant_usd_per_phs_day": 50}, cooling_overhead=1.05)
    """
    return DispatchReport._read(call("mining.plan_dispatch", {"classes": classes, "tariff": tariff, "start_ms": start_ms, "hours": hours, "hashprice": hashprice, "pool_fee": pool_fee, "cooling_overhead": cooling_overhead, "power_limit_w": power_limit_w, "include_doubtful": include_doubtful}))


def power_curtailment_analysis(
    *,
    classes: Sequence[DispatchClass | Mapping[str, Any]],
    tariff: Tariff | Mapping[str, Any],
    start_ms: datetime.datetime | int,
    hours: int,
    height: int,
    difficulty: float,
    btc_price_usd: float,
    fees_per_block_sat: int,
    pool_fee: float,
    algorithm: Algorithm | Mapping[str, Any] | str,
    cooling_overhead: float | None = None,
    power_limit_w: float | None = None,
    include_doubtful: bool | None = None,
) -> PowerCurtailmentReport:
    """When to switch off: a dispatch plan at the hashprice that difficulty, price, fees and height give each hour,
    as they are or as they move on.

    Parameters
    ----------
    classes : Sequence[DispatchClass | Mapping[str, Any]]
        The machines, at most 1000 classes.
    tariff : Tariff | Mapping[str, Any]
        What power costs.
    start_ms : datetime.datetime | int
        Beginning of the first hour, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    hours : int
        Number of hours, 1 to 175,320. [from 0]
    height : int
        Height of the next block of mainnet at the start. [blocks, from 0 to 4294967295]
    difficulty : float
        Difficulty at the start. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    btc_price_usd : float
        Price of one bitcoin at the start, in USD. [USD, from 0.0 to 1000000000000.0]
    fees_per_block_sat : int
        Transaction fees per block at the start, in satoshis. [sat, from 0 to 2100000000000000]
    pool_fee : float
        The part that the pool keeps; below 1. [from 0.0 to 1.0]
    algorithm : Algorithm | Mapping[str, Any] | str
        How difficulty, price and fees move on; decay of hashrate plays no part here.
    cooling_overhead : float, optional
        Power at the meter over power of the machines (PUE), 1 or more. Absent: 1. [from 0.0 to 1000000000000.0]
    power_limit_w : float, optional
        The most that the site may draw at the meter, in watts. Absent: no limit. Not together with minimum times, start costs and initial states. [W, from 0.0 to 1000000000000000.0]
    include_doubtful : bool, optional
        Whether models with contradictory sources may be used.

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
    """
    return PowerCurtailmentReport._read(call("mining.power_curtailment_analysis", {"classes": classes, "tariff": tariff, "start_ms": start_ms, "hours": hours, "height": height, "difficulty": difficulty, "btc_price_usd": btc_price_usd, "fees_per_block_sat": fees_per_block_sat, "pool_fee": pool_fee, "algorithm": algorithm, "cooling_overhead": cooling_overhead, "power_limit_w": power_limit_w, "include_doubtful": include_doubtful}))


def payout(
    *,
    scheme: PayoutScheme | Mapping[str, Any] | str,
    hashrate_ths: float,
    pool_hashrate_ths: float | None = None,
    network_basis: NetworkBasis | Mapping[str, Any] | str,
    subsidy_sat: int,
    fees_per_block_sat: int,
    fees_standard_deviation_sat: int | None = None,
    days: float,
) -> PayoutReport:
    """Mean and variance of what a payout scheme pays: solo, PPS, FPPS, PPS+, PPLNS or TIDES.

    Means differ by fees alone; only PPS has no variance. Source: Rosenfeld, arXiv 1112.4980.

    Parameters
    ----------
    scheme : PayoutScheme | Mapping[str, Any] | str
        How the pool pays.
    hashrate_ths : float
        The miner's hashrate in TH/s. [TH/s, from 0.0 to 1e+24]
    pool_hashrate_ths : float, optional
        The pool's hashrate in TH/s, the miner's included. Needed where blocks of the pool are shared: PPS+, PPLNS, TIDES. [TH/s, from 0.0 to 1e+24]
    network_basis : NetworkBasis | Mapping[str, Any] | str
        How hard the network is.
    subsidy_sat : int
        New coins per block, in satoshis. [sat, from 0 to 2100000000000000]
    fees_per_block_sat : int
        Mean transaction fees per block, in satoshis. [sat, from 0 to 2100000000000000]
    fees_standard_deviation_sat : int, optional
        Standard deviation of the transaction fees of a block, in satoshis. Absent: 0, all blocks pay the mean. [sat, from 0 to 2100000000000000]
    days : float
        The span of mining, in days of 86,400 s. [d, above 0.0 to 1000000.0]

    Returns
    -------
    PayoutReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.payout(scheme={"pplns": {"fee": 0.02, "window_days": 1}}, hashrate_ths=10000, pool_hashrate_ths=10000000, network_basis={"difficulty": 130000000000000}, subsidy_sat=312500000, fees_per_block_sat=4000000, fees_standard_deviation_sat=3000000, days=30)
    """
    return PayoutReport._read(call("mining.payout", {"scheme": scheme, "hashrate_ths": hashrate_ths, "pool_hashrate_ths": pool_hashrate_ths, "network_basis": network_basis, "subsidy_sat": subsidy_sat, "fees_per_block_sat": fees_per_block_sat, "fees_standard_deviation_sat": fees_standard_deviation_sat, "days": days}))


def share_value(
    *,
    share_difficulty: float,
    network_basis: NetworkBasis | Mapping[str, Any] | str,
    subsidy_sat: int,
    fees_per_block_sat: int,
    pool_fee: float,
) -> ShareValueReport:
    """What a share is worth under PPS and FPPS: the probability that it is a block, times what a block pays.

    Parameters
    ----------
    share_difficulty : float
        Difficulty of the share, at most the network's. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    network_basis : NetworkBasis | Mapping[str, Any] | str
        How hard the network is.
    subsidy_sat : int
        New coins per block, in satoshis. [sat, from 0 to 2100000000000000]
    fees_per_block_sat : int
        Mean transaction fees per block, in satoshis. [sat, from 0 to 2100000000000000]
    pool_fee : float
        The part that the pool keeps; below 1. [from 0.0 to 1.0]

    Returns
    -------
    ShareValueReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.share_value(share_difficulty=65536, network_basis={"difficulty": 100000000000000}, subsidy_sat=312500000, fees_per_block_sat=5000000, pool_fee=0.02)
    """
    return ShareValueReport._read(call("mining.share_value", {"share_difficulty": share_difficulty, "network_basis": network_basis, "subsidy_sat": subsidy_sat, "fees_per_block_sat": fees_per_block_sat, "pool_fee": pool_fee}))


def payout_audit(
    *,
    received_sat: int,
    hashrate_ths: float,
    pool_hashrate_ths: float,
    network_basis: NetworkBasis | Mapping[str, Any] | str,
    subsidy_sat: int,
    fees_per_block_sat: int,
    pool_fee: float,
    stale: float,
    days: float,
    luck: PoolLuck | Mapping[str, Any] | str,
    level: float,
    tolerance: float | None = None,
) -> PayoutAuditReport:
    """Whether a pool paid what it owed: the difference as luck, fee, stale shares and what is left unexplained, and
    the exact probability that an honest pool pays so little.

    Parameters
    ----------
    received_sat : int
        What the pool paid for the span, in satoshis. [sat, from 0 to 2100000000000000]
    hashrate_ths : float
        The miner's own mean hashrate over the span in TH/s, above 0, stale shares included. [TH/s, from 0.0 to 1e+24]
    pool_hashrate_ths : float
        The pool's mean hashrate in TH/s, the miner's included. [TH/s, from 0.0 to 1e+24]
    network_basis : NetworkBasis | Mapping[str, Any] | str
        How hard the network was.
    subsidy_sat : int
        New coins per block, in satoshis. [sat, from 0 to 2100000000000000]
    fees_per_block_sat : int
        Mean transaction fees per block, in satoshis. [sat, from 0 to 2100000000000000]
    pool_fee : float
        The part that the pool says it keeps; below 1. [from 0.0 to 1.0]
    stale : float
        The part of the miner's shares that came too late; below 1. [from 0.0 to 1.0]
    days : float
        The span, in days. [d, above 0.0 to 1000000.0]
    luck : PoolLuck | Mapping[str, Any] | str
        How the pool's luck is known.
    level : float
        Level of the test, the part of honest pools that may be accused: above 0 and below 1, 0.05 by custom. It counts where luck is unknown. [from 0.0 to 1.0]
    tolerance : float, optional
        The part of what is due by which the figures told may be off, below 1. It counts where luck is known or not the miner's. Absent: 0.005. [from 0.0 to 1.0]

    Returns
    -------
    PayoutAuditReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.payout_audit(received_sat=12500000, hashrate_ths=10000, pool_hashrate_ths=10000000, network_basis={"difficulty": 130000000000000}, subsidy_sat=312500000, fees_per_block_sat=4000000, pool_fee=0.02, stale=0.005, days=30, luck={"blocks_found": 40}, level=0.05)
    """
    return PayoutAuditReport._read(call("mining.payout_audit", {"received_sat": received_sat, "hashrate_ths": hashrate_ths, "pool_hashrate_ths": pool_hashrate_ths, "network_basis": network_basis, "subsidy_sat": subsidy_sat, "fees_per_block_sat": fees_per_block_sat, "pool_fee": pool_fee, "stale": stale, "days": days, "luck": luck, "level": level, "tolerance": tolerance}))


def profit_heat_map(
    *,
    base: ProfitRequest | Mapping[str, Any],
    btc_prices_usd: Sequence[float],
    difficulty_factors: Sequence[float],
    power_prices_usd_per_kwh: Sequence[float],
) -> HeatMapReport:
    """Profit over a grid of bitcoin prices, difficulties and power prices, each cell as `mining.profit` computes it.

    Parameters
    ----------
    base : ProfitRequest | Mapping[str, Any]
        The machine and all that does not vary; its price, difficulty and tariff are replaced by those of the grid.
    btc_prices_usd : Sequence[float]
        Prices of one bitcoin, in USD.
    difficulty_factors : Sequence[float]
        Factors by which the network is harder than in `base`, above 0: 1.1 for 10 % more.
    power_prices_usd_per_kwh : Sequence[float]
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
    """
    return HeatMapReport._read(call("mining.profit_heat_map", {"base": base, "btc_prices_usd": btc_prices_usd, "difficulty_factors": difficulty_factors, "power_prices_usd_per_kwh": power_prices_usd_per_kwh}))


def forecast(
    *,
    project: MiningProject | Mapping[str, Any],
    algorithm: Algorithm | Mapping[str, Any] | str,
    steps: ForecastSteps | Mapping[str, Any] | str,
    discount_rate_per_year: float,
    depreciation: DepreciationMethod | Mapping[str, Any] | str | None = None,
) -> ForecastReport:
    """What a purchase of machines earns, step by step, with the option to switch off and without it: cash flow,
    net present value, rate of return, payback, depreciation and carbon dioxide.

    Static: the world stays as it is. Dynamic: one step per retarget with its real length, the halving by height,
    paths of difficulty, price and fees, decay of hashrate.

    Parameters
    ----------
    project : MiningProject | Mapping[str, Any]
        What is bought, how it is run, and the world at the start.
    algorithm : Algorithm | Mapping[str, Any] | str
        How the world moves on.
    steps : ForecastSteps | Mapping[str, Any] | str
        How long the project lasts, and its steps.
    discount_rate_per_year : float
        The rate of return that is demanded, per year, as a part: 0.1 for 10 %. -0.5 to 100.
    depreciation : DepreciationMethod | Mapping[str, Any] | str, optional
        How the machines are written off. Absent: not told.

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
    """
    return ForecastReport._read(call("mining.forecast", {"project": project, "algorithm": algorithm, "steps": steps, "discount_rate_per_year": discount_rate_per_year, "depreciation": depreciation}))


class ForecastSimulationJob(Job):
    """``forecast_simulation`` in blocks: save, resume, split over machines with ``blocks=(start, end)``, merge."""

    _path: ClassVar[str] = "mining.forecast_simulation"
    _report: ClassVar[type[Any]] = ForecastSimulationReport

    def __init__(
        self,
        *,
        project: MiningProject | Mapping[str, Any],
        model: PathModel | Mapping[str, Any] | str,
        retargets: int,
        hashrate_decay_per_month: float | None = None,
        discount_rate_per_year: float,
        paths: int,
        seed: int,
        quantiles: Sequence[float] | None = None,
        blocks: tuple[int, int] | None = None,
    ) -> None:
        super().__init__({"project": project, "model": model, "retargets": retargets, "hashrate_decay_per_month": hashrate_decay_per_month, "discount_rate_per_year": discount_rate_per_year, "paths": paths, "seed": wide(seed), "quantiles": quantiles}, blocks)

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        project: MiningProject | Mapping[str, Any],
        model: PathModel | Mapping[str, Any] | str,
        retargets: int,
        hashrate_decay_per_month: float | None = None,
        discount_rate_per_year: float,
        paths: int,
        seed: int,
        quantiles: Sequence[float] | None = None,
    ) -> Self:
        """The job that ``save`` wrote, opened with the same parameters."""
        return cls._again({"project": project, "model": model, "retargets": retargets, "hashrate_decay_per_month": hashrate_decay_per_month, "discount_rate_per_year": discount_rate_per_year, "paths": paths, "seed": wide(seed), "quantiles": quantiles}, state)

    def report(self) -> ForecastSimulationReport:
        """The result, once every block of the whole job is done."""
        result: ForecastSimulationReport = self._result()
        return result


def forecast_simulation(
    *,
    project: MiningProject | Mapping[str, Any],
    model: PathModel | Mapping[str, Any] | str,
    retargets: int,
    hashrate_decay_per_month: float | None = None,
    discount_rate_per_year: float,
    paths: int,
    seed: int,
    quantiles: Sequence[float] | None = None,
    progress: Progress = False,
) -> ForecastSimulationReport:
    """Monte Carlo of a purchase of machines: price and difficulty correlated over lags, or drawn from history in
    blocks; distribution of the net present value, probability of payback, value of the option to switch off.

    Parameters
    ----------
    project : MiningProject | Mapping[str, Any]
        What is bought, how it is run, and the world at the start; difficulty is 1 or more.
    model : PathModel | Mapping[str, Any] | str
        How price and difficulty move.
    retargets : int
        Retarget periods until the end, the running one included, 1 to 2608. [from 0]
    hashrate_decay_per_month : float, optional
        The part of its hashrate that a machine loses each month (12 are 365 days). Absent: none. [from 0.0 to 1.0]
    discount_rate_per_year : float
        The rate of return that is demanded, per year, as a part: 0.1 for 10 %. -0.5 to 100.
    paths : int
        Number of simulated paths, 2 to 1,000,000. [from 0]
    seed : int
        Seed of the random numbers.
    quantiles : Sequence[float], optional
        Probabilities for which net present value and payback are told.
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
    >>> report = hi.mining.forecast_simulation(project={"hashrate_ths": 270, "power_w": 3645, "machine_price_usd": 3335, "start_ms": 1781913600000, "height": 1020000, "difficulty": 130000000000000, "btc_price_usd": 90000, "fees_per_block_sat": 4000000, "pool_fee": 0.02, "power_price_usd_per_kwh": 0.05}, model={"correlated": {"price_drift": 0.005, "price_volatility": 0.11, "difficulty_drift": 0.01, "difficulty_volatility": 0.046, "correlation_by_lag": [0, 0.1, 0.2, 0.3, 0.4]}}, retargets=52, discount_rate_per_year=0.1, paths=1024, seed=20260531, quantiles=[0.05, 0.5, 0.95])
    """
    return ForecastSimulationJob(project=project, model=model, retargets=retargets, hashrate_decay_per_month=hashrate_decay_per_month, discount_rate_per_year=discount_rate_per_year, paths=paths, seed=seed, quantiles=quantiles).run(progress).report()


def net_present_value(
    *,
    cash_flows: CashFlows | Mapping[str, Any] | str,
    discount_rate: float,
) -> NetPresentValueReport:
    """What cash flows are worth at a rate: `sum of flow / (1 + rate)^t`, in periods or in years of 365 days.

    Parameters
    ----------
    cash_flows : CashFlows | Mapping[str, Any] | str
        The flows.
    discount_rate : float
        The rate per period, or per year where flows are dated, as a part: 0.1 for 10 %. -0.99 to 100.

    Returns
    -------
    NetPresentValueReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.net_present_value(cash_flows={"periodic": [-1000, 400, 400, 400]}, discount_rate=0.1)
    """
    return NetPresentValueReport._read(call("mining.net_present_value", {"cash_flows": cash_flows, "discount_rate": discount_rate}))


def internal_rate_of_return(
    *,
    cash_flows: CashFlows | Mapping[str, Any] | str,
) -> InternalRateOfReturnReport:
    """The rates at which cash flows are worth nothing: one, none or several, which are all told.

    Parameters
    ----------
    cash_flows : CashFlows | Mapping[str, Any] | str
        The flows.

    Returns
    -------
    InternalRateOfReturnReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.internal_rate_of_return(cash_flows={"dated": [{"time_ms": 1700000000000, "usd": -10000}, {"time_ms": 1715552000000, "usd": 7000}, {"time_ms": 1736000000000, "usd": 4500}]})
    """
    return InternalRateOfReturnReport._read(call("mining.internal_rate_of_return", {"cash_flows": cash_flows}))


def depreciation(
    *,
    cost_usd: float,
    method: DepreciationMethod | Mapping[str, Any] | str,
) -> DepreciationReport:
    """What a machine loses in the books each year: straight line, or MACRS five-year property with the half-year
    convention.

    Parameters
    ----------
    cost_usd : float
        What the machine cost, in USD. [USD, from 0.0 to 1000000000000000.0]
    method : DepreciationMethod | Mapping[str, Any] | str
        How it is written off.

    Returns
    -------
    DepreciationReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.mining.depreciation(cost_usd=3335, method={"straight_line": {"years": 4, "salvage_usd": 335}})
    """
    return DepreciationReport._read(call("mining.depreciation", {"cost_usd": cost_usd, "method": method}))


def calculate_btc_mined(
    *,
    project: MiningProject | Mapping[str, Any],
    algorithm: Algorithm | Mapping[str, Any] | str,
    days: float,
) -> BtcMinedReport:
    """Bitcoin that a project is expected to earn in a span, as the world stays or as it moves on.

    Parameters
    ----------
    project : MiningProject | Mapping[str, Any]
        What is bought, how it is run, and the world at the start.
    algorithm : Algorithm | Mapping[str, Any] | str
        How the world moves on.
    days : float
        The span in days of 86,400 s, at most 36,525. [d, above 0.0 to 1000000.0]

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
    """
    return BtcMinedReport._read(call("mining.calculate_btc_mined", {"project": project, "algorithm": algorithm, "days": days}))


def calculate_daily_revenue(
    *,
    project: MiningProject | Mapping[str, Any],
    algorithm: Algorithm | Mapping[str, Any] | str,
    days: float,
) -> DailyRevenueReport:
    """What hashing earns per day before costs, as the world stays or as it moves on.

    Parameters
    ----------
    project : MiningProject | Mapping[str, Any]
        What is bought, how it is run, and the world at the start.
    algorithm : Algorithm | Mapping[str, Any] | str
        How the world moves on.
    days : float
        The span in days of 86,400 s, at most 36,525. [d, above 0.0 to 1000000.0]

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
    """
    return DailyRevenueReport._read(call("mining.calculate_daily_revenue", {"project": project, "algorithm": algorithm, "days": days}))


def calculate_profitability(
    *,
    project: MiningProject | Mapping[str, Any],
    algorithm: Algorithm | Mapping[str, Any] | str,
    days: float,
) -> ProfitabilityReport:
    """What is left of the revenue of a span after power, hosting and maintenance.

    Parameters
    ----------
    project : MiningProject | Mapping[str, Any]
        What is bought, how it is run, and the world at the start.
    algorithm : Algorithm | Mapping[str, Any] | str
        How the world moves on.
    days : float
        The span in days of 86,400 s, at most 36,525. [d, above 0.0 to 1000000.0]

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
    """
    return ProfitabilityReport._read(call("mining.calculate_profitability", {"project": project, "algorithm": algorithm, "days": days}))


def calculate_roi(
    *,
    project: MiningProject | Mapping[str, Any],
    algorithm: Algorithm | Mapping[str, Any] | str,
    steps: ForecastSteps | Mapping[str, Any] | str,
    discount_rate_per_year: float,
) -> RoiReport:
    """Whether machines earn back what they cost, when, and at which rate of return.

    Parameters
    ----------
    project : MiningProject | Mapping[str, Any]
        What is bought, how it is run, and the world at the start.
    algorithm : Algorithm | Mapping[str, Any] | str
        How the world moves on.
    steps : ForecastSteps | Mapping[str, Any] | str
        How long the project lasts, and its steps.
    discount_rate_per_year : float
        The rate of return that is demanded, per year, as a part: 0.1 for 10 %. -0.5 to 100.

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
    """
    return RoiReport._read(call("mining.calculate_roi", {"project": project, "algorithm": algorithm, "steps": steps, "discount_rate_per_year": discount_rate_per_year}))
