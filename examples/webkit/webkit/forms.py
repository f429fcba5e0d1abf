"""What is wrong with a form, by code: marshmallow finds it, and each language has its own words for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from marshmallow.validate import Length, OneOf, Range, Regexp

#: marshmallow's own words, and the codes that stand for them.
CODES = {
    "Missing data for required field.": "form.required",
    "Field may not be null.": "form.required",
    "Not a valid string.": "form.text",
    "Not a valid integer.": "form.whole",
    "Not a valid number.": "form.number",
    "Number too large.": "form.number",
    "Special numeric values (nan or infinity) are not permitted.": "form.number",
    "Not a valid email address.": "form.email",
    "Not a valid date.": "form.date",
    "Not a valid datetime.": "form.instant",
    "Unknown field.": "form.unknown",
    "Invalid input type.": "form.object",
}


def length(least: int, most: int) -> Length:
    return Length(least, most, error=f"form.length|{least}|{most}")


def span(least: float, most: float, **more: Any) -> Range:
    return Range(least, most, error=f"form.span|{least}|{most}", **more)


def one_of(choices: Sequence[str]) -> OneOf:
    return OneOf(choices, error=f"form.choice|{', '.join(choices)}")


def pattern(regex: str | re.Pattern[str], example: str) -> Regexp:
    return Regexp(regex, error=f"form.pattern|{example}")


def faults(detail: Any) -> list[dict[str, Any]]:
    """Each fault with its path, as the family tells its own: code, path, and what is allowed, which is put into words where it is told."""
    return [fault(path, CODES.get(message, message)) for path, message in messages(detail)]


def fault(path: str, said: str) -> dict[str, Any]:
    known = said if said.startswith("form.") else "form.invalid"
    return {"code": known.partition("|")[0], "path": path, "value": None, "allowed": known}


def messages(detail: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Messages with the path of their field; the first level of marshmallow's answer is where in the request it lies."""
    if isinstance(detail, Mapping):
        for name, inner in detail.items():
            outer = name in ("json_or_form", "json", "form", "query", "_schema")
            yield from messages(inner, path if outer else f"{path}.{name}".strip("."))
    elif isinstance(detail, list | tuple):
        for inner in detail:
            yield from messages(inner, path)
    else:
        yield path or "body", str(detail)
