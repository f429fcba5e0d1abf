"""A broker's business for a trial: customers, leads, deals, commissions and invoices, each called a sample, moved as people would move them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import hashinsight as hi
from sqlalchemy.orm import Session
from webkit import audit
from webkit.tables import UserAccess

from models import Activity, Commission, Customer, Deal, Invoice, Lead
from repositories import crm as rows
from services import crm

#: Whoever reads a row reads what it is, in both languages.
SAMPLE = "Sample 样本"
CUSTOMERS = (
    ("Prairie Hash Hosting", "ops@prairie.example", "+1 555 0101", "Operations manager", 40),
    ("Fjord Compute", "kari@fjord.example", "+47 555 0102", "CEO", 33),
    ("Lone Star Immersion", "buy@lonestar.example", "", "Purchasing", 26),
    ("Valle Verde Mining", "hola@valle.example", "+595 555 0104", "Owner", 12),
    ("Gansu River Power", "", "+86 555 0105", "", 5),
)
#: Customer, source, states in turn, age in days; a reason where the lifecycle asks for one.
LEADS = (
    (0, "referral", ("contacted", "qualified", "converted"), 38),
    (1, "trade_show", ("contacted", "qualified"), 30),
    (2, "web", ("contacted",), 20),
    (3, "partner", (), 10),
    (4, "phone", ("lost",), 4),
)
#: Customer, title, value in USD, states in turn, age in days.
DEALS = (
    (0, "Hosting of 120 machines", "186000.00", ("qualification", "proposal", "negotiation", "won"), 36),
    (0, "Immersion retrofit", "74000.00", ("qualification", "proposal"), 18),
    (1, "Power contract of 3 MW", "412500.00", ("qualification", "proposal", "negotiation"), 28),
    (2, "40 used machines", "52000.00", ("qualification",), 15),
    (3, "Site survey", "8500.00", (), 9),
)
#: Deal, how many months ago it earned, base in USD, rate, states in turn.
COMMISSIONS = ((0, 1, "15500.00", "0.05", ("approved", "paid")), (0, 0, "15500.00", "0.05", ()))
#: Customer, amount in USD, days from now to its due day, text, states in turn, age in days.
INVOICES = (
    (0, "15500.00", -2, "Hosting, last month", ("issued", "partial"), 32),
    (0, "15500.00", 28, "Hosting, this month", ("issued",), 2),
    (1, "2400.00", 20, "Survey of the substation", (), 1),
)
NOTES = ((0, "call", "Wants a quote for 60 more machines", 6), (1, "meeting", "Substation visit; permit is due in a month", 3))


class Book:
    """The rows of one broker, with whoever may make each move."""

    def __init__(self, database: Session, now: datetime, broker: UserAccess, staff: Sequence[UserAccess]) -> None:
        self._database, self._now, self._broker = database, now, broker
        self._actors = (broker, *staff)

    def write(self) -> None:
        customers = [self._customer(*said) for said in CUSTOMERS]
        for place, source, states, age in LEADS:
            score = crm.lead_score(source, customers[place])
            self._staged("lead", Lead(source=source, score=score), customers[place], states, age)
        deals = [self._deal(customers[place], *said) for place, *said in DEALS]
        for place, months, base, rate, states in COMMISSIONS:
            self._commission(deals[place], months, base, rate, states)
        for place, amount, due, text, states, age in INVOICES:
            day = (self._now + timedelta(days=due)).date()
            invoice = Invoice(amount=Decimal(amount), due=day, text=f"{SAMPLE}: {text}")
            self._staged("invoice", invoice, customers[place], states, age)
        for place, kind, note, age in NOTES:
            self._wrote("customer", customers[place], "note", self._before(age), self._broker, f"{SAMPLE}: {note}", kind)

    def _before(self, days: float) -> datetime:
        return self._now - timedelta(days=days)

    def _customer(self, name: str, email: str, phone: str, title: str, age: int) -> Customer:
        said = {"name": f"{SAMPLE}: {name}", "email": email, "phone": phone, "title": title, "note": SAMPLE}
        row = Customer(tenant=self._broker.tenant, owner_id=self._broker.id, created_at=self._before(age), **said)
        rows.add(self._database, row)
        self._wrote("customer", row, "add", row.created_at, self._broker)
        return row

    def _deal(self, customer: Customer, title: str, value: str, states: Sequence[str], age: int) -> Deal:
        minor = crm.minor_units(value)
        probability = crm.win_probability(crm.first_state("deal"), 0, minor)
        deal = Deal(title=f"{SAMPLE}: {title}", value_minor=minor, probability=probability)
        self._staged("deal", deal, customer, states, age)
        if states:
            deal.probability = crm.win_probability(deal.state, deal.age_days(self._now), minor)
        return deal

    def _commission(self, deal: Deal, months: int, base: str, rate: str, states: Sequence[str]) -> None:
        month = f"{self._before(30 * months):%Y-%m}"
        known = rows.accrual_keys(self._database, deal.tenant)
        try:
            report = crm.accrue(deal.id, month, base, rate, known)
        except hi.HashInsightError:
            # Near the end of a month thirty days earlier may be the same month, which has earned.
            return
        made = Commission(deal_id=deal.id, key=report.key, base=Decimal(base), rate=Decimal(rate), amount=report.payment)
        self._staged("commission", made, self._database.get_one(Customer, deal.customer_id), states, 1 + 20 * months)

    def _staged(self, subject: str, row: Any, customer: Customer, states: Sequence[str], age: int) -> None:
        begun = self._before(age)
        row.tenant, row.owner_id, row.customer_id = customer.tenant, customer.owner_id, customer.id
        row.state, row.since, row.created_at = crm.first_state(subject), begun, begun
        rows.add(self._database, row)
        self._wrote(subject, row, "add", begun, self._broker)
        for step, state in enumerate(states, start=1):
            at = self._before(age * (1 - step / (len(states) + 1)))
            actor, move = self._mover(subject, row.state, state)
            reason = SAMPLE if move["needs_reason"] else None
            row.state, row.since = crm.move(subject, row, state, actor.role, reason, at).state, at
            self._wrote(subject, row, move["action"], at, actor, reason or "")

    def _mover(self, subject: str, state: str, to: str) -> tuple[UserAccess, dict[str, Any]]:
        """Who of the demo users may make a move, and the move."""
        return next((actor, move) for actor in self._actors for move in crm.moves(subject, state, actor.role) if move["to"] == to)

    def _wrote(self, subject: str, row: Any, action: str, at: datetime, actor: UserAccess, note: str = "", kind: str = "task") -> None:
        of = {"subject": subject, "subject_id": row.id, "action": action, "note": note, "kind": kind}
        rows.add(self._database, Activity(tenant=row.tenant, owner_id=row.owner_id, actor_id=actor.id, at=at, **of))
        audit.append(self._database, at, f"user-{actor.id}", f"crm.{subject}.{action}", id=row.id)
