"""Frames inside documents: columns in, tables out."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import hashinsight as hi
import numpy as np
import pandas as pd
import polars as pl
import pytest

ROOT = Path(__file__).parents[3]
DAYS = 40
TIMES = [1_714_521_600_000 + 86_400_000 * day for day in range(DAYS)]
CLOSE = [60_000.0 + 100.0 * ((7 * day) % 13) for day in range(DAYS)]
WORDS: dict[str, Any] = {"source": "invented", "instrument": "BTCUSD", "quote_currency": "USD", "interval_ms": 86_400_000}
NUMBERS: dict[str, Any] = {
    "open": CLOSE,
    "high": [close + 500.0 for close in CLOSE],
    "low": [close - 500.0 for close in CLOSE],
    "close": CLOSE,
}
LISTS: Any = WORDS | NUMBERS | {"open_time_ms": TIMES}


def _indexed(times: Any, name: str | None = None) -> pd.DataFrame:
    return pd.DataFrame(NUMBERS | {"note": "left alone"}, index=pd.Index(times, name=name))


NAIVE = pd.DatetimeIndex(pd.to_datetime(TIMES, unit="ms"))
FRAMES: dict[str, Any] = {
    "index": _indexed(NAIVE),
    "index in a zone": _indexed(NAIVE.tz_localize("UTC").tz_convert("Asia/Shanghai")),
    "column": _indexed(range(DAYS)).assign(open_time_ms=NAIVE),
    "milliseconds": _indexed(range(DAYS)).assign(open_time_ms=TIMES),
    "polars": pl.DataFrame(NUMBERS | {"open_time_ms": TIMES}).with_columns(pl.col("open_time_ms").cast(pl.Datetime("ms"))),
}


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES.keys())
def test_bars_out_of_a_frame(frame: Any) -> None:
    expected = hi.signals.evaluate(bars=LISTS)
    assert hi.signals.evaluate(bars=hi.market.Bars.of_frame(frame, **WORDS)) == expected


def test_a_frame_is_a_document_of_its_columns() -> None:
    times = [time + 86_400_000 for time in TIMES]
    days: Any = {"subsidy_sat": [312_500_000] * DAYS, "difficulty": [9e13] * DAYS}
    expected = hi.signals.evaluate(bars=LISTS, network=days | {"time_ms": times})
    index = pd.DatetimeIndex(pd.to_datetime(times, unit="ms", utc=True), name="time_ms")
    nullable = pd.DataFrame(days, index=index).astype({"subsidy_sat": "Int64", "difficulty": "Float64"})
    for frame in (
        pd.DataFrame(days, index=index),
        nullable,
        pd.DataFrame(days).assign(time_ms=times),
        pl.DataFrame(days | {"time_ms": times}),
    ):
        report = hi.signals.evaluate(bars={**LISTS, **NUMBERS}, network=frame)  # type: ignore[arg-type]
        assert report == expected
    mapping: Any = {**WORDS, **NUMBERS, "open_time_ms": NAIVE}
    assert hi.signals.evaluate(bars=mapping) == hi.signals.evaluate(bars=LISTS)


def test_what_a_frame_cannot_say_is_refused_with_its_place() -> None:
    def refused(frame: Any, **fields: Any) -> tuple[str, str]:
        with pytest.raises(hi.HashInsightError) as caught:
            hi.signals.evaluate(bars=hi.market.Bars.of_frame(frame, **WORDS | fields))
        return caught.value.code, caught.value.path

    frame = FRAMES["index"]
    code, path = refused(frame.assign(close=[*CLOSE[:3], np.nan, *CLOSE[4:]]))
    assert code.endswith(".close.not_finite") and path == "close[3]"
    moved = pd.Series(CLOSE, index=range(DAYS))
    assert refused(frame, close=moved) == ("border.close.unsupported", "close")
    assert refused([1.0]) == ("border.frame.wrong_type", "frame")
    with_gap = [*NAIVE[:2], pd.NaT, *NAIVE[3:]]
    assert refused(_indexed(pd.DatetimeIndex(with_gap, tz="UTC"))) == ("border.datetime.wrong_type", "open_time_ms[2]")
    finer = pd.DatetimeIndex([*NAIVE[:-1], NAIVE[-1] + pd.Timedelta(1, "us")], tz="UTC")
    assert refused(_indexed(finer))[0] == "border.datetime.out_of_range"


def test_answers_are_tidy_tables() -> None:
    report = hi.signals.evaluate(bars=LISTS)
    table = report.rows.to_pandas()
    assert len(table) == 10 * DAYS
    assert {"time_ms", "module", "status", "score", "confidence", "reasons"} <= set(table.columns)
    assert table["time_ms"].dt.tz is not None
    assert table["module"].tolist()[:10] == [row.module for row in report.rows[:10]]
    said = table[table["status"] == "ok"]
    for score, reasons in zip(said["score"], said["reasons"]):
        assert score == pytest.approx(sum(reason["contribution"] for reason in reasons), abs=1e-15)
    assert report.rows.to_polars().shape == table.shape
    decisions = report.decisions.to_pandas()
    assert decisions["action"].tolist() == [decision.action for decision in report.decisions]
    assert pickle.loads(pickle.dumps(report)) == report


def test_a_backtest_takes_the_same_bars() -> None:
    request: dict[str, Any] = json.loads((ROOT / "examples/operations/treasury/backtest.json").read_text())
    bars = request.pop("bars")
    words = {name: value for name, value in bars.items() if not isinstance(value, list)}
    columns = pd.DataFrame({name: value for name, value in bars.items() if isinstance(value, list)})
    days = columns.set_index(pd.DatetimeIndex(pd.to_datetime(columns.pop("open_time_ms"), unit="ms", utc=True)))
    expected = hi.treasury.backtest(bars=bars, **request)
    assert hi.treasury.backtest(bars=hi.market.Bars.of_frame(days.rename_axis(None), **words), **request) == expected
