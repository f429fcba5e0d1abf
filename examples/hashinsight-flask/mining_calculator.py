"""The calculator, the machines, the site and its fleet, and the curtailment plan."""

from __future__ import annotations

import json
from typing import Any

from apiflask import APIBlueprint
from flask import Response, g, request
from webkit.access import needs
from webkit.again import stands_on
from webkit.envelope import answer, done
from webkit.faults import Refusal
from webkit.kit import kit
from webkit.tokens import digest

import config
import schemas
from analytics_engine import basis, machines
from repositories import sites
from services import calculator, report, site

blueprint = APIBlueprint("mining", __name__)
#: Fields that a form of the calculator shows, with what stands in them at first.
FIRST = {
    "model": "Antminer S21 XP",
    "machine_price_usd": "4500",
    "power_price_usd_per_kwh": "0.05",
    "pool_fee": "0.02",
    "days": "730",
    "difficulty_growth_per_retarget": "0.01",
    "price_growth_per_retarget": "0",
    "discount_rate_per_year": "0.1",
}


def document() -> dict[str, Any]:
    """The site of the user, or the sample where there is none yet."""
    return sites.document(kit().database(), g.actor.tenant, g.actor.user_id) or site.sample()


def site_page(sections: tuple[str, ...], title: str, **context: Any) -> Response:
    made = report.of_site(document(), sections)
    own = sites.document(kit().database(), g.actor.tenant, g.actor.user_id) is not None
    drawn = report.part(made, g.language)
    return answer(made.to_dict(mode="json"), "report.html", title=title, report=drawn, own=own, **context)


@blueprint.get("/mining-calculator")
@blueprint.doc(hide=True)
@needs("basic:calculator", "read")
def calculator_page() -> Response:
    """The page of the calculator: sliders that compute in the browser, a form that the server answers."""
    first = {**FIRST, **{name: value for name, value in request.args.items() if name in FIRST}}
    return answer(first, "calculator.html", first=first, basis=basis(), machines=machines())


@blueprint.post("/calculate")
@stands_on("mining.calculator_page")
@blueprint.input(schemas.Calculate, location="json_or_form", arg_name="asked")
@needs("basic:calculator", "read")
def calculate(asked: dict[str, Any]) -> Response:
    """What machines earn today and over a span, by both algorithms."""
    if not asked.get("model") and (asked.get("hashrate_ths") is None or asked.get("power_w") is None):
        raise Refusal(422, "web.invalid", path="model", allowed="allowed.machine")
    market = basis()
    given = {name: value for name, value in asked.items() if value is not None}
    answers = calculator.calculate({**market, "start_ms": market["recorded_at"], **given})
    return answer(answers, "calculated.html", report=report.part(drawn(answers), g.language), asked=given)


def drawn(answers: dict[str, Any]) -> dict[str, Any]:
    """The calculator's numbers as a report: the family writes them, in either language."""
    profit = answers["profit"]
    shown = [
        report.figure("report.column.hashrate", answers["asked"]["hashrate_ths"], "ths", "site"),
        report.figure("report.column.power", answers["asked"]["power_w"], "w", "site"),
        report.figure("report.column.revenue", profit["revenue_usd"], "usd_per_day"),
        report.figure("report.column.power_cost", profit["power_cost_usd"], "usd_per_day"),
        report.figure("report.column.net", profit["net_usd"], "usd_per_day"),
        report.figure("report.column.hashprice", profit["hashprice_usd_per_phs_day"], "usd_per_phs_day"),
        *break_evens(profit["break_even"]),
    ]
    day = kit().clock().date().isoformat()
    return report.figures("algorithms", day, shown, tables=[both(answers)])


def break_evens(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Those that exist."""
    names = {
        "power_price_usd_per_kwh": ("report.column.break_even_power", "usd_per_kwh"),
        "btc_price_usd": ("report.column.break_even_price", "usd_per_btc"),
        "difficulty": ("report.column.break_even_difficulty", "difficulty"),
    }
    given = [(names[name], found[name]) for name in names if isinstance(found[name], dict) and "value" in found[name]]
    return [report.figure(label, outcome["value"], unit) for (label, unit), outcome in given]


def both(answers: dict[str, Any]) -> dict[str, Any]:
    """Static beside dynamic, one row each."""
    columns = (
        ("report.column.btc", "btc", lambda of: of["btc_mined"]["btc"]),
        ("report.column.revenue_mean", "usd_per_day", lambda of: of["daily_revenue"]["mean_usd_per_day"]),
        ("report.column.net", "usd", lambda of: of["profitability"]["net_usd"]),
        ("report.column.net_always_on", "usd", lambda of: of["profitability"]["always_on_net_usd"]),
        ("report.column.days_off", "days", lambda of: of["profitability"]["days_off"]),
        ("report.column.net_present_value", "usd", lambda of: of["roi"]["with_switch_off"]["net_present_value_usd"]),
    )
    names = {
        "name": {"code": "report.column.algorithm"},
        "unit": "none",
        "cells": {"texts": [kit().word("static"), kit().word("dynamic")]},
    }
    numbers = [
        {"name": {"code": label}, "unit": unit, "cells": {"numbers": [read(answers["static"]), read(answers["dynamic"])]}}
        for label, unit, read in columns
    ]
    return {"title": {"code": "report.section.algorithms"}, "columns": [names, *numbers]}


@blueprint.get("/miners")
@blueprint.input(schemas.Miners, location="query", arg_name="asked")
@needs("basic:calculator", "read")
def miners(asked: dict[str, str]) -> Response:
    """The catalog of machines, with where each figure is from."""
    found = machines(**asked)
    response = answer({"miners": found}, "miners.html", asked=asked)
    if response.is_json:
        # The envelope tells the time, so the tag is that of the content.
        response.set_etag(digest(json.dumps(found)))
        response.headers["Cache-Control"] = "private, max-age=900"
        response.make_conditional(request)
    return response


@blueprint.get("/dashboard")
@needs("basic:dashboard", "read", account=True)
def dashboard() -> Response:
    """The answer for the user's site: what to run, what it earns, and from where on not."""
    return site_page(("answer", "machines"), "dashboard")


@blueprint.get("/cash-flow")
@needs("basic:dashboard", "read", account=True)
def cash_flow() -> Response:
    """Both algorithms and the cash flow of 24 months, of the user's site."""
    return site_page(("algorithms", "cash_flow"), "cash_flow")


@blueprint.get("/curtailment")
@needs("curtailment:strategy", "read")
def curtailment() -> Response:
    """The curtailment plan of the user's site: when which machines rest, and what that saves."""
    return site_page(("curtailment",), "curtailment")


@blueprint.get("/site")
@needs("scenario:save", "read")
def edit_site() -> Response:
    """The site's document, as a form."""
    now = document()
    return answer(now, "site.html", document=now, csv=site.to_csv(now), outlook=now.get("forecast", {}), tariff=now.get("tariff", {}))


@blueprint.post("/site")
@stands_on("mining.edit_site")
@blueprint.doc(hide=True)
@needs("scenario:save", "write")
def save_site() -> Response:
    """Changes the site; quantities are text with their unit, as `0.05 USD/kWh`."""
    given = request.get_json() if request.is_json else request.form
    if not isinstance(given, dict) or not all(isinstance(value, str) for value in given.values()):
        raise Refusal(422, "web.invalid", path="body", allowed="allowed.texts")
    return keep(site.changed(document(), given))


@blueprint.post("/site/fleet")
@stands_on("mining.edit_site")
@blueprint.doc(hide=True)
@needs("scenario:save", "write")
def upload_fleet() -> Response:
    """Takes the machines of a CSV of up to 5,000 lines, as a file or as text."""
    return keep(site.with_machines(document(), uploaded("fleet"), config.MOST_MACHINES))


@blueprint.post("/site/days")
@stands_on("mining.edit_site")
@blueprint.doc(hide=True)
@needs("scenario:save", "write")
def upload_days() -> Response:
    """Takes the site's own days of price and difficulty instead of the sample."""
    return keep(site.with_days(document(), uploaded("days")))


def keep(content: dict[str, Any]) -> Response:
    sites.save(kit().database(), g.actor.tenant, g.actor.user_id, content, kit().clock())
    return done({"kinds": len(content.get("machine", []))}, "site.saved", "/dashboard")


def uploaded(name: str) -> str:
    """The text of a file of the form, of a field of it, or of the body."""
    if name in request.files:
        content = request.files[name].read()
    elif request.mimetype == "text/csv":
        content = request.get_data()
    else:
        content = request.form.get(name, "").encode()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(422, "web.invalid", path=name, allowed="allowed.csv") from None
    if "\x00" in text or not text.strip():
        raise Refusal(422, "web.invalid", path=name, allowed="allowed.csv")
    return text
