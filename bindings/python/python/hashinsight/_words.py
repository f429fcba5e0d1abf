"""Columns of words."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np


class Words:
    """A column of words from a short list: row ``i`` is ``words[codes[i]]``.

    Compares with a word in one step (``column == "ok"`` is a mask), and NumPy, pandas and polars read it as text. Every column of words takes
    it as it is.
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
        texts: np.ndarray[Any, Any] = np.asarray(self.words, dtype=dtype)[self.codes]
        return texts

    def __eq__(self, other: object) -> Any:
        if isinstance(other, str):
            code = self.words.index(other) if other in self.words else len(self.words)
            return self.codes == code
        return np.asarray(self) == (np.asarray(other) if isinstance(other, Words) else other)

    def __ne__(self, other: object) -> Any:
        return ~(self == other)

    def to_arrow(self) -> Any:
        """The column as a dictionary array of pyarrow."""
        pa: Any = importlib.import_module("pyarrow")
        return pa.DictionaryArray.from_arrays(self.codes, list(self.words))

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any:
        return self.to_arrow().__arrow_c_array__(requested_schema)

    def tolist(self) -> list[str]:
        """The words, row by row."""
        return list(self)

    def __repr__(self) -> str:
        return f"Words({np.asarray(self)!r})"
