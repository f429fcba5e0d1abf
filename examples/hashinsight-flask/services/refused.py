"""Input that cannot be used, told as the family tells it: path, value, and a form to write."""

from __future__ import annotations

from collections.abc import Sequence


class Refused(ValueError):
    def __init__(self, code: str, path: str, value: str | None, allowed: str | None) -> None:
        super().__init__(f"{code} at {path}: got {value}; allowed: {allowed}")
        self.code, self.path, self.value, self.allowed = code, path, value, allowed
        #: What else is wrong.
        self.others: list[Refused] = []


def together(found: Sequence[Refused]) -> Refused:
    """One refusal for all that is wrong."""
    first = found[0]
    first.others = list(found[1:])
    return first
