"""Customers, and what one does with them: leads, deals, commissions and invoices, moved by the family's lifecycles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from apiflask import APIBlueprint
from flask import Response, g
from webkit import audit
from webkit.access import Need, check, needs
from webkit.again import stands_on
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


def scope(permission: str, deed: str = "read") -> Scope:
    """The rows of the tenant, or of them the actor's own, as the role table grants."""
    own = demand(Need(permission, deed))
    return Scope(g.actor.tenant, g.actor.user_id if own else None)


def found(table: Any, row_id: int, permission: str, **of: Any) -> Any:
    """A row that the actor may change; another's is as if it did not exist. `path` is the field that names it, where one does."""
    row = one(kit().database(), scope(permission, "write"), table, row_id)
    if row is None:
        raise Refusal(404, "web.not_found", **of)
    return row


def wrote(subject: str, row: Any, action: str, note: str = "", kind: str = "task") -> None:
    """Each change is an activity of the customer and an event of the audit trail."""
    database, now = kit().database(), kit().clock()
    of = {"subject": subject, "subject_id": row.id, "action": action, "note": note, "kind": kind}
    rows.add(database, Activity(tenant=row.tenant, owner_id=row.owner_id, actor_id=g.actor.user_id, at=now, **of))
    audit.append(database, now, g.actor.name, f"crm.{subject}.{action}", id=row.id)


@blueprint.get("/customers")
@blueprint.input(schemas.Page, location="query", arg_name="asked")
@needs("crm:customer_view", "read")
def customers(asked: dict[str, Any]) -> Response:
    """Customers, the newest first; `after` is the last id of the page before."""
    known = rows.customers(kit().database(), scope("crm:customer_view"), search=asked["search"], after=asked["after"])
    return answer({"customers": [customer_shown(row) for row in known]}, "customers.html", asked=asked)


def customer_shown(row: Customer) -> dict[str, Any]:
    names = ("id", "name", "email", "phone", "title", "note", "version")
    return {name: getattr(row, name) for name in names}


@blueprint.post("/customer/add")
@stands_on("crm.customers")
@blueprint.input(schemas.Customer, location=FORM, arg_name="asked")
@needs("crm:customer_management", "write")
def add_customer(asked: dict[str, Any]) -> Response:
    """Adds a customer, who belongs to whoever adds it."""
    row = Customer(tenant=g.actor.tenant, owner_id=g.actor.user_id, created_at=kit().clock(), **asked)
    rows.add(kit().database(), row)
    wrote("customer", row, "add")
    return done(customer_shown(row), "web.ok", "/crm/customers", 201)


@blueprint.get("/customer/<int:customer_id>")
@needs("crm:customer_view", "read")
def customer(customer_id: int) -> Response:
    """One customer, with the form that changes what is known of him."""
    row = one(kit().database(), scope("crm:customer_view"), Customer, customer_id)
    if row is None:
        raise Refusal(404, "web.not_found")
    return answer(customer_shown(row), "customer.html")


# A form of a page can only post.
@blueprint.route("/customer/<int:customer_id>", methods=["PUT", "POST"])
@stands_on("crm.customer")
@blueprint.input(schemas.CustomerChange, location=FORM, arg_name="asked")
@needs("crm:customer_management", "write")
def change_customer(customer_id: int, asked: dict[str, Any]) -> Response:
    """Changes a customer, where nobody else has in between: `version` is that which was read."""
    found(Customer, customer_id, "crm:customer_management")
    version = asked.pop("version")
    row = rows.change_customer(kit().database(), scope("crm:customer_management", "write"), customer_id, version, asked)
    if row is None:
        raise Refusal(409, "web.conflict", path="version")
    wrote("customer", row, "change")
    return done(customer_shown(row), "web.ok", "/crm/customers")


def newest_customers() -> list[Customer]:
    """Customers that a form proposes, where the actor may see any."""
    allowed = check(g.actor, Need("crm:customer_view"), kit().clock()).is_allowed
    return rows.customers(kit().database(), scope("crm:customer_view")) if allowed else []


def won_deals() -> list[Deal]:
    """Deals that a form of a commission proposes."""
    allowed = check(g.actor, Need("crm:customer_view"), kit().clock()).is_allowed
    return page(kit().database(), scope("crm:customer_view"), Deal, state="won") if allowed else []


def of(parent: Customer | Deal, customer_id: int) -> dict[str, Any]:
    """What a row has from the customer or deal that it belongs to, with him who keeps them."""
    return {"tenant": parent.tenant, "owner_id": parent.owner_id, "customer_id": customer_id, "created_at": kit().clock()}


def lead(asked: dict[str, Any], permission: str) -> Lead:
    """A lead of a customer, scored by what is known of him."""
    customer = found(Customer, asked["customer_id"], permission, path="customer_id")
    return Lead(**of(customer, customer.id), source=asked["source"], score=crm.lead_score(asked["source"], customer))


def deal(asked: dict[str, Any], permission: str) -> Deal:
    """A deal with a customer."""
    customer = found(Customer, asked["customer_id"], permission, path="customer_id")
    minor = crm.minor_units(asked["value_usd"])
    probability = crm.win_probability(crm.first_state("deal"), 0, minor)
    return Deal(**of(customer, customer.id), title=asked["title"], value_minor=minor, probability=probability)


def commission(asked: dict[str, Any], permission: str) -> Commission:
    """The commission of a deal that was won, for a month; each deal and month once."""
    won = found(Deal, asked["deal_id"], permission, path="deal_id")
    if won.state != "won":
        raise Refusal(409, "crm.deal_not_won", path="deal_id")
    report = crm.accrue(won.id, asked["month"], asked["base_usd"], asked["rate"], rows.accrual_keys(kit().database(), g.actor.tenant))
    # layout: texts of the form as exact columns
    base, rate = map(Decimal, (asked["base_usd"], asked["rate"]))
    return Commission(**of(won, won.customer_id), deal_id=won.id, key=report.key, base=base, rate=rate, amount=report.payment)


def invoice(asked: dict[str, Any], permission: str) -> Invoice:
    """A draft of an invoice."""
    customer = found(Customer, asked["customer_id"], permission, path="customer_id")
    amount = Decimal(asked["amount_usd"])  # layout: text of the form as an exact column
    return Invoice(**of(customer, customer.id), amount=amount, due=asked["due"], text=asked["text"])


@dataclass(frozen=True)
class Subject:
    """One kind of row that moves through a lifecycle."""

    #: What a role needs to see and to change it. Who may make which move is the lifecycle's to say.
    sees: str
    changes: str
    form: type[schemas.Schema]
    begin: Callable[[dict[str, Any], str], Any]
    #: What is shown of a row, in order.
    columns: dict[str, Callable[[Any], Any]]


SUBJECTS = {
    "lead": Subject(
        "crm:customer_view",
        "crm:customer_management",
        schemas.Lead,
        lead,
        {"source": lambda row: row.source, "score": lambda row: row.score},
    ),
    "deal": Subject(
        "crm:customer_view",
        "crm:customer_management",
        schemas.Deal,
        deal,
        {
            "title": lambda row: row.title,
            "value_usd": lambda row: crm.with_point(row.value_minor),
            "probability": lambda row: row.probability,
        },
    ),
    "commission": Subject(
        "crm:broker_commission",
        "crm:broker_commission",
        schemas.Commission,
        commission,
        {
            "deal_id": lambda row: row.deal_id,
            "key": lambda row: row.key,
            "base_usd": lambda row: f"{row.base:.2f}",
            "amount_usd": lambda row: f"{row.amount:.2f}",
        },
    ),
    "invoice": Subject(
        "crm:invoice",
        "crm:invoice",
        schemas.Invoice,
        invoice,
        {"amount_usd": lambda row: f"{row.amount:.2f}", "due": lambda row: row.due.isoformat(), "text": lambda row: row.text},
    ),
}


def shown(name: str, row: Any) -> dict[str, Any]:
    columns = {column: read(row) for column, read in SUBJECTS[name].columns.items()}
    return {"id": row.id, "customer_id": row.customer_id, "state": row.state, "since": row.since.isoformat(), **columns}


def with_names(shown_rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows with the name of each one's customer."""
    names = rows.names(kit().database(), g.actor.tenant, {row["customer_id"] for row in shown_rows})
    return [{**row, "customer": names[row["customer_id"]]} for row in shown_rows]


def offer(name: str, subject: Subject) -> None:
    """The routes of one subject: its list, a new one, and a move."""
    path, table = f"/{name}s", rows.TABLES[name]

    @blueprint.get(path, endpoint=f"{name}s")
    @blueprint.doc(summary=f"{name.capitalize()}s, the newest first, with the moves that this role may make")
    @blueprint.input(schemas.Page, location="query", arg_name="asked")
    @needs(subject.sees, "read")
    def listed(asked: dict[str, Any]) -> Response:
        reach = scope(subject.sees)
        known = page(kit().database(), reach, table, after=asked["after"])
        data: dict[str, Any] = {path[1:]: crm.with_moves(name, with_names([shown(name, row) for row in known]), g.actor.role)}
        if name == "deal":
            data["pipeline"] = crm.pipeline(rows.open_deals(kit().database(), reach))
        more = {"subject": name, "adding": subject.changes, "columns": list(subject.columns), "rows": data[path[1:]]}
        proposed = {"customers": newest_customers(), "deals": won_deals() if name == "commission" else []}
        return answer(data, "subjects.html", form=list(subject.form().fields), **proposed, **more)

    @blueprint.post(f"{path}/add", endpoint=f"add_{name}")
    @stands_on(f"crm.{name}s")
    @blueprint.doc(summary=subject.begin.__doc__)
    @blueprint.input(subject.form, location=FORM, arg_name="asked")
    @needs(subject.changes, "write")
    def begin(asked: dict[str, Any]) -> Response:
        row = subject.begin(asked, subject.changes)
        row.state, row.since = crm.first_state(name), row.created_at
        rows.add(kit().database(), row)
        wrote(name, row, "add")
        return done(shown(name, row), "web.ok", f"/crm{path}", 201)

    @blueprint.post(f"{path}/<int:row_id>/move", endpoint=f"move_{name}")
    @stands_on(f"crm.{name}s")
    @blueprint.doc(summary=f"Moves a {name} to another state, where its lifecycle lets this role do so")
    @blueprint.input(schemas.Move, location=FORM, arg_name="asked")
    @needs(subject.changes, "write")
    def move(row_id: int, asked: dict[str, Any]) -> Response:
        row = found(table, row_id, subject.changes)
        now = kit().clock()
        report = crm.move(name, row, asked["to"], g.actor.role, asked["reason"], now)
        row.state, row.since = report.state, now
        if name == "deal":
            row.probability = crm.win_probability(row.state, row.age_days(now), row.value_minor)
        wrote(name, row, report.action, asked["reason"] or "")
        return done(shown(name, row), "web.ok", f"/crm{path}")


for each in SUBJECTS.items():
    offer(*each)


@blueprint.get("/activities")
@blueprint.input(schemas.Period, location="query", arg_name="asked")
@needs("crm:activity_log", "read")
def activities(asked: dict[str, Any]) -> Response:
    """What was done, and how much of it by period."""
    known = rows.activities(kit().database(), scope("crm:activity_log"))
    names = ("id", "actor_id", "kind", "subject", "subject_id", "action", "note")
    newest = known[::-1][:100]
    actors = rows.actors(kit().database(), {row.actor_id for row in newest})
    data = {
        "activities": [
            {"at": row.at.isoformat(), "actor": actors[row.actor_id], **{name: getattr(row, name) for name in names}} for row in newest
        ],
        "report": crm.activity_report(known, asked["period"]),
    }
    return answer(data, "activities.html", customers=newest_customers())


@blueprint.post("/activities/add")
@stands_on("crm.activities")
@blueprint.input(schemas.Note, location=FORM, arg_name="asked")
@needs("crm:activity_log", "write")
def add_activity(asked: dict[str, Any]) -> Response:
    """Notes a call, a letter or a meeting."""
    customer = found(Customer, asked["customer_id"], "crm:activity_log", path="customer_id")
    wrote("customer", customer, "note", asked["note"], asked["kind"])
    return done(None, "web.ok", "/crm/activities", 201)
