"""Columns: NumPy arrays, pandas, polars or pyarrow in, the same kind out."""

from __future__ import annotations

import difflib
import importlib
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self

import numpy as np

from . import _native, _show
from ._arrays import Kind, array, is_a, is_scalar, times, value
from ._documents import filled
from ._words import Words
from .errors import HashInsightError, InputError, InputTypeError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

_SLICE_S = 0.05
_SLICE_ROWS = 65_536
_TRIED_ROWS = 4_096


class Columns(_show.Table):
    """Base of the generated results that hold one column per field."""

    __dataclass_fields__: ClassVar[dict[str, Any]]
    __hash__ = None  # type: ignore[assignment]
    __iter__: ClassVar[None] = None  # by rows or by columns? ``to_rows()`` and ``keys()`` say which

    def to_dict(self) -> dict[str, Any]:
        """The columns by name."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    def _cells(self) -> _show.Cells:
        return self.to_dict()

    def _between(self, start: int, end: int) -> Self:
        return type(self)(**_show.between(self.to_dict(), start, end))

    def __len__(self) -> int:
        return _show.size(self.to_dict())

    def __bool__(self) -> bool:
        return True

    def __getitem__(self, name: str) -> Any:
        return self.to_dict()[name]

    def keys(self) -> list[str]:
        """Names of the columns."""
        return list(self.__dataclass_fields__)

    def to_pandas(self, table: str | None = None) -> pd.DataFrame:
        """The columns as a pandas DataFrame."""
        import pandas as pd

        return pd.DataFrame({name: _pandas(column) for name, column in self._table(table).items()})

    def to_polars(self, table: str | None = None) -> pl.DataFrame:
        """The columns as a polars DataFrame."""
        import polars as pl

        return pl.DataFrame({name: _polars(column) for name, column in self._table(table).items()})

    def to_rows(self, table: str | None = None) -> list[dict[str, Any]]:
        """The columns row by row, as plain numbers and words."""
        columns = {name: np.asarray(column).tolist() for name, column in self._table(table).items()}
        return [dict(zip(columns, row)) for row in zip(*columns.values())]

    def to_arrow(self, table: str | None = None) -> Any:
        """The columns as a pyarrow Table."""
        pa: Any = importlib.import_module("pyarrow")
        return pa.table({name: _arrow(column) for name, column in self._table(table).items()})

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> np.ndarray[Any, Any]:
        records = _records(self.to_dict())
        return records if dtype is None else records.astype(dtype)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        pairs = [(np.asarray(getattr(self, name)), np.asarray(getattr(other, name))) for name in self.__dataclass_fields__]
        return all(np.array_equal(mine, theirs, equal_nan=mine.dtype.kind == "f") for mine, theirs in pairs)

    def __repr__(self) -> str:
        return _show.text(self._title(), self._shown(10))

    def _repr_html_(self) -> str:
        return _show.markup(self._title(), self._shown(25))

    def _title(self) -> str:
        return f"{type(self).__name__}: {len(self)} rows"

    def _shown(self, rows: int) -> _show.Cells:
        """The columns with plain values in the rows that are shown."""
        return {name: _Head(column, rows) for name, column in self.to_dict().items()}


class _Head(Sequence[Any]):
    """The beginning of a column as plain values; the length is the column's."""

    def __init__(self, column: Any, rows: int) -> None:
        self._count = len(column)
        self._rows = np.asarray(column[:rows]).tolist()

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, rows: Any) -> Any:
        return self._rows[rows]


def document(frame: Any) -> dict[str, Any] | None:
    """A pandas or polars DataFrame as a document: its columns by name, and a pandas index that has a name; None for anything else."""
    if is_a(frame, "polars", "DataFrame"):
        return {name: frame[name] for name in frame.columns}
    if not is_a(frame, "pandas", "DataFrame"):
        return None
    # Without their index: the columns of a frame have the same rows, and what stands beside the frame may have others.
    columns = {name: _bare(frame[name]) for name in frame.columns}
    if isinstance(frame.index.name, str):
        columns.setdefault(frame.index.name, frame.index)
    return columns


def as_records(frame: Any) -> Any:
    """A pandas or polars DataFrame row by row, without the cells that are missing; anything else as it is."""
    columns = document(frame)
    if columns is None:
        return frame
    cells = [_cells(column) for column in columns.values()]
    return [{name: cell for name, cell in zip(columns, row) if not _is_missing(cell)} for row in zip(*cells)]


def _cells(column: Any) -> Any:
    """Plain values of a column; times without a zone are UTC."""
    if str(column.dtype).startswith(("datetime64", "Datetime", "timestamp")):
        ms = times(column)
        if ms is not None:
            return ms.tolist()
    return column.to_list() if hasattr(column, "to_list") else column.tolist()


def _is_missing(cell: Any) -> bool:
    return cell is None or type(cell).__name__ == "NAType" or (not isinstance(cell, (str, list, dict)) and bool(cell != cell))


def _bare(column: Any) -> Any:
    return column.to_numpy() if isinstance(column.dtype, np.dtype) else column.array


def same_rows(columns: Mapping[str, Any], frame: Any) -> None:
    """Refuses Series beside a frame whose rows are others."""
    _same_rows("border", columns, frame)


def call(
    path: str,
    params: Mapping[str, Any],
    frame: Any,
    given: Mapping[str, Any],
    inputs: Sequence[tuple[str, Kind]],
    outputs: Sequence[str],
    result: type[Any],
    by_row: bool,
) -> Any:
    """One columns operation: columns by keyword, or by name out of a DataFrame, which then comes back as a DataFrame."""
    if frame is None:
        try:
            buffers = _called(path, params, given, by_row)  # native arrays pass straight through
        except InputTypeError:
            pass  # something to convert first, or to refuse in its own words
        else:
            return filled(result, dict(zip(outputs, buffers)))
    arrays, like = gather(path, params, frame, given, inputs)
    buffers = _called(path, params, arrays, by_row)
    if frame is not None and not is_a(frame, "pandas", "DataFrame") and not is_a(frame, "polars", "DataFrame"):
        return _same_kind(frame, dict(zip(outputs, buffers)))
    answer = answering(like)
    columns = {name: answer(buffer, name) for name, buffer in zip(outputs, buffers)}
    if frame is None:
        return filled(result, columns)
    if is_a(frame, "pandas", "DataFrame"):
        return type(frame)(columns, index=frame.index)
    return type(frame)(columns)


def _called(path: str, params: Mapping[str, Any], columns: Mapping[str, Any], by_row: bool) -> list[Any]:
    """The columns operation; rows that do not know of each other go in slices, between which Ctrl-C is heard, where they take long."""
    rows = next((column.size for column in columns.values() if type(column) is np.ndarray), 0)
    if not by_row or rows <= _SLICE_ROWS:
        return _native.call_columns(path, params, columns)
    try:
        began = time.perf_counter()
        _native.call_columns(path, params, _part(columns, 0, _TRIED_ROWS))
        if (time.perf_counter() - began) * rows > _SLICE_S * _TRIED_ROWS:
            parts = [_native.call_columns(path, params, part) for part in sliced(columns, rows)]
            return [joined(column) for column in zip(*parts)]
    except HashInsightError:
        pass  # which of all rows is told first is for the whole to say
    return _native.call_columns(path, params, columns)


def _part(columns: Mapping[str, Any], start: int, end: int) -> dict[str, Any]:
    return {name: None if column is None else column[start:end] for name, column in columns.items()}


def sliced(columns: Mapping[str, Any], rows: int) -> Iterator[dict[str, Any]]:
    """Slices of the columns, of about a twentieth of a second each."""
    start, count = 0, _SLICE_ROWS
    while start < rows:
        began = time.perf_counter()
        yield _part(columns, start, start + count)
        start += count
        spent = time.perf_counter() - began
        count = max(256, int(count * _SLICE_S / max(spent, 1e-6)))


def joined(parts: Sequence[Any]) -> Any:
    """The column that these are the slices of."""
    if not isinstance(parts[0], Words):
        return np.concatenate(parts)
    words = tuple(dict.fromkeys(word for part in parts for word in part.words))
    places = [np.array([words.index(word) for word in part.words], np.uint8) for part in parts]
    return Words(np.concatenate([place[part.codes] for place, part in zip(places, parts)]), words)


def gather(
    path: str, params: Mapping[str, Any], frame: Any, given: Mapping[str, Any], inputs: Sequence[tuple[str, Kind]]
) -> tuple[dict[str, Any], Any]:
    """The columns that are there, as arrays, and the frame or Series whose kind the answer takes. One value stands for every row."""
    crate = path.partition(".")[0]
    found = {name: column for name, column in given.items() if column is not None}
    rows = None
    if frame is not None:
        names = _names(crate, frame)
        for name, _ in inputs:
            if names.count(name) > 1:
                raise InputError(f"{crate}.{name}.several", name, f"{names.count(name)} columns of that name", "one column")
        _told_columns(crate, params, frame, names)
        _needed(crate, names, found, inputs)
        rows = len(frame) if not isinstance(frame, Mapping) else None
        found = {name: frame[name] for name, _ in inputs if name in names} | found
    like = frame if frame is not None else next(filter(_is_series, found.values()), None)
    _same_rows(crate, found, like)
    report = params.get("on_bad_row") == "report"
    single = {name for name, column in found.items() if is_scalar(column)}
    arrays = {
        name: value(path, found[name], kind, name) if name in single else array(path, found[name], kind, name, report)
        for name, kind in inputs
        if name in found
    }
    if rows is None:
        rows = next((len(column) for name, column in arrays.items() if name not in single), 1)
    for name, column in arrays.items():
        if name in single:
            arrays[name] = _repeated(column, rows)
        elif frame is not None and len(column) != rows:
            raise InputError(f"{crate}.{name}.length", name, str(len(column)), f"{rows} rows, as the frame has")
    return arrays, like


def _repeated(column: Any, rows: int) -> Any:
    return Words(np.repeat(column.codes, rows), column.words) if isinstance(column, Words) else np.repeat(column, rows)


_FRAMES = "a DataFrame of pandas or polars, a Table of pyarrow, a dict of columns, or a structured array"
_INSTEAD = {
    "LazyFrame": "; .collect() it first, or map it with .map_batches(...)",
    "Series": "; pass a column by its keyword",
    "ndarray": "; pass a column by its keyword",
    "list": "; pass a column by its keyword",
}


def _names(crate: str, frame: Any) -> list[str]:
    """Names of the columns of a frame."""
    if is_a(frame, "pandas", "DataFrame") or is_a(frame, "polars", "DataFrame"):
        return list(frame.columns)
    if is_a(frame, "pyarrow", "Table") or is_a(frame, "pyarrow", "RecordBatch"):
        return list(frame.schema.names)
    if isinstance(frame, Mapping):
        return list(frame)
    if isinstance(frame, np.ndarray) and frame.dtype.names:
        return list(frame.dtype.names)
    kind = type(frame)
    instead = "; map it with .map_partitions(...)" if kind.__module__.startswith("dask") else _INSTEAD.get(kind.__name__, "")
    raise InputTypeError(f"{crate}.frame.wrong_type", "frame", kind.__name__, _FRAMES + instead)


def _told_columns(crate: str, params: Mapping[str, Any], frame: Any, names: Sequence[str]) -> None:
    """Refuse a column of what is said once for all rows, unless each row says the same."""
    for name, value in params.items():
        if name in names and not (is_scalar(value) and np.all(np.asarray(frame[name]) == value)):
            allowed = "one value for all rows, by keyword: drop or rename the column, or call once for each of its values"
            raise InputTypeError(f"{crate}.{name}.wrong_type", name, "a column of the frame", allowed)


def _needed(crate: str, names: Sequence[str], found: Mapping[str, Any], inputs: Sequence[tuple[str, Kind]]) -> None:
    """Refuse a frame that has a column under another name: ``power_W`` for ``power_w``."""
    known = [name for name, _ in inputs]
    strange = {name.lower(): name for name in names if isinstance(name, str) and name not in known}
    for name in known:
        if name not in names and name not in found:
            near = difflib.get_close_matches(name, strange, 1, 0.85)
            if near:
                raise InputTypeError(f"{crate}.{name}.missing", name, "", f"a column; the frame has {strange[near[0]]}: rename it")


def _same_kind(frame: Any, columns: dict[str, Any]) -> Any:
    """The columns as a pyarrow Table, a dict or a structured array."""
    if is_a(frame, "pyarrow", "Table") or is_a(frame, "pyarrow", "RecordBatch"):
        return type(frame).from_pydict({name: _arrow(column) for name, column in columns.items()})
    return dict(columns) if isinstance(frame, Mapping) else _records(columns)


def _records(columns: Mapping[str, Any]) -> np.ndarray[Any, Any]:
    plain = {name: np.asarray(column) for name, column in columns.items()}
    records = np.empty(_show.size(plain), [(name, column.dtype) for name, column in plain.items()])
    for name, column in plain.items():
        records[name] = column
    return records


def _same_rows(crate: str, columns: Mapping[str, Any], like: Any) -> None:
    """Rows go by position, as they do in NumPy, so pandas Series must not say that they are others."""
    first = ("the frame", like.index) if is_a(like, "pandas", "DataFrame") else None
    for name, column in columns.items():
        if not is_a(column, "pandas", "Series"):
            continue
        first = first or (name, column.index)
        if not first[1].equals(column.index):
            allowed = "equal indexes: align with .reindex(), or pass .to_numpy() to go by position"
            raise InputError(f"{crate}.{name}.unsupported", name, f"another index than {first[0]} has", allowed)


def answering(like: Any) -> Callable[[Any, str], Any]:
    """How output columns become the kind that came in."""
    if is_a(like, "pandas", "Series") or is_a(like, "pandas", "DataFrame"):
        series, index = sys.modules["pandas"].Series, like.index
        return lambda column, name: series(_pandas(column), index=index, name=name)
    if is_a(like, "polars", "Series") or is_a(like, "polars", "DataFrame"):
        series = sys.modules["polars"].Series
        return lambda column, name: series(name, _polars(column))
    return lambda column, _name: column


def _is_series(column: Any) -> bool:
    return is_a(column, "pandas", "Series") or is_a(column, "polars", "Series")


def _pandas(values: Any) -> Any:
    if not isinstance(values, Words):
        return values
    return sys.modules["pandas"].Categorical.from_codes(values.codes.astype(np.int32), list(values.words))


def _polars(values: Any) -> Any:
    if not isinstance(values, Words):
        return values
    pl = sys.modules["polars"]
    return pl.Series(values.tolist(), dtype=pl.Enum(list(values.words)))


def _arrow(values: Any) -> Any:
    return values.to_arrow() if isinstance(values, Words) else values
