"""A report of the family as a workbook: a sheet of figures, and one for each table. Nothing is calculated; a text stays a text."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import Any

import hashinsight as hi
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from translations import family

NAME_LENGTH = 31


def write(report: hi.report.SiteReport, language: str, notes: Iterable[str] = ()) -> bytes:
    words = family(language)
    book = Workbook(write_only=True)
    document = report.to_dict(mode="json")
    fill(book, words["report.word.site_report"], chain(figure_rows(document, words), ([note] for note in notes)))
    for section in document["sections"]:
        for place, table in enumerate(section.get("tables", []), start=1):
            name = words[f"report.section.{section['name']}"]
            fill(book, f"{name} {place}", table_rows(table, words))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def fill(book: Workbook, title: str, rows: Iterator[list[Any]]) -> None:
    sheet = book.create_sheet(title[:NAME_LENGTH])
    for row in rows:
        sheet.append([cell(sheet, value) for value in row])


def cell(sheet: Any, value: Any) -> Any:
    """A text is written as a text, so that none is run as a formula."""
    if not isinstance(value, str):
        return value
    made = WriteOnlyCell(sheet, value=value)
    made.data_type = "s"
    return made


def figure_rows(document: dict[str, Any], words: dict[str, str]) -> Iterator[list[Any]]:
    for section in document["sections"]:
        yield [words[f"report.section.{section['name']}"]]
        if section.get("missing"):
            yield [words[section["missing"]]]
        for figure in section.get("figures", []):
            yield [
                label(figure["name"], words),
                shown(figure["value"], words),
                unit(figure["unit"], words),
                words[f"report.source.{figure['source']}"],
            ]


def table_rows(table: dict[str, Any], words: dict[str, str]) -> Iterator[list[Any]]:
    yield [label(table["title"], words)]
    yield [label(column["name"], words) for column in table["columns"]]
    yield [unit(column["unit"], words) for column in table["columns"]]
    columns = [column_cells(column["cells"], words) for column in table["columns"]]
    yield from (list(row) for row in zip(*columns, strict=True))


def column_cells(cells: dict[str, Any], words: dict[str, str]) -> list[Any]:
    ((kind, values),) = cells.items()
    if kind == "shown":
        return [shown(value, words) for value in values]
    if kind == "instants":
        return [instant(value) for value in values]
    return [words[value] for value in values] if kind == "codes" else values


def unit(name: str, words: dict[str, str]) -> str:
    return "" if name == "none" else words[f"report.unit.{name}"]


def instant(given: int) -> datetime:
    """Milliseconds as a spreadsheet has instants: of UTC, without saying so."""
    return datetime.fromtimestamp(0, UTC).replace(tzinfo=None) + timedelta(milliseconds=given)  # layout: another writing of an instant


def label(given: dict[str, str], words: dict[str, str]) -> str:
    return words[given["code"]] if "code" in given else given["text"]


def shown(value: Any, words: dict[str, str]) -> Any:
    """A number, or the word for what there is instead of one."""
    if isinstance(value, str):
        return words.get(f"report.word.{value}", value)
    ((kind, content),) = value.items()
    if kind == "instant":
        return instant(content)
    return words[content] if kind in ("code", "no_data") else content
