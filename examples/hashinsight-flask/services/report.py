"""Reports on a site, drawn by the family: parts of pages, and files to give away."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import Any

import hashinsight as hi

#: Sections of this slice, in reading order; treasury and signals follow.
SECTIONS = ("answer", "assumptions", "network", "retarget", "hashprice", "machines", "algorithms", "cash_flow", "curtailment")


def of_site(document: Mapping[str, Any], sections: Sequence[str] = SECTIONS) -> hi.report.SiteReport:
    return hi.report.site(document, sections=list(sections))


def page(report: Any, language: str) -> str:
    """A whole page that carries its style and runs nothing."""
    return hi.report.render_html(report=report, language=language).text


def with_notes(page: str, notes: Sequence[str]) -> str:
    """A page that is given away, with what every page of the application says below it."""
    said = "".join(f'<p class="note">{escape(note)}</p>\n' for note in notes)
    return page.replace("</main>", f"{said}</main>")


def part(report: Any, language: str) -> str:
    """The sections of a report, for a page of the application: the family escapes what users wrote."""
    return hi.report.render_fragment(report=report, language=language).html


@lru_cache
def style() -> str:
    """The style of the family's pages, which this application wears as well: its body is of the class that the style is for."""
    return hi.report.render_fragment(report={"site": "style", "day": "2026-05-31", "sections": []}, language="en").style


def csv_files(report: Any, language: str) -> bytes:
    """Every file of the report's CSV, in one archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in hi.report.render_csv(report=report, language=language).files:
            # Always the same time, so that the same report is the same file.
            archive.writestr(zipfile.ZipInfo(file.name, (2026, 1, 1, 0, 0, 0)), file.text)
    return out.getvalue()


def figures(
    name: str,
    day: str,
    shown: Sequence[Mapping[str, Any]],
    *,
    tables: Sequence[Mapping[str, Any]] = (),
    plots: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """A report of one section, for numbers that the application asked for itself."""
    section = {"name": name, "figures": list(shown), "tables": list(tables), "plots": list(plots)}
    return {"site": name, "day": day, "sections": [section]}


def figure(label: str, value: Any, unit: str, source: str = "calculated") -> dict[str, Any]:
    """One number with its words: a code of the family's, or a text."""
    word = {"code": label} if label.startswith("report.") else {"text": label}
    shown = {"text": value} if isinstance(value, str) else {"number": value}
    return {"name": word, "value": shown, "unit": unit, "source": source}
