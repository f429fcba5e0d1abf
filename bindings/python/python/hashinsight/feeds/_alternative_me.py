"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Any, Literal, Self, TypeAlias, TypedDict

from .._documents import Document, Variant, day, document, each
from ..market import Series

__all__ = [
    "AlternativeMeAsk",
    "AlternativeMeAskDict",
    "AlternativeMeAskLike",
    "AlternativeMeData",
    "AlternativeMeFearAndGreed",
    "AlternativeMeFearAndGreedDict",
    "FearAndGreedDays",
]


def __dir__() -> list[str]:
    return __all__


@document
class AlternativeMeFearAndGreed(Document):
    """`GET /fng/`: the fear and greed index, day by day.

    Attributes
    ----------
    days : int
        Number of days. [from 0]
    """

    days: int
    _route = "feeds.request:ask.alternative_me.fear_and_greed"

    def __init__(
        self,
        days: int,
    ) -> None:
        self._fill({"days": days})

    def _wire(self) -> dict[str, Any]:
        return {
            "days": self.days,
        }


class AlternativeMeFearAndGreedDict(TypedDict):
    """``AlternativeMeFearAndGreed`` as a mapping."""

    days: int


@document
class AlternativeMeAsk(Variant):
    """Cases
    -----
    fear_and_greed
        The fear and greed index.
    """

    tag: Literal["fear_and_greed"]
    content: AlternativeMeFearAndGreed | None = None
    _route = "feeds.request:ask.alternative_me"

    @classmethod
    def fear_and_greed(cls, content: AlternativeMeFearAndGreed | AlternativeMeFearAndGreedDict) -> Self:
        """The fear and greed index."""
        return cls._made("fear_and_greed", content)

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "fear_and_greed":
            return AlternativeMeFearAndGreed._read(content)
        return content


class AlternativeMeAskDict(TypedDict, total=False):
    """``AlternativeMeAsk`` as a mapping: one of the keys, with its content."""

    fear_and_greed: AlternativeMeFearAndGreed | AlternativeMeFearAndGreedDict


AlternativeMeAskLike: TypeAlias = "AlternativeMeAsk | AlternativeMeAskDict"
"""What is taken for a ``AlternativeMeAsk``."""


@document
class FearAndGreedDays(Document):
    """The fear and greed index over time.

    Attributes
    ----------
    index : Series
        Fear and greed index of each day, 0 (extreme fear) to 100 (extreme greed).
    """

    index: Series

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["index"] = Series._read(document["index"])

    def _wire(self) -> dict[str, Any]:
        return {
            "index": self.index,
        }


@document
class AlternativeMeData(Variant):
    """Cases
    -----
    fear_and_greed
        The fear and greed index.
    """

    tag: Literal["fear_and_greed"]
    content: FearAndGreedDays | None = None

    @classmethod
    def _content(cls, tag: str, content: Any) -> Any:
        if tag == "fear_and_greed":
            return FearAndGreedDays._read(content)
        return content
