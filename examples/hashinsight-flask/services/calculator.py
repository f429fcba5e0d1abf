"""The calculator: what machines earn, by both algorithms. The document's five functions, each by its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import hashinsight as hi

from services.refused import Refused

PROJECT = (
    "hashrate_ths",
    "power_w",
    "machine_price_usd",
    "start_ms",
    "height",
    "difficulty",
    "btc_price_usd",
    "fees_per_block_sat",
    "pool_fee",
    "power_price_usd_per_kwh",
    "uptime",
    "hosting_fee_usd_per_kwh",
    "maintenance_usd_per_day",
)


def algorithms(asked: Mapping[str, Any]) -> dict[str, Any]:
    """The world as it stays, and as it moves on."""
    growth = {
        "difficulty": {"growth_per_step": asked["difficulty_growth_per_retarget"]},
        "btc_price": {"growth_per_step": asked["price_growth_per_retarget"]},
    }
    return {"static": "static", "dynamic": {"dynamic": growth}}


def machine(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Hashrate and power: as given, or those of a model of the catalog."""
    if not asked.get("model"):
        return dict(asked)
    try:
        found = hi.mining.find_machine(name=asked["model"])
    except hi.HashInsightError as error:
        raise Refused(error.code, "model", asked["model"], error.allowed) from None
    return {**asked, "hashrate_ths": found.hashrate_ths, "power_w": found.power_w}


def calculate(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Everything that the calculator answers for one request; `asked` holds the market as well."""
    asked = machine(asked)
    project = {name: asked[name] for name in PROJECT if asked.get(name) is not None}
    days = asked["days"]
    answers: dict[str, Any] = {"asked": {name: value for name, value in asked.items() if value is not None}}
    answers["profit"] = today(asked).to_dict(mode="json")
    for name, algorithm in algorithms(asked).items():
        of = {"project": project, "algorithm": algorithm}
        steps = {"retargets": {"days": days}}
        answers[name] = {
            "btc_mined": hi.mining.calculate_btc_mined(**of, days=days).to_dict(mode="json"),
            "daily_revenue": hi.mining.calculate_daily_revenue(**of, days=days).to_dict(mode="json"),
            "profitability": hi.mining.calculate_profitability(**of, days=days).to_dict(mode="json"),
            "roi": hi.mining.calculate_roi(**of, steps=steps, discount_rate_per_year=asked["discount_rate_per_year"]).to_dict(mode="json"),
        }
    return answers


def today(asked: Mapping[str, Any]) -> hi.mining.ProfitReport:
    """One day at the market as it stands, with its break-evens."""
    optional = ("uptime", "hosting_fee_usd_per_kwh", "maintenance_usd_per_day")
    return hi.mining.profit(
        hashrate_ths=asked["hashrate_ths"],
        power_w=asked["power_w"],
        power_price_usd_per_kwh=asked["power_price_usd_per_kwh"],
        btc_price_usd=asked["btc_price_usd"],
        network_basis={"difficulty": asked["difficulty"]},
        subsidy_sat=subsidy_sat(asked["height"]),
        fees_per_block_sat=asked["fees_per_block_sat"],
        pool_fee=asked["pool_fee"],
        days=1,
        **{name: asked[name] for name in optional if asked.get(name) is not None},
    )


def subsidy_sat(height: int) -> int:
    return hi.mining.subsidy(height=height, network="mainnet").subsidy_sat


def curtail(asked: Mapping[str, Any]) -> dict[str, Any]:
    """When which machines should rest: the document's `power_curtailment_analysis`."""
    return hi.mining.power_curtailment_analysis(**asked).to_dict(mode="json")
