"""The market: network, history, technical indicators."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from apiflask import APIBlueprint
from flask import Response, current_app, g
from webkit import jobs
from webkit.access import needs
from webkit.clock import milliseconds
from webkit.envelope import answer, envelope, wants_page
from webkit.faults import Refusal
from webkit.kit import kit
from webkit.tables import Job

import config
import schemas
from services import backtest, blocks, calculator, market, network, report, site

blueprint = APIBlueprint("analytics", __name__)
SHOWN_DAYS = 180


def cached(key: str, make: Any, made_of: str = "") -> Any:
    return current_app.extensions["cache"].get(key, make, made_of)


def basis() -> dict[str, Any]:
    """Price, difficulty, height and fees of one moment, that calculations use unless told otherwise."""
    said = cached("basis", lambda: market.standing(kit().reader()), market.newest(kit().reader()))
    if not said:
        raise Refusal(503, "market.none")
    return said


def machines(contains: str = "", sort: str = "model_name") -> list[dict[str, Any]]:
    # What visitors type is no key of the cache: it would grow with their words.
    if contains:
        return market.machines(kit().reader(), contains, sort)
    return cached(f"machines:{sort}", lambda: market.machines(kit().reader(), contains, sort))


@blueprint.get("/network_stats")
@needs("basic:calculator", "read")
def network_stats() -> Response:
    """What the sources say of price, hashrate, difficulty and fees, and how old it is; the hashprice of the last known point."""
    stats = network.stats(
        kit().reader(),
        milliseconds(kit().clock()),
        config.FRESH_MS,
        basis(),
        calculator.subsidy_sat,
    )
    stats["blocks"] = blocks.panel(kit().reader(), milliseconds(kit().clock()), config.FRESH_MS)
    if not wants_page():
        return envelope(stats)
    return answer(stats, "network.html", report=drawn("network", lambda: report.of_site(site.sample(), ("network", "hashprice"))))


def drawn(name: str, make: Callable[[], Any]) -> str:
    """Sections that are the same for everybody, drawn once for each language."""
    language = g.language
    return cached(f"{name}:{language}", lambda: report.part(make(), language))


@blueprint.get("/api/analytics/market-data")
@blueprint.input(schemas.Span, location="query", arg_name="asked")
@needs("analytics:technical", "read", account=True)
def market_data(asked: dict[str, Any]) -> Response:
    """The market's history, at most ten points of a day."""
    points = market.history(kit().reader(), **asked)
    return envelope({"points": points, "attribution": kit().word("attribution")})


@blueprint.get("/api/analytics/technical")
@needs("analytics:technical", "read", account=True)
def technical() -> Response:
    """Technical indicators of the last day that is whole."""
    return envelope(cached("technical", lambda: market.technical(kit().reader())))


@blueprint.post("/api/analytics/backtest")
@blueprint.input(schemas.Backtest, arg_name="asked")
@needs("analytics:backtest", "read", account=True)
def run_backtest(asked: dict[str, Any]) -> Response:
    """How a policy would have gone over the last sample days: at once up to 366 of them, otherwise as a job whose address is answered."""
    if asked["days"] <= backtest.AT_ONCE:
        return envelope(backtest.run(asked))
    backtest.bars(asked["days"])
    made = jobs.ask(kit().database(), kit().clock(), "backtest", asked, g.actor.user_id)
    response = envelope(shown(made), "web.job_accepted", 202)
    response.headers["Location"] = f"/api/jobs/{made.id}"
    return response


@blueprint.get("/api/jobs/<int:job_id>")
@needs("basic:dashboard", "read", account=True)
def job(job_id: int) -> Response:
    """A job of the user: how far it is, and its answer once there is one."""
    found = jobs.of_user(kit().database(), job_id, g.actor.user_id)
    if found is None:
        raise Refusal(404, "web.not_found")
    return envelope(shown(found))


def shown(of: Job) -> dict[str, Any]:
    return {"job": of.id, "kind": of.kind, "state": of.state, "answer": of.answer and json.loads(of.answer)}


@blueprint.get("/analytics")
@blueprint.doc(hide=True)
@needs("analytics:technical", "read", account=True)
def analytics_page() -> Response:
    """Market data and technical indicators."""
    data = cached("technical", lambda: market.technical(kit().reader()))
    ahead = cached("forecast", lambda: market.forecast(kit().reader()))
    return answer(data, "analytics.html", report=drawn("indicators", lambda: indicators(data, ahead)))


@blueprint.get("/api/analytics/forecast")
@needs("analytics:technical", "read", account=True)
def forecast() -> Response:
    """What three baselines say of the price in a week, and how often each was right on days that it had not seen."""
    return envelope(cached("forecast", lambda: market.forecast(kit().reader())))


def bands(ahead: dict[str, Any]) -> dict[str, Any]:
    """The baselines as a table: band, middle, and the share of past weeks that ended inside, beside what the band promises."""
    columns: tuple[tuple[str, str, Callable[[Any], Any]], ...] = (
        ("forecast.low", "usd_per_btc", lambda of: of["band"]["low"]),
        ("forecast.median", "usd_per_btc", lambda of: of["median_price"]),
        ("forecast.high", "usd_per_btc", lambda of: of["band"]["high"]),
        ("forecast.origins", "count", lambda of: of["origins"]),
        ("forecast.measured", "fraction", lambda of: of["coverage"]["measured"]),
        ("forecast.standard_error", "fraction", lambda of: of["coverage"]["standard_error"]),
    )
    models = ahead["models"]
    names = [kit().word(f"forecast.{of['model']}") for of in models]
    first = {"name": {"text": kit().word("forecast.model")}, "unit": "none", "cells": {"texts": names}}
    more = [
        {"name": {"text": kit().word(code)}, "unit": unit, "cells": {"numbers": [read(of) for of in models]}}
        for code, unit, read in columns
    ]
    return {"title": {"text": kit().word("forecast.title")}, "columns": [first, *more]}


def indicators(data: dict[str, Any], ahead: dict[str, Any]) -> dict[str, Any]:
    shown = [
        report.figure(kit().word(f"indicator.{name}.{line}"), value, "usd_per_btc" if name in IN_USD else "number", "sample")
        for name, lines in data["indicators"].items()
        for line, value in lines.items()
    ]
    plots = [market.plot(kit().reader(), SHOWN_DAYS, {name: kit().word(f"indicator.{name}.value") for name in ("sma_20", "ema_50")})]
    return report.figures("signals", data["day"], shown, plots=plots, tables=[bands(ahead)])


#: Indicators in the unit of the price.
IN_USD = ("sma_20", "ema_50", "macd", "bollinger_20", "atr_14")
