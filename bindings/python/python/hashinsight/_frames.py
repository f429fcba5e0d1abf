"""Columns: NumPy arrays, pandas or polars in, the same kind out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from . import _native
from ._arrays import Kind, array, is_a
from ._documents import filled
from ._words import Words
from .errors import InputError, InputTypeError


class Columns:
    """Base of the generated results that hold one column per field."""

    __dataclass_fields__: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """The columns by name."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    def to_pandas(self) -> Any:
        """The columns as a pandas DataFrame."""
        import pandas as pd

        return pd.DataFrame({name: _pandas(column) for name, column in self.to_dict().items()})

    def to_polars(self) -> Any:
        """The columns as a polars DataFrame."""
        import polars as pl

        return pl.DataFrame({name: _polars(column) for name, column in self.to_dict().items()})


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
) -> Any:
    """One columns operation: columns by keyword, or by name out of a DataFrame, which then comes back as a DataFrame."""
    if frame is None:
        try:
            buffers = _native.call_columns(path, params, given)  # native arrays pass straight through
        except InputTypeError:
            pass  # something to convert first, or to refuse in its own words
        else:
            return filled(result, dict(zip(outputs, buffers)))
    arrays, like = gather(path, params, frame, given, inputs)
    buffers = _native.call_columns(path, params, arrays)
    answer = answering(like)
    columns = {name: answer(buffer, name) for name, buffer in zip(outputs, buffers)}
    if frame is None:
        return filled(result, columns)
    if is_a(frame, "pandas", "DataFrame"):
        return type(frame)(columns, index=frame.index)
    return type(frame)(columns)


def gather(
    path: str, params: Mapping[str, Any], frame: Any, given: Mapping[str, Any], inputs: Sequence[tuple[str, Kind]]
) -> tuple[dict[str, Any], Any]:
    """The columns that are there, as arrays, and the frame or Series whose kind the answer takes."""
    crate = path.partition(".")[0]
    found = {name: column for name, column in given.items() if column is not None}
    if frame is not None:
        found = _of_frame(crate, params, frame, inputs) | found
    like = frame if frame is not None else next(filter(_is_series, found.values()), None)
    found = _spread(found, frame, dict(inputs))
    _same_rows(crate, found, like)
    report = params.get("on_bad_row") == "report"
    arrays = {name: array(path, found[name], kind, name, report) for name, kind in inputs if name in found}
    for name, column in arrays.items():
        if frame is not None and len(column) != len(frame):
            allowed = f"{len(frame)} rows, as the frame has"
            raise InputError(f"{crate}.{name}.length", name, str(len(column)), allowed)
    return arrays, like


def _spread(found: dict[str, Any], frame: Any, kinds: Mapping[str, Kind]) -> dict[str, Any]:
    """One number, or word, for all rows, where others say how many rows there are."""
    lone = {name for name, column in found.items() if _is_lone(column, kinds.get(name))}
    if not lone or frame is None and len(lone) == len(found):
        return found
    rows = len(frame if frame is not None else next(column for name, column in found.items() if name not in lone))
    return {name: [column] * rows if name in lone else column for name, column in found.items()}


def _is_lone(column: Any, kind: Kind | None) -> bool:
    number = isinstance(column, (int, float, np.number)) and not isinstance(column, bool)
    return isinstance(column, str) if isinstance(kind, tuple) else number and kind in ("f64", "i64")


def _of_frame(
    crate: str, params: Mapping[str, Any], frame: Any, inputs: Sequence[tuple[str, Kind]]
) -> dict[str, Any]:
    if not is_a(frame, "pandas", "DataFrame") and not is_a(frame, "polars", "DataFrame"):
        allowed = (
            "a pandas or polars DataFrame: collect a LazyFrame, map a Dask frame by partitions, convert a pyarrow Table with"
            " to_pandas(), pass the columns of a dict or of records by keyword"
        )
        raise InputTypeError(f"{crate}.frame.wrong_type", "frame", type(frame).__name__, allowed)
    for name in params:
        if name in frame.columns:
            allowed = "one value for all rows, by keyword: drop or rename the column, or call once for each of its values"
            raise InputTypeError(f"{crate}.{name}.wrong_type", name, "a column of the frame", allowed)
    return {name: frame[name] for name, _ in inputs if name in frame.columns}


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
