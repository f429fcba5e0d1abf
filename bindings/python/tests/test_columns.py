"""Columns: the same kind comes out as went in."""

from __future__ import annotations

from typing import Any

import hashinsight as hi
import numpy as np
import pandas as pd
import polars as pl
import pytest

COLUMNS: dict[str, Any] = {
    "hashrate_ths": [200.0, 110.0, 0.0],
    "power_w": [3500.0, 3250.0, 0.0],
    "power_price_usd_per_kwh": [0.05, -0.01, 0.07],
    "btc_price_usd": [60000.0, 60000.0, 60000.0],
}
PARAMS: dict[str, Any] = {
    "network_basis": {"difficulty": 1e14},
    "subsidy_sat": 312_500_000,
    "fees_per_block_sat": 2_000_000,
    "pool_fee": 0.02,
    "days": 1.0,
}


def test_every_row_is_the_document() -> None:
    batch = hi.mining.profit_batch(**COLUMNS, **PARAMS)
    assert isinstance(batch.net_usd, np.ndarray)
    for row in range(3):
        machine: dict[str, Any] = {name: values[row] for name, values in COLUMNS.items()}
        one = hi.mining.profit(**machine, **PARAMS)
        assert batch.revenue_usd[row] == one.revenue_usd
        assert batch.power_cost_usd[row] == one.power_cost_usd
        assert batch.net_usd[row] == one.net_usd


def test_pandas_in_pandas_out() -> None:
    frame = pd.DataFrame(COLUMNS, index=["a", "b", "c"])
    frame["site"] = ["x", "y", "z"]
    out = hi.mining.profit_batch(frame, **PARAMS)
    assert isinstance(out, pd.DataFrame)
    assert list(out.index) == ["a", "b", "c"]
    plain = hi.mining.profit_batch(**COLUMNS, **PARAMS)
    assert out["net_usd"].tolist() == plain.net_usd.tolist()
    columns: dict[str, Any] = {name: frame[name] for name in COLUMNS}
    series = hi.mining.profit_batch(**columns, **PARAMS)
    assert isinstance(series.net_usd, pd.Series)
    assert series.net_usd.equals(out["net_usd"])
    assert frame.join(out).shape == (3, 5 + len(out.columns))


def test_polars_in_polars_out() -> None:
    frame = pl.DataFrame(COLUMNS)
    out = hi.mining.profit_batch(frame, **PARAMS)
    assert isinstance(out, pl.DataFrame)
    plain = hi.mining.profit_batch(**COLUMNS, **PARAMS)
    assert out["net_usd"].to_list() == plain.net_usd.tolist()
    lazy = frame.lazy().collect()["hashrate_ths"]
    series = hi.mining.profit_batch(frame, hashrate_ths=lazy, **PARAMS)
    assert isinstance(series, pl.DataFrame)


def test_a_keyword_goes_before_the_frame() -> None:
    frame = pd.DataFrame(COLUMNS)
    out = hi.mining.profit_batch(frame, btc_price_usd=frame["btc_price_usd"] * 2, **PARAMS)
    plain = hi.mining.profit_batch(**(COLUMNS | {"btc_price_usd": [120000.0] * 3}), **PARAMS)
    assert out["revenue_usd"].tolist() == plain.revenue_usd.tolist()


ROWS: dict[str, Any] = {"number": [1.0, 2.0, 3.0], "integer": [5, 0, -5], "flag": [True, False, True], "word": ["zero", "zero", "negative"]}


def test_words_are_categories_and_truths_are_bools() -> None:
    out = hi._border.echo_columns(pd.DataFrame(ROWS))
    assert out["sign"].dtype == "category"
    assert out["sign"].tolist() == ["positive", "zero", "negative"]
    assert out["flag"].dtype == np.bool_
    assert out["flag"].tolist() == ROWS["flag"]
    assert hi._border.echo_columns(out.drop(columns="sign")).equals(out)  # what comes out can go in
    polars = hi._border.echo_columns(pl.DataFrame(ROWS))
    assert polars["sign"].dtype == pl.Enum(["negative", "zero", "positive"])
    assert polars["flag"].dtype == pl.Boolean
    assert polars["flag"].to_list() == ROWS["flag"]
    assert hi._border.echo_columns(polars.drop("sign")).equals(polars)


def test_words_of_arrays_compare_and_convert() -> None:
    out = hi._border.echo_columns(**ROWS)
    assert (out.sign == "zero").tolist() == [False, True, False]
    assert (out.sign != "zero").tolist() == [True, False, True]
    assert (out.sign == "no such word").tolist() == [False, False, False]
    assert out.sign[0] == "positive"
    assert list(out.sign[1:]) == ["zero", "negative"]
    assert np.asarray(out.sign).tolist() == out.sign.tolist() == ["positive", "zero", "negative"]
    assert len(out.sign) == 3
    assert out.to_pandas()["sign"].tolist() == out.to_polars()["sign"].to_list() == out.sign.tolist()
    again = hi._border.echo_columns(**(ROWS | {"word": out.sign[::-1]}))
    assert again.word.tolist() == ["negative", "zero", "positive"]


def test_strided_and_foreign_arrays_are_read_right() -> None:
    backwards = np.array([1.0, 2.0, 3.0, 4.0])[::-2]
    swapped = np.array([7, 8], dtype=">i8")
    echoed = hi._border.echo_columns(number=backwards, integer=swapped, flag=[True, True], word=["zero", "zero"])
    assert echoed.number.tolist() == [4.0, 2.0]
    assert echoed.integer.tolist() == [7, 8]


def test_a_refused_row_is_named_or_reported() -> None:
    bad = COLUMNS | {"hashrate_ths": [200.0, -1.0, 5.0]}
    with pytest.raises(hi.HashInsightError) as caught:
        hi.mining.profit_batch(**bad, **PARAMS)
    assert (caught.value.code, caught.value.path) == ("units.hashrate.out_of_range", "hashrate_ths[1]")
    out = hi.mining.profit_batch(**bad, **PARAMS, on_bad_row="report")
    assert out.status.tolist() == ["ok", "refused", "ok"]
    assert np.isnan(out.net_usd).tolist() == [False, True, False]


def test_empty_columns_are_empty() -> None:
    empty: dict[str, Any] = {name: [] for name in COLUMNS}
    out = hi.mining.profit_batch(**empty, **PARAMS)
    assert out.net_usd.tolist() == []


def test_missing_values_of_pandas_are_refused() -> None:
    frame = pd.DataFrame(COLUMNS)
    frame.loc[1, "power_w"] = None
    with pytest.raises(hi.HashInsightError) as caught:
        hi.mining.profit_batch(frame, **PARAMS)
    assert (caught.value.code, caught.value.path) == ("units.power.not_finite", "power_w[1]")
