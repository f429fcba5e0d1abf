"""What may not exist: a value, or the reason why there is none. One class a case, so that ``match`` and type checkers tell them apart.

    match report.break_even.btc_price_usd:
        case Value(price):
            print(f"{price:,.2f} USD")
        case Undefined(reason):
            print("cannot say:", reason)
        case other:
            print(other.tag)
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, ClassVar, Generic, Literal, NoReturn, TypeVar

__all__ = ["Every", "Never", "Unbounded", "Undefined", "Value"]

_T = TypeVar("_T", covariant=True)


class _Case:
    """What all cases have in common: neither true nor false, and no number unless it is one."""

    tag: ClassVar[Any]

    def __bool__(self) -> NoReturn:
        raise TypeError(f"{self!r} is neither true nor false: ask `.value is None`, or `.tag`")

    def __float__(self) -> float:
        raise TypeError(f"{self!r} is no number")

    def __format__(self, spec: str) -> str:
        if spec:
            raise TypeError(f"{self!r} is no number, and has no format {spec!r}")
        return str(self.tag)

    @property
    def content(self) -> Any:
        """What the case holds, where it holds something."""
        return getattr(self, "value", None)

    def _wire(self) -> Any:
        return self.tag

    def to_dict(self, mode: Literal["python", "json"] = "python") -> Any:
        """The word of the case, or a dict of its word and content."""
        from ._documents import _json_value, _plain

        return _json_value(self) if mode == "json" else _plain(self)


@dataclasses.dataclass(frozen=True, eq=False)
class Value(_Case, Generic[_T]):
    """A value. It compares with numbers and is formatted as the number it is; ``float(...)`` and ``.value`` give it."""

    value: _T
    tag: ClassVar[Literal["value"]] = "value"

    def _wire(self) -> Any:
        return {"value": self.value}

    def __float__(self) -> float:
        if isinstance(self.value, (int, float)):
            return float(self.value)
        raise TypeError(f"{self!r} is no number")

    def __format__(self, spec: str) -> str:
        return format(self.value, spec)

    def __eq__(self, other: object) -> bool:
        return bool(self.value == _held(other))

    def __hash__(self) -> int:
        return hash(self.value)

    def __lt__(self, other: Any) -> bool:
        return bool(self.value < _held(other))

    def __le__(self, other: Any) -> bool:
        return bool(self.value <= _held(other))

    def __gt__(self, other: Any) -> bool:
        return bool(self.value > _held(other))

    def __ge__(self, other: Any) -> bool:
        return bool(self.value >= _held(other))

    def __repr__(self) -> str:
        return f"Value({self.value!r})"


@dataclasses.dataclass(frozen=True)
class Never(_Case):
    """It does not happen: no value is good enough."""

    tag: ClassVar[Literal["never"]] = "never"
    value: ClassVar[None] = None


@dataclasses.dataclass(frozen=True)
class Unbounded(_Case):
    """There is no limit: the number exceeds every bound."""

    tag: ClassVar[Literal["unbounded"]] = "unbounded"
    value: ClassVar[None] = None


@dataclasses.dataclass(frozen=True)
class Every(_Case):
    """Every value is good enough."""

    tag: ClassVar[Literal["every"]] = "every"
    value: ClassVar[None] = None


@dataclasses.dataclass(frozen=True)
class Undefined(_Case):
    """The question has no answer, for this reason."""

    reason: str
    tag: ClassVar[Literal["undefined"]] = "undefined"
    value: ClassVar[None] = None

    @property
    def content(self) -> dict[str, str]:
        """What the case holds."""
        return {"reason": self.reason}

    def _wire(self) -> Any:
        return {"undefined": {"reason": self.reason}}


_WORDS: dict[str, Any] = {"never": Never(), "unbounded": Unbounded(), "every": Every()}


def _held(other: object) -> Any:
    return other.value if isinstance(other, Value) else other


def outcome(document: Any, read: Callable[[Any], Any] | None = None) -> Any:
    """The case that a document says."""
    if type(document) is dict:
        ((tag, content),) = document.items()
        if tag != "value":
            return Undefined(content["reason"])
        # A table has thousands: set directly, as the frozen class's own ``__init__`` would.
        made: Value[Any] = _new(Value)
        _set(made, "value", read(content) if read else content)
        return made
    return _WORDS[document] if isinstance(document, str) else document


_new, _set = object.__new__, object.__setattr__
