# %% [markdown]
# # The report on a site, with a decision at the end
# Own fleet as CSV, power prices as a file, the report of the whole site, calendar months, what another hashprice would mean, and what a second
# hall would change. Price and difficulty are the sample days of the package; fleet, prices, outlook and treasury are **invented**: put in your own.
#
# This notebook is made from `site_report.py` beside it, which also runs as a script. `hi.report.site("site.toml")` reads a file instead, and
# `hashinsight report site.toml --html report.html --lang zh` does so without Python; `hashinsight report --sample` prints a file to begin with.

# %%
import io

import hashinsight as hi
import numpy as np
import pandas as pd

pd.set_option("display.width", 140, "display.max_columns", None)
fleet = pd.read_csv(
    io.StringIO("""model,count,price_usd
Antminer S21 XP,300,4500
Antminer S19 XP,500,900
""")
)
print(fleet.to_string(index=False))

# %% [markdown]
# ## Prices by the hour
# A week as a day-ahead market has it: cheap at noon and at night, dear in the evening, now and then below zero, once beyond everything.
# The shape is drawn by hand (synthetic).

# %%
hours = pd.date_range("2026-06-01", periods=168, freq="h", tz="UTC")
shape = 38 - 26 * np.exp(-(((hours.hour - 13) / 3.5) ** 2)) + 44 * np.exp(-(((hours.hour - 19) / 2.2) ** 2))
usd_per_mwh = pd.Series(np.round(shape * np.where(hours.day_of_week < 5, 1.0, 0.7), 2), index=hours)
usd_per_mwh.loc["2026-06-06 11:00":"2026-06-06 14:00"] = -8.5
usd_per_mwh.loc["2026-06-03 18:00"] = 950.0
lines = [f"{hour:%Y-%m-%dT%H:%MZ},{price}" for hour, price in usd_per_mwh.items()]
prices = "\n".join(["time,usd_per_mwh", *lines]) + "\n"
print(usd_per_mwh.describe().round(2).to_string())

# %% [markdown]
# ## The site
# The document is that of a site file: what `tomllib` makes of one. Quantities are written with their unit.

# %%
barn = {
    "name": "Barn (invented)",
    "fees_per_block": "0.02 BTC",
    "pool_fee": "2 %",
    "power_price": "0.05 USD/kWh",
    "uptime": "98 %",
    "machine": [{"model": row.model, "count": row.count_, "price": f"{row.price_usd} USD"} for row in fleet.rename(columns={"count": "count_"}).itertuples()],
    "forecast": {"height": 951_984, "difficulty_growth": "1 %", "price_growth": "0.5 %", "discount_rate": "10 %"},
    "tariff": {"synthetic": True, "prices": "hours.csv"},
    "treasury": {"coins": "12.5 BTC", "cash": "600000 USD", "cost": "593750 USD", "expenses": "100000 USD", "fee": "0.1 %", "slippage": "0.05 %", "worst_price": "85 %"},
    "files": [{"name": "hours.csv", "text": prices}],
}
report = hi.report.site(barn)
hi.report.site(barn, sections=["answer", "network"])  # shows itself as a page; `report` would show all of it

# %%
# The same as text: the answer first. Each line names the section that says why.
print(report.to_text().split("\n== Assumptions")[0])

# %% [markdown]
# ## Calendar months
# The report's months have 30.4375 days each; spread over their days they are those of the calendar.

# %%
months = pd.DataFrame(report.table("cash_flow", "months"))
starts = pd.to_datetime(months["from"])
days = pd.date_range(starts.iloc[0], periods=round(24 * 30.4375), freq="D")
of_day = (np.arange(len(days)) / 30.4375).astype(int)
money = ["dynamic_revenue", "dynamic_power", "dynamic_net"]
daily = months[money].iloc[of_day].set_index(days) / 30.4375
print(daily.resample("MS").sum().head(12).round(0).to_string())
report.plot("cash_flow")

# %% [markdown]
# ## Another hashprice
# The profit of a day at other prices and difficulties: hashprice is their quotient.

# %%
profit = pd.DataFrame(report.plot_data("machines", 1)).pivot(index="y", columns="x", values="value")
profit.index = pd.Index(np.round(profit.index.to_numpy(dtype=float) / 1e12, 1), name="difficulty T")
profit.columns = pd.Index(np.round(profit.columns.to_numpy(dtype=float)), name="bitcoin price USD")
print(profit.round(0).to_string())
report.plot("machines", 1)

# %%
report.plot("curtailment", 0)

# %%
report.plot("curtailment", 1)

# %%
report.plot("treasury", 1)

# %%
report.plot("signals", 1)

# %% [markdown]
# ## A second hall: what would change?
# 200 machines more, at a dearer contract. Each term is the mean of changing it first and changing it last; the other way round every term has
# the other sign, to the last bit.

# %%
more = barn | {"power_price": "0.055 USD/kWh", "machine": [*barn["machine"], {"model": "Antminer S21", "count": 200, "price": "2800 USD"}]}
change = hi.report.difference(barn, more)
back = hi.report.difference(more, barn)
print(change.to_text())
for there, other in zip(change.table("difference", "changes")["net"], back.table("difference", "changes")["net"], strict=True):
    assert there + other == 0.0
change.plot("difference")

# %% [markdown]
# ## The decision
# What the numbers say, and what would change it.

# %%
figures = {code: report.figure("answer", code) for code in ["run_now", "rest_saves", "sell_for_payments", "signals_say", "stops_at_price"]}
gain = change.figure("difference", "net_change")
print(f"run {figures['run_now']}; resting by the plan saves {figures['rest_saves']:,.0f} USD in the week")
print(f"sell {figures['sell_for_payments']:.4f} BTC for payments; the signals say {figures['signals_say'].rpartition('.')[2]}")
print(f"the second hall {'adds' if gain > 0 else 'costs'} {abs(gain):,.2f} USD a day before its price of {200 * 2800:,} USD")
print(f"the first machines stop paying below a bitcoin price of {figures['stops_at_price']:,.0f} USD")
