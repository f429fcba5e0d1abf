"""The document of a site: begun from the family's sample, changed by a form, filled by a CSV of machines.

Quantities stay text with their unit, as the owner wrote them: the family reads and refuses them.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import hashinsight as hi

from services.refused import Refused

HEADING = ("model", "count", "hashrate", "power", "price")
UNITS = {"hashrate": "TH/s", "power": "W", "price": "USD"}
#: Fields of the form, and where each stands in the document.
TEXTS = ("name", "power_price", "pool_fee", "fees_per_block", "uptime", "hosting_fee", "maintenance")
OUTLOOK = ("difficulty_growth", "price_growth", "discount_rate")
OWN_DAYS = "days.csv"
#: Most kinds of machines that the family plans for.
PLANNED_KINDS = 1000


@lru_cache
def sample() -> dict[str, Any]:
    """The sample site without its treasury, labelled as the sample that it is."""
    document = tomllib.loads(hi.report.sample_file(file="site").text)
    return {name: part for name, part in document.items() if name != "treasury"}


def changed(document: Mapping[str, Any], form: Mapping[str, str]) -> dict[str, Any]:
    """The document with what a form says; an empty field takes a value away."""
    new = dict(document)
    for name in TEXTS:
        if name in form:
            new[name] = form[name].strip()
    new = {name: part for name, part in new.items() if part != ""}
    outlook = dict(new.get("forecast", sample()["forecast"]))
    outlook.update({name: form[name].strip() for name in OUTLOOK if form.get(name, "").strip()})
    new["forecast"] = outlook
    if form.get("tariff_price", "").strip():
        new["tariff"] = tariff(form)
    return checked(new)


def tariff(form: Mapping[str, str]) -> dict[str, Any]:
    """A week of prices: one outside the window, and one within it where a window is said."""
    said: dict[str, Any] = {"price": form["tariff_price"].strip(), "days": 7, "utc_offset_min": whole(form, "utc_offset_min", 0)}
    if form.get("window_price", "").strip():
        window = {"from_hour": whole(form, "from_hour", 0), "to_hour": whole(form, "to_hour", 24)}
        said["window"] = [{**window, "price": form["window_price"].strip()}]
    return said


def whole(form: Mapping[str, str], name: str, absent: int) -> int:
    text = form.get(name, "").strip()
    try:
        return int(text) if text else absent
    except ValueError:
        raise Refused("site.whole_number", name, text, "form.whole") from None


def machines(text: str, most: int) -> list[dict[str, Any]]:
    """Machines of a CSV with the heading `model,count,hashrate,power,price`; the last three may be empty for models of the catalog."""
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    if not rows.fieldnames or [name.strip().lower() for name in rows.fieldnames] != list(HEADING[: len(rows.fieldnames)]):
        raise Refused("site.heading", "csv[0]", ",".join(rows.fieldnames or []), ",".join(HEADING))
    kinds: Counter[tuple[tuple[str, str], ...]] = Counter()
    for place, row in enumerate(rows, start=1):
        if place > most:
            raise Refused("site.too_many", f"csv[{place}]", None, f"allowed.lines|{most}")
        said = machine(row, place)
        # Lines that say the same are one kind: a list of a site often has a line for each machine.
        kinds.update({tuple((name, said[name]) for name in said if name != "count"): said["count"]})
    return [{**dict(kind), "count": count} for kind, count in kinds.items()]


def machine(row: Mapping[str | None, Any], place: int) -> dict[str, Any]:
    if None in row:
        raise Refused("site.columns", f"csv[{place}]", str(row[None]), ",".join(HEADING))
    cells = {name.strip().lower(): (cell or "").strip() for name, cell in row.items() if name is not None}
    # A cell that a spreadsheet would run as a formula is refused here, so that no download carries it.
    for name, cell in cells.items():
        if cell.startswith(("=", "+", "-", "@", "\t")):
            raise Refused("site.formula", f"csv[{place}].{name}", cell, "allowed.no_formula")
    if not cells.get("model"):
        raise Refused("site.model", f"csv[{place}].model", "", "allowed.model")
    try:
        said: dict[str, Any] = {"model": cells["model"], "count": int(cells.get("count", ""))}
    except ValueError:
        raise Refused("site.count", f"csv[{place}].count", cells.get("count"), "allowed.count") from None
    for name, unit in UNITS.items():
        if cell := cells.get(name, ""):
            said[name] = f"{cell} {unit}" if cell.replace(".", "", 1).isdigit() else cell
    return said


def with_machines(document: Mapping[str, Any], found: list[dict[str, Any]]) -> dict[str, Any]:
    return checked({**document, "machine": found})


def with_days(document: Mapping[str, Any], text: str) -> dict[str, Any]:
    """The site's own days instead of the sample."""
    return checked({**document, "days": OWN_DAYS, "files": [{"name": OWN_DAYS, "text": text}]})


def checked(document: dict[str, Any]) -> dict[str, Any]:
    """The document, where the family takes it."""
    plan = ["curtailment"] if len(document.get("machine", [])) <= PLANNED_KINDS else []
    hi.report.site(document, sections=["answer", "machines", "algorithms", *plan])
    return document


def to_csv(document: Mapping[str, Any]) -> str:
    """The machines of a document as the CSV that brings them in again."""
    out = io.StringIO()
    rows = csv.DictWriter(out, HEADING, lineterminator="\n")
    rows.writeheader()
    rows.writerows({name: machine.get(name, "") for name in HEADING} for machine in document.get("machine", []))
    return out.getvalue()
