"""Customers' business, by the family's lifecycles, scores and commissions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import hashinsight as hi

#: Where each subject begins: the first state of its lifecycle.
SUBJECTS = ("lead", "deal", "commission", "invoice")
ACTIVITY_KINDS = ("call", "email", "meeting", "note", "task", "other")


@lru_cache
def lifecycle(subject: str) -> hi.crm.LifecycleTable:
    return hi.crm.lifecycle_table(subject=subject)


def first_state(subject: str) -> str:
    return lifecycle(subject).states[0].state


def moves(subject: str, state: str, role: str) -> list[dict[str, Any]]:
    """What a role may do with a subject in a state: the buttons of a page."""
    return [
        {"action": move.action, "to": move.to_state, "needs_reason": move.needs_reason}
        for move in lifecycle(subject).transitions
        if move.from_state == state and role in move.roles
    ]


def move(subject: str, row: Any, to: str, role: str, reason: str | None, now: Any) -> hi.crm.ChangeStateReport:
    """The move, where the lifecycle has it, the role may make it, and a reason is given if one is needed."""
    change = {"state": row.state, "since_ms": row.since, "to": to, "role": role, "at_ms": now}
    if reason:
        change["reason"] = reason
    return hi.crm.change_state(change={subject: change})


def lead_score(source: str, customer: Any) -> float:
    known = {"has_email": bool(customer.email), "has_phone": bool(customer.phone)}
    title = {"title": customer.title} if customer.title else {}
    return hi.crm.points_score(source=source, **known, **title).score


def win_probability(state: str, age_days: int, value_minor: int) -> float:
    return hi.crm.win_probability(state=state, age_days=age_days, value_minor=value_minor).probability


def with_point(minor: float) -> str:
    """Minor units as an amount: where the point stands, nothing else."""
    digits = f"{minor:03.0f}"
    return f"{digits[:-2]}.{digits[-2:]}"


def minor_units(amount: str) -> int:
    """An amount with its two decimals, which the form demanded: the digits without the point."""
    return int(amount.replace(".", ""))


def pipeline(deals: Iterable[Any]) -> dict[str, Any]:
    given = [{"value_minor": deal.value_minor, "probability": deal.probability} for deal in deals]
    if not given:
        return {"deals": 0}
    return {"deals": len(given), **hi.crm.pipeline_forecast(deals=given).to_dict(mode="json")}


def accrue(deal_id: int, month: str, base: str, rate: str, accrued: Sequence[str]) -> hi.crm.AccrualReport:
    """A fraction of a month's base; each deal and month once."""
    plan = {"currency": "USD", "clauses": [{"percentage": {"rate": rate}}]}
    return hi.crm.accrue_commission(plan=plan, deal=f"deal-{deal_id}", month=month, base=base, accrued=list(accrued))


def activity_report(activities: Sequence[Any], period: str) -> dict[str, Any]:
    if not activities:
        return {"begin": [], "total": []}
    at, kind = [row.at for row in activities], [row.kind for row in activities]
    return hi.crm.activity_report(at_ms=at, kind=kind, period=period).to_dict(mode="json")


def with_moves(subject: str, rows: Iterable[Mapping[str, Any]], role: str) -> list[dict[str, Any]]:
    return [{**row, "moves": moves(subject, row["state"], role)} for row in rows]
