"""What an answer holds of the kinds that other rooms take: found without unpacking the answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .errors import from_fault

def held_value(data: Any, places: Mapping[str, Sequence[str]], kind: str, name: str | None) -> Any:
    """The one value of a kind, or the one with a name."""
    found = list(_found(data, places[kind]))
    fitting = [value for value, names in found if name is None or name in names]
    if len(fitting) == 1:
        return fitting[0]
    if not found:
        held = [other for other in places if next(_found(data, places[other]), None) is not None]
        raise from_fault(f"feeds.{kind}.none", "data", ", ".join(held), f"an answer with {kind}")
    every = sorted({word for _, names in found for word in names})
    own = [word for word in every if sum(word in names for _, names in found) == 1]
    problem = "several" if fitting else "none"
    raise from_fault(f"feeds.{kind}.{problem}", "data", name or "", f"the name of one: {', '.join(own)}")


def _found(data: Any, places: Sequence[str]) -> Iterator[tuple[Any, set[str]]]:
    for place in places:
        cases, _, fields = place.partition("/")
        value = data
        for case in cases.split("."):
            value = value.content if getattr(value, "tag", None) == case else None
        if value is not None:
            yield from _walked(value, fields.split(".") if fields else [], (None, None))


def _walked(value: Any, fields: Sequence[str], place: tuple[str | None, str | None]) -> Iterator[tuple[Any, set[str]]]:
    """The values at the end of these fields, each with the words that tell it from others: field, coin and its own."""
    if value is None:
        return
    if not fields:
        yield value, {word for word in (*place, *_own(value)) if word is not None}
        return
    field = fields[0].removesuffix("[]")
    inner = getattr(value, field)
    for item in inner if fields[0] != field else [inner]:
        yield from _walked(item, fields[1:], (field, getattr(value, "coin", place[1])))


def _own(value: Any) -> Iterator[str | None]:
    if hasattr(value, "quotes"):  # a chain: its options say what they are priced in
        yield from (getattr(option, word) for option in value.quotes[:1] for word in ("premium_currency", "quote_currency"))
    else:
        yield from (getattr(value, word, None) for word in ("instrument", "quote_currency"))
