"""Indicators over columns beside TA-Lib's Python package: one process, one input, kernel and peer in turn.

``cargo xtask bench --peers`` runs this in the environment that ``cargo xtask build python`` makes.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import talib

import hashinsight as hi
from table import HEAD, race, row

BARS = 1_000_000


def bars() -> dict[str, np.ndarray]:
    random = np.random.default_rng(7)
    close = 100.0 * np.exp(np.cumsum(random.normal(0.0, 0.01, BARS)))
    before = np.concatenate(([100.0], close[:-1]))
    high = np.maximum(close, before) * (1.0 + random.uniform(0.0, 0.01, BARS))
    low = np.minimum(close, before) * (1.0 - random.uniform(0.0, 0.01, BARS))
    return {"high": high, "low": low, "close": close, "volume": random.uniform(1.0, 1000.0, BARS)}


def main() -> None:
    data = bars()
    high, low, close, volume = data.values()
    # The last of each: the line that is compared. TA-Lib's MAX is one line of the three of a channel.
    cases: list[tuple[dict[str, Any], list[str], Any, str]] = [
        ({"ema": {"length": 20}}, ["close"], lambda: talib.EMA(close, 20), "value"),
        ({"sma": {"length": 20}}, ["close"], lambda: talib.SMA(close, 20), "value"),
        ({"rsi": {"length": 14}}, ["close"], lambda: talib.RSI(close, 14), "value"),
        ({"macd": {}}, ["close"], lambda: talib.MACD(close)[1], "signal"),
        ({"bollinger": {"length": 20}}, ["close"], lambda: talib.BBANDS(close, 20)[0], "upper"),
        ({"std_dev": {"length": 20}}, ["close"], lambda: talib.STDDEV(close, 20), "value"),
        ({"atr": {"length": 14}}, ["high", "low", "close"], lambda: talib.ATR(high, low, close, 14), "value"),
        ({"adx": {"length": 14}}, ["high", "low", "close"], lambda: talib.ADX(high, low, close, 14), "value"),
        ({"donchian": {"length": 20}}, ["high", "low", "close"], lambda: talib.MAX(high, 20), "upper"),
        ({"donchian": {"length": 500}}, ["high", "low", "close"], lambda: talib.MAX(high, 500), "upper"),
        ({"stochastic": {}}, ["high", "low", "close"], lambda: talib.STOCH(high, low, close)[1], "signal"),
        ({"obv": {}}, ["close", "volume"], lambda: talib.OBV(close, volume), "value"),
    ]
    print(HEAD)
    for indicator, names, peer, line in cases:
        columns = {name: data[name] for name in names}

        def kernel(indicator: Any = indicator, columns: Any = columns) -> Any:
            return hi.signals.indicator_batch(**columns, indicator=indicator)

        assert np.allclose(getattr(kernel(), line), peer(), rtol=1e-9, atol=1e-9, equal_nan=True), indicator
        times = race(1, kernel, peer)
        less = "TA-Lib's MAX alone, unchecked" if "donchian" in indicator else "TA-Lib, unchecked"
        row(f"signals.indicator_batch, {indicator}, 1M bars, checked, four columns", less, times)


if __name__ == "__main__":
    main()
