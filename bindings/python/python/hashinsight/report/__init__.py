"""Operations and types of ``report``. Generated from the operation table by ``cargo xtask gen``.

difference
----------
difference
    How one site became another: the profit of a day explained by what was changed, term by term, as a report of one section. From b to a every term has the other sign, to the bit.

render
------
render_text
    A report as plain text, in English or Chinese.
render_html
    A report as one page with its plots, in English or Chinese; the page fetches nothing and runs no script.
render_csv
    A report as CSV files: figures, tables, and the data behind each plot, with numbers in full.
render_svg
    A plot of a report as an SVG file.

request
-------
site
    The report on a mining site: what to run now, what it earns, what to decide, and the sections that say why; numbers and codes, in no language. The document is that of a site file: read its TOML, and put what it names into `files`.

sample
------
sample_file
    The sample site file to begin with, or the sample days.
"""

from __future__ import annotations

from ..site_file import SiteReport
from ..site_file import Svg
from ..site_file import difference
from ..site_file import site
from ..site_file import site_document
from ._document import (
    BandPlot,
    BandPlotDict,
    BarPlot,
    BarPlotDict,
    Cells,
    CellsDict,
    CellsLike,
    Column,
    ColumnDict,
    Curves,
    CurvesDict,
    Figure,
    FigureDict,
    HeatMap,
    HeatMapDict,
    Label,
    LabelDict,
    LabelLike,
    Plot,
    PlotDict,
    PlotMark,
    PlotMarkDict,
    PlotShape,
    PlotShapeDict,
    PlotShapeLike,
    Report,
    ReportDict,
    ScatterPlot,
    ScatterPlotDict,
    Section,
    SectionDict,
    SectionName,
    Series,
    SeriesDict,
    Shading,
    ShadingDict,
    Shown,
    ShownDict,
    ShownLike,
    Source,
    Table,
    TableDict,
    Unit,
)
from ._render import (
    Rendered,
    RenderedFile,
    RenderedFiles,
    render_csv,
    render_html,
    render_svg,
    render_text,
)
from ._request import (
    DaylightRule,
    SiteCatalog,
    SiteFile,
    SiteFileDict,
    SiteMachine,
    SiteMachineDict,
    SiteOutlook,
    SiteOutlookDict,
    SitePayment,
    SitePaymentDict,
    SiteRequest,
    SiteRequestDict,
    SiteSignals,
    SiteSignalsDict,
    SiteTariff,
    SiteTariffDict,
    SiteTariffWindow,
    SiteTariffWindowDict,
    SiteTip,
    SiteTipDict,
    SiteTreasury,
    SiteTreasuryDict,
    WindowDays,
)
from ._sample import (
    SampleFile,
    SampleFileReport,
    sample_file,
)

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
    "DaylightRule",
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
    "Rendered",
    "RenderedFile",
    "RenderedFiles",
    "Report",
    "ReportDict",
    "SampleFile",
    "SampleFileReport",
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
    "SiteCatalog",
    "SiteFile",
    "SiteFileDict",
    "SiteMachine",
    "SiteMachineDict",
    "SiteOutlook",
    "SiteOutlookDict",
    "SitePayment",
    "SitePaymentDict",
    "SiteReport",
    "SiteRequest",
    "SiteRequestDict",
    "SiteSignals",
    "SiteSignalsDict",
    "SiteTariff",
    "SiteTariffDict",
    "SiteTariffWindow",
    "SiteTariffWindowDict",
    "SiteTip",
    "SiteTipDict",
    "SiteTreasury",
    "SiteTreasuryDict",
    "Source",
    "Svg",
    "Table",
    "TableDict",
    "Unit",
    "WindowDays",
    "difference",
    "render_csv",
    "render_html",
    "render_svg",
    "render_text",
    "sample_file",
    "site",
    "site_document",
]


def __dir__() -> list[str]:
    return __all__
