"""Signed links for letters, and the hashes under which secrets are kept."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from itsdangerous import BadSignature, URLSafeTimedSerializer

from webkit.settings import Settings


def secret() -> str:
    return secrets.token_urlsafe(32)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


class Tokens:
    """Each purpose has a salt of its own, so that a token for one is none for another."""

    def __init__(self, settings: Settings) -> None:
        self._key = settings.secret_key.get_secret_value()

    def issue(self, purpose: str, subject: int) -> str:
        return self._serializer(purpose).dumps([subject, secrets.token_urlsafe(8)])

    def read(self, purpose: str, token: str, max_age_s: int) -> int | None:
        try:
            subject, _ = self._serializer(purpose).loads(token, max_age=max_age_s)
        except BadSignature:
            return None
        return int(subject)

    def csrf(self, session: str) -> str:
        """The token of a session against forged requests."""
        return hmac.new(self._key.encode(), f"csrf|{session}".encode(), "sha256").hexdigest()

    def _serializer(self, purpose: str) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self._key, salt=f"webkit.{purpose}")
