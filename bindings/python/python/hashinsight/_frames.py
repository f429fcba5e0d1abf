"""Columns: NumPy arrays, pandas or polars in, the same kind out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from . import _native
from ._documents import filled
from .errors import InputTypeError

_EXACT = 2**53


class Words:
    """A column of words from a short list: row ``i`` is ``words[codes[i]]``.

    Compares with a word in one step (``column == "ok"`` is a mask), and NumPy, pandas and polars read it as text.
    """

    __slots__ = ("codes", "words")
    __hash__ = None  # type: ignore[assignment]

    codes: np.ndarray[Any, Any]
    words: tuple[str, ...]

    def __init__(self, codes: np.ndarray[Any, Any], words: Sequence[str]) -> None:
        self.codes = codes
        self.words = tuple(words)

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, row: Any) -> Any:
        picked = self.codes[row]
        return Words(picked, self.words) if isinstance(picked, np.ndarray) else self.words[picked]

    def __iter__(self) -> Iterator[str]:
        return map(self.words.__getitem__, self.codes.tolist())

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> np.ndarray[Any, Any]:
        return np.asarray(self.words, dtype=dtype)[self.codes]

    def __eq__(self, other: object) -> Any:
        if isinstance(other, str):
            code = self.words.index(other) if other in self.words else len(self.words)
            return self.codes == code
        return np.asarray(self) == (np.asarray(other) if isinstance(other, Words) else other)

    def __ne__(self, other: object) -> Any:
        return ~(self == other)

    def tolist(self) -> list[str]:
        """The words, row by row."""
        return list(self)

    def __repr__(self) -> str:
        return f"Words({np.asarray(self)!r})"


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


def call(
    path: str,
    params: Mapping[str, Any],
    frame: Any,
    given: Mapping[str, Any],
    inputs: Sequence[tuple[str, str]],
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
    arrays, like = gather(path, frame, given, inputs)
    buffers = _native.call_columns(path, params, arrays)
    answer = answering(like)
    columns = {name: answer(buffer, name) for name, buffer in zip(outputs, buffers)}
    if frame is None:
        return filled(result, columns)
    if _is(frame, "pandas"):
        return sys.modules["pandas"].DataFrame(columns, index=frame.index)
    return type(frame)(columns)


def gather(
    path: str, frame: Any, given: Mapping[str, Any], inputs: Sequence[tuple[str, str]]
) -> tuple[dict[str, np.ndarray[Any, Any]], Any]:
    """The columns that are there, as arrays, and one of them as it came, for its kind."""
    found = {name: column for name, column in given.items() if column is not None}
    if frame is not None:
        found = {name: frame[name] for name, _ in inputs if name not in found and name in frame.columns} | found
    like = next((found[name] for name, _ in inputs if name in found), None)
    return {name: array(path, found[name], kind, name) for name, kind in inputs if name in found}, like


def array(path: str, values: Any, kind: str, name: str) -> np.ndarray[Any, Any]:
    """A contiguous array of ``float64`` or ``int64``; what would lose a bit or mean something else is refused."""
    raw = np.asarray(values.to_numpy() if hasattr(values, "to_numpy") else values)
    found = raw.dtype.kind
    code = f"{path.partition('.')[0]}.{name}.wrong_type"
    if raw.ndim != 1:
        raise InputTypeError(code, name, f"{raw.ndim} dimensions", "one dimension")
    if kind == "f64" and (found == "f" and raw.dtype.itemsize <= 8 or found in "iu" and _exact(raw)):
        return np.ascontiguousarray(raw, dtype=np.float64)
    if kind == "i64" and found == "i":
        return np.ascontiguousarray(raw, dtype=np.int64)
    if kind == "i64" and found == "u" and (raw.dtype.itemsize < 8 or not raw.size or raw.max() < 2**63):
        return np.ascontiguousarray(raw, dtype=np.int64)
    if kind == "i64" and found == "M":
        return np.ascontiguousarray(_milliseconds(raw, code, name))
    allowed = "numbers" if kind == "f64" else "whole numbers (int64), or datetime64 for times"
    raise InputTypeError(code, name, str(raw.dtype), allowed)


def _exact(raw: np.ndarray[Any, Any]) -> bool:
    return raw.dtype.itemsize < 8 or not raw.size or bool(raw.max() <= _EXACT and raw.min() >= -_EXACT)


def _milliseconds(raw: np.ndarray[Any, Any], code: str, name: str) -> np.ndarray[Any, Any]:
    ms = raw.astype("datetime64[ms]")
    if np.isnat(raw).any() or (ms.astype(raw.dtype) != raw).any():
        raise InputTypeError(code, name, str(raw.dtype), "times in whole milliseconds, none missing")
    return ms.astype(np.int64)


def answering(like: Any) -> Callable[[Any, str], Any]:
    """How output columns become the kind that came in."""
    if like is not None and _is(like, "pandas"):
        series, index = sys.modules["pandas"].Series, like.index
        return lambda column, name: series(_pandas(column), index=index, name=name)
    if like is not None and _is(like, "polars"):
        series = sys.modules["polars"].Series
        return lambda column, name: series(name, _polars(column))
    return lambda column, _name: column


def _pandas(values: Any) -> Any:
    if not isinstance(values, Words):
        return values
    return sys.modules["pandas"].Categorical.from_codes(values.codes.astype(np.int32), list(values.words))


def _polars(values: Any) -> Any:
    if not isinstance(values, Words):
        return values
    pl = sys.modules["polars"]
    return pl.Series(values.tolist(), dtype=pl.Enum(list(values.words)))


def _is(value: Any, package: str) -> bool:
    return type(value).__module__.partition(".")[0] == package
