"""The mining calculator as an object: a project and an algorithm, and the questions that are asked of them."""

from __future__ import annotations

import dataclasses
import functools
import inspect
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from . import mining

__all__ = ["MiningCalculator"]

_Report = TypeVar("_Report")


def _question(function: Callable[..., _Report]) -> Callable[..., _Report]:
    """Make a method of an operation: what the calculator keeps and the operation takes is passed on."""
    parameters = inspect.signature(function).parameters
    kept = [name for name in ("project", "algorithm") if name in parameters]

    @functools.wraps(function)
    def method(self: MiningCalculator, **request: Any) -> _Report:
        return function(**{name: getattr(self, name) for name in kept}, **request)

    summary = inspect.cleandoc(function.__doc__ or "").partition("\n\n")[0]
    method.__doc__ = f"{summary}\n\nParameters are those of ``mining.{function.__name__}`` without {' and '.join(kept)}."
    rest = [parameter for name, parameter in parameters.items() if name not in kept]
    receiver = inspect.Parameter("self", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    vars(method)["__signature__"] = inspect.signature(function).replace(parameters=[receiver, *rest])
    return method


@dataclasses.dataclass(frozen=True)
class MiningCalculator:
    """Five questions about one project: operations of ``mining`` with project and algorithm kept.

    ``algorithm`` is ``"static"`` (the world stays as it is) or ``{"dynamic": {...}}`` (difficulty, price, fees and hashrate follow paths).
    """

    project: mining.MiningProject | Mapping[str, Any]
    algorithm: mining.Algorithm | Mapping[str, Any] | str = "static"

    calculate_btc_mined = _question(mining.calculate_btc_mined)
    calculate_daily_revenue = _question(mining.calculate_daily_revenue)
    calculate_profitability = _question(mining.calculate_profitability)
    calculate_roi = _question(mining.calculate_roi)
    power_curtailment_analysis = _question(mining.power_curtailment_analysis)
