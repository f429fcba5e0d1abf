"""What the address of an account proves: a new password for one that was forgotten, and another address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from webkit import accounts, audit, jobs, sessions
from webkit.faults import Refusal
from webkit.passwords import weakness
from webkit.tables import UserAccess
from webkit.tokens import digest

if TYPE_CHECKING:
    from webkit.kit import Kit

#: How long a link works that opens an account.
LINK_S = 1_800
LETTER = "letter_of_reset"


def forget(kit: Kit, database: Session, email: str) -> None:
    """Does the same for every address, and no more than to write it down: only the worker looks whose it is."""
    jobs.ask(database, kit.clock(), LETTER, {"email": accounts.fold(email)})


def letter(kit: Kit, database: Session, job: jobs.Taken) -> None:
    """The letter to an address, where it has an account that may log in; one that was never confirmed is asked for that first."""
    user = accounts.by_email(database, job.asked["email"])
    if user is None or user.disabled_at is not None:
        return
    number = f"job-{job.id}"
    if user.verified_at is None:
        accounts.ask_to_verify(kit, user, number)
        return
    audit.append(database, kit.clock(), f"user-{user.id}", "password.forgotten")
    link = f"{kit.settings.base_url}/reset/{kit.tokens.issue('reset', user.id, standing(user))}"
    accounts.mail(kit, user.email, user.language, "reset", link, number)


def standing(user: UserAccess) -> str:
    """What a link is bound to: once the password or the address is another, older links open nothing."""
    return digest(f"{user.password_hash}|{user.email}")


def reset(kit: Kit, database: Session, token: str, new_password: str) -> None:
    """Gives the account of a letter a new password and ends its sessions; a second factor stays as it is."""
    user, _ = of_link(kit, database, "reset", token)
    if weak := weakness(new_password, user.username, user.email.partition("@")[0]):
        raise Refusal(422, weak, path="new_password")
    accounts.use(kit, database, token)
    user.password_hash = kit.passwords.hash(new_password)
    sessions.end_all(database, user.id)
    audit.append(database, kit.clock(), f"user-{user.id}", "password.reset")
    accounts.mail(kit, user.email, user.language, "changed", f"{kit.settings.base_url}/forgotten")


def ask_address(kit: Kit, database: Session, user: UserAccess, email: str, confirm_password: str) -> None:
    """Sends a link to another address, for whoever knows the password; the same answer whether that address is known here."""
    if not kit.passwords.check(user.password_hash, confirm_password)[0]:
        audit.append(database, kit.clock(), f"user-{user.id}", "address.refused")
        database.commit()
        raise Refusal(401, "web.password_wrong", path="confirm_password")
    if known := accounts.by_email(database, email):
        accounts.tell_known(kit, known)
        return
    token = kit.tokens.issue("address", user.id, f"{standing(user)}|{accounts.fold(email)}")
    audit.append(database, kit.clock(), f"user-{user.id}", "address.asked")
    accounts.mail(kit, accounts.fold(email), user.language, "address", f"{kit.settings.base_url}/account/address/{token}")


def change_address(kit: Kit, database: Session, whose: UserAccess, token: str) -> None:
    """The address that a letter went to is the account's from now on; the one of before is told so."""
    user, new = of_link(kit, database, "address", token)
    if user.id != whose.id or accounts.by_email(database, new):
        raise Refusal(400, "web.token_wrong")
    before = user.email
    accounts.use(kit, database, token)
    user.email = new
    sessions.end_all(database, user.id, except_secret=sessions.cookie(kit.settings))
    audit.append(database, kit.clock(), f"user-{user.id}", "address.changed")
    accounts.mail(kit, before, user.language, "moved", kit.settings.base_url)


def of_link(kit: Kit, database: Session, purpose: str, token: str) -> tuple[UserAccess, str]:
    """The account of a link and what else the link says, where it is neither old nor used nor of another standing."""
    told = kit.tokens.read(purpose, token, LINK_S)
    user = database.get(UserAccess, told.subject) if told else None
    bound, _, more = told.bound.partition("|") if told else ("", "", "")
    if user is None or user.disabled_at is not None or bound != standing(user):
        raise Refusal(400, "web.token_wrong")
    return user, more
