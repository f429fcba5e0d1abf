"""The programs of the folder ``examples/python`` run and print, their notebooks show what they promise, and the guide prints what it says."""

from __future__ import annotations

import doctest
import json
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "examples" / "python"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
EXAMPLES = sorted(path for path in FOLDER.glob("*.py") if path.with_suffix(".ipynb") not in NOTEBOOKS)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example_runs(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(path), run_name="__main__")
    assert len(capsys.readouterr().out.splitlines()) > 3


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_runs_and_shows_its_plots(path: Path, tmp_path: Path) -> None:
    made = tmp_path / path.name
    subprocess.run([sys.executable, FOLDER / "notebooks" / "make.py", path.with_suffix(".py"), made], check=True, cwd=FOLDER)
    new, kept = (json.loads(file.read_text())["cells"] for file in (made, path))
    assert [cell["source"] for cell in new] == [cell["source"] for cell in kept], f"make {path.name} again: examples/python/notebooks/make.py"
    for cells in (new, kept):
        plots = [cell for cell in cells if cell["cell_type"] == "code" and ".plot(" in cell["source"][-1]]
        assert all("data:image/svg+xml" in _shown(cell) for cell in plots), path
        assert len(plots) >= {"mining_cfo": 4, "site_report": 7}.get(path.stem, 0), path


def _shown(cell: dict[str, Any]) -> str:
    return "".join(line for output in cell["outputs"] for line in output.get("data", {}).get("text/html", []))


def test_there_are_examples() -> None:
    assert EXAMPLES and NOTEBOOKS


def test_the_guide_prints_what_it_says() -> None:
    lines = (ROOT / "docs/guide/python.md").read_text().splitlines()
    text = "\n".join("" if line.startswith("```") else line for line in lines)
    guide = doctest.DocTestParser().get_doctest(text, {}, "python.md", "docs/guide/python.md", 0)
    assert len(guide.examples) > 20
    with pd.option_context("display.width", 120, "display.max_columns", None):
        assert doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(guide).failed == 0
