"""The interface: its description, its envelope, and requests that nobody thought of."""

from __future__ import annotations

import re

import jsonschema
import pytest
import schemathesis
from conftest import ROLES
from hypothesis import HealthCheck, Phase, settings
from openapi_spec_validator import validate
from webkit.envelope import SCHEMA


def test_description(client):
    """The description is OpenAPI 3.1, and names every address of the document that is in this slice."""
    spec = client.get("/openapi.json").json
    validate(spec)
    assert spec["openapi"].startswith("3.1")
    named = {
        "/login": "post",
        "/register": "post",
        "/calculate": "post",
        "/miners": "get",
        "/network_stats": "get",
        "/api/analytics/market-data": "get",
        "/api/analytics/technical": "get",
        "/api/analytics/backtest": "post",
        "/treasury/dashboard": "get",
        "/treasury/position/add": "post",
        "/crm/customers": "get",
        "/crm/customer/add": "post",
        "/crm/customer/{customer_id}": "put",
    }
    assert all(method in spec["paths"][path] for path, method in named.items())


def test_every_request_has_a_schema(app):
    """S2-94: route inventory

    Each route that takes content says what; those that take none are named here, and so are those whose body is text or a file.
    """
    spec = app.spec["paths"]
    users = ("/admin/users/{user_id}/disable", "/admin/users/{user_id}/enable", "/admin/keys/{service}/remove")
    own = ("/account/sessions/end", "/account/sessions/{number}/end", "/account/address/{token}", "/account/factor")
    takes_none = ("/verify/{token}", "/logout", *own, *users)
    bare = [
        path
        for path, methods in spec.items()
        for method, operation in methods.items()
        if method != "get" and "requestBody" not in operation
    ]
    assert sorted(bare) == sorted(takes_none)
    described = {path.replace("{", "<").replace("}", ">") for path, methods in spec.items() if set(methods) - {"get"}}
    unsafe = {re.sub(r"<int:", "<", rule.rule) for rule in app.url_map.iter_rules() if rule.methods & {"POST", "PUT"}}
    assert unsafe - described == {"/site", "/site/fleet", "/site/days"}


@pytest.mark.parametrize("role", ROLES)
def test_envelope(app, logged, role):
    """S2-86: every JSON response incl. 4xx/5xx validates against one JSON Schema; bilingual message or Accept-Language"""
    client = logged(role)
    checker = jsonschema.Draft202012Validator(SCHEMA)
    seen = set()
    for rule in app.url_map.iter_rules():
        if rule.endpoint == "static":
            continue
        path = rule.rule.replace("<int:", "<").split("<")[0] + ("999" if "<" in rule.rule else "")
        for method in ("GET", "POST", "PUT", "DELETE"):
            if path == "/logout" and method == "POST":
                continue
            response = client.open(path, method=method, json={} if method != "GET" else None, headers={"Accept": "application/json"})
            seen.add(response.status_code)
            if response.status_code >= 400 or response.mimetype == "application/json":
                if path == "/openapi.json" and response.status_code == 200:
                    continue
                checker.validate(response.json)
                assert response.json["success"] is (response.status_code < 400)
    assert {200, 404, 405, 422} <= seen or role in ("guest", "finance")
    bad = client.open("/calculate", method="POST", data="{", content_type="application/json")
    checker.validate(bad.json)
    assert bad.status_code == 400


@pytest.mark.parametrize("role", ["guest", "user", "mining_site", "admin"])
def test_requests_that_nobody_thought_of(app, logged, role):
    """Twenty examples of each operation as each role: no accident, and no answer that the description does not know."""
    client = logged(role)
    kit = app.extensions["webkit"]
    cookie = client.get_cookie(kit.settings.cookie) or (client.page("/login"), client.get_cookie(kit.settings.cookie))[1]
    headers = {"X-CSRF-Token": kit.tokens.csrf(cookie.value), "Cookie": f"session={cookie.value}", "Accept": "application/json"}
    schema = schemathesis.openapi.from_wsgi("/openapi.json", app, headers=headers)
    quick = settings(
        max_examples=20, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck), database=None
    )
    count = 0
    for result in schema.get_all_operations():
        operation = result.ok()
        # Whoever logs out, or proves who he is, is another afterwards.
        if operation.path.startswith(("/logout", "/login", "/account", "/register", "/language", "/verify", "/metrics")):
            continue

        def one(case):
            response = case.call(headers=headers)
            assert response.status_code < 500, (case.method, case.path, response.status_code, response.text[:300])
            assert str(response.status_code) in case.operation.definition.raw["responses"], (case.path, response.status_code)
            if response.status_code >= 400:
                assert set(response.json()) == set(SCHEMA["required"])

        operation.as_strategy().validate()
        quick(__import__("hypothesis").given(case=operation.as_strategy())(one))()
        count += 1
    assert count >= 30
