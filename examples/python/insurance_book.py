# %% [markdown]
# # A book of covers, from positions to a crash
# A DataFrame of positions in, a DataFrame of quotes out; what all covers together can cost; and which of them a crash pays. Prices are the sample
# days of this project, among them 10 October 2025, and stand for the mark price of the contract. The positions are **invented**: put in your own.
#
# This notebook is made from `insurance_book.py` beside it, which also runs as a script.

# %%
from pathlib import Path
from typing import Any

import hashinsight as hi
import numpy as np
import pandas as pd

pd.set_option("display.width", 150, "display.max_columns", None)
here = Path(__file__).parent if "__file__" in globals() else Path()
sample = next(path for path in [here, *here.resolve().parents] if (path / "crates").exists())
days = pd.read_csv(sample / "crates/report/data/sample_days.csv", parse_dates=["date"], index_col="date")
start = pd.Timestamp("2025-10-10", tz="UTC")
past = days.loc["2025-07-12":"2025-10-09"].astype({name: float for name in ("open_usd", "high_usd", "low_usd", "close_usd")})
spot = float(days["open_usd"].loc["2025-10-10"])
seen = hi.derivatives.realized_volatility(
    open=past["open_usd"], high=past["high_usd"], low=past["low_usd"], close=past["close_usd"], bar_years=1 / 365
)
print(f"price {spot:,.0f} USDT, volatility of the past 90 days {seen.ewma:.3f} per root of a year")

# %% [markdown]
# ## Positions in, quotes out
# Forty isolated positions of one contract, longs and shorts, between 3 and 40 times leverage. Half of the margin is insured for a week. A row that
# is not offered keeps its figures: a liquidation that is likelier than not is no insurance.

# %%
random = np.random.default_rng(20251010)
leverage = np.round(np.exp(random.uniform(np.log(3), np.log(40), 40)), 1)
quantity = np.round(random.uniform(0.1, 2.0, 40), 2)
positions = pd.DataFrame(
    {
        "side": np.where(random.uniform(size=40) < 0.65, "long", "short"),
        "quantity": quantity,
        "entry_price": spot,
        "margin": np.round(quantity * spot / leverage, 2),
        "spot": spot,
        "volatility": seen.ewma,
        "years": 7 / 365,
    }
)
terms: dict[str, Any] = {
    "venue": "binance_usdm",
    "maintenance": {"flat": {"rate": 0.005, "deduction": 0}},
    "rate_per_year": 0.04,
    "loadings": {"principle": {"standard_deviation": 0.1}, "expense": "0.15"},
    "of_loss": "0.5",
}
quotes = hi.insurance.quote_batch(positions, **terms)
table = pd.concat([positions[["side", "quantity", "margin"]].assign(leverage=leverage), quotes], axis=1)
shown = ["side", "quantity", "leverage", "margin", "liquidation_price", "hit_probability", "pure_premium", "gross_minor", "is_offered"]
print(table[shown].sort_values("leverage").head(12).round(4).to_string())
print(f"{quotes['is_offered'].sum()} of {len(quotes)} are offered")

# %% [markdown]
# ## What the book can cost
# All covers hang on one price: a fall triggers every long whose level lies above it. The distribution is exact on one side, and between two bounds
# on both; counting the covers as independent makes the risk far too small.

# %%
sold = table[table["is_offered"]]
covers: Any = {
    "instrument": ["BTCUSDT"] * len(sold),
    "side": np.where(sold["side"] == "long", "down", "up").tolist(),
    "barrier": sold["liquidation_price"].tolist(),
    "sum_insured": (sold["maximum_payout_minor"] / 100).tolist(),
    "premium": (sold["gross_minor"] / 100).tolist(),
    "inception_ms": [start.to_pydatetime()] * len(sold),
    "expiry_ms": [(start + pd.Timedelta(days=7)).to_pydatetime()] * len(sold),
}
market: hi.insurance.BookMarketDict = {"instrument": "BTCUSDT", "spot": spot, "drift_per_year": 0, "volatility": seen.ewma}
book = hi.insurance.book_loss(covers=covers, market=market, time_ms=start.to_pydatetime(), measure="risk_neutral", buckets=200)
print(f"premiums {sold['gross_minor'].sum() / 100:,.2f}, expected loss {book.expected_loss:,.2f}")
print(f"standard deviation {book.standard_deviation:,.0f}; were the covers independent, {book.independent_standard_deviation:,.0f}")
for tail in book.tails:
    print(f"value at risk {tail.level:.1%}: {tail.value_at_risk:,.0f}, tail value at risk {tail.tail_value_at_risk:,.0f}")


# %%
class Drawing(str):
    """A drawing that a notebook shows."""

    def _repr_html_(self) -> str:
        return str(self)


def draw(title: str, unit: str, kind: str, x: Any, name: str, values: Any) -> Drawing:
    curves = {"x": {"numbers": [float(value) for value in x]}, "series": [{"name": {"text": name}, "values": [float(value) for value in values]}]}
    plot: Any = {"title": {"text": title}, "unit": unit, "source": "calculated", "shape": {kind: curves}}
    return Drawing(hi.report.render_svg(plot=plot, language="en").text)


losses, chances = np.asarray(book.losses), np.asarray(book.probabilities)
draw("Loss distribution: probability of a loss of at most so many USDT", "fraction", "step", losses, "probability", np.minimum(chances.cumsum(), 1))

# %%
draw("Exceedance: probability that the loss exceeds so many USDT", "fraction", "step", losses, "probability", book.exceedance_probabilities)

# %% [markdown]
# ## With jumps
# A diffusion makes days like the one to come all but impossible. The same book with jumps that are assumed: 20 a year, 4 % down or 3 % up on average,
# as a job with progress, that Ctrl-C would stop and `error.job.run()` go on with.

# %%
jumps: hi.derivatives.JumpModelLike = {"kou": {"jumps_per_year": 20, "up_probability": 0.45, "up_rate": 30, "down_rate": 25}}
leaping = hi.insurance.book_simulation(
    covers=covers, markets=[{**market, "jumps": jumps}], time_ms=start.to_pydatetime(), measure="risk_neutral", paths=100_000, seed=1, progress=True
)
rows = [("expected loss", book.expected_loss, leaping.expected_loss)]
rows += [(f"value at risk {a.level:.1%}", a.value_at_risk, b.value_at_risk) for a, b in zip(book.tails, leaping.tails, strict=True)]
print(pd.DataFrame(rows, columns=["USDT", "diffusion", "with jumps"]).round(0).to_string(index=False))
print(f"standard error of the expected loss with jumps {leaping.standard_error:,.0f}")

# %% [markdown]
# ## The crash
# Of a day only open, high, low and close are known. Each claim is judged with the low first and with the high first; what both say holds, the rest
# goes to a person.

# %%
week = days.loc["2025-10-10":"2025-10-16"]
bars: Any = {
    "source": "binance_usdm",
    "instrument": "BTCUSDT",
    "quote_currency": "USDT",
    "interval_ms": 86_400_000,
    "open_time_ms": [int(day.timestamp() * 1000) for day in week.index],
    **{name: week[f"{name}_usd"].astype(float).tolist() for name in ("open", "high", "low", "close")},
}
end = (start + pd.Timedelta(days=7)).to_pydatetime()
trigger = {"venue": "binance_usdm", "instrument": "BTCUSDT", "price_kind": "mark"}


def judge(number: int, row: Any) -> Any:
    account = {
        "venue": "binance_usdm",
        "instrument": "BTCUSDT",
        "coin": "BTC",
        "margin_currency": "USDT",
        "contract": "linear",
        "side": row.side,
        "quantity": row.quantity,
        "entry_price": spot,
        "margin_mode": {"isolated": {"margin": row.margin}},
        "maintenance": terms["maintenance"],
    }
    agreed = {
        "starts_ms": start.to_pydatetime(),
        "expires_ms": end,
        "sum": {"fraction": {"of_loss": "0.5"}},
        "basis": "indemnity",
        "currency": "USDT",
    }
    cover = {"reference": f"C-{number}", "account": {"position": account}, "peril": {"liquidation": trigger}, "terms": agreed}
    claim: Any = {"reference": f"K-{number}", "cover": cover, "as_of_ms": end, "longest_gap_ms": 86_400_000, "events_until_ms": end}
    return hi.insurance.claim_by_bars(claim=claim, price_kind="mark", bars=bars)


judged = [judge(number, row) for number, row in enumerate(sold.itertuples())]
claims = pd.DataFrame(
    {
        "side": sold["side"].to_numpy(),
        "level": sold["liquidation_price"].round(0).to_numpy(),
        "triggered": [claim.triggered for claim in judged],
        "decision": [claim.decision for claim in judged],
        "day": [claim.bar_ms and pd.Timestamp(claim.bar_ms).date() for claim in judged],
        "payout": [float(claim.payout.money.amount) if claim.payout else 0.0 for claim in judged],
    }
)
print(claims[claims["payout"] > 0].to_string(index=False))
paid = claims["payout"].sum()
worst = float(np.interp(paid, losses, book.exceedance_probabilities))
print(f"paid {paid:,.2f} of {sold['maximum_payout_minor'].sum() / 100:,.2f} insured; a diffusion gave as much or more a chance of {worst:.3%}")
