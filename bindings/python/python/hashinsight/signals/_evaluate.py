"""Operations and types of ``signals``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from .._documents import Document, FrameLike, call, day, document, each, instant, listed, operation, records, rows
from .._plots import WithPlot
from .._show import Rows
from ..market import Bars, BarsDict, OrderBook, OrderBookDict

__all__ = [
    "CalibrationState",
    "Decision",
    "EvaluateReport",
    "EvaluatedRow",
    "ModuleParams",
    "ModuleParamsDict",
    "NetworkDays",
    "NetworkDaysDict",
    "calibrate",
    "evaluate",
]


def __dir__() -> list[str]:
    return __all__


@document
class NetworkDays(Document):
    """Days of the bitcoin network as columns, oldest first, each known at the close of a daily bar.

    Attributes
    ----------
    time_ms : tuple[datetime.datetime, ...]
        Instants at which the days were over, those of the bars' closes, day after day, in Unix milliseconds.
    subsidy_sat : tuple[int, ...]
        New coins per block at the ends of the days, in satoshis.
    difficulty : tuple[float, ...], optional
        Difficulties of the days. NaN, or absent: not observed.
    hashrate_ths : tuple[float, ...], optional
        Mean hashrates of the network, in TH/s, as observed from its blocks. NaN, or absent: not observed.
    issuance_sat : tuple[float, ...], optional
        New coins of the days as counted, in satoshis. NaN, or absent: not counted.
    fees_sat : tuple[float, ...], optional
        Transaction fees of the days as counted, in satoshis. NaN, or absent: not counted.
    """

    time_ms: tuple[datetime.datetime, ...]
    subsidy_sat: tuple[int, ...]
    difficulty: tuple[float, ...] | None = None
    hashrate_ths: tuple[float, ...] | None = None
    issuance_sat: tuple[float, ...] | None = None
    fees_sat: tuple[float, ...] | None = None
    _route = "signals.evaluate:network"

    def __init__(
        self,
        time_ms: Sequence[datetime.datetime | int | str] | ArrayLike,
        subsidy_sat: ArrayLike,
        difficulty: ArrayLike | None = None,
        hashrate_ths: ArrayLike | None = None,
        issuance_sat: ArrayLike | None = None,
        fees_sat: ArrayLike | None = None,
    ) -> None:
        self._fill({"time_ms": time_ms, "subsidy_sat": subsidy_sat, "difficulty": difficulty, "hashrate_ths": hashrate_ths, "issuance_sat": issuance_sat, "fees_sat": fees_sat})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = each(instant, document["time_ms"])
        document["subsidy_sat"] = listed(document["subsidy_sat"])
        if document.get("difficulty") is not None:
            document["difficulty"] = listed(document["difficulty"])
        if document.get("hashrate_ths") is not None:
            document["hashrate_ths"] = listed(document["hashrate_ths"])
        if document.get("issuance_sat") is not None:
            document["issuance_sat"] = listed(document["issuance_sat"])
        if document.get("fees_sat") is not None:
            document["fees_sat"] = listed(document["fees_sat"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "subsidy_sat": self.subsidy_sat,
            "difficulty": self.difficulty,
            "hashrate_ths": self.hashrate_ths,
            "issuance_sat": self.issuance_sat,
            "fees_sat": self.fees_sat,
        }


class NetworkDaysDict(TypedDict):
    """``NetworkDays`` as a mapping."""

    time_ms: Sequence[datetime.datetime | int | str] | ArrayLike
    subsidy_sat: ArrayLike
    difficulty: NotRequired[ArrayLike | None]
    hashrate_ths: NotRequired[ArrayLike | None]
    issuance_sat: NotRequired[ArrayLike | None]
    fees_sat: NotRequired[ArrayLike | None]


@document
class ModuleParams(Document):
    """Parameters of the modules A to I; the ensemble has its own. Those that are absent are the module's defaults; the interval is that of the bars.

    Attributes
    ----------
    regime : RegimeParams, optional
        Parameters of module A, the regime. Absent: its defaults.
    breakout : BreakoutParams, optional
        Parameters of module B, the breakout. Absent: its defaults.
    confluence : ConfluenceParams, optional
        Parameters of module C, the confluence of levels. Absent: its defaults.
    layers : LayersParams, optional
        Parameters of module D, the layers of prices to sell at. Absent: its defaults.
    miner_cycle : MinerCycleParams, optional
        Parameters of module E, the cycle of the miners. Absent: its defaults.
    pattern : PatternParams, optional
        Parameters of module F, the patterns. Absent: its defaults.
    derivatives_pressure : DerivativesPressureParams, optional
        Parameters of module G, the pressure from derivatives. Absent: its defaults.
    microstructure : MicrostructureParams, optional
        Parameters of module H, microstructure. Absent: its defaults.
    bandit_sizing : BanditSizingParams, optional
        Parameters of module I, sizing by a bandit. Absent: its defaults.
    max_age_ms : int, optional
        Greatest age at which what is not of the bar itself (a day of the network, a book) still counts, in milliseconds. [from 0 to 3153600000000; 172800000 where absent]
    """

    regime: RegimeParams | None = None
    breakout: BreakoutParams | None = None
    confluence: ConfluenceParams | None = None
    layers: LayersParams | None = None
    miner_cycle: MinerCycleParams | None = None
    pattern: PatternParams | None = None
    derivatives_pressure: DerivativesPressureParams | None = None
    microstructure: MicrostructureParams | None = None
    bandit_sizing: BanditSizingParams | None = None
    max_age_ms: int | None = None
    _route = "signals.evaluate:modules"

    def __init__(
        self,
        regime: RegimeParams | RegimeParamsDict | None = None,
        breakout: BreakoutParams | BreakoutParamsDict | None = None,
        confluence: ConfluenceParams | ConfluenceParamsDict | None = None,
        layers: LayersParams | LayersParamsDict | None = None,
        miner_cycle: MinerCycleParams | MinerCycleParamsDict | None = None,
        pattern: PatternParams | PatternParamsDict | None = None,
        derivatives_pressure: DerivativesPressureParams | DerivativesPressureParamsDict | None = None,
        microstructure: MicrostructureParams | MicrostructureParamsDict | None = None,
        bandit_sizing: BanditSizingParams | BanditSizingParamsDict | None = None,
        max_age_ms: int | None = None,
    ) -> None:
        self._fill({"regime": regime, "breakout": breakout, "confluence": confluence, "layers": layers, "miner_cycle": miner_cycle, "pattern": pattern, "derivatives_pressure": derivatives_pressure, "microstructure": microstructure, "bandit_sizing": bandit_sizing, "max_age_ms": max_age_ms})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("regime") is not None:
            document["regime"] = RegimeParams._read(document["regime"])
        if document.get("breakout") is not None:
            document["breakout"] = BreakoutParams._read(document["breakout"])
        if document.get("confluence") is not None:
            document["confluence"] = ConfluenceParams._read(document["confluence"])
        if document.get("layers") is not None:
            document["layers"] = LayersParams._read(document["layers"])
        if document.get("miner_cycle") is not None:
            document["miner_cycle"] = MinerCycleParams._read(document["miner_cycle"])
        if document.get("pattern") is not None:
            document["pattern"] = PatternParams._read(document["pattern"])
        if document.get("derivatives_pressure") is not None:
            document["derivatives_pressure"] = DerivativesPressureParams._read(document["derivatives_pressure"])
        if document.get("microstructure") is not None:
            document["microstructure"] = MicrostructureParams._read(document["microstructure"])
        if document.get("bandit_sizing") is not None:
            document["bandit_sizing"] = BanditSizingParams._read(document["bandit_sizing"])

    def _wire(self) -> dict[str, Any]:
        return {
            "regime": self.regime,
            "breakout": self.breakout,
            "confluence": self.confluence,
            "layers": self.layers,
            "miner_cycle": self.miner_cycle,
            "pattern": self.pattern,
            "derivatives_pressure": self.derivatives_pressure,
            "microstructure": self.microstructure,
            "bandit_sizing": self.bandit_sizing,
            "max_age_ms": self.max_age_ms,
        }


class ModuleParamsDict(TypedDict):
    """``ModuleParams`` as a mapping."""

    regime: NotRequired[RegimeParams | RegimeParamsDict | None]
    breakout: NotRequired[BreakoutParams | BreakoutParamsDict | None]
    confluence: NotRequired[ConfluenceParams | ConfluenceParamsDict | None]
    layers: NotRequired[LayersParams | LayersParamsDict | None]
    miner_cycle: NotRequired[MinerCycleParams | MinerCycleParamsDict | None]
    pattern: NotRequired[PatternParams | PatternParamsDict | None]
    derivatives_pressure: NotRequired[DerivativesPressureParams | DerivativesPressureParamsDict | None]
    microstructure: NotRequired[MicrostructureParams | MicrostructureParamsDict | None]
    bandit_sizing: NotRequired[BanditSizingParams | BanditSizingParamsDict | None]
    max_age_ms: NotRequired[int | None]


@document
class EvaluatedRow(Document):
    """Assessment of one module at the close of one bar: a row of a tidy table.

    Attributes
    ----------
    time_ms : datetime.datetime
        Instant of the bar's close, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    module : ModuleName
        Module that assesses.
    score : float, optional
        Advice: 1 to sell now, -1 to keep. Absent unless the status is `ok`.
    confidence : float
        Confidence in the score, 0 to 1: 0 unless the status is `ok`.
    status : AssessmentStatus
        Status of the assessment.
    reasons : Rows[Reason]
        Reasons of the score, whose contributions add up to it in this order; the last is the clamp. Empty unless the status is `ok`.
    features : Rows[Feature]
        Features that are known.
    """

    time_ms: datetime.datetime
    module: ModuleName
    confidence: float
    status: AssessmentStatus
    reasons: Rows[Reason]
    features: Rows[Feature]
    score: float | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])
        document["reasons"] = rows(Reason._read, document["reasons"])
        document["features"] = rows(Feature._read, document["features"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "module": self.module,
            "score": self.score,
            "confidence": self.confidence,
            "status": self.status,
            "reasons": self.reasons,
            "features": self.features,
        }


CalibrationState: TypeAlias = Literal["calibrated", "in_sample", "uncalibrated"]
"""Whether probabilities stand on the past.

Cases
-----
calibrated
    Maps were fitted to the past.
in_sample
    Maps were fitted to this bar, or to later ones: the decision knew what it could not know.
uncalibrated
    Maps are assumptions: nothing is sold but trimmed at most.
"""


@document
class Decision(Document):
    """Decision at the close of one bar.

    Attributes
    ----------
    time_ms : datetime.datetime
        Instant of the bar's close, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    action : Action
        Action that is advised.
    stance : Action
        Stance that hysteresis keeps: the action but for cool-down and size.
    sell_score : float, optional
        Sell score, 100 times the probability: 0 to 100. Absent: no module says anything.
    probability : float, optional
        Probability of the label. Absent: no module says anything.
    size_fraction : float
        Fraction of the holding to sell.
    plan : ExecutionPlan, optional
        Plan of the sale. Absent: nothing is sold, or the holding, a fresh book or the volume is not known.
    coverage : float
        Coverage: weight of the modules that are pooled, 0 to 1.
    confidence : float
        Confidence in the probability, 0 to 1.
    wait_bars : int
        Number of bars until a next sale may follow the last one. [from 0]
    calibration : CalibrationState
        Whether maps were fitted to the past, to this bar or later ones (`in_sample`), or not at all.
    thresholds : Thresholds
        Thresholds of the decision.
    """

    time_ms: datetime.datetime
    action: Action
    stance: Action
    size_fraction: float
    coverage: float
    confidence: float
    wait_bars: int
    calibration: CalibrationState
    thresholds: Thresholds
    sell_score: float | None = None
    probability: float | None = None
    plan: ExecutionPlan | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["time_ms"] = instant(document["time_ms"])
        if document.get("plan") is not None:
            document["plan"] = ExecutionPlan._read(document["plan"])
        document["thresholds"] = Thresholds._read(document["thresholds"])

    def _wire(self) -> dict[str, Any]:
        return {
            "time_ms": self.time_ms,
            "action": self.action,
            "stance": self.stance,
            "sell_score": self.sell_score,
            "probability": self.probability,
            "size_fraction": self.size_fraction,
            "plan": self.plan,
            "coverage": self.coverage,
            "confidence": self.confidence,
            "wait_bars": self.wait_bars,
            "calibration": self.calibration,
            "thresholds": self.thresholds,
        }


@document
class EvaluateReport(WithPlot, Document):
    """Result of `evaluate`.

    Attributes
    ----------
    label : Label
        Label that the ensemble predicts.
    rows : Rows[EvaluatedRow]
        Rows of the modules A to J, bar by bar.
    decisions : Rows[Decision]
        Decisions, bar by bar.
    """

    label: Label
    rows: Rows[EvaluatedRow]
    decisions: Rows[Decision]
    _plotted = "signals"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["label"] = Label._read(document["label"])
        document["rows"] = rows(EvaluatedRow._read, document["rows"])
        document["decisions"] = rows(Decision._read, document["decisions"])

    def _wire(self) -> dict[str, Any]:
        return {
            "label": self.label,
            "rows": self.rows,
            "decisions": self.decisions,
        }


@operation("signals.evaluate")
def evaluate(
    *,
    bars: Bars | BarsDict,
    network: NetworkDays | NetworkDaysDict | None = None,
    derivatives: DerivativesHistory | DerivativesHistoryDict | None = None,
    book: Sequence[OrderBook | OrderBookDict] | FrameLike | None = None,
    label: Label | LabelDict | None = None,
    calibration: Calibration | CalibrationDict | None = None,
    thresholds: Thresholds | ThresholdsDict | None = None,
    modules: ModuleParams | ModuleParamsDict | None = None,
    last_bars: int | None = None,
    holding_sat: int | None = None,
    plan_slices: int | None = None,
) -> EvaluateReport:
    """All ten modules over a history of bars, with network, derivatives and books where they are known: a tidy table of their assessments, and
    the decision of each bar.

    What is absent is not known: the modules that need it say `no_data`, and the coverage falls.

    Parameters
    ----------
    bars : Bars, or a mapping of its fields
        Bars of one interval, oldest first, closed, without gaps.
    network : NetworkDays, or a mapping of its fields, optional
        Days of the bitcoin network, for daily bars in US dollars or a coin that stands for them. Absent: not known.
    derivatives : DerivativesHistory, or a mapping of its fields, optional
        Funding, open interest, futures and options. Absent: not known.
    book : Sequence[OrderBook | OrderBookDict], or a DataFrame of their fields, optional
        Order books, oldest first. Absent: not known.
    label : Label, or a mapping of its fields, optional
        Label that the ensemble predicts. [{"horizon_bars":7,"cost":0.002} where absent]
    calibration : Calibration, or a mapping of its fields, optional
        Maps from scores to probabilities, as `calibrate` answers them for the same label. Absent: assumed maps, and nothing is sold but trimmed.
    thresholds : Thresholds, or a mapping of its fields, optional
        Thresholds, cool-down and sizes of the decision. [{"sell_at":0.7,"trim_at":0.6,"leave_at":0.55,"cool_down_bars":5,"kelly_part":0.5,"sell_cap":0.25,"trim_cap":0.1} where absent]
    modules : ModuleParams, or a mapping of its fields, optional
        Parameters of the modules. Absent: their defaults.
    last_bars : int, optional
        Number of bars at the end whose rows are answered. Absent: all. [from 0]
    holding_sat : int, optional
        Bitcoin that is held, in satoshis. Absent: decisions carry no plan, and sizes are not scaled by the readiness of the market. [sat, from 0 to 2100000000000000]
    plan_slices : int, optional
        Number of slices of a plan, which takes a day. [from 1 to 10000; 24 where absent]

    Returns
    -------
    EvaluateReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.signals.evaluate(bars={"source": "largest_spot", "instrument": "BTCUSD", "quote_currency": "USD", "interval_ms": 86400000, "open_time_ms": [1714521600000, 1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000], "open": [60672, 58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940], "high": [60842, 59625, 63333, 64540, 64646, 65500, 64422, 63020, 63429, 63469, 61515, 61888, 63450, 63118], "low": [56553, 56912, 58811, 62541, 62822, 62700, 62261, 60888, 60630, 60187, 60487, 60610, 60749, 61143], "close": [58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577], "volume_base": [81166, 47584, 43628, 24369, 18527, 34675, 25599, 26121, 30661, 36529, 13375, 12753, 32733, 29089]}, network={"time_ms": [1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000], "subsidy_sat": [312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000, 312500000], "difficulty": [88104191118793.16, 88104191118793.16, 88104191118793.16, 88104191118793.16, 88104191118793.16, 88104191118793.16, 88104191118793.16, 88104191118793.16, 83148355189239.77, 83148355189239.77, 83148355189239.77, 83148355189239.77, 83148355189239.77, 83148355189239.77]}, book=[{"source": "kraken", "instrument": "XBT/USD", "quote_currency": "USD", "time_ms": 1715730800000, "bids": {"price": [61570, 61560], "size_base": [2, 5]}, "asks": {"price": [61580, 61590], "size_base": [1, 4]}}], holding_sat=10000000000, last_bars=1, modules={"regime": {"short_length": 3, "long_length": 6, "rank_length": 8}})
    >>> report.label.horizon_bars
    7
    >>> report.label.cost
    0.002
    """
    return EvaluateReport._read(call("signals.evaluate", {"bars": bars, "network": network, "derivatives": derivatives, "book": records(book), "label": label, "calibration": calibration, "thresholds": thresholds, "modules": modules, "last_bars": last_bars, "holding_sat": holding_sat, "plan_slices": plan_slices}))


@operation("signals.calibrate")
def calibrate(
    *,
    bars: Bars | BarsDict,
    network: NetworkDays | NetworkDaysDict | None = None,
    derivatives: DerivativesHistory | DerivativesHistoryDict | None = None,
    book: Sequence[OrderBook | OrderBookDict] | FrameLike | None = None,
    label: Label | LabelDict | None = None,
    embargo_bars: int | None = None,
    method: CalibrationMethod | None = None,
    least_effective_labels: float | None = None,
    modules: ModuleParams | ModuleParamsDict | None = None,
) -> Calibration:
    """Maps from the modules' scores to the probability of a label, fitted to a history: the `calibration` that `evaluate` takes.

    Scores younger than the embargo are not used, so that every label was known at the end of the history.

    Parameters
    ----------
    bars : Bars, or a mapping of its fields
        Bars of one interval, oldest first, closed, without gaps.
    network : NetworkDays, or a mapping of its fields, optional
        Days of the bitcoin network, for daily bars in US dollars or a coin that stands for them. Absent: not known.
    derivatives : DerivativesHistory, or a mapping of its fields, optional
        Funding, open interest, futures and options. Absent: not known.
    book : Sequence[OrderBook | OrderBookDict], or a DataFrame of their fields, optional
        Order books, oldest first. Absent: not known.
    label : Label, or a mapping of its fields, optional
        Label that is predicted. [{"horizon_bars":7,"cost":0.002} where absent]
    embargo_bars : int, optional
        Number of bars at the end of the history whose scores are not used, at least the horizon. Absent: the horizon. [from 0]
    method : CalibrationMethod, optional
        Way of fitting. ["platt" where absent]
    least_effective_labels : float, optional
        Effective labels below which a module is not fitted. [from 2.0 to 1000000.0; 20.0 where absent]
    modules : ModuleParams, or a mapping of its fields, optional
        Parameters of the modules. Absent: their defaults.

    Returns
    -------
    Calibration

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.signals.calibrate(bars={"source": "largest_spot", "instrument": "BTCUSD", "quote_currency": "USD", "interval_ms": 86400000, "open_time_ms": [1714521600000, 1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000, 1716681600000, 1716768000000, 1716854400000, 1716940800000, 1717027200000], "open": [60672, 58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66207, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550, 69291, 68508, 69436, 68398, 67652], "high": [60842, 59625, 63333, 64540, 64646, 65500, 64422, 63020, 63429, 63469, 61515, 61888, 63450, 63118, 66444, 66752, 67451, 67400, 67700, 71516, 71979, 70666, 70096, 69250, 69610, 69562, 70688, 69592, 68936, 69500], "low": [56553, 56912, 58811, 62541, 62822, 62700, 62261, 60888, 60630, 60187, 60487, 60610, 60749, 61143, 61319, 64603, 65106, 66600, 65857, 66060, 69163, 68842, 66312, 66600, 68500, 68128, 68250, 67278, 67125, 67128], "close": [58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66206, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550, 69291, 68508, 69436, 68398, 67652, 68352], "volume_base": [81166, 47584, 43628, 24369, 18527, 34675, 25599, 26121, 30661, 36529, 13375, 12753, 32733, 29089, 43560, 31106, 26292, 14441, 18025, 50817, 49607, 27673, 40513, 28096, 12130, 11872, 23137, 32623, 23160, 28478]}, label={"horizon_bars": 1}, least_effective_labels=5, modules={"regime": {"short_length": 3, "long_length": 6, "rank_length": 8}})
    >>> report.base_rate
    0.4482758620689655
    >>> report.mean_fall
    0.014405863753299926
    """
    return Calibration._read(call("signals.calibrate", {"bars": bars, "network": network, "derivatives": derivatives, "book": records(book), "label": label, "embargo_bars": embargo_bars, "method": method, "least_effective_labels": least_effective_labels, "modules": modules}))


# Below, because the modules of a package name each other's types.
from ._modules import Action, AssessmentStatus, BanditSizingParams, BanditSizingParamsDict, BreakoutParams, BreakoutParamsDict, Calibration, CalibrationDict, CalibrationMethod, ConfluenceParams, ConfluenceParamsDict, DerivativesHistory, DerivativesHistoryDict, DerivativesPressureParams, DerivativesPressureParamsDict, ExecutionPlan, Feature, Label, LabelDict, LayersParams, LayersParamsDict, MicrostructureParams, MicrostructureParamsDict, MinerCycleParams, MinerCycleParamsDict, ModuleName, PatternParams, PatternParamsDict, Reason, RegimeParams, RegimeParamsDict, Thresholds, ThresholdsDict
