"""Input that cannot be used, told as the family tells it: path, value, and a form to write."""

from __future__ import annotations


class Refused(ValueError):
    def __init__(self, code: str, path: str, value: str | None, allowed: str) -> None:
        super().__init__(f"{code} at {path}: got {value}; allowed: {allowed}")
        self.code, self.path, self.value, self.allowed = code, path, value, allowed
