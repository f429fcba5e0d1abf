"""Operations and types of ``signals``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, NotRequired, TypedDict

from .._documents import Document, FrameLike, call, document, each, instant, operation, records, rows, wide
from .._plots import WithPlot
from .._show import Rows
from ..market import Bars, BarsDict, OrderBook, OrderBookDict
from ..units import Verdict

__all__ = [
    "AgainstHolding",
    "BootstrapInterval",
    "ModuleTest",
    "Protocol",
    "ProtocolDict",
    "WalkForwardReport",
    "walk_forward",
]


def __dir__() -> list[str]:
    return __all__


@document
class Protocol(Document):
    """Rules of a walk-forward, fixed before it runs and printed with what it found.

    Attributes
    ----------
    label : Label
        Label that the ensemble predicts: horizon and cost.
    first_fit_bars : int
        Number of bars before the first calibration; the bars after them are the test. [from 2 to 1000000]
    refit_every_bars : int
        Number of bars from one calibration to the next. [from 1 to 1000000]
    method : CalibrationMethod, optional
        Way of fitting. ["platt" where absent]
    least_effective_labels : float, optional
        Effective labels below which a module is not fitted. [from 2.0 to 1000000.0; 20.0 where absent]
    thresholds : Thresholds, optional
        Thresholds, cool-down and sizes of the decision. [{"sell_at":0.7,"trim_at":0.6,"leave_at":0.55,"cool_down_bars":5,"kelly_part":0.5,"sell_cap":0.25,"trim_cap":0.1} where absent]
    block_bars : int, optional
        Number of bars in a block of the bootstrap. Absent: twice the horizon, so that labels that overlap stay together. [from 0]
    resamples : int, optional
        Number of resamples of the bootstrap. [from 100 to 100000; 2000 where absent]
    seed : int, optional
        Seed of the bootstrap.
    forecast_window : int, optional
        Number of past returns that each forecast baseline is fitted to. [from 10 to 100000; 250 where absent]
    """

    label: Label
    first_fit_bars: int
    refit_every_bars: int
    method: CalibrationMethod | None = None
    least_effective_labels: float | None = None
    thresholds: Thresholds | None = None
    block_bars: int | None = None
    resamples: int | None = None
    seed: int | None = None
    forecast_window: int | None = None
    _route = "signals.walk_forward:protocol"

    def __init__(
        self,
        label: Label | LabelDict,
        first_fit_bars: int,
        refit_every_bars: int,
        method: CalibrationMethod | None = None,
        least_effective_labels: float | None = None,
        thresholds: Thresholds | ThresholdsDict | None = None,
        block_bars: int | None = None,
        resamples: int | None = None,
        seed: int | None = None,
        forecast_window: int | None = None,
    ) -> None:
        self._fill({"label": label, "first_fit_bars": first_fit_bars, "refit_every_bars": refit_every_bars, "method": method, "least_effective_labels": least_effective_labels, "thresholds": thresholds, "block_bars": block_bars, "resamples": resamples, "seed": seed, "forecast_window": forecast_window})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["label"] = Label._read(document["label"])
        if document.get("thresholds") is not None:
            document["thresholds"] = Thresholds._read(document["thresholds"])
        if document.get("seed") is not None:
            document["seed"] = int(document["seed"])

    def _wire(self) -> dict[str, Any]:
        return {
            "label": self.label,
            "first_fit_bars": self.first_fit_bars,
            "refit_every_bars": self.refit_every_bars,
            "method": self.method,
            "least_effective_labels": self.least_effective_labels,
            "thresholds": self.thresholds,
            "block_bars": self.block_bars,
            "resamples": self.resamples,
            "seed": wide(self.seed),
            "forecast_window": self.forecast_window,
        }


class ProtocolDict(TypedDict):
    """``Protocol`` as a mapping."""

    label: Label | LabelDict
    first_fit_bars: int
    refit_every_bars: int
    method: NotRequired[CalibrationMethod | None]
    least_effective_labels: NotRequired[float | None]
    thresholds: NotRequired[Thresholds | ThresholdsDict | None]
    block_bars: NotRequired[int | None]
    resamples: NotRequired[int | None]
    seed: NotRequired[int | None]
    forecast_window: NotRequired[int | None]


@document
class BootstrapInterval(Document):
    """Interval of a statistic by resampling blocks of days.

    Attributes
    ----------
    low : float
        Lower end, the quantile of 2.5 %.
    high : float
        Upper end, the quantile of 97.5 %.
    resamples : int
        Number of resamples in which the statistic exists. [from 0]
    """

    low: float
    high: float
    resamples: int

    def _wire(self) -> dict[str, Any]:
        return {
            "low": self.low,
            "high": self.high,
            "resamples": self.resamples,
        }


@document
class AgainstHolding(Document):
    """Gain of following the advice over always holding.

    Attributes
    ----------
    sells : int
        Number of bars at which a sale was advised. [from 0]
    trims : int
        Number of bars at which a trim was advised. [from 0]
    holds : int
        Number of bars at which holding was advised. [from 0]
    gain : float
        Sum over all sales of size times the net fall over the horizon, as a fraction of the holding: what was avoided, less what was missed, less cost. Above 0: better than always holding.
    gain_interval : BootstrapInterval, optional
        Interval of that sum by the block bootstrap. Absent: nothing was advised.
    hit_rate : float, optional
        Hit rate: part of the sales and trims whose label came true. Absent: nothing was advised.
    hit_rate_interval : BootstrapInterval, optional
        Interval of the hit rate by the block bootstrap. Absent: nothing was advised.
    base_rate : float
        Part of all labels of the test that came true: the hit rate of always selling.
    beats_always_hold : Verdict
        Whether the advice was better than always holding: yes or no where the interval of the gain has one sign.
    """

    sells: int
    trims: int
    holds: int
    gain: float
    base_rate: float
    beats_always_hold: Verdict
    gain_interval: BootstrapInterval | None = None
    hit_rate: float | None = None
    hit_rate_interval: BootstrapInterval | None = None

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("gain_interval") is not None:
            document["gain_interval"] = BootstrapInterval._read(document["gain_interval"])
        if document.get("hit_rate_interval") is not None:
            document["hit_rate_interval"] = BootstrapInterval._read(document["hit_rate_interval"])

    def _wire(self) -> dict[str, Any]:
        return {
            "sells": self.sells,
            "trims": self.trims,
            "holds": self.holds,
            "gain": self.gain,
            "gain_interval": self.gain_interval,
            "hit_rate": self.hit_rate,
            "hit_rate_interval": self.hit_rate_interval,
            "base_rate": self.base_rate,
            "beats_always_hold": self.beats_always_hold,
        }


@document
class ModuleTest(Document):
    """How one module fared on the bars of the test.

    Attributes
    ----------
    module : ModuleName
        Module that was tested.
    ok_bars : int
        Number of bars of the test at which it had a score. [from 0]
    warmup_bars : int
        Number of bars of the test at which it warmed up. [from 0]
    no_data_bars : int
        Number of bars of the test at which it had no data. [from 0]
    stale_bars : int
        Number of bars of the test at which its data were too old. [from 0]
    brier : float, optional
        Brier score of its calibrated probabilities on the test. Absent: it has no direction, no score or no map.
    brier_of_base_rate : float, optional
        Brier score of the base rate on the same bars: what has to be beaten. Absent: as for `brier`.
    last_weight : float, optional
        Weight by its past at the end of the test. Absent: it has no direction.
    """

    module: ModuleName
    ok_bars: int
    warmup_bars: int
    no_data_bars: int
    stale_bars: int
    brier: float | None = None
    brier_of_base_rate: float | None = None
    last_weight: float | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "module": self.module,
            "ok_bars": self.ok_bars,
            "warmup_bars": self.warmup_bars,
            "no_data_bars": self.no_data_bars,
            "stale_bars": self.stale_bars,
            "brier": self.brier,
            "brier_of_base_rate": self.brier_of_base_rate,
            "last_weight": self.last_weight,
        }


@document
class WalkForwardReport(WithPlot, Document):
    """Result of a walk-forward.

    Attributes
    ----------
    protocol : Protocol
        Rules that were fixed before the run.
    bars : int
        Number of bars of the history. [from 0]
    test_bars : int
        Number of bars of the test whose label is known. [from 0]
    effective_labels : float
        Effective number of independent labels of the test: overlapping ones count once per horizon.
    first_test_ms : datetime.datetime
        Close of the first bar of the test, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    last_test_ms : datetime.datetime
        Close of the last bar of the test whose label is known, in Unix milliseconds. [ms, from 1230940800000 to 253402235999999]
    fits : int
        Number of calibrations. [from 0]
    refused_fits : int
        Number of refits that were left out, because too few labels were known or were of one kind. [from 0]
    mean_coverage : float
        Mean coverage of the pool on the bars of the test, 0 to 1.
    calibration : ReliabilityReport, optional
        Quality of the pooled probabilities on the bars of the test. Absent: there were none.
    brier_of_base_rate : float, optional
        Brier score of always saying the base rate that the calibration of that time knew: what has to be beaten. Absent: as for `calibration`.
    brier_skill : float, optional
        Skill, 1 less the Brier score over that of the base rate: above 0 the ensemble knew something. Absent: as for `calibration`.
    brier_skill_interval : BootstrapInterval, optional
        Interval of the skill by the block bootstrap. Absent: as for `calibration`.
    against_holding : AgainstHolding
        Comparison with always holding.
    modules : Rows[ModuleTest]
        Modules A to I.
    forecasts : Rows[ForecastOfModel], optional
        Forecast baselines over the same horizon. Absent: fewer closes than their window.
    """

    protocol: Protocol
    bars: int
    test_bars: int
    effective_labels: float
    first_test_ms: datetime.datetime
    last_test_ms: datetime.datetime
    fits: int
    refused_fits: int
    mean_coverage: float
    against_holding: AgainstHolding
    modules: Rows[ModuleTest]
    calibration: ReliabilityReport | None = None
    brier_of_base_rate: float | None = None
    brier_skill: float | None = None
    brier_skill_interval: BootstrapInterval | None = None
    forecasts: Rows[ForecastOfModel] | None = None
    _plotted = "walk_forward"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["protocol"] = Protocol._read(document["protocol"])
        document["first_test_ms"] = instant(document["first_test_ms"])
        document["last_test_ms"] = instant(document["last_test_ms"])
        if document.get("calibration") is not None:
            document["calibration"] = ReliabilityReport._read(document["calibration"])
        if document.get("brier_skill_interval") is not None:
            document["brier_skill_interval"] = BootstrapInterval._read(document["brier_skill_interval"])
        document["against_holding"] = AgainstHolding._read(document["against_holding"])
        document["modules"] = rows(ModuleTest._read, document["modules"])
        if document.get("forecasts") is not None:
            document["forecasts"] = rows(ForecastOfModel._read, document["forecasts"])

    def _wire(self) -> dict[str, Any]:
        return {
            "protocol": self.protocol,
            "bars": self.bars,
            "test_bars": self.test_bars,
            "effective_labels": self.effective_labels,
            "first_test_ms": self.first_test_ms,
            "last_test_ms": self.last_test_ms,
            "fits": self.fits,
            "refused_fits": self.refused_fits,
            "mean_coverage": self.mean_coverage,
            "calibration": self.calibration,
            "brier_of_base_rate": self.brier_of_base_rate,
            "brier_skill": self.brier_skill,
            "brier_skill_interval": self.brier_skill_interval,
            "against_holding": self.against_holding,
            "modules": self.modules,
            "forecasts": self.forecasts,
        }


@operation("signals.walk_forward")
def walk_forward(
    *,
    bars: Bars | BarsDict,
    network: NetworkDays | NetworkDaysDict | None = None,
    derivatives: DerivativesHistory | DerivativesHistoryDict | None = None,
    book: Sequence[OrderBook | OrderBookDict] | FrameLike | None = None,
    protocol: Protocol | ProtocolDict,
    modules: ModuleParams | ModuleParamsDict | None = None,
) -> WalkForwardReport:
    """Walk-forward of the ensemble: what it would have said, calibrated on the past of each bar alone, its calibration, hit rate and gain
    against always holding with block-bootstrap intervals, whatever they show.

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
    protocol : Protocol, or a mapping of its fields
        Rules that are fixed before the run.
    modules : ModuleParams, or a mapping of its fields, optional
        Parameters of the modules. Absent: their defaults.

    Returns
    -------
    WalkForwardReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.signals.walk_forward(bars={"source": "largest_spot", "instrument": "BTCUSD", "quote_currency": "USD", "interval_ms": 86400000, "open_time_ms": [1714521600000, 1714608000000, 1714694400000, 1714780800000, 1714867200000, 1714953600000, 1715040000000, 1715126400000, 1715212800000, 1715299200000, 1715385600000, 1715472000000, 1715558400000, 1715644800000, 1715731200000, 1715817600000, 1715904000000, 1715990400000, 1716076800000, 1716163200000, 1716249600000, 1716336000000, 1716422400000, 1716508800000, 1716595200000, 1716681600000, 1716768000000, 1716854400000, 1716940800000, 1717027200000], "open": [60672, 58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66207, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550, 69291, 68508, 69436, 68398, 67652], "high": [60842, 59625, 63333, 64540, 64646, 65500, 64422, 63020, 63429, 63469, 61515, 61888, 63450, 63118, 66444, 66752, 67451, 67400, 67700, 71516, 71979, 70666, 70096, 69250, 69610, 69562, 70688, 69592, 68936, 69500], "low": [56553, 56912, 58811, 62541, 62822, 62700, 62261, 60888, 60630, 60187, 60487, 60610, 60749, 61143, 61319, 64603, 65106, 66600, 65857, 66060, 69163, 68842, 66312, 66600, 68500, 68128, 68250, 67278, 67125, 67128], "close": [58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66206, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550, 69291, 68508, 69436, 68398, 67652, 68352], "volume_base": [81166, 47584, 43628, 24369, 18527, 34675, 25599, 26121, 30661, 36529, 13375, 12753, 32733, 29089, 43560, 31106, 26292, 14441, 18025, 50817, 49607, 27673, 40513, 28096, 12130, 11872, 23137, 32623, 23160, 28478]}, protocol={"label": {"horizon_bars": 2}, "first_fit_bars": 18, "refit_every_bars": 5, "least_effective_labels": 3, "resamples": 100, "forecast_window": 20}, modules={"regime": {"short_length": 3, "long_length": 6, "rank_length": 8}})
    >>> report.bars
    30
    >>> report.test_bars
    10
    """
    return WalkForwardReport._read(call("signals.walk_forward", {"bars": bars, "network": network, "derivatives": derivatives, "book": records(book), "protocol": protocol, "modules": modules}))


# Below, because the modules of a package name each other's types.
from ._evaluate import ModuleParams, ModuleParamsDict, NetworkDays, NetworkDaysDict
from ._forecast import ForecastOfModel
from ._modules import CalibrationMethod, DerivativesHistory, DerivativesHistoryDict, Label, LabelDict, ModuleName, ReliabilityReport, Thresholds, ThresholdsDict
