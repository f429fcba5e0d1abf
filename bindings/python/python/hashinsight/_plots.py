"""Plots: what answers show of themselves, drawn by the core."""

from __future__ import annotations

import json
import urllib.parse
from typing import TYPE_CHECKING, Any, ClassVar, Literal, cast

from . import _native

if TYPE_CHECKING:
    from .report import Plot

Language = Literal["en", "zh"]


class Svg(str):
    """An SVG file as text, which a notebook shows as a picture."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return f'<img alt="" style="max-width: 36rem; width: 100%" src="data:image/svg+xml;utf8,{urllib.parse.quote(self)}">'


class Drawable:
    """What a plot can do besides being data: the core draws it."""

    def _wire(self) -> dict[str, Any]:
        raise NotImplementedError

    def _rendered(self, form: str, language: Language) -> str:
        return str(_native.call(f"report.render_{form}", {"plot": self._wire(), "language": language})["text"])

    def to_svg(self, language: Language = "en") -> Svg:
        """The plot as an SVG file: the same bytes as in Rust, Node and the browser."""
        return Svg(self._rendered("svg", language))

    def to_vega_lite(self, language: Language = "en") -> dict[str, Any]:
        """The plot as a Vega-Lite specification with its data, to restyle: ``altair.Chart.from_dict(plot.to_vega_lite())``."""
        return cast(dict[str, Any], json.loads(self._rendered("vega_lite", language)))

    def _repr_html_(self) -> str:
        return self.to_svg()._repr_html_()


class WithPlot:
    """An answer with a plot."""

    _plotted: ClassVar[str]
    """What the answer is to the operation ``report.plot``."""

    def _wire(self) -> dict[str, Any]:
        raise NotImplementedError

    def plot(self) -> Plot:
        """The plot of this answer, as data; a notebook shows it as a picture, ``to_svg("zh")`` writes it in Chinese."""
        from .report import Plot

        return Plot._read(_native.call("report.plot", {"answer": {self._plotted: self._wire()}}))
