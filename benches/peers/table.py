"""Kernel and peer in turn, and the rows of a table about them."""

from __future__ import annotations

import time
from collections.abc import Callable

HEAD = "| from Python | time | peer | time | peer / kernel | goal |\n|---|---:|---|---:|---:|---|"


def once(calls: int, work: Callable[[], object]) -> float:
    start = time.perf_counter()
    for _ in range(calls):
        work()
    return (time.perf_counter() - start) / calls


ROUNDS = 25
DOUBT = 1.03


def race(
    calls: int, kernel: Callable[[], object], peer: Callable[[], object], units: tuple[float, float] = (1, 1)
) -> tuple[float, float]:
    """Seconds per unit of work of both: the best of rounds in turn, what is left when nothing else runs. A call does so many ``units`` each.

    Where the kernel comes out slower by more than 3 % they race once more, and the best of all rounds counts.
    """
    own = other = float("inf")
    for _ in range(2):
        for _ in range(ROUNDS):
            own = min(own, once(calls, kernel) / units[0])
            other = min(other, once(calls, peer) / units[1])
        if own <= DOUBT * other:
            break
    return own, other


def shown(seconds: float) -> str:
    if seconds < 1e-6:
        return f"{seconds * 1e9:.1f} ns"
    return f"{seconds * 1e6:.2f} µs" if seconds < 1e-3 else f"{seconds * 1e3:.2f} ms"


def row(kernel: str, peer: str, times: tuple[float, float], *, goal_s: float | None = None, ratio: float | None = None) -> None:
    own, other = times
    goal = ""
    if goal_s is not None:
        goal = f"<= {shown(goal_s)}: {'met' if own <= goal_s else 'MISSED'}"
    if ratio is not None:
        goal = f">= {ratio:g}x: {'met' if other / own >= ratio else 'MISSED'}"
    print(f"| {kernel} | {shown(own)} | {peer} | {shown(other)} | {other / own:.2f}x | {goal} |")
