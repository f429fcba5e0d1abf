"""The calculator, the site and its fleet: what is answered is what the library answers, digit by digit."""

from __future__ import annotations

import csv
import io
import math
import re
import time as clock
import zipfile
from datetime import datetime

import hashinsight as hi
import openpyxl
import pytest

from services import site

#: A request that says everything, so that the library can be asked the same.
ASKED = {
    "hashrate_ths": 200.0,
    "power_w": 3500.0,
    "machine_price_usd": 3000.0,
    "power_price_usd_per_kwh": 0.05,
    "pool_fee": 0.02,
    "btc_price_usd": 90000.0,
    "difficulty": 1.3e14,
    "height": 953568,
    "fees_per_block_sat": 4_000_000.0,
    "days": 365.0,
}
PROJECT = {name: ASKED[name] for name in ASKED if name != "days"}
FLEET = "model,count,hashrate,power,price\nAntminer S21 XP,10,,,4500\nOwn,5,100 TH/s,3.25 kW,900 USD\n"


def test_calculate(client):
    """S2-75: equals library output; guest allowed; limits 30/min"""
    client.role = "guest"
    data = client.post("/calculate", json=ASKED).json["data"]
    start = data["asked"]["recorded_at"]
    project = {**PROJECT, "start_ms": start}
    growth = {"difficulty": {"growth_per_step": 0.01}, "btc_price": {"growth_per_step": 0}}
    for name, algorithm in (("static", "static"), ("dynamic", {"dynamic": growth})):
        of = {"project": project, "algorithm": algorithm}
        assert data[name]["btc_mined"] == hi.mining.calculate_btc_mined(**of, days=365).to_dict(mode="json")
        assert data[name]["daily_revenue"] == hi.mining.calculate_daily_revenue(**of, days=365).to_dict(mode="json")
        assert data[name]["profitability"] == hi.mining.calculate_profitability(**of, days=365).to_dict(mode="json")
        roi = hi.mining.calculate_roi(**of, steps={"retargets": {"days": 365}}, discount_rate_per_year=0.1)
        assert data[name]["roi"] == roi.to_dict(mode="json")


def test_static_is_the_formula(client):
    """S2-34: `H·t·R/(D·2^32)` golden to 1e-12 rel

    Beside the library, the formula itself: hashes of the span over hashes of a block, times the reward, less the fee.
    """
    data = client.post("/calculate", json=ASKED).json["data"]
    hashes = 200e12 * 365 * 86_400
    blocks = hashes / (1.3e14 * 2**32)
    expected = blocks * (3.125 + 0.04) * 0.98
    assert data["static"]["btc_mined"]["btc"] == pytest.approx(expected, rel=1e-4)


def test_calculate_limit(make):
    """A visitor gets so many calculations a minute, then waits."""
    client = make(calculation_limit="3 per minute").test_client()
    assert [client.post("/calculate", json=ASKED).status_code for _ in range(4)] == [200, 200, 200, 429]


def test_never_pays_back(client):
    """S2-40: never-pays-back → None, not inf/neg"""
    data = client.post("/calculate", json={**ASKED, "power_price_usd_per_kwh": 1.0}).json["data"]
    assert data["static"]["roi"]["with_switch_off"]["payback_days"] == "never"
    page = client.page_post("/calculate", {**ASKED, "power_price_usd_per_kwh": 1.0})
    assert page.status_code == 200 and "inf" not in page.text.lower().replace("information", "")


def test_break_even_is_a_root(client):
    """S2-39: break-even electricity price is the root of profit"""
    first = client.post("/calculate", json=ASKED).json["data"]["profit"]
    price = first["break_even"]["power_price_usd_per_kwh"]["value"]
    at = client.post("/calculate", json={**ASKED, "power_price_usd_per_kwh": price}).json["data"]["profit"]
    assert abs(at["net_usd"]) < 1e-9 < first["net_usd"]


def test_machines(client):
    """S2-76: ≥17, filter/sort/ETag

    The catalog with its sources, sorted and filtered; the same answer is not sent twice.
    """
    first = client.get("/miners")
    machines = first.json["data"]["miners"]
    assert len(machines) >= 17 and all(machine["sources"] for machine in machines)
    names = [machine["model"] for machine in client.get("/miners?contains=s21&sort=efficiency").json["data"]["miners"]]
    assert names and all("S21" in name for name in names)
    assert client.get("/miners", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    assert client.get("/miners?sort=price").status_code == 422


def test_catalog_is_right(client):
    """S2-36: count ≥17; efficiency = W/TH within 1 %; unique"""
    machines = client.get("/miners").json["data"]["miners"]
    assert len(machines) >= 17 and len({machine["model"] for machine in machines}) == len(machines)
    for machine in machines:
        assert machine["efficiency_j_per_th"] == pytest.approx(machine["power_w"] / machine["hashrate_ths"], rel=0.01)


def test_journey_of_a_site(client, letters):
    """An owner registers, enters terms, tariff and machines, and sees dashboard, cash flow and plan of the own site."""
    import re

    client.post(
        "/register", json={"email": "s@example.com", "username": "siteowner", "password": "words of a miner", "role": "mining_site"}
    )
    client.post(re.search(r"(/verify/\S+)", letters()[-1]).group(1))
    assert client.log_in("s@example.com", "words of a miner").status_code == 200
    assert "Sample site" in client.page("/dashboard").text
    terms = {"name": "Barn", "power_price": "0.06 USD/kWh", "pool_fee": "1 %", "tariff_price": "0.05 USD/kWh"}
    window = {"window_price": "0.3 USD/kWh", "from_hour": "15", "to_hour": "20", "utc_offset_min": "-360"}
    assert client.post("/site", json={**terms, **window}).status_code == 200
    assert client.post("/site/fleet", data=FLEET.encode(), content_type="text/csv").json["data"] == {"kinds": 2}
    for path, words in (("/dashboard", "Own"), ("/cash-flow", "Barn"), ("/curtailment", "Barn")):
        page = client.page(path)
        assert page.status_code == 200 and words in page.text and "Sample site" not in page.text
    plan = client.get("/curtailment").json["data"]["sections"][0]
    assert plan["name"] == "curtailment" and plan["figures"] and "missing" not in plan
    page = client.page("/site").text
    assert "0.06 USD/kWh" in page and "Own,5,100 TH/s,3.25 kW,900 USD" in page


def test_invented_prices_stay_called_so(logged):
    """Saving the terms leaves the sample's tariff invented, and called so; saving a tariff makes it the site's own."""
    client = logged("user")
    client.post("/site", json={"name": "Barn", "power_price": "0.05 USD/kWh"})
    sources = {figure["source"] for figure in client.get("/curtailment").json["data"]["sections"][0]["figures"]}
    assert "synthetic" in sources and "site" not in sources
    client.post("/site", json={"tariff_price": "0.05 USD/kWh"})
    sources = {figure["source"] for figure in client.get("/curtailment").json["data"]["sections"][0]["figures"]}
    assert "site" in sources and "synthetic" not in sources


def test_form_tells_the_field(logged):
    """What the library refuses is told by its field, with a form to write."""
    client = logged("user")
    refused = client.post("/site", json={"power_price": "cheap"}).json["data"]
    assert refused["path"] == "power_price" and "USD/kWh" in refused["allowed"]
    assert "power_price" in client.page_post("/site", {"power_price": "cheap"}).text
    assert client.post("/site", json={"from_hour": "noon", "tariff_price": "1 USD/kWh", "window_price": "2 USD/kWh"}).status_code == 422


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a,b\n1,2\n",
        "model,count\n,1\n",
        "model,count\nAntminer S21 XP,many\n",
        "model,count\nNo such machine,1\n",
        "model,count\nX,1,2,3,4,5\n",
    ],
)
def test_broken_csv(logged, text):
    """A CSV that cannot be read is refused with its place, and the site stays as it was."""
    client = logged("user")
    before = client.get("/site").json["data"]
    response = client.post("/site/fleet", data=text.encode(), content_type="text/csv")
    assert response.status_code == 422
    assert client.get("/site").json["data"] == before


def test_five_broken_lines(logged):
    """Each line of a long CSV that cannot be used is told at once, by its number in the file, whoever finds it: this application or the library."""
    lines = ["model,count,hashrate,power,price", *["Antminer S21 XP,1,,,4500"] * 5000]
    broken = {
        18: ("Antminer S21 XP,-3,,,4500", "count", "site.count"),
        101: ("No such machine,1,,,1", "model", "report.model.unknown"),
        2001: ("Antminer S21 XP,1,abc,,4500", "hashrate", "units.hashrate.unknown"),
        3001: ("Antminer S21 XP,1,,,4500,6", None, "site.columns"),
        5001: ("Antminer S21 XP,1,,,12 EUR", "price", "units.usd.unknown"),
    }
    for line, (text, _, _) in broken.items():
        lines[line - 1] = text
    client = logged("mining_site")
    answer = client.post("/site/fleet", data="\n".join(lines).encode(), content_type="text/csv")
    expected = [(f"csv[{line}]" + (f".{column}" if column else ""), code) for line, (_, column, code) in broken.items()]
    assert answer.status_code == 422 and [(fault["path"], fault["code"]) for fault in answer.json["data"]["faults"]] == expected
    page = client.page_post("/site/fleet", {"fleet": "\n".join(lines)})
    assert "Line 2001 of the file, hashrate" in page.text and lines[100] in page.text, "what was typed is still there"


def test_five_thousand_machines(logged):
    """S2-105: 5,000 rows < 1 s in library, < 3 s HTTP"""
    lines = [f"Kind {place},{place % 9 + 1},{100 + place % 50} TH/s,3 kW,1000 USD" for place in range(5000)]
    content = "\n".join(["model,count,hashrate,power,price", *lines]).encode()
    found = [machine for _, machine in site.read(content.decode(), 5000)[0]]
    start = clock.perf_counter()
    hi.report.site({**site.sample(), "machine": found}, sections=["answer", "machines"])
    library = clock.perf_counter() - start
    client = logged("mining_site")
    start = clock.perf_counter()
    assert client.post("/site/fleet", data=content, content_type="text/csv").json["data"] == {"kinds": 5000}
    # The row's bounds are of an idle machine; ten times as much on one that builds beside it still finds a slip of an order.
    assert library < 10 and clock.perf_counter() - start < 30
    assert client.page("/dashboard").status_code == 200
    assert "1000" in client.get("/curtailment").json["data"]["allowed"], "more kinds than the library plans for: it says so"
    more = content + b"\nOne more,1,1 TH/s,1 kW,"
    assert client.post("/site/fleet", data=more, content_type="text/csv").json["data"]["code"] == "site.too_many"


def test_lines_that_say_the_same(logged):
    """A list with a line for each machine becomes one kind for each kind, with the count of its lines."""
    lines = ["Antminer S21 XP,1,,,4500"] * 3000 + ["Antminer S19 XP,1,,,900"] * 2000
    content = "\n".join(["model,count,hashrate,power,price", *lines]).encode()
    client = logged("user")
    assert client.post("/site/fleet", data=content, content_type="text/csv").json["data"] == {"kinds": 2}
    assert [machine["count"] for machine in client.get("/site").json["data"]["machine"]] == [3000, 2000]
    assert client.page("/curtailment").status_code == 200


@pytest.mark.parametrize(("language", "unit"), [("en", "US dollars per day"), ("zh", "美元/日")])
def test_workbook_is_for_people(logged, language, unit):
    """Units are words of the language, and instants are dates that a spreadsheet knows: the hours of rest begin as the CSV says, 15:00 UTC."""
    client = logged("mining_site")
    book = openpyxl.load_workbook(io.BytesIO(client.page("/reports/site.xlsx", language).data))
    rows = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
    flat = [value for row in rows for value in row if value is not None]
    assert unit in flat and not [value for value in flat if isinstance(value, str) and re.fullmatch("[a-z]+_per_[a-z_]+", value)]
    assert datetime(2026, 6, 1, 15) in flat
    assert not [value for value in flat if isinstance(value, int) and 1e12 < value < 2e12], "milliseconds are nobody's number"


def test_report_downloads(logged):
    """S2-149: T

    S2-03: CSV totals = API totals; PDF text contains the 6 key figures

    Page, CSV and workbook are of one report: the figures of each are those of the others, in both languages.
    """
    client = logged("user")
    figures = {}
    for section in client.get("/dashboard").json["data"]["sections"]:
        for figure in section["figures"]:
            if isinstance(figure["value"], dict) and "number" in figure["value"]:
                figures.setdefault(figure["value"]["number"], figure["name"])
    assert len(figures) >= 6
    for language in ("en", "zh"):
        headers = {"Accept-Language": language}
        page = client.get("/reports/site.html", headers=headers)
        assert page.status_code == 200 and "@media print" in page.text
        archive = zipfile.ZipFile(io.BytesIO(client.get("/reports/site.csv.zip", headers=headers).data))
        first = archive.read(archive.namelist()[0]).decode()
        book = openpyxl.load_workbook(io.BytesIO(client.get("/reports/site.xlsx", headers=headers).data))
        cells = {cell for row in book.worksheets[0].iter_rows(values_only=True) for cell in row}
        in_csv = {cell for row in csv.reader(io.StringIO(first)) for cell in row}
        for value in figures:
            # openpyxl writes 16 digits of a number.
            assert any(isinstance(cell, int | float) and math.isclose(cell, value, rel_tol=1e-15, abs_tol=0) for cell in cells)
            assert any(as_number(cell) == value for cell in in_csv)
        assert len(book.worksheets) >= 5


def as_number(text):
    try:
        return float(text)
    except ValueError:
        return None


def test_workbook_runs_no_formula(logged):
    """Texts are written as texts: a site that is called like a formula is a text in the workbook."""
    client = logged("user")
    client.post("/site", json={"name": "=1+1"})
    book = openpyxl.load_workbook(io.BytesIO(client.get("/reports/site.xlsx").data))
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_curtailment(logged):
    """S2-41: curtail set = miners with negative margin; monotone in power price

    The dearer the hour, the more kinds rest, and each only where its break-even lies below the price.
    """
    client = logged("user")
    client.post("/site/fleet", data=b"model,count\nAntminer S21 XP,10\nAntminer S19 XP,10\n", content_type="text/csv")
    rests = []
    for price in ("0.05", "0.08", "0.2"):
        tariff = {"tariff_price": "0.045 USD/kWh", "window_price": f"{price} USD/kWh", "from_hour": "15", "to_hour": "20"}
        client.post("/site", json=tariff)
        table = client.get("/curtailment").json["data"]["sections"][0]["tables"][0]
        cells = {column["name"].get("code"): next(iter(column["cells"].values())) for column in table["columns"]}
        values = [[cell["number"] if isinstance(cell, dict) else cell for cell in column] for column in cells.values()]
        by_name = dict(zip(cells, values, strict=True))
        off, even = by_name["report.column.hours_off"], by_name["report.column.break_even_power"]
        assert [hours > 0 for hours in off] == [break_even < float(price) for break_even in even]
        rests.append(sum(hours > 0 for hours in off))
    assert rests == [0, 1, 2]


def test_own_days(logged):
    """A site's own days take the place of the sample, and the report says so."""
    client = logged("user")
    days = hi.report.sample_file(file="days").text.splitlines()
    assert client.post("/site/days", data="\n".join([days[0], *days[1:500]]).encode(), content_type="text/csv").status_code == 200
    assert client.get("/dashboard").json["data"]["day"] == days[499].split(",")[0]
