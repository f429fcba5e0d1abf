"""Every kind of array in every kind of column: read exactly, or refused by the library itself; never by halves."""

from __future__ import annotations

import array
import collections
import datetime
import importlib
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import hashinsight as hi
import numpy as np
import pandas as pd
import polars as pl
import pytest

pa: Any = importlib.import_module("pyarrow")  # has no types
UTC = datetime.timezone.utc
MORNING = datetime.datetime(2026, 1, 1, tzinfo=UTC)
MORNING_MS = 1_767_225_600_000  # date -d 2026-01-01T00:00Z +%s
SHARED: dict[str, Any] = {
    "network_basis": {"difficulty": 1.39e14},
    "subsidy_sat": 312_500_000,
    "fees_per_block_sat": 2_000_000,
    "pool_fee": 0.02,
}
MACHINES: dict[str, Any] = {
    "hashrate_ths": [200.0, 110.0],
    "power_w": [3500.0, 3250.0],
    "power_price_usd_per_kwh": [0.05, 0.05],
    "btc_price_usd": [90_000.0, 90_000.0],
}
FLEET: dict[str, Any] = {name: MACHINES[name] for name in list(MACHINES)[:3]} | {
    "machine_price_usd": [1.0, 1.0],
    "decay_per_month": [0.0, 0.0],
    "age_days": [0.0, 0.0],
}
DAYS: dict[str, Any] = {"difficulty": [1.3e14, 1.3e14], "btc_price_usd": [9e4, 9e4], "subsidy_sat": 312_500_000}


class Quantity(np.ndarray[Any, Any]):
    """An array with a unit, as of astropy and unyt."""

    unit = "kW"


def profit(values: Any, **more: Any) -> Any:
    return hi.mining.profit_batch(**(MACHINES | {"power_w": values}), **SHARED, days=1.0, **more)


def fleet(values: Any, **more: Any) -> Any:
    return hi.mining.fleet_batch(**FLEET, count=values, btc_price_usd=90_000.0, **SHARED, **more)


def hashprice(values: Any, **more: Any) -> Any:
    return hi.mining.hashprice_batch(**DAYS, fees_per_block_sat=values, **more)


def echo(kind: str, values: Any) -> list[Any]:
    columns: dict[str, Any] = {"number": [0.0, 0.0], "integer": [0, 0], "flag": [True, True], "word": ["zero", "zero"]}
    out: Any = hi._border.echo_columns(**(columns | {kind: values}))
    read: list[Any] = np.asarray(getattr(out, kind)).tolist()
    return read


def refused(call: Callable[[], object]) -> hi.HashInsightError:
    with pytest.raises(hi.HashInsightError) as caught:
        call()
    assert caught.value.code and caught.value.path and caught.value.allowed
    return caught.value


WHOLE: dict[str, Any] = {
    "list": [2, 3],
    "range": range(2, 4),
    "deque": collections.deque([2, 3]),
    "array.array": array.array("q", [2, 3]),
    "int8": np.array([2, 3], np.int8),
    "uint64": np.array([2, 3], np.uint64),
    "big-endian": np.array([2, 3], ">i8"),
    "strided": np.array([2, 0, 3])[::2],
    "objects": np.array([2, 3], object),
    "masked, none is": np.ma.masked_array([2, 3], [False, False]),
    "field of records": np.rec.array([(2, 1.0), (3, 1.0)], names="count,other")["count"],  # type: ignore[call-overload]
    "pandas": pd.Series([2, 3]),
    "pandas Index": pd.Index([2, 3]),
    "pandas Int64": pd.Series([2, 3], dtype="Int64"),
    "pandas array": pd.array([2, 3], dtype="Int64"),
    "pandas Arrow": pd.Series([2, 3], dtype="int64[pyarrow]"),
    "pandas sparse": pd.Series(pd.arrays.SparseArray([2, 3])),
    "pandas categories": pd.Series([2, 3], dtype="category"),
    "polars": pl.Series([2, 3]),
    "Arrow": pa.array([2, 3]),
    "Arrow, chunked": pa.chunked_array([[2], [3]]),
}


@pytest.mark.parametrize("values", WHOLE.values(), ids=WHOLE)
def test_whole_numbers_are_read(values: Any) -> None:
    assert echo("integer", values) == [2, 3]
    assert echo("number", values) == [2.0, 3.0]
    assert list(fleet(values).revenue_usd_per_day) == list(fleet([2, 3]).revenue_usd_per_day)


FLOATS: dict[str, Any] = {
    "list": [2.5, 3.0],
    "integers among floats": [2.5, 3],
    "float16": np.array([2.5, 3], np.float16),
    "objects": np.array([2.5, 3], object),
    "memoryview": memoryview(array.array("d", [2.5, 3])),
    "memory map": np.array([2.5, 3]).view(np.memmap),
    "pandas Float64": pd.Series([2.5, 3], dtype="Float64"),
    "pandas Arrow": pd.Series([2.5, 3], dtype="float[pyarrow]"),
    "polars Float32": pl.Series([2.5, 3], dtype=pl.Float32),
    "Arrow": pa.array([2.5, 3.0]),
}


@pytest.mark.parametrize("values", FLOATS.values(), ids=FLOATS)
def test_floats_are_read_and_are_no_whole_numbers(values: Any) -> None:
    assert echo("number", values) == [2.5, 3.0]
    assert refused(lambda: echo("integer", values)).code == "border.integer.wrong_type"


MISSING: dict[str, Any] = {
    "masked": np.ma.masked_values([2, 9999], 9999),
    "masked, too large beneath": np.ma.masked_array([2, 2**62], [False, True]),
    "masked objects": np.ma.masked_array([2, "x"], [False, True], dtype=object),
    "None in a list": [2, None],
    "masked in a list": [2, np.ma.masked],
    "NA in a list": [2, pd.NA],
    "None in objects": np.array([2, None], object),
    "pandas Int64": pd.Series([2, None], dtype="Int64"),
    "pandas array": pd.array([2, None], dtype="Int64"),
    "pandas Arrow": pd.Series([2, None], dtype="int64[pyarrow]"),
    "pandas objects": pd.Series([2, pd.NA], dtype=object),
    "polars null": pl.Series([2, None]),
    "Arrow null": pa.array([2, None]),
    "Arrow null, chunked": pa.chunked_array([[2], [None]], type=pa.int64()),
}
MISSING_FLOATS: dict[str, Any] = {
    "NaN": np.array([2.0, np.nan]),
    "masked": np.ma.masked_values([2.0, 9999.0], 9999.0),
    "NaN in a list": [2.0, np.nan],
    "None in a list": [2.0, None],
    "pandas NaN": pd.Series([2.0, None]),
    "pandas Float64": pd.Series([2.0, None], dtype="Float64"),
    "pandas Arrow": pd.Series([2.0, None], dtype="float64[pyarrow]"),
    "pandas sparse": pd.Series(pd.arrays.SparseArray([2.0, np.nan])),
    "pandas categories": pd.Series([2.0, None], dtype="category"),
    "polars null": pl.Series([2.0, None]),
    "Arrow null": pa.array([2.0, None]),
}


@pytest.mark.parametrize("values", [*MISSING.values(), *MISSING_FLOATS.values()], ids=[*MISSING, *MISSING_FLOATS])
def test_what_is_missing_is_no_number(values: Any) -> None:
    fault = refused(lambda: profit(values))
    assert (fault.code, fault.path, fault.value) == ("units.power.not_finite", "power_w[1]", "NaN")
    out = profit(values, on_bad_row="report")
    assert list(out.status) == ["ok", "refused"]
    assert np.isnan(np.asarray(out.net_usd)).tolist() == [False, True]
    assert out.net_usd[0] == profit([2.0, 2.0]).net_usd[0]


@pytest.mark.parametrize("run", [fleet, hashprice])
@pytest.mark.parametrize("values", MISSING.values(), ids=MISSING)
def test_what_is_missing_is_no_whole_number(run: Any, values: Any) -> None:
    field = "count" if run is fleet else "fees_per_block_sat"
    fault = refused(lambda: run(values))
    # Fees are means, and so floats: there NaN says that one is missing.
    code = "mining.count.missing" if run is fleet else "units.mean_amount.not_finite"
    assert (fault.code, fault.path) == (code, f"{field}[1]")
    out, good = run(values, on_bad_row="report").to_dict(), run([2, 2]).to_dict()
    assert list(out["status"]) == ["ok", "refused"]
    for name, column in out.items():
        if name not in ("status", "payback_status"):
            assert (column[0], np.isnan(column[1])) == (good[name][0], True)


TIMES: dict[str, Any] = {
    "datetime64": np.array(["2026-01-01", "2026-01-01"], "M8[ns]"),
    "datetimes": [MORNING, MORNING],
    "another zone": [MORNING.astimezone(datetime.timezone(datetime.timedelta(hours=-7)))] * 2,
    "Timestamps": [pd.Timestamp(MORNING)] * 2,
    "pandas": pd.Series([pd.Timestamp(MORNING)] * 2).dt.tz_localize(None),
    "pandas, UTC": pd.Series([pd.Timestamp(MORNING)] * 2),
    "pandas, New York": pd.Series([pd.Timestamp(MORNING)] * 2).dt.tz_convert("America/New_York"),
    "pandas Index": pd.DatetimeIndex([MORNING, MORNING]),
    "pandas Arrow": pd.Series([MORNING] * 2, dtype=pd.ArrowDtype(pa.timestamp("us", "UTC"))),
    "polars": pl.Series([MORNING] * 2),
    "polars Date": pl.Series([datetime.date(2026, 1, 1)] * 2),
    "Arrow": pa.array([MORNING] * 2),
}


@pytest.mark.parametrize("values", TIMES.values(), ids=TIMES)
def test_case_39_times_are_milliseconds(values: Any) -> None:
    assert echo("integer", values) == [MORNING_MS] * 2
    assert refused(lambda: echo("number", values)).code == "border.number.wrong_type"


NO_TIMES: dict[str, tuple[Any, str, str]] = {
    "NaT": (np.array(["2026-01-01", "NaT"], "M8[ms]"), "missing", "[1]"),
    "masked": (np.ma.masked_array(np.zeros(2, "M8[ms]"), [False, True]), "missing", "[1]"),
    "NaT in a list": ([pd.Timestamp(MORNING), pd.NaT], "missing", "[1]"),
    "pandas NaT, UTC": (pd.Series([pd.Timestamp(MORNING), pd.NaT]), "missing", "[1]"),
    "pandas Arrow": (pd.Series([MORNING, None], dtype=pd.ArrowDtype(pa.timestamp("us", "UTC"))), "missing", "[1]"),
    "polars null": (pl.Series([MORNING, None]), "missing", "[1]"),
    "Arrow null": (pa.array([MORNING, None]), "missing", "[1]"),
    "nanoseconds": (np.array([1_000_000, 1], "M8[ns]"), "wrong_type", "[1]"),
    "microseconds": ([MORNING, MORNING.replace(microsecond=1)], "wrong_type", "[1]"),
    "no zone": ([datetime.datetime(2026, 1, 1)] * 2, "wrong_type", "[0]"),
    "dates": ([datetime.date(2026, 1, 1)] * 2, "wrong_type", "[0]"),
    "text": (["2026-01-01T00:00Z"] * 2, "wrong_type", ""),
}


@pytest.mark.parametrize(("values", "problem", "row"), NO_TIMES.values(), ids=NO_TIMES)
def test_what_is_no_time_is_refused(values: Any, problem: str, row: str) -> None:
    fault = refused(lambda: echo("integer", values))
    assert (fault.code, fault.path) == (f"border.integer.{problem}", f"integer{row}")


NO_NUMBERS: dict[str, tuple[Any, str]] = {
    "text": ("23", ""),
    "a dict": ({"a": 2}, ""),
    "a set": ({2, 3}, ""),
    "a generator": ((x for x in [2, 3]), ""),
    "an expression": (pl.col("power_w"), ""),
    "two dimensions": (np.zeros((2, 2)), ""),
    "rows of lists": ([[2.0], [3.0]], ""),
    "ragged": ([[2.0], [3.0, 4.0]], ""),
    "a list among numbers": ([2.0, [3.0]], "[1]"),
    "texts": (["2", "3"], ""),
    "a text among numbers": ([2.0, "3"], "[1]"),
    "booleans": ([True, False], ""),
    "a boolean among numbers": ([2.0, True], "[1]"),
    "Decimal": ([Decimal(2), Decimal(3)], "[0]"),
    "complex": (np.array([2j, 3]), ""),
    "timedelta64": (np.array([2, 3], "m8[s]"), ""),
    "structured": (np.zeros(2, [("power_w", float)]), ""),
    "records": (np.rec.array([(2.0,), (3.0,)], names="power_w"), ""),  # type: ignore[call-overload]
    "with a unit": (np.array([2.0, 3.0]).view(Quantity), ""),
    "a DataFrame": (pd.DataFrame({"power_w": [2.0, 3.0]}), ""),
    "pandas boolean": (pd.Series([True, None], dtype="boolean"), "[0]"),
    "pandas text": (pd.Series(["2", "3"]), "[0]"),
    "pandas periods": (pd.Series(pd.period_range("2026", periods=2)), "[0]"),
    "pandas Arrow decimals": (pd.Series([Decimal(2), None], dtype=pd.ArrowDtype(pa.decimal128(10, 2))), "[0]"),
    "polars booleans": (pl.Series([True, None]), "[0]"),
    "polars lists": (pl.Series([[2.0], [3.0]]), "[0]"),
    "polars decimals": (pl.Series([Decimal(2), None]), "[0]"),
    "Arrow table": (pa.table({"power_w": [2.0, 3.0]}), ""),
    "Arrow structs": (pa.array([{"a": 2}, {"a": 3}]), "[0]"),
    "words": (hi.Words(np.array([0, 1], np.uint8), ["a", "b"]), ""),
}


@pytest.mark.parametrize(("values", "row"), NO_NUMBERS.values(), ids=NO_NUMBERS)
@pytest.mark.parametrize("kind", ["number", "integer"])
def test_what_is_no_number_is_refused(kind: str, values: Any, row: str) -> None:
    fault = refused(lambda: echo(kind, values))
    assert fault.code == f"border.{kind}.wrong_type"
    assert isinstance(fault, TypeError)
    assert fault.path == f"{kind}{row}" or kind == "integer" and fault.path == f"{kind}[0]"


@pytest.mark.parametrize("values", [[1, 2**53 + 1], [0.5, 2**53 + 1], pl.Series([1, 2**53 + 1]), [1, 2**70]])
def test_integers_that_a_float_would_round_are_refused(values: Any) -> None:
    assert refused(lambda: echo("number", values)).path == "number[1]"


def test_a_naive_datetime_of_python_is_refused_everywhere() -> None:
    naive = [datetime.datetime(2026, 6, 1), datetime.datetime(2026, 6, 1, 0, 9)]
    objects = np.array(naive, object)
    stream = hi.mining.RunningHashrate(window_blocks=3, confidence=0.9)
    asks: list[Callable[[], Any]] = [
        lambda: stream.update(time_ms=naive[0], difficulty=1e14),
        lambda: stream.peek(time_ms=naive[0], difficulty=1e14),
        *(lambda times=times: stream.update_many(time_ms=times, difficulty=1e14) for times in (naive, tuple(naive), objects, pd.Series(objects, dtype=object))),
        lambda: stream.update_many(pd.DataFrame({"time_ms": pd.Series(objects, dtype=object), "difficulty": 1e14})),
        lambda: hi.mining.forecast(**hi.example("mining.forecast") | {"project": hi.example("mining.forecast")["project"] | {"start_ms": naive[0]}}),
        lambda: hi.treasury.monthly_returns(time_ms=naive, returns=[0.1, 0.2]),
    ]
    for ask in asks:
        with pytest.raises(hi.HashInsightError) as caught:
            ask()
        assert "time zone" in caught.value.allowed and "ms" in caught.value.path, caught.value
    for utc in (np.array(naive, "datetime64[ms]"), pd.Series(naive), pd.DatetimeIndex(naive)):
        assert len(stream.update_many(time_ms=utc, difficulty=1e14)) == 2
        stream.reset()


def test_empty_columns_of_any_kind_are_empty() -> None:
    kinds: list[Any] = [[], (), np.array([]), pd.Series([], dtype=object), pl.Series([]), pa.array([])]
    for empty in kinds:
        out = hi._border.echo_columns(number=empty, integer=empty, flag=empty, word=empty)
        assert (len(out.number), len(out.integer), len(out.flag), len(out.word)) == (0, 0, 0, 0)


H = pd.Series([200.0, 110.0], index=["S21", "S19"])


@pytest.mark.parametrize("index", [["S19", "S21"], ["S21", "other"], ["S21", "S21"], [0, 1]])
def test_series_of_differing_indexes_are_refused(index: list[Any]) -> None:
    other = pd.Series([3500.0, 3250.0], index=index)
    fault = refused(lambda: hi.mining.profit_batch(**(MACHINES | {"hashrate_ths": H, "power_w": other}), **SHARED, days=1))
    assert (fault.code, fault.path) == ("mining.power_w.unsupported", "power_w")
    assert "hashrate_ths" in fault.value and "reindex" in fault.allowed
    frame = pd.DataFrame(MACHINES, index=H.index)
    fault = refused(lambda: hi.mining.profit_batch(frame, power_w=other, **SHARED, days=1))
    assert (fault.path, fault.value) == ("power_w", "another index than the frame has")


def test_series_of_equal_indexes_and_plain_arrays_go_by_position() -> None:
    expected = profit([3500.0, 3250.0]).net_usd.tolist()
    power = pd.Series([3500.0, 3250.0], index=["S21", "S19"])
    for values in (power, power.to_numpy(), power.tolist()):
        out = hi.mining.profit_batch(**(MACHINES | {"hashrate_ths": H, "power_w": values}), **SHARED, days=1)
        assert out.net_usd.to_dict() == dict(zip(H.index, expected))
    series = pd.Series(MACHINES["hashrate_ths"])  # wherever among the columns a Series stands, the answer has its index
    out = hi.mining.profit_batch(**(MACHINES | {"btc_price_usd": [9e4, 9e4], "power_w": series}), **SHARED, days=1)
    assert out.net_usd.index.equals(series.index)


@pytest.mark.parametrize("name", ["uptime", "days", "pool_fee", "maintenance_usd_per_day", "fees_per_block_sat", "network_basis"])
@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame])
def test_a_column_named_as_a_parameter_is_refused(make: Any, name: str) -> None:
    frame = make(MACHINES | {name: [0.5, 0.5]})
    fault = refused(lambda: hi.mining.profit_batch(frame, **SHARED, days=1))
    assert (fault.code, fault.path, fault.value) == (f"mining.{name}.wrong_type", name, "a column of the frame")
    assert "keyword" in fault.allowed


FRAMES: dict[str, Any] = {
    "LazyFrame": pl.LazyFrame(MACHINES),
    "Series": pd.Series([1.0, 2.0]),
    "array": np.zeros((2, 4)),
    "number": 5,
    "text": "frame",
}


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
def test_what_is_no_frame_is_refused(frame: Any) -> None:
    fault = refused(lambda: hi.mining.profit_batch(frame, **SHARED, days=1))
    assert (fault.code, fault.path) == ("mining.frame.wrong_type", "frame")
    stream = hi.mining.RunningHashrate(window_blocks=2, confidence=0.95)
    assert refused(lambda: stream.update_many(frame)).code == "mining.frame.wrong_type"


def test_columns_of_another_length_than_the_frame_are_refused() -> None:
    frame = pd.DataFrame({"site": ["x"]})
    assert refused(lambda: hi.mining.profit_batch(frame, **MACHINES, **SHARED, days=1)).code == "mining.hashrate_ths.length"


def test_a_subclass_of_a_frame_stays_one() -> None:
    class Sites(pd.DataFrame):
        pass

    out = hi.mining.profit_batch(Sites(MACHINES, index=H.index), **SHARED, days=1)
    assert type(out) is Sites and out.index.equals(H.index)


def test_events_with_something_missing_are_refused() -> None:
    stream = hi.mining.RunningHashrate(window_blocks=2, confidence=0.95)
    times: dict[str, Any] = {"time_ms": np.ma.masked_array([MORNING_MS, MORNING_MS + 1], [False, True]), "difficulty": [1e14] * 2}
    assert refused(lambda: stream.update_many(**times)).path == "time_ms[1]"
    masked: dict[str, Any] = {"time_ms": [MORNING_MS] * 2, "difficulty": np.ma.masked_array([1e14, 1e14], [False, True])}
    assert refused(lambda: stream.update_many(**masked)).path == "difficulty[1]"
    shifted = pd.Series([1e14] * 2, index=[1, 0])
    assert refused(lambda: stream.update_many(time_ms=pd.Series([MORNING_MS] * 2), difficulty=shifted)).path == "difficulty"
    frame = pd.DataFrame({"time_ms": [MORNING_MS], "difficulty": [1e14], "confidence": [0.5]})
    assert refused(lambda: stream.update_many(frame)).path == "confidence"
    for nothing in (None, pd.NA, pd.NaT, np.ma.masked, "2026-01-01", datetime.datetime(2026, 1, 1), True, [MORNING_MS]):
        event: dict[str, Any] = {"time_ms": nothing, "difficulty": 1e14}
        assert refused(lambda: stream.update(**event)).path == "time_ms"
        event = {"time_ms": MORNING_MS, "difficulty": nothing}
        assert refused(lambda: stream.update(**event)).path == "difficulty"


DOCUMENTS: dict[str, tuple[Any, str, str]] = {
    "masked": (np.ma.masked_array([1.0, 2.0], [False, True]), "border.numbers.wrong_type", "numbers[1]"),
    "masked scalar": (np.ma.masked, "border.numbers.wrong_type", "numbers"),
    "NaN": (pd.Series([1.0, None]), "border.numbers.not_finite", "numbers[1]"),
    "NA": (pd.Series([1, None], dtype="Int64"), "border.value.wrong_type", "numbers[1]"),
    "polars null": (pl.Series([1.0, None]), "border.numbers.wrong_type", "numbers[1]"),
    "Arrow null": (pa.array([1.0, None]), "border.numbers.wrong_type", "numbers[1]"),
    "structured": (np.zeros(2, [("a", float)]), "border.numbers.wrong_type", "numbers[0]"),
    "two dimensions": (np.zeros((2, 2)), "border.numbers.wrong_type", "numbers[0]"),
    "datetime64": (np.array([1, 2], "M8[ns]"), "border.value.wrong_type", "numbers"),
    "timedelta64": (np.array([1, 2], "m8[ns]"), "border.value.wrong_type", "numbers"),
    "with a unit": (np.array([1.0, 2.0]).view(Quantity), "border.value.wrong_type", "numbers"),
    "a set": ({1.0}, "border.value.wrong_type", "numbers"),
}


@pytest.mark.parametrize(("numbers", "code", "path"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_lists_of_documents_take_no_hole_either(numbers: Any, code: str, path: str) -> None:
    fault = refused(lambda: hi._border.echo(numbers=numbers))
    assert (fault.code, fault.path) == (code, path)


def test_lists_of_documents_read_series_of_every_kind() -> None:
    for numbers in (pd.Series([1.0, 2.5]), pl.Series([1.0, 2.5]), pa.array([1.0, 2.5]), np.array([1.0, 2.5], np.float32)):
        assert hi._border.echo(numbers=numbers).numbers == (1.0, 2.5)


def test_series_of_one_document_have_one_index() -> None:
    bars: dict[str, Any] = {name: pd.Series([10.0, 11.0, 12.0]) for name in ("open", "high", "low", "close")}
    expected = hi.derivatives.realized_volatility(**bars, bar_years=0.01)
    bars["low"] = bars["low"][::-1]
    fault = refused(lambda: hi.derivatives.realized_volatility(**bars, bar_years=0.01))
    assert (fault.code, fault.path) == ("border.series.unsupported", "low")
    bars["low"] = bars["low"].to_numpy()[::-1]
    assert hi.derivatives.realized_volatility(**bars, bar_years=0.01) == expected
