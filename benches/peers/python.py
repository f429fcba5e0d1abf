"""What a call costs from Python, beside NumPy doing the same: one process, one input, kernel and peer in turn.

``cargo xtask bench --peers`` runs this in the environment that ``cargo xtask build python`` makes.
"""

from __future__ import annotations

import json

import numpy as np

import hashinsight as hi
from table import HEAD, race, row

DIFFICULTY = 138_955_357_012_247.3
SHARED = {
    "network_basis": {"difficulty": DIFFICULTY},
    "subsidy_sat": 312_500_000,
    "fees_per_block_sat": 2_000_000,
    "pool_fee": 0.02,
    "days": 30.0,
    "uptime": 0.98,
}
REQUEST = SHARED | {
    "hashrate_ths": 200.0,
    "power_w": 3500.0,
    "btc_price_usd": 73_674.0,
    "power_price_usd_per_kwh": 0.05,
    "hosting_fee_usd_per_kwh": 0.01,
    "maintenance_usd_per_day": 0.2,
    "machine_price_usd": 3200.0,
    "useful_life_days": 1460.0,
}


def fleet(rows: int) -> dict[str, np.ndarray]:
    random = np.random.default_rng(20_260_531)
    return {
        "hashrate_ths": random.uniform(10.0, 600.0, rows),
        "power_w": random.uniform(1000.0, 8000.0, rows),
        "power_price_usd_per_kwh": random.uniform(-0.01, 0.12, rows),
        "btc_price_usd": random.uniform(20_000.0, 150_000.0, rows),
    }


def numpy_batch(columns: dict[str, np.ndarray]) -> tuple[np.ndarray, ...]:
    """The same terms as one writes them in a notebook, without looking at a value."""
    days = 30.0 * 0.98
    gross_btc = columns["hashrate_ths"] * (1e12 * (days * 86_400.0) / (DIFFICULTY * 4_294_967_296.0) * 3.145)
    gross_usd = gross_btc * columns["btc_price_usd"]
    revenue_usd = gross_usd - gross_usd * 0.02
    power_cost_usd = columns["power_w"] * (days * 24.0 / 1e3) * columns["power_price_usd_per_kwh"]
    return revenue_usd, power_cost_usd, revenue_usd - power_cost_usd


LIMITS = {
    "hashrate_ths": (0.0, 1e24),
    "power_w": (0.0, 1e15),
    "power_price_usd_per_kwh": (-1000.0, 1000.0),
    "btc_price_usd": (0.0, 1e12),
}


def numpy_checked(columns: dict[str, np.ndarray]) -> tuple[np.ndarray, ...]:
    """With the ranges checked too, as the kernel does."""
    for name, (low, high) in LIMITS.items():
        if not np.all((columns[name] >= low) & (columns[name] <= high)):
            raise ValueError(name)
    return numpy_batch(columns)


def main() -> None:
    print(HEAD)

    text = json.dumps(hi.mining.profit(**REQUEST).to_dict(), default=vars)
    times = race(200, lambda: hi.mining.profit(**REQUEST), lambda: (json.dumps(REQUEST), json.loads(text)))
    row("mining.profit, every field, typed result", "json.dumps and json.loads alone", times, goal_s=20e-6)

    small = fleet(8)
    times = race(200, lambda: hi.mining.profit_batch(**small, **SHARED), lambda: numpy_batch(small))
    row("mining.profit_batch, 8 rows", "NumPy, nothing validated", times, goal_s=4e-6)

    # Two columns of half a million: a million 64-bit values each way, and half a million truths and words with them.
    number = np.random.default_rng(1).uniform(size=500_000)
    integer, flag = np.arange(1, 500_001), number > 0.5
    word = hi._border.echo_columns(number=number, integer=integer, flag=flag, word=np.where(flag, "positive", "zero")).word
    columns = {"number": number, "integer": integer, "flag": flag}
    times = race(20, lambda: hi._border.echo_columns(**columns, word=word), lambda: [column.copy() for column in columns.values()])
    row("border.echo_columns, 1M values there and back", "numpy.copy of all but the words", times, goal_s=0.5e-3)

    big = fleet(1_000_000)
    ours = hi.mining.profit_batch(**big, **SHARED)
    assert np.allclose(ours.net_usd, numpy_batch(big)[2], rtol=1e-12, atol=1e-9)
    times = race(3, lambda: hi.mining.profit_batch(**big, **SHARED), lambda: numpy_checked(big))
    row("mining.profit_batch, 1M rows", "NumPy, the same ranges checked", times, ratio=3.0)
    times = race(3, lambda: hi.mining.profit_batch(**big, **SHARED), lambda: numpy_batch(big))
    row("mining.profit_batch, 1M rows", "NumPy, nothing validated", times, ratio=3.0)


if __name__ == "__main__":
    main()
