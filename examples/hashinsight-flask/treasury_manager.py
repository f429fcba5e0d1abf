"""Positions of bitcoin: what was bought, when and for how much. Lots, cover and plans of sale follow with the treasury."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from apiflask import APIBlueprint
from flask import Response, g
from webkit import audit
from webkit.access import needs
from webkit.again import stands_on
from webkit.envelope import answer, done
from webkit.faults import Refusal
from webkit.kit import kit

import schemas
from models import TreasuryPosition
from repositories import sites

blueprint = APIBlueprint("treasury", __name__)
#: There was no bitcoin before.
GENESIS = date(2009, 1, 3)


@blueprint.get("/treasury/dashboard")
@needs("treasury:portfolio", "read")
def dashboard() -> Response:
    """The user's own positions, in satoshis and exact dollars."""
    rows = [shown(row) for row in sites.positions(kit().database(), g.actor.tenant, g.actor.user_id)]
    return answer({"positions": rows}, "treasury.html")


@blueprint.post("/treasury/position/add")
@stands_on("treasury.dashboard")
@blueprint.input(schemas.Position, location="json_or_form", arg_name="asked")
@needs("treasury:portfolio", "write")
def add(asked: dict[str, Any]) -> Response:
    """Adds a position that was bought today or before."""
    database, now = kit().database(), kit().clock()
    if not GENESIS <= asked["acquisition_date"] <= now.date():
        day = asked["acquisition_date"].isoformat()
        raise Refusal(422, "web.invalid", path="acquisition_date", value=day, allowed="allowed.until_today")
    row = TreasuryPosition(
        user_id=g.actor.user_id,
        tenant=g.actor.tenant,
        btc_amount=asked["btc_amount_sat"],
        cost_basis=Decimal(asked["cost_basis_usd"]),  # layout: text of the form as an exact column
        acquisition_date=asked["acquisition_date"],
    )
    database.add(row)
    database.flush()
    audit.append(database, now, g.actor.name, "position.added", position=row.id)
    return done(shown(row), "web.ok", "/treasury/dashboard", 201)


def shown(row: TreasuryPosition) -> dict[str, Any]:
    return {
        "id": row.id,
        "btc_amount_sat": row.btc_amount,
        "cost_basis_usd": f"{row.cost_basis:f}",
        "acquisition_date": row.acquisition_date.isoformat(),
        "status": row.status,
    }
