"""Settings from the environment, refused by name when they are unsafe.

`NAME_FILE` stands for the file whose text is the value of `NAME`, as container platforms hand secrets over.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

LOCAL_SECRET = "local-only-secret-that-production-refuses"  # noqa: S105
LOCAL_FIELD_KEY = "local:" + base64.b64encode(b"local-only-key-of-32-bytes-......").decode()


class SettingsError(RuntimeError):
    """A setting that the application does not start with; says its name and what to write."""


class Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    profile: Literal["local", "production"] = "local"
    secret_key: SecretStr = SecretStr(LOCAL_SECRET)
    #: Keys of stored secrets, `id:base64` separated by commas: the first one encrypts, all of them decrypt.
    field_keys: SecretStr = SecretStr(LOCAL_FIELD_KEY)
    #: Addresses that may hold a password.
    database_url: str = Field("sqlite:///hashinsight.db", repr=False)
    #: A copy that follows the database; absent, the database itself is read.
    database_replica_url: str | None = Field(None, repr=False)
    redis_url: str | None = Field(None, repr=False)
    base_url: str = "http://127.0.0.1:5000"
    #: `smtp://user:password@host:587` (STARTTLS) or `smtps://…:465`, with `?auth=xoauth2` where the password is an access token of OAuth 2;
    #: absent, letters are written to files below `mail_folder`.
    smtp_url: SecretStr | None = None
    mail_folder: str = "mail"
    mail_from: str = "noreply@localhost"
    web_processes: int = 1
    proxy_hops: int = 0
    #: Whether owners and administrators must set up a second factor before they do anything else.
    second_factor_required: bool = False
    idle_minutes: int = 30
    absolute_hours: int = 12
    argon2_time: int = 3
    argon2_memory_kib: int = 65_536
    argon2_lanes: int = 4
    login_limit: str = "5 per minute"
    #: Letters that anybody may have sent to one address.
    letter_limit: str = "5 per hour"
    calculation_limit: str = "30 per minute"
    default_limit: str = "600 per minute"

    @property
    def production(self) -> bool:
        return self.profile == "production"

    @property
    def cookie(self) -> str:
        return "__Host-session" if self.production else "session"

    @property
    def limiter_storage(self) -> str:
        return self.redis_url or "memory://"

    def key_ring(self) -> dict[str, bytes]:
        ring = {}
        for entry in self.field_keys.get_secret_value().split(","):
            name, _, text = entry.strip().partition(":")
            try:
                key = base64.b64decode(text, validate=True)
            except binascii.Error as error:
                raise SettingsError("FIELD_KEYS: `id:base64`, separated by commas") from error
            if not name or len(key) < 32:
                raise SettingsError("FIELD_KEYS: each key has an id and 32 bytes")
            ring[name] = key[:32]
        return ring


Some = TypeVar("Some", bound=Settings)


def load(environment: Mapping[str, str], kind: type[Some]) -> Some:
    """Reads the settings of one kind and refuses a combination that is not safe."""
    values = {}
    for name in kind.model_fields:
        upper = name.upper()
        if f"{upper}_FILE" in environment:
            values[name] = Path(environment[f"{upper}_FILE"]).read_text(encoding="utf-8").strip()
        elif upper in environment:
            values[name] = environment[upper]
    try:
        settings = kind(**values)
    except ValidationError as error:
        # What was given may be a secret: only names are told.
        names = ", ".join(".".join(str(part) for part in fault["loc"]).upper() for fault in error.errors())
        raise SettingsError(f"cannot read {names}") from None
    check(settings, environment)
    return settings


def check(settings: Settings, environment: Mapping[str, str] | None = None) -> None:
    settings.key_ring()
    if settings.web_processes > 1 and not settings.redis_url:
        raise SettingsError("REDIS_URL: more than one web process shares its limits and cache there")
    if not settings.production:
        return
    if settings.secret_key.get_secret_value() == LOCAL_SECRET or len(settings.secret_key.get_secret_value()) < 32:
        raise SettingsError("SECRET_KEY: production needs its own, of at least 32 characters")
    if settings.field_keys.get_secret_value() == LOCAL_FIELD_KEY:
        raise SettingsError("FIELD_KEYS: production needs its own")
    if not settings.base_url.startswith("https://"):
        raise SettingsError("BASE_URL: production is reached by https:// only")
    if environment and environment.get("FLASK_DEBUG", "0") not in ("", "0"):
        raise SettingsError("FLASK_DEBUG: production runs without the debugger")
