"""Operations and types of ``signals``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal, Self, TypeAlias, TypeVar, overload

from numpy.typing import ArrayLike

from .. import _frames
from .._documents import Document, Variant, filled
from .._frames import Columns
from .._handles import Stream

__all__ = [
    "AdxParams",
    "AnchoredVwapParams",
    "AtrParams",
    "BollingerParams",
    "ChandelierParams",
    "DeviationParams",
    "DonchianParams",
    "EfficiencyParams",
    "EmaParams",
    "ExtremeParams",
    "FirstRange",
    "Indicator",
    "IndicatorBatchColumns",
    "IndicatorColumns",
    "IndicatorKind",
    "IndicatorRow",
    "KamaParams",
    "KeltnerParams",
    "MacdParams",
    "MacdStart",
    "NonFinite",
    "ObvParams",
    "OrderParams",
    "PivotMethod",
    "PivotsParams",
    "ProfileParams",
    "RocParams",
    "RsiParams",
    "Seed",
    "SlopeParams",
    "SmaParams",
    "StochasticParams",
    "SupertrendParams",
    "SwingParams",
    "TrueRangeParams",
    "WilderParams",
    "indicator_batch",
]

_Frame = TypeVar("_Frame")  # a pandas or polars DataFrame


@dataclasses.dataclass(frozen=True, repr=False)
class SmaParams(Document):
    """Inputs of `Sma`.

    Attributes
    ----------
    length : int
        Length of the average, in observations. [from 1 to 1000000]
    """

    length: int

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


Seed: TypeAlias = Literal["mean", "first"]
"""Seed of an exponential average.

Cases
-----
mean
    With the mean of the first `length` values: TA-Lib's default.
first
    With the first value: Metastock's way. The first output stands where it stands with the other seed.
"""


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "seed": self.seed,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "seed": self.seed,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class KamaParams(Document):
    """Inputs of `Kama`.

    Attributes
    ----------
    length : int
        Length of the efficiency ratio, in changes from one observation to the next. [from 1 to 1000000]
    fast : int, optional
        Length of the average where the series moves straight, in observations. [from 1 to 1000000; 2 where absent]
    slow : int, optional
        Length of the average where the series goes nowhere, in observations. [from 1 to 1000000; 30 where absent]
    """

    length: int
    fast: int | None = None
    slow: int | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "fast": self.fast,
            "slow": self.slow,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class EfficiencyParams(Document):
    """Inputs of `EfficiencyRatio`.

    Attributes
    ----------
    length : int
        Length of the window, in changes from one observation to the next. [from 1 to 1000000]
    """

    length: int

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class RsiParams(Document):
    """Inputs of `Rsi`.

    Attributes
    ----------
    length : int
        Length of the averages, in changes from one observation to the next. [from 1 to 1000000]
    seed : Seed, optional
        Seed of the averages. ["mean" where absent]
    """

    length: int
    seed: Seed | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "seed": self.seed,
        }


MacdStart: TypeAlias = Literal["together", "each"]
"""Place at which the two averages begin.

Cases
-----
together
    Together: the fast one is seeded with the last values of the slow one's seed, as in TA-Lib.
each
    Each as soon as it can.
"""


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "fast": self.fast,
            "slow": self.slow,
            "signal": self.signal,
            "start": self.start,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class RocParams(Document):
    """Inputs of `Roc`.

    Attributes
    ----------
    length : int
        Distance of the two values, in observations. [from 1 to 1000000]
    """

    length: int

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class SlopeParams(Document):
    """Inputs of `LinearRegressionSlope`.

    Attributes
    ----------
    length : int
        Length of the window, in observations. [from 2 to 10000]
    """

    length: int

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "ddof": self.ddof,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "deviations": self.deviations,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ExtremeParams(Document):
    """Inputs of `RollingMin` and `RollingMax`.

    Attributes
    ----------
    length : int
        Length of the window, in observations. [from 1 to 1000000]
    """

    length: int

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class OrderParams(Document):
    """Inputs of `RollingMedian` and `PercentileRank`.

    Attributes
    ----------
    length : int
        Length of the window, in observations. [from 1 to 100000]
    """

    length: int

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


FirstRange: TypeAlias = Literal["absent", "high_low"]
"""True range of the first bar, before which no close stands.

Cases
-----
absent
    It has none: TA-Lib's way.
high_low
    Its high less its low.
"""


@dataclasses.dataclass(frozen=True, repr=False)
class TrueRangeParams(Document):
    """Inputs of `TrueRange`.

    Attributes
    ----------
    first : FirstRange, optional
        True range of the first bar. ["absent" where absent]
    """

    first: FirstRange | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "first": self.first,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "seed": self.seed,
            "first": self.first,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class AdxParams(Document):
    """Inputs of `Adx`.

    Attributes
    ----------
    length : int
        Length of the averages, in bars. [from 1 to 1000000]
    """

    length: int

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "fast_k": self.fast_k,
            "slow_k": self.slow_k,
            "slow_d": self.slow_d,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "range_length": self.range_length,
            "ranges": self.ranges,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "lag": self.lag,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "ranges": self.ranges,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "ranges": self.ranges,
        }


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


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "method": self.method,
            "level": self.level,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "left": self.left,
            "right": self.right,
        }


@dataclasses.dataclass(frozen=True, repr=False)
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

    def _wire(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "bins": self.bins,
            "area": self.area,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class AnchoredVwapParams(Document):
    """Inputs of `AnchoredVwap`: none, since the first bar that it takes is the anchor."""


    def _wire(self) -> dict[str, Any]:
        return {
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ObvParams(Document):
    """Inputs of `Obv`: none, since the first bar that it takes begins the sum."""


    def _wire(self) -> dict[str, Any]:
        return {
        }


@dataclasses.dataclass(frozen=True, repr=False)
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
        Keltner channels around an exponential average of `(high + low + close) / 3`, both averages seeded at one bar. Reads high, low and close. Lines: `value` (the middle), `upper`, `lower`.
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
    """

    tag: Literal["sma", "ema", "wilder", "kama", "efficiency_ratio", "rsi", "macd", "roc", "linear_regression_slope", "variance", "std_dev", "bollinger", "rolling_min", "rolling_max", "rolling_median", "percentile_rank", "true_range", "atr", "natr", "adx", "stochastic", "keltner", "donchian", "chandelier", "supertrend", "pivots", "fractal_swings", "volume_profile", "anchored_vwap", "obv"]
    content: SmaParams | EmaParams | WilderParams | KamaParams | EfficiencyParams | RsiParams | MacdParams | RocParams | SlopeParams | DeviationParams | BollingerParams | ExtremeParams | OrderParams | TrueRangeParams | AtrParams | AdxParams | StochasticParams | KeltnerParams | DonchianParams | ChandelierParams | SupertrendParams | PivotsParams | SwingParams | ProfileParams | AnchoredVwapParams | ObvParams | None = None

    @classmethod
    def sma(cls, content: SmaParams | Mapping[str, Any]) -> Self:
        """Simple moving average of the close. Line: `value`."""
        return filled(cls, {"tag": "sma", "content": content})

    @classmethod
    def ema(cls, content: EmaParams | Mapping[str, Any]) -> Self:
        """Exponential moving average of the close. Line: `value`."""
        return filled(cls, {"tag": "ema", "content": content})

    @classmethod
    def wilder(cls, content: WilderParams | Mapping[str, Any]) -> Self:
        """Wilder's average of the close, also called running or smoothed average. Line: `value`."""
        return filled(cls, {"tag": "wilder", "content": content})

    @classmethod
    def kama(cls, content: KamaParams | Mapping[str, Any]) -> Self:
        """Kaufman's adaptive moving average of the close. Line: `value`."""
        return filled(cls, {"tag": "kama", "content": content})

    @classmethod
    def efficiency_ratio(cls, content: EfficiencyParams | Mapping[str, Any]) -> Self:
        """Kaufman's efficiency ratio of the close, 0 to 1. Line: `value`."""
        return filled(cls, {"tag": "efficiency_ratio", "content": content})

    @classmethod
    def rsi(cls, content: RsiParams | Mapping[str, Any]) -> Self:
        """Relative strength index of the close, 0 to 100; 50 where nothing moves. Line: `value`."""
        return filled(cls, {"tag": "rsi", "content": content})

    @classmethod
    def macd(cls, content: MacdParams | Mapping[str, Any]) -> Self:
        """Moving average convergence/divergence of the close. Lines: `value` (fast less slow), `signal`; the histogram is their difference."""
        return filled(cls, {"tag": "macd", "content": content})

    @classmethod
    def roc(cls, content: RocParams | Mapping[str, Any]) -> Self:
        """Rate of change of the close, a fraction. Line: `value`."""
        return filled(cls, {"tag": "roc", "content": content})

    @classmethod
    def linear_regression_slope(cls, content: SlopeParams | Mapping[str, Any]) -> Self:
        """Slope of the regression line of the close, per row. Line: `value`."""
        return filled(cls, {"tag": "linear_regression_slope", "content": content})

    @classmethod
    def variance(cls, content: DeviationParams | Mapping[str, Any]) -> Self:
        """Variance of the close. Line: `value`."""
        return filled(cls, {"tag": "variance", "content": content})

    @classmethod
    def std_dev(cls, content: DeviationParams | Mapping[str, Any]) -> Self:
        """Standard deviation of the close. Line: `value`."""
        return filled(cls, {"tag": "std_dev", "content": content})

    @classmethod
    def bollinger(cls, content: BollingerParams | Mapping[str, Any]) -> Self:
        """Bollinger bands of the close. Lines: `value` (the middle), `upper`, `lower`."""
        return filled(cls, {"tag": "bollinger", "content": content})

    @classmethod
    def rolling_min(cls, content: ExtremeParams | Mapping[str, Any]) -> Self:
        """Least of the last closes. Line: `value`."""
        return filled(cls, {"tag": "rolling_min", "content": content})

    @classmethod
    def rolling_max(cls, content: ExtremeParams | Mapping[str, Any]) -> Self:
        """Greatest of the last closes. Line: `value`."""
        return filled(cls, {"tag": "rolling_max", "content": content})

    @classmethod
    def rolling_median(cls, content: OrderParams | Mapping[str, Any]) -> Self:
        """Median of the last closes. Line: `value`."""
        return filled(cls, {"tag": "rolling_median", "content": content})

    @classmethod
    def percentile_rank(cls, content: OrderParams | Mapping[str, Any]) -> Self:
        """Fraction of the closes before that are less than the current one. Line: `value`."""
        return filled(cls, {"tag": "percentile_rank", "content": content})

    @classmethod
    def true_range(cls, content: TrueRangeParams | Mapping[str, Any]) -> Self:
        """True range. Reads high, low and close. Line: `value`."""
        return filled(cls, {"tag": "true_range", "content": content})

    @classmethod
    def atr(cls, content: AtrParams | Mapping[str, Any]) -> Self:
        """Average true range. Reads high, low and close. Line: `value`."""
        return filled(cls, {"tag": "atr", "content": content})

    @classmethod
    def natr(cls, content: AtrParams | Mapping[str, Any]) -> Self:
        """Average true range as a fraction of the close. Reads high, low and close. Line: `value`."""
        return filled(cls, {"tag": "natr", "content": content})

    @classmethod
    def adx(cls, content: AdxParams | Mapping[str, Any]) -> Self:
        """Directional movement, 0 to 100. Reads high, low and close. Lines: `value` (ADX), `upper` (+DI), `lower` (-DI)."""
        return filled(cls, {"tag": "adx", "content": content})

    @classmethod
    def stochastic(cls, content: StochasticParams | Mapping[str, Any]) -> Self:
        """Slow stochastic oscillator, 0 to 100. Reads high, low and close. Lines: `value` (%K), `signal` (%D)."""
        return filled(cls, {"tag": "stochastic", "content": content})

    @classmethod
    def keltner(cls, content: KeltnerParams | Mapping[str, Any]) -> Self:
        """Keltner channels around an exponential average of `(high + low + close) / 3`, both averages seeded at one bar. Reads high, low and close. Lines: `value` (the middle), `upper`, `lower`."""
        return filled(cls, {"tag": "keltner", "content": content})

    @classmethod
    def donchian(cls, content: DonchianParams | Mapping[str, Any]) -> Self:
        """Donchian channel. Reads high, low and close. Lines: `value` (the middle), `upper`, `lower`."""
        return filled(cls, {"tag": "donchian", "content": content})

    @classmethod
    def chandelier(cls, content: ChandelierParams | Mapping[str, Any]) -> Self:
        """Chandelier exits. Reads high, low and close. Lines: `upper` (stop of a short position), `lower` (of a long one)."""
        return filled(cls, {"tag": "chandelier", "content": content})

    @classmethod
    def supertrend(cls, content: SupertrendParams | Mapping[str, Any]) -> Self:
        """Supertrend. Reads high, low and close. Lines: `value` (the stop), `signal` (1 up, -1 down), `upper`, `lower`."""
        return filled(cls, {"tag": "supertrend", "content": content})

    @classmethod
    def pivots(cls, content: PivotsParams | Mapping[str, Any]) -> Self:
        """Pivot levels that each bar gives to the bar after it. Reads high, low and close. Lines: `value` (pivot), `upper` (resistance), `lower` (support)."""
        return filled(cls, {"tag": "pivots", "content": content})

    @classmethod
    def fractal_swings(cls, content: SwingParams | Mapping[str, Any]) -> Self:
        """Last confirmed swing high and low. Reads high, low and close. Lines: `upper` (the high), `lower` (the low), `signal` (swings confirmed by this row)."""
        return filled(cls, {"tag": "fractal_swings", "content": content})

    @classmethod
    def volume_profile(cls, content: ProfileParams | Mapping[str, Any]) -> Self:
        """Volume profile. Reads high, low, close and volume. Lines: `value` (point of control), `upper` and `lower` (ends of the value area), `signal` (its share of the volume)."""
        return filled(cls, {"tag": "volume_profile", "content": content})

    @classmethod
    def anchored_vwap(cls, content: AnchoredVwapParams | Mapping[str, Any]) -> Self:
        """Volume-weighted average price from the first row on. Reads high, low, close and volume. Line: `value`."""
        return filled(cls, {"tag": "anchored_vwap", "content": content})

    @classmethod
    def obv(cls, content: ObvParams | Mapping[str, Any]) -> Self:
        """On-balance volume. Reads close and volume. Line: `value`."""
        return filled(cls, {"tag": "obv", "content": content})

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
        return content


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


@dataclasses.dataclass(frozen=True, repr=False)
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
    indicator: IndicatorKind | Mapping[str, Any] | str,
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
    indicator: IndicatorKind | Mapping[str, Any] | str,
    non_finite: NonFinite | None = None,
) -> _Frame: ...


def indicator_batch(
    frame: Any = None,
    /,
    *,
    close: Any = None,
    high: Any = None,
    low: Any = None,
    volume: Any = None,
    indicator: IndicatorKind | Mapping[str, Any] | str,
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
    indicator : IndicatorKind | Mapping[str, Any] | str
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
    """
    return _frames.call(
        "signals.indicator_batch",
        {"indicator": indicator, "non_finite": non_finite},
        frame,
        {"close": close, "high": high, "low": low, "volume": volume},
        (("close", "f64"), ("high", "f64"), ("low", "f64"), ("volume", "f64"),),
        ("value", "signal", "upper", "lower",),
        IndicatorBatchColumns,
    )


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
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
    indicator : IndicatorKind | Mapping[str, Any] | str
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
    """

    _path: ClassVar[str] = "signals.indicator"
    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = (("close", "f64"), ("high", "f64"), ("low", "f64"), ("volume", "f64"),)
    _outputs: ClassVar[Sequence[str]] = ("value", "signal", "upper", "lower",)
    _row: ClassVar[type[Any]] = IndicatorRow
    _columns: ClassVar[type[Any]] = IndicatorColumns

    def __init__(
        self,
        *,
        indicator: IndicatorKind | Mapping[str, Any] | str,
        non_finite: NonFinite | None = None,
    ) -> None:
        super().__init__({"indicator": indicator, "non_finite": non_finite})

    @classmethod
    def restore(
        cls,
        state: bytes,
        *,
        indicator: IndicatorKind | Mapping[str, Any] | str,
        non_finite: NonFinite | None = None,
    ) -> Self:
        """The stream that ``save`` wrote, opened with the same parameters."""
        return cls._again({"indicator": indicator, "non_finite": non_finite}, state)

    def update(
        self,
        *,
        close: float | None = None,
        high: float | None = None,
        low: float | None = None,
        volume: float | None = None,
    ) -> IndicatorRow:
        """Take the next event; a refused event changes nothing."""
        result: IndicatorRow = self._update({"close": close, "high": high, "low": low, "volume": volume})
        return result

    def peek(
        self,
        *,
        close: float | None = None,
        high: float | None = None,
        low: float | None = None,
        volume: float | None = None,
    ) -> IndicatorRow:
        """What ``update`` would answer, without taking the event."""
        result: IndicatorRow = self._peek({"close": close, "high": high, "low": low, "volume": volume})
        return result

    def update_many(
        self,
        frame: Any = None,
        /,
        *,
        close: ArrayLike | None = None,
        high: ArrayLike | None = None,
        low: ArrayLike | None = None,
        volume: ArrayLike | None = None,
    ) -> IndicatorColumns:
        """Take many events, all or none: columns by keyword, or by name out of a DataFrame."""
        result: IndicatorColumns = self._update_many(frame, {"close": close, "high": high, "low": low, "volume": volume})
        return result
