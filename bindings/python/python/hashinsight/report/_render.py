"""Operations and types of ``report``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Any

from .._documents import Document, call, day, document, each, operation, rows
from .._show import Rows
from ..texts import Language

__all__ = [
    "Fragment",
    "Rendered",
    "RenderedFile",
    "RenderedFiles",
    "render_csv",
    "render_fragment",
    "render_html",
    "render_json",
    "render_svg",
    "render_text",
    "render_vega_lite",
]


def __dir__() -> list[str]:
    return __all__


@document
class Rendered(Document):
    """Result of `render_text`, `render_html`, `render_json`, `render_svg` and `render_vega_lite`.

    Attributes
    ----------
    text : str
        Text that was written.
    """

    text: str

    def _wire(self) -> dict[str, Any]:
        return {
            "text": self.text,
        }


@document
class Fragment(Document):
    """Result of `render_fragment`.

    Attributes
    ----------
    title : str
        Title of the report, as text.
    html : str
        Sections of the report, as one HTML element of the class `site-report`.
    style : str
        Style of that element, for a style sheet or a `<style>` element; nothing else is touched.
    """

    title: str
    html: str
    style: str

    def _wire(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "html": self.html,
            "style": self.style,
        }


@document
class RenderedFile(Document):
    """One file.

    Attributes
    ----------
    name : str
        Name of the file.
    text : str
        Text of the file.
    """

    name: str
    text: str

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "text": self.text,
        }


@document
class RenderedFiles(Document):
    """Result of `render_csv`.

    Attributes
    ----------
    files : Rows[RenderedFile]
        Files, the one of figures first.
    """

    files: Rows[RenderedFile]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["files"] = rows(RenderedFile._read, document["files"])

    def _wire(self) -> dict[str, Any]:
        return {
            "files": self.files,
        }


@operation("report.render_text")
def render_text(
    *,
    report: Report | ReportDict,
    language: Language,
) -> Rendered:
    """A report as plain text, in English or Chinese.

    Parameters
    ----------
    report : Report, or a mapping of its fields
        Report to draw.
    language : Language
        Language of its words.

    Returns
    -------
    Rendered

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.report.render_text(report={"site": "Barn", "day": "2026-05-31", "sections": [{"name": "machines", "figures": [{"name": {"code": "report.figure.site_net"}, "value": {"number": 1845.63}, "unit": "usd_per_day", "source": "calculated", "link": "machines"}, {"name": {"text": "Hall"}, "value": {"text": "north"}, "unit": "none", "source": "site"}], "plots": [{"title": {"code": "report.title.site_day"}, "unit": "usd_per_day", "source": "calculated", "shape": {"waterfall": {"names": [{"code": "report.column.revenue"}, {"code": "report.column.power_cost"}], "values": [4963.83, -3118.2]}}}], "tables": [{"title": {"code": "report.title.own_machines"}, "columns": [{"name": {"code": "report.column.machine"}, "unit": "none", "cells": {"texts": ["Antminer S21 XP"]}}, {"name": {"code": "report.column.net"}, "unit": "usd_per_day", "cells": {"shown": [{"number": 4.5}]}}]}], "notes": ["report.note.machine_profit"]}, {"name": "retarget", "missing": "report.missing.tip"}]}, language="zh")
    """
    return Rendered._read(call("report.render_text", {"report": report, "language": language}))


@operation("report.render_html")
def render_html(
    *,
    report: Report | ReportDict,
    language: Language,
) -> Rendered:
    """A report as one page with its plots, in English or Chinese; the page fetches nothing and runs no script.

    Parameters
    ----------
    report : Report, or a mapping of its fields
        Report to draw.
    language : Language
        Language of its words.

    Returns
    -------
    Rendered

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.report.render_html(report={"site": "Barn", "day": "2026-05-31", "sections": [{"name": "machines", "figures": [{"name": {"code": "report.figure.site_net"}, "value": {"number": 1845.63}, "unit": "usd_per_day", "source": "calculated", "link": "machines"}, {"name": {"text": "Hall"}, "value": {"text": "north"}, "unit": "none", "source": "site"}], "plots": [{"title": {"code": "report.title.site_day"}, "unit": "usd_per_day", "source": "calculated", "shape": {"waterfall": {"names": [{"code": "report.column.revenue"}, {"code": "report.column.power_cost"}], "values": [4963.83, -3118.2]}}}], "tables": [{"title": {"code": "report.title.own_machines"}, "columns": [{"name": {"code": "report.column.machine"}, "unit": "none", "cells": {"texts": ["Antminer S21 XP"]}}, {"name": {"code": "report.column.net"}, "unit": "usd_per_day", "cells": {"shown": [{"number": 4.5}]}}]}], "notes": ["report.note.machine_profit"]}, {"name": "retarget", "missing": "report.missing.tip"}]}, language="zh")
    """
    return Rendered._read(call("report.render_html", {"report": report, "language": language}))


@operation("report.render_fragment")
def render_fragment(
    *,
    report: Report | ReportDict,
    language: Language,
) -> Fragment:
    """A report as a part of a page of an application, with the style of that part, in English or Chinese: no script, and nothing is fetched.

    Parameters
    ----------
    report : Report, or a mapping of its fields
        Report to draw.
    language : Language
        Language of its words.

    Returns
    -------
    Fragment

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.report.render_fragment(report={"site": "Barn", "day": "2026-05-31", "sections": [{"name": "machines", "figures": [{"name": {"code": "report.figure.site_net"}, "value": {"number": 1845.63}, "unit": "usd_per_day", "source": "calculated", "link": "machines"}, {"name": {"text": "Hall"}, "value": {"text": "north"}, "unit": "none", "source": "site"}], "plots": [{"title": {"code": "report.title.site_day"}, "unit": "usd_per_day", "source": "calculated", "shape": {"waterfall": {"names": [{"code": "report.column.revenue"}, {"code": "report.column.power_cost"}], "values": [4963.83, -3118.2]}}}], "tables": [{"title": {"code": "report.title.own_machines"}, "columns": [{"name": {"code": "report.column.machine"}, "unit": "none", "cells": {"texts": ["Antminer S21 XP"]}}, {"name": {"code": "report.column.net"}, "unit": "usd_per_day", "cells": {"shown": [{"number": 4.5}]}}]}], "notes": ["report.note.machine_profit"]}, {"name": "retarget", "missing": "report.missing.tip"}]}, language="zh")
    >>> report.title
    '矿场报告: Barn'
    """
    return Fragment._read(call("report.render_fragment", {"report": report, "language": language}))


@operation("report.render_json")
def render_json(
    *,
    report: Report | ReportDict,
) -> Rendered:
    """A report as JSON text on one line, with the same bytes in every language: to be kept, compared and hashed.

    Parameters
    ----------
    report : Report, or a mapping of its fields
        Report to write.

    Returns
    -------
    Rendered

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.report.render_json(report={"site": "Barn", "day": "2026-05-31", "sections": [{"name": "machines", "figures": [{"name": {"code": "report.figure.site_net"}, "value": {"number": 1845.63}, "unit": "usd_per_day", "source": "calculated", "link": "machines"}, {"name": {"text": "Hall"}, "value": {"text": "north"}, "unit": "none", "source": "site"}], "plots": [{"title": {"code": "report.title.site_day"}, "unit": "usd_per_day", "source": "calculated", "shape": {"waterfall": {"names": [{"code": "report.column.revenue"}, {"code": "report.column.power_cost"}], "values": [4963.83, -3118.2]}}}], "tables": [{"title": {"code": "report.title.own_machines"}, "columns": [{"name": {"code": "report.column.machine"}, "unit": "none", "cells": {"texts": ["Antminer S21 XP"]}}, {"name": {"code": "report.column.net"}, "unit": "usd_per_day", "cells": {"shown": [{"number": 4.5}]}}]}], "notes": ["report.note.machine_profit"]}, {"name": "retarget", "missing": "report.missing.tip"}]})
    """
    return Rendered._read(call("report.render_json", {"report": report}))


@operation("report.render_csv")
def render_csv(
    *,
    report: Report | ReportDict,
    language: Language,
) -> RenderedFiles:
    """A report as CSV files: figures, tables, and the data behind each plot, with numbers in full.

    Parameters
    ----------
    report : Report, or a mapping of its fields
        Report to draw.
    language : Language
        Language of its words.

    Returns
    -------
    RenderedFiles

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.report.render_csv(report={"site": "Barn", "day": "2026-05-31", "sections": [{"name": "machines", "figures": [{"name": {"code": "report.figure.site_net"}, "value": {"number": 1845.63}, "unit": "usd_per_day", "source": "calculated", "link": "machines"}, {"name": {"text": "Hall"}, "value": {"text": "north"}, "unit": "none", "source": "site"}], "plots": [{"title": {"code": "report.title.site_day"}, "unit": "usd_per_day", "source": "calculated", "shape": {"waterfall": {"names": [{"code": "report.column.revenue"}, {"code": "report.column.power_cost"}], "values": [4963.83, -3118.2]}}}], "tables": [{"title": {"code": "report.title.own_machines"}, "columns": [{"name": {"code": "report.column.machine"}, "unit": "none", "cells": {"texts": ["Antminer S21 XP"]}}, {"name": {"code": "report.column.net"}, "unit": "usd_per_day", "cells": {"shown": [{"number": 4.5}]}}]}], "notes": ["report.note.machine_profit"]}, {"name": "retarget", "missing": "report.missing.tip"}]}, language="en")
    >>> len(report.files)
    3
    """
    return RenderedFiles._read(call("report.render_csv", {"report": report, "language": language}))


@operation("report.render_svg")
def render_svg(
    *,
    plot: Plot | PlotDict,
    language: Language,
) -> Rendered:
    """A plot of a report as an SVG file.

    Parameters
    ----------
    plot : Plot, or a mapping of its fields
        Plot to draw.
    language : Language
        Language of its words.

    Returns
    -------
    Rendered

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.report.render_svg(plot={"title": {"text": "Cash"}, "unit": "usd", "source": "assumed", "shape": {"line": {"x": {"days": ["2026-06-01", "2026-07-01", "2026-08-01"]}, "series": [{"name": {"text": "static"}, "values": [0, 56176, 112352]}, {"name": {"text": "dynamic"}, "values": [0, 54940, 106668]}], "marks": [{"index": 1, "name": {"code": "report.word.halving"}}]}}}, language="en")
    """
    return Rendered._read(call("report.render_svg", {"plot": plot, "language": language}))


@operation("report.render_vega_lite")
def render_vega_lite(
    *,
    plot: Plot | PlotDict,
    language: Language,
) -> Rendered:
    """A plot of a report as a Vega-Lite specification (JSON text), with its data in full, for those who restyle it.

    Parameters
    ----------
    plot : Plot, or a mapping of its fields
        Plot to draw.
    language : Language
        Language of its words.

    Returns
    -------
    Rendered

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.report.render_vega_lite(plot={"title": {"text": "Cash"}, "unit": "usd", "source": "assumed", "shape": {"line": {"x": {"days": ["2026-06-01", "2026-07-01", "2026-08-01"]}, "series": [{"name": {"text": "static"}, "values": [0, 56176, 112352]}, {"name": {"text": "dynamic"}, "values": [0, 54940, 106668]}], "marks": [{"index": 1, "name": {"code": "report.word.halving"}}]}}}, language="en")
    """
    return Rendered._read(call("report.render_vega_lite", {"plot": plot, "language": language}))


# Below, because the modules of a package name each other's types.
from ._document import Plot, PlotDict, Report, ReportDict
