"""Sweeps of backtests from Python, beside vectorbt with each of its engines: one process, kernel and peer in turn, warm.

``cargo xtask bench --peers`` runs this. Both are held to the same trades before they are timed. vectorbt computes in floats; the kernel in
whole satoshis and millionths of a dollar, and it tells of every sweep whether its best is luck.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import vectorbt as vbt

import hashinsight as hi
from table import HEAD, ROUNDS, once, race, row, shown

warnings.filterwarnings("ignore")
FEE = 0.001


def engines() -> list[str]:
    try:
        import vectorbt_rust  # noqa: F401
    except ImportError:
        print("vectorbt's engine in Rust is not installed: only that of numba is timed")
        return ["numba"]
    return ["numba", "rust"]


def prices(bars: int) -> np.ndarray:
    return np.round(60_000 * np.cumprod(1 + np.random.default_rng(1).uniform(-0.03, 0.0303, bars)), 2)


def market(close: np.ndarray) -> dict[str, object]:
    times = [1_714_521_600_000 + day * 86_400_000 for day in range(len(close))]
    sides = dict.fromkeys(("open", "high", "low", "close"), close.tolist())
    return {"source": "binance", "instrument": "BTCUSDT", "quote_currency": "USD", "interval_ms": 86_400_000, "open_time_ms": times, **sides}


def blocks(params: dict[str, Any], peer: Callable[[], object]) -> tuple[float, float]:
    """Seconds of a sweep's blocks of work alone, and of the peer: before them the request is read, after them the table is made."""
    own = other = float("inf")
    for _ in range(ROUNDS):
        ready = hi.treasury.BacktestSweepJob(**params)
        own = min(own, once(1, lambda: ready.step(1 << 30)))
        other = min(other, once(1, peer))
    return own, other


def crossings(engine: str) -> None:
    close = prices(366)
    series = pd.Series(close, index=pd.date_range("2024-05-01", periods=len(close), freq="D"))
    bars = market(close)

    pairs = {"crossings": {"shortest": 2, "longest": 101}}
    sweep: dict[str, Any] = {"bars": bars, "coins_sat": 0, "cash_usd": "100000", "costs": {"fee": FEE}, "candidates": pairs}

    def peer() -> tuple[pd.Series, pd.Series, pd.Series]:
        fast, slow = vbt.MA.run_combs(series, window=np.arange(2, 102), r=2, short_names=["fast", "slow"])
        enter, leave = fast.ma_crossed_above(slow), fast.ma_crossed_below(slow)
        portfolio = vbt.Portfolio.from_signals(series, enter, leave, init_cash=100_000, fees=FEE, freq="1D")
        return portfolio.total_return(), portfolio.sharpe_ratio(), portfolio.max_drawdown()

    ours, (returns, _, falls) = hi.treasury.backtest_sweep(**sweep).table, peer()
    # vectorbt charges the fee on the cash, the kernel on the value: they differ in the second order of the fee.
    own = np.array([outcome.value for outcome in ours.total_return])
    assert np.allclose(own, returns.to_numpy(), rtol=0.0, atol=1e-3 * (1 + np.abs(own)))
    assert np.allclose([outcome.value for outcome in ours.max_drawdown], falls.to_numpy(), rtol=0.0, atol=2e-3)
    name = "treasury.backtest_sweep, 4,950 crossings x 366 bars: averages, trades, Sharpe, drawdown"
    times = blocks(sweep, peer)
    row(name, f"vectorbt {vbt.__version__}, engine {engine}", times, ratio=100.0)
    row("the same, request read and table made of 39,600 Python values", "the same", race(1, lambda: hi.treasury.backtest_sweep(**sweep), peer))
    if times[1] < 100.0 * times[0]:
        limit(4950 * 366)


def limit(numbers: int) -> None:
    """The least that a sweep takes whose returns go through memory: so many numbers of 8 bytes are written once, and read once."""
    returns = np.empty(numbers)

    def traffic() -> float:
        returns.fill(1.0)
        return float(returns.sum())

    best = min(once(1, traffic) for _ in range(25))
    print(f"| limit by memory traffic: {numbers:,} returns written and read once | {shown(best)} | | | | |")


def orders(engine: str) -> None:
    bars, columns = 1000, 1000
    close = prices(bars)
    sizes = np.random.default_rng(2).integers(-1_000_000, 1_000_000, (columns, bars))
    floats = pd.DataFrame(sizes.T / -1e8)
    series, told, lists = pd.Series(close), market(close), list(sizes)

    costs, candidates = {"fee": FEE}, {"orders": lists}
    sweep: dict[str, Any] = {"bars": told, "coins_sat": 5_000_000_000, "cash_usd": "9000000", "costs": costs, "candidates": candidates}

    def peer() -> pd.Series:
        return vbt.Portfolio.from_orders(series, floats, init_cash=9e6, fees=FEE).total_return()

    name = "treasury.backtest_sweep, 1,000 x 1,000 orders, per order and bar"
    own, other = blocks(sweep, peer)
    count = bars * columns
    row(name, f"vectorbt {vbt.__version__} from_orders, engine {engine}", (own / count, other / count), ratio=30.0)
    own, other = race(1, lambda: hi.treasury.backtest_sweep(**sweep), peer)
    row("the same, a million integers read and the table made", "the same", (own / count, other / count))


if __name__ == "__main__":
    print(HEAD)
    for engine in engines():
        vbt.settings["engine"] = engine
        crossings(engine)
        orders(engine)
