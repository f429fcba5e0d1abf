"""A broker's work: customers, leads, deals, commissions and invoices, by the lifecycles of the library."""

from __future__ import annotations

import hashinsight as hi
import pytest


@pytest.fixture
def broker(logged):
    return logged("mining_site")


@pytest.fixture
def customer(broker):
    new = {"name": "Miner & Sons", "email": "m@example.com", "phone": "1", "title": "CEO"}
    response = broker.post("/crm/customer/add", json=new)
    assert response.status_code == 201
    return response.json["data"]["id"]


def begin(client, subject, **content):
    response = client.post(f"/crm/{subject}s/add", json=content)
    assert response.status_code == 201, response.json
    return response.json["data"]["id"]


def move(client, subject, row_id, to, reason=None):
    body = {"to": to, "reason": reason} if reason else {"to": to}
    return client.post(f"/crm/{subject}s/{row_id}/move", json=body)


def won_deal(client, customer):
    deal = begin(client, "deal", customer_id=customer, title="Hosting", value_usd="150000.00")
    for state in ("qualification", "proposal", "negotiation", "won"):
        assert move(client, "deal", deal, state).status_code == 200
    return deal


def test_added(broker, customer):
    """S2-84b: 201"""
    assert broker.get("/crm/customers").json["data"]["customers"][0]["id"] == customer
    assert broker.post("/crm/customer/add", json={"email": "x@example.com"}).status_code == 422


def test_pages_of_customers(broker):
    """S2-84a: pagination, search, tenant filter"""
    for place in range(60):
        broker.post("/crm/customer/add", json={"name": f"Customer {place}"})
    first = broker.get("/crm/customers").json["data"]["customers"]
    rest = broker.get(f"/crm/customers?after={first[-1]['id']}").json["data"]["customers"]
    assert (len(first), len(rest)) == (50, 10) and not {row["id"] for row in first} & {row["id"] for row in rest}
    assert len(broker.get("/crm/customers?search=customer+5").json["data"]["customers"]) == 11


def test_changed_on_its_page(broker, customer, logged):
    """A customer's page has a form with what is known and its version; who keeps the books reads the page, and changes nothing."""
    page = broker.page(f"/crm/customer/{customer}").text
    assert 'name="version" value="1"' in page and 'value="m@example.com"' in page
    form = {"name": "Miner & Daughters", "email": "m@example.com", "version": "1"}
    assert broker.page_post(f"/crm/customer/{customer}", form).status_code == 303
    assert broker.get(f"/crm/customer/{customer}").json["data"]["name"] == "Miner & Daughters"
    assert broker.page_post(f"/crm/customer/{customer}", form).status_code == 409, "somebody has changed it in between"
    finance = logged("finance")
    assert '<form method="post" action="/crm/customer' not in finance.page(f"/crm/customer/{customer}").text
    assert finance.put(f"/crm/customer/{customer}", json={**form, "version": 2}).status_code == 403


def test_lead(broker, customer):
    """S2-58: score/status change creates activity"""
    lead = begin(broker, "lead", customer_id=customer, source="referral")
    row = broker.get("/crm/leads").json["data"]["leads"][0]
    expected = hi.crm.points_score(source="referral", has_email=True, has_phone=True, title="CEO").score
    assert (row["score"], row["state"]) == (expected, "new")
    assert {button["to"] for button in row["moves"]} == {"contacted", "disqualified", "lost"}
    assert move(broker, "lead", lead, "contacted").status_code == 200
    actions = [row["action"] for row in broker.get("/crm/activities").json["data"]["activities"] if row["subject"] == "lead"]
    assert actions == ["contact", "add"]


def test_lifecycle(broker, customer):
    """S2-57: allowed transitions only (lead→qualified→customer→inactive)

    The states are those of the library's lifecycle of a lead; what it does not know is refused with what it does.
    """
    lead = begin(broker, "lead", customer_id=customer, source="web")
    refused = move(broker, "lead", lead, "converted")
    assert refused.status_code == 422 and "contacted" in refused.json["data"]["allowed"]
    assert move(broker, "lead", lead, "disqualified").json["data"]["code"] == "crm.reason.missing"
    for state in ("contacted", "qualified", "converted"):
        assert move(broker, "lead", lead, state).status_code == 200
    assert move(broker, "lead", lead, "new", "again").status_code == 422, "a converted lead is final"


def test_deal_pipeline(broker, customer, logged):
    """S2-59: stage sums; weighted value; closed deal immutable

    A won deal is opened again by staff only, with a reason.
    """
    values = ("150000.00", "40000.00", "99000.50")
    deals = [begin(broker, "deal", customer_id=customer, title=value, value_usd=value) for value in values]
    move(broker, "deal", deals[0], "qualification")
    data = broker.get("/crm/deals").json["data"]
    given = [{"value_minor": int(row["value_usd"].replace(".", "")), "probability": row["probability"]} for row in data["deals"][::-1]]
    assert data["pipeline"] == {"deals": 3, **hi.crm.pipeline_forecast(deals=given).to_dict(mode="json")}
    assert data["pipeline"]["total_minor"] == 15_000_000 + 4_000_000 + 9_900_050
    deal = won_deal(broker, customer)
    assert move(broker, "deal", deal, "negotiation", "changed his mind").status_code == 422
    assert move(logged("admin"), "deal", deal, "negotiation", "a slip").status_code == 200


def test_commission(broker, customer, logged):
    """S2-60: commission = rate×amount, half-even to cents, tiered; paid once

    Half-even to cents by the library; each deal and month once; paid once, by finance.
    """
    deal, admin, finance = won_deal(broker, customer), logged("admin"), logged("finance")
    asked = {"deal_id": deal, "month": "2026-05", "base_usd": "1000.30", "rate": "0.05"}
    made = admin.post("/crm/commissions/add", json=asked)
    assert made.status_code == 201 and made.json["data"]["amount_usd"].rstrip("0") == "50.02"
    assert admin.post("/crm/commissions/add", json=asked).status_code == 422, "the month has earned already"
    assert admin.post("/crm/commissions/add", json={**asked, "month": "2026-06", "rate": "1.5"}).status_code == 422
    commission = made.json["data"]["id"]
    assert move(finance, "commission", commission, "paid").status_code == 422, "not approved yet"
    assert move(broker, "commission", commission, "approved").status_code == 403, "a broker reads commissions, and moves none"
    assert move(finance, "commission", commission, "approved").status_code == 422, "who pays does not approve"
    assert move(admin, "commission", commission, "approved").status_code == 200
    assert move(finance, "commission", commission, "paid").status_code == 200
    assert move(finance, "commission", commission, "paid").status_code == 422
    assert [row["amount_usd"].rstrip("0") for row in broker.get("/crm/commissions").json["data"]["commissions"]] == ["50.02"]
    open_deal = begin(broker, "deal", customer_id=customer, title="t", value_usd="1.00")
    assert admin.post("/crm/commissions/add", json={**asked, "deal_id": open_deal}).status_code == 409


def test_invoice(broker, customer, logged):
    """An invoice is drafted, issued, paid in part and in full; exact, and not after it was paid."""
    finance = logged("finance")
    invoice = begin(finance, "invoice", customer_id=customer, amount_usd="0.30", due="2026-07-01", text="Power of May")
    for state in ("issued", "partial", "paid"):
        assert move(finance, "invoice", invoice, state).status_code == 200
    assert move(finance, "invoice", invoice, "void", "late").status_code == 422
    assert broker.get("/crm/invoices").json["data"]["invoices"][0]["amount_usd"].startswith("0.3")
    assert move(broker, "invoice", invoice, "issued").status_code == 422
    for wrong in ("1", "1.5", "-1.00", "1e3", "0.305"):
        assert (
            finance.post("/crm/invoices/add", json={"customer_id": customer, "amount_usd": wrong, "due": "2026-07-01"}).status_code == 422
        )


def test_activities(broker, customer, logged):
    """S2-61: every mutation writes one activity, actor+time, append-only"""
    lead = begin(broker, "lead", customer_id=customer, source="web")
    move(broker, "lead", lead, "contacted")
    broker.put(f"/crm/customer/{customer}", json={"name": "Other", "version": 1})
    broker.post("/crm/activities/add", json={"customer_id": customer, "kind": "call", "note": "asked for power"})
    data = broker.get("/crm/activities").json["data"]
    assert [row["action"] for row in data["activities"]] == ["note", "change", "contact", "add", "add"]
    assert data["report"]["total"] == [5] and data["report"]["call"] == [1]
    assert len({row["actor_id"] for row in data["activities"]}) == 1 and data["activities"][0]["at"] == "2026-06-06T07:28:30+00:00"
    routes = {rule.rule for rule in broker.application.url_map.iter_rules() if "activities" in rule.rule}
    assert routes == {"/crm/activities", "/crm/activities/add"}, "nothing changes or removes one"


def test_subscription_that_ended(logged, kit, time):
    """A subscription that has run out reads, and writes nothing."""
    from sqlalchemy import update
    from webkit.tables import UserAccess

    with kit.sessions.begin() as database:
        database.execute(update(UserAccess).where(UserAccess.username == "mining_site").values(expires_at=time.now))
    client = logged("mining_site")
    assert client.get("/crm/customers").status_code == 200
    refused = client.post("/crm/customer/add", json={"name": "x"})
    assert refused.status_code == 403 and refused.json["data"]["denial"]


def test_the_book_of_the_demo(logged, kit):
    """A broker of the demo has a business to look at: every list has rows, each says that it is a sample, in states of every kind, moved by who
    may; numbers are the library's, and the trail is whole."""
    from webkit import audit
    from webkit.tables import UserAccess

    from demo_book import SAMPLE, Book

    with kit.sessions.begin() as database:
        users = {user.username: user for user in database.query(UserAccess)}
        Book(database, kit.clock(), users["mining_site"], [users["finance"], users["admin"]]).write()
    client = logged("mining_site")
    data = {
        name: client.get(f"/crm/{name}").json["data"] for name in ("customers", "leads", "deals", "commissions", "invoices", "activities")
    }
    assert [len(data[name][name]) for name in data] == [5, 5, 5, 2, 3, len(data["activities"]["activities"])]
    assert all(row["name"].startswith(SAMPLE) for row in data["customers"]["customers"])
    assert all(row["title"].startswith(SAMPLE) for row in data["deals"]["deals"])
    states = {name: {row["state"] for row in data[name][name]} for name in ("leads", "deals", "invoices", "commissions")}
    assert states["deals"] == {"won", "proposal", "negotiation", "qualification", "prospecting"} and len(states["leads"]) == 5
    assert states["commissions"] == {"accrued", "paid"} and states["invoices"] == {"partial", "issued", "draft"}
    assert data["deals"]["pipeline"]["deals"] == 4 and len(data["activities"]["report"]["begin"]) >= 10
    for row in data["deals"]["deals"][1:2]:
        age = {"Immersion retrofit": 18, "Site survey": 9, "40 used machines": 15}[row["title"].rpartition(": ")[2]]
        minor = int(row["value_usd"].replace(".", ""))
        assert row["probability"] == hi.crm.win_probability(state=row["state"], age_days=age, value_minor=minor).probability
    assert logged("second_site").get("/crm/customers").json["data"]["customers"] == []
    with kit.sessions() as database:
        assert audit.verify(database).is_intact
    page = client.page("/crm/deals", "zh").text
    assert "样本" in page and "412,500.00" in page
