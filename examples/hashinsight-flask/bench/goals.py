"""What a run of load came to, beside the goals of the document: met or MISSED, for each kind of request and for queries."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

#: Goals of the document for the 95th percentile, in milliseconds.
GOALS_MS = {"api": 200.0, "page": 2000.0, "query": 50.0}


def verdict(kind: str, p95_ms: float) -> str:
    return "met" if p95_ms < GOALS_MS[kind] else f"MISSED (goal {GOALS_MS[kind]:.0f} ms)"


def requests(statistics: Path) -> Iterator[str]:
    """A line for each kind of request of locust's table."""
    for row in csv.DictReader(statistics.read_text(encoding="utf-8").splitlines()):
        kind = row["Name"].partition(" ")[0]
        if kind not in GOALS_MS:
            continue
        p50, p95 = float(row["50%"]), float(row["95%"])
        said = f"{row['Type']:<4} {row['Name']:<44} {row['Request Count']:>6} requests {row['Failure Count']:>4} errors"
        yield f"{said}   p50 {p50:>6.0f} ms   p95 {p95:>6.0f} ms   {verdict(kind, p95)}"


def queries(metrics: str) -> str:
    """The line of the database's queries, by the histogram that the application tells: within a bucket as if they lay evenly."""
    buckets = [
        (float(edge), float(count)) for edge, count in re.findall(r'db_query_duration_seconds_bucket\{le="([\d.]+|\+Inf)"\} (\S+)', metrics)
    ]
    # Processes that count together tell their buckets in any order.
    buckets.sort()
    total = buckets[-1][1]
    p50, p95 = (1000 * quantile(buckets, share * total) for share in (0.5, 0.95))
    return f"{'query':<49} {total:>6.0f} queries               p50 {p50:>6.1f} ms   p95 {p95:>6.1f} ms   {verdict('query', p95)}"


def quantile(buckets: list[tuple[float, float]], rank: float) -> float:
    low, below = 0.0, 0.0
    for edge, count in buckets:
        if count >= rank and count > below:
            return low if edge == float("inf") else low + (edge - low) * (rank - below) / (count - below)
        low, below = edge, count
    return low
