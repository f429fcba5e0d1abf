"""Tables: how answers become frames, and how they are printed."""

from __future__ import annotations

import datetime
import difflib
import html
import importlib
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from .errors import InputError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

_ROWS = 25
_WIDTH = 112  # with the indentation of a document around it, 120
_T = TypeVar("_T", covariant=True)

Cells = dict[str, Sequence[Any]]
"""A table: values by column."""


class Framed:
    """What can become a data frame."""

    def _cells(self) -> Cells:
        raise NotImplementedError

    def _table(self, name: str | None) -> Cells:
        if name is None:
            return self._cells()
        raise InputError("border.table.unknown", "table", name, "no name: this is one table")

    def to_pandas(self, table: str | None = None) -> pd.DataFrame:
        """The table as a pandas DataFrame; of a document with several, the one of that name. What has no number is NaN, beside a column
        that says why."""
        import pandas as pd

        return pd.DataFrame({name: list(column) for name, column in self._table(table).items()})

    def to_polars(self, table: str | None = None) -> pl.DataFrame:
        """The table as a polars DataFrame; of a document with several, the one of that name. What has no number is NaN, beside a column
        that says why."""
        import polars as pl

        return pl.DataFrame({name: list(column) for name, column in self._table(table).items()})

    def to_arrow(self, table: str | None = None) -> Any:
        """The table as a pyarrow Table; of a document with several, the one of that name. What has no number is NaN, beside a column that
        says why."""
        pa: Any = importlib.import_module("pyarrow")
        return pa.table({name: list(column) for name, column in self._table(table).items()})

    def to_rows(self, table: str | None = None) -> list[dict[str, Any]]:
        """The table row by row; of a document with several, the one of that name."""
        cells = self._table(table)
        return [dict(zip(cells, row)) for row in zip(*cells.values())]

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self.to_arrow().__arrow_c_stream__(requested_schema)


class Table(Framed):
    """What is a table by itself."""

    def __len__(self) -> int:
        raise NotImplementedError

    def head(self, rows: int = 5) -> Self:
        """The first rows."""
        return self._between(0, rows)

    def tail(self, rows: int = 5) -> Self:
        """The last rows."""
        return self._between(max(len(self) - rows, 0), len(self))

    def _between(self, start: int, end: int) -> Self:
        raise NotImplementedError


class Lists(Table):
    """A document whose every field is a list: a table itself."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    def _between(self, start: int, end: int) -> Self:
        made = object.__new__(type(self))
        object.__setattr__(made, "__dict__", between({name: getattr(self, name) for name in self.__dataclass_fields__}, start, end))
        return made

    def _cells(self) -> Cells:
        return spread({name: value for name in self.__dataclass_fields__ if (value := getattr(self, name)) is not None})

    def __len__(self) -> int:
        return max(map(len, self._cells().values()), default=0)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.to_rows())

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return text(f"{type(self).__name__}: {len(self)} rows", self._cells())

    def _repr_html_(self) -> str:
        return markup(f"{type(self).__name__}: {len(self)} rows", self._cells())


class Rows(tuple[_T, ...], Table):
    """Documents of one kind: a tuple of them, and a table."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Sequence[Any]]:
        """The table by columns: None where a field is absent; fields of nested documents with the names above them, ``spread.low``."""
        return dict(self._cells())

    def _between(self, start: int, end: int) -> Self:
        return type(self)(self[start:end])

    def _cells(self) -> Cells:
        names = dict.fromkeys(name for row in self for name, _ in flat(row))
        found = [dict(flat(row)) for row in self]
        return spread({name: [_nested(row.get(name)) for row in found] for name in names})

    def __repr__(self) -> str:
        return brief(tuple(self))

    def _repr_html_(self) -> str:
        return markup(f"{len(self)} rows", self._cells())


def _nested(value: Any) -> Any:
    """A table inside a cell, as dicts."""
    return [row.to_dict() for row in value] if isinstance(value, Rows) else value


class Shown(Framed):
    """A document with a card, and with the table that is in it."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    def _tables(self) -> dict[str, Cells]:
        """Parts that are tables, by name: documents of lists, lists of documents, and plain lists of one length."""
        fields = [(name, value) for name in self.__dataclass_fields__ if (value := getattr(self, name)) is not None]
        found = {name: value._cells() for name, value in fields if isinstance(value, (Lists, Rows))}
        lists = {name: value for name, value in fields if isinstance(value, tuple) and not isinstance(value, Rows)}
        if grid := _grid(lists):
            return found | {"cells": grid}
        for size in dict.fromkeys(map(len, lists.values())):
            alike = {name: value for name, value in lists.items() if len(value) == size}
            found[next(iter(alike))] = spread(alike)
        return found

    def _cells(self) -> Cells:
        tables = self._tables()
        whole = [name for name in tables if isinstance(getattr(self, name, None), Lists)]
        if len(whole) == 1 or len(tables) == 1:
            return tables[(whole or list(tables))[0]]
        if tables:
            allowed = f"the name of one of its tables, as to_pandas({list(tables)[0]!r}): {', '.join(tables)}"
            raise InputError("border.table.several", "table", type(self).__name__, allowed)
        return spread({name: [value] for name, value in flat(self)})

    def _table(self, name: str | None) -> Cells:
        if name is None:
            return self._cells()
        tables = self._tables()
        if name not in tables:
            near = difflib.get_close_matches(name, tables, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise InputError("border.table.unknown", "table", name, f"one of {', '.join(tables)}{hint}" if tables else "no name: it has none")
        return tables[name]

    def _repr_html_(self) -> str:
        tables = self._tables()
        within = {column for cells in tables.values() for column in cells} | set(tables)
        plain = [(name, value) for name, value in flat(self) if name not in within]
        parts = [card(type(self).__name__, plain)] if plain else []
        parts += [markup(f"{name}: {size(cells)} rows", cells, rows=10) for name, cells in tables.items()]
        return "".join(parts)


def between(columns: Mapping[str, Any], start: int, end: int) -> dict[str, Any]:
    """Rows of columns, by their places."""
    return {name: None if column is None else getattr(column, "iloc", column)[start:end] for name, column in columns.items()}


def size(cells: Mapping[str, Any]) -> int:
    """Number of rows."""
    return max(map(len, cells.values()), default=0)


def _grid(lists: Mapping[str, tuple[Any, ...]]) -> Cells:
    """Cells over axes: the first lists whose lengths are those of ``shape``, the last axis fastest, and what has a value a cell."""
    shape = lists.get("shape", ())
    rest = [(name, value) for name, value in lists.items() if name != "shape"]
    axes = rest[: len(shape)]
    if not shape or tuple(len(value) for _, value in axes) != tuple(shape):
        return {}
    cells, repeat = math.prod(shape), math.prod(shape)
    found: Cells = {}
    for name, value in axes:
        repeat //= len(value)
        found[name] = [value[cell // repeat % len(value)] for cell in range(cells)]
    return found | {name: value for name, value in rest[len(shape) :] if len(value) == cells}


def flat(document: Any, above: str = "") -> Iterator[tuple[str, Any]]:
    """Names and values, those of nested documents with the names above them."""
    for name in document.__dataclass_fields__:
        value = getattr(document, name)
        if value is None:
            continue
        held = value.value if getattr(value, "tag", None) == "value" else value
        if hasattr(held, "__dataclass_fields__") and not hasattr(held, "tag") and not isinstance(held, Lists):
            yield from flat(held, f"{above}{name}.")
        else:
            yield above + name, value


def spread(columns: Mapping[str, Sequence[Any]]) -> Cells:
    """What may have no number as numbers with NaN, and beside them the word that says why."""
    cells: Cells = {}
    for name, column in columns.items():
        if not any(hasattr(item, "tag") for item in column):
            cells[name] = column
            continue
        values = [getattr(item, "value", item) if hasattr(item, "tag") else item for item in column]
        if all(value is None or isinstance(value, (int, float)) for value in values):
            cells[name] = [math.nan if value is None else float(value) for value in values]
        else:
            cells[name] = [value if value is None or isinstance(value, (str, int, float, datetime.date)) else str(value) for value in values]
        cells[f"{name}_status"] = ["ok" if (tag := getattr(item, "tag", "ok")) == "value" else tag for item in column]
    return cells


def brief(value: Any) -> str:
    """A representation in which a long list is its beginning and its end, and a long text its beginning."""
    if isinstance(value, tuple) and len(value) > _ROWS:
        ends = ", ".join(map(repr, value[:3])) + ", ..., " + repr(value[-1])
        return f"({ends})  # {len(value)} values"
    if isinstance(value, str) and len(value) > 2 * _WIDTH:
        return f"{value[:_WIDTH]!r}...  # {len(value)} letters"
    return tuple.__repr__(value) if isinstance(value, tuple) else repr(value)


def cell(value: Any) -> str:
    """A value as it stands in a table: six digits of a number, a time without what is zero."""
    if isinstance(value, bool) or value is None:
        return "" if value is None else str(value)
    if isinstance(value, float):
        whole = f"{value:,.0f}" if abs(value) >= 1e6 else f"{value:,.6g}"
        return f"{value:.6g}" if value != 0 and not 1e-4 <= abs(value) < 1e15 else whole
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, datetime.datetime):
        return f"{value:%Y-%m-%d}" if value.time() == datetime.time(0) else f"{value:%Y-%m-%d %H:%M:%S}".removesuffix(":00")
    if isinstance(value, (str, Decimal, datetime.date)):
        told = str(value)
    elif getattr(value, "tag", None) == "value":
        return cell(value.value)
    elif hasattr(value, "tag"):
        told = value.tag if value.content is None else f"{value.tag}: {brief(value.content)}"
    elif isinstance(value, tuple):
        told = f"{len(value)} values: {', '.join(map(cell, value[:5]))}" + (", ..." if len(value) > 5 else "")
    else:
        told = brief(value)
    told = " ".join(told.split())
    return told if len(told) <= 60 else told[:57] + "..."


def _head(cells: Cells, rows: int) -> tuple[list[list[str]], int]:
    """Columns as texts, as many as fit, and how many do not."""
    found: list[list[str]] = []
    width = 0
    for name, column in cells.items():
        texts = [name, *map(cell, column[:rows])]
        width += max(map(len, texts)) + 2
        if found and width > _WIDTH:
            break
        found.append(texts)
    return found, len(cells) - len(found)


def _rest(cells: Cells, rows: int, hidden: int) -> str:
    more = [f"{size(cells) - rows} more rows"] if size(cells) > rows else []
    more += [f"{hidden} more columns: {', '.join(list(cells)[-hidden:])}"] if hidden else []
    told = "; ".join(more)
    return told if len(told) <= _WIDTH else told[: _WIDTH - 3] + "..."


def text(title: str, cells: Cells, rows: int = 10) -> str:
    """A table as lines, at most 120 wide."""
    columns, hidden = _head(cells, rows)
    widths = [max(map(len, column)) for column in columns]
    lines = ["  ".join(value.rjust(width) for value, width in zip(row, widths)) for row in zip(*columns)]
    rest = _rest(cells, rows, hidden)
    return "\n".join([title, *lines, *([f"({rest})"] if rest else [])])


def markup(title: str, cells: Cells, rows: int = _ROWS) -> str:
    """A table for a notebook, at most 25 rows and about 120 letters wide."""
    columns, hidden = _head(cells, rows)
    head = "".join(f"<th>{html.escape(column[0])}</th>" for column in columns)
    body = "".join(_row(row) for row in zip(*(column[1:] for column in columns)))
    rest = _rest(cells, rows, hidden)
    note = f"<p>{html.escape(rest)}</p>" if rest else ""
    return f"<table><caption>{html.escape(title)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}"


def _row(values: Iterable[str]) -> str:
    return "<tr>" + "".join(f'<td style="text-align:right">{html.escape(value)}</td>' for value in values) + "</tr>"


def card(title: str, pairs: Sequence[tuple[str, Any]]) -> str:
    """Names and values for a notebook, at most 25 of them."""
    shown = [(name, cell(value)) for name, value in pairs[:_ROWS]]
    body = "".join(
        f'<tr><th style="text-align:left">{html.escape(name)}</th><td style="text-align:right">{html.escape(value)}</td></tr>'
        for name, value in shown
    )
    more = f"<p>{len(pairs) - _ROWS} more fields</p>" if len(pairs) > _ROWS else ""
    return f"<table><caption>{html.escape(title)}</caption><tbody>{body}</tbody></table>{more}"
