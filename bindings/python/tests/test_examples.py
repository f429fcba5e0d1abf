"""The programs of the folder ``examples/python`` run and print, and the guide prints what it says."""

from __future__ import annotations

import doctest
import runpy
from pathlib import Path

import pandas as pd
import pytest

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = sorted((ROOT / "examples" / "python").glob("*.py"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example_runs(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(path), run_name="__main__")
    assert len(capsys.readouterr().out.splitlines()) > 3


def test_there_are_examples() -> None:
    assert EXAMPLES


def test_the_guide_prints_what_it_says() -> None:
    lines = (ROOT / "docs/guide/python.md").read_text().splitlines()
    text = "\n".join("" if line.startswith("```") else line for line in lines)
    guide = doctest.DocTestParser().get_doctest(text, {}, "python.md", "docs/guide/python.md", 0)
    assert len(guide.examples) > 20
    with pd.option_context("display.width", 120, "display.max_columns", None):
        assert doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(guide).failed == 0
