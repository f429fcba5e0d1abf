"""Operations and types of ``signals``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, ClassVar, Literal, NotRequired, Self, TypeAlias, TypeVar, TypedDict, overload

from numpy.typing import ArrayLike

from .. import _frames
from .._documents import Document, Variant, call, document, each, operation, rows
from .._frames import Columns
from .._handles import Stream
from .._show import Rows

__all__ = [
    "AccumulationParams",
    "AccumulationParamsDict",
    "AdxParams",
    "AdxParamsDict",
    "AnchoredVwapParams",
    "AnchoredVwapParamsDict",
    "AroonParams",
    "AroonParamsDict",
    "AtrParams",
    "AtrParamsDict",
    "BollingerParams",
    "BollingerParamsDict",
    "CandlePatternParams",
    "CandlePatternParamsDict",
    "CandleShape",
    "CciParams",
    "CciParamsDict",
    "ChandelierParams",
    "ChandelierParamsDict",
    "CorrelationParams",
    "CorrelationParamsDict",
    "DeviationParams",
    "DeviationParamsDict",
    "DonchianParams",
    "DonchianParamsDict",
    "EfficiencyParams",
    "EfficiencyParamsDict",
    "EmaParams",
    "EmaParamsDict",
    "ExtremeParams",
    "ExtremeParamsDict",
    "FirstRange",
    "Indicator",
    "IndicatorBatchColumns",
    "IndicatorColumns",
    "IndicatorKind",
    "IndicatorKindDict",
    "IndicatorKindLike",
    "IndicatorLanesColumns",
    "IndicatorRow",
    "IndicatorStartReport",
    "KamaParams",
    "KamaParamsDict",
    "KeltnerParams",
    "KeltnerParamsDict",
    "LayeredAverageParams",
    "LayeredAverageParamsDict",
    "MacdParams",
    "MacdParamsDict",
    "MacdStart",
    "MfiParams",
    "MfiParamsDict",
    "MomentumParams",
    "MomentumParamsDict",
    "NonFinite",
    "ObvParams",
    "ObvParamsDict",
    "OrderParams",
    "OrderParamsDict",
    "ParabolicParams",
    "ParabolicParamsDict",
    "PivotMethod",
    "PivotsParams",
    "PivotsParamsDict",
    "ProfileParams",
    "ProfileParamsDict",
    "RocParams",
    "RocParamsDict",
    "RsiParams",
    "RsiParamsDict",
    "Seed",
    "SlopeParams",
    "SlopeParamsDict",
    "SmaParams",
    "SmaParamsDict",
    "StochasticParams",
    "StochasticParamsDict",
    "SupertrendParams",
    "SupertrendParamsDict",
    "SwingParams",
    "SwingParamsDict",
    "TrueRangeParams",
    "TrueRangeParamsDict",
    "WilderParams",
    "WilderParamsDict",
    "WilliamsParams",
    "WilliamsParamsDict",
    "WmaParams",
    "WmaParamsDict",
    "indicator_batch",
    "indicator_lanes",
    "indicator_start",
]


def __dir__() -> list[str]:
    return __all__

_Frame = TypeVar("_Frame")  # a pandas or polars DataFrame


@document
class SmaParams(Document):
    """Inputs of `Sma`.

    Attributes
    ----------
    length : int
        Length of the average, in observations. [from 1 to 1000000]
    """

    length: int
    _route = "signals.indicator_batch:indicator.sma"

    def __init__(
        self,
        length: int,
    ) -> None:
        self._fill({"length": length})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


class SmaParamsDict(TypedDict):
    """``SmaParams`` as a mapping."""

    length: int


Seed: TypeAlias = Literal["mean", "first"]
"""Seed of an exponential average.

Cases
-----
mean
    With the mean of the first `length` values: TA-Lib's default.
first
    With the first value: Metastock's way. The first output stands where it stands with the other seed.
"""


@document
class EmaParams(Document):
    """Inputs of `Ema`.

    Attributes
    ----------
    length : int
        Length of the average, in observations. [from 1 to 1000000]
    seed : Seed, optional
        Seed of the average. ["mean" where absent]
    """

    length: int
    seed: Seed | None = None
    _route = "signals.indicator_batch:indicator.ema"

    def __init__(
        self,
        length: int,
        seed: Seed | None = None,
    ) -> None:
        self._fill({"length": length, "seed": seed})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "seed": self.seed,
        }


class EmaParamsDict(TypedDict):
    """``EmaParams`` as a mapping."""

    length: int
    seed: NotRequired[Seed | None]


@document
class WilderParams(Document):
    """Inputs of `Wilder`.

    Attributes
    ----------
    length : int
        Length of the average, in observations. [from 1 to 1000000]
    seed : Seed, optional
        Seed of the average. ["mean" where absent]
    """

    length: int
    seed: Seed | None = None
    _route = "signals.indicator_batch:indicator.wilder"

    def __init__(
        self,
        length: int,
        seed: Seed | None = None,
    ) -> None:
        self._fill({"length": length, "seed": seed})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "seed": self.seed,
        }


class WilderParamsDict(TypedDict):
    """``WilderParams`` as a mapping."""

    length: int
    seed: NotRequired[Seed | None]


@document
class KamaParams(Document):
    """Inputs of `Kama`.

    Attributes
    ----------
    length : int
        Length of the efficiency ratio, in changes from one observation to the next. [from 1 to 1000000]
    fast : int, optional
        Length of the average where the series moves straight, in observations: at most `slow`. [from 1 to 1000000; 2 where absent]
    slow : int, optional
        Length of the average where the series goes nowhere, in observations. [from 1 to 1000000; 30 where absent]
    """

    length: int
    fast: int | None = None
    slow: int | None = None
    _route = "signals.indicator_batch:indicator.kama"

    def __init__(
        self,
        length: int,
        fast: int | None = None,
        slow: int | None = None,
    ) -> None:
        self._fill({"length": length, "fast": fast, "slow": slow})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "fast": self.fast,
            "slow": self.slow,
        }


class KamaParamsDict(TypedDict):
    """``KamaParams`` as a mapping."""

    length: int
    fast: NotRequired[int | None]
    slow: NotRequired[int | None]


@document
class EfficiencyParams(Document):
    """Inputs of `EfficiencyRatio`.

    Attributes
    ----------
    length : int
        Length of the window, in changes from one observation to the next. [from 1 to 1000000]
    """

    length: int
    _route = "signals.indicator_batch:indicator.efficiency_ratio"

    def __init__(
        self,
        length: int,
    ) -> None:
        self._fill({"length": length})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


class EfficiencyParamsDict(TypedDict):
    """``EfficiencyParams`` as a mapping."""

    length: int


@document
class RsiParams(Document):
    """Inputs of `Rsi`.

    Attributes
    ----------
    length : int, optional
        Length of the averages, in changes from one observation to the next. [from 1 to 1000000; 14 where absent]
    seed : Seed, optional
        Seed of the averages. ["mean" where absent]
    """

    length: int | None = None
    seed: Seed | None = None
    _route = "signals.indicator_batch:indicator.rsi"

    def __init__(
        self,
        length: int | None = None,
        seed: Seed | None = None,
    ) -> None:
        self._fill({"length": length, "seed": seed})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "seed": self.seed,
        }


class RsiParamsDict(TypedDict):
    """``RsiParams`` as a mapping."""

    length: NotRequired[int | None]
    seed: NotRequired[Seed | None]


MacdStart: TypeAlias = Literal["together", "each"]
"""Place at which the two averages begin.

Cases
-----
together
    Together: the fast one is seeded with the last values of the slow one's seed, as in TA-Lib.
each
    Each as soon as it can.
"""


@document
class MacdParams(Document):
    """Inputs of `Macd`.

    Attributes
    ----------
    fast : int, optional
        Length of the fast average, in observations. [from 1 to 1000000; 12 where absent]
    slow : int, optional
        Length of the slow average, in observations. [from 1 to 1000000; 26 where absent]
    signal : int, optional
        Length of the average of the difference, in observations. [from 1 to 1000000; 9 where absent]
    start : MacdStart, optional
        Place at which the two averages begin. ["together" where absent]
    """

    fast: int | None = None
    slow: int | None = None
    signal: int | None = None
    start: MacdStart | None = None
    _route = "signals.indicator_batch:indicator.macd"

    def __init__(
        self,
        fast: int | None = None,
        slow: int | None = None,
        signal: int | None = None,
        start: MacdStart | None = None,
    ) -> None:
        self._fill({"fast": fast, "slow": slow, "signal": signal, "start": start})

    def _wire(self) -> dict[str, Any]:
        return {
            "fast": self.fast,
            "slow": self.slow,
            "signal": self.signal,
            "start": self.start,
        }


class MacdParamsDict(TypedDict):
    """``MacdParams`` as a mapping."""

    fast: NotRequired[int | None]
    slow: NotRequired[int | None]
    signal: NotRequired[int | None]
    start: NotRequired[MacdStart | None]


@document
class RocParams(Document):
    """Inputs of `Roc`.

    Attributes
    ----------
    length : int
        Distance of the two values, in observations. [from 1 to 1000000]
    """

    length: int
    _route = "signals.indicator_batch:indicator.roc"

    def __init__(
        self,
        length: int,
    ) -> None:
        self._fill({"length": length})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


class RocParamsDict(TypedDict):
    """``RocParams`` as a mapping."""

    length: int


@document
class SlopeParams(Document):
    """Inputs of `LinearRegressionSlope`.

    Attributes
    ----------
    length : int
        Length of the window, in observations. [from 2 to 10000]
    """

    length: int
    _route = "signals.indicator_batch:indicator.linear_regression_slope"

    def __init__(
        self,
        length: int,
    ) -> None:
        self._fill({"length": length})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


class SlopeParamsDict(TypedDict):
    """``SlopeParams`` as a mapping."""

    length: int


@document
class DeviationParams(Document):
    """Inputs of `Variance` and `StdDev`.

    Attributes
    ----------
    length : int
        Length of the window, in observations. [from 1 to 1000000]
    ddof : int, optional
        Number that is taken from the number of observations before it divides: 0 for a population (as TA-Lib), 1 for a sample. [from 0 to 1; 0 where absent]
    """

    length: int
    ddof: int | None = None
    _route = "signals.indicator_batch:indicator.variance"

    def __init__(
        self,
        length: int,
        ddof: int | None = None,
    ) -> None:
        self._fill({"length": length, "ddof": ddof})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "ddof": self.ddof,
        }


class DeviationParamsDict(TypedDict):
    """``DeviationParams`` as a mapping."""

    length: int
    ddof: NotRequired[int | None]


@document
class BollingerParams(Document):
    """Inputs of `Bollinger`.

    Attributes
    ----------
    length : int
        Length of the window, in observations. [from 1 to 1000000]
    deviations : float, optional
        Distance of the bands from the mean, in standard deviations. [from 0.0 to 100.0; 2.0 where absent]
    """

    length: int
    deviations: float | None = None
    _route = "signals.indicator_batch:indicator.bollinger"

    def __init__(
        self,
        length: int,
        deviations: float | None = None,
    ) -> None:
        self._fill({"length": length, "deviations": deviations})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "deviations": self.deviations,
        }


class BollingerParamsDict(TypedDict):
    """``BollingerParams`` as a mapping."""

    length: int
    deviations: NotRequired[float | None]


@document
class ExtremeParams(Document):
    """Inputs of `RollingMin` and `RollingMax`.

    Attributes
    ----------
    length : int
        Length of the window, in observations. [from 1 to 1000000]
    """

    length: int
    _route = "signals.indicator_batch:indicator.rolling_min"

    def __init__(
        self,
        length: int,
    ) -> None:
        self._fill({"length": length})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


class ExtremeParamsDict(TypedDict):
    """``ExtremeParams`` as a mapping."""

    length: int


@document
class OrderParams(Document):
    """Inputs of `RollingMedian` and `PercentileRank`.

    Attributes
    ----------
    length : int
        Length of the window, in observations. [from 1 to 100000]
    """

    length: int
    _route = "signals.indicator_batch:indicator.rolling_median"

    def __init__(
        self,
        length: int,
    ) -> None:
        self._fill({"length": length})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


class OrderParamsDict(TypedDict):
    """``OrderParams`` as a mapping."""

    length: int


FirstRange: TypeAlias = Literal["absent", "high_low"]
"""True range of the first bar, before which no close stands.

Cases
-----
absent
    It has none: TA-Lib's way.
high_low
    Its high less its low.
"""


@document
class TrueRangeParams(Document):
    """Inputs of `TrueRange`.

    Attributes
    ----------
    first : FirstRange, optional
        True range of the first bar. ["absent" where absent]
    """

    first: FirstRange | None = None
    _route = "signals.indicator_batch:indicator.true_range"

    def __init__(
        self,
        first: FirstRange | None = None,
    ) -> None:
        self._fill({"first": first})

    def _wire(self) -> dict[str, Any]:
        return {
            "first": self.first,
        }


class TrueRangeParamsDict(TypedDict):
    """``TrueRangeParams`` as a mapping."""

    first: NotRequired[FirstRange | None]


@document
class AtrParams(Document):
    """Inputs of `Atr`.

    Attributes
    ----------
    length : int
        Length of the average, in bars. [from 1 to 1000000]
    seed : Seed, optional
        Seed of the average. ["mean" where absent]
    first : FirstRange, optional
        True range of the first bar. ["absent" where absent]
    """

    length: int
    seed: Seed | None = None
    first: FirstRange | None = None
    _route = "signals.indicator_batch:indicator.atr"

    def __init__(
        self,
        length: int,
        seed: Seed | None = None,
        first: FirstRange | None = None,
    ) -> None:
        self._fill({"length": length, "seed": seed, "first": first})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "seed": self.seed,
            "first": self.first,
        }


class AtrParamsDict(TypedDict):
    """``AtrParams`` as a mapping."""

    length: int
    seed: NotRequired[Seed | None]
    first: NotRequired[FirstRange | None]


@document
class AdxParams(Document):
    """Inputs of `Adx`.

    Attributes
    ----------
    length : int
        Length of the averages, in bars. [from 1 to 1000000]
    """

    length: int
    _route = "signals.indicator_batch:indicator.adx"

    def __init__(
        self,
        length: int,
    ) -> None:
        self._fill({"length": length})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


class AdxParamsDict(TypedDict):
    """``AdxParams`` as a mapping."""

    length: int


@document
class StochasticParams(Document):
    """Inputs of `Stochastic`.

    Attributes
    ----------
    fast_k : int, optional
        Length of the window of highs and lows, in bars. [from 1 to 1000000; 5 where absent]
    slow_k : int, optional
        Length of the average that is %K, in bars. [from 1 to 1000000; 3 where absent]
    slow_d : int, optional
        Length of the average of %K that is %D, in bars. [from 1 to 1000000; 3 where absent]
    """

    fast_k: int | None = None
    slow_k: int | None = None
    slow_d: int | None = None
    _route = "signals.indicator_batch:indicator.stochastic"

    def __init__(
        self,
        fast_k: int | None = None,
        slow_k: int | None = None,
        slow_d: int | None = None,
    ) -> None:
        self._fill({"fast_k": fast_k, "slow_k": slow_k, "slow_d": slow_d})

    def _wire(self) -> dict[str, Any]:
        return {
            "fast_k": self.fast_k,
            "slow_k": self.slow_k,
            "slow_d": self.slow_d,
        }


class StochasticParamsDict(TypedDict):
    """``StochasticParams`` as a mapping."""

    fast_k: NotRequired[int | None]
    slow_k: NotRequired[int | None]
    slow_d: NotRequired[int | None]


@document
class KeltnerParams(Document):
    """Inputs of `Keltner`.

    Attributes
    ----------
    length : int, optional
        Length of the exponential average of `(high + low + close) / 3`, in bars. [from 1 to 1000000; 20 where absent]
    range_length : int, optional
        Length of the average true range, in bars. [from 1 to 1000000; 10 where absent]
    ranges : float, optional
        Distance of the channel's lines from its middle, in average true ranges. [from 0.0 to 100.0; 2.0 where absent]
    """

    length: int | None = None
    range_length: int | None = None
    ranges: float | None = None
    _route = "signals.indicator_batch:indicator.keltner"

    def __init__(
        self,
        length: int | None = None,
        range_length: int | None = None,
        ranges: float | None = None,
    ) -> None:
        self._fill({"length": length, "range_length": range_length, "ranges": ranges})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "range_length": self.range_length,
            "ranges": self.ranges,
        }


class KeltnerParamsDict(TypedDict):
    """``KeltnerParams`` as a mapping."""

    length: NotRequired[int | None]
    range_length: NotRequired[int | None]
    ranges: NotRequired[float | None]


@document
class DonchianParams(Document):
    """Inputs of `Donchian`.

    Attributes
    ----------
    length : int
        Length of the window, in bars. [from 1 to 1000000]
    lag : int, optional
        Bars by which the channel lags: 0 where it includes the current bar (as TA-Lib), 1 where a break of it is asked for. [from 0 to 1; 0 where absent]
    """

    length: int
    lag: int | None = None
    _route = "signals.indicator_batch:indicator.donchian"

    def __init__(
        self,
        length: int,
        lag: int | None = None,
    ) -> None:
        self._fill({"length": length, "lag": lag})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "lag": self.lag,
        }


class DonchianParamsDict(TypedDict):
    """``DonchianParams`` as a mapping."""

    length: int
    lag: NotRequired[int | None]


@document
class ChandelierParams(Document):
    """Inputs of `Chandelier`.

    Attributes
    ----------
    length : int, optional
        Length of the window and of the average true range, in bars. [from 1 to 1000000; 22 where absent]
    ranges : float, optional
        Distance of the stops from the extremes, in average true ranges. [from 0.0 to 100.0; 3.0 where absent]
    """

    length: int | None = None
    ranges: float | None = None
    _route = "signals.indicator_batch:indicator.chandelier"

    def __init__(
        self,
        length: int | None = None,
        ranges: float | None = None,
    ) -> None:
        self._fill({"length": length, "ranges": ranges})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "ranges": self.ranges,
        }


class ChandelierParamsDict(TypedDict):
    """``ChandelierParams`` as a mapping."""

    length: NotRequired[int | None]
    ranges: NotRequired[float | None]


@document
class SupertrendParams(Document):
    """Inputs of `Supertrend`.

    Attributes
    ----------
    length : int, optional
        Length of the average true range, in bars. [from 1 to 1000000; 10 where absent]
    ranges : float, optional
        Distance of the bands from the middle of a bar, in average true ranges. [from 0.0 to 100.0; 3.0 where absent]
    """

    length: int | None = None
    ranges: float | None = None
    _route = "signals.indicator_batch:indicator.supertrend"

    def __init__(
        self,
        length: int | None = None,
        ranges: float | None = None,
    ) -> None:
        self._fill({"length": length, "ranges": ranges})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "ranges": self.ranges,
        }


class SupertrendParamsDict(TypedDict):
    """``SupertrendParams`` as a mapping."""

    length: NotRequired[int | None]
    ranges: NotRequired[float | None]


PivotMethod: TypeAlias = Literal["classic", "fibonacci", "camarilla", "woodie"]
"""How pivot levels are computed.

Cases
-----
classic
    Of the floor traders.
fibonacci
    By fractions of the range: 0.382, 0.618 and 1.
camarilla
    By fractions of the range around the close: 1.1 / 12, 1.1 / 6 and 1.1 / 4.
woodie
    Classic levels around a pivot in which the close counts twice.
"""


@document
class PivotsParams(Document):
    """Inputs of `Pivots`.

    Attributes
    ----------
    method : PivotMethod, optional
        How the levels are computed. ["classic" where absent]
    level : int, optional
        Number of the resistance and the support that are answered, counted from the pivot. [from 1 to 3; 1 where absent]
    """

    method: PivotMethod | None = None
    level: int | None = None
    _route = "signals.indicator_batch:indicator.pivots"

    def __init__(
        self,
        method: PivotMethod | None = None,
        level: int | None = None,
    ) -> None:
        self._fill({"method": method, "level": level})

    def _wire(self) -> dict[str, Any]:
        return {
            "method": self.method,
            "level": self.level,
        }


class PivotsParamsDict(TypedDict):
    """``PivotsParams`` as a mapping."""

    method: NotRequired[PivotMethod | None]
    level: NotRequired[int | None]


@document
class SwingParams(Document):
    """Inputs of `FractalSwings`.

    Attributes
    ----------
    left : int, optional
        Bars before a turning point that it exceeds. [from 1 to 100; 2 where absent]
    right : int, optional
        Bars after a turning point that it exceeds, and by which it is known later. [from 1 to 100; 2 where absent]
    """

    left: int | None = None
    right: int | None = None
    _route = "signals.indicator_batch:indicator.fractal_swings"

    def __init__(
        self,
        left: int | None = None,
        right: int | None = None,
    ) -> None:
        self._fill({"left": left, "right": right})

    def _wire(self) -> dict[str, Any]:
        return {
            "left": self.left,
            "right": self.right,
        }


class SwingParamsDict(TypedDict):
    """``SwingParams`` as a mapping."""

    left: NotRequired[int | None]
    right: NotRequired[int | None]


@document
class ProfileParams(Document):
    """Inputs of `VolumeProfile`.

    Attributes
    ----------
    length : int
        Length of the window, in bars. [from 1 to 10000]
    bins : int, optional
        Number of equal steps of price between the least low and the greatest high. [from 1 to 1000; 24 where absent]
    area : float, optional
        Fraction of the volume that the value area holds at least. [from 0.0 to 1.0; 0.7 where absent]
    """

    length: int
    bins: int | None = None
    area: float | None = None
    _route = "signals.indicator_batch:indicator.volume_profile"

    def __init__(
        self,
        length: int,
        bins: int | None = None,
        area: float | None = None,
    ) -> None:
        self._fill({"length": length, "bins": bins, "area": area})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "bins": self.bins,
            "area": self.area,
        }


class ProfileParamsDict(TypedDict):
    """``ProfileParams`` as a mapping."""

    length: int
    bins: NotRequired[int | None]
    area: NotRequired[float | None]


@document
class AnchoredVwapParams(Document):
    """Inputs of `AnchoredVwap`: none, since the first bar that it takes is the anchor."""

    _route = "signals.indicator_batch:indicator.anchored_vwap"

    def __init__(
        self,
    ) -> None:
        self._fill({})

    def _wire(self) -> dict[str, Any]:
        return {
        }


class AnchoredVwapParamsDict(TypedDict):
    """``AnchoredVwapParams`` as a mapping."""



@document
class ObvParams(Document):
    """Inputs of `Obv`: none, since the first bar that it takes begins the sum."""

    _route = "signals.indicator_batch:indicator.obv"

    def __init__(
        self,
    ) -> None:
        self._fill({})

    def _wire(self) -> dict[str, Any]:
        return {
        }


class ObvParamsDict(TypedDict):
    """``ObvParams`` as a mapping."""



@document
class WmaParams(Document):
    """Inputs of `Wma`.

    Attributes
    ----------
    length : int
        Length of the window, in observations. [from 1 to 1000000]
    """

    length: int
    _route = "signals.indicator_batch:indicator.wma"

    def __init__(
        self,
        length: int,
    ) -> None:
        self._fill({"length": length})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


class WmaParamsDict(TypedDict):
    """``WmaParams`` as a mapping."""

    length: int


@document
class LayeredAverageParams(Document):
    """Inputs of `Dema` and `Tema`.

    Attributes
    ----------
    length : int
        Length of each average, in observations. [from 1 to 1000000]
    """

    length: int
    _route = "signals.indicator_batch:indicator.dema"

    def __init__(
        self,
        length: int,
    ) -> None:
        self._fill({"length": length})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


class LayeredAverageParamsDict(TypedDict):
    """``LayeredAverageParams`` as a mapping."""

    length: int


@document
class MomentumParams(Document):
    """Inputs of `Momentum`.

    Attributes
    ----------
    length : int
        Distance of the two values, in observations. [from 1 to 1000000]
    """

    length: int
    _route = "signals.indicator_batch:indicator.momentum"

    def __init__(
        self,
        length: int,
    ) -> None:
        self._fill({"length": length})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


class MomentumParamsDict(TypedDict):
    """``MomentumParams`` as a mapping."""

    length: int


@document
class CorrelationParams(Document):
    """Inputs of `Correlation`.

    Attributes
    ----------
    length : int
        Length of the window, in pairs. [from 2 to 10000]
    """

    length: int
    _route = "signals.indicator_batch:indicator.correlation"

    def __init__(
        self,
        length: int,
    ) -> None:
        self._fill({"length": length})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


class CorrelationParamsDict(TypedDict):
    """``CorrelationParams`` as a mapping."""

    length: int


@document
class CciParams(Document):
    """Inputs of `Cci`.

    Attributes
    ----------
    length : int
        Length of the window, in bars. [from 1 to 10000]
    """

    length: int
    _route = "signals.indicator_batch:indicator.cci"

    def __init__(
        self,
        length: int,
    ) -> None:
        self._fill({"length": length})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


class CciParamsDict(TypedDict):
    """``CciParams`` as a mapping."""

    length: int


@document
class WilliamsParams(Document):
    """Inputs of `WilliamsR`.

    Attributes
    ----------
    length : int
        Length of the window of highs and lows, in bars. [from 1 to 1000000]
    """

    length: int
    _route = "signals.indicator_batch:indicator.williams_r"

    def __init__(
        self,
        length: int,
    ) -> None:
        self._fill({"length": length})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


class WilliamsParamsDict(TypedDict):
    """``WilliamsParams`` as a mapping."""

    length: int


@document
class AroonParams(Document):
    """Inputs of `Aroon`.

    Attributes
    ----------
    length : int
        Length of the window, in changes from one bar to the next. [from 1 to 1000000]
    """

    length: int
    _route = "signals.indicator_batch:indicator.aroon"

    def __init__(
        self,
        length: int,
    ) -> None:
        self._fill({"length": length})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


class AroonParamsDict(TypedDict):
    """``AroonParams`` as a mapping."""

    length: int


@document
class ParabolicParams(Document):
    """Inputs of `ParabolicSar`.

    Attributes
    ----------
    step : float, optional
        Part of the way to the extreme at the start of a trend, and by how much it grows with each new extreme. [from 0.0 to 1.0; 0.02 where absent]
    most : float, optional
        Greatest part of the way: at least `step`. [from 0.0 to 1.0; 0.2 where absent]
    """

    step: float | None = None
    most: float | None = None
    _route = "signals.indicator_batch:indicator.parabolic_sar"

    def __init__(
        self,
        step: float | None = None,
        most: float | None = None,
    ) -> None:
        self._fill({"step": step, "most": most})

    def _wire(self) -> dict[str, Any]:
        return {
            "step": self.step,
            "most": self.most,
        }


class ParabolicParamsDict(TypedDict):
    """``ParabolicParams`` as a mapping."""

    step: NotRequired[float | None]
    most: NotRequired[float | None]


@document
class MfiParams(Document):
    """Inputs of `Mfi`.

    Attributes
    ----------
    length : int
        Length of the window, in changes from one bar to the next. [from 1 to 1000000]
    """

    length: int
    _route = "signals.indicator_batch:indicator.mfi"

    def __init__(
        self,
        length: int,
    ) -> None:
        self._fill({"length": length})

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


class MfiParamsDict(TypedDict):
    """``MfiParams`` as a mapping."""

    length: int


@document
class AccumulationParams(Document):
    """Inputs of `AccumulationDistribution`: none, since the first bar that it takes begins the sum."""

    _route = "signals.indicator_batch:indicator.accumulation_distribution"

    def __init__(
        self,
    ) -> None:
        self._fill({})

    def _wire(self) -> dict[str, Any]:
        return {
        }


class AccumulationParamsDict(TypedDict):
    """``AccumulationParams`` as a mapping."""



CandleShape: TypeAlias = Literal["two_crows", "three_black_crows", "three_inside", "three_line_strike", "three_outside", "three_stars_in_the_south", "three_white_soldiers", "abandoned_baby", "advance_block", "belt_hold", "breakaway", "closing_marubozu", "concealing_baby_swallow", "counterattack", "dark_cloud_cover", "doji", "doji_star", "dragonfly_doji", "engulfing", "evening_doji_star", "evening_star", "gap_side_by_side_white", "gravestone_doji", "hammer", "hanging_man", "harami", "harami_cross", "high_wave", "hikkake", "modified_hikkake", "homing_pigeon", "identical_three_crows", "in_neck", "inverted_hammer", "kicking", "kicking_by_length", "ladder_bottom", "long_legged_doji", "long_line", "marubozu", "matching_low", "mat_hold", "morning_doji_star", "morning_star", "on_neck", "piercing", "rickshaw_man", "rising_falling_three_methods", "separating_lines", "shooting_star", "short_line", "spinning_top", "stalled_pattern", "stick_sandwich", "takuri", "tasuki_gap", "thrusting", "tristar", "unique_three_river", "upside_gap_two_crows", "side_gap_three_methods"]
"""Patterns of candles, as TA-Lib has them.

Cases
-----
two_crows
    Two crows: behind a long white candle a black one above it, and one that closes back in its body. -100.
three_black_crows
    Three black crows: three black candles with hardly a lower shadow, each opening in the body before it. -100.
three_inside
    Three inside: a small body within a long one, and a close beyond the long one's opening. 100 up, -100 down.
three_line_strike
    Three-line strike: three candles of one side, and one that closes beyond the first's opening. 100 after white ones, -100 after black.
three_outside
    Three outside: a body that engulfs the one before it, and a close further on. 100 up, -100 down.
three_stars_in_the_south
    Three stars in the south: three black candles, each smaller and within the one before it. 100.
three_white_soldiers
    Three white soldiers: three white candles with hardly an upper shadow, each opening in the body before it. 100.
abandoned_baby
    Abandoned baby: a doji with gaps on both sides, shadows and all. 100 at a bottom, -100 at a top.
advance_block
    Advance block: three white candles that weaken. -100.
belt_hold
    Belt hold: a long candle that opens at its extreme. 100 white, -100 black.
breakaway
    Breakaway: a gap in the direction of a long candle, a run, and a close back in the gap. 100 up, -100 down.
closing_marubozu
    Closing marubozu: a long candle that closes at its extreme. 100 white, -100 black.
concealing_baby_swallow
    Concealing baby swallow: four black candles, the last of which swallows the third. 100.
counterattack
    Counterattack: two long candles of opposite sides that close at one price. 100 white, -100 black.
dark_cloud_cover
    Dark cloud cover: a black candle that opens above a long white one and closes deep in its body. -100.
doji
    Doji: a body of at most a tenth of the usual range. 100.
doji_star
    Doji star: a doji behind a long candle, with a gap in its direction. 100 at a bottom, -100 at a top.
dragonfly_doji
    Dragonfly doji: a doji with a lower shadow alone. 100.
engulfing
    Engulfing: a body around the opposite one before it. 100 up, -100 down; 80 where an end is shared.
evening_doji_star
    Evening doji star: a doji above a long white candle, and a black one that closes deep in that. -100.
evening_star
    Evening star: a small body above a long white candle, and a black one that closes deep in that. -100.
gap_side_by_side_white
    Side-by-side white lines behind a gap: two alike. 100 up, -100 down.
gravestone_doji
    Gravestone doji: a doji with an upper shadow alone. 100.
hammer
    Hammer: a small body with a lower shadow alone, at the low before it. 100.
hanging_man
    Hanging man: a small body with a lower shadow alone, at the high before it. -100.
harami
    Harami: a small body within a long one. 100 within a black one, -100 within a white one; 80 where an end is shared.
harami_cross
    Harami cross: a doji within a long body. 100 within a black one, -100 within a white one; 80 where an end is shared.
high_wave
    High wave: a small body with two very long shadows. 100 white, -100 black.
hikkake
    Hikkake: a candle within another, and one that leaves it to one side. 100 for downward, -100 for upward; 200 where a close confirms it.
modified_hikkake
    Modified hikkake: the same with two candles within each other, the first closing near its extreme. 100, -100; 200 where confirmed.
homing_pigeon
    Homing pigeon: a small black body within a long black one. 100.
identical_three_crows
    Identical three crows: three black candles that each open where the one before closed. -100.
in_neck
    In-neck: a white candle from below a long black one that closes just in its body. -100.
inverted_hammer
    Inverted hammer: a small body with an upper shadow alone, below the body before it. 100.
kicking
    Kicking: two opposite marubozu with a gap between them. 100 up, -100 down.
kicking_by_length
    Kicking by length: the same, with the side of the longer of the two.
ladder_bottom
    Ladder bottom: three falling black candles, one with an upper shadow, and a white one above it. 100.
long_legged_doji
    Long-legged doji: a doji with a shadow longer than its body. 100.
long_line
    Long line: a long body with short shadows. 100 white, -100 black.
marubozu
    Marubozu: a long body with hardly a shadow. 100 white, -100 black.
matching_low
    Matching low: two black candles that close at one price. 100.
mat_hold
    Mat hold: a long white candle, three small ones that hold in its upper part, and a white one above them all. 100.
morning_doji_star
    Morning doji star: a doji below a long black candle, and a white one that closes deep in that. 100.
morning_star
    Morning star: a small body below a long black candle, and a white one that closes deep in that. 100.
on_neck
    On-neck: a white candle from below a long black one that closes at its low. -100.
piercing
    Piercing line: a long white candle from below a long black one that closes above the middle of its body. 100.
rickshaw_man
    Rickshaw man: a doji in the middle of two shadows. 100.
rising_falling_three_methods
    Rising or falling three methods: a long candle, three small ones against it within its range, and one that goes on. 100 up, -100 down.
separating_lines
    Separating lines: two opposite candles that open at one price, the second a belt hold. 100 white, -100 black.
shooting_star
    Shooting star: a small body with an upper shadow alone, above the body before it. -100.
short_line
    Short line: a short body with short shadows. 100 white, -100 black.
spinning_top
    Spinning top: a short body with two shadows longer than it. 100 white, -100 black.
stalled_pattern
    Stalled pattern: two long white candles and a small one at the second's close. -100.
stick_sandwich
    Stick sandwich: a white candle between two black ones that close at one price. 100.
takuri
    Takuri: a doji with hardly an upper and a very long lower shadow. 100.
tasuki_gap
    Tasuki gap: a gap in a trend, and an opposite candle of like size that closes in it. 100 up, -100 down.
thrusting
    Thrusting: a white candle from below a long black one that closes in its lower half. -100.
tristar
    Tristar: three doji, the middle one beyond the others. 100 at a bottom, -100 at a top.
unique_three_river
    Unique three river: a long black candle, a black one within it with a new low, and a small white one. 100.
upside_gap_two_crows
    Upside gap two crows: behind a long white candle two black ones above it, the second around the first. -100.
side_gap_three_methods
    Side gap three methods: a gap between two candles of one side, and an opposite one that fills it. 100 up, -100 down.
"""


@document
class CandlePatternParams(Document):
    """Inputs of `CandlePattern`.

    Attributes
    ----------
    pattern : CandleShape
        Pattern that is looked for.
    penetration : float, optional
        Part of a body that a later candle has to run into, for patterns that ask for it. Absent: 0.5 for a dark cloud cover and a mat hold, 0.3 for stars and an abandoned baby. [from 0.0 to 1.0]
    """

    pattern: CandleShape
    penetration: float | None = None
    _route = "signals.indicator_batch:indicator.candle_pattern"

    def __init__(
        self,
        pattern: CandleShape,
        penetration: float | None = None,
    ) -> None:
        self._fill({"pattern": pattern, "penetration": penetration})

    def _wire(self) -> dict[str, Any]:
        return {
            "pattern": self.pattern,
            "penetration": self.penetration,
        }


class CandlePatternParamsDict(TypedDict):
    """``CandlePatternParams`` as a mapping."""

    pattern: CandleShape
    penetration: NotRequired[float | None]


@document
class IndicatorKind(Variant):
    """Indicators that there are, each with its parameters and its lines.

    Cases
    -----
    sma
        Simple moving average of the close. Line: `value`.
    ema
        Exponential moving average of the close. Line: `value`.
    wilder
        Wilder's average of the close, also called running or smoothed average. Line: `value`.
    kama
        Kaufman's adaptive moving average of the close. Line: `value`.
    efficiency_ratio
        Kaufman's efficiency ratio of the close, 0 to 1. Line: `value`.
    rsi
        Relative strength index of the close, 0 to 100; 50 where nothing moves. Line: `value`.
    macd
        Moving average convergence/divergence of the close. Lines: `value` (fast less slow), `signal`; the histogram is their difference.
    roc
        Rate of change of the close, a fraction. Line: `value`.
    linear_regression_slope
        Slope of the regression line of the close, per row. Line: `value`.
    variance
        Variance of the close. Line: `value`.
    std_dev
        Standard deviation of the close. Line: `value`.
    bollinger
        Bollinger bands of the close. Lines: `value` (the middle), `upper`, `lower`.
    rolling_min
        Least of the last closes. Line: `value`.
    rolling_max
        Greatest of the last closes. Line: `value`.
    rolling_median
        Median of the last closes. Line: `value`.
    percentile_rank
        Fraction of the closes before that are less than the current one. Line: `value`.
    true_range
        True range. Reads high, low and close. Line: `value`.
    atr
        Average true range. Reads high, low and close. Line: `value`.
    natr
        Average true range as a fraction of the close. Reads high, low and close. Line: `value`.
    adx
        Directional movement, 0 to 100. Reads high, low and close. Lines: `value` (ADX), `upper` (+DI), `lower` (-DI).
    stochastic
        Slow stochastic oscillator, 0 to 100. Reads high, low and close. Lines: `value` (%K), `signal` (%D).
    keltner
        Keltner channels around an exponential average of the typical price `(high + low + close) / 3`, both averages seeded at one bar. Reads high, low and close. Lines: `value` (the middle), `upper`, `lower`.
    donchian
        Donchian channel. Reads high, low and close. Lines: `value` (the middle), `upper`, `lower`.
    chandelier
        Chandelier exits. Reads high, low and close. Lines: `upper` (stop of a short position), `lower` (of a long one).
    supertrend
        Supertrend. Reads high, low and close. Lines: `value` (the stop), `signal` (1 up, -1 down), `upper`, `lower`.
    pivots
        Pivot levels that each bar gives to the bar after it. Reads high, low and close. Lines: `value` (pivot), `upper` (resistance), `lower` (support).
    fractal_swings
        Last confirmed swing high and low. Reads high, low and close. Lines: `upper` (the high), `lower` (the low), `signal` (swings confirmed by this row).
    volume_profile
        Volume profile. Reads high, low, close and volume. Lines: `value` (point of control), `upper` and `lower` (ends of the value area), `signal` (its share of the volume).
    anchored_vwap
        Volume-weighted average price from the first row on. Reads high, low, close and volume. Line: `value`.
    obv
        On-balance volume. Reads close and volume. Line: `value`.
    wma
        Weighted moving average of the close, the newest weighing most. Line: `value`.
    dema
        Double exponential average of the close. Line: `value`.
    tema
        Triple exponential average of the close. Line: `value`.
    momentum
        Momentum of the close, in its unit. Line: `value`.
    correlation
        Correlation of the close with a second series, -1 to 1. Reads close and other. Line: `value`.
    cci
        Commodity channel index of the typical price. Reads high, low and close. Line: `value`.
    williams_r
        Williams' %R, -100 to 0. Reads high, low and close. Line: `value`.
    aroon
        Aroon, 0 to 100. Reads high, low and close. Lines: `value` (up less down), `upper` (up), `lower` (down).
    parabolic_sar
        Parabolic stop and reverse. Reads high, low and close. Line: `value`.
    mfi
        Money flow index, 0 to 100; 50 where nothing flows. Reads high, low, close and volume. Line: `value`.
    accumulation_distribution
        Accumulation/distribution line. Reads high, low, close and volume. Line: `value`.
    candle_pattern
        Pattern of candles: 100 upward, -100 downward, 0 where there is none. Reads open, high, low and close. Line: `value`.
    """

    tag: Literal["sma", "ema", "wilder", "kama", "efficiency_ratio", "rsi", "macd", "roc", "linear_regression_slope", "variance", "std_dev", "bollinger", "rolling_min", "rolling_max", "rolling_median", "percentile_rank", "true_range", "atr", "natr", "adx", "stochastic", "keltner", "donchian", "chandelier", "supertrend", "pivots", "fractal_swings", "volume_profile", "anchored_vwap", "obv", "wma", "dema", "tema", "momentum", "correlation", "cci", "williams_r", "aroon", "parabolic_sar", "mfi", "accumulation_distribution", "candle_pattern"]
    content: SmaParams | EmaParams | WilderParams | KamaParams | EfficiencyParams | RsiParams | MacdParams | RocParams | SlopeParams | DeviationParams | BollingerParams | ExtremeParams | OrderParams | TrueRangeParams | AtrParams | AdxParams | StochasticParams | KeltnerParams | DonchianParams | ChandelierParams | SupertrendParams | PivotsParams | SwingParams | ProfileParams | AnchoredVwapParams | ObvParams | WmaParams | LayeredAverageParams | MomentumParams | CorrelationParams | CciParams | WilliamsParams | AroonParams | ParabolicParams | MfiParams | AccumulationParams | CandlePatternParams | None = None
    _route = "signals.indicator_batch:indicator"

    @classmethod
    def sma(cls, content: SmaParams | SmaParamsDict) -> Self:
        """Simple moving average of the close. Line: `value`."""
        return cls._made("sma", content)

    @classmethod
    def ema(cls, content: EmaParams | EmaParamsDict) -> Self:
        """Exponential moving average of the close. Line: `value`."""
        return cls._made("ema", content)

    @classmethod
    def wilder(cls, content: WilderParams | WilderParamsDict) -> Self:
        """Wilder's average of the close, also called running or smoothed average. Line: `value`."""
        return cls._made("wilder", content)

    @classmethod
    def kama(cls, content: KamaParams | KamaParamsDict) -> Self:
        """Kaufman's adaptive moving average of the close. Line: `value`."""
        return cls._made("kama", content)

    @classmethod
    def efficiency_ratio(cls, content: EfficiencyParams | EfficiencyParamsDict) -> Self:
        """Kaufman's efficiency ratio of the close, 0 to 1. Line: `value`."""
        return cls._made("efficiency_ratio", content)

    @classmethod
    def rsi(cls, content: RsiParams | RsiParamsDict) -> Self:
        """Relative strength index of the close, 0 to 100; 50 where nothing moves. Line: `value`."""
        return cls._made("rsi", content)

    @classmethod
    def macd(cls, content: MacdParams | MacdParamsDict) -> Self:
        """Moving average convergence/divergence of the close. Lines: `value` (fast less slow), `signal`; the histogram is their difference."""
        return cls._made("macd", content)

    @classmethod
    def roc(cls, content: RocParams | RocParamsDict) -> Self:
        """Rate of change of the close, a fraction. Line: `value`."""
        return cls._made("roc", content)

    @classmethod
    def linear_regression_slope(cls, content: SlopeParams | SlopeParamsDict) -> Self:
        """Slope of the regression line of the close, per row. Line: `value`."""
        return cls._made("linear_regression_slope", content)

    @classmethod
    def variance(cls, content: DeviationParams | DeviationParamsDict) -> Self:
        """Variance of the close. Line: `value`."""
        return cls._made("variance", content)

    @classmethod
    def std_dev(cls, content: DeviationParams | DeviationParamsDict) -> Self:
        """Standard deviation of the close. Line: `value`."""
        return cls._made("std_dev", content)

    @classmethod
    def bollinger(cls, content: BollingerParams | BollingerParamsDict) -> Self:
        """Bollinger bands of the close. Lines: `value` (the middle), `upper`, `lower`."""
        return cls._made("bollinger", content)

    @classmethod
    def rolling_min(cls, content: ExtremeParams | ExtremeParamsDict) -> Self:
        """Least of the last closes. Line: `value`."""
        return cls._made("rolling_min", content)

    @classmethod
    def rolling_max(cls, content: ExtremeParams | ExtremeParamsDict) -> Self:
        """Greatest of the last closes. Line: `value`."""
        return cls._made("rolling_max", content)

    @classmethod
    def rolling_median(cls, content: OrderParams | OrderParamsDict) -> Self:
        """Median of the last closes. Line: `value`."""
        return cls._made("rolling_median", content)

    @classmethod
    def percentile_rank(cls, content: OrderParams | OrderParamsDict) -> Self:
        """Fraction of the closes before that are less than the current one. Line: `value`."""
        return cls._made("percentile_rank", content)

    @classmethod
    def true_range(cls, content: TrueRangeParams | TrueRangeParamsDict) -> Self:
        """True range. Reads high, low and close. Line: `value`."""
        return cls._made("true_range", content)

    @classmethod
    def atr(cls, content: AtrParams | AtrParamsDict) -> Self:
        """Average true range. Reads high, low and close. Line: `value`."""
        return cls._made("atr", content)

    @classmethod
    def natr(cls, content: AtrParams | AtrParamsDict) -> Self:
        """Average true range as a fraction of the close. Reads high, low and close. Line: `value`."""
        return cls._made("natr", content)

    @classmethod
    def adx(cls, content: AdxParams | AdxParamsDict) -> Self:
        """Directional movement, 0 to 100. Reads high, low and close. Lines: `value` (ADX), `upper` (+DI), `lower` (-DI)."""
        return cls._made("adx", content)

    @classmethod
    def stochastic(cls, content: StochasticParams | StochasticParamsDict) -> Self:
        """Slow stochastic oscillator, 0 to 100. Reads high, low and close. Lines: `value` (%K), `signal` (%D)."""
        return cls._made("stochastic", content)

    @classmethod
    def keltner(cls, content: KeltnerParams | KeltnerParamsDict) -> Self:
        """Keltner channels around an exponential average of the typical price `(high + low + close) / 3`, both averages seeded at one bar. Reads high, low and close. Lines: `value` (the middle), `upper`, `lower`."""
        return cls._made("keltner", content)

    @classmethod
    def donchian(cls, content: DonchianParams | DonchianParamsDict) -> Self:
        """Donchian channel. Reads high, low and close. Lines: `value` (the middle), `upper`, `lower`."""
        return cls._made("donchian", content)

    @classmethod
    def chandelier(cls, content: ChandelierParams | ChandelierParamsDict) -> Self:
        """Chandelier exits. Reads high, low and close. Lines: `upper` (stop of a short position), `lower` (of a long one)."""
        return cls._made("chandelier", content)

    @classmethod
    def supertrend(cls, content: SupertrendParams | SupertrendParamsDict) -> Self:
        """Supertrend. Reads high, low and close. Lines: `value` (the stop), `signal` (1 up, -1 down), `upper`, `lower`."""
        return cls._made("supertrend", content)

    @classmethod
    def pivots(cls, content: PivotsParams | PivotsParamsDict) -> Self:
        """Pivot levels that each bar gives to the bar after it. Reads high, low and close. Lines: `value` (pivot), `upper` (resistance), `lower` (support)."""
        return cls._made("pivots", content)

    @classmethod
    def fractal_swings(cls, content: SwingParams | SwingParamsDict) -> Self:
        """Last confirmed swing high and low. Reads high, low and close. Lines: `upper` (the high), `lower` (the low), `signal` (swings confirmed by this row)."""
        return cls._made("fractal_swings", content)

    @classmethod
    def volume_profile(cls, content: ProfileParams | ProfileParamsDict) -> Self:
        """Volume profile. Reads high, low, close and volume. Lines: `value` (point of control), `upper` and `lower` (ends of the value area), `signal` (its share of the volume)."""
        return cls._made("volume_profile", content)

    @classmethod
    def anchored_vwap(cls, content: AnchoredVwapParams | AnchoredVwapParamsDict) -> Self:
        """Volume-weighted average price from the first row on. Reads high, low, close and volume. Line: `value`."""
        return cls._made("anchored_vwap", content)

    @classmethod
    def obv(cls, content: ObvParams | ObvParamsDict) -> Self:
        """On-balance volume. Reads close and volume. Line: `value`."""
        return cls._made("obv", content)

    @classmethod
    def wma(cls, content: WmaParams | WmaParamsDict) -> Self:
        """Weighted moving average of the close, the newest weighing most. Line: `value`."""
        return cls._made("wma", content)

    @classmethod
    def dema(cls, content: LayeredAverageParams | LayeredAverageParamsDict) -> Self:
        """Double exponential average of the close. Line: `value`."""
        return cls._made("dema", content)

    @classmethod
    def tema(cls, content: LayeredAverageParams | LayeredAverageParamsDict) -> Self:
        """Triple exponential average of the close. Line: `value`."""
        return cls._made("tema", content)

    @classmethod
    def momentum(cls, content: MomentumParams | MomentumParamsDict) -> Self:
        """Momentum of the close, in its unit. Line: `value`."""
        return cls._made("momentum", content)

    @classmethod
    def correlation(cls, content: CorrelationParams | CorrelationParamsDict) -> Self:
        """Correlation of the close with a second series, -1 to 1. Reads close and other. Line: `value`."""
        return cls._made("correlation", content)

    @classmethod
    def cci(cls, content: CciParams | CciParamsDict) -> Self:
        """Commodity channel index of the typical price. Reads high, low and close. Line: `value`."""
        return cls._made("cci", content)

    @classmethod
    def williams_r(cls, content: WilliamsParams | WilliamsParamsDict) -> Self:
        """Williams' %R, -100 to 0. Reads high, low and close. Line: `value`."""
        return cls._made("williams_r", content)

    @classmethod
    def aroon(cls, content: AroonParams | AroonParamsDict) -> Self:
        """Aroon, 0 to 100. Reads high, low and close. Lines: `value` (up less down), `upper` (up), `lower` (down)."""
        return cls._made("aroon", content)

    @classmethod
    def parabolic_sar(cls, content: ParabolicParams | ParabolicParamsDict) -> Self:
        """Parabolic stop and reverse. Reads high, low and close. Line: `value`."""
        return cls._made("parabolic_sar", content)

    @classmethod
    def mfi(cls, content: MfiParams | MfiParamsDict) -> Self:
        """Money flow index, 0 to 100; 50 where nothing flows. Reads high, low, close and volume. Line: `value`."""
        return cls._made("mfi", content)

    @classmethod
    def accumulation_distribution(cls, content: AccumulationParams | AccumulationParamsDict) -> Self:
        """Accumulation/distribution line. Reads high, low, close and volume. Line: `value`."""
        return cls._made("accumulation_distribution", content)

    @classmethod
    def candle_pattern(cls, content: CandlePatternParams | CandlePatternParamsDict) -> Self:
        """Pattern of candles: 100 upward, -100 downward, 0 where there is none. Reads open, high, low and close. Line: `value`."""
        return cls._made("candle_pattern", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "sma":
            return SmaParams._read(content)
        if tag == "ema":
            return EmaParams._read(content)
        if tag == "wilder":
            return WilderParams._read(content)
        if tag == "kama":
            return KamaParams._read(content)
        if tag == "efficiency_ratio":
            return EfficiencyParams._read(content)
        if tag == "rsi":
            return RsiParams._read(content)
        if tag == "macd":
            return MacdParams._read(content)
        if tag == "roc":
            return RocParams._read(content)
        if tag == "linear_regression_slope":
            return SlopeParams._read(content)
        if tag == "variance":
            return DeviationParams._read(content)
        if tag == "std_dev":
            return DeviationParams._read(content)
        if tag == "bollinger":
            return BollingerParams._read(content)
        if tag == "rolling_min":
            return ExtremeParams._read(content)
        if tag == "rolling_max":
            return ExtremeParams._read(content)
        if tag == "rolling_median":
            return OrderParams._read(content)
        if tag == "percentile_rank":
            return OrderParams._read(content)
        if tag == "true_range":
            return TrueRangeParams._read(content)
        if tag == "atr":
            return AtrParams._read(content)
        if tag == "natr":
            return AtrParams._read(content)
        if tag == "adx":
            return AdxParams._read(content)
        if tag == "stochastic":
            return StochasticParams._read(content)
        if tag == "keltner":
            return KeltnerParams._read(content)
        if tag == "donchian":
            return DonchianParams._read(content)
        if tag == "chandelier":
            return ChandelierParams._read(content)
        if tag == "supertrend":
            return SupertrendParams._read(content)
        if tag == "pivots":
            return PivotsParams._read(content)
        if tag == "fractal_swings":
            return SwingParams._read(content)
        if tag == "volume_profile":
            return ProfileParams._read(content)
        if tag == "anchored_vwap":
            return AnchoredVwapParams._read(content)
        if tag == "obv":
            return ObvParams._read(content)
        if tag == "wma":
            return WmaParams._read(content)
        if tag == "dema":
            return LayeredAverageParams._read(content)
        if tag == "tema":
            return LayeredAverageParams._read(content)
        if tag == "momentum":
            return MomentumParams._read(content)
        if tag == "correlation":
            return CorrelationParams._read(content)
        if tag == "cci":
            return CciParams._read(content)
        if tag == "williams_r":
            return WilliamsParams._read(content)
        if tag == "aroon":
            return AroonParams._read(content)
        if tag == "parabolic_sar":
            return ParabolicParams._read(content)
        if tag == "mfi":
            return MfiParams._read(content)
        if tag == "accumulation_distribution":
            return AccumulationParams._read(content)
        if tag == "candle_pattern":
            return CandlePatternParams._read(content)
        return content


class IndicatorKindDict(TypedDict, total=False):
    """``IndicatorKind`` as a mapping: one of the keys, with its content."""

    sma: SmaParams | SmaParamsDict
    ema: EmaParams | EmaParamsDict
    wilder: WilderParams | WilderParamsDict
    kama: KamaParams | KamaParamsDict
    efficiency_ratio: EfficiencyParams | EfficiencyParamsDict
    rsi: RsiParams | RsiParamsDict
    macd: MacdParams | MacdParamsDict
    roc: RocParams | RocParamsDict
    linear_regression_slope: SlopeParams | SlopeParamsDict
    variance: DeviationParams | DeviationParamsDict
    std_dev: DeviationParams | DeviationParamsDict
    bollinger: BollingerParams | BollingerParamsDict
    rolling_min: ExtremeParams | ExtremeParamsDict
    rolling_max: ExtremeParams | ExtremeParamsDict
    rolling_median: OrderParams | OrderParamsDict
    percentile_rank: OrderParams | OrderParamsDict
    true_range: TrueRangeParams | TrueRangeParamsDict
    atr: AtrParams | AtrParamsDict
    natr: AtrParams | AtrParamsDict
    adx: AdxParams | AdxParamsDict
    stochastic: StochasticParams | StochasticParamsDict
    keltner: KeltnerParams | KeltnerParamsDict
    donchian: DonchianParams | DonchianParamsDict
    chandelier: ChandelierParams | ChandelierParamsDict
    supertrend: SupertrendParams | SupertrendParamsDict
    pivots: PivotsParams | PivotsParamsDict
    fractal_swings: SwingParams | SwingParamsDict
    volume_profile: ProfileParams | ProfileParamsDict
    anchored_vwap: AnchoredVwapParams | AnchoredVwapParamsDict
    obv: ObvParams | ObvParamsDict
    wma: WmaParams | WmaParamsDict
    dema: LayeredAverageParams | LayeredAverageParamsDict
    tema: LayeredAverageParams | LayeredAverageParamsDict
    momentum: MomentumParams | MomentumParamsDict
    correlation: CorrelationParams | CorrelationParamsDict
    cci: CciParams | CciParamsDict
    williams_r: WilliamsParams | WilliamsParamsDict
    aroon: AroonParams | AroonParamsDict
    parabolic_sar: ParabolicParams | ParabolicParamsDict
    mfi: MfiParams | MfiParamsDict
    accumulation_distribution: AccumulationParams | AccumulationParamsDict
    candle_pattern: CandlePatternParams | CandlePatternParamsDict


IndicatorKindLike: TypeAlias = "IndicatorKind | IndicatorKindDict"
"""What is taken for a ``IndicatorKind``."""


NonFinite: TypeAlias = Literal["refuse", "skip", "propagate"]
"""Treatment of a number that is not finite. Numbers that contradict each other (a high below the low) are refused in any case.

Cases
-----
refuse
    It is refused, with its place.
skip
    Its row is answered by NaN and otherwise left out: what follows is as if the row were not there.
propagate
    Its row is answered by NaN, and so is all that depends on it: a window is filled anew, and what never forgets its beginning or only fades it stays NaN until `reset`.
"""


@document
class IndicatorStartReport(Document):
    """Result of `indicator_start`.

    Attributes
    ----------
    warmup_rows : int
        Number of rows whose outputs are NaN: the first whole output is that of the row behind them. [from 0]
    stable_after_rows : int, optional
        Number of rows after which what came before the first of them weighs less than the digits say. Absent: the beginning is never forgotten. [from 0]
    """

    warmup_rows: int
    stable_after_rows: int | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "warmup_rows": self.warmup_rows,
            "stable_after_rows": self.stable_after_rows,
        }


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class IndicatorBatchColumns(Columns):
    """Columns of ``indicator_batch``, of the kind that came in.

    Attributes
    ----------
    value : float64
        Main line: the average, index, range or level itself; of bands and levels, the middle one.
    signal : float64
        Second line: signal of MACD, %D, direction of a trend (1 up, -1 down), swings confirmed, share of the value area.
    upper : float64
        Upper band, resistance, last swing high, stop of a short position, or +DI.
    lower : float64
        Lower band, support, last swing low, stop of a long position, or -DI.
    """

    value: Any
    signal: Any
    upper: Any
    lower: Any


@overload
def indicator_batch(
    *,
    close: ArrayLike | None = None,
    high: ArrayLike | None = None,
    low: ArrayLike | None = None,
    volume: ArrayLike | None = None,
    open: ArrayLike | None = None,
    other: ArrayLike | None = None,
    indicator: IndicatorKindLike,
    non_finite: NonFinite | None = None,
) -> IndicatorBatchColumns: ...


@overload
def indicator_batch(
    frame: _Frame,
    /,
    *,
    close: ArrayLike | None = None,
    high: ArrayLike | None = None,
    low: ArrayLike | None = None,
    volume: ArrayLike | None = None,
    open: ArrayLike | None = None,
    other: ArrayLike | None = None,
    indicator: IndicatorKindLike,
    non_finite: NonFinite | None = None,
) -> _Frame: ...


@operation()
def indicator_batch(
    frame: Any = None,
    /,
    *,
    close: Any = None,
    high: Any = None,
    low: Any = None,
    volume: Any = None,
    open: Any = None,
    other: Any = None,
    indicator: IndicatorKindLike,
    non_finite: NonFinite | None = None,
) -> Any:
    """An indicator over columns, with the bits of `indicator`. Its kind is said by a tag with its parameters: `{"rsi": {"length": 14}}`. It asks for
    the columns that it reads, and answers the lines that it has; the others are NaN, and so is what warms up. Definitions are TA-Lib's; an
    RSI of a series that does not move is 50, and fractions are fractions.

    Parameters
    ----------
    close : column of float64
        Last price of the interval, or value of any other series.
    high : column of float64
        Highest price of the interval, for indicators of bars.
    low : column of float64
        Lowest price of the interval, for indicators of bars.
    volume : column of float64
        Volume traded in the interval, for indicators of volume.
    open : column of float64
        First price of the interval, for patterns of candles.
    other : column of float64
        Value of a second series, for indicators of two.
    indicator : IndicatorKind, or its word or mapping
        Indicator, with its parameters.
    non_finite : NonFinite, optional
        Treatment of a number that is not finite. ["refuse" where absent]

    Returns
    -------
    IndicatorBatchColumns, or a DataFrame
        Columns of the kind that came in (NumPy, pandas, polars). Where a DataFrame is given, columns that are not
        named are taken from it by name, and the result is a DataFrame of its kind.

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> columns = hi.signals.indicator_batch(close=[64940, 64941, 66837, 66407], high=[65420, 65695, 67232, 67183], low=[63090, 64237, 64500, 65765], volume=[9812.5, 8455, 15302.25, 12091], indicator={"volume_profile": {"length": 2}})
    >>> columns.value[:3].tolist()
    [nan, 64555.3125, 64798.5625]
    >>> columns.signal[:3].tolist()
    [nan, 0.7153123136437829, 0.7057855389278012]
    """
    return _frames.call(
        "signals.indicator_batch",
        {"indicator": indicator, "non_finite": non_finite},
        frame,
        {"close": close, "high": high, "low": low, "volume": volume, "open": open, "other": other},
        (("close", "f64"), ("high", "f64"), ("low", "f64"), ("volume", "f64"), ("open", "f64"), ("other", "f64"),),
        ("value", "signal", "upper", "lower",),
        IndicatorBatchColumns,
        False,
    )


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class IndicatorLanesColumns(Columns):
    """Columns of ``indicator_lanes``, of the kind that came in.

    Attributes
    ----------
    lane_0 : float64
        Main line of the first lane: the first indicator of the first series.
    lane_1 : float64
        Main line of the second lane.
    lane_2 : float64
        Main line of the third lane.
    lane_3 : float64
        Main line of the fourth lane.
    lane_4 : float64
        Main line of the fifth lane.
    lane_5 : float64
        Main line of the sixth lane.
    lane_6 : float64
        Main line of the seventh lane.
    lane_7 : float64
        Main line of the eighth lane.
    """

    lane_0: Any
    lane_1: Any
    lane_2: Any
    lane_3: Any
    lane_4: Any
    lane_5: Any
    lane_6: Any
    lane_7: Any


@overload
def indicator_lanes(
    *,
    series_0: ArrayLike,
    series_1: ArrayLike | None = None,
    series_2: ArrayLike | None = None,
    series_3: ArrayLike | None = None,
    series_4: ArrayLike | None = None,
    series_5: ArrayLike | None = None,
    series_6: ArrayLike | None = None,
    series_7: ArrayLike | None = None,
    indicators: Sequence[IndicatorKindLike],
) -> IndicatorLanesColumns: ...


@overload
def indicator_lanes(
    frame: _Frame,
    /,
    *,
    series_0: ArrayLike | None = None,
    series_1: ArrayLike | None = None,
    series_2: ArrayLike | None = None,
    series_3: ArrayLike | None = None,
    series_4: ArrayLike | None = None,
    series_5: ArrayLike | None = None,
    series_6: ArrayLike | None = None,
    series_7: ArrayLike | None = None,
    indicators: Sequence[IndicatorKindLike],
) -> _Frame: ...


@operation()
def indicator_lanes(
    frame: Any = None,
    /,
    *,
    series_0: Any = None,
    series_1: Any = None,
    series_2: Any = None,
    series_3: Any = None,
    series_4: Any = None,
    series_5: Any = None,
    series_6: Any = None,
    series_7: Any = None,
    indicators: Sequence[IndicatorKindLike],
) -> Any:
    """Up to eight lanes at once: one indicator of several series, an indicator for each of them, or several indicators (lengths, kinds) of one
    series. Each lane is the main line, `value`, that `indicator_batch` gives, bit for bit; a lane that was not asked for is NaN.

    Parameters
    ----------
    series_0 : column of float64
        Value of the first series: 0, or a number of size 1e-100 to 1e100.
    series_1 : column of float64
        Value of the second series.
    series_2 : column of float64
        Value of the third series.
    series_3 : column of float64
        Value of the fourth series.
    series_4 : column of float64
        Value of the fifth series.
    series_5 : column of float64
        Value of the sixth series.
    series_6 : column of float64
        Value of the seventh series.
    series_7 : column of float64
        Value of the eighth series.
    indicators : Sequence[IndicatorKindLike]
        Indicators of one series, with their parameters: one for all series, one for each, or up to eight for the only series.

    Returns
    -------
    IndicatorLanesColumns, or a DataFrame
        Columns of the kind that came in (NumPy, pandas, polars). Where a DataFrame is given, columns that are not
        named are taken from it by name, and the result is a DataFrame of its kind.

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> columns = hi.signals.indicator_lanes(series_0=[64940, 64941, 66837, 66407], indicators=[{"ema": {"length": 2}}, {"ema": {"length": 3}}])
    >>> columns.lane_0[:3].tolist()
    [nan, 64940.5, 66204.83333333334]
    >>> columns.lane_1[:3].tolist()
    [nan, nan, 65572.66666666667]
    """
    return _frames.call(
        "signals.indicator_lanes",
        {"indicators": indicators},
        frame,
        {"series_0": series_0, "series_1": series_1, "series_2": series_2, "series_3": series_3, "series_4": series_4, "series_5": series_5, "series_6": series_6, "series_7": series_7},
        (("series_0", "f64"), ("series_1", "f64"), ("series_2", "f64"), ("series_3", "f64"), ("series_4", "f64"), ("series_5", "f64"), ("series_6", "f64"), ("series_7", "f64"),),
        ("lane_0", "lane_1", "lane_2", "lane_3", "lane_4", "lane_5", "lane_6", "lane_7",),
        IndicatorLanesColumns,
        False,
    )


@document
class IndicatorRow(Document):
    """One output of ``Indicator``.

    Attributes
    ----------
    value : float64
        Main line: the average, index, range or level itself; of bands and levels, the middle one.
    signal : float64
        Second line: signal of MACD, %D, direction of a trend (1 up, -1 down), swings confirmed, share of the value area.
    upper : float64
        Upper band, resistance, last swing high, stop of a short position, or +DI.
    lower : float64
        Lower band, support, last swing low, stop of a long position, or -DI.
    """

    value: float
    signal: float
    upper: float
    lower: float


@dataclasses.dataclass(frozen=True, repr=False, eq=False)
class IndicatorColumns(Columns):
    """Outputs of ``Indicator``, a row per event.

    Attributes
    ----------
    value : float64
        Main line: the average, index, range or level itself; of bands and levels, the middle one.
    signal : float64
        Second line: signal of MACD, %D, direction of a trend (1 up, -1 down), swings confirmed, share of the value area.
    upper : float64
        Upper band, resistance, last swing high, stop of a short position, or +DI.
    lower : float64
        Lower band, support, last swing low, stop of a long position, or -DI.
    """

    value: Any
    signal: Any
    upper: Any
    lower: Any


class Indicator(Stream):
    """An indicator, row by row. Its kind is said by a tag with its parameters: `{"rsi": {"length": 14}}`. It asks for the columns that it
    reads, and answers the lines that it has; the others are NaN, and so is what warms up. Nothing drifts, and nothing looks ahead.

    Parameters
    ----------
    indicator : IndicatorKind, or its word or mapping
        Indicator, with its parameters.
    non_finite : NonFinite, optional
        Treatment of a number that is not finite. ["refuse" where absent]

    Returns
    -------
    Indicator

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> stream = hi.signals.Indicator(indicator={"volume_profile": {"length": 3, "bins": 4, "area": 0.7}})
    >>> columns = stream.update_many(close=[64940, 64941, 66837, 66407], high=[65420, 65695, 67232, 67183], low=[63090, 64237, 64500, 65765], volume=[9812.5, 8455, 15302.25, 12091])
    >>> columns.value[:3].tolist()
    [nan, nan, 64643.25]
    >>> columns.signal[:3].tolist()
    [nan, nan, 0.8700950365754064]
    """

    _path: ClassVar[str] = "signals.indicator"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("close", "f64"), ("high", "f64"), ("low", "f64"), ("volume", "f64"), ("open", "f64"), ("other", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("value", "signal", "upper", "lower",)
    _row: ClassVar[type[Any]] = IndicatorRow
    _columns: ClassVar[type[Any]] = IndicatorColumns

    @operation("signals.indicator")
    def __init__(
        self,
        *,
        indicator: IndicatorKindLike,
        non_finite: NonFinite | None = None,
    ) -> None:
        super().__init__({"indicator": indicator, "non_finite": non_finite})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        indicator: IndicatorKindLike,
        non_finite: NonFinite | None = None,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"indicator": indicator, "non_finite": non_finite}, state)

    @operation()
    def update(
        self,
        *,
        close: float | None = None,
        high: float | None = None,
        low: float | None = None,
        volume: float | None = None,
        open: float | None = None,
        other: float | None = None,
    ) -> IndicatorRow:
        """Take the next event; a refused event changes nothing."""
        result: IndicatorRow = self._update({"close": close, "high": high, "low": low, "volume": volume, "open": open, "other": other})
        return result

    @operation()
    def peek(
        self,
        *,
        close: float | None = None,
        high: float | None = None,
        low: float | None = None,
        volume: float | None = None,
        open: float | None = None,
        other: float | None = None,
    ) -> IndicatorRow:
        """What ``update`` would answer, without taking the event."""
        result: IndicatorRow = self._peek({"close": close, "high": high, "low": low, "volume": volume, "open": open, "other": other})
        return result

    @operation()
    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        close: ArrayLike | None = None,
        high: ArrayLike | None = None,
        low: ArrayLike | None = None,
        volume: ArrayLike | None = None,
        open: ArrayLike | None = None,
        other: ArrayLike | None = None,
    ) -> IndicatorColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: IndicatorColumns = self._update_many(frame, {"close": close, "high": high, "low": low, "volume": volume, "open": open, "other": other})
        return result


@operation("signals.indicator_start")
def indicator_start(
    *,
    indicator: IndicatorKindLike,
    digits: int | None = None,
) -> IndicatorStartReport:
    """Rows until an indicator speaks (its warm-up), and until its outputs no longer depend on where the series began (`stable_after`).

    Parameters
    ----------
    indicator : IndicatorKind, or its word or mapping
        Indicator, with its parameters.
    digits : int, optional
        Decimal digits that must not depend on the beginning of the series. [from 0 to 15; 12 where absent]

    Returns
    -------
    IndicatorStartReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.signals.indicator_start(indicator={"rsi": {"length": 14}}, digits=6)
    >>> report.warmup_rows
    14
    >>> report.stable_after_rows
    202
    """
    return IndicatorStartReport._read(call("signals.indicator_start", {"indicator": indicator, "digits": digits}))
