"""The baselines of the market page, held against weeks that they had not seen."""

from __future__ import annotations

import hashinsight as hi
import pytest


def test_forecast_bands(logged):
    """S2-147: coverage of 80 % band on held-out fixture

    Each week of the sample after the first 250 days is forecast from the days before it only, one call for each; the share of closes that end
    inside the band is the share that the page tells, and no farther from 80 % than three standard errors of that many weeks.
    """
    days = hi.report.sample_file(file="days").text.splitlines()[1:]
    closes = [float(day.split(",")[4]) for day in days]
    client = logged("user")
    said = {model["model"]: model for model in client.get("/api/analytics/forecast").json["data"]["models"]}
    assert set(said) == {"ewma", "autoregression", "geometric_brownian"}
    inside, tried = dict.fromkeys(said, 0), 0
    for last in range(251, len(closes) - 6):
        known = hi.signals.forecast(closes=closes[last - 251 : last], horizon_bars=7, window=250, levels=[0.8]).to_dict(mode="json")
        tried += 1
        for model in known["models"]:
            kind = model["model"] if isinstance(model["model"], str) else next(iter(model["model"]))
            band = model["forecast"]["bands"][0]
            inside[kind] += band["low"] <= closes[last + 6] <= band["high"]
    for kind, model in said.items():
        assert model["origins"] == tried and model["coverage"]["measured"] == pytest.approx(inside[kind] / tried, abs=1e-12), kind
        assert abs(model["coverage"]["measured"] - 0.8) <= 3 * model["coverage"]["standard_error"], kind
    page = client.page("/analytics")
    assert "Not a prediction" in page.text and "并非预测" in client.page("/analytics", "zh").text
    assert f"{said['ewma']['coverage']['measured'] * 100:.2f}" in page.text
