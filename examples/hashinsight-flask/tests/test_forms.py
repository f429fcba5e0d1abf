"""Forms that are refused: their page again, with what was typed, and what is wrong at each field; secrets are typed again."""

from __future__ import annotations

import re

import pytest
from webkit import again

from app import age, moment
from translations import WORDS

#: Every form that holds more than a choice: its page, who sends it, something wrong, the field that is wrong, and what must still be there.
WRONG = {
    "/register": ("guest", {"email": "anna@example", "username": "anna b", "password": "words of a miner"}, "username", "anna b"),
    "/login": ("guest", {"email": "user@example.com", "password": "wrong words"}, None, "user@example.com"),
    "/calculate": ("guest", {"model": "Antminer S21 XP", "power_price_usd_per_kwh": "dear", "days": "99"}, "power_price_usd_per_kwh", "99"),
    "/site": ("mining_site", {"name": "Barn", "power_price": "0.05 EUR/kWh", "pool_fee": "3 %"}, "power_price", "0.05 EUR/kWh"),
    "/site/fleet": ("mining_site", {"fleet": "model,count\nAntminer S21 XP,many\n"}, None, "Antminer S21 XP,many"),
    "/treasury/position/add": (
        "mining_site",
        {"btc_amount_sat": "12345", "cost_basis_usd": "5.00", "acquisition_date": "2008-12-31"},
        "acquisition_date",
        "12345",
    ),
    "/crm/customer/add": ("mining_site", {"name": "Barn", "email": "none"}, "email", "Barn"),
    "/crm/deals/add": ("mining_site", {"customer_id": "999", "title": "Ten machines", "value_usd": "5"}, "value_usd", "Ten machines"),
    "/crm/leads/add": ("mining_site", {"customer_id": "none", "source": "referral"}, "customer_id", "none"),
    "/crm/invoices/add": ("finance", {"customer_id": "7", "amount_usd": "0.00", "due": "2026-07-01"}, "amount_usd", "2026-07-01"),
    "/crm/commissions/add": ("admin", {"deal_id": "7", "month": "May", "base_usd": "1.00", "rate": "0.05"}, "month", "May"),
    "/crm/activities/add": (
        "mining_site",
        {"customer_id": "x", "kind": "call", "note": "asked for power"},
        "customer_id",
        "asked for power",
    ),
    "/admin/keys": ("owner", {"service": "none", "secret": "a secret that is long"}, "service", None),
}


@pytest.mark.parametrize("path", WRONG)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_refused_form(logged, path, language):
    """The form stands there again with what was typed; the field that is wrong says so to eyes and to a screen reader, in the language."""
    role, form, field, kept = WRONG[path]
    page = logged(role).page_post(path, form, language)
    assert page.status_code in (401, 422)
    assert f'action="{path}"' in page.text and 'role="alert"' in page.text
    if kept:
        assert kept in page.text
    if field:
        tag = re.search(rf'<(?:input|select)[^>]*id="f-{field}"[^>]*>', page.text)[0]
        assert 'aria-invalid="true"' in tag and f"e-{field}" in tag
        said = re.search(rf'<small id="e-{field}" class="wrong">([^<]+)</small>', page.text)[1]
        assert language == "en" or re.search(r"[\u4e00-\u9fff]", said)
        assert f'<a href="#f-{field}">' in page.text
    for secret in ("words of a miner", "wrong words", "a secret that is long"):
        assert secret not in page.text


@pytest.mark.parametrize(
    ("path", "form", "field"),
    [
        ("/crm/leads/add", {"customer_id": "999", "source": "web"}, "customer_id"),
        ("/crm/deals/add", {"customer_id": "999", "title": "Ten machines", "value_usd": "5.00"}, "customer_id"),
        ("/crm/invoices/add", {"customer_id": "999", "amount_usd": "5.00", "due": "2026-07-01"}, "customer_id"),
        ("/crm/commissions/add", {"deal_id": "999", "month": "2026-05", "base_usd": "5.00", "rate": "0.05"}, "deal_id"),
        ("/crm/activities/add", {"customer_id": "999", "kind": "call", "note": "asked"}, "customer_id"),
    ],
)
def test_row_that_a_field_names(logged, path, form, field):
    """A customer or deal that is not there, or is another's, is told at the field that names it, and the form stays."""
    page = logged("admin").page_post(path, form)
    assert page.status_code == 404 and f'<small id="e-{field}" class="wrong">There is nothing here.</small>' in page.text
    assert 'value="999"' in page.text
    assert logged("admin").post(path, json=form).json["data"]["path"] == field


def test_every_form_stands_somewhere(app):
    """Each route that a form of a page is sent to says on which page; those that do not are buttons."""
    rules = {rule.rule: rule.endpoint for rule in app.url_map.iter_rules() if "POST" in rule.methods and "/api/" not in rule.rule}
    without = {rule for rule, endpoint in rules.items() if again.page_of(app.view_functions[endpoint]) is None}
    assert without == {
        "/account/factor",
        "/account/factor/confirm",
        "/account/address/<token>",
        "/account/sessions/end",
        "/account/sessions/<number>/end",
        "/admin/keys/<service>/remove",
        "/admin/users/<int:user_id>/enable",
        "/language",
        "/logout",
        "/verify/<token>",
    }


def test_several_faults(logged):
    """A family's refusal of a whole document marks each field under the name that the form has for it."""
    form = {"power_price": "cheap", "pool_fee": "200 %", "tariff_price": "0.05 USD/kWh", "window_price": "dear", "difficulty_growth": "x"}
    answer = logged("mining_site").post("/site", json=form)
    assert {fault["path"] for fault in answer.json["data"]["faults"]} >= {"power_price", "pool_fee", "window_price", "difficulty_growth"}


def test_unknown_field_of_the_site(logged):
    """A field that there is not is refused, and nothing is kept."""
    client = logged("mining_site")
    answer = client.post("/site", json={"pool_fee": "1 %", "pool_fees": "5 %"})
    assert answer.status_code == 422 and answer.json["data"]["path"] == "pool_fees"
    assert client.get("/site").json["data"]["pool_fee"] != "1 %"


def test_refused_form_changes_nothing(logged, kit):
    """What a refused request began is undone before its page is shown, and the page answers the next request as well."""
    client = logged("mining_site")
    made = client.post("/crm/customer/add", json={"name": "Barn"}).json["data"]
    page = client.page_post(f"/crm/customer/{made['id']}", {"name": "Mill", "version": 7})
    assert page.status_code == 409 and 'value="Mill"' in page.text and 'name="version" value="1"' in page.text
    assert client.get(f"/crm/customer/{made['id']}").json["data"]["name"] == "Barn"


def test_a_stranger_sees_no_form(logged, client):
    """What the gate refuses is told without a form."""
    assert '<form method="post" action="/crm/customer/add"' not in client.page_post("/crm/customer/add", {"name": "x"}).text
    assert logged("user").page_post("/crm/customer/add", {"name": ""}).status_code == 403


@pytest.mark.parametrize(
    ("milliseconds", "english", "chinese"),
    [(15_210_767_758, "176 d 1 h", "176 天 1 小时"), (3_900_000, "1 h 5 min", "1 小时 5 分钟"), (59_000, "0 min", "0 分钟")],
)
def test_age(milliseconds, english, chinese):
    """An age in words, in both languages; 176 days, 1 hour, 12 minutes and 7.758 seconds are 15,210,767,758 ms."""
    assert age(milliseconds, lambda code: WORDS[code][0]) == english
    assert age(milliseconds, lambda code: WORDS[code][1]) == chinese


def test_moment():
    """To the minute for a reader, exactly for a machine, in UTC whatever the offset."""
    assert moment("2026-06-06T09:26:05+02:00") == '<time datetime="2026-06-06T09:26:05+02:00">2026-06-06 07:26 UTC</time>'


def test_nobody_disables_himself(logged):
    """An administrator cannot lock himself out by a slip."""
    client = logged("admin")
    me = next(user["id"] for user in client.get("/admin/users").json["data"]["users"] if user["username"] == "admin")
    answer = client.post(f"/admin/users/{me}/disable")
    assert answer.status_code == 409 and answer.json["data"]["code"] == "web.yourself"
    assert client.get("/admin/users").status_code == 200


@pytest.mark.parametrize("number", ["9" * 10, "9" * 19, "9" * 25])
def test_number_beyond_the_database(app, logged, number):
    """A row of a number that no database counts to is not there, on every address that holds one."""
    client = logged("owner")
    seen = 0
    for rule in app.url_map.iter_rules():
        if "<int:" in rule.rule:
            for method in rule.methods - {"HEAD", "OPTIONS"}:
                body = {"to": "won", "role": "user", "name": "x", "version": 1} if method != "GET" else None
                answer = client.open(re.sub("<int:[a-z_]+>", number, rule.rule), method=method, json=body)
                assert answer.status_code in (404, 422), (rule.rule, method, answer.status_code)
                seen += 1
    assert seen >= 9


def test_names_instead_of_numbers(logged):
    """Lists of a broker name customers and users."""
    client = logged("mining_site")
    customer = client.post("/crm/customer/add", json={"name": "Barn of the north"}).json["data"]["id"]
    client.post("/crm/leads/add", json={"customer_id": customer, "source": "web"})
    client.post("/crm/deals/add", json={"customer_id": customer, "title": "Ten machines", "value_usd": "1.00"})
    for path in ("/crm/leads", "/crm/deals"):
        assert f'<a href="/crm/customer/{customer}">Barn of the north</a>' in client.page(path).text
    assert ">mining_site</td>" in client.page("/crm/activities").text


def test_retry_after_only_where_it_is_asked(client):
    """An answer that was given does not tell to come back later."""
    assert "Retry-After" not in client.get("/miners").headers


def test_what_is_allowed_is_said_in_chinese(logged):
    """On a Chinese page no field of the site is told in English what it allows."""
    wrong = {
        "pool_fee": "200 %",
        "power_price": "cheap",
        "fees_per_block": "x",
        "uptime": "x",
        "discount_rate": "900 %",
        "hosting_fee": "y",
    }
    client = logged("mining_site")
    for name, value in wrong.items():
        page = client.page_post("/site", {"name": "x", name: value}, "zh").text
        (words,) = re.findall(rf'<small id="e-{name}" class="wrong">(.*?)</small>', page)
        assert re.search(r"允许 .*[\u4e00-\u9fff]", words) and not re.search(r"\b(to|and|or|number|fraction|per|year)\b", words), words
