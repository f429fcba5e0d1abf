"""Long lists inside documents cross as typed buffers: the same answers and the same refusals as lists, whatever holds the numbers."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import hashinsight as hi
import numpy as np
import pandas as pd
import polars as pl
import pytest

LONG = 1000
Kind = Callable[[list[Any]], Any]


def _strided(values: list[Any]) -> Any:
    return np.repeat(np.asarray(values), 2)[::2]


KINDS: list[Kind] = [
    np.asarray,
    _strided,
    pd.Series,
    pl.Series,
    tuple,
    lambda values: pd.Series(values, dtype="Float64" if isinstance(values[0], float) else "Int64"),
]


def _refusal(call: Callable[[], object]) -> tuple[tuple[str, ...], ...]:
    with pytest.raises(hi.HashInsightError) as caught:
        call()
    return tuple((e.code, e.path, e.value, e.allowed) for e in (caught.value, *caught.value.others))


RETURNS = [0.01 * ((7 * i) % 13 - 6) for i in range(LONG)]
SOLO: dict[str, Any] = {
    "hashrate_ths": 1e6,
    "difficulty": 1e14,
    "height": 840_000,
    "fees_per_block_sat": 5_000_000,
    "days": 30.0,
    "drift_per_retarget": 0.01,
    "volatility_per_retarget": 0.03,
    "paths": 20_000,
    "seed": 17,
    "quantiles": [0.05 * i for i in range(1, 20)],
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_answer(kind: Kind) -> None:
    echoed = hi._border.echo(numbers=kind(RETURNS), inner={"numbers": kind(RETURNS[:3])})
    assert echoed.numbers == tuple(RETURNS)
    assert echoed.inner is not None and echoed.inner.numbers == tuple(RETURNS[:3])
    fit = hi.derivatives.fit_jumps(log_returns=RETURNS[:60], step_years=1 / 365)
    assert hi.derivatives.fit_jumps(log_returns=kind(RETURNS[:60]), step_years=1 / 365) == fit


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("length", [3, LONG])
@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), -1.0, 1e300])
def test_the_same_refusal_of_a_number(kind: Kind, length: int, wrong: float) -> None:
    if kind is KINDS[-1] and wrong != wrong:
        pytest.skip("NaN is missing there")
    prices = [100.0] * length
    prices[2] = wrong
    request: dict[str, Any] = {"open": prices, "high": prices, "low": prices, "close": prices, "bar_years": 1 / 365}
    arrays = {name: kind(values) if name != "bar_years" else values for name, values in request.items()}
    expected = _refusal(lambda: hi.call("derivatives.realized_volatility", request))
    assert _refusal(lambda: hi.call("derivatives.realized_volatility", arrays)) == expected
    if wrong != 1e300:
        assert expected[0][1] == "open[2]"


@pytest.mark.parametrize("kind", KINDS[:-1])
@pytest.mark.parametrize("values", [[1.0, 2.5], [1, 2], [1.0] * LONG, [1] * LONG, [2**53 + 1] * LONG, [-(2**63)] * LONG])
@pytest.mark.parametrize("field", ["number", "text", "amount_sat", "flag", "money", "choice", "inner"])
def test_the_same_refusal_where_no_list_belongs(kind: Kind, values: list[Any], field: str) -> None:
    expected = _refusal(lambda: hi.call("border.echo", {field: values}))
    assert _refusal(lambda: hi.call("border.echo", {field: kind(values)})) == expected
    expected = _refusal(lambda: hi.call("border.echo", {"inner": {field: [values]}}))
    assert _refusal(lambda: hi.call("border.echo", {"inner": {field: [kind(values)]}})) == expected


@pytest.mark.parametrize("kind", KINDS[:-1])
def test_integers_stay_integers(kind: Kind) -> None:
    wide = [1, 2**53 + 1] * LONG
    assert _refusal(lambda: hi._border.echo(numbers=kind(wide))) == _refusal(lambda: hi._border.echo(numbers=wide))
    assert hi._border.echo(numbers=kind([1, 2**53] * LONG)).numbers == (1.0, 2.0**53) * LONG


@pytest.mark.parametrize("kind", KINDS)
def test_integers_where_they_belong(kind: Kind) -> None:
    def prices(months: Any) -> Any:
        window: Any = {"from_hour": 6, "to_hour": 22, "months": months, "price_usd_per_kwh": 0.1}
        tariff: Any = {"energy": {"time_of_use": {"windows": [window], "otherwise_usd_per_kwh": 0.05}}}
        return hi.mining.tariff_prices(tariff=tariff, start_ms=1_785_542_400_000, hours=48)

    assert prices(kind([7, 8])) == prices([7, 8])
    for wrong in ([7, 256], [7, -1], [7.5, 8.0], [1] * LONG + [13]):
        assert _refusal(lambda: prices(kind(wrong))) == _refusal(lambda: prices(wrong))


def test_a_job_is_the_same_by_either_route() -> None:
    arrays = {**SOLO, "quantiles": np.asarray(SOLO["quantiles"])}
    whole = hi.mining.SoloIncomeJob(**SOLO).run()
    total = whole.progress[1]
    first = hi.mining.SoloIncomeJob(**SOLO, blocks=(0, total // 2)).run()
    second = hi.mining.SoloIncomeJob(**arrays, blocks=(total // 2, total)).run()
    assert first.merge(second).report() == whole.report()
    assert hi.mining.SoloIncomeJob.restore(first.save(), **arrays).report() == whole.report()


def test_a_placeholder_is_no_text() -> None:
    for text in ('{"numbers":#0}', '{"numbers":"#0"}', '{"numbers":[null,0]}'):
        with pytest.raises(hi.HashInsightError):
            hi.call("border.echo", text)
    assert hi.call("border.echo", {"text": "#0", "numbers": np.ones(3)}) == {"text": "#0", "numbers": [1.0] * 3}


def test_long_answers_are_tuples() -> None:
    tariff: Any = {"energy": {"flat_usd_per_kwh": 0.05}}
    prices = hi.mining.tariff_prices(tariff=tariff, start_ms=1_785_542_400_000, hours=LONG)
    assert prices.usd_per_kwh == (0.05,) * LONG
    assert prices.local_hour == tuple(hour % 24 for hour in range(LONG))
    assert [type(prices.local_hour), type(prices.local_hour[0])] == [tuple, int]
    assert len(prices.time_ms) == LONG and prices.time_ms[-1] > prices.time_ms[0]


def test_a_long_list_is_quick() -> None:
    numbers = np.linspace(0.1, 1.0, 1_000_000)
    listed = numbers.tolist()
    text = '{"numbers":' + str(listed) + "}"
    seconds = {}
    for name, request in {"text": text, "list": {"numbers": listed}, "array": {"numbers": numbers}}.items():
        start = time.perf_counter()
        assert hi.call("border.echo", request) == {"numbers": listed}
        seconds[name] = time.perf_counter() - start
    print("1,000,000 numbers there and back: " + ", ".join(f"{name} {1e3 * spent:.0f} ms" for name, spent in seconds.items()))
