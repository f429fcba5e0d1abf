"""Every route for every role: the table beside this file is held against the routes that there are, and against what each answers.

The table is written by hand from the document's roles; `yes` passes the gate (whatever then becomes of an empty request), `no` is 401 for a
visitor and 403 for a user, `waiting` is for somebody between password and code only, so 401 for all of these.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from conftest import ROLES
from webkit.access import need_of

LINES = Path(__file__).with_name("matrix.csv").read_text(encoding="utf-8").splitlines()
TABLE = {row.pop("endpoint"): row for row in csv.DictReader(LINES)}
#: Requests that must be readable for the route to ask who sends them.
BODIES = {"auth.login_code": {"code": "000000"}, "auth.code_page": {}}


def routes(app):
    return {rule.endpoint: rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"}


def test_every_route_has_a_row(app):
    """S2-25: role×endpoint matrix generated from url_map: every rule is in the table, default deny"""
    assert set(routes(app)) == set(TABLE)
    for endpoint in TABLE:
        assert need_of(app.view_functions[endpoint]) is not None, f"{endpoint} does not say what it needs"


def test_a_route_without_a_mark_is_refused(app, logged):
    """Default deny: a view that says nothing is closed, even to the owner."""

    @app.get("/unmarked")
    def unmarked():
        return "open"

    assert logged("owner").get("/unmarked").status_code == 403


@pytest.mark.parametrize("role", ROLES)
def test_what_a_role_may(app, logged, role):
    """Each route, asked as this role; the client asserts on every answer that it was taken for the role."""
    for endpoint, rule in sorted(routes(app).items()):
        path = re.sub(r"<(?:int:)?(\w+)>", lambda match: "999" if match[1].endswith("id") else "nothing", rule.rule)
        method = next(iter(rule.methods - {"HEAD", "OPTIONS"}))
        client = logged(role)
        response = client.open(path, method=method, json=BODIES.get(endpoint, {}) if method != "GET" else None)
        answer = TABLE[endpoint][role]
        refused = 401 if role == "guest" or answer == "waiting" else 403
        told = f"{role} {method} {path}: {response.status_code}"
        if answer == "yes":
            assert response.status_code not in (401, 403, 500), told
        else:
            assert response.status_code == refused, told
        assert response.status_code < 500, told


@pytest.mark.parametrize("path", ["/crm/leads", "/site", "/admin/keys"])
def test_reading_only(logged, path):
    """A customer who may only look changes nothing."""
    assert logged("read_only").post(path if path != "/crm/leads" else "/crm/leads/add", json={}).status_code == 403
