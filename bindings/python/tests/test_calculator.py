"""The calculator object asks what the functions ask."""

from __future__ import annotations

import inspect
from typing import Any

import hashinsight as hi
import pytest


def _example(path: str) -> dict[str, Any]:
    return hi.example(path)


@pytest.mark.parametrize("name", ["calculate_btc_mined", "calculate_daily_revenue", "calculate_profitability", "calculate_roi"])
def test_methods_are_the_functions(name: str) -> None:
    request = _example(f"mining.{name}")
    calculator = hi.MiningCalculator(request["project"], request["algorithm"])
    rest = {key: value for key, value in request.items() if key not in ("project", "algorithm")}
    assert getattr(calculator, name)(**rest) == getattr(hi.mining, name)(**request)


@pytest.mark.parametrize("name", [name for name in vars(hi.MiningCalculator) if name.startswith(("calculate", "power"))])
def test_methods_take_what_the_functions_take(name: str) -> None:
    function, method = (inspect.signature(getattr(owner, name)).parameters for owner in (hi.mining, hi.MiningCalculator))
    rest = {key: (value.kind, value.default) for key, value in function.items() if key not in ("project", "algorithm")}
    assert {key: (value.kind, value.default) for key, value in method.items() if key != "self"} == rest


def test_curtailment_keeps_the_algorithm() -> None:
    request = _example("mining.power_curtailment_analysis")
    algorithm = request.pop("algorithm")
    calculator = hi.MiningCalculator(_example("mining.calculate_roi")["project"], algorithm)
    answer = hi.mining.power_curtailment_analysis(algorithm=algorithm, **request)
    assert calculator.power_curtailment_analysis(**request) == answer


def test_bad_input_is_named() -> None:
    calculator = hi.MiningCalculator(_example("mining.calculate_roi")["project"])
    with pytest.raises(hi.HashInsightError) as caught:
        calculator.calculate_btc_mined(days=-1)
    assert (caught.value.code, caught.value.path) == ("units.days.out_of_range", "days")
    with pytest.raises(hi.HashInsightError, match="did you mean classes") as caught:
        calculator.power_curtailment_analysis(clases=[])  # type: ignore[call-arg]
    assert caught.value.code == "mining.request.unknown_field"
