"""What the library refuses, as one small hierarchy.

Every exception carries the same four strings as in Rust, Node and the browser: a stable ``code``
(``<crate>.<field>.<problem>``), the ``path`` of the culprit, the ``value`` as received, and what is ``allowed``. What else is wrong with a
document stands in ``others``.
"""

from __future__ import annotations

from typing import Literal

__all__ = ["HashInsightError", "InputError", "InputTypeError", "StateError", "UnknownOperationError"]


def __dir__() -> list[str]:
    return __all__


_TOLD = 10  # faults that a message tells; all of them are in the exception and its ``others``


class HashInsightError(Exception):
    """Base of everything that the library raises by itself."""

    code: str
    path: str
    value: str
    allowed: str
    others: tuple[HashInsightError, ...]

    def __init__(
        self, code: str, path: str = "", value: str = "", allowed: str = "", others: tuple[HashInsightError, ...] = ()
    ) -> None:
        super().__init__(code, path, value, allowed, *((others,) if others else ()))
        self.code = code
        self.path = path
        self.value = value
        self.allowed = allowed
        self.others = others

    def __str__(self) -> str:
        text = self.code
        if self.path:
            text += f" at {self.path}"
        if self.value:
            text += f": got {self.value}"
        if self.allowed:
            text += f"; allowed: {self.allowed}"
        more = len(self.others) - (_TOLD - 1)
        return "\n".join([text, *map(str, self.others[: _TOLD - 1]), *([f"and {more} more"] if more > 0 else [])])

    def text(self, language: Literal["en", "zh"] = "en") -> str:
        """The error as a sentence for a person."""
        from . import _native

        request = {"language": language, "code": self.code, "path": self.path, "value": self.value, "allowed": self.allowed}
        return str(_native.call("texts.fault_text", request)["text"])


class InputError(HashInsightError, ValueError):
    """A value of the right type that cannot be used: out of range, not finite, unknown, too little data."""


class InputTypeError(HashInsightError, TypeError):
    """A value of the wrong type, a missing field, or a field that does not exist."""


class StateError(HashInsightError):
    """State bytes or shards that do not belong to this stream or job."""


class UnknownOperationError(HashInsightError, LookupError):
    """A path that the operation table does not have, or an operation used in another shape than its own."""


_TYPE_PROBLEMS = frozenset({"wrong_type", "missing", "unknown_field"})


def from_fault(
    code: str, path: str, value: str, allowed: str, others: tuple[HashInsightError, ...] = ()
) -> HashInsightError:
    """The exception that says a fault, and the further ones of the same document."""
    kind: type[HashInsightError]
    if code.startswith(("state.", "job.")):
        kind = StateError
    elif code.startswith("border.operation."):
        kind = UnknownOperationError
    elif code.rpartition(".")[2] in _TYPE_PROBLEMS:
        kind = InputTypeError
    else:
        kind = InputError
    return kind(code, path, value, allowed, others)


def of_decimals(error: HashInsightError, texts: list[str]) -> HashInsightError:
    """The refusal of a document, in which a text that was a ``Decimal`` is called one."""
    if not isinstance(error, HashInsightError):
        return error
    value, allowed = error.value, error.allowed
    if error.code.endswith(".wrong_type") and value[1:-1] in texts:
        value, allowed = f"Decimal({value})", f"{allowed}; a Decimal is for money that is exact, here write float(...) or int(...)"
    others = tuple(of_decimals(other, texts) for other in error.others)
    return type(error)(error.code, error.path, value, allowed, others)
