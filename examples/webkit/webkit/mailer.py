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

    def send(self, to: str, subject: str, text: str) -> None:
        letter = EmailMessage()
        letter["From"], letter["To"], letter["Subject"] = self._settings.mail_from, to, subject
        letter["Message-ID"] = make_msgid(domain="localhost")
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
        with smtplib.SMTP(place.hostname or "localhost", place.port or 587, timeout=20) as server:
            if self._settings.production or place.username:
                server.starttls(context=ssl.create_default_context())
            if place.username:
                server.login(unquote(place.username), unquote(place.password or ""))
            server.send_message(letter)
