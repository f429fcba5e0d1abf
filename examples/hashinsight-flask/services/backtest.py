"""How a policy of selling would have gone over the sample days: the family's backtest, on bars that the package brings along."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import hashinsight as hi

from services.refused import Refused

#: The document's number of bars: so many are computed while one waits, more are a job.
AT_ONCE = 366
COLUMNS = {"open": "open_usd", "high": "high_usd", "low": "low_usd", "close": "close_usd", "volume_base": "volume_btc"}
COSTS = {"fee": 0.001, "slippage": 0.0005}


@lru_cache
def sample() -> dict[str, list[Any]]:
    """The sample days as columns of bars."""
    days = list(csv.DictReader(io.StringIO(hi.report.sample_file(file="days").text)))
    opened = [datetime.fromisoformat(day["date"]).replace(tzinfo=UTC) for day in days]
    numbers = {name: [float(day[column]) for day in days] for name, column in COLUMNS.items()}  # layout: texts of the CSV as columns
    return {"open_time_ms": opened, **numbers}


def bars(count: int) -> dict[str, Any]:
    """The last so many of them."""
    columns = sample()
    known = len(columns["close"])
    if count > known:
        raise Refused("web.invalid", "days", str(count), f"form.span|3|{known}")
    named = {"source": "sample", "instrument": "BTCUSD", "quote_currency": "USD", "interval_ms": 86_400_000}
    return {**named, **{name: column[-count:] for name, column in columns.items()}}


def run(asked: Mapping[str, Any]) -> dict[str, Any]:
    """The family's answer, and where its bars are from."""
    held = {"coins_sat": asked["coins_sat"], "cash_usd": asked["cash_usd"]}
    report = hi.treasury.backtest(bars=bars(asked["days"]), **held, costs=COSTS, policy=asked["policy"])
    return {"source": "sample", "report": report.to_dict(mode="json")}
