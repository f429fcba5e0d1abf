"""Registering, logging in and out, the second factor, and the account page."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, g, make_response, render_template
from webkit import accounts, recovery, second_factor, sessions
from webkit.access import needs, public
from webkit.again import stands_on
from webkit.envelope import answer, done, envelope, wants_page
from webkit.faults import Refusal
from webkit.kit import kit
from webkit.tables import UserAccess, WebSession

import schemas

blueprint = APIBlueprint("auth", __name__)
FORM = "json_or_form"


@blueprint.get("/register")
@blueprint.doc(hide=True)
@public
def register_page() -> str:
    return render_template("register.html", roles=accounts.OPEN_ROLES)


@blueprint.post("/register")
@stands_on("auth.register_page")
@blueprint.input(schemas.Register, location=FORM, arg_name="asked")
@public
def register(asked: dict[str, str]) -> Response:
    """Registers; answers the same for an address that is known, whose owner gets a letter."""
    accounts.register(kit(), kit().database(), **asked, language=g.language)
    return done(None, "web.registered", "/login")


@blueprint.get("/verify/<token>")
@blueprint.doc(hide=True)
@public
def verify_page(token: str) -> str:
    # A mail scanner opens links: only the button confirms.
    return render_template("verify.html", token_of_letter=token, to="/verify")


@blueprint.post("/verify/<token>")
@public
def verify(token: str) -> Response:
    """Confirms the address that a letter was sent to."""
    accounts.verify(kit(), kit().database(), token)
    return done(None, "web.verified", "/login")


@blueprint.get("/login")
@blueprint.doc(hide=True)
@public
def login_page() -> str:
    return render_template("login.html")


@blueprint.post("/login")
@stands_on("auth.login_page")
@blueprint.input(schemas.Login, location=FORM, arg_name="asked")
@public
def login(asked: dict[str, str]) -> Response:
    """Logs in; where a second factor is set up, `code_needed` says that the code comes next."""
    complete = accounts.log_in(kit(), kit().database(), asked["email"], asked["password"])
    return done({"code_needed": not complete}, "web.logged_in", "/dashboard" if complete else "/login/code")


@blueprint.get("/login/code")
@blueprint.doc(hide=True)
@public
def code_page() -> str:
    waiting()
    return render_template("code.html")


@blueprint.post("/login/code")
@stands_on("auth.code_page")
@blueprint.input(schemas.Code, location=FORM, arg_name="asked")
@public
def login_code(asked: dict[str, str]) -> Response:
    """The second half of a login: a code of the moment, or a recovery code."""
    accounts.give_code(kit(), kit().database(), waiting(), asked["code"])
    return done({"code_needed": False}, "web.logged_in", "/dashboard")


@blueprint.get("/forgotten")
@blueprint.doc(hide=True)
@public
def forgotten_page() -> str:
    return render_template("forgotten.html")


@blueprint.post("/forgotten")
@stands_on("auth.forgotten_page")
@blueprint.input(schemas.Forgotten, location=FORM, arg_name="asked")
@public
def forgotten(asked: dict[str, str]) -> Response:
    """Asks for a letter with a link to a new password; answers the same for every address."""
    recovery.forget(kit(), kit().database(), asked["email"])
    return done(None, "web.reset_sent", "/login")


@blueprint.get("/reset/<token>")
@blueprint.doc(hide=True)
@public
def reset_page(token: str) -> str:
    recovery.of_link(kit(), kit().database(), "reset", token)
    return render_template("reset.html", token_of_letter=token)


@blueprint.post("/reset/<token>")
@stands_on("auth.reset_page")
@blueprint.input(schemas.Reset, location=FORM, arg_name="asked")
@public
def reset(token: str, asked: dict[str, str]) -> Response:
    """Gives the account that a letter was sent to a new password; every session ends."""
    recovery.reset(kit(), kit().database(), token, asked["new_password"])
    return done(None, "web.reset", "/login")


def waiting() -> UserAccess:
    """The user whose password was right and whose code is awaited."""
    if g.user is None or g.web_session.complete:
        raise Refusal(401, "web.unauthenticated")
    return g.user


@blueprint.get("/logout")
@blueprint.doc(hide=True)
@public
def ask_logout() -> str:
    """Asks only: a picture on another page could fetch this address."""
    return render_template("logout.html")


@blueprint.post("/logout")
@public
def logout() -> Response:
    """Ends the session on the server."""
    sessions.end(kit().database(), kit().settings)
    response = done(None, "web.logged_out", "/login")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@blueprint.post("/language")
@blueprint.input(schemas.Language, location=FORM, arg_name="asked")
@public
def language(asked: dict[str, str]) -> Response:
    """Chooses English or Chinese, for this browser and for letters."""
    if g.user is not None:
        g.user.language = asked["language"]
    g.language = asked["language"]
    response = done(asked, "web.ok", "/")
    response.set_cookie("language", asked["language"], max_age=31_536_000, samesite="Lax", secure=kit().settings.production)
    return response


@blueprint.get("/account")
@needs("basic:settings", "read")
def account_page() -> Response:
    """The user's own account, with the sessions that are open."""
    rows = sessions.of_user(kit().database(), g.user.id)
    data = {
        "email": g.user.email,
        "username": g.user.username,
        "role": g.user.role,
        "second_factor": g.user.factor_since is not None,
        "sessions": [session_shown(row) for row in rows],
    }
    return answer(data, "account.html")


def session_shown(row: WebSession) -> dict[str, object]:
    return {
        "number": row.id[: sessions.NUMBER],
        "agent": row.agent,
        "started_at": row.started_at.isoformat(),
        "seen_at": row.seen_at.isoformat(),
        "this": row.id == g.web_session.id,
    }


@blueprint.post("/account/sessions/<number>/end")
@needs("basic:settings", "write")
def end_session(number: str) -> Response:
    """Ends one session of the user."""
    if not sessions.end_one(kit().database(), g.user.id, number):
        raise Refusal(404, "web.not_found")
    return done(None, "web.session_ended", "/account")


@blueprint.post("/account/address")
@stands_on("auth.account_page")
@blueprint.input(schemas.NewAddress, location=FORM, arg_name="asked")
@needs("basic:settings", "write")
def ask_address(asked: dict[str, str]) -> Response:
    """Sends a letter to another address, which becomes the account's once its link is confirmed."""
    recovery.ask_address(kit(), kit().database(), g.user, **asked)
    return done(None, "web.address_sent", "/account")


@blueprint.get("/account/address/<token>")
@blueprint.doc(hide=True)
@needs("basic:settings", "write")
def address_page(token: str) -> str:
    return render_template("verify.html", token_of_letter=token, to="/account/address")


@blueprint.post("/account/address/<token>")
@needs("basic:settings", "write")
def change_address(token: str) -> Response:
    """Makes the address that a letter was sent to the account's."""
    recovery.change_address(kit(), kit().database(), g.user, token)
    return done(None, "web.address_changed", "/account")


@blueprint.post("/account/sessions/end")
@needs("basic:settings", "write")
def end_sessions() -> Response:
    """Ends every other session of the user."""
    sessions.end_all(kit().database(), g.user.id, except_secret=sessions.cookie(kit().settings))
    return done(None, "web.ok", "/account")


@blueprint.post("/account/password")
@stands_on("auth.account_page")
@blueprint.input(schemas.NewPassword, location=FORM, arg_name="asked")
@needs("basic:settings", "write")
def change_password(asked: dict[str, str]) -> Response:
    """Changes the user's password; every other session ends."""
    accounts.change_password(kit(), kit().database(), g.user, **asked)
    return done(None, "web.password_changed", "/account")


@blueprint.post("/account/factor")
@needs("basic:settings", "write")
def begin_factor() -> Response:
    """A new seed of the second factor; it is in force once a code of it was given."""
    seed = accounts.begin_factor(kit(), kit().database(), g.user)
    address = second_factor.address(seed, g.user.email, "HashInsight")
    if not wants_page():
        return envelope({"seed": seed, "address": address})
    return make_response(render_template("factor.html", seed=seed, picture=second_factor.picture(address)))


@blueprint.post("/account/factor/confirm")
@blueprint.input(schemas.Code, location=FORM, arg_name="asked")
@needs("basic:settings", "write")
def confirm_factor(asked: dict[str, str]) -> Response:
    """Turns the second factor on; answers the recovery codes, once."""
    codes = accounts.confirm_factor(kit(), kit().database(), g.user, asked["code"])
    if not wants_page():
        return envelope({"recovery_codes": codes}, "web.factor_on")
    return make_response(render_template("recovery.html", codes=codes))


@blueprint.post("/account/factor/remove")
@stands_on("auth.account_page")
@blueprint.input(schemas.Password, location=FORM, arg_name="asked")
@needs("basic:settings", "write")
def remove_factor(asked: dict[str, str]) -> Response:
    """Turns the second factor off, for whoever knows the password."""
    accounts.remove_factor(kit(), kit().database(), g.user, asked["password"])
    return done(None, "web.factor_off", "/account")


#: Endpoints where somebody guesses: limited harder than the others, by address and by account.
GUARDED = (
    "auth.register",
    "auth.login",
    "auth.login_code",
    "auth.verify",
    "auth.forgotten",
    "auth.reset",
    "auth.remove_factor",
    "auth.change_password",
    "auth.ask_address",
    "auth.change_address",
)
#: Endpoints that have a letter sent to an address that is given: limited by that address, whoever asks.
LETTERS = ("auth.register", "auth.forgotten", "auth.ask_address")
