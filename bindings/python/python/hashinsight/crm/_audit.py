"""Operations and types of ``crm``. Generated from the operation table by ``cargo xtask gen``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypedDict

from .._documents import Document, FrameLike, call, document, each, listed, operation, records

__all__ = [
    "AppendReport",
    "AuditedEvent",
    "AuditedEventDict",
    "CheckInclusionReport",
    "InclusionReport",
    "VerifyReport",
    "append_event",
    "check_inclusion",
    "inclusion_proof",
    "verify_chain",
]


def __dir__() -> list[str]:
    return __all__


@document
class AppendReport(Document):
    """Result of `append_event`.

    Attributes
    ----------
    hash : str
        Hash of the event, as 64 hexadecimal digits: it is stored with the event.
    canonical : str
        Canonical text of the event (RFC 8785).
    """

    hash: str
    canonical: str

    def _wire(self) -> dict[str, Any]:
        return {
            "hash": self.hash,
            "canonical": self.canonical,
        }


@document
class AuditedEvent(Document):
    """Event of a record, with its hash.

    Attributes
    ----------
    event : str
        Event, as the text of a JSON object.
    hash : str
        Hash that is stored with the event, as 64 hexadecimal digits.
    """

    event: str
    hash: str
    _route = "crm.verify_chain:events.[]"

    def __init__(
        self,
        event: str,
        hash: str,
    ) -> None:
        self._fill({"event": event, "hash": hash})

    def _wire(self) -> dict[str, Any]:
        return {
            "event": self.event,
            "hash": self.hash,
        }


class AuditedEventDict(TypedDict):
    """``AuditedEvent`` as a mapping."""

    event: str
    hash: str


@document
class VerifyReport(Document):
    """Result of `verify_chain`.

    Attributes
    ----------
    is_intact : bool
        Whether every hash is that of its event and all before it.
    first_broken : int, optional
        Place of the first event whose hash does not hold, from 0. Absent: all do. [from 0]
    head : str
        Hash of the last event that holds, as 64 hexadecimal digits: zeros before the first.
    """

    is_intact: bool
    head: str
    first_broken: int | None = None

    def _wire(self) -> dict[str, Any]:
        return {
            "is_intact": self.is_intact,
            "first_broken": self.first_broken,
            "head": self.head,
        }


@document
class InclusionReport(Document):
    """Result of `inclusion_proof`.

    Attributes
    ----------
    root : str
        Root of the tree, as 64 hexadecimal digits: it is published.
    proof : tuple[str, ...]
        Hashes beside the way from the event to the root, from the event upwards.
    size : int
        Number of events in the tree. [from 0]
    """

    root: str
    proof: tuple[str, ...]
    size: int

    @classmethod
    def _convert(cls, document: dict[str, Any]) -> None:
        document["proof"] = listed(document["proof"])

    def _wire(self) -> dict[str, Any]:
        return {
            "root": self.root,
            "proof": self.proof,
            "size": self.size,
        }


@document
class CheckInclusionReport(Document):
    """Result of `check_inclusion`.

    Attributes
    ----------
    is_included : bool
        Whether the proof leads from the event to the root.
    """

    is_included: bool

    def _wire(self) -> dict[str, Any]:
        return {
            "is_included": self.is_included,
        }


@operation("crm.append_event")
def append_event(
    *,
    event: str,
    previous: str | None = None,
) -> AppendReport:
    """Appends an event to a chain of hashes: SHA-256 over the hash before and the canonical JSON of the event (RFC 8785).

    Parameters
    ----------
    event : str
        Event, as the text of a JSON object.
    previous : str, optional
        Hash of the event before, as 64 hexadecimal digits. Absent: this event is the first one.

    Returns
    -------
    AppendReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.crm.append_event(event="{\\"who\\":\\"u-31\\",\\"did\\":\\"approve\\",\\"amount\\":\\"10.00\\"}", previous="0000000000000000000000000000000000000000000000000000000000000000")
    """
    return AppendReport._read(call("crm.append_event", {"event": event, "previous": previous}))


@operation("crm.verify_chain")
def verify_chain(
    *,
    events: Sequence[AuditedEvent | AuditedEventDict] | FrameLike,
    previous: str | None = None,
) -> VerifyReport:
    """Whether a record of events is as it was written, and where it is not.

    Parameters
    ----------
    events : Sequence[AuditedEvent | AuditedEventDict], or a DataFrame of their fields
        Events of the record, in order.
    previous : str, optional
        Hash of the event before the first one, as 64 hexadecimal digits. Absent: the record is whole.

    Returns
    -------
    VerifyReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.crm.verify_chain(events=[{"event": "{\\"n\\":0}", "hash": "cfa94966dd3f9be5b9a04717523d662aa23c2c2c1eb62fdc320fb535747ea5bb"}, {"event": "{\\"n\\":1}", "hash": "a8a16b5435d1edf0f257a4e68905e8554b83c7010fc337b5f70aa174435760ef"}, {"event": "{\\"n\\":2}", "hash": "5688eb0aa11e52e92726ed1b4add18a65821994adce033f51997e0a9f4c8ef05"}])
    >>> report.is_intact
    True
    """
    return VerifyReport._read(call("crm.verify_chain", {"events": records(events), "previous": previous}))


@operation("crm.inclusion_proof")
def inclusion_proof(
    *,
    events: Sequence[str],
    index: int,
) -> InclusionReport:
    """The proof that an event is in a record, by a Merkle tree (RFC 6962).

    Parameters
    ----------
    events : Sequence[str]
        Events of the record, each the text of a JSON object, in order.
    index : int
        Place of the event that is proved, from 0. [from 0]

    Returns
    -------
    InclusionReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.crm.inclusion_proof(events=["{\\"n\\":0}", "{\\"n\\":1}", "{\\"n\\":2}"], index=2)
    >>> report.size
    3
    >>> len(report.proof)
    1
    """
    return InclusionReport._read(call("crm.inclusion_proof", {"events": events, "index": index}))


@operation("crm.check_inclusion")
def check_inclusion(
    *,
    event: str,
    index: int,
    size: int,
    proof: Sequence[str],
    root: str,
) -> CheckInclusionReport:
    """Whether a proof shows that an event is in the record of a root.

    Parameters
    ----------
    event : str
        Event, as the text of a JSON object.
    index : int
        Place of the event, from 0. [from 0]
    size : int
        Number of events in the tree. [from 0]
    proof : Sequence[str]
        Hashes beside the way from the event to the root, from the event upwards, each as 64 hexadecimal digits.
    root : str
        Root of the tree, as 64 hexadecimal digits.

    Returns
    -------
    CheckInclusionReport

    Raises
    ------
    HashInsightError
        Names the field, the value and what is allowed.

    Examples
    --------
    >>> import hashinsight as hi
    >>> report = hi.crm.check_inclusion(event="{\\"n\\":2}", index=2, size=3, proof=["3badc80537f029e1bb77280dc85203cf2ed9748dc8f571230fcba5c326c91068"], root="2cfef7627597e00b564975774ad728ef210706759fca6d64138c6dfc1cbf2cda")
    >>> report.is_included
    True
    """
    return CheckInclusionReport._read(call("crm.check_inclusion", {"event": event, "index": index, "size": size, "proof": proof, "root": root}))
