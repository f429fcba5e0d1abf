"""The cases that every language must answer alike, bit for bit and fault for fault. `cargo xtask test python` writes them."""

from __future__ import annotations

import dataclasses
import datetime
import importlib
import json
import math
import os
import struct
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import hashinsight as hi
import numpy as np
from hashinsight import _native

_ROOT = Path(__file__).resolve().parents[3]
_FOLDER = _ROOT / os.environ.get("CARGO_TARGET_DIR", "target") / "conformance"


def _cases(name: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads((_FOLDER / name).read_text())
    assert cases
    return cases


def _float(bits: str) -> float:
    return math.nan if bits == "nan" else struct.unpack(">d", bytes.fromhex(bits))[0]


def _hex(value: float) -> str:
    return "nan" if math.isnan(value) else struct.pack(">d", value).hex()


def _revived(value: Any) -> Any:
    if isinstance(value, dict):
        if set(value) == {"$f64"}:
            return _float(value["$f64"])
        return {key: _revived(item) for key, item in value.items()}
    return [_revived(item) for item in value] if isinstance(value, list) else value


def _bits(value: Any) -> Any:
    """A typed answer in the form of the cases."""
    if isinstance(value, float):
        return {"$f64": _hex(value)}
    if isinstance(value, datetime.datetime):
        return (value - datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)) // datetime.timedelta(milliseconds=1)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime.date):
        return str(value)
    if isinstance(value, dict):
        return {key: _bits(item) for key, item in value.items()}
    return [_bits(item) for item in value] if isinstance(value, list) else value


def _same(got: Any, expected: Any) -> bool:
    if isinstance(expected, str) and isinstance(got, int):
        return str(got) == expected  # wide integers are text in JSON
    if isinstance(expected, dict) and isinstance(got, dict):
        return got.keys() == expected.keys() and all(_same(got[key], expected[key]) for key in expected)
    if isinstance(expected, list) and isinstance(got, list):
        return len(got) == len(expected) and all(map(_same, got, expected))
    return type(got) is type(expected) and bool(got == expected)


def _columns(result: Any) -> dict[str, Any]:
    columns = {}
    for field in dataclasses.fields(result):
        column = getattr(result, field.name)
        if not isinstance(column, np.ndarray):
            columns[field.name] = {"words": column.tolist()}
        elif column.dtype == np.float64:
            columns[field.name] = {"f64": [_hex(value) for value in column.tolist()]}
        elif column.dtype == np.bool_:
            columns[field.name] = {"bool": column.tolist()}
        else:
            assert column.dtype == np.int64
            columns[field.name] = {"i64": [str(value) for value in column.tolist()]}
    return columns


def _pascal(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


def _run(case: dict[str, Any]) -> Any:
    domain, name = case["path"].split(".")
    module = getattr(hi, "_border" if domain == "border" else domain)
    if case["path"] in ("report.site", "report.difference"):
        # In their place stand functions that read site files.
        module = importlib.import_module(f"hashinsight.report._{'request' if name == 'site' else name}")
    request = _revived(case["request"])
    if case["shape"] in ("document", "job"):
        return _bits(getattr(module, name)(**request).to_dict())
    if case["shape"] == "columns":
        return _columns(getattr(module, name)(**request["columns"], **request["params"]))
    return _columns(getattr(module, _pascal(name))(**request["params"]).update_many(**request["columns"]))


def _fault(error: hi.HashInsightError) -> dict[str, Any]:
    fault: dict[str, Any] = {"code": error.code, "path": error.path, "value": error.value, "allowed": error.allowed}
    return fault | {"others": [_fault(other) for other in error.others]} if error.others else fault


def _refused(run: Callable[[], Any]) -> dict[str, Any]:
    try:
        answer = run()
    except hi.HashInsightError as error:
        return _fault(error)
    raise AssertionError(f"was accepted: {answer!r}")


def test_typed_calls_answer_and_refuse_as_rust_does() -> None:
    seen = set()
    for case in _cases("answers.json"):
        seen.add(case["path"])
        expected = case["expected"]
        if "answer" in expected:
            got = _run(case)
            assert _same(got, expected["answer"]), f"{case['path']} {case['request']}: {got} is not {expected['answer']}"
        else:
            fault = _refused(lambda case=case: _run(case))  # type: ignore[misc]
            assert fault == expected["fault"], f"{case['path']} {case['request']}"
    assert seen == set(_native.operations())


def test_bad_input_is_called_the_same() -> None:
    for case in _cases("refusals.json"):
        path, text = case["path"], case["text"]
        columns = {name: _array(column) for name, column in case["columns"].items()}
        if case["shape"] == "document":
            fault = _refused(lambda: _native.call(path, text))
        elif case["shape"] == "job":
            fault = _refused(lambda: _native.Job(path, text))
        elif case["shape"] == "columns":
            fault = _refused(lambda: _native.call_columns(path, text, columns))
        else:
            fault = _refused(lambda: _native.Stream(path, text).update(columns))
        assert fault == case["fault"], f"{path} {text[:200]} {columns}"


def _array(column: dict[str, list[Any]]) -> Any:
    if "words" in column:
        words = list(dict.fromkeys(column["words"]))
        return hi.Words(np.array([words.index(word) for word in column["words"]], dtype=np.uint8), words)
    if "bool" in column:
        return np.array(column["bool"], dtype=np.bool_)
    if "f64" in column:
        return np.array([_float(bits) for bits in column["f64"]], dtype=np.float64)
    return np.array([int(text) for text in column["i64"]], dtype=np.int64)
