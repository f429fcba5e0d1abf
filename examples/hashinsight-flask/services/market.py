"""The market: the point that calculations stand on, its history, and indicators over it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import hashinsight as hi

from repositories import market as rows

#: Indicators of the technical page, by the name under which they are answered.
INDICATORS: dict[str, dict[str, Any]] = {
    "sma_20": {"sma": {"length": 20}},
    "ema_50": {"ema": {"length": 50}},
    "rsi_14": {"rsi": {"length": 14}},
    "macd": {"macd": {}},
    "bollinger_20": {"bollinger": {"length": 20}},
    "atr_14": {"atr": {"length": 14}},
    "adx_14": {"adx": {"length": 14}},
}
#: Those that read high and low as well.
OF_BARS = ("atr_14", "adx_14")
LINES = ("value", "signal", "upper", "lower")


def standing(database: Any) -> dict[str, Any]:
    """Price and difficulty that calculations use unless told otherwise, and where they are from."""
    point = rows.standing(database)
    if point is None:
        return {}
    return {
        "btc_price_usd": point.btc_price,
        "difficulty": point.network_difficulty,
        "height": point.network_height,
        "fees_per_block_sat": point.fees_per_block,
        "recorded_at": point.recorded_at.isoformat(),
        "source": point.source,
    }


def newest(database: Any) -> str:
    """Names the state of the history: a point that is added changes it."""
    point = rows.latest(database)
    return point.recorded_at.isoformat() if point else ""


def history(database: Any, since: datetime | None, until: datetime | None, limit: int) -> list[dict[str, Any]]:
    return [
        {
            "recorded_at": point.recorded_at.isoformat(),
            "btc_price_usd": point.btc_price,
            "network_hashrate_ths": point.network_hashrate,
            "network_difficulty": point.network_difficulty,
            "fear_greed_index": point.fear_greed_index,
            "source": point.source,
        }
        for point in rows.history(database, since=since, until=until, limit=limit)
    ]


def indicators(days: Sequence[Any]) -> dict[str, dict[str, float]]:
    """The last value of every line; one that is still warming up is absent."""
    columns = bars(days)
    found = {}
    for name, kind in INDICATORS.items():
        used = columns if name in OF_BARS else {"close": columns["close"]}
        answer = hi.signals.indicator_batch(**used, indicator=kind)
        lasts = {line: getattr(answer, line).tolist()[-1] for line in LINES}
        found[name] = {line: value for line, value in lasts.items() if not math.isnan(value)}
    return found


def bars(days: Sequence[Any]) -> dict[str, list[float]]:
    return {
        "close": [day.btc_price for day in days],
        "high": [day.high for day in days],
        "low": [day.low for day in days],
    }


def technical(database: Any) -> dict[str, Any]:
    """Indicators of the days that are whole, with the day that they are of."""
    days = rows.days(database)
    if not days:
        return {"indicators": {}, "day": None, "source": None, "days": 0}
    return {
        "indicators": indicators(days),
        "day": days[-1].recorded_at.date().isoformat(),
        "source": days[-1].source,
        "days": len(days),
    }


#: A week ahead, fitted to the last 250 days, and the band that the price is to end inside of in four weeks of five.
AHEAD = {"horizon_bars": 7, "window": 250}
LEVEL = 0.8


def forecast(database: Any) -> dict[str, Any]:
    """Baselines over the days that are whole: none claims to know more than the past, and each says how often it was right on days not seen."""
    days = rows.days(database)
    answer = hi.signals.forecast(closes=bars(days)["close"], **AHEAD).to_dict(mode="json")
    return {
        **AHEAD,
        "level": LEVEL,
        "day": days[-1].recorded_at.date().isoformat(),
        "source": days[-1].source,
        "models": [said(model) for model in answer["models"]],
    }


def said(model: Mapping[str, Any]) -> dict[str, Any]:
    """One baseline, by its band of the level and the share that was measured."""
    kind = model["model"] if isinstance(model["model"], str) else next(iter(model["model"]))
    band = next(band for band in model["forecast"]["bands"] if band["level"] == LEVEL)
    coverage = next(of for of in model["quality"]["coverage"] if of["level"] == LEVEL)
    return {
        "model": kind,
        "median_price": model["forecast"]["median_price"],
        "band": band,
        "coverage": coverage,
        "origins": model["quality"]["count"],
    }


def plot(database: Any, shown: int, names: Mapping[str, str]) -> dict[str, Any]:
    """Price with averages, each by its name, as a plot of the family's."""
    days = rows.days(database)
    close = bars(days)["close"]
    lines = {word: hi.signals.indicator_batch(close=close, indicator=INDICATORS[name]).value.tolist() for name, word in names.items()}
    series = {"BTC": close, **lines}
    return {
        "title": {"code": "report.column.btc_price"},
        "unit": "usd_per_btc",
        "source": "sample",
        "shape": {
            "line": {
                "x": {"days": [day.recorded_at.date().isoformat() for day in days[-shown:]]},
                "series": [{"name": {"text": name}, "values": values[-shown:]} for name, values in series.items()],
            }
        },
    }


def machines(database: Any, contains: str, sort: str) -> list[dict[str, Any]]:
    return [
        {
            "model": row.model_name,
            "manufacturer": row.manufacturer,
            "hashrate_ths": row.hashrate,
            "power_w": row.power_consumption,
            "efficiency_j_per_th": row.efficiency,
            "cooling": row.cooling,
            "sources": row.sources,
        }
        for row in rows.machines(database, contains=contains, sort=sort)
    ]
