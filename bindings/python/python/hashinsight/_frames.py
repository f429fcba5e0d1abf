"""Columns: NumPy arrays, pandas or polars in, the same kind out."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from . import _native
from .errors import InputTypeError

_EXACT = 2**53


class Columns:
    """Base of the generated results that hold one column per field."""

    __slots__ = ()
    __dataclass_fields__: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """The columns by name."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    def to_pandas(self) -> Any:
        """The columns as a pandas DataFrame."""
        import pandas as pd

        return pd.DataFrame(self.to_dict())

    def to_polars(self) -> Any:
        """The columns as a polars DataFrame."""
        import polars as pl

        return pl.DataFrame(self.to_dict())


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
    arrays, like = gather(path, frame, given, inputs)
    buffers = _native.call_columns(path, params, arrays)
    columns = {name: column(buffer, like, name) for name, buffer in zip(outputs, buffers)}
    if frame is None:
        return result(**columns)
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


def column(buffer: Any, like: Any, name: str) -> Any:
    """An output buffer as the kind of column that came in."""
    words = isinstance(buffer, tuple)
    if like is not None and _is(like, "pandas"):
        pd = sys.modules["pandas"]
        values = pd.Categorical.from_codes(buffer[0].astype(np.int32), list(buffer[1])) if words else buffer
        return pd.Series(values, index=like.index, name=name)
    plain = np.asarray(buffer[1])[buffer[0]] if words else buffer
    if like is not None and _is(like, "polars"):
        pl = sys.modules["polars"]
        return pl.Series(name, plain, dtype=pl.Enum(list(buffer[1]))) if words else pl.Series(name, plain)
    return plain


def _is(value: Any, package: str) -> bool:
    return type(value).__module__.partition(".")[0] == package
