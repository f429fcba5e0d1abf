"""Operations and types of ``signals``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, Self, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from .._documents import Document, Variant, call, document, each, listed, operation, rows
from .._plots import WithPlot
from .._show import Rows

__all__ = [
    "Coverage",
    "ForecastModel",
    "ForecastModelAutoregression",
    "ForecastModelAutoregressionDict",
    "ForecastModelDict",
    "ForecastModelEwma",
    "ForecastModelEwmaDict",
    "ForecastModelLike",
    "ForecastOfModel",
    "ForecastQuality",
    "ForecastReport",
    "ModelForecast",
    "PriceBand",
    "forecast",
]


def __dir__() -> list[str]:
    return __all__


@document
class ForecastModelEwma(Document):
    """Exponentially weighted variance, no drift: `v <- d v + (1 - d) r^2`, horizon `h v` (J.P. Morgan 1996, `RiskMetrics`).

    Attributes
    ----------
    decay : float
        Weight of the past, per bar. [from 0.0 to 1.0]
    """

    decay: float
    _route = "signals.forecast:models.[].ewma"

    def __init__(
        self,
        decay: float,
    ) -> None:
        self._fill({"decay": decay})

    def _wire(self) -> dict[str, Any]:
        return {
            "decay": self.decay,
        }


class ForecastModelEwmaDict(TypedDict):
    """``ForecastModelEwma`` as a mapping."""

    decay: float


@document
class ForecastModelAutoregression(Document):
    """Autoregression `r_t = c + sum of a_i r_(t-i) + e_t`, by least squares; the variance of the sum over the horizon by its moving-average weights.

    Attributes
    ----------
    order : int
        Number of lags. [from 1 to 50]
    """

    order: int
    _route = "signals.forecast:models.[].autoregression"

    def __init__(
        self,
        order: int,
    ) -> None:
        self._fill({"order": order})

    def _wire(self) -> dict[str, Any]:
        return {
            "order": self.order,
        }


class ForecastModelAutoregressionDict(TypedDict):
    """``ForecastModelAutoregression`` as a mapping."""

    order: int


@document
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
    _route = "signals.forecast:models.[]"

    @classmethod
    def ewma(cls, content: ForecastModelEwma | ForecastModelEwmaDict) -> Self:
        """Exponentially weighted variance, no drift: `v <- d v + (1 - d) r^2`, horizon `h v` (J.P. Morgan 1996, `RiskMetrics`)."""
        return cls._made("ewma", content)

    @classmethod
    def autoregression(cls, content: ForecastModelAutoregression | ForecastModelAutoregressionDict) -> Self:
        """Autoregression `r_t = c + sum of a_i r_(t-i) + e_t`, by least squares; the variance of the sum over the horizon by its moving-average weights."""
        return cls._made("autoregression", content)

    @classmethod
    def geometric_brownian(cls) -> Self:
        """Geometric Brownian motion: mean and variance of past returns, with the uncertainty of the mean: `h m`, `h v (1 + h / n)`."""
        return cls._made("geometric_brownian")

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "ewma":
            return ForecastModelEwma._read(content)
        if tag == "autoregression":
            return ForecastModelAutoregression._read(content)
        return content


class ForecastModelDict(TypedDict, total=False):
    """``ForecastModel`` as a mapping: one of the keys, with its content."""

    ewma: ForecastModelEwma | ForecastModelEwmaDict
    autoregression: ForecastModelAutoregression | ForecastModelAutoregressionDict


ForecastModelLike: TypeAlias = "ForecastModel | ForecastModelDict | Literal['geometric_brownian']"
"""What is taken for a ``ForecastModel``."""


@document
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


@document
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
    bands : Rows[PriceBand]
        Bands of the price, one per level.
    """

    mean: float
    deviation: float
    median_price: float
    bands: Rows[PriceBand]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["bands"] = rows(PriceBand._read, document["bands"])

    def _wire(self) -> dict[str, Any]:
        return {
            "mean": self.mean,
            "deviation": self.deviation,
            "median_price": self.median_price,
            "bands": self.bands,
        }


@document
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


@document
class ForecastQuality(Document):
    """Quality of one model over past days, each forecast made from what was known then.

    Attributes
    ----------
    count : int
        Number of forecasts with their outcomes. [from 0]
    effective_count : float
        Effective number of independent forecasts: overlapping ones count once per horizon.
    coverage : Rows[Coverage]
        Measured coverage of each level.
    crps : float
        Mean continuous ranked probability score, in logarithmic returns: less is better.
    pit_tenths : tuple[float, ...]
        Part of the forecasts in each tenth of the probability integral transform, from low to high: a tenth each if the forecasts are right.
    pit_mean : float
        Mean of the probability integral transform: 1/2 if the forecasts are right.
    """

    count: int
    effective_count: float
    coverage: Rows[Coverage]
    crps: float
    pit_tenths: tuple[float, ...]
    pit_mean: float

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["coverage"] = rows(Coverage._read, document["coverage"])
        document["pit_tenths"] = listed(document["pit_tenths"])

    def _wire(self) -> dict[str, Any]:
        return {
            "count": self.count,
            "effective_count": self.effective_count,
            "coverage": self.coverage,
            "crps": self.crps,
            "pit_tenths": self.pit_tenths,
            "pit_mean": self.pit_mean,
        }


@document
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
    def _convert(cls, document: dict[str, Any]) -> None:
        document["model"] = ForecastModel._read(document["model"])
        document["forecast"] = ModelForecast._read(document["forecast"])
        if document.get("quality") is not None:
            document["quality"] = ForecastQuality._read(document["quality"])

    def _wire(self) -> dict[str, Any]:
        return {
            "model": self.model,
            "forecast": self.forecast,
            "quality": self.quality,
        }


@document
class ForecastReport(WithPlot, Document):
    """Result of `forecast`.

    Attributes
    ----------
    models : Rows[ForecastOfModel]
        Models in the order of the request.
    """

    models: Rows[ForecastOfModel]
    _plotted = "price_forecast"

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["models"] = rows(ForecastOfModel._read, document["models"])

    def _wire(self) -> dict[str, Any]:
        return {
            "models": self.models,
        }


@operation("signals.forecast")
def forecast(
    *,
    closes: ArrayLike,
    horizon_bars: int,
    window: int | None = None,
    models: Sequence[ForecastModelLike] | None = None,
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
    models : Sequence[ForecastModelLike], optional
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
    >>> len(report.models)
    3
    """
    return ForecastReport._read(call("signals.forecast", {"closes": closes, "horizon_bars": horizon_bars, "window": window, "models": models, "levels": levels}))
