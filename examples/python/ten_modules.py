# %% [markdown]
# # Ten modules, one decision, and what came of it
# Daily bars of 2024-05-01 to 2026-05-31 in one call: ten modules, the decision of each day with its reasons, and a walk-forward whose rules were
# fixed in a file before it ran. The days hold no hashrate, funding, options or order books: what needs them says `no_data`.
#
# This notebook is made from `ten_modules.py` beside it, which also runs as a script. Where the days come from is told in
# `crates/report/data/README.md`.

# %%
import json
from pathlib import Path
from typing import Any

import hashinsight as hi
import pandas as pd

pd.set_option("display.width", 150, "display.max_columns", None, "display.max_rows", 40)
here = Path(__file__).resolve().parent if "__file__" in globals() else Path.cwd()
root = next(folder for folder in [here, *here.parents] if (folder / "crates").is_dir())
examples = root / "crates" / "hashinsight" / "examples"
days = pd.read_csv(root / "crates" / "report" / "data" / "sample_days.csv", parse_dates=["date"])
names = {f"{name}_usd": name for name in ("open", "high", "low", "close")} | {"volume_btc": "volume_base"}
frame = days.set_index("date").rename(columns=names)
# No halving lies within the days: the subsidy is that of the fourth, and the income of miners that of the subsidy alone.
network = frame[["difficulty"]].assign(subsidy_sat=312_500_000)
network.index = pd.DatetimeIndex(network.index).shift(1, freq="D").rename("time_ms")


def history_of(first: int, last: int) -> dict[str, Any]:
    """The days from one place to another: a document out of two frames."""
    words: dict[str, Any] = {"source": "sample_days", "instrument": "BTCUSD", "quote_currency": "USD", "interval_ms": 86_400_000}
    return {"bars": hi.market.Bars.of_frame(frame.iloc[first:last], **words), "network": network.iloc[first:last]}


history = history_of(0, len(days))

# %% [markdown]
# ## Calibration on the first year, evaluation of all days
# Maps from scores to the probability of the label (does holding for seven days lose against selling now?) are fitted to the first 365 days;
# scores younger than seven days are not used, as their label was not known. Everything after those days is new to the maps.

# %%
label: hi.signals.LabelDict = {"horizon_bars": 7, "cost": 0.002}
calibration = hi.signals.calibrate(**history_of(0, 365), label=label)
print(f"base rate {float(calibration.base_rate):.3f}, mean net fall {calibration.mean_fall:.3f}, mean net rise {calibration.mean_rise:.3f}")
report = hi.signals.evaluate(**history, label=label, calibration=calibration)
rows = report.rows.to_pandas()
rows["time"] = pd.to_datetime(rows["time_ms"], utc=True)
latest: pd.Timestamp = rows["time"].max()
last: pd.DataFrame = rows.set_index("module").loc[rows["time"].eq(latest).to_numpy()]
print(f"close of {latest:%Y-%m-%d}")
print(last[["score", "confidence", "status"]].round(3))

# %%
decision = report.decisions[-1]
print(decision)
print("reasons of the ensemble: contributions to the score 2 p - 1")
for reason in [row for row in report.rows if row.module == "ensemble"][-1].reasons:
    print(f"  {reason.code:<22} {reason.contribution:+.4f}   stands for {reason.value:.3f}")


# %% [markdown]
# ## Plots
# Price with turbulent days shaded, the nearest levels and the ladder of sell prices; below, the score and what each module contributed.


# %%
class Plot:
    """Lines over days as a picture that needs no library."""

    def __init__(self, lines: dict[str, Any], shade: Any = None, bars: Any = None, title: str = "") -> None:
        self.lines, self.shade, self.bars, self.title = lines, shade, bars, title

    def _repr_html_(self) -> str:
        width, height, left = 900, 260, 60
        every = pd.concat([*self.lines.values(), *([] if self.bars is None else [self.bars.clip(lower=0).sum(axis=1), self.bars.clip(upper=0).sum(axis=1)])])
        low, high = float(every.min()), float(every.max())
        index = next(iter(self.lines.values())).index
        x = {day: left + (width - left) * place / max(1, len(index) - 1) for place, day in enumerate(index)}

        def y(value: float) -> float:
            return height - 20 - (height - 40) * (value - low) / (high - low)

        parts = [f'<text x="{left}" y="14">{self.title}</text>']
        step = (width - left) / len(index)
        if self.shade is not None:
            for day, part in self.shade.dropna().items():
                parts.append(f'<rect x="{x[day]:.1f}" y="20" width="{step:.2f}" height="{height - 40}" fill="#c33" opacity="{0.35 * part:.2f}"/>')
        colors = ["#222", "#d62728", "#2ca02c", "#ff7f0e", "#9467bd", "#1f77b4", "#8c564b", "#17becf", "#bcbd22"]
        if self.bars is not None:
            for number, (name, values) in enumerate(self.bars.items()):
                before = self.bars.iloc[:, :number]
                for day, value in values.dropna().items():
                    base = before.loc[day].clip(lower=0).sum() if value > 0 else before.loc[day].clip(upper=0).sum()
                    top, bottom = sorted((y(base), y(base + value)))
                    parts.append(f'<rect x="{x[day]:.1f}" y="{top:.1f}" width="{step:.2f}" height="{bottom - top:.2f}" fill="{colors[1 + number % 8]}"/>')
                parts.append(f'<text x="{left + 110 * number}" y="{height - 2}" fill="{colors[1 + number % 8]}">{name}</text>')
        for number, (name, values) in enumerate(self.lines.items()):
            points = " ".join(f"{x[day]:.1f},{y(value):.1f}" for day, value in values.dropna().items())
            parts.append(f'<polyline points="{points}" fill="none" stroke="{colors[number]}"/>')
            if self.bars is None:
                parts.append(f'<text x="{left + 170 * number}" y="{height - 2}" fill="{colors[number]}">{name}</text>')
        parts += [f'<text x="0" y="{y(value):.1f}">{value:,.4g}</text>' for value in (low, high)]
        return f'<svg width="{width}" height="{height}" font-family="sans-serif" font-size="11">{"".join(parts)}</svg>'

    def __repr__(self) -> str:
        return f"Plot({self.title}: {', '.join(self.lines)})"


def feature(module: str, name: str) -> Any:
    """A number that a module saw, by day."""


    def number(features: list[dict[str, Any]]) -> float:
        return next((float(one["value"]["number"]) for one in features if one["name"] == name), float("nan"))

    return rows[rows["module"] == module].set_index("time")["features"].map(number)


shown = rows["time"].drop_duplicates().iloc[-180:]
price = pd.Series(days["close_usd"].to_numpy(float), index=rows["time"].drop_duplicates().to_numpy()).loc[shown.to_numpy()]
price.index = shown.to_numpy()


def on(series: Any) -> Any:
    """The shown days of a series."""
    return series.set_axis(series.index.to_numpy()).loc[shown.to_numpy()]


Plot(
    {
        "close": price,
        "resistance": on(feature("confluence", "resistance_price")),
        "support": on(feature("confluence", "support_price")),
        "first layer": on(feature("layers", "first_layer_price")),
        "last layer": on(feature("layers", "last_layer_price")),
    },
    shade=on(feature("regime", "turbulence_probability")),
    title="close in US dollars, the last 180 days; red: probability of the turbulent regime",
)

# %%
ensemble = rows[rows["module"] == "ensemble"].set_index("time")
parts: pd.DataFrame = pd.DataFrame([{one["code"]: one["contribution"] for one in reasons} for reasons in ensemble["reasons"]], index=ensemble.index.to_numpy())
Plot(
    {"score": on(ensemble["score"])},
    bars=parts.drop(columns="clamp").fillna(0.0).reindex(shown.to_numpy()),
    title="score of the ensemble, 2 p - 1, and what each module contributed",
)

# %% [markdown]
# ## Does it look ahead?
# Anyone's signal can be asked. Here the close over the mean of all days, a fault that is easily made, and the same against the days so far.

# %%
close = days.set_index("date")["close_usd"]


def over_all(prices: "pd.Series[float]") -> "pd.Series[float]":
    return prices / prices.mean()


def over_past(prices: "pd.Series[float]") -> "pd.Series[float]":
    return prices / prices.expanding().mean()


for name, signal in {"mean of all days": over_all, "mean of the days so far": over_past}.items():
    said = hi.honesty.check_prefix(signal, close)
    print(f"{name}: {'honest' if said.is_honest else f'looks ahead, first at day {said.differences[0].index}'}")

# %% [markdown]
# ## Walk-forward
# Horizon, cost, split and parameters stand in `protocol.json` beside the Rust example; they were fixed before the first run. One run, reported whatever it
# shows.

# %%
protocol = json.loads((examples / "walk_forward" / "protocol.json").read_text())
print(json.dumps(protocol))
test = hi.signals.walk_forward(**history, protocol=protocol)
of, quality = test.against_holding, test.calibration
assert quality is not None and test.brier_skill_interval is not None and test.forecasts is not None
print(f"{test.test_bars} days of test, {test.effective_labels:.1f} independent labels, {test.fits} calibrations, mean coverage {test.mean_coverage:.3f}")
print(f"Brier {quality.brier:.4f}, of the base rate {test.brier_of_base_rate:.4f}, skill {test.brier_skill:.4f}", end=" ")
print(f"[{test.brier_skill_interval.low:.4f}, {test.brier_skill_interval.high:.4f}]")
print(f"{of.sells} sells, {of.trims} trims, {of.holds} holds; hit rate of always selling {of.base_rate:.3f}; better than always holding: {of.beats_always_hold}")
print(quality.bins.to_pandas().round(3))
print(test.modules.to_pandas().round(4))

# %% [markdown]
# Three baselines of the price over the same horizon stand beside it: how often the price ended in the band that was said.

# %%
for model in test.forecasts:
    assert model.quality is not None
    covered = ", ".join(f"{100 * one.level:.0f} %: {100 * one.measured:.1f} %" for one in model.quality.coverage)
    print(f"{model.model.tag}: coverage of {covered}; CRPS {model.quality.crps:.5f}")
