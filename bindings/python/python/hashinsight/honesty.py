"""Tests for anyone's signal: does it look ahead, how much does its start matter, does its stream say what its batch says?

A signal is a function from all data to one output per event: ``lambda close: close.rolling(20).mean()``. Data may be a pandas or polars frame or
series, a NumPy array or a list; outputs too. They are compared by their bits, NaN equals NaN, as in Rust's ``signals::honesty``.
"""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import numpy as np

from .errors import InputError

__all__ = ["Difference", "HonestyReport", "StartEffect", "check_prefix", "check_start", "check_stream"]


def __dir__() -> list[str]:
    return __all__


_State = TypeVar("_State")


@dataclasses.dataclass(frozen=True)
class Difference:
    """First place where two runs differ.

    Attributes
    ----------
    cut : int
        Number of events that the shorter run saw; 0 for a stream.
    index : int
        Index of the event whose outputs differ.
    """

    cut: int
    index: int


@dataclasses.dataclass(frozen=True)
class HonestyReport:
    """Result of a check.

    Attributes
    ----------
    is_honest : bool
        Whether no difference was found.
    runs : int
        Number of runs that were compared with the whole one.
    differences : list of Difference
        The first difference of each run that has one, in order of the runs.
    """

    is_honest: bool
    runs: int
    differences: list[Difference]


@dataclasses.dataclass(frozen=True)
class StartEffect:
    """How much the start of the data matters, of one later start.

    Attributes
    ----------
    offset : int
        Index of the event at which the data began.
    warmup : int or None
        Number of events after which both runs say numbers; None if they never do.
    stable_after : int or None
        Number of events after which both runs agree to the tolerance for good; None if they do not until the end.
    last_difference : float
        Relative difference at the last event: distance over the greater magnitude.
    """

    offset: int
    warmup: int | None
    stable_after: int | None
    last_difference: float


def check_prefix(
    signal: Callable[[Any], Any], data: Any, cuts: Iterable[int] | None = None
) -> HonestyReport:
    """Whether a signal looks ahead: on each prefix of the data it must say what it says of all of them.

    A cut finds what looks across it: that a signal peeks a few events ahead at one place is found by a cut between, so that only
    ``cuts=range(1, len(data))`` proves that it never does.

    Parameters
    ----------
    signal : callable
        From data to one output (or one row of outputs) per event.
    data : DataFrame, Series, array or list
        Events, oldest first.
    cuts : iterable of int, optional
        Lengths of the prefixes, 1 to one below the number of events. Absent: 50, evenly.

    Returns
    -------
    HonestyReport
        A prefix that the signal refuses counts as a difference at the first event.

    Examples
    --------
    >>> import hashinsight as hi, numpy as np
    >>> peeking = lambda x: x - x.mean()  # of days that have not been yet
    >>> hi.honesty.check_prefix(peeking, np.array([1.0, 2.0, 4.0]), [2]).differences
    [Difference(cut=2, index=0)]
    """
    whole, events = _outputs(signal, data), len(data)
    cuts = _usual_cuts(events) if cuts is None else list(cuts)
    for row, cut in enumerate(cuts):
        if not 1 <= cut < events:
            raise InputError("signals.cuts.out_of_range", f"cuts[{row}]", str(cut), f"1 to {events - 1}")
    if not cuts:
        raise InputError("signals.cuts.insufficient_data", "cuts", "0", "at least one prefix of at least two events")
    differences = []
    for cut in cuts:
        try:
            prefix = _outputs(signal, _part(data, 0, cut))
        except Exception:  # what it does not answer of a prefix, it must not answer of the whole
            differences.append(Difference(cut, 0))
            continue
        index = _first_difference(prefix, [column[:cut] for column in whole])
        if index is not None:
            differences.append(Difference(cut, index))
    return HonestyReport(not differences, len(cuts), differences)


def check_start(
    signal: Callable[[Any], Any], data: Any, offsets: Sequence[int] | None = None, tolerance: float = 1e-9
) -> list[StartEffect]:
    """How many events a recursive signal needs until it says the same whatever came before, to a relative tolerance.

    Parameters
    ----------
    signal : callable
        From data to one number per event.
    data : DataFrame, Series, array or list
        Events, oldest first.
    offsets : sequence of int, optional
        Indices at which the data are begun anew. Absent: after a tenth, a quarter and a half of them.
    tolerance : float
        Relative difference below which two outputs agree.

    Returns
    -------
    list of StartEffect
    """
    (whole,) = _outputs(signal, data)
    effects = []
    if offsets is None:
        offsets = sorted({len(data) // part for part in (10, 4, 2)})
    for offset in offsets:
        if not 0 <= offset < len(data):
            raise ValueError(f"offsets: got {offset}; allowed: 0 to {len(data) - 1}")
        (later,) = _outputs(signal, _part(data, offset, len(data)))
        before = whole[offset:].astype(float)
        later = later.astype(float)
        with np.errstate(divide="ignore", invalid="ignore"):
            distance = np.abs(later - before) / np.maximum(np.abs(later), np.abs(before))
        distance = np.where(_same(later, before), 0.0, distance)
        speaks = np.flatnonzero(~np.isnan(later) & ~np.isnan(before))
        differs = np.flatnonzero(~(distance <= tolerance))
        stable = 0 if differs.size == 0 else int(differs[-1]) + 1
        effects.append(
            StartEffect(
                offset=offset,
                warmup=int(speaks[0]) if speaks.size else None,
                stable_after=stable if stable < len(distance) else None,
                last_difference=1.0 if np.isnan(distance[-1]) else float(distance[-1]),
            )
        )
    return effects


def check_stream(
    batch: Callable[[Any], Any],
    open_stream: Callable[[], _State],
    update: Callable[[_State, Any], Any],
    data: Any,
) -> HonestyReport:
    """Whether a stream says event by event what the batch says at once, also when it is put down and taken up (copied) before each event.

    Parameters
    ----------
    batch : callable
        From data to one output per event.
    open_stream : callable
        Makes a fresh stream.
    update : callable
        Feeds one event (an element, or a row as a frame of length one) to a stream and returns the output.
    data : DataFrame, Series, array or list
        Events, oldest first.

    Returns
    -------
    HonestyReport
    """
    (whole,) = _outputs(batch, data)
    if not len(data):
        raise InputError("signals.events.insufficient_data", "data", "0", "at least one event")
    stream = open_stream()
    for index in range(len(data)):
        event, taken_up = _event(data, index), copy.deepcopy(stream)
        outputs = np.asarray([update(stream, event), update(taken_up, event)])
        if not _same(outputs, np.repeat(whole[index : index + 1], 2)).all():
            return HonestyReport(False, 1, [Difference(0, index)])
    return HonestyReport(True, 1, [])


def _part(data: Any, start: int, end: int) -> Any:
    return data.iloc[start:end] if hasattr(data, "iloc") else data[start:end]


def _event(data: Any, index: int) -> Any:
    if getattr(data, "ndim", 1) == 2:
        return _part(data, index, index + 1)
    return data.iloc[index] if hasattr(data, "iloc") else data[index]


def _outputs(signal: Callable[[Any], Any], data: Any) -> list[np.ndarray[Any, Any]]:
    """Columns of what a signal says, one output per event."""
    said = signal(data)
    if hasattr(said, "columns") and hasattr(said, "shape"):  # a frame
        columns = [np.asarray(said[name]) for name in said.columns]
    elif hasattr(said, "to_dict") and not hasattr(said, "ndim") and not hasattr(said, "dtype"):  # columns of this package
        columns = [np.asarray(column) for column in said.to_dict().values()]
    else:
        array = np.asarray(said)
        columns = [array] if array.ndim == 1 else list(array.T)
    for column in columns:
        if len(column) != len(data):
            raise ValueError(f"outputs: got {len(column)}; allowed: one per event, {len(data)}")
    return columns


def _same(ours: np.ndarray[Any, Any], theirs: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    if ours.dtype.kind == "f" and theirs.dtype.kind == "f":
        left, right = ours.astype(np.float64), theirs.astype(np.float64)
        same: np.ndarray[Any, Any] = (left.view(np.int64) == right.view(np.int64)) | (np.isnan(left) & np.isnan(right))
        return same
    return np.asarray(ours == theirs)


def _first_difference(ours: list[np.ndarray[Any, Any]], theirs: list[np.ndarray[Any, Any]]) -> int | None:
    differing = [np.flatnonzero(~_same(a, b)) for a, b in zip(ours, theirs, strict=True)]
    firsts = [int(indices[0]) for indices in differing if indices.size]
    return min(firsts) if firsts else None


def _usual_cuts(events: int, count: int = 50) -> list[int]:
    cuts = {events * step // count for step in range(count + 1)} | {1, events - 1}
    return sorted(cut for cut in cuts if 1 <= cut < events)
