"""One column in: whatever holds numbers, truths or words by row, read exactly, or refused by name and row."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np

from ._documents import _EPOCH, _MILLISECOND
from ._words import Words
from .errors import InputTypeError

Array: TypeAlias = np.ndarray[Any, Any]
Refuse: TypeAlias = Callable[..., InputTypeError]
Kind: TypeAlias = str | tuple[str, ...]
"""What a column holds: ``f64``, ``i64``, ``time``, ``bool``, or the words of its choice."""

_EXACT = 2**53
_LEAST = -(2**63)
_DTYPES: dict[Kind, Any] = {"f64": np.float64, "i64": np.int64, "time": np.int64, "bool": np.bool_}
_ALLOWED: dict[Kind, str] = {
    "f64": "numbers",
    "i64": "whole numbers (int64, Int64, or floats without a fraction, up to 2^53), or times in whole milliseconds: datetime64, or datetimes with a time zone",
    "time": "times in whole milliseconds: datetime64, datetimes with a time zone, ISO text with its offset, or whole numbers since 1970 UTC",
    "bool": "true or false: bools, not numbers",
}


def array(path: str, values: Any, kind: Kind, name: str, report: bool = False) -> Array | Words:
    """A contiguous array of ``float64``, ``int64`` or ``bool``, or words; what would lose a bit or mean something else is refused.

    Missing is what is masked, None, NaN, NA, NaT or null: NaN in a column of floats, for the core to refuse or to report. Integers have no
    NaN: there a missing row is refused here, or, where bad rows are reported, becomes the least int64, which every operation reports.
    Truths and words that are missing are refused.
    """
    refuse = _refusal(path, kind, name)
    try:
        raw, missing = (values, None) if isinstance(values, Words) else _parts(values, kind)
    except MemoryError:
        raise
    except Exception as error:  # whatever a foreign container raises
        raise refuse(f"{type(values).__name__}: {error}") from error
    if isinstance(raw, Words):
        if isinstance(kind, tuple):
            return Words(np.ascontiguousarray(raw.codes, np.uint8), raw.words)
        raise refuse("words")
    if raw.ndim != 1:
        got = f"{raw.ndim} dimensions" if raw.ndim else f"a single {type(values).__name__}"
        raise refuse(got, allowed="one dimension: a value for each row")
    if isinstance(kind, tuple):
        return _words(raw, missing, kind, refuse)
    if kind == "time" and raw.dtype.kind in "UT":
        raw = raw.astype(object)
    if not raw.size:
        return np.empty(0, _DTYPES[kind])
    if raw.dtype == object:
        raw, missing = _items(raw, missing, kind, refuse)
    if kind == "f64":
        return _floats(raw, missing, refuse)
    return _truths(raw, missing, refuse) if kind == "bool" else _integers(raw, missing, report, refuse)


def moment(item: Any) -> int | str:
    """One time of NumPy as milliseconds since 1970 UTC; as text, for the core to refuse, where it is none."""
    ms = _number(item, "time")
    return str(item) if ms is None else int(ms)


def is_scalar(column: Any) -> bool:
    """Whether it is one value, which stands for every row."""
    if isinstance(column, np.ndarray):
        return column.ndim == 0
    return isinstance(column, (bool, int, float, str, bytes, np.generic, datetime.datetime))


def times(values: Any) -> Array | None:
    """A container of times as whole milliseconds, those without a zone as UTC; None where that would lose something, or some are missing."""
    try:
        ms = array("border.call", values, "i64", "times")
    except InputTypeError:
        return None
    return None if isinstance(ms, Words) else ms


def value(path: str, item: Any, kind: Kind, name: str) -> Array | Words:
    """A column of one row."""
    if isinstance(kind, tuple):
        if isinstance(item, str):
            return _words(np.array([item], object), None, kind, _refusal(path, kind, name))
        raise _refusal(path, kind, name)(_shown(item))
    is_nothing = _is_missing(item) and not isinstance(item, (float, np.floating))  # NaN is for the core to refuse
    number = None if is_nothing else _number(item, kind)
    if number is None:
        raise _refusal(path, kind, name)(_shown(item))
    return np.array([number], _DTYPES[kind])


def is_a(value: Any, package: str, kind: str) -> bool:
    """Whether it is a pandas or polars object; neither is imported for the question."""
    module = sys.modules.get(package)
    return module is not None and isinstance(value, getattr(module, kind))


def _refusal(path: str, kind: Kind, name: str) -> Refuse:
    crate = path.partition(".")[0]
    what = f"words: {', '.join(kind)}" if isinstance(kind, tuple) else _ALLOWED[kind]

    def refuse(
        got: str, row: int | None = None, problem: str = "wrong_type", allowed: str = what
    ) -> InputTypeError:
        return InputTypeError(f"{crate}.{name}.{problem}", name if row is None else f"{name}[{row}]", got, allowed)

    return refuse


def _parts(values: Any, kind: Kind) -> tuple[Array | Words, Array | None]:
    """The values as an array, and which of them are missing where the array has no word for that."""
    if isinstance(kind, tuple):
        values = _of_categories(values)
        if isinstance(values, Words):
            return values, None
    package = type(values).__module__.partition(".")[0]
    if package == "pandas":
        return _of_pandas(values)
    if hasattr(values, "units") or isinstance(values, np.ndarray) and hasattr(values, "unit"):
        raise TypeError("has a unit of its own; its plain numbers are wanted, in the unit of the name")
    if isinstance(values, np.ma.MaskedArray):
        return _blank(np.array(np.ma.getdata(values)), np.ma.getmaskarray(values))
    if isinstance(values, (list, tuple)):
        types = set(map(type, values))
        # NumPy would make one type of several: 1 of True, text of numbers, NaN of what is masked.
        is_plain = len(types) <= 1 and type(np.ma.masked) not in types
        return (np.asarray(values) if is_plain else np.fromiter(values, object, len(values))), None
    if package == "polars" and is_a(values, "polars", "Series") and values.dtype.is_integer() and values.null_count():
        return values.fill_null(0).to_numpy(), values.is_null().to_numpy()
    if package == "pyarrow" and getattr(values, "null_count", None) and sys.modules["pyarrow"].types.is_integer(values.type):
        return np.asarray(values.fill_null(0)), np.asarray(values.is_null())
    if package != "pyarrow" and hasattr(values, "to_numpy"):
        values = values.to_numpy()
    return np.asarray(values), None


def _of_pandas(values: Any) -> tuple[Array, Array | None]:
    dtype = getattr(values, "dtype", None)
    kind = getattr(dtype, "kind", "O")
    if dtype is None or isinstance(dtype, np.dtype) or kind not in "fiuM":
        return np.asarray(values.to_numpy()), None
    if kind == "M" and hasattr(dtype, "pyarrow_dtype"):
        return np.asarray(sys.modules["pyarrow"].array(getattr(values, "array", values))), None
    if kind == "M":
        return np.asarray(values.to_numpy(dtype=f"datetime64[{dtype.unit}]")), None
    missing = np.asarray(values.isna(), dtype=bool)
    return np.asarray(values.to_numpy(dtype=f"{kind}8", na_value=0)), missing


def _of_categories(values: Any) -> Any:
    """Categories of pandas and polars as the words they stand for; those of pandas by their codes, where every row has a word."""
    dtype = str(getattr(values, "dtype", ""))
    if is_a(values, "polars", "Series"):
        return values.cast(sys.modules["polars"].String) if dtype.startswith(("Categorical", "Enum")) else values
    if dtype != "category":
        return values
    told = getattr(values, "cat", values)
    codes, words = np.asarray(told.codes), tuple(told.categories)
    if words and len(words) <= 256 and all(type(word) is str for word in words) and not (codes < 0).any():
        return Words(codes.astype(np.uint8), words)
    return values.astype(object)


def _blank(raw: Array, missing: Array) -> tuple[Array, Array]:
    raw[missing] = None if raw.dtype == object else np.zeros((), raw.dtype)
    return raw, missing


def _is_missing(item: Any) -> bool:
    if item is None or item is np.ma.masked or type(item).__name__ in ("NAType", "NaTType"):
        return True
    return isinstance(item, (float, np.floating, np.datetime64)) and bool(item != item)


def _items(raw: Array, missing: Array | None, kind: Kind, refuse: Refuse) -> tuple[Array, Array]:
    """Objects row by row."""
    absent = np.zeros(len(raw), bool) if missing is None else missing
    numbers = np.zeros(len(raw), _DTYPES[kind])
    for row, item in enumerate(raw):
        if absent[row] or _is_missing(item):
            absent[row] = True
            continue
        number = _number(item, kind)
        if number is None:
            raise refuse(_shown(item), row)
        numbers[row] = number
    return numbers, absent


def _number(item: Any, kind: Kind) -> float | int | None:
    """The item as a number or truth of the kind, exactly; None where it is no such thing."""
    if isinstance(item, np.ndarray) and item.ndim == 0:
        item = item[()]
    if isinstance(item, (bool, np.bool_)) or kind == "bool":
        return bool(item) if kind == "bool" and isinstance(item, (bool, np.bool_)) else None
    if isinstance(item, (int, np.integer)):
        whole = int(item)
        if kind == "i64":
            return whole if _LEAST <= whole < -_LEAST else None
        return float(whole) if -_EXACT <= whole <= _EXACT else None
    is_float = isinstance(item, (float, np.floating)) and not isinstance(item, np.longdouble)
    if kind == "f64":
        return float(item) if is_float else None
    if is_float:
        return int(item) if float(item).is_integer() and -_EXACT <= item <= _EXACT else None
    if isinstance(item, str) and kind == "time":
        try:
            item = datetime.datetime.fromisoformat(item)
        except ValueError:
            return None
    if type(item).__module__.startswith("pandas") and getattr(item, "tzinfo", item) is None:
        item = item.tz_localize("UTC")
    if isinstance(item, np.datetime64):
        ms = item.astype("datetime64[ms]")
        return int(ms.astype(np.int64)) if ms == item else None
    if hasattr(item, "utcoffset") and item.utcoffset() is not None:
        ms, rest = divmod(item - _EPOCH, _MILLISECOND)
        return None if rest else int(ms)
    return None


def _shown(item: Any) -> str:
    text = repr(item) if isinstance(item, (str, bytes)) else str(item)
    return f"{text if len(text) <= 60 else text[:57] + '...'} ({type(item).__name__})"


def _floats(raw: Array, missing: Array | None, refuse: Refuse) -> Array:
    kind, size = raw.dtype.kind, raw.dtype.itemsize
    if kind in "iu":
        wide = (raw > _EXACT) | (raw < -_EXACT) if size == 8 else np.zeros(0, bool)
        if wide.any():
            row = int(wide.argmax())
            raise refuse(str(raw[row]), row, allowed="numbers that a float64 keeps: integers up to 2^53")
    elif kind != "f" or size > 8:
        raise refuse(str(raw.dtype))
    if missing is None or not missing.any():
        return np.ascontiguousarray(raw, dtype=np.float64)
    numbers = raw.astype(np.float64)
    numbers[missing] = np.nan
    return numbers


def _integers(raw: Array, missing: Array | None, report: bool, refuse: Refuse) -> Array:
    kind = raw.dtype.kind
    if kind == "f" and raw.dtype.itemsize <= 8:
        raw, missing = _whole(raw, missing, refuse)
    elif kind == "M":
        ms = raw.astype("datetime64[ms]")
        absent = np.isnat(raw) if missing is None else np.isnat(raw) | missing
        rounded = (ms != raw) & ~absent
        if rounded.any():
            row = int(rounded.argmax())
            raise refuse(str(raw[row]), row, allowed="times in whole milliseconds")
        raw, missing = ms.astype(np.int64), absent
    elif kind == "u" and raw.dtype.itemsize == 8 and (raw >= -_LEAST).any():
        row = int((raw >= -_LEAST).argmax())
        raise refuse(str(raw[row]), row, allowed="integers below 2^63")
    elif kind == "f":
        raw, missing = _whole(raw, missing, refuse)
    elif kind not in "iu":
        raise refuse(str(raw.dtype))
    if missing is None or not missing.any():
        return np.ascontiguousarray(raw, dtype=np.int64)
    if not report:
        raise refuse("nothing", int(missing.argmax()), "missing", "a value in every row")
    numbers = raw.astype(np.int64)
    numbers[missing] = _LEAST
    return numbers


def _whole(raw: Array, missing: Array | None, refuse: Refuse) -> tuple[Array, Array]:
    """Floats without a fraction, as every merge of frames makes them of integers; NaN is missing."""
    absent = np.isnan(raw) if missing is None else np.isnan(raw) | missing
    numbers = np.where(absent, 0.0, raw).astype(np.float64)
    broken = (np.abs(numbers) > _EXACT) | (np.floor(numbers) != numbers)
    if broken.any():
        row = int(broken.argmax())
        raise refuse(str(raw[row]), row)
    return numbers.astype(np.int64), absent


def _truths(raw: Array, missing: Array | None, refuse: Refuse) -> Array:
    if raw.dtype != np.bool_:
        raise refuse(str(raw.dtype))
    if missing is not None and missing.any():
        raise refuse("nothing", int(missing.argmax()), "missing", "a value in every row")
    return np.ascontiguousarray(raw)


def _words(raw: Array, missing: Array | None, words: tuple[str, ...], refuse: Refuse) -> Words:
    """Codes into the words of the choice; the first word that the choice does not have goes along, for the core to refuse."""
    if raw.dtype.kind == "T":
        raw = raw.astype(object)
    if not raw.size:
        return Words(np.empty(0, np.uint8), words)
    if missing is not None and missing.any():
        raise refuse("nothing", int(missing.argmax()), "missing", "a word in every row")
    if raw.dtype == object:
        known = {word: code for code, word in enumerate(words)}
        codes = np.fromiter((known.get(item, len(words)) if isinstance(item, str) else len(words) for item in raw), np.uint8, len(raw))
    elif raw.dtype.kind == "U":
        codes = np.full(len(raw), len(words), np.uint8)
        for code, word in enumerate(words):
            codes[raw == word] = code
    else:
        raise refuse(str(raw.dtype))
    strange = codes == len(words)
    if not strange.any():
        return Words(codes, words)
    row = int(strange.argmax())
    item = raw[row]
    if isinstance(item, str):
        return Words(codes, (*words, str(item)))
    if _is_missing(item):
        raise refuse("nothing", row, "missing", "a word in every row")
    raise refuse(_shown(item), row)
