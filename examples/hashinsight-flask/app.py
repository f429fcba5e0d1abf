"""HashInsight as an application: `create` puts it together."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from apiflask import APIFlask
from apiflask.exceptions import HTTPError
from flask import Response, g, render_template, request
from markupsafe import Markup
from webkit import access, clock, envelope, forms, gate
from webkit.access import public
from webkit.faults import CODES, refuse
from webkit.kit import Kit
from webkit.limits import account
from webkit.tokens import digest

import admin
import analytics_engine
import auth
import commands
import config
import crm_routes
import description
import mining_calculator
import reports
import schemas
import translations
import treasury_manager
from cache_manager import Cache
from services import report
from services.crm import ACTIVITY_KINDS, with_point
from services.refused import Refused

#: A place in a CSV.
LINE = re.compile(r"csv\[(\d+)\]\.?(.*)")
#: Files that the calculator needs where there is no network.
KEPT = ("family.css", "site.css", "menu.js", "calculator.js", "icon.svg", "app.webmanifest")


def create(settings: config.Settings | None = None, now: clock.Clock = clock.system) -> APIFlask:
    settings = settings or config.load()
    app = APIFlask(__name__, title="HashInsight", version=envelope.VERSION, json_errors=False, docs_path=None)
    # Answers are checked where they are made: marshmallow does not read them again.
    app.config.update(OPENAPI_VERSION="3.1.0", VALIDATION_ERROR_STATUS_CODE=422)
    kit = Kit(settings, tenant=config.TENANT, words_of_app=translations.WORDS, now=now)
    kit.install(app)
    cache = app.extensions["cache"] = Cache(now, kit.metrics, settings.redis_url)
    kit.ready.update(tables=lambda: commands.at_head(kit), cache=cache.answers)
    for module in (auth, mining_calculator, analytics_engine, treasury_manager, crm_routes, reports, admin):
        app.register_blueprint(module.blueprint)
    guard(app, kit)
    pages(app)
    templates(app, settings)
    description.install(app)
    commands.install(app)

    @app.error_processor
    def _form(error: HTTPError) -> Response:
        found = forms.faults(error.detail)
        first = {name: found[0][name] for name in ("path", "value", "allowed")} if found else {}
        return refuse(error.status_code, CODES.get(error.status_code, "web.invalid"), {**first, "faults": found})

    @app.errorhandler(Refused)
    def _refused(error: Refused) -> Response:
        faults = [{name: getattr(one, name) for name in ("code", "path", "value", "allowed")} for one in (error, *error.others)]
        return refuse(422, error.code, {**faults[0], "faults": faults})

    return app


def guard(app: APIFlask, kit: Kit) -> None:
    """Limits of what is guessed at and of what costs time."""
    for endpoint in auth.GUARDED:
        view = kit.limiter.limit(kit.settings.login_limit)(app.view_functions[endpoint])
        app.view_functions[endpoint] = kit.limiter.limit(kit.settings.login_limit, key_func=account)(view)
    for endpoint in auth.LETTERS:
        app.view_functions[endpoint] = kit.limiter.limit(kit.settings.letter_limit, key_func=account)(app.view_functions[endpoint])
    for endpoint in ("mining.calculate", "analytics.run_backtest"):
        app.view_functions[endpoint] = kit.limiter.limit(kit.settings.calculation_limit)(app.view_functions[endpoint])


def pages(app: APIFlask) -> None:
    @app.get("/")
    @app.doc(hide=True)
    @public
    def home() -> str:
        return render_template("home.html")

    @app.get("/legal")
    @app.doc(hide=True)
    @public
    def legal() -> str:
        return render_template("legal.html")

    @app.get("/assets/family.css")
    @app.doc(hide=True)
    @public
    def style() -> Response:
        """The style that the family's reports wear."""
        response = Response(report.style(), mimetype="text/css")
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response

    @app.get("/offline.js")
    @app.doc(hide=True)
    @public
    def offline() -> Response:
        """The script that keeps the calculator; it stands at the root, as it answers for pages there."""
        marked = [app.jinja_env.globals["asset"](name) for name in (*KEPT, *module_files(app))]
        # The module's files name each other without a mark.
        files = [name.partition("?")[0] if "/wasm/" in name else name for name in marked]
        text = render_template("offline.js", files=files, version=digest("".join(marked))[:12])
        return Response(text, mimetype="text/javascript", headers={"Cache-Control": "no-cache"})

    for endpoint in ("openapi.spec",):
        app.view_functions[endpoint] = public(app.view_functions[endpoint])


def place(path: str, say: Callable[[str], str]) -> str:
    """Where something is wrong, as a reader knows it: by the label of a field, or by the line of a file."""
    if line := LINE.match(path):
        return f"{say('error.line').format(line[1])}{line[2] and ', '}{line[2]}"
    groups = ("site", "field") if request.path.startswith("/site") else ("field",)
    return next((say(f"{group}.{path}") for group in groups if translations.knows(f"{group}.{path}")), path)


def why(fault: dict[str, Any], say: Callable[[str], str]) -> str:
    """What is wrong and what is allowed, in the words that there are for it."""
    if not translations.knows(fault["code"]) and (family := translations.fault(g.get("language", "en"), fault)):
        return family
    # These are whole sentences: "a value is needed here".
    if fault["code"] in ("form.required", "form.unknown") and fault.get("allowed"):
        return fault["allowed"]
    code = fault["code"] if fault["code"] != "web.invalid" and translations.knows(fault["code"]) else None
    # A code of a form is the sentence of what it allows.
    said = [] if code is None or code.startswith("form.") else [say(code)]
    return "; ".join([*said, *([f"{say('error.allowed')} {fault['allowed']}"] if fault.get("allowed") else [])])


def moment(given: str) -> Markup:
    """An instant to the minute, and exactly to a machine."""
    known = datetime.fromisoformat(given).astimezone(UTC)
    return Markup('<time datetime="{}">{:%Y-%m-%d %H:%M} UTC</time>').format(given, known)


def age(milliseconds: int, say: Callable[[str], str]) -> str:
    """An age by its two greatest units."""
    known = timedelta(milliseconds=milliseconds)
    hours, minutes = f"{timedelta(seconds=known.seconds)}".split(":")[:2]
    units = [("days", str(known.days)), ("hours", hours), ("minutes", minutes.removeprefix("0"))]
    first = next((number for number, (_, value) in enumerate(units) if value != "0"), 2)
    return " ".join(say(f"age.{unit}").format(value) for unit, value in units[first:][:2])


def digits(value: float) -> str:
    """A number as people write it: groups of three digits, and no more than two decimals."""
    return f"{value:,.2f}".removesuffix("0").removesuffix("0").removesuffix(".")


def money(amount: str) -> str:
    """An exact amount as people write it."""
    return f"{Decimal(amount):,.2f}"  # layout: groups of three digits


#: Browsers and systems by what they call themselves; the first one that is named counts.
BROWSERS = {"Edg/": "Edge", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari"}
SYSTEMS = {"Windows": "Windows", "iPhone": "iPhone", "iPad": "iPad", "Android": "Android", "Mac OS": "macOS", "Linux": "Linux"}


def browser(agent: str) -> str:
    """A browser as its owner knows it; one that is not known by the words that it calls itself with."""
    named = [next((word for sign, word in signs.items() if sign in agent), None) for signs in (BROWSERS, SYSTEMS)]
    return ", ".join(word for word in named if word) if named[0] else agent


def module_files(app: APIFlask) -> list[str]:
    """Files of the WASM module, where it was built."""
    return sorted(f"wasm/{file.name}" for file in Path(app.static_folder or "", "wasm").glob("*"))


def templates(app: APIFlask, settings: config.Settings) -> None:
    versions = {"family.css": digest(report.style())[:12]}

    def asset(name: str) -> str:
        """The address of a file, with a mark that changes when the file does."""
        if name == "family.css":
            return f"/assets/family.css?v={versions[name]}"
        if name not in versions:
            path = f"{app.static_folder}/{name}"
            with open(path, "rb") as file:
                versions[name] = digest(file.read().hex())[:12]
        return f"/static/{name}?v={versions[name]}"

    def word(code: str) -> str:
        return translations.word(g.get("language", "en"), code)

    def in_language(say: Callable[[str, str], str]) -> Callable[[str], str]:
        return lambda code: say(g.get("language", "en"), code)

    def token() -> Markup:
        """The hidden field that a form proves itself with."""
        return Markup('<input type="hidden" name="csrf_token" value="{}">').format(gate.csrf_token())

    def may(permission: str, deed: access.Deed, of_role: str | None = None) -> bool:
        """Whether the actor may do something of his own: pages offer nothing that would be refused."""
        now = app.extensions["webkit"].clock()
        return access.check(g.actor, access.Need(permission, deed), now, of_role=of_role).is_allowed

    def context() -> dict[str, Any]:
        sources = [(name, word(f"crm.lead_source.{name}")) for name in schemas.LEAD_SOURCES]
        kinds = [(name, word(f"crm.activity.{name}")) for name in ACTIVITY_KINDS]
        services = [(name, word(f"feeds.access.{name}")) for name in schemas.SERVICES]
        choices = {"lead_sources": sources, "activity_kinds": kinds, "roles": schemas.ROLES, "services": services}
        return {**choices, "t": word, "language": g.get("language", "en"), "actor": g.get("actor"), "user": g.get("user")}

    app.context_processor(context)
    app.jinja_env.filters.update(money=money, cents=lambda minor: money(with_point(minor)), browser=browser)
    app.jinja_env.filters.update(digits=digits, moment=moment, age=lambda given: age(given, word))
    app.jinja_env.globals.update(
        action_word=in_language(translations.action_word),
        asset=asset,
        deed=in_language(translations.deed),
        place=lambda path: place(path, word),
        why=lambda fault: why(fault, word),
        may=may,
        token=token,
        knows=translations.knows,
        local=not settings.production,
        recorded=settings.upstreams == "recorded",
        source_word=in_language(translations.source_word),
        subject_word=in_language(translations.subject_word),
    )
    app.jinja_env.autoescape = True
