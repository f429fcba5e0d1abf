"""Secrets that are stored: AES-256-GCM under one of a ring of keys.

The place where a secret is kept is authenticated with it, so one that is moved to another row does not open. A sealed value is
`version byte | nonce of 12 bytes | ciphertext and tag`.
"""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VERSION = b"\x01"


class VaultError(Exception):
    """A secret that cannot be opened: wrong key, wrong place, or changed."""


class Vault:
    def __init__(self, ring: dict[str, bytes]) -> None:
        self._ring = {name: AESGCM(key) for name, key in ring.items()}
        self.current = next(iter(ring))

    def seal(self, secret: str, place: str) -> tuple[str, bytes]:
        """The id of the key, and the sealed secret."""
        nonce = os.urandom(12)
        place_and_key = f"{place}|{self.current}".encode()
        return self.current, VERSION + nonce + self._ring[self.current].encrypt(nonce, secret.encode(), place_and_key)

    def open(self, key_id: str, sealed: bytes, place: str) -> str:
        if key_id not in self._ring or sealed[:1] != VERSION:
            raise VaultError("no key of the ring opens this")
        try:
            return self._ring[key_id].decrypt(sealed[1:13], sealed[13:], f"{place}|{key_id}".encode()).decode()
        except InvalidTag as error:
            raise VaultError("the secret was changed, or belongs elsewhere") from error
