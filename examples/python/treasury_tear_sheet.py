# %% [markdown]
# # Tear sheet of a treasury
# A miner's treasury over 366 days: equity, drawdowns, months, coverage, lots and the plan of the day, for every template beside holding.
# Prices and difficulty are the sample days of this project; what the treasury holds, mines and pays is **invented**: put in your own.
#
# This notebook is made from `treasury_tear_sheet.py` beside it, which also runs as a script.

# %%
from pathlib import Path
from typing import Any

import hashinsight as hi
import numpy as np
import pandas as pd

pd.set_option("display.width", 150, "display.max_columns", None)
here = Path(__file__).parent if "__file__" in globals() else Path()
sample = next(path for path in [here, *here.resolve().parents] if (path / "crates").exists())
days = pd.read_csv(sample / "crates/report/data/sample_days.csv", parse_dates=["date"]).head(366)
times = days["date"].to_numpy("datetime64[ms]").astype(np.int64)
noon, day_ms = 43_200_000, 86_400_000
bars: Any = {
    "source": "binance",
    "instrument": "BTCUSDT",
    "quote_currency": "USD",
    "interval_ms": day_ms,
    "open_time_ms": times.tolist(),
    **{name: days[f"{name}_usd"].astype(float).tolist() for name in ("open", "high", "low", "close")},
}

# %% [markdown]
# ## The treasury
# 12.5 BTC that cost 593,750 USD, 600,000 USD, 0.05 BTC mined a day, 100,000 USD paid every 30 days. Signals are made of the closing prices:
# a policy sees those of a bar at its close, and no later ones.

# %%
close = days["close_usd"].astype(float)
returns = close.pct_change()
fast = (returns.rolling(10).std() * np.sqrt(365)).to_numpy()
slow = (returns.rolling(60).std() * np.sqrt(365)).to_numpy()
place = close.expanding().rank(pct=True).to_numpy()
signals: list[dict[str, float]] = []
for row in range(len(days)):
    known = {"rsi": 100 * place[row], "hashprice_percentile": place[row], "puell": 2 * place[row]}
    known |= {"volatility_fast": fast[row], "volatility_slow": slow[row]}
    signals.append({name: float(value) for name, value in known.items() if not np.isnan(value)})
setup: dict[str, Any] = {
    "coins_sat": 1_250_000_000,
    "cash_usd": "600000",
    "cost_usd": "593750",
    "costs": {"fee": 0.001, "slippage": 0.0005},
    "mined": [{"time_ms": int(time) + noon, "amount_sat": 5_000_000} for time in times],
    "expenses": [{"due_ms": int(times[row]) + noon, "amount_usd": "100000"} for row in range(30, len(times), 30)],
    "signals": signals,
}
templates: dict[str, Any] = {
    "hold": "hold",
    "opex coverage": {"opex_coverage": {"coverage_days": 90, "max_daily": 0.05}},
    "layered": {
        "layered": {
            "levels": [{"multiple": 1.2, "share": 0.15}, {"multiple": 1.5, "share": 0.15}, {"multiple": 1.8, "share": 0.2}],
            "share_of": "initial",
            "trailing_stop": 0.08,
            "reserve": 0.3,
            "rsi_above": 70,
        }
    },
    "mining cycle": {"mining_cycle": {"hashprice_percentile_above": 0.7, "puell_above": 1.8, "share": 0.15, "every_days": 14}},
    "volatility": {"volatility_trigger": {"on_ratio": 1.3, "off_ratio": 1.0, "share": 0.1}},
    "floor": {"floor": {"terms": {"step_days": 30, "worst_factors": [0.85]}, "when_infeasible": "sell_most"}},
}

# %% [markdown]
# ## Every template beside holding
# Mined coins and payments are flows, not returns. `short` is the greatest overdraft: a policy that leaves payments unmet is no policy, and has no
# performance.

# %%
runs = {name: hi.treasury.backtest(bars=bars, policy=policy, method="hifo", **setup) for name, policy in templates.items()}
rows: dict[str, dict[str, float | None]] = {}
for name, run in runs.items():
    performance = run.performance_usd.value
    rows[name] = {
        "return": performance.total_return.value if performance else None,
        "sharpe": performance.sharpe.value if performance else None,
        "drawdown": performance.max_drawdown if performance else None,
        "BTC": run.coins_sat / 1e8,
        "cash USD": float(run.cash_usd),
        "short USD": float(run.shortfall_usd),
        "trades": run.trades,
        "realised USD": float(run.ledger.realised_usd),
    }
print(pd.DataFrame(rows).T.round(4).to_string())

# %% [markdown]
# ## Equity and drawdowns of one of them

# %%
run = runs["floor"]
equity = run.equity.to_pandas()
equity.index = pd.DatetimeIndex(equity["time_ms"].to_numpy("datetime64[ms]"), tz="UTC", name="close")
print(equity[["price_usd", "coins_sat", "equity_usd", "equity_btc"]].iloc[::45].round(2).to_string())
falls = run.drawdowns.to_pandas().head(5)
print(falls.to_string(float_format="{:.4f}".format))

# %%
# Flow-adjusted returns, from the table itself: what the report's measures are made of.
flows = equity["mined_sat"] / 1e8 * equity["price_usd"] - equity["paid_micro_usd"] / 1e6
period = ((equity["equity_usd"] - flows) / equity["equity_usd"].shift() - 1).dropna()
months = hi.treasury.monthly_returns(time_ms=pd.DatetimeIndex(period.index).to_pydatetime().tolist(), returns=period.tolist()).months
print(months.to_pandas().round(4).to_string(index=False))

# %% [markdown]
# ## Coverage and lots on the last day

# %%
lots = run.ledger.lots.to_pandas()
print(f"{len(lots)} lots, {len(run.ledger.disposals)} lines of disposals")
print(lots.tail(3).to_string())
due = [{"due_ms": int(times[-1]) + (30 * k + 1) * day_ms, "amount_usd": "100000"} for k in range(1, 7)]
observation: Any = {
    "time_ms": int(times[-1]) + day_ms,
    "price_usd": float(close.iloc[-1]),
    "coins_sat": run.coins_sat,
    "cash_usd": str(run.cash_usd),
    "costs": setup["costs"],
    "liabilities": due,
}
plan = hi.treasury.decide(policy=templates["floor"], observation=observation).plan
print(f"sell {plan.sell_sat / 1e8:.8f} BTC for {plan.proceeds_usd} USD; left: {plan.left.coins_sat / 1e8:.8f} BTC and {plan.left.cash_usd} USD")

# %% [markdown]
# ## What could come: ten thousand futures, and named stresses
# Price and difficulty are drawn together from the 30-day blocks of the sample days.

# %%
history = pd.read_csv(sample / "crates/report/data/sample_days.csv").iloc[::30]
moves = history[["close_usd", "difficulty"]].apply(np.log).diff().dropna()
project: dict[str, Any] = {
    "start_ms": int(times[-1]) + day_ms,
    "price_usd": float(close.iloc[-1]),
    "coins_sat": run.coins_sat,
    "cash_usd": "300000",
    "costs": setup["costs"],
    "periods": 12,
    "mined_sat": 150_000_000,
    "power_usd": "80000",
    "other_usd": "20000",
    "loan_usd": "250000",
    "policy": templates["floor"],
}
model: Any = {
    "bootstrap": {
        "log_price_moves": moves["close_usd"].tolist(),
        "log_difficulty_moves": moves["difficulty"].tolist(),
        "block_periods": 3,
    }
}
risk = hi.treasury.treasury_simulation(**project, model=model, paths=10_000, seed=1, progress=True)
print(f"a payment is missed on {risk.probability_of_shortfall:.2%} of the paths")
print(f"cash flow at risk {risk.cash_flow_at_risk_usd:,.0f} USD, mean equity of the worst twentieth {risk.tail_mean_equity_usd:,.0f} USD")
names = ["calm", "price down by 60 % in 30 days", "halving", "difficulty up by 20 %", "power at twice its cost", "loan called"]
stress = hi.treasury.stress_treasury(**project)
table = [{"BTC": row.coins_sat / 1e8, "least cash USD": float(row.least_cash_usd), "equity USD": row.equity_usd} for row in stress.rows]
print(pd.DataFrame(table, index=names).round(2).to_string())

# %% [markdown]
# ## Is it luck?
# 190 crossings of moving averages over the same days: the best of many is worth less than it shows.

# %%
sweep = hi.treasury.backtest_sweep(
    bars=bars,
    coins_sat=0,
    cash_usd="1000000",
    costs=setup["costs"],
    candidates={"crossings": {"shortest": 5, "longest": 24}},
    parts=8,
)
luck = sweep.significance.value
overfitting = sweep.probability_of_overfitting
assert luck is not None and overfitting is not None and overfitting.value is not None
print(f"best Sharpe ratio {max(s.value for s in sweep.table.sharpe if s.value is not None):.2f} of {sweep.trials} trials")
print(f"as many as {luck.effective_trials.value:.1f} independent ones, of which luck alone shows {luck.expected_maximum_sharpe.value:.2f}")
print(f"probability that it is more than luck {luck.deflated_sharpe.value:.2f}; of overfitting {overfitting.value:.2f}")
