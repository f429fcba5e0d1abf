# %% [markdown]
# # A mining site as its CFO sees it
# Fleet, forecast, risk, heat map and curtailment with pandas. Bitcoin price and difficulty are those of 2026-05-31; fees, growth, volatility,
# prices of machines and the tariff are **invented**: put in your own.
#
# This notebook is made from `mining_cfo.py` beside it, which also runs as a script.

# %%
import datetime
from typing import Any

import hashinsight as hi
import pandas as pd

pd.set_option("display.width", 140, "display.max_columns", None)
START = datetime.datetime(2026, 6, 1, tzinfo=datetime.timezone.utc)
HEIGHT, DIFFICULTY, PRICE, FEES = 951_984, 138_955_357_012_247.3, 73_674.0, 2_000_000
network: dict[str, Any] = {
    "network_basis": {"difficulty": DIFFICULTY},
    "subsidy_sat": hi.mining.subsidy(height=HEIGHT, network="mainnet").subsidy_sat,
    "fees_per_block_sat": FEES,
    "pool_fee": 0.02,
}

# %% [markdown]
# ## The fleet, from the catalog
# Columns go in as a frame and come back as one, with the same index.

# %%
catalog = hi.mining.machines().machines.to_pandas().set_index("model")
fleet = catalog.loc[["Antminer S21 XP", "Antminer S21", "Antminer S19 XP"], ["hashrate_ths", "power_w"]]
fleet["count"] = [300, 200, 500]
fleet["machine_usd"] = [4500.0, 2800.0, 900.0]
rows = fleet[["hashrate_ths", "power_w"]].assign(power_price_usd_per_kwh=0.05, btc_price_usd=PRICE)
day = hi.mining.profit_batch(rows, days=1, **network)
print(fleet.join(day[["revenue_usd", "power_cost_usd", "net_usd"]]).round(2))
print(f"the fleet earns {(day['net_usd'] * fleet['count']).sum():,.2f} USD a day")

# %% [markdown]
# ## Static and dynamic
# Static: the world stays. Dynamic: difficulty grows by 1 % at each retarget, and the subsidy halves where the height says.

# %%
project = hi.mining.MiningProject(
    hashrate_ths=float((fleet["hashrate_ths"] * fleet["count"]).sum()),
    power_w=float((fleet["power_w"] * fleet["count"]).sum()),
    machine_price_usd=float((fleet["machine_usd"] * fleet["count"]).sum()),
    start_ms=START,
    height=HEIGHT,
    difficulty=DIFFICULTY,
    btc_price_usd=PRICE,
    fees_per_block_sat=FEES,
    pool_fee=0.02,
    power_price_usd_per_kwh=0.05,
)
moving: hi.mining.AlgorithmDict = {"dynamic": {"difficulty": {"growth_per_step": 0.01}, "btc_price": {"growth_per_step": 0.0}}}
worlds: dict[str, hi.mining.AlgorithmLike] = {"static": "static", "dynamic": moving}
span: hi.mining.ForecastStepsDict = {"retargets": {"days": 730}}
answers: dict[str, dict[str, float]] = {}
for name, algorithm in worlds.items():
    asked: dict[str, Any] = {"project": project, "algorithm": algorithm, "days": 730}
    roi = hi.mining.calculate_roi(project=project, algorithm=algorithm, steps=span, discount_rate_per_year=0.1)
    answers[name] = {
        "BTC mined": hi.mining.calculate_btc_mined(**asked).btc_with_switch_off,
        "revenue USD/day": hi.mining.calculate_daily_revenue(**asked).mean_usd_per_day_with_switch_off,
        "net USD": hi.mining.calculate_profitability(**asked).net_usd,
        "net present value USD": roi.with_switch_off.net_present_value_usd,
        "option to switch off USD": roi.switch_off_value_usd,
        "days off": roi.days_off,
    }
print(pd.DataFrame(answers).round(1))

# %%
report = hi.mining.forecast(project=project, algorithm=moving, steps=span, discount_rate_per_year=0.1)
steps = report.table.to_pandas().set_index("start_ms")
quarters = steps[["btc", "revenue_usd", "power_cost_usd", "net_usd"]].resample("QS").sum()
print("by the quarter in which a step begins")
print(quarters.round(2))
for halving in report.halvings:
    print(f"halving at height {halving.height:,}, about {halving.time_ms:%Y-%m-%d}")

# %%
report.plot()  # drawn by the core: the picture is the same in Rust, Node and the browser, and `to_vega_lite()` restyles it

# %% [markdown]
# ## Risk: ten thousand futures
# Price and difficulty move at random, miners answer to prices late. The bar shows the progress, Ctrl-C stops.

# %%
quantiles = [0.05, 0.25, 0.5, 0.75, 0.95]
risk = hi.mining.forecast_simulation(
    project=project,
    model={
        "correlated": {
            "price_drift": 0.005,
            "price_volatility": 0.11,
            "difficulty_drift": 0.01,
            "difficulty_volatility": 0.046,
            "correlation_by_lag": [0.0, 0.1, 0.2, 0.3, 0.4],
        }
    },
    retargets=52,
    discount_rate_per_year=0.1,
    paths=10_000,
    seed=1,
    quantiles=quantiles,
    progress=True,
)
print(pd.Series(risk.net_present_value_usd, index=quantiles, name="net present value USD").round(0))
print(f"pays back on {risk.probability_of_payback:.1%} of the paths")
print(f"the option to switch off is worth {risk.switch_off_value_usd:,.0f} USD on average")
risk.plot()

# %% [markdown]
# ## Heat map: one machine, price against difficulty

# %%
first = fleet.iloc[0]
prices, factors = [50_000, 62_500, 75_000, 87_500, 100_000], [0.8, 0.9, 1.0, 1.1, 1.2]
cells = hi.mining.profit_heat_map(
    base=hi.mining.ProfitRequest(
        hashrate_ths=float(first["hashrate_ths"]),
        power_w=float(first["power_w"]),
        btc_price_usd=PRICE,
        power_price_usd_per_kwh=0.07,
        days=1,
        **network,
    ),
    btc_prices_usd=prices,
    difficulty_factors=factors,
    power_prices_usd_per_kwh=[0.07],
)
heat = cells.to_pandas().pivot(index="btc_prices_usd", columns="difficulty_factors", values="net_usd")
print(f"{fleet.index[0]} at 0.07 USD/kWh, USD a day")
print(heat.round(2))


# %%
cells.plot()

# %% [markdown]
# ## Curtailment: when to rest
# A week at synthetic prices on a clock of UTC: power is dear in the afternoon, and each class rests where its revenue does not cover it.

# %%
windows: list[hi.mining.TimeOfUseWindowDict] = [
    {"from_hour": 15, "to_hour": 20, "days": "weekdays", "price_usd_per_kwh": 0.16},
    {"from_hour": 10, "to_hour": 15, "days": "weekdays", "price_usd_per_kwh": 0.08},
]
plan = hi.mining.power_curtailment_analysis(
    classes=[{"name": str(name), "count": int(row["count"]), "machine": {"model": str(name)}} for name, row in fleet.iterrows()],
    tariff={"energy": {"time_of_use": {"windows": windows, "otherwise_usd_per_kwh": 0.045}}},
    start_ms=START,
    hours=168,
    height=HEIGHT,
    difficulty=DIFFICULTY,
    btc_price_usd=PRICE,
    fees_per_block_sat=FEES,
    pool_fee=0.02,
    algorithm="static",
).plan
hours = pd.date_range(START, periods=168, freq="h", name="UTC")
running = pd.DataFrame({one.name: one.running[0] for one in plan.classes}, index=hours)
running.insert(0, "USD/kWh (synthetic)", plan.price_usd_per_kwh)
print(running.iloc[[0, 9, 10, 15, 20]])
print(f"net by the plan {plan.net_usd:,.2f} USD, without rest {plan.always_on_net_usd:,.2f} USD: saves {plan.saved_usd:,.2f} USD")
plan.plot()
