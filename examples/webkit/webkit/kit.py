"""The parts, put together for one application. Nothing here is global: two applications live in one process."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import structlog
from flask import Flask, Response, current_app, g
from sqlalchemy import text
from sqlalchemy.orm import Session, sessionmaker
from werkzeug.middleware.proxy_fix import ProxyFix

from webkit import again, clock, database, envelope, faults, gate, headers, limits, logs, words
from webkit.access import needs, public
from webkit.mailer import Mailer
from webkit.metrics import Metrics
from webkit.passwords import Passwords
from webkit.settings import Settings
from webkit.tokens import Tokens
from webkit.vault import Vault


class Kit:
    def __init__(self, settings: Settings, *, tenant: str, words_of_app: dict[str, tuple[str, str]], now: clock.Clock) -> None:
        self.settings, self.tenant, self.clock = settings, tenant, now
        self.words = {**words.WORDS, **words_of_app}
        self.engine = database.connect(settings.database_url)
        self.sessions = sessionmaker(self.engine, expire_on_commit=False)
        replica = settings.database_replica_url
        self.replica = database.connect(replica) if replica else self.engine
        self.readers = sessionmaker(self.replica, class_=database.Reader)
        self.passwords, self.tokens = Passwords(settings), Tokens(settings, now)
        self.vault, self.mailer = Vault(settings.key_ring()), Mailer(settings)
        self.metrics, self.limiter = Metrics(), limits.make(settings)
        #: What must hold before requests are taken, by name; an application adds its own.
        self.ready: dict[str, Callable[[], bool]] = {"database": self._database_answers}
        if replica:
            self.ready["replica"] = self._replica_answers

    def database(self) -> Session:
        """The session of this request: one transaction, kept where the answer is a success."""
        if "database" not in g:
            g.database = self.sessions()
        return g.database

    def reader(self) -> Session:
        """A session for what may be some moments old, the market for instance: of the replica, where there is one.

        Accounts, sessions and what users keep are read where they are written: a logout counts at once, and a row that was made is there.
        """
        if self.replica is self.engine:
            return self.database()
        if "reader" not in g:
            g.reader = self.readers()
        return g.reader

    def _replica_answers(self) -> bool:
        return self.reader().execute(text("SELECT 1")).scalar() == 1

    def _database_answers(self) -> bool:
        return self.database().execute(text("SELECT 1")).scalar() == 1

    def word(self, code: str) -> str:
        return self.word_in(g.get("language", "en"), code)

    def word_in(self, language: str, code: str) -> str:
        return self.words[code][language == "zh"]

    def worded(self, said: str) -> str:
        """The words of a code with its values, `code|value|value`; any other text as it is."""
        code, *values = said.split("|")
        return self.word(code).format(*values) if code in self.words else said

    def install(self, app: Flask) -> None:
        app.extensions["webkit"] = self
        app.config.update(
            MAX_CONTENT_LENGTH=1_048_576,
            MAX_FORM_PARTS=200,
            RATELIMIT_HEADERS_ENABLED=True,
            TRUSTED_HOSTS=[urlsplit(self.settings.base_url).hostname] if self.settings.production else None,
        )
        if self.settings.proxy_hops:
            hops = self.settings.proxy_hops
            app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
        logs.install()
        self.metrics.watch_requests(app)
        for engine in {self.engine, self.replica}:
            self.metrics.watch_queries(engine)
        gate.install(app)
        self.limiter.init_app(app)
        headers.install(app, self.settings)
        faults.install(app)
        _health(app, self)
        app.teardown_appcontext(_close)
        app.jinja_env.globals.update(csrf_token=gate.csrf_token, told=envelope.told, described=again.described)


def kit() -> Kit:
    return current_app.extensions["webkit"]


def _close(_error: BaseException | None) -> None:
    for name in ("database", "reader"):
        if name in g:
            g.pop(name).close()


def _holds(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except Exception as error:
        structlog.get_logger().warning("not ready", exc_info=error)
        return False


def _health(app: Flask, of: Kit) -> None:
    @app.get("/healthz")
    @public
    @of.limiter.exempt
    def healthz() -> Response:
        """Whether the process lives; the database is not asked."""
        return envelope.envelope({"alive": True})

    @app.get("/readyz")
    @public
    @of.limiter.exempt
    def readyz() -> Response:
        """Whether requests can be answered: database, tables, and what processes share."""
        found = {name: _holds(check) for name, check in of.ready.items()}
        if all(found.values()):
            return envelope.envelope({"ready": True, **found})
        return envelope.envelope({"ready": False, **found}, "web.not_ready", 503)

    @app.get("/metrics")
    @needs("system:performance", "read")
    def metrics() -> Response:
        return Response(of.metrics.text(), mimetype="text/plain; version=0.0.4")
