"""Operations and types of ``report``. Generated from the operation table by ``cargo xtask gen``.

difference
----------
difference
    How one site became another: the profit of a day explained by what was changed, term by term, as a report of one section. From b to a every term has the other sign, to the bit.

drawn
-----
plot
    The plot of an answer of another room, as data: of a forecast, heat map, plan, chain, simulation, backtest, quote or loss. Answers are given as they came, behind what they are: `{"forecast": ...}`.

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
render_vega_lite
    A plot of a report as a Vega-Lite specification (JSON text), with its data in full, for those who restyle it.

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
from ._drawn import (
    BacktestDrawn,
    BacktestDrawnDict,
    ChainDrawn,
    ChainDrawnDict,
    DecisionDrawn,
    DecisionDrawnDict,
    DispatchDrawn,
    DispatchDrawnDict,
    EquityDrawn,
    EquityDrawnDict,
    ExpiryDrawn,
    ExpiryDrawnDict,
    ForecastDrawn,
    ForecastDrawnDict,
    ForecastTableDrawn,
    ForecastTableDrawnDict,
    HeatMapDrawn,
    HeatMapDrawnDict,
    LossDrawn,
    LossDrawnDict,
    PassageDrawn,
    PassageDrawnDict,
    Plotted,
    PlottedDict,
    PlottedLike,
    PremiumDrawn,
    PremiumDrawnDict,
    QuoteDrawn,
    QuoteDrawnDict,
    SignalsDrawn,
    SignalsDrawnDict,
    SimulationDrawn,
    SimulationDrawnDict,
    TreasurySimulationDrawn,
    TreasurySimulationDrawnDict,
    plot,
)
from ._render import (
    Rendered,
    RenderedFile,
    RenderedFiles,
    render_csv,
    render_html,
    render_svg,
    render_text,
    render_vega_lite,
)
from ._request import (
    DaylightRule,
    SiteCatalog,
    SiteFile,
    SiteFileDict,
    SiteHedge,
    SiteHedgeDict,
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
    "BacktestDrawn",
    "BacktestDrawnDict",
    "BandPlot",
    "BandPlotDict",
    "BarPlot",
    "BarPlotDict",
    "Cells",
    "CellsDict",
    "CellsLike",
    "ChainDrawn",
    "ChainDrawnDict",
    "Column",
    "ColumnDict",
    "Curves",
    "CurvesDict",
    "DaylightRule",
    "DecisionDrawn",
    "DecisionDrawnDict",
    "DispatchDrawn",
    "DispatchDrawnDict",
    "EquityDrawn",
    "EquityDrawnDict",
    "ExpiryDrawn",
    "ExpiryDrawnDict",
    "Figure",
    "FigureDict",
    "ForecastDrawn",
    "ForecastDrawnDict",
    "ForecastTableDrawn",
    "ForecastTableDrawnDict",
    "HeatMap",
    "HeatMapDict",
    "HeatMapDrawn",
    "HeatMapDrawnDict",
    "Label",
    "LabelDict",
    "LabelLike",
    "LossDrawn",
    "LossDrawnDict",
    "PassageDrawn",
    "PassageDrawnDict",
    "Plot",
    "PlotDict",
    "PlotMark",
    "PlotMarkDict",
    "PlotShape",
    "PlotShapeDict",
    "PlotShapeLike",
    "Plotted",
    "PlottedDict",
    "PlottedLike",
    "PremiumDrawn",
    "PremiumDrawnDict",
    "QuoteDrawn",
    "QuoteDrawnDict",
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
    "SignalsDrawn",
    "SignalsDrawnDict",
    "SimulationDrawn",
    "SimulationDrawnDict",
    "SiteCatalog",
    "SiteFile",
    "SiteFileDict",
    "SiteHedge",
    "SiteHedgeDict",
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
    "TreasurySimulationDrawn",
    "TreasurySimulationDrawnDict",
    "Unit",
    "WindowDays",
    "difference",
    "plot",
    "render_csv",
    "render_html",
    "render_svg",
    "render_text",
    "render_vega_lite",
    "sample_file",
    "site",
    "site_document",
]


def __dir__() -> list[str]:
    return __all__
