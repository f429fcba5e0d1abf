"""Mining as the field reported it: clocks against ``zoneinfo``, types of time, columns as pandas has them, plans against HiGHS."""

from __future__ import annotations

import datetime as dt
import importlib.util
import os
import random
import zoneinfo
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
    for count, code in (([2.5, 1.0], "wrong_type"), ([2.0, np.nan], "missing"), ([1e300, 1.0], "wrong_type")):
        with pytest.raises(hi.HashInsightError) as told:
            hi.mining.fleet_batch(fleet.assign(count=count), age_days=0.0, btc_price_usd=9e4, **NET)
        assert told.value.code == f"mining.count.{code}"


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
