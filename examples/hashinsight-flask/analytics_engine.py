"""The market: network, history, technical indicators."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from apiflask import APIBlueprint
from flask import Response, current_app, g
from webkit.access import needs
from webkit.clock import milliseconds
from webkit.envelope import answer, envelope, wants_page
from webkit.faults import Refusal
from webkit.kit import kit

import config
import schemas
from services import calculator, market, network, report, site

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


@blueprint.get("/analytics")
@blueprint.doc(hide=True)
@needs("analytics:technical", "read", account=True)
def analytics_page() -> Response:
    """Market data and technical indicators."""
    data = cached("technical", lambda: market.technical(kit().reader()))
    return answer(data, "analytics.html", report=drawn("indicators", lambda: indicators(data)))


def indicators(data: dict[str, Any]) -> dict[str, Any]:
    shown = [
        report.figure(kit().word(f"indicator.{name}.{line}"), value, "usd_per_btc" if name in IN_USD else "number", "sample")
        for name, lines in data["indicators"].items()
        for line, value in lines.items()
    ]
    plots = [market.plot(kit().reader(), SHOWN_DAYS, {name: kit().word(f"indicator.{name}.value") for name in ("sma_20", "ema_50")})]
    return report.figures("signals", data["day"], shown, plots=plots)


#: Indicators in the unit of the price.
IN_USD = ("sma_20", "ema_50", "macd", "bollinger_20", "atr_14")
