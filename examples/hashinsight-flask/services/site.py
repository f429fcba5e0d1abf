"""The document of a site: begun from the family's sample, changed by a form, filled by a CSV of machines.

Quantities stay text with their unit, as the owner wrote them: the family reads and refuses them.
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import hashinsight as hi

from services.refused import Refused, together

HEADING = ("model", "count", "hashrate", "power", "price")
UNITS = {"hashrate": "TH/s", "power": "W", "price": "USD"}
#: Fields of the form, and where each stands in the document.
TEXTS = ("name", "power_price", "pool_fee", "fees_per_block", "uptime", "hosting_fee", "maintenance")
OUTLOOK = ("difficulty_growth", "price_growth", "discount_rate")
OWN_DAYS = "days.csv"
TARIFF = ("tariff_price", "window_price", "from_hour", "to_hour", "utc_offset_min")
#: Where the family's paths differ from the names of the form.
PATHS = {
    **{f"forecast.{name}": name for name in OUTLOOK},
    "forecast.discount_rate_per_year": "discount_rate",
    "tariff.price": "tariff_price",
    "tariff.utc_offset_min": "utc_offset_min",
    **{f"tariff.window[0].{name}": name for name in ("from_hour", "to_hour")},
    "tariff.window[0].price": "window_price",
}
#: Where the family says that a machine is wrong.
MACHINE = re.compile(r"machine\[(\d+)\](.*)")
#: Most faults of a CSV that are told at once.
TOLD = 20
#: Most kinds of machines that the family plans for.
PLANNED_KINDS = 1000


@lru_cache
def sample() -> dict[str, Any]:
    """The sample site without its treasury, labelled as the sample that it is."""
    document = tomllib.loads(hi.report.sample_file(file="site").text)
    return {name: part for name, part in document.items() if name != "treasury"}


def changed(document: Mapping[str, Any], form: Mapping[str, str]) -> dict[str, Any]:
    """The document with what a form says; an empty field takes a value away."""
    if strange := [name for name in form if name not in (*TEXTS, *OUTLOOK, *TARIFF, "csrf_token")]:
        raise together([Refused("form.unknown", name, form[name], "form.unknown") for name in strange])
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
    try:
        return checked(new)
    except hi.HashInsightError as error:
        faults = (error, *error.others)
        raise together([Refused(one.code, PATHS.get(one.path, one.path), shown(one.value), one.allowed) for one in faults]) from None


def shown(value: Any) -> str | None:
    return None if value is None else str(value)


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


def read(text: str, most: int) -> tuple[list[tuple[int, dict[str, Any]]], list[tuple[int, Refused]]]:
    """Kinds of machines, each with the first line that has it, and the lines that cannot be used."""
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    if not rows.fieldnames or [name.strip().lower() for name in rows.fieldnames] != list(HEADING[: len(rows.fieldnames)]):
        raise Refused("site.heading", "csv[1]", ",".join(rows.fieldnames or []), ",".join(HEADING))
    kinds: dict[tuple[tuple[str, str], ...], tuple[int, dict[str, Any]]] = {}
    wrong: list[tuple[int, Refused]] = []
    for count, row in enumerate(rows, start=1):
        if count > most:
            raise Refused("site.too_many", f"csv[{rows.line_num}]", None, f"allowed.lines|{most}")
        try:
            said = machine(row, f"csv[{rows.line_num}]")
        except Refused as refused:
            wrong.append((rows.line_num, refused))
            continue
        # Lines that say the same are one kind: a list of a site often has a line for each machine.
        of = tuple((name, said[name]) for name in said if name != "count")
        line, kind = kinds.get(of, (rows.line_num, {**said, "count": 0}))
        kinds[of] = (line, {**kind, "count": kind["count"] + said["count"]})  # layout: lines counted, as the family takes kinds
    return list(kinds.values()), wrong


def machine(row: Mapping[str | None, Any], place: str) -> dict[str, Any]:
    if None in row:
        raise Refused("site.columns", place, ",".join(row[None]), ",".join(HEADING))
    cells = {name.strip().lower(): (cell or "").strip() for name, cell in row.items() if name is not None}
    count = cells.get("count", "")
    if not (count.isascii() and count.isdigit() and count.strip("0")):
        raise Refused("site.count", f"{place}.count", count, "allowed.count")
    # A cell that a spreadsheet would run as a formula is refused here, so that no download carries it.
    for name, cell in cells.items():
        if cell.startswith(("=", "+", "-", "@", "\t")):
            raise Refused("site.formula", f"{place}.{name}", cell, "allowed.no_formula")
    if not cells.get("model"):
        raise Refused("site.model", f"{place}.model", "", "allowed.model")
    said: dict[str, Any] = {"model": cells["model"], "count": int(count)}
    for name, unit in UNITS.items():
        if cell := cells.get(name, ""):
            said[name] = f"{cell} {unit}" if cell.replace(".", "", 1).isdigit() else cell
    return said


def with_machines(document: Mapping[str, Any], text: str, most: int) -> dict[str, Any]:
    """The document with the machines of a CSV of at most so many lines: `model,count,hashrate,power,price`.

    The last three may be empty for models of the catalog. All lines that cannot be used are told, up to twenty, by their number in the file.
    """
    found, wrong = read(text, most)
    new: dict[str, Any] = {}
    while found or not wrong:
        try:
            new = checked({**document, "machine": [machine for _, machine in found]})
            break
        except hi.HashInsightError as error:
            told = {int(match[1]): (match[2], one) for one in (error, *error.others) if (match := MACHINE.match(one.path))}
            if not told:
                raise
        for place, (rest, one) in told.items():
            line = found[place][0]
            wrong.append((line, Refused(one.code, f"csv[{line}]{rest}", shown(one.value), one.allowed)))
        if len(wrong) >= TOLD:
            break
        # What cannot be read is told before what is not known, so the lines that are left are asked again.
        found = [kind for place, kind in enumerate(found) if place not in told]
    if wrong:
        raise together([refused for _, refused in sorted(wrong, key=lambda each: each[0])][:TOLD])
    return new


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
