"""Accounts: registering, confirming an address, logging in, the second factor, and what staff do to them."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from webkit import audit, keys, second_factor, sessions
from webkit.faults import Refusal
from webkit.passwords import weakness
from webkit.tables import RecoveryCode, UsedToken, UserAccess
from webkit.tokens import digest

if TYPE_CHECKING:
    from webkit.kit import Kit

DAY_S = 86_400
#: Kinds of account that anybody may register; staff is appointed.
OPEN_ROLES = ("user", "mining_site")


def by_email(database: Session, email: str) -> UserAccess | None:
    return database.scalar(select(UserAccess).where(UserAccess.email == fold(email)))


def fold(email: str) -> str:
    """One writing of an address, whatever its letters."""
    return unicodedata.normalize("NFKC", email).strip().casefold()


def create(kit: Kit, database: Session, *, email: str, username: str, password: str, role: str, **more: object) -> UserAccess:
    user = UserAccess(
        email=fold(email),
        username=username.strip(),
        password_hash=kit.passwords.hash(password),
        role=role,
        created_at=kit.clock(),
        **{"tenant": kit.tenant, **more},
    )
    database.add(user)
    database.flush()
    audit.append(database, kit.clock(), f"user-{user.id}", "account.created", role=role)
    return user


def register(kit: Kit, database: Session, *, email: str, username: str, password: str, role: str, language: str) -> None:
    """Answers the same whether the address is known: only its owner learns which, by letter.

    A name that is taken is asked for first: asked only for new addresses, it would tell which are.
    """
    if role not in OPEN_ROLES:
        raise Refusal(422, "web.invalid", path="role", allowed=f"form.choice|{', '.join(OPEN_ROLES)}")
    if weak := weakness(password, username, email.partition("@")[0]):
        raise Refusal(422, weak, path="password")
    if database.scalar(select(UserAccess.id).where(UserAccess.username == username.strip())):
        raise Refusal(409, "web.name_taken", path="username")
    if known := by_email(database, email):
        kit.passwords.check_nobody(password)
        if known.verified_at is None:
            ask_to_verify(kit, known)
        else:
            tell_known(kit, known)
        return
    ask_to_verify(kit, create(kit, database, email=email, username=username, password=password, role=role, language=language))


def verify(kit: Kit, database: Session, token: str) -> None:
    told = kit.tokens.read("verify", token, DAY_S)
    user = told and database.get(UserAccess, told.subject)
    if not user:
        raise Refusal(400, "web.token_wrong")
    use(kit, database, token)
    user.verified_at = user.verified_at or kit.clock()
    audit.append(database, kit.clock(), f"user-{user.id}", "account.verified")


def use(kit: Kit, database: Session, token: str) -> None:
    """A link of a letter works once, also where it is sent twice at the same time."""
    if database.get(UsedToken, digest(token)):
        raise Refusal(400, "web.token_wrong")
    database.add(UsedToken(id=digest(token), used_at=kit.clock()))
    database.flush()


def log_in(kit: Kit, database: Session, email: str, password: str) -> bool:
    """Begins a session; answers whether it is complete, or waits for the second factor."""
    user = by_email(database, email)
    if user is None:
        kit.passwords.check_nobody(password)
        _refuse_login(kit, database, None)
    right, upgraded = kit.passwords.check(user.password_hash, password)
    if not right or user.verified_at is None or user.disabled_at is not None:
        _refuse_login(kit, database, user)
    if upgraded:
        user.password_hash = upgraded
    complete = user.factor_since is None
    sessions.begin(database, kit.settings, user, kit.clock(), complete=complete)
    if complete:
        _logged_in(kit, database, user)
    return complete


def give_code(kit: Kit, database: Session, user: UserAccess, code: str) -> None:
    """The second half of a login: a code of the moment, or a recovery code, each once."""
    seed = keys.open_seed(kit.vault, user) or ""
    step = second_factor.step_of(seed, code, kit.clock(), user.factor_step)
    if step is not None:
        user.factor_step = step
    elif not _use_recovery_code(database, user.id, code, kit.clock()):
        audit.append(database, kit.clock(), f"user-{user.id}", "login.code_refused")
        database.commit()
        kit.metrics.logins.labels("code_refused").inc()
        raise Refusal(401, "web.code_wrong")
    sessions.begin(database, kit.settings, user, kit.clock(), complete=True)
    _logged_in(kit, database, user)


def begin_factor(kit: Kit, database: Session, user: UserAccess) -> str:
    seed = second_factor.new_seed()
    user.factor_seed, user.factor_since = keys.seal_seed(kit.vault, user.id, seed), None
    database.flush()
    return seed


def confirm_factor(kit: Kit, database: Session, user: UserAccess, code: str) -> list[str]:
    """Turns the second factor on; answers the recovery codes, which are shown once."""
    seed = keys.open_seed(kit.vault, user)
    step = seed and second_factor.step_of(seed, code, kit.clock(), None)
    if step is None:
        raise Refusal(401, "web.code_wrong")
    user.factor_since, user.factor_step = kit.clock(), step
    codes = second_factor.recovery_codes()
    database.query(RecoveryCode).where(RecoveryCode.user_id == user.id).delete()
    database.add_all(RecoveryCode(user_id=user.id, code_hash=digest(code)) for code in codes)
    sessions.end_all(database, user.id, except_secret=sessions.cookie(kit.settings))
    audit.append(database, kit.clock(), f"user-{user.id}", "factor.on")
    return codes


def remove_factor(kit: Kit, database: Session, user: UserAccess, password: str) -> None:
    """Needs the password again: whoever finds an open browser does not get rid of it."""
    if not kit.passwords.check(user.password_hash, password)[0]:
        raise Refusal(401, "web.login_wrong")
    user.factor_seed = user.factor_since = user.factor_step = None
    audit.append(database, kit.clock(), f"user-{user.id}", "factor.off")


def change_password(kit: Kit, database: Session, user: UserAccess, old_password: str, new_password: str) -> None:
    """Needs the password of until now; every other session ends, as one of them may be the reason."""
    if not kit.passwords.check(user.password_hash, old_password)[0]:
        audit.append(database, kit.clock(), f"user-{user.id}", "password.refused")
        database.commit()
        raise Refusal(401, "web.password_wrong", path="old_password")
    if weak := weakness(new_password, user.username, user.email.partition("@")[0]):
        raise Refusal(422, weak, path="new_password")
    user.password_hash = kit.passwords.hash(new_password)
    sessions.end_all(database, user.id, except_secret=sessions.cookie(kit.settings))
    audit.append(database, kit.clock(), f"user-{user.id}", "password.changed")


def last_owner(database: Session, user: UserAccess) -> bool:
    others = select(UserAccess.id).where(
        UserAccess.role == "owner", UserAccess.id != user.id, UserAccess.tenant == user.tenant, UserAccess.disabled_at.is_(None)
    )
    return user.role == "owner" and database.scalar(others.limit(1)) is None


def _use_recovery_code(database: Session, user_id: int, code: str, now: datetime) -> bool:
    query = select(RecoveryCode).where(
        RecoveryCode.user_id == user_id, RecoveryCode.code_hash == digest(code.strip()), RecoveryCode.used_at.is_(None)
    )
    row = database.scalar(query)
    if row is not None:
        row.used_at = now
    return row is not None


def _refuse_login(kit: Kit, database: Session, user: UserAccess | None) -> None:
    kit.metrics.logins.labels("refused").inc()
    audit.append(database, kit.clock(), f"user-{user.id}" if user else "visitor", "login.refused")
    database.commit()
    raise Refusal(401, "web.login_wrong")


def _logged_in(kit: Kit, database: Session, user: UserAccess) -> None:
    kit.metrics.logins.labels("accepted").inc()
    audit.append(database, kit.clock(), f"user-{user.id}", "login.accepted")


def ask_to_verify(kit: Kit, user: UserAccess, number: str | None = None) -> None:
    link = f"{kit.settings.base_url}/verify/{kit.tokens.issue('verify', user.id)}"
    mail(kit, user.email, user.language, "verify", link, number)


def tell_known(kit: Kit, user: UserAccess) -> None:
    mail(kit, user.email, user.language, "known", f"{kit.settings.base_url}/login")


def mail(kit: Kit, to: str, language: str, letter: str, link: str, number: str | None = None) -> None:
    subject, text = (kit.word_in(language, f"web.mail.{letter}_{part}") for part in ("subject", "text"))
    kit.mailer.send(to, subject, f"{text}\n\n{link}\n", number)
