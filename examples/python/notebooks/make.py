"""Runs a script in cells (``# %%``) and writes it with its outputs as a notebook: ``make.py mining_cfo.py mining_cfo.ipynb``."""

import ast
import contextlib
import io
import json
import sys
from pathlib import Path
from typing import Any


def run(code: str, names: dict[str, Any], count: int) -> list[dict[str, Any]]:
    """The outputs of a cell: what it prints, the last state of its progress bars, and its last expression."""
    tree, out, err = ast.parse(code), io.StringIO(), io.StringIO()
    shown: Any = None
    last = tree.body[-1] if tree.body else None
    if isinstance(last, ast.Expr):
        tree.body.pop()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        exec(compile(tree, f"cell {count}", "exec"), names)
        if isinstance(last, ast.Expr):
            shown = eval(compile(ast.Expression(last.value), f"cell {count}", "eval"), names)
    texts = {"stderr": err.getvalue().split("\r")[-1], "stdout": out.getvalue()}
    outputs: list[dict[str, Any]] = [{"output_type": "stream", "name": name, "text": lines(text)} for name, text in texts.items() if text]
    if shown is not None:
        html = getattr(shown, "_repr_html_", None)
        data = {"text/html": lines(html())} if html else {"text/plain": lines(repr(shown))}
        outputs.append({"output_type": "execute_result", "execution_count": count, "metadata": {}, "data": data})
    return outputs


def lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def main(source: str, target: str) -> None:
    cells: list[dict[str, Any]] = []
    names: dict[str, Any] = {"__name__": "__main__"}
    count = 0
    for index, block in enumerate(Path(source).read_text().split("# %%")[1:]):
        kind, _, text = block.partition("\n")
        text = text.strip()
        cell: dict[str, Any] = {"id": f"cell-{index}", "metadata": {}}
        if kind.strip() == "[markdown]":
            text = "\n".join(line[2:] for line in text.splitlines())
            cells.append({**cell, "cell_type": "markdown", "source": lines(text)})
        else:
            count += 1
            outputs = run(text, names, count)
            cells.append({**cell, "cell_type": "code", "execution_count": count, "source": lines(text), "outputs": outputs})
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}
    Path(target).write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n")


main(*sys.argv[1:])
