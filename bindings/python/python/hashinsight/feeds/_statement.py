"""Operations and types of ``feeds``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from .._documents import Document, call, document, operation, rows
from .._show import Rows
from ..market import LedgerRow

__all__ = [
    "StatementFormat",
    "StatementReport",
    "read_statement",
]


def __dir__() -> list[str]:
    return __all__


StatementFormat: TypeAlias = Literal["kraken_ledger"]
"""Format of a statement.

Cases
-----
kraken_ledger
    Ledger of Kraken: History, Export, Ledgers.
"""


@document
class StatementReport(Document):
    """Result of `read_statement`: lines of the ledger, and what is odd about them.

    Attributes
    ----------
    rows : Rows[LedgerRow]
        Lines in the order of the file.
    suspicious : Rows[Suspicion]
        Oddities of the file: left out, of a kind that nobody knows, or at odds with the balance.
    """

    rows: Rows[LedgerRow]
    suspicious: Rows[Suspicion]

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["rows"] = rows(LedgerRow._read, document["rows"])
        document["suspicious"] = rows(Suspicion._read, document["suspicious"])

    def _wire(self) -> dict[str, Any]:
        return {
            "rows": self.rows,
            "suspicious": self.suspicious,
        }


@operation("feeds.read_statement")
def read_statement(
    *,
    format: StatementFormat,
    text: str,
) -> StatementReport:
    """Lines of an account statement as an exchange lets its users download it (Kraken's ledger), for a treasury's ledger: deposits, trades,
    withdrawals, rewards, fees. A line that cannot be is left out and told, one of an unknown kind kept and told.

    Parameters
    ----------
    format : StatementFormat
        Format of the file.
    text : str
        Text of the file, heading included.

    Returns
    -------
    StatementReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.feeds.read_statement(format="kraken_ledger", text="\\"txid\\",\\"refid\\",\\"time\\",\\"type\\",\\"subtype\\",\\"aclass\\",\\"asset\\",\\"amount\\",\\"fee\\",\\"balance\\"\\n\\"L1\\",\\"T1\\",\\"2026-06-01 10:00:00\\",\\"trade\\",\\"\\",\\"currency\\",\\"ZUSD\\",-30000.0000,48.0000,1952.0000\\n\\"L2\\",\\"T1\\",\\"2026-06-01 10:00:00\\",\\"trade\\",\\"\\",\\"currency\\",\\"XXBT\\",0.5000000000,0.0000000000,0.5000000000\\n")
    >>> len(report.rows)
    2
    >>> len(report.suspicious)
    0
    """
    return StatementReport._read(call("feeds.read_statement", {"format": format, "text": text}))


# Below, because the modules of a package name each other's types.
from ._payload import Suspicion
