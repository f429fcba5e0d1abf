"""Checks of honesty find what they are for, and nothing in what is honest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hashinsight import honesty

DAYS = pd.date_range("2024-05-01", periods=200)
CLOSES: Any = pd.Series(100.0 + np.arange(200) * 37 % 101, index=DAYS, name="close")


def both(frame: Any) -> Any:
    return pd.DataFrame({"a": frame["close"].cumsum(), "b": frame["volume"].rank(pct=True)})


def update(state: dict[str, float], value: float) -> float:
    state["sum"] += value
    return state["sum"]


def fresh() -> dict[str, float]:
    return {"sum": 0.0}


def test_a_causal_signal_is_honest() -> None:
    report = honesty.check_prefix(lambda close: close.rolling(20).mean(), CLOSES)
    assert report.is_honest and report.runs >= 50


def test_a_centred_window_is_found_where_it_peeks() -> None:
    report = honesty.check_prefix(lambda close: close.rolling(5, center=True, min_periods=1).mean(), CLOSES, [50, 100])
    assert [(one.cut, one.index) for one in report.differences] == [(50, 48), (100, 98)]


def test_frames_arrays_and_lists() -> None:
    frame = pd.DataFrame({"close": CLOSES, "volume": CLOSES[::-1].to_numpy()})
    assert not honesty.check_prefix(both, frame).is_honest  # a rank among all days
    assert honesty.check_prefix(lambda frame: frame[["close"]].cumsum(), frame).is_honest
    assert honesty.check_prefix(np.cumsum, CLOSES.to_numpy()).is_honest
    assert honesty.check_prefix(lambda x: [2 * value for value in x], [1, 2, 3]).is_honest
    with pytest.raises(ValueError, match="one per event, 200"):
        honesty.check_prefix(lambda close: close[1:], CLOSES)


def test_the_start_of_an_average_fades() -> None:
    def mean(close: Any) -> Any:
        return close.ewm(span=5, adjust=False).mean()

    (effect,) = honesty.check_start(mean, CLOSES, [10])
    assert effect.warmup == 0 and effect.stable_after is not None and 20 < effect.stable_after < 70  # (2/3)^k
    (effect,) = honesty.check_start(lambda close: close.cumsum(), CLOSES, [100])
    assert effect.stable_after is None
    with pytest.raises(ValueError, match="offsets: got 200"):
        honesty.check_start(mean, CLOSES, [200])


def test_a_stream_is_its_batch() -> None:
    assert honesty.check_stream(np.cumsum, fresh, update, CLOSES.to_numpy()).is_honest
    report = honesty.check_stream(lambda x: np.cumsum(x) + (np.arange(len(x)) == 7), fresh, update, CLOSES.to_numpy())
    assert [(one.cut, one.index) for one in report.differences] == [(0, 7)]


def test_nothing_compared_is_no_verdict() -> None:
    asks: list[Callable[[], Any]] = [
        lambda: honesty.check_prefix(lambda close: close, CLOSES[:1]),
        lambda: honesty.check_prefix(lambda close: close, CLOSES, []),
        lambda: honesty.check_prefix(lambda close: close, CLOSES, [200]),
        lambda: honesty.check_stream(lambda close: close, fresh, update, CLOSES[:0]),
    ]
    for ask in asks:
        with pytest.raises(ValueError, match="signals"):
            ask()
    assert len(honesty.check_start(lambda close: close.ewm(span=5).mean(), CLOSES)) == 3
