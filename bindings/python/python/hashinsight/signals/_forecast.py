"""Operations and types of ``signals``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any, Literal, Self

from numpy.typing import ArrayLike

from .._documents import Document, Variant, call, filled

__all__ = [
    "Coverage",
    "ForecastModel",
    "ForecastModelAutoregression",
    "ForecastModelEwma",
    "ForecastOfModel",
    "ForecastQuality",
    "ForecastReport",
    "ModelForecast",
    "PriceBand",
    "forecast",
]


@dataclasses.dataclass(frozen=True, repr=False)
class ForecastModelEwma(Document):
    """Exponentially weighted variance, no drift: `v <- d v + (1 - d) r^2`, horizon `h v` (J.P. Morgan 1996, `RiskMetrics`).

    Attributes
    ----------
    decay : float
        Weight of the past, per bar. [from 0.0 to 1.0]
    """

    decay: float

    def _wire(self) -> dict[str, Any]:
        return {
            "decay": self.decay,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ForecastModelAutoregression(Document):
    """Autoregression `r_t = c + sum of a_i r_(t-i) + e_t`, by least squares; the variance of the sum over the horizon by its moving-average weights.

    Attributes
    ----------
    order : int
        Number of lags. [from 1 to 50]
    """

    order: int

    def _wire(self) -> dict[str, Any]:
        return {
            "order": self.order,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ForecastModel(Variant):
    """A baseline. Each is a normal distribution of the logarithmic return over the horizon; none claims to know more than the past.

    Cases
    -----
    ewma
        Exponentially weighted variance, no drift: `v <- d v + (1 - d) r^2`, horizon `h v` (J.P. Morgan 1996, `RiskMetrics`).
    autoregression
        Autoregression `r_t = c + sum of a_i r_(t-i) + e_t`, by least squares; the variance of the sum over the horizon by its moving-average weights.
    geometric_brownian
        Geometric Brownian motion: mean and variance of past returns, with the uncertainty of the mean: `h m`, `h v (1 + h / n)`.
    """

    tag: Literal["ewma", "autoregression", "geometric_brownian"]
    content: ForecastModelEwma | ForecastModelAutoregression | None = None

    @classmethod
    def ewma(cls, content: ForecastModelEwma | Mapping[str, Any]) -> Self:
        """Exponentially weighted variance, no drift: `v <- d v + (1 - d) r^2`, horizon `h v` (J.P. Morgan 1996, `RiskMetrics`)."""
        return filled(cls, {"tag": "ewma", "content": content})

    @classmethod
    def autoregression(cls, content: ForecastModelAutoregression | Mapping[str, Any]) -> Self:
        """Autoregression `r_t = c + sum of a_i r_(t-i) + e_t`, by least squares; the variance of the sum over the horizon by its moving-average weights."""
        return filled(cls, {"tag": "autoregression", "content": content})

    @classmethod
    def geometric_brownian(cls) -> Self:
        """Geometric Brownian motion: mean and variance of past returns, with the uncertainty of the mean: `h m`, `h v (1 + h / n)`."""
        return cls("geometric_brownian")

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "ewma":
            return ForecastModelEwma._read(content)
        if tag == "autoregression":
            return ForecastModelAutoregression._read(content)
        return content


@dataclasses.dataclass(frozen=True, repr=False)
class PriceBand(Document):
    """A band that is to hold the price with a probability.

    Attributes
    ----------
    level : float
        Probability that the price ends in the band, 0 to 1.
    low : float
        Lower end of the band, in quote currency.
    high : float
        Upper end of the band, in quote currency.
    """

    level: float
    low: float
    high: float

    def _wire(self) -> dict[str, Any]:
        return {
            "level": self.level,
            "low": self.low,
            "high": self.high,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ModelForecast(Document):
    """Forecast of one model from the last bar.

    Attributes
    ----------
    mean : float
        Mean of the logarithmic return over the horizon.
    deviation : float
        Standard deviation of the logarithmic return over the horizon.
    median_price : float
        Median price at the horizon, in quote currency.
    bands : list[PriceBand]
        Bands of the price, one per level.
    """

    mean: float
    deviation: float
    median_price: float
    bands: list[PriceBand]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["bands"] = [PriceBand._read(item) for item in document["bands"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "mean": self.mean,
            "deviation": self.deviation,
            "median_price": self.median_price,
            "bands": self.bands,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class Coverage(Document):
    """Coverage of the bands of one level.

    Attributes
    ----------
    level : float
        Probability that the price was to end in the band.
    measured : float
        Part of the days on which it did.
    standard_error : float
        Standard error of that part for the effective number of forecasts, if the level were true.
    """

    level: float
    measured: float
    standard_error: float

    def _wire(self) -> dict[str, Any]:
        return {
            "level": self.level,
            "measured": self.measured,
            "standard_error": self.standard_error,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ForecastQuality(Document):
    """Quality of one model over past days, each forecast made from what was known then.

    Attributes
    ----------
    count : int
        Number of forecasts with their outcomes. [from 0]
    effective_count : float
        Effective number of independent forecasts: overlapping ones count once per horizon.
    coverage : list[Coverage]
        Measured coverage of each level.
    crps : float
        Mean continuous ranked probability score, in logarithmic returns: less is better.
    pit_tenths : list[float]
        Part of the forecasts in each tenth of the probability integral transform, from low to high: a tenth each if the forecasts are right.
    pit_mean : float
        Mean of the probability integral transform: 1/2 if the forecasts are right.
    """

    count: int
    effective_count: float
    coverage: list[Coverage]
    crps: float
    pit_tenths: list[float]
    pit_mean: float

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["coverage"] = [Coverage._read(item) for item in document["coverage"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "count": self.count,
            "effective_count": self.effective_count,
            "coverage": self.coverage,
            "crps": self.crps,
            "pit_tenths": self.pit_tenths,
            "pit_mean": self.pit_mean,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ForecastOfModel(Document):
    """Result of `forecast` for one model.

    Attributes
    ----------
    model : ForecastModel
        Model that forecasts.
    forecast : ModelForecast
        Forecast from the last bar.
    quality : ForecastQuality, optional
        Quality of its past forecasts. Absent: the closes are too few for any.
    """

    model: ForecastModel
    forecast: ModelForecast
    quality: ForecastQuality | None = None

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["model"] = ForecastModel._read(document["model"])
        document["forecast"] = ModelForecast._read(document["forecast"])
        if "quality" in document:
            document["quality"] = ForecastQuality._read(document["quality"])
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "model": self.model,
            "forecast": self.forecast,
            "quality": self.quality,
        }


@dataclasses.dataclass(frozen=True, repr=False)
class ForecastReport(Document):
    """Result of `forecast`.

    Attributes
    ----------
    models : list[ForecastOfModel]
        Models in the order of the request.
    """

    models: list[ForecastOfModel]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["models"] = [ForecastOfModel._read(item) for item in document["models"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "models": self.models,
        }


def forecast(
    *,
    closes: ArrayLike,
    horizon_bars: int,
    window: int | None = None,
    models: Sequence[ForecastModel | Mapping[str, Any] | str] | None = None,
    levels: ArrayLike | None = None,
) -> ForecastReport:
    """Three forecast baselines (exponentially weighted variance, autoregression, geometric Brownian motion) with bands of the price, and how good
    their past forecasts were: coverage, probability integral transform, continuous ranked probability score.

    Parameters
    ----------
    closes : array_like of float
        Closing prices, oldest first, one interval after another.
    horizon_bars : int
        Horizon of the forecast, in bars. [from 1 to 1000]
    window : int, optional
        Number of past returns that each forecast is fitted to. [from 10 to 100000; 250 where absent]
    models : Sequence[ForecastModel | Mapping[str, Any] | str], optional
        Models that forecast. [[{"ewma":{"decay":0.94}},{"autoregression":{"order":2}},"geometric_brownian"] where absent]
    levels : array_like of float, optional
        Levels of the bands: the probability that the price ends inside. [[0.5,0.8,0.95] where absent]

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
    >>> report = hi.signals.forecast(closes=[58365, 59061, 62882, 63892, 64012, 63165, 62312, 61193, 63074, 60800, 60826, 61484, 62940, 61577, 66206, 65235, 67024, 66915, 66274, 71447, 70148, 69167, 67970, 68550, 69291, 68508], horizon_bars=2, window=20)
    """
    return ForecastReport._read(call("signals.forecast", {"closes": closes, "horizon_bars": horizon_bars, "window": window, "models": models, "levels": levels}))
