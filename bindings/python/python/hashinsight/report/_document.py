"""Operations and types of ``report``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Literal, NotRequired, Self, TypeAlias, TypedDict

from numpy.typing import ArrayLike

from .._documents import Document, FrameLike, Variant, day, document, each, instant, listed, rows
from .._frames import Columns
from .._plots import Drawable
from .._show import Rows

__all__ = [
    "BandPlot",
    "BandPlotDict",
    "BarPlot",
    "BarPlotDict",
    "Cells",
    "CellsDict",
    "CellsLike",
    "Column",
    "ColumnDict",
    "Curves",
    "CurvesDict",
    "Figure",
    "FigureDict",
    "HeatMap",
    "HeatMapDict",
    "Label",
    "LabelDict",
    "LabelLike",
    "Plot",
    "PlotDict",
    "PlotMark",
    "PlotMarkDict",
    "PlotShape",
    "PlotShapeDict",
    "PlotShapeLike",
    "Report",
    "ReportDict",
    "ScatterPlot",
    "ScatterPlotDict",
    "Section",
    "SectionDict",
    "SectionName",
    "Series",
    "SeriesDict",
    "Shading",
    "ShadingDict",
    "Shown",
    "ShownDict",
    "ShownLike",
    "Source",
    "Table",
    "TableDict",
    "Unit",
]


def __dir__() -> list[str]:
    return __all__


SectionName: TypeAlias = Literal["answer", "assumptions", "network", "retarget", "hashprice", "machines", "algorithms", "cash_flow", "curtailment", "treasury", "insurance", "signals", "difference"]
"""Name of a section, in reading order.

Cases
-----
answer
    The answer: what to run, what it earns, what to decide, and what would change that.
assumptions
    What is assumed because nothing measured says it.
network
    Price and network on the last day.
retarget
    The next change of difficulty.
hashprice
    What a petahash earns.
machines
    What machines earn, cost and leave.
algorithms
    The calculator's answers by both of its algorithms.
cash_flow
    Month by month what is left.
curtailment
    When which machines should rest.
treasury
    Coins, cash, the plan of sale and its guarantee, and every template over the past year.
insurance
    A cover against the liquidation of the hedge, and what the hedge may lose.
signals
    The ten signal modules and their decision.
difference
    What became different between two sites.
"""


@document
class Label(Variant):
    """A word of the catalogue, or one that is nobody's but the site's.

    Cases
    -----
    code
        Code of a text of the catalogue.
    text
        Text as it stands, the same in every language.
    """

    tag: Literal["code", "text"]
    content: str | None = None
    _route = "report.render_svg:plot.title"

    @classmethod
    def code(cls, content: str) -> Self:
        """Code of a text of the catalogue."""
        return cls._made("code", content)

    @classmethod
    def text(cls, content: str) -> Self:
        """Text as it stands, the same in every language."""
        return cls._made("text", content)


class LabelDict(TypedDict, total=False):
    """``Label`` as a mapping: one of the keys, with its content."""

    code: str
    text: str


LabelLike: TypeAlias = "Label | LabelDict"
"""What is taken for a ``Label``."""


@document
class Shown(Variant):
    """What a figure or a cell of a table shows.

    Cases
    -----
    number
        A number, in the unit beside it.
    text
        A text that is the same in every language.
    code
        Code of a text of the catalogue.
    day
        A day, UTC.
    instant
        An instant, in Unix milliseconds UTC.
    never
        It does not happen: no value is good enough.
    unbounded
        There is no limit.
    every
        Every value is good enough.
    undefined
        The question has no answer.
    no_data
        Nothing is known: code of what is missing in the site document.
    """

    tag: Literal["number", "text", "code", "day", "instant", "never", "unbounded", "every", "undefined", "no_data"]
    content: float | str | datetime.date | datetime.datetime | None = None
    _route = "report.render_text:report.sections.[].figures.[].value"

    @classmethod
    def number(cls, content: float) -> Self:
        """A number, in the unit beside it."""
        return cls._made("number", content)

    @classmethod
    def text(cls, content: str) -> Self:
        """A text that is the same in every language."""
        return cls._made("text", content)

    @classmethod
    def code(cls, content: str) -> Self:
        """Code of a text of the catalogue."""
        return cls._made("code", content)

    @classmethod
    def day(cls, content: datetime.date) -> Self:
        """A day, UTC."""
        return cls._made("day", content)

    @classmethod
    def instant(cls, content: datetime.datetime | int | str) -> Self:
        """An instant, in Unix milliseconds UTC."""
        return cls._made("instant", content)

    @classmethod
    def never(cls) -> Self:
        """It does not happen: no value is good enough."""
        return cls._made("never")

    @classmethod
    def unbounded(cls) -> Self:
        """There is no limit."""
        return cls._made("unbounded")

    @classmethod
    def every(cls) -> Self:
        """Every value is good enough."""
        return cls._made("every")

    @classmethod
    def undefined(cls) -> Self:
        """The question has no answer."""
        return cls._made("undefined")

    @classmethod
    def no_data(cls, content: str) -> Self:
        """Nothing is known: code of what is missing in the site document."""
        return cls._made("no_data", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "day":
            return day(content)
        if tag == "instant":
            return instant(content)
        return content


class ShownDict(TypedDict, total=False):
    """``Shown`` as a mapping: one of the keys, with its content."""

    number: float
    text: str
    code: str
    day: datetime.date
    instant: datetime.datetime | int | str
    no_data: str


ShownLike: TypeAlias = "Shown | ShownDict | Literal['never', 'unbounded', 'every', 'undefined']"
"""What is taken for a ``Shown``."""


Unit: TypeAlias = Literal["none", "count", "number", "fraction", "change", "usd", "usd_per_day", "usd_per_kwh", "usd_per_btc", "usd_per_phs_day", "usd_per_ths", "btc", "btc_per_day", "sat", "sat_per_phs_day", "ths", "phs", "ehs", "w", "kw", "j_per_th", "difficulty", "seconds", "hours", "days"]
"""Unit of a number.

Cases
-----
none
    None: words, days, instants.
count
    A count, or a height of the chain.
number
    A pure number with decimals.
fraction
    A fraction of 1, written in percent.
change
    A change as a fraction of 1, written in percent with its sign.
usd
    US dollars.
usd_per_day
    US dollars per day.
usd_per_kwh
    US dollars per kilowatt-hour.
usd_per_btc
    US dollars per bitcoin.
usd_per_phs_day
    US dollars per petahash per second and day.
usd_per_ths
    US dollars per terahash per second.
btc
    Bitcoin.
btc_per_day
    Bitcoin per day.
sat
    Satoshis.
sat_per_phs_day
    Satoshis per petahash per second and day.
ths
    Terahashes per second.
phs
    Petahashes per second.
ehs
    Exahashes per second.
w
    Watts.
kw
    Kilowatts.
j_per_th
    Joules per terahash.
difficulty
    Difficulty, written in trillions.
seconds
    Seconds.
hours
    Hours.
days
    Days.
"""


Source: TypeAlias = Literal["sample", "days", "site", "synthetic", "catalog", "calculated", "assumed"]
"""Where a value comes from.

Cases
-----
sample
    The sample days of the package.
days
    Days of the site's own file.
site
    The site document, as its owner states it.
synthetic
    The site document, which calls it invented.
catalog
    The catalog of machines.
calculated
    Calculated from days and site document.
assumed
    Calculated under assumptions of the site document about what is to come.
"""


@document
class Figure(Document):
    """A figure.

    Attributes
    ----------
    name : Label
        Name of the figure.
    value : Shown
        Value of the figure.
    unit : Unit
        Unit of the value, where it is a number.
    source : Source
        Source of the value.
    link : SectionName, optional
        Section that says why. Absent: the figure's own.
    """

    name: Label
    value: Shown
    unit: Unit
    source: Source
    link: SectionName | None = None
    _route = "report.render_text:report.sections.[].figures.[]"

    def __init__(
        self,
        name: LabelLike,
        value: ShownLike,
        unit: Unit,
        source: Source,
        link: SectionName | None = None,
    ) -> None:
        self._fill({"name": name, "value": value, "unit": unit, "source": source, "link": link})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["name"] = Label._read(document["name"])
        document["value"] = Shown._read(document["value"])

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "value": self.value,
            "unit": self.unit,
            "source": self.source,
            "link": self.link,
        }


class FigureDict(TypedDict):
    """``Figure`` as a mapping."""

    name: LabelLike
    value: ShownLike
    unit: Unit
    source: Source
    link: NotRequired[SectionName | None]


@document
class Cells(Variant):
    """Cells of a column: numbers, or what else is shown.

    Cases
    -----
    numbers
        Numbers, in the unit of the column.
    shown
        Numbers with words where there is none.
    texts
        Texts that are the same in every language.
    codes
        Codes of texts of the catalogue.
    days
        Days, UTC.
    instants
        Instants, in Unix milliseconds UTC.
    """

    tag: Literal["numbers", "shown", "texts", "codes", "days", "instants"]
    content: tuple[float, ...] | tuple[Shown, ...] | tuple[str, ...] | tuple[datetime.date, ...] | tuple[datetime.datetime, ...] | None = None
    _route = "report.render_svg:plot.shape.line.x"

    @classmethod
    def numbers(cls, content: ArrayLike) -> Self:
        """Numbers, in the unit of the column."""
        return cls._made("numbers", content)

    @classmethod
    def shown(cls, content: Sequence[ShownLike]) -> Self:
        """Numbers with words where there is none."""
        return cls._made("shown", content)

    @classmethod
    def texts(cls, content: Sequence[str]) -> Self:
        """Texts that are the same in every language."""
        return cls._made("texts", content)

    @classmethod
    def codes(cls, content: Sequence[str]) -> Self:
        """Codes of texts of the catalogue."""
        return cls._made("codes", content)

    @classmethod
    def days(cls, content: Sequence[datetime.date]) -> Self:
        """Days, UTC."""
        return cls._made("days", content)

    @classmethod
    def instants(cls, content: Sequence[datetime.datetime | int | str] | ArrayLike) -> Self:
        """Instants, in Unix milliseconds UTC."""
        return cls._made("instants", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "numbers":
            return listed(content)
        if tag == "shown":
            return each(Shown._read, content)
        if tag == "texts":
            return listed(content)
        if tag == "codes":
            return listed(content)
        if tag == "days":
            return each(day, content)
        if tag == "instants":
            return each(instant, content)
        return content


class CellsDict(TypedDict, total=False):
    """``Cells`` as a mapping: one of the keys, with its content."""

    numbers: ArrayLike
    shown: Sequence[ShownLike]
    texts: Sequence[str]
    codes: Sequence[str]
    days: Sequence[datetime.date]
    instants: Sequence[datetime.datetime | int | str] | ArrayLike


CellsLike: TypeAlias = "Cells | CellsDict"
"""What is taken for a ``Cells``."""


@document
class Series(Document):
    """Numbers with a name.

    Attributes
    ----------
    name : Label
        Name of the series.
    values : tuple[float, ...]
        Values, one for each place, in the unit of the plot.
    """

    name: Label
    values: tuple[float, ...]
    _route = "report.render_svg:plot.shape.line.series.[]"

    def __init__(
        self,
        name: LabelLike,
        values: ArrayLike,
    ) -> None:
        self._fill({"name": name, "values": values})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["name"] = Label._read(document["name"])
        document["values"] = listed(document["values"])

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "values": self.values,
        }


class SeriesDict(TypedDict):
    """``Series`` as a mapping."""

    name: LabelLike
    values: ArrayLike


@document
class PlotMark(Document):
    """What happens at a place.

    Attributes
    ----------
    index : int
        Index of the place, from 0. [from 0]
    name : Label
        Name of what happens.
    """

    index: int
    name: Label
    _route = "report.render_svg:plot.shape.line.marks.[]"

    def __init__(
        self,
        index: int,
        name: LabelLike,
    ) -> None:
        self._fill({"index": index, "name": name})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["name"] = Label._read(document["name"])

    def _wire(self) -> dict[str, Any]:
        return {
            "index": self.index,
            "name": self.name,
        }


class PlotMarkDict(TypedDict):
    """``PlotMark`` as a mapping."""

    index: int
    name: LabelLike


@document
class Shading(Document):
    """Places that are set off from the others.

    Attributes
    ----------
    name : Label
        Meaning of the shading.
    at : tuple[bool, ...]
        Whether each place is shaded.
    """

    name: Label
    at: tuple[bool, ...]
    _route = "report.render_svg:plot.shape.line.shading"

    def __init__(
        self,
        name: LabelLike,
        at: Sequence[bool],
    ) -> None:
        self._fill({"name": name, "at": at})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["name"] = Label._read(document["name"])
        document["at"] = listed(document["at"])

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "at": self.at,
        }


class ShadingDict(TypedDict):
    """``Shading`` as a mapping."""

    name: LabelLike
    at: Sequence[bool]


@document
class Curves(Document):
    """One or several series over the same places.

    Attributes
    ----------
    x : Cells
        Places, in order: days, instants or numbers.
    series : Rows[Series]
        Series over the places, one to four.
    marks : Rows[PlotMark], optional
        Marks at some places. [[] where absent]
    shading : Shading, optional
        Shading of some places. Absent: none.
    """

    x: Cells
    series: Rows[Series]
    marks: Rows[PlotMark] | None = None
    shading: Shading | None = None
    _route = "report.render_svg:plot.shape.line"

    def __init__(
        self,
        x: CellsLike,
        series: Sequence[Series | SeriesDict] | FrameLike,
        marks: Sequence[PlotMark | PlotMarkDict] | FrameLike | None = None,
        shading: Shading | ShadingDict | None = None,
    ) -> None:
        self._fill({"x": x, "series": series, "marks": marks, "shading": shading})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["x"] = Cells._read(document["x"])
        document["series"] = rows(Series._read, document["series"])
        if document.get("marks") is not None:
            document["marks"] = rows(PlotMark._read, document["marks"])
        if document.get("shading") is not None:
            document["shading"] = Shading._read(document["shading"])

    def _wire(self) -> dict[str, Any]:
        return {
            "x": self.x,
            "series": self.series,
            "marks": self.marks,
            "shading": self.shading,
        }


class CurvesDict(TypedDict):
    """``Curves`` as a mapping."""

    x: CellsLike
    series: Sequence[Series | SeriesDict]
    marks: NotRequired[Sequence[PlotMark | PlotMarkDict] | None]
    shading: NotRequired[Shading | ShadingDict | None]


@document
class BandPlot(Document):
    """An estimate within its band.

    Attributes
    ----------
    x : Cells
        Places, in order.
    lower : tuple[float, ...]
        Lower end of the band at each place.
    middle : tuple[float, ...]
        Estimate at each place.
    upper : tuple[float, ...]
        Upper end of the band at each place.
    """

    x: Cells
    lower: tuple[float, ...]
    middle: tuple[float, ...]
    upper: tuple[float, ...]
    _route = "report.render_svg:plot.shape.band"

    def __init__(
        self,
        x: CellsLike,
        lower: ArrayLike,
        middle: ArrayLike,
        upper: ArrayLike,
    ) -> None:
        self._fill({"x": x, "lower": lower, "middle": middle, "upper": upper})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["x"] = Cells._read(document["x"])
        document["lower"] = listed(document["lower"])
        document["middle"] = listed(document["middle"])
        document["upper"] = listed(document["upper"])

    def _wire(self) -> dict[str, Any]:
        return {
            "x": self.x,
            "lower": self.lower,
            "middle": self.middle,
            "upper": self.upper,
        }


class BandPlotDict(TypedDict):
    """``BandPlot`` as a mapping."""

    x: CellsLike
    lower: ArrayLike
    middle: ArrayLike
    upper: ArrayLike


@document
class BarPlot(Document):
    """One bar per name.

    Attributes
    ----------
    names : tuple[Label, ...]
        Names of the bars.
    values : tuple[float, ...]
        Values of the bars; those of a waterfall are steps that add up to its last bar, which is drawn in addition.
    """

    names: tuple[Label, ...]
    values: tuple[float, ...]
    _route = "report.render_svg:plot.shape.bar"

    def __init__(
        self,
        names: Sequence[LabelLike],
        values: ArrayLike,
    ) -> None:
        self._fill({"names": names, "values": values})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["names"] = each(Label._read, document["names"])
        document["values"] = listed(document["values"])

    def _wire(self) -> dict[str, Any]:
        return {
            "names": self.names,
            "values": self.values,
        }


class BarPlotDict(TypedDict):
    """``BarPlot`` as a mapping."""

    names: Sequence[LabelLike]
    values: ArrayLike


@document
class HeatMap(Document):
    """A number for each pair of two others.

    Attributes
    ----------
    x_name : Label
        Name of what grows to the right.
    x_unit : Unit
        Unit of what grows to the right.
    x : tuple[float, ...]
        Places to the right.
    y_name : Label
        Name of what grows downward.
    y_unit : Unit
        Unit of what grows downward.
    y : tuple[float, ...]
        Places downward.
    values : tuple[float, ...]
        Values, row by row from the top, as many as pairs of places.
    """

    x_name: Label
    x_unit: Unit
    x: tuple[float, ...]
    y_name: Label
    y_unit: Unit
    y: tuple[float, ...]
    values: tuple[float, ...]
    _route = "report.render_svg:plot.shape.heat_map"

    def __init__(
        self,
        x_name: LabelLike,
        x_unit: Unit,
        x: ArrayLike,
        y_name: LabelLike,
        y_unit: Unit,
        y: ArrayLike,
        values: ArrayLike,
    ) -> None:
        self._fill({"x_name": x_name, "x_unit": x_unit, "x": x, "y_name": y_name, "y_unit": y_unit, "y": y, "values": values})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["x_name"] = Label._read(document["x_name"])
        document["x"] = listed(document["x"])
        document["y_name"] = Label._read(document["y_name"])
        document["y"] = listed(document["y"])
        document["values"] = listed(document["values"])

    def _wire(self) -> dict[str, Any]:
        return {
            "x_name": self.x_name,
            "x_unit": self.x_unit,
            "x": self.x,
            "y_name": self.y_name,
            "y_unit": self.y_unit,
            "y": self.y,
            "values": self.values,
        }


class HeatMapDict(TypedDict):
    """``HeatMap`` as a mapping."""

    x_name: LabelLike
    x_unit: Unit
    x: ArrayLike
    y_name: LabelLike
    y_unit: Unit
    y: ArrayLike
    values: ArrayLike


@document
class ScatterPlot(Document):
    """One point per name.

    Attributes
    ----------
    names : tuple[str, ...]
        Names of the points.
    x_name : Label
        Name of what grows to the right.
    x_unit : Unit
        Unit of what grows to the right.
    x : tuple[float, ...]
        Places of the points to the right.
    y : tuple[float, ...]
        Places of the points upward, in the unit of the plot.
    """

    names: tuple[str, ...]
    x_name: Label
    x_unit: Unit
    x: tuple[float, ...]
    y: tuple[float, ...]
    _route = "report.render_svg:plot.shape.scatter"

    def __init__(
        self,
        names: Sequence[str],
        x_name: LabelLike,
        x_unit: Unit,
        x: ArrayLike,
        y: ArrayLike,
    ) -> None:
        self._fill({"names": names, "x_name": x_name, "x_unit": x_unit, "x": x, "y": y})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["names"] = listed(document["names"])
        document["x_name"] = Label._read(document["x_name"])
        document["x"] = listed(document["x"])
        document["y"] = listed(document["y"])

    def _wire(self) -> dict[str, Any]:
        return {
            "names": self.names,
            "x_name": self.x_name,
            "x_unit": self.x_unit,
            "x": self.x,
            "y": self.y,
        }


class ScatterPlotDict(TypedDict):
    """``ScatterPlot`` as a mapping."""

    names: Sequence[str]
    x_name: LabelLike
    x_unit: Unit
    x: ArrayLike
    y: ArrayLike


@document
class Column(Document):
    """A column of a table.

    Attributes
    ----------
    name : Label
        Name of the column.
    unit : Unit
        Unit of its numbers.
    cells : Cells
        Cells of the column, as many as the table has rows.
    """

    name: Label
    unit: Unit
    cells: Cells
    _route = "report.render_svg:plot.shape.table.columns.[]"

    def __init__(
        self,
        name: LabelLike,
        unit: Unit,
        cells: CellsLike,
    ) -> None:
        self._fill({"name": name, "unit": unit, "cells": cells})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["name"] = Label._read(document["name"])
        document["cells"] = Cells._read(document["cells"])

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "unit": self.unit,
            "cells": self.cells,
        }


class ColumnDict(TypedDict):
    """``Column`` as a mapping."""

    name: LabelLike
    unit: Unit
    cells: CellsLike


@document
class Table(Document):
    """A table; the first column names the row.

    Attributes
    ----------
    title : Label
        Title of the table.
    columns : Rows[Column]
        Columns, at least one, all of the same length.
    folded : bool, optional
        Whether a page shows the table only when it is asked for. [false where absent]
    """

    title: Label
    columns: Rows[Column]
    folded: bool | None = None
    _route = "report.render_svg:plot.shape.table"

    def __init__(
        self,
        title: LabelLike,
        columns: Sequence[Column | ColumnDict] | FrameLike,
        folded: bool | None = None,
    ) -> None:
        self._fill({"title": title, "columns": columns, "folded": folded})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["title"] = Label._read(document["title"])
        document["columns"] = rows(Column._read, document["columns"])

    def _wire(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "columns": self.columns,
            "folded": self.folded,
        }


class TableDict(TypedDict):
    """``Table`` as a mapping."""

    title: LabelLike
    columns: Sequence[Column | ColumnDict]
    folded: NotRequired[bool | None]


@document
class PlotShape(Variant):
    """Shape of a plot.

    Cases
    -----
    line
        Lines from place to place.
    step
        Values that hold until the next place.
    band
        An estimate within its band.
    bar
        Bars from zero to either side.
    heat_map
        A colour for each pair of places.
    waterfall
        Bars that begin where the one before them ends, and their sum.
    scatter
        A point for each name.
    table
        A table instead of a drawing.
    """

    tag: Literal["line", "step", "band", "bar", "heat_map", "waterfall", "scatter", "table"]
    content: Curves | BandPlot | BarPlot | HeatMap | ScatterPlot | Table | None = None
    _route = "report.render_svg:plot.shape"

    @classmethod
    def line(cls, content: Curves | CurvesDict) -> Self:
        """Lines from place to place."""
        return cls._made("line", content)

    @classmethod
    def step(cls, content: Curves | CurvesDict) -> Self:
        """Values that hold until the next place."""
        return cls._made("step", content)

    @classmethod
    def band(cls, content: BandPlot | BandPlotDict) -> Self:
        """An estimate within its band."""
        return cls._made("band", content)

    @classmethod
    def bar(cls, content: BarPlot | BarPlotDict) -> Self:
        """Bars from zero to either side."""
        return cls._made("bar", content)

    @classmethod
    def heat_map(cls, content: HeatMap | HeatMapDict) -> Self:
        """A colour for each pair of places."""
        return cls._made("heat_map", content)

    @classmethod
    def waterfall(cls, content: BarPlot | BarPlotDict) -> Self:
        """Bars that begin where the one before them ends, and their sum."""
        return cls._made("waterfall", content)

    @classmethod
    def scatter(cls, content: ScatterPlot | ScatterPlotDict) -> Self:
        """A point for each name."""
        return cls._made("scatter", content)

    @classmethod
    def table(cls, content: Table | TableDict) -> Self:
        """A table instead of a drawing."""
        return cls._made("table", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "line":
            return Curves._read(content)
        if tag == "step":
            return Curves._read(content)
        if tag == "band":
            return BandPlot._read(content)
        if tag == "bar":
            return BarPlot._read(content)
        if tag == "heat_map":
            return HeatMap._read(content)
        if tag == "waterfall":
            return BarPlot._read(content)
        if tag == "scatter":
            return ScatterPlot._read(content)
        if tag == "table":
            return Table._read(content)
        return content


class PlotShapeDict(TypedDict, total=False):
    """``PlotShape`` as a mapping: one of the keys, with its content."""

    line: Curves | CurvesDict
    step: Curves | CurvesDict
    band: BandPlot | BandPlotDict
    bar: BarPlot | BarPlotDict
    heat_map: HeatMap | HeatMapDict
    waterfall: BarPlot | BarPlotDict
    scatter: ScatterPlot | ScatterPlotDict
    table: Table | TableDict


PlotShapeLike: TypeAlias = "PlotShape | PlotShapeDict"
"""What is taken for a ``PlotShape``."""


@document
class Plot(Drawable, Document):
    """A plot.

    Attributes
    ----------
    title : Label
        Title: what is shown.
    unit : Unit
        Unit of the values.
    source : Source
        Source of the values.
    shape : PlotShape
        Shape with its data.
    """

    title: Label
    unit: Unit
    source: Source
    shape: PlotShape
    _route = "report.render_svg:plot"

    def __init__(
        self,
        title: LabelLike,
        unit: Unit,
        source: Source,
        shape: PlotShapeLike,
    ) -> None:
        self._fill({"title": title, "unit": unit, "source": source, "shape": shape})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["title"] = Label._read(document["title"])
        document["shape"] = PlotShape._read(document["shape"])

    def _wire(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "unit": self.unit,
            "source": self.source,
            "shape": self.shape,
        }


class PlotDict(TypedDict):
    """``Plot`` as a mapping."""

    title: LabelLike
    unit: Unit
    source: Source
    shape: PlotShapeLike


@document
class Section(Document):
    """Section of a report.

    Attributes
    ----------
    name : SectionName
        Name of the section.
    missing : str, optional
        Code of what is missing in the site document. Absent: nothing is.
    figures : Rows[Figure], optional
        Figures, in order. [[] where absent]
    plots : Rows[Plot], optional
        Plots, in order. [[] where absent]
    tables : Rows[Table], optional
        Tables, in order. [[] where absent]
    notes : tuple[str, ...], optional
        Codes of what a reader must know to read the figures right. [[] where absent]
    """

    name: SectionName
    missing: str | None = None
    figures: Rows[Figure] | None = None
    plots: Rows[Plot] | None = None
    tables: Rows[Table] | None = None
    notes: tuple[str, ...] | None = None
    _route = "report.render_text:report.sections.[]"

    def __init__(
        self,
        name: SectionName,
        missing: str | None = None,
        figures: Sequence[Figure | FigureDict] | FrameLike | None = None,
        plots: Sequence[Plot | PlotDict] | FrameLike | None = None,
        tables: Sequence[Table | TableDict] | FrameLike | None = None,
        notes: Sequence[str] | None = None,
    ) -> None:
        self._fill({"name": name, "missing": missing, "figures": figures, "plots": plots, "tables": tables, "notes": notes})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        if document.get("figures") is not None:
            document["figures"] = rows(Figure._read, document["figures"])
        if document.get("plots") is not None:
            document["plots"] = rows(Plot._read, document["plots"])
        if document.get("tables") is not None:
            document["tables"] = rows(Table._read, document["tables"])
        if document.get("notes") is not None:
            document["notes"] = listed(document["notes"])

    def _wire(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "missing": self.missing,
            "figures": self.figures,
            "plots": self.plots,
            "tables": self.tables,
            "notes": self.notes,
        }


class SectionDict(TypedDict):
    """``Section`` as a mapping."""

    name: SectionName
    missing: NotRequired[str | None]
    figures: NotRequired[Sequence[Figure | FigureDict] | None]
    plots: NotRequired[Sequence[Plot | PlotDict] | None]
    tables: NotRequired[Sequence[Table | TableDict] | None]
    notes: NotRequired[Sequence[str] | None]


@document
class Report(Document):
    """Result of `site`: sections in reading order, the answer first.

    Attributes
    ----------
    site : str
        Name of the site.
    day : datetime.date
        Day of the report, UTC: the last one that is known.
    sections : Rows[Section]
        Sections, in reading order.
    """

    site: str
    day: datetime.date
    sections: Rows[Section]
    _route = "report.render_text:report"

    def __init__(
        self,
        site: str,
        day: datetime.date,
        sections: Sequence[Section | SectionDict] | FrameLike,
    ) -> None:
        self._fill({"site": site, "day": day, "sections": sections})

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["day"] = day(document["day"])
        document["sections"] = rows(Section._read, document["sections"])

    def _wire(self) -> dict[str, Any]:
        return {
            "site": self.site,
            "day": self.day,
            "sections": self.sections,
        }


class ReportDict(TypedDict):
    """``Report`` as a mapping."""

    site: str
    day: datetime.date
    sections: Sequence[Section | SectionDict]
