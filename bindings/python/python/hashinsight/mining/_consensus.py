"""Operations and types of ``mining``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from .._documents import Document, call, day, document, operation
from .._outcome import Every, Never, Unbounded, Undefined, Value
from .._outcome import outcome
from ..units import Outcome

__all__ = [
    "CheckProofOfWorkReport",
    "DecodeNbitsReport",
    "Network",
    "NextHalving",
    "NextHalvingOutcome",
    "PermittedTransitionReport",
    "ProofOfWork",
    "RetargetReport",
    "SubsidyReport",
    "check_proof_of_work",
    "decode_nbits",
    "permitted_transition",
    "retarget",
    "subsidy",
]


def __dir__() -> list[str]:
    return __all__


@document
class DecodeNbitsReport(Document):
    """Result of `decode_nbits`.

    Attributes
    ----------
    nbits : str
        Compact target of the request.
    target : str
        Target: the number that a block's hash must not exceed.
    canonical_nbits : str
        Compact form of the target as consensus writes it; differs from `nbits` where that was not canonical.
    difficulty : float
        Difficulty by Bitcoin Core's mantissa division, to the last bit.
    target_difficulty : float
        Difficulty from the full target, `0xffff · 2^208 / target`; differs from `difficulty` where a small size cuts mantissa digits off.
    work : str
        Work of one block, in whole hashes: `floor(2^256 / (target + 1))`, as it is added to the chainwork.
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


@document
class RetargetReport(Document):
    """Result of `retarget`.

    Attributes
    ----------
    next_nbits : str
        Compact target of the next period.
    next_target : str
        Target of the next period.
    next_difficulty : float
        Difficulty of the next period, by Bitcoin Core's mantissa division.
    actual_timespan_s : int
        Measured span of the period, in seconds; may be negative.
    clamped_timespan_s : int
        Span that the rule used, in seconds: 302,400 to 4,838,400. [from 0]
    difficulty_ratio : float
        Difficulty of the next period over that of the period that ends: old target / new target.
    retargets : bool
        Whether the network retargets at all; where not, `next_nbits` is the old compact target.
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


@document
class PermittedTransitionReport(Document):
    """Result of `permitted_transition`.

    Attributes
    ----------
    permitted : bool
        Whether the later block may follow the earlier one.
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


@document
class CheckProofOfWorkReport(Document):
    """Result of `check_proof_of_work`.

    Attributes
    ----------
    valid : bool
        Whether the hash is proof of work.
    verdict : ProofOfWork
        Verdict on the hash, with the reason where it is no proof of work.
    """

    valid: bool
    verdict: ProofOfWork

    def _wire(self) -> dict[str, Any]:
        return {
            "valid": self.valid,
            "verdict": self.verdict,
        }


@document
class NextHalving(Document):
    """Way to the next halving.

    Attributes
    ----------
    height : int
        Height of the first block of the next era. [blocks, from 0 to 4294967295]
    blocks : int
        Number of blocks from the block of the request to that block. [from 0]
    days : Outcome
        Time until that block at the given pace, in days of 86,400 s; `never` at a pace of zero.
    """

    height: int
    blocks: int
    days: Outcome

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["days"] = outcome(document["days"])

    def _wire(self) -> dict[str, Any]:
        return {
            "height": self.height,
            "blocks": self.blocks,
            "days": self.days,
        }


NextHalvingOutcome: TypeAlias = "Value[NextHalving] | Never | Unbounded | Every | Undefined"
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
class SubsidyReport(Document):
    """Result of `subsidy`.

    Attributes
    ----------
    subsidy_sat : int
        New coins of the block, in satoshis. [sat, from 0 to 2100000000000000]
    cumulative_issuance_sat : int
        Coins issued up to the block, itself and the genesis block included, in satoshis. [sat, from 0 to 2100000000000000]
    era : int
        Number of halvings up to the block. [from 0]
    next_halving : NextHalvingOutcome
        Next halving; `never` once no subsidy is left to halve.
    """

    subsidy_sat: int
    cumulative_issuance_sat: int
    era: int
    next_halving: NextHalvingOutcome

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["next_halving"] = outcome(document["next_halving"], NextHalving._read)

    def _wire(self) -> dict[str, Any]:
        return {
            "subsidy_sat": self.subsidy_sat,
            "cumulative_issuance_sat": self.cumulative_issuance_sat,
            "era": self.era,
            "next_halving": self.next_halving,
        }


@operation("mining.decode_nbits")
def decode_nbits(
    *,
    nbits: str | int,
) -> DecodeNbitsReport:
    """Meaning of a compact target: the target, its difficulty, the work of a block, and the hashes it takes on average.

    The difficulty follows Bitcoin Core's division of the mantissa (exact bits); the difficulty of the whole target
    and `2^256 / (target + 1)` stand beside it under their own names.

    Parameters
    ----------
    nbits : str | int
        Compact target of a block header.

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
    >>> report.difficulty
    88104191118793.16
    >>> report.target_difficulty
    88104191118793.16
    """
    return DecodeNbitsReport._read(call("mining.decode_nbits", {"nbits": nbits}))


@operation("mining.retarget")
def retarget(
    *,
    network: Network,
    nbits: str | int,
    first_nbits: str | int | None = None,
    first_time_s: int,
    last_time_s: int,
) -> RetargetReport:
    """The compact target after a period of 2016 blocks, exactly as consensus computes it.

    `new = old * clamp(last - first, 302400, 4838400) / 1209600` in 256-bit integers, at most the network's limit,
    then rounded to compact form. The timespan covers 2015 intervals. On testnet4 (BIP94) the old target is the one
    of the period's first block.

    Parameters
    ----------
    network : Network
        Network whose rules hold.
    nbits : str | int
        Compact target of the period's last block.
    first_nbits : str | int, optional
        Compact target of the period's first block: required on testnet4 (BIP94), refused elsewhere.
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
    >>> report.next_difficulty
    1.1828995343128408
    >>> report.actual_timespan_s
    1022578
    """
    return RetargetReport._read(call("mining.retarget", {"network": network, "nbits": nbits, "first_nbits": first_nbits, "first_time_s": first_time_s, "last_time_s": last_time_s}))


@operation("mining.permitted_transition")
def permitted_transition(
    *,
    network: Network,
    height: int,
    old_nbits: str | int,
    new_nbits: str | int,
) -> PermittedTransitionReport:
    """Whether consensus can ever lead from one compact target to the next: unchanged within a period, within a factor 4
    at its end.

    Parameters
    ----------
    network : Network
        Network whose rules hold.
    height : int
        Height of the later block. [blocks, from 0 to 4294967295]
    old_nbits : str | int
        Compact target of the earlier block.
    new_nbits : str | int
        Compact target of the later block.

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
    >>> report.permitted
    True
    >>> report.begins_period
    True
    """
    return PermittedTransitionReport._read(call("mining.permitted_transition", {"network": network, "height": height, "old_nbits": old_nbits, "new_nbits": new_nbits}))


@operation("mining.check_proof_of_work")
def check_proof_of_work(
    *,
    hash: str,
    nbits: str | int,
    network: Network,
) -> CheckProofOfWorkReport:
    """Whether a block hash satisfies its compact target on a network, and if not, why.

    Parameters
    ----------
    hash : str
        Hash of the block, in display order.
    nbits : str | int
        Compact target of the block's header.
    network : Network
        Network whose limit holds.

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
    >>> report.valid
    True
    >>> report.verdict
    'valid'
    """
    return CheckProofOfWorkReport._read(call("mining.check_proof_of_work", {"hash": hash, "nbits": nbits, "network": network}))


@operation("mining.subsidy")
def subsidy(
    *,
    height: int,
    network: Network,
    blocks_per_day: float | None = None,
) -> SubsidyReport:
    """New coins of a block, all coins issued up to and with it (the genesis 50 BTC included), and the next halving by
    height.

    Parameters
    ----------
    height : int
        Height of the block. [blocks, from 0 to 4294967295]
    network : Network
        Network whose schedule holds.
    blocks_per_day : float, optional
        Pace of the chain, in blocks per day. Absent: 144, the pace that consensus aims at. [from 0.0 to 1000000000000.0]

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
    >>> report.subsidy_sat
    312500000
    >>> report.cumulative_issuance_sat
    2004240312500000
    """
    return SubsidyReport._read(call("mining.subsidy", {"height": height, "network": network, "blocks_per_day": blocks_per_day}))
