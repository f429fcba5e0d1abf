"""Operations and types of ``texts``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Any

from .._documents import Document, call, document, operation

__all__ = [
    "FaultText",
    "fault_text",
]


def __dir__() -> list[str]:
    return __all__


@document
class FaultText(Document):
    """Result of `fault_text`.

    Attributes
    ----------
    text : str
        Sentence for a person.
    """

    text: str

    def _wire(self) -> dict[str, Any]:
        return {
            "text": self.text,
        }


@operation("texts.fault_text")
def fault_text(
    *,
    language: Language,
    code: str,
    path: str | None = None,
    value: str | None = None,
    allowed: str | None = None,
) -> FaultText:
    """An error as a sentence for a person, in English or Chinese: what is wrong where, what was received, and what is allowed.

    Parameters
    ----------
    language : Language
        Language of the text.
    code : str
        Code of the error; its last part is the problem.
    path : str, optional
        Path of the culprit. Absent: the whole document.
    value : str, optional
        Value as it was received. Absent: none was.
    allowed : str, optional
        What would have been allowed, as the error says it. Absent: it says nothing.

    Returns
    -------
    FaultText

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.texts.fault_text(language="zh", code="mining.pool_fee.out_of_range", path="pool_fee", value="1.5", allowed="0 to 1")
    """
    return FaultText._read(call("texts.fault_text", {"language": language, "code": code, "path": path, "value": value, "allowed": allowed}))


# Below, because the modules of a package name each other's types.
from ._root import Language
