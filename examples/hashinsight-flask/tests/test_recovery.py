"""A password that was forgotten, another address, and the sessions that somebody has open."""

from __future__ import annotations

import re

import pyotp
import pytest
from conftest import PASSWORD, add_user
from sqlalchemy import select, update
from webkit import audit
from webkit.tables import Job, UserAccess

NEW_PASSWORD = "another long enough word"


def link(letters, kind="reset"):
    """The path of the newest letter's link."""
    return re.search(rf"http://127\.0\.0\.1:5000(/{kind}/\S+)", letters()[-1]).group(1)


@pytest.fixture
def forgotten(client, work, letters):
    """The path of a link that a letter brought."""

    def one(email="user@example.com"):
        assert client.post("/forgotten", json={"email": email}).status_code == 200
        work()
        return link(letters)

    return one


def deeds(kit):
    with kit.sessions() as database:
        assert audit.verify(database).is_intact
        return [event["did"] for event in audit.latest(database, 20)]


def test_a_new_password_by_letter(app, client, logged, forgotten, letters, kit):
    """The link is asked first and works once; every session ends, the old password opens nothing, the owner is told; all of it is in the trail."""
    before = logged("user")
    path = forgotten("USER@example.com ")
    shown = client.page(path)
    assert shown.status_code == 200 and "no-store" in shown.headers["Cache-Control"]
    assert client.log_in("user@example.com").status_code == 200, "asking and looking change nothing"
    done = client.page_post(path, {"new_password": NEW_PASSWORD})
    assert done.status_code == 303 and done.headers["Location"] == "/login?done=web.reset"
    before.role = None
    assert before.get("/account").status_code == 401 and client.get("/account").status_code == 401
    assert app.test_client().log_in("user@example.com").status_code == 401
    assert app.test_client().log_in("user@example.com", NEW_PASSWORD).status_code == 200
    assert client.post(path, json={"new_password": "a third of long words"}).status_code == 400, "a link works once"
    assert client.page(path).status_code == 400
    assert "/forgotten" in letters()[-1], "the owner is told that the password is another"
    assert {"password.forgotten", "password.reset"} <= set(deeds(kit))


def test_nobody_learns_who_has_an_account(client, work, letters, kit):
    """Known, unknown, disabled: the same answer, the same row written, the same number of queries; only the worker looks."""
    with kit.sessions.begin() as database:
        database.execute(update(UserAccess).where(UserAccess.username == "finance").values(disabled_at=kit.clock()))
    from sqlalchemy import event

    statements = []
    event.listen(kit.engine, "before_cursor_execute", lambda *call: statements.append(call[2]))
    answers, asked = [], []
    client.page("/forgotten")
    for email in ("user@example.com", "nobody@example.com", "finance@example.com", "no address at all"):
        statements.clear()
        response = client.post("/forgotten", json={"email": email})
        answers.append({**response.json, "timestamp": ""})
        asked.append(list(statements))
    assert all(answer == answers[0] for answer in answers) and all(queries == asked[0] for queries in asked)
    assert not any("user_access" in query for query in asked[0]), "the request does not look"
    assert letters() == [] and work() == 4
    assert len(letters()) == 1 and "/reset/" in letters()[0], "only an account that may log in gets a letter"
    with kit.sessions() as database:
        assert all("@" not in row.asked and "@" not in (row.answer or "") for row in database.scalars(select(Job))), "no address is kept"


def test_links_that_are_refused(client, app, forgotten, logged, letters, kit, time):
    """Too old, changed, of another purpose, of before another change, of a disabled user: refused, and no password is changed."""
    body = {"json": {"new_password": NEW_PASSWORD}}
    path = forgotten()
    time.move(minutes=30, seconds=1)
    assert client.post(path, **body).status_code == 400, "a link works for half an hour"
    path = forgotten()
    time.move(minutes=30)
    head, _, signature = path.rpartition(".")
    payload = path.removeprefix("/reset/")
    wrong = [head + "." + signature[::-1], "/reset/none", "/reset/" + "x" * 4000, "/verify/" + payload, "/reset/" + payload.swapcase()]
    assert [client.post(one, **body).status_code for one in wrong] == [400] * 5
    second = forgotten()
    assert client.post(path, **body).status_code == 200
    assert client.post(second, **body).status_code == 400, "links of before the change are dead with it"
    path = forgotten()
    with kit.sessions.begin() as database:
        database.execute(update(UserAccess).where(UserAccess.username == "user").values(disabled_at=time.now))
    assert client.post(path, **body).status_code == 400
    with kit.sessions.begin() as database:
        database.execute(update(UserAccess).where(UserAccess.username == "user").values(disabled_at=None))
    assert app.test_client().log_in("user@example.com", NEW_PASSWORD).status_code == 200


def test_weak_passwords_keep_the_link(client, forgotten):
    """A password that is not taken is told at its field, and the link still works."""
    path = forgotten()
    for weak in ("short", "123456789012", "user user user user", "x" * 300):
        page = client.page_post(path, {"new_password": weak})
        assert page.status_code == 422 and 'id="e-new_password"' in page.text and weak not in page.text, weak
    assert client.post(path, json={"new_password": NEW_PASSWORD, "email": "admin@example.com"}).status_code == 422, "an unknown field"
    assert client.post(path, json={"new_password": NEW_PASSWORD}).status_code == 200


def test_a_second_factor_stays(client, app, logged, forgotten, time):
    """Whoever reads the letters of a user does not get by the second factor."""
    user = logged("user")
    seed = user.post("/account/factor").json["data"]["seed"]
    assert user.post("/account/factor/confirm", json={"code": pyotp.TOTP(seed).at(time.now)}).status_code == 200
    assert client.post(forgotten(), json={"new_password": NEW_PASSWORD}).status_code == 200
    assert client.log_in("user@example.com", NEW_PASSWORD).json["data"] == {"code_needed": True}
    assert client.get("/account").status_code == 401


def test_an_address_that_was_never_confirmed(client, work, letters):
    """Whoever lost the letter of the beginning gets it again; a password is reset only where the address is known to be his."""
    client.post("/register", json={"email": "new@example.com", "username": "newcomer", "password": "quite a long phrase"})
    client.post("/forgotten", json={"email": "new@example.com"})
    work()
    assert "/verify/" in letters()[-1] and len(letters()) == 2
    assert client.post(link(letters, "verify")).status_code == 200


def test_letters_are_limited(make):
    """One address gets so many letters an hour, from wherever and however it is written; another one gets its own."""
    app = make(letter_limit="3 per hour")
    codes = []
    for place, email in enumerate(("user@example.com", " user@example.com", "USER@example.com", "ｕｓｅｒ@example.com")):
        client = app.test_client()
        client.environ_base["REMOTE_ADDR"] = f"10.0.4.{place}"
        codes.append(client.post("/forgotten", json={"email": email}).status_code)
    assert codes == [200, 200, 200, 429]
    assert client.post("/forgotten", json={"email": "nobody@example.com"}).status_code == 200
    limited = make(login_limit="3 per minute").test_client()
    tries = [limited.post("/reset/none", json={"new_password": NEW_PASSWORD}).status_code for _ in range(4)]
    assert tries == [400, 400, 400, 429], "links are not guessed"


def test_a_forged_host_is_in_no_letter(app, client, kit, work, letters):
    """The link of a letter is of the address that is set, whatever host a request names."""
    client.page("/login")
    session = client.get_cookie("session").value
    own = {"Cookie": f"session={session}", "X-CSRF-Token": kit.tokens.csrf(session)}
    forged = {"Host": "evil.example", "X-Forwarded-Host": "evil.example"}
    other = app.test_client(use_cookies=False)
    assert other.post("/forgotten", json={"email": "user@example.com"}, headers={**own, **forged}, forged=True).status_code == 200
    work()
    assert letters() and all("evil" not in letter for letter in letters())


def test_another_address(app, logged, letters, kit, time):
    """The password is asked for, the new address must be confirmed by who is logged in, the old one is told, and other sessions end."""
    client, other = logged("user"), logged("user")
    asked = {"email": "Moved@example.com", "confirm_password": PASSWORD}
    wrong = client.page_post("/account/address", {**asked, "confirm_password": "not this one"})
    assert wrong.status_code == 401 and 'id="e-confirm_password"' in wrong.text and letters() == []
    assert client.post("/account/address", json=asked).status_code == 200
    assert client.get("/account").json["data"]["email"] == "user@example.com", "asking changes nothing"
    path = link(letters, "account/address")
    assert logged("admin").post(path).status_code == 400, "another user's link"
    assert app.test_client().post(path).status_code == 401
    assert client.page(path).status_code == 200
    assert client.post(path).status_code == 200 and client.post(path).status_code == 400
    assert client.get("/account").json["data"]["email"] == "moved@example.com"
    other.role = None
    assert other.get("/account").status_code == 401
    assert app.test_client().log_in("user@example.com").status_code == 401
    assert app.test_client().log_in("moved@example.com").status_code == 200
    assert "Your account has another address" in letters()[-1]
    assert {"address.asked", "address.refused", "address.changed"} <= set(deeds(kit))


def test_an_address_that_is_taken(logged, letters, kit):
    """The same answer for an address of another account, whose owner is told; one that is taken meanwhile is not taken twice."""
    client = logged("user")
    free = client.post("/account/address", json={"email": "free@example.com", "confirm_password": PASSWORD})
    path = link(letters, "account/address")
    taken = client.post("/account/address", json={"email": "admin@example.com", "confirm_password": PASSWORD})
    assert {**free.json, "timestamp": ""} == {**taken.json, "timestamp": ""} and "/login" in letters()[-1]
    with kit.sessions.begin() as database:
        add_user(kit, database, "free", "user")
    assert client.post(path).status_code == 400


def test_a_link_of_before_a_change_of_address(client, logged, forgotten, letters):
    """A link to a new password that went to the old address is dead once the address is another."""
    path, user = forgotten(), logged("user")
    user.post("/account/address", json={"email": "moved@example.com", "confirm_password": PASSWORD})
    assert user.post(link(letters, "account/address")).status_code == 200
    assert client.post(path, json={"new_password": NEW_PASSWORD}).status_code == 400


def test_open_sessions(app, logged):
    """Each session is listed with its browser and ended by itself; another user's is as if it did not exist."""
    here, there, admin = logged("user"), app.test_client(), logged("admin")
    there.post("/login", json={"email": "user@example.com", "password": PASSWORD}, headers={"User-Agent": "Lynx <b>2</b>" + "x" * 300})
    rows = here.get("/account").json["data"]["sessions"]
    assert [row["this"] for row in rows] == [True, False] and rows[1]["agent"].startswith("Lynx") and len(rows[1]["agent"]) == 200
    page = here.page("/account").text
    assert "Lynx &lt;b&gt;2" in page and page.count('class="move"') == 1
    path = f"/account/sessions/{rows[1]['number']}/end"
    assert admin.post(path).status_code == 404 and there.get("/account").status_code == 200
    assert here.post("/account/sessions/%25/end").status_code == 404
    assert here.post(path).status_code == 200 and here.post(path).status_code == 404
    assert there.get("/account").status_code == 401 and here.get("/account").status_code == 200
