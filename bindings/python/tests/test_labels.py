"""Truths and words of every kind of container: read as they are, or refused by name and row."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

import hashinsight as hi
import numpy as np
import pandas as pd
import polars as pl
import pytest

pa: Any = importlib.import_module("pyarrow")  # has no types
ROW: dict[str, Any] = {"number": [0.0, 0.0], "integer": [0, 0], "flag": [True, True], "word": ["zero", "zero"]}


def flags(values: Any) -> list[bool]:
    read: list[bool] = np.asarray(hi._border.echo_columns(**(ROW | {"flag": values})).flag).tolist()
    return read


def words(values: Any) -> list[str]:
    return list(hi._border.echo_columns(**(ROW | {"word": values})).word)


def refused(call: Callable[[], object]) -> hi.HashInsightError:
    with pytest.raises(hi.HashInsightError) as caught:
        call()
    return caught.value


TRUTHS: dict[str, Any] = {
    "list": [True, False],
    "tuple": (True, False),
    "array": np.array([True, False]),
    "strided": np.array([True, True, False])[::2],
    "objects": np.array([True, False], object),
    "NumPy scalars": [np.True_, np.False_],
    "masked, none is": np.ma.masked_array([True, False], [False, False]),
    "pandas": pd.Series([True, False]),
    "pandas boolean": pd.Series([True, False], dtype="boolean"),
    "pandas Arrow": pd.Series([True, False], dtype="bool[pyarrow]"),
    "pandas comparison": pd.Series([2, 1]) > 1,
    "polars": pl.Series([True, False]),
    "Arrow": pa.array([True, False]),
}


@pytest.mark.parametrize("values", TRUTHS.values(), ids=TRUTHS)
def test_truths_are_read(values: Any) -> None:
    assert flags(values) == [True, False]


NO_TRUTHS: dict[str, tuple[Any, str, str]] = {
    "numbers": ([1, 0], "wrong_type", "[0]"),
    "array of numbers": (np.array([1, 0]), "wrong_type", ""),
    "floats": ([1.0, 0.0], "wrong_type", "[0]"),
    "texts": (["true", "false"], "wrong_type", ""),
    "a number among truths": ([True, 1], "wrong_type", "[1]"),
    "words": (hi.Words(np.array([0, 1], np.uint8), ["a", "b"]), "wrong_type", ""),
    "None": ([True, None], "missing", "[1]"),
    "masked": (np.ma.masked_array([True, False], [False, True]), "missing", "[1]"),
    "pandas NA": (pd.Series([True, None], dtype="boolean"), "missing", "[1]"),
    "polars null": (pl.Series([True, None]), "missing", "[1]"),
    "Arrow null": (pa.array([True, None]), "missing", "[1]"),
}


@pytest.mark.parametrize(("values", "problem", "row"), NO_TRUTHS.values(), ids=NO_TRUTHS)
def test_what_is_no_truth_is_refused(values: Any, problem: str, row: str) -> None:
    fault = refused(lambda: flags(values))
    assert fault.code == f"border.flag.{problem}"
    assert fault.path in (f"flag{row}", "flag")


class Shouted(str):
    """A text of a class of its own, as of StrEnum."""


WORDS: dict[str, Any] = {
    "list": ["zero", "positive"],
    "tuple": ("zero", "positive"),
    "array": np.array(["zero", "positive"]),
    "objects": np.array(["zero", "positive"], object),
    "subclass": [Shouted("zero"), Shouted("positive")],
    "masked, none is": np.ma.masked_array(["zero", "positive"], [False, False]),
    "Words": hi.Words(np.array([2, 0], np.uint8), ["positive", "unused", "zero"]),
    "pandas": pd.Series(["zero", "positive"]),
    "pandas objects": pd.Series(["zero", "positive"], dtype=object),
    "pandas string": pd.Series(["zero", "positive"], dtype="string"),
    "pandas Arrow": pd.Series(["zero", "positive"], dtype="string[pyarrow]"),
    "pandas categories": pd.Series(["zero", "positive"], dtype="category"),
    "pandas Categorical": pd.Categorical(["zero", "positive"], categories=["positive", "zero", "unused"]),
    "pandas CategoricalIndex": pd.CategoricalIndex(["zero", "positive"]),
    "polars": pl.Series(["zero", "positive"]),
    "polars Categorical": pl.Series(["zero", "positive"], dtype=pl.Categorical),
    "polars Enum": pl.Series(["zero", "positive"], dtype=pl.Enum(["positive", "zero"])),
    "Arrow": pa.array(["zero", "positive"]),
    "Arrow dictionary": pa.array(["zero", "positive"]).dictionary_encode(),
}


@pytest.mark.parametrize("values", WORDS.values(), ids=WORDS)
def test_words_are_read(values: Any) -> None:
    assert words(values) == ["zero", "positive"]


NO_WORDS: dict[str, tuple[Any, str, str]] = {
    "another word": (["zero", "nought"], "unknown", "[1]"),
    "upper case": (np.array(["zero", "Zero"]), "unknown", "[1]"),
    "another category": (pd.Series(["zero", "nought"], dtype="category"), "unknown", "[1]"),
    "another word of an Enum": (pl.Series(["zero", "nought"], dtype=pl.Enum(["nought", "zero"])), "unknown", "[1]"),
    "another of Words": (hi.Words(np.array([0, 1], np.uint8), ["zero", "nought"]), "unknown", "[1]"),
    "a code without a word": (hi.Words(np.array([0, 7], np.uint8), ["zero"]), "unknown", "[1]"),
    "numbers": ([1, -1], "wrong_type", ""),
    "a number among words": (["zero", 1], "wrong_type", "[1]"),
    "bytes": ([b"zero", b"zero"], "wrong_type", ""),
    "categories of numbers": (pd.Series([1, 2], dtype="category"), "wrong_type", "[0]"),
    "None": (["zero", None], "missing", "[1]"),
    "masked": (np.ma.masked_array(["zero", "zero"], [False, True]), "missing", "[1]"),
    "pandas NA": (pd.Series(["zero", None], dtype="string"), "missing", "[1]"),
    "no category": (pd.Series(["zero", None], dtype="category"), "missing", "[1]"),
    "polars null": (pl.Series(["zero", None]), "missing", "[1]"),
    "polars Enum null": (pl.Series(["zero", None], dtype=pl.Enum(["zero"])), "missing", "[1]"),
    "Arrow null": (pa.array(["zero", None]), "missing", "[1]"),
}


@pytest.mark.parametrize(("values", "problem", "row"), NO_WORDS.values(), ids=NO_WORDS)
def test_what_is_no_word_is_refused(values: Any, problem: str, row: str) -> None:
    fault = refused(lambda: words(values))
    assert (fault.code, fault.path) == (f"border.word.{problem}", f"word{row}")
    assert problem == "missing" or "negative, zero, positive" in fault.allowed or "one dimension" in fault.allowed


def test_more_words_than_a_code_can_say_name_the_first_unknown_one() -> None:
    fault = refused(lambda: hi._border.echo_columns(
        number=[0.0] * 300, integer=[0] * 300, flag=[True] * 300, word=["zero", *(f"w{row}" for row in range(299))]
    ))
    assert (fault.path, fault.value) == ("word[1]", "w0")
