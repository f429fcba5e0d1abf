"""The second factor: codes of RFC 6238, each step taken once, and recovery codes."""

from __future__ import annotations

import io
import secrets
from datetime import datetime

import pyotp
import segno

PERIOD_S = 30
RECOVERY_CODES = 10


def new_seed() -> str:
    return pyotp.random_base32()


def address(seed: str, email: str, issuer: str) -> str:
    return pyotp.TOTP(seed).provisioning_uri(name=email, issuer_name=issuer)


def picture(uri: str) -> str:
    """A QR code as an SVG element without script or style."""
    out = io.BytesIO()
    segno.make(uri, error="m").save(out, kind="svg", scale=4, xmldecl=False, svgns=True, nl=False, dark="#1c2024", light="#ffffff")
    return out.getvalue().decode()


def step_of(seed: str, code: str, now: datetime, last_step: int | None) -> int | None:
    """The step that a code belongs to: now, the one before or after; nothing where it is wrong or was used."""
    current = int(now.timestamp()) // PERIOD_S
    for step in (current, current - 1, current + 1):
        right = secrets.compare_digest(pyotp.HOTP(seed).at(step), code.strip())
        if right and (last_step is None or step > last_step):
            return step
    return None


def recovery_codes() -> list[str]:
    return ["-".join(secrets.token_hex(4) for _ in range(4)) for _ in range(RECOVERY_CODES)]
