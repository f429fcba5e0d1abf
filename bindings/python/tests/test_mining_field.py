"""Mining as the field reported it: clocks against ``zoneinfo``, types of time, columns as pandas has them, plans against HiGHS."""

from __future__ import annotations

import datetime as dt
import importlib.util
import io
import os
import random
import zoneinfo
from fractions import Fraction as F
from pathlib import Path
from typing import Any

import hashinsight as hi
import numpy as np
import pandas as pd
import pytest

NET: dict[str, Any] = {"network_basis": {"difficulty": 1.39e14}, "subsidy_sat": 312_500_000, "fees_per_block_sat": 2_000_000, "pool_fee": 0.02}
ZONES = ["Australia/Sydney", "Australia/Adelaide", "Australia/Lord_Howe", "America/Santiago", "Asia/Jerusalem", "Africa/Cairo", "America/Asuncion"]


@pytest.mark.parametrize("zone", ZONES)
def test_case_20_every_hour_of_four_years(zone: str) -> None:
    start, end = (dt.datetime(year, 1, 1, tzinfo=dt.timezone.utc) for year in (2024, 2028))
    tariff: Any = {"energy": {"flat_usd_per_kwh": 0.1}, "clock": hi.zones.clock(zone, start, end)}
    hours = int((end - start).total_seconds()) // 3600
    got = hi.mining.tariff_prices(tariff=tariff, start_ms=start, hours=hours).local_hour
    at, of = int(start.timestamp()), zoneinfo.ZoneInfo(zone)
    assert list(got) == [dt.datetime.fromtimestamp(at + 3600 * hour, of).hour for hour in range(hours)]


def test_a_clock_needs_times_with_a_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        hi.zones.clock("Europe/Berlin", dt.datetime(2026, 1, 1), dt.datetime(2027, 1, 1))
    with pytest.raises(zoneinfo.ZoneInfoNotFoundError):
        hi.zones.clock("Europe/Nowhere", 1_767_225_600_000, 1_798_761_600_000)


def test_case_39_times_of_numpy() -> None:
    def prices(at: Any) -> Any:
        tariff: Any = {"energy": {"hourly": {"start_ms": at, "usd_per_kwh": [0.02, 0.03]}}}
        return list(hi.mining.tariff_prices(tariff=tariff, start_ms=at, hours=2).usd_per_kwh)

    for unit in ("D", "m", "ms", "ns"):
        assert prices(np.datetime64("2026-06-01", unit)) == [0.02, 0.03]
    for wrong in (np.datetime64("NaT"), np.datetime64("2026-06-01T00:00:00.000000001", "ns")):
        with pytest.raises(hi.HashInsightError) as told:
            prices(wrong)
        assert told.value.code == "mining.start_ms.wrong_type"


def test_case_55_means_lone_numbers_and_whole_floats() -> None:
    fees = pd.Series(np.arange(400) ** 2).rolling(144).mean().dropna()
    hashprices = hi.mining.hashprice_batch(difficulty=np.full(len(fees), 1e14), fees_per_block_sat=fees, btc_price_usd=9e4, subsidy_sat=312_500_000)
    assert len(hashprices.status) == len(fees) and list(hashprices.hashprice_usd_per_phs_day.index) == list(fees.index)
    frame = pd.DataFrame({"hashrate_ths": [200.0, 110.0], "power_w": [3500, 3250], "power_price_usd_per_kwh": [0.05, 0.05]})
    one = hi.mining.profit_batch(frame, btc_price_usd=73674, days=30, **NET)
    each = hi.mining.profit_batch(frame.assign(btc_price_usd=73674), days=30, **NET)
    assert one.equals(each)
    fleet = frame.assign(machine_price_usd=1.0, decay_per_month=0.0)
    counts: list[tuple[Any, list[str]]] = [
        ([2.0, 3.0], ["ok", "ok"]),
        ([2.0, np.nan], ["ok", "refused"]),
        (pd.array([2, None], dtype="Int64"), ["ok", "refused"]),
    ]
    for count, expected in counts:
        table = hi.mining.fleet_batch(fleet.assign(count=count), age_days=0.0, btc_price_usd=9e4, on_bad_row="report", **NET)
        assert list(table["status"]) == expected
    plain = hi.mining.fleet_batch(frame.assign(count=[2, 3]), btc_price_usd=9e4, **NET)
    assert list(plain["status"]) == ["ok", "ok"] and list(plain["payback_status"]) == ["undefined"] * 2
    for count, code in (([2.5, 1.0], "wrong_type"), ([2.0, np.nan], "missing"), ([1e300, 1.0], "wrong_type")):
        with pytest.raises(hi.HashInsightError) as told:
            hi.mining.fleet_batch(fleet.assign(count=count), age_days=0.0, btc_price_usd=9e4, **NET)
        assert told.value.code == f"mining.count.{code}"


SHEET = """model,hashrate(TH/s),power(W),hashrate(TH/s)/power(W),price,x4 cost,x4 hashrate ,link
s21+,235,3564.0,0.06593714927048261,3349,13396.0,940.0,https://x
s21 Pro,245,3510.0,0.0698005698005698,4129,16516.0,980.0,https://x
s21,200,3500.0,0.05714285714285714,2699,,,https://x
m66,276,5492.4,0.05025125628140704,3615,,,
"""


def sheet(**kind: Any) -> pd.DataFrame:
    """A list of machines as miners publish it, with the prices of power and bitcoin beside them."""
    frame: pd.DataFrame = pd.read_csv(io.StringIO(SHEET), **kind).rename(columns={"hashrate(TH/s)": "hashrate_ths", "power(W)": "power_w"})
    return frame.set_index("model").assign(power_price_usd_per_kwh=0.05, btc_price_usd=73674)


def test_case_17_a_sheet_of_machines() -> None:
    frame = sheet()
    table = hi.mining.profit_batch(frame, days=30, **NET)
    assert list(table.index) == list(frame.index) and (table["status"] == "ok").all()
    answers: Any = table.loc
    for model, row in frame.iterrows():
        revenue = F(int(row.hashrate_ths)) * 10**12 * 86400 * 30 / (F(1.39e14) * 2**32) * F(3145, 1000) * F(98, 100) * 73674
        power = F(row.power_w) * 720 / 1000 * F(5, 100)
        assert answers[model, "revenue_usd"] == pytest.approx(float(revenue), rel=1e-13)
        assert answers[model, "power_cost_usd"] == pytest.approx(float(power), rel=1e-13)
        assert answers[model, "net_usd"] == pytest.approx(float(revenue - power), rel=1e-12)
    counts = [40, 10, 100, 7]
    fleet = frame.assign(count=counts, machine_price_usd=frame["price"], decay_per_month=0.0, age_days=0.0)
    # The column says what the keyword says.
    groups = hi.mining.fleet_batch(fleet, btc_price_usd=73674, **NET)
    assert groups["net_usd_per_day"].to_list() == pytest.approx((table["net_usd"] / 30 * counts).to_list(), rel=1e-12)
    paid = (frame["price"] * counts / groups["net_usd_per_day"]).to_list()
    assert groups["payback_days"].to_list() == pytest.approx(paid, rel=1e-12)
    with pytest.raises(hi.HashInsightError, match="one value for all rows"):
        hi.mining.fleet_batch(fleet, btc_price_usd=73675, **NET)
    with pytest.raises(hi.HashInsightError, match="one value for all rows"):
        hi.mining.fleet_batch(fleet.assign(btc_price_usd=[73674, 73674, 73674, 1]), btc_price_usd=73674, **NET)


def test_case_17_rows_without_a_machine_and_other_dtypes() -> None:
    frame = sheet()
    needed = ["hashrate_ths", "power_w", "power_price_usd_per_kwh", "btc_price_usd"]
    off = frame.copy()
    off.loc["m66", "hashrate_ths"] = float("nan")  # offline: an empty cell
    right = hi.mining.profit_batch(frame, days=30, **NET)["net_usd"]
    for shape, status in (
        (frame[needed].convert_dtypes(), ["ok"] * 4),
        (sheet(dtype_backend="pyarrow"), ["ok"] * 4),
        (off, ["ok"] * 3 + ["refused"]),
        (off[needed].convert_dtypes(), ["ok"] * 3 + ["refused"]),
    ):
        table = hi.mining.profit_batch(shape, days=30, on_bad_row="report", **NET)
        assert list(table["status"]) == status
        assert [net for net, word in zip(table["net_usd"], status) if word == "ok"] == list(right)[: status.count("ok")]
    single = frame.astype({"hashrate_ths": "float32", "power_w": "float32"})
    assert hi.mining.profit_batch(single, days=30, **NET)["net_usd"].to_list() == pytest.approx(list(right), rel=1e-6)
    with pytest.raises(hi.HashInsightError):
        hi.mining.profit_batch(frame.assign(hashrate_ths=["235 TH/s", "245 TH/s", "200 TH/s", "276 TH/s"]), days=30, **NET)
    count = frame.assign(count=[40.0, 10.0, float("nan"), 7.0])  # one empty cell makes the column float
    groups = hi.mining.fleet_batch(count, btc_price_usd=73674, on_bad_row="report", **NET)
    assert list(groups["status"]) == ["ok", "ok", "refused", "ok"]
    assert list(groups["payback_status"])[:2] == ["undefined"] * 2  # no price is known


def test_plans_are_those_of_highs() -> None:
    pytest.importorskip("scipy")
    path = Path(__file__).parents[3] / "xtask/src/proof/dispatch.py"
    spec = importlib.util.spec_from_file_location("dispatch_programmes", path)
    assert spec and spec.loader
    programmes = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(programmes)
    draw = random.Random(7)
    for _ in range(1000 if os.environ.get("HASHINSIGHT_PROOF") else 20):
        request = programmes.case(draw)
        try:
            report = hi.call("mining.plan_dispatch", request)
        except hi.HashInsightError as refused:
            assert refused.code == "mining.power_limit.out_of_range"
            report = None
        programmes.check(request, report)
