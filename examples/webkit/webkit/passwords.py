"""Passwords: argon2id, and werkzeug's scrypt taken once from older systems.

Rules follow OWASP ASVS 5.0 6.2: length instead of composition, no password that is common or holds a word of this place.
"""

from __future__ import annotations

import threading
from functools import cached_property
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from werkzeug.security import check_password_hash

from webkit.settings import Settings

LENGTHS = range(12, 257)
CONTEXT_WORDS = ("hashinsight", "bitcoin", "password")
COMMON = frozenset(Path(__file__).with_name("common_passwords.txt").read_text(encoding="utf-8").split())


def weakness(password: str, *names: str) -> str | None:
    """Why a password is not taken, or nothing."""
    folded = password.casefold()
    if len(password) not in LENGTHS:
        return "web.password.length"
    if folded in COMMON:
        return "web.password.common"
    words = (*CONTEXT_WORDS, *(name.casefold() for name in names if len(name) >= 4))
    return "web.password.context" if any(word in folded for word in words) else None


class Passwords:
    def __init__(self, settings: Settings) -> None:
        self._hasher = PasswordHasher(settings.argon2_time, settings.argon2_memory_kib, settings.argon2_lanes)
        # Each hash takes its memory at once, so only some are computed at a time.
        self._turn = threading.BoundedSemaphore(4)

    def hash(self, password: str) -> str:
        with self._turn:
            return self._hasher.hash(password)

    def check(self, stored: str, password: str) -> tuple[bool, str | None]:
        """Whether the password is right, and the hash to store instead where the stored one is of an older kind."""
        with self._turn:
            if stored.startswith(("scrypt:", "pbkdf2:")):
                right = check_password_hash(stored, password)
                outdated = True
            else:
                try:
                    right = self._hasher.verify(stored, password)
                except (VerificationError, InvalidHashError):
                    right = False
                outdated = right and self._hasher.check_needs_rehash(stored)
        return right, self.hash(password) if right and outdated else None

    def check_nobody(self, password: str) -> None:
        """Takes as long as for a user who exists, so that time tells no one which addresses do."""
        self.check(self._nobody, password)

    @cached_property
    def _nobody(self) -> str:
        return self.hash("nobody has this password")
