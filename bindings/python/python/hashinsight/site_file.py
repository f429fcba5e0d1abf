"""The report on a site, from a site file or a dict: ``report.site``."""

from __future__ import annotations

import dataclasses
import html
import os
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar, cast

from . import _native
from ._plots import Language, Svg
from .errors import InputError, InputTypeError
from .report._document import Plot, Report, Section, SectionName, Shown
from .report._render import Fragment

__all__ = ["SiteReport", "Svg", "difference", "site", "site_document"]


@dataclasses.dataclass(frozen=True, repr=False)
class SiteReport(Report):
    """Report on a site, as data; a notebook shows it as a page."""

    def to_html(self, language: Language = "en") -> str:
        """One page with plots inside, that needs no network."""
        return _rendered("html", self, language)

    def to_fragment(self, language: Language = "en") -> Fragment:
        """The same for a page of an application: its title, its sections as one element, and the style of that element."""
        return Fragment._read(_native.call("report.render_fragment", {"report": self._wire(), "language": language}))

    def to_json(self, *, indent: int | None = None) -> str:
        """JSON text; on one line (no ``indent``) the same bytes as in Rust, Node and the browser."""
        if indent is not None:
            return super().to_json(indent=indent)
        return str(_native.call("report.render_json", {"report": self._wire()})["text"])

    def to_text(self, language: Language = "en") -> str:
        """Plain text."""
        return _rendered("text", self, language)

    def to_csv(self, folder: str | os.PathLike[str], language: Language = "en") -> list[Path]:
        """Write figures, tables and the data of plots into a folder, one CSV file each.

        Returns
        -------
        list[pathlib.Path]
            Files that were written.
        """
        files = _native.call("report.render_csv", {"report": self._wire(), "language": language})["files"]
        Path(folder).mkdir(parents=True, exist_ok=True)
        paths = [Path(folder) / file["name"] for file in files]
        for path, file in zip(paths, files, strict=True):
            path.write_text(file["text"], encoding="utf-8", newline="")
        return paths

    def figure(self, section: str, code: str) -> Any:
        """Value of a figure by its code, as ``report.figure("machines", "site_net")``.

        Parameters
        ----------
        section : str
            Name of the section.
        code : str
            Last part of the figure's code.

        Returns
        -------
        Any
            Number, text, day, instant or code; where there is none, the word that says so, as ``never``.
        """
        found = {str(figure.name.content).rpartition(".")[2]: figure.value for figure in self._section(section).figures or ()}
        return _said(found[_known("code", code, found)])

    def table(self, section: str, code: str) -> dict[str, tuple[Any, ...]]:
        """Columns of a table by their codes: ``pandas.DataFrame(report.table("cash_flow", "months"))``.

        Parameters
        ----------
        section : str
            Name of the section.
        code : str
            Last part of the code of the table's title.

        Returns
        -------
        dict
            Cells by the last part of the code of their column; where one holds nothing, the word that says so, as ``never``.
        """
        found = {str(table.title.content).rpartition(".")[2]: table for table in self._section(section).tables or ()}
        columns = found[_known("code", code, found)].columns
        return {str(column.name.content).rpartition(".")[2]: tuple(map(_said, column.cells.content or ())) for column in columns}

    def plot_data(self, section: str, plot: int = 0) -> list[dict[str, Any]]:
        """Data behind a plot of a section, row by row, under the names that its Vega-Lite specification uses: ``x``, ``y``, ``value``."""
        values: list[dict[str, Any]] = self._plot(section, plot).to_vega_lite()["data"]["values"]
        return values

    def _section(self, name: str) -> Section:
        found = {section.name: section for section in self.sections}
        return found[_known("section", name, found)]

    def _plot(self, section: str, plot: int) -> Plot:
        plots = {part.name: list(part.plots or ()) for part in self.sections}
        found = plots.get(cast(SectionName, section), [])
        if not 0 <= plot < len(found):
            places = [f"{name} {place}" for name, drawn in plots.items() for place in range(len(drawn))]
            raise InputError("report.plot.unknown", "section", f"{section} {plot}", ", ".join(places))
        return found[plot]

    def plot(self, section: str, plot: int = 0, language: Language = "en") -> Svg:
        """One plot of a section, drawn by the core: the same bytes as in Rust, Node and the browser.

        Parameters
        ----------
        section : str
            Name of the section, as ``machines``.
        plot : int
            Place of the plot in its section, from 0.
        language : {'en', 'zh'}
            Language of its words.

        Returns
        -------
        Svg
            Text of an SVG file, which a notebook shows.
        """
        return self._plot(section, plot).to_svg(language)

    def to_vega_lite(self, section: str, plot: int = 0, language: Language = "en") -> dict[str, Any]:
        """The same plot as a Vega-Lite specification with its data, to restyle: ``altair.Chart.from_dict(...)``."""
        return self._plot(section, plot).to_vega_lite(language)

    def __repr__(self) -> str:
        return self.to_text()

    def _repr_html_(self) -> str:
        # In a frame of its own, so that neither style reaches the other.
        page = html.escape(self.to_html(), quote=True)
        return f'<iframe sandbox srcdoc="{page}" style="width: 100%; height: 40rem; border: 0"></iframe>'


_Name = TypeVar("_Name")


def _said(cell: Any) -> Any:
    """What a cell holds, or the word that says why it holds nothing."""
    return (cell.tag if cell.content is None else cell.content) if isinstance(cell, Shown) else cell


def _known(field: str, name: str, names: Mapping[_Name, Any]) -> _Name:
    """The name as it stands among those that there are."""
    for known in names:
        if known == name:
            return known
    raise InputError(f"report.{field}.unknown", field, name, ", ".join(map(str, names)))


def _rendered(form: str, report: Report, language: Language) -> str:
    return str(_native.call(f"report.render_{form}", {"report": report._wire(), "language": language})["text"])


def _named(value: Any) -> set[str]:
    """Texts that end in .csv name files beside the site file."""
    if isinstance(value, str):
        return {value} if value.endswith(".csv") else set()
    if isinstance(value, Mapping):
        return set().union(*map(_named, value.values()))
    if isinstance(value, Sequence):
        return set().union(*map(_named, value))
    return set()


def site_document(path: str | os.PathLike[str]) -> dict[str, Any]:
    """The site document of a TOML file, with the CSV files that it names and that lie beside it.

    Parameters
    ----------
    path : str or os.PathLike
        Site file; ``report.sample_file(file="site")`` is one to begin with.

    Returns
    -------
    dict
        Document for `site`.
    """
    path = Path(path)
    try:
        document = tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise InputError("report.file.unknown", str(path), str(error), "TOML 1.0") from error
    names = sorted(_named({key: value for key, value in document.items() if key != "files"}))
    if names and "files" not in document:
        # What is not there is told by the core, with the key that names it.
        document["files"] = [{"name": name, "text": _text(path.parent / name)} for name in names if (path.parent / name).is_file()]
    return document


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise InputError("report.file.unknown", str(path), f"byte {error.start} is no UTF-8", "text in UTF-8") from error


def _document(source: str | os.PathLike[str] | Mapping[str, Any]) -> Mapping[str, Any]:
    if isinstance(source, Mapping):
        return source
    allowed = "a path of a site file, or the document of one: tomllib.loads(text)"
    if not isinstance(source, str | os.PathLike):
        raise InputTypeError("report.source.wrong_type", "source", type(source).__name__, allowed)
    if isinstance(source, str) and "\n" in source:
        raise InputTypeError("report.source.wrong_type", "source", "text of several lines", allowed)
    return site_document(source)


def site(
    source: str | os.PathLike[str] | Mapping[str, Any], *, sections: Sequence[str] | None = None
) -> SiteReport:
    """The report on a mining site: what to run now, what it earns, what to decide, and the sections that say why.

    Parameters
    ----------
    source : str, os.PathLike or Mapping
        Site file, or the document that stands in one. Of a mapping no file is read: what it names stands in its ``files``.
    sections : Sequence[str], optional
        Sections to calculate, as ``["answer", "machines"]``. Absent: those of the document, or all.

    Returns
    -------
    SiteReport
        Report as data, which a notebook shows as a page.

    Examples
    --------
    >>> import tomllib
    >>> import hashinsight as hi
    >>> sample = tomllib.loads(hi.report.sample_file(file="site").text)
    >>> report = hi.report.site(sample, sections=["answer", "machines"])
    >>> [section.name for section in report.sections]
    ['answer', 'machines']
    """
    document = dict(_document(source))
    if sections is not None:
        document["sections"] = list(sections)
    return SiteReport._read(_native.call("report.site", document))


def difference(
    before: str | os.PathLike[str] | Mapping[str, Any], after: str | os.PathLike[str] | Mapping[str, Any]
) -> SiteReport:
    """How one site became another: the profit of a day explained by what was changed, term by term.

    Parameters
    ----------
    before, after : str, os.PathLike or Mapping
        Site files, or the documents that stand in them.

    Returns
    -------
    SiteReport
        Report of one section. From after to before every term has the other sign, to the bit.

    Examples
    --------
    >>> import tomllib
    >>> import hashinsight as hi
    >>> sample = tomllib.loads(hi.report.sample_file(file="site").text)
    >>> report = hi.report.difference(sample, sample | {"pool_fee": "1 %"})
    >>> [section.name for section in report.sections]
    ['difference']
    """
    request = {"before": dict(_document(before)), "after": dict(_document(after))}
    return SiteReport._read(_native.call("report.difference", request))
