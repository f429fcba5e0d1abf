"""Reserves and sums of losses from Python, beside chainladder-python and aggregate: one process, kernel and peer in turn, warm.

``cargo xtask bench --peers`` runs this. Both are held to the same answers before they are timed.
"""

from __future__ import annotations

import warnings
from importlib.metadata import version

import numpy as np

import hashinsight as hi
from table import HEAD, race, row

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
    program = "agg Peer 10 claims sev lognorm exp(5) * lognorm 1.2 poisson"
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


if __name__ == "__main__":
    print(HEAD)
    mack()
    compound_poisson()
