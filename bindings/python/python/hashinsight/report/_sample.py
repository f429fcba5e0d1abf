"""Operations and types of ``report``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from .._documents import Document, call, document, operation

__all__ = [
    "SampleFile",
    "SampleFileReport",
    "sample_file",
]


def __dir__() -> list[str]:
    return __all__


SampleFile: TypeAlias = Literal["site", "days"]
"""File that the package brings along.

Cases
-----
site
    The sample site as TOML, with an explanation of every key.
days
    The sample days as CSV.
"""


@document
class SampleFileReport(Document):
    """Result of `sample_file`.

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


@operation("report.sample_file")
def sample_file(
    *,
    file: SampleFile,
) -> SampleFileReport:
    """The sample site file to begin with, or the sample days.

    Parameters
    ----------
    file : SampleFile
        File that is asked for.

    Returns
    -------
    SampleFileReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.report.sample_file(file="site")
    >>> report.name
    'site.toml'
    """
    return SampleFileReport._read(call("report.sample_file", {"file": file}))
