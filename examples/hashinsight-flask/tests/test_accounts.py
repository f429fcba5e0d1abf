"""Accounts: from registering to the second factor, and what does not get in."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pyotp
import pytest
from conftest import PASSWORD
from sqlalchemy import select
from webkit import audit
from webkit.tables import UserAccess
from werkzeug.security import generate_password_hash

NEW = {"email": "new@example.com", "username": "newcomer", "password": "quite a long phrase"}


def link(letters):
    return re.search(r"http://127\.0\.0\.1:5000(/verify/\S+)", letters()[-1]).group(1)


def test_registration_and_verification(client, letters, time):
    """S2-88: = S2-24

    S2-24: unverified cannot log in; token single-use, 24 h expiry, purpose-salted"""
    assert client.post("/register", json=NEW).status_code == 200
    assert client.log_in(NEW["email"], NEW["password"]).status_code == 401
    path = link(letters)
    assert client.page(path).status_code == 200
    assert client.log_in(NEW["email"], NEW["password"]).status_code == 401, "looking at the page confirms nothing"
    time.move(hours=24, seconds=1)
    assert client.post(path).status_code == 400, "a link works for a day"
    client.post("/register", json={**NEW, "username": "again"})
    path = link(letters)
    assert client.page(path.replace("/verify/", "/reset/")).status_code == 400, "a token of one purpose is none of another"
    time.move(hours=24)
    assert client.post(path).status_code == 200
    assert client.post(path).status_code == 400, "a link works once"
    assert client.log_in(NEW["email"], NEW["password"]).status_code == 200


def test_registering_tells_nobody_who_is_known(client, letters):
    """S2-72: same reply for existing e-mail (no enumeration); weak/breached password refused"""
    taken = [client.post("/register", json={**NEW, "email": email, "username": "user"}) for email in ("user@example.com", "x@example.com")]
    assert [answer.status_code for answer in taken] == [409, 409], "a name that is taken tells nothing of addresses"
    fresh = client.post("/register", json=NEW).json
    known = client.post("/register", json={**NEW, "email": "USER@example.com", "username": "somebody"}).json
    assert {**fresh, "timestamp": ""} == {**known, "timestamp": ""}
    assert "/login" in letters()[-1] and "/verify/" in letters()[-2]
    before = len(letters())
    client.post("/register", json={**NEW, "username": "newcomer2"})
    assert len(letters()) == before + 1 and "/verify/" in letters()[-1], "an address that waits for its letter gets another one"
    for weak in ("short", "123456789012", "newcomer newcomer", "x" * 300):
        assert client.post("/register", json={**NEW, "email": "w@example.com", "password": weak}).status_code == 422, weak


def test_nobody_appoints_himself(client, kit):
    """Mass assignment: a role of staff, or a field that a form does not have, is refused."""
    for more in ({"role": "owner"}, {"role": "admin"}, {"is_admin": True}, {"verified_at": "2026-01-01"}, {"tenant": "main"}):
        assert client.post("/register", json={**NEW, **more}).status_code == 422
    assert client.post("/register", json={**NEW, "role": "mining_site"}).status_code == 200
    with kit.sessions() as database:
        assert database.scalar(select(UserAccess).where(UserAccess.username == "newcomer")).role == "mining_site"


def test_one_address_in_other_letters(client, kit):
    """Addresses are folded: the same one in capitals or full width is the same account."""
    client.post("/register", json=NEW)
    for place, other in enumerate(("NEW@EXAMPLE.COM", "ｎｅｗ@example.com", "New@exaMple.com")):
        assert client.post("/register", json={**NEW, "email": other, "username": f"second{place}"}).status_code in (200, 422)
    with kit.sessions() as database:
        found = database.scalars(select(UserAccess.email).where(UserAccess.email.like("new%"))).all()
    assert found == ["new@example.com"]


def test_login(client, kit, make):
    """S2-71: ok/ wrong / locked / MFA step; timing of unknown user ≈ known user (dummy verify)"""
    assert client.log_in("user@example.com").status_code == 200
    wrong = client.log_in("user@example.com", "not this one here").json
    unknown = client.log_in("nobody@example.com", "not this one here").json
    assert {**wrong, "timestamp": "", "data": ""} == {**unknown, "timestamp": "", "data": ""}
    checked = []
    original = kit.passwords.check
    kit.passwords.check = lambda stored, password: checked.append(stored) or original(stored, password)
    client.log_in("nobody@example.com", "not this one here")
    assert len(checked) == 1, "an unknown address costs one check, as a known one does"
    other = make(login_limit="5 per minute").test_client()
    assert [other.log_in("user@example.com", "wrong").status_code for _ in range(6)] == [401] * 5 + [429]


def test_rate_limit(make):
    """S2-95: T

    A login that is tried too often is told to wait, for this account from any address; others go on.
    """
    app = make(login_limit="5 per minute")
    for place in range(5):
        client = app.test_client()
        assert (
            client.post(
                "/login", json={"email": "user@example.com", "password": "x"}, environ_base={"REMOTE_ADDR": f"10.0.0.{place}"}
            ).status_code
            == 401
        )
    client = app.test_client()
    blocked = client.post("/login", json={"email": "user@example.com", "password": "x"}, environ_base={"REMOTE_ADDR": "10.0.1.1"})
    assert blocked.status_code == 429 and int(blocked.headers["Retry-After"]) <= 60
    other = app.test_client()
    answer = other.post("/login", json={"email": "admin@example.com", "password": PASSWORD}, environ_base={"REMOTE_ADDR": "10.0.1.2"})
    assert answer.status_code == 200


def test_limit_of_codes_is_that_of_a_user(make, time):
    """Who guesses the codes of one user does not use up the tries of another."""
    app = make(login_limit="5 per minute")
    clients = []
    for place, name in enumerate(("user", "admin")):
        client = app.test_client()
        client.environ_base["REMOTE_ADDR"] = f"10.0.2.{place}"
        client.log_in(f"{name}@example.com")
        begin_factor(client, time)
        client = app.test_client()
        client.environ_base["REMOTE_ADDR"] = f"10.0.3.{place}"
        client.log_in(f"{name}@example.com")
        clients.append(client)
    first = [clients[0].post("/login/code", json={"code": "000000"}).status_code for _ in range(6)]
    assert first == [401] * 5 + [429]
    assert clients[1].post("/login/code", json={"code": "000000"}).status_code == 401


@pytest.mark.parametrize("method", ["scrypt:32768:8:1", "pbkdf2:sha256:1000"])
def test_hash_upgrade(client, kit, method):
    """S2-27: upgrade-on-login

    S2-87: T

    argon2id, and werkzeug's scrypt and pbkdf2 taken once: replaced at the login that they allow.
    """
    old = generate_password_hash(PASSWORD, method=method)
    with kit.sessions.begin() as database:
        database.scalar(select(UserAccess).where(UserAccess.username == "user")).password_hash = old
    assert client.log_in("user@example.com", "wrong").status_code == 401
    assert client.log_in("user@example.com").status_code == 200
    with kit.sessions() as database:
        new = database.scalar(select(UserAccess).where(UserAccess.username == "user")).password_hash
    assert new.startswith("$argon2id$") and client.log_in("user@example.com").status_code == 200


def test_fixation_and_logout(app, logged):
    """S2-26: logout invalidates server-side; cookie replay → 401

    A session id that was planted before the login is worth nothing after it.
    """
    planted = app.test_client()
    planted.page("/login")
    before = planted.get_cookie("session").value
    assert planted.log_in("user@example.com").status_code == 200
    after = planted.get_cookie("session").value
    assert after != before
    thief = app.test_client()
    thief.set_cookie("session", before)
    assert thief.get("/account").status_code == 401
    assert planted.post("/logout").status_code == 200
    thief.set_cookie("session", after)
    assert thief.get("/account").status_code == 401, "the cookie of before the logout is dead on the server"


def test_timeouts(logged, time):
    """S2-89: freezegun/time-machine"""
    client = logged("user")
    for _ in range(20):
        time.move(minutes=29)
        assert client.get("/account").status_code == 200
    client.role = None
    time.move(minutes=31)
    assert client.get("/account").status_code == 401, "idle"
    client = logged("user")
    for _ in range(25):
        time.move(minutes=29)
        client.role = None
        last = client.get("/account").status_code
    assert last == 401, "twelve hours, however busy"


def test_logout_by_get_only_asks(logged):
    """S2-73: both"""
    client = logged("user")
    assert client.page("/logout").status_code == 200
    assert client.get("/account").status_code == 200
    assert client.post("/logout", forged=True).status_code == 400
    client.role = None
    assert client.post("/logout").status_code == 200 and client.get("/account").status_code == 401


def begin_factor(client, time):
    seed = client.post("/account/factor").json["data"]["seed"]
    totp = pyotp.TOTP(seed)
    confirmed = client.post("/account/factor/confirm", json={"code": totp.at(time.now)})
    assert confirmed.status_code == 200
    return totp, confirmed.json["data"]["recovery_codes"]


def test_second_factor(app, logged, time):
    """A code is taken once, its step never again; until it is given nothing is open; recovery codes work once each."""
    totp, codes = begin_factor(logged("user"), time)
    client = app.test_client()
    assert client.log_in("user@example.com").json["data"] == {"code_needed": True}
    assert client.get("/account").status_code == 401 and client.page("/login/code").status_code == 200
    assert client.post("/login/code", json={"code": totp.at(time.now)}).status_code == 401, "the step was used to set it up"
    time.move(seconds=60)
    assert client.post("/login/code", json={"code": "000000"}).status_code == 401
    assert client.post("/login/code", json={"code": totp.at(time.now)}).status_code == 200
    assert client.get("/account").status_code == 200
    second = app.test_client()
    second.log_in("user@example.com")
    assert second.post("/login/code", json={"code": codes[0]}).status_code == 200
    third = app.test_client()
    third.log_in("user@example.com")
    assert third.post("/login/code", json={"code": codes[0]}).status_code == 401
    assert client.post("/account/factor/remove", json={"password": "wrong"}).status_code == 401
    assert client.post("/account/factor/remove", json={"password": PASSWORD}).status_code == 200
    assert app.test_client().log_in("user@example.com").json["data"] == {"code_needed": False}


def test_rfc_6238_vectors():
    """Codes are those of RFC 6238, appendix B (SHA-1, the last six of eight digits)."""
    import base64
    from datetime import UTC, datetime

    from webkit import second_factor

    seed = base64.b32encode(b"12345678901234567890").decode()
    for at, code in ((59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")):
        assert second_factor.step_of(seed, code, datetime.fromtimestamp(at, UTC), None) == at // 30


def test_staff_needs_a_second_factor_where_it_is_demanded(make):
    """With the switch on, an owner without a second factor reaches the page that sets it up, and nothing else."""
    client = make(second_factor_required=True).test_client()
    client.log_in("owner@example.com")
    assert client.get("/admin/users").status_code == 403 and client.get("/dashboard").status_code == 403
    assert client.get("/account").status_code == 200 and client.post("/account/factor").status_code == 200


def test_disabled_user(logged):
    """S2-29: cannot change owner; can manage users

    Disabling ends every session at once; only an owner acts on an owner.
    """
    user, admin = logged("user"), logged("admin")
    ids = {row["username"]: row["id"] for row in admin.get("/admin/users").json["data"]["users"]}
    assert admin.post(f"/admin/users/{ids['user']}/disable").status_code == 200
    user.role = None
    assert user.get("/account").status_code == 401 and user.log_in("user@example.com").status_code == 401
    assert admin.post(f"/admin/users/{ids['owner']}/disable").status_code == 403
    assert admin.post(f"/admin/users/{ids['user']}/role", json={"role": "admin"}).status_code == 403
    assert admin.post(f"/admin/users/{ids['user']}/enable").status_code == 200
    assert user.log_in("user@example.com").status_code == 200


def test_owner(logged):
    """S2-28: may change roles, delete, see audit; last owner cannot be removed"""
    owner = logged("owner")
    ids = {row["username"]: row["id"] for row in owner.get("/admin/users").json["data"]["users"]}
    assert owner.post(f"/admin/users/{ids['user']}/role", json={"role": "finance"}).json["data"]["role"] == "finance"
    assert owner.post(f"/admin/users/{ids['owner']}/role", json={"role": "user"}).status_code == 409
    assert owner.post(f"/admin/users/{ids['owner']}/disable").status_code == 409
    assert owner.post("/admin/keys", json={"service": "coinwarz_query", "secret": "12345678"}).status_code == 201
    assert owner.post("/admin/keys/coinwarz_query/remove").status_code == 200
    assert owner.get("/admin/audit").json["data"]["intact"] is True


def test_change_of_the_password(app, logged, kit, make):
    """Needs the old one; a weak one is refused; other sessions end and this one stays; the old one opens nothing any more; guesses are limited."""
    here, there = logged("user"), logged("user")
    new = "another long enough word"
    wrong = here.post("/account/password", json={"old_password": "not the old one", "new_password": new})
    assert wrong.status_code == 401 and wrong.json["data"]["path"] == "old_password"
    weak = here.page_post("/account/password", {"old_password": PASSWORD, "new_password": "short"})
    assert weak.status_code == 422 and 'id="e-new_password"' in weak.text and PASSWORD not in weak.text
    assert there.get("/account").status_code == 200
    assert here.post("/account/password", json={"old_password": PASSWORD, "new_password": new}).status_code == 200
    there.role = None
    assert here.get("/account").status_code == 200 and there.get("/account").status_code == 401
    assert app.test_client().log_in("user@example.com").status_code == 401
    assert app.test_client().log_in("user@example.com", new).status_code == 200
    with kit.sessions() as database:
        assert audit.verify(database).is_intact
        deeds = [event["did"] for event in audit.latest(database, 10)]
    assert "password.refused" in deeds and "password.changed" in deeds
    limited = make(login_limit="3 per minute").test_client()
    limited.log_in("admin@example.com")
    tries = [limited.post("/account/password", json={"old_password": "x", "new_password": new}).status_code for _ in range(4)]
    assert tries == [401, 401, 401, 429]


def test_many_hashes_at_once_are_bounded(kit):
    """Each hash takes its memory at once, so a crowd waits its turn and everybody is answered."""
    stored = kit.passwords.hash(PASSWORD)
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: kit.passwords.check(stored, PASSWORD)[0], range(32)))
    assert all(answers)
