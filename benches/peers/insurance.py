"""Reserves and sums of losses from Python, beside chainladder-python and aggregate; a million quotes and a book of 10,000 covers in the same
run: one process, warm. Kernel and peer take turns; what has no peer is held against its goal on one core, in processor time.

``cargo xtask bench --peers`` runs this. Both are held to the same answers before they are timed.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable
from importlib.metadata import version

import numpy as np
import pandas as pd

import hashinsight as hi
from table import HEAD, race, row, shown

warnings.filterwarnings("ignore")


def mack() -> None:
    import chainladder as cl

    raa = cl.load_sample("raa")
    square = raa.values[0, 0]
    cumulative = [[float(amount) for amount in line if not np.isnan(amount)] for line in square]

    def kernel() -> object:
        return hi.insurance.reserve(cumulative=cumulative)

    def peer() -> object:
        return cl.MackChainladder().fit(cl.Development(sigma_interpolation="mack").fit_transform(raa))

    ours, theirs = kernel(), peer()
    assert np.isclose(ours.reserve, float(theirs.ibnr_.sum()), rtol=1e-9)
    assert np.isclose(ours.standard_error.value, float(np.ravel(theirs.total_mack_std_err_.values)[0]), rtol=1e-9)
    row("insurance.reserve, Mack on RAA", f"chainladder {version('chainladder')}", race(1, kernel, peer), ratio=100.0)


def compound_poisson() -> None:
    from aggregate import build

    points = 1 << 16
    program = f"agg Peer 10 claims sev {np.exp(5.0)} * lognorm 1.2 poisson"

    def kernel() -> object:
        return hi.insurance.aggregate_loss(
            frequency={"poisson": {"mean": 10}},
            severity={"lognormal": {"mu": 5.0, "sigma": 1.2}},
            step=1,
            points=points,
            method={"fft": 0},
            discretization="rounding",
            levels=[0.99, 0.995],
        )

    def peer() -> object:
        return build(program, log2=16, bs=1, update=True)

    ours, theirs = kernel(), peer()
    for level in ours.levels:
        assert abs(level.value_at_risk.value - theirs.q(float(level.level))) <= 2, (level, theirs.q(float(level.level)))
    name = "insurance.aggregate_loss, Poisson 10 x lognormal, FFT of 2^16 points"
    row(name, f"aggregate {version('aggregate')}", race(1, kernel, peer), ratio=5.0)


def processor_time(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def alone(name: str, kernel: Callable[[], object], goal_s: float) -> None:
    """A kernel that has no peer, by its goal on one core: processor time of all threads, the best of nine calls."""
    own = min(processor_time(kernel) for _ in range(9))
    print(f"| {name} | {shown(own)} | | | | <= {shown(goal_s)}: {'met' if own <= goal_s else 'MISSED'} |")


def quotes() -> None:
    rows = 1_000_000
    random = np.random.default_rng(1)
    columns = {
        "side": np.where(np.arange(rows) % 2 == 0, "long", "short"),
        "quantity": random.uniform(0.01, 2.0, rows),
        "entry_price": np.full(rows, 60_000.0),
        "spot": np.full(rows, 60_000.0),
        "volatility": random.uniform(0.3, 1.2, rows),
        "years": random.uniform(1, 30, rows) / 365,
    }
    frame = pd.DataFrame({**columns, "margin": columns["quantity"] * 60_000 / random.uniform(2, 20, rows)})
    frame["side"] = frame["side"].astype("category")
    terms = {
        "venue": "binance_usdm",
        "maintenance": {"flat": {"rate": 0.005, "deduction": 0}},
        "rate_per_year": 0.04,
        "loadings": {"principle": {"standard_deviation": 0.1}, "expense": "0.15"},
        "of_loss": "0.5",
    }
    alone("insurance.quote_batch, 1,000,000 positions", lambda: hi.insurance.quote_batch(frame, **terms), 0.5)


def book() -> None:
    count = 10_000
    random = np.random.default_rng(2)
    start, week = 1_780_272_000_000, 7 * 86_400_000
    covers = {
        "instrument": ["BTCUSDT"] * count,
        "side": ["down"] * count,
        "barrier": 60_000 * (1 - random.uniform(0.02, 0.3, count)),
        "sum_insured": random.uniform(100, 5_000, count),
        "inception_ms": np.full(count, start),
        "expiry_ms": np.full(count, start + week),
    }
    market = {"instrument": "BTCUSDT", "spot": 60_000, "drift_per_year": 0, "volatility": 0.65}
    request = {"covers": covers, "market": market, "time_ms": start, "measure": "real_world"}
    # The kernel takes a millisecond of it (bench `insurance`); the rest is the way of ten thousand covers into a document and back.
    alone("insurance.book_loss, 10,000 covers", lambda: hi.insurance.book_loss(**request), 0.005)


if __name__ == "__main__":
    print(HEAD)
    mack()
    compound_poisson()
    quotes()
    book()
