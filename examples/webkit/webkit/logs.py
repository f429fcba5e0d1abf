"""Logs: one JSON object a line, with the number of the request and never a secret."""

from __future__ import annotations

import logging
import re
from typing import Any

import structlog

SECRET = re.compile(r"password|token|secret|api_?key|authorization|cookie|seed|csrf|sealed", re.IGNORECASE)
#: What follows in a text is one: the password of an address, and values that are named like one.
IN_TEXT = re.compile(
    r"(?<=://)([^\s:/@]*:)[^\s/@]+(?=@)|((?:password|token|secret|api_?key)[\"']?\s*[=:]\s*[\"']?)[^\s\"'&,)]+", re.IGNORECASE
)
MASK = "***"


def redact(_logger: Any, _method: str, event: dict[str, Any]) -> dict[str, Any]:
    return {name: _redacted(name, value) for name, value in event.items()}


def _redacted(name: str, value: Any) -> Any:
    if SECRET.search(name):
        return MASK
    if isinstance(value, dict):
        return {inner: _redacted(str(inner), content) for inner, content in value.items()}
    if isinstance(value, list | tuple):
        return [_redacted("", content) for content in value]
    if isinstance(value, str):
        return IN_TEXT.sub(lambda found: f"{found[1] or found[2]}{MASK}", value)
    return value


def install(level: int = logging.INFO) -> None:
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="ts"),
            structlog.processors.format_exc_info,
            redact,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        cache_logger_on_first_use=False,
    )
