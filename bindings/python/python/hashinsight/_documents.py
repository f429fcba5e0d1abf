"""Bases of the generated document classes, and the values that JSON has no word for."""

from __future__ import annotations

import datetime as _datetime
import html
from typing import Any, ClassVar, Self, TypeVar

from . import _native
from .errors import InputTypeError

_EPOCH = _datetime.datetime(1970, 1, 1, tzinfo=_datetime.timezone.utc)
_MILLISECOND = _datetime.timedelta(milliseconds=1)


def call(path: str, request: Any) -> Any:
    """The report of a document operation, as plain Python values."""
    return _native.call(path, request)


def instant(ms: int) -> _datetime.datetime:
    """A time-zone-aware datetime from milliseconds since 1970 UTC, exactly."""
    return _EPOCH + ms * _MILLISECOND


def day(text: str) -> _datetime.date:
    """A date from its ISO text."""
    return _datetime.date.fromisoformat(text)


def wide(value: Any) -> Any:
    """A 64- or 128-bit integer as the decimal text that crosses; anything else as it is, for the core to refuse."""
    return str(value) if type(value) is int else value


T = TypeVar("T")


def filled(cls: type[T], fields: dict[str, Any]) -> T:
    """An object of a frozen class with these attributes; a dataclass's own ``__init__`` sets them one by one."""
    made = object.__new__(cls)
    object.__setattr__(made, "__dict__", fields)
    return made


class Document:
    """A frozen struct: compare, unpack with ``to_dict``, print one field a line."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        return filled(cls, document)

    @classmethod
    def of_frame(cls, frame: Any, **fields: Any) -> Self:
        """A document out of a pandas or polars DataFrame, whose columns are fields of the document by name, and of fields by keyword.

        Other columns of the frame are left alone. An index of times is the document's one list of times, if no column is.
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
            if name.endswith("time_ms") and str(field.type).startswith("list[")
        ]
        if len(times) == 1 and getattr(getattr(getattr(frame, "index", None), "dtype", None), "kind", "") == "M":
            found.setdefault(times[0], frame.index)
        return cls(**found)

    def _wire(self) -> dict[str, Any]:
        raise NotImplementedError

    def to_dict(self) -> dict[str, Any]:
        """The fields that are present, nested documents as dicts."""
        return {name: _plain(value) for name, value in self._items()}

    def _items(self) -> list[tuple[str, Any]]:
        pairs = ((field, getattr(self, field)) for field in self.__dataclass_fields__)
        return [(name, value) for name, value in pairs if value is not None]

    def __repr__(self) -> str:
        lines = [f"    {name}={_indented(value)}," for name, value in self._items()]
        return "\n".join([f"{type(self).__name__}(", *lines, ")"]) if lines else f"{type(self).__name__}()"

    def _repr_html_(self) -> str:
        cells = (f"<tr><td>{name}</td><td>{html.escape(repr(value))}</td></tr>" for name, value in self._items())
        return f"<table><caption>{type(self).__name__}</caption>{''.join(cells)}</table>"


D = TypeVar("D", bound=Document)


class Rows(list[D]):
    """The documents of a report as a list, which is a table too: a row for each, a column for each of their fields."""

    def __init__(self, kind: type[D], documents: list[dict[str, Any]]) -> None:
        super().__init__(map(kind._read, documents))
        self._kind = kind

    def to_dict(self) -> dict[str, list[Any]]:
        """The columns by name: None where a field is absent, nested documents as dicts."""
        return {name: [_plain(getattr(row, name)) for row in self] for name in self._kind.__dataclass_fields__}

    def to_pandas(self) -> Any:
        """The table as a pandas DataFrame."""
        import pandas as pd

        return pd.DataFrame(self.to_dict())

    def to_polars(self) -> Any:
        """The table as a polars DataFrame."""
        import polars as pl

        return pl.DataFrame(self.to_dict())


class Variant:
    """One of several named cases, with content where the case has some. Subclasses are dataclasses of ``tag`` and ``content``."""

    tag: str
    content: Any

    def __init__(self, tag: str, content: Any = None) -> None:
        raise NotImplementedError

    def _wire(self) -> Any:
        return self.tag if self.content is None else {self.tag: self.content}

    @classmethod
    def _read(cls, document: Any) -> Self:
        if isinstance(document, str):
            return filled(cls, {"tag": document, "content": None})
        ((tag, content),) = document.items()
        # Most of a table's cells are numbers, and a table has thousands: they wait for no further call.
        return filled(cls, {"tag": tag, "content": content if type(content) is float else cls._content(tag, content)})

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        del tag
        return content

    def _value(self) -> Any:
        return self.content if self.tag == "value" else None

    def __float__(self) -> float:
        """The content, where it is a number."""
        if isinstance(self.content, (int, float)):
            return float(self.content)
        raise TypeError(f"{self!r} is no number")

    def __repr__(self) -> str:
        content = "" if self.content is None else _indented(self.content)
        return f"{type(self).__name__}.{self.tag}({content})"


def _plain(value: Any) -> Any:
    if isinstance(value, Document):
        return value.to_dict()
    if isinstance(value, Variant):
        return value.tag if value.content is None else {value.tag: _plain(value.content)}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value


def _indented(value: Any) -> str:
    return repr(value).replace("\n", "\n    ")
