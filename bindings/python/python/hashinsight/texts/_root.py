"""Operations and types of ``texts``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from .._documents import Document, call, document, operation, rows
from .._show import Rows

__all__ = [
    "Catalogue",
    "CatalogueEntry",
    "Language",
    "catalogue",
]


def __dir__() -> list[str]:
    return __all__


Language: TypeAlias = Literal["en", "zh"]
"""Language of a text.

Cases
-----
en
    English.
zh
    Chinese, simplified.
"""


@document
class CatalogueEntry(Document):
    """Text of one key.

    Attributes
    ----------
    key : str
        Key: room, kind of thing, and code.
    text : str
        Text in the language that was asked for.
    """

    key: str
    text: str

    def _wire(self) -> dict[str, Any]:
        return {
            "key": self.key,
            "text": self.text,
        }


@document
class Catalogue(Document):
    """Result of `catalogue`.

    Attributes
    ----------
    entries : Rows[CatalogueEntry]
        Texts, in the order of the catalogue.
    """

    entries: Rows[CatalogueEntry]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["entries"] = rows(CatalogueEntry._read, document["entries"])

    def _wire(self) -> dict[str, Any]:
        return {
            "entries": self.entries,
        }


@operation("texts.catalogue")
def catalogue(
    *,
    language: Language,
    prefix: str | None = None,
) -> Catalogue:
    """The texts of codes in a language: states, transitions, roles, permissions and reasons, all or those under a prefix.

    Parameters
    ----------
    language : Language
        Language of the texts.
    prefix : str, optional
        Begin of the keys that are asked for, like `crm.lead.`. Absent: all.

    Returns
    -------
    Catalogue

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.texts.catalogue(language="zh", prefix="crm.lead.")
    >>> len(report.entries)
    6
    """
    return Catalogue._read(call("texts.catalogue", {"language": language, "prefix": prefix}))
