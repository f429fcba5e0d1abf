"""What must not work: forged forms, other tenants' rows, poisoned input, and unsafe settings."""

from __future__ import annotations

import json
import re

import pytest
import structlog
from conftest import PASSWORD
from sqlalchemy import inspect, text
from sqlalchemy.exc import IntegrityError
from webkit import audit, keys, logs, settings
from webkit.headers import POLICY
from webkit.tables import UserAccess
from webkit.vault import Vault, VaultError

import config


def test_csrf(app, logged):
    """S2-93: T

    Every unsafe route without a token, with that of another session, or from another origin is refused.
    """
    client, other = logged("owner"), logged("user")
    foreign = {"X-CSRF-Token": other.token()}
    elsewhere = {"X-CSRF-Token": client.token(), "Origin": "https://evil.example"}
    cross = {"X-CSRF-Token": client.token(), "Sec-Fetch-Site": "cross-site"}
    count = 0
    for rule in app.url_map.iter_rules():
        for method in rule.methods & {"POST", "PUT", "PATCH", "DELETE"}:
            path = (
                rule.rule.replace("<int:", "<").split("<")[0]
                + ("1" if "<" in rule.rule else "")
                + rule.rule.rpartition(">")[2] * ("<" in rule.rule)
            )
            for headers in ({}, foreign, elsewhere, cross):
                response = client.open(path, method=method, json={}, headers=headers, forged=True)
                assert response.status_code == 400 and response.json["data"]["code"] == "web.csrf", (method, path, headers)
                count += 1
    assert count >= 4 * 25


def test_headers_on_every_page(logged):
    """A strict policy without inline script or style, and the other headers, on pages, data and errors."""
    client = logged("user")
    for path in ("/", "/dashboard", "/miners", "/nothing", "/admin/users"):
        headers = client.page(path).headers
        assert headers["Content-Security-Policy"] == POLICY and "unsafe-inline" not in POLICY
        assert headers["X-Content-Type-Options"] == "nosniff" and headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "script" not in client.page("/reports/site.html").headers["Content-Security-Policy"]


def test_cookie(make, client):
    """S2-90: header parse

    Locally it is called `session`.
    """
    client.page("/login")
    local = client.get_cookie("session")
    assert local.http_only and local.same_site == "Lax" and not local.secure and local.path == "/"
    production = {"profile": "production", "secret_key": "x" * 40, "field_keys": "a:" + "QUFB" * 12, "base_url": "https://hi.example"}
    served = make(**production, upstreams="live").test_client().page("/login", base_url="https://hi.example")
    line = served.headers["Set-Cookie"]
    assert line.startswith("__Host-session=") and all(part in line for part in ("Secure", "HttpOnly", "Path=/", "SameSite=Lax"))
    assert "Domain" not in line and "Local profile" not in served.text
    assert served.headers["Strict-Transport-Security"].startswith("max-age=63072000")


@pytest.mark.parametrize(
    ("environment", "name"),
    [
        ({"PROFILE": "production"}, "SECRET_KEY"),
        ({"PROFILE": "production", "SECRET_KEY": "x" * 40}, "FIELD_KEYS"),
        ({"PROFILE": "production", "SECRET_KEY": "x" * 40, "FIELD_KEYS": "a:" + "QUFB" * 12}, "BASE_URL"),
        ({"PROFILE": "production", "SECRET_KEY": "x" * 40, "FIELD_KEYS": "a:" + "QUFB" * 12, "BASE_URL": "https://a.example"}, "UPSTREAMS"),
        ({"FIELD_KEYS": "a:short"}, "FIELD_KEYS"),
        ({"WEB_PROCESSES": "3"}, "REDIS_URL"),
        ({"IDLE_MINUTES": "soon"}, "IDLE_MINUTES"),
    ],
)
def test_unsafe_settings_do_not_start(environment, name):
    """S2-97: T

    Production refuses default secrets and plain HTTP, by the name of the setting.
    """
    with pytest.raises(settings.SettingsError, match=name):
        config.load(environment)


def test_secrets_from_files(tmp_path):
    """S2-119: missing → named error; never logged"""
    (tmp_path / "key").write_text("a secret of a file, long enough for this\n")
    loaded = config.load({"SECRET_KEY_FILE": str(tmp_path / "key")})
    assert loaded.secret_key.get_secret_value() == "a secret of a file, long enough for this"
    assert "a secret of a file" not in repr(loaded)
    with pytest.raises(settings.SettingsError, match="IDLE_MINUTES") as refused:
        config.load({"IDLE_MINUTES": "hunter2"})
    assert "hunter2" not in str(refused.value)


@pytest.fixture
def mine(logged):
    """A row of every kind that an address can name, by the beginning of the address; and how a change of it looks."""
    site, admin = logged("mining_site"), logged("admin")

    def made(client, path, **content):
        return client.post(path, json=content).json["data"]["id"]

    customer = made(site, "/crm/customer/add", name="Mine")
    deal = made(site, "/crm/deals/add", customer_id=customer, title="t", value_usd="10.00")
    for state in ("qualification", "proposal", "negotiation", "won"):
        site.post(f"/crm/deals/{deal}/move", json={"to": state})
    commission = {"deal_id": deal, "month": "2026-05", "base_usd": "5.00", "rate": "0.1"}
    user = next(row["id"] for row in admin.get("/admin/users").json["data"]["users"] if row["username"] == "user")
    return {
        "/crm/customer/": (customer, {"name": "Taken", "version": 1}),
        "/crm/leads/": (made(site, "/crm/leads/add", customer_id=customer, source="web"), {"to": "contacted"}),
        "/crm/deals/": (deal, {"to": "negotiation", "reason": "x"}),
        "/crm/commissions/": (made(admin, "/crm/commissions/add", **commission), {"to": "approved"}),
        "/crm/invoices/": (made(admin, "/crm/invoices/add", customer_id=customer, amount_usd="5.00", due="2026-07-01"), {"to": "issued"}),
        "/admin/users/": (user, {"role": "finance"}),
        "/api/jobs/": (site.post("/api/analytics/backtest", json={"policy": "hold", "days": 400}).json["data"]["job"], {}),
    }


@pytest.mark.parametrize("name", ["second_site", "elsewhere", "elsewhere_owner"])
def test_other_tenants_and_other_owners(app, logged, mine, name):
    """S2-30: sees only own site's customers/miners (row-level test by second tenant)

    Every address with an id of somebody else's row answers as if there were none; so does whatever names one in its content.
    """
    client = logged(name)
    asked = 0
    for rule in app.url_map.iter_rules():
        if "<int:" not in rule.rule:
            continue
        beginning = rule.rule.partition("<")[0]
        row_id, change = mine[beginning]
        path = f"{beginning}{row_id}{rule.rule.partition('>')[2]}"
        for method in rule.methods - {"HEAD", "OPTIONS"}:
            status = client.open(path, method=method, json=change).status_code
            assert status == 404 or (status == 403 and name != "elsewhere_owner"), (name, method, path, status)
            asked += 1
    assert asked >= 8
    customer, deal = mine["/crm/customer/"][0], mine["/crm/deals/"][0]
    contents = {
        "/crm/leads/add": {"customer_id": customer, "source": "web"},
        "/crm/deals/add": {"customer_id": customer, "title": "t", "value_usd": "1.00"},
        "/crm/activities/add": {"customer_id": customer, "kind": "note"},
        "/crm/invoices/add": {"customer_id": customer, "amount_usd": "1.00", "due": "2026-07-01"},
        "/crm/commissions/add": {"deal_id": deal, "month": "2026-04", "base_usd": "1.00", "rate": "0.1"},
    }
    for path, content in contents.items():
        assert client.post(path, json=content).status_code in ((404,) if name == "elsewhere_owner" else (403, 404)), path
    for path in ("customers", "leads", "deals", "commissions", "invoices", "activities"):
        assert next(iter(client.get(f"/crm/{path}").json["data"].values())) == [], (name, path)


def test_users_of_another_tenant(logged):
    """An owner manages the users of his own tenant, and sees no others."""
    users = {row["username"] for row in logged("elsewhere_owner").get("/admin/users").json["data"]["users"]}
    assert users == {"elsewhere", "elsewhere_owner"}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ('{"power_price_usd_per_kwh": NaN, "model": "Antminer S21 XP"}', 422),
        ('{"power_price_usd_per_kwh": Infinity, "model": "Antminer S21 XP"}', 422),
        ('{"power_price_usd_per_kwh": 1e999, "model": "Antminer S21 XP"}', 422),
        ('{"power_price_usd_per_kwh": 0.05, "model": "Antminer S21 XP", "days": 1e12}', 422),
        ('{"power_price_usd_per_kwh": 0.05, "model": "no such machine"}', 422),
        ('{"power_price_usd_per_kwh": 0.05}', 422),
        ('{"power_price_usd_per_kwh": 0.05, "model": "Antminer S21 XP", "extra": 1}', 422),
        ('{"power_price_usd_per_kwh": ' + "1" * 5000 + "}", 400),
        ("{", 400),
        ("[]", 422),
        ('"text"', 422),
        ("[" * 2000, 400),
    ],
)
def test_poisoned_json(client, body, status):
    """Numbers that are none, numbers of a thousand digits, unknown fields and broken JSON are refused, in the envelope."""
    response = client.post("/calculate", data=body, content_type="application/json")
    assert response.status_code == status and response.json["success"] is False


def test_too_much_at_once(logged):
    """Bodies end at one MiB."""
    client = logged("user")
    response = client.post("/calculate", data=b'{"a": "' + b"x" * 1_100_000 + b'"}', content_type="application/json")
    assert response.status_code == 413 and response.json["data"]["code"] == "web.too_large"
    number = b'{"days": ' + b"1" * 10_000_000 + b"}"
    assert client.post("/calculate", data=number, content_type="application/json").status_code == 413


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_formulas_in_csv(logged, cell):
    """A cell that a spreadsheet would run is refused when it comes in, so no download carries it."""
    text_of = f'model,count,hashrate,power,price\n"{cell}",1,100 TH/s,3 kW,\n'
    response = logged("user").post("/site/fleet", data=text_of.encode(), content_type="text/csv")
    assert response.status_code == 422 and response.json["data"]["code"] in ("site.formula", "site.model")


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}", "' OR 1=1 --", "javascript:alert(1)"]
)
def test_stored_script(logged, words):
    """S2-92: stored-XSS e2e

    What users write is shown as text on every page that shows it.
    """
    client = logged("admin")
    customer = client.post("/crm/customer/add", json={"name": words, "note": words, "title": words}).json["data"]["id"]
    client.post("/crm/deals/add", json={"customer_id": customer, "title": words, "value_usd": "1.00"})
    client.post("/crm/activities/add", json={"customer_id": customer, "kind": "note", "note": words})
    assert client.post("/site", json={"name": words}).status_code == 200
    fleet = f"model,count,hashrate,power,price\n{json.dumps(words) if ',' in words else words!r},1,100,3000,\n"
    client.post("/site/fleet", data=fleet.encode(), content_type="text/csv")
    for path in ("/crm/customers", "/crm/deals", "/crm/activities", "/dashboard", "/site", "/reports/site.html"):
        page = client.page(path)
        assert page.status_code == 200
        assert "<script>alert" not in page.text and "<img src=x" not in page.text and ">49<" not in page.text, path


def test_search_is_no_sql(logged):
    """S2-91: semgrep + fuzz

    Quotes and wildcards are letters.
    """
    client = logged("admin")
    client.post("/crm/customer/add", json={"name": "100 % O'Brien_"})
    for words, found in (("o'brien", 1), ("%", 1), ("_", 1), ("' OR 1=1 --", 0), ("x' UNION SELECT 1 --", 0)):
        assert len(client.get("/crm/customers", query_string={"search": words}).json["data"]["customers"]) == found, words


def test_stale_change(logged):
    """S2-84c: optimistic lock (`If-Match`/version → 412/409)"""
    client = logged("mining_site")
    made = client.post("/crm/customer/add", json={"name": "First"}).json["data"]
    path, change = f"/crm/customer/{made['id']}", {"name": "Second", "version": made["version"]}
    assert client.put(path, json=change).json["data"]["version"] == 2
    assert client.put(path, json=change).status_code == 409


@pytest.mark.parametrize("place", ["//evil.example", "https://evil.example", "/\\\\evil.example", "javascript:alert(1)"])
def test_no_way_out(app, logged, place):
    """Open redirect: wherever a request asks to go next, a form leads to a page of this application."""
    client = logged("mining_site")
    forms = {
        "/crm/customer/add": {"name": "x"},
        "/language": {"language": "en"},
        "/site": {"name": "Barn"},
        "/login": {"email": "user@example.com", "password": PASSWORD},
    }
    for path, form in forms.items():
        client.role = None
        response = client.open(
            f"{path}?next={place}&return_to={place}&done={place}",
            method="POST",
            data=form,
            headers={"Accept": "text/html", "Referer": place},
        )
        assert response.status_code == 303, (path, response.status_code)
        assert re.match(r"/(?![/\\])", response.headers["Location"]) and "evil" not in response.headers["Location"], response.headers[
            "Location"
        ]
    assert client.page_post("/site", {"name": "Barn", "next": place}).status_code == 422, "an address to go to is no field"
    assert "evil" not in client.page(f"/?done={place}&next={place}").text


def test_keys_name_no_address(logged):
    """SSRF: a stored key goes to the one host that the library names for it; an address to send it to is no field, nor a service of one's own."""
    owner = logged("owner")
    key = {"service": "coinwarz_query", "secret": "very-secret-key"}
    for more in ({"base_url": "http://169.254.169.254/"}, {"url": "https://evil.example"}, {"service": "http://evil.example"}):
        assert owner.post("/admin/keys", json={**key, **more}).status_code == 422, more


def test_foreign_origin_gets_nothing(client):
    """S2-98: unknown Origin → no ACAO"""
    response = client.get("/miners", headers={"Origin": "https://evil.example"})
    assert "Access-Control-Allow-Origin" not in response.headers


def test_foreign_host(make):
    """In production a request for another host is refused, so no link is ever made of it."""
    production = {"profile": "production", "secret_key": "x" * 40, "field_keys": "a:" + "QUFB" * 12, "base_url": "https://hi.example"}
    client = make(**production, upstreams="live").test_client()
    assert client.page("/login", base_url="https://evil.example").status_code == 400
    assert client.page("/login", base_url="https://hi.example").status_code == 200


def test_forwarded_address_is_not_believed(make):
    """S2-121: spoofed X-Forwarded-For ignored"""
    app = make(login_limit="2 per minute")
    codes = []
    for place in range(3):
        headers = {"X-Forwarded-For": f"10.1.1.{place}"}
        codes.append(
            app.test_client().post("/login", json={"email": f"a{place}@example.com", "password": "x"}, headers=headers).status_code
        )
    assert codes == [401, 401, 429], "without a proxy in front the header is words of the visitor"


def test_vault():
    """What is moved to another row, changed, or of an unknown key does not open."""
    old, new = b"o" * 32, b"n" * 32
    key_id, sealed = Vault({"old": old}).seal("secret", "place")
    both = Vault({"new": new, "old": old})
    assert both.open(key_id, sealed, "place") == "secret" and b"secret" not in sealed
    changed = sealed[:-1] + bytes([sealed[-1] ^ 1])
    for vault, data, place in (
        (both, sealed, "other"),
        (both, changed, "place"),
        (Vault({"new": new}), sealed, "place"),
        (both, b"\x02" + sealed[1:], "place"),
    ):
        with pytest.raises(VaultError):
            vault.open(key_id, data, place)


def test_aes_gcm_is_that_of_nist():
    """A vector of NIST's GCM validation (gcmEncryptExtIV256, 96-bit IV, 128-bit plain text) by the cipher that the vault uses."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    key = bytes.fromhex("31bdadd96698c204aa9ce1448ea94ae1fb4a9a0b3c9d773b51bb1822666b8f22")
    out = AESGCM(key).encrypt(bytes.fromhex("0d18e06c7c725ac9e362e1ce"), bytes.fromhex("2db5168e932556f8089a0622981d017d"), None)
    assert out.hex() == "fa4362189661d163fcd6a56d8bf0405a" + "d636ac1bbedd5cc3ee727dc2ab4a9489"


def test_key_rotation(logged, kit, time):
    """S2-96: T

    Stored keys are encrypted, never answered, and encrypted anew under a new key, after which the old one may go.
    """
    owner = logged("owner")
    assert owner.post("/admin/keys", json={"service": "coinwarz_query", "secret": "very-secret-key"}).status_code == 201
    assert "very-secret-key" not in owner.get("/admin/keys").text + owner.page("/admin/keys").text
    with kit.sessions.begin() as database:
        assert b"very-secret-key" not in database.execute(text("SELECT sealed FROM api_credentials")).scalar()
        newer = Vault({"second": b"2" * 32, **kit.settings.key_ring()})
        assert keys.rotate(database, newer) == 1
        assert keys.read(database, Vault({"second": b"2" * 32}), "coinwarz_query") == "very-secret-key"


def test_audit_trail(app, logged, kit):
    """S2-124: tamper one row → `verify-audit` fails"""
    logged("user"), logged("owner").post("/admin/keys", json={"service": "coinwarz_query", "secret": "12345678"})
    with kit.sessions() as database:
        assert audit.verify(database).is_intact
        events = [event["did"] for event in audit.latest(database, 3)]
        assert events == ["key.stored", "login.accepted", "login.accepted"]
    with kit.sessions.begin() as database:
        database.execute(
            text("UPDATE audit_log SET event = replace(event, 'key.stored', 'key.removed') WHERE id = (SELECT max(id) FROM audit_log)")
        )
    with kit.sessions() as database:
        assert not audit.verify(database).is_intact
    result = app.test_cli_runner().invoke(args=["hi", "verify-audit"])
    assert result.exit_code == 1 and "BROKEN" in result.output


def test_logs_hold_no_secret(capsys, client):
    """Each line is one JSON object with the number of the request, and passwords, tokens and keys are masked."""
    logs.install()
    structlog.get_logger().info("x", password="hunter2", nested={"api_key": "hunter2", "fine": "1"}, note="two\nlines")
    client.log_in("user@example.com", "hunter2 and more")
    lines = capsys.readouterr().out.strip().splitlines()
    read = [json.loads(line) for line in lines]
    assert "hunter2" not in "".join(lines) and read[0]["nested"]["fine"] == "1"
    structlog.get_logger().error(
        "x", why="smtp://me:hunter2@host failed", url="https://a.example/?apikey=hunter2&x=1", many=[{"token": "hunter2"}]
    )
    try:
        raise RuntimeError("password='hunter2' of postgres://app:hunter2@db/hi")
    except RuntimeError as error:
        structlog.get_logger().error("x", exc_info=error)
    told = capsys.readouterr().out
    assert "hunter2" not in told and "host failed" in told and "x=1" in told and "RuntimeError" in told
    request = [line for line in read if line["event"] == "request"][-1]
    assert request["request_id"] and request["route"] == "/login" and request["status"] == 401


def test_errors_of_the_database_hold_no_values(kit):
    """What was to be written, a hash of a password for instance, is not in the error that is logged; nor are passwords of addresses in settings."""
    with kit.sessions() as database, pytest.raises(IntegrityError) as refused:
        more = {"role": "user", "tenant": "main", "created_at": kit.clock()}
        database.add(UserAccess(email="user@example.com", username="hunter1", password_hash="hunter2", **more))
        database.flush()
    assert "hunter" not in str(refused.value)
    made = config.Settings(database_url="postgresql://u:hunter2@h/d", redis_url="redis://:hunter2@h", api_keys="coinwarz_query:hunter2")
    assert "hunter2" not in repr(made) and made.keys_of_services() == {"coinwarz_query": "hunter2"}


def test_an_accident_is_told_by_number(app, logged, capsys):
    """S2-123: 500 has `request_id` in body and log"""
    original = app.view_functions["treasury.dashboard"]

    def broken():
        raise RuntimeError("of the inside")

    broken.webkit_need = original.webkit_need
    app.view_functions["treasury.dashboard"] = broken
    response = logged("user").get("/treasury/dashboard")
    assert response.status_code == 500 and "of the inside" not in response.text
    number = response.json["data"]["request_id"]
    logged_line = next(line for line in capsys.readouterr().out.splitlines() if "of the inside" in line)
    assert json.loads(logged_line)["request_id"] == number


def test_reading_changes_nothing(logged, kit):
    """No GET writes: the whole of the tables is the same after every page was asked for."""
    client = logged("owner")

    def content():
        with kit.sessions() as database:
            names = inspect(kit.engine).get_table_names()
            return {name: database.execute(text(f'SELECT count(*) FROM "{name}"')).scalar() for name in names}  # noqa: S608

    before = content()
    for rule in client.application.url_map.iter_rules():
        if "GET" in rule.methods and "<" not in rule.rule:
            client.page(rule.rule)
    assert content() == before
