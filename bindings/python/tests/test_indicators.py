"""Indicators over columns and as streams."""

from __future__ import annotations

import pickle

import hashinsight as hi
import numpy as np
import pandas as pd
import pytest

CLOSE = [91.5, 94.815, 94.375, 95.095, 93.78, 94.625, 92.53, 92.75, 90.315, 92.47]


def frame() -> pd.DataFrame:
    index = pd.date_range("2024-01-01", periods=len(CLOSE), tz="UTC", name="day")
    close = np.array(CLOSE)
    return pd.DataFrame({"high": close + 1.0, "low": close - 2.0, "close": close}, index=index)


def test_series_in_series_out() -> None:
    bars = frame()
    lines = hi.signals.indicator_batch(close=bars["close"], indicator={"sma": {"length": 3}})
    assert lines.value.index.equals(bars.index)
    assert lines.value.name == "value"
    assert lines.value.tolist()[2:] == pytest.approx(bars["close"].rolling(3).mean().tolist()[2:], rel=1e-14)
    assert np.isnan(lines.upper).all()
    table = hi.signals.indicator_batch(bars, indicator={"donchian": {"length": 2, "lag": 1}})
    assert table.index.equals(bars.index)
    assert table["upper"].tolist()[2:] == bars["high"].rolling(2).max().shift(1).tolist()[2:]


def test_streams_take_what_they_read_and_pickle() -> None:
    stream = hi.signals.Indicator(indicator={"rsi": {"length": 2}})
    for close in CLOSE[:6]:
        stream.update(close=close)
    again = pickle.loads(pickle.dumps(stream))
    assert again.update(close=CLOSE[6]).value == stream.update(close=CLOSE[6]).value
    with pytest.raises(hi.HashInsightError) as caught:
        hi.signals.Indicator(indicator={"atr": {"length": 2}}).update(close=1.0)
    assert (caught.value.code, caught.value.path) == ("signals.high.missing", "high")


def test_numbers_that_are_not_finite() -> None:
    bars = frame()
    bars.loc[bars.index[4], "close"] = np.nan
    with pytest.raises(hi.HashInsightError) as caught:
        hi.signals.indicator_batch(close=bars["close"], indicator={"ema": {"length": 2}})
    assert caught.value.path == "close[4]"
    skipped = hi.signals.indicator_batch(close=bars["close"], indicator={"ema": {"length": 2}}, non_finite="skip")
    removed = hi.signals.indicator_batch(close=bars["close"].dropna(), indicator={"ema": {"length": 2}})
    assert np.isnan(skipped.value.iloc[4])
    assert skipped.value.drop(bars.index[4]).tolist()[1:] == removed.value.tolist()[1:]


def test_rows_equal_themselves_before_they_have_numbers() -> None:
    first, second = (hi.signals.Indicator(indicator={"sma": {"length": 3}}) for _ in range(2))
    rows = [stream.update(close=91.5) for stream in (first, second)]
    assert np.isnan(rows[0].value) and rows[0] == rows[1] and hash(rows[0]) == hash(rows[1])
    for stream, close in ((first, 92.0), (second, 93.0)):
        stream.update(close=close)
    assert first.update(close=92.0) != second.update(close=93.0)


def test_an_indicator_says_when_it_begins() -> None:
    start = hi.signals.indicator_start(indicator={"rsi": {"length": 14}}, digits=6)
    assert start.warmup_rows == 14 and start.stable_after_rows is not None
    lines = hi.signals.indicator_batch(close=np.arange(1.0, 41.0), indicator={"rsi": {"length": 14}})
    assert int(np.isnan(lines.value).sum()) == start.warmup_rows
    assert hi.signals.indicator_start(indicator={"obv": {}}).stable_after_rows is None


def test_seeds_are_integers_in_mappings_too() -> None:
    protocol = {"label": {"horizon_bars": 1}, "first_fit_bars": 30, "refit_every_bars": 10, "seed": 1}
    with pytest.raises(hi.HashInsightError) as refused:
        hi.signals.walk_forward(bars={}, protocol=protocol)  # type: ignore[arg-type]
    assert not any(fault.path.endswith("seed") for fault in (refused.value, *refused.value.others))
