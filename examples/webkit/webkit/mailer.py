"""Letters: by SMTP where it is set, otherwise as files that a developer opens."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import make_msgid
from pathlib import Path
from urllib.parse import unquote, urlsplit

from webkit.settings import Settings


class Mailer:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def send(self, to: str, subject: str, text: str, number: str | None = None) -> None:
        """Sends a letter; one that is sent again under its number is the same letter."""
        letter = EmailMessage()
        letter["From"], letter["To"], letter["Subject"] = self._settings.mail_from, to, subject
        letter["Message-ID"] = f"<{number}@localhost>" if number else make_msgid(domain="localhost")
        letter.set_content(text)
        if self._settings.smtp_url:
            self._by_smtp(letter, self._settings.smtp_url.get_secret_value())
        else:
            folder = Path(self._settings.mail_folder)
            folder.mkdir(parents=True, exist_ok=True)
            name = letter["Message-ID"].strip("<>").partition("@")[0]
            (folder / f"{name}.eml").write_bytes(bytes(letter))

    def _by_smtp(self, letter: EmailMessage, url: str) -> None:
        place = urlsplit(url)
        host, context = place.hostname or "localhost", ssl.create_default_context()
        if place.scheme == "smtps":
            connection: smtplib.SMTP = smtplib.SMTP_SSL(host, place.port or 465, timeout=20, context=context)
        else:
            connection = smtplib.SMTP(host, place.port or 587, timeout=20)
        with connection as server:
            # A password never goes over a line that others read; neither does a letter in production.
            if place.scheme != "smtps" and (self._settings.production or place.username):
                server.starttls(context=context)
            if place.username:
                log_in(server, unquote(place.username), unquote(place.password or ""), oauth="auth=xoauth2" in place.query)
            server.send_message(letter)


def log_in(server: smtplib.SMTP, user: str, password: str, *, oauth: bool) -> None:
    if not oauth:
        server.login(user, password)
        return
    server.ehlo_or_helo_if_needed()
    # A refusal comes as a challenge, which is answered by nothing.
    server.auth("XOAUTH2", lambda challenge=None: xoauth2(user, password) if challenge is None else "")


def xoauth2(user: str, access_token: str) -> str:
    """The first answer of the mechanism that Google and Microsoft take OAuth 2 by, before it is written in base64."""
    return f"user={user}\x01auth=Bearer {access_token}\x01\x01"
