"""Operations and types of ``texts``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

import dataclasses
from typing import Any, Literal, Self, TypeAlias

from ._documents import Document, call, filled

__all__ = [
    "Catalogue",
    "CatalogueEntry",
    "Language",
    "catalogue",
]


Language: TypeAlias = Literal["en", "zh"]
"""Language of a text.

Cases
-----
en
    English.
zh
    Chinese, simplified.
"""


@dataclasses.dataclass(frozen=True, repr=False)
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


@dataclasses.dataclass(frozen=True, repr=False)
class Catalogue(Document):
    """Result of `catalogue`.

    Attributes
    ----------
    entries : list[CatalogueEntry]
        Texts, in the order of the catalogue.
    """

    entries: list[CatalogueEntry]

    @classmethod
    def _read(cls, document: dict[str, Any]) -> Self:
        document["entries"] = [CatalogueEntry._read(item) for item in document["entries"]]
        return filled(cls, document)

    def _wire(self) -> dict[str, Any]:
        return {
            "entries": self.entries,
        }


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
    """
    return Catalogue._read(call("texts.catalogue", {"language": language, "prefix": prefix}))
