"""One migrated and seeded database, copied for each test; a clock that tests move; clients that know the role they run as."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent / "webkit")]

import databases  # noqa: E402
from flask import g  # noqa: E402
from flask.testing import FlaskClient  # noqa: E402
from webkit import accounts, jobs  # noqa: E402
from webkit.kit import Kit  # noqa: E402

import app as application  # noqa: E402
import commands  # noqa: E402
import config  # noqa: E402
from worker import WORK  # noqa: E402

#: Suites that need PostgreSQL, Redis and Chromium; `tests/services/run_services.py` brings them.
collect_ignore = [] if "APPS_POSTGRES" in os.environ else ["services"]
#: Shortly after the recordings of the upstreams were made.
NOW = datetime(2026, 6, 6, 7, 28, 30, tzinfo=UTC)
PASSWORD = "a long enough word"
ROLES = ("guest", "user", "mining_site", "finance", "admin", "owner")


class Time:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


class Client(FlaskClient):
    """A browser or a program; says after each request which role it was taken for, and holds it against the one it has."""

    role: str | None = None

    def open(self, *args: Any, **more: Any) -> Any:
        unsafe = str(more.get("method", "GET")).upper() not in ("GET", "HEAD", "OPTIONS")
        if unsafe and not more.pop("forged", False):
            more["headers"] = {"X-CSRF-Token": self.token(), **dict(more.get("headers") or {})}
        response = super().open(*args, buffered=True, **more)
        seen = getattr(self.application, "role_seen", None)
        assert self.role is None or seen in (None, self.role), f"ran as {seen}, not as {self.role}"
        return response

    def page(self, path: str, language: str = "en", **more: Any) -> Any:
        return self.open(path, headers={"Accept": "text/html", "Accept-Language": language}, **more)

    def page_post(self, path: str, form: dict[str, Any], language: str = "en") -> Any:
        """A form that a browser sends."""
        return self.open(path, method="POST", data=form, headers={"Accept": "text/html", "Accept-Language": language})

    def token(self) -> str:
        kit: Kit = self.application.extensions["webkit"]
        cookie = self.get_cookie(kit.settings.cookie)
        if cookie is None:
            super().open("/login", headers={"Accept": "text/html"})
            cookie = self.get_cookie(kit.settings.cookie)
        return kit.tokens.csrf(cookie.value)

    def log_in(self, email: str, password: str = PASSWORD) -> Any:
        return self.post("/login", json={"email": email, "password": password})


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The database that every test gets a copy of: all tables, the sample, and a user of each role."""
    folder = tmp_path_factory.mktemp("migrated")
    url = databases.template(folder)
    app = application.create(settings_for(url, folder), Time())
    kit: Kit = app.extensions["webkit"]
    commands.migrate(kit)
    with app.app_context(), kit.sessions.begin() as database:
        commands.seed(database)
        for role in (*ROLES[1:], "read_only", "operator"):
            add_user(kit, database, role, role)
        add_user(kit, database, "second_site", "mining_site")
        add_user(kit, database, "elsewhere", "mining_site", tenant="elsewhere")
        add_user(kit, database, "elsewhere_owner", "owner", tenant="elsewhere")
    kit.engine.dispose()
    yield url
    databases.drop(url)


def add_user(kit: Kit, database: Any, name: str, role: str, **more: Any) -> Any:
    return accounts.create(kit, database, email=f"{name}@example.com", username=name, password=PASSWORD, role=role, verified_at=NOW, **more)


def settings_for(url: str, folder: Path, **more: Any) -> config.Settings:
    least = {"argon2_time": 1, "argon2_memory_kib": 8, "argon2_lanes": 1}
    wide = {"login_limit": "1000 per minute", "calculation_limit": "1000 per minute", "default_limit": "100000 per minute"}
    wide["letter_limit"] = "1000 per minute"
    return config.Settings(**{"database_url": url, "mail_folder": str(folder / "mail"), **least, **wide, **more})


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def make(migrated: str, tmp_path: Path, time: Time) -> Iterator[Callable[..., Any]]:
    """Makes an application on a copy of the database, with other settings where they are given."""
    url = databases.copy(migrated, tmp_path)
    made = []

    def one(**more: Any) -> Any:
        app = application.create(settings_for(url, tmp_path, **more), time)
        app.test_client_class = Client

        @app.after_request
        def _see(response: Any) -> Any:
            app.role_seen = g.actor.role if "actor" in g else None
            return response

        made.append(app)
        return app

    yield one
    for app in made:
        app.extensions["webkit"].engine.dispose()
    databases.drop(url)


@pytest.fixture
def app(make: Callable[..., Any]) -> Any:
    return make()


@pytest.fixture
def kit(app: Any) -> Kit:
    return app.extensions["webkit"]


@pytest.fixture
def client(app: Any) -> Client:
    return app.test_client()


@pytest.fixture
def logged(app: Any) -> Callable[[str], Client]:
    """A client of a role, or of a user by name, that is logged in as such."""

    def one(name: str) -> Client:
        made = app.test_client()
        if name != "guest":
            assert made.log_in(f"{name}@example.com").status_code == 200
        names = {"second_site": "mining_site", "elsewhere": "mining_site", "elsewhere_owner": "owner"}
        made.role = names.get(name, name)
        return made

    return one


@pytest.fixture
def work(kit: Kit) -> Callable[[], int]:
    """Does the jobs that wait, as the worker would."""
    return lambda: jobs.run(kit, WORK)


@pytest.fixture
def letters(tmp_path: Path) -> Callable[[], list[str]]:
    """The texts of all letters that were sent."""

    def read() -> list[str]:
        import email
        from email import policy

        files = sorted((tmp_path / "mail").glob("*.eml"), key=lambda file: file.stat().st_mtime_ns)
        return [email.message_from_bytes(file.read_bytes(), policy=policy.default).get_content() for file in files]

    return read
