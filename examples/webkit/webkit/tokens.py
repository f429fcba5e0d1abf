"""Signed links for letters, and the hashes under which secrets are kept."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from itsdangerous import BadSignature, TimestampSigner, URLSafeTimedSerializer

from webkit.clock import Clock
from webkit.settings import Settings


def secret() -> str:
    return secrets.token_urlsafe(32)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Told:
    """What a token says: whom it is about, and what it was bound to."""

    subject: int
    bound: str


class Tokens:
    """Each purpose has a salt of its own, so that a token for one is none for another."""

    def __init__(self, settings: Settings, now: Clock) -> None:
        self._key = settings.secret_key.get_secret_value()

        class Signer(TimestampSigner):
            def get_timestamp(self) -> int:
                return int(now().timestamp())

        self._signer = Signer

    def issue(self, purpose: str, subject: int, bound: str = "") -> str:
        return self._serializer(purpose).dumps([subject, bound, secrets.token_urlsafe(8)])

    def read(self, purpose: str, token: str, max_age_s: int) -> Told | None:
        try:
            subject, bound, _ = self._serializer(purpose).loads(token, max_age=max_age_s)
        except BadSignature:
            return None
        return Told(int(subject), str(bound))

    def csrf(self, session: str) -> str:
        """The token of a session against forged requests."""
        return hmac.new(self._key.encode(), f"csrf|{session}".encode(), "sha256").hexdigest()

    def _serializer(self, purpose: str) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self._key, salt=f"webkit.{purpose}", signer=self._signer)
