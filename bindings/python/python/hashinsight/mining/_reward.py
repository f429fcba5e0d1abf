"""Operations and types of ``mining``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
from typing import Any, ClassVar, Literal, Self, TypeAlias, TypeVar, TypedDict, overload

from numpy.typing import ArrayLike

from .. import _frames
from .._documents import Document, Variant, call, day, document, each, listed, operation, rows, wide
from .._frames import Columns
from .._handles import Job, Progress
from .._outcome import outcome
from .._plots import WithPlot
from ..units import OnBadRow, Outcome, Verdict

__all__ = [
    "ExpectedRewardReport",
    "HashpriceBatchColumns",
    "HashpriceReport",
    "PayoutAuditReport",
    "PayoutReport",
    "PayoutScheme",
    "PayoutSchemeDict",
    "PayoutSchemeFpps",
    "PayoutSchemeFppsDict",
    "PayoutSchemeLike",
    "PayoutSchemePplns",
    "PayoutSchemePplnsDict",
    "PayoutSchemePps",
    "PayoutSchemePpsDict",
    "PayoutSchemePpsPlus",
    "PayoutSchemePpsPlusDict",
    "PayoutSchemeSoloPool",
    "PayoutSchemeSoloPoolDict",
    "PayoutSchemeTides",
    "PayoutSchemeTidesDict",
    "PoolLuck",
    "PoolLuckDict",
    "PoolLuckLike",
    "RealizedHashpriceReport",
    "ShareValueReport",
    "SoloHorizon",
    "SoloHorizonDict",
    "SoloHorizonLike",
    "SoloIncomeJob",
    "SoloIncomeReport",
    "SoloOddsReport",
    "expected_reward",
    "hashprice",
    "hashprice_batch",
    "payout",
    "payout_audit",
    "realized_hashprice",
    "share_value",
    "solo_income",
    "solo_odds",
]


def __dir__() -> list[str]:
    return __all__

_Frame = TypeVar("_Frame")  # a pandas or polars DataFrame


@document
class ExpectedRewardReport(Document):
    """Result of `expected_reward`.

    Attributes
    ----------
    network : NetworkUsed
        Network as the calculation used it.
    expected_blocks : float
        Mean number of blocks found in the span.
    gross_btc : float
        Mean reward of the blocks in BTC, before the pool's fee.
    pool_fee_btc : float
        Fee of the pool, in BTC.
    expected_btc : float
        Mean reward after the pool's fee, in BTC: `gross_btc - pool_fee_btc`.
    """

    network: NetworkUsed
    expected_blocks: float
    gross_btc: float
    pool_fee_btc: float
    expected_btc: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["network"] = NetworkUsed._read(document["network"])

    def _wire(self) -> dict[str, Any]:
        return {
            "network": self.network,
            "expected_blocks": self.expected_blocks,
            "gross_btc": self.gross_btc,
            "pool_fee_btc": self.pool_fee_btc,
            "expected_btc": self.expected_btc,
        }


@document
class HashpriceReport(Document):
    """Result of `hashprice`.

    Attributes
    ----------
    network : NetworkUsed
        Network as the calculation used it.
    hashprice_sat_per_phs_day : float
        Hashprice in satoshis per PH/s per day.
    hashprice_usd_per_phs_day : float
        Hashprice in US dollars per PH/s per day.
    """

    network: NetworkUsed
    hashprice_sat_per_phs_day: float
    hashprice_usd_per_phs_day: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["network"] = NetworkUsed._read(document["network"])

    def _wire(self) -> dict[str, Any]:
        return {
            "network": self.network,
            "hashprice_sat_per_phs_day": self.hashprice_sat_per_phs_day,
            "hashprice_usd_per_phs_day": self.hashprice_usd_per_phs_day,
        }


@document
class RealizedHashpriceReport(Document):
    """Result of `realized_hashprice`.

    Attributes
    ----------
    hashprice_sat_per_phs_day : float
        Realized hashprice in satoshis per PH/s of the day.
    hashprice_usd_per_phs_day : float
        Realized hashprice in US dollars per PH/s of the day.
    fee_share : Outcome
        Fraction of the reward that was fees; undefined for a day without reward.
    """

    hashprice_sat_per_phs_day: float
    hashprice_usd_per_phs_day: float
    fee_share: Outcome

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["fee_share"] = outcome(document["fee_share"])

    def _wire(self) -> dict[str, Any]:
        return {
            "hashprice_sat_per_phs_day": self.hashprice_sat_per_phs_day,
            "hashprice_usd_per_phs_day": self.hashprice_usd_per_phs_day,
            "fee_share": self.fee_share,
        }


@document
class SoloHorizon(Variant):
    """How long a solo miner tries.

    Cases
    -----
    days
        A span of time, in days of 86,400 s, at constant difficulty.
    blocks
        A number of blocks of the network, each found by the miner with the probability of its share of the network's hashrate.
    """

    tag: Literal["days", "blocks"]
    content: float | int | None = None
    _route = "mining.solo_odds:horizon"

    @classmethod
    def days(cls, content: float) -> Self:
        """A span of time, in days of 86,400 s, at constant difficulty."""
        return cls._made("days", content)

    @classmethod
    def blocks(cls, content: int) -> Self:
        """A number of blocks of the network, each found by the miner with the probability of its share of the network's hashrate."""
        return cls._made("blocks", content)


class SoloHorizonDict(TypedDict, total=False):
    """``SoloHorizon`` as a mapping: one of the keys, with its content."""

    days: float
    blocks: int


SoloHorizonLike: TypeAlias = "SoloHorizon | SoloHorizonDict"
"""What is taken for a ``SoloHorizon``."""


@document
class SoloOddsReport(Document):
    """Result of `solo_odds`.

    Attributes
    ----------
    network : NetworkUsed
        Network as the calculation used it.
    expected_blocks : float
        Mean number of blocks found within the horizon.
    at_least_one : float
        Probability of at least one block within the horizon.
    mean_wait_days : Outcome
        Mean wait for a block, in days; `never` without hashrate.
    median_wait_days : Outcome
        Wait that half of all miners exceed, in days: ln 2 times the mean.
    quantiles : tuple[float, ...]
        Levels of `wait_days`, as asked.
    wait_days : tuple[Outcome, ...]
        Wait for each of `quantiles`, in days: the wait that is not exceeded with that probability; `unbounded` for 1.
    """

    network: NetworkUsed
    expected_blocks: float
    at_least_one: float
    mean_wait_days: Outcome
    median_wait_days: Outcome
    quantiles: tuple[float, ...]
    wait_days: tuple[Outcome, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["network"] = NetworkUsed._read(document["network"])
        document["mean_wait_days"] = outcome(document["mean_wait_days"])
        document["median_wait_days"] = outcome(document["median_wait_days"])
        document["quantiles"] = listed(document["quantiles"])
        document["wait_days"] = each(outcome, document["wait_days"])

    def _wire(self) -> dict[str, Any]:
        return {
            "network": self.network,
            "expected_blocks": self.expected_blocks,
            "at_least_one": self.at_least_one,
            "mean_wait_days": self.mean_wait_days,
            "median_wait_days": self.median_wait_days,
            "quantiles": self.quantiles,
            "wait_days": self.wait_days,
        }


@document
class SoloIncomeReport(WithPlot, Document):
    """Result of `SoloIncome`. All figures are of the simulated paths.

    Attributes
    ----------
    paths : int
        Number of simulated paths. [from 0]
    mean_sat : float
        Mean income in satoshis.
    standard_deviation_sat : float
        Standard deviation of the income in satoshis (divisor: paths - 1).
    standard_error_sat : float
        Standard error of the mean income, in satoshis: standard deviation over the root of the number of paths.
    zero_income_fraction : float
        Fraction of simulated paths without any income.
    mean_blocks : float
        Mean number of blocks found.
    quantiles : tuple[float, ...]
        Levels of `income_sat`, as asked.
    income_sat : tuple[float, ...]
        Income for each of `quantiles`, in whole satoshis: the least that at least that part of the paths does not exceed.
    """

    paths: int
    mean_sat: float
    standard_deviation_sat: float
    standard_error_sat: float
    zero_income_fraction: float
    mean_blocks: float
    quantiles: tuple[float, ...]
    income_sat: tuple[float, ...]
    _plotted = "solo_income"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["quantiles"] = listed(document["quantiles"])
        document["income_sat"] = listed(document["income_sat"])

    def _wire(self) -> dict[str, Any]:
        return {
            "paths": self.paths,
            "mean_sat": self.mean_sat,
            "standard_deviation_sat": self.standard_deviation_sat,
            "standard_error_sat": self.standard_error_sat,
            "zero_income_fraction": self.zero_income_fraction,
            "mean_blocks": self.mean_blocks,
            "quantiles": self.quantiles,
            "income_sat": self.income_sat,
        }


@document
class PayoutSchemeSoloPool(Document):
    """A solo pool: each block found pays all of itself, less the pool's fee.

    Attributes
    ----------
    fee : float
        Fraction that the pool keeps; below 1. [from 0.0 to 1.0]
    """

    fee: float
    _route = "mining.payout:scheme.solo_pool"

    def __init__(
        self,
        fee: float,
    ) -> None:
        self._fill({"fee": fee})

    def _wire(self) -> dict[str, Any]:
        return {
            "fee": self.fee,
        }


class PayoutSchemeSoloPoolDict(TypedDict):
    """``PayoutSchemeSoloPool`` as a mapping."""

    fee: float


@document
class PayoutSchemePps(Document):
    """Pay per share: the subsidy's expectation for each share; the pool keeps the transaction fees.

    Attributes
    ----------
    fee : float
        Fraction that the pool keeps; below 1. [from 0.0 to 1.0]
    """

    fee: float
    _route = "mining.payout:scheme.pps"

    def __init__(
        self,
        fee: float,
    ) -> None:
        self._fill({"fee": fee})

    def _wire(self) -> dict[str, Any]:
        return {
            "fee": self.fee,
        }


class PayoutSchemePpsDict(TypedDict):
    """``PayoutSchemePps`` as a mapping."""

    fee: float


@document
class PayoutSchemeFpps(Document):
    """Full pay per share: subsidy and mean transaction fees of recent blocks for each share.

    Attributes
    ----------
    fee : float
        Fraction that the pool keeps; below 1. [from 0.0 to 1.0]
    window_blocks : int
        Number of the network's blocks over which the pool averages transaction fees, 1 or more; 144 are customary. [from 0]
    """

    fee: float
    window_blocks: int
    _route = "mining.payout:scheme.fpps"

    def __init__(
        self,
        fee: float,
        window_blocks: int,
    ) -> None:
        self._fill({"fee": fee, "window_blocks": window_blocks})

    def _wire(self) -> dict[str, Any]:
        return {
            "fee": self.fee,
            "window_blocks": self.window_blocks,
        }


class PayoutSchemeFppsDict(TypedDict):
    """``PayoutSchemeFpps`` as a mapping."""

    fee: float
    window_blocks: int


@document
class PayoutSchemePpsPlus(Document):
    """The subsidy per share, the transaction fees as PPLNS.

    Attributes
    ----------
    fee : float
        Fraction that the pool keeps; below 1. [from 0.0 to 1.0]
    window_days : float
        Window of the transaction fees, in days. [d, above 0.0 to 1000000.0]
    """

    fee: float
    window_days: float
    _route = "mining.payout:scheme.pps_plus"

    def __init__(
        self,
        fee: float,
        window_days: float,
    ) -> None:
        self._fill({"fee": fee, "window_days": window_days})

    def _wire(self) -> dict[str, Any]:
        return {
            "fee": self.fee,
            "window_days": self.window_days,
        }


class PayoutSchemePpsPlusDict(TypedDict):
    """``PayoutSchemePpsPlus`` as a mapping."""

    fee: float
    window_days: float


@document
class PayoutSchemePplns(Document):
    """Pay per last N shares, with a window in time.

    Attributes
    ----------
    fee : float
        Fraction that the pool keeps; below 1. [from 0.0 to 1.0]
    window_days : float
        Window of the shares, in days. [d, above 0.0 to 1000000.0]
    """

    fee: float
    window_days: float
    _route = "mining.payout:scheme.pplns"

    def __init__(
        self,
        fee: float,
        window_days: float,
    ) -> None:
        self._fill({"fee": fee, "window_days": window_days})

    def _wire(self) -> dict[str, Any]:
        return {
            "fee": self.fee,
            "window_days": self.window_days,
        }


class PayoutSchemePplnsDict(TypedDict):
    """``PayoutSchemePplns`` as a mapping."""

    fee: float
    window_days: float


@document
class PayoutSchemeTides(Document):
    """PPLNS with a window in work.

    Attributes
    ----------
    fee : float
        Fraction that the pool keeps; below 1. [from 0.0 to 1.0]
    window_difficulties : float
        Window of the shares in multiples of the network's difficulty, above 0; OCEAN has 8. [from 0.0 to 1000000000000.0]
    """

    fee: float
    window_difficulties: float
    _route = "mining.payout:scheme.tides"

    def __init__(
        self,
        fee: float,
        window_difficulties: float,
    ) -> None:
        self._fill({"fee": fee, "window_difficulties": window_difficulties})

    def _wire(self) -> dict[str, Any]:
        return {
            "fee": self.fee,
            "window_difficulties": self.window_difficulties,
        }


class PayoutSchemeTidesDict(TypedDict):
    """``PayoutSchemeTides`` as a mapping."""

    fee: float
    window_difficulties: float


@document
class PayoutScheme(Variant):
    """How a pool pays.

    Cases
    -----
    solo
        No pool: each block found pays all of itself.
    solo_pool
        A solo pool: each block found pays all of itself, less the pool's fee.
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

    tag: Literal["solo", "solo_pool", "pps", "fpps", "pps_plus", "pplns", "tides"]
    content: PayoutSchemeSoloPool | PayoutSchemePps | PayoutSchemeFpps | PayoutSchemePpsPlus | PayoutSchemePplns | PayoutSchemeTides | None = None
    _route = "mining.payout:scheme"

    @classmethod
    def solo(cls) -> Self:
        """No pool: each block found pays all of itself."""
        return cls._made("solo")

    @classmethod
    def solo_pool(cls, content: PayoutSchemeSoloPool | PayoutSchemeSoloPoolDict) -> Self:
        """A solo pool: each block found pays all of itself, less the pool's fee."""
        return cls._made("solo_pool", content)

    @classmethod
    def pps(cls, content: PayoutSchemePps | PayoutSchemePpsDict) -> Self:
        """Pay per share: the subsidy's expectation for each share; the pool keeps the transaction fees."""
        return cls._made("pps", content)

    @classmethod
    def fpps(cls, content: PayoutSchemeFpps | PayoutSchemeFppsDict) -> Self:
        """Full pay per share: subsidy and mean transaction fees of recent blocks for each share."""
        return cls._made("fpps", content)

    @classmethod
    def pps_plus(cls, content: PayoutSchemePpsPlus | PayoutSchemePpsPlusDict) -> Self:
        """The subsidy per share, the transaction fees as PPLNS."""
        return cls._made("pps_plus", content)

    @classmethod
    def pplns(cls, content: PayoutSchemePplns | PayoutSchemePplnsDict) -> Self:
        """Pay per last N shares, with a window in time."""
        return cls._made("pplns", content)

    @classmethod
    def tides(cls, content: PayoutSchemeTides | PayoutSchemeTidesDict) -> Self:
        """PPLNS with a window in work."""
        return cls._made("tides", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "solo_pool":
            return PayoutSchemeSoloPool._read(content)
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


class PayoutSchemeDict(TypedDict, total=False):
    """``PayoutScheme`` as a mapping: one of the keys, with its content."""

    solo_pool: PayoutSchemeSoloPool | PayoutSchemeSoloPoolDict
    pps: PayoutSchemePps | PayoutSchemePpsDict
    fpps: PayoutSchemeFpps | PayoutSchemeFppsDict
    pps_plus: PayoutSchemePpsPlus | PayoutSchemePpsPlusDict
    pplns: PayoutSchemePplns | PayoutSchemePplnsDict
    tides: PayoutSchemeTides | PayoutSchemeTidesDict


PayoutSchemeLike: TypeAlias = "PayoutScheme | PayoutSchemeDict | Literal['solo']"
"""What is taken for a ``PayoutScheme``."""


@document
class PayoutReport(Document):
    """Result of `payout`. `gross_btc - kept_fees_btc - pool_fee_btc = mean_btc`, exactly when evaluated from left to
    right.

    Attributes
    ----------
    network : NetworkUsed
        Network as the calculation used it.
    gross_btc : float
        Mean subsidy and transaction fees from the miner's own work, in BTC.
    kept_fees_btc : float
        Transaction fees that the scheme does not pay out, in BTC: those of PPS.
    pool_fee_btc : float
        Fee of the pool, in BTC.
    mean_btc : float
        Mean of what the miner is paid, in BTC.
    variance_btc2 : float
        Variance of what the miner is paid, in BTC².
    standard_deviation_btc : float
        Standard deviation of what the miner is paid, in BTC.
    coefficient_of_variation : Outcome
        Coefficient of variation, standard deviation over mean; undefined where nothing is paid.
    pool_blocks_per_day : Outcome
        Mean number of blocks that the pool finds per day; undefined without a pool hashrate.
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["network"] = NetworkUsed._read(document["network"])
        document["coefficient_of_variation"] = outcome(document["coefficient_of_variation"])
        document["pool_blocks_per_day"] = outcome(document["pool_blocks_per_day"])
        document["share_is_paid"] = outcome(document["share_is_paid"])

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


@document
class ShareValueReport(Document):
    """Result of `share_value`.

    Attributes
    ----------
    network : NetworkUsed
        Network as the calculation used it.
    block_probability : float
        Probability that the share is a block.
    pps_btc : float
        Payment of PPS for the share, in BTC: the subsidy's part.
    fpps_btc : float
        Payment of FPPS for the share, in BTC: subsidy and fees.
    """

    network: NetworkUsed
    block_probability: float
    pps_btc: float
    fpps_btc: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["network"] = NetworkUsed._read(document["network"])

    def _wire(self) -> dict[str, Any]:
        return {
            "network": self.network,
            "block_probability": self.block_probability,
            "pps_btc": self.pps_btc,
            "fpps_btc": self.fpps_btc,
        }


@document
class PoolLuck(Variant):
    """Knowledge of the pool's luck.

    Cases
    -----
    paid_per_share
        The pool pays per share: its luck is not the miner's.
    blocks_found
        Number of blocks that the pool found in the span.
    unknown
        Not known: what was received tells how many blocks there were.
    """

    tag: Literal["paid_per_share", "blocks_found", "unknown"]
    content: int | None = None
    _route = "mining.payout_audit:luck"

    @classmethod
    def paid_per_share(cls) -> Self:
        """The pool pays per share: its luck is not the miner's."""
        return cls._made("paid_per_share")

    @classmethod
    def blocks_found(cls, content: int) -> Self:
        """Number of blocks that the pool found in the span."""
        return cls._made("blocks_found", content)

    @classmethod
    def unknown(cls) -> Self:
        """Not known: what was received tells how many blocks there were."""
        return cls._made("unknown")


class PoolLuckDict(TypedDict, total=False):
    """``PoolLuck`` as a mapping: one of the keys, with its content."""

    blocks_found: int


PoolLuckLike: TypeAlias = "PoolLuck | PoolLuckDict | Literal['paid_per_share', 'unknown']"
"""What is taken for a ``PoolLuck``."""


@document
class PayoutAuditReport(Document):
    """Result of `payout_audit`. `owed_btc + luck_btc + fee_btc + stale_btc + unexplained_btc = received_btc` up to
    rounding.

    Attributes
    ----------
    network : NetworkUsed
        Network as the calculation used it.
    received_btc : float
        Payments received, in BTC.
    owed_btc : float
        Mean worth of the miner's work, in BTC.
    luck_btc : float
        Effect of the pool's luck, in BTC: 0 where it is unknown or not the miner's.
    fee_btc : float
        Fee of the pool, in BTC: 0 or negative.
    stale_btc : float
        Loss to stale shares, in BTC: 0 or negative.
    unexplained_btc : float
        Unexplained rest, in BTC: negative where something is missing.
    expected_pool_blocks : float
        Mean number of blocks that the pool finds in the span.
    paid_blocks : float
        Number of blocks that the payments amount to, after fee and stale shares.
    p_value : Outcome
        Probability that a pool of that hashrate finds at most `paid_blocks`; undefined where it pays per share.
    suspicious : Verdict
        Whether less was paid than was due: by `unexplained_btc` where the pool pays per share or its blocks are known, by `p_value` where they are not; `cannot_say` where no payment at all would be as likely as the level.
    days_to_detect_one_percent : Outcome
        Time in days after which a pool that withholds 1 % is found out in 19 of 20 audits by the payments alone, at this level; undefined where it pays per share.
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["network"] = NetworkUsed._read(document["network"])
        document["p_value"] = outcome(document["p_value"])
        document["days_to_detect_one_percent"] = outcome(document["days_to_detect_one_percent"])

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


@operation("mining.expected_reward")
def expected_reward(
    *,
    hashrate_ths: float,
    network_basis: NetworkBasisLike,
    subsidy_sat: int,
    fees_per_block_sat: float,
    pool_fee: float,
    days: float,
) -> ExpectedRewardReport:
    """Blocks and bitcoin that a hashrate is expected to earn: `H * t / (D * 2^32)` blocks, each worth subsidy and fees.

    Parameters
    ----------
    hashrate_ths : float
        Hashrate of the miner, in TH/s. [TH/s, from 0.0 to 1e+24]
    network_basis : NetworkBasis, or its word or mapping
        Difficulty, compact target or hashrate of the network: how hard a block is.
    subsidy_sat : int
        New coins per block, in satoshis; see `subsidy`. [sat, from 0 to 2100000000000000]
    fees_per_block_sat : float
        Mean transaction fees per block, in satoshis, over a window of the caller's choice; 144 blocks are customary. [sat, from 0.0 to 2100000000000000.0]
    pool_fee : float
        Fraction that the pool keeps; 0 for solo mining. Below 1. [from 0.0 to 1.0]
    days : float
        Span in days of 86,400 s. [d, above 0.0 to 1000000.0]

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
    >>> report.expected_blocks
    0.00020116567611694336
    >>> report.gross_btc
    0.000628642737865448
    """
    return ExpectedRewardReport._read(call("mining.expected_reward", {"hashrate_ths": hashrate_ths, "network_basis": network_basis, "subsidy_sat": subsidy_sat, "fees_per_block_sat": fees_per_block_sat, "pool_fee": pool_fee, "days": days}))


@operation("mining.hashprice")
def hashprice(
    *,
    network_basis: NetworkBasisLike,
    subsidy_sat: int,
    fees_per_block_sat: float,
    btc_price_usd: float,
) -> HashpriceReport:
    """Hashprice: expected earnings of one petahash per second per day, in US dollars and in satoshis.

    Parameters
    ----------
    network_basis : NetworkBasis, or its word or mapping
        Difficulty, compact target or hashrate of the network: how hard a block is.
    subsidy_sat : int
        New coins per block, in satoshis; see `subsidy`. [sat, from 0 to 2100000000000000]
    fees_per_block_sat : float
        Mean transaction fees per block, in satoshis, over a window of the caller's choice; 144 blocks are customary. [sat, from 0.0 to 2100000000000000.0]
    btc_price_usd : float
        Price of one bitcoin, in USD. [USD, from 0.0 to 1000000000000.0]

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
    >>> report.hashprice_sat_per_phs_day
    45530.16630600465
    >>> report.hashprice_usd_per_phs_day
    33.54389472428586
    """
    return HashpriceReport._read(call("mining.hashprice", {"network_basis": network_basis, "subsidy_sat": subsidy_sat, "fees_per_block_sat": fees_per_block_sat, "btc_price_usd": btc_price_usd}))


@operation("mining.realized_hashprice")
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
        Mean hashrate of the network on the day, in TH/s, as observed from its blocks. [TH/s, from 0.0 to 1e+24]
    daily_issuance_sat : int
        New coins of the day, in satoshis. [sat, from 0 to 2100000000000000]
    daily_fees_sat : int
        Transaction fees of the day, in satoshis. [sat, from 0 to 2100000000000000]
    btc_price_usd : float
        Price of one bitcoin, in USD. [USD, from 0.0 to 1000000000000.0]

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
    >>> report.hashprice_sat_per_phs_day
    288876.5910323664
    >>> report.hashprice_usd_per_phs_day
    187.50399748592702
    """
    return RealizedHashpriceReport._read(call("mining.realized_hashprice", {"network_hashrate_ths": network_hashrate_ths, "daily_issuance_sat": daily_issuance_sat, "daily_fees_sat": daily_fees_sat, "btc_price_usd": btc_price_usd}))


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class HashpriceBatchColumns(Columns):
    """Columns of ``hashprice_batch``, of the kind that came in.

    Attributes
    ----------
    hashprice_usd_per_phs_day : float64
        Hashprice in US dollars per PH/s per day.
    hashprice_sat_per_phs_day : float64
        Hashprice in satoshis per PH/s per day.
    status : words (ok, never, unbounded, every, undefined, refused)
        State of the row.
    """

    hashprice_usd_per_phs_day: Any
    hashprice_sat_per_phs_day: Any
    status: Any


@overload
def hashprice_batch(
    *,
    difficulty: ArrayLike,
    fees_per_block_sat: ArrayLike,
    btc_price_usd: ArrayLike,
    subsidy_sat: int,
    on_bad_row: OnBadRow | None = None,
) -> HashpriceBatchColumns: ...


@overload
def hashprice_batch(
    frame: _Frame,
    /,
    *,
    difficulty: ArrayLike | None = None,
    fees_per_block_sat: ArrayLike | None = None,
    btc_price_usd: ArrayLike | None = None,
    subsidy_sat: int,
    on_bad_row: OnBadRow | None = None,
) -> _Frame: ...


@operation()
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
        Difficulty of the network. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    fees_per_block_sat : column of float64
        Mean transaction fees per block over a window of the caller's choice, in satoshis. [sat, from 0.0 to 2100000000000000.0]
    btc_price_usd : column of float64
        Price of one bitcoin, in USD. [USD, from 0.0 to 1000000000000.0]
    subsidy_sat : int
        New coins per block, in satoshis. A series across a halving is two batches. [sat, from 0 to 2100000000000000]
    on_bad_row : OnBadRow, optional
        Treatment of rows with refused values. ["refuse" where absent]

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
    >>> columns.hashprice_usd_per_phs_day.tolist()
    [34.032919947287546, 33.533228938999926]
    >>> columns.hashprice_sat_per_phs_day.tolist()
    [46327.559262045485, 45515.68930558939]
    """
    return _frames.call(
        "mining.hashprice_batch",
        {"subsidy_sat": subsidy_sat, "on_bad_row": on_bad_row},
        frame,
        {"difficulty": difficulty, "fees_per_block_sat": fees_per_block_sat, "btc_price_usd": btc_price_usd},
        (("difficulty", "f64"), ("fees_per_block_sat", "f64"), ("btc_price_usd", "f64"),),
        ("hashprice_usd_per_phs_day", "hashprice_sat_per_phs_day", "status",),
        HashpriceBatchColumns,
        True,
    )


@operation("mining.solo_odds")
def solo_odds(
    *,
    hashrate_ths: float,
    network_basis: NetworkBasisLike,
    horizon: SoloHorizonLike,
    quantiles: ArrayLike | None = None,
) -> SoloOddsReport:
    """The odds of a solo miner: the probability of at least one block, and how long the wait for it is (mean and
    quantiles).

    Parameters
    ----------
    hashrate_ths : float
        Hashrate of the miner, in TH/s. [TH/s, from 0.0 to 1e+24]
    network_basis : NetworkBasis, or its word or mapping
        Difficulty, compact target or hashrate of the network: how hard a block is.
    horizon : SoloHorizon, or its word or mapping
        Horizon of the attempt, in days or in blocks of the network.
    quantiles : array_like of float, optional
        Probabilities for which the waiting time is told: 0.5 for the median. [[] where absent]

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
    >>> report.expected_blocks
    0.07347576320171356
    >>> report.at_least_one
    0.07084133465023461
    """
    return SoloOddsReport._read(call("mining.solo_odds", {"hashrate_ths": hashrate_ths, "network_basis": network_basis, "horizon": horizon, "quantiles": quantiles}))


class SoloIncomeJob(Job):
    """``solo_income`` in blocks: save, resume, split over machines with ``blocks=(start, end)``, merge."""

    _path: ClassVar[str] = "mining.solo_income"
    _report: ClassVar[type[Any]] = SoloIncomeReport

    @operation("mining.solo_income")
    def __init__(
        self,
        *,
        hashrate_ths: float,
        difficulty: float,
        height: int,
        fees_per_block_sat: float,
        days: float,
        drift_per_retarget: float,
        volatility_per_retarget: float,
        paths: int,
        seed: int,
        quantiles: ArrayLike | None = None,
        pool_fee: float | None = None,
        blocks: tuple[int, int] | None = None,
    ) -> None:
        super().__init__({"hashrate_ths": hashrate_ths, "difficulty": difficulty, "height": height, "fees_per_block_sat": fees_per_block_sat, "days": days, "drift_per_retarget": drift_per_retarget, "volatility_per_retarget": volatility_per_retarget, "paths": paths, "seed": wide(seed), "quantiles": quantiles, "pool_fee": pool_fee}, blocks)

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        hashrate_ths: float,
        difficulty: float,
        height: int,
        fees_per_block_sat: float,
        days: float,
        drift_per_retarget: float,
        volatility_per_retarget: float,
        paths: int,
        seed: int,
        quantiles: ArrayLike | None = None,
        pool_fee: float | None = None,
    ) -> Self:
        """The job that ``save`` wrote, opened with the same parameters."""
        return cls._again({"hashrate_ths": hashrate_ths, "difficulty": difficulty, "height": height, "fees_per_block_sat": fees_per_block_sat, "days": days, "drift_per_retarget": drift_per_retarget, "volatility_per_retarget": volatility_per_retarget, "paths": paths, "seed": wide(seed), "quantiles": quantiles, "pool_fee": pool_fee}, state)

    def report(self) -> SoloIncomeReport:
        """The result, once every block of the whole job is done."""
        result: SoloIncomeReport = self._result()
        return result


@operation("mining.solo_income")
def solo_income(
    *,
    hashrate_ths: float,
    difficulty: float,
    height: int,
    fees_per_block_sat: float,
    days: float,
    drift_per_retarget: float,
    volatility_per_retarget: float,
    paths: int,
    seed: int,
    quantiles: ArrayLike | None = None,
    pool_fee: float | None = None,
    progress: Progress = False,
) -> SoloIncomeReport:
    """Monte Carlo of a solo miner's income over a span, in whole satoshis: difficulty moves at each retarget, the
    subsidy follows the height, blocks arrive as a Poisson process.

    Parameters
    ----------
    hashrate_ths : float
        Hashrate of the miner, in TH/s; at most the network's, `difficulty · 2^32 / 600 s`. [TH/s, from 0.0 to 1e+24]
    difficulty : float
        Difficulty at the start, 1 or more. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    height : int
        Height of the next block of mainnet at the start. [blocks, from 0 to 4294967295]
    fees_per_block_sat : float
        Transaction fees of every block, in satoshis, at most 10,000 BTC; a mean may have a fraction, and a block pays whole satoshis, rounded down. [sat, from 0.0 to 2100000000000000.0]
    days : float
        Horizon in days, at most 36,525. [d, above 0.0 to 1000000.0]
    drift_per_retarget : float
        Mean change of the logarithm of difficulty at a retarget: 0.01 for about +1 %. From -1.4 to 1.4.
    volatility_per_retarget : float
        Standard deviation of the change of the logarithm of difficulty at a retarget, 0 to 1.4; mainnet's of recent years is 0.046.
    paths : int
        Number of simulated paths, 2 or more. [from 0]
    seed : int
        Seed of the random numbers.
    quantiles : array_like of float, optional
        Probabilities for which the income is told: 0.05 for the income that 5 % of the paths do not exceed. [[] where absent]
    pool_fee : float, optional
        Fraction of each block that a solo pool keeps; below 1. Absent: there is no pool. [from 0.0 to 1.0]
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
    >>> report.paths
    4096
    >>> report.mean_sat
    1495180297.8515625
    """
    return SoloIncomeJob(hashrate_ths=hashrate_ths, difficulty=difficulty, height=height, fees_per_block_sat=fees_per_block_sat, days=days, drift_per_retarget=drift_per_retarget, volatility_per_retarget=volatility_per_retarget, paths=paths, seed=seed, quantiles=quantiles, pool_fee=pool_fee).run(progress).report()


@operation("mining.payout")
def payout(
    *,
    scheme: PayoutSchemeLike,
    hashrate_ths: float,
    pool_hashrate_ths: float | None = None,
    network_basis: NetworkBasisLike,
    subsidy_sat: int,
    fees_per_block_sat: float,
    fees_standard_deviation_sat: int | None = None,
    days: float,
) -> PayoutReport:
    """Mean and variance of what a payout scheme pays: solo, in a solo pool, PPS, FPPS, PPS+, PPLNS or
    TIDES.

    Means differ by fees alone; only PPS has no variance. Source: Rosenfeld, arXiv 1112.4980.

    Parameters
    ----------
    scheme : PayoutScheme, or its word or mapping
        Scheme by which the pool pays.
    hashrate_ths : float
        Hashrate of the miner, in TH/s. [TH/s, from 0.0 to 1e+24]
    pool_hashrate_ths : float, optional
        Hashrate of the pool, in TH/s, the miner's included. Needed where blocks of the pool are shared: PPS+, PPLNS, TIDES. [TH/s, from 0.0 to 1e+24]
    network_basis : NetworkBasis, or its word or mapping
        Difficulty, compact target or hashrate of the network: how hard a block is.
    subsidy_sat : int
        New coins per block, in satoshis; see `subsidy`. [sat, from 0 to 2100000000000000]
    fees_per_block_sat : float
        Mean transaction fees per block, in satoshis, over a window of the caller's choice; 144 blocks are customary. [sat, from 0.0 to 2100000000000000.0]
    fees_standard_deviation_sat : int, optional
        Standard deviation of the transaction fees of a block, in satoshis. Absent: 0, all blocks pay the mean. [sat, from 0 to 2100000000000000]
    days : float
        Span of mining, in days of 86,400 s. [d, above 0.0 to 1000000.0]

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
    >>> report.gross_btc
    0.1469283149792598
    >>> report.kept_fees_btc
    0.0
    """
    return PayoutReport._read(call("mining.payout", {"scheme": scheme, "hashrate_ths": hashrate_ths, "pool_hashrate_ths": pool_hashrate_ths, "network_basis": network_basis, "subsidy_sat": subsidy_sat, "fees_per_block_sat": fees_per_block_sat, "fees_standard_deviation_sat": fees_standard_deviation_sat, "days": days}))


@operation("mining.share_value")
def share_value(
    *,
    share_difficulty: float,
    network_basis: NetworkBasisLike,
    subsidy_sat: int,
    fees_per_block_sat: float,
    pool_fee: float,
) -> ShareValueReport:
    """Value of a share under PPS and FPPS: the probability that it is a block, times the reward of a block.

    Parameters
    ----------
    share_difficulty : float
        Difficulty of the share, at most the network's. [from 2.3283064365386963e-10 to 2.695994666715064e+67]
    network_basis : NetworkBasis, or its word or mapping
        Difficulty, compact target or hashrate of the network: how hard a block is.
    subsidy_sat : int
        New coins per block, in satoshis; see `subsidy`. [sat, from 0 to 2100000000000000]
    fees_per_block_sat : float
        Mean transaction fees per block, in satoshis, over a window of the caller's choice; 144 blocks are customary. [sat, from 0.0 to 2100000000000000.0]
    pool_fee : float
        Fraction that the pool keeps; below 1. [from 0.0 to 1.0]

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
    >>> report.block_probability
    6.5536e-10
    >>> report.pps_btc
    2.0070399999999997e-09
    """
    return ShareValueReport._read(call("mining.share_value", {"share_difficulty": share_difficulty, "network_basis": network_basis, "subsidy_sat": subsidy_sat, "fees_per_block_sat": fees_per_block_sat, "pool_fee": pool_fee}))


@operation("mining.payout_audit")
def payout_audit(
    *,
    received_sat: int,
    hashrate_ths: float,
    pool_hashrate_ths: float,
    network_basis: NetworkBasisLike,
    subsidy_sat: int,
    fees_per_block_sat: float,
    pool_fee: float,
    stale: float,
    days: float,
    luck: PoolLuckLike,
    level: float,
    tolerance: float | None = None,
) -> PayoutAuditReport:
    """Audit of a pool's payment: the difference from what was owed as luck, fee, stale shares and what is left
    unexplained, and the exact probability that an honest pool pays so little.

    Parameters
    ----------
    received_sat : int
        Payments of the pool for the span, in satoshis. [sat, from 0 to 2100000000000000]
    hashrate_ths : float
        Mean hashrate of the miner over the span, in TH/s: above 0, stale shares included. [TH/s, from 0.0 to 1e+24]
    pool_hashrate_ths : float
        Mean hashrate of the pool, in TH/s, the miner's included. [TH/s, from 0.0 to 1e+24]
    network_basis : NetworkBasis, or its word or mapping
        Difficulty, compact target or hashrate of the network: how hard a block is.
    subsidy_sat : int
        New coins per block, in satoshis; see `subsidy`. [sat, from 0 to 2100000000000000]
    fees_per_block_sat : float
        Mean transaction fees per block, in satoshis, over a window of the caller's choice; 144 blocks are customary. [sat, from 0.0 to 2100000000000000.0]
    pool_fee : float
        Fraction that the pool says it keeps; below 1. [from 0.0 to 1.0]
    stale : float
        Fraction of the miner's shares that came too late; below 1. [from 0.0 to 1.0]
    days : float
        Span in days of 86,400 s. [d, above 0.0 to 1000000.0]
    luck : PoolLuck, or its word or mapping
        Knowledge of the pool's luck.
    level : float
        Level of the test, the fraction of honest pools that may be accused: above 0 and below 1, 0.05 by custom. It counts where luck is unknown. [from 0.0 to 1.0]
    tolerance : float, optional
        Tolerance of the audit, the fraction of what is due by which the figures told may be off: below 1. It counts where luck is known or not the miner's. Absent: 0.005. [from 0.0 to 1.0]

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
    >>> report.received_btc
    0.125
    >>> report.owed_btc
    0.1469283149792598
    """
    return PayoutAuditReport._read(call("mining.payout_audit", {"received_sat": received_sat, "hashrate_ths": hashrate_ths, "pool_hashrate_ths": pool_hashrate_ths, "network_basis": network_basis, "subsidy_sat": subsidy_sat, "fees_per_block_sat": fees_per_block_sat, "pool_fee": pool_fee, "stale": stale, "days": days, "luck": luck, "level": level, "tolerance": tolerance}))


# Below, because the modules of a package name each other's types.
from ._network import NetworkBasis, NetworkBasisLike, NetworkUsed
