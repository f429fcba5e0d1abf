"""Bases of the generated document classes, and the values that JSON has no word for."""

from __future__ import annotations

import dataclasses as _dataclasses
import datetime as _datetime
import json as _json
from collections.abc import Callable, Mapping
from decimal import Decimal as _Decimal
from typing import Any, ClassVar, Literal, Protocol, Self, TypeVar, dataclass_transform

from . import _native, _show
from ._keywords import keywords
from .errors import HashInsightError, InputTypeError, from_fault

_EPOCH = _datetime.datetime(1970, 1, 1, tzinfo=_datetime.timezone.utc)
_MILLISECOND = _datetime.timedelta(milliseconds=1)

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])


def call(path: str, request: Any) -> Any:
    """The report of a document operation, as plain Python values."""
    return _native.call(path, request)


def instant(value: Any) -> _datetime.datetime:
    """A time-zone-aware datetime from milliseconds since 1970 UTC, exactly; from ISO text; or itself."""
    if isinstance(value, int):
        return _EPOCH + value * _MILLISECOND
    if isinstance(value, str):
        value = _datetime.datetime.fromisoformat(value)
    elif type(value).__name__ == "datetime64":
        return _EPOCH + int(value.astype("datetime64[ms]").astype(int)) * _MILLISECOND
    moment: _datetime.datetime = value
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=_datetime.timezone.utc)  # only a naive time of pandas comes so far
    return _EPOCH + (moment - _EPOCH) // _MILLISECOND * _MILLISECOND


def day(value: Any) -> _datetime.date:
    """A date from its ISO text, or itself."""
    return value if isinstance(value, _datetime.date) else _datetime.date.fromisoformat(value)


def wide(value: Any) -> Any:
    """A 64- or 128-bit integer as the decimal text that crosses; anything else as it is, for the core to refuse."""
    return str(value) if type(value) is int else value


def filled(cls: type[T], fields: dict[str, Any]) -> T:
    """An object of a frozen class with these attributes; a dataclass's own ``__init__`` sets them one by one."""
    made = object.__new__(cls)
    object.__setattr__(made, "__dict__", fields)
    return made


def listed(values: Any) -> Any:
    """A list as a tuple: what stands in a frozen document does not change. An array of a request stays the array that it is."""
    return tuple(values) if isinstance(values, list) else values


def each(read: Callable[[Any], Any], values: Any) -> Any:
    """A list of such values, as a tuple."""
    return tuple(map(read, values)) if isinstance(values, (list, tuple)) else values


class FrameLike(Protocol):
    """A pandas or polars DataFrame."""

    @property
    def columns(self) -> Any: ...
    @property
    def dtypes(self) -> Any: ...


def records(values: Any) -> Any:
    """A data frame as a list of its rows, each with the fields that it has there; anything else as it is."""
    if not hasattr(values, "dtypes"):
        return values
    from ._frames import as_records

    return as_records(values)


def rows(read: Callable[[Any], Any], values: Any) -> Any:
    """A list of documents, as a table of rows."""
    return _show.Rows(map(read, values)) if isinstance(values, (list, tuple)) else values


def operation(path: str = "") -> Callable[[F], F]:
    """Make a function of an operation: called with wrong names it says what the core says of them, or the nearest name."""
    return keywords((lambda given: _native.check(path, given)) if path else None)


@dataclass_transform(frozen_default=True)
def document(cls: type[T]) -> type[T]:
    """Make a frozen dataclass, whose constructor tells the names that it does not know."""
    made: Any = _dataclasses.dataclass(frozen=True, repr=False, eq=False)(cls)
    made.__init__ = keywords(made._refuse)(made.__init__)
    return cls


def _check(route: str, value: Any) -> None:
    """Read a value as the field of a request that takes its type, in the core; what is missing beside it does not count."""
    path, _, place = route.partition(":")
    request = value
    for step in reversed(place.split(".")):
        request = [request] if step == "[]" else {step: request}
    try:
        _native.check(path, request)
    except HashInsightError as error:
        inside = place.replace(".[]", "[0]")
        own = [fault for fault in (error, *error.others) if fault.path.startswith(inside) and fault.path[len(inside) :][:1] in ("", ".", "[")]
        told = [from_fault(fault.code, fault.path[len(inside) :].lstrip("."), fault.value, fault.allowed) for fault in own]
        if told:
            raise from_fault(told[0].code, told[0].path, told[0].value, told[0].allowed, tuple(told[1:])) from None


class Compared:
    """Equality and hash by fields, in which NaN is NaN: rows of a stream before there is a value."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        pairs = ((getattr(self, name), getattr(other, name)) for name in self.__dataclass_fields__)
        return all(mine == theirs or (mine is not None and mine != mine and theirs != theirs) for mine, theirs in pairs)

    def __hash__(self) -> int:
        fields = (getattr(self, name) for name in self.__dataclass_fields__)
        return hash((type(self), *(None if field != field else field for field in fields)))


class Document(Compared, _show.Shown):
    """A frozen struct: compare, hash, unpack with ``to_dict``, print one field a line."""

    __dataclass_fields__: ClassVar[dict[str, Any]]
    _route: ClassVar[str] = ""
    """Where a request takes such a document: ``mining.forecast:project``. Empty: it is only answered."""
    _renamed: ClassVar[dict[str, str]] = {}
    """Attributes of fields whose names are Python's own: ``from_`` of ``from``."""

    @classmethod
    def _refuse(cls, given: Mapping[str, Any]) -> None:
        if cls._route:
            written = {attribute: name for name, attribute in cls._renamed.items()}
            _check(cls._route, {written.get(name, name): value for name, value in given.items()})

    def __post_init__(self) -> None:
        for name, field in self.__dataclass_fields__.items():
            if str(field.type).startswith("Rows["):
                self.__dict__[name] = records(self.__dict__[name])
        if self._route:
            _check(self._route, self._wire())
        self._convert(self.__dict__)

    def _fill(self, fields: dict[str, Any]) -> None:
        self.__dict__.update(fields)
        self.__post_init__()

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        """Make typed values of what JSON, or a caller, has written."""

    @classmethod
    def _named(cls, document: Mapping[str, Any]) -> dict[str, Any]:
        return {cls._renamed.get(name, name): value for name, value in document.items()} if cls._renamed else dict(document)

    @classmethod
    def _read(cls, document: Any) -> Self:
        if isinstance(document, cls):
            return document
        document = cls._named(document)
        if document.keys() != cls.__dataclass_fields__.keys():
            _shaped(cls, document)
        cls._convert(document)
        return filled(cls, document)

    @classmethod
    def of_frame(cls, frame: Any, **fields: Any) -> Self:
        """A document out of a pandas or polars DataFrame, whose columns are fields of the document by name, and of fields by keyword.

        Other columns of the frame are left alone. An index of times is the document's one list of times, if no column is. Where no column
        is a field of the document, the rows of the frame are those of its one table.
        """
        from ._frames import document, same_rows

        columns = document(frame)
        if columns is None:
            raise InputTypeError("border.frame.wrong_type", "frame", type(frame).__name__, "a pandas or polars DataFrame")
        same_rows(fields, frame)
        found = {name: columns[name] for name in cls.__dataclass_fields__ if name in columns} | fields
        times = [
            name
            for name, field in cls.__dataclass_fields__.items()
            if name.endswith("time_ms") and str(field.type).startswith("tuple[")
        ]
        tables = [name for name, field in cls.__dataclass_fields__.items() if str(field.type).startswith("Rows[")]
        if len(tables) == 1 and not found.keys() & columns.keys():
            found.setdefault(tables[0], frame)
        if len(times) == 1 and getattr(getattr(getattr(frame, "index", None), "dtype", None), "kind", "") == "M":
            found.setdefault(times[0], frame.index)
        return cls(**found)

    def _wire(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Self:
        """The document that ``to_dict`` has written, in either mode."""
        return cls(**cls._named(document))

    def to_dict(self, mode: Literal["python", "json"] = "python") -> dict[str, Any]:
        """The fields that are present, nested documents as dicts. ``mode="json"`` writes what JSON has a word for: times as milliseconds,
        decimals as text."""
        if mode == "json":
            plain: dict[str, Any] = _json_value(self)
            return plain
        written = {attribute: name for name, attribute in self._renamed.items()}
        return {written.get(name, name): _plain(value) for name, value in self._items()}

    def to_json(self, *, indent: int | None = None) -> str:
        """JSON text, which Rust, Node and the browser read as the same document. How a number is written is each language's own."""
        return _json.dumps(self.to_dict("json"), indent=indent, allow_nan=False, ensure_ascii=False)

    def _items(self) -> list[tuple[str, Any]]:
        pairs = ((field, getattr(self, field)) for field in self.__dataclass_fields__)
        return [(name, value) for name, value in pairs if value is not None]

    def __repr__(self) -> str:
        lines = [f"    {name}={_indented(value)}," for name, value in self._items()]
        return "\n".join([f"{type(self).__name__}(", *lines, ")"]) if lines else f"{type(self).__name__}()"


class ColumnTable(_show.Lists, Document):
    """A document whose every field is a list with one value a row."""


def _shaped(cls: type[Document], document: dict[str, Any]) -> None:
    """Refuse what the class does not have, and that what it needs is not there."""
    room = cls.__module__.split(".")[1]
    for name in document.keys() - cls.__dataclass_fields__.keys():
        raise from_fault(f"{room}.request.unknown_field", name, name, f"one of {', '.join(cls.__dataclass_fields__)}")
    for name, field in cls.__dataclass_fields__.items():
        if name not in document and field.default is _dataclasses.MISSING:
            raise from_fault(f"{room}.{name}.missing", name, "", f"a value: a {cls.__name__} has one")


class Variant(Compared):
    """One of several named cases, with content where the case has some. Subclasses are dataclasses of ``tag`` and ``content``."""

    __dataclass_fields__: ClassVar[dict[str, Any]]
    _route: ClassVar[str] = ""
    tag: str
    content: Any

    def __init__(self, tag: str, content: Any = None) -> None:
        raise NotImplementedError

    @classmethod
    def _refuse(cls, given: Mapping[str, Any]) -> None:
        del given

    def __post_init__(self) -> None:
        if self._route:
            _check(self._route, self._wire())
        if self.content is not None:
            self.__dict__["content"] = self._content(self.tag, self.content)

    def _wire(self) -> Any:
        return self.tag if self.content is None else {self.tag: self.content}

    @classmethod
    def _made(cls, tag: str, content: Any = None) -> Self:
        return cls(tag, content)

    @classmethod
    def _read(cls, document: Any) -> Self:
        if isinstance(document, cls):
            return document
        if isinstance(document, str):
            return filled(cls, {"tag": document, "content": None})
        ((tag, content),) = document.items()
        # Most of a table's cells are numbers, and a table has thousands: they wait for no further call.
        return filled(cls, {"tag": tag, "content": content if type(content) is float else cls._content(tag, content)})

    @classmethod
    def from_dict(cls, document: Mapping[str, Any] | str) -> Self:
        """The case that ``to_dict`` has written."""
        if cls._route:
            _check(cls._route, document)
        return cls._read(document)

    def to_dict(self, mode: Literal["python", "json"] = "python") -> Any:
        """The word of the case, or a dict of its word and content."""
        return _json_value(self) if mode == "json" else _plain(self)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        del tag
        return content

    def _value(self) -> Any:
        return self.content if self.tag == "value" else None

    def _payload(self) -> Any:
        found = self.content
        while isinstance(found, Variant):
            found = found.content
        return found

    def __bool__(self) -> bool:
        raise TypeError(f"a {type(self).__name__} is neither true nor false: ask its tag, or what it holds")

    def __float__(self) -> float:
        """The content, where it is a number."""
        if isinstance(self.content, (int, float)):
            return float(self.content)
        raise TypeError(f"{self!r} is no number")

    def __repr__(self) -> str:
        content = "" if self.content is None else f", {_indented(self.content)}"
        return f'{type(self).__name__}("{self.tag}"{content})'


def _plain(value: Any) -> Any:
    if isinstance(value, Document):
        return value.to_dict()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "tag") and hasattr(value, "content"):
        return value.tag if value.content is None else {value.tag: _plain(value.content)}
    return value


def _json_value(value: Any) -> Any:
    if isinstance(value, float):
        return value if value == value else None  # NaN: only in rows of streams, before there is a value
    if isinstance(value, Document):
        return {name: _json_value(item) for name, item in value._wire().items() if item is not None}
    if isinstance(value, (tuple, list)):
        return [_json_value(item) for item in value]
    if isinstance(value, dict):
        return {name: _json_value(item) for name, item in value.items()}
    if isinstance(value, _datetime.datetime):
        return (value - _EPOCH) // _MILLISECOND
    if isinstance(value, _datetime.date):
        return value.isoformat()
    if isinstance(value, _Decimal):
        return f"{value:f}"
    if hasattr(value, "tolist"):
        return _json_value(value.tolist())
    return _json_value(value._wire()) if hasattr(value, "_wire") else value


def _indented(value: Any) -> str:
    return _show.brief(value).replace("\n", "\n    ")
