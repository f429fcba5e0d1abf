"""Operations and types of ``insurance``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, ClassVar, Literal, NotRequired, Self, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from .._documents import Document, FrameLike, call, document, each, instant, listed, operation, records, rows, wide
from .._handles import Job, Progress
from .._outcome import outcome
from .._plots import WithPlot
from .._show import Rows
from ..derivatives import BarrierSide, JumpModel, JumpModelLike, Measure
from ..units import Outcome

__all__ = [
    "AccumulationReport",
    "BookCapacityReport",
    "BookLossReport",
    "BookMarket",
    "BookMarketDict",
    "BookSimulationJob",
    "BookSimulationReport",
    "BucketExposure",
    "Covers",
    "CoversDict",
    "ExpiryExposure",
    "InstrumentExposure",
    "OneFactorReport",
    "RiskMeasure",
    "ScenarioRiskReport",
    "SideExposure",
    "SideHedge",
    "SimulatedTail",
    "SpotPrice",
    "SpotPriceDict",
    "TailRisk",
    "accumulation",
    "book_capacity",
    "book_loss",
    "book_simulation",
    "one_factor_loss",
    "scenario_risk",
]


def __dir__() -> list[str]:
    return __all__


@document
class Covers(Document):
    """Covers of a book as columns, one entry per cover. None of them has been triggered yet.

    Attributes
    ----------
    instrument : tuple[str, ...]
        Instruments whose prices trigger the covers.
    side : tuple[BarrierSide, ...]
        Sides of the price on which the barriers lie: down for the liquidation of a long, up for that of a short.
    barrier : tuple[float, ...]
        Prices whose touch triggers the covers, in quote currency.
    sum_insured : tuple[float, ...]
        Sums insured, in units of currency.
    inception_ms : tuple[datetime.datetime, ...]
        Instants from which the price is watched, in Unix milliseconds UTC.
    expiry_ms : tuple[datetime.datetime, ...]
        Instants until which the price is watched, in Unix milliseconds UTC; each after its inception.
    premium : tuple[float, ...], optional
        Premiums of the covers, in units of currency. Absent: none are known.
    """

    instrument: tuple[str, ...]
    side: tuple[BarrierSide, ...]
    barrier: tuple[float, ...]
    sum_insured: tuple[float, ...]
    inception_ms: tuple[datetime.datetime, ...]
    expiry_ms: tuple[datetime.datetime, ...]
    premium: tuple[float, ...] | None = None
    _route = "insurance.book_loss:covers"

    def __init__(
        self,
        instrument: Sequence[str],
        side: Sequence[BarrierSide],
        barrier: ArrayLike,
        sum_insured: ArrayLike,
        inception_ms: Sequence[datetime.datetime | int | str] | ArrayLike,
        expiry_ms: Sequence[datetime.datetime | int | str] | ArrayLike,
        premium: ArrayLike | None = None,
    ) -> None:
        self._fill({"instrument": instrument, "side": side, "barrier": barrier, "sum_insured": sum_insured, "inception_ms": inception_ms, "expiry_ms": expiry_ms, "premium": premium})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["instrument"] = listed(document["instrument"])
        document["side"] = listed(document["side"])
        document["barrier"] = listed(document["barrier"])
        document["sum_insured"] = listed(document["sum_insured"])
        document["inception_ms"] = each(instant, document["inception_ms"])
        document["expiry_ms"] = each(instant, document["expiry_ms"])
        if document.get("premium") is not None:
            document["premium"] = listed(document["premium"])

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "side": self.side,
            "barrier": self.barrier,
            "sum_insured": self.sum_insured,
            "inception_ms": self.inception_ms,
            "expiry_ms": self.expiry_ms,
            "premium": self.premium,
        }


class CoversDict(TypedDict):
    """``Covers`` as a mapping."""

    instrument: Sequence[str]
    side: Sequence[BarrierSide]
    barrier: ArrayLike
    sum_insured: ArrayLike
    inception_ms: Sequence[datetime.datetime | int | str] | ArrayLike
    expiry_ms: Sequence[datetime.datetime | int | str] | ArrayLike
    premium: NotRequired[ArrayLike | None]


@document
class BookMarket(Document):
    """Price of an instrument now, and how it moves.

    Attributes
    ----------
    instrument : str
        Instrument whose price it is.
    spot : float
        Price at the instant of the valuation, in quote currency. [from 1e-18 to 1e+18]
    drift_per_year : float
        Drift of the price per year, jumps included: `E[S_T] = S e^(drift T)`, under the measure of the request. [1/year, from -10.0 to 10.0]
    volatility : float
        Volatility per square root of a year; between jumps, where there are some. [1/sqrt(year), 0, or from 1e-9 to 20.0]
    jumps : JumpModel, optional
        Jumps of the price. ["none" where absent]
    """

    instrument: str
    spot: float
    drift_per_year: float
    volatility: float
    jumps: JumpModel | None = None
    _route = "insurance.book_loss:market"

    def __init__(
        self,
        instrument: str,
        spot: float,
        drift_per_year: float,
        volatility: float,
        jumps: JumpModelLike | None = None,
    ) -> None:
        self._fill({"instrument": instrument, "spot": spot, "drift_per_year": drift_per_year, "volatility": volatility, "jumps": jumps})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("jumps") is not None:
            document["jumps"] = JumpModel._read(document["jumps"])

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "spot": self.spot,
            "drift_per_year": self.drift_per_year,
            "volatility": self.volatility,
            "jumps": self.jumps,
        }


class BookMarketDict(TypedDict):
    """``BookMarket`` as a mapping."""

    instrument: str
    spot: float
    drift_per_year: float
    volatility: float
    jumps: NotRequired[JumpModelLike | None]


@document
class TailRisk(Document):
    """Value at risk and tail value at risk of the losses of a book at one level.

    Attributes
    ----------
    level : float
        Probability that the loss stays at or below the value at risk. [from 0.0 to 1.0]
    value_at_risk : float
        Value at risk: least loss that is exceeded with a probability of at most `1 - level`, in units of currency.
    tail_value_at_risk : float
        Tail value at risk: mean loss in the worst `1 - level` of all outcomes, in units of currency.
    """

    level: float
    value_at_risk: float
    tail_value_at_risk: float

    def _wire(self) -> dict[str, Any]:
        return {
            "level": self.level,
            "value_at_risk": self.value_at_risk,
            "tail_value_at_risk": self.tail_value_at_risk,
        }


@document
class SideHedge(Document):
    """Hedge between covers below the price and covers above it.

    Attributes
    ----------
    down_probability : float
        Probability that some barrier below the price is touched.
    up_probability : float
        Probability that some barrier above the price is touched.
    both_probability : float
        Probability that barriers on both sides are touched.
    neither_probability : float
        Probability that no barrier is touched.
    correlation : Outcome
        Correlation between the losses of the two sides: negative where they hedge each other.
    down_tail_value_at_risk : float
        Tail value at risk of the covers below the price alone, at the allocation level, in units of currency.
    up_tail_value_at_risk : float
        Tail value at risk of the covers above the price alone, at the allocation level, in units of currency.
    diversification : float
        Diversification: tail value at risk of both sides alone less that of the book, in units of currency.
    """

    down_probability: float
    up_probability: float
    both_probability: float
    neither_probability: float
    correlation: Outcome
    down_tail_value_at_risk: float
    up_tail_value_at_risk: float
    diversification: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["correlation"] = outcome(document["correlation"])

    def _wire(self) -> dict[str, Any]:
        return {
            "down_probability": self.down_probability,
            "up_probability": self.up_probability,
            "both_probability": self.both_probability,
            "neither_probability": self.neither_probability,
            "correlation": self.correlation,
            "down_tail_value_at_risk": self.down_tail_value_at_risk,
            "up_tail_value_at_risk": self.up_tail_value_at_risk,
            "diversification": self.diversification,
        }


@document
class BookLossReport(WithPlot, Document):
    """Result of `book_loss`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers, as in the request.
    expected_loss : float
        Expected loss, in units of currency, exact.
    standard_deviation : float
        Standard deviation of the loss, in units of currency, of the outcomes below.
    independent_standard_deviation : float
        Standard deviation that the loss would have if the covers were independent, in units of currency: they are not, and it is too small.
    no_loss_probability : float
        Probability that no cover is triggered.
    losses : tuple[float, ...]
        Losses that can occur, ascending, in units of currency. Where barriers share buckets each bucket counts as touched at its nearest barrier.
    probabilities : tuple[float, ...]
        Probabilities of the losses.
    exceedance_probabilities : tuple[float, ...]
        Probabilities that each of the losses is exceeded.
    tails : Rows[TailRisk]
        Values at risk at the levels of the request. Where barriers share buckets each bucket counts as touched at its nearest barrier, and no true value is greater.
    lower_tails : Rows[TailRisk]
        Values at risk with each bucket touched at its farthest barrier: no true value is less. Equal to `tails` where every barrier has its own bucket.
    hit_probabilities : tuple[float, ...]
        Probabilities that the covers are triggered, in their order, exact.
    allocations : tuple[float, ...]
        Parts of the covers in the tail value at risk at the allocation level, in units of currency (co-TVaR, Euler): they add up to it.
    hedge : SideHedge, optional
        Hedge between the covers of longs and of shorts. Absent: all covers are on one side.
    """

    measure: Measure
    expected_loss: float
    standard_deviation: float
    independent_standard_deviation: float
    no_loss_probability: float
    losses: tuple[float, ...]
    probabilities: tuple[float, ...]
    exceedance_probabilities: tuple[float, ...]
    tails: Rows[TailRisk]
    lower_tails: Rows[TailRisk]
    hit_probabilities: tuple[float, ...]
    allocations: tuple[float, ...]
    hedge: SideHedge | None = None
    _plotted = "book_loss"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["losses"] = listed(document["losses"])
        document["probabilities"] = listed(document["probabilities"])
        document["exceedance_probabilities"] = listed(document["exceedance_probabilities"])
        document["tails"] = rows(TailRisk._read, document["tails"])
        document["lower_tails"] = rows(TailRisk._read, document["lower_tails"])
        document["hit_probabilities"] = listed(document["hit_probabilities"])
        document["allocations"] = listed(document["allocations"])
        if document.get("hedge") is not None:
            document["hedge"] = SideHedge._read(document["hedge"])

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "expected_loss": self.expected_loss,
            "standard_deviation": self.standard_deviation,
            "independent_standard_deviation": self.independent_standard_deviation,
            "no_loss_probability": self.no_loss_probability,
            "losses": self.losses,
            "probabilities": self.probabilities,
            "exceedance_probabilities": self.exceedance_probabilities,
            "tails": self.tails,
            "lower_tails": self.lower_tails,
            "hit_probabilities": self.hit_probabilities,
            "allocations": self.allocations,
            "hedge": self.hedge,
        }


RiskMeasure: TypeAlias = Literal["value_at_risk", "tail_value_at_risk"]
"""Measure of risk that a limit holds.

Cases
-----
value_at_risk
    Value at risk: least loss that is exceeded with a probability of at most `1 - level`.
tail_value_at_risk
    Tail value at risk: mean loss in the worst `1 - level` of all outcomes.
"""


@document
class BookCapacityReport(Document):
    """Result of `book_capacity`.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers, as in the request.
    hit_probability : float
        Probability that the next cover is triggered.
    risk : float
        Risk of the book without the next cover, in units of currency.
    sum_insured : Outcome
        Greatest sum insured of the next cover with which the risk stays within the limit, in units of currency: `never` where the book exceeds it already, `unbounded` where the cover is so improbable that no sum does.
    """

    measure: Measure
    hit_probability: float
    risk: float
    sum_insured: Outcome

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["sum_insured"] = outcome(document["sum_insured"])

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "hit_probability": self.hit_probability,
            "risk": self.risk,
            "sum_insured": self.sum_insured,
        }


@document
class SpotPrice(Document):
    """Price of an instrument now.

    Attributes
    ----------
    instrument : str
        Instrument whose price it is.
    spot : float
        Price at the instant of the valuation, in quote currency. [from 1e-18 to 1e+18]
    """

    instrument: str
    spot: float
    _route = "insurance.accumulation:prices.[]"

    def __init__(
        self,
        instrument: str,
        spot: float,
    ) -> None:
        self._fill({"instrument": instrument, "spot": spot})

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "spot": self.spot,
        }


class SpotPriceDict(TypedDict):
    """``SpotPrice`` as a mapping."""

    instrument: str
    spot: float


@document
class InstrumentExposure(Document):
    """Covers of one instrument.

    Attributes
    ----------
    instrument : str
        Instrument whose price triggers the covers.
    covers : int
        Number of covers. [from 0]
    sum_insured : float
        Sum insured, in units of currency.
    premium : float
        Premium, in units of currency.
    share : float
        Part of the sum insured of the whole book.
    """

    instrument: str
    covers: int
    sum_insured: float
    premium: float
    share: float

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "covers": self.covers,
            "sum_insured": self.sum_insured,
            "premium": self.premium,
            "share": self.share,
        }


@document
class SideExposure(Document):
    """Covers of one instrument and side.

    Attributes
    ----------
    instrument : str
        Instrument whose price triggers the covers.
    side : BarrierSide
        Side of the price on which the barriers lie.
    covers : int
        Number of covers. [from 0]
    sum_insured : float
        Sum insured, in units of currency.
    premium : float
        Premium, in units of currency.
    share : float
        Part of the sum insured of the whole book.
    """

    instrument: str
    side: BarrierSide
    covers: int
    sum_insured: float
    premium: float
    share: float

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "side": self.side,
            "covers": self.covers,
            "sum_insured": self.sum_insured,
            "premium": self.premium,
            "share": self.share,
        }


@document
class ExpiryExposure(Document):
    """Covers of one expiry.

    Attributes
    ----------
    expiry_ms : datetime.datetime
        Instant of the expiry, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    covers : int
        Number of covers. [from 0]
    sum_insured : float
        Sum insured, in units of currency.
    premium : float
        Premium, in units of currency.
    share : float
        Part of the sum insured of the whole book.
    """

    expiry_ms: datetime.datetime
    covers: int
    sum_insured: float
    premium: float
    share: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["expiry_ms"] = instant(document["expiry_ms"])

    def _wire(self) -> dict[str, Any]:
        return {
            "expiry_ms": self.expiry_ms,
            "covers": self.covers,
            "sum_insured": self.sum_insured,
            "premium": self.premium,
            "share": self.share,
        }


@document
class BucketExposure(Document):
    """Covers of one instrument and side whose barriers are neighbors.

    Attributes
    ----------
    instrument : str
        Instrument whose price triggers the covers.
    side : BarrierSide
        Side of the price on which the barriers lie.
    distance : float
        Least distance of the bucket from the price, in the logarithm; below 0 for barriers that the price is beyond.
    cumulative_sum_insured : float
        Sum insured of this bucket and of all nearer ones of the instrument and side, in units of currency: what a move through it costs.
    covers : int
        Number of covers. [from 0]
    sum_insured : float
        Sum insured, in units of currency.
    premium : float
        Premium, in units of currency.
    share : float
        Part of the sum insured of the whole book.
    """

    instrument: str
    side: BarrierSide
    distance: float
    cumulative_sum_insured: float
    covers: int
    sum_insured: float
    premium: float
    share: float

    def _wire(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "side": self.side,
            "distance": self.distance,
            "cumulative_sum_insured": self.cumulative_sum_insured,
            "covers": self.covers,
            "sum_insured": self.sum_insured,
            "premium": self.premium,
            "share": self.share,
        }


@document
class AccumulationReport(Document):
    """Result of `accumulation`.

    Attributes
    ----------
    covers : int
        Number of covers. [from 0]
    sum_insured : float
        Sum insured, in units of currency.
    premium : float
        Premium, in units of currency.
    share : float
        Part of the sum insured of the whole book.
    by_instrument : Rows[InstrumentExposure]
        By instrument, in the order of their names.
    by_side : Rows[SideExposure]
        By instrument and side.
    by_expiry : Rows[ExpiryExposure]
        By expiry, the earliest first.
    by_bucket : Rows[BucketExposure]
        By instrument, side and bucket of barriers, the nearest first.
    """

    covers: int
    sum_insured: float
    premium: float
    share: float
    by_instrument: Rows[InstrumentExposure]
    by_side: Rows[SideExposure]
    by_expiry: Rows[ExpiryExposure]
    by_bucket: Rows[BucketExposure]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["by_instrument"] = rows(InstrumentExposure._read, document["by_instrument"])
        document["by_side"] = rows(SideExposure._read, document["by_side"])
        document["by_expiry"] = rows(ExpiryExposure._read, document["by_expiry"])
        document["by_bucket"] = rows(BucketExposure._read, document["by_bucket"])

    def _wire(self) -> dict[str, Any]:
        return {
            "covers": self.covers,
            "sum_insured": self.sum_insured,
            "premium": self.premium,
            "share": self.share,
            "by_instrument": self.by_instrument,
            "by_side": self.by_side,
            "by_expiry": self.by_expiry,
            "by_bucket": self.by_bucket,
        }


@document
class SimulatedTail(Document):
    """Value at risk and tail value at risk of simulated losses, with their errors.

    Attributes
    ----------
    level : float
        Probability that the loss stays at or below the value at risk. [from 0.0 to 1.0]
    value_at_risk : float
        Value at risk, in units of currency: a loss that was simulated.
    value_at_risk_low : float
        Lower end of the 95 % interval of the value at risk, by the ranks of the losses, in units of currency.
    value_at_risk_high : float
        Upper end of that interval, in units of currency.
    tail_value_at_risk : float
        Tail value at risk, in units of currency.
    tail_value_at_risk_error : float
        Standard error of the tail value at risk, in units of currency (that of the mean excess over the value at risk; Trindade et al. 2007).
    """

    level: float
    value_at_risk: float
    value_at_risk_low: float
    value_at_risk_high: float
    tail_value_at_risk: float
    tail_value_at_risk_error: float

    def _wire(self) -> dict[str, Any]:
        return {
            "level": self.level,
            "value_at_risk": self.value_at_risk,
            "value_at_risk_low": self.value_at_risk_low,
            "value_at_risk_high": self.value_at_risk_high,
            "tail_value_at_risk": self.tail_value_at_risk,
            "tail_value_at_risk_error": self.tail_value_at_risk_error,
        }


@document
class BookSimulationReport(WithPlot, Document):
    """Result of `BookSimulation`. All figures are of the simulated paths.

    Attributes
    ----------
    measure : Measure
        Measure of the numbers, as in the request.
    paths : int
        Number of simulated paths. [from 0]
    expected_loss : float
        Mean loss, in units of currency.
    standard_error : float
        Standard error of the mean loss, in units of currency.
    standard_deviation : float
        Standard deviation of the loss, in units of currency.
    no_loss_probability : float
        Part of the paths on which no cover is triggered.
    no_loss_probability_low : float
        Lower end of the exact 95 % interval of that probability.
    no_loss_probability_high : float
        Upper end of the exact 95 % interval of that probability.
    tails : Rows[SimulatedTail]
        Values at risk at the levels of the request.
    hit_probabilities : tuple[float, ...]
        Part of the paths on which each cover is triggered, in the order of the covers.
    allocations : tuple[float, ...]
        Parts of the covers in the tail value at risk at the allocation level, in units of currency (co-TVaR, Euler): they add up to it.
    """

    measure: Measure
    paths: int
    expected_loss: float
    standard_error: float
    standard_deviation: float
    no_loss_probability: float
    no_loss_probability_low: float
    no_loss_probability_high: float
    tails: Rows[SimulatedTail]
    hit_probabilities: tuple[float, ...]
    allocations: tuple[float, ...]
    _plotted = "book_simulation"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["tails"] = rows(SimulatedTail._read, document["tails"])
        document["hit_probabilities"] = listed(document["hit_probabilities"])
        document["allocations"] = listed(document["allocations"])

    def _wire(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "paths": self.paths,
            "expected_loss": self.expected_loss,
            "standard_error": self.standard_error,
            "standard_deviation": self.standard_deviation,
            "no_loss_probability": self.no_loss_probability,
            "no_loss_probability_low": self.no_loss_probability_low,
            "no_loss_probability_high": self.no_loss_probability_high,
            "tails": self.tails,
            "hit_probabilities": self.hit_probabilities,
            "allocations": self.allocations,
        }


@document
class ScenarioRiskReport(Document):
    """Result of `scenario_risk`.

    Attributes
    ----------
    expected_loss : float
        Expected loss, in units of currency.
    tail : TailRisk
        Value at risk and tail value at risk of the whole.
    allocations : tuple[float, ...]
        Parts in the tail value at risk, in units of currency (co-TVaR, Euler): they add up to it.
    """

    expected_loss: float
    tail: TailRisk
    allocations: tuple[float, ...]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["tail"] = TailRisk._read(document["tail"])
        document["allocations"] = listed(document["allocations"])

    def _wire(self) -> dict[str, Any]:
        return {
            "expected_loss": self.expected_loss,
            "tail": self.tail,
            "allocations": self.allocations,
        }


@document
class OneFactorReport(Document):
    """Result of `one_factor_loss`.

    Attributes
    ----------
    loss_quantile : float
        Quantile of the part of the portfolio that is triggered.
    unexpected_loss : float
        Quantile less the expected part: what capital must bear.
    """

    loss_quantile: float
    unexpected_loss: float

    def _wire(self) -> dict[str, Any]:
        return {
            "loss_quantile": self.loss_quantile,
            "unexpected_loss": self.unexpected_loss,
        }


@operation("insurance.book_loss")
def book_loss(
    *,
    covers: Covers | CoversDict,
    market: BookMarket | BookMarketDict,
    time_ms: datetime.datetime | int | str,
    measure: Measure,
    levels: ArrayLike | None = None,
    allocation_level: float | None = None,
    buckets: int | None = None,
) -> BookLossReport:
    """The distribution of the loss of covers that hang on one price and end at one expiry, exact on one side and between two bounds on both:
    values at risk as positive losses, what each cover has in the tail (co-TVaR), the hedge between longs and shorts.

    Parameters
    ----------
    covers : Covers, or a mapping of its fields
        Covers of the book: of one instrument and one expiry, begun and not triggered.
    market : BookMarket, or a mapping of its fields
        Price of the instrument, and how it moves; without jumps.
    time_ms : datetime.datetime | int | str
        Instant of the valuation, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    measure : Measure
        Measure that the drift is of.
    levels : array_like of float, optional
        Levels of the values at risk: 0 or more, below 1. [[0.99,0.995] where absent]
    allocation_level : float, optional
        Level whose tail value at risk is allocated to the covers: 0 or more, below 1. [from 0.0 to 1.0; 0.99 where absent]
    buckets : int, optional
        Most buckets of barriers on either side, where the book has covers on both: more are slower, and their bounds narrower. [from 1 to 1000; 64 where absent]

    Returns
    -------
    BookLossReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.book_loss(covers={"instrument": ["BTCUSDT", "BTCUSDT", "BTCUSDT", "BTCUSDT", "BTCUSDT"], "side": ["down", "down", "down", "up", "up"], "barrier": [54216.87, 57228.92, 50000, 65737.05, 70000], "sum_insured": [150000, 225000, 120000, 150000, 90000], "inception_ms": [1780272000000, 1780272000000, 1780272000000, 1780272000000, 1780272000000], "expiry_ms": [1780876800000, 1780876800000, 1780876800000, 1780876800000, 1780876800000], "premium": [56000, 180000, 8000, 60000, 9000]}, market={"instrument": "BTCUSDT", "spot": 60000, "drift_per_year": 0, "volatility": 0.65}, time_ms=1780272000000, measure="real_world", levels=[0.99, 0.995], allocation_level=0.99, buckets=64)
    >>> report.measure
    'real_world'
    >>> report.expected_loss
    236376.54417938908
    """
    return BookLossReport._read(call("insurance.book_loss", {"covers": covers, "market": market, "time_ms": time_ms, "measure": measure, "levels": levels, "allocation_level": allocation_level, "buckets": buckets}))


@operation("insurance.book_capacity")
def book_capacity(
    *,
    covers: Covers | CoversDict,
    market: BookMarket | BookMarketDict,
    time_ms: datetime.datetime | int | str,
    measure: Measure,
    side: BarrierSide,
    barrier: float,
    limit: float,
    risk: RiskMeasure | None = None,
    level: float | None = None,
    buckets: int | None = None,
) -> BookCapacityReport:
    """The greatest sum insured of the next cover with which the risk of a book stays within a limit.

    Parameters
    ----------
    covers : Covers, or a mapping of its fields
        Covers of the book: of one instrument and one expiry, begun and not triggered.
    market : BookMarket, or a mapping of its fields
        Price of the instrument, and how it moves; without jumps.
    time_ms : datetime.datetime | int | str
        Instant of the valuation, at which the next cover begins, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    measure : Measure
        Measure that the drift is of.
    side : BarrierSide
        Side of the price on which the barrier of the next cover lies.
    barrier : float
        Price whose touch triggers the next cover, in quote currency. It ends with the others. [from 1e-18 to 1e+18]
    limit : float
        Limit of the risk, in units of currency: the free capital, for one. [from 0.0 to 1e+18]
    risk : RiskMeasure, optional
        Measure of risk that the limit holds. ["tail_value_at_risk" where absent]
    level : float, optional
        Level of the risk: 0 or more, below 1. [from 0.0 to 1.0; 0.995 where absent]
    buckets : int, optional
        Most buckets of barriers on either side, where there are covers on both. [from 1 to 1000; 64 where absent]

    Returns
    -------
    BookCapacityReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.book_capacity(covers={"instrument": ["BTCUSDT", "BTCUSDT", "BTCUSDT", "BTCUSDT", "BTCUSDT"], "side": ["down", "down", "down", "up", "up"], "barrier": [54216.87, 57228.92, 50000, 65737.05, 70000], "sum_insured": [150000, 225000, 120000, 150000, 90000], "inception_ms": [1780272000000, 1780272000000, 1780272000000, 1780272000000, 1780272000000], "expiry_ms": [1780876800000, 1780876800000, 1780876800000, 1780876800000, 1780876800000], "premium": [56000, 180000, 8000, 60000, 9000]}, market={"instrument": "BTCUSDT", "spot": 60000, "drift_per_year": 0, "volatility": 0.65}, time_ms=1780272000000, measure="real_world", side="up", barrier=68000, limit=700000, risk="tail_value_at_risk", level=0.995)
    >>> report.measure
    'real_world'
    >>> report.hit_probability
    0.15431592550302045
    """
    return BookCapacityReport._read(call("insurance.book_capacity", {"covers": covers, "market": market, "time_ms": time_ms, "measure": measure, "side": side, "barrier": barrier, "limit": limit, "risk": risk, "level": level, "buckets": buckets}))


@operation("insurance.accumulation")
def accumulation(
    *,
    covers: Covers | CoversDict,
    prices: Sequence[SpotPrice | SpotPriceDict] | FrameLike,
    time_ms: datetime.datetime | int | str,
    bucket_width: float | None = None,
) -> AccumulationReport:
    """What a book has accumulated by instrument, side, expiry and bucket of barriers.

    Parameters
    ----------
    covers : Covers, or a mapping of its fields
        Covers of the book, not triggered.
    prices : Sequence[SpotPrice | SpotPriceDict], or a DataFrame of their fields
        Prices of the instruments.
    time_ms : datetime.datetime | int | str
        Instant of the valuation, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    bucket_width : float, optional
        Width of a bucket of barriers, in the logarithm of barrier over price. [from 0.001 to 10.0; 0.05 where absent]

    Returns
    -------
    AccumulationReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.accumulation(covers={"instrument": ["BTCUSDT", "BTCUSDT", "BTCUSDT", "BTCUSDT", "BTCUSDT"], "side": ["down", "down", "down", "up", "up"], "barrier": [54216.87, 57228.92, 50000, 65737.05, 70000], "sum_insured": [150000, 225000, 120000, 150000, 90000], "inception_ms": [1780272000000, 1780272000000, 1780272000000, 1780272000000, 1780272000000], "expiry_ms": [1780876800000, 1780876800000, 1780876800000, 1780876800000, 1780876800000], "premium": [56000, 180000, 8000, 60000, 9000]}, prices=[{"instrument": "BTCUSDT", "spot": 60000}], time_ms=1780272000000, bucket_width=0.05)
    >>> report.covers
    5
    >>> report.sum_insured
    735000.0
    """
    return AccumulationReport._read(call("insurance.accumulation", {"covers": covers, "prices": records(prices), "time_ms": time_ms, "bucket_width": bucket_width}))


class BookSimulationJob(Job):
    """``book_simulation`` in blocks: save, resume, split over machines with ``blocks=(start, end)``, merge."""

    _path: ClassVar[str] = "insurance.book_simulation"
    _report: ClassVar[type[Any]] = BookSimulationReport

    @operation("insurance.book_simulation")
    def __init__(
        self,
        *,
        covers: Covers | CoversDict,
        markets: Sequence[BookMarket | BookMarketDict] | FrameLike,
        time_ms: datetime.datetime | int | str,
        measure: Measure,
        paths: int,
        seed: int,
        correlation: Sequence[ArrayLike] | None = None,
        longest_step_days: float | None = None,
        levels: ArrayLike | None = None,
        allocation_level: float | None = None,
        blocks: tuple[int, int] | None = None,
    ) -> None:
        super().__init__({"covers": covers, "markets": records(markets), "time_ms": time_ms, "measure": measure, "paths": paths, "seed": wide(seed), "correlation": correlation, "longest_step_days": longest_step_days, "levels": levels, "allocation_level": allocation_level}, blocks)

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        covers: Covers | CoversDict,
        markets: Sequence[BookMarket | BookMarketDict] | FrameLike,
        time_ms: datetime.datetime | int | str,
        measure: Measure,
        paths: int,
        seed: int,
        correlation: Sequence[ArrayLike] | None = None,
        longest_step_days: float | None = None,
        levels: ArrayLike | None = None,
        allocation_level: float | None = None,
    ) -> Self:
        """The job that ``save`` wrote, opened with the same parameters."""
        return cls._again({"covers": covers, "markets": records(markets), "time_ms": time_ms, "measure": measure, "paths": paths, "seed": wide(seed), "correlation": correlation, "longest_step_days": longest_step_days, "levels": levels, "allocation_level": allocation_level}, state)

    def report(self) -> BookSimulationReport:
        """The result, once every block of the whole job is done."""
        result: BookSimulationReport = self._result()
        return result


@operation("insurance.book_simulation")
def book_simulation(
    *,
    covers: Covers | CoversDict,
    markets: Sequence[BookMarket | BookMarketDict] | FrameLike,
    time_ms: datetime.datetime | int | str,
    measure: Measure,
    paths: int,
    seed: int,
    correlation: Sequence[ArrayLike] | None = None,
    longest_step_days: float | None = None,
    levels: ArrayLike | None = None,
    allocation_level: float | None = None,
    progress: Progress = False,
) -> BookSimulationReport:
    """The loss of a book by simulation: several expiries, jumps, several correlated instruments. Each price's extremes are drawn from their joint
    law, without a grid of times.

    Parameters
    ----------
    covers : Covers, or a mapping of its fields
        Covers of the book, not triggered; some may begin after the valuation.
    markets : Sequence[BookMarket | BookMarketDict], or a DataFrame of their fields
        Prices of the instruments, and how they move.
    time_ms : datetime.datetime | int | str
        Instant of the valuation, in Unix milliseconds UTC. [ms, from 1230940800000 to 253402235999999]
    measure : Measure
        Measure that drifts and jumps are of.
    paths : int
        Number of simulated paths. [from 2 to 10000000]
    seed : int
        Seed of the random numbers, 64 bits.
    correlation : Sequence[ArrayLike], optional
        Correlations of the moves of the logarithms without jumps, a row per market in their order. Absent: the instruments are independent.
    longest_step_days : float, optional
        Longest step of a path, in days. The extremes of correlated instruments hang together by the ends of the steps, so that shorter ones bring their dependence nearer to the truth; each instrument by itself is exact with any. Absent: from each inception and expiry to the next. [d, above 0.0 to 1000000.0]
    levels : array_like of float, optional
        Levels of the values at risk: 0 or more, below 1. [[0.99,0.995] where absent]
    allocation_level : float, optional
        Level whose tail value at risk is allocated to the covers: 0 or more, below 1. [from 0.0 to 1.0; 0.99 where absent]
    progress : bool or callable, optional
        True shows a bar (tqdm where installed); a callable gets (blocks done, blocks in all).

    Returns
    -------
    BookSimulationReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.book_simulation(covers={"instrument": ["BTCUSDT", "BTCUSDT", "BTCUSDT", "ETHUSDT"], "side": ["down", "down", "up", "down"], "barrier": [54216.87, 57228.92, 65737.05, 2700], "sum_insured": [1500, 900, 1500, 800], "inception_ms": [1780272000000, 1780272000000, 1780358400000, 1780272000000], "expiry_ms": [1780876800000, 1780358400000, 1780963200000, 1781481600000], "premium": [410, 300, 444, 250]}, markets=[{"instrument": "BTCUSDT", "spot": 60000, "drift_per_year": 0, "volatility": 0.65, "jumps": {"kou": {"jumps_per_year": 20, "up_probability": 0.45, "up_rate": 30, "down_rate": 25}}}, {"instrument": "ETHUSDT", "spot": 3000, "drift_per_year": 0, "volatility": 0.8, "jumps": "none"}], time_ms=1780272000000, measure="real_world", paths=1024, seed=20260531, correlation=[[1, 0.8], [0.8, 1]], longest_step_days=1, levels=[0.95, 0.99], allocation_level=0.95)
    >>> report.measure
    'real_world'
    >>> report.paths
    1024
    """
    return BookSimulationJob(covers=covers, markets=markets, time_ms=time_ms, measure=measure, paths=paths, seed=seed, correlation=correlation, longest_step_days=longest_step_days, levels=levels, allocation_level=allocation_level).run(progress).report()


@operation("insurance.scenario_risk")
def scenario_risk(
    *,
    scenarios: Sequence[ArrayLike],
    level: float,
) -> ScenarioRiskReport:
    """Tail value at risk of equally likely scenarios, and the part of each column in it (Euler).

    Parameters
    ----------
    scenarios : Sequence[ArrayLike]
        Losses in each scenario, one per part of the book, in units of currency; a gain is below 0. All scenarios are equally likely.
    level : float
        Level of the value at risk: 0 or more, below 1. [from 0.0 to 1.0]

    Returns
    -------
    ScenarioRiskReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.scenario_risk(scenarios=[[10, 0, 5], [0, 20, 5], [50, 30, 10], [5, 5, 0], [80, 60, 20]], level=0.8)
    >>> report.expected_loss
    60.0
    >>> report.tail.level
    0.8
    """
    return ScenarioRiskReport._read(call("insurance.scenario_risk", {"scenarios": scenarios, "level": level}))


@operation("insurance.one_factor_loss")
def one_factor_loss(
    *,
    probability: float,
    correlation: float,
    level: float,
) -> OneFactorReport:
    """The quantile of the loss of an infinitely fine portfolio with one common factor (Vasicek 2002).

    Parameters
    ----------
    probability : float
        Probability that a risk is triggered; above 0, below 1. [from 0.0 to 1.0]
    correlation : float
        Correlation of the latent variables of two risks, from 0 on, below 1. [from 0.0 to 1.0]
    level : float
        Level of the quantile; above 0, below 1. [from 0.0 to 1.0]

    Returns
    -------
    OneFactorReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.insurance.one_factor_loss(probability=0.01, correlation=0.1, level=0.999)
    >>> report.loss_quantile
    0.07749737268701129
    >>> report.unexpected_loss
    0.0674973726870113
    """
    return OneFactorReport._read(call("insurance.one_factor_loss", {"probability": probability, "correlation": correlation, "level": level}))
