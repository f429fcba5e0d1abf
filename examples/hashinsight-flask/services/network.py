"""The network as the sources tell it: a number where fresh sources agree, an age where they are silent, never a guess."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import hashinsight as hi

from repositories import market as rows

#: Quantities that are asked for, and how far sources may stand apart.
TOLERANCES: dict[str, float] = {
    "btc_price_usd": 0.02,
    "network_hashrate_ths": 0.25,
    "difficulty": 0.001,
    "height": 0.0001,
    "fees_per_block_sat": 0.5,
    "fear_greed_index": 0.01,
}
#: Greatest age of what a source says once a day: a day, and two hours in which the next is awaited.
FRESH_OF_DAYS_MS = {"fear_greed_index": 93_600_000}


def reconciled(readings: list[Any], tolerance: float, now_ms: int, fresh_ms: int) -> hi.feeds.ReconcileReport:
    given = [{"source": row.source, "time_ms": row.time, "value": row.value} for row in readings]
    newest = max(readings, key=lambda row: row.time, default=None)
    last_good = newest and {"source": newest.source, "time_ms": newest.time, "value": newest.value}
    return hi.feeds.reconcile(
        now_ms=now_ms,
        max_age_ms=fresh_ms,
        tolerance={"relative": tolerance},
        method="median",
        readings=given,
        last_good=last_good,
    )


def quantities(database: Any, now_ms: int, fresh_ms: int) -> dict[str, dict[str, Any]]:
    """Each quantity: a value that is fresh, or its age, or that the sources contradict each other."""
    found = {}
    for name, tolerance in TOLERANCES.items():
        readings = rows.readings(database, name)
        report = reconciled(readings, tolerance, now_ms, FRESH_OF_DAYS_MS.get(name, fresh_ms))
        outcome = report.outcome
        said: dict[str, Any] = {
            "state": outcome.tag,
            "sources": [
                {"source": row.source, "time": row.time.isoformat(), "verdict": verdict.verdict.tag}
                for row, verdict in zip(readings, report.verdicts, strict=True)
            ],
        }
        if outcome.tag == "fresh":
            said["value"] = outcome.content.value
        if outcome.tag == "stale":
            # The last value is old: its age is told, and the value is not.
            said["age_ms"] = outcome.content.age_ms
        found[name] = said
    return found


def stats(database: Any, now_ms: int, fresh_ms: int, market: dict[str, Any], subsidy_of: Callable[[int], int]) -> dict[str, Any]:
    """What `/network_stats` answers: the sources' numbers, and the hashprice of the point that calculations stand on."""
    said: dict[str, Any] = {"feeds": quantities(database, now_ms, fresh_ms), "basis": None}
    if market:
        report = hi.mining.hashprice(
            network_basis={"difficulty": market["difficulty"]},
            subsidy_sat=subsidy_of(market["height"]),
            fees_per_block_sat=market["fees_per_block_sat"],
            btc_price_usd=market["btc_price_usd"],
        )
        said["basis"] = {
            **market,
            "hashprice_usd_per_phs_day": report.hashprice_usd_per_phs_day,
            "hashprice_sat_per_phs_day": report.hashprice_sat_per_phs_day,
            "network_hashrate_ths": report.network.network_hashrate_ths,
            "subsidy_sat": subsidy_of(market["height"]),
        }
    return said
