"""Customers, leads, deals, commissions and invoices: rows of the repositories, moved by the family's lifecycles."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from apiflask import APIBlueprint
from flask import Response, g
from webkit import audit
from webkit.access import Need, needs
from webkit.envelope import answer, done
from webkit.faults import Refusal
from webkit.gate import demand
from webkit.kit import kit

import schemas
from models import Activity, Commission, Customer, Deal, Invoice, Lead
from repositories import crm as rows
from repositories.rows import Scope, one, page
from services import crm

blueprint = APIBlueprint("crm", __name__, url_prefix="/crm")
FORM = "json_or_form"
#: What a role needs to see and to change each subject. Who may make which move is the lifecycle's to say.
SEES = {"lead": "crm:customer_view", "deal": "crm:customer_view", "commission": "crm:broker_commission", "invoice": "crm:invoice"}
MOVES = {
    "lead": "crm:customer_management",
    "deal": "crm:customer_management",
    "commission": "finance:billing",
    "invoice": "crm:invoice",
}
ADDS = {**MOVES, "commission": "crm:broker_commission"}
FIELDS = {
    "lead": ("source", "score"),
    "deal": ("title", "value_usd", "probability"),
    "commission": ("deal_id", "key", "base_usd", "amount_usd"),
    "invoice": ("amount_usd", "due", "text"),
}


def scope(permission: str, deed: str = "read") -> Scope:
    """The rows of the tenant, or of them the actor's own, as the role table grants."""
    own = demand(Need(permission, deed))
    return Scope(g.actor.tenant, g.actor.user_id if own else None)


def cents(minor: int) -> str:
    """Minor units as text: where the point stands, nothing else."""
    digits = f"{minor:03d}"
    return f"{digits[:-2]}.{digits[-2:]}"


def shown(subject: str, row: Any) -> dict[str, Any]:
    found = {
        "source": lambda: row.source,
        "score": lambda: row.score,
        "title": lambda: row.title,
        "value_usd": lambda: cents(row.value_minor),
        "probability": lambda: row.probability,
        "deal_id": lambda: row.deal_id,
        "key": lambda: row.key,
        "base_usd": lambda: f"{row.base:f}",
        "amount_usd": lambda: f"{row.amount:f}",
        "due": lambda: row.due.isoformat(),
        "text": lambda: row.text,
    }
    fields = {name: found[name]() for name in FIELDS[subject]}
    return {"id": row.id, "customer_id": row.customer_id, "state": row.state, "since": row.since.isoformat(), **fields}


def wrote(subject: str, row: Any, action: str, note: str = "", kind: str = "task") -> None:
    """Each change is an activity of the customer and an event of the audit trail."""
    database, now = kit().database(), kit().clock()
    activity = Activity(
        tenant=row.tenant,
        owner_id=row.owner_id,
        actor_id=g.actor.user_id,
        at=now,
        kind=kind,
        subject=subject,
        subject_id=row.id,
        action=action,
        note=note,
    )
    rows.add(database, activity)
    audit.append(database, now, g.actor.name, f"crm.{subject}.{action}", id=row.id)


def customer_of(customer_id: int, permission: str) -> Customer:
    customer = one(kit().database(), scope(permission, "write"), Customer, customer_id)
    if customer is None:
        raise Refusal(404, "web.not_found")
    return customer


@blueprint.get("/customers")
@blueprint.input(schemas.Page, location="query", arg_name="asked")
@needs("crm:customer_view", "read")
def customers(asked: dict[str, Any]) -> Response:
    """Customers, the newest first; `after` is the last id of the page before."""
    found = rows.customers(kit().database(), scope("crm:customer_view"), search=asked["search"], after=asked["after"])
    return answer({"customers": [customer_shown(row) for row in found]}, "customers.html", asked=asked)


def customer_shown(row: Customer) -> dict[str, Any]:
    names = ("id", "name", "email", "phone", "title", "note", "version")
    return {name: getattr(row, name) for name in names}


@blueprint.post("/customer/add")
@blueprint.input(schemas.Customer, location=FORM, arg_name="asked")
@needs("crm:customer_management", "write")
def add_customer(asked: dict[str, Any]) -> Response:
    """Adds a customer, who belongs to whoever adds it."""
    row = Customer(tenant=g.actor.tenant, owner_id=g.actor.user_id, created_at=kit().clock(), **asked)
    rows.add(kit().database(), row)
    wrote("customer", row, "add")
    return done(customer_shown(row), "web.ok", "/crm/customers", 201)


@blueprint.put("/customer/<int:customer_id>")
@blueprint.input(schemas.CustomerChange, location=FORM, arg_name="asked")
@needs("crm:customer_management", "write")
def change_customer(customer_id: int, asked: dict[str, Any]) -> Response:
    """Changes a customer, where nobody else has in between: `version` is that which was read."""
    customer_of(customer_id, "crm:customer_management")
    version = asked.pop("version")
    row = rows.change_customer(kit().database(), scope("crm:customer_management", "write"), customer_id, version, asked)
    if row is None:
        raise Refusal(409, "web.conflict", path="version")
    wrote("customer", row, "change")
    return done(customer_shown(row), "web.ok", "/crm/customers")


def listed(subject: str, asked: dict[str, Any]) -> Response:
    found = page(kit().database(), scope(SEES[subject]), rows.TABLES[subject], after=asked["after"])
    data = {f"{subject}s": crm.with_moves(subject, [shown(subject, row) for row in found], g.actor.role)}
    more = {"pipeline": crm.pipeline(rows.open_deals(kit().database(), scope(SEES[subject])))} if subject == "deal" else {}
    return answer(
        {**data, **more}, "subjects.html", subject=subject, adding=ADDS[subject], fields=FIELDS[subject], rows=data[f"{subject}s"]
    )


def begun(subject: str, row: Any) -> Response:
    row.state, row.since = crm.first_state(subject), row.created_at
    rows.add(kit().database(), row)
    wrote(subject, row, "add")
    return done(shown(subject, row), "web.ok", f"/crm/{subject}s", 201)


def moved(subject: str, row_id: int, asked: dict[str, Any]) -> Response:
    """The move, where the lifecycle knows it and lets this role make it."""
    row = one(kit().database(), scope(MOVES[subject], "write"), rows.TABLES[subject], row_id)
    if row is None:
        raise Refusal(404, "web.not_found")
    report = crm.move(subject, row, asked["to"], g.actor.role, asked["reason"], kit().clock())
    row.state, row.since = report.state, kit().clock()
    if subject == "deal" and row.state in rows.OPEN_DEALS:
        row.probability = crm.win_probability(row.state, row.age_days(kit().clock()), row.value_minor)
    wrote(subject, row, report.action, asked["reason"] or "")
    return done(shown(subject, row), "web.ok", f"/crm/{subject}s")


def base_row(customer: Customer) -> dict[str, Any]:
    return {"tenant": customer.tenant, "owner_id": customer.owner_id, "customer_id": customer.id, "created_at": kit().clock()}


@blueprint.get("/leads")
@blueprint.input(schemas.Page, location="query", arg_name="asked")
@needs(SEES["lead"], "read")
def leads(asked: dict[str, Any]) -> Response:
    """Leads with their score and the moves that this role may make."""
    return listed("lead", asked)


@blueprint.post("/leads/add")
@blueprint.input(schemas.Lead, location=FORM, arg_name="asked")
@needs(MOVES["lead"], "write")
def add_lead(asked: dict[str, Any]) -> Response:
    """A lead of a customer, scored by what is known of him."""
    customer = customer_of(asked["customer_id"], MOVES["lead"])
    return begun("lead", Lead(**base_row(customer), source=asked["source"], score=crm.lead_score(asked["source"], customer)))


@blueprint.post("/leads/<int:row_id>/move")
@blueprint.input(schemas.Move, location=FORM, arg_name="asked")
@needs(MOVES["lead"], "write")
def move_lead(row_id: int, asked: dict[str, Any]) -> Response:
    """Moves a lead to another state."""
    return moved("lead", row_id, asked)


@blueprint.get("/deals")
@blueprint.input(schemas.Page, location="query", arg_name="asked")
@needs(SEES["deal"], "read")
def deals(asked: dict[str, Any]) -> Response:
    """Deals with the probability of winning each, and the weighted pipeline of those that are open."""
    return listed("deal", asked)


@blueprint.post("/deals/add")
@blueprint.input(schemas.Deal, location=FORM, arg_name="asked")
@needs(MOVES["deal"], "write")
def add_deal(asked: dict[str, Any]) -> Response:
    """A deal with a customer."""
    customer = customer_of(asked["customer_id"], MOVES["deal"])
    # Two decimals were demanded, so the digits without the point are the cents.
    minor = int(asked["value_usd"].replace(".", ""))
    probability = crm.win_probability(crm.first_state("deal"), 0, minor)
    return begun("deal", Deal(**base_row(customer), title=asked["title"], value_minor=minor, probability=probability))


@blueprint.post("/deals/<int:row_id>/move")
@blueprint.input(schemas.Move, location=FORM, arg_name="asked")
@needs(MOVES["deal"], "write")
def move_deal(row_id: int, asked: dict[str, Any]) -> Response:
    """Moves a deal to another state."""
    return moved("deal", row_id, asked)


@blueprint.get("/commissions")
@blueprint.input(schemas.Page, location="query", arg_name="asked")
@needs(SEES["commission"], "read")
def commissions(asked: dict[str, Any]) -> Response:
    """Commissions that brokers have earned."""
    return listed("commission", asked)


@blueprint.post("/commissions/accrue")
@blueprint.input(schemas.Commission, location=FORM, arg_name="asked")
@needs(ADDS["commission"], "write")
def accrue(asked: dict[str, Any]) -> Response:
    """The commission of a deal that was won, for a month; each deal and month once."""
    database = kit().database()
    deal = one(database, scope("crm:broker_commission", "write"), Deal, asked["deal_id"])
    if deal is None:
        raise Refusal(404, "web.not_found")
    if deal.state != "won":
        raise Refusal(409, "crm.deal_not_won", path="deal_id")
    keys = rows.accrual_keys(database, g.actor.tenant)
    report = crm.accrue(deal.id, asked["month"], asked["base_usd"], asked["rate"], keys)
    base = {"tenant": deal.tenant, "owner_id": deal.owner_id, "customer_id": deal.customer_id, "created_at": kit().clock()}
    # layout: texts of the form as exact columns
    month_base, rate = map(Decimal, (asked["base_usd"], asked["rate"]))
    exact = {"base": month_base, "rate": rate, "amount": report.payment}
    return begun("commission", Commission(**base, deal_id=deal.id, key=report.key, **exact))


@blueprint.post("/commissions/<int:row_id>/move")
@blueprint.input(schemas.Move, location=FORM, arg_name="asked")
@needs(MOVES["commission"], "write")
def move_commission(row_id: int, asked: dict[str, Any]) -> Response:
    """Approves, pays or takes back a commission."""
    return moved("commission", row_id, asked)


@blueprint.get("/invoices")
@blueprint.input(schemas.Page, location="query", arg_name="asked")
@needs(SEES["invoice"], "read")
def invoices(asked: dict[str, Any]) -> Response:
    """Invoices to customers."""
    return listed("invoice", asked)


@blueprint.post("/invoices/add")
@blueprint.input(schemas.Invoice, location=FORM, arg_name="asked")
@needs(MOVES["invoice"], "write")
def add_invoice(asked: dict[str, Any]) -> Response:
    """A draft of an invoice."""
    customer = customer_of(asked["customer_id"], MOVES["invoice"])
    amount = Decimal(asked["amount_usd"])  # layout: text of the form as an exact column
    return begun("invoice", Invoice(**base_row(customer), amount=amount, due=asked["due"], text=asked["text"]))


@blueprint.post("/invoices/<int:row_id>/move")
@blueprint.input(schemas.Move, location=FORM, arg_name="asked")
@needs(MOVES["invoice"], "write")
def move_invoice(row_id: int, asked: dict[str, Any]) -> Response:
    """Issues an invoice, notes its payment, or voids it."""
    return moved("invoice", row_id, asked)


@blueprint.get("/activities")
@blueprint.input(schemas.Period, location="query", arg_name="asked")
@needs("crm:activity_log", "read")
def activities(asked: dict[str, Any]) -> Response:
    """What was done, and how much of it by period."""
    found = rows.activities(kit().database(), scope("crm:activity_log"))
    names = ("id", "actor_id", "kind", "subject", "subject_id", "action", "note")
    data = {
        "activities": [{"at": row.at.isoformat(), **{name: getattr(row, name) for name in names}} for row in found[::-1][:100]],
        "report": crm.activity_report(found, asked["period"]),
    }
    return answer(data, "activities.html")


@blueprint.post("/activities/add")
@blueprint.input(schemas.Note, location=FORM, arg_name="asked")
@needs("crm:activity_log", "write")
def add_activity(asked: dict[str, Any]) -> Response:
    """Notes a call, a letter or a meeting."""
    customer = customer_of(asked["customer_id"], "crm:activity_log")
    wrote("customer", customer, "note", asked["note"], asked["kind"])
    return done(None, "web.ok", "/crm/activities", 201)
